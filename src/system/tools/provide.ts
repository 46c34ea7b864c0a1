import { resolve } from 'node:path'
import satisfies from 'semver/functions/satisfies.js'
import valid from 'semver/functions/valid.js'
import { HygieneError } from '../../outcome/index.ts'
import type { World } from '../world.ts'
import type { Platform, Tool, ToolSpec, ToolWish } from './spec.ts'

/**
 * The tool at the given path, or the one on PATH, or (when a version is asked for that neither is) an installed one.
 * Whatever its origin, its own word on its version decides whether it may run.
 */
export async function provideTool(
  spec: ToolSpec,
  wish: ToolWish,
  world: World,
  platform: Platform,
): Promise<Tool> {
  if (wish.version !== undefined) refuseVersion(spec, wish.version, undefined)
  if (wish.path !== undefined) return given(spec, wish.path, wish.version, world)
  const found = await world.processes.find(spec.name)
  if (found !== undefined && wish.version === undefined)
    return { ...(await inspect(spec, found, world)), from: 'found' }
  if (found !== undefined && (await versionOf(spec, found, world)) === wish.version) {
    return { path: found, version: wish.version, from: 'found' }
  }
  if (wish.version === undefined) {
    throw new HygieneError('no-file', `${spec.name} is not installed`, {
      fix: `put ${spec.name} on PATH, name it with --${spec.name}-path, or a release to install with --${spec.name}-version and --${spec.name}-sha256`,
    })
  }
  const { installTool } = await import('./install.ts')
  const path = await installTool(spec, { ...wish, version: wish.version }, world, platform)
  const inspected = await inspect(spec, path, world)
  if (inspected.version !== wish.version) {
    throw new HygieneError(
      'damaged',
      `the installed ${spec.name} says it is ${inspected.version}, not ${wish.version}`,
      { fix: `give the checksum of ${wish.version}, or ask for ${inspected.version}` },
    )
  }
  return { ...inspected, from: 'installed' }
}

/**
 * `provideTool`, begun at once where the tool is there already: it takes longer to say its version than we take to read
 * a policy. What is wrong with it is thrown to whoever asks for it. One that has to be installed waits to be asked for.
 * @param needed false where the call may end without it: then it waits as well
 */
export function provideAhead(
  spec: ToolSpec,
  wish: ToolWish,
  world: World,
  platform: Platform,
  needed: boolean,
): () => Promise<Tool> {
  const provide = () => provideTool(spec, wish, world, platform)
  if (!needed || wish.version !== undefined) return provide
  const begun = provide()
  begun.catch(() => {})
  return () => begun
}

/** A bare name is looked for on PATH. A path is made absolute: the tool is called in other folders than ours. */
async function given(
  spec: ToolSpec,
  named: string,
  version: string | undefined,
  world: World,
): Promise<Tool> {
  const path = named.includes('/') ? resolve(world.cwd, named) : named
  const there = (await world.processes.find(path)) !== undefined
  const inspected = there ? inspect(spec, path, world) : undefined
  // Begun before anything else is waited for: what cannot be started says so below, too.
  inspected?.catch(() => {})
  if (inspected === undefined || (await world.files.kind(path)) === 'folder') {
    throw new HygieneError('no-file', `${spec.name}-path: '${named}' is no program that can be run`, {
      fix: `name the file itself, such as /usr/local/bin/${spec.name}, and make it executable`,
    })
  }
  const found = await inspected
  if (version === undefined || version === found.version) return { ...found, from: 'given' }
  throw new HygieneError('bad-usage', `${named} is ${spec.name} ${found.version}, not ${version}`, {
    fix: `leave out --${spec.name}-version or --${spec.name}-path`,
  })
}

async function inspect(
  spec: ToolSpec,
  path: string,
  world: World,
): Promise<{ path: string; version: string }> {
  const version = await versionOf(spec, path, world)
  refuseVersion(spec, version, path)
  return { path, version }
}

async function versionOf(spec: ToolSpec, path: string, world: World): Promise<string> {
  const { stdout, stderr, code } = await world.processes.run(path, spec.versionArguments, {
    timeout: 30_000,
    // They are written in Go: what they set up before the first line needs no collector, and takes a third less.
    env: { GOGC: 'off' },
  })
  const version = spec.versionPattern.exec(stdout)?.[1] ?? spec.versionPattern.exec(stderr)?.[1]
  if (code !== 0 || version === undefined) {
    throw new HygieneError(
      'tool-failed',
      `${path} does not say which version of ${spec.name} it is (exit code ${code})`,
      {
        fix: `check it: ${path} ${spec.versionArguments.join(' ')}`,
      },
    )
  }
  return version
}

/** @param path where a tool says so of itself; else the version is what the caller asks for */
function refuseVersion(
  { name, supported, refused }: ToolSpec,
  version: string,
  path: string | undefined,
): void {
  const fix = `use a release of ${name} in ${supported}`
  const what = path === undefined ? `${name}-version: '${version}'` : `${path} says it is '${version}', which`
  if (valid(version) === null) {
    const moving = 'a moving name like latest can be moved to anything'
    throw new HygieneError('bad-usage', `${what} is no exact version`, { fix: `${fix}: ${moving}` })
  }
  const which = `${name} ${version}${path === undefined ? '' : ` (${path})`}`
  const why = refused[version]
  if (why !== undefined) throw new HygieneError('bad-usage', `${which} is refused: ${why}`, { fix })
  if (!satisfies(version, supported, { includePrerelease: true }))
    throw new HygieneError('bad-usage', `${which} is not supported`, { fix })
}
