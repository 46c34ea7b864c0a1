import { describe, expect, test } from 'vitest'
import { createProcesses } from '../../src/system/processes.ts'

const processes = createProcesses({ ...process.env, SECRET_TOKEN: 'hunter2-hunter2' }, process.cwd())
const node = (script: string, ...args: string[]) => [process.execPath, ['-e', script, ...args]] as const

describe('child processes', () => {
  test('arguments arrive as they are, without a shell', async () => {
    const nasty = ['$(id)', '; id', '`id`', '\n::set-output name=x::y', '*', '']
    const ran = await processes.run(
      ...node('console.log(JSON.stringify(process.argv.slice(1)))', '--', ...nasty),
    )
    expect(JSON.parse(ran.stdout)).toEqual(nasty)
  })

  test('the environment is what was named, and nothing secret', async () => {
    const ran = await processes.run(...node('console.log(JSON.stringify(process.env))'), {
      env: { GIVEN: '1' },
    })
    const seen = JSON.parse(ran.stdout)
    expect(seen).toMatchObject({ GIVEN: '1', PATH: process.env['PATH'] })
    expect(seen).not.toHaveProperty('SECRET_TOKEN')
  })

  test('an exit code is an answer', async () => {
    expect((await processes.run(...node('process.exit(42)'))).code).toBe(42)
  })

  test('input reaches the child; a child that ends without reading it is no fault', async () => {
    expect(
      (await processes.run(...node('process.stdin.pipe(process.stdout)'), { input: 'hello' })).stdout,
    ).toBe('hello')
    expect((await processes.run(...node(''), { input: 'x'.repeat(1_000_000) })).code).toBe(0)
  })

  test('too much output ends it', async () => {
    const talker = node('process.stdout.write("x".repeat(2_000_000)); setInterval(() => {}, 1000)')
    await expect(processes.run(...talker, { limit: 100_000 })).rejects.toMatchObject({ code: 'too-large' })
  })

  test('a time-out kills the child and its children', async () => {
    const marker = `image-hygiene-${process.pid}-${Math.floor(performance.now())}`
    const parent = node(
      `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', '--', '${marker}'], { stdio: 'inherit' })`,
    )
    await expect(processes.run(...parent, { timeout: 500 })).rejects.toMatchObject({ code: 'too-slow' })
    const left = await processes.run('ps', ['-eo', 'args'])
    expect(
      left.stdout.split('\n').filter(line => line.includes(marker) && line.includes('setInterval')),
    ).toEqual([])
  })

  test('a missing program says so', async () => {
    await expect(processes.run('no-such-program-here', [])).rejects.toMatchObject({ code: 'no-file' })
  })
})
