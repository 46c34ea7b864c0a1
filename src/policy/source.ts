/** Where the defaults that a policy extends stand. */
export type Source =
  | { readonly kind: 'file'; readonly path: string }
  | {
      readonly kind: 'github' | 'gitlab'
      /** `org/repo`, or `group/subgroup/project` on GitLab. */
      readonly project: string
      readonly path: string
      /** 40 hex digits. */
      readonly commit: string
    }

/** The shape, for editors; `parseSource` says what is wrong. */
export const sourcePattern =
  /^(?:file:[^\s@]+|github:[\w.-]+\/[\w.-]+\/\/[^\s@]+@[0-9a-f]{40}|gitlab:[\w.-]+(?:\/[\w.-]+)+\/\/[^\s@]+@[0-9a-f]{40})$/

export const sourceForm = `'file:path', 'github:org/repo//path@<40 hex digits>' or 'gitlab:group/project//path@<40 hex digits>'`

/** Remote defaults are pinned to a commit: who may push to that repository must not silently change this policy. */
export function parseSource(text: string): Source | { readonly fault: string; readonly fix?: string } {
  const scheme = /^(file|github|gitlab):/.exec(text)?.[1]
  if (scheme === undefined) return { fault: `'${text.slice(0, 200)}' is not ${sourceForm}` }
  const rest = text.slice(scheme.length + 1)
  if (scheme === 'file') {
    return sourcePattern.test(text)
      ? { kind: 'file', path: rest }
      : { fault: `'${text.slice(0, 200)}' is no path of a file` }
  }
  const [, project = '', path = '', commit] = /^([^@]*?)\/\/([^@]*)(?:@(.*))?$/.exec(rest) ?? []
  if (project === '' || path === '') {
    return {
      fault: `'${text.slice(0, 200)}' names no file: two slashes part the repository from the path`,
      fix: `write ${scheme}:org/repo//path/to/policy.yml@<commit>`,
    }
  }
  if (commit === undefined || !/^[0-9a-f]{40}$/.test(commit)) {
    return {
      fault: `'${text.slice(0, 200)}' is not pinned: a branch, a tag or a short commit can come to mean something else`,
      fix: `write ${scheme}:${project}//${path}@<the 40 hex digits of a commit>`,
    }
  }
  if (
    !sourcePattern.test(text) ||
    path.split('/').some(part => part === '' || part === '.' || part === '..')
  ) {
    return { fault: `'${text.slice(0, 200)}' is not ${sourceForm}` }
  }
  return { kind: scheme as 'github' | 'gitlab', project, path, commit }
}
