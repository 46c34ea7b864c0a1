import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { HygieneError } from '../../outcome/index.ts'
import type { World } from '../world.ts'

const mostRedirects = 5
/** Bytes; the largest tool today unpacks to 250 MB. */
const largest = 512 * 1024 * 1024

/**
 * Downloads into a new file, piece by piece. Resolves only if its sha256 is the one expected; otherwise the file is the
 * caller's to remove. Redirects may lead to another host (a release page hands over to its storage), but never from
 * https to http, and no credentials are ever sent.
 */
export async function downloadVerified(
  address: string,
  sha256: string,
  target: string,
  world: World,
): Promise<void> {
  let url = parsed(address)
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const { status, headers, body } = await world.http
      .stream({ method: 'GET', url, limit: largest, timeout: 600_000 })
      .catch(withFix)
    if (status >= 300 && status < 400 && headers['location'] !== undefined) {
      for await (const _ of body) break
      url = redirected(url, headers['location'])
      continue
    }
    if (status !== 200) {
      throw new HygieneError('unreachable', `${url.href} answers ${status}`, {
        fix: 'check the version, or the mirror',
      })
    }
    const actual = await keep(body, target)
    if (actual === sha256) return
    throw new HygieneError('damaged', `${url.href} has sha256 ${actual}, not ${sha256}: it was not run`, {
      fix: 'compare with the checksum that the project publishes; if it differs from theirs, report it to them',
    })
  }
  throw new HygieneError('bad-answer', `${address} redirects more than ${mostRedirects} times`)
}

function withFix(error: unknown): never {
  if (!(error instanceof HygieneError) || error.findings[0]?.fix !== undefined) throw error
  throw new HygieneError(error.code, error.message, {
    fix: 'check that this machine reaches it; name a mirror that it reaches, or install the tool yourself',
    cause: error,
  })
}

/** Writes as the bytes arrive. Their sha256. */
async function keep(body: AsyncIterable<Uint8Array>, target: string): Promise<string> {
  const hash = createHash('sha256')
  const file = await open(target, 'wx', 0o600)
  try {
    for await (const chunk of body) {
      hash.update(chunk)
      await file.writeFile(chunk)
    }
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}

function redirected(from: URL, location: string): URL {
  if (!URL.canParse(location, from.href))
    throw new HygieneError('bad-answer', `${from.host} redirects to '${location}', which is no URL`)
  const next = new URL(location, from)
  if (from.protocol === 'https:' && next.protocol !== 'https:') {
    throw new HygieneError(
      'bad-answer',
      `${from.host} redirects the download from https to ${next.protocol}//${next.host}`,
    )
  }
  return allowed(next)
}

function parsed(address: string): URL {
  if (URL.canParse(address)) return allowed(new URL(address))
  throw new HygieneError('bad-usage', `'${address}' is no URL`)
}

function allowed(url: URL): URL {
  const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname)
  if (url.protocol === 'https:' || (url.protocol === 'http:' && loopback)) return url
  throw new HygieneError('bad-usage', `${url.href}: tools are downloaded over https only`)
}
