/** How many requests of one registry are under way at once; it learns while it works. */
export interface Pace {
  /** Resolves when the caller may send. */
  enter(): Promise<void> | undefined
  /** After each request that entered. `slowDown`: the registry asked for it. */
  leave(slowDown: boolean): void
  /** Nothing enters for so many milliseconds. */
  pause(milliseconds: number): void
  readonly width: number
}

export interface PaceOptions {
  readonly start?: number
  readonly most?: number
  /** Milliseconds, monotonic. */
  readonly clock?: () => number
}

/** Twice the connections must bring this much more throughput to be kept. */
const gain = 1.15

/**
 * Starts low and doubles while that makes the registry answer more per second; stays where it no longer helps. Halves
 * when the registry asks to slow down, and then grows by one at a time.
 */
export function createPace({
  start = 8,
  most = 64,
  clock = () => performance.now(),
}: PaceOptions = {}): Pace {
  let width = Math.min(start, most)
  let ceiling = most
  let busy = 0
  let pausedUntil = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const waiting: (() => void)[] = []
  let next = 0

  let began = 0
  let done = 0
  let best = 0
  let careful = false

  const release = () => {
    if (timer !== undefined) return
    const left = pausedUntil - clock()
    if (left > 0) {
      timer = setTimeout(() => {
        timer = undefined
        release()
      }, left)
      return
    }
    while (busy < width && next < waiting.length) {
      busy += 1
      waiting[next]?.()
      next += 1
    }
    if (next === waiting.length) {
      waiting.length = 0
      next = 0
    }
  }

  const learn = () => {
    done += 1
    if (done < width * 3) return
    const now = clock()
    const rate = done / Math.max(now - began, 0.001)
    began = now
    done = 0
    // Only a line of waiting requests shows that more width would be used.
    if (next === waiting.length || width >= ceiling) return
    if (careful) {
      width += 1
    } else if (best === 0 || rate > best * gain) {
      best = rate
      width = Math.min(ceiling, width * 2)
    } else {
      ceiling = width
    }
  }

  return {
    enter() {
      if (busy < width && next === waiting.length && pausedUntil <= clock()) {
        if (busy === 0 && done === 0) began = clock()
        busy += 1
        return undefined
      }
      const turn = new Promise<void>(resolve => waiting.push(resolve))
      release()
      return turn
    },
    leave(slowDown) {
      busy -= 1
      if (slowDown) {
        // All that were under way are told the same: one halving for them together.
        if (done > 0 || !careful) width = Math.max(1, Math.floor(width / 2))
        careful = true
        done = 0
        began = clock()
      } else {
        learn()
      }
      release()
    },
    pause(milliseconds) {
      pausedUntil = Math.max(pausedUntil, clock() + milliseconds)
    },
    get width() {
      return width
    },
  }
}
