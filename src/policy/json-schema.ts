import * as z from 'zod/mini'
import { policySchema } from './schema.ts'
import { notes } from './word.ts'

/** The file format for editors: `# yaml-language-server: $schema=…`. Draft 7 is what they read best. */
export function policyJsonSchema(): object {
  const schema = z.toJSONSchema(policySchema(), {
    target: 'draft-7',
    io: 'input',
    metadata: notes,
    unrepresentable: 'throw',
  })
  return { ...schema, title: 'image-hygiene policy' }
}
