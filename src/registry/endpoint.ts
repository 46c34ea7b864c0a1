import { HygieneError } from '../outcome/index.ts'
import { isLoopback } from './token.ts'

/**
 * Where the requests for a registry host go. Plain http only for loopback and for hosts that the policy names:
 * whoever sits between could otherwise read the credentials and choose what is deleted.
 */
export function endpointOf(host: string, plainHttp: readonly string[]): URL {
  const name = host === 'docker.io' ? 'registry-1.docker.io' : host
  const url = parse(`https://${name}/`)
  if (url === undefined || url.pathname !== '/' || url.username !== '') {
    throw new HygieneError('bad-usage', `'${host}' is no registry host`)
  }
  return isLoopback(url.hostname) || plainHttp.includes(host) ? new URL(`http://${name}/`) : url
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}
