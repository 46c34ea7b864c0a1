import { HygieneError } from '../../outcome/index.ts'

/** Thresholds of a `.dive-ci` file; absent: that rule is off. */
export interface DiveRules {
  /** 0 to 1. */
  readonly lowestEfficiency?: number
  /** Bytes. */
  readonly highestWastedBytes?: number
  /** 0 to 1. */
  readonly highestUserWastedPercent?: number
}

const units: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
}

/**
 * Reads the file that dive reads. `disabled`, `off`, `false` and an empty value switch a rule off; whatever else cannot
 * be read is an error, as is a rule that dive does not know.
 * @see https://github.com/wagoodman/dive#ci-integration
 */
export async function parseDiveRules(text: string, file: string): Promise<DiveRules> {
  const { parse } = await import('yaml')
  let body: unknown
  try {
    body = parse(text, { maxAliasCount: 0 })
  } catch (cause) {
    throw wrong(file, 'it is no YAML', cause)
  }
  const rules = (body as { rules?: unknown } | null)?.rules
  if (typeof rules !== 'object' || rules === null || Array.isArray(rules))
    throw wrong(file, "it has no 'rules'")
  const found: { -readonly [K in keyof DiveRules]: DiveRules[K] } = {}
  for (const [name, value] of Object.entries(rules)) {
    if (name !== 'lowestEfficiency' && name !== 'highestWastedBytes' && name !== 'highestUserWastedPercent') {
      throw wrong(file, `there is no rule '${name.slice(0, 60)}'`)
    }
    const word = value === null ? '' : String(value).trim().toLowerCase()
    if (['', 'disabled', 'off', 'false'].includes(word)) continue
    const number = name === 'highestWastedBytes' ? bytesOf(word) : shareOf(word)
    if (number === undefined) throw wrong(file, `${name}: '${word.slice(0, 40)}' cannot be read`)
    found[name] = number
  }
  return found
}

/** `20MB` is 20,000,000 bytes, `20MiB` 20,971,520. */
function bytesOf(word: string): number | undefined {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?) ?([kmgt]?i?b?)$/.exec(word) ?? []
  const size = units[unit.length === 1 && unit !== 'b' ? `${unit}b` : unit]
  return number === undefined || size === undefined ? undefined : Number(number) * size
}

function shareOf(word: string): number | undefined {
  const number = /^\d+(?:\.\d+)?$/.test(word) ? Number(word) : Number.NaN
  return number >= 0 && number <= 1 ? number : undefined
}

function wrong(file: string, what: string, cause?: unknown): HygieneError {
  return new HygieneError('bad-file', `${file}: ${what}`, {
    fix: 'rules:\n  lowestEfficiency: 0.95\n  highestWastedBytes: 20MB\n  highestUserWastedPercent: 0.20',
    cause,
  })
}
