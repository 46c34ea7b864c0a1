import { createHash } from 'node:crypto'
import { type Finding, HygieneError } from '../../src/outcome/index.ts'
import type { Loaded, Policy } from '../../src/policy/index.ts'
import { parsePolicy } from '../../src/policy/parse.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The policy of texts in the order in which they win: `a.yml`, `b.yml`, … */
export function load(...texts: readonly string[]): Loaded {
  const files = texts.map((text, index) => ({ file: `${String.fromCharCode(97 + index)}.yml`, text }))
  return parsePolicy(files, sha256)
}

export function policyOf(...texts: readonly string[]): Policy {
  return load(...texts).policy
}

/** What is wrong with the texts, as `file:line:column message => fix`; empty if nothing is. */
export function faultsOf(...texts: readonly string[]): readonly string[] {
  return findingsOf(...texts).map(({ location, message, fix }) => {
    const at = location === undefined ? '' : `${location.file}:${location.line}:${location.column} `
    return `${at}${message}${fix === undefined ? '' : ` => ${fix}`}`
  })
}

export function findingsOf(...texts: readonly string[]): readonly Finding[] {
  try {
    load(...texts)
    return []
  } catch (error) {
    if (error instanceof HygieneError && error.code === 'bad-policy') return error.findings
    throw error
  }
}
