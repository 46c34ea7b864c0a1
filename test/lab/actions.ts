// The actions that a workflow uses, as act wants them: ours as a release has it, a stand-in for each of others.
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './components.ts'

/**
 * Makes the actions below `folder`: `org/name@ref` → the folder that stands in for it. `actions/checkout` is left to
 * act. A stand-in is called as the action, or as its folder in the repository: `upload-sarif` of `codeql-action`.
 */
export async function actionsOf(workflow: string, folder: string): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = { 'org/image-hygiene@v1': await ourAction(folder) }
  for (const [, owner, name = '', below, ref] of workflow.matchAll(others)) {
    if (owner === 'actions' && name === 'checkout') continue
    const place = join(folder, name)
    await cp(join(import.meta.dirname, 'stand-ins'), place, { recursive: true })
    const main = `${below === undefined ? '' : '../'}${below ?? name}.mjs`
    const action = { name, description: 'A stand-in.', runs: { using: 'node24', main } }
    await mkdir(join(place, below ?? ''), { recursive: true })
    await writeFile(join(place, below ?? '', 'action.yml'), JSON.stringify(action))
    found[`${owner}/${name}@${ref}`] = place
  }
  return found
}

/** `uses: org/name@<40 hex>` or `uses: org/name/folder@<40 hex>`; ours stands there by its moving tag. */
const others = /uses: ([\w-]+)\/([\w-]+)(?:\/([\w-]+))?@([0-9a-f]{40})/g

/** What a release has, without what a checkout also has: act copies all of a folder. */
async function ourAction(folder: string): Promise<string> {
  const place = join(folder, 'image-hygiene')
  await mkdir(place, { recursive: true })
  await cp(join(root, 'action.yml'), join(place, 'action.yml'))
  await cp(join(root, 'dist'), join(place, 'dist'), { recursive: true })
  return place
}
