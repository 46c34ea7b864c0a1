import type { BodyFacts, Going, Words } from './body-facts.ts'
import { nameOf } from './message.ts'
import {
  biggest,
  byRepository,
  forever,
  heldBack,
  howTo,
  keptByPeople,
  madeFrom,
  namesOnly,
  oldest,
  type Section,
  struckByPeople,
  whatHappens,
} from './sections.ts'
import type { Totals } from './title.ts'

/** Characters; GitHub takes 65,536. */
const longest = 60_000
/** Room for the sentence that names what was left out, and the marker. */
const reserve = 800

/** The text of the proposal: the same for the same plan and decision, with no word about today. */
export function bodyOf(facts: BodyFacts): { readonly body: string; readonly totals: Totals } {
  const images = new Map(
    facts.decision.repositories.flatMap(({ images }) => images.map(image => [nameOf(image), image] as const)),
  )
  const going = facts.lines
    .filter(({ action }) => action === 'delete')
    .map((line): Going => {
      const image = images.get(nameOf(line))
      const bytes = image?.fate.goes === true ? image.fate.bytes : 0
      return image === undefined ? { line, bytes } : { line, image, bytes }
    })
  const names = facts.lines.filter(({ action }) => action === 'untag')
  const keeps = facts.lines.filter(({ action }) => action === 'keep')
  const totals = {
    images: going.length,
    tags: names.reduce((sum, { tags }) => sum + tags.length, 0),
    bytes: going.reduce((sum, { bytes }) => sum + bytes, 0),
    kept: keeps.length,
  }
  const sections = [
    whatHappens(totals, going, facts),
    heldBack(facts),
    byRepository(going),
    namesOnly(names, images),
    keptByPeople(keeps),
    struckByPeople(facts.struck),
    biggest(going),
    oldest(going),
    forever(facts.decision),
    howTo(facts.words),
    madeFrom(facts),
  ].filter(section => section !== undefined)
  return { body: fitted(sections, facts.words), totals }
}

/** Drops whole sections, the least needed first, until the rest fits; says how many and where everything is. */
function fitted(sections: readonly Section[], { planFile }: Words): string {
  const needed = [...sections].sort((a, b) => a.rank - b.rank)
  const shown = new Set<Section>()
  let room = longest - reserve
  for (const section of needed) {
    if (section.text.length + 2 > room && section.rank > 0) continue
    shown.add(section)
    room -= section.text.length + 2
  }
  const dropped = sections.filter(section => !shown.has(section))
  const note =
    dropped.length === 0
      ? []
      : [
          `_${dropped.length} ${dropped.length === 1 ? 'section is' : 'sections are'} left out here for length (${dropped.map(({ name }) => name).join(', ')}): \`${planFile}\` has every line, and the job summary has the rest._`,
        ]
  return [...sections.filter(section => shown.has(section)).map(({ text }) => text), ...note].join('\n\n')
}
