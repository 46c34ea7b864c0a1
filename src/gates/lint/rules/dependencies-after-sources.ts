import { flagOf, type Instruction, placeOf } from '../dockerfile/index.ts'
import type { Rule, Subject } from '../rule.ts'
import { subcommandOf } from '../shell/program.ts'
import type { Started } from '../shell/run.ts'
import { isWholeContext, transferOf } from '../transfer.ts'

/** What fetches dependencies, and the files that it needs for that. */
const fetchers: readonly { readonly program: RegExp; readonly verbs: RegExp; readonly files: string }[] = [
  { program: /^go$/, verbs: /^(?:mod|build|install|get)$/, files: 'go.mod go.sum' },
  { program: /^npm$/, verbs: /^(?:ci|i|install|clean-install)$/, files: 'package.json package-lock.json' },
  { program: /^yarn$/, verbs: /^(?:install|)$/, files: 'package.json yarn.lock' },
  { program: /^pnpm$/, verbs: /^(?:i|install|fetch)$/, files: 'package.json pnpm-lock.yaml' },
  { program: /^pip[0-9.]*$/, verbs: /^install$/, files: 'requirements.txt' },
  { program: /^(?:poetry|uv|pdm)$/, verbs: /^(?:install|sync)$/, files: 'pyproject.toml and its lock file' },
  { program: /^bundle$/, verbs: /^(?:install|)$/, files: 'Gemfile Gemfile.lock' },
  { program: /^composer$/, verbs: /^install$/, files: 'composer.json composer.lock' },
  { program: /^cargo$/, verbs: /^(?:build|fetch)$/, files: 'Cargo.toml Cargo.lock' },
  { program: /^mvnw?$/, verbs: /^(?:dependency:\S+|package|install|verify)$/, files: 'pom.xml' },
  {
    program: /^gradlew?$/,
    verbs: /^(?:dependencies|build|assemble)$/,
    files: 'build.gradle and its lock files',
  },
]

export const dependenciesAfterSources: Rule = {
  id: 'dependencies-after-sources',
  summary: 'Dependencies are fetched after all sources were copied',
  reason:
    'A layer is reused only while everything above it is unchanged. With `COPY . .` first, each changed line of code fetches all dependencies again; with the lock file first, only a changed lock file does.',
  level: 'info',
  bad: 'FROM node:22-slim\nCOPY . .\nRUN npm ci',
  good: 'FROM node:22-slim\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .',
  fix: 'Copy the lock files and fetch before COPY . .',
  *check(subject) {
    for (const { instructions } of subject.dockerfile.stages) {
      let copied: Instruction | undefined
      let fetched = false
      for (const instruction of instructions) {
        copied ??= copiesAll(instruction, subject) ? instruction : undefined
        if (instruction.keyword !== 'RUN') continue
        const fetch = firstFetch(subject.started(instruction))
        if (fetch === undefined) continue
        if (copied !== undefined && !fetched) {
          yield {
            ...placeOf(copied),
            message: `all sources are copied before '${fetch.command}' on line ${fetch.line}: each change fetches everything again`,
            fix: `COPY ${fetch.files} ./ and fetch, then COPY . .`,
          }
        }
        fetched = true
      }
    }
  },
}

function copiesAll(instruction: Instruction, { dockerfile }: Subject): boolean {
  if (flagOf(instruction, 'from') !== undefined) return false
  return transferOf(instruction, dockerfile)?.sources.some(({ text }) => isWholeContext(text)) === true
}

function firstFetch(all: readonly Started[]): { command: string; files: string; line: number } | undefined {
  for (const started of all) {
    const verb = subcommandOf(started)
    const fetcher = fetchers.find(({ program, verbs }) => program.test(started.program) && verbs.test(verb))
    if (fetcher === undefined || !readsList(started)) continue
    return { command: `${started.program} ${verb}`.trim(), files: fetcher.files, line: started.place.line }
  }
  return undefined
}

/** `pip install flask` names its packages itself and needs no file. */
function readsList({ program, words }: Started): boolean {
  return !program.startsWith('pip') || words.some(({ text }) => /^(?:-r|--requirement)/.test(text))
}
