import type { Location } from '../outcome/index.ts'

/** Whole seconds; in the file `3d`, `12h`, `2w`. */
export type Seconds = number

/** The effective policy, after defaults and `extends`. Keys are spelled as in the file (design §1). */
export interface Policy {
  readonly version: 1
  /** Reference patterns with `*` and `**`; what matches none of them is never touched. */
  readonly images: readonly string[]
  readonly aliases: Readonly<Record<string, string>>
  /** By name, in the order of the file. */
  readonly classes: Readonly<Record<string, ClassRule>>
  /** Tag templates. */
  readonly forbid: readonly string[]
  readonly unknown: 'deny' | 'warn'
  readonly labels: { readonly required: readonly string[]; readonly quay: boolean }
  readonly base: {
    readonly allow: readonly string[]
    readonly pin: Level
    readonly eol: Level
    readonly 'eol-file': string | null
  }
  readonly lint: {
    readonly engines: readonly ('native' | 'dockerfilelint' | 'hadolint')[]
    readonly 'fail-on': 'info' | 'warning' | 'error'
    readonly rules: Readonly<Record<string, 'off' | 'info' | 'warning' | 'error'>>
  }
  readonly scan: ScanRules
  readonly layers: { readonly leftovers: Level; readonly 'dive-ci': string | null }
  readonly sign: {
    readonly format: 'bundle' | 'legacy' | 'both'
    readonly children: boolean
    /** `none`, `public`, or the path of a signing config. */
    readonly log: string
    readonly key: string | null
    readonly identity: string | null
    readonly issuer: string | null
    readonly attest: boolean
  }
  readonly 'in-use': 'none' | { readonly required: readonly string[]; readonly 'max-age': Seconds }
  readonly cleanup: CleanupRules
}

export type Level = 'off' | 'info' | 'warn' | 'error'

export interface ClassRule {
  /** Which CI event makes builds of this class; absent: such tags are only recognised. */
  readonly on?: 'git-tag' | 'push' | 'pull-request'
  /** Tag templates. */
  readonly tags: readonly string[]
  readonly expires: Expiry
  readonly keep?: { readonly newest: number; readonly per: 'repository' | 'major' | 'minor' }
  readonly immutable: boolean
  readonly sign: 'required' | 'optional'
  readonly 'require-labels': readonly string[]
  /** Whether SemVer prereleases belong to the class (only for `{semver}` templates). */
  readonly prereleases: 'allow' | 'deny'
  /** `closed`: may go `after` seconds since its pull request was closed or its branch deleted. */
  readonly ends?: 'closed'
  readonly after?: Seconds
}

export type Expiry =
  | { readonly kind: 'never' }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'after'; readonly seconds: Seconds }

export interface ScanRules {
  readonly 'fail-tiers': readonly ('T0' | 'T1' | 'T2' | 'T3' | 'T4')[]
  readonly 'max-db-age': Seconds
  readonly grace: Seconds
  readonly secrets: 'off' | 'low' | 'medium' | 'high' | 'critical'
  readonly misconfig: 'off' | 'low' | 'medium' | 'high' | 'critical'
  /** Licence names or SPDX ids that are refused. */
  readonly licences: readonly string[]
  readonly 'kev-file': string | null
  readonly exceptions: { readonly 'max-days': number; readonly items: readonly ScanException[] }
}

export interface ScanException {
  readonly id: string
  /** Package URLs or names; empty: any package. */
  readonly packages: readonly string[]
  /** Reference patterns; empty: any image. */
  readonly images: readonly string[]
  readonly reason: 'unreachable' | 'not-installed' | 'mitigated'
  readonly statement?: string
  readonly owner: string
  /** `yyyy-mm-dd`; the exception holds through that day, UTC. */
  readonly until: string
}

export interface CleanupRules {
  readonly clock: 'label' | 'push' | 'created'
  readonly 'min-age': Seconds
  /** True if the file sets `min-age` itself: then images without a push time are exit 2 instead of exempt. */
  readonly 'min-age-set': boolean
  readonly untagged: { readonly expires: Expiry }
  /** `share` between 0 and 1, of a repository's tagged digests. */
  readonly limits: { readonly deletions: number; readonly share: number }
  readonly 'max-plan-age': Seconds
  readonly 'require-review': boolean
  readonly untag: readonly string[]
  readonly 'plain-http': readonly string[]
  readonly 'plan-file': string
  readonly 'pull-request': {
    readonly branch: string
    readonly labels: readonly string[]
    readonly reviewers: readonly string[]
    readonly assignees: readonly string[]
    readonly draft: boolean
    readonly 'quiet-after-close': Seconds
  }
}

/** A policy and where each of its values came from. */
export interface LoadedPolicy {
  readonly policy: Policy
  /** Dotted path, e.g. `classes.commit.expires`, to the line that set it; `undefined`: the built-in default. */
  readonly where: (path: string) => Location | undefined
  /** `sha256:…` of the canonical effective policy: equal policies, equal digests. */
  readonly digest: string
}
