import {
  closeSync,
  constants,
  createReadStream,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs'
import { mkdir, open, realpath, rename, rm } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { HygieneError } from '../outcome/index.ts'
import { temporaryFolder } from './temporary-folder.ts'
import type { Files } from './world.ts'

const defaultLimit = 16 * 1024 * 1024

/**
 * The file system below `cwd`; absolute paths are taken as they are. What is only a look or a small read is done at
 * once: the four trips through Node's thread pool cost as much as reading four files does, and nobody waits meanwhile.
 */
export function createFiles(cwd: string, input: AsyncIterable<Uint8Array>): Files {
  const at = (path: string) => (isAbsolute(path) ? path : resolve(cwd, path))

  async function read(path: string, limit = defaultLimit): Promise<Uint8Array> {
    const opened = openToRead(at(path), path)
    let streamed = false
    try {
      const facts = fstatSync(opened)
      if (facts.isDirectory()) throw folderInstead(path)
      if (facts.size > limit) throw tooLarge(path, limit)
      // A stream costs more than reading a small file does; only what is no plain file needs one.
      const whole = facts.isFile() ? readPlain(opened, facts.size) : undefined
      if (whole !== undefined) return whole
      streamed = true
      const chunks: Uint8Array[] = []
      let length = 0
      for await (const chunk of createReadStream('', { fd: opened })) {
        length += chunk.length
        if (length > limit) throw tooLarge(path, limit)
        chunks.push(chunk)
      }
      return Buffer.concat(chunks)
    } finally {
      // A stream closes what it reads from.
      if (!streamed) closeSync(opened)
    }
  }

  async function* stream(
    path: string,
    piece?: { readonly start: number; readonly length: number },
  ): AsyncGenerator<Uint8Array> {
    if (piece?.length === 0) return
    const range = piece === undefined ? {} : { start: piece.start, end: piece.start + piece.length - 1 }
    try {
      yield* createReadStream(at(path), { highWaterMark: 256 * 1024, ...range })
    } catch (error) {
      throw unreadable(path, error)
    }
  }

  async function kind(path: string): ReturnType<Files['kind']> {
    const facts = factsOf(at(path))
    if (facts === undefined) return 'absent'
    return facts.isFile() ? 'file' : facts.isDirectory() ? 'folder' : 'other'
  }

  async function write(
    path: string,
    content: string | Uint8Array | AsyncIterable<Uint8Array>,
  ): Promise<void> {
    const target = at(path)
    // Loaded with the first file: whoever only reads can do without.
    const { randomBytes } = process.getBuiltinModule('node:crypto')
    const draft = `${target}.${randomBytes(6).toString('hex')}.tmp`
    const there = await kind(path)
    if (there === 'folder') throw folderInstead(path)
    // A terminal, a pipe or /dev/null is written to: renaming would put a file in its place.
    const replaces = there !== 'other'
    try {
      if (replaces) await mkdir(dirname(target), { recursive: true })
      const handle = await open(replaces ? draft : target, replaces ? 'wx' : 'w')
      try {
        if (typeof content === 'string' || content instanceof Uint8Array) await handle.writeFile(content)
        else for await (const piece of content) await handle.writeFile(piece)
        if (replaces) await handle.sync()
      } finally {
        await handle.close()
      }
      if (replaces) await rename(draft, target)
    } catch (error) {
      if (replaces) await rm(draft, { force: true }).catch(() => {})
      if (error instanceof HygieneError) throw error
      throw unwritable(path, error)
    }
  }

  async function append(path: string, content: string): Promise<void> {
    try {
      await mkdir(dirname(at(path)), { recursive: true })
      const handle = await open(at(path), 'a')
      try {
        await handle.writeFile(content)
        await handle.sync()
      } finally {
        await handle.close()
      }
    } catch (error) {
      throw unwritable(path, error)
    }
  }

  return {
    read,
    readText: async (path, limit) => new TextDecoder().decode(await read(path, limit)),
    stream,
    size: async path => {
      const facts = factsOf(at(path))
      return facts?.isFile() ? facts.size : undefined
    },
    kind,
    list: async path => namesIn(at(path)).toSorted(),
    find: globs => find(cwd, globs),
    write,
    writeFrom: write,
    append,
    remove: path => rm(at(path), { recursive: true, force: true }),
    below: folder => createFiles(at(folder), input),
    temporaryFolder,
    standardInput: limit => readAll(input, limit ?? defaultLimit),
  }
}

function openToRead(target: string, path: string): number {
  try {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
    return openSync(target, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** Of a link, those of what it leads to; undefined if there is nothing, or nothing that may be looked at. */
function factsOf(target: string): Stats | undefined {
  try {
    return statSync(target, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

function namesIn(target: string): readonly string[] {
  try {
    return readdirSync(target)
  } catch {
    return []
  }
}

/** A plain file of the size that it said, or undefined if it has more: it grows, or its size is no size (`/proc`). */
function readPlain(opened: number, size: number): Uint8Array | undefined {
  const bytes = Buffer.allocUnsafe(size + 1)
  let length = 0
  while (length < bytes.length) {
    const bytesRead = readSync(opened, bytes, length, bytes.length - length, length)
    length += bytesRead
    if (bytesRead === 0 || length === size) return bytes.subarray(0, length)
  }
  return undefined
}

/** Loaded only when globs are used: most steps never need it. */
async function find(cwd: string, globs: readonly string[]): Promise<readonly string[]> {
  const [{ glob }, { ignoredBelow }] = await Promise.all([import('tinyglobby'), import('./gitignore.ts')])
  const found = await glob([...globs], {
    cwd,
    dot: true,
    onlyFiles: true,
    followSymbolicLinks: false,
    expandDirectories: false,
    ignore: ['**/.git/**', '**/node_modules/**'],
  })
  const root = await realpath(cwd)
  const ignored = await ignoredBelow(cwd, found)
  const isInside = async (path: string): Promise<boolean> => {
    const facts = lstatSync(join(cwd, path), { throwIfNoEntry: false })
    if (!facts?.isSymbolicLink()) return facts !== undefined
    const target = await realpath(join(cwd, path)).catch(() => undefined)
    return target !== undefined && !relative(root, target).startsWith(`..${sep}`)
  }
  const candidates = found.filter(path => !ignored(path))
  const inside = await Promise.all(candidates.map(isInside))
  return candidates.filter((_, index) => inside[index]).toSorted()
}

async function readAll(input: AsyncIterable<Uint8Array>, limit: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of input) {
    length += chunk.length
    if (length > limit) throw tooLarge('standard input', limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function folderInstead(path: string): HygieneError {
  return new HygieneError('bad-file', `${path} is a folder, not a file`, { fix: 'name a file in it' })
}

function tooLarge(path: string, limit: number): HygieneError {
  return new HygieneError('bad-file', `${path} is larger than ${limit.toLocaleString('en')} bytes`)
}

function unreadable(path: string, error: unknown): HygieneError {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new HygieneError('no-file', `${path}: no such file`, { cause: error, fix: 'check the path' })
  }
  return new HygieneError('bad-file', `${path} cannot be read: ${code ?? String(error)}`, { cause: error })
}

const inFile = ['a part of its path is a file, not a folder', 'name another place'] as const
const unwritableBy: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  EACCES: ['this user may not', 'name a place where it may, or run as its owner'],
  EPERM: ['this user may not', 'name a place where it may, or run as its owner'],
  EROFS: ['the file system is read-only', 'name a place that is not'],
  ENOSPC: ['there is no space left', 'make room, or name a place that has some'],
  EDQUOT: ['there is no space left', 'make room, or name a place that has some'],
  ENOTDIR: inFile,
  EEXIST: inFile,
}

function unwritable(path: string, error: unknown): HygieneError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  const why = unwritableBy[code]
  return new HygieneError('bad-file', `${path} cannot be written: ${why?.[0] ?? code}`, {
    fix: why?.[1] ?? 'name another place',
    cause: error,
  })
}
