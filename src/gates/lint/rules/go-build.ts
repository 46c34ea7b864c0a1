import type { Instruction } from '../dockerfile/index.ts'
import type { Subject } from '../rule.ts'
import { subcommandOf } from '../shell/program.ts'
import type { Started } from '../shell/run.ts'
import { environmentAt } from './variables.ts'

export interface GoBuild extends Started {
  readonly run: Instruction
  /** Flags of the line and of GOFLAGS, as one text. */
  readonly options: string
  /** CGO_ENABLED where it runs. */
  readonly cgo: string | undefined
}

/** Four rules ask for them. */
const known = new WeakMap<Subject, readonly GoBuild[]>()

/** Every `go build` and `go install` of the file. */
export function goBuilds(subject: Subject): readonly GoBuild[] {
  const before = known.get(subject) ?? [...find(subject)]
  known.set(subject, before)
  return before
}

function* find({ dockerfile, started }: Subject): Generator<GoBuild> {
  for (const run of dockerfile.instructions) {
    if (run.keyword !== 'RUN' || !mentions(run, 'go')) continue
    let exported: string | undefined
    for (const one of started(run)) {
      if (one.program === 'export') {
        exported = one.words.find(({ text }) => text.startsWith('CGO_ENABLED='))?.text.slice(12) ?? exported
      }
      if (one.program !== 'go' || !/^(?:build|install)$/.test(subcommandOf(one))) continue
      const flags = one.environment.get('GOFLAGS') ?? environmentAt(dockerfile, run, 'GOFLAGS') ?? ''
      yield {
        ...one,
        run,
        options: `${one.words.map(({ text }) => text).join(' ')} ${flags}`,
        cgo: one.environment.get('CGO_ENABLED') ?? exported ?? environmentAt(dockerfile, run, 'CGO_ENABLED'),
      }
    }
  }
}

function mentions(run: Instruction, word: string): boolean {
  return run.text.includes(word) || run.heredocs.some(({ body }) => body.includes(word))
}
