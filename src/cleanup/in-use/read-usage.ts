import type { Instant } from '../../image/index.ts'
import { HygieneError } from '../../outcome/index.ts'
import type { Policy } from '../../policy/index.ts'
import type { Files } from '../../system/world.ts'
import { judgeUsage } from './judge.ts'
import { type GivenSource, readSource, type SourceReading } from './source.ts'
import type { Usage } from './usage.ts'

const largestSource = 256 * 1024 * 1024

type Rules = Pick<Policy, 'in-use' | 'aliases'>

/**
 * Reads every source of `--in-use` and judges it by the policy. `path`, `name=path`, or `-` for standard input.
 * Throws `no-file` or `bad-file` for a file that was named and cannot be understood: passing over it would lose images.
 */
export async function readUsage(
  given: readonly string[],
  policy: Rules,
  files: Files,
  now: Instant,
): Promise<Usage> {
  const [usage] = await readUsages(given, [policy], files, now)
  return usage as Usage
}

/** The same under several policies; the sources are read once, as standard input can only be. */
export async function readUsages(
  given: readonly string[],
  policies: readonly Rules[],
  files: Files,
  now: Instant,
): Promise<readonly Usage[]> {
  if (given.filter(item => pathOf(item) === '-').length > 1) {
    throw new HygieneError('bad-usage', 'in-use: standard input can be read once, but - stands there twice')
  }
  const readings: SourceReading[] = []
  for (const item of given) readings.push(...readSource(await load(item, files)))
  return policies.map(policy => judgeUsage(readings, policy, now))
}

async function load(item: string, files: Files): Promise<GivenSource> {
  const file = pathOf(item)
  const text =
    file === '-' ? await files.standardInput(largestSource) : await files.readText(file, largestSource)
  return { name: nameOf(item), file, text }
}

const named = /^([A-Za-z0-9][A-Za-z0-9._-]*)=(.+)$/s

function pathOf(item: string): string {
  return named.exec(item)?.[2] ?? item
}

function nameOf(item: string): string {
  const name = named.exec(item)?.[1]
  if (name !== undefined) return name
  if (item === '-') return 'stdin'
  const base = item.split(/[\\/]/).at(-1) ?? item
  return base.replace(/(?<=.)\.[A-Za-z0-9]+$/, '')
}
