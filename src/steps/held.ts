import type { Decision } from '../cleanup/decision.ts'
import type { Usage } from '../cleanup/in-use/index.ts'
import type { Finding } from '../outcome/index.ts'

const most = 5

/** Why nothing of a repository is planned; what holds them all is said once. */
export function heldFindings({ repositories }: Decision, usage: Usage): readonly Finding[] {
  const everywhere = usage.gaps.map(({ about, why }) => held(`every repository is held: ${about}: ${why}`))
  return [
    ...everywhere,
    ...repositories.flatMap(({ repository, held: gaps }) => {
      const own = gaps.filter(gap => !usage.gaps.includes(gap))
      const more =
        own.length > most ? [held(`${own.length - most} more things could not be read`, repository)] : []
      return [...own.slice(0, most).map(({ about, why }) => held(`${about}: ${why}`, repository)), ...more]
    }),
  ]
}

function held(message: string, image?: string): Finding {
  return { rule: 'held', severity: 'error', message, ...(image === undefined ? {} : { image }) }
}
