const require_metadata_tag = require("./metadata-tag.js");
const require_index = require("./index.js");
const require_template = require("./template.js");
// lib/policy/classify.js
/**
* Every class that a tag belongs to, in the order of the policy; empty: a tag of no class, or a metadata tag.
* A tag of several classes goes only if all of them let it go.
*/
function classify(tag, policy) {
	if (isMetadataTag(tag)) return [];
	const templates = templatesOf(policy);
	const named = templates.flatMap((row) => matchOf(tag, row, false));
	return named.length > 0 ? named : templates.flatMap((row) => matchOf(tag, row, true));
}
/** One grammar with the graph: what a referrer's tag may look like is decided in one place. */
function isMetadataTag(tag) {
	return require_metadata_tag.parseMetadataTag(tag) !== void 0;
}
/** The row of `forbid` that a tag falls under. */
function matchesForbidden(tag, policy) {
	const index = forbiddenOf(policy).findIndex((template) => template.match(tag) !== void 0);
	const template = policy.forbid[index];
	return template === void 0 ? void 0 : {
		template,
		path: `forbid.${index}`
	};
}
/** The templates of one class, compiled under its rule on prereleases. */
function classTemplates(policy, name) {
	return templatesOf(policy).find((row) => row.class === name)?.templates ?? [];
}
function matchOf(tag, row, rest) {
	for (const template of row.templates) {
		if (template.rest !== rest) continue;
		const captured = template.match(tag);
		if (captured === void 0) continue;
		return [{
			class: row.class,
			rule: row.rule,
			template: template.text,
			captured
		}];
	}
	return [];
}
const compiledClasses = /* @__PURE__ */ new WeakMap();
const compiledForbid = /* @__PURE__ */ new WeakMap();
function templatesOf(policy) {
	const known = compiledClasses.get(policy);
	if (known !== void 0) return known;
	const rows = Object.entries(policy.classes).map(([name, rule]) => ({
		class: name,
		rule,
		templates: rule.tags.map((text) => sound(text, rule.prereleases))
	}));
	compiledClasses.set(policy, rows);
	return rows;
}
function forbiddenOf(policy) {
	const known = compiledForbid.get(policy);
	if (known !== void 0) return known;
	const templates = policy.forbid.map((text) => sound(text, "allow"));
	compiledForbid.set(policy, templates);
	return templates;
}
/** A parsed policy has no bad template; one built by hand may. */
function sound(text, prereleases) {
	const template = require_template.compileTemplate(text, { prereleases });
	if ("fault" in template) throw new require_index.HygieneError("bad-policy", `tag template '${text}': ${template.fault}`, { fix: template.fix });
	return template;
}
Object.defineProperty(exports, "classTemplates", {
	enumerable: true,
	get: function() {
		return classTemplates;
	}
});
Object.defineProperty(exports, "classify", {
	enumerable: true,
	get: function() {
		return classify;
	}
});
Object.defineProperty(exports, "isMetadataTag", {
	enumerable: true,
	get: function() {
		return isMetadataTag;
	}
});
Object.defineProperty(exports, "matchesForbidden", {
	enumerable: true,
	get: function() {
		return matchesForbidden;
	}
});
