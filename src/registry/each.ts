/**
 * Does `work` for every item, `width` at once. After a failure nothing further is begun, what is under way is waited
 * for, and then the failure is thrown.
 */
export async function forEach<T>(
  items: Iterable<T>,
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items[Symbol.iterator]()
  let failure: { readonly error: unknown } | undefined
  const lane = async (): Promise<void> => {
    while (failure === undefined) {
      const { done, value } = rest.next()
      if (done === true) return
      try {
        await work(value)
      } catch (error) {
        failure ??= { error }
      }
    }
  }
  await Promise.all(Array.from({ length: width }, lane))
  if (failure !== undefined) throw failure.error
}
