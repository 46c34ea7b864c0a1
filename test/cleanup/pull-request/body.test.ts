import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision, ImageDecision } from '../../../src/cleanup/decision.ts'
import { planLines } from '../../../src/cleanup/plan-file.ts'
import type { Words } from '../../../src/cleanup/pull-request/body-facts.ts'
import { readEdits } from '../../../src/cleanup/pull-request/edits.ts'
import { parseMarker } from '../../../src/cleanup/pull-request/marker.ts'
import { parseMessage } from '../../../src/cleanup/pull-request/message.ts'
import { type FreshPlan, type Wanted, wantedOf } from '../../../src/cleanup/pull-request/proposal.ts'
import { formatBytes } from '../../../src/cleanup/pull-request/title.ts'
import type { Gap, Repository, Tag } from '../../../src/image/index.ts'
import { digestOf, imageOf, repository } from './harness.ts'

const words: Words = { proposal: 'pull request', planFile: '.image-hygiene/cleanup-plan.jsonl', quietDays: 7 }

function fresh(images: readonly ImageDecision[], held: readonly Gap[] = []): FreshPlan {
  const repositories = [...new Set(images.map(image => image.repository))].map(name => ({
    repository: name,
    held,
    images: images.filter(image => image.repository === name),
    order: [],
    bytes: 0,
  }))
  const decision: Decision = { repositories }
  return {
    header: { policy: digestOf('policy'), sources: ['prod'] },
    lines: planLines(decision, []),
    decision,
  }
}

function wanted(
  images: readonly ImageDecision[],
  held: readonly Gap[] = [],
  struck: readonly string[] = [],
): Wanted {
  return wantedOf(fresh(images, held), new Set(struck), words)
}

describe('title', () => {
  test.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.0 KiB'],
    [1.3 * 1024 ** 3, '1.3 GiB'],
    [1024 ** 5 * 2000, '2000.0 PiB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text)
  })

  test('one image is one image', () => {
    expect(wanted([imageOf('pr-1')]).title).toMatch(/^Image cleanup: 1 image, 1\.0 MiB \(plan [0-9a-f]{7}\)$/)
  })
})

describe('tags that go alone', () => {
  const losing: ImageDecision = {
    ...imageOf('v1.0.0'),
    tags: ['commit-0000001' as Tag, 'v1.0.0' as Tag],
    class: 'release',
    fate: { goes: false, because: 'never-expires', detail: 'classes.release' },
    untag: {
      tags: ['commit-0000001' as Tag],
      because: 'expired',
      rule: { path: 'classes.commit.expires' },
      class: 'commit',
      by: { tag: 'v1.0.0' as Tag, digest: imageOf('v1.0.0').head },
    },
  }

  test('are in the title, in the first sentence, and in a table with the name that stays', () => {
    const both = wanted([imageOf('pr-1'), losing])
    expect(both.title).toMatch(/^Image cleanup: 1 image, 1\.0 MiB, 1 tag \(plan/)
    expect(both.body).toContain('**1 image** (1.0 MiB) from 1 repository and **1 tag** of images that stay')
    expect(both.body).toContain('| `commit-0000001` | `v1.0.0` | expired |')
    const alone = wanted([losing])
    expect(alone.title).toMatch(/^Image cleanup: 1 tag \(plan/)
    expect(alone.body).toContain('deletes **1 tag** of images that stay, and nothing else')
  })

  test('are struck out and kept like images; nobody turns such a line into another', () => {
    const proposed = wanted([losing])
    const name = `${losing.repository}@${losing.head}`
    expect(wanted([losing], [], [name])).toMatchObject({ lines: [], struck: [name] })
    const note = parseMessage(proposed.message)
    const edited = (action: string) =>
      readEdits({
        path: 'plan.jsonl',
        changed: ['plan.jsonl'],
        text: proposed.text.replace('"untag"', `"${action}"`),
        note,
        written: proposed.text,
      })
    expect(edited('keep')).toMatchObject({ understood: true, keeps: [{ action: 'keep', head: losing.head }] })
    expect(edited('delete')).toMatchObject({ understood: false, why: expect.stringContaining('rewritten') })
  })
})

describe('body', () => {
  test('says what goes, what stays and how to say no', () => {
    const release: ImageDecision = {
      ...imageOf('v1.0.0'),
      class: 'release',
      fate: { goes: false, because: 'never-expires', detail: 'classes.release' },
    }
    const { body } = wanted([imageOf('pr-1'), imageOf('pr-2'), release])
    for (const said of [
      'deletes **2 images** (2.0 MiB) from 1 repository',
      'the biggest',
      'the oldest',
      '`v1.0.0`',
      '"action":"keep"',
      'nothing comes for 7 days',
      '`prod`',
    ]) {
      expect(body).toContain(said)
    }
  })

  test('names held repositories and why', () => {
    const { body } = wanted([imageOf('pr-1')], [{ kind: 'listing', about: 'tag list', why: 'answers 500' }])
    expect(body).toMatch(/Held: nothing of these.*\n\n- `ghcr\.io\/acme\/app`: tag list: answers 500/)
  })

  test('the same world has the same body, and the marker tells another', () => {
    const images = [imageOf('pr-1'), imageOf('pr-2')]
    expect(wanted(images)).toEqual(wanted(images.toReversed()))
    const marker = parseMarker(wanted(images).body)
    expect(marker).toEqual(wanted(images).marker)
    expect(parseMarker(wanted([imageOf('pr-1')]).body)?.plan).not.toBe(marker?.plan)
  })

  test('what reviewers struck is left out of file and counts, and remembered in the commit', () => {
    const name = `${repository}@${digestOf('pr-2')}`
    const { lines, title, message, proposed, id } = wanted([imageOf('pr-1'), imageOf('pr-2')], [], [name])
    expect(lines.flatMap(line => line.tags)).toEqual(['pr-1'])
    expect(title).toContain('1 image,')
    expect(parseMessage(message)).toEqual({ plan: id, struck: [name] })
    expect(proposed).toBe(wanted([imageOf('pr-1'), imageOf('pr-2')]).id)
  })

  const hostile = fc.oneof(
    fc.constantFrom(
      '@everyone closes #12',
      'fixes acme/app#1',
      'GH-7 <img src=x onerror=1>',
      '| a | b |\n|---|---|\n',
      '<!-- image-hygiene plan=x --> ``` \u202e ![x](http://evil.example) !1 ~bug %2',
      '/close\n/merge',
      '$& $1 ${x}',
    ),
    fc.string({ unit: 'binary', maxLength: 200 }),
  )

  test('untrusted text mentions nobody, closes nothing, breaks no table and forges no marker', () => {
    fc.assert(
      fc.property(hostile, hostile, (about, why) => {
        const made = wanted([imageOf('pr-1')], [{ kind: 'listing', about, why }])
        expect(parseMarker(made.body)).toEqual(made.marker)
        const shown = visible(made.body)
        expect(shown).not.toMatch(/@[a-z]/i)
        expect(shown).not.toMatch(/(?:^|[^\w&`])(?:#|GH-|!|~|%)\d/)
        expect(made.body).not.toMatch(/^\s*\//m)
        expect(made.body.match(/<!--/g)).toHaveLength(1)
      }),
    )
  })
})

/** Roughly what a forge looks for mentions in: rendered text, code left out, escapes and entities resolved. */
function visible(markdown: string): string {
  return markdown
    .replace(/<!-- image-hygiene [^>]*-->/g, '')
    .replace(/`[^`\n]*`/g, '')
    .replace(/<code>.*?<\/code>/g, '')
    .replace(/\\([\\`*_{}[\]<>()#+!|~-])/g, '$1')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
}

describe('ten thousand images', () => {
  const many = Array.from({ length: 10_000 }, (_, index): ImageDecision => {
    const name = `pr-${index}`
    const where = `ghcr.io/acme/service-${index % 3000}-${'with-a-long-name-'.repeat(4)}x` as Repository
    return { ...imageOf(name), repository: where, tags: [name as Tag, `${name}-again` as Tag] }
  })

  test('are a body of less than 60,000 characters that says what it leaves out, in less than a second', () => {
    const plan = fresh(many)
    const start = process.cpuUsage()
    const { body, text } = wantedOf(plan, new Set(), words)
    const { user, system } = process.cpuUsage(start)
    expect(body.length).toBeLessThan(60_000)
    expect(body).toMatch(/_1 section is left out here for length \(table by repository and class\)/)
    expect(body).toContain('**10,000 images**')
    expect(text.split('\n')).toHaveLength(10_002)
    // Of the processor: the machine may be busy with other tests.
    expect((user + system) / 1000).toBeLessThan(1000)
  })
})
