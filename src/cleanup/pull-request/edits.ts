import { type Plan, type PlanLine, planId } from '../plan-file.ts'
import { parsePlan } from '../plan-file-parse.ts'
import { type Note, nameOf } from './message.ts'

/** What people did to the plan on its branch. Only what is understood may be carried along. */
export type Edits =
  | {
      readonly understood: true
      readonly plan: Plan
      /** `repository@digest`: not now. */
      readonly struck: ReadonlySet<string>
      /** Every keep line of the branch. */
      readonly keeps: readonly PlanLine[]
      /** Whether the file is exactly as a run of ours wrote it. */
      readonly untouched: boolean
    }
  | { readonly understood: false; readonly why: string }

export interface BranchReading {
  /** The plan's path. */
  readonly path: string
  /** Paths in which the branch differs from the base. */
  readonly changed: readonly string[]
  /** The plan at the branch's tip. */
  readonly text: string | undefined
  /** The newest commit of ours on the branch. */
  readonly note: Note | undefined
  /** The plan as of that commit; only asked for if `text` is not what that commit wrote. */
  readonly written?: string | undefined
}

/** Whether `text` is the very file that the commit of the note wrote: then nobody needs to read that one. */
export function isAsWritten(text: string | undefined, note: Note | undefined): boolean {
  const plan = text === undefined ? undefined : parsed(text)
  return (
    plan !== undefined &&
    note !== undefined &&
    plan.header.plan === note.plan &&
    planId(plan.lines) === note.plan
  )
}

export function readEdits({ path, changed, text, note, written }: BranchReading): Edits {
  const others = changed.filter(file => file !== path)
  if (others.length > 0) {
    const more = others.length > 3 ? ` and ${others.length - 3} more` : ''
    return strange(`the branch changes other files than the plan: ${others.slice(0, 3).join(', ')}${more}`)
  }
  if (text === undefined) return strange('the plan file is deleted on the branch')
  const read = parsePlan(text)
  if ('faults' in read) {
    const [first] = read.faults
    return strange(`the plan on the branch cannot be read: line ${first?.line}: ${first?.message}`)
  }
  if (note === undefined) return strange('no commit of image-hygiene is on the branch')
  const keeps = read.lines.filter(({ action }) => action === 'keep')
  const struck = new Set(note.struck)
  if (isAsWritten(text, note)) return { understood: true, plan: read, struck, keeps, untouched: true }
  const before = written === undefined ? undefined : parsed(written)
  if (before === undefined)
    return strange('the plan that image-hygiene wrote on the branch cannot be read any more')
  const fault = compareInto(struck, before, read)
  return fault === undefined
    ? { understood: true, plan: read, struck, keeps, untouched: false }
    : strange(fault)
}

/** Adds what reviewers struck and takes out what they put back; what is neither is returned as a sentence. */
function compareInto(struck: Set<string>, before: Plan, after: Plan): string | undefined {
  if (headerOf(before) !== headerOf(after)) return 'the first line of the plan was edited'
  const was = new Map(before.lines.map(line => [nameOf(line), line]))
  const is = new Map(after.lines.map(line => [nameOf(line), line]))
  for (const name of was.keys()) if (!is.has(name)) struck.add(name)
  for (const [name, line] of is) {
    const old = was.get(name)
    if (old !== undefined && !(sameBut(old, line) && mayBecome(old, line))) {
      return `the line of ${name} was rewritten`
    }
    if (old === undefined && line.action !== 'keep' && !struck.has(name)) {
      return `a line was added: ${name}. Lines can be deleted or changed to keep, not added`
    }
    struck.delete(name)
  }
  return undefined
}

/** Anything may be kept, and what was kept may be given up; only a plan says whether an image goes or a tag of it. */
function mayBecome(old: PlanLine, line: PlanLine): boolean {
  return line.action === 'keep' || old.action === 'keep' || line.action === old.action
}

/** Equal but for the action, which reviewers may change. */
function sameBut(a: PlanLine, b: PlanLine): boolean {
  return planId([{ ...a, action: 'delete' }]) === planId([{ ...b, action: 'delete' }])
}

function headerOf({ header: { policy, sources, plan } }: Plan): string {
  return [plan, policy, ...sources].join('\n')
}

function parsed(text: string): Plan | undefined {
  const plan = parsePlan(text)
  return 'faults' in plan ? undefined : plan
}

function strange(why: string): Edits {
  return { understood: false, why }
}
