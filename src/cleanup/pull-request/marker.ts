import { nodeCrypto } from '../../registry/hash.ts'
import type { PlanId } from '../plan-file.ts'

/** What a proposal's body remembers for the next run, in a comment that nobody sees. */
export interface Marker {
  /** The id of the lines that merging it would have applied. */
  readonly plan: PlanId
  /** The id of the lines before reviewers struck some: a "no" to the one is a "no" to the other. */
  readonly proposed: PlanId
  /** A hash of title and body as they were written: what people changed since is left alone. */
  readonly text: string
  /** Why the tool itself has ended or paused it. */
  readonly state?: 'emptied' | 'stopped'
}

/** One line, at the end of the body. */
export function formatMarker({ plan, proposed, text, state }: Marker): string {
  const said = state === undefined ? '' : ` state=${state}`
  return `<!-- image-hygiene plan=${plan} proposed=${proposed} text=${text}${said} -->`
}

const grammar =
  /<!-- image-hygiene plan=(sha256:[0-9a-f]{64}) proposed=(sha256:[0-9a-f]{64}) text=([0-9a-f]{16})(?: state=(emptied|stopped))? -->/g

/** The last marker of a body; nothing untrusted in a body can look like one, because `<` is escaped there. */
export function parseMarker(body: string): Marker | undefined {
  const [, plan, proposed, text, state] = [...body.matchAll(grammar)].at(-1) ?? []
  if (plan === undefined || proposed === undefined || text === undefined) return undefined
  return { plan, proposed, text, ...(state === undefined ? {} : { state: state as 'emptied' | 'stopped' }) }
}

/** The body with another state in its marker. */
export function withState(body: string, state: 'emptied' | 'stopped'): string {
  const marker = parseMarker(body)
  if (marker === undefined) return body
  return body.replace(grammar, formatMarker({ ...marker, state }))
}

export function hashText(text: string): string {
  return nodeCrypto().createHash('sha256').update(text).digest('hex').slice(0, 16)
}
