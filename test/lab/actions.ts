// What act takes for the actions that a workflow names: the built action of this checkout, and stand-ins for the others.
import { cp, readdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const standIns = join(import.meta.dirname, 'stand-ins')

/**
 * By name and ref, the folder of each; what has no stand-in (actions/checkout) is act's own business.
 * @param workflow text of the workflow
 * @param folder where the actions are put
 */
export async function actionsOf(workflow: string, folder: string): Promise<Readonly<Record<string, string>>> {
  const ours = join(folder, 'image-hygiene')
  // What a release has, without what a checkout also has: act copies all of a folder.
  await cp(join(root, 'action.yml'), join(ours, 'action.yml'))
  await cp(join(root, 'dist'), join(ours, 'dist'), { recursive: true })
  const known = new Set((await readdir(standIns)).map(file => file.replace(/\.mjs$/, '')))
  const found: Record<string, string> = { 'org/image-hygiene@v1': ours }
  for (const [, use = '', name = ''] of workflow.matchAll(/uses: ([^/\s]+\/([^@\s]+)@\S+)/g)) {
    if (!known.has(name) || found[use] !== undefined) continue
    const place = join(folder, name)
    // An action needs a folder of its own, with all that it imports.
    await cp(standIns, place, { recursive: true })
    const action = { name, description: 'A stand-in.', runs: { using: 'node24', main: `${name}.mjs` } }
    await writeFile(join(place, 'action.yml'), JSON.stringify(action))
    found[use] = place
  }
  return found
}
