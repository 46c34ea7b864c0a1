import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lintRules } from '../../../src/gates/lint/index.ts'
import { nativeRules } from '../../../src/gates/lint/rules.ts'
import { lintText, ofRule, type Surroundings } from './linting.ts'

const native = { engines: ['native' as const] }

/** Surroundings that an example speaks of in its first comment. */
const around: Readonly<Record<string, { bad?: Surroundings; good?: Surroundings }>> = {
  'base-not-allowed': {
    bad: { base: { allow: ['registry.example.com/base/**'] } },
    good: { base: { allow: ['registry.example.com/base/**'] } },
  },
  'dockerignore-missing': { good: { ignore: '.git\n' } },
  'dockerignore-incomplete': {
    bad: { ignore: 'node_modules\n' },
    good: { ignore: 'node_modules\n.git\n.env*\nid_*\n*.pem\n' },
  },
  'dockerignore-excludes': { bad: { ignore: '*.mod\n' }, good: { ignore: '*.md\n' } },
}

describe('the examples of the rules', () => {
  test.each(nativeRules.map(rule => [rule.id, rule] as const))(
    '%s speaks of its bad one, and not of its good one',
    async (id, rule) => {
      const given = around[id] ?? {}
      const bad = ofRule(id, await lintText(rule.bad, { lint: native, ...given.bad }))
      expect(bad.length).toBeGreaterThan(0)
      expect(bad[0]?.fix).toBeTruthy()
      expect(ofRule(id, await lintText(rule.good, { lint: native, ...given.good }))).toEqual([])
    },
  )

  test('every rule says why, in one paragraph, and what to do', () => {
    for (const { id, summary, reason, fix } of lintRules) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
      expect(summary, id).not.toMatch(/\n|\.$/)
      expect(reason.length, id).toBeGreaterThan(60)
      expect(reason, id).not.toContain('\n')
      expect(fix, id).not.toBe('')
    }
    expect(new Set(lintRules.map(({ id }) => id)).size).toBe(lintRules.length)
  })
})

test('the page of docs has every rule, with its reason and its repair', () => {
  const page = readFileSync('docs/lint.md', 'utf8')
  for (const { id, reason, fix, bad } of lintRules) {
    expect(page).toContain(`\n### ${id}\n`)
    for (const part of [reason, fix, bad]) expect(page, id).toContain(part)
  }
})

const digest = `sha256:${'8a1f59ff'.repeat(8)}`

/** Rule, story, Dockerfile, expected `line:column` of each finding of that rule. */
const cases: readonly (readonly [
  rule: string,
  story: string,
  text: string,
  places: readonly string[],
  given?: Surroundings,
])[] = [
  // What BuildKit refuses; the whole grammar is held against its own answers in dockerfile/parse.test.ts
  [
    'dockerfile-invalid',
    'files from the stage itself',
    'FROM alpine:3.22 AS a\nCOPY --from=a /b /c',
    ['2:13'],
  ],
  ['dockerfile-invalid', 'a flag of another', 'FROM alpine:3.22\nCOPY --form=a /b /c', ['2:6']],
  ['dockerfile-invalid', 'in a continued line', 'FROM alpine:3.22\nENV A=b \\\n  C', ['3:3']],
  [
    'base-untagged',
    'a stage further down is a stage too',
    'FROM alpine:3.22\nCOPY --from=b /x /x\nFROM alpine:3.22 AS b',
    [],
  ],
  // Who it runs as
  ['final-stage-root', 'no USER at all', 'FROM alpine:3.22\nCMD ["sh"]', ['1:1']],
  ['final-stage-root', 'by name', 'FROM alpine:3.22\nUSER root', ['2:6']],
  ['final-stage-root', 'by number', 'FROM alpine:3.22\nUSER 0', ['2:6']],
  ['final-stage-root', 'with its group', 'FROM alpine:3.22\nUSER 0:0', ['2:6']],
  ['final-stage-root', 'with leading zeros', 'FROM alpine:3.22\nUSER 000', ['2:6']],
  ['final-stage-root', 'root with another group', 'FROM alpine:3.22\nUSER root:app', ['2:6']],
  ['final-stage-root', 'through an ARG, at the ARG', 'FROM alpine:3.22\nARG U=0\nUSER $U', ['2:1']],
  ['final-stage-root', 'through a default in braces', 'FROM alpine:3.22\nUSER ${U:-root}', ['2:6']],
  [
    'final-stage-root',
    'through an ARG without a default: it may be',
    'FROM alpine:3.22\nARG U\nUSER $U',
    ['3:6'],
  ],
  ['final-stage-root', 'Windows', 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nCMD ["a"]', []],
  ['final-stage-root', 'Windows below', 'FROM mcr.microsoft.com/dotnet/aspnet:10.0-nanoserver-ltsc2025', []],
  [
    'final-stage-root',
    'chiseled, for one platform',
    'FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-arm64v8',
    [],
  ],
  ['final-stage-root', 'a variable of nobody, from nothing', 'FROM scratch\nUSER $APP_UID', ['2:6']],
  ['final-stage-root', 'an ARG with a default', 'FROM alpine:3.22\nARG U=1000\nUSER $U', []],
  ['final-stage-root', 'the last USER counts', 'FROM alpine:3.22\nUSER 1000\nRUN x\nUSER root', ['4:6']],
  [
    'final-stage-root',
    'the last USER counts the other way',
    'FROM alpine:3.22\nUSER root\nRUN x\nUSER 1000',
    [],
  ],
  [
    'final-stage-root',
    'inherited from an earlier stage',
    'FROM alpine:3.22 AS a\nUSER root\nFROM a\nCMD x',
    ['2:6'],
  ],
  [
    'final-stage-root',
    'a user inherited from an earlier stage',
    'FROM alpine:3.22 AS a\nUSER app\nFROM a\nCMD x',
    [],
  ],
  [
    'final-stage-root',
    'an earlier stage that does not ship may be root',
    'FROM alpine:3.22 AS a\nUSER root\nFROM alpine:3.22\nUSER app',
    [],
  ],
  ['final-stage-root', 'scratch is root', 'FROM scratch\nCOPY app /app', ['1:1']],
  [
    'final-stage-root',
    'a base that is not root',
    'FROM gcr.io/distroless/static-debian13:nonroot\nCOPY app /app',
    [],
  ],
  // What it is built on
  ['base-latest', 'by tag', 'FROM alpine:latest', ['1:6']],
  ['base-latest', 'with a platform', 'FROM --platform=$BUILDPLATFORM alpine:latest', ['1:32']],
  ['base-latest', 'through an ARG, at the ARG', 'ARG V=latest\nFROM alpine:${V}', ['1:1']],
  ['base-latest', 'through a default in braces', 'FROM alpine:${V:-latest}', ['1:6']],
  ['base-latest', 'behind a registry with a port', 'FROM localhost:5000/foo:latest', ['1:6']],
  ['base-latest', 'a digest decides', `FROM alpine:latest@${digest}`, []],
  ['base-latest-pinned', 'a digest decides, latest misleads', `FROM alpine:latest@${digest}`, ['1:6']],
  ['base-latest', 'a stage of that name is no image', 'FROM alpine:3.22 AS x\nFROM x', []],
  [
    'base-latest',
    'files taken from an image',
    'FROM alpine:3.22\nCOPY --from=nginx:latest /etc/nginx /etc/nginx',
    ['2:13'],
  ],
  [
    'base-latest',
    'an image that is mounted',
    'FROM alpine:3.22\nRUN --mount=type=bind,from=nginx:latest,target=/x ls',
    ['2:5'],
  ],
  ['base-untagged', 'nothing', 'FROM alpine', ['1:6']],
  ['base-untagged', 'a port is no tag', 'FROM localhost:5000/foo', ['1:6']],
  ['base-untagged', 'a digest is enough', `FROM alpine@${digest}`, []],
  ['base-untagged', 'scratch has none', 'FROM scratch', []],
  [
    'base-untagged',
    'a stage by number is no image',
    'FROM alpine:3.22\nFROM alpine:3.22\nCOPY --from=0 /a /b',
    [],
  ],
  ['base-untagged', 'the name of a stage in another case', 'FROM alpine:3.22 AS Build\nFROM BUILD', []],
  [
    'base-untagged',
    'a stage chosen by architecture',
    'FROM alpine:3.22 AS base-amd64\nFROM base-${TARGETARCH}',
    [],
  ],
  ['base-unresolved', 'an ARG without a default', 'ARG BASE\nFROM ${BASE}', ['2:6']],
  ['base-unresolved', 'an ARG with one', 'ARG BASE=alpine:3.22\nFROM ${BASE}', []],
  ['base-unresolved', 'an ARG of an ARG', 'ARG V=3.22\nARG BASE=alpine:$V\nFROM ${BASE}', []],
  ['base-unpinned', 'by tag only', 'FROM alpine:3.22', ['1:6']],
  ['base-unpinned', 'by digest', `FROM alpine:3.22@${digest}`, []],
  ['base-unpinned', 'switched off by the policy', 'FROM alpine:3.22', [], { base: { pin: 'off' } }],
  [
    'base-not-allowed',
    'another registry',
    'FROM docker.io/library/alpine:3.22',
    ['1:6'],
    { base: { allow: ['ghcr.io/acme/**'] } },
  ],
  [
    'base-not-allowed',
    'what cannot be known',
    'ARG B\nFROM $B',
    ['2:6'],
    { base: { allow: ['ghcr.io/acme/**'] } },
  ],
  [
    'base-not-allowed',
    'a digest that the pattern demands',
    'FROM gcr.io/distroless/static:nonroot',
    ['1:6'],
    { base: { allow: ['gcr.io/distroless/*@sha256:*'] } },
  ],
  // Secrets
  ['secret-in-variable', 'ENV', 'FROM alpine:3.22\nENV A=1 DB_PASSWORD=hunter2', ['2:9']],
  ['secret-in-variable', 'ENV in its old form', 'FROM alpine:3.22\nENV API_TOKEN abc', ['2:5']],
  ['secret-in-variable', 'a version, a setting', 'FROM a:1\nENV DOCKER_AUTH_VERSION=1.5 AUTH_CONFIG=x', []],
  ['secret-in-variable', 'the path of one', 'FROM a:1\nENV GCP_CREDENTIALS=/run/secrets/gcp.json', []],
  ['secret-in-variable', 'a switch', 'FROM a:1\nENV BASIC_AUTH="true"\nARG SSH_KEY=none', []],
  [
    'secret-in-variable',
    'one that starts like a path',
    'FROM a:1\nENV AWS_SECRET_KEY=/wJalrXUtnFEMI',
    ['2:5'],
  ],
  ['secret-in-variable', 'an empty ENV takes one away', 'FROM alpine:3.22\nENV API_TOKEN=""', []],
  [
    'secret-in-variable',
    'where a secret is, is no secret',
    'FROM alpine:3.22\nENV DB_PASSWORD_FILE=/run/secrets/db',
    [],
  ],
  ['secret-in-variable', 'ARG', 'FROM alpine:3.22\nARG NPM_TOKEN', ['2:5']],
  [
    'secret-in-variable',
    'a public key is none',
    'FROM alpine:3.22\nENV GPG_KEY=0D96DF4D4110E5C43FBFB17F2D347EA6AA65421D PATH=/a',
    [],
  ],
  [
    'secret-in-variable',
    'a token in a command',
    `FROM alpine:3.22\nRUN git clone https://u:${'x'.repeat(12)}@example.com/a.git`,
    ['2:15'],
  ],
  [
    'secret-in-variable',
    'a token in a heredoc',
    `FROM alpine:3.22\nRUN <<E\nls\nx AKIA${'A'.repeat(16)}\nE`,
    ['4:3'],
  ],
  ['secret-copied', 'a key', 'FROM alpine:3.22\nCOPY a id_rsa /root/.ssh/', ['2:8']],
  ['secret-copied', '.env', 'FROM alpine:3.22\nADD .env /', ['2:5']],
  ['secret-copied', 'an example of .env', 'FROM alpine:3.22\nCOPY .env.example ca.pem id_rsa.pub /', []],
  [
    'secret-copied',
    'from another stage it is that stage’s',
    'FROM alpine:3.22 AS a\nFROM alpine:3.22\nCOPY --from=a /x/.env /',
    [],
  ],
  // The build context
  ['dockerignore-missing', 'the whole context', 'FROM alpine:3.22\nCOPY . /app', ['2:6']],
  ['dockerignore-missing', 'the whole context by ADD', 'FROM alpine:3.22\nADD ./ /app', ['2:5']],
  ['dockerignore-missing', 'a part of it', 'FROM alpine:3.22\nCOPY src /app', []],
  ['dockerignore-missing', 'of a stage', 'FROM alpine:3.22 AS a\nFROM alpine:3.22\nCOPY --from=a . /app', []],
  [
    'dockerignore-incomplete',
    'a list of what is let in covers all',
    'FROM alpine:3.22\nCOPY . /app',
    [],
    { ignore: '*\n!src\n' },
  ],
  [
    'dockerignore-excludes',
    'go.mod',
    'FROM alpine:3.22\nCOPY go.mod go.sum ./',
    ['2:6'],
    { ignore: 'go.mod\n' },
  ],
  [
    'dockerignore-excludes',
    'by a folder above',
    'FROM alpine:3.22\nCOPY dist/app /app',
    ['2:6'],
    { ignore: 'dist\n' },
  ],
  [
    'dockerignore-excludes',
    'let in again',
    'FROM alpine:3.22\nCOPY dist/app /app',
    [],
    { ignore: 'dist\n!dist/app\n' },
  ],
  [
    'dockerignore-excludes',
    'a wildcard that finds nothing',
    'FROM alpine:3.22\nCOPY go.* ./',
    ['2:6'],
    { ignore: 'go.*\n' },
  ],
  [
    'dockerignore-excludes',
    'a wildcard that finds something',
    'FROM alpine:3.22\nCOPY go.* ./',
    [],
    { ignore: 'go.mod\n' },
  ],
  // What is fetched
  ['remote-add-unchecked', 'a file', 'FROM alpine:3.22\nADD https://example.com/x /x', ['2:5']],
  [
    'remote-add-unchecked',
    'with a checksum',
    `FROM alpine:3.22\nADD --checksum=${digest} https://example.com/x /x`,
    [],
  ],
  [
    'remote-add-unchecked',
    'a repository at a commit',
    `FROM alpine:3.22\nADD https://github.com/a/b.git#${'a'.repeat(40)} /x`,
    [],
  ],
  [
    'remote-add-unchecked',
    'a repository at a branch',
    'FROM alpine:3.22\nADD https://github.com/a/b.git#main /x',
    ['2:5'],
  ],
  // What is left
  ['apt-leftovers', 'lists', 'FROM debian:13\nRUN apt-get update && apt-get install -y x', ['2:5']],
  [
    'apt-leftovers',
    'lists, by semicolon',
    'FROM debian:13\nRUN set -e; apt-get update; apt-get install -y x',
    ['2:13'],
  ],
  [
    'apt-leftovers',
    'lists, on a later line',
    'FROM debian:13\nRUN set -e \\\n && apt-get update \\\n && apt-get install -y x',
    ['3:5'],
  ],
  ['apt-leftovers', 'lists, in a heredoc', 'FROM debian:13\nRUN <<EOF\nset -e\napt-get update\nEOF', ['4:1']],
  ['apt-leftovers', 'lists, in an array', 'FROM debian:13\nRUN ["apt-get", "update"]', ['2:5']],
  [
    'apt-leftovers',
    'lists, in a shell in an array',
    'FROM debian:13\nRUN ["sh", "-c", "apt-get update && x"]',
    ['2:5'],
  ],
  [
    'apt-leftovers',
    'taken out',
    'FROM debian:13\nRUN apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*',
    [],
  ],
  [
    'apt-leftovers',
    'taken out too late',
    'FROM debian:13\nRUN apt-get update\nRUN rm -rf /var/lib/apt/lists/*',
    ['2:5'],
  ],
  [
    'apt-leftovers',
    'in a cache mount',
    'FROM debian:13\nRUN --mount=type=cache,target=/var/lib/apt apt-get update',
    [],
  ],
  [
    'apt-leftovers',
    'in a stage that does not ship',
    'FROM debian:13 AS a\nRUN apt-get update\nFROM debian:13\nCMD x',
    [],
  ],
  [
    'apt-leftovers',
    'in a stage that ships below another',
    'FROM debian:13 AS a\nRUN apt-get update\nFROM a\nCMD x',
    ['2:5'],
  ],
  ['apk-leftovers', 'an index', 'FROM alpine:3.22\nRUN apk add curl', ['2:5']],
  ['apk-leftovers', 'none', 'FROM alpine:3.22\nRUN apk --no-cache add curl', []],
  ['yum-leftovers', 'a cache', 'FROM almalinux:9\nRUN yum -y install x', ['2:5']],
  ['yum-leftovers', 'cleaned', 'FROM almalinux:9\nRUN microdnf install -y x && microdnf clean all', []],
  ['pip-leftovers', 'a cache', 'FROM python:3.13\nRUN python3 -m pip install x', ['2:5']],
  ['pip-leftovers', 'switched off by ENV', 'FROM python:3.13\nENV PIP_NO_CACHE_DIR=1\nRUN pip install x', []],
  ['caches-shipped', 'an image of tools, whole', 'FROM a:1\nCOPY --from=tonistiigi/xx:1.6 / /', []],
  ['caches-shipped', 'a stage of one', 'FROM tonistiigi/xx:1.6 AS xx\nFROM a:1\nCOPY --from=xx / /', []],
  [
    'caches-shipped',
    'a stage that builds, whole',
    'FROM a:1 AS b\nRUN x\nFROM a:1\nCOPY --from=b / /',
    ['4:15'],
  ],
  [
    'caches-shipped',
    'the home of root',
    'FROM golang:1.26 AS b\nFROM alpine:3.22\nCOPY --from=b /root/.cache /c',
    ['3:15'],
  ],
  // Go
  ['go-trimpath', 'in GOFLAGS', 'FROM golang:1.26\nENV GOFLAGS=-trimpath\nRUN go build .', []],
  ['go-strip', 'in another order', "FROM golang:1.26\nRUN go build -ldflags '-w -s -X main.v=1' .", []],
  ['go-sumdb-off', 'by go env', 'FROM golang:1.26\nRUN go env -w GOSUMDB=off', ['2:5']],
  ['go-sumdb-off', 'for one command', 'FROM golang:1.26\nRUN GOSUMDB=off go mod download', ['2:17']],
  [
    'glibc-into-musl',
    'cgo',
    'FROM golang:1.26 AS b\nRUN go build -o /a .\nFROM alpine:3.22\nCOPY --from=b /a /a',
    ['4:15'],
  ],
  [
    'glibc-into-musl',
    'by the number of the stage',
    'FROM golang:1.26\nRUN go build -o /a .\nFROM scratch\nCOPY --from=0 /a /a',
    ['4:15'],
  ],
  [
    'glibc-into-musl',
    'CGO_ENABLED=0 by ENV',
    'FROM golang:1.26 AS b\nENV CGO_ENABLED=0\nRUN go build -o /a .\nFROM alpine:3.22\nCOPY --from=b /a /a',
    [],
  ],
  [
    'glibc-into-musl',
    'built on Alpine',
    'FROM golang:1.26-alpine AS b\nRUN go build -o /a .\nFROM alpine:3.22\nCOPY --from=b /a /a',
    [],
  ],
  [
    'glibc-into-musl',
    'run on Debian',
    'FROM golang:1.26 AS b\nRUN go build -o /a .\nFROM debian:13\nCOPY --from=b /a /a',
    [],
  ],
  ['dependencies-after-sources', 'go build', 'FROM golang:1.26\nCOPY . .\nRUN go build .', ['2:1']],
  [
    'dependencies-after-sources',
    'the lock file first',
    'FROM golang:1.26\nCOPY go.* ./\nRUN go mod download\nCOPY . .\nRUN go build .',
    [],
  ],
  ['toolchain-shipped', 'a full runtime', 'FROM node:22\nCMD x', ['1:6']],
  ['toolchain-shipped', 'a slim one', 'FROM node:22-slim\nCMD x', []],
  // Labels
  ['label-hard-coded', 'by the build', 'FROM alpine:3.22\nARG E\nLABEL expire_at=$E', []],
  ['label-hard-coded', 'an inherited one taken away', 'FROM alpine:3.22\nLABEL expire_at=""', []],
  [
    'label-hard-coded',
    'latest',
    'FROM alpine:3.22\nLABEL a=1 org.opencontainers.image.version=latest',
    ['2:11'],
  ],
]

describe('our own rules', () => {
  test.each(cases.map(([rule, story, ...rest]) => ({ rule, story, rest })))(
    '$rule: $story',
    async ({ rule, rest }) => {
      const [text, places, given = {}] = rest
      const found = ofRule(rule, await lintText(text, { lint: native, ...given }))
      expect(found.map(({ location }) => `${location?.line}:${location?.column}`)).toEqual(places)
    },
  )
})

test('a variable that the base image may set is told, and no error', async () => {
  const text = 'FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n'
  const [finding] = ofRule('final-stage-root', await lintText(text, { lint: native }))
  expect(finding).toMatchObject({ severity: 'info', location: { line: 2, column: 6 } })
})
