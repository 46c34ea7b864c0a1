"use strict";
exports.id = 743;
exports.ids = [743];
exports.modules = {

/***/ 7687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IW: () => (/* binding */ latest),
/* harmony export */   K5: () => (/* binding */ parseExpireAt),
/* harmony export */   Qd: () => (/* binding */ earliest),
/* harmony export */   Us: () => (/* binding */ expireAtKey),
/* harmony export */   YC: () => (/* binding */ createdOf),
/* harmony export */   aH: () => (/* binding */ isPlatform),
/* harmony export */   md: () => (/* binding */ expireAtOf),
/* harmony export */   qQ: () => (/* binding */ parseCreated)
/* harmony export */ });
/* harmony import */ var _config_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(133);

/** The label and annotation that says when an image may go (design §1). */
const expireAtKey = 'expire_at';
/** Docker's first release, 2013-03-20: no image is older, and no clock before it means anything. */
const earliest = 1_363_737_600;
/** 2199-12-31: later moments are slips of a unit, not promises. */
const latest = 7_258_032_000;
/**
 * The moment an image may go, in unix seconds; `undefined` for an empty text, which means none.
 * Seconds only: thirteen digits are milliseconds, and reading them as seconds would mean the year 50000.
 */
function parseExpireAt(text) {
    const trimmed = text.trim();
    if (trimmed === '')
        return undefined;
    if (/^[0-9]{1,11}$/.test(trimmed))
        return sane(Number(trimmed), text);
    if (/^[0-9]{12,}$/.test(trimmed)) {
        return { absurd: text, why: 'is no moment in unix seconds; thirteen digits are milliseconds' };
    }
    const moment = parseRfc3339(trimmed);
    if (moment !== undefined)
        return sane(moment, text);
    return { absurd: text, why: 'is neither unix seconds nor RFC 3339' };
}
/** A build date; absurd when it is before the first registry or after `now`: reproducible builds write 1970 or 1980. */
function parseCreated(text, now) {
    if (text.trim() === '')
        return undefined;
    const moment = parseRfc3339(text.trim());
    if (moment === undefined)
        return { absurd: text, why: 'is not RFC 3339' };
    if (moment > now)
        return { absurd: text, why: 'is in the future' };
    return sane(moment, text);
}
/**
 * Index annotation, manifest annotation, config label, in this order; an index without one has the latest of its
 * platforms', and none if one of them has none. An empty annotation means none, and nothing below it is asked.
 */
function expireAtOf(snapshot, head, want) {
    return walk(snapshot, head, want, expiry);
}
/** The build date of an image's config; of an index the latest of its platforms', and none if one has none. */
function createdOf(snapshot, head, now, want) {
    return walk(snapshot, head, want, {
        own: () => undefined,
        config: ({ created }) => (created === undefined ? 'none' : found(parseCreated(created, now), 'created')),
        merged: 'created',
    });
}
/** A BuildKit attestation, or another child that runs nowhere, says nothing about an image's life. */
function isPlatform({ platform, annotations }) {
    return platform?.os !== 'unknown' && annotations['vnd.docker.reference.type'] === undefined;
}
const expiry = {
    own: manifest => {
        const text = manifest.annotations[expireAtKey];
        if (text === undefined)
            return undefined;
        return found(parseExpireAt(text), manifest.kind === 'index' ? 'index-annotation' : 'manifest-annotation');
    },
    config: config => {
        const text = config.labels[expireAtKey];
        return text === undefined ? 'none' : found(parseExpireAt(text), 'config-label');
    },
    merged: 'platforms',
};
/** Nobody nests deeper; what a deeper chain says is not trusted. */
const deepest = 64;
function walk(snapshot, head, want, reading) {
    // Most images say it themselves, and there may be a million of them.
    const top = snapshot.manifests.get(head);
    const said = top && reading.own(top);
    if (said !== undefined)
        return said;
    // Each digest once, or a diamond of indexes would be walked 2^depth times.
    const known = new Map();
    const ask = (digest, depth) => {
        const before = known.get(digest);
        if (before !== undefined)
            return before;
        const answer = depth > deepest
            ? { absurd: digest, why: `is nested deeper than ${deepest} indexes` }
            : read(digest, depth);
        known.set(digest, answer);
        return answer;
    };
    const read = (digest, depth) => {
        const manifest = snapshot.manifests.get(digest);
        if (manifest === undefined) {
            if (snapshot.missing?.has(digest))
                return 'none';
            want.manifest(digest);
            return 'unread';
        }
        const own = reading.own(manifest);
        if (own !== undefined)
            return own;
        if (manifest.kind === 'image')
            return ofConfig(manifest);
        const platforms = manifest.children.filter(isPlatform);
        return latestOf(platforms.map(({ digest: child }) => ask(child, depth + 1)), reading.merged);
    };
    const ofConfig = ({ config }) => {
        if (config === undefined || !_config_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .imageConfigTypes */ .vd.includes(config.mediaType))
            return 'none';
        const body = snapshot.configs.get(config.digest);
        if (body !== undefined)
            return reading.config(body);
        want.config(config.digest);
        return 'unread';
    };
    return ask(head, 0);
}
function latestOf(found, source) {
    let at;
    let absurd;
    // One platform without a moment settles it, whatever is still unread.
    if (found.includes('none'))
        return 'none';
    if (found.includes('unread'))
        return 'unread';
    for (const one of found) {
        if (typeof one === 'string')
            continue;
        if ('absurd' in one)
            absurd ??= one;
        else
            at = at === undefined ? one.at : Math.max(at, one.at);
    }
    if (absurd !== undefined)
        return absurd;
    return at === undefined ? 'none' : { at, source };
}
function found(parsed, source) {
    if (parsed === undefined)
        return 'none';
    return typeof parsed === 'number' ? { at: parsed, source } : parsed;
}
function sane(at, text) {
    if (at < earliest)
        return { absurd: text, why: 'is before there were images (2013-03-20)' };
    return at > latest ? { absurd: text, why: 'is after the year 2199' } : at;
}
/** @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6 */
function parseRfc3339(text) {
    const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]{1,9})?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))$/.exec(text);
    if (match === null)
        return undefined;
    const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
    const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
    if (month < 1 || month > 12 || day < 1 || day > days || hour > 23 || minute > 59 || second > 60)
        return undefined;
    const offset = match[7] === undefined ? 0 : Number(match[8]) * 3600 + Number(match[9]) * 60;
    const local = Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
    return match[7] === '-' ? local + offset : local - offset;
}


/***/ }),

/***/ 133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ parseImageConfig),
/* harmony export */   R0: () => (/* binding */ largestConfig),
/* harmony export */   vd: () => (/* binding */ imageConfigTypes)
/* harmony export */ });
/* harmony import */ var _manifest_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1074);

/** Config types that hold labels; other artifacts may put any bytes in their config. */
const imageConfigTypes = [
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
];
/** The most that is read as an image config, in bytes. */
const largestConfig = 4 * 1024 * 1024;
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#properties */
function parseImageConfig(bytes) {
    if (bytes.length > largestConfig)
        return { fault: `is larger than ${largestConfig} bytes` };
    let body;
    try {
        body = JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return { fault: 'is no JSON' };
    }
    if (typeof body !== 'object' || body === null || Array.isArray(body))
        return { fault: 'is no JSON object' };
    const { config, created } = body;
    return {
        labels: (0,_manifest_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAnnotations */ .KX)(typeof config === 'object' ? config?.Labels : undefined),
        ...(typeof created === 'string' ? { created } : {}),
    };
}


/***/ }),

/***/ 5524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ formatInstant)
/* harmony export */ });
/** RFC 3339 in UTC, to the second: `2026-11-21T03:00:00Z`. */
function formatInstant(at) {
    return new Date(at * 1000).toISOString().replace('.000Z', 'Z');
}


/***/ }),

/***/ 5600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ readBuildFacts)
});

;// CONCATENATED MODULE: ./lib/build/facts.js
function isCommit(text) {
    return text !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
/** Git's name for "no commit": what a push that deletes its ref points to. */
function isNoCommit(text) {
    return /^0+$/.test(text);
}
/** An RFC 3339 moment, in whole seconds. */
function readMoment(text) {
    if (text === undefined || text === null || !/^[0-9]{4}-[0-9]{2}-[0-9]{2}T/.test(text))
        return undefined;
    const milliseconds = Date.parse(text);
    return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}

;// CONCATENATED MODULE: ./lib/build/source-url.js
/**
 * A git remote as the page a browser opens: without credentials, query and `.git`. `git@host:acme/app.git` and
 * `ssh://git@host:22/acme/app` become `https://host/acme/app`; a local path has no page.
 */
function browserUrl(remote) {
    const scp = /^(?:[^@/:\s]+@)?([A-Za-z0-9.-]+\.[A-Za-z0-9.-]+):(?!\/\/)([^\s]+)$/.exec(remote);
    if (scp !== null)
        return `https://${scp[1]}/${withoutGit(scp[2] ?? '')}`;
    if (!/^(?:https?|ssh|git):\/\//.test(remote) || !URL.canParse(remote))
        return undefined;
    const url = new URL(remote);
    const web = url.protocol === 'http:' || url.protocol === 'https:';
    if (url.hostname === '')
        return undefined;
    return `${web ? url.protocol : 'https:'}//${web ? url.host : url.hostname}/${withoutGit(url.pathname)}`;
}
function withoutGit(path) {
    return path
        .replace(/^\/+/, '')
        .replace(/\/+$/, '')
        .replace(/\.git$/, '');
}

;// CONCATENATED MODULE: ./lib/build/git.js


/** A plain checkout: a detached HEAD on a git tag builds that tag, anything else is a push to its branch. */
function factsFromGit(git) {
    if (!isCommit(git.head))
        return undefined;
    const gitTag = git.branch === undefined ? git.tags[0] : undefined;
    return {
        forge: 'git',
        event: gitTag === undefined ? 'push' : 'git-tag',
        trigger: 'checkout',
        sha: git.head,
        branch: git.branch,
        gitTag,
        gitTags: gitTagsOf(git),
        repository: { url: git.remote === undefined ? undefined : browserUrl(git.remote) },
        commitTime: git.commitTime,
        doubts: [],
    };
}
/** CI facts with the git tags that the checkout knows of the same commit. */
function withGitTags(facts, git) {
    const known = gitTagsOf(git);
    return {
        ...facts,
        commitTime: facts.commitTime ?? git.commitTime,
        gitTags: {
            names: [...new Set([...facts.gitTags.names, ...known.names])],
            complete: known.complete,
        },
    };
}
function gitTagsOf({ tags, shallow, withoutTags }) {
    return { names: tags, complete: !shallow && !withoutTags };
}

// EXTERNAL MODULE: ./lib/outcome/error.js
var outcome_error = __webpack_require__(3166);
;// CONCATENATED MODULE: ./lib/build/github.js


/**
 * The facts of a GitHub Actions run. The event file is optional (variables set by hand); without it a pull
 * request's head commit is unknown and the merge commit stands in, which is told.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
function factsFromGithub(env, event = {}) {
    const trigger = env['GITHUB_EVENT_NAME'] ?? '';
    const ref = env['GITHUB_REF'] ?? '';
    const repository = env['GITHUB_REPOSITORY'] ?? event.repository?.full_name ?? undefined;
    const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
    const url = repository === undefined ? undefined : `${server}/${repository}`;
    const run = env['GITHUB_RUN_ID'];
    const said = what(env, event, trigger, ref);
    if (said.sha !== undefined && isNoCommit(said.sha)) {
        throw new outcome_error/* HygieneError */.c('bad-usage', `this ${trigger} deletes ${ref}: there is nothing to build`, {
            fix: 'if: ${{ !github.event.deleted }}',
        });
    }
    if (!isCommit(said.sha)) {
        throw new outcome_error/* HygieneError */.c('bad-usage', `GITHUB_SHA is ${said.sha ? 'no full commit id' : 'not set'}`, {
            fix: 'run it inside a job, or set GITHUB_SHA to the 40 digits of the built commit',
        });
    }
    return {
        forge: 'github',
        trigger,
        doubts: [],
        ...said,
        sha: said.sha,
        gitTags: { names: said.gitTag === undefined ? [] : [said.gitTag], complete: false },
        defaultBranch: event.repository?.default_branch ?? undefined,
        repository: {
            url,
            description: event.repository?.description ?? undefined,
            licence: licenceOf(event),
        },
        actor: env['GITHUB_ACTOR'],
        runUrl: url === undefined || run === undefined ? undefined : `${url}/actions/runs/${run}`,
        commitTime: readMoment(event.head_commit?.timestamp),
    };
}
function what(env, event, trigger, ref) {
    const sha = env['GITHUB_SHA']?.toLowerCase();
    const number = event.pull_request?.number ?? numberIn(ref);
    // pull_request, pull_request_target, pull_request_review: all are about the pull request's head.
    if (trigger.startsWith('pull_request') || number !== undefined) {
        if (number === undefined)
            throw unknownPullRequest(trigger);
        return pullRequest(number, env, event, sha);
    }
    if (event.merge_group) {
        const { head_sha, head_ref } = event.merge_group;
        return { event: 'push', sha: head_sha.toLowerCase(), branch: after('refs/heads/', head_ref) ?? head_ref };
    }
    if (trigger === 'release' && event.release) {
        if (event.release.draft)
            throw draftRelease(event.release.tag_name);
        return { event: 'git-tag', sha, gitTag: event.release.tag_name };
    }
    const gitTag = after('refs/tags/', ref) ?? (env['GITHUB_REF_TYPE'] === 'tag' ? env['GITHUB_REF_NAME'] : undefined);
    // The commit, also of an annotated tag, whose own object some events name instead.
    if (gitTag)
        return { event: 'git-tag', sha: event.head_commit?.id.toLowerCase() ?? sha, gitTag };
    const branch = after('refs/heads/', ref) ?? env['GITHUB_REF_NAME'];
    return { event: 'push', sha, branch: branch || undefined };
}
function pullRequest(number, env, event, sha) {
    const said = event.pull_request;
    if (!said) {
        return {
            event: 'pull-request',
            sha,
            branch: env['GITHUB_HEAD_REF'] || undefined,
            pullRequest: { number, withoutSecrets: false },
            doubts: [
                'there is no event file (GITHUB_EVENT_PATH), so the commit is GITHUB_SHA: for a pull request the merge commit, not its head',
            ],
        };
    }
    const base = said.base?.repo?.full_name ?? event.repository?.full_name ?? env['GITHUB_REPOSITORY'];
    const bot = said.user?.login === 'dependabot[bot]' || env['GITHUB_ACTOR'] === 'dependabot[bot]';
    return {
        event: 'pull-request',
        sha: said.head.sha.toLowerCase(),
        branch: said.head.ref,
        // The repository of a head can be gone; then it was a fork.
        pullRequest: { number, withoutSecrets: said.head.repo?.full_name !== base || bot },
    };
}
function numberIn(ref) {
    const digits = /^refs\/pull\/([1-9][0-9]{0,14})\//.exec(ref)?.[1];
    return digits === undefined ? undefined : Number(digits);
}
function licenceOf(event) {
    const id = event.repository?.license?.spdx_id;
    return id && id !== 'NOASSERTION' ? id : undefined;
}
function after(prefix, text) {
    return text.startsWith(prefix) && text.length > prefix.length ? text.slice(prefix.length) : undefined;
}
function unknownPullRequest(trigger) {
    return new outcome_error/* HygieneError */.c('bad-usage', `the event is ${trigger}, but nothing says of which pull request`, {
        fix: 'set GITHUB_EVENT_PATH to the payload, or GITHUB_REF to refs/pull/NUMBER/merge',
    });
}
function draftRelease(tag) {
    return new outcome_error/* HygieneError */.c('bad-usage', `release ${tag} is a draft: its git tag does not exist yet`, {
        fix: 'on:\n  release:\n    types: [published]',
    });
}

;// CONCATENATED MODULE: ./lib/build/index.js












/** Brings zod, which only a run with an event file needs. */
function loadEventReader() {
    return Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(439), __webpack_require__.e(514), __webpack_require__.e(12)]).then(__webpack_require__.bind(__webpack_require__, 12));
}

;// CONCATENATED MODULE: ./lib/build/gitlab.js


/**
 * The facts of a GitLab pipeline, all from its variables. A merged-results pipeline or merge train builds a commit
 * that nobody made; there CI_MERGE_REQUEST_SOURCE_BRANCH_SHA names the head, which is empty everywhere else.
 * @see https://docs.gitlab.com/ci/variables/predefined_variables/
 */
function factsFromGitlab(env) {
    const request = mergeRequest(env);
    const sha = ((request && env['CI_MERGE_REQUEST_SOURCE_BRANCH_SHA']) || env['CI_COMMIT_SHA'])?.toLowerCase();
    if (!isCommit(sha)) {
        throw new outcome_error/* HygieneError */.c('bad-usage', `CI_COMMIT_SHA is ${sha ? 'no full commit id' : 'not set'}`, {
            fix: 'run it inside a job, or set CI_COMMIT_SHA to the 40 digits of the built commit',
        });
    }
    const gitTag = request === undefined ? env['CI_COMMIT_TAG'] || undefined : undefined;
    return {
        forge: 'gitlab',
        event: request !== undefined ? 'pull-request' : gitTag === undefined ? 'push' : 'git-tag',
        trigger: env['CI_PIPELINE_SOURCE'] || 'pipeline',
        sha,
        branch: branchOf(env, request, gitTag),
        defaultBranch: env['CI_DEFAULT_BRANCH'] || undefined,
        gitTag,
        gitTags: { names: gitTag === undefined ? [] : [gitTag], complete: false },
        pullRequest: request,
        repository: {
            url: env['CI_PROJECT_URL'] || undefined,
            description: env['CI_PROJECT_DESCRIPTION'] || undefined,
        },
        actor: env['GITLAB_USER_LOGIN'] || undefined,
        runUrl: env['CI_PIPELINE_URL'] || env['CI_JOB_URL'] || undefined,
        // That of the merged result says nothing about the head.
        commitTime: sha === env['CI_COMMIT_SHA']?.toLowerCase() ? readMoment(env['CI_COMMIT_TIMESTAMP']) : undefined,
        doubts: [],
    };
}
function mergeRequest(env) {
    const iid = env['CI_MERGE_REQUEST_IID'];
    if (!iid)
        return undefined;
    if (!/^[1-9][0-9]{0,14}$/.test(iid)) {
        throw new outcome_error/* HygieneError */.c('bad-usage', 'CI_MERGE_REQUEST_IID is no number');
    }
    const source = env['CI_MERGE_REQUEST_SOURCE_PROJECT_ID'];
    const target = env['CI_MERGE_REQUEST_PROJECT_ID'] || env['CI_PROJECT_ID'];
    return { number: Number(iid), withoutSecrets: Boolean(source) && Boolean(target) && source !== target };
}
function branchOf(env, request, gitTag) {
    if (gitTag !== undefined)
        return undefined;
    if (request !== undefined)
        return env['CI_MERGE_REQUEST_SOURCE_BRANCH_NAME'] || undefined;
    return env['CI_COMMIT_BRANCH'] || env['CI_COMMIT_REF_NAME'] || undefined;
}

;// CONCATENATED MODULE: ./lib/steps/facts.js


/** Bytes; GitHub caps payloads at 25 MB. */
const longestEvent = 32 * 1024 * 1024;
/**
 * What is built: CI variables before git, and neither is `bad-usage`. `gitTags` asks the checkout for the git tags on
 * the commit as well, where CI variables alone do not name them all.
 */
async function readBuildFacts(world, { gitTags }) {
    const facts = await factsFromCi(world);
    if (facts !== undefined) {
        return gitTags ? withGitTags(facts, await askGit(world, facts.sha)) : facts;
    }
    const checkout = factsFromGit(await askGit(world, 'HEAD'));
    if (checkout !== undefined)
        return checkout;
    throw new outcome_error/* HygieneError */.c('bad-usage', 'there is neither a CI run nor a git checkout to tell what is built', {
        fix: 'run it in a job of GitHub Actions or GitLab CI, or in a git checkout with a commit',
    });
}
async function factsFromCi({ env, files }) {
    if (env['GITHUB_ACTIONS'] === 'true' || (env['GITHUB_EVENT_NAME'] && env['GITHUB_SHA'])) {
        const path = env['GITHUB_EVENT_PATH'];
        if (!path)
            return factsFromGithub(env);
        const { readGithubEvent } = await loadEventReader();
        return factsFromGithub(env, readGithubEvent(await files.readText(path, longestEvent), path));
    }
    if (env['GITLAB_CI'] === 'true' || env['CI_COMMIT_SHA'])
        return factsFromGitlab(env);
    return undefined;
}
/** Git's answers about a commit; without git, or in no checkout, none of them. */
async function askGit({ processes }, commit) {
    const git = async (...args) => {
        try {
            const ran = await processes.run('git', ['--no-optional-locks', ...args], { timeout: 20_000 });
            return ran.code === 0 ? ran.stdout : undefined;
        }
        catch (error) {
            if (error instanceof outcome_error/* HygieneError */.c && (error.code === 'no-file' || error.code === 'too-slow'))
                return undefined;
            throw error;
        }
    };
    const [state, branch, tags, remote, time] = await Promise.all([
        git('rev-parse', '--is-shallow-repository', 'HEAD'),
        git('symbolic-ref', '--quiet', '--short', 'HEAD'),
        git('for-each-ref', `--points-at=${commit}`, '--format=%(refname:strip=2)', 'refs/tags'),
        git('config', '--get-regexp', '^remote\\.origin\\.(url|tagopt)$'),
        git('log', '-1', '--format=%ct', commit, '--'),
    ]);
    const [shallow, head] = lines(state);
    const settings = new Map(lines(remote).map(line => [line.split(' ', 1)[0], line.replace(/^\S+ /, '')]));
    return {
        head,
        branch: lines(branch)[0],
        tags: lines(tags),
        shallow: shallow !== 'false' || tags === undefined,
        withoutTags: settings.get('remote.origin.tagopt') === '--no-tags',
        remote: settings.get('remote.origin.url'),
        commitTime: time === undefined ? undefined : Number(time.trim()),
    };
}
function lines(text) {
    return (text ?? '').split('\n').filter(line => line !== '');
}


/***/ })

};
;