// Adds up what every test run of this CI run wrote to .cache/ci/, and says it in one line.
import { readdirSync, readFileSync } from 'node:fs'

const folder = '.cache/ci'
let passed = 0
let failed = 0
for (const name of readdirSync(folder)) {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))
  passed += numPassedTests
  failed += numFailedTests
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
