import { choice, count, flag, lines, list, text } from './define.ts'

// Every input of every step, once: a name means the same everywhere, so one action.yml can hold them all.

// Any step
export const config = text('config', { help: 'Path of the policy file.', default: '.image-hygiene.yml' })
export const images = list('images', {
  help: 'Images to work on, as references or patterns (`ghcr.io/acme/**`). Only narrows what the policy manages; without a policy file it names the images.',
})
export const summary = choice('summary', {
  help: 'When to write a job summary.',
  options: ['always', 'on-failure', 'never'],
  default: 'always',
})
export const printPolicy = flag('print-policy', {
  help: 'Print the effective policy with the file and line each value came from, and stop.',
  default: 'false',
})

// Tokens
export const githubToken = text('github-token', {
  help: 'Token for the GitHub API.',
  env: ['GITHUB_TOKEN', 'GH_TOKEN'],
  secret: true,
})
export const gitlabToken = text('gitlab-token', {
  help: 'Token for the GitLab API: a project access token where merge requests are made.',
  env: ['GITLAB_TOKEN'],
  secret: true,
})

// Reports
export const annotations = flag('annotations', {
  help: 'Show findings as annotations in the changed files.',
  default: 'true',
})
export const sarifFile = text('sarif-file', { help: 'Write findings as SARIF 2.1.0 to this path.' })
export const codequalityFile = text('codequality-file', {
  help: 'Write findings as a GitLab Code Quality report to this path.',
})
export const junitFile = text('junit-file', { help: 'Write findings as JUnit XML to this path.' })
export const jsonFile = text('json-file', { help: 'Write the outcome as JSON to this path.' })

// Registry
export const registryUsername = text('registry-username', {
  help: 'User for the registry, with registry-password.',
})
export const registryPassword = text('registry-password', {
  help: 'Password or token for the registry; sent only to the hosts of `images`.',
  secret: true,
})
export const caFile = text('ca-file', { help: 'PEM file with further certificate authorities to trust.' })
export const cacheDir = text('cache-dir', {
  help: 'Folder to keep immutable manifests and configs in between runs.',
})

// prepare
export const image = list('image', {
  help: 'Repositories to tag, without a tag: `ghcr.io/acme/app`.',
})
export const tags = list('tags', {
  help: 'Tags made by another tool, to be checked instead of made: bare or as full references.',
})
export const labels = lines('labels', { help: 'Further labels, one `key=value` a line.' })
export const title = text('title', { help: 'Value of the title label; the repository name by default.' })
export const checkRegistry = flag('check-registry', {
  help: 'Refuse to overwrite a tag of an immutable class; needs pull access to the registry.',
  default: 'true',
})
export const bakeFile = text('bake-file', { help: 'Write a docker bake file to this path.' })
export const buildArgsFile = text('build-args-file', {
  help: 'Write arguments for docker, buildah or podman build to this path, one a line.',
})
export const dotenvFile = text('dotenv-file', { help: 'Write the outputs as a dotenv report to this path.' })

// lint
export const dockerfiles = list('dockerfiles', {
  help: 'Dockerfiles, folders or globs.',
  default: '**/{Dockerfile,Containerfile}*, **/*.Dockerfile',
})
export const context = text('context', {
  help: 'Build context of the Dockerfiles, where .dockerignore is looked for; the folder of each by default.',
})

// scan
export const fs = text('fs', { help: 'Folder to scan before the build: lock files, secrets.' })
export const archive = text('archive', {
  help: 'OCI layout folder or image tar to scan before the push.',
})
export const report = text('report', {
  help: 'Trivy report (JSON, schema version 2) to judge instead of scanning.',
})
export const platforms = list('platforms', {
  help: 'Platforms of an index to look at, such as linux/amd64; all of them by default.',
})
export const bases = list('bases', {
  help: 'Approved base images by reference, to recognise what an image was built on.',
})
export const vex = list('vex', { help: 'VEX documents that Trivy takes into account.' })
export const epssFile = text('epss-file', { help: 'EPSS scores (CSV), to sort findings by.' })
export const offline = flag('offline', {
  help: 'Use the vulnerability database that is there and download nothing.',
  default: 'false',
})
export const dbRepositories = list('db-repositories', {
  help: 'Where the vulnerability database comes from, first one that answers.',
})
export const javaDbRepositories = list('java-db-repositories', {
  help: 'Where the index of Java packages comes from, first one that answers.',
})
export const scanTimeout = text('scan-timeout', { help: 'How long one scan may take.', default: '10m' })
export const trivyPath = text('trivy-path', { help: 'Path of Trivy; the one on PATH by default.' })
export const trivyVersion = text('trivy-version', {
  help: 'Exact release of Trivy to install if it is not the one on PATH; needs trivy-sha256.',
})
export const trivySha256 = text('trivy-sha256', {
  help: "SHA-256 of that release's file for this platform.",
})
export const trivyMirror = text('trivy-mirror', {
  help: "Base URL that stands for Trivy's release downloads.",
})
export const trivyCacheDir = text('trivy-cache-dir', {
  help: "Trivy's cache folder, with the vulnerability database.",
  env: ['TRIVY_CACHE_DIR'],
})
export const trivyReportFile = text('trivy-report-file', {
  help: "Write Trivy's own report (JSON) to this path.",
})
export const cyclonedxFile = text('cyclonedx-file', { help: 'Write an SBOM (CycloneDX) to this path.' })
export const spdxFile = text('spdx-file', { help: 'Write an SBOM (SPDX) to this path.' })
export const containerScanningFile = text('container-scanning-file', {
  help: 'Write a GitLab container scanning report to this path.',
})
export const markdownFile = text('markdown-file', { help: 'Write the summary (Markdown) to this path.' })
export const trivyignoreFile = text('trivyignore-file', {
  help: "Write the policy's exceptions as .trivyignore.yaml to this path.",
})
export const openvexFile = text('openvex-file', {
  help: "Write the policy's exceptions as OpenVEX to this path.",
})

// sign, verify
export const digest = text('digest', {
  help: 'Digest of the image, for references that have none: the output of the step that pushed it.',
})
export const key = text('key', {
  help: 'Key to sign with: a file, env://NAME, or a KMS reference of cosign; `sign.key` of the policy by default.',
})
export const publicKey = text('public-key', {
  help: 'Key that must have signed: a file, env://NAME, or a KMS reference of cosign; `sign.key` of the policy by default.',
})
export const identity = text('identity', {
  help: 'Whom a signature without a key must be from; what starts with ^ is a regular expression. `sign.identity` of the policy by default.',
})
export const issuer = text('issuer', {
  help: 'Who must have issued that identity; `sign.issuer` of the policy by default.',
})
export const trustedRoot = text('trusted-root', {
  help: 'Trusted root (JSON) of Sigstore services of your own.',
})
export const signatureAnnotations = lines('signature-annotations', {
  help: 'What is signed along with the image, or must have been: one `key=value` a line.',
})
export const preflight = flag('preflight', {
  help: 'Only prove that this job can sign: the tool, and the key or the identity token. For the start of a pipeline, before anything is pushed.',
  default: 'false',
})
export const requireSignature = choice('require-signature', {
  help: 'Which images must be signed: all that are named, or those whose class says so.',
  options: ['always', 'by-class'],
  default: 'always',
})
export const rollback = list('rollback', {
  help: 'Images to fall back on, as references: verified like the others. A tag alone is looked up in the catalog.',
})
export const catalog = text('catalog', {
  help: 'The catalog of images: a file of JSON Lines, or `oci://REGISTRY/REPOSITORY`.',
})
export const cosignPath = text('cosign-path', { help: 'Path of cosign; the one on PATH by default.' })
export const cosignVersion = text('cosign-version', {
  help: 'Exact release of cosign to install if it is not the one on PATH; needs cosign-sha256.',
})
export const cosignSha256 = text('cosign-sha256', {
  help: "SHA-256 of that release's file for this platform.",
})
export const cosignMirror = text('cosign-mirror', {
  help: "Base URL that stands for cosign's release downloads.",
})

// record
export const trivyReports = list('trivy-reports', {
  help: "Trivy's reports (JSON) of the image, one for each platform: what trivy-report-file of scan wrote.",
})
export const scanOutcome = text('scan-outcome', {
  help: 'The outcome that scan wrote with json-file.',
})
export const sbomFile = text('sbom-file', { help: 'The SBOM of the image, to note its digest.' })
export const recordFile = text('record-file', { help: 'Write the record (JSON) to this path.' })
export const attach = flag('attach', {
  help: 'Attach the record to the image as an OCI referrer.',
  default: 'false',
})
export const query = lines('list', {
  help: 'Search the catalog instead: `package=curl=7.74`, `commit=a1b2c3d`, `base=debian:11-slim`, one a line; all must fit.',
})

// cleanup
export const inUse = list('in-use', {
  help: 'Files that say what runs: inventories, kubectl, docker or crictl JSON, lists of references; - is standard input.',
})
export const planFile = text('plan-file', { help: 'Path of the plan; the policy names it by default.' })
export const at = text('at', { help: 'Decide as of this moment: RFC 3339 or unix seconds.' })
export const openPullRequest = flag('open-pull-request', {
  help: 'Open or refresh the one cleanup pull request with the plan.',
  default: 'false',
})
export const references = list('references', {
  help: 'The images to scan, sign, verify, record, explain or restore, as references.',
})
export const outcomeFile = text('outcome-file', { help: 'The outcome that apply wrote with json-file.' })
export const yes = flag('yes', { help: 'Really do it, outside CI.', default: 'false' })
export const journalDir = text('journal-dir', {
  help: 'Folder for the journal and the raw manifests of what is deleted.',
  default: '.image-hygiene/journal',
})
export const maxDeletions = count('max-deletions', {
  help: 'Stop after so many deletions, below the limit of the policy.',
})
export const maxRequests = count('max-requests', {
  help: 'Send registries at most so many requests; what could not be read is held.',
})
export const timeBudget = text('time-budget', { help: 'Stop cleanly after this long: `30m`, `2h`.' })
export const keep = flag('keep', { help: 'Leave the registry running at the end.', default: 'false' })
