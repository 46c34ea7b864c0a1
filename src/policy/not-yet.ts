import { type Fault, faultAt } from './fault.ts'
import { formatPath, type Node, nodeAt, plain } from './node.ts'

/**
 * Keys that parse but that no step reads yet. A key that would silently do nothing is an error; whoever lands the
 * feature deletes its line here. Setting such a key to what it already means by default is no error.
 */
const notYet: readonly string[] = []

export function unlanded(tree: Node, defaults: Node, keys: readonly string[] = notYet): readonly Fault[] {
  return keys.flatMap(key => {
    return places(tree, key.split('.'), []).flatMap(path => {
      const set = nodeAt(tree, path)
      const built = nodeAt(defaults, path)
      if (
        set === undefined ||
        (built !== undefined && JSON.stringify(plain(set)) === JSON.stringify(plain(built)))
      ) {
        return []
      }
      const name = formatPath(path)
      return [faultAt(tree, path, `'${name}' does nothing yet in this release`, `remove '${name}'`)]
    })
  })
}

/** Every path that a key with `*` stands for. */
function places(tree: Node, key: readonly string[], path: readonly string[]): readonly (readonly string[])[] {
  const [step, ...rest] = key
  if (step === undefined) return [path]
  if (step !== '*') return places(tree, rest, [...path, step])
  const node = nodeAt(tree, path)
  return node?.kind === 'map'
    ? [...node.entries.keys()].flatMap(name => places(tree, rest, [...path, name]))
    : []
}
