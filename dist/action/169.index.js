"use strict";
exports.id = 169;
exports.ids = [169];
exports.modules = {

/***/ 2750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   oh: () => (/* binding */ thousands),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/** `1,200`. By hand: Node's own number formats take 40 ms to load, a tenth of a small plan. */
function thousands(number) {
    return String(number).replace(/\B(?=(?:[0-9]{3})+$)/g, ',');
}
/** `1 image`, `1,200 images`. */
function count(number, noun) {
    return `${thousands(number)} ${noun}${number === 1 ? '' : 's'}`;
}
const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
function formatBytes(bytes) {
    let amount = bytes;
    let unit = 0;
    while (amount >= 1024 && unit < units.length - 1) {
        amount /= 1024;
        unit++;
    }
    return `${unit === 0 ? amount : amount.toFixed(1)} ${units[unit]}`;
}


/***/ }),

/***/ 2331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ lineName),
/* harmony export */   u: () => (/* binding */ readState)
/* harmony export */ });
/** How the journal knows what a line was about: an image, or one tag of an image that stays. */
function lineName(repository, head, tag) {
    return tag === undefined ? `${repository}@${head}` : `${repository}:${tag}@${head}`;
}
function readState(entries) {
    const lines = new Map();
    let plan;
    const byDigest = new Map();
    for (const entry of entries) {
        if (entry.event === 'run')
            plan = entry.plan;
        else if (entry.event === 'intent') {
            const name = lineName(entry.repository, entry.head, entry.untag?.tag);
            if (entry.untag !== undefined) {
                lines.set(name, { intent: entry, plan, gone: new Set(), restored: false });
                continue;
            }
            lines.set(name, begin(entry, plan, lines.get(name)));
            for (const manifest of entry.manifests) {
                byDigest.set(`${entry.repository}@${manifest.digest}`, { line: name, manifest });
            }
        }
        else if (entry.event === 'gone' || entry.event === 'put-back') {
            for (const digest of entry.digests) {
                const name = byDigest.get(`${entry.repository}@${digest}`)?.line;
                const gone = name === undefined ? undefined : lines.get(name)?.gone;
                if (entry.event === 'gone')
                    gone?.add(digest);
                else
                    gone?.delete(digest);
            }
        }
        else if (entry.event === 'untagged') {
            lines.get(lineName(entry.repository, entry.head, entry.tag))?.gone.add(entry.head);
        }
        else if (entry.event === 'restored') {
            const line = lines.get(lineName(entry.repository, entry.head, entry.tag));
            if (line !== undefined) {
                line.restored = true;
                line.gone.clear();
            }
        }
    }
    return {
        lines,
        manifest: (repository, digest) => byDigest.get(`${repository}@${digest}`)?.manifest,
    };
}
/** A run that goes on where another was interrupted sees less than that one saw: what both know counts. */
function begin(intent, plan, earlier) {
    if (earlier === undefined || earlier.restored)
        return { intent, plan, gone: new Set(), restored: false };
    const here = new Set(intent.manifests.map(manifest => manifest.digest));
    const before = earlier.intent.manifests.filter(manifest => !here.has(manifest.digest));
    return {
        intent: { ...intent, manifests: [...intent.manifests, ...before] },
        plan,
        gone: new Set([...earlier.gone].filter(digest => !here.has(digest))),
        restored: false,
    };
}


/***/ }),

/***/ 4275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CN: () => (/* binding */ runEntry),
/* harmony export */   UD: () => (/* binding */ rawOf),
/* harmony export */   _0: () => (/* binding */ openJournal),
/* harmony export */   e3: () => (/* binding */ journalForShow),
/* harmony export */   lq: () => (/* binding */ journaled)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5524);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3166);



const largestJournal = 512 * 1024 * 1024 - 1024;
/** Opens the journal of a folder, or begins one. */
async function openJournal(folder, files) {
    const path = `${folder.replace(/[\\/]+$/, '')}/journal.jsonl`;
    const exists = (await files.kind(path)) === 'file';
    const text = exists ? await files.readText(path, largestJournal) : '';
    const entries = [];
    const damaged = [];
    for (const [index, line] of text.split('\n').entries()) {
        if (line === '')
            continue;
        const entry = parseEntry(line);
        if (entry === undefined)
            damaged.push(index + 1);
        else
            entries.push(entry);
    }
    // A line that a crash cut off must not swallow the next one.
    let separator = text === '' || text.endsWith('\n') ? '' : '\n';
    return {
        path,
        entries,
        damaged,
        async record(entry) {
            await files.append(path, `${separator}${JSON.stringify(entry)}\n`);
            separator = '';
            entries.push(entry);
        },
    };
}
/** A journal that remembers and writes nothing, for a run that only says what it would do. */
function journalForShow(journal) {
    const entries = [...journal.entries];
    return {
        ...journal,
        entries,
        record: entry => {
            entries.push(entry);
            return Promise.resolve();
        },
    };
}
function runEntry(plan, now) {
    return { event: 'run', plan, at: (0,_image_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatInstant */ .r)(now) };
}
/** Refuses bytes that are not what the digest says: a journal that cannot restore is worse than none. */
function journaled(digest, raw, tags) {
    if (!matches(digest, raw.bytes)) {
        throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_2__/* .HygieneError */ .c('damaged', `the bytes read for ${digest} have another digest`, {
            fix: 'empty the cache folder (--cache-dir) and run again; nothing was deleted for it',
        });
    }
    return {
        digest,
        mediaType: raw.mediaType,
        tags,
        bytes: Buffer.from(raw.bytes).toString('base64'),
    };
}
/** The exact bytes again, or undefined if the journal is damaged there. */
function rawOf({ digest, mediaType, bytes }) {
    const decoded = new Uint8Array(Buffer.from(bytes, 'base64'));
    return matches(digest, decoded) ? { mediaType, bytes: decoded } : undefined;
}
function matches(digest, bytes) {
    const [algorithm = '', hex] = digest.split(':');
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(bytes).digest('hex') === hex;
}
const events = ['run', 'intent', 'untagged', 'gone', 'put-back', 'restored'];
function parseEntry(line) {
    try {
        const value = JSON.parse(line);
        return events.includes(value?.event) ? value : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fu: () => (/* binding */ planSchema),
/* harmony export */   HN: () => (/* binding */ planLines),
/* harmony export */   IL: () => (/* binding */ formatLine),
/* harmony export */   lM: () => (/* binding */ carriedKeeps),
/* harmony export */   nT: () => (/* binding */ formatPlan),
/* harmony export */   rY: () => (/* binding */ planId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * The plan file, version 1: JSON Lines, UTF-8, LF, keys in a fixed order, no whitespace between tokens, no dates.
 *
 *     {"schema":"image-hygiene/plan/v1","plan":"sha256:…","policy":"sha256:…","sources":["prod"]}
 *     {"action":"delete","repository":"ghcr.io/acme/app","head":"sha256:…","tags":["pr-7"],"class":"preview","reason":"expired","with":["sha256:…"]}
 *
 * - `plan` is the id of the lines as they were proposed; a reviewer's edit leaves it, so an edited file shows as such.
 * - `sources` are the in-use sources that the plan knew. Apply wants every one of them again.
 * - One line per image that goes, sorted by repository, then head. A reviewer deletes a line (not now) or changes
 *   `delete` to `keep` (remembered). `class` is null for untagged images.
 * - `untag` instead of `delete`: only the tags of the line go, by the registry's own tag deletion; the image stays.
 * - `with` is for the reviewer's eyes: what goes along. Apply never takes a digest to delete from it.
 *
 * The same world gives the same bytes. A new version of the format gets a new schema name; readers refuse unknown ones.
 */
const planSchema = 'image-hygiene/plan/v1';
/** The lines of a decision, and the keep lines of the last plan that still mean something. */
function planLines(decision, keeps) {
    const kept = new Set(keeps.map(nameOf));
    const going = decision.repositories.flatMap(({ images }) => images.flatMap(image => (kept.has(nameOf(image)) ? [] : lineOf(image))));
    return sortLines([...going, ...keeps]);
}
function lineOf({ repository, head, tags, class: name, fate, untag }) {
    if (fate.goes) {
        const { because: reason, with: along } = fate;
        return [{ action: 'delete', repository, head, tags, class: name ?? null, reason, with: along }];
    }
    if (untag === undefined)
        return [];
    const { because: reason, class: owner = null } = untag;
    return [{ action: 'untag', repository, head, tags: untag.tags, class: owner, reason, with: [] }];
}
/** The keep lines to carry along: those whose image exists, or may exist where nobody could look. */
function carriedKeeps(plan, mayExist) {
    return plan.lines.filter(line => line.action === 'keep' && mayExist(line.repository, line.head));
}
/** The whole file. The id in the header is computed from the lines. */
function formatPlan(header, lines) {
    const sorted = sortLines(lines);
    const first = {
        schema: planSchema,
        plan: planId(sorted),
        policy: header.policy,
        sources: [...new Set(header.sources)].sort(),
    };
    return `${JSON.stringify(first)}\n${sorted.map(line => `${formatLine(line)}\n`).join('')}`;
}
/** A hash of the canonical lines, whatever order they come in. */
function planId(lines) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const line of sortLines(lines))
        hash.update(`${formatLine(line)}\n`);
    return `sha256:${hash.digest('hex')}`;
}
/** One line, canonical, without the line end. */
function formatLine(line) {
    return JSON.stringify({
        action: line.action,
        repository: line.repository,
        head: line.head,
        tags: [...line.tags].sort(),
        class: line.class,
        reason: line.reason,
        with: [...line.with].sort(),
    });
}
function sortLines(lines) {
    return [...lines].sort((a, b) => compare(a.repository, b.repository) || compare(a.head, b.head));
}
function nameOf({ repository, head }) {
    return `${repository}@${head}`;
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 2854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ putManifestBack)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1074);

/** Puts one manifest under its tags where they are free, by digest where no tag is. */
async function putManifestBack(registry, repository, digest, raw, tags) {
    const free = [];
    const tagsLeft = [];
    let present = false;
    for (const tag of tags) {
        const look = await registry.digestOf(repository, tag);
        if (look === 'absent')
            free.push(tag);
        else if ('unknown' in look)
            return { back: false, why: 'unclear', detail: `${tag}: ${look.unknown}` };
        else if (look.digest === digest)
            present = true;
        else
            tagsLeft.push({ tag, now: look.digest });
    }
    if (!present && free.length === 0) {
        const look = await registry.digestOf(repository, digest);
        if (look !== 'absent' && 'unknown' in look)
            return { back: false, why: 'unclear', detail: look.unknown };
        present = look !== 'absent';
    }
    const names = free.length > 0 ? free : present ? [] : [digest];
    for (const name of names) {
        const put = await registry.putManifest(repository, name, raw);
        if ('unknown' in put)
            return { back: false, why: 'unclear', detail: put.unknown };
        if ('refused' in put) {
            if (put.refused !== 'blobs-missing')
                return { back: false, why: 'refused', detail: put.message };
            return { back: false, why: 'lost', blobs: await missingParts(registry, repository, digest, raw) };
        }
        if (put.digest !== digest) {
            return { back: false, why: 'unclear', detail: `the registry stored it as ${put.digest}` };
        }
    }
    return { back: true, how: names.length > 0 ? 'put' : 'was-there', tagsLeft };
}
/** What of an image the registry no longer has. */
async function missingParts(registry, repository, digest, raw) {
    const manifest = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseManifest */ .Ng)(raw.bytes, raw.mediaType, digest);
    if ('fault' in manifest)
        return [];
    const missing = [];
    const blobs = [...(manifest.config === undefined ? [] : [manifest.config]), ...manifest.layers];
    for (const blob of new Set(blobs.map(descriptor => descriptor.digest))) {
        if ((await registry.hasBlob(repository, blob)) === 'absent')
            missing.push(blob);
    }
    for (const child of new Set(manifest.children.map(descriptor => descriptor.digest))) {
        if ((await registry.digestOf(repository, child)) === 'absent')
            missing.push(child);
    }
    return missing;
}


/***/ }),

/***/ 2975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ partsFirst)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7241);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4275);


/**
 * Manifests in an order that every registry accepts: what an index names before the index, an image before what refers
 * to it. Follows every digest in their bytes as far as `find` knows it; what it does not know is left out.
 */
function partsFirst(starts, find) {
    const ordered = new Set();
    const entered = new Set();
    for (const start of starts) {
        const stack = [start];
        for (let digest = stack.at(-1); digest !== undefined; digest = stack.at(-1)) {
            const named = entered.has(digest) ? [] : digestsOf(find(digest));
            entered.add(digest);
            const open = named.filter(other => !entered.has(other) && find(other) !== undefined);
            if (open.length > 0)
                stack.push(...open);
            else {
                stack.pop();
                if (find(digest) !== undefined)
                    ordered.add(digest);
            }
        }
    }
    return [...ordered];
}
function digestsOf(manifest) {
    const raw = manifest === undefined ? undefined : (0,_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .rawOf */ .UD)(manifest);
    const found = new TextDecoder().decode(raw?.bytes).match(/sha(?:256|512):[0-9a-f]+/g) ?? [];
    return [...new Set(found)].filter(_image_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .B);
}


/***/ }),

/***/ 5524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ formatInstant)
/* harmony export */ });
/** RFC 3339 in UTC, to the second: `2026-11-21T03:00:00Z`. */
function formatInstant(at) {
    return new Date(at * 1000).toISOString().replace('.000Z', 'Z');
}


/***/ }),

/***/ 1074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ parseDescriptor),
/* harmony export */   Fm: () => (/* binding */ manifestTypes),
/* harmony export */   KX: () => (/* binding */ parseAnnotations),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   oU: () => (/* binding */ largestManifest)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7241);

/** What a client says it can read: without an index type some registries answer 404 for an index that is there. */
const manifestTypes = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
/** The most that is read as a manifest, in bytes; registries of the field refuse to store more. */
const largestManifest = 4 * 1024 * 1024;
const kinds = new Map([
    [manifestTypes[0], 'index'],
    [manifestTypes[1], 'image'],
    [manifestTypes[2], 'index'],
    [manifestTypes[3], 'image'],
]);
const generic = new Set(['', 'application/json', 'application/octet-stream', 'text/plain']);
/** The fields that say what an image is made of, by their names in lower case. */
const structure = new Map(['mediaType', 'manifests', 'layers', 'config', 'subject', 'artifactType', 'annotations'].map(name => [
    name.toLowerCase(),
    name,
]));
const onceInImages = ['"config"', '"layers"', '"subject"'];
const onceInIndexes = ['"manifests"', '"subject"'];
/**
 * Reads what somebody else wrote. Only a body that two readers cannot understand differently is an image or an index;
 * any other JSON object is `unknown`, which keeps itself and every digest in its bytes. No JSON object: a fault.
 * @param contentType the registry's word, parameters allowed
 * @param digest of `bytes`, computed by the caller
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md
 */
function parseManifest(bytes, contentType, digest) {
    if (bytes.length > largestManifest)
        return { fault: `is larger than ${largestManifest} bytes` };
    const text = decoder.decode(bytes);
    const body = parseObject(text);
    if (body === undefined)
        return { fault: 'is no JSON object' };
    const mediaType = typeof body['mediaType'] === 'string' ? body['mediaType'] : typeOf(contentType);
    const kind = kinds.get(mediaType);
    const known = kind !== undefined && !isAmbiguous(body, text, typeOf(contentType), mediaType, kind);
    const parts = known ? partsOf(body, kind) : undefined;
    const artifactType = typeof body['artifactType'] === 'string' ? { artifactType: body['artifactType'] } : none;
    return {
        digest,
        mediaType,
        kind: parts === undefined ? 'unknown' : kind,
        size: bytes.length,
        annotations: parseAnnotations(body['annotations']),
        ...(parts ?? { children: empty, layers: empty }),
        ...artifactType,
        mentions: parts === undefined ? mentionsOf(text, body) : empty,
    };
}
const decoder = new TextDecoder();
const empty = Object.freeze([]);
const none = Object.freeze({});
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return isObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function typeOf(contentType) {
    const end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
}
/**
 * Two types, two lists, a list given twice or spelled in another case (Go reads `Manifests` as `manifests`):
 * registries, runtimes and we might each see another image.
 * @see https://github.com/opencontainers/distribution-spec/security/advisories/GHSA-mc8v-mgrf-8f4m
 */
function isAmbiguous(body, text, header, mediaType, kind) {
    if (header !== mediaType && !generic.has(header))
        return true;
    if (kind === 'image' ? 'manifests' in body : 'layers' in body || 'config' in body)
        return true;
    for (const key in body)
        if ((structure.get(key.toLowerCase()) ?? key) !== key)
            return true;
    for (const name of kind === 'image' ? onceInImages : onceInIndexes) {
        const first = text.indexOf(name);
        if (first >= 0 && text.indexOf(name, first + 1) >= 0)
            return true;
    }
    return false;
}
/** Undefined as soon as one descriptor cannot be read. */
function partsOf(body, kind) {
    const subject = body['subject'] == null ? null : parseDescriptor(body['subject']);
    const list = parseDescriptors(body[kind === 'image' ? 'layers' : 'manifests']);
    if (subject === undefined || list === undefined)
        return undefined;
    const referring = subject === null ? none : { subject: subject.digest };
    if (kind === 'index')
        return { children: list, layers: empty, ...referring };
    const config = parseDescriptor(body['config']);
    return config === undefined ? undefined : { children: empty, layers: list, config, ...referring };
}
function parseDescriptors(value) {
    if (!Array.isArray(value))
        return undefined;
    const result = [];
    for (const item of value) {
        const descriptor = parseDescriptor(item);
        if (descriptor === undefined)
            return undefined;
        result.push(descriptor);
    }
    return result;
}
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md */
function parseDescriptor(value) {
    if (!isObject(value))
        return undefined;
    const { digest, mediaType, size, artifactType } = value;
    if (typeof digest !== 'string' || !(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .B)(digest) || typeof mediaType !== 'string')
        return undefined;
    const descriptor = {
        mediaType,
        digest,
        size: typeof size === 'number' && Number.isSafeInteger(size) && size > 0 ? size : 0,
        annotations: parseAnnotations(value['annotations']),
    };
    const platform = parsePlatform(value['platform']);
    if (platform === undefined && typeof artifactType !== 'string')
        return descriptor;
    return {
        ...descriptor,
        ...(platform === undefined ? none : { platform }),
        ...(typeof artifactType === 'string' ? { artifactType } : none),
    };
}
function parsePlatform(value) {
    if (!isObject(value))
        return undefined;
    const { os, architecture, variant } = value;
    if (typeof os !== 'string' || typeof architecture !== 'string')
        return undefined;
    return { os, architecture, ...(typeof variant === 'string' ? { variant } : {}) };
}
/** Objects without inherited properties. `Object.create(null)` would do too, but takes several times the memory. */
const Texts = function Texts() { };
Texts.prototype = Object.create(null);
const noAnnotations = Object.freeze(new Texts());
/**
 * Without a prototype's keys, so that no key means more than it says. A value that should have been text becomes its
 * JSON: `expire_at: 4102444800` was meant to say something, and dropping it could let an image go.
 */
function parseAnnotations(value) {
    if (!isObject(value))
        return noAnnotations;
    const result = new Texts();
    for (const key of Object.keys(value)) {
        const item = value[key];
        if (item != null)
            result[key] = typeof item === 'string' ? item : shallowText(item);
    }
    return result;
}
function shallowText(value) {
    return typeof value === 'object' ? '{}' : String(value);
}
/** As written, and as read: `sha256:\u0061…` in JSON is a digest too. Without recursion: nesting is the writer's choice. */
function mentionsOf(text, body) {
    const texts = [text];
    const open = [body];
    while (open.length > 0) {
        const value = open.pop();
        if (typeof value === 'string') {
            if (value.length >= shortestDigest)
                texts.push(value);
        }
        else if (typeof value === 'object' && value !== null) {
            for (const [key, item] of Object.entries(value))
                open.push(key, item);
        }
    }
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestsIn */ .V)(texts.join('\n'));
}
const shortestDigest = 'sha256:'.length + 64;


/***/ }),

/***/ 7560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ limitsOf),
/* harmony export */   Ho: () => (/* binding */ registriesOf),
/* harmony export */   TM: () => (/* binding */ secondsOf)
/* harmony export */ });
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3166);
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4464);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6053);



/** Seconds and requests for a run that only reads. Whoever deletes stops between two lines instead, and mends. */
function limitsOf(call) {
    return { requests: call.maxRequests, seconds: secondsOf(call.timeBudget) };
}
function secondsOf(timeBudget) {
    const seconds = timeBudget === undefined ? undefined : (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(timeBudget);
    if (typeof seconds !== 'object')
        return seconds;
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .c('bad-usage', `time-budget: ${seconds.fault}`);
}
/** The registries of the images that the policy manages, with what the call says about reaching them. */
async function registriesOf(call, policy, world, limits) {
    return (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_2__/* .openRegistries */ .c)(world, {
        plainHttp: policy.cleanup['plain-http'],
        given: { images: policy.images, username: call.registryUsername, password: call.registryPassword },
        authorities: call.caFile === undefined ? undefined : await world.files.readText(call.caFile),
        ...(limits === undefined ? {} : { limits }),
        ...(call.cacheDir === undefined ? {} : { cacheFolder: call.cacheDir }),
    });
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
        references: inputs.references,
        journalDir: inputs.journalDir,
        planFile: inputs.planFile,
        images: inputs.images,
        config: inputs.config,
        printPolicy: inputs.printPolicy,
        registryUsername: inputs.registryUsername,
        registryPassword: inputs.registryPassword,
        caFile: inputs.caFile,
        summary: inputs.summary,
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