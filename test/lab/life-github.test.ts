// The whole life on GitHub's side: workflows run by act with the built action, against a fake GitHub that enforces the
// permissions they declare and a real registry with its own garbage collection.
import { expect, onTestFinished, test } from 'vitest'
import { image } from './images.ts'
import { type GitHubLife, githubLife } from './life/github.ts'
import { live } from './life/story.ts'
import { wire } from './wire.ts'

async function begin(): Promise<GitHubLife> {
  const life = await githubLife()
  onTestFinished(life.stop)
  return life
}

test('from the build to the schedule, the merge and the deletion, and back', {
  timeout: 600_000,
}, async () => {
  await live(await begin(), line => console.log(line))
})

test('four runs of the built action: created, unchanged, updated, closed', { timeout: 600_000 }, async () => {
  const life = await begin()
  const { pushImage, delete: remove } = wire(`http://${life.shelf.host}`)
  const outdated = ['commit-0000001', 'commit-0000002'].map(tag => {
    return { tag, image: image({ labels: { expire_at: '1767225600', tag } }) }
  })
  await pushImage('acme/app', image({ labels: { tag: 'v1.0.0' } }), ['v1.0.0'])
  const operations: (string | undefined)[] = []
  const run = async (): Promise<void> => {
    const said = await life.job({ file: 'cleanup-plan.yml', name: 'plan', event: 'schedule' })
    operations.push(/pull-request-operation=(\w+)/.exec(said)?.[1])
  }
  const [one, other] = outdated
  if (one === undefined || other === undefined) throw new Error('two images are needed')
  await pushImage('acme/app', one.image, [one.tag])
  await run()
  await run()
  await pushImage('acme/app', other.image, [other.tag])
  await run()
  for (const { image } of outdated) await remove('acme/app', image.manifest.digest)
  await run()
  expect(operations).toEqual(['created', 'unchanged', 'updated', 'closed'])
})
