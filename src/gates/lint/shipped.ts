import type { Dockerfile, Stage } from './dockerfile/index.ts'

/** The final stage and those it is built on, final one first: their layers are the image. */
export function shippedStages({ stages }: Dockerfile): readonly Stage[] {
  const shipped: Stage[] = []
  for (let stage = stages.at(-1); stage !== undefined; stage = stage.parent) shipped.push(stage)
  return shipped
}
