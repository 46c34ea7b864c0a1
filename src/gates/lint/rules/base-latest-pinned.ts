import type { Rule } from '../rule.ts'
import { usedAt, whereTagIs } from './tag-place.ts'

export const baseLatestPinned: Rule = {
  id: 'base-latest-pinned',
  summary: 'An image is pinned by digest, but its tag says latest',
  reason:
    'With a digest the tag changes nothing in the build. But it tells readers, and bots that refresh digests, to follow `latest` instead of a version.',
  level: 'info',
  bad: 'FROM alpine:latest@sha256:8a1f59ffb675680d47db6337b49d22281a139e9d709335b492be023728e11715',
  good: 'FROM alpine:3.22@sha256:8a1f59ffb675680d47db6337b49d22281a139e9d709335b492be023728e11715',
  fix: 'Write the version that the digest is of.',
  *check({ images }) {
    for (const image of images) {
      if (image.reference?.tag !== 'latest' || image.reference.digest === undefined) continue
      yield {
        ...whereTagIs(image),
        message: `${usedAt(image).slice(0, 120)}: the digest decides, and latest misleads`,
        image: image.text,
      }
    }
  },
}
