import { expect, test } from 'vitest'
import { formatDuration, parseDuration } from '../../src/policy/index.ts'

test.each([
  ['30m', 1800],
  ['12h', 43_200],
  ['3d', 259_200],
  ['2w', 1_209_600],
  ['0d', 0],
  ['48h', 172_800],
])('%s is %d seconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds)
})

test.each([
  '',
  '3',
  '3 d',
  '3D',
  '-3d',
  '1.5d',
  '3days',
  '1d12h',
  '3s',
  '1M',
  '1y',
  '9999999d',
  '３d',
  '3d\n',
])('%j is none, and the fault shows the form', text => {
  expect(parseDuration(text)).toEqual({ fault: expect.stringMatching(/30m, 12h, 3d, 2w/) })
})

test.each([
  [0, '0d'],
  [60, '1m'],
  [3600, '1h'],
  [172_800, '2d'],
  [604_800, '1w'],
  [90, '2m'],
])('%d seconds are written %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text)
})
