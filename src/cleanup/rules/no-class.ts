import type { TagRule } from './rule.ts'

/** What the policy has no row for is nobody's to delete. */
export const noClass: TagRule = {
  name: 'no-class',
  holds: ({ tag, match }) =>
    tag === undefined || match !== undefined
      ? undefined
      : { because: 'no-class', detail: `the tag ${tag} is of no class` },
}
