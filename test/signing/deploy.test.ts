// What a deploy job asks besides the signature: that the tag still means the image, that the class asks for a signature,
// that the image can be pulled now, and will be there tomorrow. The failed rollback of the incident is here.
import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { formatRecord } from '../../src/catalog/catalog.ts'
import { putBlob, putManifest } from '../../src/demo/registry/index.ts'
import { type Digest, manifestTypes } from '../../src/image/index.ts'
import { seedRecord } from '../catalog/records.ts'
import { pushIndex } from '../fakes/registry/index.ts'
import { ended, enter, fixOf, type Room } from './running.ts'

let room: Room
beforeEach(async () => {
  room = await enter()
  await room.file('cosign.pub', pem)
  await room.file(
    '.image-hygiene.yml',
    `version: 1\nimages: ['${room.repository}']\nsign: { key: cosign.pub }\n`,
  )
})
afterEach(() => room.leave())

const manifestType = manifestTypes[1]
const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()

/** An image that cosign accepts. */
async function signed(tag: string, more: Parameters<Room['push']>[0] = {}): Promise<Digest> {
  const digest = room.push({ tags: [tag], content: tag, labels: { tag }, ...more })
  await room.cosign.accept(digest)
  return digest
}

/** A catalog of releases, in the order they were made. */
const recorded = (...releases: readonly (readonly [tag: string, digest: Digest])[]) =>
  room.file(
    'catalog.jsonl',
    releases
      .map(([tag, digest]) => {
        const image = `${room.repository}:${tag}`
        return formatRecord(seedRecord({ image, digest, tags: [image] }))
      })
      .join(''),
  )

const verify = (references: string, inputs: Readonly<Record<string, string>> = {}) =>
  room.step('verify', { references, ...inputs })
const stored = () => {
  const repository = room.registry.store.repositories.get('team/app')
  if (repository === undefined) throw new Error('nothing was pushed')
  return repository
}

describe('an image to fall back on', () => {
  let next: Digest
  let before: Digest
  beforeEach(async () => {
    before = await signed('v1.4.0')
    next = await signed('v1.5.0')
    await recorded(['v1.4.0', before], ['v1.5.0', next])
  })
  const deploy = (rollback = `${room.repository}:v1.4.0`) =>
    verify(`${room.repository}:v1.5.0@${next}`, { rollback, catalog: 'catalog.jsonl' })

  test('is what was recorded under its tag, and is proven like the one deployed', async () => {
    const ran = await deploy()
    expect(ended(ran)).toEqual([0])
    expect(ran.outcome.outputs['verified']?.split('\n')).toEqual([
      `${room.repository}@${next}`,
      `${room.repository}@${before}`,
    ])
    expect(ran.result.text).toMatch(/v1\.4\.0.* to fall back on/)
  })

  test.each(['layer', 'config'] as const)(
    'whose %s the registry has lost is found before it is needed',
    async part => {
      const manifest = stored().manifests.get(before)?.manifest
      const blob = part === 'layer' ? manifest?.layers[0] : manifest?.config
      if (blob === undefined) throw new Error('it has none')
      stored().blobs.delete(blob.digest)
      const ran = await deploy()
      expect(ended(ran)).toEqual([1, 'not-pullable'])
      expect(ran.outcome.findings[0]).toMatchObject({
        message: expect.stringContaining(blob.digest),
        image: `${room.repository}:v1.4.0@${before}`,
      })
      expect(fixOf(ran)).toContain('choose another image to fall back on')
      expect(ran.result.text).toMatch(/^✓ .*v1\.5\.0.*\n✗ .*v1\.4\.0.* 1 signature verified, not-pullable, /)
      expect(ran.outcome.outputs).toMatchObject({
        verified: `${room.repository}@${next}`,
        refused: `${room.repository}@${before}`,
      })
    },
  )

  test('a user without a password is told of: a job that may not see the secret gives an empty one', async () => {
    await verify(`${room.repository}@${next}`, { 'registry-username': 'ci', 'registry-password': '' })
    expect(room.said.join('\n')).toContain('registry-username is of no use without registry-password')
  })

  test('that is gone altogether is told by both who looked', async () => {
    stored().manifests.delete(before)
    stored().tags.delete('v1.4.0')
    const [exit, ...rules] = ended(await deploy())
    expect([exit, rules.toSorted()]).toEqual([1, ['not-pullable', 'tag-gone']])
  })

  test('whose manifest cannot be read is neither right nor wrong', async () => {
    room.registry.between = ({ line }, store) => {
      if (line.includes(before))
        room.registry.answerOnce = { status: 500, headers: {}, body: Buffer.from('') }
      void store
    }
    const [exit, ...rules] = ended(await deploy())
    expect([exit, new Set(rules)]).toEqual([3, new Set(['undecidable'])])
  })

  test('of many platforms needs all of them', async () => {
    const platforms = ['amd64', 'arm64'].map(content => room.push({ content }))
    const index = pushIndex(room.registry.store, 'team/app', { tags: ['v1.6.0'], children: platforms })
    await room.cosign.accept(index)
    const reference = `${room.repository}:v1.6.0@${index}`
    expect(ended(await verify(reference))).toEqual([0])
    stored().manifests.delete(platforms[1] as Digest)
    expect(ended(await verify(reference))).toEqual([1, 'not-pullable'])
  })

  test('of no record and no digest is refused: a tag says nothing about what was released', async () => {
    const ran = await deploy(`${room.repository}:v1.3.0`)
    expect(ended(ran)).toEqual([2, 'bad-usage'])
    expect(fixOf(ran)).toContain('@sha256:')
  })
})

describe('with credentials that may not pull', () => {
  test('nothing is decided', async () => {
    await room.leave()
    room = await enter({ kind: 'basic', login: { username: 'robot', password: 'right' } })
    await room.file('cosign.pub', pem)
    const digest = await signed('v1.0.0')
    const login = { 'registry-username': 'robot', 'registry-password': 'wrong', 'public-key': 'cosign.pub' }
    const [exit, ...rules] = ended(await verify(`${room.repository}@${digest}`, login))
    expect([exit, new Set(rules)]).toEqual([3, new Set(['undecidable'])])
  })
})

describe('a tag that moved', () => {
  test('off the digest that was asked for', async () => {
    const asked = await signed('v1.0.0')
    const evil = room.push({ tags: ['v1.0.0'], content: 'evil' })
    const ran = await verify(`${room.repository}:v1.0.0@${asked}`)
    expect(ended(ran)).toEqual([1, 'tag-moved'])
    expect(ran.outcome.findings[0]?.message).toContain(`now names ${evil}`)
  })

  test('off the digest that was recorded, however it is asked for', async () => {
    const asked = await signed('v1.0.0')
    const evil = await signed('v1.0.0', { content: 'evil' })
    await recorded(['v1.0.0', asked])
    const catalog = { catalog: 'catalog.jsonl' }
    // By the old digest: it is right, and its tag is not. By the new one: it is not what was released.
    expect(ended(await verify(`${room.repository}@${asked}`, catalog))).toEqual([1, 'tag-moved'])
    const [exit, ...rules] = ended(await verify(`${room.repository}:v1.0.0@${evil}`, catalog))
    expect([exit, new Set(rules)]).toEqual([1, new Set(['tag-moved'])])
  })

  test('is ordinary where the class does not say immutable', async () => {
    const asked = await signed('pr-7')
    room.push({ tags: ['pr-7'], content: 'next push' })
    const ran = await verify(`${room.repository}:pr-7@${asked}`)
    expect([...ended(ran), ran.outcome.findings[0]?.severity]).toEqual([0, 'tag-moved', 'warning'])
  })

  test('and came back by a later record is where it belongs', async () => {
    const first = await signed('v1.0.0')
    const second = await signed('v1.0.0', { content: 'rebuilt' })
    await recorded(['v1.0.0', first], ['v1.0.0', second])
    expect(ended(await verify(`${room.repository}:v1.0.0@${second}`, { catalog: 'catalog.jsonl' }))).toEqual([
      0,
    ])
  })
})

describe('require-signature', () => {
  const unsigned = (tag: string) => `${room.repository}:${tag}@${room.push({ tags: [tag], content: tag })}`

  test.each([
    ['always', 'v1.0.0', 1, 'error'],
    ['always', 'pr-7', 1, 'error'],
    ['by-class', 'v1.0.0', 1, 'error'],
    ['by-class', 'pr-7', 0, 'warning'],
    ['by-class', 'of-no-class', 1, 'error'],
  ])('%s: %s without a signature ends with %i, %s', async (how, tag, exit, severity) => {
    const ran = await verify(unsigned(tag), { 'require-signature': how })
    expect([...ended(ran), ran.outcome.findings[0]?.severity]).toEqual([exit, 'unsigned', severity])
  })

  test('by-class forgives no signature that is there and wrong', async () => {
    const reference = unsigned('pr-7')
    const tag = `${reference.split('@')[1]?.replace(':', '-')}.sig`
    const layer = {
      mediaType: 'application/vnd.dev.cosign.simplesigning.v1+json',
      digest: putPayload(),
      size: 2,
    }
    putSignature(tag, { ...layer, annotations: { 'dev.cosignproject.cosign/signature': 'AAAA' } })
    const ran = await verify(reference, { 'require-signature': 'by-class' })
    expect([...ended(ran), ran.outcome.findings[0]?.severity]).toEqual([1, 'tampered-payload', 'error'])
  })
})

function putPayload(): string {
  const bytes = new TextEncoder().encode('{}')
  return putBlob(room.registry.store, 'team/app', bytes)
}

function putSignature(tag: string, layer: object): void {
  const config = { mediaType: 'application/vnd.oci.image.config.v1+json', digest: putPayload(), size: 2 }
  const body = { schemaVersion: 2, mediaType: manifestType, config, layers: [layer] }
  putManifest(
    room.registry.store,
    'team/app',
    [tag],
    manifestType,
    new TextEncoder().encode(JSON.stringify(body)),
  )
}

describe('a cleanup plan', () => {
  test('that is about to delete the image stops its deployment, and a line that keeps it does not', async () => {
    const digest = await signed('pr-7')
    for (const [action, ends] of [
      ['delete', [1, 'in-cleanup-plan']],
      ['keep', [0]],
    ] as const) {
      const header = { schema: 'image-hygiene/plan/v1', plan: digest, policy: digest, sources: [] }
      const line = {
        ...{ action, repository: room.repository, head: digest, tags: ['pr-7'] },
        ...{ class: 'preview', reason: 'expired', with: [] },
      }
      await room.file('plan.jsonl', `${JSON.stringify(header)}\n${JSON.stringify(line)}\n`)
      const ran = await verify(`${room.repository}:pr-7@${digest}`, { 'plan-file': 'plan.jsonl' })
      expect(ended(ran)).toEqual(ends)
    }
  })
})

test('many images are verified side by side, in one table, in the order they were given', async () => {
  const tags = Array.from({ length: 30 }, (_, n) => `v1.0.${n}`)
  const references: string[] = []
  for (const [n, tag] of tags.entries()) {
    const digest = n % 7 === 3 ? room.push({ tags: [tag], content: tag }) : await signed(tag)
    references.push(`${room.repository}:${tag}@${digest}`)
  }
  const ran = await verify(references.join('\n'))
  expect(ran.exitCode).toBe(1)
  expect(ran.outcome.findings.map(({ image }) => image)).toEqual(references.filter((_, n) => n % 7 === 3))
  const rows = ran.result.summary?.split('\n').filter(line => line.includes('@sha256:')) ?? []
  expect(rows.map(row => /v1\.0\.\d+/.exec(row)?.[0])).toEqual(tags)
  expect(rows.map(row => row.includes('unsigned'))).toEqual(tags.map((_, n) => n % 7 === 3))
})
