import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readInventory } from '../../src/cleanup/in-use/inventory.ts'

const docs = readFileSync(resolve(import.meta.dirname, '../../docs/cleanup.md'), 'utf8')

test('the inventory that docs/cleanup.md makes without jq is one, complete and of now, with every image', () => {
  const program = /node -e '\n([^']+)'/.exec(docs)?.[1] ?? ''
  const digest = `sha256:${'a'.repeat(64)}`
  const pod = {
    kind: 'Pod',
    spec: {
      containers: [{ image: 'ghcr.io/acme/app:v1.0.0' }],
      volumes: [{ image: { reference: 'ghcr.io/acme/data:v2.0.0' } }],
    },
    status: { containerStatuses: [{ image: '', imageID: `ghcr.io/acme/app@${digest}` }] },
  }
  const said = execFileSync(process.execPath, ['-e', program], {
    input: JSON.stringify({ kind: 'List', items: [pod, { kind: 'Job', spec: null }] }),
    encoding: 'utf8',
  })
  const inventory = readInventory(JSON.parse(said) as Record<string, unknown>)
  expect(inventory).toMatchObject({ source: 'prod', complete: true, errors: [], unreadable: [] })
  if (typeof inventory === 'string') throw new Error(inventory)
  expect(Math.abs((inventory.collectedAt ?? 0) - Date.now() / 1000)).toBeLessThan(60)
  expect(inventory.found).toHaveLength(3)
})
