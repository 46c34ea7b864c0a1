import { createHash } from 'node:crypto'
import { type Digest, formatInstant, type Instant } from '../image/index.ts'
import { filled, putImage, putIndex, putSignature } from './images.ts'
import { putManifest, type Store } from './registry/index.ts'

const day = 86_400

export interface Company {
  readonly policy: string
  readonly inventory: string
  readonly dockerfile: string
  /** References that the story comes back to. */
  readonly cast: {
    readonly running: string
    readonly shared: string
    readonly struck: string
    readonly restored: string
  }
}

/**
 * A little company with what every registry has after a while: releases, test builds of last week and of today, previews,
 * a base image, a signature, one digest under two names, something that runs though it should be gone, and a `latest`.
 */
export function foundCompany(store: Store, host: string, now: Instant): Company {
  const shop = 'acme/shop'
  const api = 'acme/api'
  const expired = { expire_at: String(now - 4 * day) }
  const fresh = { expire_at: String(now + 2 * day) }
  const base = filled('base', 64_000)

  putImage(store, 'acme/base', ['node24-lts'], { content: 'base', labels: { owner: 'platform' } })
  for (let minor = 0; minor <= 4; minor++) {
    putImage(store, shop, [`v1.${minor}.0`], { content: `release ${minor}`, base })
    putIndex(store, api, [`v2.${minor}.0`], { content: `release ${minor}`, base })
  }
  for (let build = 0; build < 8; build++) {
    putImage(store, shop, [commit(shop, build)], {
      content: `build ${build}`,
      base,
      labels: expired,
      annotations: expired,
    })
    putIndex(store, api, [commit(api, build)], { content: `build ${build}`, base, annotations: expired })
  }
  for (let build = 8; build < 10; build++) {
    putImage(store, shop, [commit(shop, build)], { content: `build ${build}`, base, annotations: fresh })
  }
  for (const number of [204, 207, 211]) {
    putIndex(store, shop, [`pr-${number}`], { content: `preview ${number}`, base, annotations: expired })
  }
  putImage(store, shop, ['pr-219'], { content: 'preview 219', base, annotations: fresh })
  putImage(store, shop, ['latest'], { content: 'whatever', base })

  // Released by giving the tested image a second name: deleting the first by its digest would take the release along.
  alias(store, shop, commit(shop, 3), 'v1.5.0')
  for (const tag of ['v2.4.0', commit(api, 5)]) putSignature(store, api, digestAt(store, api, tag))

  const name = `${host}/${shop}`
  return {
    policy: policyFor(host),
    inventory: JSON.stringify({
      schema: 'image-hygiene/inventory/v1',
      source: 'prod',
      collectedAt: formatInstant(now - 600),
      complete: true,
      errors: [],
      refs: [
        { raw: `${name}:v1.4.0`, where: { namespace: 'shop', kind: 'Deployment', name: 'web' } },
        {
          raw: `${name}:${commit(shop, 6)}`,
          where: { namespace: 'shop', kind: 'CronJob', name: 'nightly-report' },
        },
      ],
    }),
    dockerfile,
    cast: {
      running: `${name}:${commit(shop, 6)}`,
      shared: `${name}:${commit(shop, 3)}`,
      struck: `${name}:pr-211`,
      restored: `${host}/${api}:${commit(api, 5)}`,
    },
  }
}

const dockerfile = `FROM node:latest
WORKDIR /app
COPY . .
RUN apt-get update && apt-get install -y curl
CMD ["node", "server.js"]
`

function policyFor(host: string): string {
  return `version: 1
images: ['${host}/acme/**']
classes:
  release:  { on: git-tag,      tags: ['v{semver}'],     expires: never, immutable: true }
  commit:   { on: push,         tags: ['commit-{sha}'],  expires: 3d }
  preview:  { on: pull-request, tags: ['pr-{number}'],   expires: 14d }
  baseline: { tags: ['*-lts'],  expires: never, require-labels: [owner] }
forbid: [latest]
in-use: { required: [prod], max-age: 24h }
cleanup: { limits: { deletions: 500, share: 80% } }
`
}

/** `commit-` and twelve digits that look like a commit's. */
function commit(name: string, build: number): string {
  return `commit-${createHash('sha1').update(`${name} ${build}`).digest('hex').slice(0, 12)}`
}

/** Gives an image a second name. */
function alias(store: Store, name: string, from: string, to: string): void {
  const stored = store.repositories.get(name)?.manifests.get(digestAt(store, name, from))
  if (stored !== undefined) putManifest(store, name, [to], stored.mediaType, stored.bytes)
}

function digestAt(store: Store, name: string, tag: string): Digest {
  const digest = store.repositories.get(name)?.tags.get(tag)
  if (digest === undefined) throw new Error(`the sample ${name}:${tag} is missing`)
  return digest
}
