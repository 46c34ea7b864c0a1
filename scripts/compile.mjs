// Emits lib/: TypeScript, and the worker that is plain JavaScript so that it also runs as a source.
import { execFileSync } from 'node:child_process'
import { copyFileSync, rmSync } from 'node:fs'

const worker = 'gates/lint/dockerfilelint.worker.js'

rmSync('lib', { recursive: true, force: true })
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
})
copyFileSync(`src/${worker}`, `lib/${worker}`)
