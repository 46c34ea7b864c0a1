/** Time limits of many exchanges under one timer: a timer each would cost more than the rest of a small answer. */
export interface Deadlines {
  /** `late` is called once, at most a quarter of a second after the limit, unless `clear` was called before. */
  set(limited: Limited, milliseconds: number): void
  clear(limited: Limited): void
}

export interface Limited {
  due: number
  late(): void
}

const tick = 100

export function createDeadlines(): Deadlines {
  const open = new Set<Limited>()
  let timer: ReturnType<typeof setInterval> | undefined
  const look = () => {
    const now = performance.now()
    for (const limited of open) {
      if (limited.due > now) continue
      open.delete(limited)
      limited.late()
    }
    if (open.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
  return {
    set(limited, milliseconds) {
      limited.due = performance.now() + milliseconds
      open.add(limited)
      // Not waited for: what is limited keeps a run alive by its own socket, and a run that is done shall end at once.
      timer ??= setInterval(look, tick).unref()
    },
    clear(limited) {
      open.delete(limited)
    },
  }
}
