// Real cosign with a key on disk and no service: no transparency log, no certificate authority.
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attempt, type Ran, run } from './run.ts'
import { tool } from './tools.ts'

/** `bundle` makes a referrer (or the fallback tag), `legacy` the tag `sha256-<hex>.sig`. */
export type SignatureFormat = 'bundle' | 'legacy'

export interface CosignKey {
  readonly folder: string
  readonly private: string
  readonly public: string
  readonly password: string
  /** A signing configuration that names no service. */
  readonly signingConfig: string
}

export async function cosignKey(password = 'lab'): Promise<CosignKey> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-cosign-'))
  const signingConfig = join(folder, 'signing-config.json')
  await run([tool('cosign'), 'generate-key-pair'], { cwd: folder, env: { COSIGN_PASSWORD: password } })
  await run([tool('cosign'), 'signing-config', 'create', '--out', signingConfig])
  return {
    folder,
    private: join(folder, 'cosign.key'),
    public: join(folder, 'cosign.pub'),
    password,
    signingConfig,
  }
}

/** @param reference `HOST/REPOSITORY@sha256:…` on a registry that speaks plain http */
export async function cosignSign(key: CosignKey, reference: string, format: SignatureFormat): Promise<Ran> {
  const flags = {
    bundle: ['--signing-config', key.signingConfig],
    legacy: ['--use-signing-config=false', '--new-bundle-format=false', '--tlog-upload=false'],
  }[format]
  const argv = [
    tool('cosign'),
    'sign',
    '--yes',
    '--key',
    key.private,
    ...flags,
    '--allow-http-registry',
    reference,
  ] as const
  return await run(argv, { env: { COSIGN_PASSWORD: key.password } })
}

/** Exit code 0 where a signature of this format by this key stands. */
export async function cosignVerify(key: CosignKey, reference: string, format: SignatureFormat): Promise<Ran> {
  const flags = format === 'legacy' ? ['--new-bundle-format=false'] : []
  const argv = [
    tool('cosign'),
    'verify',
    '--key',
    key.public,
    '--insecure-ignore-tlog=true',
    ...flags,
  ] as const
  return await attempt([...argv, '--allow-http-registry', reference])
}
