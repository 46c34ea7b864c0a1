import { HygieneError } from '../outcome/index.ts'
import type { World } from '../system/world.ts'

/** A key as cosign names it, and what must be handed to cosign so that it can use it. */
export interface Key {
  readonly reference: string
  /** PEM of a key in a file or a variable; undefined for one that stays where it is (KMS, Kubernetes, GitLab, a URL). */
  readonly pem: string | undefined
  readonly half: 'public' | 'private' | 'unknown'
  /** The variables that cosign needs for it, and nothing else of our environment. */
  readonly env: Readonly<Record<string, string>>
}

/** Which variables a key service reads; `*` stands for any ending. */
const services: Readonly<Record<string, readonly string[]>> = {
  'awskms:': ['AWS_*'],
  'gcpkms:': ['GOOGLE_*', 'CLOUDSDK_*'],
  'azurekms:': ['AZURE_*'],
  'hashivault:': ['VAULT_*', 'TRANSIT_SECRET_ENGINE_PATH'],
  'openbao:': ['BAO_*', 'VAULT_*', 'TRANSIT_SECRET_ENGINE_PATH'],
  'k8s:': ['KUBECONFIG', 'KUBERNETES_*'],
  'gitlab:': ['GITLAB_TOKEN', 'GITLAB_HOST'],
  'https:': [],
}

/** Throws `bad-usage` or `no-file` for a key that is not there, before cosign is started. */
export async function readKey(
  reference: string,
  { env, files, log }: Pick<World, 'env' | 'files' | 'log'>,
): Promise<Key> {
  const scheme = /^([a-z][a-z0-9]*:)\/\//.exec(reference)?.[1]
  if (scheme !== undefined && scheme !== 'env:') return inService(reference, scheme, env)
  const pem = scheme === 'env:' ? fromVariable(reference, env) : await files.readText(reference, 65_536)
  const half = halfOf(pem)
  if (half === undefined) {
    throw new HygieneError('bad-usage', `the key ${reference} is neither a public key nor a key of cosign`, {
      fix: 'cosign generate-key-pair',
    })
  }
  const password = env['COSIGN_PASSWORD'] ?? ''
  if (half === 'private') log.secret(password)
  return {
    reference,
    pem,
    half,
    env: {
      ...(scheme === 'env:' ? { [reference.slice('env://'.length)]: pem } : {}),
      // Given even when it is empty: cosign would otherwise ask for it on the terminal.
      ...(half === 'private' ? { COSIGN_PASSWORD: password } : {}),
    },
  }
}

function fromVariable(reference: string, env: World['env']): string {
  const name = reference.slice('env://'.length)
  const value = env[name]
  if (value !== undefined && value.trim() !== '') return value
  throw new HygieneError(
    'bad-usage',
    `the key ${reference} is empty: there is no variable ${name || 'of no name'}`,
    {
      fix: [
        'GitHub: give the step the secret',
        '  env:',
        `    ${name || 'COSIGN_PRIVATE_KEY'}: \${{ secrets.${name || 'COSIGN_PRIVATE_KEY'} }}`,
        '    COSIGN_PASSWORD: ${{ secrets.COSIGN_PASSWORD }}',
        'GitLab: add it under Settings, CI/CD, Variables; a protected variable is only given to protected branches and tags',
      ].join('\n'),
    },
  )
}

function inService(reference: string, scheme: string, env: World['env']): Key {
  const names = services[scheme]
  if (names === undefined) {
    throw new HygieneError('bad-usage', `the key ${reference} is of no service that cosign knows`, {
      fix: `a file, env://NAME, or one of ${Object.keys(services)
        .map(one => `${one}//`)
        .join(' ')}`,
    })
  }
  const needed = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      names.some(name => (name.endsWith('*') ? entry[0].startsWith(name.slice(0, -1)) : entry[0] === name)),
  )
  return { reference, pem: undefined, half: 'unknown', env: Object.fromEntries(needed) }
}

function halfOf(pem: string): Key['half'] | undefined {
  if (/-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(pem)) return 'public'
  return /-----BEGIN (?:ENCRYPTED )?(?:SIGSTORE|COSIGN|RSA|EC)? ?PRIVATE KEY-----/.test(pem)
    ? 'private'
    : undefined
}
