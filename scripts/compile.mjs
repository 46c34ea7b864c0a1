// Emits lib/ with TypeScript; what is plain JavaScript in src/, so that workers also run as sources, comes along.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'

rmSync('lib', { recursive: true, force: true })
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
})
