const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_define = require("./define.js");
// lib/steps/inputs.js
var inputs_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	annotations: () => annotations,
	archive: () => archive,
	at: () => at,
	attach: () => attach,
	bakeFile: () => bakeFile,
	bases: () => bases,
	buildArgsFile: () => buildArgsFile,
	caFile: () => caFile,
	cacheDir: () => cacheDir,
	catalog: () => catalog,
	checkRegistry: () => checkRegistry,
	codequalityFile: () => codequalityFile,
	config: () => config,
	containerScanningFile: () => containerScanningFile,
	context: () => context,
	cosignMirror: () => cosignMirror,
	cosignPath: () => cosignPath,
	cosignSha256: () => cosignSha256,
	cosignVersion: () => cosignVersion,
	cyclonedxFile: () => cyclonedxFile,
	dbRepositories: () => dbRepositories,
	digest: () => digest,
	dockerfiles: () => dockerfiles,
	dotenvFile: () => dotenvFile,
	epssFile: () => epssFile,
	fs: () => fs,
	githubToken: () => githubToken,
	gitlabToken: () => gitlabToken,
	identity: () => identity,
	image: () => image,
	images: () => images,
	inUse: () => inUse,
	issuer: () => issuer,
	javaDbRepositories: () => javaDbRepositories,
	journalDir: () => journalDir,
	jsonFile: () => jsonFile,
	junitFile: () => junitFile,
	keep: () => keep,
	key: () => key,
	labels: () => labels,
	markdownFile: () => markdownFile,
	maxDeletions: () => maxDeletions,
	maxRequests: () => maxRequests,
	offline: () => offline,
	openPullRequest: () => openPullRequest,
	openvexFile: () => openvexFile,
	outcomeFile: () => outcomeFile,
	planFile: () => planFile,
	platforms: () => platforms,
	preflight: () => preflight,
	printPolicy: () => printPolicy,
	publicKey: () => publicKey,
	query: () => query,
	recordFile: () => recordFile,
	references: () => references,
	registryPassword: () => registryPassword,
	registryUsername: () => registryUsername,
	report: () => report,
	requireSignature: () => requireSignature,
	rollback: () => rollback,
	sarifFile: () => sarifFile,
	sbomFile: () => sbomFile,
	scanOutcome: () => scanOutcome,
	scanTimeout: () => scanTimeout,
	signatureAnnotations: () => signatureAnnotations,
	spdxFile: () => spdxFile,
	summary: () => summary,
	tags: () => tags,
	timeBudget: () => timeBudget,
	title: () => title,
	trivyCacheDir: () => trivyCacheDir,
	trivyMirror: () => trivyMirror,
	trivyPath: () => trivyPath,
	trivyReportFile: () => trivyReportFile,
	trivyReports: () => trivyReports,
	trivySha256: () => trivySha256,
	trivyVersion: () => trivyVersion,
	trivyignoreFile: () => trivyignoreFile,
	trustedRoot: () => trustedRoot,
	vex: () => vex,
	yes: () => yes
});
const config = require_define.text("config", {
	help: "Path of the policy file.",
	default: ".image-hygiene.yml"
});
const images = require_define.list("images", { help: "Images to work on, as references or patterns (`ghcr.io/acme/**`). Only narrows what the policy manages; without a policy file it names the images." });
const summary = require_define.choice("summary", {
	help: "When to write a job summary.",
	options: [
		"always",
		"on-failure",
		"never"
	],
	default: "always"
});
const printPolicy = require_define.flag("print-policy", {
	help: "Print the effective policy with the file and line each value came from, and stop.",
	default: "false"
});
const githubToken = require_define.text("github-token", {
	help: "Token for the GitHub API.",
	env: ["GITHUB_TOKEN", "GH_TOKEN"],
	secret: true
});
const gitlabToken = require_define.text("gitlab-token", {
	help: "Token for the GitLab API: a project access token where merge requests are made.",
	env: ["GITLAB_TOKEN"],
	secret: true
});
const annotations = require_define.flag("annotations", {
	help: "Show findings as annotations in the changed files.",
	default: "true"
});
const sarifFile = require_define.text("sarif-file", { help: "Write findings as SARIF 2.1.0 to this path." });
const codequalityFile = require_define.text("codequality-file", { help: "Write findings as a GitLab Code Quality report to this path." });
const junitFile = require_define.text("junit-file", { help: "Write findings as JUnit XML to this path." });
const jsonFile = require_define.text("json-file", { help: "Write the outcome as JSON to this path." });
const registryUsername = require_define.text("registry-username", { help: "User for the registry, with registry-password." });
const registryPassword = require_define.text("registry-password", {
	help: "Password or token for the registry; sent only to the hosts of `images`.",
	secret: true
});
const caFile = require_define.text("ca-file", { help: "PEM file with further certificate authorities to trust." });
const cacheDir = require_define.text("cache-dir", { help: "Folder to keep immutable manifests and configs in between runs." });
const image = require_define.list("image", { help: "Repositories to tag, without a tag: `ghcr.io/acme/app`." });
const tags = require_define.list("tags", { help: "Tags made by another tool, to be checked instead of made: bare or as full references." });
const labels = require_define.lines("labels", { help: "Further labels, one `key=value` a line." });
const title = require_define.text("title", { help: "Value of the title label; the repository name by default." });
const checkRegistry = require_define.flag("check-registry", {
	help: "Refuse to overwrite a tag of an immutable class; needs pull access to the registry.",
	default: "true"
});
const bakeFile = require_define.text("bake-file", { help: "Write a docker bake file to this path." });
const buildArgsFile = require_define.text("build-args-file", { help: "Write arguments for docker, buildah or podman build to this path, one a line." });
const dotenvFile = require_define.text("dotenv-file", { help: "Write the outputs as a dotenv report to this path." });
const dockerfiles = require_define.list("dockerfiles", {
	help: "Dockerfiles, folders or globs.",
	default: "**/{Dockerfile,Containerfile}*, **/*.Dockerfile"
});
const context = require_define.text("context", { help: "Build context of the Dockerfiles, where .dockerignore is looked for; the folder of each by default." });
const fs = require_define.text("fs", { help: "Folder to scan before the build: lock files, secrets." });
const archive = require_define.text("archive", { help: "OCI layout folder or image tar to scan before the push." });
const report = require_define.text("report", { help: "Trivy report (JSON, schema version 2) to judge instead of scanning." });
const platforms = require_define.list("platforms", { help: "Platforms of an index to look at, such as linux/amd64; all of them by default." });
const bases = require_define.list("bases", { help: "Approved base images by reference, to recognise what an image was built on." });
const vex = require_define.list("vex", { help: "VEX documents that Trivy takes into account." });
const epssFile = require_define.text("epss-file", { help: "EPSS scores (CSV), to sort findings by." });
const offline = require_define.flag("offline", {
	help: "Use the vulnerability database that is there and download nothing.",
	default: "false"
});
const dbRepositories = require_define.list("db-repositories", { help: "Where the vulnerability database comes from, first one that answers." });
const javaDbRepositories = require_define.list("java-db-repositories", { help: "Where the index of Java packages comes from, first one that answers." });
const scanTimeout = require_define.text("scan-timeout", {
	help: "How long one scan may take.",
	default: "10m"
});
const trivyPath = require_define.text("trivy-path", { help: "Path of Trivy; the one on PATH by default." });
const trivyVersion = require_define.text("trivy-version", { help: "Exact release of Trivy to install if it is not the one on PATH; needs trivy-sha256." });
const trivySha256 = require_define.text("trivy-sha256", { help: "SHA-256 of that release's file for this platform." });
const trivyMirror = require_define.text("trivy-mirror", { help: "Base URL that stands for Trivy's release downloads." });
const trivyCacheDir = require_define.text("trivy-cache-dir", {
	help: "Trivy's cache folder, with the vulnerability database.",
	env: ["TRIVY_CACHE_DIR"]
});
const trivyReportFile = require_define.text("trivy-report-file", { help: "Write Trivy's own report (JSON) to this path." });
const cyclonedxFile = require_define.text("cyclonedx-file", { help: "Write an SBOM (CycloneDX) to this path." });
const spdxFile = require_define.text("spdx-file", { help: "Write an SBOM (SPDX) to this path." });
const containerScanningFile = require_define.text("container-scanning-file", { help: "Write a GitLab container scanning report to this path." });
const markdownFile = require_define.text("markdown-file", { help: "Write the summary (Markdown) to this path." });
const trivyignoreFile = require_define.text("trivyignore-file", { help: "Write the policy's exceptions as .trivyignore.yaml to this path." });
const openvexFile = require_define.text("openvex-file", { help: "Write the policy's exceptions as OpenVEX to this path." });
const digest = require_define.text("digest", { help: "Digest of the image, for references that have none: the output of the step that pushed it." });
const key = require_define.text("key", { help: "Key to sign with: a file, env://NAME, or a KMS reference of cosign; `sign.key` of the policy by default." });
const publicKey = require_define.text("public-key", { help: "Key that must have signed: a file, env://NAME, or a KMS reference of cosign; `sign.key` of the policy by default." });
const identity = require_define.text("identity", { help: "Whom a signature without a key must be from; what starts with ^ is a regular expression. `sign.identity` of the policy by default." });
const issuer = require_define.text("issuer", { help: "Who must have issued that identity; `sign.issuer` of the policy by default." });
const trustedRoot = require_define.text("trusted-root", { help: "Trusted root (JSON) of Sigstore services of your own." });
const signatureAnnotations = require_define.lines("signature-annotations", { help: "What is signed along with the image, or must have been: one `key=value` a line." });
const preflight = require_define.flag("preflight", {
	help: "Only prove that this job can sign: the tool, and the key or the identity token. For the start of a pipeline, before anything is pushed.",
	default: "false"
});
const requireSignature = require_define.choice("require-signature", {
	help: "Which images must be signed: all that are named, or those whose class says so.",
	options: ["always", "by-class"],
	default: "always"
});
const rollback = require_define.list("rollback", { help: "Images to fall back on, as references: verified like the others. A tag alone is looked up in the catalog." });
const catalog = require_define.text("catalog", { help: "The catalog of images: a file of JSON Lines, or `oci://REGISTRY/REPOSITORY`." });
const cosignPath = require_define.text("cosign-path", { help: "Path of cosign; the one on PATH by default." });
const cosignVersion = require_define.text("cosign-version", { help: "Exact release of cosign to install if it is not the one on PATH; needs cosign-sha256." });
const cosignSha256 = require_define.text("cosign-sha256", { help: "SHA-256 of that release's file for this platform." });
const cosignMirror = require_define.text("cosign-mirror", { help: "Base URL that stands for cosign's release downloads." });
const trivyReports = require_define.list("trivy-reports", { help: "Trivy's reports (JSON) of the image, one for each platform: what trivy-report-file of scan wrote." });
const scanOutcome = require_define.text("scan-outcome", { help: "The outcome that scan wrote with json-file." });
const sbomFile = require_define.text("sbom-file", { help: "The SBOM of the image, to note its digest." });
const recordFile = require_define.text("record-file", { help: "Write the record (JSON) to this path." });
const attach = require_define.flag("attach", {
	help: "Attach the record to the image as an OCI referrer.",
	default: "false"
});
const query = require_define.lines("list", { help: "Search the catalog instead: `package=curl=7.74`, `commit=a1b2c3d`, `base=debian:11-slim`, one a line; all must fit." });
const inUse = require_define.list("in-use", { help: "Files that say what runs: inventories, kubectl, docker or crictl JSON, lists of references; - is standard input." });
const planFile = require_define.text("plan-file", { help: "Path of the plan; the policy names it by default." });
const at = require_define.text("at", { help: "Decide as of this moment: RFC 3339 or unix seconds." });
const openPullRequest = require_define.flag("open-pull-request", {
	help: "Open or refresh the one cleanup pull request with the plan.",
	default: "false"
});
const references = require_define.list("references", { help: "The images to scan, sign, verify, record, explain or restore, as references." });
const outcomeFile = require_define.text("outcome-file", { help: "The outcome that apply wrote with json-file." });
const yes = require_define.flag("yes", {
	help: "Really do it, outside CI.",
	default: "false"
});
const journalDir = require_define.text("journal-dir", {
	help: "Folder for the journal and the raw manifests of what is deleted.",
	default: ".image-hygiene/journal"
});
const maxDeletions = require_define.count("max-deletions", { help: "Stop after so many deletions, below the limit of the policy." });
const maxRequests = require_define.count("max-requests", { help: "Send registries at most so many requests; what could not be read is held." });
const timeBudget = require_define.text("time-budget", { help: "Stop cleanly after this long: `30m`, `2h`." });
const keep = require_define.flag("keep", {
	help: "Leave the registry running at the end.",
	default: "false"
});
Object.defineProperty(exports, "annotations", {
	enumerable: true,
	get: function() {
		return annotations;
	}
});
Object.defineProperty(exports, "at", {
	enumerable: true,
	get: function() {
		return at;
	}
});
Object.defineProperty(exports, "bakeFile", {
	enumerable: true,
	get: function() {
		return bakeFile;
	}
});
Object.defineProperty(exports, "buildArgsFile", {
	enumerable: true,
	get: function() {
		return buildArgsFile;
	}
});
Object.defineProperty(exports, "caFile", {
	enumerable: true,
	get: function() {
		return caFile;
	}
});
Object.defineProperty(exports, "cacheDir", {
	enumerable: true,
	get: function() {
		return cacheDir;
	}
});
Object.defineProperty(exports, "checkRegistry", {
	enumerable: true,
	get: function() {
		return checkRegistry;
	}
});
Object.defineProperty(exports, "config", {
	enumerable: true,
	get: function() {
		return config;
	}
});
Object.defineProperty(exports, "dockerfiles", {
	enumerable: true,
	get: function() {
		return dockerfiles;
	}
});
Object.defineProperty(exports, "dotenvFile", {
	enumerable: true,
	get: function() {
		return dotenvFile;
	}
});
Object.defineProperty(exports, "githubToken", {
	enumerable: true,
	get: function() {
		return githubToken;
	}
});
Object.defineProperty(exports, "gitlabToken", {
	enumerable: true,
	get: function() {
		return gitlabToken;
	}
});
Object.defineProperty(exports, "image", {
	enumerable: true,
	get: function() {
		return image;
	}
});
Object.defineProperty(exports, "images", {
	enumerable: true,
	get: function() {
		return images;
	}
});
Object.defineProperty(exports, "inUse", {
	enumerable: true,
	get: function() {
		return inUse;
	}
});
Object.defineProperty(exports, "inputs_exports", {
	enumerable: true,
	get: function() {
		return inputs_exports;
	}
});
Object.defineProperty(exports, "journalDir", {
	enumerable: true,
	get: function() {
		return journalDir;
	}
});
Object.defineProperty(exports, "jsonFile", {
	enumerable: true,
	get: function() {
		return jsonFile;
	}
});
Object.defineProperty(exports, "keep", {
	enumerable: true,
	get: function() {
		return keep;
	}
});
Object.defineProperty(exports, "labels", {
	enumerable: true,
	get: function() {
		return labels;
	}
});
Object.defineProperty(exports, "maxDeletions", {
	enumerable: true,
	get: function() {
		return maxDeletions;
	}
});
Object.defineProperty(exports, "maxRequests", {
	enumerable: true,
	get: function() {
		return maxRequests;
	}
});
Object.defineProperty(exports, "openPullRequest", {
	enumerable: true,
	get: function() {
		return openPullRequest;
	}
});
Object.defineProperty(exports, "outcomeFile", {
	enumerable: true,
	get: function() {
		return outcomeFile;
	}
});
Object.defineProperty(exports, "planFile", {
	enumerable: true,
	get: function() {
		return planFile;
	}
});
Object.defineProperty(exports, "printPolicy", {
	enumerable: true,
	get: function() {
		return printPolicy;
	}
});
Object.defineProperty(exports, "references", {
	enumerable: true,
	get: function() {
		return references;
	}
});
Object.defineProperty(exports, "registryPassword", {
	enumerable: true,
	get: function() {
		return registryPassword;
	}
});
Object.defineProperty(exports, "registryUsername", {
	enumerable: true,
	get: function() {
		return registryUsername;
	}
});
Object.defineProperty(exports, "summary", {
	enumerable: true,
	get: function() {
		return summary;
	}
});
Object.defineProperty(exports, "tags", {
	enumerable: true,
	get: function() {
		return tags;
	}
});
Object.defineProperty(exports, "timeBudget", {
	enumerable: true,
	get: function() {
		return timeBudget;
	}
});
Object.defineProperty(exports, "title", {
	enumerable: true,
	get: function() {
		return title;
	}
});
Object.defineProperty(exports, "yes", {
	enumerable: true,
	get: function() {
		return yes;
	}
});
