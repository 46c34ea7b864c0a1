// Our sign and verify against bare cosign doing the same, in turn: bare `cosign sign` and `cosign verify` on the one
// side, `image-hygiene sign` (which verifies by itself) on the other. Needs `npm run lab`.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { manifestFile } from '../lab/tools/cache.mjs'
import { median, milliseconds, time } from './paired.mjs'

const root = resolve(import.meta.dirname, '../..')
const cli = join(root, 'dist/cli/index.js')
const { tools } = JSON.parse(readFileSync(manifestFile(), 'utf8'))
const [cosign, crane] = [tools.cosign.path, tools.crane.path]
const folder = mkdtempSync(join(tmpdir(), 'bench-sign-'))
const env = { PATH: process.env.PATH, HOME: folder, COSIGN_PASSWORD: 'bench' }
const options = { cwd: folder, env }
const log = join(folder, 'registry.log')
const registry = spawn(crane, ['registry', 'serve', '--address', '127.0.0.1:0'], {
  stdio: ['ignore', 'ignore', openSync(log, 'w')],
})
try {
  const host = await listening(log)
  execFileSync(cosign, ['generate-key-pair'], { ...options, stdio: 'ignore' })
  execFileSync(cosign, ['signing-config', 'create', '--out', 'none.json'], options)
  execFileSync(cosign, ['trusted-root', 'create', '--out', 'roots.json'], options)
  writeFileSync(join(folder, 'hello'), 'hello\n')
  execFileSync('tar', ['cf', 'layer.tar', 'hello'], options)
  const policy = `version: 1\nimages: ['${host}/**']\nsign: { key: cosign.pub }\n`
  writeFileSync(join(folder, '.image-hygiene.yml'), policy)
  const image = () => {
    // A fresh image each time: signatures pile up beside one, and reading them takes longer each round.
    writeFileSync(join(folder, 'hello'), `${Math.random()}\n`)
    execFileSync('tar', ['cf', 'layer.tar', 'hello'], options)
    const args = ['append', '-f', 'layer.tar', '-t', `${host}/team/app:v1`, '--insecure']
    return execFileSync(crane, args, {
      ...options,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  }
  const offline = ['--signing-config', 'none.json', '--trusted-root', 'roots.json']
  const bare = reference =>
    time([cosign, 'sign', '--yes', '--key', 'cosign.key', ...offline, reference], options) +
    time([cosign, 'verify', '--key', 'cosign.pub', '--insecure-ignore-tlog=true', reference], options)
  const ours = reference =>
    time(
      [
        process.execPath,
        cli,
        'sign',
        reference,
        '--key',
        'cosign.key',
        '--public-key',
        'cosign.pub',
        '--cosign-path',
        cosign,
      ],
      options,
    )
  const verified = reference =>
    time([cosign, 'verify', '--key', 'cosign.pub', '--insecure-ignore-tlog=true', reference], options)
  const checked = reference =>
    time([process.execPath, cli, 'verify', reference, '--cosign-path', cosign], options)

  const pairs = Array.from({ length: 17 }, () => [bare(image()), ours(image())]).slice(2)
  report('sign, with its verification', pairs)
  const signed = image()
  bare(signed)
  report('verify', Array.from({ length: 17 }, () => [verified(signed), checked(signed)]).slice(2))
} finally {
  registry.kill()
  rmSync(folder, { recursive: true, force: true })
}

function report(name, pairs) {
  const [a, b] = [0, 1].map(side => median(pairs.map(pair => pair[side])))
  const over = median(pairs.map(([bare, ours]) => ours - bare))
  console.log(
    `${name}: ${milliseconds(b)}, bare cosign ${milliseconds(a)}, overhead ${milliseconds(over)} (aim ≤ 150 ms)`,
  )
}

/** Its log goes to a file: nobody reads a pipe while a command is timed, and a full pipe would stop the registry. */
async function listening(log) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = /serving on port (\d+)/.exec(readFileSync(log, 'utf8'))?.[1]
    if (port !== undefined) return `127.0.0.1:${port}`
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`the registry did not start: ${readFileSync(log, 'utf8')}`)
}
