import { placeOf } from '../dockerfile/index.ts'
import type { Rule } from '../rule.ts'
import { nameOf, rootImage } from './bases.ts'

/** Images made to build with: what they build needs none of it, and the stage to copy it into. */
const toolchains: readonly (readonly [RegExp, string])[] = [
  [
    /^golang$/,
    'FROM gcr.io/distroless/static-debian13:nonroot\nCOPY --from=build /app /app\nENTRYPOINT ["/app"]',
  ],
  [
    /^(?:rust|gcc|haskell|swift)$/,
    'FROM debian:13-slim\nCOPY --from=build /app /usr/local/bin/app\nUSER 10001:10001\nENTRYPOINT ["app"]',
  ],
  [
    /^(?:maven|gradle)$/,
    'FROM eclipse-temurin:21-jre\nCOPY --from=build /src/target/app.jar /app.jar\nUSER 10001:10001\nENTRYPOINT ["java", "-jar", "/app.jar"]',
  ],
  [
    /^sdk$/,
    'FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /app /app\nUSER $APP_UID\nENTRYPOINT ["dotnet", "/app/app.dll"]',
  ],
  [
    /^buildpack-deps$/,
    'FROM debian:13-slim\nCOPY --from=build /app /usr/local/bin/app\nUSER 10001:10001\nENTRYPOINT ["app"]',
  ],
]

/** Runtimes whose plain tags carry a compiler and a few hundred packages; the slim ones do not. */
const full = /^(?:node|python|ruby|perl|php|erlang|elixir)$/
const slim = /(?:^|-)(?:slim|alpine|distroless|minimal)/

export const toolchainShipped: Rule = {
  id: 'toolchain-shipped',
  summary: 'The final stage is a toolchain or a full image',
  reason:
    'Compilers, headers and package managers are most of the bytes and most of the findings of a scanner, and they help whoever breaks in. What was built needs a runtime at most.',
  level: 'info',
  bad: 'FROM golang:1.26\nCOPY . .\nRUN go build -o /app .\nCMD ["/app"]',
  good: 'FROM golang:1.26 AS build\nCOPY . .\nRUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /app .\nFROM gcr.io/distroless/static-debian13:nonroot\nCOPY --from=build /app /app\nENTRYPOINT ["/app"]',
  fix: 'Name the stage with AS build, and copy what it made into a small one.',
  *check({ shipped }) {
    const root = shipped.at(-1)
    const image = root === undefined ? undefined : rootImage(root)
    if (root === undefined || image === undefined || image === 'scratch') return
    const name = nameOf(image)
    const place = placeOf(root.from, root.base.offset)
    const jdk = name === 'openjdk' || (name === 'eclipse-temurin' && /(?:^|-)jdk|^\d+$/.test(image.tag ?? ''))
    const rewrite = toolchains.find(([pattern]) => pattern.test(jdk ? 'maven' : name))?.[1]
    if (rewrite !== undefined) {
      yield {
        ...place,
        message: `'${root.base.text}' is made to build with, and it is what ships`,
        fix: `name this stage with AS build and end the file with:\n${rewrite}`,
      }
    } else if (
      full.test(name) &&
      image.repository.startsWith('docker.io/library/') &&
      !slim.test(image.tag ?? '')
    ) {
      yield {
        ...place,
        message: `'${root.base.text}' is the full image, with compilers and some hundred packages`,
        fix: `build in it if you must, and ship ${name}:${(image.tag ?? '').split('-')[0] || '<version>'}-slim`,
      }
    }
  },
}
