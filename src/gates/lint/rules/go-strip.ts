import type { Rule } from '../rule.ts'
import { goBuilds } from './go-build.ts'

export const goStrip: Rule = {
  id: 'go-strip',
  summary: 'go build without -ldflags="-s -w"',
  reason:
    'Symbol table and DWARF data are about a third of a Go binary and no use in production: panics keep their stack traces without them.',
  level: 'info',
  bad: 'FROM golang:1.26\nRUN go build -trimpath -o /app .',
  good: 'FROM golang:1.26\nRUN go build -trimpath -ldflags="-s -w" -o /app .',
  fix: 'Add -ldflags="-s -w"',
  *check(subject) {
    for (const { options, place, words } of goBuilds(subject)) {
      // -s implies -w since Go 1.22.
      if (/-ldflags/.test(options) && /(?:^|[\s='"])-s(?:[\s'"]|$)/.test(options)) continue
      yield { ...place, message: `go ${words[0]?.text ?? ''} keeps symbols and debug data in the binary` }
    }
  },
}
