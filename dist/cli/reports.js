const require_index = require("./index.js");
// lib/report/fingerprint.js
/**
* A stable id per finding: the same after lines shift, different for equal findings of one file (GitLab silently
* drops a second finding with a known fingerprint).
*/
function fingerprints(findings) {
	const seen = /* @__PURE__ */ new Map();
	return findings.map(({ rule, message, location, image }) => {
		const key = [
			rule,
			location?.file ?? image ?? "",
			message
		].join("\0");
		const ordinal = seen.get(key) ?? 0;
		seen.set(key, ordinal + 1);
		return `${fnv1a(`${key}\u0000${ordinal}`)}${fnv1a(`${ordinal}\u0000${key}`)}`;
	});
}
/** @see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv-21 */
function fnv1a(text) {
	let hash = 14695981039346656037n;
	for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 1099511628211n);
	return hash.toString(16).padStart(16, "0");
}
// lib/report/codequality.js
const severities = {
	error: "critical",
	warning: "minor",
	info: "info"
};
/**
* GitLab's Code Quality report: an array of issues.
* @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
*/
function toCodeQuality(findings) {
	const sorted = findings.toSorted(require_index.compareFindings);
	const prints = fingerprints(sorted);
	const issues = sorted.map(({ rule, severity, message, fix, location, image }, index) => ({
		description: [
			image,
			message,
			fix
		].filter((part) => part !== void 0).join(": "),
		check_name: rule,
		fingerprint: prints[index],
		severity: severities[severity],
		location: {
			path: pathOf(location?.file),
			lines: { begin: location?.line ?? 1 }
		}
	}));
	return `${JSON.stringify(issues, void 0, 2)}\n`;
}
/** GitLab refuses the whole report for one path that is not relative; of a report that was scanned it may be anything. */
function pathOf(file = "") {
	return file.replace(/^(?:\.?\/)+/, "") || ".image-hygiene.yml";
}
// lib/report/junit.js
/**
* JUnit XML with one test case per finding, errors fail, so that every tier of GitLab shows them. GitLab knows a case by
* class and name and keeps one of those that share them, so each has a name of its own.
* @see https://docs.gitlab.com/ci/testing/unit_test_reports/
*/
function toJunit(step, findings) {
	const seen = /* @__PURE__ */ new Map();
	const cases = findings.toSorted(require_index.compareFindings).map((finding) => {
		const name = nameOf(finding);
		const ordinal = (seen.get(name) ?? 0) + 1;
		seen.set(name, ordinal);
		return caseOf(step, finding, ordinal === 1 ? name : `${name} (${ordinal})`);
	});
	const failures = findings.filter(({ severity }) => severity === "error").length;
	const name = `image-hygiene ${step}`;
	const body = cases.length === 0 ? [`    <testcase classname="${inXml(step)}" name="no findings"/>`] : cases;
	return [
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
		"<testsuites>",
		`  <testsuite name="${inXml(name)}" tests="${body.length}" failures="${failures}" errors="0" skipped="0">`,
		...body,
		"  </testsuite>",
		"</testsuites>",
		""
	].join("\n");
}
function nameOf({ rule, location, image }) {
	return inXml(`${rule} ${location === void 0 ? image ?? "" : require_index.formatLocation(location)}`.trim());
}
function caseOf(step, { rule, severity, message, fix, location }, name) {
	const attributes = [
		`classname="${inXml(`${step}.${rule}`)}"`,
		`name="${name}"`,
		...location === void 0 ? [] : [`file="${inXml(location.file)}"`]
	].join(" ");
	const text = inXml([message, fix].filter((part) => part !== void 0).join("\n"));
	return severity === "error" ? `    <testcase ${attributes}><failure message="${inXml(message)}" type="${severity}">${text}</failure></testcase>` : `    <testcase ${attributes}><system-out>${severity}: ${text}</system-out></testcase>`;
}
/** XML 1.0 has no way to write most control characters: they become U+FFFD. */
function inXml(text) {
	return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "�").replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "�").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;").replace(/[\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}
// lib/report/sarif.js
const levels = {
	error: "error",
	warning: "warning",
	info: "note"
};
/** GitHub takes 25,000 results of a run and shows the first 5,000. */
const most = 5e3;
/**
* SARIF 2.1.0, most severe first, with a note where results were left out.
* @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
* @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
*/
function toSarif(findings, { version, rules = [] }) {
	const sorted = findings.toSorted(require_index.compareFindings).slice(0, most);
	const described = new Map(rules.map((rule) => [rule.id, rule]));
	const ids = [...new Set(sorted.map(({ rule }) => rule))].toSorted();
	const prints = fingerprints(sorted);
	const left = findings.length - sorted.length;
	return `${JSON.stringify({
		$schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "image-hygiene",
				semanticVersion: version,
				rules: ids.map((id) => ruleOf(id, described.get(id)))
			} },
			results: sorted.map((finding, index) => resultOf(finding, ids.indexOf(finding.rule), prints[index] ?? "")),
			...left === 0 ? {} : { invocations: [{
				executionSuccessful: true,
				toolExecutionNotifications: [{
					level: "note",
					message: { text: `${left} further results were left out of this file` }
				}]
			}] }
		}]
	}, void 0, 2)}\n`;
}
function ruleOf(id, rule) {
	return {
		id,
		shortDescription: { text: rule?.summary ?? id },
		...rule?.help === void 0 ? {} : { help: {
			text: rule.help,
			markdown: rule.help
		} },
		...rule?.securitySeverity === void 0 ? {} : { properties: {
			"security-severity": rule.securitySeverity.toFixed(1),
			tags: ["security"]
		} }
	};
}
function resultOf({ rule, severity, message, fix, location, image, suppressed }, ruleIndex, print) {
	const text = fix === void 0 ? message : `${message}\n${fix}`;
	const { file, line, column } = location ?? {
		file: ".image-hygiene.yml",
		line: 1
	};
	return {
		ruleId: rule,
		ruleIndex,
		level: levels[severity],
		message: { text: image === void 0 ? text : `${image}: ${text}` },
		locations: [{ physicalLocation: {
			artifactLocation: { uri: uriOf(file) },
			region: {
				startLine: line,
				...column === void 0 ? {} : { startColumn: column }
			}
		} }],
		partialFingerprints: { "imageHygiene/v1": print },
		...suppressed === void 0 ? {} : { suppressions: [{
			kind: "external",
			status: "accepted",
			justification: suppressed
		}] }
	};
}
/** Relative to the repository; a path with broken UTF-16 in it must not break the report. */
function uriOf(file) {
	return encodeURI(new TextDecoder().decode(new TextEncoder().encode(file)).replace(/^\.\//, ""));
}
// lib/steps/reports.js
/** Writes the reports that were asked for, all from one set of findings, before the step can fail. */
async function writeReports(step, result, files, world, rules = []) {
	const { findings } = result;
	const outputs = {
		...result.outputs,
		"findings-count": String(findings.length)
	};
	const write = async (output, path, render) => {
		if (path === void 0) return;
		await world.files.write(path, render());
		outputs[output] = path;
	};
	await write("sarif-file", files.sarifFile, () => toSarif(findings, {
		version: require_index.version,
		rules
	}));
	await write("codequality-file", files.codequalityFile, () => toCodeQuality(findings));
	await write("junit-file", files.junitFile, () => toJunit(step, findings));
	const told = {
		...result,
		outputs
	};
	await write("json-file", files.jsonFile, () => `${JSON.stringify(require_index.outcomeOf(step, told), void 0, 2)}\n`);
	return {
		...told,
		outputs
	};
}
Object.defineProperty(exports, "writeReports", {
	enumerable: true,
	get: function() {
		return writeReports;
	}
});
