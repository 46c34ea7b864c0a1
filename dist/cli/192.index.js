export const id = 192;
export const ids = [192,750];
export const modules = {

/***/ 2750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ count),
/* harmony export */   z: () => (/* binding */ formatBytes)
/* harmony export */ });
/** `1 image`, `1,200 images`. */
function count(number, noun) {
    return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
function formatBytes(bytes) {
    let amount = bytes;
    let unit = 0;
    while (amount >= 1024 && unit < units.length - 1) {
        amount /= 1024;
        unit++;
    }
    return `${unit === 0 ? amount : amount.toFixed(1)} ${units[unit]}`;
}


/***/ }),

/***/ 5192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Nn: () => (/* reexport */ appliedComment),
  BM: () => (/* reexport */ propose),
  zd: () => (/* reexport */ refuseUntrusted)
});

// EXTERNAL MODULE: ./lib/report/index.js + 7 modules
var report = __webpack_require__(1076);
// EXTERNAL MODULE: ./lib/cleanup/amount.js
var amount = __webpack_require__(2750);
;// CONCATENATED MODULE: ./lib/cleanup/pull-request/applied.js


const rows = 50;
const marks = {
    pass: '✅',
    warn: '⚠️',
    fail: '❌',
    error: '🛑',
};
/** What apply did, as a comment on the proposal that asked for it. */
function appliedComment({ verdict, stats, findings }, run) {
    const of = (name) => stats[name] ?? 0;
    const skipped = findings.filter(({ rule }) => rule.startsWith('skipped-'));
    const others = findings.filter(({ rule, severity }) => !rule.startsWith('skipped-') && severity !== 'info');
    const freed = of('deleted') > 0
        ? `: up to ${(0,amount/* formatBytes */.z)(of('freed-bytes'))} at the registry’s next garbage collection`
        : '';
    const table = skipped
        .slice(0, rows)
        .map(({ image, message }) => `| ${image === undefined ? '' : (0,report/* inCode */.pN)(image)} | ${(0,report/* inMarkdown */.Hi)(message)} |`);
    const more = skipped.length > rows ? [`\nand ${skipped.length - rows} more.`] : [];
    return [
        `${marks[verdict]} **Applied.** ${(0,amount/* count */.U)(of('deleted'), 'image')} deleted${freed}, ${of('already-gone')} already gone, ${of('skipped')} left alone.`,
        ...(table.length === 0 ? [] : ['', '| left alone | why |', '|---|---|', ...table, ...more]),
        ...(others.length === 0
            ? []
            : ['', ...others.slice(0, rows).map(({ message }) => `- ${(0,report/* inMarkdown */.Hi)(message)}`)]),
        ...(of('deleted') > 0
            ? ['', 'Until that collection the step `restore` puts everything back from the journal of the run.']
            : []),
        ...(run === undefined ? [] : ['', `<sub>[the run](${run})</sub>`]),
    ].join('\n');
}

// EXTERNAL MODULE: ./lib/outcome/index.js + 4 modules
var outcome = __webpack_require__(220);
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
            `This is not refreshed any more: ${(0,report/* inMarkdown */.Hi)(why)}.`,
            '',
            'Nobody’s commit is overwritten. To go on, undo that edit: lines of the plan may be deleted, or changed from `"action":"delete"` to `"action":"keep"`, and nothing else. Or close this and delete its branch.',
            '',
            mark,
        ].join('\n'),
    };
}
/** The body with a line on top that says it is out of date; a refresh writes the whole body anew. */
function withStoppedBanner(body, why) {
    return `> **Not refreshed any more:** ${(0,report/* inMarkdown */.Hi)(why)}\n\n${withState(body, 'stopped')}`;
}

// EXTERNAL MODULE: ./lib/image/index.js + 9 modules
var lib_image = __webpack_require__(716);
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
                    fix: 'run the apply job of that merge again; if its plan is too old by now, delete the plan file on the default branch and plan anew',
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
                info('pull-request-quiet', `${name} was closed: nothing is proposed before ${(0,lib_image/* formatInstant */.r4)(why.until)} (cleanup.pull-request.quiet-after-close)`),
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

// EXTERNAL MODULE: ./lib/cleanup/plan-file.js
var plan_file = __webpack_require__(6860);
;// CONCATENATED MODULE: ./lib/cleanup/pull-request/title.js


/** Counts, bytes and the plan's id: closing it says no to this very plan, never to all cleanup. */
function titleOf({ images, bytes, kept }, plan) {
    const id = `(plan ${shortId(plan)})`;
    if (images === 0)
        return `Image cleanup: nothing to delete, ${(0,amount/* count */.U)(kept, 'image')} to keep ${id}`;
    return `Image cleanup: ${(0,amount/* count */.U)(images, 'image')}, ${(0,amount/* formatBytes */.z)(bytes)} ${id}`;
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
        if (key === 'Plan' && (0,lib_image/* isDigest */.Bc)(value))
            plan = value;
        if (key === 'Struck' && isImageName(value))
            struck.add(value);
    }
    return plan === undefined ? undefined : { plan, struck: [...struck].sort() };
}
/** How a plan's line is known: by image, whatever its tags are by then. */
function nameOf({ repository, head, }) {
    return (0,lib_image/* formatReference */.FH)({ repository, digest: head });
}
function isImageName(text) {
    const reference = (0,lib_image/* parseReference */.F2)(text);
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
    const commit = observed.use === 'live' && holds(observed, situation.wanted) ? 'none' : observed;
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
    return lines.some(({ action }) => action === 'delete');
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
        if (old !== undefined && !sameBut(old, line))
            return `the line of ${name} was rewritten`;
        if (old === undefined && line.action === 'delete' && !struck.has(name)) {
            return `a line was added: ${name}. Lines can be deleted or changed to keep, not added`;
        }
        struck.delete(name);
    }
    return undefined;
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



const sections_rows = 10;
const names = 20;
function whatHappens(totals, going, { words }) {
    const repositories = new Set(going.map(({ line }) => line.repository)).size;
    const text = totals.images === 0
        ? `Merging this deletes nothing. It remembers ${(0,amount/* count */.U)(totals.kept, 'image')} to keep.`
        : `Merging this ${words.proposal} deletes **${(0,amount/* count */.U)(totals.images, 'image')}** (${(0,amount/* formatBytes */.z)(totals.bytes)}) from ${repositories === 1 ? '1 repository' : `${repositories.toLocaleString('en-US')} repositories`}, and nothing else. Each is looked at once more just before: what changed or came into use by then stays.`;
    return { name: 'what happens', rank: 0, text };
}
function heldBack({ decision, words }) {
    const held = decision.repositories.filter(repository => repository.held.length > 0);
    if (held.length === 0)
        return undefined;
    const lines = held.map(({ repository, held: gaps }) => {
        const [gap] = gaps;
        const more = gaps.length > 1 ? ` (and ${gaps.length - 1} more)` : '';
        return `- ${(0,report/* inCode */.pN)(repository)}: ${(0,report/* inMarkdown */.Hi)(`${gap?.about ?? ''}: ${gap?.why ?? ''}`)}${more}`;
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
        const sum = sums.get(key) ?? { images: 0, bytes: 0, row: [(0,report/* inCode */.pN)(line.repository), (0,report/* inMarkdown */.Hi)(kind)] };
        sums.set(key, { ...sum, images: sum.images + 1, bytes: sum.bytes + bytes });
    }
    const table = [...sums.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { images, bytes, row }]) => `| ${row.join(' | ')} | ${images} | ${(0,amount/* formatBytes */.z)(bytes)} |`);
    return {
        name: 'table by repository and class',
        rank: 2,
        text: `| repository | class | images | frees |\n|---|---|--:|--:|\n${table.join('\n')}`,
    };
}
function keptByPeople(keeps) {
    return listed('kept by reviewers', 3, '### Kept by reviewers', keeps.map(nameInCode));
}
function struckByPeople(struck) {
    return listed('struck lines', 3, '### Struck here, and proposed again next time', struck.map(name => (0,report/* inCode */.pN)(name)));
}
function biggest(going) {
    const sorted = going
        .filter(({ bytes }) => bytes > 0)
        .sort((a, b) => b.bytes - a.bytes || order(a, b))
        .slice(0, sections_rows);
    const table = sorted.map(({ line, bytes }) => `| ${nameInCode(line)} | ${(0,amount/* formatBytes */.z)(bytes)} |`);
    return tabled('the biggest', 5, '| the biggest | frees |\n|---|--:|', table);
}
function oldest(going) {
    const sorted = going
        .flatMap(one => (one.image?.clock === undefined ? [] : [{ ...one, at: one.image.clock.at }]))
        .sort((a, b) => a.at - b.at || order(a, b))
        .slice(0, sections_rows);
    const table = sorted.map(({ line, at }) => `| ${nameInCode(line)} | ${(0,lib_image/* formatInstant */.r4)(at).slice(0, 10)} | ${line.reason} |`);
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
            `- ${(0,report/* inCode */.pN)(repository)}: ${tags
                .slice(-names)
                .map(tag => (0,report/* inCode */.pN)(tag))
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
            `- **Keep this one:** change \`"action":"delete"\` to \`"action":"keep"\` in its line. That is remembered as long as the image exists.`,
            `- **No to all of it:** close this ${proposal}. This very plan never comes back, and nothing comes for ${(0,amount/* count */.U)(quietDays, 'day')}.`,
            `- Other edits stop the refreshing of this ${proposal}. A line written in by hand never deletes what the policy keeps.`,
        ].join('\n'),
    };
}
function madeFrom({ header, id }) {
    const sources = header.sources.length === 0
        ? 'none'
        : header.sources
            .map(name => (0,report/* inCode */.pN)(name, 100))
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
        ? (0,report/* inCode */.pN)(`${repository}@${head.slice(0, 19)}`)
        : `${(0,report/* inCode */.pN)(`${repository}:${tag}`)}${more}`;
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
    const keeps = facts.lines.filter(({ action }) => action === 'keep');
    const totals = {
        images: going.length,
        bytes: going.reduce((sum, { bytes }) => sum + bytes, 0),
        kept: keeps.length,
    };
    const sections = [
        whatHappens(totals, going, facts),
        heldBack(facts),
        byRepository(going),
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
    const isStruck = (line) => line.action === 'delete' && strikes.has(nameOf(line));
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
    throw new outcome/* HygieneError */.cU('undecidable', `the branch ${rules['pull-request'].branch} or its ${forge.words.proposal} kept changing while it was being refreshed`, { fix: 'run the step again; let only one plan job run at a time (concurrency, resource_group)' });
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
    const { branch, draft, labels, reviewers } = rules['pull-request'];
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
            assignees: [],
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
    throw new outcome/* HygieneError */.cU('bad-usage', `no cleanup proposal is written for ${here}`, {
        fix: forge === 'github'
            ? 'run it on the default branch:\non:\n  schedule:\n    - cron: "17 3 * * 1"\n  workflow_dispatch:'
            : 'run it in a scheduled pipeline of the default branch:\nrules:\n  - if: $CI_PIPELINE_SOURCE == "schedule" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
    });
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/index.js





/***/ })

};
