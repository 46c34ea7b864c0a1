const require_closed_requests = require("./closed-requests.js");
const require_instant = require("./instant.js");
const require_usage = require("./usage.js");
const require_plan_before = require("./plan-before.js");
const require_reference = require("./reference.js");
const require_index = require("./index.js");
const require_policy = require("./policy.js");
const require_registries = require("./registries.js");
// lib/cleanup/explain.js
/** Each tag of a digest, judged alone; or what has to be read for it. */
function judgeTags(facts, snapshot, head) {
	const view = require_closed_requests.viewOf(snapshot, require_closed_requests.worldOf(facts), []);
	const node = view.graph.nodeOf(head);
	if (node === void 0) return [];
	const verdicts = (view.graph.tags.get(node) ?? []).map((tag) => judgeTag(view, node, tag, snapshot.gaps.length > 0));
	const { manifests, configs, referrers } = view.wants;
	if (snapshot.gaps.length > 0 || manifests.size + configs.size + referrers.size === 0) return verdicts;
	return {
		manifests: [...manifests],
		configs: [...configs],
		referrers: [...referrers]
	};
}
function judgeTag(view, node, tag, held) {
	const cases = require_closed_requests.casesOfTag(view, node, tag);
	const classes = cases.flatMap(({ match }) => match?.class ?? []);
	const hold = require_closed_requests.holdOf(cases, [...require_closed_requests.rules.names, ...require_closed_requests.rules.clocks]);
	if (hold === "unread" || held && hold === void 0) return {
		tag,
		classes,
		verdict: "held"
	};
	if (hold !== void 0) return {
		tag,
		classes,
		verdict: {
			goes: false,
			...hold
		}
	};
	const { clock } = require_closed_requests.reasonOf(cases);
	return {
		tag,
		classes,
		verdict: {
			goes: true,
			...clock === void 0 ? {} : { clock }
		}
	};
}
/** The images that a digest is or belongs to: itself, what names it, what it refers to; nearest first. */
function imagesOf(decision, snapshot, digest, facts) {
	const repository = decision.repositories.find((one) => one.repository === snapshot.repository);
	const images = new Map(repository?.images.map((image) => [image.head, image]));
	const { graph } = require_closed_requests.viewOf(snapshot, require_closed_requests.worldOf(facts), []);
	const start = graph.nodeOf(digest);
	if (start === void 0) return [];
	const found = [];
	const seen = /* @__PURE__ */ new Set([start]);
	for (const node of seen) {
		const image = images.get(graph.digests[node]);
		if (image !== void 0) {
			found.push(image);
			if (node === start) break;
		}
		for (const up of [...require_closed_requests.follow(graph.parents, node), ...require_closed_requests.follow(graph.subjects, node)]) seen.add(up);
	}
	return found;
}
/** What would have to change for an image to go, or to stay. */
function wayOut({ fate, clock, tags }) {
	if (fate.goes) return `to keep it: change "delete" to "keep" in its line of the plan, or deploy it and refresh the inventory`;
	return ways[fate.because]({
		detail: fate.detail,
		path: fate.rule?.path ?? "the policy",
		clock,
		tag: tags[0] ?? "it"
	});
}
const ways = {
	"in-use": () => "it goes once nothing uses it and a newer inventory says so",
	"never-expires": ({ path }) => `it goes only if ${path} says a duration or superseded`,
	newest: ({ path }) => `it goes when newer images push it out, or ${path} holds fewer`,
	unranked: ({ tag }) => `it goes if ${tag} can be ranked (a version such as v1.2.3), or is of a class without keep`,
	"not-expired": ({ clock }) => clock === void 0 ? "it has to wait" : `it goes from ${require_instant.formatInstant(clock.at)} on`,
	"too-young": ({ detail }) => detail,
	"no-clock": () => "it goes if the policy takes another clock (cleanup.clock), or its class is superseded",
	"absurd-clock": () => "it goes when its label is mended: unix seconds, ten digits",
	"no-class": ({ tag }) => `it goes only under a class that matches ${tag}: classes: { legacy: { tags: ['*'], expires: 180d } }`,
	shared: ({ detail }) => `it goes when that image does: ${detail}`,
	"base-of-kept": ({ detail }) => `it goes when nothing that stays is built on it: ${detail}`,
	"referrer-of-kept": () => "it goes with the image that it refers to",
	metadata: () => "it goes never by itself: delete it by hand if nobody needs it",
	"unknown-type": () => "it goes never by itself: only images and indexes are judged",
	"kept-by-reviewer": () => "it goes when its keep line is deleted from the plan file",
	"last-image": () => "it goes once the repository has another image",
	limit: ({ path }) => `it goes in a later plan, or when ${path} allows more at once`,
	held: () => "nothing of its repository is planned until it can be read whole and what runs is known"
};
// lib/steps/explain-text.js
function explanationsText(explained) {
	return explained.map(explanation).join("\n\n");
}
function explanation({ reference, digest, images, tags, ways }) {
	const lines = [require_index.oneLine(reference), `  ${digest}`];
	if (images.length === 0) lines.push("  nothing that was read names it: it is never touched");
	images.forEach((image, index) => {
		if (image.head !== digest) lines.push(`  belongs to ${nameOf(image)}`);
		lines.push(...fateLines(image), `  ${require_index.oneLine(ways[index] ?? "", 600)}`);
		const { untag } = image;
		if (untag !== void 0) lines.push(`  loses: ${untag.tags.join(", ")} (${untag.because}); it stays as ${untag.by.tag}`);
		else if (image.head === digest) lines.push(...tagsAlone$1(image, tags));
	});
	if (tags.length > 0) lines.push("  its tags, each judged alone:", ...tags.map(tagLine));
	return lines.join("\n");
}
/** Tags that would go, on an image that another of its tags holds: the policy may let them go alone. */
function tagsAlone$1({ repository, fate }, tags) {
	const old = tags.filter(({ verdict }) => verdict !== "held" && verdict.goes).map(({ tag }) => tag);
	const held = tags.some(({ verdict }) => verdict !== "held" && !verdict.goes);
	if (fate.goes || fate.because === "in-use" || fate.because === "kept-by-reviewer") return [];
	if (!held || old.length === 0) return [];
	const host = require_reference.registryOf(repository);
	return [`  to let ${old.join(", ")} go alone: cleanup: { untag: [${host}] }, if that registry deletes single tags`];
}
function fateLines({ fate, class: name, clock }) {
	const rule = fate.rule === void 0 ? [] : [`  rule: ${fate.rule.path} (${fate.rule.location === void 0 ? "built in" : require_index.formatLocation(fate.rule.location)})`];
	return [
		fate.goes ? `  goes: ${fate.because}` : `  stays: ${fate.because}: ${require_index.oneLine(fate.detail)}`,
		...name === void 0 ? [] : [`  class: ${require_index.oneLine(name)}`],
		...clock === void 0 ? [] : [`  clock: ${require_instant.formatInstant(clock.at)}, from ${clock.source}`],
		...rule,
		...fate.goes && fate.with.length > 0 ? [`  goes along: ${fate.with.join(" ")}`] : []
	];
}
function tagLine({ tag, classes, verdict }) {
	const of = classes.length === 0 ? "no class" : `class ${classes.map((one) => require_index.oneLine(one)).join(", ")}`;
	if (verdict === "held") return `    ${tag} (${of}): held`;
	if (!verdict.goes) return `    ${tag} (${of}): stays, ${require_index.oneLine(verdict.detail)}`;
	return `    ${tag} (${of}): would go${verdict.clock === void 0 ? "" : `, since ${require_instant.formatInstant(verdict.clock.at)}`}`;
}
function nameOf({ repository, head, tags }) {
	return tags[0] === void 0 ? `${repository}@${head}` : `${repository}:${tags[0]}`;
}
// lib/steps/explain.js
const explain = require_index.defineStep({
	name: "explain",
	inputs: {
		references: require_index.references,
		images: require_index.images,
		inUse: require_index.inUse,
		planFile: require_index.planFile,
		at: require_index.at,
		config: require_index.config,
		printPolicy: require_index.printPolicy,
		registryUsername: require_index.registryUsername,
		registryPassword: require_index.registryPassword,
		caFile: require_index.caFile,
		cacheDir: require_index.cacheDir,
		githubToken: require_index.githubToken,
		gitlabToken: require_index.gitlabToken,
		summary: require_index.summary
	},
	positional: "references",
	outputs: { json: "What was found about each reference, as one JSON document." },
	permissions: {
		github: {
			contents: "read",
			packages: "read"
		},
		registry: "pull",
		gitlab: "Nothing beside the job token."
	},
	async run(inputs, world) {
		const asked = inputs.references.map(readAsked);
		const wanted = [...new Set(asked.map(({ repository }) => repository))];
		const loaded = await require_policy.loadPolicy({
			...inputs,
			images: inputs.images.length > 0 ? inputs.images : void 0
		}, world);
		if (inputs.printPolicy) return require_policy.printedPolicy(loaded);
		const policy = managing(loaded, asked);
		const now = require_plan_before.momentOf(inputs.at, world);
		const usage = await require_usage.readUsage(inputs.inUse, policy.policy, world.files, world.now());
		const registries = await require_registries.registriesOf(inputs, policy.policy, world);
		const more = (snapshot, wants) => require_closed_requests.extend(snapshot, wants, registries);
		const read = await require_closed_requests.readRepositories(wanted, registries, world.log);
		const { closed, findings: silence } = await require_closed_requests.closedRequests(read, policy.policy, inputs, world);
		const before = await require_plan_before.planBefore(inputs.planFile ?? policy.policy.cleanup["plan-file"], world);
		const facts = {
			snapshots: read,
			usage,
			policy,
			now,
			kept: require_plan_before.keepLines(before, {
				keeps: [],
				struck: /* @__PURE__ */ new Set()
			}, read),
			closed
		};
		const { decision, snapshots } = await require_closed_requests.settle(facts, more);
		const explained = [];
		for (const reference of asked) {
			const snapshot = snapshots.find(({ repository }) => repository === reference.repository);
			const digest = digestOf(reference, snapshot);
			const whose = imagesOf(decision, snapshot, digest, facts);
			const tags = await tagsAlone(facts, snapshot, digest, more);
			explained.push({
				reference: require_reference.formatReference(reference),
				digest,
				images: whose,
				tags,
				ways: whose.map(wayOut)
			});
		}
		const findings = [
			...require_plan_before.heldFindings(decision, usage),
			...usage.findings,
			...silence
		];
		return {
			verdict: decision.repositories.some(({ held }) => held.length > 0) ? "error" : findings.length > 0 ? "warn" : "pass",
			findings,
			outputs: { json: JSON.stringify(explained) },
			stats: registries.stats(),
			text: [explanationsText(explained), require_index.terminalFindings(findings)].filter((part) => part !== "").join("\n\n")
		};
	}
});
function readAsked(text) {
	const reference = require_reference.parseReference(text);
	if ("fault" in reference) throw new require_index.HygieneError("bad-usage", `references: ${reference.fault}`);
	if (reference.tag !== void 0 || reference.digest !== void 0) return reference;
	throw new require_index.HygieneError("bad-usage", `references: '${text}' names a repository, not an image`, { fix: `${text}:TAG or ${text}@sha256:…; the whole repository is shown by: image-hygiene plan --images ${text}` });
}
/** Without a policy file the call names the images; with one, what it does not manage is not explained. */
function managing(loaded, asked) {
	if (asked.length === 0) throw new require_index.HygieneError("bad-usage", "nothing to explain", { fix: "image-hygiene explain ghcr.io/acme/app:v1.2.3" });
	if (loaded.policy.images.length === 0) return {
		...loaded,
		policy: {
			...loaded.policy,
			images: asked.map(({ repository }) => repository)
		}
	};
	const outside = asked.find(({ repository }) => !require_policy.manages(loaded.policy, repository));
	if (outside === void 0) return loaded;
	throw new require_index.HygieneError("not-managed", `the policy does not manage ${outside.repository}, so it is never touched`, {
		fix: `add it to 'images' of the policy:\nimages: ['${outside.repository}']`,
		location: loaded.where("images"),
		image: require_reference.formatReference(outside)
	});
}
function digestOf({ tag, digest, repository }, snapshot) {
	const found = digest ?? (tag === void 0 ? void 0 : snapshot.tags.get(tag));
	if (found !== void 0) return found;
	if (snapshot.gaps.length > 0) throw new require_index.HygieneError("undecidable", `${repository} could not be read whole: ${snapshot.gaps[0]?.why}`);
	throw new require_index.HygieneError("bad-usage", `${repository} has no tag ${tag}`, { fix: `image-hygiene plan --images ${repository}` });
}
async function tagsAlone(facts, snapshot, digest, more) {
	let known = snapshot;
	for (;;) {
		const answer = judgeTags(facts, known, digest);
		if (!("manifests" in answer)) return answer;
		known = await more(known, answer);
	}
}
exports.explain = explain;
