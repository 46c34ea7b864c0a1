import { type Digest, isDigest, parseReference, type Repository, type Tag } from '../../image/index.ts'

/** What one text names: an image by reference, or content by a bare digest. */
export interface Mention {
  readonly repository?: Repository
  readonly tag?: Tag
  readonly digest?: Digest
}

/**
 * `cut-short`: an id that was abbreviated for a terminal, so what it names cannot be known. `impossible`: a name with
 * upper case, which no runtime can pull, so nothing runs by it.
 */
export type MentionFault = 'no-image' | 'no-reference' | 'impossible' | 'cut-short'

/** How runtimes decorate an imageID: `docker-pullable://repo@sha256:…`, `docker://sha256:…`. */
const scheme = /^(?:docker-pullable|docker-image|docker|containerd|oci):\/\//

/**
 * Reads a text that stands where an image is expected. A reference without tag and digest means `latest` there; a bare
 * digest, with or without `sha256:`, is a config's or a manifest's (containerd, docker and CRI-O differ).
 */
export function readMention(text: string): Mention | MentionFault {
  const bare = text.trim().replace(scheme, '')
  if (bare === '' || bare.startsWith('<none>')) return 'no-image'
  if (isDigest(bare)) return { digest: bare }
  const prefixed = `sha256:${bare}`
  if (isDigest(prefixed)) return { digest: prefixed }
  if (/^sha256:[0-9a-f]{6,63}(?:…|\.\.\.)?$/.test(bare) || /^[0-9a-f]{12}$/.test(bare)) return 'cut-short'
  const reference = parseReference(bare)
  if ('fault' in reference) {
    return 'fault' in parseReference(bare.toLowerCase()) ? 'no-reference' : 'impossible'
  }
  const { repository, tag, digest } = reference
  if (tag === undefined && digest === undefined) return { repository, tag: 'latest' as Tag }
  return reference
}

/**
 * Finds what looks like an image in any text: arguments, environment, annotations. Only names with a registry host and
 * a tag or digest, and whole digests: a word too many keeps an image, and `app:1` in prose is no image.
 */
export function mentionsIn(text: string): readonly Mention[] {
  if (!text.includes('/') && !text.includes('sha256:')) return []
  const found: Mention[] = []
  for (const [word] of text.slice(0, longestText).matchAll(/[A-Za-z0-9[][A-Za-z0-9._:/@[\]-]*/g)) {
    if (!/[:@]/.test(word)) continue
    const bare = word.replace(scheme, '').replace(/[.:/\]-]+$/, '')
    if (isDigest(bare)) found.push({ digest: bare })
    else if (/^[^/]*[.:][^/]*\/|^localhost\//.test(bare)) {
      const reference = parseReference(bare)
      if ('fault' in reference) continue
      if (reference.tag !== undefined || reference.digest !== undefined) found.push(reference)
    }
  }
  return found
}

const longestText = 1024 * 1024
