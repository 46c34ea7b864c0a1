import type { Instant } from '../image/index.ts'
import type { Finding } from '../outcome/index.ts'
import {
  type ClassRule,
  classTemplates,
  isMetadataTag,
  type LoadedPolicy,
  matchesForbidden,
  nearestTag,
  type Policy,
  type Template,
} from '../policy/index.ts'
import type { BuildFacts } from './facts.ts'
import { asImageTag, contradiction, isFloating, readRelease, releaseTags, tagFacts } from './identity.ts'
import { slipOf } from './slip.ts'

/** What is to be said of one tag of this build. */
export type TagVerdict =
  | { readonly says: 'legal'; readonly classes: readonly string[]; readonly findings: readonly Finding[] }
  | { readonly says: 'refused'; readonly finding: Finding }
  /** Nothing at hand proves or disproves it: exit 3, never a pass. */
  | { readonly says: 'undecided'; readonly finding: Finding }

/** Whether this build may carry a tag, whoever made it. Any text may be asked about. */
export function judgeTag(tag: string, facts: BuildFacts, loaded: LoadedPolicy, now: Instant): TagVerdict {
  const { policy, where } = loaded
  const forbidden = matchesForbidden(tag, policy)
  if (forbidden !== undefined) {
    const location = where(forbidden.path)
    return refused('tag-forbidden', `the tag '${tag}' is forbidden: it would not say which build it is`, {
      fix: instead(tag, facts, policy, now),
      ...(location === undefined ? {} : { location }),
    })
  }
  if (isMetadataTag(tag)) {
    return refused('tag-reserved', `the tag '${tag}' is where registries keep signatures and attestations`, {
      fix: instead(tag, facts, policy, now),
    })
  }
  const readings = readingsOf(tag, policy)
  // Whatever a row `'*'` says: that row is for tags found in a registry, and a slip makes more of them.
  if (readings.every(({ template }) => template.rest)) {
    const slip = slipOf(tag, facts, policy, now)
    if (slip !== undefined) return refused('tag-unknown', slip.message, { fix: slip.fix })
  }
  if (readings.length === 0) return judgeUnknown(tag, facts, policy, now)
  const releases = readings.filter(({ rule }) => rule.on === 'git-tag')
  const others = readings.filter(({ rule }) => rule.on !== 'git-tag')
  // What reads as a release is one, whatever else it may be read as: a branch can be named v1.2.3.
  if (releases.length > 0) {
    const verdict = judgeRelease(tag, releases, facts, policy, now)
    if (verdict.says !== 'legal') return verdict
    const also = others.filter(one => whyNot(tag, one, facts, now) === undefined)
    return { ...verdict, classes: [...new Set([...verdict.classes, ...also.map(one => one.class)])] }
  }
  const truthful = others.filter(one => whyNot(tag, one, facts, now) === undefined)
  if (truthful.length > 0) return legal(truthful.map(one => one.class))
  const [first] = others
  const why = first === undefined ? '' : whyNot(tag, first, facts, now)
  return refused('tag-not-this-build', `the tag '${tag}' is of class ${first?.class}, but ${why}`, {
    fix: instead(tag, facts, policy, now),
  })
}

interface Reading {
  readonly class: string
  readonly rule: ClassRule
  readonly template: Template
}

function readingsOf(tag: string, policy: Policy): readonly Reading[] {
  const all = Object.entries(policy.classes).flatMap(([name, rule]) =>
    classTemplates(policy, name)
      .filter(template => template.match(tag) !== undefined)
      .map(template => ({ class: name, rule, template })),
  )
  const named = all.filter(({ template }) => !template.rest)
  return named.length > 0 ? named : all
}

function whyNot(
  tag: string,
  { template, rule }: Reading,
  facts: BuildFacts,
  now: Instant,
): string | undefined {
  return contradiction(tag, template, rule, facts, now)
}

/** A release is what a git tag on the built commit says; anything else is a name that somebody made up. */
function judgeRelease(
  tag: string,
  readings: readonly Reading[],
  facts: BuildFacts,
  policy: Policy,
  now: Instant,
): TagVerdict {
  const [{ class: name }] = readings as readonly [Reading]
  const say = (why: string) => `the tag '${tag}' is a release (class ${name}), but ${why}`
  if (facts.event === 'pull-request') {
    return refused('tag-not-this-build', say('a pull request releases nothing'), {
      fix: instead(tag, facts, policy, now),
    })
  }
  const said = readings.filter(reading => namesOf(reading, facts, policy, now).includes(tag))
  if (said.length > 0) return legal(said.map(reading => reading.class))
  const commit = facts.sha.slice(0, 12)
  if (facts.gitTags.complete || facts.gitTag !== undefined) {
    const known = facts.gitTags.names.slice(0, 5)
    const there = known.length === 0 ? 'carries no git tag' : `carries the git tag ${known.join(', ')}`
    return refused('tag-not-git-tag', say(`the commit ${commit} ${there}`), {
      fix: instead(tag, facts, policy, now) ?? `git tag ${tag} ${commit} && git push origin ${tag}`,
    })
  }
  return {
    says: 'undecided',
    finding: {
      rule: 'undecidable',
      severity: 'error',
      message: say(
        `this checkout has no git tags to say whether the commit ${commit} carries one of that name`,
      ),
      fix: 'build releases on the push of their git tag, or fetch the tags: `fetch-depth: 0` of actions/checkout, GIT_DEPTH: 0 on GitLab, `git fetch --tags --unshallow`',
    },
  }
}

/** The image tags that a class makes of the git tags on the built commit. */
function namesOf(reading: Reading, facts: BuildFacts, policy: Policy, now: Instant): readonly string[] {
  return facts.gitTags.names.flatMap(gitTag => {
    const release = readRelease(gitTag, policy, reading.class)
    if (release === undefined) return []
    const floats = isFloating(reading.template, classTemplates(policy, reading.class))
    return floats
      ? releaseTags(release, policy, reading.class, tagFacts(facts, now, gitTag))
      : [asImageTag(gitTag), ...releaseTags(release, policy, reading.class, tagFacts(facts, now, gitTag))]
  })
}

/** A tag that no class speaks of is for `unknown` to say. */
function judgeUnknown(tag: string, facts: BuildFacts, policy: Policy, now: Instant): TagVerdict {
  const classes = Object.entries(policy.classes).map(([name, rule]) => `${name} (${rule.tags.join(', ')})`)
  const better = instead(tag, facts, policy, now)
  const finding: Finding = {
    rule: 'tag-unknown',
    severity: policy.unknown === 'deny' ? 'error' : 'warning',
    message: `the tag '${tag}' is of no class, so nothing says how long it lives: ${classes.join('; ')}`,
    fix: `${better === undefined ? '' : `${better}, or `}give it a class in the policy`,
  }
  return policy.unknown === 'deny' ? { says: 'refused', finding } : { ...legal([]), findings: [finding] }
}

/** What to use instead, in words. */
function instead(tag: string, facts: BuildFacts, policy: Policy, now: Instant): string | undefined {
  const meant = nearestTag(tag, policy, { ...tagFacts(facts, now), event: facts.event })
  return meant === undefined || meant.tag === tag ? undefined : `use ${meant.tag}`
}

function legal(classes: readonly string[]): TagVerdict & { readonly says: 'legal' } {
  return { says: 'legal', classes: [...new Set(classes)], findings: [] }
}

function refused(
  rule: string,
  message: string,
  details: { readonly fix: string | undefined; readonly location?: Finding['location'] },
): TagVerdict {
  const { fix, location } = details
  return {
    says: 'refused',
    finding: {
      rule,
      severity: 'error',
      message,
      ...(fix === undefined ? {} : { fix }),
      ...(location === undefined ? {} : { location }),
    },
  }
}
