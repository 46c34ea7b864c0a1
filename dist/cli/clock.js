const require_manifest_parse = require("./manifest-parse.js");
// lib/image/config-parse.js
/** Config types that hold labels; other artifacts may put any bytes in their config. */
const imageConfigTypes = ["application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json"];
/** The most that is read as an image config, in bytes. */
const largestConfig = 4194304;
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#properties */
function parseImageConfig(bytes) {
	if (bytes.length > 4194304) return { fault: `is larger than ${largestConfig} bytes` };
	let body;
	try {
		body = JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return { fault: "is no JSON" };
	}
	if (typeof body !== "object" || body === null || Array.isArray(body)) return { fault: "is no JSON object" };
	const { config, created } = body;
	return {
		labels: require_manifest_parse.parseAnnotations(typeof config === "object" ? config?.Labels : void 0),
		...typeof created === "string" ? { created } : {}
	};
}
// lib/image/clock.js
/** The label and annotation that says when an image may go (design §1). */
const expireAtKey = "expire_at";
/** Docker's first release, 2013-03-20: no image is older, and no clock before it means anything. */
const earliest = 1363737600;
/** 2199-12-31: later moments are slips of a unit, not promises. */
const latest = 7258032e3;
/**
* The moment an image may go, in unix seconds; `undefined` for an empty text, which means none.
* Seconds only: thirteen digits are milliseconds, and reading them as seconds would mean the year 50000.
*/
function parseExpireAt(text) {
	const trimmed = text.trim();
	if (trimmed === "") return void 0;
	if (/^[0-9]{1,11}$/.test(trimmed)) return sane(Number(trimmed), text);
	if (/^[0-9]{12,}$/.test(trimmed)) return {
		absurd: text,
		why: "is no moment in unix seconds; thirteen digits are milliseconds"
	};
	const moment = parseRfc3339(trimmed);
	if (moment !== void 0) return sane(moment, text);
	return {
		absurd: text,
		why: "is neither unix seconds nor RFC 3339"
	};
}
/** A build date; absurd when it is before the first registry or after `now`: reproducible builds write 1970 or 1980. */
function parseCreated(text, now) {
	if (text.trim() === "") return void 0;
	const moment = parseRfc3339(text.trim());
	if (moment === void 0) return {
		absurd: text,
		why: "is not RFC 3339"
	};
	if (moment > now) return {
		absurd: text,
		why: "is in the future"
	};
	return sane(moment, text);
}
/**
* Index annotation, manifest annotation, config label, in this order; an index without one has the latest of its
* platforms', and none if one of them has none. An empty annotation means none, and nothing below it is asked.
*/
function expireAtOf(snapshot, head, want) {
	return walk(snapshot, head, want, expiry);
}
/** The build date of an image's config; of an index the latest of its platforms', and none if one has none. */
function createdOf(snapshot, head, now, want) {
	return walk(snapshot, head, want, {
		own: () => void 0,
		config: ({ created }) => created === void 0 ? "none" : found(parseCreated(created, now), "created"),
		merged: "created"
	});
}
/** A BuildKit attestation, or another child that runs nowhere, says nothing about an image's life. */
function isPlatform({ platform, annotations }) {
	if (platform !== void 0) return platform.os !== "unknown";
	return annotations["vnd.docker.reference.type"] === void 0;
}
const expiry = {
	own: (manifest) => {
		const text = manifest.annotations[expireAtKey];
		if (text === void 0) return void 0;
		return found(parseExpireAt(text), manifest.kind === "index" ? "index-annotation" : "manifest-annotation");
	},
	config: (config) => {
		const text = config.labels[expireAtKey];
		return text === void 0 ? "none" : found(parseExpireAt(text), "config-label");
	},
	merged: "platforms"
};
/** Nobody nests deeper; what a deeper chain says is not trusted. */
const deepest = 64;
function walk(snapshot, head, want, reading) {
	const top = snapshot.manifests.get(head);
	const said = top && reading.own(top);
	if (said !== void 0) return said;
	const known = /* @__PURE__ */ new Map();
	const ask = (digest, depth) => {
		const before = known.get(digest);
		if (before !== void 0) return before;
		const answer = depth > deepest ? {
			absurd: digest,
			why: `is nested deeper than ${deepest} indexes`
		} : read(digest, depth);
		known.set(digest, answer);
		return answer;
	};
	const read = (digest, depth) => {
		const manifest = snapshot.manifests.get(digest);
		if (manifest === void 0) {
			if (snapshot.missing?.has(digest)) return "none";
			want.manifest(digest);
			return "unread";
		}
		const own = reading.own(manifest);
		if (own !== void 0) return own;
		if (manifest.kind === "image") return ofConfig(manifest);
		return latestOf(manifest.children.filter(isPlatform).map(({ digest: child }) => ask(child, depth + 1)), reading.merged);
	};
	const ofConfig = ({ config }) => {
		if (config === void 0 || !imageConfigTypes.includes(config.mediaType)) return "none";
		const body = snapshot.configs.get(config.digest);
		if (body !== void 0) return reading.config(body);
		want.config(config.digest);
		return "unread";
	};
	return ask(head, 0);
}
function latestOf(found, source) {
	let at;
	let absurd;
	if (found.includes("none")) return "none";
	if (found.includes("unread")) return "unread";
	for (const one of found) {
		if (typeof one === "string") continue;
		if ("absurd" in one) absurd ??= one;
		else at = at === void 0 ? one.at : Math.max(at, one.at);
	}
	if (absurd !== void 0) return absurd;
	return at === void 0 ? "none" : {
		at,
		source
	};
}
function found(parsed, source) {
	if (parsed === void 0) return "none";
	return typeof parsed === "number" ? {
		at: parsed,
		source
	} : parsed;
}
function sane(at, text) {
	if (at < 1363737600) return {
		absurd: text,
		why: "is before there were images (2013-03-20)"
	};
	return at > 7258032e3 ? {
		absurd: text,
		why: "is after the year 2199"
	} : at;
}
/** @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6 */
function parseRfc3339(text) {
	const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]{1,9})?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))$/.exec(text);
	if (match === null) return void 0;
	const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
	const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
	if (month < 1 || month > 12 || day < 1 || day > days || hour > 23 || minute > 59 || second > 60) return void 0;
	const offset = match[7] === void 0 ? 0 : Number(match[8]) * 3600 + Number(match[9]) * 60;
	const local = Date.UTC(year, month - 1, day, hour, minute, second) / 1e3;
	return match[7] === "-" ? local + offset : local - offset;
}
Object.defineProperty(exports, "createdOf", {
	enumerable: true,
	get: function() {
		return createdOf;
	}
});
Object.defineProperty(exports, "earliest", {
	enumerable: true,
	get: function() {
		return earliest;
	}
});
Object.defineProperty(exports, "expireAtKey", {
	enumerable: true,
	get: function() {
		return expireAtKey;
	}
});
Object.defineProperty(exports, "expireAtOf", {
	enumerable: true,
	get: function() {
		return expireAtOf;
	}
});
Object.defineProperty(exports, "imageConfigTypes", {
	enumerable: true,
	get: function() {
		return imageConfigTypes;
	}
});
Object.defineProperty(exports, "isPlatform", {
	enumerable: true,
	get: function() {
		return isPlatform;
	}
});
Object.defineProperty(exports, "largestConfig", {
	enumerable: true,
	get: function() {
		return largestConfig;
	}
});
Object.defineProperty(exports, "latest", {
	enumerable: true,
	get: function() {
		return latest;
	}
});
Object.defineProperty(exports, "parseCreated", {
	enumerable: true,
	get: function() {
		return parseCreated;
	}
});
Object.defineProperty(exports, "parseExpireAt", {
	enumerable: true,
	get: function() {
		return parseExpireAt;
	}
});
Object.defineProperty(exports, "parseImageConfig", {
	enumerable: true,
	get: function() {
		return parseImageConfig;
	}
});
