import { type GitHubState, headOf, type Pull } from './state.ts'

// What GitHub shows of its state. Fields that nobody looks at are filled in from the description.

export function userOf(login: string): object {
  const bot = login.endsWith('[bot]')
  return {
    login,
    id: 1,
    type: bot ? 'Bot' : 'User',
    html_url: `https://github.com/${login.replace('[bot]', '')}`,
  }
}

export function repositoryOf({ owner, repo }: GitHubState): object {
  return {
    id: 1,
    name: repo,
    full_name: `${owner}/${repo}`,
    owner: userOf(owner),
    default_branch: 'main',
    private: true,
    fork: false,
  }
}

export function pullOf(state: GitHubState, pull: Pull): object {
  const crlf = state.habits['bodies with CRLF'] === true
  return {
    number: pull.number,
    node_id: `PR_${pull.number}`,
    html_url: `https://github.com/${state.owner}/${state.repo}/pull/${pull.number}`,
    state: pull.state,
    locked: false,
    title: pull.title,
    body: crlf ? pull.body.replaceAll('\n', '\r\n') : pull.body,
    draft: pull.draft,
    user: userOf(pull.author),
    created_at: pull.createdAt,
    updated_at: pull.createdAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merged: pull.mergedAt !== null,
    merged_by: pull.mergedBy === null ? null : userOf(pull.mergedBy),
    merge_commit_sha: pull.mergeCommit,
    labels: pull.labels.map(name => ({ id: 1, name, description: '', color: 'ededed' })),
    assignees: pull.assignees.map(userOf),
    requested_reviewers: pull.reviewers.map(userOf),
    head: {
      label: `${state.owner}:${pull.branch}`,
      ref: pull.branch,
      sha: headOf(state, pull),
      user: userOf(state.owner),
      repo: repositoryOf(state),
    },
    base: {
      label: `${state.owner}:${pull.base}`,
      ref: pull.base,
      sha: state.git.resolve(`refs/heads/${pull.base}`) ?? '',
      user: userOf(state.owner),
      repo: repositoryOf(state),
    },
  }
}

export function commitOf(state: GitHubState, sha: string): object {
  const { tree, parents, author, message } = state.git.facts(sha)
  const known = state.commits.get(sha)
  const person = { name: author.name, email: author.email, date: '2026-01-01T00:00:00Z' }
  return {
    sha,
    commit: {
      message,
      author: person,
      committer: person,
      tree: { sha: tree, url: 'https://api.github.com/' },
      verification: verification(known?.verified === true),
    },
    author: known === undefined ? null : userOf(known.login),
    committer: null,
    parents: parents.map(parent => ({ sha: parent, url: 'https://api.github.com/' })),
  }
}

export function gitCommitOf(state: GitHubState, sha: string): object {
  const { tree, parents, author, message } = state.git.facts(sha)
  const person = { name: author.name, email: author.email, date: '2026-01-01T00:00:00Z' }
  return {
    sha,
    message,
    author: person,
    committer: person,
    tree: { sha: tree },
    parents: parents.map(parent => ({ sha: parent })),
    verification: verification(state.commits.get(sha)?.verified === true),
  }
}

function verification(verified: boolean): object {
  return {
    verified,
    reason: verified ? 'valid' : 'unsigned',
    signature: verified ? '-----BEGIN PGP SIGNATURE-----' : null,
    payload: null,
    verified_at: null,
  }
}
