import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Forge, openForge } from '../../src/forge/index.ts'
import { HygieneError } from '../../src/outcome/index.ts'
import type { Permissions } from '../../src/steps/define.ts'
import { steps } from '../../src/steps/index.ts'
import { createHttp } from '../../src/system/http.ts'
import { octokitOver } from '../../src/system/octokit.ts'
import { type FakeGitHub, fakeGitHub } from '../fakes/github/index.ts'

// What each step's definition asks for, what the jobs of the examples declare, and what a forge grants on that.

type Granted = Readonly<Record<string, 'read' | 'write'>>

interface Job {
  readonly file: string
  readonly name: string
  readonly permissions: Granted
  /** Our steps in it. */
  readonly steps: readonly string[]
}

interface Workflow {
  readonly permissions: Granted
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions?: Granted
        readonly steps: readonly { uses?: string; with?: { step?: string } }[]
      }
    >
  >
}

const folder = resolve(import.meta.dirname, '../../examples/workflows')
const workflows = readdirSync(folder)
  .filter(name => name.endsWith('.yml'))
  .map(name => [name, parse(readFileSync(join(folder, name), 'utf8')) as Workflow] as const)
const jobs: readonly Job[] = workflows.flatMap(([file, { jobs }]) =>
  Object.entries(jobs).map(([name, { permissions = {}, steps }]) => ({
    file,
    name,
    permissions,
    steps: steps.flatMap(({ uses, with: { step } = {} }) =>
      uses?.startsWith('org/image-hygiene@') && step !== undefined ? [step] : [],
    ),
  })),
)
const loaded = await Promise.all(steps.map(({ load }) => load()))
const permissionsOf = (name: string): Permissions => {
  const step = loaded.find(step => step.name === name)
  if (step === undefined) throw new Error(`there is no step ${name}`)
  return step.permissions
}
const jobOf = (file: string, name: string): Job => {
  const job = jobs.find(job => job.file === file && job.name === name)
  if (job === undefined) throw new Error(`${file} has no job ${name}`)
  return job
}
const covers = (granted: Granted, scope: string, level: 'read' | 'write'): boolean =>
  granted[scope] === 'write' || granted[scope] === level

describe('the examples', () => {
  test('grant nothing but what a job declares', () => {
    for (const [file, { permissions }] of workflows) expect([file, permissions]).toEqual([file, {}])
    expect(jobs.filter(job => job.steps.length > 0).length).toBeGreaterThan(5)
  })

  test.each([
    ['cleanup-plan.yml', 'plan'],
    ['cleanup-apply.yml', 'apply'],
    ['cleanup-apply.yml', 'report'],
  ])('%s: the job %s has what its step defines, and no more', (file, name) => {
    const job = jobOf(file, name)
    expect(job.steps).toEqual([name])
    expect(job.permissions).toEqual(permissionsOf(name).github)
  })

  test('restore.yml has what its step defines, and may read the journal of another run', () => {
    const { permissions, steps } = jobOf('restore.yml', 'restore')
    expect(steps).toEqual(['restore'])
    expect(permissions).toEqual({ ...permissionsOf('restore').github, actions: 'read' })
  })

  test('no job, and no step, can both delete from a registry and write to a pull request', () => {
    for (const { name, permissions } of loaded) {
      const deletes = permissions.registry === 'delete'
      expect([name, deletes && permissions.github['pull-requests'] === 'write']).toEqual([name, false])
    }
    for (const { file, name, permissions } of jobs) {
      const both = covers(permissions, 'packages', 'write') && covers(permissions, 'pull-requests', 'write')
      expect([file, name, both]).toEqual([file, name, false])
    }
  })
})

describe('a forge that grants what the examples declare', () => {
  const branch = 'image-hygiene/cleanup'
  const path = '.image-hygiene/cleanup-plan.jsonl'
  let github: FakeGitHub
  beforeEach(async () => {
    github = await fakeGitHub()
  })
  afterEach(async () => {
    expect(github.faults).toEqual([])
    await github.stop()
  })

  function openWith(permissions: Granted): Promise<Forge> {
    github.token('job', { login: 'github-actions[bot]', kind: 'integration', permissions })
    const env = { GITHUB_REPOSITORY: 'acme/app', GITHUB_API_URL: github.url, GITHUB_RUN_ID: '7' }
    const world = { env, http: createHttp({ env: {} }), now: () => 0, random: () => 0 }
    return openForge(world, { github: 'job' }, octokitOver, async () => {})
  }

  /** The calls of each job, in its own order. */
  const work: Readonly<Record<string, (forge: Forge) => Promise<unknown>>> = {
    plan: async forge => {
      await forge.openProposal(branch)
      await forge.endedProposals(branch)
      await forge.branches()
      for await (const _ of forge.deletedBranches()) break
      const base = await forge.base()
      await forge.commit({ branch, path, content: 'one\n', message: 'One', base })
      const texts = { title: 'Image cleanup', body: 'what goes', draft: false }
      const people = { labels: ['image-hygiene'], reviewers: ['mona'], assignees: ['mona'] }
      const opened = await forge.open({ branch, base: base.branch, ...texts, ...people })
      if (opened === 'exists') throw new Error('there was one already')
      expect(opened.missed).toEqual([])
      await forge.comments(opened.proposal.number)
      await forge.update(opened.proposal, { body: 'more' })
      await forge.comment(opened.proposal.number, 'a word')
      await forge.close(opened.proposal, 'the end')
    },
    apply: async forge => {
      const { commit } = await forge.base()
      await forge.file(path, commit)
      await forge.otherRuns()
      await forge.mergeOf((await forge.lastTouch(path, commit)) ?? commit)
      await forge.ends([1])
    },
    report: async forge => {
      const merge = await forge.mergeOf(github.git.resolve('main') ?? '')
      await forge.comment(merge?.number ?? 1, 'what became of it')
    },
  }

  async function merged(): Promise<void> {
    await work['plan']?.(await openWith(jobOf('cleanup-plan.yml', 'plan').permissions))
    github.pull(1).state = 'open'
    github.merge(1, 'mona')
  }

  test.each([
    ['cleanup-plan.yml', 'plan'],
    ['cleanup-apply.yml', 'apply'],
    ['cleanup-apply.yml', 'report'],
  ])('%s: the job %s can do all of its work', async (file, name) => {
    if (name !== 'plan') await merged()
    github.state.runs.push({ id: 7, workflow: 1, status: 'in_progress' })
    await work[name]?.(await openWith(jobOf(file, name).permissions))
  })

  test.each([
    ['cleanup-plan.yml', 'plan', 'contents'],
    ['cleanup-plan.yml', 'plan', 'pull-requests'],
    ['cleanup-apply.yml', 'apply', 'contents'],
    ['cleanup-apply.yml', 'apply', 'pull-requests'],
    ['cleanup-apply.yml', 'report', 'pull-requests'],
  ])('%s: the job %s with less of %s is refused, and told what to add', async (file, name, scope) => {
    if (name !== 'plan') await merged()
    const { permissions } = jobOf(file, name)
    const { [scope]: level, ...others } = permissions
    const less = level === 'write' ? { ...others, [scope]: 'read' as const } : others
    const forge = await openWith(less)
    const error = await work[name]?.(forge).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(HygieneError)
    expect(error).toMatchObject({ code: 'no-permission' })
    expect((error as HygieneError).findings[0]?.fix).toContain(`${scope}: ${level}`)
  })

  test('without actions: read, whether another apply runs is unknown, and not "none"', async () => {
    const { actions: _, ...less } = jobOf('cleanup-apply.yml', 'apply').permissions
    expect(await (await openWith(less)).otherRuns()).toBe('unknown')
  })

  test('the job that deletes is refused every write to the forge', async () => {
    await merged()
    const forge = await openWith(jobOf('cleanup-apply.yml', 'apply').permissions)
    const base = await forge.base()
    const [proposal] = await forge.endedProposals(branch)
    if (proposal === undefined) throw new Error('nothing was merged')
    const attempts = [
      forge.comment(1, 'x'),
      forge.update(proposal, { body: 'x' }),
      forge.close(proposal, 'x'),
      forge.commit({ branch: 'other', path, content: 'x', message: 'x', base }),
    ]
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: 'no-permission' })
    expect([...github.git.branches().keys()]).not.toContain('other')
  })
})
