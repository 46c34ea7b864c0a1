// Real buildah, without a daemon and without user namespaces; it writes Docker media types when asked to.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.ts'
import { tool } from './tools.ts'

export interface BuildahBuild {
  readonly dockerfile: string
  readonly files?: Readonly<Record<string, string>>
  /** `HOST/REPOSITORY:TAG` to push to, over plain http. */
  readonly push: string
  readonly labels?: Readonly<Record<string, string>>
  readonly format?: 'oci' | 'docker'
  /** Further arguments of `buildah build`, such as the lines of a `build-args-file`. */
  readonly args?: readonly string[]
}

/** Builds and pushes; returns the digest. Its store lives as long as the call. */
export async function buildahPush(build: BuildahBuild): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-buildah-'))
  const env = { STORAGE_DRIVER: 'vfs', BUILDAH_ISOLATION: 'chroot' }
  const policy = join(folder, 'policy.json')
  const digestFile = join(folder, 'digest')
  const store = ['--root', join(folder, 'root'), '--runroot', join(folder, 'runroot')]
  const command = [tool('buildah'), ...store] as const
  try {
    await writeFile(policy, JSON.stringify({ default: [{ type: 'insecureAcceptAnything' }] }))
    const context = await mkdtemp(join(folder, 'context-'))
    for (const [path, content] of Object.entries({ ...build.files, Dockerfile: build.dockerfile })) {
      await writeFile(join(context, path), content)
    }
    const labels = Object.entries(build.labels ?? {}).flatMap(([name, value]) => [
      '--label',
      `${name}=${value}`,
    ])
    const flags = [
      '--signature-policy',
      policy,
      '--format',
      build.format ?? 'docker',
      ...labels,
      ...(build.args ?? []),
    ]
    await run([...command, 'build', ...flags, '--tag', build.push, context], { env })
    const push = ['push', '--signature-policy', policy, '--tls-verify=false', '--digestfile', digestFile]
    await run([...command, ...push, build.push, `docker://${build.push}`], { env })
    return (await readFile(digestFile, 'utf8')).trim()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
