import { type Instant, isTag, parseReference, type Repository, type Tag } from '../image/index.ts'
import { type Finding, HygieneError } from '../outcome/index.ts'
import type { ClassRule, LoadedPolicy, Policy } from '../policy/index.ts'
import type { BuildFacts } from './facts.ts'
import { judgeTag } from './judge.ts'
import { type Naming, versionOf, whyOf } from './name.ts'

/** A tag that another tool made: bare, or with the repository that it names. */
export interface GivenTag {
  readonly tag: string
  readonly repository?: Repository
}

/**
 * Reads `v1.2.3`, `ghcr.io/acme/app:v1.2.3` and `app:latest`. A reference without a tag is `latest` to every client,
 * so it is read as that here. What is neither tag nor reference is `bad-usage`.
 */
export function readGivenTag(text: string): GivenTag {
  if (isTag(text)) return { tag: text }
  // A name alone is a tag, not a repository of Docker Hub.
  const reference = /[/:]/.test(text)
    ? parseReference(text)
    : { fault: 'a tag has 1 to 128 of A-Z a-z 0-9 _ . -' }
  if ('fault' in reference) {
    throw new HygieneError(
      'bad-usage',
      `tags: '${text}' is neither a tag nor a reference: ${reference.fault}`,
      {
        fix: 'one tag (v1.2.0) or one reference (ghcr.io/acme/app:v1.2.0) a line',
      },
    )
  }
  if (reference.digest !== undefined) {
    throw new HygieneError(
      'bad-usage',
      `tags: '${text}' has a digest; a build is tagged, not named by its digest`,
    )
  }
  return { tag: reference.tag ?? 'latest', repository: reference.repository }
}

/** Checks tags that another tool made: each is allowed for this build, or refused with what would be. */
export function checkTags(
  given: readonly string[],
  facts: BuildFacts,
  loaded: LoadedPolicy,
  now: Instant,
): Naming {
  const verdicts = given.map(tag => judgeTag(tag, facts, loaded, now))
  const findings: readonly Finding[] = verdicts.flatMap(verdict =>
    'finding' in verdict ? [verdict.finding] : verdict.findings,
  )
  const tags: readonly Tag[] = given.filter(isTag)
  const classes = verdicts.flatMap(verdict => (verdict.says === 'legal' ? verdict.classes : []))
  if (classes.length + findings.length === 0 || verdicts.some(verdict => verdict.says !== 'legal')) {
    return { findings }
  }
  return {
    name: {
      classes: longestLived(classes, loaded.policy),
      why: whyOf(facts),
      tags,
      version: versionOf(tags, facts),
    },
    findings,
  }
}

function longestLived(classes: readonly string[], policy: Policy): readonly string[] {
  const life = (name: string) => lifeOf(policy.classes[name])
  return [...new Set(classes)].toSorted((a, b) => life(b) - life(a))
}

/** In seconds; a class that needs no clock outlives all that have one. */
function lifeOf(rule: ClassRule | undefined): number {
  if (rule?.expires.kind === 'after') return rule.expires.seconds
  return rule?.expires.kind === 'never' ? Number.MAX_VALUE : Number.MAX_SAFE_INTEGER
}
