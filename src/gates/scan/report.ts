import type { Instant } from '../../image/index.ts'
import type { Grade } from './severity.ts'

/** A scanner's report as our verdict needs it, whoever ran the scanner. All text in it is untrusted. */
export interface ScanReport {
  /** Version of the scanner, where the report says it. */
  readonly scanner?: string
  readonly createdAt?: Instant
  readonly artifact: { readonly name: string; readonly kind: string }
  readonly system?: { readonly family: string; readonly name: string; readonly ended: boolean }
  readonly image: ReportedImage
  readonly vulnerabilities: readonly Vulnerability[]
  readonly secrets: readonly Secret[]
  readonly misconfigurations: readonly Misconfiguration[]
  readonly licences: readonly Licence[]
  /** What the scanner itself was told to leave out (VEX, ignore files), with the reason it was given. */
  readonly suppressed: readonly Suppressed[]
  /** How many package lists were looked at; none: nothing can be said about vulnerabilities. */
  readonly packageLists: number
  /** Whether the packages of the operating system were among them. */
  readonly systemPackages: boolean
  /** Empty unless asked for. */
  readonly packages: readonly Package[]
}

export interface ReportedImage {
  /** `repository@sha256:…` */
  readonly digests: readonly string[]
  readonly tags: readonly string[]
  /** Digest of the config. */
  readonly id?: string
  /** Digests of the uncompressed layers, lowest first. */
  readonly diffIds: readonly string[]
  readonly history: readonly HistoryEntry[]
  readonly labels: Readonly<Record<string, string>>
  readonly platform?: string
}

export interface HistoryEntry {
  readonly createdBy: string
  readonly emptyLayer: boolean
}

export interface Package {
  readonly name: string
  readonly version: string
  /** Package URL. */
  readonly purl?: string
}

export interface Vulnerability {
  readonly id: string
  /** Other names of the same: GHSA, vendor advisories. */
  readonly aliases: readonly string[]
  readonly package: Package
  /** The file that brings the package, where it is known. */
  readonly path?: string
  /** The versions that mend it, as the scanner words them; may name several lines of releases. */
  readonly fixed?: string
  readonly fixable: boolean
  /** Of the distribution: `affected`, `will_not_fix`, `end_of_life` … */
  readonly status?: string
  readonly grade: Grade
  readonly title?: string
  readonly url?: string
  /** The layer that brought the package. */
  readonly diffId?: string
  readonly published?: Instant
  /** What was looked at: `os-pkgs` or `lang-pkgs`, and the lock file or system it is named after. */
  readonly kind: string
  readonly target: string
}

export interface Secret {
  readonly rule: string
  readonly grade: Grade
  readonly title: string
  readonly target: string
  readonly line: number
  readonly diffId?: string
}

export interface Misconfiguration {
  readonly id: string
  readonly grade: Grade
  readonly title: string
  readonly message: string
  readonly resolution?: string
  readonly target: string
  readonly line: number
}

export interface Licence {
  readonly name: string
  readonly package: string
  readonly path: string
}

export interface Suppressed {
  readonly id: string
  readonly package: string
  readonly version: string
  readonly status: string
  readonly statement: string
  readonly source: string
}
