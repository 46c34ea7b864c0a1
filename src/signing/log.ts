import { HygieneError } from '../outcome/index.ts'
import type { Files } from '../system/world.ts'
import type { Log, TrustedRoot } from './arguments.ts'

/** `sign.log` of the policy; a signing configuration is read for the services that it names. */
export async function readLog(text: string, files: Files): Promise<Log> {
  if (text === 'none' || text === 'public') return { kind: text }
  const config = parse(await files.readText(text), 'signingconfig')
  if (config === undefined) {
    throw new HygieneError('bad-file', `${text} is no signing configuration`, {
      fix: 'cosign signing-config create --out signing-config.json --rekor … --tsa …',
    })
  }
  return {
    kind: 'config',
    path: text,
    transparency: named(config['rekorTlogUrls']),
    timestamps: named(config['tsaUrls']),
  }
}

/** A trusted root, read for whether it names logs of certificates. */
export async function readTrustedRoot(path: string, files: Files): Promise<TrustedRoot> {
  const root = parse(await files.readText(path), 'trustedroot')
  if (root !== undefined) return { path, certificateLogs: named(root['ctlogs']) }
  throw new HygieneError('bad-file', `${path} is no trusted root`, {
    fix: 'cosign trusted-root create --out trusted-root.json --fulcio … --rekor …',
  })
}

/** @see https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_trustroot.proto */
function parse(text: string, kind: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined
    const type = (body as { mediaType?: unknown }).mediaType
    return typeof type === 'string' && type.includes(kind) ? (body as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function named(services: unknown): boolean {
  return Array.isArray(services) && services.length > 0
}
