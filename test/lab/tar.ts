// A ustar archive of a few files (POSIX.1-1988 headers): what an image layer is made of.
export interface TarEntry {
  /** Relative, at most 100 bytes. */
  readonly path: string
  readonly content: string | Uint8Array
  /** 0o644 unless said otherwise. */
  readonly mode?: number
}

const block = 512

/** Times and owners are zero, so that equal files are equal bytes. */
export function tar(entries: readonly TarEntry[]): Buffer {
  const parts = entries.flatMap(({ path, content, mode = 0o644 }) => {
    const body = Buffer.from(content)
    const padding = Buffer.alloc((block - (body.length % block)) % block)
    return [header(path, body.length, mode), body, padding]
  })
  return Buffer.concat([...parts, Buffer.alloc(2 * block)])
}

function header(path: string, size: number, mode: number): Buffer {
  if (Buffer.byteLength(path) > 100) throw new Error(`${path} is too long for a ustar header`)
  const header = Buffer.alloc(block)
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`
  header.write(path, 0)
  header.write(octal(mode, 8), 100)
  header.write(octal(0, 8), 108) // uid
  header.write(octal(0, 8), 116) // gid
  header.write(octal(size, 12), 124)
  header.write(octal(0, 12), 136) // mtime
  header.write(' '.repeat(8), 148) // the checksum counts its own field as blanks
  header.write('0', 156) // a regular file
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}
