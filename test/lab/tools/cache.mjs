// Where built tools lie: a folder per tool, keyed by a hash of its lock files, so that two checkouts with other
// locks never take each other's tools.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const labFolder = fileURLToPath(new URL('..', import.meta.url))

/** `IMAGE_HYGIENE_LAB`, or `image-hygiene-lab` in the user's cache folder. */
export function cacheFolder(env = process.env) {
  return env.IMAGE_HYGIENE_LAB ?? join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'image-hygiene-lab')
}

export const manifestFile = (env = process.env) => join(cacheFolder(env), 'manifest.json')

const locks = ['go.mod', 'go.sum', 'package-lock.json', 'requirements.txt']

/** The hash of everything that a build of this tool depends on, in 16 hex digits. */
export function keyOf(recipe) {
  const hash = createHash('sha256')
  const folder = join(labFolder, recipe.folder)
  const inputs = readdirSync(folder).filter(file => locks.includes(file) || /\.(?:go|py)$/.test(file))
  if (inputs.length === 0) throw new Error(`${recipe.name}: no lock file in test/lab/${recipe.folder}`)
  for (const file of inputs.sort()) hash.update(`${file}\0`).update(readFileSync(join(folder, file)))
  hash.update(JSON.stringify([recipe.commands, recipe.env, recipe.stamp?.('v'), process.arch]))
  return hash.digest('hex').slice(0, 16)
}

/** The folder of a tool that has been built, or where it will be. */
export const folderOf = recipe => join(cacheFolder(), `${recipe.name}-${keyOf(recipe)}`)

/** What `npm run lab` wrote beside a finished tool: command → absolute path and version; null where it is not built. */
export function builtTool(recipe) {
  const file = join(folderOf(recipe), 'built.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
