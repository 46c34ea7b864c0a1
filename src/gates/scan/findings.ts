import { formatInstant } from '../../image/index.ts'
import type { Finding, Location, Severity } from '../../outcome/index.ts'
import type { Level, ScanException } from '../../policy/index.ts'
import { oneLine } from '../../report/index.ts'
import type { Judged, Judgement, Subject } from './judge.ts'
import type { Other } from './others.ts'
import type { Vulnerability } from './report.ts'

/** What the gate says about one image; every finding of the report appears: `judged`, then `others`, then the rest. */
export function findingsOf({ subject, report, judged, others }: Judgement, eol: Level): readonly Finding[] {
  const at = placeOf(subject)
  return [
    ...judged.map(one => vulnerabilityFinding(one, subject)),
    ...others.map(one => otherFinding(one, at)),
    ...report.suppressed.map(({ id, package: name, version, status, statement, source }) => ({
      rule: ruleId(id, 'suppressed'),
      severity: 'info' as const,
      message: `suppressed by ${source || 'the scanner'} as ${status || 'ignored'}: ${id} in ${name} ${version}. Reason: ${statement || 'none given'}`,
      suppressed: statement || status || 'ignored',
      ...at('', 1),
    })),
    ...systemFindings(report.system, eol).map(finding => ({ ...finding, ...at('', 1) })),
  ]
}

/** A file's findings point into it; an image's name the image. */
function placeOf({ image, name }: Subject): (file: string, line: number) => Place {
  if (image !== undefined) return () => ({ image: name })
  return (file, line) => (file === '' ? { image: name } : { location: { file, line } })
}

type Place = { readonly image: string } | { readonly location: Location }

function vulnerabilityFinding(one: Judged, subject: Subject): Finding {
  const { vulnerability, tier, fails, graceUntil, accepted, exploited } = one
  // Accepted once, exploited since: nobody who accepted it knew, so it is said again at each look.
  const overtaken = accepted !== undefined && exploited && subject.use === 'running'
  const urgent = graceUntil !== undefined || tier === 'T0' || tier === 'T1' || tier === 'T2'
  const severity: Severity = fails ? 'error' : urgent || overtaken ? 'warning' : 'info'
  const { name, version } = vulnerability.package
  const fix = fixOf(one, subject)
  return {
    rule: ruleId(vulnerability.id, 'vulnerability'),
    severity,
    message: `${tier} ${vulnerability.grade}: ${name} ${version}${vulnerability.title === undefined ? '' : `, ${vulnerability.title}`} (${circumstancesOf(one, subject)})`,
    ...(fix === undefined ? {} : { fix }),
    ...(accepted === undefined ? {} : { suppressed: reasonOf(accepted) }),
    ...placeOf(subject)(vulnerability.path ?? vulnerability.target, 1),
  }
}

function circumstancesOf(
  { exploited, origin, accepted, graceUntil, vulnerability }: Judged,
  subject: Subject,
) {
  const guess = subject.base?.by === 'history' ? ', by a guess' : ''
  return [
    ...(exploited ? ['exploited in the wild'] : []),
    useWords(subject),
    ...(origin === 'unknown'
      ? []
      : [origin === 'base' ? `from the base image${guess}` : `added on the base${guess}`]),
    vulnerability.fixable
      ? `fixed in ${vulnerability.fixed ?? 'a newer version'}`
      : withoutFix(vulnerability),
    ...(accepted === undefined ? [] : [`accepted by ${reasonOf(accepted)}`]),
    ...(graceUntil === undefined
      ? []
      : [`newly published, only reported until ${formatInstant(graceUntil)}`]),
  ].join('; ')
}

/** Not where it runs: what is wrong with forty images in the same way is told once. */
function useWords({ use, where }: Subject): string {
  if (use !== 'running') return 'does not run'
  return where === undefined ? 'counts as running' : 'runs'
}

function reasonOf({ owner, until, reason, statement }: ScanException): string {
  return `${owner} until ${until} as ${reason}${statement === undefined ? '' : `: ${statement}`}`
}

function withoutFix({ status }: Vulnerability): string {
  const words = status?.replaceAll('_', ' ')
  return words === undefined || words === 'affected' ? 'no fix yet' : `no fix: ${words}`
}

function fixOf({ tier, origin, vulnerability, exploited }: Judged, { base }: Subject): string | undefined {
  if (tier === 'A')
    return exploited
      ? 'look again: it is exploited in the wild, which whoever accepted it may not have known'
      : undefined
  if (tier === 'X') return 'delete the image: it does not run'
  if (!vulnerability.fixable) return undefined
  const name = oneLine(vulnerability.package.name)
  const to = oneLine(vulnerability.fixed ?? 'a fixed version')
  return origin === 'base'
    ? `build on a newer base image${base?.name === undefined ? '' : ` than ${oneLine(base.name)}`}, one with ${name} ${to}`
    : `upgrade ${name} to ${to}`
}

/** What fails is an error; below its level, and where it is accepted, it is shown. */
function otherFinding(other: Other, at: ReturnType<typeof placeOf>): Finding {
  const { fails, accepted } = other
  const remark = accepted === undefined ? '' : ` (accepted by ${reasonOf(accepted)})`
  const shared = {
    severity: fails ? ('error' as const) : ('info' as const),
    ...(accepted === undefined ? {} : { suppressed: reasonOf(accepted) }),
  }
  switch (other.kind) {
    case 'secret': {
      const { rule, grade, title, target, line } = other.found
      return {
        rule: ruleId(`secret-${rule}`, 'secret'),
        message: `${grade} secret in ${target}, line ${line}: ${title || rule}. Whoever can pull the image has it${remark}`,
        fix: 'revoke it, then build without it: a build secret (--mount=type=secret) leaves nothing in a layer',
        ...shared,
        ...at(target, line),
      }
    }
    case 'misconfiguration': {
      const { id, grade, title, message, resolution, target, line } = other.found
      return {
        rule: ruleId(id, 'misconfiguration'),
        message: `${grade} misconfiguration in ${target}: ${message || title}${remark}`,
        ...(resolution === undefined ? {} : { fix: oneLine(resolution, 1000) }),
        ...shared,
        ...at(target, line),
      }
    }
    case 'licence': {
      const { name, package: owner, path } = other.found
      const what = owner || path || 'a file'
      return {
        rule: 'licence-refused',
        message: `${what} is under ${name}, which the policy refuses${remark}`,
        fix: oneLine(`replace ${what}, or take what refuses '${name}' out of scan.licences`, 1000),
        ...shared,
        ...at(path, 1),
      }
    }
  }
}

function systemFindings(
  system: Judgement['report']['system'],
  eol: Level,
): readonly Pick<Finding, 'rule' | 'severity' | 'message' | 'fix'>[] {
  if (system?.ended !== true || eol === 'off') return []
  return [
    {
      rule: 'system-ended',
      severity: eol === 'warn' ? 'warning' : eol,
      message: `${system.family} ${system.name} is no longer supported: vulnerabilities found since are neither listed nor fixed`,
      fix: oneLine(`build on a supported release of ${system.family}`),
    },
  ]
}

/** An id of the report as a rule's name; other text than an id has becomes the kind's own name. */
export function ruleId(id: string, otherwise: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/.test(id) ? id : otherwise
}
