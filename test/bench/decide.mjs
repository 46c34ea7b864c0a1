import { spawnSync } from 'node:child_process'
import { decide } from '../../lib/cleanup/decide.js'
import { defaultPolicy } from '../../lib/policy/index.js'

// Deciding alone, without a registry: time and memory per image from 10,000 to 1,000,000 images in 200 repositories.
// Run compiled: `node test/bench/run.mjs decide`. Each size in a process of its own, so that memory is its own.

const now = Date.UTC(2026, 10, 21) / 1000
const day = 86_400
const repositories = 200
const nothing = Object.freeze({})
const none = Object.freeze([])

function measure(images) {
  const snapshots = Array.from({ length: repositories }, (_, index) =>
    snapshotOf(index, Math.ceil(images / repositories)),
  )
  const policy = policyOf()
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  const started = performance.now()
  const cpu = process.cpuUsage()
  const decision = decide({ snapshots, usage: usageOf(snapshots), policy, now, kept: [] })
  const seconds = (performance.now() - started) / 1000
  const busy = process.cpuUsage(cpu).user / 1e6
  const resident = Math.max(process.resourceUsage().maxRSS * 1024, process.memoryUsage.rss())
  if ('wants' in decision) throw new Error(`it wants to read: ${[...decision.wants].slice(0, 1).join()}`)
  return { images, seconds, busy, resident, before, goes: goingIn(decision) }
}

function goingIn({ repositories: all }) {
  return all.reduce((sum, { images }) => sum + images.filter(({ fate }) => fate.goes).length, 0)
}

function policyOf() {
  const loaded = defaultPolicy(['registry.example.com/**'], () => '0'.repeat(64))
  const { policy } = loaded
  // Without limits everything that can go does, which is the most to say.
  return {
    ...loaded,
    policy: { ...policy, cleanup: { ...policy.cleanup, limits: { deletions: 10_000_000, share: 1 } } },
  }
}

/** One image in fifty runs. */
function usageOf(snapshots) {
  const uses = snapshots.flatMap(({ repository, tags }) =>
    [...tags]
      .filter((_, index) => index % 50 === 0)
      .map(([tag]) => ({ repository, tag, where: 'prod: shop/Deployment/web' })),
  )
  return { standing: 'given', sources: [], uses, gaps: [], findings: [] }
}

/** Of ten tags six are commits, two previews, one a release, one multi-platform; every release is signed. */
function snapshotOf(index, size) {
  const tags = new Map()
  const manifests = new Map()
  const configs = new Map()
  const referrers = new Map()
  const layers = Array.from({ length: 20 }, (_, layer) => layerOf(digestOf(index, 900_000_000 + layer)))
  for (let number = 0; manifests.size < size; number++) {
    const digest = digestOf(index, number * 4)
    const expired = number % 3 > 0
    const annotations = { expire_at: String(now + (expired ? -day : day) - (number % 1000)) }
    referrers.set(digest, none)
    switch (number % 10) {
      case 0:
        tags.set(`v1.${Math.floor(number / 100)}.${number % 100}`, digest)
        manifests.set(digest, imageOf(index, digest, number, layers, nothing))
        tags.set(`sha256-${digest.slice(7)}.sig`, digestOf(index, number * 4 + 3))
        manifests.set(
          digestOf(index, number * 4 + 3),
          imageOf(index, digestOf(index, number * 4 + 3), number, [], nothing),
        )
        break
      case 1: {
        const children = [1, 2].map(platform => digestOf(index, number * 4 + platform))
        for (const child of children) {
          manifests.set(child, imageOf(index, child, number, layers, nothing))
          referrers.set(child, none)
        }
        tags.set(`pr-${number}`, digest)
        manifests.set(digest, indexOf(digest, children, annotations))
        break
      }
      default:
        tags.set(number % 10 < 8 ? `commit-${hex(number).slice(-12)}` : `pr-${number}`, digest)
        manifests.set(digest, imageOf(index, digest, number, layers, annotations))
    }
  }
  return {
    repository: `registry.example.com/acme/app${index}`,
    tags,
    manifests,
    configs,
    pushed: new Map(),
    referrers,
    untagged: 'hidden',
    gaps: [],
  }
}

function imageOf(repository, digest, number, shared, annotations) {
  return {
    digest,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    kind: 'image',
    size: 1200,
    children: none,
    config: descriptor(
      'application/vnd.oci.image.config.v1+json',
      digestOf(repository, 300_000_000 + number),
      4000,
    ),
    layers: [...shared.slice(0, 1 + (number % 3)), layerOf(digestOf(repository, 600_000_000 + number))],
    annotations,
    mentions: none,
  }
}

function indexOf(digest, children, annotations) {
  const mediaType = 'application/vnd.oci.image.manifest.v1+json'
  return {
    digest,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    kind: 'index',
    size: 900,
    children: children.map(child => descriptor(mediaType, child, 1200)),
    layers: none,
    annotations,
    mentions: none,
  }
}

function layerOf(digest) {
  return descriptor('application/vnd.oci.image.layer.v1.tar+gzip', digest, 3_000_000)
}

function descriptor(mediaType, digest, size) {
  return { mediaType, digest, size, annotations: nothing }
}

function digestOf(repository, number) {
  // Spread like a hash would, so that sorting has something to do; flat, as a JSON parser makes strings.
  const spread = Math.imul(number + 1, 0x9e3779b1) >>> 0
  const text = `sha256:${hex(spread).slice(-8)}${hex(repository).slice(-8)}${hex(number).slice(-16)}${'0'.repeat(32)}`
  return Buffer.from(text, 'latin1').toString('latin1')
}

function hex(number) {
  return number.toString(16).padStart(16, '0')
}

if (process.argv[2] !== undefined) {
  console.log(JSON.stringify(measure(Number(process.argv[2]))))
} else {
  console.log(
    'images      seconds   cpu seconds   µs per image   resident   of it snapshots   bytes per image   can go',
  )
  for (const images of [10_000, 30_000, 100_000, 300_000, 1_000_000]) {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--expose-gc', import.meta.filename, `${images}`],
      {
        encoding: 'utf8',
      },
    )
    if (status !== 0) throw new Error(stderr)
    const { seconds, busy, resident, before, goes } = JSON.parse(stdout)
    const cells = [
      images.toLocaleString('en').padEnd(10),
      seconds.toFixed(2).padStart(8),
      busy.toFixed(2).padStart(13),
      ((seconds * 1e6) / images).toFixed(1).padStart(14),
      `${Math.round(resident / 2 ** 20)} MiB`.padStart(10),
      `${Math.round(before / 2 ** 20)} MiB`.padStart(17),
      Math.round(resident / images)
        .toLocaleString('en')
        .padStart(17),
      goes.toLocaleString('en').padStart(8),
    ]
    console.log(cells.join(' '))
  }
  console.log('aim: 1,000,000 images in at most 20 s and 1,024 MiB')
}
