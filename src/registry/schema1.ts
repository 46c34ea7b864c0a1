/**
 * The bytes that the digest of a signed schema 1 manifest is made of: the document without its signatures. Undefined
 * for anything else. Such images are long out of use, but a registry that still has one must not be held for it.
 * @see https://distribution.github.io/distribution/spec/deprecated-schema-v1/
 */
export function signedPayload(bytes: Uint8Array, contentType: string): Uint8Array | undefined {
  if (!contentType.startsWith('application/vnd.docker.distribution.manifest.v1')) return undefined
  try {
    const { signatures } = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
      signatures: { protected: string }[]
    }
    const { formatLength, formatTail } = JSON.parse(
      Buffer.from(signatures[0]?.protected ?? '', 'base64url').toString('utf8'),
    ) as { formatLength: number; formatTail: string }
    if (!Number.isSafeInteger(formatLength) || formatLength < 0 || formatLength > bytes.length)
      return undefined
    return Buffer.concat([bytes.subarray(0, formatLength), Buffer.from(formatTail, 'base64url')])
  } catch {
    return undefined
  }
}
