import { parseReference, type Reference } from '../../image/index.ts'
import {
  type Dockerfile,
  type Expansion,
  type Instruction,
  type Place,
  placeOf,
  type Stage,
  stageNamed,
} from './dockerfile/index.ts'

/** An image that a build pulls: a base, or one that files are taken from. */
export interface PulledImage extends Place {
  readonly use: 'base' | 'copy' | 'mount'
  /** As it stands in the file, variables and all. */
  readonly written: string
  /** What the variables make of it. */
  readonly text: string
  /** Undefined if a variable without a value, or bad grammar, hides it. */
  readonly reference: Reference | undefined
  /** Why `reference` is undefined: the grammar's word, or nothing if a variable hides it. */
  readonly fault?: string
  /** The line of the ARG that the last variable comes from, if one takes part. */
  readonly origin?: number
}

/** In the order of the file. Stages of the file itself and `scratch` are not pulled. */
export function imagesOf(dockerfile: Dockerfile): readonly PulledImage[] {
  return [
    ...dockerfile.stages.flatMap(({ from, base, parent }) =>
      parent !== undefined || base.written === '' || base.text === 'scratch'
        ? []
        : [pulled('base', base, from, base.written, base.offset)],
    ),
    ...dockerfile.stages.flatMap(({ instructions }) =>
      instructions.flatMap(instruction =>
        fromFlags(instruction).flatMap(({ use, name, offset }) => {
          if (name === '' || name === 'scratch' || anyStage(dockerfile, name) !== undefined) return []
          const expansion = dockerfile.expandAt(instruction, name)
          if (anyStage(dockerfile, expansion.text) !== undefined) return []
          return [pulled(use, expansion, instruction, name, offset)]
        }),
      ),
    ),
  ]
}

/** Where a stage takes files from itself, which BuildKit cannot build. */
export function selfReferences(dockerfile: Dockerfile): readonly Place[] {
  return dockerfile.stages.flatMap(stage =>
    stage.instructions.flatMap(instruction =>
      fromFlags(instruction)
        .filter(({ name }) => name !== '' && anyStage(dockerfile, name) === stage)
        .map(({ offset }) => placeOf(instruction, offset)),
    ),
  )
}

/** BuildKit knows all stages before it reads their instructions, so COPY may also take from one below. */
function anyStage(dockerfile: Dockerfile, name: string): Stage | undefined {
  return stageNamed(dockerfile, name, dockerfile.stages.length)
}

interface FromFlag {
  readonly use: 'copy' | 'mount'
  readonly name: string
  readonly offset: number
}

function fromFlags({ keyword, flags }: Instruction): readonly FromFlag[] {
  if (keyword !== 'COPY' && keyword !== 'RUN') return []
  return flags.flatMap(({ name, value = '', offset }): readonly FromFlag[] => {
    if (keyword === 'COPY' && name === 'from') return [{ use: 'copy', name: value, offset: offset + 7 }]
    if (keyword !== 'RUN' || name !== 'mount') return []
    return mountOptions(value).flatMap(([key, image]) =>
      key === 'from' ? [{ use: 'mount' as const, name: image, offset }] : [],
    )
  })
}

/** `type=cache,target=/root/.cache` as pairs; an option without a value has an empty one. */
export function mountOptions(value: string): readonly (readonly [string, string])[] {
  return value.split(',').map(option => {
    const equals = option.indexOf('=')
    return equals < 0 ? [option, ''] : [option.slice(0, equals), option.slice(equals + 1)]
  })
}

function pulled(
  use: PulledImage['use'],
  { text, known, origin }: Expansion,
  instruction: Instruction,
  written: string,
  offset: number,
): PulledImage {
  const reference = known ? parseReference(text) : undefined
  const fault = reference !== undefined && 'fault' in reference ? reference.fault : undefined
  return {
    ...placeOf(instruction, offset),
    use,
    written,
    text,
    reference: reference === undefined || 'fault' in reference ? undefined : reference,
    ...(fault === undefined ? {} : { fault }),
    ...(origin === undefined ? {} : { origin }),
  }
}
