import { execFile, execFileSync } from 'node:child_process'
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFiles } from '../../src/system/files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'image-hygiene-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const files = () => createFiles(folder, Readable.from([Buffer.from('from '), Buffer.from('stdin')]))

describe('reading', () => {
  test('a missing file, a folder and a large file are refused by name', async () => {
    mkdirSync(join(folder, 'd'))
    writeFileSync(join(folder, 'large'), Buffer.alloc(2000))
    await expect(files().read('none')).rejects.toMatchObject({
      code: 'no-file',
      message: 'none: no such file',
    })
    await expect(files().read('d')).rejects.toMatchObject({ code: 'bad-file' })
    await expect(files().read('large', 1000)).rejects.toThrow('larger than 1,000 bytes')
  })

  test('a file that is larger than it says is cut off while reading', async () => {
    await expect(files().read('/dev/zero', 1_000_000)).rejects.toThrow('larger than')
  })

  test('a named pipe without a writer does not hang', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')])
    expect((await files().read('pipe')).length).toBe(0)
  })

  test('standard input is read whole, and bounded', async () => {
    expect(await files().standardInput()).toBe('from stdin')
    await expect(files().standardInput(5)).rejects.toThrow('standard input is larger')
  })
})

describe('writing', () => {
  test('replaces in one step, makes folders, leaves no draft behind', async () => {
    await files().write('a/b/c.txt', 'one')
    await files().write('a/b/c.txt', 'two')
    expect(await files().readText('a/b/c.txt')).toBe('two')
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['c.txt'])
  })

  test('a folder is refused, and a pipe is written to instead of replaced', async () => {
    mkdirSync(join(folder, 'd'))
    await expect(files().write('d', 'x')).rejects.toThrow('d is a folder, not a file')
    execFileSync('mkfifo', [join(folder, 'pipe')])
    const read = promisify(execFile)('cat', [join(folder, 'pipe')])
    await files().write('pipe', 'told')
    expect((await read).stdout).toBe('told')
    expect(lstatSync(join(folder, 'pipe')).isFIFO()).toBe(true)
  })

  test('appending adds lines', async () => {
    await files().append('journal/log', 'one\n')
    await files().append('journal/log', 'two\n')
    expect(await files().readText('journal/log')).toBe('one\ntwo\n')
  })

  test('a path that cannot be written is refused by name', async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(files().write('file/below', 'x')).rejects.toThrow(
      'file/below cannot be written: a part of its path is a file, not a folder',
    )
  })
})

describe('finding', () => {
  test('honours .gitignore of every folder, passes over .git and node_modules, follows no link out', async () => {
    for (const path of [
      'Dockerfile',
      'app/Dockerfile',
      'app/out/Dockerfile',
      'gone/Dockerfile',
      '.git/Dockerfile',
    ]) {
      await files().write(path, '')
    }
    await files().write('node_modules/x/Dockerfile', '')
    await files().write('.gitignore', 'gone/\n')
    await files().write('app/.gitignore', '/out\n')
    symlinkSync('/etc/hostname', join(folder, 'app/Dockerfile.link'))
    expect(await files().find(['**/Dockerfile*'])).toEqual(['Dockerfile', 'app/Dockerfile'])
  })
})
