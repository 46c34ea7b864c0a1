import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../src/outcome/index.ts'
import { lintFolder } from './running.ts'

const examples = join(import.meta.dirname, '../../../examples')
const folder = join(examples, 'dockerfiles')

/** Of each example: the findings of the bad one, `rule line`, all of them but `base-unpinned`. */
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>

/** Pinning is the one thing that examples leave out: a digest in a text to read says nothing to its reader. */
function told(findings: readonly Finding[], name: string): readonly string[] {
  return findings
    .filter(({ location, rule }) => location?.file.startsWith(`${name}/`) && rule !== 'base-unpinned')
    .map(({ rule, location }) => `${rule} ${location?.line}`)
    .toSorted()
}

describe('the Dockerfiles in examples/', () => {
  test('every example stands in expected.json', () => {
    const names = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory())
    expect(Object.keys(expected).toSorted()).toEqual(names.map(({ name }) => name).toSorted())
  })

  test('the bad ones have the findings that expected.json says, the good ones none', async () => {
    const { findings } = await lintFolder(folder, ['.'])
    for (const [name, rules] of Object.entries(expected)) {
      expect(told(findings, `${name}/bad`), name).toEqual(rules.toSorted())
      expect(told(findings, `${name}/good`), name).toEqual([])
    }
  })

  test('the good application passes, the bad one fails, both together fail', async () => {
    expect((await lintFolder(examples, ['app/Dockerfile'])).verdict).toBe('warn')
    const bad = await lintFolder(examples, ['app/Dockerfile.bad'])
    expect(bad.verdict).toBe('fail')
    expect(
      bad.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, location }) => `${rule} ${location?.line}`),
    ).toEqual(['base-latest 2', 'final-stage-root 9', 'secret-in-variable 10', 'label-hard-coded 15'])
    expect((await lintFolder(examples, ['app'])).verdict).toBe('fail')
  })
})
