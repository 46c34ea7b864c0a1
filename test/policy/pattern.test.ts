import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseReference, type Reference, type Repository } from '../../src/image/index.ts'
import { HygieneError } from '../../src/outcome/index.ts'
import { allowsBase, canonical, compilePattern, manages, narrow } from '../../src/policy/index.ts'
import { covers } from '../../src/policy/pattern.ts'
import { load, policyOf } from './policies.ts'

const digest = `sha256:${'a'.repeat(64)}`

function reference(text: string): Reference {
  const parsed = parseReference(text)
  if ('fault' in parsed) throw new Error(parsed.fault)
  return parsed
}

function matches(pattern: string, text: string): boolean {
  const compiled = compilePattern(pattern, 'reference')
  if ('fault' in compiled) throw new Error(compiled.fault)
  return compiled.matches(reference(text))
}

describe('patterns', () => {
  test.each([
    ['ghcr.io/acme/app', 'ghcr.io/acme/app', true],
    ['ghcr.io/acme/app', 'ghcr.io/acme/app2', false],
    ['ghcr.io/acme/*', 'ghcr.io/acme/app', true],
    ['ghcr.io/acme/*', 'ghcr.io/acme/team/app', false],
    ['ghcr.io/acme/**', 'ghcr.io/acme/team/app', true],
    ['ghcr.io/acme/**', 'ghcr.io/acme', false],
    ['ghcr.io/acme/**', 'ghcr.io/acme2/app', false],
    ['ghcr.io/*/app', 'ghcr.io/acme/app', true],
    ['ghcr.io/**/app', 'ghcr.io/app', true],
    ['ghcr.io/**/app', 'ghcr.io/a/b/app', true],
    ['ghcr.io/**/app', 'ghcr.io/myapp', false],
    ['**/app', '127.0.0.1:5000/app', true],
    ['**', 'alpine', true],
    ['ghcr.io/acme/app-*', 'ghcr.io/acme/app-x', true],
    ['alpine', 'docker.io/library/alpine:3.19', true],
    ['acme/*', 'docker.io/acme/app', true],
    ['docker.io/alpine', 'alpine', true],
    ['alpine:3.*', 'alpine:3.19', true],
    ['alpine:3.*', 'alpine:4.0', false],
    ['alpine:3.*', 'alpine', false],
    ['localhost:5000/*', 'localhost:5000/app', true],
    ['GHCR.io/acme/*', 'ghcr.io/acme/app', true],
    ['gcr.io/distroless/*@sha256:*', `gcr.io/distroless/base@${digest}`, true],
    ['gcr.io/distroless/*@sha256:*', 'gcr.io/distroless/base:latest', false],
    ['registry.example.com/base/**', `registry.example.com/base/go:1.22@${digest}`, true],
  ])('%s and %s: %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected)
  })

  test.each([
    ['', /empty/],
    ['*', /'\*' stays within one segment/],
    ['a/***', /three stars/],
    ['ghcr.io/Acme/*', /lower case/],
    ['ghcr.io//app', /empty segment/],
    ['ghcr.io/app/', /empty segment/],
    ['ghcr.io/a$b', /no repository has/],
    ['ghcr.io/a\nb', /no repository has/],
    ['ghcr.io/-x', /no part of a repository name/],
    ['ghcr.io/app:a b', /no tag/],
    ['ghcr.io/app@md5:x', /no digest/],
    ['a'.repeat(500), /longer than/],
  ])('%j is none', (pattern, why) => {
    expect(compilePattern(pattern, 'reference')).toMatchObject({ fault: expect.stringMatching(why) })
  })

  test('a repository pattern has no tag', () => {
    expect(compilePattern('ghcr.io/acme/app:v1', 'repository')).toMatchObject({
      fix: 'write ghcr.io/acme/app',
    })
  })

  test.each([
    [`${'**/'.repeat(100)}x`, `x.io/${'a/'.repeat(100)}y`],
    [`x.io/${'*a'.repeat(150)}b`, `x.io/${'a'.repeat(240)}`],
  ])('a hostile pattern is done at once', (pattern, repository) => {
    const compiled = compilePattern(pattern, 'repository')
    if ('fault' in compiled) throw new Error(compiled.fault)
    const before = performance.now()
    expect(compiled.matches({ repository: repository as Repository })).toBe(false)
    expect(performance.now() - before).toBeLessThan(1000)
  })

  const segment = fc.constantFrom('a', 'b', '*', '**', 'a*', '*b', 'ab')
  const patterns = fc
    .array(segment, { minLength: 1, maxLength: 4 })
    .map(segments => `x.io/${segments.join('/')}`)
    .filter(text => !('fault' in compilePattern(text, 'repository')))
  const repositories = fc
    .array(fc.constantFrom('a', 'b', 'ab', 'aab'), { minLength: 1, maxLength: 4 })
    .map(segments => `x.io/${segments.join('/')}`)

  test('what an inner pattern matches, the pattern that covers it matches', () => {
    fc.assert(
      fc.property(patterns, patterns, repositories, (outer, inner, repository) => {
        if (covers(outer, inner) && matches(inner, repository)) expect(matches(outer, repository)).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })

  test.each([
    ['ghcr.io/acme/**', 'ghcr.io/acme/app', true],
    ['ghcr.io/acme/**', 'ghcr.io/acme/*', true],
    ['ghcr.io/acme/**', 'ghcr.io/acme/**', true],
    ['ghcr.io/acme/*', 'ghcr.io/acme/**', false],
    ['ghcr.io/acme/*', 'ghcr.io/*/app', false],
    ['**', 'ghcr.io/acme/**', true],
    ['alpine:3.*', 'alpine', false],
    ['alpine', 'alpine:3.19', true],
    ['alpine:3.*', 'alpine:3.1*', true],
    ['gcr.io/*', 'gcr.io/*@sha256:*', true],
  ])('%s covers %s: %s', (outer, inner, expected) => {
    expect(covers(outer, inner)).toBe(expected)
  })
})

describe('what a policy is about', () => {
  const loaded = load("images: ['ghcr.io/acme/**', 'registry.example.com:5000/shop']")
  const name = (text: string) => reference(text).repository

  test('it manages what a pattern of images matches', () => {
    expect(manages(loaded.policy, name('ghcr.io/acme/a/b'))).toBe(true)
    expect(manages(loaded.policy, name('ghcr.io/other/a'))).toBe(false)
    expect(manages(policyOf(''), name('ghcr.io/acme/a'))).toBe(false)
  })

  test('a call narrows it', () => {
    const { policy, digest: same } = narrow(loaded, ['ghcr.io/acme/app'])
    expect(policy.images).toEqual(['ghcr.io/acme/app'])
    expect(same).toBe(loaded.digest)
    expect(narrow(loaded, [])).toBe(loaded)
  })

  test('a call that goes beyond is refused, with the line that says what is managed', () => {
    const beyond = () => narrow(loaded, ['ghcr.io/**'])
    expect(beyond).toThrow(HygieneError)
    expect(beyond).toThrow(
      expect.objectContaining({
        code: 'not-managed',
        exitCode: 2,
        findings: [
          expect.objectContaining({ location: expect.objectContaining({ file: 'a.yml', line: 1 }) }),
        ],
      }),
    )
    expect(() => narrow(loaded, ['ghcr.io/acme/app:v1'])).toThrow(
      expect.objectContaining({ code: 'bad-usage' }),
    )
  })

  test('an alias is followed segment by segment, the longest first', () => {
    const policy = policyOf(`
aliases:
  mirror.example.com: docker.io
  mirror.example.com/acme: ghcr.io/acme
  far.example.com/m: mirror.example.com/acme
  a.example.com: b.example.com
  b.example.com: a.example.com
`)
    expect(canonical(name('mirror.example.com/library/alpine'), policy)).toBe('docker.io/library/alpine')
    expect(canonical(name('mirror.example.com/acme/app'), policy)).toBe('ghcr.io/acme/app')
    expect(canonical(name('mirror.example.com/acme2/app'), policy)).toBe('docker.io/acme2/app')
    expect(canonical(name('far.example.com/m/app'), policy)).toBe('ghcr.io/acme/app')
    expect(canonical(name('ghcr.io/acme/app'), policy)).toBe('ghcr.io/acme/app')
    expect(canonical(name('a.example.com/x'), policy)).toMatch(/^[ab]\.example\.com\/x$/)
  })

  test('a base image is allowed by pattern, digest and tag included', () => {
    const policy = policyOf("base: { allow: ['gcr.io/distroless/*@sha256:*', 'alpine:3.*'] }")
    expect(allowsBase(policy, reference(`gcr.io/distroless/base@${digest}`))).toBe(true)
    expect(allowsBase(policy, reference('gcr.io/distroless/base'))).toBe(false)
    expect(allowsBase(policy, reference('alpine:3.20'))).toBe(true)
    expect(allowsBase(policy, reference('centos:7'))).toBe(false)
  })
})
