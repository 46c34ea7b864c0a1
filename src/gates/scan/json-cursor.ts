import { HygieneError } from '../../outcome/index.ts'

/**
 * Reads a JSON document of any size piece by piece: only the pieces that are asked for become values, so a report of
 * 100 MB never stands in memory as objects. What is passed over is only delimited, what is read is checked by
 * `JSON.parse`; a document that ends early or goes on after its end is `damaged`.
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
export class JsonCursor {
  readonly #bytes: Buffer
  readonly #name: string
  #at = 0

  /** @param name stands in errors */
  constructor(bytes: Uint8Array, name: string) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    this.#name = name
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3
  }

  /** Calls `read` with each key of an object; it consumes the value. A key given twice is `damaged`: readers would differ. */
  members(read: (key: string) => void): void {
    const seen = new Set<string>()
    this.#list(openBrace, closeBrace, () => {
      const key = this.value()
      if (typeof key !== 'string') this.#fail('has a key that is no string')
      if (seen.has(key)) this.#fail(`has the key '${key.slice(0, 40)}' twice`)
      seen.add(key)
      this.#expect(colon)
      read(key)
    })
  }

  /** Calls `read` before each item of an array; it consumes the item. `null` is an empty array, as Go writes it. */
  items(read: () => void): void {
    if (this.#peek() === letterN) {
      this.value()
      return
    }
    this.#list(openBracket, closeBracket, read)
  }

  value(): unknown {
    this.#peek()
    const start = this.#at
    this.skip()
    try {
      return JSON.parse(this.#bytes.toString('utf8', start, this.#at))
    } catch (cause) {
      return this.#fail('is no JSON', start, cause)
    }
  }

  skip(): void {
    const first = this.#peek()
    if (first === quote) this.#skipString()
    else if (first === openBrace || first === openBracket) this.#skipNested()
    else this.#skipWord()
  }

  end(): void {
    if (this.#peek() !== undefined) this.#fail('goes on after its end')
  }

  #list(open: number, close: number, read: () => void): void {
    this.#expect(open)
    if (this.#peek() === close) {
      this.#at++
      return
    }
    for (;;) {
      read()
      const next = this.#peek()
      this.#at++
      if (next === close) return
      if (next !== comma) this.#fail('is no JSON', this.#at - 1)
    }
  }

  #peek(): number | undefined {
    let next = this.#bytes[this.#at]
    while (next === 0x20 || next === 0x0a || next === 0x0d || next === 0x09) next = this.#bytes[++this.#at]
    return next
  }

  #expect(byte: number): void {
    if (this.#peek() !== byte) this.#fail('is no JSON')
    this.#at++
  }

  #skipString(): void {
    const bytes = this.#bytes
    const near = Math.min(this.#at + shortString, bytes.length)
    let at = this.#at + 1
    for (; at < near; at++) {
      const byte = bytes[at]
      if (byte === quote) break
      if (byte === backslash) at++
    }
    // A description of a page is searched at once, which takes a call, and a name by hand.
    if (at >= near) at = this.#closing(at)
    if (at >= bytes.length) this.#fail('ends too early')
    this.#at = at + 1
  }

  /** The quote that ends a string, from a byte that is not escaped on; the length of all where there is none. */
  #closing(from: number): number {
    const bytes = this.#bytes
    for (let at = bytes.indexOf(quote, from); at >= 0; at = bytes.indexOf(quote, at + 1)) {
      let escapes = 0
      while (at - escapes > from && bytes[at - escapes - 1] === backslash) escapes++
      if (escapes % 2 === 0) return at
    }
    return bytes.length
  }

  #skipNested(): void {
    const bytes = this.#bytes
    let depth = 0
    while (this.#at < bytes.length) {
      const byte = bytes[this.#at] as number
      if (byte === quote) {
        this.#skipString()
        continue
      }
      this.#at++
      if (byte === openBrace || byte === openBracket) depth++
      else if ((byte === closeBrace || byte === closeBracket) && --depth === 0) return
    }
    this.#fail('ends too early')
  }

  #skipWord(): void {
    const start = this.#at
    const bytes = this.#bytes
    while (this.#at < bytes.length && isWord(bytes[this.#at] as number)) this.#at++
    if (this.#at === start) this.#fail(start >= bytes.length ? 'ends too early' : 'is no JSON')
  }

  #fail(what: string, at: number = this.#at, cause?: unknown): never {
    throw new HygieneError('damaged', `${this.#name} ${what} (byte ${at} of ${this.#bytes.length})`, {
      fix: 'make the report again',
      cause,
    })
  }
}

/** Bytes of a string that are looked at one by one. */
const shortString = 48

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a
const openBrace = 0x7b
const closeBrace = 0x7d
const openBracket = 0x5b
const closeBracket = 0x5d
const letterN = 0x6e

/** Letters, digits and signs of numbers: what `true`, `null` and `-1.5e+3` are made of. */
function isWord(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte === 0x2d ||
    byte === 0x2b ||
    byte === 0x2e ||
    byte === 0x45
  )
}
