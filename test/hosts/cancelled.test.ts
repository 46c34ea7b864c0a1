import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const cli = resolve(import.meta.dirname, '../../dist/cli/index.js')

test('a cancelled job leaves no tool running behind it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'image-hygiene-cancelled-'))
  const seconds = `30${process.pid}`
  writeFileSync(join(folder, 'hadolint'), `#!/bin/sh\nexec sleep ${seconds}\n`)
  chmodSync(join(folder, 'hadolint'), 0o755)
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\n')
  writeFileSync(join(folder, '.image-hygiene.yml'), 'version: 1\nlint: { engines: [hadolint] }\n')
  try {
    const child = spawn(process.execPath, [cli, 'lint', 'Dockerfile'], {
      cwd: folder,
      env: { PATH: `${folder}:${process.env['PATH']}` },
      stdio: 'ignore',
    })
    const ended = new Promise(done => child.once('exit', (_, signal) => done(signal)))
    await until(() => asleep(seconds))
    child.kill('SIGTERM')
    expect(await ended).toBe('SIGTERM')
    await until(() => !asleep(seconds))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

function asleep(seconds: string): boolean {
  return spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout.includes(`sleep ${seconds}`)
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 300) throw new Error('it never came true')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
