// What both forges' full pipelines need: the sample application as a repository, registries, a database, keys; and what
// must be true at their end.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'
import { root } from './components.ts'
import { type CosignKey, cosignKey, cosignVerify } from './cosign.ts'
import { pushGolang } from './golang.ts'
import { type Registry, startRegistry } from './registries.ts'
import { run } from './run.ts'
import { fixtureDb } from './trivy.ts'
import { type Wire, wire } from './wire.ts'

export interface Company {
  readonly registry: Registry
  readonly call: Wire
  readonly key: CosignKey
  /** Trivy's cache folder. */
  readonly database: string
  readonly scratch: string
  /** The files of the sample application with its policy; further ones override. */
  files(more?: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>>
  close(): Promise<void>
}

export async function company(): Promise<Company> {
  const registry = await startRegistry('docker-registry')
  const application = join(root, 'examples/app')
  const [key, database, scratch] = await Promise.all([
    cosignKey(),
    fixtureDb(),
    mkdtemp(join(tmpdir(), 'lab-full-')),
    pushGolang(registry.host, application),
  ])
  return {
    registry,
    call: wire(registry.url),
    key,
    database,
    scratch,
    async files(more = {}) {
      const names = (await readdir(application)).filter(name => name !== 'Dockerfile.bad')
      const read = async (path: string) => readFile(path, 'utf8')
      const own = await Promise.all(
        names.map(async name => [name, await read(join(application, name))] as const),
      )
      const policy = await read(join(root, 'examples/policies/full.yml'))
      return {
        ...Object.fromEntries(own),
        '.image-hygiene.yml': policy.replace('ghcr.io/', `${registry.host}/`),
        'cosign.pub': await read(key.public),
        ...more,
      }
    },
    async close() {
      await registry.stop()
      for (const folder of [key.folder, database, scratch]) await rm(folder, { recursive: true, force: true })
    },
  }
}

export interface Made {
  /** `HOST/REPOSITORY` */
  readonly repository: string
  readonly tag: string
  readonly commit: string
  /** Paths. */
  readonly record: string
  readonly catalog: string
}

/** The record is valid and true, plain cosign vouches for the digest, and the catalog answers for it. */
export async function expectSealed({ call, key, registry }: Company, made: Made): Promise<void> {
  const { repository, tag, commit } = made
  const name = repository.slice(registry.host.length + 1)
  const digest = await call.digest(name, tag)
  const record = JSON.parse(await readFile(made.record, 'utf8')) as Record<string, unknown>
  const schema = JSON.parse(await readFile(join(root, 'schema/record.json'), 'utf8'))
  const ajv = new Ajv2020({ allErrors: true })
  addFormats.default(ajv)
  const valid = ajv.validate(schema, record)
  expect([valid, ajv.errors]).toEqual([true, null])
  expect(record).toMatchObject({
    image: `${repository}:${tag}`,
    digest,
    git_commit: commit,
    security_scan: { status: 'passed', critical_vulns: 0 },
    dependencies: { packages: expect.arrayContaining([expect.stringMatching(/^golang\/stdlib=/)]) },
    signatures: [expect.objectContaining({ format: 'bundle' })],
  })
  expect((await cosignVerify(key, `${repository}@${digest}`, 'bundle')).code).toBe(0)
  const search = ['record', '--catalog', made.catalog, '--list', `commit=${commit.slice(0, 7)}`, '--json']
  const { stdout } = await run([process.execPath, join(root, 'dist/cli/index.js'), ...search])
  expect(JSON.parse(stdout)).toMatchObject({ verdict: 'pass', outputs: { found: '1' } })
}
