const require_instant = require("./instant.js");
const require_manifest_parse = require("./manifest-parse.js");
const require_reference = require("./reference.js");
const require_apply = require("./apply.js");
const require_define = require("./define.js");
const require_explain = require("./explain.js");
const require_inputs = require("./inputs.js");
const require_lint = require("./lint.js");
const require_plan = require("./plan.js");
const require_restore = require("./restore.js");
let node_crypto = require("node:crypto");
let node_events = require("node:events");
let node_http = require("node:http");
// lib/demo/registry/exchange.js
function given(status, headers = {}, body = "") {
	return {
		status,
		headers,
		body
	};
}
function json$1(body, headers = {}, mediaType = "application/json") {
	return given(200, {
		"content-type": mediaType,
		...headers
	}, JSON.stringify(body));
}
/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes */
function refusal(status, code, message) {
	return given(status, { "content-type": "application/json" }, JSON.stringify({ errors: [{
		code,
		message,
		detail: null
	}] }));
}
// lib/demo/registry/store.js
function createStore() {
	return {
		repositories: /* @__PURE__ */ new Map(),
		blobs: /* @__PURE__ */ new Map(),
		uploads: /* @__PURE__ */ new Map(),
		nextUpload: 1
	};
}
function repositoryOf(store, name) {
	const known = store.repositories.get(name);
	if (known !== void 0) return known;
	const repository = {
		tags: /* @__PURE__ */ new Map(),
		manifests: /* @__PURE__ */ new Map(),
		blobs: /* @__PURE__ */ new Set()
	};
	store.repositories.set(name, repository);
	return repository;
}
function digestOf(bytes, algorithm = "sha256") {
	return `${algorithm}:${(0, node_crypto.createHash)(algorithm).update(bytes).digest("hex")}`;
}
/** Stores a blob without a request: how sample images get in. */
function putBlob(store, name, bytes) {
	const digest = digestOf(bytes);
	store.blobs.set(digest, bytes);
	repositoryOf(store, name).blobs.add(digest);
	return digest;
}
/** Stores a manifest without a request, and without asking whether its parts are there. */
function putManifest(store, name, tags, mediaType, bytes) {
	const digest = digestOf(bytes);
	const manifest = require_manifest_parse.parseManifest(bytes, mediaType, digest);
	if ("fault" in manifest) throw new Error(`the manifest ${manifest.fault}`);
	const repository = repositoryOf(store, name);
	repository.manifests.set(digest, {
		mediaType,
		bytes,
		manifest
	});
	for (const tag of tags) repository.tags.set(tag, digest);
	return digest;
}
// lib/demo/registry/blobs.js
/** `/v2/<name>/blobs/<digest>` */
function answerBlob(store, name, digest, { method, headers }) {
	const repository = store.repositories.get(name);
	if (!require_reference.isDigest(digest)) return refusal(400, "DIGEST_INVALID", `'${digest}' is no digest`);
	const bytes = repository?.blobs.has(digest) ? store.blobs.get(digest) : void 0;
	if (bytes === void 0) return refusal(404, "BLOB_UNKNOWN", `${name} has no blob ${digest}`);
	if (method === "DELETE") {
		repository?.blobs.delete(digest);
		return given(202);
	}
	if (method !== "GET" && method !== "HEAD") return refusal(405, "UNSUPPORTED", "blobs are pulled here");
	const common = {
		"content-type": "application/octet-stream",
		"docker-content-digest": digest,
		"accept-ranges": "bytes"
	};
	const [, from, to] = /^bytes=([0-9]+)-([0-9]*)$/.exec(headers["range"] ?? "") ?? [];
	if (from === void 0) return given(200, {
		...common,
		"content-length": String(bytes.length)
	}, bytes);
	const first = Number(from);
	const last = Math.min(to === "" || to === void 0 ? bytes.length - 1 : Number(to), bytes.length - 1);
	if (first > last) return given(416, { "content-range": `bytes */${bytes.length}` });
	const part = bytes.subarray(first, last + 1);
	const range = `bytes ${first}-${last}/${bytes.length}`;
	return given(206, {
		...common,
		"content-range": range,
		"content-length": String(part.length)
	}, part);
}
/** `/v2/<name>/blobs/uploads/<session>`; without a session it opens one. */
function answerUpload(store, name, session, asked) {
	if (session === "") return asked.method === "POST" ? open(store, name, asked) : given(405);
	const upload = store.uploads.get(session);
	if (upload === void 0 || upload.repository !== name) return refusal(404, "BLOB_UPLOAD_UNKNOWN", `there is no upload ${session}`);
	switch (asked.method) {
		case "GET": return progress(204, name, session, upload);
		case "PATCH": return append(upload, asked) ?? progress(202, name, session, upload);
		case "PUT": return append(upload, asked) ?? finish(store, name, session, upload, asked);
		case "DELETE":
			store.uploads.delete(session);
			return given(204);
		default: return refusal(405, "UNSUPPORTED", "uploads take PATCH, PUT, GET and DELETE");
	}
}
/** A whole blob in one POST, a mount from another repository, or the start of an upload. */
function open(store, name, { query, body }) {
	const mount = query.get("mount");
	const from = query.get("from");
	if (mount !== null && require_reference.isDigest(mount) && from !== null) {
		if (store.repositories.get(from)?.blobs.has(mount) && store.blobs.has(mount)) {
			repositoryOf(store, name).blobs.add(mount);
			return created(name, mount);
		}
	}
	const session = `upload-${store.nextUpload}`;
	store.nextUpload += 1;
	const upload = {
		repository: name,
		chunks: [],
		size: 0
	};
	store.uploads.set(session, upload);
	const digest = query.get("digest");
	if (digest === null) return progress(202, name, session, upload);
	upload.chunks.push(body);
	return close(store, name, session, upload, digest);
}
/** Chunks come in order; one that starts elsewhere is refused with 416. Undefined when it was taken. */
function append(upload, { headers, body }) {
	const start = /^(?:bytes )?([0-9]+)-/.exec(headers["content-range"] ?? "")?.[1];
	if (start !== void 0 && Number(start) !== upload.size) return given(416, { range: `0-${Math.max(0, upload.size - 1)}` });
	if (body.length > 0) upload.chunks.push(body);
	upload.size += body.length;
}
function finish(store, name, session, upload, { query }) {
	return close(store, name, session, upload, query.get("digest") ?? "");
}
function close(store, name, session, upload, digest) {
	if (!require_reference.isDigest(digest)) return refusal(400, "DIGEST_INVALID", `'${digest}' is no digest`);
	const bytes = Buffer.concat(upload.chunks);
	store.uploads.delete(session);
	const actual = digestOf(bytes, digest.startsWith("sha512:") ? "sha512" : "sha256");
	if (actual !== digest) return refusal(400, "DIGEST_INVALID", `the bytes have the digest ${actual}`);
	store.blobs.set(digest, bytes);
	repositoryOf(store, name).blobs.add(digest);
	return created(name, digest);
}
function created(name, digest) {
	return given(201, {
		location: `/v2/${name}/blobs/${digest}`,
		"docker-content-digest": digest
	});
}
function progress(status, name, session, upload) {
	return given(status, {
		location: `/v2/${name}/blobs/uploads/${session}`,
		range: `0-${Math.max(0, upload.size - 1)}`,
		"docker-upload-uuid": session
	});
}
// lib/demo/registry/lists.js
/** `/v2/<name>/tags/list` */
function answerTags(store, name, asked) {
	const repository = store.repositories.get(name);
	if (repository === void 0) return refusal(404, "NAME_UNKNOWN", `there is no repository ${name}`);
	return page([...repository.tags.keys()], asked, (tags) => ({
		name,
		tags
	}));
}
/** `/v2/_catalog` */
function answerCatalog(store, asked) {
	return page([...store.repositories.keys()], asked, (repositories) => ({ repositories }));
}
/**
* `/v2/<name>/referrers/<digest>`: an index of all manifests whose subject it is, whether or not it is there.
* @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
*/
function answerReferrers(store, name, subject, { query }) {
	if (!require_reference.isDigest(subject)) return refusal(400, "DIGEST_INVALID", `'${subject}' is no digest`);
	const wanted = query.get("artifactType");
	const manifests = [...store.repositories.get(name)?.manifests.values() ?? []].filter(({ manifest }) => manifest.subject === subject).map(({ mediaType, bytes, manifest }) => ({
		mediaType,
		digest: manifest.digest,
		size: bytes.length,
		artifactType: manifest.artifactType ?? manifest.config?.mediaType,
		annotations: manifest.annotations
	})).filter(({ artifactType }) => wanted === null || artifactType === wanted);
	const mediaType = "application/vnd.oci.image.index.v1+json";
	return json$1({
		schemaVersion: 2,
		mediaType,
		manifests
	}, wanted === null ? {} : { "oci-filters-applied": "artifactType" }, mediaType);
}
/** In lexical order, `n` at once, after `last`; a Link if there is more. */
function page(names, { path, query }, body) {
	const n = query.get("n");
	const last = query.get("last") ?? "";
	if (n !== null && !/^[0-9]{1,9}$/.test(n)) return refusal(400, "PAGINATION_NUMBER_INVALID", `'${n}' is no number of entries`);
	const after = [...names].sort(byCodeUnit).filter((name) => name > last);
	const some = n === null ? after : after.slice(0, Number(n));
	const end = some.at(-1);
	if (end === void 0 || some.length === after.length) return json$1(body(some));
	const next = `${path}?last=${encodeURIComponent(end)}&n=${n}`;
	return json$1(body(some), { link: `<${next}>; rel="next"` });
}
function byCodeUnit(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
// lib/demo/registry/manifests.js
/** `/v2/<name>/manifests/<tag or digest>` */
function answerManifest(store, name, reference, asked) {
	switch (asked.method) {
		case "GET":
		case "HEAD": return pull(store, name, reference, asked);
		case "PUT": return push(store, name, reference, asked);
		case "DELETE": return remove(store, name, reference);
		default: return refusal(405, "UNSUPPORTED", "manifests are pulled, pushed and deleted");
	}
}
function pull(store, name, reference, { headers }) {
	const repository = store.repositories.get(name);
	const digest = require_reference.isDigest(reference) ? reference : repository?.tags.get(reference);
	const stored = digest === void 0 ? void 0 : repository?.manifests.get(digest);
	if (digest === void 0 || stored === void 0) return refusal(404, "MANIFEST_UNKNOWN", `${name} has no manifest ${reference}`);
	const etag = `"${digest}"`;
	if ((headers["if-none-match"] ?? "").split(",").some((one) => one.trim() === etag)) return given(304, { etag });
	const { mediaType, bytes } = stored;
	return given(200, {
		"content-type": mediaType,
		"content-length": String(bytes.length),
		"docker-content-digest": digest,
		etag
	}, bytes);
}
function push(store, name, reference, { headers, body }) {
	if (!require_reference.isDigest(reference) && !require_reference.isTag(reference)) return refusal(400, "MANIFEST_INVALID", `'${reference}' is neither a tag nor a digest`);
	if (body.length > 4194304) return refusal(413, "SIZE_INVALID", "the manifest is too large");
	const digest = digestOf(body, reference.startsWith("sha512:") ? "sha512" : "sha256");
	if (require_reference.isDigest(reference) && reference !== digest) return refusal(400, "DIGEST_INVALID", `the body has the digest ${digest}`);
	const mediaType = headers["content-type"] ?? "";
	const manifest = require_manifest_parse.parseManifest(body, mediaType, digest);
	if ("fault" in manifest) return refusal(400, "MANIFEST_INVALID", `the manifest ${manifest.fault}`);
	const repository = repositoryOf(store, name);
	const missing = missingPart(repository, manifest);
	if (missing !== void 0) return refusal(404, "MANIFEST_BLOB_UNKNOWN", `${name} does not hold ${missing}`);
	repository.manifests.set(digest, {
		mediaType,
		bytes: body,
		manifest
	});
	if (!require_reference.isDigest(reference)) repository.tags.set(reference, digest);
	return given(201, {
		location: `/v2/${name}/manifests/${digest}`,
		"docker-content-digest": digest,
		...manifest.subject === void 0 ? {} : { "oci-subject": manifest.subject }
	});
}
/** A subject may be missing: a referrer may be pushed before what it refers to. */
function missingPart({ blobs, manifests }, manifest) {
	const { config, layers, children } = manifest;
	return (config === void 0 ? layers : [config, ...layers]).find(({ digest }) => !blobs.has(digest))?.digest ?? children.find(({ digest }) => !manifests.has(digest) && !blobs.has(digest))?.digest;
}
function remove(store, name, reference) {
	const repository = store.repositories.get(name);
	if (!require_reference.isDigest(reference)) return repository?.tags.delete(reference) === true ? given(202) : refusal(404, "MANIFEST_UNKNOWN", `${name} has no tag ${reference}`);
	if (repository?.manifests.delete(reference) !== true) return refusal(404, "MANIFEST_UNKNOWN", `${name} has no manifest ${reference}`);
	for (const [tag, digest] of repository.tags) if (digest === reference) repository.tags.delete(tag);
	return given(202);
}
// lib/demo/registry/answer.js
const routes = /^\/v2\/(.+?)\/(?:(manifests|referrers)\/([^/]+)|blobs\/uploads\/([^/]*)|blobs\/([^/]+)|tags\/list)$/;
const repositoryName = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
/**
* What a registry answers, as far as clients of images need it: pulling, pushing, listing, deleting, referrers.
* @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#endpoints
*/
function answer(store, asked) {
	const { path } = asked;
	if (path === "/v2/" || path === "/v2") return json$1({});
	if (path === "/v2/_catalog") return answerCatalog(store, asked);
	const [, name, kind, reference, upload, blob] = routes.exec(path) ?? [];
	if (name === void 0) return given(404);
	if (name.length > 255 || !repositoryName.test(name)) return refusal(400, "NAME_INVALID", `'${name}' is no repository name`);
	if (kind === "manifests") return answerManifest(store, name, reference ?? "", asked);
	if (kind === "referrers") return answerReferrers(store, name, reference ?? "", asked);
	if (upload !== void 0) return answerUpload(store, name, upload, asked);
	if (blob !== void 0) return answerBlob(store, name, blob, asked);
	return answerTags(store, name, asked);
}
// lib/demo/registry/server.js
const largestBody = 268435456;
/** An OCI registry on loopback, in this process and in memory. Who can reach the port may do anything. */
async function startRegistry(options = {}) {
	const { port = 0, store = createStore(), around = (_, answered) => answered() } = options;
	const server = (0, node_http.createServer)((request, response) => {
		serve(store, around, request, response).catch((error) => {
			if (response.headersSent) response.destroy();
			else write(request.method, response, refusal(500, "UNKNOWN", String(error)));
		});
	});
	server.keepAliveTimeout = 3e4;
	server.listen(port, "127.0.0.1");
	await (0, node_events.once)(server, "listening");
	return {
		host: `127.0.0.1:${server.address().port}`,
		store,
		async close() {
			server.closeAllConnections();
			server.close();
			await (0, node_events.once)(server, "close");
		}
	};
}
async function serve(store, around, request, response) {
	const url = new URL(request.url ?? "/", "http://registry");
	const asked = {
		method: request.method ?? "GET",
		path: decodeURIComponent(url.pathname),
		query: url.searchParams,
		headers: request.headers,
		body: await read(request)
	};
	const result = await around(asked, () => answer(store, asked), response);
	if (result !== void 0) write(request.method, response, result);
}
async function read(request) {
	const chunks = [];
	let size = 0;
	for await (const chunk of request) {
		size += chunk.length;
		if (size > largestBody) throw new Error("the body is too large");
		chunks.push(chunk);
	}
	return chunks.length === 1 && chunks[0] !== void 0 ? chunks[0] : Buffer.concat(chunks);
}
function write(method, response, { status, headers, body }) {
	const bytes = typeof body === "string" ? Buffer.from(body) : body;
	const withoutBody = status === 204 || status === 304;
	response.writeHead(status, {
		"docker-distribution-api-version": "registry/2.0",
		...withoutBody ? {} : { "content-length": bytes.length },
		...headers
	});
	if (method === "HEAD" || withoutBody) response.end();
	else response.end(bytes);
}
// lib/demo/images.js
const manifestType = "application/vnd.oci.image.manifest.v1+json";
const indexType = "application/vnd.oci.image.index.v1+json";
/** Pushes an image of one or two small layers and returns its digest. */
function putImage(store, name, tags, image) {
	const { labels = {}, annotations, content, size = 24e3, base, architecture = "amd64" } = image;
	const layers = [...base === void 0 ? [] : [base], filled(`${name}/${content}/${architecture}`, size)];
	const config = json({
		architecture,
		os: "linux",
		config: { Labels: labels },
		rootfs: {
			type: "layers",
			diff_ids: layers.map((layer) => putBlob(store, name, layer))
		}
	});
	return putManifest(store, name, tags, manifestType, json({
		schemaVersion: 2,
		mediaType: manifestType,
		config: descriptor(store, name, "application/vnd.oci.image.config.v1+json", config),
		layers: layers.map((layer) => descriptor(store, name, "application/vnd.oci.image.layer.v1.tar", layer)),
		...annotations === void 0 ? {} : { annotations }
	}));
}
/** An index over one image per architecture; `expire_at` stands on the index, where reading it costs nothing. */
function putIndex(store, name, tags, { annotations, ...image }) {
	const platforms = ["amd64", "arm64"].map((architecture) => {
		const digest = putImage(store, name, [], {
			...image,
			architecture
		});
		const size = store.repositories.get(name)?.manifests.get(digest)?.bytes.length;
		return {
			mediaType: manifestType,
			digest,
			size,
			platform: {
				os: "linux",
				architecture
			}
		};
	});
	const index = {
		schemaVersion: 2,
		mediaType: indexType,
		manifests: platforms
	};
	return putManifest(store, name, tags, indexType, json(annotations === void 0 ? index : {
		...index,
		annotations
	}));
}
/** A signature where cosign puts it without a referrers API: under a tag made of the subject's digest. */
function putSignature(store, name, subject) {
	const payload = json({ critical: {
		image: { "docker-manifest-digest": subject },
		type: "sample signature"
	} });
	return putManifest(store, name, [`${subject.replace(":", "-")}.sig`], manifestType, json({
		schemaVersion: 2,
		mediaType: manifestType,
		config: descriptor(store, name, "application/vnd.oci.image.config.v1+json", json({ subject })),
		layers: [descriptor(store, name, "application/vnd.dev.cosign.simplesigning.v1+json", payload)]
	}));
}
/** Bytes that differ from one text to the next, the same in every run. */
function filled(text, size) {
	const bytes = new Uint8Array(size);
	let state = 2166136261;
	for (const character of text) state = Math.imul(state ^ character.charCodeAt(0), 16777619);
	for (let index = 0; index < size; index++) {
		state = Math.imul(state ^ state >>> 15, 2246822519) + index;
		bytes[index] = state >>> 24;
	}
	return bytes;
}
function descriptor(store, name, mediaType, bytes) {
	return {
		mediaType,
		digest: putBlob(store, name, bytes),
		size: bytes.length
	};
}
function json(value) {
	return new TextEncoder().encode(JSON.stringify(value));
}
// lib/demo/company.js
const day = 86400;
/**
* A little company with what every registry has after a while: releases, test builds of last week and of today, previews,
* a base image, a signature, one digest under two names, something that runs though it should be gone, and a `latest`.
*/
function foundCompany(store, host, now) {
	const shop = "acme/shop";
	const api = "acme/api";
	const expired = { expire_at: String(now - 4 * day) };
	const fresh = { expire_at: String(now + 2 * day) };
	const base = filled("base", 64e3);
	putImage(store, "acme/base", ["node24-lts"], {
		content: "base",
		labels: { owner: "platform" }
	});
	for (let minor = 0; minor <= 4; minor++) {
		putImage(store, shop, [`v1.${minor}.0`], {
			content: `release ${minor}`,
			base
		});
		putIndex(store, api, [`v2.${minor}.0`], {
			content: `release ${minor}`,
			base
		});
	}
	for (let build = 0; build < 8; build++) {
		putImage(store, shop, [commit(shop, build)], {
			content: `build ${build}`,
			base,
			labels: expired,
			annotations: expired
		});
		putIndex(store, api, [commit(api, build)], {
			content: `build ${build}`,
			base,
			annotations: expired
		});
	}
	for (let build = 8; build < 10; build++) putImage(store, shop, [commit(shop, build)], {
		content: `build ${build}`,
		base,
		annotations: fresh
	});
	for (const number of [
		204,
		207,
		211
	]) putIndex(store, shop, [`pr-${number}`], {
		content: `preview ${number}`,
		base,
		annotations: expired
	});
	putImage(store, shop, ["pr-219"], {
		content: "preview 219",
		base,
		annotations: fresh
	});
	putImage(store, shop, ["latest"], {
		content: "whatever",
		base
	});
	alias(store, shop, commit(shop, 3), "v1.5.0");
	for (const tag of ["v2.4.0", commit(api, 5)]) putSignature(store, api, digestAt(store, api, tag));
	const name = `${host}/${shop}`;
	return {
		policy: policyFor(host),
		inventory: JSON.stringify({
			schema: "image-hygiene/inventory/v1",
			source: "prod",
			collectedAt: require_instant.formatInstant(now - 600),
			complete: true,
			errors: [],
			refs: [{
				raw: `${name}:v1.4.0`,
				where: {
					namespace: "shop",
					kind: "Deployment",
					name: "web"
				}
			}, {
				raw: `${name}:${commit(shop, 6)}`,
				where: {
					namespace: "shop",
					kind: "CronJob",
					name: "nightly-report"
				}
			}]
		}),
		dockerfile,
		cast: {
			running: `${name}:${commit(shop, 6)}`,
			shared: `${name}:${commit(shop, 3)}`,
			struck: `${name}:pr-211`,
			restored: `${host}/${api}:${commit(api, 5)}`
		}
	};
}
const dockerfile = `FROM node:latest
WORKDIR /app
COPY . .
RUN apt-get update && apt-get install -y curl
CMD ["node", "server.js"]
`;
function policyFor(host) {
	return `version: 1
images: ['${host}/acme/**']
classes:
  release:  { on: git-tag,      tags: ['v{semver}'],     expires: never, immutable: true }
  commit:   { on: push,         tags: ['commit-{sha}'],  expires: 3d }
  preview:  { on: pull-request, tags: ['pr-{number}'],   expires: 14d }
  baseline: { tags: ['*-lts'],  expires: never, require-labels: [owner] }
forbid: [latest]
in-use: { required: [prod], max-age: 24h }
cleanup: { limits: { deletions: 500, share: 80% } }
`;
}
/** `commit-` and twelve digits that look like a commit's. */
function commit(name, build) {
	return `commit-${(0, node_crypto.createHash)("sha1").update(`${name} ${build}`).digest("hex").slice(0, 12)}`;
}
/** Gives an image a second name. */
function alias(store, name, from, to) {
	const stored = store.repositories.get(name)?.manifests.get(digestAt(store, name, from));
	if (stored !== void 0) putManifest(store, name, [to], stored.mediaType, stored.bytes);
}
function digestAt(store, name, tag) {
	const digest = store.repositories.get(name)?.tags.get(tag);
	if (digest === void 0) throw new Error(`the sample ${name}:${tag} is missing`);
	return digest;
}
// lib/demo/story.js
/** The whole life on one screen. Every figure and every reason is taken from what a step returned. */
function tell(told) {
	const { host, company, images, linted, planned, applied, running, shared, restored } = told;
	const { cast } = company;
	return [
		`A registry with ${images} images of a little company, filled just now at ${host}.`,
		"",
		...act("lint", `a Dockerfile: ${linted.verdict}, ${linted.findings.length} findings`, [...linted.findings.filter(({ severity }) => severity === "error").map(({ location, message }) => `line ${location?.line}: ${message}`)]),
		...act("plan", `${planned.outputs["going"]} images can go, ${planned.outputs["kept"]} stay, each for one reason`, ["of these, in acme/shop:", ...blockOf(planned, `${host}/acme/shop`)]),
		...act("review", "as a pull request does it: a person strikes out one line", [`- ${short(cast.struck)}`]),
		...act("apply", `${applied.outputs["deleted"]} deleted, ${applied.outputs["skipped"]} left, what stays read back whole`, ["reviewed, and still true at that moment; the raw manifests are in the journal"]),
		...act("explain", "two that stayed though their time was up", [`${short(cast.running)}  ${reasonOf(running)}`, `${short(cast.shared)}  ${reasonOf(shared)}`]),
		...act("restore", `${restored.outputs["restored"]} image put back byte for byte, its signature with it`, [short(cast.restored)]),
		"",
		"Now on your own registry. Nothing of this deletes anything:",
		"",
		"  image-hygiene plan 'ghcr.io/acme/**'                       what can go, what stays, and why",
		"  kubectl get pods,deploy,rs,sts,ds,jobs,cronjobs -A -o json > prod.json",
		"  image-hygiene plan 'ghcr.io/acme/**' --in-use prod.json --plan-file plan.jsonl",
		"  image-hygiene apply --plan-file plan.jsonl --in-use prod.json      what it would send"
	].join("\n");
}
function act(step, headline, lines) {
	const indent = " ".repeat(9);
	return [`${step.padEnd(indent.length)}${headline}`, ...lines.map((line) => `${indent}${line}`)];
}
/** The paragraph of a plan that is about one repository. */
function blockOf({ text = "" }, repository) {
	return text.split("\n\n").find((part) => part.startsWith(`${repository}\n`))?.split("\n").slice(1).map((line) => line.slice(2)) ?? [];
}
/** `acme/shop:pr-211`, without the host that everything here has. */
function short(reference) {
	return reference.slice(reference.indexOf("/") + 1);
}
function reasonOf({ text = "" }) {
	return text.split("\n").find((line) => line.trim().startsWith("stays: "))?.trim() ?? "";
}
// lib/steps/demo.js
const usage = { "in-use": "prod.json" };
const demo = require_define.defineStep({
	name: "demo",
	inputs: {
		keep: require_inputs.keep,
		summary: require_inputs.summary
	},
	outputs: {
		deleted: "How many images were deleted.",
		registry: "Address of the registry, where it was left running."
	},
	permissions: {
		github: {},
		registry: "none",
		gitlab: "Nothing."
	},
	async run(inputs, world) {
		const registry = await startRegistry();
		const company = foundCompany(registry.store, registry.host, world.now());
		const { cast } = company;
		const stage = await stageOf(world);
		await stage.files.write("Dockerfile", company.dockerfile);
		await stage.files.write(".image-hygiene.yml", company.policy);
		await stage.files.write("prod.json", company.inventory);
		const linted = await play(require_lint.lint, { dockerfiles: "Dockerfile" }, stage);
		const planned = await play(require_plan.plan, {
			...usage,
			"plan-file": "plan.jsonl"
		}, stage);
		await strikeOut(cast.struck, stage);
		const applied = await play(require_apply.apply, {
			...usage,
			"plan-file": "plan.jsonl",
			yes: "true"
		}, stage);
		const running = await play(require_explain.explain, {
			...usage,
			references: cast.running
		}, stage);
		const shared = await play(require_explain.explain, {
			...usage,
			references: cast.shared
		}, stage);
		const restored = await play(require_restore.restore, { references: cast.restored }, stage);
		if (!inputs.keep) await registry.close();
		const faults = [
			planned,
			applied,
			running,
			shared,
			restored
		].filter(({ verdict }) => verdict === "fail" || verdict === "error");
		const images = Number(planned.outputs["going"]) + Number(planned.outputs["kept"]);
		return {
			verdict: faults.length === 0 ? "pass" : "error",
			findings: faults.flatMap(({ findings }) => findings),
			outputs: {
				deleted: applied.outputs["deleted"] ?? "0",
				...inputs.keep ? { registry: registry.host } : {}
			},
			stats: { images },
			text: tell({
				host: registry.host,
				company,
				images,
				linted,
				planned,
				applied,
				running,
				shared,
				restored
			}).concat(inputs.keep ? `\n\nThe registry answers at ${registry.host} until you press Ctrl-C.` : "")
		};
	}
});
/** A folder of its own, without this machine's credentials or CI, and quiet: the demo tells the story itself. */
async function stageOf(world) {
	const folder = await world.files.temporaryFolder();
	const silent = () => {};
	return {
		...world,
		env: {},
		cwd: folder,
		files: world.files.below(folder),
		log: {
			...world.log,
			info: silent,
			warn: silent,
			progress: silent
		}
	};
}
function play(step, given, stage) {
	return step.run(require_define.readInputs(step.inputs, (input) => given[input.name]), stage);
}
async function strikeOut(reference, { files }) {
	const tag = JSON.stringify(reference.slice(reference.lastIndexOf(":") + 1));
	const lines = (await files.readText("plan.jsonl")).split("\n");
	await files.write("plan.jsonl", lines.filter((line) => !line.includes(`"tags":[${tag}]`)).join("\n"));
}
exports.demo = demo;
