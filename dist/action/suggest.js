const require_index = require("./index.js");
const require_classify = require("./classify.js");
const require_version = require("./version.js");
// lib/policy/suggest.js
/**
* The legal tag closest to one that is not: `a1b2c3d` is meant as `commit-a1b2c3d`, `1.2` as `v1.2.0`.
* With an event only its classes count, and with facts only what is true of this build: a commit written in the tag
* is taken over when it is the build's own.
*/
function nearestTag(tag, policy, facts = {}) {
	const meant = {
		...facts,
		...agreeing(readLeniently(tag), facts)
	};
	let best;
	let least = Number.POSITIVE_INFINITY;
	for (const [name, rule] of Object.entries(policy.classes)) {
		if (facts.event !== void 0 && rule.on !== facts.event) continue;
		for (const template of require_classify.classTemplates(policy, name)) {
			const made = template.make(meant);
			if (typeof made !== "string" || require_classify.matchesForbidden(made, policy) !== void 0) continue;
			const distance = require_index.editDistance(tag.slice(0, 128), made);
			if (distance < least) [best, least] = [{
				tag: made,
				class: name
			}, distance];
		}
	}
	return best;
}
/** Of what the tag seems to say, that which does not contradict the build. */
function agreeing(meant, facts) {
	return {
		...meant.sha !== void 0 && (facts.sha ?? meant.sha).startsWith(meant.sha) ? { sha: meant.sha } : {},
		...meant.number !== void 0 && facts.number === void 0 ? { number: meant.number } : {},
		...meant.semver !== void 0 && facts.semver === void 0 ? { semver: meant.semver } : {}
	};
}
/** What a person may have meant; only ever used for a suggestion. */
function readLeniently(tag) {
	if (tag.length > 128) return {};
	const sha = tag.toLowerCase().split(/[^0-9a-z]+/).findLast((word) => /^[0-9a-f]{7,40}$/.test(word));
	const digits = /^(?:pr|mr|pull|pull-request|merge-request|preview|review)?[-_#]?([0-9]{1,15})$/i.exec(tag)?.[1];
	const semver = versionMeant(tag);
	return {
		...semver === void 0 ? {} : { semver },
		...sha === void 0 ? {} : { sha },
		...digits === void 0 ? {} : { number: Number(digits) }
	};
}
/** `1.2`, `V1.2`, `v01.2.3`, `release-1.2.3rc1` as the version they come nearest to. */
function versionMeant(tag) {
	const found = /^([^0-9]*)([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(.*)$/.exec(tag);
	if (found === null) return void 0;
	const [, before = "", major = "", minor, patch, after = ""] = found;
	if (minor === void 0 && !/^v\.?$/i.test(before)) return void 0;
	const core = [
		major,
		minor ?? "0",
		patch ?? "0"
	].map(withoutZeros).join(".");
	const sign = /^[+_]/.test(after) ? "+" : "-";
	const identifiers = after.split(/[^0-9A-Za-z-]+|^-+/).filter((word) => word !== "").map((word) => /^[0-9]+$/.test(word) ? withoutZeros(word) : word);
	return require_version.readVersion(identifiers.length === 0 ? core : `${core}${sign}${identifiers.join(".")}`);
}
function withoutZeros(digits) {
	return digits.replace(/^0+(?=[0-9])/, "");
}
Object.defineProperty(exports, "nearestTag", {
	enumerable: true,
	get: function() {
		return nearestTag;
	}
});
