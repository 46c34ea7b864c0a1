import type { Instant } from '../../image/index.ts'
import type { Finding } from '../../outcome/index.ts'
import type { Policy } from '../../policy/index.ts'
import type { Dockerfile, Instruction } from './dockerfile/index.ts'
import { dockerfilelintRules } from './engines/dockerfilelint-rules.ts'
import { engineRules } from './engines/engine-rules.ts'
import { type EngineHit, hadolintFailed } from './engines/hit.ts'
import type { EolTable } from './eol.ts'
import { type Ignore, ignoreRules, readIgnores } from './ignores.ts'
import { imagesOf } from './images.ts'
import { levelOf, namesOf, speaks } from './levels.ts'
import type { Context, Hit, Level, Subject } from './rule.ts'
import { isRule, knownRules, nativeRules } from './rules.ts'
import { hadolintTwins } from './same-meaning.ts'
import { type Started, startedBy } from './shell/run.ts'
import { shippedStages } from './shipped.ts'

/** What one Dockerfile is judged by. */
export interface Bench {
  readonly policy: Policy
  readonly eol: EolTable
  readonly now: Instant
}

/** What the engines said of it; empty for an engine that the policy does not name. */
export interface Testimony {
  readonly native: readonly Candidate[]
  readonly dockerfilelint: readonly EngineHit[]
  readonly hadolint: readonly EngineHit[]
}

/** A finding before ignores and levels. */
export interface Candidate {
  readonly rule: string
  readonly line: number
  readonly column: number
  readonly message: string
  readonly fix: string | undefined
  readonly fallback: Level
  readonly image: string | undefined
}

/** A rule that speaks more often of one file says the same of each line; further ones are counted. */
const mostOfOneRule = 500

/** The findings of one Dockerfile: all engines, doubles merged, inline ignores applied, at the policy's levels. */
export function judge(dockerfile: Dockerfile, { policy, now }: Bench, said: Testimony): readonly Finding[] {
  const theirs = said.dockerfilelint.filter(({ rule }) => speaks(rule, policy)).map(fromDockerfilelint)
  const ours = [...said.native, ...limited(withoutRefused(theirs, said.native, dockerfile))]
  const candidates = merged(ours, said.hadolint, dockerfile)
  const today = new Date(now * 1000).toISOString().slice(0, 10)
  const { ignores, faults } = readIgnores(dockerfile, today, knownRules, isRule)
  const used = new Set<Ignore>()
  const kept = candidates.filter(candidate => {
    const names = namesOf(candidate.rule)
    const ignore = ignores.find(
      one =>
        names.some(name => one.rules.includes(name)) &&
        one.from <= candidate.line &&
        candidate.line <= one.to,
    )
    if (ignore !== undefined) used.add(ignore)
    return ignore === undefined
  })
  const unused = ignores
    .filter(ignore => !used.has(ignore))
    .map(({ rules, line }) => ({
      rule: 'ignore-unused' as const,
      line,
      column: 1,
      message: `there is no finding of ${rules.join(', ').slice(0, 200)} here to ignore`,
    }))
  const own = [...faults, ...unused].map((fault): Candidate => {
    const doc = ignoreRules.find(({ id }) => id === fault.rule)
    return { ...fault, fix: doc?.fix, fallback: doc?.level ?? 'error', image: undefined }
  })
  return [...kept, ...limited(own)].flatMap(candidate => findingOf(candidate, dockerfile.file, policy))
}

/** What our own rules say of one Dockerfile. */
export function judgeNatively(dockerfile: Dockerfile, context: Context, bench: Bench): readonly Candidate[] {
  if (!bench.policy.lint.engines.includes('native')) return []
  return limited(native({ dockerfile, context, ...bench }))
}

function* native(
  given: Pick<Subject, 'dockerfile' | 'context' | 'policy' | 'eol' | 'now'>,
): Generator<Candidate> {
  const started = new Map<Instruction, readonly Started[]>()
  const subject: Subject = {
    ...given,
    shipped: shippedStages(given.dockerfile),
    images: imagesOf(given.dockerfile),
    started: run => {
      const known = started.get(run)
      if (known !== undefined) return known
      const found = run.keyword === 'RUN' ? startedBy(run) : []
      started.set(run, found)
      return found
    },
  }
  for (const rule of nativeRules) {
    if (levelOf(rule.id, rule.level, given.policy) === 'off') continue
    for (const hit of rule.check(subject)) yield candidateOf(rule.id, rule.level, rule.fix, hit)
  }
}

function candidateOf(rule: string, level: Level, fix: string, hit: Hit): Candidate {
  const { line, column, message, image } = hit
  return { rule, line, column, message, fix: hit.fix ?? fix, fallback: hit.level ?? level, image }
}

function fromDockerfilelint({ rule, line, column, message, fix, level }: EngineHit): Candidate {
  const known = Object.hasOwn(dockerfilelintRules, rule) ? dockerfilelintRules[rule] : undefined
  const id = known === undefined ? rule : `dockerfilelint/${rule}`
  return {
    rule: id,
    line,
    column,
    message,
    fix: known?.fix ?? fix ?? engineRules.find(one => one.id === rule)?.fix,
    fallback: known?.level ?? level ?? 'error',
    image: undefined,
  }
}

/** What BuildKit refuses is said once: dockerfilelint's errors on such an instruction say the same in other words. */
function withoutRefused(
  theirs: readonly Candidate[],
  native: readonly Candidate[],
  dockerfile: Dockerfile,
): readonly Candidate[] {
  const refusals = native.filter(({ rule }) => rule === 'dockerfile-invalid')
  if (refusals.length === 0) return theirs
  const starts = firstLines(dockerfile)
  const refused = new Set(refusals.map(({ line }) => starts.get(line) ?? line))
  return theirs.filter(({ line, fallback }) => fallback !== 'error' || !refused.has(starts.get(line) ?? line))
}

/** The first line of the instruction that a line belongs to. */
function firstLines({ instructions }: Dockerfile): ReadonlyMap<number, number> {
  const starts = new Map<number, number>()
  for (const { line, endLine } of instructions) {
    for (let at = line; at <= endLine; at++) starts.set(at, line)
  }
  return starts
}

/** hadolint speaks of instructions by their first line; where one of ours says the same of that instruction, it is left out. */
function merged(
  ours: readonly Candidate[],
  hadolint: readonly EngineHit[],
  dockerfile: Dockerfile,
): readonly Candidate[] {
  if (hadolint.length === 0) return ours
  const starts = firstLines(dockerfile)
  const said = new Set(ours.map(({ rule, line }) => `${rule} ${starts.get(line) ?? line}`))
  const theirs = hadolint.filter(({ rule, line }) => {
    const twins = Object.hasOwn(hadolintTwins, rule) ? (hadolintTwins[rule] ?? []) : []
    return !twins.some(twin => said.has(`${twin} ${starts.get(line) ?? line}`))
  })
  return [
    ...ours,
    ...theirs.map(
      ({ rule, line, column, message, fix, level }): Candidate => ({
        rule: rule === hadolintFailed ? rule : `hadolint/${rule}`,
        line,
        column,
        message,
        fix,
        fallback: level ?? 'warning',
        image: undefined,
      }),
    ),
  ]
}

function findingOf(
  { rule, line, column, message, fix, fallback, image }: Candidate,
  file: string,
  policy: Policy,
): readonly Finding[] {
  const severity = levelOf(rule, fallback, policy)
  if (severity === 'off') return []
  return [
    {
      rule,
      severity,
      message,
      ...(fix === undefined ? {} : { fix }),
      location: { file, line, column },
      ...(image === undefined ? {} : { image }),
    },
  ]
}

/** The first of each rule, the last of them with the count of what is left out. One pass: a hostile file has millions. */
function limited(candidates: Iterable<Candidate>): readonly Candidate[] {
  const kept: Candidate[] = []
  const counts = new Map<string, { count: number; last: number }>()
  for (const candidate of candidates) {
    const seen = counts.get(candidate.rule) ?? { count: 0, last: 0 }
    seen.count++
    if (seen.count <= mostOfOneRule) seen.last = kept.push(candidate) - 1
    counts.set(candidate.rule, seen)
  }
  for (const [rule, { count, last }] of counts) {
    const candidate = kept[last]
    if (count <= mostOfOneRule || candidate === undefined) continue
    const more = `${count - mostOfOneRule} more of ${rule} in this file`
    kept[last] = { ...candidate, message: `${candidate.message}; ${more}` }
  }
  return kept
}
