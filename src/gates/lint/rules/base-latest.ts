import type { Rule } from '../rule.ts'
import { usedAt, whereTagIs } from './tag-place.ts'

export const baseLatest: Rule = {
  id: 'base-latest',
  summary: 'An image is pulled by the tag latest',
  reason:
    '`latest` is a moving tag: the same commit builds something else tomorrow, a rollback rebuilds with today’s base, and an audit cannot tell which one is inside.',
  level: 'error',
  bad: 'FROM alpine:latest',
  good: 'FROM alpine:3.22',
  fix: 'Name the version that you test with.',
  *check({ images }) {
    for (const image of images) {
      if (image.reference?.tag !== 'latest' || image.reference.digest !== undefined) continue
      yield { ...whereTagIs(image), message: `${usedAt(image)}: latest moves`, image: image.text }
    }
  },
}
