import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { outcomeSchema } from '../../src/outcome/schema.ts'
import { type Ran, runBuilt } from './built.ts'

let workspace: string
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'image-hygiene-action-'))
  for (const name of ['output', 'summary', 'env', 'path']) writeFileSync(join(workspace, `.${name}`), '')
})
afterEach(() => rmSync(workspace, { recursive: true, force: true }))

/** Runs the bundle as a runner does: inputs in the environment, files for what comes back. */
function act(inputs: Record<string, string>, env: Record<string, string> = {}): Ran {
  return runBuilt('action', [], {
    cwd: workspace,
    env: {
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: join(workspace, '.output'),
      GITHUB_STEP_SUMMARY: join(workspace, '.summary'),
      GITHUB_ENV: join(workspace, '.env'),
      GITHUB_PATH: join(workspace, '.path'),
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
      ...env,
    },
  })
}

const file = (name: string) => readFileSync(join(workspace, name), 'utf8')

/** Reads GITHUB_OUTPUT: `name<<delimiter`, lines, delimiter. */
function outputs(): Record<string, string> {
  return Object.fromEntries(
    [...file('.output').matchAll(/^(\S+?)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [
      name,
      value,
    ]),
  )
}

describe('the built action', () => {
  test('without a step it fails and names the steps', () => {
    const { code, stdout } = act({})
    expect(code).toBe(2)
    expect(stdout).toMatch(/^::error::.*lint/m)
  })

  test('lint of a bad Dockerfile: findings as annotations, outputs, a summary, exit 1', () => {
    writeFileSync(join(workspace, 'Dockerfile'), 'FROM alpine:latest\nRUN echo hi\n')
    const { code, stdout } = act({ step: 'lint', dockerfiles: 'Dockerfile', 'sarif-file': 'lint.sarif' })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^::(error|warning) .*file=Dockerfile.*line=1/m)
    expect(outputs()).toMatchObject({ verdict: 'fail', 'sarif-file': 'lint.sarif' })
    expect(outcomeSchema.parse(JSON.parse(outputs()['json'] ?? '')).verdict).toBe('fail')
    expect(file('.summary')).toContain('image-hygiene lint')
    expect(JSON.parse(file('lint.sarif')).version).toBe('2.1.0')
  })

  test('summary: on-failure and never are honoured, annotations can be switched off', () => {
    writeFileSync(join(workspace, 'Dockerfile'), 'FROM alpine:latest\n')
    expect(
      act({ step: 'lint', dockerfiles: 'Dockerfile', summary: 'never', annotations: 'false' }).stdout,
    ).not.toMatch(/^::(error|warning|notice)/m)
    expect(file('.summary')).toBe('')
  })

  test('nothing is written to GITHUB_ENV or GITHUB_PATH', () => {
    writeFileSync(join(workspace, 'Dockerfile'), 'FROM scratch\n')
    act({ step: 'lint', dockerfiles: 'Dockerfile' })
    expect(file('.env') + file('.path')).toBe('')
  })

  test('a Dockerfile cannot speak to the runner', () => {
    writeFileSync(
      join(workspace, 'Dockerfile'),
      'FROM alpine:latest\n\n::add-mask::x\n##[error]y\nLABEL a="\n::warning::z"\n',
    )
    const { stdout } = act({ step: 'lint', dockerfiles: 'Dockerfile', annotations: 'false' })
    expect(stdout).not.toMatch(/^\s*::(?!add-mask::\*)/m)
    expect(stdout).not.toContain('##[')
  })

  test('a token shows nowhere', () => {
    writeFileSync(join(workspace, 'Dockerfile'), 'FROM alpine:ghs_canary0123456789\n')
    const { stdout, stderr } = act({
      step: 'lint',
      dockerfiles: 'Dockerfile',
      'registry-password': 'ghs_canary0123456789',
    })
    const said = stdout.replace(/^::add-mask::.*$/gm, '') + stderr + file('.summary') + file('.output')
    expect(said).not.toContain('ghs_canary0123456789')
  })
})
