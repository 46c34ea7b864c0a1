import { knownInputs } from './inputs.mjs'

knownInputs(
  ...'version name driver driver-opts buildkitd-flags buildkitd-config buildkitd-config-inline install use endpoint platforms append keep-state cache-binary cleanup'.split(
    ' ',
  ),
)
