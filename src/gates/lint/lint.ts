import type { Finding } from '../../outcome/index.ts'
import type { World } from '../../system/world.ts'
import { readDockerfile } from './dockerfile/index.ts'
import { runDockerfilelint } from './engines/dockerfilelint.ts'
import type { EngineHit } from './engines/hit.ts'
import { type Bench, judge, judgeNatively } from './judge.ts'
import type { Context } from './rule.ts'

/** A Dockerfile as it was read, and the context that it is built in. */
export interface Source {
  readonly file: string
  readonly text: string
  readonly context: Context
}

/** All findings of all files, in the order of the files. */
export async function lintFiles(
  sources: readonly Source[],
  bench: Bench,
  world: Pick<World, 'threads' | 'processes'>,
): Promise<readonly Finding[]> {
  const { engines } = bench.policy.lint
  const read = sources.map(({ file, text, context }) => ({ dockerfile: readDockerfile(file, text), context }))
  const dockerfiles = read.map(({ dockerfile }) => dockerfile)
  const theirs = engines.includes('dockerfilelint')
    ? runDockerfilelint(dockerfiles, world.threads)
    : undefined
  const others = engines.includes('hadolint') ? askHadolint(sources, world) : undefined
  // Our own rules run while the engines are at work.
  const native = read.map(({ dockerfile, context }) => judgeNatively(dockerfile, context, bench))
  const [dockerfilelint, hadolint] = await Promise.all([theirs, others])
  return dockerfiles.flatMap((dockerfile, index) =>
    judge(dockerfile, bench, {
      native: native[index] ?? [],
      dockerfilelint: dockerfilelint?.get(dockerfile) ?? [],
      hadolint: hadolint?.get(dockerfile.file) ?? [],
    }),
  )
}

async function askHadolint(
  sources: readonly Source[],
  { processes }: Pick<World, 'processes'>,
): Promise<ReadonlyMap<string, readonly EngineHit[]>> {
  const { runHadolint } = await import('./engines/hadolint.ts')
  return runHadolint(
    sources.map(({ file }) => file),
    processes,
  )
}
