import { describe, expect, test } from 'vitest'
import { outcomeSchema } from '../../src/outcome/schema.ts'
import { steps } from '../../src/steps/index.ts'
import { runBuilt } from './built.ts'

describe('the built command', () => {
  test('--help lists every step and exits 0', () => {
    const { code, stdout } = runBuilt('cli', ['--help'])
    expect(code).toBe(0)
    for (const { name } of steps) expect(stdout).toContain(`\n  ${name} `)
  })

  test.each(steps.map(({ name }) => name))('%s --help exits 0', name => {
    const told = runBuilt('cli', [name, '--help'])
    expect(told).toMatchObject({ code: 0, stderr: '' })
    expect(runBuilt('cli', ['help', name])).toEqual(told)
  })

  test('no step at all shows the help and exits 2', () => {
    expect(runBuilt('cli', []).code).toBe(2)
  })

  test('a mistyped step is exit 2 with what was meant', () => {
    const { code, stderr } = runBuilt('cli', ['lnit'])
    expect(code).toBe(2)
    expect(stderr).toContain("did you mean 'image-hygiene lint'?")
  })

  test('with --json stdout is one outcome document, also for a wrong call', () => {
    const { code, stdout, stderr } = runBuilt('cli', ['lint', '--no-such-flag', '--json'])
    expect(code).toBe(2)
    expect(outcomeSchema.parse(JSON.parse(stdout))).toMatchObject({ verdict: 'error', step: 'lint' })
    expect(stderr).toContain('no-such-flag')
  })

  test('a finding of 256 is not exit 0: the verdict makes the code', () => {
    const { code, stdout } = runBuilt('cli', ['lint', 'no/such/file', '--json'])
    expect(code).toBe(2)
    expect(outcomeSchema.parse(JSON.parse(stdout)).findings[0]?.message).toContain('no/such/file')
  })

  test('hostile words stay text', () => {
    const { code, stdout, stderr } = runBuilt('cli', ['lint', '\n::set-output name=x::y', '$(id)'])
    expect(code).toBe(2)
    expect(`${stdout}\n${stderr}`).not.toMatch(/^\s*::/m)
    expect(stderr + stdout).not.toContain('uid=')
  })
})
