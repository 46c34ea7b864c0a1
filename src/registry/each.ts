/** Does `work` for every item, `width` at once. The first failure ends it: nothing further is begun. */
export async function forEach<T>(
  items: Iterable<T>,
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items[Symbol.iterator]()
  let stopped = false
  const lane = async (): Promise<void> => {
    while (!stopped) {
      const { done, value } = rest.next()
      if (done === true) return
      try {
        await work(value)
      } catch (error) {
        stopped = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: width }, lane))
}
