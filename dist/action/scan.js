const require_index = require("./index.js");
const require_provide = require("./provide.js");
const require_report_outputs = require("./report-outputs.js");
// lib/gates/scan/trivy.js
const compromised = "this release was published by an attacker in March 2026 (GHSA-69fq-xp46-6x23)";
const systems = {
	linux: "Linux",
	darwin: "macOS"
};
const machines = {
	x64: "64bit",
	arm64: "ARM64"
};
/** @see https://github.com/aquasecurity/trivy/releases */
const trivy = {
	name: "trivy",
	versionArguments: ["--version", "--quiet"],
	versionPattern: /^Version: (\S+)/m,
	supported: ">=0.70.0 <0.90.0",
	refused: {
		"0.69.4": compromised,
		"0.69.5": compromised,
		"0.69.6": compromised
	},
	releases: "https://github.com/aquasecurity/trivy/releases/download",
	asset(version, { os, arch }) {
		const [system, machine] = [systems[os], machines[arch]];
		if (system === void 0 || machine === void 0) return void 0;
		return {
			path: `v${version}/trivy_${version}_${system}-${machine}.tar.gz`,
			member: "trivy"
		};
	}
};
/**
* The arguments of the one run that everything is made from. Never `--exit-code`: Trivy also exits 1 for its own
* faults. Never a filter (`--severity`, `--ignore-unfixed`): what is filtered away cannot be shown with its reason.
*/
function scanArguments(source, settings, output) {
	const { scanners, cacheDir, offline, databases, javaDatabases, vex, caFile, timeout } = settings;
	return [
		source.kind === "folder" ? "fs" : "image",
		...[
			"--format",
			"json",
			"--output",
			output,
			"--scanners",
			scanners.join(",")
		],
		...[
			"--show-suppressed",
			"--no-progress",
			"--skip-version-check",
			"--disable-telemetry"
		],
		...[
			"--cache-dir",
			cacheDir,
			"--timeout",
			`${timeout}s`
		],
		"--skip-check-update",
		...offline ? [
			"--skip-db-update",
			"--skip-java-db-update",
			"--offline-scan"
		] : [],
		...databases.flatMap((database) => ["--db-repository", database]),
		...javaDatabases.flatMap((database) => ["--java-db-repository", database]),
		...vex.flatMap((file) => ["--vex", file]),
		...caFile === void 0 ? [] : ["--cacert", caFile],
		...sourceArguments(source, scanners)
	];
}
function sourceArguments(source, scanners) {
	if (source.kind === "folder") return ["--", source.path];
	const config = scanners.filter((scanner) => scanner === "secret" || scanner === "misconfig");
	const ofConfig = config.length === 0 ? [] : ["--image-config-scanners", config.join(",")];
	if (source.kind === "archive") return [
		...ofConfig,
		"--input",
		source.path
	];
	return [
		...ofConfig,
		...["--image-src", "remote"],
		...source.plainHttp ? ["--insecure"] : [],
		...["--", source.reference]
	];
}
/** Another format of the same report, without a second scan. */
function convertArguments(format, report, output) {
	return [
		"convert",
		"--quiet",
		"--format",
		format,
		...format === "cyclonedx" ? ["--scanners", "vuln"] : [],
		"--output",
		output,
		"--",
		report
	];
}
// lib/steps/find-trivy.js
/** Trivy, found or installed; begun before the policy is read, unless somebody else's run has made the report. */
function findTrivy(call, world) {
	const wish = {
		path: call.trivyPath,
		version: call.trivyVersion,
		sha256: call.trivySha256,
		mirror: call.trivyMirror
	};
	return require_provide.provideAhead(trivy, wish, world, require_provide.thisPlatform(), call.report === void 0 && !call.printPolicy);
}
// lib/steps/scan-inputs.js
const { references, digest, inUse, fs, archive, report, platforms, bases, planFile, vex, epssFile } = require_index.inputs_exports;
const { trivyPath, trivyVersion, trivySha256, trivyMirror, trivyCacheDir, offline } = require_index.inputs_exports;
const { dbRepositories, javaDbRepositories, scanTimeout } = require_index.inputs_exports;
const { config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword } = require_index.inputs_exports;
const { caFile, cacheDir, summary, annotations } = require_index.inputs_exports;
const { sarifFile, codequalityFile, junitFile, jsonFile, markdownFile, containerScanningFile } = require_index.inputs_exports;
const { trivyReportFile, cyclonedxFile, spdxFile, trivyignoreFile, openvexFile } = require_index.inputs_exports;
/** What `scan` takes. */
const scanInputs = {
	references,
	digest,
	inUse,
	fs,
	archive,
	report,
	platforms,
	bases,
	planFile,
	vex,
	epssFile,
	trivyPath,
	trivyVersion,
	trivySha256,
	trivyMirror,
	trivyCacheDir,
	offline,
	dbRepositories,
	javaDbRepositories,
	scanTimeout,
	config,
	printPolicy,
	githubToken,
	gitlabToken,
	registryUsername,
	registryPassword,
	caFile,
	cacheDir,
	summary,
	annotations,
	sarifFile,
	codequalityFile,
	junitFile,
	jsonFile,
	markdownFile,
	containerScanningFile,
	trivyReportFile,
	cyclonedxFile,
	spdxFile,
	trivyignoreFile,
	openvexFile
};
// lib/steps/scan.js
const scan = require_index.defineStep({
	name: "scan",
	inputs: scanInputs,
	positional: "references",
	outputs: {
		headline: "What is to fix now, in one line.",
		"to-fix": "How many findings fail the gate.",
		judged: "Digests of the images that were judged and of their configs, one a line.",
		"database-updated-at": "When the vulnerability database was made, where it is known.",
		...require_report_outputs.reportOutputs,
		"markdown-file": "Path of the summary, if it was asked for.",
		"container-scanning-file": "Path of the GitLab report, if it was asked for.",
		"trivy-report-file": "Paths of Trivy's own reports, one a line, if they were asked for.",
		"cyclonedx-file": "Paths of the SBOMs (CycloneDX), one a line, if they were asked for.",
		"spdx-file": "Paths of the SBOMs (SPDX), one a line, if they were asked for.",
		"trivyignore-file": "Path of the exceptions for Trivy, if they were asked for.",
		"openvex-file": "Path of the exceptions as OpenVEX, if they were asked for."
	},
	permissions: {
		github: {
			contents: "read",
			packages: "read"
		},
		registry: "pull",
		gitlab: "Nothing for images of the same project."
	},
	async run(inputs, world) {
		const trivy = findTrivy(inputs, world);
		const { runScan } = await Promise.resolve().then(() => require("./scan-run.js"));
		return runScan(inputs, trivy, world);
	}
});
exports.convertArguments = convertArguments;
exports.scan = scan;
exports.scanArguments = scanArguments;
