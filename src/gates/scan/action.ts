import { compareVersions, readVersion } from '../../policy/index.ts'
import type { Judged, Judgement } from './judge.ts'
import { type Tier, tiers } from './tier.ts'

/** What mends a finding. */
export type Action =
  | { readonly kind: 'bump-base'; readonly base?: string; readonly guessed: boolean }
  | {
      readonly kind: 'bump-package'
      readonly package: string
      readonly from: string
      readonly target: string
    }
  | { readonly kind: 'delete-image' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'accepted' }

/** Findings that one action mends. */
export interface ActionGroup {
  readonly action: Action
  readonly findings: readonly Judged[]
  readonly failing: number
  readonly counts: Readonly<Record<Tier, number>>
  /** For packages: the versions to go to, shortest list that mends all. */
  readonly to?: string
}

/** Groups of one image, the ones that fail the gate first, then by how many findings they mend. */
export function actionsOf(judgement: Judgement): readonly ActionGroup[] {
  const known = groupsOf.get(judgement)
  if (known !== undefined) return known
  const groups = grouped(judgement)
  groupsOf.set(judgement, groups)
  return groups
}

/** Headline and tables ask for the same groups, and a report may have a hundred thousand findings. */
const groupsOf = new WeakMap<Judgement, readonly ActionGroup[]>()

function grouped({ judged, subject }: Judgement): readonly ActionGroup[] {
  const groups = new Map<string, { action: Action; findings: Judged[] }>()
  for (const one of judged) {
    const action = actionOf(one, subject)
    const key =
      action.kind === 'bump-package'
        ? `${action.kind}\u0000${action.package}\u0000${action.from}\u0000${action.target}`
        : action.kind
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { action, findings: [one] })
    else known.findings.push(one)
  }
  return [...groups.values()]
    .map(({ action, findings }) => ({
      action,
      findings,
      failing: findings.filter(({ fails }) => fails).length,
      counts: countTiers(findings),
      ...(action.kind === 'bump-package' ? { to: targetOf(findings) } : {}),
    }))
    .toSorted(
      (a, b) =>
        b.failing - a.failing ||
        b.findings.length - a.findings.length ||
        Number(b.action.kind === 'bump-base') - Number(a.action.kind === 'bump-base'),
    )
}

export function countTiers(findings: readonly Judged[]): Readonly<Record<Tier, number>> {
  const counts = Object.fromEntries(tiers.map(tier => [tier, 0])) as Record<Tier, number>
  for (const { tier } of findings) counts[tier]++
  return counts
}

function actionOf({ tier, origin, vulnerability }: Judged, { base }: Judgement['subject']): Action {
  if (tier === 'A') return { kind: 'accepted' }
  if (tier === 'X') return { kind: 'delete-image' }
  if (!vulnerability.fixable) return { kind: 'wait' }
  if (origin === 'base' && base !== undefined) {
    return {
      kind: 'bump-base',
      guessed: base.by === 'history',
      ...(base.name === undefined ? {} : { base: base.name }),
    }
  }
  const { name, version } = vulnerability.package
  return {
    kind: 'bump-package',
    package: name,
    from: version,
    target: vulnerability.path ?? vulnerability.target,
  }
}

/** The highest version where all are SemVer; else each that is named, once: other orders are the distribution's. */
function targetOf(findings: readonly Judged[]): string {
  const wanted = [...new Set(findings.flatMap(({ vulnerability }) => vulnerability.fixed ?? []))]
  const versions = wanted.flatMap(text => readVersion(text) ?? [])
  if (versions.length === wanted.length && versions.length > 1) {
    return versions.reduce((best, version) => ((compareVersions(version, best) ?? 0) > 0 ? version : best))
  }
  return wanted.join(' and ') || 'a fixed version'
}
