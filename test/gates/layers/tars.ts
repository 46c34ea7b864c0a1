// Tars byte by byte, the broken ones too.
export interface Entry {
  readonly path: string
  readonly size?: number
  /** `0` a file, `5` a folder, `2` a link, `3` a device, `L` a long name, `x` PAX records. */
  readonly kind?: string
  readonly body?: Uint8Array
  /** The size that the header claims. */
  readonly claimed?: number | Uint8Array
  /** What a link leads to. */
  readonly link?: string
  /** Bytes put over the header before it is summed up, by where. */
  readonly over?: Readonly<Record<number, string>>
}

export function header({ path, size = 0, kind = '0', body, claimed, link = '', over = {} }: Entry): Buffer {
  const bytes = Buffer.alloc(512)
  bytes.write(path, 0, 100)
  bytes.write('0000644\0', 100)
  const length = claimed ?? body?.length ?? size
  if (typeof length === 'number') bytes.write(`${length.toString(8).padStart(11, '0')}\0`, 124)
  else bytes.set(length, 124)
  bytes.write(kind, 156)
  bytes.write(link, 157, 100)
  bytes.write('ustar\x0000', 257)
  for (const [at, text] of Object.entries(over)) bytes.write(text, Number(at), 'latin1')
  bytes.write(' '.repeat(8), 148)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return bytes
}

export const end = Buffer.alloc(1024)

export function archive(entries: readonly Entry[]): Buffer {
  return Buffer.concat([
    ...entries.flatMap(entry => {
      const body = entry.body ?? Buffer.alloc(entry.size ?? 0)
      return [header(entry), body, Buffer.alloc((512 - (body.length % 512)) % 512)]
    }),
    end,
  ])
}

export const pax = (records: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(
    Object.entries(records)
      .map(([key, value]) => {
        const rest = ` ${key}=${value}\n`
        let length = Buffer.byteLength(rest) + 1
        while (String(length).length + Buffer.byteLength(rest) !== length) length++
        return `${length}${rest}`
      })
      .join(''),
  )

/** In pieces of so many bytes. */
export async function* pieces(bytes: Uint8Array, size = bytes.length || 1): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
