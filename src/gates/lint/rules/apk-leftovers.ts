import type { Rule } from '../rule.ts'
import { hasOption, subcommandOf } from '../shell/program.ts'
import { leftoversIn, removes } from './leftovers.ts'

const cache = '/var/cache/apk'

export const apkLeftovers: Rule = {
  id: 'apk-leftovers',
  summary: 'apk’s package index stays in the layer',
  reason:
    'Without --no-cache, apk stores the index of all packages in the layer: it is never read again, and scanners see an index that is out of date.',
  level: 'warning',
  bad: 'FROM alpine:3.22\nRUN apk add curl',
  good: 'FROM alpine:3.22\nRUN apk add --no-cache curl',
  fix: 'Use apk add --no-cache, without apk update.',
  check: subject =>
    leftoversIn(subject, {
      folders: [cache],
      fills: started =>
        started.program === 'apk' &&
        !hasOption(started, '--no-cache') &&
        (subcommandOf(started) === 'update' ||
          hasOption(started, '--update', '--update-cache', '-U') ||
          subcommandOf(started) === 'add'),
      clears: started => removes(started, cache),
      message: started => `apk ${subcommandOf(started)} leaves its index in ${cache}`,
    }),
}
