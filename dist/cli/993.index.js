export const id = 993;
export const ids = [993];
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


/***/ }),

/***/ 8175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ formatPolicy)
/* harmony export */ });
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2564);

/**
 * The effective policy as a file that says the same, each value with the file and line it came from. Read again by
 * itself, it is the same policy.
 */
function formatPolicy(loaded) {
    const { tree, files } = loaded;
    const from = files.length === 0 ? 'no file: the built-in defaults' : files.join(', ');
    const lines = [`# The effective policy, from ${oneLine(from)}`];
    if (tree.kind !== 'map')
        return `${lines[0]}\n`;
    for (const [key, { node, at }] of tree.entries) {
        // These have done their work, and their files need not be there where this text is read.
        if (key === 'extends' || key === 'lock') {
            if (node.kind === 'list' && node.items.length > 0)
                lines.push(`# ${key}: ${inline(node)}  ${origin(at)}`);
            continue;
        }
        lines.push(...entryLines([key], node, at, loaded));
    }
    return `${lines.join('\n')}\n`;
}
function entryLines(path, node, at, loaded) {
    const indent = '  '.repeat(path.length - 1);
    const key = `${indent}${scalar(path.at(-1))}:`;
    if (node.kind === 'map' && node.entries.size > 0) {
        return [
            key,
            ...[...node.entries].flatMap(([name, entry]) => entryLines([...path, name], entry.node, entry.at, loaded)),
        ];
    }
    if (node.kind === 'list' && node.items.some(item => item.kind !== 'scalar')) {
        return [
            `${key}  ${origin(at)}`,
            ...node.items.map(item => `${indent}  - ${inline(item)}  ${origin(item.at)}`),
        ];
    }
    // Set or not set is a difference here: set, it is also asked of images without a push time.
    const unset = (0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPath */ .jV)(path) === 'cleanup.min-age' && !loaded.policy.cleanup['min-age-set'];
    return [`${unset ? `${indent}# ${key.trim()}` : key} ${inline(node)}  ${origin(at)}`];
}
function origin(at) {
    return at === undefined ? '# default' : `# ${oneLine(at.file)}:${at.line}`;
}
/** YAML's flow form, on one line. */
function inline(node) {
    if (node.kind === 'scalar')
        return typeof node.value === 'string' ? scalar(node.value) : String(node.value);
    if (node.kind === 'list')
        return `[${node.items.map(inline).join(', ')}]`;
    const entries = [...node.entries].map(([key, entry]) => `${scalar(key)}: ${inline(entry.node)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
/** Plain where YAML cannot take it for anything else, single quotes where it is one visible line, else escaped. */
function scalar(text) {
    if (/^[A-Za-z][A-Za-z0-9._/-]*$/.test(text) && !/^(?:true|false|null|~)$/i.test(text))
        return text;
    if (/^[0-9]+[mhdw%]$/.test(text))
        return text;
    return /^[\u0020-\u007e\u00a1-\u024f]*$/.test(text)
        ? `'${text.replaceAll("'", "''")}'`
        : JSON.stringify(text);
}
function oneLine(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a file's name may hold anything
    return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '?');
}


/***/ })

};
