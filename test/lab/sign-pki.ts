// A certificate authority of our own that names an identity and an issuer as Fulcio does: keyless without its servers.
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.ts'
import { tool } from './tools.ts'

export interface Authority {
  readonly folder: string
  readonly identity: string
  readonly issuer: string
  /** A trusted root that holds the authority, and no log. */
  readonly trustedRoot: string
  /** Signs a reference on plain http as this identity, in the legacy format or as a bundle with the chain. */
  sign(reference: string, format: 'bundle' | 'legacy'): Promise<void>
}

const password = { COSIGN_PASSWORD: 'lab' }

export async function authority(
  identity = 'https://ci.example/acme/app/release.yml@refs/heads/main',
  issuer = 'https://issuer.example',
): Promise<Authority> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-pki-'))
  const cwd = { cwd: folder }
  const openssl = (...args: string[]) => run(['openssl', ...args], cwd)
  await writeFile(
    join(folder, 'extensions'),
    [
      'keyUsage=critical,digitalSignature',
      'extendedKeyUsage=codeSigning',
      `subjectAltName=critical,URI:${identity}`,
      `1.3.6.1.4.1.57264.1.8=ASN1:UTF8String:${issuer}`,
      `1.3.6.1.4.1.57264.1.1=DER:${Buffer.from(issuer).toString('hex')}`,
    ].join('\n'),
  )
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  await openssl(
    'req',
    '-x509',
    ...curve,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '3',
    '-subj',
    '/O=lab/CN=ca',
  )
  await openssl('req', '-new', ...curve, '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', '/')
  const issue = [
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-days',
    '2',
    '-extfile',
    'extensions',
  ]
  await openssl('x509', '-req', '-in', 'leaf.csr', ...issue, '-out', 'leaf.pem')
  const cosign = (...args: string[]) => run([tool('cosign'), ...args], { ...cwd, env: password })
  await cosign('import-key-pair', '--key', 'leaf.key', '--output-key-prefix', 'leaf-cosign')
  const chain = 'url=https://fulcio.example,certificate-chain=ca.pem'
  await cosign('trusted-root', 'create', '--fulcio', chain, '--out', 'root.json')
  await cosign('signing-config', 'create', '--out', 'none.json')
  const flags = {
    bundle: ['--signing-config', 'none.json', '--trusted-root', 'root.json'],
    legacy: ['--use-signing-config=false', '--new-bundle-format=false', '--tlog-upload=false'],
  }
  return {
    folder,
    identity,
    issuer,
    trustedRoot: join(folder, 'root.json'),
    async sign(reference, format) {
      const who = ['--key', 'leaf-cosign.key', '--certificate', 'leaf.pem', '--certificate-chain', 'ca.pem']
      await cosign('sign', '--yes', ...who, ...flags[format], '--allow-http-registry', reference)
    },
  }
}
