/** One offer of a 401 answer: how to prove who one is. */
export interface Challenge {
  /** Lower case: `bearer`, `basic`, `negotiate` … */
  readonly scheme: string
  /** Lower-case names; of a name given twice the first counts. */
  readonly parameters: ReadonlyMap<string, string>
}

const longest = 8192

/**
 * Reads a WWW-Authenticate header, in which several challenges and their parameters are parted by the same comma.
 * What does not fit the grammar ends the reading; what was read before stands.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1
 */
export function parseChallenges(header: string): readonly Challenge[] {
  const text = header.slice(0, longest)
  const challenges: { scheme: string; parameters: Map<string, string> }[] = []
  let at = 0

  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? ''
    at += found.length
    return found
  }

  while (at < text.length) {
    skip(separators)
    const word = skip(token)
    if (word === '') break
    const beforeSpace = at
    const spaces = skip(blank)
    if (text[at] === '=' && challenges.length > 0) {
      at += 1
      skip(blank)
      const quoted = text[at] === '"'
      const value = quoted ? unquote(skip(quotedString)) : skip(bareValue)
      if (quoted && value === undefined) break
      const { parameters } = challenges[challenges.length - 1] ?? { parameters: new Map() }
      const name = word.toLowerCase()
      if (!parameters.has(name)) parameters.set(name, value ?? '')
      continue
    }
    if (spaces === '' && at < text.length && text[at] !== ',') break
    at = beforeSpace
    challenges.push({ scheme: word.toLowerCase(), parameters: new Map() })
    skip(blank)
    skip(token68)
  }
  return challenges
}

const separators = /[\t ,]*/y
const blank = /[\t ]*/y
const token = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y
const quotedString = /"(?:[^"\\]|\\.)*"/y
/** Some servers leave out the quotes, also around URLs. */
const bareValue = /[^\t ,"]*/y
/** Negotiate's and NTLM's way: a bare base64 text instead of parameters; only if a comma or the end follows. */
const token68 = /[A-Za-z0-9._~+/-]+=*(?=[\t ]*(?:,|$))/y

function unquote(text: string): string | undefined {
  return text === '' ? undefined : text.slice(1, -1).replace(/\\(.)/g, '$1')
}
