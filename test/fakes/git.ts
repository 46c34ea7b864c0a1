import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A bare git repository with a `main` branch: what a forge keeps. Every call is done before it returns. */
export interface BareRepository {
  readonly folder: string
  readonly resolve: (revision: string) => string | undefined
  readonly blob: (content: string) => string
  /** A tree like `base` with one blob put at a path. */
  readonly tree: (base: string, path: string, blob: string) => string
  readonly treeOf: (commit: string) => string
  readonly commit: (commit: NewCommit) => string
  readonly setRef: (name: string, commit: string) => void
  readonly deleteRef: (name: string) => void
  readonly read: (commit: string, path: string) => string | undefined
  readonly isAncestor: (ancestor: string, descendant: string) => boolean
  readonly mergeBase: (a: string, b: string) => string | undefined
  /** Commits that `head` has and `base` has not, oldest first. */
  readonly between: (base: string, head: string) => readonly CommitFacts[]
  readonly facts: (commit: string) => CommitFacts
  readonly changed: (from: string, to: string) => readonly string[]
  /** The last commit in a commit's history that touched the path. */
  readonly lastTouch: (commit: string, path: string) => string | undefined
  /** The tree of a merge; `undefined` if they conflict. */
  readonly mergedTree: (ours: string, theirs: string) => string | undefined
  /** What a person does: edits files on a branch and pushes. A null content deletes. */
  readonly push: (branch: string, files: Readonly<Record<string, string | null>>, by?: Person) => string
  readonly branches: () => ReadonlyMap<string, string>
  readonly remove: () => void
}

export interface Person {
  readonly name: string
  readonly email: string
}

export interface NewCommit {
  readonly tree: string
  readonly parents: readonly string[]
  readonly message: string
  readonly by: Person
}

export interface CommitFacts {
  readonly sha: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Person
  readonly message: string
}

export const somebody: Person = { name: 'Mona', email: 'mona@example.com' }

export function bareRepository(
  files: Readonly<Record<string, string>> = { 'README.md': '# app\n' },
): BareRepository {
  const folder = mkdtempSync(join(tmpdir(), 'image-hygiene-forge-'))
  let clock = 1_790_000_000

  const git = (
    args: readonly string[],
    options: { input?: string; env?: Record<string, string> } = {},
  ): string =>
    execFileSync('git', args, {
      cwd: folder,
      input: options.input ?? '',
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { PATH: process.env['PATH'] ?? '', HOME: folder, GIT_DIR: folder, ...options.env },
    })
  const tried = (args: readonly string[]): string | undefined => {
    try {
      return git(args)
    } catch {
      return undefined
    }
  }

  git(['init', '--quiet', '--bare', '--initial-branch=main'])
  const emptyTree = git(['mktree']).trim()

  const withFiles = (base: string, edits: Readonly<Record<string, string | null>>): string => {
    const index = join(folder, `index-${Math.random().toString(16).slice(2)}`)
    const env = { GIT_INDEX_FILE: index }
    git(['read-tree', base], { env })
    const lines = Object.entries(edits).map(([path, content]) =>
      content === null
        ? `0 ${'0'.repeat(40)}\t${path}\n`
        : `100644 ${/^[0-9a-f]{40}$/.test(content) ? content : self.blob(content)}\t${path}\n`,
    )
    git(['update-index', '--index-info'], { env, input: lines.join('') })
    const tree = git(['write-tree'], { env }).trim()
    rmSync(index)
    return tree
  }

  // What is asked by commit id never changes; only refs do, and those are small files. A process each would cost more
  // than all else in a test.
  const known = new Map<string, unknown>()
  const once = <T>(key: string, ids: readonly string[], ask: () => T): T => {
    if (!ids.every(id => isId.test(id))) return ask()
    const full = [key, ...ids].join(' ')
    if (!known.has(full)) known.set(full, ask())
    return known.get(full) as T
  }
  const refOf = (revision: string): string | undefined => {
    for (const path of [revision, `refs/heads/${revision}`]) {
      try {
        return readFileSync(join(folder, path), 'utf8').trim()
      } catch {}
    }
    return undefined
  }

  const self: BareRepository = {
    folder,
    resolve: revision => {
      const id = isId.test(revision) ? revision : refOf(revision)
      return once('resolve', [id ?? ''], () =>
        tried(['rev-parse', '--verify', '--quiet', `${id ?? revision}^{commit}`])?.trim(),
      )
    },
    blob: content => git(['hash-object', '-w', '--stdin'], { input: content }).trim(),
    tree: (base, path, blob) => withFiles(base, { [path]: blob }),
    treeOf: commit => once('tree', [commit], () => git(['rev-parse', `${commit}^{tree}`]).trim()),
    commit: ({ tree, parents, message, by }) => {
      clock += 60
      const date = `${clock} +0000`
      return git(['commit-tree', tree, ...parents.flatMap(parent => ['-p', parent])], {
        input: message,
        env: {
          GIT_AUTHOR_NAME: by.name,
          GIT_AUTHOR_EMAIL: by.email,
          GIT_AUTHOR_DATE: date,
          GIT_COMMITTER_NAME: by.name,
          GIT_COMMITTER_EMAIL: by.email,
          GIT_COMMITTER_DATE: date,
        },
      }).trim()
    },
    setRef: (name, commit) => void git(['update-ref', name, commit]),
    deleteRef: name => void git(['update-ref', '-d', name]),
    read: (commit, path) =>
      once(`read ${path}`, [commit], () => tried(['cat-file', 'blob', `${commit}:${path}`])),
    isAncestor: (ancestor, descendant) => {
      const ids = [self.resolve(ancestor) ?? ancestor, self.resolve(descendant) ?? descendant] as const
      return once('ancestor', ids, () => tried(['merge-base', '--is-ancestor', ...ids]) !== undefined)
    },
    mergeBase: (a, b) => once('merge-base', [a, b], () => tried(['merge-base', a, b])?.trim()),
    between: (base, head) =>
      once('between', [base, head], () =>
        commitsIn(git(['log', '--reverse', '--topo-order', `--format=${format}`, `${base}..${head}`])),
      ),
    facts: commit =>
      once('facts', [commit], () => {
        const found = commitsIn(git(['log', '-1', `--format=${format}`, commit]))[0]
        if (found === undefined) throw new Error(`no commit ${commit}`)
        return found
      }),
    changed: (from, to) =>
      once('changed', [from, to], () =>
        git(['diff', '--name-only', '--no-renames', from, to])
          .split('\n')
          .filter(line => line !== ''),
      ),
    lastTouch: (commit, path) =>
      once(
        `touch ${path}`,
        [commit],
        () => tried(['log', '-1', '--format=%H', commit, '--', path])?.trim() || undefined,
      ),
    mergedTree: (ours, theirs) => tried(['merge-tree', '--write-tree', ours, theirs])?.split('\n')[0],
    push: (branch, edits, by = somebody) => {
      const parent = self.resolve(`refs/heads/${branch}`)
      const tree = withFiles(parent === undefined ? emptyTree : self.treeOf(parent), edits)
      const commit = self.commit({
        tree,
        parents: parent === undefined ? [] : [parent],
        message: `Edit ${Object.keys(edits).join(', ')}\n`,
        by,
      })
      self.setRef(`refs/heads/${branch}`, commit)
      return commit
    },
    branches: () =>
      new Map(
        git(['for-each-ref', '--format=%(refname:lstrip=2) %(objectname)', 'refs/heads'])
          .split('\n')
          .filter(line => line !== '')
          .map(line => line.split(' ') as [string, string]),
      ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
  self.push('main', files)
  return self
}

const isId = /^[0-9a-f]{40}$/
const format = '%H%x1f%T%x1f%P%x1f%an%x1f%ae%x1f%B%x1e'

function commitsIn(log: string): readonly CommitFacts[] {
  return log
    .split('\x1e')
    .map(entry => entry.replace(/^\n/, ''))
    .filter(entry => entry !== '')
    .map(entry => {
      const [sha = '', tree = '', parents = '', name = '', email = '', message = ''] = entry.split('\x1f')
      return {
        sha,
        tree,
        parents: parents === '' ? [] : parents.split(' '),
        author: { name, email },
        message: message.trimEnd(),
      }
    })
}
