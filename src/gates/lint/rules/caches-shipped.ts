import { flagOf, placeOf, type Stage, stageNamed } from '../dockerfile/index.ts'
import type { Rule } from '../rule.ts'
import { transferOf } from '../transfer.ts'
import { goBuilds } from './go-build.ts'
import { isMounted } from './leftovers.ts'

/** Home folders and the caches in them. */
export const homeFolder =
  /^\/(?:root|home(?:\/[^/]+)?)?\/?$|^\/(?:root|home\/[^/]+)\/(?:\.cache|\.gnupg|\.ssh|\.netrc|\.npm|\.config|\.docker|\.aws|\.m2|\.gradle|\.cargo|go)(?:\/|$)|^\/go\/(?:pkg|\*?)?\/?$/

/** Whether anything is run in a stage, or in those that it is built on; nobody builds on more of them. */
function builds(stage: Stage | undefined): boolean {
  let here = stage
  for (let deep = 0; here !== undefined && deep < 20; deep++) {
    if (here.instructions.some(({ keyword }) => keyword === 'RUN')) return true
    here = here.parent
  }
  return false
}

export const cachesShipped: Rule = {
  id: 'caches-shipped',
  summary: 'A build cache or a home folder ships',
  reason:
    'The home folder of a build stage holds caches, and often .netrc, .gnupg or cloud credentials that somebody needed for the build. Copied as a whole, or filled in the stage that ships, they are in the image.',
  level: 'warning',
  bad: 'FROM golang:1.26 AS build\nRUN go build -o /app .\nFROM alpine:3.22\nCOPY --from=build /root /root',
  good: 'FROM golang:1.26 AS build\nRUN go build -o /app .\nFROM alpine:3.22\nCOPY --from=build /app /usr/local/bin/app',
  fix: 'Copy the files that run, by name; mount caches: RUN --mount=type=cache,target=/root/.cache/go-build …',
  *check(subject) {
    const { dockerfile, shipped } = subject
    for (const stage of shipped) {
      for (const instruction of stage.instructions) {
        const from = flagOf(instruction, 'from')
        if (from === undefined) continue
        const source = stageNamed(dockerfile, from, dockerfile.stages.length)
        for (const { text, offset } of transferOf(instruction, dockerfile)?.sources ?? []) {
          if (!homeFolder.test(text)) continue
          // An image of tools is made to be copied whole: `COPY --from=tonistiigi/xx / /`.
          if (text === '/' && !builds(source)) continue
          yield {
            ...placeOf(instruction, offset),
            message: `'${text}' of the build stage ships with its caches and whatever else lies there`,
          }
        }
      }
    }
    const compiled = goBuilds(subject)
    if (compiled.length === 0) return
    const building = new Set(shipped.flatMap(({ instructions }) => instructions))
    for (const { run, place } of compiled) {
      if (!building.has(run) || isMounted(run, ['/root/.cache/go-build'])) continue
      const cleaned = subject
        .started(run)
        .some(
          ({ program, words }) =>
            (program === 'go' && words[0]?.text === 'clean') ||
            (program === 'rm' && words.some(({ text }) => text.includes('.cache'))),
        )
      if (cleaned) continue
      yield {
        ...place,
        level: 'info',
        message: 'the compile cache in /root/.cache/go-build stays in the layer that ships',
      }
    }
  },
}
