import type { CleanupRules } from '../policy/index.ts'
import type { Decision, ImageDecision, KeptBecause } from './decision.ts'

/** Something that holds images which nobody decided to keep, and the policy lines that would open it. */
export interface Blocker {
  readonly because: KeptBecause
  readonly images: number
  /** A few of them, as references. */
  readonly examples: readonly string[]
  readonly what: string
  /** YAML to paste, or what to do instead. */
  readonly opens: string
}

/** The blockers of a decision, most images first. */
export function blockersOf(decision: Decision, cleanup: CleanupRules): readonly Blocker[] {
  const held = new Map<KeptBecause, ImageDecision[]>()
  for (const { images } of decision.repositories) {
    for (const image of images) {
      if (image.fate.goes || !Object.hasOwn(words, image.fate.because)) continue
      const known = held.get(image.fate.because)
      if (known === undefined) held.set(image.fate.because, [image])
      else known.push(image)
    }
  }
  return [...held]
    .map(([because, images]) => blockerOf(because, images, cleanup))
    .sort((a, b) => b.images - a.images)
}

interface Words {
  readonly what: string
  readonly opens: (cleanup: CleanupRules) => string
}

const legacy = (clock: string) =>
  `classes:\n  legacy: { tags: ['*'], expires: 180d }${clock === '' ? '' : `\ncleanup:\n  clock: ${clock}`}`

const words: Partial<Record<KeptBecause, Words>> = {
  'no-class': {
    what: 'tags of no class',
    opens: ({ clock }) => legacy(clock === 'created' ? '' : 'created'),
  },
  'no-clock': {
    what: 'no clock: no expire_at, and nothing that the policy takes instead',
    opens: ({ clock }) =>
      clock === 'created'
        ? 'label them when they are built: the step prepare writes expire_at'
        : `cleanup:\n  clock: ${clock === 'label' ? 'push' : 'created'}`,
  },
  'absurd-clock': {
    what: 'an expire_at that is no moment in unix seconds',
    opens: () =>
      'mend the label where it is written (unix seconds, ten digits), or give their tags a class without a clock',
  },
  unranked: {
    what: 'no rank, so a floor neither counts nor drops them',
    opens: () => 'retag them as versions (v1.2.3), or give those tags a class of their own',
  },
  limit: {
    what: 'over a limit: they could go, but not all at once',
    opens: ({ limits }) =>
      `cleanup:\n  limits: { deletions: ${limits.deletions * 2}, share: ${Math.min(100, Math.round(limits.share * 200))}% }`,
  },
  held: {
    what: 'in repositories that could not be read whole, or nobody knows what runs',
    opens: () => 'see the findings named held: nothing of such a repository is planned until they are mended',
  },
}

function blockerOf(because: KeptBecause, images: readonly ImageDecision[], cleanup: CleanupRules): Blocker {
  const { what, opens } = words[because] as Words
  return {
    because,
    images: images.length,
    examples: images
      .slice(0, 3)
      .map(
        ({ repository, head, tags }) => `${repository}${tags[0] === undefined ? `@${head}` : `:${tags[0]}`}`,
      ),
    what,
    opens: opens(cleanup),
  }
}
