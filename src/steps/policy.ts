import { posix } from 'node:path'
import { HygieneError, type Location, type Result } from '../outcome/index.ts'
import {
  compilePattern,
  defaultPolicy,
  formatPolicy,
  type Loaded,
  loadParser,
  narrow,
  type PolicyFile,
  parseSource,
  type Source,
} from '../policy/index.ts'
import { sha256 } from '../system/sha256.ts'
import type { World } from '../system/world.ts'
import * as inputs from './inputs.ts'
import { type PolicyTokens, readFromForge } from './policy-on-forge.ts'

export interface PolicyCall extends PolicyTokens {
  /** The path of the policy file. */
  readonly config: string
  /** Narrows what the policy manages; without a policy file it names the images. */
  readonly images?: readonly string[] | undefined
  /** Reads the checkout's files as of another commit; `undefined` for a file that is not there. */
  readonly readFile?: ((path: string) => Promise<string | undefined>) | undefined
}

/**
 * The policy that holds for this call, with everything it extends. Without a file at the default path, the built-in
 * defaults for the images that the call names. Throws `bad-policy` with all faults of all files, `no-file`,
 * `not-managed`, or what kept a forge from answering.
 */
export async function loadPolicy(call: PolicyCall, world: World): Promise<Loaded> {
  const images = call.images ?? []
  const text = await readLocal(call.config, call, world)
  if (text === undefined) {
    if (call.config !== inputs.config.read(undefined)) {
      throw new HygieneError('no-file', `there is no policy at ${call.config}`, {
        fix: `create it, or name another with --config`,
      })
    }
    for (const image of images) {
      const pattern = compilePattern(image, 'repository')
      if ('fault' in pattern)
        throw new HygieneError('bad-usage', `images: ${pattern.fault}`, { fix: pattern.fix })
    }
    return defaultPolicy(images, sha256)
  }
  const { readPolicyFile, assemblePolicy } = await loadParser()
  const files: PolicyFile[] = []
  const reading: Reading = {
    call,
    world,
    files,
    read: readPolicyFile,
    root: posix.dirname(call.config),
  }
  await collect({ kind: 'file', path: call.config }, text, [], reading)
  return narrow(assemblePolicy(files, sha256), images)
}

/** What `--print-policy` prints, of any step. */
export function printedPolicy(loaded: Loaded): Result {
  return { verdict: 'pass', findings: [], outputs: {}, stats: {}, text: formatPolicy(loaded) }
}

const longestFile = 1024 * 1024
const deepest = 5
const mostFiles = 32

interface Reading {
  readonly call: PolicyCall
  readonly world: World
  /** In the order in which they win; filled as they are read. */
  readonly files: PolicyFile[]
  readonly read: (file: string, text: string) => PolicyFile
  /** The folder of the policy file. */
  readonly root: string
}

/** Depth first: what a file extends comes before the file itself, so that it wins. */
async function collect(
  source: Source,
  text: string,
  chain: readonly string[],
  reading: Reading,
): Promise<void> {
  const name = nameOf(source)
  const file = reading.read(name, text)
  for (const entry of file.extends) {
    const wanted = parseSource(entry.text)
    if ('fault' in wanted) continue
    const next = resolve(wanted, source, reading, entry.at)
    const nextName = nameOf(next)
    const path = [...chain, name]
    if (path.includes(nextName)) {
      const round = [...path.slice(path.indexOf(nextName)), nextName].join(' → ')
      throw refused(`the policies extend each other in a circle: ${round}`, entry.at)
    }
    if (path.length > deepest)
      throw refused(`policies extend each other over more than ${deepest} levels`, entry.at)
    if (reading.files.some(known => known.file === nextName)) continue
    if (reading.files.length >= mostFiles)
      throw refused(`the policy extends more than ${mostFiles} files`, entry.at)
    await collect(next, await readAt(next, entry.at, reading), path, reading)
  }
  reading.files.push(file)
}

async function readAt(source: Source, at: Location | undefined, reading: Reading): Promise<string> {
  try {
    const text =
      source.kind === 'file'
        ? await readLocal(source.path, reading.call, reading.world)
        : await readFromForge(source, reading.call, reading.world, longestFile)
    if (text !== undefined) return text
  } catch (error) {
    if (!(error instanceof HygieneError)) throw error
    const code = error.code === 'too-large' ? 'bad-policy' : error.code
    const message = error.code === 'too-large' ? `${nameOf(source)} is larger than 1 MiB` : error.message
    throw new HygieneError(code, message, { fix: error.findings[0]?.fix, location: at, cause: error })
  }
  throw new HygieneError('no-file', `'extends' names ${nameOf(source)}, which is not there`, {
    fix: "paths of 'file:' start from the folder of the file that names them",
    location: at,
  })
}

async function readLocal(
  path: string,
  { readFile }: PolicyCall,
  { files }: World,
): Promise<string | undefined> {
  if (readFile !== undefined) return readFile(path)
  return (await files.kind(path)) === 'absent' ? undefined : files.readText(path, longestFile)
}

/** `file:` is beside the file that says it: in the checkout, or in the same repository at the same commit. */
function resolve(wanted: Source, from: Source, { root, world }: Reading, at: Location | undefined): Source {
  if (wanted.kind !== 'file') return wanted
  const path = posix.join(posix.dirname(from.path), wanted.path)
  if (from.kind !== 'file') {
    if (escapes(path) || posix.isAbsolute(wanted.path))
      throw refused(`'file:${wanted.path}' leaves its repository`, at)
    return { ...from, path }
  }
  // A policy may come from a fork: it names no file of the machine beyond the checkout.
  const absolute = posix.resolve(world.cwd, path)
  const inside = [world.cwd, posix.resolve(world.cwd, root)].some(
    folder => !escapes(posix.relative(folder, absolute)),
  )
  if (!inside || posix.isAbsolute(wanted.path)) throw refused(`'file:${wanted.path}' leaves the checkout`, at)
  return { kind: 'file', path }
}

function escapes(path: string): boolean {
  return path === '..' || path.startsWith('../')
}

/** As locations show it: a path in the checkout as it is, anything else as `extends` spells it. */
function nameOf(source: Source): string {
  return source.kind === 'file'
    ? posix.normalize(source.path)
    : `${source.kind}:${source.project}//${source.path}@${source.commit}`
}

function refused(message: string, location: Location | undefined): HygieneError {
  return new HygieneError('bad-policy', message, { location })
}
