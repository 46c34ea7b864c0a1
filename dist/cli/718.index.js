"use strict";
exports.id = 718;
exports.ids = [718];
exports.modules = {

/***/ 2750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   oh: () => (/* binding */ thousands),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/** `1,200`. By hand: Node's own number formats take 40 ms to load, a tenth of a small plan. */
function thousands(number) {
    return String(number).replace(/\B(?=(?:[0-9]{3})+$)/g, ',');
}
/** `1 image`, `1,200 images`. */
function count(number, noun) {
    return `${thousands(number)} ${noun}${number === 1 ? '' : 's'}`;
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

/***/ 8829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ forgeOf)
});

// EXTERNAL MODULE: ./lib/outcome/error.js
var error = __webpack_require__(3166);
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
        throw new error/* HygieneError */.c('bad-usage', 'which project? This is no pipeline of GitHub or GitLab', {
            fix: 'GITHUB_REPOSITORY=acme/app GITHUB_TOKEN=…, or CI_API_V4_URL=https://gitlab.example.com/api/v4 CI_PROJECT_PATH=acme/app GITLAB_TOKEN=…',
        });
    }
    if (tokens.github === undefined) {
        throw new error/* HygieneError */.c('no-credentials', `no token for the GitHub API of ${owner}/${repo}`, {
            fix: 'with: { github-token: ${{ github.token }} }, or in a shell GITHUB_TOKEN=…',
        });
    }
    const { openGitHub } = await __webpack_require__.e(/* import() */ 375).then(__webpack_require__.bind(__webpack_require__, 375));
    const api = addressOf(nonEmpty(env['GITHUB_API_URL']) ?? 'https://api.github.com', 'GITHUB_API_URL');
    const run = Number(env['GITHUB_RUN_ID']);
    return openGitHub({ api, owner, repo, token: tokens.github, ...(Number.isSafeInteger(run) && run > 0 ? { run } : {}) }, patience, makeOctokit);
}
async function openGitLabFrom(env, address, access, patience) {
    const project = nonEmpty(env['CI_PROJECT_PATH']) ?? nonEmpty(env['CI_PROJECT_ID']);
    if (project === undefined) {
        throw new error/* HygieneError */.c('bad-usage', 'CI_API_V4_URL is set but CI_PROJECT_PATH is not: which project?', {
            fix: 'CI_PROJECT_PATH=group/project',
        });
    }
    const job = nonEmpty(env['CI_JOB_TOKEN']);
    if (access === undefined && job === undefined) {
        throw new error/* HygieneError */.c('no-credentials', `no token for the GitLab API of ${project}`, {
            fix: 'store a project access token (role Developer, scope api) as masked variable GITLAB_TOKEN',
        });
    }
    const { openGitLab } = await Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(439), __webpack_require__.e(514), __webpack_require__.e(162)]).then(__webpack_require__.bind(__webpack_require__, 6162));
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
    throw new error/* HygieneError */.c('bad-usage', `${variable}: '${text.slice(0, 200)}' is no address`);
}
function nonEmpty(text) {
    return text === undefined || text === '' ? undefined : text;
}
function sleep(milliseconds) {
    return new Promise(resolve => setTimeout(resolve, milliseconds));
}

;// CONCATENATED MODULE: ./lib/system/octokit.js
/**
 * The octokit of @actions/github with our own HTTP below it, so that proxies, authorities, size limits and waiting are
 * the same for both forges. The address is a parameter because the package reads GITHUB_API_URL when it is imported.
 */
async function octokitOver(send, { api, token }) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(440), __webpack_require__.e(628), __webpack_require__.e(752), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
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
    return openForge(world, tokens, octokitOver);
}


/***/ }),

/***/ 6718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  report: () => (/* binding */ report)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(1514);
// EXTERNAL MODULE: ./lib/report/harmless.js
var harmless = __webpack_require__(2463);
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
        ? `: up to ${(0,amount/* formatBytes */.z3)(of('freed-bytes'))} at the registry’s next garbage collection`
        : '';
    const untagged = of('untagged') > 0 ? `, ${(0,amount/* count */.U9)(of('untagged'), 'image')} without an old tag` : '';
    const table = skipped
        .slice(0, rows)
        .map(({ image, message }) => `| ${image === undefined ? '' : (0,harmless/* inCode */.pN)(image)} | ${(0,harmless/* inMarkdown */.Hi)(message)} |`);
    const more = skipped.length > rows ? [`\nand ${skipped.length - rows} more.`] : [];
    return [
        `${marks[verdict]} **Applied.** ${(0,amount/* count */.U9)(of('deleted'), 'image')} deleted${freed}${untagged}, ${of('already-gone')} already gone, ${of('skipped')} left alone.`,
        ...(table.length === 0 ? [] : ['', '| left alone | why |', '|---|---|', ...table, ...more]),
        ...(others.length === 0
            ? []
            : ['', ...others.slice(0, rows).map(({ message }) => `- ${(0,harmless/* inMarkdown */.Hi)(message)}`)]),
        ...(of('deleted') > 0
            ? ['', 'Until that collection the step `restore` puts everything back from the journal of the run.']
            : of('untagged') > 0
                ? ['', 'The step `restore` puts the tags back from the journal of the run.']
                : []),
        ...(run === undefined ? [] : ['', `<sub>[the run](${run})</sub>`]),
    ].join('\n');
}

// EXTERNAL MODULE: ./lib/forge/event.js
var forge_event = __webpack_require__(2447);
// EXTERNAL MODULE: ./lib/outcome/error.js
var error = __webpack_require__(3166);
// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
// EXTERNAL MODULE: ./lib/steps/forge.js + 2 modules
var steps_forge = __webpack_require__(8829);
// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
// EXTERNAL MODULE: ./lib/steps/policy.js + 4 modules
var steps_policy = __webpack_require__(9185);
;// CONCATENATED MODULE: ./lib/steps/report.js








const outcome = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz('image-hygiene/outcome/v1'),
    step: schemas/* literal */.euz('apply'),
    verdict: schemas/* enum */.k5n(['pass', 'warn', 'fail', 'error']),
    findings: schemas/* array */.YOg(schemas/* object */.Ikc({
        rule: schemas/* string */.YjP(),
        severity: schemas/* enum */.k5n(['info', 'warning', 'error']),
        message: schemas/* string */.YjP(),
        image: schemas/* string */.YjP().exactOptional(),
    })),
    outputs: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    stats: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* number */.aig()),
});
/** A step of its own, so that no job needs both to delete from a registry and to write to a pull request. */
const report = (0,steps_define/* defineStep */.ol)({
    name: 'report',
    inputs: { outcomeFile: inputs/* outcomeFile */.BI, config: inputs/* config */.$W, printPolicy: inputs/* printPolicy */.yv, githubToken: inputs/* githubToken */.bU, gitlabToken: inputs/* gitlabToken */.Dq, summary: inputs/* summary */.z },
    positional: 'outcomeFile',
    outputs: {
        'pull-request-number': 'Number of the pull or merge request that was told.',
        'pull-request-url': 'Its address.',
    },
    permissions: {
        github: { contents: 'read', 'pull-requests': 'write' },
        registry: 'none',
        gitlab: 'A project access token with the scope api and the role Developer.',
    },
    async run(inputs, world) {
        const loaded = await (0,steps_policy/* loadPolicy */.t)(inputs, world);
        if (inputs.printPolicy)
            return (0,steps_policy/* printedPolicy */.b)(loaded);
        const { policy } = loaded;
        const applied = await readOutcome(inputs.outcomeFile, world);
        const event = await (0,forge_event/* readEvent */.j)(world);
        if (event === undefined || event.trust !== 'trusted') {
            throw new error/* HygieneError */.c('bad-usage', 'report tells the pull request of a merge, so it runs where apply runs', {
                fix: 'run it in a job that needs the job of apply, in the same workflow',
            });
        }
        const path = policy.cleanup['plan-file'];
        const forge = await (0,steps_forge/* forgeOf */.$)(world, { github: inputs.githubToken, gitlab: inputs.gitlabToken });
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
        await forge.comment(merge.number, appliedComment(applied, runOf(world.env)));
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
        throw new error/* HygieneError */.c('bad-usage', 'report needs the outcome that apply wrote', {
            fix: 'with: { step: apply, json-file: apply.json }, then with: { step: report, outcome-file: apply.json }',
        });
    }
    const read = outcome.safeParse(parsed(await files.readText(path)));
    if (read.success)
        return read.data;
    throw new error/* HygieneError */.c('bad-file', `${path} is no outcome of the step apply`, { cause: read.error });
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
;