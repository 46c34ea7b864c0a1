import fc from 'fast-check'
import type { Finding } from '../../src/outcome/index.ts'

/** Any text that a tag, a path or a tool's message may hold, the nasty ones often. */
export const hostileText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '::error::pwned',
    '\n::set-output name=x::y',
    '  ::add-mask::a',
    '##[error]x',
    '$(id)',
    '`id`',
    '|||',
    '](http://evil.example)',
    '@everyone closes #1',
    '<script>',
    ']]>',
    '\u001b[31mred',
    '\u202egnp.exe',
    '__proto__',
    '\ud800',
    '```',
  ),
)

export const finding: fc.Arbitrary<Finding> = fc
  .record(
    {
      rule: fc.constantFrom('tag-latest', 'final-stage-root', 'held'),
      severity: fc.constantFrom('info', 'warning', 'error'),
      message: hostileText,
      fix: hostileText,
      image: hostileText,
      suppressed: hostileText,
      location: fc.record(
        { file: fc.oneof(fc.constant('Dockerfile'), hostileText), line: fc.integer({ min: 1, max: 9999 }) },
        { requiredKeys: ['file', 'line'] },
      ),
    },
    { requiredKeys: ['rule', 'severity', 'message'] },
  )
  .map(made => made as Finding)
