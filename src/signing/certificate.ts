import type { KeyObject } from 'node:crypto'
import { nodeCrypto } from '../registry/hash.ts'

/** Whom a certificate names, as Fulcio writes it. */
export interface Named {
  readonly identities: readonly string[]
  readonly issuer: string | undefined
  readonly key: KeyObject
}

export function readCertificate(bytes: Uint8Array | string): Named | undefined {
  try {
    const certificate = new (nodeCrypto().X509Certificate)(bytes)
    return {
      identities: namesOf(certificate.subjectAltName ?? ''),
      issuer: issuerOf(certificate.raw),
      // Read here: of a key on a curve that nobody knows, Node learns only when it is asked for.
      key: certificate.publicKey,
    }
  } catch {
    return undefined
  }
}

/** `URI:https://…, email:a@b`; a name with a comma or a quote is printed as JSON text by Node. */
function namesOf(text: string): readonly string[] {
  const names: string[] = []
  for (const [, quoted, plain] of text.matchAll(/[A-Za-z ]+:(?:"((?:[^"\\]|\\.)*)"|([^,"]*))(?:, |$)/g)) {
    names.push(quoted === undefined ? (plain ?? '') : (JSON.parse(`"${quoted}"`) as string))
  }
  return names
}

// 1.3.6.1.4.1.57264.1.8, an UTF8String in the extension; and 1.3.6.1.4.1.57264.1.1, bare text, its older form.
// @see https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md
const fulcio = '060a2b0601040183bf3001'

function issuerOf(der: Uint8Array): string | undefined {
  return extension(der, '08') ?? extension(der, '01')
}

function extension(der: Uint8Array, last: '01' | '08'): string | undefined {
  const bytes = Buffer.from(der)
  const oid = Buffer.from(fulcio + last, 'hex')
  const found = bytes.indexOf(oid)
  if (found < 0) return undefined
  const inOctets = content(bytes, found + oid.length, 0x04)
  if (inOctets === undefined) return undefined
  const text = last === '08' ? content(inOctets, 0, 0x0c) : inOctets
  return text?.toString('utf8')
}

/** The content of a DER value of one tag; lengths up to 65,535. */
function content(bytes: Buffer, at: number, tag: number): Buffer | undefined {
  if (bytes[at] !== tag) return undefined
  const first = bytes[at + 1] ?? 0xff
  const [length, start] =
    first < 0x80
      ? [first, at + 2]
      : first === 0x81
        ? [bytes[at + 2] ?? 0, at + 3]
        : first === 0x82
          ? [((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0), at + 4]
          : [0, bytes.length]
  return start + length <= bytes.length && length > 0 ? bytes.subarray(start, start + length) : undefined
}
