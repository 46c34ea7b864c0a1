// The life on GitLab: gitlab-ci-local runs each pipeline in a fresh checkout of the fake forge's project, with the
// components and the built CLI of this checkout, and the token that the jobs would be given.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FakeGitLab, fakeGitLab } from '../../fakes/gitlab/index.ts'
import { startBuildkit } from '../buildkit.ts'
import { runPipeline } from '../ci.ts'
import { root } from '../components.ts'
import { daysAgo } from '../faketime.ts'
import { run } from '../run.ts'
import { tool } from '../tools.ts'
import { appFiles, pipelines } from './app.ts'
import { shelf } from './shelf.ts'
import type { Life } from './story.ts'

const cli = join(root, 'dist/cli/index.js')
/** Its number on the forge, under which its artifacts are kept. */
const applyJob = 7

interface Pipeline {
  readonly file: 'image' | 'cleanup' | 'restore'
  readonly jobs?: readonly string[]
  readonly variables: Readonly<Record<string, string>>
  readonly commit?: string
  readonly gitTag?: string
  readonly daysAgo?: number
}

export interface GitLabLife extends Life {
  readonly gitlab: FakeGitLab
  stop(): Promise<void>
}

export async function gitlabLife(): Promise<GitLabLife> {
  const scratch = await mkdtemp(join(tmpdir(), 'lab-life-gitlab-'))
  const images = await shelf()
  const buildkit = await startBuildkit([images.host])
  const publicKey = await readFile(images.key.public, 'utf8')
  const gitlab = await fakeGitLab({ ...appFiles(images.repository, publicKey), ...(await pipelines()) })
  // The jobs have the real clock.
  gitlab.state.now = Date.now()
  gitlab.token('writes', { username: 'cleanup-bot', kind: 'access', scope: 'api', role: 'developer' })
  gitlab.token('reads', { username: 'reading-bot', kind: 'access', scope: 'read_api', role: 'reporter' })
  let requests = 0

  const checkout = async ({ commit, gitTag }: Pick<Pipeline, 'commit' | 'gitTag'>): Promise<string> => {
    const folder = await mkdtemp(join(scratch, 'checkout-'))
    await run(['git', 'clone', '--quiet', gitlab.git.folder, folder])
    const git = (...args: readonly string[]) => run(['git', '-C', folder, ...args])
    if (commit !== undefined) await git('reset', '--quiet', '--hard', commit)
    if (gitTag !== undefined) await git('tag', gitTag)
    await git('remote', 'set-url', 'origin', 'https://gitlab.com/image-hygiene/components.git')
    return folder
  }

  const pipeline = async (
    folder: string,
    { file, jobs, variables, daysAgo: days = 0 }: Pipeline,
  ): Promise<void> => {
    const path = join(folder, 'ci', `${file}.yml`)
    const command = [...daysAgo(days), 'node', cli].join(' ')
    const text = await readFile(path, 'utf8')
    const ours = text
      .replaceAll('    inputs:\n', `    inputs:\n      command: ${command}\n`)
      .replaceAll(/npx --yes image-hygiene@\S+/g, command)
    await writeFile(path, ours)
    gitlab.requests.length = 0
    const ran = await runPipeline({
      folder,
      file: `ci/${file}.yml`,
      ...(jobs === undefined ? {} : { jobs }),
      variables: {
        CI_DEFAULT_BRANCH: 'main',
        CI_PROJECT_PATH: gitlab.state.project,
        CI_PROJECT_ID: '1',
        CI_API_V4_URL: gitlab.url,
        CI_REGISTRY_IMAGE: images.repository,
        BUILDKIT_HOST: buildkit.address,
        COSIGN_PRIVATE_KEY: await readFile(images.key.private, 'utf8'),
        COSIGN_PASSWORD: images.key.password,
        ...variables,
      },
      onPath: ['buildctl', 'cosign', 'jq', 'curl', 'unzip'],
    })
    requests += gitlab.requests.length
    if (ran.code !== 0 || gitlab.faults.length > 0) {
      const said = ran.stdout + ran.stderr
      throw new Error(`${file} ended with ${ran.code}: ${gitlab.faults.join('; ')}\n${said}`)
    }
  }

  return {
    forge: 'GitLab',
    gitlab,
    git: gitlab.git,
    shelf: images,
    async build({ commit, gitTag, daysAgo }) {
      const tagged = gitTag === undefined ? {} : { gitTag }
      const variables = gitTag === undefined ? { CI_COMMIT_BRANCH: 'main' } : { CI_COMMIT_TAG: gitTag }
      const folder = await checkout({ commit, ...tagged })
      await pipeline(folder, { file: 'image', variables, daysAgo })
    },
    async plan() {
      const variables = { CI_PIPELINE_SOURCE: 'schedule', GITLAB_TOKEN: 'writes' }
      await pipeline(await checkout({}), { file: 'cleanup', jobs: ['image-hygiene-plan'], variables })
      return [...gitlab.requests]
    },
    proposal: number => {
      const { title, state, notes } = gitlab.request(number)
      return { title, state: state === 'opened' ? 'open' : state, lastComment: notes.at(-1)?.body ?? '' }
    },
    merge: number => gitlab.merge(number, 'mona'),
    async apply({ before }, attempt) {
      const folder = await checkout({})
      const pushed = { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BEFORE_SHA: before }
      // The variable is scoped to environments: the one that deletes gets a token that only reads.
      for (const [job, token] of [
        ['image-hygiene-apply', 'reads'],
        ['image-hygiene-report', 'writes'],
      ] as const) {
        const variables = { ...pushed, GITLAB_TOKEN: token }
        await pipeline(folder, { file: 'cleanup', jobs: [job], variables })
      }
      // A retried job is another one, with artifacts of its own; the first has the journal of what went.
      if (attempt > 1) return
      gitlab.state.artifacts.set(
        applyJob,
        await zipped(join(folder, '.gitlab-ci-local/artifacts/image-hygiene-apply')),
      )
    },
    async restore(reference) {
      const variables = {
        CI_PIPELINE_SOURCE: 'web',
        JOURNAL_JOB_ID: `${applyJob}`,
        REFERENCES: reference,
        GITLAB_TOKEN: 'reads',
      }
      await pipeline(await checkout({}), { file: 'restore', jobs: ['restore-images'], variables })
    },
    requests: () => requests,
    async stop() {
      await gitlab.stop()
      await buildkit.stop()
      await images.stop()
      await rm(scratch, { recursive: true, force: true })
    },
  }
}

/** As the forge keeps a job's artifacts. */
async function zipped(folder: string): Promise<Uint8Array> {
  const file = `${folder}.zip`
  await run([tool('zip'), '--quiet', '--recurse-paths', file, '.'], { cwd: folder })
  return readFile(file)
}
