#!/usr/bin/env node
Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
// lib/outcome/error.js
/**
* Every way a step can end before it has looked at an image, and the exit code that tells it apart (design §2):
* 1 the policy says no to the whole call, 2 the call or the policy file is wrong, 3 it could not be decided.
* One line here per code, nowhere else.
*/
const exitCodes = {
	refused: 1,
	"bad-usage": 2,
	"bad-policy": 2,
	"bad-file": 2,
	"no-file": 2,
	"not-managed": 2,
	unsupported: 2,
	"no-permission": 3,
	"no-credentials": 3,
	unreachable: 3,
	"bad-answer": 3,
	"too-slow": 3,
	"too-large": 3,
	"budget-spent": 3,
	undecidable: 3,
	"tool-failed": 3,
	damaged: 3,
	internal: 3
};
/** A refusal that a person can act on. Nobody matches on its message; `code` says what kind it is. */
var HygieneError = class extends Error {
	name = "HygieneError";
	code;
	findings;
	constructor(code, message, details = {}) {
		super(message, details.cause === void 0 ? {} : { cause: details.cause });
		this.code = code;
		this.findings = details.findings ?? [{
			rule: code,
			severity: "error",
			message,
			...details.fix === void 0 ? {} : { fix: details.fix },
			...details.location === void 0 ? {} : { location: details.location },
			...details.image === void 0 ? {} : { image: details.image }
		}];
	}
	get exitCode() {
		return exitCodes[this.code];
	}
};
// lib/outcome/finding.js
const order = {
	error: 0,
	warning: 1,
	info: 2
};
/**
* Most severe first, then by file, line, column, rule: the order in which every report lists findings. Those that point
* into no file stay in the order they were given in, the most urgent first.
*/
function compareFindings(a, b) {
	return order[a.severity] - order[b.severity] || compareText(a.location?.file ?? "", b.location?.file ?? "") || (a.location?.line ?? 0) - (b.location?.line ?? 0) || (a.location?.column ?? 0) - (b.location?.column ?? 0) || (a.location === void 0 ? 0 : compareText(a.rule, b.rule));
}
/** True if `severity` is `threshold` or worse. */
function reaches(severity, threshold) {
	return order[severity] <= order[threshold];
}
/** `file:line:column`, as compilers print it. */
function formatLocation({ file, line, column }) {
	return column === void 0 ? `${file}:${line}` : `${file}:${line}:${column}`;
}
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
// lib/outcome/nearest.js
/** The candidate nearest to a mistyped word, if one is near enough to be meant. */
function nearest(word, candidates) {
	const short = word.slice(0, 64).toLowerCase();
	let best;
	let least = Math.max(1, Math.floor(short.length / 3)) + 1;
	for (const candidate of candidates) {
		const distance = editDistance(short, candidate.toLowerCase().slice(0, 64));
		if (distance < least) {
			least = distance;
			best = candidate;
		}
	}
	return best;
}
/** What to say of a word that is none, where it is plain which one was meant. */
function didYouMean(meant) {
	return meant === void 0 ? void 0 : `did you mean ${meant}?`;
}
/** Levenshtein, with a swap of neighbours as one edit, one row at a time; the work is the product of the lengths. */
function editDistance(a, b) {
	let before = [];
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			let least = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
			next.push(least);
		}
		before = row;
		row = next;
	}
	return row[b.length] ?? 0;
}
// lib/outcome/outcome.js
function outcomeOf(step, result) {
	const { verdict, findings, outputs, stats } = result;
	return {
		schema: "image-hygiene/outcome/v1",
		step,
		verdict,
		findings,
		outputs: {
			...outputs,
			verdict
		},
		stats
	};
}
/** What a machine lacks, wherever it was noticed: no fault of the call, and none of ours. */
const lacking = {
	ENOSPC: "make room there, and run again",
	EDQUOT: "make room there, and run again",
	EACCES: "let this user write there, or name another place with TMPDIR or XDG_CACHE_HOME",
	EPERM: "let this user write there, or name another place with TMPDIR or XDG_CACHE_HOME",
	EROFS: "name a place that can be written to with TMPDIR or XDG_CACHE_HOME",
	ENOTDIR: "a part of that path is a file: name another place with TMPDIR or XDG_CACHE_HOME",
	EMFILE: "allow more open files (ulimit -n)"
};
function ofMachine(error) {
	const code = error instanceof Error ? error.code : void 0;
	const fix = typeof code === "string" && Object.hasOwn(lacking, code) ? lacking[code] : void 0;
	if (!(error instanceof Error) || fix === void 0) return void 0;
	return new HygieneError("undecidable", `this machine cannot go on: ${error.message}`, {
		fix,
		cause: error
	});
}
/** An error thrown by a step, as a result. An error of ours keeps its findings; anything else is a bug of ours. */
function resultOfError(error) {
	const known = error instanceof HygieneError ? error : ofMachine(error) ?? new HygieneError("internal", `unexpected: ${error instanceof Error ? error.message : String(error)}`, {
		fix: "this is a fault of image-hygiene: please report it with the command that you ran",
		cause: error
	});
	return {
		verdict: known.exitCode === 1 ? "fail" : "error",
		findings: known.findings,
		outputs: {},
		stats: {}
	};
}
/**
* 0 pass or warn, 1 the policy says no, 2 the call or the policy file is wrong, 3 it could not be decided.
* A step that returns `error` by itself could not decide; only a thrown error can mean 2.
*/
function exitCodeOf(verdict, error) {
	if (error instanceof HygieneError) return error.exitCode;
	if (error !== void 0 || verdict === "error") return 3;
	return verdict === "fail" ? 1 : 0;
}
/** `fail` if a finding is an error, `warn` if one is a warning, else `pass`. */
function verdictOf(findings) {
	if (findings.some((finding) => finding.severity === "error")) return "fail";
	return findings.some((finding) => finding.severity === "warning") ? "warn" : "pass";
}
// lib/report/harmless.js
/**
* Untrusted text for a log, in one line: control characters, bidirectional overrides and line ends are shown as
* escapes, so that a tag or a label can neither colour, move nor forge what a person reads.
*/
function oneLine(text, longest = 400) {
	return (text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text).replace(unprintable, escapeOf);
}
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
function escapeOf(character) {
	if (character === "\n") return "\\n";
	if (character === "	") return "\\t";
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
/**
* Keeps every line of a log from being read as a workflow command. The runner trims a line before it looks for `::`
* at its start, and takes `##[` anywhere in it.
* @see https://github.com/actions/runner/blob/v2.330.0/src/Runner.Common/ActionCommand.cs
*/
function withoutCommands(text) {
	return text.replace(/^(\s*):(?=:)/gm, "$1ː").replaceAll("##[", "## [");
}
/** Untrusted text inside a Markdown paragraph or table cell: nothing in it links, mentions, closes or breaks out. */
function inMarkdown(text, longest = 400) {
	return oneLine(text, longest).replace(/[\\`*_{}[\]<>()#+!|~-]/g, "\\$&").replace(/[#!~%$](?=\w)/g, "$&&#8203;").replace(/@/g, "&#64;&#8203;").replace(/:\/\//g, "&#58;//").replace(/\b(GH\\-)(?=\d)/gi, "$1&#8203;");
}
/**
* Untrusted text as inline code. Back-ticks where the text is plain; otherwise an element with every other character as
* an entity, because a table cell splits at `|` before code is looked for, and `\\|` splits it too.
*/
function inCode(text, longest = 400) {
	const shown = oneLine(text, longest);
	if (/^[\w ./:@+=,(){}$*-]*\w[\w ./:@+=,(){}$*-]*$/.test(shown)) return `\`${shown}\``;
	return `<code>${shown.replace(/[^A-Za-z0-9 ./:]/gu, (character) => `&#${character.codePointAt(0)};`)}</code>`;
}
// lib/report/terminal.js
/** Further ones are a line each: nobody reads a thousand frames, and a log has its limits. */
const mostFrames = 100;
/** Findings as a compiler would print them: where, what, the line with a caret, and what to do. */
function terminalFindings(findings, sources = /* @__PURE__ */ new Map()) {
	return findings.toSorted(compareFindings).map((finding, index) => {
		const where = finding.location === void 0 ? finding.image : formatLocation(finding.location);
		const told = `${`${where === void 0 ? "" : `${oneLine(where)} `}${finding.severity} ${finding.rule}`}: ${oneLine(finding.message, 2e3)}`;
		if (index >= mostFrames) return told;
		return [
			told,
			...codeFrame(finding, sources),
			...finding.fix === void 0 ? [] : [`  fix: ${indented(finding.fix)}`]
		].join("\n");
	}).join("\n");
}
function codeFrame({ location }, sources) {
	const source = location === void 0 ? void 0 : sources.get(location.file)?.[location.line - 1];
	if (location === void 0 || source === void 0) return [];
	const number = String(location.line);
	const column = Math.min(location.column ?? source.length - source.trimStart().length + 1, source.length + 1);
	const start = column > 100 ? column - 60 : 0;
	const shown = oneLine(source.slice(start, start + 120), 120);
	const before = oneLine(source.slice(start, column - 1), 120);
	return [`  ${number} | ${shown}`, `  ${" ".repeat(number.length)} | ${" ".repeat(before.length)}^`];
}
/** A fix may have several lines (YAML to paste): the first stands behind `fix:`, the others under it. */
function indented(fix) {
	return fix.split("\n").map((line) => oneLine(line)).join("\n       ");
}
// lib/steps/index.js
/** The steps, in the order of an image's life. Each loads only when it runs, so `--help` stays quick. */
const steps = [
	{
		name: "prepare",
		summary: "Names and labels a build by its event and the policy, or checks the tags that another tool made.",
		load: async () => (await Promise.resolve().then(() => require("./prepare.js"))).prepare
	},
	{
		name: "lint",
		summary: "Judges Dockerfiles: who they run as, what they are built on, what they leave in the image.",
		load: async () => (await Promise.resolve().then(() => require("./lint.js"))).lint
	},
	{
		name: "scan",
		summary: "Scans images once with Trivy and judges what was found by what runs, what can be fixed and who brought it.",
		load: async () => (await Promise.resolve().then(() => require("./scan.js"))).scan
	},
	{
		name: "sign",
		summary: "Signs images by digest with cosign, and verifies the signatures right after.",
		load: async () => (await Promise.resolve().then(() => require("./sign.js"))).sign
	},
	{
		name: "verify",
		summary: "Proves before a deployment that images are signed, pullable, and what their tags say they are.",
		load: async () => (await Promise.resolve().then(() => require("./verify.js"))).verify
	},
	{
		name: "record",
		summary: "Writes down what is known of an image, and searches what was written down.",
		load: async () => (await Promise.resolve().then(() => require("./record.js"))).record
	},
	{
		name: "plan",
		summary: "Says what can go and why; writes the plan file; opens or refreshes one cleanup pull request.",
		load: async () => (await Promise.resolve().then(() => require("./plan.js"))).plan
	},
	{
		name: "apply",
		summary: "Deletes what the reviewed plan lists and is still true now, with a journal to undo it.",
		load: async () => (await Promise.resolve().then(() => require("./apply.js"))).apply
	},
	{
		name: "report",
		summary: "Tells the pull request that was merged what apply deleted and what it left alone.",
		load: async () => (await Promise.resolve().then(() => require("./report.js"))).report
	},
	{
		name: "restore",
		summary: "Puts back what apply deleted, until the registry's own garbage collection.",
		load: async () => (await Promise.resolve().then(() => require("./restore.js"))).restore
	},
	{
		name: "explain",
		summary: "Says why an image is kept or goes, which rule of which file says so, and what would change it.",
		load: async () => (await Promise.resolve().then(() => require("./explain.js"))).explain
	},
	{
		name: "demo",
		summary: "Plays the whole life on an embedded registry, in seconds, with nothing to install.",
		load: async () => (await Promise.resolve().then(() => require("./demo.js"))).demo
	}
];
// lib/version.js
/** The released version; a test holds it to package.json. */
const version = "0.1.0";
// lib/hosts/cli/arguments.js
/**
* `--name value`, `--name=value`, `--flag`, `--no-flag`, bare words for the positional input, `--` before words that
* start with a dash.
*/
function readArguments(step, words) {
	const inputs = new Map(Object.values(step.inputs).map((input) => [input.name, input]));
	const given = /* @__PURE__ */ new Map();
	const bare = [];
	let json = false;
	let help = false;
	for (let index = 0; index < words.length; index++) {
		const word = words[index] ?? "";
		if (word === "--") {
			bare.push(...words.slice(index + 1));
			break;
		}
		if (word === "--help" || word === "-h") help = true;
		else if (word === "--json") json = true;
		else if (word === "-" || !word.startsWith("-")) bare.push(word);
		else {
			const equals = word.indexOf("=");
			const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
			const negated = name.startsWith("no-") ? inputs.get(name.slice(3)) : void 0;
			const input = word.startsWith("--") ? inputs.get(name) ?? negated : void 0;
			if (input === void 0) throw unknownFlag(step, word, [
				...inputs.keys(),
				"json",
				"help"
			]);
			const next = words[index + 1];
			if (input === negated && input.type === "boolean") add(given, input, "false");
			else if (equals >= 0) add(given, input, word.slice(equals + 1));
			else if (input.type === "boolean") {
				const said = next === "true" || next === "false";
				add(given, input, said ? next : "true");
				if (said) index++;
			} else {
				if (next === void 0 || next.startsWith("--") && next.length > 2) throw new HygieneError("bad-usage", `--${name} needs a value`, { fix: `image-hygiene ${step.name} --${name} VALUE` });
				add(given, input, next);
				index++;
			}
		}
	}
	addBare(step, given, bare);
	return {
		given,
		json,
		help
	};
}
function addBare(step, given, bare) {
	if (bare.length === 0) return;
	const input = step.positional === void 0 ? void 0 : step.inputs[step.positional];
	if (input === void 0) throw new HygieneError("bad-usage", `${step.name} takes no words besides its flags, but was given '${bare[0]}'`, { fix: `image-hygiene ${step.name} --help` });
	for (const word of bare) add(given, input, word);
}
function add(given, input, value) {
	const before = given.get(input.name);
	if (before !== void 0 && input.type !== "list") throw new HygieneError("bad-usage", `--${input.name} is given twice`);
	given.set(input.name, before === void 0 ? value : `${before}\n${value}`);
}
function unknownFlag(step, word, names) {
	const meant = nearest(word.replace(/^-+/, "").replace(/=.*$/s, ""), names);
	return new HygieneError("bad-usage", `${step.name} has no flag ${word.replace(/=.*$/s, "")}`, { fix: meant === void 0 ? `image-hygiene ${step.name} --help` : `did you mean --${meant}?` });
}
// lib/hosts/cli/help.js
function helpOfAll(steps, version) {
	const width = Math.max(...steps.map(({ name }) => name.length));
	return [
		`image-hygiene ${version}: container images from name to retirement`,
		"",
		"Usage: image-hygiene <step> [ref or file …] [--input value …] [--json]",
		"",
		"Steps:",
		...steps.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
		"",
		"  image-hygiene <step> --help   the inputs and outputs of a step",
		"",
		"Exit codes: 0 pass or warn, 1 the policy says no, 2 the call or the policy file is wrong, 3 it could not be decided."
	].join("\n");
}
function helpOfStep(step, { summary }) {
	const inputs = Object.values(step.inputs);
	const positional = step.positional === void 0 ? void 0 : step.inputs[step.positional]?.name;
	return [
		summary,
		"",
		`Usage: image-hygiene ${step.name}${positional === void 0 ? "" : ` [${positional} …]`} [--input value …] [--json]`,
		"",
		"Inputs:",
		...inputs.map((input) => entry(`--${input.name}${placeholder(input)}`, describe(input))),
		entry("--json", "Print the outcome as one JSON document on stdout, and everything for people on stderr."),
		"",
		"Outputs:",
		entry("verdict", "pass, warn, fail or error."),
		...Object.entries(step.outputs).map(([name, help]) => entry(name, help))
	].join("\n");
}
function placeholder(input) {
	if (input.type === "boolean") return "";
	if (input.type === "choice") return ` ${input.options?.join("|")}`;
	return input.type === "number" ? " N" : input.type === "list" ? " A,B" : " TEXT";
}
function describe(input) {
	const fallbacks = input.env === void 0 ? "" : ` [env ${input.env.join(", ")}]`;
	return `${input.help}${input.default === void 0 ? "" : ` (${input.default})`}${fallbacks}`;
}
/** A name and its help, wrapped to 100 columns. */
function entry(name, help) {
	const lines = [""];
	for (const word of help.split(" ")) {
		const line = lines.at(-1) ?? "";
		if (line.length + word.length + 1 > 94 && line !== "") lines.push(word);
		else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
	}
	return [`  ${name}`, ...lines.map((line) => `      ${line}`)].join("\n");
}
// lib/hosts/cli/main.js
main(process.argv.slice(2));
async function main(words) {
	const [name, ...rest] = words;
	if (name === "help" && rest[0] !== void 0) return main([rest[0], "--help"]);
	if (name === void 0 || name === "--help" || name === "-h" || name === "help") {
		process.stdout.write(`${helpOfAll(steps, version)}\n`);
		process.exitCode = name === void 0 ? 2 : 0;
		return;
	}
	if (name === "--version") {
		process.stdout.write(`${version}\n`);
		return;
	}
	const entry = steps.find((step) => step.name === name);
	if (entry === void 0) {
		const meant = nearest(name, steps.map((step) => step.name));
		return refuse(name, new HygieneError("bad-usage", `there is no step '${name}'`, { fix: meant === void 0 ? "image-hygiene --help lists the steps" : `did you mean 'image-hygiene ${meant}'?` }), rest.includes("--json"));
	}
	const [step, { runOnTerminal }] = await Promise.all([entry.load(), Promise.resolve().then(() => require("./run.js"))]);
	let call;
	try {
		call = readArguments(step, rest);
	} catch (error) {
		return refuse(name, error, rest.includes("--json"));
	}
	if (call.help) {
		process.stdout.write(`${helpOfStep(step, entry)}\n`);
		return;
	}
	await runOnTerminal(step, call);
}
function refuse(step, error, json) {
	const result = resultOfError(error);
	process.stderr.write(`${withoutCommands(terminalFindings(result.findings))}\n`);
	if (json) process.stdout.write(`${JSON.stringify(outcomeOf(step, result), void 0, 2)}\n`);
	process.exitCode = 2;
}
exports.HygieneError = HygieneError;
exports.compareFindings = compareFindings;
exports.didYouMean = didYouMean;
exports.editDistance = editDistance;
exports.exitCodeOf = exitCodeOf;
exports.formatLocation = formatLocation;
exports.inCode = inCode;
exports.inMarkdown = inMarkdown;
exports.nearest = nearest;
exports.oneLine = oneLine;
exports.outcomeOf = outcomeOf;
exports.reaches = reaches;
exports.resultOfError = resultOfError;
exports.terminalFindings = terminalFindings;
exports.verdictOf = verdictOf;
exports.version = version;
exports.withoutCommands = withoutCommands;
