import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDockerfile } from '../../../../src/gates/lint/dockerfile/index.ts'
import { imagesOf } from '../../../../src/gates/lint/images.ts'
import { dockerfileInvalid } from '../../../../src/gates/lint/rules/dockerfile-invalid.ts'
import { type Answer, ourReading, theirReading } from './buildkit.ts'

const answers = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../../fixtures/dockerfiles/buildkit/parsed.json`, 'utf8'),
) as readonly Answer[]

/** Flags that a `# syntax=` of a later version knows. */
const ofNewerSyntax = /unknown flag: --(?:security|parents|exclude|unpack)/

/** What is no fault of an instruction, and cannot be built all the same. */
const refusedLater = [
  ...['ARG A=1', 'ARG A', '# only', '\n\n', 'FROM a:1\nCOPY --from=${X} a b'],
  'FROM --platform=$BUILDPLATFORM a:1 AS b\nRUN --mount=type=cache,target=/x --network=none make\nCOPY --from=b --link --chown=1:1 /a /b',
]

describe('a Dockerfile is read as BuildKit 0.21.1 reads it', () => {
  test.each(
    answers
      .filter(({ error }) => error === undefined)
      .map(answer => [answer.text.slice(0, 80), answer] as const),
  )('%j', (_, answer) => {
    expect(ourReading(answer.text)).toEqual(theirReading(answer))
  })

  const faultsOf = (text: string) => {
    const dockerfile = readDockerfile('Dockerfile', text)
    const hits = [...dockerfileInvalid.check({ dockerfile, images: imagesOf(dockerfile) } as never)]
    return hits.filter(({ level }) => level === undefined)
  }

  test.each(
    answers.flatMap(({ text, error, refused }) => {
      const why = error ?? refused
      return why === undefined || ofNewerSyntax.test(why) ? [] : [[why, text] as const]
    }),
  )('what it refuses is a finding: %s', (_, text) => {
    expect(faultsOf(text).length).toBeGreaterThan(0)
  })

  test.each(
    answers.flatMap(({ text, error, refused }) =>
      (error ?? refused) === undefined && !refusedLater.includes(text) ? [text] : [],
    ),
  )('what it takes is none: %j', text => {
    expect(faultsOf(text)).toEqual([])
  })
})
