const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_index = require("./index.js");
const require_reference = require("./reference.js");
const require_manifest_parse = require("./manifest-parse.js");
const require_clock = require("./clock.js");
const require_metadata_tag = require("./metadata-tag.js");
const require_instant = require("./instant.js");
const require_policy = require("./policy.js");
const require_template = require("./template.js");
const require_version = require("./version.js");
const require_each = require("./each.js");
const require_classify = require("./classify.js");
const require_compare = require("./compare.js");
const require_usage = require("./usage.js");
const require_amount = require("./amount.js");
const require_forge = require("./forge.js");
// lib/image/per-node.js
/** For the nodes below `nodes`. No value may be `undefined`. */
function perNode(nodes) {
	const values = new Array(nodes).fill(void 0);
	const order = [];
	return {
		get: (node) => values[node],
		has: (node) => values[node] !== void 0,
		set(node, value) {
			if (values[node] === void 0) order.push(node);
			values[node] = value;
		},
		keys: () => order,
		get size() {
			return order.length;
		}
	};
}
// lib/image/graph.js
function buildGraph(snapshot) {
	const digests = namedDigests(snapshot);
	const ids = /* @__PURE__ */ new Map();
	for (const digest of digests) ids.set(digest, ids.size);
	const manifests = digests.map((digest) => snapshot.manifests.get(digest));
	const { tags, metadataTags } = tagsByNode(snapshot, ids);
	const children = childrenByNode(snapshot, ids);
	const { subjects, orphans } = subjectsByNode(snapshot, digests, ids, metadataTags, children);
	return {
		digests,
		nodeOf: (digest) => search(digests, digest),
		manifestOf: (node) => manifests[node],
		tags,
		metadataTags,
		children,
		parents: reverse(children),
		referrers: reverse(subjects),
		subjects,
		orphans
	};
}
/** The nodes that `edges` lead to. */
function follow(edges, node) {
	return edges.get(node) ?? none$4;
}
const none$4 = [];
/** An index or manifest whose parts are not all of the image world: Helm charts, build caches, anything of unknown type. */
function isForeign(manifest) {
	if (manifest.kind === "unknown") return true;
	if (manifest.kind === "index") return manifest.children.some(({ mediaType }) => !isManifestType(mediaType));
	return !require_clock.imageConfigTypes.includes(manifest.config?.mediaType ?? "");
}
/** An index that holds something other than manifests, or a manifest of unknown type: it keeps whatever it names. */
function isOpaque(manifest) {
	return manifest.kind !== "image" && isForeign(manifest);
}
/** True for the media types of images and indexes. */
function isManifestType(mediaType) {
	return require_manifest_parse.manifestTypes.includes(mediaType);
}
function namedDigests(snapshot) {
	const named = new Set(snapshot.tags.values());
	for (const [digest, { children, mentions }] of snapshot.manifests) {
		named.add(digest);
		for (const child of children) named.add(child.digest);
		for (const mention of mentions) named.add(mention);
	}
	for (const [subject, referrers] of snapshot.referrers) {
		named.add(subject);
		for (const referrer of referrers) named.add(referrer);
	}
	return [...named].sort();
}
/** The place of a digest among ascending ones. */
function search(digests, wanted) {
	let low = 0;
	let high = digests.length - 1;
	while (low <= high) {
		const middle = low + high >>> 1;
		const digest = digests[middle];
		if (digest === wanted) return middle;
		if (digest < wanted) low = middle + 1;
		else high = middle - 1;
	}
}
function tagsByNode({ tags }, ids) {
	const images = perNode(ids.size);
	const metadata = perNode(ids.size);
	for (const [tag, digest] of tags) {
		const by = require_metadata_tag.parseMetadataTag(tag) === void 0 ? images : metadata;
		const node = ids.get(digest);
		const known = by.get(node);
		if (known === void 0) by.set(node, [tag]);
		else known.push(tag);
	}
	sortEach(images);
	sortEach(metadata);
	return {
		tags: images,
		metadataTags: metadata
	};
}
function sortEach(tags) {
	for (const node of tags.keys()) {
		const list = tags.get(node);
		if (list !== void 0 && list.length > 1) list.sort();
	}
}
function childrenByNode({ manifests }, ids) {
	const edges = /* @__PURE__ */ new Map();
	for (const [digest, { children, mentions }] of manifests) {
		if (children.length === 0 && mentions.length === 0) continue;
		const to = [...children.map((child) => child.digest), ...mentions].filter((named) => named !== digest);
		edges.set(ids.get(digest), ascending(to.map((named) => ids.get(named))));
	}
	return edges;
}
function subjectsByNode(snapshot, digests, ids, metadataTags, children) {
	const to = /* @__PURE__ */ new Map();
	const orphans = /* @__PURE__ */ new Set();
	const refer = (referrer, subject) => {
		if (subject === void 0) {
			orphans.add(referrer);
			return;
		}
		const known = to.get(referrer);
		if (subject === referrer) return;
		if (known === void 0) to.set(referrer, [subject]);
		else known.push(subject);
	};
	const here = (node) => node === void 0 || snapshot.missing?.has(digests[node]) ? void 0 : node;
	for (const [digest, { subject }] of snapshot.manifests) if (subject !== void 0) refer(ids.get(digest), here(ids.get(subject)));
	if (metadataTags.size > 0) {
		const byStem = stemsOf(digests);
		for (const node of metadataTags.keys()) for (const tag of metadataTags.get(node) ?? []) {
			const { stem, fallback } = require_metadata_tag.parseMetadataTag(tag);
			const subject = here(byStem.get(stem));
			refer(node, subject);
			if (fallback) for (const listed of follow(children, node)) refer(listed, subject);
		}
	}
	for (const [subject, referrers] of snapshot.referrers) for (const referrer of referrers) refer(ids.get(referrer), ids.get(subject));
	const subjects = /* @__PURE__ */ new Map();
	for (const [referrer, list] of to) subjects.set(referrer, list.length === 1 ? list : ascending(list));
	return {
		subjects,
		orphans
	};
}
function stemsOf(digests) {
	const stems = /* @__PURE__ */ new Map();
	digests.forEach((digest, node) => {
		stems.set(require_metadata_tag.stemOf(digest), node);
	});
	return stems;
}
function reverse(edges) {
	const reversed = /* @__PURE__ */ new Map();
	for (const from of [...edges.keys()].sort((a, b) => a - b)) for (const to of follow(edges, from)) {
		const list = reversed.get(to);
		if (list === void 0) reversed.set(to, [from]);
		else list.push(from);
	}
	return reversed;
}
function ascending(nodes) {
	return nodes.length < 2 ? nodes : [...new Set(nodes)].sort((a, b) => a - b);
}
// lib/image/source.js
const sourceKey = "org.opencontainers.image.source";
/**
* Where an image says it was built from: the annotation of its index or manifest, else the label of its config, of an
* index that of its first platform. Any text; empty is none.
*/
function sourceOf(snapshot, head, want) {
	let digest = head;
	for (let depth = 0; depth < 8; depth++) {
		const manifest = snapshot.manifests.get(digest);
		if (manifest === void 0) {
			if (snapshot.missing?.has(digest)) return void 0;
			want.manifest(digest);
			return "unread";
		}
		const annotated = manifest.annotations[sourceKey];
		if (annotated !== void 0) return annotated || void 0;
		if (manifest.kind === "image") {
			const { config } = manifest;
			if (config === void 0 || !require_clock.imageConfigTypes.includes(config.mediaType)) return void 0;
			const body = snapshot.configs.get(config.digest);
			if (body !== void 0) return body.labels[sourceKey] || void 0;
			want.config(config.digest);
			return "unread";
		}
		const platform = manifest.children.find(require_clock.isPlatform);
		if (platform === void 0) return void 0;
		digest = platform.digest;
	}
}
// lib/registry/repositories.js
/**
* The repositories that patterns name: one without stars by itself, one with stars by asking the registry to enumerate.
* Throws `bad-usage` for a pattern that names no host.
*/
async function repositoriesOf(patterns, registryOf) {
	const found = /* @__PURE__ */ new Set();
	const unlisted = /* @__PURE__ */ new Map();
	for (const pattern of patterns) {
		const star = pattern.indexOf("*");
		if (star < 0) {
			const repository = require_reference.parseRepository(pattern);
			if (typeof repository !== "string") throw new require_index.HygieneError("bad-usage", `images: ${repository.fault}`);
			found.add(repository);
			continue;
		}
		const host = pattern.slice(0, Math.max(0, pattern.indexOf("/")));
		if (host === "" || host.includes("*")) throw new require_index.HygieneError("bad-usage", `images: '${pattern}' names no registry that could be read`, { fix: `put a host in front: ghcr.io/acme/**` });
		const { repositories, incomplete } = await enumerate(registryOf(host), pattern.slice(0, star));
		if (incomplete !== void 0) {
			const why = `the repositories of ${host} cannot be listed: ${incomplete}; named one by one under images, without **, they are read`;
			unlisted.set(pattern, why);
		}
		for (const repository of repositories) if (require_policy.matchesAny([pattern], { repository })) found.add(repository);
	}
	return {
		repositories: [...found].sort(),
		unlisted
	};
}
async function enumerate(registry, prefix) {
	try {
		return await registry.repositories(prefix);
	} catch (error) {
		if (!(error instanceof require_index.HygieneError) || error.code !== "budget-spent") throw error;
		return {
			repositories: [],
			incomplete: error.message
		};
	}
}
// lib/registry/shared-layers.js
/**
* Layers are most of what a manifest says, and images share most of theirs: each is held once, however many of a
* million manifests name it. What another one says of the same layer, another size say, is held as it says it.
*/
function shareLayers() {
	const known = /* @__PURE__ */ new Map();
	const share = (layer) => {
		const before = known.get(layer.digest);
		if (before === void 0) known.set(layer.digest, layer);
		return before !== void 0 && isSame(before, layer) ? before : layer;
	};
	return (manifest) => manifest.layers.length === 0 ? manifest : {
		...manifest,
		layers: manifest.layers.map(share)
	};
}
function isSame(a, b) {
	return a.size === b.size && a.mediaType === b.mediaType && a.artifactType === b.artifactType && a.platform === void 0 && b.platform === void 0 && isBare(a) && isBare(b);
}
function isBare({ annotations }) {
	for (const _ in annotations) return false;
	return true;
}
// lib/registry/stream.js
function createStream() {
	const seen = /* @__PURE__ */ new Set();
	const items = [];
	let next = 0;
	let closed = false;
	let idle = [];
	const wake = () => {
		const woken = idle;
		idle = [];
		for (const go of woken) go();
	};
	return {
		add(more) {
			for (const item of more) {
				if (seen.has(item)) continue;
				seen.add(item);
				items.push(item);
			}
			wake();
		},
		close() {
			closed = true;
			wake();
		},
		async each(width, work) {
			let failure;
			const lane = async () => {
				while (failure === void 0) {
					const item = items[next];
					if (item === void 0) {
						if (closed) return;
						await new Promise((resolve) => idle.push(resolve));
						continue;
					}
					next += 1;
					try {
						await work(item);
					} catch (error) {
						failure ??= { error };
						wake();
					}
				}
			};
			await Promise.all(Array.from({ length: width }, lane));
			if (failure !== void 0) throw failure.error;
		}
	};
}
const repositoriesAtOnce = 8;
/** Seconds. A clock that is further off decides wrongly what has expired (design §3). */
const mostSkew = 300;
/**
* Reads every repository that the patterns name: its tags, and what each of them is. Facts and gaps; a repository that
* could not be read is a snapshot with a gap, never left out. A pattern whose repositories a registry does not list to
* the end is an empty snapshot of its own with a gap: what is not known there is held, and what is known is read.
* Throws `undecidable` where nothing is known.
*/
async function readRepositories(patterns, registries, log) {
	const { repositories, unlisted } = await repositoriesOf(patterns, registries.of);
	if (repositories.length === 0) refuseUnlisted([...unlisted.values()]);
	const snapshots = /* @__PURE__ */ new Map();
	const share = shareLayers();
	const progress = createProgress(repositories.length, log);
	await require_each.forEach(repositories, repositoriesAtOnce, async (repository) => {
		snapshots.set(repository, await readRepository(repository, registries, share, progress));
	});
	return [...repositories.flatMap((repository) => snapshots.get(repository) ?? []), ...[...unlisted].map(([pattern, why]) => unlistedSnapshot(pattern, why))];
}
/** The pattern stands where a repository would: whatever says that something is held names it. */
function unlistedSnapshot(pattern, why) {
	const repository = pattern;
	return {
		...empty,
		repository,
		gaps: [{
			kind: "listing",
			about: pattern,
			why
		}]
	};
}
/** Whoever deletes looks at every repository first: throws `undecidable` where a registry did not list them all. */
function demandEveryRepository(snapshots) {
	refuseUnlisted(snapshots.filter(({ repository }) => repository.includes("*")).flatMap(({ gaps }) => gaps.map(({ why }) => why)));
}
function refuseUnlisted([why]) {
	if (why === void 0) return;
	throw new require_index.HygieneError("undecidable", why, { fix: "name the repositories one by one under images, without **: not every registry enumerates" });
}
const empty = {
	tags: /* @__PURE__ */ new Map(),
	manifests: /* @__PURE__ */ new Map(),
	configs: /* @__PURE__ */ new Map(),
	pushed: /* @__PURE__ */ new Map(),
	referrers: /* @__PURE__ */ new Map(),
	untagged: "hidden"
};
async function readRepository(repository, registries, share, progress) {
	const registry = registries.of(repository);
	const reading = {
		tags: /* @__PURE__ */ new Map(),
		manifests: /* @__PURE__ */ new Map(),
		gaps: [],
		share
	};
	const cache = await registries.cache.open(repository);
	try {
		const tags = createStream();
		const listing = list(registry, repository, tags, progress);
		const resolving = tags.each(128, async (tag) => {
			await readTag(repository, tag, registry, cache, reading);
			progress.read(repository);
		});
		await Promise.allSettled([listing, resolving]);
		await resolving;
		const { incomplete } = await listing;
		if (incomplete !== void 0) reading.gaps.push({
			kind: "listing",
			about: repository,
			why: incomplete
		});
	} catch (error) {
		if (!(error instanceof require_index.HygieneError) || error.code !== "budget-spent") throw error;
		reading.gaps.push({
			kind: "listing",
			about: repository,
			why: error.message
		});
	}
	await cache.save(reading.gaps.length > 0);
	const skewed = clockGap(repository, registry);
	if (skewed !== void 0) reading.gaps.push(skewed);
	progress.finished();
	return {
		repository,
		tags: new Map([...reading.tags].sort(([a], [b]) => a < b ? -1 : 1)),
		manifests: reading.manifests,
		configs: /* @__PURE__ */ new Map(),
		pushed: /* @__PURE__ */ new Map(),
		referrers: /* @__PURE__ */ new Map(),
		untagged: "hidden",
		gaps: sorted(reading.gaps)
	};
}
/** The tags of a page are read while the next page is on its way. */
async function list(registry, repository, tags, progress) {
	try {
		return await registry.tags(repository, (page) => {
			progress.found(page.length);
			tags.add(page);
		});
	} finally {
		tags.close();
	}
}
async function readTag(repository, tag, registry, cache, { tags, manifests, gaps, share }) {
	const answer = await askFor(repository, tag, registry, cache);
	if ("unknown" in answer) gaps.push({
		kind: "manifest",
		about: `${repository}:${tag}`,
		why: answer.unknown
	});
	else if (!answer.found) gaps.push({
		kind: "manifest",
		about: `${repository}:${tag}`,
		why: "is listed but answers 404"
	});
	else {
		const { digest } = answer.manifest;
		tags.set(tag, digest);
		if (!manifests.has(digest)) manifests.set(digest, share(answer.manifest));
		cache.saw(tag, digest);
		cache.keep(digest, answer.raw);
	}
}
/** The registry always says what a tag is; only the bytes may come from the cache. */
async function askFor(repository, tag, registry, cache) {
	const known = cache.lastSeen(tag);
	const kept = known === void 0 ? void 0 : cache.manifest(known);
	if (known === void 0 || kept === void 0) return registry.manifest(repository, tag);
	const answer = await registry.manifestUnless(repository, tag, known);
	return answer === "unchanged" ? kept : answer;
}
/** Answers arrive in any order; what is said about them does not depend on it. */
function sorted(gaps) {
	return [...gaps].sort((a, b) => a.about < b.about || a.about === b.about && a.why < b.why ? -1 : 1);
}
function clockGap(repository, registry) {
	const skew = registry.clockSkew();
	if (skew === void 0 || skew <= mostSkew) return void 0;
	return {
		kind: "clock",
		about: repository,
		why: `the registry's clock and the one of this machine are ${Math.round(skew / 60)} minutes apart`
	};
}
/** Milliseconds between two states on a terminal; a CI log shows fewer of them. */
const between = 100;
function createProgress(repositories, log) {
	let known = 0;
	let done = 0;
	let complete = 0;
	let shown = performance.now();
	return {
		found(tags) {
			known += tags;
		},
		read(repository) {
			done += 1;
			if (done % 50 !== 0 || performance.now() - shown < between) return;
			shown = performance.now();
			const which = repositories === 1 ? repository : `${complete} of ${repositories} repositories done`;
			log.progress(`reading registries: ${done} of ${known} tags, ${which}`);
		},
		finished() {
			complete += 1;
		}
	};
}
// lib/registry/extend.js
/** A larger snapshot of the same repository: what a decision still hangs on, each answered by a fact, `missing` or a gap. */
async function extend(snapshot, wants, registries) {
	const { repository } = snapshot;
	const more = {
		repository,
		registry: registries.of(repository),
		cache: await registries.cache.open(repository),
		manifests: new Map(snapshot.manifests),
		configs: new Map(snapshot.configs),
		referrers: new Map(snapshot.referrers),
		missing: new Set(snapshot.missing),
		gaps: [...snapshot.gaps],
		share: shareLayers()
	};
	const labelled = configsWithLabels(snapshot);
	const asked = [
		...wants.manifests.map((digest) => () => readManifest(more, digest)),
		...wants.configs.map((digest) => () => readConfig(more, digest, labelled.has(digest))),
		...wants.referrers.map((digest) => () => readReferrers(more, digest))
	];
	try {
		await require_each.forEach(asked, Math.min(128, asked.length), (ask) => ask());
	} catch (error) {
		if (!(error instanceof require_index.HygieneError) || error.code !== "budget-spent") throw error;
		more.gaps.push({
			kind: "manifest",
			about: repository,
			why: error.message
		});
	}
	await more.cache.save();
	const { manifests, configs, referrers, missing, gaps } = more;
	return {
		...snapshot,
		manifests,
		configs,
		referrers,
		missing,
		gaps: sorted(gaps)
	};
}
async function readManifest(more, digest) {
	const { repository, registry, cache, manifests, missing, gaps, share } = more;
	if (manifests.has(digest) || missing.has(digest)) return;
	const answer = cache.manifest(digest) ?? await registry.manifest(repository, digest);
	if ("unknown" in answer) gaps.push({
		kind: "manifest",
		about: `${repository}@${digest}`,
		why: answer.unknown
	});
	else if (answer.found) {
		manifests.set(digest, share(answer.manifest));
		cache.keep(digest, answer.raw);
	} else missing.add(digest);
}
/** A config of another type than an image's holds no labels, whatever its bytes are: it is not even fetched. */
async function readConfig(more, digest, hasLabels) {
	const { repository, registry, cache, configs, gaps } = more;
	if (configs.has(digest)) return;
	if (!hasLabels) {
		configs.set(digest, { labels: {} });
		return;
	}
	const gap = (why) => gaps.push({
		kind: "config",
		about: `${repository}@${digest}`,
		why
	});
	const answer = cache.find(digest) ?? await registry.blob(repository, digest, 4194304);
	if (answer === "absent") gap("is named by an image but answers 404");
	else if ("unknown" in answer) gap(answer.unknown);
	else {
		const config = require_clock.parseImageConfig(answer.bytes);
		if ("fault" in config) gap(config.fault);
		else {
			configs.set(digest, config);
			cache.keep(digest, {
				mediaType: "",
				bytes: answer.bytes
			});
		}
	}
}
/** No API means no answer that it could give: the fallback tag is among the tags and tells. */
async function readReferrers(more, subject) {
	const { repository, registry, referrers, gaps } = more;
	if (referrers.has(subject)) return;
	const answer = await registry.referrers(repository, subject);
	if (answer === "unsupported") referrers.set(subject, []);
	else if ("unknown" in answer) gaps.push({
		kind: "referrers",
		about: `${repository}@${subject}`,
		why: answer.unknown
	});
	else referrers.set(subject, answer.map(({ digest }) => digest));
}
function configsWithLabels({ manifests }) {
	const found = /* @__PURE__ */ new Set();
	for (const { config } of manifests.values()) if (config !== void 0 && require_clock.imageConfigTypes.includes(config.mediaType)) found.add(config.digest);
	return found;
}
// lib/cleanup/keep.js
/** Keeps a node. The first reason found stays its reason. */
function keep({ kept, fresh }, node, hold) {
	if (kept.has(node)) return;
	kept.set(node, hold);
	fresh.push(node);
}
/**
* Keeps what the kept reaches. Kept apart from `keep`, so that first every head gets its own reason: a release stays
* as a release, not as somebody's child.
*/
function spread(view, { reach }) {
	for (let from = view.fresh.pop(); from !== void 0; from = view.fresh.pop()) for (const rule of reach) {
		let hold;
		for (const to of rule.reaches(view, from)) {
			if (view.kept.has(to)) continue;
			hold ??= rule.because(view, from);
			keep(view, to, hold);
		}
	}
}
/** The heads that nothing holds so far. */
function candidates(view) {
	return view.held.length > 0 ? [] : view.heads.filter((node) => !view.kept.has(node));
}
// lib/cleanup/bases.js
const baseDigest = "org.opencontainers.image.base.digest";
function candidateBases(views) {
	const found = /* @__PURE__ */ new Map();
	for (const view of views) {
		const parts = new Set(candidates(view));
		for (const node of parts) {
			for (const child of follow(view.graph.children, node)) parts.add(child);
			const layers = view.graph.manifestOf(node)?.layers ?? [];
			if (layers.length === 0 || follow(view.graph.subjects, node).length > 0) continue;
			const key = layers.reduce(mix, 0);
			const same = found.get(key);
			if (same === void 0) found.set(key, {
				view,
				node
			});
			else if (Array.isArray(same)) same.push({
				view,
				node
			});
			else found.set(key, [same, {
				view,
				node
			}]);
		}
	}
	return found;
}
/**
* Keeps what kept images were built on, in whatever repository it is: by the base digest they name, or because its
* layers are a proper prefix of theirs. A base of a base is kept in turn. Linear in the layers.
*/
function keepBases(views, open, rules) {
	const looked = new Map(views.map((view) => [view, new Uint8Array(view.graph.digests.length)]));
	const bases = new Map(views.map((view) => [view, /* @__PURE__ */ new Set()]));
	for (let grown = true; grown;) {
		grown = false;
		for (const view of views) {
			const done = looked.get(view);
			for (const node of view.kept.keys()) {
				if (done[node] === 1) continue;
				done[node] = 1;
				const manifest = view.graph.manifestOf(node);
				if (manifest === void 0 || follow(view.graph.subjects, node).length > 0) continue;
				for (const base of basesOf(view, manifest, open, views)) {
					const known = bases.get(base.view);
					if (known.has(base.node)) continue;
					known.add(base.node);
					grown = true;
					keepUpward(base, `${view.repository}@${manifest.digest.slice(0, 19)} is built on it`, rules);
				}
			}
		}
	}
}
const none$3 = [];
function basesOf(view, manifest, open, views) {
	const named = namedBase(view, manifest);
	const byName = named === void 0 ? none$3 : placesOf(named, views);
	const { layers } = manifest;
	if (open.size === 0 || layers.length < 2) return byName;
	const byLayers = [];
	let key = 0;
	for (let length = 1; length < layers.length; length++) {
		key = mix(key, layers[length - 1]);
		const found = open.get(key);
		if (found === void 0) continue;
		for (const base of Array.isArray(found) ? found : [found]) if (isPrefix(base.view.graph.manifestOf(base.node)?.layers ?? [], layers, length)) byLayers.push(base);
	}
	return byLayers.length === 0 ? byName : [...byName, ...byLayers];
}
function placesOf(digest, views) {
	return views.flatMap((view) => {
		const node = view.held.length > 0 ? void 0 : view.graph.nodeOf(digest);
		return node === void 0 ? [] : [{
			view,
			node
		}];
	});
}
function namedBase({ snapshot }, { annotations, config }) {
	const label = config === void 0 ? void 0 : snapshot.configs.get(config.digest)?.labels[baseDigest];
	return annotations[baseDigest] ?? label;
}
function isPrefix(base, layers, length) {
	return base.length === length && base.every(({ digest }, index) => layers[index]?.digest === digest);
}
/** Twelve digits of a layer's digest, folded into 32 bits; equals are compared whole afterwards. */
function mix(key, { digest }) {
	let mixed = key;
	for (let at = 7; at < 19; at++) mixed = Math.imul(mixed ^ digest.charCodeAt(at), 16777619);
	return mixed;
}
/** Whoever builds on a platform's manifest pulled the index above it: that stays too. */
function keepUpward({ view, node }, detail, rules) {
	const above = /* @__PURE__ */ new Set([node]);
	for (const one of above) for (const parent of follow(view.graph.parents, one)) above.add(parent);
	for (const one of above) keep(view, one, {
		because: "base-of-kept",
		detail
	});
	spread(view, rules);
}
// lib/cleanup/freed.js
const several = -1;
/** Several repositories, or something kept, need it. */
const shared = -2;
function freedBy(plans) {
	const blobs = blobsGoing(plans);
	markShared(blobs, plans.keys());
	const lines = /* @__PURE__ */ new Map();
	const repositories = /* @__PURE__ */ new Map();
	for (const ofRegistry of blobs.values()) for (const [number, head] of ofRegistry.heads.entries()) {
		if (head === shared) continue;
		const view = ofRegistry.views[number];
		const size = ofRegistry.sizes[number];
		repositories.set(view, (repositories.get(view) ?? 0) + size);
		if (head === several) continue;
		const own = lines.get(view) ?? /* @__PURE__ */ new Map();
		lines.set(view, own);
		own.set(head, (own.get(head) ?? 0) + size);
	}
	return {
		ofLine: (view, head) => lines.get(view)?.get(head) ?? 0,
		ofRepository: (view) => repositories.get(view) ?? 0
	};
}
function blobsGoing(plans) {
	const blobs = /* @__PURE__ */ new Map();
	for (const [view, deletions] of plans) {
		const registry = require_reference.registryOf(view.repository);
		const ofRegistry = blobs.get(registry) ?? {
			numbers: /* @__PURE__ */ new Map(),
			sizes: [],
			views: [],
			heads: []
		};
		blobs.set(registry, ofRegistry);
		const { numbers, sizes, views, heads } = ofRegistry;
		let head = several;
		const count = (digest, size) => {
			const known = numbers.get(digest);
			if (known === void 0) {
				numbers.set(digest, heads.length);
				sizes.push(size);
				views.push(view);
				heads.push(head);
			} else if (views[known] !== view) heads[known] = shared;
			else if (heads[known] !== shared && heads[known] !== head) heads[known] = several;
		};
		for (const deletion of deletions) {
			head = deletion.head;
			eachBlob(view, head, count);
			for (const node of deletion.with) eachBlob(view, node, count);
		}
	}
	return blobs;
}
function markShared(blobs, views) {
	for (const view of views) {
		const ofRegistry = blobs.get(require_reference.registryOf(view.repository));
		if (ofRegistry === void 0 || ofRegistry.heads.length === 0) continue;
		const { numbers, heads } = ofRegistry;
		const mark = (digest) => {
			const known = numbers.get(digest);
			if (known !== void 0) heads[known] = shared;
		};
		for (const node of view.kept.keys()) eachBlob(view, node, mark);
	}
}
function eachBlob({ graph }, node, visit) {
	const manifest = graph.manifestOf(node);
	if (manifest === void 0) return;
	visit(manifest.digest, manifest.size);
	if (manifest.config !== void 0) visit(manifest.config.digest, manifest.config.size);
	for (const { digest, size } of manifest.layers) visit(digest, size);
}
// lib/cleanup/rules/moment.js
/** When a tag may go under its class; `undefined` where the class asks no clock. */
function momentOf(one) {
	const { view, node, expires } = one;
	if (expires?.kind !== "after") return void 0;
	return endOf(one) ?? view.clock(node, expires.seconds);
}
/** A preview whose pull request was closed, or whose branch was deleted, long enough ago does not wait for its label. */
function endOf({ view, node, match }) {
	const { closed, now } = view.world.facts;
	if (match?.rule.ends !== "closed" || closed === void 0) return void 0;
	const end = earliestEnd(match, closed);
	if (end === void 0 || end.at > now) return void 0;
	const project = view.project(node);
	if (project === "unread") return project;
	return project === closed.project.toLowerCase() ? end : void 0;
}
function earliestEnd({ rule, captured }, closed) {
	const { number, branch } = captured;
	const after = rule.after ?? 0;
	const request = number === void 0 ? void 0 : closed.at.get(number);
	const deleted = branch === void 0 ? void 0 : closed.branches.get(branch);
	if (deleted !== void 0 && deleted < (request ?? Number.POSITIVE_INFINITY)) return {
		at: deleted + after,
		source: "branch-deleted"
	};
	return request === void 0 ? void 0 : {
		at: request + after,
		source: "pull-request-closed"
	};
}
// lib/cleanup/rules/rule.js
/** `classes.commit.expires`, or `cleanup.untagged.expires`. */
function expiryPath({ match }) {
	return match === void 0 ? "cleanup.untagged.expires" : `classes.${match.class}.expires`;
}
// lib/cleanup/judge.js
/** Every tag of a head in each of its classes; an untagged root is one case. A tag goes only if all its cases do. */
function casesOf(view, node) {
	const tags = view.graph.tags.get(node);
	if (tags === void 0) return [{
		view,
		node,
		expires: view.world.facts.policy.policy.cleanup.untagged.expires
	}];
	return tags.length === 1 ? casesOfTag(view, node, tags[0]) : tags.flatMap((tag) => casesOfTag(view, node, tag));
}
function casesOfTag(view, node, tag) {
	const matches = view.matches(tag, node);
	if (matches.length === 0) return [{
		view,
		node,
		tag
	}];
	return matches.map((match) => ({
		view,
		node,
		tag,
		match,
		expires: match.rule.expires
	}));
}
/** The first reason that keeps one of the cases. `unread` only if none keeps and something is still to be read. */
function holdOf$1(cases, rules) {
	let unread = false;
	for (const rule of rules) for (const one of cases) {
		const hold = rule.holds(one);
		if (hold === "unread") unread = true;
		else if (hold !== void 0) return hold;
	}
	return unread ? "unread" : void 0;
}
/** Why a head goes that nothing holds: its case that held out longest. */
function reasonOf(cases) {
	let last;
	let clock;
	for (const one of cases) {
		const moment = momentOf(one);
		const at = typeof moment === "object" && "at" in moment ? moment : void 0;
		if (last === void 0 || (at?.at ?? 0) > (clock?.at ?? 0)) {
			last = one;
			clock = at;
		}
	}
	const decisive = last;
	const path = isEnd(clock) ? `classes.${decisive.match?.class}.ends` : expiryPath(decisive);
	return {
		because: becauseOf(decisive, clock),
		rule: decisive.view.world.rule(path),
		...clock === void 0 ? {} : { clock },
		...decisive.match === void 0 ? {} : { class: decisive.match.class }
	};
}
function becauseOf({ tag, expires }, clock) {
	if (tag === void 0) return "untagged";
	if (expires?.kind === "superseded") return "superseded";
	return isEnd(clock) ? "ended" : "expired";
}
function isEnd(clock) {
	return clock?.source === "pull-request-closed" || clock?.source === "branch-deleted";
}
// lib/cleanup/limits.js
/** At most so much of a repository's tagged digests; what has waited longest goes first. */
const share = {
	name: "share",
	apply: (waiting) => {
		for (const [view, going] of byView(waiting)) {
			const { share: most } = limitsOf(view);
			const allowed = Math.floor(most * view.graph.tags.size);
			const tagged = going.filter((node) => view.graph.tags.has(node));
			if (tagged.length <= allowed) continue;
			const hold = held$1(view, "share", `only ${Math.round(most * 100)} % of a repository's tagged images go at once (${allowed} of ${view.graph.tags.size})`);
			for (const node of tagged.slice(allowed)) keep(view, node, hold);
		}
	}
};
/** A repository never loses its last image. */
const lastImage = {
	name: "last-image",
	apply: (waiting) => {
		for (const [view, going] of byView(waiting)) {
			const tagged = going.filter((node) => view.graph.tags.has(node));
			const all = view.graph.tags.size > 0 ? tagged : going;
			const last = all.at(-1);
			if (last === void 0 || all.length < (view.graph.tags.size || view.heads.length)) continue;
			keep(view, last, {
				because: "last-image",
				detail: "it would be the last image of the repository to go"
			});
		}
	}
};
/** At most so many images in one plan, over all repositories. */
const deletions = {
	name: "deletions",
	apply: (waiting) => {
		const first = waiting[0];
		if (first === void 0) return;
		const most = limitsOf(first.view).deletions;
		const hold = held$1(first.view, "deletions", `at most ${require_amount.count(most, "image")} at once`);
		for (const { view, node } of waiting.slice(most)) keep(view, node, hold);
	}
};
const limits = [
	share,
	deletions,
	lastImage
];
/** Each limit in turn, on what the ones before have left. */
function applyLimits(views, chosen, rules) {
	if (chosen.length === 0) return;
	let waiting = longestWaiting(views);
	for (const limit of chosen) {
		limit.apply(waiting);
		for (const view of views) spread(view, rules);
		waiting = waiting.filter(({ view, node }) => !view.kept.has(node));
	}
}
/** What would go, longest expired first; what needed no clock comes last. Ties by name, so that every run agrees. */
function longestWaiting(views) {
	return views.flatMap((view) => candidates(view).map((node) => ({
		view,
		node,
		since: reasonOf(casesOf(view, node)).clock?.at ?? Number.MAX_SAFE_INTEGER
	}))).sort((a, b) => a.since - b.since);
}
function byView(waiting) {
	const views = /* @__PURE__ */ new Map();
	for (const { view, node } of waiting) {
		const known = views.get(view);
		if (known === void 0) views.set(view, [node]);
		else known.push(node);
	}
	return views;
}
function limitsOf(view) {
	return view.world.facts.policy.policy.cleanup.limits;
}
function held$1(view, limit, detail) {
	return {
		because: "limit",
		detail,
		rule: view.world.rule(`cleanup.limits.${limit}`)
	};
}
// lib/cleanup/order.js
/**
* The heads that go, each with what only goes with it, in an order of which every prefix leaves what is kept whole:
* an index before its manifests, an image before its referrers. What several heads need goes with the last of them.
* Each node is visited once.
*/
function deletionsOf(view) {
	const heads = new Set(candidates(view));
	const order = [...parentsFirst(view, [...heads], /* @__PURE__ */ new Set())].filter((node) => heads.has(node));
	const taken = new Set(heads);
	const deletions = [];
	for (const head of order.toReversed()) deletions.push({
		head,
		with: alongWith(view, head, taken)
	});
	return deletions.reverse();
}
function alongWith(view, head, taken) {
	const parts = parentsFirst(view, partsOf(view, head, taken), taken, "children");
	for (const node of parts) taken.add(node);
	const hanging = parentsFirst(view, [head, ...parts].flatMap((node) => follow(view.graph.referrers, node)).filter((node) => goes(view, node, taken)), taken);
	for (const node of hanging) taken.add(node);
	return parts.length + hanging.length === 0 ? none$2 : [...parts, ...hanging];
}
const none$2 = [];
function partsOf(view, head, taken) {
	return follow(view.graph.children, head).filter((node) => goes(view, node, taken));
}
function goes({ kept, snapshot, graph }, node, taken) {
	return !kept.has(node) && !taken.has(node) && !snapshot.missing?.has(graph.digests[node]);
}
/** Everything below `from` that goes, each before what it leads to. Without recursion: depth is the registry's choice. */
function parentsFirst(view, from, taken, along = "all") {
	const done = [];
	const seen = /* @__PURE__ */ new Set();
	for (const start of [...from].sort((a, b) => b - a)) {
		if (seen.has(start)) continue;
		seen.add(start);
		const path = [{
			node: start,
			next: nextOf(start),
			at: 0
		}];
		for (let step = path.at(-1); step !== void 0; step = path.at(-1)) {
			const next = step.next[step.at++];
			if (next === void 0) {
				done.push(step.node);
				path.pop();
			} else if (!seen.has(next) && goes(view, next, taken)) {
				seen.add(next);
				path.push({
					node: next,
					next: nextOf(next),
					at: 0
				});
			}
		}
	}
	return done.reverse();
	function nextOf(node) {
		const children = follow(view.graph.children, node);
		return along === "children" ? children.toReversed() : [...follow(view.graph.referrers, node), ...children].reverse();
	}
}
// lib/cleanup/rules/clock.js
/** Nothing says when it may go: nobody may guess. */
const noClock = {
	name: "no-clock",
	holds: (one) => {
		const moment = momentOf(one);
		if (moment === "unread") return moment;
		return moment === "none" ? hold$1(one, {
			because: "no-clock",
			detail: missingClock(one)
		}) : void 0;
	}
};
/** A label in milliseconds, of 1970 or of the year 50000 was meant as something; what, nobody knows. */
const absurdClock = {
	name: "absurd-clock",
	holds: (one) => {
		const moment = momentOf(one);
		if (typeof moment !== "object" || !("absurd" in moment)) return void 0;
		return hold$1(one, {
			because: "absurd-clock",
			detail: `'${moment.absurd.slice(0, 80)}' ${moment.why}`
		});
	}
};
const notExpired = {
	name: "not-expired",
	holds: (one) => {
		const moment = momentOf(one);
		if (typeof moment !== "object" || !("at" in moment) || moment.at <= one.view.world.facts.now) return void 0;
		return hold$1(one, {
			because: "not-expired",
			detail: "its time has not come",
			clock: moment
		});
	}
};
function missingClock({ view }) {
	const { clock } = view.world.facts.policy.policy.cleanup;
	if (clock === "label") return "it has no expire_at";
	return clock === "push" ? "it has no expire_at, and the registry tells no push time" : "it has no expire_at, no push time and no build date";
}
function hold$1(one, reason) {
	const name = one.match?.class;
	const rule = one.view.world.rule(reason.because === "no-clock" ? "cleanup.clock" : expiryPath(one));
	return name === void 0 ? {
		...reason,
		rule
	} : {
		...reason,
		rule,
		class: name
	};
}
// lib/cleanup/rules/in-use.js
/**
* What runs is kept: by tag, by digest, by the digest of its config, and through indexes both ways. Runtimes report
* now the index, now the platform's manifest, now the config: any of them means all of them.
*/
const inUse = {
	name: "in-use",
	holds: (view, node) => {
		const use = usesOf(view).get(node);
		return use === void 0 ? void 0 : {
			because: "in-use",
			detail: use.where
		};
	}
};
const uses = /* @__PURE__ */ new WeakMap();
/** Every node that is in use, with what is above it; what is below it is reached anyway. */
function usesOf(view) {
	const known = uses.get(view);
	if (known !== void 0) return known;
	const used = /* @__PURE__ */ new Map();
	const { graph } = view;
	if (view.world.facts.usage.uses.length > 0) {
		graph.digests.forEach((_, node) => {
			const use = useOf(view, node);
			if (use !== void 0 && !used.has(node)) used.set(node, use);
		});
		for (const [node, use] of used) for (const parent of follow(graph.parents, node)) if (!used.has(parent)) used.set(parent, use);
	}
	uses.set(view, used);
	return used;
}
function useOf({ repository, graph, world: { usage } }, node) {
	const digest = graph.digests[node];
	const config = graph.manifestOf(node)?.config?.digest;
	const byContent = (digest && usage.byDigest(digest)) ?? (config === void 0 ? void 0 : usage.byDigest(config));
	if (byContent !== void 0) return byContent;
	const byName = (tag) => usage.byTag(repository, tag);
	return firstUse(graph.tags.get(node), byName) ?? firstUse(graph.metadataTags.get(node), byName);
}
function firstUse(tags, byName) {
	for (const tag of tags ?? none$1) {
		const use = byName(tag);
		if (use !== void 0) return use;
	}
}
const none$1 = [];
// lib/cleanup/rules/never-expires.js
/** A class that never expires beats any label. */
const neverExpires = {
	name: "never-expires",
	holds: (one) => one.expires?.kind === "never" ? holdOf(one) : void 0
};
/** The same for every image of a class, and there are many of them. */
const holds = /* @__PURE__ */ new WeakMap();
function holdOf(one) {
	const { world } = one.view;
	const known = holds.get(world) ?? /* @__PURE__ */ new Map();
	holds.set(world, known);
	const name = one.match?.class;
	const before = known.get(name ?? "");
	if (before !== void 0) return before;
	const rule = world.rule(expiryPath(one));
	const hold = name === void 0 ? {
		because: "never-expires",
		detail: "untagged images never expire here",
		rule
	} : {
		because: "never-expires",
		detail: `class ${name} never expires`,
		rule,
		class: name
	};
	known.set(name ?? "", hold);
	return hold;
}
// lib/cleanup/ranking.js
var import_semver = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_compare.require_semver(), 1);
/** True where SemVer ranks: some template of the class has `{semver}`. */
function ranksByVersion(policy, name) {
	return require_classify.classTemplates(policy, name).some(({ placeholders }) => placeholders.includes("semver"));
}
/**
* The newest by SemVer precedence, counted as digests, per repository, major or minor. Prereleases take no release's
* place: releases are ranked among releases, a prerelease among everything. Equal versions share a place, so none of
* them goes for another.
*/
function rankByVersion(view, name, { newest, per }) {
	const groups = /* @__PURE__ */ new Map();
	const read = memoized(readRankable);
	const groupOf = (version) => per === "repository" ? "" : per === "major" ? `${version.major}` : `${version.major}.${version.minor}`;
	for (const [node, match] of members(view, name)) {
		const version = read(match.captured.semver);
		if (version === void 0) continue;
		const key = groupOf(version);
		const group = groups.get(key) ?? {
			releases: /* @__PURE__ */ new Map(),
			all: /* @__PURE__ */ new Map()
		};
		groups.set(key, group);
		raise(group.all, node, version);
		if (!require_version.isPrerelease(version.version)) raise(group.releases, node, version);
	}
	const compare = (a, b) => a.compare(b);
	const held = /* @__PURE__ */ new Map();
	for (const [key, { releases, all }] of groups) held.set(key, /* @__PURE__ */ new Set([...first(releases, newest, compare), ...first(all, newest, compare)]));
	return { standing: (node, match) => {
		const version = read(match.captured.semver);
		if (version === void 0) return "unranked";
		return held.get(groupOf(version))?.has(node) ? "newest" : "beyond";
	} };
}
/** The newest by clock; `unread` until the clock of each of them is known, as far as it has one. */
function rankByClock(view, name, rule) {
	const seconds = rule.expires.kind === "after" ? rule.expires.seconds : 0;
	const clocks = /* @__PURE__ */ new Map();
	let unread = false;
	for (const [node] of members(view, name)) {
		const moment = view.clock(node, seconds);
		if (moment === "unread") unread = true;
		else if (typeof moment === "object" && "at" in moment) clocks.set(node, moment.at);
	}
	if (unread) return "unread";
	const held = first(clocks, rule.keep?.newest ?? 0, (a, b) => a - b);
	return { standing: (node) => !clocks.has(node) ? "unranked" : held.has(node) ? "newest" : "beyond" };
}
/** Every tag of the class. What is of another world (a chart, a build cache) takes no image's place. */
function* members(view, name) {
	for (const node of view.graph.tags.keys()) {
		const manifest = view.graph.manifestOf(node);
		if (manifest !== void 0 && isForeign(manifest)) continue;
		for (const tag of view.graph.tags.get(node) ?? []) for (const match of view.matches(tag, node)) if (match.class === name) yield [node, match];
	}
}
function raise(best, node, version) {
	const known = best.get(node);
	if (known === void 0 || version.compare(known) > 0) best.set(node, version);
}
/** The first `places`, and whatever equals the last of them. */
function first(values, places, compare) {
	const last = [...values.values()].sort((a, b) => compare(b, a))[places - 1];
	if (last === void 0) return new Set(places > 0 ? values.keys() : []);
	return new Set([...values].filter(([, value]) => compare(value, last) >= 0).map(([node]) => node));
}
/** Undefined for what cannot be ranked exactly. */
function readRankable(version) {
	if (version === void 0 || require_usage.compareVersions(version, version) === void 0) return void 0;
	return new import_semver.default(version);
}
function memoized(make) {
	const known = /* @__PURE__ */ new Map();
	return (key) => {
		const before = known.get(key);
		if (before !== void 0 || known.has(key)) return before;
		const made = make(key);
		known.set(key, made);
		return made;
	};
}
// lib/cleanup/rules/newest.js
const newestByVersion = {
	name: "newest-by-version",
	holds: (one) => isVersioned(one) ? held(one, "newest") : void 0
};
const unrankedByVersion = {
	name: "unranked-by-version",
	holds: (one) => isVersioned(one) ? held(one, "unranked") : void 0
};
const newestByClock = {
	name: "newest-by-clock",
	holds: (one) => isVersioned(one) ? void 0 : held(one, "newest")
};
const unrankedByClock = {
	name: "unranked-by-clock",
	holds: (one) => isVersioned(one) ? void 0 : held(one, "unranked")
};
/** `superseded` by nothing would be `at once`: a row that says so says too little to delete anything. */
const nothingSupersedes = {
	name: "nothing-supersedes",
	holds: (one) => one.expires?.kind === "superseded" && one.match?.rule.keep === void 0 ? hold(one, "unranked", "superseded needs a keep that says by how many") : void 0
};
function isVersioned({ view, match }) {
	return match !== void 0 && ranksByVersion(view.world.facts.policy.policy, match.class);
}
function held(one, wanted) {
	const keep = one.match?.rule.keep;
	if (one.match === void 0 || keep === void 0) return void 0;
	const ranking = rankingOf(one);
	if (ranking === "unread") return "unread";
	if (ranking.standing(one.node, one.match) !== wanted) return void 0;
	return hold(one, wanted, wanted === "newest" ? `${one.tag} is one of the ${keep.newest} newest of class ${one.match.class} per ${keep.per}` : `${one.tag} cannot be ranked in class ${one.match.class}`);
}
function hold({ view, match }, because, detail) {
	if (match === void 0) return {
		because,
		detail
	};
	return {
		because,
		detail,
		rule: view.world.rule(`classes.${match.class}.keep`),
		class: match.class
	};
}
const rankings = /* @__PURE__ */ new WeakMap();
function rankingOf({ view, match }) {
	const { class: name, rule } = match;
	const known = rankings.get(view) ?? /* @__PURE__ */ new Map();
	rankings.set(view, known);
	const before = known.get(name);
	if (before !== void 0) return before;
	const ranking = ranksByVersion(view.world.facts.policy.policy, name) ? rankByVersion(view, name, rule.keep) : rankByClock(view, name, rule);
	if (ranking !== "unread") known.set(name, ranking);
	return ranking;
}
// lib/cleanup/rules/no-class.js
/** What the policy has no row for is nobody's to delete. */
const noClass = {
	name: "no-class",
	holds: ({ tag, match }) => tag === void 0 || match !== void 0 ? void 0 : {
		because: "no-class",
		detail: `the tag ${tag} is of no class`
	}
};
// lib/cleanup/view.js
function worldOf(facts) {
	const sources = /* @__PURE__ */ new Map();
	return {
		facts,
		usage: require_usage.indexUsage(facts.usage.uses),
		reviewed: byRepository(facts.kept),
		mayLoseTags: byRepository(facts.kept.filter((head) => head.mayLoseTags === true)),
		rule: (path) => {
			const known = sources.get(path);
			if (known !== void 0) return known;
			const location = facts.policy.where(path);
			const source = location === void 0 ? { path } : {
				path,
				location
			};
			sources.set(path, source);
			return source;
		}
	};
}
function byRepository(kept) {
	const heads = /* @__PURE__ */ new Map();
	for (const { repository, head } of kept) {
		const known = heads.get(repository);
		if (known === void 0) heads.set(repository, /* @__PURE__ */ new Set([head]));
		else known.add(head);
	}
	return heads;
}
function viewOf(snapshot, world, held) {
	const graph = buildGraph(snapshot);
	const wants = {
		manifests: /* @__PURE__ */ new Set(),
		configs: /* @__PURE__ */ new Set(),
		referrers: /* @__PURE__ */ new Set()
	};
	const want = {
		manifest: (digest) => wants.manifests.add(digest),
		config: (digest) => wants.configs.add(digest)
	};
	return {
		repository: snapshot.repository,
		snapshot,
		graph,
		world,
		held,
		heads: headsOf(snapshot, graph),
		kept: perNode(graph.digests.length),
		fresh: [],
		wants,
		matches: matchesOf(world.facts.policy.policy, graph),
		clock: clockOf(snapshot, graph, world.facts, want),
		project: (node) => {
			const source = sourceOf(snapshot, graph.digests[node], want);
			return source === void 0 || source === "unread" ? source : projectOf(source);
		}
	};
}
/** Asked for every tag several times. What captures nothing that cleanup looks at is the same for all tags of a class. */
function matchesOf(policy, graph) {
	const alone = perNode(graph.digests.length);
	const known = /* @__PURE__ */ new Map();
	const plain = /* @__PURE__ */ new Map();
	return (tag, node) => {
		const tags = graph.tags.get(node);
		const single = tags?.length === 1 && tags[0] === tag;
		const before = single ? alone.get(node) : known.get(tag);
		if (before !== void 0) return before;
		const found = require_classify.classify(tag, policy);
		const [only] = found;
		let matches = found;
		if (only !== void 0 && found.length === 1 && isPlain(only)) {
			const name = `${only.class} ${only.template}`;
			matches = plain.get(name) ?? found;
			plain.set(name, matches);
		}
		if (single) alone.set(node, matches);
		else known.set(tag, matches);
		return matches;
	};
}
function isPlain({ captured, rule }) {
	const endless = captured.number === void 0 && captured.branch === void 0;
	return captured.semver === void 0 && (endless || rule.ends === void 0);
}
function headsOf(snapshot, graph) {
	const tagged = [...graph.tags.keys()];
	if (snapshot.untagged === "hidden") return tagged.sort((a, b) => a - b);
	const untagged = [...snapshot.manifests.keys()].map((digest) => graph.nodeOf(digest)).filter((node) => !graph.tags.has(node) && !graph.metadataTags.has(node) && isRoot(graph, node));
	return [...tagged, ...untagged].sort((a, b) => a - b);
}
/** Nothing names it and it names no subject: without a tag, nobody finds it but by its digest. */
function isRoot(graph, node) {
	return follow(graph.parents, node).length === 0 && follow(graph.subjects, node).length === 0 && !graph.orphans.has(node);
}
/** `expire_at`, then the registry's push time, then the build date, as far down as the policy allows (design §1). */
function clockOf(snapshot, graph, facts, want) {
	const lowest = facts.policy.policy.cleanup.clock;
	const labels = perNode(graph.digests.length);
	let dates;
	return (node, after) => {
		const digest = graph.digests[node];
		const label = labels.get(node) ?? require_clock.expireAtOf(snapshot, digest, want);
		labels.set(node, label);
		if (label !== "none" || lowest === "label") return label;
		const pushed = pushTime(snapshot, digest);
		if (pushed !== void 0) return {
			at: pushed + after,
			source: "push"
		};
		if (lowest === "push") return "none";
		dates ??= perNode(graph.digests.length);
		const created = dates.get(node) ?? require_clock.createdOf(snapshot, digest, facts.now, want);
		dates.set(node, created);
		return typeof created === "object" && "at" in created ? {
			at: created.at + after,
			source: "created"
		} : created;
	};
}
/** `https://github.com/acme/app.git` is the project `acme/app`. */
function projectOf(source) {
	return (/^[a-z+]+:\/\/[^/]+\/(.+?)(?:\.git)?\/?$/.exec(source)?.[1])?.toLowerCase();
}
/** The registry's push time where it has one that can be true. */
function pushTime(snapshot, digest) {
	const pushed = snapshot.pushed.get(digest);
	return pushed === void 0 || pushed < 1363737600 || pushed > 7258032e3 ? void 0 : pushed;
}
/** `v1.2.0`, or the start of the digest: how people find an image. */
function nameOf(view, node) {
	return view.graph.tags.get(node)?.[0] ?? view.graph.metadataTags.get(node)?.[0] ?? view.graph.digests[node].slice(0, 19);
}
// lib/cleanup/rules/reach.js
/** What an index names, and what a manifest of unknown type mentions, stays as long as it does. */
const children = {
	name: "children",
	reaches: ({ graph }, node) => follow(graph.children, node),
	because: (view, from) => ({
		because: "shared",
		detail: `${nameOf(view, from)} needs it`
	})
};
/** Signatures, attestations and SBOMs live with their subject … */
const referrers = {
	name: "referrers",
	reaches: ({ graph }, node) => follow(graph.referrers, node),
	because: (view, from) => ({
		because: "referrer-of-kept",
		detail: `it refers to ${nameOf(view, from)}`
	})
};
/** … and one that stays for its own sake holds its subject, so that none outlives what it speaks of. */
const subjects = {
	name: "subjects",
	reaches: ({ graph }, node) => follow(graph.subjects, node),
	because: (view, from) => ({
		because: "shared",
		detail: `${nameOf(view, from)} refers to it`
	})
};
// lib/cleanup/rules/referrer.js
/** A referrer that somebody gave a name of its own is wanted for itself, and what it refers to with it. */
const taggedReferrer = {
	name: "tagged-referrer",
	holds: (view, node) => {
		const subject = follow(view.graph.subjects, node)[0];
		if (subject === void 0 || !view.graph.tags.has(node)) return void 0;
		return {
			because: "metadata",
			detail: `it refers to ${nameOf(view, subject)} and has a tag of its own`
		};
	}
};
/** A signature whose subject is not in this repository stays: its image may live elsewhere, or not be listed. */
const orphan = {
	name: "orphan",
	holds: ({ graph }, node) => graph.orphans.has(node) ? {
		because: "metadata",
		detail: "it refers to a digest that is not in this repository"
	} : void 0
};
// lib/cleanup/rules/reviewed.js
/** A reviewer turned its line into `keep`: remembered while the image exists. */
const keptByReviewer = {
	name: "kept-by-reviewer",
	holds: ({ repository, graph, world }, node) => world.reviewed.get(repository)?.has(graph.digests[node]) ? {
		because: "kept-by-reviewer",
		detail: "a keep line of the plan says so"
	} : void 0
};
// lib/cleanup/rules/too-young.js
/**
* Nothing goes before `cleanup.min-age` since its push. Where the registry tells no push time the rule cannot apply;
* a policy that sets it relies on it, so that is an error then, and not a silent exemption.
*/
const tooYoung = {
	name: "too-young",
	holds: ({ repository, graph, snapshot, world }, node) => {
		const digest = graph.digests[node];
		const cleanup = world.facts.policy.policy.cleanup;
		const rule = world.rule("cleanup.min-age");
		const pushed = pushTime(snapshot, digest);
		if (pushed === void 0) {
			if (!cleanup["min-age-set"]) return void 0;
			throw new require_index.HygieneError("unsupported", `${repository}: the registry tells no push time, and cleanup.min-age is set`, {
				fix: "remove cleanup.min-age from the policy: expires then counts alone, from expire_at",
				location: rule.location,
				image: `${repository}@${digest}`
			});
		}
		const from = pushed + cleanup["min-age"];
		return from > world.facts.now ? {
			because: "too-young",
			detail: `was pushed less than cleanup.min-age ago; may go from ${require_instant.formatInstant(from)}`,
			rule
		} : void 0;
	}
};
// lib/cleanup/rules/unknown-type.js
/**
* A manifest of unknown type keeps itself and every digest in its bytes; so does an index that holds other things than
* manifests (a build cache). An artifact that hangs on an image lives with it; one that stands alone (a Helm chart) is
* no image and not ours to judge.
*/
const unknownType = {
	name: "unknown-type",
	holds: ({ graph, snapshot }, node) => {
		const manifest = graph.manifestOf(node);
		if (manifest === void 0) return graph.tags.has(node) && snapshot.missing?.has(graph.digests[node]) ? {
			because: "unknown-type",
			detail: "its tag is listed, but its manifest answers 404"
		} : void 0;
		const hangs = follow(graph.parents, node).length > 0 || follow(graph.subjects, node).length > 0;
		const alone = graph.tags.has(node) || !hangs;
		return isOpaque(manifest) || alone && isForeign(manifest) ? {
			because: "unknown-type",
			detail: `its type is ${manifest.artifactType ?? typeOf(manifest)}`
		} : void 0;
	}
};
function typeOf({ config, mediaType }) {
	return config?.mediaType ?? mediaType;
}
// lib/cleanup/rules/index.js
const rules = {
	roots: [
		inUse,
		keptByReviewer,
		unknownType,
		taggedReferrer,
		orphan
	],
	names: [
		noClass,
		neverExpires,
		nothingSupersedes,
		newestByVersion,
		unrankedByVersion
	],
	clocks: [
		noClock,
		absurdClock,
		notExpired,
		newestByClock,
		unrankedByClock
	],
	heads: [tooYoung],
	reach: [
		children,
		referrers,
		subjects
	]
};
// lib/cleanup/untag.js
/**
* The tags of kept images that, judged alone, go: only on hosts of which the policy says so, and never the last name.
* An image without a tag is at the mercy of its registry, so another tag has to stay for its own sake, on the image or
* on an index that names it. What runs and what somebody asked to keep loses no name.
*
* Asks for clocks and platforms that only this needs, as every rule does; until they are read, a tag stays.
*/
function untagsOf(view, rules) {
	const found = /* @__PURE__ */ new Map();
	if (!view.world.facts.policy.policy.cleanup.untag.includes(require_reference.registryOf(view.repository))) return found;
	if (view.held.length > 0) return found;
	const names = /* @__PURE__ */ new Map();
	for (const node of view.heads) {
		if (!view.kept.has(node) || isHeld(view, node, rules)) continue;
		const tags = (view.graph.tags.get(node) ?? []).filter((tag) => judge(view, node, tag, rules) === "goes");
		const by = tags.length === 0 ? void 0 : nameThatStays(view, node, rules, names);
		if (by === void 0 || wantParts(view, node)) continue;
		const reason = reasonOf(tags.flatMap((tag) => casesOfTag(view, node, tag)));
		found.set(node, {
			tags: [...tags].sort(),
			...reason,
			by
		});
	}
	return found;
}
/** What limits leave of them: a line is a line, whether an image goes or a name, and images come first. */
function untagsWithin(limits, all, going) {
	const total = [...all.keys()].reduce((sum, view) => sum + going(view).length, 0);
	const waiting = [...all].flatMap(([view, untags]) => [...untags].map(([node, untag]) => ({
		view,
		node,
		untag
	}))).sort((a, b) => sinceOf(a.untag) - sinceOf(b.untag));
	const kept = new Map([...all.keys()].map((view) => [view, /* @__PURE__ */ new Map()]));
	let taken = 0;
	for (const { view, node, untag } of waiting) {
		const bounds = view.world.facts.policy.policy.cleanup.limits;
		const own = kept.get(view);
		const tagged = going(view).filter((head) => view.graph.tags.has(head)).length;
		if (limits.includes(deletions) && total + taken >= bounds.deletions) break;
		if (limits.includes(share) && tagged + own.size >= Math.floor(bounds.share * view.graph.tags.size)) continue;
		own.set(node, untag);
		taken++;
	}
	return kept;
}
function sinceOf({ clock }) {
	return clock?.at ?? Number.MAX_SAFE_INTEGER;
}
/** A reason to keep that is not a tag's own: all its names stay with it. */
function isHeld(view, node, { roots, heads }) {
	const digest = view.graph.digests[node];
	const mayLose = view.world.mayLoseTags.get(view.repository)?.has(digest) === true;
	return [...roots, ...heads].some((rule) => !(mayLose && rule === keptByReviewer) && rule.holds(view, node) !== void 0);
}
/** What runs may be named by the config of a platform: true if one is not read yet. */
function wantParts({ graph, snapshot, wants }, node) {
	let isOpen = false;
	const seen = /* @__PURE__ */ new Set([node]);
	for (const part of seen) {
		for (const child of follow(graph.children, part)) seen.add(child);
		const digest = graph.digests[part];
		if (snapshot.manifests.has(digest) || snapshot.missing?.has(digest) === true) continue;
		wants.manifests.add(digest);
		isOpen = true;
	}
	return isOpen;
}
function judge(view, node, tag, { names, clocks }) {
	const cases = casesOfTag(view, node, tag);
	const hold = holdOf$1(cases, names) ?? holdOf$1(cases, clocks);
	return hold === void 0 ? "goes" : hold === "unread" ? "unread" : "stays";
}
/** A tag that stays for its own sake, here or above; whatever else holds an image has no part in it. */
function nameThatStays(view, node, rules, known) {
	const seen = /* @__PURE__ */ new Set([node]);
	for (const at of seen) {
		if (!known.has(at)) {
			const tag = (view.graph.tags.get(at) ?? []).find((one) => judge(view, at, one, rules) === "stays");
			known.set(at, tag === void 0 ? void 0 : {
				tag,
				digest: view.graph.digests[at]
			});
		}
		const name = known.get(at);
		if (name !== void 0) return name;
		for (const parent of follow(view.graph.parents, at)) if (view.graph.manifestOf(parent)?.kind === "index") seen.add(parent);
	}
}
// lib/cleanup/verdict.js
/** Everything that is said of one repository, once nothing more can be held. */
function decided(view, deletions, freed, untags) {
	const along = new Map(deletions.map((deletion) => [deletion.head, deletion.with]));
	const fates = /* @__PURE__ */ new Map();
	const named = [...view.graph.metadataTags.keys()].filter((node) => view.kept.has(node));
	const nodes = [.../* @__PURE__ */ new Set([...view.heads, ...named])].sort((a, b) => a - b);
	return {
		repository: view.repository,
		held: view.held,
		images: nodes.map((node) => {
			const hold = view.kept.get(node);
			return hold === void 0 ? gone(view, node, along.get(node) ?? [], freed) : stays(view, node, hold, untags?.get(node), fates);
		}),
		order: deletions.map(({ head }) => digestOf(view, head)),
		bytes: freed.ofRepository(view)
	};
}
function gone(view, node, along, freed) {
	const { because, rule, clock, class: name } = reasonOf(casesOf(view, node));
	const fate = {
		goes: true,
		because,
		rule,
		with: along.length === 0 ? none : along.map((one) => digestOf(view, one)),
		bytes: freed.ofLine(view, node)
	};
	return imageOf(view, node, tagsOf(view, node), fate, name, clock);
}
function stays(view, node, hold, untag, fates) {
	const tags = tagsOf(view, node);
	const image = imageOf(view, node, tags, fateOf(hold, fates), hold.class ?? classOf(view, node, tags), hold.clock);
	return untag !== void 0 ? {
		...image,
		untag
	} : image;
}
/** Each shape written at once: keys that are added later take as much memory again, and there may be a million of them. */
function imageOf(view, node, tags, fate, name, clock) {
	const { repository } = view;
	const head = digestOf(view, node);
	if (clock === void 0) return name === void 0 ? {
		repository,
		head,
		tags,
		fate
	} : {
		repository,
		head,
		tags,
		fate,
		class: name
	};
	return name === void 0 ? {
		repository,
		head,
		tags,
		fate,
		clock
	} : {
		repository,
		head,
		tags,
		fate,
		class: name,
		clock
	};
}
function fateOf({ because, detail, rule }, fates) {
	const key = rule?.path ?? because;
	const last = fates.get(key);
	if (last !== void 0 && last.because === because && last.detail === detail && last.rule === rule) return last;
	const fate = rule === void 0 ? {
		goes: false,
		because,
		detail
	} : {
		goes: false,
		because,
		detail,
		rule
	};
	fates.set(key, fate);
	return fate;
}
const none = [];
function tagsOf(view, node) {
	const images = view.graph.tags.get(node);
	const metadata = view.graph.metadataTags.get(node);
	if (images === void 0 || metadata === void 0) return images ?? metadata ?? [];
	return [...images, ...metadata].sort();
}
function classOf(view, node, tags) {
	for (const tag of tags) {
		const match = view.matches(tag, node)[0];
		if (match !== void 0) return match.class;
	}
}
function digestOf(view, node) {
	return view.graph.digests[node];
}
// lib/cleanup/whole.js
/**
* What would go is read whole, children and referrers, because what runs may be named by the config of a platform and
* what refers to it goes along. Of what stays only what may be an index is read: its children stay too.
*/
function wantWhole(view) {
	const going = candidates(view);
	if (going.length === 0) return;
	const seen = new Set(going);
	for (const node of seen) {
		for (const child of follow(view.graph.children, node)) seen.add(child);
		const digest = view.graph.digests[node];
		if (isGone(view, digest)) continue;
		if (!view.snapshot.manifests.has(digest)) view.wants.manifests.add(digest);
		if (view.kept.has(node)) continue;
		for (const referrer of follow(view.graph.referrers, node)) seen.add(referrer);
		if (!view.snapshot.referrers.has(digest)) view.wants.referrers.add(digest);
	}
	for (const node of view.kept.keys()) {
		const digest = view.graph.digests[node];
		const manifest = view.snapshot.manifests.get(digest);
		if (manifest === void 0) {
			if ((view.graph.tags.has(node) || view.graph.metadataTags.has(node)) && !isGone(view, digest)) view.wants.manifests.add(digest);
			continue;
		}
		const nested = manifest.children.filter(({ mediaType }) => !isLeaf(mediaType)).map(({ digest: child }) => child);
		for (const child of [...nested, ...mayBeManifests(manifest)]) if (!view.snapshot.manifests.has(child) && !isGone(view, child)) view.wants.manifests.add(child);
	}
}
/** A kept index whose nested index answers 404: what that one held, nobody knows, so nothing of the repository goes. */
function brokenNesting({ graph, kept, snapshot }) {
	if (snapshot.missing === void 0 || snapshot.missing.size === 0) return void 0;
	for (const node of kept.keys()) for (const { digest, mediaType } of graph.manifestOf(node)?.children ?? []) if (isManifestType(mediaType) && !isLeaf(mediaType) && snapshot.missing.has(digest)) return {
		kind: "manifest",
		about: digest,
		why: `${graph.digests[node]}, which stays, names it as an index, and it answers 404`
	};
}
/** The platforms of kept indexes, whose layers tell which image they were built on; of held repositories too. */
function wantPlatforms(view) {
	for (const node of view.kept.keys()) {
		const manifest = view.graph.manifestOf(node);
		if (manifest === void 0) continue;
		const platforms = manifest.children.filter((child) => isManifestType(child.mediaType) && require_clock.isPlatform(child));
		for (const child of [...platforms.map(({ digest }) => digest), ...mayBeManifests(manifest)]) if (!view.snapshot.manifests.has(child) && !isGone(view, child)) view.wants.manifests.add(child);
	}
}
/** Of what an unknown manifest mentions, anything may be an index; but Docker's schema 1 names layers only. */
function mayBeManifests({ mediaType, mentions }) {
	return mediaType.startsWith("application/vnd.docker.distribution.manifest.v1+") ? [] : mentions;
}
function isLeaf(mediaType) {
	return /^application\/vnd\.(?:oci\.image\.manifest\.v1|docker\.distribution\.manifest\.v2)\+json$/.test(mediaType);
}
function isGone({ snapshot }, digest) {
	return snapshot.missing?.has(digest) === true;
}
// lib/cleanup/decide.js
const safety = {
	rules,
	limits,
	gaps: gapsOf,
	bases: keepBases
};
/**
* What goes and what stays of every image, each with one reason; or what has to be read before that can be said.
* Everything is a candidate until something holds it: cheap reasons first, so that little has to be read.
*/
function decide(facts, { rules, limits, gaps, bases } = safety) {
	const world = worldOf(facts);
	const views = [...facts.snapshots].sort((a, b) => a.repository < b.repository ? -1 : 1).map((snapshot) => viewOf(snapshot, world, gaps(snapshot, world)));
	for (const view of views) holdAll(view);
	for (const view of open(views)) keepByName(view, rules);
	for (const view of open(views)) keepByClock(view, rules);
	if (wanting(views)) return needs(views);
	for (const view of open(views)) wantWhole(view);
	for (const view of open(views)) untagsOf(view, rules);
	if (wanting(views)) return needs(views);
	const found = candidateBases(views);
	if (found.size > 0) for (const view of views) wantPlatforms(view);
	if (wanting(views)) return needs(views);
	bases(views, found, rules);
	applyLimits(open(views), limits, rules);
	bases(views, found, rules);
	const broken = open(views).filter((view) => brokenNesting(view) !== void 0);
	if (broken.length > 0) return decide(withGaps(facts, broken), {
		rules,
		limits,
		gaps,
		bases
	});
	const plans = new Map(views.map((view) => [view, deletionsOf(view)]));
	const freed = freedBy(plans);
	const untags = untagsWithin(limits, new Map(open(views).map((view) => [view, untagsOf(view, rules)])), (view) => (plans.get(view) ?? []).map(({ head }) => head));
	return { repositories: views.map((view) => decided(view, plans.get(view) ?? [], freed, untags.get(view))) };
}
/** A gap in what was read, or in what is known to run, holds the repository. */
function gapsOf(snapshot, { facts }) {
	return [...facts.usage.gaps, ...snapshot.gaps];
}
function open(views) {
	return views.filter(({ held }) => held.length === 0);
}
function holdAll(view) {
	const gap = view.held[0];
	if (gap === void 0) return;
	const more = view.held.length > 1 ? `, and ${view.held.length - 1} more` : "";
	const hold = {
		because: "held",
		detail: `${gap.about}: ${gap.why}${more}`
	};
	view.graph.digests.forEach((_, node) => {
		view.kept.set(node, hold);
	});
}
function keepByName(view, rules) {
	view.graph.digests.forEach((_, node) => {
		const hold = firstOf(rules.roots, view, node);
		if (hold !== void 0) keep(view, node, hold);
	});
	for (const node of candidates(view)) {
		const hold = holdOf$1(casesOf(view, node), rules.names);
		if (hold !== void 0 && hold !== "unread") keep(view, node, hold);
	}
	spread(view, rules);
}
function keepByClock(view, rules) {
	for (const node of candidates(view)) {
		const hold = holdOf$1(casesOf(view, node), rules.clocks) ?? firstOf(rules.heads, view, node);
		if (hold !== void 0 && hold !== "unread") keep(view, node, hold);
	}
	spread(view, rules);
}
function firstOf(rules, view, node) {
	for (const rule of rules) {
		const hold = rule.holds(view, node);
		if (hold !== void 0) return hold;
	}
}
function wanting(views) {
	return views.some(({ wants }) => wants.manifests.size + wants.configs.size + wants.referrers.size > 0);
}
function needs(views) {
	const wants = views.filter((view) => wanting([view])).map(({ repository, wants: { manifests, configs, referrers } }) => [repository, {
		manifests: [...manifests].sort(),
		configs: [...configs].sort(),
		referrers: [...referrers].sort()
	}]);
	return { wants: new Map(wants) };
}
function withGaps(facts, broken) {
	const gaps = new Map(broken.map((view) => [view.snapshot, brokenNesting(view)]));
	return {
		...facts,
		snapshots: facts.snapshots.map((snapshot) => {
			const gap = gaps.get(snapshot);
			return gap === void 0 ? snapshot : {
				...snapshot,
				gaps: [...snapshot.gaps, gap]
			};
		})
	};
}
// lib/cleanup/settle.js
/** Decides, reads what that hangs on, and decides again, until nothing more is wanted. */
async function settle(facts, extend) {
	let snapshots = facts.snapshots;
	let asked = "";
	for (;;) {
		const answer = decide({
			...facts,
			snapshots
		});
		if (!("wants" in answer)) return {
			decision: answer,
			snapshots
		};
		const { wants } = answer;
		const question = JSON.stringify([...wants]);
		if (question === asked) throw new require_index.HygieneError("internal", "a reader left open what a decision hangs on: no fact, no gap, not missing");
		asked = question;
		snapshots = await Promise.all(snapshots.map(async (snapshot) => {
			const wanted = wants.get(snapshot.repository);
			return wanted === void 0 ? snapshot : answered(await extend(snapshot, wanted), wanted);
		}));
	}
}
/** Of a held repository nothing goes, so what could not be read of it is asked for once and then left. */
function answered(snapshot, { manifests }) {
	if (snapshot.gaps.length === 0) return snapshot;
	const open = manifests.filter((digest) => !snapshot.manifests.has(digest));
	return {
		...snapshot,
		missing: /* @__PURE__ */ new Set([...snapshot.missing ?? [], ...open])
	};
}
// lib/cleanup/gone-branches.js
/**
* Since when the branches that previews were made of are gone. A tag holds the slug of a branch, and several branches
* have the same one: as long as one of them is there, or where the forge tells of no deletion, none is gone.
*/
async function goneBranches(slugs, forge) {
	const gone = /* @__PURE__ */ new Map();
	if (slugs.size === 0) return gone;
	const there = new Set((await forge.branches()).flatMap((name) => Object.values(require_template.slugMarks(name))));
	const missing = /* @__PURE__ */ new Map();
	for (const slug of slugs) {
		const marks = require_template.marksIn(slug);
		if (!marks.some((mark) => there.has(mark))) for (const mark of marks) missing.set(mark, slug);
	}
	if (missing.size === 0) return gone;
	for await (const { name, at } of forge.deletedBranches()) {
		const { whole, hash } = require_template.slugMarks(name);
		const slug = missing.get(whole) ?? missing.get(hash);
		if (slug === void 0) continue;
		gone.set(slug, at);
		for (const mark of require_template.marksIn(slug)) missing.delete(mark);
		if (missing.size === 0) break;
	}
	return gone;
}
// lib/cleanup/previews.js
function previewsOf(snapshots, policy) {
	const numbers = /* @__PURE__ */ new Set();
	const slugs = /* @__PURE__ */ new Set();
	const ending = Object.values(policy.classes).some(({ ends }) => ends === "closed");
	for (const { tags } of ending ? snapshots : []) for (const tag of tags.keys()) for (const { rule, captured } of require_classify.classify(tag, policy)) {
		if (rule.ends !== "closed") continue;
		if (captured.number !== void 0) numbers.add(captured.number);
		if (captured.branch !== void 0) slugs.add(captured.branch);
	}
	return {
		numbers: [...numbers].sort((a, b) => a - b),
		slugs
	};
}
// lib/steps/closed-requests.js
const nothing = {
	project: "",
	at: /* @__PURE__ */ new Map(),
	branches: /* @__PURE__ */ new Map()
};
/**
* Which of the previews' pull requests are closed, and which of their branches are gone. A forge that does not answer
* means that they stay, and is said.
*/
async function closedRequests(snapshots, policy, { githubToken, gitlabToken }, world) {
	const { numbers, slugs } = previewsOf(snapshots, policy);
	if (numbers.length === 0 && slugs.size === 0) return {
		closed: nothing,
		findings: []
	};
	const findings = [];
	const asking = async (what, otherwise, ask) => {
		try {
			return await ask();
		} catch (error) {
			if (!(error instanceof require_index.HygieneError)) throw error;
			findings.push(unknown(what, error));
			return otherwise;
		}
	};
	const forge = await asking("the forge", void 0, () => require_forge.forgeOf(world, {
		github: githubToken,
		gitlab: gitlabToken
	}));
	if (forge === void 0) return {
		closed: nothing,
		findings
	};
	const at = await asking("which pull requests are closed", nothing.at, () => endingsOf(numbers, forge));
	const branches = await asking("which branches are gone", nothing.branches, () => goneBranches(slugs, forge));
	return {
		closed: {
			project: forge.project,
			at,
			branches
		},
		findings
	};
}
async function endingsOf(numbers, forge) {
	const endings = numbers.length === 0 ? [] : [...await forge.ends(numbers)];
	return new Map(endings.flatMap(([number, ending]) => typeof ending === "object" ? [[number, ending.ended]] : []));
}
function unknown(what, error) {
	const message = `${what} could not be asked, so previews wait for their clock: ${error.message}`;
	const fix = error.findings[0]?.fix;
	return {
		rule: "previews-unknown",
		severity: "warning",
		message,
		...fix === void 0 ? {} : { fix }
	};
}
Object.defineProperty(exports, "buildGraph", {
	enumerable: true,
	get: function() {
		return buildGraph;
	}
});
Object.defineProperty(exports, "casesOfTag", {
	enumerable: true,
	get: function() {
		return casesOfTag;
	}
});
Object.defineProperty(exports, "closedRequests", {
	enumerable: true,
	get: function() {
		return closedRequests;
	}
});
Object.defineProperty(exports, "demandEveryRepository", {
	enumerable: true,
	get: function() {
		return demandEveryRepository;
	}
});
Object.defineProperty(exports, "extend", {
	enumerable: true,
	get: function() {
		return extend;
	}
});
Object.defineProperty(exports, "follow", {
	enumerable: true,
	get: function() {
		return follow;
	}
});
Object.defineProperty(exports, "holdOf", {
	enumerable: true,
	get: function() {
		return holdOf$1;
	}
});
Object.defineProperty(exports, "isManifestType", {
	enumerable: true,
	get: function() {
		return isManifestType;
	}
});
Object.defineProperty(exports, "readRepositories", {
	enumerable: true,
	get: function() {
		return readRepositories;
	}
});
Object.defineProperty(exports, "reasonOf", {
	enumerable: true,
	get: function() {
		return reasonOf;
	}
});
Object.defineProperty(exports, "rules", {
	enumerable: true,
	get: function() {
		return rules;
	}
});
Object.defineProperty(exports, "settle", {
	enumerable: true,
	get: function() {
		return settle;
	}
});
Object.defineProperty(exports, "viewOf", {
	enumerable: true,
	get: function() {
		return viewOf;
	}
});
Object.defineProperty(exports, "worldOf", {
	enumerable: true,
	get: function() {
		return worldOf;
	}
});
