const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_index = require("./index.js");
const require_reference$1 = require("./reference.js");
const require_policy = require("./policy.js");
const require_define = require("./define.js");
const require_inputs = require("./inputs.js");
const require_report_outputs = require("./report-outputs.js");
const require_reports = require("./reports.js");
let node_path = require("node:path");
// lib/gates/lint/engines/hit.js
/** The rule that says: hadolint was asked for, and did not look. */
const hadolintFailed = "hadolint-failed";
// lib/gates/lint/dockerfile/glob.js
/** `*` and `?` of a shell pattern against a whole text, in time of at most their product. */
function matchesGlob(pattern, text) {
	let at = 0;
	let read = 0;
	let star = -1;
	let resume = 0;
	while (read < text.length) if (pattern[at] === "*") {
		star = at++;
		resume = read;
	} else if (at < pattern.length && (pattern[at] === "?" || pattern[at] === text[read])) {
		at++;
		read++;
	} else if (star >= 0) {
		at = star + 1;
		read = ++resume;
	} else return false;
	while (pattern[at] === "*") at++;
	return at === pattern.length;
}
// lib/gates/lint/dockerfile/expand.js
/** Values that double themselves line by line end here. */
const longestValue = 65536;
/**
* Quotes taken off, escapes resolved, `$V`, `${V}` and its modifiers replaced, as BuildKit's shell words do.
* @see https://docs.docker.com/reference/dockerfile/#environment-replacement
*/
function expand(text, lookup, escapeChar = "\\", depth = 0) {
	let value = "";
	let known = true;
	let origin;
	let quote = "";
	for (let at = 0; at < text.length; at++) {
		const char = text[at];
		if (value.length > longestValue) return {
			text: "",
			known: false
		};
		if (char === escapeChar && quote !== "'") {
			const next = text[at + 1] ?? "";
			value += quote === "\"" && next !== "\"" && next !== "$" && next !== escapeChar ? char + next : next;
			at++;
		} else if (char === "'" && quote !== "\"") quote = quote === "" ? char : "";
		else if (char === "\"" && quote !== "'") quote = quote === "" ? char : "";
		else if (char === "$" && quote !== "'") {
			const { result, next } = variable$1(text, at, lookup, escapeChar, depth);
			if (result === void 0) value += char;
			else {
				value += result.text;
				known &&= result.known;
				origin = result.origin ?? origin;
				at = next - 1;
			}
		} else value += char;
	}
	if (value.length > longestValue) return {
		text: "",
		known: false
	};
	return {
		text: value,
		known,
		...origin === void 0 ? {} : { origin }
	};
}
const bareName = /[A-Za-z_][A-Za-z0-9_]*/y;
const modifier = /:[-+?]|[-+?]|##?|%%?|\/\/?/y;
function variable$1(text, at, lookup, escapeChar, depth) {
	const braced = text[at + 1] === "{";
	bareName.lastIndex = at + (braced ? 2 : 1);
	const name = bareName.exec(text)?.[0];
	if (name === void 0) return {
		result: void 0,
		next: at
	};
	const end = bareName.lastIndex;
	const found = lookup(name);
	const own = {
		text: found?.value ?? "",
		known: found === void 0 || found.value !== void 0,
		...found === void 0 ? {} : { origin: found.line }
	};
	if (!braced) return {
		result: own,
		next: end
	};
	if (text[end] === "}") return {
		result: own,
		next: end + 1
	};
	modifier.lastIndex = end;
	const operator = modifier.exec(text)?.[0];
	const close = operator === void 0 ? -1 : closing$1(text, end + operator.length, escapeChar);
	if (operator === void 0 || close < 0 || depth > 8) return {
		result: void 0,
		next: at
	};
	return {
		result: modified(own, found, operator, expand(text.slice(end + operator.length, close), lookup, escapeChar, depth + 1)),
		next: close + 1
	};
}
/** A default longer than this is passed over, so that a row of open braces is no work. */
const reach$1 = 4096;
/** The brace that closes the one before `from`. */
function closing$1(text, from, escapeChar) {
	let depth = 1;
	for (let at = from; at < Math.min(text.length, from + reach$1); at++) if (text[at] === escapeChar) at++;
	else if (text[at] === "{") depth++;
	else if (text[at] === "}" && --depth === 0) return at;
	return -1;
}
function modified(own, found, operator, word) {
	const set = found !== void 0 && found.value !== void 0;
	const filled = operator.startsWith(":") ? set && own.text !== "" : set;
	switch (operator.at(-1)) {
		case "-": return filled ? own : word;
		case "+": return filled ? word : {
			text: "",
			known: true
		};
		case "?": return filled ? own : {
			text: "",
			known: false
		};
		case "#": return {
			...own,
			text: withoutPrefix(own.text, word.text, operator === "##")
		};
		case "%": return {
			...own,
			text: withoutSuffix(own.text, word.text, operator === "%%")
		};
		default: return replaced(own, word.text, operator === "//");
	}
}
function withoutPrefix(text, pattern, greedy) {
	const cut = cuts(text, pattern, greedy).find((length) => matchesGlob(pattern, text.slice(0, length)));
	return cut === void 0 ? text : text.slice(cut);
}
function withoutSuffix(text, pattern, greedy) {
	const cut = cuts(text, pattern, greedy).find((length) => matchesGlob(pattern, text.slice(text.length - length)));
	return cut === void 0 ? text : text.slice(0, text.length - cut);
}
/** Lengths to try; a value or pattern too long for that is left as it is. */
function cuts(text, pattern, greedy) {
	if (text.length > 512 || pattern.length > 128) return [];
	const lengths = Array.from({ length: text.length + 1 }, (_, length) => length);
	return greedy ? lengths.reverse() : lengths;
}
function replaced(own, word, all) {
	const slash = word.indexOf("/");
	const [from, to] = slash < 0 ? [word, ""] : [word.slice(0, slash), word.slice(slash + 1)];
	if (from === "" || /[*?]/.test(from)) return {
		...own,
		known: false
	};
	return {
		...own,
		text: all ? own.text.replaceAll(from, () => to) : own.text.replace(from, () => to)
	};
}
// lib/gates/lint/dockerfile/directives.js
const directive = /^#[ \t]*([A-Za-z][A-Za-z0-9]*)[ \t]*=[ \t]*(\S(?:.*\S)?)[ \t]*$/;
/**
* Directives end at the first line that is none: a blank line, an ordinary comment, an instruction.
* @see https://docs.docker.com/reference/dockerfile/#parser-directives
*/
function readDirectives(lines) {
	const found = /* @__PURE__ */ new Map();
	const faults = [];
	for (const [index, line] of lines.entries()) {
		const [, name, value] = line.length > 4096 ? [] : directive.exec(line.trimStart()) ?? [];
		const key = name?.toLowerCase();
		if (value === void 0 || key !== "escape" && key !== "syntax" && key !== "check") break;
		if (found.has(key)) faults.push({
			line: index + 1,
			message: `the directive ${key} stands here twice`
		});
		if (key === "escape" && value !== "\\" && value !== "`") faults.push({
			line: index + 1,
			message: "the escape character must be \\ or `"
		});
		found.set(key, value);
	}
	const syntax = found.get("syntax");
	const check = found.get("check");
	return {
		escapeChar: found.get("escape") === "`" ? "`" : "\\",
		...syntax === void 0 ? {} : { syntax },
		...check === void 0 ? {} : { check },
		faults
	};
}
// lib/gates/lint/dockerfile/words.js
/**
* Cuts a text at white space, quotes and escapes kept in the words, as BuildKit does for ENV, LABEL and ARG.
* @see https://github.com/moby/buildkit/blob/v0.21.1/frontend/dockerfile/parser/line_parsers.go
*/
function quotedWords(text, escapeChar) {
	const words = [];
	let start = -1;
	let quote = "";
	for (let at = 0; at < text.length; at++) {
		const char = text[at];
		if (start < 0) {
			if (isSpace(char)) continue;
			start = at;
		}
		if (quote === "" && isSpace(char)) {
			words.push({
				text: text.slice(start, at),
				offset: start
			});
			start = -1;
		} else if (char === escapeChar && quote !== "'") at++;
		else if (quote === "") quote = char === "\"" || char === "'" ? char : "";
		else if (char === quote) quote = "";
	}
	if (start >= 0) words.push({
		text: text.slice(start),
		offset: start
	});
	return words;
}
/** Cuts a text at white space and nothing else; no more than `most` words. */
function plainWords(text, most = Number.POSITIVE_INFINITY) {
	const words = [];
	let at = 0;
	while (words.length < most) {
		while (at < text.length && isSpace(text[at])) at++;
		if (at >= text.length) break;
		const start = at;
		while (at < text.length && !isSpace(text[at])) at++;
		words.push({
			text: text.slice(start, at),
			offset: start
		});
	}
	return words;
}
/** White space as Go knows it: without the byte order mark that JavaScript trims, with U+0085. */
const blank = "\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const leading = new RegExp(`^[${blank}]*`);
const isBlank = new RegExp(`^[${blank}]$`);
/** Where a text starts, white space left out. */
function startOf(text) {
	return leading.exec(text)?.[0].length ?? 0;
}
/** Where it ends. */
function endOf(text) {
	let end = text.length;
	while (end > 0 && isBlank.test(text[end - 1])) end--;
	return end;
}
function isSpace(char) {
	return char === " " || char === "	" || char === "\n" || char === "\r" || char === "\v" || char === "\f";
}
// lib/gates/lint/dockerfile/heredoc.js
/** A word of the shell that opens a heredoc: an optional descriptor, `<<`, `-`, a name. */
const opening = /^\d*<<(-?)([^<]+)$/;
/** BuildKit looks for heredocs with the backslash, whatever the escape directive says. */
const escapeChar = "\\";
/**
* The heredocs that a logical line opens, left to right. Quotes group words, so `"a <<b"` opens none, and a quote that
* stays open makes BuildKit find none at all.
* @see https://github.com/moby/buildkit/blob/v0.21.1/frontend/dockerfile/parser/parser.go (heredocsFromLine)
*/
function heredocsOf(text) {
	if (!text.includes("<<")) return [];
	const found = [];
	for (const { raw, offset } of shellWords(text) ?? []) {
		const [, dash, quoted] = opening.exec(raw) ?? [];
		if (quoted === void 0) continue;
		const name = unquote(quoted);
		if (name === "" || name === void 0 || quoted.includes("${")) continue;
		found.push({
			name,
			expands: name === quoted,
			chomps: dash === "-",
			offset
		});
	}
	return found;
}
function shellWords(text) {
	const words = [];
	let start = -1;
	let quote = "";
	for (let at = 0; at <= text.length; at++) {
		const char = text[at];
		if (char === void 0 || quote === "" && isSpace(char)) {
			if (start >= 0) words.push({
				raw: text.slice(start, at),
				offset: start
			});
			start = -1;
			continue;
		}
		if (start < 0) start = at;
		if (char === escapeChar && quote !== "'") at++;
		else if (quote === "" && (char === "\"" || char === "'")) quote = char;
		else if (char === quote) quote = "";
	}
	return quote === "" ? words : void 0;
}
/** Without quotes and escapes; undefined if a quote stays open. */
function unquote(word) {
	let text = "";
	let quote = "";
	for (let at = 0; at < word.length; at++) {
		const char = word[at];
		if (char === escapeChar && quote !== "'") text += word[++at] ?? "";
		else if (quote === "" && (char === "\"" || char === "'")) quote = char;
		else if (char === quote) quote = "";
		else text += char;
	}
	return quote === "" ? text : void 0;
}
// lib/gates/lint/dockerfile/split.js
/** Instructions whose arguments may be a JSON array. */
const withJson = /* @__PURE__ */ new Set([
	"ADD",
	"CMD",
	"COPY",
	"ENTRYPOINT",
	"RUN",
	"SHELL",
	"VOLUME"
]);
/** A logical line's keyword, flags and body. `from` is where the instruction starts in the line: not 0 in ONBUILD. */
function instructionOf(whole, segments, escapeChar, from = 0) {
	const text = whole.slice(0, endOf(whole));
	const start = from + startOf(text.slice(from));
	let end = start;
	while (end < text.length && !isSpace(text[end])) end++;
	const keyword = text.slice(start, end).toUpperCase();
	const { flags, next } = flagsOf(text, end, escapeChar);
	const body = text.slice(next + startOf(text.slice(next)));
	const json = withJson.has(keyword) ? jsonOf(body) : void 0;
	const line = segments[0]?.line ?? 1;
	const split = {
		keyword,
		line,
		text: whole,
		segments,
		flags,
		body,
		offset: next
	};
	if (keyword === "HEALTHCHECK") return {
		...split,
		...commandForm(body)
	};
	if (keyword !== "ONBUILD" || from !== 0) return {
		...split,
		...json && { json }
	};
	const inner = instructionOf(whole, segments, escapeChar, next);
	return {
		...split,
		trigger: {
			...inner,
			heredocs: [],
			endLine: line
		}
	};
}
/** `HEALTHCHECK CMD […]` has the array behind its CMD. */
function commandForm(body) {
	const json = /^cmd\s/i.test(body) ? jsonOf(body.slice(3).trim()) : void 0;
	return json === void 0 ? {} : { json };
}
/** The array of strings that a body is; anything else is the shell form, as BuildKit falls back to it. */
function jsonOf(body) {
	if (!body.startsWith("[")) return void 0;
	try {
		const value = JSON.parse(body);
		return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : void 0;
	} catch {
		return;
	}
}
/**
* Words that start with `--`, up to the first that does not; `--` alone ends them. Quotes and escapes hold words together.
* @see https://github.com/moby/buildkit/blob/v0.21.1/frontend/dockerfile/parser/split_command.go
*/
function flagsOf(text, from, escapeChar) {
	const flags = [];
	let at = from;
	for (;;) {
		while (at < text.length && isSpace(text[at])) at++;
		if (!text.startsWith("--", at)) return {
			flags,
			next: at
		};
		const offset = at;
		let word = "";
		let quote = "";
		for (; at < text.length; at++) {
			const char = text[at];
			if (quote === "" && isSpace(char)) break;
			if (char === escapeChar && quote !== "'" && at + 1 < text.length) word += text[++at];
			else if (quote === "" && (char === "\"" || char === "'")) quote = char;
			else if (char === quote) quote = "";
			else word += char;
		}
		if (word === "--") return {
			flags,
			next: skipSpace(text, at)
		};
		const equals = word.indexOf("=");
		flags.push({
			name: (equals < 0 ? word : word.slice(0, equals)).slice(2),
			value: equals < 0 ? void 0 : word.slice(equals + 1),
			offset
		});
	}
}
function skipSpace(text, from) {
	let at = from;
	while (at < text.length && isSpace(text[at])) at++;
	return at;
}
// lib/gates/lint/dockerfile/parse.js
/** BuildKit reads line by line with a buffer of this size and refuses a longer line. */
const longestLine = 65535;
/** No Dockerfile that anybody wrote comes near it. */
const largestFile = 1048576;
const withHeredoc = /* @__PURE__ */ new Set([
	"ADD",
	"COPY",
	"RUN"
]);
/**
* Reads a Dockerfile the way BuildKit does: comments between continued lines, empty continued lines, heredocs.
* One pass, linear in the text, and no text is refused as a whole: what BuildKit would refuse is a fault.
* @see https://github.com/moby/buildkit/blob/v0.21.1/frontend/dockerfile/parser/parser.go
*/
function parse(text) {
	if (text.length > largestFile) {
		const message = `the file is larger than ${largestFile.toLocaleString("en")} characters: it was not judged`;
		return {
			lines: [],
			directives: readDirectives([]),
			instructions: [],
			comments: [],
			faults: [{
				line: 1,
				message,
				fix: "If it is no Dockerfile, give it another name, or name those to judge."
			}]
		};
	}
	const lines = linesOf(text);
	const directives = readDirectives(lines);
	const { escapeChar } = directives;
	const comments = [];
	const instructions = [];
	const faults = [...directives.faults];
	const tooLong = lines.findIndex((line) => line.length > longestLine);
	if (tooLong >= 0) faults.push({
		line: tooLong + 1,
		message: tooLongMessage()
	});
	const end = tooLong >= 0 ? tooLong : lines.length;
	let at = 0;
	while (at < end) {
		const first = lines[at];
		const indent = startOf(first);
		if (indent === first.length) {
			at++;
			continue;
		}
		if (first[indent] === "#") {
			comments.push({
				line: at + 1,
				text: first.slice(indent)
			});
			at++;
			continue;
		}
		const start = at;
		const joined = new LogicalLine();
		let continues = joined.add(first.slice(indent), at + 1, indent + 1, escapeChar);
		at++;
		while (continues && at < end) {
			const next = lines[at];
			const content = next.slice(startOf(next));
			if (content.startsWith("#")) comments.push({
				line: at + 1,
				text: content
			});
			else if (content !== "") continues = joined.add(next, at + 1, 1, escapeChar);
			at++;
		}
		const { text: logical, segments } = joined;
		if (endOf(logical) === 0) {
			faults.push({
				line: start + 1,
				message: "there is nothing on this line but its continuation"
			});
			continue;
		}
		const instruction = instructionOf(logical, segments, escapeChar);
		const heredocs = [];
		if (withHeredoc.has((instruction.trigger ?? instruction).keyword) && instruction.json === void 0) for (const opened of heredocsOf(logical)) {
			const bodyStart = at;
			const body = [];
			while (at < end && !terminates(lines[at], opened)) body.push(lines[at++]);
			if (at >= end) faults.push({
				line: start + 1,
				message: `the heredoc <<${opened.name} is never closed`
			});
			at++;
			heredocs.push({
				...opened,
				line: bodyStart + 1,
				body: body.join("\n")
			});
		}
		instructions.push({
			...instruction,
			heredocs,
			endLine: Math.min(at, end)
		});
	}
	return {
		lines,
		directives,
		instructions,
		comments,
		faults
	};
}
/** A function, because the first number that is formatted for people costs 25 ms: Node loads its languages for it. */
function tooLongMessage() {
	return `this line is longer than ${longestLine.toLocaleString("en")} characters, and BuildKit reads no further`;
}
/** Physical lines without their ends; a byte order mark is no character of the first. */
function linesOf(text) {
	const lines = (text.startsWith("﻿") ? text.slice(1) : text).split("\n").map(withoutReturns);
	return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}
function withoutReturns(line) {
	let end = line.length;
	while (line[end - 1] === "\r") end--;
	return end === line.length ? line : line.slice(0, end);
}
function terminates(line, { name, chomps }) {
	return (chomps ? line.replace(/^\t+/, "") : line) === name;
}
var LogicalLine = class {
	#parts = [];
	segments = [];
	#length = 0;
	/** True if the line ends with an escape character, after which the next line goes on. */
	add(line, number, column, escapeChar) {
		const end = line.trimEnd().length;
		const continues = line[end - 1] === escapeChar && (end === 1 || line[end - 2] !== escapeChar) && noReturn(line, end);
		const part = continues ? line.slice(0, end - 1) : line;
		this.segments.push({
			offset: this.#length,
			line: number,
			column
		});
		this.#parts.push(part);
		this.#length += part.length;
		return continues;
	}
	get text() {
		return this.#parts.join("");
	}
};
/** Only blanks and tabs may follow the escape character. */
function noReturn(line, end) {
	return !/[^ \t]/.test(line.slice(end));
}
// lib/gates/lint/dockerfile/scope.js
/** No real file builds a stage on so many others; further ones are not looked into. */
const deepest$1 = 200;
function lookupAt(scope, at) {
	return (name) => {
		const own = entryAt(scope.entries.get(name), at);
		if (own !== void 0) return own;
		let parent = scope.parent;
		for (let depth = 0; parent !== void 0 && depth < deepest$1; depth++, parent = parent.parent) {
			const inherited = parent.entries.get(name)?.findLast((entry) => entry.environment);
			if (inherited !== void 0) return inherited;
		}
	};
}
function entryAt(entries, at) {
	if (entries === void 0) return void 0;
	let low = 0;
	let high = entries.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (entries[middle].since <= at) low = middle + 1;
		else high = middle;
	}
	return entries[low - 1];
}
/** Takes an ARG or ENV into the scope; it holds from the next instruction on. */
function declare(instruction, at, scope, escapeChar) {
	if (instruction.keyword === "ENV") {
		const lookup = lookupAt(scope, at);
		for (const { name, value } of assignments(instruction, escapeChar)) {
			const { text, known } = expand(value.text, lookup, escapeChar);
			add(scope, name, {
				value: known ? text : void 0,
				line: instruction.line,
				since: at + 1,
				environment: true
			});
		}
	}
	if (instruction.keyword === "ARG") declareArguments(instruction, at, scope, escapeChar);
}
function declareArguments(instruction, at, scope, escapeChar) {
	const { line } = instruction;
	for (const { text } of quotedWords(instruction.body, escapeChar)) {
		const equals = text.indexOf("=");
		const name = equals < 0 ? text : text.slice(0, equals);
		if (scope.entries.get(name)?.at(-1)?.environment) continue;
		const given = equals < 0 ? void 0 : expand(text.slice(equals + 1), lookupAt(scope, at + 1), escapeChar);
		const inherited = scope.globals?.entries.get(name)?.at(-1) ?? automaticVariable(name, line);
		add(scope, name, {
			value: given === void 0 ? inherited?.value : given.known ? given.text : void 0,
			line: given === void 0 ? inherited?.line ?? line : line,
			since: at + 1,
			environment: false
		});
	}
}
function add(scope, name, entry) {
	const entries = scope.entries.get(name);
	if (entries === void 0) scope.entries.set(name, [entry]);
	else entries.push(entry);
}
/**
* BuildKit sets these by itself. The values stand for the common target,
* so that `FROM base-${TARGETARCH}` finds a stage.
*/
const automatic = {
	TARGETPLATFORM: "linux/amd64",
	TARGETOS: "linux",
	TARGETARCH: "amd64",
	TARGETVARIANT: "",
	BUILDPLATFORM: "linux/amd64",
	BUILDOS: "linux",
	BUILDARCH: "amd64",
	BUILDVARIANT: ""
};
function automaticVariable(name, line) {
	const value = Object.hasOwn(automatic, name) ? automatic[name] : void 0;
	return value === void 0 ? void 0 : {
		value,
		line
	};
}
/** `NAME=value …`, or the old `NAME value` of ENV and LABEL. */
function assignments(instruction, escapeChar) {
	const { body, offset } = instruction;
	const words = quotedWords(body, escapeChar);
	const first = words[0];
	if (first === void 0) return [];
	if (!first.text.includes("=") && instruction.keyword !== "ARG") {
		const rest = words[1];
		if (rest === void 0) return [];
		const value = {
			text: body.slice(rest.offset),
			offset: offset + rest.offset
		};
		return [{
			name: first.text,
			value,
			offset: offset + first.offset
		}];
	}
	return words.flatMap((word) => {
		const equals = word.text.indexOf("=");
		if (equals <= 0) return [];
		const at = offset + word.offset;
		const value = {
			text: word.text.slice(equals + 1),
			offset: at + equals + 1
		};
		return [{
			name: word.text.slice(0, equals),
			value,
			offset: at
		}];
	});
}
// lib/gates/lint/dockerfile/dockerfile.js
function readDockerfile(file, text) {
	const { lines, directives, instructions, comments, faults } = parse(text);
	const { escapeChar } = directives;
	const globals = { entries: /* @__PURE__ */ new Map() };
	const stages = [];
	const byName = /* @__PURE__ */ new Map();
	const positions = /* @__PURE__ */ new Map();
	for (const [at, instruction] of instructions.entries()) {
		const current = stages.at(-1);
		if (instruction.keyword === "FROM") {
			const stage = open(instruction, at, stages.length, globals, byName, escapeChar);
			stages.push(stage);
			if (stage.name !== void 0) {
				const others = byName.get(stage.name);
				if (others === void 0) byName.set(stage.name, [stage]);
				else others.push(stage);
			}
			positions.set(instruction, {
				scope: globals,
				at
			});
		} else {
			const scope = current?.scope ?? globals;
			positions.set(instruction, {
				scope,
				at
			});
			current?.instructions.push(instruction);
			declare(instruction, at, scope, escapeChar);
		}
	}
	return {
		file,
		lines,
		escapeChar,
		...directives.syntax === void 0 ? {} : { syntax: directives.syntax },
		instructions,
		comments,
		faults,
		stages,
		stagesByName: byName,
		expandAt: (instruction, word) => {
			const { scope, at } = positions.get(instruction) ?? {
				scope: globals,
				at: 0
			};
			return expand(word, lookupAt(scope, at), escapeChar);
		}
	};
}
function open(from, at, index, globals, byName, escapeChar) {
	const [image, as, alias] = plainWords(from.body, 3);
	const written = image?.text ?? "";
	const lookup = lookupAt(globals, at);
	const expanded = expand(written, (name) => lookup(name) ?? automaticVariable(name, from.line), escapeChar);
	const parent = byName.get(expanded.text.toLowerCase())?.at(-1);
	const name = as?.text.toLowerCase() === "as" ? alias?.text.toLowerCase() : void 0;
	return {
		index,
		...name === void 0 ? {} : { name },
		from,
		base: {
			...expanded,
			written,
			offset: from.offset
		},
		...parent === void 0 ? {} : { parent },
		instructions: [],
		scope: {
			entries: /* @__PURE__ */ new Map(),
			globals,
			...parent === void 0 ? {} : { parent: parent.scope }
		}
	};
}
/** The stage that `COPY --from` or `--mount=from=` names, by name or number: one earlier than `before`. */
function stageNamed(dockerfile, name, before) {
	const named = dockerfile.stagesByName.get(name.toLowerCase()) ?? [];
	let low = 0;
	let high = named.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (named[middle].index < before) low = middle + 1;
		else high = middle;
	}
	if (low > 0) return named[low - 1];
	const number = /^\d{1,6}$/.test(name) ? Number(name) : before;
	return number < before ? dockerfile.stages[number] : void 0;
}
// lib/gates/lint/dockerfile/instruction.js
/** Where a character of the logical line stands in the file. */
function placeOf(instruction, offset = 0) {
	const { segments } = instruction;
	let low = 0;
	let high = segments.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if (segments[middle].offset <= offset) low = middle;
		else high = middle - 1;
	}
	const segment = segments[low];
	return {
		line: segment.line,
		column: segment.column + offset - segment.offset
	};
}
function flagOf(instruction, name) {
	return instruction.flags.find((flag) => flag.name === name)?.value;
}
// lib/gates/lint/dockerignore.js
/** Further patterns change nothing that a person would notice, and keep the work bounded. */
const mostPatterns = 2e3;
/**
* The last pattern that matches a path or one of its parents decides; `!` lets in again.
* @see https://docs.docker.com/build/concepts/context/#dockerignore-files
* @see https://github.com/moby/patternmatcher/blob/v0.6.0/patternmatcher.go
*/
function readIgnoreFile(path, text) {
	const patterns = text.replace(/^\uFEFF/, "").split("\n").map((line, index) => compile(line, index + 1)).filter((pattern) => pattern !== void 0).slice(0, mostPatterns);
	return {
		path,
		excludes: (wanted) => {
			const segments = segmentsOf(wanted);
			let decided;
			for (const pattern of patterns) if (matches(pattern.segments, segments)) decided = pattern;
			return decided === void 0 || decided.negated ? void 0 : decided;
		},
		readmitsBelow: (folder) => {
			const segments = segmentsOf(folder);
			return patterns.some((pattern) => pattern.negated && (pattern.segments.includes("**") || pattern.segments.length > segments.length && matches(pattern.segments.slice(0, segments.length), segments)));
		}
	};
}
function compile(line, number) {
	if (line.startsWith("#")) return void 0;
	const trimmed = line.trim();
	const negated = trimmed.startsWith("!");
	const pattern = (negated ? trimmed.slice(1) : trimmed).trim();
	if (pattern === "" || pattern.length > 1024) return void 0;
	const segments = segmentsOf(pattern);
	if (segments.length === 0) return void 0;
	return {
		text: trimmed,
		line: number,
		negated,
		segments
	};
}
/** Cleaned the way paths are: no leading slash, no `.`, `..` taken back. */
function segmentsOf(path) {
	const segments = [];
	for (const segment of path.split("/")) {
		if (segment === "" || segment === ".") continue;
		if (segment === "..") segments.pop();
		else segments.push(segment);
	}
	return segments;
}
/** True if the pattern matches the path or one of its parent folders. Work: pattern × path, however many stars. */
function matches(pattern, path) {
	let places = path.map(() => false);
	places.unshift(true);
	for (const segment of pattern) {
		const next = places.map(() => false);
		if (segment === "**") {
			let reached = false;
			for (const [at, place] of places.entries()) {
				reached ||= place;
				next[at] = reached;
			}
		} else for (const [at, part] of path.entries()) next[at + 1] = (places[at] ?? false) && matchesSegment(segment, part);
		places = next;
	}
	return places.some((reached, at) => reached && (at > 0 || path.length === 0));
}
function matchesSegment(pattern, part) {
	return /[*?]/.test(pattern) ? matchesGlob(pattern, part) : pattern === part;
}
// lib/gates/lint/engines/dockerfilelint-rules.js
/**
* All 27 of dockerfilelint 1.8.0. It has no severities: what BuildKit refuses is an error, what spoils an image or
* a build a warning, taste is info.
*/
const dockerfilelintRules = {
	required_params: {
		summary: "An instruction has no arguments",
		level: "error",
		fix: "Give it its arguments, or take the line out.",
		native: ["dockerfile-invalid"]
	},
	uppercase_commands: {
		summary: "An instruction is not in capitals",
		level: "info",
		fix: "Write the instruction in capitals."
	},
	from_first: {
		summary: "The first instruction is neither FROM nor ARG",
		level: "error",
		fix: "Begin with FROM; only ARG may stand before it.",
		native: ["dockerfile-invalid"]
	},
	invalid_line: {
		summary: "A line is no instruction",
		level: "error",
		fix: "Give it its arguments, or take the line out.",
		native: ["dockerfile-invalid"]
	},
	sudo_usage: {
		summary: "sudo is used",
		level: "warning",
		fix: "A build runs as root already; to change the user, use USER."
	},
	"apt-get_missing_param": {
		summary: "apt-get waits for an answer: -y is missing",
		level: "warning",
		fix: "Add -y."
	},
	"apt-get_recommends": {
		summary: "apt-get installs recommended packages too",
		level: "info",
		fix: "Add --no-install-recommends."
	},
	"apt-get-upgrade": {
		summary: "apt-get upgrade: what it installs changes from day to day",
		level: "warning",
		fix: "Take a newer base image instead."
	},
	"apt-get-dist-upgrade": {
		summary: "apt-get dist-upgrade: what it installs changes from day to day",
		level: "warning",
		fix: "Take a newer base image instead."
	},
	"apt-get-update_require_install": {
		summary: "apt-get update in a layer of its own goes stale in the cache",
		level: "warning",
		fix: "Put update and install into one RUN."
	},
	"apkadd-missing_nocache_or_updaterm": {
		summary: "apk add leaves its index in the layer",
		level: "warning",
		fix: "Use apk add --no-cache.",
		native: ["apk-leftovers"]
	},
	"apkadd-missing-virtual": {
		summary: "apk add and del in one command, without --virtual",
		level: "info",
		fix: "Name the packages: apk add --virtual .build …, apk del .build"
	},
	invalid_port: {
		summary: "EXPOSE names no port",
		level: "error",
		fix: "Name a port from 1 to 65535, with /tcp, /udp or /sctp if need be."
	},
	invalid_command: {
		summary: "There is no such instruction",
		level: "error",
		fix: "Correct the name of the instruction.",
		native: ["dockerfile-invalid"]
	},
	expose_host_port: {
		summary: "EXPOSE cannot name a port of the host",
		level: "warning",
		fix: "Name the port of the container only: EXPOSE 8080"
	},
	label_invalid: {
		summary: "LABEL is not in the form key=value",
		level: "warning",
		fix: "Write LABEL key=value."
	},
	missing_tag: {
		summary: "A base image has no tag",
		level: "error",
		fix: "Name the version that you test with.",
		native: ["base-untagged"]
	},
	latest_tag: {
		summary: "A base image has the tag latest",
		level: "error",
		fix: "Name the version that you test with.",
		native: ["base-latest", "base-latest-pinned"]
	},
	extra_args: {
		summary: "An instruction has too many arguments",
		level: "error",
		fix: "Leave one argument, or quote it."
	},
	missing_args: {
		summary: "An instruction has too few arguments",
		level: "error",
		fix: "Give it the arguments that are missing."
	},
	"deprecated_in_1.13": {
		summary: "MAINTAINER is deprecated; use a LABEL",
		level: "info",
		fix: "Use LABEL org.opencontainers.image.authors=…"
	},
	add_src_invalid: {
		summary: "ADD reaches out of the build context",
		level: "error",
		fix: "Name a path below the build context."
	},
	add_dest_invalid: {
		summary: "ADD of several files needs a folder as destination",
		level: "error",
		fix: "End the destination with a slash."
	},
	invalid_workdir: {
		summary: "WORKDIR has a space that is not quoted",
		level: "warning",
		fix: "Quote the path."
	},
	invalid_format: {
		summary: "The arguments have a form that is not understood",
		level: "error",
		fix: "Write it in the form that the reference of Dockerfiles has."
	},
	"apt-get_missing_rm": {
		summary: "apt-get update leaves its lists in the layer",
		level: "warning",
		fix: "End the same RUN with: rm -rf /var/lib/apt/lists/*",
		native: ["apt-leftovers"]
	},
	healthcheck_options_missing_args: {
		summary: "An option of HEALTHCHECK has no value",
		level: "error",
		fix: "Give the option its value: --interval=30s"
	}
};
// lib/gates/lint/engines/dockerfilelintrc.js
/**
* Reads dockerfilelint's own configuration: YAML with `rules`, each on or off. What would crash dockerfilelint, an
* empty mapping or a value that is no text, is `bad-file` with its place; it would mean nothing to it either.
*/
async function readDockerfilelintRc(file, text) {
	const { isMap, isScalar, LineCounter, parseDocument } = await Promise.resolve().then(() => require("./dist.js")).then((n) => /* @__PURE__ */ require_rolldown_runtime.__toESM(n.require_dist(), 1));
	const counter = new LineCounter();
	const document = parseDocument(text, {
		lineCounter: counter,
		uniqueKeys: true
	});
	const at = (offset) => {
		const { line, col } = counter.linePos(offset ?? 0);
		return {
			file,
			line: Math.max(1, line),
			column: Math.max(1, col)
		};
	};
	const [error] = document.errors;
	if (error !== void 0) throw wrong$1(error.message.split("\n")[0] ?? "bad YAML", at(error.pos[0]));
	const root = document.contents;
	const rules = isMap(root) ? root.items.find(({ key }) => isScalar(key) && key.value === "rules")?.value : void 0;
	if (!isMap(rules)) throw wrong$1("it has no 'rules'", at(root?.range?.[0]), "rules:\n  latest_tag: 'off'");
	const off = /* @__PURE__ */ new Set();
	for (const { key, value } of rules.items) {
		const name = isScalar(key) ? String(key.value) : "";
		const place = at(isScalar(key) ? key.range?.[0] : void 0);
		if (!Object.hasOwn(dockerfilelintRules, name)) {
			const meant = require_index.nearest(name, Object.keys(dockerfilelintRules));
			throw wrong$1(`there is no rule '${name.slice(0, 80)}'`, place, require_index.didYouMean(meant));
		}
		const said = isScalar(value) ? value.value : void 0;
		if (typeof said !== "string") throw wrong$1(`the value of '${name}' is no text: dockerfilelint reads texts only`, place, `${name}: '${said === false || said === 0 ? "off" : "on"}'`);
		if ([
			"off",
			"false",
			"0",
			"n"
		].includes(said.toLowerCase())) off.add(name);
	}
	return { off };
}
function wrong$1(what, location, fix) {
	return new require_index.HygieneError("bad-file", `${location.file}: ${what}`, {
		location,
		fix
	});
}
// lib/gates/lint/eol-table.js
const date = "2026-08-22";
/** Name, repositories, releases with their last day, code names. */
const rows = [
	[
		"alpine",
		"docker.io/library/alpine",
		"3.24=2028-06-01 3.23=2027-11-01 3.22=2027-05-01 3.21=2026-11-01 3.20=2026-04-01 3.19=2025-11-01 3.18=2025-05-09 3.17=2024-11-22 3.16=2024-05-23 3.15=2023-11-01 3.14=2023-05-01 3.13=2022-11-01 3.12=2022-05-01 3.11=2021-11-01 3.10=2021-05-01 3.9=2020-11-01 3.8=2020-05-01 3.7=2019-11-01 3.6=2019-05-01 3.5=2018-11-01 3.4=2018-05-01 3.3=2017-11-01 3.2=2017-05-01 3.1=2016-11-01 3.0=2016-05-01 2.7=2015-11-01 2.6=2015-05-01 2.5=2014-11-01 2.4=2014-05-01 2.3=2013-11-01 2.2=2013-05-01 2.1=2012-11-01"
	],
	[
		"debian",
		"docker.io/library/debian",
		"4=2010-02-15 5=2012-02-06 6=2016-02-29 7=2018-05-31 8=2020-06-30 9=2022-07-01 10=2024-06-30 11=2026-08-31 12=2028-06-30 13=2030-06-30 3.1=2008-03-31 3.0=2006-06-30 2.2=2003-06-30 2.1=2000-10-30 2.0=1999-02-15 1.3=1998-12-08 1.2=1997-10-23 1.1=1996-12-12",
		"trixie=13 bookworm=12 bullseye=11 buster=10 stretch=9 jessie=8 wheezy=7 squeeze=6 lenny=5 etch=4 sarge=3.1 woody=3.0 potato=2.2 slink=2.1 hamm=2.0 bo=1.3 rex=1.2 buzz=1.1"
	],
	[
		"ubuntu",
		"docker.io/library/ubuntu public.ecr.aws/ubuntu/ubuntu",
		"26.04=2031-04-30 25.10=2026-07-01 25.04=2026-01-17 24.10=2025-07-10 24.04=2029-05-31 23.10=2024-07-12 23.04=2024-01-20 22.10=2023-07-20 22.04=2027-04-01 21.10=2022-07-14 21.04=2022-01-20 20.10=2021-07-22 20.04=2025-05-31 19.10=2020-07-06 19.04=2020-01-23 18.10=2019-07-18 18.04=2023-05-31 17.10=2018-07-19 17.04=2018-01-13 16.10=2017-07-20 16.04=2021-04-02 15.10=2016-07-28 15.04=2016-02-04 14.10=2015-07-23 14.04=2019-04-02 13.10=2014-07-17 13.04=2014-01-27 12.10=2014-05-16 12.04=2017-04-28 11.10=2013-05-09 11.04=2012-10-28 10.10=2012-04-10 10.04=2013-05-09 9.10=2011-04-30 9.04=2010-10-23 8.10=2010-04-30 8.04=2013-05-09 7.10=2009-04-18 7.04=2008-10-19 6.10=2008-04-26 6.06=2011-06-01 5.10=2007-04-13 5.04=2006-10-31 4.10=2006-04-30",
		"resolute=26.04 questing=25.10 plucky=25.04 oracular=24.10 noble=24.04 mantic=23.10 lunar=23.04 kinetic=22.10 jammy=22.04 impish=21.10 hirsute=21.04 groovy=20.10 focal=20.04 eoan=19.10 disco=19.04 cosmic=18.10 bionic=18.04 artful=17.10 zesty=17.04 yakkety=16.10 xenial=16.04 wily=15.10 vivid=15.04 utopic=14.10 trusty=14.04 saucy=13.10 raring=13.04 quantal=12.10 precise=12.04 oneiric=11.10 natty=11.04 maverick=10.10 lucid=10.04 karmic=9.10 jaunty=9.04 intrepid=8.10 hardy=8.04 gutsy=7.10 feisty=7.04 edgy=6.10 dapper=6.06 breezy=5.10 hoary=5.04 warty=4.10"
	],
	[
		"centos",
		"docker.io/library/centos quay.io/centos/centos",
		"5=2017-03-31 6=2020-11-30 7=2024-06-30 8=2021-12-31"
	],
	[
		"centos-stream",
		"quay.io/centos/centos",
		"stream10=2030-05-31 stream9=2027-05-31 stream8=2024-05-31"
	],
	[
		"rocky",
		"docker.io/library/rockylinux docker.io/rockylinux/rockylinux",
		"8=2029-05-31 9=2032-05-31 10=2035-05-31"
	],
	[
		"almalinux",
		"docker.io/library/almalinux docker.io/almalinux/*",
		"8=2029-05-31 9=2032-05-31 10=2035-05-31"
	],
	[
		"fedora",
		"docker.io/library/fedora quay.io/fedora/fedora",
		"1=2004-09-20 2=2005-04-11 3=2006-01-16 4=2006-08-07 5=2007-07-02 6=2007-12-07 7=2008-06-13 8=2009-01-07 9=2009-07-10 10=2009-12-17 11=2010-06-25 12=2010-12-02 13=2011-06-24 14=2011-12-09 15=2012-06-26 16=2013-02-12 17=2013-07-30 18=2014-01-14 19=2015-01-06 20=2015-06-23 21=2015-12-01 22=2016-07-19 23=2016-12-20 24=2017-08-08 25=2017-12-12 26=2018-05-29 27=2018-11-30 28=2019-05-28 29=2019-11-26 30=2020-05-26 31=2020-11-24 32=2021-05-25 33=2021-11-30 34=2022-06-07 35=2022-12-13 36=2023-05-16 37=2023-12-05 38=2024-05-21 39=2024-11-26 40=2025-05-13 41=2025-12-15 42=2026-05-27 43=2026-12-09 44=2027-06-02"
	],
	[
		"amazonlinux",
		"docker.io/library/amazonlinux public.ecr.aws/amazonlinux/amazonlinux",
		"2=2026-06-30 2023=2029-06-30 2018.03=2023-12-31 2017.09=2023-12-31 2017.03=2023-12-31 2016.09=2023-12-31 2016.03=2023-12-31 2015.09=2023-12-31 2015.03=2023-12-31 2014.09=2023-12-31 2014.03=2023-12-31 2013.09=2023-12-31 2013.03=2023-12-31 2012.09=2023-12-31 2012.03=2023-12-31 2011.09=2023-12-31 2010.11=2023-12-31"
	],
	[
		"oraclelinux",
		"docker.io/library/oraclelinux",
		"6=2021-03-31 7=2024-12-31 8=2029-07-31 9=2032-06-30 10="
	],
	[
		"opensuse-leap",
		"docker.io/opensuse/leap registry.opensuse.org/opensuse/leap",
		"16.0=2027-10-31 15.6=2026-04-30 15.5=2024-12-31 15.4=2023-12-07 15.3=2022-12-31 15.2=2022-01-04 15.1=2021-02-02 15.0=2019-12-03 42.3=2019-07-01 42.2=2018-01-26 42.1=2017-05-17 13.2=2017-01-17 13.1=2016-02-03 12.3=2015-01-29 12.2=2014-01-15 12.1=2013-05-15 11.4=2012-11-05 11.3=2012-01-20 11.2=2011-05-12 11.1=2011-01-14 11.0=2010-07-26"
	],
	[
		"ubi",
		"registry.access.redhat.com/ubi registry.redhat.io/ubi",
		"4=2012-02-29 5=2017-03-31 6=2020-11-30 7=2024-06-30 8=2029-05-31 9=2032-05-31 10=2035-05-31"
	],
	[
		"go",
		"docker.io/library/golang mcr.microsoft.com/oss/go/microsoft/golang",
		"1.27= 1.26= 1.25=2026-08-19 1.24=2026-02-10 1.23=2025-08-12 1.22=2025-02-11 1.21=2024-08-13 1.20=2024-02-06 1.19=2023-09-06 1.18=2023-02-01 1.17=2022-08-02 1.16=2022-03-15 1.15=2021-08-16 1.14=2021-02-16 1.13=2020-08-11 1.12=2020-02-25 1.11=2019-09-03 1.10=2019-02-25"
	],
	[
		"node",
		"docker.io/library/node",
		"1=2015-01-20 2=2015-05-04 3=2015-08-04 4=2018-04-30 5=2016-06-30 6=2019-04-30 7=2017-06-30 8=2019-12-31 9=2018-06-30 10=2021-04-30 11=2019-06-30 12=2022-04-30 13=2020-06-01 14=2023-04-30 15=2021-06-01 16=2023-09-11 17=2022-06-01 18=2025-04-30 19=2023-06-01 20=2026-04-30 21=2024-06-01 22=2027-04-30 23=2025-06-01 24=2028-04-30 25=2026-06-01 26=2029-04-30"
	],
	[
		"python",
		"docker.io/library/python",
		"3.14=2030-10-31 3.13=2029-10-31 3.12=2028-10-31 3.11=2027-10-31 3.10=2026-10-31 3.9=2025-10-31 3.8=2024-10-07 3.7=2023-06-27 3.6=2021-12-23 3.5=2020-09-30 3.4=2019-03-18 3.3=2017-09-29 3.2=2016-02-20 2.7=2020-01-01 3.1=2012-04-09 3.0=2009-06-27 2.6=2013-10-29"
	],
	[
		"ruby",
		"docker.io/library/ruby",
		"4.0=2029-03-31 3.4=2028-03-31 3.3=2027-03-31 3.2=2026-03-31 3.1=2025-03-26 3.0=2024-04-23 2.7=2023-03-31 2.6=2022-03-31 2.5=2021-03-31 2.4=2020-03-31 2.3=2019-03-31 2.2=2018-03-31 2.1=2017-03-31 2.0.0=2016-02-24 1.9.3=2015-02-23"
	],
	[
		"php",
		"docker.io/library/php",
		"8.5=2029-12-31 8.4=2028-12-31 8.3=2027-12-31 8.2=2026-12-31 8.1=2025-12-31 8.0=2023-11-26 7.4=2022-11-28 7.3=2021-12-06 7.2=2020-11-30 7.1=2019-12-01 7.0=2019-01-10 5.6=2018-12-31 5.5=2016-07-21 5.4=2015-09-14 5.3=2014-08-14 5.2=2011-01-06 5.1=2006-08-24 5.0=2005-09-05"
	],
	[
		"perl",
		"docker.io/library/perl",
		"5.44=2029-07-15 5.42=2028-07-03 5.40=2027-06-09 5.38=2026-07-02 5.36=2025-05-27 5.34=2024-05-20 5.32=2023-06-20 5.30=2022-05-22 5.28=2021-06-23 5.26=2020-05-30"
	],
	[
		"temurin",
		"docker.io/library/eclipse-temurin",
		"8=2030-12-31 11=2027-10-31 16=2021-09-30 17=2027-10-31 18=2022-09-30 19=2023-03-31 20=2023-09-19 21=2029-12-31 22=2024-09-17 23=2025-03-18 24=2025-09-16 25=2031-09-30 26=2026-09-15"
	],
	[
		"corretto",
		"docker.io/library/amazoncorretto public.ecr.aws/amazoncorretto/amazoncorretto",
		"8=2030-12-31 11=2032-01-31 15=2021-04-20 16=2021-10-19 17=2029-10-31 18=2022-10-18 19=2023-04-19 20=2023-10-17 21=2030-10-31 22=2024-10-15 23=2025-04-30 24=2025-10-31 25=2032-10-31 26=2026-10-31"
	],
	[
		"dotnet",
		"mcr.microsoft.com/dotnet/* mcr.microsoft.com/dotnet/nightly/*",
		"5=2022-05-10 6=2024-11-12 7=2024-05-14 8=2026-11-10 9=2026-11-10 10=2028-11-14 3.1=2022-12-13 3.0=2020-03-03 2.2=2019-12-23 2.1=2021-08-21 2.0=2018-10-01 1.1=2019-06-27 1.0=2019-06-27"
	],
	[
		"elixir",
		"docker.io/library/elixir",
		"1.20= 1.19= 1.18= 1.17= 1.16= 1.15=2026-06-03 1.14=2025-10-16 1.13=2024-12-19 1.12=2024-06-12 1.11=2023-12-22 1.10=2023-06-19 1.9=2022-09-01 1.8=2021-12-03 1.7=2021-05-19 1.6=2020-10-06 1.5=2020-01-27 1.4=2019-06-24"
	],
	[
		"erlang",
		"docker.io/library/erlang",
		"17=2018-10-11 18=2018-11-09 19=2019-06-21 20=2020-06-21 21=2021-06-19 22=2024-03-18 23=2024-03-14 24=2024-05-10 25=2025-05-17 26=2026-05-26 27=2027-05-20 28=2028-05-20 29=2029-05-11"
	],
	[
		"nginx",
		"docker.io/library/nginx docker.io/nginxinc/nginx-unprivileged",
		"1.31= 1.30= 1.29=2026-05-13 1.28=2026-04-14 1.27=2025-06-24 1.26=2025-04-23 1.25=2024-05-29 1.24=2024-04-23 1.23=2023-05-23 1.22=2023-04-11 1.21=2022-06-21 1.20=2022-05-24 1.19=2021-05-25 1.18=2021-04-20 1.16=2020-04-20 1.14=2019-04-23 1.12=2018-04-17 1.10=2017-04-12 1.8=2016-04-26 1.6=2015-04-21 1.4=2014-04-24 1.2=2013-04-24 1.0=2012-04-23"
	],
	[
		"httpd",
		"docker.io/library/httpd",
		"2.4= 2.2=2017-07-11 2.0=2013-07-10 1.3=2010-02-03"
	],
	[
		"tomcat",
		"docker.io/library/tomcat",
		"5=2012-09-30 6=2016-12-31 7=2021-03-31 11.0= 10.1= 10.0=2022-10-31 9.0=2027-03-31 8.5=2024-03-31 8.0=2018-06-30"
	],
	[
		"haproxy",
		"docker.io/library/haproxy",
		"3.4=2031-04-01 3.3=2027-01-01 3.2=2030-04-01 3.1=2026-01-01 3.0=2029-04-01 2.9=2025-03-21 2.8=2028-04-01 2.7=2024-04-05 2.6=2027-04-01 2.5=2023-05-02 2.4=2026-04-01 2.3=2022-07-27 2.2=2025-04-23 2.1=2021-03-18 2.0=2024-04-05 1.9=2020-07-31 1.8=2022-12-09 1.7=2021-10-01 1.6=2020-10-01 1.5=2020-01-10 1.4=2020-01-10 1.3=2016-03-14 1.2=2011-08-06 1.1=2006-01-29 1.0=2001-12-30"
	],
	[
		"postgres",
		"docker.io/library/postgres",
		"10=2022-11-10 11=2023-11-09 12=2024-11-21 13=2025-11-13 14=2026-11-12 15=2027-11-11 16=2028-11-09 17=2029-11-08 18=2030-11-14 9.6=2021-11-11 9.5=2021-02-11 9.4=2020-02-13 9.3=2018-11-08 9.2=2017-11-09 9.1=2016-10-27 9.0=2015-10-08 8.4=2014-07-24 8.3=2013-02-07 8.2=2011-12-05 8.1=2010-11-08 8.0=2010-10-01 7.4=2010-10-01 7.3=2007-11-27 7.2=2007-02-04 7.1=2006-04-13 7.0=2005-05-08 6.5=2004-06-09 6.4=2003-10-30 6.3=2003-03-01"
	],
	[
		"mysql",
		"docker.io/library/mysql",
		"9.7=2034-04-21 9.6=2026-04-21 9.5=2026-01-20 9.4=2025-10-21 9.3=2025-07-22 9.2=2025-04-15 9.1=2025-01-21 9.0=2024-10-15 8.4=2032-04-30 8.3=2024-04-10 8.2=2023-12-14 8.1=2023-10-25 8.0=2026-04-30 5.7=2023-10-31 5.6=2021-02-28 5.5=2018-12-31"
	],
	[
		"mariadb",
		"docker.io/library/mariadb",
		"12.3=2029-06-12 12.2=2026-05-28 12.1=2026-02-13 12.0=2025-11-18 11.8=2028-06-04 11.7=2025-05-12 11.6=2025-02-13 11.5=2024-11-21 11.4=2029-05-29 11.3=2024-05-29 11.2=2024-11-21 11.1=2024-08-21 11.0=2024-06-06 10.11=2028-02-16 10.10=2023-11-17 10.9=2023-08-22 10.8=2023-05-20 10.7=2023-02-09 10.6=2026-07-06 10.5=2025-06-24 10.4=2024-06-18 10.3=2023-05-25 10.2=2022-05-23 10.1=2020-10-17 10.0=2019-03-31 5.5=2020-04-11 5.3=2017-03-01 5.2=2015-11-10 5.1=2015-02-01"
	],
	[
		"mongo",
		"docker.io/library/mongo",
		"8.3=2029-10-31 8.2=2026-07-31 8.1=2025-09-30 8.0=2029-10-31 7.3=2024-10-02 7.2=2024-03-27 7.1=2024-01-23 7.0=2027-08-31 6.3=2023-08-31 6.2=2023-04-24 6.1=2023-02-09 6.0=2025-07-31 5.3=2022-07-19 5.2=2022-03-23 5.1=2022-01-19 5.0=2024-10-31 4.4=2024-02-29 4.2=2023-04-30 4.0=2022-04-30 3.6=2021-04-30 3.4=2020-01-31 3.2=2018-09-30 3.0=2018-02-28 2.6=2016-10-31 2.4=2013-03-31 2.2=2014-02-28 2.0=2013-03-31 1.8=2012-09-30 1.6=2012-02-28 1.4=2012-09-30 1.2=2011-06-30 1.0=2010-08-31"
	],
	[
		"redis",
		"docker.io/library/redis",
		"8.10= 8.8= 8.6= 8.4= 8.2=2030-09-01 8.0=2026-12-01 7.4=2029-12-01 7.2=2029-12-01 7.0=2024-07-29 6.2=2027-04-01 6.0=2022-05-31 5.0=2022-04-27"
	],
	[
		"rabbitmq",
		"docker.io/library/rabbitmq",
		"4.3= 4.2=2026-07-31 4.1=2026-01-30 4.0=2025-04-15 3.13=2024-09-17 3.12=2024-02-21 3.11=2023-06-01 3.10=2022-09-28 3.9=2023-01-31 3.8=2022-07-31 3.7=2020-09-30 3.6=2018-05-31 3.5=2016-10-31 3.4=2015-10-31 3.3=2015-03-31 3.2=2014-10-31 3.1=2014-04-30 3.0=2013-11-30"
	],
	[
		"cassandra",
		"docker.io/library/cassandra",
		"5.0= 4.1= 4.0= 3.11=2024-09-05 3.0=2024-09-05"
	],
	[
		"elasticsearch",
		"docker.io/library/elasticsearch docker.elastic.co/elasticsearch/elasticsearch",
		"6=2022-02-10 7=2026-01-15 9.5= 9.4= 9.3=2026-08-04 9.2=2026-05-05 9.1=2026-02-03 8.19=2027-07-15 8.18=2025-10-21 9.0=2025-10-23 8.17=2025-08-12 8.16=2025-04-15"
	],
	[
		"drupal",
		"docker.io/library/drupal",
		"7=2025-01-05 11.4=2027-07-07 11.3=2026-12-16 10.6=2026-12-16 11.2=2026-06-17 10.5=2026-06-17 10.4=2025-12-10 11.1=2025-12-10 11.0=2025-06-16 10.3=2025-06-16 10.2=2024-12-17 10.1=2024-06-20 10.0=2023-12-15 9.5=2023-11-01 9.4=2023-06-21 9.3=2022-12-14 9.2=2022-06-15 9.1=2021-12-08 9.0=2021-06-16 8.9=2021-11-02 8.8=2020-12-01"
	]
];
// lib/gates/lint/eol-file.js
/** The table that is shipped. */
function builtInTable() {
	return {
		date,
		products: rows.map(([name, images, cycles, names]) => ({
			name,
			images: images.split(" "),
			cycles: pairsOf(cycles, (end) => end === "" ? null : end),
			names: pairsOf(names ?? "", (cycle) => cycle)
		}))
	};
}
function pairsOf(text, read) {
	const pairs = text === "" ? [] : text.split(" ").map((pair) => pair.split("="));
	return Object.fromEntries(pairs.map(([key = "", value = ""]) => [key, read(value)]));
}
const day = /^\d{4}-\d{2}-\d{2}$/;
/** Reads `base.eol-file`: the shape of our own table, checked field by field. Throws `bad-file`. */
function readEolTable(text, file) {
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw new require_index.HygieneError("bad-file", `${file} is no JSON: ${error instanceof Error ? error.message : error}`, {
			location: {
				file,
				line: 1
			},
			fix: "make it with: node scripts/eol.mjs CLONE FILE",
			cause: error
		});
	}
	const { date, products } = value ?? {};
	if (typeof date !== "string" || !day.test(date)) throw wrong(file, "'date' must be a day, YYYY-MM-DD");
	if (!Array.isArray(products)) throw wrong(file, "'products' must be a list");
	return {
		date,
		products: products.map((product, index) => readProduct(product, `products[${index}]`, file))
	};
}
function readProduct(value, where, file) {
	const { name, images, cycles, names } = value ?? {};
	if (typeof name !== "string" || name === "") throw wrong(file, `${where}.name must be a text`);
	if (!Array.isArray(images) || !images.every((image) => typeof image === "string")) throw wrong(file, `${where}.images must be a list of repositories`);
	const ends = entriesOf(cycles, (end) => end === null || typeof end === "string" && day.test(end));
	if (ends === void 0) throw wrong(file, `${where}.cycles must map releases to days, or to null while unknown`);
	const codes = names === void 0 ? {} : entriesOf(names, (cycle) => typeof cycle === "string");
	if (codes === void 0) throw wrong(file, `${where}.names must map code names to releases`);
	return {
		name,
		images,
		cycles: ends,
		names: codes
	};
}
function entriesOf(value, isRight) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
	return Object.values(value).every(isRight) ? value : void 0;
}
function wrong(file, what) {
	return new require_index.HygieneError("bad-file", `${file}: ${what}`, {
		location: {
			file,
			line: 1
		},
		fix: "make it with: node scripts/eol.mjs CLONE FILE"
	});
}
/** The table with the file's products first: one of the same name takes the place of ours. */
function withProducts(table, more) {
	const names = new Set(more.products.map(({ name }) => name));
	return {
		date: [more.date, table.date].toSorted().at(-1) ?? table.date,
		products: [...more.products, ...table.products.filter(({ name }) => !names.has(name))]
	};
}
const oldest = 15552e3;
/** True if the facts are of more than 180 days ago. */
function isOld({ date }, now) {
	return now - Date.parse(`${date}T00:00:00Z`) / 1e3 > oldest;
}
// node_modules/dockerfilelint/lib/parser.js
var require_parser = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports, module) => {
	var parser = module.exports = {
		nameVal: function(rest) {
			var nameVal = {};
			var words = parser.words(rest);
			if (words.length === 0) return nameVal;
			for (var i = 0; i < words.length; i++) {
				var word = words[i];
				if (!word.includes("=")) throw new Error("Syntax error - can't find = in " + word + ". Must be of the form: name=value");
				var parts = word.split("=");
				nameVal[parts.shift()] = parts.join("=");
			}
			return nameVal;
		},
		words: function(rest) {
			var inSpaces = 0, inWord = 1, inQuote = 2;
			var words = [];
			var phase = inSpaces;
			var word = "";
			var quote;
			var blankOK = false;
			var ch;
			for (var pos = 0, len = rest.length; pos <= len; pos++) {
				if (pos !== len) ch = rest[pos];
				if (phase === inSpaces) {
					if (pos === len) break;
					if (/\s/.test(ch)) continue;
					phase = inWord;
				}
				if ((phase === inWord || phase === inQuote) && pos === len) {
					if (blankOK || word.length > 0) words.push(word);
					break;
				}
				if (phase === inWord) {
					if (/\s/.test(ch)) {
						phase = inSpaces;
						if (blankOK || word.length > 0) words.push(word);
						word = "";
						blankOK = false;
						continue;
					}
					if (ch === "'" || ch === "\"") {
						quote = ch;
						blankOK = true;
						phase = inQuote;
					}
					if (ch === "\\") {
						if (pos + 1 === len) continue;
						word += ch;
						pos += 1;
						ch = rest[pos];
					}
					word += ch;
					continue;
				}
				if (phase === inQuote) {
					if (ch === quote) phase = inWord;
					if (ch === "\\" && quote !== "'") {
						if (pos + 1 === len) {
							phase = inWord;
							continue;
						}
						pos += 1;
						word += ch;
						ch = rest[pos];
					}
					word += ch;
				}
			}
			return words;
		}
	};
}));
// node_modules/dockerfilelint/lib/checks.js
var require_checks = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports, module) => {
	var parser = require_parser();
	var commands = module.exports = {
		expose_container_port_only: function(args) {
			var ports = args.match(/\S+/g);
			var result = [];
			ports.forEach(function(port) {
				if (port.split(":").length > 1) result.push("expose_host_port");
			});
			return result;
		},
		expose_port_valid: function(port) {
			return /^([0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])(\/tcp|\/udp){0,1}$/.test(port);
		},
		label_format: function(args) {
			var result = [];
			try {
				parser.nameVal(args);
			} catch (e) {
				result.push("label_invalid");
			}
			return result;
		},
		base_image_tag: function(args) {
			if (args === "scratch") return [];
			var baseImage;
			if (args.includes("@")) baseImage = args.split("@");
			else baseImage = args.split(" ")[0].split(":");
			var result = [];
			if (baseImage.length === 1) result.push("missing_tag");
			else if (baseImage[baseImage.length - 1] === "latest") result.push("latest_tag");
			return result;
		},
		valid_user: function(args) {
			var result = [];
			if (args.trim().match(/\S+/g).length != 1) result.push("extra_args");
			return result;
		},
		valid_maintainer: function(args) {
			var result = [];
			var emails = args.match(/@/g) || [];
			if (emails.length === 0) result.push("missing_args");
			else if (emails.length > 1) result.push("extra_args");
			result.push("deprecated_in_1.13");
			return result;
		},
		param_count_min: function(args, min_count) {
			return args.match(/\S+/g).length >= min_count;
		},
		is_dir_in_context: function(dir) {
			return !dir.startsWith("..") && !dir.startsWith("/");
		},
		is_valid_add: function(args) {
			var result = [];
			if (!commands.param_count_min(args, 2)) result.push("missing_args");
			var hasWildcard = false;
			var sources = args.match(/\S+/g);
			sources.pop();
			sources.forEach(function(source) {
				if (source.includes("*") || source.includes("?")) hasWildcard = true;
				if (!commands.is_dir_in_context(source)) result.push("add_src_invalid");
			});
			if (sources.length > 1 || hasWildcard) {
				if (args.slice(-1)[0] !== "/") result.push("add_dest_invalid");
			}
			return result;
		},
		is_valid_workdir: function(args) {
			var result = [];
			if (commands.is_wrapped_in_quotes(args)) return result;
			if (args.match(/\S+/g).length > 1) result.push("invalid_workdir");
			return result;
		},
		is_wrapped_in_quotes: function(args) {
			if (args.startsWith("'") && args.endsWith("'")) return true;
			if (args.startsWith("\"") && args.endsWith("\"")) return true;
			return false;
		},
		is_valid_env: function(args) {
			var words = parser.words(args);
			if (words.length === 0) return [];
			if (!words[0].includes("=")) return [];
			var result = [];
			try {
				parser.nameVal(args);
			} catch (e) {
				result.push("invalid_format");
			}
			return result;
		},
		is_valid_shell: function(args) {
			if (JSON.parse(args).constructor !== Array) return ["invalid_format"];
			return [];
		},
		is_valid_healthcheck: function(args) {
			var words = parser.words(args);
			if (words[0] === "none") {
				if (words.length === 1) return [];
				return ["invalid_format"];
			}
			var allowedoptions = [
				"--interval",
				"--timeout",
				"--start-period",
				"--retries"
			];
			var cmd = /\ [^-].*/.exec(args);
			if (cmd != null) {
				var options = args.substring(0, cmd.index).match(/--\w+/g);
				if (!options.reduce((valid, item) => valid && allowedoptions.indexOf(item) > -1, true)) return ["invalid_format"];
				if (options != null) {
					var optparams = args.substring(0, cmd.index).match(/--\w+=\d+\w*/g);
					return optparams != null && optparams.length == options.length ? [] : ["healthcheck_options_missing_args"];
				}
			}
			return [];
		}
	};
}));
// node_modules/dockerfilelint/lib/command_parser.js
var require_command_parser = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports, module) => {
	var parser = require_parser();
	var command_parser = module.exports = {
		split_commands: function(args) {
			var commands = [];
			var idx = 0;
			parser.words(args).forEach(function(word) {
				if ([
					"||",
					"&&",
					";;",
					"|&"
				].indexOf(word) > -1) {
					idx++;
					return;
				}
				if (commands.length < idx + 1) commands[idx] = [];
				commands[idx].push(word);
			});
			return commands.map(function(command) {
				return command.join(" ");
			});
		},
		filter_commands: function(commands, prefix) {
			var prefixCommands = [];
			if (commands) commands.forEach(function(command) {
				command = command.trim();
				command = command_parser.command_strip_env(command);
				if (command.startsWith(prefix)) prefixCommands.push(command);
			});
			return prefixCommands;
		},
		get_subcommand: function(command) {
			var subcommand = "";
			command.match(/\S+/g).slice(1).some(function(part) {
				if (!part.startsWith("-")) {
					subcommand = part;
					return true;
				}
			});
			return subcommand;
		},
		command_strip_env: function(command) {
			var result = [];
			var prefix = true;
			parser.words(command).forEach(function(word) {
				if (prefix && word.match(/.*[^\\]=.*/)) return;
				prefix = false;
				result.push(word);
			});
			return result.join(" ");
		},
		command_has_part: function(command, commandPart) {
			return command.match(/\S+/g).some(function(part) {
				return part.trim() === commandPart;
			});
		},
		command_has_flag: function(command, commandFlag) {
			if (commandFlag.startsWith("--")) return command.match(/\S+/g).some(function(part) {
				return part.trim() === commandFlag;
			});
			else if (commandFlag.startsWith("-")) return command.match(/\S+/g).some(function(part) {
				if (part.startsWith("--") || !part.startsWith("-")) return false;
				return part.trim().substr(1).split("").some(function(char) {
					return char === commandFlag.substr(1);
				});
			});
			throw new Error("bad flag");
		},
		get_nextcommands: function(commands, index) {
			return commands.slice(index + 1);
		}
	};
}));
// node_modules/dockerfilelint/lib/apk.js
var require_apk = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports, module) => {
	var command_parser = require_command_parser();
	module.exports = {
		apk_commands: function(commands) {
			return command_parser.filter_commands(commands, "apk");
		},
		apk_subcommand: function(apkCommand) {
			return command_parser.get_subcommand(apkCommand);
		},
		apkadd_hasnocache: function(apkaddCommand) {
			return command_parser.command_has_flag(apkaddCommand, "--no-cache");
		},
		apkadd_hasupdate: function(apkaddCommand) {
			return command_parser.command_has_flag(apkaddCommand, "--update");
		},
		apkadd_numpackages: function(apkaddCommand) {
			var num_packages = 0;
			var parts = apkaddCommand.split(" ");
			if (apkaddCommand.length < 3) return 0;
			parts.splice(0, 2);
			parts.forEach(function(part) {
				part = part.replace(/ /g, "");
				if (part.length > 0 && !part.startsWith("-")) num_packages++;
			});
			return num_packages;
		},
		apkadd_hasvirtual: function(apkaddCommand) {
			return command_parser.command_has_flag(apkaddCommand, "--virtual") || command_parser.command_has_flag(apkaddCommand, "-t");
		},
		follows_rmapkcache: function(commands, index) {
			return command_parser.get_nextcommands(commands, index).some(function(command) {
				if (command.split(" ")[0] !== "rm") return false;
				if (!command_parser.command_has_part(command, "/var/cache/apk/*")) return false;
				if (!command_parser.command_has_flag(command, "-r") && !command_parser.command_has_flag(command, "-R") && !command_parser.command_has_flag(command, "--recursive")) return false;
				if (!command_parser.command_has_flag(command, "-f") && !command_parser.command_has_flag(command, "--force")) return false;
				return true;
			});
		}
	};
}));
// node_modules/dockerfilelint/lib/apt.js
var require_apt = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports, module) => {
	var command_parser = require_command_parser();
	module.exports = {
		aptget_commands: function(commands) {
			return command_parser.filter_commands(commands, "apt-get");
		},
		aptget_subcommand: function(aptgetCommand) {
			return command_parser.get_subcommand(aptgetCommand);
		},
		aptget_hasyes: function(aptgetCommand) {
			return command_parser.command_has_flag(aptgetCommand, "-y") || command_parser.command_has_flag(aptgetCommand, "--yes") || command_parser.command_has_flag(aptgetCommand, "--assume-yes");
		},
		aptget_hasnorecommends: function(aptgetCommand) {
			return command_parser.command_has_flag(aptgetCommand, "--no-install-recommends");
		},
		follows_rmaptlists: function(commands, index) {
			return command_parser.get_nextcommands(commands, index).some(function(command) {
				if (command.split(" ")[0] !== "rm") return false;
				if (!command_parser.command_has_part(command, "/var/lib/apt/lists/*")) return false;
				if (!command_parser.command_has_flag(command, "-r") && !command_parser.command_has_flag(command, "-R") && !command_parser.command_has_flag(command, "--recursive")) return false;
				if (!command_parser.command_has_flag(command, "-f") && !command_parser.command_has_flag(command, "--force")) return false;
				return true;
			});
		}
	};
}));
// node_modules/dockerfilelint/lib/reference.js
var require_reference = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports, module) => {
	module.exports = {
		"required_params": {
			"title": "Missing Required Arguments",
			"description": `All commands in a Dockerfile require at least 1 argument.
A line in a Dockerfile can be in any of the following formats:
* * *
#### \`# Comment\`
Docker will treat any line that begins with a \`#\` as a comment.
* * *
#### \`INSTRUCTION arguments\`
All instructions require at least 1 argument, and should be on the same line as the \`INSTRUCTION\`.
* * *
#### \`RUN\` continuation
If a \`RUN\` line ends with a \`\\\`, the next line will be treated as part of the same \`RUN\` arguement.
* * *
#### Blank or Whitespace
Blank lines are allowed and will be ignored.
* * *`,
			"category": "Possible Bug"
		},
		"uppercase_commands": {
			"title": "Capitalize Dockerfile Instructions",
			"description": `For clarity and readability, all instructions in a Dockerfile should be uppercase.
This is a convention adopted by most of the official images and greatly improves readability in long Dockerfiles.  For an example of
why this makes a difference, check out the current [redis Dockerfile](https://github.com/docker-library/redis/blob/b375650fb69b7db819e90c0033433c705b28656e/3.0/Dockerfile)
and you should be able to easily see the instructions used.`,
			"category": "Clarity"
		},
		"from_first": {
			"title": "First Command Must Be FROM or ARG",
			"description": "The first instruction in a Dockerfile must specify the base image using a FROM command or an ARG command to modify the FROM command.  Additionally, FROM cannot appear later in a Dockerfile.",
			"category": "Possible Bug"
		},
		"invalid_line": {
			"title": "Invalid Line",
			"description": "This line is not a valid Dockerfile line.",
			"category": "Possible Bug"
		},
		"sudo_usage": {
			"title": "Use Of sudo Is Not Allowed",
			"description": `Use of \`sudo\` is not allowed in a Dockerfile.  From the official document [Best practices for writing Dockerfiles](https://docs.docker.com/engine/userguide/eng-image/dockerfile_best-practices/):
> You should avoid installing or using \`sudo\` since it has unpredictable TTY and signal-forwarding behavior that can cause more problems than it solves.
> If you absolutely need functionality similar to \`sudo\` (e.g., initializing the daemon as root but running it as non-root), you may be able to use \`gosu\`.`,
			"category": "Possible Bug"
		},
		"apt-get_missing_param": {
			"title": "Missing parameter for `apt-get`",
			"description": "Usage of `apt-get` should include a `-y` flag to ensure it will not block while waiting for input.",
			"category": "Possible Bug"
		},
		"apt-get_recommends": {
			"title": "Consider `--no-install-recommends`",
			"description": `Consider using a \`--no-install-recommends\` when \`apt-get\` installing packages.  This will result in a smaller image size.  For
more information, see [this blog post](http://blog.replicated.com/2016/02/05/refactoring-a-dockerfile-for-image-size/)`,
			"category": "Optimization"
		},
		"apt-get-upgrade": {
			"title": "`apt-get upgrade` Is Not Allowed",
			"description": `Use of \`apt-get upgrade\` is not allowed in a Dockerfile.  From the [best practices - take 2](http://crosbymichael.com/dockerfile-best-practices-take-2.html) blog post:
> Updates will be baked into the based images you don't need to apt-get upgrade your containers. Because of the isolation that happens this can often fail if something is
> trying to modify init or make device changes inside a container. It also produces inconsistent images because you no longer have one source of truth of how your application
> should run and what versions of dependencies are included in the image.
>
> If there are security updates that a base image needs, let upstream know so that they can update it for everyone and ensure that your builds are consistent again.`,
			"category": "Optimization"
		},
		"apt-get-dist-upgrade": {
			"title": "apt-get dist-upgrade Is Not Allowed",
			"description": "Use of `apt-get dist-upgrade` is not allowed in a Dockerfile.",
			"category": "Optimization"
		},
		"apt-get-update_require_install": {
			"title": "apt-get update without matching apt-get install",
			"description": "All instances of `apt-get update` should have the `apt-get install` commands on the same line to reduce image size.",
			"category": "Optimization"
		},
		"apkadd-missing_nocache_or_updaterm": {
			"title": "Consider `--no-cache or --update with rm -rf /var/cache/apk/*`",
			"description": `Consider using a \`--no-cache\` (supported in alpine linux >= 3.3) or \`--update\` followed by the command \`rm -rf /var/cache/apk/*\` when \`apk\` adding packages.  This will result in a smaller image size.  For
more information, see [this link](https://github.com/gliderlabs/docker-alpine/blob/master/docs/usage.md)`,
			"category": "Optimization"
		},
		"apkadd-missing-virtual": {
			"title": "Consider `--virtual` when using apk add and del together in a command.",
			"description": `Consider using a \`--virtual\` or \`-t\` switch to group multiple packages for easy cleanup.  This will help ensure future authors will continue to clean up build dependencies and other temporary packages.  For
more information, see [this link](https://github.com/gliderlabs/docker-alpine/blob/master/docs/usage.md#virtual-packages)`,
			"category": "Optimization"
		},
		"invalid_port": {
			"title": "Invalid Port Exposed",
			"description": "Exposing ports should only be valid port numbers.",
			"category": "Possible Bug"
		},
		"invalid_command": {
			"title": "Invalid Command",
			"description": "Only valid commands are allowed in a Dockerfile.",
			"category": "Possible Bug"
		},
		"expose_host_port": {
			"title": "Expose Only Container Port",
			"description": `Using \`EXPOSE\` to specify a host port is not allowed.  While early versions of Docker supported this syntax, it has been deprecated from some time now.

If image authors were to include the host port in the image, it would greatly reduce portability of the image.  It's best to document the container ports available and let the
container create/start process manage the mapping to host ports using either of the following methods:

- \`docker run -P image\`:  (capital P) This will map any port you have an \`EXPOSE\` line for in the Dockerfile to a random host port.
- \`docker run -p container_port:host_port image\`:  (lower case p) This will define the host port to map to the container port.`,
			"category": "Deprecation"
		},
		"label_invalid": {
			"title": "Label Is Invalid",
			"description": "Using LABEL should be in key=value format.",
			"category": "Possible Bug"
		},
		"missing_tag": {
			"title": "Base Image Missing Tag",
			"description": "Base images should specify a tag to use.",
			"category": "Clarity"
		},
		"latest_tag": {
			"title": "Base Image Latest Tag",
			"description": "Base images should not use the latest tag.",
			"category": "Clarity"
		},
		"extra_args": {
			"title": "Extra Arguments",
			"description": "This command has extra arguments and will be ignored.",
			"category": "Possible Bug"
		},
		"missing_args": {
			"title": "Missing Arguments",
			"description": "This command requires additional arguments.",
			"category": "Possible Bug"
		},
		"deprecated_in_1.13": {
			"title": "Deprecated as of Docker 1.13",
			"description": "This INSTRUCTION is deprecated as of Docker 1.13",
			"category": "Deprecation"
		},
		"add_src_invalid": {
			"title": "Invalid ADD Source",
			"description": "All files referenced in an ADD command should be part of the Docker build context.",
			"category": "Possible Bug"
		},
		"add_dest_invalid": {
			"title": "Invalid ADD Destination",
			"description": "When adding multiple files, the destination should be a directory.",
			"category": "Possible Bug"
		},
		"invalid_workdir": {
			"title": "Invalid WORKDIR",
			"description": "Using a WORKDIR parameter that has spaces should be escaped.",
			"category": "Possible Bug"
		},
		"invalid_format": {
			"title": "Invalid Argument Format",
			"description": "The arguments to this command are invalid",
			"category": "Possible Bug"
		},
		"apt-get_missing_rm": {
			"title": "apt-get update with matching cache rm",
			"description": "Use of apt-get update should be paired with rm -rf /var/lib/apt/lists/* in the same layer.",
			"category": "Optimization"
		},
		"healthcheck_options_missing_args": {
			"title": "Missing Argument for HEALTHCHECK option",
			"description": "HEALTHCHECK options (like '--timeout') must have extra arguments (e.g. `--timeout=30s') ",
			"category": "Possible Bug"
		}
	};
}));
// node_modules/dockerfilelint/lib/messages.js
var require_messages = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports, module) => {
	var reference = require_reference();
	var messages = module.exports = {
		parseBool: function(s) {
			s = s.toLowerCase();
			if (s === "off" || s === "false" || s === "0" || s === "n") return false;
			return true;
		},
		build: function(rules, name, line) {
			if (name in rules) {
				if (!messages.parseBool(rules[name])) return null;
			}
			var message = {};
			if (name in reference) Object.assign(message, reference[name]);
			else {
				message.title = name;
				message.description = "No description for message";
			}
			message.line = line;
			message.rule = name;
			return message;
		}
	};
}));
// node_modules/dockerfilelint/lib/index.js
var require_lib = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports, module) => {
	var path = require("path");
	var fs = require("fs");
	var yaml = require("node:path");
	var checks = require_checks();
	var command_parser = require_command_parser();
	var apk = require_apk();
	var apt = require_apt();
	var messages = require_messages();
	module.exports.run = function(configPath, content) {
		var instructions = {};
		var lines = content.split(/\r?\n/) || [];
		var partialLine = "";
		var partialLineNum = 0;
		lines.forEach(function(line, lineNum) {
			line = line.trim();
			if (line === "" || line.startsWith("#")) return;
			if (line.slice(-1) === "\\") {
				partialLine = partialLine + line.slice(0, -1) + " ";
				if (partialLineNum === 0) partialLineNum = lineNum;
				return;
			}
			if (partialLineNum !== 0) lineNum = partialLineNum;
			var entireLine = partialLine + " " + line;
			instructions[lineNum] = entireLine.trim();
			partialLine = "";
			partialLineNum = 0;
		});
		var state = {
			stages: [{
				instructionsProcessed: 0,
				cmdFound: false
			}],
			items: [],
			rules: loadRules(configPath)
		};
		for (var idx in instructions) {
			var result = runLine(state, instructions, idx);
			state.items = state.items.concat(result.items);
			if (result.command === "cmd") state.stages[state.stages.length - 1].cmdFound = true;
			else if (result.command === "from" && state.stages[state.stages.length - 1].instructionsProcessed !== 0) state.stages.push({
				instructionsProcessed: 0,
				cmdFound: false
			});
			state.stages[state.stages.length - 1].instructionsProcessed++;
		}
		return state.items;
	};
	function loadRules(configPath) {
		var configFileContents = tryLoadFile(path.join(configPath, ".dockerfilelintrc"));
		if (!configFileContents) return {};
		return yaml.safeLoad(configFileContents).rules;
	}
	function tryLoadFile(filename) {
		try {
			if (fs.lstatSync(filename).isFile()) return fs.readFileSync(filename, "UTF-8");
			return null;
		} catch (e) {
			return null;
		}
	}
	function runLine(state, instructions, idx) {
		var items = [];
		var line = parseInt(idx) + 1;
		var instruction = instructions[idx];
		if (instruction.trim().match(/\S+/g).length === 1) items.push(messages.build(state.rules, "required_params", line));
		var cmd = instruction.trim().match(/\S+/g)[0].toLowerCase();
		if (instruction.trim().match(/\S+/g)[0] !== cmd.toUpperCase()) items.push(messages.build(state.rules, "uppercase_commands", line));
		if (state.stages[state.stages.length - 1].instructionsProcessed === 0 && cmd !== "arg" && cmd !== "from") items.push(messages.build(state.rules, "from_first", line));
		var args = instruction.toLowerCase().replace(cmd, "").trim();
		if (!args) items.push(messages.build(state.rules, "invalid_line", line));
		if (args) {
			args.match(/\S+/g).forEach(function(arg) {
				if (arg.trim().toLowerCase() === "sudo") items.push(messages.build(state.rules, "sudo_usage", line));
			}.bind(this));
			switch (cmd) {
				case "from":
					checks.base_image_tag(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					break;
				case "maintainer":
					checks.valid_maintainer(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					break;
				case "run":
					var aptgetSubcommands = [];
					var commands = command_parser.split_commands(args);
					apt.aptget_commands(commands).forEach(function(aptget_command, index) {
						var subcommand = apt.aptget_subcommand(aptget_command);
						aptgetSubcommands.push(subcommand);
						if ([
							"install",
							"remove",
							"upgrade"
						].indexOf(subcommand) > -1) {
							if (!apt.aptget_hasyes(aptget_command)) items.push(messages.build(state.rules, "apt-get_missing_param", line));
						}
						if (subcommand === "install") {
							if (!apt.aptget_hasnorecommends(aptget_command)) items.push(messages.build(state.rules, "apt-get_recommends", line));
						} else if (subcommand === "update") {
							if (!apt.follows_rmaptlists(commands, index)) items.push(messages.build(state.rules, "apt-get_missing_rm", line));
						} else if (subcommand === "upgrade") items.push(messages.build(state.rules, "apt-get-upgrade", line));
						else if (subcommand === "dist-upgrade") items.push(messages.build(state.rules, "apt-get-dist-upgrade", line));
					});
					if (aptgetSubcommands.indexOf("update") > -1 && aptgetSubcommands.indexOf("install") === -1) items.push(messages.build(state.rules, "apt-get-update_require_install", line));
					var num_apkdel = 0;
					apk.apk_commands(commands).forEach(function(apk_command) {
						if (apk.apk_subcommand(apk_command) === "del") num_apkdel++;
					});
					apk.apk_commands(commands).forEach(function(apk_command, index) {
						if (apk.apk_subcommand(apk_command) === "add") {
							if (apk.apkadd_numpackages(apk_command) > 1) {
								if (num_apkdel > 0) {
									if (!apk.apkadd_hasvirtual(apk_command)) items.push(messages.build(state.rules, "apkadd-missing-virtual", line));
								}
							}
							if (!apk.apkadd_hasnocache(apk_command)) {
								if (!apk.apkadd_hasupdate(apk_command) || !apk.follows_rmapkcache(commands, index)) items.push(messages.build(state.rules, "apkadd-missing_nocache_or_updaterm", line));
							}
						}
					});
					break;
				case "cmd": break;
				case "label":
					checks.label_format(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					break;
				case "expose":
					checks.expose_container_port_only(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					args.match(/\S+/g).forEach(function(port) {
						if (!checks.expose_port_valid(port)) {
							if (!port.includes(":")) items.push(messages.build(state.rules, "invalid_port", line));
						}
					});
					break;
				case "env":
					checks.is_valid_env(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					break;
				case "add":
					checks.is_valid_add(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					break;
				case "copy": break;
				case "entrypoint": break;
				case "volume": break;
				case "user":
					checks.valid_user(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					break;
				case "workdir":
					checks.is_valid_workdir(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					break;
				case "arg": break;
				case "onbuild": break;
				case "stopsignal": break;
				case "shell":
					checks.is_valid_shell(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					break;
				case "healthcheck":
					checks.is_valid_healthcheck(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					break;
				default: items.push(messages.build(state.rules, "invalid_command", line));
			}
		}
		items = items.filter(function(n) {
			return n != null;
		});
		return {
			command: cmd,
			items
		};
	}
}));
// lib/gates/lint/engines/dockerfilelint-run.js
var import_lib = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_lib(), 1);
/** @typedef {{ readonly rule: string, readonly line: number }} Item */
const noConfiguration = "\0";
/**
* What dockerfilelint's rules find in one text, or what it crashed of.
* @param {string} text
* @returns {{ readonly items: readonly Item[] } | { readonly crash: string }}
*/
function judgeText(text) {
	try {
		return { items: import_lib.default.run(noConfiguration, text).map(({ rule, line }) => ({
			rule,
			line: Number(line)
		})) };
	} catch (error) {
		return { crash: error instanceof Error ? error.message : String(error) };
	}
}
// lib/gates/lint/engines/dockerfilelint-here.js
/**
* dockerfilelint's time grows with the square of an instruction's length, by 5 ns at worst. The squares of all
* instructions may sum to this, so that 50 ms is the worst that a text of hostile make costs on this thread.
*/
const mostSquares = 1e7;
/** Whether these texts, an instruction on each line, are judged sooner here than a thread of their own would start. */
function isTame(texts) {
	let squares = 0;
	for (const text of texts) {
		for (const line of text.split("\n")) squares += line.length ** 2;
		if (squares > mostSquares) return false;
	}
	return true;
}
/** Answers as the worker does, on this thread and without a deadline: for tame texts only. */
function onThisThread() {
	const waiting = [];
	return {
		send: (texts) => {
			waiting.push(...texts);
		},
		receive: async () => judgeText(waiting.shift() ?? ""),
		stop: async () => {}
	};
}
// lib/gates/lint/engines/dockerfilelint-text.js
/**
* Stand-ins for what dockerfilelint misreads: flags, ranges, JSON arrays, options it does not know. Their arguments are
* judged in `dockerfilelint-verdicts.ts` instead; the rest of the line is still theirs to judge.
*/
const standIns = {
	FROM: "scratch",
	EXPOSE: "80",
	HEALTHCHECK: "NONE",
	SHELL: "[\"sh\"]",
	ADD: "a b",
	COPY: "a b"
};
/**
* Instructions as dockerfilelint can read them: one on each line, without flags, heredoc bodies, comments between
* continued lines, carriage returns and foreign escape characters. Line n is the n-th of them.
*/
function textFor(instructions) {
	return instructions.map(lineFor).join("\n");
}
function lineFor({ keyword, text, body }) {
	const written = firstWord(text);
	const args = body === "" ? "" : standIns[keyword] ?? oneLine(body);
	return args === "" ? written : `${written} ${args}`;
}
function firstWord(text) {
	const start = text.search(/\S/);
	const length = text.slice(start, start + 1024).search(/\s/);
	return start < 0 ? "" : text.slice(start, length < 0 ? start + 1024 : start + length);
}
/** A carriage return would be a line end to it, and a backslash at the end would join the next line. */
function oneLine(body) {
	const line = body.includes("\r") ? body.replaceAll("\r", " ") : body;
	let end = line.trimEnd().length;
	while (line[end - 1] === "\\") end = line.slice(0, end - 1).trimEnd().length;
	return line.slice(0, end);
}
// lib/gates/lint/shell/program.js
const before = /* @__PURE__ */ new Set([...[
	"if",
	"then",
	"else",
	"elif",
	"do",
	"while",
	"until",
	"!",
	"{",
	"time",
	"exec",
	"command"
], ...[
	"sudo",
	"env",
	"nice",
	"nohup",
	"eatmydata"
]]);
const assignment = /^([A-Za-z_][A-Za-z0-9_]*)=/;
function invocationOf(command) {
	const environment = /* @__PURE__ */ new Map();
	const wrappers = [];
	let at = 0;
	for (; at < command.length; at++) {
		const { text } = command[at];
		const name = assignment.exec(text)?.[1];
		if (name !== void 0) environment.set(name, text.slice(name.length + 1));
		else if (before.has(text)) wrappers.push(text);
		else if (!(wrappers.at(-1) === "sudo" && text.startsWith("-"))) break;
	}
	const first = command[at];
	if (first === void 0) return void 0;
	return {
		program: first.text.slice(first.text.lastIndexOf("/") + 1),
		offset: first.offset,
		words: command.slice(at + 1),
		environment,
		wrappers
	};
}
/** The first word that is no option: `install` of `apt-get -qq install -y curl`. */
function subcommandOf({ words }) {
	return words.find(({ text }) => !text.startsWith("-"))?.text ?? "";
}
function hasOption({ words }, ...options) {
	return words.some(({ text }) => options.includes(text));
}
// lib/gates/lint/shell/commands.js
/** Scripts nest in `$(…)` and backquotes; deeper ones are not looked into. */
const deepest = 6;
/**
* The commands of a POSIX shell script, those in `$(…)` behind the one that holds them. No shell is run and nothing
* is expanded: this is for finding `apt-get install`, not for knowing what it does. Linear in the text.
*/
function commandsOf(script, start = 0, depth = 0) {
	const commands = [];
	const nested = [];
	let words = [];
	let parts = [];
	let wordStart = -1;
	let quote = "";
	let searched = -1;
	const endWord = () => {
		if (wordStart >= 0) words.push({
			text: parts.join(""),
			offset: start + wordStart
		});
		parts = [];
		wordStart = -1;
	};
	const endCommand = () => {
		endWord();
		if (words.length > 0) commands.push(words);
		words = [];
	};
	for (let at = 0; at < script.length; at++) {
		const char = script[at];
		if (quote === "'") {
			if (char === "'") quote = "";
			else parts.push(char);
			continue;
		}
		if (quote === "" && /\s/.test(char)) {
			if (char === "\n") endCommand();
			else endWord();
			continue;
		}
		if (quote === "" && ";&|()".includes(char)) {
			if (char === "&" && (script[at - 1] === ">" || script[at + 1] === ">")) {
				parts.push(char);
				if (wordStart < 0) wordStart = at;
			} else endCommand();
			continue;
		}
		if (quote === "" && char === "#" && wordStart < 0) {
			const newline = script.indexOf("\n", at);
			at = newline < 0 ? script.length : newline - 1;
			continue;
		}
		if (wordStart < 0) wordStart = at;
		if (char === "\\") {
			const next = script[++at];
			if (next !== void 0 && next !== "\n") parts.push(next);
		} else if (char === quote) quote = "";
		else if (quote === "" && (char === "'" || char === "\"")) quote = char;
		else if (char === "`" || char === "$" && script[at + 1] === "(") {
			const open = at + (char === "`" ? 1 : 2);
			const close = at < searched ? -1 : closing(script, open, char === "`");
			if (close < 0) {
				searched = Math.max(searched, open + reach);
				parts.push(char);
			} else {
				nested.push({
					text: script.slice(open, close),
					offset: open
				});
				parts.push(script.slice(at, close + 1));
				at = close;
			}
		} else parts.push(char);
	}
	endCommand();
	if (depth >= deepest) return commands;
	return [...commands, ...nested.flatMap(({ text, offset }) => commandsOf(text, start + offset, depth + 1))];
}
/** A substitution longer than this is passed over. */
const reach = 16384;
/** The backquote or parenthesis that closes a substitution; -1 if there is none within reach. */
function closing(script, from, backquote) {
	const end = Math.min(script.length, from + reach);
	let depth = 1;
	let quote = "";
	for (let at = from; at < end; at++) {
		const char = script[at];
		if (char === "\\") at++;
		else if (backquote) {
			if (char === "`") return at;
		} else if (quote !== "") quote = char === quote ? "" : quote;
		else if (char === "'" || char === "\"") quote = char;
		else if (char === "(") depth++;
		else if (char === ")" && --depth === 0) return at;
	}
	return -1;
}
// lib/gates/lint/shell/run.js
const shells = /* @__PURE__ */ new Set([
	"sh",
	"bash",
	"ash",
	"dash",
	"zsh",
	"ksh"
]);
/** What a RUN runs: its line, the array of its exec form, or its heredoc if that is a script. */
function startedBy(run) {
	if (run.json !== void 0) return ofExec(run, run.json);
	const own = commandsOf(run.body).flatMap((command) => started(command, (offset) => placeOf(run, run.offset + offset)));
	const script = run.heredocs[0];
	if (script === void 0 || !isScript(own[0], run.body)) return own;
	const placeAt = placesIn(script.body, script.line);
	return [...own.filter(({ program }) => !program.includes("<<")), ...commandsOf(withoutContinuations(script.body)).flatMap((command) => started(command, placeAt))];
}
/** Escaped line ends become blanks, so that offsets stay. */
function withoutContinuations(body) {
	return body.replaceAll("\\\n", "  ");
}
function ofExec(run, words) {
	const place = placeOf(run, run.offset);
	const program = words[0]?.slice(words[0].lastIndexOf("/") + 1) ?? "";
	const script = shells.has(program) && words[1]?.startsWith("-") ? words[2] : void 0;
	return (script === void 0 ? [words.map((text) => ({
		text,
		offset: 0
	}))] : commandsOf(script)).flatMap((command) => started(command, () => place));
}
function started(command, placeAt) {
	const invocation = invocationOf(command);
	return invocation === void 0 ? [] : [{
		...invocation,
		place: placeAt(invocation.offset)
	}];
}
/** `RUN <<EOF` and `RUN bash <<EOF` are scripts; `RUN cat <<EOF > file` is data. */
function isScript(first, body) {
	return body.trimStart().startsWith("<<") || first !== void 0 && shells.has(first.program);
}
/** Finds the line of an offset in a heredoc's body without reading it from the start each time. */
function placesIn(body, firstLine) {
	const starts = [0];
	for (let at = body.indexOf("\n"); at >= 0; at = body.indexOf("\n", at + 1)) starts.push(at + 1);
	return (offset) => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = low + high + 1 >> 1;
			if (starts[middle] <= offset) low = middle;
			else high = middle - 1;
		}
		return {
			line: firstLine + low,
			column: offset - starts[low] + 1
		};
	};
}
// lib/gates/lint/transfer.js
/** Half of the rules ask for the same ones. */
const known$3 = /* @__PURE__ */ new WeakMap();
function transferOf(instruction, dockerfile) {
	const { keyword } = instruction;
	if (keyword !== "COPY" && keyword !== "ADD") return void 0;
	const before = known$3.get(instruction);
	if (before !== void 0) return before;
	const transfer = readTransfer(instruction, dockerfile);
	if (transfer !== void 0) known$3.set(instruction, transfer);
	return transfer;
}
function readTransfer(instruction, dockerfile) {
	const { body, json, offset } = instruction;
	const words = json?.map((text) => ({
		text,
		offset: 0
	})) ?? quotedWords(body, dockerfile.escapeChar);
	const last = words.at(-1);
	if (last === void 0 || words.length < 2) return void 0;
	return {
		sources: words.slice(0, -1).flatMap((word) => {
			if (/^\d*<</.test(word.text)) return [];
			const { text, known } = dockerfile.expandAt(instruction, word.text);
			return known ? [{
				text,
				offset: offset + word.offset
			}] : [];
		}),
		destination: dockerfile.expandAt(instruction, last.text).text
	};
}
/** True if a source is the whole build context. */
function isWholeContext(source) {
	return /^(?:\.?\/*|(?:\.\/)*\*?|\/\*)$/.test(source);
}
function isRemote(source) {
	return /^(?:https?|git|ssh|ftp):\/\/|^git@/i.test(source);
}
// lib/gates/lint/engines/dockerfilelint-verdicts.js
/** What dockerfilelint's own rules say of the instructions that it misreads, judged with our parser. */
function* verdictsOn(dockerfile) {
	const [first] = dockerfile.instructions;
	if (first !== void 0 && first.keyword !== "FROM" && first.keyword !== "ARG") yield {
		rule: "from_first",
		...placeOf(first)
	};
	for (const stage of dockerfile.stages) yield* onFrom(stage);
	for (const instruction of dockerfile.instructions) switch (instruction.keyword) {
		case "EXPOSE":
			yield* onExpose(instruction);
			break;
		case "HEALTHCHECK":
			yield* onHealthcheck(instruction);
			break;
		case "SHELL":
			if (instruction.body !== "" && instruction.json === void 0) yield {
				rule: "invalid_format",
				...placeOf(instruction, instruction.offset)
			};
			break;
		case "ADD": yield* onAdd(instruction, dockerfile);
	}
}
function* onFrom({ from, base, parent }) {
	if (parent !== void 0 || base.text === "scratch" || !base.known || base.written === "") return;
	const reference = require_reference$1.parseReference(base.text);
	if ("fault" in reference) return;
	const own = placeOf(from, base.offset);
	const place = base.origin === void 0 ? own : {
		line: base.origin,
		column: 1
	};
	if (reference.tag === "latest" && reference.digest === void 0) yield {
		rule: "latest_tag",
		...place
	};
	if (reference.tag === void 0 && reference.digest === void 0) yield {
		rule: "missing_tag",
		...place
	};
}
/** Ports and ranges of tcp, udp and sctp; what a variable hides is let through. */
function* onExpose(instruction) {
	for (const { text, offset } of plainWords(instruction.body)) {
		const place = placeOf(instruction, instruction.offset + offset);
		if (text.includes("$")) continue;
		const [, first, last] = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(?:tcp|udp|sctp))?$/i.exec(text) ?? [];
		if (first !== void 0 && Number(first) <= Number(last ?? first) && Number(last ?? first) <= 65535) continue;
		yield {
			rule: text.includes(":") ? "expose_host_port" : "invalid_port",
			...place
		};
	}
}
const healthOptions = /* @__PURE__ */ new Set([
	"interval",
	"timeout",
	"start-period",
	"start-interval",
	"retries"
]);
function* onHealthcheck(instruction) {
	const { flags, body } = instruction;
	for (const { name, value, offset } of flags) {
		const place = placeOf(instruction, offset);
		if (!healthOptions.has(name)) yield {
			rule: "invalid_format",
			...place
		};
		else if (!value) yield {
			rule: "healthcheck_options_missing_args",
			...place
		};
	}
	const form = /^none$/i.test(body) ? flags.length === 0 : /^cmd\s+\S/i.test(body);
	if (body !== "" && !form) yield {
		rule: "invalid_format",
		...placeOf(instruction, instruction.offset)
	};
}
function* onAdd(instruction, dockerfile) {
	if (instruction.body === "") return;
	const transfer = transferOf(instruction, dockerfile);
	const place = placeOf(instruction);
	if (transfer === void 0) {
		yield {
			rule: "missing_args",
			...place
		};
		return;
	}
	const { sources, destination } = transfer;
	for (const { text, offset } of sources) if (/^\.\.(?:\/|$)/.test(text)) yield {
		rule: "add_src_invalid",
		...placeOf(instruction, offset)
	};
	const folder = /\/$|^\.\.?$|\$/.test(destination);
	if (sources.length > 1 && !folder) yield {
		rule: "add_dest_invalid",
		...place
	};
}
/** False if dockerfilelint says something about a RUN that is not so; what it is right about, it may say. */
function isTrueOf(rule, instruction) {
	if (rule === "sudo_usage") return usesSudo(instruction);
	if (instruction.keyword === "MAINTAINER") return rule !== "missing_args" && rule !== "extra_args";
	if (instruction.keyword !== "RUN" || !rule.startsWith("apt-get")) return true;
	switch (rule) {
		case "apt-get_missing_param":
		case "apt-get_recommends": return culprit(rule, instruction) !== void 0;
		case "apt-get-update_require_install": {
			const installs = [
				"install",
				"upgrade",
				"dist-upgrade",
				"build-dep",
				"download",
				"source"
			];
			return !aptGets(instruction).some((one) => installs.includes(verbOf(one)));
		}
		default: return true;
	}
}
/** Where a rule of dockerfilelint's, which names only lines, has something to say: the command, else the instruction. */
function placeOfRule(rule, instruction) {
	return culprit(rule, instruction)?.place ?? placeOf(instruction);
}
/** The command of a RUN that a rule is about. */
function culprit(rule, instruction) {
	if (instruction.keyword !== "RUN") return void 0;
	const verb = (...verbs) => aptGets(instruction).filter((one) => verbs.includes(verbOf(one)));
	switch (rule) {
		case "sudo_usage": return startedBy(instruction).find(isSudo);
		case "apt-get_missing_param": return verb("install", "remove", "upgrade").find((one) => !saysYes(one));
		case "apt-get_recommends": return verb("install").find((one) => !leavesOutRecommended(one));
		case "apt-get-upgrade": return verb("upgrade")[0];
		case "apt-get-dist-upgrade": return verb("dist-upgrade")[0];
		case "apt-get-update_require_install":
		case "apt-get_missing_rm": return verb("update")[0];
		case "apkadd-missing_nocache_or_updaterm":
		case "apkadd-missing-virtual": return startedBy(instruction).find((one) => one.program === "apk" && verbOf(one) === "add");
		default: return;
	}
}
function aptGets(instruction) {
	return startedBy(instruction).filter(({ program }) => program === "apt-get");
}
/** Options with a value of their own would be taken for the verb. */
function verbOf({ words }) {
	for (let at = 0; at < words.length; at++) {
		const text = words[at]?.text ?? "";
		if (/^(?:-o|-c|-t|--option|--config-file|--target-release)$/.test(text)) at++;
		else if (!text.startsWith("-")) return text;
	}
	return "";
}
/** `-qq` and `--quiet=2` imply yes. */
function saysYes(started) {
	return hasOption(started, "--yes", "--assume-yes", "--quiet=2", "--force-yes", "-q=2") || started.words.some(({ text }) => /^-[a-z]*y[a-z]*$/.test(text) || /^-[a-z]*q[a-z]*q[a-z]*$/.test(text));
}
function leavesOutRecommended(started) {
	return hasOption(started, "--no-install-recommends") || started.words.some(({ text }) => /^(?:-o)?apt::install-recommends=["']?(?:0|false|no)/i.test(text));
}
function usesSudo(instruction) {
	const { keyword, json } = instruction;
	if (![
		"RUN",
		"CMD",
		"ENTRYPOINT",
		"HEALTHCHECK"
	].includes(keyword)) return false;
	if (json !== void 0) return json[0] === "sudo";
	return startedBy(instruction).some(isSudo);
}
function isSudo({ program, wrappers }) {
	return program === "sudo" || wrappers.includes("sudo");
}
// lib/gates/lint/engines/dockerfilelint.js
/** An ordinary file takes less than a millisecond. */
const defaultLimits = {
	each: 2e3,
	slow: 1e4
};
/** The rule that says: dockerfilelint could not judge this. An error, for it would hide what it did not see. */
const unjudged = "dockerfilelint-failed";
/**
* So many instructions go to dockerfilelint as one text: its time grows with the square of the lines, and each text
* costs it a look for its configuration.
*/
const longestPiece = 250;
/** Instructions of a piece that failed are tried one by one, up to this many in all. */
const mostSingles = 2e3;
/**
* dockerfilelint's rules over all files, on one thread. A piece that crashes it or takes too long is given to it again
* instruction by instruction, so that the one at fault is named and the others are judged.
*/
async function runDockerfilelint(dockerfiles, threads, limits = defaultLimits) {
	const found = new Map(dockerfiles.map((one) => [one, []]));
	const run = {
		threads,
		limits,
		found,
		left: limits.slow
	};
	const singles = (await judge$1(piecesOf(dockerfiles), run)).flatMap(({ piece }) => piece.map((line) => [line]));
	const untried = singles.slice(mostSingles).map((piece) => ({
		piece,
		why: "was not tried again"
	}));
	for (const { piece, why } of [...await judge$1(singles.slice(0, mostSingles), run), ...untried]) for (const { dockerfile, instruction } of piece) {
		const { keyword } = instruction;
		const message = `dockerfilelint ${why} on this ${keyword.slice(0, 40)}, so its rules did not judge it`;
		found.get(dockerfile)?.push({
			rule: unjudged,
			...placeOf(instruction),
			message
		});
	}
	for (const dockerfile of dockerfiles) for (const verdict of verdictsOn(dockerfile)) found.get(dockerfile)?.push({
		...verdict,
		message: messageOf(verdict.rule)
	});
	return found;
}
/** Instructions of all files in one row: but for `from_first`, dockerfilelint judges each by itself. */
function piecesOf(dockerfiles) {
	const pieces = [];
	for (const dockerfile of dockerfiles) for (const instruction of dockerfile.instructions) {
		const last = pieces.at(-1);
		if (last === void 0 || last.length === longestPiece) pieces.push([{
			dockerfile,
			instruction
		}]);
		else last.push({
			dockerfile,
			instruction
		});
	}
	return pieces;
}
/** Judges all pieces and returns those that could not be. A thread that hangs or dies is replaced for the rest. */
async function judge$1(pieces, run) {
	const failures = [];
	let next = 0;
	while (next < pieces.length) {
		const rest = pieces.slice(next);
		if (run.left <= 0) return [...failures, ...rest.map((piece) => ({
			piece,
			why: "had no time left"
		}))];
		const texts = rest.map((piece) => textFor(piece.map(({ instruction }) => instruction)));
		const thread = isTame(texts) ? onThisThread() : run.threads.start("dockerfilelint");
		try {
			thread.send(texts);
			const { done, why } = await answers(thread, rest, run, failures);
			next += done;
			if (why !== void 0) {
				failures.push({
					piece: pieces[next],
					why
				});
				run.left -= run.limits.each;
				next++;
			}
		} finally {
			await thread.stop();
		}
	}
	return failures;
}
/** How many pieces were answered, and why the next one was not. */
async function answers(thread, pieces, run, failures) {
	for (const [done, piece] of pieces.entries()) {
		let answer;
		try {
			answer = await thread.receive(run.limits.each);
		} catch {
			return {
				done,
				why: "ended its thread"
			};
		}
		if (answer === void 0) return {
			done,
			why: `took longer than ${run.limits.each / 1e3} s`
		};
		if ("crash" in answer) failures.push({
			piece,
			why: `crashed (${answer.crash.slice(0, 120)})`
		});
		else take(answer.items, piece, run);
	}
	return { done: pieces.length };
}
function take(items, piece, run) {
	const said = /* @__PURE__ */ new Set();
	for (const { rule, line } of items) {
		const at = piece[line - 1];
		if (said.has(`${rule} ${line}`)) continue;
		said.add(`${rule} ${line}`);
		if (at === void 0 || rule === "from_first" || !isTrueOf(rule, at.instruction)) continue;
		run.found.get(at.dockerfile)?.push({
			rule,
			...placeOfRule(rule, at.instruction),
			message: messageOf(rule)
		});
	}
}
function messageOf(rule) {
	return Object.hasOwn(dockerfilelintRules, rule) ? dockerfilelintRules[rule]?.summary ?? rule : rule;
}
// lib/gates/lint/engines/engine-rules.js
/** What can be said of the engines and of the table that lint works with. */
const engineRules = [
	{
		id: "dockerfilelint-failed",
		summary: "dockerfilelint crashed or took too long on an instruction",
		reason: "What an engine could not look at must not count as clean. The rest of the file was judged; this instruction was not, by that engine.",
		level: "error",
		bad: "RUN echo <one word of 300,000 characters>",
		good: "COPY payload.b64 /payload.b64",
		fix: "Move long words into a file that is copied, or ignore this rule here with a reason."
	},
	{
		id: "hadolint-failed",
		summary: "hadolint is named in lint.engines, and is missing or could not read a file",
		reason: "The policy asks for a second opinion that was not given. Our own rules and dockerfilelint’s were applied.",
		level: "warning",
		bad: "lint: { engines: [native, hadolint] }   # and no hadolint on PATH",
		good: "lint: { engines: [native, dockerfilelint] }",
		fix: "Install hadolint, or take it out of lint.engines."
	},
	{
		id: "eol-table-old",
		summary: "The table of end-of-life dates is older than 180 days",
		reason: "Releases end every month. With an old table an image on a dead base still passes; that is a gap to know about.",
		level: "warning",
		bad: "base: { eol-file: eol-of-last-year.json }",
		good: "base: { eol-file: eol.json }   # made this month by scripts/eol.mjs",
		fix: "Upgrade image-hygiene, or give a newer table in base.eol-file."
	}
];
// lib/gates/lint/ignores.js
/** What can be said of an ignore itself. */
const ignoreRules = [
	{
		id: "ignore-refused",
		summary: "An ignore has no rule, no reason or no end",
		reason: "An exception without a reason cannot be judged by whoever reads it next, and one without an end stays for ever. Both are therefore no exceptions at all.",
		level: "error",
		bad: "# image-hygiene ignore=final-stage-root",
		good: "# image-hygiene ignore=final-stage-root until=2027-01-31 reason=binds port 80, see OPS-12",
		fix: "Write: # image-hygiene ignore=RULE until=YYYY-MM-DD reason=WHY"
	},
	{
		id: "ignore-expired",
		summary: "An ignore has reached its end",
		reason: "After its last day an ignore holds no more: the finding is back, and somebody has to decide again.",
		level: "warning",
		bad: "# image-hygiene ignore=base-eol until=2020-01-01 reason=migration is planned",
		good: "# image-hygiene ignore=base-eol until=2027-01-31 reason=migration is planned",
		fix: "Mend what it hid, or give it a new end and say why."
	},
	{
		id: "ignore-unknown",
		summary: "An ignore names a rule that does not exist",
		reason: "A misspelt rule hides nothing today, and nobody notices until the finding fails a build.",
		level: "warning",
		bad: "# image-hygiene ignore=final-stage-rot until=2027-01-31 reason=binds port 80",
		good: "# image-hygiene ignore=final-stage-root until=2027-01-31 reason=binds port 80",
		fix: "Correct the name of the rule."
	},
	{
		id: "ignore-unused",
		summary: "An ignore hides nothing",
		reason: "What it hid has been mended, or it stands above the wrong line: either way it may hide something new one day.",
		level: "warning",
		bad: "# image-hygiene ignore=final-stage-root until=2027-01-31 reason=binds port 80\nUSER 10001",
		good: "USER 10001",
		fix: "Take the comment out."
	}
];
/** More than any file needs; each finding is compared with each. */
const mostIgnores = 500;
const start = /^#[ \t]*image-hygiene[ \t]+/;
/** The ignores of a file, and what is wrong with them. */
function readIgnores(dockerfile, today, knownRules, isRule) {
	const ignores = [];
	const faults = [];
	for (const comment of dockerfile.comments) {
		if (!start.test(comment.text)) continue;
		const read = readIgnore(comment, dockerfile);
		if (typeof read === "string") {
			faults.push({
				rule: "ignore-refused",
				line: comment.line,
				column: 1,
				message: read
			});
			continue;
		}
		const unknown = read.rules.filter((rule) => !isRule(rule));
		for (const rule of unknown) {
			const meant = require_index.nearest(rule, knownRules);
			const hint = meant === void 0 ? "" : `; did you mean ${meant}?`;
			faults.push({
				rule: "ignore-unknown",
				line: comment.line,
				column: 1,
				message: `there is no rule '${rule.slice(0, 80)}'${hint}`
			});
		}
		if (read.until < today) faults.push({
			rule: "ignore-expired",
			line: comment.line,
			column: 1,
			message: `this ignore ended on ${read.until}: ${read.reason.slice(0, 200)}`
		});
		else if (ignores.length === mostIgnores) {
			const message = `only the first ${mostIgnores} ignores of a file hold`;
			faults.push({
				rule: "ignore-refused",
				line: comment.line,
				column: 1,
				message
			});
		} else if (unknown.length < read.rules.length) ignores.push(read);
	}
	return {
		ignores,
		faults
	};
}
function readIgnore({ line, text }, dockerfile) {
	const said = text.replace(start, "").slice(0, 2048);
	const rules = /(?:^|\s)ignore=(\S+)/.exec(said)?.[1]?.split(",").filter((rule) => rule !== "") ?? [];
	const until = /(?:^|\s)until=(\S+)/.exec(said)?.[1];
	const reason = /(?:^|\s)reason=(.+)$/.exec(said)?.[1]?.replace(/^["'](.*)["']$/, "$1").trim();
	if (rules.length === 0) return "the comment names no rule: ignore=RULE is missing";
	if (until === void 0) return "an ignore must have an end: until=YYYY-MM-DD is missing";
	if (!isDay(until)) return `until=${until.slice(0, 40)} is no day: write YYYY-MM-DD`;
	if (!reason) return "an ignore must say why: reason=… is missing";
	const instruction = instructionFor(line, dockerfile);
	return {
		rules,
		until,
		reason,
		line,
		from: instruction?.line ?? line,
		to: instruction?.endLine ?? line
	};
}
/** The instruction around the comment's line, or else the first one below it. */
function instructionFor(line, { instructions }) {
	let low = 0;
	let high = instructions.length;
	while (low < high) {
		const middle = low + high >> 1;
		if ((instructions[middle]?.endLine ?? 0) < line) low = middle + 1;
		else high = middle;
	}
	return instructions[low];
}
function isDay(text) {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const date = /* @__PURE__ */ new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
// lib/gates/lint/images.js
/** In the order of the file. Stages of the file itself and `scratch` are not pulled. */
function imagesOf(dockerfile) {
	return [...dockerfile.stages.flatMap(({ from, base, parent }) => parent !== void 0 || base.written === "" || base.text === "scratch" ? [] : [pulled("base", base, from, base.written, base.offset)]), ...dockerfile.stages.flatMap(({ instructions }) => instructions.flatMap((instruction) => fromFlags(instruction).flatMap(({ use, name, offset }) => {
		if (name === "" || name === "scratch" || anyStage(dockerfile, name) !== void 0) return [];
		const expansion = dockerfile.expandAt(instruction, name);
		if (anyStage(dockerfile, expansion.text) !== void 0) return [];
		return [pulled(use, expansion, instruction, name, offset)];
	})))];
}
/** Where a stage takes files from itself, which BuildKit cannot build. */
function selfReferences(dockerfile) {
	return dockerfile.stages.flatMap((stage) => stage.instructions.flatMap((instruction) => fromFlags(instruction).filter(({ name }) => name !== "" && anyStage(dockerfile, name) === stage).map(({ offset }) => placeOf(instruction, offset))));
}
/** BuildKit knows all stages before it reads their instructions, so COPY may also take from one below. */
function anyStage(dockerfile, name) {
	return stageNamed(dockerfile, name, dockerfile.stages.length);
}
function fromFlags({ keyword, flags }) {
	if (keyword !== "COPY" && keyword !== "RUN") return [];
	return flags.flatMap(({ name, value = "", offset }) => {
		if (keyword === "COPY" && name === "from") return [{
			use: "copy",
			name: value,
			offset: offset + 7
		}];
		if (keyword !== "RUN" || name !== "mount") return [];
		return mountOptions(value).flatMap(([key, image]) => key === "from" ? [{
			use: "mount",
			name: image,
			offset
		}] : []);
	});
}
/** `type=cache,target=/root/.cache` as pairs; an option without a value has an empty one. */
function mountOptions(value) {
	return value.split(",").map((option) => {
		const equals = option.indexOf("=");
		return equals < 0 ? [option, ""] : [option.slice(0, equals), option.slice(equals + 1)];
	});
}
function pulled(use, { text, known, origin }, instruction, written, offset) {
	const reference = known ? require_reference$1.parseReference(text) : void 0;
	const fault = reference !== void 0 && "fault" in reference ? reference.fault : void 0;
	return {
		...placeOf(instruction, offset),
		use,
		written,
		text,
		reference: reference === void 0 || "fault" in reference ? void 0 : reference,
		...fault === void 0 ? {} : { fault },
		...origin === void 0 ? {} : { origin }
	};
}
// lib/gates/lint/levels.js
/** A rule of an engine may be named without the engine: `DL3007` is `hadolint/DL3007`. */
function namesOf(rule) {
	const slash = rule.indexOf("/");
	return slash < 0 ? [rule] : [rule, rule.slice(slash + 1)];
}
/** The policy's word on a rule, if it has one: `lint.rules`, or the keys of `base` that are rules too. */
function setLevel(rule, { lint, base }) {
	const name = namesOf(rule).find((one) => Object.hasOwn(lint.rules, one));
	if (name !== void 0) return lint.rules[name];
	const own = rule === "base-unpinned" ? base.pin : rule === "base-eol" ? base.eol : void 0;
	return own === "warn" ? "warning" : own;
}
/** The level of one finding: the policy's, else the case's own, else the rule's. */
function levelOf(rule, fallback, policy) {
	return setLevel(rule, policy) ?? fallback;
}
/** dockerfilelint's rules that ours judge better are silent beside them, unless the policy names them. */
function speaks(rule, policy) {
	if ((Object.hasOwn(dockerfilelintRules, rule) ? dockerfilelintRules[rule]?.native : void 0) === void 0 || !policy.lint.engines.includes("native")) return true;
	return namesOf(`dockerfilelint/${rule}`).some((name) => Object.hasOwn(policy.lint.rules, name));
}
// lib/gates/lint/rules/leftovers.js
/** One hit for each RUN of a shipped stage that fills and does not clear. */
function* leftoversIn(subject, leftover, keeps = () => true) {
	for (const stage of subject.shipped) for (const run of stage.instructions) {
		if (run.keyword !== "RUN") continue;
		const all = subject.started(run);
		const filled = all.findIndex(leftover.fills);
		if (filled < 0 || all.slice(filled + 1).some(leftover.clears)) continue;
		if (isMounted(run, leftover.folders) || !keeps(stage, run)) continue;
		const at = all[filled];
		yield {
			...at.place,
			message: leftover.message(at)
		};
	}
}
/** True if a mount that is no part of the layer covers one of the folders. */
function isMounted(run, folders) {
	return run.flags.some(({ name, value = "" }) => {
		if (name !== "mount") return false;
		const options = new Map(mountOptions(value));
		const type = options.get("type");
		const target = options.get("target") ?? options.get("dst") ?? options.get("destination") ?? "";
		return (type === "cache" || type === "tmpfs") && folders.some((folder) => covers(target, folder));
	});
}
function covers(target, folder) {
	const mounted = target.replace(/\/+$/, "");
	return mounted !== "" && (folder === mounted || folder.startsWith(`${mounted}/`));
}
/** `rm -rf /var/lib/apt/lists/*` and its relatives. */
function removes({ program, words }, folder) {
	if (program === "rm") return words.some(({ text }) => text.startsWith(folder) || covers(text, folder));
	return program === "find" && words[0]?.text.startsWith(folder) === true && words.some(({ text }) => text === "-delete");
}
// lib/gates/lint/rules/apk-leftovers.js
const cache$1 = "/var/cache/apk";
const apkLeftovers = {
	id: "apk-leftovers",
	summary: "apk’s package index stays in the layer",
	reason: "Without --no-cache, apk stores the index of all packages in the layer: it is never read again, and scanners see an index that is out of date.",
	level: "warning",
	bad: "FROM alpine:3.22\nRUN apk add curl",
	good: "FROM alpine:3.22\nRUN apk add --no-cache curl",
	fix: "Use apk add --no-cache, without apk update.",
	check: (subject) => leftoversIn(subject, {
		folders: [cache$1],
		fills: (started) => started.program === "apk" && !hasOption(started, "--no-cache") && (subcommandOf(started) === "update" || hasOption(started, "--update", "--update-cache", "-U") || subcommandOf(started) === "add"),
		clears: (started) => removes(started, cache$1),
		message: (started) => `apk ${subcommandOf(started)} leaves its index in ${cache$1}`
	})
};
// lib/gates/lint/rules/apt-leftovers.js
const lists = "/var/lib/apt/lists";
const aptLeftovers = {
	id: "apt-leftovers",
	summary: "apt’s package lists stay in the layer",
	reason: "`apt-get update` writes 20 to 50 MB of lists that nothing needs at run time and that are stale the next day. A later RUN cannot take them out of the layer that wrote them.",
	level: "warning",
	bad: "FROM debian:13\nRUN apt-get update && apt-get install -y --no-install-recommends curl",
	good: "FROM debian:13\nRUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*",
	fix: "End the same RUN with: rm -rf /var/lib/apt/lists/*",
	check: (subject) => leftoversIn(subject, {
		folders: [lists],
		fills: (started) => /^apt(?:-get|itude)?$/.test(started.program) && subcommandOf(started) === "update",
		clears: (started) => removes(started, lists),
		message: ({ program }) => `${program} update leaves its lists in ${lists}`
	})
};
// lib/gates/lint/eol.js
/** Distributions are named in the tags of other images: `1.22-bullseye`, `18-alpine3.17`, `ubuntu22-runtime`. */
const distributions = /* @__PURE__ */ new Set([
	"alpine",
	"debian",
	"ubuntu",
	"centos",
	"rocky",
	"fedora",
	"ubi",
	"almalinux"
]);
/** Copies of Docker Hub's official images keep `library` in their path, or stand under these; so do those of one platform. */
const mirrored = /(?:^|\/)library\/([a-z0-9._-]+)$|^(?:public\.ecr\.aws\/docker|mirror\.gcr\.io|registry\.hub\.docker\.com|docker\.io\/(?:amd64|arm32v[567]|arm64v8|i386|ppc64le|riscv64|s390x|mips64le))\/(?:library\/)?([a-z0-9._-]+)$/;
/** A thousand files name a few dozen images. */
const known$2 = /* @__PURE__ */ new WeakMap();
/** What the table knows about an image: the product itself, and the distributions that its tag or name tells. */
function lifetimesOf({ repository, tag }, table) {
	const before = known$2.get(table) ?? /* @__PURE__ */ new Map();
	known$2.set(table, before);
	const image = `${repository}:${tag ?? ""}`;
	const found = before.get(image) ?? lookUp(repository, tag, table);
	before.set(image, found);
	return found;
}
function lookUp(repository, tag, table) {
	const official = mirrored.exec(repository);
	const name = official === null ? repository : `docker.io/library/${official[1] ?? official[2]}`;
	const owners = table.products.filter((product) => product.images.some((image) => matchesRepository(image, name)));
	const own = owners.find((product) => tag !== void 0 && cycleOf(product, tag) !== void 0) ?? owners[0];
	const found = own === void 0 || tag === void 0 ? void 0 : cycleOf(own, tag);
	const below = [...tag === void 0 ? [] : tag.toLowerCase().split("-").slice(own === void 0 ? 0 : 1), ...pathHints(repository)].flatMap((part) => distributionsIn(part, table, own));
	return [...own === void 0 || found === void 0 ? [] : [lifetime(own, found)], ...below].filter((one, index, all) => all.findIndex(({ product, cycle }) => product === one.product && cycle === one.cycle) === index);
}
/** The names in a path that carry a release: `ubi8/ubi-minimal`, `distroless/static-debian11`. */
function pathHints(repository) {
	return repository.split("/").slice(1).flatMap((segment) => segment.split("-"));
}
function matchesRepository(pattern, repository) {
	if (!pattern.includes("*")) return pattern === repository;
	return pattern.split("/").length === repository.split("/").length && matchesGlob(pattern, repository);
}
/** `3.11.4-slim` is of `3.11`; `3` is the newest `3.x`; `bullseye-slim` is of `11`. */
function cycleOf(product, tag) {
	const first = tag.toLowerCase().split("-")[0] ?? "";
	const named = ownValue(product.names, first);
	if (named !== void 0) return named;
	const version = first.replace(/^v(?=\d)/, "");
	if (Object.hasOwn(product.cycles, version)) return version;
	const parts = version.split(/[._u+]/);
	for (let length = parts.length - 1; length > 0; length--) {
		const cycle = parts.slice(0, length).join(".");
		if (Object.hasOwn(product.cycles, cycle)) return cycle;
	}
	return Object.keys(product.cycles).filter((cycle) => cycle.startsWith(`${version}.`)).toSorted(compareCycles).at(-1);
}
function distributionsIn(part, table, own) {
	return table.products.flatMap((product) => {
		if (product === own || !distributions.has(product.name)) return [];
		const named = ownValue(product.names, part);
		if (named !== void 0) return [lifetime(product, named)];
		if (!part.startsWith(product.name)) return [];
		const version = part.slice(product.name.length);
		const cycle = /^\d/.test(version) ? yearly(product, version) ?? cycleOf(product, version) : void 0;
		return cycle === void 0 ? [] : [lifetime(product, cycle)];
	});
}
/** `ubuntu22` is the long-term release of that year, `22.04`; `ubuntu2204` has lost its dot. */
function yearly(product, version) {
	const [, year, month] = /^(\d{2})(\d{2})?$/.exec(version) ?? [];
	const cycle = `${year}.${month ?? "04"}`;
	return product.name === "ubuntu" && Object.hasOwn(product.cycles, cycle) ? cycle : void 0;
}
function lifetime(product, cycle) {
	const newest = Object.keys(product.cycles).toSorted(compareCycles).at(-1);
	const ends = (one) => ownValue(product.cycles, one) ?? null;
	return {
		product: product.name,
		cycle,
		ends: ends(cycle),
		newest: newest === void 0 || newest === cycle ? void 0 : {
			cycle: newest,
			ends: ends(newest)
		}
	};
}
function compareCycles(a, b) {
	const [left, right] = [a, b].map((cycle) => cycle.replace(/^[a-z]+/, "").split(".").map(Number));
	for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at++) {
		const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
function ownValue(record, key) {
	return record !== void 0 && Object.hasOwn(record, key) ? record[key] : void 0;
}
// lib/gates/lint/rules/base-eol.js
const baseEol = {
	id: "base-eol",
	summary: "An image is built on a release that nobody mends any more",
	reason: "After its end of life a distribution or runtime gets no security fixes: every finding of a scanner in it stays for ever, and a rebuild changes nothing.",
	level: "warning",
	bad: "FROM centos:7",
	good: "FROM almalinux:9",
	fix: "Move to a release that is still maintained.",
	*check({ images, eol, now }) {
		const today = (/* @__PURE__ */ new Date(now * 1e3)).toISOString().slice(0, 10);
		for (const { line, column, reference, text } of images) {
			if (reference === void 0) continue;
			for (const { product, cycle, ends, newest } of lifetimesOf(reference, eol)) {
				if (ends === null || ends >= today) continue;
				yield {
					line,
					column,
					message: `'${text}' is ${product} ${cycle}, whose life ended on ${ends}${newest !== void 0 && (newest.ends === null || newest.ends >= today) ? `; the newest is ${newest.cycle}` : ""}`,
					image: text
				};
			}
		}
	}
};
// lib/gates/lint/rules/tag-place.js
/** Where a tag is to be changed: at the ARG that gives it, else at the image's own word. */
function whereTagIs({ line, column, origin }) {
	return origin === void 0 || origin === line ? {
		line,
		column
	} : {
		line: origin,
		column: 1
	};
}
/** How an image got its name, for messages: the ARG is not where the reader looks first. */
function usedAt({ written, text, line, origin }) {
	return origin === void 0 ? `'${text}'` : `'${written}' on line ${line} is '${text}'`;
}
// lib/gates/lint/rules/base-latest.js
const baseLatest = {
	id: "base-latest",
	summary: "An image is pulled by the tag latest",
	reason: "`latest` is a moving tag: the same commit builds something else tomorrow, a rollback rebuilds with today’s base, and an audit cannot tell which one is inside.",
	level: "error",
	bad: "FROM alpine:latest",
	good: "FROM alpine:3.22",
	fix: "Name the version that you test with.",
	*check({ images }) {
		for (const image of images) {
			if (image.reference?.tag !== "latest" || image.reference.digest !== void 0) continue;
			yield {
				...whereTagIs(image),
				message: `${usedAt(image)}: latest moves`,
				image: image.text
			};
		}
	}
};
// lib/gates/lint/rules/base-latest-pinned.js
const baseLatestPinned = {
	id: "base-latest-pinned",
	summary: "An image is pinned by digest, but its tag says latest",
	reason: "With a digest the tag changes nothing in the build. But it tells readers, and bots that refresh digests, to follow `latest` instead of a version.",
	level: "info",
	bad: "FROM alpine:latest@sha256:8a1f59ffb675680d47db6337b49d22281a139e9d709335b492be023728e11715",
	good: "FROM alpine:3.22@sha256:8a1f59ffb675680d47db6337b49d22281a139e9d709335b492be023728e11715",
	fix: "Write the version that the digest is of.",
	*check({ images }) {
		for (const image of images) {
			if (image.reference?.tag !== "latest" || image.reference.digest === void 0) continue;
			yield {
				...whereTagIs(image),
				message: `${usedAt(image).slice(0, 120)}: the digest decides, and latest misleads`,
				image: image.text
			};
		}
	}
};
// lib/gates/lint/rules/base-not-allowed.js
const baseNotAllowed = {
	id: "base-not-allowed",
	summary: "An image is none of those that the policy builds on",
	reason: "Every base is somebody else’s software with the rights of your own. A short list of bases that a team looks after (`base.allow`) is mended once for all images instead of once for each.",
	level: "error",
	bad: "# base: { allow: ['registry.example.com/base/**'] }\nFROM somebody/node:20",
	good: "FROM registry.example.com/base/node:20",
	fix: "Build on an allowed image, or add this one to base.allow of the policy.",
	*check({ images, policy }) {
		if (policy.base.allow.includes("**")) return;
		for (const { line, column, reference, text, written } of images) if (reference === void 0) yield {
			line,
			column,
			message: `'${written}' cannot be resolved, so it cannot be known to be allowed`
		};
		else if (!require_policy.allowsBase(policy, reference)) yield {
			line,
			column,
			message: `'${text}' is not one of base.allow: ${policy.base.allow.join(", ") || "nothing is"}`,
			image: text
		};
	}
};
// lib/gates/lint/rules/base-unpinned.js
const baseUnpinned = {
	id: "base-unpinned",
	summary: "An image is pulled by tag, without a digest",
	reason: "A tag can be moved to other bytes at any time, by its owner or by somebody who took the account. A digest cannot: the build uses exactly what was reviewed, and a bot can refresh it in a pull request.",
	level: "warning",
	bad: "FROM alpine:3.22",
	good: "FROM alpine:3.22@sha256:8a1f59ffb675680d47db6337b49d22281a139e9d709335b492be023728e11715",
	fix: "Append the digest that `crane digest` or `docker buildx imagetools inspect` prints.",
	*check({ images }) {
		for (const { line, column, reference, text } of images) {
			if (reference === void 0 || reference.digest !== void 0 || reference.tag === void 0) continue;
			yield {
				line,
				column,
				message: `'${text}' is not pinned by digest`,
				image: text
			};
		}
	}
};
// lib/gates/lint/rules/base-unresolved.js
const baseUnresolved = {
	id: "base-unresolved",
	summary: "An image is only known to the call of the build",
	reason: "An ARG without a default hides the image from every reader of the file: neither its tag nor its digest, its owner or its end of life can be checked here.",
	level: "warning",
	bad: "ARG BASE\nFROM ${BASE}",
	good: "ARG BASE=alpine:3.22\nFROM ${BASE}",
	fix: "Give the ARG the default that CI builds with.",
	*check({ images }) {
		for (const { line, column, reference, fault, written } of images) {
			if (reference !== void 0 || fault !== void 0) continue;
			yield {
				line,
				column,
				message: `'${written}' depends on a variable that has no default: nothing about this image was checked`
			};
		}
	}
};
// lib/gates/lint/rules/base-untagged.js
const baseUntagged = {
	id: "base-untagged",
	summary: "An image is pulled without a tag",
	reason: "Without a tag the builder takes `latest`: whatever was pushed last. Two builds of one commit can then differ, and nobody can say what an old image was built on.",
	level: "error",
	bad: "FROM alpine",
	good: "FROM alpine:3.22",
	fix: "Name the version that you test with.",
	*check({ images }) {
		for (const image of images) {
			const { reference, written } = image;
			if (reference === void 0 || reference.tag !== void 0 || reference.digest !== void 0) continue;
			yield {
				...whereTagIs(image),
				message: `'${written}' has no tag, so it is whatever was pushed last`,
				image: image.text
			};
		}
	}
};
// lib/gates/lint/rules/variables.js
/** The value of a variable where an instruction runs; undefined if it is not set, or only by the call. */
function environmentAt(dockerfile, at, name) {
	const set = dockerfile.expandAt(at, `\${${name}+set}`);
	if (!set.known || set.text !== "set") return void 0;
	const { text, known } = dockerfile.expandAt(at, `\${${name}}`);
	return known ? text : void 0;
}
// lib/gates/lint/rules/go-build.js
/** Four rules ask for them. */
const known$1 = /* @__PURE__ */ new WeakMap();
/** Every `go build` and `go install` of the file. */
function goBuilds(subject) {
	const before = known$1.get(subject) ?? [...find(subject)];
	known$1.set(subject, before);
	return before;
}
function* find({ dockerfile, started }) {
	for (const run of dockerfile.instructions) {
		if (run.keyword !== "RUN" || !mentions(run, "go")) continue;
		let exported;
		for (const one of started(run)) {
			if (one.program === "export") exported = one.words.find(({ text }) => text.startsWith("CGO_ENABLED="))?.text.slice(12) ?? exported;
			if (one.program !== "go" || !/^(?:build|install)$/.test(subcommandOf(one))) continue;
			const flags = one.environment.get("GOFLAGS") ?? environmentAt(dockerfile, run, "GOFLAGS") ?? "";
			yield {
				...one,
				run,
				options: `${one.words.map(({ text }) => text).join(" ")} ${flags}`,
				cgo: one.environment.get("CGO_ENABLED") ?? exported ?? environmentAt(dockerfile, run, "CGO_ENABLED")
			};
		}
	}
}
function mentions(run, word) {
	return run.text.includes(word) || run.heredocs.some(({ body }) => body.includes(word));
}
// lib/gates/lint/rules/caches-shipped.js
/** Home folders and the caches in them. */
const homeFolder = /^\/(?:root|home(?:\/[^/]+)?)?\/?$|^\/(?:root|home\/[^/]+)\/(?:\.cache|\.gnupg|\.ssh|\.netrc|\.npm|\.config|\.docker|\.aws|\.m2|\.gradle|\.cargo|go)(?:\/|$)|^\/go\/(?:pkg|\*?)?\/?$/;
/** Whether anything is run in a stage, or in those that it is built on; nobody builds on more of them. */
function builds(stage) {
	let here = stage;
	for (let deep = 0; here !== void 0 && deep < 20; deep++) {
		if (here.instructions.some(({ keyword }) => keyword === "RUN")) return true;
		here = here.parent;
	}
	return false;
}
const cachesShipped = {
	id: "caches-shipped",
	summary: "A build cache or a home folder ships",
	reason: "The home folder of a build stage holds caches, and often .netrc, .gnupg or cloud credentials that somebody needed for the build. Copied as a whole, or filled in the stage that ships, they are in the image.",
	level: "warning",
	bad: "FROM golang:1.26 AS build\nRUN go build -o /app .\nFROM alpine:3.22\nCOPY --from=build /root /root",
	good: "FROM golang:1.26 AS build\nRUN go build -o /app .\nFROM alpine:3.22\nCOPY --from=build /app /usr/local/bin/app",
	fix: "Copy the files that run, by name; mount caches: RUN --mount=type=cache,target=/root/.cache/go-build …",
	*check(subject) {
		const { dockerfile, shipped } = subject;
		for (const stage of shipped) for (const instruction of stage.instructions) {
			const from = flagOf(instruction, "from");
			if (from === void 0) continue;
			const source = stageNamed(dockerfile, from, dockerfile.stages.length);
			for (const { text, offset } of transferOf(instruction, dockerfile)?.sources ?? []) {
				if (!homeFolder.test(text)) continue;
				if (text === "/" && !builds(source)) continue;
				yield {
					...placeOf(instruction, offset),
					message: `'${text}' of the build stage ships with its caches and whatever else lies there`
				};
			}
		}
		const compiled = goBuilds(subject);
		if (compiled.length === 0) return;
		const building = new Set(shipped.flatMap(({ instructions }) => instructions));
		for (const { run, place } of compiled) {
			if (!building.has(run) || isMounted(run, ["/root/.cache/go-build"])) continue;
			if (subject.started(run).some(({ program, words }) => program === "go" && words[0]?.text === "clean" || program === "rm" && words.some(({ text }) => text.includes(".cache")))) continue;
			yield {
				...place,
				level: "info",
				message: "the compile cache in /root/.cache/go-build stays in the layer that ships"
			};
		}
	}
};
// lib/gates/lint/rules/dependencies-after-sources.js
/** What fetches dependencies, and the files that it needs for that. */
const fetchers = [
	{
		program: /^go$/,
		verbs: /^(?:mod|build|install|get)$/,
		files: "go.mod go.sum"
	},
	{
		program: /^npm$/,
		verbs: /^(?:ci|i|install|clean-install)$/,
		files: "package.json package-lock.json"
	},
	{
		program: /^yarn$/,
		verbs: /^(?:install|)$/,
		files: "package.json yarn.lock"
	},
	{
		program: /^pnpm$/,
		verbs: /^(?:i|install|fetch)$/,
		files: "package.json pnpm-lock.yaml"
	},
	{
		program: /^pip[0-9.]*$/,
		verbs: /^install$/,
		files: "requirements.txt"
	},
	{
		program: /^(?:poetry|uv|pdm)$/,
		verbs: /^(?:install|sync)$/,
		files: "pyproject.toml and its lock file"
	},
	{
		program: /^bundle$/,
		verbs: /^(?:install|)$/,
		files: "Gemfile Gemfile.lock"
	},
	{
		program: /^composer$/,
		verbs: /^install$/,
		files: "composer.json composer.lock"
	},
	{
		program: /^cargo$/,
		verbs: /^(?:build|fetch)$/,
		files: "Cargo.toml Cargo.lock"
	},
	{
		program: /^mvnw?$/,
		verbs: /^(?:dependency:\S+|package|install|verify)$/,
		files: "pom.xml"
	},
	{
		program: /^gradlew?$/,
		verbs: /^(?:dependencies|build|assemble)$/,
		files: "build.gradle and its lock files"
	}
];
const dependenciesAfterSources = {
	id: "dependencies-after-sources",
	summary: "Dependencies are fetched after all sources were copied",
	reason: "A layer is reused only while everything above it is unchanged. With `COPY . .` first, each changed line of code fetches all dependencies again; with the lock file first, only a changed lock file does.",
	level: "info",
	bad: "FROM node:22-slim\nCOPY . .\nRUN npm ci",
	good: "FROM node:22-slim\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .",
	fix: "Copy the lock files and fetch before COPY . .",
	*check(subject) {
		for (const { instructions } of subject.dockerfile.stages) {
			let copied;
			let fetched = false;
			for (const instruction of instructions) {
				copied ??= copiesAll(instruction, subject) ? instruction : void 0;
				if (instruction.keyword !== "RUN") continue;
				const fetch = firstFetch(subject.started(instruction));
				if (fetch === void 0) continue;
				if (copied !== void 0 && !fetched) yield {
					...placeOf(copied),
					message: `all sources are copied before '${fetch.command}' on line ${fetch.line}: each change fetches everything again`,
					fix: `COPY ${fetch.files} ./ and fetch, then COPY . .`
				};
				fetched = true;
			}
		}
	}
};
function copiesAll(instruction, { dockerfile }) {
	if (flagOf(instruction, "from") !== void 0) return false;
	return transferOf(instruction, dockerfile)?.sources.some(({ text }) => isWholeContext(text)) === true;
}
function firstFetch(all) {
	for (const started of all) {
		const verb = subcommandOf(started);
		const fetcher = fetchers.find(({ program, verbs }) => program.test(started.program) && verbs.test(verb));
		if (fetcher === void 0 || !readsList(started)) continue;
		return {
			command: `${started.program} ${verb}`.trim(),
			files: fetcher.files,
			line: started.place.line
		};
	}
}
/** `pip install flask` names its packages itself and needs no file. */
function readsList({ program, words }) {
	return !program.startsWith("pip") || words.some(({ text }) => /^(?:-r|--requirement)/.test(text));
}
// lib/gates/lint/rules/dev-dependencies-shipped.js
const devDependenciesShipped = {
	id: "dev-dependencies-shipped",
	summary: "Development dependencies are installed in what ships",
	reason: "Test runners, bundlers and compilers of a project are often more code than the project itself. In the image they only add bytes and vulnerabilities.",
	level: "info",
	bad: "FROM node:22-slim\nCOPY . .\nRUN npm ci",
	good: "FROM node:22-slim\nCOPY . .\nRUN npm ci --omit=dev",
	fix: "Leave them out: npm ci --omit=dev, yarn --production, pnpm i --prod, composer --no-dev, bundle without development test.",
	*check(subject) {
		for (const stage of subject.shipped) for (const run of stage.instructions) {
			if (run.keyword !== "RUN") continue;
			const all = subject.started(run);
			for (const started of all) {
				if (!installsAll(started, subject, run) || all.some(removesAgain)) continue;
				yield {
					...started.place,
					message: `${started.program} ${subcommandOf(started)} brings the development dependencies into what ships`.replace("  ", " ")
				};
			}
		}
	}
};
function installsAll(started, { dockerfile }, run) {
	const verb = subcommandOf(started);
	const production = () => (started.environment.get("NODE_ENV") ?? environmentAt(dockerfile, run, "NODE_ENV")) === "production";
	switch (started.program) {
		case "npm": return /^(?:ci|i|install|clean-install)$/.test(verb) && namesNoPackage(started) && !hasOption(started, "--omit=dev", "--production", "--only=production", "--only=prod", "--omit", "-g", "--global") && !production();
		case "yarn": return /^(?:install|)$/.test(verb) && !hasOption(started, "--production", "--production=true", "--prod", "--version") && !production();
		case "pnpm": return /^(?:i|install)$/.test(verb) && !hasOption(started, "--prod", "-P", "--production") && !production();
		case "composer": return verb === "install" && !hasOption(started, "--no-dev");
		case "bundle": return /^(?:install|)$/.test(verb) && !started.words.some(({ text }) => text.startsWith("--without")) && environmentAt(dockerfile, run, "BUNDLE_WITHOUT") === void 0 && environmentAt(dockerfile, run, "BUNDLE_DEPLOYMENT") === void 0;
		case "poetry": return verb === "install" && !hasOption(started, "--only", "--only=main", "--without", "--without=dev", "--no-dev");
		default: return false;
	}
}
/** `npm install some-tool` installs just that. */
function namesNoPackage({ words }) {
	return words.filter(({ text }) => !text.startsWith("-")).length <= 1;
}
function removesAgain(started) {
	return started.program === "npm" && subcommandOf(started) === "prune";
}
// lib/gates/lint/rules/flag-faults.js
/** @see https://docs.docker.com/reference/dockerfile/ */
const flags = {
	FROM: { platform: "text" },
	RUN: {
		mount: "texts",
		network: "network",
		security: "text",
		device: "texts"
	},
	COPY: {
		from: "text",
		chown: "text",
		chmod: "text",
		link: "switch",
		parents: "switch",
		exclude: "texts"
	},
	ADD: {
		"keep-git-dir": "switch",
		checksum: "text",
		chown: "text",
		chmod: "text",
		link: "switch",
		unpack: "switch",
		exclude: "texts"
	},
	HEALTHCHECK: {
		interval: "duration",
		timeout: "duration",
		"start-period": "duration",
		"start-interval": "duration",
		retries: "count"
	}
};
/** What BuildKit refuses of an instruction's flags. */
function* flagFaults(instruction) {
	const { keyword } = instruction;
	if (keyword === "ARG" || keyword === "STOPSIGNAL") return;
	const known = flags[keyword] ?? {};
	const seen = /* @__PURE__ */ new Set();
	for (const flag of instruction.flags) {
		const place = placeOf(instruction, flag.offset);
		const kind = Object.hasOwn(known, flag.name) ? known[flag.name] : void 0;
		const name = `--${flag.name.slice(0, 60)}`;
		if (kind === void 0) {
			const meant = require_index.nearest(flag.name, Object.keys(known));
			const hint = meant === void 0 ? "" : `; did you mean --${meant}?`;
			yield {
				...place,
				message: `${keyword} has no flag ${name}${hint}`
			};
			continue;
		}
		const fault = seen.has(flag.name) && kind !== "texts" ? "is given twice" : faultOf(flag, kind, instruction);
		seen.add(flag.name);
		if (fault !== void 0) yield {
			...place,
			message: `${name} of ${keyword} ${fault}`
		};
	}
}
function faultOf({ name, value }, kind, { body }) {
	if (kind === "switch") return value === void 0 || /^(?:true|false)$/i.test(value) ? void 0 : "is true or false";
	if (value === void 0 || name === "mount" && value === "") return `needs a value: --${name}=…`;
	if (kind === "network") return [
		"default",
		"host",
		"none"
	].includes(value) ? void 0 : "is default, host or none";
	if (value === "" || /^none$/i.test(body)) return void 0;
	if (kind === "count") return /^\+?[0-9]{1,9}$/.test(value) ? void 0 : "is a whole number";
	return kind !== "duration" || isDuration(value) ? void 0 : "is a duration of a millisecond or more, such as '30s'";
}
const milliseconds = {
	ns: 1e-6,
	us: .001,
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5
};
/**
* Go's grammar of durations; nothing at all, or a millisecond and more.
* @see https://pkg.go.dev/time#ParseDuration
*/
function isDuration(text) {
	const bare = text.replace(/^\+/, "").replace(/[µμ]s/g, "us");
	if (/^-?0$/.test(bare)) return true;
	if (bare.length > 100 || !/^(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:ns|us|ms|s|m|h))+$/.test(bare)) return false;
	const sum = [...bare.matchAll(/([0-9.]+)(ns|us|ms|s|m|h)/g)].reduce((all, [, n, unit]) => all + Number(n) * (milliseconds[unit ?? ""] ?? 0), 0);
	return sum === 0 || sum >= 1;
}
// lib/gates/lint/rules/instruction-faults.js
const keywords = [...[
	"ADD",
	"ARG",
	"CMD",
	"COPY",
	"ENTRYPOINT",
	"ENV",
	"EXPOSE",
	"FROM",
	"HEALTHCHECK",
	"LABEL"
], ...[
	"MAINTAINER",
	"ONBUILD",
	"RUN",
	"SHELL",
	"STOPSIGNAL",
	"USER",
	"VOLUME",
	"WORKDIR"
]];
const known = new Set(keywords);
function isKeyword(word) {
	return known.has(word);
}
/** BuildKit takes these without arguments; they do nothing then. */
const mayBeEmpty = /* @__PURE__ */ new Set([
	"RUN",
	"CMD",
	"ENTRYPOINT"
]);
/** What BuildKit refuses of one instruction, whatever stands around it. */
function* instructionFaults(instruction) {
	const { keyword, body } = instruction;
	const place = placeOf(instruction);
	if (!known.has(keyword)) {
		const meant = require_index.nearest(keyword, keywords);
		const hint = meant === void 0 ? "" : `; did you mean ${meant}?`;
		yield {
			...place,
			message: `there is no instruction ${shortened(keyword)}${hint}`
		};
		return;
	}
	yield* flagFaults(instruction);
	if (body === "") {
		yield {
			...place,
			...mayBeEmpty.has(keyword) ? { level: "warning" } : {},
			message: `${keyword} needs an argument`
		};
		return;
	}
	const fault = arrayFault(instruction) ?? argumentFault(instruction);
	if (fault !== void 0) yield {
		...place,
		...fault.at,
		message: fault.message
	};
}
const say = (message) => ({ message });
const withArrays = /* @__PURE__ */ new Set([
	"ADD",
	"CMD",
	"COPY",
	"ENTRYPOINT",
	"RUN",
	"SHELL",
	"VOLUME"
]);
/** An array with something else than texts is refused; what is no array at all is the shell form. */
function arrayFault({ keyword, body, json }) {
	if (!withArrays.has(keyword)) return void 0;
	if (json === void 0 && isArray(body)) return say(`an array of ${keyword} may hold texts only`);
	if (keyword === "VOLUME" && json?.some((path) => path.trim() === "")) return say("VOLUME names an empty path");
	return json?.length === 0 && (keyword === "VOLUME" || keyword === "SHELL") ? say(`${keyword} needs an argument`) : void 0;
}
function isArray(body) {
	if (!body.startsWith("[")) return false;
	try {
		return Array.isArray(JSON.parse(body));
	} catch {
		return false;
	}
}
function argumentFault(instruction) {
	const { keyword, body, json } = instruction;
	switch (keyword) {
		case "FROM": {
			const words = plainWords(body, 4);
			const named = words.length === 3 && /^as$/i.test(words[1]?.text ?? "");
			if (words.length === 1 || named) return void 0;
			return say("FROM takes an image, and after AS the name of the stage; nothing else");
		}
		case "ADD":
		case "COPY": return transferFault(instruction);
		case "SHELL": return json === void 0 ? say("SHELL takes a JSON array: SHELL [\"/bin/sh\", \"-c\"]") : void 0;
		case "ENV":
		case "LABEL":
		case "ARG": return namesFault(instruction);
		case "HEALTHCHECK": return healthFault(body);
		case "ONBUILD": {
			const trigger = plainWords(body, 1)[0]?.text.toUpperCase() ?? "";
			return [
				"FROM",
				"ONBUILD",
				"MAINTAINER"
			].includes(trigger) ? say(`ONBUILD cannot postpone ${trigger}`) : void 0;
		}
		default: return;
	}
}
function transferFault({ keyword, body, json, heredocs }) {
	const words = json ?? plainWords(body, heredocs.length > 0 ? void 0 : 2).map(({ text }) => text);
	if (words.length < 2) return say(`${keyword} needs a source and a destination`);
	return json === void 0 && heredocs.length > 0 && words.at(-1)?.startsWith("<<") ? say(`${keyword} cannot have a heredoc as its destination`) : void 0;
}
/** `NAME=value …`, or for ENV and LABEL the old `NAME value`. */
function namesFault(instruction) {
	const { keyword, body } = instruction;
	const words = quotedWords(body.slice(0, 65536), "\\");
	if (keyword !== "ARG" && !words[0]?.text.includes("=")) return words.length < 2 ? say(`${keyword} takes NAME=value`) : void 0;
	for (const { text, offset } of words) {
		const at = placeOf(instruction, instruction.offset + offset);
		if (text.startsWith("=")) return {
			at,
			message: `${keyword}: there is no name before the =`
		};
		if (keyword === "ARG" || text.includes("=")) continue;
		return {
			at,
			message: `${keyword}: '${shortened(text)}' has no =; quote a value that has spaces`
		};
	}
}
function healthFault(body) {
	const [, form = "", command = ""] = /^(\S+)\s*(.*)$/s.exec(body) ?? [];
	if (/^none$/i.test(form)) return command === "" ? void 0 : say("HEALTHCHECK NONE takes nothing else");
	if (!/^cmd$/i.test(form)) return say(`HEALTHCHECK takes CMD and a command, or NONE`);
	return command === "" || /^\[\s*\]$/.test(command) ? say("HEALTHCHECK CMD needs a command") : void 0;
}
function shortened(text) {
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
// lib/gates/lint/rules/dockerfile-invalid.js
/** A file that is no Dockerfile at all would have one fault a line. */
const mostFaults = 20;
const dockerfileInvalid = {
	id: "dockerfile-invalid",
	summary: "BuildKit refuses to read the Dockerfile",
	reason: "What BuildKit cannot read, it does not build, and no other rule can judge. Finding it here takes milliseconds instead of a build.",
	level: "error",
	bad: "FROM alpine:3.22\nRUM echo hello",
	good: "FROM alpine:3.22\nRUN echo hello",
	fix: "Correct the line as the message says.",
	*check({ dockerfile, images }) {
		let found = 0;
		for (const hit of faultsOf(dockerfile)) {
			if (++found > mostFaults) return;
			yield hit;
		}
		for (const place of selfReferences(dockerfile)) yield {
			...place,
			message: "the stage takes files from itself"
		};
		for (const { line, column, fault, written } of images) if (fault !== void 0) yield {
			line,
			column,
			message: `'${shortened(written)}' names no image: ${fault}`
		};
	}
};
function* faultsOf(dockerfile) {
	const { instructions, faults, stages, lines } = dockerfile;
	const nul = lines.findIndex((line) => line.includes("\0"));
	if (nul >= 0) {
		const column = lines[nul].indexOf("\0") + 1;
		yield {
			line: nul + 1,
			column,
			message: "there is a NUL byte: this is no text file"
		};
		return;
	}
	for (const fault of faults) yield {
		column: 1,
		...fault
	};
	if (instructions.length === 0 && faults.length === 0) yield {
		line: 1,
		column: 1,
		message: "the file has no instruction, so there is nothing to build"
	};
	if (instructions.length > 0 && stages.length === 0) yield {
		...placeOf(instructions[0]),
		message: "there is no FROM, so there is nothing to build"
	};
	const firstFrom = stages[0]?.from.line ?? Number.POSITIVE_INFINITY;
	const names = /* @__PURE__ */ new Set();
	for (const instruction of instructions) {
		if (instruction.line < firstFrom && isKeyword(instruction.keyword) && instruction.keyword !== "ARG") {
			const what = `${instruction.keyword} stands before the first FROM; only ARG may`;
			if (instruction.keyword !== "FROM") yield {
				...placeOf(instruction),
				message: what
			};
		}
		yield* instructionFaults(instruction);
		const name = instruction.keyword === "FROM" ? stageName(instruction) : void 0;
		if (name !== void 0 && !/^[a-z][a-z0-9-_.]*$/.test(name)) {
			const what = `'${shortened(name)}' cannot name a stage: a letter, then letters, digits, - _ .`;
			yield {
				...placeOf(instruction),
				message: what
			};
		}
		if (name !== void 0 && names.has(name)) {
			const what = `a second stage is named '${shortened(name)}': below, this one is meant`;
			yield {
				...placeOf(instruction),
				level: "warning",
				message: what
			};
		}
		if (name !== void 0) names.add(name);
	}
}
function stageName(from) {
	const [, as, name] = plainWords(from.body, 3);
	return /^as$/i.test(as?.text ?? "") ? name?.text.toLowerCase() : void 0;
}
// lib/gates/lint/rules/dockerignore-excludes.js
const dockerignoreExcludes = {
	id: "dockerignore-excludes",
	summary: ".dockerignore leaves out a file that COPY needs",
	reason: "The builder never sees a file that .dockerignore leaves out. Where COPY names it, the build fails; where a wildcard swallows it (`COPY go.* ./`), it goes on without the lock file and resolves other versions.",
	level: "error",
	bad: "# .dockerignore: *.mod\nFROM golang:1.26\nCOPY go.mod go.sum ./",
	good: "# .dockerignore: *.md\nFROM golang:1.26\nCOPY go.mod go.sum ./",
	fix: "Let the file in again with a line like !go.mod behind the pattern.",
	*check({ dockerfile, context }) {
		const { ignore } = context;
		if (ignore === void 0) return;
		for (const { instructions } of dockerfile.stages) for (const instruction of instructions) {
			if (flagOf(instruction, "from") !== void 0) continue;
			for (const { text, offset } of transferOf(instruction, dockerfile)?.sources ?? []) {
				if (isRemote(text) || isWholeContext(text) || text.length > 1024) continue;
				const pattern = leftOut(text, ignore);
				if (pattern === void 0) continue;
				yield {
					...placeOf(instruction, offset),
					message: `${ignore.path} line ${pattern.line} ('${pattern.text}') leaves out '${text}', which this ${instruction.keyword} needs`,
					fix: `add to ${ignore.path}, below line ${pattern.line}:\n!${text}`
				};
			}
		}
	}
};
/** A wildcard is left out if all that it stands for is: tried with nothing and with a letter for each star. */
function leftOut(source, ignore) {
	if (source.includes("[")) return void 0;
	const patterns = (/[*?]/.test(source) ? [source.replaceAll("*", "").replaceAll("?", "x"), source.replaceAll(/[*?]/g, "x")] : [source]).map((sample) => ignore.excludes(sample));
	if (patterns.some((pattern) => pattern === void 0) || ignore.readmitsBelow(source)) return void 0;
	return patterns[0];
}
// lib/gates/lint/rules/dockerignore-missing.js
const dockerignoreMissing = {
	id: "dockerignore-missing",
	summary: "The whole build context is copied, and there is no .dockerignore",
	reason: "Without a .dockerignore, `COPY . .` takes the git history, local credentials, node_modules and build results along: they ship in the image, and each change of them spoils the cache.",
	level: "warning",
	bad: "FROM node:22-slim\nCOPY . /app",
	good: "# with a .dockerignore\nFROM node:22-slim\nCOPY . /app",
	fix: "Add a .dockerignore with at least:\n.git\n.env*\n*.pem\nid_*",
	*check(subject) {
		if (subject.context.ignore !== void 0) return;
		const place = wholeContextCopied(subject);
		if (place === void 0) return;
		const { folder } = subject.context;
		yield {
			...place,
			message: `everything in the build context (${folder === "" ? "." : folder}) is copied, and it has no .dockerignore`
		};
	}
};
/** Where the first COPY or ADD takes the whole context. */
function wholeContextCopied({ dockerfile }) {
	for (const { instructions } of dockerfile.stages) for (const instruction of instructions) {
		if (flagOf(instruction, "from") !== void 0) continue;
		const whole = transferOf(instruction, dockerfile)?.sources.find(({ text }) => isWholeContext(text));
		if (whole !== void 0) return placeOf(instruction, whole.offset);
	}
}
// lib/gates/lint/rules/dockerignore-incomplete.js
/** What nobody wants in an image: the path that stands for it, and the line that leaves it out. */
const unwanted = [
	[".git", ".git"],
	[".env", ".env*"],
	["id_rsa", "id_*"],
	["key.pem", "*.pem"]
];
const dockerignoreIncomplete = {
	id: "dockerignore-incomplete",
	summary: "The whole build context is copied, and .dockerignore lets git history or secrets through",
	reason: "A checkout on somebody’s machine has more in it than the one in CI: the history with every secret that was ever removed from it, .env files, keys. One local build and push is enough to publish them.",
	level: "warning",
	bad: "# .dockerignore: node_modules\nFROM node:22-slim\nCOPY . /app",
	good: "# .dockerignore: node_modules, .git, .env*, id_*, *.pem\nFROM node:22-slim\nCOPY . /app",
	fix: "Add the missing lines to .dockerignore.",
	*check(subject) {
		const { ignore } = subject.context;
		const place = ignore === void 0 ? void 0 : wholeContextCopied(subject);
		if (ignore === void 0 || place === void 0) return;
		const lines = unwanted.filter(([path]) => ignore.excludes(path) === void 0).map(([, line]) => line);
		if (lines.length === 0) return;
		yield {
			...place,
			message: `everything in the build context is copied, and ${ignore.path} does not leave out ${lines.join(", ")}`,
			fix: `add to ${ignore.path}:\n${lines.join("\n")}`
		};
	}
};
// lib/gates/lint/rules/final-stage-root.js
/** Images that set another user than root themselves. */
const unprivileged = /^(?:gcr\.io\/distroless\/.+:(?:debug-)?nonroot|cgr\.dev\/chainguard\/.+|docker\.io\/bitnami\/.+|docker\.io\/nginxinc\/nginx-unprivileged.*|mcr\.microsoft\.com\/dotnet\/.+-(?:chiseled|distroless)(?:-[a-z0-9]+)*)(?:@sha256:[0-9a-f]{64})?$/;
/** They know no root, and no numbers of users. */
const windows = /^mcr\.microsoft\.com\/windows(?:\/|:)|:.*(?:nanoserver|windowsservercore)/;
const finalStageRoot = {
	id: "final-stage-root",
	summary: "The final stage runs as root",
	reason: "A process that runs as root in its container owns every file in it, may bind mounts with the host’s permissions, and is one kernel fault away from the host. Clusters that demand runAsNonRoot refuse it.",
	level: "error",
	bad: "FROM alpine:3.22\nCOPY app /usr/local/bin/app\nCMD [\"app\"]",
	good: "FROM alpine:3.22\nCOPY app /usr/local/bin/app\nUSER 10001:10001\nCMD [\"app\"]",
	fix: "End the stage with a numeric user of its own: USER 10001:10001",
	*check({ dockerfile, shipped, images }) {
		const final = shipped[0];
		if (final === void 0) return;
		const root = shipped.at(-1);
		const base = images.find(({ use, line }) => use === "base" && line === root.from.line);
		const image = base === void 0 ? "" : qualified(base);
		if (windows.test(image)) return;
		for (const stage of shipped) {
			const user = stage.instructions.findLast(({ keyword }) => keyword === "USER");
			if (user === void 0) continue;
			const { text, known, origin } = dockerfile.expandAt(user, user.body);
			const name = text.split(":")[0]?.trim() ?? "";
			const place = placeOf(user, user.offset);
			const inherited = stage === final ? "" : `, inherited from stage '${stage.name ?? stage.index}'`;
			if (name === "" && user.body.includes("$") && known && root.base.text !== "scratch") yield {
				...place,
				level: "info",
				message: `USER ${user.body.slice(0, 80)} is not set here: unless '${root.base.text.slice(0, 80)}' sets it, the image runs as root`
			};
			else if (isRoot(name) && (known || name !== "")) yield {
				...atOrigin(place, origin),
				message: `the image runs as root: USER ${user.body.slice(0, 80)}${via(user.body, text)}${inherited}`
			};
			else if (!known) yield {
				...place,
				level: "warning",
				message: `USER ${user.body.slice(0, 80)} has no default here, so the image may run as root`
			};
			return;
		}
		if (unprivileged.test(image)) return;
		const on = root.base.text === "scratch" ? "FROM scratch is root" : `it is the one of '${root.base.text}', as a rule root`;
		yield {
			...placeOf(final.from),
			message: `no USER is set, so ${on}`
		};
	}
};
function qualified({ reference }) {
	return reference === void 0 ? "" : `${reference.repository}:${reference.tag ?? ""}`;
}
/** Numeric 0 in any spelling, or by name. */
function isRoot(user) {
	return user === "" || user === "root" || /^0+$/.test(user);
}
function via(written, text) {
	return written.includes("$") ? `, which is ${text.slice(0, 80)}` : "";
}
function atOrigin(place, origin) {
	return origin === void 0 || origin === place.line ? place : {
		...place,
		line: origin,
		column: 1
	};
}
// lib/gates/lint/rules/bases.js
/** The image at the root of a stage's ancestry: `scratch`, a reference, or unknown. */
function rootImage(stage) {
	let root = stage;
	for (let parent = root.parent; parent !== void 0; parent = root.parent) root = parent;
	if (root.base.text === "scratch") return "scratch";
	const reference = root.base.known ? require_reference$1.parseReference(root.base.text) : void 0;
	return reference === void 0 || "fault" in reference ? void 0 : reference;
}
/** The last part of a repository: `golang`, `node`. */
function nameOf({ repository }) {
	return repository.slice(repository.lastIndexOf("/") + 1);
}
const glibc = /^(?:debian|ubuntu|centos|rockylinux|almalinux|fedora|amazonlinux|oraclelinux|golang|rust|gcc|buildpack-deps|node|python|ruby|php|perl|openjdk|eclipse-temurin|amazoncorretto|maven|gradle|swift|haskell|erlang|elixir|ubi(?:-minimal|-micro|-init)?)$/;
/** Which C library an image has, where its name tells. */
function libcOf(image) {
	if (image === void 0) return void 0;
	if (image === "scratch") return "none";
	const name = nameOf(image);
	const tag = image.tag ?? "";
	if (name === "alpine" || /(?:^|-)(?:alpine|musl)/.test(tag) || /(?:^|-)(?:alpine|musl)(?:-|$)/.test(name)) return "musl";
	if (image.repository.startsWith("gcr.io/distroless/")) return name.startsWith("static") ? "none" : "glibc";
	return glibc.test(name) ? "glibc" : void 0;
}
// lib/gates/lint/rules/glibc-into-musl.js
const sharedFiles = /\.(?:html?|css|js|json|ya?ml|txt|md|pem|crt|conf|sql|proto|jar|wasm)$|^\/etc\/|^\/usr\/share\//;
const glibcIntoMusl = {
	id: "glibc-into-musl",
	summary: "A binary built against glibc is copied where there is none",
	reason: "With cgo, Go links the C library of the image that it is built in. Started on Alpine, scratch or a static base, such a binary ends with \"not found\" or crashes in name resolution: often only in production.",
	level: "warning",
	bad: "FROM golang:1.26 AS build\nRUN go build -o /app .\nFROM alpine:3.22\nCOPY --from=build /app /app",
	good: "FROM golang:1.26 AS build\nRUN CGO_ENABLED=0 go build -o /app .\nFROM alpine:3.22\nCOPY --from=build /app /app",
	fix: "Build with CGO_ENABLED=0, or build in the image’s -alpine variant.",
	*check(subject) {
		const { dockerfile } = subject;
		const linked = /* @__PURE__ */ new Map();
		const stageOf = new Map(dockerfile.stages.flatMap((stage) => stage.instructions.map((one) => [one, stage])));
		for (const build of goBuilds(subject)) {
			const stage = stageOf.get(build.run);
			if (stage === void 0 || build.cgo === "0" || /-extldflags[\s=]['"]?-static/.test(build.options)) continue;
			if (libcOf(rootImage(stage)) === "glibc") linked.set(stage.index, build);
		}
		if (linked.size === 0) return;
		for (const stage of dockerfile.stages) {
			const target = rootImage(stage);
			const libc = libcOf(target);
			if (libc !== "musl" && libc !== "none") continue;
			for (const instruction of stage.instructions) {
				const from = flagOf(instruction, "from");
				const source = from === void 0 ? void 0 : stageNamed(dockerfile, from, dockerfile.stages.length);
				const build = source === void 0 ? void 0 : linked.get(source.index);
				const [file] = transferOf(instruction, dockerfile)?.sources.filter(({ text }) => !sharedFiles.test(text) && !homeFolder.test(text)) ?? [];
				if (build === void 0 || file === void 0) continue;
				const where = target === void 0 || target === "scratch" ? "scratch has no C library" : `${nameOf(target)} has ${libc === "musl" ? "musl instead" : "none"}`;
				yield {
					...placeOf(instruction, file.offset),
					message: `'${file.text}' was built with cgo against glibc (line ${build.place.line}), and ${where}`
				};
			}
		}
	}
};
// lib/gates/lint/rules/go-strip.js
const goStrip = {
	id: "go-strip",
	summary: "go build without -ldflags=\"-s -w\"",
	reason: "Symbol table and DWARF data are about a third of a Go binary and no use in production: panics keep their stack traces without them.",
	level: "info",
	bad: "FROM golang:1.26\nRUN go build -trimpath -o /app .",
	good: "FROM golang:1.26\nRUN go build -trimpath -ldflags=\"-s -w\" -o /app .",
	fix: "Add -ldflags=\"-s -w\"",
	*check(subject) {
		for (const { options, place, words } of goBuilds(subject)) {
			if (/-ldflags/.test(options) && /(?:^|[\s='"])-s(?:[\s'"]|$)/.test(options)) continue;
			yield {
				...place,
				message: `go ${words[0]?.text ?? ""} keeps symbols and debug data in the binary`
			};
		}
	}
};
// lib/gates/lint/rules/go-sumdb-off.js
const goSumdbOff = {
	id: "go-sumdb-off",
	summary: "The checksum database of Go is switched off",
	reason: "GOSUMDB=off makes go accept whatever a proxy or a moved tag delivers for a module that go.sum does not know yet. For private modules GOPRIVATE does what is wanted and leaves the rest checked.",
	level: "warning",
	bad: "FROM golang:1.26\nENV GOSUMDB=off\nRUN go mod download",
	good: "FROM golang:1.26\nENV GOPRIVATE=git.example.com/team\nRUN go mod download",
	fix: "Name the private modules: ENV GOPRIVATE=git.example.com/team",
	*check({ dockerfile, started }) {
		for (const instruction of dockerfile.instructions) {
			if (instruction.keyword === "ENV" || instruction.keyword === "ARG") for (const { name, value, offset } of assignments(instruction, dockerfile.escapeChar)) {
				const { text } = dockerfile.expandAt(instruction, value.text);
				if (switchesOff(name, text)) yield {
					...placeOf(instruction, offset),
					message: `${name}=${text} lets any module through unchecked`
				};
			}
			if (instruction.keyword !== "RUN") continue;
			for (const { environment, words, place } of started(instruction)) {
				const off = [...environment, ...words.map(({ text }) => pairOf(text))].find(([name, value]) => switchesOff(name, value));
				if (off !== void 0) yield {
					...place,
					message: `${off[0]}=${off[1]} lets any module through unchecked`
				};
			}
		}
	}
};
function pairOf(text) {
	const equals = text.indexOf("=");
	return equals < 0 ? [text, ""] : [text.slice(0, equals), text.slice(equals + 1)];
}
/** `GONOSUMCHECK=1` is the old name; `GONOSUMDB=*` says the same. */
function switchesOff(name, value) {
	if (name === "GOSUMDB") return value === "off";
	if (name === "GONOSUMDB") return value === "*";
	return name === "GONOSUMCHECK" && value !== "" && value !== "0";
}
// lib/gates/lint/rules/go-trimpath.js
const goTrimpath = {
	id: "go-trimpath",
	summary: "go build without -trimpath",
	reason: "Without -trimpath the binary holds the absolute paths of the machine that built it: the same source gives other bytes elsewhere, so layers are not reused, and the paths tell about the builder.",
	level: "info",
	bad: "FROM golang:1.26\nRUN go build -o /app .",
	good: "FROM golang:1.26\nRUN go build -trimpath -o /app .",
	fix: "Add -trimpath, or ENV GOFLAGS=-trimpath for all builds of the stage.",
	*check(subject) {
		for (const { options, place, words } of goBuilds(subject)) {
			if (/(?:^|\s)--?trimpath(?:\s|$|=true)/.test(options)) continue;
			yield {
				...place,
				message: `go ${words[0]?.text ?? ""} without -trimpath: the binary depends on where it was built`
			};
		}
	}
};
// lib/gates/lint/rules/label-hard-coded.js
const expiry = /* @__PURE__ */ new Set([
	"expire_at",
	"quay.expires-after",
	"io.image-hygiene.expires-at"
]);
const labelHardCoded = {
	id: "label-hard-coded",
	summary: "An expiry or latest is written into a LABEL",
	reason: "A fixed expire_at is right for one build only: all later ones are born expired, and images built on this one inherit it, releases too. A version label that says latest says nothing.",
	level: "error",
	bad: "FROM alpine:3.22\nLABEL expire_at=1767225600",
	good: "FROM alpine:3.22\nLABEL org.opencontainers.image.title=app",
	fix: "Leave these labels to the build: image-hygiene prepare prints them for each.",
	*check({ dockerfile }) {
		for (const instruction of dockerfile.instructions) {
			if (instruction.keyword !== "LABEL") continue;
			for (const { name, value, offset } of assignments(instruction, dockerfile.escapeChar)) {
				const key = dockerfile.expandAt(instruction, name).text;
				const { text, known } = dockerfile.expandAt(instruction, value.text);
				const place = placeOf(instruction, offset);
				if (expiry.has(key) && text !== "" && known && !value.text.includes("$")) yield {
					...place,
					message: `LABEL ${key}=${text.slice(0, 40)} is the same in every build`
				};
				if (known && (text === "latest" || /:latest$/.test(text)) && text.length < 512) yield {
					...place,
					level: "warning",
					message: `LABEL ${key} says '${text}', which moves`
				};
			}
		}
	}
};
// lib/gates/lint/rules/pip-leftovers.js
const cache = "/root/.cache/pip";
const pipLeftovers = {
	id: "pip-leftovers",
	summary: "pip’s cache stays in the layer",
	reason: "pip keeps each wheel that it downloaded or built beside the installed package: the layer holds everything twice, and nothing reads the second copy.",
	level: "warning",
	bad: "FROM python:3.13-slim\nRUN pip install -r requirements.txt",
	good: "FROM python:3.13-slim\nRUN pip install --no-cache-dir -r requirements.txt",
	fix: "Use pip install --no-cache-dir, or RUN --mount=type=cache,target=/root/.cache/pip",
	check: (subject) => leftoversIn(subject, {
		folders: [cache],
		fills: (started) => installs(started) && !hasOption(started, "--no-cache-dir", "--no-cache") && !switchedOff(started.environment.get("PIP_NO_CACHE_DIR")),
		clears: (started) => removes(started, cache) || removes(started, "/root/.cache") || /^pip/.test(started.program) && subcommandOf(started) === "cache",
		message: () => `pip install keeps its downloads in ${cache}`
	}, (_, run) => !switchedOff(variable(subject, run)))
};
function installs(started) {
	if (/^pip[0-9.]*$/.test(started.program)) return subcommandOf(started) === "install";
	const [module, name, verb] = started.words.map(({ text }) => text);
	return /^python[0-9.]*$/.test(started.program) && module === "-m" && name === "pip" && verb === "install";
}
function variable({ dockerfile }, run) {
	return environmentAt(dockerfile, run, "PIP_NO_CACHE_DIR");
}
/** pip reads any of these as "no cache"; its own quirk makes `0` and `off` mean it too. */
function switchedOff(value) {
	return value !== void 0 && value !== "";
}
// lib/gates/lint/rules/remote-add-unchecked.js
const remoteAddUnchecked = {
	id: "remote-add-unchecked",
	summary: "ADD fetches from the network without a checksum",
	reason: "What a URL gives today, it need not give tomorrow: the server, its owner or somebody between can put other bytes there, and they run in your image. A checksum or a commit makes the build stop instead.",
	level: "warning",
	bad: "FROM alpine:3.22\nADD https://example.com/tool.tar.gz /opt/",
	good: "FROM alpine:3.22\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool.tar.gz /opt/",
	fix: "Add --checksum=sha256:… of the file; for a git repository, end the URL with #<commit>.",
	*check({ dockerfile }) {
		for (const instruction of dockerfile.instructions) {
			if (instruction.keyword !== "ADD" || flagOf(instruction, "checksum")) continue;
			for (const { text, offset } of transferOf(instruction, dockerfile)?.sources ?? []) {
				if (!isRemote(text) || /#[0-9a-f]{40}(?::|$)/.test(text)) continue;
				yield {
					...placeOf(instruction, offset),
					message: `'${text.slice(0, 200)}' is fetched unchecked`
				};
			}
		}
	}
};
// lib/gates/lint/secrets.js
/** Names of variables that hold a secret; `_FILE` only says where one is, and `_VERSION` is of something else. */
const secretName = /(?:^|_)(?:password|passwd|pwd|pword|passphrase|secret|secrets|token|credential|credentials|apikey|api_key|access_key|secret_key|private_key|signing_key|encryption_key|ssh_key|auth)(?:_|$)/i;
const harmlessName = /(?:^|_)(?:public|file|path|dir|url|uri|host|port|name|user|username|type|mode|method|algorithm|provider|backend|version|config|length|timeout|expiry|ttl|enabled|disabled|required|id)$/i;
function namesSecret(name) {
	return name !== "PWD" && name.length <= 256 && secretName.test(name) && !harmlessName.test(name);
}
/** What no secret is: nothing, a switch, or the path of a file. */
const harmlessValue = /^(?:true|false|yes|no|on|off|none|[0-9]{1,2}|\/(?:[\w.-]+\/)+[\w.-]*|\/[\w-]*\.[\w.-]+)?$/i;
/** The value of a variable, without its quotes, that is a secret if the variable's name says so. */
function mayBeSecret(value) {
	return value.length > 256 || !harmlessValue.test(value.replace(/^(["'])(.*)\1$/s, "$2"));
}
/** Texts that are secrets by their shape, whatever holds them. Each expression is anchored by a literal. */
const shapes = [
	["an AWS access key", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
	["a GitHub token", /\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_[A-Za-z0-9_]{40}/],
	["a GitLab token", /\bglpat-[A-Za-z0-9_-]{20}/],
	["an npm token", /\bnpm_[A-Za-z0-9]{36}\b/],
	["a Slack token", /\bxox[abprs]-[A-Za-z0-9-]{10}/],
	["a private key", /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/],
	["a password in a URL", /\b[a-z][a-z0-9+]{1,9}:\/\/[^\s/:@$'"]{1,64}:[^\s/:@$'"]{1,128}@/i]
];
/** The first secret in a text: what it is and where it starts. */
function secretIn(text) {
	for (const [what, shape] of shapes) {
		const offset = text.search(shape);
		if (offset >= 0) return {
			what,
			offset
		};
	}
}
/** Files that hold secrets by their name. */
const secretFile = /(?:^|\/)(?:\.env(?:\.(?!example$|sample$|template$|dist$)[A-Za-z0-9_-]+)?|\.netrc|\.npmrc|\.pypirc|\.git-credentials|\.pgpass|\.htpasswd|id_(?:rsa|dsa|ecdsa|ed25519)|[^/]+\.(?:pem|key|p12|pfx|jks|keystore|kdbx)|kubeconfig|credentials\.json|service-account[^/]*\.json)$|(?:^|\/)\.(?:ssh|aws|gnupg|kube|docker)(?:\/|$)/i;
/** True for `.env`, `id_rsa`, `server.key`, `.aws/credentials`. Certificates (`ca.pem`, `*.pub`) are let through. */
function holdsSecret(path) {
	if (path.length > 1024 || /(?:^|\/)(?:ca|cacert|ca-bundle|chain|fullchain|cert|public)[^/]*\.pem$/i.test(path)) return false;
	return secretFile.test(path);
}
// lib/gates/lint/rules/secret-copied.js
const secretCopied = {
	id: "secret-copied",
	summary: "A file that holds secrets is copied into a layer",
	reason: "A layer keeps what it once held: removing the key or .env in the next RUN only hides it. In an earlier stage it does not ship, but it stays in the build cache and its exports.",
	level: "error",
	bad: "FROM node:22\nCOPY .npmrc ./\nRUN npm ci && rm .npmrc",
	good: "FROM node:22\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci",
	fix: "Mount it for the one command that needs it: RUN --mount=type=secret,id=NAME,target=PATH …",
	*check({ dockerfile, shipped }) {
		for (const stage of dockerfile.stages) for (const instruction of stage.instructions) {
			const transfer = transferOf(instruction, dockerfile);
			if (transfer === void 0 || flagOf(instruction, "from") !== void 0) continue;
			for (const { text, offset } of transfer.sources) {
				if (!holdsSecret(text)) continue;
				const ships = shipped.includes(stage);
				yield {
					...placeOf(instruction, offset),
					...ships ? {} : { level: "warning" },
					message: `'${text}' holds secrets, and ${ships ? "ships in a layer" : "stays in the build cache"}`
				};
			}
		}
	}
};
// lib/gates/lint/rules/secret-in-variable.js
const secretInVariable = {
	id: "secret-in-variable",
	summary: "A secret is in ARG, ENV, LABEL or a command",
	reason: "ENV and LABEL are in the image’s config for anybody who can pull it; ARG values and commands are in its history. Deleting them in a later layer changes nothing, and the registry keeps every copy.",
	level: "error",
	bad: "FROM node:22\nARG NPM_TOKEN\nRUN npm config set //npm.example.com/:_authToken=$NPM_TOKEN",
	good: "FROM node:22\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci",
	fix: "Give it to the one command that needs it: RUN --mount=type=secret,id=NAME …; at run time, from the platform’s secrets.",
	*check({ dockerfile }) {
		for (const instruction of dockerfile.instructions) {
			if (instruction.keyword === "ARG") yield* inArgument(instruction, dockerfile);
			else if (instruction.keyword === "ENV") yield* inEnvironment(instruction, dockerfile);
			else if (![
				"RUN",
				"LABEL",
				"ADD",
				"CMD",
				"ENTRYPOINT",
				"HEALTHCHECK"
			].includes(instruction.keyword)) continue;
			yield* byShape(instruction);
		}
	}
};
/** A default is the secret itself; without one, the value given to the build still ends in the history. */
function* inArgument(instruction, { escapeChar }) {
	for (const { text, offset } of quotedWords(instruction.body, escapeChar)) {
		const equals = text.indexOf("=");
		const name = equals < 0 ? text : text.slice(0, equals);
		if (!namesSecret(name)) continue;
		const place = placeOf(instruction, instruction.offset + offset);
		const value = equals < 0 ? "" : text.slice(equals + 1);
		const empty = /^(?:""|'')?$/.test(value);
		if (!empty && !mayBeSecret(value)) continue;
		yield empty ? {
			...place,
			level: "warning",
			message: `ARG ${name}: what the build is given for it ends in the image’s history`
		} : {
			...place,
			message: `ARG ${name} has a secret as its default`
		};
	}
}
function* inEnvironment(instruction, dockerfile) {
	for (const { name, value, offset } of assignments(instruction, dockerfile.escapeChar)) {
		if (!namesSecret(name) || !mayBeSecret(value.text)) continue;
		yield {
			...placeOf(instruction, offset),
			message: `ENV ${name} puts a secret into the image’s config`
		};
	}
}
function* byShape(instruction) {
	const found = secretIn(instruction.text);
	if (found !== void 0) yield {
		...placeOf(instruction, found.offset),
		message: `this is ${found.what}, readable for anybody who can pull the image`
	};
	for (const { body, line } of instruction.heredocs) {
		const inside = secretIn(body);
		if (inside === void 0) continue;
		const above = body.slice(0, inside.offset).split("\n");
		yield {
			line: line + above.length - 1,
			column: (above.at(-1)?.length ?? 0) + 1,
			message: `this is ${inside.what}, readable for anybody who can pull the image`
		};
	}
}
// lib/gates/lint/rules/toolchain-shipped.js
/** Images made to build with: what they build needs none of it, and the stage to copy it into. */
const toolchains = [
	[/^golang$/, "FROM gcr.io/distroless/static-debian13:nonroot\nCOPY --from=build /app /app\nENTRYPOINT [\"/app\"]"],
	[/^(?:rust|gcc|haskell|swift)$/, "FROM debian:13-slim\nCOPY --from=build /app /usr/local/bin/app\nUSER 10001:10001\nENTRYPOINT [\"app\"]"],
	[/^(?:maven|gradle)$/, "FROM eclipse-temurin:21-jre\nCOPY --from=build /src/target/app.jar /app.jar\nUSER 10001:10001\nENTRYPOINT [\"java\", \"-jar\", \"/app.jar\"]"],
	[/^sdk$/, "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /app /app\nUSER $APP_UID\nENTRYPOINT [\"dotnet\", \"/app/app.dll\"]"],
	[/^buildpack-deps$/, "FROM debian:13-slim\nCOPY --from=build /app /usr/local/bin/app\nUSER 10001:10001\nENTRYPOINT [\"app\"]"]
];
/** Runtimes whose plain tags carry a compiler and a few hundred packages; the slim ones do not. */
const full = /^(?:node|python|ruby|perl|php|erlang|elixir)$/;
const slim = /(?:^|-)(?:slim|alpine|distroless|minimal)/;
const toolchainShipped = {
	id: "toolchain-shipped",
	summary: "The final stage is a toolchain or a full image",
	reason: "Compilers, headers and package managers are most of the bytes and most of the findings of a scanner, and they help whoever breaks in. What was built needs a runtime at most.",
	level: "info",
	bad: "FROM golang:1.26\nCOPY . .\nRUN go build -o /app .\nCMD [\"/app\"]",
	good: "FROM golang:1.26 AS build\nCOPY . .\nRUN CGO_ENABLED=0 go build -trimpath -ldflags=\"-s -w\" -o /app .\nFROM gcr.io/distroless/static-debian13:nonroot\nCOPY --from=build /app /app\nENTRYPOINT [\"/app\"]",
	fix: "Name the stage with AS build, and copy what it made into a small one.",
	*check({ shipped }) {
		const root = shipped.at(-1);
		const image = root === void 0 ? void 0 : rootImage(root);
		if (root === void 0 || image === void 0 || image === "scratch") return;
		const name = nameOf(image);
		const place = placeOf(root.from, root.base.offset);
		const jdk = name === "openjdk" || name === "eclipse-temurin" && /(?:^|-)jdk|^\d+$/.test(image.tag ?? "");
		const rewrite = toolchains.find(([pattern]) => pattern.test(jdk ? "maven" : name))?.[1];
		if (rewrite !== void 0) yield {
			...place,
			message: `'${root.base.text}' is made to build with, and it is what ships`,
			fix: `name this stage with AS build and end the file with:\n${rewrite}`
		};
		else if (full.test(name) && image.repository.startsWith("docker.io/library/") && !slim.test(image.tag ?? "")) yield {
			...place,
			message: `'${root.base.text}' is the full image, with compilers and some hundred packages`,
			fix: `build in it if you must, and ship ${name}:${(image.tag ?? "").split("-")[0] || "<version>"}-slim`
		};
	}
};
// lib/gates/lint/rules/yum-leftovers.js
const programs = /^(?:yum|dnf5?|microdnf|tdnf|zypper)$/;
const installing = /* @__PURE__ */ new Set([
	"install",
	"in",
	"update",
	"upgrade",
	"groupinstall",
	"reinstall",
	"localinstall",
	"makecache",
	"refresh"
]);
// lib/gates/lint/rules.js
/** Our own rules. A new one is a file in `rules/` and a line here. */
const nativeRules = [
	dockerfileInvalid,
	finalStageRoot,
	baseUntagged,
	baseLatest,
	baseLatestPinned,
	baseUnresolved,
	baseNotAllowed,
	baseUnpinned,
	baseEol,
	secretInVariable,
	secretCopied,
	dockerignoreMissing,
	dockerignoreIncomplete,
	dockerignoreExcludes,
	remoteAddUnchecked,
	aptLeftovers,
	apkLeftovers,
	{
		id: "yum-leftovers",
		summary: "The cache of yum, dnf, microdnf or zypper stays in the layer",
		reason: "The package manager keeps repository metadata, often more than 100 MB, and downloaded packages in the layer. A later RUN cannot take them out again.",
		level: "warning",
		bad: "FROM almalinux:9\nRUN dnf install -y httpd",
		good: "FROM almalinux:9\nRUN dnf install -y httpd && dnf clean all",
		fix: "End the same RUN with: dnf clean all (yum, microdnf and zypper have the same).",
		check: (subject) => leftoversIn(subject, {
			folders: [
				"/var/cache/dnf",
				"/var/cache/yum",
				"/var/cache/libdnf5",
				"/var/cache/zypp"
			],
			fills: (started) => programs.test(started.program) && installing.has(subcommandOf(started)),
			clears: (started) => programs.test(started.program) && /^(?:clean|cc)$/.test(subcommandOf(started)) || [
				"/var/cache/dnf",
				"/var/cache/yum",
				"/var/cache/zypp"
			].some((folder) => removes(started, folder)),
			message: (started) => `${started.program} ${subcommandOf(started)} leaves its cache in the layer`
		})
	},
	pipLeftovers,
	cachesShipped,
	devDependenciesShipped,
	toolchainShipped,
	dependenciesAfterSources,
	glibcIntoMusl,
	goTrimpath,
	goStrip,
	goSumdbOff,
	labelHardCoded
];
/** For the reference page and for reports: our rules, and those about the tool's own doings. */
const lintRules = [
	...nativeRules,
	...ignoreRules,
	...engineRules
];
/** Every rule that a policy or an ignore may name, the engines' with and without the engine's name. */
const knownRules = /* @__PURE__ */ new Set([...lintRules.map(({ id }) => id), ...Object.keys(dockerfilelintRules).flatMap((id) => [`dockerfilelint/${id}`, id])]);
/** True for our rules and dockerfilelint's by name, and for whatever has the form of one of hadolint's or ShellCheck's. */
function isRule(name) {
	return knownRules.has(name) || /^(?:hadolint\/)?(?:DL|SC)\d{4}$/.test(name);
}
// lib/gates/lint/same-meaning.js
/**
* hadolint's rules that say what one of ours or of dockerfilelint's says: where both speak of one instruction, theirs
* is left out.
* @see https://github.com/hadolint/hadolint#rules
*/
const hadolintTwins = {
	DL3002: ["final-stage-root"],
	DL3004: ["dockerfilelint/sudo_usage"],
	DL3005: ["dockerfilelint/apt-get-dist-upgrade", "dockerfilelint/apt-get-upgrade"],
	DL3006: [
		"base-untagged",
		"base-unresolved",
		"dockerfilelint/missing_tag"
	],
	DL3007: [
		"base-latest",
		"base-latest-pinned",
		"dockerfilelint/latest_tag"
	],
	DL3009: ["apt-leftovers", "dockerfilelint/apt-get_missing_rm"],
	DL3011: ["dockerfilelint/invalid_port"],
	DL3014: ["dockerfilelint/apt-get_missing_param"],
	DL3015: ["dockerfilelint/apt-get_recommends"],
	DL3019: ["apk-leftovers", "dockerfilelint/apkadd-missing_nocache_or_updaterm"],
	DL3023: ["dockerfile-invalid"],
	DL3024: ["dockerfile-invalid"],
	DL3026: ["base-not-allowed"],
	DL3032: ["yum-leftovers"],
	DL3036: ["yum-leftovers"],
	DL3040: ["yum-leftovers"],
	DL3042: ["pip-leftovers"],
	DL3043: ["dockerfile-invalid"],
	DL3061: ["dockerfile-invalid", "dockerfilelint/from_first"],
	DL3064: ["secret-in-variable"],
	DL4000: ["dockerfilelint/deprecated_in_1.13"]
};
// lib/gates/lint/shipped.js
/** The final stage and those it is built on, final one first: their layers are the image. */
function shippedStages({ stages }) {
	const shipped = [];
	for (let stage = stages.at(-1); stage !== void 0; stage = stage.parent) shipped.push(stage);
	return shipped;
}
// lib/gates/lint/judge.js
/** A rule that speaks more often of one file says the same of each line; further ones are counted. */
const mostOfOneRule = 500;
/** The findings of one Dockerfile: all engines, doubles merged, inline ignores applied, at the policy's levels. */
function judge(dockerfile, { policy, now }, said) {
	const theirs = said.dockerfilelint.filter(({ rule }) => speaks(rule, policy)).map(fromDockerfilelint);
	const candidates = merged([...said.native, ...limited(withoutRefused(theirs, said.native, dockerfile))], said.hadolint, dockerfile);
	const { ignores, faults } = readIgnores(dockerfile, (/* @__PURE__ */ new Date(now * 1e3)).toISOString().slice(0, 10), knownRules, isRule);
	const used = /* @__PURE__ */ new Set();
	const kept = candidates.filter((candidate) => {
		const names = namesOf(candidate.rule);
		const ignore = ignores.find((one) => names.some((name) => one.rules.includes(name)) && one.from <= candidate.line && candidate.line <= one.to);
		if (ignore !== void 0) used.add(ignore);
		return ignore === void 0;
	});
	const unused = ignores.filter((ignore) => !used.has(ignore)).map(({ rules, line }) => ({
		rule: "ignore-unused",
		line,
		column: 1,
		message: `there is no finding of ${rules.join(", ").slice(0, 200)} here to ignore`
	}));
	const own = [...faults, ...unused].map((fault) => {
		const doc = ignoreRules.find(({ id }) => id === fault.rule);
		return {
			...fault,
			fix: doc?.fix,
			fallback: doc?.level ?? "error",
			image: void 0
		};
	});
	return [...kept, ...limited(own)].flatMap((candidate) => findingOf(candidate, dockerfile.file, policy));
}
/** What our own rules say of one Dockerfile. */
function judgeNatively(dockerfile, context, bench) {
	if (!bench.policy.lint.engines.includes("native")) return [];
	return limited(native({
		dockerfile,
		context,
		...bench
	}));
}
function* native(given) {
	const started = /* @__PURE__ */ new Map();
	const subject = {
		...given,
		shipped: shippedStages(given.dockerfile),
		images: imagesOf(given.dockerfile),
		started: (run) => {
			const known = started.get(run);
			if (known !== void 0) return known;
			const found = run.keyword === "RUN" ? startedBy(run) : [];
			started.set(run, found);
			return found;
		}
	};
	for (const rule of nativeRules) {
		if (levelOf(rule.id, rule.level, given.policy) === "off") continue;
		for (const hit of rule.check(subject)) yield candidateOf(rule.id, rule.level, rule.fix, hit);
	}
}
function candidateOf(rule, level, fix, hit) {
	const { line, column, message, image } = hit;
	return {
		rule,
		line,
		column,
		message,
		fix: hit.fix ?? fix,
		fallback: hit.level ?? level,
		image
	};
}
function fromDockerfilelint({ rule, line, column, message, fix, level }) {
	const known = Object.hasOwn(dockerfilelintRules, rule) ? dockerfilelintRules[rule] : void 0;
	return {
		rule: known === void 0 ? rule : `dockerfilelint/${rule}`,
		line,
		column,
		message,
		fix: known?.fix ?? fix ?? engineRules.find((one) => one.id === rule)?.fix,
		fallback: known?.level ?? level ?? "error",
		image: void 0
	};
}
/** What BuildKit refuses is said once: dockerfilelint's errors on such an instruction say the same in other words. */
function withoutRefused(theirs, native, dockerfile) {
	const refusals = native.filter(({ rule }) => rule === "dockerfile-invalid");
	if (refusals.length === 0) return theirs;
	const starts = firstLines(dockerfile);
	const refused = new Set(refusals.map(({ line }) => starts.get(line) ?? line));
	return theirs.filter(({ line, fallback }) => fallback !== "error" || !refused.has(starts.get(line) ?? line));
}
/** The first line of the instruction that a line belongs to. */
function firstLines({ instructions }) {
	const starts = /* @__PURE__ */ new Map();
	for (const { line, endLine } of instructions) for (let at = line; at <= endLine; at++) starts.set(at, line);
	return starts;
}
/** hadolint speaks of instructions by their first line; where one of ours says the same of that instruction, it is left out. */
function merged(ours, hadolint, dockerfile) {
	if (hadolint.length === 0) return ours;
	const starts = firstLines(dockerfile);
	const said = new Set(ours.map(({ rule, line }) => `${rule} ${starts.get(line) ?? line}`));
	const theirs = hadolint.filter(({ rule, line }) => {
		return !(Object.hasOwn(hadolintTwins, rule) ? hadolintTwins[rule] ?? [] : []).some((twin) => said.has(`${twin} ${starts.get(line) ?? line}`));
	});
	return [...ours, ...theirs.map(({ rule, line, column, message, fix, level }) => ({
		rule: rule === "hadolint-failed" ? rule : `hadolint/${rule}`,
		line,
		column,
		message,
		fix,
		fallback: level ?? "warning",
		image: void 0
	}))];
}
function findingOf({ rule, line, column, message, fix, fallback, image }, file, policy) {
	const severity = levelOf(rule, fallback, policy);
	if (severity === "off") return [];
	return [{
		rule,
		severity,
		message,
		...fix === void 0 ? {} : { fix },
		location: {
			file,
			line,
			column
		},
		...image === void 0 ? {} : { image }
	}];
}
/** The first of each rule, the last of them with the count of what is left out. One pass: a hostile file has millions. */
function limited(candidates) {
	const kept = [];
	const counts = /* @__PURE__ */ new Map();
	for (const candidate of candidates) {
		const seen = counts.get(candidate.rule) ?? {
			count: 0,
			last: 0
		};
		seen.count++;
		if (seen.count <= mostOfOneRule) seen.last = kept.push(candidate) - 1;
		counts.set(candidate.rule, seen);
	}
	for (const [rule, { count, last }] of counts) {
		const candidate = kept[last];
		if (count <= mostOfOneRule || candidate === void 0) continue;
		const more = `${count - mostOfOneRule} more of ${rule} in this file`;
		kept[last] = {
			...candidate,
			message: `${candidate.message}; ${more}`
		};
	}
	return kept;
}
// lib/gates/lint/lint.js
/** All findings of all files, in the order of the files. */
async function lintFiles(sources, bench, world) {
	const { engines } = bench.policy.lint;
	const read = sources.map(({ file, text, context }) => ({
		dockerfile: readDockerfile(file, text),
		context
	}));
	const dockerfiles = read.map(({ dockerfile }) => dockerfile);
	const theirs = engines.includes("dockerfilelint") ? runDockerfilelint(dockerfiles, world.threads) : void 0;
	const others = engines.includes("hadolint") ? askHadolint(sources, world) : void 0;
	const native = read.map(({ dockerfile, context }) => judgeNatively(dockerfile, context, bench));
	const [dockerfilelint, hadolint] = await Promise.all([theirs, others]);
	return dockerfiles.flatMap((dockerfile, index) => judge(dockerfile, bench, {
		native: native[index] ?? [],
		dockerfilelint: dockerfilelint?.get(dockerfile) ?? [],
		hadolint: hadolint?.get(dockerfile.file) ?? []
	}));
}
async function askHadolint(sources, { processes }) {
	const { runHadolint } = await Promise.resolve().then(() => require("./hadolint.js"));
	return runHadolint(sources.map(({ file }) => file), processes);
}
// lib/steps/dockerfiles.js
/** Names of Dockerfiles below a folder. */
const names = [
	"Dockerfile*",
	"Containerfile*",
	"*.Dockerfile",
	"*.dockerfile",
	"*.Containerfile"
];
/** Names that those globs catch, and that are no Dockerfiles, or none yet. */
const notDockerfiles = /\.(?:dockerignore|containerignore|md|txt|bak|orig|swp|sh|ps1|ya?ml|json|toml|xml|template|tmpl|tpl|j2|erb|in|go|rs|cs|java|kt|py|rb|php|[cm]?[jt]sx?)$/;
/**
* The Dockerfiles that were asked for: files as they are, folders searched, globs expanded, .gitignore honoured.
* Throws `no-file` for a path that is not there, and for a folder or glob of the call that has none.
*/
async function findDockerfiles(asked, { files }) {
	const isDefault = asked.join("\n") === require_inputs.dockerfiles.read(void 0).join("\n");
	const found = /* @__PURE__ */ new Set();
	for (const item of asked) {
		const here = await search(item, files);
		if (here.length === 0 && !isDefault) throw new require_index.HygieneError("no-file", `no Dockerfile in '${item}'`, { fix: "name the file itself if it has another name; what .gitignore leaves out is not searched" });
		for (const file of here) found.add(file);
	}
	return [...found].toSorted();
}
async function search(item, files) {
	const path = node_path.posix.normalize(item).replace(/(?<=.)\/$/, "");
	switch (await files.kind(path)) {
		case "file": return [path];
		case "folder": {
			const below = path === "." ? "" : `${literal(path)}/`;
			return (await files.find(names.map((name) => `${below}**/${name}`))).filter(isDockerfile);
		}
		case "other": throw new require_index.HygieneError("bad-file", `${item} is neither a file nor a folder`);
		case "absent":
			if (/[*?[\]{}!()]/.test(item)) return (await files.find([item])).filter(isDockerfile);
			throw new require_index.HygieneError("no-file", `there is no ${item}`, {
				location: {
					file: item,
					line: 1
				},
				fix: "check the path; it starts from the working folder"
			});
	}
}
function isDockerfile(path) {
	return !notDockerfiles.test(path);
}
/** A folder's name as a glob that means just that. */
function literal(path) {
	return path.replace(/[\\*?[\]{}!()@+]/g, "\\$&");
}
/** How many files are read at once. */
const atOnce = 64;
/** Reads the Dockerfiles, each with the .dockerignore that its build would honour. */
async function readSources(paths, context, { files }) {
	if (context !== void 0 && await files.kind(context) !== "folder") throw new require_index.HygieneError("no-file", `the build context ${context} is no folder`);
	const listed = /* @__PURE__ */ new Map();
	const names = (folder) => {
		const before = listed.get(folder) ?? files.list(folder).then((all) => new Set(all));
		listed.set(folder, before);
		return before;
	};
	const readIgnore = async (path) => {
		if (!(await names(node_path.posix.dirname(path))).has(node_path.posix.basename(path))) return void 0;
		if (await files.kind(path) !== "file") return void 0;
		return readIgnoreFile(path, await files.readText(path, 1048576));
	};
	const sources = [];
	for (let start = 0; start < paths.length; start += atOnce) {
		const some = paths.slice(start, start + atOnce).map(async (file) => {
			const folder = context ?? node_path.posix.dirname(file);
			const ignore = await readIgnore(`${file}.dockerignore`) ?? await readIgnore(folder === "." ? ".dockerignore" : `${folder}/.dockerignore`);
			return {
				file,
				text: await files.readText(file),
				context: {
					folder,
					ignore
				}
			};
		});
		sources.push(...await Promise.all(some));
	}
	return sources;
}
// lib/steps/lint.js
const { config, printPolicy, githubToken, gitlabToken, dockerfiles, context } = require_inputs.inputs_exports;
const { summary, annotations, sarifFile, codequalityFile, junitFile, jsonFile } = require_inputs.inputs_exports;
const lint = require_define.defineStep({
	name: "lint",
	inputs: {
		dockerfiles,
		context,
		config,
		printPolicy,
		githubToken,
		gitlabToken,
		summary,
		annotations,
		sarifFile,
		codequalityFile,
		junitFile,
		jsonFile
	},
	positional: "dockerfiles",
	outputs: require_report_outputs.reportOutputs,
	permissions: {
		github: { contents: "read" },
		registry: "none",
		gitlab: "Nothing."
	},
	async run(values, world) {
		const loaded = await require_policy.loadPolicy(values, world);
		checkRuleNames(loaded);
		if (values.printPolicy) return require_policy.printedPolicy(loaded);
		const sources = await readSources(await findDockerfiles(values.dockerfiles, world), values.context, world);
		const policy = await withDockerfilelintRc(loaded.policy, world);
		const eol = await eolTable(policy, world);
		const now = world.now();
		const findings = await lintFiles(sources, {
			policy,
			eol,
			now
		}, world);
		const aged = sources.length > 0 && policy.base.eol !== "off" && isOld(eol, now) ? [tableIsOld(eol, policy)] : [];
		return require_reports.writeReports("lint", told([...findings, ...aged.flat()], sources, policy), values, world, ruleDescriptions());
	}
});
/** A rule that does not exist would be a rule that nobody notices is not applied. */
function checkRuleNames({ policy, where }) {
	const faults = Object.keys(policy.lint.rules).filter((rule) => !isRule(rule)).map((rule) => {
		const meant = require_index.nearest(rule, knownRules);
		const location = where(`lint.rules.${rule}`) ?? where("lint.rules");
		return {
			rule: "bad-policy",
			severity: "error",
			message: `lint.rules: there is no rule '${rule.slice(0, 80)}'`,
			...meant === void 0 ? {} : { fix: `did you mean ${meant}?` },
			...location === void 0 ? {} : { location }
		};
	});
	const [first] = faults;
	if (first !== void 0) throw new require_index.HygieneError("bad-policy", first.message, { findings: faults });
}
/** `.dockerfilelintrc` of the working folder switches dockerfilelint's rules off, where the policy does not name them. */
async function withDockerfilelintRc(policy, { files }) {
	const path = ".dockerfilelintrc";
	if (!policy.lint.engines.includes("dockerfilelint") || await files.kind(path) !== "file") return policy;
	const { off } = await readDockerfilelintRc(path, await files.readText(path, 1048576));
	const rules = Object.fromEntries([...off].map((rule) => [`dockerfilelint/${rule}`, "off"]));
	return {
		...policy,
		lint: {
			...policy.lint,
			rules: {
				...rules,
				...policy.lint.rules
			}
		}
	};
}
async function eolTable({ base }, { files }) {
	const path = base["eol-file"];
	if (path === null) return builtInTable();
	return withProducts(builtInTable(), readEolTable(await files.readText(path), path));
}
function tableIsOld({ date }, policy) {
	const severity = policy.lint.rules["eol-table-old"] ?? "warning";
	if (severity === "off") return [];
	return [{
		rule: "eol-table-old",
		severity,
		message: `the end-of-life dates are of ${date}, more than 180 days ago: a base may have died since`,
		fix: "upgrade image-hygiene, or name a newer table in base.eol-file of the policy"
	}];
}
function told(findings, sources, policy) {
	const sorted = findings.toSorted(require_index.compareFindings);
	const count = (severity) => sorted.filter((finding) => finding.severity === severity).length;
	const stats = {
		files: sources.length,
		errors: count("error"),
		warnings: count("warning"),
		infos: count("info")
	};
	const lines = new Map(sources.map(({ file, text }) => [file, text.split(/\r?\n/)]));
	const total = sources.length === 0 ? "no Dockerfile found: nothing was checked" : `${counted(sources.length, "Dockerfile")}: ${counted(stats.errors, "error")}, ${counted(stats.warnings, "warning")}, ${counted(stats.infos, "note")}`;
	return {
		verdict: verdictAt(policy.lint["fail-on"], sorted),
		findings: sorted,
		outputs: {},
		stats,
		text: [
			require_index.terminalFindings(sorted, lines),
			total,
			...byRule(sorted)
		].filter((part) => part !== "").join("\n"),
		summary: total
	};
}
/** With many findings, what most of them are: the place to begin, or the rule to switch off. */
function byRule(findings) {
	if (findings.length <= 20) return [];
	const counts = /* @__PURE__ */ new Map();
	for (const { severity, rule } of findings) {
		const name = `${severity} ${rule}`;
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return [...counts].toSorted(([, a], [, b]) => b - a).map(([name, count]) => `${String(count).padStart(7)} ${name}`);
}
function counted(count, noun) {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
function verdictAt(threshold, findings) {
	if (findings.some(({ severity }) => require_index.reaches(severity, threshold))) return "fail";
	return findings.some(({ severity }) => severity === "warning") ? "warn" : "pass";
}
function ruleDescriptions() {
	return lintRules.map(({ id, summary: line, reason, fix }) => ({
		id,
		summary: line,
		help: `${reason}\n\n${fix}`
	}));
}
exports.hadolintFailed = hadolintFailed;
exports.lint = lint;
