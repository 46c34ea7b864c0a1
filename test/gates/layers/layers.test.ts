import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { follow } from '../../../src/gates/layers/followed.ts'
import {
  efficiencyFindings,
  leftoverFindings,
  parseDiveRules,
  readLayers,
  type TarEntry,
} from '../../../src/gates/layers/index.ts'

const file = (path: string, size = 10): TarEntry => ({ path, type: 'file', size, start: 512, escapes: false })

function reading(layers: readonly (readonly TarEntry[])[], efficiency = false) {
  const reader = readLayers({ efficiency })
  for (const entries of layers) {
    const visit = reader.layer()
    for (const entry of entries) visit(entry)
  }
  return reader
}

describe('what a layer should not hold', () => {
  test.each([
    ['root/.netrc', 'layer-credentials'],
    ['home/node/.npmrc', 'layer-credentials'],
    ['app/.npmrc', 'layer-credentials'],
    ['root/.docker/config.json', 'layer-credentials'],
    ['root/.ssh/id_ed25519', 'layer-credentials'],
    ['root/.gnupg/private-keys-v1.d/A.key', 'layer-credentials'],
    ['root/.aws/credentials', 'layer-credentials'],
    ['root/.bash_history', 'layer-history'],
    ['app/.git/objects/ab/cd', 'layer-history'],
    ['root/.cache/go-build/00/aa-d', 'layer-cache'],
    ['root/.cache/pip/http/x', 'layer-cache'],
    ['root/.npm/_cacache/index-v5/x', 'layer-cache'],
    ['go/pkg/mod/cache/download/x', 'layer-cache'],
    ['var/lib/apt/lists/mirror.example.com_dists_x', 'layer-cache'],
    ['var/cache/apt/archives/curl.deb', 'layer-cache'],
    ['var/cache/apk/APKINDEX.1.tar.gz', 'layer-cache'],
    ['var/lib/apt/lists/lock', undefined],
    ['var/lib/apt/lists/partial', undefined],
    ['root/.ssh/id_ed25519.pub', undefined],
    ['root/.ssh/known_hosts', undefined],
    ['usr/lib/node_modules/npm/.npmrc', undefined],
    ['usr/share/doc/netrc', undefined],
    ['app/.gitignore', undefined],
    ['app/.github/workflows/x.yml', undefined],
    ['etc/passwd', undefined],
  ])('%s: %s', (path, rule) => {
    const found = reading([[file(path)]]).leftovers()
    expect(found.map(({ kind }) => kind.rule)).toEqual(rule === undefined ? [] : [rule])
  })

  test('empty files and folders are nothing', () => {
    expect(
      reading([[file('root/.netrc', 0), { ...file('root/.cache/x'), type: 'folder' }]]).leftovers(),
    ).toEqual([])
  })

  test('files of one place are told once, with their bytes', () => {
    const found = reading([
      [file('root/.cache/a/b', 5), file('root/.cache/c', 7), file('home/me/.cache/d', 1)],
    ]).leftovers()
    expect(found.map(({ place, files, bytes }) => [place, files, bytes])).toEqual([
      ['root/.cache', 2, 12],
      ['home/me/.cache', 1, 1],
    ])
  })

  test.each([
    ['by a whiteout of the file', [file('root/.wh..netrc', 0)], 1],
    ['by a whiteout of its folder', [file('.wh.root', 0)], 1],
    ['by an opaque folder', [file('root/.wh..wh..opq', 0)], 1],
    ['by a file in its place', [file('root/.netrc', 3)], 1],
    ['not by a whiteout of something else', [file('root/.wh..netrc2', 0)], undefined],
    ['not by a whiteout of a folder whose name only begins so', [file('.wh.roo', 0)], undefined],
  ])('a later layer deletes it, %s, and it is still told', (_, later, deletedIn) => {
    const [first] = reading([[file('root/.netrc')], later]).leftovers()
    expect([first?.kind.rule, first?.layer, first?.deletedIn]).toEqual(['layer-credentials', 0, deletedIn])
  })

  test('apt lists deleted one by one are deleted once the last is', () => {
    const lists = ['a', 'b'].map(name => `var/lib/apt/lists/${name}`)
    const first = lists.map(path => file(path))
    const half = [file('var/lib/apt/lists/.wh.a', 0)]
    expect(reading([first, half]).leftovers()[0]?.deletedIn).toBeUndefined()
    expect(reading([first, half, [file('var/lib/apt/lists/.wh.b', 0)]]).leftovers()[0]?.deletedIn).toBe(2)
  })

  test('the finding names the layer, counted from 1, and says that deleting did not help', () => {
    const leftovers = reading([[], [file('root/.netrc')], [file('root/.wh..netrc', 0)]]).leftovers()
    const [finding] = leftoverFindings(leftovers, 'error', 'ghcr.io/acme/app:v1')
    expect(finding).toMatchObject({
      rule: 'layer-credentials',
      severity: 'error',
      image: 'ghcr.io/acme/app:v1',
    })
    expect(finding?.message).toMatch(
      /layer 2 ships .*Layer 3 deletes it, but who pulls the image still gets it/,
    )
    expect(leftoverFindings(leftovers, 'off', 'x')).toEqual([])
    expect(leftoverFindings(leftovers, 'warn', 'x')[0]?.severity).toBe('warning')
  })

  test('a hundred thousand places neither slow it down nor fill the report', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => file(`p${index}/.netrc`))
    const start = performance.now()
    const found = reading([many, many]).leftovers()
    expect(found.length).toBeLessThan(300)
    expect(found.reduce((sum, { files }) => sum + files, 0)).toBe(200_000)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

describe('layers that are made to be slow', () => {
  const caches = Array.from({ length: 20_000 }, (_, index) => file(`root/.cache/${index}`))
  const quick = (layers: readonly (readonly TarEntry[])[]) => {
    const start = performance.now()
    const found = reading(layers).leftovers()
    expect(performance.now() - start).toBeLessThan(20_000)
    return found
  }

  test('a million whiteouts of what never was', () => {
    const whiteouts = Array.from({ length: 1_000_000 }, (_, index) => file(`root/.cache/.wh.x${index}`, 0))
    expect(quick([caches, whiteouts])).toMatchObject([{ files: 20_000 }])
  })

  test('the same whiteout a million times', () => {
    const whiteouts = Array.from({ length: 1_000_000 }, () => file('root/.cache/.wh.7', 0))
    expect(quick([caches, whiteouts])).toMatchObject([{ files: 20_000 }])
  })

  test('each file deleted one by one, and a million files put over nothing', () => {
    const first = caches.slice(0, 20_000)
    const whiteouts = first.map(({ path }) => file(path.replace('.cache/', '.cache/.wh.'), 0))
    const others = Array.from({ length: 1_000_000 }, (_, index) => file(`x/${index}/.netrc`, 0))
    expect(quick([first, others, whiteouts])[0]).toMatchObject({ files: 20_000, deletedIn: 2 })
  })
})

describe('what is followed', () => {
  const all = fc.uniqueArray(
    fc
      .array(fc.constantFrom('a', 'b', 'b0', 'b!'), { minLength: 1, maxLength: 4 })
      .map(parts => parts.join('/')),
  )
  test('is gone with the whiteout of itself or of a folder above it, and with nothing else', () => {
    fc.assert(
      fc.property(all, all, fc.boolean(), (files, deleted, below) => {
        const gone: string[] = []
        const following = follow(1000)
        for (const path of files) following.follow({ path, gone: () => gone.push(path) })
        following.nextLayer()
        for (const path of deleted) following.remove(path, below)
        const expected = files.filter(path =>
          deleted.some(one => one === path || (below && path.startsWith(`${one}/`))),
        )
        expect(gone.toSorted()).toEqual(expected.toSorted())
      }),
    )
  })
})

describe('the efficiency', () => {
  const measured = (layers: readonly (readonly TarEntry[])[]) => reading(layers, true).ledger?.result()
  test.each([
    ['nothing', [], { score: 1, wasted: 0, userWasted: 0 }],
    ['one layer', [[file('a', 100)]], { score: 1, wasted: 0, userWasted: 0 }],
    [
      'a file written twice',
      [[file('a', 100)], [file('a', 100)]],
      { score: 0.5, wasted: 200, userWasted: 2 },
    ],
    ['a file deleted', [[file('a', 100), file('b', 100)], [file('.wh.a', 0)]], { score: 0.5, wasted: 100 }],
    [
      'a folder deleted',
      [[file('d/a', 60), file('d/b', 40), file('c', 100)], [file('.wh.d', 0)]],
      { size: 200, wasted: 0 },
    ],
  ] as const)('%s', (_, layers, expected) => {
    expect(measured(layers)).toMatchObject(expected)
  })

  test('thresholds are strict, as dive has them', () => {
    const found = { score: 0.5, wasted: 200, size: 200, userWasted: 0.2, worst: [] }
    const rules = (rule: object) => efficiencyFindings(found, rule, 'x').map(({ rule }) => rule)
    expect(rules({ lowestEfficiency: 0.5, highestWastedBytes: 200, highestUserWastedPercent: 0.2 })).toEqual(
      [],
    )
    expect(rules({ lowestEfficiency: 0.51 })).toEqual(['layer-efficiency'])
    expect(rules({ highestWastedBytes: 199 })).toEqual(['layer-waste'])
    expect(rules({ highestUserWastedPercent: 0.19 })).toEqual(['layer-waste'])
  })
})

describe('a .dive-ci file', () => {
  test.each([
    [
      'rules:\n  lowestEfficiency: 0.95\n  highestWastedBytes: 20MB\n  highestUserWastedPercent: 0.20',
      { lowestEfficiency: 0.95, highestWastedBytes: 20_000_000, highestUserWastedPercent: 0.2 },
    ],
    ['rules:\n  highestWastedBytes: 1.5 GiB', { highestWastedBytes: 1.5 * 2 ** 30 }],
    ['rules:\n  lowestEfficiency: disabled\n  highestWastedBytes: off\n  highestUserWastedPercent: ""', {}],
    ['rules:\n  highestWastedBytes: 4096', { highestWastedBytes: 4096 }],
  ])('%j', async (text, rules) => {
    expect(await parseDiveRules(text, '.dive-ci')).toEqual(rules)
  })

  test.each([
    '',
    'rules:',
    'rules: 3',
    'rules:\n  lowestEfficency: 0.9',
    'rules:\n  lowestEfficiency: 95',
    'rules:\n  highestWastedBytes: lots',
    '{',
  ])('is refused: %j', async text => {
    await expect(parseDiveRules(text, '.dive-ci')).rejects.toMatchObject({ code: 'bad-file' })
  })
})
