import { z } from 'zod'

/** The name of this version of the format; readers refuse what they do not know. */
export const recordSchemaName = 'image-hygiene/record/v1'

const digest = z.string().regex(/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/)
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)
const known = <S extends z.ZodType>(schema: S, description: string) => schema.nullable().describe(description)

const dependencies = z.strictObject({
  base_image: known(z.string(), 'What the image was built on, by name.'),
  base_digest: known(digest, 'The digest of that.'),
  apt_packages: known(z.array(z.string()), "Debian's and Ubuntu's packages, as name=version."),
  packages: known(z.array(z.string()), 'Every package the scanner found, as type/name=version.'),
})

const platformScan = z.strictObject({
  platform: z.string().describe('As its config names it: linux/arm64.'),
  digest: digest.describe('Of its image.'),
  critical_vulns: z.int().min(0),
})

const securityScan = z.strictObject({
  status: known(z.enum(['passed', 'failed', 'undecided']), "The gate's verdict."),
  critical_vulns: known(
    z.int().min(0),
    'Critical vulnerabilities in the report, whether they can be fixed or not.',
  ),
  scanned_at: known(z.string(), 'When the report was made.'),
  database_updated_at: known(z.string(), 'When the vulnerability database was made.'),
  platforms: z
    .array(platformScan)
    .describe(
      'What each report is about; of an index, what is said of the whole needs all of its platforms.',
    ),
})

const signature = z.strictObject({
  format: z.enum(['bundle', 'legacy']),
  key: known(z.string(), 'base64 of the sha256 of the public key, where the signature names it.'),
  identities: z.array(z.string()).describe('Whom the certificate of a keyless signature names.'),
  issuer: known(z.string(), 'Who issued that identity.'),
})

/**
 * One image, written down when it is built. Nothing in it is guessed: what is not known is null, and `unknown` says
 * why, by the path of the field.
 */
export const recordSchema = z
  .strictObject({
    schema: z.literal(recordSchemaName),
    image: z.string().min(1).describe('The reference it was pushed as.'),
    digest,
    tags: z.array(z.string()).describe('All tags it was pushed under.'),
    class: known(z.string(), 'The class of the policy that its tag belongs to.'),
    built_at: known(moment, 'When it was built.'),
    builder: known(z.string(), 'Who built it: an account of the CI, or the builder of its provenance.'),
    build_url: known(z.string(), 'The run that built it.'),
    git_commit: known(z.string(), 'The commit it was built from.'),
    source: known(z.string(), 'The repository of that commit.'),
    expire_at: known(z.int(), 'When it may go, in unix seconds.'),
    dependencies,
    security_scan: securityScan,
    signatures: known(
      z.array(signature),
      'The signatures that lie beside it; they are listed, not vouched for.',
    ),
    sbom_digest: known(digest, 'The sha256 of its SBOM.'),
    tools: z.record(z.string(), z.string()).describe('Versions of the tools that took part, by name.'),
    policy: known(digest, 'The digest of the policy it was recorded under.'),
    recorded_at: moment,
    unknown: z
      .record(z.string(), z.string())
      .describe('Why a field is null, by its path: security_scan.status.'),
  })
  .meta({ title: 'image-hygiene record', description: 'What is known of one image.' })

export type ImageRecord = z.infer<typeof recordSchema>

/** The fields that are null without a reason, and the reasons for fields that are not null: both are faults. */
export function faultsOf(record: ImageRecord): readonly string[] {
  const empty = nulls(record, '')
  const reasons = new Set(Object.keys(record.unknown))
  return [
    ...empty.filter(path => !reasons.has(path)).map(path => `${path} is null without a reason`),
    ...[...reasons].filter(path => !empty.includes(path)).map(path => `${path} has a reason and is not null`),
  ]
}

function nulls(value: object, path: string): readonly string[] {
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
    const name = path === '' ? key : `${path}.${key}`
    if (item === null) return [name]
    return typeof item === 'object' && !Array.isArray(item) && name !== 'unknown' && name !== 'tools'
      ? nulls(item as object, name)
      : []
  })
}
