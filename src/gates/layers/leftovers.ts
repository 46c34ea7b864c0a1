import type { TarEntry } from './tar.ts'

/** What a build leaves behind: somebody's credentials, or bytes that nothing at run time reads. */
export interface LeftoverKind {
  readonly rule: 'layer-credentials' | 'layer-cache' | 'layer-history'
  readonly what: string
  /** What builds without it. */
  readonly fix: string
}

interface Row extends LeftoverKind {
  /** The path as a whole, without a slash in front. Its first group is the place that is reported. */
  readonly pattern: RegExp
}

const home = '(?:root|home/[^/]+|var/lib/[^/]+)'
const secretMount = 'give it to the one RUN that needs it: --mount=type=secret'

/** One row a kind of leftover; the first that fits counts. */
const table: readonly Row[] = [
  credentials(`(${home}/\\.netrc|(?:[^/]+/)*\\.netrc)`, 'passwords for hosts (.netrc)'),
  credentials(`((?:[^/]+/)*\\.git-credentials)`, 'git credentials'),
  credentials(`((?:[^/]+/)*\\.docker/config\\.json|(?:[^/]+/)*\\.dockercfg)`, 'registry credentials'),
  credentials(
    `(${home}/\\.npmrc|app/\\.npmrc|usr/src/app/\\.npmrc|src/\\.npmrc|workspace/\\.npmrc)`,
    'npm credentials (.npmrc)',
  ),
  credentials(
    `(${home}/\\.yarnrc(?:\\.yml)?|${home}/\\.pypirc|${home}/\\.config/pip/pip\\.conf)`,
    'package registry credentials',
  ),
  credentials(
    `(${home}/\\.m2/settings\\.xml|${home}/\\.gradle/gradle\\.properties|${home}/\\.nuget/NuGet/NuGet\\.Config)`,
    'package registry credentials',
  ),
  credentials(
    `(${home}/\\.cargo/credentials(?:\\.toml)?|${home}/\\.gem/credentials|${home}/\\.composer/auth\\.json)`,
    'package registry credentials',
  ),
  credentials(
    `(${home}/\\.aws/credentials|${home}/\\.azure/[^/]+\\.json|${home}/\\.config/gcloud/[^/]*credentials[^/]*)`,
    'cloud credentials',
  ),
  credentials(
    `(${home}/\\.kube/config|${home}/\\.vault-token|${home}/\\.terraform\\.d/credentials\\.tfrc\\.json|${home}/\\.config/gh/hosts\\.yml)`,
    'credentials of a tool',
  ),
  credentials(`((?:[^/]+/)*id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?)`, 'a private SSH key'),
  credentials(
    `(${home}/\\.gnupg)/(?:private-keys-v1\\.d/.+|secring\\.gpg|trustdb\\.gpg|pubring\\.kbx)`,
    'a GnuPG home',
  ),
  history(`(${home}/\\.(?:bash|ash|zsh|python|node_repl|psql|mysql)_history)`, 'the history of a shell'),
  history(`((?:[^/]+/)*\\.git)/(?:objects|refs|logs)/.+`, 'the history of the sources (.git)'),
  cache(
    `(${home}/\\.cache)/.+`,
    "build and download caches, Go's and pip's among them",
    'RUN --mount=type=cache,target=/root/.cache',
  ),
  cache(`(${home}/\\.npm)/_(?:cacache|logs)/.+`, "npm's cache", 'RUN --mount=type=cache,target=/root/.npm'),
  cache(
    `(${home}/go/pkg/mod|go/pkg/mod)/.+`,
    'downloaded Go modules',
    'copy only the built program into the last stage',
  ),
  cache(
    `(${home}/\\.m2/repository|${home}/\\.gradle/caches|${home}/\\.cargo/registry|usr/local/cargo/registry)/.+`,
    'downloaded packages',
    'copy only what was built into the last stage',
  ),
  cache(
    `(var/lib/apt/lists)/(?!lock$|partial/?$|auxfiles/?$).+`,
    'package lists of apt',
    'rm -rf /var/lib/apt/lists/* in the same RUN as apt-get update',
  ),
  cache(
    `(var/cache/apt)/(?:archives/[^/]+\\.deb|(?:src)?pkgcache\\.bin)`,
    'packages that apt downloaded',
    'apt-get clean in the same RUN',
  ),
  cache(`(var/cache/apk)/.+`, 'package lists of apk', 'apk add --no-cache'),
  cache(
    `(var/cache/(?:dnf|yum|zypp))/.+`,
    'what the package manager downloaded',
    'dnf clean all in the same RUN',
  ),
]

function credentials(pattern: string, what: string): Row {
  return { rule: 'layer-credentials', what, fix: secretMount, pattern: new RegExp(`^${pattern}$`) }
}
function cache(pattern: string, what: string, fix: string): Row {
  return { rule: 'layer-cache', what, fix, pattern: new RegExp(`^${pattern}$`) }
}
function history(pattern: string, what: string): Row {
  return {
    rule: 'layer-history',
    what,
    fix: 'name it in .dockerignore, and copy only what runs',
    pattern: new RegExp(`^${pattern}$`),
  }
}

/** A word that every pattern needs, so that most paths are passed over without one regular expression. */
const hint =
  /\/?\.(?:netrc|git|docker|npm|yarn|py|config|m2|gradle|nuget|cargo|gem|composer|aws|azure|kube|vault|terraform|gnupg|cache|bash|ash|zsh|node|psql|mysql)|id_|go\/pkg|cargo|var\/(?:lib\/apt|cache)/

const longestPath = 4096

/** Whether a path could be a leftover at all. */
export function mayBeLeftover(path: string): boolean {
  return path.length <= longestPath && hint.test(path)
}

/** The kind of a path and the place it is reported under; nothing for folders, empty files and everything else. */
export function leftoverOf({
  path,
  type,
  size,
}: TarEntry): { readonly kind: LeftoverKind; readonly place: string } | undefined {
  if (type !== 'file' || size === 0 || !mayBeLeftover(path)) return undefined
  for (const row of table) {
    const place = row.pattern.exec(path)?.[1]
    if (place !== undefined) return { kind: row, place }
  }
  return undefined
}
