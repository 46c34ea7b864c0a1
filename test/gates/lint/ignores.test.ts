import { describe, expect, test } from 'vitest'
import { lintText, ofRule, places } from './linting.ts'

const native = { engines: ['native' as const] }
const root = `FROM alpine:3.22@sha256:${'8a1f59ff'.repeat(8)}`

async function lint(text: string): Promise<readonly string[]> {
  return places(await lintText(text, { lint: native }))
}

const cases: readonly (readonly [story: string, text: string, findings: readonly string[]])[] = [
  ['without one the finding is there', `${root}\nUSER root`, ['final-stage-root 2']],
  [
    'above the line it hides the finding',
    `${root}\n# image-hygiene ignore=final-stage-root until=2027-01-31 reason=binds port 80\nUSER root`,
    [],
  ],
  [
    'it holds through its last day',
    `${root}\n# image-hygiene ignore=final-stage-root until=2026-11-21 reason=x\nUSER root`,
    [],
  ],
  [
    'the day after, it is expired and the finding is back',
    `${root}\n# image-hygiene ignore=final-stage-root until=2026-11-20 reason=x\nUSER root`,
    ['ignore-expired 2', 'final-stage-root 3'],
  ],
  [
    'without a reason it is refused',
    `${root}\n# image-hygiene ignore=final-stage-root until=2027-01-31\nUSER root`,
    ['ignore-refused 2', 'final-stage-root 3'],
  ],
  [
    'with an empty reason too',
    `${root}\n# image-hygiene ignore=final-stage-root until=2027-01-31 reason=\nUSER root`,
    ['ignore-refused 2', 'final-stage-root 3'],
  ],
  [
    'without an end it is refused',
    `${root}\n# image-hygiene ignore=final-stage-root reason=x\nUSER root`,
    ['ignore-refused 2', 'final-stage-root 3'],
  ],
  [
    'an end that is no day is refused',
    `${root}\n# image-hygiene ignore=final-stage-root until=2027-02-30 reason=x\nUSER root`,
    ['ignore-refused 2', 'final-stage-root 3'],
  ],
  [
    'without a rule it is refused',
    `${root}\n# image-hygiene until=2027-01-31 reason=x\nUSER root`,
    ['ignore-refused 2', 'final-stage-root 3'],
  ],
  [
    'a rule that does not exist is told',
    `${root}\n# image-hygiene ignore=final-stage-rot until=2027-01-31 reason=x\nUSER root`,
    ['ignore-unknown 2', 'final-stage-root 3'],
  ],
  [
    'one that hides nothing is told',
    `${root}\n# image-hygiene ignore=final-stage-root until=2027-01-31 reason=x\nUSER app`,
    ['ignore-unused 2'],
  ],
  [
    'above another line it hides nothing',
    `# image-hygiene ignore=final-stage-root until=2027-01-31 reason=x\n${root}\nUSER root`,
    ['ignore-unused 1', 'final-stage-root 3'],
  ],
  [
    'it reaches over further comments',
    `${root}\n# image-hygiene ignore=final-stage-root until=2027-01-31 reason=x\n# more\n\nUSER root`,
    [],
  ],
  [
    'two rules in one',
    `# image-hygiene ignore=base-untagged,final-stage-root until=2027-01-31 reason=x\nFROM alpine`,
    [],
  ],
  [
    'inside a continued line it speaks for the instruction around it',
    `FROM debian:13@sha256:${'8a1f59ff'.repeat(8)}\nRUN set -e \\\n# image-hygiene ignore=apt-leftovers until=2027-01-31 reason=x\n && apt-get update\nUSER app`,
    [],
  ],
]

describe('an inline ignore', () => {
  test.each(cases)('%s', async (_, text, findings) => {
    expect(await lint(text)).toEqual(findings)
  })

  test('the nearest rule is suggested', async () => {
    const [finding] = ofRule(
      'ignore-unknown',
      await lintText('# image-hygiene ignore=base-lastest until=2027-01-31 reason=x\nFROM alpine:latest'),
    )
    expect(finding?.message).toContain('did you mean base-latest?')
  })

  test('it hides the findings of dockerfilelint by their full name', async () => {
    const text =
      '# image-hygiene ignore=dockerfilelint/uppercase_commands until=2027-01-31 reason=x\nfrom alpine:3.22'
    expect(places(await lintText(text, { lint: { engines: ['dockerfilelint'] } }))).toEqual([])
  })

  test('the policy may make an expired one an error', async () => {
    const text = '# image-hygiene ignore=base-latest until=2020-01-01 reason=x\nFROM alpine:latest'
    const findings = await lintText(text, { lint: { ...native, rules: { 'ignore-expired': 'error' } } })
    expect(ofRule('ignore-expired', findings)[0]?.severity).toBe('error')
  })
})
