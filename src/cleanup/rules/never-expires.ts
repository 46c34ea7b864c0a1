import { expiryPath, type TagRule } from './rule.ts'

/** A class that never expires beats any label. */
export const neverExpires: TagRule = {
  name: 'never-expires',
  holds: one => {
    if (one.expires?.kind !== 'never') return undefined
    const name = one.match?.class
    return {
      because: 'never-expires',
      detail:
        name === undefined
          ? 'untagged images never expire here'
          : `the tag ${one.tag} is of class ${name}, which never expires`,
      rule: one.view.world.rule(expiryPath(one)),
      ...(name === undefined ? {} : { class: name }),
    }
  },
}
