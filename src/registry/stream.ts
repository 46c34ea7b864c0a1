/** Items that become known while others are already worked on; ends when `close` is called and all were taken. */
export interface Stream<T> {
  add(items: Iterable<T>): void
  close(): void
  /** Does `work` for every item, `width` at once, each item once. The first failure is thrown at the end. */
  each(width: number, work: (item: T) => Promise<void>): Promise<void>
}

export function createStream<T>(): Stream<T> {
  const seen = new Set<T>()
  const items: T[] = []
  let next = 0
  let closed = false
  let idle: (() => void)[] = []
  const wake = () => {
    const woken = idle
    idle = []
    for (const go of woken) go()
  }
  return {
    add(more) {
      for (const item of more) {
        if (seen.has(item)) continue
        seen.add(item)
        items.push(item)
      }
      wake()
    },
    close() {
      closed = true
      wake()
    },
    async each(width, work) {
      let failure: { readonly error: unknown } | undefined
      const lane = async (): Promise<void> => {
        while (failure === undefined) {
          const item = items[next]
          if (item === undefined) {
            if (closed) return
            await new Promise<void>(resolve => idle.push(resolve))
            continue
          }
          next += 1
          try {
            await work(item)
          } catch (error) {
            failure ??= { error }
            wake()
          }
        }
      }
      await Promise.all(Array.from({ length: width }, lane))
      if (failure !== undefined) throw failure.error
    },
  }
}
