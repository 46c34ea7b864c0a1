/** What the comments at the very top tell the parser: `# syntax=…`, `# escape=…`, `# check=…`. */
export interface Directives {
  readonly escapeChar: '\\' | '`'
  readonly syntax?: string
  readonly check?: string
  readonly faults: readonly { readonly line: number; readonly message: string }[]
}

const directive = /^#[ \t]*([A-Za-z][A-Za-z0-9]*)[ \t]*=[ \t]*(\S(?:.*\S)?)[ \t]*$/

/**
 * Directives end at the first line that is none: a blank line, an ordinary comment, an instruction.
 * @see https://docs.docker.com/reference/dockerfile/#parser-directives
 */
export function readDirectives(lines: readonly string[]): Directives {
  const found = new Map<string, string>()
  const faults: { line: number; message: string }[] = []
  for (const [index, line] of lines.entries()) {
    const [, name, value] = line.length > 4096 ? [] : (directive.exec(line.trimStart()) ?? [])
    const key = name?.toLowerCase()
    if (value === undefined || (key !== 'escape' && key !== 'syntax' && key !== 'check')) break
    if (found.has(key)) faults.push({ line: index + 1, message: `the directive ${key} stands here twice` })
    if (key === 'escape' && value !== '\\' && value !== '`') {
      faults.push({ line: index + 1, message: 'the escape character must be \\ or `' })
    }
    found.set(key, value)
  }
  const syntax = found.get('syntax')
  const check = found.get('check')
  return {
    escapeChar: found.get('escape') === '`' ? '`' : '\\',
    ...(syntax === undefined ? {} : { syntax }),
    ...(check === undefined ? {} : { check }),
    faults,
  }
}
