// A git checkout with one commit and a remote, as CI leaves one behind.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { run } from './run.ts'

export interface Checkout {
  readonly folder: string
  /** The commit, 40 hex digits. */
  readonly commit: string
  remove(): Promise<void>
}

const identity = ['-c', 'user.name=Lab', '-c', 'user.email=lab@example.com'] as const

/**
 * @param files of the only commit, by path
 * @param remote url of `origin`, which nothing fetches
 */
export async function checkout(
  files: Readonly<Record<string, string>>,
  remote = 'https://github.com/acme/app.git',
): Promise<Checkout> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-checkout-'))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  const git = (...args: readonly string[]) => run(['git', '-C', folder, ...args])
  await git('init', '--quiet', '--initial-branch', 'main')
  await git('remote', 'add', 'origin', remote)
  await git('add', '--all')
  await git(...identity, 'commit', '--quiet', '--message', 'Start')
  const commit = (await git('rev-parse', 'HEAD')).stdout.trim()
  return { folder, commit, remove: () => rm(folder, { recursive: true, force: true }) }
}
