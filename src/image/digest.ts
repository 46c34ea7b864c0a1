declare const digestBrand: unique symbol

/** `sha256:` and 64 lower-case hex digits, or sha512 and 128: the registered algorithms of the OCI image spec. */
export type Digest = string & { readonly [digestBrand]: never }

const registered = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/

/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests */
export function isDigest(text: string): text is Digest {
  return registered.test(text)
}

/** Every registered digest that occurs in a text, each once: what a manifest of unknown type may need. */
export function digestsIn(text: string): readonly Digest[] {
  const found = text.match(/\b(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})\b/g) ?? []
  return [...new Set(found)] as unknown as readonly Digest[]
}
