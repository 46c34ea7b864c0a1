import { type Finding, formatLocation } from '../outcome/index.ts'

/** What is wrong in the same way with several images, once. */
export function alike(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, { readonly first: Finding; readonly images: Set<string | undefined> }>()
  for (const finding of findings) {
    const { rule, severity, message, fix = '', location, image } = finding
    const place = location === undefined ? '' : formatLocation(location)
    const key = [rule, severity, place, message, fix].join('\u0000')
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { first: finding, images: new Set([image]) })
    else known.images.add(image)
  }
  return [...groups.values()].map(({ first, images: { size } }) =>
    size === 1 ? first : { ...first, image: `${first.image} and ${size - 1} more` },
  )
}
