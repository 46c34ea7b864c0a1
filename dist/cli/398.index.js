"use strict";
exports.id = 398;
exports.ids = [398];
exports.modules = {

/***/ 7398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  demo: () => (/* binding */ demo)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/image/instant.js
var instant = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/image/manifest-parse.js
var manifest_parse = __webpack_require__(1074);
;// CONCATENATED MODULE: ./lib/demo/registry/store.js


function createStore() {
    return { repositories: new Map(), blobs: new Map(), uploads: new Map(), nextUpload: 1 };
}
function repositoryOf(store, name) {
    const known = store.repositories.get(name);
    if (known !== undefined)
        return known;
    const repository = { tags: new Map(), manifests: new Map(), blobs: new Set() };
    store.repositories.set(name, repository);
    return repository;
}
function digestOf(bytes, algorithm = 'sha256') {
    return `${algorithm}:${(0,external_node_crypto_.createHash)(algorithm).update(bytes).digest('hex')}`;
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
    const manifest = (0,manifest_parse/* parseManifest */.Ng)(bytes, mediaType, digest);
    if ('fault' in manifest)
        throw new Error(`the manifest ${manifest.fault}`);
    const repository = repositoryOf(store, name);
    repository.manifests.set(digest, { mediaType, bytes, manifest });
    for (const tag of tags)
        repository.tags.set(tag, digest);
    return digest;
}
/** What `registry garbage-collect` does: blobs that no manifest of any repository names are gone. Their number. */
function collectGarbage(store) {
    const needed = new Set();
    for (const { manifests } of store.repositories.values()) {
        for (const { manifest } of manifests.values()) {
            if (manifest.config !== undefined)
                needed.add(manifest.config.digest);
            for (const { digest } of manifest.layers)
                needed.add(digest);
            for (const digest of manifest.mentions)
                needed.add(digest);
        }
    }
    const gone = [...store.blobs.keys()].filter(digest => !needed.has(digest));
    for (const digest of gone) {
        store.blobs.delete(digest);
        for (const { blobs } of store.repositories.values())
            blobs.delete(digest);
    }
    return gone.length;
}

;// CONCATENATED MODULE: ./lib/demo/images.js

const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const indexType = 'application/vnd.oci.image.index.v1+json';
/** Pushes an image of one or two small layers and returns its digest. */
function putImage(store, name, tags, image) {
    const { labels = {}, annotations, content, size = 24_000, base, architecture = 'amd64' } = image;
    const layers = [...(base === undefined ? [] : [base]), filled(`${name}/${content}/${architecture}`, size)];
    const config = json({
        architecture,
        os: 'linux',
        config: { Labels: labels },
        rootfs: { type: 'layers', diff_ids: layers.map(layer => putBlob(store, name, layer)) },
    });
    return putManifest(store, name, tags, manifestType, json({
        schemaVersion: 2,
        mediaType: manifestType,
        config: descriptor(store, name, 'application/vnd.oci.image.config.v1+json', config),
        layers: layers.map(layer => descriptor(store, name, 'application/vnd.oci.image.layer.v1.tar', layer)),
        ...(annotations === undefined ? {} : { annotations }),
    }));
}
/** An index over one image per architecture; `expire_at` stands on the index, where reading it costs nothing. */
function putIndex(store, name, tags, { annotations, ...image }) {
    const platforms = ['amd64', 'arm64'].map(architecture => {
        const digest = putImage(store, name, [], { ...image, architecture });
        const size = store.repositories.get(name)?.manifests.get(digest)?.bytes.length;
        return { mediaType: manifestType, digest, size, platform: { os: 'linux', architecture } };
    });
    const index = { schemaVersion: 2, mediaType: indexType, manifests: platforms };
    return putManifest(store, name, tags, indexType, json(annotations === undefined ? index : { ...index, annotations }));
}
/** A signature where cosign puts it without a referrers API: under a tag made of the subject's digest. */
function putSignature(store, name, subject) {
    const payload = json({
        critical: { image: { 'docker-manifest-digest': subject }, type: 'sample signature' },
    });
    return putManifest(store, name, [`${subject.replace(':', '-')}.sig`], manifestType, json({
        schemaVersion: 2,
        mediaType: manifestType,
        config: descriptor(store, name, 'application/vnd.oci.image.config.v1+json', json({ subject })),
        layers: [descriptor(store, name, 'application/vnd.dev.cosign.simplesigning.v1+json', payload)],
    }));
}
/** Bytes that differ from one text to the next, the same in every run. */
function filled(text, size) {
    const bytes = new Uint8Array(size);
    let state = 2166136261;
    for (const character of text)
        state = Math.imul(state ^ character.charCodeAt(0), 16777619);
    for (let index = 0; index < size; index++) {
        state = Math.imul(state ^ (state >>> 15), 2246822519) + index;
        bytes[index] = state >>> 24;
    }
    return bytes;
}
function descriptor(store, name, mediaType, bytes) {
    return { mediaType, digest: putBlob(store, name, bytes), size: bytes.length };
}
function json(value) {
    return new TextEncoder().encode(JSON.stringify(value));
}

;// CONCATENATED MODULE: ./lib/demo/company.js




const day = 86_400;
/**
 * A little company with what every registry has after a while: releases, test builds of last week and of today, previews,
 * a base image, a signature, one digest under two names, something that runs though it should be gone, and a `latest`.
 */
function foundCompany(store, host, now) {
    const shop = 'acme/shop';
    const api = 'acme/api';
    const expired = { expire_at: String(now - 4 * day) };
    const fresh = { expire_at: String(now + 2 * day) };
    const base = filled('base', 64_000);
    putImage(store, 'acme/base', ['node24-lts'], { content: 'base', labels: { owner: 'platform' } });
    for (let minor = 0; minor <= 4; minor++) {
        putImage(store, shop, [`v1.${minor}.0`], { content: `release ${minor}`, base });
        putIndex(store, api, [`v2.${minor}.0`], { content: `release ${minor}`, base });
    }
    for (let build = 0; build < 8; build++) {
        putImage(store, shop, [commit(shop, build)], {
            content: `build ${build}`,
            base,
            labels: expired,
            annotations: expired,
        });
        putIndex(store, api, [commit(api, build)], { content: `build ${build}`, base, annotations: expired });
    }
    for (let build = 8; build < 10; build++) {
        putImage(store, shop, [commit(shop, build)], { content: `build ${build}`, base, annotations: fresh });
    }
    for (const number of [204, 207, 211]) {
        putIndex(store, shop, [`pr-${number}`], { content: `preview ${number}`, base, annotations: expired });
    }
    putImage(store, shop, ['pr-219'], { content: 'preview 219', base, annotations: fresh });
    putImage(store, shop, ['latest'], { content: 'whatever', base });
    // Released by giving the tested image a second name: deleting the first by its digest would take the release along.
    alias(store, shop, commit(shop, 3), 'v1.5.0');
    for (const tag of ['v2.4.0', commit(api, 5)])
        putSignature(store, api, digestAt(store, api, tag));
    const name = `${host}/${shop}`;
    return {
        policy: policyFor(host),
        inventory: JSON.stringify({
            schema: 'image-hygiene/inventory/v1',
            source: 'prod',
            collectedAt: (0,instant/* formatInstant */.r)(now - 600),
            complete: true,
            errors: [],
            refs: [
                { raw: `${name}:v1.4.0`, where: { namespace: 'shop', kind: 'Deployment', name: 'web' } },
                {
                    raw: `${name}:${commit(shop, 6)}`,
                    where: { namespace: 'shop', kind: 'CronJob', name: 'nightly-report' },
                },
            ],
        }),
        dockerfile,
        cast: {
            running: `${name}:${commit(shop, 6)}`,
            shared: `${name}:${commit(shop, 3)}`,
            struck: `${name}:pr-211`,
            restored: `${host}/${api}:${commit(api, 5)}`,
        },
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
    return `commit-${(0,external_node_crypto_.createHash)('sha1').update(`${name} ${build}`).digest('hex').slice(0, 12)}`;
}
/** Gives an image a second name. */
function alias(store, name, from, to) {
    const stored = store.repositories.get(name)?.manifests.get(digestAt(store, name, from));
    if (stored !== undefined)
        putManifest(store, name, [to], stored.mediaType, stored.bytes);
}
function digestAt(store, name, tag) {
    const digest = store.repositories.get(name)?.tags.get(tag);
    if (digest === undefined)
        throw new Error(`the sample ${name}:${tag} is missing`);
    return digest;
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./lib/image/digest.js
var image_digest = __webpack_require__(7241);
;// CONCATENATED MODULE: ./lib/demo/registry/exchange.js
function given(status, headers = {}, body = '') {
    return { status, headers, body };
}
function exchange_json(body, headers = {}, mediaType = 'application/json') {
    return given(200, { 'content-type': mediaType, ...headers }, JSON.stringify(body));
}
/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes */
function refusal(status, code, message) {
    return given(status, { 'content-type': 'application/json' }, JSON.stringify({ errors: [{ code, message, detail: null }] }));
}

;// CONCATENATED MODULE: ./lib/demo/registry/blobs.js



/** `/v2/<name>/blobs/<digest>` */
function answerBlob(store, name, digest, { method, headers }) {
    const repository = store.repositories.get(name);
    if (!(0,image_digest/* isDigest */.B)(digest))
        return refusal(400, 'DIGEST_INVALID', `'${digest}' is no digest`);
    const bytes = repository?.blobs.has(digest) ? store.blobs.get(digest) : undefined;
    if (bytes === undefined)
        return refusal(404, 'BLOB_UNKNOWN', `${name} has no blob ${digest}`);
    if (method === 'DELETE') {
        repository?.blobs.delete(digest);
        return given(202);
    }
    if (method !== 'GET' && method !== 'HEAD')
        return refusal(405, 'UNSUPPORTED', 'blobs are pulled here');
    const common = {
        'content-type': 'application/octet-stream',
        'docker-content-digest': digest,
        'accept-ranges': 'bytes',
    };
    const [, from, to] = /^bytes=([0-9]+)-([0-9]*)$/.exec(headers['range'] ?? '') ?? [];
    if (from === undefined)
        return given(200, { ...common, 'content-length': String(bytes.length) }, bytes);
    const first = Number(from);
    const last = Math.min(to === '' || to === undefined ? bytes.length - 1 : Number(to), bytes.length - 1);
    if (first > last)
        return given(416, { 'content-range': `bytes */${bytes.length}` });
    const part = bytes.subarray(first, last + 1);
    const range = `bytes ${first}-${last}/${bytes.length}`;
    return given(206, { ...common, 'content-range': range, 'content-length': String(part.length) }, part);
}
/** `/v2/<name>/blobs/uploads/<session>`; without a session it opens one. */
function answerUpload(store, name, session, asked) {
    if (session === '')
        return asked.method === 'POST' ? blobs_open(store, name, asked) : given(405);
    const upload = store.uploads.get(session);
    if (upload === undefined || upload.repository !== name) {
        return refusal(404, 'BLOB_UPLOAD_UNKNOWN', `there is no upload ${session}`);
    }
    switch (asked.method) {
        case 'GET':
            return progress(204, name, session, upload);
        case 'PATCH':
            return append(upload, asked) ?? progress(202, name, session, upload);
        case 'PUT':
            return append(upload, asked) ?? finish(store, name, session, upload, asked);
        case 'DELETE':
            store.uploads.delete(session);
            return given(204);
        default:
            return refusal(405, 'UNSUPPORTED', 'uploads take PATCH, PUT, GET and DELETE');
    }
}
/** A whole blob in one POST, a mount from another repository, or the start of an upload. */
function blobs_open(store, name, { query, body }) {
    const mount = query.get('mount');
    const from = query.get('from');
    if (mount !== null && (0,image_digest/* isDigest */.B)(mount) && from !== null) {
        if (store.repositories.get(from)?.blobs.has(mount) && store.blobs.has(mount)) {
            repositoryOf(store, name).blobs.add(mount);
            return created(name, mount);
        }
    }
    const session = `upload-${store.nextUpload}`;
    store.nextUpload += 1;
    const upload = { repository: name, chunks: [], size: 0 };
    store.uploads.set(session, upload);
    const digest = query.get('digest');
    if (digest === null)
        return progress(202, name, session, upload);
    upload.chunks.push(body);
    return blobs_close(store, name, session, upload, digest);
}
/** Chunks come in order; one that starts elsewhere is refused with 416. Undefined when it was taken. */
function append(upload, { headers, body }) {
    const start = /^(?:bytes )?([0-9]+)-/.exec(headers['content-range'] ?? '')?.[1];
    if (start !== undefined && Number(start) !== upload.size) {
        return given(416, { range: `0-${Math.max(0, upload.size - 1)}` });
    }
    if (body.length > 0)
        upload.chunks.push(body);
    upload.size += body.length;
    return undefined;
}
function finish(store, name, session, upload, { query }) {
    return blobs_close(store, name, session, upload, query.get('digest') ?? '');
}
function blobs_close(store, name, session, upload, digest) {
    if (!(0,image_digest/* isDigest */.B)(digest))
        return refusal(400, 'DIGEST_INVALID', `'${digest}' is no digest`);
    const bytes = Buffer.concat(upload.chunks);
    store.uploads.delete(session);
    const actual = digestOf(bytes, digest.startsWith('sha512:') ? 'sha512' : 'sha256');
    if (actual !== digest)
        return refusal(400, 'DIGEST_INVALID', `the bytes have the digest ${actual}`);
    store.blobs.set(digest, bytes);
    repositoryOf(store, name).blobs.add(digest);
    return created(name, digest);
}
function created(name, digest) {
    return given(201, { location: `/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest });
}
function progress(status, name, session, upload) {
    return given(status, {
        location: `/v2/${name}/blobs/uploads/${session}`,
        range: `0-${Math.max(0, upload.size - 1)}`,
        'docker-upload-uuid': session,
    });
}

;// CONCATENATED MODULE: ./lib/demo/registry/lists.js


/** `/v2/<name>/tags/list` */
function answerTags(store, name, asked) {
    const repository = store.repositories.get(name);
    if (repository === undefined)
        return refusal(404, 'NAME_UNKNOWN', `there is no repository ${name}`);
    return page([...repository.tags.keys()], asked, tags => ({ name, tags }));
}
/** `/v2/_catalog` */
function answerCatalog(store, asked) {
    return page([...store.repositories.keys()], asked, repositories => ({ repositories }));
}
/**
 * `/v2/<name>/referrers/<digest>`: an index of all manifests whose subject it is, whether or not it is there.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
 */
function answerReferrers(store, name, subject, { query }) {
    if (!(0,image_digest/* isDigest */.B)(subject))
        return refusal(400, 'DIGEST_INVALID', `'${subject}' is no digest`);
    const wanted = query.get('artifactType');
    const manifests = [...(store.repositories.get(name)?.manifests.values() ?? [])]
        .filter(({ manifest }) => manifest.subject === subject)
        .map(({ mediaType, bytes, manifest }) => ({
        mediaType,
        digest: manifest.digest,
        size: bytes.length,
        artifactType: manifest.artifactType ?? manifest.config?.mediaType,
        annotations: manifest.annotations,
    }))
        .filter(({ artifactType }) => wanted === null || artifactType === wanted);
    const mediaType = 'application/vnd.oci.image.index.v1+json';
    return exchange_json({ schemaVersion: 2, mediaType, manifests }, wanted === null ? {} : { 'oci-filters-applied': 'artifactType' }, mediaType);
}
/** In lexical order, `n` at once, after `last`; a Link if there is more. */
function page(names, { path, query }, body) {
    const n = query.get('n');
    const last = query.get('last') ?? '';
    if (n !== null && !/^[0-9]{1,9}$/.test(n)) {
        return refusal(400, 'PAGINATION_NUMBER_INVALID', `'${n}' is no number of entries`);
    }
    const after = [...names].sort(byCodeUnit).filter(name => name > last);
    const some = n === null ? after : after.slice(0, Number(n));
    const end = some.at(-1);
    if (end === undefined || some.length === after.length)
        return exchange_json(body(some));
    const next = `${path}?last=${encodeURIComponent(end)}&n=${n}`;
    return exchange_json(body(some), { link: `<${next}>; rel="next"` });
}
function byCodeUnit(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
;// CONCATENATED MODULE: ./lib/demo/registry/manifests.js



/** `/v2/<name>/manifests/<tag or digest>` */
function answerManifest(store, name, reference, asked) {
    switch (asked.method) {
        case 'GET':
        case 'HEAD':
            return pull(store, name, reference, asked);
        case 'PUT':
            return push(store, name, reference, asked);
        case 'DELETE':
            return remove(store, name, reference);
        default:
            return refusal(405, 'UNSUPPORTED', 'manifests are pulled, pushed and deleted');
    }
}
function pull(store, name, reference, { headers }) {
    const repository = store.repositories.get(name);
    const digest = (0,image_digest/* isDigest */.B)(reference) ? reference : repository?.tags.get(reference);
    const stored = digest === undefined ? undefined : repository?.manifests.get(digest);
    if (digest === undefined || stored === undefined) {
        return refusal(404, 'MANIFEST_UNKNOWN', `${name} has no manifest ${reference}`);
    }
    const etag = `"${digest}"`;
    if ((headers['if-none-match'] ?? '').split(',').some(one => one.trim() === etag))
        return given(304, { etag });
    const { mediaType, bytes } = stored;
    return given(200, {
        'content-type': mediaType,
        'content-length': String(bytes.length),
        'docker-content-digest': digest,
        etag,
    }, bytes);
}
function push(store, name, reference, { headers, body }) {
    if (!(0,image_digest/* isDigest */.B)(reference) && !(0,image_reference/* isTag */.dz)(reference)) {
        return refusal(400, 'MANIFEST_INVALID', `'${reference}' is neither a tag nor a digest`);
    }
    if (body.length > manifest_parse/* largestManifest */.oU)
        return refusal(413, 'SIZE_INVALID', 'the manifest is too large');
    const digest = digestOf(body, reference.startsWith('sha512:') ? 'sha512' : 'sha256');
    if ((0,image_digest/* isDigest */.B)(reference) && reference !== digest) {
        return refusal(400, 'DIGEST_INVALID', `the body has the digest ${digest}`);
    }
    const mediaType = headers['content-type'] ?? '';
    const manifest = (0,manifest_parse/* parseManifest */.Ng)(body, mediaType, digest);
    if ('fault' in manifest)
        return refusal(400, 'MANIFEST_INVALID', `the manifest ${manifest.fault}`);
    const repository = repositoryOf(store, name);
    const missing = missingPart(repository, manifest);
    if (missing !== undefined)
        return refusal(404, 'MANIFEST_BLOB_UNKNOWN', `${name} does not hold ${missing}`);
    repository.manifests.set(digest, { mediaType, bytes: body, manifest });
    if (!(0,image_digest/* isDigest */.B)(reference))
        repository.tags.set(reference, digest);
    return given(201, {
        location: `/v2/${name}/manifests/${digest}`,
        'docker-content-digest': digest,
        ...(manifest.subject === undefined ? {} : { 'oci-subject': manifest.subject }),
    });
}
/** A subject may be missing: a referrer may be pushed before what it refers to. */
function missingPart({ blobs, manifests }, manifest) {
    const { config, layers, children } = manifest;
    const parts = config === undefined ? layers : [config, ...layers];
    return (parts.find(({ digest }) => !blobs.has(digest))?.digest ??
        children.find(({ digest }) => !manifests.has(digest) && !blobs.has(digest))?.digest);
}
function remove(store, name, reference) {
    const repository = store.repositories.get(name);
    if (!(0,image_digest/* isDigest */.B)(reference)) {
        return repository?.tags.delete(reference) === true
            ? given(202)
            : refusal(404, 'MANIFEST_UNKNOWN', `${name} has no tag ${reference}`);
    }
    if (repository?.manifests.delete(reference) !== true) {
        return refusal(404, 'MANIFEST_UNKNOWN', `${name} has no manifest ${reference}`);
    }
    for (const [tag, digest] of repository.tags)
        if (digest === reference)
            repository.tags.delete(tag);
    return given(202);
}

;// CONCATENATED MODULE: ./lib/demo/registry/answer.js




const routes = /^\/v2\/(.+?)\/(?:(manifests|referrers)\/([^/]+)|blobs\/uploads\/([^/]*)|blobs\/([^/]+)|tags\/list)$/;
const repositoryName = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
/**
 * What a registry answers, as far as clients of images need it: pulling, pushing, listing, deleting, referrers.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#endpoints
 */
function answer(store, asked) {
    const { path } = asked;
    if (path === '/v2/' || path === '/v2')
        return exchange_json({});
    if (path === '/v2/_catalog')
        return answerCatalog(store, asked);
    const [, name, kind, reference, upload, blob] = routes.exec(path) ?? [];
    if (name === undefined)
        return given(404);
    if (name.length > 255 || !repositoryName.test(name)) {
        return refusal(400, 'NAME_INVALID', `'${name}' is no repository name`);
    }
    if (kind === 'manifests')
        return answerManifest(store, name, reference ?? '', asked);
    if (kind === 'referrers')
        return answerReferrers(store, name, reference ?? '', asked);
    if (upload !== undefined)
        return answerUpload(store, name, upload, asked);
    if (blob !== undefined)
        return answerBlob(store, name, blob, asked);
    return answerTags(store, name, asked);
}

;// CONCATENATED MODULE: ./lib/demo/registry/server.js





const largestBody = 256 * 1024 * 1024;
/** An OCI registry on loopback, in this process and in memory. Who can reach the port may do anything. */
async function startRegistry(options = {}) {
    const { port = 0, store = createStore(), around = (_, answered) => answered() } = options;
    const server = (0,external_node_http_.createServer)((request, response) => {
        serve(store, around, request, response).catch(error => {
            if (response.headersSent)
                response.destroy();
            else
                write(request.method, response, refusal(500, 'UNKNOWN', String(error)));
        });
    });
    server.keepAliveTimeout = 30_000;
    server.listen(port, '127.0.0.1');
    await (0,external_node_events_.once)(server, 'listening');
    return {
        host: `127.0.0.1:${server.address().port}`,
        store,
        async close() {
            server.closeAllConnections();
            server.close();
            await (0,external_node_events_.once)(server, 'close');
        },
    };
}
async function serve(store, around, request, response) {
    const url = new URL(request.url ?? '/', 'http://registry');
    const asked = {
        method: request.method ?? 'GET',
        path: decodeURIComponent(url.pathname),
        query: url.searchParams,
        headers: request.headers,
        body: await read(request),
    };
    const result = await around(asked, () => answer(store, asked), response);
    if (result !== undefined)
        write(request.method, response, result);
}
async function read(request) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request) {
        size += chunk.length;
        if (size > largestBody)
            throw new Error('the body is too large');
        chunks.push(chunk);
    }
    return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}
function write(method, response, { status, headers, body }) {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    const withoutBody = status === 204 || status === 304;
    response.writeHead(status, {
        'docker-distribution-api-version': 'registry/2.0',
        ...(withoutBody ? {} : { 'content-length': bytes.length }),
        ...headers,
    });
    if (method === 'HEAD' || withoutBody)
        response.end();
    else
        response.end(bytes);
}

;// CONCATENATED MODULE: ./lib/demo/story.js
/** The whole life on one screen. Every figure and every reason is taken from what a step returned. */
function tell(told) {
    const { host, company, images, linted, planned, applied, running, shared, restored } = told;
    const { cast } = company;
    return [
        `A registry with ${images} images of a little company, filled just now at ${host}.`,
        '',
        ...act('lint', `a Dockerfile: ${linted.verdict}, ${linted.findings.length} findings`, [
            ...linted.findings
                .filter(({ severity }) => severity === 'error')
                .map(({ location, message }) => `line ${location?.line}: ${message}`),
        ]),
        ...act('plan', `${planned.outputs['going']} images can go, ${planned.outputs['kept']} stay, each for one reason`, ['of these, in acme/shop:', ...blockOf(planned, `${host}/acme/shop`)]),
        ...act('review', 'as a pull request does it: a person strikes out one line', [`- ${story_short(cast.struck)}`]),
        ...act('apply', `${applied.outputs['deleted']} deleted, ${applied.outputs['skipped']} left, what stays read back whole`, ['reviewed, and still true at that moment; the raw manifests are in the journal']),
        ...act('explain', 'two that stayed though their time was up', [
            `${story_short(cast.running)}  ${reasonOf(running)}`,
            `${story_short(cast.shared)}  ${reasonOf(shared)}`,
        ]),
        ...act('restore', `${restored.outputs['restored']} image put back byte for byte, its signature with it`, [
            story_short(cast.restored),
        ]),
        '',
        'Now on your own registry. Nothing of this deletes anything:',
        '',
        "  image-hygiene plan 'ghcr.io/acme/**'                       what can go, what stays, and why",
        '  kubectl get pods,deploy,rs,sts,ds,jobs,cronjobs -A -o json > prod.json',
        "  image-hygiene plan 'ghcr.io/acme/**' --in-use prod.json --plan-file plan.jsonl",
        '  image-hygiene apply --plan-file plan.jsonl --in-use prod.json      what it would send',
    ].join('\n');
}
function act(step, headline, lines) {
    const indent = ' '.repeat(9);
    return [`${step.padEnd(indent.length)}${headline}`, ...lines.map(line => `${indent}${line}`)];
}
/** The paragraph of a plan that is about one repository. */
function blockOf({ text = '' }, repository) {
    const block = text.split('\n\n').find(part => part.startsWith(`${repository}\n`));
    return (block
        ?.split('\n')
        .slice(1)
        .map(line => line.slice(2)) ?? []);
}
/** `acme/shop:pr-211`, without the host that everything here has. */
function story_short(reference) {
    return reference.slice(reference.indexOf('/') + 1);
}
function reasonOf({ text = '' }) {
    return (text
        .split('\n')
        .find(line => line.trim().startsWith('stays: '))
        ?.trim() ?? '');
}

// EXTERNAL MODULE: ./lib/steps/apply.js + 23 modules
var apply = __webpack_require__(4093);
// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
// EXTERNAL MODULE: ./lib/steps/explain.js + 2 modules
var explain = __webpack_require__(6498);
// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
// EXTERNAL MODULE: ./lib/steps/lint.js + 71 modules
var lint = __webpack_require__(3845);
// EXTERNAL MODULE: ./lib/steps/plan.js + 18 modules
var plan = __webpack_require__(9233);
// EXTERNAL MODULE: ./lib/steps/restore.js + 2 modules
var restore = __webpack_require__(2169);
;// CONCATENATED MODULE: ./lib/steps/demo.js










const usage = { 'in-use': 'prod.json' };
const demo = (0,steps_define/* defineStep */.ol)({
    name: 'demo',
    inputs: { keep: inputs/* keep */.aC, summary: inputs/* summary */.z },
    outputs: {
        deleted: 'How many images were deleted.',
        registry: 'Address of the registry, where it was left running.',
    },
    permissions: { github: {}, registry: 'none', gitlab: 'Nothing.' },
    async run(inputs, world) {
        const registry = await startRegistry();
        const company = foundCompany(registry.store, registry.host, world.now());
        const { cast } = company;
        const stage = await stageOf(world);
        await stage.files.write('Dockerfile', company.dockerfile);
        await stage.files.write('.image-hygiene.yml', company.policy);
        await stage.files.write('prod.json', company.inventory);
        const linted = await play(lint.lint, { dockerfiles: 'Dockerfile' }, stage);
        const planned = await play(plan.plan, { ...usage, 'plan-file': 'plan.jsonl' }, stage);
        await strikeOut(cast.struck, stage);
        const applied = await play(apply.apply, { ...usage, 'plan-file': 'plan.jsonl', yes: 'true' }, stage);
        const running = await play(explain.explain, { ...usage, references: cast.running }, stage);
        const shared = await play(explain.explain, { ...usage, references: cast.shared }, stage);
        const restored = await play(restore.restore, { references: cast.restored }, stage);
        if (!inputs.keep)
            await registry.close();
        const acts = [planned, applied, running, shared, restored];
        const faults = acts.filter(({ verdict }) => verdict === 'fail' || verdict === 'error');
        const images = Number(planned.outputs['going']) + Number(planned.outputs['kept']);
        return {
            verdict: faults.length === 0 ? 'pass' : 'error',
            findings: faults.flatMap(({ findings }) => findings),
            outputs: {
                deleted: applied.outputs['deleted'] ?? '0',
                ...(inputs.keep ? { registry: registry.host } : {}),
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
                restored,
            }).concat(inputs.keep ? `\n\nThe registry answers at ${registry.host} until you press Ctrl-C.` : ''),
        };
    },
});
/** A folder of its own, without this machine's credentials or CI, and quiet: the demo tells the story itself. */
async function stageOf(world) {
    const folder = await world.files.temporaryFolder();
    const silent = () => { };
    return {
        ...world,
        env: {},
        cwd: folder,
        files: world.files.below(folder),
        log: { ...world.log, info: silent, warn: silent, progress: silent },
    };
}
function play(step, given, stage) {
    return step.run((0,steps_define/* readInputs */.Ko)(step.inputs, input => given[input.name]), stage);
}
async function strikeOut(reference, { files }) {
    const tag = JSON.stringify(reference.slice(reference.lastIndexOf(':') + 1));
    const lines = (await files.readText('plan.jsonl')).split('\n');
    await files.write('plan.jsonl', lines.filter(line => !line.includes(`"tags":[${tag}]`)).join('\n'));
}


/***/ }),

/***/ 6498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explain: () => (/* binding */ explain)
});

// EXTERNAL MODULE: ./lib/image/graph.js
var image_graph = __webpack_require__(5953);
// EXTERNAL MODULE: ./lib/image/instant.js
var instant = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/cleanup/judge.js
var judge = __webpack_require__(7463);
// EXTERNAL MODULE: ./lib/cleanup/rules/index.js + 10 modules
var rules = __webpack_require__(5475);
// EXTERNAL MODULE: ./lib/cleanup/view.js + 1 modules
var cleanup_view = __webpack_require__(4781);
;// CONCATENATED MODULE: ./lib/cleanup/explain.js




/** Each tag of a digest, judged alone; or what has to be read for it. */
function judgeTags(facts, snapshot, head) {
    const view = (0,cleanup_view/* viewOf */.du)(snapshot, (0,cleanup_view/* worldOf */.cO)(facts), []);
    const node = view.graph.nodeOf(head);
    if (node === undefined)
        return [];
    const verdicts = (view.graph.tags.get(node) ?? []).map(tag => judgeTag(view, node, tag, snapshot.gaps.length > 0));
    const { manifests, configs, referrers } = view.wants;
    if (snapshot.gaps.length > 0 || manifests.size + configs.size + referrers.size === 0)
        return verdicts;
    return { manifests: [...manifests], configs: [...configs], referrers: [...referrers] };
}
function judgeTag(view, node, tag, held) {
    const cases = (0,judge/* casesOfTag */.FK)(view, node, tag);
    const classes = cases.flatMap(({ match }) => match?.class ?? []);
    const hold = (0,judge/* holdOf */.nv)(cases, [...rules/* rules */.a.names, ...rules/* rules */.a.clocks]);
    if (hold === 'unread' || (held && hold === undefined))
        return { tag, classes, verdict: 'held' };
    if (hold !== undefined)
        return { tag, classes, verdict: { goes: false, ...hold } };
    const { clock } = (0,judge/* reasonOf */.A3)(cases);
    return { tag, classes, verdict: { goes: true, ...(clock === undefined ? {} : { clock }) } };
}
/** The images that a digest is or belongs to: itself, what names it, what it refers to; nearest first. */
function imagesOf(decision, snapshot, digest, facts) {
    const repository = decision.repositories.find(one => one.repository === snapshot.repository);
    const images = new Map(repository?.images.map(image => [image.head, image]));
    const { graph } = (0,cleanup_view/* viewOf */.du)(snapshot, (0,cleanup_view/* worldOf */.cO)(facts), []);
    const start = graph.nodeOf(digest);
    if (start === undefined)
        return [];
    const found = [];
    const seen = new Set([start]);
    for (const node of seen) {
        const image = images.get(graph.digests[node]);
        if (image !== undefined) {
            found.push(image);
            if (node === start)
                break;
        }
        for (const up of [...(0,image_graph/* follow */.e6)(graph.parents, node), ...(0,image_graph/* follow */.e6)(graph.subjects, node)])
            seen.add(up);
    }
    return found;
}
/** What would have to change for an image to go, or to stay. */
function wayOut({ fate, clock, tags }) {
    if (fate.goes)
        return `to keep it: change "delete" to "keep" in its line of the plan, or deploy it and refresh the inventory`;
    return ways[fate.because]({
        detail: fate.detail,
        path: fate.rule?.path ?? 'the policy',
        clock,
        tag: tags[0] ?? 'it',
    });
}
const ways = {
    'in-use': () => 'it goes once nothing uses it and a newer inventory says so',
    'never-expires': ({ path }) => `it goes only if ${path} says a duration or superseded`,
    newest: ({ path }) => `it goes when newer images push it out, or ${path} holds fewer`,
    unranked: ({ tag }) => `it goes if ${tag} can be ranked (a version such as v1.2.3), or is of a class without keep`,
    'not-expired': ({ clock }) => clock === undefined ? 'it has to wait' : `it goes from ${(0,instant/* formatInstant */.r)(clock.at)} on`,
    'too-young': ({ detail }) => detail,
    'no-clock': () => 'it goes if the policy takes another clock (cleanup.clock), or its class is superseded',
    'absurd-clock': () => 'it goes when its label is mended: unix seconds, ten digits',
    'no-class': ({ tag }) => `it goes only under a class that matches ${tag}: classes: { legacy: { tags: ['*'], expires: 180d } }`,
    shared: ({ detail }) => `it goes when that image does: ${detail}`,
    'base-of-kept': ({ detail }) => `it goes when nothing that stays is built on it: ${detail}`,
    'referrer-of-kept': () => 'it goes with the image that it refers to',
    metadata: () => 'it goes never by itself: delete it by hand if nobody needs it',
    'unknown-type': () => 'it goes never by itself: only images and indexes are judged',
    'kept-by-reviewer': () => 'it goes when its keep line is deleted from the plan file',
    'last-image': () => 'it goes once the repository has another image',
    limit: ({ path }) => `it goes in a later plan, or when ${path} allows more at once`,
    held: () => 'nothing of its repository is planned until it can be read whole and what runs is known',
};

// EXTERNAL MODULE: ./lib/cleanup/in-use/read-usage.js + 7 modules
var read_usage = __webpack_require__(7384);
// EXTERNAL MODULE: ./lib/cleanup/keeps.js
var keeps = __webpack_require__(2518);
// EXTERNAL MODULE: ./lib/cleanup/settle.js + 9 modules
var settle = __webpack_require__(1072);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/outcome/error.js
var error = __webpack_require__(3166);
// EXTERNAL MODULE: ./lib/policy/scope.js
var scope = __webpack_require__(478);
// EXTERNAL MODULE: ./lib/registry/extend.js
var extend = __webpack_require__(6095);
// EXTERNAL MODULE: ./lib/registry/read.js + 2 modules
var registry_read = __webpack_require__(2346);
// EXTERNAL MODULE: ./lib/report/terminal.js
var terminal = __webpack_require__(1488);
// EXTERNAL MODULE: ./lib/steps/closed-requests.js + 2 modules
var closed_requests = __webpack_require__(8654);
// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
// EXTERNAL MODULE: ./lib/outcome/finding.js
var finding = __webpack_require__(7525);
// EXTERNAL MODULE: ./lib/report/harmless.js
var harmless = __webpack_require__(2463);
;// CONCATENATED MODULE: ./lib/steps/explain-text.js



function explanationsText(explained) {
    return explained.map(explanation).join('\n\n');
}
function explanation({ reference, digest, images, tags, ways }) {
    const lines = [(0,harmless/* oneLine */.TN)(reference), `  ${digest}`];
    if (images.length === 0)
        lines.push('  nothing that was read names it: it is never touched');
    images.forEach((image, index) => {
        if (image.head !== digest)
            lines.push(`  belongs to ${nameOf(image)}`);
        lines.push(...fateLines(image), `  ${(0,harmless/* oneLine */.TN)(ways[index] ?? '', 600)}`);
        const { untag } = image;
        if (untag !== undefined) {
            lines.push(`  loses: ${untag.tags.join(', ')} (${untag.because}); it stays as ${untag.by.tag}`);
        }
        else if (image.head === digest)
            lines.push(...tagsAlone(image, tags));
    });
    if (tags.length > 0)
        lines.push('  its tags, each judged alone:', ...tags.map(tagLine));
    return lines.join('\n');
}
/** Tags that would go, on an image that another of its tags holds: the policy may let them go alone. */
function tagsAlone({ repository, fate }, tags) {
    const old = tags.filter(({ verdict }) => verdict !== 'held' && verdict.goes).map(({ tag }) => tag);
    const held = tags.some(({ verdict }) => verdict !== 'held' && !verdict.goes);
    if (fate.goes || fate.because === 'in-use' || fate.because === 'kept-by-reviewer')
        return [];
    if (!held || old.length === 0)
        return [];
    const host = (0,image_reference/* registryOf */.Fv)(repository);
    return [
        `  to let ${old.join(', ')} go alone: cleanup: { untag: [${host}] }, if that registry deletes single tags`,
    ];
}
function fateLines({ fate, class: name, clock }) {
    const rule = fate.rule === undefined
        ? []
        : [
            `  rule: ${fate.rule.path} (${fate.rule.location === undefined ? 'built in' : (0,finding/* formatLocation */.j$)(fate.rule.location)})`,
        ];
    return [
        fate.goes ? `  goes: ${fate.because}` : `  stays: ${fate.because}: ${(0,harmless/* oneLine */.TN)(fate.detail)}`,
        ...(name === undefined ? [] : [`  class: ${(0,harmless/* oneLine */.TN)(name)}`]),
        ...(clock === undefined ? [] : [`  clock: ${(0,instant/* formatInstant */.r)(clock.at)}, from ${clock.source}`]),
        ...rule,
        ...(fate.goes && fate.with.length > 0 ? [`  goes along: ${fate.with.join(' ')}`] : []),
    ];
}
function tagLine({ tag, classes, verdict }) {
    const of = classes.length === 0 ? 'no class' : `class ${classes.map(one => (0,harmless/* oneLine */.TN)(one)).join(', ')}`;
    if (verdict === 'held')
        return `    ${tag} (${of}): held`;
    if (!verdict.goes)
        return `    ${tag} (${of}): stays, ${(0,harmless/* oneLine */.TN)(verdict.detail)}`;
    return `    ${tag} (${of}): would go${verdict.clock === undefined ? '' : `, since ${(0,instant/* formatInstant */.r)(verdict.clock.at)}`}`;
}
function nameOf({ repository, head, tags }) {
    return tags[0] === undefined ? `${repository}@${head}` : `${repository}:${tags[0]}`;
}

// EXTERNAL MODULE: ./lib/steps/held.js
var held = __webpack_require__(328);
// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
// EXTERNAL MODULE: ./lib/steps/moment.js
var moment = __webpack_require__(3839);
// EXTERNAL MODULE: ./lib/steps/plan-before.js
var plan_before = __webpack_require__(3346);
// EXTERNAL MODULE: ./lib/steps/policy.js + 4 modules
var steps_policy = __webpack_require__(9185);
// EXTERNAL MODULE: ./lib/steps/registries.js
var steps_registries = __webpack_require__(7560);
;// CONCATENATED MODULE: ./lib/steps/explain.js


















const explain = (0,steps_define/* defineStep */.ol)({
    name: 'explain',
    inputs: {
        references: inputs/* references */.Ft,
        images: inputs/* images */.zC,
        inUse: inputs/* inUse */.Lj,
        planFile: inputs/* planFile */.eS,
        at: inputs.at,
        config: inputs/* config */.$W,
        printPolicy: inputs/* printPolicy */.yv,
        registryUsername: inputs/* registryUsername */.YY,
        registryPassword: inputs/* registryPassword */.JX,
        caFile: inputs/* caFile */.DO,
        cacheDir: inputs/* cacheDir */.e8,
        githubToken: inputs/* githubToken */.bU,
        gitlabToken: inputs/* gitlabToken */.Dq,
        summary: inputs/* summary */.z,
    },
    positional: 'references',
    outputs: { json: 'What was found about each reference, as one JSON document.' },
    permissions: {
        github: { contents: 'read', packages: 'read' },
        registry: 'pull',
        gitlab: 'Nothing beside the job token.',
    },
    async run(inputs, world) {
        const asked = inputs.references.map(readAsked);
        const wanted = [...new Set(asked.map(({ repository }) => repository))];
        const loaded = await (0,steps_policy/* loadPolicy */.t)({ ...inputs, images: inputs.images.length > 0 ? inputs.images : undefined }, world);
        if (inputs.printPolicy)
            return (0,steps_policy/* printedPolicy */.b)(loaded);
        const policy = managing(loaded, asked);
        const now = (0,moment/* momentOf */.E)(inputs.at, world);
        const usage = await (0,read_usage/* readUsage */.k)(inputs.inUse, policy.policy, world.files, world.now());
        const registries = await (0,steps_registries/* registriesOf */.Ho)(inputs, policy.policy, world);
        const more = (snapshot, wants) => (0,extend/* extend */.X)(snapshot, wants, registries);
        const read = await (0,registry_read/* readRepositories */.NU)(wanted, registries, world.log);
        const { closed, findings: silence } = await (0,closed_requests/* closedRequests */.l)(read, policy.policy, inputs, world);
        const before = await (0,plan_before/* planBefore */.t)(inputs.planFile ?? policy.policy.cleanup['plan-file'], world);
        const kept = (0,keeps/* keepLines */.F)(before, { keeps: [], struck: new Set() }, read);
        const facts = { snapshots: read, usage, policy, now, kept, closed };
        const { decision, snapshots } = await (0,settle/* settle */.G)(facts, more);
        const explained = [];
        for (const reference of asked) {
            const snapshot = snapshots.find(({ repository }) => repository === reference.repository);
            const digest = digestOf(reference, snapshot);
            const whose = imagesOf(decision, snapshot, digest, facts);
            const tags = await explain_tagsAlone(facts, snapshot, digest, more);
            explained.push({
                reference: (0,image_reference/* formatReference */.FH)(reference),
                digest,
                images: whose,
                tags,
                ways: whose.map(wayOut),
            });
        }
        const findings = [...(0,held/* heldFindings */.m)(decision, usage), ...usage.findings, ...silence];
        return {
            verdict: decision.repositories.some(({ held }) => held.length > 0)
                ? 'error'
                : findings.length > 0
                    ? 'warn'
                    : 'pass',
            findings,
            outputs: { json: JSON.stringify(explained) },
            stats: registries.stats(),
            text: [explanationsText(explained), (0,terminal/* terminalFindings */.f)(findings)]
                .filter(part => part !== '')
                .join('\n\n'),
        };
    },
});
function readAsked(text) {
    const reference = (0,image_reference/* parseReference */.F2)(text);
    if ('fault' in reference)
        throw new error/* HygieneError */.c('bad-usage', `references: ${reference.fault}`);
    if (reference.tag !== undefined || reference.digest !== undefined)
        return reference;
    throw new error/* HygieneError */.c('bad-usage', `references: '${text}' names a repository, not an image`, {
        fix: `${text}:TAG or ${text}@sha256:…; the whole repository is shown by: image-hygiene plan --images ${text}`,
    });
}
/** Without a policy file the call names the images; with one, what it does not manage is not explained. */
function managing(loaded, asked) {
    if (asked.length === 0) {
        throw new error/* HygieneError */.c('bad-usage', 'nothing to explain', {
            fix: 'image-hygiene explain ghcr.io/acme/app:v1.2.3',
        });
    }
    if (loaded.policy.images.length === 0) {
        return { ...loaded, policy: { ...loaded.policy, images: asked.map(({ repository }) => repository) } };
    }
    const outside = asked.find(({ repository }) => !(0,scope/* manages */.fu)(loaded.policy, repository));
    if (outside === undefined)
        return loaded;
    throw new error/* HygieneError */.c('not-managed', `the policy does not manage ${outside.repository}, so it is never touched`, {
        fix: `add it to 'images' of the policy:\nimages: ['${outside.repository}']`,
        location: loaded.where('images'),
        image: (0,image_reference/* formatReference */.FH)(outside),
    });
}
function digestOf({ tag, digest, repository }, snapshot) {
    const found = digest ?? (tag === undefined ? undefined : snapshot.tags.get(tag));
    if (found !== undefined)
        return found;
    if (snapshot.gaps.length > 0) {
        throw new error/* HygieneError */.c('undecidable', `${repository} could not be read whole: ${snapshot.gaps[0]?.why}`);
    }
    throw new error/* HygieneError */.c('bad-usage', `${repository} has no tag ${tag}`, {
        fix: `image-hygiene plan --images ${repository}`,
    });
}
async function explain_tagsAlone(facts, snapshot, digest, more) {
    let known = snapshot;
    for (;;) {
        const answer = judgeTags(facts, known, digest);
        if (!('manifests' in answer))
            return answer;
        known = await more(known, answer);
    }
}


/***/ }),

/***/ 2169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restore: () => (/* binding */ restore_restore)
});

// EXTERNAL MODULE: ./lib/cleanup/journal.js
var cleanup_journal = __webpack_require__(4275);
// EXTERNAL MODULE: ./lib/outcome/error.js
var error = __webpack_require__(3166);
// EXTERNAL MODULE: ./lib/cleanup/journal-state.js
var journal_state = __webpack_require__(2331);
// EXTERNAL MODULE: ./lib/cleanup/restore-manifest.js
var restore_manifest = __webpack_require__(2854);
// EXTERNAL MODULE: ./lib/cleanup/restore-order.js
var restore_order = __webpack_require__(2975);
;// CONCATENATED MODULE: ./lib/cleanup/restore.js





/**
 * Puts back what apply deleted: exact bytes, parts before wholes, an image before what refers to it, tags where they are
 * free. Without references everything of the last plan; a reference (tag, digest or whole repository) picks from all.
 */
async function restore(journal, references, registryOf) {
    const state = (0,journal_state/* readState */.u)(journal.entries);
    const restored = [];
    // The latest deletion first: a tag that was deleted twice goes to the image that had it last.
    for (const line of chosen(state, references).toReversed()) {
        restored.push(await restoreLine(line, state, registryOf(line.intent.repository)));
        const last = restored.at(-1);
        if (!last?.whole)
            continue;
        const { repository, head } = last;
        const { untag } = line.intent;
        await journal.record({
            event: 'restored',
            repository,
            head,
            ...(untag === undefined ? {} : { tag: untag.tag }),
        });
    }
    return restored;
}
async function restoreLine({ intent }, state, registry) {
    const { repository, head, class: name, reason, untag } = intent;
    const manifests = [];
    const starts = intent.manifests.map(manifest => manifest.digest);
    // Of an untag, only the tag is to come back; of an image, whatever any run knew of its parts.
    const find = (digest) => untag === undefined ? state.manifest(repository, digest) : intent.manifests[0];
    for (const digest of untag === undefined ? (0,restore_order/* partsFirst */.Z)(starts, find) : starts) {
        const journaled = find(digest);
        const raw = journaled === undefined ? undefined : (0,cleanup_journal/* rawOf */.UD)(journaled);
        const outcome = raw === undefined || journaled === undefined
            ? { back: false, why: 'unclear', detail: 'the journal is damaged here' }
            : await (0,restore_manifest/* putManifestBack */.m)(registry, repository, digest, raw, journaled.tags);
        manifests.push({ digest, outcome });
    }
    const tags = intent.manifests.find(manifest => manifest.digest === head)?.tags ?? [];
    return {
        repository,
        head,
        tags,
        manifests,
        whole: manifests.every(({ outcome }) => outcome.back),
        keep: {
            action: 'keep',
            repository,
            head,
            tags,
            class: name,
            reason,
            with: intent.manifests.map(manifest => manifest.digest).filter(digest => digest !== head),
        },
    };
}
function chosen(state, references) {
    const lines = [...state.lines.values()];
    if (lines.length === 0) {
        throw new error/* HygieneError */.c('no-file', 'the journal is empty: nothing was deleted with it', {
            fix: 'name the folder that apply wrote: --journal-dir; in CI it is in the artifact of the apply job',
        });
    }
    if (references.length === 0) {
        const last = lines.at(-1)?.plan;
        return lines.filter(line => line.plan === last && !line.restored);
    }
    const missing = references.find(reference => !lines.some(line => isNamed(line, reference)));
    if (missing !== undefined) {
        const { repository, tag, digest } = missing;
        throw new error/* HygieneError */.c('bad-usage', 'the journal knows nothing of this image: it was not deleted with it', {
            image: `${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`,
        });
    }
    return lines.filter(line => references.some(reference => isNamed(line, reference)));
}
function isNamed({ intent }, { repository, tag, digest }) {
    if (intent.repository !== repository)
        return false;
    if (digest !== undefined)
        return intent.manifests.some(manifest => manifest.digest === digest);
    return tag === undefined || intent.manifests.some(manifest => manifest.tags.includes(tag));
}

// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/report/harmless.js
var harmless = __webpack_require__(2463);
// EXTERNAL MODULE: ./lib/cleanup/amount.js
var amount = __webpack_require__(2750);
// EXTERNAL MODULE: ./lib/cleanup/plan-file.js
var plan_file = __webpack_require__(6860);
;// CONCATENATED MODULE: ./lib/cleanup/restore-report.js




/** Exit 1 where something could not come back as it was, 3 where a registry gave no clear answer. */
function reportRestore(images, planFile) {
    const findings = images.flatMap(findingsOf);
    const whole = images.filter(image => image.whole);
    const unclear = findings.some(({ rule }) => rule === 'not-restored');
    const verdict = unclear
        ? 'error'
        : findings.some(({ severity }) => severity === 'error')
            ? 'fail'
            : findings.length > 0
                ? 'warn'
                : 'pass';
    return {
        verdict,
        findings,
        outputs: {
            restored: String(whole.length),
            'keep-lines': keepsOf(whole).map(plan_file/* formatLine */.IL).join('\n'),
        },
        stats: { images: images.length, restored: whole.length, lost: images.length - whole.length },
        text: textOf(images, planFile),
    };
}
/** One line an image, which a plan asks for, whatever it lost line by line. */
function keepsOf(images) {
    const lines = new Map();
    for (const { keep } of images) {
        const name = `${keep.repository}@${keep.head}`;
        const known = lines.get(name);
        const tags = [...new Set([...(known?.tags ?? []), ...keep.tags])];
        const along = [...new Set([...(known?.with ?? []), ...keep.with])];
        lines.set(name, { ...keep, tags, with: along });
    }
    return [...lines.values()];
}
function findingsOf({ repository, head, tags, manifests }) {
    const [tag] = tags;
    const image = (0,image_reference/* formatReference */.FH)({ repository, ...(tag === undefined ? { digest: head } : { tag }) });
    return manifests.flatMap(({ digest, outcome }) => {
        if (outcome.back) {
            return outcome.tagsLeft.map(({ tag: moved, now }) => ({
                rule: 'tag-not-moved',
                severity: 'error',
                message: `${moved} now is ${now} and stays there; the old image is back as ${digest}`,
                image: (0,image_reference/* formatReference */.FH)({ repository, tag: moved }),
            }));
        }
        if (outcome.why === 'lost') {
            const blobs = outcome.blobs.length > 0 ? `: ${outcome.blobs.join(', ')}` : '';
            return [
                {
                    rule: 'collected',
                    severity: 'error',
                    message: `${digest} cannot come back, the registry's garbage collection has taken what it needs${blobs}`,
                    fix: 'build the image again, or push it from a machine or a mirror that still has it',
                    image,
                },
            ];
        }
        const rule = outcome.why === 'refused' ? 'restore-refused' : 'not-restored';
        return [{ rule, severity: 'error', message: `${digest} is not back: ${outcome.detail}`, image }];
    });
}
function textOf(images, planFile) {
    const whole = images.filter(image => image.whole);
    return [
        ...images.map(({ repository, head, tags, whole: back }) => `  ${back ? 'restored' : 'NOT WHOLE'}  ${(0,harmless/* oneLine */.TN)(`${repository}  ${tags.length > 0 ? tags.join(' ') : head}`)}`),
        '',
        `${whole.length} of ${(0,amount/* count */.U9)(images.length, 'image')} ${whole.length === 1 ? 'is' : 'are'} back.`,
        ...(whole.length === 0
            ? []
            : [
                `To make it last, put these lines into ${(0,harmless/* oneLine */.TN)(planFile)}, in place of those that stand there for the same images; without them the next plan proposes the images again:`,
                '',
                ...keepsOf(whole).map(plan_file/* formatLine */.IL),
            ]),
    ].join('\n');
}

// EXTERNAL MODULE: ./lib/policy/scope.js
var scope = __webpack_require__(478);
// EXTERNAL MODULE: ./lib/report/terminal.js
var terminal = __webpack_require__(1488);
// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
// EXTERNAL MODULE: ./lib/steps/policy.js + 4 modules
var steps_policy = __webpack_require__(9185);
// EXTERNAL MODULE: ./lib/steps/registries.js
var steps_registries = __webpack_require__(7560);
;// CONCATENATED MODULE: ./lib/steps/restore.js











const restore_restore = (0,steps_define/* defineStep */.ol)({
    name: 'restore',
    inputs: {
        references: inputs/* references */.Ft,
        journalDir: inputs/* journalDir */.Pg,
        planFile: inputs/* planFile */.eS,
        images: inputs/* images */.zC,
        config: inputs/* config */.$W,
        printPolicy: inputs/* printPolicy */.yv,
        registryUsername: inputs/* registryUsername */.YY,
        registryPassword: inputs/* registryPassword */.JX,
        caFile: inputs/* caFile */.DO,
        summary: inputs/* summary */.z,
    },
    positional: 'references',
    outputs: {
        restored: 'How many images are back.',
        'keep-lines': 'The plan lines that make it last, one a line.',
    },
    permissions: {
        github: { contents: 'read', packages: 'write' },
        registry: 'push',
        gitlab: 'A deploy or project access token that may push to the registry.',
    },
    async run(inputs, world) {
        const loaded = await (0,steps_policy/* loadPolicy */.t)(inputs, world);
        if (inputs.printPolicy)
            return (0,steps_policy/* printedPolicy */.b)(loaded);
        const { policy } = loaded;
        const named = inputs.references.map(read);
        const journal = await (0,cleanup_journal/* openJournal */._0)(inputs.journalDir, world.files);
        for (const { repository } of named)
            refuseForeign(policy, repository);
        const registries = await (0,steps_registries/* registriesOf */.Ho)(inputs, policy, world);
        const restored = await restore(journal, named, repository => {
            refuseForeign(policy, repository);
            return registries.of(repository);
        });
        const result = reportRestore(restored, inputs.planFile ?? policy.cleanup['plan-file']);
        return {
            ...result,
            stats: { ...registries.stats(), ...result.stats },
            text: [(0,terminal/* terminalFindings */.f)(result.findings), result.text].filter(part => part !== '').join('\n\n'),
        };
    },
});
function read(text) {
    const reference = (0,image_reference/* parseReference */.F2)(text);
    if ('fault' in reference)
        throw new error/* HygieneError */.c('bad-usage', `'${text}' is no reference: ${reference.fault}`);
    return reference;
}
/** A policy that names images speaks for those alone; without one, the journal does. */
function refuseForeign(policy, repository) {
    if (policy.images.length === 0 || (0,scope/* manages */.fu)(policy, repository))
        return;
    throw new error/* HygieneError */.c('not-managed', `the policy does not manage ${repository}`, {
        fix: `add it to 'images' of the policy, or name another policy with --config`,
        image: repository,
    });
}


/***/ })

};
;