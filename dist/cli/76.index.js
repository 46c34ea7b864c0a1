export const id = 76;
export const ids = [76];
export const modules = {

/***/ 2331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readState)
/* harmony export */ });
function readState(entries) {
    const lines = new Map();
    let plan;
    const byDigest = new Map();
    for (const entry of entries) {
        if (entry.event === 'run')
            plan = entry.plan;
        else if (entry.event === 'intent') {
            const name = `${entry.repository}@${entry.head}`;
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
        else if (entry.event === 'restored') {
            const line = lines.get(`${entry.repository}@${entry.head}`);
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
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(716);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(220);



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
    return { event: 'run', plan, at: (0,_image_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatInstant */ .r4)(now) };
}
/** Refuses bytes that are not what the digest says: a journal that cannot restore is worse than none. */
function journaled(digest, raw, tags) {
    if (!matches(digest, raw.bytes)) {
        throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_2__/* .HygieneError */ .cU('damaged', `the bytes read for ${digest} have another digest`, {
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
const events = ['run', 'intent', 'gone', 'put-back', 'restored'];
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

/***/ 2975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ partsFirst)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(716);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4275);


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
    const raw = manifest === undefined ? undefined : (0,_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .rawOf */ .UD)(manifest);
    const found = new TextDecoder().decode(raw?.bytes).match(/sha(?:256|512):[0-9a-f]+/g) ?? [];
    return [...new Set(found)].filter(_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc);
}


/***/ }),

/***/ 7560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ registriesOf)
/* harmony export */ });
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5951);

/** The registries of the images that the policy manages, with what the call says about reaching them. */
async function registriesOf(call, policy, world) {
    return (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_0__.openRegistries)(world, {
        plainHttp: policy.cleanup['plain-http'],
        given: { images: policy.images, username: call.registryUsername, password: call.registryPassword },
        authorities: call.caFile === undefined ? undefined : await world.files.readText(call.caFile),
        ...(call.cacheDir === undefined ? {} : { cacheFolder: call.cacheDir }),
    });
}


/***/ }),

/***/ 8695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restore: () => (/* binding */ restore_restore)
});

// EXTERNAL MODULE: ./lib/cleanup/journal.js
var cleanup_journal = __webpack_require__(4275);
// EXTERNAL MODULE: ./lib/outcome/index.js + 4 modules
var outcome = __webpack_require__(220);
// EXTERNAL MODULE: ./lib/cleanup/journal-state.js
var journal_state = __webpack_require__(2331);
// EXTERNAL MODULE: ./lib/image/index.js + 9 modules
var lib_image = __webpack_require__(716);
;// CONCATENATED MODULE: ./lib/cleanup/restore-manifest.js

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
    const manifest = (0,lib_image/* parseManifest */.Ng)(raw.bytes, raw.mediaType, digest);
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

// EXTERNAL MODULE: ./lib/cleanup/restore-order.js
var restore_order = __webpack_require__(2975);
;// CONCATENATED MODULE: ./lib/cleanup/restore.js





/**
 * Puts back what apply deleted: exact bytes, parts before wholes, an image before what refers to it, tags where they are
 * free. Without references everything of the last plan; a reference (tag, digest or whole repository) picks from all.
 */
async function restore(journal, references, registryOf) {
    const state = (0,journal_state/* readState */.u)(journal.entries);
    const restored = [];
    // The latest deletion first: a tag that was deleted twice goes to the image that had it last.
    for (const line of chosen(state, references).toReversed()) {
        restored.push(await restoreLine(line, state, registryOf(line.intent.repository)));
        const last = restored.at(-1);
        if (last?.whole)
            await journal.record({ event: 'restored', repository: last.repository, head: last.head });
    }
    return restored;
}
async function restoreLine({ intent }, state, registry) {
    const { repository, head, class: name, reason } = intent;
    const manifests = [];
    const starts = intent.manifests.map(manifest => manifest.digest);
    for (const digest of (0,restore_order/* partsFirst */.Z)(starts, digest => state.manifest(repository, digest))) {
        const journaled = state.manifest(repository, digest);
        const raw = journaled === undefined ? undefined : (0,cleanup_journal/* rawOf */.UD)(journaled);
        const outcome = raw === undefined || journaled === undefined
            ? { back: false, why: 'unclear', detail: 'the journal is damaged here' }
            : await putManifestBack(registry, repository, digest, raw, journaled.tags);
        manifests.push({ digest, outcome });
    }
    const tags = intent.manifests.find(manifest => manifest.digest === head)?.tags ?? [];
    return {
        repository,
        head,
        tags,
        manifests,
        whole: manifests.every(({ outcome }) => outcome.back),
        keep: {
            action: 'keep',
            repository,
            head,
            tags,
            class: name,
            reason,
            with: intent.manifests.map(manifest => manifest.digest).filter(digest => digest !== head),
        },
    };
}
function chosen(state, references) {
    const lines = [...state.lines.values()];
    if (lines.length === 0) {
        throw new outcome/* HygieneError */.cU('no-file', 'the journal is empty: nothing was deleted with it', {
            fix: 'name the folder that apply wrote: --journal-dir; in CI it is in the artifact of the apply job',
        });
    }
    if (references.length === 0) {
        const last = lines.at(-1)?.plan;
        return lines.filter(line => line.plan === last && !line.restored);
    }
    const missing = references.find(reference => !lines.some(line => isNamed(line, reference)));
    if (missing !== undefined) {
        const { repository, tag, digest } = missing;
        throw new outcome/* HygieneError */.cU('bad-usage', 'the journal knows nothing of this image: it was not deleted with it', {
            image: `${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`,
        });
    }
    return lines.filter(line => references.some(reference => isNamed(line, reference)));
}
function isNamed({ intent }, { repository, tag, digest }) {
    if (intent.repository !== repository)
        return false;
    if (digest !== undefined)
        return intent.manifests.some(manifest => manifest.digest === digest);
    return tag === undefined || intent.manifests.some(manifest => manifest.tags.includes(tag));
}

// EXTERNAL MODULE: ./lib/report/index.js + 7 modules
var report = __webpack_require__(1076);
// EXTERNAL MODULE: ./lib/cleanup/plan-file.js
var plan_file = __webpack_require__(6860);
;// CONCATENATED MODULE: ./lib/cleanup/restore-report.js



/** Exit 1 where something could not come back as it was, 3 where a registry gave no clear answer. */
function reportRestore(images, planFile) {
    const findings = images.flatMap(findingsOf);
    const whole = images.filter(image => image.whole);
    const unclear = findings.some(({ rule }) => rule === 'not-restored');
    const verdict = unclear
        ? 'error'
        : findings.some(({ severity }) => severity === 'error')
            ? 'fail'
            : findings.length > 0
                ? 'warn'
                : 'pass';
    return {
        verdict,
        findings,
        outputs: {
            restored: String(whole.length),
            'keep-lines': whole.map(image => (0,plan_file/* formatLine */.IL)(image.keep)).join('\n'),
        },
        stats: { images: images.length, restored: whole.length, lost: images.length - whole.length },
        text: textOf(images, planFile),
    };
}
function findingsOf({ repository, head, tags, manifests }) {
    const [tag] = tags;
    const image = (0,lib_image/* formatReference */.FH)({ repository, ...(tag === undefined ? { digest: head } : { tag }) });
    return manifests.flatMap(({ digest, outcome }) => {
        if (outcome.back) {
            return outcome.tagsLeft.map(({ tag: moved, now }) => ({
                rule: 'tag-not-moved',
                severity: 'error',
                message: `${moved} now is ${now} and stays there; the old image is back as ${digest}`,
                image: (0,lib_image/* formatReference */.FH)({ repository, tag: moved }),
            }));
        }
        if (outcome.why === 'lost') {
            const blobs = outcome.blobs.length > 0 ? `: ${outcome.blobs.join(', ')}` : '';
            return [
                {
                    rule: 'collected',
                    severity: 'error',
                    message: `${digest} cannot come back, the registry's garbage collection has taken what it needs${blobs}`,
                    fix: 'build the image again, or push it from a machine or a mirror that still has it',
                    image,
                },
            ];
        }
        const rule = outcome.why === 'refused' ? 'restore-refused' : 'not-restored';
        return [{ rule, severity: 'error', message: `${digest} is not back: ${outcome.detail}`, image }];
    });
}
function textOf(images, planFile) {
    const whole = images.filter(image => image.whole);
    return [
        ...images.map(({ repository, head, tags, whole: back }) => `  ${back ? 'restored' : 'NOT WHOLE'}  ${(0,report/* oneLine */.TN)(`${repository}  ${tags.length > 0 ? tags.join(' ') : head}`)}`),
        '',
        `${whole.length} of ${images.length} images are back.`,
        ...(whole.length === 0
            ? []
            : [
                `To make it last, put these lines into ${(0,report/* oneLine */.TN)(planFile)}, in place of those that stand there for the same images; without them the next plan proposes the images again:`,
                '',
                ...whole.map(image => (0,plan_file/* formatLine */.IL)(image.keep)),
            ]),
    ].join('\n');
}

// EXTERNAL MODULE: ./lib/policy/index.js + 4 modules
var lib_policy = __webpack_require__(7134);
// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
// EXTERNAL MODULE: ./lib/steps/policy.js + 1 modules
var steps_policy = __webpack_require__(9243);
// EXTERNAL MODULE: ./lib/steps/registries.js
var steps_registries = __webpack_require__(7560);
;// CONCATENATED MODULE: ./lib/steps/restore.js











const restore_restore = (0,steps_define/* defineStep */.ol)({
    name: 'restore',
    inputs: {
        references: inputs/* references */.Ft,
        journalDir: inputs/* journalDir */.Pg,
        planFile: inputs/* planFile */.eS,
        images: inputs/* images */.zC,
        config: inputs/* config */.$W,
        registryUsername: inputs/* registryUsername */.YY,
        registryPassword: inputs/* registryPassword */.JX,
        caFile: inputs/* caFile */.DO,
        summary: inputs/* summary */.z,
    },
    positional: 'references',
    outputs: {
        restored: 'How many images are back.',
        'keep-lines': 'The plan lines that make it last, one a line.',
    },
    permissions: {
        github: { contents: 'read', packages: 'write' },
        registry: 'push',
        gitlab: 'A deploy or project access token that may push to the registry.',
    },
    async run(inputs, world) {
        const { policy } = await (0,steps_policy/* loadPolicy */.t)(inputs, world);
        const named = inputs.references.map(read);
        const journal = await (0,cleanup_journal/* openJournal */._0)(inputs.journalDir, world.files);
        for (const { repository } of named)
            refuseForeign(policy, repository);
        const registries = await (0,steps_registries/* registriesOf */.H)(inputs, policy, world);
        const restored = await restore(journal, named, repository => {
            refuseForeign(policy, repository);
            return registries.of(repository);
        });
        const result = reportRestore(restored, inputs.planFile ?? policy.cleanup['plan-file']);
        return {
            ...result,
            stats: { ...registries.stats(), ...result.stats },
            text: [(0,report/* terminalFindings */.fU)(result.findings), result.text].filter(part => part !== '').join('\n\n'),
        };
    },
});
function read(text) {
    const reference = (0,lib_image/* parseReference */.F2)(text);
    if ('fault' in reference)
        throw new outcome/* HygieneError */.cU('bad-usage', `'${text}' is no reference: ${reference.fault}`);
    return reference;
}
/** A policy that names images speaks for those alone; without one, the journal does. */
function refuseForeign(policy, repository) {
    if (policy.images.length === 0 || (0,lib_policy/* manages */.fu)(policy, repository))
        return;
    throw new outcome/* HygieneError */.cU('not-managed', `the policy does not manage ${repository}`, {
        fix: `add it to 'images' of the policy, or name another policy with --config`,
        image: repository,
    });
}


/***/ })

};
