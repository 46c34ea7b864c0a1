import type { Rule } from '../rule.ts'
import { whereTagIs } from './tag-place.ts'

export const baseUntagged: Rule = {
  id: 'base-untagged',
  summary: 'An image is pulled without a tag',
  reason:
    'Without a tag the builder takes `latest`: whatever was pushed last. Two builds of one commit can then differ, and nobody can say what an old image was built on.',
  level: 'error',
  bad: 'FROM alpine',
  good: 'FROM alpine:3.22',
  fix: 'Name the version that you test with.',
  *check({ images }) {
    for (const image of images) {
      const { reference, written } = image
      if (reference === undefined || reference.tag !== undefined || reference.digest !== undefined) continue
      yield {
        ...whereTagIs(image),
        message: `'${written}' has no tag, so it is whatever was pushed last`,
        image: image.text,
      }
    }
  },
}
