import type { Answer } from '../listen.ts'
import {
  commitOf,
  type GitLabState,
  type MergeRequest,
  mergeRequestOf,
  spend,
  type Token,
  time,
  userOf,
} from './state.ts'

export interface Asked {
  readonly parameters: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  // biome-ignore lint/suspicious/noExplicitAny: already checked against the description
  readonly body: any
  readonly token: Token
}

export interface Route {
  readonly needs: 'read' | 'write'
  /** Whether a CI job token may ask for it. */
  readonly jobToken?: true
  readonly answer: (state: GitLabState, asked: Asked) => Answer
}

const notFound: Answer = { status: 404, body: { message: '404 Not found' } }

function bad(message: string): Answer {
  return { status: 400, body: { message } }
}

/** By operation id of the slice. */
export const routes: Readonly<Record<string, Route>> = {
  project: {
    needs: 'read',
    answer: ({ project }) => ({
      status: 200,
      body: { id: 1, path_with_namespace: project, default_branch: 'main' },
    }),
  },
  users: {
    needs: 'read',
    answer: (state, { query }) => ({
      status: 200,
      body: state.users.filter(name => name === query.get('username')).map(name => userOf(state, name)),
    }),
  },
  branches: {
    needs: 'read',
    answer: (state, { query }) =>
      paged(
        state,
        query,
        [...state.git.branches()].map(([name, sha]) => ({
          name,
          commit: commitOf(state, sha),
          protected: name === 'main',
        })),
      ),
  },
  events: { needs: 'read', answer: events },
  branch: {
    needs: 'read',
    answer: (state, { parameters: { branch = '' } }) => {
      const sha = state.git.resolve(`refs/heads/${branch}`)
      return sha === undefined
        ? notFound
        : { status: 200, body: { name: branch, commit: commitOf(state, sha), protected: false } }
    },
  },
  compare: { needs: 'read', answer: compare },
  fileFacts: {
    needs: 'read',
    answer: ({ git }, { parameters: { file_path: path = '' }, query }) => {
      const commit = git.resolve(query.get('ref') ?? '')
      if (commit === undefined || git.read(commit, path) === undefined) return { status: 404, body: '' }
      return {
        status: 200,
        headers: { 'x-gitlab-last-commit-id': git.lastTouch(commit, path) ?? '' },
        body: '',
      }
    },
  },
  rawFile: {
    needs: 'read',
    answer: ({ git }, { parameters: { file_path: path = '' }, query }) => {
      const commit = git.resolve(query.get('ref') ?? 'main')
      const content = commit === undefined ? undefined : git.read(commit, path)
      return content === undefined ? notFound : { status: 200, body: content }
    },
  },
  commit: { needs: 'write', answer: commit },
  mergeRequestsOfCommit: {
    needs: 'read',
    answer: (state, { parameters: { sha = '' } }) => {
      if (spend(state.habits, 'merges are indexed late')) return { status: 200, body: [] }
      const found = state.mergeRequests.filter(
        request =>
          request.mergeCommit === sha ||
          state.git.between(request.mergeBase ?? 'main', request.sha).some(commit => commit.sha === sha),
      )
      return { status: 200, body: found.map(request => mergeRequestOf(state, request)) }
    },
  },
  mergeRequests: {
    needs: 'read',
    jobToken: true,
    answer: (state, { query }) => {
      const iids = query.getAll('iids[]').map(Number)
      const wanted = query.get('state') ?? 'all'
      const branch = query.get('source_branch')
      const found = state.mergeRequests.filter(request => {
        if (branch !== null && request.branch !== branch) return false
        if (wanted !== 'all' && request.state !== wanted) return false
        if (iids.length > 0 && !iids.includes(request.iid)) return false
        if (request.hidden === 0) return true
        request.hidden--
        return false
      })
      return paged(
        state,
        query,
        found.toReversed().map(request => mergeRequestOf(state, request)),
      )
    },
  },
  createMergeRequest: { needs: 'write', answer: createMergeRequest },
  updateMergeRequest: {
    needs: 'write',
    answer: (state, asked) =>
      withRequest(state, asked, request => {
        const { title, description, state_event: event } = asked.body
        if (title !== undefined) request.title = title
        if (description !== undefined) request.description = description
        if (event === 'close' && request.state === 'opened') {
          request.state = 'closed'
          request.closedAt = time(state)
        }
        return { status: 200, body: mergeRequestOf(state, request) }
      }),
  },
  notes: {
    needs: 'read',
    jobToken: true,
    answer: (state, asked) =>
      withRequest(state, asked, request =>
        paged(
          state,
          asked.query,
          request.notes.map(({ author, body, system }, id) => ({
            id,
            body,
            system,
            author: userOf(state, author),
          })),
        ),
      ),
  },
  createNote: {
    needs: 'write',
    answer: (state, asked) =>
      withRequest(state, asked, request => {
        const note = { author: asked.token.username, body: asked.body.body as string, system: false }
        request.notes.push(note)
        return {
          status: 201,
          body: {
            id: request.notes.length,
            body: note.body,
            system: false,
            author: userOf(state, note.author),
          },
        }
      }),
  },
  artifacts: { needs: 'read', answer: artifacts },
  jobs: {
    needs: 'read',
    answer: (state, { query }) => {
      const wanted = query.getAll('scope[]')
      const found = state.jobs.filter(({ status }) => wanted.length === 0 || wanted.includes(status))
      return paged(
        state,
        query,
        found.map(job => ({ ...job, web_url: `https://gitlab.com/${state.project}/-/jobs/${job.id}` })),
      )
    },
  },
}

/** Deletions are push events among others. */
function events(state: GitLabState, { query }: Asked): Answer {
  const push = (branch: string, action: string, at: string): object => ({
    id: 1,
    project_id: 1,
    action_name: action === 'removed' ? 'deleted' : 'pushed to',
    created_at: at,
    author_username: 'mona',
    push_data: { commit_count: 0, action, ref_type: 'branch', ref: branch },
  })
  const rows = state.deletions
    .toReversed()
    .flatMap(({ branch, at }) => [push(branch, 'removed', at), push(branch, 'pushed', at)])
  return paged(state, query, rows)
}

function artifacts(state: GitLabState, { parameters: { job_id: id } }: Asked): Answer {
  const archive = state.artifacts.get(Number(id))
  return archive === undefined
    ? notFound
    : { status: 200, headers: { 'content-type': 'application/zip' }, body: archive }
}

function compare(state: GitLabState, { query }: Asked): Answer {
  const from = state.git.resolve(query.get('from') ?? '')
  const to = state.git.resolve(query.get('to') ?? '')
  if (from === undefined || to === undefined) return notFound
  const fork = state.git.mergeBase(from, to) ?? from
  const ahead = state.git.between(from, to)
  const last = ahead.at(-1)
  return {
    status: 200,
    body: {
      commit: last === undefined ? null : commitOf(state, last.sha),
      commits: ahead.map(({ sha }) => commitOf(state, sha)),
      diffs: state.git.changed(fork, to).map(path => ({ old_path: path, new_path: path, diff: '' })),
      compare_timeout: false,
      compare_same_ref: from === to,
    },
  }
}

function commit(state: GitLabState, { body, token }: Asked): Answer {
  const { git } = state
  if (state.habits['branch is protected']) {
    return { status: 403, body: { message: 'You are not allowed to push into this branch' } }
  }
  const existing = git.resolve(`refs/heads/${body.branch}`)
  const start = body.start_branch === undefined ? undefined : git.resolve(`refs/heads/${body.start_branch}`)
  if (existing !== undefined && start !== undefined && body.force !== true) {
    return bad(
      `A branch called '${body.branch}' already exists. Switch to that branch in order to make changes`,
    )
  }
  const parent = start ?? existing
  if (parent === undefined) return bad('You can only create or edit files when you are on a branch')
  let tree = git.treeOf(parent)
  for (const { action, file_path: path, content, last_commit_id: last } of body.actions) {
    const there = git.read(parent, path) !== undefined
    if (action === 'create' && there) return bad('A file with this name already exists')
    if (action === 'update' && !there) return bad("A file with this name doesn't exist")
    if (last !== undefined && last !== git.lastTouch(parent, path)) {
      return bad(`The file has changed since you started editing it: ${path}`)
    }
    tree = git.tree(tree, path, git.blob(content))
  }
  const by = { name: token.username, email: `${token.username}@noreply.gitlab.com` }
  const sha = git.commit({ tree, parents: [parent], message: body.commit_message, by })
  git.setRef(`refs/heads/${body.branch}`, sha)
  return { status: 201, body: commitOf(state, sha) }
}

function createMergeRequest(state: GitLabState, { body, token }: Asked): Answer {
  const sha = state.git.resolve(`refs/heads/${body.source_branch}`)
  if (sha === undefined) return bad('Source branch does not exist')
  const other = state.mergeRequests.find(
    ({ state: open, branch, target }) =>
      open === 'opened' && branch === body.source_branch && target === body.target_branch,
  )
  if (other !== undefined) {
    const message = [`Another open merge request already exists for this source branch: !${other.iid}`]
    return { status: 409, body: { message } }
  }
  const request: MergeRequest = {
    iid: state.mergeRequests.length + 1,
    title: body.title,
    description: body.description ?? '',
    state: 'opened',
    author: token.username,
    branch: body.source_branch,
    target: body.target_branch,
    sha,
    createdAt: time(state),
    closedAt: null,
    mergedAt: null,
    mergedBy: null,
    mergeCommit: null,
    mergeBase: null,
    labels: (body.labels ?? '').split(',').filter((label: string) => label !== ''),
    assignees: body.assignee_ids ?? [],
    reviewers: body.reviewer_ids ?? [],
    removesBranch: body.remove_source_branch === true,
    notes: [],
    hidden: state.habits['new merge requests are listed late'] ?? 0,
  }
  state.mergeRequests.push(request)
  return { status: 201, body: mergeRequestOf(state, request) }
}

function withRequest(
  state: GitLabState,
  { parameters: { iid } }: Asked,
  answer: (request: MergeRequest) => Answer,
): Answer {
  const request = state.mergeRequests.find(known => known.iid === Number(iid))
  return request === undefined ? notFound : answer(request)
}

function paged(state: GitLabState, query: URLSearchParams, rows: readonly object[]): Answer {
  const per = state.habits['small pages'] ? 2 : Number(query.get('per_page') ?? 20)
  const page = Number(query.get('page') ?? 1)
  const more = page * per < rows.length
  return {
    status: 200,
    headers: { 'x-next-page': more ? `${page + 1}` : '', 'x-page': `${page}` },
    body: rows.slice((page - 1) * per, page * per),
  }
}
