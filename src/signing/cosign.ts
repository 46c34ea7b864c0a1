import { formatReference, registryOf } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import { type Credentials, endpointOf, writeLogin } from '../registry/index.ts'
import type { World } from '../system/world.ts'
import {
  attestArguments,
  type Expected,
  type Format,
  type Log,
  type OfflineFiles,
  type Predicate,
  type Reach,
  signArguments,
  type TrustedRoot,
  verifyArguments,
  verifyAttestationArguments,
} from './arguments.ts'
import { parseJson, signaturePredicate } from './bundle.ts'
import { failureOf, lastWords } from './failures.ts'
import type { Pinned } from './pinned.ts'
import { claimType } from './simple-signing.ts'

/** cosign, with everything that is the same for each of its calls in one run. */
export interface Cosign {
  readonly version: string
  /** Signs all of them in one go, for a key is slow to open. Throws `tool-failed`. */
  sign(format: Format, images: readonly Pinned[]): Promise<void>
  /** By the policy's demand for a log, or `without` one. */
  verify(
    image: Pinned,
    format: Format | 'any',
    who: Expected,
    log?: 'as demanded' | 'without',
  ): Promise<CosignVerdict>
  /** Whether the policy demands a log or a timestamp. */
  readonly logged: boolean
  /** Signs a statement about one image and puts it beside it. Throws `tool-failed`. */
  attest(format: Format, image: Pinned, predicate: Predicate): Promise<void>
  verifyAttestation(image: Pinned, format: Format, who: Expected, type: string): Promise<boolean>
  /** PEM of the public half of a key, by cosign: it knows how to open it. */
  publicKey(reference: string): Promise<string>
}

export type CosignVerdict =
  | { readonly accepted: true; readonly signatures: number }
  | { readonly accepted: false; readonly code: number; readonly said: string }
  /** It did not come to an end: a registry may list signatures without number, and cosign fetches each. */
  | { readonly accepted: false; readonly code: 'unfinished'; readonly said: string }

export interface CosignOptions {
  readonly path: string
  readonly version: string
  readonly log: Log
  readonly trustedRoot: TrustedRoot | undefined
  readonly annotations: readonly string[]
  /** The key to sign with; absent: keyless, or nothing is signed. */
  readonly key: string | undefined
  /** What the key, or the way to an identity token, needs. */
  readonly env: Readonly<Record<string, string>>
  readonly hosts: readonly string[]
  readonly credentials: Credentials
  readonly plainHttp: readonly string[]
  readonly caFile: string | undefined
}

/** Of our environment only this reaches cosign, besides what its key needs: nothing in it is a secret of ours. */
const passed = ['COSIGN_REPOSITORY', 'TUF_ROOT', 'TUF_MIRROR', 'NO_PROXY', 'no_proxy']
/** An address of a proxy may hold a password, but without it there is no way out. */
const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy']

/** Milliseconds for one image; cosign needs some hundred, and some seconds where services are asked. */
const longestLook = 60_000

/** Arguments of a process may not grow for ever. */
const mostAtOnce = 100

export async function openCosign(options: CosignOptions, world: World): Promise<Cosign> {
  const folder = await world.files.temporaryFolder()
  const offline: OfflineFiles = {
    noServices: `${folder}/no-services.json`,
    noRoots: `${folder}/no-roots.json`,
  }
  await Promise.all([
    writeLogin(folder, options.hosts, options.credentials, world.files),
    world.files.write(offline.noServices, noServices),
    world.files.write(offline.noRoots, noRoots),
  ])
  const env = { ...named([...passed, ...proxies], world.env), ...options.env, DOCKER_CONFIG: folder }
  const run = (args: readonly string[], timeout = 300_000) =>
    world.processes.run(options.path, args, { env, cwd: world.cwd, timeout })
  const reachOf = (image: Pinned): Reach => ({
    plainHttp: endpointOf(registryOf(image.repository), options.plainHttp).protocol === 'http:',
    caFile: options.caFile,
  })

  return {
    version: options.version,
    logged: options.log.kind !== 'none',

    async sign(format, images) {
      for (const some of alike(images, reachOf)) {
        const references = some.map(bare)
        const [first] = some
        if (first === undefined) continue
        const args = signArguments({ ...options, format, offline, references, reach: reachOf(first) })
        const ran = await run(args)
        if (ran.code !== 0) throw failureOf('sign', ran, `${references.length} images`, world.log)
      }
    },

    async verify(image, format, who, demand = 'as demanded') {
      const log: Log = demand === 'without' ? { kind: 'none' } : options.log
      const about = { reference: bare(image), reach: reachOf(image) }
      const call = verifyArguments({ ...options, log, offline, format, who, ...about })
      const ran = await run(call, longestLook).catch(unfinished)
      if ('accepted' in ran) return ran
      if (ran.code !== 0) return { accepted: false, code: ran.code, said: lastWords(ran) }
      const { listed, signatures } = countSignatures(ran.stdout, image.digest)
      if (signatures > 0) return { accepted: true, signatures }
      if (listed > 0) return { accepted: false, code: 0, said: 'there are attestations, and no signature' }
      throw new HygieneError('tool-failed', `cosign accepts ${bare(image)} without naming a signature of it`)
    },

    async attest(format, image, predicate) {
      const about = { references: [bare(image)], reach: reachOf(image) }
      const ran = await run(attestArguments({ ...options, format, offline, ...about }, predicate))
      if (ran.code !== 0) throw failureOf('attest', ran, bare(image), world.log)
    },

    async verifyAttestation(image, format, who, type) {
      const about = { reference: bare(image), reach: reachOf(image) }
      const call = { ...options, offline, format, who, ...about }
      return (await run(verifyAttestationArguments(call, type))).code === 0
    },

    async publicKey(reference) {
      const ran = await run(['public-key', '--key', reference])
      if (ran.code === 0 && ran.stdout.includes('PUBLIC KEY')) return ran.stdout
      throw failureOf('public-key', ran, `the key ${reference}`, world.log)
    },
  }
}

/** What `cosign signing-config create` writes when no service is named. */
const noServices = JSON.stringify({
  mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
  rekorTlogConfig: {},
  tsaConfig: {},
})
const noRoots = JSON.stringify({ mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1' })

function named(names: readonly string[], env: World['env']): Record<string, string> {
  return Object.fromEntries(
    names.flatMap(name => {
      const value = env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** Without the tag: cosign would warn, or sign what the tag names by now. */
function bare({ repository, digest }: Pinned): string {
  return formatReference({ repository, digest })
}

function alike(images: readonly Pinned[], reachOf: (image: Pinned) => Reach): readonly (readonly Pinned[])[] {
  const groups = [true, false].map(plain => images.filter(image => reachOf(image).plainHttp === plain))
  return groups.flatMap(group =>
    Array.from({ length: Math.ceil(group.length / mostAtOnce) }, (_, index) =>
      group.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
    ),
  )
}

function unfinished(error: unknown): CosignVerdict {
  if (!(error instanceof HygieneError) || !['too-slow', 'too-large'].includes(error.code)) throw error
  return { accepted: false, code: 'unfinished', said: error.message }
}

/**
 * What cosign lists for this digest: one that says yes and lists nothing has not looked. It takes any attestation in a
 * bundle for a signature; but who attests what an image holds has not said that it may run.
 */
function countSignatures(
  stdout: string,
  digest: string,
): { readonly listed: number; readonly signatures: number } {
  const list = parseJson(Buffer.from(stdout))
  const listed = (Array.isArray(list) ? list : []).filter(
    one => one?.critical?.image?.['docker-manifest-digest'] === digest,
  )
  const signatures = listed.filter(
    ({ critical: { type } }) => type === claimType || type === signaturePredicate,
  )
  return { listed: listed.length, signatures: signatures.length }
}
