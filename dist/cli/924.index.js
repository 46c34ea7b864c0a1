"use strict";
exports.id = 924;
exports.ids = [924];
exports.modules = {

/***/ 9821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   J_: () => (/* binding */ recordPredicateType),
/* harmony export */   Yt: () => (/* binding */ manifestType),
/* harmony export */   e1: () => (/* binding */ recordArtifactType),
/* harmony export */   j8: () => (/* binding */ putRecord),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3166);
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5716);



const recordArtifactType = 'application/vnd.image-hygiene.record.v1+json';
/** What kind of statement a record is, in an attestation. */
const recordPredicateType = 'urn:image-hygiene:record:v1';
const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const emptyType = 'application/vnd.oci.empty.v1+json';
/**
 * Pushes a record as an artifact of its own: with a subject it is a referrer, under a tag an entry of a catalog. The
 * record stands in the manifest as well (`data` of its layer), so that who lists many reads each in one request.
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md#guidelines-for-artifact-usage
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#embedded-content
 */
async function putRecord(registry, repository, record, place) {
    const payload = Buffer.from((0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRecord */ .bM)(record));
    const empty = Buffer.from('{}');
    for (const bytes of [payload, empty])
        accepted(await registry.putBlob(repository, bytes), repository);
    const subject = 'subject' in place ? place.subject : undefined;
    const layer = { mediaType: recordArtifactType, digest: digestOf(payload), size: payload.length };
    const manifest = Buffer.from(JSON.stringify({
        schemaVersion: 2,
        mediaType: manifestType,
        artifactType: recordArtifactType,
        config: {
            mediaType: emptyType,
            digest: digestOf(empty),
            size: empty.length,
            data: empty.toString('base64'),
        },
        layers: ['tag' in place ? { ...layer, data: payload.toString('base64') } : layer],
        ...(subject === undefined
            ? {}
            : { subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size } }),
        annotations: { 'org.opencontainers.image.created': record.recorded_at },
    }));
    const reference = 'tag' in place ? place.tag : digestOf(manifest);
    const raw = { mediaType: manifestType, bytes: manifest };
    return {
        digest: accepted(await registry.putManifest(repository, reference, raw), repository),
        size: manifest.length,
    };
}
function accepted(answer, repository) {
    if ('digest' in answer)
        return answer.digest;
    throw refused(repository, 'unknown' in answer ? answer.unknown : 'it refuses', 'refused' in answer);
}
function digestOf(bytes) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
}
function refused(repository, why, forbidden) {
    return new _outcome_index_js__WEBPACK_IMPORTED_MODULE_2__/* .HygieneError */ .c(forbidden ? 'no-permission' : 'undecidable', `the record cannot be stored in ${repository}: ${why}`, { fix: 'it needs the right to push, as for signing', image: repository });
}


/***/ }),

/***/ 5716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseLine),
/* harmony export */   EB: () => (/* binding */ appendRecord),
/* harmony export */   bM: () => (/* binding */ formatRecord),
/* harmony export */   tf: () => (/* binding */ recordOfTag),
/* harmony export */   uM: () => (/* binding */ readCatalog)
/* harmony export */ });
/* unused harmony export parseCatalog */
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3166);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8606);


/** Bytes of a catalog that are read. */
const largest = 512 * 1024 * 1024;
/** The kernel writes so much at once; what is longer could be torn by somebody who writes at the same time. */
const longestLine = 500 * 1024;
/** One line, keys in the order of the schema. */
function formatRecord(record) {
    return `${JSON.stringify(_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordSchema */ .fi.parse(record))}\n`;
}
/**
 * Appends one record in one write, so that many jobs on one disk can append at once and none is lost. A line that
 * somebody left without an end is ended first.
 */
async function appendRecord(path, record, files) {
    const line = formatRecord(record);
    if (Buffer.byteLength(line) > longestLine) {
        throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .c('too-large', `the record of ${record.image} is longer than ${longestLine} bytes`, {
            fix: 'write it to a file of its own with record-file, without the catalog',
        });
    }
    const before = (await files.kind(path)) === 'absent' ? '' : await files.readText(path, largest);
    await files.append(path, before === '' || before.endsWith('\n') ? line : `\n${line}`);
}
/** Every record of a catalog, in the order they were written. */
async function readCatalog(path, files) {
    return parseCatalog(await files.readText(path, largest), path);
}
function parseCatalog(text, file) {
    const records = [];
    const findings = [];
    for (const [index, line] of text
        .replace(/^\uFEFF/, '')
        .split('\n')
        .entries()) {
        if (line.trim() === '')
            continue;
        const record = parseLine(line);
        if (record !== undefined)
            records.push(record);
        else
            findings.push({
                rule: 'bad-record',
                severity: 'warning',
                message: `${file}:${index + 1} is no record that this version reads`,
                fix: 'restore the line from the history of the file',
                location: { file, line: index + 1 },
            });
    }
    return { records, findings };
}
function parseLine(line) {
    try {
        return _record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordSchema */ .fi.safeParse(JSON.parse(line)).data;
    }
    catch {
        return undefined;
    }
}
/** The last record of a tag, by repository and tag. */
function recordOfTag(records, repository, tag) {
    return records.findLast(record => record.tags.includes(`${repository}:${tag}`) || record.image === `${repository}:${tag}`);
}


/***/ }),

/***/ 8606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fi: () => (/* binding */ recordSchema),
/* harmony export */   m4: () => (/* binding */ recordSchemaName),
/* harmony export */   xm: () => (/* binding */ faultsOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1514);

/** The name of this version of the format; readers refuse what they do not know. */
const recordSchemaName = 'image-hygiene/record/v1';
const digest = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/);
const moment = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
const known = (schema, description) => schema.nullable().describe(description);
const dependencies = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    base_image: known(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'What the image was built on, by name.'),
    base_digest: known(digest, 'The digest of that.'),
    apt_packages: known(zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), "Debian's and Ubuntu's packages, as name=version."),
    packages: known(zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), 'Every package the scanner found, as type/name=version.'),
});
const securityScan = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    status: known(zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['passed', 'failed', 'undecided']), "The gate's verdict."),
    critical_vulns: known(zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0), 'Critical vulnerabilities in the report, whether they can be fixed or not.'),
    scanned_at: known(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'When the report was made.'),
    database_updated_at: known(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'When the vulnerability database was made.'),
});
const signature = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    format: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['bundle', 'legacy']),
    key: known(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'base64 of the sha256 of the public key, where the signature names it.'),
    identities: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Whom the certificate of a keyless signature names.'),
    issuer: known(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'Who issued that identity.'),
});
/**
 * One image, written down when it is built. Nothing in it is guessed: what is not known is null, and `unknown` says
 * why, by the path of the field.
 */
const recordSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(recordSchemaName),
    image: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).describe('The reference it was pushed as.'),
    digest,
    tags: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('All tags it was pushed under.'),
    class: known(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'The class of the policy that its tag belongs to.'),
    built_at: known(moment, 'When it was built.'),
    builder: known(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'Who built it: an account of the CI, or the builder of its provenance.'),
    build_url: known(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'The run that built it.'),
    git_commit: known(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'The commit it was built from.'),
    source: known(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'The repository of that commit.'),
    expire_at: known(zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(), 'When it may go, in unix seconds.'),
    dependencies,
    security_scan: securityScan,
    signatures: known(zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(signature), 'The signatures that lie beside it; they are listed, not vouched for.'),
    sbom_digest: known(digest, 'The sha256 of its SBOM.'),
    tools: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Versions of the tools that took part, by name.'),
    policy: known(digest, 'The digest of the policy it was recorded under.'),
    recorded_at: moment,
    unknown: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
        .describe('Why a field is null, by its path: security_scan.status.'),
})
    .meta({ title: 'image-hygiene record', description: 'What is known of one image.' });
/** The fields that are null without a reason, and the reasons for fields that are not null: both are faults. */
function faultsOf(record) {
    const empty = nulls(record, '');
    const reasons = new Set(Object.keys(record.unknown));
    return [
        ...empty.filter(path => !reasons.has(path)).map(path => `${path} is null without a reason`),
        ...[...reasons].filter(path => !empty.includes(path)).map(path => `${path} has a reason and is not null`),
    ];
}
function nulls(value, path) {
    return Object.entries(value).flatMap(([key, item]) => {
        const name = path === '' ? key : `${path}.${key}`;
        if (item === null)
            return [name];
        return typeof item === 'object' && !Array.isArray(item) && name !== 'unknown' && name !== 'tools'
            ? nulls(item, name)
            : [];
    });
}


/***/ }),

/***/ 5906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ readPlan),
/* harmony export */   v: () => (/* binding */ parsePlan)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7241);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8424);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3166);
/* harmony import */ var _plan_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6860);



const mostFaults = 20;
const mostLines = 1_000_000;
const longestLine = 4 * 1024 * 1024;
/**
 * Reads a plan as a reviewer left it. A byte-order mark, CRLF, blank lines and blanks between tokens are what web
 * editors do, and pass. What a reader could take for something else than the parser does (a key twice, escapes that
 * hide a word, unknown keys, an image in two lines) is refused.
 */
function parsePlan(text) {
    const rows = text.replace(/^\uFEFF/, '').split('\n');
    if (rows.length > mostLines + 2) {
        return { faults: [{ line: mostLines, message: 'the plan has more than 1,000,000 lines' }] };
    }
    const faults = [];
    const lines = [];
    const seen = new Map();
    let header;
    for (const [index, row] of rows.entries()) {
        const line = index + 1;
        const content = row.trim();
        if (content === '')
            continue;
        if (header === undefined) {
            const read = readHeader(content);
            if (typeof read === 'string')
                return { faults: [{ line, message: read }] };
            header = read;
            continue;
        }
        const read = readLine(content);
        if (typeof read === 'string')
            faults.push({ line, message: read });
        else {
            const name = `${read.repository}@${read.head}`;
            const before = seen.get(name);
            if (before === undefined)
                lines.push(read);
            else
                faults.push({ line, message: `the image ${name} already stands in line ${before}: delete one` });
            seen.set(name, before ?? line);
        }
        if (faults.length >= mostFaults)
            return { faults };
    }
    if (header === undefined)
        return { faults: [{ line: 1, message: 'the plan is empty: its header is missing' }] };
    return faults.length > 0 ? { faults } : { header, lines };
}
/** Reads a plan or throws `bad-file` with a finding per faulty line. */
function readPlan(text, file) {
    const read = parsePlan(text);
    if (!('faults' in read))
        return read;
    const fix = `restore the line from the last plan, or run the plan step again; a review only deletes lines or changes an action to "keep"`;
    const findings = read.faults.map(({ line, message }) => ({
        rule: 'bad-file',
        severity: 'error',
        message: `${file}:${line}: ${message}`,
        fix,
        location: { file, line },
    }));
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .HygieneError */ .c('bad-file', findings[0]?.message ?? `${file} is no plan`, { findings });
}
function readHeader(content) {
    const header = readObject(content, ['schema', 'plan', 'policy', 'sources']);
    if (typeof header === 'string')
        return `no plan header: ${header}`;
    const { schema, plan, policy, sources } = header;
    if (schema !== _plan_file_js__WEBPACK_IMPORTED_MODULE_1__/* .planSchema */ .Fu) {
        return `schema is ${show(schema)}, this version reads ${_plan_file_js__WEBPACK_IMPORTED_MODULE_1__/* .planSchema */ .Fu}`;
    }
    if (!isText(plan) || !(0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .B)(plan))
        return `plan is ${show(plan)}, not sha256: and 64 hex digits`;
    if (!isText(policy) || !(0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .B)(policy))
        return `policy is ${show(policy)}, not sha256: and 64 hex digits`;
    if (!Array.isArray(sources) || !sources.every(isName))
        return 'sources is no list of names';
    if (!isPlain(content, JSON.stringify({ schema, plan, policy, sources })))
        return ambiguous;
    return { plan, policy, sources };
}
function readLine(content) {
    const object = readObject(content, ['action', 'repository', 'head', 'tags', 'class', 'reason', 'with']);
    if (typeof object === 'string')
        return object;
    const { action, repository, head, tags, class: name, reason, with: along } = object;
    if (action !== 'delete' && action !== 'untag' && action !== 'keep') {
        return `action is ${show(action)}, not "delete", "untag" or "keep"`;
    }
    if (!isText(repository))
        return 'repository is no text';
    const parsed = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRepository */ .SU)(repository);
    if (typeof parsed !== 'string')
        return parsed.fault;
    if (parsed !== repository)
        return `repository is written ${show(repository)} instead of ${parsed}`;
    if (!isText(head) || !(0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .B)(head))
        return `head is ${show(head)}, no digest`;
    if (!isListOf(tags, _image_index_js__WEBPACK_IMPORTED_MODULE_3__/* .isTag */ .dz))
        return 'tags is no list of tags';
    if (new Set(tags).size !== tags.length)
        return 'a tag stands twice';
    if (name !== null && !isName(name))
        return `class is ${show(name)}, neither a name nor null`;
    if (!isText(reason) || !/^[a-z][a-z-]{0,40}$/.test(reason))
        return `reason is ${show(reason)}, no reason`;
    if (!isListOf(along, _image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .B))
        return 'with is no list of digests';
    if (action === 'untag' && (tags.length === 0 || along.length > 0)) {
        return 'an untag line names the tags that go, and nothing goes along';
    }
    const line = { action, repository: parsed, head, tags, class: name, reason, with: along };
    return isPlain(content, (0,_plan_file_js__WEBPACK_IMPORTED_MODULE_1__/* .formatLine */ .IL)(line)) ? line : ambiguous;
}
const ambiguous = 'a key stands twice or a value is escaped: what is read must be what a reviewer sees';
/** Equal up to blanks and the order of keys. No value of a plan has blanks or needs escapes, so lengths tell. */
function isPlain(given, canonical) {
    return given.replace(/\s/g, '').length === canonical.replace(/\s/g, '').length;
}
function readObject(content, keys) {
    if (content.length > longestLine)
        return 'the line is longer than 4 MiB';
    let value;
    try {
        value = JSON.parse(content);
    }
    catch {
        return 'this line is no JSON: a line is one object, on one line';
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return 'this line is no JSON object';
    const extra = Object.keys(value).find(key => !keys.includes(key));
    if (extra !== undefined)
        return `unknown key ${show(extra)}; a line has ${keys.join(', ')}`;
    const missing = keys.find(key => !Object.hasOwn(value, key));
    if (missing !== undefined)
        return `the key ${missing} is missing`;
    return { ...value };
}
function isListOf(value, is) {
    return Array.isArray(value) && value.every(item => isText(item) && is(item));
}
function isText(value) {
    return typeof value === 'string';
}
/** Anything without control characters, quotes or backslashes. */
function isName(value) {
    return isText(value) && /^[^\p{Cc}\p{Cf}\p{Cs}"\\]{1,200}$/u.test(value);
}
function show(value) {
    return (JSON.stringify(value) ?? 'missing').slice(0, 100);
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

/***/ 6509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ catalogAt)
});

// EXTERNAL MODULE: ./lib/catalog/catalog.js
var catalog = __webpack_require__(5716);
// EXTERNAL MODULE: ./lib/image/reference.js
var reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/outcome/error.js
var error = __webpack_require__(3166);
// EXTERNAL MODULE: ./lib/registry/each.js
var each = __webpack_require__(402);
// EXTERNAL MODULE: ./lib/catalog/artifact.js
var artifact = __webpack_require__(9821);
;// CONCATENATED MODULE: ./lib/catalog/catalog-registry.js





// A catalog in a registry: a repository in which each record has a tag of its own. Registries have no compare-and-swap,
// so a list that many write would lose entries; tags of their own lose none, and nobody waits for anybody.
const atOnce = 16;
const largest = 1024 * 1024;
/** Seconds of the moment it was recorded, then the start of its sha256. */
const entry = /^([0-9]{10,12})-([0-9a-f]{16})$/;
async function appendToRegistry(registry, repository, record) {
    await (0,artifact/* putRecord */.j8)(registry, repository, record, { tag: tagOf(record) });
}
function tagOf(record) {
    const seconds = Math.floor(Date.parse(record.recorded_at) / 1000);
    const tag = `${seconds}-${hexOf((0,catalog/* formatRecord */.bM)(record))}`;
    if ((0,reference/* isTag */.dz)(tag))
        return tag;
    throw new error/* HygieneError */.c('internal', `${tag} is no tag`);
}
function hexOf(line) {
    return (0,artifact/* digestOf */.ol)(Buffer.from(line)).slice('sha256:'.length).slice(0, 16);
}
/** Every record, in the order they were recorded. A tag that says another hash than its record has been tampered with. */
async function readFromRegistry(registry, repository) {
    const { tags, incomplete } = await registry.tags(repository);
    if (incomplete !== undefined)
        throw unreadable(repository, incomplete);
    const entries = tags.filter(tag => entry.test(tag)).toSorted(byTime);
    const lines = new Map();
    await (0,each/* forEach */.j)(entries, Math.min(atOnce, entries.length), async (tag) => {
        lines.set(tag, await lineOf(registry, repository, tag));
    });
    const records = [];
    const findings = [];
    for (const tag of entries) {
        const line = lines.get(tag);
        const sound = line !== undefined && hexOf(line) === entry.exec(tag)?.[2];
        const record = sound ? (0,catalog/* parseLine */.A)(line) : undefined;
        if (record !== undefined)
            records.push(record);
        else
            findings.push(damaged(repository, tag));
    }
    return { records, findings };
}
function byTime(a, b) {
    return Number(entry.exec(a)?.[1]) - Number(entry.exec(b)?.[1]) || (a < b ? -1 : 1);
}
/** The line as it was recorded; undefined for what is no record. */
async function lineOf(registry, repository, tag) {
    const answer = await registry.manifest(repository, tag);
    if ('unknown' in answer)
        throw unreadable(repository, `the tag ${tag}: ${answer.unknown}`);
    // Somebody deleted it between the listing and now.
    if (!answer.found)
        return undefined;
    const embedded = dataIn(answer.raw.bytes);
    if (embedded !== undefined)
        return embedded;
    const layer = answer.manifest.layers.find(({ mediaType }) => mediaType === artifact/* recordArtifactType */.e1);
    if (layer === undefined)
        return undefined;
    const blob = await registry.blob(repository, layer.digest, largest);
    if (blob === 'absent')
        return undefined;
    if ('unknown' in blob)
        throw unreadable(repository, `the record ${tag}: ${blob.unknown}`);
    return new TextDecoder().decode(blob.bytes);
}
function dataIn(manifest) {
    try {
        const [layer] = JSON.parse(new TextDecoder().decode(manifest)).layers;
        if (layer.mediaType !== artifact/* recordArtifactType */.e1 || typeof layer.data !== 'string')
            return undefined;
        return Buffer.from(layer.data, 'base64').toString('utf8');
    }
    catch {
        return undefined;
    }
}
function damaged(repository, tag) {
    return {
        rule: 'bad-record',
        severity: 'warning',
        message: `${repository}:${tag} is no record that this version reads, or not the one that was written`,
        fix: 'record the image again; find out who can push to the catalog',
        image: `${repository}:${tag}`,
    };
}
function unreadable(repository, why) {
    return new error/* HygieneError */.c('undecidable', `the catalog ${repository} cannot be read: ${why}`, {
        image: repository,
    });
}

// EXTERNAL MODULE: ./lib/steps/registries.js
var registries = __webpack_require__(7560);
;// CONCATENATED MODULE: ./lib/steps/catalog.js




const scheme = 'oci://';
function catalogAt(name, call, policy, world) {
    if (!name.startsWith(scheme)) {
        return {
            read: () => (0,catalog/* readCatalog */.uM)(name, world.files),
            append: record => (0,catalog/* appendRecord */.EB)(name, record, world.files),
        };
    }
    const repository = (0,reference/* parseRepository */.SU)(name.slice(scheme.length));
    if (typeof repository !== 'string') {
        throw new error/* HygieneError */.c('bad-usage', `catalog: ${name} is no repository: ${repository.fault}`, {
            fix: 'catalog: oci://ghcr.io/acme/catalog',
        });
    }
    const open = async () => (await (0,registries/* registriesOf */.Ho)(call, { ...policy, images: [...policy.images, repository] }, world)).of(repository);
    return {
        read: async () => readFromRegistry(await open(), repository),
        append: async (record) => appendToRegistry(await open(), repository, record),
    };
}


/***/ }),

/***/ 8552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OX: () => (/* binding */ classesOf),
/* harmony export */   XP: () => (/* binding */ readRollback),
/* harmony export */   gz: () => (/* binding */ findMovedTags),
/* harmony export */   o1: () => (/* binding */ findPlanned)
/* harmony export */ });
/* harmony import */ var _catalog_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5716);
/* harmony import */ var _cleanup_plan_file_parse_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5906);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7241);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8424);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3166);
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2666);
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(478);
/* harmony import */ var _signing_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1333);






// What a deployment asks of an image besides its signature: that its tag still means it, and that it will stay.
/** The classes that an image's tag is of; none for an image by digest alone. */
function classesOf({ tag }, policy) {
    return tag === undefined
        ? []
        : (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .classify */ .L8)(tag, policy).map(match => ({ name: match.class, rule: match.rule }));
}
/** Images to fall back on. A tag alone means the image that was recorded under it, whatever it names today. */
function readRollback(texts, records) {
    return texts.map(text => {
        const reference = (0,_signing_index_js__WEBPACK_IMPORTED_MODULE_1__/* .readOne */ .J)(text);
        const { repository, tag } = reference;
        if (reference.digest !== undefined || tag === undefined)
            return only((0,_signing_index_js__WEBPACK_IMPORTED_MODULE_1__/* .readPinned */ .r)([text], undefined, 'verify'));
        const digest = (0,_catalog_index_js__WEBPACK_IMPORTED_MODULE_2__/* .recordOfTag */ .tf)(records, repository, tag)?.digest;
        if (digest !== undefined && (0,_image_index_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .B)(digest))
            return { repository, tag, digest };
        throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_4__/* .HygieneError */ .c('bad-usage', `rollback: ${text} is no digest, and no record tells what was released as it`, {
            fix: `${text}@sha256:…, or name the catalog that the release was recorded in: --catalog catalog.jsonl`,
            image: text,
        });
    });
}
function only(list) {
    return list[0];
}
/** Tags that name another image than the one asked for, or than the one that was recorded under them. */
async function findMovedTags(images, records, registries, policy) {
    const wanted = new Map();
    for (const image of images) {
        for (const record of records.filter(({ digest }) => digest === image.digest)) {
            for (const { repository, tag } of tagsOf(record)) {
                if (repository !== image.repository || !isReleased(tag, policy))
                    continue;
                // A later record of the same tag moved it on purpose; it is that record which holds.
                const digest = (0,_catalog_index_js__WEBPACK_IMPORTED_MODULE_2__/* .recordOfTag */ .tf)(records, repository, tag)?.digest ?? record.digest;
                if ((0,_image_index_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .B)(digest))
                    wanted.set(`${repository}:${tag}`, { repository, tag, digest, why: 'was recorded as' });
            }
        }
        const { tag } = image;
        if (tag === undefined)
            continue;
        const recorded = (0,_catalog_index_js__WEBPACK_IMPORTED_MODULE_2__/* .recordOfTag */ .tf)(records, image.repository, tag)?.digest;
        const kept = recorded !== undefined && (0,_image_index_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .B)(recorded) && isReleased(tag, policy);
        wanted.set(`${image.repository}:${tag}`, {
            ...image,
            tag,
            digest: kept ? recorded : image.digest,
            why: kept ? 'was recorded as' : 'is expected to be',
        });
    }
    const looked = await Promise.all([...wanted.values()].map(async (one) => {
        const now = await registries.of(one.repository).digestOf(one.repository, one.tag);
        const asked = images.filter(({ repository, tag }) => repository === one.repository && tag === one.tag);
        return [
            ...movedNow(one, now, isReleased(one.tag, policy)),
            ...asked
                .filter(({ digest }) => digest !== one.digest)
                .map(image => otherwiseRecorded(image, one.digest)),
        ];
    }));
    return looked.flat();
}
function movedNow({ repository, tag, digest, why }, now, released) {
    const image = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_5__/* .formatReference */ .FH)({ repository, tag, digest });
    if (now !== 'absent' && 'unknown' in now) {
        return [
            {
                rule: 'undecidable',
                severity: 'error',
                message: `what ${tag} names now is not known: ${now.unknown}`,
                image,
            },
        ];
    }
    if (now !== 'absent' && now.digest === digest)
        return [];
    const what = now === 'absent' ? 'is gone' : `now names ${now.digest}`;
    return [
        {
            rule: now === 'absent' ? 'tag-gone' : 'tag-moved',
            severity: now !== 'absent' && released ? 'error' : 'warning',
            message: `the tag ${tag} ${why} ${digest} and ${what}`,
            fix: now === 'absent'
                ? 'deploy by digest; an image without a tag may be cleaned up'
                : 'find out who pushed it; deploy by digest, and put the tag back',
            image,
        },
    ];
}
function otherwiseRecorded(image, recorded) {
    return {
        rule: 'tag-moved',
        severity: 'error',
        message: `${image.tag} was recorded as ${recorded}: this is another image`,
        fix: `deploy what was recorded: ${image.repository}@${recorded}`,
        image: (0,_image_index_js__WEBPACK_IMPORTED_MODULE_5__/* .formatReference */ .FH)(image),
    };
}
function isReleased(tag, policy) {
    return (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .classify */ .L8)(tag, policy).some(({ rule }) => rule.immutable);
}
function tagsOf(record) {
    return [record.image, ...record.tags].flatMap(text => {
        const reference = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_5__/* .parseReference */ .F2)(text);
        return 'fault' in reference || reference.tag === undefined
            ? []
            : [{ repository: reference.repository, tag: reference.tag }];
    });
}
/** Images that an open cleanup plan is about to delete. */
async function findPlanned(images, planFile, policy, { files }) {
    if (planFile === undefined)
        return [];
    const { lines } = (0,_cleanup_plan_file_parse_js__WEBPACK_IMPORTED_MODULE_6__/* .readPlan */ .m)(await files.readText(planFile, 512 * 1024 * 1024), planFile);
    const going = lines.filter(({ action }) => action !== 'keep');
    return images.flatMap(image => {
        const repository = (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_7__/* .canonical */ .$N)(image.repository, policy);
        const line = going.find(one => (one.repository === repository || one.repository === image.repository) &&
            (one.head === image.digest || one.with.includes(image.digest)) &&
            // A tag that goes alone is nothing to an image that is deployed by another.
            (one.action === 'delete' || (image.tag !== undefined && one.tags.includes(image.tag))));
        if (line === undefined)
            return [];
        return [
            {
                rule: 'in-cleanup-plan',
                severity: 'error',
                message: `${planFile} is about to ${line.action === 'untag' ? 'take this tag' : 'delete it'} (${line.reason})`,
                fix: `change "${line.action}" to "keep" in its line, or deploy another image`,
                image: (0,_image_index_js__WEBPACK_IMPORTED_MODULE_5__/* .formatReference */ .FH)(image),
            },
        ];
    });
}


/***/ })

};
;