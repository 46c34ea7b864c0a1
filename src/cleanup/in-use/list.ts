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
    const words = content.startsWith('{') ? [content] : content.replace(/^\d+\s+(?=\S)/, '').split(/\s+/)
    for (const word of words) {
      if (word.startsWith('{')) {
        const volumes = mentionsIn(word)
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
  return { found, impossible }
}
