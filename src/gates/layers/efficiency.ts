import { HygieneError } from '../../outcome/index.ts'
import type { TarEntry } from './tar.ts'

/** How much of what is shipped a running container sees, by the arithmetic of dive, so that its thresholds keep meaning. */
export interface Efficiency {
  /** 0 to 1. */
  readonly score: number
  /** Bytes, unpacked. */
  readonly wasted: number
  readonly size: number
  /** Wasted, as a share of everything above the lowest layer. */
  readonly userWasted: number
  /** The worst paths first. */
  readonly worst: readonly { readonly path: string; readonly bytes: number; readonly times: number }[]
}

export interface Ledger {
  layer(): (entry: TarEntry) => void
  result(): Efficiency
}

/** A line for each path of each layer is kept: some hundred bytes each. */
const mostPaths = 500_000

interface Line {
  total: number
  least: number
  times: number
}

/**
 * A path that stands in several layers is counted each time; the least of its sizes is what it was worth, the rest of
 * the total is lost. A whiteout stands for what it deletes: a folder by all that was in it, a file by nothing.
 * @see https://github.com/wagoodman/dive
 */
export function openLedger(): Ledger {
  const lines = new Map<string, Line>()
  /** What a container would see of the layers so far: file sizes by path. */
  let visible = new Map<string, number>()
  const sizes: number[] = []
  let close: () => void = () => undefined

  const book = (path: string, size: number): void => {
    const line = lines.get(path)
    if (line === undefined) lines.set(path, { total: size, least: size, times: 1 })
    else {
      line.total += size
      line.least = Math.min(line.least, size)
      line.times += 1
    }
    if (lines.size > mostPaths) throw tooMany()
  }

  const layer = (): ((entry: TarEntry) => void) => {
    close()
    const own = new Map<string, number>()
    const deleted = new Set<string>()
    close = () => {
      const lost = sizesBelow(visible, deleted)
      for (const path of deleted) book(path, lost.get(path) ?? 0)
      for (const [path, size] of own) book(path, size)
      sizes.push([...own.values()].reduce((sum, size) => sum + size, 0))
      if (deleted.size > 0) visible = new Map([...visible].filter(([path]) => !isBelow(path, deleted)))
      for (const [path, size] of own) visible.set(path, size)
      close = () => undefined
    }
    return ({ path, type, size }) => {
      const slash = path.lastIndexOf('/')
      if (path.startsWith('.wh.', slash + 1)) {
        // Opaque folders are passed over, as dive passes them over.
        if (!path.startsWith('.wh..wh.', slash + 1))
          deleted.add(`${path.slice(0, slash + 1)}${path.slice(slash + 5)}`)
      } else if (type !== 'folder') own.set(path, size)
      if (own.size + deleted.size > mostPaths) throw tooMany()
    }
  }

  return {
    layer,
    result() {
      close()
      let least = 0
      let total = 0
      let wasted = 0
      const worst: { path: string; bytes: number; times: number }[] = []
      for (const [path, line] of lines) {
        least += line.least
        total += line.total
        if (line.times < 2) continue
        wasted += line.total
        worst.push({ path, bytes: line.total, times: line.times })
      }
      const size = sizes.reduce((sum, one) => sum + one, 0)
      const user = size - (sizes[0] ?? 0)
      return {
        score: total === 0 ? 1 : least / total,
        wasted,
        size,
        userWasted: user === 0 ? 0 : wasted / user,
        worst: worst.toSorted((a, b) => b.bytes - a.bytes).slice(0, 10),
      }
    },
  }
}

function tooMany(): HygieneError {
  return new HygieneError(
    'too-large',
    `the layers have more than ${mostPaths} paths: their efficiency is not reckoned`,
    { fix: 'take layers.dive-ci out of the policy for this image' },
  )
}

/** Bytes below each deleted folder, in one pass over what was visible. */
function sizesBelow(
  visible: ReadonlyMap<string, number>,
  deleted: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  if (deleted.size === 0) return sums
  for (const [path, size] of visible) {
    for (const folder of foldersOf(path)) {
      if (deleted.has(folder)) sums.set(folder, (sums.get(folder) ?? 0) + size)
    }
  }
  return sums
}

function isBelow(path: string, deleted: ReadonlySet<string>): boolean {
  if (deleted.has(path)) return true
  for (const folder of foldersOf(path)) if (deleted.has(folder)) return true
  return false
}

function* foldersOf(path: string): Generator<string> {
  for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1))
    yield path.slice(0, slash)
}
