const require_closed_requests = require("./closed-requests.js");
const require_restore_manifest = require("./restore-manifest.js");
const require_reference = require("./reference.js");
const require_manifest_parse = require("./manifest-parse.js");
const require_metadata_tag = require("./metadata-tag.js");
const require_amount = require("./amount.js");
const require_instant = require("./instant.js");
const require_index = require("./index.js");
const require_plan_file_parse = require("./plan-file-parse.js");
const require_policy = require("./policy.js");
const require_usage = require("./usage.js");
const require_collection = require("./collection.js");
const require_define = require("./define.js");
const require_inputs = require("./inputs.js");
const require_event = require("./event.js");
const require_plan_file = require("./plan-file.js");
const require_forge = require("./forge.js");
const require_registries = require("./registries.js");
// lib/cleanup/apply/recheck.js
const atOnce = 8;
/**
* Reads everything again that is kept and shares a manifest, a config or a layer with what went: each such manifest,
* and each shared blob once. A registry that lost one of them has a fault, and somebody has to hear of it now.
*/
async function recheck(repository, snapshot, gone, registry, journal) {
	const lost = partsOfGone(repository, gone, journal);
	const manifests = /* @__PURE__ */ new Set();
	const blobs = /* @__PURE__ */ new Map();
	for (const [digest, manifest] of snapshot.manifests) {
		if (gone.has(digest) || snapshot.missing?.has(digest)) continue;
		if (lost.has(digest)) manifests.add(digest);
		for (const part of partsOf(manifest)) {
			if (!lost.has(part.digest)) continue;
			manifests.add(digest);
			if (part.blob) blobs.set(part.digest, digest);
			else if (!gone.has(part.digest) && !snapshot.missing?.has(part.digest)) manifests.add(part.digest);
		}
	}
	const findings = [];
	const say = (digest, what, sure) => findings.push({
		rule: sure ? "kept-image-damaged" : "not-rechecked",
		severity: "error",
		message: sure ? `DAMAGED: ${what} of a kept image is no longer in the registry, which lost it when another image was deleted` : `${what} of a kept image could not be read again`,
		fix: sure ? `stop deleting here, do not start the registry's garbage collection, and run: image-hygiene restore` : "run apply again when the registry answers",
		image: require_reference.formatReference({
			repository,
			digest
		})
	});
	await each([...manifests], async (digest) => {
		const answer = await registry.digestOf(repository, digest);
		if (answer === "absent") say(digest, `the manifest ${digest}`, true);
		else if ("unknown" in answer) say(digest, `the manifest ${digest} (${answer.unknown})`, false);
		else if (answer.digest !== digest) say(digest, `the manifest ${digest}`, true);
	});
	await each([...blobs], async ([blob, owner]) => {
		const answer = await registry.hasBlob(repository, blob);
		if (answer === "absent") say(owner, `the blob ${blob}`, true);
		else if (answer !== "present") say(owner, `the blob ${blob} (${answer.unknown})`, false);
	});
	return findings;
}
function partsOfGone(repository, gone, journal) {
	const state = require_restore_manifest.readState(journal.entries);
	const lost = /* @__PURE__ */ new Set();
	for (const digest of gone) {
		const journaled = state.manifest(repository, digest);
		const raw = journaled === void 0 ? void 0 : require_restore_manifest.rawOf(journaled);
		const manifest = raw === void 0 ? void 0 : require_manifest_parse.parseManifest(raw.bytes, raw.mediaType, digest);
		if (manifest === void 0 || "fault" in manifest) continue;
		for (const part of partsOf(manifest)) lost.add(part.digest);
	}
	return lost;
}
function partsOf({ children, mentions, config, layers }) {
	return [
		...children.map(({ digest }) => ({
			digest,
			blob: false
		})),
		...mentions.map((digest) => ({
			digest,
			blob: false
		})),
		...config === void 0 ? [] : [{
			digest: config.digest,
			blob: true
		}],
		...layers.map(({ digest }) => ({
			digest,
			blob: true
		}))
	];
}
async function each(items, act) {
	const queue = [...items];
	const work = async () => {
		for (let item = queue.pop(); item !== void 0; item = queue.pop()) await act(item);
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
}
// lib/cleanup/apply/result.js
function skipped(line, code, detail) {
	return {
		end: "skipped",
		line,
		code,
		detail
	};
}
// lib/cleanup/apply/review.js
function freshDecision({ held, images, order }) {
	return {
		held,
		images: new Map(images.map((image) => [image.head, image])),
		order
	};
}
/** Reviewed ∩ still true, for one line. */
function judgeLine(line, fresh, journal, plan) {
	const skip = (code, detail) => ({
		state: "skip",
		line,
		code,
		detail
	});
	if (fresh === void 0) return skip("not-managed", "the policy does not manage this repository");
	const gap = fresh.decisions.flatMap((decision) => decision.held)[0];
	if (gap !== void 0) return skip("held", `${gap.about}: ${gap.why}`);
	const known = journal.lines.get(`${line.repository}@${line.head}`);
	if (known?.restored === true && known.plan === plan) return skip("restored", "this plan deleted it before, and restore put it back");
	const moved = line.tags.find((tag) => {
		const now = fresh.snapshot.tags.get(tag);
		return now !== void 0 && now !== line.head;
	});
	if (moved !== void 0) return skip("tag-moved", `${moved} now is another image`);
	const images = fresh.decisions.map(({ images }) => images.get(line.head));
	const [first] = images;
	if (first === void 0 || images.includes(void 0)) {
		if (fresh.graph.nodeOf(line.head) === void 0) return {
			state: "unseen",
			line
		};
		return skip("needed", "it is part of, or refers to, an image that stays");
	}
	const kept = images.find((image) => image !== void 0 && !image.fate.goes);
	if (kept !== void 0 && !kept.fate.goes) {
		const { because, detail } = kept.fate;
		return because === "limit" ? skip("limit", detail) : skip("kept", `${because}: ${detail}`);
	}
	const added = first.tags.find((tag) => !line.tags.includes(tag));
	if (added !== void 0) return skip("tag-added", `${added} was not on it when it was reviewed`);
	const now = first.tags.filter((tag) => require_metadata_tag.parseMetadataTag(tag) === void 0);
	const gone = line.tags.find((tag) => fresh.snapshot.tags.get(tag) === void 0);
	if (gone !== void 0 && known === void 0) return skip("tag-gone", `${gone} is no longer on it`);
	return {
		state: "go",
		line,
		tags: now,
		along: agreed(images),
		bytes: first.fate.goes ? first.fate.bytes : 0
	};
}
/** What every policy lets go along. Each set alone is closed under "is needed by", so what they share is, too. */
function agreed(images) {
	const [first = [], ...others] = images.map((image) => image?.fate.goes ? image.fate.with : []);
	return first.filter((digest) => others.every((other) => other.includes(digest)));
}
// lib/cleanup/apply/review-untag.js
/** Reviewed ∩ still true, for a line that takes tags from an image which stays. */
function judgeUntag(line, fresh, journal, plan) {
	const { repository, head } = line;
	const skip = (code, detail) => ({
		state: "skip",
		line,
		code,
		detail
	});
	if (fresh === void 0) return skip("not-managed", "the policy does not manage this repository");
	const { snapshot, decisions } = fresh;
	const gap = decisions.flatMap((decision) => decision.held)[0];
	if (gap !== void 0) return skip("held", `${gap.about}: ${gap.why}`);
	const restored = line.tags.find((tag) => {
		const known = journal.lines.get(require_restore_manifest.lineName(repository, head, tag));
		return known?.restored === true && known.plan === plan;
	});
	if (restored !== void 0) return skip("restored", `this plan took ${restored}, and restore put it back`);
	const there = line.tags.filter((tag) => snapshot.tags.has(tag));
	if (there.length === 0) return {
		state: "gone",
		line
	};
	const moved = there.find((tag) => snapshot.tags.get(tag) !== head);
	if (moved !== void 0) return skip("tag-moved", `${moved} now is another image`);
	const untags = decisions.map(({ images }) => images.get(head)?.untag);
	const stays = there.find((tag) => untags.some((untag) => untag?.tags.includes(tag) !== true));
	if (stays !== void 0) return skip("kept", `${stays} stays: ${whyKept(stays, untags)}`);
	return {
		state: "go",
		line,
		tags: there,
		by: untags[0].by
	};
}
function whyKept(tag, untags) {
	return untags.some((untag) => untag === void 0) ? "its image is in use, is kept, would lose its last name, or the policy takes no tags on this host" : `judged alone, ${tag} no longer goes`;
}
// lib/cleanup/apply/delete.js
/**
* Deletes one manifest, comparing its tags in the same request where the registry can. An answer that got lost is
* settled by looking again: a deletion is never sent twice on suspicion.
*/
async function deleteOne({ registry }, repository, digest, tags) {
	const answer = registry.deleteIfTagged === void 0 || tags.length === 0 ? await registry.deleteManifest(repository, digest) : await registry.deleteIfTagged(repository, digest, tags);
	if (answer === "deleted") return {
		gone: true,
		by: "us"
	};
	if (answer === "absent") return {
		gone: true,
		by: "others"
	};
	if (answer === "moved") return {
		gone: false,
		scope: "moved",
		why: "a tag moved at the last moment"
	};
	if ("refused" in answer) return {
		gone: false,
		scope: answer.refused === "disabled" || answer.refused === "forbidden" ? "registry" : "image",
		why: answer.message,
		fix: answer.fix
	};
	if (await registry.digestOf(repository, digest) === "absent") return {
		gone: true,
		by: "us"
	};
	return {
		gone: false,
		scope: "unknown",
		why: `${require_reference.registryOf(repository)} gave no clear answer to the deletion: ${answer.unknown}`
	};
}
// lib/cleanup/apply/last-look.js
/**
* Reads a line once more: each tag must still be the head, and the bytes of all that goes are fetched for the journal.
* The first tag is read whole, so the check brings the head's bytes along.
*/
async function lastLook({ registry }, repository, head, tags, along, tagsOf) {
	const [first, ...others] = tags;
	const read = await registry.manifest(repository, first ?? head);
	if ("unknown" in read) return unclear("unreadable", read.unknown);
	if (!read.found) return first === void 0 ? { clear: "absent" } : unclear("tag-gone", `${first} is no longer there`);
	if (read.manifest.digest !== head) return unclear("tag-moved", `${first} now is ${read.manifest.digest}`);
	for (const tag of others) {
		const answer = await registry.digestOf(repository, tag);
		if (answer === "absent") return unclear("tag-gone", `${tag} is no longer there`);
		if ("unknown" in answer) return unclear("unreadable", answer.unknown);
		if (answer.digest !== head) return unclear("tag-moved", `${tag} now is ${answer.digest}`);
	}
	const absent = [];
	const manifests = [require_restore_manifest.journaled(head, read.raw, tagsOf(head))];
	for (const digest of along) {
		const part = await registry.manifest(repository, digest);
		if ("unknown" in part) return unclear("unreadable", `${digest}: ${part.unknown}`);
		if (part.found) manifests.push(require_restore_manifest.journaled(digest, part.raw, tagsOf(digest)));
		else absent.push(digest);
	}
	return {
		clear: true,
		manifests,
		absent
	};
}
function unclear(code, detail) {
	return {
		clear: false,
		code,
		detail
	};
}
// lib/cleanup/apply/leftovers.js
/**
* What an interrupted run left of images whose head is gone: only what our own journal names, and only what nothing in
* the repository needs by now. The plan file is never asked.
*/
function leftoversOf(lines, { snapshot, graph }, goneNow, keeps, usage) {
	if (snapshot.gaps.length > 0 || unreadIndexes(snapshot).length > 0) return [];
	const left = [];
	const departed = new Set(goneNow);
	for (const { intent, gone } of lines) for (const digest of [intent.head, ...gone]) departed.add(digest);
	for (let found = -1; found < left.length;) {
		found = left.length;
		for (const manifest of lines.flatMap(({ intent }) => intent.manifests)) {
			const { digest } = manifest;
			if (departed.has(digest) || keeps.has(digest) || require_restore_manifest.rawOf(manifest) === void 0) continue;
			if (isUsed(manifest, usage) || isNeeded(manifest, snapshot, graph, departed)) continue;
			left.push(digest);
			departed.add(digest);
		}
	}
	return left;
}
/**
* A repository as if the interrupted run had ended. Where a registry lists what has no tag, its leftovers would look
* like images of their own and hold what they name.
*/
function withoutLeftovers(snapshot, plan, journal, usages) {
	if (snapshot.untagged === "hidden") return snapshot;
	const lines = interrupted(snapshot, plan, journal);
	if (lines.length === 0) return snapshot;
	const keeps = new Set(plan.lines.flatMap(({ action, repository, head }) => action === "keep" && repository === snapshot.repository ? [head] : []));
	const graph = require_closed_requests.buildGraph(snapshot);
	const left = usages.map((usage) => new Set(leftoversOf(lines, {
		snapshot,
		graph
	}, /* @__PURE__ */ new Set(), keeps, usage)));
	const departed = new Set([...left[0] ?? []].filter((digest) => left.every((one) => one.has(digest))));
	for (const { intent, gone } of lines) for (const digest of [intent.head, ...gone]) if (!snapshot.manifests.has(digest)) departed.add(digest);
	const manifests = /* @__PURE__ */ new Map();
	for (const [digest, manifest] of snapshot.manifests) {
		if (departed.has(digest)) continue;
		const { subject, ...other } = manifest;
		manifests.set(digest, subject !== void 0 && departed.has(subject) ? other : manifest);
	}
	return {
		...snapshot,
		manifests,
		missing: /* @__PURE__ */ new Set([...snapshot.missing ?? [], ...departed])
	};
}
/**
* Where an interrupted run may have left something: with the heads that it took asked for, since what refers to them
* goes only if they are gone for sure, and with every index read that another one names, since any of them may need what
* was left. What cannot be read becomes a gap, and then nothing is a leftover.
*/
async function readInterrupted(snapshot, plan, journal, extend) {
	const heads = interrupted(snapshot, plan, journal).map(({ intent }) => intent.head);
	if (heads.length === 0) return snapshot;
	let whole = snapshot;
	for (let open = [...heads, ...unreadIndexes(whole)]; open.length > 0; open = unreadIndexes(whole)) {
		whole = await extend(whole, {
			manifests: open,
			configs: [],
			referrers: []
		});
		if (whole.gaps.length > 0) break;
	}
	return whole;
}
/** Lines whose head our own journal has taken away. */
function interrupted({ repository, manifests }, plan, journal) {
	return plan.lines.flatMap((line) => {
		const known = journal.lines.get(`${line.repository}@${line.head}`);
		return line.repository === repository && line.action !== "keep" && !manifests.has(line.head) && known !== void 0 ? [known] : [];
	});
}
/** What is gone for sure while its name is still listed, where a registry keeps names apart. */
async function namesLeft(lines, { repository, tags }, goneNow, registry) {
	const named = lines.flatMap(({ intent, gone }) => intent.manifests.filter(({ digest, tags: own }) => gone.has(digest) && !goneNow.has(digest) && own.some((tag) => tags.get(tag) === digest)));
	const absent = [];
	for (const { digest } of named) if (await registry.digestOf(repository, digest) === "absent") absent.push(digest);
	return absent;
}
function isUsed(manifest, usage) {
	if (usage.byDigest(manifest.digest) !== void 0) return true;
	const text = new TextDecoder().decode(require_restore_manifest.rawOf(manifest)?.bytes);
	const config = /"config"\s*:\s*\{[^}]*?"digest"\s*:\s*"([^"]+)"/.exec(text)?.[1];
	return config !== void 0 && usage.byDigest(config) !== void 0;
}
/** It has a tag that it had not, or something that is still here names it. */
function isNeeded({ digest, tags }, snapshot, graph, departed) {
	const node = graph.nodeOf(digest);
	if (node === void 0) return false;
	for (const [tag, target] of snapshot.tags) if (target === digest && !tags.includes(tag)) return true;
	return [...require_closed_requests.follow(graph.parents, node), ...require_closed_requests.follow(graph.subjects, node)].some((other) => {
		const named = graph.digests[other];
		return !departed.has(named) && !snapshot.missing?.has(named);
	});
}
/** An index that nobody read may name anything. */
function unreadIndexes({ manifests, missing }) {
	const unread = /* @__PURE__ */ new Set();
	for (const { children } of manifests.values()) for (const { digest, mediaType } of children) if (require_closed_requests.isManifestType(mediaType) && /index|list/.test(mediaType) && !manifests.has(digest) && !missing?.has(digest)) unread.add(digest);
	return [...unread];
}
// lib/cleanup/apply/prerequisites.js
function prerequisites(going, graph, missing) {
	const result = /* @__PURE__ */ new Map();
	for (const digest of going) {
		const node = graph.nodeOf(digest);
		const names = node === void 0 ? [] : above(node, graph);
		result.set(digest, names.filter((other) => !missing?.has(other)));
	}
	return result;
}
/**
* Prerequisites first, otherwise as given. What waits for itself (metadata tags can be made to) is left out: there is
* no order in which deleting it would be safe.
*/
function inOrder(digests, before) {
	const within = new Set(digests);
	const waitsFor = /* @__PURE__ */ new Map();
	const releases = /* @__PURE__ */ new Map();
	for (const digest of within) {
		const open = (before.get(digest) ?? []).filter((other) => within.has(other));
		waitsFor.set(digest, open.length);
		for (const other of open) {
			const list = releases.get(other);
			if (list === void 0) releases.set(other, [digest]);
			else list.push(digest);
		}
	}
	const ordered = [...within].filter((digest) => waitsFor.get(digest) === 0);
	for (const digest of ordered) for (const released of releases.get(digest) ?? []) {
		const open = (waitsFor.get(released) ?? 0) - 1;
		waitsFor.set(released, open);
		if (open === 0) ordered.push(released);
	}
	return ordered;
}
function above(node, graph) {
	return [.../* @__PURE__ */ new Set([...require_closed_requests.follow(graph.parents, node), ...require_closed_requests.follow(graph.subjects, node)])].map((other) => graph.digests[other]);
}
// lib/cleanup/apply/put-back.js
/**
* Puts back what something new needs, each manifest after its own parts. The tags stay away: they were reviewed to go.
* Always a fault of the run (exit 3), for somebody pulled or pushed in the window that a registry leaves open.
*/
async function putBack(needed, by, { repository, gone, rawOf: journaledOf }, { registry, journal }) {
	const findings = [];
	const done = [];
	for (const digest of needed.filter((other) => journaledOf(other) === void 0)) findings.push(notBack(digest, by, repository, "the journal has no bytes of it"));
	for (const digest of require_restore_manifest.partsFirst(needed, (digest) => gone.has(digest) ? journaledOf(digest) : void 0)) {
		const manifest = journaledOf(digest);
		const raw = manifest === void 0 ? void 0 : require_restore_manifest.rawOf(manifest);
		const answer = raw === void 0 ? { unknown: "the journal has no bytes of it" } : await registry.putManifest(repository, digest, raw);
		if ("digest" in answer) {
			gone.delete(digest);
			done.push(digest);
			continue;
		}
		findings.push(notBack(digest, by, repository, "refused" in answer ? answer.message : answer.unknown));
	}
	if (done.length > 0) {
		await journal.record({
			event: "put-back",
			repository,
			digests: done
		});
		findings.push({
			rule: "put-back",
			severity: "error",
			message: `${by} was pushed meanwhile and needs what had just been deleted: ${done.length === 1 ? "1 manifest is" : `${done.length} manifests are`} back`,
			fix: "nothing is lost; the next plan decides again",
			image: require_reference.formatReference({
				repository,
				tag: by
			})
		});
	}
	return findings;
}
function notBack(digest, by, repository, why) {
	return {
		rule: "damaged",
		severity: "error",
		message: `${by} was pushed meanwhile and needs ${digest}, which could not be put back: ${why}`,
		fix: `push ${by} once more; its builder has all the bytes`,
		image: require_reference.formatReference({
			repository,
			tag: by
		})
	};
}
// lib/cleanup/apply/relist.js
/**
* Lists the tags again and looks at every tag that is new: if something pushed meanwhile needs what went, that is put
* back. Also takes away the names of what is gone, where a registry leaves them behind.
*/
async function relist(departed, hands) {
	const { repository, snapshot, gone, tagsOf } = departed;
	const { registry } = hands;
	const listing = await registry.tags(repository);
	const findings = [];
	if (listing.incomplete !== void 0) findings.push(fault(repository, `whether something new needs what went cannot be told: ${listing.incomplete}`));
	const dead = new Map([...gone].flatMap((digest) => tagsOf(digest).map((tag) => [tag, digest])));
	for (const tag of listing.tags) {
		const was = dead.get(tag);
		if (was === void 0 && snapshot.tags.has(tag)) continue;
		const answer = await registry.manifest(repository, tag);
		if ("unknown" in answer) {
			findings.push(fault(repository, `the tag ${tag} appeared and cannot be read: ${answer.unknown}`));
			continue;
		}
		if (!answer.found) continue;
		const { manifest } = answer;
		if (manifest.digest === was && await registry.digestOf(repository, was) === "absent") {
			findings.push(...await dropName(repository, tag, hands));
			continue;
		}
		if (gone.has(manifest.digest)) gone.delete(manifest.digest);
		const needed = await neededBy(manifest, tag, departed, hands);
		if (needed.length > 0) findings.push(...await putBack(needed, tag, departed, hands));
	}
	return findings;
}
/** Every departed digest that a new image names: its parts, their parts, and its subject. */
async function neededBy(manifest, tag, { repository, gone, snapshot }, { registry }) {
	const needed = /* @__PURE__ */ new Set();
	const seen = /* @__PURE__ */ new Set([manifest.digest]);
	const open = [manifest];
	const stem = require_metadata_tag.parseMetadataTag(tag)?.stem;
	for (const digest of gone) if (stem !== void 0 && require_metadata_tag.stemOf(digest) === stem) needed.add(digest);
	for (let next = open.pop(); next !== void 0; next = open.pop()) {
		const named = [
			...next.children.map((child) => child.digest),
			...next.mentions,
			...next.subject === void 0 ? [] : [next.subject]
		];
		for (const digest of named) {
			if (gone.has(digest)) needed.add(digest);
			if (gone.has(digest) || seen.has(digest)) continue;
			seen.add(digest);
			const known = snapshot.manifests.get(digest);
			if (known?.kind === "image") continue;
			const answer = known === void 0 ? await registry.manifest(repository, digest) : void 0;
			const read = known ?? (answer !== void 0 && "manifest" in answer ? answer.manifest : void 0);
			if (read !== void 0) open.push(read);
		}
	}
	return [...needed];
}
/** The digest is gone, its name is not: the registry keeps names apart. It was reviewed with the image. */
async function dropName(repository, tag, { registry }) {
	const answer = await registry.deleteTag(repository, tag);
	if (answer === "deleted" || answer === "absent") return [];
	return [{
		rule: "name-stays",
		severity: "warning",
		message: `the image is gone, but the registry still lists its tag ${tag}`,
		image: require_reference.formatReference({
			repository,
			tag
		})
	}];
}
function fault(repository, message) {
	return {
		rule: "not-rechecked",
		severity: "error",
		message,
		image: repository
	};
}
// lib/cleanup/apply/run-repository.js
/** Deletions after which the tags are listed again (design §3). */
const relistEvery = 50;
const patience = 3;
/**
* Deletes what may go of one repository: line by line, each looked at once more, its bytes and the intent on the disk
* before the first request that changes anything. Every prefix of it leaves what is kept whole.
*/
async function runRepository(repository, fresh, going, finished, keeps, hands) {
	const { snapshot, graph } = fresh;
	const results = [];
	const findings = [];
	const gone = /* @__PURE__ */ new Set();
	const state = require_restore_manifest.readState(hands.journal.entries);
	const bytes = /* @__PURE__ */ new Map();
	const waiting = /* @__PURE__ */ new Map();
	const tagsByDigest = invert(snapshot.tags);
	const tagsOf = (digest) => tagsByDigest.get(digest) ?? [];
	const before = prerequisites(new Set(going.flatMap(({ line, along }) => [line.head, ...along])), graph, snapshot.missing);
	const rawOf = (digest) => bytes.get(digest) ?? state.manifest(repository, digest);
	let sinceListing = 0;
	let failures = 0;
	let stop;
	const mayGo = (digest) => (before.get(digest) ?? []).every((other) => gone.has(other));
	const listAgain = async () => {
		sinceListing = 0;
		findings.push(...await relist({
			repository,
			snapshot,
			gone,
			tagsOf,
			rawOf
		}, hands));
	};
	/** True: it is gone. */
	const remove = async (digest, tags) => {
		if (hands.send) {
			const deleted = await deleteOne(hands, repository, digest, tags);
			if (!deleted.gone) {
				if (deleted.scope === "registry") {
					stop = deleted.why;
					findings.push({
						rule: "deletion-refused",
						severity: "error",
						message: `${require_reference.registryOf(repository)} refuses deletions: ${deleted.why}`,
						image: require_reference.formatReference({
							repository,
							digest
						}),
						...deleted.fix === void 0 ? {} : { fix: deleted.fix }
					});
				} else if (deleted.scope === "unknown" && ++failures >= patience) stop = deleted.why;
				return deleted.why;
			}
			failures = 0;
			sinceListing += 1;
		}
		gone.add(digest);
	};
	/** What only waited for indexes and images that are gone by now. */
	const sweep = async () => {
		const swept = [];
		for (const digest of inOrder([...waiting.keys()], before)) {
			const owner = waiting.get(digest);
			if (stop !== void 0 || owner === void 0 || !gone.has(owner) || !mayGo(digest)) continue;
			const why = await remove(digest, []);
			waiting.delete(digest);
			if (why === void 0) swept.push(digest);
			else findings.push(stays(repository, digest, why));
		}
		return swept;
	};
	/** Ends what an earlier run began. */
	const finish = async (lines) => {
		const known = lines.flatMap((line) => state.lines.get(`${repository}@${line.head}`) ?? []);
		const swept = [];
		for (const digest of leftoversOf(known, fresh, gone, keeps, hands.usage)) {
			if (stop !== void 0) break;
			const why = await remove(digest, []);
			if (why === void 0) swept.push(digest);
			else findings.push(stays(repository, digest, why));
		}
		for (const digest of await namesLeft(known, snapshot, gone, hands.registry)) {
			gone.add(digest);
			sinceListing += 1;
		}
		if (swept.length > 0) await hands.journal.record({
			event: "gone",
			repository,
			digests: swept
		});
		return swept;
	};
	const ended = new Set(await finish(finished));
	for (const line of finished) {
		const digests = (state.lines.get(`${repository}@${line.head}`)?.intent.manifests ?? []).map(({ digest }) => digest).filter((digest) => ended.has(digest));
		results.push({
			end: "already-gone",
			line,
			digests
		});
	}
	for (const { line, tags, along, bytes: freed } of sorted(going, fresh)) {
		const spent = hands.budget.spent();
		if (stop !== void 0 || spent !== void 0) {
			results.push(skipped(line, stop === void 0 ? "not-reached" : "refused", stop ?? spent ?? ""));
			continue;
		}
		if (!mayGo(line.head)) {
			results.push(skipped(line, "needed", "what is above it was skipped, and needs it"));
			continue;
		}
		const look = await lastLook(hands, repository, line.head, tags, along, tagsOf);
		if (look.clear === false) {
			results.push(skipped(line, look.code, look.detail));
			continue;
		}
		if (look.clear === "absent") {
			results.push({
				end: "already-gone",
				line,
				digests: []
			});
			continue;
		}
		const { manifests } = look;
		await hands.journal.record({
			event: "intent",
			repository,
			head: line.head,
			class: line.class,
			reason: line.reason,
			manifests
		});
		for (const manifest of manifests) bytes.set(manifest.digest, manifest);
		const why = await remove(line.head, tags);
		if (why !== void 0) {
			results.push(skipped(line, "refused", why));
			continue;
		}
		hands.budget.took();
		for (const digest of look.absent) gone.add(digest);
		for (const { digest } of manifests.slice(1)) waiting.set(digest, line.head);
		const swept = await sweep();
		await hands.journal.record({
			event: "gone",
			repository,
			digests: [line.head, ...swept]
		});
		const digests = [line.head, ...swept];
		results.push({
			end: hands.send ? "deleted" : "would-delete",
			line,
			digests,
			bytes: freed
		});
		hands.progress(`${repository}: ${results.length} of ${going.length}`);
		if (sinceListing >= relistEvery) await listAgain();
	}
	const resumed = going.flatMap(({ line }) => gone.has(line.head) ? [line] : []);
	await finish([...finished, ...resumed]);
	if (sinceListing > 0) await listAgain();
	return {
		repository,
		lines: results,
		gone: [...gone],
		findings
	};
}
/** Parents and images before what refers to them, as the fresh plan has it. */
function sorted(going, { decisions }) {
	const place = new Map(decisions[0]?.order.map((head, index) => [head, index]));
	return [...going].sort((a, b) => (place.get(a.line.head) ?? 0) - (place.get(b.line.head) ?? 0));
}
function invert(tags) {
	const inverted = /* @__PURE__ */ new Map();
	for (const [tag, digest] of tags) {
		const list = inverted.get(digest);
		if (list === void 0) inverted.set(digest, [tag]);
		else list.push(tag);
	}
	for (const list of inverted.values()) list.sort();
	return inverted;
}
function stays(repository, digest, why) {
	return {
		rule: "part-stays",
		severity: "error",
		message: `a part of a deleted image stays: ${why}; running again finishes it`,
		image: require_reference.formatReference({
			repository,
			digest
		})
	};
}
// lib/cleanup/apply/mend.js
/**
* Asks for the image right after its tag went: some registries take the image, and its other tags, along. Then it is
* put back under the names that stay. Empty: it answers, as it should.
*/
async function mendImage({ repository, head, raw, tag, stays }, { registry, journal }) {
	const look = await registry.digestOf(repository, head);
	if (look !== "absent" && "digest" in look) {
		await journal.record({
			event: "untagged",
			repository,
			head,
			tag
		});
		return [];
	}
	const host = require_reference.registryOf(repository);
	const image = require_reference.formatReference({
		repository,
		digest: head
	});
	const damaged = (message, fix) => ({
		rule: "untag-took-image",
		severity: "error",
		message: `DAMAGED: ${message}`,
		fix,
		image
	});
	if (look !== "absent") return [{
		rule: "not-rechecked",
		severity: "error",
		message: `whether the image is still there after its tag ${tag} went cannot be told: ${look.unknown}`,
		fix: "run apply again when the registry answers: it looks again and puts back what is missing",
		image
	}];
	const back = await require_restore_manifest.putManifestBack(registry, repository, head, raw, stays);
	const never = `take ${host} out of cleanup.untag in the policy: this registry deletes images by their tags`;
	if (!back.back) return [damaged(`the image went with its tag ${tag} and is not back: ${back.why === "lost" ? "the registry has taken its blobs, too" : back.detail}`, `push it again, and ${never}`)];
	await journal.record({
		event: "untagged",
		repository,
		head,
		tag
	});
	return [{
		rule: "untag-took-image",
		severity: "error",
		message: `the registry deleted a kept image along with its tag ${tag}; the image is back${stays.length === 0 ? "" : `, as ${stays.join(", ")}`}`,
		fix: never,
		image
	}];
}
/**
* An interrupted run may have ended between a tag's deletion and the look at its image. What it could not see to is
* seen to before anything is read or judged.
*/
async function mendInterrupted(journal, registryFor) {
	const findings = [];
	for (const { intent, gone, restored } of require_restore_manifest.readState(journal.entries).lines.values()) {
		const { repository, head, untag, manifests } = intent;
		const [manifest] = manifests;
		if (untag === void 0 || restored || gone.has(head) || manifest === void 0) continue;
		const registry = registryFor(repository);
		const raw = require_restore_manifest.rawOf(manifest);
		if (registry === void 0 || raw === void 0) continue;
		findings.push(...await mendImage({
			repository,
			head,
			raw,
			...untag
		}, {
			registry,
			journal
		}));
	}
	return findings;
}
// lib/cleanup/apply/untag.js
/**
* Takes the tags of lines whose images stay, by the registry's own tag deletion and nothing else. Each line is looked at
* once more, its bytes and the intent are on the disk before a tag goes, and after each tag the image has to answer: a
* registry that takes both loses neither, for the image is put back at once and nothing more is tried there.
*/
async function untagLines(repository, { snapshot }, going, hands, refusal) {
	const lines = [];
	const findings = [];
	let stop = refusal;
	for (const go of going) {
		const { line, tags, by } = go;
		const spent = hands.budget.spent();
		if (stop !== void 0 || spent !== void 0) {
			lines.push(skipped(line, stop === void 0 ? "not-reached" : "refused", stop ?? spent ?? ""));
			continue;
		}
		const look = await lookOnce(repository, go, hands);
		if (!("raw" in look)) {
			lines.push(look);
			continue;
		}
		const stays = [...snapshot.tags].flatMap(([tag, digest]) => digest === line.head && !line.tags.includes(tag) ? [tag] : []);
		const taken = [];
		let refused;
		for (const tag of hands.send ? tags : []) {
			await hands.journal.record({
				event: "intent",
				repository,
				head: line.head,
				class: line.class,
				reason: line.reason,
				manifests: [require_restore_manifest.journaled(line.head, look.raw, [tag])],
				untag: {
					tag,
					stays
				}
			});
			const answer = await deleteTag(repository, tag, hands);
			if (answer !== "gone") {
				refused = answer.why;
				if (answer.everywhere) stop = answer.why;
				findings.push(...answer.findings);
				break;
			}
			taken.push(tag);
			const damage = await mendImage({
				repository,
				head: line.head,
				raw: look.raw,
				tag,
				stays
			}, hands);
			if (damage.length > 0) {
				findings.push(...damage);
				stop = `${require_reference.registryOf(repository)} may take an image along with its tag`;
				break;
			}
		}
		if (taken.length > 0) hands.budget.took();
		if (refused !== void 0) {
			const before = taken.length === 0 ? "" : `; ${taken.join(", ")} went before`;
			lines.push(skipped(line, "refused", `${refused}${before}`));
		} else lines.push({
			end: hands.send ? "untagged" : "would-untag",
			line,
			tags,
			by: by.tag
		});
		hands.progress(`${repository}: ${lines.length} of ${going.length} names`);
	}
	return {
		lines,
		findings
	};
}
/** The name that stays must still be there, and each tag must still be the image that was reviewed. */
async function lookOnce(repository, { line, tags, by }, { registry }) {
	const name = await registry.digestOf(repository, by.tag);
	if (name === "absent") return skipped(line, "tag-gone", `${by.tag}, its other name, is no longer there`);
	if ("unknown" in name) return skipped(line, "unreadable", name.unknown);
	if (name.digest !== by.digest) return skipped(line, "tag-moved", `${by.tag}, its other name, now is ${name.digest}`);
	let raw;
	for (const tag of tags) {
		const read = await registry.manifest(repository, tag);
		if ("unknown" in read) return skipped(line, "unreadable", read.unknown);
		if (!read.found) return skipped(line, "tag-gone", `${tag} is no longer there`);
		if (read.manifest.digest !== line.head) return skipped(line, "tag-moved", `${tag} now is ${read.manifest.digest}`);
		raw = read.raw;
	}
	return { raw };
}
/** An answer that got lost is settled by looking: a deletion is never sent twice on suspicion. */
async function deleteTag(repository, tag, { registry }) {
	const answer = await registry.deleteTag(repository, tag);
	if (answer === "deleted" || answer === "absent") return "gone";
	if ("refused" in answer) {
		const everywhere = answer.refused === "disabled" || answer.refused === "forbidden";
		const finding = {
			rule: "untag-refused",
			severity: "error",
			message: `${require_reference.registryOf(repository)} takes no tag from an image: ${answer.message}`,
			fix: answer.fix,
			image: require_reference.formatReference({
				repository,
				tag
			})
		};
		return {
			why: answer.message,
			everywhere,
			findings: everywhere ? [finding] : []
		};
	}
	if (await registry.digestOf(repository, tag) === "absent") return "gone";
	return {
		why: `no clear answer to the deletion of ${tag}: ${answer.unknown}`,
		everywhere: false,
		findings: []
	};
}
// lib/cleanup/apply/apply.js
/**
* Deletes what the merged plan lists and is still true now, and nothing else. Repository by repository, so that what
* one of them refuses or hides leaves the others alone.
*/
async function applyPlan(plan, fresh, hands, registryOf, now) {
	const lines = plan.lines.filter((line) => line.action !== "keep");
	if (lines.length > 0) await hands.journal.record(require_restore_manifest.runEntry(plan.header.plan, now));
	const results = [];
	for (const [repository, own] of byRepository(lines)) results.push(await applyRepository(plan, repository, own, fresh, {
		...hands,
		registry: registryOf(repository)
	}));
	return results;
}
function byRepository(lines) {
	const groups = /* @__PURE__ */ new Map();
	for (const line of lines) {
		const own = groups.get(line.repository);
		if (own === void 0) groups.set(line.repository, [line]);
		else own.push(line);
	}
	return [...groups].sort(([a], [b]) => a < b ? -1 : 1);
}
async function applyRepository(plan, repository, lines, fresh, hands) {
	const known = freshRepository(repository, fresh);
	const journal = require_restore_manifest.readState(hands.journal.entries);
	const going = [];
	const finished = [];
	const results = [];
	for (const line of lines.filter(({ action }) => action === "delete")) {
		const judged = judgeLine(line, known, journal, plan.header.plan);
		if (judged.state === "go") going.push(judged);
		else if (judged.state === "skip") results.push(skipped(line, judged.code, judged.detail));
		else {
			const answer = journal.lines.get(`${repository}@${line.head}`)?.gone.has(line.head) === true ? "absent" : await hands.registry.digestOf(repository, line.head);
			if (answer === "absent") finished.push(line);
			else if ("unknown" in answer) results.push(skipped(line, "unreadable", answer.unknown));
			else results.push(skipped(line, "tag-gone", "it has none of its tags any more"));
		}
	}
	const untags = lines.filter(({ action }) => action === "untag").map((line) => judgeUntag(line, known, journal, plan.header.plan));
	results.push(...untags.flatMap(endOf));
	if (known === void 0) return {
		repository,
		lines: results,
		gone: [],
		findings: []
	};
	const keeps = plan.lines.filter((line) => line.action === "keep" && line.repository === repository);
	const run = await runRepository(repository, known, going, finished, new Set(keeps.map((line) => line.head)), hands);
	const gone = new Set(run.gone);
	const faults = hands.send && gone.size > 0 ? await recheck(repository, known.snapshot, gone, hands.registry, hands.journal) : [];
	const taking = untags.filter((untag) => untag.state === "go");
	const refusal = run.findings.find(({ rule }) => rule === "deletion-refused")?.message;
	const untagged = await untagLines(repository, known, taking, hands, refusal);
	return {
		...run,
		lines: [
			...results,
			...run.lines,
			...untagged.lines
		],
		findings: [
			...run.findings,
			...faults,
			...untagged.findings
		]
	};
}
function endOf(untag) {
	if (untag.state === "go") return [];
	return untag.state === "skip" ? [skipped(untag.line, untag.code, untag.detail)] : [{
		end: "already-gone",
		line: untag.line,
		digests: []
	}];
}
/** Undefined: not managed under one of the policies. */
function freshRepository(repository, { snapshots, decisions }) {
	const snapshot = snapshots.get(repository);
	const own = decisions.map(({ repositories }) => repositories.find((other) => other.repository === repository));
	if (snapshot === void 0 || own.length === 0) return void 0;
	const all = own.flatMap((decision) => decision === void 0 ? [] : [freshDecision(decision)]);
	return all.length < own.length ? void 0 : {
		snapshot,
		graph: require_closed_requests.buildGraph(snapshot),
		decisions: all
	};
}
// lib/cleanup/apply/fresh.js
/**
* Plans afresh with nothing but the merged lines free to go: every other image is kept, so limits bind the merged
* lines, and what several images share goes only if all of them are merged.
*/
async function decideAfresh(plan, read, rulings, extend, now, journal) {
	const decisions = [];
	const usages = rulings.map(({ usage }) => require_usage.indexUsage(usage.uses));
	const whole = [];
	for (const snapshot of read) whole.push(await readInterrupted(snapshot, plan, journal, extend));
	const pending = whole.map((snapshot) => withoutLeftovers(snapshot, plan, journal, usages));
	const snapshots = new Map(pending.map((snapshot) => [snapshot.repository, snapshot]));
	const kept = everythingBut(plan, pending);
	for (const { policy, usage, closed } of rulings) {
		const facts = {
			snapshots: [...snapshots.values()].filter(({ repository }) => require_policy.manages(policy.policy, repository)),
			usage,
			policy,
			now,
			kept,
			...closed === void 0 ? {} : { closed }
		};
		const settled = await require_closed_requests.settle(facts, extend);
		decisions.push(settled.decision);
		for (const snapshot of settled.snapshots) snapshots.set(snapshot.repository, snapshot);
	}
	return {
		snapshots,
		decisions
	};
}
/** What the reviewer keeps, and every image that stands in no line with `delete`; an `untag` line frees tags only. */
function everythingBut(plan, snapshots) {
	const merged = new Map(plan.lines.map((line) => [`${line.repository}@${line.head}`, line.action]));
	const others = snapshots.flatMap(({ repository, ...snapshot }) => headsOf(snapshot).flatMap((head) => {
		const action = merged.get(`${repository}@${head}`);
		return action === "delete" ? [] : [{
			repository,
			head,
			mayLoseTags: action === "untag"
		}];
	}));
	return [...plan.lines.filter((line) => line.action === "keep"), ...others];
}
/** Whatever has a name of an image, and where a registry lists the nameless, those that hang on nothing. */
function headsOf({ tags, manifests }) {
	const heads = /* @__PURE__ */ new Set();
	const hanging = /* @__PURE__ */ new Set();
	for (const [tag, digest] of tags) (require_metadata_tag.parseMetadataTag(tag) === void 0 ? heads : hanging).add(digest);
	for (const { children, mentions } of manifests.values()) {
		for (const { digest } of children) hanging.add(digest);
		for (const digest of mentions) hanging.add(digest);
	}
	for (const [digest, { subject }] of manifests) if (subject === void 0 && !hanging.has(digest)) heads.add(digest);
	return [...heads];
}
// lib/cleanup/apply/hands.js
function budgetOf(limits, now) {
	const start = now();
	let taken = 0;
	return {
		spent() {
			if (limits.maxDeletions !== void 0 && taken >= limits.maxDeletions) return `max-deletions: ${require_amount.count(taken, "image")} ${taken === 1 ? "was" : "were"} deleted`;
			if (limits.seconds !== void 0 && now() - start >= limits.seconds) return `time-budget: ${limits.seconds} s have passed`;
		},
		took() {
			taken += 1;
		}
	};
}
// lib/cleanup/apply/merge-check.js
/** Only a push to the default branch: pull requests, tags and other branches show what somebody wants, not what is agreed. */
function checkEvent(event, defaultBranch) {
	const fix = `on:\n  push:\n    branches: [${defaultBranch}]\n    paths: [.image-hygiene/cleanup-plan.jsonl]`;
	if (event.trust !== "trusted" || event.name !== "push") throw new require_index.HygieneError("bad-usage", `apply runs when a plan is merged, not for the event ${event.name || "without a name"}: nothing is deleted`, { fix: `${fix}\nor, by hand and on your own word: --plan-file FILE --yes` });
	if (event.branch !== defaultBranch) throw new require_index.HygieneError("bad-usage", `apply runs on the default branch ${defaultBranch} only, and this is ${event.branch ?? "no branch"}: nothing is deleted`, { fix });
}
/** A later merge replaced the plan: that one's own run applies it. */
function checkStillThere(now, text, path, branch) {
	if (now === text) return;
	throw new require_index.HygieneError("undecidable", `${path} on ${branch} is another one by now: this run deletes nothing and leaves it to the run of the newer merge`, { fix: "nothing, if a newer run exists; else run the newest one again" });
}
function checkAlone(others) {
	if (others === "unknown" || others.length === 0) return;
	throw new require_index.HygieneError("undecidable", `an older apply is still running: ${others.slice(0, 3).join(", ")}`, { fix: "run this again when it is done; to have them wait for each other:\nconcurrency:\n  group: image-cleanup-apply\n  cancel-in-progress: false" });
}
/** That a plan came in by a merge, and, where the policy asks for a review, by the hand of somebody else. */
function checkReview(merge, requireReview, { proposal, sigil }, path) {
	if (merge === void 0) throw new require_index.HygieneError("undecidable", `no merged ${proposal} brought ${path} here: nobody has reviewed it`, { fix: `let the plan step propose it (open-pull-request: true) and merge that; a plan pushed by hand is applied by hand, with --plan-file and --yes` });
	if (!requireReview) return merge;
	const by = merge.mergedBy;
	if (by === void 0 || by === merge.author) throw new require_index.HygieneError("refused", `${sigil}${merge.number} was merged by ${by ?? "nobody that the forge names"}, who also opened it, and cleanup.require-review asks for somebody else`, { fix: "have another person merge the next plan, open plans with a bot’s token, or set in the policy:\ncleanup:\n  require-review: false" });
	return merge;
}
// lib/cleanup/apply/plan-source.js
/** The plan of a call by hand. */
function planFromFile(path, consented, files) {
	return async () => {
		if (path === void 0) throw new require_index.HygieneError("bad-usage", "apply outside of CI needs to be told which plan was reviewed", { fix: "image-hygiene apply --plan-file .image-hygiene/cleanup-plan.jsonl, and --yes to really do it" });
		return {
			plan: require_plan_file_parse.readPlan(await files.readText(path, largestPlan), path),
			name: path,
			consented
		};
	};
}
const largestPlan = 268435456;
/** Throws if a merge is too long ago: the world has moved on, and so has what the reviewer had in mind. */
function checkAge({ mergedAt, name }, { policy }, now) {
	const { "max-plan-age": most, "plan-file": path } = policy.cleanup;
	if (mergedAt === void 0 || now - mergedAt <= most) return;
	throw new require_index.HygieneError("refused", `${name} was merged on ${require_instant.formatInstant(mergedAt)}, and cleanup.max-plan-age ended on ${require_instant.formatInstant(mergedAt + most)}: nothing is deleted`, { fix: `delete the lines with "action":"delete" from ${path} on the default branch, run the plan job, and merge what it proposes` });
}
// lib/cleanup/apply/summary.js
/** The story of an apply for a job summary: a row a repository; what was left is in the findings below it. */
function summaryOfApply(repositories, sent) {
	if (repositories.length === 0) return "The plan has no line to delete.\n";
	const rows = repositories.map(({ repository, lines }) => rowOf(repository, lines));
	const hosts = [...new Set(repositories.map(({ repository }) => require_reference.registryOf(repository)))];
	return [
		`| repository | ${sent ? "deleted" : "would be deleted"} | ${sent ? "untagged" : "would be untagged"} | already gone | skipped | frees at most |`,
		"|---|--:|--:|--:|--:|--:|",
		...rows,
		"",
		...hosts.map((host) => `${require_index.inCode(host)}: ${require_index.inMarkdown(require_collection.collectionOf(host))}`),
		""
	].join("\n");
}
function rowOf(repository, lines) {
	const went = lines.flatMap((line) => line.end === "deleted" || line.end === "would-delete" ? [line] : []);
	const count = (end) => lines.filter((line) => line.end === end).length;
	const bytes = went.reduce((sum, line) => sum + line.bytes, 0);
	return `| ${require_index.inCode(repository)} | ${went.length} | ${count("untagged") + count("would-untag")} | ${count("already-gone")} | ${count("skipped")} | ${require_amount.formatBytes(bytes)} |`;
}
// lib/cleanup/apply/report.js
/**
* The outcome of an apply. Exit 3 where something could not be told or was refused, 1 where every line had drifted, 0
* otherwise; what was not deleted is always told, with its reason.
*/
function reportApply(repositories, sent, faults = []) {
	const lines = repositories.flatMap((repository) => repository.lines);
	const count = (end) => lines.filter((line) => line.end === end).length;
	const went = lines.flatMap((line) => line.end === "deleted" || line.end === "would-delete" ? [line] : []);
	const bytes = went.reduce((sum, line) => sum + line.bytes, 0);
	const findings = [
		...faults,
		...repositories.flatMap((repository) => repository.findings),
		...lines.flatMap(findingOf)
	];
	const manifests = went.reduce((sum, line) => sum + line.digests.length, 0);
	return {
		verdict: verdictOf(lines, findings),
		findings,
		outputs: {
			deleted: String(count("deleted")),
			untagged: String(count("untagged")),
			"already-gone": String(count("already-gone")),
			skipped: String(count("skipped"))
		},
		stats: {
			lines: lines.length,
			deleted: count("deleted"),
			"would-delete": count("would-delete"),
			untagged: count("untagged"),
			"would-untag": count("would-untag"),
			"already-gone": count("already-gone"),
			skipped: count("skipped"),
			manifests,
			"freed-bytes": bytes
		},
		text: textOf(repositories, lines, bytes, sent),
		summary: summaryOfApply(repositories, sent)
	};
}
/** What it is about a skipped line that somebody has to look into before this plan can go on. */
const undecided = [
	"held",
	"unreadable",
	"refused"
];
function verdictOf(lines, findings) {
	const skips = lines.flatMap((line) => line.end === "skipped" ? [line.code] : []);
	if (findings.some(({ severity }) => severity === "error")) return "error";
	if (skips.some((code) => undecided.includes(code))) return "error";
	const drifted = skips.filter((code) => code !== "not-reached");
	if (drifted.length > 0 && drifted.length === lines.length) return "fail";
	return skips.length > 0 || findings.length > 0 ? "warn" : "pass";
}
function findingOf(result) {
	if (result.end !== "skipped") return [];
	const { line, code, detail } = result;
	return [{
		rule: `skipped-${code}`,
		severity: undecided.includes(code) ? "error" : "warning",
		message: `not deleted (${code}): ${detail}`,
		image: nameOf(line),
		...fixes[code] === void 0 ? {} : { fix: fixes[code] }
	}];
}
const fixes = {
	restored: "set its line to \"action\":\"keep\"; to delete it after all, use another --journal-dir",
	"not-reached": "run apply again: it goes on where it stopped",
	limit: "run apply again after this, or raise cleanup.limits in the policy",
	"tag-added": "the next plan shows the image with all its tags"
};
function textOf(repositories, lines, bytes, sent) {
	if (lines.length === 0) return "The plan has no line to delete: nothing to do.";
	const rows = repositories.flatMap(({ repository, lines: own }) => [require_index.oneLine(repository), ...own.flatMap((line) => rowsOf(line, sent))]);
	const freed = lines.some((line) => line.end === "deleted" || line.end === "would-delete");
	const changes = freed || lines.some((line) => line.end === "untagged" || line.end === "would-untag");
	return [
		...rows,
		"",
		...freed ? gains(repositories, bytes, sent) : [],
		...changes ? [sent ? wayBack(freed) : "Nothing was sent. Add --yes to delete what is listed above."] : []
	].join("\n");
}
function rowsOf(result, sent) {
	const name = require_index.oneLine(labelOf(result.line));
	if (result.end === "skipped") return [`  skipped       ${name}  ${result.code}: ${require_index.oneLine(result.detail)}`];
	const path = require_reference.pathOf(result.line.repository);
	if (result.end === "untagged" || result.end === "would-untag") {
		const title = `  ${result.end === "untagged" ? "untagged    " : "would untag "}  ${name}  stays as ${require_index.oneLine(result.by)}`;
		const requests = result.tags.map((tag) => `                DELETE /v2/${path}/manifests/${tag}`);
		return sent ? [title] : [title, ...requests];
	}
	const parts = require_amount.count(result.digests.length, "manifest");
	const title = result.end !== "already-gone" ? `${sent ? "  deleted     " : "  would delete"}  ${name}${sent ? `  ${parts}` : ""}` : `  already gone  ${name}${result.digests.length > 0 ? `  ${parts} left by an interrupted run` : ""}`;
	if (sent) return [title];
	return [title, ...result.digests.map((digest) => `                DELETE /v2/${path}/manifests/${digest}`)];
}
function gains(repositories, bytes, sent) {
	const hosts = new Set(repositories.map(({ repository }) => require_reference.registryOf(repository)));
	return [`At most ${require_amount.formatBytes(bytes)} ${sent ? "are" : "would be"} freed by the registry's own garbage collection.`, ...[...hosts].map((host) => `  ${require_index.oneLine(host)}: ${require_collection.collectionOf(host)}`)];
}
function wayBack(freed) {
	return freed ? "Until then `image-hygiene restore` puts everything back." : "`image-hygiene restore` puts the tags back.";
}
function labelOf({ head, tags }) {
	return tags.length > 0 ? tags.join(" ") : head;
}
function nameOf({ repository, head, tags }) {
	const [tag] = tags;
	return require_reference.formatReference({
		repository,
		...tag === void 0 ? { digest: head } : { tag }
	});
}
// lib/cleanup/apply/sources.js
/**
* Whoever reviewed a plan relied on what its sources said. Each of them has to speak again, whatever the policy says by
* now, and without any source nothing is deleted unless the policy says on purpose that nothing runs.
*/
function checkSources({ plan, name }, usages) {
	const silent = plan.header.sources.filter((source) => !usages.every((usage) => usage.sources.some((given) => given.name === source)));
	if (silent.length > 0) throw new require_index.HygieneError("undecidable", `${name} was made knowing ${silent.join(", ")}, which says nothing now`, { fix: "pass --in-use again, with everything that plan was given; nothing was deleted" });
	if (usages.some((usage) => usage.standing === "missing")) throw new require_index.HygieneError("bad-usage", "nothing says what is in use, and without that nothing is deleted", { fix: "pass --in-use FILE, or say on purpose that nothing runs from these images: `in-use: none` in the policy" });
}
// lib/steps/merged-plan.js
/**
* The plan that a merge brought to the default branch: the file at the commit of the event, if the branch still has
* it, with the policy as it stood before. Nothing in the checkout is trusted for it.
*/
function planFromMerge(call, event, world) {
	return async (policy) => {
		const forge = await require_forge.forgeOf(world, {
			github: call.githubToken,
			gitlab: call.gitlabToken
		});
		const { "plan-file": path, "require-review": requireReview } = policy.policy.cleanup;
		const base = await forge.base(event.defaultBranch);
		checkEvent(event, base.branch);
		const name = `${path}@${event.commit.slice(0, 12)}`;
		const text = await forge.file(path, event.commit);
		checkStillThere(base.commit === event.commit ? text : await forge.file(path, base.commit), text, path, base.branch);
		if (text === void 0) return nothing(policy, name);
		const plan = require_plan_file_parse.readPlan(text, path);
		if (plan.lines.every(({ action }) => action === "keep")) return {
			plan,
			name,
			consented: true
		};
		const others = await forge.otherRuns();
		if (others === "unknown") world.log.info("Whether another apply is running cannot be seen with this token.");
		checkAlone(others);
		const brought = await forge.lastTouch(path, event.commit) ?? event.commit;
		const merge = checkReview(await forge.mergeOf(brought), requireReview, forge.words, path);
		return {
			plan,
			name,
			consented: true,
			before: await policyBefore(call, event, forge, world),
			mergedAt: merge.mergedAt
		};
	};
}
/** The policy file was there and is gone, or never was: then there is nothing to delete either. */
function nothing({ digest }, name) {
	return {
		plan: {
			header: {
				plan: require_plan_file.planId([]),
				policy: digest,
				sources: []
			},
			lines: []
		},
		name,
		consented: true
	};
}
/** Read through the forge as of the commit before the push, so that a merge cannot loosen the policy for its own plan. */
function policyBefore(call, event, forge, world) {
	const { before } = event;
	if (before === void 0) throw new require_index.HygieneError("undecidable", "the event does not tell what the branch was before this push", { fix: "run apply in the pipeline of the push that merged the plan" });
	return require_policy.loadPolicy({
		...call,
		readFile: (path) => forge.file(path, before)
	}, world);
}
// lib/steps/plan-source.js
/** Where the reviewed plan of this call comes from: in CI from the merge, elsewhere from the file that the call names. */
async function planSourceOf(call, world) {
	const event = call.planFile === void 0 ? await require_event.readEvent(world) : void 0;
	return event === void 0 ? planFromFile(call.planFile, call.yes, world.files) : planFromMerge(call, event, world);
}
// lib/steps/apply.js
const apply = require_define.defineStep({
	name: "apply",
	inputs: {
		planFile: require_inputs.planFile,
		inUse: require_inputs.inUse,
		yes: require_inputs.yes,
		journalDir: require_inputs.journalDir,
		maxDeletions: require_inputs.maxDeletions,
		timeBudget: require_inputs.timeBudget,
		images: require_inputs.images,
		config: require_inputs.config,
		printPolicy: require_inputs.printPolicy,
		registryUsername: require_inputs.registryUsername,
		registryPassword: require_inputs.registryPassword,
		caFile: require_inputs.caFile,
		cacheDir: require_inputs.cacheDir,
		githubToken: require_inputs.githubToken,
		gitlabToken: require_inputs.gitlabToken,
		jsonFile: require_inputs.jsonFile,
		summary: require_inputs.summary
	},
	outputs: {
		deleted: "How many images of the plan were deleted.",
		untagged: "How many images lost a tag and stay.",
		"already-gone": "How many were gone already.",
		skipped: "How many were left, each with its reason among the findings.",
		"journal-dir": "Folder of the journal that restore reads; keep it as an artifact.",
		"json-file": "Path of the outcome as JSON, if it was asked for."
	},
	permissions: {
		github: {
			contents: "read",
			"pull-requests": "read",
			actions: "read",
			packages: "write"
		},
		registry: "delete",
		gitlab: "A project access token with the scope read_api, and a token that may delete from the registry."
	},
	async run(inputs, world) {
		const policy = await require_policy.loadPolicy(inputs, world);
		if (inputs.printPolicy) return require_policy.printedPolicy(policy);
		const merged = await (await planSourceOf(inputs, world))(policy);
		const now = world.now();
		checkAge(merged, policy, now);
		if (merged.plan.lines.every((line) => line.action === "keep")) return written(reportApply([], merged.consented), inputs.jsonFile, world);
		const policies = [managing(merged, policy), ...merged.before === void 0 ? [] : [merged.before]];
		const usages = await require_usage.readUsages(inputs.inUse, policies.map(({ policy }) => policy), world.files, now);
		checkSources(merged, usages);
		const registries = await require_registries.registriesOf(inputs, policies[0]?.policy ?? policy.policy, world);
		const journal = await require_restore_manifest.openJournal(inputs.journalDir, world.files);
		const mended = merged.consented ? await mendInterrupted(journal, (repository) => policies.some(({ policy }) => require_policy.manages(policy, repository)) ? registries.of(repository) : void 0) : [];
		const snapshots = await require_closed_requests.readRepositories(policies[0]?.policy.images ?? [], registries, world.log);
		require_closed_requests.demandEveryRepository(snapshots);
		const rulings = [];
		for (const [index, ruling] of policies.entries()) {
			const usage = usages[index];
			if (usage !== void 0) rulings.push({
				policy: ruling,
				usage,
				...await closing(snapshots, ruling, inputs, world)
			});
		}
		const more = (snapshot, wants) => require_closed_requests.extend(snapshot, wants, registries);
		const before = require_restore_manifest.readState(journal.entries);
		const fresh = await decideAfresh(merged.plan, snapshots, rulings, more, now, before);
		const hands = {
			journal: merged.consented ? journal : require_restore_manifest.journalForShow(journal),
			send: merged.consented,
			usage: require_usage.indexUsage(usages.flatMap((usage) => usage.uses)),
			budget: budgetOf({
				maxDeletions: inputs.maxDeletions,
				seconds: require_registries.secondsOf(inputs.timeBudget)
			}, world.now),
			progress: world.log.progress
		};
		return written(told(reportApply(await applyPlan(merged.plan, fresh, hands, (repository) => registries.of(repository), now), merged.consented, mended), inputs.journalDir, registries.stats()), inputs.jsonFile, world);
	}
});
/** Without a policy file nothing is named but in the plan itself: then its repositories are what the call is about. */
function managing({ plan }, loaded) {
	if (loaded.policy.images.length > 0) return loaded;
	const named = [...new Set(plan.lines.map((line) => line.repository))];
	return {
		...loaded,
		policy: {
			...loaded.policy,
			images: named
		}
	};
}
async function closing(snapshots, { policy }, tokens, world) {
	const { closed } = await require_closed_requests.closedRequests(snapshots, policy, tokens, world);
	return { closed };
}
/** For the step `report`, which tells the pull request in a job of its own. */
async function written(result, path, { files }) {
	if (path === void 0) return result;
	const outputs = {
		...result.outputs,
		"json-file": path
	};
	await files.write(path, `${JSON.stringify(require_index.outcomeOf("apply", {
		...result,
		outputs
	}), void 0, 2)}\n`);
	return {
		...result,
		outputs
	};
}
function told(result, journal, stats) {
	const told = require_index.terminalFindings(result.findings.filter((finding) => !finding.rule.startsWith("skipped-")));
	return {
		...result,
		outputs: {
			...result.outputs,
			"journal-dir": journal
		},
		stats: {
			...stats,
			...result.stats
		},
		text: [result.text ?? "", told].filter((part) => part !== "").join("\n\n")
	};
}
exports.apply = apply;
