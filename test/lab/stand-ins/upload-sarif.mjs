// Takes one SARIF file as code scanning would, and keeps it in the folder STAND_IN_SARIF by the name of its category.
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, input, knownInputs } from './inputs.mjs'

knownInputs('sarif_file', 'checkout_path', 'ref', 'sha', 'token', 'matrix', 'category', 'wait-for-processing')
const file = input('sarif_file')
const { version, runs = [] } = JSON.parse(readFileSync(file, 'utf8'))
if (version !== '2.1.0') fail(`${file} is SARIF ${version}`)
if (runs.length !== 1) fail(`${file} has ${runs.length} runs`)
for (const { locations } of runs[0].results) {
  const { uri } = locations[0].physicalLocation.artifactLocation
  if (/^(?:\/|[a-z]+:|\.\.)/.test(uri)) fail(`${uri} is no path in the repository`)
}
copyFileSync(file, join(process.env.STAND_IN_SARIF, `${input('category')}.sarif`))
