"use strict";
exports.id = 233;
exports.ids = [233];
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

/***/ 3304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ nearestTag)
/* harmony export */ });
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6278);
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2666);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9597);



/**
 * The legal tag closest to one that is not: `a1b2c3d` is meant as `commit-a1b2c3d`, `1.2` as `v1.2.0`.
 * With an event only its classes count, and with facts only what is true of this build: a commit written in the tag
 * is taken over when it is the build's own.
 */
function nearestTag(tag, policy, facts = {}) {
    const meant = { ...facts, ...agreeing(readLeniently(tag), facts) };
    let best;
    let least = Number.POSITIVE_INFINITY;
    for (const [name, rule] of Object.entries(policy.classes)) {
        if (facts.event !== undefined && rule.on !== facts.event)
            continue;
        for (const template of (0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .classTemplates */ .wu)(policy, name)) {
            const made = template.make(meant);
            if (typeof made !== 'string' || (0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesForbidden */ .Zp)(made, policy) !== undefined)
                continue;
            const distance = (0,_outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .editDistance */ .YC)(tag.slice(0, 128), made);
            if (distance < least)
                [best, least] = [{ tag: made, class: name }, distance];
        }
    }
    return best;
}
/** Of what the tag seems to say, that which does not contradict the build. */
function agreeing(meant, facts) {
    return {
        ...(meant.sha !== undefined && (facts.sha ?? meant.sha).startsWith(meant.sha) ? { sha: meant.sha } : {}),
        ...(meant.number !== undefined && facts.number === undefined ? { number: meant.number } : {}),
        ...(meant.semver !== undefined && facts.semver === undefined ? { semver: meant.semver } : {}),
    };
}
/** What a person may have meant; only ever used for a suggestion. */
function readLeniently(tag) {
    if (tag.length > 128)
        return {};
    const words = tag.toLowerCase().split(/[^0-9a-z]+/);
    const sha = words.findLast(word => /^[0-9a-f]{7,40}$/.test(word));
    const digits = /^(?:pr|mr|pull|pull-request|merge-request|preview|review)?[-_#]?([0-9]{1,15})$/i.exec(tag)?.[1];
    const semver = versionMeant(tag);
    return {
        ...(semver === undefined ? {} : { semver }),
        ...(sha === undefined ? {} : { sha }),
        ...(digits === undefined ? {} : { number: Number(digits) }),
    };
}
/** `1.2`, `V1.2`, `v01.2.3`, `release-1.2.3rc1` as the version they come nearest to. */
function versionMeant(tag) {
    const found = /^([^0-9]*)([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(.*)$/.exec(tag);
    if (found === null)
        return undefined;
    const [, before = '', major = '', minor, patch, after = ''] = found;
    if (minor === undefined && !/^v\.?$/i.test(before))
        return undefined;
    const core = [major, minor ?? '0', patch ?? '0'].map(withoutZeros).join('.');
    const sign = /^[+_]/.test(after) ? '+' : '-';
    const identifiers = after
        .split(/[^0-9A-Za-z-]+|^-+/)
        .filter(word => word !== '')
        .map(word => (/^[0-9]+$/.test(word) ? withoutZeros(word) : word));
    return (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .readVersion */ .$4)(identifiers.length === 0 ? core : `${core}${sign}${identifiers.join('.')}`);
}
function withoutZeros(digits) {
    return digits.replace(/^0+(?=[0-9])/, '');
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


/***/ }),

/***/ 9233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./lib/cleanup/in-use/read-usage.js + 7 modules
var read_usage = __webpack_require__(7384);
// EXTERNAL MODULE: ./lib/cleanup/keeps.js
var keeps = __webpack_require__(2518);
// EXTERNAL MODULE: ./lib/image/metadata-tag.js
var metadata_tag = __webpack_require__(9709);
// EXTERNAL MODULE: ./lib/policy/classify.js
var classify = __webpack_require__(2666);
// EXTERNAL MODULE: ./lib/policy/suggest.js
var suggest = __webpack_require__(3304);
;// CONCATENATED MODULE: ./lib/cleanup/mistakes.js


const most = 5;
/**
 * What looks like a slip in the policy or in the tags: a template that matches nothing (and so protects nothing), tags
 * that nearly match, tags that builds may not have, labels in a wrong unit.
 */
function mistakesOf(decision, snapshots, loaded) {
    const tags = snapshots.flatMap(snapshot => [...snapshot.tags.keys()]
        .filter(tag => (0,metadata_tag/* parseMetadataTag */.t)(tag) === undefined)
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
    return Object.keys(policy.classes).flatMap(name => (0,classify/* classTemplates */.wu)(policy, name).flatMap((template, index) => {
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
                const meant = (0,suggest/* nearestTag */.D)(tag, policy);
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
        const row = (0,classify/* matchesForbidden */.Zp)(tag, policy);
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
// EXTERNAL MODULE: ./lib/outcome/error.js
var error = __webpack_require__(3166);
;// CONCATENATED MODULE: ./lib/cleanup/pull-request/trust.js

/** Pull requests of forks, comments, tags and other branches must not be able to make the tool write. */
function refuseUntrusted(event) {
    if (event === undefined)
        return;
    const { forge, name, trust, branch, defaultBranch } = event;
    const astray = defaultBranch !== undefined && branch !== defaultBranch;
    if (trust === 'trusted' && branch !== undefined && !astray)
        return;
    const here = branch === undefined ? `the event ${name}` : `the event ${name} on the branch ${branch}`;
    throw new error/* HygieneError */.c('bad-usage', `no cleanup proposal is written for ${here}`, {
        fix: forge === 'github'
            ? 'run it on the default branch:\non:\n  schedule:\n    - cron: "17 3 * * 1"\n  workflow_dispatch:'
            : 'run it in a scheduled pipeline of the default branch:\nrules:\n  - if: $CI_PIPELINE_SOURCE == "schedule" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
    });
}

// EXTERNAL MODULE: ./lib/report/harmless.js
var harmless = __webpack_require__(2463);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/cleanup/pull-request/marker.js

/** One line, at the end of the body. */
function formatMarker({ plan, proposed, text, state }) {
    const said = state === undefined ? '' : ` state=${state}`;
    return `<!-- image-hygiene plan=${plan} proposed=${proposed} text=${text}${said} -->`;
}
const grammar = /<!-- image-hygiene plan=(sha256:[0-9a-f]{64}) proposed=(sha256:[0-9a-f]{64}) text=([0-9a-f]{16})(?: state=(emptied|stopped))? -->/g;
/** The last marker of a body; nothing untrusted in a body can look like one, because `<` is escaped there. */
function parseMarker(body) {
    const [, plan, proposed, text, state] = [...body.matchAll(grammar)].at(-1) ?? [];
    if (plan === undefined || proposed === undefined || text === undefined)
        return undefined;
    return { plan, proposed, text, ...(state === undefined ? {} : { state: state }) };
}
/** The body with another state in its marker. */
function withState(body, state) {
    const marker = parseMarker(body);
    if (marker === undefined)
        return body;
    return body.replace(grammar, formatMarker({ ...marker, state }));
}
function hashText(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/comments.js


// What the tool says in a proposal besides its body: rarely, and once.
const closingComment = 'Nothing is left to delete, so this is closed. The next images that may go get a new one.';
const mark = '<!-- image-hygiene stopped -->';
/** The one comment when people did something that no refresh can carry along. */
function stoppingComment(why) {
    return {
        mark,
        text: [
            `This is not refreshed any more: ${(0,harmless/* inMarkdown */.Hi)(why)}.`,
            '',
            'Nobody’s commit is overwritten. To go on, undo that edit: lines of the plan may be deleted, or changed to `"action":"keep"`, and nothing else. Or close this and delete its branch.',
            '',
            mark,
        ].join('\n'),
    };
}
/** The body with a line on top that says it is out of date; a refresh writes the whole body anew. */
function withStoppedBanner(body, why) {
    return `> **Not refreshed any more:** ${(0,harmless/* inMarkdown */.Hi)(why)}\n\n${withState(body, 'stopped')}`;
}

// EXTERNAL MODULE: ./lib/image/instant.js
var instant = __webpack_require__(5524);
;// CONCATENATED MODULE: ./lib/cleanup/pull-request/findings.js

/** What a person should know about a move that left things as they are. */
function findingsOf(move, { proposal, sigil }) {
    if (move.to === 'stop')
        return [stopped(move.why, proposal)];
    if (move.to !== 'leave')
        return [];
    const { why } = move;
    const name = move.proposal === undefined ? `the ${proposal}` : `${sigil}${move.proposal.number}`;
    switch (why.because) {
        case 'same':
        case 'nothing-to-do':
            return [];
        case 'held':
            return [
                warning('pull-request-held', `${name} stays as it is, because not every repository could be read`),
            ];
        case 'already-merged':
            return [
                {
                    rule: 'pull-request-merged',
                    severity: 'info',
                    message: `${name} with this very plan is merged, but its images are still there`,
                    fix: 'run the apply job of that merge again; if its plan is too old by now, delete the lines with "action":"delete" from the plan file on the default branch and run the plan job',
                },
            ];
        case 'stopped':
            return [stopped(why.what, proposal)];
        case 'foreign-branch':
            return [
                warning('pull-request-branch-taken', `no ${proposal} is opened, because its branch holds work of somebody else: ${why.what}`, 'delete the branch, or name another one in cleanup.pull-request.branch'),
            ];
        case 'other-base':
            return [
                warning('pull-request-other-base', `${name} goes to the branch ${why.what}, not to the default branch, and is left alone`, `set its base to the default branch, or close it`),
            ];
        case 'refused':
            return [
                info('pull-request-refused', `${name} with this very plan was closed: it is not proposed again`),
            ];
        case 'closed-lately':
            return [
                info('pull-request-quiet', `${name} was closed: nothing is proposed before ${(0,instant/* formatInstant */.r)(why.until)} (cleanup.pull-request.quiet-after-close)`),
            ];
    }
}
function stopped(why, proposal) {
    return warning('pull-request-stopped', `the ${proposal} is not refreshed: ${why}`, 'undo that edit on the branch, or close the proposal and delete its branch');
}
function warning(rule, message, fix) {
    return { rule, severity: 'warning', message, ...(fix === undefined ? {} : { fix }) };
}
function info(rule, message) {
    return { rule, severity: 'info', message };
}

// EXTERNAL MODULE: ./lib/image/digest.js
var digest = __webpack_require__(7241);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/cleanup/amount.js
var amount = __webpack_require__(2750);
;// CONCATENATED MODULE: ./lib/cleanup/pull-request/title.js


/** Counts, bytes and the plan's id: closing it says no to this very plan, never to all cleanup. */
function titleOf({ images, tags, bytes, kept }, plan) {
    const id = `(plan ${shortId(plan)})`;
    if (images === 0 && tags === 0)
        return `Image cleanup: nothing to delete, ${(0,amount/* count */.U9)(kept, 'image')} to keep ${id}`;
    const going = images === 0 ? [] : [(0,amount/* count */.U9)(images, 'image'), (0,amount/* formatBytes */.z3)(bytes)];
    return `Image cleanup: ${[...going, ...(tags === 0 ? [] : [(0,amount/* count */.U9)(tags, 'tag')])].join(', ')} ${id}`;
}
/** Seven hex digits, as git shows commits. */
function shortId(plan) {
    return plan.slice('sha256:'.length, 'sha256:'.length + 7);
}
/** The short id in a title, for a body whose marker somebody has deleted. */
function idInTitle(title) {
    return /\(plan ([0-9a-f]{7})\)/.exec(title)?.[1];
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/message.js


/** The commit message of a plan. */
function messageOf({ plan, struck }, title) {
    return [
        title,
        '',
        `Plan ${shortId(plan)} of the images that may go.`,
        ...(struck.length === 0 ? [] : [`Struck by reviewers, and left out: ${struck.length}.`]),
        '',
        `Image-Hygiene-Plan: ${plan}`,
        ...struck.map(name => `Image-Hygiene-Struck: ${name}`),
    ].join('\n');
}
/** Reads the trailers; `undefined` if the commit is not one of ours. */
function parseMessage(message) {
    let plan;
    const struck = new Set();
    for (const line of message.split(/\r?\n/)) {
        const [, key, value = ''] = /^Image-Hygiene-(Plan|Struck): (\S{1,600})$/.exec(line) ?? [];
        if (key === 'Plan' && (0,digest/* isDigest */.B)(value))
            plan = value;
        if (key === 'Struck' && isImageName(value))
            struck.add(value);
    }
    return plan === undefined ? undefined : { plan, struck: [...struck].sort() };
}
/** How a plan's line is known: by image, whatever its tags are by then. */
function nameOf({ repository, head, }) {
    return (0,image_reference/* formatReference */.FH)({ repository, digest: head });
}
function isImageName(text) {
    const reference = (0,image_reference/* parseReference */.F2)(text);
    return 'repository' in reference && reference.digest !== undefined && reference.tag === undefined;
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/move.js




function nextMove(situation) {
    const { open } = situation.seen;
    return open === undefined ? withoutOpen(situation) : withOpen(situation, open);
}
/** The reasons to write nothing at all that need no look at the branch. */
function quietMove({ seen, wanted, now, quietAfterClose }) {
    if (seen.open !== undefined)
        return undefined;
    const quiet = (why, proposal) => ({ to: 'leave', operation: 'quiet', why, proposal });
    if (!deletes(wanted))
        return { to: 'leave', operation: 'unchanged', why: { because: 'nothing-to-do' } };
    if (seen.merged !== undefined && (0,plan_file/* planId */.rY)(seen.merged.lines) === wanted.id) {
        const merged = seen.ended.find(({ state }) => state === 'merged');
        const why = { because: 'already-merged' };
        return { to: 'leave', operation: 'unchanged', why, ...(merged === undefined ? {} : { proposal: merged }) };
    }
    const refused = seen.ended.filter(isRefusal).find(proposal => says(proposal, wanted));
    if (refused !== undefined)
        return quiet({ because: 'refused' }, refused);
    const [latest] = seen.ended;
    if (latest === undefined || !isRefusal(latest))
        return undefined;
    const until = (latest.endedAt ?? now) + quietAfterClose;
    return until > now ? quiet({ because: 'closed-lately', until }, latest) : undefined;
}
function withOpen(situation, proposal) {
    const { seen, wanted, held } = situation;
    const leave = (why) => ({
        to: 'leave',
        operation: why.because === 'held' ? 'held' : 'unchanged',
        why,
        proposal,
    });
    if (held)
        return leave({ because: 'held' });
    if (proposal.base !== seen.base.branch)
        return leave({ because: 'other-base', what: proposal.base });
    const observed = seen.branch;
    if (observed === undefined) {
        return { to: 'write', commit: 'new-branch', proposal, text: isOtherText(proposal, wanted) };
    }
    if (!observed.edits.understood) {
        const what = observed.edits.why;
        const stopped = parseMarker(proposal.body)?.state === 'stopped';
        return stopped ? leave({ because: 'stopped', what }) : { to: 'stop', proposal, why: what };
    }
    if (isEmpty(situation))
        return { to: 'close', proposal };
    const commit = holds(observed, wanted) ? 'none' : observed;
    const text = isOtherText(proposal, wanted);
    return commit === 'none' && !text ? leave({ because: 'same' }) : { to: 'write', commit, proposal, text };
}
function withoutOpen(situation) {
    const quiet = quietMove(situation);
    if (quiet !== undefined)
        return quiet;
    const { branch: observed } = situation.seen;
    if (observed === undefined)
        return { to: 'write', commit: 'new-branch', text: true };
    if (observed.use === 'live' && !observed.edits.understood) {
        const why = { because: 'foreign-branch', what: observed.edits.why };
        return { to: 'leave', operation: 'unchanged', why };
    }
    // A squash that overtook a refresh leaves a branch that has the plan, but no longer merges: one commit mends it.
    const merges = observed.use === 'live' && observed.branch.behind !== true;
    const commit = merges && holds(observed, situation.wanted) ? 'none' : observed;
    return { to: 'write', commit, text: true };
}
/** Nothing goes, and no reviewer's keep is waiting on the branch to be merged. */
function isEmpty({ wanted, seen }) {
    if (deletes(wanted))
        return false;
    const known = new Set(keepsOf(seen.merged?.lines ?? []).map(nameOf));
    return keepsOf(wanted.lines).every(line => known.has(nameOf(line)));
}
function deletes({ lines }) {
    return lines.some(({ action }) => action !== 'keep');
}
function keepsOf(lines) {
    return lines.filter(({ action }) => action === 'keep');
}
/** Whether the branch already has what is wanted: as bytes, or as the same lines after a reviewer's edits. */
function holds({ text, edits }, wanted) {
    if (text === wanted.text)
        return true;
    return (isUnderstood(edits) &&
        !edits.untouched &&
        (0,plan_file/* planId */.rY)(edits.plan.lines) === wanted.id &&
        sameHeader(edits.plan, wanted));
}
function isUnderstood(edits) {
    return edits.understood;
}
/** Policy and sources, in the first line of the wanted file, next to its own id. */
function sameHeader({ header: { policy, sources } }, wanted) {
    const first = JSON.parse(wanted.text.slice(0, wanted.text.indexOf('\n')));
    return first.policy === policy && first.sources.join('\n') === sources.join('\n');
}
function isOtherText({ body }, { marker }) {
    const there = parseMarker(body);
    return (there === undefined ||
        there.text !== marker.text ||
        there.plan !== marker.plan ||
        there.proposed !== marker.proposed ||
        there.state !== undefined);
}
/** Closed by a person. One that the tool closed itself, because nothing was left, is no "no". */
function isRefusal({ state, body }) {
    return state === 'closed' && parseMarker(body)?.state !== 'emptied';
}
/** Whether this closed proposal was about the same plan. */
function says({ title, body }, { id, proposed }) {
    const marker = parseMarker(body);
    if (marker === undefined)
        return idInTitle(title) === shortId(id) || idInTitle(title) === shortId(proposed);
    const ids = new Set([marker.plan, marker.proposed]);
    return ids.has(id) || ids.has(proposed);
}

// EXTERNAL MODULE: ./lib/cleanup/plan-file-parse.js
var plan_file_parse = __webpack_require__(5906);
;// CONCATENATED MODULE: ./lib/cleanup/pull-request/edits.js



/** Whether `text` is the very file that the commit of the note wrote: then nobody needs to read that one. */
function isAsWritten(text, note) {
    const plan = text === undefined ? undefined : parsed(text);
    return (plan !== undefined &&
        note !== undefined &&
        plan.header.plan === note.plan &&
        (0,plan_file/* planId */.rY)(plan.lines) === note.plan);
}
function readEdits({ path, changed, text, note, written }) {
    const others = changed.filter(file => file !== path);
    if (others.length > 0) {
        const more = others.length > 3 ? ` and ${others.length - 3} more` : '';
        return strange(`the branch changes other files than the plan: ${others.slice(0, 3).join(', ')}${more}`);
    }
    if (text === undefined)
        return strange('the plan file is deleted on the branch');
    const read = (0,plan_file_parse/* parsePlan */.v)(text);
    if ('faults' in read) {
        const [first] = read.faults;
        return strange(`the plan on the branch cannot be read: line ${first?.line}: ${first?.message}`);
    }
    if (note === undefined)
        return strange('no commit of image-hygiene is on the branch');
    const keeps = read.lines.filter(({ action }) => action === 'keep');
    const struck = new Set(note.struck);
    if (isAsWritten(text, note))
        return { understood: true, plan: read, struck, keeps, untouched: true };
    const before = written === undefined ? undefined : parsed(written);
    if (before === undefined)
        return strange('the plan that image-hygiene wrote on the branch cannot be read any more');
    const fault = compareInto(struck, before, read);
    return fault === undefined
        ? { understood: true, plan: read, struck, keeps, untouched: false }
        : strange(fault);
}
/** Adds what reviewers struck and takes out what they put back; what is neither is returned as a sentence. */
function compareInto(struck, before, after) {
    if (headerOf(before) !== headerOf(after))
        return 'the first line of the plan was edited';
    const was = new Map(before.lines.map(line => [nameOf(line), line]));
    const is = new Map(after.lines.map(line => [nameOf(line), line]));
    for (const name of was.keys())
        if (!is.has(name))
            struck.add(name);
    for (const [name, line] of is) {
        const old = was.get(name);
        if (old !== undefined && !(sameBut(old, line) && mayBecome(old, line))) {
            return `the line of ${name} was rewritten`;
        }
        if (old === undefined && line.action !== 'keep' && !struck.has(name)) {
            return `a line was added: ${name}. Lines can be deleted or changed to keep, not added`;
        }
        struck.delete(name);
    }
    return undefined;
}
/** Anything may be kept, and what was kept may be given up; only a plan says whether an image goes or a tag of it. */
function mayBecome(old, line) {
    return line.action === 'keep' || old.action === 'keep' || line.action === old.action;
}
/** Equal but for the action, which reviewers may change. */
function sameBut(a, b) {
    return (0,plan_file/* planId */.rY)([{ ...a, action: 'delete' }]) === (0,plan_file/* planId */.rY)([{ ...b, action: 'delete' }]);
}
function headerOf({ header: { policy, sources, plan } }) {
    return [plan, policy, ...sources].join('\n');
}
function parsed(text) {
    const plan = (0,plan_file_parse/* parsePlan */.v)(text);
    return 'faults' in plan ? undefined : plan;
}
function strange(why) {
    return { understood: false, why };
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/observe.js



async function observeProposals(forge, name, planFile) {
    const open = await forge.openProposal(name);
    if (open !== undefined)
        return { open, ended: [] };
    const ended = await forge.endedProposals(name);
    const last = ended.find(({ state }) => state === 'merged');
    const merged = last === undefined ? undefined : await planAt(forge, planFile, last.base);
    return merged === undefined ? { ended } : { ended, merged };
}
async function observeBranch(forge, name, planFile, proposals) {
    const { open, ended } = proposals;
    const known = (open ?? ended[0])?.defaultBranch;
    const branch = await forge.branch(name, known);
    if (branch === undefined)
        return { ...proposals, base: await forge.base(known) };
    const { base } = branch;
    const use = open === undefined ? useOf(branch, ended, planFile) : 'live';
    if (use !== 'live')
        return { ...proposals, base, branch: { branch, use, edits: nobody } };
    return { ...proposals, base, branch: await readBranch(forge, branch, planFile) };
}
function useOf(branch, ended, planFile) {
    if (branch.commits.length === 0)
        return 'spent';
    const last = ended.find(proposal => proposal.head === branch.head);
    if (last === undefined)
        return 'live';
    const foreign = branch.changed.some(path => path !== planFile);
    return last.state === 'merged' || foreign ? 'abandoned' : 'spent';
}
const nobody = { understood: false, why: 'the branch is spent' };
async function readBranch(forge, branch, path) {
    const { changed, commits } = branch;
    const ours = commits.findLast(({ message }) => parseMessage(message) !== undefined);
    const note = ours === undefined ? undefined : parseMessage(ours.message);
    const foreign = changed.some(file => file !== path);
    const text = foreign ? undefined : await forge.file(path, branch.head);
    const needsWritten = !foreign && ours !== undefined && !isAsWritten(text, note);
    const written = needsWritten ? await forge.file(path, ours.id) : undefined;
    const edits = readEdits({ path, changed, text, note, written });
    return { branch, use: 'live', edits, ...(text === undefined ? {} : { text }) };
}
/** The plan at a commit or a branch; `undefined` where there is none that can be read. */
async function planAt(forge, path, revision) {
    const text = await forge.file(path, revision);
    const plan = text === undefined ? undefined : (0,plan_file_parse/* parsePlan */.v)(text);
    return plan === undefined || 'faults' in plan ? undefined : plan;
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/sections.js





const rows = 10;
const names = 20;
function whatHappens(totals, going, { words }) {
    const repositories = new Set(going.map(({ line }) => line.repository)).size;
    const images = `**${(0,amount/* count */.U9)(totals.images, 'image')}** (${(0,amount/* formatBytes */.z3)(totals.bytes)}) from ${repositories === 1 ? '1 repository' : `${(0,amount/* thousands */.oh)(repositories)} repositories`}`;
    const tags = `**${(0,amount/* count */.U9)(totals.tags, 'tag')}** of images that stay`;
    const what = [...(totals.images === 0 ? [] : [images]), ...(totals.tags === 0 ? [] : [tags])];
    const text = what.length === 0
        ? `Merging this deletes nothing. It remembers ${(0,amount/* count */.U9)(totals.kept, 'image')} to keep.`
        : `Merging this ${words.proposal} deletes ${what.join(' and ')}, and nothing else. Each is looked at once more just before: what changed or came into use by then stays.`;
    return { name: 'what happens', rank: 0, text };
}
function heldBack({ decision, words }) {
    const held = decision.repositories.filter(repository => repository.held.length > 0);
    if (held.length === 0)
        return undefined;
    const lines = held.map(({ repository, held: gaps }) => {
        const [gap] = gaps;
        const more = gaps.length > 1 ? ` (and ${gaps.length - 1} more)` : '';
        return `- ${(0,harmless/* inCode */.pN)(repository)}: ${(0,harmless/* inMarkdown */.Hi)(`${gap?.about ?? ''}: ${gap?.why ?? ''}`)}${more}`;
    });
    return {
        name: 'held repositories',
        rank: 1,
        text: `### Held: nothing of these is in this ${words.proposal}\n\n${lines.join('\n')}`,
    };
}
function byRepository(going) {
    if (going.length === 0)
        return undefined;
    const sums = new Map();
    for (const { line, bytes } of going) {
        const kind = line.class ?? (line.tags.length === 0 ? 'untagged' : 'no class');
        const key = `${line.repository} ${kind}`;
        const sum = sums.get(key) ?? { images: 0, bytes: 0, row: [(0,harmless/* inCode */.pN)(line.repository), (0,harmless/* inMarkdown */.Hi)(kind)] };
        sums.set(key, { ...sum, images: sum.images + 1, bytes: sum.bytes + bytes });
    }
    const table = [...sums.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { images, bytes, row }]) => `| ${row.join(' | ')} | ${images} | ${(0,amount/* formatBytes */.z3)(bytes)} |`);
    return {
        name: 'table by repository and class',
        rank: 2,
        text: `| repository | class | images | frees |\n|---|---|--:|--:|\n${table.join('\n')}`,
    };
}
/** Tags that go alone, each with the name that its image stays under. */
function namesOnly(lines, images) {
    const table = lines.slice(0, names).map(line => {
        const by = images.get(nameOf(line))?.untag?.by.tag;
        const tags = line.tags.map(tag => (0,harmless/* inCode */.pN)(tag)).join(', ');
        return `| ${(0,harmless/* inCode */.pN)(line.repository)} | ${tags} | ${by === undefined ? '' : (0,harmless/* inCode */.pN)(by)} | ${line.reason} |`;
    });
    const more = lines.length > table.length ? [`| and ${lines.length - table.length} more | | | |`] : [];
    const head = '| tags that go, images that stay | tags | stays as | why |\n|---|---|---|---|';
    return tabled('tags that go alone', 2, head, [...table, ...more]);
}
function keptByPeople(keeps) {
    return listed('kept by reviewers', 3, '### Kept by reviewers', keeps.map(nameInCode));
}
function struckByPeople(struck) {
    return listed('struck lines', 3, '### Struck here, and proposed again next time', struck.map(name => (0,harmless/* inCode */.pN)(name)));
}
function biggest(going) {
    const sorted = going
        .filter(({ bytes }) => bytes > 0)
        .sort((a, b) => b.bytes - a.bytes || order(a, b))
        .slice(0, rows);
    const table = sorted.map(({ line, bytes }) => `| ${nameInCode(line)} | ${(0,amount/* formatBytes */.z3)(bytes)} |`);
    return tabled('the biggest', 5, '| the biggest | frees |\n|---|--:|', table);
}
function oldest(going) {
    const sorted = going
        .flatMap(one => (one.image?.clock === undefined ? [] : [{ ...one, at: one.image.clock.at }]))
        .sort((a, b) => a.at - b.at || order(a, b))
        .slice(0, rows);
    const table = sorted.map(({ line, at }) => `| ${nameInCode(line)} | ${(0,instant/* formatInstant */.r)(at).slice(0, 10)} | ${line.reason} |`);
    return tabled('the oldest', 6, '| the oldest | could go since | why |\n|---|---|---|', table);
}
/** Releases and whatever else no clock can touch: what people most want to be sure of. */
function forever(decision) {
    const lines = decision.repositories.flatMap(({ repository, images }) => {
        const tags = images.filter(isProtected).flatMap(image => image.tags);
        if (tags.length === 0)
            return [];
        const more = tags.length > names ? ` and ${tags.length - names} more` : '';
        return [
            `- ${(0,harmless/* inCode */.pN)(repository)}: ${tags
                .slice(-names)
                .map(tag => (0,harmless/* inCode */.pN)(tag))
                .join(', ')}${more}`,
        ];
    });
    return listed('protected images', 7, '### Protected: these stay', lines, true);
}
function isProtected({ fate }) {
    return !fate.goes && (fate.because === 'never-expires' || fate.because === 'newest');
}
function howTo({ proposal, planFile, quietDays }) {
    return {
        name: 'how to',
        rank: 0,
        text: [
            '### Your say',
            '',
            `- **Not this one, not now:** delete its line in \`${planFile}\` on this branch. It is proposed again next time.`,
            `- **Keep this one:** change \`"action":"delete"\` (or \`"untag"\`) to \`"action":"keep"\` in its line. That is remembered as long as the image exists.`,
            `- **No to all of it:** close this ${proposal}. This very plan never comes back, and nothing comes for ${(0,amount/* count */.U9)(quietDays, 'day')}.`,
            `- Other edits stop the refreshing of this ${proposal}. A line written in by hand never deletes what the policy keeps.`,
        ].join('\n'),
    };
}
function madeFrom({ header, id }) {
    const sources = header.sources.length === 0
        ? 'none'
        : header.sources
            .map(name => (0,harmless/* inCode */.pN)(name, 100))
            .slice(0, names)
            .join(', ');
    return {
        name: 'origin',
        rank: 0,
        text: `<sub>Plan ${shortId(id)} · policy ${shortId(header.policy)} · in use according to: ${sources}</sub>`,
    };
}
function listed(name, rank, title, items, asLines = false) {
    if (items.length === 0)
        return undefined;
    const shown = items.slice(0, asLines ? items.length : names);
    const more = items.length > shown.length ? [`- and ${items.length - shown.length} more`] : [];
    const lines = asLines ? shown : shown.map(item => `- ${item}`);
    return { name, rank, text: [title, '', ...lines, ...more].join('\n') };
}
function tabled(name, rank, head, table) {
    return table.length === 0 ? undefined : { name, rank, text: `${head}\n${table.join('\n')}` };
}
/** `app:pr-7` where there is a tag, else the digest. */
function nameInCode({ repository, tags, head }) {
    const [tag] = tags;
    const more = tags.length > 1 ? ` (+${tags.length - 1})` : '';
    return tag === undefined
        ? (0,harmless/* inCode */.pN)(`${repository}@${head.slice(0, 19)}`)
        : `${(0,harmless/* inCode */.pN)(`${repository}:${tag}`)}${more}`;
}
function order(a, b) {
    const [left, right] = [`${a.line.repository}@${a.line.head}`, `${b.line.repository}@${b.line.head}`];
    return left < right ? -1 : left > right ? 1 : 0;
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/body.js


/** Characters; GitHub takes 65,536. */
const longest = 60_000;
/** Room for the sentence that names what was left out, and the marker. */
const reserve = 800;
/** The text of the proposal: the same for the same plan and decision, with no word about today. */
function bodyOf(facts) {
    const images = new Map(facts.decision.repositories.flatMap(({ images }) => images.map(image => [nameOf(image), image])));
    const going = facts.lines
        .filter(({ action }) => action === 'delete')
        .map((line) => {
        const image = images.get(nameOf(line));
        const bytes = image?.fate.goes === true ? image.fate.bytes : 0;
        return image === undefined ? { line, bytes } : { line, image, bytes };
    });
    const names = facts.lines.filter(({ action }) => action === 'untag');
    const keeps = facts.lines.filter(({ action }) => action === 'keep');
    const totals = {
        images: going.length,
        tags: names.reduce((sum, { tags }) => sum + tags.length, 0),
        bytes: going.reduce((sum, { bytes }) => sum + bytes, 0),
        kept: keeps.length,
    };
    const sections = [
        whatHappens(totals, going, facts),
        heldBack(facts),
        byRepository(going),
        namesOnly(names, images),
        keptByPeople(keeps),
        struckByPeople(facts.struck),
        biggest(going),
        oldest(going),
        forever(facts.decision),
        howTo(facts.words),
        madeFrom(facts),
    ].filter(section => section !== undefined);
    return { body: fitted(sections, facts.words), totals };
}
/** Drops whole sections, the least needed first, until the rest fits; says how many and where everything is. */
function fitted(sections, { planFile }) {
    const needed = [...sections].sort((a, b) => a.rank - b.rank);
    const shown = new Set();
    let room = longest - reserve;
    for (const section of needed) {
        if (section.text.length + 2 > room && section.rank > 0)
            continue;
        shown.add(section);
        room -= section.text.length + 2;
    }
    const dropped = sections.filter(section => !shown.has(section));
    const note = dropped.length === 0
        ? []
        : [
            `_${dropped.length} ${dropped.length === 1 ? 'section is' : 'sections are'} left out here for length (${dropped.map(({ name }) => name).join(', ')}): \`${planFile}\` has every line, and the job summary has the rest._`,
        ];
    return [...sections.filter(section => shown.has(section)).map(({ text }) => text), ...note].join('\n\n');
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/proposal.js





function wantedOf(fresh, strikes, words) {
    const isStruck = (line) => line.action !== 'keep' && strikes.has(nameOf(line));
    const lines = fresh.lines.filter(line => !isStruck(line));
    const struck = fresh.lines.filter(isStruck).map(nameOf).sort();
    const text = (0,plan_file/* formatPlan */.nT)(fresh.header, lines);
    const id = idOf(text);
    // Sorting and hashing ten thousand lines takes a while: not twice for the same ones.
    const proposed = struck.length === 0 ? id : (0,plan_file/* planId */.rY)(fresh.lines);
    const { body: told, totals } = bodyOf({ ...fresh, lines, struck, id, words });
    const title = titleOf(totals, id);
    const marker = { plan: id, proposed, text: hashText(`${title}\n${told}`) };
    return {
        id,
        proposed,
        lines,
        text,
        struck,
        title,
        body: `${told}\n\n${formatMarker(marker)}\n`,
        marker,
        // Also the strikes of what is not proposed just now: while the proposal is open, it may be again.
        message: messageOf({ plan: id, struck: [...strikes].sort() }, title),
    };
}
/** The id in the first line of a file that was just written. */
function idOf(text) {
    return JSON.parse(text.slice(0, text.indexOf('\n'))).plan;
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/propose.js







const propose_nobody = { keeps: [], struck: new Set() };
/** How often a run looks again because somebody wrote at the same time. */
const rounds = 5;
const day = 86_400;
/**
 * Keeps exactly one cleanup proposal true. Looks, decides (`nextMove`), then writes; whatever was written by others in
 * between makes it look again. The branch only moves forward, so no round can lose what a person wrote.
 */
async function propose(options) {
    const { forge, rules, wait } = options;
    for (let round = 1; round <= rounds; round++) {
        const settled = await proposeOnce(options);
        if (settled !== 'moved')
            return settled;
        await wait(500 * 2 ** round);
    }
    throw new error/* HygieneError */.c('undecidable', `the branch ${rules['pull-request'].branch} or its ${forge.words.proposal} kept changing while it was being refreshed`, { fix: 'run the step again; let only one plan job run at a time (concurrency, resource_group)' });
}
async function proposeOnce(options) {
    const { forge, rules, now, plan } = options;
    const { branch, 'quiet-after-close': quietAfterClose } = rules['pull-request'];
    const words = {
        proposal: forge.words.proposal,
        planFile: rules['plan-file'],
        quietDays: Math.round(quietAfterClose / day),
    };
    const proposals = await observeProposals(forge, branch, rules['plan-file']);
    if (proposals.open === undefined) {
        const wanted = wantedOf(await plan(propose_nobody), propose_nobody.struck, words);
        const quiet = quietMove({ seen: proposals, wanted, now, quietAfterClose });
        if (quiet !== undefined)
            return told(options, proposals, wanted, quiet);
    }
    const observed = await observeBranch(forge, branch, rules['plan-file'], proposals);
    const edits = observed.branch?.edits;
    const reviewed = edits?.understood === true ? edits : propose_nobody;
    const fresh = await plan(reviewed);
    const held = fresh.decision.repositories.some(repository => repository.held.length > 0);
    const wanted = wantedOf(fresh, reviewed.struck, words);
    const seen = await withMerged(options, observed, wanted);
    return told(options, seen, wanted, nextMove({ seen, wanted, held, now, quietAfterClose }));
}
/** The plan on the default branch, where closing hangs on whether its keep lines are there already. */
async function withMerged({ forge, rules }, seen, { lines }) {
    const onlyKeeps = lines.length > 0 && lines.every(({ action }) => action === 'keep');
    if (seen.open === undefined || !onlyKeeps)
        return seen;
    const merged = await planAt(forge, rules['plan-file'], seen.base.commit);
    return merged === undefined ? seen : { ...seen, merged };
}
async function told(options, seen, wanted, move) {
    const done = await act(options, seen, wanted, move);
    if (done === 'moved')
        return done;
    return {
        ...done,
        findings: [...findingsOf(move, options.forge.words), ...done.findings],
        text: wanted.text,
    };
}
async function act(options, seen, wanted, move) {
    const { forge } = options;
    switch (move.to) {
        case 'leave':
            return { operation: move.operation, ...addressOf(move.proposal), findings: [] };
        case 'close': {
            const { proposal } = move;
            await forge.close(proposal, withState(proposal.body, 'emptied'));
            await forge.comment(proposal.number, closingComment);
            return { operation: 'closed', ...addressOf(proposal), findings: [] };
        }
        case 'stop': {
            const { proposal, why } = move;
            const said = await forge.comments(proposal.number);
            await forge.update(proposal, { body: withStoppedBanner(proposal.body, why) });
            const comment = stoppingComment(why);
            if (!said.some(({ body }) => body.includes(comment.mark)))
                await forge.comment(proposal.number, comment.text);
            return { operation: 'unchanged', ...addressOf(proposal), findings: [] };
        }
        case 'write':
            return 'base' in seen ? write(options, seen, wanted, move) : 'moved';
    }
}
async function write({ forge, rules }, { base }, { text: content, message, title, body }, { commit, proposal, text }) {
    const { branch, draft, labels, reviewers, assignees } = rules['pull-request'];
    if (commit !== 'none') {
        const onto = commit === 'new-branch' ? {} : { onto: commit };
        const made = await forge.commit({ branch, path: rules['plan-file'], content, message, base, ...onto });
        if (made === 'moved')
            return 'moved';
    }
    if (proposal === undefined) {
        const opened = await forge.open({
            branch,
            base: base.branch,
            title,
            body,
            draft,
            labels,
            reviewers,
            assignees,
        });
        if (opened === 'exists')
            return 'moved';
        const findings = opened.missed.map((message) => ({ rule: 'pull-request-incomplete', severity: 'warning', message }));
        return { operation: 'created', ...addressOf(opened.proposal), findings };
    }
    if (text) {
        const updated = await forge.update(proposal, { title, body });
        if (updated.state !== 'open')
            return 'moved';
    }
    return { operation: 'updated', ...addressOf(proposal), findings: [] };
}
function addressOf(proposal) {
    return proposal === undefined ? {} : { number: proposal.number, url: proposal.url };
}

// EXTERNAL MODULE: ./lib/cleanup/settle.js + 9 modules
var settle = __webpack_require__(1072);
// EXTERNAL MODULE: ./lib/forge/event.js
var forge_event = __webpack_require__(2447);
// EXTERNAL MODULE: ./lib/registry/read.js + 2 modules
var read = __webpack_require__(2346);
// EXTERNAL MODULE: ./lib/registry/extend.js
var extend = __webpack_require__(6095);
// EXTERNAL MODULE: ./lib/steps/closed-requests.js + 2 modules
var closed_requests = __webpack_require__(8654);
// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
// EXTERNAL MODULE: ./lib/steps/forge.js + 2 modules
var steps_forge = __webpack_require__(8829);
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
        const head = `${(0,harmless/* oneLine */.TN)(repository)}${held.length > 0 ? '  (held: nothing of it is planned)' : ''}`;
        if (own.length === 0)
            return `${head}\n  no images`;
        const freed = bytes > 0 ? [`  frees at most ${(0,amount/* formatBytes */.z3)(bytes)}`] : [];
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
            return `| ${(0,harmless/* inCode */.pN)(row.repository)} | ${(0,harmless/* inMarkdown */.Hi)(group)} | ${images} | ${goes} | ${bytes} | ${oldest} | ${(0,harmless/* inMarkdown */.Hi)(kept)} |`;
        }),
    ];
    const opened = blockers.map(({ images, what, opens }) => `**${(0,amount/* count */.U9)(images, 'image')}**: ${(0,harmless/* inMarkdown */.Hi)(what)}.\n\n\`\`\`yaml\n${opens.replaceAll('`', "'")}\n\`\`\``);
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
        (0,harmless/* oneLine */.TN)(group),
        (0,amount/* thousands */.oh)(images),
        (0,amount/* thousands */.oh)(goes),
        goes === 0 ? '' : (0,amount/* formatBytes */.z3)(bytes),
        oldest === undefined ? '' : `since ${(0,instant/* formatInstant */.r)(oldest).slice(0, 10)}`,
        reasons.join(', '),
    ];
}
function totalText({ repositories }, rows) {
    const goes = rows.reduce((sum, row) => sum + row.goes, 0);
    const images = rows.reduce((sum, row) => sum + row.images, 0);
    const names = namesText(repositories);
    if (goes === 0)
        return [`Of ${(0,amount/* count */.U9)(images, 'image')}, none can go.`, ...names].join('\n');
    const bytes = repositories.reduce((sum, one) => sum + one.bytes, 0);
    const hosts = new Set(repositories
        .filter(one => one.images.some(({ fate }) => fate.goes))
        .map(one => (0,image_reference/* registryOf */.Fv)(one.repository)));
    const collections = [...hosts].map(host => `  ${(0,harmless/* oneLine */.TN)(host)}: ${(0,collection/* collectionOf */.i)(host)}`);
    return [
        `Of ${(0,amount/* count */.U9)(images, 'image')}, ${(0,amount/* thousands */.oh)(goes)} can go. That frees at most ${(0,amount/* formatBytes */.z3)(bytes)}, at the registry's next garbage collection:`,
        ...collections,
        ...names,
    ].join('\n');
}
/** Tags that go from images which stay: where the policy allows a registry's own tag deletion. */
function namesText(repositories) {
    const losing = repositories.flatMap(({ images }) => images.filter(({ untag }) => untag !== undefined));
    if (losing.length === 0)
        return [];
    const tags = losing.reduce((sum, { untag }) => sum + (untag?.tags.length ?? 0), 0);
    const first = losing[0]?.untag;
    return [
        `${(0,amount/* count */.U9)(tags, 'tag')} can go from ${(0,amount/* count */.U9)(losing.length, 'image')} that ${losing.length === 1 ? 'stays' : 'stay'} under another name, such as ${first?.tags[0]} (stays as ${first?.by.tag}).`,
    ];
}
function blockerText({ images, what, opens, examples }) {
    const lines = opens.split('\n').map(line => `    ${line}`);
    const shown = examples.map(example => (0,harmless/* oneLine */.TN)(example, 160)).join(', ');
    return [
        `${(0,amount/* count */.U9)(images, 'image')}: ${what} (${shown}${images > examples.length ? ', …' : ''}). To let them go:`,
        ...lines,
    ].join('\n');
}

// EXTERNAL MODULE: ./lib/outcome/outcome.js
var outcome = __webpack_require__(1308);
// EXTERNAL MODULE: ./lib/report/terminal.js
var terminal = __webpack_require__(1488);
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
            untag: String(totals.untag),
            held: String(totals.held),
            'freed-bytes': String(totals.bytes),
            'plan-id': (0,plan_file/* planId */.rY)(lines),
            ...fileOutput(made.planFile),
            ...proposalOutputs(made.proposed),
        },
        stats: { ...made.stats, images: totals.going + totals.kept, ...totals },
        text: [overviewText(decision, rows, blockers), (0,terminal/* terminalFindings */.f)(findings)]
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
        untag: all.filter(({ untag }) => untag !== undefined).length,
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

// EXTERNAL MODULE: ./lib/steps/policy.js + 4 modules
var policy = __webpack_require__(9185);
// EXTERNAL MODULE: ./lib/steps/registries.js
var steps_registries = __webpack_require__(7560);
;// CONCATENATED MODULE: ./lib/steps/plan.js



















const plan_nobody = { keeps: [], struck: new Set() };
const plan = (0,steps_define/* defineStep */.ol)({
    name: 'plan',
    inputs: {
        images: inputs.images,
        inUse: inputs.inUse,
        planFile: inputs.planFile,
        at: inputs.at,
        openPullRequest: inputs.openPullRequest,
        config: inputs.config,
        printPolicy: inputs.printPolicy,
        registryUsername: inputs.registryUsername,
        registryPassword: inputs.registryPassword,
        caFile: inputs.caFile,
        cacheDir: inputs.cacheDir,
        maxRequests: inputs.maxRequests,
        timeBudget: inputs.timeBudget,
        githubToken: inputs.githubToken,
        gitlabToken: inputs.gitlabToken,
        summary: inputs.summary,
    },
    positional: 'images',
    outputs: {
        going: 'How many images can go.',
        kept: 'How many stay.',
        untag: 'How many of those lose a tag.',
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
        gitlab: 'To open a merge request, a project access token with the scope api and the role Developer.',
    },
    async run(inputs, world) {
        const loaded = await (0,policy/* loadPolicy */.t)(inputs, world);
        if (inputs.printPolicy)
            return (0,policy/* printedPolicy */.b)(loaded);
        if (inputs.openPullRequest)
            refuseUntrusted(await (0,forge_event/* readEvent */.j)(world));
        const now = (0,moment/* momentOf */.E)(inputs.at, world);
        const usage = await (0,read_usage/* readUsage */.k)(inputs.inUse, loaded.policy, world.files, world.now());
        refuseBlindProposal(inputs, usage);
        const registries = await (0,steps_registries/* registriesOf */.Ho)(inputs, named(loaded).policy, world, (0,steps_registries/* limitsOf */.Af)(inputs));
        let snapshots = await (0,read/* readRepositories */.NU)(loaded.policy.images, registries, world.log);
        const { closed, findings: silence } = await (0,closed_requests/* closedRequests */.l)(snapshots, loaded.policy, inputs, world);
        const before = await (0,plan_before/* planBefore */.t)(inputs.planFile ?? loaded.policy.cleanup['plan-file'], world);
        const planUnder = async (reviewed) => {
            const kept = (0,keeps/* keepLines */.F)(before, reviewed, snapshots);
            const settled = await (0,settle/* settle */.G)({ snapshots, usage, policy: loaded, now, kept, closed }, (snapshot, wants) => (0,extend/* extend */.X)(snapshot, wants, registries));
            snapshots = settled.snapshots;
            const header = { policy: loaded.digest, sources: usage.sources.map(({ name }) => name) };
            return { header, lines: (0,plan_file/* planLines */.HN)(settled.decision, kept), decision: settled.decision };
        };
        const fresh = await planUnder(plan_nobody);
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
/** A pull request asks people to trust it, so somebody must have said what runs, and it is about today. */
function refuseBlindProposal(inputs, usage) {
    if (!inputs.openPullRequest)
        return;
    if (inputs.at !== undefined) {
        throw new error/* HygieneError */.c('bad-usage', 'at: a pull request is about now, not about another moment', {
            fix: 'leave out --at, or --open-pull-request',
        });
    }
    if (usage.standing !== 'missing')
        return;
    throw new error/* HygieneError */.c('bad-usage', 'nothing says what is in use, so no pull request is opened', {
        fix: '--in-use prod.json, or `in-use: none` in the policy, said on purpose',
    });
}
function named(loaded) {
    if (loaded.policy.images.length > 0)
        return loaded;
    throw new error/* HygieneError */.c('bad-usage', 'no images are named', {
        fix: "--images 'ghcr.io/acme/**', or `images: ['ghcr.io/acme/**']` in .image-hygiene.yml",
    });
}
async function proposeIt(planUnder, { policy }, tokens, world) {
    const forge = await (0,steps_forge/* forgeOf */.$)(world, { github: tokens.githubToken, gitlab: tokens.gitlabToken });
    const wait = (milliseconds) => new Promise(resolve => setTimeout(resolve, milliseconds));
    return propose({ forge, rules: policy.cleanup, plan: planUnder, now: world.now(), wait });
}


/***/ })

};
;