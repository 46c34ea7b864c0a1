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

/**
 * The most requests under way at once to one registry, and so the most connections: registries of the field are slower
 * with 64 of them, and at 30 ms of distance these are a thousand answers a second.
 */
export const mostRequests = 32
/** Twice the requests at once must bring this much more throughput to be kept. */
const gain = 1.1
/** Milliseconds. Shorter rounds are ruled by chance. */
const shortestRound = 30
/** Where more brought nothing, it is tried again after so many rounds: the registry may have been busy. */
const rest = 16

/**
 * Starts low and doubles with every round of answers while that makes the registry answer more per second; stays where it
 * no longer helps. Halves when the registry asks to slow down, and then grows by one at a time.
 */
export function createPace({
  start = 8,
  most = mostRequests,
  clock = () => performance.now(),
}: PaceOptions = {}): Pace {
  let width = Math.min(start, most)
  let busy = 0
  let pausedUntil = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const waiting: (() => void)[] = []
  let next = 0

  let began = 0
  /** Answers of this round; below zero: as many do not count. */
  let done = 0
  /** The width before the last widening, and the answers a millisecond that it brought. */
  let before = width
  let best = 0
  /** Rounds. */
  let resting = 0
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
    if (done === 0) began = clock()
    // Answers come in crowds as large as the width: only whole crowds are counted.
    if (done <= 0 || done % width !== 0) return
    const now = clock()
    if (now - began < shortestRound) return
    const rate = done / (now - began)
    began = now
    done = 0
    // Only a line of waiting requests shows that more width would be used.
    if (next === waiting.length) return
    if (careful) {
      width = Math.min(most, width + 1)
    } else if (resting > 0) {
      resting -= 1
    } else if (width > before && rate < best * gain) {
      width = before
      resting = rest
    } else {
      best = rate
      before = width
      width = Math.min(most, width * 2)
      // New connections take a while to open: the first answers after that do not count.
      if (width > before) done = -width
    }
  }

  return {
    enter() {
      if (busy < width && next === waiting.length && pausedUntil <= clock()) {
        if (busy === 0 && done <= 0) began = clock()
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
        if (done !== 0 || !careful) width = Math.max(1, Math.floor(width / 2))
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
