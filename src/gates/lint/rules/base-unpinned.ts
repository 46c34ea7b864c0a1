import type { Rule } from '../rule.ts'

export const baseUnpinned: Rule = {
  id: 'base-unpinned',
  summary: 'An image is pulled by tag, without a digest',
  reason:
    'A tag can be moved to other bytes at any time, by its owner or by somebody who took the account. A digest cannot: the build uses exactly what was reviewed, and a bot can refresh it in a pull request.',
  level: 'warning',
  bad: 'FROM alpine:3.22',
  good: 'FROM alpine:3.22@sha256:8a1f59ffb675680d47db6337b49d22281a139e9d709335b492be023728e11715',
  fix: 'Append the digest that `crane digest` or `docker buildx imagetools inspect` prints.',
  *check({ images }) {
    for (const { line, column, reference, text } of images) {
      if (reference === undefined || reference.digest !== undefined || reference.tag === undefined) continue
      yield { line, column, message: `'${text}' is not pinned by digest`, image: text }
    }
  },
}
