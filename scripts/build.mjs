// Emits lib/ with TypeScript, then bundles dist/ from it, readable: what runs with the rights to delete images should be.
// The bytes depend on the sources and the lock file only, so CI can compare them with what is committed.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

const bundles = [
  { entry: 'lib/hosts/cli/main.js', folder: 'dist/cli' },
  { entry: 'lib/hosts/github/main.js', folder: 'dist/action' },
  { entry: 'lib/gates/lint/dockerfilelint.worker.js', folder: 'dist/lint-worker' },
]

/**
 * What is loaded and never used, with something that every Node has loaded anyway to stand in for it: dockerfilelint
 * reads its configuration with js-yaml (100 KiB), and we hand it none; undici loads HTTP/2 (10 ms) for its constants, and
 * we ask for none of it.
 */
const unused = { 'js-yaml': 'node:path', 'node:http2': 'node:fs' }

await import('./compile.mjs')
rmSync('dist', { recursive: true, force: true })
for (const { entry, folder } of bundles) await bundle(entry, folder)
await import('./generate.mjs')

async function bundle(entry, folder) {
  const { output } = await build(entry)
  const modules = output.flatMap(({ moduleIds = [] }) => moduleIds)
  const files = new Map([
    // Node starts a CommonJS bundle 10 ms sooner: no loader of modules comes up, and chunks are read at once.
    ['package.json', '{\n  "type": "commonjs"\n}\n'],
    ['licenses.txt', licensesOf(modules)],
    ...output.map(({ fileName, code, source }) => [fileName, code ?? source]),
  ])
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
  const sizes = new Map([...files].map(([name, text]) => [name, Buffer.byteLength(text)]))
  const whole = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  console.log(`${folder}: index.js ${kib(sizes.get('index.js'))}, ${kib(whole)} in all`)
}

async function build(entry) {
  const input = await rolldown({
    input: { index: entry },
    platform: 'node',
    resolve: { alias: unused },
    transform: { target: 'es2022' },
    // Two of undici's files are loaded by themselves; where a proxy is asked for, the whole of it comes after them.
    checks: { ineffectiveDynamicImport: false },
  })
  return input.generate({ format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name].js' })
}

/** The licence of every package that a bundle holds a part of. */
function licensesOf(modules) {
  const packages = new Set(modules.flatMap(id => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []))
  const texts = [...packages].map(folder => {
    const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find(file => /^licen[cs]e/i.test(file))
    return [
      name,
      license,
      ...(file === undefined ? [] : [readFileSync(join(folder, file), 'utf8').trim()]),
    ].join('\n')
  })
  return `${[...new Set(texts)].sort().join('\n\n')}\n`
}

function kib(bytes) {
  return `${Math.round(bytes / 1024).toLocaleString('en')} KiB`
}
