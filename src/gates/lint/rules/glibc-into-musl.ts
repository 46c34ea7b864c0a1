import { flagOf, placeOf, stageNamed } from '../dockerfile/index.ts'
import type { Rule } from '../rule.ts'
import { transferOf } from '../transfer.ts'
import { libcOf, nameOf, rootImage } from './bases.ts'
import { homeFolder } from './caches-shipped.ts'
import { type GoBuild, goBuilds } from './go-build.ts'

const sharedFiles =
  /\.(?:html?|css|js|json|ya?ml|txt|md|pem|crt|conf|sql|proto|jar|wasm)$|^\/etc\/|^\/usr\/share\//

export const glibcIntoMusl: Rule = {
  id: 'glibc-into-musl',
  summary: 'A binary built against glibc is copied where there is none',
  reason:
    'With cgo, Go links the C library of the image that it is built in. Started on Alpine, scratch or a static base, such a binary ends with "not found" or crashes in name resolution: often only in production.',
  level: 'warning',
  bad: 'FROM golang:1.26 AS build\nRUN go build -o /app .\nFROM alpine:3.22\nCOPY --from=build /app /app',
  good: 'FROM golang:1.26 AS build\nRUN CGO_ENABLED=0 go build -o /app .\nFROM alpine:3.22\nCOPY --from=build /app /app',
  fix: 'Build with CGO_ENABLED=0, or build in the image’s -alpine variant.',
  *check(subject) {
    const { dockerfile } = subject
    const linked = new Map<number, GoBuild>()
    const stageOf = new Map(
      dockerfile.stages.flatMap(stage => stage.instructions.map(one => [one, stage] as const)),
    )
    for (const build of goBuilds(subject)) {
      const stage = stageOf.get(build.run)
      if (stage === undefined || build.cgo === '0' || /-extldflags[\s=]['"]?-static/.test(build.options))
        continue
      if (libcOf(rootImage(stage)) === 'glibc') linked.set(stage.index, build)
    }
    if (linked.size === 0) return
    for (const stage of dockerfile.stages) {
      const target = rootImage(stage)
      const libc = libcOf(target)
      if (libc !== 'musl' && libc !== 'none') continue
      for (const instruction of stage.instructions) {
        const from = flagOf(instruction, 'from')
        const source = from === undefined ? undefined : stageNamed(dockerfile, from, dockerfile.stages.length)
        const build = source === undefined ? undefined : linked.get(source.index)
        const files =
          transferOf(instruction, dockerfile)?.sources.filter(
            ({ text }) => !sharedFiles.test(text) && !homeFolder.test(text),
          ) ?? []
        const [file] = files
        if (build === undefined || file === undefined) continue
        const where =
          target === undefined || target === 'scratch'
            ? 'scratch has no C library'
            : `${nameOf(target)} has ${libc === 'musl' ? 'musl instead' : 'none'}`
        yield {
          ...placeOf(instruction, file.offset),
          message: `'${file.text}' was built with cgo against glibc (line ${build.place.line}), and ${where}`,
        }
      }
    }
  },
}
