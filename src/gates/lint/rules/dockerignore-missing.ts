import type { Place } from '../dockerfile/index.ts'
import { flagOf, placeOf } from '../dockerfile/index.ts'
import type { Rule, Subject } from '../rule.ts'
import { isWholeContext, transferOf } from '../transfer.ts'

export const dockerignoreMissing: Rule = {
  id: 'dockerignore-missing',
  summary: 'The whole build context is copied, and there is no .dockerignore',
  reason:
    'Without a .dockerignore, `COPY . .` takes the git history, local credentials, node_modules and build results along: they ship in the image, and each change of them spoils the cache.',
  level: 'warning',
  bad: 'FROM node:22-slim\nCOPY . /app',
  good: '# with a .dockerignore\nFROM node:22-slim\nCOPY . /app',
  fix: 'Add a .dockerignore with at least:\n.git\n.env*\n*.pem\nid_*',
  *check(subject) {
    if (subject.context.ignore !== undefined) return
    const place = wholeContextCopied(subject)
    if (place === undefined) return
    const { folder } = subject.context
    yield {
      ...place,
      message: `everything in the build context (${folder === '' ? '.' : folder}) is copied, and it has no .dockerignore`,
    }
  },
}

/** Where the first COPY or ADD takes the whole context. */
export function wholeContextCopied({ dockerfile }: Subject): Place | undefined {
  for (const { instructions } of dockerfile.stages) {
    for (const instruction of instructions) {
      if (flagOf(instruction, 'from') !== undefined) continue
      const whole = transferOf(instruction, dockerfile)?.sources.find(({ text }) => isWholeContext(text))
      if (whole !== undefined) return placeOf(instruction, whole.offset)
    }
  }
  return undefined
}
