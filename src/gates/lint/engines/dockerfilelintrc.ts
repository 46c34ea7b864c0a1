import { didYouMean, HygieneError, type Location, nearest } from '../../../outcome/index.ts'
import { dockerfilelintRules } from './dockerfilelint-rules.ts'

/** The rules that a `.dockerfilelintrc` switches off. */
export interface DockerfilelintRc {
  readonly off: ReadonlySet<string>
}

/**
 * Reads dockerfilelint's own configuration: YAML with `rules`, each on or off. What would crash dockerfilelint, an
 * empty mapping or a value that is no text, is `bad-file` with its place; it would mean nothing to it either.
 */
export async function readDockerfilelintRc(file: string, text: string): Promise<DockerfilelintRc> {
  const { isMap, isScalar, LineCounter, parseDocument } = await import('yaml')
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true })
  const at = (offset: number | undefined): Location => {
    const { line, col } = counter.linePos(offset ?? 0)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const [error] = document.errors
  if (error !== undefined) throw wrong(error.message.split('\n')[0] ?? 'bad YAML', at(error.pos[0]))
  const root = document.contents
  const rules = isMap(root)
    ? root.items.find(({ key }) => isScalar(key) && key.value === 'rules')?.value
    : undefined
  if (!isMap(rules)) {
    throw wrong("it has no 'rules'", at(root?.range?.[0]), "rules:\n  latest_tag: 'off'")
  }
  const off = new Set<string>()
  for (const { key, value } of rules.items) {
    const name = isScalar(key) ? String(key.value) : ''
    const place = at(isScalar(key) ? key.range?.[0] : undefined)
    if (!Object.hasOwn(dockerfilelintRules, name)) {
      const meant = nearest(name, Object.keys(dockerfilelintRules))
      throw wrong(`there is no rule '${name.slice(0, 80)}'`, place, didYouMean(meant))
    }
    const said = isScalar(value) ? value.value : undefined
    if (typeof said !== 'string') {
      throw wrong(
        `the value of '${name}' is no text: dockerfilelint reads texts only`,
        place,
        `${name}: '${said === false || said === 0 ? 'off' : 'on'}'`,
      )
    }
    if (['off', 'false', '0', 'n'].includes(said.toLowerCase())) off.add(name)
  }
  return { off }
}

function wrong(what: string, location: Location, fix?: string): HygieneError {
  return new HygieneError('bad-file', `${location.file}: ${what}`, { location, fix })
}
