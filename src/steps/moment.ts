import { type Instant, parseExpireAt } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { World } from '../system/world.ts'

/** `--at`, or now. Throws `bad-usage` for what is neither RFC 3339 nor unix seconds. */
export function momentOf(at: string | undefined, world: World): Instant {
  const moment = at === undefined ? world.now() : parseExpireAt(at)
  if (typeof moment === 'number') return moment
  throw new HygieneError('bad-usage', `at: '${at}' ${moment?.why ?? 'is empty'}`, {
    fix: '--at 2026-12-01T00:00:00Z, or --at 1796083200',
  })
}
