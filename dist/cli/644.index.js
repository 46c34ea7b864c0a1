export const id = 644;
export const ids = [644];
export const modules = {

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
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(716);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(220);


/** `--at`, or now. Throws `bad-usage` for what is neither RFC 3339 nor unix seconds. */
function momentOf(at, world) {
    const moment = at === undefined ? world.now() : (0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseExpireAt */ .K5)(at);
    if (typeof moment === 'number')
        return moment;
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .cU('bad-usage', `at: '${at}' ${moment?.why ?? 'is empty'}`, {
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


/***/ }),

/***/ 6644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./lib/cleanup/in-use/index.js + 9 modules
var in_use = __webpack_require__(8819);
// EXTERNAL MODULE: ./lib/cleanup/keeps.js
var keeps = __webpack_require__(2518);
// EXTERNAL MODULE: ./lib/image/index.js + 9 modules
var lib_image = __webpack_require__(716);
// EXTERNAL MODULE: ./lib/policy/index.js + 4 modules
var lib_policy = __webpack_require__(7134);
;// CONCATENATED MODULE: ./lib/cleanup/mistakes.js


const most = 5;
/**
 * What looks like a slip in the policy or in the tags: a template that matches nothing (and so protects nothing), tags
 * that nearly match, tags that builds may not have, labels in a wrong unit.
 */
function mistakesOf(decision, snapshots, loaded) {
    const tags = snapshots.flatMap(snapshot => [...snapshot.tags.keys()]
        .filter(tag => (0,lib_image/* parseMetadataTag */.tN)(tag) === undefined)
        .sort()
        .map(tag => ({ tag, image: `${snapshot.repository}:${tag}` })));
    return [
        ...emptyTemplates(tags.map(({ tag }) => tag), loaded),
        ...nearMisses(decision, loaded),
        ...forbidden(tags, loaded),
        ...wrongUnits(decision),
    ];
}
function emptyTemplates(tags, { policy, where }) {
    if (tags.length === 0)
        return [];
    return Object.keys(policy.classes).flatMap(name => (0,lib_policy/* classTemplates */.wu)(policy, name).flatMap((template, index) => {
        const location = where(`classes.${name}.tags.${index}`);
        // A built-in row that nobody wrote is nobody's slip.
        if (location === undefined || tags.some(tag => template.match(tag) !== undefined))
            return [];
        return [
            finding('template-matches-nothing', `the template '${template.text}' of class ${name} matches none of ${tags.length} tags`, {
                fix: 'compare it with the tags that the registry has; templates match whole tags, never digests',
                location,
            }),
        ];
    }));
}
function nearMisses(decision, { policy }) {
    const found = [];
    for (const { images, repository } of decision.repositories) {
        for (const { fate, tags } of images) {
            if (fate.goes || fate.because !== 'no-class')
                continue;
            for (const tag of tags) {
                if (found.length === most)
                    return found;
                const meant = (0,lib_policy/* nearestTag */.DW)(tag, policy);
                // Only what a person would take for a tag of the class: nearly all of it is there.
                if (meant === undefined || !isNear(tag, meant.tag))
                    continue;
                found.push(finding('tag-nearly-matches', `the tag ${tag} is of no class, and nearly ${meant.tag} of class ${meant.class}`, {
                    image: `${repository}:${tag}`,
                }));
            }
        }
    }
    return found;
}
function isNear(tag, meant) {
    const bare = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
    return bare(meant).includes(bare(tag)) || bare(tag).includes(bare(meant));
}
function forbidden(tags, { policy, where }) {
    const found = tags.flatMap(({ tag, image }) => {
        const row = (0,lib_policy/* matchesForbidden */.Zp)(tag, policy);
        return row === undefined
            ? []
            : [
                finding('forbidden-tag', `${image} has a tag that builds may not have ('${row.template}')`, {
                    image,
                    location: where(row.path),
                }),
            ];
    });
    return found.slice(0, most);
}
function wrongUnits(decision) {
    return decision.repositories
        .flatMap(({ images }) => images)
        .flatMap(({ repository, head, tags, fate }) => !fate.goes && fate.because === 'absurd-clock'
        ? [
            finding('clock-absurd', `expire_at ${fate.detail}; it is kept`, {
                fix: 'write unix seconds: date +%s has ten digits',
                image: tags[0] === undefined ? `${repository}@${head}` : `${repository}:${tags[0]}`,
            }),
        ]
        : [])
        .slice(0, most);
}
function finding(rule, message, more) {
    return {
        rule,
        severity: 'warning',
        message,
        ...(more.fix === undefined ? {} : { fix: more.fix }),
        ...(more.location === undefined ? {} : { location: more.location }),
        ...(more.image === undefined ? {} : { image: more.image }),
    };
}

// EXTERNAL MODULE: ./lib/cleanup/plan-file.js
var plan_file = __webpack_require__(6860);
// EXTERNAL MODULE: ./lib/cleanup/pull-request/index.js + 14 modules
var pull_request = __webpack_require__(5192);
// EXTERNAL MODULE: ./lib/cleanup/settle.js + 9 modules
var settle = __webpack_require__(1072);
// EXTERNAL MODULE: ./lib/forge/index.js + 1 modules
var lib_forge = __webpack_require__(6020);
// EXTERNAL MODULE: ./lib/outcome/index.js + 4 modules
var outcome = __webpack_require__(220);
// EXTERNAL MODULE: ./lib/registry/index.js + 32 modules
var registry = __webpack_require__(5951);
// EXTERNAL MODULE: ./lib/steps/closed-requests.js + 1 modules
var closed_requests = __webpack_require__(9657);
// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
// EXTERNAL MODULE: ./lib/steps/forge.js + 1 modules
var steps_forge = __webpack_require__(186);
// EXTERNAL MODULE: ./lib/steps/held.js
var held = __webpack_require__(328);
// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
// EXTERNAL MODULE: ./lib/steps/moment.js
var moment = __webpack_require__(3839);
// EXTERNAL MODULE: ./lib/steps/plan-before.js
var plan_before = __webpack_require__(3346);
;// CONCATENATED MODULE: ./lib/cleanup/blockers.js
/** The blockers of a decision, most images first. */
function blockersOf(decision, cleanup) {
    const held = new Map();
    for (const { images } of decision.repositories) {
        for (const image of images) {
            if (image.fate.goes || !Object.hasOwn(words, image.fate.because))
                continue;
            const known = held.get(image.fate.because);
            if (known === undefined)
                held.set(image.fate.because, [image]);
            else
                known.push(image);
        }
    }
    return [...held]
        .map(([because, images]) => blockerOf(because, images, cleanup))
        .sort((a, b) => b.images - a.images);
}
const legacy = (clock) => `classes:\n  legacy: { tags: ['*'], expires: 180d }${clock === '' ? '' : `\ncleanup:\n  clock: ${clock}`}`;
const words = {
    'no-class': {
        what: 'tags of no class',
        opens: ({ clock }) => legacy(clock === 'created' ? '' : 'created'),
    },
    'no-clock': {
        what: 'no clock: no expire_at, and nothing that the policy takes instead',
        opens: ({ clock }) => clock === 'created'
            ? 'label them when they are built: the step prepare writes expire_at'
            : `cleanup:\n  clock: ${clock === 'label' ? 'push' : 'created'}`,
    },
    'absurd-clock': {
        what: 'an expire_at that is no moment in unix seconds',
        opens: () => 'mend the label where it is written (unix seconds, ten digits), or give their tags a class without a clock',
    },
    unranked: {
        what: 'no rank, so a floor neither counts nor drops them',
        opens: () => 'retag them as versions (v1.2.3), or give those tags a class of their own',
    },
    limit: {
        what: 'over a limit: they could go, but not all at once',
        opens: ({ limits }) => `cleanup:\n  limits: { deletions: ${limits.deletions * 2}, share: ${Math.min(100, Math.round(limits.share * 200))}% }`,
    },
    held: {
        what: 'in repositories that could not be read whole, or nobody knows what runs',
        opens: () => 'see the findings named held: nothing of such a repository is planned until they are mended',
    },
};
function blockerOf(because, images, cleanup) {
    const { what, opens } = words[because];
    return {
        because,
        images: images.length,
        examples: images
            .slice(0, 3)
            .map(({ repository, head, tags }) => `${repository}${tags[0] === undefined ? `@${head}` : `:${tags[0]}`}`),
        what,
        opens: opens(cleanup),
    };
}

;// CONCATENATED MODULE: ./lib/cleanup/overview.js
/** A row per repository and class, in the order of the decision; within a repository by name of the class. */
function overviewOf(decision) {
    return decision.repositories.flatMap(({ repository, images }) => {
        const groups = new Map();
        for (const image of images) {
            const group = groupOf(image);
            const known = groups.get(group);
            if (known === undefined)
                groups.set(group, [image]);
            else
                known.push(image);
        }
        return [...groups]
            .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
            .map(([group, members]) => rowOf(repository, group, members));
    });
}
function rowOf(repository, group, images) {
    const kept = new Map();
    let goes = 0;
    let bytes = 0;
    let oldest;
    for (const { fate, clock } of images) {
        if (!fate.goes) {
            kept.set(fate.because, (kept.get(fate.because) ?? 0) + 1);
            continue;
        }
        goes++;
        bytes += fate.bytes;
        if (clock !== undefined)
            oldest = Math.min(oldest ?? clock.at, clock.at);
    }
    return {
        repository,
        group,
        images: images.length,
        goes,
        bytes,
        ...(oldest === undefined ? {} : { oldest }),
        kept,
    };
}
function groupOf({ class: name, tags, fate }) {
    if (name !== undefined)
        return name;
    if (tags.length === 0)
        return '(untagged)';
    const hangs = !fate.goes && (fate.because === 'metadata' || fate.because === 'referrer-of-kept');
    return hangs || tags.every(tag => tag.startsWith('sha256-')) ? '(signatures)' : '(no class)';
}
function rank(group) {
    return group.startsWith('(') ? 1 : 0;
}

// EXTERNAL MODULE: ./lib/report/index.js + 7 modules
var report = __webpack_require__(1076);
// EXTERNAL MODULE: ./lib/cleanup/amount.js
var amount = __webpack_require__(2750);
// EXTERNAL MODULE: ./lib/cleanup/collection.js
var collection = __webpack_require__(8518);
;// CONCATENATED MODULE: ./lib/cleanup/overview-text.js




const overview_text_words = {
    'in-use': 'in use',
    'never-expires': 'never expire',
    newest: 'among the newest',
    unranked: 'cannot be ranked',
    'not-expired': 'not expired',
    'too-young': 'too young',
    'no-clock': 'no clock',
    'absurd-clock': 'absurd clock',
    'no-class': 'no class',
    shared: 'needed by a kept image',
    'base-of-kept': 'base of a kept image',
    'referrer-of-kept': 'refer to a kept image',
    metadata: 'refer to something not here',
    'unknown-type': 'of unknown type',
    'kept-by-reviewer': 'kept by a reviewer',
    'last-image': 'last image',
    limit: 'over a limit',
    held: 'held',
};
/** The plan for a terminal: a table a repository, then how the bytes are freed, then what holds others. */
function overviewText(decision, rows, blockers) {
    const parts = decision.repositories.map(({ repository, held, bytes }) => {
        const own = rows.filter(row => row.repository === repository);
        const head = `${(0,report/* oneLine */.TN)(repository)}${held.length > 0 ? '  (held: nothing of it is planned)' : ''}`;
        if (own.length === 0)
            return `${head}\n  no images`;
        const freed = bytes > 0 ? [`  frees at most ${(0,amount/* formatBytes */.z)(bytes)}`] : [];
        return [head, ...table(own).map(line => `  ${line}`), ...freed].join('\n');
    });
    return [...parts, totalText(decision, rows), ...blockers.map(blockerText)]
        .filter(part => part !== '')
        .join('\n\n');
}
/** The same as Markdown, for a job summary. */
function overviewSummary(decision, rows, blockers) {
    const table = [
        '| repository | class | images | goes | frees at most | oldest | kept |',
        '|---|---|--:|--:|--:|---|---|',
        ...rows.map(row => {
            const [group, images, goes, bytes, oldest, kept] = cellsOf(row);
            return `| ${(0,report/* inCode */.pN)(row.repository)} | ${(0,report/* inMarkdown */.Hi)(group)} | ${images} | ${goes} | ${bytes} | ${oldest} | ${(0,report/* inMarkdown */.Hi)(kept)} |`;
        }),
    ];
    const opened = blockers.map(({ images, what, opens }) => `**${(0,amount/* count */.U)(images, 'image')}**: ${(0,report/* inMarkdown */.Hi)(what)}.\n\n\`\`\`yaml\n${opens.replaceAll('`', "'")}\n\`\`\``);
    return [table.join('\n'), totalText(decision, rows), ...opened].join('\n\n');
}
function table(rows) {
    const cells = [['class', 'images', 'goes', 'frees at most', 'oldest', 'kept'], ...rows.map(cellsOf)];
    const widths = cells[0]?.map((_, column) => Math.max(...cells.map(row => (row[column] ?? '').length))) ?? [];
    return cells.map(row => row
        .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column >= 1 && column <= 3 ? cell.padStart(width) : cell.padEnd(width);
    })
        .join('  ')
        .trimEnd());
}
function cellsOf({ group, images, goes, bytes, oldest, kept }) {
    const reasons = [...kept]
        .sort(([, a], [, b]) => b - a)
        .map(([because, number]) => `${number} ${overview_text_words[because]}`);
    return [
        (0,report/* oneLine */.TN)(group),
        images.toLocaleString('en-US'),
        goes.toLocaleString('en-US'),
        goes === 0 ? '' : (0,amount/* formatBytes */.z)(bytes),
        oldest === undefined ? '' : `since ${(0,lib_image/* formatInstant */.r4)(oldest).slice(0, 10)}`,
        reasons.join(', '),
    ];
}
function totalText({ repositories }, rows) {
    const goes = rows.reduce((sum, row) => sum + row.goes, 0);
    const images = rows.reduce((sum, row) => sum + row.images, 0);
    if (goes === 0)
        return `Of ${(0,amount/* count */.U)(images, 'image')}, none can go.`;
    const bytes = repositories.reduce((sum, one) => sum + one.bytes, 0);
    const hosts = new Set(repositories
        .filter(one => one.images.some(({ fate }) => fate.goes))
        .map(one => (0,lib_image/* registryOf */.Fv)(one.repository)));
    const collections = [...hosts].map(host => `  ${(0,report/* oneLine */.TN)(host)}: ${(0,collection/* collectionOf */.i)(host)}`);
    return [
        `Of ${(0,amount/* count */.U)(images, 'image')}, ${goes.toLocaleString('en-US')} can go. That frees at most ${(0,amount/* formatBytes */.z)(bytes)}, at the registry's next garbage collection:`,
        ...collections,
    ].join('\n');
}
function blockerText({ images, what, opens, examples }) {
    const lines = opens.split('\n').map(line => `    ${line}`);
    const shown = examples.map(example => (0,report/* oneLine */.TN)(example, 160)).join(', ');
    return [
        `${(0,amount/* count */.U)(images, 'image')} ${what} (${shown}${images > examples.length ? ', …' : ''}). To let them go:`,
        ...lines,
    ].join('\n');
}

;// CONCATENATED MODULE: ./lib/steps/plan-report.js






/** What a plan says: the table, what holds others, the findings. */
function reportPlan({ decision, lines }, findings, { policy }, made) {
    const totals = totalsOf(decision);
    const rows = overviewOf(decision);
    const blockers = blockersOf(decision, policy.cleanup);
    return {
        // Held is exit 3: what could not be decided is never a pass.
        verdict: totals.held > 0 ? 'error' : (0,outcome/* verdictOf */.Vj)(findings),
        findings,
        outputs: {
            going: String(totals.going),
            kept: String(totals.kept),
            held: String(totals.held),
            'freed-bytes': String(totals.bytes),
            'plan-id': (0,plan_file/* planId */.rY)(lines),
            ...fileOutput(made.planFile),
            ...proposalOutputs(made.proposed),
        },
        stats: { ...made.stats, images: totals.going + totals.kept, ...totals },
        text: [overviewText(decision, rows, blockers), (0,report/* terminalFindings */.fU)(findings)]
            .filter(part => part !== '')
            .join('\n\n'),
        summary: overviewSummary(decision, rows, blockers),
    };
}
function totalsOf({ repositories }) {
    const all = repositories.flatMap(({ images }) => images);
    const going = all.filter(({ fate }) => fate.goes).length;
    return {
        going,
        kept: all.length - going,
        held: repositories.filter(({ held }) => held.length > 0).length,
        bytes: repositories.reduce((sum, { bytes }) => sum + bytes, 0),
    };
}
function fileOutput(path) {
    return path === undefined ? {} : { 'plan-file': path };
}
function proposalOutputs(proposed) {
    if (proposed === undefined)
        return {};
    return {
        'pull-request-operation': proposed.operation,
        ...(proposed.number === undefined ? {} : { 'pull-request-number': String(proposed.number) }),
        ...(proposed.url === undefined ? {} : { 'pull-request-url': proposed.url }),
    };
}

// EXTERNAL MODULE: ./lib/steps/policy.js + 1 modules
var policy = __webpack_require__(9243);
// EXTERNAL MODULE: ./lib/steps/registries.js
var steps_registries = __webpack_require__(7560);
;// CONCATENATED MODULE: ./lib/steps/plan.js




















const nobody = { keeps: [], struck: new Set() };
const plan = (0,steps_define/* defineStep */.ol)({
    name: 'plan',
    inputs: {
        images: inputs/* images */.zC,
        inUse: inputs/* inUse */.Lj,
        planFile: inputs/* planFile */.eS,
        at: inputs.at,
        openPullRequest: inputs/* openPullRequest */.Hw,
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
    positional: 'images',
    outputs: {
        going: 'How many images can go.',
        kept: 'How many stay.',
        held: 'How many repositories are held.',
        'freed-bytes': 'The most that the registry could free, in bytes.',
        'plan-id': 'The id of the plan: a hash of its lines.',
        'plan-file': 'Path of the plan, if it was written.',
        'pull-request-number': 'Number of the cleanup pull or merge request.',
        'pull-request-url': 'Its address.',
        'pull-request-operation': 'What was done with it: created, updated, unchanged, closed, held or quiet.',
    },
    permissions: {
        github: { contents: 'write', 'pull-requests': 'write', packages: 'read' },
        registry: 'pull',
        gitlab: 'A project access token with the scope api, only to open a merge request.',
    },
    async run(inputs, world) {
        const loaded = await (0,policy/* loadPolicy */.t)(inputs, world);
        if (inputs.printPolicy)
            return printed(loaded);
        const now = (0,moment/* momentOf */.E)(inputs.at, world);
        const usage = await (0,in_use/* readUsage */.k9)(inputs.inUse, loaded.policy, world.files, world.now());
        refuseBlindProposal(inputs, usage);
        const registries = await (0,steps_registries/* registriesOf */.H)(inputs, named(loaded).policy, world);
        let snapshots = await (0,registry/* readRepositories */.NU)(loaded.policy.images, registries, world.log);
        const { closed, findings: silence } = await (0,closed_requests/* closedRequests */.l)(snapshots, loaded.policy, inputs, world);
        const before = await (0,plan_before/* planBefore */.t)(inputs.planFile ?? loaded.policy.cleanup['plan-file'], world);
        const planUnder = async (reviewed) => {
            const kept = (0,keeps/* keepLines */.F)(before, reviewed, snapshots);
            const settled = await (0,settle/* settle */.G)({ snapshots, usage, policy: loaded, now, kept, closed }, (snapshot, wants) => (0,registry/* extend */.X$)(snapshot, wants, registries));
            snapshots = settled.snapshots;
            const header = { policy: loaded.digest, sources: usage.sources.map(({ name }) => name) };
            return { header, lines: (0,plan_file/* planLines */.HN)(settled.decision, kept), decision: settled.decision };
        };
        const fresh = await planUnder(nobody);
        const proposed = inputs.openPullRequest ? await proposeIt(planUnder, loaded, inputs, world) : undefined;
        const text = proposed?.text ?? (0,plan_file/* formatPlan */.nT)(fresh.header, fresh.lines);
        if (inputs.planFile !== undefined)
            await world.files.write(inputs.planFile, text);
        const findings = [
            ...(0,held/* heldFindings */.m)(fresh.decision, usage),
            ...usage.findings,
            ...silence,
            ...mistakesOf(fresh.decision, snapshots, loaded),
            ...(proposed?.findings ?? []),
        ];
        return reportPlan(fresh, findings, loaded, {
            planFile: inputs.planFile,
            proposed,
            stats: registries.stats(),
        });
    },
});
function printed(loaded) {
    return { verdict: 'pass', findings: [], outputs: {}, stats: {}, text: (0,lib_policy/* formatPolicy */.EL)(loaded) };
}
/** A pull request asks people to trust it, so somebody must have said what runs, and it is about today. */
function refuseBlindProposal(inputs, usage) {
    if (!inputs.openPullRequest)
        return;
    if (inputs.at !== undefined) {
        throw new outcome/* HygieneError */.cU('bad-usage', 'at: a pull request is about now, not about another moment', {
            fix: 'leave out --at, or --open-pull-request',
        });
    }
    if (usage.standing !== 'missing')
        return;
    throw new outcome/* HygieneError */.cU('bad-usage', 'nothing says what is in use, so no pull request is opened', {
        fix: '--in-use prod.json, or `in-use: none` in the policy, said on purpose',
    });
}
function named(loaded) {
    if (loaded.policy.images.length > 0)
        return loaded;
    throw new outcome/* HygieneError */.cU('bad-usage', 'no images are named', {
        fix: "--images 'ghcr.io/acme/**', or `images: ['ghcr.io/acme/**']` in .image-hygiene.yml",
    });
}
async function proposeIt(planUnder, { policy }, tokens, world) {
    const event = await (0,lib_forge/* readEvent */.j)(world);
    (0,pull_request/* refuseUntrusted */.zd)(event);
    const forge = await (0,steps_forge/* forgeOf */.$)(world, { github: tokens.githubToken, gitlab: tokens.gitlabToken });
    const wait = (milliseconds) => new Promise(resolve => setTimeout(resolve, milliseconds));
    return (0,pull_request/* propose */.BM)({ forge, rules: policy.cleanup, plan: planUnder, now: world.now(), wait });
}


/***/ })

};
