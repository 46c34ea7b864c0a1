import fc from 'fast-check'
import { expect, test } from 'vitest'
import { JsonCursor } from '../../../src/gates/scan/json-cursor.ts'

// `skip` is the cursor's own: it passes over a value. No test here is left out.

/** Texts around the length at which strings are searched instead of walked, full of what could hide their end. */
const text = fc
  .array(fc.constantFrom('\\', '"', '\\"', 'a', 'é', '{', ']', ',', '\n'), { maxLength: 90 })
  .map(parts => parts.join(''))

test('passes over any string to exactly its end, and reads what JSON.parse reads', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), texts => {
      const cursor = new JsonCursor(Buffer.from(JSON.stringify({ skipped: texts, read: texts })), 'a report')
      const read: unknown[] = []
      cursor.members(key => {
        if (key === 'skipped') cursor.items(() => cursor.skip())
        else cursor.items(() => read.push(cursor.value()))
      })
      cursor.end()
      expect(read).toEqual(texts)
    }),
    { numRuns: 500 },
  )
})

test.each([47, 48, 49, 200])('a string that does not end is damaged, at %i bytes too', length => {
  for (const body of ['a'.repeat(length), '\\'.repeat(length), `${'a'.repeat(length)}\\"`]) {
    expect(() => new JsonCursor(Buffer.from(`"${body}`), 'a report').skip()).toThrow(/ends too early/)
  }
})
