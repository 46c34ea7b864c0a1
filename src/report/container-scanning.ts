/** One vulnerability of one image, as GitLab wants it. */
export interface ContainerVulnerability {
  readonly id: string
  readonly severity: 'Unknown' | 'Low' | 'Medium' | 'High' | 'Critical'
  /** Of the vulnerability alone, the same wherever it is found. */
  readonly name: string
  readonly description: string
  readonly solution?: string
  readonly url?: string
  readonly package: string
  readonly version: string
  /** `repository:tag` or `repository@digest`, never both: the schema knows one colon behind the host's. */
  readonly image: string
  readonly operatingSystem: string
}

export interface ContainerScan {
  readonly tool: { readonly name: string; readonly version: string }
  readonly version: string
  /** RFC 3339, UTC. */
  readonly startedAt: string
  readonly endedAt: string
}

/**
 * GitLab's container scanning report, schema 15.0.7. Of the digests that an id is made of, GitLab asks only that they
 * stay the same from run to run.
 * @see https://docs.gitlab.com/development/integrations/secure/#report
 */
export function toContainerScanning(
  vulnerabilities: readonly ContainerVulnerability[],
  { tool, version, startedAt, endedAt }: ContainerScan,
  identify: (key: string) => string,
): string {
  const seen = new Map<string, ContainerVulnerability>()
  for (const found of vulnerabilities) {
    const repository = found.image.replace(/(?:@.*|:[^/:]*)$/s, '')
    const key = [found.id, found.package, found.version, repository].join('\u0000')
    if (!seen.has(key)) seen.set(key, found)
  }
  const vendor = { name: 'image-hygiene' }
  const scanner = { id: tool.name, name: tool.name, version: tool.version, vendor }
  const document = {
    version: '15.0.7',
    scan: {
      analyzer: { id: 'image-hygiene', name: 'image-hygiene', version, vendor },
      scanner,
      type: 'container_scanning',
      start_time: startedAt.slice(0, 19),
      end_time: endedAt.slice(0, 19),
      status: 'success',
    },
    vulnerabilities: [...seen].map(([key, found]) => entryOf(found, identify(key))),
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

function entryOf(found: ContainerVulnerability, id: string): object {
  const { name, description, severity, solution, url, image, operatingSystem, version } = found
  return {
    id,
    name: name.slice(0, 255),
    description: description.slice(0, 10_000),
    severity,
    ...(solution === undefined ? {} : { solution: solution.slice(0, 7000) }),
    identifiers: [
      {
        type: /^CVE-/.test(found.id) ? 'cve' : /^GHSA-/.test(found.id) ? 'ghsa' : 'trivy',
        name: found.id,
        value: found.id,
        ...(url === undefined ? {} : { url }),
      },
    ],
    links: url === undefined ? [] : [{ url }],
    location: {
      dependency: { package: { name: found.package }, version: version === '' ? 'unknown' : version },
      operating_system: operatingSystem,
      image,
    },
  }
}
