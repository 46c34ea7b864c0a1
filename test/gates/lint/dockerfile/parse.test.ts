import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDockerfile } from '../../../../src/gates/lint/dockerfile/index.ts'
import { parse } from '../../../../src/gates/lint/dockerfile/parse.ts'
import { imagesOf } from '../../../../src/gates/lint/images.ts'
import { dockerfileInvalid } from '../../../../src/gates/lint/rules/dockerfile-invalid.ts'

interface Answer {
  readonly text: string
  readonly error?: string
  readonly escape?: string
  readonly instructions?: readonly {
    readonly keyword: string
    readonly line: number
    readonly endLine: number
    readonly flags: readonly string[]
    readonly json: boolean
    readonly heredocs: readonly { name: string; body: string; expands: boolean; chomps: boolean }[]
  }[]
}

const answers = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../../fixtures/dockerfiles/buildkit/parsed.json`, 'utf8'),
) as readonly Answer[]

describe('a Dockerfile is read as BuildKit 0.21.1 reads it', () => {
  test.each(
    answers
      .filter(({ error }) => error === undefined)
      .map(answer => [answer.text.slice(0, 80), answer] as const),
  )('%j', (_, { text, escape: escapeChar, instructions = [] }) => {
    const read = parse(text)
    expect(read.directives.escapeChar).toBe(escapeChar)
    expect(
      read.instructions.map(({ keyword, line, endLine, flags, json, heredocs }) => ({
        keyword,
        line,
        endLine,
        flags: flags.length,
        // BuildKit marks a HEALTHCHECK by its command, and that is no business of the grammar.
        json: keyword === 'HEALTHCHECK' ? false : json !== undefined,
        heredocs: heredocs.map(({ name, body, expands, chomps }) => ({ name, body, expands, chomps })),
      })),
    ).toEqual(
      instructions
        // A lone continuation is an instruction without a name there, and a fault here.
        .filter(({ keyword }) => keyword !== '')
        .map(({ flags, json, heredocs, ...rest }) => ({
          ...rest,
          flags: flags.length,
          json: rest.keyword === 'HEALTHCHECK' ? false : json,
          heredocs: heredocs.map(({ body, ...more }) => ({
            ...more,
            body: body.replaceAll('\r', '').replace(/\n$/, ''),
          })),
        })),
    )
  })

  test.each(
    answers.filter(({ error }) => error !== undefined).map(({ text, error }) => [error, text] as const),
  )('what it refuses is a finding: %s', (_, text) => {
    const dockerfile = readDockerfile('Dockerfile', text)
    const hits = [...dockerfileInvalid.check({ dockerfile, images: imagesOf(dockerfile) } as never)]
    expect(hits.length).toBeGreaterThan(0)
  })
})
