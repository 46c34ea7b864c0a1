import { parseMetadataTag } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { Captured } from './placeholder.ts'
import type { ClassRule, Policy } from './policy.ts'
import { compileTemplate, type Template } from './template.ts'

/** A class that a tag is of, and what the tag says. */
export interface ClassMatch {
  readonly class: string
  readonly rule: ClassRule
  /** The template that matched, as written in the policy. */
  readonly template: string
  readonly captured: Captured
}

/**
 * Every class that a tag belongs to, in the order of the policy; empty: a tag of no class, or a metadata tag.
 * A tag of several classes goes only if all of them let it go.
 */
export function classify(tag: string, policy: Policy): readonly ClassMatch[] {
  if (isMetadataTag(tag)) return []
  const templates = templatesOf(policy)
  const named = templates.flatMap(row => matchOf(tag, row, false))
  return named.length > 0 ? named : templates.flatMap(row => matchOf(tag, row, true))
}

/** One grammar with the graph: what a referrer's tag may look like is decided in one place. */
export function isMetadataTag(tag: string): boolean {
  return parseMetadataTag(tag) !== undefined
}

/** The row of `forbid` that a tag falls under. */
export function matchesForbidden(
  tag: string,
  policy: Policy,
): { readonly template: string /** `forbid.0`, for `where`. */; readonly path: string } | undefined {
  const index = forbiddenOf(policy).findIndex(template => template.match(tag) !== undefined)
  const template = policy.forbid[index]
  return template === undefined ? undefined : { template, path: `forbid.${index}` }
}

/** The templates of one class, compiled under its rule on prereleases. */
export function classTemplates(policy: Policy, name: string): readonly Template[] {
  return templatesOf(policy).find(row => row.class === name)?.templates ?? []
}

interface Row {
  readonly class: string
  readonly rule: ClassRule
  readonly templates: readonly Template[]
}

function matchOf(tag: string, row: Row, rest: boolean): readonly ClassMatch[] {
  for (const template of row.templates) {
    if (template.rest !== rest) continue
    const captured = template.match(tag)
    if (captured === undefined) continue
    return [{ class: row.class, rule: row.rule, template: template.text, captured }]
  }
  return []
}

// Compiled once per policy: a registry has a hundred thousand tags.
const compiledClasses = new WeakMap<Policy, readonly Row[]>()
const compiledForbid = new WeakMap<Policy, readonly Template[]>()

function templatesOf(policy: Policy): readonly Row[] {
  const known = compiledClasses.get(policy)
  if (known !== undefined) return known
  const rows = Object.entries(policy.classes).map(([name, rule]) => ({
    class: name,
    rule,
    templates: rule.tags.map(text => sound(text, rule.prereleases)),
  }))
  compiledClasses.set(policy, rows)
  return rows
}

function forbiddenOf(policy: Policy): readonly Template[] {
  const known = compiledForbid.get(policy)
  if (known !== undefined) return known
  const templates = policy.forbid.map(text => sound(text, 'allow'))
  compiledForbid.set(policy, templates)
  return templates
}

/** A parsed policy has no bad template; one built by hand may. */
function sound(text: string, prereleases: 'allow' | 'deny'): Template {
  const template = compileTemplate(text, { prereleases })
  if ('fault' in template) {
    throw new HygieneError('bad-policy', `tag template '${text}': ${template.fault}`, { fix: template.fix })
  }
  return template
}
