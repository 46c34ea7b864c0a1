import { placeOf, type Stage } from '../dockerfile/index.ts'
import type { Hit, Rule } from '../rule.ts'

/** Images that set another user than root themselves. */
const unprivileged =
  /^(?:gcr\.io\/distroless\/.+:(?:debug-)?nonroot|cgr\.dev\/chainguard\/.+|docker\.io\/bitnami\/.+|docker\.io\/nginxinc\/nginx-unprivileged.*|mcr\.microsoft\.com\/dotnet\/.+-(?:chiseled|distroless)(?:-[a-z0-9]+)*)(?:@sha256:[0-9a-f]{64})?$/

/** They know no root, and no numbers of users. */
const windows = /^mcr\.microsoft\.com\/windows(?:\/|:)|:.*(?:nanoserver|windowsservercore)/

export const finalStageRoot: Rule = {
  id: 'final-stage-root',
  summary: 'The final stage runs as root',
  reason:
    'A process that runs as root in its container owns every file in it, may bind mounts with the host’s permissions, and is one kernel fault away from the host. Clusters that demand runAsNonRoot refuse it.',
  level: 'error',
  bad: 'FROM alpine:3.22\nCOPY app /usr/local/bin/app\nCMD ["app"]',
  good: 'FROM alpine:3.22\nCOPY app /usr/local/bin/app\nUSER 10001:10001\nCMD ["app"]',
  fix: 'End the stage with a numeric user of its own: USER 10001:10001',
  *check({ dockerfile, shipped, images }) {
    const final = shipped[0]
    if (final === undefined) return
    const root = shipped.at(-1) as Stage
    const base = images.find(({ use, line }) => use === 'base' && line === root.from.line)
    const image = base === undefined ? '' : qualified(base)
    if (windows.test(image)) return
    for (const stage of shipped) {
      const user = stage.instructions.findLast(({ keyword }) => keyword === 'USER')
      if (user === undefined) continue
      const { text, known, origin } = dockerfile.expandAt(user, user.body)
      const name = text.split(':')[0]?.trim() ?? ''
      const place = placeOf(user, user.offset)
      const inherited = stage === final ? '' : `, inherited from stage '${stage.name ?? stage.index}'`
      if (name === '' && user.body.includes('$') && known && root.base.text !== 'scratch') {
        yield {
          ...place,
          level: 'info',
          message: `USER ${user.body.slice(0, 80)} is not set here: unless '${root.base.text.slice(0, 80)}' sets it, the image runs as root`,
        }
      } else if (isRoot(name) && (known || name !== '')) {
        yield {
          ...atOrigin(place, origin),
          message: `the image runs as root: USER ${user.body.slice(0, 80)}${via(user.body, text)}${inherited}`,
        }
      } else if (!known) {
        yield {
          ...place,
          level: 'warning',
          message: `USER ${user.body.slice(0, 80)} has no default here, so the image may run as root`,
        }
      }
      return
    }
    if (unprivileged.test(image)) return
    const on =
      root.base.text === 'scratch'
        ? 'FROM scratch is root'
        : `it is the one of '${root.base.text}', as a rule root`
    yield { ...placeOf(final.from), message: `no USER is set, so ${on}` }
  },
}

function qualified({ reference }: { reference: { repository: string; tag?: string } | undefined }): string {
  return reference === undefined ? '' : `${reference.repository}:${reference.tag ?? ''}`
}

/** Numeric 0 in any spelling, or by name. */
function isRoot(user: string): boolean {
  return user === '' || user === 'root' || /^0+$/.test(user)
}

function via(written: string, text: string): string {
  return written.includes('$') ? `, which is ${text.slice(0, 80)}` : ''
}

function atOrigin(place: Omit<Hit, 'message'>, origin: number | undefined): Omit<Hit, 'message'> {
  return origin === undefined || origin === place.line ? place : { ...place, line: origin, column: 1 }
}
