"use strict";
exports.id = 522;
exports.ids = [522];
exports.modules = {

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

/***/ 9709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ stemOf),
/* harmony export */   t: () => (/* binding */ parseMetadataTag)
/* harmony export */ });
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


/***/ }),

/***/ 1539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ verifyImages)
});

// EXTERNAL MODULE: ./lib/image/reference.js
var reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/registry/each.js
var each = __webpack_require__(402);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/signing/bundle.js
var bundle = __webpack_require__(9484);
// EXTERNAL MODULE: ./lib/signing/certificate.js
var certificate = __webpack_require__(3572);
// EXTERNAL MODULE: ./lib/signing/simple-signing.js
var simple_signing = __webpack_require__(1451);
;// CONCATENATED MODULE: ./lib/signing/diagnose.js




const order = [
    'tampered-payload',
    'other-digest',
    'wrong-annotations',
    'refused',
    'wrong-identity',
    'wrong-key',
    'unreadable-signature',
];
/** The finding for an image whose signatures were all refused: the one that says most. `undefined`: there is none. */
function diagnose(signatures, image, trust, annotations) {
    const judged = signatures.map(signature => judge(signature, image, trust, annotations));
    return judged.toSorted((a, b) => order.indexOf(a.wrong) - order.indexOf(b.wrong))[0];
}
function judge(signature, image, trust, annotations) {
    if (signature.format === 'unreadable')
        return { wrong: 'unreadable-signature', detail: signature.why };
    const named = signature.certificate === undefined ? undefined : (0,certificate/* readCertificate */.w)(signature.certificate);
    if (trust.kind === 'identity' && named === undefined) {
        return { wrong: 'wrong-identity', detail: 'it was made with a key and names nobody' };
    }
    const key = trust.kind === 'key' ? trust.key : named.key;
    const signed = signedBytes(signature);
    if (!isBy(key, signed, signature.signature)) {
        return isAltered(signature, key, trust, image.repository, image.digest)
            ? { wrong: 'tampered-payload' }
            : { wrong: 'wrong-key', ...whoElse(named) };
    }
    const astray = trust.kind === 'identity' ? misnamed(named, trust) : undefined;
    if (astray !== undefined)
        return { wrong: 'wrong-identity', detail: astray };
    const said = claimOf(signature);
    if (said === undefined)
        return { wrong: 'unreadable-signature', detail: 'its payload names no image' };
    if (!said.digests.includes(image.digest)) {
        return { wrong: 'other-digest', detail: `it is of ${said.digests.join(', ') || 'no image'}` };
    }
    const missing = annotations.find(one => !carries(said.annotations, one));
    return missing === undefined
        ? { wrong: 'refused' }
        : { wrong: 'wrong-annotations', detail: `it does not say ${missing}` };
}
/**
 * A bundle says which key made it; a certificate brings the key. A legacy signature says neither, so it is held
 * against what cosign would have signed: if that fits, the payload was altered afterwards.
 */
function isAltered(signature, key, trust, repository, digest) {
    if (trust.kind === 'identity')
        return true;
    if (signature.format === 'bundle')
        return signature.hint === hintOf(key);
    const claim = (0,simple_signing/* readClaim */.jw)(signature.payload);
    if (claim === undefined)
        return true;
    const digests = new Set([digest, claim.digest]);
    const names = new Set([repository, claim.repository]);
    return [...digests].some(one => [...names].some(name => isBy(key, (0,simple_signing/* claimBytes */.YI)(name, one), signature.signature)));
}
/** base64 of the sha256 of the key's DER, as bundles name a key. */
function hintOf(key) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(key.export({ type: 'spki', format: 'der' }))
        .digest('base64');
}
function signedBytes(signature) {
    return signature.format === 'bundle'
        ? (0,bundle/* preAuthenticationEncoding */.JD)(signature.payloadType, signature.payload)
        : signature.payload;
}
const hashes = { secp384r1: 'sha384', secp521r1: 'sha512' };
function isBy(key, bytes, signature) {
    const curve = key.asymmetricKeyDetails?.namedCurve ?? '';
    const hash = key.asymmetricKeyType === 'ed25519' ? null : (hashes[curve] ?? 'sha256');
    try {
        return (0,external_node_crypto_.verify)(hash, bytes, key, signature);
    }
    catch {
        return false;
    }
}
function claimOf(signature) {
    if (signature.format === 'bundle')
        return (0,bundle/* readStatement */.cO)(signature.payload);
    const claim = (0,simple_signing/* readClaim */.jw)(signature.payload);
    return claim === undefined ? undefined : { digests: [claim.digest], annotations: claim.annotations };
}
function carries(annotations, wanted) {
    const at = wanted.indexOf('=');
    const name = wanted.slice(0, at);
    return Object.hasOwn(annotations, name) && annotations[name] === wanted.slice(at + 1);
}
function misnamed(named, trust) {
    if (!named.identities.some(one => fits(one, trust.identity))) {
        return `it is by ${named.identities.join(', ') || 'nobody'}`;
    }
    return fits(named.issuer ?? '', trust.issuer) ? undefined : `its issuer is ${named.issuer ?? 'not named'}`;
}
/** Go's expressions are not ours: what starts with `^` is cosign's to decide, and counts as fitting here. */
function fits(actual, wanted) {
    return wanted.startsWith('^') || actual === wanted;
}
function whoElse(named) {
    return named === undefined ? {} : { detail: `it is keyless, by ${named.identities.join(', ') || 'nobody'}` };
}

// EXTERNAL MODULE: ./lib/signing/failures.js + 1 modules
var failures = __webpack_require__(7408);
;// CONCATENATED MODULE: ./lib/signing/refusals.js
/** One rule for each way in which an image can fail to prove where it comes from. */
const words = {
    unsigned: {
        message: 'has no signature',
        fix: 'sign it in the pipeline that built it: image-hygiene sign IMAGE@sha256:…',
    },
    'wrong-key': {
        message: 'is signed, but not with the expected key',
        fix: 'check which key signs, and which one is expected: sign.key of the policy, or public-key',
    },
    'wrong-identity': {
        message: 'is signed by somebody else than expected',
        fix: 'check sign.identity and sign.issuer of the policy against the pipeline that signs',
    },
    'other-digest': {
        message: 'carries a signature that was made for another image',
        fix: 'do not deploy it: somebody put the signature there. Find out who can push to the repository',
    },
    'tampered-payload': {
        message: 'carries a signature whose payload was altered after it was signed',
        fix: 'do not deploy it: somebody altered it. Find out who can push to the repository',
    },
    'wrong-annotations': {
        message: 'is signed, but without the demanded annotation',
        fix: 'sign it with signature-annotations, or demand less',
    },
    'unreadable-signature': {
        message: 'carries a signature that cannot be read',
        fix: 'sign it again: image-hygiene sign IMAGE@sha256:…',
    },
    'signature-refused': {
        message: 'carries a signature that names the expected signer, and cosign does not trust it',
        fix: 'check the transparency log and the trusted root: sign.log of the policy, trusted-root',
    },
    'no-image': {
        message: 'is not in the registry',
        fix: 'check the repository and the digest; was it cleaned up?',
    },
    undecidable: {
        message: 'could not be verified, which does not mean that it is wrong',
        fix: 'check the registry and the credentials, then run again',
    },
};
/** @param detail what the signature, the registry or cosign says; untrusted */
function findingOf(rule, image, detail) {
    const { message, fix } = words[rule];
    return {
        rule,
        severity: 'error',
        message: `${message}${detail === undefined ? '' : `: ${detail}`}`,
        fix,
        image,
    };
}

// EXTERNAL MODULE: ./lib/signing/stored.js
var stored = __webpack_require__(6268);
;// CONCATENATED MODULE: ./lib/signing/verify-image.js






const atOnce = 8;
/** Every image, side by side, in the order they were given. */
async function verifyImages(images, demand, verifying) {
    const verified = new Map();
    await (0,each/* forEach */.j)(images, Math.min(atOnce, images.length), async (image) => {
        verified.set(image, await verifyImage(image, demand, verifying));
    });
    return images.flatMap(image => verified.get(image) ?? []);
}
async function verifyImage(image, demand, verifying) {
    const verdicts = await Promise.all(formatsOf(demand, verifying.cosign).map(format => verifying.cosign.verify(image, format, verifying.who)));
    const accepted = verdicts.filter(one => one.accepted);
    const enough = demand === 'any' ? accepted.length > 0 : accepted.length === verdicts.length;
    if (enough)
        return { image, signatures: accepted.reduce((sum, { signatures }) => sum + signatures, 0) };
    const refusal = verdicts.find(one => !one.accepted);
    return { image, signatures: 0, finding: await explain(image, refusal, verifying) };
}
/** cosign 2.6 looks for one format at a time. */
function formatsOf(demand, { version }) {
    if (demand !== 'any')
        return demand.all;
    return version.startsWith('2.') ? ['bundle', 'legacy'] : ['any'];
}
/** cosign says no in one word for many things; what lies in the registry says which it is. */
async function explain(image, refusal, verifying) {
    const name = (0,reference/* formatReference */.FH)(image);
    const there = await verifying.registryOf(image.repository).digestOf(image.repository, image.digest);
    if (there === 'absent')
        return findingOf('no-image', name);
    if ('unknown' in there)
        return findingOf('undecidable', name, there.unknown);
    const found = await (0,stored/* readStored */.C)(image, verifying.registryOf, verifying.elsewhere);
    const judged = diagnose(found.signatures, image, await verifying.trust(), verifying.annotations);
    if (judged === undefined) {
        return found.incomplete === undefined
            ? findingOf('unsigned', name)
            : findingOf('undecidable', name, found.incomplete);
    }
    if (judged.wrong !== 'refused')
        return findingOf(judged.wrong, name, judged.detail);
    // By our reading it is right, so cosign refuses its log or its chain, or could not look.
    const said = `cosign said: ${refusal.said}`;
    if (verifying.who.kind === 'key') {
        const unlogged = verifying.cosign.logged && (await verify_image_isBy(verifying.who, image, verifying.cosign));
        return findingOf(unlogged ? 'signature-refused' : 'undecidable', name, said);
    }
    if ((0,failures/* couldNotLook */.K2)(refusal.said))
        return findingOf('undecidable', name, said);
    const anybody = { kind: 'identity', identity: '^.*$', issuer: '^.*$' };
    const byAnybody = await verifying.cosign.verify(image, 'any', anybody);
    return byAnybody.accepted
        ? findingOf('wrong-identity', name, judged.detail)
        : findingOf('signature-refused', name, said);
}
async function verify_image_isBy(who, image, cosign) {
    return (await cosign.verify(image, 'any', who, 'without')).accepted;
}


/***/ }),

/***/ 7915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sign: () => (/* binding */ sign)
});

// EXTERNAL MODULE: ./lib/image/reference.js
var reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/outcome/outcome.js
var outcome = __webpack_require__(1308);
// EXTERNAL MODULE: ./lib/signing/pinned.js
var pinned = __webpack_require__(1333);
// EXTERNAL MODULE: ./lib/signing/log.js
var signing_log = __webpack_require__(3637);
// EXTERNAL MODULE: ./lib/signing/signer.js + 3 modules
var signing_signer = __webpack_require__(4544);
// EXTERNAL MODULE: ./lib/outcome/error.js
var error = __webpack_require__(3166);
;// CONCATENATED MODULE: ./lib/signing/children.js


/** Indexes of indexes are rare; endless ones are hostile. */
const most = 1000;
/**
 * The images, and everything that an index among them holds, nested ones too: a client that pulls one platform asks
 * for the signature of that platform's manifest. Throws `undecidable` for what cannot be read.
 */
async function withChildren(images, registryOf) {
    const all = new Map();
    const open = [...images];
    for (let image = open.shift(); image !== undefined; image = open.shift()) {
        const { repository, digest } = image;
        const name = (0,reference/* formatReference */.FH)({ repository, digest });
        if (all.has(name))
            continue;
        all.set(name, image);
        if (all.size > most) {
            throw new error/* HygieneError */.c('undecidable', `${(0,reference/* formatReference */.FH)(images[0] ?? image)} holds more than ${most} manifests`);
        }
        const answer = await registryOf(repository).manifest(repository, digest);
        if ('unknown' in answer)
            throw new error/* HygieneError */.c('undecidable', `${name} cannot be read: ${answer.unknown}`, { image: name });
        if (!answer.found) {
            throw new error/* HygieneError */.c('bad-usage', `there is no image ${name}`, {
                fix: 'push it first, and check the repository and the digest',
                image: name,
            });
        }
        for (const child of answer.manifest.children)
            open.push({ repository, digest: child.digest });
    }
    return [...all.values()];
}

// EXTERNAL MODULE: ./lib/signing/verify-image.js + 2 modules
var verify_image = __webpack_require__(1539);
// EXTERNAL MODULE: ./lib/steps/cosign.js + 3 modules
var steps_cosign = __webpack_require__(900);
// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
// EXTERNAL MODULE: ./lib/steps/policy.js + 4 modules
var steps_policy = __webpack_require__(9185);
// EXTERNAL MODULE: ./lib/steps/registries.js
var steps_registries = __webpack_require__(7560);
// EXTERNAL MODULE: ./lib/steps/signatures-report.js
var signatures_report = __webpack_require__(9875);
;// CONCATENATED MODULE: ./lib/steps/sign.js









const { references, digest, key, publicKey, identity, issuer, trustedRoot, signatureAnnotations } = inputs;
const { preflight, cosignPath, cosignVersion, cosignSha256, cosignMirror } = inputs;
const { config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword } = inputs;
const { caFile, summary } = inputs;
const sign = (0,steps_define/* defineStep */.ol)({
    name: 'sign',
    inputs: {
        ...{ references, digest, key, publicKey, identity, issuer, trustedRoot, signatureAnnotations },
        ...{ preflight, cosignPath, cosignVersion, cosignSha256, cosignMirror },
        ...{ config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword },
        ...{ caFile, summary },
    },
    positional: 'references',
    outputs: {
        signed: 'The images that were signed and whose signature was verified, by digest, one a line.',
        signatures: 'How many signatures were made.',
        'signed-by': 'The key, or the identity that the certificate names.',
        'cosign-version': 'The version of cosign that signed.',
    },
    permissions: {
        github: { contents: 'read', packages: 'write', 'id-token': 'write' },
        registry: 'push',
        gitlab: 'Without a key, an identity token: id_tokens: SIGSTORE_ID_TOKEN: aud: sigstore.',
    },
    async run(inputs, world) {
        const loaded = await (0,steps_policy/* loadPolicy */.t)(inputs, world);
        if (inputs.printPolicy)
            return (0,steps_policy/* printedPolicy */.b)(loaded);
        const asked = inputs.preflight ? [] : (0,pinned/* readPinned */.r)(inputs.references, inputs.digest, 'sign');
        const { policy } = (0,steps_cosign/* managing */.xc)(loaded, asked);
        // The key, the identity token and the tool come first: a run that cannot sign pushes nothing.
        const log = await (0,signing_log/* readLog */.x)(policy.sign.log, world.files);
        const signer = await (0,signing_signer/* readSigner */.$2)(inputs, policy, log, world);
        const cosign = await (0,steps_cosign/* cosignFor */.hY)(inputs, asked, signer, log, policy, world);
        const expectation = await (0,signing_signer/* expectedOf */.EX)(signer, cosign.publicKey, world);
        if (inputs.preflight)
            return passing(`This job can sign as ${nameOf(signer)}, with cosign ${cosign.version}.`);
        const registries = await (0,steps_registries/* registriesOf */.Ho)(inputs, policy, world);
        const images = policy.sign.children ? await withChildren(asked, registries.of) : asked;
        const formats = (0,steps_cosign/* formatsOf */.IO)(policy);
        for (const format of formats)
            await cosign.sign(format, images);
        const verified = await (0,verify_image/* verifyImages */.O)(images, { all: formats }, {
            ...expectation,
            cosign,
            annotations: inputs.signatureAnnotations,
            registryOf: registries.of,
            elsewhere: (0,steps_cosign/* elsewhereOf */.q3)(world),
        });
        return told(verified, signer, cosign.version, registries.stats());
    },
});
function nameOf({ key, expected }) {
    return expected?.kind === 'identity' ? expected.identity : `the key ${key}`;
}
function passing(text) {
    return { verdict: 'pass', findings: [], outputs: {}, stats: {}, text };
}
function told(verified, signer, version, stats) {
    const findings = verified.flatMap(({ finding }) => finding ?? []);
    const signed = verified.filter(({ finding }) => finding === undefined);
    const count = signed.reduce((sum, { signatures }) => sum + signatures, 0);
    const rows = verified.map(one => ({ ...one, notes: [] }));
    return {
        verdict: (0,signatures_report/* undecided */.oo)(findings) ? 'error' : (0,outcome/* verdictOf */.Vj)(findings),
        findings,
        outputs: {
            signed: signed.map(({ image }) => byDigest(image)).join('\n'),
            signatures: String(count),
            'signed-by': nameOf(signer),
            'cosign-version': version,
        },
        stats: { ...stats, images: verified.length, signatures: count },
        text: (0,signatures_report/* signaturesText */.rJ)(rows, findings),
        summary: (0,signatures_report/* signaturesTable */.SL)(rows),
    };
}
function byDigest({ repository, digest }) {
    return (0,reference/* formatReference */.FH)({ repository, digest });
}


/***/ }),

/***/ 9875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SL: () => (/* binding */ signaturesTable),
/* harmony export */   oo: () => (/* binding */ undecided),
/* harmony export */   rJ: () => (/* binding */ signaturesText)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8424);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2463);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1488);


function signaturesText(rows, findings) {
    const lines = rows.map(row => (0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(`${mark(row)} ${(0,_image_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatReference */ .FH)(row.image)}  ${state(row)}`, 1000));
    return [lines.join('\n'), (0,_report_index_js__WEBPACK_IMPORTED_MODULE_2__/* .terminalFindings */ .f)(findings)].filter(part => part !== '').join('\n\n');
}
function signaturesTable(rows) {
    const head = '| | image | signature |\n|---|---|---|';
    const lines = rows.map(row => `| ${mark(row)} | ${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .inCode */ .pN)((0,_image_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatReference */ .FH)(row.image))} | ${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .inMarkdown */ .Hi)(state(row))} |`);
    return [head, ...lines].join('\n');
}
/** What was not decided for want of an answer is no verdict, unless something else is surely wrong. */
function undecided(findings) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    return errors.length > 0 && errors.every(({ rule }) => rule === 'undecidable');
}
function mark({ finding }) {
    if (finding === undefined)
        return '✓';
    return finding.rule === 'undecidable' ? '?' : finding.severity === 'error' ? '✗' : '!';
}
function state({ signatures, notes, finding }) {
    const said = finding === undefined ? `${signatures} verified` : finding.rule;
    return [said, ...notes].join(', ');
}


/***/ })

};
;