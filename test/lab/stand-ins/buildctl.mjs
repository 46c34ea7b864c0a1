// One build by buildctl, told as buildx tells BuildKit: labels as options, annotations on the exporter.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fail, keyValue } from './inputs.mjs'

/** Host, path and tag: what a registry takes. Upper case, a missing tag and `latest` are refused. */
const reference =
  /^(?:[a-z0-9.-]+(?::[0-9]+)?\/)[a-z0-9]+(?:[._/-][a-z0-9]+)*:[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/

/** @returns the digest of what was pushed, or of the archive written when nothing is */
export function build({ context, platforms, labels, annotations, tags, push }) {
  if (tags.length === 0) fail('there is no tag')
  for (const tag of tags)
    if (!reference.test(tag) || tag.endsWith(':latest')) fail(`'${tag}' is no good reference`)
  const metadata = join(mkdtempSync(join(tmpdir(), 'stand-in-')), 'metadata.json')
  const options = [
    ...(platforms.length === 0 ? [] : [`platform=${platforms.join(',')}`]),
    'attest:provenance=mode=min',
    // As if `# syntax=` had been followed already: the frontend that it names cannot be pulled in the lab.
    'cmdline=docker/dockerfile:1',
    ...labels.map(line => keyValue(line)).map(([name, value]) => `label:${name}=${value}`),
  ]
  const exporter = push ? ['type=image', 'push=true'] : ['type=oci', `dest=${process.env.STAND_IN_ARCHIVE}`]
  const output = [...exporter, `name=${tags.join(',')}`, ...annotations.map(exporterKey)]
  const command = [
    'build',
    '--frontend',
    'dockerfile.v0',
    '--local',
    `context=${context}`,
    '--local',
    `dockerfile=${context}`,
  ]
  execFileSync(
    process.env.BUILDCTL,
    [
      ...command,
      ...options.flatMap(one => ['--opt', one]),
      '--output',
      output.map(csv).join(','),
      '--metadata-file',
      metadata,
    ],
    { stdio: 'inherit' },
  )
  return JSON.parse(readFileSync(metadata, 'utf8'))['containerimage.digest']
}

function exporterKey(line) {
  const [, level, rest] = /^(manifest|index):(.+)$/s.exec(line) ?? fail(`annotation '${line}' names no level`)
  const [name, value] = keyValue(rest)
  return `annotation-${level}.${name}=${value}`
}

const csv = field => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)
