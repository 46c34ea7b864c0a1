/**
 * A git remote as the page a browser opens: without credentials, query and `.git`. `git@host:acme/app.git` and
 * `ssh://git@host:22/acme/app` become `https://host/acme/app`; a local path has no page.
 */
export function browserUrl(remote: string): string | undefined {
  const scp = /^(?:[^@/:\s]+@)?([A-Za-z0-9.-]+\.[A-Za-z0-9.-]+):(?!\/\/)([^\s]+)$/.exec(remote)
  if (scp !== null) return `https://${scp[1]}/${withoutGit(scp[2] ?? '')}`
  if (!/^(?:https?|ssh|git):\/\//.test(remote) || !URL.canParse(remote)) return undefined
  const url = new URL(remote)
  const web = url.protocol === 'http:' || url.protocol === 'https:'
  if (url.hostname === '') return undefined
  return `${web ? url.protocol : 'https:'}//${web ? url.host : url.hostname}/${withoutGit(url.pathname)}`
}

function withoutGit(path: string): string {
  return path
    .replace(/^\/+/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
}
