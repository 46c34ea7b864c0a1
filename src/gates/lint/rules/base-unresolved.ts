import type { Rule } from '../rule.ts'

export const baseUnresolved: Rule = {
  id: 'base-unresolved',
  summary: 'An image is only known to the call of the build',
  reason:
    'An ARG without a default hides the image from every reader of the file: neither its tag nor its digest, its owner or its end of life can be checked here.',
  level: 'warning',
  bad: 'ARG BASE\nFROM ${BASE}',
  good: 'ARG BASE=alpine:3.22\nFROM ${BASE}',
  fix: 'Give the ARG the default that CI builds with.',
  *check({ images }) {
    for (const { line, column, reference, fault, written } of images) {
      if (reference !== undefined || fault !== undefined) continue
      yield {
        line,
        column,
        message: `'${written}' depends on a variable that has no default: nothing about this image was checked`,
      }
    }
  },
}
