const require_index = require("./index.js");
const require_reference = require("./reference.js");
const require_manifest_parse = require("./manifest-parse.js");
const require_clock = require("./clock.js");
// lib/gates/scan/severity.js
const order = {
	unknown: 0,
	low: 1,
	medium: 2,
	high: 3,
	critical: 4
};
function parseGrade(text) {
	const grade = text.toLowerCase();
	return Object.hasOwn(order, grade) ? grade : void 0;
}
function isAtLeast(grade, threshold) {
	return order[grade] >= order[threshold];
}
/** Most severe first. */
function compareGrades(a, b) {
	return order[b] - order[a];
}
// lib/gates/scan/base.js
const rank = {
	annotation: 0,
	provenance: 1,
	known: 2,
	history: 3
};
/**
* The base whose layers are the lowest layers of the image. A claim that the layers contradict is no claim: labels
* survive `FROM`, so an image often carries the annotation of its grandparent. Best source first, then the longest.
*/
function verifiedBase(diffIds, candidates) {
	const [best] = candidates.filter((candidate) => isPrefix(candidate.diffIds, diffIds)).toSorted((a, b) => rank[a.by] - rank[b.by] || b.diffIds.length - a.diffIds.length);
	return best === void 0 ? void 0 : {
		layers: best.diffIds.length,
		by: best.by,
		name: best.name
	};
}
/**
* A guess from the build history: base images end with their CMD or ENTRYPOINT, so the layers up to the last such entry
* before the image's own first layer from the top are taken for the base's. Nothing for images without such an entry.
*/
function guessBase(history, layers) {
	if (history.filter(({ emptyLayer }) => !emptyLayer).length !== layers) return void 0;
	let at = history.length - 1;
	while (at >= 0 && history[at]?.emptyLayer === true) at--;
	for (; at >= 0; at--) {
		const entry = history[at];
		if (entry?.emptyLayer !== true || !startsProcess.test(entry.createdBy)) continue;
		const below = history.slice(0, at).filter(({ emptyLayer }) => !emptyLayer).length;
		return below === 0 ? void 0 : {
			layers: below,
			by: "history"
		};
	}
}
const startsProcess = /^(?:\/bin\/sh -c #\(nop\)\s+)?(?:CMD|ENTRYPOINT)\b/;
function originOf(diffId, diffIds, base) {
	if (base === void 0 || diffId === void 0) return "unknown";
	const layer = diffIds.indexOf(diffId);
	if (layer < 0) return "unknown";
	return layer < base.layers ? "base" : "app";
}
function isPrefix(base, whole) {
	return base.length > 0 && base.length <= whole.length && base.every((id, index) => id === whole[index]);
}
// lib/gates/scan/report-item.js
function toVulnerability(item, { target, kind }) {
	const from = objectOf(item, "a vulnerability");
	const fixed = textOf(from, "FixedVersion");
	const status = textOf(from, "Status");
	const published = instantOf(textOf(from, "PublishedDate"));
	return {
		id: required(from, "VulnerabilityID"),
		aliases: textsOf(from, "VendorIDs"),
		package: {
			name: required(from, "PkgName"),
			version: textOf(from, "InstalledVersion") ?? "",
			...optional("purl", textOf(nested(from, "PkgIdentifier"), "PURL"))
		},
		fixable: fixed !== void 0 || status === "fixed",
		grade: gradeOf(from),
		kind,
		target,
		...optional("path", textOf(from, "PkgPath")),
		...optional("fixed", fixed),
		...optional("status", status),
		...optional("title", textOf(from, "Title")?.slice(0, 300)),
		...optional("url", webAddress(textOf(from, "PrimaryURL"))),
		...optional("diffId", textOf(nested(from, "Layer"), "DiffID")),
		...optional("published", published)
	};
}
function toPackage(item) {
	const from = objectOf(item, "a package");
	return {
		name: required(from, "Name"),
		version: textOf(from, "Version") ?? "",
		...optional("purl", textOf(nested(from, "Identifier"), "PURL"))
	};
}
function toSecret(item, { target }) {
	const from = objectOf(item, "a secret");
	return {
		rule: required(from, "RuleID"),
		grade: gradeOf(from),
		title: textOf(from, "Title") ?? "",
		target,
		line: lineOf(from["StartLine"]),
		...optional("diffId", textOf(nested(from, "Layer"), "DiffID"))
	};
}
/** Undefined for a check that passed. */
function toMisconfiguration(item, { target }) {
	const from = objectOf(item, "a misconfiguration");
	if (textOf(from, "Status") === "PASS" || textOf(from, "Status") === "EXCEPTION") return void 0;
	return {
		id: checkId(textOf(from, "ID") ?? required(from, "AVDID")),
		grade: gradeOf(from),
		title: textOf(from, "Title") ?? "",
		message: textOf(from, "Message") ?? "",
		target,
		line: lineOf(nested(from, "CauseMetadata")["StartLine"]),
		...optional("resolution", textOf(from, "Resolution"))
	};
}
function toLicence(item) {
	const from = objectOf(item, "a licence");
	return {
		name: required(from, "Name"),
		package: textOf(from, "PkgName") ?? "",
		path: textOf(from, "FilePath") ?? ""
	};
}
function toSuppressed(item) {
	const from = objectOf(item, "a suppressed finding");
	const finding = nested(from, "Finding");
	return {
		id: textOf(finding, "VulnerabilityID") ?? textOf(finding, "RuleID") ?? textOf(finding, "ID") ?? textOf(finding, "Name") ?? "unnamed",
		package: textOf(finding, "PkgName") ?? "",
		version: textOf(finding, "InstalledVersion") ?? "",
		status: textOf(from, "Status") ?? "",
		statement: textOf(from, "Statement") ?? "",
		source: textOf(from, "Source") ?? ""
	};
}
/** `DS002`, `AVD-DS-0002` and `DS-0002` are one check: the spelling changed twice. */
function checkId(text) {
	const bare = text.replace(/^AVD-/, "");
	const old = /^([A-Z]{2,4})(\d{3})$/.exec(bare);
	return old === null ? bare : `${old[1]}-0${old[2]}`;
}
function objectOf(value, what) {
	if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
	return foreign(`${what} that is no object`);
}
function nested(from, key) {
	const value = from[key];
	return value === void 0 || value === null ? {} : objectOf(value, key);
}
/** Undefined for an absent or empty text. */
function textOf(from, key) {
	const value = from[key];
	if (value === void 0 || value === null || value === "") return void 0;
	return typeof value === "string" ? value : foreign(`'${key}' that is no text`);
}
/** False for an absent one. */
function flagOf(from, key) {
	const value = from[key];
	if (value === void 0 || value === null) return false;
	return typeof value === "boolean" ? value : foreign(`'${key}' that is neither true nor false`);
}
function textsOf(from, key) {
	const value = from[key];
	if (value === void 0 || value === null) return none;
	if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
	return foreign(`'${key}' that is no list of texts`);
}
function instantOf(text) {
	const milliseconds = text === void 0 ? NaN : Date.parse(text);
	return Number.isNaN(milliseconds) ? void 0 : Math.floor(milliseconds / 1e3);
}
function optional(key, value) {
	return value === void 0 ? {} : { [key]: value };
}
function foreign(what) {
	throw new require_index.HygieneError("damaged", `the scan report has ${what}`, { fix: "make the report again, with a supported Trivy and --format json" });
}
const none = [];
function required(from, key) {
	return textOf(from, key) ?? foreign(`an entry without '${key}'`);
}
/** Trivy writes one for everything, `UNKNOWN` where nobody has said it: a missing one is a lost one. */
function gradeOf(from) {
	const text = required(from, "Severity");
	return parseGrade(text) ?? foreign(`the severity '${text.slice(0, 40)}', which is none`);
}
function lineOf(value) {
	return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : 1;
}
function webAddress(text) {
	return text !== void 0 && /^https?:\/\/[^\s"'<>\\]{1,500}$/.test(text) ? text : void 0;
}
// lib/gates/scan/json-field.js
/** The value of a key in JSON of any shape; undefined where there is none. */
function field(value, key) {
	return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? value[key] : void 0;
}
// lib/gates/scan/json-cursor.js
/**
* Reads a JSON document of any size piece by piece: only the pieces that are asked for become values, so a report of
* 100 MB never stands in memory as objects. What is passed over is only delimited, what is read is checked by
* `JSON.parse`; a document that ends early or goes on after its end is `damaged`.
* @see https://www.rfc-editor.org/rfc/rfc8259
*/
var JsonCursor = class {
	#bytes;
	#name;
	#at = 0;
	/** @param name stands in errors */
	constructor(bytes, name) {
		this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
		this.#name = name;
		if (bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191) this.#at = 3;
	}
	/** Calls `read` with each key of an object; it consumes the value. A key given twice is `damaged`: readers would differ. */
	members(read) {
		const seen = /* @__PURE__ */ new Set();
		this.#list(openBrace, closeBrace, () => {
			const key = this.value();
			if (typeof key !== "string") this.#fail("has a key that is no string");
			if (seen.has(key)) this.#fail(`has the key '${key.slice(0, 40)}' twice`);
			seen.add(key);
			this.#expect(colon);
			read(key);
		});
	}
	/** Calls `read` before each item of an array; it consumes the item. `null` is an empty array, as Go writes it. */
	items(read) {
		if (this.#peek() === letterN) {
			this.value();
			return;
		}
		this.#list(openBracket, closeBracket, read);
	}
	value() {
		this.#peek();
		const start = this.#at;
		this.skip();
		try {
			return JSON.parse(this.#bytes.toString("utf8", start, this.#at));
		} catch (cause) {
			return this.#fail("is no JSON", start, cause);
		}
	}
	skip() {
		const first = this.#peek();
		if (first === quote) this.#skipString();
		else if (first === openBrace || first === openBracket) this.#skipNested();
		else this.#skipWord();
	}
	end() {
		if (this.#peek() !== void 0) this.#fail("goes on after its end");
	}
	#list(open, close, read) {
		this.#expect(open);
		if (this.#peek() === close) {
			this.#at++;
			return;
		}
		for (;;) {
			read();
			const next = this.#peek();
			this.#at++;
			if (next === close) return;
			if (next !== comma) this.#fail("is no JSON", this.#at - 1);
		}
	}
	#peek() {
		let next = this.#bytes[this.#at];
		while (next === 32 || next === 10 || next === 13 || next === 9) next = this.#bytes[++this.#at];
		return next;
	}
	#expect(byte) {
		if (this.#peek() !== byte) this.#fail("is no JSON");
		this.#at++;
	}
	#skipString() {
		const bytes = this.#bytes;
		const near = Math.min(this.#at + shortString, bytes.length);
		let at = this.#at + 1;
		for (; at < near; at++) {
			const byte = bytes[at];
			if (byte === quote) break;
			if (byte === backslash) at++;
		}
		if (at >= near) at = this.#closing(at);
		if (at >= bytes.length) this.#fail("ends too early");
		this.#at = at + 1;
	}
	/** The quote that ends a string, from a byte that is not escaped on; the length of all where there is none. */
	#closing(from) {
		const bytes = this.#bytes;
		for (let at = bytes.indexOf(quote, from); at >= 0; at = bytes.indexOf(quote, at + 1)) {
			let escapes = 0;
			while (at - escapes > from && bytes[at - escapes - 1] === backslash) escapes++;
			if (escapes % 2 === 0) return at;
		}
		return bytes.length;
	}
	#skipNested() {
		const bytes = this.#bytes;
		let depth = 0;
		while (this.#at < bytes.length) {
			const byte = bytes[this.#at];
			if (byte === quote) {
				this.#skipString();
				continue;
			}
			this.#at++;
			if (byte === openBrace || byte === openBracket) depth++;
			else if ((byte === closeBrace || byte === closeBracket) && --depth === 0) return;
		}
		this.#fail("ends too early");
	}
	#skipWord() {
		const start = this.#at;
		const bytes = this.#bytes;
		while (this.#at < bytes.length && isWord(bytes[this.#at])) this.#at++;
		if (this.#at === start) this.#fail(start >= bytes.length ? "ends too early" : "is no JSON");
	}
	#fail(what, at = this.#at, cause) {
		throw new require_index.HygieneError("damaged", `${this.#name} ${what} (byte ${at} of ${this.#bytes.length})`, {
			fix: "make the report again",
			cause
		});
	}
};
/** Bytes of a string that are looked at one by one. */
const shortString = 48;
const quote = 34;
const backslash = 92;
const comma = 44;
const colon = 58;
const openBrace = 123;
const closeBrace = 125;
const openBracket = 91;
const closeBracket = 93;
const letterN = 110;
/** Letters, digits and signs of numbers: what `true`, `null` and `-1.5e+3` are made of. */
function isWord(byte) {
	return byte >= 48 && byte <= 57 || byte >= 97 && byte <= 122 || byte === 45 || byte === 43 || byte === 46 || byte === 69;
}
// lib/gates/scan/report-parse.js
/**
* Reads a Trivy report, schema version 2. Throws `damaged` for what is empty, cut off or of another shape, and
* `undecidable` for another schema version: a report that is not understood is never "no findings".
* @param options.packages also the list of packages, for a catalog record
* @see https://trivy.dev/docs/latest/configuration/reporting/#json
*/
function parseTrivyReport(bytes, options = {}) {
	const name = options.name ?? "the scan report";
	if (bytes.length === 0) throw new require_index.HygieneError("damaged", `${name} is empty: the scanner did not finish`, { fix: "make the report again and look at what the scanner says" });
	const cursor = new JsonCursor(bytes, name);
	const lists = emptyLists();
	const wanted = options.packages === true;
	const head = {};
	cursor.members((key) => {
		if (key === "Results") cursor.items(() => readResult(cursor, lists, wanted));
		else {
			const value = cursor.value();
			if (heads.has(key)) head[key] = value;
		}
	});
	cursor.end();
	checkVersion(head["SchemaVersion"], name);
	const metadata = nested(head, "Metadata");
	return {
		...optional("scanner", textOf(nested(head, "Trivy"), "Version")),
		...optional("createdAt", instantOf(textOf(head, "CreatedAt"))),
		artifact: {
			name: textOf(head, "ArtifactName") ?? "",
			kind: textOf(head, "ArtifactType") ?? ""
		},
		...optional("system", systemOf(metadata)),
		image: imageOf(metadata),
		...lists
	};
}
const heads = /* @__PURE__ */ new Set([
	"SchemaVersion",
	"Trivy",
	"CreatedAt",
	"ArtifactName",
	"ArtifactType",
	"Metadata"
]);
function checkVersion(version, name) {
	if (version === 2) return;
	const said = version === void 0 ? "names no schema version" : `has schema version ${JSON.stringify(version)}`;
	throw new require_index.HygieneError("undecidable", `${name} ${said.slice(0, 80)}: this release reads version 2`, { fix: "use a supported Trivy and --format json" });
}
function emptyLists() {
	return {
		vulnerabilities: [],
		secrets: [],
		misconfigurations: [],
		licences: [],
		suppressed: [],
		packages: [],
		packageLists: 0,
		systemPackages: false
	};
}
/** Target and class stand in front of the lists, as Go writes its fields; a report where they do not is foreign. */
function readResult(cursor, lists, wantsPackages) {
	const facts = {
		target: "",
		kind: ""
	};
	let listed = false;
	const each = (read) => {
		listed = true;
		cursor.items(() => read(cursor.value(), facts));
	};
	const text = (key) => {
		if (listed) foreign(`a result with '${key}' behind its findings`);
		return textOf({ [key]: cursor.value() }, key) ?? "";
	};
	cursor.members((key) => {
		switch (key) {
			case "Target":
				facts.target = text(key);
				break;
			case "Class":
				facts.kind = text(key);
				break;
			case "Vulnerabilities":
				each((item, facts) => lists.vulnerabilities.push(toVulnerability(item, facts)));
				break;
			case "Secrets":
				each((item, facts) => lists.secrets.push(toSecret(item, facts)));
				break;
			case "Misconfigurations":
				each((item, facts) => {
					const failed = toMisconfiguration(item, facts);
					if (failed !== void 0) lists.misconfigurations.push(failed);
				});
				break;
			case "Licenses":
				each((item) => lists.licences.push(toLicence(item)));
				break;
			case "ExperimentalModifiedFindings":
				each((item) => lists.suppressed.push(toSuppressed(item)));
				break;
			case "Packages":
				if (wantsPackages) each((item) => lists.packages.push(toPackage(item)));
				else cursor.skip();
				break;
			default: cursor.value();
		}
	});
	if (facts.kind === "os-pkgs" || facts.kind === "lang-pkgs") lists.packageLists++;
	if (facts.kind === "os-pkgs") lists.systemPackages = true;
}
function systemOf(metadata) {
	const system = nested(metadata, "OS");
	const family = textOf(system, "Family");
	if (family === void 0 || family === "none") return void 0;
	return {
		family,
		name: textOf(system, "Name") ?? "",
		ended: flagOf(system, "EOSL")
	};
}
function imageOf(metadata) {
	const config = nested(metadata, "ImageConfig");
	const os = textOf(config, "os");
	const platform = os === void 0 ? void 0 : `${os}/${textOf(config, "architecture") ?? "unknown"}`;
	return {
		digests: textsOf(metadata, "RepoDigests"),
		tags: textsOf(metadata, "RepoTags"),
		diffIds: textsOf(metadata, "DiffIDs"),
		history: historyOf(config["history"]),
		labels: require_manifest_parse.parseAnnotations(nested(config, "config")["Labels"]),
		...optional("id", textOf(metadata, "ImageID")),
		...optional("platform", platform)
	};
}
function historyOf(value) {
	if (value === void 0 || value === null) return [];
	if (!Array.isArray(value)) return foreign("a history that is no list");
	return value.map((item) => {
		const entry = objectOf(item, "a history entry");
		return {
			createdBy: textOf(entry, "created_by") ?? "",
			emptyLayer: flagOf(entry, "empty_layer")
		};
	});
}
// lib/steps/scan-base.js
const baseDigest = "org.opencontainers.image.base.digest";
const baseName = "org.opencontainers.image.base.name";
/** Provenance names every image of every build stage; so many are looked at. */
const mostCandidates = 12;
/**
* What an image was built on: each claim (annotation or label, build provenance, approved bases) is held against the
* image's layers; only if none stands, the build history is guessed from. What cannot be read is no claim.
*/
async function findBase(target, report, search) {
	const { diffIds, history } = report.image;
	if (diffIds.length === 0) return void 0;
	const claims = [
		...annotated(target, report),
		...await provenanceOf(target, search),
		...search.bases.flatMap((text) => claimOf("known", text))
	].slice(0, mostCandidates);
	const candidates = [];
	for (const { by, reference, name } of claims) {
		const elsewhere = require_reference.registryOf(reference.repository) !== require_reference.registryOf(target.image.repository);
		if (search.offline && elsewhere) continue;
		for (const ids of await layersOf(reference, report.image.platform, search)) candidates.push({
			by,
			name,
			diffIds: ids
		});
		const base = verifiedBase(diffIds, candidates);
		if (base?.by === "annotation") return base;
	}
	return verifiedBase(diffIds, candidates) ?? guessBase(history, diffIds.length);
}
function annotated({ manifest, index }, report) {
	return [
		manifest?.annotations,
		index?.annotations,
		report.image.labels
	].flatMap((place) => {
		const [name, digest] = [place?.[baseName], place?.[baseDigest]];
		if (name === void 0 || digest === void 0 || !require_reference.isDigest(digest)) return [];
		return claimOf("annotation", `${name.replace(/@.*$/s, "")}@${digest}`);
	});
}
function claimOf(by, text) {
	const reference = require_reference.parseReference(text);
	if ("fault" in reference || (reference.tag ?? reference.digest) === void 0) return [];
	return [{
		by,
		name: text,
		reference
	}];
}
/** @see https://github.com/moby/buildkit/blob/v0.21.1/docs/attestations/attestation-storage.md */
async function provenanceOf(target, { registries }) {
	const { image, index } = target;
	const attestation = index?.children.find(({ annotations }) => annotations["vnd.docker.reference.type"] === "attestation-manifest" && annotations["vnd.docker.reference.digest"] === image.digest);
	if (attestation === void 0) return [];
	const registry = registries.of(image.repository);
	const answer = await registry.manifest(image.repository, attestation.digest);
	if ("unknown" in answer || !answer.found) return [];
	const layer = answer.manifest.layers.find(({ annotations }) => (annotations["in-toto.io/predicate-type"] ?? "").startsWith("https://slsa.dev/provenance/"));
	if (layer === void 0) return [];
	const blob = await registry.blob(image.repository, layer.digest, require_clock.largestConfig);
	if (blob === "absent" || "unknown" in blob) return [];
	return materialsIn(parsed(blob.bytes)).flatMap((material) => claimOf("provenance", material));
}
/** Images among the materials (SLSA 0.2) or resolved dependencies (1.0): `pkg:docker/alpine@3.18?platform=…`. */
function materialsIn(statement) {
	const predicate = field(statement, "predicate");
	return [field(predicate, "materials"), field(field(predicate, "buildDefinition"), "resolvedDependencies")].flatMap((list) => Array.isArray(list) ? list : []).flatMap((material) => {
		const [uri, sha256] = [field(material, "uri"), field(field(material, "digest"), "sha256")];
		if (typeof uri !== "string" || typeof sha256 !== "string" || !uri.startsWith("pkg:docker/")) return [];
		const name = uri.slice(11).replace(/[?#].*$/s, "");
		const at = name.lastIndexOf("@");
		return [`${decoded(at < 0 ? name : name.slice(0, at))}@sha256:${sha256}`];
	});
}
/** The layer lists of a reference: its own, or those of the images of the platform where it is an index. */
async function layersOf({ repository, tag, digest }, platform, { registries, log }) {
	const registry = registries.of(repository);
	const answer = await registry.manifest(repository, digest ?? tag);
	if ("unknown" in answer || !answer.found) {
		log.info(`the base ${repository} cannot be read${"unknown" in answer ? `: ${answer.unknown}` : ""}`);
		return [];
	}
	const found = [];
	for (const manifest of await imagesOf(answer.manifest)) {
		if (manifest.config === void 0) continue;
		const blob = await registry.blob(repository, manifest.config.digest, require_clock.largestConfig);
		if (blob === "absent" || "unknown" in blob) continue;
		const ids = field(field(parsed(blob.bytes), "rootfs"), "diff_ids");
		if (Array.isArray(ids) && ids.every((id) => typeof id === "string")) found.push(ids);
	}
	return found;
	async function imagesOf(manifest) {
		if (manifest.kind !== "index") return [manifest];
		const fitting = manifest.children.filter((child) => `${child.platform?.os}/${child.platform?.architecture}` === platform);
		const images = [];
		for (const child of fitting.slice(0, 4)) {
			const inner = await registry.manifest(repository, child.digest);
			if (!("unknown" in inner) && inner.found) images.push(inner.manifest);
		}
		return images;
	}
}
function parsed(bytes) {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return;
	}
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
Object.defineProperty(exports, "compareGrades", {
	enumerable: true,
	get: function() {
		return compareGrades;
	}
});
Object.defineProperty(exports, "field", {
	enumerable: true,
	get: function() {
		return field;
	}
});
Object.defineProperty(exports, "findBase", {
	enumerable: true,
	get: function() {
		return findBase;
	}
});
Object.defineProperty(exports, "instantOf", {
	enumerable: true,
	get: function() {
		return instantOf;
	}
});
Object.defineProperty(exports, "isAtLeast", {
	enumerable: true,
	get: function() {
		return isAtLeast;
	}
});
Object.defineProperty(exports, "originOf", {
	enumerable: true,
	get: function() {
		return originOf;
	}
});
Object.defineProperty(exports, "parseTrivyReport", {
	enumerable: true,
	get: function() {
		return parseTrivyReport;
	}
});
