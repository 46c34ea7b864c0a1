export const id = 49;
export const ids = [49];
export const modules = {

/***/ 4049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepare: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: ./lib/build/index.js + 17 modules
var build = __webpack_require__(3914);
// EXTERNAL MODULE: ./lib/image/index.js + 9 modules
var lib_image = __webpack_require__(716);
// EXTERNAL MODULE: ./lib/outcome/index.js + 4 modules
var outcome = __webpack_require__(220);
// EXTERNAL MODULE: ./lib/policy/index.js + 4 modules
var policy = __webpack_require__(7134);
// EXTERNAL MODULE: ./lib/report/index.js + 7 modules
var report = __webpack_require__(1076);
// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
// EXTERNAL MODULE: ./lib/steps/facts.js
var steps_facts = __webpack_require__(9072);
// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
;// CONCATENATED MODULE: ./lib/steps/existing.js

const revisionKey = 'org.opencontainers.image.revision';
/** The image under a tag and the commit it says it was built from; reads the registry as little as it can. */
async function readExisting(registry, repository, tag) {
    const answer = await registry.manifest(repository, tag);
    if ('unknown' in answer)
        return answer;
    if (!answer.found)
        return 'absent';
    const { manifest } = answer;
    const revision = await revisionOf(registry, repository, manifest);
    if (typeof revision === 'object')
        return revision;
    return { digest: manifest.digest, revision };
}
async function revisionOf(registry, repository, manifest) {
    const annotated = manifest.annotations[revisionKey];
    if (annotated !== undefined)
        return annotated;
    if (manifest.kind === 'index')
        return revisionOfIndex(registry, repository, manifest.children);
    if (manifest.config === undefined)
        return undefined;
    const blob = await registry.blob(repository, manifest.config.digest, lib_image/* largestConfig */.R0);
    if (blob === 'absent')
        return undefined;
    if ('unknown' in blob)
        return blob;
    const config = (0,lib_image/* parseImageConfig */.FB)(blob.bytes);
    return 'fault' in config ? undefined : config.labels[revisionKey];
}
/** What all platforms agree on. BuildKit's attestations (platform `unknown`) are no platforms. */
async function revisionOfIndex(registry, repository, children) {
    const found = new Set();
    for (const { digest } of children.filter(lib_image/* isPlatform */.aH).slice(0, 32)) {
        const revision = await revisionOfChild(registry, repository, digest);
        if (typeof revision === 'object')
            return revision;
        found.add(revision);
        if (found.size > 1)
            return undefined;
    }
    return [...found][0];
}
async function revisionOfChild(registry, repository, digest) {
    const answer = await registry.manifest(repository, digest);
    if ('unknown' in answer)
        return answer;
    // An index inside an index is not looked into: what is not known is not the same commit.
    return answer.found && answer.manifest.kind === 'image'
        ? revisionOf(registry, repository, answer.manifest)
        : undefined;
}

;// CONCATENATED MODULE: ./lib/steps/overwrites.js



/**
 * Whether tags that are written once exist already; a registry that does not answer is `undecidable`. Between this
 * look and the push somebody else may still push the same tag: only a registry with immutable tags closes that gap.
 */
async function findOverwrites(references, registryOf, sha) {
    const looked = await Promise.all(references.map(reference => look(reference, registryOf(reference.repository), sha)));
    return looked.flatMap(finding => finding ?? []);
}
async function look(reference, registry, sha) {
    const image = (0,lib_image/* formatReference */.FH)(reference);
    const existing = await readExisting(registry, reference.repository, reference.tag);
    if (existing === 'absent')
        return undefined;
    if ('digest' in existing)
        return (0,build/* judgeExisting */.Hx)(image, existing, sha);
    return {
        rule: 'undecidable',
        severity: 'error',
        message: `whether ${image} exists already could not be found out: ${existing.unknown}`,
        fix: 'log in to the registry before this step (docker login, or registry-username and registry-password), or set `check-registry: false`',
        image,
    };
}

// EXTERNAL MODULE: ./lib/steps/policy.js + 1 modules
var steps_policy = __webpack_require__(9243);
;// CONCATENATED MODULE: ./lib/steps/prepared-files.js


/**
 * Writes what build tools read from files, and says where. On a GitHub runner the first two are always written, below
 * RUNNER_TEMP, in a file of this step's own.
 */
async function writeFiles(prepared, wanted, { env, files }) {
    const { name, labels, expires, references } = prepared;
    const tags = references.map(lib_image/* formatReference */.FH);
    const bakePath = wanted.bakeFile ?? temporary('bake.json', env);
    const argumentsPath = wanted.buildArgsFile ?? temporary('build-args', env);
    if (bakePath !== undefined)
        await files.write(bakePath, (0,build/* bakeFile */.wQ)(tags, labels, (0,build/* makeAnnotations */.ni)(labels)));
    if (argumentsPath !== undefined)
        await files.write(argumentsPath, (0,build/* buildArguments */.fb)(tags, labels));
    if (wanted.dotenvFile !== undefined) {
        // Not IMAGE_HYGIENE_…: a later step in the pipeline would take those for its inputs.
        const report = (0,build/* dotenv */.PM)({
            PREPARED_CLASS: name.classes[0] ?? '',
            PREPARED_VERSION: name.version,
            PREPARED_REVISION: prepared.facts.sha,
            PREPARED_TAGS: tags.join(' '),
            PREPARED_TAG_NAMES: name.tags.join(' '),
            PREPARED_EXPIRE_AT: expires.kind === 'at' ? String(expires.at) : '',
            PREPARED_BUILD_ARGS_FILE: argumentsPath ?? '',
            PREPARED_BAKE_FILE: bakePath ?? '',
        });
        await files.write(wanted.dotenvFile, report);
    }
    return { 'bake-file': bakePath ?? '', 'build-args-file': argumentsPath ?? '' };
}
/** GITHUB_ACTION is one step's name in its job, also where the action is used twice. */
function temporary(name, env) {
    const folder = env['RUNNER_TEMP'];
    if (!folder)
        return undefined;
    const step = (env['GITHUB_ACTION'] ?? '').replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 100);
    return `${folder}/image-hygiene/${step || 'prepare'}-${name}`;
}

;// CONCATENATED MODULE: ./lib/steps/prepare.js











const prepare = (0,steps_define/* defineStep */.ol)({
    name: 'prepare',
    inputs: {
        image: inputs/* image */.Sl,
        tags: inputs/* tags */._A,
        labels: inputs/* labels */.WD,
        title: inputs/* title */.DD,
        checkRegistry: inputs/* checkRegistry */.qW,
        bakeFile: inputs/* bakeFile */.wQ,
        buildArgsFile: inputs/* buildArgsFile */.Cg,
        dotenvFile: inputs/* dotenvFile */.ay,
        registryUsername: inputs/* registryUsername */.YY,
        registryPassword: inputs/* registryPassword */.JX,
        caFile: inputs/* caFile */.DO,
        config: inputs/* config */.$W,
        printPolicy: inputs/* printPolicy */.yv,
        githubToken: inputs/* githubToken */.bU,
        gitlabToken: inputs/* gitlabToken */.Dq,
        annotations: inputs/* annotations */.hk,
        summary: inputs/* summary */.z,
    },
    positional: 'image',
    outputs: {
        class: 'The class of the build: a row of the policy.',
        version: 'SemVer without `v` for a release, the first tag otherwise.',
        tags: 'Full references, one a line: `tags` of docker/build-push-action.',
        'tag-names': 'The tags alone, one a line.',
        labels: '`key=value`, one a line: `labels` of docker/build-push-action.',
        annotations: 'The same for `annotations` of docker/build-push-action: `manifest:key=value` and `index:key=value`.',
        'expire-at': 'When the image may go, in unix seconds; empty if never, or not by the clock.',
        'bake-file': 'Path of a bake file with the target `docker-metadata-action`.',
        json: 'All of it in one JSON document.',
        'build-args-file': 'Path of a file of arguments for docker, buildah or podman build, one a line.',
    },
    permissions: {
        github: { contents: 'read', packages: 'read' },
        registry: 'pull',
        gitlab: 'Nothing beside the job token.',
    },
    async run(inputs, world) {
        const loaded = await (0,steps_policy/* loadPolicy */.t)(inputs, world);
        if (inputs.printPolicy)
            return { verdict: 'pass', findings: [], outputs: {}, stats: {}, text: (0,policy/* formatPolicy */.EL)(loaded) };
        const targets = (0,build/* readTargets */.R0)(inputs.image, inputs.tags, loaded);
        const further = (0,build/* readLabels */.k2)(inputs.labels);
        const facts = await (0,steps_facts/* readBuildFacts */.C)(world, { gitTags: targets.given.length > 0 });
        const now = world.now();
        const naming = nameBuild(targets, facts, loaded, now);
        const told = [...targets.findings, ...doubtsOf(facts), ...naming.findings];
        if (naming.name === undefined || (0,outcome/* verdictOf */.Vj)(told) === 'fail')
            return refusal(told);
        const created = (0,build/* buildTime */.aD)(world.env['SOURCE_DATE_EPOCH'], now);
        const known = { title: inputs.title, targets, further, facts, loaded, now, created };
        const prepared = dress(naming.name, known);
        const missing = (0,build/* missingLabels */.CG)(prepared.labels, loaded.policy, naming.name.classes);
        const findings = [...told, ...missing, ...(await findOverwritten(prepared, inputs, loaded, world))];
        if ((0,outcome/* verdictOf */.Vj)(findings) === 'fail')
            return refusal(findings);
        return {
            verdict: (0,outcome/* verdictOf */.Vj)(findings),
            findings,
            outputs: { ...(0,build/* outputsOf */.Yz)(prepared), ...(await writeFiles(prepared, inputs, world)) },
            stats: { tags: prepared.references.length },
            text: [(0,build/* storyOf */.dH)(prepared, now), (0,report/* terminalFindings */.fU)(findings)].filter(part => part !== '').join('\n'),
            summary: (0,build/* summaryTable */.jb)(prepared, now),
        };
    },
});
function nameBuild(targets, facts, loaded, now) {
    const given = targets.given.map(one => one.tag);
    return given.length > 0 ? (0,build/* checkTags */.MK)(given, facts, loaded, now) : (0,build/* makeTags */.aX)(facts, loaded, now);
}
/** Gives a named build its references, its labels and its moment to go. */
function dress(name, { title, targets, further, facts, loaded, now, created }) {
    const references = (0,build/* referencesOf */.CL)(targets, name.tags);
    const expiry = loaded.policy.classes[name.classes[0] ?? '']?.expires ?? { kind: 'never' };
    const expires = (0,build/* expiresOf */.UU)(expiry, created, now);
    const [repositoryName = ''] = references.map(one => (0,lib_image/* pathOf */.XM)(one.repository).split('/').at(-1) ?? '');
    const labels = (0,build/* makeLabels */.y6)({
        facts,
        version: name.version,
        title: (0,build/* readValue */.wK)('title', title ?? repositoryName),
        created,
        expires,
        quay: loaded.policy.labels.quay,
        onQuay: references.some(one => (0,lib_image/* registryOf */.Fv)(one.repository) === 'quay.io'),
        further,
    });
    return { facts, name, references, labels, expires };
}
/** Looks for tags that are written once. A build that is given no secrets pushes nothing, and could not log in. */
async function findOverwritten({ facts, name, references }, access, { policy }, world) {
    const once = new Set((0,build/* immutableTags */.c2)(name.tags, policy));
    const written = references.filter(one => once.has(one.tag));
    if (!access.checkRegistry || facts.pullRequest?.withoutSecrets || written.length === 0)
        return [];
    const { openRegistries } = await __webpack_require__.e(/* import() */ 951).then(__webpack_require__.bind(__webpack_require__, 5951));
    const { registryUsername: username, registryPassword: password, caFile } = access;
    const registries = openRegistries(world, {
        plainHttp: policy.cleanup['plain-http'],
        given: { images: references.map(one => one.repository), username, password },
        authorities: caFile === undefined ? undefined : await world.files.readText(caFile),
    });
    return findOverwrites(written, one => registries.of(one), facts.sha);
}
function doubtsOf({ doubts }) {
    return doubts.map(message => ({ rule: 'build-facts', severity: 'warning', message }));
}
/** Nothing is put out that a later step could push by accident. */
function refusal(findings) {
    const refused = findings.some(one => one.severity === 'error' && one.rule !== 'undecidable');
    return { verdict: refused ? 'fail' : 'error', findings, outputs: {}, stats: { tags: 0 } };
}


/***/ })

};
