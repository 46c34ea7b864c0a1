// The component project of this checkout, as a project that runs its own components from the commit it is at.
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Checkout, checkout } from './checkout.ts'

export const root = resolve(import.meta.dirname, '../..')

/** An example pipeline with its components taken from here and started from this checkout's bundle. */
export async function localExample(name: string): Promise<string> {
  const example = await readFile(join(root, 'examples/gitlab', name), 'utf8')
  return example
    .replaceAll('image-hygiene/components/', '$CI_PROJECT_PATH/')
    .replaceAll(/@1$/gm, '@$CI_COMMIT_SHA')
    .replaceAll('    inputs:\n', `    inputs:\n      command: node ${join(root, 'dist/cli/index.js')}\n`)
}

/** A checkout of it with a pipeline and further files. */
export async function componentProject(files: Readonly<Record<string, string>>): Promise<Checkout> {
  const names = await readdir(join(root, 'gitlab/templates'))
  const templates = names.map(async name => {
    const path = `templates/${name}/template.yml`
    return [path, await readFile(join(root, 'gitlab', path), 'utf8')] as const
  })
  return checkout(
    { ...Object.fromEntries(await Promise.all(templates)), '.gitignore': '.gitlab-ci-local/\n', ...files },
    'https://gitlab.com/image-hygiene/components.git',
  )
}
