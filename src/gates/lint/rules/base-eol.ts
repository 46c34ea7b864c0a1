import { lifetimesOf } from '../eol.ts'
import type { Rule } from '../rule.ts'

export const baseEol: Rule = {
  id: 'base-eol',
  summary: 'An image is built on a release that nobody mends any more',
  reason:
    'After its end of life a distribution or runtime gets no security fixes: every finding of a scanner in it stays for ever, and a rebuild changes nothing.',
  level: 'warning',
  bad: 'FROM centos:7',
  good: 'FROM almalinux:9',
  fix: 'Move to a release that is still maintained.',
  *check({ images, eol, now }) {
    const today = new Date(now * 1000).toISOString().slice(0, 10)
    for (const { line, column, reference, text } of images) {
      if (reference === undefined) continue
      for (const { product, cycle, ends, newest } of lifetimesOf(reference, eol)) {
        if (ends === null || ends >= today) continue
        const lives = newest !== undefined && (newest.ends === null || newest.ends >= today)
        const hint = lives ? `; the newest is ${newest.cycle}` : ''
        yield {
          line,
          column,
          message: `'${text}' is ${product} ${cycle}, whose life ended on ${ends}${hint}`,
          image: text,
        }
      }
    }
  },
}
