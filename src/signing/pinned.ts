import {
  type Digest,
  formatReference,
  isDigest,
  parseReference,
  type Reference,
  type Repository,
  type Tag,
} from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'

/** An image by digest, and the tag it was asked for by, if any. */
export interface Pinned {
  readonly repository: Repository
  readonly digest: Digest
  readonly tag?: Tag
}

/**
 * Images by digest only: a tag can be moved between the moment it is signed or verified and the moment it is used.
 * @param digest completes references that have none: the output of the step that pushed
 */
export function readPinned(
  texts: readonly string[],
  digest: string | undefined,
  step: 'sign' | 'verify' | 'record',
): readonly Pinned[] {
  if (digest !== undefined && !isDigest(digest)) {
    throw new HygieneError('bad-usage', `digest: '${digest}' is no digest: sha256: and 64 hex digits`)
  }
  if (texts.length === 0) {
    throw new HygieneError('bad-usage', `nothing to ${step}`, {
      fix: `image-hygiene ${step} ghcr.io/acme/app@sha256:…`,
    })
  }
  const pinned = texts.map(text => pin(readOne(text), digest, step))
  const unique = new Map(pinned.map(one => [formatReference(one), one]))
  return [...unique.values()]
}

export function readOne(text: string): Reference {
  const reference = parseReference(text)
  if ('fault' in reference) throw new HygieneError('bad-usage', `references: ${reference.fault}`)
  return reference
}

function pin({ repository, tag, digest }: Reference, given: Digest | undefined, step: string): Pinned {
  if (digest !== undefined && given !== undefined && digest !== given) {
    throw new HygieneError('bad-usage', `${repository} is asked for by ${digest} and by the digest ${given}`)
  }
  const one = digest ?? given
  if (one === undefined) throw unpinned({ repository, ...(tag === undefined ? {} : { tag }) }, step)
  return { repository, digest: one, ...(tag === undefined ? {} : { tag }) }
}

function unpinned(reference: Reference, step: string): HygieneError {
  const name = formatReference(reference)
  return new HygieneError(
    'bad-usage',
    `${name} is no digest, and a tag may name another image by the time it is used`,
    {
      fix: [
        'on GitHub, from the step that pushed:',
        '  digest: ${{ steps.build.outputs.digest }}',
        'anywhere else, ask the registry for it:',
        `  image-hygiene ${step} "${reference.repository}@$(crane digest ${name})"`,
      ].join('\n'),
      image: name,
    },
  )
}
