// Emits lib/ with TypeScript, then bundles dist/ from it: ncc cannot read `.ts` with TypeScript 7.
// The bytes depend on the sources and the lock file only, so CI can compare them with what is committed.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import ncc from '@vercel/ncc'

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
  const { code, assets } = await ncc(`${process.cwd()}/${entry}`, {
    quiet: true,
    // Node starts a CommonJS bundle 10 ms sooner: no loader of modules comes up, and chunks are read at once.
    esm: false,
    license: 'licenses.txt',
    target: 'es2022',
    cache: false,
    externals: unused,
  })
  const files = { 'index.js': code, 'package.json': '{\n  "type": "commonjs"\n}\n' }
  for (const [name, { source }] of Object.entries(assets)) files[name] = source
  let size = 0
  for (const [name, source] of Object.entries(files)) {
    mkdirSync(dirname(`${folder}/${name}`), { recursive: true })
    writeFileSync(`${folder}/${name}`, source)
    size += Buffer.byteLength(source)
  }
  console.log(`${folder}: index.js ${kib(Buffer.byteLength(code))}, ${kib(size)} in all`)
}

function kib(bytes) {
  return `${Math.round(bytes / 1024).toLocaleString('en')} KiB`
}
