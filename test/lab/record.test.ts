// The record of a real image on real registries: attached beside its signature, understood by cleanup, and what a
// deployment falls back on when the tag was overwritten, as in the incident.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildGraph, type Digest, follow, parseRepository, type Repository } from '../../src/image/index.ts'
import { openRegistries, readRepositories } from '../../src/registry/index.ts'
import { createLog } from '../../src/system/log.ts'
import { realWorld } from '../../src/system/node.ts'
import { type CosignKey, cosignKey, cosignSign, cosignVerify } from './cosign.ts'
import { image } from './images.ts'
import { type Registry, startRegistry } from './registries.ts'
import { type SignRoom, signRoom } from './sign.ts'
import { type Wire, wire } from './wire.ts'

let key: CosignKey
let registry: Registry
let call: Wire
let room: SignRoom

beforeAll(async () => {
  key = await cosignKey()
})
afterAll(() => rm(key.folder, { recursive: true, force: true }))

const commit = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334'
const released = (name: string) =>
  image({ labels: { name, 'org.opencontainers.image.revision': commit }, created: '2024-05-20T14:30:00Z' })

describe.each(['docker-registry', 'olareg'] as const)('on %s', kind => {
  beforeEach(async () => {
    registry = await startRegistry(kind)
    call = wire(registry.url)
    room = await signRoom(key)
    await room.file(
      '.image-hygiene.yml',
      `version: 1\nimages: ['${registry.host}/team/**']\nsign: { key: ${key.public} }\n`,
    )
  })
  afterEach(async () => {
    await room?.remove()
    await registry?.stop()
  })

  test('a record stands beside the signature, leaves it verifiable, and hangs on its image for cleanup', async () => {
    const one = released('v1.2.3')
    await call.pushImage('team/app', one, ['v1.2.3'])
    const reference = `${registry.host}/team/app:v1.2.3@${one.manifest.digest}`
    const bare = reference.replace(':v1.2.3@', '@')
    await cosignSign(key, bare, 'bundle')
    const ran = await room.step('record', {
      references: reference,
      'record-file': 'record.json',
      attach: 'true',
      catalog: 'catalog.jsonl',
    })
    expect(ran.outcome.findings).toEqual([])
    const record = JSON.parse(await readFile(join(room.folder, 'record.json'), 'utf8')) as Record<
      string,
      unknown
    >
    expect(record).toMatchObject({
      image: `${registry.host}/team/app:v1.2.3`,
      digest: one.manifest.digest,
      built_at: '2024-05-20T14:30:00Z',
      git_commit: commit,
      class: 'release',
      security_scan: { status: null },
      signatures: [{ format: 'bundle' }],
    })
    expect((await cosignVerify(key, bare, 'bundle')).code).toBe(0)

    const world = realWorld({
      env: {},
      cwd: room.folder,
      log: createLog({ line: () => {}, clock: () => 0 }),
      input: (async function* () {})(),
    })
    const registries = openRegistries(world)
    const [snapshot] = await readRepositories([`${registry.host}/team/app`], registries, world.log)
    if (snapshot === undefined) throw new Error('no snapshot')
    const repository = parseRepository(`${registry.host}/team/app`) as Repository
    const subject = one.manifest.digest as string as Digest
    const api = await registries.of(repository).referrers(repository, subject)
    const referrers = Array.isArray(api)
      ? new Map([[subject, api.map(({ digest }) => digest)]])
      : snapshot.referrers
    const graph = buildGraph({ ...snapshot, referrers })
    const node = graph.nodeOf(subject)
    const hanging = follow(graph.referrers, node ?? -1).map(at => graph.digests[at])
    expect(hanging).toContain(ran.outcome.outputs['record-digest'])
    await world.http.close()
  })

  test('a rollback falls back on what was recorded, and an overwritten tag is told', async () => {
    const [good, evil, next] = ['good', 'evil', 'next'].map(released)
    if (good === undefined || evil === undefined || next === undefined) throw new Error('no images')
    await call.pushImage('team/app', good, ['v1.4.0'])
    await call.pushImage('team/app', next, ['v1.5.0'])
    const at = (tag: string, one: typeof good) => `${registry.host}/team/app:${tag}@${one.manifest.digest}`
    for (const [tag, one] of [
      ['v1.4.0', good],
      ['v1.5.0', next],
    ] as const) {
      await cosignSign(key, at(tag, one).replace(`:${tag}@`, '@'), 'bundle')
      await room.step('record', { references: at(tag, one), catalog: 'catalog.jsonl' })
    }
    const deploy = {
      references: at('v1.5.0', next),
      rollback: `${registry.host}/team/app:v1.4.0`,
      catalog: 'catalog.jsonl',
    }
    const before = await room.step('verify', deploy)
    expect([before.exitCode, before.outcome.findings]).toEqual([0, []])
    expect(before.outcome.outputs['verified']?.split('\n')).toHaveLength(2)

    await call.pushImage('team/app', evil, ['v1.4.0'])
    const moved = await room.step('verify', deploy)
    expect(moved.exitCode).toBe(1)
    expect(moved.outcome.findings.map(({ rule }) => rule)).toEqual(['tag-moved'])

    const searched = await room.step('record', {
      catalog: 'catalog.jsonl',
      list: `commit=${commit.slice(0, 7)}`,
    })
    expect(searched.outcome.outputs['found']).toBe('2')
  })

  test('twenty jobs at once keep their catalog in the registry, and a rollback is looked up there', async () => {
    const catalog = `oci://${registry.host}/ops/catalog`
    const images = Array.from({ length: 20 }, (_, n) => ({ tag: `v1.0.${n}`, one: released(`v1.0.${n}`) }))
    for (const { tag, one } of images) await call.pushImage('team/app', one, [tag])
    const at = ({ tag, one }: (typeof images)[number]) =>
      `${registry.host}/team/app:${tag}@${one.manifest.digest}`
    const ran = await Promise.all(images.map(each => room.step('record', { references: at(each), catalog })))
    expect(ran.map(({ exitCode }) => exitCode)).toEqual(images.map(() => 0))
    const asked = await room.step('record', { catalog, list: `commit=${commit.slice(0, 7)}` })
    expect([asked.exitCode, asked.outcome.findings, asked.outcome.outputs['found']]).toEqual([0, [], '20'])

    const [before, next] = images as [(typeof images)[number], (typeof images)[number]]
    for (const each of [before, next]) {
      await cosignSign(key, at(each).replace(`:${each.tag}@`, '@'), 'bundle')
    }
    const rollback = `${registry.host}/team/app:${before.tag}`
    const deployed = await room.step('verify', { references: at(next), rollback, catalog })
    expect([deployed.exitCode, deployed.outcome.findings]).toEqual([0, []])
    expect(deployed.outcome.outputs['verified']).toContain(before.one.manifest.digest)
  })

  test('an image that is about to be cleaned up is not deployed', async () => {
    const one = released('planned')
    await call.pushImage('team/app', one, ['v2.0.0'])
    const bare = `${registry.host}/team/app@${one.manifest.digest}`
    await cosignSign(key, bare, 'legacy')
    const header = {
      schema: 'image-hygiene/plan/v1',
      plan: one.manifest.digest,
      policy: one.manifest.digest,
      sources: [],
    }
    const line = {
      action: 'delete',
      repository: `${registry.host}/team/app`,
      head: one.manifest.digest,
      tags: ['v2.0.0'],
      class: 'release',
      reason: 'superseded',
      with: [],
    }
    await room.file('plan.jsonl', `${JSON.stringify(header)}\n${JSON.stringify(line)}\n`)
    const ran = await room.step('verify', { references: bare, 'plan-file': 'plan.jsonl' })
    expect([ran.exitCode, ran.outcome.findings.map(({ rule }) => rule)]).toEqual([1, ['in-cleanup-plan']])
  })
})
