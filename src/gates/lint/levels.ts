import type { Policy } from '../../policy/index.ts'
import { dockerfilelintRules } from './engines/dockerfilelint-rules.ts'
import type { Level } from './rule.ts'

/** A rule of an engine may be named without the engine: `DL3007` is `hadolint/DL3007`. */
export function namesOf(rule: string): readonly string[] {
  const slash = rule.indexOf('/')
  return slash < 0 ? [rule] : [rule, rule.slice(slash + 1)]
}

/** The policy's word on a rule, if it has one: `lint.rules`, or the keys of `base` that are rules too. */
function setLevel(rule: string, { lint, base }: Policy): Level | undefined {
  const name = namesOf(rule).find(one => Object.hasOwn(lint.rules, one))
  if (name !== undefined) return lint.rules[name]
  const own = rule === 'base-unpinned' ? base.pin : rule === 'base-eol' ? base.eol : undefined
  return own === 'warn' ? 'warning' : own
}

/** The level of one finding: the policy's, else the case's own, else the rule's. */
export function levelOf(rule: string, fallback: Level, policy: Policy): Level {
  return setLevel(rule, policy) ?? fallback
}

/** dockerfilelint's rules that ours judge better are silent beside them, unless the policy names them. */
export function speaks(rule: string, policy: Policy): boolean {
  const native = Object.hasOwn(dockerfilelintRules, rule) ? dockerfilelintRules[rule]?.native : undefined
  if (native === undefined || !policy.lint.engines.includes('native')) return true
  return namesOf(`dockerfilelint/${rule}`).some(name => Object.hasOwn(policy.lint.rules, name))
}
