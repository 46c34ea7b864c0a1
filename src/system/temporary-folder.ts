import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const folders: string[] = []

/**
 * A new folder that only this user may read, gone when we end. A cancelled job ends by a signal, without an 'exit', and
 * what lies there may be the login of a registry.
 */
export async function temporaryFolder(): Promise<string> {
  if (folders.length === 0) for (const event of ['exit', ...signals]) process.once(event, () => clear(event))
  const folder = await mkdtemp(join(tmpdir(), 'image-hygiene-'))
  folders.push(folder)
  return folder
}

function clear(event: string): void {
  for (const folder of folders.splice(0)) {
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // A child that is ending as well still wrote there.
    }
  }
  // Ends us as the signal would have; whoever else listens to it does the same.
  if (signals.includes(event)) process.kill(process.pid, event)
}
