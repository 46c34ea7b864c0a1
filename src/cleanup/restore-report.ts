import { formatReference } from '../image/index.ts'
import type { Finding, Result } from '../outcome/index.ts'
import { oneLine } from '../report/index.ts'
import { count } from './amount.ts'
import { formatLine, type PlanLine } from './plan-file.ts'
import type { RestoredImage } from './restore.ts'

/** Exit 1 where something could not come back as it was, 3 where a registry gave no clear answer. */
export function reportRestore(images: readonly RestoredImage[], planFile: string): Result {
  const findings = images.flatMap(findingsOf)
  const whole = images.filter(image => image.whole)
  const unclear = findings.some(({ rule }) => rule === 'not-restored')
  const verdict = unclear
    ? 'error'
    : findings.some(({ severity }) => severity === 'error')
      ? 'fail'
      : findings.length > 0
        ? 'warn'
        : 'pass'
  return {
    verdict,
    findings,
    outputs: {
      restored: String(whole.length),
      'keep-lines': keepsOf(whole).map(formatLine).join('\n'),
    },
    stats: { images: images.length, restored: whole.length, lost: images.length - whole.length },
    text: textOf(images, planFile),
  }
}

/** One line an image, which a plan asks for, whatever it lost line by line. */
function keepsOf(images: readonly RestoredImage[]): readonly PlanLine[] {
  const lines = new Map<string, PlanLine>()
  for (const { keep } of images) {
    const name = `${keep.repository}@${keep.head}`
    const known = lines.get(name)
    const tags = [...new Set([...(known?.tags ?? []), ...keep.tags])]
    const along = [...new Set([...(known?.with ?? []), ...keep.with])]
    lines.set(name, { ...keep, tags, with: along })
  }
  return [...lines.values()]
}

function findingsOf({ repository, head, tags, manifests }: RestoredImage): readonly Finding[] {
  const [tag] = tags
  const image = formatReference({ repository, ...(tag === undefined ? { digest: head } : { tag }) })
  return manifests.flatMap(({ digest, outcome }): readonly Finding[] => {
    if (outcome.back) {
      return outcome.tagsLeft.map(({ tag: moved, now }) => ({
        rule: 'tag-not-moved',
        severity: 'error',
        message: `${moved} now is ${now} and stays there; the old image is back as ${digest}`,
        image: formatReference({ repository, tag: moved }),
      }))
    }
    if (outcome.why === 'lost') {
      const blobs = outcome.blobs.length > 0 ? `: ${outcome.blobs.join(', ')}` : ''
      return [
        {
          rule: 'collected',
          severity: 'error',
          message: `${digest} cannot come back, the registry's garbage collection has taken what it needs${blobs}`,
          fix: 'build the image again, or push it from a machine or a mirror that still has it',
          image,
        },
      ]
    }
    const rule = outcome.why === 'refused' ? 'restore-refused' : 'not-restored'
    return [{ rule, severity: 'error', message: `${digest} is not back: ${outcome.detail}`, image }]
  })
}

function textOf(images: readonly RestoredImage[], planFile: string): string {
  const whole = images.filter(image => image.whole)
  return [
    ...images.map(
      ({ repository, head, tags, whole: back }) =>
        `  ${back ? 'restored' : 'NOT WHOLE'}  ${oneLine(`${repository}  ${tags.length > 0 ? tags.join(' ') : head}`)}`,
    ),
    '',
    `${whole.length} of ${count(images.length, 'image')} ${whole.length === 1 ? 'is' : 'are'} back.`,
    ...(whole.length === 0
      ? []
      : [
          `To make it last, put these lines into ${oneLine(planFile)}, in place of those that stand there for the same images; without them the next plan proposes the images again:`,
          '',
          ...keepsOf(whole).map(formatLine),
        ]),
  ].join('\n')
}
