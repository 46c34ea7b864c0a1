import { HygieneError } from '../outcome/index.ts'

export interface Budget {
  /** Before each request. Throws `budget-spent` when the whole run may send no more. */
  spend(): void
  /** Throws `budget-spent` if waiting so many milliseconds would outlast the run. */
  wait(milliseconds: number): void
  /** Milliseconds that are left. */
  left(): number
}

export interface BudgetLimits {
  readonly requests?: number | undefined
  readonly seconds?: number | undefined
}

/** A registry that never comes to an end must not keep a job alive until the platform kills it. */
const longestRun = 5 * 60 * 60
/** One wait that a registry may ask for when the run has hours left. */
const longestWait = 15 * 60 * 1000

/** The requests and the time of a whole run, over all its registries. `clock` counts milliseconds and never goes back. */
export function createBudget(
  limits: BudgetLimits = {},
  clock: () => number = () => performance.now(),
): Budget {
  const { requests = Number.POSITIVE_INFINITY, seconds = longestRun } = limits
  const end = clock() + seconds * 1000
  let sent = 0
  return {
    spend() {
      if (sent >= requests) {
        throw spent(`the ${requests} requests that this run may send are spent`)
      }
      if (clock() >= end) throw spent(`the ${seconds} s that this run may take are over`)
      sent += 1
    },
    wait(milliseconds) {
      if (clock() + milliseconds >= end) {
        throw spent(
          `a registry asks to wait ${Math.ceil(milliseconds / 1000)} s, longer than this run may take`,
        )
      }
      if (milliseconds > longestWait) {
        throw spent(`a registry asks to wait ${Math.ceil(milliseconds / 1000)} s`)
      }
    },
    left: () => Math.max(0, end - clock()),
  }
}

function spent(what: string): HygieneError {
  return new HygieneError('budget-spent', `${what}: nothing half done is left behind`, {
    fix: 'run again later, or allow more with time-budget: what is finished is not repeated',
  })
}
