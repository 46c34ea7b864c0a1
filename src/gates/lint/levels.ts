import type { Severity } from '../../outcome/index.ts'
import type { Policy } from '../../policy/index.ts'
import { dockerfilelintRules } from './engines/dockerfilelint-rules.ts'
import type { Level } from './rule.ts'

/** The policy's word on a rule, if it has one: `lint.rules`, or the keys of `base` that are rules too. */
export function setLevel(rule: string, { lint, base }: Policy): Level | undefined {
  if (Object.hasOwn(lint.rules, rule)) return lint.rules[rule]
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
  return Object.hasOwn(policy.lint.rules, `dockerfilelint/${rule}`)
}

export function isSeverity(level: Level): level is Severity {
  return level !== 'off'
}
