import type { Rule } from '../rule.ts'
import { subcommandOf } from '../shell/program.ts'
import { leftoversIn, removes } from './leftovers.ts'

const lists = '/var/lib/apt/lists'

export const aptLeftovers: Rule = {
  id: 'apt-leftovers',
  summary: 'apt’s package lists stay in the layer',
  reason:
    '`apt-get update` writes 20 to 50 MB of lists that nothing needs at run time and that are stale the next day. A later RUN cannot take them out of the layer that wrote them.',
  level: 'warning',
  bad: 'FROM debian:13\nRUN apt-get update && apt-get install -y --no-install-recommends curl',
  good: 'FROM debian:13\nRUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*',
  fix: 'End the same RUN with: rm -rf /var/lib/apt/lists/*',
  check: subject =>
    leftoversIn(subject, {
      folders: [lists],
      fills: started => /^apt(?:-get|itude)?$/.test(started.program) && subcommandOf(started) === 'update',
      clears: started => removes(started, lists),
      message: ({ program }) => `${program} update leaves its lists in ${lists}`,
    }),
}
