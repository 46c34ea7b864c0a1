import type { AnyStep } from './define.ts'

/** The steps, in the order of an image's life. Each loads only when it runs, so `--help` stays quick. */
export const steps: readonly StepEntry[] = []

export interface StepEntry {
  readonly name: string
  /** One line, for the list of steps. */
  readonly summary: string
  readonly load: () => Promise<AnyStep>
}
