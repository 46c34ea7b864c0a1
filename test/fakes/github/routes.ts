import type { Answer } from '../listen.ts'
import { commitOf, gitCommitOf, pullOf, repositoryOf, userOf } from './answers.ts'
import { type GitHubState, type Pull, spend, type Token, time } from './state.ts'

export interface Asked {
  readonly parameters: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  // biome-ignore lint/suspicious/noExplicitAny: already checked against the description
  readonly body: any
  readonly token: Token
}

export interface Route {
  /** What a workflow must declare for it: any one of these. */
  readonly needs: readonly string[]
  readonly answer: (state: GitHubState, asked: Asked) => Answer
}

const notFound: Answer = {
  status: 404,
  body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' },
}

export function invalid(message: string, ...errors: readonly string[]): Answer {
  return {
    status: 422,
    body: {
      message,
      documentation_url: 'https://docs.github.com/rest',
      ...(errors.length === 0
        ? {}
        : { errors: errors.map(text => ({ resource: 'PullRequest', code: 'custom', message: text })) }),
    },
  }
}

/** By operation id of the description. */
export const routes: Readonly<Record<string, Route>> = {
  'repos/get': {
    needs: [],
    answer: state => ({ status: 200, body: repositoryOf(state) }),
  },
  'repos/get-branch': {
    needs: ['contents: read'],
    answer: (state, { parameters: { branch = '' } }) => {
      const sha = state.git.resolve(`refs/heads/${branch}`)
      return sha === undefined
        ? notFound
        : { status: 200, body: { name: branch, commit: commitOf(state, sha), protected: false } }
    },
  },
  'repos/list-branches': {
    needs: ['contents: read'],
    answer: (state, { query }) =>
      paged(
        state,
        query,
        '/branches',
        [...state.git.branches()].map(([name, sha]) => ({
          name,
          commit: { sha, url: 'https://api.github.com/' },
          protected: false,
        })),
      ),
  },
  'repos/list-activities': {
    needs: ['contents: read'],
    answer: (state, { query }) => activities(state, query),
  },
  'repos/compare-commits-with-basehead': {
    needs: ['contents: read'],
    answer: (state, { parameters: { basehead = '' }, query }) => compare(state, basehead, query),
  },
  'repos/get-content': {
    needs: ['contents: read'],
    answer: (state, { parameters: { path = '' }, query: { ref = 'main' }, headers }) => {
      const content = state.git.read(state.git.resolve(ref) ?? ref, path)
      if (content === undefined) return notFound
      if (!/application\/vnd\.github(?:\.v3)?\.raw/.test(headers['accept'] ?? '')) {
        throw new Error('the JSON form has no file above 1 MB: ask for the raw one')
      }
      return {
        status: 200,
        headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' },
        body: content,
      }
    },
  },
  'repos/list-commits': {
    needs: ['contents: read'],
    answer: (state, { query: { path = '', sha = 'main' } }) => {
      const from = state.git.resolve(sha)
      const found = from === undefined ? undefined : state.git.lastTouch(from, path)
      return { status: 200, body: found === undefined ? [] : [commitOf(state, found)] }
    },
  },
  'git/create-blob': {
    needs: ['contents: write'],
    answer: ({ git }, { body }) => {
      const sha = git.blob(
        body.encoding === 'base64' ? Buffer.from(body.content, 'base64').toString() : body.content,
      )
      return { status: 201, body: { sha, url: 'https://api.github.com/' } }
    },
  },
  'git/create-tree': {
    needs: ['contents: write'],
    answer: ({ git }, { body }) => {
      let tree: string = body.base_tree
      for (const { path, sha } of body.tree) tree = git.tree(tree, path, sha)
      return { status: 201, body: { sha: tree, truncated: false, tree: [] } }
    },
  },
  'git/create-commit': {
    needs: ['contents: write'],
    answer: (state, { body, token }) => {
      const own = { name: token.login, email: `${token.login}@users.noreply.github.com` }
      const sha = state.git.commit({
        tree: body.tree,
        parents: body.parents,
        message: body.message,
        by: body.author ?? own,
      })
      const verified =
        token.kind === 'integration' && body.author === undefined && body.committer === undefined
      state.commits.set(sha, { login: token.login, verified })
      return { status: 201, body: gitCommitOf(state, sha) }
    },
  },
  'git/get-commit': {
    needs: ['contents: read'],
    answer: (state, { parameters: { commit_sha: sha = '' } }) =>
      state.git.resolve(sha) === undefined ? notFound : { status: 200, body: gitCommitOf(state, sha) },
  },
  'git/create-ref': {
    needs: ['contents: write'],
    answer: (state, { body }) => {
      if (spend(state.habits, '409 while the ref is locked')) return conflict
      if (state.habits['branch is protected'])
        return invalid(
          'Repository rule violations found\n\nCannot create ref due to creations being restricted.',
        )
      if (state.git.resolve(body.ref) !== undefined) return invalid('Reference already exists')
      state.git.setRef(body.ref, body.sha)
      return { status: 201, body: { ref: body.ref, object: { type: 'commit', sha: body.sha } } }
    },
  },
  'git/update-ref': {
    needs: ['contents: write'],
    answer: (state, { parameters: { ref = '' }, body }) => {
      if (spend(state.habits, '409 while the ref is locked')) return conflict
      if (state.habits['branch is protected']) return invalid('Cannot force-push to this protected branch')
      const before = state.git.resolve(`refs/${ref}`)
      if (before === undefined) return invalid('Reference does not exist')
      if (body.force !== true && !state.git.isAncestor(before, body.sha))
        return invalid('Update is not a fast forward')
      state.git.setRef(`refs/${ref}`, body.sha)
      return { status: 200, body: { ref: `refs/${ref}`, object: { type: 'commit', sha: body.sha } } }
    },
  },
  'pulls/list': {
    needs: ['pull-requests: read'],
    answer: (state, { query }) => {
      const found = state.pulls.filter(pull => {
        if (query['head'] !== undefined && query['head'] !== `${state.owner}:${pull.branch}`) return false
        if (query['state'] !== 'all' && pull.state !== (query['state'] ?? 'open')) return false
        if (pull.hidden > 0) {
          pull.hidden--
          return false
        }
        return true
      })
      if ((query['direction'] ?? 'desc') === 'desc') found.reverse()
      return paged(
        state,
        query,
        '/pulls',
        found.map(pull => pullOf(state, pull)),
      )
    },
  },
  'pulls/get': {
    needs: ['pull-requests: read'],
    answer: (state, asked) => withPull(state, asked, pull => ({ status: 200, body: pullOf(state, pull) })),
  },
  'pulls/create': { needs: ['pull-requests: write'], answer: createPull },
  'pulls/update': {
    needs: ['pull-requests: write'],
    answer: (state, asked) =>
      withPull(state, asked, pull => {
        const { title, body, state: wanted } = asked.body
        if (title !== undefined) pull.title = title
        if (body !== undefined) pull.body = body
        if (wanted === 'closed' && pull.state === 'open') {
          pull.state = 'closed'
          pull.closedAt = time(state)
        }
        return { status: 200, body: pullOf(state, pull) }
      }),
  },
  'pulls/request-reviewers': {
    needs: ['pull-requests: write'],
    answer: (state, asked) =>
      withFreshPull(state, asked, pull => {
        if (state.habits['reviewers are refused'])
          return invalid('Reviews may only be requested from collaborators.')
        pull.reviewers.push(...(asked.body.reviewers ?? []), ...(asked.body.team_reviewers ?? []))
        return { status: 201, body: pullOf(state, pull) }
      }),
  },
  'issues/add-labels': {
    needs: ['issues: write', 'pull-requests: write'],
    answer: (state, asked) =>
      withFreshPull(state, asked, pull => {
        pull.labels.push(...asked.body.labels)
        return {
          status: 200,
          body: pull.labels.map(name => ({ id: 1, name, description: '', color: 'ededed' })),
        }
      }),
  },
  'issues/add-assignees': {
    needs: ['issues: write', 'pull-requests: write'],
    answer: (state, asked) =>
      withFreshPull(state, asked, pull => {
        pull.assignees.push(...asked.body.assignees)
        return { status: 201, body: { number: pull.number, title: pull.title, user: userOf(pull.author) } }
      }),
  },
  'issues/create-comment': {
    needs: ['issues: write', 'pull-requests: write'],
    answer: (state, asked) =>
      withFreshPull(state, asked, pull => {
        const comment = { author: asked.token.login, body: asked.body.body as string }
        pull.comments.push(comment)
        return {
          status: 201,
          body: { id: pull.comments.length, body: comment.body, user: userOf(comment.author) },
        }
      }),
  },
  'issues/list-comments': {
    needs: ['issues: read', 'pull-requests: read'],
    answer: (state, asked) =>
      withPull(state, asked, pull =>
        paged(
          state,
          asked.query,
          `/issues/${pull.number}/comments`,
          pull.comments.map(({ author, body }, index) => ({ id: index, body, user: userOf(author) })),
        ),
      ),
  },
  'repos/list-pull-requests-associated-with-commit': {
    needs: ['pull-requests: read'],
    answer: (state, { parameters: { commit_sha: sha = '' } }) => {
      if (spend(state.habits, 'merges are indexed late')) return { status: 200, body: [] }
      const found = state.pulls.filter(
        pull =>
          pull.mergeCommit === sha ||
          state.git.between(pull.mergeBase ?? 'main', pull.head).some(commit => commit.sha === sha),
      )
      return { status: 200, body: found.map(pull => pullOf(state, pull)) }
    },
  },
  'actions/get-workflow-run': {
    needs: ['actions: read'],
    answer: (state, { parameters: { run_id: id = '' } }) => {
      const run = state.runs.find(known => known.id === Number(id))
      return run === undefined ? notFound : { status: 200, body: runOf(state, run) }
    },
  },
  'actions/list-workflow-runs': {
    needs: ['actions: read'],
    answer: (state, { parameters: { workflow_id: workflow = '' }, query }) => {
      const found = state.runs.filter(
        run =>
          run.workflow === Number(workflow) &&
          (query['status'] === undefined || run.status === query['status']),
      )
      return {
        status: 200,
        body: { total_count: found.length, workflow_runs: found.map(run => runOf(state, run)) },
      }
    },
  },
}

const conflict: Answer = {
  status: 409,
  body: { message: 'Git Repository is locked.', documentation_url: 'https://docs.github.com/rest' },
}

function createPull(state: GitHubState, { body, token }: Asked): Answer {
  const { head, base, title, draft = false } = body
  if (state.habits['not permitted to create pull requests'] && token.kind === 'integration') {
    return {
      status: 403,
      body: {
        message: 'GitHub Actions is not permitted to create or approve pull requests.',
        documentation_url: 'https://docs.github.com/rest',
      },
    }
  }
  if (draft && state.habits['no drafts here'])
    return invalid('Draft pull requests are not supported in this repository.')
  const tip = state.git.resolve(`refs/heads/${head}`)
  if (tip === undefined) return invalid('Validation Failed', 'head is invalid')
  if (state.pulls.some(pull => pull.state === 'open' && pull.branch === head && pull.base === base)) {
    return invalid('Validation Failed', `A pull request already exists for ${state.owner}:${head}.`)
  }
  if (state.git.isAncestor(tip, `refs/heads/${base}`)) {
    return invalid('Validation Failed', `No commits between ${base} and ${head}`)
  }
  const pull: Pull = {
    number: state.pulls.length + 1,
    title,
    body: body.body ?? '',
    draft,
    state: 'open',
    author: token.login,
    branch: head,
    base,
    head: tip,
    createdAt: time(state),
    closedAt: null,
    mergedAt: null,
    mergedBy: null,
    mergeCommit: null,
    mergeBase: null,
    labels: [],
    assignees: [],
    reviewers: [],
    comments: [],
    hidden: state.habits['new pull requests are listed late'] ?? 0,
  }
  state.pulls.push(pull)
  return { status: 201, body: pullOf(state, pull) }
}

function withPull(state: GitHubState, { parameters }: Asked, answer: (pull: Pull) => Answer): Answer {
  const number = Number(parameters['pull_number'] ?? parameters['issue_number'])
  const pull = state.pulls.find(known => known.number === number)
  return pull === undefined ? notFound : answer(pull)
}

function withFreshPull(state: GitHubState, asked: Asked, answer: (pull: Pull) => Answer): Answer {
  if (spend(state.habits, 'could not resolve to a node')) {
    return invalid("Could not resolve to a node with the global id of 'PR_kwDOA'.")
  }
  return withPull(state, asked, answer)
}

function compare(state: GitHubState, basehead: string, query: Readonly<Record<string, string>>): Answer {
  const [from = '', to = ''] = basehead.split('...')
  const base = state.git.resolve(`refs/heads/${from}`)
  const head = state.git.resolve(`refs/heads/${to}`)
  if (base === undefined || head === undefined) return notFound
  const fork = state.git.mergeBase(base, head) ?? base
  const ahead = state.git.between(base, head)
  const behind = state.git.between(head, base)
  const per = Number(query['per_page'] ?? 250)
  const page = Number(query['page'] ?? 1)
  return {
    status: 200,
    body: {
      status:
        ahead.length === 0
          ? behind.length === 0
            ? 'identical'
            : 'behind'
          : behind.length === 0
            ? 'ahead'
            : 'diverged',
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      base_commit: commitOf(state, base),
      merge_base_commit: commitOf(state, fork),
      commits: ahead.slice((page - 1) * per, page * per).map(({ sha }) => commitOf(state, sha)),
      files:
        page > 1
          ? []
          : state.git.changed(fork, head).map(filename => ({
              sha: '0'.repeat(40),
              filename,
              status: 'modified',
              additions: 0,
              deletions: 0,
              changes: 0,
            })),
    },
  }
}

/** Paged by a cursor, unlike the other lists. */
function activities(state: GitHubState, query: Readonly<Record<string, string>>): Answer {
  if (query['activity_type'] !== 'branch_deletion') throw new Error('only deletions are known here')
  const per = state.habits['small pages'] ? 2 : Number(query['per_page'] ?? 30)
  const start = Number(query['after'] ?? 0)
  const rows = state.deletions.toReversed().slice(start, start + per)
  const search = new URLSearchParams({ ...query, after: `${start + per}` })
  const next = `<ORIGIN/repos/${state.owner}/${state.repo}/activity?${search}>; rel="next"`
  return {
    status: 200,
    headers: start + per < state.deletions.length ? { link: next } : {},
    body: rows.map(({ branch, at }, id) => ({
      id,
      node_id: `PSH_${id}`,
      before: '1'.repeat(40),
      after: '0'.repeat(40),
      ref: `refs/heads/${branch}`,
      timestamp: at,
      activity_type: 'branch_deletion',
      actor: userOf('mona'),
    })),
  }
}

function runOf({ owner, repo }: GitHubState, { id, workflow, status }: GitHubState['runs'][number]): object {
  return {
    id,
    workflow_id: workflow,
    status,
    html_url: `https://github.com/${owner}/${repo}/actions/runs/${id}`,
  }
}

function paged(
  state: GitHubState,
  query: Readonly<Record<string, string>>,
  path: string,
  rows: readonly object[],
): Answer {
  const per = state.habits['small pages'] ? 2 : Number(query['per_page'] ?? 30)
  const page = Number(query['page'] ?? 1)
  const last = Math.max(1, Math.ceil(rows.length / per))
  const link = (number: number, rel: string): string => {
    const search = new URLSearchParams({ ...query, page: `${number}` })
    return `<ORIGIN/repos/${state.owner}/${state.repo}${path}?${search}>; rel="${rel}"`
  }
  return {
    status: 200,
    headers: page < last ? { link: [link(page + 1, 'next'), link(last, 'last')].join(', ') } : {},
    body: rows.slice((page - 1) * per, page * per),
  }
}
