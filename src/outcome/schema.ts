import { z } from 'zod'
import type { Outcome } from './outcome.ts'

const locationSchema = z.strictObject({
  file: z.string().describe('Path, relative to the repository.'),
  line: z.int().min(1),
  column: z.int().min(1).optional(),
})

const findingSchema = z.strictObject({
  rule: z.string().describe('Stable kebab-case id.'),
  severity: z.enum(['info', 'warning', 'error']),
  message: z.string(),
  fix: z.string().optional().describe('The exact thing to do.'),
  location: locationSchema.optional(),
  image: z.string().optional().describe('The image reference it is about.'),
  suppressed: z.string().optional().describe('Why it does not count: a decision, in words.'),
})

/** The outcome document, for readers of `--json`; schema/outcome.json is generated from it. */
export const outcomeSchema = z
  .strictObject({
    schema: z.literal('image-hygiene/outcome/v1'),
    step: z.string(),
    verdict: z.enum(['pass', 'warn', 'fail', 'error']),
    findings: z.array(findingSchema),
    outputs: z.record(z.string(), z.string()),
    stats: z.record(z.string(), z.number()),
  })
  .meta({ title: 'image-hygiene outcome', description: 'What every step of image-hygiene ends with.' })

/** Holds the schema to the type: this line does not compile when they differ. */
export type OutcomeOfSchema = z.infer<typeof outcomeSchema> extends Outcome ? true : never
