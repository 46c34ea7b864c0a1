import { arch, platform } from 'node:os'
import type { Platform } from './spec.ts'

/** The machine this runs on, in Node's words. */
export function thisPlatform(): Platform {
  return { os: platform(), arch: arch() }
}
