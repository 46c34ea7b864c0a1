import { type Digest, isDigest } from './digest.ts'

declare const repositoryBrand: unique symbol
declare const tagBrand: unique symbol

/** A registry host and a path, without tag or digest: `ghcr.io/acme/app`, `127.0.0.1:5000/team/app`. */
export type Repository = string & { readonly [repositoryBrand]: never }

/** 1 to 128 characters of the OCI tag grammar. */
export type Tag = string & { readonly [tagBrand]: never }

export interface Reference {
  readonly repository: Repository
  readonly tag?: Tag
  readonly digest?: Digest
}

/** Why a text is no reference, in one sentence that can stand in an error. */
export interface ReferenceFault {
  readonly fault: string
}

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests */
const tagGrammar = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/
const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/
const host =
  /^(?:\[[0-9A-Fa-f:]+\]|(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(?:\.(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*)(?::[0-9]{1,5})?$/
const longestRepository = 255

export function isTag(text: string): text is Tag {
  return tagGrammar.test(text)
}

/**
 * Reads a reference by the grammar of the distribution project, Docker Hub's short forms included:
 * `alpine` is `docker.io/library/alpine`. A missing tag stays missing; `latest` is never assumed.
 * @see https://github.com/distribution/reference/blob/v0.6.0/reference.go
 */
export function parseReference(text: string): Reference | ReferenceFault {
  if (text === '') return { fault: 'the reference is empty' }
  if (text.length > 1024) return { fault: 'the reference is longer than 1,024 characters' }
  const at = text.indexOf('@')
  const digest = at < 0 ? undefined : text.slice(at + 1)
  if (digest !== undefined && !isDigest(digest)) {
    return { fault: `'@${digest.slice(0, 80)}' is no digest: sha256: and 64 lower-case hex digits` }
  }
  const named = at < 0 ? text : text.slice(0, at)
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  const tag = colon < 0 ? undefined : named.slice(colon + 1)
  if (tag !== undefined && !isTag(tag)) {
    return {
      fault: `'${tag.slice(0, 140)}' is no tag: 1 to 128 of A-Z a-z 0-9 _ . -, not starting with . or -`,
    }
  }
  const repository = parseRepository(colon < 0 ? named : named.slice(0, colon))
  if (typeof repository !== 'string') return repository
  return {
    repository,
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  }
}

/** Reads `host[:port]/path` or a Docker Hub short name; a tag or digest is a fault. */
export function parseRepository(text: string): Repository | ReferenceFault {
  const slash = text.indexOf('/')
  const first = slash < 0 ? text : text.slice(0, slash)
  const hasHost =
    slash >= 0 && (/[.:[]/.test(first) || first === 'localhost' || first !== first.toLowerCase())
  const registry = hasHost ? first.toLowerCase() : 'docker.io'
  const path = hasHost ? text.slice(slash + 1) : text
  if (!host.test(registry)) return { fault: `'${first}' is no registry host` }
  const canonical = registry === 'index.docker.io' ? 'docker.io' : registry
  for (const part of path.split('/')) {
    if (component.test(part)) continue
    if (component.test(part.toLowerCase())) {
      return { fault: `repository names are lower case: '${path.toLowerCase()}' instead of '${path}'` }
    }
    return {
      fault: `'${part.slice(0, 80)}' is no part of a repository name: a-z and 0-9, joined by . _ __ or -`,
    }
  }
  const full = canonical === 'docker.io' && !path.includes('/') ? `library/${path}` : path
  if (canonical.length + full.length + 1 > longestRepository) {
    return { fault: 'the repository name is longer than 255 characters' }
  }
  return `${canonical}/${full}` as Repository
}

export function registryOf(repository: Repository): string {
  return repository.slice(0, repository.indexOf('/'))
}

/** The name that goes between `/v2/` and `/manifests/`. */
export function pathOf(repository: Repository): string {
  return repository.slice(repository.indexOf('/') + 1)
}

export function formatReference({ repository, tag, digest }: Reference): string {
  return `${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`
}
