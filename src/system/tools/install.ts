import { createHash, randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { unpackTar } from 'modern-tar'
import { HygieneError } from '../../outcome/index.ts'
import type { World } from '../world.ts'
import { downloadVerified } from './download.ts'
import type { Platform, ToolSpec, ToolWish } from './spec.ts'

const largestUnpacked = 1024 * 1024 * 1024

/**
 * Installs one exact release, verified before anything of it runs, and keeps it in a cache. The name of a cached file
 * holds both checksums, its archive's and its own, and its bytes are hashed again each time.
 */
export async function installTool(
  spec: ToolSpec,
  wish: ToolWish & { readonly version: string },
  world: World,
  platform: Platform,
): Promise<string> {
  const sha256 = checksumOf(spec, wish)
  const asset = spec.asset(wish.version, platform)
  if (asset === undefined) {
    throw new HygieneError(
      'unsupported',
      `${spec.name} has no release for ${platform.os} on ${platform.arch}`,
      {
        fix: `install ${spec.name} yourself and name it with ${spec.name}-path`,
      },
    )
  }
  const folder = join(cacheFolder(world), 'tools', `${spec.name}-${wish.version}-${sha256}`)
  const cached = await intact(folder, spec.name)
  if (cached !== undefined) return cached
  const base = (wish.mirror ?? spec.releases).replace(/\/+$/, '')
  world.log.info(`installing ${spec.name} ${wish.version} from ${base}`)
  const bytes = await downloadVerified(`${base}/${asset.path}`, sha256, world)
  const program = asset.member === undefined ? bytes : await memberOf(bytes, asset.member)
  return keep(folder, spec.name, program)
}

function checksumOf({ name }: ToolSpec, { version, sha256 }: ToolWish & { version: string }): string {
  if (sha256 === undefined) {
    throw new HygieneError('bad-usage', `${name} ${version} cannot be installed without its checksum`, {
      fix: `${name}-sha256: the sha256 of the release file for this platform, from the project's signed checksums`,
    })
  }
  if (/^[0-9a-f]{64}$/.test(sha256)) return sha256
  throw new HygieneError('bad-usage', `${name}-sha256: '${sha256}' is no sha256: 64 lower-case hex digits`)
}

async function memberOf(archive: Buffer, member: string): Promise<Buffer> {
  const tar = gunzipSync(archive, { maxOutputLength: largestUnpacked })
  for (const { header, data } of await unpackTar(tar, { filter: ({ name }) => name === member })) {
    if (header.type === 'file' && data !== undefined) return Buffer.from(data)
  }
  throw new HygieneError('damaged', `the release archive holds no file ${member}`)
}

function cacheFolder({ env }: World): string {
  const home = env['HOME'] ?? '.'
  return join(env['RUNNER_TOOL_CACHE'] ?? env['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'image-hygiene')
}

async function intact(folder: string, name: string): Promise<string | undefined> {
  const [sum, bytes] = await Promise.all([
    readFile(join(folder, `${name}.sha256`), 'utf8').catch(() => undefined),
    readFile(join(folder, name)).catch(() => undefined),
  ])
  if (sum === undefined || bytes === undefined) return undefined
  return sum === createHash('sha256').update(bytes).digest('hex') ? join(folder, name) : undefined
}

/** Written beside and moved into place, the sum last: an interrupted or second run never meets half a program. */
async function keep(folder: string, name: string, program: Buffer): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, program, { mode: 0o700 })
  await chmod(draft, 0o700)
  await rename(draft, path)
  await writeFile(`${draft}.sum`, createHash('sha256').update(program).digest('hex'))
  await rename(`${draft}.sum`, `${path}.sha256`)
  return path
}
