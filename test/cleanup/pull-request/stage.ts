import { type Proposed, propose } from '../../../src/cleanup/pull-request/index.ts'
import { type Forge, openForge } from '../../../src/forge/index.ts'
import { createHttp } from '../../../src/system/http.ts'
import { octokitOver } from '../../../src/system/octokit.ts'
import type { BareRepository } from '../../fakes/git.ts'
import { fakeGitHub } from '../../fakes/github/index.ts'
import { fakeGitLab } from '../../fakes/gitlab/index.ts'
import { freshPlan, planOn, type Registry, rules } from './harness.ts'

/** A fake forge in words that both share, so that a story is told once. */
export interface Stage {
  readonly git: BareRepository
  readonly requests: string[]
  readonly faults: readonly string[]
  readonly proposals: () => readonly Shown[]
  readonly merge: (
    number: number,
    how?: 'merge' | 'squash',
  ) => { readonly commit: string; readonly before: string }
  readonly close: (number: number) => void
  readonly edit: (number: number, text: { title?: string; body?: string; base?: string }) => void
  /** Days. */
  readonly later: (days: number) => void
  /** What happens before each request is answered. */
  readonly interrupt: (happen: (() => void) | undefined) => void
  readonly listLate: (times: number) => void
  readonly forge: () => Promise<Forge>
  readonly now: () => number
  readonly stop: () => Promise<void>
}

export interface Shown {
  readonly title: string
  readonly body: string
  readonly state: 'open' | 'closed' | 'merged'
  readonly head: string
  readonly comments: readonly string[]
  readonly draft: boolean
  readonly labels: readonly string[]
  readonly reviewers: readonly string[]
  readonly assignees: readonly string[]
}

const http = createHttp({ env: {} })
const day = 86_400_000

export async function githubStage(): Promise<Stage> {
  const github = await fakeGitHub()
  github.token('plan', {
    login: 'github-actions[bot]',
    kind: 'integration',
    permissions: { contents: 'write', 'pull-requests': 'write' },
  })
  const now = (): number => Math.floor(github.state.now / 1000)
  const env = { GITHUB_REPOSITORY: 'acme/app', GITHUB_API_URL: github.url }
  return {
    git: github.git,
    requests: github.requests,
    faults: github.faults,
    proposals: () =>
      github.state.pulls.map(({ title, body, state, mergedAt, head, branch, comments, ...people }) => ({
        ...people,
        title,
        body,
        state: mergedAt === null ? state : 'merged',
        head: state === 'open' ? (github.git.resolve(branch) ?? head) : head,
        comments: comments.map(comment => comment.body),
      })),
    merge: (number, how) => github.merge(number, 'mona', how),
    close: github.close,
    interrupt: happen => {
      if (happen === undefined) delete github.state.interrupt
      else github.state.interrupt = happen
    },
    edit: (number, text) => void Object.assign(github.pull(number), text),
    later: days => {
      github.state.now += days * day
    },
    listLate: times => {
      github.habits['new pull requests are listed late'] = times
    },
    forge: () =>
      openForge({ env, http, now, random: () => 0 }, { github: 'plan' }, octokitOver, async () => {}),
    now,
    stop: github.stop,
  }
}

export async function gitlabStage(): Promise<Stage> {
  const gitlab = await fakeGitLab()
  gitlab.token('plan', { username: 'cleanup-bot', kind: 'access', scope: 'api', role: 'developer' })
  const now = (): number => Math.floor(gitlab.state.now / 1000)
  const nameOf = (id: number): string => gitlab.state.users[id - 1] ?? ''
  const env = { CI_API_V4_URL: gitlab.url, CI_PROJECT_PATH: 'acme/app', CI_DEFAULT_BRANCH: 'main' }
  return {
    git: gitlab.git,
    requests: gitlab.requests,
    faults: gitlab.faults,
    proposals: () =>
      gitlab.state.mergeRequests.map(({ title, description, state, sha, branch, notes, ...people }) => ({
        draft: title.startsWith('Draft: '),
        labels: people.labels,
        reviewers: people.reviewers.map(nameOf),
        assignees: people.assignees.map(nameOf),
        title,
        body: description,
        state: state === 'opened' ? 'open' : state,
        head: state === 'opened' ? (gitlab.git.resolve(branch) ?? sha) : sha,
        comments: notes.map(note => note.body),
      })),
    merge: (number, how) => gitlab.merge(number, 'mona', how),
    close: gitlab.close,
    interrupt: happen => {
      if (happen === undefined) delete gitlab.state.interrupt
      else gitlab.state.interrupt = happen
    },
    edit: (number, { title, body, base }) => {
      const request = gitlab.request(number)
      if (title !== undefined) request.title = title
      if (body !== undefined) request.description = body
      if (base !== undefined) request.target = base
    },
    later: days => {
      gitlab.state.now += days * day
    },
    listLate: times => {
      gitlab.habits['new merge requests are listed late'] = times
    },
    forge: () =>
      openForge({ env, http, now, random: () => 0 }, { gitlab: 'plan' }, octokitOver, async () => {}),
    now,
    stop: gitlab.stop,
  }
}

/** One plan job, as it runs in CI. */
export async function planJob(
  stage: Stage,
  registry: Registry,
  policy: Partial<(typeof rules)['pull-request']> = {},
): Promise<Proposed> {
  const forge = await stage.forge()
  return propose({
    forge,
    rules: { ...rules, 'pull-request': { ...rules['pull-request'], ...policy } },
    plan: async reviewed => freshPlan(registry, reviewed, planOn(stage, 'main')),
    now: stage.now(),
    wait: async () => {},
  })
}
