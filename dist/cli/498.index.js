"use strict";
exports.id = 498;
exports.ids = [498];
exports.modules = {

/***/ 2518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ keepLines)
/* harmony export */ });
/* harmony import */ var _plan_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6860);

/**
 * The lines that say `keep`: of the plan that holds now and of what reviewers wrote since, without what they deleted.
 * A line is forgotten when its image is gone; where nobody looked, it may be there.
 */
function keepLines(before, reviewed, snapshots) {
    const there = new Map(snapshots.map(snapshot => [snapshot.repository, snapshot]));
    const mayExist = (repository, head) => {
        const snapshot = there.get(repository);
        if (snapshot === undefined || snapshot.gaps.length > 0)
            return true;
        return snapshot.manifests.has(head) || [...snapshot.tags.values()].includes(head);
    };
    const known = new Map();
    for (const line of [...(before?.lines ?? []), ...reviewed.keeps]) {
        if (line.action === 'keep')
            known.set(`${line.repository}@${line.head}`, line);
    }
    for (const name of reviewed.struck)
        known.delete(name);
    return (0,_plan_file_js__WEBPACK_IMPORTED_MODULE_0__/* .carriedKeeps */ .lM)({ lines: [...known.values()] }, mayExist);
}


/***/ }),

/***/ 6498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explain: () => (/* binding */ explain)
});

// EXTERNAL MODULE: ./lib/image/graph.js
var image_graph = __webpack_require__(5953);
// EXTERNAL MODULE: ./lib/image/instant.js
var instant = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/cleanup/judge.js
var judge = __webpack_require__(7463);
// EXTERNAL MODULE: ./lib/cleanup/rules/index.js + 10 modules
var rules = __webpack_require__(5475);
// EXTERNAL MODULE: ./lib/cleanup/view.js + 1 modules
var cleanup_view = __webpack_require__(4781);
;// CONCATENATED MODULE: ./lib/cleanup/explain.js




/** Each tag of a digest, judged alone; or what has to be read for it. */
function judgeTags(facts, snapshot, head) {
    const view = (0,cleanup_view/* viewOf */.du)(snapshot, (0,cleanup_view/* worldOf */.cO)(facts), []);
    const node = view.graph.nodeOf(head);
    if (node === undefined)
        return [];
    const verdicts = (view.graph.tags.get(node) ?? []).map(tag => judgeTag(view, node, tag, snapshot.gaps.length > 0));
    const { manifests, configs, referrers } = view.wants;
    if (snapshot.gaps.length > 0 || manifests.size + configs.size + referrers.size === 0)
        return verdicts;
    return { manifests: [...manifests], configs: [...configs], referrers: [...referrers] };
}
function judgeTag(view, node, tag, held) {
    const cases = (0,judge/* casesOfTag */.FK)(view, node, tag);
    const classes = cases.flatMap(({ match }) => match?.class ?? []);
    const hold = (0,judge/* holdOf */.nv)(cases, [...rules/* rules */.a.names, ...rules/* rules */.a.clocks]);
    if (hold === 'unread' || (held && hold === undefined))
        return { tag, classes, verdict: 'held' };
    if (hold !== undefined)
        return { tag, classes, verdict: { goes: false, ...hold } };
    const { clock } = (0,judge/* reasonOf */.A3)(cases);
    return { tag, classes, verdict: { goes: true, ...(clock === undefined ? {} : { clock }) } };
}
/** The images that a digest is or belongs to: itself, what names it, what it refers to; nearest first. */
function imagesOf(decision, snapshot, digest, facts) {
    const repository = decision.repositories.find(one => one.repository === snapshot.repository);
    const images = new Map(repository?.images.map(image => [image.head, image]));
    const { graph } = (0,cleanup_view/* viewOf */.du)(snapshot, (0,cleanup_view/* worldOf */.cO)(facts), []);
    const start = graph.nodeOf(digest);
    if (start === undefined)
        return [];
    const found = [];
    const seen = new Set([start]);
    for (const node of seen) {
        const image = images.get(graph.digests[node]);
        if (image !== undefined) {
            found.push(image);
            if (node === start)
                break;
        }
        for (const up of [...(0,image_graph/* follow */.e6)(graph.parents, node), ...(0,image_graph/* follow */.e6)(graph.subjects, node)])
            seen.add(up);
    }
    return found;
}
/** What would have to change for an image to go, or to stay. */
function wayOut({ fate, clock, tags }) {
    if (fate.goes)
        return `to keep it: change "delete" to "keep" in its line of the plan, or deploy it and refresh the inventory`;
    return ways[fate.because]({
        detail: fate.detail,
        path: fate.rule?.path ?? 'the policy',
        clock,
        tag: tags[0] ?? 'it',
    });
}
const ways = {
    'in-use': () => 'it goes once nothing uses it and a newer inventory says so',
    'never-expires': ({ path }) => `it goes only if ${path} says a duration or superseded`,
    newest: ({ path }) => `it goes when newer images push it out, or ${path} holds fewer`,
    unranked: ({ tag }) => `it goes if ${tag} can be ranked (a version such as v1.2.3), or is of a class without keep`,
    'not-expired': ({ clock }) => clock === undefined ? 'it has to wait' : `it goes from ${(0,instant/* formatInstant */.r)(clock.at)} on`,
    'too-young': ({ detail }) => detail,
    'no-clock': () => 'it goes if the policy takes another clock (cleanup.clock), or its class is superseded',
    'absurd-clock': () => 'it goes when its label is mended: unix seconds, ten digits',
    'no-class': ({ tag }) => `it goes only under a class that matches ${tag}: classes: { legacy: { tags: ['*'], expires: 180d } }`,
    shared: ({ detail }) => `it goes when that image does: ${detail}`,
    'base-of-kept': ({ detail }) => `it goes when nothing that stays is built on it: ${detail}`,
    'referrer-of-kept': () => 'it goes with the image that it refers to',
    metadata: () => 'it goes never by itself: delete it by hand if nobody needs it',
    'unknown-type': () => 'it goes never by itself: only images and indexes are judged',
    'kept-by-reviewer': () => 'it goes when its keep line is deleted from the plan file',
    'last-image': () => 'it goes once the repository has another image',
    limit: ({ path }) => `it goes in a later plan, or when ${path} allows more at once`,
    held: () => 'nothing of its repository is planned until it can be read whole and what runs is known',
};

// EXTERNAL MODULE: ./lib/cleanup/in-use/read-usage.js + 7 modules
var read_usage = __webpack_require__(7384);
// EXTERNAL MODULE: ./lib/cleanup/keeps.js
var keeps = __webpack_require__(2518);
// EXTERNAL MODULE: ./lib/cleanup/settle.js + 9 modules
var settle = __webpack_require__(1072);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/outcome/error.js
var error = __webpack_require__(3166);
// EXTERNAL MODULE: ./lib/policy/scope.js
var scope = __webpack_require__(478);
// EXTERNAL MODULE: ./lib/registry/extend.js
var extend = __webpack_require__(6095);
// EXTERNAL MODULE: ./lib/registry/read.js + 2 modules
var registry_read = __webpack_require__(2346);
// EXTERNAL MODULE: ./lib/report/terminal.js
var terminal = __webpack_require__(1488);
// EXTERNAL MODULE: ./lib/steps/closed-requests.js + 2 modules
var closed_requests = __webpack_require__(8654);
// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
// EXTERNAL MODULE: ./lib/outcome/finding.js
var finding = __webpack_require__(7525);
// EXTERNAL MODULE: ./lib/report/harmless.js
var harmless = __webpack_require__(2463);
;// CONCATENATED MODULE: ./lib/steps/explain-text.js



function explanationsText(explained) {
    return explained.map(explanation).join('\n\n');
}
function explanation({ reference, digest, images, tags, ways }) {
    const lines = [(0,harmless/* oneLine */.TN)(reference), `  ${digest}`];
    if (images.length === 0)
        lines.push('  nothing that was read names it: it is never touched');
    images.forEach((image, index) => {
        if (image.head !== digest)
            lines.push(`  belongs to ${nameOf(image)}`);
        lines.push(...fateLines(image), `  ${(0,harmless/* oneLine */.TN)(ways[index] ?? '', 600)}`);
        const { untag } = image;
        if (untag !== undefined) {
            lines.push(`  loses: ${untag.tags.join(', ')} (${untag.because}); it stays as ${untag.by.tag}`);
        }
        else if (image.head === digest)
            lines.push(...tagsAlone(image, tags));
    });
    if (tags.length > 0)
        lines.push('  its tags, each judged alone:', ...tags.map(tagLine));
    return lines.join('\n');
}
/** Tags that would go, on an image that another of its tags holds: the policy may let them go alone. */
function tagsAlone({ repository, fate }, tags) {
    const old = tags.filter(({ verdict }) => verdict !== 'held' && verdict.goes).map(({ tag }) => tag);
    const held = tags.some(({ verdict }) => verdict !== 'held' && !verdict.goes);
    if (fate.goes || fate.because === 'in-use' || fate.because === 'kept-by-reviewer')
        return [];
    if (!held || old.length === 0)
        return [];
    const host = (0,image_reference/* registryOf */.Fv)(repository);
    return [
        `  to let ${old.join(', ')} go alone: cleanup: { untag: [${host}] }, if that registry deletes single tags`,
    ];
}
function fateLines({ fate, class: name, clock }) {
    const rule = fate.rule === undefined
        ? []
        : [
            `  rule: ${fate.rule.path} (${fate.rule.location === undefined ? 'built in' : (0,finding/* formatLocation */.j$)(fate.rule.location)})`,
        ];
    return [
        fate.goes ? `  goes: ${fate.because}` : `  stays: ${fate.because}: ${(0,harmless/* oneLine */.TN)(fate.detail)}`,
        ...(name === undefined ? [] : [`  class: ${(0,harmless/* oneLine */.TN)(name)}`]),
        ...(clock === undefined ? [] : [`  clock: ${(0,instant/* formatInstant */.r)(clock.at)}, from ${clock.source}`]),
        ...rule,
        ...(fate.goes && fate.with.length > 0 ? [`  goes along: ${fate.with.join(' ')}`] : []),
    ];
}
function tagLine({ tag, classes, verdict }) {
    const of = classes.length === 0 ? 'no class' : `class ${classes.map(one => (0,harmless/* oneLine */.TN)(one)).join(', ')}`;
    if (verdict === 'held')
        return `    ${tag} (${of}): held`;
    if (!verdict.goes)
        return `    ${tag} (${of}): stays, ${(0,harmless/* oneLine */.TN)(verdict.detail)}`;
    return `    ${tag} (${of}): would go${verdict.clock === undefined ? '' : `, since ${(0,instant/* formatInstant */.r)(verdict.clock.at)}`}`;
}
function nameOf({ repository, head, tags }) {
    return tags[0] === undefined ? `${repository}@${head}` : `${repository}:${tags[0]}`;
}

// EXTERNAL MODULE: ./lib/steps/held.js
var held = __webpack_require__(328);
// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
// EXTERNAL MODULE: ./lib/steps/moment.js
var moment = __webpack_require__(3839);
// EXTERNAL MODULE: ./lib/steps/plan-before.js
var plan_before = __webpack_require__(3346);
// EXTERNAL MODULE: ./lib/steps/policy.js + 4 modules
var steps_policy = __webpack_require__(9185);
// EXTERNAL MODULE: ./lib/steps/registries.js
var steps_registries = __webpack_require__(7560);
;// CONCATENATED MODULE: ./lib/steps/explain.js


















const explain = (0,steps_define/* defineStep */.ol)({
    name: 'explain',
    inputs: {
        references: inputs/* references */.Ft,
        images: inputs/* images */.zC,
        inUse: inputs/* inUse */.Lj,
        planFile: inputs/* planFile */.eS,
        at: inputs.at,
        config: inputs/* config */.$W,
        printPolicy: inputs/* printPolicy */.yv,
        registryUsername: inputs/* registryUsername */.YY,
        registryPassword: inputs/* registryPassword */.JX,
        caFile: inputs/* caFile */.DO,
        cacheDir: inputs/* cacheDir */.e8,
        githubToken: inputs/* githubToken */.bU,
        gitlabToken: inputs/* gitlabToken */.Dq,
        summary: inputs/* summary */.z,
    },
    positional: 'references',
    outputs: { json: 'What was found about each reference, as one JSON document.' },
    permissions: {
        github: { contents: 'read', packages: 'read' },
        registry: 'pull',
        gitlab: 'Nothing beside the job token.',
    },
    async run(inputs, world) {
        const asked = inputs.references.map(readAsked);
        const wanted = [...new Set(asked.map(({ repository }) => repository))];
        const loaded = await (0,steps_policy/* loadPolicy */.t)({ ...inputs, images: inputs.images.length > 0 ? inputs.images : undefined }, world);
        if (inputs.printPolicy)
            return (0,steps_policy/* printedPolicy */.b)(loaded);
        const policy = managing(loaded, asked);
        const now = (0,moment/* momentOf */.E)(inputs.at, world);
        const usage = await (0,read_usage/* readUsage */.k)(inputs.inUse, policy.policy, world.files, world.now());
        const registries = await (0,steps_registries/* registriesOf */.Ho)(inputs, policy.policy, world);
        const more = (snapshot, wants) => (0,extend/* extend */.X)(snapshot, wants, registries);
        const read = await (0,registry_read/* readRepositories */.NU)(wanted, registries, world.log);
        const { closed, findings: silence } = await (0,closed_requests/* closedRequests */.l)(read, policy.policy, inputs, world);
        const before = await (0,plan_before/* planBefore */.t)(inputs.planFile ?? policy.policy.cleanup['plan-file'], world);
        const kept = (0,keeps/* keepLines */.F)(before, { keeps: [], struck: new Set() }, read);
        const facts = { snapshots: read, usage, policy, now, kept, closed };
        const { decision, snapshots } = await (0,settle/* settle */.G)(facts, more);
        const explained = [];
        for (const reference of asked) {
            const snapshot = snapshots.find(({ repository }) => repository === reference.repository);
            const digest = digestOf(reference, snapshot);
            const whose = imagesOf(decision, snapshot, digest, facts);
            const tags = await explain_tagsAlone(facts, snapshot, digest, more);
            explained.push({
                reference: (0,image_reference/* formatReference */.FH)(reference),
                digest,
                images: whose,
                tags,
                ways: whose.map(wayOut),
            });
        }
        const findings = [...(0,held/* heldFindings */.m)(decision, usage), ...usage.findings, ...silence];
        return {
            verdict: decision.repositories.some(({ held }) => held.length > 0)
                ? 'error'
                : findings.length > 0
                    ? 'warn'
                    : 'pass',
            findings,
            outputs: { json: JSON.stringify(explained) },
            stats: registries.stats(),
            text: [explanationsText(explained), (0,terminal/* terminalFindings */.f)(findings)]
                .filter(part => part !== '')
                .join('\n\n'),
        };
    },
});
function readAsked(text) {
    const reference = (0,image_reference/* parseReference */.F2)(text);
    if ('fault' in reference)
        throw new error/* HygieneError */.c('bad-usage', `references: ${reference.fault}`);
    if (reference.tag !== undefined || reference.digest !== undefined)
        return reference;
    throw new error/* HygieneError */.c('bad-usage', `references: '${text}' names a repository, not an image`, {
        fix: `${text}:TAG or ${text}@sha256:…; the whole repository is shown by: image-hygiene plan --images ${text}`,
    });
}
/** Without a policy file the call names the images; with one, what it does not manage is not explained. */
function managing(loaded, asked) {
    if (asked.length === 0) {
        throw new error/* HygieneError */.c('bad-usage', 'nothing to explain', {
            fix: 'image-hygiene explain ghcr.io/acme/app:v1.2.3',
        });
    }
    if (loaded.policy.images.length === 0) {
        return { ...loaded, policy: { ...loaded.policy, images: asked.map(({ repository }) => repository) } };
    }
    const outside = asked.find(({ repository }) => !(0,scope/* manages */.fu)(loaded.policy, repository));
    if (outside === undefined)
        return loaded;
    throw new error/* HygieneError */.c('not-managed', `the policy does not manage ${outside.repository}, so it is never touched`, {
        fix: `add it to 'images' of the policy:\nimages: ['${outside.repository}']`,
        location: loaded.where('images'),
        image: (0,image_reference/* formatReference */.FH)(outside),
    });
}
function digestOf({ tag, digest, repository }, snapshot) {
    const found = digest ?? (tag === undefined ? undefined : snapshot.tags.get(tag));
    if (found !== undefined)
        return found;
    if (snapshot.gaps.length > 0) {
        throw new error/* HygieneError */.c('undecidable', `${repository} could not be read whole: ${snapshot.gaps[0]?.why}`);
    }
    throw new error/* HygieneError */.c('bad-usage', `${repository} has no tag ${tag}`, {
        fix: `image-hygiene plan --images ${repository}`,
    });
}
async function explain_tagsAlone(facts, snapshot, digest, more) {
    let known = snapshot;
    for (;;) {
        const answer = judgeTags(facts, known, digest);
        if (!('manifests' in answer))
            return answer;
        known = await more(known, answer);
    }
}


/***/ }),

/***/ 328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ heldFindings)
/* harmony export */ });
const most = 5;
/** Why nothing of a repository is planned; what holds them all is said once. */
function heldFindings({ repositories }, usage) {
    const everywhere = usage.gaps.map(({ about, why }) => held(`every repository is held: ${about}: ${why}`));
    return [
        ...everywhere,
        ...repositories.flatMap(({ repository, held: gaps }) => {
            const own = gaps.filter(gap => !usage.gaps.includes(gap));
            const more = own.length > most ? [held(`${own.length - most} more things could not be read`, repository)] : [];
            return [...own.slice(0, most).map(({ about, why }) => held(`${about}: ${why}`, repository)), ...more];
        }),
    ];
}
function held(message, image) {
    return { rule: 'held', severity: 'error', message, ...(image === undefined ? {} : { image }) };
}


/***/ }),

/***/ 3839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ momentOf)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7687);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3166);


/** `--at`, or now. Throws `bad-usage` for what is neither RFC 3339 nor unix seconds. */
function momentOf(at, world) {
    const moment = at === undefined ? world.now() : (0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseExpireAt */ .K5)(at);
    if (typeof moment === 'number')
        return moment;
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .c('bad-usage', `at: '${at}' ${moment?.why ?? 'is empty'}`, {
        fix: '--at 2026-12-01T00:00:00Z, or --at 1796083200',
    });
}


/***/ }),

/***/ 3346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ planBefore)
/* harmony export */ });
/* harmony import */ var _cleanup_plan_file_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5906);

/** The plan that holds now, for the keep lines that reviewers left in it. A faulty one is `bad-file`, never passed over. */
async function planBefore(path, { files }) {
    return (await files.kind(path)) === 'file' ? (0,_cleanup_plan_file_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .readPlan */ .m)(await files.readText(path), path) : undefined;
}


/***/ })

};
;