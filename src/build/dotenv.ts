import { HygieneError } from '../outcome/index.ts'

/** What GitLab takes unless an administrator changes it: fewer bytes than this, and at most so many variables. */
const limits = { bytes: 5 * 1024, variables: 20 }

/**
 * A dotenv report for GitLab. Its reader splits at line ends, trims, knows no quotes, comments or empty lines, and
 * stores values that the runner expands: `$X` in one would be replaced. So values are one line without `$`; lists are
 * parted by a space, which neither tags nor references can hold, and labels go by file.
 * @see https://docs.gitlab.com/ci/variables/dotenv_variables/
 */
export function dotenv(variables: Readonly<Record<string, string>>): string {
  const entries = Object.entries(variables)
  for (const [name, value] of entries) {
    if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && survives(value)) {
      continue
    }
    throw new HygieneError(
      'bad-usage',
      `dotenv-file: ${name} cannot be written: '$', line ends and outer blanks do not survive`,
      {
        fix: 'choose plain paths and class names',
      },
    )
  }
  const text = entries.map(([name, value]) => `${name}=${value}\n`).join('')
  if (entries.length <= limits.variables && new TextEncoder().encode(text).length < limits.bytes) return text
  throw new HygieneError('bad-usage', 'dotenv-file: the tags take more than the 5 KiB that GitLab allows', {
    fix: 'prepare fewer images at once, or take the tags from build-args-file',
  })
}

/** A line end would start another variable, and the runner would put a value in for `$NAME`. */
function survives(value: string): boolean {
  return (
    value.trim() === value && !value.includes('$') && ![...value].some(one => one < ' ' || one === '\u007f')
  )
}
