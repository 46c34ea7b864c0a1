import type { RuleDoc } from '../rule.ts'

/** What can be said of the engines and of the table that lint works with. */
export const engineRules: readonly RuleDoc[] = [
  {
    id: 'dockerfilelint-failed',
    summary: 'dockerfilelint crashed or took too long on an instruction',
    reason:
      'What an engine could not look at must not count as clean. The rest of the file was judged; this instruction was not, by that engine.',
    level: 'error',
    bad: 'RUN echo <one word of 300,000 characters>',
    good: 'COPY payload.b64 /payload.b64',
    fix: 'Move long words into a file that is copied, or ignore this rule here with a reason.',
  },
  {
    id: 'hadolint-failed',
    summary: 'hadolint is named in lint.engines, and is missing or could not read a file',
    reason:
      'The policy asks for a second opinion that was not given. Our own rules and dockerfilelint’s were applied.',
    level: 'warning',
    bad: 'lint: { engines: [native, hadolint] }   # and no hadolint on PATH',
    good: 'lint: { engines: [native, dockerfilelint] }',
    fix: 'Install hadolint, or take it out of lint.engines.',
  },
  {
    id: 'eol-table-old',
    summary: 'The table of end-of-life dates is older than 180 days',
    reason:
      'Releases end every month. With an old table an image on a dead base still passes; that is a gap to know about.',
    level: 'warning',
    bad: 'base: { eol-file: eol-of-last-year.json }',
    good: 'base: { eol-file: eol.json }   # made this month by scripts/eol.mjs',
    fix: 'Upgrade image-hygiene, or give a newer table in base.eol-file.',
  },
]
