// A report that somebody else's run made: what in it fails the image fails it, and what is not a whole report of this image
// is no verdict. No change to one turns a refusal into a pass.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportOf, vulnerability } from '../gates/scan/reports.ts'
import { enterScan, type ScanRoom } from './scan-room.ts'

let room: ScanRoom
beforeAll(async () => {
  room = await enterScan()
})
afterAll(() => room.leave())

const CreatedAt = new Date().toISOString()
const digest = `sha256:${'1'.repeat(64)}`
const found = ['CVE-2099-0001', 'CVE-2099-0002'].map(id => vulnerability({ id, fixed: '2', title: 'bad' }))
const secret = {
  RuleID: 'aws-key',
  Category: 'AWS',
  Severity: 'CRITICAL',
  Title: 'key',
  StartLine: 1,
  Match: 'k=********',
}
const whole = {
  ...reportOf(found, { CreatedAt }),
  Results: [
    { Target: 'alpine', Class: 'os-pkgs', Type: 'alpine', Packages: [{ Name: 'a' }], Vulnerabilities: found },
    { Target: 'app.env', Class: 'secret', Secrets: [secret, secret] },
  ],
}
const clean = reportOf([], { CreatedAt })

async function judged(report: string | Uint8Array | object, inputs: Readonly<Record<string, string>> = {}) {
  await room.file('report.json', report)
  const { exitCode, outcome, result } = await room.scan({ report: 'report.json', ...inputs })
  const told = outcome.findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule)
  return { exit: exitCode, told, outcome, result }
}

test('whole, it fails; clean, it passes and says that nobody can tell whether it was asked', async () => {
  expect(await judged(whole)).toMatchObject({ exit: 1 })
  const { exit, told } = await judged(clean)
  expect([exit, told]).toEqual([0, ['nothing-listed']])
})

test('of more findings than anybody reads on a terminal, the others are counted', async () => {
  const many = Array.from({ length: 230 }, (_, n) =>
    vulnerability({ id: `CVE-2098-${1000 + n}`, fixed: '2' }),
  )
  const { result } = await judged(reportOf(many, { CreatedAt }))
  const lines = result.text?.split('\n') ?? []
  expect(lines.filter(line => line.includes(' error CVE-2098-'))).toHaveLength(200)
  expect(lines.slice(-2)).toEqual([
    expect.stringMatching(/^3\d more are not shown here/),
    expect.stringMatching(/^230 to fix now: /),
  ])
})

type Path = readonly (string | number)[]
function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...pathsOf(inner, [...path, key])])
}
function changed(
  path: Path,
  change: (owner: Record<string | number, unknown>, key: string | number) => void,
): object {
  const copy = structuredClone(whole)
  const owner = path.slice(0, -1).reduce((inner, key) => (inner as never)[key], copy as unknown)
  change(owner as Record<string | number, unknown>, path.at(-1) ?? '')
  return copy
}
const drop = (owner: Record<string | number, unknown>, key: string | number) => {
  if (Array.isArray(owner)) owner.splice(Number(key), 1)
  else delete owner[key]
}

describe('is never a pass', () => {
  test.each(pathsOf(whole).map(path => [path.join('.'), path] as const))('without %s', async (_, path) => {
    const { exit } = await judged(changed(path, drop))
    expect([1, 3]).toContain(exit)
  })

  const others = [null, 0, -1, 1e308, true, '', 'x', 'NaN', [], {}, [[]], { __proto__: null, a: 1 }]
  test('with another value anywhere', async () => {
    for (const path of pathsOf(whole)) {
      for (const other of others) {
        const { exit } = await judged(
          changed(path, (owner, key) => {
            owner[key] = other
          }),
        )
        expect([path.join('.'), other, [1, 3].includes(exit)]).toEqual([path.join('.'), other, true])
      }
    }
  })

  test('with any bytes changed, unless what it finds was changed into less', async () => {
    const bytes = Buffer.from(JSON.stringify(whole))
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
        const copy = Buffer.from(bytes)
        copy[at] = byte
        const { exit } = await judged(copy)
        expect([1, 3]).toContain(exit)
      }),
      { numRuns: 300 },
    )
  })

  test('cut off at every fiftieth', async () => {
    for (const report of [whole, clean]) {
      const bytes = Buffer.from(JSON.stringify(report, undefined, 2))
      for (let part = 0; part < 50; part++) {
        const { exit } = await judged(bytes.subarray(0, Math.floor((bytes.length * part) / 50)))
        expect([part, exit]).toEqual([part, 3])
      }
    }
  })
})

const text = JSON.stringify(clean)
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
const os = { Family: 'alpine', Name: '3.18.4' }
const list = (kind: string) => ({ Target: 'x', Class: kind, Packages: [{ Name: 'a' }] })
const twice = (key: string, value: unknown) =>
  text.replace('{', `{${JSON.stringify(key)}:${JSON.stringify(value)},`)

describe('a clean one is no verdict, exit 3', () => {
  test.each<[string, string | Uint8Array | object]>([
    ['twice', text + text],
    ['twice, in lines', `${text}\n${text}`],
    ['with another document before it', `{}${text}`],
    ['as UTF-16', Buffer.from(text, 'utf16le')],
    ['as UTF-16 with its mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['with results twice', twice('Results', whole.Results)],
    [
      'with results twice, and secrets to mask',
      JSON.stringify({ ...clean, Results: [] })
        .replace(
          '"Results":[]',
          `"Results":${JSON.stringify(whole.Results)},"Results":${JSON.stringify([list('os-pkgs'), { Target: 's', Class: 'secret', Secrets: [{ ...secret, Severity: 'LOW' }] }])}`,
        )
        .replace('"Metadata":{', '"Metadata":{"X":"k=password1",'),
    ],
    ['with the schema version twice', twice('SchemaVersion', 2)],
    ['of schema version 2.5', { ...clean, SchemaVersion: 2.5 }],
    ['of schema version 2e9', text.replace('"SchemaVersion":2', '"SchemaVersion":2e9')],
    ['of schema version NaN', text.replace('"SchemaVersion":2', '"SchemaVersion":NaN')],
    ['of schema version [2]', { ...clean, SchemaVersion: [2] }],
    ['with NaN somewhere', text.replace('"Metadata":{', '"Metadata":{"Size":NaN,')],
    ['with Infinity somewhere', text.replace('"Metadata":{', '"Metadata":{"Size":-Infinity,')],
    ['with a comment', `${text} // clean`],
    ['with a comma too many', text.replace(/\}$/, ',}')],
    ['in YAML', 'SchemaVersion: 2\nResults: []\n'],
    ['in a list', `[${text}]`],
    ['in text', JSON.stringify(text)],
    ['compressed', Buffer.from('1f8b0800000000000003', 'hex')],
    ['without results', { ...clean, Results: [] }],
    ['with results that are null', { ...clean, Results: null }],
    ['with secrets alone', { ...clean, Results: [{ Target: 's', Class: 'secret', Secrets: [] }] }],
    ['with licences alone', { ...clean, Results: [{ Target: 'l', Class: 'license', Licenses: [] }] }],
    [
      'of a known system without its packages',
      { ...clean, Metadata: { OS: os }, Results: [list('lang-pkgs')] },
    ],
    ['of a class that nobody knows', { ...clean, Results: [list('packages')] }],
    ['without a date', { ...clean, CreatedAt: undefined }],
    ['of a date that is none', { ...clean, CreatedAt: 'NaN' }],
    ['of an empty date', { ...clean, CreatedAt: '' }],
    ['of no date, as Go has it', { ...clean, CreatedAt: '0001-01-01T00:00:00Z' }],
    ['of three days ago', { ...clean, CreatedAt: ago(72) }],
    ['of the day after tomorrow', { ...clean, CreatedAt: ago(-49) }],
    ['of the year 275760', { ...clean, CreatedAt: '+275760-01-01T00:00:00Z' }],
    ['nested a million deep', text.replace('"Metadata":{', `"Metadata":{"x":${'['.repeat(1_000_000)}`)],
    ['of __proto__', `{"__proto__":${text}}`],
  ])('%s', async (_, report) => {
    expect((await judged(report)).exit).toBe(3)
  })

  test('nested deep where secrets are masked', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const report = JSON.stringify(whole).replace('"ImageConfig":{', `"ImageConfig":{"x":${deep},`)
    expect((await judged(report)).exit).toBe(3)
  })

  test.each<[string, string]>([
    ['of another tag', 'ghcr.io/acme/app:v2'],
    ['of another repository', 'ghcr.io/acme/other:v1'],
    ['of another digest', `ghcr.io/acme/app@sha256:${'2'.repeat(64)}`],
    ['of another digest with its tag', `ghcr.io/acme/app:v1@sha256:${'2'.repeat(64)}`],
  ])('asked for as %s', async (_, references) => {
    const Metadata = { ...clean.Metadata, RepoTags: ['ghcr.io/acme/app:v1'] }
    expect((await judged({ ...clean, Metadata }, { references })).exit).toBe(3)
  })

  test('of a folder, asked for as an image', async () => {
    const report = { ...clean, ArtifactType: 'filesystem', ArtifactName: '.', Metadata: {} }
    expect((await judged(report, { references: 'ghcr.io/acme/app:v1' })).exit).toBe(3)
  })
})

test('one that names several digests is judged as the one that was asked for', async () => {
  const wanted = `sha256:${'2'.repeat(64)}`
  const RepoDigests = [`ghcr.io/acme/app@${digest}`, `ghcr.io/acme/app@${wanted}`]
  const report = { ...whole, Metadata: { ...whole.Metadata, RepoDigests } }
  const { exit, outcome } = await judged(report, { references: `ghcr.io/acme/app@${wanted}` })
  expect(exit).toBe(1)
  expect(new Set(outcome.findings.flatMap(({ image }) => image ?? []))).toEqual(
    new Set([`ghcr.io/acme/app@${wanted}`]),
  )
})

test('with a byte order mark, blanks and line ends of Windows it is the same', async () => {
  const laidOut = `\ufeff\r\n${JSON.stringify(whole, undefined, '\t').replaceAll('\n', '\r\n')}\r\n `
  expect((await judged(laidOut)).exit).toBe(1)
})

test('hostile names and titles command nothing, in any report that is written of them', async () => {
  const hostile =
    '\u001b[31m\n::error::x\r::set-output name=a::b\u2028](javascript:1)|<img src=x>`$(id)`=cmd|x!A1 @all'
  const one = {
    ...vulnerability({ fixed: hostile, name: hostile, title: hostile, version: hostile }),
    PkgPath: hostile,
  }
  const named = {
    ...whole,
    ArtifactName: hostile,
    Metadata: { OS: { Family: hostile, Name: hostile, EOSL: true } },
  }
  const report = {
    ...named,
    Results: [
      {
        Target: hostile,
        Class: 'os-pkgs',
        Vulnerabilities: [one, { ...one, VulnerabilityID: hostile }],
        Secrets: [{ ...secret, Title: hostile, RuleID: hostile }],
      },
    ],
  }
  const { exit, result } = await judged(report, { 'markdown-file': 'out.md' })
  expect(exit).toBe(1)
  for (const shown of [result.text ?? '', result.summary ?? '']) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the question
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/)
    expect(shown).not.toMatch(/^\s*::/m)
  }
  expect(result.summary).not.toMatch(/(?<![\\`])<img|\]\(javascript/)
})
