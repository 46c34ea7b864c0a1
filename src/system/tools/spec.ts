/** How one external tool is recognised and where its releases are. Pure data: one constant per tool. */
export interface ToolSpec {
  readonly name: string
  /** Arguments that make it print its version without touching the network. */
  readonly versionArguments: readonly string[]
  /** Finds the version in what that printed; its first group is the version. */
  readonly versionPattern: RegExp
  /** SemVer range of the versions that our tests run against. */
  readonly supported: string
  /** Versions that are refused whatever the range says, and why. */
  readonly refused: Readonly<Record<string, string>>
  /** Where releases are downloaded from when no mirror is named. */
  readonly releases: string
  /** The file of a release for this platform, below `releases`; undefined where there is none. */
  readonly asset: (version: string, platform: Platform) => ReleaseAsset | undefined
}

export interface ReleaseAsset {
  readonly path: string
  /** The name of the program inside a `.tar.gz`; absent: the file is the program. */
  readonly member?: string
}

export interface Platform {
  readonly os: string
  readonly arch: string
}

/** What the caller asked for; every field is an input of the step. */
export interface ToolWish {
  readonly path: string | undefined
  readonly version: string | undefined
  readonly sha256: string | undefined
  /** Base URL that stands for `releases`. */
  readonly mirror: string | undefined
}

export interface Tool {
  readonly path: string
  readonly version: string
  readonly from: 'given' | 'found' | 'installed'
}
