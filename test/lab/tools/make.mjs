// How a tool is made from its lock files, by kind. Each maker fills an empty folder and knows nothing of the cache.
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { labFolder } from './cache.mjs'
import { run } from './process.mjs'

/** @typedef {import('./table.mjs').Recipe} Recipe */

/** The version that go.mod requires of the tool's own module. */
export function requiredVersion(recipe) {
  const text = readFileSync(join(labFolder, recipe.folder, 'go.mod'), 'utf8')
  const line = text
    .split('\n')
    .find(line => line.replace(/^\s*(require\s+)?/, '').startsWith(`${recipe.module} `))
  const version = line
    ?.trim()
    .replace(/^require\s+/, '')
    .split(/\s+/)[1]
  if (version === undefined) throw new Error(`go.mod of ${recipe.name} does not require ${recipe.module}`)
  return version
}

/** CGO is off so that no C compiler is needed; `-mod=readonly` so that nothing outside the lock comes in. */
async function makeGo(recipe, folder) {
  const cwd = join(labFolder, recipe.folder)
  const stamp = recipe.stamp?.(requiredVersion(recipe)) ?? ''
  for (const [command, source] of Object.entries(recipe.commands)) {
    const output = join(folder, 'bin', command)
    const flags = ['-mod=readonly', '-trimpath', '-buildvcs=false', '-ldflags', `-s -w ${stamp}`]
    await run(['go', 'build', ...flags, '-o', output, source], {
      cwd,
      env: { CGO_ENABLED: '0', ...recipe.env },
    })
  }
  return command => join('bin', command)
}

/** Install scripts stay off: nothing of these packages needs one. */
async function makeNpm(recipe, folder) {
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(join(labFolder, recipe.folder, file), join(folder, file))
  }
  await run(['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder })
  return command => recipe.commands[command]
}

/**
 * Wheels around one executable, or packages with a program of ours beside them, where Python looks first: a plain target
 * folder does, no venv, nothing to relocate.
 */
async function makePypi(recipe, folder) {
  const own = join(labFolder, recipe.folder)
  for (const file of readdirSync(own).filter(name => name.endsWith('.py'))) {
    copyFileSync(join(own, file), join(folder, file))
    chmodSync(join(folder, file), 0o755)
  }
  const list = join(own, 'requirements.txt')
  const flags = ['--quiet', '--no-deps', '--require-hashes', '--only-binary', ':all:', '--target', folder]
  await run(['python3', '-m', 'pip', '--disable-pip-version-check', 'install', ...flags, '-r', list])
  return command => recipe.commands[command]
}

const makers = { go: makeGo, npm: makeNpm, pypi: makePypi }

/**
 * Makes the tool in `folder`.
 * @param {Recipe} recipe
 * @param {string} folder
 * @returns {Promise<Record<string, { path: string, version: string }>>} by command, paths relative to `folder`
 */
export async function make(recipe, folder) {
  mkdirSync(folder, { recursive: true })
  const pathOf = await makers[recipe.by](recipe, folder)
  const made = {}
  for (const command of Object.keys(recipe.commands)) {
    const path = pathOf(command)
    made[command] = { path, version: await readVersion(recipe, command, join(folder, path)) }
  }
  return made
}

/** Asks the tool itself; a Go tool that does not know its version is asked through its build information. */
async function readVersion(recipe, command, path) {
  const args = recipe.readBack?.[command]
  const said = await run(args ? [path, ...args] : ['go', 'version', '-m', path])
  const wanted = args ? /\bv?(\d+\.\d+\.\d+)\b/ : new RegExp(`\\b${recipe.module}\\s+v(\\S+)`)
  const version = wanted.exec(said)?.[1]
  if (version === undefined)
    throw new Error(`${command} was made, but its version cannot be read in: ${said}`)
  if (recipe.by === 'go' && `v${version}` !== requiredVersion(recipe)) {
    throw new Error(`${command} was made as ${version}, its lock says ${requiredVersion(recipe)}`)
  }
  return version
}
