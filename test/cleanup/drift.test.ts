import { describe, expect, test } from 'vitest'
import { openJournal } from '../../src/cleanup/journal.ts'
import type { Plan, PlanLine } from '../../src/cleanup/plan-file.ts'
import { planId } from '../../src/cleanup/plan-file.ts'
import { restore } from '../../src/cleanup/restore.ts'
import { type Digest, stemOf, type Tag } from '../../src/image/index.ts'
import {
  apply,
  type Call,
  company,
  digestOf,
  editedPlan,
  type MemoryRegistry,
  memoryFiles,
  past,
  planOf,
  repository,
} from './apply-world.ts'
import { after, day, now, row, usual } from './scene.ts'

/** What happens between the plan and its apply, to the company's registry. */
interface Drift {
  readonly happens: (registry: MemoryRegistry, plan: Plan) => Partial<Call> | undefined
  /** First tags of the lines that must not go, with their reason; all others go. */
  readonly skips: Readonly<Record<string, RegExp>>
}

const digestAt = (registry: MemoryRegistry, tag: string) => registry.tagged.get(tag as Tag) as Digest
const childrenOf = (registry: MemoryRegistry, digest: Digest) =>
  registry.parsed(digest)?.children.map(child => child.digest) ?? []

const drifts: Readonly<Record<string, Drift>> = {
  'a tag moved to another image': {
    happens: registry => {
      registry.tag('pr-3', registry.image('rebuilt', { expireAt: past }))
      return undefined
    },
    skips: { 'pr-3': /tag-moved/ },
  },
  'a tag was added that never expires': {
    happens: registry => {
      registry.tag('v2.0.0', digestAt(registry, 'pr-3'))
      return undefined
    },
    skips: { 'pr-3': /kept.*never-expires/ },
  },
  'a tag was added that nobody reviewed, though it expires as well': {
    happens: registry => {
      registry.tag('pr-99', digestAt(registry, 'pr-3'))
      return undefined
    },
    skips: { 'pr-3': /tag-added/ },
  },
  'a tag was taken away': {
    happens: registry => {
      registry.tagged.delete('pr-3' as Tag)
      return undefined
    },
    skips: { 'pr-3': /tag-gone/ },
  },
  'the same tag was pushed again with a later expiry': {
    happens: registry => {
      registry.tag('pr-3', registry.image('signed', { expireAt: now + day }))
      return undefined
    },
    skips: { 'pr-3': /tag-moved/ },
  },
  'a release index gained a child that was to go': {
    happens: registry => {
      const [child] = childrenOf(registry, digestAt(registry, 'pr-1'))
      registry.tag('v2.0.0', registry.index([child as Digest]))
      return undefined
    },
    skips: {},
  },
  'a release index gained a whole image that was to go': {
    happens: registry => {
      registry.tag('v2.0.0', registry.index([digestAt(registry, 'commit-aaaaaaaaaaaa')]))
      return undefined
    },
    skips: { 'commit-aaaaaaaaaaaa': /shared/ },
  },
  'an image gained a referrer that has an ordinary tag of its own': {
    happens: registry => {
      registry.tag('v1.0.0-report', registry.image('report', { subject: digestAt(registry, 'pr-3') }))
      return undefined
    },
    skips: { 'pr-3': /kept/ },
  },
  'an image was deployed by tag': {
    happens: () => ({ uses: [{ repository, tag: 'pr-3' as Tag }] }),
    skips: { 'pr-3': /in-use.*Deployment\/web/ },
  },
  'one platform of an index was deployed by digest': {
    happens: registry => {
      const [, arm] = childrenOf(registry, digestAt(registry, 'pr-1'))
      return { uses: [{ digest: arm as Digest }] }
    },
    skips: { 'pr-1': /in-use/ },
  },
  'an image was deployed by the digest of its config': {
    happens: registry => ({
      uses: [{ digest: registry.parsed(digestAt(registry, 'pr-3'))?.config?.digest as Digest }],
    }),
    skips: { 'pr-3': /in-use/ },
  },
  'the policy became stricter': {
    happens: () => ({ rules: { classes: { ...usual, preview: row(['pr-{number}'], {}) } } }),
    skips: {
      'pr-1': /never-expires/,
      'pr-2': /never-expires/,
      'pr-3': /never-expires/,
      'pr-4': /never-expires/,
    },
  },
  'the policy was weakened in the same merge': {
    happens: registry => {
      registry.tag('base-lts', registry.image('base'))
      return {
        rules: { classes: { ...usual, release: row(['v{semver}'], { expires: after(1) }) } },
        before: { classes: { ...usual, preview: row(['pr-{number}'], {}) } },
      }
    },
    skips: {
      'pr-1': /never-expires/,
      'pr-2': /never-expires/,
      'pr-3': /never-expires/,
      'pr-4': /never-expires/,
    },
  },
  'a limit fell below the plan': {
    happens: () => ({ rules: { cleanup: { limits: { deletions: 4, share: 1 } } } }),
    // What waited longest goes first, ties by digest.
    skips: { 'commit-aaaaaaaaaaaa': /limit/ },
  },
  'a line was added by hand for a release': {
    happens: (registry, plan) => ({
      plan: editedPlan(plan, lines => [...lines, lineFor(registry, 'v1.0.0')]),
    }),
    skips: { 'v1.0.0': /never-expires/ },
  },
  'a line was edited to name another image': {
    happens: (registry, plan) => ({
      plan: editedPlan(plan, lines =>
        lines.map(line => (line.tags[0] === 'pr-3' ? { ...line, head: digestAt(registry, 'v1.0.0') } : line)),
      ),
    }),
    skips: { 'pr-3': /tag-moved/ },
  },
  'a line was edited to hide a tag that was there when it was planned': {
    happens: (registry, plan) => {
      const head = registry.tag('pr-77', digestAt(registry, 'pr-3'))
      const both: readonly Tag[] = ['pr-3' as Tag, 'pr-77' as Tag]
      const planned = plan.lines.map(line => (line.head === head ? { ...line, tags: both } : line))
      const hidden = planned.map(line => (line.head === head ? { ...line, tags: both.slice(0, 1) } : line))
      return { plan: { ...plan, header: { ...plan.header, plan: planId(planned) }, lines: hidden } }
    },
    skips: { 'pr-3': /tag-added/ },
  },
  'the line of an index was struck out, and shares a platform with one that stays in the plan': {
    happens: (_, plan) => ({
      plan: editedPlan(plan, lines => lines.filter(line => line.tags[0] !== 'pr-1')),
    }),
    skips: {},
  },
  'a reviewer keeps one': {
    happens: (_, plan) => ({
      plan: editedPlan(plan, lines =>
        lines.map(line => (line.tags[0] === 'pr-3' ? { ...line, action: 'keep' as const } : line)),
      ),
    }),
    skips: {},
  },
}

function lineFor(registry: MemoryRegistry, tag: string): PlanLine {
  return {
    action: 'delete',
    repository,
    head: digestAt(registry, tag),
    tags: [tag as Tag],
    class: 'preview',
    reason: 'expired',
    with: [],
  }
}

describe('drift between the plan and apply', () => {
  test.each(Object.entries(drifts))('%s', async (_, { happens, skips }) => {
    const registry = company()
    const reviewed = await planOf(registry)
    const changes = happens(registry, reviewed) ?? {}
    const plan = changes.plan ?? reviewed
    const bench: Call = { plan, ...changes }
    const now = await planOf(registry, bench)
    const heads = (lines: readonly PlanLine[]) =>
      new Set(lines.flatMap(line => (line.action === 'delete' ? [line.head] : [])))
    const allowed = new Set(
      now.lines.flatMap(line => (line.action === 'delete' ? [line.head, ...line.with] : [])),
    )
    const keptTags = [...registry.tagged]
      .filter(([, digest]) => !heads(plan.lines).has(digest))
      .map(([tag]) => tag)
    const skipped = plan.lines.filter(line => (line.tags[0] ?? '') in skips)

    const result = await apply(registry, bench)

    // Deletions ⊆ merged plan ∩ fresh plan: heads by their lines, parts by the fresh plan alone.
    for (const digest of registry.deletions) expect(allowed).toContain(digest)
    const deletedHeads = registry.deletions.filter(digest => [...heads(now.lines)].includes(digest))
    for (const digest of deletedHeads) expect(heads(plan.lines)).toContain(digest)
    expect(registry.broken()).toEqual([])
    for (const tag of keptTags) if (!/^sha256-/.test(tag)) expect([...registry.tagged.keys()]).toContain(tag)

    const reasons = Object.fromEntries(
      result.findings
        .filter(finding => finding.rule.startsWith('skipped-'))
        .map(finding => [finding.image?.split(':').at(-1) ?? '', finding.message]),
    )
    expect(Object.keys(reasons).sort()).toEqual(Object.keys(skips).sort())
    for (const [tag, reason] of Object.entries(skips)) expect(reasons[tag]).toMatch(reason)
    for (const line of skipped) {
      if (registry.stored.has(line.head)) expect(registry.deletions).not.toContain(line.head)
    }
    const deletable = plan.lines.filter(line => line.action === 'delete').length - Object.keys(skips).length
    expect(result.outputs['deleted']).toBe(String(deletable))
  })

  test('every line drifted is exit 1, and a plan is never made up for it', async () => {
    const registry = company()
    const plan = await planOf(registry)
    for (const line of plan.lines)
      registry.tag(line.tags[0] as string, registry.image(`new ${line.tags[0]}`, { expireAt: past }))
    expect(await apply(registry, { plan })).toMatchObject({
      verdict: 'fail',
      outputs: { deleted: '0', skipped: '5' },
    })
    expect(registry.deletions).toEqual([])
  })

  test('an absent head whose line names foreign children deletes none of them', async () => {
    const registry = company()
    const release = digestAt(registry, 'v1.0.0')
    const absent = `sha256:${'e'.repeat(64)}` as Digest
    const [child] = childrenOf(registry, digestAt(registry, 'pr-1'))
    const line = {
      ...lineFor(registry, 'v1.0.0'),
      head: absent,
      tags: ['pr-50' as Tag],
      with: [release, child as Digest],
    }
    const plan = editedPlan(await planOf(registry), () => [line])
    expect(await apply(registry, { plan })).toMatchObject({
      verdict: 'pass',
      outputs: { 'already-gone': '1' },
    })
    expect(registry.deletions).toEqual([])
  })

  test('a live head whose line names foreign children deletes its own alone', async () => {
    const registry = company()
    const release = digestAt(registry, 'v1.0.0')
    const plan = editedPlan(await planOf(registry), lines =>
      lines.filter(line => line.tags[0] === 'pr-3').map(line => ({ ...line, with: [release] })),
    )
    await apply(registry, { plan })
    expect(registry.deletions).toHaveLength(2)
    expect(registry.stored.has(release)).toBe(true)
  })

  test('the same plan replayed after restore deletes nothing that was put back', async () => {
    const registry = company()
    const plan = await planOf(registry)
    const before = registry.state()
    const files = memoryFiles()
    await apply(registry, { plan, files })
    await restore(await openJournal('journal', files), [], () => registry)
    expect(registry.state()).toBe(before)
    const deletions = registry.deletions.length
    const result = await apply(registry, { plan, files })
    expect(result.verdict).toBe('fail')
    expect(result.findings.map(finding => finding.rule)).toEqual(Array(5).fill('skipped-restored'))
    expect(registry.deletions).toHaveLength(deletions)
    // A plan that was proposed and merged anew is another matter.
    const merged = { ...plan, header: { ...plan.header, plan: planId([]) } }
    expect(await apply(registry, { plan: merged, files })).toMatchObject({ outputs: { deleted: '5' } })
  })
})

describe('drift between the last reading and the deletion', () => {
  test('a tag that moved after the fresh plan was made is seen by the last look', async () => {
    const registry = company()
    const plan = await planOf(registry)
    let moved = false
    registry.before = request => {
      if (moved || !request.startsWith('DELETE')) return
      moved = true
      registry.tag('pr-3', registry.image('rebuilt', { expireAt: past }))
    }
    const first = plan.lines.find(line => line.tags[0] !== 'pr-3')
    const last = plan.lines.find(line => line.tags[0] === 'pr-3')
    const result = await apply(registry, { plan: editedPlan(plan, () => [first, last] as PlanLine[]) })
    if (registry.deletions[0] === last?.head) return
    expect(result.findings.map(finding => finding.rule)).toEqual(['skipped-tag-moved'])
  })

  test('the registry turning read-only in the middle leaves every image whole, and the rest for later', async () => {
    const registry = company()
    const plan = await planOf(registry)
    const files = memoryFiles()
    registry.before = () => {
      registry.deletion = registry.deletions.length > 3 ? 'forbidden' : 'allowed'
    }
    const result = await apply(registry, { plan, files })
    expect(result.verdict).toBe('error')
    expect(result.findings.filter(finding => finding.rule === 'deletion-refused')).toHaveLength(1)
    expect(registry.broken()).toEqual([])
    registry.before = () => {}
    registry.deletion = 'allowed'
    await apply(registry, { plan, files })
    expect([...registry.tagged.keys()]).toEqual(['v1.0.0'])
    expect(registry.stored.size).toBe(1)
  })

  test('an index pushed meanwhile that needs a deleted platform gets it back, and the run is a fault', async () => {
    const registry = company()
    const plan = await planOf(registry)
    const arm = childrenOf(registry, digestAt(registry, 'pr-1'))[1] as Digest
    let pushed = false
    registry.after = request => {
      if (pushed || request !== `DELETE ${arm}`) return
      pushed = true
      // Pushed by a registry that checks nothing, or right before the deletion took effect.
      const raw = Buffer.from(
        JSON.stringify({
          schemaVersion: 2,
          mediaType: 'application/vnd.oci.image.index.v1+json',
          manifests: [{ mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: arm, size: 500 }],
        }),
      )
      const digest = digestOf(raw)
      registry.stored.set(digest, { mediaType: 'application/vnd.oci.image.index.v1+json', bytes: raw })
      registry.tag('v3.0.0', digest)
    }
    const result = await apply(registry, { plan })
    expect(pushed).toBe(true)
    expect(result.verdict).toBe('error')
    expect(result.findings.find(finding => finding.rule === 'put-back')?.image).toBe(`${repository}:v3.0.0`)
    expect(registry.broken()).toEqual([])
  })

  test('a signature pushed for an image that just went brings the image back', async () => {
    const registry = company()
    const plan = await planOf(registry)
    const head = digestAt(registry, 'commit-aaaaaaaaaaaa')
    registry.after = request => {
      if (request === `DELETE ${head}`) registry.tag(`${stemOf(head)}.sig`, registry.image('late signature'))
    }
    const result = await apply(registry, { plan })
    expect(result.verdict).toBe('error')
    expect(registry.stored.has(head)).toBe(true)
  })
})
