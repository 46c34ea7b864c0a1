import { type ImageRecord, makeRecord, type RecordFacts } from '../../src/catalog/index.ts'
import { type Digest, parseManifest } from '../../src/image/index.ts'

const digest = (letter: string) => `sha256:${letter.repeat(64)}` as string as Digest

/** The seed's record, as its image would have said it: registry.example.com/app:v1.2.3 of 2023-05-20. */
export function seedFacts(more: Partial<RecordFacts> = {}): RecordFacts {
  const head = parseManifest(
    Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digest('c'), size: 2 },
        layers: [],
      }),
    ),
    'application/vnd.oci.image.manifest.v1+json',
    digest('a'),
  )
  if ('fault' in head) throw new Error(head.fault)
  const commit = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334'
  return {
    image: 'registry.example.com/app:v1.2.3',
    digest: digest('a'),
    tags: ['registry.example.com/app:v1.2.3'],
    class: { known: 'release' },
    observed: {
      head,
      platforms: [
        {
          manifest: head,
          configDigest: digest('c'),
          labels: { 'org.opencontainers.image.revision': commit, expire_at: '' },
          created: '2023-05-20T14:30:00Z',
          diffIds: [],
          name: 'linux/amd64',
        },
      ],
    },
    base: { known: { name: 'debian:11-slim', digest: undefined } },
    scan: {
      status: { known: 'passed' },
      critical: { known: 0 },
      scannedAt: { known: '2023-05-20T14:40:00Z' },
      databaseUpdatedAt: { known: '2023-05-20T12:00:00Z' },
      aptPackages: { known: ['curl=7.74.0-1'] },
      packages: { known: ['deb/curl=7.74.0-1', 'npm/@babel/core=7.21.0'] },
      platforms: [{ platform: 'linux/amd64', digest: digest('a'), critical_vulns: 0 }],
    },
    signatures: { known: [] },
    sbom: { why: 'no SBOM was given' },
    builder: { why: 'it has no provenance' },
    run: { sha: commit, actor: 'ci-user', url: 'https://ci.example.com/7' },
    tools: { 'image-hygiene': '0.1.0' },
    policy: digest('d'),
    now: 1_700_000_000,
    ...more,
  }
}

export function seedRecord(more: Partial<ImageRecord> = {}): ImageRecord {
  return { ...makeRecord(seedFacts()), ...more }
}

export { digest }
