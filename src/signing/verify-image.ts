import { formatReference, type Repository } from '../image/index.ts'
import type { Finding } from '../outcome/index.ts'
import { forEach, type Registry } from '../registry/index.ts'
import type { Expected, Format } from './arguments.ts'
import type { Cosign, CosignVerdict } from './cosign.ts'
import type { Trust } from './diagnose.ts'
import { couldNotLook } from './failures.ts'
import type { Pinned } from './pinned.ts'
import { findingOf } from './refusals.ts'

/** How the signatures of a run are verified. */
export interface Verifying {
  readonly cosign: Cosign
  readonly who: Expected
  /** The same for our own reading; asked for only when cosign refuses. */
  readonly trust: () => Promise<Trust>
  readonly annotations: readonly string[]
  readonly registryOf: (repository: Repository) => Registry
  /** Another repository that holds signatures. */
  readonly elsewhere: Repository | undefined
}

/** `all` right after signing, when each format must be there; `any` where one signature is enough. */
export type Demand = { readonly all: readonly Format[] } | 'any'

export interface Verified {
  readonly image: Pinned
  readonly signatures: number
  readonly finding?: Finding
}

const atOnce = 8

/** Every image, side by side, in the order they were given. */
export async function verifyImages(
  images: readonly Pinned[],
  demand: Demand,
  verifying: Verifying,
): Promise<readonly Verified[]> {
  const verified = new Map<Pinned, Verified>()
  await forEach(images, Math.min(atOnce, images.length), async image => {
    verified.set(image, await verifyImage(image, demand, verifying))
  })
  return images.flatMap(image => verified.get(image) ?? [])
}

async function verifyImage(image: Pinned, demand: Demand, verifying: Verifying): Promise<Verified> {
  const verdicts = await Promise.all(
    formatsOf(demand, verifying.cosign).map(format => verifying.cosign.verify(image, format, verifying.who)),
  )
  const accepted = verdicts.filter(one => one.accepted)
  const enough = demand === 'any' ? accepted.length > 0 : accepted.length === verdicts.length
  if (enough) return { image, signatures: accepted.reduce((sum, { signatures }) => sum + signatures, 0) }
  const refusals = verdicts.filter(one => !one.accepted)
  // What did not come to an end may have held the right one.
  const refusal = (refusals.find(({ code }) => code === 'unfinished') ?? refusals[0]) as Refusal
  return { image, signatures: 0, finding: await explain(image, refusal, verifying) }
}

type Refusal = Extract<CosignVerdict, { accepted: false }>

/** cosign 2.6 looks for one format at a time. */
function formatsOf(demand: Demand, { version }: Cosign): readonly (Format | 'any')[] {
  if (demand !== 'any') return demand.all
  return version.startsWith('2.') ? ['bundle', 'legacy'] : ['any']
}

/** cosign says no in one word for many things; what lies in the registry says which it is. */
async function explain(image: Pinned, refusal: Refusal, verifying: Verifying): Promise<Finding> {
  const name = formatReference(image)
  const there = await verifying.registryOf(image.repository).digestOf(image.repository, image.digest)
  if (there === 'absent') return findingOf('no-image', name)
  if ('unknown' in there) return findingOf('undecidable', name, there.unknown)
  if (refusal.code === 'unfinished') return findingOf('undecidable', name, refusal.said)
  const [{ readStored }, { diagnose }] = await Promise.all([import('./stored.ts'), import('./diagnose.ts')])
  const found = await readStored(image, verifying.registryOf, verifying.elsewhere)
  const judged = diagnose(found.signatures, image, await verifying.trust(), verifying.annotations)
  if (judged === undefined) {
    return found.incomplete === undefined
      ? findingOf('unsigned', name)
      : findingOf('undecidable', name, found.incomplete)
  }
  if (judged.wrong !== 'refused') return findingOf(judged.wrong, name, judged.detail)
  // By our reading it is right, so cosign refuses its log or its chain, or could not look.
  const said = `cosign said: ${refusal.said}`
  if (verifying.who.kind === 'key') {
    const unlogged = verifying.cosign.logged && (await isBy(verifying.who, image, verifying.cosign))
    return findingOf(unlogged ? 'signature-refused' : 'undecidable', name, said)
  }
  if (couldNotLook(refusal.said)) return findingOf('undecidable', name, said)
  const anybody = { kind: 'identity', identity: '^.*$', issuer: '^.*$' } as const
  const byAnybody = await verifying.cosign.verify(image, 'any', anybody)
  return byAnybody.accepted
    ? findingOf('wrong-identity', name, judged.detail)
    : findingOf('signature-refused', name, said)
}

async function isBy(who: Expected, image: Pinned, cosign: Cosign): Promise<boolean> {
  return (await cosign.verify(image, 'any', who, 'without')).accepted
}
