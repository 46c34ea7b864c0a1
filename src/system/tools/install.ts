import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HygieneError } from '../../outcome/index.ts'
import type { World } from '../world.ts'
import { downloadVerified } from './download.ts'
import type { Platform, ToolSpec, ToolWish } from './spec.ts'
import { unpackMember } from './unpack.ts'

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
  if (!URL.canParse(base)) {
    throw new HygieneError('bad-usage', `${spec.name}-mirror: '${base}' is no URL`, {
      fix: `what stands for ${spec.releases}, such as https://mirror.example.com/${spec.name}`,
    })
  }
  world.log.info(`installing ${spec.name} ${wish.version} from ${base}`)
  return keep(folder, spec.name, async draft => {
    const address = `${base}/${asset.path}`
    if (asset.member === undefined) return downloadVerified(address, sha256, draft, world)
    const archive = `${draft}.archive`
    try {
      await downloadVerified(address, sha256, archive, world)
      await unpackMember(archive, asset.member, draft)
    } finally {
      await rm(archive, { force: true })
    }
  })
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

function cacheFolder({ env }: World): string {
  const home = env['HOME'] ?? '.'
  return join(env['RUNNER_TOOL_CACHE'] ?? env['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'image-hygiene')
}

async function intact(folder: string, name: string): Promise<string | undefined> {
  const path = join(folder, name)
  const [sum, actual] = await Promise.all([
    readFile(`${path}.sha256`, 'utf8').catch(() => undefined),
    hashOf(path).catch(() => undefined),
  ])
  return sum !== undefined && sum === actual ? path : undefined
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk)
  return hash.digest('hex')
}

/** Made beside and moved into place, the sum last: an interrupted or second run never meets half a program. */
async function keep(folder: string, name: string, make: (draft: string) => Promise<void>): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await make(draft)
    await chmod(draft, 0o700)
    await writeFile(`${draft}.sum`, await hashOf(draft))
    await rename(draft, path)
    await rename(`${draft}.sum`, `${path}.sha256`)
    return path
  } finally {
    for (const left of [draft, `${draft}.sum`]) await rm(left, { force: true })
  }
}
