export const id = 520;
export const ids = [520];
export const modules = {

/***/ 716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ZG: () => (/* reexport */ buildGraph),
  YC: () => (/* reexport */ createdOf),
  Qd: () => (/* reexport */ earliest),
  Us: () => (/* reexport */ expireAtKey),
  md: () => (/* reexport */ expireAtOf),
  e6: () => (/* reexport */ follow),
  r4: () => (/* reexport */ formatInstant),
  FH: () => (/* reexport */ formatReference),
  vd: () => (/* reexport */ imageConfigTypes),
  Bc: () => (/* reexport */ isDigest),
  jq: () => (/* reexport */ isForeign),
  Q3: () => (/* reexport */ isManifestType),
  qp: () => (/* reexport */ isOpaque),
  aH: () => (/* reexport */ isPlatform),
  dz: () => (/* reexport */ isTag),
  R0: () => (/* reexport */ largestConfig),
  oU: () => (/* reexport */ largestManifest),
  IW: () => (/* reexport */ latest),
  Fm: () => (/* reexport */ manifestTypes),
  KX: () => (/* reexport */ parseAnnotations),
  qQ: () => (/* reexport */ parseCreated),
  BA: () => (/* reexport */ parseDescriptor),
  K5: () => (/* reexport */ parseExpireAt),
  FB: () => (/* reexport */ parseImageConfig),
  Ng: () => (/* reexport */ parseManifest),
  tN: () => (/* reexport */ parseMetadataTag),
  F2: () => (/* reexport */ parseReference),
  SU: () => (/* reexport */ parseRepository),
  XM: () => (/* reexport */ pathOf),
  Fv: () => (/* reexport */ registryOf),
  vz: () => (/* reexport */ sourceOf),
  Vc: () => (/* reexport */ stemOf)
});

// UNUSED EXPORTS: digestsIn

;// CONCATENATED MODULE: ./lib/image/digest.js
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

;// CONCATENATED MODULE: ./lib/image/manifest-parse.js

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
    if (typeof digest !== 'string' || !isDigest(digest) || typeof mediaType !== 'string')
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
    return digestsIn(texts.join('\n'));
}
const shortestDigest = 'sha256:'.length + 64;

;// CONCATENATED MODULE: ./lib/image/config-parse.js

/** Config types that hold labels; other artifacts may put any bytes in their config. */
const imageConfigTypes = [
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
];
/** The most that is read as an image config, in bytes. */
const largestConfig = 4 * 1024 * 1024;
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#properties */
function parseImageConfig(bytes) {
    if (bytes.length > largestConfig)
        return { fault: `is larger than ${largestConfig} bytes` };
    let body;
    try {
        body = JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return { fault: 'is no JSON' };
    }
    if (typeof body !== 'object' || body === null || Array.isArray(body))
        return { fault: 'is no JSON object' };
    const { config, created } = body;
    return {
        labels: parseAnnotations(typeof config === 'object' ? config?.Labels : undefined),
        ...(typeof created === 'string' ? { created } : {}),
    };
}

;// CONCATENATED MODULE: ./lib/image/clock.js

/** The label and annotation that says when an image may go (design §1). */
const expireAtKey = 'expire_at';
/** Docker's first release, 2013-03-20: no image is older, and no clock before it means anything. */
const earliest = 1_363_737_600;
/** 2199-12-31: later moments are slips of a unit, not promises. */
const latest = 7_258_032_000;
/**
 * The moment an image may go, in unix seconds; `undefined` for an empty text, which means none.
 * Seconds only: thirteen digits are milliseconds, and reading them as seconds would mean the year 50000.
 */
function parseExpireAt(text) {
    const trimmed = text.trim();
    if (trimmed === '')
        return undefined;
    if (/^[0-9]{1,11}$/.test(trimmed))
        return sane(Number(trimmed), text);
    if (/^[0-9]{12,}$/.test(trimmed)) {
        return { absurd: text, why: 'is no moment in unix seconds; thirteen digits are milliseconds' };
    }
    const moment = parseRfc3339(trimmed);
    if (moment !== undefined)
        return sane(moment, text);
    return { absurd: text, why: 'is neither unix seconds nor RFC 3339' };
}
/** A build date; absurd when it is before the first registry or after `now`: reproducible builds write 1970 or 1980. */
function parseCreated(text, now) {
    if (text.trim() === '')
        return undefined;
    const moment = parseRfc3339(text.trim());
    if (moment === undefined)
        return { absurd: text, why: 'is not RFC 3339' };
    if (moment > now)
        return { absurd: text, why: 'is in the future' };
    return sane(moment, text);
}
/**
 * Index annotation, manifest annotation, config label, in this order; an index without one has the latest of its
 * platforms', and none if one of them has none. An empty annotation means none, and nothing below it is asked.
 */
function expireAtOf(snapshot, head, want) {
    return walk(snapshot, head, want, {
        own: manifest => {
            const text = manifest.annotations[expireAtKey];
            if (text === undefined)
                return undefined;
            return found(parseExpireAt(text), manifest.kind === 'index' ? 'index-annotation' : 'manifest-annotation');
        },
        config: config => {
            const text = config.labels[expireAtKey];
            return text === undefined ? 'none' : found(parseExpireAt(text), 'config-label');
        },
        merged: 'platforms',
    });
}
/** The build date of an image's config; of an index the latest of its platforms', and none if one has none. */
function createdOf(snapshot, head, now, want) {
    return walk(snapshot, head, want, {
        own: () => undefined,
        config: ({ created }) => (created === undefined ? 'none' : found(parseCreated(created, now), 'created')),
        merged: 'created',
    });
}
/** A BuildKit attestation, or another child that runs nowhere, says nothing about an image's life. */
function isPlatform({ platform, annotations }) {
    return platform?.os !== 'unknown' && annotations['vnd.docker.reference.type'] === undefined;
}
/** Nobody nests deeper; what a deeper chain says is not trusted. */
const deepest = 64;
function walk(snapshot, head, want, reading) {
    // Each digest once, or a diamond of indexes would be walked 2^depth times.
    const known = new Map();
    const ask = (digest, depth) => {
        const before = known.get(digest);
        if (before !== undefined)
            return before;
        const answer = depth > deepest
            ? { absurd: digest, why: `is nested deeper than ${deepest} indexes` }
            : read(digest, depth);
        known.set(digest, answer);
        return answer;
    };
    const read = (digest, depth) => {
        const manifest = snapshot.manifests.get(digest);
        if (manifest === undefined) {
            if (snapshot.missing?.has(digest))
                return 'none';
            want.manifest(digest);
            return 'unread';
        }
        const own = reading.own(manifest);
        if (own !== undefined)
            return own;
        if (manifest.kind === 'image')
            return ofConfig(manifest);
        const platforms = manifest.children.filter(isPlatform);
        return latestOf(platforms.map(({ digest: child }) => ask(child, depth + 1)), reading.merged);
    };
    const ofConfig = ({ config }) => {
        if (config === undefined || !imageConfigTypes.includes(config.mediaType))
            return 'none';
        const body = snapshot.configs.get(config.digest);
        if (body !== undefined)
            return reading.config(body);
        want.config(config.digest);
        return 'unread';
    };
    return ask(head, 0);
}
function latestOf(found, source) {
    let at;
    let absurd;
    // One platform without a moment settles it, whatever is still unread.
    if (found.includes('none'))
        return 'none';
    if (found.includes('unread'))
        return 'unread';
    for (const one of found) {
        if (typeof one === 'string')
            continue;
        if ('absurd' in one)
            absurd ??= one;
        else
            at = at === undefined ? one.at : Math.max(at, one.at);
    }
    if (absurd !== undefined)
        return absurd;
    return at === undefined ? 'none' : { at, source };
}
function found(parsed, source) {
    if (parsed === undefined)
        return 'none';
    return typeof parsed === 'number' ? { at: parsed, source } : parsed;
}
function sane(at, text) {
    if (at < earliest)
        return { absurd: text, why: 'is before there were images (2013-03-20)' };
    return at > latest ? { absurd: text, why: 'is after the year 2199' } : at;
}
/** @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6 */
function parseRfc3339(text) {
    const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]{1,9})?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))$/.exec(text);
    if (match === null)
        return undefined;
    const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
    const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
    if (month < 1 || month > 12 || day < 1 || day > days || hour > 23 || minute > 59 || second > 60)
        return undefined;
    const offset = match[7] === undefined ? 0 : Number(match[8]) * 3600 + Number(match[9]) * 60;
    const local = Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
    return match[7] === '-' ? local + offset : local - offset;
}

;// CONCATENATED MODULE: ./lib/image/metadata-tag.js
const grammar = /^(sha(?:256|512)-[0-9a-f]{64})([.-].*)?$/;
function parseMetadataTag(tag) {
    // Nearly every tag of a registry is asked about.
    if (!tag.startsWith('sha'))
        return undefined;
    const match = grammar.exec(tag);
    if (match === null)
        return undefined;
    return { stem: match[1], fallback: match[2] === undefined };
}
/** What the metadata tags of a digest start with. Digits beyond 64 are cut, as the tag schema has it. */
function stemOf(digest) {
    return `${digest.slice(0, 6)}-${digest.slice(7, 71)}`;
}

;// CONCATENATED MODULE: ./lib/image/graph.js



function buildGraph(snapshot) {
    const digests = namedDigests(snapshot);
    const ids = new Map();
    for (const digest of digests)
        ids.set(digest, ids.size);
    const nodeOf = (digest) => ids.get(digest);
    const manifests = digests.map(digest => snapshot.manifests.get(digest));
    const { tags, metadataTags } = tagsByNode(snapshot, ids);
    const children = childrenByNode(snapshot, ids);
    const { subjects, orphans } = subjectsByNode(snapshot, digests, ids, metadataTags, children);
    return {
        digests,
        nodeOf,
        manifestOf: node => manifests[node],
        tags,
        metadataTags,
        children,
        parents: reverse(children),
        referrers: reverse(subjects),
        subjects,
        orphans,
    };
}
/** The nodes that `edges` lead to. */
function follow(edges, node) {
    return edges.get(node) ?? graph_none;
}
const graph_none = [];
/** An index or manifest whose parts are not all of the image world: Helm charts, build caches, anything of unknown type. */
function isForeign(manifest) {
    if (manifest.kind === 'unknown')
        return true;
    if (manifest.kind === 'index')
        return manifest.children.some(({ mediaType }) => !isManifestType(mediaType));
    return !imageConfigTypes.includes(manifest.config?.mediaType ?? '');
}
/** An index that holds something other than manifests, or a manifest of unknown type: it keeps whatever it names. */
function isOpaque(manifest) {
    return manifest.kind !== 'image' && isForeign(manifest);
}
/** True for the media types of images and indexes. */
function isManifestType(mediaType) {
    return manifestTypes.includes(mediaType);
}
function namedDigests(snapshot) {
    const named = new Set(snapshot.tags.values());
    for (const [digest, { children, mentions }] of snapshot.manifests) {
        named.add(digest);
        for (const child of children)
            named.add(child.digest);
        for (const mention of mentions)
            named.add(mention);
    }
    for (const [subject, referrers] of snapshot.referrers) {
        named.add(subject);
        for (const referrer of referrers)
            named.add(referrer);
    }
    return [...named].sort();
}
function tagsByNode({ tags }, ids) {
    const images = new Map();
    const metadata = new Map();
    for (const [tag, digest] of tags) {
        const by = parseMetadataTag(tag) === undefined ? images : metadata;
        const node = ids.get(digest);
        const known = by.get(node);
        if (known === undefined)
            by.set(node, [tag]);
        else
            known.push(tag);
    }
    for (const list of images.values())
        list.sort();
    for (const list of metadata.values())
        list.sort();
    return { tags: images, metadataTags: metadata };
}
function childrenByNode({ manifests }, ids) {
    const edges = new Map();
    for (const [digest, { children, mentions }] of manifests) {
        if (children.length === 0 && mentions.length === 0)
            continue;
        const to = [...children.map(child => child.digest), ...mentions].filter(named => named !== digest);
        edges.set(ids.get(digest), ascending(to.map(named => ids.get(named))));
    }
    return edges;
}
function subjectsByNode(snapshot, digests, ids, metadataTags, children) {
    const to = new Map();
    const orphans = new Set();
    const refer = (referrer, subject) => {
        if (subject === undefined) {
            orphans.add(referrer);
            return;
        }
        const known = to.get(referrer);
        if (subject === referrer)
            return;
        if (known === undefined)
            to.set(referrer, [subject]);
        else
            known.push(subject);
    };
    const here = (node) => node === undefined || snapshot.missing?.has(digests[node]) ? undefined : node;
    for (const [digest, { subject }] of snapshot.manifests) {
        if (subject !== undefined)
            refer(ids.get(digest), here(ids.get(subject)));
    }
    if (metadataTags.size > 0) {
        const byStem = stemsOf(digests);
        for (const [node, tags] of metadataTags) {
            for (const tag of tags) {
                const { stem, fallback } = parseMetadataTag(tag);
                const subject = here(byStem.get(stem));
                refer(node, subject);
                // What a fallback index lists refers to the same subject.
                if (fallback)
                    for (const listed of follow(children, node))
                        refer(listed, subject);
            }
        }
    }
    for (const [subject, referrers] of snapshot.referrers) {
        for (const referrer of referrers)
            refer(ids.get(referrer), ids.get(subject));
    }
    const subjects = new Map();
    for (const [referrer, list] of to)
        subjects.set(referrer, list.length === 1 ? list : ascending(list));
    return { subjects, orphans };
}
function stemsOf(digests) {
    const stems = new Map();
    digests.forEach((digest, node) => {
        stems.set(stemOf(digest), node);
    });
    return stems;
}
function reverse(edges) {
    const reversed = new Map();
    // By ascending source, so that the reversed lists ascend too.
    for (const from of [...edges.keys()].sort((a, b) => a - b)) {
        for (const to of follow(edges, from)) {
            const list = reversed.get(to);
            if (list === undefined)
                reversed.set(to, [from]);
            else
                list.push(from);
        }
    }
    return reversed;
}
function ascending(nodes) {
    return nodes.length < 2 ? nodes : [...new Set(nodes)].sort((a, b) => a - b);
}

;// CONCATENATED MODULE: ./lib/image/instant.js
/** RFC 3339 in UTC, to the second: `2026-11-21T03:00:00Z`. */
function formatInstant(at) {
    return new Date(at * 1000).toISOString().replace('.000Z', 'Z');
}

;// CONCATENATED MODULE: ./lib/image/reference.js

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
    if (text === '')
        return { fault: 'the reference is empty' };
    if (text.length > 1024)
        return { fault: 'the reference is longer than 1,024 characters' };
    const at = text.indexOf('@');
    const digest = at < 0 ? undefined : text.slice(at + 1);
    if (digest !== undefined && !isDigest(digest)) {
        return { fault: `'@${digest.slice(0, 80)}' is no digest: sha256: and 64 lower-case hex digits` };
    }
    const named = at < 0 ? text : text.slice(0, at);
    const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    const tag = colon < 0 ? undefined : named.slice(colon + 1);
    if (tag !== undefined && !isTag(tag)) {
        return {
            fault: `'${tag.slice(0, 140)}' is no tag: 1 to 128 of A-Z a-z 0-9 _ . -, not starting with . or -`,
        };
    }
    const repository = parseRepository(colon < 0 ? named : named.slice(0, colon));
    if (typeof repository !== 'string')
        return repository;
    return {
        repository,
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest }),
    };
}
/** Reads `host[:port]/path` or a Docker Hub short name; a tag or digest is a fault. */
function parseRepository(text) {
    const slash = text.indexOf('/');
    const first = slash < 0 ? text : text.slice(0, slash);
    const hasHost = slash >= 0 && (/[.:[]/.test(first) || first === 'localhost' || first !== first.toLowerCase());
    const registry = hasHost ? first.toLowerCase() : 'docker.io';
    const path = hasHost ? text.slice(slash + 1) : text;
    if (!host.test(registry))
        return { fault: `'${first}' is no registry host` };
    const canonical = registry === 'index.docker.io' ? 'docker.io' : registry;
    for (const part of path.split('/')) {
        if (component.test(part))
            continue;
        if (component.test(part.toLowerCase())) {
            return { fault: `repository names are lower case: '${path.toLowerCase()}' instead of '${path}'` };
        }
        return {
            fault: `'${part.slice(0, 80)}' is no part of a repository name: a-z and 0-9, joined by . _ __ or -`,
        };
    }
    const full = canonical === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
    if (canonical.length + full.length + 1 > longestRepository) {
        return { fault: 'the repository name is longer than 255 characters' };
    }
    return `${canonical}/${full}`;
}
function registryOf(repository) {
    return repository.slice(0, repository.indexOf('/'));
}
/** The name that goes between `/v2/` and `/manifests/`. */
function pathOf(repository) {
    return repository.slice(repository.indexOf('/') + 1);
}
function formatReference({ repository, tag, digest }) {
    return `${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}

;// CONCATENATED MODULE: ./lib/image/source.js


const sourceKey = 'org.opencontainers.image.source';
/**
 * Where an image says it was built from: the annotation of its index or manifest, else the label of its config, of an
 * index that of its first platform. Any text; empty is none.
 */
function sourceOf(snapshot, head, want) {
    let digest = head;
    for (let depth = 0; depth < 8; depth++) {
        const manifest = snapshot.manifests.get(digest);
        if (manifest === undefined) {
            if (snapshot.missing?.has(digest))
                return undefined;
            want.manifest(digest);
            return 'unread';
        }
        const annotated = manifest.annotations[sourceKey];
        if (annotated !== undefined)
            return annotated || undefined;
        if (manifest.kind === 'image') {
            const { config } = manifest;
            if (config === undefined || !imageConfigTypes.includes(config.mediaType))
                return undefined;
            const body = snapshot.configs.get(config.digest);
            if (body !== undefined)
                return body.labels[sourceKey] || undefined;
            want.config(config.digest);
            return 'unread';
        }
        const platform = manifest.children.find(isPlatform);
        if (platform === undefined)
            return undefined;
        digest = platform.digest;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/image/index.js











/***/ }),

/***/ 5698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NT: () => (/* binding */ defaults),
/* harmony export */   cE: () => (/* binding */ keepDefaults),
/* harmony export */   xI: () => (/* binding */ classDefaults)
/* harmony export */ });
/** What holds where no file says otherwise. Written as a file would be. */
const defaults = {
    version: 1,
    images: [],
    aliases: {},
    classes: {
        release: { on: 'git-tag', tags: ['v{semver}'], expires: 'never', immutable: true, sign: 'required' },
        commit: { on: 'push', tags: ['commit-{sha}'], expires: '3d' },
        preview: { on: 'pull-request', tags: ['pr-{number}'], expires: '14d' },
        baseline: { tags: ['*-lts'], expires: 'never', 'require-labels': ['owner'], sign: 'required' },
    },
    forbid: ['latest'],
    unknown: 'warn',
    labels: { required: [], quay: false },
    base: { allow: ['**'], pin: 'warn', eol: 'warn', 'eol-file': null },
    lint: { engines: ['native', 'dockerfilelint'], 'fail-on': 'error', rules: {} },
    scan: {
        'fail-tiers': ['T0', 'T1'],
        'max-db-age': '48h',
        grace: '0d',
        secrets: 'high',
        misconfig: 'off',
        licences: [],
        'kev-file': null,
        exceptions: { 'max-days': 90, items: [] },
    },
    layers: { leftovers: 'warn', 'dive-ci': null },
    sign: { format: 'bundle', children: true, log: 'none', key: null, identity: null, issuer: null },
    'in-use': { required: [], 'max-age': '24h' },
    cleanup: {
        clock: 'push',
        'min-age': '24h',
        untagged: { expires: '14d' },
        limits: { deletions: 500, share: '50%' },
        'max-plan-age': '7d',
        'require-review': true,
        untag: [],
        'plain-http': [],
        'plan-file': '.image-hygiene/cleanup-plan.jsonl',
        'pull-request': {
            branch: 'image-hygiene/cleanup',
            labels: ['image-hygiene'],
            reviewers: [],
            draft: false,
            'quiet-after-close': '7d',
        },
    },
};
/** What a class row says that does not say it. */
const classDefaults = {
    immutable: false,
    sign: 'optional',
    'require-labels': [],
    /**
     * A git tag `v1.2.0-rc.1` was set by somebody on purpose: its image must have a class and must not be lost to an
     * opt-in row for tags of no class. It takes no release's place in `keep`. Who wants candidates to live shorter
     * gives them a row of their own and denies them here.
     */
    prereleases: 'allow',
};
const keepDefaults = { per: 'repository' };


/***/ }),

/***/ 4464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Zq: () => (/* binding */ durationPattern),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   eC: () => (/* binding */ positiveDurationPattern),
/* harmony export */   rk: () => (/* binding */ durationForm)
/* harmony export */ });
/** How a duration is written: whole minutes, hours, days or weeks. */
const durationPattern = /^(?:[0-9]{1,6})[mhdw]$/;
/** The same, but longer than nothing. */
const positiveDurationPattern = /^[1-9][0-9]{0,5}[mhdw]$/;
const durationForm = 'a duration: a whole number and m, h, d or w, such as 30m, 12h, 3d, 2w';
const seconds = { m: 60, h: 3600, d: 86_400, w: 604_800 };
/** `3d` is 259,200 seconds. No fractions, no sums, no months: a month has no length. */
function parseDuration(text) {
    if (!durationPattern.test(text))
        return { fault: `'${text.slice(0, 40)}' is not ${durationForm}` };
    return Number(text.slice(0, -1)) * seconds[text.slice(-1)];
}
/** The shortest way to write so many seconds; what is no whole minute is rounded up to one. */
function formatDuration(length) {
    const [unit, size] = Object.entries(seconds).findLast(([, size]) => length > 0 && length % size === 0) ?? [
        'm',
        60,
    ];
    return length === 0 ? '0d' : `${Math.ceil(length / size)}${unit}`;
}


/***/ }),

/***/ 7134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qN: () => (/* reexport */ allowsBase),
  $N: () => (/* reexport */ canonical),
  wu: () => (/* reexport */ classTemplates),
  L8: () => (/* reexport */ classify),
  Zy: () => (/* reexport */ version/* compareVersions */.Zy),
  Eb: () => (/* reexport */ policy_pattern/* compilePattern */.E),
  G4: () => (/* reexport */ loaded/* defaultPolicy */.G),
  a3: () => (/* reexport */ duration/* formatDuration */.a3),
  EL: () => (/* reexport */ formatPolicy),
  mo: () => (/* reexport */ isMetadataTag),
  V1: () => (/* reexport */ version/* isPrerelease */.V1),
  qd: () => (/* binding */ loadParser),
  fu: () => (/* reexport */ manages),
  _I: () => (/* reexport */ matchesAny),
  Zp: () => (/* reexport */ matchesForbidden),
  sc: () => (/* reexport */ narrow),
  DW: () => (/* reexport */ nearestTag),
  E9: () => (/* reexport */ duration/* parseDuration */.E9),
  PJ: () => (/* reexport */ source/* parseSource */.PJ),
  $4: () => (/* reexport */ version/* readVersion */.$4)
});

// UNUSED EXPORTS: compileTemplate, policyJsonSchema

// EXTERNAL MODULE: ./lib/image/index.js + 9 modules
var lib_image = __webpack_require__(716);
// EXTERNAL MODULE: ./lib/outcome/index.js + 4 modules
var outcome = __webpack_require__(220);
// EXTERNAL MODULE: ./lib/policy/template.js + 2 modules
var policy_template = __webpack_require__(2912);
;// CONCATENATED MODULE: ./lib/policy/classify.js



/**
 * Every class that a tag belongs to, in the order of the policy; empty: a tag of no class, or a metadata tag.
 * A tag of several classes goes only if all of them let it go.
 */
function classify(tag, policy) {
    if (isMetadataTag(tag))
        return [];
    const templates = templatesOf(policy);
    const named = templates.flatMap(row => matchOf(tag, row, false));
    return named.length > 0 ? named : templates.flatMap(row => matchOf(tag, row, true));
}
/** One grammar with the graph: what a referrer's tag may look like is decided in one place. */
function isMetadataTag(tag) {
    return (0,lib_image/* parseMetadataTag */.tN)(tag) !== undefined;
}
/** The row of `forbid` that a tag falls under. */
function matchesForbidden(tag, policy) {
    const index = forbiddenOf(policy).findIndex(template => template.match(tag) !== undefined);
    const template = policy.forbid[index];
    return template === undefined ? undefined : { template, path: `forbid.${index}` };
}
/** The templates of one class, compiled under its rule on prereleases. */
function classTemplates(policy, name) {
    return templatesOf(policy).find(row => row.class === name)?.templates ?? [];
}
function matchOf(tag, row, rest) {
    for (const template of row.templates) {
        if (template.rest !== rest)
            continue;
        const captured = template.match(tag);
        if (captured === undefined)
            continue;
        return [{ class: row.class, rule: row.rule, template: template.text, captured }];
    }
    return [];
}
// Compiled once per policy: a registry has a hundred thousand tags.
const compiledClasses = new WeakMap();
const compiledForbid = new WeakMap();
function templatesOf(policy) {
    const known = compiledClasses.get(policy);
    if (known !== undefined)
        return known;
    const rows = Object.entries(policy.classes).map(([name, rule]) => ({
        class: name,
        rule,
        templates: rule.tags.map(text => sound(text, rule.prereleases)),
    }));
    compiledClasses.set(policy, rows);
    return rows;
}
function forbiddenOf(policy) {
    const known = compiledForbid.get(policy);
    if (known !== undefined)
        return known;
    const templates = policy.forbid.map(text => sound(text, 'allow'));
    compiledForbid.set(policy, templates);
    return templates;
}
/** A parsed policy has no bad template; one built by hand may. */
function sound(text, prereleases) {
    const template = (0,policy_template/* compileTemplate */.G)(text, { prereleases });
    if ('fault' in template) {
        throw new outcome/* HygieneError */.cU('bad-policy', `tag template '${text}': ${template.fault}`, { fix: template.fix });
    }
    return template;
}

// EXTERNAL MODULE: ./lib/policy/duration.js
var duration = __webpack_require__(4464);
// EXTERNAL MODULE: ./lib/policy/node.js
var policy_node = __webpack_require__(2564);
;// CONCATENATED MODULE: ./lib/policy/format.js

/**
 * The effective policy as a file that says the same, each value with the file and line it came from. Read again by
 * itself, it is the same policy.
 */
function formatPolicy(loaded) {
    const { tree, files } = loaded;
    const from = files.length === 0 ? 'no file: the built-in defaults' : files.join(', ');
    const lines = [`# The effective policy, from ${oneLine(from)}`];
    if (tree.kind !== 'map')
        return `${lines[0]}\n`;
    for (const [key, { node, at }] of tree.entries) {
        // These have done their work, and their files need not be there where this text is read.
        if (key === 'extends' || key === 'lock') {
            if (node.kind === 'list' && node.items.length > 0)
                lines.push(`# ${key}: ${inline(node)}  ${origin(at)}`);
            continue;
        }
        lines.push(...entryLines([key], node, at, loaded));
    }
    return `${lines.join('\n')}\n`;
}
function entryLines(path, node, at, loaded) {
    const indent = '  '.repeat(path.length - 1);
    const key = `${indent}${scalar(path.at(-1))}:`;
    if (node.kind === 'map' && node.entries.size > 0) {
        return [
            key,
            ...[...node.entries].flatMap(([name, entry]) => entryLines([...path, name], entry.node, entry.at, loaded)),
        ];
    }
    if (node.kind === 'list' && node.items.some(item => item.kind !== 'scalar')) {
        return [
            `${key}  ${origin(at)}`,
            ...node.items.map(item => `${indent}  - ${inline(item)}  ${origin(item.at)}`),
        ];
    }
    // Set or not set is a difference here: set, it is also asked of images without a push time.
    const unset = (0,policy_node/* formatPath */.jV)(path) === 'cleanup.min-age' && !loaded.policy.cleanup['min-age-set'];
    return [`${unset ? `${indent}# ${key.trim()}` : key} ${inline(node)}  ${origin(at)}`];
}
function origin(at) {
    return at === undefined ? '# default' : `# ${oneLine(at.file)}:${at.line}`;
}
/** YAML's flow form, on one line. */
function inline(node) {
    if (node.kind === 'scalar')
        return typeof node.value === 'string' ? scalar(node.value) : String(node.value);
    if (node.kind === 'list')
        return `[${node.items.map(inline).join(', ')}]`;
    const entries = [...node.entries].map(([key, entry]) => `${scalar(key)}: ${inline(entry.node)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
/** Plain where YAML cannot take it for anything else, single quotes where it is one visible line, else escaped. */
function scalar(text) {
    if (/^[A-Za-z][A-Za-z0-9._/-]*$/.test(text) && !/^(?:true|false|null|~)$/i.test(text))
        return text;
    if (/^[0-9]+[mhdw%]$/.test(text))
        return text;
    return /^[\u0020-\u007e\u00a1-\u024f]*$/.test(text)
        ? `'${text.replaceAll("'", "''")}'`
        : JSON.stringify(text);
}
function oneLine(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a file's name may hold anything
    return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '?');
}

// EXTERNAL MODULE: ./lib/policy/loaded.js + 1 modules
var loaded = __webpack_require__(2325);
// EXTERNAL MODULE: ./lib/policy/pattern.js
var policy_pattern = __webpack_require__(1452);
;// CONCATENATED MODULE: ./lib/policy/scope.js


/** Whether the policy speaks about a repository at all; one it does not manage is never touched. */
function manages(policy, repository) {
    return matchesAny(policy.images, { repository });
}
/**
 * The repository that a pull came from: through `aliases`, a pull from a mirror is a use of the origin. The longest
 * alias wins, segment by segment; aliases of aliases are followed, once round at most.
 */
function canonical(repository, policy) {
    const seen = new Set();
    let name = repository;
    while (!seen.has(name)) {
        seen.add(name);
        let longest = '';
        for (const alias of Object.keys(policy.aliases)) {
            if ((name === alias || name.startsWith(`${alias}/`)) && alias.length > longest.length)
                longest = alias;
        }
        if (longest !== '')
            name = `${policy.aliases[longest]}${name.slice(longest.length)}`;
    }
    return name;
}
/** Whether a base image may be built upon; also asked with a tag or digest, which a pattern may demand. */
function allowsBase(policy, base) {
    return matchesAny(policy.base.allow, base);
}
/** True if one of the patterns, written as in the policy, matches. An illegal pattern is `bad-policy`. */
function matchesAny(patterns, reference) {
    return compiled(patterns).some(pattern => pattern.matches(reference));
}
/**
 * The policy for fewer images: what the call names must lie within what the policy manages, else `not-managed`.
 * The digest stays that of the policy as written.
 */
function narrow(loaded, images) {
    for (const image of images) {
        const pattern = (0,policy_pattern/* compilePattern */.E)(image, 'repository');
        if ('fault' in pattern)
            throw new outcome/* HygieneError */.cU('bad-usage', `images: ${pattern.fault}`, { fix: pattern.fix });
        if (loaded.policy.images.some(wide => (0,policy_pattern/* covers */.h)(wide, image)))
            continue;
        const managed = loaded.policy.images.join(', ');
        throw new outcome/* HygieneError */.cU('not-managed', `the policy does not manage '${image}', only: ${managed || 'nothing'}`, {
            fix: `add it to 'images' of the policy:\nimages: ['${image}']`,
            location: loaded.where('images'),
            image,
        });
    }
    return images.length === 0 ? loaded : { ...loaded, policy: { ...loaded.policy, images } };
}
// Compiled once per list: the same few patterns are asked about every reference.
const compiledLists = new WeakMap();
function compiled(patterns) {
    const known = compiledLists.get(patterns);
    if (known !== undefined)
        return known;
    const list = patterns.map(text => {
        const pattern = (0,policy_pattern/* compilePattern */.E)(text, 'reference');
        if ('fault' in pattern)
            throw new outcome/* HygieneError */.cU('bad-policy', `pattern '${text}': ${pattern.fault}`, { fix: pattern.fix });
        return pattern;
    });
    compiledLists.set(patterns, list);
    return list;
}

// EXTERNAL MODULE: ./lib/policy/source.js
var source = __webpack_require__(5021);
// EXTERNAL MODULE: ./lib/policy/version.js
var version = __webpack_require__(9597);
;// CONCATENATED MODULE: ./lib/policy/suggest.js



/**
 * The legal tag closest to one that is not: `a1b2c3d` is meant as `commit-a1b2c3d`, `1.2` as `v1.2.0`.
 * With an event only its classes count, and with facts only what is true of this build: a commit written in the tag
 * is taken over when it is the build's own.
 */
function nearestTag(tag, policy, facts = {}) {
    const meant = { ...facts, ...agreeing(readLeniently(tag), facts) };
    let best;
    let least = Number.POSITIVE_INFINITY;
    for (const [name, rule] of Object.entries(policy.classes)) {
        if (facts.event !== undefined && rule.on !== facts.event)
            continue;
        for (const template of classTemplates(policy, name)) {
            const made = template.make(meant);
            if (typeof made !== 'string' || matchesForbidden(made, policy) !== undefined)
                continue;
            const distance = (0,outcome/* editDistance */.YC)(tag.slice(0, 128), made);
            if (distance < least)
                [best, least] = [{ tag: made, class: name }, distance];
        }
    }
    return best;
}
/** Of what the tag seems to say, that which does not contradict the build. */
function agreeing(meant, facts) {
    return {
        ...(meant.sha !== undefined && (facts.sha ?? meant.sha).startsWith(meant.sha) ? { sha: meant.sha } : {}),
        ...(meant.number !== undefined && facts.number === undefined ? { number: meant.number } : {}),
        ...(meant.semver !== undefined && facts.semver === undefined ? { semver: meant.semver } : {}),
    };
}
/** What a person may have meant; only ever used for a suggestion. */
function readLeniently(tag) {
    if (tag.length > 128)
        return {};
    const words = tag.toLowerCase().split(/[^0-9a-z]+/);
    const sha = words.findLast(word => /^[0-9a-f]{7,40}$/.test(word));
    const digits = /^(?:pr|mr|pull|pull-request|merge-request|preview|review)?[-_#]?([0-9]{1,15})$/i.exec(tag)?.[1];
    const semver = versionMeant(tag);
    return {
        ...(semver === undefined ? {} : { semver }),
        ...(sha === undefined ? {} : { sha }),
        ...(digits === undefined ? {} : { number: Number(digits) }),
    };
}
/** `1.2`, `V1.2`, `v01.2.3`, `release-1.2.3rc1` as the version they come nearest to. */
function versionMeant(tag) {
    const found = /^([^0-9]*)([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(.*)$/.exec(tag);
    if (found === null)
        return undefined;
    const [, before = '', major = '', minor, patch, after = ''] = found;
    if (minor === undefined && !/^v\.?$/i.test(before))
        return undefined;
    const core = [major, minor ?? '0', patch ?? '0'].map(withoutZeros).join('.');
    const sign = /^[+_]/.test(after) ? '+' : '-';
    const identifiers = after
        .split(/[^0-9A-Za-z-]+|^-+/)
        .filter(word => word !== '')
        .map(word => (/^[0-9]+$/.test(word) ? withoutZeros(word) : word));
    return (0,version/* readVersion */.$4)(identifiers.length === 0 ? core : `${core}${sign}${identifiers.join('.')}`);
}
function withoutZeros(digits) {
    return digits.replace(/^0+(?=[0-9])/, '');
}

;// CONCATENATED MODULE: ./lib/policy/index.js










/** `parsePolicy` and its parts. They bring the YAML parser and zod, which a run without a policy file can do without. */
function loadParser() {
    return Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(815), __webpack_require__.e(343), __webpack_require__.e(13)]).then(__webpack_require__.bind(__webpack_require__, 1013));
}
/** The file format as JSON Schema, for editors. */
async function policyJsonSchema() {
    return (await Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(439), __webpack_require__.e(343), __webpack_require__.e(872)]).then(__webpack_require__.bind(__webpack_require__, 4872))).policyJsonSchema();
}


/***/ }),

/***/ 2325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ defaultPolicy),
  Q: () => (/* binding */ loadedFrom)
});

// EXTERNAL MODULE: ./lib/policy/defaults.js
var defaults = __webpack_require__(5698);
// EXTERNAL MODULE: ./lib/policy/duration.js
var duration = __webpack_require__(4464);
// EXTERNAL MODULE: ./lib/policy/node.js
var policy_node = __webpack_require__(2564);
;// CONCATENATED MODULE: ./lib/policy/effective.js



/** The effective policy of a whole, sound tree: the built-in defaults are in it. */
function effective(tree, minAgeSet) {
    const raw = (0,policy_node/* plain */.pj)(tree);
    const classes = Object.entries(raw.classes).filter(([, row]) => row !== 'off');
    return {
        version: 1,
        images: raw.images,
        aliases: { ...raw.aliases },
        classes: Object.fromEntries(classes.map(([name, row]) => [name, classRule(row)])),
        forbid: raw.forbid,
        unknown: raw.unknown,
        labels: { ...raw.labels },
        base: { ...raw.base },
        lint: { ...raw.lint, rules: { ...raw.lint.rules } },
        scan: scanRules(raw.scan),
        layers: { ...raw.layers },
        sign: { ...raw.sign },
        'in-use': inUse(raw['in-use']),
        cleanup: cleanupRules(raw.cleanup, minAgeSet),
    };
}
/** Whether some file sets `cleanup.min-age` itself. */
function setsMinAge(tree) {
    return (0,policy_node/* nodeAt */.oB)(tree, ['cleanup', 'min-age'])?.at !== undefined;
}
/** After a `none` of the defaults, a repository's own keys stand alone. */
function inUse(raw) {
    if (raw === 'none')
        return 'none';
    const { required, 'max-age': age } = { ...defaults/* defaults */.NT['in-use'], ...raw };
    return { required, 'max-age': seconds(age) };
}
function classRule(row) {
    return {
        ...(row.on === undefined ? {} : { on: row.on }),
        tags: row.tags,
        expires: expiry(row.expires),
        ...(row.keep === undefined ? {} : { keep: { ...defaults/* keepDefaults */.cE, ...row.keep } }),
        immutable: row.immutable ?? defaults/* classDefaults */.xI.immutable,
        sign: row.sign ?? defaults/* classDefaults */.xI.sign,
        'require-labels': row['require-labels'] ?? defaults/* classDefaults */.xI['require-labels'],
        prereleases: row.prereleases ?? defaults/* classDefaults */.xI.prereleases,
        ...(row.ends === undefined ? {} : { ends: row.ends }),
        ...(row.after === undefined ? {} : { after: seconds(row.after) }),
    };
}
function scanRules(raw) {
    const items = raw.exceptions.items.map((item) => ({ packages: [], images: [], ...item }));
    return {
        ...raw,
        'max-db-age': seconds(raw['max-db-age']),
        grace: seconds(raw.grace),
        exceptions: { 'max-days': raw.exceptions['max-days'], items },
    };
}
function cleanupRules(raw, minAgeSet) {
    const request = raw['pull-request'];
    return {
        ...raw,
        'min-age': seconds(raw['min-age']),
        'min-age-set': minAgeSet,
        untagged: { expires: expiry(raw.untagged.expires) },
        limits: { deletions: raw.limits.deletions, share: Number(raw.limits.share.slice(0, -1)) / 100 },
        'max-plan-age': seconds(raw['max-plan-age']),
        'pull-request': { ...request, 'quiet-after-close': seconds(request['quiet-after-close']) },
    };
}
function expiry(text) {
    if (text === 'never' || text === 'superseded')
        return { kind: text };
    return { kind: 'after', seconds: seconds(text) };
}
function seconds(text) {
    return (0,duration/* parseDuration */.E9)(text);
}

// EXTERNAL MODULE: ./lib/policy/merge.js
var merge = __webpack_require__(9014);
;// CONCATENATED MODULE: ./lib/policy/loaded.js




/** @param tree whole and sound: the built-in defaults with everything else over them */
function loadedFrom(tree, files, sha256) {
    const policy = effective(tree, setsMinAge(tree));
    const places = placesOf(tree);
    return {
        policy,
        where: path => places.get(path),
        // Reckoned when it is asked for: most steps never do.
        get digest() {
            return `sha256:${sha256(canonicalText(policy))}`;
        },
        tree,
        files,
    };
}
/** What holds with no file at all, for the images that the call names. */
function defaultPolicy(images, sha256) {
    return loadedFrom((0,merge/* mergePolicies */.$)((0,policy_node/* placeless */.vx)(defaults/* defaults */.NT), (0,policy_node/* placeless */.vx)({ images })), [], sha256);
}
/** JSON with sorted keys: equal policies, equal text. */
function canonicalText(policy) {
    return JSON.stringify(policy, (_, value) => typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value);
}
function placesOf(tree) {
    const places = new Map();
    const walk = (node, path, at) => {
        if (at !== undefined)
            places.set((0,policy_node/* formatPath */.jV)(path), at);
        if (node.kind === 'list') {
            for (const [index, item] of node.items.entries())
                walk(item, [...path, index], item.at);
        }
        if (node.kind === 'map') {
            for (const [key, entry] of node.entries)
                walk(entry.node, [...path, key], entry.at);
        }
    };
    walk(tree, [], undefined);
    return places;
}


/***/ }),

/***/ 9014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ mergePolicies),
/* harmony export */   F: () => (/* binding */ without)
/* harmony export */ });
/**
 * The later tree over the earlier one: mappings are merged key by key, everything else is replaced. A key keeps the
 * place of the file that set it last.
 */
function merge(earlier, later) {
    if (earlier.kind !== 'map' || later.kind !== 'map')
        return later;
    const entries = new Map(earlier.entries);
    for (const [key, entry] of later.entries) {
        const before = entries.get(key);
        entries.set(key, before === undefined ? entry : { at: entry.at, node: merge(before.node, entry.node) });
    }
    return { kind: 'map', at: later.at, entries };
}
/**
 * Merged like everything else, and in the order in which a build looks through them: the rows that the later file names
 * come first, in its own order. Somebody who adds a row for an event means it, whatever the rows below are for.
 */
function mergePolicies(earlier, later) {
    const merged = merge(earlier, later);
    const classes = entryOf(merged, 'classes');
    const own = entryOf(later, 'classes');
    if (merged.kind !== 'map' || classes?.node.kind !== 'map' || own?.node.kind !== 'map')
        return merged;
    const rows = classes.node.entries;
    const first = [...own.node.entries.keys()].flatMap(name => {
        const row = rows.get(name);
        return row === undefined ? [] : [[name, row]];
    });
    const node = { ...classes.node, entries: new Map([...first, ...rows]) };
    return { ...merged, entries: new Map([...merged.entries, ['classes', { ...classes, node }]]) };
}
function entryOf(node, key) {
    return node.kind === 'map' ? node.entries.get(key) : undefined;
}
/** The tree without what stands at the given paths. A list with a bad item is emptied: it says nothing reliable. */
function without(node, paths) {
    if (paths.length === 0 || node.kind === 'scalar')
        return node;
    if (node.kind === 'list')
        return { ...node, items: [] };
    const below = new Map();
    for (const [step, ...rest] of paths) {
        const known = below.get(String(step));
        if (known === undefined)
            below.set(String(step), [rest]);
        else
            known.push(rest);
    }
    const entries = [...node.entries].flatMap(([key, entry]) => {
        const inner = below.get(key) ?? [];
        const gone = inner.some(path => path.length === 0);
        return gone ? [] : [[key, { at: entry.at, node: without(entry.node, inner) }]];
    });
    return { ...node, entries: new Map(entries) };
}


/***/ }),

/***/ 2564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   jV: () => (/* binding */ formatPath),
/* harmony export */   oB: () => (/* binding */ nodeAt),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   vx: () => (/* binding */ placeless),
/* harmony export */   wf: () => (/* binding */ leavesOf)
/* harmony export */ });
function formatPath(path) {
    return path.join('.');
}
/** The bare value. Objects have no prototype, so a key `__proto__` is a key like any other. */
function plain(node) {
    if (node.kind === 'scalar')
        return node.value;
    if (node.kind === 'list')
        return node.items.map(plain);
    const object = Object.create(null);
    for (const [key, { node: value }] of node.entries)
        object[key] = plain(value);
    return object;
}
/** A tree without places, for the built-in defaults. */
function placeless(value) {
    if (Array.isArray(value))
        return { kind: 'list', at: undefined, items: value.map(placeless) };
    if (typeof value !== 'object' || value === null) {
        return { kind: 'scalar', at: undefined, value: value };
    }
    const entries = Object.entries(value).map(([key, inner]) => [key, { at: undefined, node: placeless(inner) }]);
    return { kind: 'map', at: undefined, entries: new Map(entries) };
}
/** What stands at a path, if anything does. */
function nodeAt(node, path) {
    let here = node;
    for (const step of path) {
        if (here?.kind === 'map')
            here = here.entries.get(String(step))?.node;
        else if (here?.kind === 'list')
            here = here.items[Number(step)];
        else
            return undefined;
    }
    return here;
}
/** The place of the key at a path, of the item, or else of the nearest thing above it. */
function placeOf(node, path) {
    let here = node;
    let at = node.at;
    for (const step of path) {
        const entry = here.kind === 'map'
            ? here.entries.get(String(step))
            : here.kind === 'list' && here.items[Number(step)] !== undefined
                ? { at: here.items[Number(step)]?.at, node: here.items[Number(step)] }
                : undefined;
        if (entry === undefined)
            return at;
        at = entry.at;
        here = entry.node;
    }
    return at;
}
/** Every scalar and list with its path; empty mappings too. */
function leavesOf(node, path = []) {
    if (node.kind !== 'map' || (node.entries.size === 0 && path.length > 0))
        return [[path, node]];
    return [...node.entries].flatMap(([key, entry]) => leavesOf(entry.node, [...path, key]));
}


/***/ }),

/***/ 1452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ compilePattern),
/* harmony export */   h: () => (/* binding */ covers)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(716);

const longestPattern = 400;
function compilePattern(text, what) {
    if (text === '')
        return { fault: 'the pattern is empty' };
    if (text.length > longestPattern)
        return { fault: `the pattern is longer than ${longestPattern} characters` };
    const { name, tag, digest } = partsOf(text);
    if (what === 'repository' && (tag ?? digest) !== undefined) {
        return { fault: `'${text}' names a tag or digest; repositories only here`, fix: `write ${name}` };
    }
    const fault = faultOf(name, tag, digest);
    if (fault !== undefined)
        return fault;
    const [names, tags, digests] = [qualified(name), tag, digest].map(part => part === undefined ? undefined : tokensOf(part));
    return {
        text,
        matches: reference => matchesText(names, reference.repository) &&
            matchesText(tags, reference.tag) &&
            matchesText(digests, reference.digest),
    };
}
/** True if everything that `inner` matches, `outer` matches too, as far as can be told segment by segment. */
function covers(outer, inner) {
    if (outer === inner)
        return true;
    const [wide, narrow] = [partsOf(outer), partsOf(inner)];
    return (coversText(qualified(wide.name), qualified(narrow.name)) &&
        (wide.tag === undefined || (narrow.tag !== undefined && coversText(wide.tag, narrow.tag))) &&
        (wide.digest === undefined || (narrow.digest !== undefined && coversText(wide.digest, narrow.digest))));
}
function partsOf(text) {
    const at = text.indexOf('@');
    const named = at < 0 ? text : text.slice(0, at);
    const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    return {
        name: colon < 0 ? named : named.slice(0, colon),
        ...(colon < 0 ? {} : { tag: named.slice(colon + 1) }),
        ...(at < 0 ? {} : { digest: text.slice(at + 1) }),
    };
}
function faultOf(name, tag, digest) {
    if (name.includes('***'))
        return { fault: `'${name}' has three stars in a row; '**' goes across segments` };
    if (name === '*')
        return { fault: `'*' stays within one segment and no repository has just one`, fix: 'write **' };
    if (!/^[A-Za-z0-9._/:[\]*-]+$/.test(name))
        return { fault: `'${name}' has a character that no repository has` };
    if (/\/\/|^\/|\/$/.test(name))
        return { fault: `'${name}' has an empty segment` };
    const path = name.includes('/') ? name.slice(name.indexOf('/') + 1) : name;
    if (/[A-Z]/.test(path))
        return { fault: 'repository names are lower case', fix: `write ${name.toLowerCase()}` };
    if (!name.includes('*')) {
        const reference = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(name);
        if ('fault' in reference)
            return reference;
    }
    if (tag !== undefined && !/^[A-Za-z0-9._*-]+$/.test(tag))
        return { fault: `':${tag}' is no tag with stars` };
    if (digest !== undefined && !/^[a-z0-9*]+:?[0-9a-f*]*$/.test(digest)) {
        return { fault: `'@${digest}' is no digest with stars`, fix: 'write @sha256:*' };
    }
    return undefined;
}
/** With its registry, as repositories have it: `alpine` is `docker.io/library/alpine`. */
function qualified(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? name : name.slice(0, slash);
    if (first.includes('**'))
        return name;
    if (slash < 0)
        return `docker.io/library/${name}`;
    if (!/[.:[*]/.test(first) && first !== 'localhost')
        return `docker.io/${name}`;
    const host = first.toLowerCase();
    const path = name.slice(slash + 1);
    if (host !== 'docker.io' && host !== 'index.docker.io')
        return `${host}/${path}`;
    return path.includes('/') || path.includes('**') ? `docker.io/${path}` : `docker.io/library/${path}`;
}
const maybe = 'maybe';
const upToSlash = 'up to slash';
function tokensOf(text) {
    const found = text.match(/(?<=^|\/)\*\*\/|\*\*|[\s\S]/g) ?? [];
    return found.flatMap(token => (token === '**/' ? [maybe, upToSlash] : [token]));
}
function matchesText(pattern, text) {
    return pattern === undefined || (text !== undefined && runs(pattern, text));
}
/** Stars of the inner pattern are symbols that only the same or a wider star of the outer one takes. */
function coversText(outer, inner) {
    return runs(tokensOf(outer), inner.match(/\*\*|[\s\S]/g) ?? []);
}
function runs(pattern, symbols) {
    let places = entered(pattern, [0]);
    for (const symbol of symbols) {
        places = entered(pattern, [...places].flatMap(place => after(pattern[place], place, symbol)));
        if (places.size === 0)
            return false;
    }
    return places.has(pattern.length);
}
function after(token, place, symbol) {
    if (token === '*')
        return symbol === '/' || symbol === '**' ? [] : [place];
    if (token === '**')
        return [place];
    if (token === upToSlash)
        return symbol === '/' ? [place, place + 1] : [place];
    return token === symbol ? [place + 1] : [];
}
/** The places, and those reached from them without a symbol. */
function entered(pattern, places) {
    const all = new Set(places);
    for (const place of all) {
        const token = pattern[place];
        if (token === '*' || token === '**')
            all.add(place + 1);
        if (token === maybe)
            all.add(place + 1).add(place + 2);
    }
    return all;
}


/***/ }),

/***/ 5021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PJ: () => (/* binding */ parseSource),
/* harmony export */   eP: () => (/* binding */ sourceForm),
/* harmony export */   uB: () => (/* binding */ sourcePattern)
/* harmony export */ });
/* unused harmony export formatSource */
/** The shape, for editors; `parseSource` says what is wrong. */
const sourcePattern = /^(?:file:[^\s@]+|github:[\w.-]+\/[\w.-]+\/\/[^\s@]+@[0-9a-f]{40}|gitlab:[\w.-]+(?:\/[\w.-]+)+\/\/[^\s@]+@[0-9a-f]{40})$/;
const sourceForm = `'file:path', 'github:org/repo//path@<40 hex digits>' or 'gitlab:group/project//path@<40 hex digits>'`;
/** Remote defaults are pinned to a commit: who may push to that repository must not silently change this policy. */
function parseSource(text) {
    const scheme = /^(file|github|gitlab):/.exec(text)?.[1];
    if (scheme === undefined)
        return { fault: `'${text.slice(0, 200)}' is not ${sourceForm}` };
    const rest = text.slice(scheme.length + 1);
    if (scheme === 'file') {
        return sourcePattern.test(text)
            ? { kind: 'file', path: rest }
            : { fault: `'${text.slice(0, 200)}' is no path of a file` };
    }
    const [, project = '', path = '', commit] = /^([^@]*?)\/\/([^@]*)(?:@(.*))?$/.exec(rest) ?? [];
    if (project === '' || path === '') {
        return {
            fault: `'${text.slice(0, 200)}' names no file: two slashes part the repository from the path`,
            fix: `write ${scheme}:org/repo//path/to/policy.yml@<commit>`,
        };
    }
    if (commit === undefined || !/^[0-9a-f]{40}$/.test(commit)) {
        return {
            fault: `'${text.slice(0, 200)}' is not pinned: a branch, a tag or a short commit can come to mean something else`,
            fix: `write ${scheme}:${project}//${path}@<the 40 hex digits of a commit>`,
        };
    }
    if (!sourcePattern.test(text) ||
        path.split('/').some(part => part === '' || part === '.' || part === '..')) {
        return { fault: `'${text.slice(0, 200)}' is not ${sourceForm}` };
    }
    return { kind: scheme, project, path, commit };
}
function formatSource(source) {
    return source.kind === 'file'
        ? `file:${source.path}`
        : `${source.kind}:${source.project}//${source.path}@${source.commit}`;
}


/***/ }),

/***/ 2912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ compileTemplate)
});

// EXTERNAL MODULE: ./lib/image/index.js + 9 modules
var lib_image = __webpack_require__(716);
// EXTERNAL MODULE: ./lib/outcome/index.js + 4 modules
var outcome = __webpack_require__(220);
;// CONCATENATED MODULE: ./lib/policy/slug.js
/**
 * A branch's name as part of a tag, at most `room` characters: what no tag may hold becomes `-`, case is kept.
 * A name that had to be cut, or of which nothing is left, ends in eight hex digits of its hash, so that two long
 * branches with one beginning stay two tags, and the same branch always gets the same one.
 */
function slugOf(branch, room) {
    const slug = branch
        .slice(0, longestName)
        .replace(/[^A-Za-z0-9._-]+/g, '-')
        .replace(/^[.-]+/, '')
        .replace(/-+$/, '');
    if (slug !== '' && slug.length <= room)
        return slug;
    const kept = slug.slice(0, Math.max(0, room - 9)).replace(/-+$/, '');
    return `${kept}${kept === '' ? '' : '-'}${hashOf(branch)}`.slice(0, Math.max(0, room));
}
/** Git's own names are shorter; whatever is longer is told apart by its hash. */
const longestName = 4096;
/** FNV-1a, 32 bits: to tell names apart, not to prove anything. */
function hashOf(text) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < text.length; at++) {
        hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
}

// EXTERNAL MODULE: ./lib/policy/version.js
var version = __webpack_require__(9597);
;// CONCATENATED MODULE: ./lib/policy/placeholder.js


const numeric = '(?:0|[1-9][0-9]*)';
const identifier = '[0-9A-Za-z-]+';
const prereleaseId = '(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)';
const core = `${numeric}\\.${numeric}\\.${numeric}`;
const prerelease = `(?:-${prereleaseId}(?:\\.${prereleaseId})*)?`;
const build = `(?:_${identifier}(?:\\.${identifier})*)?`;
function semver(prereleases) {
    return {
        name: 'semver',
        pattern: prereleases === 'allow' ? core + prerelease + build : core + build,
        needs: 'a SemVer version (a git tag such as v1.2.0)',
        ends: (text, start) => (0,version/* versionEnds */.Hn)(text, start, prereleases),
        capture: text => ({ semver: (0,version/* versionFromTag */.bp)(text) }),
        write: facts => (facts.semver === undefined ? undefined : (0,version/* versionToTag */.KN)(facts.semver)),
    };
}
/** `{semver.major}` of 1.2.3 is `1`, `{semver.minor}` is `2`. */
function semverPart(part) {
    return {
        name: `semver.${part}`,
        pattern: shortNumber,
        needs: 'a SemVer version (a git tag such as v1.2.0)',
        ends: numberEnds,
        capture: text => ({ [part]: Number(text) }),
        write: facts => (facts.semver === undefined ? undefined : String((0,version/* coreOf */.z2)(facts.semver)[part])),
    };
}
/** Reads 7 to 40 digits and writes 12; with a length, reads and writes exactly so many. */
function sha(length) {
    const [least, most] = length === undefined ? [7, 40] : [length, length];
    return {
        name: 'sha',
        pattern: least === most ? `[0-9a-f]{${least}}` : `[0-9a-f]{${least},${most}}`,
        needs: 'a commit',
        ends: (text, start) => runEnds(text, start, /[0-9a-f]/, least, most),
        capture: text => ({ sha: text }),
        write: facts => facts.sha?.slice(0, length ?? 12),
    };
}
const number = {
    name: 'number',
    pattern: '(?:0|[1-9][0-9]{0,14})',
    needs: 'the number of a pull or merge request',
    ends: numberEnds,
    capture: text => ({ number: Number(text) }),
    write: facts => (facts.number === undefined ? undefined : String(facts.number)),
};
const branch = {
    name: 'branch',
    pattern: '[A-Za-z0-9._-]+',
    needs: 'a branch',
    ends: (text, start) => runEnds(text, start, /[A-Za-z0-9._-]/, 1, text.length),
    capture: text => ({ branch: text }),
    write: (facts, room) => (facts.branch === undefined ? undefined : slugOf(facts.branch, room)),
};
const date = {
    name: 'date',
    pattern: '[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])',
    needs: 'the time of the build',
    ends: (text, start) => /^[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])$/.test(text.slice(start, start + 8))
        ? [start + 8]
        : [],
    capture: text => ({ date: text }),
    write: facts => facts.date === undefined
        ? undefined
        : new Date(facts.date * 1000).toISOString().slice(0, 10).replaceAll('-', ''),
};
/** Numbers that JavaScript holds exactly. */
const shortNumber = '(?:0|[1-9][0-9]{0,14})';
function numberEnds(text, start) {
    return text[start] === '0' ? [start + 1] : runEnds(text, start, /[0-9]/, 1, 15);
}
function runEnds(text, start, legal, least, most) {
    const ends = [];
    for (let at = start; at < text.length && at - start < most && legal.test(text[at]); at++) {
        if (at + 1 - start >= least)
            ends.push(at + 1);
    }
    return ends;
}

;// CONCATENATED MODULE: ./lib/policy/template.js




const longestTag = 128;
function compileTemplate(text, options = {}) {
    const parts = parse(text, options.prereleases ?? 'allow');
    if ('fault' in parts)
        return parts;
    return {
        text,
        pattern: patternOf(parts),
        rest: text === '*',
        placeholders: parts.flatMap(part => ('name' in part ? [part.name] : [])),
        make: facts => make(text, parts, facts),
        match: tag => ((0,lib_image/* isTag */.dz)(tag) ? read(parts, 0, tag, 0, new Map()) : undefined),
    };
}
function parse(text, prereleases) {
    if (text === '')
        return { fault: 'the template is empty' };
    if (text.length > longestTag)
        return { fault: `a template has at most ${longestTag} characters` };
    const parts = [];
    for (const [token] of text.matchAll(/\{[^{}]*\}|\*|[^{}*]+|[{}]/g)) {
        const part = partOf(token, prereleases);
        if ('fault' in part)
            return part;
        const fault = clashOf(part, parts);
        if (fault !== undefined)
            return fault;
        parts.push(part);
    }
    return parts;
}
function partOf(token, prereleases) {
    if (token === '*')
        return { any: true };
    if (token === '{' || token === '}')
        return { fault: `'${token}' has no partner` };
    if (token.startsWith('{'))
        return placeholderOf(token.slice(1, -1), prereleases);
    if (/^[A-Za-z0-9._-]+$/.test(token))
        return { literal: token };
    return {
        fault: `'${token}' cannot stand in a tag: only A-Z a-z 0-9 _ . - and placeholders`,
        fix: `write ${token.replace(/[^A-Za-z0-9._-]+/g, '-')}`,
    };
}
function placeholderOf(name, prereleases) {
    const length = /^sha:([0-9]{1,3})$/.exec(name)?.[1];
    if (length !== undefined) {
        if (Number(length) >= 7 && Number(length) <= 40)
            return sha(Number(length));
        return { fault: `{${name}}: a commit has 7 to 40 digits in a tag`, fix: 'write {sha}' };
    }
    const known = {
        semver: semver(prereleases),
        'semver.major': semverPart('major'),
        'semver.minor': semverPart('minor'),
        sha: sha(undefined),
        number: number,
        branch: branch,
        date: date,
    };
    if (Object.hasOwn(known, name))
        return known[name];
    const names = Object.keys(known);
    const meant = (0,outcome/* nearest */.pA)(name, names);
    return {
        fault: `{${name}} is no placeholder: ${names.map(word => `{${word}}`).join(' ')}`,
        ...(meant === undefined ? {} : { fix: `did you mean {${meant}}?` }),
    };
}
/** What may not follow or join what is already there. */
function clashOf(part, before) {
    const last = before.at(-1);
    if (last === undefined) {
        return 'literal' in part && /^[.-]/.test(part.literal)
            ? { fault: `a tag does not start with '${part.literal[0]}'` }
            : undefined;
    }
    if ('any' in part)
        return 'any' in last ? { fault: `one '*' is enough`, fix: 'write *' } : undefined;
    if (!('name' in part))
        return undefined;
    if ('name' in last)
        return { fault: `{${last.name}}{${part.name}}: put a '-' or '.' between, to tell them apart` };
    const names = before.flatMap(other => ('name' in other ? [other.name] : []));
    if (names.includes(part.name))
        return { fault: `{${part.name}} stands there twice` };
    const family = names.find(name => name === 'semver' || (part.name === 'semver' && name.startsWith('semver.')));
    return family !== undefined && part.name.startsWith('semver')
        ? { fault: `{${family}} and {${part.name}}: the whole version or parts of it, not both` }
        : undefined;
}
function make(text, parts, facts) {
    let room = longestTag - parts.reduce((sum, part) => sum + ('literal' in part ? part.literal.length : 0), 0);
    const written = new Map();
    // The branch takes what the others leave.
    const branchLast = [...parts].sort((a, b) => Number('name' in a && a.name === 'branch') - Number('name' in b && b.name === 'branch'));
    for (const part of branchLast) {
        if ('any' in part)
            return { fault: `'${text}' has a '*': it recognises tags but makes none` };
        const value = 'literal' in part ? part.literal : part.write(facts, room);
        if (value === undefined && 'needs' in part)
            return { fault: `'${text}' needs ${part.needs}` };
        written.set(part, value ?? '');
        if ('name' in part)
            room -= value?.length ?? 0;
    }
    const tag = parts.map(part => written.get(part)).join('');
    if (!(0,lib_image/* isTag */.dz)(tag)) {
        return {
            fault: `'${text}' makes '${tag.slice(0, 140)}', which is no tag: at most ${longestTag} characters of A-Z a-z 0-9 _ . -`,
        };
    }
    if (read(parts, 0, tag, 0, new Map()) !== undefined)
        return tag;
    const denied = parts.some(part => 'name' in part && part.name === 'semver') &&
        facts.semver !== undefined &&
        (0,version/* isPrerelease */.V1)(facts.semver);
    return {
        fault: denied
            ? `${facts.semver} is a prerelease, and '${text}' stands in a class that denies them`
            : `'${text}' makes '${tag}', which is not of its own form: a fact of the build is no legal value`,
    };
}
/**
 * The captures of the longest readings from left to right. `failed` remembers where each part has failed before, so
 * nothing is tried twice at one place: the work is bounded by parts × length, times the ends of one placeholder.
 */
function read(parts, index, text, start, failed) {
    const part = parts[index];
    if (part === undefined)
        return start === text.length ? {} : undefined;
    const before = failed.get(index) ?? new Set();
    if (before.has(start))
        return undefined;
    const ends = endsOf(part, text, start, before);
    for (let choice = ends.length - 1; choice >= 0; choice--) {
        const end = ends[choice];
        const rest = read(parts, index + 1, text, end, failed);
        if (rest !== undefined)
            return 'name' in part ? { ...part.capture(text.slice(start, end)), ...rest } : rest;
    }
    failed.set(index, before.add(start));
    return undefined;
}
function endsOf(part, text, start, failed) {
    if ('name' in part)
        return part.ends(text, start);
    if ('literal' in part)
        return text.startsWith(part.literal, start) ? [start + part.literal.length] : [];
    // Where a star failed before, every end to the right of it was tried.
    const ends = [];
    for (let end = start; end <= text.length && !failed.has(end); end++)
        ends.push(end);
    return ends;
}
function patternOf(parts) {
    const patterns = parts.map((part, index) => {
        if ('literal' in part)
            return part.literal.replaceAll('.', '\\.');
        if (index > 0)
            return 'any' in part ? '[A-Za-z0-9._-]*' : part.pattern;
        if ('name' in part && part.name !== 'branch')
            return part.pattern;
        // A tag starts with neither '.' nor '-'.
        const next = parts[1];
        const needed = 'name' in part || next === undefined || ('literal' in next && /^[.-]/.test(next.literal));
        const start = '[A-Za-z0-9_][A-Za-z0-9._-]*';
        return needed ? start : `(?:${start})?`;
    });
    return `^${patterns.join('')}$`;
}


/***/ }),

/***/ 9597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ readVersion),
/* harmony export */   Hn: () => (/* binding */ versionEnds),
/* harmony export */   KN: () => (/* binding */ versionToTag),
/* harmony export */   V1: () => (/* binding */ isPrerelease),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   bp: () => (/* binding */ versionFromTag),
/* harmony export */   z2: () => (/* binding */ coreOf)
/* harmony export */ });
/* harmony import */ var semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8469);

/** The version in a text that is nothing else, an optional leading `v` aside: `v1.2.0+b` gives `1.2.0+b`. */
function readVersion(text) {
    const bare = text.startsWith('v') ? text.slice(1) : text;
    if (bare.includes('_') || bare.length > 256)
        return undefined;
    const written = versionToTag(bare);
    return versionEnds(written, 0, 'allow').includes(written.length) ? bare : undefined;
}
function versionToTag(version) {
    return version.replace('+', '_');
}
function versionFromTag(text) {
    return text.replace('_', '+');
}
/** True for `1.2.0-rc.1`. The `-` of build metadata does not count. */
function isPrerelease(version) {
    return version.split('+', 1)[0].includes('-');
}
function coreOf(version) {
    const [major, minor] = version.split('.', 2);
    return { major: Number(major), minor: Number(minor) };
}
/**
 * Precedence by semver.org §11: negative, zero or positive; `undefined` where a number is too large to be ranked
 * exactly. Build metadata has no precedence, so versions that differ in it only compare as 0.
 */
function compareVersions(a, b) {
    return tooLarge.test(a) || tooLarge.test(b) ? undefined : semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_0__(a, b);
}
/** Sixteen digits may pass 2^53. Digits of build metadata count too: rather not ranked than ranked wrongly. */
const tooLarge = /[0-9]{16}/;
/**
 * Every position where a version that starts at `start` may end, ascending; written as in a tag.
 * One pass, no backtracking: the work is the length of the text.
 */
function versionEnds(text, start, prereleases) {
    const minor = afterDot(text, afterNumber(text, start));
    const patch = afterDot(text, afterNumber(text, minor));
    const end = afterNumber(text, patch);
    if (end < 0)
        return [];
    const ends = Array.from({ length: end - patch }, (_, digit) => patch + digit + 1);
    if (text[end] === '-' && prereleases === 'allow') {
        for (const stop of identifierEnds(text, end + 1, hasLeadingZero)) {
            ends.push(stop);
            if (text[stop] === '_')
                ends.push(...identifierEnds(text, stop + 1, () => false));
        }
    }
    else if (text[end] === '_') {
        ends.push(...identifierEnds(text, end + 1, () => false));
    }
    return ends;
}
/** The end of `0` or of digits without a leading zero, or -1. */
function afterNumber(text, start) {
    if (start < 0)
        return -1;
    if (text[start] === '0')
        return start + 1;
    let end = start;
    while (isDigit(text.charCodeAt(end)))
        end++;
    return end > start ? end : -1;
}
function afterDot(text, at) {
    return at >= 0 && text[at] === '.' ? at + 1 : -1;
}
/** Ends of dot-separated identifiers; one that `isIllegal` ends nothing and may not be followed by a dot. */
function identifierEnds(text, start, isIllegal) {
    const ends = [];
    let from = start;
    for (let at = start; at < text.length; at++) {
        if (text[at] === '.') {
            if (ends.at(-1) !== at)
                break;
            from = at + 1;
        }
        else if (!/[0-9A-Za-z-]/.test(text[at])) {
            break;
        }
        else if (!isIllegal(text, from, at + 1)) {
            ends.push(at + 1);
        }
    }
    return ends;
}
/** `01` and `00`, but not `0`, `01a` or `0-`. Digits beyond the length of any tag are not looked at. */
function hasLeadingZero(text, from, to) {
    return text[from] === '0' && to - from > 1 && /^[0-9]+$/.test(text.slice(from, to));
}
function isDigit(code) {
    return code >= 48 && code <= 57;
}


/***/ }),

/***/ 7520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ loadPolicy)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/outcome/index.js + 4 modules
var outcome = __webpack_require__(220);
// EXTERNAL MODULE: ./lib/policy/index.js + 4 modules
var policy = __webpack_require__(7134);
;// CONCATENATED MODULE: ./lib/system/sha256.js
/** In hex. */
function sha256(text) {
    // An import would load it at start-up, which takes longer than many a step.
    return process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex');
}

// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
;// CONCATENATED MODULE: ./lib/steps/policy-on-forge.js

/**
 * A file at a commit, through the forge's API: the one this pipeline runs on, GHES and self-managed GitLab
 * included, else the public one. The token goes to that API's origin and nowhere else.
 * @see https://docs.github.com/en/rest/repos/contents#get-repository-content
 * @see https://docs.gitlab.com/api/repository_files/#retrieve-a-raw-file-from-a-repository
 */
async function readFromForge(source, tokens, world, limit) {
    const api = source.kind === 'github' ? github(source, tokens, world) : gitlab(source, tokens, world);
    const answer = await getWithin(api, world, limit);
    if (answer.status === 200)
        return textOf(answer, source);
    const what = `${api.url.origin} answers ${answer.status} for ${source.project}//${source.path}`;
    switch (answer.status) {
        case 404:
            throw new outcome/* HygieneError */.cU('no-file', `${what}: it is not there at ${source.commit}, or this token may not read it`, {
                fix: api.fix,
            });
        case 401:
            throw new outcome/* HygieneError */.cU('no-credentials', `${what}: the token is not valid`, { fix: api.fix });
        case 403:
            throw new outcome/* HygieneError */.cU('no-permission', `${what}: the token may not read it`, { fix: api.fix });
        default:
            throw new outcome/* HygieneError */.cU('bad-answer', what, {
                fix: 'run it again; if it lasts, look at the status of the forge',
            });
    }
}
function github(source, { githubToken }, { env }) {
    const base = env['GITHUB_API_URL'] || 'https://api.github.com';
    const path = source.path.split('/').map(encodeURIComponent).join('/');
    return {
        url: apiUrl(base, `/repos/${source.project}/contents/${path}?ref=${source.commit}`, 'GITHUB_API_URL'),
        headers: {
            // A file above 1 MB comes raw only; a folder answers JSON to this too.
            accept: 'application/vnd.github.raw+json',
            'x-github-api-version': '2022-11-28',
            'user-agent': 'image-hygiene',
            ...(githubToken === undefined ? {} : { authorization: `Bearer ${githubToken}` }),
        },
        fix: `give a token that may read ${source.project} (contents: read) as github-token; GITHUB_TOKEN reads its own repository only`,
    };
}
function gitlab(source, { gitlabToken }, { env }) {
    const base = env['CI_API_V4_URL'] || 'https://gitlab.com/api/v4';
    const project = encodeURIComponent(source.project);
    const job = env['CI_JOB_TOKEN'];
    return {
        url: apiUrl(base, `/projects/${project}/repository/files/${encodeURIComponent(source.path)}/raw?ref=${source.commit}`, 'CI_API_V4_URL'),
        headers: {
            'user-agent': 'image-hygiene',
            ...(gitlabToken !== undefined ? { 'private-token': gitlabToken } : job ? { 'job-token': job } : {}),
        },
        fix: `give a token with read_repository for ${source.project} as gitlab-token, or let this project's job tokens in there`,
    };
}
function apiUrl(base, path, variable) {
    const text = base.replace(/\/+$/, '') + path;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const loopback = /^(?:localhost|\[::1\]|127(?:\.[0-9]{1,3}){3})$/.test(url?.hostname ?? '');
    if (url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback)))
        return url;
    throw new outcome/* HygieneError */.cU('bad-usage', `${variable} is no https URL: no token is sent there`, {
        fix: `set ${variable} to the API of your forge, such as https://ghe.example.com/api/v3`,
    });
}
/** A renamed repository is a redirect. It is followed on the same origin only, since the token goes along. */
async function getWithin({ url, headers }, world, limit) {
    let here = url;
    for (let hop = 0; hop < 4; hop++) {
        const answer = await world.http.send({ method: 'GET', url: here, headers, limit });
        const target = answer.headers['location'];
        if (![301, 302, 307, 308].includes(answer.status) || target === undefined)
            return answer;
        const next = URL.canParse(target, here.href) ? new URL(target, here.href) : undefined;
        if (next === undefined || next.origin !== url.origin) {
            throw new outcome/* HygieneError */.cU('bad-answer', `${url.origin} sends to another host for ${url.pathname}; the token does not go there`);
        }
        here = next;
    }
    throw new outcome/* HygieneError */.cU('bad-answer', `${url.origin} redirects in a circle for ${url.pathname}`);
}
function textOf({ headers, body }, source) {
    if (source.kind === 'github' && /^application\/json\b/.test(headers['content-type'] ?? '')) {
        throw new outcome/* HygieneError */.cU('bad-policy', `${source.project}//${source.path} is a folder, not a file`);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(body);
    }
    catch (cause) {
        throw new outcome/* HygieneError */.cU('bad-policy', `${source.project}//${source.path} is not UTF-8`, { cause });
    }
}

;// CONCATENATED MODULE: ./lib/steps/policy.js






/**
 * The policy that holds for this call, with everything it extends. Without a file at the default path, the built-in
 * defaults for the images that the call names. Throws `bad-policy` with all faults of all files, `no-file`,
 * `not-managed`, or what kept a forge from answering.
 */
async function loadPolicy(call, world) {
    const images = call.images ?? [];
    const text = await readLocal(call.config, call, world);
    if (text === undefined) {
        if (call.config !== inputs.config.read(undefined)) {
            throw new outcome/* HygieneError */.cU('no-file', `there is no policy at ${call.config}`, {
                fix: `create it, or name another with --config`,
            });
        }
        for (const image of images) {
            const pattern = (0,policy/* compilePattern */.Eb)(image, 'repository');
            if ('fault' in pattern)
                throw new outcome/* HygieneError */.cU('bad-usage', `images: ${pattern.fault}`, { fix: pattern.fix });
        }
        return (0,policy/* defaultPolicy */.G4)(images, sha256);
    }
    const { readPolicyFile, assemblePolicy } = await (0,policy/* loadParser */.qd)();
    const files = [];
    const reading = {
        call,
        world,
        files,
        read: readPolicyFile,
        root: external_node_path_.posix.dirname(call.config),
    };
    await collect({ kind: 'file', path: call.config }, text, [], reading);
    return (0,policy/* narrow */.sc)(assemblePolicy(files, sha256), images);
}
const longestFile = 1024 * 1024;
const deepest = 5;
const mostFiles = 32;
/** Depth first: what a file extends comes before the file itself, so that it wins. */
async function collect(source, text, chain, reading) {
    const name = nameOf(source);
    const file = reading.read(name, text);
    for (const entry of file.extends) {
        const wanted = (0,policy/* parseSource */.PJ)(entry.text);
        if ('fault' in wanted)
            continue;
        const next = resolve(wanted, source, reading, entry.at);
        const nextName = nameOf(next);
        const path = [...chain, name];
        if (path.includes(nextName)) {
            const round = [...path.slice(path.indexOf(nextName)), nextName].join(' → ');
            throw refused(`the policies extend each other in a circle: ${round}`, entry.at);
        }
        if (path.length > deepest)
            throw refused(`policies extend each other over more than ${deepest} levels`, entry.at);
        if (reading.files.some(known => known.file === nextName))
            continue;
        if (reading.files.length >= mostFiles)
            throw refused(`the policy extends more than ${mostFiles} files`, entry.at);
        await collect(next, await readAt(next, entry.at, reading), path, reading);
    }
    reading.files.push(file);
}
async function readAt(source, at, reading) {
    try {
        const text = source.kind === 'file'
            ? await readLocal(source.path, reading.call, reading.world)
            : await readFromForge(source, reading.call, reading.world, longestFile);
        if (text !== undefined)
            return text;
    }
    catch (error) {
        if (!(error instanceof outcome/* HygieneError */.cU))
            throw error;
        const code = error.code === 'too-large' ? 'bad-policy' : error.code;
        const message = error.code === 'too-large' ? `${nameOf(source)} is larger than 1 MiB` : error.message;
        throw new outcome/* HygieneError */.cU(code, message, { fix: error.findings[0]?.fix, location: at, cause: error });
    }
    throw new outcome/* HygieneError */.cU('no-file', `'extends' names ${nameOf(source)}, which is not there`, {
        fix: "paths of 'file:' start from the folder of the file that names them",
        location: at,
    });
}
async function readLocal(path, { readFile }, { files }) {
    if (readFile !== undefined)
        return readFile(path);
    return (await files.kind(path)) === 'absent' ? undefined : files.readText(path, longestFile);
}
/** `file:` is beside the file that says it: in the checkout, or in the same repository at the same commit. */
function resolve(wanted, from, { root, world }, at) {
    if (wanted.kind !== 'file')
        return wanted;
    const path = external_node_path_.posix.join(external_node_path_.posix.dirname(from.path), wanted.path);
    if (from.kind !== 'file') {
        if (escapes(path) || external_node_path_.posix.isAbsolute(wanted.path))
            throw refused(`'file:${wanted.path}' leaves its repository`, at);
        return { ...from, path };
    }
    // A policy may come from a fork: it names no file of the machine beyond the checkout.
    const absolute = external_node_path_.posix.resolve(world.cwd, path);
    const inside = [world.cwd, external_node_path_.posix.resolve(world.cwd, root)].some(folder => !escapes(external_node_path_.posix.relative(folder, absolute)));
    if (!inside || external_node_path_.posix.isAbsolute(wanted.path))
        throw refused(`'file:${wanted.path}' leaves the checkout`, at);
    return { kind: 'file', path };
}
function escapes(path) {
    return path === '..' || path.startsWith('../');
}
/** As locations show it: a path in the checkout as it is, anything else as `extends` spells it. */
function nameOf(source) {
    return source.kind === 'file'
        ? external_node_path_.posix.normalize(source.path)
        : `${source.kind}:${source.project}//${source.path}@${source.commit}`;
}
function refused(message, location) {
    return new outcome/* HygieneError */.cU('bad-policy', message, { location });
}


/***/ })

};
