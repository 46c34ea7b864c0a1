import { formatReference, parseReference } from '../image/index.ts'
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

export interface Answer {
  readonly fitting: readonly ImageRecord[]
  /** Records that may fit as well: they do not know what was asked of them. */
  readonly silent: readonly ImageRecord[]
}

/** The latest record of each digest, newest last. */
export function search(records: readonly ImageRecord[], question: Question): Answer {
  const latest = new Map<string, ImageRecord>()
  for (const record of records) {
    const name = `${repositoryOf(record.image)}@${record.digest}`
    latest.delete(name)
    latest.set(name, record)
  }
  const answers = [...latest.values()].map(record => ({
    record,
    says: question.map(word => fits(record, word)),
  }))
  const possible = answers.filter(({ says }) => says.every(one => one !== false))
  const isSilent = ({ says }: (typeof answers)[number]) => says.includes(undefined)
  return {
    fitting: possible.filter(one => !isSilent(one)).map(({ record }) => record),
    silent: possible.filter(isSilent).map(({ record }) => record),
  }
}

/** Undefined where the record does not know it. */
function fits(record: ImageRecord, { field, text }: Word): boolean | undefined {
  const is = (value: string | null) => (value === null ? undefined : value === text)
  switch (field) {
    case 'package':
      return holds(record, text)
    case 'commit':
      return record.git_commit?.startsWith(text.toLowerCase())
    case 'base': {
      const { base_image: base, base_digest: digest } = record.dependencies
      if (base === null && digest === null) return undefined
      return digest === text || (base !== null && isNamed(base, text))
    }
    case 'image':
      return [record.image, ...record.tags].some(one => isNamed(one, text))
    case 'digest':
      return record.digest === text
    case 'class':
      return is(record.class)
    case 'builder':
      return is(record.builder)
    case 'scan':
      return is(record.security_scan.status)
  }
}

/** As a whole, without its digest, or without its tag; Docker Hub's short names are what they are short for. */
function isNamed(reference: string, wanted: string): boolean {
  const [name, asked] = [canonical(reference), canonical(wanted)]
  return name === asked || name.startsWith(`${asked}@`) || repositoryOf(name) === asked
}

function canonical(text: string): string {
  const reference = parseReference(text)
  return 'fault' in reference ? text : formatReference(reference)
}

/** `curl`, or `curl=7.74`: a version fits as a whole or up to a dot, a dash or a plus, never `7.7` for `7.74`. */
function holds({ dependencies }: ImageRecord, wanted: string): boolean | undefined {
  if (dependencies.packages === null && dependencies.apt_packages === null) return undefined
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
