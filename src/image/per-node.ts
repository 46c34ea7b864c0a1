/** A digest of a repository, as a small number. Numbers ascend with digests, so that order never depends on a registry. */
export type Node = number

/** Values by node. A Map would take four times the memory, and there may be a million nodes. */
export interface PerNode<V> {
  get(node: Node): V | undefined
  has(node: Node): boolean
  set(node: Node, value: V): void
  /** In the order in which they were set; whoever walks them is given what is set meanwhile, too. */
  keys(): Iterable<Node>
  readonly size: number
}

export type ReadonlyPerNode<V> = Omit<PerNode<V>, 'set'>

/** For the nodes below `nodes`. No value may be `undefined`. */
export function perNode<V extends object | string>(nodes: number): PerNode<V> {
  const values: (V | undefined)[] = new Array(nodes).fill(undefined)
  const order: Node[] = []
  return {
    get: node => values[node],
    has: node => values[node] !== undefined,
    set(node, value) {
      if (values[node] === undefined) order.push(node)
      values[node] = value
    },
    keys: () => order,
    get size() {
      return order.length
    },
  }
}
