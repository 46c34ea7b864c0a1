import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const cli = resolve(import.meta.dirname, '../../dist/cli/index.js')

test('a cancelled job leaves no tool running behind it, and no folder with a login', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'image-hygiene-cancelled-'))
  const temporary = join(folder, 'tmp')
  const seconds = `30${process.pid}`
  const trivy = `#!/bin/sh\n[ "$1" = --version ] && echo 'Version: 0.74.0' && exit\nexec sleep ${seconds}\n`
  writeFileSync(join(folder, 'trivy'), trivy)
  chmodSync(join(folder, 'trivy'), 0o755)
  mkdirSync(temporary)
  try {
    const child = spawn(process.execPath, [cli, 'scan', '--fs', '.'], {
      cwd: folder,
      env: { PATH: `${folder}:${process.env['PATH']}`, TMPDIR: temporary },
      stdio: 'ignore',
    })
    const ended = new Promise(done => child.once('exit', (_, signal) => done(signal)))
    await until(() => asleep(seconds))
    expect(readdirSync(temporary)).not.toEqual([])
    child.kill('SIGTERM')
    expect(await ended).toBe('SIGTERM')
    expect(readdirSync(temporary)).toEqual([])
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
