import { dockerfilelintRules } from './engines/dockerfilelint-rules.ts'
import { engineRules } from './engines/engine-rules.ts'
import { ignoreRules } from './ignores.ts'
import type { Rule, RuleDoc } from './rule.ts'
import { apkLeftovers } from './rules/apk-leftovers.ts'
import { aptLeftovers } from './rules/apt-leftovers.ts'
import { baseEol } from './rules/base-eol.ts'
import { baseLatest } from './rules/base-latest.ts'
import { baseLatestPinned } from './rules/base-latest-pinned.ts'
import { baseNotAllowed } from './rules/base-not-allowed.ts'
import { baseUnpinned } from './rules/base-unpinned.ts'
import { baseUnresolved } from './rules/base-unresolved.ts'
import { baseUntagged } from './rules/base-untagged.ts'
import { cachesShipped } from './rules/caches-shipped.ts'
import { dependenciesAfterSources } from './rules/dependencies-after-sources.ts'
import { devDependenciesShipped } from './rules/dev-dependencies-shipped.ts'
import { dockerfileInvalid } from './rules/dockerfile-invalid.ts'
import { dockerignoreExcludes } from './rules/dockerignore-excludes.ts'
import { dockerignoreIncomplete } from './rules/dockerignore-incomplete.ts'
import { dockerignoreMissing } from './rules/dockerignore-missing.ts'
import { finalStageRoot } from './rules/final-stage-root.ts'
import { glibcIntoMusl } from './rules/glibc-into-musl.ts'
import { goStrip } from './rules/go-strip.ts'
import { goSumdbOff } from './rules/go-sumdb-off.ts'
import { goTrimpath } from './rules/go-trimpath.ts'
import { labelHardCoded } from './rules/label-hard-coded.ts'
import { pipLeftovers } from './rules/pip-leftovers.ts'
import { remoteAddUnchecked } from './rules/remote-add-unchecked.ts'
import { secretCopied } from './rules/secret-copied.ts'
import { secretInVariable } from './rules/secret-in-variable.ts'
import { toolchainShipped } from './rules/toolchain-shipped.ts'
import { yumLeftovers } from './rules/yum-leftovers.ts'

/** Our own rules. A new one is a file in `rules/` and a line here. */
export const nativeRules: readonly Rule[] = [
  dockerfileInvalid,
  finalStageRoot,
  baseUntagged,
  baseLatest,
  baseLatestPinned,
  baseUnresolved,
  baseNotAllowed,
  baseUnpinned,
  baseEol,
  secretInVariable,
  secretCopied,
  dockerignoreMissing,
  dockerignoreIncomplete,
  dockerignoreExcludes,
  remoteAddUnchecked,
  aptLeftovers,
  apkLeftovers,
  yumLeftovers,
  pipLeftovers,
  cachesShipped,
  devDependenciesShipped,
  toolchainShipped,
  dependenciesAfterSources,
  glibcIntoMusl,
  goTrimpath,
  goStrip,
  goSumdbOff,
  labelHardCoded,
]

/** For the reference page and for reports: our rules, and those about the tool's own doings. */
export const lintRules: readonly RuleDoc[] = [...nativeRules, ...ignoreRules, ...engineRules]

/** Every rule that a policy or an ignore may name, the engines' with and without the engine's name. */
export const knownRules: ReadonlySet<string> = new Set([
  ...lintRules.map(({ id }) => id),
  ...Object.keys(dockerfilelintRules).flatMap(id => [`dockerfilelint/${id}`, id]),
])

/** True for our rules and dockerfilelint's by name, and for whatever has the form of one of hadolint's or ShellCheck's. */
export function isRule(name: string): boolean {
  return knownRules.has(name) || /^(?:hadolint\/)?(?:DL|SC)\d{4}$/.test(name)
}
