import { parseReference, type Reference } from '../../../image/index.ts'
import type { Stage } from '../dockerfile/index.ts'

/** The image at the root of a stage's ancestry: `scratch`, a reference, or unknown. */
export function rootImage(stage: Stage): Reference | 'scratch' | undefined {
  let root = stage
  for (let parent = root.parent; parent !== undefined; parent = root.parent) root = parent
  if (root.base.text === 'scratch') return 'scratch'
  const reference = root.base.known ? parseReference(root.base.text) : undefined
  return reference === undefined || 'fault' in reference ? undefined : reference
}

/** The last part of a repository: `golang`, `node`. */
export function nameOf({ repository }: Reference): string {
  return repository.slice(repository.lastIndexOf('/') + 1)
}

export type Libc = 'glibc' | 'musl' | 'none' | undefined

const glibc =
  /^(?:debian|ubuntu|centos|rockylinux|almalinux|fedora|amazonlinux|oraclelinux|golang|rust|gcc|buildpack-deps|node|python|ruby|php|perl|openjdk|eclipse-temurin|amazoncorretto|maven|gradle|swift|haskell|erlang|elixir|ubi(?:-minimal|-micro|-init)?)$/

/** Which C library an image has, where its name tells. */
export function libcOf(image: Reference | 'scratch' | undefined): Libc {
  if (image === undefined) return undefined
  if (image === 'scratch') return 'none'
  const name = nameOf(image)
  const tag = image.tag ?? ''
  if (name === 'alpine' || /(?:^|-)(?:alpine|musl)/.test(tag) || /(?:^|-)(?:alpine|musl)(?:-|$)/.test(name))
    return 'musl'
  if (image.repository.startsWith('gcr.io/distroless/')) return name.startsWith('static') ? 'none' : 'glibc'
  return glibc.test(name) ? 'glibc' : undefined
}
