// The whole life on GitLab's side: pipelines run by gitlab-ci-local with the components and the built CLI, against a fake
// GitLab and a real registry with its own garbage collection.
import { onTestFinished, test } from 'vitest'
import { gitlabLife } from './life/gitlab.ts'
import { live } from './life/story.ts'

// The runner compares with what was pushed before, and in a fresh clone that is nothing.
process.env['GCL_EVALUATE_RULE_CHANGES'] = 'false'

test('from the build to the schedule, the merge and the deletion, and back', {
  timeout: 600_000,
}, async () => {
  const life = await gitlabLife()
  onTestFinished(life.stop)
  await live(life, line => console.log(line))
})
