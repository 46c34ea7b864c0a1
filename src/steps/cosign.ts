import { type Repository, registryOf } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import { type LoadedPolicy, manages, type Policy } from '../policy/index.ts'
import { createCredentials } from '../registry/index.ts'
import {
  type Cosign,
  cosignSpec,
  type Format,
  type Log,
  openCosign,
  type Pinned,
  readTrustedRoot,
} from '../signing/index.ts'
import { thisPlatform } from '../system/tools/platform.ts'
import { provideAhead } from '../system/tools/provide.ts'
import type { Tool } from '../system/tools/spec.ts'
import type { World } from '../system/world.ts'

/** What a call says about cosign; the names are those of the inputs. */
export interface CosignCall {
  readonly cosignPath: string | undefined
  readonly cosignVersion: string | undefined
  readonly cosignSha256: string | undefined
  readonly cosignMirror: string | undefined
  readonly trustedRoot: string | undefined
  readonly signatureAnnotations: readonly string[]
  readonly registryUsername: string | undefined
  readonly registryPassword: string | undefined
  readonly caFile: string | undefined
}

/** How cosign signs in this run, if it does. */
export interface Signing {
  readonly key?: string | undefined
  readonly env: Readonly<Record<string, string>>
}

/** cosign, found or installed; begun before the policy is read. */
export function findCosign(
  call: Pick<CosignCall, 'cosignPath' | 'cosignVersion' | 'cosignSha256' | 'cosignMirror'> & {
    readonly printPolicy: boolean
  },
  world: World,
): () => Promise<Tool> {
  const wish = {
    path: call.cosignPath,
    version: call.cosignVersion,
    sha256: call.cosignSha256,
    mirror: call.cosignMirror,
  }
  return provideAhead(cosignSpec, wish, world, thisPlatform(), !call.printPolicy)
}

/** cosign with the policy's way of signing and the credentials for these images' hosts alone. */
export async function cosignFor(
  { path, version }: Tool,
  call: CosignCall,
  images: readonly Pinned[],
  { key, env }: Signing,
  log: Log,
  policy: Policy,
  world: World,
): Promise<Cosign> {
  const hosts = [...new Set(images.map(({ repository }) => registryOf(repository)))]
  const { registryUsername: username, registryPassword: password } = call
  return openCosign(
    {
      path,
      version,
      log,
      key,
      env,
      trustedRoot:
        call.trustedRoot === undefined ? undefined : await readTrustedRoot(call.trustedRoot, world.files),
      annotations: call.signatureAnnotations.map(asArgument),
      hosts,
      credentials: createCredentials(world, { hosts, username, password }),
      plainHttp: policy.cleanup['plain-http'],
      caFile: call.caFile,
    },
    world,
  )
}

export function formatsOf({ sign: { format } }: Policy): readonly Format[] {
  return format === 'both' ? ['bundle', 'legacy'] : [format]
}

/** Without a policy file the call names the images; with one, what it does not manage is neither signed nor vouched for. */
export function managing<L extends LoadedPolicy>(loaded: L, images: readonly Pinned[]): L {
  const { policy } = loaded
  if (policy.images.length === 0) {
    return {
      ...loaded,
      policy: { ...policy, images: [...new Set(images.map(({ repository }) => repository))] },
    }
  }
  const outside = images.find(({ repository }) => !manages(policy, repository))
  if (outside === undefined) return loaded
  throw new HygieneError('not-managed', `the policy does not manage ${outside.repository}`, {
    fix: `add it to 'images' of the policy:\nimages: ['${outside.repository}']`,
    location: loaded.where('images'),
    image: outside.repository,
  })
}

/** The repository that COSIGN_REPOSITORY makes cosign keep signatures in. */
export function elsewhereOf({ env }: World): Repository | undefined {
  const named = env['COSIGN_REPOSITORY']
  return named === undefined || named === '' ? undefined : (named as Repository)
}

/** cosign reads the argument as a line of CSV. */
function asArgument(text: string): string {
  if (/^[^=\s][^=]*=/.test(text)) return /[,"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  throw new HygieneError('bad-usage', `signature-annotations: '${text}' is no key=value`)
}
