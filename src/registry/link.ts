/**
 * The target of `rel=next` in a Link header, as written; undefined if there is none. Quotes around `next` are optional,
 * and parameters of other names are passed over.
 * @see https://www.rfc-editor.org/rfc/rfc8288#section-3
 */
export function nextLink(header: string): string | undefined {
  let at = 0
  while (at < header.length) {
    const open = header.indexOf('<', at)
    const close = open < 0 ? -1 : header.indexOf('>', open)
    if (close < 0) return undefined
    const following = header.indexOf('<', close)
    const end = following < 0 ? header.length : following
    if (
      /;[\t ]*rel[\t ]*=[\t ]*(?:"(?:[^"]* )?next(?: [^"]*)?"|next(?=[\t ,;]|$))/i.test(
        header.slice(close, end),
      )
    ) {
      return header.slice(open + 1, close)
    }
    at = end
  }
  return undefined
}

/**
 * The path and query that a Link leads to, if it stays at the same listing of the same origin. Anything else would send
 * our token to somebody else, or mix the tags of two repositories.
 */
export function nextPage(
  link: string,
  current: URL,
): { readonly path: string } | { readonly refused: string } {
  let target: URL
  try {
    target = new URL(link, current)
  } catch {
    return { refused: `its Link '${link.slice(0, 200)}' is no address` }
  }
  if (target.origin !== current.origin) return { refused: `its Link leads to ${target.origin}` }
  if (target.pathname !== current.pathname) return { refused: `its Link leads to ${target.pathname}` }
  return { path: `${target.pathname}${target.search}` }
}
