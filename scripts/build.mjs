// Emits lib/ with TypeScript, then bundles dist/ from it: ncc cannot read `.ts` with TypeScript 7.
// The bytes depend on the sources and the lock file only, so CI can compare them with what is committed.
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const ncc = require('@vercel/ncc')

const bundles = [
  { entry: 'lib/hosts/cli/main.js', folder: 'dist/cli' },
  { entry: 'lib/hosts/github/main.js', folder: 'dist/action' },
  { entry: 'lib/gates/lint/dockerfilelint.worker.js', folder: 'dist/lint-worker' },
]

rmSync('lib', { recursive: true, force: true })
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
})
rmSync('dist', { recursive: true, force: true })
for (const { entry, folder } of bundles) await bundle(entry, folder)
execFileSync(process.execPath, ['scripts/generate.mjs'], { stdio: 'inherit' })

async function bundle(entry, folder) {
  const { code, assets } = await ncc(`${process.cwd()}/${entry}`, {
    quiet: true,
    license: 'licenses.txt',
    target: 'es2022',
  })
  const { mkdirSync } = await import('node:fs')
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/index.js`, code)
  for (const [name, { source }] of Object.entries(assets).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const { dirname } = await import('node:path')
    mkdirSync(dirname(`${folder}/${name}`), { recursive: true })
    writeFileSync(`${folder}/${name}`, source)
  }
  writeFileSync(`${folder}/package.json`, '{\n  "type": "module"\n}\n')
  const size = Buffer.byteLength(readFileSync(`${folder}/index.js`))
  const all = Object.values(assets).reduce((sum, { source }) => sum + source.length, size)
  console.log(`${folder}: entry ${(size / 1024).toFixed(0)} KiB, ${(all / 1024).toFixed(0)} KiB in all`)
}
