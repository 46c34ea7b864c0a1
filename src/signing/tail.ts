import type { RunResult } from '../system/world.ts'

const lines = 15
const longest = 500

/** The end of what a program said, for people: its error stream, or what it printed where that is empty. */
export function tailOf({ stdout, stderr }: RunResult): readonly string[] {
  const text = stderr.trim() === '' ? stdout : stderr
  return text
    .split(/\r\n|[\r\n]/)
    .filter(line => line.trim() !== '')
    .slice(-lines)
    .map(line => (line.length > longest ? `${line.slice(0, longest)}…` : line))
}
