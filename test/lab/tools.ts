// The tools that `npm run lab` found or made. A tool that is missing is an error here, never a skipped test.
import { existsSync, readFileSync } from 'node:fs'
import { keyOf, manifestFile } from './tools/cache.mjs'
import { recipes } from './tools/table.mjs'

interface Tool {
  readonly path: string
  readonly version: string
  /** Absent for tools of the distribution's packages. */
  readonly recipe?: string
  /** Hash of the lock files that the tool was made from. */
  readonly key?: string
}

export type ToolName =
  | 'act'
  | 'actionlint'
  | 'buildah'
  | 'buildctl'
  | 'buildkitd'
  | 'cosign'
  | 'cosign-2'
  | 'crane'
  | 'curl'
  | 'distribution'
  | 'dive'
  | 'docker-registry'
  | 'dockerfile-parser'
  | 'faketime'
  | 'fulcio'
  | 'gitlab-ci-local'
  | 'hadolint'
  | 'hyperfine'
  | 'jq'
  | 'node24'
  | 'olareg'
  | 'regbot'
  | 'regctl'
  | 'rekor'
  | 'rsync'
  | 'runc'
  | 'skopeo'
  | 'spdx-validate'
  | 'trivy'
  | 'trivy-db'
  | 'umoci'
  | 'unzip'
  | 'wrk'
  | 'zip'
  | 'zizmor'

let manifest: Readonly<Record<string, Tool>> | undefined

function readManifest(): Readonly<Record<string, Tool>> {
  const file = manifestFile()
  if (!existsSync(file)) throw new Error(`The lab has not been built (${file} is missing). Run: npm run lab`)
  return (JSON.parse(readFileSync(file, 'utf8')) as { tools: Record<string, Tool> }).tools
}

function entry(name: ToolName): Tool {
  manifest ??= readManifest()
  const found = manifest[name]
  const advice = `Run: npm run lab -- --only ${name}`
  if (found === undefined || !existsSync(found.path)) throw new Error(`The lab has no ${name}. ${advice}`)
  const recipe = recipes.find(({ name }) => name === found.recipe)
  if (recipe !== undefined && keyOf(recipe) !== found.key) {
    throw new Error(`The lab's ${name} was made from other lock files than this checkout's. ${advice}`)
  }
  return found
}

/** The absolute path of a tool. */
export const tool = (name: ToolName): string => entry(name).path

/** The version that the tool itself printed when it was made. */
export const toolVersion = (name: ToolName): string => entry(name).version
