// Keeps files as the artifact of a name in the folder STAND_IN_ARTIFACTS, paths relative to the path that was given.
import { cpSync, existsSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fail, input, knownInputs } from './inputs.mjs'

knownInputs(
  'name',
  'path',
  'if-no-files-found',
  'retention-days',
  'compression-level',
  'overwrite',
  'include-hidden-files',
  'archive',
)
const path = input('path')
const hidden = path.split('/').some(part => /^\.[^./]/.test(part))
if (hidden && input('include-hidden-files') !== 'true') fail(`${path} is hidden, and would not be uploaded`)
if (!existsSync(path)) {
  if (input('if-no-files-found') === 'error') fail(`there is nothing at ${path}`)
} else {
  const target = join(process.env.STAND_IN_ARTIFACTS, input('name'))
  if (existsSync(target) && input('overwrite') !== 'true')
    fail(`there is an artifact ${input('name')} already`)
  rmSync(target, { recursive: true, force: true })
  cpSync(path, statSync(path).isDirectory() ? target : join(target, basename(path)), { recursive: true })
}
