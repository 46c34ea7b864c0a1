#!/usr/bin/env node
// npm run lab [-- --only crane,cosign]: finds or makes every real tool that the lab suite and the benches use, and
// writes manifest.json, from which `tool(name)` reads. Plain JavaScript: it runs before anything is compiled.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { parseArgs } from 'node:util'
import { builtTool, cacheFolder, folderOf, keyOf, manifestFile } from './tools/cache.mjs'
import { packages, provide } from './tools/debian.mjs'
import { make } from './tools/make.mjs'
import { recipes } from './tools/table.mjs'

const commandsOf = name => recipes.find(recipe => recipe.name === name)?.commands ?? {}
const debianNames = Object.keys(packages)

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } })
const only = values.only?.flatMap(list => list.split(',')).map(name => name.trim())
const known = [...debianNames, ...recipes.flatMap(recipe => [recipe.name, ...Object.keys(recipe.commands)])]
const unknown = only?.filter(name => !known.includes(name)) ?? []
if (unknown.length > 0) {
  console.error(`no such tool: ${unknown.join(', ')}. There are: ${[...new Set(known)].sort().join(', ')}`)
  process.exit(2)
}
const wanted = name => only === undefined || only.some(asked => asked === name || asked in commandsOf(name))

let failures = 0
function say(name, text) {
  console.log(`${name.padEnd(16)} ${text}`)
}
function fail(name, error) {
  failures += 1
  console.error(`${name.padEnd(16)} FAILED: ${error.message}`)
}

/** Half-made folders of runs that were killed; those of a process that lives are its own. */
function sweep() {
  for (const name of readdirSync(cacheFolder())) {
    const pid = /^\.making-.*-(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && !existsSync(`/proc/${pid}`))
      rmSync(join(cacheFolder(), name), { recursive: true, force: true })
  }
}

/** Made beside its place and renamed, so that a folder is either whole or absent. */
async function makeInCache(recipe) {
  const folder = folderOf(recipe)
  const temporary = join(cacheFolder(), `.making-${recipe.name}-${process.pid}`)
  const made = await make(recipe, temporary)
  writeFileSync(join(temporary, 'built.json'), `${JSON.stringify(made, null, 2)}\n`)
  try {
    renameSync(temporary, folder)
  } catch (error) {
    if (builtTool(recipe) === null) throw error
    rmSync(temporary, { recursive: true, force: true }) // another run was faster; its tool has the same key
  }
}

const versionsOf = built =>
  Object.entries(built)
    .map(([command, { version }]) => `${command} ${version}`)
    .join(', ')

async function provideRecipe(recipe) {
  const found = builtTool(recipe)
  if (found !== null) return say(recipe.name, `found: ${versionsOf(found)}`)
  const start = Date.now()
  try {
    await makeInCache(recipe)
    say(
      recipe.name,
      `built in ${Math.round((Date.now() - start) / 1000)} s: ${versionsOf(builtTool(recipe))}`,
    )
  } catch (error) {
    fail(recipe.name, error)
  }
}

/** Every tool that is there now, asked for in this run or not, so that `--only` never hides the others. */
async function writeManifest() {
  const tools = {}
  for (const [name, answer] of Object.entries(await provide(debianNames, false))) {
    if (!(answer instanceof Error))
      tools[packages[name].command] = { path: answer.path, version: answer.version }
  }
  for (const recipe of recipes) {
    for (const [command, { path, version }] of Object.entries(builtTool(recipe) ?? {})) {
      const absolute = isAbsolute(path) ? path : join(folderOf(recipe), path)
      tools[command] = { path: absolute, version, recipe: recipe.name, key: keyOf(recipe) }
    }
  }
  const temporary = `${manifestFile()}.${process.pid}`
  writeFileSync(temporary, `${JSON.stringify({ tools }, null, 2)}\n`)
  renameSync(temporary, manifestFile())
}

setPriority(0, 10) // a build of a quarter of an hour should not make the machine unusable
mkdirSync(cacheFolder(), { recursive: true })
sweep()

const debianWanted = debianNames.filter(wanted)
for (const [name, answer] of Object.entries(await provide(debianWanted, true))) {
  if (answer instanceof Error) fail(name, answer)
  else say(name, `${answer.found ? 'found' : 'installed'}: ${answer.version}`)
}
for (const recipe of recipes) if (wanted(recipe.name)) await provideRecipe(recipe)
await writeManifest()

if (failures > 0) {
  console.error(`${failures} of the lab's tools cannot be had; \`npm run test:lab\` will fail without them.`)
  process.exit(1)
}
