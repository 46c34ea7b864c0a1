import { createReadStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { unpackTar } from 'modern-tar/fs'
import { HygieneError } from '../../outcome/index.ts'

/** Bytes of one program; the largest today has 250 MB. */
const largest = 1024 * 1024 * 1024

/** Takes one file out of a `.tar.gz`, piece by piece. Throws `damaged` where the archive has no such file. */
export async function unpackMember(archive: string, member: string, target: string): Promise<void> {
  const folder = `${target}.unpacked`
  const filter = ({ name, type, size }: { name: string; type?: string; size: number }) =>
    name === member && type === 'file' && size <= largest
  try {
    await pipeline(createReadStream(archive), createGunzip(), unpackTar(folder, { filter })).catch(error => {
      throw new HygieneError('damaged', 'the release archive cannot be unpacked', { cause: error })
    })
    const there = await stat(join(folder, member)).catch(() => undefined)
    if (there === undefined) throw new HygieneError('damaged', `the release archive holds no file ${member}`)
    await rename(join(folder, member), target)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
