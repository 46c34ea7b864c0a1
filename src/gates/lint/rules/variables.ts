import type { Dockerfile, Instruction } from '../dockerfile/index.ts'

/** The value of a variable where an instruction runs; undefined if it is not set, or only by the call. */
export function environmentAt(dockerfile: Dockerfile, at: Instruction, name: string): string | undefined {
  const set = dockerfile.expandAt(at, `\${${name}+set}`)
  if (!set.known || set.text !== 'set') return undefined
  const { text, known } = dockerfile.expandAt(at, `\${${name}}`)
  return known ? text : undefined
}
