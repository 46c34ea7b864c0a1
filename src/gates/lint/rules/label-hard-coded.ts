import { assignments, placeOf } from '../dockerfile/index.ts'
import type { Rule } from '../rule.ts'

const expiry = new Set(['expire_at', 'quay.expires-after', 'io.image-hygiene.expires-at'])

export const labelHardCoded: Rule = {
  id: 'label-hard-coded',
  summary: 'An expiry or latest is written into a LABEL',
  reason:
    'A fixed expire_at is right for one build only: all later ones are born expired, and images built on this one inherit it, releases too. A version label that says latest says nothing.',
  level: 'error',
  bad: 'FROM alpine:3.22\nLABEL expire_at=1767225600',
  good: 'FROM alpine:3.22\nLABEL org.opencontainers.image.title=app',
  fix: 'Leave these labels to the build: image-hygiene prepare prints them for each.',
  *check({ dockerfile }) {
    for (const instruction of dockerfile.instructions) {
      if (instruction.keyword !== 'LABEL') continue
      for (const { name, value, offset } of assignments(instruction, dockerfile.escapeChar)) {
        const key = dockerfile.expandAt(instruction, name).text
        const { text, known } = dockerfile.expandAt(instruction, value.text)
        const place = placeOf(instruction, offset)
        // An empty value takes an inherited expiry away, and a variable comes from the build.
        if (expiry.has(key) && text !== '' && known && !value.text.includes('$')) {
          yield { ...place, message: `LABEL ${key}=${text.slice(0, 40)} is the same in every build` }
        }
        if (known && (text === 'latest' || /:latest$/.test(text)) && text.length < 512) {
          yield { ...place, level: 'warning', message: `LABEL ${key} says '${text}', which moves` }
        }
      }
    }
  },
}
