// Which port a server of ours listens on, read from the kernel and not from its log: the answer cannot be another
// process that took the port first.
import type { ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

const listenState = '0A'

/** Ports on which this process listens, by the inodes of its sockets (proc(5), /proc/pid/net/tcp). */
export function portsOf(pid: number): readonly number[] {
  const inodes = new Set<string>()
  for (const fd of readdirSync(`/proc/${pid}/fd`)) {
    const inode = /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${fd}`))?.[1]
    if (inode !== undefined) inodes.add(inode)
  }
  const rows = ['tcp', 'tcp6'].flatMap(file =>
    readFileSync(`/proc/${pid}/net/${file}`, 'utf8').split('\n').slice(1),
  )
  return rows.flatMap(row => {
    const [, local, , state, , , , , , inode] = row.trim().split(/\s+/)
    if (state !== listenState || inode === undefined || !inodes.has(inode)) return []
    return [Number.parseInt(local?.split(':')[1] ?? '', 16)]
  })
}

/** A descriptor may be closed while the folder is read. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

/** Waits until the server listens. `log` is what it has said so far, for the error when it ends or stays silent. */
export async function listeningPort(
  server: ChildProcess,
  log: () => string,
  patience = 15_000,
): Promise<number> {
  const deadline = Date.now() + patience
  while (server.exitCode === null && server.signalCode === null && server.pid !== undefined) {
    const [port] = portsOf(server.pid)
    if (port !== undefined) return port
    if (Date.now() > deadline)
      throw new Error(`${server.spawnargs.join(' ')} does not listen after ${patience} ms\n${log()}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw new Error(
    `${server.spawnargs.join(' ')} ended with ${server.signalCode ?? server.exitCode} before it listened\n${log()}`,
  )
}
