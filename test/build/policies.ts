import type { ClassRule, Expiry, LoadedPolicy, Policy } from '../../src/policy/index.ts'

const day = 86_400
export const never: Expiry = { kind: 'never' }
export const days = (count: number): Expiry => ({ kind: 'after', seconds: count * day })

export function row(rule: Partial<ClassRule> & Pick<ClassRule, 'tags' | 'expires'>): ClassRule {
  return { immutable: false, sign: 'optional', 'require-labels': [], prereleases: 'allow', ...rule }
}

/** The rows that hold without a file (design §1). */
export const defaults: Policy['classes'] = {
  release: row({ on: 'git-tag', tags: ['v{semver}'], expires: never, immutable: true, sign: 'required' }),
  commit: row({ on: 'push', tags: ['commit-{sha}'], expires: days(3) }),
  preview: row({ on: 'pull-request', tags: ['pr-{number}'], expires: days(14) }),
  baseline: row({ tags: ['*-lts'], expires: never, 'require-labels': ['owner'], sign: 'required' }),
}

/** A policy of these classes; every other key as in design §1. */
export function policyOf(
  classes: Policy['classes'] = defaults,
  rest: Partial<Pick<Policy, 'images' | 'forbid' | 'unknown' | 'labels'>> = {},
): LoadedPolicy {
  const policy: Policy = {
    version: 1,
    images: [],
    aliases: {},
    classes,
    forbid: ['latest'],
    unknown: 'warn',
    labels: { required: [], quay: false },
    base: { allow: ['**'], pin: 'warn', eol: 'warn', 'eol-file': null },
    lint: { engines: ['native'], 'fail-on': 'error', rules: {} },
    scan: {
      'fail-tiers': ['T0', 'T1'],
      'max-db-age': 2 * day,
      grace: 0,
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
    'in-use': { required: [], 'max-age': day },
    cleanup: {
      clock: 'push',
      'min-age': day,
      'min-age-set': false,
      untagged: { expires: days(14) },
      limits: { deletions: 500, share: 0.5 },
      'max-plan-age': 7 * day,
      'require-review': true,
      untag: [],
      'plain-http': [],
      'plan-file': '.image-hygiene/cleanup-plan.jsonl',
      'pull-request': {
        branch: 'image-hygiene/cleanup',
        labels: [],
        reviewers: [],
        assignees: [],
        draft: false,
        'quiet-after-close': 7 * day,
      },
    },
    ...rest,
  }
  return {
    policy,
    where: path => (path.startsWith('forbid.') ? { file: '.image-hygiene.yml', line: 3 } : undefined),
    digest: 'sha256:0',
  }
}
