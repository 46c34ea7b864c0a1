// VEX documents under real Trivy: a whole one takes off what it names; one that is broken anywhere, or is of another image,
// package or vulnerability, takes nothing off.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Registry, startRegistry } from './registries.ts'
import { type ScanRoom, scanRoom } from './scan.ts'
import { fixtureDb, type VulnerableImage, vulnerableImage } from './trivy.ts'

interface Statement {
  readonly vulnerability: object
  readonly products: readonly { readonly '@id': string; readonly subcomponents?: readonly object[] }[]
  readonly status: string
  readonly justification?: string
}
interface Vex {
  readonly '@context': string
  readonly statements: readonly Statement[]
}

let registry: Registry
let cache: string
let image: VulnerableImage
let room: ScanRoom
let whole: Vex

beforeAll(async () => {
  registry = await startRegistry('docker-registry')
  image = await vulnerableImage(registry)
  cache = await fixtureDb()
  room = await scanRoom(cache)
  const until = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const items = ['CVE-2099-0001', 'CVE-2099-0003'].map(
    id => `{ id: ${id}, reason: unreachable, owner: team-web, until: ${until} }`,
  )
  await room.policy(
    `version: 1\nimages: ['${registry.host}/team/**']\nscan: { exceptions: { items: [${items.join(', ')}] } }\n`,
  )
  await room.scan({ references: image.reference, 'openvex-file': 'vex.json' })
  whole = JSON.parse(await readFile(join(room.folder, 'vex.json'), 'utf8'))
  await room.policy(`version: 1\nimages: ['${registry.host}/team/**']\n`)
})
afterAll(async () => {
  await room?.remove()
  await registry?.stop()
  await rm(cache, { recursive: true, force: true })
})

const scanned = async (document: string | Uint8Array | object) => {
  const bytes =
    typeof document === 'string' || document instanceof Uint8Array ? document : JSON.stringify(document)
  await writeFile(join(room.folder, 'other.json'), bytes)
  const reference = image.reference.replace(/:v1$/, `@${image.digest}`)
  const { exitCode, outcome } = await room.scan({ references: reference, vex: 'other.json' })
  return { exitCode, fixes: Number(outcome.outputs['to-fix'] ?? Number.NaN) }
}

test('whole, it takes off both, and nothing else', async () => {
  expect(await scanned(whole)).toEqual({ exitCode: 0, fixes: 0 })
})

const text = () => JSON.stringify(whole)
const each = (change: (statement: Statement) => object) => ({
  ...whole,
  statements: whole.statements.map(change),
})
const products = (change: (product: Statement['products'][number]) => object) =>
  each(one => ({ ...one, products: one.products.map(change) }))

test.each<[string, () => string | Uint8Array | object]>([
  ['nothing', () => ''],
  ['no JSON', () => '<html></html>'],
  ['null', () => 'null'],
  ['a list', () => [whole]],
  ['cut off', () => text().slice(0, -2)],
  ['cut off in the middle', () => text().slice(0, text().length / 2)],
  ['UTF-16', () => Buffer.from(text(), 'utf16le')],
  ['without statements', () => ({ ...whole, statements: [] })],
  ['without a context', () => ({ ...whole, '@context': undefined })],
  ['of another vulnerability', () => each(one => ({ ...one, vulnerability: { name: 'CVE-2099-9999' } }))],
  [
    'of the start of the vulnerability',
    () => each(one => ({ ...one, vulnerability: { name: 'CVE-2099-000' } })),
  ],
  ['of no vulnerability', () => each(({ vulnerability: _, ...rest }) => rest)],
  [
    'of another image',
    () => products(one => ({ ...one, '@id': one['@id'].replace(/^pkg:oci\/[^@]*/, 'pkg:oci/other') })),
  ],
  [
    'of another digest',
    () => products(one => ({ ...one, '@id': one['@id'].replace(/%3A[0-9a-f]{8}/, '%3A00000000') })),
  ],
  [
    'of another repository',
    () =>
      products(one => ({
        ...one,
        '@id': one['@id'].replace(/repository_url=.*/, 'repository_url=ghcr.io%2Fother'),
      })),
  ],
  ['of other packages', () => products(one => ({ ...one, subcomponents: [{ '@id': 'pkg:npm/other@1' }] }))],
  ['of no products', () => each(one => ({ ...one, products: [] }))],
  ['that says affected', () => each(one => ({ ...one, status: 'affected' }))],
  ['that is investigating', () => each(one => ({ ...one, status: 'under_investigation' }))],
  ['of a status that is none', () => each(one => ({ ...one, status: 'harmless' }))],
  ['of a status in capitals', () => each(one => ({ ...one, status: 'NOT_AFFECTED' }))],
])('%s takes nothing off', async (_, document) => {
  const { exitCode, fixes } = await scanned(document())
  expect([exitCode, exitCode === 1 ? fixes : 0]).toEqual([
    expect.toBeOneOf([1, 2, 3]),
    exitCode === 1 ? 2 : 0,
  ])
})

test('a file that is not there is a wrong call, not a document of nothing', async () => {
  const { exitCode } = await room.scan({ references: image.reference, vex: 'none.json' })
  expect([2, 3]).toContain(exitCode)
})
