"use strict";
exports.id = 432;
exports.ids = [432];
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

/***/ 9597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ readVersion),
/* harmony export */   Hn: () => (/* binding */ versionEnds),
/* harmony export */   KN: () => (/* binding */ versionToTag),
/* harmony export */   V1: () => (/* binding */ isPrerelease),
/* harmony export */   bp: () => (/* binding */ versionFromTag),
/* harmony export */   z2: () => (/* binding */ coreOf)
/* harmony export */ });
// SemVer 2.0.0 as https://semver.org has it, and how it is written in a tag: `+` cannot stand in one, so build
// metadata is parted by `_` there (`1.2.0+build.5` is the tag `1.2.0_build.5`). No leniency: `1.2` and `01.2.3`
// are no versions.
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

/***/ 2233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ writeLogin)
/* harmony export */ });
/** Where docker, and whoever reads its file, looks for the credentials of Docker Hub. */
const dockerHub = 'https://index.docker.io/v1/';
/**
 * A `config.json` with the credentials for exactly these hosts, in a folder for one tool's eyes only: an argument would
 * show in the list of processes, and the user's own file holds credentials for everything else.
 */
async function writeLogin(folder, hosts, credentials, files) {
    const auths = {};
    for (const host of new Set(hosts)) {
        const credential = await credentials(host);
        if (credential !== undefined)
            auths[host === 'docker.io' ? dockerHub : host] = entryOf(credential);
    }
    await files.write(`${folder}/config.json`, JSON.stringify({ auths }));
}
function entryOf(credential) {
    switch (credential.kind) {
        case 'password':
            return {
                auth: Buffer.from(`${credential.username}:${credential.password}`).toString('base64'),
            };
        case 'identity':
            return { identitytoken: credential.token };
        case 'bearer':
            return { registrytoken: credential.token };
    }
}


/***/ }),

/***/ 4443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ reportOutputs),
  L: () => (/* binding */ writeReports)
});

// EXTERNAL MODULE: ./lib/outcome/outcome.js
var outcome = __webpack_require__(1308);
// EXTERNAL MODULE: ./lib/outcome/finding.js
var finding = __webpack_require__(7525);
;// CONCATENATED MODULE: ./lib/report/fingerprint.js
/**
 * A stable id per finding: the same after lines shift, different for equal findings of one file (GitLab silently
 * drops a second finding with a known fingerprint).
 */
function fingerprints(findings) {
    const seen = new Map();
    return findings.map(({ rule, message, location, image }) => {
        const key = [rule, location?.file ?? image ?? '', message].join('\u0000');
        const ordinal = seen.get(key) ?? 0;
        seen.set(key, ordinal + 1);
        return `${fnv1a(`${key}\u0000${ordinal}`)}${fnv1a(`${ordinal}\u0000${key}`)}`;
    });
}
/** @see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv-21 */
function fnv1a(text) {
    let hash = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode(text)) {
        hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    }
    return hash.toString(16).padStart(16, '0');
}

;// CONCATENATED MODULE: ./lib/report/sarif.js


const levels = { error: 'error', warning: 'warning', info: 'note' };
/** GitHub takes 25,000 results of a run and shows the first 5,000. */
const most = 5_000;
/**
 * SARIF 2.1.0, most severe first, with a note where results were left out.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
function toSarif(findings, { version, rules = [] }) {
    const sorted = findings.toSorted(finding/* compareFindings */.Eg).slice(0, most);
    const described = new Map(rules.map(rule => [rule.id, rule]));
    const ids = [...new Set(sorted.map(({ rule }) => rule))].toSorted();
    const prints = fingerprints(sorted);
    const left = findings.length - sorted.length;
    return `${JSON.stringify({
        $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'image-hygiene',
                        semanticVersion: version,
                        rules: ids.map(id => ruleOf(id, described.get(id))),
                    },
                },
                results: sorted.map((finding, index) => resultOf(finding, ids.indexOf(finding.rule), prints[index] ?? '')),
                ...(left === 0
                    ? {}
                    : {
                        invocations: [
                            {
                                executionSuccessful: true,
                                toolExecutionNotifications: [
                                    {
                                        level: 'note',
                                        message: { text: `${left} further results were left out of this file` },
                                    },
                                ],
                            },
                        ],
                    }),
            },
        ],
    }, undefined, 2)}\n`;
}
function ruleOf(id, rule) {
    return {
        id,
        shortDescription: { text: rule?.summary ?? id },
        ...(rule?.help === undefined ? {} : { help: { text: rule.help, markdown: rule.help } }),
        ...(rule?.securitySeverity === undefined
            ? {}
            : { properties: { 'security-severity': rule.securitySeverity.toFixed(1), tags: ['security'] } }),
    };
}
function resultOf({ rule, severity, message, fix, location, image, suppressed }, ruleIndex, print) {
    const text = fix === undefined ? message : `${message}\n${fix}`;
    // GitHub refuses a result without a place: a finding about an image is put on the policy file's first line.
    const { file, line, column } = location ?? { file: '.image-hygiene.yml', line: 1 };
    return {
        ruleId: rule,
        ruleIndex,
        level: levels[severity],
        message: { text: image === undefined ? text : `${image}: ${text}` },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: uriOf(file) },
                    region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) },
                },
            },
        ],
        partialFingerprints: { 'imageHygiene/v1': print },
        ...(suppressed === undefined
            ? {}
            : { suppressions: [{ kind: 'external', status: 'accepted', justification: suppressed }] }),
    };
}
/** Relative to the repository; a path with broken UTF-16 in it must not break the report. */
function uriOf(file) {
    return encodeURI(new TextDecoder().decode(new TextEncoder().encode(file)).replace(/^\.\//, ''));
}

;// CONCATENATED MODULE: ./lib/report/codequality.js


const severities = { error: 'critical', warning: 'minor', info: 'info' };
/**
 * GitLab's Code Quality report: an array of issues.
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
function toCodeQuality(findings) {
    const sorted = findings.toSorted(finding/* compareFindings */.Eg);
    const prints = fingerprints(sorted);
    const issues = sorted.map(({ rule, severity, message, fix, location, image }, index) => ({
        description: [image, message, fix].filter(part => part !== undefined).join(': '),
        check_name: rule,
        fingerprint: prints[index],
        severity: severities[severity],
        location: {
            path: (location?.file ?? '.image-hygiene.yml').replace(/^\.\//, ''),
            lines: { begin: location?.line ?? 1 },
        },
    }));
    return `${JSON.stringify(issues, undefined, 2)}\n`;
}

;// CONCATENATED MODULE: ./lib/report/junit.js

/**
 * JUnit XML with one test case per finding; errors and warnings fail, so that every tier of GitLab shows them.
 * @see https://docs.gitlab.com/ci/testing/unit_test_reports/
 */
function toJunit(step, findings) {
    const cases = findings.toSorted(finding/* compareFindings */.Eg).map(finding => caseOf(step, finding));
    const failures = findings.filter(({ severity }) => severity === 'error').length;
    const name = `image-hygiene ${step}`;
    const body = cases.length === 0 ? [`    <testcase classname="${inXml(step)}" name="no findings"/>`] : cases;
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites>',
        `  <testsuite name="${inXml(name)}" tests="${body.length}" failures="${failures}" errors="0" skipped="0">`,
        ...body,
        '  </testsuite>',
        '</testsuites>',
        '',
    ].join('\n');
}
function caseOf(step, { rule, severity, message, fix, location, image }) {
    const where = location === undefined ? (image ?? '') : (0,finding/* formatLocation */.j$)(location);
    const attributes = [
        `classname="${inXml(`${step}.${rule}`)}"`,
        `name="${inXml(`${rule} ${where}`.trim())}"`,
        ...(location === undefined ? [] : [`file="${inXml(location.file)}"`]),
    ].join(' ');
    const text = inXml([message, fix].filter(part => part !== undefined).join('\n'));
    return severity === 'error'
        ? `    <testcase ${attributes}><failure message="${inXml(message)}" type="${severity}">${text}</failure></testcase>`
        : `    <testcase ${attributes}><system-out>${severity}: ${text}</system-out></testcase>`;
}
/** XML 1.0 has no way to write most control characters: they become U+FFFD. */
function inXml(text) {
    return (text
        // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the characters that XML 1.0 forbids
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
        .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replace(/[\n\r\t]/g, character => `&#${character.charCodeAt(0)};`));
}

// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/steps/reports.js



/** Writes the reports that were asked for, all from one set of findings, before the step can fail. */
async function writeReports(step, result, files, world, rules = []) {
    const { findings } = result;
    const outputs = { ...result.outputs, 'findings-count': String(findings.length) };
    const write = async (output, path, render) => {
        if (path === undefined)
            return;
        await world.files.write(path, render());
        outputs[output] = path;
    };
    await write('sarif-file', files.sarifFile, () => toSarif(findings, { version: version/* version */.r, rules }));
    await write('codequality-file', files.codequalityFile, () => toCodeQuality(findings));
    await write('junit-file', files.junitFile, () => toJunit(step, findings));
    const told = { ...result, outputs };
    await write('json-file', files.jsonFile, () => `${JSON.stringify((0,outcome/* outcomeOf */.sG)(step, told), undefined, 2)}\n`);
    return { ...told, outputs };
}
/** The outputs that `writeReports` adds, for a step's definition. */
const reportOutputs = {
    'findings-count': 'How many findings there are.',
    'sarif-file': 'Path of the SARIF report, if one was asked for.',
    'codequality-file': 'Path of the Code Quality report, if one was asked for.',
    'junit-file': 'Path of the JUnit report, if one was asked for.',
    'json-file': 'Path of the outcome as JSON, if it was asked for.',
};


/***/ }),

/***/ 6432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  scan: () => (/* binding */ scan)
});

// EXTERNAL MODULE: ./lib/cleanup/in-use/read-usage.js + 7 modules
var read_usage = __webpack_require__(7384);
// EXTERNAL MODULE: ./lib/image/instant.js
var instant = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/policy/scope.js
var scope = __webpack_require__(478);
;// CONCATENATED MODULE: ./lib/gates/scan/exceptions.js

const day = 86_400;
/** Exceptions by the id they accept. An exception holds through its last day, UTC. */
function standingsOf({ exceptions }, now) {
    const standings = new Map();
    for (const [index, item] of exceptions.items.entries()) {
        const standing = { item, index, state: stateOf(item, exceptions['max-days'], now) };
        const same = standings.get(item.id);
        if (same === undefined)
            standings.set(item.id, [standing]);
        else
            same.push(standing);
    }
    return standings;
}
function stateOf({ until }, maxDays, now) {
    const start = Date.parse(`${until}T00:00:00Z`) / 1000;
    if (!(now < start + day))
        return 'expired';
    return start > now + maxDays * day ? 'too-long' : 'active';
}
/** Every exception that speaks of this finding; the caller looks at their states. */
function exceptionsFor(subject, standings) {
    if (standings.size === 0)
        return none;
    const found = subject.ids.flatMap(id => standings.get(id) ?? none);
    return found.filter(({ item }) => namesImage(item, subject.image) && namesPackage(item.packages, subject.package));
}
function namesImage({ images }, image) {
    if (images.length === 0)
        return true;
    return image !== undefined && (0,scope/* matchesAny */._I)(images, image);
}
function namesPackage(wanted, found) {
    if (wanted.length === 0)
        return true;
    if (found === undefined)
        return false;
    return wanted.some(text => (text.startsWith('pkg:') ? isPackage(text, found) : text === found.name));
}
/** `pkg:npm/lodash` is any version, `pkg:npm/lodash@4.17.20` one. Qualifiers (`?arch=…`) are not compared. */
function isPackage(wanted, { purl }) {
    if (purl === undefined)
        return false;
    const [want, have] = [partsOf(wanted), partsOf(purl)];
    return want.name === have.name && (want.version === undefined || want.version === have.version);
}
/** @see https://github.com/package-url/purl-spec: a scope's `@` is written `%40`, so the first `@` parts the version. */
function partsOf(purl) {
    const bare = purl.replace(/[?#].*$/s, '');
    const at = bare.indexOf('@', bare.indexOf('/') + 2);
    return at < 0 ? { name: bare } : { name: bare.slice(0, at), version: bare.slice(at + 1) };
}
const none = [];

// EXTERNAL MODULE: ./lib/gates/scan/severity.js
var severity = __webpack_require__(5993);
;// CONCATENATED MODULE: ./lib/gates/scan/findings.js



/** What the gate says about one image, most of it about vulnerabilities; every finding of the report appears. */
function findingsOf({ subject, report, judged }, rules, eol, standings) {
    const at = placeOf(subject);
    const accepted = (id) => exceptionsFor({ ids: [id], image: subject.image }, standings).some(({ state }) => state === 'active');
    return [
        ...judged.map(one => vulnerabilityFinding(one, subject)),
        ...report.secrets.map(({ rule, grade, title, target, line }) => ({
            rule: ruleId(`secret-${rule}`, 'secret'),
            severity: levelOf(grade, rules.secrets, accepted(rule)),
            message: `${grade} secret in ${target}, line ${line}: ${title || rule}. Whoever can pull the image has it`,
            fix: 'revoke it, then build without it: a build secret (--mount=type=secret) leaves nothing in a layer',
            ...at(target, line),
        })),
        ...report.misconfigurations.map(({ id, grade, title, message, resolution, target, line }) => ({
            rule: ruleId(id, 'misconfiguration'),
            severity: levelOf(grade, rules.misconfig, accepted(id)),
            message: `${grade} misconfiguration in ${target}: ${message || title}`,
            ...(resolution === undefined ? {} : { fix: resolution }),
            ...at(target, line),
        })),
        ...licenceFindings(report.licences, rules, at),
        ...report.suppressed.map(({ id, package: name, version, status, statement, source }) => ({
            rule: ruleId(id, 'suppressed'),
            severity: 'info',
            message: `suppressed by ${source || 'the scanner'} as ${status || 'ignored'}: ${id} in ${name} ${version}. Reason: ${statement || 'none given'}`,
            suppressed: statement || status || 'ignored',
            ...at('', 1),
        })),
        ...systemFindings(report.system, eol).map(finding => ({ ...finding, ...at('', 1) })),
    ];
}
/** A file's findings point into it; an image's name the image. */
function placeOf({ image, name }) {
    if (image !== undefined)
        return () => ({ image: name });
    return (file, line) => (file === '' ? { image: name } : { location: { file, line } });
}
function vulnerabilityFinding(one, subject) {
    const { vulnerability, tier, fails, graceUntil, accepted, exploited } = one;
    // Accepted once, exploited since: nobody who accepted it knew, so it is said again at each look.
    const overtaken = accepted !== undefined && exploited && subject.use === 'running';
    const urgent = graceUntil !== undefined || tier === 'T0' || tier === 'T1' || tier === 'T2';
    const severity = fails ? 'error' : urgent || overtaken ? 'warning' : 'info';
    const { name, version } = vulnerability.package;
    const fix = fixOf(one, subject);
    return {
        rule: ruleId(vulnerability.id, 'vulnerability'),
        severity,
        message: `${tier} ${vulnerability.grade}: ${name} ${version}${vulnerability.title === undefined ? '' : `, ${vulnerability.title}`} (${circumstancesOf(one, subject)})`,
        ...(fix === undefined ? {} : { fix }),
        ...(accepted === undefined ? {} : { suppressed: reasonOf(accepted) }),
        ...placeOf(subject)(vulnerability.path ?? vulnerability.target, 1),
    };
}
function circumstancesOf({ exploited, origin, accepted, graceUntil, vulnerability }, subject) {
    const guess = subject.base?.by === 'history' ? ', by a guess' : '';
    return [
        ...(exploited ? ['exploited in the wild'] : []),
        useWords(subject),
        ...(origin === 'unknown'
            ? []
            : [origin === 'base' ? `from the base image${guess}` : `added on the base${guess}`]),
        vulnerability.fixable
            ? `fixed in ${vulnerability.fixed ?? 'a newer version'}`
            : withoutFix(vulnerability),
        ...(accepted === undefined ? [] : [`accepted by ${reasonOf(accepted)}`]),
        ...(graceUntil === undefined
            ? []
            : [`newly published, only reported until ${(0,instant/* formatInstant */.r)(graceUntil)}`]),
    ].join('; ');
}
function useWords({ use, where }) {
    if (use !== 'running')
        return 'does not run';
    return where === undefined ? 'counts as running' : `runs: ${where}`;
}
function reasonOf({ owner, until, reason, statement }) {
    return `${owner} until ${until} as ${reason}${statement === undefined ? '' : `: ${statement}`}`;
}
function withoutFix({ status }) {
    const words = status?.replaceAll('_', ' ');
    return words === undefined || words === 'affected' ? 'no fix yet' : `no fix: ${words}`;
}
function fixOf({ tier, origin, vulnerability, exploited }, { base }) {
    if (tier === 'A')
        return exploited
            ? 'look again: it is exploited in the wild, which whoever accepted it may not have known'
            : undefined;
    if (tier === 'X')
        return 'delete the image: it does not run';
    if (!vulnerability.fixable)
        return undefined;
    const { name } = vulnerability.package;
    const to = vulnerability.fixed ?? 'a fixed version';
    return origin === 'base'
        ? `build on a newer base image${base?.name === undefined ? '' : ` than ${base.name}`}, one with ${name} ${to}`
        : `upgrade ${name} to ${to}`;
}
/** At or above the policy's level it fails; below, and where it is accepted, it is shown. */
function levelOf(grade, threshold, accepted) {
    if (accepted || threshold === 'off')
        return 'info';
    return (0,severity/* isAtLeast */.du)(grade, threshold) ? 'error' : 'info';
}
function licenceFindings(licences, { licences: refused }, at) {
    const names = new Set(refused.map(name => name.toLowerCase()));
    return licences
        .filter(({ name }) => names.has(name.toLowerCase()))
        .map(({ name, package: owner, path }) => ({
        rule: 'licence-refused',
        severity: 'error',
        message: `${owner || path || 'a file'} is under ${name}, which the policy refuses`,
        fix: `replace ${owner || path}, or take '${name}' out of scan.licences`,
        ...at(path, 1),
    }));
}
function systemFindings(system, eol) {
    if (system?.ended !== true || eol === 'off')
        return [];
    return [
        {
            rule: 'system-ended',
            severity: eol === 'warn' ? 'warning' : eol,
            message: `${system.family} ${system.name} is no longer supported: vulnerabilities found since are neither listed nor fixed`,
            fix: `build on a supported release of ${system.family}`,
        },
    ];
}
/** An id of the report as a rule's name; other text than an id has becomes the kind's own name. */
function ruleId(id, otherwise) {
    return /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/.test(id) ? id : otherwise;
}

;// CONCATENATED MODULE: ./lib/gates/scan/exception-findings.js

/**
 * What is wrong with the exceptions themselves: over, longer than the policy allows, or matching nothing in what was
 * scanned. One without `images` may be meant for another image of the same policy, so its silence is only noted.
 */
function exceptionFindings(standings, judgements, { exceptions }, where) {
    const used = new Set(judgements.flatMap(({ exceptions }) => [...exceptions]));
    return [...standings.values()].flat().flatMap(({ item, index, state }) => {
        const path = `scan.exceptions.items.${index}`;
        const location = where(path) ?? where('scan.exceptions.items');
        const at = location === undefined ? {} : { location };
        if (state === 'too-long') {
            return [
                {
                    rule: 'exception-too-long',
                    severity: 'error',
                    message: `the exception for ${item.id} ends on ${item.until}, more than ${exceptions['max-days']} days ahead: it accepts nothing`,
                    fix: `set an earlier 'until', at most ${exceptions['max-days']} days from today`,
                    ...at,
                },
            ];
        }
        if (state === 'expired') {
            return [
                {
                    rule: 'exception-expired',
                    severity: 'warning',
                    message: `the exception of ${item.owner} for ${item.id} ended on ${item.until}`,
                    fix: used.has(index) ? 'fix the finding, or agree on a new end' : 'remove it',
                    ...at,
                },
            ];
        }
        if (used.has(index) || !judgements.some(({ subject }) => namesImage(item, subject.image)))
            return [];
        return [
            {
                rule: 'exception-unused',
                severity: item.images.length === 0 ? 'info' : 'warning',
                message: `the exception of ${item.owner} for ${item.id} matches nothing that was found`,
                fix: 'remove it, or correct its packages and images',
                ...at,
            },
        ];
    });
}

// EXTERNAL MODULE: ./lib/report/harmless.js
var harmless = __webpack_require__(2463);
// EXTERNAL MODULE: ./lib/policy/version.js
var version = __webpack_require__(9597);
// EXTERNAL MODULE: ./lib/policy/precedence.js
var precedence = __webpack_require__(3628);
;// CONCATENATED MODULE: ./lib/gates/scan/tier.js

const tiers = ['T0', 'T1', 'T2', 'T3', 'T4', 'X', 'A'];
/** The first row that holds. An unfixed finding of the base is T3: there is no newer base to move to yet. */
function tierOf({ vulnerability, use, origin, exploited, accepted }) {
    if (accepted)
        return 'A';
    if (use === 'deletable')
        return 'X';
    if (use === 'kept')
        return 'T4';
    if (exploited)
        return 'T0';
    if (!vulnerability.fixable)
        return 'T3';
    if ((0,severity/* isAtLeast */.du)(vulnerability.grade, 'high'))
        return 'T1';
    return origin === 'base' ? 'T2' : 'T3';
}

;// CONCATENATED MODULE: ./lib/gates/scan/action.js


/** Groups of one image, the ones that fail the gate first, then by how many findings they mend. */
function actionsOf(judgement) {
    const known = groupsOf.get(judgement);
    if (known !== undefined)
        return known;
    const groups = grouped(judgement);
    groupsOf.set(judgement, groups);
    return groups;
}
/** Headline and tables ask for the same groups, and a report may have a hundred thousand findings. */
const groupsOf = new WeakMap();
function grouped({ judged, subject }) {
    const groups = new Map();
    for (const one of judged) {
        const action = actionOf(one, subject);
        const key = action.kind === 'bump-package'
            ? `${action.kind}\u0000${action.package}\u0000${action.from}\u0000${action.target}`
            : action.kind;
        const known = groups.get(key);
        if (known === undefined)
            groups.set(key, { action, findings: [one] });
        else
            known.findings.push(one);
    }
    return [...groups.values()]
        .map(({ action, findings }) => ({
        action,
        findings,
        failing: findings.filter(({ fails }) => fails).length,
        counts: countTiers(findings),
        ...(action.kind === 'bump-package' ? { to: targetOf(findings) } : {}),
    }))
        .toSorted((a, b) => b.failing - a.failing ||
        b.findings.length - a.findings.length ||
        Number(b.action.kind === 'bump-base') - Number(a.action.kind === 'bump-base'));
}
function countTiers(findings) {
    const counts = Object.fromEntries(tiers.map(tier => [tier, 0]));
    for (const { tier } of findings)
        counts[tier]++;
    return counts;
}
function actionOf({ tier, origin, vulnerability }, { base }) {
    if (tier === 'A')
        return { kind: 'accepted' };
    if (tier === 'X')
        return { kind: 'delete-image' };
    if (!vulnerability.fixable)
        return { kind: 'wait' };
    if (origin === 'base' && base !== undefined) {
        return {
            kind: 'bump-base',
            guessed: base.by === 'history',
            ...(base.name === undefined ? {} : { base: base.name }),
        };
    }
    const { name, version } = vulnerability.package;
    return {
        kind: 'bump-package',
        package: name,
        from: version,
        target: vulnerability.path ?? vulnerability.target,
    };
}
/** The highest version where all are SemVer; else each that is named, once: other orders are the distribution's. */
function targetOf(findings) {
    const wanted = [...new Set(findings.flatMap(({ vulnerability }) => vulnerability.fixed ?? []))];
    const versions = wanted.flatMap(text => (0,version/* readVersion */.$4)(text) ?? []);
    if (versions.length === wanted.length && versions.length > 1) {
        return versions.reduce((best, version) => (((0,precedence/* compareVersions */.Z)(version, best) ?? 0) > 0 ? version : best));
    }
    return wanted.join(' and ') || 'a fixed version';
}

;// CONCATENATED MODULE: ./lib/gates/scan/story.js



/** Rows of findings in the summary; the rest is counted, the reports have all of them. */
const mostRows = 200;
/**
 * The line a manager understands: how many to fix now and by what, and what the others are. `2 to fix now: both by
 * bumping the base image; 1,431 others do not run`.
 */
function headline(judgements) {
    const all = judgements.flatMap(({ judged }) => judged);
    const failing = all.filter(({ fails }) => fails);
    const others = all.filter(({ fails }) => !fails);
    const parts = [
        failing.length === 0
            ? 'Nothing to fix now'
            : `${count(failing.length)} to fix now: ${waysOf(judgements, failing.length)}`,
        ...restOf(others),
    ];
    return parts.join('; ');
}
function waysOf(judgements, total) {
    const ways = new Map();
    for (const group of judgements.flatMap(actionsOf)) {
        if (group.failing === 0)
            continue;
        const way = wayOf(group.action);
        ways.set(way, (ways.get(way) ?? 0) + group.failing);
    }
    const sorted = [...ways].toSorted(([, a], [, b]) => b - a);
    if (sorted.length === 1 && total > 1)
        return `${total === 2 ? 'both' : 'all'} ${sorted[0]?.[0]}`;
    const shown = sorted.slice(0, 3).map(([way, number]) => (total === 1 ? way : `${count(number)} ${way}`));
    const more = sorted.slice(3).reduce((sum, [, number]) => sum + number, 0);
    return [...shown, ...(more === 0 ? [] : [`${count(more)} in other ways`])].join(', ');
}
function wayOf(action) {
    switch (action.kind) {
        case 'bump-base':
            return 'by bumping the base image';
        case 'bump-package':
            return `by upgrading ${(0,harmless/* oneLine */.TN)(action.package, 60)}`;
        case 'delete-image':
            return 'by deleting the image';
        case 'wait':
            return 'without a fix yet: replace the package or accept it in the policy';
        case 'accepted':
            return 'accepted';
    }
}
function restOf(others) {
    const counts = countTiers(others);
    const idle = counts.T4 + counts.X;
    const waiting = others.length - idle - counts.A;
    return [
        ...(idle === 0 ? [] : [`${otherOnes(idle)} ${idle === 1 ? 'does' : 'do'} not run`]),
        ...(waiting === 0 ? [] : [`${otherOnes(waiting)} can wait`]),
        ...(counts.A === 0 ? [] : [`${count(counts.A)} accepted for a time`]),
    ];
}
/** The summary in Markdown: headline, one table of images if there are several, then per image what to do and the findings. */
function story(judgements) {
    const parts = [`**${(0,harmless/* inMarkdown */.Hi)(headline(judgements))}**`];
    if (judgements.length > 1)
        parts.push(imagesTable(judgements));
    let room = mostRows;
    for (const judgement of judgements) {
        if (judgement.judged.length === 0 || room <= 0)
            continue;
        parts.push(...imageStory(judgement, room));
        room -= judgement.judged.length;
    }
    return parts.join('\n\n');
}
function imagesTable(judgements) {
    const rows = judgements
        .map(({ subject, judged }) => ({
        subject,
        counts: countTiers(judged),
        failing: judged.filter(one => one.fails).length,
    }))
        .toSorted((a, b) => b.failing - a.failing)
        .map(({ subject, counts, failing }) => row([
        (0,harmless/* inCode */.pN)(subject.name),
        subject.where === undefined ? subject.use : (0,harmless/* inMarkdown */.Hi)(subject.where, 120),
        count(failing),
        ...tiers.map(tier => count(counts[tier])),
    ]));
    return [
        row(['image', 'use', 'to fix now', ...tiers]),
        row(Array(tiers.length + 3).fill('---')),
        ...rows,
    ].join('\n');
}
function imageStory(judgement, room) {
    const { subject, judged } = judgement;
    const shown = judged.slice(0, room);
    const left = judged.length - shown.length;
    return [
        `### ${(0,harmless/* inCode */.pN)(subject.name)}`,
        baseLine(judgement),
        [
            row(['what to do', 'mends', 'of them to fix now', 'tiers']),
            row(['---', '---', '---', '---']),
            ...actionsOf(judgement).slice(0, 50).map(actionRow),
        ].join('\n'),
        [
            row(['tier', 'severity', 'vulnerability', 'package', 'fixed in', 'from', 'remark']),
            row(Array(7).fill('---')),
            ...shown.map(findingRow),
        ].join('\n'),
        ...(left === 0 ? [] : [`${count(left)} more findings are in the reports.`]),
    ];
}
function baseLine({ subject }) {
    const { base } = subject;
    if (base === undefined)
        return 'Base image: not known, so nothing is put down to it.';
    if (base.by === 'history')
        return `Base image: the lowest ${count(base.layers)} layers, a guess from the build history.`;
    return `Base image: ${(0,harmless/* inCode */.pN)(base.name ?? '')}, its ${count(base.layers)} layers verified (${base.by}).`;
}
function actionRow({ action, findings, failing, counts, to }) {
    const spread = tiers.filter(tier => counts[tier] > 0).map((tier) => `${tier} ${count(counts[tier])}`);
    return row([actionWords(action, to), count(findings.length), count(failing), spread.join(', ')]);
}
function actionWords(action, to) {
    switch (action.kind) {
        case 'bump-base':
            return `build on a newer base${action.base === undefined ? '' : ` than ${(0,harmless/* inCode */.pN)(action.base)}`}${action.guessed ? ' (base guessed)' : ''}`;
        case 'bump-package':
            return `upgrade ${(0,harmless/* inCode */.pN)(action.package)} ${(0,harmless/* inMarkdown */.Hi)(action.from)} to ${(0,harmless/* inMarkdown */.Hi)(to ?? '')} in ${(0,harmless/* inCode */.pN)(action.target)}`;
        case 'delete-image':
            return 'delete the image: it does not run';
        case 'wait':
            return 'wait for a fix, or replace the package';
        case 'accepted':
            return 'nothing: accepted';
    }
}
function findingRow({ tier, vulnerability, origin, exploited, likelihood, accepted, graceUntil, fails, }) {
    const { id, grade, fixed, package: found } = vulnerability;
    const remarks = [
        ...(exploited ? ['exploited'] : []),
        ...(likelihood === undefined ? [] : [`EPSS ${(likelihood * 100).toFixed(1)} %`]),
        ...(accepted === undefined
            ? []
            : [`accepted by ${(0,harmless/* inMarkdown */.Hi)(accepted.owner)} until ${accepted.until}: ${accepted.reason}`]),
        ...(graceUntil === undefined ? [] : ['new: grace']),
    ];
    return row([
        fails ? `**${tier}**` : tier,
        grade,
        (0,harmless/* inCode */.pN)(id),
        `${(0,harmless/* inCode */.pN)(found.name)} ${(0,harmless/* inMarkdown */.Hi)(found.version, 60)}`,
        (0,harmless/* inMarkdown */.Hi)(fixed ?? '', 60),
        origin === 'unknown' ? '' : origin,
        remarks.join(', '),
    ]);
}
function row(cells) {
    return `| ${cells.join(' | ')} |`;
}
/** `1,431`; by hand, as the first use of Node's own takes 20 ms to load its tables. */
function count(number) {
    return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
function otherOnes(number) {
    return `${count(number)} ${number === 1 ? 'other' : 'others'}`;
}

// EXTERNAL MODULE: ./lib/outcome/error.js
var outcome_error = __webpack_require__(3166);
;// CONCATENATED MODULE: ./lib/gates/scan/exploited.js

/**
 * CISA's catalog of known exploited vulnerabilities, or any JSON of its shape. A list without entries is a mistake, not
 * good news.
 * @see https://www.cisa.gov/known-exploited-vulnerabilities-catalog
 */
function parseKnownExploited(text, file) {
    const fix = 'download known_exploited_vulnerabilities.json again';
    let body;
    try {
        body = JSON.parse(text);
    }
    catch (cause) {
        throw new outcome_error/* HygieneError */.c('bad-file', `${file} is no JSON`, { fix, cause });
    }
    const entries = body?.vulnerabilities;
    const ids = Array.isArray(entries)
        ? entries.map(entry => entry?.cveID).filter(id => typeof id === 'string')
        : [];
    if (ids.length === 0 || ids.length !== entries.length) {
        throw new outcome_error/* HygieneError */.c('bad-file', `${file} is no catalog of exploited vulnerabilities`, { fix });
    }
    const released = body?.dateReleased;
    return { ids: new Set(ids), ...(typeof released === 'string' ? { released } : {}) };
}
/**
 * EPSS: how likely a vulnerability is to be exploited within 30 days, 0 to 1, by id. Lines that are no scores (the
 * comment with the model's date, the heading) are passed over; a file without one score is a mistake.
 * @see https://www.first.org/epss/data_stats
 */
function parseLikelihoods(text, file) {
    const found = new Map();
    for (const [, id, score] of text.matchAll(/^(CVE-\d{4}-\d{4,19}),([01](?:\.\d{1,12})?)(?:,|\r?$)/gm)) {
        if (id !== undefined)
            found.set(id, Number(score));
    }
    if (found.size > 0)
        return found;
    throw new outcome_error/* HygieneError */.c('bad-file', `${file} has no EPSS scores`, {
        fix: 'download epss_scores-current.csv.gz and unpack it',
    });
}

// EXTERNAL MODULE: ./lib/outcome/outcome.js
var outcome = __webpack_require__(1308);
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
// EXTERNAL MODULE: ./lib/steps/reports.js + 4 modules
var reports = __webpack_require__(4443);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/gates/scan/trivy.js
const compromised = 'this release was published by an attacker in March 2026 (GHSA-69fq-xp46-6x23)';
const systems = { linux: 'Linux', darwin: 'macOS' };
const machines = { x64: '64bit', arm64: 'ARM64' };
/** @see https://github.com/aquasecurity/trivy/releases */
const trivy = {
    name: 'trivy',
    versionArguments: ['--version', '--quiet'],
    versionPattern: /^Version: (\S+)/m,
    supported: '>=0.70.0 <0.90.0',
    refused: { '0.69.4': compromised, '0.69.5': compromised, '0.69.6': compromised },
    releases: 'https://github.com/aquasecurity/trivy/releases/download',
    asset(version, { os, arch }) {
        const [system, machine] = [systems[os], machines[arch]];
        if (system === undefined || machine === undefined)
            return undefined;
        return { path: `v${version}/trivy_${version}_${system}-${machine}.tar.gz`, member: 'trivy' };
    },
};
/**
 * The arguments of the one run that everything is made from. Never `--exit-code`: Trivy also exits 1 for its own
 * faults. Never a filter (`--severity`, `--ignore-unfixed`): what is filtered away cannot be shown with its reason.
 */
function scanArguments(source, settings, output) {
    const { scanners, cacheDir, offline, databases, javaDatabases, vex, caFile, timeout } = settings;
    return [
        source.kind === 'folder' ? 'fs' : 'image',
        ...['--format', 'json', '--output', output, '--scanners', scanners.join(',')],
        ...['--show-suppressed', '--no-progress', '--skip-version-check', '--disable-telemetry'],
        ...['--cache-dir', cacheDir, '--timeout', `${timeout}s`],
        ...(offline
            ? ['--skip-db-update', '--skip-java-db-update', '--skip-check-update', '--offline-scan']
            : []),
        ...databases.flatMap(database => ['--db-repository', database]),
        ...javaDatabases.flatMap(database => ['--java-db-repository', database]),
        ...vex.flatMap(file => ['--vex', file]),
        ...(caFile === undefined ? [] : ['--cacert', caFile]),
        ...sourceArguments(source, scanners),
    ];
}
function sourceArguments(source, scanners) {
    if (source.kind === 'folder')
        return ['--', source.path];
    const config = scanners.filter(scanner => scanner === 'secret' || scanner === 'misconfig');
    const ofConfig = config.length === 0 ? [] : ['--image-config-scanners', config.join(',')];
    if (source.kind === 'archive')
        return [...ofConfig, '--input', source.path];
    return [
        ...ofConfig,
        // Never the daemon of the machine: what it holds under the same name may be another image.
        ...['--image-src', 'remote'],
        ...(source.plainHttp ? ['--insecure'] : []),
        ...['--', source.reference],
    ];
}
/** Another format of the same report, without a second scan. */
function convertArguments(format, report, output) {
    const withVulnerabilities = format === 'cyclonedx' ? ['--scanners', 'vuln'] : [];
    return ['convert', '--quiet', '--format', format, ...withVulnerabilities, '--output', output, '--', report];
}

;// CONCATENATED MODULE: ./lib/gates/scan/trivy-run.js



const largestReport = 1024 * 1024 * 1024;
/** What of our environment Trivy needs to reach a registry: proxies. No CI token, and no credentials of other hosts. */
const passed = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];
/**
 * One run, one report, at `output`. The child works in an empty folder: a `trivy.yaml`, `.trivyignore` or
 * `trivy-secret.yaml` of the checkout would otherwise change the verdict without a word.
 */
async function runTrivy(scanner, source, settings, output, world) {
    const [cwd, login] = await Promise.all([world.files.temporaryFolder(), world.files.temporaryFolder()]);
    await scanner.login(login, source);
    const attempt = async (tried) => {
        const ran = await world.processes.run(scanner.path, scanArguments(source, tried, output), {
            cwd,
            env: { ...environment(world), DOCKER_CONFIG: login },
            // Trivy ends by itself; this is for one that hangs.
            timeout: (settings.timeout + 15) * 1000,
        });
        if (ran.code === 0)
            return;
        const failure = failureOf(ran, nameOf(source));
        const fewer = withoutDead(tried, ran);
        if (fewer === undefined)
            throw failure;
        world.log.warn(`${failure.message}; the next mirror of the database is asked`);
        await attempt(fewer);
    };
    await attempt(settings);
    return readReport(output, world);
}
/**
 * Trivy goes on to the next repository of a database only after an answer that says "later": one that is down, or has
 * no database, ends it. That one is taken out here, as long as another one is left.
 */
function withoutDead(settings, { stdout, stderr }) {
    const said = `${stdout}\n${stderr}`;
    const alive = (names) => names.length < 2
        ? names
        : names.filter(name => !said.includes(`failed to download artifact from ${name}:`));
    const [databases, javaDatabases] = [alive(settings.databases), alive(settings.javaDatabases)];
    const left = databases.length + javaDatabases.length;
    if (left === settings.databases.length + settings.javaDatabases.length)
        return undefined;
    return { ...settings, databases, javaDatabases };
}
async function convert(scanner, format, report, output, world) {
    const cwd = await world.files.temporaryFolder();
    const ran = await world.processes.run(scanner.path, convertArguments(format, report, output), {
        cwd,
        env: {},
        timeout: 120_000,
    });
    if (ran.code !== 0)
        throw failureOf(ran, `the report as ${format}`);
    return readReport(output, world);
}
async function readReport(path, { files }) {
    if ((await files.kind(path)) !== 'file') {
        throw new outcome_error/* HygieneError */.c('damaged', 'Trivy ended without an error and without a report', {
            fix: 'run it by hand and look at what it says',
        });
    }
    return files.read(path, largestReport);
}
function environment({ env }) {
    return Object.fromEntries(passed.flatMap(name => (env[name] === undefined ? [] : [[name, env[name]]])));
}
function nameOf(source) {
    return source.kind === 'image' ? source.reference : source.path;
}
const advice = [
    [/deadline exceeded|timed? ?out/i, 'give it more time with --scan-timeout, or scan nearer to the registry'],
    [
        /TOOMANYREQUESTS|429/,
        'name a mirror of the database with --db-repositories, and keep trivy-cache-dir between runs',
    ],
    [
        /first run|cannot be specified on the first run/,
        'run once without --offline, or bring a database in trivy-cache-dir',
    ],
    [/UNAUTHORIZED|DENIED|401|403/, 'log in to the registry, or give registry-username and registry-password'],
    [/MANIFEST_UNKNOWN|NAME_UNKNOWN|404/, 'check the reference: the registry does not have it'],
    [
        /in use by another process|cache may be in use/,
        'give each run that goes on at the same time a trivy-cache-dir of its own',
    ],
    [
        /failed to download.*DB|DB error/i,
        'name a mirror with --db-repositories, or bring a database and say --offline',
    ],
];
/** One sentence from what Trivy printed: the last line it called fatal, else its last line. */
function failureOf({ code, stdout, stderr }, about) {
    const rows = `${stdout}\n${stderr}`.split('\n').filter(row => row.trim() !== '');
    const fatal = rows.findLastIndex(row => /\bFATAL\b/.test(row));
    const said = fatal < 0 ? (rows.at(-1) ?? 'it said nothing') : rows.slice(fatal, fatal + 8).join(' ');
    const cause = said
        .replace(/^.*?\bFATAL\b\s*/, '')
        .replace(/\s+/g, ' ')
        .trim();
    const fix = advice.find(([pattern]) => pattern.test(said))?.[1];
    return new outcome_error/* HygieneError */.c('tool-failed', `Trivy could not scan ${(0,harmless/* oneLine */.TN)(about)} (exit code ${code}): ${(0,harmless/* oneLine */.TN)(cause, 600)}`, { fix: fix ?? 'run it by hand with --debug and look at what it says' });
}

;// CONCATENATED MODULE: ./lib/gates/scan/ignore-file.js
/**
 * `.trivyignore.yaml` for what the policy accepts here. Each entry names the packages that were found, so that it mutes
 * no more than the policy does, and ends when the exception ends: Trivy drops an entry as its day begins, the policy as
 * it is over, hence the day after. What has no package URL is left out, as it could only be muted everywhere.
 * @see https://trivy.dev/docs/latest/configuration/filtering/#trivyignoreyaml
 */
function toTrivyIgnore(judgements) {
    const entries = acceptances(judgements).filter(({ purls }) => purls.length > 0);
    if (entries.length === 0)
        return 'vulnerabilities: []\n';
    const rows = entries.flatMap(({ id, exception, purls }) => [
        `  - id: ${quoted(id)}`,
        '    purls:',
        ...purls.map(purl => `      - ${quoted(purl)}`),
        `    expired_at: ${dayAfter(exception.until)}`,
        `    statement: ${quoted(statementOf(exception))}`,
    ]);
    return `vulnerabilities:\n${rows.join('\n')}\n`;
}
/** Reasons of the policy in the words of OpenVEX 0.2.0. */
const justifications = {
    'not-installed': 'component_not_present',
    unreachable: 'vulnerable_code_not_in_execute_path',
    mitigated: 'inline_mitigations_already_exist',
};
/**
 * One OpenVEX document about the images judged: each with the packages in it, never an image as a whole, which would
 * mute the vulnerability wherever it sits.
 * @param id an IRI of the document, the same for the same policy
 * @param timestamp RFC 3339
 * @see https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md
 */
function toOpenVex(judgements, id, timestamp) {
    const statements = judgements.flatMap(judgement => {
        const product = productOf(judgement);
        if (product === undefined)
            return [];
        return acceptances([judgement])
            .filter(({ purls }) => purls.length > 0)
            .map(({ id, exception, purls }) => ({
            vulnerability: { name: id },
            products: [{ '@id': product, subcomponents: purls.map(purl => ({ '@id': purl })) }],
            status: 'not_affected',
            justification: justifications[exception.reason],
            impact_statement: statementOf(exception),
        }));
    });
    const document = {
        '@context': 'https://openvex.dev/ns/v0.2.0',
        '@id': id,
        author: 'image-hygiene',
        timestamp,
        version: 1,
        statements,
    };
    return `${JSON.stringify(document, undefined, 2)}\n`;
}
function acceptances(judgements) {
    const found = new Map();
    for (const { accepted, vulnerability } of judgements.flatMap(({ judged }) => judged)) {
        if (accepted === undefined)
            continue;
        const key = `${vulnerability.id}\u0000${accepted.owner}\u0000${accepted.until}`;
        const known = found.get(key) ?? { id: vulnerability.id, exception: accepted, purls: new Set() };
        if (vulnerability.package.purl !== undefined)
            known.purls.add(vulnerability.package.purl);
        found.set(key, known);
    }
    return [...found.values()].map(({ purls, ...rest }) => ({ ...rest, purls: [...purls].toSorted() }));
}
/** `pkg:oci/app@sha256:…?repository_url=ghcr.io%2Facme%2Fapp` */
function productOf({ subject: { image } }) {
    if (image?.digest === undefined)
        return undefined;
    const name = image.repository.slice(image.repository.lastIndexOf('/') + 1);
    const digest = image.digest.replace(':', '%3A');
    return `pkg:oci/${name}@${digest}?repository_url=${encodeURIComponent(image.repository)}`;
}
function statementOf({ reason, statement, owner, until }) {
    return `${statement ?? reason} (${owner}, until ${until})`;
}
function dayAfter(day) {
    return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
/** JSON text is YAML text. */
function quoted(text) {
    return JSON.stringify(text);
}

;// CONCATENATED MODULE: ./lib/report/container-scanning.js
/**
 * GitLab's container scanning report, schema 15.0.7. Of the digests that an id is made of, GitLab asks only that they
 * stay the same from run to run.
 * @see https://docs.gitlab.com/development/integrations/secure/#report
 */
function toContainerScanning(vulnerabilities, { tool, version, startedAt, endedAt }, identify) {
    const seen = new Map();
    for (const found of vulnerabilities) {
        const repository = found.image.replace(/(?:@.*|:[^/:]*)$/s, '');
        const key = [found.id, found.package, found.version, repository].join('\u0000');
        if (!seen.has(key))
            seen.set(key, found);
    }
    const vendor = { name: 'image-hygiene' };
    const scanner = { id: tool.name, name: tool.name, version: tool.version, vendor };
    const document = {
        version: '15.0.7',
        scan: {
            analyzer: { id: 'image-hygiene', name: 'image-hygiene', version, vendor },
            scanner,
            type: 'container_scanning',
            start_time: startedAt.slice(0, 19),
            end_time: endedAt.slice(0, 19),
            status: 'success',
        },
        vulnerabilities: [...seen].map(([key, found]) => entryOf(found, identify(key))),
    };
    return `${JSON.stringify(document, undefined, 2)}\n`;
}
function entryOf(found, id) {
    const { title, severity, solution, url, image, operatingSystem, version } = found;
    return {
        id,
        name: `${found.id} in ${found.package}`.slice(0, 255),
        description: title.slice(0, 10_000),
        severity,
        ...(solution === undefined ? {} : { solution: solution.slice(0, 7000) }),
        identifiers: [
            {
                type: /^CVE-/.test(found.id) ? 'cve' : /^GHSA-/.test(found.id) ? 'ghsa' : 'trivy',
                name: found.id,
                value: found.id,
                ...(url === undefined ? {} : { url }),
            },
        ],
        links: url === undefined ? [] : [{ url }],
        location: {
            dependency: { package: { name: found.package }, version: version === '' ? 'unknown' : version },
            operating_system: operatingSystem,
            image,
        },
    };
}

// EXTERNAL MODULE: ./lib/version.js
var lib_version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/steps/scan-files.js






/** Everything else that is made of the one scan. Returns the paths by output name. */
async function writeScanFiles(scanned, files, run, world) {
    const outputs = {};
    const judgements = scanned.map(({ judgement }) => judgement);
    const write = async (name, path, render) => {
        if (path === undefined)
            return;
        await world.files.write(path, render());
        outputs[name] = path;
    };
    const writeEach = async (name, path, render) => {
        if (path === undefined)
            return;
        const paths = pathsFor(path, scanned);
        for (const [index, one] of scanned.entries())
            await world.files.write(paths[index], await render(one));
        outputs[name] = paths.join('\n');
    };
    const converted = (format) => async ({ path }) => {
        const output = `${await world.files.temporaryFolder()}/converted.json`;
        return convert(needed(run.scanner), format, path, output, world);
    };
    await write('markdown-file', files.markdownFile, () => `${run.story}\n`);
    await write('container-scanning-file', files.containerScanningFile, () => toContainerScanning(judgements.flatMap(entriesOf), {
        tool: { name: 'trivy', version: run.scannerVersion },
        version: lib_version/* version */.r,
        startedAt: (0,instant/* formatInstant */.r)(run.startedAt),
        endedAt: (0,instant/* formatInstant */.r)(world.now()),
    }, key => (0,external_node_crypto_.createHash)('sha256').update(key).digest('hex')));
    await write('trivyignore-file', files.trivyignoreFile, () => toTrivyIgnore(judgements));
    await write('openvex-file', files.openvexFile, () => toOpenVex(judgements, `urn:image-hygiene:vex:${run.policy}`, (0,instant/* formatInstant */.r)(world.now())));
    await writeEach('trivy-report-file', files.trivyReportFile, async ({ bytes }) => bytes);
    await writeEach('cyclonedx-file', files.cyclonedxFile, converted('cyclonedx'));
    await writeEach('spdx-file', files.spdxFile, converted('spdx-json'));
    return outputs;
}
/** Several images, several files: the start of the digest stands in front of the ending. */
function pathsFor(path, scanned) {
    if (scanned.length <= 1)
        return [path];
    return scanned.map(({ judgement }, index) => {
        const digest = judgement.subject.image?.digest?.slice(7, 19) ?? String(index);
        return path.replace(/(\.[A-Za-z0-9]+)?$/, ending => `-${digest}${ending}`);
    });
}
function needed(scanner) {
    if (scanner !== undefined)
        return scanner;
    throw new outcome_error/* HygieneError */.c('bad-usage', 'an SBOM needs Trivy, also when a report is given', {
        fix: 'leave out --cyclonedx-file and --spdx-file, or scan without --report',
    });
}
/** Accepted findings and images that go are no work for anybody: a dashboard would count them as open. */
function entriesOf({ judged, subject, report }) {
    const { image } = subject;
    const system = report.system;
    return judged
        .filter(({ tier }) => tier !== 'A' && tier !== 'X')
        .map(({ vulnerability, tier }) => ({
        id: vulnerability.id,
        severity: severities[vulnerability.grade],
        title: `${tier}: ${vulnerability.title ?? vulnerability.id}`,
        package: vulnerability.package.name,
        version: vulnerability.package.version,
        image: image === undefined
            ? subject.name
            : `${image.repository}${image.tag === undefined ? `@${image.digest}` : `:${image.tag}`}`,
        operatingSystem: system === undefined ? 'unknown' : `${system.family} ${system.name}`.trim(),
        ...(vulnerability.fixed === undefined
            ? {}
            : { solution: `Upgrade ${vulnerability.package.name} to ${vulnerability.fixed}` }),
        ...(vulnerability.url === undefined ? {} : { url: vulnerability.url }),
    }));
}
const severities = {
    unknown: 'Unknown',
    low: 'Low',
    medium: 'Medium',
    high: 'High',
    critical: 'Critical',
};

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/cleanup/plan-file-parse.js
var plan_file_parse = __webpack_require__(5906);
// EXTERNAL MODULE: ./lib/gates/scan/report-parse.js + 1 modules
var report_parse = __webpack_require__(8777);
// EXTERNAL MODULE: ./lib/gates/scan/base.js
var base = __webpack_require__(3003);
;// CONCATENATED MODULE: ./lib/gates/scan/judge.js




/** The verdict on one report, finding by finding. */
function judge(report, subject, circumstances) {
    const failing = new Set(circumstances.rules['fail-tiers']);
    const exceptions = new Set();
    const judged = report.vulnerabilities.map(vulnerability => {
        const ids = [vulnerability.id, ...vulnerability.aliases];
        const speaking = exceptionsFor({ ids, package: vulnerability.package, image: subject.image }, circumstances.standings);
        for (const { index } of speaking)
            exceptions.add(index);
        return judgeOne(vulnerability, ids, speaking, failing, report, subject, circumstances);
    });
    return { subject, report, judged: judged.toSorted(byUrgency), exceptions };
}
function judgeOne(vulnerability, ids, speaking, failing, report, subject, { rules, now, exploited: known, likelihoods }) {
    const accepted = speaking.find(({ state }) => state === 'active')?.item;
    const exploited = ids.some(id => known.has(id));
    const origin = (0,base/* originOf */.yv)(vulnerability.diffId, report.image.diffIds, subject.base);
    const tier = tierOf({
        vulnerability,
        use: subject.use,
        origin,
        exploited,
        accepted: accepted !== undefined,
    });
    const graceUntil = exploited ? undefined : graceOf(vulnerability, rules.grace, now);
    const likelihood = likelihoods.get(vulnerability.id);
    return {
        vulnerability,
        tier,
        origin,
        exploited,
        ...(likelihood === undefined ? {} : { likelihood }),
        ...(accepted === undefined ? {} : { accepted }),
        ...(graceUntil === undefined ? {} : { graceUntil }),
        fails: failing.has(tier) && graceUntil === undefined,
    };
}
/** What is exploited gets no grace; neither does what has no date, or one in the future. */
function graceOf({ published }, grace, now) {
    if (published === undefined || grace === 0 || published > now)
        return undefined;
    return now < published + grace ? published + grace : undefined;
}
const rank = Object.fromEntries(tiers.map((tier, index) => [tier, index]));
function byUrgency(a, b) {
    return (Number(b.fails) - Number(a.fails) ||
        rank[a.tier] - rank[b.tier] ||
        (0,severity/* compareGrades */.Iz)(a.vulnerability.grade, b.vulnerability.grade) ||
        (b.likelihood ?? 0) - (a.likelihood ?? 0) ||
        compareText(a.vulnerability.package.name, b.vulnerability.package.name) ||
        compareText(a.vulnerability.id, b.vulnerability.id));
}
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
;// CONCATENATED MODULE: ./lib/gates/layers/tar.js

const block = 512;
/** A long name or a set of PAX records; real ones are far below. */
const longestExtra = 1024 * 1024;
/**
 * Reads the headers of a tar as its bytes come and skips what is between them: nothing is unpacked, so a device node, a
 * link out of the tree or a name with `..` is only a name. Formats: ustar, GNU (long names, base-256 sizes), PAX.
 * Throws `damaged` for what is no tar or is cut off, `too-large` beyond the limits.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06
 */
async function readTar(source, limits, visit) {
    const header = Buffer.alloc(block);
    let filled = 0;
    let skip = 0;
    let extra;
    let next = {};
    let entries = 0;
    let bytes = 0;
    let ended = false;
    /** @param end of the header, in bytes from the start */
    const take = (end) => {
        if (header[0] === 0 && header.every(byte => byte === 0)) {
            ended = true;
            return;
        }
        checkSum(header);
        const kind = String.fromCharCode(header[156]);
        const size = next.size ?? numberAt(header, 124, 12);
        if (kind === 'L' || kind === 'x' || kind === 'K' || kind === 'g') {
            const length = numberAt(header, 124, 12);
            if (length > longestExtra)
                throw damaged('a name or record of more than 1 MiB');
            extra = { kind, parts: [], left: length };
            skip = padded(length);
            return;
        }
        const name = next.path ?? tar_nameOf(header);
        next = {};
        entries += 1;
        if (entries > limits.entries)
            throw tooLarge(`more than ${limits.entries} entries`);
        const type = typeOf(kind, name);
        const content = type === 'file' ? size : contentOf(kind, size);
        skip = padded(content);
        const { path, escapes } = within(name);
        visit({ path, type, size: type === 'file' ? size : 0, start: end, escapes });
    };
    const finishExtra = ({ kind, parts }) => {
        const body = Buffer.concat(parts);
        if (kind === 'L')
            next.path = textUntilZero(body);
        if (kind === 'x')
            next = { ...next, ...paxRecords(body) };
    };
    for await (const chunk of source) {
        bytes += chunk.length;
        if (bytes > limits.bytes)
            throw tooLarge(`more than ${limits.bytes} bytes unpacked`);
        let at = 0;
        while (at < chunk.length && !ended) {
            if (skip > 0) {
                const step = Math.min(skip, chunk.length - at);
                if (extra !== undefined && extra.left > 0) {
                    const part = Math.min(extra.left, step);
                    extra.parts.push(Buffer.from(chunk.subarray(at, at + part)));
                    extra.left -= part;
                }
                skip -= step;
                at += step;
                if (skip === 0 && extra !== undefined) {
                    finishExtra(extra);
                    extra = undefined;
                }
                continue;
            }
            const step = Math.min(block - filled, chunk.length - at);
            header.set(chunk.subarray(at, at + step), filled);
            filled += step;
            at += step;
            if (filled === block) {
                filled = 0;
                take(bytes - chunk.length + at);
                if (extra !== undefined && skip === 0) {
                    finishExtra(extra);
                    extra = undefined;
                }
            }
        }
    }
    if (!ended && (skip > 0 || filled > 0))
        throw damaged('its end is missing');
    return { entries, bytes };
}
function tar_nameOf(header) {
    const name = textUntilZero(header.subarray(0, 100));
    // `ustar` and a zero: GNU writes blanks there, and has other things where the prefix is.
    const hasPrefix = header[345] !== 0 && header[257] === 0x75 && header[262] === 0;
    const prefix = hasPrefix ? textUntilZero(header.subarray(345, 500)) : '';
    return prefix === '' ? name : `${prefix}/${name}`;
}
function typeOf(kind, name) {
    if (kind === '5')
        return 'folder';
    if (kind === '1' || kind === '2')
        return 'link';
    if (kind === '3' || kind === '4' || kind === '6')
        return 'other';
    return name.endsWith('/') ? 'folder' : 'file';
}
/** Links, folders and devices have no content, whatever their size field says; other unknown kinds are as files. */
function contentOf(kind, size) {
    return /[1-6]/.test(kind) ? 0 : size;
}
/** The sum of the header's bytes with its own field as blanks; old tars summed signed bytes. */
function checkSum(header) {
    const stored = numberAt(header, 148, 8);
    let sum = 8 * 0x20;
    for (let at = 0; at < 148; at++)
        sum += header[at];
    for (let at = 156; at < block; at++)
        sum += header[at];
    if (stored === sum)
        return;
    for (let at = 0; at < block; at++)
        if ((at < 148 || at > 155) && header[at] > 127)
            sum -= 256;
    if (stored !== sum)
        throw damaged('a header whose checksum is wrong');
}
/** Octal text among blanks and zeros, or base-256 where the first bit is set (GNU). */
function numberAt(header, start, length) {
    const first = header[start];
    let value = 0;
    if (first === 0x80) {
        for (let at = start + 1; at < start + length; at++)
            value = value * 256 + header[at];
        if (Number.isSafeInteger(value))
            return value;
        throw damaged('a number that nobody can read');
    }
    let at = start;
    const end = start + length;
    while (at < end && header[at] === 0x20)
        at++;
    for (; at < end; at++) {
        const byte = header[at];
        if (byte === 0 || byte === 0x20)
            break;
        if (byte < 0x30 || byte > 0x37)
            throw damaged('a number that is none');
        value = value * 8 + byte - 0x30;
    }
    return value;
}
/** `LENGTH key=value\n`, again and again; only `path` and `size` matter here. */
function paxRecords(body) {
    const found = {};
    for (let at = 0; at < body.length;) {
        const space = body.indexOf(0x20, at);
        const length = space < 0 ? Number.NaN : Number(body.toString('latin1', at, space));
        if (!Number.isInteger(length) || length < space - at + 3 || at + length > body.length) {
            throw damaged('a PAX record that nobody can read');
        }
        const record = body.toString('utf8', space + 1, at + length - 1);
        if (record.startsWith('path='))
            found.path = record.slice(5);
        if (record.startsWith('size=') && /^\d{1,15}$/.test(record.slice(5)))
            found.size = Number(record.slice(5));
        at += length;
    }
    return found;
}
function within(name) {
    if (!/(?:^|\/)\.{0,2}(?:\/|$)/.test(name))
        return { path: name, escapes: false };
    const parts = [];
    let escapes = false;
    for (const part of name.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part === '..') {
            escapes = true;
            parts.pop();
        }
        else
            parts.push(part);
    }
    return { path: parts.join('/'), escapes };
}
function textUntilZero(bytes) {
    const end = bytes.indexOf(0);
    return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}
function padded(size) {
    return Math.ceil(size / block) * block;
}
function damaged(what) {
    return new outcome_error/* HygieneError */.c('damaged', `the layer is no whole tar: ${what}`);
}
function tooLarge(what) {
    return new outcome_error/* HygieneError */.c('too-large', `the layer has ${what}: it was not read further`);
}

// EXTERNAL MODULE: ./lib/image/clock.js
var clock = __webpack_require__(7687);
// EXTERNAL MODULE: ./lib/image/manifest-parse.js
var manifest_parse = __webpack_require__(1074);
;// CONCATENATED MODULE: ./lib/steps/scan-archive.js





const largestText = 16 * 1024 * 1024;
const mostMembers = 100_000;
/** Of the archive; as large as the largest images are. */
const largestArchive = 2 ** 41;
/** An index of indexes is followed so far. */
const mostManifests = 100;
/** Every image in it, with its layers from the lowest up. Throws `undecidable` for what is neither of the two kinds. */
async function imagesOfArchive(path, files) {
    const members = (await files.kind(path)) === 'folder' ? membersOfFolder(path, files) : await membersOfTar(path, files);
    const list = await members.of('manifest.json');
    if (list !== undefined)
        return savedImages(path, jsonOf(await textOf(list), path), members);
    const index = await members.of('index.json');
    if (index !== undefined)
        return layoutImages(path, await textOf(index), members);
    throw unreadable(path, 'it has neither index.json nor manifest.json');
}
/**
 * A path that Trivy can read: it knows OCI layouts as folders alone, and builders write them as tars. Nothing but an
 * index and blobs is unpacked.
 */
async function unpacked(path, files) {
    if ((await files.kind(path)) === 'folder')
        return path;
    const members = await membersOfTar(path, files).catch(() => undefined);
    if (members === undefined || members.names.includes('manifest.json'))
        return path;
    if (!members.names.includes('index.json'))
        return path;
    const folder = await files.temporaryFolder();
    for (const name of members.names.filter(one => partOfLayout.test(one))) {
        const member = await members.of(name);
        if (member !== undefined)
            await files.writeFrom((0,external_node_path_.join)(folder, name), member.stream());
    }
    return folder;
}
const partOfLayout = /^(?:oci-layout|index\.json|blobs\/[a-z0-9]{1,20}\/[0-9a-f]{1,128})$/;
function membersOfFolder(path, files) {
    return {
        names: [],
        async of(name) {
            const file = (0,external_node_path_.join)(path, name);
            const size = await files.size(file);
            return size === undefined ? undefined : { size, stream: () => files.stream(file) };
        },
    };
}
/** Names and places are read once; the contents when they are asked for. */
async function membersOfTar(path, files) {
    const places = new Map();
    const limits = { entries: mostMembers, bytes: largestArchive };
    await readTar(files.stream(path), limits, ({ path: name, type, start, size }) => {
        if (type === 'file')
            places.set(name, { start, length: size });
    }).catch(cause => {
        throw unreadable(path, 'it is no plain tar', cause);
    });
    return {
        names: [...places.keys()],
        async of(name) {
            const place = places.get(name);
            return place === undefined ? undefined : { size: place.length, stream: () => files.stream(path, place) };
        },
    };
}
/** @see https://github.com/moby/docker-image-spec/blob/v1.3.1/v1.md#combined-image-json--filesystem-changeset-format */
async function savedImages(path, list, members) {
    const images = Array.isArray(list) ? list : [];
    if (images.length === 0)
        throw unreadable(path, 'its manifest.json names no image');
    return images.map((image, index) => {
        const [tag] = Array.isArray(image?.RepoTags) ? image.RepoTags : [];
        const layers = image?.Layers;
        if (!Array.isArray(layers) || !layers.every(one => typeof one === 'string'))
            throw unreadable(path, `its manifest.json does not list the layers of image ${index + 1}`);
        return {
            name: typeof tag === 'string' ? tag : path,
            layers: layers.map(name => sourceOf(name, name, path, members)),
        };
    });
}
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md */
async function layoutImages(path, text, members) {
    const found = [];
    const open = [{ text, name: path }];
    for (let read = 0; open.length > 0; read++) {
        const { text: next, name } = open.shift();
        if (read > mostManifests)
            throw unreadable(path, `it holds more than ${mostManifests} manifests`);
        const manifest = manifestOf(next, path);
        if (manifest.kind === 'unknown')
            throw unreadable(path, `${manifest.mediaType} is no image`);
        if (manifest.kind === 'image') {
            const layers = manifest.layers.map(({ digest }) => sourceOf(digest, blobPath(digest), path, members));
            found.push({ name, layers });
            continue;
        }
        for (const child of manifest.children.filter(one => one.platform === undefined || (0,clock/* isPlatform */.aH)(one))) {
            const member = await members.of(blobPath(child.digest));
            if (member === undefined)
                throw unreadable(path, `${child.digest.slice(0, 19)} is not in it`);
            const platform = child.platform === undefined ? '' : ` (${child.platform.os}/${child.platform.architecture})`;
            open.push({ text: await textOf(member), name: `${path}${platform}` });
        }
    }
    return found;
}
function manifestOf(text, path) {
    const body = jsonOf(text, path);
    // index.json may leave its own media type out.
    const type = body?.mediaType ??
        (body?.manifests === undefined
            ? 'application/vnd.oci.image.manifest.v1+json'
            : 'application/vnd.oci.image.index.v1+json');
    const bytes = new TextEncoder().encode(text);
    const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
    const parsed = (0,manifest_parse/* parseManifest */.Ng)(bytes, type, digest);
    if ('fault' in parsed)
        throw unreadable(path, parsed.fault);
    return parsed;
}
function sourceOf(name, member, path, members) {
    return {
        name,
        async open() {
            const found = await members.of(member);
            if (found === undefined)
                throw new outcome_error/* HygieneError */.c('undecidable', `it is not in ${path}`);
            return { bytes: found.stream(), compression: 'by its bytes' };
        },
    };
}
function blobPath(digest) {
    return `blobs/${digest.replace(':', '/')}`;
}
async function textOf({ size, stream }) {
    if (size > largestText)
        throw new outcome_error/* HygieneError */.c('too-large', `a manifest of ${size} bytes is none`);
    const parts = [];
    for await (const part of stream())
        parts.push(part);
    return new TextDecoder().decode(Buffer.concat(parts));
}
function jsonOf(text, path) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw unreadable(path, 'one of its manifests is no JSON', cause);
    }
}
function unreadable(path, why, cause) {
    return new outcome_error/* HygieneError */.c('undecidable', `the layers of ${path} cannot be read: ${why}`, {
        fix: 'docker save, skopeo copy … oci-archive:…, or buildctl --output type=oci make what can be; not compressed as a whole',
        cause,
    });
}

// EXTERNAL MODULE: ./lib/steps/scan-base.js
var scan_base = __webpack_require__(686);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/gates/layers/dive-ci.js


const units = {
    '': 1,
    b: 1,
    kb: 1e3,
    mb: 1e6,
    gb: 1e9,
    tb: 1e12,
    kib: 2 ** 10,
    mib: 2 ** 20,
    gib: 2 ** 30,
    tib: 2 ** 40,
};
/**
 * Reads the file that dive reads. `disabled`, `off`, `false` and an empty value switch a rule off; whatever else cannot
 * be read is an error, as is a rule that dive does not know.
 * @see https://github.com/wagoodman/dive#ci-integration
 */
function parseDiveRules(text, file) {
    let body;
    try {
        body = (0,dist/* parse */.qg)(text, { maxAliasCount: 0 });
    }
    catch (cause) {
        throw wrong(file, 'it is no YAML', cause);
    }
    const rules = body?.rules;
    if (typeof rules !== 'object' || rules === null || Array.isArray(rules))
        throw wrong(file, "it has no 'rules'");
    const found = {};
    for (const [name, value] of Object.entries(rules)) {
        if (name !== 'lowestEfficiency' && name !== 'highestWastedBytes' && name !== 'highestUserWastedPercent') {
            throw wrong(file, `there is no rule '${name.slice(0, 60)}'`);
        }
        const word = value === null ? '' : String(value).trim().toLowerCase();
        if (['', 'disabled', 'off', 'false'].includes(word))
            continue;
        const number = name === 'highestWastedBytes' ? bytesOf(word) : shareOf(word);
        if (number === undefined)
            throw wrong(file, `${name}: '${word.slice(0, 40)}' cannot be read`);
        found[name] = number;
    }
    return found;
}
/** `20MB` is 20,000,000 bytes, `20MiB` 20,971,520. */
function bytesOf(word) {
    const [, number, unit = ''] = /^(\d+(?:\.\d+)?) ?([kmgt]?i?b?)$/.exec(word) ?? [];
    const size = units[unit.length === 1 && unit !== 'b' ? `${unit}b` : unit];
    return number === undefined || size === undefined ? undefined : Number(number) * size;
}
function shareOf(word) {
    const number = /^\d+(?:\.\d+)?$/.test(word) ? Number(word) : Number.NaN;
    return number >= 0 && number <= 1 ? number : undefined;
}
function wrong(file, what, cause) {
    return new outcome_error/* HygieneError */.c('bad-file', `${file}: ${what}`, {
        fix: 'rules:\n  lowestEfficiency: 0.95\n  highestWastedBytes: 20MB\n  highestUserWastedPercent: 0.20',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/gates/layers/efficiency.js

/** A line for each path of each layer is kept: some hundred bytes each. */
const mostPaths = 500_000;
/**
 * A path that stands in several layers is counted each time; the least of its sizes is what it was worth, the rest of
 * the total is lost. A whiteout stands for what it deletes: a folder by all that was in it, a file by nothing.
 * @see https://github.com/wagoodman/dive
 */
function openLedger() {
    const lines = new Map();
    /** What a container would see of the layers so far: file sizes by path. */
    let visible = new Map();
    const sizes = [];
    let close = () => undefined;
    const book = (path, size) => {
        const line = lines.get(path);
        if (line === undefined)
            lines.set(path, { total: size, least: size, times: 1 });
        else {
            line.total += size;
            line.least = Math.min(line.least, size);
            line.times += 1;
        }
        if (lines.size > mostPaths)
            throw tooMany();
    };
    const layer = () => {
        close();
        const own = new Map();
        const deleted = new Set();
        close = () => {
            const lost = sizesBelow(visible, deleted);
            for (const path of deleted)
                book(path, lost.get(path) ?? 0);
            for (const [path, size] of own)
                book(path, size);
            sizes.push([...own.values()].reduce((sum, size) => sum + size, 0));
            if (deleted.size > 0)
                visible = new Map([...visible].filter(([path]) => !isBelow(path, deleted)));
            for (const [path, size] of own)
                visible.set(path, size);
            close = () => undefined;
        };
        return ({ path, type, size }) => {
            const slash = path.lastIndexOf('/');
            if (path.startsWith('.wh.', slash + 1)) {
                // Opaque folders are passed over, as dive passes them over.
                if (!path.startsWith('.wh..wh.', slash + 1))
                    deleted.add(`${path.slice(0, slash + 1)}${path.slice(slash + 5)}`);
            }
            else if (type !== 'folder')
                own.set(path, size);
            if (own.size + deleted.size > mostPaths)
                throw tooMany();
        };
    };
    return {
        layer,
        result() {
            close();
            let least = 0;
            let total = 0;
            let wasted = 0;
            const worst = [];
            for (const [path, line] of lines) {
                least += line.least;
                total += line.total;
                if (line.times < 2)
                    continue;
                wasted += line.total;
                worst.push({ path, bytes: line.total, times: line.times });
            }
            const size = sizes.reduce((sum, one) => sum + one, 0);
            const user = size - (sizes[0] ?? 0);
            return {
                score: total === 0 ? 1 : least / total,
                wasted,
                size,
                userWasted: user === 0 ? 0 : wasted / user,
                worst: worst.toSorted((a, b) => b.bytes - a.bytes).slice(0, 10),
            };
        },
    };
}
function tooMany() {
    return new outcome_error/* HygieneError */.c('too-large', `the layers have more than ${mostPaths} paths: their efficiency is not reckoned`, { fix: 'take layers.dive-ci out of the policy for this image' });
}
/** Bytes below each deleted folder, in one pass over what was visible. */
function sizesBelow(visible, deleted) {
    const sums = new Map();
    if (deleted.size === 0)
        return sums;
    for (const [path, size] of visible) {
        for (const folder of foldersOf(path)) {
            if (deleted.has(folder))
                sums.set(folder, (sums.get(folder) ?? 0) + size);
        }
    }
    return sums;
}
function isBelow(path, deleted) {
    if (deleted.has(path))
        return true;
    for (const folder of foldersOf(path))
        if (deleted.has(folder))
            return true;
    return false;
}
function* foldersOf(path) {
    for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1))
        yield path.slice(0, slash);
}

;// CONCATENATED MODULE: ./lib/gates/layers/leftovers.js
const home = '(?:root|home/[^/]+|var/lib/[^/]+)';
const secretMount = 'give it to the one RUN that needs it: --mount=type=secret';
/** One row a kind of leftover; the first that fits counts. */
const table = [
    credentials(`(${home}/\\.netrc|(?:[^/]+/)*\\.netrc)`, 'passwords for hosts (.netrc)'),
    credentials(`((?:[^/]+/)*\\.git-credentials)`, 'git credentials'),
    credentials(`((?:[^/]+/)*\\.docker/config\\.json|(?:[^/]+/)*\\.dockercfg)`, 'registry credentials'),
    credentials(`(${home}/\\.npmrc|app/\\.npmrc|usr/src/app/\\.npmrc|src/\\.npmrc|workspace/\\.npmrc)`, 'npm credentials (.npmrc)'),
    credentials(`(${home}/\\.yarnrc(?:\\.yml)?|${home}/\\.pypirc|${home}/\\.config/pip/pip\\.conf)`, 'package registry credentials'),
    credentials(`(${home}/\\.m2/settings\\.xml|${home}/\\.gradle/gradle\\.properties|${home}/\\.nuget/NuGet/NuGet\\.Config)`, 'package registry credentials'),
    credentials(`(${home}/\\.cargo/credentials(?:\\.toml)?|${home}/\\.gem/credentials|${home}/\\.composer/auth\\.json)`, 'package registry credentials'),
    credentials(`(${home}/\\.aws/credentials|${home}/\\.azure/[^/]+\\.json|${home}/\\.config/gcloud/[^/]*credentials[^/]*)`, 'cloud credentials'),
    credentials(`(${home}/\\.kube/config|${home}/\\.vault-token|${home}/\\.terraform\\.d/credentials\\.tfrc\\.json|${home}/\\.config/gh/hosts\\.yml)`, 'credentials of a tool'),
    credentials(`((?:[^/]+/)*id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?)`, 'a private SSH key'),
    credentials(`(${home}/\\.gnupg)/(?:private-keys-v1\\.d/.+|secring\\.gpg|trustdb\\.gpg|pubring\\.kbx)`, 'a GnuPG home'),
    leftovers_history(`(${home}/\\.(?:bash|ash|zsh|python|node_repl|psql|mysql)_history)`, 'the history of a shell'),
    leftovers_history(`((?:[^/]+/)*\\.git)/(?:objects|refs|logs)/.+`, 'the history of the sources (.git)'),
    cache(`(${home}/\\.cache)/.+`, "build and download caches, Go's and pip's among them", 'RUN --mount=type=cache,target=/root/.cache'),
    cache(`(${home}/\\.npm)/_(?:cacache|logs)/.+`, "npm's cache", 'RUN --mount=type=cache,target=/root/.npm'),
    cache(`(${home}/go/pkg/mod|go/pkg/mod)/.+`, 'downloaded Go modules', 'copy only the built program into the last stage'),
    cache(`(${home}/\\.m2/repository|${home}/\\.gradle/caches|${home}/\\.cargo/registry|usr/local/cargo/registry)/.+`, 'downloaded packages', 'copy only what was built into the last stage'),
    cache(`(var/lib/apt/lists)/(?!lock$|partial/?$|auxfiles/?$).+`, 'package lists of apt', 'rm -rf /var/lib/apt/lists/* in the same RUN as apt-get update'),
    cache(`(var/cache/apt)/(?:archives/[^/]+\\.deb|(?:src)?pkgcache\\.bin)`, 'packages that apt downloaded', 'apt-get clean in the same RUN'),
    cache(`(var/cache/apk)/.+`, 'package lists of apk', 'apk add --no-cache'),
    cache(`(var/cache/(?:dnf|yum|zypp))/.+`, 'what the package manager downloaded', 'dnf clean all in the same RUN'),
];
function credentials(pattern, what) {
    return { rule: 'layer-credentials', what, fix: secretMount, pattern: new RegExp(`^${pattern}$`) };
}
function cache(pattern, what, fix) {
    return { rule: 'layer-cache', what, fix, pattern: new RegExp(`^${pattern}$`) };
}
function leftovers_history(pattern, what) {
    return {
        rule: 'layer-history',
        what,
        fix: 'name it in .dockerignore, and copy only what runs',
        pattern: new RegExp(`^${pattern}$`),
    };
}
/** A word that every pattern needs, so that most paths are passed over without one regular expression. */
const hint = /\/?\.(?:netrc|git|docker|npm|yarn|py|config|m2|gradle|nuget|cargo|gem|composer|aws|azure|kube|vault|terraform|gnupg|cache|bash|ash|zsh|node|psql|mysql)|id_|go\/pkg|cargo|var\/(?:lib\/apt|cache)/;
const longestPath = 4096;
/** Whether a path could be a leftover at all. */
function mayBeLeftover(path) {
    return path.length <= longestPath && hint.test(path);
}
/** The kind of a path and the place it is reported under; nothing for folders, empty files and everything else. */
function leftoverOf({ path, type, size, }) {
    if (type !== 'file' || size === 0 || !mayBeLeftover(path))
        return undefined;
    for (const row of table) {
        const place = row.pattern.exec(path)?.[1];
        if (place !== undefined)
            return { kind: row, place };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/gates/layers/image.js


/** Beyond so many files a place is known well enough: the rest is counted, and its deletion no longer followed. */
const mostNames = 20_000;
/** Beyond so many places they are told as one. */
const mostPlaces = 200;
function readLayers({ efficiency }) {
    const places = [];
    const ledger = efficiency ? openLedger() : undefined;
    let current = -1;
    const open = (kind, place, followed) => {
        const known = places.findLast(one => one.layer === current && one.place === place && one.kind === kind);
        if (known !== undefined)
            return known;
        const alive = followed ? new Set() : undefined;
        const made = {
            kind,
            place,
            layer: current,
            files: 0,
            bytes: 0,
            examples: [],
            alive,
            deletedIn: undefined,
        };
        places.push(made);
        return made;
    };
    const found = (kind, name, { path, size }) => {
        const place = places.length < mostPlaces ? open(kind, name, true) : open(kind, 'many more places', false);
        place.files += 1;
        place.bytes += size;
        if (place.examples.length < 3)
            place.examples.push(path);
        if (place.alive !== undefined && place.alive.add(path).size > mostNames)
            place.alive = undefined;
    };
    /** A whiteout of a file or folder, or a file that replaces one. */
    const gone = (path, below) => {
        for (const place of places) {
            if (place.alive === undefined || place.alive.size === 0 || place.layer >= current)
                continue;
            if (!isRelated(path, place.place))
                continue;
            if (!below)
                place.alive.delete(path);
            else
                for (const name of place.alive)
                    if (name === path || name.startsWith(`${path}/`))
                        place.alive.delete(name);
            if (place.alive.size === 0)
                place.deletedIn = current;
        }
    };
    return {
        ledger,
        layer() {
            current += 1;
            const counted = ledger?.layer();
            return entry => {
                counted?.(entry);
                const deleted = whiteoutOf(entry.path);
                if (deleted !== undefined) {
                    if (places.length > 0)
                        gone(deleted, true);
                    return;
                }
                if (places.length > 0 && entry.type !== 'folder' && mayBeLeftover(entry.path))
                    gone(entry.path, false);
                const leftover = leftoverOf(entry);
                if (leftover !== undefined)
                    found(leftover.kind, leftover.place, entry);
            };
        },
        leftovers: () => places.map(({ alive, deletedIn, ...rest }) => ({
            ...rest,
            ...(deletedIn === undefined ? {} : { deletedIn }),
        })),
    };
}
/**
 * What a whiteout deletes: `a/.wh.b` deletes `a/b`, `a/.wh..wh..opq` everything that lower layers have in `a`.
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts
 */
function whiteoutOf(path) {
    const slash = path.lastIndexOf('/');
    if (!path.startsWith('.wh.', slash + 1))
        return undefined;
    const name = path.slice(slash + 5);
    const folder = path.slice(0, Math.max(slash, 0));
    if (name === '.wh..opq')
        return folder;
    return slash < 0 ? name : `${folder}/${name}`;
}
function isRelated(path, place) {
    return path === '' || path === place || place.startsWith(`${path}/`) || path.startsWith(`${place}/`);
}

;// CONCATENATED MODULE: ./lib/gates/layers/findings.js

/** What the layers of one image hold that they should not. Layers are counted from 1 for people. */
function leftoverFindings(leftovers, level, image) {
    if (level === 'off')
        return [];
    return leftovers.map(({ kind, place, layer, files, bytes, deletedIn, examples }) => ({
        rule: kind.rule,
        severity: level === 'warn' ? 'warning' : level,
        message: `layer ${layer + 1} ships ${kind.what}: ${(0,harmless/* oneLine */.TN)(place, 120)}, ${files === 1 ? 'one file' : `${files} files`}, ${sizeOf(bytes)}${deletedIn === undefined ? '' : `. Layer ${deletedIn + 1} deletes it, but who pulls the image still gets it`}${files > 1 ? ` (${examples.map(name => (0,harmless/* oneLine */.TN)(name, 80)).join(', ')})` : ''}`,
        fix: kind.fix,
        image,
    }));
}
/** Thresholds that are passed; dive's own comparison is strict, and so is this. */
function efficiencyFindings(found, rules, image) {
    const { score, wasted, userWasted, worst } = found;
    const paths = worst
        .slice(0, 3)
        .map(({ path, bytes, times }) => `${(0,harmless/* oneLine */.TN)(path, 80)} ${times} times, ${sizeOf(bytes)}`);
    const because = paths.length === 0 ? '' : `: ${paths.join('; ')}`;
    const fix = 'do in one RUN what makes and deletes a file, and copy files with their last owner and mode';
    const finding = (rule, message) => ({
        rule,
        severity: 'error',
        message: `${message}${because}`,
        fix,
        image,
    });
    const { lowestEfficiency, highestWastedBytes, highestUserWastedPercent } = rules;
    return [
        ...(lowestEfficiency !== undefined && score < lowestEfficiency
            ? [finding('layer-efficiency', `the efficiency is ${share(score)}, below ${share(lowestEfficiency)}`)]
            : []),
        ...(highestWastedBytes !== undefined && wasted > highestWastedBytes
            ? [finding('layer-waste', `${sizeOf(wasted)} are wasted, more than ${sizeOf(highestWastedBytes)}`)]
            : []),
        ...(highestUserWastedPercent !== undefined && userWasted > highestUserWastedPercent
            ? [
                finding('layer-waste', `${share(userWasted)} of what was built on the lowest layer is wasted, more than ${share(highestUserWastedPercent)}`),
            ]
            : []),
    ];
}
function share(number) {
    return `${(number * 100).toFixed(1)} %`;
}
function sizeOf(bytes) {
    if (bytes < 1000)
        return `${bytes} bytes`;
    const [unit, size] = bytes < 1e6 ? ['kB', 1e3] : bytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9];
    return `${(bytes / size).toFixed(1)} ${unit}`;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/system/inflate.js



/** 32 KiB a piece: larger ones are a little quicker and leave some 50 MB more behind before they are collected. */
const chunkSize = 32 * 1024;
/**
 * The bytes behind a compression, as they come. Memory is a few pieces, however much there is: whoever reads counts and
 * stops. Throws `damaged` for what is not so compressed or is cut off, `unsupported` for zstd before Node 22.15.
 */
async function* inflate(source, compression) {
    if (compression === 'by its bytes') {
        const [head, whole] = await peek(source);
        yield* inflate(whole, magicOf(head));
        return;
    }
    if (compression === 'none') {
        yield* source;
        return;
    }
    const decoder = compression === 'gzip' ? external_node_zlib_.createGunzip({ chunkSize }) : zstd();
    let fault;
    const input = external_node_stream_.Readable.from(source, { objectMode: false, highWaterMark: chunkSize });
    input.on('error', error => {
        fault = error;
        decoder.destroy(error);
    });
    input.pipe(decoder);
    try {
        for await (const chunk of decoder)
            yield chunk;
    }
    catch (cause) {
        if (fault !== undefined)
            throw fault;
        throw new outcome_error/* HygieneError */.c('damaged', `the bytes are no whole ${compression} stream`, { cause });
    }
    finally {
        input.destroy();
        decoder.destroy();
    }
}
function zstd() {
    const make = external_node_zlib_.createZstdDecompress;
    if (make !== undefined)
        return make({ chunkSize });
    throw new outcome_error/* HygieneError */.c('unsupported', 'this Node cannot read zstd', {
        fix: 'run on Node 22.15 or later, or build with gzip layers',
    });
}
/** The first four bytes at least, where there are so many, and all of it from the start. */
async function peek(source) {
    const pieces = source[Symbol.asyncIterator]();
    let head = new Uint8Array(0);
    while (head.length < 4) {
        const next = await pieces.next();
        if (next.done === true)
            break;
        head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
    }
    const whole = (async function* () {
        try {
            if (head.length > 0)
                yield head;
            for (let next = await pieces.next(); next.done !== true; next = await pieces.next())
                yield next.value;
        }
        finally {
            await pieces.return?.();
        }
    })();
    return [head, whole];
}
/** @see https://www.rfc-editor.org/rfc/rfc1952#section-2.3.1 and https://www.rfc-editor.org/rfc/rfc8878#section-3.1.1 */
function magicOf(head) {
    const [a, b, c, d] = head;
    if (a === 0x1f && b === 0x8b)
        return 'gzip';
    return a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd ? 'zstd' : 'none';
}

;// CONCATENATED MODULE: ./lib/steps/scan-layers.js



/** Unpacked, of one layer; a layer of a few bytes can unpack to anything. */
const limits = { entries: 5_000_000, bytes: 16 * 1024 ** 3 };
/** The thresholds that the policy names, if it names any. */
async function diveRules({ layers }, { files }) {
    const path = layers['dive-ci'];
    return path === null ? undefined : parseDiveRules(await files.readText(path, 64 * 1024), path);
}
/** Whether the policy asks anything of layers. */
function judgesLayers({ layers }) {
    return layers.leftovers !== 'off' || layers['dive-ci'] !== null;
}
/**
 * What the layers of an image hold beside what runs, read as they come, the lowest first: nothing is kept, nothing is
 * unpacked. A layer that cannot be read is a warning, and an error of ours where the policy fails on what is in it.
 */
async function judgeLayers(image, sources, { layers }, rules) {
    const strict = layers.leftovers === 'error' || rules !== undefined;
    const reader = readLayers({ efficiency: rules !== undefined });
    const unread = [];
    for (const source of sources) {
        const visit = reader.layer();
        try {
            const { bytes, compression } = await source.open();
            await readTar(inflate(bytes, compression), limits, visit);
        }
        catch (error) {
            const fault = faultOf(error, image, source);
            if (strict)
                throw fault;
            unread.push(...fault.findings.map(finding => ({
                ...finding,
                rule: 'layer-not-read',
                severity: 'warning',
            })));
        }
    }
    return [
        ...leftoverFindings(reader.leftovers(), layers.leftovers, image),
        ...unread,
        ...(rules === undefined || reader.ledger === undefined
            ? []
            : efficiencyFindings(reader.ledger.result(), rules, image)),
    ];
}
/** The layers of an image in a registry, streamed and held against their digests. */
async function registryLayers(target, registries) {
    const manifest = target.manifest ?? (await scan_layers_manifestOf(target, registries));
    return manifest.layers.map(layer => ({
        name: layer.digest,
        open: async () => ({
            bytes: await scan_layers_open(target, layer, registries),
            compression: compressionOf(layer),
        }),
    }));
}
/** Said where the policy asks for layers and this way of looking has none. */
function layersNotJudged(what, policy) {
    if (!judgesLayers(policy))
        return [];
    return [
        {
            rule: 'layers-not-judged',
            severity: 'info',
            message: `the layers of ${what} were not read: leftovers and wasted bytes were not judged`,
            fix: 'name the image itself, or give it with --archive, where it is built',
        },
    ];
}
function faultOf(error, image, { name }) {
    if (!(error instanceof outcome_error/* HygieneError */.c))
        throw error;
    const code = error.exitCode === 3 ? error.code : 'undecidable';
    return new outcome_error/* HygieneError */.c(code, `${image}, layer ${name.slice(0, 19)}: ${error.message}`, {
        fix: error.findings[0]?.fix ?? 'push the image again, or set layers.leftovers to off for it',
        image,
        cause: error,
    });
}
async function scan_layers_manifestOf({ image, name }, registries) {
    const answer = await registries.of(image.repository).manifest(image.repository, image.digest);
    if (!('unknown' in answer) && answer.found)
        return answer.manifest;
    const why = 'unknown' in answer ? answer.unknown : 'it is gone';
    throw new outcome_error/* HygieneError */.c('undecidable', `${name} cannot be read: ${why}`, { image: name });
}
async function scan_layers_open({ image, name }, { digest, size }, registries) {
    const answer = await registries.of(image.repository).blobStream(image.repository, digest, size + 1);
    if (answer !== 'absent' && !('unknown' in answer))
        return answer;
    const why = answer === 'absent' ? 'is not in the registry' : `cannot be read: ${answer.unknown}`;
    throw new outcome_error/* HygieneError */.c('undecidable', `it ${why}`, { fix: 'push the image again', image: name });
}
/** By the media type; the tar of an image may also be told uncompressed. */
function compressionOf({ mediaType }) {
    if (/[+.]gzip$/.test(mediaType))
        return 'gzip';
    return /[+.]zstd$/.test(mediaType) ? 'zstd' : 'none';
}

// EXTERNAL MODULE: ./lib/policy/duration.js
var duration = __webpack_require__(4464);
// EXTERNAL MODULE: ./lib/gates/scan/report-item.js
var report_item = __webpack_require__(854);
;// CONCATENATED MODULE: ./lib/gates/scan/database.js




function parseDatabase(text, file) {
    let body;
    try {
        body = JSON.parse(text);
    }
    catch (cause) {
        throw database_unreadable(file, cause);
    }
    const updatedAt = dateOf(body?.UpdatedAt);
    const version = body?.Version;
    if (typeof version !== 'number' || updatedAt === undefined)
        throw database_unreadable(file);
    const nextUpdate = dateOf(body?.NextUpdate);
    return { version, updatedAt, ...(nextUpdate === undefined ? {} : { nextUpdate }) };
}
/** A day: what clocks and the making of a database may be apart. */
const ahead = 86_400;
/** Throws `undecidable` for a database that is too old to judge by, or of a date that cannot be. */
function checkAge({ updatedAt }, maxAge, now) {
    const fix = 'run without --offline, or bring a newer database; scan.max-db-age says how old it may be';
    if (updatedAt > now + ahead) {
        throw new outcome_error/* HygieneError */.c('undecidable', `the vulnerability database is of ${(0,instant/* formatInstant */.r)(updatedAt)}, which is in the future`, { fix: "check this machine's clock, and the database" });
    }
    if (now - updatedAt <= maxAge)
        return;
    throw new outcome_error/* HygieneError */.c('undecidable', `the vulnerability database is of ${(0,instant/* formatInstant */.r)(updatedAt)}, more than ${(0,duration/* formatDuration */.a3)(maxAge)} ago: what was found since is not in it`, { fix });
}
/** Whether Trivy would leave it as it is: a newer one is not due yet. */
function isCurrent({ nextUpdate }, now) {
    return nextUpdate !== undefined && now < nextUpdate;
}
function dateOf(value) {
    return typeof value === 'string' ? (0,report_item/* instantOf */.B9)(value) : undefined;
}
function database_unreadable(file, cause) {
    return new outcome_error/* HygieneError */.c('damaged', `${file} does not say how old the vulnerability database is`, {
        fix: 'remove it with the database beside it, and let Trivy download both again',
        cause,
    });
}

// EXTERNAL MODULE: ./lib/registry/credentials.js + 1 modules
var registry_credentials = __webpack_require__(6945);
// EXTERNAL MODULE: ./lib/registry/login-file.js
var login_file = __webpack_require__(2233);
// EXTERNAL MODULE: ./lib/system/tools/platform.js
var platform = __webpack_require__(1822);
// EXTERNAL MODULE: ./lib/system/tools/provide.js + 3 modules
var provide = __webpack_require__(655);
;// CONCATENATED MODULE: ./lib/steps/scan-runs.js









/** Trivy as the call wants it, its version checked. */
async function provideScanner(call, world) {
    const wish = {
        path: call.trivyPath,
        version: call.trivyVersion,
        sha256: call.trivySha256,
        mirror: call.trivyMirror,
    };
    const { path, version } = await (0,provide/* provideTool */.o)(trivy, wish, world, (0,platform/* thisPlatform */.g)());
    const sources = [...call.dbRepositories, ...call.javaDbRepositories, ...databaseHosts];
    const databases = call.offline ? [] : sources.map(hostOf);
    return {
        scanner: {
            path,
            async login(folder, source) {
                const images = source.kind === 'image' ? [hostOf(source.reference)] : [];
                const { registryUsername: username, registryPassword: password } = call;
                const credentials = (0,registry_credentials/* createCredentials */.z)(world, { hosts: images, username, password });
                await (0,login_file/* writeLogin */.F)(folder, [...images, ...databases], credentials, world.files);
            },
        },
        version,
    };
}
/** Where Trivy looks for its databases by itself; a token makes a registry more patient. */
const databaseHosts = ['mirror.gcr.io', 'ghcr.io'];
function hostOf(reference) {
    const parsed = (0,image_reference/* parseReference */.F2)(reference);
    return 'fault' in parsed ? reference.replace(/\/.*$/s, '') : (0,image_reference/* registryOf */.Fv)(parsed.repository);
}
async function openScanner(call, policy, world) {
    const { scanner, version } = await provideScanner(call, world);
    const settings = settingsOf(call, policy, world);
    const maxAge = policy.scan['max-db-age'];
    const database = () => readDatabase(settings.cacheDir, world);
    if (call.offline)
        checkAge(await present(database, settings.cacheDir), maxAge, world.now());
    const folder = await world.files.temporaryFolder();
    let runs = 0;
    return {
        version,
        scanner,
        database,
        async scan(source, digest) {
            const known = await cachedPath(digest, call, settings, version, await database(), world);
            if (known !== undefined && (await world.files.kind(known)) === 'file') {
                return {
                    bytes: await world.files.read(known, scan_runs_largestReport),
                    path: (0,external_node_path_.resolve)(world.cwd, known),
                    cached: true,
                };
            }
            const path = (0,external_node_path_.join)(folder, `report-${runs++}.json`);
            const bytes = await runTrivy(scanner, source, settings, path, world);
            const used = await present(database, settings.cacheDir);
            checkAge(used, maxAge, world.now());
            const keep = await cachedPath(digest, call, settings, version, used, world);
            if (keep !== undefined)
                await world.files.write(keep, bytes);
            return { bytes, path, cached: false };
        },
    };
}
const scan_runs_largestReport = 1024 * 1024 * 1024;
function settingsOf(call, { scan }, world) {
    const absolute = (path) => ((0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.resolve)(world.cwd, path));
    const timeout = (0,duration/* parseDuration */.E9)(call.scanTimeout);
    if (typeof timeout !== 'number' || timeout === 0) {
        throw new outcome_error/* HygieneError */.c('bad-usage', `scan-timeout: '${call.scanTimeout}' is no duration`, { fix: '10m' });
    }
    return {
        scanners: [
            'vuln',
            ...(scan.secrets === 'off' ? [] : ['secret']),
            ...(scan.misconfig === 'off' ? [] : ['misconfig']),
            ...(scan.licences.length === 0 ? [] : ['license']),
        ],
        cacheDir: absolute(cacheFolder(call.trivyCacheDir, world)),
        offline: call.offline,
        databases: call.dbRepositories,
        javaDatabases: call.javaDbRepositories,
        vex: call.vex.map(absolute),
        caFile: call.caFile === undefined ? undefined : absolute(call.caFile),
        timeout,
    };
}
/** Where Trivy keeps it when nobody says: XDG's cache folder. */
function cacheFolder(given, { env }) {
    return given ?? (0,external_node_path_.join)(env['XDG_CACHE_HOME'] ?? (0,external_node_path_.join)(env['HOME'] ?? '.', '.cache'), 'trivy');
}
async function readDatabase(cacheDir, { files }) {
    const path = (0,external_node_path_.join)(cacheDir, 'db', 'metadata.json');
    if ((await files.kind(path)) !== 'file')
        return undefined;
    return parseDatabase(await files.readText(path, 64 * 1024), path);
}
async function present(read, cacheDir) {
    const database = await read();
    if (database !== undefined)
        return database;
    throw new outcome_error/* HygieneError */.c('undecidable', `there is no vulnerability database in ${cacheDir}`, {
        fix: 'run once without --offline, or name the folder that has one with --trivy-cache-dir',
    });
}
/**
 * A report is the same for the same image, database, scanner and question. With VEX files it hangs on more than that,
 * and an old database would never be renewed if its reports were taken: neither is cached.
 */
async function cachedPath(digest, { cacheDir, offline }, { scanners, vex }, version, database, { now }) {
    if (cacheDir === undefined || digest === undefined || database === undefined || vex.length > 0)
        return undefined;
    if (!offline && !isCurrent(database, now()))
        return undefined;
    const key = JSON.stringify([digest, version, database.version, database.updatedAt, scanners]);
    return (0,external_node_path_.join)(cacheDir, 'scans', `${(0,external_node_crypto_.createHash)('sha256').update(key).digest('hex')}.json`);
}

;// CONCATENATED MODULE: ./lib/steps/scan-subject.js
function subjectOf(name, image, use) {
    return { name, use, ...(image === undefined ? {} : { image }) };
}

;// CONCATENATED MODULE: ./lib/steps/scan-report.js








/** Judges a report that somebody else's run of Trivy made. */
async function lookAtReport(path, { call, policy, circumstances, world }) {
    const bytes = await world.files.read(path, scan_runs_largestReport);
    const report = (0,report_parse/* parseTrivyReport */.Q)(bytes, { name: path });
    const image = imageOfReport(report, call.references[0], path);
    checkReportAge(report, policy, circumstances.now, path);
    if (report.packageLists === 0) {
        throw new outcome_error/* HygieneError */.c('undecidable', `${path} lists no packages: whether anything is vulnerable was not asked`, {
            fix: 'make it with --scanners vuln, or let this step scan',
        });
    }
    const scanner = call.cyclonedxFile === undefined && call.spdxFile === undefined
        ? undefined
        : await provideScanner(call, world);
    const subject = subjectOf(image === undefined ? report.artifact.name || path : (0,image_reference/* formatReference */.FH)(image), image, 'running');
    return {
        scanned: [{ judgement: judge(report, subject, circumstances), bytes, path: (0,external_node_path_.resolve)(world.cwd, path) }],
        findings: [
            ...(report.createdAt === undefined ? [ageUnknown(path)] : []),
            ...(report.artifact.kind === 'container_image' ? layersNotJudged('a report', policy) : []),
        ],
        undecided: false,
        scanner: scanner?.scanner,
        scannerVersion: report.scanner ?? 'unknown',
    };
}
/** The image that a report is about by its own word; what the call says must agree with it. */
function imageOfReport(report, given, path) {
    const { digests, tags } = report.image;
    const known = [...digests, ...tags].flatMap(text => {
        const reference = (0,image_reference/* parseReference */.F2)(text);
        return 'fault' in reference ? [] : [reference];
    });
    if (given === undefined)
        return known[0];
    const wanted = (0,image_reference/* parseReference */.F2)(given);
    if ('fault' in wanted)
        throw new outcome_error/* HygieneError */.c('bad-usage', `'${given}': ${wanted.fault}`);
    const agrees = known.some(({ repository, tag, digest }) => wanted.digest === undefined
        ? repository === wanted.repository && tag === wanted.tag
        : digest === wanted.digest);
    if (agrees)
        return { ...wanted, ...(known[0]?.digest === undefined ? {} : { digest: known[0].digest }) };
    throw new outcome_error/* HygieneError */.c('undecidable', `${path} is about ${known.map(image_reference/* formatReference */.FH).join(', ') || report.artifact.name}, not about ${given}`, {
        fix: 'give the report of this image',
        image: given,
    });
}
/** A report is never younger than the database it was made with. */
function checkReportAge({ createdAt }, { scan }, now, path) {
    const maxAge = scan['max-db-age'];
    if (createdAt === undefined || now - createdAt <= maxAge)
        return;
    throw new outcome_error/* HygieneError */.c('undecidable', `${path} is of ${(0,instant/* formatInstant */.r)(createdAt)}, more than ${(0,duration/* formatDuration */.a3)(maxAge)} ago: what was found since is not in it`, { fix: 'make it again; scan.max-db-age says how old it may be' });
}
function ageUnknown(path) {
    return {
        rule: 'report-age-unknown',
        severity: 'warning',
        message: `${path} does not say when it was made, so nobody knows what it could not know yet`,
        fix: 'make it with a newer Trivy, or let this step scan',
    };
}

// EXTERNAL MODULE: ./lib/cleanup/in-use/usage.js
var in_use_usage = __webpack_require__(5323);
// EXTERNAL MODULE: ./lib/image/digest.js
var image_digest = __webpack_require__(7241);
;// CONCATENATED MODULE: ./lib/steps/scan-targets.js




/**
 * Each reference's images by digest, each image once. A tag is resolved once, here; what it names a minute later is
 * another question.
 * @param digest completes references that have none: the output of the step that pushed
 */
async function resolveReferences(references, digest, platforms, registries) {
    if (digest !== undefined && !(0,image_digest/* isDigest */.B)(digest)) {
        throw new outcome_error/* HygieneError */.c('bad-usage', `digest: '${digest}' is no digest: sha256: and 64 hex digits`);
    }
    const found = new Map();
    for (const text of references) {
        const reference = (0,image_reference/* parseReference */.F2)(text);
        if ('fault' in reference)
            throw new outcome_error/* HygieneError */.c('bad-usage', `'${text}': ${reference.fault}`);
        if (digest !== undefined && reference.digest !== undefined && reference.digest !== digest) {
            throw new outcome_error/* HygieneError */.c('bad-usage', `${text} is asked for by the digest ${digest} as well`);
        }
        const wanted = digest === undefined ? reference : { ...reference, digest };
        for (const target of await resolve(wanted, platforms, registries)) {
            const key = `${target.image.repository}@${target.image.digest}`;
            if (!found.has(key))
                found.set(key, target);
        }
    }
    return [...found.values()];
}
/** Every image that runs and that the policy manages; one that cannot be read is a finding, the others go on. */
async function resolveInUse(usage, policy, platforms, registries) {
    const findings = [];
    const images = new Map();
    const uses = usage.uses.filter(({ repository }) => repository !== undefined);
    const managed = uses.filter(({ repository }) => policy.images.length === 0 || (repository !== undefined && (0,scope/* manages */.fu)(policy, repository)));
    if (managed.length < uses.length)
        findings.push(leftOut(uses.length - managed.length));
    let undecided = false;
    const asked = new Set();
    for (const use of managed) {
        const reference = referenceOf(use);
        const key = reference.digest === undefined
            ? (0,image_reference/* formatReference */.FH)(reference)
            : `${reference.repository}@${reference.digest}`;
        if (asked.has(key))
            continue;
        asked.add(key);
        try {
            for (const target of await resolve(reference, platforms, registries)) {
                const digest = `${target.image.repository}@${target.image.digest}`;
                if (!images.has(digest))
                    images.set(digest, { ...target, where: use.where });
            }
        }
        catch (error) {
            if (!(error instanceof outcome_error/* HygieneError */.c) || error.exitCode !== 3)
                throw error;
            undecided = true;
            findings.push(...error.findings);
        }
    }
    return { images: [...images.values()], findings, undecided };
}
/** Whether an inventory that can be trusted names the image, as index, child, config or tag. */
function runs(target, configDigest, usage) {
    if (usage.standing === 'missing' || usage.gaps.length > 0)
        return 'unknown';
    const known = (0,in_use_usage/* indexUsage */.c)(usage.uses);
    const { image, index } = target;
    const digests = [
        image.digest,
        ...(index === undefined ? [] : [index.digest]),
        ...(configDigest === undefined ? [] : [configDigest]),
    ];
    for (const digest of digests) {
        const use = known.byDigest(digest);
        if (use !== undefined)
            return use;
    }
    return image.tag === undefined ? undefined : known.byTag(image.repository, image.tag);
}
async function resolve(reference, platforms, registries) {
    const { repository, tag } = reference;
    const wanted = reference.digest ?? tag;
    const name = (0,image_reference/* formatReference */.FH)(reference);
    if (wanted === undefined) {
        throw new outcome_error/* HygieneError */.c('bad-usage', `${name} names neither a tag nor a digest`, {
            fix: `${name}:TAG or ${name}@sha256:…`,
            image: name,
        });
    }
    const answer = await registries.of(repository).manifest(repository, wanted);
    if ('unknown' in answer) {
        throw new outcome_error/* HygieneError */.c('unreachable', `${name} cannot be read: ${answer.unknown}`, { image: name });
    }
    if (!answer.found) {
        throw new outcome_error/* HygieneError */.c('undecidable', `${name} is not in the registry, so it cannot be judged`, {
            fix: 'check the reference, and that it was pushed before this step',
            image: name,
        });
    }
    const { manifest } = answer;
    const tagged = tag === undefined ? {} : { tag };
    if (manifest.kind !== 'index')
        return [{ name, image: { repository, ...tagged, digest: manifest.digest }, manifest }];
    const children = manifest.children.filter(clock/* isPlatform */.aH);
    const chosen = children.filter(child => platforms.length === 0 || platforms.includes(platformOf(child)));
    if (chosen.length === 0) {
        throw new outcome_error/* HygieneError */.c('undecidable', `${name} has no image for ${platforms.join(', ') || 'any platform'}`, {
            fix: `it has: ${children.map(platformOf).join(', ') || 'none'}`,
            image: name,
        });
    }
    return chosen.map(child => ({
        name: `${name} (${platformOf(child)})`,
        image: { repository, ...tagged, digest: child.digest },
        platform: platformOf(child),
        index: manifest,
    }));
}
function platformOf({ platform }) {
    if (platform === undefined)
        return 'unknown';
    const { os, architecture, variant } = platform;
    return [os, architecture, ...(variant === undefined ? [] : [variant])].join('/');
}
function referenceOf({ repository, tag, digest }) {
    return {
        repository: repository,
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest }),
    };
}
function leftOut(number) {
    return {
        rule: 'not-managed',
        severity: 'info',
        message: `${number} uses are of images that the policy does not manage: they were not scanned`,
        fix: "add their repositories to 'images' of the policy",
    };
}

;// CONCATENATED MODULE: ./lib/steps/scan-look.js












/** A report that is there, a folder, an archive, or images: exactly one of them. */
async function look(look) {
    const { fs, archive, report, references, inUse } = look.call;
    const given = [fs, archive, report].filter(value => value !== undefined).length;
    const images = references.length > 0 || inUse.length > 0;
    if (given > 1 || (fs !== undefined && images) || (references.length > 1 && given === 1)) {
        throw new outcome_error/* HygieneError */.c('bad-usage', 'scan: one thing at a time', {
            fix: 'name images, or one of --fs, --archive and --report; an archive or a report may be given the one reference it is of',
        });
    }
    if (report !== undefined)
        return lookAtReport(report, look);
    if (fs !== undefined)
        return lookAtPath({ kind: 'folder', path: fs }, look);
    if (archive !== undefined)
        return lookAtPath({ kind: 'archive', path: archive }, look);
    if (images)
        return lookAtImages(look);
    throw new outcome_error/* HygieneError */.c('bad-usage', 'scan: nothing to look at', {
        fix: 'image-hygiene scan ghcr.io/acme/app:v1.2.3, or --fs ., or --in-use inventory.json, or --report trivy.json',
    });
}
async function lookAtPath(given, { call, policy, circumstances, world }) {
    if ((await world.files.kind(given.path)) === 'absent') {
        throw new outcome_error/* HygieneError */.c('no-file', `${given.path}: no such file or folder`, { fix: 'check the path' });
    }
    const room = await openScanner(call, policy, world);
    const path = given.kind === 'archive' ? await unpacked(given.path, world.files) : given.path;
    const source = { kind: given.kind, path: (0,external_node_path_.resolve)(world.cwd, path) };
    const [scanned, left] = await Promise.all([
        room.scan(source, undefined),
        given.kind === 'archive' ? lookAtLayers(given.path, policy, world) : [],
    ]);
    const report = (0,report_parse/* parseTrivyReport */.Q)(scanned.bytes);
    const [text] = call.references;
    const reference = text === undefined ? undefined : (0,image_reference/* parseReference */.F2)(text);
    if (reference !== undefined && 'fault' in reference)
        throw new outcome_error/* HygieneError */.c('bad-usage', `'${text}': ${reference.fault}`);
    const subject = subjectOf(text ?? given.path, reference, 'running');
    return {
        scanned: [{ judgement: judge(report, subject, circumstances), bytes: scanned.bytes, path: scanned.path }],
        findings: [...left, ...(report.packageLists === 0 ? [noPackages(given.path)] : [])],
        undecided: false,
        scanner: room.scanner,
        scannerVersion: room.version,
        ...(await databaseOf(room)),
    };
}
async function lookAtLayers(path, policy, world) {
    if (!judgesLayers(policy))
        return [];
    const rules = await diveRules(policy, world);
    const findings = [];
    for (const { name, layers } of await imagesOfArchive(path, world.files))
        findings.push(...(await judgeLayers(name, layers, policy, rules)));
    return findings;
}
async function lookAtImages(given) {
    const { call, policy, usage, registries, world } = given;
    // Trivy takes a while to say its version: the registry answers meanwhile.
    const [named, room] = await Promise.all([
        resolveReferences(call.references, call.digest, call.platforms, registries),
        openScanner(call, policy, world),
    ]);
    const running = call.references.length > 0
        ? { images: [], findings: [], undecided: false }
        : await resolveInUse(usage, policy, call.platforms, registries);
    const targets = [...named, ...running.images];
    const going = await plannedDigests(call.planFile, world);
    const rules = await diveRules(policy, world);
    const scanned = [];
    const findings = [...running.findings];
    let undecided = running.undecided;
    for (const [index, target] of targets.entries()) {
        world.log.progress(`scanning ${index + 1} of ${targets.length}: ${target.name}`);
        try {
            // What merely runs was built long ago: its layers are judged when it is built, not at each look.
            const layers = index < named.length && judgesLayers(policy);
            const [one, left] = await Promise.all([
                lookAtImage(target, room, going, given),
                layers
                    ? registryLayers(target, registries).then(all => judgeLayers(target.name, all, policy, rules))
                    : [],
            ]);
            scanned.push(one);
            findings.push(...left);
            if (one.judgement.report.packageLists === 0)
                findings.push(noPackages(target.name));
        }
        catch (error) {
            if (targets.length === 1 || !(error instanceof outcome_error/* HygieneError */.c) || error.exitCode !== 3)
                throw error;
            undecided = true;
            findings.push(...error.findings.map(finding => ({ ...finding, image: target.name })));
        }
    }
    if (running.images.length > 0)
        findings.push(...layersNotJudged('what runs', policy));
    const { scanner, version: scannerVersion } = room;
    return { scanned, findings, undecided, scanner, scannerVersion, ...(await databaseOf(room)) };
}
async function databaseOf(room) {
    const database = await room.database();
    return database === undefined ? {} : { databaseUpdatedAt: (0,instant/* formatInstant */.r)(database.updatedAt) };
}
async function lookAtImage(target, room, going, { call, policy, usage, circumstances, registries, world }) {
    const { image } = target;
    const reference = `${image.repository}@${image.digest}`;
    const plainHttp = policy.cleanup['plain-http'].includes((0,image_reference/* registryOf */.Fv)(image.repository));
    const { bytes, path } = await room.scan({ kind: 'image', reference, plainHttp }, image.digest);
    const report = (0,report_parse/* parseTrivyReport */.Q)(bytes);
    const search = { registries, bases: call.bases, offline: call.offline, log: world.log };
    const base = await (0,scan_base/* findBase */.l)(target, report, search);
    const use = runs(target, report.image.id, usage);
    const idle = going.has(image.digest) || (target.index !== undefined && going.has(target.index.digest))
        ? 'deletable'
        : 'kept';
    const where = target.where ?? (typeof use === 'object' ? use.where : undefined);
    const subject = {
        ...subjectOf(target.name, image, use === undefined ? idle : 'running'),
        ...(where === undefined ? {} : { where }),
        ...(target.platform === undefined ? {} : { platform: target.platform }),
        ...(base === undefined ? {} : { base }),
    };
    return { judgement: judge(report, subject, circumstances), bytes, path };
}
/** What an open cleanup plan lists to go. */
async function plannedDigests(path, { files }) {
    if (path === undefined)
        return new Set();
    const { lines } = (0,plan_file_parse/* readPlan */.m)(await files.readText(path, 64 * 1024 * 1024), path);
    return new Set(lines.filter(({ action }) => action === 'delete').flatMap(line => [line.head, ...line.with]));
}
function noPackages(name) {
    return {
        rule: 'no-packages',
        severity: 'warning',
        message: `Trivy knows no package in ${name}: software that it does not recognise was not judged`,
        fix: 'check that this is what was meant; a program linked by hand needs an SBOM of its own',
    };
}

;// CONCATENATED MODULE: ./lib/steps/scan.js











const { references, digest, inUse, fs, archive, report, platforms, bases, planFile, vex, epssFile } = inputs;
const { trivyPath, trivyVersion, trivySha256, trivyMirror, trivyCacheDir, offline } = inputs;
const { dbRepositories, javaDbRepositories, scanTimeout } = inputs;
const { config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword } = inputs;
const { caFile, cacheDir, summary, annotations } = inputs;
const { sarifFile, codequalityFile, junitFile, jsonFile, markdownFile, containerScanningFile } = inputs;
const { trivyReportFile, cyclonedxFile, spdxFile, trivyignoreFile, openvexFile } = inputs;
const scan = (0,steps_define/* defineStep */.ol)({
    name: 'scan',
    inputs: {
        ...{ references, digest, inUse, fs, archive, report, platforms, bases, planFile, vex, epssFile },
        ...{ trivyPath, trivyVersion, trivySha256, trivyMirror, trivyCacheDir, offline },
        ...{ dbRepositories, javaDbRepositories, scanTimeout },
        ...{ config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword },
        ...{ caFile, cacheDir, summary, annotations },
        ...{ sarifFile, codequalityFile, junitFile, jsonFile, markdownFile, containerScanningFile },
        ...{ trivyReportFile, cyclonedxFile, spdxFile, trivyignoreFile, openvexFile },
    },
    positional: 'references',
    outputs: {
        headline: 'What is to fix now, in one line.',
        'to-fix': 'How many findings fail the gate.',
        'database-updated-at': 'When the vulnerability database was made, where it is known.',
        ...reports/* reportOutputs */.r,
        'markdown-file': 'Path of the summary, if it was asked for.',
        'container-scanning-file': 'Path of the GitLab report, if it was asked for.',
        'trivy-report-file': "Paths of Trivy's own reports, one a line, if they were asked for.",
        'cyclonedx-file': 'Paths of the SBOMs (CycloneDX), one a line, if they were asked for.',
        'spdx-file': 'Paths of the SBOMs (SPDX), one a line, if they were asked for.',
        'trivyignore-file': 'Path of the exceptions for Trivy, if they were asked for.',
        'openvex-file': 'Path of the exceptions as OpenVEX, if they were asked for.',
    },
    permissions: {
        github: { contents: 'read', packages: 'read' },
        registry: 'pull',
        gitlab: 'Nothing for images of the same project.',
    },
    async run(inputs, world) {
        const startedAt = world.now();
        const loaded = await (0,steps_policy/* loadPolicy */.t)(inputs, world);
        if (inputs.printPolicy)
            return (0,steps_policy/* printedPolicy */.b)(loaded);
        const { policy } = loaded;
        const circumstances = await scan_circumstancesOf(policy, inputs.epssFile, startedAt, world);
        const usage = await (0,read_usage/* readUsage */.k)(inputs.inUse, policy, world.files, startedAt);
        const reachable = { ...policy, images: [...policy.images, ...inputs.references] };
        const registries = await (0,steps_registries/* registriesOf */.Ho)(inputs, reachable, world);
        const seen = await look({ call: inputs, policy, usage, circumstances, registries, world });
        const judgements = seen.scanned.map(({ judgement }) => judgement);
        const findings = [
            ...judgements.flatMap(judgement => findingsOf(judgement, policy.scan, policy.base.eol, circumstances.standings)),
            ...exceptionFindings(circumstances.standings, judgements, policy.scan, loaded.where),
            ...(inputs.inUse.length === 0 ? [] : usage.findings),
            ...seen.findings,
        ];
        const run = {
            startedAt,
            story: story(judgements),
            scanner: seen.scanner,
            scannerVersion: seen.scannerVersion,
            policy: loaded.digest,
        };
        const outputs = await writeScanFiles(seen.scanned, inputs, run, world);
        const result = told(seen, judgements, findings, run.story, outputs);
        const rules = inputs.sarifFile === undefined ? [] : ruleDescriptions(judgements);
        return (0,reports/* writeReports */.L)('scan', result, inputs, world, rules);
    },
});
async function scan_circumstancesOf({ scan: rules }, epss, now, { files }) {
    const kev = rules['kev-file'];
    const [exploited, likelihoods] = await Promise.all([
        kev === null
            ? new Set()
            : files.readText(kev, 64 * 1024 * 1024).then(text => parseKnownExploited(text, kev).ids),
        epss === undefined
            ? new Map()
            : files.readText(epss, 256 * 1024 * 1024).then(text => parseLikelihoods(text, epss)),
    ]);
    return { rules, standings: standingsOf(rules, now), now, exploited, likelihoods };
}
/** `error` beats `fail`: a verdict on some of the images is none on all of them. */
function told({ undecided, scanned, databaseUpdatedAt }, judgements, findings, summary, outputs) {
    const line = (0,harmless/* oneLine */.TN)(headline(judgements), 1000);
    const all = judgements.flatMap(({ judged }) => judged);
    const counts = countTiers(all);
    const failing = all.filter(({ fails }) => fails).length;
    const shown = findings.filter(({ severity }) => severity !== 'info').slice(0, 200);
    return {
        verdict: undecided ? 'error' : (0,outcome/* verdictOf */.Vj)(findings),
        findings,
        outputs: {
            ...outputs,
            headline: line,
            'to-fix': String(failing),
            ...(databaseUpdatedAt === undefined ? {} : { 'database-updated-at': databaseUpdatedAt }),
        },
        stats: {
            images: scanned.length,
            'to-fix': failing,
            ...Object.fromEntries(tiers.map(tier => [tier.toLowerCase(), counts[tier]])),
        },
        text: [(0,terminal/* terminalFindings */.f)(shown), line].filter(part => part !== '').join('\n'),
        summary,
    };
}
const scores = { unknown: 0, low: 2.5, medium: 5.5, high: 8, critical: 9.5 };
function ruleDescriptions(judgements) {
    const rules = new Map();
    for (const { vulnerability } of judgements.flatMap(({ judged }) => judged)) {
        const id = ruleId(vulnerability.id, 'vulnerability');
        const score = scores[vulnerability.grade];
        if ((rules.get(id)?.securitySeverity ?? -1) >= score)
            continue;
        rules.set(id, {
            id,
            summary: (0,harmless/* oneLine */.TN)(vulnerability.title ?? vulnerability.id),
            securitySeverity: score,
            ...(vulnerability.url === undefined ? {} : { help: vulnerability.url }),
        });
    }
    return [...rules.values()];
}


/***/ }),

/***/ 1822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ thisPlatform)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);

/** The machine this runs on, in Node's words. */
function thisPlatform() {
    return { os: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.platform)(), arch: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.arch)() };
}


/***/ }),

/***/ 655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ provideTool)
});

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
// EXTERNAL MODULE: ./lib/outcome/error.js
var outcome_error = __webpack_require__(3166);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/system/tools/download.js



const mostRedirects = 5;
/** Bytes; the largest tool today unpacks to 250 MB. */
const largest = 512 * 1024 * 1024;
/**
 * Downloads into a new file, piece by piece. Resolves only if its sha256 is the one expected; otherwise the file is the
 * caller's to remove. Redirects may lead to another host (a release page hands over to its storage), but never from
 * https to http, and no credentials are ever sent.
 */
async function downloadVerified(address, sha256, target, world) {
    let url = parsed(address);
    for (let hop = 0; hop <= mostRedirects; hop++) {
        const { status, headers, body } = await world.http.stream({
            method: 'GET',
            url,
            limit: largest,
            timeout: 600_000,
        });
        if (status >= 300 && status < 400 && headers['location'] !== undefined) {
            for await (const _ of body)
                break;
            url = redirected(url, headers['location']);
            continue;
        }
        if (status !== 200) {
            throw new outcome_error/* HygieneError */.c('unreachable', `${url.href} answers ${status}`, {
                fix: 'check the version, or the mirror',
            });
        }
        const actual = await keep(body, target);
        if (actual === sha256)
            return;
        throw new outcome_error/* HygieneError */.c('damaged', `${url.href} has sha256 ${actual}, not ${sha256}: it was not run`, {
            fix: 'compare with the checksum that the project publishes; if it differs from theirs, report it to them',
        });
    }
    throw new outcome_error/* HygieneError */.c('bad-answer', `${address} redirects more than ${mostRedirects} times`);
}
/** Writes as the bytes arrive. Their sha256. */
async function keep(body, target) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const file = await (0,promises_.open)(target, 'wx', 0o600);
    try {
        for await (const chunk of body) {
            hash.update(chunk);
            await file.writeFile(chunk);
        }
    }
    finally {
        await file.close();
    }
    return hash.digest('hex');
}
function redirected(from, location) {
    if (!URL.canParse(location, from.href))
        throw new outcome_error/* HygieneError */.c('bad-answer', `${from.host} redirects to '${location}', which is no URL`);
    const next = new URL(location, from);
    if (from.protocol === 'https:' && next.protocol !== 'https:') {
        throw new outcome_error/* HygieneError */.c('bad-answer', `${from.host} redirects the download from https to ${next.protocol}//${next.host}`);
    }
    return allowed(next);
}
function parsed(address) {
    if (URL.canParse(address))
        return allowed(new URL(address));
    throw new outcome_error/* HygieneError */.c('bad-usage', `'${address}' is no URL`);
}
function allowed(url) {
    const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
    if (url.protocol === 'https:' || (url.protocol === 'http:' && loopback))
        return url;
    throw new outcome_error/* HygieneError */.c('bad-usage', `${url.href}: tools are downloaded over https only`);
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/modern-tar/dist/fs/index.js + 1 modules
var fs = __webpack_require__(2897);
;// CONCATENATED MODULE: ./lib/system/tools/unpack.js







/** Bytes of one program; the largest today has 250 MB. */
const unpack_largest = 1024 * 1024 * 1024;
/** Takes one file out of a `.tar.gz`, piece by piece. Throws `damaged` where the archive has no such file. */
async function unpackMember(archive, member, target) {
    const folder = `${target}.unpacked`;
    const filter = ({ name, type, size }) => name === member && type === 'file' && size <= unpack_largest;
    try {
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(archive), (0,external_node_zlib_.createGunzip)(), (0,fs/* unpackTar */.Ag)(folder, { filter })).catch(error => {
            throw new outcome_error/* HygieneError */.c('damaged', 'the release archive cannot be unpacked', { cause: error });
        });
        const there = await (0,promises_.stat)((0,external_node_path_.join)(folder, member)).catch(() => undefined);
        if (there === undefined)
            throw new outcome_error/* HygieneError */.c('damaged', `the release archive holds no file ${member}`);
        await (0,promises_.rename)((0,external_node_path_.join)(folder, member), target);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./lib/system/tools/install.js







/**
 * Installs one exact release, verified before anything of it runs, and keeps it in a cache. The name of a cached file
 * holds both checksums, its archive's and its own, and its bytes are hashed again each time.
 */
async function installTool(spec, wish, world, platform) {
    const sha256 = checksumOf(spec, wish);
    const asset = spec.asset(wish.version, platform);
    if (asset === undefined) {
        throw new outcome_error/* HygieneError */.c('unsupported', `${spec.name} has no release for ${platform.os} on ${platform.arch}`, {
            fix: `install ${spec.name} yourself and name it with ${spec.name}-path`,
        });
    }
    const folder = (0,external_node_path_.join)(cacheFolder(world), 'tools', `${spec.name}-${wish.version}-${sha256}`);
    const cached = await intact(folder, spec.name);
    if (cached !== undefined)
        return cached;
    const base = (wish.mirror ?? spec.releases).replace(/\/+$/, '');
    world.log.info(`installing ${spec.name} ${wish.version} from ${base}`);
    return install_keep(folder, spec.name, async (draft) => {
        const address = `${base}/${asset.path}`;
        if (asset.member === undefined)
            return downloadVerified(address, sha256, draft, world);
        const archive = `${draft}.archive`;
        try {
            await downloadVerified(address, sha256, archive, world);
            await unpackMember(archive, asset.member, draft);
        }
        finally {
            await (0,promises_.rm)(archive, { force: true });
        }
    });
}
function checksumOf({ name }, { version, sha256 }) {
    if (sha256 === undefined) {
        throw new outcome_error/* HygieneError */.c('bad-usage', `${name} ${version} cannot be installed without its checksum`, {
            fix: `${name}-sha256: the sha256 of the release file for this platform, from the project's signed checksums`,
        });
    }
    if (/^[0-9a-f]{64}$/.test(sha256))
        return sha256;
    throw new outcome_error/* HygieneError */.c('bad-usage', `${name}-sha256: '${sha256}' is no sha256: 64 lower-case hex digits`);
}
function cacheFolder({ env }) {
    const home = env['HOME'] ?? '.';
    return (0,external_node_path_.join)(env['RUNNER_TOOL_CACHE'] ?? env['XDG_CACHE_HOME'] ?? (0,external_node_path_.join)(home, '.cache'), 'image-hygiene');
}
async function intact(folder, name) {
    const path = (0,external_node_path_.join)(folder, name);
    const [sum, actual] = await Promise.all([
        (0,promises_.readFile)(`${path}.sha256`, 'utf8').catch(() => undefined),
        hashOf(path).catch(() => undefined),
    ]);
    return sum !== undefined && sum === actual ? path : undefined;
}
async function hashOf(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of (0,external_node_fs_.createReadStream)(path, { highWaterMark: 1024 * 1024 }))
        hash.update(chunk);
    return hash.digest('hex');
}
/** Made beside and moved into place, the sum last: an interrupted or second run never meets half a program. */
async function install_keep(folder, name, make) {
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const path = (0,external_node_path_.join)(folder, name);
    const draft = `${path}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    try {
        await make(draft);
        await (0,promises_.chmod)(draft, 0o700);
        await (0,promises_.writeFile)(`${draft}.sum`, await hashOf(draft));
        await (0,promises_.rename)(draft, path);
        await (0,promises_.rename)(`${draft}.sum`, `${path}.sha256`);
        return path;
    }
    finally {
        for (const left of [draft, `${draft}.sum`])
            await (0,promises_.rm)(left, { force: true });
    }
}

;// CONCATENATED MODULE: ./lib/system/tools/provide.js



/**
 * The tool at the given path, or the one on PATH, or (when a version is asked for that neither is) an installed one.
 * Whatever its origin, its own word on its version decides whether it may run.
 */
async function provideTool(spec, wish, world, platform) {
    if (wish.version !== undefined)
        refuseVersion(spec, wish.version);
    if (wish.path !== undefined)
        return { ...(await inspect(spec, wish.path, world)), from: 'given' };
    const found = await world.processes.find(spec.name);
    if (found !== undefined && wish.version === undefined)
        return { ...(await inspect(spec, found, world)), from: 'found' };
    if (found !== undefined && (await versionOf(spec, found, world)) === wish.version) {
        return { path: found, version: wish.version, from: 'found' };
    }
    if (wish.version === undefined) {
        throw new outcome_error/* HygieneError */.c('no-file', `${spec.name} is not installed`, {
            fix: `put ${spec.name} on PATH, or name a release to install: ${spec.name}-version and ${spec.name}-sha256`,
        });
    }
    const path = await installTool(spec, { ...wish, version: wish.version }, world, platform);
    const inspected = await inspect(spec, path, world);
    if (inspected.version !== wish.version) {
        throw new outcome_error/* HygieneError */.c('damaged', `the installed ${spec.name} says it is ${inspected.version}, not ${wish.version}`);
    }
    return { ...inspected, from: 'installed' };
}
async function inspect(spec, path, world) {
    const version = await versionOf(spec, path, world);
    refuseVersion(spec, version);
    return { path, version };
}
async function versionOf(spec, path, world) {
    const { stdout, stderr, code } = await world.processes.run(path, spec.versionArguments, { timeout: 30_000 });
    const version = spec.versionPattern.exec(stdout)?.[1] ?? spec.versionPattern.exec(stderr)?.[1];
    if (code !== 0 || version === undefined) {
        throw new outcome_error/* HygieneError */.c('tool-failed', `${path} does not say which version of ${spec.name} it is (exit code ${code})`, {
            fix: `check it: ${path} ${spec.versionArguments.join(' ')}`,
        });
    }
    return version;
}
function refuseVersion({ name, supported, refused }, version) {
    if ((0,semver.valid)(version) === null) {
        throw new outcome_error/* HygieneError */.c('bad-usage', `${name}-version: '${version}' is no exact version`, {
            fix: `name a release in ${supported}, such as 1.2.3: a moving name like latest can be moved to anything`,
        });
    }
    const why = refused[version];
    if (why !== undefined)
        throw new outcome_error/* HygieneError */.c('bad-usage', `${name} ${version} is refused: ${why}`);
    if (!(0,semver.satisfies)(version, supported, { includePrerelease: true })) {
        throw new outcome_error/* HygieneError */.c('bad-usage', `${name} ${version} is not supported`, {
            fix: `use a version in ${supported}`,
        });
    }
}


/***/ }),

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The released version; a test holds it to package.json. */
const version = '0.1.0';


/***/ })

};
;