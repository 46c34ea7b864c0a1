import type { Hold } from '../view.ts'
import { momentOf } from './moment.ts'
import { type Case, expiryPath, type TagRule } from './rule.ts'

/** Nothing says when it may go: nobody may guess. */
export const noClock: TagRule = {
  name: 'no-clock',
  holds: one => {
    const moment = momentOf(one)
    if (moment === 'unread') return moment
    return moment === 'none' ? hold(one, { because: 'no-clock', detail: missingClock(one) }) : undefined
  },
}

/** A label in milliseconds, of 1970 or of the year 50000 was meant as something; what, nobody knows. */
export const absurdClock: TagRule = {
  name: 'absurd-clock',
  holds: one => {
    const moment = momentOf(one)
    if (typeof moment !== 'object' || !('absurd' in moment)) return undefined
    const detail = `'${moment.absurd.slice(0, 80)}' ${moment.why}`
    return hold(one, { because: 'absurd-clock', detail })
  },
}

export const notExpired: TagRule = {
  name: 'not-expired',
  holds: one => {
    const moment = momentOf(one)
    if (typeof moment !== 'object' || !('at' in moment) || moment.at <= one.view.world.facts.now)
      return undefined
    return hold(one, { because: 'not-expired', detail: 'its time has not come', clock: moment })
  },
}

function missingClock({ view }: Case): string {
  const { clock } = view.world.facts.policy.policy.cleanup
  if (clock === 'label') return 'it has no expire_at'
  return clock === 'push'
    ? 'it has no expire_at, and the registry tells no push time'
    : 'it has no expire_at, no push time and no build date'
}

function hold(one: Case, reason: Pick<Hold, 'because' | 'detail' | 'clock'>): Hold {
  const name = one.match?.class
  const rule = one.view.world.rule(reason.because === 'no-clock' ? 'cleanup.clock' : expiryPath(one))
  return name === undefined ? { ...reason, rule } : { ...reason, rule, class: name }
}
