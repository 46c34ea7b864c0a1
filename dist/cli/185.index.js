"use strict";
exports.id = 185;
exports.ids = [185];
exports.modules = {

/***/ 7241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isDigest),
/* harmony export */   V: () => (/* binding */ digestsIn)
/* harmony export */ });
const registered = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests */
function isDigest(text) {
    return registered.test(text);
}
/** Every registered digest that occurs in a text, each once: what a manifest of unknown type may need. */
function digestsIn(text) {
    const found = text.match(/\b(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})\b/g) ?? [];
    return [...new Set(found)];
}


/***/ }),

/***/ 8424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   Fv: () => (/* binding */ registryOf),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7241);

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests */
const tagGrammar = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const host = /^(?:\[[0-9A-Fa-f:]+\]|(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(?:\.(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*)(?::[0-9]{1,5})?$/;
const longestRepository = 255;
function isTag(text) {
    return tagGrammar.test(text);
}
/**
 * Reads a reference by the grammar of the distribution project, Docker Hub's short forms included:
 * `alpine` is `docker.io/library/alpine`. A missing tag stays missing; `latest` is never assumed.
 * @see https://github.com/distribution/reference/blob/v0.6.0/reference.go
 */
function parseReference(text) {
    if (text === '')
        return { fault: 'the reference is empty' };
    if (text.length > 1024)
        return { fault: 'the reference is longer than 1,024 characters' };
    const at = text.indexOf('@');
    const digest = at < 0 ? undefined : text.slice(at + 1);
    if (digest !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .B)(digest)) {
        return { fault: `'@${digest.slice(0, 80)}' is no digest: sha256: and 64 lower-case hex digits` };
    }
    const named = at < 0 ? text : text.slice(0, at);
    const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    const tag = colon < 0 ? undefined : named.slice(colon + 1);
    if (tag !== undefined && !isTag(tag)) {
        return {
            fault: `'${tag.slice(0, 140)}' is no tag: 1 to 128 of A-Z a-z 0-9 _ . -, not starting with . or -`,
        };
    }
    const repository = parseRepository(colon < 0 ? named : named.slice(0, colon));
    if (typeof repository !== 'string')
        return repository;
    return {
        repository,
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest }),
    };
}
/** Reads `host[:port]/path` or a Docker Hub short name; a tag or digest is a fault. */
function parseRepository(text) {
    const slash = text.indexOf('/');
    const first = slash < 0 ? text : text.slice(0, slash);
    const hasHost = slash >= 0 && (/[.:[]/.test(first) || first === 'localhost' || first !== first.toLowerCase());
    const registry = hasHost ? first.toLowerCase() : 'docker.io';
    const path = hasHost ? text.slice(slash + 1) : text;
    if (!host.test(registry))
        return { fault: `'${first}' is no registry host` };
    const canonical = registry === 'index.docker.io' ? 'docker.io' : registry;
    for (const part of path.split('/')) {
        if (component.test(part))
            continue;
        if (component.test(part.toLowerCase())) {
            return { fault: `repository names are lower case: '${path.toLowerCase()}' instead of '${path}'` };
        }
        return {
            fault: `'${part.slice(0, 80)}' is no part of a repository name: a-z and 0-9, joined by . _ __ or -`,
        };
    }
    const full = canonical === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
    if (canonical.length + full.length + 1 > longestRepository) {
        return { fault: 'the repository name is longer than 255 characters' };
    }
    return `${canonical}/${full}`;
}
function registryOf(repository) {
    return repository.slice(0, repository.indexOf('/'));
}
/** The name that goes between `/v2/` and `/manifests/`. */
function pathOf(repository) {
    return repository.slice(repository.indexOf('/') + 1);
}
function formatReference({ repository, tag, digest }) {
    return `${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}


/***/ }),

/***/ 5698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NT: () => (/* binding */ defaults),
/* harmony export */   cE: () => (/* binding */ keepDefaults),
/* harmony export */   xI: () => (/* binding */ classDefaults)
/* harmony export */ });
/** What holds where no file says otherwise. Written as a file would be. */
const defaults = {
    version: 1,
    images: [],
    aliases: {},
    classes: {
        release: { on: 'git-tag', tags: ['v{semver}'], expires: 'never', immutable: true, sign: 'required' },
        commit: { on: 'push', tags: ['commit-{sha}'], expires: '3d' },
        preview: { on: 'pull-request', tags: ['pr-{number}'], expires: '14d' },
        baseline: { tags: ['*-lts'], expires: 'never', 'require-labels': ['owner'], sign: 'required' },
    },
    forbid: ['latest'],
    unknown: 'warn',
    labels: { required: [], quay: false },
    base: { allow: ['**'], pin: 'warn', eol: 'warn', 'eol-file': null },
    lint: { engines: ['native', 'dockerfilelint'], 'fail-on': 'error', rules: {} },
    scan: {
        'fail-tiers': ['T0', 'T1'],
        'max-db-age': '48h',
        grace: '0d',
        secrets: 'high',
        misconfig: 'off',
        licences: [],
        'kev-file': null,
        exceptions: { 'max-days': 90, items: [] },
    },
    layers: { leftovers: 'warn', 'dive-ci': null },
    sign: {
        format: 'bundle',
        children: true,
        log: 'none',
        key: null,
        identity: null,
        issuer: null,
        attest: false,
    },
    'in-use': { required: [], 'max-age': '24h' },
    cleanup: {
        clock: 'push',
        'min-age': '24h',
        untagged: { expires: '14d' },
        limits: { deletions: 500, share: '50%' },
        'max-plan-age': '7d',
        'require-review': true,
        untag: [],
        'plain-http': [],
        'plan-file': '.image-hygiene/cleanup-plan.jsonl',
        'pull-request': {
            branch: 'image-hygiene/cleanup',
            labels: ['image-hygiene'],
            reviewers: [],
            assignees: [],
            draft: false,
            'quiet-after-close': '7d',
        },
    },
};
/** What a class row says that does not say it. */
const classDefaults = {
    immutable: false,
    sign: 'optional',
    'require-labels': [],
    /**
     * A git tag `v1.2.0-rc.1` was set by somebody on purpose: its image must have a class and must not be lost to an
     * opt-in row for tags of no class. It takes no release's place in `keep`. Who wants candidates to live shorter
     * gives them a row of their own and denies them here.
     */
    prereleases: 'allow',
};
const keepDefaults = { per: 'repository' };


/***/ }),

/***/ 4464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Zq: () => (/* binding */ durationPattern),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   eC: () => (/* binding */ positiveDurationPattern),
/* harmony export */   rk: () => (/* binding */ durationForm)
/* harmony export */ });
/** How a duration is written: whole minutes, hours, days or weeks. */
const durationPattern = /^(?:[0-9]{1,6})[mhdw]$/;
/** The same, but longer than nothing. */
const positiveDurationPattern = /^[1-9][0-9]{0,5}[mhdw]$/;
const durationForm = 'a duration: a whole number and m, h, d or w, such as 30m, 12h, 3d, 2w';
const seconds = { m: 60, h: 3600, d: 86_400, w: 604_800 };
/** `3d` is 259,200 seconds. No fractions, no sums, no months: a month has no length. */
function parseDuration(text) {
    if (!durationPattern.test(text))
        return { fault: `'${text.slice(0, 40)}' is not ${durationForm}` };
    return Number(text.slice(0, -1)) * seconds[text.slice(-1)];
}
/** The shortest way to write so many seconds; what is no whole minute is rounded up to one. */
function formatDuration(length) {
    const [unit, size] = Object.entries(seconds).findLast(([, size]) => length > 0 && length % size === 0) ?? [
        'm',
        60,
    ];
    return length === 0 ? '0d' : `${Math.ceil(length / size)}${unit}`;
}


/***/ }),

/***/ 2325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ defaultPolicy),
  Q: () => (/* binding */ loadedFrom)
});

// EXTERNAL MODULE: ./lib/policy/defaults.js
var defaults = __webpack_require__(5698);
// EXTERNAL MODULE: ./lib/policy/duration.js
var duration = __webpack_require__(4464);
// EXTERNAL MODULE: ./lib/policy/node.js
var policy_node = __webpack_require__(2564);
;// CONCATENATED MODULE: ./lib/policy/effective.js



/** The effective policy of a whole, sound tree: the built-in defaults are in it. */
function effective(tree, minAgeSet) {
    const raw = (0,policy_node/* plain */.pj)(tree);
    const classes = Object.entries(raw.classes).filter(([, row]) => row !== 'off');
    return {
        version: 1,
        images: raw.images,
        aliases: { ...raw.aliases },
        classes: Object.fromEntries(classes.map(([name, row]) => [name, classRule(row)])),
        forbid: raw.forbid,
        unknown: raw.unknown,
        labels: { ...raw.labels },
        base: { ...raw.base },
        lint: { ...raw.lint, rules: { ...raw.lint.rules } },
        scan: scanRules(raw.scan),
        layers: { ...raw.layers },
        sign: { ...raw.sign },
        'in-use': inUse(raw['in-use']),
        cleanup: cleanupRules(raw.cleanup, minAgeSet),
    };
}
/** Whether some file sets `cleanup.min-age` itself. */
function setsMinAge(tree) {
    return (0,policy_node/* nodeAt */.oB)(tree, ['cleanup', 'min-age'])?.at !== undefined;
}
/** After a `none` of the defaults, a repository's own keys stand alone. */
function inUse(raw) {
    if (raw === 'none')
        return 'none';
    const { required, 'max-age': age } = { ...defaults/* defaults */.NT['in-use'], ...raw };
    return { required, 'max-age': seconds(age) };
}
function classRule(row) {
    return {
        ...(row.on === undefined ? {} : { on: row.on }),
        tags: row.tags,
        expires: expiry(row.expires),
        ...(row.keep === undefined ? {} : { keep: { ...defaults/* keepDefaults */.cE, ...row.keep } }),
        immutable: row.immutable ?? defaults/* classDefaults */.xI.immutable,
        sign: row.sign ?? defaults/* classDefaults */.xI.sign,
        'require-labels': row['require-labels'] ?? defaults/* classDefaults */.xI['require-labels'],
        prereleases: row.prereleases ?? defaults/* classDefaults */.xI.prereleases,
        ...(row.ends === undefined ? {} : { ends: row.ends }),
        ...(row.after === undefined ? {} : { after: seconds(row.after) }),
    };
}
function scanRules(raw) {
    const items = raw.exceptions.items.map((item) => ({ packages: [], images: [], ...item }));
    return {
        ...raw,
        'max-db-age': seconds(raw['max-db-age']),
        grace: seconds(raw.grace),
        exceptions: { 'max-days': raw.exceptions['max-days'], items },
    };
}
function cleanupRules(raw, minAgeSet) {
    const request = raw['pull-request'];
    return {
        ...raw,
        'min-age': seconds(raw['min-age']),
        'min-age-set': minAgeSet,
        untagged: { expires: expiry(raw.untagged.expires) },
        limits: { deletions: raw.limits.deletions, share: Number(raw.limits.share.slice(0, -1)) / 100 },
        'max-plan-age': seconds(raw['max-plan-age']),
        'pull-request': { ...request, 'quiet-after-close': seconds(request['quiet-after-close']) },
    };
}
function expiry(text) {
    if (text === 'never' || text === 'superseded')
        return { kind: text };
    return { kind: 'after', seconds: seconds(text) };
}
function seconds(text) {
    return (0,duration/* parseDuration */.E9)(text);
}

// EXTERNAL MODULE: ./lib/policy/merge.js
var merge = __webpack_require__(9014);
;// CONCATENATED MODULE: ./lib/policy/loaded.js




/** @param tree whole and sound: the built-in defaults with everything else over them */
function loadedFrom(tree, files, sha256) {
    const policy = effective(tree, setsMinAge(tree));
    const places = placesOf(tree);
    return {
        policy,
        where: path => places.get(path),
        // Reckoned when it is asked for: most steps never do.
        get digest() {
            return `sha256:${sha256(canonicalText(policy))}`;
        },
        tree,
        files,
    };
}
/** What holds with no file at all, for the images that the call names. */
function defaultPolicy(images, sha256) {
    return loadedFrom((0,merge/* mergePolicies */.$)((0,policy_node/* placeless */.vx)(defaults/* defaults */.NT), (0,policy_node/* placeless */.vx)({ images })), [], sha256);
}
/** JSON with sorted keys: equal policies, equal text. */
function canonicalText(policy) {
    return JSON.stringify(policy, (_, value) => typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value);
}
function placesOf(tree) {
    const places = new Map();
    const walk = (node, path, at) => {
        if (at !== undefined)
            places.set((0,policy_node/* formatPath */.jV)(path), at);
        if (node.kind === 'list') {
            for (const [index, item] of node.items.entries())
                walk(item, [...path, index], item.at);
        }
        if (node.kind === 'map') {
            for (const [key, entry] of node.entries)
                walk(entry.node, [...path, key], entry.at);
        }
    };
    walk(tree, [], undefined);
    return places;
}


/***/ }),

/***/ 9014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ mergePolicies),
/* harmony export */   F: () => (/* binding */ without)
/* harmony export */ });
/**
 * The later tree over the earlier one: mappings are merged key by key, everything else is replaced. A key keeps the
 * place of the file that set it last.
 */
function merge(earlier, later) {
    if (earlier.kind !== 'map' || later.kind !== 'map')
        return later;
    const entries = new Map(earlier.entries);
    for (const [key, entry] of later.entries) {
        const before = entries.get(key);
        entries.set(key, before === undefined ? entry : { at: entry.at, node: merge(before.node, entry.node) });
    }
    return { kind: 'map', at: later.at, entries };
}
/**
 * Merged like everything else, and in the order in which a build looks through them: the rows that the later file names
 * come first, in its own order. Somebody who adds a row for an event means it, whatever the rows below are for.
 */
function mergePolicies(earlier, later) {
    const merged = merge(earlier, later);
    const classes = entryOf(merged, 'classes');
    const own = entryOf(later, 'classes');
    if (merged.kind !== 'map' || classes?.node.kind !== 'map' || own?.node.kind !== 'map')
        return merged;
    const rows = classes.node.entries;
    const first = [...own.node.entries.keys()].flatMap(name => {
        const row = rows.get(name);
        return row === undefined ? [] : [[name, row]];
    });
    const node = { ...classes.node, entries: new Map([...first, ...rows]) };
    return { ...merged, entries: new Map([...merged.entries, ['classes', { ...classes, node }]]) };
}
function entryOf(node, key) {
    return node.kind === 'map' ? node.entries.get(key) : undefined;
}
/** The tree without what stands at the given paths. A list with a bad item is emptied: it says nothing reliable. */
function without(node, paths) {
    if (paths.length === 0 || node.kind === 'scalar')
        return node;
    if (node.kind === 'list')
        return { ...node, items: [] };
    const below = new Map();
    for (const [step, ...rest] of paths) {
        const known = below.get(String(step));
        if (known === undefined)
            below.set(String(step), [rest]);
        else
            known.push(rest);
    }
    const entries = [...node.entries].flatMap(([key, entry]) => {
        const inner = below.get(key) ?? [];
        const gone = inner.some(path => path.length === 0);
        return gone ? [] : [[key, { at: entry.at, node: without(entry.node, inner) }]];
    });
    return { ...node, entries: new Map(entries) };
}


/***/ }),

/***/ 2564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   jV: () => (/* binding */ formatPath),
/* harmony export */   oB: () => (/* binding */ nodeAt),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   vx: () => (/* binding */ placeless),
/* harmony export */   wf: () => (/* binding */ leavesOf)
/* harmony export */ });
function formatPath(path) {
    return path.join('.');
}
/** The bare value. Objects have no prototype, so a key `__proto__` is a key like any other. */
function plain(node) {
    if (node.kind === 'scalar')
        return node.value;
    if (node.kind === 'list')
        return node.items.map(plain);
    const object = Object.create(null);
    for (const [key, { node: value }] of node.entries)
        object[key] = plain(value);
    return object;
}
/** A tree without places, for the built-in defaults. */
function placeless(value) {
    if (Array.isArray(value))
        return { kind: 'list', at: undefined, items: value.map(placeless) };
    if (typeof value !== 'object' || value === null) {
        return { kind: 'scalar', at: undefined, value: value };
    }
    const entries = Object.entries(value).map(([key, inner]) => [key, { at: undefined, node: placeless(inner) }]);
    return { kind: 'map', at: undefined, entries: new Map(entries) };
}
/** What stands at a path, if anything does. */
function nodeAt(node, path) {
    let here = node;
    for (const step of path) {
        if (here?.kind === 'map')
            here = here.entries.get(String(step))?.node;
        else if (here?.kind === 'list')
            here = here.items[Number(step)];
        else
            return undefined;
    }
    return here;
}
/** The place of the key at a path, of the item, or else of the nearest thing above it. */
function placeOf(node, path) {
    let here = node;
    let at = node.at;
    for (const step of path) {
        const entry = here.kind === 'map'
            ? here.entries.get(String(step))
            : here.kind === 'list' && here.items[Number(step)] !== undefined
                ? { at: here.items[Number(step)]?.at, node: here.items[Number(step)] }
                : undefined;
        if (entry === undefined)
            return at;
        at = entry.at;
        here = entry.node;
    }
    return at;
}
/** Every scalar and list with its path; empty mappings too. */
function leavesOf(node, path = []) {
    if (node.kind !== 'map' || (node.entries.size === 0 && path.length > 0))
        return [[path, node]];
    return [...node.entries].flatMap(([key, entry]) => leavesOf(entry.node, [...path, key]));
}


/***/ }),

/***/ 1452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ compilePattern),
/* harmony export */   h: () => (/* binding */ covers)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8424);

const longestPattern = 400;
function compilePattern(text, what) {
    if (text === '')
        return { fault: 'the pattern is empty' };
    if (text.length > longestPattern)
        return { fault: `the pattern is longer than ${longestPattern} characters` };
    const { name, tag, digest } = partsOf(text);
    if (what === 'repository' && (tag ?? digest) !== undefined) {
        return { fault: `'${text}' names a tag or digest; repositories only here`, fix: `write ${name}` };
    }
    const fault = faultOf(name, tag, digest);
    if (fault !== undefined)
        return fault;
    const [names, tags, digests] = [qualified(name), tag, digest].map(part => part === undefined ? undefined : tokensOf(part));
    return {
        text,
        matches: reference => matchesText(names, reference.repository) &&
            matchesText(tags, reference.tag) &&
            matchesText(digests, reference.digest),
    };
}
/** True if everything that `inner` matches, `outer` matches too, as far as can be told segment by segment. */
function covers(outer, inner) {
    if (outer === inner)
        return true;
    const [wide, narrow] = [partsOf(outer), partsOf(inner)];
    return (coversText(qualified(wide.name), qualified(narrow.name)) &&
        (wide.tag === undefined || (narrow.tag !== undefined && coversText(wide.tag, narrow.tag))) &&
        (wide.digest === undefined || (narrow.digest !== undefined && coversText(wide.digest, narrow.digest))));
}
function partsOf(text) {
    const at = text.indexOf('@');
    const named = at < 0 ? text : text.slice(0, at);
    const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    return {
        name: colon < 0 ? named : named.slice(0, colon),
        ...(colon < 0 ? {} : { tag: named.slice(colon + 1) }),
        ...(at < 0 ? {} : { digest: text.slice(at + 1) }),
    };
}
function faultOf(name, tag, digest) {
    if (name.includes('***'))
        return { fault: `'${name}' has three stars in a row; '**' goes across segments` };
    if (name === '*')
        return { fault: `'*' stays within one segment and no repository has just one`, fix: 'write **' };
    if (!/^[A-Za-z0-9._/:[\]*-]+$/.test(name))
        return { fault: `'${name}' has a character that no repository has` };
    if (/\/\/|^\/|\/$/.test(name))
        return { fault: `'${name}' has an empty segment` };
    const path = name.includes('/') ? name.slice(name.indexOf('/') + 1) : name;
    if (/[A-Z]/.test(path))
        return { fault: 'repository names are lower case', fix: `write ${name.toLowerCase()}` };
    if (!name.includes('*')) {
        const reference = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(name);
        if ('fault' in reference)
            return reference;
    }
    if (tag !== undefined && !/^[A-Za-z0-9._*-]+$/.test(tag))
        return { fault: `':${tag}' is no tag with stars` };
    if (digest !== undefined && !/^[a-z0-9*]+:?[0-9a-f*]*$/.test(digest)) {
        return { fault: `'@${digest}' is no digest with stars`, fix: 'write @sha256:*' };
    }
    return undefined;
}
/** With its registry, as repositories have it: `alpine` is `docker.io/library/alpine`. */
function qualified(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? name : name.slice(0, slash);
    if (first.includes('**'))
        return name;
    if (slash < 0)
        return `docker.io/library/${name}`;
    if (!/[.:[*]/.test(first) && first !== 'localhost')
        return `docker.io/${name}`;
    const host = first.toLowerCase();
    const path = name.slice(slash + 1);
    if (host !== 'docker.io' && host !== 'index.docker.io')
        return `${host}/${path}`;
    return path.includes('/') || path.includes('**') ? `docker.io/${path}` : `docker.io/library/${path}`;
}
const maybe = 'maybe';
const upToSlash = 'up to slash';
function tokensOf(text) {
    const found = text.match(/(?<=^|\/)\*\*\/|\*\*|[\s\S]/g) ?? [];
    return found.flatMap(token => (token === '**/' ? [maybe, upToSlash] : [token]));
}
function matchesText(pattern, text) {
    return pattern === undefined || (text !== undefined && runs(pattern, text));
}
/** Stars of the inner pattern are symbols that only the same or a wider star of the outer one takes. */
function coversText(outer, inner) {
    return runs(tokensOf(outer), inner.match(/\*\*|[\s\S]/g) ?? []);
}
function runs(pattern, symbols) {
    let places = entered(pattern, [0]);
    for (const symbol of symbols) {
        places = entered(pattern, [...places].flatMap(place => after(pattern[place], place, symbol)));
        if (places.size === 0)
            return false;
    }
    return places.has(pattern.length);
}
function after(token, place, symbol) {
    if (token === '*')
        return symbol === '/' || symbol === '**' ? [] : [place];
    if (token === '**')
        return [place];
    if (token === upToSlash)
        return symbol === '/' ? [place, place + 1] : [place];
    return token === symbol ? [place + 1] : [];
}
/** The places, and those reached from them without a symbol. */
function entered(pattern, places) {
    const all = new Set(places);
    for (const place of all) {
        const token = pattern[place];
        if (token === '*' || token === '**')
            all.add(place + 1);
        if (token === maybe)
            all.add(place + 1).add(place + 2);
    }
    return all;
}


/***/ }),

/***/ 478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   _I: () => (/* binding */ matchesAny),
/* harmony export */   fu: () => (/* binding */ manages),
/* harmony export */   qN: () => (/* binding */ allowsBase),
/* harmony export */   sc: () => (/* binding */ narrow)
/* harmony export */ });
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3166);
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1452);


/** Whether the policy speaks about a repository at all; one it does not manage is never touched. */
function manages(policy, repository) {
    return matchesAny(policy.images, { repository });
}
/**
 * The repository that a pull came from: through `aliases`, a pull from a mirror is a use of the origin. The longest
 * alias wins, segment by segment; aliases of aliases are followed, once round at most.
 */
function canonical(repository, policy) {
    const seen = new Set();
    let name = repository;
    while (!seen.has(name)) {
        seen.add(name);
        let longest = '';
        for (const alias of Object.keys(policy.aliases)) {
            if ((name === alias || name.startsWith(`${alias}/`)) && alias.length > longest.length)
                longest = alias;
        }
        if (longest !== '')
            name = `${policy.aliases[longest]}${name.slice(longest.length)}`;
    }
    return name;
}
/** Whether a base image may be built upon; also asked with a tag or digest, which a pattern may demand. */
function allowsBase(policy, base) {
    return matchesAny(policy.base.allow, base);
}
/** True if one of the patterns, written as in the policy, matches. An illegal pattern is `bad-policy`. */
function matchesAny(patterns, reference) {
    return compiled(patterns).some(pattern => pattern.matches(reference));
}
/**
 * The policy for fewer images: what the call names must lie within what the policy manages, else `not-managed`.
 * The digest stays that of the policy as written.
 */
function narrow(loaded, images) {
    for (const image of images) {
        const pattern = (0,_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .compilePattern */ .E)(image, 'repository');
        if ('fault' in pattern)
            throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .c('bad-usage', `images: ${pattern.fault}`, { fix: pattern.fix });
        if (loaded.policy.images.some(wide => (0,_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .covers */ .h)(wide, image)))
            continue;
        const managed = loaded.policy.images.join(', ');
        throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .c('not-managed', `the policy does not manage '${image}', only: ${managed || 'nothing'}`, {
            fix: `add it to 'images' of the policy:\nimages: ['${image}']`,
            location: loaded.where('images'),
            image,
        });
    }
    return images.length === 0 ? loaded : { ...loaded, policy: { ...loaded.policy, images } };
}
// Compiled once per list: the same few patterns are asked about every reference.
const compiledLists = new WeakMap();
function compiled(patterns) {
    const known = compiledLists.get(patterns);
    if (known !== undefined)
        return known;
    const list = patterns.map(text => {
        const pattern = (0,_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .compilePattern */ .E)(text, 'reference');
        if ('fault' in pattern)
            throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .c('bad-policy', `pattern '${text}': ${pattern.fault}`, { fix: pattern.fix });
        return pattern;
    });
    compiledLists.set(patterns, list);
    return list;
}


/***/ }),

/***/ 5021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PJ: () => (/* binding */ parseSource),
/* harmony export */   eP: () => (/* binding */ sourceForm),
/* harmony export */   uB: () => (/* binding */ sourcePattern)
/* harmony export */ });
/** The shape, for editors; `parseSource` says what is wrong. */
const sourcePattern = /^(?:file:[^\s@]+|github:[\w.-]+\/[\w.-]+\/\/[^\s@]+@[0-9a-f]{40}|gitlab:[\w.-]+(?:\/[\w.-]+)+\/\/[^\s@]+@[0-9a-f]{40})$/;
const sourceForm = `'file:path', 'github:org/repo//path@<40 hex digits>' or 'gitlab:group/project//path@<40 hex digits>'`;
/** Remote defaults are pinned to a commit: who may push to that repository must not silently change this policy. */
function parseSource(text) {
    const scheme = /^(file|github|gitlab):/.exec(text)?.[1];
    if (scheme === undefined)
        return { fault: `'${text.slice(0, 200)}' is not ${sourceForm}` };
    const rest = text.slice(scheme.length + 1);
    if (scheme === 'file') {
        return sourcePattern.test(text)
            ? { kind: 'file', path: rest }
            : { fault: `'${text.slice(0, 200)}' is no path of a file` };
    }
    const [, project = '', path = '', commit] = /^([^@]*?)\/\/([^@]*)(?:@(.*))?$/.exec(rest) ?? [];
    if (project === '' || path === '') {
        return {
            fault: `'${text.slice(0, 200)}' names no file: two slashes part the repository from the path`,
            fix: `write ${scheme}:org/repo//path/to/policy.yml@<commit>`,
        };
    }
    if (commit === undefined || !/^[0-9a-f]{40}$/.test(commit)) {
        return {
            fault: `'${text.slice(0, 200)}' is not pinned: a branch, a tag or a short commit can come to mean something else`,
            fix: `write ${scheme}:${project}//${path}@<the 40 hex digits of a commit>`,
        };
    }
    if (!sourcePattern.test(text) ||
        path.split('/').some(part => part === '' || part === '.' || part === '..')) {
        return { fault: `'${text.slice(0, 200)}' is not ${sourceForm}` };
    }
    return { kind: scheme, project, path, commit };
}


/***/ }),

/***/ 1884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   ol: () => (/* binding */ defineStep),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3166);

function text(name, details) {
    return { name, type: 'string', ...details, read: given => nonEmpty(given) ?? details.default };
}
/** Newlines or commas part the items, but not the commas of a glob's `{a,b}`; blank lines and lines that start with `#` are passed over. */
function list(name, details) {
    return { name, type: 'list', ...details, read: given => itemsOf(nonEmpty(given) ?? details.default ?? '') };
}
/** One item a line, commas belong to it; blank lines and lines that start with `#` are passed over. */
function lines(name, details) {
    return { name, type: 'list', ...details, read: given => linesOf(nonEmpty(given) ?? details.default ?? '') };
}
function flag(name, details) {
    return {
        name,
        type: 'boolean',
        ...details,
        read: given => booleanOf(name, nonEmpty(given) ?? details.default),
    };
}
/** A whole number, zero or more. */
function count(name, details) {
    return {
        name,
        type: 'number',
        ...details,
        read: given => countOf(name, nonEmpty(given) ?? details.default),
    };
}
function choice(name, details) {
    const { options } = details;
    return {
        name,
        type: 'choice',
        ...details,
        read: given => {
            const value = nonEmpty(given) ?? details.default;
            const legal = options.find(option => option === value);
            if (legal !== undefined)
                return legal;
            throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .HygieneError */ .c('bad-usage', `${name}: '${value}' is none of ${options.join(', ')}`);
        },
    };
}
/** Keeps the types of the inputs for `run`. */
function defineStep(step) {
    return step;
}
/** Every input's value from the host's texts; the first wrong one is thrown as `bad-usage`. */
function readInputs(inputs, given) {
    return Object.fromEntries(Object.entries(inputs).map(([key, input]) => [key, input.read(given(input))]));
}
function nonEmpty(given) {
    return given === undefined || given.trim() === '' ? undefined : given.trim();
}
function itemsOf(given) {
    return linesOf(given)
        .flatMap(atCommas)
        .map(item => item.trim())
        .filter(item => item !== '');
}
function atCommas(line) {
    const items = [];
    let depth = 0;
    let start = 0;
    for (let index = 0; index < line.length; index++) {
        const character = line[index];
        if (character === '{')
            depth++;
        else if (character === '}')
            depth = Math.max(0, depth - 1);
        else if (character === ',' && depth === 0) {
            items.push(line.slice(start, index));
            start = index + 1;
        }
    }
    return [...items, line.slice(start)];
}
function linesOf(given) {
    return given
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '' && !line.startsWith('#'));
}
function booleanOf(name, given) {
    if (/^(?:true|True|TRUE)$/.test(given))
        return true;
    if (/^(?:false|False|FALSE)$/.test(given))
        return false;
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .HygieneError */ .c('bad-usage', `${name}: '${given}' is neither true nor false`);
}
function countOf(name, given) {
    if (given === undefined)
        return undefined;
    if (/^[0-9]{1,15}$/.test(given))
        return Number(given);
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .HygieneError */ .c('bad-usage', `${name}: '${given}' is no whole number`);
}


/***/ }),

/***/ 6818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   $s: () => (/* binding */ trivyReportFile),
/* harmony export */   B6: () => (/* binding */ timeBudget),
/* harmony export */   BI: () => (/* binding */ outcomeFile),
/* harmony export */   BJ: () => (/* binding */ trivyignoreFile),
/* harmony export */   Bn: () => (/* binding */ platforms),
/* harmony export */   C1: () => (/* binding */ publicKey),
/* harmony export */   Cg: () => (/* binding */ buildArgsFile),
/* harmony export */   DD: () => (/* binding */ title),
/* harmony export */   DO: () => (/* binding */ caFile),
/* harmony export */   D_: () => (/* binding */ identity),
/* harmony export */   Dq: () => (/* binding */ gitlabToken),
/* harmony export */   EH: () => (/* binding */ trustedRoot),
/* harmony export */   EZ: () => (/* binding */ yes),
/* harmony export */   Eb: () => (/* binding */ key),
/* harmony export */   FG: () => (/* binding */ cosignMirror),
/* harmony export */   Fo: () => (/* binding */ bases),
/* harmony export */   Ft: () => (/* binding */ references),
/* harmony export */   G2: () => (/* binding */ cyclonedxFile),
/* harmony export */   Hj: () => (/* binding */ trivyVersion),
/* harmony export */   Hw: () => (/* binding */ openPullRequest),
/* harmony export */   Ik: () => (/* binding */ trivyReports),
/* harmony export */   J: () => (/* binding */ cosignPath),
/* harmony export */   JX: () => (/* binding */ registryPassword),
/* harmony export */   K0: () => (/* binding */ attach),
/* harmony export */   KX: () => (/* binding */ cosignVersion),
/* harmony export */   Lj: () => (/* binding */ inUse),
/* harmony export */   Mg: () => (/* binding */ requireSignature),
/* harmony export */   Mz: () => (/* binding */ preflight),
/* harmony export */   Ng: () => (/* binding */ signatureAnnotations),
/* harmony export */   Nq: () => (/* binding */ cosignSha256),
/* harmony export */   OH: () => (/* binding */ markdownFile),
/* harmony export */   P: () => (/* binding */ query),
/* harmony export */   Pg: () => (/* binding */ journalDir),
/* harmony export */   QB: () => (/* binding */ trivySha256),
/* harmony export */   S: () => (/* binding */ trivyPath),
/* harmony export */   Sl: () => (/* binding */ image),
/* harmony export */   U$: () => (/* binding */ catalog),
/* harmony export */   Uz: () => (/* binding */ sarifFile),
/* harmony export */   VF: () => (/* binding */ codequalityFile),
/* harmony export */   WD: () => (/* binding */ labels),
/* harmony export */   WK: () => (/* binding */ offline),
/* harmony export */   YH: () => (/* binding */ maxDeletions),
/* harmony export */   YY: () => (/* binding */ registryUsername),
/* harmony export */   _A: () => (/* binding */ tags),
/* harmony export */   _O: () => (/* binding */ context),
/* harmony export */   aC: () => (/* binding */ keep),
/* harmony export */   ad: () => (/* binding */ trivyCacheDir),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   ay: () => (/* binding */ dotenvFile),
/* harmony export */   bQ: () => (/* binding */ javaDbRepositories),
/* harmony export */   bU: () => (/* binding */ githubToken),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   dU: () => (/* binding */ rollback),
/* harmony export */   d_: () => (/* binding */ jsonFile),
/* harmony export */   e8: () => (/* binding */ cacheDir),
/* harmony export */   eS: () => (/* binding */ planFile),
/* harmony export */   fs: () => (/* binding */ fs),
/* harmony export */   hk: () => (/* binding */ annotations),
/* harmony export */   iO: () => (/* binding */ epssFile),
/* harmony export */   ic: () => (/* binding */ scanOutcome),
/* harmony export */   jE: () => (/* binding */ dbRepositories),
/* harmony export */   km: () => (/* binding */ openvexFile),
/* harmony export */   m: () => (/* binding */ vex),
/* harmony export */   mR: () => (/* binding */ recordFile),
/* harmony export */   nF: () => (/* binding */ containerScanningFile),
/* harmony export */   oP: () => (/* binding */ spdxFile),
/* harmony export */   od: () => (/* binding */ trivyMirror),
/* harmony export */   qW: () => (/* binding */ checkRegistry),
/* harmony export */   rD: () => (/* binding */ archive),
/* harmony export */   tT: () => (/* binding */ scanTimeout),
/* harmony export */   tW: () => (/* binding */ junitFile),
/* harmony export */   u9: () => (/* binding */ issuer),
/* harmony export */   wQ: () => (/* binding */ bakeFile),
/* harmony export */   yp: () => (/* binding */ sbomFile),
/* harmony export */   yv: () => (/* binding */ printPolicy),
/* harmony export */   yy: () => (/* binding */ dockerfiles),
/* harmony export */   z: () => (/* binding */ summary),
/* harmony export */   z8: () => (/* binding */ report),
/* harmony export */   zC: () => (/* binding */ images),
/* harmony export */   zs: () => (/* binding */ maxRequests)
/* harmony export */ });
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1884);

// Every input of every step, once: a name means the same everywhere, so one action.yml can hold them all.
// Any step
const config = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('config', { help: 'Path of the policy file.', default: '.image-hygiene.yml' });
const images = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('images', {
    help: 'Images to work on, as references or patterns (`ghcr.io/acme/**`). Only narrows what the policy manages; without a policy file it names the images.',
});
const summary = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('summary', {
    help: 'When to write a job summary.',
    options: ['always', 'on-failure', 'never'],
    default: 'always',
});
const printPolicy = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('print-policy', {
    help: 'Print the effective policy with the file and line each value came from, and stop.',
    default: 'false',
});
// Tokens
const githubToken = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('github-token', {
    help: 'Token for the GitHub API.',
    env: ['GITHUB_TOKEN', 'GH_TOKEN'],
    secret: true,
});
const gitlabToken = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('gitlab-token', {
    help: 'Token for the GitLab API: a project access token where merge requests are made.',
    env: ['GITLAB_TOKEN'],
    secret: true,
});
// Reports
const annotations = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('annotations', {
    help: 'Show findings as annotations in the changed files.',
    default: 'true',
});
const sarifFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('sarif-file', { help: 'Write findings as SARIF 2.1.0 to this path.' });
const codequalityFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('codequality-file', {
    help: 'Write findings as a GitLab Code Quality report to this path.',
});
const junitFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('junit-file', { help: 'Write findings as JUnit XML to this path.' });
const jsonFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('json-file', { help: 'Write the outcome as JSON to this path.' });
// Registry
const registryUsername = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('registry-username', {
    help: 'User for the registry, with registry-password.',
});
const registryPassword = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('registry-password', {
    help: 'Password or token for the registry; sent only to the hosts of `images`.',
    secret: true,
});
const caFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('ca-file', { help: 'PEM file with further certificate authorities to trust.' });
const cacheDir = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('cache-dir', {
    help: 'Folder to keep immutable manifests and configs in between runs.',
});
// prepare
const image = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('image', {
    help: 'Repositories to tag, without a tag: `ghcr.io/acme/app`.',
});
const tags = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('tags', {
    help: 'Tags made by another tool, to be checked instead of made: bare or as full references.',
});
const labels = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)('labels', { help: 'Further labels, one `key=value` a line.' });
const title = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('title', { help: 'Value of the title label; the repository name by default.' });
const checkRegistry = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('check-registry', {
    help: 'Refuse to overwrite a tag of an immutable class; needs pull access to the registry.',
    default: 'true',
});
const bakeFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('bake-file', { help: 'Write a docker bake file to this path.' });
const buildArgsFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('build-args-file', {
    help: 'Write arguments for docker, buildah or podman build to this path, one a line.',
});
const dotenvFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('dotenv-file', { help: 'Write the outputs as a dotenv report to this path.' });
// lint
const dockerfiles = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('dockerfiles', {
    help: 'Dockerfiles, folders or globs.',
    default: '**/{Dockerfile,Containerfile}*, **/*.Dockerfile',
});
const context = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('context', {
    help: 'Build context of the Dockerfiles, where .dockerignore is looked for; the folder of each by default.',
});
// scan
const fs = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('fs', { help: 'Folder to scan before the build: lock files, secrets.' });
const archive = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('archive', {
    help: 'OCI layout folder or image tar to scan before the push.',
});
const report = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('report', {
    help: 'Trivy report (JSON, schema version 2) to judge instead of scanning.',
});
const platforms = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('platforms', {
    help: 'Platforms of an index to look at, such as linux/amd64; all of them by default.',
});
const bases = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('bases', {
    help: 'Approved base images by reference, to recognise what an image was built on.',
});
const vex = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('vex', { help: 'VEX documents that Trivy takes into account.' });
const epssFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('epss-file', { help: 'EPSS scores (CSV), to sort findings by.' });
const offline = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('offline', {
    help: 'Use the vulnerability database that is there and download nothing.',
    default: 'false',
});
const dbRepositories = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('db-repositories', {
    help: 'Where the vulnerability database comes from, first one that answers.',
});
const javaDbRepositories = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('java-db-repositories', {
    help: 'Where the index of Java packages comes from, first one that answers.',
});
const scanTimeout = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('scan-timeout', { help: 'How long one scan may take.', default: '10m' });
const trivyPath = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('trivy-path', { help: 'Path of Trivy; the one on PATH by default.' });
const trivyVersion = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('trivy-version', {
    help: 'Exact release of Trivy to install if it is not the one on PATH; needs trivy-sha256.',
});
const trivySha256 = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('trivy-sha256', {
    help: "SHA-256 of that release's file for this platform.",
});
const trivyMirror = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('trivy-mirror', {
    help: "Base URL that stands for Trivy's release downloads.",
});
const trivyCacheDir = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('trivy-cache-dir', {
    help: "Trivy's cache folder, with the vulnerability database.",
    env: ['TRIVY_CACHE_DIR'],
});
const trivyReportFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('trivy-report-file', {
    help: "Write Trivy's own report (JSON) to this path.",
});
const cyclonedxFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('cyclonedx-file', { help: 'Write an SBOM (CycloneDX) to this path.' });
const spdxFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('spdx-file', { help: 'Write an SBOM (SPDX) to this path.' });
const containerScanningFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('container-scanning-file', {
    help: 'Write a GitLab container scanning report to this path.',
});
const markdownFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('markdown-file', { help: 'Write the summary (Markdown) to this path.' });
const trivyignoreFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('trivyignore-file', {
    help: "Write the policy's exceptions as .trivyignore.yaml to this path.",
});
const openvexFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('openvex-file', {
    help: "Write the policy's exceptions as OpenVEX to this path.",
});
// sign, verify
const digest = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('digest', {
    help: 'Digest of the image, for references that have none: the output of the step that pushed it.',
});
const key = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('key', {
    help: 'Key to sign with: a file, env://NAME, or a KMS reference of cosign; `sign.key` of the policy by default.',
});
const publicKey = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('public-key', {
    help: 'Key that must have signed: a file, env://NAME, or a KMS reference of cosign; `sign.key` of the policy by default.',
});
const identity = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('identity', {
    help: 'Whom a signature without a key must be from; what starts with ^ is a regular expression. `sign.identity` of the policy by default.',
});
const issuer = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('issuer', {
    help: 'Who must have issued that identity; `sign.issuer` of the policy by default.',
});
const trustedRoot = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('trusted-root', {
    help: 'Trusted root (JSON) of Sigstore services of your own.',
});
const signatureAnnotations = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)('signature-annotations', {
    help: 'What is signed along with the image, or must have been: one `key=value` a line.',
});
const preflight = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('preflight', {
    help: 'Only prove that this job can sign: the tool, and the key or the identity token. For the start of a pipeline, before anything is pushed.',
    default: 'false',
});
const requireSignature = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('require-signature', {
    help: 'Which images must be signed: all that are named, or those whose class says so.',
    options: ['always', 'by-class'],
    default: 'always',
});
const rollback = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('rollback', {
    help: 'Images to fall back on, as references: verified like the others. A tag alone is looked up in the catalog.',
});
const catalog = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('catalog', {
    help: 'The catalog of images: a file of JSON Lines, or `oci://REGISTRY/REPOSITORY`.',
});
const cosignPath = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('cosign-path', { help: 'Path of cosign; the one on PATH by default.' });
const cosignVersion = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('cosign-version', {
    help: 'Exact release of cosign to install if it is not the one on PATH; needs cosign-sha256.',
});
const cosignSha256 = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('cosign-sha256', {
    help: "SHA-256 of that release's file for this platform.",
});
const cosignMirror = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('cosign-mirror', {
    help: "Base URL that stands for cosign's release downloads.",
});
// record
const trivyReports = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('trivy-reports', {
    help: "Trivy's reports (JSON) of the image, one for each platform: what trivy-report-file of scan wrote.",
});
const scanOutcome = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('scan-outcome', {
    help: 'The outcome that scan wrote with json-file.',
});
const sbomFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('sbom-file', { help: 'The SBOM of the image, to note its digest.' });
const recordFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('record-file', { help: 'Write the record (JSON) to this path.' });
const attach = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('attach', {
    help: 'Attach the record to the image as an OCI referrer.',
    default: 'false',
});
const query = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)('list', {
    help: 'Search the catalog instead: `package=curl=7.74`, `commit=a1b2c3d`, `base=debian:11-slim`, one a line; all must fit.',
});
// cleanup
const inUse = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('in-use', {
    help: 'Files that say what runs: inventories, kubectl, docker or crictl JSON, lists of references; - is standard input.',
});
const planFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('plan-file', { help: 'Path of the plan; the policy names it by default.' });
const at = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('at', { help: 'Decide as of this moment: RFC 3339 or unix seconds.' });
const openPullRequest = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('open-pull-request', {
    help: 'Open or refresh the one cleanup pull request with the plan.',
    default: 'false',
});
const references = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('references', {
    help: 'The images to scan, sign, verify, record, explain or restore, as references.',
});
const outcomeFile = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('outcome-file', { help: 'The outcome that apply wrote with json-file.' });
const yes = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('yes', { help: 'Really do it, outside CI.', default: 'false' });
const journalDir = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('journal-dir', {
    help: 'Folder for the journal and the raw manifests of what is deleted.',
    default: '.image-hygiene/journal',
});
const maxDeletions = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)('max-deletions', {
    help: 'Stop after so many deletions, below the limit of the policy.',
});
const maxRequests = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)('max-requests', {
    help: 'Send registries at most so many requests; what could not be read is held.',
});
const timeBudget = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('time-budget', { help: 'Stop cleanly after this long: `30m`, `2h`.' });
const keep = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('keep', { help: 'Leave the registry running at the end.', default: 'false' });


/***/ }),

/***/ 9185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ loadPolicy),
  b: () => (/* binding */ printedPolicy)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/outcome/error.js
var outcome_error = __webpack_require__(3166);
// EXTERNAL MODULE: ./lib/policy/pattern.js
var policy_pattern = __webpack_require__(1452);
// EXTERNAL MODULE: ./lib/policy/loaded.js + 1 modules
var loaded = __webpack_require__(2325);
;// CONCATENATED MODULE: ./lib/policy/index.js












/** `parsePolicy` and its parts. They bring the YAML parser and zod, which a run without a policy file can do without. */
function loadParser() {
    return Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(815), __webpack_require__.e(343), __webpack_require__.e(991), __webpack_require__.e(840)]).then(__webpack_require__.bind(__webpack_require__, 8840));
}
/** The file format as JSON Schema, for editors. */
async function policyJsonSchema() {
    return (await Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(439), __webpack_require__.e(343), __webpack_require__.e(991), __webpack_require__.e(872)]).then(__webpack_require__.bind(__webpack_require__, 4872))).policyJsonSchema();
}

// EXTERNAL MODULE: ./lib/policy/scope.js
var scope = __webpack_require__(478);
// EXTERNAL MODULE: ./lib/policy/node.js
var policy_node = __webpack_require__(2564);
;// CONCATENATED MODULE: ./lib/policy/format.js

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
    const unset = (0,policy_node/* formatPath */.jV)(path) === 'cleanup.min-age' && !loaded.policy.cleanup['min-age-set'];
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

// EXTERNAL MODULE: ./lib/policy/source.js
var policy_source = __webpack_require__(5021);
;// CONCATENATED MODULE: ./lib/system/sha256.js
/** In hex. */
function sha256(text) {
    // An import would load it at start-up, which takes longer than many a step.
    return process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex');
}

// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
;// CONCATENATED MODULE: ./lib/steps/policy-on-forge.js

/**
 * A file at a commit, through the forge's API: the one this pipeline runs on, GHES and self-managed GitLab
 * included, else the public one. The token goes to that API's origin and nowhere else.
 * @see https://docs.github.com/en/rest/repos/contents#get-repository-content
 * @see https://docs.gitlab.com/api/repository_files/#retrieve-a-raw-file-from-a-repository
 */
async function readFromForge(source, tokens, world, limit) {
    const api = source.kind === 'github' ? github(source, tokens, world) : gitlab(source, tokens, world);
    const answer = await getWithin(api, world, limit);
    if (answer.status === 200)
        return textOf(answer, source);
    const what = `${api.url.origin} answers ${answer.status} for ${source.project}//${source.path}`;
    switch (answer.status) {
        case 404:
            throw new outcome_error/* HygieneError */.c('no-file', `${what}: it is not there at ${source.commit}, or this token may not read it`, {
                fix: api.fix,
            });
        case 401:
            throw new outcome_error/* HygieneError */.c('no-credentials', `${what}: the token is not valid`, { fix: api.fix });
        case 403:
            throw new outcome_error/* HygieneError */.c('no-permission', `${what}: the token may not read it`, { fix: api.fix });
        default:
            throw new outcome_error/* HygieneError */.c('bad-answer', what, {
                fix: 'run it again; if it lasts, look at the status of the forge',
            });
    }
}
function github(source, { githubToken }, { env }) {
    const base = env['GITHUB_API_URL'] || 'https://api.github.com';
    const path = source.path.split('/').map(encodeURIComponent).join('/');
    return {
        url: apiUrl(base, `/repos/${source.project}/contents/${path}?ref=${source.commit}`, 'GITHUB_API_URL'),
        headers: {
            // A file above 1 MB comes raw only; a folder answers JSON to this too.
            accept: 'application/vnd.github.raw+json',
            'x-github-api-version': '2022-11-28',
            'user-agent': 'image-hygiene',
            ...(githubToken === undefined ? {} : { authorization: `Bearer ${githubToken}` }),
        },
        fix: `give a token that may read ${source.project} (contents: read) as github-token; GITHUB_TOKEN reads its own repository only`,
    };
}
function gitlab(source, { gitlabToken }, { env }) {
    const base = env['CI_API_V4_URL'] || 'https://gitlab.com/api/v4';
    const project = encodeURIComponent(source.project);
    const job = env['CI_JOB_TOKEN'];
    return {
        url: apiUrl(base, `/projects/${project}/repository/files/${encodeURIComponent(source.path)}/raw?ref=${source.commit}`, 'CI_API_V4_URL'),
        headers: {
            'user-agent': 'image-hygiene',
            ...(gitlabToken !== undefined ? { 'private-token': gitlabToken } : job ? { 'job-token': job } : {}),
        },
        fix: `give a token with read_repository for ${source.project} as gitlab-token, or let this project's job tokens in there`,
    };
}
function apiUrl(base, path, variable) {
    const text = base.replace(/\/+$/, '') + path;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const loopback = /^(?:localhost|\[::1\]|127(?:\.[0-9]{1,3}){3})$/.test(url?.hostname ?? '');
    if (url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback)))
        return url;
    throw new outcome_error/* HygieneError */.c('bad-usage', `${variable} is no https URL: no token is sent there`, {
        fix: `set ${variable} to the API of your forge, such as https://ghe.example.com/api/v3`,
    });
}
/** A renamed repository is a redirect. It is followed on the same origin only, since the token goes along. */
async function getWithin({ url, headers }, world, limit) {
    let here = url;
    for (let hop = 0; hop < 4; hop++) {
        const answer = await world.http.send({ method: 'GET', url: here, headers, limit });
        const target = answer.headers['location'];
        if (![301, 302, 307, 308].includes(answer.status) || target === undefined)
            return answer;
        const next = URL.canParse(target, here.href) ? new URL(target, here.href) : undefined;
        if (next === undefined || next.origin !== url.origin) {
            throw new outcome_error/* HygieneError */.c('bad-answer', `${url.origin} sends to another host for ${url.pathname}; the token does not go there`);
        }
        here = next;
    }
    throw new outcome_error/* HygieneError */.c('bad-answer', `${url.origin} redirects in a circle for ${url.pathname}`);
}
function textOf({ headers, body }, source) {
    if (source.kind === 'github' && /^application\/json\b/.test(headers['content-type'] ?? '')) {
        throw new outcome_error/* HygieneError */.c('bad-policy', `${source.project}//${source.path} is a folder, not a file`);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(body);
    }
    catch (cause) {
        throw new outcome_error/* HygieneError */.c('bad-policy', `${source.project}//${source.path} is not UTF-8`, { cause });
    }
}

;// CONCATENATED MODULE: ./lib/steps/policy.js






/**
 * The policy that holds for this call, with everything it extends. Without a file at the default path, the built-in
 * defaults for the images that the call names. Throws `bad-policy` with all faults of all files, `no-file`,
 * `not-managed`, or what kept a forge from answering.
 */
async function loadPolicy(call, world) {
    const images = call.images ?? [];
    const text = await readLocal(call.config, call, world);
    if (text === undefined) {
        if (call.config !== inputs/* config */.$W.read(undefined)) {
            throw new outcome_error/* HygieneError */.c('no-file', `there is no policy at ${call.config}`, {
                fix: `create it, or name another with --config`,
            });
        }
        for (const image of images) {
            const pattern = (0,policy_pattern/* compilePattern */.E)(image, 'repository');
            if ('fault' in pattern)
                throw new outcome_error/* HygieneError */.c('bad-usage', `images: ${pattern.fault}`, { fix: pattern.fix });
        }
        return (0,loaded/* defaultPolicy */.G)(images, sha256);
    }
    const { readPolicyFile, assemblePolicy } = await loadParser();
    const files = [];
    const reading = {
        call,
        world,
        files,
        read: readPolicyFile,
        root: external_node_path_.posix.dirname(call.config),
    };
    await collect({ kind: 'file', path: call.config }, text, [], reading);
    return (0,scope/* narrow */.sc)(assemblePolicy(files, sha256), images);
}
/** What `--print-policy` prints, of any step. */
function printedPolicy(loaded) {
    return { verdict: 'pass', findings: [], outputs: {}, stats: {}, text: formatPolicy(loaded) };
}
const longestFile = 1024 * 1024;
const deepest = 5;
const mostFiles = 32;
/** Depth first: what a file extends comes before the file itself, so that it wins. */
async function collect(source, text, chain, reading) {
    const name = nameOf(source);
    const file = reading.read(name, text);
    for (const entry of file.extends) {
        const wanted = (0,policy_source/* parseSource */.PJ)(entry.text);
        if ('fault' in wanted)
            continue;
        const next = resolve(wanted, source, reading, entry.at);
        const nextName = nameOf(next);
        const path = [...chain, name];
        if (path.includes(nextName)) {
            const round = [...path.slice(path.indexOf(nextName)), nextName].join(' → ');
            throw refused(`the policies extend each other in a circle: ${round}`, entry.at);
        }
        if (path.length > deepest)
            throw refused(`policies extend each other over more than ${deepest} levels`, entry.at);
        if (reading.files.some(known => known.file === nextName))
            continue;
        if (reading.files.length >= mostFiles)
            throw refused(`the policy extends more than ${mostFiles} files`, entry.at);
        await collect(next, await readAt(next, entry.at, reading), path, reading);
    }
    reading.files.push(file);
}
async function readAt(source, at, reading) {
    try {
        const text = source.kind === 'file'
            ? await readLocal(source.path, reading.call, reading.world)
            : await readFromForge(source, reading.call, reading.world, longestFile);
        if (text !== undefined)
            return text;
    }
    catch (error) {
        if (!(error instanceof outcome_error/* HygieneError */.c))
            throw error;
        const code = error.code === 'too-large' ? 'bad-policy' : error.code;
        const message = error.code === 'too-large' ? `${nameOf(source)} is larger than 1 MiB` : error.message;
        throw new outcome_error/* HygieneError */.c(code, message, { fix: error.findings[0]?.fix, location: at, cause: error });
    }
    throw new outcome_error/* HygieneError */.c('no-file', `'extends' names ${nameOf(source)}, which is not there`, {
        fix: "paths of 'file:' start from the folder of the file that names them",
        location: at,
    });
}
async function readLocal(path, { readFile }, { files }) {
    if (readFile !== undefined)
        return readFile(path);
    return (await files.kind(path)) === 'absent' ? undefined : files.readText(path, longestFile);
}
/** `file:` is beside the file that says it: in the checkout, or in the same repository at the same commit. */
function resolve(wanted, from, { root, world }, at) {
    if (wanted.kind !== 'file')
        return wanted;
    const path = external_node_path_.posix.join(external_node_path_.posix.dirname(from.path), wanted.path);
    if (from.kind !== 'file') {
        if (escapes(path) || external_node_path_.posix.isAbsolute(wanted.path))
            throw refused(`'file:${wanted.path}' leaves its repository`, at);
        return { ...from, path };
    }
    // A policy may come from a fork: it names no file of the machine beyond the checkout.
    const absolute = external_node_path_.posix.resolve(world.cwd, path);
    const inside = [world.cwd, external_node_path_.posix.resolve(world.cwd, root)].some(folder => !escapes(external_node_path_.posix.relative(folder, absolute)));
    if (!inside || external_node_path_.posix.isAbsolute(wanted.path))
        throw refused(`'file:${wanted.path}' leaves the checkout`, at);
    return { kind: 'file', path };
}
function escapes(path) {
    return path === '..' || path.startsWith('../');
}
/** As locations show it: a path in the checkout as it is, anything else as `extends` spells it. */
function nameOf(source) {
    return source.kind === 'file'
        ? external_node_path_.posix.normalize(source.path)
        : `${source.kind}:${source.project}//${source.path}@${source.commit}`;
}
function refused(message, location) {
    return new outcome_error/* HygieneError */.c('bad-policy', message, { location });
}


/***/ })

};
;