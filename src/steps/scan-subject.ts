import type { Subject } from '../gates/scan/index.ts'
import type { Reference } from '../image/index.ts'

export function subjectOf(name: string, image: Reference | undefined, use: Subject['use']): Subject {
  return { name, use, ...(image === undefined ? {} : { image }) }
}
