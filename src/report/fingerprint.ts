import type { Finding } from '../outcome/index.ts'

/**
 * A stable id per finding: the same after lines shift, different for equal findings of one file (GitLab silently
 * drops a second finding with a known fingerprint).
 */
export function fingerprints(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>()
  return findings.map(({ rule, message, location, image }) => {
    const key = [rule, location?.file ?? image ?? '', message].join('\u0000')
    const ordinal = seen.get(key) ?? 0
    seen.set(key, ordinal + 1)
    return `${fnv1a(`${key}\u0000${ordinal}`)}${fnv1a(`${ordinal}\u0000${key}`)}`
  })
}

/** @see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv-21 */
function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}
