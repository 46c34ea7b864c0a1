import { type Ledger, openLedger } from './efficiency.ts'
import { type LeftoverKind, leftoverOf, mayBeLeftover } from './leftovers.ts'
import type { TarEntry } from './tar.ts'

/** Files of one kind under one place in one layer. */
export interface Leftover {
  readonly kind: LeftoverKind
  readonly place: string
  /** From 0, the lowest. */
  readonly layer: number
  readonly files: number
  /** Bytes, unpacked. */
  readonly bytes: number
  /** The layer that deletes or replaces all of them: gone for whoever runs the image, still there for whoever pulls it. */
  readonly deletedIn?: number
  /** Some names, for people. */
  readonly examples: readonly string[]
}

/** Reads an image's layers from the lowest up. Memory hangs on what is left over, not on what the layers hold. */
export interface LayerReader {
  /** Begins the next layer; the returned function takes its entries. */
  layer(): (entry: TarEntry) => void
  leftovers(): readonly Leftover[]
  /** Absent unless asked for. */
  readonly ledger: Ledger | undefined
}

/** Beyond so many files a place is known well enough: the rest is counted, and its deletion no longer followed. */
const mostNames = 20_000
/** Beyond so many places they are told as one. */
const mostPlaces = 200

interface Place {
  readonly kind: LeftoverKind
  readonly place: string
  readonly layer: number
  files: number
  bytes: number
  readonly examples: string[]
  /** What no later layer has deleted; undefined when there were too many names to follow. */
  alive: Set<string> | undefined
  deletedIn: number | undefined
}

export function readLayers({ efficiency }: { readonly efficiency: boolean }): LayerReader {
  const places: Place[] = []
  const ledger = efficiency ? openLedger() : undefined
  let current = -1

  const open = (kind: LeftoverKind, place: string, followed: boolean): Place => {
    const known = places.findLast(one => one.layer === current && one.place === place && one.kind === kind)
    if (known !== undefined) return known
    const alive = followed ? new Set<string>() : undefined
    const made: Place = {
      kind,
      place,
      layer: current,
      files: 0,
      bytes: 0,
      examples: [],
      alive,
      deletedIn: undefined,
    }
    places.push(made)
    return made
  }

  const found = (kind: LeftoverKind, name: string, { path, size }: TarEntry): void => {
    const place = places.length < mostPlaces ? open(kind, name, true) : open(kind, 'many more places', false)
    place.files += 1
    place.bytes += size
    if (place.examples.length < 3) place.examples.push(path)
    if (place.alive !== undefined && place.alive.add(path).size > mostNames) place.alive = undefined
  }

  /** A whiteout of a file or folder, or a file that replaces one. */
  const gone = (path: string, below: boolean): void => {
    for (const place of places) {
      if (place.alive === undefined || place.alive.size === 0 || place.layer >= current) continue
      if (!isRelated(path, place.place)) continue
      if (!below) place.alive.delete(path)
      else
        for (const name of place.alive)
          if (name === path || name.startsWith(`${path}/`)) place.alive.delete(name)
      if (place.alive.size === 0) place.deletedIn = current
    }
  }

  return {
    ledger,
    layer() {
      current += 1
      const counted = ledger?.layer()
      return entry => {
        counted?.(entry)
        const deleted = whiteoutOf(entry.path)
        if (deleted !== undefined) {
          if (places.length > 0) gone(deleted, true)
          return
        }
        if (places.length > 0 && entry.type !== 'folder' && mayBeLeftover(entry.path)) gone(entry.path, false)
        const leftover = leftoverOf(entry)
        if (leftover !== undefined) found(leftover.kind, leftover.place, entry)
      }
    },
    leftovers: () =>
      places.map(({ alive, deletedIn, ...rest }) => ({
        ...rest,
        ...(deletedIn === undefined ? {} : { deletedIn }),
      })),
  }
}

/**
 * What a whiteout deletes: `a/.wh.b` deletes `a/b`, `a/.wh..wh..opq` everything that lower layers have in `a`.
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts
 */
export function whiteoutOf(path: string): string | undefined {
  const slash = path.lastIndexOf('/')
  if (!path.startsWith('.wh.', slash + 1)) return undefined
  const name = path.slice(slash + 5)
  const folder = path.slice(0, Math.max(slash, 0))
  if (name === '.wh..opq') return folder
  return slash < 0 ? name : `${folder}/${name}`
}

function isRelated(path: string, place: string): boolean {
  return path === '' || path === place || place.startsWith(`${path}/`) || path.startsWith(`${place}/`)
}
