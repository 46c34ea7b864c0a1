import { createHash } from 'node:crypto'
import { HygieneError } from '../../outcome/index.ts'
import type { World } from '../world.ts'

const mostRedirects = 5
/** Bytes; the largest tool today unpacks to 250 MB. */
const largest = 512 * 1024 * 1024

/**
 * Downloads to memory and returns the bytes only if their sha256 is the one expected. Redirects may lead to another
 * host (a release page hands over to its storage), but never from https to http, and no credentials are ever sent.
 */
export async function downloadVerified(address: string, sha256: string, world: World): Promise<Buffer> {
  let url = parsed(address)
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const { status, headers, body } = await world.http.stream({
      method: 'GET',
      url,
      limit: largest,
      timeout: 600_000,
    })
    if (status >= 300 && status < 400 && headers['location'] !== undefined) {
      for await (const _ of body) break
      const next = new URL(headers['location'], url)
      if (url.protocol === 'https:' && next.protocol !== 'https:') {
        throw new HygieneError(
          'bad-answer',
          `${url.host} redirects the download from https to ${next.protocol}//${next.host}`,
        )
      }
      url = allowed(next)
      continue
    }
    if (status !== 200) {
      throw new HygieneError('unreachable', `${url.href} answers ${status}`, {
        fix: 'check the version, or the mirror',
      })
    }
    return verified(body, url, sha256)
  }
  throw new HygieneError('bad-answer', `${address} redirects more than ${mostRedirects} times`)
}

async function verified(body: AsyncIterable<Uint8Array>, url: URL, sha256: string): Promise<Buffer> {
  const hash = createHash('sha256')
  const chunks: Uint8Array[] = []
  for await (const chunk of body) {
    hash.update(chunk)
    chunks.push(chunk)
  }
  const actual = hash.digest('hex')
  if (actual === sha256) return Buffer.concat(chunks)
  throw new HygieneError('damaged', `${url.href} has sha256 ${actual}, not ${sha256}: it was not run`, {
    fix: 'compare with the checksum that the project publishes; if it differs from theirs, report it to them',
  })
}

function parsed(address: string): URL {
  try {
    return allowed(new URL(address))
  } catch (error) {
    if (error instanceof HygieneError) throw error
    throw new HygieneError('bad-usage', `'${address}' is no URL`, { cause: error })
  }
}

function allowed(url: URL): URL {
  const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname)
  if (url.protocol === 'https:' || (url.protocol === 'http:' && loopback)) return url
  throw new HygieneError('bad-usage', `${url.href}: tools are downloaded over https only`)
}
