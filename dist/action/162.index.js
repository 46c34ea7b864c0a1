"use strict";
exports.id = 162;
exports.ids = [162];
exports.modules = {

/***/ 7309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ chosen)
/* harmony export */ });
/** Of several open proposals of one branch (a person may have opened one to another base): ours, the oldest. */
function chosen(open) {
    const strays = (proposal) => proposal.defaultBranch === undefined || proposal.base === proposal.defaultBranch ? 0 : 1;
    return open.toSorted((a, b) => strays(a) - strays(b) || a.number - b.number)[0];
}


/***/ }),

/***/ 6162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGitLab: () => (/* binding */ openGitLab)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9133);
// EXTERNAL MODULE: ./lib/outcome/error.js
var outcome_error = __webpack_require__(3166);
// EXTERNAL MODULE: ./lib/forge/patience.js
var patience = __webpack_require__(2328);
;// CONCATENATED MODULE: ./lib/forge/gitlab/refusal.js

function refusalOf(answer, purpose, token) {
    const said = messageOf(answer);
    const { code, why, fix } = explain(answer.status, said, purpose, token);
    return new outcome_error/* HygieneError */.c(code, `GitLab refuses to ${purpose.doing}: ${why} (${answer.status} ${said})`, {
        fix,
    });
}
/** GitLab says why in `message` (text, list, or lists by field) or in `error`. */
function messageOf({ body }) {
    const text = new TextDecoder().decode(body.slice(0, 4000));
    try {
        const { message, error, error_description: description } = JSON.parse(text);
        const said = message ?? [error, description].filter(part => typeof part === 'string').join(': ');
        return (typeof said === 'string' ? said : JSON.stringify(said)).slice(0, 300);
    }
    catch {
        return text.slice(0, 100);
    }
}
function explain(status, said, { scope, role }, token) {
    const ask = `give GITLAB_TOKEN a project access token with role ${role} and scope ${scope} (Settings → Access tokens)`;
    if (status === 401) {
        return { code: 'no-credentials', why: 'it does not accept the token, or the token has expired', fix: ask };
    }
    if (/protected branch|not allowed to (?:push|create protected)/i.test(said)) {
        return {
            code: 'no-permission',
            why: 'the branch is protected',
            fix: 'allow the token’s role to push under Settings → Repository → Protected branches, or name another branch in `cleanup.pull-request.branch`; the default branch itself is never written to',
        };
    }
    if (/insufficient_scope/.test(said))
        return { code: 'no-permission', why: 'the token lacks a scope', fix: ask };
    if (status === 403 || status === 404) {
        const why = token.kind === 'job' ? 'a CI job token may not' : 'the token may not, or does not see the project';
        return { code: 'no-permission', why, fix: ask };
    }
    if (status >= 500)
        return { code: 'unreachable', why: 'it is in trouble', fix: 'run the job again later' };
    return {
        code: 'bad-answer',
        why: 'it finds fault with the request',
        fix: 'see what GitLab says; the branch and its merge request are as they were',
    };
}
function jobTokenRefusal({ doing }) {
    return new outcome_error/* HygieneError */.c('no-permission', `a CI job token cannot ${doing}: GitLab lets it write neither branches through the API nor merge requests; nothing was written`, {
        fix: 'Settings → Access tokens → add a project access token with role Developer and scope api, store it as masked and protected variable GITLAB_TOKEN, and run the job on a protected branch',
    });
}

;// CONCATENATED MODULE: ./lib/forge/gitlab/api.js



/** Bytes: a comparison may show the whole plan twice. */
const answerLimit = 32 * 1024 * 1024;
const page = 100;
/** Enough for ten thousand rows; a listing that goes on is no listing of ours. */
const mostPages = 100;
async function send(api, call, purpose) {
    const { method = 'GET', path, query = [], body, also = [] } = call;
    if (method !== 'GET' && method !== 'HEAD' && api.token.kind === 'job')
        throw jobTokenRefusal(purpose);
    const url = new URL(`${api.root.href.replace(/\/$/, '')}${path.startsWith('/users') ? '' : `/projects/${encodeURIComponent(api.project)}`}${path}`);
    for (const [name, value] of query)
        url.searchParams.append(name, value);
    const answer = await (0,patience/* sendPatiently */.z)({
        method,
        url,
        headers: {
            accept: 'application/json',
            [api.token.kind === 'job' ? 'job-token' : 'private-token']: api.token.value,
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        limit: answerLimit,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }, api.patience);
    if ((answer.status >= 200 && answer.status < 300) || also.includes(answer.status))
        return answer;
    throw refusalOf(answer, purpose, api.token);
}
/** The JSON answer, checked; `undefined` for a 404. */
async function read(api, call, purpose, schema) {
    const answer = await send(api, { ...call, also: [404, ...(call.also ?? [])] }, purpose);
    return answer.status === 404 ? undefined : checked(answer, schema, purpose);
}
/** A listing page by page, by the `x-next-page` that GitLab sends with offset paging; at most a hundred pages. */
async function* pagesOf(api, call, purpose, row) {
    let next = '1';
    for (let count = 0; count < mostPages; count++) {
        const query = [...(call.query ?? []), ['per_page', `${page}`], ['page', next]];
        const answer = await send(api, { ...call, query }, purpose);
        yield checked(answer, row, purpose);
        next = answer.headers['x-next-page'] ?? '';
        if (!/^[0-9]+$/.test(next))
            return 'ended';
    }
    return 'goes on';
}
/** Every page of a listing. */
async function readAll(api, call, purpose, row) {
    const rows = [];
    const pages = pagesOf(api, call, purpose, row);
    for (;;) {
        const { value, done } = await pages.next();
        if (done !== true)
            rows.push(...value);
        else if (value === 'ended')
            return rows;
        else
            break;
    }
    throw new outcome_error/* HygieneError */.c('too-large', `GitLab's list does not end after ${mostPages} pages: ${purpose.doing}`);
}
function checked(answer, schema, purpose) {
    let json;
    try {
        json = JSON.parse(new TextDecoder().decode(answer.body));
    }
    catch (error) {
        throw new outcome_error/* HygieneError */.c('bad-answer', `GitLab answers no JSON when asked to ${purpose.doing}`, {
            fix: 'see that CI_API_V4_URL leads to the API and not to a login page or a proxy',
            cause: error,
        });
    }
    const read = schema.safeParse(json);
    if (read.success)
        return read.data;
    const { path = [], message = '' } = read.error.issues[0] ?? {};
    throw new outcome_error/* HygieneError */.c('bad-answer', `GitLab answers something else than its documentation says when asked to ${purpose.doing}: ${path.join('.')}: ${message}`, { cause: read.error });
}

;// CONCATENATED MODULE: ./lib/forge/gitlab/branches.js



const reading = { doing: 'show the repository', scope: 'read_api', role: 'Reporter' };
const writing = { doing: 'write the branch', scope: 'api', role: 'Developer' };
const newest = 250;
const commitRow = schemas/* object */.Ikc({ id: schemas/* string */.YjP(), message: schemas/* string */.YjP(), author_name: schemas/* string */.YjP() });
const comparison = schemas/* object */.Ikc({
    commit: commitRow.nullable(),
    commits: schemas/* array */.YOg(commitRow),
    diffs: schemas/* array */.YOg(schemas/* object */.Ikc({ new_path: schemas/* string */.YjP(), old_path: schemas/* string */.YjP() })),
    compare_timeout: schemas/* boolean */.zMY(),
});
async function base(api, known) {
    const branch = known ?? (await defaultBranch(api));
    const path = `/repository/branches/${encodeURIComponent(branch)}`;
    const schema = schemas/* object */.Ikc({ commit: schemas/* object */.Ikc({ id: schemas/* string */.YjP() }) });
    const answer = await send(api, { path }, reading);
    return { branch, commit: checked(answer, schema, reading).commit.id };
}
async function defaultBranch(api) {
    const answer = await send(api, { path: '' }, reading);
    return checked(answer, schemas/* object */.Ikc({ default_branch: schemas/* string */.YjP() }), reading).default_branch;
}
async function branch(api, name, known) {
    const target = await base(api, known);
    const query = [
        ['from', target.branch],
        ['to', name],
    ];
    const compared = await read(api, { path: '/repository/compare', query }, reading, comparison);
    if (compared === undefined)
        return undefined;
    const commits = compared.commits
        .slice(-newest)
        .map(({ id, message, author_name: author }) => ({ id, message, author }));
    const head = commits.at(-1)?.id ?? (await headOf(api, name));
    if (head === undefined)
        return undefined;
    return {
        name,
        head,
        base: target,
        commits,
        changed: compared.diffs.flatMap(({ new_path: path, old_path: before }) => path === before ? [path] : [path, before]),
    };
}
async function headOf(api, name) {
    const path = `/repository/branches/${encodeURIComponent(name)}`;
    return (await read(api, { path }, reading, schemas/* object */.Ikc({ commit: schemas/* object */.Ikc({ id: schemas/* string */.YjP() }) })))?.commit.id;
}
async function file(api, path, commit) {
    const answer = await send(api, { path: `${pathOf(path)}/raw`, query: [['ref', commit]], also: [404] }, { ...reading, doing: `show ${path}` });
    return answer.status === 404 ? undefined : new TextDecoder().decode(answer.body);
}
/**
 * One commit through the commits API. It goes on top of what is there, and `last_commit_id` refuses it if anybody has
 * touched the file since it was read; a commit to other files stays below it. A new branch starts at the default
 * branch. Only an abandoned one is set anew with `force`: GitLab knows no condition on a branch's tip.
 */
async function commit(api, change) {
    const { path, content, message, onto } = change;
    const anew = onto === undefined || onto.use === 'abandoned';
    const from = anew ? change.base.commit : onto.branch.head;
    const last = await lastTouch(api, path, from);
    const body = {
        branch: change.branch,
        commit_message: message,
        ...(anew ? { start_branch: change.base.branch } : {}),
        ...(onto?.use === 'abandoned' ? { force: true } : {}),
        actions: [
            {
                action: last === undefined ? 'create' : 'update',
                file_path: path,
                content,
                ...(last === undefined ? {} : { last_commit_id: last }),
            },
        ],
    };
    const call = { method: 'POST', path: '/repository/commits', body, also: [400, 409] };
    const answer = await send(api, call, writing);
    if (answer.status === 201)
        return { commit: checked(answer, schemas/* object */.Ikc({ id: schemas/* string */.YjP() }), writing).id };
    if (isMoved(messageOf(answer)))
        return 'moved';
    throw refusalOf(answer, writing, api.token);
}
/** The last commit that touched the file, as GitLab counts it; `undefined` where there is no such file. */
async function lastTouch(api, path, commit) {
    const call = { method: 'HEAD', path: pathOf(path), query: [['ref', commit]], also: [404] };
    const answer = await send(api, call, { ...reading, doing: `show ${path}` });
    return answer.status === 404 ? undefined : answer.headers['x-gitlab-last-commit-id'];
}
function pathOf(path) {
    return `/repository/files/${encodeURIComponent(path)}`;
}
function isMoved(said) {
    return /already exists|has changed since|does ?n[o'’]?t exist|when you are on a branch|could not update|update failed/i.test(said);
}

// EXTERNAL MODULE: ./lib/forge/instant.js
var instant = __webpack_require__(4834);
;// CONCATENATED MODULE: ./lib/forge/gitlab/deletions.js



const deletions_reading = { doing: 'show its branches', scope: 'read_api', role: 'Reporter' };
/** @see https://docs.gitlab.com/api/events/#list-all-visible-events-for-a-project */
const deletions_event = schemas/* object */.Ikc({
    created_at: schemas/* string */.YjP(),
    push_data: schemas/* object */.Ikc({ action: schemas/* string */.YjP(), ref_type: schemas/* string */.YjP(), ref: schemas/* string */.YjP().nullable() }).nullish(),
});
async function branches(api) {
    const call = { path: '/repository/branches' };
    const rows = await readAll(api, call, deletions_reading, schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() })));
    return rows.map(({ name }) => name);
}
/** From the project's push events, among which deletions are; GitLab keeps them for three years. */
async function* deletedBranches(api) {
    const call = { path: '/events', query: [['action', 'pushed']] };
    for await (const rows of pagesOf(api, call, { ...deletions_reading, doing: 'show its events' }, schemas/* array */.YOg(deletions_event))) {
        for (const { created_at: time, push_data: push } of rows) {
            const at = (0,instant/* instantOf */.B)(time);
            if (push?.action !== 'removed' || push.ref_type !== 'branch' || push.ref === null)
                continue;
            if (at !== undefined)
                yield { name: push.ref, at };
        }
    }
}

// EXTERNAL MODULE: ./lib/forge/chosen.js
var chosen = __webpack_require__(7309);
;// CONCATENATED MODULE: ./lib/forge/gitlab/proposals.js





const user = schemas/* object */.Ikc({ username: schemas/* string */.YjP() });
/** @see https://docs.gitlab.com/api/merge_requests/ */
const mergeRequest = schemas/* object */.Ikc({
    iid: schemas/* number */.aig(),
    web_url: schemas/* string */.YjP(),
    state: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    description: schemas/* string */.YjP().nullable(),
    author: user,
    source_branch: schemas/* string */.YjP(),
    target_branch: schemas/* string */.YjP(),
    source_project_id: schemas/* number */.aig().nullable(),
    target_project_id: schemas/* number */.aig(),
    sha: schemas/* string */.YjP().nullable(),
    merged_at: schemas/* string */.YjP().nullable(),
    closed_at: schemas/* string */.YjP().nullable(),
    merge_user: user.nullish(),
    merged_by: user.nullish(),
    merge_commit_sha: schemas/* string */.YjP().nullish(),
    squash_commit_sha: schemas/* string */.YjP().nullish(),
    draft: schemas/* boolean */.zMY().default(false),
});
const proposals_reading = { doing: 'show its merge requests', scope: 'read_api', role: 'Reporter' };
const proposals_writing = { doing: 'write the merge request', scope: 'api', role: 'Developer' };
async function openProposal(api, branch) {
    return (0,chosen/* chosen */.F)(await listed(api, branch, 'opened'));
}
async function endedProposals(api, branch) {
    return (await listed(api, branch, 'all')).filter(({ state }) => state !== 'open');
}
async function listed(api, branch, state) {
    const query = [
        ['source_branch', branch],
        ['state', state],
        ['order_by', 'created_at'],
        ['sort', 'desc'],
    ];
    const rows = await readAll(api, { path: '/merge_requests', query }, proposals_reading, schemas/* array */.YOg(mergeRequest));
    return rows.filter(row => row.source_project_id === row.target_project_id).map(proposalOf);
}
async function proposals_open(api, draft) {
    const missed = [];
    const [reviewers, assignees] = await Promise.all([
        idsOf(api, draft.reviewers, 'reviewer', missed),
        idsOf(api, draft.assignees, 'assignee', missed),
    ]);
    const call = {
        method: 'POST',
        path: '/merge_requests',
        body: {
            source_branch: draft.branch,
            target_branch: draft.base,
            title: titled(draft.title, draft.draft),
            description: draft.body,
            remove_source_branch: true,
            ...(draft.labels.length === 0 ? {} : { labels: draft.labels.join(',') }),
            ...(reviewers.length === 0 ? {} : { reviewer_ids: reviewers }),
            ...(assignees.length === 0 ? {} : { assignee_ids: assignees }),
        },
        also: [409],
    };
    const answer = await send(api, call, proposals_writing);
    if (answer.status !== 409)
        return { proposal: proposalOf(checked(answer, mergeRequest, proposals_writing)), missed };
    if (/already exists/i.test(messageOf(answer)))
        return 'exists';
    throw refusalOf(answer, proposals_writing, api.token);
}
/** GitLab asks for numbers where people know names. */
async function idsOf(api, names, role, missed) {
    const ids = [];
    for (const name of names) {
        const found = await readAll(api, { path: '/users', query: [['username', name]] }, { ...proposals_reading, doing: `look up the user ${name}` }, schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* number */.aig() })));
        if (found[0] === undefined)
            missed.push(`the ${role} ${name} could not be added: GitLab knows no such user`);
        else
            ids.push(found[0].id);
    }
    return ids;
}
async function update(api, proposal, text) {
    const body = {
        description: text.body,
        ...(text.title === undefined ? {} : { title: titled(text.title, proposal.draft) }),
    };
    const answer = await send(api, { method: 'PUT', path: `/merge_requests/${proposal.number}`, body }, proposals_writing);
    return proposalOf(checked(answer, mergeRequest, proposals_writing));
}
async function proposals_close(api, { number }, description) {
    const body = { state_event: 'close', description };
    await send(api, { method: 'PUT', path: `/merge_requests/${number}`, body }, proposals_writing);
}
async function comment(api, number, body) {
    const purpose = { ...proposals_writing, doing: 'comment on the merge request' };
    await send(api, { method: 'POST', path: `/merge_requests/${number}/notes`, body: { body } }, purpose);
}
async function comments(api, number) {
    const note = schemas/* object */.Ikc({ body: schemas/* string */.YjP(), author: user, system: schemas/* boolean */.zMY().default(false) });
    const rows = await readAll(api, { path: `/merge_requests/${number}/notes` }, proposals_reading, schemas/* array */.YOg(note));
    return rows.filter(({ system }) => !system).map(({ body, author }) => ({ author: author.username, body }));
}
const draftPrefix = 'Draft: ';
function titled(title, draft) {
    return draft ? `${draftPrefix}${title}` : title;
}
function proposalOf(row) {
    const ended = (0,instant/* instantOf */.B)(row.merged_at ?? row.closed_at);
    return {
        number: row.iid,
        url: row.web_url,
        state: row.state === 'opened' ? 'open' : row.state === 'merged' ? 'merged' : 'closed',
        title: row.draft ? row.title.replace(/^(?:\[?draft\]?|\(draft\)):?\s*/i, '') : row.title,
        body: row.description ?? '',
        draft: row.draft,
        author: row.author.username,
        base: row.target_branch,
        head: row.sha ?? '',
        ...(ended === undefined ? {} : { endedAt: ended }),
    };
}

;// CONCATENATED MODULE: ./lib/forge/gitlab/merges.js






const merges_reading = { doing: 'show its merge requests', scope: 'read_api', role: 'Reporter' };
/** So many numbers fit well into one address. */
const atOnce = 50;
const looks = 4;
async function mergeOf(api, commit) {
    const path = `/repository/commits/${encodeURIComponent(commit)}/merge_requests`;
    for (let look = 1;; look++) {
        const rows = (await read(api, { path }, merges_reading, schemas/* array */.YOg(mergeRequest))) ?? [];
        const merged = rows.filter(({ state }) => state === 'merged');
        const exact = merged.find(row => row.merge_commit_sha === commit || row.squash_commit_sha === commit);
        const row = exact ?? merged[0];
        const mergedAt = (0,instant/* instantOf */.B)(row?.merged_at);
        if (row !== undefined && mergedAt !== undefined) {
            const by = row.merge_user ?? row.merged_by;
            return {
                number: row.iid,
                url: row.web_url,
                author: row.author.username,
                ...(by === null || by === undefined ? {} : { mergedBy: by.username }),
                mergedAt,
                branch: row.source_branch,
            };
        }
        if (look === looks)
            return undefined;
        await api.patience.wait(2000 * look);
    }
}
async function ends(api, numbers) {
    const wanted = [...new Set(numbers)];
    const found = new Map(wanted.map(number => [number, 'unknown']));
    /** By their branch. */
    const open = new Map();
    for (let start = 0; start < wanted.length; start += atOnce) {
        const query = [
            ['state', 'all'],
            ...wanted.slice(start, start + atOnce).map(number => ['iids[]', `${number}`]),
        ];
        const rows = await readAll(api, { path: '/merge_requests', query }, merges_reading, schemas/* array */.YOg(mergeRequest));
        for (const row of rows) {
            const ended = (0,instant/* instantOf */.B)(row.merged_at ?? row.closed_at);
            found.set(row.iid, row.state === 'opened' ? 'open' : ended === undefined ? 'unknown' : { ended });
            if (row.state === 'opened' && row.source_project_id === row.target_project_id)
                open.set(row.source_branch, row.iid);
        }
    }
    for (const [number, ended] of await withoutBranch(api, open))
        found.set(number, { ended });
    return found;
}
/** GitLab leaves a merge request open when its branch is deleted. A fork's branches are not ours to see. */
async function withoutBranch(api, open) {
    const since = new Map();
    if (open.size === 0)
        return since;
    const there = new Set(await branches(api));
    const gone = new Set([...open.keys()].filter(name => !there.has(name)));
    if (gone.size === 0)
        return since;
    for await (const { name, at } of deletedBranches(api)) {
        const number = open.get(name);
        if (gone.delete(name) && number !== undefined)
            since.set(number, at);
        if (gone.size === 0)
            break;
    }
    return since;
}
/** Older jobs of the same name that are still running. The oldest wins, so that two never wait for each other. */
async function otherRuns(api, job) {
    if (job === undefined)
        return 'unknown';
    const row = schemas/* object */.Ikc({ id: schemas/* number */.aig(), name: schemas/* string */.YjP(), web_url: schemas/* string */.YjP() });
    try {
        const rows = await readAll(api, { path: '/jobs', query: [['scope[]', 'running']] }, merges_reading, schemas/* array */.YOg(row));
        return rows.filter(({ id, name }) => name === job.name && id < job.id).map(({ web_url: url }) => url);
    }
    catch (error) {
        if (error instanceof outcome_error/* HygieneError */.c && error.code === 'no-permission')
            return 'unknown';
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/forge/gitlab/index.js




/** GitLab, gitlab.com or self-managed, through REST. */
function openGitLab({ api: root, project, token, defaultBranch, job }, patience) {
    const api = { root, project, token, patience };
    return {
        kind: 'gitlab',
        project,
        words: { proposal: 'merge request', sigil: '!' },
        openProposal: branch => openProposal(api, branch),
        endedProposals: branch => endedProposals(api, branch),
        base: known => base(api, known ?? defaultBranch),
        branch: (name, known) => branch(api, name, known ?? defaultBranch),
        branches: () => branches(api),
        deletedBranches: () => deletedBranches(api),
        file: (path, commit) => file(api, path, commit),
        lastTouch: (path, commit) => lastTouch(api, path, commit),
        commit: change => commit(api, change),
        open: draft => proposals_open(api, draft),
        update: (proposal, text) => update(api, proposal, text),
        close: (proposal, body) => proposals_close(api, proposal, body),
        comment: (number, body) => comment(api, number, body),
        comments: number => comments(api, number),
        mergeOf: commit => mergeOf(api, commit),
        ends: numbers => ends(api, numbers),
        otherRuns: () => otherRuns(api, job),
    };
}


/***/ }),

/***/ 4834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ instantOf)
/* harmony export */ });
/** A forge's RFC 3339 time in unix seconds; `undefined` for null, absent or absurd. */
function instantOf(text) {
    const milliseconds = typeof text === 'string' ? Date.parse(text) : Number.NaN;
    return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}


/***/ }),

/***/ 2328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ sendPatiently)
/* harmony export */ });
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3166);

const attempts = 5;
/** Milliseconds. A primary limit that lifts later than this is not waited for: the runner's minutes cost more. */
const longestWait = 120_000;
/** GitHub asks for a minute where a secondary limit names no time. */
const withoutATime = 60_000;
/**
 * Sends until there is an answer worth reading: overloads, rate limits (primary and secondary) and lost connections
 * are waited out. A request that says something to people is never sent twice after a 5xx, because it may have worked;
 * every other write of ours is harmless to repeat (content-addressed, or refused by its precondition).
 * @see https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
async function sendPatiently(request, patience) {
    for (let attempt = 1;; attempt++) {
        const last = attempt === attempts;
        const answer = await answerOf(request, patience.http);
        if (answer instanceof _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .HygieneError */ .c) {
            if (last || !repeatable(request))
                throw answer;
            await patience.wait(pause(attempt, patience));
            continue;
        }
        const limited = limitOf(answer, patience.now());
        if (limited !== undefined) {
            if (last || limited > longestWait)
                throw spent(request, answer, limited);
            await patience.wait(limited + patience.random() * 1000);
        }
        else if (answer.status >= 500 && answer.status !== 501 && repeatable(request) && !last) {
            await patience.wait(pause(attempt, patience));
        }
        else {
            return answer;
        }
    }
}
async function answerOf(request, http) {
    try {
        return await http.send(request);
    }
    catch (error) {
        if (error instanceof _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .HygieneError */ .c && (error.code === 'unreachable' || error.code === 'too-slow'))
            return error;
        throw error;
    }
}
/** Milliseconds to wait, if the answer is a rate limit. */
function limitOf({ status, headers, body }, now) {
    if (status !== 429 && status !== 403)
        return undefined;
    const after = Number(headers['retry-after'] ?? Number.NaN);
    if (after >= 0)
        return after * 1000;
    if (headers['x-ratelimit-remaining'] === '0' || headers['ratelimit-remaining'] === '0') {
        const reset = Number(headers['x-ratelimit-reset'] ?? headers['ratelimit-reset'] ?? Number.NaN);
        return reset >= 0 ? Math.max(0, reset - now) * 1000 + 1000 : withoutATime;
    }
    if (status === 429)
        return withoutATime;
    return new TextDecoder().decode(body.slice(0, 2000)).includes('secondary rate limit')
        ? withoutATime
        : undefined;
}
function repeatable({ method, url }) {
    return method !== 'POST' || !/\/(?:comments|notes)$/.test(url.pathname);
}
function pause(attempt, { random }) {
    return 500 * 2 ** attempt * (0.75 + random() / 2);
}
function spent({ url }, { status }, limited) {
    const minutes = Math.ceil(limited / 60_000);
    return new _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .HygieneError */ .c('budget-spent', `${url.host} answers ${status}: the rate limit of this token is used up for another ${minutes} minute${minutes === 1 ? '' : 's'}`, {
        fix: 'run the job again later, or give it a token of its own (a GitHub App has 5,000 requests an hour)',
    });
}


/***/ })

};
;