import type { Instant } from '../image/index.ts'
import {
  type Captured,
  type ClassRule,
  classTemplates,
  isPrerelease,
  type Policy,
  readVersion,
  type TagFacts,
  type Template,
} from '../policy/index.ts'
import type { BuildFacts } from './facts.ts'

// What a build is, as far as a tag can say it, and whether a tag says it truly.

/** How a git tag would stand in an image tag: `+` of build metadata is `_` there. */
export function asImageTag(gitTag: string): string {
  return gitTag.replace('+', '_')
}

/** `v{semver.major}` beside `v{semver}` moves with every release; alone it is the release's own name. */
export function isFloating(template: Template, among: readonly Template[]): boolean {
  const has = (one: Template, name: string) => one.placeholders.some(placeholder => placeholder === name)
  const inPart = has(template, 'semver.major') || has(template, 'semver.minor')
  return inPart && among.some(other => has(other, 'semver'))
}

/** What the templates of a class may write. */
export function tagFacts(facts: BuildFacts, now: Instant, gitTag = facts.gitTag): TagFacts {
  return {
    sha: facts.sha,
    number: facts.pullRequest?.number,
    branch: facts.branch,
    date: now,
    semver: gitTag === undefined ? undefined : readVersion(gitTag),
  }
}

/** A git tag that names a release of a class, and what it says. */
export interface Release {
  readonly gitTag: string
  readonly template: Template
  readonly captured: Captured
}

/** How a class reads a git tag, if it does. Floating templates do not count: `v1.2` is no release `v1.2.3`. */
export function readRelease(gitTag: string, policy: Policy, name: string): Release | undefined {
  const templates = classTemplates(policy, name)
  for (const template of templates) {
    if (template.rest || isFloating(template, templates)) continue
    const captured = template.match(asImageTag(gitTag))
    if (captured === undefined) continue
    // `v1.0.0_b` reads as a version in an image tag only; as a git tag it is none.
    if (captured.semver?.includes('+') && !gitTag.includes('+')) continue
    return { gitTag, template, captured }
  }
  return undefined
}

/** The tags that a class makes of a release. A prerelease moves no floating tag. */
export function releaseTags(
  release: Release,
  policy: Policy,
  name: string,
  facts: TagFacts,
): readonly string[] {
  const templates = classTemplates(policy, name)
  const version = release.captured.semver ?? readVersion(release.gitTag)
  const own = asImageTag(release.gitTag)
  const made = templates.flatMap(template => {
    if (template === release.template) return [own]
    if (version !== undefined && isPrerelease(version) && isFloating(template, templates)) return []
    const tag = template.make({ ...facts, semver: version })
    return typeof tag === 'string' ? [tag] : []
  })
  return [...new Set(made)]
}

/** Why a tag does not say the truth about a build that is no release; `undefined` if it does. */
export function contradiction(
  tag: string,
  template: Template,
  rule: ClassRule,
  facts: BuildFacts,
  now: Instant,
): string | undefined {
  const captured = template.match(tag) ?? {}
  if (rule.on !== undefined && rule.on !== facts.event) {
    return `such tags are made on ${rule.on}, and this is a ${facts.event} (${facts.trigger})`
  }
  if (captured.sha !== undefined && !facts.sha.startsWith(captured.sha)) {
    return `the commit that is built is ${facts.sha.slice(0, 12)}`
  }
  if (rule.on === 'pull-request' && captured.number !== undefined) {
    const number = facts.pullRequest?.number
    if (captured.number !== number) return `this is pull request ${number}`
  }
  if (captured.date !== undefined && !isToday(captured.date, now)) {
    return `the build is of ${dayOf(now)} (UTC)`
  }
  if (captured.branch !== undefined && rule.on !== undefined) {
    // A slug cannot be read back, so the tag is made again and compared.
    const made = template.make({ ...tagFacts(facts, now), sha: captured.sha ?? facts.sha })
    if (facts.branch === undefined || (typeof made === 'string' && made !== tag)) {
      return `the branch is ${facts.branch === undefined ? 'not known' : `'${facts.branch}'`}`
    }
  }
  return undefined
}

/** A build that began before midnight may tag after it. */
function isToday(day: string, now: Instant): boolean {
  return day === dayOf(now) || day === dayOf(now - 86_400)
}

function dayOf(now: Instant): string {
  return new Date(now * 1000).toISOString().slice(0, 10).replaceAll('-', '')
}
