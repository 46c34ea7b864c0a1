import { expect, test } from 'vitest'
import type { Finding } from '../../src/outcome/index.ts'
import { alike } from '../../src/report/index.ts'

const of = (image: string | undefined, more: Partial<Finding> = {}): Finding => ({
  rule: 'unsigned',
  severity: 'error',
  message: 'has no signature',
  ...(image === undefined ? {} : { image }),
  ...more,
})

test.each([
  ['the same of several images is told once', [of('a'), of('b'), of('c')], ['a and 2 more']],
  ['the same twice of one image is told once, of that image', [of('a'), of('a')], ['a']],
  [
    'another severity, message, fix or place is another thing',
    [
      of('a'),
      of('b', { severity: 'warning' }),
      of('c', { message: 'else' }),
      of('d', { fix: 'sign it' }),
      of('e', { location: { file: 'f', line: 1 } }),
    ],
    ['a', 'b', 'c', 'd', 'e'],
  ],
  ['what is about no image stays so', [of(undefined), of(undefined)], [undefined]],
] as const)('%s', (_, findings, images) => {
  expect(alike(findings).map(({ image }) => image)).toEqual(images)
})
