// The bulk push that benches start from makes what it says it makes.
import { expect, test } from 'vitest'
import { crane } from './clients.ts'
import { fill } from './fill.ts'
import { startRegistry } from './registries.ts'
import { wire } from './wire.ts'

const expireAt = (number: number) => String(1_700_000_000 + number)

test.each(['annotation', 'label'] as const)(
  'fills a repository with tags whose expire_at stands in the %s',
  async place => {
    const registry = await startRegistry('docker-registry')
    try {
      const filled = await fill(registry.url, { repository: 'team/many', count: 200, expireAt, in: place })
      expect(new Set(filled.map(({ digest }) => digest)).size).toBe(200)
      expect(await wire(registry.url).tags('team/many')).toEqual(filled.map(({ tag }) => tag).sort())
      const reference = `${registry.host}/team/many:${filled[123]?.tag}`
      const manifest = JSON.parse((await crane('manifest', reference)).stdout)
      const config = JSON.parse((await crane('config', reference)).stdout)
      const found = { annotation: manifest.annotations?.expire_at, label: config.config.Labels?.expire_at }
      expect(found).toEqual({ annotation: undefined, label: undefined, [place]: '1700000123' })
      await crane('validate', '--remote', reference)
    } finally {
      await registry.stop()
    }
  },
)
