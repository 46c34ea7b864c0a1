import { describe, expect, test } from 'vitest'
import type { JournalEntry } from '../../src/cleanup/journal.ts'
import type { Digest } from '../../src/image/index.ts'
import { apply, company, MemoryRegistry, memoryFiles, past, planOf, repository } from './apply-world.ts'

describe('apply', () => {
  test('deletes exactly what the plan lists, parts and signatures included, and leaves the release whole', async () => {
    const registry = company()
    const plan = await planOf(registry)
    expect(plan.lines.map(line => line.tags[0]).sort()).toEqual([
      'commit-aaaaaaaaaaaa',
      'pr-1',
      'pr-2',
      'pr-3',
      'pr-4',
    ])
    const result = await apply(registry, { plan })
    expect(result.findings).toEqual([])
    expect(result).toMatchObject({ verdict: 'pass', outputs: { deleted: '5', skipped: '0' } })
    expect([...registry.tagged.keys()]).toEqual(['v1.0.0'])
    expect(registry.stored.size).toBe(1)
    expect(registry.broken()).toEqual([])
  })

  test('leaves no index without a child and no referrer without its image, after every single request', async () => {
    const registry = company()
    const plan = await planOf(registry)
    const complaints: string[] = []
    registry.after = () => {
      complaints.push(...registry.broken())
      for (const digest of registry.stored.keys()) {
        const subject = registry.parsed(digest)?.subject
        const gone = subject !== undefined && !registry.stored.has(subject)
        // Referrers come after their image: for a moment they are alone, and that is all they may be.
        if (gone && registry.log.at(-1)?.startsWith('LIST')) complaints.push(`${digest} outlived ${subject}`)
      }
    }
    await apply(registry, { plan })
    expect(complaints).toEqual([])
  })

  test('writes the exact bytes of everything into the journal before the first deletion of a line', async () => {
    const registry = company()
    const bytes = new Map(
      [...registry.stored].map(([digest, raw]) => [digest, Buffer.from(raw.bytes).toString('base64')]),
    )
    const files = memoryFiles()
    registry.before = request => {
      if (!request.startsWith('DELETE')) return
      const entries = [...files.contents.values()]
        .join('')
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as JournalEntry)
      const manifests = entries.flatMap(entry => (entry.event === 'intent' ? entry.manifests : []))
      const digest = request.slice('DELETE '.length) as Digest
      expect(manifests.find(manifest => manifest.digest === digest)?.bytes).toBe(bytes.get(digest))
    }
    await apply(registry, { plan: await planOf(registry), files })
    expect(registry.deletions).toHaveLength(11)
  })

  test('asks no more than each line needs: its tags, the bytes and the deletion of each manifest, a listing per 50', async () => {
    const registry = new MemoryRegistry()
    registry.tag('v1.0.0', registry.image('kept'))
    for (let n = 0; n < 120; n++) registry.tag(`pr-${n}`, registry.image(`image ${n}`, { expireAt: past }))
    const plan = await planOf(registry)
    registry.log.length = 0
    await apply(registry, { plan })
    const count = (start: string) => registry.log.filter(entry => entry.startsWith(start)).length
    const planning = 1 + 121
    expect(count('LIST') + count('GET')).toBe(planning + 120 + 3)
    expect(count('DELETE')).toBe(120)
    expect(count('HEAD')).toBe(0)
  })

  test('without consent sends nothing, writes nothing, and names every request', async () => {
    const registry = company()
    const state = registry.state()
    const files = memoryFiles()
    const result = await apply(registry, { plan: await planOf(registry), send: false, files })
    expect(registry.state()).toBe(state)
    expect(registry.deletions).toEqual([])
    expect(files.contents.size).toBe(0)
    expect(result.text?.match(/DELETE \/v2\/acme\/app\/manifests\/sha256:/g)).toHaveLength(11)
    expect(result.text).toMatch(/--yes/)
  })

  test('a plan without lines is done', async () => {
    const registry = company()
    const plan = { ...(await planOf(registry)), lines: [] }
    expect(await apply(registry, { plan })).toMatchObject({ verdict: 'pass', findings: [] })
    expect(registry.deletions).toEqual([])
  })

  test('already gone counts as done', async () => {
    const registry = company()
    const plan = await planOf(registry)
    await apply(registry, { plan })
    expect(await apply(registry, { plan })).toMatchObject({
      verdict: 'pass',
      outputs: { 'already-gone': '5' },
    })
  })

  test('stops at max-deletions, and running again finishes the rest', async () => {
    const registry = company()
    const files = memoryFiles()
    const plan = await planOf(registry)
    const first = await apply(registry, { plan, files, maxDeletions: 2 })
    expect(first).toMatchObject({ verdict: 'warn', outputs: { deleted: '2', skipped: '3' } })
    expect(registry.broken()).toEqual([])
    const second = await apply(registry, { plan, files })
    expect(second).toMatchObject({ verdict: 'pass', outputs: { deleted: '3', 'already-gone': '2' } })
    expect([...registry.tagged.keys()]).toEqual(['v1.0.0'])
    expect(registry.stored.size).toBe(1)
  })

  test.each(['disabled', 'forbidden'] as const)(
    'says once what to set when deletion is %s, with nothing half done',
    async deletion => {
      const registry = company()
      const plan = await planOf(registry)
      const state = registry.state()
      registry.deletion = deletion
      const result = await apply(registry, { plan })
      expect(result.verdict).toBe('error')
      expect(
        result.findings.filter(finding => finding.fix?.includes('REGISTRY_STORAGE_DELETE_ENABLED')),
      ).toHaveLength(1)
      expect(registry.deletions).toHaveLength(1)
      expect(registry.state()).toBe(state)
    },
  )

  test('passes over an immutable image with its reason and goes on', async () => {
    const registry = company()
    const plan = await planOf(registry)
    registry.before = (_, count) => {
      registry.deletion = registry.deletions.length === 1 && count > 0 ? 'immutable' : 'allowed'
    }
    const result = await apply(registry, { plan })
    expect(result.verdict).toBe('error')
    expect(result.findings.filter(finding => finding.rule === 'skipped-refused')).toHaveLength(1)
    expect(result.outputs).toMatchObject({ deleted: '4', skipped: '1' })
    expect(registry.broken()).toEqual([])
  })

  test('gives up after three deletions without an answer, and says that it cannot tell', async () => {
    const registry = company()
    const plan = await planOf(registry)
    registry.deletion = 'silent'
    const result = await apply(registry, { plan })
    expect(result.verdict).toBe('error')
    expect(registry.deletions).toHaveLength(3)
    expect(registry.broken()).toEqual([])
  })

  test('takes away the names of what is gone where a registry leaves them, never those of anything else', async () => {
    const registry = company()
    registry.namesStay = true
    const result = await apply(registry, { plan: await planOf(registry) })
    expect(result.findings).toEqual([])
    expect([...registry.tagged.keys()]).toEqual(['v1.0.0'])
  })

  test('never writes a tag: what cannot be deleted by digest stays', async () => {
    const registry = company()
    await apply(registry, { plan: await planOf(registry) })
    expect(registry.log.filter(entry => entry.startsWith('PUT'))).toEqual([])
  })

  test('reads again what is kept and shares a layer with what went, and is loud when it is damaged', async () => {
    const registry = company()
    const plan = await planOf(registry)
    const base = [...registry.blobs].find(
      ([, bytes]) => Buffer.from(bytes).toString() === 'base',
    )?.[0] as Digest
    registry.after = request => {
      if (request.startsWith('DELETE')) registry.blobs.delete(base)
    }
    const result = await apply(registry, { plan })
    expect(result.verdict).toBe('error')
    expect(result.findings.find(finding => finding.rule === 'kept-image-damaged')).toMatchObject({
      severity: 'error',
      message: expect.stringContaining(base),
      image: expect.stringContaining(repository),
    })
  })
})
