const require_lint = require("./lint.js");
// lib/gates/lint/engines/hadolint.js
/** hadolint takes all files at once; a command line has an end, though. */
const filesAtOnce = 500;
const levels = {
	error: "error",
	warning: "warning",
	info: "info",
	style: "info"
};
/**
* hadolint's findings by file, its own configuration files honoured. Where it is missing or fails, that is a finding
* of the files it was asked about: it was asked for, and it did not look.
*/
async function runHadolint(files, processes) {
	const found = new Map(files.map((file) => [file, []]));
	const program = files.length === 0 ? void 0 : await processes.find("hadolint");
	if (program === void 0) {
		const [first] = files;
		if (first !== void 0) found.get(first)?.push(failure("hadolint is not installed, so it looked at no file"));
		return found;
	}
	for (let start = 0; start < files.length; start += filesAtOnce) {
		const some = files.slice(start, start + filesAtOnce);
		const answer = await ask(program, some, processes);
		if (typeof answer === "string") {
			for (const file of some) found.get(file)?.push(failure(answer));
			continue;
		}
		for (const { file, ...hit } of answer) found.get(file)?.push(hit);
	}
	return found;
}
async function ask(program, files, processes) {
	const names = files.map((file) => file.startsWith("-") ? `./${file}` : file);
	try {
		const { code, stdout, stderr } = await processes.run(program, [
			"--no-fail",
			"--format",
			"json",
			...names
		], { timeout: 12e4 });
		return readAnswer(stdout) ?? `hadolint ended with code ${code} and no answer: ${stderr.slice(0, 200)}`;
	} catch (error) {
		return `hadolint could not be run: ${error instanceof Error ? error.message : String(error)}`;
	}
}
/** An array of `{ file, line, column, level, code, message }`; undefined for anything else. */
function readAnswer(text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return;
	}
	if (!Array.isArray(value)) return void 0;
	return value.flatMap((item) => {
		const { file, line, column, level, code, message } = item ?? {};
		if (typeof file !== "string" || typeof line !== "number" || typeof code !== "string") return [];
		const hit = {
			file: file.replace(/^\.\//, ""),
			line: Math.max(1, line),
			column: typeof column === "number" && column > 0 ? column : 1,
			message: typeof message === "string" ? message.slice(0, 1e3).replace(/\s+/g, " ") : code
		};
		if (code === "DL1000") return [{
			...hit,
			...failure(`hadolint cannot parse this: ${hit.message}`),
			line: hit.line
		}];
		return [{
			...hit,
			rule: code,
			level: Object.hasOwn(levels, String(level)) ? levels[String(level)] ?? "info" : "info"
		}];
	});
}
function failure(message) {
	return {
		rule: require_lint.hadolintFailed,
		line: 1,
		column: 1,
		message,
		level: "warning",
		fix: "Install hadolint, or take it out of lint.engines."
	};
}
exports.runHadolint = runHadolint;
