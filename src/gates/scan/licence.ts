/**
 * Whether a list of refused licences refuses what a package is under. Of alternatives (`OR`) one that is not refused is
 * enough; of what holds together (`AND`) one refused is too many; an exception (`WITH`) does not change whose licence it
 * is. An id without its ending stands for all of its kinds: `AGPL-3.0` for `AGPL-3.0-only` and
 * `AGPL-3.0-or-later`.
 * @see https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/
 */
export function refusesLicence(refused: readonly string[], licence: string): boolean {
  if (refused.length === 0) return false
  const names = new Set(refused.map(canonical))
  const isRefused = (name: string) => {
    const id = canonical(name)
    const bare = id.replace(/-(?:only|or-later)$/, '')
    return names.has(id) || names.has(bare) || (bare === id && names.has(`${id}-only`))
  }
  if (isRefused(licence)) return true
  const words = wordsOf(licence)
  const verdict = words.length > most ? undefined : readExpression(words, isRefused)
  // What is no expression is refused if any of its words is: better a question than a licence that slipped through.
  return verdict ?? words.some(isRefused)
}

/** Longer than any expression a person wrote; brackets nest no deeper. */
const most = 400

/** Older spellings in the words of SPDX 3: `GPL-2.0+` is `GPL-2.0-or-later`. */
function canonical(name: string): string {
  return name.trim().replace(/\s+/g, ' ').replace(/\+$/, '-or-later').toLowerCase()
}

/** Brackets, operators, and between them names, which may have blanks in them where they are no ids. */
function wordsOf(licence: string): readonly string[] {
  return licence.split(/([()]|(?<=[\s)])(?:AND|OR|WITH)(?=[\s(]))/).flatMap(part => part.trim() || [])
}

/** Undefined for what is no expression. */
function readExpression(words: readonly string[], isRefused: (name: string) => boolean): boolean | undefined {
  let at = 0
  const verdict = alternatives()
  return at === words.length ? verdict : undefined

  function alternatives(): boolean | undefined {
    return joined('OR', together, (left, right) => left && right)
  }

  function together(): boolean | undefined {
    return joined('AND', one, (left, right) => left || right)
  }

  function joined(
    operator: string,
    read: () => boolean | undefined,
    join: (left: boolean, right: boolean) => boolean,
  ): boolean | undefined {
    let verdict = read()
    while (verdict !== undefined && words[at] === operator) {
      at++
      const next = read()
      verdict = next === undefined ? undefined : join(verdict, next)
    }
    return verdict
  }

  function one(): boolean | undefined {
    const word = words[at++]
    if (word === '(') {
      const inner = alternatives()
      return words[at++] === ')' ? inner : undefined
    }
    if (word === undefined || /^(?:\)|AND|OR|WITH)$/.test(word)) return undefined
    if (words[at] !== 'WITH') return isRefused(word)
    const exception = words[at + 1] ?? ''
    at += 2
    return isRefused(word) || isRefused(`${word} WITH ${exception}`)
  }
}
