import type { Usage } from '../cleanup/in-use/index.ts'
import type { Circumstances, Scanner } from '../gates/scan/index.ts'
import type { Finding } from '../outcome/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Registries } from '../registry/index.ts'
import type { Tool } from '../system/tools/spec.ts'
import type { World } from '../system/world.ts'
import type { Scanned } from './scan-files.ts'
import type { ScannerCall } from './scan-runs.ts'

export interface LookCall extends ScannerCall {
  readonly references: readonly string[]
  readonly digest: string | undefined
  readonly inUse: readonly string[]
  readonly fs: string | undefined
  readonly archive: string | undefined
  readonly report: string | undefined
  readonly platforms: readonly string[]
  readonly bases: readonly string[]
  readonly planFile: string | undefined
  readonly cyclonedxFile: string | undefined
  readonly spdxFile: string | undefined
}

export interface Look {
  readonly call: LookCall
  readonly policy: Policy
  readonly usage: Usage
  readonly circumstances: Circumstances
  readonly registries: Registries
  readonly trivy: () => Promise<Tool>
  readonly world: World
}

/** What was looked at, before anything is said about it. */
export interface Seen {
  readonly scanned: readonly Scanned[]
  /** About the look itself. */
  readonly findings: readonly Finding[]
  /** What could not be judged, and why: with any of it there is no verdict on the whole. */
  readonly unjudged: readonly Finding[]
  readonly scanner: Scanner | undefined
  readonly scannerVersion: string
  /** RFC 3339, where the database is known. */
  readonly databaseUpdatedAt?: string
}
