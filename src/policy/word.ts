import * as z from 'zod/mini'
import { durationForm, durationPattern, positiveDurationPattern } from './duration.ts'
import { compilePattern } from './pattern.ts'
import { parseSource, sourceForm, sourcePattern } from './source.ts'
import { compileTemplate } from './template.ts'

// The words of the policy file: what one scalar may be, how to say it, and its pattern for editors.

/** What JSON Schema says beside what zod knows; `description` is what an editor shows. */
export const notes = z.registry<{ description?: string; pattern?: string; examples?: readonly unknown[] }>()

/** A text of a form. The form completes "expected …". */
export function word(form: string, pattern: RegExp, longest = 1024) {
  return z
    .string({ error: form })
    .check(
      z.maxLength(longest, { error: `at most ${longest} characters`, abort: true }),
      z.regex(pattern, { error: form }),
    )
}

/** A text whose own parser says best what is wrong with it. */
function parsed(form: string, pattern: string, parse: (text: string) => object) {
  return z
    .string({ error: form })
    .check(
      z.check<string>(({ value, issues }) => {
        const result = parse(value) as { readonly fault?: string; readonly fix?: string }
        if (result.fault === undefined) return
        issues.push({ code: 'custom', input: value, message: result.fault, params: { fix: result.fix } })
      }),
    )
    .register(notes, { pattern })
}

export const duration = () => word(durationForm, durationPattern)
export const positiveDuration = () => word(durationForm, positiveDurationPattern)
export const expiry = () =>
  word(`'never', 'superseded' or ${durationForm}`, /^(?:never|superseded|[1-9][0-9]{0,5}[mhdw])$/)
export const lifetime = () => word(`'never' or ${durationForm}`, /^(?:never|[1-9][0-9]{0,5}[mhdw])$/)
export const source = () => parsed(sourceForm, sourcePattern.source, parseSource)
export const template = () =>
  parsed(
    "a tag template, such as 'v{semver}' or 'commit-{sha}'",
    '^(?:[A-Za-z0-9_]|\\*|\\{(?:semver|semver\\.major|semver\\.minor|sha|sha:(?:[7-9]|[123][0-9]|40)|number|branch|date)\\})(?:[A-Za-z0-9_.-]|\\*|\\{(?:semver|semver\\.major|semver\\.minor|sha|sha:(?:[7-9]|[123][0-9]|40)|number|branch|date)\\})*$',
    text => compileTemplate(text),
  )
export const repositoryPattern = () =>
  parsed(
    "a repository pattern, such as 'ghcr.io/acme/**'",
    '^(?!\\*$)[A-Za-z0-9._:\\[\\]*-]+(?:/[a-z0-9._*-]+)*$',
    text => compilePattern(text, 'repository'),
  )
export const referencePattern = () =>
  parsed(
    "a reference pattern, such as 'docker.io/library/alpine:3.*'",
    '^(?!\\*$)[A-Za-z0-9._:\\[\\]*-]+(?:/[a-z0-9._*-]+)*(?::[A-Za-z0-9._*-]+)?(?:@[a-z0-9*]+:?[0-9a-f*]*)?$',
    text => compilePattern(text, 'reference'),
  )

const visible = '[^\\u0000-\\u001f\\u007f-\\u009f]'

export const line = (form: string) => word(form, new RegExp(`^${visible}+$`))
/** Several lines are fine; other control characters are not. */
export const prose = (form: string) => word(form, new RegExp(`^(?:${visible}|[\\n\\t])+$`), 4000)
/** Below the checkout: what a step reads or writes by policy must not be anywhere on the machine. */
export const path = () =>
  word(
    "a path within the repository, without '..' and not starting with '/'",
    new RegExp(`^(?!/)(?!(?:.*/)?\\.\\.(?:/|$))${visible}+$`),
  )
export const host = () =>
  word(
    "a registry host, such as 'registry.example.com:5000'",
    /^(?:\[[0-9a-f:]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::[0-9]{1,5})?$/,
    255,
  )
/** A host, or a host and the beginning of a path; never a bare word, which would be a path of Docker Hub's. */
export const origin = () =>
  word(
    "a registry host with or without a path, such as 'mirror.example.com/acme'",
    /^(?:localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)+|[a-z0-9-]+(?::[0-9]{1,5}))(?::[0-9]{1,5})?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/,
    255,
  )
export const label = () =>
  word(
    "a label's name, such as 'owner' or 'org.opencontainers.image.source'",
    /^[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?$/,
    255,
  )
export const name = (what: string) =>
  word(`${what}: a-z, 0-9 and '-', starting with a letter`, /^[a-z][a-z0-9-]{0,62}$/, 63)
export const rule = () =>
  word(
    "a rule's id, such as 'final-stage-root' or 'hadolint/DL3007'",
    /^(?:[a-z]{1,30}\/)?[A-Za-z][A-Za-z0-9_.-]{0,99}$/,
    131,
  )
export const branch = () =>
  word(
    "a branch's name, such as 'image-hygiene/cleanup'",
    /^(?!.*(?:\.\.|\/\/|\.lock(?:\/|$)|\/\.|\.$|\/$))[A-Za-z0-9_][A-Za-z0-9._/-]*$/,
    200,
  )
export const share = () => word("a share of 1% to 100%, such as '50%'", /^(?:[1-9]|[1-9][0-9]|100)%$/)
/** With the length of every month, and of February in leap years: an exception until a day that never comes has no end. */
export const day = () =>
  word(
    'a day, such as 2027-01-31',
    /^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/,
  )
