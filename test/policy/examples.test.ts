import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { classify, compareVersions, defaultPolicy, policyJsonSchema } from '../../src/policy/index.ts'
import { loadPolicy } from '../../src/steps/policy.ts'
import { realWorld } from '../../src/system/node.ts'
import { sha256 } from './policies.ts'

const examples = resolve(import.meta.dirname, '../../examples')
const world = realWorld({
  env: {},
  cwd: examples,
  log: { info() {}, warn() {}, progress() {}, secret() {} },
  input: (async function* () {})(),
})
const load = (config: string) => loadPolicy({ config }, world)
const names = (tag: string, policy: Parameters<typeof classify>[1]) =>
  classify(tag, policy).map(one => one.class)
const days = (count: number) => ({ kind: 'after', seconds: count * 86_400 })

const policies = readdirSync(join(examples, 'policies')).map(name => `policies/${name}`)
const all = [
  ...policies,
  'org-defaults/org/image-hygiene.yml',
  'org-defaults/org/retention.yml',
  'org-defaults/app/.image-hygiene.yml',
]

describe('the example policies', () => {
  test.each(all)('%s loads, and an editor finds nothing to say', async path => {
    await load(path)
    const text = readFileSync(join(examples, path), 'utf8')
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(await policyJsonSchema())
    expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true)
    const schema = /^# yaml-language-server: \$schema=(\S+)$/m.exec(text)?.[1] ?? ''
    expect(relative(examples, resolve(dirname(join(examples, path)), schema))).toBe('../schema/policy.json')
  })

  test('defaults.yml says exactly what holds without a file', async () => {
    const { policy } = await load('policies/defaults.yml')
    expect(policy).toEqual(defaultPolicy(['ghcr.io/acme/**'], sha256).policy)
  })

  test('ten-releases.yml: ten production versions, three days of test images', async () => {
    const { policy } = await load('policies/ten-releases.yml')
    expect(policy.classes['release']).toMatchObject({
      expires: { kind: 'superseded' },
      keep: { newest: 10, per: 'repository' },
      on: 'git-tag',
      immutable: true,
    })
    expect(policy.classes['commit']).toMatchObject({ expires: days(3) })
    expect(names('v1.2.3', policy)).toEqual(['release'])
    expect(names('commit-a1b2c3d', policy)).toEqual(['commit'])
  })

  test('staged-rollout.yml: stages have rows of their own and rank below their release', async () => {
    const { policy } = await load('policies/staged-rollout.yml')
    expect(names('v1.2.0-stg1', policy)).toEqual(['staging'])
    expect(names('v1.2.0-prod', policy)).toEqual(['production'])
    expect(names('v1.2.0', policy)).toEqual(['release'])
    expect(names('v1.2.0-rc.1', policy)).toEqual([])
    expect(classify('v1.2.0-stg1', policy)[0]?.captured).toEqual({ semver: '1.2.0' })
    expect(compareVersions('1.2.0-stg1', '1.2.0')).toBeLessThan(0)
    expect(policy.classes['staging']).toMatchObject({ expires: days(30), keep: { newest: 3 } })
    expect(policy.classes['production']).toMatchObject({
      expires: { kind: 'never' },
      immutable: true,
      sign: 'required',
    })
  })

  test('graveyard.yml: what no other class takes may go, releases and metadata never by it', async () => {
    const { policy } = await load('policies/graveyard.yml')
    expect(names('test2', policy)).toEqual(['legacy'])
    expect(names('fix-bug-final-v2', policy)).toEqual(['legacy'])
    expect(names('latest', policy)).toEqual(['legacy'])
    expect(names('v1.2.3', policy)).toEqual(['release'])
    expect(names(`sha256-${'a'.repeat(64)}.sig`, policy)).toEqual([])
    expect(policy.classes['legacy']?.expires).toEqual(days(180))
    expect(policy.cleanup.clock).toBe('created')
  })

  test('floating-tags.yml: v1.2 is read as the line of a release', async () => {
    const { policy } = await load('policies/floating-tags.yml')
    expect(classify('v1.2', policy)[0]).toMatchObject({ class: 'release', captured: { major: 1, minor: 2 } })
    expect(policy.classes['commit']).toBeUndefined()
    expect(policy.classes['preview']).toMatchObject({ ends: 'closed', after: 86_400 })
  })

  test('org-defaults: the app tightens what is locked and changes what is not', async () => {
    const { policy, where, files } = await load('org-defaults/app/.image-hygiene.yml')
    expect(files).toEqual([
      'org-defaults/org/retention.yml',
      'org-defaults/org/image-hygiene.yml',
      'org-defaults/app/.image-hygiene.yml',
    ])
    expect(policy.cleanup.limits).toEqual({ deletions: 200, share: 0.1 })
    expect(policy.classes['commit']?.expires).toEqual(days(3))
    expect(policy.classes['preview']?.expires).toEqual(days(10))
    expect(policy.forbid).toEqual(['latest', 'stable'])
    expect(where('classes.preview.expires')?.file).toBe('org-defaults/org/retention.yml')
  })

  test('org-defaults: loosening what is locked names both lines', async () => {
    const text = readFileSync(join(examples, 'org-defaults/app/.image-hygiene.yml'), 'utf8')
    const loosened = new Map([['org-defaults/app/.image-hygiene.yml', `${text}\nforbid: [latest]\n`]])
    const readFile = async (path: string) => loosened.get(path) ?? readFileSync(join(examples, path), 'utf8')
    await expect(
      loadPolicy({ config: 'org-defaults/app/.image-hygiene.yml', readFile }, world),
    ).rejects.toThrow(/'forbid' is locked as 'forbid' by org-defaults\/org\/image-hygiene\.yml:7:8/)
  })
})
