import { HygieneError } from '../outcome/index.ts'
import type { ImageRecord } from './record.ts'

/** A question to the catalog: all words must fit. */
export type Question = readonly Word[]

interface Word {
  readonly field: Field
  readonly text: string
}

type Field = (typeof fields)[number]

const fields = ['package', 'commit', 'base', 'image', 'digest', 'class', 'builder', 'scan'] as const

/** `package=curl=7.74.0-1`, `commit=a1b2c3d`, `base=debian:11`; words on several lines or parted by commas. */
export function readQuestion(words: readonly string[]): Question {
  return words.map(word => {
    const at = word.indexOf('=')
    const field = fields.find(one => one === word.slice(0, at))
    if (at > 0 && field !== undefined && word.length > at + 1) return { field, text: word.slice(at + 1) }
    throw new HygieneError('bad-usage', `list: '${word}' asks for nothing that a record has`, {
      fix: `field=value, with one of ${fields.join(', ')}: --list package=curl=7.74 --list base=debian:11-slim`,
    })
  })
}

/** The records that fit, the latest of each digest, newest last. */
export function search(records: readonly ImageRecord[], question: Question): readonly ImageRecord[] {
  const latest = new Map<string, ImageRecord>()
  for (const record of records) {
    const name = `${repositoryOf(record.image)}@${record.digest}`
    latest.delete(name)
    latest.set(name, record)
  }
  return [...latest.values()].filter(record => question.every(word => fits(record, word)))
}

function fits(record: ImageRecord, { field, text }: Word): boolean {
  switch (field) {
    case 'package':
      return holds(record, text)
    case 'commit':
      return record.git_commit?.startsWith(text.toLowerCase()) ?? false
    case 'base': {
      const { base_image: base, base_digest: digest } = record.dependencies
      return (
        base === text || digest === text || (base?.startsWith(`${text}@`) ?? false) || bare(base) === text
      )
    }
    case 'image':
      return [record.image, ...record.tags].some(one => one === text || repositoryOf(one) === text)
    case 'digest':
      return record.digest === text
    case 'class':
      return record.class === text
    case 'builder':
      return record.builder === text
    case 'scan':
      return record.security_scan.status === text
  }
}

/** `curl`, or `curl=7.74`: a version fits as a whole or up to a dot, a dash or a plus, never `7.7` for `7.74`. */
function holds({ dependencies }: ImageRecord, wanted: string): boolean {
  const [name = '', version] = split(wanted)
  const held = [
    ...(dependencies.apt_packages ?? []),
    ...(dependencies.packages ?? []).map(one => one.slice(one.indexOf('/') + 1)),
  ]
  return held.some(one => {
    const [itsName, itsVersion = ''] = split(one)
    if (itsName !== name) return false
    return (
      version === undefined ||
      itsVersion === version ||
      (itsVersion.startsWith(version) && /^[.+~:-]/.test(itsVersion.slice(version.length)))
    )
  })
}

function split(text: string): readonly string[] {
  const at = text.lastIndexOf('=')
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

/** Without the tag, of a reference with or without one. */
function repositoryOf(reference: string): string {
  const name = reference.split('@')[0] ?? ''
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1)
  return colon < 0 ? name : name.slice(0, colon)
}

function bare(base: string | null): string | undefined {
  return base === null ? undefined : repositoryOf(base)
}
