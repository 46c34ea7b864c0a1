import { endOfValue, jsonDocuments } from './json-documents.ts'
import { type Mention, mentionsIn, readMention } from './mention.ts'

/** What a list of references holds, one per blank-separated word; `line` counts from 1. */
export interface ListReading {
  readonly found: readonly { readonly mention: Mention; readonly line: number }[]
  /** Names that no runtime accepts (upper case): a pod that never started. Worth a word, not a refusal. */
  readonly impossible: readonly { readonly text: string; readonly line: number }[]
}

export interface ListFault {
  readonly line: number
  readonly text: string
}

/**
 * Reads references as people collect them: one a line, `#` comments, the output of `sort | uniq -c`, and that of
 * `kubectl get pods -A -o jsonpath='{..image}'`, where an image volume prints as a piece of JSON. Anything else means
 * that this is another kind of file (a table of `docker ps`), and a file misread is an image lost: it is refused by line.
 */
export function readList(text: string): ListReading | ListFault {
  const found: { mention: Mention; line: number }[] = []
  const impossible: { text: string; line: number }[] = []
  let named = false
  for (const [index, row] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const line = index + 1
    const content = row
      .trim()
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
    if (content === '') continue
    const words = wordsOf(content.replace(/^\d+\s+(?=\S)/, ''))
    for (const word of words) {
      if (!isScalar(word)) named = true
      if (word.startsWith('{')) {
        // A piece that is cut off is a document that is cut off, and what it lost nobody knows.
        const volumes = jsonDocuments(word) === undefined ? [] : mentionsIn(word)
        if (volumes.length === 0) return { line, text: word }
        found.push(...volumes.map(mention => ({ mention, line })))
        continue
      }
      const mention = readMention(word)
      if (mention === 'no-image') continue
      if (typeof mention === 'object') found.push({ mention, line })
      else if (mention === 'impossible' && words.length === 1) impossible.push({ text: word, line })
      else return { line, text: word }
    }
  }
  return named || found.length === 0 ? { found, impossible } : { line: 1, text: text.trim().slice(0, 120) }
}

/** What stands between blanks; a piece of JSON is one word to its end, or to the end of the line if it has none. */
function wordsOf(content: string): readonly string[] {
  const words: string[] = []
  for (let at = 0; at < content.length; ) {
    const blank = content.slice(at).search(/\s/)
    const next = blank < 0 ? content.length : at + blank
    const end = content[at] === '{' ? (endOfValue(content, at) ?? content.length) : next
    if (end > at) words.push(content.slice(at, end))
    at = Math.max(end, at + 1)
  }
  return words
}

/** What `jq` prints where there is nothing: a name by its letters, and no list if all of them are. */
function isScalar(word: string): boolean {
  return word === 'null' || word === 'true' || word === 'false' || /^-?[\d.]+$/.test(word)
}
