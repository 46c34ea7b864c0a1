// Tools that Debian packages: apt runs only when one is missing.
import { accessSync, constants, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { labFolder } from './cache.mjs'
import { run } from './process.mjs'

/** @type {Record<string, { command: string, version?: string }>} package → its command, and the upstream version where behaviour hangs on it */
export const packages = JSON.parse(readFileSync(join(labFolder, 'tools/debian.json'), 'utf8'))

/** @returns {Promise<Record<string, string>>} installed package → version; none where there is no dpkg */
async function installed() {
  if (onPath('dpkg-query') === undefined) return {}
  const said = await run(['dpkg-query', '-W', '-f', '${Package}\t${Version}\t${db:Status-Status}\n'])
  const rows = said.split('\n').map(line => line.split('\t'))
  return Object.fromEntries(
    rows.filter(row => row[2] === 'installed').map(([name, version]) => [name, version]),
  )
}

function onPath(command) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, command), constants.X_OK)
      return join(folder, command)
    } catch {}
  }
  return undefined
}

async function install(names) {
  if (process.getuid?.() !== 0)
    throw new Error(`missing, and not root. Run: sudo apt-get install -y ${names.join(' ')}`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run(['apt-get', 'update', '-q'], { env })
  await run(['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...names], { env })
}

/**
 * Finds every package, installing what is missing in one go.
 * @param {readonly string[]} names
 * @param {boolean} mayInstall
 * @returns {Promise<Record<string, { path: string, version: string, found: boolean } | Error>>} by package
 */
export async function provide(names, mayInstall) {
  let versions = await installed()
  const missing = names.filter(name => versions[name] === undefined)
  const failure = missing.length > 0 && mayInstall ? await install(missing).catch(error => error) : undefined
  if (missing.length > 0) versions = await installed()
  return Object.fromEntries(
    names.map(name => {
      const { command, version: expected } = packages[name]
      const path = onPath(command)
      const version = versions[name]
      if (version === undefined || path === undefined) return [name, failure ?? new Error('not installed')]
      if (expected !== undefined && !version.startsWith(expected)) {
        return [name, new Error(`is ${version}; the suites state the behaviour of ${expected}`)]
      }
      return [name, { path, version, found: !missing.includes(name) }]
    }),
  )
}
