import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import ignore, { type Ignore } from 'ignore'

/**
 * Says which of these paths git would ignore, by every `.gitignore` from `root` down to each of them.
 * @see https://git-scm.com/docs/gitignore
 */
export async function ignoredBelow(
  root: string,
  paths: readonly string[],
): Promise<(path: string) => boolean> {
  const folders = new Map<string, Ignore>()
  for (const folder of foldersOf(paths)) {
    const path = join(root, folder, '.gitignore')
    // Most folders have none, and a look costs a twentieth of a reading that fails.
    const text = existsSync(path) ? await readFile(path, 'utf8').catch(() => undefined) : undefined
    if (text !== undefined) folders.set(folder, ignore().add(text))
  }
  return path => {
    for (const [folder, rules] of folders) {
      const below =
        folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined
      if (below !== undefined && rules.ignores(below)) return true
    }
    return false
  }
}

function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>([''])
  for (const path of paths) {
    for (let folder = dirname(path); folder !== '.' && folder !== '/'; folder = dirname(folder))
      folders.add(folder)
  }
  return folders
}
