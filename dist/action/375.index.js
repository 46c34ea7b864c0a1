"use strict";
exports.id = 375;
exports.ids = [375];
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

/***/ 375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGitHub: () => (/* binding */ openGitHub)
});

// EXTERNAL MODULE: ./lib/forge/patience.js
var forge_patience = __webpack_require__(2328);
// EXTERNAL MODULE: ./lib/outcome/error.js
var outcome_error = __webpack_require__(3166);
;// CONCATENATED MODULE: ./lib/forge/github/refusal.js

/** Octokit's error as plain facts; `undefined` for an error that is none of HTTP. */
function apiErrorOf(error) {
    if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number')
        return undefined;
    const response = 'response' in error ? error.response : undefined;
    return { status: error.status, message: error.message, headers: response?.headers ?? {} };
}
/** Runs a call and turns GitHub's refusals into pages of documentation. */
async function asking(purpose, call) {
    try {
        return await call();
    }
    catch (error) {
        throw refusalOf(error, purpose);
    }
}
/** Like `asking`, for a thing that may not be there: 404 is `undefined`. */
async function askingFor(purpose, call) {
    try {
        return await call();
    }
    catch (error) {
        if (apiErrorOf(error)?.status === 404)
            return undefined;
        throw refusalOf(error, purpose);
    }
}
function refusalOf(error, purpose) {
    if (error instanceof outcome_error/* HygieneError */.c)
        return error;
    if (error instanceof Error && error.cause instanceof outcome_error/* HygieneError */.c)
        return error.cause;
    const api = apiErrorOf(error);
    if (api === undefined)
        return error;
    const { code, why, fix } = explain(api, purpose);
    return new outcome_error/* HygieneError */.c(code, `GitHub refuses to ${purpose.doing}: ${why}`, { fix, cause: error });
}
function explain({ status, message, headers }, { needs }) {
    const said = `${status} ${firstSentence(message)}`;
    if (status === 401) {
        return {
            code: 'no-credentials',
            why: `it does not accept the token (${said})`,
            fix: 'give a valid one: `with: { github-token: ${{ github.token }} }`, or in a shell GITHUB_TOKEN',
        };
    }
    if (/not permitted to create or approve pull requests/i.test(message)) {
        return {
            code: 'no-permission',
            why: 'GitHub Actions is not permitted to create pull requests here, whatever the workflow says',
            fix: 'switch on Settings → Actions → General → Workflow permissions → "Allow GitHub Actions to create and approve pull requests" (in the organization first, if it is greyed out), or pass the token of a GitHub App as github-token',
        };
    }
    if (isProtected(message)) {
        return {
            code: 'no-permission',
            why: `a branch protection or ruleset forbids it (${said})`,
            fix: 'take the branch of `cleanup.pull-request.branch` out of that rule, or name another branch there; the default branch itself is never written to',
        };
    }
    if (headers['x-github-sso'] !== undefined) {
        return {
            code: 'no-permission',
            why: 'the token is not authorized for the single sign-on of this organization',
            fix: 'authorize it under Settings → Developer settings → the token → Configure SSO',
        };
    }
    if (status === 403 || status === 404)
        return { code: 'no-permission', ...permissionOf(said, headers, needs) };
    if (status >= 500) {
        return { code: 'unreachable', why: `it is in trouble (${said})`, fix: 'run the job again later' };
    }
    return {
        code: 'bad-answer',
        why: said,
        fix: 'see what GitHub says; the branch and its pull request are as they were',
    };
}
function permissionOf(said, headers, needs) {
    const named = acceptedPermissions(headers['x-accepted-github-permissions']) ?? needs;
    if (/personal access token/i.test(said)) {
        return {
            why: `the personal access token may not (${said})`,
            fix: `a fine-grained token needs this repository and ${named.map(scopeOf).join(', ')}; a classic one the scope repo`,
        };
    }
    return {
        why: `the token may not, or does not see the repository (${said})`,
        fix: `add to the job:\npermissions:\n${named.map(permission => `  ${permission}`).join('\n')}`,
    };
}
/** `contents=write; pull_requests=write` as YAML says it. Alternatives are parted by semicolons, the first will do. */
function acceptedPermissions(header) {
    const first = header?.split(';')[0]?.trim();
    if (first === undefined || first === '')
        return undefined;
    return first.split(',').map(one => one.trim().replaceAll('_', '-').replace('=', ': '));
}
/** `pull-requests: write` as the settings page calls it. */
function scopeOf(permission) {
    const [name = '', access = ''] = permission.split(': ');
    const words = name.replaceAll('-', ' ');
    return `"${words.charAt(0).toUpperCase()}${words.slice(1)}: ${access === 'write' ? 'Read and write' : 'Read'}"`;
}
function isProtected(message) {
    return /protected branch|repository rule violations|rule violations found|cannot update this protected ref/i.test(message);
}
function firstSentence(message) {
    return message.replace(/ - https:\/\/docs\.\S+$/, '').slice(0, 300);
}

;// CONCATENATED MODULE: ./lib/forge/github/branches.js

const reading = { doing: 'show the repository', needs: ['contents: read'] };
const writing = { doing: 'write the branch', needs: ['contents: write'] };
const page = 100;
/** The newest commits that are looked at; more on one cleanup branch is no life we know. */
const newest = 250;
async function base({ octokit, owner, repo }, known) {
    const branch = known ?? (await asking(reading, () => octokit.rest.repos.get({ owner, repo }))).data.default_branch;
    const { data } = await asking(reading, () => octokit.rest.repos.getBranch({ owner, repo, branch }));
    return { branch, commit: data.commit.sha, tree: data.commit.commit.tree.sha };
}
async function branch(target, name, known) {
    const { octokit, owner, repo } = target;
    const defaultBranch = known ?? (await asking(reading, () => octokit.rest.repos.get({ owner, repo }))).data.default_branch;
    const compare = (number) => octokit.rest.repos.compareCommitsWithBasehead({
        owner,
        repo,
        basehead: `${defaultBranch}...${name}`,
        per_page: page,
        page: number,
    });
    const first = (await askingFor(reading, () => compare(1)))?.data;
    if (first === undefined)
        return undefined;
    const commits = await newestCommits(first, async (number) => (await asking(reading, () => compare(number))).data);
    const base = first.base_commit;
    return {
        name,
        head: commits.at(-1)?.id ?? first.merge_base_commit.sha,
        base: { branch: defaultBranch, commit: base.sha, tree: base.commit.tree.sha },
        behind: first.behind_by > 0,
        commits,
        changed: (first.files ?? []).flatMap(({ filename, previous_filename: before }) => before === undefined ? [filename] : [filename, before]),
    };
}
/** The comparison pages from the oldest commit on; only the last pages matter. */
async function newestCommits(first, read) {
    const pages = Math.max(1, Math.ceil(first.total_commits / page));
    const found = pages * page - newest > page ? [] : first.commits.map(commitOf);
    for (let number = Math.max(2, pages - Math.ceil(newest / page)); number <= pages; number++) {
        found.push(...(await read(number)).commits.map(commitOf));
    }
    return found.slice(-newest);
}
function commitOf({ sha, commit, author }) {
    const login = author !== null && 'login' in author ? author.login : undefined;
    return { id: sha, message: commit.message, author: login ?? commit.author?.name ?? '' };
}
/** Raw, because the JSON form holds no file above 1 MB. */
async function file({ octokit, owner, repo }, path, ref) {
    const answer = await askingFor({ ...reading, doing: `show ${path}` }, () => octokit.rest.repos.getContent({ owner, repo, path, ref, mediaType: { format: 'raw' } }));
    const data = answer?.data;
    if (data === undefined || typeof data === 'string')
        return data;
    return data instanceof ArrayBuffer ? new TextDecoder().decode(data) : undefined;
}
async function lastTouch({ octokit, owner, repo }, path, commit) {
    const { data } = await asking({ ...reading, doing: `show the history of ${path}` }, () => octokit.rest.repos.listCommits({ owner, repo, path, sha: commit, per_page: 1 }));
    return data[0]?.sha;
}
/**
 * Blob, tree, commit, ref: REST and without an author, so that GitHub signs it and shows it as verified. The tree is
 * the base's with one file replaced; the parents are the branch's tip and, where the branch is behind, the base. The
 * ref only moves forward, whatever the branch was used for: GitHub has no forced update on a condition, and a push
 * that came in between must never be unhooked. It makes the answer `moved` instead.
 */
async function commit({ octokit, owner, repo }, change) {
    const { path, content, message, onto } = change;
    const tip = onto?.branch;
    const tree = change.base.tree ?? (await treeOf({ octokit, owner, repo }, change.base.commit));
    const parents = tip === undefined
        ? [change.base.commit]
        : tip.behind === true
            ? [tip.head, change.base.commit]
            : [tip.head];
    const made = await asking(writing, async () => {
        const blob = await octokit.rest.git.createBlob({ owner, repo, content, encoding: 'utf-8' });
        const grown = await octokit.rest.git.createTree({
            owner,
            repo,
            base_tree: tree,
            tree: [{ path, mode: '100644', type: 'blob', sha: blob.data.sha }],
        });
        return octokit.rest.git.createCommit({ owner, repo, message, tree: grown.data.sha, parents });
    });
    const sha = made.data.sha;
    try {
        if (onto === undefined) {
            await octokit.rest.git.createRef({ owner, repo, ref: `refs/heads/${change.branch}`, sha });
        }
        else {
            const ref = `heads/${change.branch}`;
            await octokit.rest.git.updateRef({ owner, repo, ref, sha, force: false });
        }
    }
    catch (error) {
        if (isMoved(error))
            return 'moved';
        return asking(writing, () => Promise.reject(error));
    }
    return { commit: sha, verified: made.data.verification.verified };
}
async function treeOf({ octokit, owner, repo }, commit) {
    const { data } = await asking(reading, () => octokit.rest.git.getCommit({ owner, repo, commit_sha: commit }));
    return data.tree.sha;
}
function isMoved(error) {
    const api = apiErrorOf(error);
    if (api === undefined)
        return false;
    if (api.status === 409)
        return true;
    return (api.status === 422 &&
        /reference already exists|not a fast.forward|reference does not exist|reference update failed/i.test(api.message));
}

// EXTERNAL MODULE: ./lib/forge/instant.js
var instant = __webpack_require__(4834);
;// CONCATENATED MODULE: ./lib/forge/github/deletions.js


const deletions_reading = { doing: 'show its branches', needs: ['contents: read'] };
const deletions_page = 100;
/** Five thousand deletions in a year: what lies further back is not looked for. */
const mostPages = 50;
const heads = 'refs/heads/';
async function branches({ octokit, owner, repo }) {
    const all = await asking(deletions_reading, () => octokit.paginate(octokit.rest.repos.listBranches, { owner, repo, per_page: deletions_page }));
    return all.map(({ name }) => name);
}
/** From the repository's activity view, which remembers a year. */
async function* deletedBranches({ octokit, owner, repo }) {
    const pages = octokit.paginate
        .iterator(octokit.rest.repos.listActivities, {
        owner,
        repo,
        activity_type: 'branch_deletion',
        time_period: 'year',
        per_page: deletions_page,
    })[Symbol.asyncIterator]();
    for (let count = 0; count < mostPages; count++) {
        const { value, done } = await asking({ ...deletions_reading, doing: 'show its activity' }, () => pages.next());
        if (done === true)
            return;
        for (const { ref, timestamp } of value.data) {
            const at = (0,instant/* instantOf */.B)(timestamp);
            if (at !== undefined && ref.startsWith(heads))
                yield { name: ref.slice(heads.length), at };
        }
    }
}

;// CONCATENATED MODULE: ./lib/forge/github/merges.js


const merges_reading = { doing: 'show its pull requests', needs: ['contents: read', 'pull-requests: read'] };
const merges_page = 100;
/** How often a fresh merge is looked for: the push event may be quicker than the index behind this call. */
const looks = 4;
async function mergeOf({ octokit, owner, repo, wait }, commit) {
    for (let look = 1;; look++) {
        const found = await askingFor(merges_reading, () => octokit.rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha: commit }));
        const merged = (found?.data ?? []).filter(pull => pull.merged_at !== null);
        const pull = merged.find(({ merge_commit_sha: sha }) => sha === commit) ?? merged[0];
        if (pull !== undefined) {
            const { data } = await asking(merges_reading, () => octokit.rest.pulls.get({ owner, repo, pull_number: pull.number }));
            const mergedAt = (0,instant/* instantOf */.B)(data.merged_at);
            if (mergedAt === undefined)
                return undefined;
            return {
                number: data.number,
                url: data.html_url,
                author: data.user.login,
                ...(data.merged_by === null ? {} : { mergedBy: data.merged_by.login }),
                mergedAt,
                branch: data.head.ref,
            };
        }
        if (look === looks)
            return undefined;
        await wait(2000 * look);
    }
}
/**
 * Pages through the newest pull requests as long as that is cheaper than asking for each one, then asks for the rest.
 * What is not answered is `unknown`: the preview is kept.
 */
async function ends({ octokit, owner, repo }, numbers) {
    const wanted = new Set(numbers);
    const found = new Map();
    const missing = () => wanted.size - found.size;
    for (let number = 1; missing() > 3 && number <= missing(); number++) {
        const { data } = await asking(merges_reading, () => octokit.rest.pulls.list({
            owner,
            repo,
            state: 'all',
            sort: 'created',
            direction: 'desc',
            per_page: merges_page,
            page: number,
        }));
        for (const pull of data)
            if (wanted.has(pull.number))
                found.set(pull.number, endingOf(pull));
        if (data.length < merges_page)
            break;
    }
    for (const number of wanted) {
        if (found.has(number))
            continue;
        try {
            const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
            found.set(number, endingOf(data));
        }
        catch (error) {
            if (apiErrorOf(error) === undefined)
                throw error;
            found.set(number, 'unknown');
        }
    }
    return found;
}
function endingOf({ state, closed_at: at, }) {
    const ended = (0,instant/* instantOf */.B)(at);
    return state === 'open' ? 'open' : ended === undefined ? 'unknown' : { ended };
}
/** Older runs of the same workflow that are still going. The oldest wins, so that two never wait for each other. */
async function otherRuns({ octokit, owner, repo }, run) {
    if (run === undefined)
        return 'unknown';
    try {
        const { data } = await octokit.rest.actions.getWorkflowRun({ owner, repo, run_id: run });
        const { data: going } = await octokit.rest.actions.listWorkflowRuns({
            owner,
            repo,
            workflow_id: data.workflow_id,
            status: 'in_progress',
            per_page: merges_page,
        });
        return going.workflow_runs.filter(({ id }) => id < run).map(({ html_url: url }) => url);
    }
    catch (error) {
        if (apiErrorOf(error) === undefined)
            throw error;
        return 'unknown';
    }
}

// EXTERNAL MODULE: ./lib/forge/chosen.js
var chosen = __webpack_require__(7309);
;// CONCATENATED MODULE: ./lib/forge/github/proposals.js



const proposals_reading = { doing: 'show its pull requests', needs: ['pull-requests: read'] };
const proposals_writing = {
    doing: 'write the pull request',
    needs: ['contents: write', 'pull-requests: write'],
};
/** GitHub's pages hold at most this many. */
const proposals_page = 100;
async function openProposal({ octokit, owner, repo }, branch) {
    const { data } = await asking(proposals_reading, () => octokit.rest.pulls.list({ owner, repo, head: `${owner}:${branch}`, state: 'open', per_page: proposals_page }));
    const own = data.filter(pull => isOwn(pull, owner, repo, branch));
    return (0,chosen/* chosen */.F)(own.map(proposalOf));
}
async function endedProposals({ octokit, owner, repo }, branch) {
    const pulls = await asking(proposals_reading, () => octokit.paginate(octokit.rest.pulls.list, {
        owner,
        repo,
        head: `${owner}:${branch}`,
        state: 'closed',
        sort: 'created',
        direction: 'desc',
        per_page: proposals_page,
    }));
    return pulls.filter(pull => isOwn(pull, owner, repo, branch)).map(proposalOf);
}
/** A fork's branch of the same name is somebody else's. */
function isOwn({ head }, owner, repo, branch) {
    const full = head.repo?.full_name ?? '';
    return head.ref === branch && full.toLowerCase() === `${owner}/${repo}`.toLowerCase();
}
async function proposals_open(target, draft) {
    const { octokit, owner, repo } = target;
    const { branch, base, title, body } = draft;
    let pull;
    try {
        const created = await octokit.rest.pulls.create({
            owner,
            repo,
            head: branch,
            base,
            title,
            body,
            draft: draft.draft,
        });
        pull = created.data;
    }
    catch (error) {
        const api = apiErrorOf(error);
        if (api?.status === 422 && /a pull request already exists/i.test(api.message))
            return 'exists';
        if (api?.status === 422 && draft.draft && /draft/i.test(api.message)) {
            const opened = await proposals_open(target, { ...draft, draft: false });
            return opened === 'exists'
                ? opened
                : {
                    ...opened,
                    missed: [
                        ...opened.missed,
                        'drafts are not supported in this repository: opened as ready for review',
                    ],
                };
        }
        return asking(proposals_writing, () => Promise.reject(error));
    }
    return { proposal: proposalOf(pull), missed: await decorate(target, pull.number, draft) };
}
/** Labels, assignees and reviewers. The pull request stands without them, so what is refused is only told. */
async function decorate({ octokit, owner, repo, wait }, number, { labels, reviewers, assignees }) {
    const missed = [];
    const trying = async (what, call) => {
        for (let attempt = 1;; attempt++) {
            try {
                await call();
                return;
            }
            catch (error) {
                const api = apiErrorOf(error);
                if (api === undefined)
                    throw error;
                // Right after its creation a pull request may not be found yet by the servers behind these calls.
                if (attempt < 4 && /could not resolve to a node|not found/i.test(api.message)) {
                    await wait(1000 * attempt);
                    continue;
                }
                missed.push(`${what} could not be added (${api.status} ${api.message.slice(0, 200)})`);
                return;
            }
        }
    };
    const teams = reviewers.filter(name => name.includes('/')).map(name => name.slice(name.indexOf('/') + 1));
    const people = reviewers.filter(name => !name.includes('/'));
    if (labels.length > 0) {
        await trying(`the labels ${labels.join(', ')}`, () => octokit.rest.issues.addLabels({ owner, repo, issue_number: number, labels: [...labels] }));
    }
    if (assignees.length > 0) {
        await trying(`the assignees ${assignees.join(', ')}`, () => octokit.rest.issues.addAssignees({ owner, repo, issue_number: number, assignees: [...assignees] }));
    }
    if (reviewers.length > 0) {
        await trying(`the reviewers ${reviewers.join(', ')}`, () => octokit.rest.pulls.requestReviewers({
            owner,
            repo,
            pull_number: number,
            reviewers: people,
            ...(teams.length === 0 ? {} : { team_reviewers: teams }),
        }));
    }
    return missed;
}
async function update({ octokit, owner, repo }, { number }, text) {
    const { data } = await asking(proposals_writing, () => octokit.rest.pulls.update({ owner, repo, pull_number: number, ...text }));
    return proposalOf(data);
}
async function proposals_close({ octokit, owner, repo }, { number }, body) {
    await asking(proposals_writing, () => octokit.rest.pulls.update({ owner, repo, pull_number: number, state: 'closed', body }));
}
async function comment({ octokit, owner, repo }, number, body) {
    await asking({ doing: 'comment on the pull request', needs: ['pull-requests: write'] }, () => octokit.rest.issues.createComment({ owner, repo, issue_number: number, body }));
}
async function comments({ octokit, owner, repo }, number) {
    const all = await asking(proposals_reading, () => octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: number, per_page: proposals_page }));
    return all.map(({ user, body }) => ({ author: user?.login ?? '', body: body ?? '' }));
}
function proposalOf(pull) {
    const ended = (0,instant/* instantOf */.B)(pull.merged_at ?? pull.closed_at);
    const defaultBranch = pull.base.repo?.default_branch;
    return {
        number: pull.number,
        url: pull.html_url,
        state: pull.merged_at !== null ? 'merged' : pull.state === 'open' ? 'open' : 'closed',
        title: pull.title,
        body: pull.body ?? '',
        draft: pull.draft ?? false,
        author: pull.user?.login ?? '',
        base: pull.base.ref,
        head: pull.head.sha,
        ...(defaultBranch === undefined ? {} : { defaultBranch }),
        ...(ended === undefined ? {} : { endedAt: ended }),
    };
}

;// CONCATENATED MODULE: ./lib/forge/github/index.js





/** GitHub, github.com or an Enterprise Server, through REST. */
async function openGitHub(project, patience, makeOctokit) {
    const { owner, repo, api, token, run } = project;
    const octokit = await makeOctokit(request => (0,forge_patience/* sendPatiently */.z)(request, patience), { api, token });
    const target = { octokit, owner, repo, wait: patience.wait };
    return {
        kind: 'github',
        project: `${owner}/${repo}`,
        words: { proposal: 'pull request', sigil: '#' },
        openProposal: branch => openProposal(target, branch),
        endedProposals: branch => endedProposals(target, branch),
        base: known => base(target, known),
        branch: (name, known) => branch(target, name, known),
        branches: () => branches(target),
        deletedBranches: () => deletedBranches(target),
        file: (path, commit) => file(target, path, commit),
        lastTouch: (path, commit) => lastTouch(target, path, commit),
        commit: change => commit(target, change),
        open: draft => proposals_open(target, draft),
        update: (proposal, text) => update(target, proposal, text),
        close: (proposal, body) => proposals_close(target, proposal, body),
        comment: (number, body) => comment(target, number, body),
        comments: number => comments(target, number),
        mergeOf: commit => mergeOf(target, commit),
        ends: numbers => ends(target, numbers),
        otherRuns: () => otherRuns(target, run),
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