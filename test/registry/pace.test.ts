import { describe, expect, it } from 'vitest'
import { createPace, type Pace } from '../../src/registry/pace.ts'

/** A registry that answers `served` requests at once, each in ten milliseconds, however many more are waiting. */
function simulate(pace: Pace, clock: { now: number }, served: number, requests: number): number {
  let waiting = requests
  let busy = 0
  const enter = () => {
    while (waiting > 0) {
      const turn = pace.enter()
      waiting -= 1
      if (turn === undefined) busy += 1
    }
  }
  enter()
  let queued = requests - busy
  let most = busy
  while (busy > 0) {
    const batch = Math.min(served, busy)
    clock.now += 10
    for (let n = 0; n < batch; n += 1) {
      pace.leave(false)
      busy -= 1
      const room = Math.min(pace.width - busy, queued)
      busy += room
      queued -= room
    }
    most = Math.max(most, busy)
  }
  return most
}

describe('the pace', () => {
  it('starts low', () => {
    const pace = createPace()
    const turns = Array.from({ length: 20 }, () => pace.enter())
    expect(turns.filter(turn => turn === undefined).length).toBe(8)
  })

  it('grows while the registry answers more per second, up to the most', () => {
    const clock = { now: 0 }
    const pace = createPace({ clock: () => clock.now })
    expect(simulate(pace, clock, 1000, 5000)).toBe(32)
  })

  it('stays where more connections bring nothing', () => {
    const clock = { now: 0 }
    const pace = createPace({ clock: () => clock.now })
    expect(simulate(pace, clock, 8, 5000)).toBeLessThanOrEqual(16)
  })

  it('opens up within a few round trips, however far the registry is', () => {
    const clock = { now: 0 }
    const pace = createPace({ clock: () => clock.now })
    simulate(pace, clock, 1000, 200)
    expect(pace.width).toBe(32)
    expect(clock.now).toBeLessThanOrEqual(130)
  })

  it('tries again later where more brought nothing at first', () => {
    const clock = { now: 0 }
    const pace = createPace({ clock: () => clock.now })
    simulate(pace, clock, 8, 300)
    expect(pace.width).toBe(8)
    simulate(pace, clock, 1000, 2000)
    expect(pace.width).toBe(32)
  })

  it('halves once for all that were told to slow down together, down to one', () => {
    const pace = createPace({ start: 16, clock: () => 0 })
    for (let n = 0; n < 16; n += 1) pace.enter()
    for (let n = 0; n < 16; n += 1) pace.leave(true)
    expect(pace.width).toBe(8)
    for (let round = 0; round < 10; round += 1) {
      pace.enter()
      pace.leave(false)
      pace.enter()
      pace.leave(true)
    }
    expect(pace.width).toBe(1)
  })

  it('lets the waiting in, in their order, when it may', async () => {
    const pace = createPace({ start: 1, most: 1 })
    const order: number[] = []
    pace.enter()
    const all = [1, 2, 3].map(async n => {
      await pace.enter()
      order.push(n)
      pace.leave(false)
    })
    expect(order).toEqual([])
    pace.leave(false)
    await Promise.all(all)
    expect(order).toEqual([1, 2, 3])
  })

  it('lets nobody in during a pause', async () => {
    const pace = createPace()
    const began = performance.now()
    pace.pause(60)
    await pace.enter()
    expect(performance.now() - began).toBeGreaterThanOrEqual(55)
  })
})
