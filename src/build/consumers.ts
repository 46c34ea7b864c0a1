import type { Labels } from './labels.ts'

// The same names and labels in the forms that build tools take. Each form was checked against its reader.

/**
 * One `key=value` a line, for docker/build-push-action, docker/bake-action and `set: *.labels`. They read each line
 * as a CSV record and join its fields again, which keeps commas but eats quotes that open a field: only such a line
 * is quoted.
 */
export function labelLines(labels: Labels): string {
  return [...labels].map(([name, value]) => csvLine(`${name}=${value}`)).join('\n')
}

/** Levels as BuildKit has them: every platform's manifest, and the index over them. */
export function annotationLines(annotations: Labels): readonly string[] {
  return ['manifest', 'index'].flatMap(level =>
    [...annotations].map(([name, value]) => `${level}:${name}=${value}`),
  )
}

function csvLine(line: string): string {
  return /(?:^|,)"/.test(line) ? `"${line.replaceAll('"', '""')}"` : line
}

/**
 * A bake file with one target that others inherit. It has the name that docker/metadata-action gives its own, so a
 * docker-bake.hcl that already inherits from that needs no change.
 * @see https://docs.docker.com/build/bake/reference/
 */
export const bakeTarget = 'docker-metadata-action'

export function bakeFile(tags: readonly string[], labels: Labels, annotations: Labels): string {
  const target = {
    tags,
    // Bake reads `${…}` and `%{…}` in JSON strings as templates; doubling the sign is its escape.
    labels: Object.fromEntries([...labels].map(([name, value]) => [name, literal(value)])),
    annotations: annotationLines(annotations).map(literal),
  }
  return `${JSON.stringify({ target: { [bakeTarget]: target } }, undefined, 2)}\n`
}

function literal(text: string): string {
  return text.replace(/([$%])(?=\{)/g, '$1$1')
}

/**
 * Arguments that `docker build`, `buildah build` and `podman build` all take, one a line. Annotations are left out:
 * the three spell their levels differently, and labels say the same for an image of one platform.
 */
export function buildArguments(tags: readonly string[], labels: Labels): string {
  return [
    ...tags.map(tag => `--tag=${tag}`),
    ...[...labels].map(([name, value]) => `--label=${name}=${value}`),
  ]
    .map(argument => `${argument}\n`)
    .join('')
}
