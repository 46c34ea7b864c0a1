import { describe, expect, test } from 'vitest'
import {
  guessBase,
  parseKnownExploited,
  parseLikelihoods,
  verifiedBase,
} from '../../../src/gates/scan/index.ts'
import { HygieneError } from '../../../src/outcome/index.ts'

describe('the base image', () => {
  const image = ['a', 'b', 'c']
  test.each([
    [
      'whose layers are the lowest',
      [{ by: 'annotation', name: 'x', diffIds: ['a', 'b'] }],
      { layers: 2, by: 'annotation', name: 'x' },
    ],
    [
      'that is claimed but whose layers are others',
      [{ by: 'annotation', name: 'x', diffIds: ['z'] }],
      undefined,
    ],
    [
      'that is claimed but has more layers',
      [{ by: 'annotation', name: 'x', diffIds: ['a', 'b', 'c', 'd'] }],
      undefined,
    ],
    ['without layers', [{ by: 'annotation', name: 'x', diffIds: [] }], undefined],
    [
      'of the annotation, before one of the provenance',
      [
        { by: 'provenance', name: 'p', diffIds: ['a', 'b'] },
        { by: 'annotation', name: 'x', diffIds: ['a'] },
      ],
      { layers: 1, by: 'annotation', name: 'x' },
    ],
    [
      'of the provenance, where the annotation is inherited and wrong',
      [
        { by: 'annotation', name: 'x', diffIds: ['z'] },
        { by: 'provenance', name: 'p', diffIds: ['a'] },
      ],
      { layers: 1, by: 'provenance', name: 'p' },
    ],
    [
      'the longest of several build stages',
      [
        { by: 'provenance', name: 'p', diffIds: ['a'] },
        { by: 'provenance', name: 'q', diffIds: ['a', 'b'] },
      ],
      { layers: 2, by: 'provenance', name: 'q' },
    ],
  ] as const)('%s', (_, candidates, base) => {
    expect(verifiedBase(image, candidates)).toEqual(base)
  })

  const layer = (createdBy: string) => ({ createdBy, emptyLayer: false })
  const word = (createdBy: string) => ({ createdBy, emptyLayer: true })
  test.each([
    ['after the base said CMD', [layer('ADD'), word('/bin/sh -c #(nop)  CMD ["sh"]'), layer('COPY app')], 1],
    [
      'as BuildKit writes it',
      [layer('ADD'), word('CMD ["sh"]'), layer('COPY app'), word('ENTRYPOINT ["app"]')],
      1,
    ],
    [
      'of a base on a base',
      [layer('ADD'), word('CMD ["sh"]'), layer('RUN'), word('CMD ["node"]'), layer('COPY')],
      2,
    ],
    ['no guess without CMD', [layer('ADD'), layer('COPY app')], undefined],
    ['no guess where the CMD is the image’s own', [layer('COPY app'), word('CMD ["app"]')], undefined],
    ['no guess without history', [], undefined],
    ['no guess where history and layers disagree', [layer('ADD'), word('CMD ["sh"]')], undefined],
  ] as const)('is guessed from the history: %s', (_, history, layers) => {
    const filled = history.filter(({ emptyLayer }) => !emptyLayer).length
    const base = guessBase(history, _.endsWith('disagree') ? filled + 1 : filled)
    expect(base).toEqual(layers === undefined ? undefined : { layers, by: 'history' })
  })
})

describe('the list of what is exploited', () => {
  test('is read by id, with its date', () => {
    const text = JSON.stringify({
      dateReleased: '2026-11-20T00:00:00Z',
      vulnerabilities: [{ cveID: 'CVE-2099-0001' }],
    })
    const { ids, released } = parseKnownExploited(text, 'kev.json')
    expect([...ids, released]).toEqual(['CVE-2099-0001', '2026-11-20T00:00:00Z'])
  })

  test.each([
    '',
    '{}',
    'null',
    '[]',
    '{"vulnerabilities":[]}',
    '{"vulnerabilities":[{"cve":"x"}]}',
    '{"vulnerabilities":[null]}',
  ])('is refused where it lists nothing: %s', text => {
    expect(() => parseKnownExploited(text, 'kev.json')).toThrow(expect.objectContaining({ code: 'bad-file' }))
  })

  test('EPSS scores are read past the comment and the heading', () => {
    const text =
      '#model_version:v2025.03.14,score_date:2026-11-20T00:00:00Z\ncve,epss,percentile\r\nCVE-2099-0001,0.91234,0.99\r\nCVE-2099-0002,0.1,0.2\n'
    expect([...parseLikelihoods(text, 'epss.csv')]).toEqual([
      ['CVE-2099-0001', 0.91234],
      ['CVE-2099-0002', 0.1],
    ])
    expect(() => parseLikelihoods('cve,epss\n', 'epss.csv')).toThrow(HygieneError)
  })
})
