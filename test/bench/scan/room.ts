// Starts a registry with the guilty image and a database for Trivy, says where, and ends when its input does.
import { rm } from 'node:fs/promises'
import { startRegistry } from '../../lab/registries.ts'
import { fixtureDb, vulnerableImage } from '../../lab/trivy.ts'

const registry = await startRegistry('docker-registry')
const { reference } = await vulnerableImage(registry)
const cache = await fixtureDb()
process.stdout.write(`${JSON.stringify({ reference, cache })}\n`)
for await (const _ of process.stdin);
await registry.stop()
await rm(cache, { recursive: true, force: true })
