import compare from 'semver/functions/compare.js'
import type { Version } from './version.ts'

// Apart from `version.ts`: naming a build ranks nothing, and need not load semver.

/**
 * Precedence by semver.org §11: negative, zero or positive; `undefined` where a number is too large to be ranked
 * exactly. Build metadata has no precedence, so versions that differ in it only compare as 0.
 */
export function compareVersions(a: Version, b: Version): number | undefined {
  return tooLarge.test(a) || tooLarge.test(b) ? undefined : compare(a, b)
}

/** Sixteen digits may pass 2^53. Digits of build metadata count too: rather not ranked than ranked wrongly. */
const tooLarge = /[0-9]{16}/
