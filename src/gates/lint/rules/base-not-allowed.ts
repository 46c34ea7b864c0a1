import { allowsBase } from '../../../policy/index.ts'
import type { Rule } from '../rule.ts'

export const baseNotAllowed: Rule = {
  id: 'base-not-allowed',
  summary: 'An image is none of those that the policy builds on',
  reason:
    'Every base is somebody else’s software with the rights of your own. A short list of bases that a team looks after (`base.allow`) is mended once for all images instead of once for each.',
  level: 'error',
  bad: "# base: { allow: ['registry.example.com/base/**'] }\nFROM somebody/node:20",
  good: 'FROM registry.example.com/base/node:20',
  fix: 'Build on an allowed image, or add this one to base.allow of the policy.',
  *check({ images, policy }) {
    if (policy.base.allow.includes('**')) return
    for (const { line, column, reference, text, written } of images) {
      if (reference === undefined) {
        // What cannot be known is not allowed.
        yield {
          line,
          column,
          message: `'${written}' cannot be resolved, so it cannot be known to be allowed`,
        }
      } else if (!allowsBase(policy, reference)) {
        const allowed = policy.base.allow.join(', ')
        yield {
          line,
          column,
          message: `'${text}' is not one of base.allow: ${allowed || 'nothing is'}`,
          image: text,
        }
      }
    }
  },
}
