import type { Instant, Tag } from '../image/index.ts'
import { isTag } from '../image/index.ts'
import type { Finding } from '../outcome/index.ts'
import { classTemplates, type LoadedPolicy, nearestTag, type Policy, readVersion } from '../policy/index.ts'
import type { BuildFacts } from './facts.ts'
import { asImageTag, readRelease, releaseTags, tagFacts } from './identity.ts'
import { judgeTag } from './judge.ts'

/** The name of a build: what it is called and what it is. */
export interface Name {
  /**
   * Rows of the policy, the longest-lived first: an image goes only when all of its tags may. Empty when every tag is
   * of no class and the policy lets that pass.
   */
  readonly classes: readonly string[]
  /** Why it is this class, for people. */
  readonly why: string
  readonly tags: readonly Tag[]
  /** SemVer without `v` for a release, the first tag otherwise. */
  readonly version: string
}

export interface Naming {
  /** Absent when a finding refuses it. */
  readonly name?: Name
  /** One of the rule `undecidable` says that nothing at hand could decide. */
  readonly findings: readonly Finding[]
}

/** Makes the tags of a build by the templates of its event's class. */
export function makeTags(facts: BuildFacts, loaded: LoadedPolicy, now: Instant): Naming {
  const { policy } = loaded
  const faults: string[] = []
  for (const [name, rule] of Object.entries(policy.classes)) {
    if (rule.on !== facts.event) continue
    const tags =
      facts.gitTag === undefined
        ? ordinary(name, facts, policy, now, faults)
        : released(name, facts, policy, now)
    if (tags.length > 0) return named(name, tags, facts, loaded, now)
  }
  return { findings: [noClass(facts, policy, now, faults)] }
}

function ordinary(
  name: string,
  facts: BuildFacts,
  policy: Policy,
  now: Instant,
  faults: string[],
): readonly string[] {
  return classTemplates(policy, name).flatMap(template => {
    const tag = template.make(tagFacts(facts, now))
    if (typeof tag === 'string') return [tag]
    faults.push(tag.fault)
    return []
  })
}

function released(name: string, facts: BuildFacts, policy: Policy, now: Instant): readonly string[] {
  const release = readRelease(facts.gitTag ?? '', policy, name)
  return release === undefined ? [] : releaseTags(release, policy, name, tagFacts(facts, now))
}

/** Made tags are judged like anybody's: a branch may be called `latest` or `v1.2.3`. */
function named(
  name: string,
  tags: readonly string[],
  facts: BuildFacts,
  loaded: LoadedPolicy,
  now: Instant,
): Naming {
  const verdicts = [...new Set(tags)].map(tag => judgeTag(tag, facts, loaded, now))
  const findings = verdicts.flatMap(verdict => ('finding' in verdict ? [verdict.finding] : verdict.findings))
  if (verdicts.some(verdict => verdict.says !== 'legal')) return { findings }
  const known = [...new Set(tags)].filter(isTag)
  return {
    name: { classes: [name], why: whyOf(facts), tags: known, version: versionOf(known, facts) },
    findings,
  }
}

/** What the event is, for people: `push to main (workflow_dispatch)`. */
export function whyOf({ event, trigger, branch, gitTag, pullRequest }: BuildFacts): string {
  const plain = { 'git-tag': `git tag ${gitTag}`, push: `push to ${branch ?? 'a detached commit'}` } as const
  const what =
    event === 'pull-request'
      ? `pull request ${pullRequest?.number}${pullRequest?.withoutSecrets ? ' without secrets' : ''}`
      : plain[event]
  return trigger === event || trigger === 'pull_request' ? what : `${what} (${trigger})`
}

/** The version that the image is labelled with. */
export function versionOf(tags: readonly string[], facts: BuildFacts): string {
  const released = facts.gitTags.names.filter(gitTag => tags.includes(asImageTag(gitTag)))
  const [first = tags[0] ?? ''] = facts.gitTag !== undefined ? [facts.gitTag] : released
  return readVersion(first) ?? first
}

function noClass(facts: BuildFacts, policy: Policy, now: Instant, faults: readonly string[]): Finding {
  const rows = Object.entries(policy.classes).map(
    ([name, rule]) => `${name} (${rule.on ?? 'any event'}: ${rule.tags.join(', ')})`,
  )
  const what =
    facts.gitTag === undefined ? `a ${facts.event} (${facts.trigger})` : `the git tag '${facts.gitTag}'`
  const why = faults.length === 0 ? '' : `; ${[...new Set(faults)].join('; ')}`
  return {
    rule: 'no-class',
    severity: 'error',
    message: `no class is for ${what}${why}. The policy has ${rows.join(', ') || 'no classes'}`,
    fix: fixOf(facts, policy, now),
  }
}

function fixOf(facts: BuildFacts, policy: Policy, now: Instant): string {
  if (facts.gitTag === undefined) {
    return `add a row to the policy:\nclasses:\n  ${facts.event}: { on: ${facts.event}, tags: ['${facts.event}-{sha}'], expires: 14d }`
  }
  const meant = nearestTag(facts.gitTag, policy, { sha: facts.sha, date: now, event: 'git-tag' })
  // A class that denies prereleases would be offered the very same one.
  if (meant === undefined || meant.tag === asImageTag(facts.gitTag)) {
    return `add a class with \`on: git-tag\` whose template takes '${facts.gitTag}'`
  }
  return `did you mean ${meant.tag}? git tag ${meant.tag} ${facts.sha.slice(0, 12)} && git push origin ${meant.tag}`
}
