import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  annotationLines,
  bakeFile,
  buildArguments,
  buildTime,
  dotenv,
  type Expires,
  expiresInWords,
  expiresOf,
  labelLines,
  makeAnnotations,
  makeLabels,
  missingLabels,
  readLabels,
} from '../../src/build/index.ts'
import { parseExpireAt } from '../../src/image/index.ts'
import { facts, sha } from './events.ts'
import { days, defaults, never, policyOf } from './policies.ts'

const now = Date.parse('2026-11-21T01:23:45Z') / 1000
const never_: Expires = { kind: 'never' }
const soon: Expires = { kind: 'at', at: 1_795_485_600, after: 3 * 86_400 }
const oci = (name: string) => `org.opencontainers.image.${name}`

function labelsOf(more: Partial<Parameters<typeof makeLabels>[0]> = {}) {
  return makeLabels({
    facts: facts(),
    version: '1.2.3',
    title: 'app',
    created: now,
    expires: soon,
    quay: false,
    onQuay: false,
    further: new Map(),
    ...more,
  })
}

describe('when an image may go', () => {
  test.each([
    ['three days, rounded up to the hour', days(3), now, '2026-11-24T02:00:00Z'],
    ['a full hour stays', days(3), Date.parse('2026-11-21T01:00:00Z') / 1000, '2026-11-24T01:00:00Z'],
    ['half a day', { kind: 'after', seconds: 12 * 3600 } as const, now, '2026-11-21T14:00:00Z'],
  ])('%s', (_name, expiry, base, at) => {
    expect(expiresOf(expiry, base, now)).toMatchObject({ kind: 'at', at: Date.parse(at) / 1000 })
  })

  test('a rerun within the hour makes the same label, and the reader of labels takes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 3599 }), (count, later) => {
        const hour = Math.ceil(now / 3600) * 3600
        const one = expiresOf(days(count), hour + 1, hour)
        expect(expiresOf(days(count), hour + Math.max(1, later), hour)).toEqual(one)
        expect(parseExpireAt(String(one.kind === 'at' ? one.at : ''))).toBe(one.kind === 'at' ? one.at : 0)
      }),
    )
  })

  test('SOURCE_DATE_EPOCH is the base where it is set', () => {
    expect(buildTime('1700000000', now)).toBe(1_700_000_000)
    expect(buildTime(undefined, now)).toBe(now)
    expect(buildTime('', now)).toBe(now)
    for (const bad of ['yesterday', '-1', '1e9', '1700000000000', '0x10']) {
      expect(() => buildTime(bad, now)).toThrow(expect.objectContaining({ code: 'bad-usage' }))
    }
  })

  test('a moment already past is an error with the way out', () => {
    expect(() => expiresOf(days(3), 1_600_000_000, now)).toThrow(
      expect.objectContaining({
        code: 'bad-usage',
        findings: [expect.objectContaining({ fix: expect.stringContaining('SOURCE_DATE_EPOCH') })],
      }),
    )
    expect(expiresOf(never, 0, now)).toEqual({ kind: 'never' })
    expect(expiresOf({ kind: 'superseded' }, 0, now)).toEqual({ kind: 'superseded' })
  })

  test.each([
    [never_, 'never'],
    [{ kind: 'superseded' } as const, 'when newer versions supersede it'],
    [{ kind: 'at', at: now + 900, after: 900 } as const, 'after 2026-11-21 01:38:45Z, in 15 minutes'],
    [
      { kind: 'at', at: Date.parse('2026-11-24T02:00:00Z') / 1000, after: 0 } as const,
      'after 2026-11-24 02:00 UTC, in 3 days',
    ],
  ])('in plain words %#', (expires, words) => {
    expect(expiresInWords(expires, now)).toBe(words)
  })
})

describe('labels', () => {
  test('the OCI set, the expiry and what the call adds, sorted', () => {
    const labels = labelsOf({
      facts: facts({
        repository: { url: 'https://github.com/acme/app', description: 'An\napp', licence: 'MIT' },
      }),
      further: readLabels(['owner=team-a']),
    })
    expect(Object.fromEntries(labels)).toEqual({
      [oci('title')]: 'app',
      [oci('version')]: '1.2.3',
      [oci('revision')]: sha,
      [oci('created')]: '2026-11-21T01:23:45Z',
      [oci('source')]: 'https://github.com/acme/app',
      [oci('url')]: 'https://github.com/acme/app',
      [oci('description')]: 'An app',
      [oci('licenses')]: 'MIT',
      expire_at: '1795485600',
      owner: 'team-a',
    })
    expect([...labels.keys()]).toEqual([...labels.keys()].toSorted())
  })

  test('a class that never expires overrides what a base image would hand down', () => {
    const labels = labelsOf({ expires: never_, quay: true })
    expect(labels.get('expire_at')).toBe('')
    expect(labels.get('quay.expires-after')).toBe('')
    expect([...makeAnnotations(labels).keys()]).not.toContain('expire_at')
  })

  test.each([
    [3 * 86_400, '3d'],
    [14 * 86_400, '2w'],
    [36 * 3600, '36h'],
    [90 * 60, '5400s'],
  ])("quay's own label for %i seconds is %s", (after, label) => {
    expect(labelsOf({ quay: true, expires: { ...soon, after } }).get('quay.expires-after')).toBe(label)
    expect(label).toMatch(/^[0-9]+[ywdmhs]$/)
  })

  test("on quay.io a release overrides a base image's label, and nothing expires unasked", () => {
    expect(labelsOf({ onQuay: true, expires: never_ }).get('quay.expires-after')).toBe('')
    expect(labelsOf({ onQuay: true }).has('quay.expires-after')).toBe(false)
    expect(labelsOf({ expires: never_ }).has('quay.expires-after')).toBe(false)
  })

  test('those of the call win over the OCI set', () => {
    expect(labelsOf({ further: readLabels([`${oci('title')}=Shop`]) }).get(oci('title'))).toBe('Shop')
  })

  test.each([
    ['no value', 'owner'],
    ['no name', '=x'],
    ['a carriage return', 'owner=a\rb'],
    ['an escape', 'owner=\u001b[31mred'],
    ['a line separator', 'owner=a\u2028b'],
    ['a name with blanks', 'own er=a'],
    ['a name with a quote', 'own"er=a'],
    ['an expiry by hand', 'expire_at=1'],
    ["quay's expiry by hand", 'quay.expires-after=1d'],
    ['an endless value', `owner=${'x'.repeat(5000)}`],
  ])('%s is refused', (_name, line) => {
    expect(() => readLabels([line])).toThrow(expect.objectContaining({ code: 'bad-usage' }))
  })

  test('a required label that is missing or empty is named, with who requires it', () => {
    const { policy } = policyOf(defaults, { labels: { required: ['cost-centre', 'owner'], quay: false } })
    const findings = missingLabels(labelsOf({ further: readLabels(['owner=']) }), policy, ['baseline'])
    expect(findings.map(finding => finding.message)).toEqual([
      "the label 'owner' is required (labels.required) and not among those given; a LABEL in the Dockerfile is not seen here",
      "the label 'cost-centre' is required (labels.required) and not among those given; a LABEL in the Dockerfile is not seen here",
    ])
    expect(missingLabels(labelsOf(), policyOf().policy, ['baseline'])[0]?.message).toContain('class baseline')
    expect(
      missingLabels(labelsOf({ further: readLabels(['owner=a']) }), policyOf().policy, ['baseline']),
    ).toEqual([])
  })
})

describe('what build tools take', () => {
  const further = readLabels([
    'a=x, y',
    'b=x,"y"',
    'c="q"',
    'd=${HOME} %{if} $(id) `id`',
    'e=::set-output name=x::y',
  ])
  const labels = labelsOf({ further })

  test('label lines come back whole from a CSV reader that joins fields', () => {
    const lines = labelLines(labels).split('\n')
    expect(lines.map(joinedFields)).toEqual([...labels].map(([name, value]) => `${name}=${value}`))
    expect(lines).toContain('a=x, y')
  })

  test('annotations name their level', () => {
    const lines = annotationLines(makeAnnotations(labelsOf()))
    expect(lines).toContain('manifest:expire_at=1795485600')
    expect(lines).toContain('index:expire_at=1795485600')
    expect(lines).toContain(`index:${oci('revision')}=${sha}`)
  })

  test('the bake file has one target to inherit, and nothing in it is a template', () => {
    const bake = JSON.parse(bakeFile(['ghcr.io/acme/app:v1.2.3'], labels, makeAnnotations(labels)))
    const target = bake.target['docker-metadata-action']
    expect(target.tags).toEqual(['ghcr.io/acme/app:v1.2.3'])
    expect(target.labels.a).toBe('x, y')
    expect(target.labels.d).toBe('$${HOME} %%{if} $(id) `id`')
    expect(target.annotations).toContain('index:expire_at=1795485600')
  })

  test('arguments are one a line', () => {
    const lines = buildArguments(['ghcr.io/acme/app:v1.2.3'], labels).trimEnd().split('\n')
    expect(lines).toHaveLength(labels.size + 1)
    expect(lines[0]).toBe('--tag=ghcr.io/acme/app:v1.2.3')
    expect(lines).toContain('--label=d=${HOME} %{if} $(id) `id`')
    for (const line of lines) expect(line).toMatch(/^--(?:tag|label)=/)
  })

  test('a dotenv report has a variable a line, and what GitLab would change is refused', () => {
    expect(dotenv({ A: 'x y', B: '' })).toBe('A=x y\nB=\n')
    for (const bad of ['a\nB=1', '$CI_JOB_TOKEN', ' a', 'a\r', '\u0000']) {
      expect(() => dotenv({ A: bad })).toThrow(expect.objectContaining({ code: 'bad-usage' }))
    }
    expect(() => dotenv({ A: 'x'.repeat(5 * 1024) })).toThrow('5 KiB')
  })
})

/** How docker's actions read one line: a CSV record whose fields are joined again. */
function joinedFields(line: string): string {
  const fields: string[] = []
  let rest = line
  while (true) {
    const quoted = /^"((?:[^"]|"")*)"(?=,|$)/.exec(rest)
    const field = quoted ? quoted[0] : (/^[^,]*/.exec(rest)?.[0] ?? '')
    fields.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : field)
    if (rest.length === field.length) return fields.join(',')
    rest = rest.slice(field.length + 1)
  }
}
