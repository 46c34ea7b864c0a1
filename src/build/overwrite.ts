import type { Digest, Tag } from '../image/index.ts'
import type { Finding } from '../outcome/index.ts'
import { classTemplates, type Policy } from '../policy/index.ts'
import { isFloating } from './identity.ts'

/** An image that a registry already has under a tag. */
export interface Existing {
  readonly digest: Digest
  /** The commit that it says it was built from; none if it does not say, or its platforms disagree. */
  readonly revision: string | undefined
}

/** Tags that are written once. `v1` beside `v{semver}` in an immutable class moves by its nature. */
export function immutableTags(tags: readonly Tag[], policy: Policy): readonly Tag[] {
  return tags.filter(tag =>
    Object.entries(policy.classes).some(([name, rule]) => {
      const templates = classTemplates(policy, name)
      return (
        rule.immutable &&
        templates.some(one => !one.rest && !isFloating(one, templates) && one.match(tag) !== undefined)
      )
    }),
  )
}

/**
 * Whether a build may be pushed over an image. The digest to come is not known before the build, so the commit
 * decides: another one is refused; the same one is a rerun, which is told and let through, because a release whose
 * last job failed must be able to run again.
 */
export function judgeExisting(image: string, { digest, revision }: Existing, sha: string): Finding {
  if (revision === sha) {
    return {
      rule: 'immutable-tag',
      severity: 'warning',
      message: `${image} exists (${digest}) and was built from the same commit: this looks like a rerun, and pushing it again moves the tag unless the build is reproducible`,
      fix: 'build on top of the pushed digest instead of building again, or set SOURCE_DATE_EPOCH for a reproducible build',
      image,
    }
  }
  const from = revision === undefined ? 'an unknown commit' : `commit ${revision.slice(0, 12)}`
  return {
    rule: 'immutable-tag',
    severity: 'error',
    message: `${image} exists (${digest}), built from ${from}: overwriting it would change what is deployed and leave nothing to roll back to`,
    fix: 'release under a new git tag; `check-registry: false` switches this check off',
    image,
  }
}
