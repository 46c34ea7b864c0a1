"use strict";
exports.id = 726;
exports.ids = [726];
exports.modules = {

/***/ 3003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ guessBase),
/* harmony export */   qS: () => (/* binding */ verifiedBase),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
const rank = { annotation: 0, provenance: 1, known: 2, history: 3 };
/**
 * The base whose layers are the lowest layers of the image. A claim that the layers contradict is no claim: labels
 * survive `FROM`, so an image often carries the annotation of its grandparent. Best source first, then the longest.
 */
function verifiedBase(diffIds, candidates) {
    const [best] = candidates
        .filter(candidate => isPrefix(candidate.diffIds, diffIds))
        .toSorted((a, b) => rank[a.by] - rank[b.by] || b.diffIds.length - a.diffIds.length);
    return best === undefined ? undefined : { layers: best.diffIds.length, by: best.by, name: best.name };
}
/**
 * A guess from the build history: base images end with their CMD or ENTRYPOINT, so the layers up to the last such entry
 * before the image's own first layer from the top are taken for the base's. Nothing for images without such an entry.
 */
function guessBase(history, layers) {
    const filled = history.filter(({ emptyLayer }) => !emptyLayer).length;
    if (filled !== layers)
        return undefined;
    let at = history.length - 1;
    while (at >= 0 && history[at]?.emptyLayer === true)
        at--;
    for (; at >= 0; at--) {
        const entry = history[at];
        if (entry?.emptyLayer !== true || !startsProcess.test(entry.createdBy))
            continue;
        const below = history.slice(0, at).filter(({ emptyLayer }) => !emptyLayer).length;
        return below === 0 ? undefined : { layers: below, by: 'history' };
    }
    return undefined;
}
const startsProcess = /^(?:\/bin\/sh -c #\(nop\)\s+)?(?:CMD|ENTRYPOINT)\b/;
function originOf(diffId, diffIds, base) {
    if (base === undefined || diffId === undefined)
        return 'unknown';
    const layer = diffIds.indexOf(diffId);
    if (layer < 0)
        return 'unknown';
    return layer < base.layers ? 'base' : 'app';
}
function isPrefix(base, whole) {
    return base.length > 0 && base.length <= whole.length && base.every((id, index) => id === whole[index]);
}


/***/ }),

/***/ 854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ instantOf),
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   H6: () => (/* binding */ toLicence),
/* harmony export */   OF: () => (/* binding */ toVulnerability),
/* harmony export */   V$: () => (/* binding */ foreign),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   YR: () => (/* binding */ toPackage),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   cY: () => (/* binding */ nested),
/* harmony export */   j2: () => (/* binding */ toMisconfiguration),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   uo: () => (/* binding */ toSecret),
/* harmony export */   ws: () => (/* binding */ toSuppressed)
/* harmony export */ });
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3166);
/* harmony import */ var _severity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5993);


function toVulnerability(item, { target, kind }) {
    const from = objectOf(item, 'a vulnerability');
    const fixed = textOf(from, 'FixedVersion');
    const status = textOf(from, 'Status');
    const published = instantOf(textOf(from, 'PublishedDate'));
    return {
        id: required(from, 'VulnerabilityID'),
        aliases: textsOf(from, 'VendorIDs'),
        package: {
            name: required(from, 'PkgName'),
            version: textOf(from, 'InstalledVersion') ?? '',
            ...optional('purl', textOf(nested(from, 'PkgIdentifier'), 'PURL')),
        },
        fixable: fixed !== undefined || status === 'fixed',
        grade: gradeOf(from),
        kind,
        target,
        ...optional('path', textOf(from, 'PkgPath')),
        ...optional('fixed', fixed),
        ...optional('status', status),
        ...optional('title', textOf(from, 'Title')?.slice(0, 300)),
        ...optional('url', webAddress(textOf(from, 'PrimaryURL'))),
        ...optional('diffId', textOf(nested(from, 'Layer'), 'DiffID')),
        ...optional('published', published),
    };
}
function toPackage(item) {
    const from = objectOf(item, 'a package');
    return {
        name: required(from, 'Name'),
        version: textOf(from, 'Version') ?? '',
        ...optional('purl', textOf(nested(from, 'Identifier'), 'PURL')),
    };
}
function toSecret(item, { target }) {
    const from = objectOf(item, 'a secret');
    return {
        rule: required(from, 'RuleID'),
        grade: gradeOf(from),
        title: textOf(from, 'Title') ?? '',
        target,
        line: lineOf(from['StartLine']),
        ...optional('diffId', textOf(nested(from, 'Layer'), 'DiffID')),
    };
}
/** Undefined for a check that passed. */
function toMisconfiguration(item, { target }) {
    const from = objectOf(item, 'a misconfiguration');
    if (textOf(from, 'Status') === 'PASS' || textOf(from, 'Status') === 'EXCEPTION')
        return undefined;
    return {
        id: checkId(textOf(from, 'ID') ?? required(from, 'AVDID')),
        grade: gradeOf(from),
        title: textOf(from, 'Title') ?? '',
        message: textOf(from, 'Message') ?? '',
        target,
        line: lineOf(nested(from, 'CauseMetadata')['StartLine']),
        ...optional('resolution', textOf(from, 'Resolution')),
    };
}
function toLicence(item) {
    const from = objectOf(item, 'a licence');
    return {
        name: required(from, 'Name'),
        package: textOf(from, 'PkgName') ?? '',
        path: textOf(from, 'FilePath') ?? '',
    };
}
function toSuppressed(item) {
    const from = objectOf(item, 'a suppressed finding');
    const finding = nested(from, 'Finding');
    return {
        id: textOf(finding, 'VulnerabilityID') ??
            textOf(finding, 'RuleID') ??
            textOf(finding, 'ID') ??
            textOf(finding, 'Name') ??
            'unnamed',
        package: textOf(finding, 'PkgName') ?? '',
        version: textOf(finding, 'InstalledVersion') ?? '',
        status: textOf(from, 'Status') ?? '',
        statement: textOf(from, 'Statement') ?? '',
        source: textOf(from, 'Source') ?? '',
    };
}
/** `DS002`, `AVD-DS-0002` and `DS-0002` are one check: the spelling changed twice. */
function checkId(text) {
    const bare = text.replace(/^AVD-/, '');
    const old = /^([A-Z]{2,4})(\d{3})$/.exec(bare);
    return old === null ? bare : `${old[1]}-0${old[2]}`;
}
function objectOf(value, what) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value;
    return foreign(`${what} that is no object`);
}
function nested(from, key) {
    const value = from[key];
    return value === undefined || value === null ? {} : objectOf(value, key);
}
/** Undefined for an absent or empty text. */
function textOf(from, key) {
    const value = from[key];
    if (value === undefined || value === null || value === '')
        return undefined;
    return typeof value === 'string' ? value : foreign(`'${key}' that is no text`);
}
function textsOf(from, key) {
    const value = from[key];
    if (value === undefined || value === null)
        return none;
    if (Array.isArray(value) && value.every(item => typeof item === 'string'))
        return value;
    return foreign(`'${key}' that is no list of texts`);
}
function instantOf(text) {
    const milliseconds = text === undefined ? Number.NaN : Date.parse(text);
    return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}
function optional(key, value) {
    return (value === undefined ? {} : { [key]: value });
}
function foreign(what) {
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .HygieneError */ .c('damaged', `the scan report has ${what}`, {
        fix: 'make the report again, with a supported Trivy and --format json',
    });
}
const none = [];
function required(from, key) {
    return textOf(from, key) ?? foreign(`an entry without '${key}'`);
}
function gradeOf(from) {
    const text = textOf(from, 'Severity');
    if (text === undefined)
        return 'unknown';
    return (0,_severity_js__WEBPACK_IMPORTED_MODULE_1__/* .parseGrade */ .zq)(text) ?? foreign(`the severity '${text.slice(0, 40)}', which is none`);
}
function lineOf(value) {
    return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 1;
}
function webAddress(text) {
    return text !== undefined && /^https?:\/\/[^\s"'<>\\]{1,500}$/.test(text) ? text : undefined;
}


/***/ }),

/***/ 8777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ parseTrivyReport)
});

// EXTERNAL MODULE: ./lib/image/manifest-parse.js
var manifest_parse = __webpack_require__(1074);
// EXTERNAL MODULE: ./lib/outcome/error.js
var error = __webpack_require__(3166);
;// CONCATENATED MODULE: ./lib/gates/scan/json-cursor.js

/**
 * Reads a JSON document of any size piece by piece: only the pieces that are asked for become values, so a report of
 * 100 MB never stands in memory as objects. What is passed over is only delimited, what is read is checked by
 * `JSON.parse`; a document that ends early or goes on after its end is `damaged`.
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
class JsonCursor {
    #bytes;
    #name;
    #at = 0;
    /** @param name stands in errors */
    constructor(bytes, name) {
        this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
        this.#name = name;
        if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
            this.#at = 3;
    }
    /** Calls `read` with each key of an object; it consumes the value. A key given twice is `damaged`: readers would differ. */
    members(read) {
        const seen = new Set();
        this.#list(openBrace, closeBrace, () => {
            const key = this.value();
            if (typeof key !== 'string')
                this.#fail('has a key that is no string');
            if (seen.has(key))
                this.#fail(`has the key '${key.slice(0, 40)}' twice`);
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
            return JSON.parse(this.#bytes.toString('utf8', start, this.#at));
        }
        catch (cause) {
            return this.#fail('is no JSON', start, cause);
        }
    }
    skip() {
        const first = this.#peek();
        if (first === quote)
            this.#skipString();
        else if (first === openBrace || first === openBracket)
            this.#skipNested();
        else
            this.#skipWord();
    }
    end() {
        if (this.#peek() !== undefined)
            this.#fail('goes on after its end');
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
            if (next === close)
                return;
            if (next !== comma)
                this.#fail('is no JSON', this.#at - 1);
        }
    }
    #peek() {
        let next = this.#bytes[this.#at];
        while (next === 0x20 || next === 0x0a || next === 0x0d || next === 0x09)
            next = this.#bytes[++this.#at];
        return next;
    }
    #expect(byte) {
        if (this.#peek() !== byte)
            this.#fail('is no JSON');
        this.#at++;
    }
    #skipString() {
        const bytes = this.#bytes;
        let at = this.#at + 1;
        for (; at < bytes.length; at++) {
            const byte = bytes[at];
            if (byte === quote)
                break;
            if (byte === backslash)
                at++;
        }
        if (at >= bytes.length)
            this.#fail('ends too early');
        this.#at = at + 1;
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
            if (byte === openBrace || byte === openBracket)
                depth++;
            else if ((byte === closeBrace || byte === closeBracket) && --depth === 0)
                return;
        }
        this.#fail('ends too early');
    }
    #skipWord() {
        const start = this.#at;
        const bytes = this.#bytes;
        while (this.#at < bytes.length && isWord(bytes[this.#at]))
            this.#at++;
        if (this.#at === start)
            this.#fail(start >= bytes.length ? 'ends too early' : 'is no JSON');
    }
    #fail(what, at = this.#at, cause) {
        throw new error/* HygieneError */.c('damaged', `${this.#name} ${what} (byte ${at} of ${this.#bytes.length})`, {
            fix: 'make the report again',
            cause,
        });
    }
}
const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const letterN = 0x6e;
/** Letters, digits and signs of numbers: what `true`, `null` and `-1.5e+3` are made of. */
function isWord(byte) {
    return ((byte >= 0x30 && byte <= 0x39) ||
        (byte >= 0x61 && byte <= 0x7a) ||
        byte === 0x2d ||
        byte === 0x2b ||
        byte === 0x2e ||
        byte === 0x45);
}

// EXTERNAL MODULE: ./lib/gates/scan/report-item.js
var report_item = __webpack_require__(854);
;// CONCATENATED MODULE: ./lib/gates/scan/report-parse.js




/**
 * Reads a Trivy report, schema version 2. Throws `damaged` for what is empty, cut off or of another shape, and
 * `undecidable` for another schema version: a report that is not understood is never "no findings".
 * @param options.packages also the list of packages, for a catalog record
 * @see https://trivy.dev/docs/latest/configuration/reporting/#json
 */
function parseTrivyReport(bytes, options = {}) {
    const name = options.name ?? 'the scan report';
    if (bytes.length === 0) {
        throw new error/* HygieneError */.c('damaged', `${name} is empty: the scanner did not finish`, {
            fix: 'make the report again and look at what the scanner says',
        });
    }
    const cursor = new JsonCursor(bytes, name);
    const lists = emptyLists();
    const wanted = options.packages === true;
    const head = {};
    cursor.members(key => {
        if (key === 'Results')
            cursor.items(() => readResult(cursor, lists, wanted));
        else {
            // Read even where it is not needed: a report that is broken anywhere is a broken report.
            const value = cursor.value();
            if (heads.has(key))
                head[key] = value;
        }
    });
    cursor.end();
    checkVersion(head['SchemaVersion'], name);
    const metadata = (0,report_item/* nested */.cY)(head, 'Metadata');
    return {
        ...(0,report_item/* optional */.lq)('scanner', (0,report_item/* textOf */.b6)((0,report_item/* nested */.cY)(head, 'Trivy'), 'Version')),
        ...(0,report_item/* optional */.lq)('createdAt', (0,report_item/* instantOf */.B9)((0,report_item/* textOf */.b6)(head, 'CreatedAt'))),
        artifact: { name: (0,report_item/* textOf */.b6)(head, 'ArtifactName') ?? '', kind: (0,report_item/* textOf */.b6)(head, 'ArtifactType') ?? '' },
        ...(0,report_item/* optional */.lq)('system', systemOf(metadata)),
        image: imageOf(metadata),
        ...lists,
    };
}
const heads = new Set(['SchemaVersion', 'Trivy', 'CreatedAt', 'ArtifactName', 'ArtifactType', 'Metadata']);
function checkVersion(version, name) {
    if (version === 2)
        return;
    const said = version === undefined ? 'names no schema version' : `has schema version ${JSON.stringify(version)}`;
    throw new error/* HygieneError */.c('undecidable', `${name} ${said.slice(0, 80)}: this release reads version 2`, {
        fix: 'use a supported Trivy and --format json',
    });
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
    };
}
/** Target and class stand in front of the lists, as Go writes its fields; a report where they do not is foreign. */
function readResult(cursor, lists, wantsPackages) {
    const facts = { target: '', kind: '' };
    let listed = false;
    const each = (read) => {
        listed = true;
        cursor.items(() => read(cursor.value(), facts));
    };
    const text = (key) => {
        if (listed)
            (0,report_item/* foreign */.V$)(`a result with '${key}' behind its findings`);
        return (0,report_item/* textOf */.b6)({ [key]: cursor.value() }, key) ?? '';
    };
    cursor.members(key => {
        switch (key) {
            case 'Target':
                facts.target = text(key);
                break;
            case 'Class':
                facts.kind = text(key);
                break;
            case 'Vulnerabilities':
                each((item, facts) => lists.vulnerabilities.push((0,report_item/* toVulnerability */.OF)(item, facts)));
                break;
            case 'Secrets':
                each((item, facts) => lists.secrets.push((0,report_item/* toSecret */.uo)(item, facts)));
                break;
            case 'Misconfigurations':
                each((item, facts) => {
                    const failed = (0,report_item/* toMisconfiguration */.j2)(item, facts);
                    if (failed !== undefined)
                        lists.misconfigurations.push(failed);
                });
                break;
            case 'Licenses':
                each(item => lists.licences.push((0,report_item/* toLicence */.H6)(item)));
                break;
            case 'ExperimentalModifiedFindings':
                each(item => lists.suppressed.push((0,report_item/* toSuppressed */.ws)(item)));
                break;
            case 'Packages':
                if (wantsPackages)
                    each(item => lists.packages.push((0,report_item/* toPackage */.YR)(item)));
                else
                    cursor.skip();
                break;
            default:
                cursor.value();
        }
    });
    if (facts.kind === 'os-pkgs' || facts.kind === 'lang-pkgs')
        lists.packageLists++;
}
function systemOf(metadata) {
    const system = (0,report_item/* nested */.cY)(metadata, 'OS');
    const family = (0,report_item/* textOf */.b6)(system, 'Family');
    if (family === undefined || family === 'none')
        return undefined;
    return { family, name: (0,report_item/* textOf */.b6)(system, 'Name') ?? '', ended: system['EOSL'] === true };
}
function imageOf(metadata) {
    const config = (0,report_item/* nested */.cY)(metadata, 'ImageConfig');
    const os = (0,report_item/* textOf */.b6)(config, 'os');
    const platform = os === undefined ? undefined : `${os}/${(0,report_item/* textOf */.b6)(config, 'architecture') ?? 'unknown'}`;
    return {
        digests: (0,report_item/* textsOf */.CB)(metadata, 'RepoDigests'),
        tags: (0,report_item/* textsOf */.CB)(metadata, 'RepoTags'),
        diffIds: (0,report_item/* textsOf */.CB)(metadata, 'DiffIDs'),
        history: historyOf(config['history']),
        labels: (0,manifest_parse/* parseAnnotations */.KX)((0,report_item/* nested */.cY)(config, 'config')['Labels']),
        ...(0,report_item/* optional */.lq)('id', (0,report_item/* textOf */.b6)(metadata, 'ImageID')),
        ...(0,report_item/* optional */.lq)('platform', platform),
    };
}
function historyOf(value) {
    if (value === undefined || value === null)
        return [];
    if (!Array.isArray(value))
        return (0,report_item/* foreign */.V$)('a history that is no list');
    return value.map(item => {
        const entry = (0,report_item/* objectOf */.Xy)(item, 'a history entry');
        return { createdBy: (0,report_item/* textOf */.b6)(entry, 'created_by') ?? '', emptyLayer: entry['empty_layer'] === true };
    });
}


/***/ }),

/***/ 5993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iz: () => (/* binding */ compareGrades),
/* harmony export */   du: () => (/* binding */ isAtLeast),
/* harmony export */   zq: () => (/* binding */ parseGrade)
/* harmony export */ });
const order = { unknown: 0, low: 1, medium: 2, high: 3, critical: 4 };
function parseGrade(text) {
    const grade = text.toLowerCase();
    return Object.hasOwn(order, grade) ? grade : undefined;
}
function isAtLeast(grade, threshold) {
    return order[grade] >= order[threshold];
}
/** Most severe first. */
function compareGrades(a, b) {
    return order[b] - order[a];
}


/***/ }),

/***/ 686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ findBase)
/* harmony export */ });
/* harmony import */ var _gates_scan_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3003);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8424);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7241);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(133);


const baseDigest = 'org.opencontainers.image.base.digest';
const baseName = 'org.opencontainers.image.base.name';
/** Provenance names every image of every build stage; so many are looked at. */
const mostCandidates = 12;
/**
 * What an image was built on: each claim (annotation or label, build provenance, approved bases) is held against the
 * image's layers; only if none stands, the build history is guessed from. What cannot be read is no claim.
 */
async function findBase(target, report, search) {
    const { diffIds, history } = report.image;
    if (diffIds.length === 0)
        return undefined;
    const claims = [
        ...annotated(target, report),
        ...(await provenanceOf(target, search)),
        ...search.bases.flatMap(text => claimOf('known', text)),
    ].slice(0, mostCandidates);
    const candidates = [];
    for (const { by, reference, name } of claims) {
        const elsewhere = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .registryOf */ .Fv)(reference.repository) !== (0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .registryOf */ .Fv)(target.image.repository);
        if (search.offline && elsewhere)
            continue;
        for (const ids of await layersOf(reference, report.image.platform, search))
            candidates.push({ by, name, diffIds: ids });
        const base = (0,_gates_scan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .verifiedBase */ .qS)(diffIds, candidates);
        if (base?.by === 'annotation')
            return base;
    }
    return (0,_gates_scan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .verifiedBase */ .qS)(diffIds, candidates) ?? (0,_gates_scan_index_js__WEBPACK_IMPORTED_MODULE_1__/* .guessBase */ .$e)(history, diffIds.length);
}
function annotated({ manifest, index }, report) {
    const places = [manifest?.annotations, index?.annotations, report.image.labels];
    return places.flatMap(place => {
        const [name, digest] = [place?.[baseName], place?.[baseDigest]];
        if (name === undefined || digest === undefined || !(0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .B)(digest))
            return [];
        return claimOf('annotation', `${name.replace(/@.*$/s, '')}@${digest}`);
    });
}
function claimOf(by, text) {
    const reference = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(text);
    if ('fault' in reference || (reference.tag ?? reference.digest) === undefined)
        return [];
    return [{ by, name: text, reference }];
}
/** @see https://github.com/moby/buildkit/blob/v0.21.1/docs/attestations/attestation-storage.md */
async function provenanceOf(target, { registries }) {
    const { image, index } = target;
    const attestation = index?.children.find(({ annotations }) => annotations['vnd.docker.reference.type'] === 'attestation-manifest' &&
        annotations['vnd.docker.reference.digest'] === image.digest);
    if (attestation === undefined)
        return [];
    const registry = registries.of(image.repository);
    const answer = await registry.manifest(image.repository, attestation.digest);
    if ('unknown' in answer || !answer.found)
        return [];
    const layer = answer.manifest.layers.find(({ annotations }) => (annotations['in-toto.io/predicate-type'] ?? '').startsWith('https://slsa.dev/provenance/'));
    if (layer === undefined)
        return [];
    const blob = await registry.blob(image.repository, layer.digest, _image_index_js__WEBPACK_IMPORTED_MODULE_3__/* .largestConfig */ .R0);
    if (blob === 'absent' || 'unknown' in blob)
        return [];
    return materialsIn(parsed(blob.bytes)).flatMap(material => claimOf('provenance', material));
}
/** Images among the materials (SLSA 0.2) or resolved dependencies (1.0): `pkg:docker/alpine@3.18?platform=…`. */
function materialsIn(statement) {
    const predicate = field(statement, 'predicate');
    const lists = [
        field(predicate, 'materials'),
        field(field(predicate, 'buildDefinition'), 'resolvedDependencies'),
    ];
    return lists
        .flatMap(list => (Array.isArray(list) ? list : []))
        .flatMap(material => {
        const [uri, sha256] = [field(material, 'uri'), field(field(material, 'digest'), 'sha256')];
        if (typeof uri !== 'string' || typeof sha256 !== 'string' || !uri.startsWith('pkg:docker/'))
            return [];
        const name = uri.slice('pkg:docker/'.length).replace(/[?#].*$/s, '');
        const at = name.lastIndexOf('@');
        return [`${decoded(at < 0 ? name : name.slice(0, at))}@sha256:${sha256}`];
    });
}
/** The layer lists of a reference: its own, or those of the images of the platform where it is an index. */
async function layersOf({ repository, tag, digest }, platform, { registries, log }) {
    const registry = registries.of(repository);
    const answer = await registry.manifest(repository, (digest ?? tag));
    if ('unknown' in answer || !answer.found) {
        log.info(`the base ${repository} cannot be read${'unknown' in answer ? `: ${answer.unknown}` : ''}`);
        return [];
    }
    const found = [];
    for (const manifest of await imagesOf(answer.manifest)) {
        if (manifest.config === undefined)
            continue;
        const blob = await registry.blob(repository, manifest.config.digest, _image_index_js__WEBPACK_IMPORTED_MODULE_3__/* .largestConfig */ .R0);
        if (blob === 'absent' || 'unknown' in blob)
            continue;
        const ids = field(field(parsed(blob.bytes), 'rootfs'), 'diff_ids');
        if (Array.isArray(ids) && ids.every(id => typeof id === 'string'))
            found.push(ids);
    }
    return found;
    async function imagesOf(manifest) {
        if (manifest.kind !== 'index')
            return [manifest];
        const fitting = manifest.children.filter(child => `${child.platform?.os}/${child.platform?.architecture}` === platform);
        const images = [];
        for (const child of fitting.slice(0, 4)) {
            const inner = await registry.manifest(repository, child.digest);
            if (!('unknown' in inner) && inner.found)
                images.push(inner.manifest);
        }
        return images;
    }
}
function parsed(bytes) {
    try {
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return undefined;
    }
}
function field(value, key) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? value[key]
        : undefined;
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ })

};
;