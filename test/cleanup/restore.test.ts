import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openJournal } from '../../src/cleanup/journal.ts'
import { formatPlan, type PlanLine } from '../../src/cleanup/plan-file.ts'
import { readPlan } from '../../src/cleanup/plan-file-parse.ts'
import { restore } from '../../src/cleanup/restore.ts'
import { reportRestore } from '../../src/cleanup/restore-report.ts'
import { type Digest, parseReference, type Reference, type Tag } from '../../src/image/index.ts'
import type { Result } from '../../src/outcome/index.ts'
import { apply, company, type MemoryRegistry, memoryFiles, past, planOf, repository } from './apply-world.ts'

async function deleted(registry = company()) {
  const before = registry.state()
  const files = memoryFiles()
  const plan = await planOf(registry)
  await apply(registry, { plan, files })
  return { registry, files, plan, before }
}

async function restored(
  registry: MemoryRegistry,
  files: ReturnType<typeof memoryFiles>,
  ...references: readonly string[]
): Promise<Result> {
  const journal = await openJournal('journal', files)
  const images = await restore(journal, references.map(read), () => registry)
  return reportRestore(images, 'plan.jsonl')
}

function read(text: string): Reference {
  const reference = parseReference(`${repository}${text}`)
  if ('fault' in reference) throw new Error(reference.fault)
  return reference
}

describe('restore', () => {
  test('puts everything of the last plan back: exact bytes, tags, platforms, signatures', async () => {
    const { registry, files, before } = await deleted()
    expect(await restored(registry, files)).toMatchObject({ verdict: 'pass', outputs: { restored: '5' } })
    expect(registry.state()).toBe(before)
    expect(registry.broken()).toEqual([])
  })

  test('pushes in an order that a strict registry accepts: no index before its manifests', async () => {
    const { registry, files } = await deleted()
    registry.log.length = 0
    const result = await restored(registry, files)
    expect(result.findings).toEqual([])
    expect(registry.log.filter(entry => entry.startsWith('PUT'))).toHaveLength(11)
  })

  test('brings back one image that is named by tag, with a platform that went with another image', async () => {
    const { registry, files } = await deleted()
    await restored(registry, files, ':pr-1')
    expect([...registry.tagged.keys()].sort()).toEqual(['pr-1', 'v1.0.0'])
    expect(registry.broken()).toEqual([])
  })

  test('brings back one image by the digest of its platform', async () => {
    const { registry, files, plan } = await deleted()
    const line = plan.lines.find(({ tags }) => tags[0] === 'pr-2') as PlanLine
    await restored(registry, files, `@${line.with[0]}`)
    expect(registry.tagged.get('pr-2' as Tag)).toBe(line.head)
    expect(registry.broken()).toEqual([])
  })

  test('never moves a tag that now points elsewhere, and says so', async () => {
    const { registry, files } = await deleted()
    const newer = registry.tag('pr-3', registry.image('newer', { expireAt: past }))
    const result = await restored(registry, files, ':pr-3')
    expect(registry.tagged.get('pr-3' as Tag)).toBe(newer)
    expect(result.verdict).toBe('fail')
    expect(result.findings.map(finding => finding.rule)).toEqual(['tag-not-moved'])
    expect(registry.broken()).toEqual([])
  })

  test("says which blobs the registry's garbage collection has taken", async () => {
    const { registry, files } = await deleted()
    const taken = [...registry.blobs].find(
      ([, bytes]) => Buffer.from(bytes).toString() === 'layer of signed',
    )?.[0]
    registry.blobs.delete(taken as Digest)
    const result = await restored(registry, files)
    expect(result).toMatchObject({ verdict: 'fail', outputs: { restored: '4' } })
    expect(result.findings).toHaveLength(1)
    expect(result.findings[0]).toMatchObject({
      rule: 'collected',
      message: expect.stringContaining(String(taken)),
    })
    expect(registry.broken()).toEqual([])
  })

  test('prints the keep lines that make it last: with them the next plan proposes nothing', async () => {
    const { registry, files } = await deleted()
    const result = await restored(registry, files)
    const header = formatPlan({ policy: `sha256:${'0'.repeat(64)}`, sources: [] }, [])
    const plan = readPlan(`${header}${result.outputs['keep-lines']}\n`, 'plan.jsonl')
    expect(plan.lines.map(line => line.action)).toEqual(Array(5).fill('keep'))
    for (const line of plan.lines) expect(result.text).toContain(line.head)
    const proposed = new Set((await planOf(registry)).lines.map(line => line.head))
    for (const line of plan.lines) expect(proposed).toContain(line.head)
  })

  test('run twice does nothing more', async () => {
    const { registry, files } = await deleted()
    await restored(registry, files, ':pr-1', ':pr-3')
    registry.log.length = 0
    await restored(registry, files, ':pr-1', ':pr-3')
    expect(registry.log.filter(entry => entry.startsWith('PUT'))).toEqual([])
  })

  test('of a tag that was deleted twice, the later image has it again', async () => {
    const { registry, files } = await deleted()
    const later = registry.tag('pr-3', registry.image('later', { expireAt: past }))
    await apply(registry, { plan: await planOf(registry), files })
    expect(registry.tagged.has('pr-3' as Tag)).toBe(false)
    await restored(registry, files, ':pr-3')
    expect(registry.tagged.get('pr-3' as Tag)).toBe(later)
  })

  test('an image that the journal does not know is a wrong call, and so is an empty journal', async () => {
    const { registry, files } = await deleted()
    await expect(restored(registry, files, ':never')).rejects.toMatchObject({ exitCode: 2 })
    await expect(restored(registry, memoryFiles())).rejects.toMatchObject({ code: 'no-file', exitCode: 2 })
  })

  test('a registry that gives no clear answer is exit 3', async () => {
    const { registry, files } = await deleted()
    registry.putManifest = () => Promise.resolve({ unknown: 'HTTP 500' }) as never
    expect((await restored(registry, files)).verdict).toBe('error')
  })

  test('bytes that were changed in the journal are never pushed', async () => {
    const { registry, files } = await deleted()
    for (const [path, text] of files.contents) {
      files.contents.set(
        path,
        text.replaceAll(/"bytes":"[^"]{20}/g, found => found.replace(/.{4}$/, 'AAAA')),
      )
    }
    const result = await restored(registry, files)
    expect(result.verdict).toBe('error')
    expect(registry.log.filter(entry => entry.startsWith('PUT'))).toEqual([])
  })

  test('a journal cut off anywhere restores what it holds whole, and never anything broken', async () => {
    const { registry, files, before } = await deleted()
    const [path = '', text = ''] = [...files.contents][0] ?? []
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), async at => {
        const copy = registry.copy()
        const cut = memoryFiles(new Map([[path, text.slice(0, at)]]))
        await restored(copy, cut).catch(error => expect(error).toMatchObject({ code: 'no-file' }))
        expect(copy.broken()).toEqual([])
        if (at === text.length) expect(copy.state()).toBe(before)
      }),
      { numRuns: 60 },
    )
  })
})
