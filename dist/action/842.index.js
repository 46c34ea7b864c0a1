export const id = 842;
export const ids = [842];
export const modules = {

/***/ 5906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ readPlan),
/* harmony export */   v: () => (/* binding */ parsePlan)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(716);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(220);
/* harmony import */ var _plan_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6860);



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
    const fix = `restore the line from the last plan, or run the plan step again; a review only deletes lines or changes "delete" to "keep"`;
    const findings = read.faults.map(({ line, message }) => ({
        rule: 'bad-file',
        severity: 'error',
        message: `${file}:${line}: ${message}`,
        fix,
        location: { file, line },
    }));
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .cU('bad-file', findings[0]?.message ?? `${file} is no plan`, { findings });
}
function readHeader(content) {
    const header = readObject(content, ['schema', 'plan', 'policy', 'sources']);
    if (typeof header === 'string')
        return `no plan header: ${header}`;
    const { schema, plan, policy, sources } = header;
    if (schema !== _plan_file_js__WEBPACK_IMPORTED_MODULE_2__/* .planSchema */ .Fu) {
        return `schema is ${show(schema)}, this version reads ${_plan_file_js__WEBPACK_IMPORTED_MODULE_2__/* .planSchema */ .Fu}`;
    }
    if (!isText(plan) || !(0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(plan))
        return `plan is ${show(plan)}, not sha256: and 64 hex digits`;
    if (!isText(policy) || !(0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(policy))
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
    if (action !== 'delete' && action !== 'keep')
        return `action is ${show(action)}, not "delete" or "keep"`;
    if (!isText(repository))
        return 'repository is no text';
    const parsed = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
    if (typeof parsed !== 'string')
        return parsed.fault;
    if (parsed !== repository)
        return `repository is written ${show(repository)} instead of ${parsed}`;
    if (!isText(head) || !(0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(head))
        return `head is ${show(head)}, no digest`;
    if (!isListOf(tags, _image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isTag */ .dz))
        return 'tags is no list of tags';
    if (new Set(tags).size !== tags.length)
        return 'a tag stands twice';
    if (name !== null && !isName(name))
        return `class is ${show(name)}, neither a name nor null`;
    if (!isText(reason) || !/^[a-z][a-z-]{0,40}$/.test(reason))
        return `reason is ${show(reason)}, no reason`;
    if (!isListOf(along, _image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc))
        return 'with is no list of digests';
    const line = { action, repository: parsed, head, tags, class: name, reason, with: along };
    return isPlain(content, (0,_plan_file_js__WEBPACK_IMPORTED_MODULE_2__/* .formatLine */ .IL)(line)) ? line : ambiguous;
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
 * - `with` is for the reviewer's eyes: what goes along. Apply never takes a digest to delete from it.
 *
 * The same world gives the same bytes. A new version of the format gets a new schema name; readers refuse unknown ones.
 */
const planSchema = 'image-hygiene/plan/v1';
/** The lines of a decision, and the keep lines of the last plan that still mean something. */
function planLines(decision, keeps) {
    const kept = new Set(keeps.map(nameOf));
    const going = decision.repositories.flatMap(({ repository, images }) => images.flatMap(({ head, tags, class: name, fate }) => fate.goes && !kept.has(nameOf({ repository, head }))
        ? [
            {
                action: 'delete',
                repository,
                head,
                tags,
                class: name ?? null,
                reason: fate.because,
                with: fate.with,
            },
        ]
        : []));
    return sortLines([...going, ...keeps]);
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

/***/ 5404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ writeReports),
/* harmony export */   r: () => (/* binding */ reportOutputs)
/* harmony export */ });
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(220);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9654);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3411);



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
    await write('sarif-file', files.sarifFile, () => (0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__/* .toSarif */ .zv)(findings, { version: _version_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .r, rules }));
    await write('codequality-file', files.codequalityFile, () => (0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__/* .toCodeQuality */ .iv)(findings));
    await write('junit-file', files.junitFile, () => (0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__/* .toJunit */ .Qp)(step, findings));
    const told = { ...result, outputs };
    await write('json-file', files.jsonFile, () => `${JSON.stringify((0,_outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .outcomeOf */ .sG)(step, told), undefined, 2)}\n`);
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

/***/ 4461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./lib/outcome/index.js + 4 modules
var outcome = __webpack_require__(220);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9133);
;// CONCATENATED MODULE: ./lib/catalog/record.js

/** The name of this version of the format; readers refuse what they do not know. */
const recordSchemaName = 'image-hygiene/record/v1';
const digest = schemas/* string */.YjP().regex(/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/);
const moment = schemas/* string */.YjP().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
const known = (schema, description) => schema.nullable().describe(description);
const dependencies = schemas/* strictObject */.rej({
    base_image: known(schemas/* string */.YjP(), 'What the image was built on, by name.'),
    base_digest: known(digest, 'The digest of that.'),
    apt_packages: known(schemas/* array */.YOg(schemas/* string */.YjP()), "Debian's and Ubuntu's packages, as name=version."),
    packages: known(schemas/* array */.YOg(schemas/* string */.YjP()), 'Every package the scanner found, as type/name=version.'),
});
const securityScan = schemas/* strictObject */.rej({
    status: known(schemas/* enum */.k5n(['passed', 'failed', 'undecided']), "The gate's verdict."),
    critical_vulns: known(schemas/* int */.Whr().min(0), 'Critical vulnerabilities in the report, whether they can be fixed or not.'),
    scanned_at: known(schemas/* string */.YjP(), 'When the report was made.'),
    database_updated_at: known(schemas/* string */.YjP(), 'When the vulnerability database was made.'),
});
const signature = schemas/* strictObject */.rej({
    format: schemas/* enum */.k5n(['bundle', 'legacy']),
    key: known(schemas/* string */.YjP(), 'base64 of the sha256 of the public key, where the signature names it.'),
    identities: schemas/* array */.YOg(schemas/* string */.YjP()).describe('Whom the certificate of a keyless signature names.'),
    issuer: known(schemas/* string */.YjP(), 'Who issued that identity.'),
});
/**
 * One image, written down when it is built. Nothing in it is guessed: what is not known is null, and `unknown` says
 * why, by the path of the field.
 */
const record_recordSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz(recordSchemaName),
    image: schemas/* string */.YjP().min(1).describe('The reference it was pushed as.'),
    digest,
    tags: schemas/* array */.YOg(schemas/* string */.YjP()).describe('All tags it was pushed under.'),
    class: known(schemas/* string */.YjP(), 'The class of the policy that its tag belongs to.'),
    built_at: known(moment, 'When it was built.'),
    builder: known(schemas/* string */.YjP(), 'Who built it: an account of the CI, or the builder of its provenance.'),
    build_url: known(schemas/* string */.YjP(), 'The run that built it.'),
    git_commit: known(schemas/* string */.YjP(), 'The commit it was built from.'),
    source: known(schemas/* string */.YjP(), 'The repository of that commit.'),
    expire_at: known(schemas/* int */.Whr(), 'When it may go, in unix seconds.'),
    dependencies,
    security_scan: securityScan,
    signatures: known(schemas/* array */.YOg(signature), 'The signatures that lie beside it; they are listed, not vouched for.'),
    sbom_digest: known(digest, 'The sha256 of its SBOM.'),
    tools: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).describe('Versions of the tools that took part, by name.'),
    policy: known(digest, 'The digest of the policy it was recorded under.'),
    recorded_at: moment,
    unknown: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())
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

;// CONCATENATED MODULE: ./lib/catalog/catalog.js


/** Bytes of a catalog that are read. */
const largest = 512 * 1024 * 1024;
/** The kernel writes so much at once; what is longer could be torn by somebody who writes at the same time. */
const longestLine = (/* unused pure expression or super */ null && (500 * 1024));
/** One line, keys in the order of the schema. */
function formatRecord(record) {
    return `${JSON.stringify(recordSchema.parse(record))}\n`;
}
/**
 * Appends one record in one write, so that many jobs on one disk can append at once and none is lost. A line that
 * somebody left without an end is ended first.
 */
async function appendRecord(path, record, files) {
    const line = formatRecord(record);
    if (Buffer.byteLength(line) > longestLine) {
        throw new HygieneError('too-large', `the record of ${record.image} is longer than ${longestLine} bytes`, {
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
        return record_recordSchema.safeParse(JSON.parse(line)).data;
    }
    catch {
        return undefined;
    }
}
/** The last record of a tag, by repository and tag. */
function recordOfTag(records, repository, tag) {
    return records.findLast(record => record.tags.includes(`${repository}:${tag}`) || record.image === `${repository}:${tag}`);
}

;// CONCATENATED MODULE: ./lib/catalog/search.js

const fields = (/* unused pure expression or super */ null && (['package', 'commit', 'base', 'image', 'digest', 'class', 'builder', 'scan']));
/** `package=curl=7.74.0-1`, `commit=a1b2c3d`, `base=debian:11`; words on several lines or parted by commas. */
function readQuestion(words) {
    return words.map(word => {
        const at = word.indexOf('=');
        const field = fields.find(one => one === word.slice(0, at));
        if (at > 0 && field !== undefined && word.length > at + 1)
            return { field, text: word.slice(at + 1) };
        throw new HygieneError('bad-usage', `list: '${word}' asks for nothing that a record has`, {
            fix: `field=value, with one of ${fields.join(', ')}: --list package=curl=7.74 --list base=debian:11-slim`,
        });
    });
}
/** The records that fit, the latest of each digest, newest last. */
function search(records, question) {
    const latest = new Map();
    for (const record of records) {
        const name = `${repositoryOf(record.image)}@${record.digest}`;
        latest.delete(name);
        latest.set(name, record);
    }
    return [...latest.values()].filter(record => question.every(word => fits(record, word)));
}
function fits(record, { field, text }) {
    switch (field) {
        case 'package':
            return holds(record, text);
        case 'commit':
            return record.git_commit?.startsWith(text.toLowerCase()) ?? false;
        case 'base': {
            const { base_image: base, base_digest: digest } = record.dependencies;
            return (base === text || digest === text || (base?.startsWith(`${text}@`) ?? false) || bare(base) === text);
        }
        case 'image':
            return [record.image, ...record.tags].some(one => one === text || repositoryOf(one) === text);
        case 'digest':
            return record.digest === text;
        case 'class':
            return record.class === text;
        case 'builder':
            return record.builder === text;
        case 'scan':
            return record.security_scan.status === text;
    }
}
/** `curl`, or `curl=7.74`: a version fits as a whole or up to a dot, a dash or a plus, never `7.7` for `7.74`. */
function holds({ dependencies }, wanted) {
    const [name = '', version] = split(wanted);
    const held = [
        ...(dependencies.apt_packages ?? []),
        ...(dependencies.packages ?? []).map(one => one.slice(one.indexOf('/') + 1)),
    ];
    return held.some(one => {
        const [itsName, itsVersion = ''] = split(one);
        if (itsName !== name)
            return false;
        return (version === undefined ||
            itsVersion === version ||
            (itsVersion.startsWith(version) && /^[.+~:-]/.test(itsVersion.slice(version.length))));
    });
}
function split(text) {
    const at = text.lastIndexOf('=');
    return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
/** Without the tag, of a reference with or without one. */
function repositoryOf(reference) {
    const name = reference.split('@')[0] ?? '';
    const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
    return colon < 0 ? name : name.slice(0, colon);
}
function bare(base) {
    return base === null ? undefined : repositoryOf(base);
}

;// CONCATENATED MODULE: ./lib/catalog/index.js




// EXTERNAL MODULE: ./lib/policy/index.js + 4 modules
var lib_policy = __webpack_require__(7134);
// EXTERNAL MODULE: ./lib/signing/index.js + 18 modules
var signing = __webpack_require__(4108);
// EXTERNAL MODULE: ./lib/steps/cosign.js
var steps_cosign = __webpack_require__(1272);
// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
// EXTERNAL MODULE: ./lib/cleanup/plan-file-parse.js
var plan_file_parse = __webpack_require__(5906);
// EXTERNAL MODULE: ./lib/image/index.js + 9 modules
var lib_image = __webpack_require__(716);
;// CONCATENATED MODULE: ./lib/steps/deployable.js






// What a deployment asks of an image besides its signature: that its tag still means it, and that it will stay.
/** The classes that an image's tag is of; none for an image by digest alone. */
function classesOf({ tag }, policy) {
    return tag === undefined
        ? []
        : (0,lib_policy/* classify */.L8)(tag, policy).map(match => ({ name: match.class, rule: match.rule }));
}
/** Images to fall back on. A tag alone means the image that was recorded under it, whatever it names today. */
function readRollback(texts, records) {
    return texts.map(text => {
        const reference = (0,signing/* readOne */.JF)(text);
        const { repository, tag } = reference;
        if (reference.digest !== undefined || tag === undefined)
            return only((0,signing/* readPinned */.r6)([text], undefined, 'verify'));
        const digest = recordOfTag(records, repository, tag)?.digest;
        if (digest !== undefined && (0,lib_image/* isDigest */.Bc)(digest))
            return { repository, tag, digest };
        throw new outcome/* HygieneError */.cU('bad-usage', `rollback: ${text} is no digest, and no record tells what was released as it`, {
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
                const digest = recordOfTag(records, repository, tag)?.digest ?? record.digest;
                if ((0,lib_image/* isDigest */.Bc)(digest))
                    wanted.set(`${repository}:${tag}`, { repository, tag, digest, why: 'was recorded as' });
            }
        }
        const { tag } = image;
        if (tag === undefined)
            continue;
        const recorded = recordOfTag(records, image.repository, tag)?.digest;
        const kept = recorded !== undefined && (0,lib_image/* isDigest */.Bc)(recorded) && isReleased(tag, policy);
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
    const image = (0,lib_image/* formatReference */.FH)({ repository, tag, digest });
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
        image: (0,lib_image/* formatReference */.FH)(image),
    };
}
function isReleased(tag, policy) {
    return (0,lib_policy/* classify */.L8)(tag, policy).some(({ rule }) => rule.immutable);
}
function tagsOf(record) {
    return [record.image, ...record.tags].flatMap(text => {
        const reference = (0,lib_image/* parseReference */.F2)(text);
        return 'fault' in reference || reference.tag === undefined
            ? []
            : [{ repository: reference.repository, tag: reference.tag }];
    });
}
/** Images that an open cleanup plan is about to delete. */
async function findPlanned(images, planFile, policy, { files }) {
    if (planFile === undefined)
        return [];
    const { lines } = (0,plan_file_parse/* readPlan */.m)(await files.readText(planFile, 512 * 1024 * 1024), planFile);
    const going = lines.filter(({ action }) => action === 'delete');
    return images.flatMap(image => {
        const repository = (0,lib_policy/* canonical */.$N)(image.repository, policy);
        const line = going.find(one => (one.repository === repository || one.repository === image.repository) &&
            (one.head === image.digest || one.with.includes(image.digest)));
        if (line === undefined)
            return [];
        return [
            {
                rule: 'in-cleanup-plan',
                severity: 'error',
                message: `${planFile} is about to delete it (${line.reason})`,
                fix: `change "delete" to "keep" in its line, or deploy another image`,
                image: (0,lib_image/* formatReference */.FH)(image),
            },
        ];
    });
}

// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
// EXTERNAL MODULE: ./lib/steps/policy.js + 1 modules
var steps_policy = __webpack_require__(9243);
// EXTERNAL MODULE: ./lib/steps/registries.js
var steps_registries = __webpack_require__(7560);
// EXTERNAL MODULE: ./lib/steps/reports.js
var reports = __webpack_require__(5404);
// EXTERNAL MODULE: ./lib/steps/signatures-report.js
var signatures_report = __webpack_require__(9875);
;// CONCATENATED MODULE: ./lib/steps/verify.js












const { references, digest: verify_digest, publicKey, identity, issuer, trustedRoot, signatureAnnotations } = inputs;
const { requireSignature, rollback, catalog, planFile } = inputs;
const { cosignPath, cosignVersion, cosignSha256, cosignMirror } = inputs;
const { config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword } = inputs;
const { caFile, summary, jsonFile, junitFile, sarifFile, codequalityFile } = inputs;
const verify = (0,steps_define/* defineStep */.ol)({
    name: 'verify',
    inputs: {
        ...{ references, digest: verify_digest, publicKey, identity, issuer, trustedRoot, signatureAnnotations },
        ...{ requireSignature, rollback, catalog, planFile },
        ...{ cosignPath, cosignVersion, cosignSha256, cosignMirror },
        ...{ config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword },
        ...{ caFile, summary, jsonFile, junitFile, sarifFile, codequalityFile },
    },
    positional: 'references',
    outputs: {
        verified: 'The images that may be deployed, by digest, one a line.',
        refused: 'The images that may not, by digest, one a line.',
        ...reports/* reportOutputs */.r,
    },
    permissions: {
        github: { contents: 'read', packages: 'read' },
        registry: 'pull',
        gitlab: 'Nothing for images of the same project.',
    },
    async run(inputs, world) {
        const loaded = await (0,steps_policy/* loadPolicy */.t)(inputs, world);
        if (inputs.printPolicy)
            return { verdict: 'pass', findings: [], outputs: {}, stats: {}, text: (0,lib_policy/* formatPolicy */.EL)(loaded) };
        const known = inputs.catalog === undefined ? undefined : await readCatalog(inputs.catalog, world.files);
        const records = known?.records ?? [];
        const deployed = (0,signing/* readPinned */.r6)(inputs.references, inputs.digest, 'verify');
        const fallbacks = readRollback(inputs.rollback, records);
        const images = [...deployed, ...fallbacks];
        const { policy } = (0,steps_cosign/* managing */.xc)(loaded, images);
        const log = await (0,signing/* readLog */.x6)(policy.sign.log, world.files);
        const named = await (0,signing/* readExpected */.vX)(inputs, policy, world);
        const env = named.kind === 'key' ? named.key.env : {};
        const cosign = await (0,steps_cosign/* cosignFor */.hY)(inputs, images, { env }, log, policy, world);
        const expectation = await (0,signing/* expectationOf */.EV)(named, cosign.publicKey, world);
        const registries = await (0,steps_registries/* registriesOf */.H)(inputs, policy, world);
        const verifying = {
            ...expectation,
            cosign,
            annotations: inputs.signatureAnnotations,
            registryOf: registries.of,
            elsewhere: (0,steps_cosign/* elsewhereOf */.q3)(world),
        };
        const [verified, moved, ...unpullable] = await Promise.all([
            (0,signing/* verifyImages */.O3)(images, 'any', verifying),
            findMovedTags(images, records, registries, policy),
            ...images.map(image => (0,signing/* findUnpullable */.OZ)(image, registries.of)),
        ]);
        const planned = await findPlanned(images, inputs.planFile, policy, world);
        const rows = verified.map(one => rowOf(one, fallbacks, policy, inputs.requireSignature));
        const findings = [
            ...rows.flatMap(({ finding }) => finding ?? []),
            ...moved,
            ...unpullable.flat(),
            ...planned,
            ...(known?.findings ?? []),
        ];
        const refused = (image) => findings.some(one => one.severity === 'error' && isAbout(one.image, image));
        const result = {
            verdict: (0,signatures_report/* undecided */.oo)(findings) ? 'error' : (0,outcome/* verdictOf */.Vj)(findings),
            findings,
            outputs: {
                verified: images
                    .filter(image => !refused(image))
                    .map(byDigest)
                    .join('\n'),
                refused: images.filter(refused).map(byDigest).join('\n'),
            },
            stats: { ...registries.stats(), images: images.length },
            text: (0,signatures_report/* signaturesText */.rJ)(rows, findings),
            summary: (0,signatures_report/* signaturesTable */.SL)(rows),
        };
        return (0,reports/* writeReports */.L)('verify', result, inputs, world);
    },
});
/** An image of a class that need not be signed is only warned about, where the call leaves it to the class. */
function rowOf(one, fallbacks, policy, require) {
    const classes = classesOf(one.image, policy);
    const notes = [
        ...(classes.length === 0 ? [] : [classes.map(({ name }) => name).join(', ')]),
        ...(fallbacks.includes(one.image) ? ['to fall back on'] : []),
    ];
    const optional = require === 'by-class' && classes.length > 0 && classes.every(({ rule }) => rule.sign === 'optional');
    const { finding } = one;
    return finding?.rule === 'unsigned' && optional
        ? { ...one, notes, finding: { ...finding, severity: 'warning' } }
        : { ...one, notes };
}
function isAbout(name, image) {
    return name !== undefined && (name === image.repository || name.endsWith(`@${image.digest}`));
}
function byDigest({ repository, digest }) {
    return `${repository}@${digest}`;
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
