import type { ImageDecision } from '../cleanup/decision.ts'
import type { TagVerdict } from '../cleanup/explain.ts'
import { type Digest, formatInstant, registryOf } from '../image/index.ts'
import { formatLocation } from '../outcome/index.ts'
import { oneLine } from '../report/index.ts'

export interface Explained {
  readonly reference: string
  readonly digest: Digest
  /** The image itself, or those that the digest belongs to. */
  readonly images: readonly ImageDecision[]
  readonly tags: readonly TagVerdict[]
  /** What would have to change, one for each image. */
  readonly ways: readonly string[]
}

export function explanationsText(explained: readonly Explained[]): string {
  return explained.map(explanation).join('\n\n')
}

function explanation({ reference, digest, images, tags, ways }: Explained): string {
  const lines = [oneLine(reference), `  ${digest}`]
  if (images.length === 0) lines.push('  nothing that was read names it: it is never touched')
  images.forEach((image, index) => {
    if (image.head !== digest) lines.push(`  belongs to ${nameOf(image)}`)
    lines.push(...fateLines(image), `  ${oneLine(ways[index] ?? '', 600)}`)
    const { untag } = image
    if (untag !== undefined) {
      lines.push(`  loses: ${untag.tags.join(', ')} (${untag.because}); it stays as ${untag.by.tag}`)
    } else if (image.head === digest) lines.push(...tagsAlone(image, tags))
  })
  if (tags.length > 0) lines.push('  its tags, each judged alone:', ...tags.map(tagLine))
  return lines.join('\n')
}

/** Tags that would go, on an image that another of its tags holds: the policy may let them go alone. */
function tagsAlone({ repository, fate }: ImageDecision, tags: readonly TagVerdict[]): readonly string[] {
  const old = tags.filter(({ verdict }) => verdict !== 'held' && verdict.goes).map(({ tag }) => tag)
  const held = tags.some(({ verdict }) => verdict !== 'held' && !verdict.goes)
  if (fate.goes || fate.because === 'in-use' || fate.because === 'kept-by-reviewer') return []
  if (!held || old.length === 0) return []
  const host = registryOf(repository)
  return [
    `  to let ${old.join(', ')} go alone: cleanup: { untag: [${host}] }, if that registry deletes single tags`,
  ]
}

function fateLines({ fate, class: name, clock }: ImageDecision): readonly string[] {
  const rule =
    fate.rule === undefined
      ? []
      : [
          `  rule: ${fate.rule.path} (${fate.rule.location === undefined ? 'built in' : formatLocation(fate.rule.location)})`,
        ]
  return [
    fate.goes ? `  goes: ${fate.because}` : `  stays: ${fate.because}: ${oneLine(fate.detail)}`,
    ...(name === undefined ? [] : [`  class: ${oneLine(name)}`]),
    ...(clock === undefined ? [] : [`  clock: ${formatInstant(clock.at)}, from ${clock.source}`]),
    ...rule,
    ...(fate.goes && fate.with.length > 0 ? [`  goes along: ${fate.with.join(' ')}`] : []),
  ]
}

function tagLine({ tag, classes, verdict }: TagVerdict): string {
  const of = classes.length === 0 ? 'no class' : `class ${classes.map(one => oneLine(one)).join(', ')}`
  if (verdict === 'held') return `    ${tag} (${of}): held`
  if (!verdict.goes) return `    ${tag} (${of}): stays, ${oneLine(verdict.detail)}`
  return `    ${tag} (${of}): would go${verdict.clock === undefined ? '' : `, since ${formatInstant(verdict.clock.at)}`}`
}

function nameOf({ repository, head, tags }: ImageDecision): string {
  return tags[0] === undefined ? `${repository}@${head}` : `${repository}:${tags[0]}`
}
