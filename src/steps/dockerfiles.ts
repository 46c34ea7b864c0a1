import { posix } from 'node:path'
import { type Context, readIgnoreFile, type Source } from '../gates/lint/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { World } from '../system/world.ts'
import * as inputs from './inputs.ts'

/** Names of Dockerfiles below a folder. */
const names = ['Dockerfile*', 'Containerfile*', '*.Dockerfile', '*.dockerfile', '*.Containerfile']

/** Names that those globs catch, and that are no Dockerfiles, or none yet. */
const notDockerfiles =
  /\.(?:dockerignore|containerignore|md|txt|bak|orig|swp|sh|ps1|ya?ml|json|toml|xml|template|tmpl|tpl|j2|erb|in|go|rs|cs|java|kt|py|rb|php|[cm]?[jt]sx?)$/

/**
 * The Dockerfiles that were asked for: files as they are, folders searched, globs expanded, .gitignore honoured.
 * Throws `no-file` for a path that is not there, and for a folder or glob of the call that has none.
 */
export async function findDockerfiles(
  asked: readonly string[],
  { files }: World,
): Promise<readonly string[]> {
  const isDefault = asked.join('\n') === inputs.dockerfiles.read(undefined).join('\n')
  const found = new Set<string>()
  for (const item of asked) {
    const here = await search(item, files)
    if (here.length === 0 && !isDefault) {
      throw new HygieneError('no-file', `no Dockerfile in '${item}'`, {
        fix: 'name the file itself if it has another name; what .gitignore leaves out is not searched',
      })
    }
    for (const file of here) found.add(file)
  }
  return [...found].toSorted()
}

async function search(item: string, files: World['files']): Promise<readonly string[]> {
  const path = posix.normalize(item).replace(/(?<=.)\/$/, '')
  switch (await files.kind(path)) {
    case 'file':
      return [path]
    case 'folder': {
      const below = path === '.' ? '' : `${literal(path)}/`
      return (await files.find(names.map(name => `${below}**/${name}`))).filter(isDockerfile)
    }
    case 'other':
      throw new HygieneError('bad-file', `${item} is neither a file nor a folder`)
    case 'absent':
      if (/[*?[\]{}!()]/.test(item)) return (await files.find([item])).filter(isDockerfile)
      throw new HygieneError('no-file', `there is no ${item}`, {
        location: { file: item, line: 1 },
        fix: 'check the path; it starts from the working folder',
      })
  }
}

function isDockerfile(path: string): boolean {
  return !notDockerfiles.test(path)
}

/** A folder's name as a glob that means just that. */
function literal(path: string): string {
  return path.replace(/[\\*?[\]{}!()@+]/g, '\\$&')
}

/** How many files are read at once. */
const atOnce = 64

/** Reads the Dockerfiles, each with the .dockerignore that its build would honour. */
export async function readSources(
  paths: readonly string[],
  context: string | undefined,
  { files }: World,
): Promise<readonly Source[]> {
  if (context !== undefined && (await files.kind(context)) !== 'folder') {
    throw new HygieneError('no-file', `the build context ${context} is no folder`)
  }
  // Each folder is listed once: that tells of all its .dockerignore files.
  const listed = new Map<string, Promise<ReadonlySet<string>>>()
  const names = (folder: string) => {
    const before = listed.get(folder) ?? files.list(folder).then(all => new Set(all))
    listed.set(folder, before)
    return before
  }
  const readIgnore = async (path: string): Promise<Context['ignore']> => {
    if (!(await names(posix.dirname(path))).has(posix.basename(path))) return undefined
    if ((await files.kind(path)) !== 'file') return undefined
    return readIgnoreFile(path, await files.readText(path, 1024 * 1024))
  }
  const sources: Source[] = []
  for (let start = 0; start < paths.length; start += atOnce) {
    const some = paths.slice(start, start + atOnce).map(async (file): Promise<Source> => {
      const folder = context ?? posix.dirname(file)
      // BuildKit prefers `Dockerfile.dockerignore` beside the Dockerfile to the one of the context.
      const own = await readIgnore(`${file}.dockerignore`)
      const ignore = own ?? (await readIgnore(folder === '.' ? '.dockerignore' : `${folder}/.dockerignore`))
      return { file, text: await files.readText(file), context: { folder, ignore } }
    })
    sources.push(...(await Promise.all(some)))
  }
  return sources
}
