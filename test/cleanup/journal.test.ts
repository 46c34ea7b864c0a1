import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { journaled, openJournal, rawOf, runEntry } from '../../src/cleanup/journal.ts'
import { readState } from '../../src/cleanup/journal-state.ts'
import type { Digest, Tag } from '../../src/image/index.ts'
import { createFiles } from '../../src/system/files.ts'
import { digestOf, memoryFiles, repository } from './apply-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'image-hygiene-journal-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bytes = new TextEncoder().encode('{"schemaVersion":2}')
const head = digestOf(bytes)
const manifest = journaled(head, { mediaType: 'application/json', bytes }, ['pr-1' as Tag])
const intent = {
  event: 'intent',
  repository,
  head,
  class: 'preview',
  reason: 'expired',
  manifests: [manifest],
} as const

describe('the journal', () => {
  test('is read back as it was written, by the next process', async () => {
    const files = createFiles(folder, (async function* () {})())
    const journal = await openJournal('j/', files)
    await journal.record(runEntry('sha256:1', 0))
    await journal.record(intent)
    const again = await openJournal('j', files)
    expect(again.entries).toEqual([{ event: 'run', plan: 'sha256:1', at: '1970-01-01T00:00:00Z' }, intent])
    expect(readFileSync(join(folder, 'j/journal.jsonl'), 'utf8').split('\n')).toHaveLength(3)
    expect(rawOf(manifest)?.bytes).toEqual(bytes)
  })

  test('a line that a crash cut off is passed over, and does not swallow the next one', async () => {
    const files = memoryFiles(
      new Map([['j/journal.jsonl', `${JSON.stringify(intent)}\n{"event":"gone","repo`]]),
    )
    const journal = await openJournal('j', files)
    expect(journal.damaged).toEqual([2])
    await journal.record({ event: 'gone', repository, digests: [head] })
    const again = await openJournal('j', files)
    expect(again.damaged).toEqual([2])
    expect(again.entries.map(entry => entry.event)).toEqual(['intent', 'gone'])
  })

  test('refuses to remember bytes that are not what their digest says', () => {
    const other = new TextEncoder().encode('{}')
    expect(() => journaled(head, { mediaType: 'a/b', bytes: other }, [])).toThrow(/another digest/)
    expect(rawOf({ ...manifest, bytes: 'e30=' })).toBeUndefined()
  })

  test('a run that goes on adds to what the interrupted one knew', () => {
    const child = { ...manifest, digest: `sha256:${'c'.repeat(64)}` as Digest }
    const state = readState([
      runEntry('sha256:1', 0),
      { ...intent, manifests: [manifest, child] },
      { event: 'gone', repository, digests: [child.digest] },
      intent,
    ])
    const line = state.lines.get(`${repository}@${head}`)
    expect(line?.intent.manifests.map(({ digest }) => digest)).toEqual([head, child.digest])
    expect(line?.gone).toEqual(new Set([child.digest]))
    expect(state.manifest(repository, child.digest)).toBeDefined()
  })

  test('what was put back or restored is not gone any more', () => {
    const gone = { event: 'gone', repository, digests: [head] } as const
    const name = `${repository}@${head}`
    expect(readState([intent, gone]).lines.get(name)?.gone.size).toBe(1)
    expect(readState([intent, gone, { ...gone, event: 'put-back' }]).lines.get(name)?.gone.size).toBe(0)
    const restored = readState([intent, gone, { event: 'restored', repository, head }]).lines.get(name)
    expect(restored).toMatchObject({ restored: true, gone: new Set() })
  })
})
