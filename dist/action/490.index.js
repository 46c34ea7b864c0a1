export const id = 490;
export const ids = [490];
export const modules = {

/***/ 5906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ readPlan),
/* harmony export */   v: () => (/* binding */ parsePlan)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(716);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(220);
/* harmony import */ var _plan_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6860);



const mostFaults = 20;
const mostLines = 1_000_000;
const longestLine = 4 * 1024 * 1024;
/**
 * Reads a plan as a reviewer left it. A byte-order mark, CRLF, blank lines and blanks between tokens are what web
 * editors do, and pass. What a reader could take for something else than the parser does (a key twice, escapes that
 * hide a word, unknown keys, an image in two lines) is refused.
 */
function parsePlan(text) {
    const rows = text.replace(/^\uFEFF/, '').split('\n');
    if (rows.length > mostLines + 2) {
        return { faults: [{ line: mostLines, message: 'the plan has more than 1,000,000 lines' }] };
    }
    const faults = [];
    const lines = [];
    const seen = new Map();
    let header;
    for (const [index, row] of rows.entries()) {
        const line = index + 1;
        const content = row.trim();
        if (content === '')
            continue;
        if (header === undefined) {
            const read = readHeader(content);
            if (typeof read === 'string')
                return { faults: [{ line, message: read }] };
            header = read;
            continue;
        }
        const read = readLine(content);
        if (typeof read === 'string')
            faults.push({ line, message: read });
        else {
            const name = `${read.repository}@${read.head}`;
            const before = seen.get(name);
            if (before === undefined)
                lines.push(read);
            else
                faults.push({ line, message: `the image ${name} already stands in line ${before}: delete one` });
            seen.set(name, before ?? line);
        }
        if (faults.length >= mostFaults)
            return { faults };
    }
    if (header === undefined)
        return { faults: [{ line: 1, message: 'the plan is empty: its header is missing' }] };
    return faults.length > 0 ? { faults } : { header, lines };
}
/** Reads a plan or throws `bad-file` with a finding per faulty line. */
function readPlan(text, file) {
    const read = parsePlan(text);
    if (!('faults' in read))
        return read;
    const fix = `restore the line from the last plan, or run the plan step again; a review only deletes lines or changes "delete" to "keep"`;
    const findings = read.faults.map(({ line, message }) => ({
        rule: 'bad-file',
        severity: 'error',
        message: `${file}:${line}: ${message}`,
        fix,
        location: { file, line },
    }));
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .cU('bad-file', findings[0]?.message ?? `${file} is no plan`, { findings });
}
function readHeader(content) {
    const header = readObject(content, ['schema', 'plan', 'policy', 'sources']);
    if (typeof header === 'string')
        return `no plan header: ${header}`;
    const { schema, plan, policy, sources } = header;
    if (schema !== _plan_file_js__WEBPACK_IMPORTED_MODULE_2__/* .planSchema */ .Fu) {
        return `schema is ${show(schema)}, this version reads ${_plan_file_js__WEBPACK_IMPORTED_MODULE_2__/* .planSchema */ .Fu}`;
    }
    if (!isText(plan) || !(0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(plan))
        return `plan is ${show(plan)}, not sha256: and 64 hex digits`;
    if (!isText(policy) || !(0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(policy))
        return `policy is ${show(policy)}, not sha256: and 64 hex digits`;
    if (!Array.isArray(sources) || !sources.every(isName))
        return 'sources is no list of names';
    if (!isPlain(content, JSON.stringify({ schema, plan, policy, sources })))
        return ambiguous;
    return { plan, policy, sources };
}
function readLine(content) {
    const object = readObject(content, ['action', 'repository', 'head', 'tags', 'class', 'reason', 'with']);
    if (typeof object === 'string')
        return object;
    const { action, repository, head, tags, class: name, reason, with: along } = object;
    if (action !== 'delete' && action !== 'keep')
        return `action is ${show(action)}, not "delete" or "keep"`;
    if (!isText(repository))
        return 'repository is no text';
    const parsed = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
    if (typeof parsed !== 'string')
        return parsed.fault;
    if (parsed !== repository)
        return `repository is written ${show(repository)} instead of ${parsed}`;
    if (!isText(head) || !(0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(head))
        return `head is ${show(head)}, no digest`;
    if (!isListOf(tags, _image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isTag */ .dz))
        return 'tags is no list of tags';
    if (new Set(tags).size !== tags.length)
        return 'a tag stands twice';
    if (name !== null && !isName(name))
        return `class is ${show(name)}, neither a name nor null`;
    if (!isText(reason) || !/^[a-z][a-z-]{0,40}$/.test(reason))
        return `reason is ${show(reason)}, no reason`;
    if (!isListOf(along, _image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc))
        return 'with is no list of digests';
    const line = { action, repository: parsed, head, tags, class: name, reason, with: along };
    return isPlain(content, (0,_plan_file_js__WEBPACK_IMPORTED_MODULE_2__/* .formatLine */ .IL)(line)) ? line : ambiguous;
}
const ambiguous = 'a key stands twice or a value is escaped: what is read must be what a reviewer sees';
/** Equal up to blanks and the order of keys. No value of a plan has blanks or needs escapes, so lengths tell. */
function isPlain(given, canonical) {
    return given.replace(/\s/g, '').length === canonical.replace(/\s/g, '').length;
}
function readObject(content, keys) {
    if (content.length > longestLine)
        return 'the line is longer than 4 MiB';
    let value;
    try {
        value = JSON.parse(content);
    }
    catch {
        return 'this line is no JSON: a line is one object, on one line';
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return 'this line is no JSON object';
    const extra = Object.keys(value).find(key => !keys.includes(key));
    if (extra !== undefined)
        return `unknown key ${show(extra)}; a line has ${keys.join(', ')}`;
    const missing = keys.find(key => !Object.hasOwn(value, key));
    if (missing !== undefined)
        return `the key ${missing} is missing`;
    return { ...value };
}
function isListOf(value, is) {
    return Array.isArray(value) && value.every(item => isText(item) && is(item));
}
function isText(value) {
    return typeof value === 'string';
}
/** Anything without control characters, quotes or backslashes. */
function isName(value) {
    return isText(value) && /^[^\p{Cc}\p{Cf}\p{Cs}"\\]{1,200}$/u.test(value);
}
function show(value) {
    return (JSON.stringify(value) ?? 'missing').slice(0, 100);
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

/***/ 6020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ openForge),
  j: () => (/* reexport */ readEvent)
});

// EXTERNAL MODULE: ./lib/outcome/index.js + 4 modules
var outcome = __webpack_require__(220);
;// CONCATENATED MODULE: ./lib/forge/event.js

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
        throw new outcome/* HygieneError */.cU('bad-file', `the event file ${path} is no JSON`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./lib/forge/index.js


/** The forge that this pipeline runs on; each loads only when it is the one. */
async function openForge(world, tokens, makeOctokit, wait = sleep) {
    const { env, http, now, random } = world;
    const patience = { http, now, random, wait };
    const gitlab = nonEmpty(env['CI_API_V4_URL']);
    if (gitlab !== undefined)
        return openGitLabFrom(env, gitlab, tokens.gitlab, patience);
    const [owner, repo, ...rest] = (nonEmpty(env['GITHUB_REPOSITORY']) ?? '').split('/');
    if (owner === undefined || repo === undefined || owner === '' || repo === '' || rest.length > 0) {
        throw new outcome/* HygieneError */.cU('bad-usage', 'which project? This is no pipeline of GitHub or GitLab', {
            fix: 'GITHUB_REPOSITORY=acme/app GITHUB_TOKEN=…, or CI_API_V4_URL=https://gitlab.example.com/api/v4 CI_PROJECT_PATH=acme/app GITLAB_TOKEN=…',
        });
    }
    if (tokens.github === undefined) {
        throw new outcome/* HygieneError */.cU('no-credentials', `no token for the GitHub API of ${owner}/${repo}`, {
            fix: 'with: { github-token: ${{ github.token }} }, or in a shell GITHUB_TOKEN=…',
        });
    }
    const { openGitHub } = await __webpack_require__.e(/* import() */ 866).then(__webpack_require__.bind(__webpack_require__, 3866));
    const api = addressOf(nonEmpty(env['GITHUB_API_URL']) ?? 'https://api.github.com', 'GITHUB_API_URL');
    const run = Number(env['GITHUB_RUN_ID']);
    return openGitHub({ api, owner, repo, token: tokens.github, ...(Number.isSafeInteger(run) && run > 0 ? { run } : {}) }, patience, makeOctokit);
}
async function openGitLabFrom(env, address, access, patience) {
    const project = nonEmpty(env['CI_PROJECT_PATH']) ?? nonEmpty(env['CI_PROJECT_ID']);
    if (project === undefined) {
        throw new outcome/* HygieneError */.cU('bad-usage', 'CI_API_V4_URL is set but CI_PROJECT_PATH is not: which project?', {
            fix: 'CI_PROJECT_PATH=group/project',
        });
    }
    const job = nonEmpty(env['CI_JOB_TOKEN']);
    if (access === undefined && job === undefined) {
        throw new outcome/* HygieneError */.cU('no-credentials', `no token for the GitLab API of ${project}`, {
            fix: 'store a project access token (role Developer, scope api) as masked variable GITLAB_TOKEN',
        });
    }
    const { openGitLab } = await Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(439), __webpack_require__.e(514), __webpack_require__.e(850)]).then(__webpack_require__.bind(__webpack_require__, 1850));
    const defaultBranch = nonEmpty(env['CI_DEFAULT_BRANCH']);
    const id = Number(env['CI_JOB_ID']);
    const name = nonEmpty(env['CI_JOB_NAME']);
    return openGitLab({
        api: addressOf(address, 'CI_API_V4_URL'),
        project,
        token: access === undefined ? { kind: 'job', value: job ?? '' } : { kind: 'access', value: access },
        ...(defaultBranch === undefined ? {} : { defaultBranch }),
        ...(name !== undefined && Number.isSafeInteger(id) && id > 0 ? { job: { id, name } } : {}),
    }, patience);
}
function addressOf(text, variable) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:'))
        return url;
    throw new outcome/* HygieneError */.cU('bad-usage', `${variable}: '${text.slice(0, 200)}' is no address`);
}
function nonEmpty(text) {
    return text === undefined || text === '' ? undefined : text;
}
function sleep(milliseconds) {
    return new Promise(resolve => setTimeout(resolve, milliseconds));
}


/***/ }),

/***/ 186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ forgeOf)
});

// EXTERNAL MODULE: ./lib/forge/index.js + 1 modules
var forge = __webpack_require__(6020);
;// CONCATENATED MODULE: ./lib/system/octokit.js
/**
 * The octokit of @actions/github with our own HTTP below it, so that proxies, authorities, size limits and waiting are
 * the same for both forges. The address is a parameter because the package reads GITHUB_API_URL when it is imported.
 */
async function octokitOver(send, { api, token }) {
    const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
    return getOctokit(token, {
        baseUrl: api.href.replace(/\/$/, ''),
        userAgent: 'image-hygiene',
        log: { debug() { }, info() { }, warn() { }, error() { } },
        request: { fetch: fetchThrough(send, api) },
    });
}
/** Bytes: a plan of ten thousand images and the comparison that shows it. */
const answerLimit = 32 * 1024 * 1024;
const redirects = 3;
function fetchThrough(send, api) {
    return async (address, { method = 'GET', headers = {}, body }) => {
        let url = new URL(address);
        for (let hop = 0;; hop++) {
            const answer = await send({
                method: method,
                url,
                headers,
                limit: answerLimit,
                ...(body === undefined ? {} : { body }),
            });
            const target = redirectOf(answer, method, url);
            // A renamed repository answers with a redirect; the token follows it only to the same origin.
            if (target === undefined || target.origin !== api.origin || hop === redirects)
                return responseOf(answer);
            url = target;
        }
    };
}
function redirectOf({ status, headers }, method, url) {
    const location = headers['location'];
    if (location === undefined)
        return undefined;
    const keepsMethod = status === 307 || status === 308;
    return keepsMethod || ((status === 301 || status === 302) && method === 'GET')
        ? new URL(location, url)
        : undefined;
}
function responseOf({ status, headers, body }) {
    const empty = status === 204 || status === 205 || status === 304;
    return new Response(empty ? null : Buffer.from(body), { status, headers });
}

;// CONCATENATED MODULE: ./lib/steps/forge.js


/** The forge that this pipeline runs on, for the steps that need one. */
function forgeOf(world, tokens) {
    return (0,forge/* openForge */.y)(world, tokens, octokitOver);
}


/***/ }),

/***/ 441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   report: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9133);
/* harmony import */ var _cleanup_pull_request_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5192);
/* harmony import */ var _forge_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6020);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(220);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1884);
/* harmony import */ var _forge_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(186);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6818);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9243);








const outcome = zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_7__/* .literal */ .euz('image-hygiene/outcome/v1'),
    step: zod__WEBPACK_IMPORTED_MODULE_7__/* .literal */ .euz('apply'),
    verdict: zod__WEBPACK_IMPORTED_MODULE_7__/* ["enum"] */ .k5n(['pass', 'warn', 'fail', 'error']),
    findings: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({
        rule: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
        severity: zod__WEBPACK_IMPORTED_MODULE_7__/* ["enum"] */ .k5n(['info', 'warning', 'error']),
        message: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
        image: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().exactOptional(),
    })),
    outputs: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()),
    stats: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_7__/* .number */ .aig()),
});
/** A step of its own, so that no job needs both to delete from a registry and to write to a pull request. */
const report = (0,_define_js__WEBPACK_IMPORTED_MODULE_3__/* .defineStep */ .ol)({
    name: 'report',
    inputs: { outcomeFile: _inputs_js__WEBPACK_IMPORTED_MODULE_5__.outcomeFile, config: _inputs_js__WEBPACK_IMPORTED_MODULE_5__.config, githubToken: _inputs_js__WEBPACK_IMPORTED_MODULE_5__.githubToken, gitlabToken: _inputs_js__WEBPACK_IMPORTED_MODULE_5__.gitlabToken, summary: _inputs_js__WEBPACK_IMPORTED_MODULE_5__.summary },
    positional: 'outcomeFile',
    outputs: {
        'pull-request-number': 'Number of the pull or merge request that was told.',
        'pull-request-url': 'Its address.',
    },
    permissions: {
        github: { contents: 'read', 'pull-requests': 'write' },
        registry: 'none',
        gitlab: 'A project access token with the scope api.',
    },
    async run(inputs, world) {
        const applied = await readOutcome(inputs.outcomeFile, world);
        const event = await (0,_forge_index_js__WEBPACK_IMPORTED_MODULE_1__/* .readEvent */ .j)(world);
        if (event === undefined || event.trust !== 'trusted') {
            throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_2__/* .HygieneError */ .cU('bad-usage', 'report tells the pull request of a merge, so it runs where apply runs', {
                fix: 'run it in a job that needs the job of apply, in the same workflow',
            });
        }
        const { policy } = await (0,_policy_js__WEBPACK_IMPORTED_MODULE_6__/* .loadPolicy */ .t)(inputs, world);
        const path = policy.cleanup['plan-file'];
        const forge = await (0,_forge_js__WEBPACK_IMPORTED_MODULE_4__/* .forgeOf */ .$)(world, { github: inputs.githubToken, gitlab: inputs.gitlabToken });
        const merge = await forge.mergeOf((await forge.lastTouch(path, event.commit)) ?? event.commit);
        if (merge === undefined) {
            const message = `no merged ${forge.words.proposal} brought ${path} here, so there is nobody to tell`;
            return {
                verdict: 'warn',
                findings: [{ rule: 'nobody-to-tell', severity: 'warning', message }],
                outputs: {},
                stats: {},
            };
        }
        await forge.comment(merge.number, (0,_cleanup_pull_request_index_js__WEBPACK_IMPORTED_MODULE_0__/* .appliedComment */ .Nn)(applied, runOf(world.env)));
        return {
            verdict: 'pass',
            findings: [],
            outputs: { 'pull-request-number': String(merge.number), 'pull-request-url': merge.url },
            stats: {},
            text: `Told ${forge.words.sigil}${merge.number} what was deleted and what was left alone.`,
        };
    },
});
async function readOutcome(path, { files }) {
    if (path === undefined) {
        throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_2__/* .HygieneError */ .cU('bad-usage', 'report needs the outcome that apply wrote', {
            fix: 'with: { step: apply, json-file: apply.json }, then with: { step: report, outcome-file: apply.json }',
        });
    }
    const read = outcome.safeParse(parsed(await files.readText(path)));
    if (read.success)
        return read.data;
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_2__/* .HygieneError */ .cU('bad-file', `${path} is no outcome of the step apply`, { cause: read.error });
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** The address of this run, for people. */
function runOf(env) {
    const job = env['CI_PIPELINE_URL'];
    if (job !== undefined && URL.canParse(job))
        return new URL(job).href;
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
    const address = `${server}/${repository}/actions/runs/${run}`;
    return server !== undefined && repository !== undefined && run !== undefined && URL.canParse(address)
        ? new URL(address).href
        : undefined;
}


/***/ })

};
