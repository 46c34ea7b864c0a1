import { HygieneError } from '../outcome/index.ts'
import type { Policy } from '../policy/index.ts'
import { nodeCrypto } from '../registry/hash.ts'
import type { World } from '../system/world.ts'
import type { Expected, Log } from './arguments.ts'
import type { Trust } from './diagnose.ts'
import { type Key, readKey } from './key.ts'
import { readKeyless } from './keyless.ts'

/** Who signs: what cosign is given for it, and who is expected to have signed afterwards. */
export interface Signer {
  /** Absent: keyless. */
  readonly key: string | undefined
  readonly env: Readonly<Record<string, string>>
  /** `undefined`: the public half of the key, which only cosign can take from it. */
  readonly expected: Named | undefined
}

/** Whose signature counts, by what the call and the policy say. */
export type Named =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'identity'; readonly identity: string; readonly issuer: string }

export interface Asked {
  readonly publicKey?: string | undefined
  readonly identity?: string | undefined
  readonly issuer?: string | undefined
}

/** The usual name of a private key in the environment. */
const usual = 'COSIGN_PRIVATE_KEY'

/** The key or the identity that this run signs with. Throws before anything is pushed if it has none. */
export async function readSigner(
  asked: Asked & { readonly key?: string | undefined },
  { sign }: Policy,
  log: Log,
  world: World,
): Promise<Signer> {
  const reference = asked.key ?? sign.key ?? undefined
  if (reference === undefined) return keyless(asked, sign, log, world)
  const named = await readKey(reference, world)
  const expected = asked.publicKey === undefined ? undefined : await readKey(asked.publicKey, world)
  if (named.half !== 'public') return { key: named.reference, env: named.env, expected: asKey(expected) }
  if (asked.key === undefined && world.env[usual] !== undefined) {
    const own = await readKey(`env://${usual}`, world)
    return { key: own.reference, env: own.env, expected: asKey(expected ?? named) }
  }
  throw new HygieneError('bad-usage', `${reference} is a public key: it verifies, but cannot sign`, {
    fix: `key: env://${usual}, with the secret ${usual} in the environment of the step`,
  })
}

function asKey(key: Key | undefined): Named | undefined {
  return key === undefined ? undefined : { kind: 'key', key }
}

async function keyless(asked: Asked, sign: Policy['sign'], log: Log, world: World): Promise<Signer> {
  if (log.kind === 'none') {
    throw new HygieneError(
      'bad-usage',
      'there is no key, and a signature without a key needs a log: its certificate ends after minutes',
      {
        fix: [
          'a key, in .image-hygiene.yml:',
          'sign:',
          `  key: env://${usual}`,
          'or keyless, which shows the name of the image to everybody:',
          'sign:',
          '  log: public',
        ].join('\n'),
      },
    )
  }
  if (log.kind === 'config' && !log.transparency && !log.timestamps) {
    throw new HygieneError(
      'bad-usage',
      `${log.path} names neither a transparency log nor a timestamp authority`,
      {
        fix: 'a signature without a key needs one of them: its certificate ends after minutes',
      },
    )
  }
  const { env, identity, issuer } = await readKeyless(world)
  const who = {
    identity: asked.identity ?? sign.identity ?? identity,
    issuer: asked.issuer ?? sign.issuer ?? issuer,
  }
  return { key: undefined, env, expected: { kind: 'identity', ...whole(who) } }
}

/** Whose signature a deploy job accepts. */
export async function readExpected(asked: Asked, { sign }: Policy, world: World): Promise<Named> {
  if (asked.publicKey === undefined && (asked.identity !== undefined || asked.issuer !== undefined)) {
    return {
      kind: 'identity',
      ...whole({ identity: asked.identity ?? sign.identity, issuer: asked.issuer ?? sign.issuer }),
    }
  }
  const reference = asked.publicKey ?? sign.key ?? undefined
  if (reference !== undefined) return { kind: 'key', key: await readKey(reference, world) }
  if (sign.identity === null && sign.issuer === null) {
    throw new HygieneError('bad-usage', 'nobody says whose signature is expected', {
      fix: [
        'in .image-hygiene.yml, a key:',
        'sign:',
        '  key: cosign.pub',
        'or who signs without one:',
        'sign:',
        '  log: public',
        '  identity: https://github.com/acme/app/.github/workflows/release.yml@refs/heads/main',
        '  issuer: https://token.actions.githubusercontent.com',
      ].join('\n'),
    })
  }
  return { kind: 'identity', ...whole(sign) }
}

function whole({
  identity,
  issuer,
}: {
  readonly identity: string | null | undefined
  readonly issuer: string | null | undefined
}): { readonly identity: string; readonly issuer: string } {
  if (identity && issuer) return { identity, issuer }
  const missing = identity ? 'issuer' : 'identity'
  throw new HygieneError('bad-usage', `${missing} is not known: anybody could have signed`, {
    fix: [
      'sign:',
      '  identity: https://github.com/acme/app/.github/workflows/release.yml@refs/heads/main',
      '  issuer: https://token.actions.githubusercontent.com',
    ].join('\n'),
  })
}

/** Who is expected to have signed what this run signs. A key that only cosign can open is opened once more for it. */
export async function expectedOf(
  { key, env, expected }: Signer,
  publicKey: (reference: string) => Promise<string>,
  world: World,
): ReturnType<typeof expectationOf> {
  const own = { reference: key ?? '', env, pem: undefined, half: 'private' } as const
  return expectationOf(expected ?? { kind: 'key', key: own }, publicKey, world)
}

/** What cosign is told, and our own reading of the same, when it is wanted. */
export async function expectationOf(
  named: Named,
  publicKey: (reference: string) => Promise<string>,
  { files }: World,
): Promise<{ readonly who: Expected; readonly trust: () => Promise<Trust> }> {
  if (named.kind === 'identity') return { who: named, trust: async () => named }
  const { reference, half, pem } = named.key
  if (half === 'public' && pem !== undefined) {
    return { who: { kind: 'key', reference }, trust: async () => trusting(pem, reference) }
  }
  if (half === 'unknown') {
    return {
      who: { kind: 'key', reference },
      trust: async () => trusting(await publicKey(reference), reference),
    }
  }
  const own = await publicKey(reference)
  const path = `${await files.temporaryFolder()}/expected.pub`
  await files.write(path, own)
  return { who: { kind: 'key', reference: path }, trust: async () => trusting(own, reference) }
}

function trusting(pem: string, reference: string): Trust {
  try {
    return { kind: 'key', key: nodeCrypto().createPublicKey(pem) }
  } catch (error) {
    throw new HygieneError('bad-usage', `${reference} holds no public key that can be read`, { cause: error })
  }
}
