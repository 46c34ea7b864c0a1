import type { Place } from '../dockerfile/index.ts'
import type { PulledImage } from '../images.ts'

/** Where a tag is to be changed: at the ARG that gives it, else at the image's own word. */
export function whereTagIs({ line, column, origin }: PulledImage): Place {
  return origin === undefined || origin === line ? { line, column } : { line: origin, column: 1 }
}

/** How an image got its name, for messages: the ARG is not where the reader looks first. */
export function usedAt({ written, text, line, origin }: PulledImage): string {
  return origin === undefined ? `'${text}'` : `'${written}' on line ${line} is '${text}'`
}
