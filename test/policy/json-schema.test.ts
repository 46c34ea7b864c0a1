import { Ajv } from 'ajv'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { policyJsonSchema } from '../../src/policy/index.ts'
import { faultsOf } from './policies.ts'

type Schema = { readonly [key: string]: unknown }

let schema: Schema
let accepts: (text: string) => boolean

beforeAll(async () => {
  schema = (await policyJsonSchema()) as Schema
  const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema)
  accepts = text => validate(parse(text))
})

const legal = [
  '{}',
  "version: 1\nimages: ['ghcr.io/acme/**', 'alpine', 'localhost:5000/*']",
  "classes: { release: { prereleases: deny }, x: { tags: ['x-{semver}-{date}', '*', '{sha:7}'], expires: superseded, keep: { newest: 1, per: minor } }, baseline: off }",
  "extends: ['file:a.yml', 'github:a/b//c/d.yml@a1b2c3d4e5f60718293a4b5c6d7e8f9012345678', 'gitlab:a/b/c//d.yml@a1b2c3d4e5f60718293a4b5c6d7e8f9012345678']",
  'in-use: none',
  'in-use: { required: [prod], max-age: 12h }',
  "base: { allow: ['alpine:3.*', 'gcr.io/distroless/*@sha256:*'], pin: error, eol-file: eol.json }",
  "aliases: { 'm.example.com:5000/a': docker.io }",
  'cleanup: { min-age: 0d, limits: { share: 100%, deletions: 1 }, pull-request: { branch: a/b.c } }',
  "scan: { exceptions: { items: [{ id: C, reason: unreachable, owner: a, until: '2027-01-31' }] } }",
  'lint: { rules: { DL3007: off } }',
]

const illegal = [
  'version: 2',
  "version: '1'",
  'forbit: []',
  'forbid: latest',
  'forbid: [1]',
  'unknown: denny',
  'classes: { X: { expires: 1d } }',
  'classes: { x: on }',
  'classes: { x: { expires: 3 days } }',
  'classes: { x: { expires: 0d } }',
  'classes: { x: { tags: [] } }',
  "classes: { x: { tags: ['{shaa}'] } }",
  "classes: { x: { tags: ['{sha:41}'] } }",
  "classes: { x: { tags: ['-a'] } }",
  "classes: { x: { tags: ['a/b'] } }",
  'classes: { x: { keep: { newest: 0 } } }',
  'classes: { x: { ends: merged } }',
  "extends: ['github:a/b//c.yml@main']",
  "extends: ['https://example.com']",
  "images: ['ghcr.io/acme/app:v1']",
  "images: ['ghcr.io/Acme/app']",
  "images: ['*']",
  'aliases: { acme: ghcr.io }',
  'in-use: no',
  'in-use: { max-age: 0d }',
  'base: { pin: warning }',
  'base: { eol-file: /etc/x }',
  'base: { eol-file: a/../../x }',
  'cleanup: { limits: { share: 0.5 } }',
  'cleanup: { limits: { share: 0% } }',
  'cleanup: { limits: { deletions: 1.5 } }',
  'cleanup: { untagged: { expires: superseded } }',
  'cleanup: { plain-http: [https://x] }',
  'cleanup: { pull-request: { branch: a..b } }',
  'scan: { exceptions: { items: [{ id: C, reason: unreachable, until: 2027-01-31 }] } }',
  "scan: { exceptions: { items: [{ id: C, reason: unreachable, owner: a, until: '31.1.2027' }] } }",
  "labels: { required: ['a b'] }",
]

describe('the JSON Schema', () => {
  test.each(legal)('takes what the parser takes: %s', text => {
    expect(faultsOf(text)).toEqual([])
    expect(accepts(text)).toBe(true)
  })

  test.each(illegal)('refuses what the parser refuses: %s', text => {
    expect(faultsOf(text)).not.toEqual([])
    expect(accepts(text)).toBe(false)
  })

  test('tells an editor what every key is for', () => {
    const missing: string[] = []
    const walk = (node: Schema, path: string) => {
      for (const [key, value] of Object.entries((node['properties'] ?? {}) as Record<string, Schema>)) {
        if (typeof value['description'] !== 'string') missing.push(`${path}.${key}`)
        walk(value, `${path}.${key}`)
      }
      for (const inner of [
        node['items'],
        node['additionalProperties'],
        ...((node['anyOf'] ?? []) as unknown[]),
      ]) {
        if (typeof inner === 'object' && inner !== null) walk(inner as Schema, path)
      }
    }
    walk(schema, '')
    expect(missing).toEqual([])
  })
})
