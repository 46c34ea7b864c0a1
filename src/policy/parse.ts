import { compareFindings, type Finding, HygieneError } from '../outcome/index.ts'
import { defaults } from './defaults.ts'
import { type Fault, faultsOf } from './fault.ts'
import { type Loaded, loadedFrom } from './loaded.ts'
import { type Lock, locksOf, loosened } from './lock.ts'
import { mergePolicies, without } from './merge.ts'
import { type Node, nodeAt, type Path, placeless, plain } from './node.ts'
import { policySchema } from './schema.ts'
import { unsound } from './sound.ts'
import { readTree } from './tree.ts'

/** One file that was read: what it extends is known before the whole is put together. */
export interface PolicyFile {
  readonly file: string
  /** Texts of `extends` with their places; whoever loads them parses them. */
  readonly extends: readonly { readonly text: string; readonly at: Finding['location'] }[]
  readonly tree: Node | undefined
  readonly faults: readonly Fault[]
}

/** Reads one file by itself; what is wrong with it is kept and said when the policy is put together. */
export function readPolicyFile(file: string, text: string): PolicyFile {
  const { tree, faults } = readTree(file, text)
  const found = faults.map(finding => ({ path: [], finding }))
  if (tree === undefined) return { file, extends: [], tree, faults: found }
  const checked = policySchema().safeParse(plain(tree))
  const all = [...found, ...(checked.success ? [] : faultsOf(checked.error.issues, tree))]
  // What is wrong already is taken out, so that the rest can still be judged.
  const sound = without(
    tree,
    all.map(fault => fault.path).filter(path => path.length > 0),
  )
  const sources = nodeAt(sound, ['extends'])
  return {
    file,
    extends:
      sources?.kind === 'list' ? sources.items.map(item => ({ text: String(plain(item)), at: item.at })) : [],
    tree: sound.kind === 'map' ? sound : undefined,
    faults: all,
  }
}

/**
 * The effective policy of files in the order in which they win: defaults of others first, the repository's own
 * last. Throws `bad-policy` with every fault of every file at once.
 * @param sha256 64 hex digits of a text
 */
export function assemblePolicy(files: readonly PolicyFile[], sha256: (text: string) => string): Loaded {
  const faults: Fault[] = files.flatMap(file => file.faults)
  let tree = placeless(defaults)
  let locks: readonly Lock[] = []
  const unreadable = files.some(file => file.tree === undefined)
  for (const { tree: own } of files) {
    if (own === undefined || unreadable) continue
    faults.push(...loosened(tree, own, locks))
    const more = locksOf(own)
    locks = [...locks, ...more.locks]
    faults.push(...more.faults)
    tree = mergePolicies(tree, own)
  }
  if (!unreadable) faults.push(...unsound(tree, path => faults.some(fault => touches(fault.path, path))))
  if (faults.length > 0) throw refusal(faults.map(fault => fault.finding).sort(compareFindings))
  return loadedFrom(
    tree,
    files.map(file => file.file),
    sha256,
  )
}

/** `readPolicyFile` and `assemblePolicy` in one, for texts whose `extends` are already resolved. */
export function parsePolicy(
  files: readonly { readonly file: string; readonly text: string }[],
  sha256: (text: string) => string,
): Loaded {
  return assemblePolicy(
    files.map(({ file, text }) => readPolicyFile(file, text)),
    sha256,
  )
}

function touches(fault: Path, path: Path): boolean {
  return fault.length > 0 && path.every((step, index) => fault[index] === undefined || fault[index] === step)
}

/** More than this many at once helps nobody. */
const mostFindings = 100

function refusal(findings: readonly Finding[]): HygieneError {
  const [first] = findings as readonly [Finding, ...Finding[]]
  const rest = findings.length - mostFindings
  const shown =
    rest > 0
      ? [
          ...findings.slice(0, mostFindings),
          {
            rule: 'bad-policy',
            severity: 'error',
            message: `and ${rest} more faults of the policy`,
          } as const,
        ]
      : findings
  return new HygieneError('bad-policy', first.message, {
    fix: first.fix,
    location: first.location,
    findings: shown,
  })
}
