const require_index = require("./index.js");
const require_duration = require("./duration.js");
const require_reference = require("./reference.js");
const require_inputs = require("./inputs.js");
let node_path = require("node:path");
// lib/policy/pattern.js
const longestPattern = 400;
function compilePattern(text, what) {
	if (text === "") return { fault: "the pattern is empty" };
	if (text.length > longestPattern) return { fault: `the pattern is longer than ${longestPattern} characters` };
	const { name, tag, digest } = partsOf(text);
	if (what === "repository" && (tag ?? digest) !== void 0) return {
		fault: `'${text}' names a tag or digest; repositories only here`,
		fix: `write ${name}`
	};
	const fault = faultOf(name, tag, digest);
	if (fault !== void 0) return fault;
	const [names, tags, digests] = [
		qualified(name),
		tag,
		digest
	].map((part) => part === void 0 ? void 0 : tokensOf(part));
	return {
		text,
		matches: (reference) => matchesText(names, reference.repository) && matchesText(tags, reference.tag) && matchesText(digests, reference.digest)
	};
}
/** True if everything that `inner` matches, `outer` matches too, as far as can be told segment by segment. */
function covers(outer, inner) {
	if (outer === inner) return true;
	const [wide, narrow] = [partsOf(outer), partsOf(inner)];
	return coversText(qualified(wide.name), qualified(narrow.name)) && (wide.tag === void 0 || narrow.tag !== void 0 && coversText(wide.tag, narrow.tag)) && (wide.digest === void 0 || narrow.digest !== void 0 && coversText(wide.digest, narrow.digest));
}
function partsOf(text) {
	const at = text.indexOf("@");
	const named = at < 0 ? text : text.slice(0, at);
	const colon = named.indexOf(":", named.lastIndexOf("/") + 1);
	return {
		name: colon < 0 ? named : named.slice(0, colon),
		...colon < 0 ? {} : { tag: named.slice(colon + 1) },
		...at < 0 ? {} : { digest: text.slice(at + 1) }
	};
}
function faultOf(name, tag, digest) {
	if (name.includes("***")) return { fault: `'${name}' has three stars in a row; '**' goes across segments` };
	if (name === "*") return {
		fault: `'*' stays within one segment and no repository has just one`,
		fix: "write **"
	};
	if (!/^[A-Za-z0-9._/:[\]*-]+$/.test(name)) return { fault: `'${name}' has a character that no repository has` };
	if (/\/\/|^\/|\/$/.test(name)) return { fault: `'${name}' has an empty segment` };
	const path = name.includes("/") ? name.slice(name.indexOf("/") + 1) : name;
	if (/[A-Z]/.test(path)) return {
		fault: "repository names are lower case",
		fix: `write ${name.toLowerCase()}`
	};
	if (!name.includes("*")) {
		const reference = require_reference.parseReference(name);
		if ("fault" in reference) return reference;
	}
	if (tag !== void 0 && !/^[A-Za-z0-9._*-]+$/.test(tag)) return { fault: `':${tag}' is no tag with stars` };
	if (digest !== void 0 && !/^[a-z0-9*]+:?[0-9a-f*]*$/.test(digest)) return {
		fault: `'@${digest}' is no digest with stars`,
		fix: "write @sha256:*"
	};
}
/** With its registry, as repositories have it: `alpine` is `docker.io/library/alpine`. */
function qualified(name) {
	const slash = name.indexOf("/");
	const first = slash < 0 ? name : name.slice(0, slash);
	if (first.includes("**")) return name;
	if (slash < 0) return `docker.io/library/${name}`;
	if (!/[.:[*]/.test(first) && first !== "localhost") return `docker.io/${name}`;
	const host = first.toLowerCase();
	const path = name.slice(slash + 1);
	if (host !== "docker.io" && host !== "index.docker.io") return `${host}/${path}`;
	return path.includes("/") || path.includes("**") ? `docker.io/${path}` : `docker.io/library/${path}`;
}
const maybe = "maybe";
const upToSlash = "up to slash";
function tokensOf(text) {
	return (text.match(/(?<=^|\/)\*\*\/|\*\*|[\s\S]/g) ?? []).flatMap((token) => token === "**/" ? [maybe, upToSlash] : [token]);
}
function matchesText(pattern, text) {
	return pattern === void 0 || text !== void 0 && runs(pattern, text);
}
/** Stars of the inner pattern are symbols that only the same or a wider star of the outer one takes. */
function coversText(outer, inner) {
	return runs(tokensOf(outer), inner.match(/\*\*|[\s\S]/g) ?? []);
}
function runs(pattern, symbols) {
	let places = entered(pattern, [0]);
	for (const symbol of symbols) {
		places = entered(pattern, [...places].flatMap((place) => after(pattern[place], place, symbol)));
		if (places.size === 0) return false;
	}
	return places.has(pattern.length);
}
function after(token, place, symbol) {
	if (token === "*") return symbol === "/" || symbol === "**" ? [] : [place];
	if (token === "**") return [place];
	if (token === upToSlash) return symbol === "/" ? [place, place + 1] : [place];
	return token === symbol ? [place + 1] : [];
}
/** The places, and those reached from them without a symbol. */
function entered(pattern, places) {
	const all = new Set(places);
	for (const place of all) {
		const token = pattern[place];
		if (token === "*" || token === "**") all.add(place + 1);
		if (token === maybe) all.add(place + 1).add(place + 2);
	}
	return all;
}
// lib/policy/source.js
/** The shape, for editors; `parseSource` says what is wrong. */
const sourcePattern = /^(?:file:[^\s@]+|github:[\w.-]+\/[\w.-]+\/\/[^\s@]+@[0-9a-f]{40}|gitlab:[\w.-]+(?:\/[\w.-]+)+\/\/[^\s@]+@[0-9a-f]{40})$/;
const sourceForm = `'file:path', 'github:org/repo//path@<40 hex digits>' or 'gitlab:group/project//path@<40 hex digits>'`;
/** Remote defaults are pinned to a commit: who may push to that repository must not silently change this policy. */
function parseSource(text) {
	const scheme = /^(file|github|gitlab):/.exec(text)?.[1];
	if (scheme === void 0) return { fault: `'${text.slice(0, 200)}' is not ${sourceForm}` };
	const rest = text.slice(scheme.length + 1);
	if (scheme === "file") return sourcePattern.test(text) ? {
		kind: "file",
		path: rest
	} : { fault: `'${text.slice(0, 200)}' is no path of a file` };
	const [, project = "", path = "", commit] = /^([^@]*?)\/\/([^@]*)(?:@(.*))?$/.exec(rest) ?? [];
	if (project === "" || path === "") return {
		fault: `'${text.slice(0, 200)}' names no file: two slashes part the repository from the path`,
		fix: `write ${scheme}:org/repo//path/to/policy.yml@<commit>`
	};
	if (commit === void 0 || !/^[0-9a-f]{40}$/.test(commit)) return {
		fault: `'${text.slice(0, 200)}' is not pinned: a branch, a tag or a short commit can come to mean something else`,
		fix: `write ${scheme}:${project}//${path}@<the 40 hex digits of a commit>`
	};
	if (!sourcePattern.test(text) || path.split("/").some((part) => part === "" || part === "." || part === "..")) return { fault: `'${text.slice(0, 200)}' is not ${sourceForm}` };
	return {
		kind: scheme,
		project,
		path,
		commit
	};
}
// lib/policy/defaults.js
/** What holds where no file says otherwise. Written as a file would be. */
const defaults = {
	version: 1,
	images: [],
	aliases: {},
	classes: {
		release: {
			on: "git-tag",
			tags: ["v{semver}"],
			expires: "never",
			immutable: true,
			sign: "required"
		},
		commit: {
			on: "push",
			tags: ["commit-{sha}"],
			expires: "3d"
		},
		preview: {
			on: "pull-request",
			tags: ["pr-{number}"],
			expires: "14d"
		},
		baseline: {
			tags: ["*-lts"],
			expires: "never",
			"require-labels": ["owner"],
			sign: "required"
		}
	},
	forbid: ["latest"],
	unknown: "warn",
	labels: {
		required: [],
		quay: false
	},
	base: {
		allow: ["**"],
		pin: "warn",
		eol: "warn",
		"eol-file": null
	},
	lint: {
		engines: ["native", "dockerfilelint"],
		"fail-on": "error",
		rules: {}
	},
	scan: {
		"fail-tiers": ["T0", "T1"],
		"max-db-age": "48h",
		grace: "0d",
		secrets: "high",
		misconfig: "off",
		licences: [],
		"kev-file": null,
		exceptions: {
			"max-days": 90,
			items: []
		}
	},
	layers: {
		leftovers: "warn",
		"dive-ci": null
	},
	sign: {
		format: "bundle",
		children: true,
		log: "none",
		key: null,
		identity: null,
		issuer: null,
		attest: false
	},
	"in-use": {
		required: [],
		"max-age": "24h"
	},
	cleanup: {
		clock: "push",
		"min-age": "24h",
		untagged: { expires: "14d" },
		limits: {
			deletions: 500,
			share: "50%"
		},
		"max-plan-age": "7d",
		"require-review": true,
		untag: [],
		"plain-http": [],
		"plan-file": ".image-hygiene/cleanup-plan.jsonl",
		"pull-request": {
			branch: "image-hygiene/cleanup",
			labels: ["image-hygiene"],
			reviewers: [],
			assignees: [],
			draft: false,
			"quiet-after-close": "7d"
		}
	}
};
/** What a class row says that does not say it. */
const classDefaults = {
	immutable: false,
	sign: "optional",
	"require-labels": [],
	/**
	* A git tag `v1.2.0-rc.1` was set by somebody on purpose: its image must have a class and must not be lost to an
	* opt-in row for tags of no class. It takes no release's place in `keep`. Who wants candidates to live shorter
	* gives them a row of their own and denies them here.
	*/
	prereleases: "allow"
};
const keepDefaults = { per: "repository" };
// lib/policy/node.js
function formatPath(path) {
	return path.join(".");
}
/** The bare value. Objects have no prototype, so a key `__proto__` is a key like any other. */
function plain(node) {
	if (node.kind === "scalar") return node.value;
	if (node.kind === "list") return node.items.map(plain);
	const object = Object.create(null);
	for (const [key, { node: value }] of node.entries) object[key] = plain(value);
	return object;
}
/** A tree without places, for the built-in defaults. */
function placeless(value) {
	if (Array.isArray(value)) return {
		kind: "list",
		at: void 0,
		items: value.map(placeless)
	};
	if (typeof value !== "object" || value === null) return {
		kind: "scalar",
		at: void 0,
		value
	};
	const entries = Object.entries(value).map(([key, inner]) => [key, {
		at: void 0,
		node: placeless(inner)
	}]);
	return {
		kind: "map",
		at: void 0,
		entries: new Map(entries)
	};
}
/** What stands at a path, if anything does. */
function nodeAt(node, path) {
	let here = node;
	for (const step of path) if (here?.kind === "map") here = here.entries.get(String(step))?.node;
	else if (here?.kind === "list") here = here.items[Number(step)];
	else return void 0;
	return here;
}
/** The place of the key at a path, of the item, or else of the nearest thing above it. */
function placeOf(node, path) {
	let here = node;
	let at = node.at;
	for (const step of path) {
		const entry = here.kind === "map" ? here.entries.get(String(step)) : here.kind === "list" && here.items[Number(step)] !== void 0 ? {
			at: here.items[Number(step)]?.at,
			node: here.items[Number(step)]
		} : void 0;
		if (entry === void 0) return at;
		at = entry.at;
		here = entry.node;
	}
	return at;
}
/** Every scalar and list with its path; empty mappings too. */
function leavesOf(node, path = []) {
	if (node.kind !== "map" || node.entries.size === 0 && path.length > 0) return [[path, node]];
	return [...node.entries].flatMap(([key, entry]) => leavesOf(entry.node, [...path, key]));
}
// lib/policy/effective.js
/** The effective policy of a whole, sound tree: the built-in defaults are in it. */
function effective(tree, minAgeSet) {
	const raw = plain(tree);
	const classes = Object.entries(raw.classes).filter(([, row]) => row !== "off");
	return {
		version: 1,
		images: raw.images,
		aliases: { ...raw.aliases },
		classes: Object.fromEntries(classes.map(([name, row]) => [name, classRule(row)])),
		forbid: raw.forbid,
		unknown: raw.unknown,
		labels: { ...raw.labels },
		base: { ...raw.base },
		lint: {
			...raw.lint,
			rules: { ...raw.lint.rules }
		},
		scan: scanRules(raw.scan),
		layers: { ...raw.layers },
		sign: { ...raw.sign },
		"in-use": inUse(raw["in-use"]),
		cleanup: cleanupRules(raw.cleanup, minAgeSet)
	};
}
/** Whether some file sets `cleanup.min-age` itself. */
function setsMinAge(tree) {
	return nodeAt(tree, ["cleanup", "min-age"])?.at !== void 0;
}
/** After a `none` of the defaults, a repository's own keys stand alone. */
function inUse(raw) {
	if (raw === "none") return "none";
	const { required, "max-age": age } = {
		...defaults["in-use"],
		...raw
	};
	return {
		required,
		"max-age": seconds(age)
	};
}
function classRule(row) {
	return {
		...row.on === void 0 ? {} : { on: row.on },
		tags: row.tags,
		expires: expiry(row.expires),
		...row.keep === void 0 ? {} : { keep: {
			...keepDefaults,
			...row.keep
		} },
		immutable: row.immutable ?? classDefaults.immutable,
		sign: row.sign ?? classDefaults.sign,
		"require-labels": row["require-labels"] ?? classDefaults["require-labels"],
		prereleases: row.prereleases ?? classDefaults.prereleases,
		...row.ends === void 0 ? {} : { ends: row.ends },
		...row.after === void 0 ? {} : { after: seconds(row.after) }
	};
}
function scanRules(raw) {
	const items = raw.exceptions.items.map((item) => ({
		packages: [],
		images: [],
		...item
	}));
	return {
		...raw,
		"max-db-age": seconds(raw["max-db-age"]),
		grace: seconds(raw.grace),
		exceptions: {
			"max-days": raw.exceptions["max-days"],
			items
		}
	};
}
function cleanupRules(raw, minAgeSet) {
	const request = raw["pull-request"];
	return {
		...raw,
		"min-age": seconds(raw["min-age"]),
		"min-age-set": minAgeSet,
		untagged: { expires: expiry(raw.untagged.expires) },
		limits: {
			deletions: raw.limits.deletions,
			share: Number(raw.limits.share.slice(0, -1)) / 100
		},
		"max-plan-age": seconds(raw["max-plan-age"]),
		"pull-request": {
			...request,
			"quiet-after-close": seconds(request["quiet-after-close"])
		}
	};
}
function expiry(text) {
	if (text === "never" || text === "superseded") return { kind: text };
	return {
		kind: "after",
		seconds: seconds(text)
	};
}
function seconds(text) {
	return require_duration.parseDuration(text);
}
// lib/policy/merge.js
/**
* The later tree over the earlier one: mappings are merged key by key, everything else is replaced. A key keeps the
* place of the file that set it last.
*/
function merge(earlier, later) {
	if (earlier.kind !== "map" || later.kind !== "map") return later;
	const entries = new Map(earlier.entries);
	for (const [key, entry] of later.entries) {
		const before = entries.get(key);
		entries.set(key, before === void 0 ? entry : {
			at: entry.at,
			node: merge(before.node, entry.node)
		});
	}
	return {
		kind: "map",
		at: later.at,
		entries
	};
}
/**
* Merged like everything else, and in the order in which a build looks through them: the rows that the later file names
* come first, in its own order. Somebody who adds a row for an event means it, whatever the rows below are for.
*/
function mergePolicies(earlier, later) {
	const merged = merge(earlier, later);
	const classes = entryOf(merged, "classes");
	const own = entryOf(later, "classes");
	if (merged.kind !== "map" || classes?.node.kind !== "map" || own?.node.kind !== "map") return merged;
	const rows = classes.node.entries;
	const first = [...own.node.entries.keys()].flatMap((name) => {
		const row = rows.get(name);
		return row === void 0 ? [] : [[name, row]];
	});
	const node = {
		...classes.node,
		entries: new Map([...first, ...rows])
	};
	return {
		...merged,
		entries: new Map([...merged.entries, ["classes", {
			...classes,
			node
		}]])
	};
}
function entryOf(node, key) {
	return node.kind === "map" ? node.entries.get(key) : void 0;
}
/** The tree without what stands at the given paths. A list with a bad item is emptied: it says nothing reliable. */
function without(node, paths) {
	if (paths.length === 0 || node.kind === "scalar") return node;
	if (node.kind === "list") return {
		...node,
		items: []
	};
	const below = /* @__PURE__ */ new Map();
	for (const [step, ...rest] of paths) {
		const known = below.get(String(step));
		if (known === void 0) below.set(String(step), [rest]);
		else known.push(rest);
	}
	const entries = [...node.entries].flatMap(([key, entry]) => {
		const inner = below.get(key) ?? [];
		return inner.some((path) => path.length === 0) ? [] : [[key, {
			at: entry.at,
			node: without(entry.node, inner)
		}]];
	});
	return {
		...node,
		entries: new Map(entries)
	};
}
// lib/policy/loaded.js
/** @param tree whole and sound: the built-in defaults with everything else over them */
function loadedFrom(tree, files, sha256) {
	const policy = effective(tree, setsMinAge(tree));
	const places = placesOf(tree);
	return {
		policy,
		where: (path) => places.get(path),
		get digest() {
			return `sha256:${sha256(canonicalText(policy))}`;
		},
		tree,
		files
	};
}
/** What holds with no file at all, for the images that the call names. */
function defaultPolicy(images, sha256) {
	return loadedFrom(mergePolicies(placeless(defaults), placeless({ images })), [], sha256);
}
/** JSON with sorted keys: equal policies, equal text. */
function canonicalText(policy) {
	return JSON.stringify(policy, (_, value) => typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)) : value);
}
function placesOf(tree) {
	const places = /* @__PURE__ */ new Map();
	const walk = (node, path, at) => {
		if (at !== void 0) places.set(formatPath(path), at);
		if (node.kind === "list") for (const [index, item] of node.items.entries()) walk(item, [...path, index], item.at);
		if (node.kind === "map") for (const [key, entry] of node.entries) walk(entry.node, [...path, key], entry.at);
	};
	walk(tree, [], void 0);
	return places;
}
// lib/policy/format.js
/**
* The effective policy as a file that says the same, each value with the file and line it came from. Read again by
* itself, it is the same policy.
*/
function formatPolicy(loaded) {
	const { tree, files } = loaded;
	const lines = [`# The effective policy, from ${oneLine(files.length === 0 ? "no file: the built-in defaults" : files.join(", "))}`];
	if (tree.kind !== "map") return `${lines[0]}\n`;
	for (const [key, { node, at }] of tree.entries) {
		if (key === "extends" || key === "lock") {
			if (node.kind === "list" && node.items.length > 0) lines.push(`# ${key}: ${inline(node)}  ${origin(at)}`);
			continue;
		}
		lines.push(...entryLines([key], node, at, loaded));
	}
	return `${lines.join("\n")}\n`;
}
function entryLines(path, node, at, loaded) {
	const indent = "  ".repeat(path.length - 1);
	const key = `${indent}${scalar(path.at(-1))}:`;
	if (node.kind === "map" && node.entries.size > 0) return [key, ...[...node.entries].flatMap(([name, entry]) => entryLines([...path, name], entry.node, entry.at, loaded))];
	if (node.kind === "list" && node.items.some((item) => item.kind !== "scalar")) return [`${key}  ${origin(at)}`, ...node.items.map((item) => `${indent}  - ${inline(item)}  ${origin(item.at)}`)];
	return [`${formatPath(path) === "cleanup.min-age" && !loaded.policy.cleanup["min-age-set"] ? `${indent}# ${key.trim()}` : key} ${inline(node)}  ${origin(at)}`];
}
function origin(at) {
	return at === void 0 ? "# default" : `# ${oneLine(at.file)}:${at.line}`;
}
/** YAML's flow form, on one line. */
function inline(node) {
	if (node.kind === "scalar") return typeof node.value === "string" ? scalar(node.value) : String(node.value);
	if (node.kind === "list") return `[${node.items.map(inline).join(", ")}]`;
	const entries = [...node.entries].map(([key, entry]) => `${scalar(key)}: ${inline(entry.node)}`);
	return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
/** Plain where YAML cannot take it for anything else, single quotes where it is one visible line, else escaped. */
function scalar(text) {
	if (/^[A-Za-z][A-Za-z0-9._/-]*$/.test(text) && !/^(?:true|false|null|~)$/i.test(text)) return text;
	if (/^[0-9]+[mhdw%]$/.test(text)) return text;
	return /^[\u0020-\u007e\u00a1-\u024f]*$/.test(text) ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}
function oneLine(text) {
	return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, "?");
}
// lib/policy/scope.js
/** Whether the policy speaks about a repository at all; one it does not manage is never touched. */
function manages(policy, repository) {
	return matchesAny(policy.images, { repository });
}
/**
* The repository that a pull came from: through `aliases`, a pull from a mirror is a use of the origin. The longest
* alias wins, segment by segment; aliases of aliases are followed, once round at most.
*/
function canonical(repository, policy) {
	const seen = /* @__PURE__ */ new Set();
	let name = repository;
	while (!seen.has(name)) {
		seen.add(name);
		let longest = "";
		for (const alias of Object.keys(policy.aliases)) if ((name === alias || name.startsWith(`${alias}/`)) && alias.length > longest.length) longest = alias;
		if (longest !== "") name = `${policy.aliases[longest]}${name.slice(longest.length)}`;
	}
	return name;
}
/** Whether a base image may be built upon; also asked with a tag or digest, which a pattern may demand. */
function allowsBase(policy, base) {
	return matchesAny(policy.base.allow, base);
}
/** True if one of the patterns, written as in the policy, matches. An illegal pattern is `bad-policy`. */
function matchesAny(patterns, reference) {
	return compiled(patterns).some((pattern) => pattern.matches(reference));
}
/**
* The policy for fewer images: what the call names must lie within what the policy manages, else `not-managed`.
* The digest stays that of the policy as written.
*/
function narrow(loaded, images) {
	for (const image of images) {
		const pattern = compilePattern(image, "repository");
		if ("fault" in pattern) throw new require_index.HygieneError("bad-usage", `images: ${pattern.fault}`, { fix: pattern.fix });
		if (loaded.policy.images.some((wide) => covers(wide, image))) continue;
		const managed = loaded.policy.images.join(", ");
		throw new require_index.HygieneError("not-managed", `the policy does not manage '${image}', only: ${managed || "nothing"}`, {
			fix: `add it to 'images' of the policy:\nimages: ['${image}']`,
			location: loaded.where("images"),
			image
		});
	}
	return images.length === 0 ? loaded : {
		...loaded,
		policy: {
			...loaded.policy,
			images
		}
	};
}
const compiledLists = /* @__PURE__ */ new WeakMap();
function compiled(patterns) {
	const known = compiledLists.get(patterns);
	if (known !== void 0) return known;
	const list = patterns.map((text) => {
		const pattern = compilePattern(text, "reference");
		if ("fault" in pattern) throw new require_index.HygieneError("bad-policy", `pattern '${text}': ${pattern.fault}`, { fix: pattern.fix });
		return pattern;
	});
	compiledLists.set(patterns, list);
	return list;
}
// lib/policy/index.js
/** `parsePolicy` and its parts. They bring the YAML parser and zod, which a run without a policy file can do without. */
function loadParser() {
	return Promise.resolve().then(() => require("./parse.js"));
}
// lib/system/sha256.js
/** In hex. */
function sha256(text) {
	return process.getBuiltinModule("node:crypto").createHash("sha256").update(text).digest("hex");
}
// lib/steps/policy-on-forge.js
/**
* A file at a commit, through the forge's API: the one this pipeline runs on, GHES and self-managed GitLab
* included, else the public one. The token goes to that API's origin and nowhere else.
* @see https://docs.github.com/en/rest/repos/contents#get-repository-content
* @see https://docs.gitlab.com/api/repository_files/#retrieve-a-raw-file-from-a-repository
*/
async function readFromForge(source, tokens, world, limit) {
	const api = source.kind === "github" ? github(source, tokens, world) : gitlab(source, tokens, world);
	const answer = await getWithin(api, world, limit);
	if (answer.status === 200) return textOf(answer, source);
	const what = `${api.url.origin} answers ${answer.status} for ${source.project}//${source.path}`;
	switch (answer.status) {
		case 404: throw new require_index.HygieneError("no-file", `${what}: it is not there at ${source.commit}, or this token may not read it`, { fix: api.fix });
		case 401: throw new require_index.HygieneError("no-credentials", `${what}: the token is not valid`, { fix: api.fix });
		case 403: throw new require_index.HygieneError("no-permission", `${what}: the token may not read it`, { fix: api.fix });
		default: throw new require_index.HygieneError("bad-answer", what, { fix: "run it again; if it lasts, look at the status of the forge" });
	}
}
function github(source, { githubToken }, { env }) {
	const base = env["GITHUB_API_URL"] || "https://api.github.com";
	const path = source.path.split("/").map(encodeURIComponent).join("/");
	return {
		url: apiUrl(base, `/repos/${source.project}/contents/${path}?ref=${source.commit}`, "GITHUB_API_URL"),
		headers: {
			accept: "application/vnd.github.raw+json",
			"x-github-api-version": "2022-11-28",
			"user-agent": "image-hygiene",
			...githubToken === void 0 ? {} : { authorization: `Bearer ${githubToken}` }
		},
		fix: `give a token that may read ${source.project} (contents: read) as github-token; GITHUB_TOKEN reads its own repository only`
	};
}
function gitlab(source, { gitlabToken }, { env }) {
	const base = env["CI_API_V4_URL"] || "https://gitlab.com/api/v4";
	const project = encodeURIComponent(source.project);
	const job = env["CI_JOB_TOKEN"];
	return {
		url: apiUrl(base, `/projects/${project}/repository/files/${encodeURIComponent(source.path)}/raw?ref=${source.commit}`, "CI_API_V4_URL"),
		headers: {
			"user-agent": "image-hygiene",
			...gitlabToken !== void 0 ? { "private-token": gitlabToken } : job ? { "job-token": job } : {}
		},
		fix: `give a token with read_repository for ${source.project} as gitlab-token, or let this project's job tokens in there`
	};
}
function apiUrl(base, path, variable) {
	const text = base.replace(/\/+$/, "") + path;
	const url = URL.canParse(text) ? new URL(text) : void 0;
	const loopback = /^(?:localhost|\[::1\]|127(?:\.[0-9]{1,3}){3})$/.test(url?.hostname ?? "");
	if (url !== void 0 && (url.protocol === "https:" || url.protocol === "http:" && loopback)) return url;
	throw new require_index.HygieneError("bad-usage", `${variable} is no https URL: no token is sent there`, { fix: `set ${variable} to the API of your forge, such as https://ghe.example.com/api/v3` });
}
/** A renamed repository is a redirect. It is followed on the same origin only, since the token goes along. */
async function getWithin({ url, headers }, world, limit) {
	let here = url;
	for (let hop = 0; hop < 4; hop++) {
		const answer = await world.http.send({
			method: "GET",
			url: here,
			headers,
			limit
		});
		const target = answer.headers["location"];
		if (![
			301,
			302,
			307,
			308
		].includes(answer.status) || target === void 0) return answer;
		const next = URL.canParse(target, here.href) ? new URL(target, here.href) : void 0;
		if (next === void 0 || next.origin !== url.origin) throw new require_index.HygieneError("bad-answer", `${url.origin} sends to another host for ${url.pathname}; the token does not go there`);
		here = next;
	}
	throw new require_index.HygieneError("bad-answer", `${url.origin} redirects in a circle for ${url.pathname}`);
}
function textOf({ headers, body }, source) {
	if (source.kind === "github" && /^application\/json\b/.test(headers["content-type"] ?? "")) throw new require_index.HygieneError("bad-policy", `${source.project}//${source.path} is a folder, not a file`);
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(body);
	} catch (cause) {
		throw new require_index.HygieneError("bad-policy", `${source.project}//${source.path} is not UTF-8`, { cause });
	}
}
// lib/steps/policy.js
/**
* The policy that holds for this call, with everything it extends. Without a file at the default path, the built-in
* defaults for the images that the call names. Throws `bad-policy` with all faults of all files, `no-file`,
* `not-managed`, or what kept a forge from answering.
*/
async function loadPolicy(call, world) {
	const images = call.images ?? [];
	const text = await readLocal(call.config, call, world);
	if (text === void 0) {
		if (call.config !== require_inputs.config.read(void 0)) throw new require_index.HygieneError("no-file", `there is no policy at ${call.config}`, { fix: `create it, or name another with --config` });
		for (const image of images) {
			const pattern = compilePattern(image, "repository");
			if ("fault" in pattern) throw new require_index.HygieneError("bad-usage", `images: ${pattern.fault}`, { fix: pattern.fix });
		}
		return defaultPolicy(images, sha256);
	}
	const { readPolicyFile, assemblePolicy } = await loadParser();
	const files = [];
	const reading = {
		call,
		world,
		files,
		read: readPolicyFile,
		root: node_path.posix.dirname(call.config)
	};
	await collect({
		kind: "file",
		path: call.config
	}, text, [], reading);
	return narrow(assemblePolicy(files, sha256), images);
}
/** What `--print-policy` prints, of any step. */
function printedPolicy(loaded) {
	return {
		verdict: "pass",
		findings: [],
		outputs: {},
		stats: {},
		text: formatPolicy(loaded)
	};
}
const longestFile = 1048576;
const deepest = 5;
const mostFiles = 32;
/** Depth first: what a file extends comes before the file itself, so that it wins. */
async function collect(source, text, chain, reading) {
	const name = nameOf(source);
	const file = reading.read(name, text);
	for (const entry of file.extends) {
		const wanted = parseSource(entry.text);
		if ("fault" in wanted) continue;
		const next = resolve(wanted, source, reading, entry.at);
		const nextName = nameOf(next);
		const path = [...chain, name];
		if (path.includes(nextName)) throw refused(`the policies extend each other in a circle: ${[...path.slice(path.indexOf(nextName)), nextName].join(" → ")}`, entry.at);
		if (path.length > deepest) throw refused(`policies extend each other over more than ${deepest} levels`, entry.at);
		if (reading.files.some((known) => known.file === nextName)) continue;
		if (reading.files.length >= mostFiles) throw refused(`the policy extends more than ${mostFiles} files`, entry.at);
		await collect(next, await readAt(next, entry.at, reading), path, reading);
	}
	reading.files.push(file);
}
async function readAt(source, at, reading) {
	try {
		const text = source.kind === "file" ? await readLocal(source.path, reading.call, reading.world) : await readFromForge(source, reading.call, reading.world, longestFile);
		if (text !== void 0) return text;
	} catch (error) {
		if (!(error instanceof require_index.HygieneError)) throw error;
		const code = error.code === "too-large" ? "bad-policy" : error.code;
		const message = error.code === "too-large" ? `${nameOf(source)} is larger than 1 MiB` : error.message;
		throw new require_index.HygieneError(code, message, {
			fix: error.findings[0]?.fix,
			location: at,
			cause: error
		});
	}
	throw new require_index.HygieneError("no-file", `'extends' names ${nameOf(source)}, which is not there`, {
		fix: "paths of 'file:' start from the folder of the file that names them",
		location: at
	});
}
async function readLocal(path, { readFile }, { files }) {
	if (readFile !== void 0) return readFile(path);
	return await files.kind(path) === "absent" ? void 0 : files.readText(path, longestFile);
}
/** `file:` is beside the file that says it: in the checkout, or in the same repository at the same commit. */
function resolve(wanted, from, { root, world }, at) {
	if (wanted.kind !== "file") return wanted;
	const path = node_path.posix.join(node_path.posix.dirname(from.path), wanted.path);
	if (from.kind !== "file") {
		if (escapes(path) || node_path.posix.isAbsolute(wanted.path)) throw refused(`'file:${wanted.path}' leaves its repository`, at);
		return {
			...from,
			path
		};
	}
	const absolute = node_path.posix.resolve(world.cwd, path);
	if (![world.cwd, node_path.posix.resolve(world.cwd, root)].some((folder) => !escapes(node_path.posix.relative(folder, absolute))) || node_path.posix.isAbsolute(wanted.path)) throw refused(`'file:${wanted.path}' leaves the checkout`, at);
	return {
		kind: "file",
		path
	};
}
function escapes(path) {
	return path === ".." || path.startsWith("../");
}
/** As locations show it: a path in the checkout as it is, anything else as `extends` spells it. */
function nameOf(source) {
	return source.kind === "file" ? node_path.posix.normalize(source.path) : `${source.kind}:${source.project}//${source.path}@${source.commit}`;
}
function refused(message, location) {
	return new require_index.HygieneError("bad-policy", message, { location });
}
Object.defineProperty(exports, "allowsBase", {
	enumerable: true,
	get: function() {
		return allowsBase;
	}
});
Object.defineProperty(exports, "canonical", {
	enumerable: true,
	get: function() {
		return canonical;
	}
});
Object.defineProperty(exports, "classDefaults", {
	enumerable: true,
	get: function() {
		return classDefaults;
	}
});
Object.defineProperty(exports, "compilePattern", {
	enumerable: true,
	get: function() {
		return compilePattern;
	}
});
Object.defineProperty(exports, "covers", {
	enumerable: true,
	get: function() {
		return covers;
	}
});
Object.defineProperty(exports, "defaults", {
	enumerable: true,
	get: function() {
		return defaults;
	}
});
Object.defineProperty(exports, "formatPath", {
	enumerable: true,
	get: function() {
		return formatPath;
	}
});
Object.defineProperty(exports, "keepDefaults", {
	enumerable: true,
	get: function() {
		return keepDefaults;
	}
});
Object.defineProperty(exports, "leavesOf", {
	enumerable: true,
	get: function() {
		return leavesOf;
	}
});
Object.defineProperty(exports, "loadPolicy", {
	enumerable: true,
	get: function() {
		return loadPolicy;
	}
});
Object.defineProperty(exports, "loadedFrom", {
	enumerable: true,
	get: function() {
		return loadedFrom;
	}
});
Object.defineProperty(exports, "manages", {
	enumerable: true,
	get: function() {
		return manages;
	}
});
Object.defineProperty(exports, "matchesAny", {
	enumerable: true,
	get: function() {
		return matchesAny;
	}
});
Object.defineProperty(exports, "mergePolicies", {
	enumerable: true,
	get: function() {
		return mergePolicies;
	}
});
Object.defineProperty(exports, "nodeAt", {
	enumerable: true,
	get: function() {
		return nodeAt;
	}
});
Object.defineProperty(exports, "parseSource", {
	enumerable: true,
	get: function() {
		return parseSource;
	}
});
Object.defineProperty(exports, "placeOf", {
	enumerable: true,
	get: function() {
		return placeOf;
	}
});
Object.defineProperty(exports, "placeless", {
	enumerable: true,
	get: function() {
		return placeless;
	}
});
Object.defineProperty(exports, "plain", {
	enumerable: true,
	get: function() {
		return plain;
	}
});
Object.defineProperty(exports, "printedPolicy", {
	enumerable: true,
	get: function() {
		return printedPolicy;
	}
});
Object.defineProperty(exports, "sha256", {
	enumerable: true,
	get: function() {
		return sha256;
	}
});
Object.defineProperty(exports, "sourceForm", {
	enumerable: true,
	get: function() {
		return sourceForm;
	}
});
Object.defineProperty(exports, "sourcePattern", {
	enumerable: true,
	get: function() {
		return sourcePattern;
	}
});
Object.defineProperty(exports, "without", {
	enumerable: true,
	get: function() {
		return without;
	}
});
