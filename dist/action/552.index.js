export const id = 552;
export const ids = [552];
export const modules = {

/***/ 9444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EB: () => (/* reexport */ appendRecord),
  LL: () => (/* reexport */ attachRecord),
  xm: () => (/* reexport */ faultsOf),
  bM: () => (/* reexport */ formatRecord),
  Uo: () => (/* reexport */ makeRecord),
  lB: () => (/* reexport */ observe),
  uM: () => (/* reexport */ readCatalog),
  H1: () => (/* reexport */ readQuestion),
  tf: () => (/* reexport */ recordOfTag),
  $P: () => (/* reexport */ search)
});

// UNUSED EXPORTS: parseCatalog, recordArtifactType, recordSchema, recordSchemaName

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/image/index.js + 9 modules
var lib_image = __webpack_require__(716);
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
const recordSchema = schemas/* strictObject */.rej({
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
const longestLine = 500 * 1024;
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
        throw new outcome/* HygieneError */.cU('too-large', `the record of ${record.image} is longer than ${longestLine} bytes`, {
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
        return recordSchema.safeParse(JSON.parse(line)).data;
    }
    catch {
        return undefined;
    }
}
/** The last record of a tag, by repository and tag. */
function recordOfTag(records, repository, tag) {
    return records.findLast(record => record.tags.includes(`${repository}:${tag}`) || record.image === `${repository}:${tag}`);
}

;// CONCATENATED MODULE: ./lib/catalog/attach.js





const recordArtifactType = 'application/vnd.image-hygiene.record.v1+json';
const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const indexType = 'application/vnd.oci.image.index.v1+json';
const emptyType = 'application/vnd.oci.empty.v1+json';
/** Somebody else may write the fallback index between our reading and our writing; nothing locks it. */
const attempts = 6;
/**
 * Attaches a record to its image as a referrer, so that it is found from the image and goes with it. Where the registry
 * has no referrers API, the fallback index is kept by us, as the spec asks of clients.
 * @returns the digest of the referrer
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md#guidelines-for-artifact-usage
 */
async function attachRecord(registry, repository, head, record) {
    const payload = Buffer.from(formatRecord(record));
    const empty = Buffer.from('{}');
    const [layer, config] = [await put(payload), await put(empty)];
    const manifest = Buffer.from(JSON.stringify({
        schemaVersion: 2,
        mediaType: manifestType,
        artifactType: recordArtifactType,
        config: { mediaType: emptyType, digest: config, size: empty.length },
        layers: [{ mediaType: recordArtifactType, digest: layer, size: payload.length }],
        subject: { mediaType: head.mediaType, digest: head.digest, size: head.size },
        annotations: { 'org.opencontainers.image.created': record.recorded_at },
    }));
    const digest = await put(manifest, manifestType);
    if ((await registry.referrers(repository, head.digest)) === 'unsupported') {
        await list(registry, repository, head.digest, {
            mediaType: manifestType,
            digest,
            size: manifest.length,
            artifactType: recordArtifactType,
        });
    }
    return digest;
    async function put(bytes, mediaType) {
        const answer = mediaType === undefined
            ? await registry.putBlob(repository, bytes)
            : await registry.putManifest(repository, digestOf(bytes), { mediaType, bytes });
        if ('digest' in answer)
            return answer.digest;
        throw refused(repository, 'unknown' in answer ? answer.unknown : 'it refuses', 'refused' in answer);
    }
}
function digestOf(bytes) {
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
}
/** Adds one descriptor to the fallback index, keeps every other one byte for byte, and looks whether it stayed. */
async function list(registry, repository, subject, entry) {
    const tag = (0,lib_image/* stemOf */.Vc)(subject);
    for (let attempt = 1; attempt <= attempts; attempt++) {
        const before = await registry.manifest(repository, tag);
        if ('unknown' in before)
            throw refused(repository, before.unknown, false);
        if (before.found && before.manifest.children.some(({ digest }) => digest === entry.digest))
            return;
        const kept = before.found ? bodyOf(before.raw.bytes) : { schemaVersion: 2, mediaType: indexType };
        const index = { ...kept, manifests: [...(kept.manifests ?? []), entry] };
        const bytes = Buffer.from(JSON.stringify(index));
        const answer = await registry.putManifest(repository, tag, { mediaType: indexType, bytes });
        if (!('digest' in answer))
            throw refused(repository, `the tag ${tag} cannot be written`, 'refused' in answer);
        if (attempt > 1)
            await (0,promises_.setTimeout)(50 * attempt);
    }
    const last = await registry.manifest(repository, tag);
    if ('found' in last && last.found && last.manifest.children.some(({ digest }) => digest === entry.digest))
        return;
    throw refused(repository, `the tag ${tag} is being written by others without end`, false);
}
function bodyOf(bytes) {
    const body = JSON.parse(new TextDecoder().decode(bytes));
    return { ...body, manifests: Array.isArray(body.manifests) ? body.manifests : [] };
}
function refused(repository, why, forbidden) {
    return new outcome/* HygieneError */.cU(forbidden ? 'no-permission' : 'undecidable', `the record cannot be attached in ${repository}: ${why}`, { fix: 'it needs the right to push, as for signing; or leave out attach', image: repository });
}

;// CONCATENATED MODULE: ./lib/catalog/make.js


const oci = 'org.opencontainers.image.';
/** The record of one image. What is not known is null, and its reason stands in `unknown`. */
function makeRecord(facts) {
    const unknown = {};
    const take = (path, value) => {
        if ('known' in value)
            return value.known;
        unknown[path] = value.why;
        return null;
    };
    const { observed, scan, base } = facts;
    const commit = said(observed, `${oci}revision`);
    const run = runOf(facts.run, commit);
    return {
        schema: recordSchemaName,
        image: facts.image,
        digest: facts.digest,
        tags: [...facts.tags],
        class: take('class', facts.class),
        built_at: take('built_at', builtAt(observed, facts.now)),
        builder: take('builder', then(run, ({ actor }) => orWhy(actor, 'the run that built it names nobody'))),
        build_url: take('build_url', then(run, ({ url }) => orWhy(url, 'the run that built it has no address'))),
        git_commit: take('git_commit', commit),
        source: take('source', said(observed, `${oci}source`)),
        expire_at: take('expire_at', expireAt(observed)),
        dependencies: {
            base_image: take('dependencies.base_image', then(base, ({ name }) => ({ known: name }))),
            base_digest: take('dependencies.base_digest', then(base, ({ digest }) => orWhy(digest, 'the base is named without its digest'))),
            apt_packages: make_list(take('dependencies.apt_packages', scan.aptPackages)),
            packages: make_list(take('dependencies.packages', scan.packages)),
        },
        security_scan: {
            status: take('security_scan.status', scan.status),
            critical_vulns: take('security_scan.critical_vulns', scan.critical),
            scanned_at: take('security_scan.scanned_at', scan.scannedAt),
            database_updated_at: take('security_scan.database_updated_at', scan.databaseUpdatedAt),
        },
        signatures: take('signatures', facts.signatures),
        sbom_digest: take('sbom_digest', facts.sbom),
        tools: { ...facts.tools },
        policy: facts.policy,
        recorded_at: (0,lib_image/* formatInstant */.r4)(facts.now),
        unknown,
    };
}
function make_list(values) {
    return values === null ? null : [...values];
}
/** The run that records has built the image only if the image says that it is of the run's commit. */
function runOf(run, commit) {
    if (run === undefined)
        return { why: 'it was not recorded in a run of a CI' };
    if (!('known' in commit))
        return { why: 'the image does not say which commit it is of, so this run may not have built it' };
    return commit.known === run.sha
        ? { known: run }
        : { why: `the image is of commit ${commit.known}, and this run is of ${run.sha}` };
}
/**
 * What an image says under a key: the annotation of its index or manifest, else the label of its config. Platforms
 * that say different things have said nothing about the whole.
 */
function said({ head, platforms }, key) {
    const own = head.annotations[key];
    if (own)
        return { known: own };
    const values = new Set(platforms.map(({ manifest, labels }) => manifest.annotations[key] || labels[key] || ''));
    const [value = ''] = values;
    if (values.size > 1)
        return { why: `its platforms have different values of ${key}` };
    return value === '' ? { why: `it has neither an annotation nor a label ${key}` } : { known: value };
}
/**
 * An annotation, else the config's own date, else a label: labels flow through FROM, and may be the base's. Of an index
 * the latest of its platforms'. Absurd dates are no dates.
 */
function builtAt({ head, platforms }, now) {
    const key = `${oci}created`;
    const own = head.annotations[key];
    const ways = [
        own ? [own] : [],
        platforms.map(({ created }) => created ?? ''),
        platforms.map(({ labels }) => labels[key] ?? ''),
    ];
    let why = 'neither an annotation nor its config nor a label says when';
    for (const texts of ways.filter(one => one.length > 0)) {
        const moments = texts.map(text => (text === '' ? undefined : (0,lib_image/* parseCreated */.qQ)(text, now)));
        const sound = moments.filter(moment => typeof moment === 'number');
        if (sound.length === moments.length)
            return { known: (0,lib_image/* formatInstant */.r4)(Math.max(...sound)) };
        const absurd = moments.find(moment => typeof moment === 'object');
        if (absurd !== undefined)
            why = `its build date ${absurd.why}`;
    }
    return { why };
}
function expireAt(observed) {
    const text = said(observed, lib_image/* expireAtKey */.Us);
    if (!('known' in text))
        return { why: text.why };
    const moment = (0,lib_image/* parseExpireAt */.K5)(text.known);
    if (typeof moment === 'number')
        return { known: moment };
    return {
        why: moment === undefined ? 'it is empty: it does not go by the clock' : `its value ${moment.why}`,
    };
}
function then(value, next) {
    return 'known' in value ? next(value.known) : value;
}
function orWhy(value, why) {
    return value === undefined || value === '' ? { why } : { known: value };
}

;// CONCATENATED MODULE: ./lib/catalog/observe.js


/** More platforms than anybody builds for. */
const most = 64;
/** Throws `bad-usage` for an image that is not there, `undecidable` for what cannot be read. */
async function observe(registry, repository, digest) {
    const head = await read(registry, repository, digest);
    const children = head.children.filter(lib_image/* isPlatform */.aH).slice(0, most);
    const manifests = head.kind === 'index'
        ? await Promise.all(children.map(child => read(registry, repository, child.digest)))
        : [head];
    const platforms = await Promise.all(manifests.map(manifest => platformOf(registry, repository, manifest)));
    return { head, platforms: platforms.flatMap(one => one ?? []) };
}
async function read(registry, repository, digest) {
    const image = `${repository}@${digest}`;
    const answer = await registry.manifest(repository, digest);
    if ('unknown' in answer)
        throw new outcome/* HygieneError */.cU('undecidable', `${image} cannot be read: ${answer.unknown}`, { image });
    if (answer.found)
        return answer.manifest;
    throw new outcome/* HygieneError */.cU('bad-usage', `there is no image ${image}`, {
        fix: 'record it after it was pushed',
        image,
    });
}
async function platformOf(registry, repository, manifest) {
    if (manifest.config === undefined)
        return undefined;
    const blob = await registry.blob(repository, manifest.config.digest, lib_image/* largestConfig */.R0);
    if (blob === 'absent' || 'unknown' in blob) {
        const why = blob === 'absent' ? 'it is gone' : blob.unknown;
        throw new outcome/* HygieneError */.cU('undecidable', `the config ${manifest.config.digest} of ${repository}: ${why}`);
    }
    const body = object(parsed(blob.bytes));
    const text = (name) => (typeof body?.[name] === 'string' ? body[name] : undefined);
    const ids = object(body?.['rootfs'])?.['diff_ids'];
    return {
        manifest,
        configDigest: manifest.config.digest,
        labels: (0,lib_image/* parseAnnotations */.KX)(object(body?.['config'])?.['Labels']),
        created: text('created'),
        diffIds: Array.isArray(ids) && ids.every(id => typeof id === 'string') ? ids : [],
        name: [text('os') ?? 'unknown', text('architecture') ?? 'unknown'].join('/'),
    };
}
function parsed(bytes) {
    try {
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return undefined;
    }
}
function object(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
}

;// CONCATENATED MODULE: ./lib/catalog/search.js

const fields = ['package', 'commit', 'base', 'image', 'digest', 'class', 'builder', 'scan'];
/** `package=curl=7.74.0-1`, `commit=a1b2c3d`, `base=debian:11`; words on several lines or parted by commas. */
function readQuestion(words) {
    return words.map(word => {
        const at = word.indexOf('=');
        const field = fields.find(one => one === word.slice(0, at));
        if (at > 0 && field !== undefined && word.length > at + 1)
            return { field, text: word.slice(at + 1) };
        throw new outcome/* HygieneError */.cU('bad-usage', `list: '${word}' asks for nothing that a record has`, {
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








/***/ }),

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

/***/ 8552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OX: () => (/* binding */ classesOf),
/* harmony export */   XP: () => (/* binding */ readRollback),
/* harmony export */   gz: () => (/* binding */ findMovedTags),
/* harmony export */   o1: () => (/* binding */ findPlanned)
/* harmony export */ });
/* harmony import */ var _catalog_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9444);
/* harmony import */ var _cleanup_plan_file_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5906);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(716);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(220);
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7134);
/* harmony import */ var _signing_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2418);






// What a deployment asks of an image besides its signature: that its tag still means it, and that it will stay.
/** The classes that an image's tag is of; none for an image by digest alone. */
function classesOf({ tag }, policy) {
    return tag === undefined
        ? []
        : (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_4__/* .classify */ .L8)(tag, policy).map(match => ({ name: match.class, rule: match.rule }));
}
/** Images to fall back on. A tag alone means the image that was recorded under it, whatever it names today. */
function readRollback(texts, records) {
    return texts.map(text => {
        const reference = (0,_signing_index_js__WEBPACK_IMPORTED_MODULE_5__/* .readOne */ .JF)(text);
        const { repository, tag } = reference;
        if (reference.digest !== undefined || tag === undefined)
            return only((0,_signing_index_js__WEBPACK_IMPORTED_MODULE_5__/* .readPinned */ .r6)([text], undefined, 'verify'));
        const digest = (0,_catalog_index_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOfTag */ .tf)(records, repository, tag)?.digest;
        if (digest !== undefined && (0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest))
            return { repository, tag, digest };
        throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_3__/* .HygieneError */ .cU('bad-usage', `rollback: ${text} is no digest, and no record tells what was released as it`, {
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
                const digest = (0,_catalog_index_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOfTag */ .tf)(records, repository, tag)?.digest ?? record.digest;
                if ((0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest))
                    wanted.set(`${repository}:${tag}`, { repository, tag, digest, why: 'was recorded as' });
            }
        }
        const { tag } = image;
        if (tag === undefined)
            continue;
        const recorded = (0,_catalog_index_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOfTag */ .tf)(records, image.repository, tag)?.digest;
        const kept = recorded !== undefined && (0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(recorded) && isReleased(tag, policy);
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
    const image = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatReference */ .FH)({ repository, tag, digest });
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
        image: (0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatReference */ .FH)(image),
    };
}
function isReleased(tag, policy) {
    return (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_4__/* .classify */ .L8)(tag, policy).some(({ rule }) => rule.immutable);
}
function tagsOf(record) {
    return [record.image, ...record.tags].flatMap(text => {
        const reference = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(text);
        return 'fault' in reference || reference.tag === undefined
            ? []
            : [{ repository: reference.repository, tag: reference.tag }];
    });
}
/** Images that an open cleanup plan is about to delete. */
async function findPlanned(images, planFile, policy, { files }) {
    if (planFile === undefined)
        return [];
    const { lines } = (0,_cleanup_plan_file_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .readPlan */ .m)(await files.readText(planFile, 512 * 1024 * 1024), planFile);
    const going = lines.filter(({ action }) => action === 'delete');
    return images.flatMap(image => {
        const repository = (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)(image.repository, policy);
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
                image: (0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatReference */ .FH)(image),
            },
        ];
    });
}


/***/ })

};
