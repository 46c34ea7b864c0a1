import { didYouMean, formatLocation, type Location, nearest } from '../outcome/index.ts'
import { classDefaults, keepDefaults } from './defaults.ts'
import { type Fault, faultAt, isLegalPath } from './fault.ts'
import { formatPath, leavesOf, type Node, nodeAt, placeOf, plain } from './node.ts'
import { type Tightening, tightenings } from './tighten.ts'

/** A path that later files may only tighten, and the line that says so. */
export interface Lock {
  readonly path: readonly string[]
  readonly at: Location | undefined
}

/** The locks a file sets for those that extend it. */
export function locksOf(tree: Node): { readonly locks: readonly Lock[]; readonly faults: readonly Fault[] } {
  const node = nodeAt(tree, ['lock'])
  if (node?.kind !== 'list') return { locks: [], faults: [] }
  const locks: Lock[] = []
  const faults: Fault[] = []
  node.items.forEach((item, index) => {
    const text = String(plain(item))
    const path = text.split('.')
    if (isLegalPath(path) && isLockable(path)) {
      locks.push({ path, at: item.at })
    } else {
      const meant = nearest(text, lockablePaths())
      faults.push(
        faultAt(
          tree,
          ['lock', index],
          `'lock.${index}': '${text.slice(0, 80)}' is no path that can be locked`,
          didYouMean(meant),
        ),
      )
    }
  })
  return { locks, faults }
}

/** Every place where `later` is looser than `earlier` at a locked path. */
export function loosened(earlier: Node, later: Node, locks: readonly Lock[]): readonly Fault[] {
  return leavesOf(later).flatMap(([path, leaf]) => {
    const lock = locks.find(({ path: locked }) => overlap(locked, path))
    // An empty mapping changes nothing.
    if (lock === undefined || path.length === 0 || leaf.kind === 'map') return []
    const before = valueAt(earlier, path)
    const after = plain(leaf)
    if (JSON.stringify(before) === JSON.stringify(after)) return []
    const rule = tighteningOf(path)
    const newRow = path[0] === 'classes' && nodeAt(earlier, path.slice(0, 2)) === undefined
    if (!newRow && rule?.holds(before, after)) return []
    const where = lock.at === undefined ? '' : ` by ${formatLocation(lock.at)}`
    const value = placeOf(earlier, path)
    const from = value === undefined ? 'its default' : formatLocation(value)
    const may = newRow
      ? 'not get further rows'
      : `only ${rule?.may ?? 'be tightened key by key, not replaced'}`
    const name = formatPath(path)
    return [
      faultAt(
        later,
        path,
        `'${name}' is locked as '${formatPath(lock.path)}'${where} and may ${may}: it was ${shown(before)} (${from}), here it is ${shown(after)}`,
        newRow || before === undefined ? `remove '${name}' here` : `${path.at(-1)}: ${shown(before)}`,
      ),
    ]
  })
}

/** A lock binds what is below it, and whoever replaces what it stands in. */
function overlap(locked: readonly string[], path: readonly string[]): boolean {
  return locked.every((step, index) => path[index] === undefined || path[index] === step)
}

function valueAt(tree: Node, path: readonly string[]): unknown {
  const node = nodeAt(tree, path)
  if (node !== undefined) return plain(node)
  if (path[0] !== 'classes') return undefined
  if (path[2] === 'keep' && path[3] === 'per') return keepDefaults.per
  const key = path[2] as keyof typeof classDefaults
  return path.length === 3 && Object.hasOwn(classDefaults, key) ? classDefaults[key] : undefined
}

function tighteningOf(path: readonly string[]): Tightening | undefined {
  const free =
    path[0] === 'classes' || path[0] === 'aliases' ? 1 : path[0] === 'lint' && path[1] === 'rules' ? 2 : -1
  return tightenings[path.map((step, index) => (index === free ? '*' : step)).join('.')]
}

function isLockable(path: readonly string[]): boolean {
  return Object.keys(tightenings).some(known => {
    const steps = known.split('.')
    return (
      path.length <= steps.length &&
      path.every((step, index) => steps[index] === step || steps[index] === '*')
    )
  })
}

function lockablePaths(): readonly string[] {
  const whole = Object.keys(tightenings).flatMap(path => {
    const steps = path.split('.')
    return steps.map((_, index) => steps.slice(0, index + 1).join('.'))
  })
  return [...new Set(whole)].filter(path => !path.includes('*'))
}

function shown(value: unknown): string {
  const text = value === undefined ? 'not set' : JSON.stringify(value)
  return text.length > 120 ? `${text.slice(0, 117)}…` : text
}
