// Restores what the run before left under the first key that begins alike. What the real one saves after the job, the
// next run finds here at its start: the folder itself is kept, as a link.
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fail, input, knownInputs } from './inputs.mjs'

knownInputs(
  ...'path key restore-keys upload-chunk-size enableCrossOsArchive fail-on-cache-miss lookup-only save-always'.split(
    ' ',
  ),
)
const [kept] = input('restore-keys').split('\n')
if (!input('key').startsWith(kept)) fail(`${input('key')} is never found again by ${kept}`)
const folder = join(process.env.STAND_IN_CACHES, kept)
mkdirSync(folder, { recursive: true })
const path = resolve(input('path'))
if (!existsSync(path)) symlinkSync(folder, path)
