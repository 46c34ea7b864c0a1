"use strict";
exports.id = 93;
exports.ids = [93,302];
exports.modules = {

/***/ 8518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ collectionOf)
/* harmony export */ });
/** How a registry's own garbage collection is started, by host: deleting manifests alone frees no disk. */
function collectionOf(host) {
    return hosts.find(([pattern]) => pattern.test(host))?.[1] ?? anyOther;
}
const hosts = [
    [/^ghcr\.io$/, 'GitHub frees it by itself; a package version can be restored there for 30 days'],
    [
        /(?:^|\.)gitlab\./,
        'GitLab collects by itself, about a day later; self-managed without the metadata database: gitlab-ctl registry-garbage-collect -m',
    ],
    [/\.dkr\.ecr\..*\.amazonaws\.com$/, 'ECR frees it by itself'],
    [/\.azurecr\.io$/, 'ACR frees it by itself'],
    [/(?:^|\.)(?:gcr\.io|pkg\.dev)$/, 'Artifact Registry frees it by itself'],
    [/^quay\.io$/, 'Quay collects by itself, after its time machine'],
];
const anyOther = 'docker-registry and distribution: stop pushes, then `registry garbage-collect /etc/docker/registry/config.yml`; Harbor: Administration, Clean Up, GC Now; zot and olareg collect by themselves';


/***/ }),

/***/ 2331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ lineName),
/* harmony export */   u: () => (/* binding */ readState)
/* harmony export */ });
/** How the journal knows what a line was about: an image, or one tag of an image that stays. */
function lineName(repository, head, tag) {
    return tag === undefined ? `${repository}@${head}` : `${repository}:${tag}@${head}`;
}
function readState(entries) {
    const lines = new Map();
    let plan;
    const byDigest = new Map();
    for (const entry of entries) {
        if (entry.event === 'run')
            plan = entry.plan;
        else if (entry.event === 'intent') {
            const name = lineName(entry.repository, entry.head, entry.untag?.tag);
            if (entry.untag !== undefined) {
                lines.set(name, { intent: entry, plan, gone: new Set(), restored: false });
                continue;
            }
            lines.set(name, begin(entry, plan, lines.get(name)));
            for (const manifest of entry.manifests) {
                byDigest.set(`${entry.repository}@${manifest.digest}`, { line: name, manifest });
            }
        }
        else if (entry.event === 'gone' || entry.event === 'put-back') {
            for (const digest of entry.digests) {
                const name = byDigest.get(`${entry.repository}@${digest}`)?.line;
                const gone = name === undefined ? undefined : lines.get(name)?.gone;
                if (entry.event === 'gone')
                    gone?.add(digest);
                else
                    gone?.delete(digest);
            }
        }
        else if (entry.event === 'untagged') {
            lines.get(lineName(entry.repository, entry.head, entry.tag))?.gone.add(entry.head);
        }
        else if (entry.event === 'restored') {
            const line = lines.get(lineName(entry.repository, entry.head, entry.tag));
            if (line !== undefined) {
                line.restored = true;
                line.gone.clear();
            }
        }
    }
    return {
        lines,
        manifest: (repository, digest) => byDigest.get(`${repository}@${digest}`)?.manifest,
    };
}
/** A run that goes on where another was interrupted sees less than that one saw: what both know counts. */
function begin(intent, plan, earlier) {
    if (earlier === undefined || earlier.restored)
        return { intent, plan, gone: new Set(), restored: false };
    const here = new Set(intent.manifests.map(manifest => manifest.digest));
    const before = earlier.intent.manifests.filter(manifest => !here.has(manifest.digest));
    return {
        intent: { ...intent, manifests: [...intent.manifests, ...before] },
        plan,
        gone: new Set([...earlier.gone].filter(digest => !here.has(digest))),
        restored: false,
    };
}


/***/ }),

/***/ 4275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CN: () => (/* binding */ runEntry),
/* harmony export */   UD: () => (/* binding */ rawOf),
/* harmony export */   _0: () => (/* binding */ openJournal),
/* harmony export */   e3: () => (/* binding */ journalForShow),
/* harmony export */   lq: () => (/* binding */ journaled)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5524);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3166);



const largestJournal = 512 * 1024 * 1024 - 1024;
/** Opens the journal of a folder, or begins one. */
async function openJournal(folder, files) {
    const path = `${folder.replace(/[\\/]+$/, '')}/journal.jsonl`;
    const exists = (await files.kind(path)) === 'file';
    const text = exists ? await files.readText(path, largestJournal) : '';
    const entries = [];
    const damaged = [];
    for (const [index, line] of text.split('\n').entries()) {
        if (line === '')
            continue;
        const entry = parseEntry(line);
        if (entry === undefined)
            damaged.push(index + 1);
        else
            entries.push(entry);
    }
    // A line that a crash cut off must not swallow the next one.
    let separator = text === '' || text.endsWith('\n') ? '' : '\n';
    return {
        path,
        entries,
        damaged,
        async record(entry) {
            await files.append(path, `${separator}${JSON.stringify(entry)}\n`);
            separator = '';
            entries.push(entry);
        },
    };
}
/** A journal that remembers and writes nothing, for a run that only says what it would do. */
function journalForShow(journal) {
    const entries = [...journal.entries];
    return {
        ...journal,
        entries,
        record: entry => {
            entries.push(entry);
            return Promise.resolve();
        },
    };
}
function runEntry(plan, now) {
    return { event: 'run', plan, at: (0,_image_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatInstant */ .r)(now) };
}
/** Refuses bytes that are not what the digest says: a journal that cannot restore is worse than none. */
function journaled(digest, raw, tags) {
    if (!matches(digest, raw.bytes)) {
        throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_2__/* .HygieneError */ .c('damaged', `the bytes read for ${digest} have another digest`, {
            fix: 'empty the cache folder (--cache-dir) and run again; nothing was deleted for it',
        });
    }
    return {
        digest,
        mediaType: raw.mediaType,
        tags,
        bytes: Buffer.from(raw.bytes).toString('base64'),
    };
}
/** The exact bytes again, or undefined if the journal is damaged there. */
function rawOf({ digest, mediaType, bytes }) {
    const decoded = new Uint8Array(Buffer.from(bytes, 'base64'));
    return matches(digest, decoded) ? { mediaType, bytes: decoded } : undefined;
}
function matches(digest, bytes) {
    const [algorithm = '', hex] = digest.split(':');
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(bytes).digest('hex') === hex;
}
const events = ['run', 'intent', 'untagged', 'gone', 'put-back', 'restored'];
function parseEntry(line) {
    try {
        const value = JSON.parse(line);
        return events.includes(value?.event) ? value : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 2854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ putManifestBack)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1074);

/** Puts one manifest under its tags where they are free, by digest where no tag is. */
async function putManifestBack(registry, repository, digest, raw, tags) {
    const free = [];
    const tagsLeft = [];
    let present = false;
    for (const tag of tags) {
        const look = await registry.digestOf(repository, tag);
        if (look === 'absent')
            free.push(tag);
        else if ('unknown' in look)
            return { back: false, why: 'unclear', detail: `${tag}: ${look.unknown}` };
        else if (look.digest === digest)
            present = true;
        else
            tagsLeft.push({ tag, now: look.digest });
    }
    if (!present && free.length === 0) {
        const look = await registry.digestOf(repository, digest);
        if (look !== 'absent' && 'unknown' in look)
            return { back: false, why: 'unclear', detail: look.unknown };
        present = look !== 'absent';
    }
    const names = free.length > 0 ? free : present ? [] : [digest];
    for (const name of names) {
        const put = await registry.putManifest(repository, name, raw);
        if ('unknown' in put)
            return { back: false, why: 'unclear', detail: put.unknown };
        if ('refused' in put) {
            if (put.refused !== 'blobs-missing')
                return { back: false, why: 'refused', detail: put.message };
            return { back: false, why: 'lost', blobs: await missingParts(registry, repository, digest, raw) };
        }
        if (put.digest !== digest) {
            return { back: false, why: 'unclear', detail: `the registry stored it as ${put.digest}` };
        }
    }
    return { back: true, how: names.length > 0 ? 'put' : 'was-there', tagsLeft };
}
/** What of an image the registry no longer has. */
async function missingParts(registry, repository, digest, raw) {
    const manifest = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseManifest */ .Ng)(raw.bytes, raw.mediaType, digest);
    if ('fault' in manifest)
        return [];
    const missing = [];
    const blobs = [...(manifest.config === undefined ? [] : [manifest.config]), ...manifest.layers];
    for (const blob of new Set(blobs.map(descriptor => descriptor.digest))) {
        if ((await registry.hasBlob(repository, blob)) === 'absent')
            missing.push(blob);
    }
    for (const child of new Set(manifest.children.map(descriptor => descriptor.digest))) {
        if ((await registry.digestOf(repository, child)) === 'absent')
            missing.push(child);
    }
    return missing;
}


/***/ }),

/***/ 2975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ partsFirst)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7241);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4275);


/**
 * Manifests in an order that every registry accepts: what an index names before the index, an image before what refers
 * to it. Follows every digest in their bytes as far as `find` knows it; what it does not know is left out.
 */
function partsFirst(starts, find) {
    const ordered = new Set();
    const entered = new Set();
    for (const start of starts) {
        const stack = [start];
        for (let digest = stack.at(-1); digest !== undefined; digest = stack.at(-1)) {
            const named = entered.has(digest) ? [] : digestsOf(find(digest));
            entered.add(digest);
            const open = named.filter(other => !entered.has(other) && find(other) !== undefined);
            if (open.length > 0)
                stack.push(...open);
            else {
                stack.pop();
                if (find(digest) !== undefined)
                    ordered.add(digest);
            }
        }
    }
    return [...ordered];
}
function digestsOf(manifest) {
    const raw = manifest === undefined ? undefined : (0,_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .rawOf */ .UD)(manifest);
    const found = new TextDecoder().decode(raw?.bytes).match(/sha(?:256|512):[0-9a-f]+/g) ?? [];
    return [...new Set(found)].filter(_image_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .B);
}


/***/ }),

/***/ 2447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3166);

const trustedOnGitHub = new Set(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch']);
const trustedOnGitLab = new Set(['push', 'schedule', 'web', 'api', 'trigger', 'pipeline', 'parent_pipeline']);
const nothing = /^0+$/;
const longestEvent = 25 * 1024 * 1024;
/** The event of this run; `undefined` outside of CI. */
async function readEvent({ env, files }) {
    if (env['GITLAB_CI'] !== undefined && env['GITLAB_CI'] !== '')
        return gitlabEvent(env);
    if (env['GITHUB_EVENT_NAME'] === undefined || env['GITHUB_EVENT_NAME'] === '')
        return undefined;
    const path = env['GITHUB_EVENT_PATH'];
    const payload = path === undefined || path === '' ? {} : parse(await files.readText(path, longestEvent), path);
    return githubEvent(env, payload);
}
function githubEvent(env, payload) {
    const name = env['GITHUB_EVENT_NAME'] ?? '';
    const ref = env['GITHUB_REF'] ?? '';
    const repository = payload['repository'];
    const defaultBranch = typeof repository === 'object' && repository !== null && 'default_branch' in repository
        ? repository.default_branch
        : undefined;
    const before = name === 'push' ? payload['before'] : undefined;
    return {
        forge: 'github',
        name,
        trust: trustedOnGitHub.has(name) ? 'trusted' : 'untrusted',
        commit: env['GITHUB_SHA'] ?? '',
        ...(ref.startsWith('refs/heads/') ? { branch: ref.slice('refs/heads/'.length) } : {}),
        ...(typeof before === 'string' && !nothing.test(before) ? { before } : {}),
        ...(typeof defaultBranch === 'string' ? { defaultBranch } : {}),
    };
}
function gitlabEvent(env) {
    const name = env['CI_PIPELINE_SOURCE'] ?? '';
    const branch = env['CI_COMMIT_BRANCH'];
    const before = name === 'push' ? env['CI_COMMIT_BEFORE_SHA'] : undefined;
    const defaultBranch = env['CI_DEFAULT_BRANCH'];
    return {
        forge: 'gitlab',
        name,
        trust: trustedOnGitLab.has(name) ? 'trusted' : 'untrusted',
        commit: env['CI_COMMIT_SHA'] ?? '',
        ...(branch === undefined || branch === '' ? {} : { branch }),
        ...(before === undefined || before === '' || nothing.test(before) ? {} : { before }),
        ...(defaultBranch === undefined || defaultBranch === '' ? {} : { defaultBranch }),
    };
}
function parse(text, path) {
    try {
        const json = JSON.parse(text);
        return typeof json === 'object' && json !== null ? json : {};
    }
    catch (error) {
        throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .HygieneError */ .c('bad-file', `the event file ${path} is no JSON`, { cause: error });
    }
}


/***/ }),

/***/ 4093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  apply: () => (/* binding */ apply)
});

// EXTERNAL MODULE: ./lib/image/instant.js
var instant = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/outcome/error.js
var error = __webpack_require__(3166);
// EXTERNAL MODULE: ./lib/cleanup/plan-file-parse.js
var plan_file_parse = __webpack_require__(5906);
;// CONCATENATED MODULE: ./lib/cleanup/apply/plan-source.js



/** The plan of a call by hand. */
function planFromFile(path, consented, files) {
    return async () => {
        if (path === undefined) {
            throw new error/* HygieneError */.c('bad-usage', 'apply outside of CI needs to be told which plan was reviewed', {
                fix: 'image-hygiene apply --plan-file .image-hygiene/cleanup-plan.jsonl, and --yes to really do it',
            });
        }
        return { plan: (0,plan_file_parse/* readPlan */.m)(await files.readText(path, largestPlan), path), name: path, consented };
    };
}
const largestPlan = 256 * 1024 * 1024;
/** Throws if a merge is too long ago: the world has moved on, and so has what the reviewer had in mind. */
function checkAge({ mergedAt, name }, { policy }, now) {
    const { 'max-plan-age': most, 'plan-file': path } = policy.cleanup;
    if (mergedAt === undefined || now - mergedAt <= most)
        return;
    throw new error/* HygieneError */.c('refused', `${name} was merged on ${(0,instant/* formatInstant */.r)(mergedAt)}, and cleanup.max-plan-age ended on ${(0,instant/* formatInstant */.r)(mergedAt + most)}: nothing is deleted`, {
        // What is merged is not proposed again as long as the default branch has its lines.
        fix: `delete the lines with "action":"delete" from ${path} on the default branch, run the plan job, and merge what it proposes`,
    });
}

// EXTERNAL MODULE: ./lib/image/reference.js
var reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/report/harmless.js
var harmless = __webpack_require__(2463);
// EXTERNAL MODULE: ./lib/cleanup/amount.js
var amount = __webpack_require__(2750);
// EXTERNAL MODULE: ./lib/cleanup/collection.js
var collection = __webpack_require__(8518);
;// CONCATENATED MODULE: ./lib/cleanup/apply/summary.js




/** The story of an apply for a job summary: a row a repository; what was left is in the findings below it. */
function summaryOfApply(repositories, sent) {
    if (repositories.length === 0)
        return 'The plan has no line to delete.\n';
    const rows = repositories.map(({ repository, lines }) => rowOf(repository, lines));
    const hosts = [...new Set(repositories.map(({ repository }) => (0,reference/* registryOf */.Fv)(repository)))];
    return [
        `| repository | ${sent ? 'deleted' : 'would be deleted'} | ${sent ? 'untagged' : 'would be untagged'} | already gone | skipped | frees at most |`,
        '|---|--:|--:|--:|--:|--:|',
        ...rows,
        '',
        ...hosts.map(host => `${(0,harmless/* inCode */.pN)(host)}: ${(0,harmless/* inMarkdown */.Hi)((0,collection/* collectionOf */.i)(host))}`),
        '',
    ].join('\n');
}
function rowOf(repository, lines) {
    const went = lines.flatMap(line => (line.end === 'deleted' || line.end === 'would-delete' ? [line] : []));
    const count = (end) => lines.filter(line => line.end === end).length;
    const bytes = went.reduce((sum, line) => sum + line.bytes, 0);
    return `| ${(0,harmless/* inCode */.pN)(repository)} | ${went.length} | ${count('untagged') + count('would-untag')} | ${count('already-gone')} | ${count('skipped')} | ${(0,amount/* formatBytes */.z3)(bytes)} |`;
}

;// CONCATENATED MODULE: ./lib/cleanup/apply/report.js





/**
 * The outcome of an apply. Exit 3 where something could not be told or was refused, 1 where every line had drifted, 0
 * otherwise; what was not deleted is always told, with its reason.
 */
function reportApply(repositories, sent, 
/** What was found before the first line: an interrupted run's damage. */
faults = []) {
    const lines = repositories.flatMap(repository => repository.lines);
    const count = (end) => lines.filter(line => line.end === end).length;
    const went = lines.flatMap(line => (line.end === 'deleted' || line.end === 'would-delete' ? [line] : []));
    const bytes = went.reduce((sum, line) => sum + line.bytes, 0);
    const findings = [
        ...faults,
        ...repositories.flatMap(repository => repository.findings),
        ...lines.flatMap(findingOf),
    ];
    const manifests = went.reduce((sum, line) => sum + line.digests.length, 0);
    return {
        verdict: verdictOf(lines, findings),
        findings,
        outputs: {
            deleted: String(count('deleted')),
            untagged: String(count('untagged')),
            'already-gone': String(count('already-gone')),
            skipped: String(count('skipped')),
        },
        stats: {
            lines: lines.length,
            deleted: count('deleted'),
            'would-delete': count('would-delete'),
            untagged: count('untagged'),
            'would-untag': count('would-untag'),
            'already-gone': count('already-gone'),
            skipped: count('skipped'),
            manifests,
            'freed-bytes': bytes,
        },
        text: textOf(repositories, lines, bytes, sent),
        summary: summaryOfApply(repositories, sent),
    };
}
/** What it is about a skipped line that somebody has to look into before this plan can go on. */
const undecided = ['held', 'unreadable', 'refused'];
function verdictOf(lines, findings) {
    const skips = lines.flatMap(line => (line.end === 'skipped' ? [line.code] : []));
    if (findings.some(({ severity }) => severity === 'error'))
        return 'error';
    if (skips.some(code => undecided.includes(code)))
        return 'error';
    const drifted = skips.filter(code => code !== 'not-reached');
    if (drifted.length > 0 && drifted.length === lines.length)
        return 'fail';
    return skips.length > 0 || findings.length > 0 ? 'warn' : 'pass';
}
function findingOf(result) {
    if (result.end !== 'skipped')
        return [];
    const { line, code, detail } = result;
    return [
        {
            rule: `skipped-${code}`,
            severity: undecided.includes(code) ? 'error' : 'warning',
            message: `not deleted (${code}): ${detail}`,
            image: nameOf(line),
            ...(fixes[code] === undefined ? {} : { fix: fixes[code] }),
        },
    ];
}
const fixes = {
    restored: 'set its line to "action":"keep"; to delete it after all, use another --journal-dir',
    'not-reached': 'run apply again: it goes on where it stopped',
    limit: 'run apply again after this, or raise cleanup.limits in the policy',
    'tag-added': 'the next plan shows the image with all its tags',
};
function textOf(repositories, lines, bytes, sent) {
    if (lines.length === 0)
        return 'The plan has no line to delete: nothing to do.';
    const rows = repositories.flatMap(({ repository, lines: own }) => [
        (0,harmless/* oneLine */.TN)(repository),
        ...own.flatMap(line => rowsOf(line, sent)),
    ]);
    const freed = lines.some(line => line.end === 'deleted' || line.end === 'would-delete');
    const changes = freed || lines.some(line => line.end === 'untagged' || line.end === 'would-untag');
    return [
        ...rows,
        '',
        ...(freed ? gains(repositories, bytes, sent) : []),
        ...(changes
            ? [sent ? wayBack(freed) : 'Nothing was sent. Add --yes to delete what is listed above.']
            : []),
    ].join('\n');
}
function rowsOf(result, sent) {
    const name = (0,harmless/* oneLine */.TN)(labelOf(result.line));
    if (result.end === 'skipped')
        return [`  skipped       ${name}  ${result.code}: ${(0,harmless/* oneLine */.TN)(result.detail)}`];
    const path = (0,reference/* pathOf */.XM)(result.line.repository);
    if (result.end === 'untagged' || result.end === 'would-untag') {
        const title = `  ${result.end === 'untagged' ? 'untagged    ' : 'would untag '}  ${name}  stays as ${(0,harmless/* oneLine */.TN)(result.by)}`;
        const requests = result.tags.map(tag => `                DELETE /v2/${path}/manifests/${tag}`);
        return sent ? [title] : [title, ...requests];
    }
    const parts = (0,amount/* count */.U9)(result.digests.length, 'manifest');
    const title = result.end !== 'already-gone'
        ? `${sent ? '  deleted     ' : '  would delete'}  ${name}${sent ? `  ${parts}` : ''}`
        : `  already gone  ${name}${result.digests.length > 0 ? `  ${parts} left by an interrupted run` : ''}`;
    if (sent)
        return [title];
    return [title, ...result.digests.map(digest => `                DELETE /v2/${path}/manifests/${digest}`)];
}
function gains(repositories, bytes, sent) {
    const hosts = new Set(repositories.map(({ repository }) => (0,reference/* registryOf */.Fv)(repository)));
    return [
        `At most ${(0,amount/* formatBytes */.z3)(bytes)} ${sent ? 'are' : 'would be'} freed by the registry's own garbage collection.`,
        ...[...hosts].map(host => `  ${(0,harmless/* oneLine */.TN)(host)}: ${(0,collection/* collectionOf */.i)(host)}`),
    ];
}
function wayBack(freed) {
    return freed
        ? 'Until then `image-hygiene restore` puts everything back.'
        : '`image-hygiene restore` puts the tags back.';
}
function labelOf({ head, tags }) {
    return tags.length > 0 ? tags.join(' ') : head;
}
function nameOf({ repository, head, tags }) {
    const [tag] = tags;
    return (0,reference/* formatReference */.FH)({ repository, ...(tag === undefined ? { digest: head } : { tag }) });
}

;// CONCATENATED MODULE: ./lib/cleanup/apply/sources.js

/**
 * Whoever reviewed a plan relied on what its sources said. Each of them has to speak again, whatever the policy says by
 * now, and without any source nothing is deleted unless the policy says on purpose that nothing runs.
 */
function checkSources({ plan, name }, usages) {
    const silent = plan.header.sources.filter(source => !usages.every(usage => usage.sources.some(given => given.name === source)));
    if (silent.length > 0) {
        throw new error/* HygieneError */.c('undecidable', `${name} was made knowing ${silent.join(', ')}, which says nothing now`, {
            fix: 'pass --in-use again, with everything that plan was given; nothing was deleted',
        });
    }
    if (usages.some(usage => usage.standing === 'missing')) {
        throw new error/* HygieneError */.c('bad-usage', 'nothing says what is in use, and without that nothing is deleted', {
            fix: 'pass --in-use FILE, or say on purpose that nothing runs from these images: `in-use: none` in the policy',
        });
    }
}

// EXTERNAL MODULE: ./lib/cleanup/journal.js
var cleanup_journal = __webpack_require__(4275);
// EXTERNAL MODULE: ./lib/cleanup/journal-state.js
var journal_state = __webpack_require__(2331);
// EXTERNAL MODULE: ./lib/cleanup/restore-manifest.js
var restore_manifest = __webpack_require__(2854);
;// CONCATENATED MODULE: ./lib/cleanup/apply/mend.js




/**
 * Asks for the image right after its tag went: some registries take the image, and its other tags, along. Then it is
 * put back under the names that stay. Empty: it answers, as it should.
 */
async function mendImage({ repository, head, raw, tag, stays }, { registry, journal }) {
    const look = await registry.digestOf(repository, head);
    if (look !== 'absent' && 'digest' in look) {
        await journal.record({ event: 'untagged', repository, head, tag });
        return [];
    }
    const host = (0,reference/* registryOf */.Fv)(repository);
    const image = (0,reference/* formatReference */.FH)({ repository, digest: head });
    const damaged = (message, fix) => ({
        rule: 'untag-took-image',
        severity: 'error',
        message: `DAMAGED: ${message}`,
        fix,
        image,
    });
    if (look !== 'absent') {
        return [
            {
                rule: 'not-rechecked',
                severity: 'error',
                message: `whether the image is still there after its tag ${tag} went cannot be told: ${look.unknown}`,
                fix: 'run apply again when the registry answers: it looks again and puts back what is missing',
                image,
            },
        ];
    }
    const back = await (0,restore_manifest/* putManifestBack */.m)(registry, repository, head, raw, stays);
    const never = `take ${host} out of cleanup.untag in the policy: this registry deletes images by their tags`;
    if (!back.back) {
        const why = back.why === 'lost' ? 'the registry has taken its blobs, too' : back.detail;
        return [
            damaged(`the image went with its tag ${tag} and is not back: ${why}`, `push it again, and ${never}`),
        ];
    }
    await journal.record({ event: 'untagged', repository, head, tag });
    return [
        {
            rule: 'untag-took-image',
            severity: 'error',
            message: `the registry deleted a kept image along with its tag ${tag}; the image is back${stays.length === 0 ? '' : `, as ${stays.join(', ')}`}`,
            fix: never,
            image,
        },
    ];
}
/**
 * An interrupted run may have ended between a tag's deletion and the look at its image. What it could not see to is
 * seen to before anything is read or judged.
 */
async function mendInterrupted(journal, registryFor) {
    const findings = [];
    for (const { intent, gone, restored } of (0,journal_state/* readState */.u)(journal.entries).lines.values()) {
        const { repository, head, untag, manifests } = intent;
        const [manifest] = manifests;
        if (untag === undefined || restored || gone.has(head) || manifest === undefined)
            continue;
        const registry = registryFor(repository);
        const raw = (0,cleanup_journal/* rawOf */.UD)(manifest);
        if (registry === undefined || raw === undefined)
            continue;
        findings.push(...(await mendImage({ repository, head, raw, ...untag }, { registry, journal })));
    }
    return findings;
}

// EXTERNAL MODULE: ./lib/image/metadata-tag.js
var metadata_tag = __webpack_require__(9709);
// EXTERNAL MODULE: ./lib/policy/scope.js
var scope = __webpack_require__(478);
// EXTERNAL MODULE: ./lib/cleanup/in-use/usage.js
var in_use_usage = __webpack_require__(5323);
// EXTERNAL MODULE: ./lib/cleanup/settle.js + 9 modules
var settle = __webpack_require__(1072);
// EXTERNAL MODULE: ./lib/image/graph.js
var image_graph = __webpack_require__(5953);
;// CONCATENATED MODULE: ./lib/cleanup/apply/leftovers.js


/**
 * What an interrupted run left of images whose head is gone: only what our own journal names, and only what nothing in
 * the repository needs by now. The plan file is never asked.
 */
function leftoversOf(lines, { snapshot, graph }, goneNow, keeps, usage) {
    if (snapshot.gaps.length > 0 || hasUnreadIndex(snapshot))
        return [];
    const left = [];
    const departed = new Set(goneNow);
    for (const { intent, gone } of lines)
        for (const digest of [intent.head, ...gone])
            departed.add(digest);
    // Parents before children: what only a leftover needs is found in the round after it.
    for (let found = -1; found < left.length;) {
        found = left.length;
        for (const manifest of lines.flatMap(({ intent }) => intent.manifests)) {
            const { digest } = manifest;
            if (departed.has(digest) || keeps.has(digest) || (0,cleanup_journal/* rawOf */.UD)(manifest) === undefined)
                continue;
            if (isUsed(manifest, usage) || isNeeded(manifest, snapshot, graph, departed))
                continue;
            left.push(digest);
            departed.add(digest);
        }
    }
    return left;
}
/**
 * A repository as if the interrupted run had ended. Where a registry lists what has no tag, its leftovers would look
 * like images of their own and hold what they name.
 */
function withoutLeftovers(snapshot, plan, journal, usages) {
    if (snapshot.untagged === 'hidden')
        return snapshot;
    const own = plan.lines.filter(line => line.repository === snapshot.repository);
    const keeps = new Set(own.flatMap(({ action, head }) => (action === 'keep' ? [head] : [])));
    const lines = own.flatMap(({ action, repository, head }) => {
        const known = journal.lines.get(`${repository}@${head}`);
        return action === 'keep' || known === undefined || snapshot.manifests.has(head) ? [] : [known];
    });
    if (lines.length === 0)
        return snapshot;
    const graph = (0,image_graph/* buildGraph */.ZG)(snapshot);
    const left = usages.map(usage => new Set(leftoversOf(lines, { snapshot, graph }, new Set(), keeps, usage)));
    const stays = ([digest]) => !left.every(one => one.has(digest));
    return { ...snapshot, manifests: new Map([...snapshot.manifests].filter(stays)) };
}
/** What is gone for sure while its name is still listed, where a registry keeps names apart. */
async function namesLeft(lines, { repository, tags }, goneNow, registry) {
    const named = lines.flatMap(({ intent, gone }) => intent.manifests.filter(({ digest, tags: own }) => gone.has(digest) && !goneNow.has(digest) && own.some(tag => tags.get(tag) === digest)));
    const absent = [];
    for (const { digest } of named) {
        if ((await registry.digestOf(repository, digest)) === 'absent')
            absent.push(digest);
    }
    return absent;
}
function isUsed(manifest, usage) {
    if (usage.byDigest(manifest.digest) !== undefined)
        return true;
    const text = new TextDecoder().decode((0,cleanup_journal/* rawOf */.UD)(manifest)?.bytes);
    const config = /"config"\s*:\s*\{[^}]*?"digest"\s*:\s*"([^"]+)"/.exec(text)?.[1];
    return config !== undefined && usage.byDigest(config) !== undefined;
}
/** It has a tag that it had not, or something that is still here names it. */
function isNeeded({ digest, tags }, snapshot, graph, departed) {
    const node = graph.nodeOf(digest);
    if (node === undefined)
        return false;
    for (const [tag, target] of snapshot.tags)
        if (target === digest && !tags.includes(tag))
            return true;
    const above = [...(0,image_graph/* follow */.e6)(graph.parents, node), ...(0,image_graph/* follow */.e6)(graph.subjects, node)];
    return above.some(other => {
        const named = graph.digests[other];
        return !departed.has(named) && !snapshot.missing?.has(named);
    });
}
/** An index that nobody read may name anything. */
function hasUnreadIndex({ manifests, missing }) {
    for (const { children } of manifests.values()) {
        for (const { digest, mediaType } of children) {
            const index = (0,image_graph/* isManifestType */.Q3)(mediaType) && /index|list/.test(mediaType);
            if (index && !manifests.has(digest) && !missing?.has(digest))
                return true;
        }
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/cleanup/apply/fresh.js





/**
 * Plans afresh with nothing but the merged lines free to go: every other image is kept, so limits bind the merged
 * lines, and what several images share goes only if all of them are merged.
 */
async function decideAfresh(plan, read, rulings, extend, now, journal) {
    const decisions = [];
    const usages = rulings.map(({ usage }) => (0,in_use_usage/* indexUsage */.c)(usage.uses));
    const pending = read.map(snapshot => withoutLeftovers(snapshot, plan, journal, usages));
    const snapshots = new Map(pending.map(snapshot => [snapshot.repository, snapshot]));
    const kept = everythingBut(plan, pending);
    for (const { policy, usage, closed } of rulings) {
        const managed = [...snapshots.values()].filter(({ repository }) => (0,scope/* manages */.fu)(policy.policy, repository));
        const facts = {
            snapshots: managed,
            usage,
            policy,
            now,
            kept,
            ...(closed === undefined ? {} : { closed }),
        };
        const settled = await (0,settle/* settle */.G)(facts, extend);
        decisions.push(settled.decision);
        for (const snapshot of settled.snapshots)
            snapshots.set(snapshot.repository, snapshot);
    }
    return { snapshots, decisions };
}
/** What the reviewer keeps, and every image that stands in no line with `delete`; an `untag` line frees tags only. */
function everythingBut(plan, snapshots) {
    const merged = new Map(plan.lines.map(line => [`${line.repository}@${line.head}`, line.action]));
    const others = snapshots.flatMap(({ repository, ...snapshot }) => headsOf(snapshot).flatMap(head => {
        const action = merged.get(`${repository}@${head}`);
        return action === 'delete' ? [] : [{ repository, head, mayLoseTags: action === 'untag' }];
    }));
    return [...plan.lines.filter(line => line.action === 'keep'), ...others];
}
/** Whatever has a name of an image, and where a registry lists the nameless, those that hang on nothing. */
function headsOf({ tags, manifests }) {
    const heads = new Set();
    const hanging = new Set();
    for (const [tag, digest] of tags)
        ((0,metadata_tag/* parseMetadataTag */.t)(tag) === undefined ? heads : hanging).add(digest);
    for (const { children, mentions } of manifests.values()) {
        for (const { digest } of children)
            hanging.add(digest);
        for (const digest of mentions)
            hanging.add(digest);
    }
    for (const [digest, { subject }] of manifests) {
        if (subject === undefined && !hanging.has(digest))
            heads.add(digest);
    }
    return [...heads];
}

;// CONCATENATED MODULE: ./lib/cleanup/apply/hands.js

function budgetOf(limits, now) {
    const start = now();
    let taken = 0;
    return {
        spent() {
            if (limits.maxDeletions !== undefined && taken >= limits.maxDeletions) {
                return `max-deletions: ${(0,amount/* count */.U9)(taken, 'image')} ${taken === 1 ? 'was' : 'were'} deleted`;
            }
            if (limits.seconds !== undefined && now() - start >= limits.seconds) {
                return `time-budget: ${limits.seconds} s have passed`;
            }
            return undefined;
        },
        took() {
            taken += 1;
        },
    };
}

// EXTERNAL MODULE: ./lib/image/manifest-parse.js
var manifest_parse = __webpack_require__(1074);
;// CONCATENATED MODULE: ./lib/cleanup/apply/recheck.js



const atOnce = 8;
/**
 * Reads everything again that is kept and shares a manifest, a config or a layer with what went: each such manifest,
 * and each shared blob once. A registry that lost one of them has a fault, and somebody has to hear of it now.
 */
async function recheck(repository, snapshot, gone, registry, journal) {
    const lost = partsOfGone(repository, gone, journal);
    const manifests = new Set();
    const blobs = new Map();
    for (const [digest, manifest] of snapshot.manifests) {
        if (gone.has(digest) || snapshot.missing?.has(digest))
            continue;
        if (lost.has(digest))
            manifests.add(digest);
        for (const part of partsOf(manifest)) {
            if (!lost.has(part.digest))
                continue;
            manifests.add(digest);
            if (part.blob)
                blobs.set(part.digest, digest);
            else if (!gone.has(part.digest) && !snapshot.missing?.has(part.digest))
                manifests.add(part.digest);
        }
    }
    const findings = [];
    const say = (digest, what, sure) => findings.push({
        rule: sure ? 'kept-image-damaged' : 'not-rechecked',
        severity: 'error',
        message: sure
            ? `DAMAGED: ${what} of a kept image is no longer in the registry, which lost it when another image was deleted`
            : `${what} of a kept image could not be read again`,
        fix: sure
            ? `stop deleting here, do not start the registry's garbage collection, and run: image-hygiene restore`
            : 'run apply again when the registry answers',
        image: (0,reference/* formatReference */.FH)({ repository, digest }),
    });
    await each([...manifests], async (digest) => {
        const answer = await registry.digestOf(repository, digest);
        if (answer === 'absent')
            say(digest, `the manifest ${digest}`, true);
        else if ('unknown' in answer)
            say(digest, `the manifest ${digest} (${answer.unknown})`, false);
        else if (answer.digest !== digest)
            say(digest, `the manifest ${digest}`, true);
    });
    await each([...blobs], async ([blob, owner]) => {
        const answer = await registry.hasBlob(repository, blob);
        if (answer === 'absent')
            say(owner, `the blob ${blob}`, true);
        else if (answer !== 'present')
            say(owner, `the blob ${blob} (${answer.unknown})`, false);
    });
    return findings;
}
function partsOfGone(repository, gone, journal) {
    const state = (0,journal_state/* readState */.u)(journal.entries);
    const lost = new Set();
    for (const digest of gone) {
        const journaled = state.manifest(repository, digest);
        const raw = journaled === undefined ? undefined : (0,cleanup_journal/* rawOf */.UD)(journaled);
        const manifest = raw === undefined ? undefined : (0,manifest_parse/* parseManifest */.Ng)(raw.bytes, raw.mediaType, digest);
        if (manifest === undefined || 'fault' in manifest)
            continue;
        for (const part of partsOf(manifest))
            lost.add(part.digest);
    }
    return lost;
}
function partsOf({ children, mentions, config, layers }) {
    return [
        ...children.map(({ digest }) => ({ digest, blob: false })),
        ...mentions.map(digest => ({ digest, blob: false })),
        ...(config === undefined ? [] : [{ digest: config.digest, blob: true }]),
        ...layers.map(({ digest }) => ({ digest, blob: true })),
    ];
}
async function each(items, act) {
    const queue = [...items];
    const work = async () => {
        for (let item = queue.pop(); item !== undefined; item = queue.pop())
            await act(item);
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
}

;// CONCATENATED MODULE: ./lib/cleanup/apply/result.js
function skipped(line, code, detail) {
    return { end: 'skipped', line, code, detail };
}

;// CONCATENATED MODULE: ./lib/cleanup/apply/review.js

function freshDecision({ held, images, order }) {
    return { held, images: new Map(images.map(image => [image.head, image])), order };
}
/** Reviewed ∩ still true, for one line. */
function judgeLine(line, fresh, journal, plan) {
    const skip = (code, detail) => ({ state: 'skip', line, code, detail });
    if (fresh === undefined)
        return skip('not-managed', 'the policy does not manage this repository');
    const gap = fresh.decisions.flatMap(decision => decision.held)[0];
    if (gap !== undefined)
        return skip('held', `${gap.about}: ${gap.why}`);
    const known = journal.lines.get(`${line.repository}@${line.head}`);
    if (known?.restored === true && known.plan === plan) {
        return skip('restored', 'this plan deleted it before, and restore put it back');
    }
    const moved = line.tags.find(tag => {
        const now = fresh.snapshot.tags.get(tag);
        return now !== undefined && now !== line.head;
    });
    if (moved !== undefined)
        return skip('tag-moved', `${moved} now is another image`);
    const images = fresh.decisions.map(({ images }) => images.get(line.head));
    const [first] = images;
    if (first === undefined || images.includes(undefined)) {
        const node = fresh.graph.nodeOf(line.head);
        if (node === undefined)
            return { state: 'unseen', line };
        return skip('needed', 'it is part of, or refers to, an image that stays');
    }
    const kept = images.find(image => image !== undefined && !image.fate.goes);
    if (kept !== undefined && !kept.fate.goes) {
        const { because, detail } = kept.fate;
        return because === 'limit' ? skip('limit', detail) : skip('kept', `${because}: ${detail}`);
    }
    const added = first.tags.find(tag => !line.tags.includes(tag));
    if (added !== undefined)
        return skip('tag-added', `${added} was not on it when it was reviewed`);
    const now = first.tags.filter(tag => (0,metadata_tag/* parseMetadataTag */.t)(tag) === undefined);
    const gone = line.tags.find(tag => fresh.snapshot.tags.get(tag) === undefined);
    // Our own interrupted run may have taken some of its tags already.
    if (gone !== undefined && known === undefined)
        return skip('tag-gone', `${gone} is no longer on it`);
    return {
        state: 'go',
        line,
        tags: now,
        along: agreed(images),
        bytes: first.fate.goes ? first.fate.bytes : 0,
    };
}
/** What every policy lets go along. Each set alone is closed under "is needed by", so what they share is, too. */
function agreed(images) {
    const [first = [], ...others] = images.map(image => (image?.fate.goes ? image.fate.with : []));
    return first.filter(digest => others.every(other => other.includes(digest)));
}

;// CONCATENATED MODULE: ./lib/cleanup/apply/review-untag.js

/** Reviewed ∩ still true, for a line that takes tags from an image which stays. */
function judgeUntag(line, fresh, journal, plan) {
    const { repository, head } = line;
    const skip = (code, detail) => ({ state: 'skip', line, code, detail });
    if (fresh === undefined)
        return skip('not-managed', 'the policy does not manage this repository');
    const { snapshot, decisions } = fresh;
    const gap = decisions.flatMap(decision => decision.held)[0];
    if (gap !== undefined)
        return skip('held', `${gap.about}: ${gap.why}`);
    const restored = line.tags.find(tag => {
        const known = journal.lines.get((0,journal_state/* lineName */.i)(repository, head, tag));
        return known?.restored === true && known.plan === plan;
    });
    if (restored !== undefined)
        return skip('restored', `this plan took ${restored}, and restore put it back`);
    const there = line.tags.filter(tag => snapshot.tags.has(tag));
    if (there.length === 0)
        return { state: 'gone', line };
    const moved = there.find(tag => snapshot.tags.get(tag) !== head);
    if (moved !== undefined)
        return skip('tag-moved', `${moved} now is another image`);
    const untags = decisions.map(({ images }) => images.get(head)?.untag);
    const stays = there.find(tag => untags.some(untag => untag?.tags.includes(tag) !== true));
    if (stays !== undefined)
        return skip('kept', `${stays} stays: ${whyKept(stays, untags)}`);
    return { state: 'go', line, tags: there, by: untags[0].by };
}
function whyKept(tag, untags) {
    return untags.some(untag => untag === undefined)
        ? 'its image is in use, is kept, would lose its last name, or the policy takes no tags on this host'
        : `judged alone, ${tag} no longer goes`;
}

;// CONCATENATED MODULE: ./lib/cleanup/apply/delete.js

/**
 * Deletes one manifest, comparing its tags in the same request where the registry can. An answer that got lost is
 * settled by looking again: a deletion is never sent twice on suspicion.
 */
async function deleteOne({ registry }, repository, digest, tags) {
    const answer = registry.deleteIfTagged === undefined || tags.length === 0
        ? await registry.deleteManifest(repository, digest)
        : await registry.deleteIfTagged(repository, digest, tags);
    if (answer === 'deleted')
        return { gone: true, by: 'us' };
    if (answer === 'absent')
        return { gone: true, by: 'others' };
    if (answer === 'moved')
        return { gone: false, scope: 'moved', why: 'a tag moved at the last moment' };
    if ('refused' in answer) {
        const scope = answer.refused === 'disabled' || answer.refused === 'forbidden' ? 'registry' : 'image';
        return { gone: false, scope, why: answer.message, fix: answer.fix };
    }
    const look = await registry.digestOf(repository, digest);
    if (look === 'absent')
        return { gone: true, by: 'us' };
    return {
        gone: false,
        scope: 'unknown',
        why: `${(0,reference/* registryOf */.Fv)(repository)} gave no clear answer to the deletion: ${answer.unknown}`,
    };
}

;// CONCATENATED MODULE: ./lib/cleanup/apply/last-look.js

/**
 * Reads a line once more: each tag must still be the head, and the bytes of all that goes are fetched for the journal.
 * The first tag is read whole, so the check brings the head's bytes along.
 */
async function lastLook({ registry }, repository, head, tags, along, tagsOf) {
    const [first, ...others] = tags;
    const read = await registry.manifest(repository, first ?? head);
    if ('unknown' in read)
        return unclear('unreadable', read.unknown);
    if (!read.found)
        return first === undefined ? { clear: 'absent' } : unclear('tag-gone', `${first} is no longer there`);
    if (read.manifest.digest !== head)
        return unclear('tag-moved', `${first} now is ${read.manifest.digest}`);
    for (const tag of others) {
        const answer = await registry.digestOf(repository, tag);
        if (answer === 'absent')
            return unclear('tag-gone', `${tag} is no longer there`);
        if ('unknown' in answer)
            return unclear('unreadable', answer.unknown);
        if (answer.digest !== head)
            return unclear('tag-moved', `${tag} now is ${answer.digest}`);
    }
    const absent = [];
    const manifests = [(0,cleanup_journal/* journaled */.lq)(head, read.raw, tagsOf(head))];
    for (const digest of along) {
        const part = await registry.manifest(repository, digest);
        if ('unknown' in part)
            return unclear('unreadable', `${digest}: ${part.unknown}`);
        if (part.found)
            manifests.push((0,cleanup_journal/* journaled */.lq)(digest, part.raw, tagsOf(digest)));
        else
            absent.push(digest);
    }
    return { clear: true, manifests, absent };
}
function unclear(code, detail) {
    return { clear: false, code, detail };
}

;// CONCATENATED MODULE: ./lib/cleanup/apply/prerequisites.js

function prerequisites(going, graph, missing) {
    const result = new Map();
    for (const digest of going) {
        const node = graph.nodeOf(digest);
        const names = node === undefined ? [] : above(node, graph);
        result.set(digest, names.filter(other => !missing?.has(other)));
    }
    return result;
}
/**
 * Prerequisites first, otherwise as given. What waits for itself (metadata tags can be made to) is left out: there is
 * no order in which deleting it would be safe.
 */
function inOrder(digests, before) {
    const within = new Set(digests);
    const waitsFor = new Map();
    const releases = new Map();
    for (const digest of within) {
        const open = (before.get(digest) ?? []).filter(other => within.has(other));
        waitsFor.set(digest, open.length);
        for (const other of open) {
            const list = releases.get(other);
            if (list === undefined)
                releases.set(other, [digest]);
            else
                list.push(digest);
        }
    }
    const ordered = [...within].filter(digest => waitsFor.get(digest) === 0);
    for (const digest of ordered) {
        for (const released of releases.get(digest) ?? []) {
            const open = (waitsFor.get(released) ?? 0) - 1;
            waitsFor.set(released, open);
            if (open === 0)
                ordered.push(released);
        }
    }
    return ordered;
}
function above(node, graph) {
    return [...new Set([...(0,image_graph/* follow */.e6)(graph.parents, node), ...(0,image_graph/* follow */.e6)(graph.subjects, node)])].map(other => graph.digests[other]);
}

// EXTERNAL MODULE: ./lib/cleanup/restore-order.js
var restore_order = __webpack_require__(2975);
;// CONCATENATED MODULE: ./lib/cleanup/apply/put-back.js



/**
 * Puts back what something new needs, each manifest after its own parts. The tags stay away: they were reviewed to go.
 * Always a fault of the run (exit 3), for somebody pulled or pushed in the window that a registry leaves open.
 */
async function putBack(needed, by, { repository, gone, rawOf: journaledOf }, { registry, journal }) {
    const findings = [];
    const done = [];
    for (const digest of needed.filter(other => journaledOf(other) === undefined)) {
        findings.push(notBack(digest, by, repository, 'the journal has no bytes of it'));
    }
    for (const digest of (0,restore_order/* partsFirst */.Z)(needed, digest => (gone.has(digest) ? journaledOf(digest) : undefined))) {
        const manifest = journaledOf(digest);
        const raw = manifest === undefined ? undefined : (0,cleanup_journal/* rawOf */.UD)(manifest);
        const answer = raw === undefined
            ? { unknown: 'the journal has no bytes of it' }
            : await registry.putManifest(repository, digest, raw);
        if ('digest' in answer) {
            gone.delete(digest);
            done.push(digest);
            continue;
        }
        findings.push(notBack(digest, by, repository, 'refused' in answer ? answer.message : answer.unknown));
    }
    if (done.length > 0) {
        await journal.record({ event: 'put-back', repository, digests: done });
        findings.push({
            rule: 'put-back',
            severity: 'error',
            message: `${by} was pushed meanwhile and needs what had just been deleted: ${done.length === 1 ? '1 manifest is' : `${done.length} manifests are`} back`,
            fix: 'nothing is lost; the next plan decides again',
            image: (0,reference/* formatReference */.FH)({ repository, tag: by }),
        });
    }
    return findings;
}
function notBack(digest, by, repository, why) {
    return {
        rule: 'damaged',
        severity: 'error',
        message: `${by} was pushed meanwhile and needs ${digest}, which could not be put back: ${why}`,
        fix: `push ${by} once more; its builder has all the bytes`,
        image: (0,reference/* formatReference */.FH)({ repository, tag: by }),
    };
}

;// CONCATENATED MODULE: ./lib/cleanup/apply/relist.js


/**
 * Lists the tags again and looks at every tag that is new: if something pushed meanwhile needs what went, that is put
 * back. Also takes away the names of what is gone, where a registry leaves them behind.
 */
async function relist(departed, hands) {
    const { repository, snapshot, gone, tagsOf } = departed;
    const { registry } = hands;
    const listing = await registry.tags(repository);
    const findings = [];
    if (listing.incomplete !== undefined) {
        findings.push(fault(repository, `whether something new needs what went cannot be told: ${listing.incomplete}`));
    }
    const dead = new Map([...gone].flatMap(digest => tagsOf(digest).map(tag => [tag, digest])));
    for (const tag of listing.tags) {
        const was = dead.get(tag);
        if (was === undefined && snapshot.tags.has(tag))
            continue;
        const answer = await registry.manifest(repository, tag);
        if ('unknown' in answer) {
            findings.push(fault(repository, `the tag ${tag} appeared and cannot be read: ${answer.unknown}`));
            continue;
        }
        if (!answer.found)
            continue;
        const { manifest } = answer;
        if (manifest.digest === was && (await registry.digestOf(repository, was)) === 'absent') {
            findings.push(...(await dropName(repository, tag, hands)));
            continue;
        }
        if (gone.has(manifest.digest))
            gone.delete(manifest.digest);
        const needed = await neededBy(manifest, tag, departed, hands);
        if (needed.length > 0)
            findings.push(...(await putBack(needed, tag, departed, hands)));
    }
    return findings;
}
/** Every departed digest that a new image names: its parts, their parts, and its subject. */
async function neededBy(manifest, tag, { repository, gone, snapshot }, { registry }) {
    const needed = new Set();
    const seen = new Set([manifest.digest]);
    const open = [manifest];
    const stem = (0,metadata_tag/* parseMetadataTag */.t)(tag)?.stem;
    for (const digest of gone)
        if (stem !== undefined && (0,metadata_tag/* stemOf */.V)(digest) === stem)
            needed.add(digest);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const named = [
            ...next.children.map(child => child.digest),
            ...next.mentions,
            ...(next.subject === undefined ? [] : [next.subject]),
        ];
        for (const digest of named) {
            if (gone.has(digest))
                needed.add(digest);
            if (gone.has(digest) || seen.has(digest))
                continue;
            seen.add(digest);
            const known = snapshot.manifests.get(digest);
            if (known?.kind === 'image')
                continue;
            const answer = known === undefined ? await registry.manifest(repository, digest) : undefined;
            const read = known ?? (answer !== undefined && 'manifest' in answer ? answer.manifest : undefined);
            if (read !== undefined)
                open.push(read);
        }
    }
    return [...needed];
}
/** The digest is gone, its name is not: the registry keeps names apart. It was reviewed with the image. */
async function dropName(repository, tag, { registry }) {
    const answer = await registry.deleteTag(repository, tag);
    if (answer === 'deleted' || answer === 'absent')
        return [];
    return [
        {
            rule: 'name-stays',
            severity: 'warning',
            message: `the image is gone, but the registry still lists its tag ${tag}`,
            image: (0,reference/* formatReference */.FH)({ repository, tag }),
        },
    ];
}
function fault(repository, message) {
    return { rule: 'not-rechecked', severity: 'error', message, image: repository };
}

;// CONCATENATED MODULE: ./lib/cleanup/apply/run-repository.js








/** Deletions after which the tags are listed again (design §3). */
const relistEvery = 50;
const patience = 3;
/**
 * Deletes what may go of one repository: line by line, each looked at once more, its bytes and the intent on the disk
 * before the first request that changes anything. Every prefix of it leaves what is kept whole.
 */
async function runRepository(repository, fresh, going, 
/** Lines whose head went in an earlier run; what that run left is finished. */
finished, 
/** What the reviewer keeps. */
keeps, hands) {
    const { snapshot, graph } = fresh;
    const results = [];
    const findings = [];
    const gone = new Set();
    const state = (0,journal_state/* readState */.u)(hands.journal.entries);
    const bytes = new Map();
    const waiting = new Map();
    const tagsByDigest = invert(snapshot.tags);
    const tagsOf = (digest) => tagsByDigest.get(digest) ?? [];
    const before = prerequisites(new Set(going.flatMap(({ line, along }) => [line.head, ...along])), graph, snapshot.missing);
    const rawOf = (digest) => bytes.get(digest) ?? state.manifest(repository, digest);
    let sinceListing = 0;
    let failures = 0;
    let stop;
    const mayGo = (digest) => (before.get(digest) ?? []).every(other => gone.has(other));
    const listAgain = async () => {
        sinceListing = 0;
        findings.push(...(await relist({ repository, snapshot, gone, tagsOf, rawOf }, hands)));
    };
    /** True: it is gone. */
    const remove = async (digest, tags) => {
        if (hands.send) {
            const deleted = await deleteOne(hands, repository, digest, tags);
            if (!deleted.gone) {
                if (deleted.scope === 'registry') {
                    stop = deleted.why;
                    findings.push({
                        rule: 'deletion-refused',
                        severity: 'error',
                        message: `${(0,reference/* registryOf */.Fv)(repository)} refuses deletions: ${deleted.why}`,
                        image: (0,reference/* formatReference */.FH)({ repository, digest }),
                        ...(deleted.fix === undefined ? {} : { fix: deleted.fix }),
                    });
                }
                else if (deleted.scope === 'unknown' && ++failures >= patience)
                    stop = deleted.why;
                return deleted.why;
            }
            failures = 0;
            sinceListing += 1;
        }
        gone.add(digest);
        return undefined;
    };
    /** What only waited for indexes and images that are gone by now. */
    const sweep = async () => {
        const swept = [];
        for (const digest of inOrder([...waiting.keys()], before)) {
            const owner = waiting.get(digest);
            if (stop !== undefined || owner === undefined || !gone.has(owner) || !mayGo(digest))
                continue;
            const why = await remove(digest, []);
            waiting.delete(digest);
            if (why === undefined)
                swept.push(digest);
            else
                findings.push(stays(repository, digest, why));
        }
        return swept;
    };
    /** Ends what an earlier run began. */
    const finish = async (lines) => {
        const known = lines.flatMap(line => state.lines.get(`${repository}@${line.head}`) ?? []);
        const swept = [];
        for (const digest of leftoversOf(known, fresh, gone, keeps, hands.usage)) {
            if (stop !== undefined)
                break;
            const why = await remove(digest, []);
            if (why === undefined)
                swept.push(digest);
            else
                findings.push(stays(repository, digest, why));
        }
        for (const digest of await namesLeft(known, snapshot, gone, hands.registry)) {
            gone.add(digest);
            sinceListing += 1;
        }
        if (swept.length > 0)
            await hands.journal.record({ event: 'gone', repository, digests: swept });
        return swept;
    };
    const ended = new Set(await finish(finished));
    for (const line of finished) {
        const parts = state.lines.get(`${repository}@${line.head}`)?.intent.manifests ?? [];
        const digests = parts.map(({ digest }) => digest).filter(digest => ended.has(digest));
        results.push({ end: 'already-gone', line, digests });
    }
    for (const { line, tags, along, bytes: freed } of sorted(going, fresh)) {
        const spent = hands.budget.spent();
        if (stop !== undefined || spent !== undefined) {
            results.push(skipped(line, stop === undefined ? 'not-reached' : 'refused', stop ?? spent ?? ''));
            continue;
        }
        if (!mayGo(line.head)) {
            results.push(skipped(line, 'needed', 'what is above it was skipped, and needs it'));
            continue;
        }
        const look = await lastLook(hands, repository, line.head, tags, along, tagsOf);
        if (look.clear === false) {
            results.push(skipped(line, look.code, look.detail));
            continue;
        }
        if (look.clear === 'absent') {
            results.push({ end: 'already-gone', line, digests: [] });
            continue;
        }
        const { manifests } = look;
        await hands.journal.record({
            event: 'intent',
            repository,
            head: line.head,
            class: line.class,
            reason: line.reason,
            manifests,
        });
        for (const manifest of manifests)
            bytes.set(manifest.digest, manifest);
        const why = await remove(line.head, tags);
        if (why !== undefined) {
            results.push(skipped(line, 'refused', why));
            continue;
        }
        hands.budget.took();
        for (const digest of look.absent)
            gone.add(digest);
        for (const { digest } of manifests.slice(1))
            waiting.set(digest, line.head);
        const swept = await sweep();
        await hands.journal.record({ event: 'gone', repository, digests: [line.head, ...swept] });
        const digests = [line.head, ...swept];
        results.push({ end: hands.send ? 'deleted' : 'would-delete', line, digests, bytes: freed });
        hands.progress(`${repository}: ${results.length} of ${going.length}`);
        if (sinceListing >= relistEvery)
            await listAgain();
    }
    // A name that outlives its image makes an interrupted line look new; its journal knows better.
    const resumed = going.flatMap(({ line }) => (gone.has(line.head) ? [line] : []));
    await finish([...finished, ...resumed]);
    if (sinceListing > 0)
        await listAgain();
    return { repository, lines: results, gone: [...gone], findings };
}
/** Parents and images before what refers to them, as the fresh plan has it. */
function sorted(going, { decisions }) {
    const place = new Map(decisions[0]?.order.map((head, index) => [head, index]));
    return [...going].sort((a, b) => (place.get(a.line.head) ?? 0) - (place.get(b.line.head) ?? 0));
}
function invert(tags) {
    const inverted = new Map();
    for (const [tag, digest] of tags) {
        const list = inverted.get(digest);
        if (list === undefined)
            inverted.set(digest, [tag]);
        else
            list.push(tag);
    }
    for (const list of inverted.values())
        list.sort();
    return inverted;
}
function stays(repository, digest, why) {
    return {
        rule: 'part-stays',
        severity: 'error',
        message: `a part of a deleted image stays: ${why}; running again finishes it`,
        image: (0,reference/* formatReference */.FH)({ repository, digest }),
    };
}

;// CONCATENATED MODULE: ./lib/cleanup/apply/untag.js




/**
 * Takes the tags of lines whose images stay, by the registry's own tag deletion and nothing else. Each line is looked at
 * once more, its bytes and the intent are on the disk before a tag goes, and after each tag the image has to answer: a
 * registry that takes both loses neither, for the image is put back at once and nothing more is tried there.
 */
async function untagLines(repository, { snapshot }, going, hands, 
/** Why nothing is to be tried here any more. */
refusal) {
    const lines = [];
    const findings = [];
    let stop = refusal;
    for (const go of going) {
        const { line, tags, by } = go;
        const spent = hands.budget.spent();
        if (stop !== undefined || spent !== undefined) {
            lines.push(skipped(line, stop === undefined ? 'not-reached' : 'refused', stop ?? spent ?? ''));
            continue;
        }
        const look = await lookOnce(repository, go, hands);
        if (!('raw' in look)) {
            lines.push(look);
            continue;
        }
        const stays = [...snapshot.tags].flatMap(([tag, digest]) => digest === line.head && !line.tags.includes(tag) ? [tag] : []);
        const taken = [];
        let refused;
        for (const tag of hands.send ? tags : []) {
            await hands.journal.record({
                event: 'intent',
                repository,
                head: line.head,
                class: line.class,
                reason: line.reason,
                manifests: [(0,cleanup_journal/* journaled */.lq)(line.head, look.raw, [tag])],
                untag: { tag, stays },
            });
            const answer = await deleteTag(repository, tag, hands);
            if (answer !== 'gone') {
                refused = answer.why;
                if (answer.everywhere)
                    stop = answer.why;
                findings.push(...answer.findings);
                break;
            }
            taken.push(tag);
            const damage = await mendImage({ repository, head: line.head, raw: look.raw, tag, stays }, hands);
            if (damage.length > 0) {
                findings.push(...damage);
                stop = `${(0,reference/* registryOf */.Fv)(repository)} may take an image along with its tag`;
                break;
            }
        }
        if (taken.length > 0)
            hands.budget.took();
        if (refused !== undefined) {
            const before = taken.length === 0 ? '' : `; ${taken.join(', ')} went before`;
            lines.push(skipped(line, 'refused', `${refused}${before}`));
        }
        else {
            lines.push({ end: hands.send ? 'untagged' : 'would-untag', line, tags, by: by.tag });
        }
        hands.progress(`${repository}: ${lines.length} of ${going.length} names`);
    }
    return { lines, findings };
}
/** The name that stays must still be there, and each tag must still be the image that was reviewed. */
async function lookOnce(repository, { line, tags, by }, { registry }) {
    const name = await registry.digestOf(repository, by.tag);
    if (name === 'absent')
        return skipped(line, 'tag-gone', `${by.tag}, its other name, is no longer there`);
    if ('unknown' in name)
        return skipped(line, 'unreadable', name.unknown);
    if (name.digest !== by.digest)
        return skipped(line, 'tag-moved', `${by.tag}, its other name, now is ${name.digest}`);
    let raw;
    for (const tag of tags) {
        const read = await registry.manifest(repository, tag);
        if ('unknown' in read)
            return skipped(line, 'unreadable', read.unknown);
        if (!read.found)
            return skipped(line, 'tag-gone', `${tag} is no longer there`);
        if (read.manifest.digest !== line.head) {
            return skipped(line, 'tag-moved', `${tag} now is ${read.manifest.digest}`);
        }
        raw = read.raw;
    }
    return { raw: raw };
}
/** An answer that got lost is settled by looking: a deletion is never sent twice on suspicion. */
async function deleteTag(repository, tag, { registry }) {
    const answer = await registry.deleteTag(repository, tag);
    if (answer === 'deleted' || answer === 'absent')
        return 'gone';
    if ('refused' in answer) {
        const everywhere = answer.refused === 'disabled' || answer.refused === 'forbidden';
        const finding = {
            rule: 'untag-refused',
            severity: 'error',
            message: `${(0,reference/* registryOf */.Fv)(repository)} takes no tag from an image: ${answer.message}`,
            fix: answer.fix,
            image: (0,reference/* formatReference */.FH)({ repository, tag }),
        };
        return { why: answer.message, everywhere, findings: everywhere ? [finding] : [] };
    }
    const look = await registry.digestOf(repository, tag);
    if (look === 'absent')
        return 'gone';
    return {
        why: `no clear answer to the deletion of ${tag}: ${answer.unknown}`,
        everywhere: false,
        findings: [],
    };
}

;// CONCATENATED MODULE: ./lib/cleanup/apply/apply.js









/**
 * Deletes what the merged plan lists and is still true now, and nothing else. Repository by repository, so that what
 * one of them refuses or hides leaves the others alone.
 */
async function applyPlan(plan, fresh, hands, registryOf, now) {
    const lines = plan.lines.filter(line => line.action !== 'keep');
    if (lines.length > 0)
        await hands.journal.record((0,cleanup_journal/* runEntry */.CN)(plan.header.plan, now));
    const results = [];
    for (const [repository, own] of byRepository(lines)) {
        results.push(await applyRepository(plan, repository, own, fresh, { ...hands, registry: registryOf(repository) }));
    }
    return results;
}
function byRepository(lines) {
    const groups = new Map();
    for (const line of lines) {
        const own = groups.get(line.repository);
        if (own === undefined)
            groups.set(line.repository, [line]);
        else
            own.push(line);
    }
    return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
async function applyRepository(plan, repository, lines, fresh, hands) {
    const known = freshRepository(repository, fresh);
    const journal = (0,journal_state/* readState */.u)(hands.journal.entries);
    const going = [];
    const finished = [];
    const results = [];
    for (const line of lines.filter(({ action }) => action === 'delete')) {
        const judged = judgeLine(line, known, journal, plan.header.plan);
        if (judged.state === 'go')
            going.push(judged);
        else if (judged.state === 'skip')
            results.push(skipped(line, judged.code, judged.detail));
        else {
            const wentBefore = journal.lines.get(`${repository}@${line.head}`)?.gone.has(line.head) === true;
            const answer = wentBefore ? 'absent' : await hands.registry.digestOf(repository, line.head);
            if (answer === 'absent')
                finished.push(line);
            else if ('unknown' in answer)
                results.push(skipped(line, 'unreadable', answer.unknown));
            else
                results.push(skipped(line, 'tag-gone', 'it has none of its tags any more'));
        }
    }
    const names = lines.filter(({ action }) => action === 'untag');
    const untags = names.map(line => judgeUntag(line, known, journal, plan.header.plan));
    results.push(...untags.flatMap(endOf));
    if (known === undefined)
        return { repository, lines: results, gone: [], findings: [] };
    const keeps = plan.lines.filter(line => line.action === 'keep' && line.repository === repository);
    const kept = new Set(keeps.map(line => line.head));
    const run = await runRepository(repository, known, going, finished, kept, hands);
    const gone = new Set(run.gone);
    const faults = hands.send && gone.size > 0
        ? await recheck(repository, known.snapshot, gone, hands.registry, hands.journal)
        : [];
    const taking = untags.filter(untag => untag.state === 'go');
    const refusal = run.findings.find(({ rule }) => rule === 'deletion-refused')?.message;
    const untagged = await untagLines(repository, known, taking, hands, refusal);
    return {
        ...run,
        lines: [...results, ...run.lines, ...untagged.lines],
        findings: [...run.findings, ...faults, ...untagged.findings],
    };
}
function endOf(untag) {
    if (untag.state === 'go')
        return [];
    return untag.state === 'skip'
        ? [skipped(untag.line, untag.code, untag.detail)]
        : [{ end: 'already-gone', line: untag.line, digests: [] }];
}
/** Undefined: not managed under one of the policies. */
function freshRepository(repository, { snapshots, decisions }) {
    const snapshot = snapshots.get(repository);
    const own = decisions.map(({ repositories }) => repositories.find(other => other.repository === repository));
    if (snapshot === undefined || own.length === 0)
        return undefined;
    const all = own.flatMap(decision => (decision === undefined ? [] : [freshDecision(decision)]));
    return all.length < own.length ? undefined : { snapshot, graph: (0,image_graph/* buildGraph */.ZG)(snapshot), decisions: all };
}

// EXTERNAL MODULE: ./lib/cleanup/in-use/read-usage.js + 7 modules
var read_usage = __webpack_require__(7384);
// EXTERNAL MODULE: ./lib/outcome/outcome.js
var outcome = __webpack_require__(1308);
// EXTERNAL MODULE: ./lib/registry/read.js + 2 modules
var read = __webpack_require__(2346);
// EXTERNAL MODULE: ./lib/registry/extend.js
var extend = __webpack_require__(6095);
// EXTERNAL MODULE: ./lib/report/terminal.js
var terminal = __webpack_require__(1488);
// EXTERNAL MODULE: ./lib/steps/closed-requests.js + 2 modules
var closed_requests = __webpack_require__(8654);
// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
// EXTERNAL MODULE: ./lib/forge/event.js
var forge_event = __webpack_require__(2447);
;// CONCATENATED MODULE: ./lib/cleanup/apply/merge-check.js

// What must be true of an event and of a merge before a plan on a forge is a consent to delete.
/** Only a push to the default branch: pull requests, tags and other branches show what somebody wants, not what is agreed. */
function checkEvent(event, defaultBranch) {
    const fix = `on:\n  push:\n    branches: [${defaultBranch}]\n    paths: [.image-hygiene/cleanup-plan.jsonl]`;
    if (event.trust !== 'trusted' || event.name !== 'push') {
        throw new error/* HygieneError */.c('bad-usage', `apply runs when a plan is merged, not for the event ${event.name || 'without a name'}: nothing is deleted`, { fix: `${fix}\nor, by hand and on your own word: --plan-file FILE --yes` });
    }
    if (event.branch !== defaultBranch) {
        throw new error/* HygieneError */.c('bad-usage', `apply runs on the default branch ${defaultBranch} only, and this is ${event.branch ?? 'no branch'}: nothing is deleted`, { fix });
    }
}
/** A later merge replaced the plan: that one's own run applies it. */
function checkStillThere(now, text, path, branch) {
    if (now === text)
        return;
    throw new error/* HygieneError */.c('undecidable', `${path} on ${branch} is another one by now: this run deletes nothing and leaves it to the run of the newer merge`, { fix: 'nothing, if a newer run exists; else run the newest one again' });
}
function checkAlone(others) {
    if (others === 'unknown' || others.length === 0)
        return;
    throw new error/* HygieneError */.c('undecidable', `an older apply is still running: ${others.slice(0, 3).join(', ')}`, {
        fix: 'run this again when it is done; to have them wait for each other:\nconcurrency:\n  group: image-cleanup-apply\n  cancel-in-progress: false',
    });
}
/** That a plan came in by a merge, and, where the policy asks for a review, by the hand of somebody else. */
function checkReview(merge, requireReview, { proposal, sigil }, path) {
    if (merge === undefined) {
        throw new error/* HygieneError */.c('undecidable', `no merged ${proposal} brought ${path} here: nobody has reviewed it`, {
            fix: `let the plan step propose it (open-pull-request: true) and merge that; a plan pushed by hand is applied by hand, with --plan-file and --yes`,
        });
    }
    if (!requireReview)
        return merge;
    const by = merge.mergedBy;
    if (by === undefined || by === merge.author) {
        throw new error/* HygieneError */.c('refused', `${sigil}${merge.number} was merged by ${by ?? 'nobody that the forge names'}, who also opened it, and cleanup.require-review asks for somebody else`, {
            fix: 'have another person merge the next plan, open plans with a bot’s token, or set in the policy:\ncleanup:\n  require-review: false',
        });
    }
    return merge;
}

// EXTERNAL MODULE: ./lib/cleanup/plan-file.js
var plan_file = __webpack_require__(6860);
// EXTERNAL MODULE: ./lib/steps/forge.js + 2 modules
var steps_forge = __webpack_require__(8829);
// EXTERNAL MODULE: ./lib/steps/policy.js + 4 modules
var steps_policy = __webpack_require__(9185);
;// CONCATENATED MODULE: ./lib/steps/merged-plan.js






/**
 * The plan that a merge brought to the default branch: the file at the commit of the event, if the branch still has
 * it, with the policy as it stood before. Nothing in the checkout is trusted for it.
 */
function planFromMerge(call, event, world) {
    return async (policy) => {
        const forge = await (0,steps_forge/* forgeOf */.$)(world, { github: call.githubToken, gitlab: call.gitlabToken });
        const { 'plan-file': path, 'require-review': requireReview } = policy.policy.cleanup;
        const base = await forge.base(event.defaultBranch);
        checkEvent(event, base.branch);
        const name = `${path}@${event.commit.slice(0, 12)}`;
        const text = await forge.file(path, event.commit);
        const now = base.commit === event.commit ? text : await forge.file(path, base.commit);
        checkStillThere(now, text, path, base.branch);
        if (text === undefined)
            return nothing(policy, name);
        const plan = (0,plan_file_parse/* readPlan */.m)(text, path);
        if (plan.lines.every(({ action }) => action === 'keep'))
            return { plan, name, consented: true };
        const others = await forge.otherRuns();
        if (others === 'unknown')
            world.log.info('Whether another apply is running cannot be seen with this token.');
        checkAlone(others);
        const brought = (await forge.lastTouch(path, event.commit)) ?? event.commit;
        const merge = checkReview(await forge.mergeOf(brought), requireReview, forge.words, path);
        const before = await policyBefore(call, event, forge, world);
        return { plan, name, consented: true, before, mergedAt: merge.mergedAt };
    };
}
/** The policy file was there and is gone, or never was: then there is nothing to delete either. */
function nothing({ digest }, name) {
    return {
        plan: { header: { plan: (0,plan_file/* planId */.rY)([]), policy: digest, sources: [] }, lines: [] },
        name,
        consented: true,
    };
}
/** Read through the forge as of the commit before the push, so that a merge cannot loosen the policy for its own plan. */
function policyBefore(call, event, forge, world) {
    const { before } = event;
    if (before === undefined) {
        throw new error/* HygieneError */.c('undecidable', 'the event does not tell what the branch was before this push', {
            fix: 'run apply in the pipeline of the push that merged the plan',
        });
    }
    return (0,steps_policy/* loadPolicy */.t)({ ...call, readFile: path => forge.file(path, before) }, world);
}

;// CONCATENATED MODULE: ./lib/steps/plan-source.js



/** Where the reviewed plan of this call comes from: in CI from the merge, elsewhere from the file that the call names. */
async function planSourceOf(call, world) {
    const event = call.planFile === undefined ? await (0,forge_event/* readEvent */.j)(world) : undefined;
    return event === undefined
        ? planFromFile(call.planFile, call.yes, world.files)
        : planFromMerge(call, event, world);
}

// EXTERNAL MODULE: ./lib/steps/registries.js
var steps_registries = __webpack_require__(7560);
;// CONCATENATED MODULE: ./lib/steps/apply.js














const apply = (0,steps_define/* defineStep */.ol)({
    name: 'apply',
    inputs: {
        planFile: inputs.planFile,
        inUse: inputs.inUse,
        yes: inputs.yes,
        journalDir: inputs.journalDir,
        maxDeletions: inputs.maxDeletions,
        timeBudget: inputs.timeBudget,
        images: inputs.images,
        config: inputs.config,
        printPolicy: inputs.printPolicy,
        registryUsername: inputs.registryUsername,
        registryPassword: inputs.registryPassword,
        caFile: inputs.caFile,
        cacheDir: inputs.cacheDir,
        githubToken: inputs.githubToken,
        gitlabToken: inputs.gitlabToken,
        jsonFile: inputs.jsonFile,
        summary: inputs.summary,
    },
    outputs: {
        deleted: 'How many images of the plan were deleted.',
        untagged: 'How many images lost a tag and stay.',
        'already-gone': 'How many were gone already.',
        skipped: 'How many were left, each with its reason among the findings.',
        'journal-dir': 'Folder of the journal that restore reads; keep it as an artifact.',
        'json-file': 'Path of the outcome as JSON, if it was asked for.',
    },
    permissions: {
        github: { contents: 'read', 'pull-requests': 'read', actions: 'read', packages: 'write' },
        registry: 'delete',
        gitlab: 'A project access token with the scope read_api, and a token that may delete from the registry.',
    },
    async run(inputs, world) {
        const policy = await (0,steps_policy/* loadPolicy */.t)(inputs, world);
        if (inputs.printPolicy)
            return (0,steps_policy/* printedPolicy */.b)(policy);
        const merged = await (await planSourceOf(inputs, world))(policy);
        const now = world.now();
        checkAge(merged, policy, now);
        if (merged.plan.lines.every(line => line.action === 'keep'))
            return written(reportApply([], merged.consented), inputs.jsonFile, world);
        const policies = [managing(merged, policy), ...(merged.before === undefined ? [] : [merged.before])];
        const usages = await (0,read_usage/* readUsages */.r)(inputs.inUse, policies.map(({ policy }) => policy), world.files, now);
        checkSources(merged, usages);
        const registries = await (0,steps_registries/* registriesOf */.Ho)(inputs, policies[0]?.policy ?? policy.policy, world);
        const journal = await (0,cleanup_journal/* openJournal */._0)(inputs.journalDir, world.files);
        const mended = merged.consented
            ? await mendInterrupted(journal, repository => policies.some(({ policy }) => (0,scope/* manages */.fu)(policy, repository)) ? registries.of(repository) : undefined)
            : [];
        const snapshots = await (0,read/* readRepositories */.NU)(policies[0]?.policy.images ?? [], registries, world.log);
        (0,read/* demandEveryRepository */.hO)(snapshots);
        const rulings = [];
        for (const [index, ruling] of policies.entries()) {
            const usage = usages[index];
            if (usage !== undefined)
                rulings.push({ policy: ruling, usage, ...(await closing(snapshots, ruling, inputs, world)) });
        }
        const more = (snapshot, wants) => (0,extend/* extend */.X)(snapshot, wants, registries);
        const before = (0,journal_state/* readState */.u)(journal.entries);
        const fresh = await decideAfresh(merged.plan, snapshots, rulings, more, now, before);
        const hands = {
            journal: merged.consented ? journal : (0,cleanup_journal/* journalForShow */.e3)(journal),
            send: merged.consented,
            usage: (0,in_use_usage/* indexUsage */.c)(usages.flatMap(usage => usage.uses)),
            budget: budgetOf({ maxDeletions: inputs.maxDeletions, seconds: (0,steps_registries/* secondsOf */.TM)(inputs.timeBudget) }, world.now),
            progress: world.log.progress,
        };
        const results = await applyPlan(merged.plan, fresh, hands, repository => registries.of(repository), now);
        return written(told(reportApply(results, merged.consented, mended), inputs.journalDir, registries.stats()), inputs.jsonFile, world);
    },
});
/** Without a policy file nothing is named but in the plan itself: then its repositories are what the call is about. */
function managing({ plan }, loaded) {
    if (loaded.policy.images.length > 0)
        return loaded;
    const named = [...new Set(plan.lines.map(line => line.repository))];
    return { ...loaded, policy: { ...loaded.policy, images: named } };
}
async function closing(snapshots, { policy }, tokens, world) {
    const { closed } = await (0,closed_requests/* closedRequests */.l)(snapshots, policy, tokens, world);
    return { closed };
}
/** For the step `report`, which tells the pull request in a job of its own. */
async function written(result, path, { files }) {
    if (path === undefined)
        return result;
    const outputs = { ...result.outputs, 'json-file': path };
    await files.write(path, `${JSON.stringify((0,outcome/* outcomeOf */.sG)('apply', { ...result, outputs }), undefined, 2)}\n`);
    return { ...result, outputs };
}
function told(result, journal, stats) {
    const told = (0,terminal/* terminalFindings */.f)(result.findings.filter(finding => !finding.rule.startsWith('skipped-')));
    return {
        ...result,
        outputs: { ...result.outputs, 'journal-dir': journal },
        stats: { ...stats, ...result.stats },
        text: [result.text ?? '', told].filter(part => part !== '').join('\n\n'),
    };
}


/***/ })

};
;