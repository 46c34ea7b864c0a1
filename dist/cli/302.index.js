"use strict";
exports.id = 302;
exports.ids = [302];
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


/***/ })

};
;