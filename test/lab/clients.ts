// Other people's clients, for assertions that must not lean on ours.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ran, run } from './run.ts'
import { tool } from './tools.ts'

/** Runs crane against a registry that speaks plain http. */
export const crane = (...args: readonly string[]): Promise<Ran> => run([tool('crane'), ...args, '--insecure'])

/** Pulls everything that a reference reaches, every platform of it, and throws when a byte is missing or wrong. */
export async function pullWhole(reference: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-pull-'))
  try {
    const flags = [
      '--insecure-policy',
      'copy',
      '--all',
      '--preserve-digests',
      '--src-tls-verify=false',
      '--quiet',
    ]
    await run([tool('skopeo'), ...flags, `docker://${reference}`, `oci:${folder}:pulled`])
    JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The labels of an image's config, as skopeo reads them. */
export async function labelsOf(reference: string): Promise<Readonly<Record<string, string>>> {
  const flags = ['--insecure-policy', 'inspect', '--tls-verify=false', '--config'] as const
  const { stdout } = await run([tool('skopeo'), ...flags, `docker://${reference}`])
  return (JSON.parse(stdout) as { config?: { Labels?: Record<string, string> } }).config?.Labels ?? {}
}
