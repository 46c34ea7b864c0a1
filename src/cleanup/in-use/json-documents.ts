/**
 * The JSON values of a text that holds one after another, in lines (`docker ps --format json`) or pretty-printed
 * (`kubectl` called for several clusters). Undefined if any part of it is no JSON.
 */
export function jsonDocuments(text: string): readonly unknown[] | undefined {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  const whole = parse(trimmed)
  if (whole !== undefined) return [whole.value]
  const documents: unknown[] = []
  let start = 0
  while (start < trimmed.length) {
    const end = endOfValue(trimmed, start)
    const value = end === undefined ? undefined : parse(trimmed.slice(start, end))
    if (end === undefined || value === undefined) return undefined
    documents.push(value.value)
    start = end
    while (/\s/.test(trimmed.charAt(start))) start += 1
  }
  return documents
}

/** Where the object or array that starts here ends. */
export function endOfValue(text: string, start: number): number | undefined {
  let depth = 0
  let quoted = false
  for (let at = start; at < text.length; at += 1) {
    const character = text[at]
    if (quoted) {
      if (character === '\\') at += 1
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') {
      depth -= 1
      if (depth === 0) return at + 1
      if (depth < 0) return undefined
    } else if (depth === 0) return undefined
  }
  return undefined
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}
