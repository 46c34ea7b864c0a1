import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const src = join(root, 'src')

/** Which rooms a room may import from, besides itself. `types` are arrows for types only: they vanish in the emit. */
const arrows: Readonly<Record<string, { values: readonly string[]; types?: readonly string[] }>> = {
  outcome: { values: [] },
  image: { values: ['outcome'] },
  policy: { values: ['outcome', 'image'] },
  report: { values: ['outcome', 'image', 'policy'] },
  system: { values: ['outcome', 'report'], types: ['image'] },
  registry: { values: ['outcome', 'image', 'policy', 'report'], types: ['system'] },
  forge: { values: ['outcome', 'image', 'policy', 'report'], types: ['system'] },
  build: { values: ['outcome', 'image', 'policy', 'report'] },
  gates: { values: ['outcome', 'image', 'policy', 'report', 'registry'], types: ['system'] },
  signing: { values: ['outcome', 'image', 'policy', 'report', 'registry'], types: ['system'] },
  cleanup: { values: ['outcome', 'image', 'policy', 'report', 'registry', 'forge'], types: ['system'] },
  catalog: { values: ['outcome', 'image', 'policy', 'report', 'registry'], types: ['system'] },
  demo: { values: ['outcome', 'image'], types: ['system'] },
  steps: {
    values:
      'outcome image policy report system registry forge build gates signing cleanup catalog demo .'.split(
        ' ',
      ),
  },
  hosts: { values: ['outcome', 'report', 'steps', 'system', '.'] },
}

const pure = ['outcome', 'image', 'policy', 'report', 'build']
const files = filesBelow(src)

describe('the rooms', () => {
  test('arrows run one way', () => {
    const wrong = files.flatMap(file => {
      const room = roomOf(file)
      const allowed = arrows[room]
      if (room === '.') return []
      if (allowed === undefined) return [`${file}: the room ${room} has no row in this test`]
      return importsOf(file)
        .filter(({ target }) => target.startsWith('.'))
        .map(found => ({ ...found, other: roomOf(resolve(dirname(file), found.target)) }))
        .filter(({ other, typeOnly }) => {
          const legal = other === room || allowed.values.includes(other)
          return !legal && !(typeOnly && allowed.types?.includes(other))
        })
        .map(({ target }) => `${relative(root, file)} imports ${target}`)
    })
    expect(wrong).toEqual([])
  })

  test('pure rooms touch nothing', () => {
    const effects =
      /\b(?:process\.\w+|Date\.now\(\)|new Date\(\)|Math\.random\(\)|performance\.now|console\.\w+|fetch\()/g
    const wrong = files
      .filter(file => pure.includes(roomOf(file)))
      .flatMap(file => {
        const outside = importsOf(file).map(({ target }) => target)
        const found = [
          ...outside.filter(target => /^(?:node:|@actions\/|undici(?:$|\/))/.test(target)),
          ...(withoutComments(readFileSync(file, 'utf8')).match(effects) ?? []),
        ]
        return found.map(what => `${relative(root, file)}: ${what}`)
      })
    expect(wrong).toEqual([])
  })

  test('only system touches processes, network and files; the demo has its own server', () => {
    const effects =
      /^(?:node:(?:fs|fs\/promises|child_process|https?|net|tls|dns|worker_threads)|undici(?:\/.*)?)$/
    const wrong = files
      .filter(file => !['system', 'demo'].includes(roomOf(file)) && !file.endsWith('.worker.ts'))
      .flatMap(file =>
        importsOf(file)
          .filter(({ target }) => effects.test(target))
          .map(({ target }) => `${relative(root, file)} imports ${target}`),
      )
    expect(wrong).toEqual([])
  })

  test('@actions/* only in hosts/github and system', () => {
    const wrong = files
      .filter(file => roomOf(file) !== 'system' && !relative(src, file).startsWith('hosts/github/'))
      .filter(file => importsOf(file).some(({ target }) => target.startsWith('@actions/')))
    expect(wrong).toEqual([])
  })

  test('no shell and no eval', () => {
    const wrong = files.filter(file =>
      /\b(?:shell: true|execSync|eval\(|new Function\()/.test(withoutComments(readFileSync(file, 'utf8'))),
    )
    expect(wrong.map(file => relative(root, file))).toEqual([])
  })

  test('no file grows past 250 lines', () => {
    const long = files
      .map(file => ({ file: relative(root, file), lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 250)
    expect(long).toEqual([])
  })
})

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted()
}

function roomOf(path: string): string {
  const [first = '.', ...rest] = relative(src, path).split('/')
  return rest.length === 0 ? '.' : first
}

function importsOf(file: string): readonly { target: string; typeOnly: boolean }[] {
  const text = withoutComments(readFileSync(file, 'utf8'))
  const pattern =
    /\b(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g
  return [...text.matchAll(pattern)].map(([, type, from, dynamic]) => ({
    target: from ?? dynamic ?? '',
    typeOnly: type !== undefined,
  }))
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
}
