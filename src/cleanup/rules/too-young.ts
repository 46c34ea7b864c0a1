import { type Digest, formatInstant } from '../../image/index.ts'
import { HygieneError } from '../../outcome/index.ts'
import { pushTime } from '../view.ts'
import type { HeadRule } from './rule.ts'

/**
 * Nothing goes before `cleanup.min-age` since its push. Where the registry tells no push time the rule cannot apply;
 * a policy that sets it relies on it, so that is an error then, and not a silent exemption.
 */
export const tooYoung: HeadRule = {
  name: 'too-young',
  holds: ({ repository, graph, snapshot, world }, node) => {
    const digest = graph.digests[node] as Digest
    const cleanup = world.facts.policy.policy.cleanup
    const rule = world.rule('cleanup.min-age')
    const pushed = pushTime(snapshot, digest)
    if (pushed === undefined) {
      if (!cleanup['min-age-set']) return undefined
      throw new HygieneError(
        'unsupported',
        `${repository}: the registry tells no push time, and cleanup.min-age is set`,
        {
          fix: 'remove cleanup.min-age from the policy: expires then counts alone, from expire_at',
          location: rule.location,
          image: `${repository}@${digest}`,
        },
      )
    }
    const from = pushed + cleanup['min-age']
    return from > world.facts.now
      ? {
          because: 'too-young',
          detail: `was pushed less than cleanup.min-age ago; may go from ${formatInstant(from)}`,
          rule,
        }
      : undefined
  },
}
