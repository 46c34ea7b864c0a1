import { compareFindings, type Finding, type Location, type Severity } from '../outcome/index.ts'
import { oneLine } from './harmless.ts'

export interface Annotation {
  readonly severity: Severity
  readonly title: string
  readonly message: string
  readonly location?: Location
}

/** GitHub shows ten of each level for a step and drops the rest without a word. */
const perLevel = 10

/**
 * The most severe findings first, at most ten of each level, and one notice that counts those left out.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function annotationsOf(findings: readonly Finding[]): readonly Annotation[] {
  const left: Record<Severity, number> = { error: perLevel, warning: perLevel, info: perLevel - 1 }
  const shown: Annotation[] = []
  for (const finding of findings.toSorted(compareFindings)) {
    if (left[finding.severity]-- <= 0) continue
    shown.push({
      severity: finding.severity,
      title: finding.rule,
      message: `${aboutOf(finding)}${oneLine(finding.message, 2000)}${finding.fix === undefined ? '' : `\nfix: ${finding.fix}`}`,
      ...(finding.location === undefined ? {} : { location: finding.location }),
    })
  }
  const more = findings.length - shown.length
  if (more === 0) return shown
  return [
    ...shown,
    {
      severity: 'info',
      title: 'image-hygiene',
      message: `${more} more findings: see the job summary or the reports`,
    },
  ]
}

/** An annotation stands at a line of a file, or nowhere: then it says itself what it is about. */
function aboutOf({ image, location, message }: Finding): string {
  return image === undefined || location !== undefined || message.startsWith(image)
    ? ''
    : `${oneLine(image)}: `
}
