import type { Repository } from '../image/index.ts'
import type { Registry } from '../registry/index.ts'
import { readCertificate } from './certificate.ts'
import type { Pinned } from './pinned.ts'
import { readStored, type Stored } from './stored.ts'

export interface SignatureDescription {
  readonly format: 'bundle' | 'legacy'
  /** base64 of the sha256 of the public key, where the signature names it. */
  readonly key: string | null
  readonly identities: string[]
  readonly issuer: string | null
}

/** The signatures that lie beside an image, by their own word: whether they are true is for `verify` to say. */
export async function describeSignatures(
  image: Pinned,
  registryOf: (repository: Repository) => Registry,
  elsewhere: Repository | undefined,
): Promise<{ readonly known: SignatureDescription[] } | { readonly why: string }> {
  const { signatures, incomplete } = await readStored(image, registryOf, elsewhere)
  return incomplete === undefined ? { known: signatures.flatMap(describe) } : { why: incomplete }
}

function describe(signature: Stored): readonly SignatureDescription[] {
  if (signature.format === 'unreadable') return []
  const named = signature.certificate === undefined ? undefined : readCertificate(signature.certificate)
  return [
    {
      format: signature.format,
      key: signature.format === 'bundle' ? (signature.hint ?? null) : null,
      identities: [...(named?.identities ?? [])],
      issuer: named?.issuer ?? null,
    },
  ]
}
