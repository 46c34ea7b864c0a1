import type { ForgeWords } from '../../forge/index.ts'
import { formatInstant } from '../../image/index.ts'
import type { Finding } from '../../outcome/index.ts'
import type { Move } from './move.ts'

/** What a person should know about a move that left things as they are. */
export function findingsOf(move: Move, { proposal, sigil }: ForgeWords): readonly Finding[] {
  if (move.to === 'stop') return [stopped(move.why, proposal)]
  if (move.to !== 'leave') return []
  const { why } = move
  const name = move.proposal === undefined ? `the ${proposal}` : `${sigil}${move.proposal.number}`
  switch (why.because) {
    case 'same':
    case 'nothing-to-do':
      return []
    case 'held':
      return [
        warning('pull-request-held', `${name} stays as it is, because not every repository could be read`),
      ]
    case 'already-merged':
      return [
        {
          rule: 'pull-request-merged',
          severity: 'info',
          message: `${name} with this very plan is merged, but its images are still there`,
          fix: 'run the apply job of that merge again; if its plan is too old by now, delete the lines with "action":"delete" from the plan file on the default branch and run the plan job',
        },
      ]
    case 'stopped':
      return [stopped(why.what, proposal)]
    case 'foreign-branch':
      return [
        warning(
          'pull-request-branch-taken',
          `no ${proposal} is opened, because its branch holds work of somebody else: ${why.what}`,
          'delete the branch, or name another one in cleanup.pull-request.branch',
        ),
      ]
    case 'other-base':
      return [
        warning(
          'pull-request-other-base',
          `${name} goes to the branch ${why.what}, not to the default branch, and is left alone`,
          `set its base to the default branch, or close it`,
        ),
      ]
    case 'refused':
      return [
        info('pull-request-refused', `${name} with this very plan was closed: it is not proposed again`),
      ]
    case 'closed-lately':
      return [
        info(
          'pull-request-quiet',
          `${name} was closed: nothing is proposed before ${formatInstant(why.until)} (cleanup.pull-request.quiet-after-close)`,
        ),
      ]
  }
}

function stopped(why: string, proposal: string): Finding {
  return warning(
    'pull-request-stopped',
    `the ${proposal} is not refreshed: ${why}`,
    'undo that edit on the branch, or close the proposal and delete its branch',
  )
}

function warning(rule: string, message: string, fix?: string): Finding {
  return { rule, severity: 'warning', message, ...(fix === undefined ? {} : { fix }) }
}

function info(rule: string, message: string): Finding {
  return { rule, severity: 'info', message }
}
