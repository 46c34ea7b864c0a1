// Twenty processes append to one catalog at once, each with the largest record it can: none is lost, none is torn.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { readCatalog } from '../../src/catalog/index.ts'
import { createFiles } from '../../src/system/files.ts'
import { node24 } from './node.ts'
import { run } from './run.ts'

const source = (path: string) => pathToFileURL(join(import.meta.dirname, '../..', path)).href

/** Waits for the same moment as the others, then appends three times. */
const program = `
import { appendRecord } from ${JSON.stringify(source('src/catalog/index.ts'))}
import { createFiles } from ${JSON.stringify(source('src/system/files.ts'))}
import { seedRecord } from ${JSON.stringify(source('test/catalog/records.ts'))}
const [folder, name, start] = process.argv.slice(1)
const files = createFiles(folder, (async function* () {})())
const packages = Array.from({ length: 10_000 }, (_, n) => 'deb/package-' + n + '=1.0.' + n + '-1')
const dependencies = { ...seedRecord().dependencies, packages }
await new Promise(resolve => setTimeout(resolve, Number(start) - Date.now()))
for (let n = 0; n < 3; n++) {
  const image = 'registry.example.com/app:v' + name + '.0.' + n
  await appendRecord('catalog.jsonl', seedRecord({ image, tags: [image], dependencies }), files)
}
`

test('twenty processes at once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lab-append-'))
  try {
    const names = Array.from({ length: 20 }, (_, n) => `${n}`)
    const start = `${Date.now() + 5_000}`
    const argv = [
      node24().path,
      '--input-type=module-typescript',
      '--no-warnings',
      '--eval',
      program,
    ] as const
    await Promise.all(names.map(name => run([...argv, folder, name, start])))
    const { records, findings } = await readCatalog(
      'catalog.jsonl',
      createFiles(folder, (async function* () {})()),
    )
    expect(findings).toEqual([])
    const expected = names.flatMap(name => [0, 1, 2].map(n => `registry.example.com/app:v${name}.0.${n}`))
    expect(records.map(({ image }) => image).toSorted()).toEqual(expected.toSorted())
    expect(records.every(({ dependencies }) => dependencies.packages?.length === 10_000)).toBe(true)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
