const require_index = require("./index.js");
const require_reference = require("./reference.js");
const require_manifest_parse = require("./manifest-parse.js");
const require_instant = require("./instant.js");
const require_registry = require("./registry.js");
// lib/cleanup/journal.js
const largestJournal = 536869888;
/** Opens the journal of a folder, or begins one. */
async function openJournal(folder, files) {
	const path = `${folder.replace(/[\\/]+$/, "")}/journal.jsonl`;
	const text = await files.kind(path) === "file" ? await files.readText(path, largestJournal) : "";
	const entries = [];
	const damaged = [];
	for (const [index, line] of text.split("\n").entries()) {
		if (line === "") continue;
		const entry = parseEntry(line);
		if (entry === void 0) damaged.push(index + 1);
		else entries.push(entry);
	}
	let separator = text === "" || text.endsWith("\n") ? "" : "\n";
	return {
		path,
		entries,
		damaged,
		async record(entry) {
			await files.append(path, `${separator}${JSON.stringify(entry)}\n`);
			separator = "";
			entries.push(entry);
		}
	};
}
/** A journal that remembers and writes nothing, for a run that only says what it would do. */
function journalForShow(journal) {
	const entries = [...journal.entries];
	return {
		...journal,
		entries,
		record: (entry) => {
			entries.push(entry);
			return Promise.resolve();
		}
	};
}
function runEntry(plan, now) {
	return {
		event: "run",
		plan,
		at: require_instant.formatInstant(now)
	};
}
/** Refuses bytes that are not what the digest says: a journal that cannot restore is worse than none. */
function journaled(digest, raw, tags) {
	if (!require_registry.matches(raw.bytes, digest)) throw new require_index.HygieneError("damaged", `the bytes read for ${digest} have another digest`, { fix: "empty the cache folder (--cache-dir) and run again; nothing was deleted for it" });
	return {
		digest,
		mediaType: raw.mediaType,
		tags,
		bytes: Buffer.from(raw.bytes).toString("base64")
	};
}
/** The exact bytes again, or undefined if the journal is damaged there. */
function rawOf({ digest, mediaType, bytes }) {
	const decoded = new Uint8Array(Buffer.from(bytes, "base64"));
	return require_registry.matches(decoded, digest) ? {
		mediaType,
		bytes: decoded
	} : void 0;
}
const events = [
	"run",
	"intent",
	"untagged",
	"gone",
	"put-back",
	"restored"
];
function parseEntry(line) {
	try {
		const value = JSON.parse(line);
		return events.includes(value?.event) ? value : void 0;
	} catch {
		return;
	}
}
// lib/cleanup/journal-state.js
/** How the journal knows what a line was about: an image, or one tag of an image that stays. */
function lineName(repository, head, tag) {
	return tag === void 0 ? `${repository}@${head}` : `${repository}:${tag}@${head}`;
}
function readState(entries) {
	const lines = /* @__PURE__ */ new Map();
	let plan;
	const byDigest = /* @__PURE__ */ new Map();
	for (const entry of entries) if (entry.event === "run") plan = entry.plan;
	else if (entry.event === "intent") {
		const name = lineName(entry.repository, entry.head, entry.untag?.tag);
		if (entry.untag !== void 0) {
			lines.set(name, {
				intent: entry,
				plan,
				gone: /* @__PURE__ */ new Set(),
				restored: false
			});
			continue;
		}
		lines.set(name, begin(entry, plan, lines.get(name)));
		for (const manifest of entry.manifests) byDigest.set(`${entry.repository}@${manifest.digest}`, {
			line: name,
			manifest
		});
	} else if (entry.event === "gone" || entry.event === "put-back") for (const digest of entry.digests) {
		const name = byDigest.get(`${entry.repository}@${digest}`)?.line;
		const gone = name === void 0 ? void 0 : lines.get(name)?.gone;
		if (entry.event === "gone") gone?.add(digest);
		else gone?.delete(digest);
	}
	else if (entry.event === "untagged") lines.get(lineName(entry.repository, entry.head, entry.tag))?.gone.add(entry.head);
	else if (entry.event === "restored") {
		const line = lines.get(lineName(entry.repository, entry.head, entry.tag));
		if (line !== void 0) {
			line.restored = true;
			line.gone.clear();
		}
	}
	return {
		lines,
		manifest: (repository, digest) => byDigest.get(`${repository}@${digest}`)?.manifest
	};
}
/** A run that goes on where another was interrupted sees less than that one saw: what both know counts. */
function begin(intent, plan, earlier) {
	if (earlier === void 0 || earlier.restored) return {
		intent,
		plan,
		gone: /* @__PURE__ */ new Set(),
		restored: false
	};
	const here = new Set(intent.manifests.map((manifest) => manifest.digest));
	const before = earlier.intent.manifests.filter((manifest) => !here.has(manifest.digest));
	return {
		intent: {
			...intent,
			manifests: [...intent.manifests, ...before]
		},
		plan,
		gone: new Set([...earlier.gone].filter((digest) => !here.has(digest))),
		restored: false
	};
}
// lib/cleanup/restore-order.js
/**
* Manifests in an order that every registry accepts: what an index names before the index, an image before what refers
* to it. Follows every digest in their bytes as far as `find` knows it; what it does not know is left out.
*/
function partsFirst(starts, find) {
	const ordered = /* @__PURE__ */ new Set();
	const entered = /* @__PURE__ */ new Set();
	for (const start of starts) {
		const stack = [start];
		for (let digest = stack.at(-1); digest !== void 0; digest = stack.at(-1)) {
			const named = entered.has(digest) ? [] : digestsOf(find(digest));
			entered.add(digest);
			const open = named.filter((other) => !entered.has(other) && find(other) !== void 0);
			if (open.length > 0) stack.push(...open);
			else {
				stack.pop();
				if (find(digest) !== void 0) ordered.add(digest);
			}
		}
	}
	return [...ordered];
}
function digestsOf(manifest) {
	const raw = manifest === void 0 ? void 0 : rawOf(manifest);
	const found = new TextDecoder().decode(raw?.bytes).match(/sha(?:256|512):[0-9a-f]+/g) ?? [];
	return [...new Set(found)].filter(require_reference.isDigest);
}
// lib/cleanup/restore-manifest.js
/** Puts one manifest under its tags where they are free, by digest where no tag is. */
async function putManifestBack(registry, repository, digest, raw, tags) {
	const free = [];
	const tagsLeft = [];
	let present = false;
	for (const tag of tags) {
		const look = await registry.digestOf(repository, tag);
		if (look === "absent") free.push(tag);
		else if ("unknown" in look) return {
			back: false,
			why: "unclear",
			detail: `${tag}: ${look.unknown}`
		};
		else if (look.digest === digest) present = true;
		else tagsLeft.push({
			tag,
			now: look.digest
		});
	}
	if (!present && free.length === 0) {
		const look = await registry.digestOf(repository, digest);
		if (look !== "absent" && "unknown" in look) return {
			back: false,
			why: "unclear",
			detail: look.unknown
		};
		present = look !== "absent";
	}
	const names = free.length > 0 ? free : present ? [] : [digest];
	for (const name of names) {
		const put = await registry.putManifest(repository, name, raw);
		if ("unknown" in put) return {
			back: false,
			why: "unclear",
			detail: put.unknown
		};
		if ("refused" in put) {
			if (put.refused !== "blobs-missing") return {
				back: false,
				why: "refused",
				detail: put.message
			};
			return {
				back: false,
				why: "lost",
				blobs: await missingParts(registry, repository, digest, raw)
			};
		}
		if (put.digest !== digest) return {
			back: false,
			why: "unclear",
			detail: `the registry stored it as ${put.digest}`
		};
	}
	return {
		back: true,
		how: names.length > 0 ? "put" : "was-there",
		tagsLeft
	};
}
/** What of an image the registry no longer has. */
async function missingParts(registry, repository, digest, raw) {
	const manifest = require_manifest_parse.parseManifest(raw.bytes, raw.mediaType, digest);
	if ("fault" in manifest) return [];
	const missing = [];
	const blobs = [...manifest.config === void 0 ? [] : [manifest.config], ...manifest.layers];
	for (const blob of new Set(blobs.map((descriptor) => descriptor.digest))) if (await registry.hasBlob(repository, blob) === "absent") missing.push(blob);
	for (const child of new Set(manifest.children.map((descriptor) => descriptor.digest))) if (await registry.digestOf(repository, child) === "absent") missing.push(child);
	return missing;
}
Object.defineProperty(exports, "journalForShow", {
	enumerable: true,
	get: function() {
		return journalForShow;
	}
});
Object.defineProperty(exports, "journaled", {
	enumerable: true,
	get: function() {
		return journaled;
	}
});
Object.defineProperty(exports, "lineName", {
	enumerable: true,
	get: function() {
		return lineName;
	}
});
Object.defineProperty(exports, "openJournal", {
	enumerable: true,
	get: function() {
		return openJournal;
	}
});
Object.defineProperty(exports, "partsFirst", {
	enumerable: true,
	get: function() {
		return partsFirst;
	}
});
Object.defineProperty(exports, "putManifestBack", {
	enumerable: true,
	get: function() {
		return putManifestBack;
	}
});
Object.defineProperty(exports, "rawOf", {
	enumerable: true,
	get: function() {
		return rawOf;
	}
});
Object.defineProperty(exports, "readState", {
	enumerable: true,
	get: function() {
		return readState;
	}
});
Object.defineProperty(exports, "runEntry", {
	enumerable: true,
	get: function() {
		return runEntry;
	}
});
