export const id = 227;
export const ids = [227];
export const modules = {

/***/ 6227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  record: () => (/* binding */ record)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/catalog/index.js + 6 modules
var catalog = __webpack_require__(9444);
// EXTERNAL MODULE: ./lib/image/index.js + 9 modules
var lib_image = __webpack_require__(716);
// EXTERNAL MODULE: ./lib/outcome/index.js + 4 modules
var outcome = __webpack_require__(220);
// EXTERNAL MODULE: ./lib/policy/index.js + 4 modules
var lib_policy = __webpack_require__(7134);
// EXTERNAL MODULE: ./lib/report/index.js + 9 modules
var report = __webpack_require__(9654);
// EXTERNAL MODULE: ./lib/signing/index.js + 19 modules
var signing = __webpack_require__(2418);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: ./lib/steps/cosign.js
var cosign = __webpack_require__(1272);
// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
// EXTERNAL MODULE: ./lib/steps/deployable.js
var deployable = __webpack_require__(8552);
// EXTERNAL MODULE: ./lib/steps/facts.js
var steps_facts = __webpack_require__(9072);
// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
// EXTERNAL MODULE: ./lib/steps/policy.js + 1 modules
var steps_policy = __webpack_require__(9243);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9133);
// EXTERNAL MODULE: ./lib/gates/scan/index.js + 17 modules
var scan = __webpack_require__(2844);
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
        const report = (0,scan/* parseTrivyReport */.Qg)(await files.read(path, 256 * 1024 * 1024), {
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
                : { known: (0,lib_image/* formatInstant */.r4)(Math.min(...times)) },
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
    const read = outcomeSchema.safeParse(parsed(text));
    if (!read.success) {
        throw new outcome/* HygieneError */.cU('bad-file', `${path} is no outcome of the step scan`, {
            fix: 'with: { step: scan, json-file: scan.json }, then with: { step: record, scan-outcome: scan.json }',
            cause: read.error,
        });
    }
    const ours = digestsOf(image, observed);
    const other = read.data.findings.find(({ image: name }) => {
        const digest = name === undefined ? undefined : name.split('@')[1];
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
    return new outcome/* HygieneError */.cU('bad-usage', `${path} is about ${name || 'something else'}, not about ${image.digest}`, {
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
function parsed(text) {
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
    const reference = (0,lib_image/* parseReference */.F2)(found);
    if ('fault' in reference)
        return { why: 'its base has no readable name' };
    const [bare = found] = found.split('@');
    return { known: { name: bare, digest: reference.digest } };
}

// EXTERNAL MODULE: ./lib/steps/registries.js
var steps_registries = __webpack_require__(7560);
;// CONCATENATED MODULE: ./lib/steps/record.js
















const { references, digest, trivyReports, scanOutcome, sbomFile, recordFile, attach, catalog: record_catalog, query } = inputs;
const { config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword } = inputs;
const { caFile, summary } = inputs;
const record = (0,steps_define/* defineStep */.ol)({
    name: 'record',
    inputs: {
        ...{ references, digest, trivyReports, scanOutcome, sbomFile, recordFile, attach, catalog: record_catalog, query },
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
        github: { contents: 'read', packages: 'write' },
        registry: 'push',
        gitlab: 'Nothing for images of the same project.',
    },
    async run(inputs, world) {
        const loaded = await (0,steps_policy/* loadPolicy */.t)(inputs, world);
        if (inputs.printPolicy)
            return { verdict: 'pass', findings: [], outputs: {}, stats: {}, text: (0,lib_policy/* formatPolicy */.EL)(loaded) };
        if (inputs.query.length > 0)
            return found(await (0,catalog/* readCatalog */.uM)(named(inputs.catalog), world.files), inputs.query);
        const asked = (0,signing/* readPinned */.r6)(inputs.references, inputs.digest, 'record');
        const image = oneImage(asked);
        const policy = (0,cosign/* managing */.xc)(loaded, asked);
        const registries = await (0,steps_registries/* registriesOf */.H)(inputs, policy.policy, world);
        const registry = registries.of(image.repository);
        const observed = await (0,catalog/* observe */.lB)(registry, image.repository, image.digest);
        const made = (0,catalog/* makeRecord */.Uo)({
            image: image.tag === undefined ? (0,lib_image/* formatReference */.FH)(image) : `${image.repository}:${image.tag}`,
            digest: image.digest,
            tags: asked.flatMap(({ repository, tag }) => (tag === undefined ? [] : [`${repository}:${tag}`])),
            class: classOf(asked, policy),
            observed,
            base: await baseOf(image, observed, registries, world),
            ...(await scanned(inputs, image, observed, world)),
            signatures: await (0,signing/* describeSignatures */.pN)(image, registries.of, (0,cosign/* elsewhereOf */.q3)(world)),
            sbom: await digestOfFile(inputs.sbomFile, world),
            run: await runOf(world),
            policy: loaded.digest,
            now: world.now(),
        });
        const faults = (0,catalog/* faultsOf */.xm)(made);
        if (faults.length > 0)
            throw new outcome/* HygieneError */.cU('internal', `the record is not sound: ${faults.join('; ')}`);
        if (inputs.recordFile !== undefined)
            await world.files.write(inputs.recordFile, `${JSON.stringify(made, undefined, 2)}\n`);
        const attached = inputs.attach
            ? await (0,catalog/* attachRecord */.LL)(registry, image.repository, observed.head, made)
            : undefined;
        if (inputs.catalog !== undefined)
            await (0,catalog/* appendRecord */.EB)(inputs.catalog, made, world.files);
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
    throw new outcome/* HygieneError */.cU('bad-usage', `a record is of one image, not of ${first.digest} and ${other.digest}`, {
        fix: 'record each in a call of its own; several tags of one image in one repository may be given together',
    });
}
function named(catalog) {
    if (catalog !== undefined)
        return catalog;
    throw new outcome/* HygieneError */.cU('bad-usage', 'list: there is no catalog to look in', {
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
async function runOf(world) {
    const facts = await (0,steps_facts/* readBuildFacts */.C)(world, { gitTags: false }).catch(() => undefined);
    return facts === undefined || facts.forge === 'git'
        ? undefined
        : { sha: facts.sha, actor: facts.actor, url: facts.runUrl };
}
function found({ records, findings }, words) {
    const fitting = (0,catalog/* search */.$P)(records, (0,catalog/* readQuestion */.H1)(words));
    const lines = fitting.map(one => (0,report/* oneLine */.TN)(`${one.image}  ${one.digest}  ${one.built_at ?? 'built at an unknown time'}  ${one.git_commit ?? ''}`, 1000));
    return {
        verdict: (0,outcome/* verdictOf */.Vj)(findings),
        findings,
        outputs: { found: String(fitting.length), record: JSON.stringify(fitting) },
        stats: { records: records.length, found: fitting.length },
        text: [...lines, `${fitting.length} of ${records.length} records`, (0,report/* terminalFindings */.fU)(findings)]
            .filter(part => part !== '')
            .join('\n'),
    };
}
function told(record) {
    const unknown = Object.entries(record.unknown).map(([path, why]) => (0,report/* oneLine */.TN)(`  ${path}: not known, ${why}`, 1000));
    return [(0,report/* oneLine */.TN)(`Recorded ${record.image} as ${record.digest}.`, 1000), ...unknown].join('\n');
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
        ...rows.map(([name, value]) => `| ${name} | ${value === null ? 'not known' : (0,report/* inCode */.pN)(String(value))} |`),
    ].join('\n');
}


/***/ })

};
