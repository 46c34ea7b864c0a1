import fc from 'fast-check'

/** What a meddler does to bytes: cuts a piece out and puts another in. */
export const meddled = (
  whole: Uint8Array,
  text: fc.Arbitrary<Uint8Array> = fc.uint8Array({ maxLength: 24 }),
) =>
  fc
    .tuple(fc.nat(whole.length), fc.nat(24), text)
    .map(([at, cut, piece]) => Buffer.concat([whole.subarray(0, at), piece, whole.subarray(at + cut)]))
