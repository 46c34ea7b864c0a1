import { describe, expect, it } from 'vitest'
import { type Safety, safety } from '../../src/cleanup/decide.ts'
import { rules } from '../../src/cleanup/rules/index.ts'
import type { Digest } from '../../src/image/index.ts'
import {
  after,
  day,
  digestOf,
  going,
  now,
  policyOf,
  type Question,
  row,
  Scene,
  settle,
  superseded,
  types,
  usageOf,
  usual,
} from './scene.ts'

// One scene for each rule in which nothing else stands between an image and its deletion. Every scene is asked twice:
// with all rules the image stays, without this one it goes. So a rule that stops working fails the test of its name.

interface Case {
  readonly rule: string
  readonly tells: string
  readonly scene: (registry: Scene) => Digest
  readonly question?: (registry: Scene, kept: Digest) => Question
  /** What the scene holds besides an unrelated release, `v9.0.0`. */
  readonly alone?: true
}

const past = now - day
const commit = 'commit-0123456789ab'
const expired = (registry: Scene, name = 'old') =>
  registry.tag(commit, registry.image(name, { expireAt: past, layers: [name] }))
const floor = (keep: number, versions: boolean): Question => ({
  policy: policyOf({
    classes: versions
      ? {
          release: row(['v{semver}', 'stable'], {
            expires: superseded,
            keep: { newest: keep, per: 'repository' },
          }),
        }
      : {
          release: usual['release'] as never,
          main: row(['main-*'], { expires: after(1), keep: { newest: keep, per: 'repository' } }),
        },
  }),
})

const cases: readonly Case[] = [
  {
    rule: 'in-use',
    tells: 'keeps what runs',
    scene: expired,
    question: (_, kept) => ({ usage: usageOf([{ digest: kept }]) }),
  },
  {
    rule: 'kept-by-reviewer',
    tells: 'keeps what a reviewer said to keep',
    scene: expired,
    question: ({ repository }, head) => ({ kept: [{ repository, head }] }),
  },
  {
    rule: 'unknown-type',
    tells: 'keeps a Helm chart, whatever its tag says',
    scene: registry =>
      registry.tag(
        commit,
        registry.image('chart', { expireAt: past, at: 'annotation', configType: types.chart }),
      ),
  },
  {
    rule: 'tagged-referrer',
    tells: 'keeps an image whose attestation somebody tagged',
    scene: registry => {
      const subject = expired(registry)
      registry.tag('commit-ba9876543210', registry.image('attestation', { expireAt: past, subject }))
      return subject
    },
  },
  {
    rule: 'orphan',
    tells: 'keeps an expired manifest that refers to an image elsewhere',
    scene: registry =>
      registry.tag(commit, registry.image('sbom', { expireAt: past, subject: digestOf('elsewhere') })),
  },
  {
    rule: 'no-class',
    tells: 'keeps a tag that the policy has no row for',
    scene: registry => registry.tag('nightly', registry.image('nightly', { expireAt: past })),
  },
  {
    rule: 'never-expires',
    tells: 'keeps a release whose base image handed it an expiry label',
    scene: registry => registry.tag('v1.0.0', registry.image('release', { expireAt: past })),
  },
  {
    rule: 'nothing-supersedes',
    tells: 'keeps images of a class that is superseded by nothing',
    scene: registry => registry.tag('v1.0.0', registry.image('release')),
    question: () => ({
      policy: policyOf({ classes: { release: row(['v{semver}'], { expires: superseded }) } }),
    }),
  },
  {
    rule: 'newest-by-version',
    tells: 'keeps the newest releases',
    scene: registry => registry.tag('v1.0.0', registry.image('release')),
    question: () => floor(2, true),
  },
  {
    rule: 'unranked-by-version',
    tells: 'keeps what cannot be ranked among releases',
    scene: registry => registry.tag('stable', registry.image('stable')),
    question: () => floor(1, true),
  },
  {
    rule: 'newest-by-clock',
    tells: 'keeps the newest by clock, though they have expired (gcr-cleaner#79)',
    scene: registry => registry.tag('main-2', registry.image('newer', { pushed: now - 5 * day })),
    question: () => floor(1, false),
  },
  {
    rule: 'unranked-by-clock',
    tells: 'keeps what has no clock in a class that ranks by clock',
    scene: registry => registry.tag('main-1', registry.image('clockless')),
    question: () => ({
      policy: policyOf({
        classes: { main: row(['main-*'], { expires: superseded, keep: { newest: 1, per: 'repository' } }) },
      }),
    }),
  },
  {
    rule: 'no-clock',
    tells:
      'keeps what has neither label nor push time (devbox#2597: the build date is no clock unless the policy says so)',
    scene: registry => registry.tag(commit, registry.image('nix', { created: '1970-01-01T00:00:01Z' })),
  },
  {
    rule: 'absurd-clock',
    tells: 'keeps an image whose expire_at is in milliseconds',
    scene: registry => registry.tag(commit, registry.image('ms', { expireAt: past * 1000 })),
  },
  {
    rule: 'not-expired',
    tells: 'keeps an image until its moment has come',
    scene: registry => registry.tag(commit, registry.image('young', { expireAt: now + 1 })),
  },
  {
    rule: 'too-young',
    tells: 'keeps an image that was pushed within min-age',
    scene: registry => registry.tag(commit, registry.image('fresh', { expireAt: past, pushed: now - 3600 })),
  },
  {
    rule: 'children',
    tells: 'keeps the platforms of a kept index (acr#131)',
    scene: registry => {
      const platform = expired(registry, 'amd64')
      registry.tag('v1.0.0', registry.index('release', [platform]))
      return platform
    },
  },
  {
    rule: 'referrers',
    tells: 'keeps the signature of a kept image (ghcr-cleanup-action#104)',
    scene: registry => {
      registry.untagged = 'listed'
      const release = registry.tag('v1.0.0', registry.image('release'))
      const signature = registry.image('signature', { subject: release, layers: ['payload'] })
      // An old index lists it too.
      registry.tag(commit, registry.index('old', [signature], { expireAt: past }))
      return signature
    },
  },
  {
    rule: 'subjects',
    tells: 'keeps the image of an attestation that runs',
    scene: registry => {
      const subject = expired(registry)
      registry.image('attestation', { subject })
      return subject
    },
    question: () => ({ usage: usageOf([{ digest: digestOf('attestation') }]) }),
  },
]

const special: readonly (Case & { readonly without: Safety })[] = [
  {
    rule: 'gaps',
    tells: 'holds a repository that could not be read whole',
    scene: registry => {
      registry.gaps.push({ kind: 'listing', about: 'tags', why: 'the page was cut and has no Link' })
      return expired(registry)
    },
    without: { ...safety, gaps: () => [] },
  },
  {
    rule: 'usage gaps',
    tells: 'holds everything while a required source is missing',
    scene: expired,
    question: () => ({
      usage: usageOf([], [{ kind: 'usage', about: 'prod', why: 'it is required and was not given' }]),
    }),
    without: { ...safety, gaps: snapshot => snapshot.gaps },
  },
  {
    rule: 'bases',
    tells: 'keeps the base of a kept image, by its layers',
    scene: registry => {
      registry.tag('v1.0.0', registry.image('app', { layers: ['base', 'app'] }))
      return registry.tag(commit, registry.image('base image', { expireAt: past, layers: ['base'] }))
    },
    without: { ...safety, bases: () => {} },
  },
  {
    rule: 'share',
    tells: 'lets only a share of a repository go at once',
    scene: expired,
    question: () => ({ policy: policyOf({ cleanup: { limits: { deletions: 100, share: 0.4 } } }) }),
    without: withoutLimit('share'),
  },
  {
    rule: 'deletions',
    tells: 'lets only so many images go at once',
    scene: expired,
    question: () => ({ policy: policyOf({ cleanup: { limits: { deletions: 0, share: 1 } } }) }),
    without: withoutLimit('deletions'),
  },
  {
    rule: 'last-image',
    tells: 'never takes the last image of a repository (Azure/acr#577)',
    scene: expired,
    alone: true,
    without: withoutLimit('last-image'),
  },
]

function withoutLimit(name: string): Safety {
  return { ...safety, limits: safety.limits.filter(limit => limit.name !== name) }
}

function withoutRule(name: string): Safety {
  const without = <R extends { readonly name: string }>(list: readonly R[]) =>
    list.filter(rule => rule.name !== name)
  const { roots, names, clocks, heads, reach } = rules
  return {
    ...safety,
    rules: {
      roots: without(roots),
      names: without(names),
      clocks: without(clocks),
      heads: without(heads),
      reach: without(reach),
    },
  }
}

const all = [...cases.map(one => ({ ...one, without: withoutRule(one.rule) })), ...special]

describe('each rule keeps what nothing else would', () => {
  it.each(all)('$rule: $tells', ({ scene, question, alone }) => {
    const { registry, victim } = stage(scene, alone)
    const { decision } = settle([registry], question?.(registry, victim))
    expect(going(decision).has(victim)).toBe(false)
  })
})

describe('and switched off, it is missed', () => {
  it.each(all)('without $rule the image goes', ({ scene, question, alone, without }) => {
    const { registry, victim } = stage(scene, alone)
    const { decision } = settle([registry], question?.(registry, victim), without)
    expect(going(decision).has(victim)).toBe(true)
  })

  it('no rule has gone without a scene', () => {
    const { roots, names, clocks, heads, reach } = rules
    const named = [...roots, ...names, ...clocks, ...heads, ...reach, ...safety.limits].map(
      ({ name }) => name,
    )
    expect(all.map(({ rule }) => rule).sort()).toEqual([...named, 'gaps', 'usage gaps', 'bases'].sort())
  })
})

function stage(scene: Case['scene'], alone?: true): { registry: Scene; victim: Digest } {
  const registry = new Scene()
  if (alone === undefined) registry.tag('v9.0.0', registry.image('unrelated', { layers: ['unrelated'] }))
  return { registry, victim: scene(registry) }
}
