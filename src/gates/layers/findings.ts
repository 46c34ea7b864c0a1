import type { Finding } from '../../outcome/index.ts'
import type { Level } from '../../policy/index.ts'
import { oneLine } from '../../report/index.ts'
import type { DiveRules } from './dive-ci.ts'
import type { Efficiency } from './efficiency.ts'
import type { Leftover } from './image.ts'

/** What the layers of one image hold that they should not. Layers are counted from 1 for people. */
export function leftoverFindings(
  leftovers: readonly Leftover[],
  level: Level,
  image: string,
): readonly Finding[] {
  if (level === 'off') return []
  return leftovers.map(({ kind, place, layer, files, bytes, deletedIn, examples }) => ({
    rule: kind.rule,
    severity: level === 'warn' ? 'warning' : level,
    message: `layer ${layer + 1} ships ${kind.what}: ${oneLine(place, 120)}, ${files === 1 ? 'one file' : `${files} files`}, ${sizeOf(bytes)}${deletedIn === undefined ? '' : `. Layer ${deletedIn + 1} deletes it, but who pulls the image still gets it`}${files > 1 ? ` (${examples.map(name => oneLine(name, 80)).join(', ')})` : ''}`,
    fix: kind.fix,
    image,
  }))
}

/** Thresholds that are passed; dive's own comparison is strict, and so is this. */
export function efficiencyFindings(found: Efficiency, rules: DiveRules, image: string): readonly Finding[] {
  const { score, wasted, userWasted, worst } = found
  const paths = worst
    .slice(0, 3)
    .map(({ path, bytes, times }) => `${oneLine(path, 80)} ${times} times, ${sizeOf(bytes)}`)
  const because = paths.length === 0 ? '' : `: ${paths.join('; ')}`
  const fix = 'do in one RUN what makes and deletes a file, and copy files with their last owner and mode'
  const finding = (rule: string, message: string): Finding => ({
    rule,
    severity: 'error',
    message: `${message}${because}`,
    fix,
    image,
  })
  const { lowestEfficiency, highestWastedBytes, highestUserWastedPercent } = rules
  return [
    ...(lowestEfficiency !== undefined && score < lowestEfficiency
      ? [finding('layer-efficiency', `the efficiency is ${share(score)}, below ${share(lowestEfficiency)}`)]
      : []),
    ...(highestWastedBytes !== undefined && wasted > highestWastedBytes
      ? [finding('layer-waste', `${sizeOf(wasted)} are wasted, more than ${sizeOf(highestWastedBytes)}`)]
      : []),
    ...(highestUserWastedPercent !== undefined && userWasted > highestUserWastedPercent
      ? [
          finding(
            'layer-waste',
            `${share(userWasted)} of what was built on the lowest layer is wasted, more than ${share(highestUserWastedPercent)}`,
          ),
        ]
      : []),
  ]
}

function share(number: number): string {
  return `${(number * 100).toFixed(1)} %`
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const [unit, size] = bytes < 1e6 ? ['kB', 1e3] : bytes < 1e9 ? ['MB', 1e6] : (['GB', 1e9] as const)
  return `${(bytes / size).toFixed(1)} ${unit}`
}
