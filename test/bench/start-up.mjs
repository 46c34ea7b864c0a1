// The built command against bare Node, which it cannot beat; then the size of the bundles.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { milliseconds, paired } from './paired.mjs'

const root = resolve(import.meta.dirname, '../..')
const cli = join(root, 'dist/cli/index.js')
const bare = [process.execPath, '-e', '0']
const env = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'acme/app',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_SHA: 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_REF_NAME: 'main',
  GITHUB_REF_TYPE: 'branch',
  GITHUB_EVENT_NAME: 'push',
}

const calls = [
  ['--help', ['--help'], 1.5],
  ['lint of one file', ['lint', 'examples/app/Dockerfile'], 2],
  ['prepare', ['prepare', '--image', 'ghcr.io/acme/app', '--check-registry', 'false'], 2],
]
for (const [name, args, aim] of calls) {
  const { a, b, ratio } = paired([process.execPath, cli, ...args], bare, { options: { cwd: root, env } })
  console.log(
    `${name}: ${milliseconds(a)}, bare node ${milliseconds(b)}, ratio ${ratio.toFixed(2)} (aim ≤ ${aim})`,
  )
}

for (const bundle of ['cli', 'action', 'lint-worker']) {
  const folder = join(root, 'dist', bundle)
  const files = readdirSync(folder).filter(file => file.endsWith('.js'))
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
  // Each copy of undici brings one definition of its agent.
  const copies = files
    .map(
      file =>
        readFileSync(join(folder, file), 'utf8').match(/\bAgent = class extends DispatcherBase/g)?.length ??
        0,
    )
    .reduce((sum, count) => sum + count, 0)
  console.log(`dist/${bundle}: ${Math.round(bytes / 1024)} KiB of JavaScript, ${copies} of undici`)
}
