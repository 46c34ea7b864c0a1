import type { Instruction, Stage } from '../dockerfile/index.ts'
import { mountOptions } from '../images.ts'
import type { Hit, Subject } from '../rule.ts'
import type { Started } from '../shell/run.ts'

/** What a package manager leaves in the layer that ran it. */
export interface Leftover {
  /** True for the command that fills the folder. */
  readonly fills: (started: Started) => boolean
  /** True for a command of the same RUN that empties it. */
  readonly clears: (started: Started) => boolean
  /** Folders; a cache or tmpfs mount on one of them keeps it out of the layer. */
  readonly folders: readonly string[]
  readonly message: (started: Started) => string
}

/** One hit for each RUN of a shipped stage that fills and does not clear. */
export function* leftoversIn(
  subject: Subject,
  leftover: Leftover,
  keeps: (stage: Stage, run: Instruction) => boolean = () => true,
): Generator<Hit> {
  for (const stage of subject.shipped) {
    for (const run of stage.instructions) {
      if (run.keyword !== 'RUN') continue
      const all = subject.started(run)
      const filled = all.findIndex(leftover.fills)
      if (filled < 0 || all.slice(filled + 1).some(leftover.clears)) continue
      if (isMounted(run, leftover.folders) || !keeps(stage, run)) continue
      const at = all[filled] as Started
      yield { ...at.place, message: leftover.message(at) }
    }
  }
}

/** True if a mount that is no part of the layer covers one of the folders. */
export function isMounted(run: Instruction, folders: readonly string[]): boolean {
  return run.flags.some(({ name, value = '' }) => {
    if (name !== 'mount') return false
    const options = new Map(mountOptions(value))
    const type = options.get('type')
    const target = options.get('target') ?? options.get('dst') ?? options.get('destination') ?? ''
    return (type === 'cache' || type === 'tmpfs') && folders.some(folder => covers(target, folder))
  })
}

function covers(target: string, folder: string): boolean {
  const mounted = target.replace(/\/+$/, '')
  return mounted !== '' && (folder === mounted || folder.startsWith(`${mounted}/`))
}

/** `rm -rf /var/lib/apt/lists/*` and its relatives. */
export function removes({ program, words }: Started, folder: string): boolean {
  if (program === 'rm') return words.some(({ text }) => text.startsWith(folder) || covers(text, folder))
  return (
    program === 'find' &&
    words[0]?.text.startsWith(folder) === true &&
    words.some(({ text }) => text === '-delete')
  )
}
