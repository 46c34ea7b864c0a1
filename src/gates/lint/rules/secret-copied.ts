import { flagOf, placeOf } from '../dockerfile/index.ts'
import type { Rule } from '../rule.ts'
import { holdsSecret } from '../secrets.ts'
import { transferOf } from '../transfer.ts'

export const secretCopied: Rule = {
  id: 'secret-copied',
  summary: 'A file that holds secrets is copied into a layer',
  reason:
    'A layer keeps what it once held: removing the key or .env in the next RUN only hides it. In an earlier stage it does not ship, but it stays in the build cache and its exports.',
  level: 'error',
  bad: 'FROM node:22\nCOPY .npmrc ./\nRUN npm ci && rm .npmrc',
  good: 'FROM node:22\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci',
  fix: 'Mount it for the one command that needs it: RUN --mount=type=secret,id=NAME,target=PATH …',
  *check({ dockerfile, shipped }) {
    for (const stage of dockerfile.stages) {
      for (const instruction of stage.instructions) {
        const transfer = transferOf(instruction, dockerfile)
        if (transfer === undefined || flagOf(instruction, 'from') !== undefined) continue
        for (const { text, offset } of transfer.sources) {
          if (!holdsSecret(text)) continue
          const ships = shipped.includes(stage)
          yield {
            ...placeOf(instruction, offset),
            ...(ships ? {} : { level: 'warning' as const }),
            message: `'${text}' holds secrets, and ${ships ? 'ships in a layer' : 'stays in the build cache'}`,
          }
        }
      }
    }
  },
}
