import { type Descriptor, formatReference, type Repository } from '../image/index.ts'
import type { Finding } from '../outcome/index.ts'
import { forEach, type Registry } from '../registry/index.ts'
import type { Pinned } from './pinned.ts'

const atOnce = 16
/** Layers that registries do not hold: whoever pulls fetches them elsewhere. */
const foreign = /(?:nondistributable|\.foreign\.)/

/**
 * Proves that an image can be pulled with the credentials of this run: its manifest, its config and each layer, of
 * every platform. A deployment that falls back on an image learns otherwise at the worst moment.
 */
export async function findUnpullable(
  image: Pinned,
  registryOf: (repository: Repository) => Registry,
): Promise<readonly Finding[]> {
  const { repository, digest } = image
  const registry = registryOf(repository)
  const name = formatReference(image)
  const findings: Finding[] = []
  const blobs = new Map<string, Descriptor>()
  const open = [digest]
  const seen = new Set(open)
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const answer = await registry.manifest(repository, next)
    if ('unknown' in answer) findings.push(undecidable(name, `the manifest ${next}: ${answer.unknown}`))
    else if (!answer.found) findings.push(missing(name, `its manifest ${next}`))
    else {
      for (const child of answer.manifest.children) {
        if (!seen.has(child.digest)) open.push(child.digest)
        seen.add(child.digest)
      }
      const { config, layers } = answer.manifest
      for (const blob of [...(config === undefined ? [] : [config]), ...layers]) {
        if (!foreign.test(blob.mediaType)) blobs.set(blob.digest, blob)
      }
    }
  }
  await forEach(blobs.values(), Math.min(atOnce, blobs.size), async blob => {
    const there = await registry.hasBlob(repository, blob.digest)
    if (there === 'present') return
    const what = `the blob ${blob.digest} (${blob.mediaType})`
    findings.push(there === 'absent' ? missing(name, what) : undecidable(name, `${what}: ${there.unknown}`))
  })
  return findings
}

function missing(image: string, what: string): Finding {
  return {
    rule: 'not-pullable',
    severity: 'error',
    message: `cannot be pulled: the registry has lost ${what}`,
    fix: 'push it again from where it still is, or choose another image to fall back on',
    image,
  }
}

function undecidable(image: string, what: string): Finding {
  return {
    rule: 'undecidable',
    severity: 'error',
    message: `it is not known whether it can be pulled: ${what}`,
    fix: 'check the credentials of this job: it needs to pull',
    image,
  }
}
