import type { Snapshot } from '../image/index.ts'
import { parseMetadataTag } from '../image/index.ts'
import type { Finding, Location } from '../outcome/index.ts'
import { classTemplates, type LoadedPolicy, matchesForbidden, nearestTag } from '../policy/index.ts'
import type { Decision } from './decision.ts'

const most = 5

/**
 * What looks like a slip in the policy or in the tags: a template that matches nothing (and so protects nothing), tags
 * that nearly match, tags that builds may not have, labels in a wrong unit.
 */
export function mistakesOf(
  decision: Decision,
  snapshots: readonly Snapshot[],
  loaded: LoadedPolicy,
): readonly Finding[] {
  const tags = snapshots.flatMap(snapshot =>
    [...snapshot.tags.keys()]
      .filter(tag => parseMetadataTag(tag) === undefined)
      .sort()
      .map(tag => ({ tag, image: `${snapshot.repository}:${tag}` })),
  )
  return [
    ...emptyTemplates(
      tags.map(({ tag }) => tag),
      loaded,
    ),
    ...nearMisses(decision, loaded),
    ...forbidden(tags, loaded),
    ...wrongUnits(decision),
  ]
}

function emptyTemplates(tags: readonly string[], { policy, where }: LoadedPolicy): readonly Finding[] {
  if (tags.length === 0) return []
  return Object.keys(policy.classes).flatMap(name =>
    classTemplates(policy, name).flatMap((template, index) => {
      const location = where(`classes.${name}.tags.${index}`)
      // A built-in row that nobody wrote is nobody's slip.
      if (location === undefined || tags.some(tag => template.match(tag) !== undefined)) return []
      return [
        finding(
          'template-matches-nothing',
          `the template '${template.text}' of class ${name} matches none of ${tags.length} tags`,
          {
            fix: 'compare it with the tags that the registry has; templates match whole tags, never digests',
            location,
          },
        ),
      ]
    }),
  )
}

function nearMisses(decision: Decision, { policy }: LoadedPolicy): readonly Finding[] {
  const found: Finding[] = []
  for (const { images, repository } of decision.repositories) {
    for (const { fate, tags } of images) {
      if (fate.goes || fate.because !== 'no-class') continue
      for (const tag of tags) {
        if (found.length === most) return found
        const meant = nearestTag(tag, policy)
        // Only what a person would take for a tag of the class: nearly all of it is there.
        if (meant === undefined || !isNear(tag, meant.tag)) continue
        found.push(
          finding(
            'tag-nearly-matches',
            `the tag ${tag} is of no class, and nearly ${meant.tag} of class ${meant.class}`,
            {
              image: `${repository}:${tag}`,
            },
          ),
        )
      }
    }
  }
  return found
}

function isNear(tag: string, meant: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return bare(meant).includes(bare(tag)) || bare(tag).includes(bare(meant))
}

function forbidden(
  tags: readonly { tag: string; image: string }[],
  { policy, where }: LoadedPolicy,
): readonly Finding[] {
  const found = tags.flatMap(({ tag, image }) => {
    const row = matchesForbidden(tag, policy)
    return row === undefined
      ? []
      : [
          finding('forbidden-tag', `${image} has a tag that builds may not have ('${row.template}')`, {
            image,
            location: where(row.path),
          }),
        ]
  })
  return found.slice(0, most)
}

function wrongUnits(decision: Decision): readonly Finding[] {
  return decision.repositories
    .flatMap(({ images }) => images)
    .flatMap(({ repository, head, tags, fate }) =>
      !fate.goes && fate.because === 'absurd-clock'
        ? [
            finding('clock-absurd', `expire_at ${fate.detail}; it is kept`, {
              fix: 'write unix seconds: date +%s has ten digits',
              image: tags[0] === undefined ? `${repository}@${head}` : `${repository}:${tags[0]}`,
            }),
          ]
        : [],
    )
    .slice(0, most)
}

function finding(
  rule: string,
  message: string,
  more: { fix?: string; location?: Location | undefined; image?: string },
): Finding {
  return {
    rule,
    severity: 'warning',
    message,
    ...(more.fix === undefined ? {} : { fix: more.fix }),
    ...(more.location === undefined ? {} : { location: more.location }),
    ...(more.image === undefined ? {} : { image: more.image }),
  }
}
