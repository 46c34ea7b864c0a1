const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_usage = require("./usage.js");
const require_index = require("./index.js");
const require_version = require("./version.js");
const require_scan_base = require("./scan-base.js");
const require_policy = require("./policy.js");
const require_instant = require("./instant.js");
const require_alike = require("./alike.js");
const require_registries = require("./registries.js");
const require_reports = require("./reports.js");
const require_scan = require("./scan.js");
const require_plan_file_parse = require("./plan-file-parse.js");
const require_reference = require("./reference.js");
const require_registry = require("./registry.js");
const require_clock = require("./clock.js");
const require_manifest_parse = require("./manifest-parse.js");
const require_duration = require("./duration.js");
const require_login_file = require("./login-file.js");
let node_path = require("node:path");
let node_stream = require("node:stream");
let node_zlib = require("node:zlib");
node_zlib = require_rolldown_runtime.__toESM(node_zlib, 1);
// lib/report/container-scanning.js
/**
* GitLab's container scanning report, schema 15.0.7. Of the digests that an id is made of, GitLab asks only that they
* stay the same from run to run.
* @see https://docs.gitlab.com/development/integrations/secure/#report
*/
function toContainerScanning(vulnerabilities, { tool, version, startedAt, endedAt }, identify) {
	const seen = /* @__PURE__ */ new Map();
	for (const found of vulnerabilities) {
		const repository = found.image.replace(/(?:@.*|:[^/:]*)$/s, "");
		const key = [
			found.id,
			found.package,
			found.version,
			repository
		].join("\0");
		if (!seen.has(key)) seen.set(key, found);
	}
	const vendor = { name: "image-hygiene" };
	const scanner = {
		id: tool.name,
		name: tool.name,
		version: tool.version,
		vendor
	};
	const document = {
		version: "15.0.7",
		scan: {
			analyzer: {
				id: "image-hygiene",
				name: "image-hygiene",
				version,
				vendor
			},
			scanner,
			type: "container_scanning",
			start_time: startedAt.slice(0, 19),
			end_time: endedAt.slice(0, 19),
			status: "success"
		},
		vulnerabilities: [...seen].map(([key, found]) => entryOf$2(found, identify(key)))
	};
	return `${JSON.stringify(document, void 0, 2)}\n`;
}
function entryOf$2(found, id) {
	const { name, description, severity, solution, url, image, operatingSystem, version } = found;
	return {
		id,
		name: name.slice(0, 255),
		description: description.slice(0, 1e4),
		severity,
		...solution === void 0 ? {} : { solution: solution.slice(0, 7e3) },
		identifiers: [{
			type: /^CVE-/.test(found.id) ? "cve" : /^GHSA-/.test(found.id) ? "ghsa" : "trivy",
			name: found.id,
			value: found.id,
			...url === void 0 ? {} : { url }
		}],
		links: url === void 0 ? [] : [{ url }],
		location: {
			dependency: {
				package: { name: found.package },
				version: version === "" ? "unknown" : version
			},
			operating_system: operatingSystem,
			image
		}
	};
}
// lib/report/summary.js
/** A job summary may hold 1 MiB in bytes; past that GitHub drops all of it. */
const longest$1 = 9e5;
/** Findings as a Markdown table of at most `room` bytes. */
function findingsTable(findings, room = longest$1) {
	if (findings.length === 0) return "";
	let table = "| | where | rule | what | what to do |\n|---|---|---|---|---|\n";
	let used = bytes(table) + 200;
	const sorted = findings.toSorted(require_index.compareFindings);
	for (const [index, finding] of sorted.entries()) {
		const row = `${rowOf(finding)}\n`;
		used += bytes(row);
		if (used > room) return `${table}\n${sorted.length - index} more findings are left out here: the reports have them all.\n`;
		table += row;
	}
	return table;
}
function rowOf({ severity, rule, message, fix, location, image }) {
	const where = location === void 0 ? image : require_index.formatLocation(location);
	return `| ${[
		severity,
		where === void 0 ? "" : require_index.inCode(where),
		require_index.inCode(rule),
		require_index.inMarkdown(message),
		fix === void 0 ? "" : fix.split("\n").map((line) => require_index.inCode(line)).join("<br>")
	].join(" | ")} |`;
}
function bytes(text) {
	return new TextEncoder().encode(text).length;
}
// lib/gates/scan/tier.js
const tiers = [
	"T0",
	"T1",
	"T2",
	"T3",
	"T4",
	"X",
	"A"
];
/** The first row that holds. An unfixed finding of the base is T3: there is no newer base to move to yet. */
function tierOf({ vulnerability, use, origin, exploited, accepted }) {
	if (accepted) return "A";
	if (use === "deletable") return "X";
	if (use === "kept") return "T4";
	if (exploited) return "T0";
	if (!vulnerability.fixable) return "T3";
	if (require_scan_base.isAtLeast(vulnerability.grade, "high")) return "T1";
	return origin === "base" ? "T2" : "T3";
}
// lib/gates/scan/action.js
/** Groups of one image, the ones that fail the gate first, then by how many findings they mend. */
function actionsOf(judgement) {
	const known = groupsOf.get(judgement);
	if (known !== void 0) return known;
	const groups = grouped$1(judgement);
	groupsOf.set(judgement, groups);
	return groups;
}
/** Headline and tables ask for the same groups, and a report may have a hundred thousand findings. */
const groupsOf = /* @__PURE__ */ new WeakMap();
function grouped$1({ judged, subject }) {
	const groups = /* @__PURE__ */ new Map();
	for (const one of judged) {
		const action = actionOf(one, subject);
		const key = action.kind === "bump-package" ? `${action.kind}\u0000${action.package}\u0000${action.from}\u0000${action.target}` : action.kind;
		const known = groups.get(key);
		if (known === void 0) groups.set(key, {
			action,
			findings: [one]
		});
		else known.findings.push(one);
	}
	return [...groups.values()].map(({ action, findings }) => ({
		action,
		findings,
		failing: findings.filter(({ fails }) => fails).length,
		counts: countTiers(findings),
		...action.kind === "bump-package" ? { to: targetOf(findings) } : {}
	})).toSorted((a, b) => b.failing - a.failing || b.findings.length - a.findings.length || Number(b.action.kind === "bump-base") - Number(a.action.kind === "bump-base"));
}
function countTiers(findings) {
	const counts = Object.fromEntries(tiers.map((tier) => [tier, 0]));
	for (const { tier } of findings) counts[tier]++;
	return counts;
}
function actionOf({ tier, origin, vulnerability }, { base }) {
	if (tier === "A") return { kind: "accepted" };
	if (tier === "X") return { kind: "delete-image" };
	if (!vulnerability.fixable) return { kind: "wait" };
	if (origin === "base" && base !== void 0) return {
		kind: "bump-base",
		guessed: base.by === "history",
		...base.name === void 0 ? {} : { base: base.name }
	};
	const { name, version } = vulnerability.package;
	return {
		kind: "bump-package",
		package: name,
		from: version,
		target: vulnerability.path ?? vulnerability.target
	};
}
/** The highest version where all are SemVer; else each that is named, once: other orders are the distribution's. */
function targetOf(findings) {
	const wanted = [...new Set(findings.flatMap(({ vulnerability }) => vulnerability.fixed ?? []))];
	const versions = wanted.flatMap((text) => require_version.readVersion(text) ?? []);
	if (versions.length === wanted.length && versions.length > 1) return versions.reduce((best, version) => (require_usage.compareVersions(version, best) ?? 0) > 0 ? version : best);
	return wanted.join(" and ") || "a fixed version";
}
// lib/gates/scan/database.js
function parseDatabase(text, file) {
	let body;
	try {
		body = JSON.parse(text);
	} catch (cause) {
		throw unreadable$1(file, cause);
	}
	const updatedAt = dateOf(body?.UpdatedAt);
	const version = body?.Version;
	if (typeof version !== "number" || updatedAt === void 0) throw unreadable$1(file);
	const nextUpdate = dateOf(body?.NextUpdate);
	return {
		version,
		updatedAt,
		...nextUpdate === void 0 ? {} : { nextUpdate }
	};
}
/** A day: what clocks and the making of a database may be apart. */
const ahead$1 = 86400;
/** Throws `undecidable` for a database that is too old to judge by, or of a date that cannot be. */
function checkAge({ updatedAt }, maxAge, now) {
	const fix = "let Trivy download a newer one (without --offline, from another of --db-repositories), or bring one; scan.max-db-age says how old it may be";
	if (updatedAt > now + ahead$1) throw new require_index.HygieneError("undecidable", `the vulnerability database is of ${require_instant.formatInstant(updatedAt)}, which is in the future`, { fix: "check this machine's clock, and the database" });
	if (now - updatedAt <= maxAge) return;
	throw new require_index.HygieneError("undecidable", `the vulnerability database is of ${require_instant.formatInstant(updatedAt)}, more than ${require_duration.formatDuration(maxAge)} ago: what was found since is not in it`, { fix });
}
/** Whether Trivy would leave it as it is: a newer one is not due yet. */
function isCurrent({ nextUpdate }, now) {
	return nextUpdate !== void 0 && now < nextUpdate;
}
function dateOf(value) {
	return typeof value === "string" ? require_scan_base.instantOf(value) : void 0;
}
function unreadable$1(file, cause) {
	return new require_index.HygieneError("damaged", `${file} does not say how old the vulnerability database is`, {
		fix: "remove it with the database beside it, and let Trivy download both again",
		cause
	});
}
// lib/gates/scan/exceptions.js
const day = 86400;
/** Exceptions by the id they accept. An exception holds through its last day, UTC. */
function standingsOf({ exceptions }, now) {
	const standings = /* @__PURE__ */ new Map();
	for (const [index, item] of exceptions.items.entries()) {
		const standing = {
			item,
			index,
			state: stateOf(item, exceptions["max-days"], now)
		};
		const same = standings.get(item.id);
		if (same === void 0) standings.set(item.id, [standing]);
		else same.push(standing);
	}
	return standings;
}
function stateOf({ until }, maxDays, now) {
	const start = Date.parse(`${until}T00:00:00Z`) / 1e3;
	if (!(now < start + day)) return "expired";
	return start > now + maxDays * day ? "too-long" : "active";
}
/** Every exception that speaks of this finding; the caller looks at their states. */
function exceptionsFor(subject, standings) {
	if (standings.size === 0) return none;
	return subject.ids.flatMap((id) => standings.get(id) ?? none).filter(({ item }) => namesImage(item, subject.image) && namesPackage(item.packages, subject.package));
}
function namesImage({ images }, image) {
	if (images.length === 0) return true;
	return image !== void 0 && require_policy.matchesAny(images, image);
}
function namesPackage(wanted, found) {
	if (wanted.length === 0) return true;
	if (found === void 0) return false;
	return wanted.some((text) => text.startsWith("pkg:") ? isPackage(text, found) : text === found.name);
}
/** `pkg:npm/lodash` is any version, `pkg:npm/lodash@4.17.20` one. Qualifiers (`?arch=…`) are not compared. */
function isPackage(wanted, { purl }) {
	if (purl === void 0) return false;
	const [want, have] = [partsOf(wanted), partsOf(purl)];
	return want.name === have.name && (want.version === void 0 || want.version === have.version);
}
/** @see https://github.com/package-url/purl-spec: a scope's `@` is written `%40`, so the first `@` parts the version. */
function partsOf(purl) {
	const bare = purl.replace(/[?#].*$/s, "");
	const at = bare.indexOf("@", bare.indexOf("/") + 2);
	return at < 0 ? { name: bare } : {
		name: bare.slice(0, at),
		version: bare.slice(at + 1)
	};
}
const none = [];
// lib/gates/scan/exception-findings.js
/**
* What is wrong with the exceptions themselves: over, longer than the policy allows, or matching nothing in what was
* scanned. One without `images` may be meant for another image of the same policy, so its silence is only noted.
*/
function exceptionFindings(standings, judgements, { exceptions }, where) {
	const used = new Set(judgements.flatMap(({ exceptions }) => [...exceptions]));
	return [...standings.values()].flat().flatMap(({ item, index, state }) => {
		const location = where(`scan.exceptions.items.${index}`) ?? where("scan.exceptions.items");
		const at = location === void 0 ? {} : { location };
		if (state === "too-long") return [{
			rule: "exception-too-long",
			severity: "error",
			message: `the exception for ${item.id} ends on ${item.until}, more than ${exceptions["max-days"]} days ahead: it accepts nothing`,
			fix: `set an earlier 'until', at most ${exceptions["max-days"]} days from today`,
			...at
		}];
		if (state === "expired") return [{
			rule: "exception-expired",
			severity: "warning",
			message: `the exception of ${item.owner} for ${item.id} ended on ${item.until}`,
			fix: used.has(index) ? "fix the finding, or agree on a new end" : "remove it",
			...at
		}];
		if (used.has(index) || !judgements.some(({ subject }) => namesImage(item, subject.image))) return [];
		return [{
			rule: "exception-unused",
			severity: item.images.length === 0 ? "info" : "warning",
			message: `the exception of ${item.owner} for ${item.id} matches nothing that was found`,
			fix: "remove it, or correct its packages and images",
			...at
		}];
	});
}
// lib/gates/scan/exploited.js
/**
* CISA's catalog of known exploited vulnerabilities, or any JSON of its shape. A list without entries is a mistake, not
* good news.
* @see https://www.cisa.gov/known-exploited-vulnerabilities-catalog
*/
function parseKnownExploited(text, file) {
	const fix = "download known_exploited_vulnerabilities.json again";
	let body;
	try {
		body = JSON.parse(text);
	} catch (cause) {
		throw new require_index.HygieneError("bad-file", `${file} is no JSON`, {
			fix,
			cause
		});
	}
	const entries = body?.vulnerabilities;
	const ids = Array.isArray(entries) ? entries.map((entry) => entry?.cveID).filter(isId) : [];
	if (ids.length === 0 || ids.length !== entries.length) throw new require_index.HygieneError("bad-file", `${file} is no catalog of exploited vulnerabilities`, { fix });
	if (typeof body?.count === "number" && body.count !== ids.length) throw new require_index.HygieneError("bad-file", `${file} counts ${body.count} vulnerabilities and has ${ids.length}`, { fix });
	const released = body?.dateReleased;
	return {
		ids: new Set(ids),
		...typeof released === "string" ? { released } : {}
	};
}
/** As scanners spell them: one in other letters or with blanks would never be found again, without a word. */
function isId(value) {
	return typeof value === "string" && /^(?:CVE-\d{4}-\d{4,19}|(?!CVE-)[A-Z]{2,20}-[A-Za-z0-9:.-]{1,60})$/.test(value);
}
/**
* EPSS: how likely a vulnerability is to be exploited within 30 days, 0 to 1, by id. Lines that are no scores (the
* comment with the model's date, the heading) are passed over; a file without one score is a mistake.
* @see https://www.first.org/epss/data_stats
*/
function parseLikelihoods(text, file) {
	const found = /* @__PURE__ */ new Map();
	for (const [, id, score] of text.matchAll(/^(CVE-\d{4}-\d{4,19}),(0(?:\.\d{1,20})?|1(?:\.0{1,20})?)(?:,|\r?$)/gm)) if (id !== void 0) found.set(id, Number(score));
	if (found.size > 0) return found;
	throw new require_index.HygieneError("bad-file", `${file} has no EPSS scores`, { fix: "download epss_scores-current.csv.gz and unpack it" });
}
// lib/gates/scan/findings.js
/** What the gate says about one image; every finding of the report appears: `judged`, then `others`, then the rest. */
function findingsOf({ subject, report, judged, others }, eol) {
	const at = placeOf(subject);
	return [
		...judged.map((one) => vulnerabilityFinding(one, subject)),
		...others.map((one) => otherFinding(one, at)),
		...report.suppressed.map(({ id, package: name, version, status, statement, source }) => ({
			rule: ruleId(id, "suppressed"),
			severity: "info",
			message: `suppressed by ${source || "the scanner"} as ${status || "ignored"}: ${id} in ${name} ${version}. Reason: ${statement || "none given"}`,
			suppressed: statement || status || "ignored",
			...at("", 1)
		})),
		...systemFindings(report.system, eol).map((finding) => ({
			...finding,
			...at("", 1)
		}))
	];
}
/** A file's findings point into it; an image's name the image. */
function placeOf({ image, name }) {
	if (image !== void 0) return () => ({ image: name });
	return (file, line) => file === "" ? { image: name } : { location: {
		file,
		line
	} };
}
function vulnerabilityFinding(one, subject) {
	const { vulnerability, tier, fails, graceUntil, accepted, exploited } = one;
	const overtaken = accepted !== void 0 && exploited && subject.use === "running";
	const severity = fails ? "error" : graceUntil !== void 0 || tier === "T0" || tier === "T1" || tier === "T2" || overtaken ? "warning" : "info";
	const { name, version } = vulnerability.package;
	const fix = fixOf(one, subject);
	return {
		rule: ruleId(vulnerability.id, "vulnerability"),
		severity,
		message: `${tier} ${vulnerability.grade}: ${name} ${version}${vulnerability.title === void 0 ? "" : `, ${vulnerability.title}`} (${circumstancesOf$1(one, subject)})`,
		...fix === void 0 ? {} : { fix },
		...accepted === void 0 ? {} : { suppressed: reasonOf(accepted) },
		...placeOf(subject)(vulnerability.path ?? vulnerability.target, 1)
	};
}
function circumstancesOf$1({ exploited, origin, accepted, graceUntil, vulnerability }, subject) {
	const guess = subject.base?.by === "history" ? ", by a guess" : "";
	return [
		...exploited ? ["exploited in the wild"] : [],
		useWords(subject),
		...origin === "unknown" ? [] : [origin === "base" ? `from the base image${guess}` : `added on the base${guess}`],
		vulnerability.fixable ? `fixed in ${vulnerability.fixed ?? "a newer version"}` : withoutFix(vulnerability),
		...accepted === void 0 ? [] : [`accepted by ${reasonOf(accepted)}`],
		...graceUntil === void 0 ? [] : [`newly published, only reported until ${require_instant.formatInstant(graceUntil)}`]
	].join("; ");
}
/** Not where it runs: what is wrong with forty images in the same way is told once. */
function useWords({ use, where }) {
	if (use !== "running") return "does not run";
	return where === void 0 ? "counts as running" : "runs";
}
function reasonOf({ owner, until, reason, statement }) {
	return `${owner} until ${until} as ${reason}${statement === void 0 ? "" : `: ${statement}`}`;
}
function withoutFix({ status }) {
	const words = status?.replaceAll("_", " ");
	return words === void 0 || words === "affected" ? "no fix yet" : `no fix: ${words}`;
}
function fixOf({ tier, origin, vulnerability, exploited }, { base }) {
	if (tier === "A") return exploited ? "look again: it is exploited in the wild, which whoever accepted it may not have known" : void 0;
	if (tier === "X") return "delete the image: it does not run";
	if (!vulnerability.fixable) return void 0;
	const name = require_index.oneLine(vulnerability.package.name);
	const to = require_index.oneLine(vulnerability.fixed ?? "a fixed version");
	return origin === "base" ? `build on a newer base image${base?.name === void 0 ? "" : ` than ${require_index.oneLine(base.name)}`}, one with ${name} ${to}` : `upgrade ${name} to ${to}`;
}
/** What fails is an error; below its level, and where it is accepted, it is shown. */
function otherFinding(other, at) {
	const { fails, accepted } = other;
	const remark = accepted === void 0 ? "" : ` (accepted by ${reasonOf(accepted)})`;
	const shared = {
		severity: fails ? "error" : "info",
		...accepted === void 0 ? {} : { suppressed: reasonOf(accepted) }
	};
	switch (other.kind) {
		case "secret": {
			const { rule, grade, title, target, line } = other.found;
			return {
				rule: ruleId(`secret-${rule}`, "secret"),
				message: `${grade} secret in ${target}, line ${line}: ${title || rule}. Whoever can pull the image has it${remark}`,
				fix: "revoke it, then build without it: a build secret (--mount=type=secret) leaves nothing in a layer",
				...shared,
				...at(target, line)
			};
		}
		case "misconfiguration": {
			const { id, grade, title, message, resolution, target, line } = other.found;
			return {
				rule: ruleId(id, "misconfiguration"),
				message: `${grade} misconfiguration in ${target}: ${message || title}${remark}`,
				...resolution === void 0 ? {} : { fix: require_index.oneLine(resolution, 1e3) },
				...shared,
				...at(target, line)
			};
		}
		case "licence": {
			const { name, package: owner, path } = other.found;
			const what = owner || path || "a file";
			return {
				rule: "licence-refused",
				message: `${what} is under ${name}, which the policy refuses${remark}`,
				fix: require_index.oneLine(`replace ${what}, or take what refuses '${name}' out of scan.licences`, 1e3),
				...shared,
				...at(path, 1)
			};
		}
	}
}
function systemFindings(system, eol) {
	if (system?.ended !== true || eol === "off") return [];
	return [{
		rule: "system-ended",
		severity: eol === "warn" ? "warning" : eol,
		message: `${system.family} ${system.name} is no longer supported: vulnerabilities found since are neither listed nor fixed`,
		fix: require_index.oneLine(`build on a supported release of ${system.family}`)
	}];
}
/** An id of the report as a rule's name; other text than an id has becomes the kind's own name. */
function ruleId(id, otherwise) {
	return /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/.test(id) ? id : otherwise;
}
// lib/gates/scan/headline.js
/**
* The line a manager understands: how many to fix now and by what, and what the others are. `2 to fix now: both by
* bumping the base image; 1,431 others do not run`.
*/
function headline(judgements, beside = nothing$1) {
	const failing = countFailing(judgements);
	const { errors, unjudged } = beside;
	const calm = judgements.length === 0 ? [] : [errors === 0 ? "Nothing to fix now" : "No vulnerability to fix now"];
	const fix = failing > 0 ? [`${count(failing)} to fix now: ${waysOf(judgements, failing)}`] : calm;
	const further = [...errors === 0 ? [] : [`${count(errors)} other ${errors === 1 ? "error" : "errors"}`], ...unjudged === 0 ? [] : [`${count(unjudged)} ${unjudged === 1 ? "image" : "images"} could not be judged`]];
	const others = judgements.flatMap(({ judged }) => judged.filter(({ fails }) => !fails));
	const muted = judgements.reduce((sum, { report }) => sum + report.suppressed.length, 0);
	const quiet = muted === 0 ? [] : [`${count(muted)} suppressed by VEX or the scanner`];
	return [
		...fix,
		...further,
		...restOf(others),
		...quiet
	].join("; ");
}
const nothing$1 = {
	errors: 0,
	unjudged: 0
};
/** How many findings of the report fail the gate. */
function countFailing(judgements) {
	return judgements.reduce((sum, { judged, others }) => sum + judged.filter(({ fails }) => fails).length + others.filter(({ fails }) => fails).length, 0);
}
function waysOf(judgements, total) {
	const ways = /* @__PURE__ */ new Map();
	for (const { kind, fails } of judgements.flatMap(({ others }) => others)) if (fails) ways.set(otherWays[kind], (ways.get(otherWays[kind]) ?? 0) + 1);
	for (const group of judgements.flatMap(actionsOf)) {
		if (group.failing === 0) continue;
		const way = wayOf(group.action);
		ways.set(way, (ways.get(way) ?? 0) + group.failing);
	}
	const sorted = [...ways].toSorted(([, a], [, b]) => b - a);
	if (sorted.length === 1 && total > 1) return `${total === 2 ? "both" : "all"} ${sorted[0]?.[0]}`;
	const shown = sorted.slice(0, 3).map(([way, number]) => total === 1 ? way : `${count(number)} ${way}`);
	const more = sorted.slice(3).reduce((sum, [, number]) => sum + number, 0);
	return [...shown, ...more === 0 ? [] : [`${count(more)} in other ways`]].join(", ");
}
function wayOf(action) {
	switch (action.kind) {
		case "bump-base": return action.guessed ? "by bumping the base image (guessed)" : "by bumping the base image";
		case "bump-package": return `by upgrading ${require_index.oneLine(action.package, 60)}`;
		case "delete-image": return "by deleting the image";
		case "wait": return "without a fix yet: replace the package or accept it in the policy";
		case "accepted": return "accepted";
	}
}
const otherWays = {
	secret: "by revoking what leaked",
	misconfiguration: "by correcting the configuration",
	licence: "by replacing what has a refused licence"
};
function restOf(others) {
	const counts = countTiers(others);
	const idle = counts.T4 + counts.X;
	const waiting = others.length - idle - counts.A;
	return [
		...idle === 0 ? [] : [`${otherOnes(idle)} ${idle === 1 ? "does" : "do"} not run`],
		...waiting === 0 ? [] : [`${otherOnes(waiting)} can wait`],
		...counts.A === 0 ? [] : [`${count(counts.A)} accepted for a time`]
	];
}
/** `1,431`; by hand, as the first use of Node's own takes 20 ms to load its tables. */
function count(number) {
	return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
function otherOnes(number) {
	return `${count(number)} ${number === 1 ? "other" : "others"}`;
}
// lib/gates/scan/ignore-file.js
/**
* `.trivyignore.yaml` for what the policy accepts here. Each entry names the packages or files that were found, so that it
* mutes no more than the policy does, and ends when the exception ends: Trivy drops an entry as its day begins, the policy
* as it is over, hence the day after. What has neither is left out, as it could only be muted everywhere.
* @see https://trivy.dev/docs/latest/configuration/filtering/#trivyignoreyaml
*/
function toTrivyIgnore(judgements) {
	return [
		[
			"vulnerabilities",
			"purls",
			acceptances(judgements)
		],
		[
			"misconfigurations",
			"paths",
			acceptedOthers(judgements, "misconfiguration")
		],
		[
			"secrets",
			"paths",
			acceptedOthers(judgements, "secret")
		],
		[
			"licenses",
			"paths",
			acceptedOthers(judgements, "licence")
		]
	].map(([name, by, found]) => {
		const rows = found.filter(({ places }) => places.length > 0).flatMap((entry) => entryOf$1(entry, by));
		return rows.length === 0 ? "" : `${name}:\n${rows.join("\n")}\n`;
	}).join("") || "vulnerabilities: []\n";
}
function entryOf$1({ id, exception, places }, by) {
	return [
		`  - id: ${quoted(id)}`,
		`    ${by}:`,
		...places.map((place) => `      - ${quoted(by === "paths" ? literally(place) : place)}`),
		`    expired_at: ${dayAfter(exception.until)}`,
		`    statement: ${quoted(statementOf(exception))}`
	];
}
/** A path as a pattern that means it alone. */
function literally(path) {
	return path.replace(/[\\*?[\]{}]/g, "\\$&");
}
/** Reasons of the policy in the words of OpenVEX 0.2.0. */
const justifications = {
	"not-installed": "component_not_present",
	unreachable: "vulnerable_code_not_in_execute_path",
	mitigated: "inline_mitigations_already_exist"
};
/**
* One OpenVEX document about the images judged: each with the packages in it, never an image as a whole, which would
* mute the vulnerability wherever it sits.
* @param id an IRI of the document, the same for the same policy
* @param timestamp RFC 3339
* @see https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md
*/
function toOpenVex(judgements, id, timestamp) {
	const document = {
		"@context": "https://openvex.dev/ns/v0.2.0",
		"@id": id,
		author: "image-hygiene",
		timestamp,
		version: 1,
		statements: judgements.flatMap((judgement) => {
			const product = productOf(judgement);
			if (product === void 0) return [];
			return acceptances([judgement]).filter(({ places }) => places.length > 0).map(({ id, exception, places }) => ({
				vulnerability: { name: id },
				products: [{
					"@id": product,
					subcomponents: places.map((purl) => ({ "@id": purl }))
				}],
				status: "not_affected",
				justification: justifications[exception.reason],
				impact_statement: statementOf(exception)
			}));
		})
	};
	return `${JSON.stringify(document, void 0, 2)}\n`;
}
function acceptances(judgements) {
	return grouped(judgements.flatMap(({ judged }) => judged).map((one) => [
		one.vulnerability.id,
		one.accepted,
		one.vulnerability.package.purl
	]));
}
function acceptedOthers(judgements, kind) {
	return grouped(judgements.flatMap(({ others }) => others.filter((other) => other.kind === kind)).map((other) => {
		if (other.kind === "licence") return [
			other.found.name,
			other.accepted,
			other.found.path
		];
		return [
			other.kind === "secret" ? other.found.rule : other.found.id,
			other.accepted,
			other.found.target
		];
	}));
}
function grouped(found) {
	const groups = /* @__PURE__ */ new Map();
	for (const [id, exception, place] of found) {
		if (exception === void 0) continue;
		const key = `${id}\u0000${exception.owner}\u0000${exception.until}`;
		const known = groups.get(key) ?? {
			id,
			exception,
			places: /* @__PURE__ */ new Set()
		};
		if (place !== void 0 && place !== "") known.places.add(place);
		groups.set(key, known);
	}
	return [...groups.values()].map(({ places, ...rest }) => ({
		...rest,
		places: [...places].toSorted()
	}));
}
/** `pkg:oci/app@sha256:…?repository_url=ghcr.io%2Facme%2Fapp` */
function productOf({ subject: { image } }) {
	if (image?.digest === void 0) return void 0;
	return `pkg:oci/${image.repository.slice(image.repository.lastIndexOf("/") + 1)}@${image.digest.replace(":", "%3A")}?repository_url=${encodeURIComponent(image.repository)}`;
}
function statementOf({ reason, statement, owner, until }) {
	return `${statement ?? reason} (${owner}, until ${until})`;
}
function dayAfter(day) {
	return new Date(Date.parse(`${day}T00:00:00Z`) + 864e5).toISOString().slice(0, 10);
}
/** JSON text is YAML text. */
function quoted(text) {
	return JSON.stringify(text);
}
// lib/gates/scan/licence.js
/**
* Whether a list of refused licences refuses what a package is under. Of alternatives (`OR`) one that is not refused is
* enough; of what holds together (`AND`) one refused is too many; an exception (`WITH`) does not change whose licence it
* is. An id without its ending stands for all of its kinds: `AGPL-3.0` for `AGPL-3.0-only` and
* `AGPL-3.0-or-later`.
* @see https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/
*/
function refusesLicence(refused, licence) {
	if (refused.length === 0) return false;
	const names = new Set(refused.map(canonical));
	const isRefused = (name) => {
		const id = canonical(name);
		const bare = id.replace(/-(?:only|or-later)$/, "");
		return names.has(id) || names.has(bare) || bare === id && names.has(`${id}-only`);
	};
	if (isRefused(licence)) return true;
	const words = wordsOf(licence);
	return (words.length > most$1 ? void 0 : readExpression(words, isRefused)) ?? words.some(isRefused);
}
/** Longer than any expression a person wrote; brackets nest no deeper. */
const most$1 = 400;
/** Older spellings in the words of SPDX 3: `GPL-2.0+` is `GPL-2.0-or-later`. */
function canonical(name) {
	return name.trim().replace(/\s+/g, " ").replace(/\+$/, "-or-later").toLowerCase();
}
/** Brackets, operators, and between them names, which may have blanks in them where they are no ids. */
function wordsOf(licence) {
	return licence.split(/([()]|(?<=[\s)])(?:AND|OR|WITH)(?=[\s(]))/).flatMap((part) => part.trim() || []);
}
/** Undefined for what is no expression. */
function readExpression(words, isRefused) {
	let at = 0;
	const verdict = alternatives();
	return at === words.length ? verdict : void 0;
	function alternatives() {
		return joined("OR", together, (left, right) => left && right);
	}
	function together() {
		return joined("AND", one, (left, right) => left || right);
	}
	function joined(operator, read, join) {
		let verdict = read();
		while (verdict !== void 0 && words[at] === operator) {
			at++;
			const next = read();
			verdict = next === void 0 ? void 0 : join(verdict, next);
		}
		return verdict;
	}
	function one() {
		const word = words[at++];
		if (word === "(") {
			const inner = alternatives();
			return words[at++] === ")" ? inner : void 0;
		}
		if (word === void 0 || /^(?:\)|AND|OR|WITH)$/.test(word)) return void 0;
		if (words[at] !== "WITH") return isRefused(word);
		const exception = words[at + 1] ?? "";
		at += 2;
		return isRefused(word) || isRefused(`${word} WITH ${exception}`);
	}
}
// lib/gates/scan/others.js
/** The verdict on each, and the places of the exceptions that spoke of one, whether they still hold or not. */
function judgeOthers(report, image, rules, standings) {
	const exceptions = [];
	const verdict = (ids, strikes, owner) => {
		const speaking = exceptionsFor({
			ids,
			image,
			...owner === void 0 ? {} : { package: {
				name: owner,
				version: ""
			} }
		}, standings);
		exceptions.push(...speaking.map(({ index }) => index));
		const accepted = speaking.find(({ state }) => state === "active")?.item;
		return {
			fails: strikes && accepted === void 0,
			...accepted === void 0 ? {} : { accepted }
		};
	};
	return {
		others: [
			...report.secrets.map((found) => ({
				kind: "secret",
				found,
				...verdict([found.rule, `secret-${found.rule}`], reaches(found.grade, rules.secrets))
			})),
			...report.misconfigurations.map((found) => ({
				kind: "misconfiguration",
				found,
				...verdict([found.id], reaches(found.grade, rules.misconfig))
			})),
			...report.licences.filter(({ name }) => refusesLicence(rules.licences, name)).map((found) => ({
				kind: "licence",
				found,
				...verdict([found.name], true, found.package)
			}))
		].toSorted((a, b) => Number(b.fails) - Number(a.fails)),
		exceptions
	};
}
function reaches(grade, threshold) {
	return threshold !== "off" && require_scan_base.isAtLeast(grade, threshold);
}
// lib/gates/scan/judge.js
/** The verdict on one report, finding by finding. */
function judge(report, subject, circumstances) {
	const failing = new Set(circumstances.rules["fail-tiers"]);
	const exceptions = /* @__PURE__ */ new Set();
	const judged = report.vulnerabilities.map((vulnerability) => {
		const ids = [vulnerability.id, ...vulnerability.aliases];
		const speaking = exceptionsFor({
			ids,
			package: vulnerability.package,
			image: subject.image
		}, circumstances.standings);
		for (const { index } of speaking) exceptions.add(index);
		return judgeOne(vulnerability, ids, speaking, failing, report, subject, circumstances);
	});
	const { others, exceptions: more } = judgeOthers(report, subject.image, circumstances.rules, circumstances.standings);
	for (const index of more) exceptions.add(index);
	return {
		subject,
		report,
		judged: judged.toSorted(byUrgency),
		others,
		exceptions
	};
}
function judgeOne(vulnerability, ids, speaking, failing, report, subject, { rules, now, exploited: known, likelihoods }) {
	const accepted = speaking.find(({ state }) => state === "active")?.item;
	const exploited = ids.some((id) => known.has(id));
	const origin = require_scan_base.originOf(vulnerability.diffId, report.image.diffIds, subject.base);
	const tier = tierOf({
		vulnerability,
		use: subject.use,
		origin,
		exploited,
		accepted: accepted !== void 0
	});
	const graceUntil = exploited || !failing.has(tier) ? void 0 : graceOf(vulnerability, rules.grace, now);
	const likelihood = likelihoods.get(vulnerability.id);
	return {
		vulnerability,
		tier,
		origin,
		exploited,
		...likelihood === void 0 ? {} : { likelihood },
		...accepted === void 0 ? {} : { accepted },
		...graceUntil === void 0 ? {} : { graceUntil },
		fails: failing.has(tier) && graceUntil === void 0
	};
}
/** What is exploited gets no grace; neither does what has no date, or one in the future. */
function graceOf({ published }, grace, now) {
	if (published === void 0 || grace === 0 || published > now) return void 0;
	return now < published + grace ? published + grace : void 0;
}
const rank = Object.fromEntries(tiers.map((tier, index) => [tier, index]));
function byUrgency(a, b) {
	return Number(b.fails) - Number(a.fails) || rank[a.tier] - rank[b.tier] || require_scan_base.compareGrades(a.vulnerability.grade, b.vulnerability.grade) || (b.likelihood ?? 0) - (a.likelihood ?? 0) || compareText(a.vulnerability.package.name, b.vulnerability.package.name) || compareText(a.vulnerability.id, b.vulnerability.id);
}
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
// lib/gates/scan/mask.js
/**
* Trivy masks a secret where it reports it, and prints it all the same where it quotes the image's config or a line of a
* Dockerfile. What it masked in one place is masked here in those too, so that no file and no log of a scan tells it on.
* Only texts that are quoted are touched: a value in an image could otherwise be chosen to wipe out a finding.
* @param bytes a whole report; one without secrets, and what is no JSON, stays as it is
*/
function maskSecrets(bytes) {
	try {
		return masked(bytes);
	} catch (cause) {
		if (!(cause instanceof RangeError)) throw cause;
		throw new require_index.HygieneError("damaged", "the scan report is nested too deep", {
			fix: "make the report again, with a supported Trivy and --format json",
			cause
		});
	}
}
function masked(bytes) {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	if (!buffer.includes("\"Secrets\"")) return bytes;
	if (bytes.length > largest) throw new require_index.HygieneError("undecidable", "the scan report is too large to mask the secrets in it", { fix: "scan with scan.secrets: off, and look for secrets apart" });
	const report = parsed(buffer.toString());
	const config = require_scan_base.field(require_scan_base.field(report, "Metadata"), "ImageConfig");
	const results = items(require_scan_base.field(report, "Results"));
	const misconfigurations = results.flatMap((result) => items(require_scan_base.field(result, "Misconfigurations")));
	const causes = misconfigurations.map((found) => require_scan_base.field(found, "CauseMetadata"));
	const patterns = results.flatMap((result) => items(require_scan_base.field(result, "Secrets"))).flatMap((secret) => patternOf(require_scan_base.field(secret, "Match")));
	const lines = [JSON.stringify(config ?? {}, void 0, 1).split("\n"), ...causes.map(textsIn)].flat();
	const secrets = new Set(patterns.flatMap((pattern) => lines.flatMap((line) => secretsIn(line, pattern))));
	if (secrets.size === 0) return bytes;
	const sorted = [...secrets].toSorted((a, b) => b.length - a.length);
	const mask = (text) => sorted.reduce((masked, secret) => masked.replaceAll(secret, "*".repeat(secret.length)), text);
	for (const quoting of [
		require_scan_base.field(config, "config"),
		require_scan_base.field(config, "history"),
		...causes
	]) rewrite(quoting, mask);
	for (const found of misconfigurations) rewriteField(found, "Message", mask);
	return Buffer.from(`${JSON.stringify(report, void 0, 2)}\n`);
}
/** What Node reads as one text. */
const largest = 2 ** 29 - 32;
/** Shorter pieces are words that stand elsewhere too. */
const shortest = 8;
/** Trivy cuts a line to some hundred characters; what is longer is none of its own, and slow to search for. */
const longest = 1e3;
/** `"TOKEN=****",` with its stars as the value that they hide. */
function patternOf(match) {
	if (typeof match !== "string" || match.length > longest) return [];
	const parts = match.trim().split(/(\*{8,})/);
	if (parts.length < 3) return [];
	const source = parts.map((part, index) => index % 2 === 1 ? `(.{${part.length}})` : part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
	return [new RegExp(source.join(""), "gs")];
}
/** Values in pieces without line ends, quotes and their escapes: those are escaped once more wherever they are quoted. */
function secretsIn(line, pattern) {
	return [...line.matchAll(pattern)].flatMap(([, ...values]) => values).flatMap((value) => value.split(/\\+[nrt"]|[\s"\\]+/)).filter((piece) => piece.length >= shortest && !/^\*+$/.test(piece));
}
function textsIn(value) {
	if (typeof value === "string") return [value];
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
/** In place: the report was read for this. */
function rewrite(value, mask) {
	if (typeof value !== "object" || value === null) return;
	for (const key of Object.keys(value)) rewriteField(value, key, mask);
}
function rewriteField(value, key, mask) {
	const inner = require_scan_base.field(value, key);
	if (typeof inner === "string") Object.assign(value, { [key]: mask(inner) });
	else rewrite(inner, mask);
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function items(value) {
	return Array.isArray(value) ? value : [];
}
// lib/gates/scan/story.js
/** Rows of findings in the summary; the rest is counted, the reports have all of them. */
const mostRows = 200;
/** Bytes of the last table: a job summary may hold 1 MiB in all. */
const roomBesides = 2e5;
/**
* The summary in Markdown: headline, one table of images if there are several, then per image what to do and the
* findings, at last what is no finding of a report.
*/
function story(judgements, line = headline(judgements), besides = []) {
	const parts = [`**${require_index.inMarkdown(line, 1e3)}**`];
	if (judgements.length > 1) parts.push(imagesTable(judgements));
	let room = mostRows;
	for (const judgement of judgements) {
		const { subject, judged, others } = judgement;
		if (judged.length + others.length === 0 || room <= 0) continue;
		parts.push(`### ${require_index.inCode(subject.name)}`, whatIs(judgement));
		if (judged.length > 0) parts.push(...vulnerabilities(judgement, room));
		room -= judged.length;
		if (others.length > 0 && room > 0) parts.push(...otherFindings(others, room));
		room -= others.length;
	}
	if (besides.length > 0) parts.push(`### Besides\n\n${findingsTable(besides, roomBesides).trimEnd()}`);
	return parts.join("\n\n");
}
function imagesTable(judgements) {
	const rows = judgements.map((judgement) => ({
		subject: judgement.subject,
		counts: countTiers(judgement.judged),
		failing: countFailing([judgement])
	})).toSorted((a, b) => b.failing - a.failing).map(({ subject, counts, failing }) => row([
		require_index.inCode(subject.name),
		subject.where === void 0 ? subject.use : require_index.inMarkdown(subject.where, 120),
		count(failing),
		...tiers.map((tier) => count(counts[tier]))
	]));
	return [
		row([
			"image",
			"use",
			"to fix now",
			...tiers
		]),
		row(Array(tiers.length + 3).fill("---")),
		...rows
	].join("\n");
}
function vulnerabilities(judgement, room) {
	const { judged } = judgement;
	const shown = judged.slice(0, room);
	const left = judged.length - shown.length;
	return [
		[
			row([
				"what to do",
				"mends",
				"of them to fix now",
				"tiers"
			]),
			row([
				"---",
				"---",
				"---",
				"---"
			]),
			...actionsOf(judgement).slice(0, 50).map(actionRow)
		].join("\n"),
		[
			row([
				"tier",
				"severity",
				"vulnerability",
				"package",
				"fixed in",
				"from",
				"remark"
			]),
			row(Array(7).fill("---")),
			...shown.map(findingRow)
		].join("\n"),
		...moreOf(left)
	];
}
function moreOf(left) {
	return left <= 0 ? [] : [`${count(left)} more findings are in the reports.`];
}
function otherFindings(others, room) {
	return [[
		row([
			"gate",
			"severity",
			"finding",
			"where",
			"remark"
		]),
		row(Array(5).fill("---")),
		...others.slice(0, room).map(otherRow)
	].join("\n"), ...moreOf(others.length - room)];
}
function otherRow(other) {
	const { kind, fails, accepted } = other;
	return row([
		fails ? `**${kind}**` : kind,
		...cellsOf(other),
		accepted === void 0 ? "" : acceptedBy(accepted)
	]);
}
function cellsOf({ kind, found }) {
	if (kind === "licence") return [
		"",
		require_index.inCode(found.name),
		require_index.inCode(found.package || found.path || "a file")
	];
	const { grade, title, target, line } = found;
	const id = kind === "secret" ? found.rule : found.id;
	return [
		grade,
		`${require_index.inCode(id)} ${require_index.inMarkdown(title, 120)}`,
		`${require_index.inCode(target)}, line ${line}`
	];
}
function acceptedBy({ owner, until, reason }) {
	return `accepted by ${require_index.inMarkdown(owner)} until ${until}: ${reason}`;
}
function whatIs(judgement) {
	const { name, image, where } = judgement.subject;
	const digest = image?.digest;
	return [
		...digest === void 0 || name.includes(digest) ? [] : [`Digest: ${require_index.inCode(digest)}.`],
		...where === void 0 ? [] : [`Runs: ${require_index.inMarkdown(where, 120)}.`],
		baseLine(judgement)
	].join(" ");
}
function baseLine({ subject }) {
	const { base } = subject;
	if (base === void 0) return "Base image: not known, so nothing is put down to it.";
	if (base.by === "history") return `Base image: the lowest ${count(base.layers)} layers, a guess from the build history.`;
	return `Base image: ${require_index.inCode(base.name ?? "")}, its ${count(base.layers)} layers verified (${base.by}).`;
}
function actionRow({ action, findings, failing, counts, to }) {
	const spread = tiers.filter((tier) => counts[tier] > 0).map((tier) => `${tier} ${count(counts[tier])}`);
	return row([
		actionWords(action, to),
		count(findings.length),
		count(failing),
		spread.join(", ")
	]);
}
function actionWords(action, to) {
	switch (action.kind) {
		case "bump-base": return `build on a newer base${action.base === void 0 ? "" : ` than ${require_index.inCode(action.base)}`}${action.guessed ? " (base guessed)" : ""}`;
		case "bump-package": return `upgrade ${require_index.inCode(action.package)} ${require_index.inMarkdown(action.from)} to ${require_index.inMarkdown(to ?? "")} in ${require_index.inCode(action.target)}`;
		case "delete-image": return "delete the image: it does not run";
		case "wait": return "wait for a fix, or replace the package";
		case "accepted": return "nothing: accepted";
	}
}
function findingRow({ tier, vulnerability, origin, exploited, likelihood, accepted, graceUntil, fails }) {
	const { id, grade, fixed, package: found } = vulnerability;
	const remarks = [
		...exploited ? ["exploited"] : [],
		...likelihood === void 0 ? [] : [`EPSS ${(likelihood * 100).toFixed(likelihood < .01 ? 2 : 1)} %`],
		...accepted === void 0 ? [] : [acceptedBy(accepted)],
		...graceUntil === void 0 ? [] : ["new: grace"]
	];
	return row([
		fails ? `**${tier}**` : tier,
		grade,
		require_index.inCode(id),
		`${require_index.inCode(found.name)} ${require_index.inMarkdown(found.version, 60)}`,
		require_index.inMarkdown(fixed ?? "", 60),
		origin === "unknown" ? "" : origin,
		remarks.join(", ")
	]);
}
function row(cells) {
	return `| ${cells.join(" | ")} |`;
}
// lib/gates/scan/trivy-run.js
const largestReport$1 = 1073741824;
/** What of our environment Trivy needs to reach a registry: proxies. No CI token, and no credentials of other hosts. */
const passed = [
	"HTTP_PROXY",
	"HTTPS_PROXY",
	"NO_PROXY",
	"http_proxy",
	"https_proxy",
	"no_proxy"
];
/**
* One run, one report, at `output`. The child works in an empty folder: a `trivy.yaml`, `.trivyignore` or
* `trivy-secret.yaml` of the checkout would otherwise change the verdict without a word.
*/
async function runTrivy(scanner, source, settings, output, world) {
	const [cwd, login] = await Promise.all([world.files.temporaryFolder(), world.files.temporaryFolder()]);
	await scanner.login(login, source);
	const attempt = async (tried) => {
		const ran = await world.processes.run(scanner.path, require_scan.scanArguments(source, tried, output), {
			cwd,
			env: {
				...environment(world),
				DOCKER_CONFIG: login
			},
			timeout: (settings.timeout + 15) * 1e3
		});
		if (ran.code === 0) return;
		const failure = failureOf(ran, nameOf$1(source));
		const fewer = withoutDead(tried, ran);
		if (fewer === void 0) throw failure;
		world.log.warn(`${failure.message}; the next mirror of the database is asked`);
		await attempt(fewer);
	};
	await attempt(settings);
	return readReport(output, world);
}
/**
* Trivy goes on to the next repository of a database only after an answer that says "later": one that is down, or has
* no database, ends it. That one is taken out here, as long as another one is left.
*/
function withoutDead(settings, { stdout, stderr }) {
	const said = `${stdout}\n${stderr}`;
	const alive = (names) => names.length < 2 ? names : names.filter((name) => !said.includes(`failed to download artifact from ${name}:`));
	const [databases, javaDatabases] = [alive(settings.databases), alive(settings.javaDatabases)];
	if (databases.length + javaDatabases.length === settings.databases.length + settings.javaDatabases.length) return void 0;
	return {
		...settings,
		databases,
		javaDatabases
	};
}
async function convert(scanner, format, report, output, world) {
	const cwd = await world.files.temporaryFolder();
	const ran = await world.processes.run(scanner.path, require_scan.convertArguments(format, report, output), {
		cwd,
		env: {},
		timeout: 12e4
	});
	if (ran.code !== 0) throw failureOf(ran, `the report as ${format}`);
	return readReport(output, world);
}
async function readReport(path, { files }) {
	if (await files.kind(path) !== "file") throw new require_index.HygieneError("damaged", "Trivy ended without an error and without a report", { fix: "check that it is Trivy; run it on the same by hand with --debug, and look at what it says" });
	return files.read(path, largestReport$1);
}
function environment({ env }) {
	return Object.fromEntries(passed.flatMap((name) => env[name] === void 0 ? [] : [[name, env[name]]]));
}
function nameOf$1(source) {
	return source.kind === "image" ? source.reference : source.path;
}
/** What only Trivy can tell to be wrong with what the call names: no verdict is missing, the call has to be mended. */
const wrongCalls = [[/unable to load VEX/, "bad-file"], [/\bflag error\b/, "bad-usage"]];
const advice = [
	[/invalid DB repository|invalid Java DB repository/i, "db-repositories: HOST/REPOSITORY:TAG, such as ghcr.io/aquasecurity/trivy-db:2"],
	[/unable to load VEX/, "check the file: OpenVEX, CSAF or CycloneDX VEX, as JSON"],
	[/deadline exceeded|timed? ?out/i, "give it more time with --scan-timeout, or scan nearer to the registry"],
	[/TOOMANYREQUESTS|\b429\b/, "name a mirror of the database with --db-repositories, and keep trivy-cache-dir between runs"],
	[/first run|cannot be specified on the first run/, "run once without --offline, or bring a database in trivy-cache-dir"],
	[/UNAUTHORIZED|DENIED|\b40[13]\b/, "log in to the registry, or give registry-username and registry-password"],
	[/MANIFEST_UNKNOWN|NAME_UNKNOWN|\b404\b/, "check the reference: the registry does not have it"],
	[/in use by another process|cache may be in use/, "give each run that goes on at the same time a trivy-cache-dir of its own"],
	[/failed to open db|invalid database/i, "the database is damaged: remove the folder db in trivy-cache-dir and let Trivy download it again"],
	[/failed to download.*DB|DB error/i, "name a mirror with --db-repositories, or bring a database and say --offline"]
];
/** One sentence from what Trivy printed: the last line it called fatal, else its last line. */
function failureOf({ code, stdout, stderr }, about) {
	const rows = `${stdout}\n${stderr}`.split("\n").filter((row) => row.trim() !== "");
	const fatal = rows.findLastIndex((row) => /\bFATAL\b/.test(row));
	const said = fatal < 0 ? rows.at(-1) ?? "it said nothing" : rows.slice(fatal, fatal + 8).join(" ");
	const cause = said.replace(/^.*?\bFATAL\b\s*/, "").replace(/\s+/g, " ").trim();
	const fix = advice.find(([pattern]) => pattern.test(said))?.[1];
	return new require_index.HygieneError(wrongCalls.find(([pattern]) => pattern.test(said))?.[1] ?? "tool-failed", `Trivy could not scan ${require_index.oneLine(about)} (exit code ${code}): ${require_index.oneLine(cause, 600)}`, { fix: fix ?? "run Trivy on it by hand with --debug, and look at what it says" });
}
// lib/steps/scan-files.js
/** Everything else that is made of the one scan. Returns the paths by output name. */
async function writeScanFiles(scanned, files, run, world) {
	const outputs = {};
	const judgements = scanned.map(({ judgement }) => judgement);
	const write = async (name, path, render) => {
		if (path === void 0) return;
		await world.files.write(path, render());
		outputs[name] = path;
	};
	const writeEach = async (name, path, render) => {
		if (path === void 0) return;
		const paths = pathsFor(path, scanned);
		for (const [index, one] of scanned.entries()) await world.files.write(paths[index], await render(one));
		outputs[name] = paths.join("\n");
	};
	const converted = (format) => async ({ path }) => {
		const output = `${await world.files.temporaryFolder()}/converted.json`;
		return convert(needed(run.scanner), format, path, output, world);
	};
	await write("markdown-file", files.markdownFile, () => `${run.story}\n`);
	await write("container-scanning-file", files.containerScanningFile, () => toContainerScanning(judgements.flatMap(entriesOf), {
		tool: {
			name: "trivy",
			version: run.scannerVersion
		},
		version: require_index.version,
		startedAt: require_instant.formatInstant(run.startedAt),
		endedAt: require_instant.formatInstant(world.now())
	}, require_policy.sha256));
	await write("trivyignore-file", files.trivyignoreFile, () => toTrivyIgnore(judgements));
	await write("openvex-file", files.openvexFile, () => toOpenVex(judgements, `urn:image-hygiene:vex:${run.policy}`, require_instant.formatInstant(world.now())));
	await writeEach("trivy-report-file", files.trivyReportFile, async ({ bytes }) => bytes);
	await writeEach("cyclonedx-file", files.cyclonedxFile, converted("cyclonedx"));
	await writeEach("spdx-file", files.spdxFile, converted("spdx-json"));
	return outputs;
}
/** Several images, several files: the start of the digest stands in front of the ending. */
function pathsFor(path, scanned) {
	if (scanned.length <= 1) return [path];
	return scanned.map(({ judgement }, index) => {
		const digest = judgement.subject.image?.digest?.slice(7, 19) ?? String(index);
		return path.replace(/(\.[A-Za-z0-9]+)?$/, (ending) => `-${digest}${ending}`);
	});
}
function needed(scanner) {
	if (scanner !== void 0) return scanner;
	throw new require_index.HygieneError("bad-usage", "an SBOM needs Trivy, also when a report is given", { fix: "leave out --cyclonedx-file and --spdx-file, or scan without --report" });
}
/** Accepted findings and images that go are no work for anybody: a dashboard would count them as open. */
function entriesOf({ judged, subject, report }) {
	const { image } = subject;
	const system = report.system;
	return judged.filter(({ tier }) => tier !== "A" && tier !== "X").map(({ vulnerability, tier }) => ({
		id: vulnerability.id,
		severity: severities[vulnerability.grade],
		name: vulnerability.title ?? vulnerability.id,
		description: `${tier}: ${vulnerability.title ?? vulnerability.id} (${vulnerability.package.name})`,
		package: vulnerability.package.name,
		version: vulnerability.package.version,
		image: image === void 0 ? subject.name : `${image.repository}${image.tag === void 0 ? `@${image.digest}` : `:${image.tag}`}`,
		operatingSystem: system === void 0 ? "unknown" : `${system.family} ${system.name}`.trim(),
		...vulnerability.fixed === void 0 ? {} : { solution: `Upgrade ${vulnerability.package.name} to ${vulnerability.fixed}` },
		...vulnerability.url === void 0 ? {} : { url: vulnerability.url }
	}));
}
const severities = {
	unknown: "Unknown",
	low: "Low",
	medium: "Medium",
	high: "High",
	critical: "Critical"
};
// lib/gates/layers/dive-ci.js
const units = {
	"": 1,
	b: 1,
	kb: 1e3,
	mb: 1e6,
	gb: 1e9,
	tb: 0xe8d4a51000,
	kib: 1024,
	mib: 2 ** 20,
	gib: 2 ** 30,
	tib: 2 ** 40
};
/**
* Reads the file that dive reads. `disabled`, `off`, `false` and an empty value switch a rule off; whatever else cannot
* be read is an error, as is a rule that dive does not know.
* @see https://github.com/wagoodman/dive#ci-integration
*/
async function parseDiveRules(text, file) {
	const { parse } = await Promise.resolve().then(() => require("./dist.js")).then((n) => /* @__PURE__ */ require_rolldown_runtime.__toESM(n.require_dist(), 1));
	let body;
	try {
		body = parse(text, { maxAliasCount: 0 });
	} catch (cause) {
		throw wrong(file, "it is no YAML", cause);
	}
	const rules = body?.rules;
	if (typeof rules !== "object" || rules === null || Array.isArray(rules)) throw wrong(file, "it has no 'rules'");
	const found = {};
	for (const [name, value] of Object.entries(rules)) {
		if (name !== "lowestEfficiency" && name !== "highestWastedBytes" && name !== "highestUserWastedPercent") throw wrong(file, `there is no rule '${name.slice(0, 60)}'`);
		const word = value === null ? "" : String(value).trim().toLowerCase();
		if ([
			"",
			"disabled",
			"off",
			"false"
		].includes(word)) continue;
		const number = name === "highestWastedBytes" ? bytesOf$1(word) : shareOf(word);
		if (number === void 0) throw wrong(file, `${name}: '${word.slice(0, 40)}' cannot be read`);
		found[name] = number;
	}
	return found;
}
/** `20MB` is 20,000,000 bytes, `20MiB` 20,971,520. */
function bytesOf$1(word) {
	const [, number, unit = ""] = /^(\d+(?:\.\d+)?) ?([kmgt]?i?b?)$/.exec(word) ?? [];
	const size = units[unit.length === 1 && unit !== "b" ? `${unit}b` : unit];
	return number === void 0 || size === void 0 ? void 0 : Number(number) * size;
}
function shareOf(word) {
	const number = /^\d+(?:\.\d+)?$/.test(word) ? Number(word) : NaN;
	return number >= 0 && number <= 1 ? number : void 0;
}
function wrong(file, what, cause) {
	return new require_index.HygieneError("bad-file", `${file}: ${what}`, {
		fix: "rules:\n  lowestEfficiency: 0.95\n  highestWastedBytes: 20MB\n  highestUserWastedPercent: 0.20",
		cause
	});
}
// lib/gates/layers/findings.js
/** What the layers of one image hold that they should not. Layers are counted from 1 for people. */
function leftoverFindings(leftovers, level, image) {
	if (level === "off") return [];
	return leftovers.map(({ kind, place, layer, files, bytes, deletedIn, examples }) => ({
		rule: kind.rule,
		severity: level === "warn" ? "warning" : level,
		message: `layer ${layer + 1} ships ${kind.what}: ${require_index.oneLine(place, 120)}, ${files === 1 ? "one file" : `${files} files`}, ${sizeOf$1(bytes)}${deletedIn === void 0 ? "" : `. Layer ${deletedIn + 1} deletes it, but who pulls the image still gets it`}${files > 1 ? ` (${examples.map((name) => require_index.oneLine(name, 80)).join(", ")})` : ""}`,
		fix: kind.fix,
		image
	}));
}
/** Thresholds that are passed; dive's own comparison is strict, and so is this. */
function efficiencyFindings(found, rules, image) {
	const { score, wasted, userWasted, worst } = found;
	const paths = worst.slice(0, 3).map(({ path, bytes, times }) => `${require_index.oneLine(path, 80)} ${times} times, ${sizeOf$1(bytes)}`);
	const because = paths.length === 0 ? "" : `: ${paths.join("; ")}`;
	const fix = "do in one RUN what makes and deletes a file, and copy files with their last owner and mode";
	const finding = (rule, message) => ({
		rule,
		severity: "error",
		message: `${message}${because}`,
		fix,
		image
	});
	const { lowestEfficiency, highestWastedBytes, highestUserWastedPercent } = rules;
	return [
		...lowestEfficiency !== void 0 && score < lowestEfficiency ? [finding("layer-efficiency", `the efficiency is ${share(score)}, below ${share(lowestEfficiency)}`)] : [],
		...highestWastedBytes !== void 0 && wasted > highestWastedBytes ? [finding("layer-waste", `${sizeOf$1(wasted)} are wasted, more than ${sizeOf$1(highestWastedBytes)}`)] : [],
		...highestUserWastedPercent !== void 0 && userWasted > highestUserWastedPercent ? [finding("layer-waste", `${share(userWasted)} of what was built on the lowest layer is wasted, more than ${share(highestUserWastedPercent)}`)] : []
	];
}
function share(number) {
	return `${(number * 100).toFixed(1)} %`;
}
function sizeOf$1(bytes) {
	if (bytes < 1e3) return `${bytes} bytes`;
	const [unit, size] = bytes < 1e6 ? ["kB", 1e3] : bytes < 1e9 ? ["MB", 1e6] : ["GB", 1e9];
	return `${(bytes / size).toFixed(1)} ${unit}`;
}
// lib/gates/layers/efficiency.js
/** A line for each path of each layer is kept: some hundred bytes each. */
const mostPaths = 5e5;
/**
* A path that stands in several layers is counted each time; the least of its sizes is what it was worth, the rest of
* the total is lost. A whiteout stands for what it deletes: a folder by all that was in it, a file by nothing.
* @see https://github.com/wagoodman/dive
*/
function openLedger() {
	const lines = /* @__PURE__ */ new Map();
	/** What a container would see of the layers so far: file sizes by path. */
	let visible = /* @__PURE__ */ new Map();
	const sizes = [];
	let close = () => void 0;
	const book = (path, size) => {
		const line = lines.get(path);
		if (line === void 0) lines.set(path, {
			total: size,
			least: size,
			times: 1
		});
		else {
			line.total += size;
			line.least = Math.min(line.least, size);
			line.times += 1;
		}
		if (lines.size > mostPaths) throw tooMany();
	};
	const layer = () => {
		close();
		const own = /* @__PURE__ */ new Map();
		const deleted = /* @__PURE__ */ new Set();
		close = () => {
			const lost = sizesBelow(visible, deleted);
			for (const path of deleted) book(path, lost.get(path) ?? 0);
			for (const [path, size] of own) book(path, size);
			sizes.push([...own.values()].reduce((sum, size) => sum + size, 0));
			if (deleted.size > 0) visible = new Map([...visible].filter(([path]) => !isBelow(path, deleted)));
			for (const [path, size] of own) visible.set(path, size);
			close = () => void 0;
		};
		return ({ path, type, size }) => {
			const slash = path.lastIndexOf("/");
			if (path.startsWith(".wh.", slash + 1)) {
				if (!path.startsWith(".wh..wh.", slash + 1)) deleted.add(`${path.slice(0, slash + 1)}${path.slice(slash + 5)}`);
			} else if (type !== "folder") own.set(path, size);
			if (own.size + deleted.size > mostPaths) throw tooMany();
		};
	};
	return {
		layer,
		result() {
			close();
			let least = 0;
			let total = 0;
			let wasted = 0;
			const worst = [];
			for (const [path, line] of lines) {
				least += line.least;
				total += line.total;
				if (line.times < 2) continue;
				wasted += line.total;
				worst.push({
					path,
					bytes: line.total,
					times: line.times
				});
			}
			const size = sizes.reduce((sum, one) => sum + one, 0);
			const user = size - (sizes[0] ?? 0);
			return {
				score: total === 0 ? 1 : least / total,
				wasted,
				size,
				userWasted: user === 0 ? 0 : wasted / user,
				worst: worst.toSorted((a, b) => b.bytes - a.bytes).slice(0, 10)
			};
		}
	};
}
function tooMany() {
	return new require_index.HygieneError("too-large", `the layers have more than ${mostPaths} paths: their efficiency is not reckoned`, { fix: "take layers.dive-ci out of the policy for this image" });
}
/** Bytes below each deleted folder, in one pass over what was visible. */
function sizesBelow(visible, deleted) {
	const sums = /* @__PURE__ */ new Map();
	if (deleted.size === 0) return sums;
	for (const [path, size] of visible) for (const folder of foldersOf(path)) if (deleted.has(folder)) sums.set(folder, (sums.get(folder) ?? 0) + size);
	return sums;
}
function isBelow(path, deleted) {
	if (deleted.has(path)) return true;
	for (const folder of foldersOf(path)) if (deleted.has(folder)) return true;
	return false;
}
function* foldersOf(path) {
	for (let slash = path.indexOf("/"); slash > 0; slash = path.indexOf("/", slash + 1)) yield path.slice(0, slash);
}
// lib/gates/layers/followed.js
function follow(most) {
	const fresh = [];
	let sorted = [];
	/** The first place whose path is not before this one. */
	const placeOf = (path) => {
		let [low, high] = [0, sorted.length];
		while (low < high) {
			const middle = low + high >>> 1;
			if (sorted[middle].path < path) low = middle + 1;
			else high = middle;
		}
		return low;
	};
	const take = (from, to) => {
		if (to > from) for (const { gone } of sorted.splice(from, to - from)) gone();
	};
	return {
		follow(file) {
			if (sorted.length + fresh.length >= most) return false;
			fresh.push(file);
			return true;
		},
		nextLayer() {
			if (fresh.length === 0) return;
			sorted = [...sorted, ...fresh.splice(0)].toSorted((a, b) => a.path < b.path ? -1 : 1);
		},
		remove(path, below) {
			if (below && path === "") take(0, sorted.length);
			if (sorted.length === 0) return;
			const first = placeOf(path);
			let last = first;
			while (sorted[last]?.path === path) last += 1;
			take(first, last);
			if (below) take(placeOf(`${path}/`), placeOf(`${path}0`));
		}
	};
}
// lib/gates/layers/leftovers.js
const home = "(?:root|home/[^/]+|var/lib/[^/]+)";
const secretMount = "give it to the one RUN that needs it: --mount=type=secret";
/** One row a kind of leftover; the first that fits counts. */
const table = [
	credentials(`(${home}/\\.netrc|(?:[^/]+/)*\\.netrc)`, "passwords for hosts (.netrc)"),
	credentials(`((?:[^/]+/)*\\.git-credentials)`, "git credentials"),
	credentials(`((?:[^/]+/)*\\.docker/config\\.json|(?:[^/]+/)*\\.dockercfg)`, "registry credentials"),
	credentials(`(${home}/\\.npmrc|app/\\.npmrc|usr/src/app/\\.npmrc|src/\\.npmrc|workspace/\\.npmrc)`, "npm credentials (.npmrc)"),
	credentials(`(${home}/\\.yarnrc(?:\\.yml)?|${home}/\\.pypirc|${home}/\\.config/pip/pip\\.conf)`, "package registry credentials"),
	credentials(`(${home}/\\.m2/settings\\.xml|${home}/\\.gradle/gradle\\.properties|${home}/\\.nuget/NuGet/NuGet\\.Config)`, "package registry credentials"),
	credentials(`(${home}/\\.cargo/credentials(?:\\.toml)?|${home}/\\.gem/credentials|${home}/\\.composer/auth\\.json)`, "package registry credentials"),
	credentials(`(${home}/\\.aws/credentials|${home}/\\.azure/[^/]+\\.json|${home}/\\.config/gcloud/[^/]*credentials[^/]*)`, "cloud credentials"),
	credentials(`(${home}/\\.kube/config|${home}/\\.vault-token|${home}/\\.terraform\\.d/credentials\\.tfrc\\.json|${home}/\\.config/gh/hosts\\.yml)`, "credentials of a tool"),
	credentials(`((?:[^/]+/)*id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?)`, "a private SSH key"),
	credentials(`(${home}/\\.gnupg)/(?:private-keys-v1\\.d/.+|secring\\.gpg|trustdb\\.gpg|pubring\\.kbx)`, "a GnuPG home"),
	history(`(${home}/\\.(?:bash|ash|zsh|python|node_repl|psql|mysql)_history)`, "the history of a shell"),
	history(`((?:[^/]+/)*\\.git)/(?:objects|refs|logs)/.+`, "the history of the sources (.git)"),
	cache(`(${home}/\\.cache)/.+`, "build and download caches, Go's and pip's among them", "RUN --mount=type=cache,target=/root/.cache"),
	cache(`(${home}/\\.npm)/_(?:cacache|logs)/.+`, "npm's cache", "RUN --mount=type=cache,target=/root/.npm"),
	cache(`(${home}/go/pkg/mod|go/pkg/mod)/.+`, "downloaded Go modules", "copy only the built program into the last stage"),
	cache(`(${home}/\\.m2/repository|${home}/\\.gradle/caches|${home}/\\.cargo/registry|usr/local/cargo/registry)/.+`, "downloaded packages", "copy only what was built into the last stage"),
	cache(`(var/lib/apt/lists)/(?!lock$|partial/?$|auxfiles/?$).+`, "package lists of apt", "rm -rf /var/lib/apt/lists/* in the same RUN as apt-get update"),
	cache(`(var/cache/apt)/(?:archives/[^/]+\\.deb|(?:src)?pkgcache\\.bin)`, "packages that apt downloaded", "apt-get clean in the same RUN"),
	cache(`(var/cache/apk)/.+`, "package lists of apk", "apk add --no-cache"),
	cache(`(var/cache/(?:dnf|yum|zypp))/.+`, "what the package manager downloaded", "dnf clean all in the same RUN")
];
function credentials(pattern, what) {
	return {
		rule: "layer-credentials",
		what,
		fix: secretMount,
		pattern: new RegExp(`^${pattern}$`)
	};
}
function cache(pattern, what, fix) {
	return {
		rule: "layer-cache",
		what,
		fix,
		pattern: new RegExp(`^${pattern}$`)
	};
}
function history(pattern, what) {
	return {
		rule: "layer-history",
		what,
		fix: "name it in .dockerignore, and copy only what runs",
		pattern: new RegExp(`^${pattern}$`)
	};
}
/** A word that every pattern needs, so that most paths are passed over without one regular expression. */
const hint = /\/?\.(?:netrc|git|docker|npm|yarn|py|config|m2|gradle|nuget|cargo|gem|composer|aws|azure|kube|vault|terraform|gnupg|cache|bash|ash|zsh|node|psql|mysql)|id_|go\/pkg|cargo|var\/(?:lib\/apt|cache)/;
const longestPath = 4096;
/** Whether a path could be a leftover at all. */
function mayBeLeftover(path) {
	return path.length <= longestPath && hint.test(path);
}
/** The kind of a path and the place it is reported under; nothing for folders, empty files and everything else. */
function leftoverOf({ path, type, size }) {
	if (type !== "file" || size === 0 || !mayBeLeftover(path)) return void 0;
	for (const row of table) {
		const place = row.pattern.exec(path)?.[1];
		if (place !== void 0) return {
			kind: row,
			place
		};
	}
}
// lib/gates/layers/image.js
/** Beyond so many files the rest is counted, and its deletion no longer followed. */
const mostFollowed = 5e4;
/** Beyond so many places they are told as one. */
const mostPlaces = 200;
function readLayers({ efficiency }) {
	const places = [];
	/** Those of the current layer, by kind and name. */
	let open = /* @__PURE__ */ new Map();
	const following = follow(mostFollowed);
	const ledger = efficiency ? openLedger() : void 0;
	let current = -1;
	const placeOf = (kind, place) => {
		const key = `${kind.what}\0${place}`;
		const known = open.get(key);
		if (known !== void 0) return known;
		const made = {
			kind,
			place,
			layer: current,
			files: 0,
			bytes: 0,
			examples: [],
			alive: 0,
			deletedIn: void 0
		};
		places.push(made);
		open.set(key, made);
		return made;
	};
	const found = (kind, name, { path, size }) => {
		const place = placeOf(kind, places.length < mostPlaces ? name : "many more places");
		place.files += 1;
		place.bytes += size;
		if (place.examples.length < 3) place.examples.push(path);
		place.alive += 1;
		following.follow({
			path,
			gone: () => {
				place.alive -= 1;
				if (place.alive === 0) place.deletedIn = current;
			}
		});
	};
	return {
		ledger,
		layer() {
			current += 1;
			open = /* @__PURE__ */ new Map();
			following.nextLayer();
			const counted = ledger?.layer();
			return (entry) => {
				counted?.(entry);
				const deleted = whiteoutOf(entry.path);
				if (deleted !== void 0) {
					following.remove(deleted, true);
					return;
				}
				if (entry.type !== "folder" && mayBeLeftover(entry.path)) following.remove(entry.path, false);
				const leftover = leftoverOf(entry);
				if (leftover !== void 0) found(leftover.kind, leftover.place, entry);
			};
		},
		leftovers: () => places.map(({ alive, deletedIn, ...rest }) => ({
			...rest,
			...deletedIn === void 0 ? {} : { deletedIn }
		}))
	};
}
/**
* What a whiteout deletes: `a/.wh.b` deletes `a/b`, `a/.wh..wh..opq` everything that lower layers have in `a`.
* @see https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts
*/
function whiteoutOf(path) {
	const slash = path.lastIndexOf("/");
	if (!path.startsWith(".wh.", slash + 1)) return void 0;
	const name = path.slice(slash + 5);
	const folder = path.slice(0, Math.max(slash, 0));
	if (name === ".wh..opq") return folder;
	return slash < 0 ? name : `${folder}/${name}`;
}
/** Throws `damaged` for a block that is no header. */
function readHeader(header) {
	checkSum(header);
	return {
		kind: String.fromCharCode(header[156]),
		name: nameOf(header),
		linkName: header[157] === 0 ? "" : textUntilZero(header.subarray(157, 257)),
		size: numberAt(header, 124, 12)
	};
}
/** GNU's sparse files may have more of their map in blocks behind the header; each says whether one more follows. */
function mapGoesOn(bytes, behindHeader) {
	return bytes[behindHeader ? 482 : 504] !== 0;
}
function nameOf(header) {
	const name = textUntilZero(header.subarray(0, 100));
	const prefix = header[345] !== 0 && header[257] === 117 && header[262] === 0 ? textUntilZero(header.subarray(345, 500)) : "";
	return prefix === "" ? name : `${prefix}/${name}`;
}
/** The sum of the header's bytes with its own field as blanks; old tars summed signed bytes. */
function checkSum(header) {
	const stored = numberAt(header, 148, 8);
	let sum = 256;
	for (let at = 0; at < 148; at++) sum += header[at];
	for (let at = 156; at < 512; at++) sum += header[at];
	if (stored === sum) return;
	for (let at = 0; at < 512; at++) if ((at < 148 || at > 155) && header[at] > 127) sum -= 256;
	if (stored !== sum) throw damaged$1("a header whose checksum is wrong");
}
/** Octal text among blanks and zeros, or base-256 where the first bit is set (GNU). */
function numberAt(header, start, length) {
	const end = start + length;
	const first = header[start];
	let value = 0;
	if (first >= 128) {
		value = first & 127;
		for (let at = start + 1; at < end; at++) value = value * 256 + header[at];
		if (first < 192 && Number.isSafeInteger(value)) return value;
		throw damaged$1("a number that nobody can read");
	}
	let at = start;
	while (at < end && (header[at] === 32 || header[at] === 0)) at++;
	for (; at < end; at++) {
		const byte = header[at];
		if (byte === 0 || byte === 32) break;
		if (byte < 48 || byte > 55) throw damaged$1("a number that is none");
		value = value * 8 + byte - 48;
	}
	return value;
}
/** `LENGTH key=value\n`, again and again; the last of a key counts, an empty one says nothing. */
function readPaxRecords(body) {
	const records = /* @__PURE__ */ new Map();
	for (let at = 0; at < body.length;) {
		const space = body.indexOf(32, at);
		const length = space < 0 ? NaN : Number(body.toString("latin1", at, space));
		const end = at + length;
		if (!Number.isInteger(length) || length < space - at + 3 || end > body.length || body[end - 1] !== 10) throw damaged$1("a PAX record that nobody can read");
		const record = body.toString("utf8", space + 1, end - 1);
		const equals = record.indexOf("=");
		if (equals < 1) throw damaged$1("a PAX record without a key");
		const key = record.slice(0, equals);
		if (wanted.has(key)) records.set(key, record.slice(equals + 1));
		at = end;
	}
	const [name, linkName, size] = [
		"path",
		"linkpath",
		"size"
	].map((key) => records.get(key) || void 0);
	if (name?.includes("\0") || linkName?.includes("\0")) throw damaged$1("a name with a zero in it");
	const sparseName = isSparse(records) ? records.get("GNU.sparse.name") : void 0;
	return {
		...name === void 0 ? {} : { name },
		...linkName === void 0 ? {} : { linkName },
		...size === void 0 ? {} : { size: sizeOf(size) },
		...sparseName ? { sparseName } : {}
	};
}
const sparse = [
	"name",
	"major",
	"minor",
	"map",
	"offset"
].map((key) => `GNU.sparse.${key}`);
const wanted = /* @__PURE__ */ new Set([
	"path",
	"linkpath",
	"size",
	...sparse
]);
/** @see https://www.gnu.org/software/tar/manual/html_section/Sparse-Formats.html */
function isSparse(records) {
	const version = `${records.get("GNU.sparse.major") ?? ""}.${records.get("GNU.sparse.minor") ?? ""}`;
	if (version !== ".") return [
		"0.0",
		"0.1",
		"1.0"
	].includes(version);
	return Boolean(records.get("GNU.sparse.map") ?? records.get("GNU.sparse.offset"));
}
/** What cannot be read is not passed over: where the next header is hangs on it. */
function sizeOf(text) {
	const size = /^\+?\d{1,40}$/.test(text) ? Number(text) : NaN;
	if (Number.isSafeInteger(size)) return size;
	throw damaged$1("a size that nobody can read");
}
function textUntilZero(bytes) {
	const end = bytes.indexOf(0);
	return bytes.toString("utf8", 0, end < 0 ? bytes.length : end);
}
function damaged$1(what) {
	return new require_index.HygieneError("damaged", `the layer is no whole tar: ${what}`);
}
// lib/gates/layers/tar.js
/** A long name or a set of PAX records; real ones are far below. */
const longestExtra = 1048576;
const nothing = {};
/**
* Reads the headers of a tar as its bytes come and skips what is between them: nothing is unpacked, so a device node, a
* link out of the tree or a name with `..` is only a name. Formats: ustar, GNU (long names, base-256 sizes, sparse
* files), PAX. Where readers differ it reads as Go's `archive/tar`, with which runtimes and scanners unpack layers: an
* entry that they see must not hide in what we take for the content of a file.
* Throws `damaged` for what is no tar or is cut off, `too-large` beyond the limits.
* @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06
*/
async function readTar(source, limits, visit) {
	const header = Buffer.alloc(512);
	let filled = 0;
	/** Bytes to pass over before the next header, and how many of them are only padding. */
	let skip = 0;
	let padding = 0;
	let extra;
	let amended = nothing;
	/** The header whose sparse map goes on in the next block. */
	let mapped;
	let entries = 0;
	let bytes = 0;
	let zeroes = 0;
	const pass = (content) => {
		skip = Math.ceil(content / 512) * 512;
		padding = skip - content;
	};
	/** @param end of the header, in bytes from the start */
	const take = (end) => {
		if (mapped !== void 0) {
			if (!mapGoesOn(header, false)) begin(mapped, end);
			return;
		}
		if (header[0] === 0 && header.every((byte) => byte === 0)) {
			zeroes += 1;
			return;
		}
		if (zeroes > 0) throw damaged$1("something follows its end");
		const read = readHeader(header);
		if ("LKxg".includes(read.kind)) {
			if (read.size > longestExtra) throw damaged$1("a name or record of more than 1 MiB");
			extra = {
				kind: read.kind,
				parts: [],
				left: read.size
			};
			pass(read.size);
			if (skip === 0) finishExtra();
			return;
		}
		entries += 1;
		if (entries > limits.entries) throw tooLarge(`more than ${limits.entries} entries`);
		if (read.kind === "S" && mapGoesOn(header, true)) mapped = read;
		else begin(read, end);
	};
	const begin = (read, start) => {
		const content = contentOf(read, amended);
		pass(content);
		visit(entryOf(read, amended, content, start));
		mapped = void 0;
		amended = nothing;
	};
	const finishExtra = () => {
		if (extra === void 0) return;
		const { kind, parts } = extra;
		const body = Buffer.concat(parts);
		extra = void 0;
		if (kind === "L") amended = {
			...amended,
			name: textUntilZero(body)
		};
		else if (kind === "K") amended = {
			...amended,
			linkName: textUntilZero(body)
		};
		else if (kind === "x") amended = {
			...amended,
			pax: readPaxRecords(body)
		};
		else amended = nothing;
	};
	for await (const chunk of source) {
		bytes += chunk.length;
		if (bytes > limits.bytes) throw tooLarge(`more than ${limits.bytes} bytes unpacked`);
		let at = 0;
		while (at < chunk.length && zeroes < 2) {
			if (skip > 0) {
				const step = Math.min(skip, chunk.length - at);
				if (extra !== void 0 && extra.left > 0) {
					const part = Math.min(extra.left, step);
					extra.parts.push(Buffer.from(chunk.subarray(at, at + part)));
					extra.left -= part;
				}
				skip -= step;
				at += step;
				if (skip === 0) finishExtra();
				continue;
			}
			const step = Math.min(512 - filled, chunk.length - at);
			header.set(chunk.subarray(at, at + step), filled);
			filled += step;
			at += step;
			if (filled === 512) {
				filled = 0;
				take(bytes - chunk.length + at);
			}
		}
	}
	if (!(zeroes > 0 || filled === 0 && mapped === void 0) || skip > padding) throw damaged$1("its end is missing");
	return {
		entries,
		bytes
	};
}
function entryOf({ kind, name, linkName }, amended, content, start) {
	const { pax } = amended;
	const written = (kind === "S" ? void 0 : pax?.sparseName) ?? amended.name ?? pax?.name ?? name;
	const { path, escapes } = within(written);
	const type = typeOf(kind, written);
	if (type !== "link") return {
		path,
		type,
		size: type === "file" ? content : 0,
		start,
		escapes
	};
	const to = amended.linkName ?? pax?.linkName ?? linkName;
	const target = within(kind === "1" || to.startsWith("/") ? to : `${path.replace(/[^/]*$/, "")}${to}`);
	return {
		path,
		type,
		size: 0,
		start,
		escapes,
		target: target.leaves ? void 0 : target.path
	};
}
function typeOf(kind, name) {
	if (kind === "5") return "folder";
	if (kind === "1" || kind === "2") return "link";
	if (kind === "3" || kind === "4" || kind === "6") return "other";
	return name.endsWith("/") ? "folder" : "file";
}
/** Links, folders and devices have no content, whatever their size field says; other unknown kinds are as files. */
function contentOf({ kind, name, size }, amended) {
	if (kind >= "1" && kind <= "6") return 0;
	if (kind === "\0" && (amended.name ?? amended.pax?.name ?? name).endsWith("/")) return 0;
	return amended.pax?.size ?? size;
}
function within(name) {
	if (!/(?:^|\/)\.{0,2}(?:\/|$)/.test(name)) return {
		path: name,
		escapes: false,
		leaves: false
	};
	const parts = [];
	let escapes = false;
	let leaves = false;
	for (const part of name.split("/")) {
		if (part === "" || part === ".") continue;
		if (part === "..") {
			escapes = true;
			leaves ||= parts.length === 0;
			parts.pop();
		} else parts.push(part);
	}
	return {
		path: parts.join("/"),
		escapes,
		leaves
	};
}
function tooLarge(what) {
	return new require_index.HygieneError("too-large", `the layer has ${what}: it was not read further`);
}
// lib/system/zstd-frames.js
/** Each costs a trip to the decoder; a layer that holds each file in a frame of its own has some hundred thousand. */
const mostFrames = 1e6;
const together = 32768;
/**
* A zstd stream in pieces that end where its frames end, without the frames that are to be skipped. Node's decoder takes
* the end of a frame within a piece for the end of all, and passes over the rest without a word: layers made for lazy
* pulling are thousands of frames. What a frame holds is for the decoder to check; only where it ends is found here.
* Throws `damaged` for what is no frame or is cut off.
* @see https://www.rfc-editor.org/rfc/rfc8878#section-3.1
*/
async function* zstdFrames(source) {
	const input = openInput(source);
	let frames = 0;
	while (frames === 0 || !await input.ended()) {
		const magic = await input.take(4);
		const word = numberOf(magic);
		if (word >= 407710288 && word <= 407710303) {
			const size = numberOf(await input.take(4));
			for await (const _ of input.pieces(size));
		} else if (word === 4247762216) {
			frames += 1;
			if (frames > mostFrames) throw new require_index.HygieneError("too-large", `it has more than ${mostFrames} frames`);
			yield* gathered(frame(magic, input));
		} else throw damaged("no frame begins where one should");
	}
}
async function* frame(magic, input) {
	const descriptor = await input.take(1);
	const flags = numberOf(descriptor);
	const single = flags >> 5 & 1;
	const dictionary = [
		0,
		1,
		2,
		4
	][flags & 3];
	const size = flags >> 6 === 0 ? single : 2 ** (flags >> 6);
	yield magic;
	yield descriptor;
	yield* input.pieces(1 - single + dictionary + size);
	for (let last = false; !last;) {
		const block = await input.take(3);
		const header = numberOf(block);
		last = (header & 1) === 1;
		const repeated = (header >> 1 & 3) === 1;
		yield block;
		yield* input.pieces(repeated ? 1 : header >> 3);
	}
	yield* input.pieces(flags >> 2 & 1 ? 4 : 0);
}
/** Fewer and larger pieces: each is a trip to a thread and back. */
async function* gathered(pieces) {
	let held = [];
	let length = 0;
	for await (const piece of pieces) {
		held.push(piece);
		length += piece.length;
		if (length < together) continue;
		yield Buffer.concat(held);
		held = [];
		length = 0;
	}
	if (length > 0) yield Buffer.concat(held);
}
function openInput(source) {
	const iterator = source[Symbol.asyncIterator]();
	let piece = /* @__PURE__ */ new Uint8Array(0);
	let at = 0;
	async function ended() {
		while (at === piece.length) {
			const next = await iterator.next();
			if (next.done === true) return true;
			piece = next.value;
			at = 0;
		}
		return false;
	}
	async function* pieces(bytes) {
		for (let left = bytes; left > 0;) {
			if (await ended()) throw damaged("its end is missing");
			const part = piece.subarray(at, at + left);
			at += part.length;
			left -= part.length;
			yield part;
		}
	}
	return {
		ended,
		pieces,
		async take(bytes) {
			if (piece.length - at >= bytes) {
				at += bytes;
				return piece.subarray(at - bytes, at);
			}
			const parts = [];
			for await (const part of pieces(bytes)) parts.push(part);
			return Buffer.concat(parts);
		}
	};
}
/** Little-endian. */
function numberOf(bytes) {
	return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}
function damaged(why) {
	return new require_index.HygieneError("damaged", `the bytes are no whole zstd stream: ${why}`);
}
// lib/system/inflate.js
/** 32 KiB a piece: larger ones are a little quicker and leave some 50 MB more behind before they are collected. */
const chunkSize = 32768;
/**
* The bytes behind a compression, as they come. Memory is a few pieces, however much there is: whoever reads counts and
* stops. Throws `damaged` for what is not so compressed or is cut off, `unsupported` for zstd before Node 22.15.
*/
async function* inflate(source, compression) {
	if (compression === "by its bytes") {
		const [head, whole] = await peek(source);
		yield* inflate(whole, magicOf(head));
		return;
	}
	if (compression === "none") {
		yield* source;
		return;
	}
	const decoder = compression === "gzip" ? node_zlib.default.createGunzip({ chunkSize }) : zstd();
	let fault;
	let given = 0;
	let drained = false;
	const counted = async function* () {
		for await (const piece of compression === "gzip" ? source : zstdFrames(source)) {
			given += piece.length;
			yield piece;
		}
		drained = true;
	};
	const input = node_stream.Readable.from(counted(), { highWaterMark: 1 });
	input.on("error", (error) => {
		fault = error;
		decoder.destroy(error);
	});
	input.pipe(decoder);
	try {
		for await (const chunk of decoder) yield chunk;
		if (!drained || decoder.bytesWritten < given) throw new Error("something follows its end");
	} catch (cause) {
		if (fault !== void 0) throw fault;
		throw new require_index.HygieneError("damaged", `the bytes are no whole ${compression} stream`, { cause });
	} finally {
		input.destroy();
		decoder.destroy();
	}
}
function zstd() {
	const make = node_zlib.default.createZstdDecompress;
	if (make !== void 0) return make({ chunkSize });
	throw new require_index.HygieneError("unsupported", "this Node cannot read zstd", { fix: "run on Node 22.15 or later, or build with gzip layers" });
}
/** The first four bytes at least, where there are so many, and all of it from the start. */
async function peek(source) {
	const pieces = source[Symbol.asyncIterator]();
	let head = /* @__PURE__ */ new Uint8Array(0);
	while (head.length < 4) {
		const next = await pieces.next();
		if (next.done === true) break;
		head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
	}
	const whole = (async function* () {
		try {
			if (head.length > 0) yield head;
			for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
		} finally {
			await pieces.return?.();
		}
	})();
	return [head, whole];
}
/** @see https://www.rfc-editor.org/rfc/rfc1952#section-2.3.1 and https://www.rfc-editor.org/rfc/rfc8878#section-3.1.1 */
function magicOf(head) {
	const [a, b, c, d] = head;
	if (a === 31 && b === 139) return "gzip";
	return a === 40 && b === 181 && c === 47 && d === 253 ? "zstd" : "none";
}
// lib/steps/scan-layers.js
/** Unpacked, of all layers of one image; a layer of a few bytes can unpack to anything, and be listed a thousand times. */
const most = {
	entries: 5e6,
	bytes: 64 * 1024 ** 3
};
/** The thresholds that the policy names, if it names any. */
async function diveRules({ layers }, { files }) {
	const path = layers["dive-ci"];
	return path === null ? void 0 : parseDiveRules(await files.readText(path, 65536), path);
}
/** Whether the policy asks anything of layers. */
function judgesLayers({ layers }) {
	return layers.leftovers !== "off" || layers["dive-ci"] !== null;
}
/**
* What the layers of an image hold beside what runs, read as they come, the lowest first: nothing is kept, nothing is
* unpacked. What is in a layer that cannot be read nobody knows, so there is no verdict on the image (exit 3); only
* where this Node is too old to read it, and the policy merely warns, it is a warning.
*/
async function judgeLayers(image, sources, { layers }, rules) {
	const strict = layers.leftovers === "error" || rules !== void 0;
	const reader = readLayers({ efficiency: rules !== void 0 });
	const unread = [];
	let left = most;
	for (const source of sources) {
		const visit = reader.layer();
		try {
			const read = await readTar(inflate(await source.open(), "by its bytes"), left, visit);
			left = {
				entries: left.entries - read.entries,
				bytes: left.bytes - read.bytes
			};
		} catch (error) {
			const fault = faultOf(error, image, source);
			if (strict || !isUnsupported(error)) throw fault;
			unread.push(...fault.findings.map((finding) => ({
				...finding,
				rule: "layer-not-read",
				severity: "warning"
			})));
		}
	}
	return [
		...leftoverFindings(reader.leftovers(), layers.leftovers, image),
		...unread,
		...rules === void 0 || reader.ledger === void 0 ? [] : efficiencyFindings(reader.ledger.result(), rules, image)
	];
}
/** The layers of an image in a registry, streamed and held against their digests. */
async function registryLayers(target, registries) {
	const manifest = target.manifest ?? await manifestOf(target, registries);
	if (manifest.kind !== "image") throw new require_index.HygieneError("undecidable", `${target.name} has a manifest that readers understand differently`, {
		fix: "push the image again with a current builder",
		image: target.name
	});
	return manifest.layers.map((layer) => ({
		name: layer.digest,
		async open() {
			checkLayerType(layer);
			return open(target, layer, registries);
		}
	}));
}
/** Said where the policy asks for layers and this way of looking has none. */
function layersNotJudged(what, policy) {
	if (!judgesLayers(policy)) return [];
	return [{
		rule: "layers-not-judged",
		severity: "info",
		message: `the layers of ${what} were not read: leftovers and wasted bytes were not judged`,
		fix: "name the image itself, or give it with --archive, where it is built"
	}];
}
function faultOf(error, image, { name }) {
	if (!(error instanceof require_index.HygieneError)) throw error;
	const code = error.exitCode === 3 ? error.code : "undecidable";
	return new require_index.HygieneError(code, `${image}, layer ${name.slice(0, 19)}: ${error.message}`, {
		fix: error.findings[0]?.fix ?? "push the image again, or set layers.leftovers to off for it",
		image,
		cause: error
	});
}
async function manifestOf({ image, name }, registries) {
	const answer = await registries.of(image.repository).manifest(image.repository, image.digest);
	if (!("unknown" in answer) && answer.found) return answer.manifest;
	const why = "unknown" in answer ? answer.unknown : "it is gone";
	throw new require_index.HygieneError("undecidable", `${name} cannot be read: ${why}`, { image: name });
}
async function open({ image, name }, { digest, size }, registries) {
	const answer = await registries.of(image.repository).blobStream(image.repository, digest, size + 1);
	if (answer !== "absent" && !("unknown" in answer)) return answer;
	const why = answer === "absent" ? "is not in the registry" : `cannot be read: ${answer.unknown}`;
	throw new require_index.HygieneError("undecidable", `it ${why}`, {
		fix: "push the image again",
		image: name
	});
}
/**
* What is of another type than a layer's: there is no knowing what it adds to the image. How a layer is compressed is
* asked of its bytes, as runtimes do.
* @see https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md
*/
function checkLayerType({ mediaType }) {
	if (layerType.test(mediaType)) return;
	throw new require_index.HygieneError("undecidable", `its media type is no layer's: ${require_index.oneLine(mediaType, 100)}`, { fix: "name an image; charts, modules and encrypted layers cannot be judged" });
}
const layerType = /^application\/vnd\.(?:oci\.image\.layer\.(?:nondistributable\.)?v1|docker\.image\.rootfs\.(?:foreign\.)?diff)\.tar(?:[.+](?:gzip|zstd))?$/;
function isUnsupported(error) {
	return error instanceof require_index.HygieneError && error.code === "unsupported";
}
// lib/steps/archive-members.js
const mostMembers = 1e5;
/** Of the archive; as large as the largest images are. */
const largestArchive = 2 ** 41;
/** A link to a link to a link. */
const mostHops = 8;
/** Throws `undecidable` for what is neither a folder nor a plain tar. */
async function openMembers(path, files) {
	return await files.kind(path) === "folder" ? membersOfFolder(path, files) : membersOfTar(path, files);
}
/** Compressed as a whole, so that nothing in it has a place. */
async function isPacked(path, files) {
	if (await files.kind(path) !== "file") return false;
	for await (const [first, second] of files.stream(path, {
		start: 0,
		length: 2
	})) return first === 31 && second === 139;
	return false;
}
function membersOfFolder(path, files) {
	return {
		kind: "folder",
		async of(name) {
			if (name.split("/").some((part) => part === "" || part === "." || part === "..")) return void 0;
			const file = (0, node_path.join)(path, name);
			const size = await files.size(file);
			return size === void 0 ? void 0 : {
				size,
				stream: () => files.stream(file)
			};
		}
	};
}
/** Names and places are read once; the contents when they are asked for. Links lead to other members, never out. */
async function membersOfTar(path, files) {
	const places = /* @__PURE__ */ new Map();
	const limits = {
		entries: mostMembers,
		bytes: largestArchive
	};
	await readTar(files.stream(path), limits, ({ path: name, type, start, size, escapes, target }) => {
		if (escapes || type !== "file" && target === void 0) return;
		const place = {
			start,
			length: size,
			...target === void 0 ? {} : { target }
		};
		places.set(name, places.has(name) ? "twice" : place);
	}).catch((cause) => {
		throw unreadable(path, "it is no plain tar", cause);
	});
	const placeOf = (name, hops = 0) => {
		const place = places.get(name);
		if (place === "twice") throw unreadable(path, `there are two files ${name.slice(0, 100)} in it`);
		if (place?.target === void 0) return place;
		return hops < mostHops ? placeOf(place.target, hops + 1) : void 0;
	};
	return {
		kind: "tar",
		async of(name) {
			const place = placeOf(name);
			return place === void 0 ? void 0 : {
				size: place.length,
				stream: () => files.stream(path, place)
			};
		}
	};
}
/** Throws `too-large` above `limit` bytes. */
async function bytesOf({ size, stream }, limit) {
	if (size > limit) throw new require_index.HygieneError("too-large", `a manifest of ${size} bytes is none`);
	const parts = [];
	for await (const part of stream()) parts.push(part);
	return Buffer.concat(parts);
}
/** The same bytes; throws `damaged` at their end if they are others than the digest says. */
async function* verified(bytes, digest) {
	const algorithm = digest.slice(0, digest.indexOf(":"));
	const hash = require_registry.nodeCrypto().createHash(algorithm);
	for await (const part of bytes) {
		hash.update(part);
		yield part;
	}
	if (`${algorithm}:${hash.digest("hex")}` !== digest) throw new require_index.HygieneError("damaged", `the bytes of ${digest} are others than its digest says`);
}
/** A layer as it lies in the archive, held against its digest where it has one. */
function memberLayer(member, digest, path, members) {
	return {
		name: digest ?? member,
		async open() {
			const found = await members.of(member);
			if (found === void 0) throw new require_index.HygieneError("undecidable", `it is not in ${path}`);
			return digest === void 0 ? found.stream() : verified(found.stream(), digest);
		}
	};
}
function unreadable(path, why, cause) {
	return new require_index.HygieneError("undecidable", `${path} cannot be judged: ${why}`, {
		fix: "docker save, skopeo copy … oci-archive:…, or buildctl --output type=oci make what can be; not compressed as a whole",
		cause
	});
}
// lib/steps/scan-targets.js
/**
* The references of a call.
* @param digest completes references that have none: the output of the step that pushed
*/
async function resolveReferences(references, digest, platforms, registries) {
	return resolveAll(references.map((text) => ({ reference: referenceIn(text, digest) })), platforms, registries);
}
/** @param digest completes a reference that has none */
function referenceIn(text, digest) {
	if (digest !== void 0 && !require_reference.isDigest(digest)) throw new require_index.HygieneError("bad-usage", `digest: '${digest}' is no digest: sha256: and 64 hex digits`);
	const reference = require_reference.parseReference(text);
	if ("fault" in reference) throw new require_index.HygieneError("bad-usage", `'${text}': ${reference.fault}`, { fix: "HOST/REPOSITORY:TAG or HOST/REPOSITORY@sha256:…" });
	if (digest !== void 0 && reference.digest !== void 0 && reference.digest !== digest) throw new require_index.HygieneError("bad-usage", `${text} is asked for by the digest ${digest} as well`);
	return digest === void 0 ? reference : {
		...reference,
		digest
	};
}
/** Every image that runs and that the policy manages. Throws where that is none: nothing would be checked. */
async function resolveInUse(usage, policy, platforms, registries) {
	const uses = usage.uses.filter(({ repository }) => repository !== void 0);
	const managed = uses.filter(({ repository }) => policy.images.length === 0 || repository !== void 0 && require_policy.manages(policy, repository));
	if (managed.length === 0) throw nothingRuns(uses.length);
	const wanted = managed.map((use) => ({
		reference: referenceOf(use),
		where: use.where
	}));
	const left = uses.length - managed.length;
	return {
		...await resolveAll(wanted, platforms, registries),
		findings: left === 0 ? [] : [leftOut(left)]
	};
}
/**
* Images by digest, each once. A tag is resolved once, here; what it names a minute later is another question. Where
* several are wanted, one that cannot be read does not keep the others from being judged.
*/
async function resolveAll(wanted, platforms, registries) {
	const unjudged = [];
	const images = /* @__PURE__ */ new Map();
	const asked = /* @__PURE__ */ new Set();
	for (const { reference, where } of wanted) {
		const key = reference.digest === void 0 ? require_reference.formatReference(reference) : `${reference.repository}@${reference.digest}`;
		if (asked.has(key)) continue;
		asked.add(key);
		try {
			for (const target of await resolve$4(reference, platforms, registries)) {
				const digest = `${target.image.repository}@${target.image.digest}`;
				if (!images.has(digest)) images.set(digest, {
					...target,
					...where === void 0 ? {} : { where }
				});
			}
		} catch (error) {
			if (wanted.length === 1 || !(error instanceof require_index.HygieneError) || error.exitCode !== 3) throw error;
			unjudged.push(...error.findings);
		}
	}
	return {
		images: [...images.values()],
		findings: [],
		unjudged
	};
}
/**
* Whether an inventory that can be trusted names the image, as index, child, config or tag. `in-use: none` of the policy
* is none: it lets a cleanup go on, and would switch this gate off.
*/
function runs(target, configDigest, usage) {
	if (usage.standing !== "given" || !usage.whole) return "unknown";
	const known = require_usage.indexUsage(usage.uses);
	const { image, index } = target;
	const digests = [
		image.digest,
		...index === void 0 ? [] : [index.digest],
		...configDigest === void 0 ? [] : [configDigest]
	];
	for (const digest of digests) {
		const use = known.byDigest(digest);
		if (use !== void 0) return use;
	}
	return image.tag === void 0 ? void 0 : known.byTag(image.repository, image.tag);
}
async function resolve$4(reference, platforms, registries) {
	const { repository, tag } = reference;
	const wanted = reference.digest ?? tag;
	const name = require_reference.formatReference(reference);
	if (wanted === void 0) throw new require_index.HygieneError("bad-usage", `${name} names neither a tag nor a digest`, {
		fix: `${name}:TAG or ${name}@sha256:…`,
		image: name
	});
	const answer = await registries.of(repository).manifest(repository, wanted);
	if ("unknown" in answer) throw new require_index.HygieneError("unreachable", `${name} cannot be read: ${answer.unknown}`, {
		fix: `check that ${require_reference.registryOf(repository)} is the registry, that it answers here, and that this job may pull`,
		image: name
	});
	if (!answer.found) throw new require_index.HygieneError("undecidable", `${name} is not in the registry, so it cannot be judged`, {
		fix: "check the reference, and that it was pushed before this step",
		image: name
	});
	const { manifest } = answer;
	const tagged = tag === void 0 ? {} : { tag };
	if (manifest.kind !== "index") return [{
		name,
		image: {
			repository,
			...tagged,
			digest: manifest.digest
		},
		manifest
	}];
	const children = manifest.children.filter(require_clock.isPlatform);
	const chosen = children.filter((child) => isWanted(platformOf(child), platforms));
	if (chosen.length === 0) throw notFor(name, platforms, children.map(platformOf));
	return chosen.map((child) => ({
		name: `${name} (${platformOf(child)})`,
		image: {
			repository,
			...tagged,
			digest: child.digest
		},
		platform: platformOf(child),
		index: manifest
	}));
}
/** `linux/arm64` is also `linux/arm64/v8`. */
function isWanted(platform, wanted) {
	return wanted.length === 0 || wanted.some((one) => platform === one || platform.startsWith(`${one}/`));
}
function notFor(name, wanted, has) {
	return new require_index.HygieneError("undecidable", `${name} has no image for ${wanted.join(", ") || "any platform"}`, {
		fix: `it has: ${has.join(", ") || "none"}`,
		image: name
	});
}
function platformOf({ platform }) {
	if (platform === void 0) return "unknown";
	const { os, architecture, variant } = platform;
	return [
		os,
		architecture,
		...variant === void 0 ? [] : [variant]
	].join("/");
}
function referenceOf({ repository, tag, digest }) {
	return {
		repository,
		...tag === void 0 ? {} : { tag },
		...digest === void 0 ? {} : { digest }
	};
}
function nothingRuns(left) {
	if (left === 0) return new require_index.HygieneError("undecidable", "what --in-use names is no image: nothing was scanned", { fix: "look at the command that says what runs: an inventory that fell empty looks like this as well" });
	return new require_index.HygieneError("not-managed", `none of the ${left} images that run is managed by the policy: nothing was scanned`, { fix: "add their repositories to 'images' of the policy" });
}
function leftOut(number) {
	return {
		rule: "not-managed",
		severity: "info",
		message: `${number} uses are of images that the policy does not manage: they were not scanned`,
		fix: "add their repositories to 'images' of the policy"
	};
}
// lib/steps/archive-layout.js
/** What an index and the indexes in it may name together: more than anybody builds at once. */
const mostManifests = 100;
/**
* The images of an OCI layout of the wanted platforms, each once. Every manifest and config is held against its digest.
* @see https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md
*/
async function layoutImages(path, index, members, platforms, files) {
	const root = readManifest(await bytesOf(index, require_manifest_parse.largestManifest), require_manifest_parse.manifestTypes[0], path);
	if (root.kind !== "index") throw unreadable(path, "its index.json is no index");
	const images = await imagesOf(root, platforms, path, members);
	if (images.length === 0) throw notFor(path, platforms, root.children.map(platformOf));
	const alone = members.kind === "folder" && root.children.length === 1 && root.children[0]?.digest;
	return images.map((one) => {
		const named = one.descriptor.platform === void 0 ? {} : { platform: platformOf(one.descriptor) };
		return {
			name: images.length === 1 ? path : `${path} (${named.platform ?? one.manifest.digest.slice(0, 19)})`,
			...named,
			layers: one.manifest.layers.map((layer) => {
				const source = memberLayer(blobPath(layer.digest), layer.digest, path, members);
				return {
					...source,
					open() {
						checkLayerType(layer);
						return source.open();
					}
				};
			}),
			place: async () => alone === one.manifest.digest && !/[@:]/.test((0, node_path.resolve)(path)) ? path : aloneIn(await files.temporaryFolder(), one, path, members, files)
		};
	});
}
async function imagesOf(root, platforms, path, members) {
	const isUnwanted = (one) => one.platform !== void 0 && !isWanted(platformOf(one), platforms);
	const found = [];
	const open = [...root.children];
	const seen = /* @__PURE__ */ new Set();
	for (let next = open.shift(); next !== void 0; next = open.shift()) {
		if (!require_clock.isPlatform(next) || isUnwanted(next) || seen.has(next.digest)) continue;
		seen.add(next.digest);
		if (seen.size > mostManifests) throw unreadable(path, `it holds more than ${mostManifests} manifests`);
		const manifest = readManifest(await blob(next, require_manifest_parse.largestManifest, path, members), next.mediaType, path);
		if (manifest.kind === "unknown") throw unreadable(path, `${next.digest.slice(0, 19)} is no image`);
		if (manifest.kind === "index") open.push(...manifest.children.map((child) => ({
			...platformIn(next),
			...child
		})));
		else {
			if (manifest.config !== void 0) await blob(manifest.config, require_clock.largestConfig, path, members);
			found.push({
				descriptor: next,
				manifest
			});
		}
	}
	return found;
}
function platformIn({ platform }) {
	return platform === void 0 ? {} : { platform };
}
function readManifest(bytes, mediaType, path) {
	const manifest = require_manifest_parse.parseManifest(bytes, mediaType, require_registry.digestOf(bytes));
	if ("fault" in manifest) throw unreadable(path, `one of its manifests ${manifest.fault}`);
	return manifest;
}
/** A layout of this one image, with what it is made of and nothing else. Returns its folder. */
async function aloneIn(folder, { descriptor, manifest }, path, members, files) {
	const { mediaType, digest, size } = descriptor;
	const index = {
		schemaVersion: 2,
		mediaType: require_manifest_parse.manifestTypes[0],
		manifests: [{
			mediaType,
			digest,
			size
		}]
	};
	await files.write((0, node_path.join)(folder, "oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
	await files.write((0, node_path.join)(folder, "index.json"), JSON.stringify(index));
	const config = manifest.config === void 0 ? [] : [manifest.config.digest];
	for (const one of /* @__PURE__ */ new Set([
		digest,
		...config,
		...manifest.layers.map((layer) => layer.digest)
	])) {
		const member = await memberOf(one, path, members);
		await files.writeFrom((0, node_path.join)(folder, blobPath(one)), verified(member.stream(), one));
	}
	return folder;
}
async function blob({ digest }, limit, path, members) {
	const { size, stream } = await memberOf(digest, path, members);
	return bytesOf({
		size,
		stream: () => verified(stream(), digest)
	}, limit);
}
async function memberOf(digest, path, members) {
	const member = await members.of(blobPath(digest));
	if (member !== void 0) return member;
	throw unreadable(path, `${digest.slice(0, 19)} is not in it`);
}
function blobPath(digest) {
	return `blobs/${digest.replace(":", "/")}`;
}
// lib/steps/scan-archive.js
const largestList = 4194304;
/**
* Every image in it of the wanted platforms, with its layers from the lowest up. Throws `undecidable` for what is
* neither of the two kinds, and for what names bytes that it does not hold.
*/
async function imagesOfArchive(path, platforms, files) {
	const members = await openMembers(path, files);
	const list = members.kind === "tar" ? await members.of("manifest.json") : void 0;
	if (list !== void 0) return [await savedImage(path, list, members)];
	const index = await members.of("index.json");
	if (index === void 0) throw unreadable(path, "it has neither index.json nor manifest.json");
	return layoutImages(path, index, members, platforms, files);
}
/**
* One image: Trivy takes no archive of several.
* @see https://github.com/moby/docker-image-spec/blob/v1.3.1/v1.md#combined-image-json--filesystem-changeset-format
*/
async function savedImage(path, list, members) {
	const images = jsonOf(await bytesOf(list, largestList), path);
	if (!Array.isArray(images) || images.length !== 1) throw unreadable(path, "its manifest.json does not name one image: save each on its own");
	const { RepoTags: tags, Layers: layers } = Object(images[0]);
	if (!Array.isArray(layers) || !layers.every((one) => typeof one === "string")) throw unreadable(path, "its manifest.json does not list the layers of the image");
	const tag = Array.isArray(tags) ? tags[0] : void 0;
	return {
		name: typeof tag === "string" ? tag : path,
		layers: layers.map((name) => memberLayer(name, digestIn(name), path, members)),
		place: async () => path
	};
}
/** Since Docker 25 a layer lies under its digest; before, its name says nothing about its bytes. */
function digestIn(name) {
	const digest = name.replace(/^blobs\/([^/]+)\//, "$1:");
	return require_reference.isDigest(digest) ? digest : void 0;
}
function jsonOf(bytes, path) {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch (cause) {
		throw unreadable(path, "its manifest.json is no JSON", cause);
	}
}
// lib/steps/scan-runs.js
/** Trivy as the call wants it. */
function scannerOf({ path }, call, world) {
	const sources = [
		...call.dbRepositories,
		...call.javaDbRepositories,
		...databaseHosts
	];
	const databases = call.offline ? [] : sources.map(hostOf);
	return {
		path,
		async login(folder, source) {
			const images = source.kind === "image" ? [hostOf(source.reference)] : [];
			const { registryUsername: username, registryPassword: password } = call;
			const credentials = require_registry.createCredentials(world, {
				hosts: images,
				username,
				password
			});
			await require_login_file.writeLogin(folder, [...images, ...databases], credentials, world.files);
		}
	};
}
/** Where Trivy looks for its databases by itself; a token makes a registry more patient. */
const databaseHosts = ["mirror.gcr.io", "ghcr.io"];
function hostOf(reference) {
	const parsed = require_reference.parseReference(reference);
	return "fault" in parsed ? reference.replace(/\/.*$/s, "") : require_reference.registryOf(parsed.repository);
}
async function openScanner(tool, call, policy, world) {
	const { version } = tool;
	const scanner = scannerOf(tool, call, world);
	const settings = settingsOf(call, policy, world);
	const maxAge = policy.scan["max-db-age"];
	const database = () => readDatabase(settings.cacheDir, world);
	if (call.offline) checkAge(await present(database, settings.cacheDir), maxAge, world.now());
	const folder = await world.files.temporaryFolder();
	let runs = 0;
	return {
		version,
		scanner,
		database,
		async scan(source, digest) {
			const known = await cachedPath(digest, call, settings, version, await database(), world);
			if (known !== void 0 && await world.files.kind(known) === "file") return {
				bytes: await world.files.read(known, largestReport),
				path: (0, node_path.resolve)(world.cwd, known),
				cached: true
			};
			const path = (0, node_path.join)(folder, `report-${runs++}.json`);
			const told = await runTrivy(scanner, source, settings, path, world);
			const bytes = maskSecrets(told);
			if (bytes !== told) await world.files.write(path, bytes);
			const used = await present(database, settings.cacheDir);
			checkAge(used, maxAge, world.now());
			const keep = await cachedPath(digest, call, settings, version, used, world);
			if (keep !== void 0) await world.files.write(keep, bytes);
			return {
				bytes,
				path,
				cached: false
			};
		}
	};
}
const largestReport = 1073741824;
function settingsOf(call, { scan }, world) {
	const absolute = (path) => (0, node_path.isAbsolute)(path) ? path : (0, node_path.resolve)(world.cwd, path);
	const timeout = require_duration.parseDuration(call.scanTimeout);
	if (typeof timeout !== "number" || timeout === 0) throw new require_index.HygieneError("bad-usage", `scan-timeout: '${call.scanTimeout}' is no duration above zero`, { fix: require_duration.durationForm });
	return {
		scanners: [
			"vuln",
			...scan.secrets === "off" ? [] : ["secret"],
			...scan.misconfig === "off" ? [] : ["misconfig"],
			...scan.licences.length === 0 ? [] : ["license"]
		],
		cacheDir: absolute(cacheFolder(call.trivyCacheDir, world)),
		offline: call.offline,
		databases: call.dbRepositories,
		javaDatabases: call.javaDbRepositories,
		vex: call.vex.map(absolute),
		caFile: call.caFile === void 0 ? void 0 : absolute(call.caFile),
		timeout
	};
}
/** Where Trivy keeps it when nobody says: XDG's cache folder. */
function cacheFolder(given, { env }) {
	return given ?? (0, node_path.join)(env["XDG_CACHE_HOME"] ?? (0, node_path.join)(env["HOME"] ?? ".", ".cache"), "trivy");
}
async function readDatabase(cacheDir, { files }) {
	const path = (0, node_path.join)(cacheDir, "db", "metadata.json");
	if (await files.kind(path) !== "file") return void 0;
	return parseDatabase(await files.readText(path, 65536), path);
}
async function present(read, cacheDir) {
	const database = await read();
	if (database !== void 0) return database;
	throw new require_index.HygieneError("undecidable", `there is no vulnerability database in ${cacheDir}`, { fix: "run once without --offline, or name the folder that has one with --trivy-cache-dir" });
}
/**
* A report is the same for the same image, database, scanner and question. With VEX files it hangs on more than that,
* and an old database would never be renewed if its reports were taken: neither is cached.
*/
async function cachedPath(digest, { cacheDir, offline }, { scanners, vex }, version, database, { now }) {
	if (cacheDir === void 0 || digest === void 0 || database === void 0 || vex.length > 0) return void 0;
	if (!offline && !isCurrent(database, now())) return void 0;
	const key = JSON.stringify([
		digest,
		version,
		database.version,
		database.updatedAt,
		scanners
	]);
	return (0, node_path.join)(cacheDir, "scans", `${require_policy.sha256(key)}.json`);
}
/** RFC 3339, where the database is known. */
async function databaseOf(room) {
	const database = await room.database();
	return database === void 0 ? {} : { databaseUpdatedAt: require_instant.formatInstant(database.updatedAt) };
}
// lib/steps/scan-subject.js
function subjectOf(name, image, use) {
	return {
		name,
		use,
		...image === void 0 ? {} : { image }
	};
}
function noPackages(name) {
	return {
		rule: "no-packages",
		severity: "warning",
		message: `Trivy knows no package in ${name}: software that it does not recognise was not judged`,
		fix: "check that this is what was meant; a program linked by hand needs an SBOM of its own"
	};
}
// lib/steps/scan-path.js
async function lookAtFolder(path, { call, policy, circumstances, trivy, world }) {
	await checkPresent(path, world);
	if (await world.files.kind(path) !== "folder") throw new require_index.HygieneError("bad-usage", `fs: ${path} is a file, not a folder`, { fix: `name its folder; an image in a file is scanned by --archive ${path}` });
	const room = await openScanner(await trivy(), call, policy, world);
	const scanned = await room.scan({
		kind: "folder",
		path: (0, node_path.resolve)(world.cwd, path)
	}, void 0);
	const report = require_scan_base.parseTrivyReport(scanned.bytes);
	return {
		scanned: [{
			judgement: judge(report, subjectOf(path, void 0, "running"), circumstances),
			bytes: scanned.bytes,
			path: scanned.path
		}],
		findings: report.packageLists === 0 ? [noPackages(path)] : [],
		unjudged: [],
		scanner: room.scanner,
		scannerVersion: room.version,
		...await databaseOf(room)
	};
}
/** Every image in it, each by a scan of its own: Trivy alone would take the first and say nothing of the others. */
async function lookAtArchive(path, { call, policy, circumstances, trivy, world }) {
	await checkPresent(path, world);
	const [text] = call.references;
	const reference = text === void 0 ? void 0 : referenceIn(text, call.digest);
	const room = await openScanner(await trivy(), call, policy, world);
	const rules = await diveRules(policy, world);
	const judging = judgesLayers(policy);
	const images = judging || !await isPacked(path, world.files) ? await imagesOfArchive(path, call.platforms, world.files) : [{
		name: path,
		layers: [],
		place: async () => path
	}];
	const scanned = [];
	const findings = [];
	for (const { name, platform, layers, place } of images) {
		const source = {
			kind: "archive",
			path: (0, node_path.resolve)(world.cwd, await place())
		};
		const [{ bytes, path: where }, left] = await Promise.all([room.scan(source, void 0), judging ? judgeLayers(name, layers, policy, rules) : []]);
		const report = require_scan_base.parseTrivyReport(bytes);
		const subject = {
			...subjectOf(text ?? name, reference, "running"),
			...platform === void 0 ? {} : { platform }
		};
		scanned.push({
			judgement: judge(report, subject, circumstances),
			bytes,
			path: where
		});
		findings.push(...left, ...report.packageLists === 0 ? [noPackages(name)] : []);
	}
	const { scanner, version: scannerVersion } = room;
	return {
		scanned,
		findings,
		unjudged: [],
		scanner,
		scannerVersion,
		...await databaseOf(room)
	};
}
async function checkPresent(path, { files }) {
	if (await files.kind(path) !== "absent") return;
	throw new require_index.HygieneError("no-file", `${path}: no such file or folder`, { fix: "check the path" });
}
// lib/steps/scan-report.js
/** Judges a report that somebody else's run of Trivy made. */
async function lookAtReport(path, { call, policy, circumstances, trivy, world }) {
	const given = await world.files.read(path, largestReport);
	const bytes = maskSecrets(given);
	if (bytes !== given) require_scan_base.parseTrivyReport(given, { name: path });
	const report = require_scan_base.parseTrivyReport(bytes, { name: path });
	const [text] = call.references;
	const image = imageOfReport(report, text === void 0 ? void 0 : referenceIn(text, call.digest), path);
	checkReportAge(report, policy, circumstances.now, path);
	checkAsked(report, path);
	const scanner = call.cyclonedxFile === void 0 && call.spdxFile === void 0 ? void 0 : scannerOf(await trivy(), call, world);
	return {
		scanned: [{
			judgement: judge(report, subjectOf(image === void 0 ? report.artifact.name || path : require_reference.formatReference(image), image, "running"), circumstances),
			bytes,
			path: (0, node_path.resolve)(world.cwd, path)
		}],
		findings: [...report.vulnerabilities.length + report.suppressed.length === 0 ? [noneListed(path)] : [], ...report.artifact.kind === "container_image" ? layersNotJudged("a report", policy) : []],
		unjudged: [],
		scanner,
		scannerVersion: report.scanner ?? "unknown"
	};
}
/** The image that a report is about by its own word; what the call says must agree with it. */
function imageOfReport(report, wanted, path) {
	const { digests, tags } = report.image;
	const known = [...digests, ...tags].flatMap((text) => {
		const reference = require_reference.parseReference(text);
		return "fault" in reference ? [] : [reference];
	});
	if (wanted === void 0) return known[0];
	if (wanted.digest !== void 0) {
		if (known.some(({ digest }) => digest === wanted.digest)) return wanted;
	} else if (known.some(({ repository, tag }) => repository === wanted.repository && tag === wanted.tag)) {
		const pushed = known.find(({ repository, digest }) => repository === wanted.repository && digest !== void 0);
		return {
			...wanted,
			...pushed?.digest === void 0 ? {} : { digest: pushed.digest }
		};
	}
	const image = require_reference.formatReference(wanted);
	const about = known.map(require_reference.formatReference);
	const names = about.join(", ") || report.artifact.name;
	throw new require_index.HygieneError("undecidable", `${path} is about ${names}, not about ${image}`, {
		fix: wanted.digest === void 0 && about[0] !== void 0 ? `a tag may have moved since: name it as the report does, ${about[0]}, or give the report of this image` : "give the report of this image",
		image
	});
}
/** Trivy lists packages whatever it looks for; of an operating system that it knows it lists them unless told not to. */
function checkAsked({ packageLists, systemPackages, system }, path) {
	if (packageLists > 0 && (system === void 0 || systemPackages)) return;
	const what = packageLists === 0 ? "packages" : `packages of ${require_index.oneLine(system?.family ?? "", 60)}`;
	throw new require_index.HygieneError("undecidable", `${path} lists no ${what}: whether one is vulnerable was not asked`, { fix: "make it with --scanners vuln and without --pkg-types, or let this step scan" });
}
/** A day: what clocks may be apart. */
const ahead = 86400;
/** A report is never younger than the database it was made with. */
function checkReportAge({ createdAt }, { scan }, now, path) {
	const maxAge = scan["max-db-age"];
	const fix = "make it again; scan.max-db-age says how old it may be";
	if (createdAt === void 0) throw new require_index.HygieneError("undecidable", `${path} does not say when it was made: nobody knows what it could not know`, { fix });
	if (createdAt > now + ahead) throw new require_index.HygieneError("undecidable", `${path} is of ${require_instant.formatInstant(createdAt)}, which is in the future`, { fix: "check this machine's clock, and the report" });
	if (now - createdAt <= maxAge) return;
	throw new require_index.HygieneError("undecidable", `${path} is of ${require_instant.formatInstant(createdAt)}, more than ${require_duration.formatDuration(maxAge)} ago: what was found since is not in it`, { fix });
}
/** Without one vulnerability a report looks the same whether none was found or none was asked for. */
function noneListed(path) {
	return {
		rule: "nothing-listed",
		severity: "warning",
		message: `${path} lists packages and no vulnerability: Trivy does not say in it whether it looked for any`,
		fix: "see that it was made with --scanners vuln and no filter (--severity, --ignore-unfixed), or let this step scan"
	};
}
// lib/steps/scan-look.js
/** A report that is there, a folder, an archive, or images: exactly one of them. */
async function look(look) {
	const { fs, archive, report, references, inUse } = look.call;
	const given = [
		fs,
		archive,
		report
	].filter((value) => value !== void 0).length;
	const images = references.length > 0 || inUse.length > 0;
	if (given > 1 || fs !== void 0 && images || references.length > 1 && given === 1) throw new require_index.HygieneError("bad-usage", "scan: one thing at a time", { fix: "name images, or one of --fs, --archive and --report; an archive or a report may be given the one reference it is of" });
	if (report !== void 0) return lookAtReport(report, look);
	if (fs !== void 0) return lookAtFolder(fs, look);
	if (archive !== void 0) return lookAtArchive(archive, look);
	if (images) return lookAtImages(look);
	throw new require_index.HygieneError("bad-usage", "scan: nothing to look at", { fix: "image-hygiene scan ghcr.io/acme/app:v1.2.3, or --fs ., or --in-use inventory.json, or --report trivy.json" });
}
async function lookAtImages(given) {
	const { call, policy, usage, registries, trivy, world } = given;
	const [named, room] = await Promise.all([resolveReferences(call.references, call.digest, call.platforms, registries), trivy().then((tool) => openScanner(tool, call, policy, world))]);
	const running = call.references.length > 0 ? {
		images: [],
		findings: [],
		unjudged: []
	} : await resolveInUse(usage, policy, call.platforms, registries);
	const targets = [...named.images, ...running.images];
	const going = await plannedDigests(call.planFile, world);
	const rules = await diveRules(policy, world);
	const scanned = [];
	const findings = [...running.findings];
	const unjudged = [...named.unjudged, ...running.unjudged];
	const alone = targets.length === 1 && unjudged.length === 0;
	for (const [index, target] of targets.entries()) {
		world.log.progress(`scanning ${index + 1} of ${targets.length}: ${target.name}`);
		if (index < named.images.length && call.digest === void 0) sayResolved(target, world);
		try {
			const layers = index < named.images.length && judgesLayers(policy);
			const [one, left] = await Promise.all([lookAtImage(target, room, going, given), layers ? registryLayers(target, registries).then((all) => judgeLayers(target.name, all, policy, rules)) : []]);
			scanned.push(one);
			findings.push(...left);
			if (one.judgement.report.packageLists === 0) findings.push(noPackages(target.name));
		} catch (error) {
			if (alone || !(error instanceof require_index.HygieneError) || error.exitCode !== 3) throw error;
			unjudged.push(...error.findings.map((finding) => ({
				...finding,
				image: target.name
			})));
		}
	}
	if (running.images.length > 0) findings.push(...layersNotJudged("what runs", policy));
	const { scanner, version: scannerVersion } = room;
	return {
		scanned,
		findings,
		unjudged,
		scanner,
		scannerVersion,
		...await databaseOf(room)
	};
}
/** A tag may be moved as soon as it was read: what is judged is this digest. */
function sayResolved({ name, image, index }, { log }) {
	const digest = index?.digest ?? image.digest;
	if (!name.includes(digest)) log.info(`${name} is ${digest}`);
}
async function lookAtImage(target, room, going, { call, policy, usage, circumstances, registries, world }) {
	const { image } = target;
	const reference = `${image.repository}@${image.digest}`;
	const plainHttp = policy.cleanup["plain-http"].includes(require_reference.registryOf(image.repository));
	const { bytes, path } = await room.scan({
		kind: "image",
		reference,
		plainHttp
	}, image.digest);
	const report = require_scan_base.parseTrivyReport(bytes);
	const { platform } = report.image;
	const wanted = call.platforms.map((one) => one.split("/").slice(0, 2).join("/"));
	if (target.index === void 0 && platform !== void 0 && !isWanted(platform, wanted)) throw notFor(target.name, call.platforms, [platform]);
	const search = {
		registries,
		bases: call.bases,
		offline: call.offline,
		log: world.log
	};
	const base = await require_scan_base.findBase(target, report, search);
	const use = runs(target, report.image.id, usage);
	const idle = going.has(image.digest) || target.index !== void 0 && going.has(target.index.digest) ? "deletable" : "kept";
	const where = target.where ?? (typeof use === "object" ? use.where : void 0);
	return {
		judgement: judge(report, {
			...subjectOf(target.name, image, use === void 0 ? idle : "running"),
			...where === void 0 ? {} : { where },
			...target.platform === void 0 ? {} : { platform: target.platform },
			...base === void 0 ? {} : { base }
		}, circumstances),
		bytes,
		path
	};
}
/** What an open cleanup plan lists to go. */
async function plannedDigests(path, { files }) {
	if (path === void 0) return /* @__PURE__ */ new Set();
	const { lines } = require_plan_file_parse.readPlan(await files.readText(path, 67108864), path);
	return new Set(lines.filter(({ action }) => action === "delete").flatMap((line) => [line.head, ...line.with]));
}
// lib/steps/scan-run.js
/** Looks, judges, and writes everything that is asked for. */
async function runScan(inputs, trivy, world) {
	const startedAt = world.now();
	const loaded = await require_policy.loadPolicy(inputs, world);
	if (inputs.printPolicy) return require_policy.printedPolicy(loaded);
	const { policy } = loaded;
	const circumstances = await circumstancesOf(policy, inputs.epssFile, startedAt, world);
	const usage = await require_usage.readUsage(inputs.inUse, policy, world.files, startedAt);
	const reachable = {
		...policy,
		images: [...policy.images, ...inputs.references]
	};
	const seen = await look({
		call: inputs,
		policy,
		usage,
		circumstances,
		registries: await require_registries.registriesOf(inputs, reachable, world),
		trivy,
		world
	});
	const judgements = seen.scanned.map(({ judgement }) => judgement);
	const ofReports = judgements.map((judgement) => {
		const all = findingsOf(judgement, policy.base.eol);
		const tabled = judgement.judged.length + judgement.others.length;
		return {
			tabled: all.slice(0, tabled),
			besides: all.slice(tabled)
		};
	});
	const besides = [
		...ofReports.flatMap((one) => one.besides),
		...exceptionFindings(circumstances.standings, judgements, policy.scan, loaded.where),
		...inputs.inUse.length === 0 ? [] : inUseFindings(usage),
		...seen.findings
	];
	const findings = [
		...seen.unjudged,
		...ofReports.flatMap((one) => one.tabled),
		...besides
	];
	const errors = besides.filter(({ severity }) => severity === "error").length;
	const unjudged = new Set(seen.unjudged.map(({ image }) => image)).size;
	const line = require_index.oneLine(headline(judgements, {
		errors,
		unjudged
	}), 1e3);
	const run = {
		startedAt,
		story: story(judgements, line, require_alike.alike([...seen.unjudged, ...besides])),
		scanner: seen.scanner,
		scannerVersion: seen.scannerVersion,
		policy: loaded.digest
	};
	const outputs = await writeScanFiles(seen.scanned, inputs, run, world);
	const result = told(seen, findings, {
		line,
		toFix: countFailing(judgements) + errors,
		summary: run.story
	}, outputs);
	const rules = inputs.sarifFile === void 0 ? [] : ruleDescriptions(judgements);
	return require_reports.writeReports("scan", result, inputs, world, rules);
}
async function circumstancesOf({ scan: rules }, epss, now, { files }) {
	const kev = rules["kev-file"];
	const [exploited, likelihoods] = await Promise.all([kev === null ? /* @__PURE__ */ new Set() : files.readText(kev, 67108864).then((text) => parseKnownExploited(text, kev).ids), epss === void 0 ? /* @__PURE__ */ new Map() : files.readText(epss, 268435456).then((text) => parseLikelihoods(text, epss))]);
	return {
		rules,
		standings: standingsOf(rules, now),
		now,
		exploited,
		likelihoods
	};
}
/** What cannot be trusted to say what runs holds a cleanup; here it makes everything count as running. */
function inUseFindings({ findings, gaps }) {
	return [...findings, ...gaps.map(({ about, why }) => ({
		rule: "in-use-unknown",
		severity: "warning",
		message: `${about}: ${why}; every image counts as running`
	}))];
}
/** Findings on a terminal; nobody reads more. */
const mostShown = 200;
/** `error` beats `fail`: a verdict on some of the images is none on all of them. */
function told({ unjudged, scanned, databaseUpdatedAt }, findings, { line, toFix, summary }, outputs) {
	const judgements = scanned.map(({ judgement }) => judgement);
	const counts = countTiers(judgements.flatMap(({ judged }) => judged));
	const loud = findings.filter(({ severity }) => severity !== "info");
	const all = (scanned.length + unjudged.length > 1 ? require_alike.alike(loud) : loud).toSorted(require_index.compareFindings);
	const left = all.length - mostShown;
	const more = left > 0 ? [`${left} more are not shown here; --json-file has them all`] : [];
	return {
		verdict: unjudged.length > 0 ? "error" : require_index.verdictOf(findings),
		findings,
		outputs: {
			...outputs,
			headline: line,
			"to-fix": String(toFix),
			judged: judgements.flatMap(digestsOf).join("\n"),
			...databaseUpdatedAt === void 0 ? {} : { "database-updated-at": databaseUpdatedAt }
		},
		stats: {
			images: scanned.length,
			"to-fix": toFix,
			...Object.fromEntries(tiers.map((tier) => [tier.toLowerCase(), counts[tier]]))
		},
		text: [
			require_index.terminalFindings(all.slice(0, mostShown)),
			...more,
			line
		].filter((part) => part !== "").join("\n"),
		summary,
		summaryIsWhole: true
	};
}
/** An archive has no digest in a registry yet, and the config's stays what it is. */
function digestsOf({ subject, report }) {
	return [...new Set([subject.image?.digest, report.image.id].flatMap((digest) => digest ?? []))];
}
const scores = {
	unknown: 0,
	low: 2.5,
	medium: 5.5,
	high: 8,
	critical: 9.5
};
function ruleDescriptions(judgements) {
	const rules = /* @__PURE__ */ new Map();
	for (const { vulnerability } of judgements.flatMap(({ judged }) => judged)) {
		const id = ruleId(vulnerability.id, "vulnerability");
		const score = scores[vulnerability.grade];
		if ((rules.get(id)?.securitySeverity ?? -1) >= score) continue;
		rules.set(id, {
			id,
			summary: require_index.oneLine(vulnerability.title ?? vulnerability.id),
			securitySeverity: score,
			...vulnerability.url === void 0 ? {} : { help: vulnerability.url }
		});
	}
	return [...rules.values()];
}
exports.runScan = runScan;
