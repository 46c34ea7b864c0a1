import { describe, expect, test } from 'vitest'
import { lintText, places } from './linting.ts'

const digest = `sha256:${'8a1f59ff'.repeat(8)}`
const only = { lint: { engines: ['dockerfilelint' as const] } }

/** What dockerfilelint 1.8.0 gets wrong, and what is right. Each on `FROM alpine:3.22` unless it has its own FROM. */
const cases: readonly (readonly [story: string, text: string, findings: readonly string[]])[] = [
  ['a HEALTHCHECK without options is no crash', 'HEALTHCHECK CMD curl -f http://localhost/ || exit 1', []],
  ['--start-period is a known option', 'HEALTHCHECK --interval=5s --start-period=3s CMD x', []],
  ['--start-interval is a known option', 'HEALTHCHECK --start-interval=5s CMD x', []],
  [
    'an unknown option of HEALTHCHECK is one finding',
    'HEALTHCHECK --often CMD x',
    ['dockerfilelint/invalid_format 2'],
  ],
  [
    'an option of HEALTHCHECK needs a value',
    'HEALTHCHECK --timeout= CMD x',
    ['dockerfilelint/healthcheck_options_missing_args 2'],
  ],
  ['HEALTHCHECK NONE is right', 'HEALTHCHECK NONE', []],
  [
    'a SHELL that is no array is one finding, no crash',
    'SHELL /bin/sh -c',
    ['dockerfilelint/invalid_format 2'],
  ],
  ['a SHELL that is one is right', 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]', []],
  ['the body of a heredoc is no instruction', 'RUN <<EOF\necho one\nEXPOSE 70000\nnothing here\nEOF', []],
  ['a heredoc that is copied is no script', 'COPY <<EOF /etc/sudoers\nsudo two\nEOF', []],
  ['a stage is no image without a tag', 'FROM a:1 AS build\nFROM build', []],
  ['--platform is no image', 'FROM --platform=linux/amd64 node:20', []],
  ['a port is no tag', 'FROM localhost:5000/foo', ['dockerfilelint/missing_tag 1']],
  ['latest beside a digest is not theirs to judge', `FROM alpine:latest@${digest}`, []],
  [
    'latest through an ARG stands at the ARG',
    'ARG V=latest\nFROM alpine:${V}',
    ['dockerfilelint/latest_tag 1'],
  ],
  [
    'ranges, variables and sctp are ports',
    'EXPOSE 8080-8090\nEXPOSE $PORT\nEXPOSE 22/sctp\nEXPOSE ${P:-80}',
    [],
  ],
  ['a port too many is one', 'EXPOSE 80 70000', ['dockerfilelint/invalid_port 2']],
  ['a port of the host is one', 'EXPOSE 80:80', ['dockerfilelint/expose_host_port 2']],
  ['--checksum is no source', `ADD --checksum=${digest} https://example.com/x /y`, []],
  ['the JSON form of ADD is no word with a bracket', 'ADD ["a", "b", "/c/"]', []],
  ['a slash before a source is the root of the context', 'ADD /a /b', []],
  ['several files need a folder', 'ADD a b /c', ['dockerfilelint/add_dest_invalid 2']],
  [
    '-qq says yes too',
    'RUN apt-get update && apt-get install -qq --no-install-recommends x && rm -rf /var/lib/apt/lists/*',
    [],
  ],
  [
    'an option with a value is no verb',
    'RUN apt-get update && apt-get -o Acquire::Retries=3 install -y --no-install-recommends x && rm -rf /var/lib/apt/lists/*',
    [],
  ],
  ['installing sudo is not using it', 'RUN echo sudo', []],
  ['using sudo is', 'RUN sudo make install', ['dockerfilelint/sudo_usage 2']],
  ['a foreign escape character joins lines', '# escape=`\nFROM alpine:3.22\nRUN echo a `\n  b', []],
  ['comments stand between continued lines', 'RUN echo a \\\n# not now\n  # nor now\n  b', []],
  ['lower case is a matter of taste', 'run true', ['dockerfilelint/uppercase_commands 2']],
  ['MAINTAINER is of the past', 'MAINTAINER a@example.com', ['dockerfilelint/deprecated_in_1.13 2']],
  ['MAINTAINER needs no address', 'MAINTAINER team a', ['dockerfilelint/deprecated_in_1.13 2']],
]

describe('dockerfilelint, its rules with their false findings repaired', () => {
  test.each(cases)('%s', async (_, text, findings) => {
    const whole = /^(?:FROM|ARG|#)/.test(text) ? text : `FROM alpine:3.22\n${text}`
    expect(places(await lintText(whole, only))).toEqual(findings)
  })

  test.each([
    ['what sudo runs', 'RUN set -e && sudo make', 'dockerfilelint/sudo_usage 2:20'],
    [
      'the one of several',
      'RUN apt-get update && \\\n  apt-get install -y --no-install-recommends a && \\\n  apt-get install -y b && rm -rf /var/lib/apt/lists/*',
      'dockerfilelint/apt-get_recommends 4:3',
    ],
    ['else the instruction', '  MAINTAINER a', 'dockerfilelint/deprecated_in_1.13 2:3'],
  ])('says where in the line it is: %s', async (_, text, place) => {
    expect(places(await lintText(`FROM alpine:3.22\n${text}`, only), true)).toEqual([place])
  })

  test('what BuildKit refuses is said once', async () => {
    const findings = await lintText('FROM alpine:3.22\nSHELL /bin/sh -c\nUSER 1\n')
    expect(places(findings).filter(place => place.endsWith(' 2'))).toEqual(['dockerfile-invalid 2'])
  })

  test('a line of sudos is one finding', async () => {
    const findings = await lintText(`FROM alpine:3.22\nRUN ${'sudo make; '.repeat(500)}`, only)
    expect(places(findings)).toEqual(['dockerfilelint/sudo_usage 2'])
  })

  test('256 findings are no pass', async () => {
    const findings = await lintText(`FROM alpine:3.22\n${'run true\n'.repeat(256)}`, only)
    expect(findings).toHaveLength(256)
  })

  test('a word that would take minutes is an error with its line, and the rest is judged', async () => {
    const started = performance.now()
    const findings = await lintText(`FROM alpine:3.22\nRUN ${'a'.repeat(60_000)}\nrun true\n`, only)
    expect(places(findings)).toEqual(['dockerfilelint-failed 2', 'dockerfilelint/uppercase_commands 3'])
    expect(findings.find(({ rule }) => rule === 'dockerfilelint-failed')?.severity).toBe('error')
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})
