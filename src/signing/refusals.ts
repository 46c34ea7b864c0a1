import type { Finding } from '../outcome/index.ts'
import type { Wrong } from './diagnose.ts'

export type Refused =
  | Exclude<Wrong, 'refused'>
  | 'unsigned'
  | 'no-image'
  | 'signature-refused'
  | 'undecidable'

interface Words {
  readonly message: string
  readonly fix: string
}

/** One rule for each way in which an image can fail to prove where it comes from. */
const words: Readonly<Record<Refused, Words>> = {
  unsigned: {
    message: 'has no signature',
    fix: 'sign it in the pipeline that built it: image-hygiene sign IMAGE@sha256:…',
  },
  'wrong-key': {
    message: 'is signed, but not with the expected key',
    fix: 'check which key signs, and which one is expected: sign.key of the policy, or public-key',
  },
  'wrong-identity': {
    message: 'is signed by somebody else than expected',
    fix: 'check sign.identity and sign.issuer of the policy against the pipeline that signs',
  },
  'other-digest': {
    message: 'carries a signature that was made for another image',
    fix: 'do not deploy it: somebody put the signature there. Find out who can push to the repository',
  },
  'tampered-payload': {
    message: 'carries a signature whose payload was altered after it was signed',
    fix: 'do not deploy it: somebody altered it. Find out who can push to the repository',
  },
  'wrong-annotations': {
    message: 'is signed, but without the demanded annotation',
    fix: 'sign it with signature-annotations, or demand less',
  },
  'unreadable-signature': {
    message: 'carries a signature that cannot be read',
    fix: 'sign it again: image-hygiene sign IMAGE@sha256:…',
  },
  'signature-refused': {
    message: 'carries a signature that names the expected signer, and cosign does not trust it',
    fix: 'check the transparency log and the trusted root: sign.log of the policy, trusted-root',
  },
  'no-image': {
    message: 'is not in the registry',
    fix: 'check the repository and the digest; was it cleaned up?',
  },
  undecidable: {
    message: 'could not be verified, which does not mean that it is wrong',
    fix: 'check the registry and the credentials, then run again',
  },
}

/** @param detail what the signature, the registry or cosign says; untrusted */
export function findingOf(rule: Refused, image: string, detail?: string): Finding {
  const { message, fix } = words[rule]
  return {
    rule,
    severity: 'error',
    message: `${message}${detail === undefined ? '' : `: ${detail}`}`,
    fix,
    image,
  }
}
