import { nearest } from '../../../outcome/index.ts'
import { type Flag, type Instruction, placeOf } from '../dockerfile/index.ts'
import type { Hit } from '../rule.ts'

/** What a flag takes: `texts` may be given several times, a `switch` needs no value. */
type Kind = 'text' | 'texts' | 'switch' | 'network' | 'duration' | 'count'

/** @see https://docs.docker.com/reference/dockerfile/ */
const flags: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  FROM: { platform: 'text' },
  RUN: { mount: 'texts', network: 'network', security: 'text', device: 'texts' },
  COPY: {
    from: 'text',
    chown: 'text',
    chmod: 'text',
    link: 'switch',
    parents: 'switch',
    exclude: 'texts',
  },
  ADD: {
    'keep-git-dir': 'switch',
    checksum: 'text',
    chown: 'text',
    chmod: 'text',
    link: 'switch',
    unpack: 'switch',
    exclude: 'texts',
  },
  HEALTHCHECK: {
    interval: 'duration',
    timeout: 'duration',
    'start-period': 'duration',
    'start-interval': 'duration',
    retries: 'count',
  },
}

/** What BuildKit refuses of an instruction's flags. */
export function* flagFaults(instruction: Instruction): Generator<Hit> {
  const { keyword } = instruction
  // It reads over theirs.
  if (keyword === 'ARG' || keyword === 'STOPSIGNAL') return
  const known = flags[keyword] ?? {}
  const seen = new Set<string>()
  for (const flag of instruction.flags) {
    const place = placeOf(instruction, flag.offset)
    const kind = Object.hasOwn(known, flag.name) ? known[flag.name] : undefined
    const name = `--${flag.name.slice(0, 60)}`
    if (kind === undefined) {
      const meant = nearest(flag.name, Object.keys(known))
      const hint = meant === undefined ? '' : `; did you mean --${meant}?`
      yield { ...place, message: `${keyword} has no flag ${name}${hint}` }
      continue
    }
    const fault =
      seen.has(flag.name) && kind !== 'texts' ? 'is given twice' : faultOf(flag, kind, instruction)
    seen.add(flag.name)
    if (fault !== undefined) yield { ...place, message: `${name} of ${keyword} ${fault}` }
  }
}

function faultOf({ name, value }: Flag, kind: Kind, { body }: Instruction): string | undefined {
  if (kind === 'switch') {
    return value === undefined || /^(?:true|false)$/i.test(value) ? undefined : 'is true or false'
  }
  if (value === undefined || (name === 'mount' && value === '')) return `needs a value: --${name}=…`
  if (kind === 'network') {
    return ['default', 'host', 'none'].includes(value) ? undefined : 'is default, host or none'
  }
  // HEALTHCHECK NONE never reads them, and nothing is the default.
  if (value === '' || /^none$/i.test(body)) return undefined
  if (kind === 'count') return /^\+?[0-9]{1,9}$/.test(value) ? undefined : 'is a whole number'
  return kind !== 'duration' || isDuration(value)
    ? undefined
    : "is a duration of a millisecond or more, such as '30s'"
}

const milliseconds: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, ms: 1, s: 1e3, m: 6e4, h: 36e5 }

/**
 * Go's grammar of durations; nothing at all, or a millisecond and more.
 * @see https://pkg.go.dev/time#ParseDuration
 */
function isDuration(text: string): boolean {
  const bare = text.replace(/^\+/, '').replace(/[µμ]s/g, 'us')
  if (/^-?0$/.test(bare)) return true
  if (bare.length > 100 || !/^(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:ns|us|ms|s|m|h))+$/.test(bare)) return false
  const parts = bare.matchAll(/([0-9.]+)(ns|us|ms|s|m|h)/g)
  const sum = [...parts].reduce((all, [, n, unit]) => all + Number(n) * (milliseconds[unit ?? ''] ?? 0), 0)
  return sum === 0 || sum >= 1
}
