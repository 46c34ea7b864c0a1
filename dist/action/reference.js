// lib/image/digest.js
const registered = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests */
function isDigest(text) {
	return registered.test(text);
}
/** Every registered digest that occurs in a text, each once: what a manifest of unknown type may need. */
function digestsIn(text) {
	const found = text.match(/\b(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})\b/g) ?? [];
	return [...new Set(found)];
}
// lib/image/reference.js
/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests */
const tagGrammar = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const host = /^(?:\[[0-9A-Fa-f:]+\]|(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(?:\.(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*)(?::[0-9]{1,5})?$/;
const longestRepository = 255;
function isTag(text) {
	return tagGrammar.test(text);
}
/**
* Reads a reference by the grammar of the distribution project, Docker Hub's short forms included:
* `alpine` is `docker.io/library/alpine`. A missing tag stays missing; `latest` is never assumed.
* @see https://github.com/distribution/reference/blob/v0.6.0/reference.go
*/
function parseReference(text) {
	if (text === "") return { fault: "the reference is empty" };
	if (text.length > 1024) return { fault: "the reference is longer than 1,024 characters" };
	const at = text.indexOf("@");
	const digest = at < 0 ? void 0 : text.slice(at + 1);
	if (digest !== void 0 && !isDigest(digest)) return { fault: `'@${digest.slice(0, 80)}' is no digest: sha256: and 64 lower-case hex digits` };
	const named = at < 0 ? text : text.slice(0, at);
	const colon = named.indexOf(":", named.lastIndexOf("/") + 1);
	const tag = colon < 0 ? void 0 : named.slice(colon + 1);
	if (tag !== void 0 && !isTag(tag)) return { fault: `'${tag.slice(0, 140)}' is no tag: 1 to 128 of A-Z a-z 0-9 _ . -, not starting with . or -` };
	const repository = parseRepository(colon < 0 ? named : named.slice(0, colon));
	if (typeof repository !== "string") return repository;
	return {
		repository,
		...tag === void 0 ? {} : { tag },
		...digest === void 0 ? {} : { digest }
	};
}
/** Reads `host[:port]/path` or a Docker Hub short name; a tag or digest is a fault. */
function parseRepository(text) {
	const slash = text.indexOf("/");
	const first = slash < 0 ? text : text.slice(0, slash);
	const hasHost = slash >= 0 && (/[.:[]/.test(first) || first === "localhost" || first !== first.toLowerCase());
	const registry = hasHost ? first.toLowerCase() : "docker.io";
	const path = hasHost ? text.slice(slash + 1) : text;
	if (!host.test(registry)) return { fault: `'${first}' is no registry host` };
	const canonical = registry === "index.docker.io" ? "docker.io" : registry;
	for (const part of path.split("/")) {
		if (component.test(part)) continue;
		if (component.test(part.toLowerCase())) return { fault: `repository names are lower case: '${path.toLowerCase()}' instead of '${path}'` };
		return { fault: `'${part.slice(0, 80)}' is no part of a repository name: a-z and 0-9, joined by . _ __ or -` };
	}
	const full = canonical === "docker.io" && !path.includes("/") ? `library/${path}` : path;
	if (canonical.length + full.length + 1 > longestRepository) return { fault: "the repository name is longer than 255 characters" };
	return `${canonical}/${full}`;
}
function registryOf(repository) {
	return repository.slice(0, repository.indexOf("/"));
}
/** The name that goes between `/v2/` and `/manifests/`. */
function pathOf(repository) {
	return repository.slice(repository.indexOf("/") + 1);
}
function formatReference({ repository, tag, digest }) {
	return `${repository}${tag === void 0 ? "" : `:${tag}`}${digest === void 0 ? "" : `@${digest}`}`;
}
Object.defineProperty(exports, "digestsIn", {
	enumerable: true,
	get: function() {
		return digestsIn;
	}
});
Object.defineProperty(exports, "formatReference", {
	enumerable: true,
	get: function() {
		return formatReference;
	}
});
Object.defineProperty(exports, "isDigest", {
	enumerable: true,
	get: function() {
		return isDigest;
	}
});
Object.defineProperty(exports, "isTag", {
	enumerable: true,
	get: function() {
		return isTag;
	}
});
Object.defineProperty(exports, "parseReference", {
	enumerable: true,
	get: function() {
		return parseReference;
	}
});
Object.defineProperty(exports, "parseRepository", {
	enumerable: true,
	get: function() {
		return parseRepository;
	}
});
Object.defineProperty(exports, "pathOf", {
	enumerable: true,
	get: function() {
		return pathOf;
	}
});
Object.defineProperty(exports, "registryOf", {
	enumerable: true,
	get: function() {
		return registryOf;
	}
});
