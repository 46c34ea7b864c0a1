/** One thing a step has to say about an image, a file or a call. Every report is rendered from these. */
export interface Finding {
  /** Stable kebab-case id, e.g. `final-stage-root`, `tag-latest`, `held`. */
  readonly rule: string
  readonly severity: Severity
  /** One sentence: what, and why it matters. May quote untrusted text; renderers escape it. */
  readonly message: string
  /** The exact thing to do: a command, or the YAML to paste. */
  readonly fix?: string
  readonly location?: Location
  /** The image reference that the finding is about. */
  readonly image?: string
  /** Why it does not count: somebody's decision, in words. Reports keep it, marked as suppressed. */
  readonly suppressed?: string
}

export type Severity = 'info' | 'warning' | 'error'

/** A place in a file; lines and columns count from 1. */
export interface Location {
  readonly file: string
  readonly line: number
  readonly column?: number
}

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/**
 * Most severe first, then by file, line, column, rule: the order in which every report lists findings. Those that point
 * into no file stay in the order they were given in, the most urgent first.
 */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    order[a.severity] - order[b.severity] ||
    compareText(a.location?.file ?? '', b.location?.file ?? '') ||
    (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
    (a.location?.column ?? 0) - (b.location?.column ?? 0) ||
    (a.location === undefined ? 0 : compareText(a.rule, b.rule))
  )
}

/** True if `severity` is `threshold` or worse. */
export function reaches(severity: Severity, threshold: Severity): boolean {
  return order[severity] <= order[threshold]
}

/** `file:line:column`, as compilers print it. */
export function formatLocation({ file, line, column }: Location): string {
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
