// Brings back what the stand-in for upload-artifact kept: one by name, or those that match a pattern.
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail, input, knownInputs } from './inputs.mjs'

knownInputs(
  'name',
  'artifact-ids',
  'path',
  'pattern',
  'merge-multiple',
  'github-token',
  'repository',
  'run-id',
  'skip-decompress',
  'digest-mismatch',
)
const name = input('name') || input('pattern')
const from = join(process.env.STAND_IN_ARTIFACTS, name)
if (existsSync(from)) {
  mkdirSync(input('path') || '.', { recursive: true })
  cpSync(from, input('path') || '.', { recursive: true })
} else if (input('name') !== '') fail(`there is no artifact ${name}`)
