// Labels are written by whoever built the image. A record holds them as they are, in JSON; what people see of them
// commands no terminal, no forge and no Markdown.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ended, enter, type Room } from '../signing/running.ts'

let room: Room
beforeEach(async () => {
  room = await enter()
})
afterEach(() => room.leave())

const nasty = {
  'org.opencontainers.image.revision': 'abc\n::set-output name=a::b\n::error::evil',
  'org.opencontainers.image.source': '\u001b[2J\u001b]0;owned\u0007https://evil.example/`$(id)`',
  'org.opencontainers.image.base.name': '| a | b |\n<img src=x onerror=alert(1)>',
  'org.opencontainers.image.created': '99999999999999999999',
  expire_at: '1700000000000',
  __proto__evil: 'x',
  constructor: 'y',
}

test('a record of a hostile image is sound, and harmless where it is shown', async () => {
  const digest = room.push({ tags: ['v1.0.0'], labels: nasty })
  const ran = await room.step('record', {
    references: `${room.repository}:v1.0.0@${digest}`,
    'record-file': 'record.json',
    catalog: 'catalog.jsonl',
  })
  expect(ended(ran)).toEqual([0])
  const record = JSON.parse(await readFile(join(room.folder, 'record.json'), 'utf8'))
  expect(record).toMatchObject({ built_at: null, expire_at: null })
  expect(record.unknown.expire_at).toMatch(/its value/)
  const catalog = await readFile(join(room.folder, 'catalog.jsonl'), 'utf8')
  expect(catalog.trimEnd().split('\n')).toHaveLength(1)

  const listed = await room.step('record', { catalog: 'catalog.jsonl', list: 'class=release' })
  expect(listed.outcome.outputs['found']).toBe('1')
  for (const text of [ran.result.text, listed.result.text, ran.result.summary]) {
    expect(text ?? '').not.toContain('\u001b')
    expect(text ?? '').not.toMatch(/^::/m)
  }
  const rows = (ran.result.summary ?? '').split('\n')
  expect(rows.filter(row => !/^\|.*\|$/.test(row))).toEqual([])
  expect(new Set(rows.map(row => row.replaceAll(/`[^`]*`/g, '').split('|').length))).toEqual(new Set([4]))
})
