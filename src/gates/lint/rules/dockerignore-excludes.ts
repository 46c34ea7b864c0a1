import { flagOf, placeOf } from '../dockerfile/index.ts'
import type { IgnoreFile, IgnorePattern } from '../dockerignore.ts'
import type { Rule } from '../rule.ts'
import { isRemote, isWholeContext, transferOf } from '../transfer.ts'

export const dockerignoreExcludes: Rule = {
  id: 'dockerignore-excludes',
  summary: '.dockerignore leaves out a file that COPY needs',
  reason:
    'The builder never sees a file that .dockerignore leaves out. Where COPY names it, the build fails; where a wildcard swallows it (`COPY go.* ./`), it goes on without the lock file and resolves other versions.',
  level: 'error',
  bad: '# .dockerignore: *.mod\nFROM golang:1.26\nCOPY go.mod go.sum ./',
  good: '# .dockerignore: *.md\nFROM golang:1.26\nCOPY go.mod go.sum ./',
  fix: 'Let the file in again with a line like !go.mod behind the pattern.',
  *check({ dockerfile, context }) {
    const { ignore } = context
    if (ignore === undefined) return
    for (const { instructions } of dockerfile.stages) {
      for (const instruction of instructions) {
        if (flagOf(instruction, 'from') !== undefined) continue
        for (const { text, offset } of transferOf(instruction, dockerfile)?.sources ?? []) {
          if (isRemote(text) || isWholeContext(text) || text.length > 1024) continue
          const pattern = leftOut(text, ignore)
          if (pattern === undefined) continue
          yield {
            ...placeOf(instruction, offset),
            message: `${ignore.path} line ${pattern.line} ('${pattern.text}') leaves out '${text}', which this ${instruction.keyword} needs`,
            fix: `add to ${ignore.path}, below line ${pattern.line}:\n!${text}`,
          }
        }
      }
    }
  },
}

/** A wildcard is left out if all that it stands for is: tried with nothing and with a letter for each star. */
function leftOut(source: string, ignore: IgnoreFile): IgnorePattern | undefined {
  if (source.includes('[')) return undefined
  const samples = /[*?]/.test(source)
    ? [source.replaceAll('*', '').replaceAll('?', 'x'), source.replaceAll(/[*?]/g, 'x')]
    : [source]
  const patterns = samples.map(sample => ignore.excludes(sample))
  if (patterns.some(pattern => pattern === undefined) || ignore.readmitsBelow(source)) return undefined
  return patterns[0]
}
