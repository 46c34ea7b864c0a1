import { inCode, inMarkdown, oneLine, withoutCommands } from '../report/index.ts'
import type { Log } from './world.ts'

export interface LogTarget {
  /** A line without its end. */
  readonly line: (text: string) => void
  /** On a terminal: replaces the last progress line; absent in CI. */
  readonly replace?: (text: string) => void
  /** Tells the platform to mask a value, besides our own masking. */
  readonly mask?: (value: string) => void
  /** Milliseconds, monotonic. */
  readonly clock: () => number
}

/** In CI a progress line at most every five seconds: enough to see life, few enough to read. */
const quiet = 5_000

export interface MaskingLog extends Log {
  /** The same text with every known secret replaced. */
  masked(text: string): string
}

export function createLog(target: LogTarget): MaskingLog {
  const secrets = new Set<string>()
  let last = Number.NEGATIVE_INFINITY
  const masked = (text: string) => {
    let shown = text
    for (const secret of secrets) shown = shown.replaceAll(secret, '***')
    return shown
  }
  const line = (text: string) => target.line(withoutCommands(masked(text)))
  return {
    info: line,
    warn: text => line(`warning: ${text}`),
    progress: text => {
      if (target.replace !== undefined) return target.replace(masked(oneLine(text)))
      const now = target.clock()
      if (now - last < quiet) return
      last = now
      line(oneLine(text))
    },
    secret: value => {
      // A short or empty "secret" would blank out half of every line.
      if (value.length < 4) return
      for (const form of formsOf(value)) secrets.add(form)
      target.mask?.(value)
    },
    masked,
  }
}

/** A secret as it would look in a URL, in JSON, and escaped for Markdown. */
function formsOf(value: string): readonly string[] {
  return [
    value,
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
    inMarkdown(value),
    inCode(value).replace(/^`|`$|<\/?code>/g, ''),
  ]
}
