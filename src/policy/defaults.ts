import type { RawPolicy } from './schema.ts'

/** What holds where no file says otherwise. Written as a file would be. */
export const defaults = {
  version: 1,
  images: [],
  aliases: {},
  classes: {
    release: { on: 'git-tag', tags: ['v{semver}'], expires: 'never', immutable: true, sign: 'required' },
    commit: { on: 'push', tags: ['commit-{sha}'], expires: '3d' },
    preview: { on: 'pull-request', tags: ['pr-{number}'], expires: '14d' },
    baseline: { tags: ['*-lts'], expires: 'never', 'require-labels': ['owner'], sign: 'required' },
  },
  forbid: ['latest'],
  unknown: 'warn',
  labels: { required: [], quay: false },
  base: { allow: ['**'], pin: 'warn', eol: 'warn', 'eol-file': null },
  lint: { engines: ['native', 'dockerfilelint'], 'fail-on': 'error', rules: {} },
  scan: {
    'fail-tiers': ['T0', 'T1'],
    'max-db-age': '48h',
    grace: '0d',
    secrets: 'high',
    misconfig: 'off',
    licences: [],
    'kev-file': null,
    exceptions: { 'max-days': 90, items: [] },
  },
  layers: { leftovers: 'warn', 'dive-ci': null },
  sign: {
    format: 'bundle',
    children: true,
    log: 'none',
    key: null,
    identity: null,
    issuer: null,
    attest: false,
  },
  'in-use': { required: [], 'max-age': '24h' },
  cleanup: {
    clock: 'push',
    'min-age': '24h',
    untagged: { expires: '14d' },
    limits: { deletions: 500, share: '50%' },
    'max-plan-age': '7d',
    'require-review': true,
    untag: [],
    'plain-http': [],
    'plan-file': '.image-hygiene/cleanup-plan.jsonl',
    'pull-request': {
      branch: 'image-hygiene/cleanup',
      labels: ['image-hygiene'],
      reviewers: [],
      assignees: [],
      draft: false,
      'quiet-after-close': '7d',
    },
  },
} as const satisfies Deep<RawPolicy>

/** What a class row says that does not say it. */
export const classDefaults = {
  immutable: false,
  sign: 'optional',
  'require-labels': [],
  /**
   * A git tag `v1.2.0-rc.1` was set by somebody on purpose: its image must have a class and must not be lost to an
   * opt-in row for tags of no class. It takes no release's place in `keep`. Who wants candidates to live shorter
   * gives them a row of their own and denies them here.
   */
  prereleases: 'allow',
} as const

export const keepDefaults = { per: 'repository' } as const

type Deep<T> = T extends object ? { readonly [K in keyof T]: Deep<T[K]> } : T
