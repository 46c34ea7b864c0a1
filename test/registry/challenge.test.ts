import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseChallenges } from '../../src/registry/challenge.ts'

const plain = (header: string) =>
  parseChallenges(header).map(({ scheme, parameters }) => ({ scheme, ...Object.fromEntries(parameters) }))

it.each([
  [
    'a realm that is a name',
    'Basic realm="Artifactory Realm"',
    [{ scheme: 'basic', realm: 'Artifactory Realm' }],
  ],
  [
    'a Basic realm that looks like a URL',
    'Basic realm="https://1.dkr.ecr.eu-central-1.amazonaws.com/",service="ecr.amazonaws.com"',
    [
      {
        scheme: 'basic',
        realm: 'https://1.dkr.ecr.eu-central-1.amazonaws.com/',
        service: 'ecr.amazonaws.com',
      },
    ],
  ],
  [
    'a Bearer with a scope, commas in it',
    'Bearer realm="https://auth.test/token",service="s",scope="repository:a/b:pull,push"',
    [{ scheme: 'bearer', realm: 'https://auth.test/token', service: 's', scope: 'repository:a/b:pull,push' }],
  ],
  [
    'a Bearer without a scope',
    'Bearer realm="https://auth.test/token",service="registry.test"',
    [{ scheme: 'bearer', realm: 'https://auth.test/token', service: 'registry.test' }],
  ],
  [
    'two offers in one header',
    'Bearer realm="https://a.test/t",service="c",scope="*",Basic realm="https://a.test/v2",scope="*"',
    [
      { scheme: 'bearer', realm: 'https://a.test/t', service: 'c', scope: '*' },
      { scheme: 'basic', realm: 'https://a.test/v2', scope: '*' },
    ],
  ],
  [
    'no quotes',
    'BEARER Realm=https://a.test/t, Service=s',
    [{ scheme: 'bearer', realm: 'https://a.test/t', service: 's' }],
  ],
  ['blanks around the equals sign', 'Basic realm = "x"', [{ scheme: 'basic', realm: 'x' }]],
  ['escapes', 'Basic realm="a \\"b\\" \\\\"', [{ scheme: 'basic', realm: 'a "b" \\' }]],
  [
    'Negotiate first',
    'Negotiate, Basic realm="x"',
    [{ scheme: 'negotiate' }, { scheme: 'basic', realm: 'x' }],
  ],
  [
    'a token instead of parameters',
    'NTLM TlRMTVNTUAAC=, Basic realm="x"',
    [{ scheme: 'ntlm' }, { scheme: 'basic', realm: 'x' }],
  ],
  ['a parameter given twice', 'Basic realm="a",realm="b"', [{ scheme: 'basic', realm: 'a' }]],
  ['a quote that never ends', 'Basic realm="x', [{ scheme: 'basic' }]],
  ['nothing', '', []],
  ['no challenge at all', '="', []],
])('reads %s', (_, header, expected) => {
  expect(plain(header)).toEqual(expected)
})

it('answers any text, quickly', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      parseChallenges(text)
    }),
  )
  const began = performance.now()
  for (const text of ['a='.repeat(50_000), `Basic realm="${'\\'.repeat(100_000)}`, ' ,'.repeat(50_000)]) {
    parseChallenges(text)
  }
  expect(performance.now() - began).toBeLessThan(500)
})
