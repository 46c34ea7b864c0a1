import type { ToolSpec } from '../system/tools/spec.ts'

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64', arm: 'arm' }
const systems: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin' }

/** cosign 2.6 and 3.x: the lines that know signing configurations and both formats of signatures. */
export const cosignSpec: ToolSpec = {
  name: 'cosign',
  versionArguments: ['version', '--json'],
  versionPattern: /"gitVersion":\s*"v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)/,
  supported: '>=2.6.0 <4',
  refused: {},
  releases: 'https://github.com/sigstore/cosign/releases/download',
  asset: (version, { os, arch }) => {
    const [system, architecture] = [systems[os], architectures[arch]]
    if (system === undefined || architecture === undefined) return undefined
    return { path: `v${version}/cosign-${system}-${architecture}` }
  },
}
