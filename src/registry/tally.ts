import type { HttpResponse } from '../system/world.ts'

/** What was sent to registries and what came back, for `stats`. */
export interface Tally {
  answered(response: HttpResponse): void
  repeated(): void
  counts(): Counts
}

export interface Counts {
  /** Answers, those to repeated requests included; token requests not. */
  readonly requests: number
  /** Answers `304 Not Modified`. */
  readonly unchanged: number
  readonly retries: number
  /** Of bodies. */
  readonly bytes: number
}

export function createTally(): Tally {
  let requests = 0
  let unchanged = 0
  let retries = 0
  let bytes = 0
  return {
    answered({ status, body }) {
      requests += 1
      if (status === 304) unchanged += 1
      bytes += body.length
    },
    repeated() {
      retries += 1
    },
    counts: () => ({ requests, unchanged, retries, bytes }),
  }
}
