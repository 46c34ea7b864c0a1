import { bakeFile, buildArguments, dotenv, makeAnnotations, type Prepared } from '../build/index.ts'
import { formatReference } from '../image/index.ts'
import type { World } from '../system/world.ts'

export interface PreparedFiles {
  readonly bakeFile: string | undefined
  readonly buildArgsFile: string | undefined
  readonly dotenvFile: string | undefined
}

/**
 * Writes what build tools read from files, and says where. On a GitHub runner the first two are always written, below
 * RUNNER_TEMP, in a file of this step's own.
 */
export async function writeFiles(
  prepared: Prepared,
  wanted: PreparedFiles,
  { env, files }: World,
): Promise<Readonly<Record<string, string>>> {
  const { name, labels, expires, references } = prepared
  const tags = references.map(formatReference)
  const bakePath = wanted.bakeFile ?? temporary('bake.json', env)
  const argumentsPath = wanted.buildArgsFile ?? temporary('build-args', env)
  if (bakePath !== undefined) await files.write(bakePath, bakeFile(tags, labels, makeAnnotations(labels)))
  if (argumentsPath !== undefined) await files.write(argumentsPath, buildArguments(tags, labels))
  if (wanted.dotenvFile !== undefined) {
    // Not IMAGE_HYGIENE_…: a later step in the pipeline would take those for its inputs.
    const report = dotenv({
      PREPARED_CLASS: name.classes[0] ?? '',
      PREPARED_VERSION: name.version,
      PREPARED_REVISION: prepared.facts.sha,
      PREPARED_TAGS: tags.join(' '),
      PREPARED_TAG_NAMES: name.tags.join(' '),
      PREPARED_EXPIRE_AT: expires.kind === 'at' ? String(expires.at) : '',
      PREPARED_BUILD_ARGS_FILE: argumentsPath ?? '',
      PREPARED_BAKE_FILE: bakePath ?? '',
    })
    await files.write(wanted.dotenvFile, report)
  }
  return { 'bake-file': bakePath ?? '', 'build-args-file': argumentsPath ?? '' }
}

/** GITHUB_ACTION is one step's name in its job, also where the action is used twice. */
function temporary(name: string, env: World['env']): string | undefined {
  const folder = env['RUNNER_TEMP']
  if (!folder) return undefined
  const step = (env['GITHUB_ACTION'] ?? '').replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 100)
  return `${folder}/image-hygiene/${step || 'prepare'}-${name}`
}
