import { HygieneError } from '../outcome/index.ts'

/** How one signature is stored: a Sigstore bundle as a referrer, or a simple-signing layer under a `.sig` tag. */
export type Format = 'bundle' | 'legacy'

export type Log =
  | { readonly kind: 'none' }
  /** The public good instance of Sigstore. */
  | { readonly kind: 'public' }
  /** A signing configuration of one's own. Which services it names decides how its signatures are verified. */
  | {
      readonly kind: 'config'
      readonly path: string
      readonly transparency: boolean
      readonly timestamps: boolean
    }

/** Files that cosign is given so that it asks nobody for them. */
export interface OfflineFiles {
  /** A signing configuration without services. */
  readonly noServices: string
  /** A trusted root without roots. Without one cosign asks the network first, and waits for it. */
  readonly noRoots: string
}

/** The trusted root of services of one's own. */
export interface TrustedRoot {
  readonly path: string
  /** Whether it names logs of certificates. Where there are none, certificates carry no proof of being in one. */
  readonly certificateLogs: boolean
}

/** How the registry is reached. */
export interface Reach {
  readonly plainHttp: boolean
  /** Path of a PEM file. */
  readonly caFile: string | undefined
}

interface Call {
  /** Exact version of cosign. */
  readonly version: string
  readonly log: Log
  readonly trustedRoot: TrustedRoot | undefined
  readonly reach: Reach
  /** `key=value`: signed along, or demanded. */
  readonly annotations: readonly string[]
}

export interface SignCall extends Call {
  readonly format: Format
  /** Absent: keyless. */
  readonly key: string | undefined
  readonly offline: OfflineFiles
  /** All by digest. */
  readonly references: readonly string[]
}

export interface VerifyCall extends Call {
  /** `any`: whichever this version of cosign looks for by itself. */
  readonly format: Format | 'any'
  readonly who: Expected
  readonly offline: OfflineFiles
  readonly reference: string
}

/** Whose signature counts. */
export type Expected =
  | { readonly kind: 'key'; readonly reference: string }
  | { readonly kind: 'identity'; readonly identity: string; readonly issuer: string }

type Line = '2.6' | '3'
type Row = (call: SignCall) => readonly string[] | undefined

const rooted = ({ trustedRoot }: Call): readonly string[] =>
  trustedRoot === undefined ? [] : ['--trusted-root', trustedRoot.path]
const nowhere = ({ offline }: SignCall): readonly string[] => [
  '--signing-config',
  offline.noServices,
  '--trusted-root',
  offline.noRoots,
]
const own = (call: SignCall): readonly string[] =>
  call.log.kind === 'config' ? ['--signing-config', call.log.path, ...rooted(call)] : []
const old = ['--use-signing-config=false', '--new-bundle-format=false'] as const

/**
 * What a format and a log need in each line of cosign. Version 3 makes bundles under a signing configuration unless it
 * is told otherwise, and refuses `--tlog-upload=false` beside one; 2.6 makes legacy signatures unless it is told
 * otherwise. A legacy signature cannot follow a signing configuration in either.
 */
const signing: Readonly<Record<Line, Readonly<Record<Format, Readonly<Record<Log['kind'], Row>>>>>> = {
  '3': {
    bundle: { none: nowhere, public: rooted, config: own },
    legacy: {
      none: () => [...old, '--tlog-upload=false'],
      public: () => [...old],
      config: () => undefined,
    },
  },
  '2.6': {
    bundle: {
      none: call => ['--new-bundle-format', ...nowhere(call)],
      public: call => ['--new-bundle-format', '--use-signing-config', ...rooted(call)],
      config: call => ['--new-bundle-format', ...own(call)],
    },
    legacy: { none: () => ['--tlog-upload=false'], public: () => [], config: () => undefined },
  },
}

/** The flag that says which format is looked for. Version 3 finds both unless it is told otherwise. */
const looking: Readonly<Record<Line, Readonly<Record<Format | 'any', readonly string[]>>>> = {
  '3': { any: [], bundle: [], legacy: ['--new-bundle-format=false'] },
  '2.6': { any: [], bundle: ['--new-bundle-format'], legacy: [] },
}

/** Throws `unsupported` for a legacy signature under a signing configuration. */
export function signArguments(call: SignCall): readonly string[] {
  const { annotations, references } = call
  return ['sign', ...making(call), ...annotations.flatMap(one => ['--annotations', one]), ...references]
}

/** What is said about an image besides its signature: a file of JSON, and the URI of what kind it is. */
export interface Predicate {
  readonly type: string
  readonly path: string
}

export function attestArguments(call: SignCall, { type, path }: Predicate): readonly string[] {
  return ['attest', ...making(call), '--type', type, '--predicate', path, ...call.references]
}

function making(call: SignCall): readonly string[] {
  const { version, format, log, key, reach } = call
  const flags = signing[lineOf(version)][format][log.kind](call)
  if (flags === undefined) {
    throw new HygieneError(
      'unsupported',
      'cosign writes no legacy signature under a signing configuration of your own',
      { fix: 'sign:\n  format: bundle' },
    )
  }
  return ['--yes', ...(key === undefined ? [] : ['--key', key]), ...flags, ...reaching(reach)]
}

export function verifyArguments(call: VerifyCall): readonly string[] {
  const { annotations, reference } = call
  const demanded = annotations.flatMap(one => ['--annotations', one])
  return ['verify', ...believing(call), ...demanded, '--output', 'json', reference]
}

export function verifyAttestationArguments(call: VerifyCall, type: string): readonly string[] {
  return ['verify-attestation', ...believing(call), '--type', type, '--output', 'json', call.reference]
}

function believing(call: VerifyCall): readonly string[] {
  const { version, format, who, log, trustedRoot, reach } = call
  return [
    ...whose(who),
    ...looking[lineOf(version)][format],
    ...(lineOf(version) === '2.6' ? rootedOld(call) : rooted(call)),
    ...(trustedRoot?.certificateLogs === false && who.kind === 'identity'
      ? ['--insecure-ignore-sct=true']
      : []),
    ...provenBy(log),
    ...reaching(reach),
  ]
}

/** 2.6 reads a bundle wherever one lies, and wants a trusted root for it, even for a key that needs none. */
function rootedOld(call: VerifyCall): readonly string[] {
  const { who, log, trustedRoot, offline } = call
  const needless = trustedRoot === undefined && who.kind === 'key' && log.kind === 'none'
  return needless ? ['--trusted-root', offline.noRoots] : rooted(call)
}

/** A text that starts with `^` is a regular expression of Go's syntax. */
function whose(who: Expected): readonly string[] {
  if (who.kind === 'key') return ['--key', who.reference]
  const flag = (name: string, text: string) => [
    text.startsWith('^') ? `--certificate-${name}-regexp` : `--certificate-${name}`,
    text,
  ]
  return [...flag('identity', who.identity), ...flag('oidc-issuer', who.issuer)]
}

function provenBy(log: Log): readonly string[] {
  if (log.kind === 'public') return []
  if (log.kind === 'none') return ['--insecure-ignore-tlog=true']
  return [
    ...(log.transparency ? [] : ['--insecure-ignore-tlog=true']),
    ...(log.timestamps ? ['--use-signed-timestamps'] : []),
  ]
}

function reaching({ plainHttp, caFile }: Reach): readonly string[] {
  return [
    ...(plainHttp ? ['--allow-http-registry'] : []),
    ...(caFile === undefined ? [] : ['--registry-cacert', caFile]),
  ]
}

function lineOf(version: string): Line {
  return version.startsWith('2.') ? '2.6' : '3'
}
