import { trivy } from '../gates/scan/trivy.ts'
import { thisPlatform } from '../system/tools/platform.ts'
import { provideAhead } from '../system/tools/provide.ts'
import type { Tool } from '../system/tools/spec.ts'
import type { World } from '../system/world.ts'
import type { ScannerCall } from './scan-runs.ts'

/** Trivy, found or installed; begun before the policy is read, unless somebody else's run has made the report. */
export function findTrivy(
  call: ScannerCall & { readonly report: string | undefined; readonly printPolicy: boolean },
  world: World,
): () => Promise<Tool> {
  const wish = {
    path: call.trivyPath,
    version: call.trivyVersion,
    sha256: call.trivySha256,
    mirror: call.trivyMirror,
  }
  return provideAhead(trivy, wish, world, thisPlatform(), call.report === undefined && !call.printPolicy)
}
