const require_reference = require("./reference.js");
const require_index = require("./index.js");
const require_version = require("./version.js");
// lib/policy/slug.js
/**
* A branch's name as part of a tag, at most `room` characters: what no tag may hold becomes `-`, case is kept.
* A name that had to be cut, or of which nothing is left, ends in eight hex digits of its hash, so that two long
* branches with one beginning stay two tags, and the same branch always gets the same one.
*/
function slugOf(branch, room) {
	const slug = branch.slice(0, longestName).replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+/, "").replace(/-+$/, "");
	if (slug !== "" && slug.length <= room) return slug;
	const kept = slug.slice(0, Math.max(0, room - 9)).replace(/-+$/, "");
	return `${kept}${kept === "" ? "" : "-"}${hashOf(branch)}`.slice(0, Math.max(0, room));
}
function slugMarks(branch) {
	return {
		whole: slugOf(branch, longestName),
		hash: hashOf(branch)
	};
}
/** What to look for among the marks of branches to find the one that a slug was made of: itself, or its hash. */
function marksIn(slug) {
	return [slug, slug.slice(-8)];
}
/** Git's own names are shorter; whatever is longer is told apart by its hash. */
const longestName = 4096;
/** FNV-1a, 32 bits: to tell names apart, not to prove anything. */
function hashOf(text) {
	let hash = 2166136261;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
	return (hash >>> 0).toString(16).padStart(8, "0");
}
// lib/policy/placeholder.js
const numeric = "(?:0|[1-9][0-9]*)";
const identifier = "[0-9A-Za-z-]+";
const prereleaseId = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
const core = `${numeric}\\.${numeric}\\.${numeric}`;
const prerelease = `(?:-${prereleaseId}(?:\\.${prereleaseId})*)?`;
const build = `(?:_${identifier}(?:\\.${identifier})*)?`;
function semver(prereleases) {
	return {
		name: "semver",
		pattern: prereleases === "allow" ? core + prerelease + build : core + build,
		needs: "a SemVer version (a git tag such as v1.2.0)",
		ends: (text, start) => require_version.versionEnds(text, start, prereleases),
		capture: (text) => ({ semver: require_version.versionFromTag(text) }),
		write: (facts) => facts.semver === void 0 ? void 0 : require_version.versionToTag(facts.semver)
	};
}
/** `{semver.major}` of 1.2.3 is `1`, `{semver.minor}` is `2`. */
function semverPart(part) {
	return {
		name: `semver.${part}`,
		pattern: shortNumber,
		needs: "a SemVer version (a git tag such as v1.2.0)",
		ends: numberEnds,
		capture: (text) => ({ [part]: Number(text) }),
		write: (facts) => facts.semver === void 0 ? void 0 : String(require_version.coreOf(facts.semver)[part])
	};
}
/** Reads 7 to 40 digits and writes 12; with a length, reads and writes exactly so many. */
function sha(length) {
	const [least, most] = length === void 0 ? [7, 40] : [length, length];
	return {
		name: "sha",
		pattern: least === most ? `[0-9a-f]{${least}}` : `[0-9a-f]{${least},${most}}`,
		needs: "a commit",
		ends: (text, start) => runEnds(text, start, /[0-9a-f]/, least, most),
		capture: (text) => ({ sha: text }),
		write: (facts) => facts.sha?.slice(0, length ?? 12)
	};
}
const number = {
	name: "number",
	pattern: "(?:0|[1-9][0-9]{0,14})",
	needs: "the number of a pull or merge request",
	ends: numberEnds,
	capture: (text) => ({ number: Number(text) }),
	write: (facts) => facts.number === void 0 ? void 0 : String(facts.number)
};
const branch = {
	name: "branch",
	pattern: "[A-Za-z0-9._-]+",
	needs: "a branch",
	ends: (text, start) => runEnds(text, start, /[A-Za-z0-9._-]/, 1, text.length),
	capture: (text) => ({ branch: text }),
	write: (facts, room) => facts.branch === void 0 ? void 0 : slugOf(facts.branch, room)
};
const date = {
	name: "date",
	pattern: "[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])",
	needs: "the time of the build",
	ends: (text, start) => /^[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])$/.test(text.slice(start, start + 8)) ? [start + 8] : [],
	capture: (text) => ({ date: text }),
	write: (facts) => facts.date === void 0 ? void 0 : (/* @__PURE__ */ new Date(facts.date * 1e3)).toISOString().slice(0, 10).replaceAll("-", "")
};
/** Numbers that JavaScript holds exactly. */
const shortNumber = "(?:0|[1-9][0-9]{0,14})";
function numberEnds(text, start) {
	return text[start] === "0" ? [start + 1] : runEnds(text, start, /[0-9]/, 1, 15);
}
function runEnds(text, start, legal, least, most) {
	const ends = [];
	for (let at = start; at < text.length && at - start < most && legal.test(text[at]); at++) if (at + 1 - start >= least) ends.push(at + 1);
	return ends;
}
// lib/policy/template.js
const longestTag = 128;
function compileTemplate(text, options = {}) {
	const parts = parse(text, options.prereleases ?? "allow");
	if ("fault" in parts) return parts;
	const first = literalOf(parts[0]);
	const last = literalOf(parts.at(-1));
	return {
		text,
		pattern: patternOf(parts),
		rest: text === "*",
		placeholders: parts.flatMap((part) => "name" in part ? [part.name] : []),
		make: (facts) => make(text, parts, facts),
		match: (tag) => tag.startsWith(first) && tag.endsWith(last) && require_reference.isTag(tag) ? read(parts, 0, tag, 0, /* @__PURE__ */ new Map()) : void 0
	};
}
function literalOf(part) {
	return part !== void 0 && "literal" in part ? part.literal : "";
}
function parse(text, prereleases) {
	if (text === "") return { fault: "the template is empty" };
	if (text.length > longestTag) return { fault: `a template has at most ${longestTag} characters` };
	const parts = [];
	for (const [token] of text.matchAll(/\{[^{}]*\}|\*|[^{}*]+|[{}]/g)) {
		const part = partOf(token, prereleases);
		if ("fault" in part) return part;
		const fault = clashOf(part, parts);
		if (fault !== void 0) return fault;
		parts.push(part);
	}
	return parts;
}
function partOf(token, prereleases) {
	if (token === "*") return { any: true };
	if (token === "{" || token === "}") return { fault: `'${token}' has no partner` };
	if (token.startsWith("{")) return placeholderOf(token.slice(1, -1), prereleases);
	if (/^[A-Za-z0-9._-]+$/.test(token)) return { literal: token };
	return {
		fault: `'${token}' cannot stand in a tag: only A-Z a-z 0-9 _ . - and placeholders`,
		fix: `write ${token.replace(/[^A-Za-z0-9._-]+/g, "-")}`
	};
}
function placeholderOf(name, prereleases) {
	const length = /^sha:([0-9]{1,3})$/.exec(name)?.[1];
	if (length !== void 0) {
		if (Number(length) >= 7 && Number(length) <= 40) return sha(Number(length));
		return {
			fault: `{${name}}: a commit has 7 to 40 digits in a tag`,
			fix: "write {sha}"
		};
	}
	const known = {
		semver: semver(prereleases),
		"semver.major": semverPart("major"),
		"semver.minor": semverPart("minor"),
		sha: sha(void 0),
		number,
		branch,
		date
	};
	if (Object.hasOwn(known, name)) return known[name];
	const names = Object.keys(known);
	const meant = require_index.nearest(name, names);
	return {
		fault: `{${name}} is no placeholder: ${names.map((word) => `{${word}}`).join(" ")}`,
		...meant === void 0 ? {} : { fix: `did you mean {${meant}}?` }
	};
}
/** What may not follow or join what is already there. */
function clashOf(part, before) {
	const last = before.at(-1);
	if (last === void 0) return "literal" in part && /^[.-]/.test(part.literal) ? { fault: `a tag does not start with '${part.literal[0]}'` } : void 0;
	if ("any" in part) return "any" in last ? {
		fault: `one '*' is enough`,
		fix: "write *"
	} : void 0;
	if (!("name" in part)) return void 0;
	if ("name" in last) return { fault: `{${last.name}}{${part.name}}: put a '-' or '.' between, to tell them apart` };
	const names = before.flatMap((other) => "name" in other ? [other.name] : []);
	if (names.includes(part.name)) return { fault: `{${part.name}} stands there twice` };
	const family = names.find((name) => name === "semver" || part.name === "semver" && name.startsWith("semver."));
	return family !== void 0 && part.name.startsWith("semver") ? { fault: `{${family}} and {${part.name}}: the whole version or parts of it, not both` } : void 0;
}
function make(text, parts, facts) {
	let room = longestTag - parts.reduce((sum, part) => sum + ("literal" in part ? part.literal.length : 0), 0);
	const written = /* @__PURE__ */ new Map();
	const branchLast = [...parts].sort((a, b) => Number("name" in a && a.name === "branch") - Number("name" in b && b.name === "branch"));
	for (const part of branchLast) {
		if ("any" in part) return { fault: `'${text}' has a '*': it recognises tags but makes none` };
		const value = "literal" in part ? part.literal : part.write(facts, room);
		if (value === void 0 && "needs" in part) return { fault: `'${text}' needs ${part.needs}` };
		written.set(part, value ?? "");
		if ("name" in part) room -= value?.length ?? 0;
	}
	const tag = parts.map((part) => written.get(part)).join("");
	if (!require_reference.isTag(tag)) return { fault: `'${text}' makes '${tag.slice(0, 140)}', which is no tag: at most ${longestTag} characters of A-Z a-z 0-9 _ . -` };
	if (read(parts, 0, tag, 0, /* @__PURE__ */ new Map()) !== void 0) return tag;
	return { fault: parts.some((part) => "name" in part && part.name === "semver") && facts.semver !== void 0 && require_version.isPrerelease(facts.semver) ? `${facts.semver} is a prerelease, and '${text}' stands in a class that denies them` : `'${text}' makes '${tag}', which is not of its own form: a fact of the build is no legal value` };
}
/**
* The captures of the longest readings from left to right. `failed` remembers where each part has failed before, so
* nothing is tried twice at one place: the work is bounded by parts × length, times the ends of one placeholder.
*/
function read(parts, index, text, start, failed) {
	const part = parts[index];
	if (part === void 0) return start === text.length ? {} : void 0;
	const before = failed.get(index) ?? /* @__PURE__ */ new Set();
	if (before.has(start)) return void 0;
	const ends = endsOf(part, text, start, before);
	for (let choice = ends.length - 1; choice >= 0; choice--) {
		const end = ends[choice];
		const rest = read(parts, index + 1, text, end, failed);
		if (rest !== void 0) return "name" in part ? {
			...part.capture(text.slice(start, end)),
			...rest
		} : rest;
	}
	failed.set(index, before.add(start));
}
function endsOf(part, text, start, failed) {
	if ("name" in part) return part.ends(text, start);
	if ("literal" in part) return text.startsWith(part.literal, start) ? [start + part.literal.length] : [];
	const ends = [];
	for (let end = start; end <= text.length && !failed.has(end); end++) ends.push(end);
	return ends;
}
function patternOf(parts) {
	return `^${parts.map((part, index) => {
		if ("literal" in part) return part.literal.replaceAll(".", "\\.");
		if (index > 0) return "any" in part ? "[A-Za-z0-9._-]*" : part.pattern;
		if ("name" in part && part.name !== "branch") return part.pattern;
		const next = parts[1];
		const needed = "name" in part || next === void 0 || "literal" in next && /^[.-]/.test(next.literal);
		const start = "[A-Za-z0-9_][A-Za-z0-9._-]*";
		return needed ? start : `(?:${start})?`;
	}).join("")}$`;
}
Object.defineProperty(exports, "compileTemplate", {
	enumerable: true,
	get: function() {
		return compileTemplate;
	}
});
Object.defineProperty(exports, "marksIn", {
	enumerable: true,
	get: function() {
		return marksIn;
	}
});
Object.defineProperty(exports, "slugMarks", {
	enumerable: true,
	get: function() {
		return slugMarks;
	}
});
