// The few calls of the distribution spec that fixtures and assertions need, apart from the client under test:
// what a suite says about a registry must not depend on our own reading of it.
import { Agent, request } from 'undici'
import type { Blob, Image } from './images.ts'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly bytes: Buffer
  readonly text: string
  json(): unknown
}

/** Everything a client of all generations accepts. */
export const manifestTypes = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
].join(', ')

const agent = new Agent({ connections: 32 })

export interface Wire {
  call(
    method: Method,
    path: string,
    body?: Uint8Array,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>
  /** Uploads a blob, whether the registry has it or not: a small one is sent sooner than asked for. */
  pushBlob(repository: string, blob: Blob): Promise<void>
  pushManifest(repository: string, manifest: Blob, reference?: string): Promise<Answer>
  /** Blobs, then the manifest under each tag, or by digest when there is none. */
  pushImage(repository: string, image: Image, tags?: readonly string[]): Promise<void>
  manifest(repository: string, reference: string, accept?: string): Promise<Answer>
  /** The digest that the registry gives for a reference; undefined where it answers 404. */
  digest(repository: string, reference: string): Promise<string | undefined>
  delete(repository: string, reference: string): Promise<number>
  /** Sorted; `null` and a missing repository are the empty list. */
  tags(repository: string): Promise<readonly string[]>
}

export type Method = 'GET' | 'HEAD' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'

/** @param url of the registry, such as `http://127.0.0.1:5000` */
export function wire(url: string): Wire {
  async function call(method: Method, path: string, body?: Uint8Array, headers: Record<string, string> = {}) {
    const response = await request(new URL(path, url), {
      method,
      body: body ?? null,
      headers,
      dispatcher: agent,
    })
    const bytes = Buffer.from(await response.body.arrayBuffer())
    const text = bytes.toString('utf8')
    return {
      status: response.statusCode,
      headers: response.headers,
      bytes,
      text,
      json: () => JSON.parse(text),
    }
  }

  async function must(status: number, answer: Promise<Answer>, what: string): Promise<Answer> {
    const got = await answer
    if (got.status !== status)
      throw new Error(`${what} at ${url}: ${got.status} instead of ${status}: ${got.text}`)
    return got
  }

  const self: Wire = {
    call,
    async pushBlob(repository, { digest, bytes }) {
      const opened = await must(
        202,
        call('POST', `/v2/${repository}/blobs/uploads/`),
        `Opening an upload in ${repository}`,
      )
      const location = new URL(String(opened.headers['location']), url)
      location.searchParams.set('digest', digest)
      const headers = { 'content-type': 'application/octet-stream' }
      await must(201, call('PUT', location.href, bytes, headers), `Pushing ${digest} to ${repository}`)
    },
    pushManifest: (repository, manifest, reference = manifest.digest) =>
      must(
        201,
        call('PUT', `/v2/${repository}/manifests/${reference}`, manifest.bytes, {
          'content-type': manifest.mediaType,
        }),
        `Pushing ${repository} ${reference}`,
      ),
    async pushImage(repository, { manifest, config, layers }, tags = []) {
      for (const blob of [...layers, config]) await self.pushBlob(repository, blob)
      for (const reference of tags.length > 0 ? tags : [manifest.digest]) {
        await self.pushManifest(repository, manifest, reference)
      }
    },
    manifest: (repository, reference, accept = manifestTypes) =>
      call('GET', `/v2/${repository}/manifests/${reference}`, undefined, { accept }),
    async digest(repository, reference) {
      const path = `/v2/${repository}/manifests/${reference}`
      const { status, headers, text } = await call('HEAD', path, undefined, { accept: manifestTypes })
      if (status === 404) return undefined
      if (status !== 200) throw new Error(`HEAD ${path} at ${url}: ${status} ${text}`)
      return String(headers['docker-content-digest'])
    },
    delete: async (repository, reference) =>
      (await call('DELETE', `/v2/${repository}/manifests/${reference}`)).status,
    async tags(repository) {
      const { status, text } = await call('GET', `/v2/${repository}/tags/list`)
      if (status === 404) return []
      return ((JSON.parse(text) as { tags: string[] | null }).tags ?? []).sort()
    },
  }
  return self
}
