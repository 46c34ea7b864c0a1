// Builds of another day, by Debian's faketime in front of Node, whose clock comes from libc. Static Go binaries are not
// fooled by it, so BuildKit and cosign keep today's date; what an image says about itself comes from `prepare`.
import { run } from './run.ts'
import { tool } from './tools.ts'

/** In front of a command: it runs so many days ago. */
export function daysAgo(days: number): readonly string[] {
  return days === 0 ? [] : [tool('faketime'), '-f', `-${days}d`]
}

/** What faketime tells a child, for a runner that starts the commands itself. */
export async function environmentOf(days: number): Promise<Readonly<Record<string, string>>> {
  if (days === 0) return {}
  const said = await run([tool('faketime'), '-f', `-${days}d`, 'env'])
  const wanted = /^(LD_PRELOAD|FAKETIME)=(.+)$/gm
  return Object.fromEntries(
    [...said.stdout.matchAll(wanted)].map(([, name = '', value = '']) => [name, value]),
  )
}
