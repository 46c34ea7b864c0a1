// How a step ends that did not come to an end: whose fault it was decides what a person does next.
import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exitCodeOf, HygieneError, resultOfError } from '../../src/outcome/index.ts'

const ruleOf = (error: unknown) => resultOfError(error).findings[0]

test('a machine that lacks something is no fault of ours, and is told with the path', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'outcome-')), 'file')
  writeFileSync(file, '')
  let error: unknown
  try {
    mkdirSync(join(file, 'below'))
  } catch (thrown) {
    error = thrown
  }
  expect(ruleOf(error)).toMatchObject({
    rule: 'undecidable',
    message: expect.stringContaining(file),
    fix: expect.stringContaining('TMPDIR'),
  })
  expect(exitCodeOf('error', error)).toBe(3)
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  expect(ruleOf(full)?.fix).toContain('make room')
})

test('what nobody thought of is asked to be reported, and an error of ours keeps its own words', () => {
  expect(ruleOf(new TypeError('x is not a function'))).toMatchObject({
    rule: 'internal',
    fix: expect.stringContaining('report it'),
  })
  expect(ruleOf(Object.assign(new Error('odd'), { code: 'constructor' }))).toMatchObject({ rule: 'internal' })
  const ours = new HygieneError('bad-usage', 'no', { fix: 'yes' })
  expect(ruleOf(ours)).toEqual({ rule: 'bad-usage', severity: 'error', message: 'no', fix: 'yes' })
  expect(exitCodeOf('error', ours)).toBe(2)
})
