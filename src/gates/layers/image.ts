import { type Ledger, openLedger } from './efficiency.ts'
import { follow } from './followed.ts'
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

/** Beyond so many files the rest is counted, and its deletion no longer followed. */
const mostFollowed = 50_000
/** Beyond so many places they are told as one. */
const mostPlaces = 200

interface Place {
  readonly kind: LeftoverKind
  readonly place: string
  readonly layer: number
  files: number
  bytes: number
  readonly examples: string[]
  /** Of its files those that no later layer has deleted yet. */
  alive: number
  deletedIn: number | undefined
}

export function readLayers({ efficiency }: { readonly efficiency: boolean }): LayerReader {
  const places: Place[] = []
  /** Those of the current layer, by kind and name. */
  let open = new Map<string, Place>()
  const following = follow(mostFollowed)
  const ledger = efficiency ? openLedger() : undefined
  let current = -1

  const placeOf = (kind: LeftoverKind, place: string): Place => {
    const key = `${kind.what}\0${place}`
    const known = open.get(key)
    if (known !== undefined) return known
    const made: Place = {
      kind,
      place,
      layer: current,
      files: 0,
      bytes: 0,
      examples: [],
      alive: 0,
      deletedIn: undefined,
    }
    places.push(made)
    open.set(key, made)
    return made
  }

  const found = (kind: LeftoverKind, name: string, { path, size }: TarEntry): void => {
    const place = placeOf(kind, places.length < mostPlaces ? name : 'many more places')
    place.files += 1
    place.bytes += size
    if (place.examples.length < 3) place.examples.push(path)
    // What is not followed is alive for good.
    place.alive += 1
    following.follow({
      path,
      gone: () => {
        place.alive -= 1
        if (place.alive === 0) place.deletedIn = current
      },
    })
  }

  return {
    ledger,
    layer() {
      current += 1
      open = new Map()
      following.nextLayer()
      const counted = ledger?.layer()
      return entry => {
        counted?.(entry)
        const deleted = whiteoutOf(entry.path)
        if (deleted !== undefined) {
          following.remove(deleted, true)
          return
        }
        if (entry.type !== 'folder' && mayBeLeftover(entry.path)) following.remove(entry.path, false)
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
