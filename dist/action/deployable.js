const require_plan_file_parse = require("./plan-file-parse.js");
const require_reference = require("./reference.js");
const require_index = require("./index.js");
const require_policy = require("./policy.js");
const require_classify = require("./classify.js");
const require_cosign = require("./cosign.js");
// lib/steps/deployable.js
/** The classes that an image's tag is of; none for an image by digest alone. */
function classesOf({ tag }, policy) {
	return tag === void 0 ? [] : require_classify.classify(tag, policy).map((match) => ({
		name: match.class,
		rule: match.rule
	}));
}
/** Images to fall back on. A tag alone means the image that was recorded under it, whatever it names today. */
function readRollback(texts, records) {
	return texts.map((text) => {
		const reference = require_cosign.readOne(text);
		const { repository, tag } = reference;
		if (reference.digest !== void 0 || tag === void 0) return only(require_cosign.readPinned([text], void 0, "verify"));
		const digest = recordOfTag(records, repository, tag)?.digest;
		if (digest !== void 0 && require_reference.isDigest(digest)) return {
			repository,
			tag,
			digest
		};
		throw new require_index.HygieneError("bad-usage", `rollback: ${text} is no digest, and no record tells what was released as it`, {
			fix: `${text}@sha256:…, or name the catalog that the release was recorded in: --catalog catalog.jsonl`,
			image: text
		});
	});
}
function only(list) {
	return list[0];
}
/** Tags that name another image than the one asked for, or than the one that was recorded under them. */
async function findMovedTags(images, records, registries, policy) {
	const wanted = /* @__PURE__ */ new Map();
	for (const image of images) {
		for (const record of records.filter(({ digest }) => digest === image.digest)) for (const { repository, tag } of tagsOf(record)) {
			if (repository !== image.repository || !isReleased(tag, policy)) continue;
			const digest = recordOfTag(records, repository, tag)?.digest ?? record.digest;
			if (require_reference.isDigest(digest)) wanted.set(`${repository}:${tag}`, {
				repository,
				tag,
				digest,
				why: "was recorded as"
			});
		}
		const { tag } = image;
		if (tag === void 0) continue;
		const recorded = recordOfTag(records, image.repository, tag)?.digest;
		const kept = recorded !== void 0 && require_reference.isDigest(recorded) && isReleased(tag, policy);
		wanted.set(`${image.repository}:${tag}`, {
			...image,
			tag,
			digest: kept ? recorded : image.digest,
			why: kept ? "was recorded as" : "is expected to be"
		});
	}
	return (await Promise.all([...wanted.values()].map(async (one) => {
		const now = await registries.of(one.repository).digestOf(one.repository, one.tag);
		const asked = images.filter(({ repository, tag }) => repository === one.repository && tag === one.tag);
		return [...movedNow(one, now, isReleased(one.tag, policy)), ...asked.filter(({ digest }) => digest !== one.digest).map((image) => otherwiseRecorded(image, one.digest))];
	}))).flat();
}
function movedNow({ repository, tag, digest, why }, now, released) {
	const image = require_reference.formatReference({
		repository,
		tag,
		digest
	});
	if (now !== "absent" && "unknown" in now) return [{
		rule: "undecidable",
		severity: "error",
		message: `what ${tag} names now is not known: ${now.unknown}`,
		image
	}];
	if (now !== "absent" && now.digest === digest) return [];
	const what = now === "absent" ? "is gone" : `now names ${now.digest}`;
	return [{
		rule: now === "absent" ? "tag-gone" : "tag-moved",
		severity: now !== "absent" && released ? "error" : "warning",
		message: `the tag ${tag} ${why} ${digest} and ${what}`,
		fix: now === "absent" ? "deploy by digest; an image without a tag may be cleaned up" : "find out who pushed it; deploy by digest, and put the tag back",
		image
	}];
}
function otherwiseRecorded(image, recorded) {
	return {
		rule: "tag-moved",
		severity: "error",
		message: `${image.tag} was recorded as ${recorded}: this is another image`,
		fix: `deploy what was recorded: ${image.repository}@${recorded}`,
		image: require_reference.formatReference(image)
	};
}
function isReleased(tag, policy) {
	return require_classify.classify(tag, policy).some(({ rule }) => rule.immutable);
}
function tagsOf(record) {
	return [record.image, ...record.tags].flatMap((text) => {
		const reference = require_reference.parseReference(text);
		return "fault" in reference || reference.tag === void 0 ? [] : [{
			repository: reference.repository,
			tag: reference.tag
		}];
	});
}
/** Images that an open cleanup plan is about to delete. */
async function findPlanned(images, planFile, policy, { files }) {
	if (planFile === void 0) return [];
	const { lines } = require_plan_file_parse.readPlan(await files.readText(planFile, 536870912), planFile);
	const going = lines.filter(({ action }) => action !== "keep");
	return images.flatMap((image) => {
		const repository = require_policy.canonical(image.repository, policy);
		const line = going.find((one) => (one.repository === repository || one.repository === image.repository) && (one.head === image.digest || one.with.includes(image.digest)) && (one.action === "delete" || image.tag !== void 0 && one.tags.includes(image.tag)));
		if (line === void 0) return [];
		return [{
			rule: "in-cleanup-plan",
			severity: "error",
			message: `${planFile} is about to ${line.action === "untag" ? "take this tag" : "delete it"} (${line.reason})`,
			fix: `change "${line.action}" to "keep" in its line, or deploy another image`,
			image: require_reference.formatReference(image)
		}];
	});
}
/** The last record of a tag, by repository and tag. */
function recordOfTag(records, repository, tag) {
	return records.findLast((record) => record.tags.includes(`${repository}:${tag}`) || record.image === `${repository}:${tag}`);
}
Object.defineProperty(exports, "classesOf", {
	enumerable: true,
	get: function() {
		return classesOf;
	}
});
Object.defineProperty(exports, "findMovedTags", {
	enumerable: true,
	get: function() {
		return findMovedTags;
	}
});
Object.defineProperty(exports, "findPlanned", {
	enumerable: true,
	get: function() {
		return findPlanned;
	}
});
Object.defineProperty(exports, "readRollback", {
	enumerable: true,
	get: function() {
		return readRollback;
	}
});
