import type { Severity } from '../../../outcome/index.ts'
import type { Processes } from '../../../system/world.ts'
import { type EngineHit, hadolintFailed } from './hit.ts'

/** hadolint takes all files at once; a command line has an end, though. */
const filesAtOnce = 500

const levels: Readonly<Record<string, Severity>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  style: 'info',
}

/**
 * hadolint's findings by file, its own configuration files honoured. Where it is missing or fails, that is a finding
 * of the files it was asked about: it was asked for, and it did not look.
 */
export async function runHadolint(
  files: readonly string[],
  processes: Processes,
): Promise<ReadonlyMap<string, readonly EngineHit[]>> {
  const found = new Map<string, EngineHit[]>(files.map(file => [file, []]))
  const program = files.length === 0 ? undefined : await processes.find('hadolint')
  if (program === undefined) {
    const [first] = files
    if (first !== undefined)
      found.get(first)?.push(failure('hadolint is not installed, so it looked at no file'))
    return found
  }
  for (let start = 0; start < files.length; start += filesAtOnce) {
    const some = files.slice(start, start + filesAtOnce)
    const answer = await ask(program, some, processes)
    if (typeof answer === 'string') {
      for (const file of some) found.get(file)?.push(failure(answer))
      continue
    }
    for (const { file, ...hit } of answer) found.get(file)?.push(hit)
  }
  return found
}

type FileHit = EngineHit & { readonly file: string }

async function ask(
  program: string,
  files: readonly string[],
  processes: Processes,
): Promise<readonly FileHit[] | string> {
  // A file name that starts with a dash is no option; with `--no-fail`, findings are no exit code.
  const names = files.map(file => (file.startsWith('-') ? `./${file}` : file))
  try {
    const { code, stdout, stderr } = await processes.run(
      program,
      ['--no-fail', '--format', 'json', ...names],
      {
        timeout: 120_000,
      },
    )
    const read = readAnswer(stdout)
    return read ?? `hadolint ended with code ${code} and no answer: ${stderr.slice(0, 200)}`
  } catch (error) {
    return `hadolint could not be run: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** An array of `{ file, line, column, level, code, message }`; undefined for anything else. */
function readAnswer(text: string): readonly FileHit[] | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!Array.isArray(value)) return undefined
  return value.flatMap((item): readonly FileHit[] => {
    const { file, line, column, level, code, message } = (item ?? {}) as Record<string, unknown>
    if (typeof file !== 'string' || typeof line !== 'number' || typeof code !== 'string') return []
    const hit = {
      file: file.replace(/^\.\//, ''),
      line: Math.max(1, line),
      column: typeof column === 'number' && column > 0 ? column : 1,
      message: typeof message === 'string' ? message.slice(0, 1000).replace(/\s+/g, ' ') : code,
    }
    // What it cannot parse, it has not judged; and BuildKit may well read it.
    if (code === 'DL1000')
      return [{ ...hit, ...failure(`hadolint cannot parse this: ${hit.message}`), line: hit.line }]
    return [
      {
        ...hit,
        rule: code,
        level: Object.hasOwn(levels, String(level)) ? (levels[String(level)] ?? 'info') : 'info',
      },
    ]
  })
}

function failure(message: string): EngineHit {
  return {
    rule: hadolintFailed,
    line: 1,
    column: 1,
    message,
    level: 'warning',
    fix: 'Install hadolint, or take it out of lint.engines.',
  }
}
