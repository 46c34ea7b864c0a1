const require_registry = require("./registry.js");
// lib/cleanup/plan-file.js
/**
* The plan file, version 1: JSON Lines, UTF-8, LF, keys in a fixed order, no whitespace between tokens, no dates.
*
*     {"schema":"image-hygiene/plan/v1","plan":"sha256:…","policy":"sha256:…","sources":["prod"]}
*     {"action":"delete","repository":"ghcr.io/acme/app","head":"sha256:…","tags":["pr-7"],"class":"preview","reason":"expired","with":["sha256:…"]}
*
* - `plan` is the id of the lines as they were proposed; a reviewer's edit leaves it, so an edited file shows as such.
* - `sources` are the in-use sources that the plan knew. Apply wants every one of them again.
* - One line per image that goes, sorted by repository, then head. A reviewer deletes a line (not now) or changes
*   `delete` to `keep` (remembered). `class` is null for untagged images.
* - `untag` instead of `delete`: only the tags of the line go, by the registry's own tag deletion; the image stays.
* - `with` is for the reviewer's eyes: what goes along. Apply never takes a digest to delete from it.
*
* The same world gives the same bytes. A new version of the format gets a new schema name; readers refuse unknown ones.
*/
const planSchema = "image-hygiene/plan/v1";
/** The lines of a decision, and the keep lines of the last plan that still mean something. */
function planLines(decision, keeps) {
	const kept = new Set(keeps.map(nameOf));
	return sortLines([...decision.repositories.flatMap(({ images }) => images.flatMap((image) => kept.has(nameOf(image)) ? [] : lineOf(image))), ...keeps]);
}
function lineOf({ repository, head, tags, class: name, fate, untag }) {
	if (fate.goes) {
		const { because: reason, with: along } = fate;
		return [{
			action: "delete",
			repository,
			head,
			tags,
			class: name ?? null,
			reason,
			with: along
		}];
	}
	if (untag === void 0) return [];
	const { because: reason, class: owner = null } = untag;
	return [{
		action: "untag",
		repository,
		head,
		tags: untag.tags,
		class: owner,
		reason,
		with: []
	}];
}
/** The keep lines to carry along: those whose image exists, or may exist where nobody could look. */
function carriedKeeps(plan, mayExist) {
	return plan.lines.filter((line) => line.action === "keep" && mayExist(line.repository, line.head));
}
/** The whole file. The id in the header is computed from the lines. */
function formatPlan(header, lines) {
	const sorted = sortLines(lines);
	const first = {
		schema: planSchema,
		plan: planId(sorted),
		policy: header.policy,
		sources: [...new Set(header.sources)].sort()
	};
	return `${JSON.stringify(first)}\n${sorted.map((line) => `${formatLine(line)}\n`).join("")}`;
}
/** A hash of the canonical lines, whatever order they come in. */
function planId(lines) {
	const hash = require_registry.nodeCrypto().createHash("sha256");
	for (const line of sortLines(lines)) hash.update(`${formatLine(line)}\n`);
	return `sha256:${hash.digest("hex")}`;
}
/** One line, canonical, without the line end. */
function formatLine(line) {
	return JSON.stringify({
		action: line.action,
		repository: line.repository,
		head: line.head,
		tags: [...line.tags].sort(),
		class: line.class,
		reason: line.reason,
		with: [...line.with].sort()
	});
}
function sortLines(lines) {
	return [...lines].sort((a, b) => compare(a.repository, b.repository) || compare(a.head, b.head));
}
function nameOf({ repository, head }) {
	return `${repository}@${head}`;
}
function compare(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
Object.defineProperty(exports, "carriedKeeps", {
	enumerable: true,
	get: function() {
		return carriedKeeps;
	}
});
Object.defineProperty(exports, "formatLine", {
	enumerable: true,
	get: function() {
		return formatLine;
	}
});
Object.defineProperty(exports, "formatPlan", {
	enumerable: true,
	get: function() {
		return formatPlan;
	}
});
Object.defineProperty(exports, "planId", {
	enumerable: true,
	get: function() {
		return planId;
	}
});
Object.defineProperty(exports, "planLines", {
	enumerable: true,
	get: function() {
		return planLines;
	}
});
Object.defineProperty(exports, "planSchema", {
	enumerable: true,
	get: function() {
		return planSchema;
	}
});
