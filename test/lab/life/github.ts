// The life on GitHub: act runs each job in a fresh checkout of the fake forge's repository, with a token that may do
// what the job's `permissions` declare and nothing else.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { type FakeGitHub, fakeGitHub } from '../../fakes/github/index.ts'
import { actionsOf } from '../actions.ts'
import { startBuildkit } from '../buildkit.ts'
import { runWorkflow } from '../ci.ts'
import { run } from '../run.ts'
import { tool } from '../tools.ts'
import { appFiles, workflows } from './app.ts'
import { shelf } from './shelf.ts'
import type { Life } from './story.ts'

export interface GitHubLife extends Life {
  readonly github: FakeGitHub
  /** Runs one job; what it said. */
  job(job: Job): Promise<string>
  stop(): Promise<void>
}

export interface Job {
  /** Below `.github/workflows`. */
  readonly file: string
  readonly name: string
  readonly event: string
  readonly payload?: object
  /** HEAD of the checkout; the default branch unless given. */
  readonly commit?: string
  readonly gitTag?: string
  readonly daysAgo?: number
  readonly attempt?: number
}

interface Workflow {
  readonly jobs: Record<
    string,
    { readonly permissions: Readonly<Record<string, 'read' | 'write'>>; needs?: string; if?: string }
  >
}

export async function githubLife(): Promise<GitHubLife> {
  const scratch = await mkdtemp(join(tmpdir(), 'lab-life-github-'))
  const images = await shelf()
  const buildkit = await startBuildkit([images.host])
  const publicKey = await readFile(images.key.public, 'utf8')
  const files = { ...appFiles(images.repository, publicKey), ...(await workflows(images.host)) }
  const github = await fakeGitHub(files)
  // The jobs have the real clock.
  github.state.now = Date.now()
  const secrets = {
    COSIGN_PRIVATE_KEY: await readFile(images.key.private, 'utf8'),
    COSIGN_PASSWORD: images.key.password,
  }
  let requests = 0

  const job = async ({
    file,
    name,
    event,
    payload = {},
    commit,
    gitTag,
    daysAgo = 0,
    attempt = 1,
  }: Job): Promise<string> => {
    const folder = await mkdtemp(join(scratch, 'checkout-'))
    await run(['git', 'clone', '--quiet', github.git.folder, folder])
    const git = (...args: readonly string[]) => run(['git', '-C', folder, ...args])
    if (commit !== undefined) await git('reset', '--quiet', '--hard', commit)
    if (gitTag !== undefined) await git('tag', gitTag)
    await git('remote', 'set-url', 'origin', 'https://github.com/acme/app.git')
    const path = `.github/workflows/${file}`
    const workflow = parse(await readFile(join(folder, path), 'utf8')) as Workflow
    const chosen = workflow.jobs[name]
    if (chosen === undefined) throw new Error(`${file} has no job ${name}`)
    // One job a run, for each has a token of its own; the order is the story's.
    const { needs: _, if: __, ...alone } = chosen
    const text = stringify({ ...workflow, jobs: { [name]: alone } })
    await writeFile(join(folder, path), text)
    const token = `${file} ${name}`
    github.token(token, {
      login: 'github-actions[bot]',
      kind: 'integration',
      permissions: chosen.permissions,
    })
    const eventFile = `${folder}.json`
    const repository = { full_name: 'acme/app', default_branch: 'main' }
    await writeFile(eventFile, JSON.stringify({ repository, ...payload }))
    github.requests.length = 0
    const ran = await runWorkflow({
      folder,
      event,
      workflow: path,
      payload: eventFile,
      actions: await actionsOf(text, join(scratch, 'actions')),
      env: {
        GITHUB_API_URL: github.url,
        GITHUB_RUN_ATTEMPT: `${attempt}`,
        STAND_IN_ARTIFACTS: join(scratch, 'artifacts'),
        BUILDKIT_HOST: buildkit.address,
        BUILDCTL: tool('buildctl'),
      },
      secrets: { GITHUB_TOKEN: token, ...secrets },
      onPath: ['cosign'],
      daysAgo,
    })
    requests += github.requests.length
    const said = ran.stdout + ran.stderr
    if (ran.code !== 0 || github.faults.length > 0)
      throw new Error(`${token} ended with ${ran.code}: ${github.faults.join('; ')}\n${said}`)
    await rm(folder, { recursive: true, force: true })
    return said
  }

  return {
    forge: 'GitHub',
    github,
    git: github.git,
    shelf: images,
    job,
    async build({ commit, gitTag, daysAgo }) {
      const ref = gitTag === undefined ? 'refs/heads/main' : `refs/tags/${gitTag}`
      const payload = { ref, after: commit, head_commit: { id: commit } }
      const tagged = gitTag === undefined ? {} : { gitTag }
      await job({ file: 'image.yml', name: 'image', event: 'push', payload, commit, daysAgo, ...tagged })
    },
    async plan() {
      await job({ file: 'cleanup-plan.yml', name: 'plan', event: 'schedule' })
      return [...github.requests]
    },
    proposal: number => {
      const { title, state, comments } = github.pull(number)
      return { title, state, lastComment: comments.at(-1)?.body ?? '' }
    },
    merge: number => github.merge(number, 'mona'),
    async apply({ commit, before }, attempt) {
      const payload = { ref: 'refs/heads/main', before, after: commit, head_commit: { id: commit } }
      for (const name of ['apply', 'report']) {
        await job({ file: 'cleanup-apply.yml', name, event: 'push', payload, attempt })
      }
    },
    async restore(references) {
      const payload = { inputs: { 'run-id': '1', references } }
      await job({ file: 'restore.yml', name: 'restore', event: 'workflow_dispatch', payload })
    },
    requests: () => requests,
    async stop() {
      await github.stop()
      await buildkit.stop()
      await images.stop()
      await rm(scratch, { recursive: true, force: true })
    },
  }
}
