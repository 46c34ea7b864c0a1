const require_restore_manifest = require("./restore-manifest.js");
const require_index = require("./index.js");
const require_reference = require("./reference.js");
const require_amount = require("./amount.js");
const require_plan_file = require("./plan-file.js");
const require_policy = require("./policy.js");
const require_define = require("./define.js");
const require_inputs = require("./inputs.js");
const require_registries = require("./registries.js");
// lib/cleanup/restore.js
/**
* Puts back what apply deleted: exact bytes, parts before wholes, an image before what refers to it, tags where they are
* free. Without references everything of the last plan; a reference (tag, digest or whole repository) picks from all.
*/
async function restore$1(journal, references, registryOf) {
	const state = require_restore_manifest.readState(journal.entries);
	const restored = [];
	for (const line of chosen(state, references).toReversed()) {
		restored.push(await restoreLine(line, state, registryOf(line.intent.repository)));
		const last = restored.at(-1);
		if (!last?.whole) continue;
		const { repository, head } = last;
		const { untag } = line.intent;
		await journal.record({
			event: "restored",
			repository,
			head,
			...untag === void 0 ? {} : { tag: untag.tag }
		});
	}
	return restored;
}
async function restoreLine({ intent }, state, registry) {
	const { repository, head, class: name, reason, untag } = intent;
	const manifests = [];
	const starts = intent.manifests.map((manifest) => manifest.digest);
	const find = (digest) => untag === void 0 ? state.manifest(repository, digest) : intent.manifests[0];
	for (const digest of untag === void 0 ? require_restore_manifest.partsFirst(starts, find) : starts) {
		const journaled = find(digest);
		const raw = journaled === void 0 ? void 0 : require_restore_manifest.rawOf(journaled);
		const outcome = raw === void 0 || journaled === void 0 ? {
			back: false,
			why: "unclear",
			detail: "the journal is damaged here"
		} : await require_restore_manifest.putManifestBack(registry, repository, digest, raw, journaled.tags);
		manifests.push({
			digest,
			outcome
		});
	}
	const tags = intent.manifests.find((manifest) => manifest.digest === head)?.tags ?? [];
	return {
		repository,
		head,
		tags,
		manifests,
		whole: manifests.every(({ outcome }) => outcome.back),
		keep: {
			action: "keep",
			repository,
			head,
			tags,
			class: name,
			reason,
			with: intent.manifests.map((manifest) => manifest.digest).filter((digest) => digest !== head)
		}
	};
}
function chosen(state, references) {
	const lines = [...state.lines.values()];
	if (lines.length === 0) throw new require_index.HygieneError("no-file", "the journal is empty: nothing was deleted with it", { fix: "name the folder that apply wrote: --journal-dir; in CI it is in the artifact of the apply job" });
	if (references.length === 0) {
		const last = lines.at(-1)?.plan;
		return lines.filter((line) => line.plan === last && !line.restored);
	}
	const missing = references.find((reference) => !lines.some((line) => isNamed(line, reference)));
	if (missing !== void 0) {
		const { repository, tag, digest } = missing;
		throw new require_index.HygieneError("bad-usage", "the journal knows nothing of this image: it was not deleted with it", { image: `${repository}${tag === void 0 ? "" : `:${tag}`}${digest === void 0 ? "" : `@${digest}`}` });
	}
	return lines.filter((line) => references.some((reference) => isNamed(line, reference)));
}
function isNamed({ intent }, { repository, tag, digest }) {
	if (intent.repository !== repository) return false;
	if (digest !== void 0) return intent.manifests.some((manifest) => manifest.digest === digest);
	return tag === void 0 || intent.manifests.some((manifest) => manifest.tags.includes(tag));
}
// lib/cleanup/restore-report.js
/** Exit 1 where something could not come back as it was, 3 where a registry gave no clear answer. */
function reportRestore(images, planFile) {
	const findings = images.flatMap(findingsOf);
	const whole = images.filter((image) => image.whole);
	return {
		verdict: findings.some(({ rule }) => rule === "not-restored") ? "error" : findings.some(({ severity }) => severity === "error") ? "fail" : findings.length > 0 ? "warn" : "pass",
		findings,
		outputs: {
			restored: String(whole.length),
			"keep-lines": keepsOf(whole).map(require_plan_file.formatLine).join("\n")
		},
		stats: {
			images: images.length,
			restored: whole.length,
			lost: images.length - whole.length
		},
		text: textOf(images, planFile)
	};
}
/** One line an image, which a plan asks for, whatever it lost line by line. */
function keepsOf(images) {
	const lines = /* @__PURE__ */ new Map();
	for (const { keep } of images) {
		const name = `${keep.repository}@${keep.head}`;
		const known = lines.get(name);
		const tags = [.../* @__PURE__ */ new Set([...known?.tags ?? [], ...keep.tags])];
		const along = [.../* @__PURE__ */ new Set([...known?.with ?? [], ...keep.with])];
		lines.set(name, {
			...keep,
			tags,
			with: along
		});
	}
	return [...lines.values()];
}
function findingsOf({ repository, head, tags, manifests }) {
	const [tag] = tags;
	const image = require_reference.formatReference({
		repository,
		...tag === void 0 ? { digest: head } : { tag }
	});
	return manifests.flatMap(({ digest, outcome }) => {
		if (outcome.back) return outcome.tagsLeft.map(({ tag: moved, now }) => ({
			rule: "tag-not-moved",
			severity: "error",
			message: `${moved} now is ${now} and stays there; the old image is back as ${digest}`,
			image: require_reference.formatReference({
				repository,
				tag: moved
			})
		}));
		if (outcome.why === "lost") return [{
			rule: "collected",
			severity: "error",
			message: `${digest} cannot come back, the registry's garbage collection has taken what it needs${outcome.blobs.length > 0 ? `: ${outcome.blobs.join(", ")}` : ""}`,
			fix: "build the image again, or push it from a machine or a mirror that still has it",
			image
		}];
		return [{
			rule: outcome.why === "refused" ? "restore-refused" : "not-restored",
			severity: "error",
			message: `${digest} is not back: ${outcome.detail}`,
			image
		}];
	});
}
function textOf(images, planFile) {
	const whole = images.filter((image) => image.whole);
	return [
		...images.map(({ repository, head, tags, whole: back }) => `  ${back ? "restored" : "NOT WHOLE"}  ${require_index.oneLine(`${repository}  ${tags.length > 0 ? tags.join(" ") : head}`)}`),
		"",
		`${whole.length} of ${require_amount.count(images.length, "image")} ${whole.length === 1 ? "is" : "are"} back.`,
		...whole.length === 0 ? [] : [
			`To make it last, put these lines into ${require_index.oneLine(planFile)}, in place of those that stand there for the same images; without them the next plan proposes the images again:`,
			"",
			...keepsOf(whole).map(require_plan_file.formatLine)
		]
	].join("\n");
}
// lib/steps/restore.js
const restore = require_define.defineStep({
	name: "restore",
	inputs: {
		references: require_inputs.references,
		journalDir: require_inputs.journalDir,
		planFile: require_inputs.planFile,
		images: require_inputs.images,
		config: require_inputs.config,
		printPolicy: require_inputs.printPolicy,
		registryUsername: require_inputs.registryUsername,
		registryPassword: require_inputs.registryPassword,
		caFile: require_inputs.caFile,
		summary: require_inputs.summary
	},
	positional: "references",
	outputs: {
		restored: "How many images are back.",
		"keep-lines": "The plan lines that make it last, one a line."
	},
	permissions: {
		github: {
			contents: "read",
			packages: "write"
		},
		registry: "push",
		gitlab: "A deploy or project access token that may push to the registry."
	},
	async run(inputs, world) {
		const loaded = await require_policy.loadPolicy(inputs, world);
		if (inputs.printPolicy) return require_policy.printedPolicy(loaded);
		const { policy } = loaded;
		const named = inputs.references.map(read);
		const journal = await require_restore_manifest.openJournal(inputs.journalDir, world.files);
		for (const { repository } of named) refuseForeign(policy, repository);
		const registries = await require_registries.registriesOf(inputs, policy, world);
		const result = reportRestore(await restore$1(journal, named, (repository) => {
			refuseForeign(policy, repository);
			return registries.of(repository);
		}), inputs.planFile ?? policy.cleanup["plan-file"]);
		return {
			...result,
			stats: {
				...registries.stats(),
				...result.stats
			},
			text: [require_index.terminalFindings(result.findings), result.text].filter((part) => part !== "").join("\n\n")
		};
	}
});
function read(text) {
	const reference = require_reference.parseReference(text);
	if ("fault" in reference) throw new require_index.HygieneError("bad-usage", `'${text}' is no reference: ${reference.fault}`);
	return reference;
}
/** A policy that names images speaks for those alone; without one, the journal does. */
function refuseForeign(policy, repository) {
	if (policy.images.length === 0 || require_policy.manages(policy, repository)) return;
	throw new require_index.HygieneError("not-managed", `the policy does not manage ${repository}`, {
		fix: `add it to 'images' of the policy, or name another policy with --config`,
		image: repository
	});
}
exports.restore = restore;
