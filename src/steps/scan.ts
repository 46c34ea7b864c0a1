import { defineStep } from './define.ts'
import { findTrivy } from './find-trivy.ts'
import { reportOutputs } from './report-outputs.ts'
import { scanInputs } from './scan-inputs.ts'

export const scan = defineStep({
  name: 'scan',
  inputs: scanInputs,
  positional: 'references',
  outputs: {
    headline: 'What is to fix now, in one line.',
    'to-fix': 'How many findings fail the gate.',
    judged: 'Digests of the images that were judged and of their configs, one a line.',
    'database-updated-at': 'When the vulnerability database was made, where it is known.',
    ...reportOutputs,
    'markdown-file': 'Path of the summary, if it was asked for.',
    'container-scanning-file': 'Path of the GitLab report, if it was asked for.',
    'trivy-report-file': "Paths of Trivy's own reports, one a line, if they were asked for.",
    'cyclonedx-file': 'Paths of the SBOMs (CycloneDX), one a line, if they were asked for.',
    'spdx-file': 'Paths of the SBOMs (SPDX), one a line, if they were asked for.',
    'trivyignore-file': 'Path of the exceptions for Trivy, if they were asked for.',
    'openvex-file': 'Path of the exceptions as OpenVEX, if they were asked for.',
  },
  permissions: {
    github: { contents: 'read', packages: 'read' },
    registry: 'pull',
    gitlab: 'Nothing for images of the same project.',
  },
  async run(inputs, world) {
    // Trivy takes longer to say its version than everything else here takes to load.
    const trivy = findTrivy(inputs, world)
    const { runScan } = await import('./scan-run.ts')
    return runScan(inputs, trivy, world)
  },
})
