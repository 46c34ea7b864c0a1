import { assignments, placeOf } from '../dockerfile/index.ts'
import type { Rule } from '../rule.ts'

export const goSumdbOff: Rule = {
  id: 'go-sumdb-off',
  summary: 'The checksum database of Go is switched off',
  reason:
    'GOSUMDB=off makes go accept whatever a proxy or a moved tag delivers for a module that go.sum does not know yet. For private modules GOPRIVATE does what is wanted and leaves the rest checked.',
  level: 'warning',
  bad: 'FROM golang:1.26\nENV GOSUMDB=off\nRUN go mod download',
  good: 'FROM golang:1.26\nENV GOPRIVATE=git.example.com/team\nRUN go mod download',
  fix: 'Name the private modules: ENV GOPRIVATE=git.example.com/team',
  *check({ dockerfile, started }) {
    for (const instruction of dockerfile.instructions) {
      if (instruction.keyword === 'ENV' || instruction.keyword === 'ARG') {
        for (const { name, value, offset } of assignments(instruction, dockerfile.escapeChar)) {
          const { text } = dockerfile.expandAt(instruction, value.text)
          const what = switchesOff(name, text)
          if (what)
            yield {
              ...placeOf(instruction, offset),
              message: `${name}=${text} lets any module through unchecked`,
            }
        }
      }
      if (instruction.keyword !== 'RUN') continue
      for (const { environment, words, place } of started(instruction)) {
        const given = [...environment, ...words.map(({ text }) => pairOf(text))]
        const off = given.find(([name, value]) => switchesOff(name, value))
        if (off !== undefined)
          yield { ...place, message: `${off[0]}=${off[1]} lets any module through unchecked` }
      }
    }
  },
}

function pairOf(text: string): readonly [string, string] {
  const equals = text.indexOf('=')
  return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)]
}

/** `GONOSUMCHECK=1` is the old name; `GONOSUMDB=*` says the same. */
function switchesOff(name: string, value: string): boolean {
  if (name === 'GOSUMDB') return value === 'off'
  if (name === 'GONOSUMDB') return value === '*'
  return name === 'GONOSUMCHECK' && value !== '' && value !== '0'
}
