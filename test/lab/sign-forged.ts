// Signatures that somebody has meddled with: taken from another image, or altered after they were made.
import { blob, descriptor, type Image, sha256 } from './images.ts'
import type { Wire } from './wire.ts'

interface Layered {
  readonly layers: readonly { digest: string; mediaType: string; annotations?: Record<string, string> }[]
}

const bundleType = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const repository = 'team/app'

/** The bundles that lie beside an image, as their JSON. */
export async function bundlesOf(call: Wire, digest: string): Promise<readonly Record<string, unknown>[]> {
  const api = await call.call('GET', `/v2/${repository}/referrers/${digest}`)
  const index = api.status === 200 ? api : await call.manifest(repository, digest.replace(':', '-'))
  const { manifests } = index.json() as { manifests: readonly { digest: string }[] }
  return await Promise.all(
    manifests.map(async one => {
      const { layers } = (await call.manifest(repository, one.digest)).json() as Layered
      return (await call.call('GET', `/v2/${repository}/blobs/${layers[0]?.digest}`)).json() as Record<
        string,
        unknown
      >
    }),
  )
}

/** Puts a bundle beside an image: a referrer, and the fallback tag where the registry has no API. */
export async function putBundle(call: Wire, subject: Image, bundle: object): Promise<void> {
  const layer = blob(bundleType, bundle)
  const config = blob('application/vnd.oci.empty.v1+json', {})
  const manifest = blob('application/vnd.oci.image.manifest.v1+json', {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    artifactType: bundleType,
    config: descriptor(config),
    layers: [descriptor(layer)],
    subject: descriptor(subject.manifest),
    annotations: {
      'dev.sigstore.bundle.content': 'dsse-envelope',
      'dev.sigstore.bundle.predicateType': 'https://sigstore.dev/cosign/sign/v1',
    },
  })
  for (const one of [layer, config]) await call.pushBlob(repository, one)
  await call.pushManifest(repository, manifest)
  const api = await call.call('GET', `/v2/${repository}/referrers/${subject.manifest.digest}`)
  if (api.status === 200) return
  const index = blob('application/vnd.oci.image.index.v1+json', {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [descriptor(manifest, { artifactType: bundleType })],
  })
  await call.pushManifest(repository, index, subject.manifest.digest.replace(':', '-'))
}

/** The legacy signature of one image under the tag of another, its payload altered on the way if that is asked. */
export async function putLegacy(
  call: Wire,
  from: Image,
  to: Image,
  alter: (payload: string) => string = payload => payload,
): Promise<void> {
  const tag = (one: Image) => `${one.manifest.digest.replace(':', '-')}.sig`
  const manifest = (await call.manifest(repository, tag(from))).json() as Layered
  const layers = await Promise.all(
    manifest.layers.map(async layer => {
      const { text } = await call.call('GET', `/v2/${repository}/blobs/${layer.digest}`)
      const bytes = Buffer.from(alter(text))
      await call.pushBlob(repository, { mediaType: layer.mediaType, digest: sha256(bytes), bytes })
      return { ...layer, digest: sha256(bytes), size: bytes.length }
    }),
  )
  const altered = blob('application/vnd.oci.image.manifest.v1+json', { ...manifest, layers })
  await call.pushManifest(repository, altered, tag(to))
}

/** The same bundle with another payload under the old signature. */
export function withPayload(bundle: Record<string, unknown>, alter: (payload: string) => string): object {
  const envelope = bundle['dsseEnvelope'] as { payload: string }
  const payload = Buffer.from(alter(Buffer.from(envelope.payload, 'base64').toString())).toString('base64')
  return { ...bundle, dsseEnvelope: { ...envelope, payload } }
}

/** The same bundle with its first certificate alone, as Fulcio's clients write it. */
export function withOneCertificate(bundle: Record<string, unknown>): object {
  const material = bundle['verificationMaterial'] as {
    x509CertificateChain: { certificates: readonly object[] }
  }
  const { x509CertificateChain, ...rest } = material
  return { ...bundle, verificationMaterial: { ...rest, certificate: x509CertificateChain.certificates[0] } }
}

/** The same bundle without its entry in a log and without its timestamps. */
export function withoutLog(bundle: Record<string, unknown>): object {
  const { tlogEntries, timestampVerificationData, ...material } = bundle['verificationMaterial'] as Record<
    string,
    unknown
  >
  return { ...bundle, verificationMaterial: material }
}
