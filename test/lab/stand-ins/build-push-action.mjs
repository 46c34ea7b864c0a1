import { build } from './buildctl.mjs'
import { input, items, knownInputs, lines, setOutput } from './inputs.mjs'

knownInputs(
  ...'add-hosts allow annotations attests build-args build-contexts builder cache-from cache-to call cgroup-parent context file labels load network no-cache no-cache-filters outputs platforms provenance pull push sbom secrets secret-envs secret-files shm-size ssh tags target ulimit github-token'.split(
    ' ',
  ),
)
const digest = build({
  context: input('context') || '.',
  platforms: items('platforms'),
  labels: lines('labels'),
  annotations: lines('annotations'),
  tags: items('tags'),
  push: input('push') === 'true',
})
setOutput('digest', digest)
