import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createStore,
  type RunningRegistry,
  repositoryOf,
  type Store,
  startRegistry,
} from '../../src/demo/registry/index.ts'
import { type Digest, stemOf } from '../../src/image/index.ts'
import { pushImage, pushIndex } from '../fakes/registry/index.ts'
import { builtCli, run } from './built-cli.ts'

const name = 'team/app'
const past = String(Math.floor(Date.now() / 1000) - 86_400)
const goes = { expire_at: past }
const policy = `version: 1
images: ['*:*/team/**']
in-use: none
cleanup: { limits: { deletions: 500, share: 100% }, untag: ['*:*'] }
`

/**
 * A release that shares a platform with a preview, and one that has the tag of its test build; two previews that share
 * another platform, a signed one, one whose platform is signed: small, with every relation that an order can break.
 */
function company(): Store {
  const store = createStore()
  pushImage(store, name, { tags: ['v1.0.0'], content: 'release' })
  const shared = pushImage(store, name, { content: 'amd64' })
  const arm = pushImage(store, name, { content: 'arm64' })
  pushIndex(store, name, { tags: ['pr-1'], children: [shared, arm], annotations: goes })
  const tags = ['v2.0.0', 'commit-0123456789ab']
  const kept = pushIndex(store, name, { tags, children: [arm], annotations: { ...goes, of: 'v2.0.0' } })
  const signatureOfKept = `${stemOf(kept)}.sig`
  pushImage(store, name, { tags: [signatureOfKept], content: 'signature of v2.0.0' })
  pushImage(store, name, { content: 'bundle of arm64, which stays', subject: arm })
  pushImage(store, name, { content: 'bundle of amd64, which goes', subject: shared })
  pushIndex(store, name, { tags: ['pr-2'], children: [shared], annotations: { ...goes, second: 'yes' } })
  const signed = pushImage(store, name, { tags: ['pr-3'], content: 'signed', annotations: goes })
  pushImage(store, name, { tags: [`${stemOf(signed)}.sig`], content: 'signature' })
  pushImage(store, name, { content: 'bundle', subject: signed })
  return store
}

/** Tags whose closure is not all there, besides those that are to go. */
function broken(store: Store): readonly string[] {
  const { tags, manifests } = repositoryOf(store, name)
  const missing: string[] = []
  const visit = (tag: string, digest: Digest) => {
    const stored = manifests.get(digest)
    if (stored === undefined) missing.push(`${tag} needs ${digest}`)
    for (const child of stored?.manifest.children ?? []) visit(tag, child.digest)
  }
  for (const [tag, digest] of tags) visit(tag, digest)
  return missing
}

function stateOf(store: Store): string {
  const { tags, manifests } = repositoryOf(store, name)
  return JSON.stringify([[...tags].sort(), [...manifests.keys()].sort()])
}

type Hook = (count: number, moment: 'before' | 'after', method: string) => boolean

/** The registry behind a counter that may take the client's life before or after a request takes effect. */
async function served(store: Store, hook: Hook, complaints: string[]): Promise<RunningRegistry> {
  let count = 0
  return startRegistry({
    store,
    around: (asked, answered, raw) => {
      count += 1
      const number = count
      if (hook(number, 'before', asked.method)) {
        raw.destroy()
        return undefined
      }
      const answer = answered()
      complaints.push(
        ...broken(store).map(what => `after request ${number}, ${asked.method} ${asked.path}: ${what}`),
      )
      if (hook(number, 'after', asked.method)) {
        raw.destroy()
        return undefined
      }
      return answer
    },
  })
}

const folders: string[] = []
let cli = ''
let plan = ''
/** The host that the plan was made for; each registry has a port of its own. */
let planned = ''

function workplace(host: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'image-hygiene-kill-'))
  folders.push(folder)
  writeFileSync(join(folder, '.image-hygiene.yml'), policy.replaceAll('*:*', host))
  if (plan !== '') writeFileSync(join(folder, 'plan.jsonl'), plan.replaceAll(planned, host))
  return folder
}

const apply = ['apply', '--plan-file', 'plan.jsonl', '--yes']

describe('the built command, killed', () => {
  let uninterrupted = ''
  let methods: readonly string[] = []

  beforeAll(async () => {
    cli = builtCli('apply')
    const seen: string[] = []
    const store = company()
    const complaints: string[] = []
    const registry = await served(
      store,
      (_, moment, method) => {
        if (moment === 'before') seen.push(method)
        return false
      },
      complaints,
    )
    planned = registry.host
    const folder = workplace(registry.host)
    const made = await run(cli, ['plan', '--plan-file', 'plan.jsonl'], folder).ended
    expect(made.code, made.said).toBe(0)
    plan = readFileSync(join(folder, 'plan.jsonl'), 'utf8')
    expect(plan.trim().split('\n')).toHaveLength(1 + 4)
    seen.length = 0
    const applied = await run(cli, apply, folder).ended
    expect(applied.code, applied.said).toBe(0)
    expect(complaints).toEqual([])
    await registry.close()
    uninterrupted = stateOf(store)
    methods = [...seen]
    const left = [...repositoryOf(store, name).tags.keys()].filter(tag => !tag.startsWith('sha256-'))
    expect(left.sort()).toEqual(['v1.0.0', 'v2.0.0'])
    // The release, the platform that it shares, its signature and that platform's: four of them, and v1.0.0.
    expect(repositoryOf(store, name).manifests.size).toBe(5)
    expect(methods.filter(method => method === 'DELETE')).toHaveLength(8)
  }, 300_000)

  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

  test('at every request boundary, then run again: nothing kept is damaged, and the end is the same', async () => {
    // Before each request, and for those that change something also after it took effect and before its answer.
    const boundaries = methods.flatMap((method, index) => [
      { at: index + 1, moment: 'before' as const },
      ...(method === 'DELETE' ? [{ at: index + 1, moment: 'after' as const }] : []),
    ])
    let killed = 0
    const survive = async ({ at, moment }: (typeof boundaries)[number]) => {
      const store = company()
      const complaints: string[] = []
      let kill = () => {}
      let doomed = true
      const hook: Hook = (count, when) => {
        if (!doomed || count !== at || when !== moment) return false
        kill()
        return true
      }
      const where = `${moment} request ${at} (${methods[at - 1]})`
      const registry = await served(store, hook, complaints)
      const folder = workplace(registry.host)
      const first = run(cli, apply, folder)
      kill = () => first.process.kill('SIGKILL')
      const death = await first.ended
      expect(death.signal, `${where}: ${death.said}`).toBe('SIGKILL')
      killed += 1
      doomed = false
      expect(broken(store), where).toEqual([])
      const second = await run(cli, apply, folder).ended
      await registry.close()
      expect(second.code, `${where}: ${second.said}`).toBe(0)
      expect(complaints, where).toEqual([])
      expect(stateOf(store), where).toBe(uninterrupted)
    }
    const queue = [...boundaries]
    const lane = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await survive(next)
    }
    await Promise.all([lane(), lane()])
    expect(killed).toBe(boundaries.length)
    expect(killed).toBeGreaterThan(30)
    console.info(`kills survived: ${killed}`)
  }, 600_000)
})
