const require_reference = require("./reference.js");
// lib/image/manifest-parse.js
/** What a client says it can read: without an index type some registries answer 404 for an index that is there. */
const manifestTypes = [
	"application/vnd.oci.image.index.v1+json",
	"application/vnd.oci.image.manifest.v1+json",
	"application/vnd.docker.distribution.manifest.list.v2+json",
	"application/vnd.docker.distribution.manifest.v2+json"
];
/** The most that is read as a manifest, in bytes; registries of the field refuse to store more. */
const largestManifest = 4194304;
const kinds = /* @__PURE__ */ new Map([
	[manifestTypes[0], "index"],
	[manifestTypes[1], "image"],
	[manifestTypes[2], "index"],
	[manifestTypes[3], "image"]
]);
const generic = /* @__PURE__ */ new Set([
	"",
	"application/json",
	"application/octet-stream",
	"text/plain"
]);
/** The fields that say what an image is made of, by their names in lower case. */
const structure = new Map([
	"mediaType",
	"manifests",
	"layers",
	"config",
	"subject",
	"artifactType",
	"annotations"
].map((name) => [name.toLowerCase(), name]));
const onceInImages = [
	"\"config\"",
	"\"layers\"",
	"\"subject\""
];
const onceInIndexes = ["\"manifests\"", "\"subject\""];
/**
* Reads what somebody else wrote. Only a body that two readers cannot understand differently is an image or an index;
* any other JSON object is `unknown`, which keeps itself and every digest in its bytes. No JSON object: a fault.
* @param contentType the registry's word, parameters allowed
* @param digest of `bytes`, computed by the caller
* @see https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md
*/
function parseManifest(bytes, contentType, digest) {
	if (bytes.length > 4194304) return { fault: `is larger than ${largestManifest} bytes` };
	const text = decoder.decode(bytes);
	const body = parseObject(text);
	if (body === void 0) return { fault: "is no JSON object" };
	const mediaType = typeof body["mediaType"] === "string" ? body["mediaType"] : typeOf(contentType);
	const kind = kinds.get(mediaType);
	const parts = kind !== void 0 && !isAmbiguous(body, text, typeOf(contentType), mediaType, kind) ? partsOf(body, kind) : void 0;
	const artifactType = typeof body["artifactType"] === "string" ? { artifactType: body["artifactType"] } : none;
	return {
		digest,
		mediaType,
		kind: parts === void 0 ? "unknown" : kind,
		size: bytes.length,
		annotations: parseAnnotations(body["annotations"]),
		...parts ?? {
			children: empty,
			layers: empty
		},
		...artifactType,
		mentions: parts === void 0 ? mentionsOf(text, body) : empty
	};
}
const decoder = new TextDecoder();
const empty = Object.freeze([]);
const none = Object.freeze({});
function parseObject(text) {
	try {
		const value = JSON.parse(text);
		return isObject(value) ? value : void 0;
	} catch {
		return;
	}
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function typeOf(contentType) {
	const end = contentType.indexOf(";");
	return (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
}
/**
* Two types, two lists, a list given twice or spelled in another case (Go reads `Manifests` as `manifests`):
* registries, runtimes and we might each see another image.
* @see https://github.com/opencontainers/distribution-spec/security/advisories/GHSA-mc8v-mgrf-8f4m
*/
function isAmbiguous(body, text, header, mediaType, kind) {
	if (header !== mediaType && !generic.has(header)) return true;
	if (kind === "image" ? "manifests" in body : "layers" in body || "config" in body) return true;
	for (const key in body) if ((structure.get(key.toLowerCase()) ?? key) !== key) return true;
	for (const name of kind === "image" ? onceInImages : onceInIndexes) {
		const first = text.indexOf(name);
		if (first >= 0 && text.indexOf(name, first + 1) >= 0) return true;
	}
	return false;
}
/** Undefined as soon as one descriptor cannot be read. */
function partsOf(body, kind) {
	const subject = body["subject"] == null ? null : parseDescriptor(body["subject"]);
	const list = parseDescriptors(body[kind === "image" ? "layers" : "manifests"]);
	if (subject === void 0 || list === void 0) return void 0;
	const referring = subject === null ? none : { subject: subject.digest };
	if (kind === "index") return {
		children: list,
		layers: empty,
		...referring
	};
	const config = parseDescriptor(body["config"]);
	return config === void 0 ? void 0 : {
		children: empty,
		layers: list,
		config,
		...referring
	};
}
function parseDescriptors(value) {
	if (!Array.isArray(value)) return void 0;
	const result = [];
	for (const item of value) {
		const descriptor = parseDescriptor(item);
		if (descriptor === void 0) return void 0;
		result.push(descriptor);
	}
	return result;
}
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md */
function parseDescriptor(value) {
	if (!isObject(value)) return void 0;
	const { digest, mediaType, size, artifactType } = value;
	if (typeof digest !== "string" || !require_reference.isDigest(digest) || typeof mediaType !== "string") return void 0;
	const descriptor = {
		mediaType,
		digest,
		size: typeof size === "number" && Number.isSafeInteger(size) && size > 0 ? size : 0,
		annotations: parseAnnotations(value["annotations"])
	};
	const platform = parsePlatform(value["platform"]);
	if (platform === void 0 && typeof artifactType !== "string") return descriptor;
	return {
		...descriptor,
		...platform === void 0 ? none : { platform },
		...typeof artifactType === "string" ? { artifactType } : none
	};
}
function parsePlatform(value) {
	if (!isObject(value)) return void 0;
	const { os, architecture, variant } = value;
	if (typeof os !== "string" || typeof architecture !== "string") return void 0;
	return {
		os,
		architecture,
		...typeof variant === "string" ? { variant } : {}
	};
}
/** Objects without inherited properties. `Object.create(null)` would do too, but takes several times the memory. */
const Texts = function Texts() {};
Texts.prototype = Object.create(null);
const noAnnotations = Object.freeze(new Texts());
/**
* Without a prototype's keys, so that no key means more than it says. A value that should have been text becomes its
* JSON: `expire_at: 4102444800` was meant to say something, and dropping it could let an image go.
*/
function parseAnnotations(value) {
	if (!isObject(value)) return noAnnotations;
	const result = new Texts();
	for (const key of Object.keys(value)) {
		const item = value[key];
		if (item != null) result[key] = typeof item === "string" ? item : shallowText(item);
	}
	return result;
}
function shallowText(value) {
	return typeof value === "object" ? "{}" : String(value);
}
/** As written, and as read: `sha256:\u0061…` in JSON is a digest too. Without recursion: nesting is the writer's choice. */
function mentionsOf(text, body) {
	const texts = [text];
	const open = [body];
	while (open.length > 0) {
		const value = open.pop();
		if (typeof value === "string") {
			if (value.length >= shortestDigest) texts.push(value);
		} else if (typeof value === "object" && value !== null) for (const [key, item] of Object.entries(value)) open.push(key, item);
	}
	return require_reference.digestsIn(texts.join("\n"));
}
const shortestDigest = 71;
Object.defineProperty(exports, "largestManifest", {
	enumerable: true,
	get: function() {
		return largestManifest;
	}
});
Object.defineProperty(exports, "manifestTypes", {
	enumerable: true,
	get: function() {
		return manifestTypes;
	}
});
Object.defineProperty(exports, "parseAnnotations", {
	enumerable: true,
	get: function() {
		return parseAnnotations;
	}
});
Object.defineProperty(exports, "parseDescriptor", {
	enumerable: true,
	get: function() {
		return parseDescriptor;
	}
});
Object.defineProperty(exports, "parseManifest", {
	enumerable: true,
	get: function() {
		return parseManifest;
	}
});
