// Reads one gzip layer as the step reads it, and says what that took of memory.
import { createReadStream } from 'node:fs'
import { readLayers, readTar } from '../../../src/gates/layers/index.ts'
import { inflate } from '../../../src/system/inflate.ts'

const reader = readLayers({ efficiency: false })
const source = createReadStream(process.argv[2] ?? '', { highWaterMark: 64 * 1024 })
const read = await readTar(inflate(source, 'gzip'), { entries: 5_000_000, bytes: 2 ** 40 }, reader.layer())
console.log(
  JSON.stringify({ ...read, places: reader.leftovers().length, rss: process.resourceUsage().maxRSS }),
)
