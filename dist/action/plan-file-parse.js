const require_reference = require("./reference.js");
const require_index = require("./index.js");
const require_plan_file = require("./plan-file.js");
// lib/cleanup/plan-file-parse.js
const mostFaults = 20;
const mostLines = 1e6;
const longestLine = 4194304;
/**
* Reads a plan as a reviewer left it. A byte-order mark, CRLF, blank lines and blanks between tokens are what web
* editors do, and pass. What a reader could take for something else than the parser does (a key twice, escapes that
* hide a word, unknown keys, an image in two lines) is refused.
*/
function parsePlan(text) {
	const rows = text.replace(/^\uFEFF/, "").split("\n");
	if (rows.length > 1000002) return { faults: [{
		line: mostLines,
		message: "the plan has more than 1,000,000 lines"
	}] };
	const faults = [];
	const lines = [];
	const seen = /* @__PURE__ */ new Map();
	let header;
	for (const [index, row] of rows.entries()) {
		const line = index + 1;
		const content = row.trim();
		if (content === "") continue;
		if (header === void 0) {
			const read = readHeader(content);
			if (typeof read === "string") return { faults: [{
				line,
				message: read
			}] };
			header = read;
			continue;
		}
		const read = readLine(content);
		if (typeof read === "string") faults.push({
			line,
			message: read
		});
		else {
			const name = `${read.repository}@${read.head}`;
			const before = seen.get(name);
			if (before === void 0) lines.push(read);
			else faults.push({
				line,
				message: `the image ${name} already stands in line ${before}: delete one`
			});
			seen.set(name, before ?? line);
		}
		if (faults.length >= mostFaults) return { faults };
	}
	if (header === void 0) return { faults: [{
		line: 1,
		message: "the plan is empty: its header is missing"
	}] };
	return faults.length > 0 ? { faults } : {
		header,
		lines
	};
}
/** Reads a plan or throws `bad-file` with a finding per faulty line. */
function readPlan(text, file) {
	const read = parsePlan(text);
	if (!("faults" in read)) return read;
	const fix = `restore the line from the last plan, or run the plan step again; a review only deletes lines or changes an action to "keep"`;
	const findings = read.faults.map(({ line, message }) => ({
		rule: "bad-file",
		severity: "error",
		message: `${file}:${line}: ${message}`,
		fix,
		location: {
			file,
			line
		}
	}));
	throw new require_index.HygieneError("bad-file", findings[0]?.message ?? `${file} is no plan`, { findings });
}
function readHeader(content) {
	const header = readObject(content, [
		"schema",
		"plan",
		"policy",
		"sources"
	]);
	if (typeof header === "string") return `no plan header: ${header}`;
	const { schema, plan, policy, sources } = header;
	if (schema !== "image-hygiene/plan/v1") return `schema is ${show(schema)}, this version reads ${require_plan_file.planSchema}`;
	if (!isText(plan) || !require_reference.isDigest(plan)) return `plan is ${show(plan)}, not sha256: and 64 hex digits`;
	if (!isText(policy) || !require_reference.isDigest(policy)) return `policy is ${show(policy)}, not sha256: and 64 hex digits`;
	if (!Array.isArray(sources) || !sources.every(isName)) return "sources is no list of names";
	if (!isPlain(content, JSON.stringify({
		schema,
		plan,
		policy,
		sources
	}))) return ambiguous;
	return {
		plan,
		policy,
		sources
	};
}
function readLine(content) {
	const object = readObject(content, [
		"action",
		"repository",
		"head",
		"tags",
		"class",
		"reason",
		"with"
	]);
	if (typeof object === "string") return object;
	const { action, repository, head, tags, class: name, reason, with: along } = object;
	if (action !== "delete" && action !== "untag" && action !== "keep") return `action is ${show(action)}, not "delete", "untag" or "keep"`;
	if (!isText(repository)) return "repository is no text";
	const parsed = require_reference.parseRepository(repository);
	if (typeof parsed !== "string") return parsed.fault;
	if (parsed !== repository) return `repository is written ${show(repository)} instead of ${parsed}`;
	if (!isText(head) || !require_reference.isDigest(head)) return `head is ${show(head)}, no digest`;
	if (!isListOf(tags, require_reference.isTag)) return "tags is no list of tags";
	if (new Set(tags).size !== tags.length) return "a tag stands twice";
	if (name !== null && !isName(name)) return `class is ${show(name)}, neither a name nor null`;
	if (!isText(reason) || !/^[a-z][a-z-]{0,40}$/.test(reason)) return `reason is ${show(reason)}, no reason`;
	if (!isListOf(along, require_reference.isDigest)) return "with is no list of digests";
	if (action === "untag" && (tags.length === 0 || along.length > 0)) return "an untag line names the tags that go, and nothing goes along";
	const line = {
		action,
		repository: parsed,
		head,
		tags,
		class: name,
		reason,
		with: along
	};
	return isPlain(content, require_plan_file.formatLine(line)) ? line : ambiguous;
}
const ambiguous = "a key stands twice or a value is escaped: what is read must be what a reviewer sees";
/** Equal up to blanks and the order of keys. No value of a plan has blanks or needs escapes, so lengths tell. */
function isPlain(given, canonical) {
	return given.replace(/\s/g, "").length === canonical.replace(/\s/g, "").length;
}
function readObject(content, keys) {
	if (content.length > longestLine) return "the line is longer than 4 MiB";
	let value;
	try {
		value = JSON.parse(content);
	} catch {
		return "this line is no JSON: a line is one object, on one line";
	}
	if (typeof value !== "object" || value === null || Array.isArray(value)) return "this line is no JSON object";
	const extra = Object.keys(value).find((key) => !keys.includes(key));
	if (extra !== void 0) return `unknown key ${show(extra)}; a line has ${keys.join(", ")}`;
	const missing = keys.find((key) => !Object.hasOwn(value, key));
	if (missing !== void 0) return `the key ${missing} is missing`;
	return { ...value };
}
function isListOf(value, is) {
	return Array.isArray(value) && value.every((item) => isText(item) && is(item));
}
function isText(value) {
	return typeof value === "string";
}
/** Anything without control characters, quotes or backslashes. */
function isName(value) {
	return isText(value) && /^[^\p{Cc}\p{Cf}\p{Cs}"\\]{1,200}$/u.test(value);
}
function show(value) {
	return (JSON.stringify(value) ?? "missing").slice(0, 100);
}
Object.defineProperty(exports, "parsePlan", {
	enumerable: true,
	get: function() {
		return parsePlan;
	}
});
Object.defineProperty(exports, "readPlan", {
	enumerable: true,
	get: function() {
		return readPlan;
	}
});
