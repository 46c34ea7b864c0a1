import type { Rule } from '../rule.ts'
import { wholeContextCopied } from './dockerignore-missing.ts'

/** What nobody wants in an image: the path that stands for it, and the line that leaves it out. */
const unwanted: readonly (readonly [string, string])[] = [
  ['.git', '.git'],
  ['.env', '.env*'],
  ['id_rsa', 'id_*'],
  ['key.pem', '*.pem'],
]

export const dockerignoreIncomplete: Rule = {
  id: 'dockerignore-incomplete',
  summary: 'The whole build context is copied, and .dockerignore lets git history or secrets through',
  reason:
    'A checkout on somebody’s machine has more in it than the one in CI: the history with every secret that was ever removed from it, .env files, keys. One local build and push is enough to publish them.',
  level: 'warning',
  bad: '# .dockerignore: node_modules\nFROM node:22-slim\nCOPY . /app',
  good: '# .dockerignore: node_modules, .git, .env*, id_*, *.pem\nFROM node:22-slim\nCOPY . /app',
  fix: 'Add the missing lines to .dockerignore.',
  *check(subject) {
    const { ignore } = subject.context
    const place = ignore === undefined ? undefined : wholeContextCopied(subject)
    if (ignore === undefined || place === undefined) return
    const lines = unwanted.filter(([path]) => ignore.excludes(path) === undefined).map(([, line]) => line)
    if (lines.length === 0) return
    yield {
      ...place,
      message: `everything in the build context is copied, and ${ignore.path} does not leave out ${lines.join(', ')}`,
      fix: `add to ${ignore.path}:\n${lines.join('\n')}`,
    }
  },
}
