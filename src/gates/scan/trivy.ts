import type { ToolSpec } from '../../system/tools/spec.ts'

const compromised = 'this release was published by an attacker in March 2026 (GHSA-69fq-xp46-6x23)'

const systems: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS' }
const machines: Readonly<Record<string, string>> = { x64: '64bit', arm64: 'ARM64' }

/** @see https://github.com/aquasecurity/trivy/releases */
export const trivy: ToolSpec = {
  name: 'trivy',
  versionArguments: ['--version', '--quiet'],
  versionPattern: /^Version: (\S+)/m,
  supported: '>=0.70.0 <0.90.0',
  refused: { '0.69.4': compromised, '0.69.5': compromised, '0.69.6': compromised },
  releases: 'https://github.com/aquasecurity/trivy/releases/download',
  asset(version, { os, arch }) {
    const [system, machine] = [systems[os], machines[arch]]
    if (system === undefined || machine === undefined) return undefined
    return { path: `v${version}/trivy_${version}_${system}-${machine}.tar.gz`, member: 'trivy' }
  },
}

/** What Trivy is pointed at. Paths are absolute. */
export type ScanSource =
  | { readonly kind: 'image'; readonly reference: string; readonly plainHttp: boolean }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'archive'; readonly path: string }

export interface ScanSettings {
  readonly scanners: readonly ('vuln' | 'secret' | 'misconfig' | 'license')[]
  /** Trivy's own cache folder, with the databases. */
  readonly cacheDir: string
  /** No network besides the registry of the image: whatever databases are there are used. */
  readonly offline: boolean
  /** Where the databases come from, first one that answers; empty: Trivy's own choice. */
  readonly databases: readonly string[]
  readonly javaDatabases: readonly string[]
  /** VEX files, absolute. */
  readonly vex: readonly string[]
  /** A PEM file, absolute. */
  readonly caFile: string | undefined
  /** Seconds. */
  readonly timeout: number
}

/**
 * The arguments of the one run that everything is made from. Never `--exit-code`: Trivy also exits 1 for its own
 * faults. Never a filter (`--severity`, `--ignore-unfixed`): what is filtered away cannot be shown with its reason.
 */
export function scanArguments(source: ScanSource, settings: ScanSettings, output: string): readonly string[] {
  const { scanners, cacheDir, offline, databases, javaDatabases, vex, caFile, timeout } = settings
  return [
    source.kind === 'folder' ? 'fs' : 'image',
    ...['--format', 'json', '--output', output, '--scanners', scanners.join(',')],
    ...['--show-suppressed', '--no-progress', '--skip-version-check', '--disable-telemetry'],
    ...['--cache-dir', cacheDir, '--timeout', `${timeout}s`],
    // The checks for misconfigurations are those of the release: fetched ones would change a verdict overnight.
    '--skip-check-update',
    ...(offline ? ['--skip-db-update', '--skip-java-db-update', '--offline-scan'] : []),
    ...databases.flatMap(database => ['--db-repository', database]),
    ...javaDatabases.flatMap(database => ['--java-db-repository', database]),
    ...vex.flatMap(file => ['--vex', file]),
    ...(caFile === undefined ? [] : ['--cacert', caFile]),
    ...sourceArguments(source, scanners),
  ]
}

function sourceArguments(source: ScanSource, scanners: ScanSettings['scanners']): readonly string[] {
  if (source.kind === 'folder') return ['--', source.path]
  const config = scanners.filter(scanner => scanner === 'secret' || scanner === 'misconfig')
  const ofConfig = config.length === 0 ? [] : ['--image-config-scanners', config.join(',')]
  if (source.kind === 'archive') return [...ofConfig, '--input', source.path]
  return [
    ...ofConfig,
    // Never the daemon of the machine: what it holds under the same name may be another image.
    ...['--image-src', 'remote'],
    ...(source.plainHttp ? ['--insecure'] : []),
    ...['--', source.reference],
  ]
}

export type Conversion = 'cyclonedx' | 'spdx-json'

/** Another format of the same report, without a second scan. */
export function convertArguments(format: Conversion, report: string, output: string): readonly string[] {
  const withVulnerabilities = format === 'cyclonedx' ? ['--scanners', 'vuln'] : []
  return ['convert', '--quiet', '--format', format, ...withVulnerabilities, '--output', output, '--', report]
}
