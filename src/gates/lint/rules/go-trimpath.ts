import type { Rule } from '../rule.ts'
import { goBuilds } from './go-build.ts'

export const goTrimpath: Rule = {
  id: 'go-trimpath',
  summary: 'go build without -trimpath',
  reason:
    'Without -trimpath the binary holds the absolute paths of the machine that built it: the same source gives other bytes elsewhere, so layers are not reused, and the paths tell about the builder.',
  level: 'info',
  bad: 'FROM golang:1.26\nRUN go build -o /app .',
  good: 'FROM golang:1.26\nRUN go build -trimpath -o /app .',
  fix: 'Add -trimpath, or ENV GOFLAGS=-trimpath for all builds of the stage.',
  *check(subject) {
    for (const { options, place, words } of goBuilds(subject)) {
      if (/(?:^|\s)--?trimpath(?:\s|$|=true)/.test(options)) continue
      yield {
        ...place,
        message: `go ${words[0]?.text ?? ''} without -trimpath: the binary depends on where it was built`,
      }
    }
  },
}
