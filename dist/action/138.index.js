"use strict";
exports.id = 138;
exports.ids = [138];
exports.modules = {

/***/ 7138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  record: () => (/* binding */ record_record)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/image/clock.js
var clock = __webpack_require__(7687);
// EXTERNAL MODULE: ./lib/image/config-parse.js
var config_parse = __webpack_require__(133);
// EXTERNAL MODULE: ./lib/image/manifest-parse.js
var manifest_parse = __webpack_require__(1074);
// EXTERNAL MODULE: ./lib/outcome/error.js
var error = __webpack_require__(3166);
;// CONCATENATED MODULE: ./lib/catalog/observe.js


/** More platforms than anybody builds for. */
const most = 64;
/** Throws `bad-usage` for an image that is not there, `undecidable` for what cannot be read. */
async function observe(registry, repository, digest) {
    const head = await read(registry, repository, digest);
    const children = head.children.filter(clock/* isPlatform */.aH).slice(0, most);
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
        throw new error/* HygieneError */.c('undecidable', `${image} cannot be read: ${answer.unknown}`, { image });
    if (answer.found)
        return answer.manifest;
    throw new error/* HygieneError */.c('bad-usage', `there is no image ${image}`, {
        fix: 'record it after it was pushed',
        image,
    });
}
async function platformOf(registry, repository, manifest) {
    if (manifest.config === undefined)
        return undefined;
    const blob = await registry.blob(repository, manifest.config.digest, config_parse/* largestConfig */.R0);
    if (blob === 'absent' || 'unknown' in blob) {
        const why = blob === 'absent' ? 'it is gone' : blob.unknown;
        throw new error/* HygieneError */.c('undecidable', `the config ${manifest.config.digest} of ${repository}: ${why}`);
    }
    const body = object(parsed(blob.bytes));
    const text = (name) => (typeof body?.[name] === 'string' ? body[name] : undefined);
    const ids = object(body?.['rootfs'])?.['diff_ids'];
    return {
        manifest,
        configDigest: manifest.config.digest,
        labels: (0,manifest_parse/* parseAnnotations */.KX)(object(body?.['config'])?.['Labels']),
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

// EXTERNAL MODULE: ./lib/image/instant.js
var instant = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/catalog/record.js
var record = __webpack_require__(8606);
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
        schema: record/* recordSchemaName */.m4,
        image: facts.image,
        digest: facts.digest,
        tags: [...facts.tags],
        class: take('class', facts.class),
        built_at: take('built_at', builtAt(observed, facts.now)),
        builder: take('builder', builderOf(facts.builder, run)),
        build_url: take('build_url', then(run, ({ url }) => orWhy(url, 'the run that built it has no address'))),
        git_commit: take('git_commit', commit),
        source: take('source', said(observed, `${oci}source`)),
        expire_at: take('expire_at', expireAt(observed)),
        dependencies: {
            base_image: take('dependencies.base_image', then(base, ({ name }) => ({ known: name }))),
            base_digest: take('dependencies.base_digest', then(base, ({ digest }) => orWhy(digest, 'the base is named without its digest'))),
            apt_packages: list(take('dependencies.apt_packages', scan.aptPackages)),
            packages: list(take('dependencies.packages', scan.packages)),
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
        recorded_at: (0,instant/* formatInstant */.r)(facts.now),
        unknown,
    };
}
/** Its provenance, which was written while it was built; else who started the run that built it. */
function builderOf(stated, run) {
    if ('known' in stated)
        return stated;
    const actor = then(run, ({ actor }) => orWhy(actor, 'the run that built it names nobody'));
    return 'known' in actor ? actor : { why: `${stated.why}, and ${actor.why}` };
}
function list(values) {
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
        const moments = texts.map(text => (text === '' ? undefined : (0,clock/* parseCreated */.qQ)(text, now)));
        const sound = moments.filter(moment => typeof moment === 'number');
        if (sound.length === moments.length)
            return { known: (0,instant/* formatInstant */.r)(Math.max(...sound)) };
        const absurd = moments.find(moment => typeof moment === 'object');
        if (absurd !== undefined)
            why = `its build date ${absurd.why}`;
    }
    return { why };
}
function expireAt(observed) {
    const text = said(observed, clock/* expireAtKey */.Us);
    if (!('known' in text))
        return { why: text.why };
    const moment = (0,clock/* parseExpireAt */.K5)(text.known);
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

;// CONCATENATED MODULE: ./lib/catalog/provenance.js

/**
 * Who built an image, by the provenance that BuildKit puts into its index: one attestation per platform, all of the
 * same builder. It is as true as the index is: whoever pushed it wrote it.
 * @see https://github.com/moby/buildkit/blob/v0.21.1/docs/attestations/attestation-storage.md
 */
async function provenance_builderOf(registry, repository, head) {
    const platforms = head.children.filter(clock/* isPlatform */.aH);
    const attestations = platforms.map(({ digest }) => head.children.find(({ annotations }) => annotations['vnd.docker.reference.type'] === 'attestation-manifest' &&
        annotations['vnd.docker.reference.digest'] === digest));
    if (attestations.length === 0 || attestations.includes(undefined))
        return { why: 'it has no provenance' };
    const builders = new Set();
    for (const attestation of attestations) {
        const builder = await statedIn(registry, repository, attestation?.digest);
        if ('why' in builder)
            return builder;
        builders.add(builder.known);
    }
    const [builder = ''] = builders;
    if (builders.size > 1)
        return { why: 'the provenance of its platforms names different builders' };
    return builder === '' ? { why: 'its provenance names no builder' } : { known: builder };
}
async function statedIn(registry, repository, attestation) {
    const answer = await registry.manifest(repository, attestation);
    if ('unknown' in answer || !answer.found)
        return { why: 'its provenance cannot be read' };
    const layer = answer.manifest.layers.find(({ annotations }) => (annotations['in-toto.io/predicate-type'] ?? '').startsWith('https://slsa.dev/provenance/'));
    if (layer === undefined)
        return { why: 'it has no provenance' };
    const blob = await registry.blob(repository, layer.digest, config_parse/* largestConfig */.R0);
    if (blob === 'absent' || 'unknown' in blob)
        return { why: 'its provenance cannot be read' };
    const id = builderIn(blob.bytes);
    return typeof id === 'string' ? { known: id } : { why: 'its provenance names no builder' };
}
/** `builder.id` of SLSA 0.2, `runDetails.builder.id` of 1.0. @see https://slsa.dev/spec/v1.0/provenance */
function builderIn(bytes) {
    try {
        const { predicate } = JSON.parse(new TextDecoder().decode(bytes));
        return predicate?.runDetails?.builder?.id ?? predicate?.builder?.id;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/image/metadata-tag.js
var metadata_tag = __webpack_require__(9709);
// EXTERNAL MODULE: ./lib/catalog/artifact.js
var artifact = __webpack_require__(9821);
;// CONCATENATED MODULE: ./lib/catalog/attach.js



const indexType = 'application/vnd.oci.image.index.v1+json';
/** Somebody else may write the fallback index between our reading and our writing; nothing locks it. */
const attempts = 6;
/**
 * Attaches a record to its image as a referrer, so that it is found from the image and goes with it. Where the registry
 * has no referrers API, the fallback index is kept by us, as the spec asks of clients.
 * @returns the digest of the referrer
 */
async function attachRecord(registry, repository, head, record) {
    const { digest, size } = await (0,artifact/* putRecord */.j8)(registry, repository, record, { subject: head });
    if ((await registry.referrers(repository, head.digest)) === 'unsupported') {
        const entry = { mediaType: artifact/* manifestType */.Yt, digest, size, artifactType: artifact/* recordArtifactType */.e1 };
        await attach_list(registry, repository, head.digest, entry);
    }
    return digest;
}
/** Adds one descriptor to the fallback index, keeps every other one byte for byte, and looks whether it stayed. */
async function attach_list(registry, repository, subject, entry) {
    const tag = (0,metadata_tag/* stemOf */.V)(subject);
    for (let attempt = 1; attempt <= attempts; attempt++) {
        const before = await registry.manifest(repository, tag);
        if ('unknown' in before)
            throw (0,artifact/* refused */.J5)(repository, before.unknown, false);
        if (before.found && before.manifest.children.some(({ digest }) => digest === entry.digest))
            return;
        const kept = before.found ? bodyOf(before.raw.bytes) : { schemaVersion: 2, mediaType: indexType };
        const index = { ...kept, manifests: [...(kept.manifests ?? []), entry] };
        const bytes = Buffer.from(JSON.stringify(index));
        const answer = await registry.putManifest(repository, tag, { mediaType: indexType, bytes });
        if (!('digest' in answer))
            throw (0,artifact/* refused */.J5)(repository, `the tag ${tag} cannot be written`, 'refused' in answer);
        if (attempt > 1)
            await (0,promises_.setTimeout)(50 * attempt);
    }
    const last = await registry.manifest(repository, tag);
    if ('found' in last && last.found && last.manifest.children.some(({ digest }) => digest === entry.digest))
        return;
    throw (0,artifact/* refused */.J5)(repository, `the tag ${tag} is being written by others without end`, false);
}
function bodyOf(bytes) {
    const body = JSON.parse(new TextDecoder().decode(bytes));
    return { ...body, manifests: Array.isArray(body.manifests) ? body.manifests : [] };
}

// EXTERNAL MODULE: ./lib/catalog/catalog.js
var catalog = __webpack_require__(5716);
;// CONCATENATED MODULE: ./lib/catalog/search.js

const fields = ['package', 'commit', 'base', 'image', 'digest', 'class', 'builder', 'scan'];
/** `package=curl=7.74.0-1`, `commit=a1b2c3d`, `base=debian:11`; words on several lines or parted by commas. */
function readQuestion(words) {
    return words.map(word => {
        const at = word.indexOf('=');
        const field = fields.find(one => one === word.slice(0, at));
        if (at > 0 && field !== undefined && word.length > at + 1)
            return { field, text: word.slice(at + 1) };
        throw new error/* HygieneError */.c('bad-usage', `list: '${word}' asks for nothing that a record has`, {
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

// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/outcome/outcome.js
var outcome = __webpack_require__(1308);
// EXTERNAL MODULE: ./lib/report/harmless.js
var harmless = __webpack_require__(2463);
// EXTERNAL MODULE: ./lib/report/terminal.js
var terminal = __webpack_require__(1488);
// EXTERNAL MODULE: ./lib/signing/pinned.js
var pinned = __webpack_require__(1333);
// EXTERNAL MODULE: ./lib/signing/certificate.js
var certificate = __webpack_require__(3572);
// EXTERNAL MODULE: ./lib/signing/stored.js
var stored = __webpack_require__(6268);
;// CONCATENATED MODULE: ./lib/signing/describe.js


/** The signatures that lie beside an image, by their own word: whether they are true is for `verify` to say. */
async function describeSignatures(image, registryOf, elsewhere) {
    const { signatures, incomplete } = await (0,stored/* readStored */.C)(image, registryOf, elsewhere);
    return incomplete === undefined ? { known: signatures.flatMap(describe) } : { why: incomplete };
}
function describe(signature) {
    if (signature.format === 'unreadable')
        return [];
    const named = signature.certificate === undefined ? undefined : (0,certificate/* readCertificate */.w)(signature.certificate);
    return [
        {
            format: signature.format,
            key: signature.format === 'bundle' ? (signature.hint ?? null) : null,
            identities: [...(named?.identities ?? [])],
            issuer: named?.issuer ?? null,
        },
    ];
}

// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: ./lib/signing/log.js
var signing_log = __webpack_require__(3637);
// EXTERNAL MODULE: ./lib/signing/signer.js + 3 modules
var signing_signer = __webpack_require__(4544);
// EXTERNAL MODULE: ./lib/steps/cosign.js + 3 modules
var steps_cosign = __webpack_require__(900);
;// CONCATENATED MODULE: ./lib/steps/attest.js





/** Signs the record as a statement about its image, by the policy's way of signing, and verifies it right away. */
async function attestRecord(call, image, record, policy, world) {
    const log = await (0,signing_log/* readLog */.x)(policy.sign.log, world.files);
    const signer = await (0,signing_signer/* readSigner */.$2)(call, policy, log, world);
    const cosign = await (0,steps_cosign/* cosignFor */.hY)({ ...call, signatureAnnotations: [] }, [image], signer, log, policy, world);
    const { who } = await (0,signing_signer/* expectedOf */.EX)(signer, cosign.publicKey, world);
    const path = `${await world.files.temporaryFolder()}/record.json`;
    await world.files.write(path, JSON.stringify(record));
    for (const format of (0,steps_cosign/* formatsOf */.IO)(policy)) {
        await cosign.attest(format, image, { type: artifact/* recordPredicateType */.J_, path });
        if (await cosign.verifyAttestation(image, format, who, artifact/* recordPredicateType */.J_))
            continue;
        throw new error/* HygieneError */.c('undecidable', 'the record was attested, and cosign does not believe it', {
            fix: 'check sign.key, or sign.identity and sign.issuer, of the policy: they say who is expected',
            image: (0,image_reference/* formatReference */.FH)(image),
        });
    }
}

// EXTERNAL MODULE: ./lib/steps/catalog.js + 1 modules
var steps_catalog = __webpack_require__(6509);
// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
// EXTERNAL MODULE: ./lib/steps/deployable.js
var deployable = __webpack_require__(8552);
// EXTERNAL MODULE: ./lib/steps/facts.js + 6 modules
var steps_facts = __webpack_require__(5600);
// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
// EXTERNAL MODULE: ./lib/steps/policy.js + 4 modules
var steps_policy = __webpack_require__(9185);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9133);
// EXTERNAL MODULE: ./lib/gates/scan/report-parse.js + 1 modules
var report_parse = __webpack_require__(8777);
// EXTERNAL MODULE: ./lib/steps/scan-base.js
var scan_base = __webpack_require__(686);
;// CONCATENATED MODULE: ./lib/steps/record-facts.js





// What a record says of a scan and of a base: only what is proven to be of this image.
const outcomeSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz('image-hygiene/outcome/v1'),
    step: schemas/* literal */.euz('scan'),
    verdict: schemas/* enum */.k5n(['pass', 'warn', 'fail', 'error']),
    findings: schemas/* array */.YOg(schemas/* object */.Ikc({ image: schemas/* string */.YjP().exactOptional() })),
    outputs: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
});
const statuses = { pass: 'passed', warn: 'passed', fail: 'failed', error: 'undecided' };
/** The gate's verdict from the outcome of `scan`, packages and counts from Trivy's reports. */
async function readScanFacts(call, image, observed, { files }) {
    const reports = await Promise.all(call.trivyReports.map(async (path) => {
        const report = (0,report_parse/* parseTrivyReport */.Q)(await files.read(path, 256 * 1024 * 1024), {
            name: path,
            packages: true,
        });
        return ofThisImage(report, path, image, observed);
    }));
    const outcome = call.scanOutcome === undefined
        ? undefined
        : readOutcome(await files.readText(call.scanOutcome, 256 * 1024 * 1024), call.scanOutcome, image, observed);
    const missing = uncovered(reports, image, observed);
    const whole = (value) => missing === undefined ? { known: value() } : { why: missing };
    const packages = () => [...new Set(reports.flatMap(report => report.packages.map(nameOf)))].toSorted();
    const times = reports.flatMap(({ createdAt }) => createdAt ?? []);
    return {
        scanner: reports.find(({ scanner }) => scanner !== undefined)?.scanner,
        scan: {
            status: outcome === undefined
                ? { why: 'no outcome of the step scan was given' }
                : { known: statuses[outcome.verdict] },
            critical: whole(() => criticalsIn(reports)),
            scannedAt: times.length === 0
                ? { why: missing ?? 'the report does not say when it was made' }
                : { known: (0,instant/* formatInstant */.r)(Math.min(...times)) },
            databaseUpdatedAt: databaseOf(outcome?.outputs['database-updated-at']),
            aptPackages: whole(() => packages()
                .filter(one => one.startsWith('deb/'))
                .map(one => one.slice('deb/'.length))),
            packages: whole(packages),
        },
    };
}
function databaseOf(text) {
    return text === undefined || text === ''
        ? { why: 'no outcome of the step scan says how old the database was' }
        : { known: text };
}
function readOutcome(text, path, image, observed) {
    const read = outcomeSchema.safeParse(record_facts_parsed(text));
    if (!read.success) {
        throw new error/* HygieneError */.c('bad-file', `${path} is no outcome of the step scan`, {
            fix: 'with: { step: scan, json-file: scan.json }, then with: { step: record, scan-outcome: scan.json }',
            cause: read.error,
        });
    }
    const ours = digestsOf(image, observed);
    const other = read.data.findings.find(({ image: name }) => {
        // The name of a platform's image ends with its platform: `app@sha256:… (linux/amd64)`.
        const digest = name === undefined ? undefined : /@([a-z0-9]+:[0-9a-f]+)/.exec(name)?.[1];
        return digest !== undefined && !ours.has(digest);
    });
    if (other !== undefined)
        throw ofAnother(path, other.image ?? '', image);
    return read.data;
}
function ofThisImage(report, path, image, observed) {
    const ours = digestsOf(image, observed);
    const named = report.image.digests.some(one => ours.has(one.split('@')[1] ?? ''));
    if (named || observed.platforms.some(({ configDigest }) => configDigest === report.image.id))
        return report;
    throw ofAnother(path, report.artifact.name, image);
}
function ofAnother(path, name, image) {
    return new error/* HygieneError */.c('bad-usage', `${path} is about ${name || 'something else'}, not about ${image.digest}`, {
        fix: `scan this image: image-hygiene scan ${image.repository}@${image.digest}`,
    });
}
function digestsOf(image, { platforms }) {
    return new Set([image.digest, ...platforms.map(({ manifest }) => manifest.digest)]);
}
/** Why the reports do not tell everything that is in the image. */
function uncovered(reports, image, { platforms }) {
    if (reports.length === 0)
        return 'no report of Trivy was given';
    const open = platforms.find(({ manifest, configDigest }) => !reports.some(({ image: { id, digests } }) => id === configDigest || digests.some(one => one.endsWith(`@${manifest.digest}`))));
    if (open !== undefined && !(platforms.length === 1 && reports.length > 0))
        return `no report of Trivy for ${open.name} of ${image.digest} was given`;
    return reports.some(({ packages }) => packages.length > 0)
        ? undefined
        : 'the report lists no packages: make it with --list-all-pkgs';
}
function criticalsIn(reports) {
    const found = reports.flatMap(({ vulnerabilities }) => vulnerabilities
        .filter(({ grade }) => grade === 'critical')
        .map(({ id, package: { name, version } }) => JSON.stringify([id, name, version])));
    return new Set(found).size;
}
function nameOf({ name, version, purl }) {
    return `${/^pkg:([a-z][a-z0-9.+-]*)\//.exec(purl ?? '')?.[1] ?? 'unknown'}/${name}=${version}`;
}
function record_facts_parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** The base, if a claim about it stands up against the layers of every platform; never a guess from the history. */
async function baseOf(image, observed, registries, { log }) {
    const names = new Set();
    for (const { manifest, labels, diffIds, name } of observed.platforms) {
        const target = {
            name: `${image.repository}@${manifest.digest}`,
            image: { repository: image.repository, digest: manifest.digest },
            manifest,
            ...(observed.head.kind === 'index' ? { index: observed.head } : {}),
        };
        const about = { image: { digests: [], tags: [], diffIds, history: [], labels, platform: name } };
        const base = await (0,scan_base/* findBase */.l)(target, about, { registries, bases: [], offline: false, log });
        names.add(base === undefined || base.by === 'history' ? '' : (base.name ?? ''));
    }
    const [found = ''] = names;
    if (names.size > 1)
        return { why: 'its platforms stand on different bases' };
    if (found === '')
        return { why: 'nothing that it says about its base could be held against its layers' };
    const reference = (0,image_reference/* parseReference */.F2)(found);
    if ('fault' in reference)
        return { why: 'its base has no readable name' };
    const [bare = found] = found.split('@');
    return { known: { name: bare, digest: reference.digest } };
}

// EXTERNAL MODULE: ./lib/steps/registries.js
var steps_registries = __webpack_require__(7560);
;// CONCATENATED MODULE: ./lib/steps/record.js

















const { references, digest, trivyReports, scanOutcome, sbomFile, recordFile, attach, catalog: record_catalog, query } = inputs;
const { key, publicKey, identity, issuer, trustedRoot } = inputs;
const { cosignPath, cosignVersion, cosignSha256, cosignMirror } = inputs;
const { config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword } = inputs;
const { caFile, summary } = inputs;
const record_record = (0,steps_define/* defineStep */.ol)({
    name: 'record',
    inputs: {
        ...{ references, digest, trivyReports, scanOutcome, sbomFile, recordFile, attach, catalog: record_catalog, query },
        ...{ key, publicKey, identity, issuer, trustedRoot },
        ...{ cosignPath, cosignVersion, cosignSha256, cosignMirror },
        ...{ config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword },
        ...{ caFile, summary },
    },
    positional: 'references',
    outputs: {
        'record-file': 'Path of the record, if it was asked for.',
        'record-digest': 'Digest of the referrer that holds the record, if it was attached.',
        record: 'The record, or those that were found, as JSON.',
        found: 'How many records fit the question.',
    },
    permissions: {
        github: { contents: 'read', packages: 'write', 'id-token': 'write' },
        registry: 'push',
        gitlab: 'Nothing for images of the same project; with sign.attest and no key, id_tokens as for sign.',
    },
    async run(inputs, world) {
        const loaded = await (0,steps_policy/* loadPolicy */.t)(inputs, world);
        if (inputs.printPolicy)
            return (0,steps_policy/* printedPolicy */.b)(loaded);
        if (inputs.query.length > 0)
            return found(await (0,steps_catalog/* catalogAt */.Z)(named(inputs.catalog), inputs, loaded.policy, world).read(), inputs.query);
        const asked = (0,pinned/* readPinned */.r)(inputs.references, inputs.digest, 'record');
        const image = oneImage(asked);
        const policy = (0,steps_cosign/* managing */.xc)(loaded, asked);
        const registries = await (0,steps_registries/* registriesOf */.Ho)(inputs, policy.policy, world);
        const registry = registries.of(image.repository);
        const observed = await observe(registry, image.repository, image.digest);
        const made = makeRecord({
            image: image.tag === undefined ? (0,image_reference/* formatReference */.FH)(image) : `${image.repository}:${image.tag}`,
            digest: image.digest,
            tags: asked.flatMap(({ repository, tag }) => (tag === undefined ? [] : [`${repository}:${tag}`])),
            class: classOf(asked, policy),
            observed,
            builder: await provenance_builderOf(registry, image.repository, observed.head),
            base: await baseOf(image, observed, registries, world),
            ...(await scanned(inputs, image, observed, world)),
            signatures: await describeSignatures(image, registries.of, (0,steps_cosign/* elsewhereOf */.q3)(world)),
            sbom: await digestOfFile(inputs.sbomFile, world),
            run: await record_runOf(world),
            policy: loaded.digest,
            now: world.now(),
        });
        const faults = (0,record/* faultsOf */.xm)(made);
        if (faults.length > 0)
            throw new error/* HygieneError */.c('internal', `the record is not sound: ${faults.join('; ')}`);
        if (inputs.recordFile !== undefined)
            await world.files.write(inputs.recordFile, `${JSON.stringify(made, undefined, 2)}\n`);
        const attached = inputs.attach
            ? await attachRecord(registry, image.repository, observed.head, made)
            : undefined;
        if (policy.policy.sign.attest)
            await attestRecord(inputs, image, made, policy.policy, world);
        if (inputs.catalog !== undefined)
            await (0,steps_catalog/* catalogAt */.Z)(inputs.catalog, inputs, policy.policy, world).append(made);
        return {
            verdict: 'pass',
            findings: [],
            outputs: {
                record: (0,catalog/* formatRecord */.bM)(made).trimEnd(),
                ...(inputs.recordFile === undefined ? {} : { 'record-file': inputs.recordFile }),
                ...(attached === undefined ? {} : { 'record-digest': attached }),
            },
            stats: { ...registries.stats(), unknown: Object.keys(made.unknown).length },
            text: told(made),
            summary: table(made),
        };
    },
});
/** Several references are several tags of one image. */
function oneImage(asked) {
    const [first] = asked;
    const other = asked.find(one => one.digest !== first.digest || one.repository !== first.repository);
    if (other === undefined)
        return first;
    throw new error/* HygieneError */.c('bad-usage', `a record is of one image, not of ${first.digest} and ${other.digest}`, {
        fix: 'record each in a call of its own; several tags of one image in one repository may be given together',
    });
}
function named(catalog) {
    if (catalog !== undefined)
        return catalog;
    throw new error/* HygieneError */.c('bad-usage', 'list: there is no catalog to look in', {
        fix: '--catalog catalog.jsonl',
    });
}
function classOf(asked, { policy }) {
    const names = new Set(asked.flatMap(image => (0,deployable/* classesOf */.OX)(image, policy).map(({ name }) => name)));
    const [name] = names;
    if (name === undefined)
        return { why: 'it was recorded without a tag of any class' };
    return names.size === 1
        ? { known: name }
        : { why: `its tags are of several classes: ${[...names].join(', ')}` };
}
async function scanned(call, image, observed, world) {
    const { scan, scanner } = await readScanFacts(call, image, observed, world);
    return { scan, tools: { 'image-hygiene': version/* version */.r, ...(scanner === undefined ? {} : { trivy: scanner }) } };
}
async function digestOfFile(path, { files }) {
    if (path === undefined)
        return { why: 'no SBOM was given' };
    const bytes = await files.read(path, 256 * 1024 * 1024);
    return { known: `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}` };
}
/** Outside a CI there is no run; a checkout alone does not say who built an image. */
async function record_runOf(world) {
    const facts = await (0,steps_facts/* readBuildFacts */.C)(world, { gitTags: false }).catch(() => undefined);
    return facts === undefined || facts.forge === 'git'
        ? undefined
        : { sha: facts.sha, actor: facts.actor, url: facts.runUrl };
}
function found({ records, findings }, words) {
    const fitting = search(records, readQuestion(words));
    const lines = fitting.map(one => (0,harmless/* oneLine */.TN)(`${one.image}  ${one.digest}  ${one.built_at ?? 'built at an unknown time'}  ${one.git_commit ?? ''}`, 1000));
    return {
        verdict: (0,outcome/* verdictOf */.Vj)(findings),
        findings,
        outputs: { found: String(fitting.length), record: JSON.stringify(fitting) },
        stats: { records: records.length, found: fitting.length },
        text: [...lines, `${fitting.length} of ${records.length} records`, (0,terminal/* terminalFindings */.f)(findings)]
            .filter(part => part !== '')
            .join('\n'),
    };
}
function told(record) {
    const unknown = Object.entries(record.unknown).map(([path, why]) => (0,harmless/* oneLine */.TN)(`  ${path}: not known, ${why}`, 1000));
    return [(0,harmless/* oneLine */.TN)(`Recorded ${record.image} as ${record.digest}.`, 1000), ...unknown].join('\n');
}
function table(record) {
    const rows = [
        ['image', record.image],
        ['digest', record.digest],
        ['built at', record.built_at],
        ['builder', record.builder],
        ['commit', record.git_commit],
        ['base', record.dependencies.base_image],
        ['scan', record.security_scan.status],
        ['critical', record.security_scan.critical_vulns],
        ['signatures', record.signatures?.length ?? null],
    ];
    return [
        '| | |',
        '|---|---|',
        ...rows.map(([name, value]) => `| ${name} | ${value === null ? 'not known' : (0,harmless/* inCode */.pN)(String(value))} |`),
    ].join('\n');
}


/***/ })

};
;