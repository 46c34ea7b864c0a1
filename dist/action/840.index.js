"use strict";
exports.id = 840;
exports.ids = [840];
exports.modules = {

/***/ 8840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  assemblePolicy: () => (/* binding */ assemblePolicy),
  parsePolicy: () => (/* binding */ parsePolicy),
  readPolicyFile: () => (/* binding */ readPolicyFile)
});

// EXTERNAL MODULE: ./lib/outcome/finding.js
var finding = __webpack_require__(7525);
// EXTERNAL MODULE: ./lib/outcome/error.js
var error = __webpack_require__(3166);
// EXTERNAL MODULE: ./lib/policy/defaults.js
var defaults = __webpack_require__(5698);
// EXTERNAL MODULE: ./lib/outcome/nearest.js
var nearest = __webpack_require__(6278);
// EXTERNAL MODULE: ./lib/policy/node.js
var policy_node = __webpack_require__(2564);
// EXTERNAL MODULE: ./lib/policy/schema.js
var schema = __webpack_require__(5991);
;// CONCATENATED MODULE: ./lib/policy/fault.js



function faultAt(tree, path, message, fix) {
    return { path, finding: findingAt((0,policy_node/* placeOf */.$t)(tree, path), message, fix) };
}
function findingAt(location, message, fix) {
    return {
        rule: 'bad-policy',
        severity: 'error',
        message: visible(message),
        ...(fix === undefined ? {} : { fix: visible(fix) }),
        ...(location === undefined ? {} : { location }),
    };
}
/** zod's issues in the words of a person: what stands there, what was expected, what was probably meant. */
function faultsOf(issues, tree, above = []) {
    return issues.flatMap(issue => {
        const path = [...above, ...issue.path];
        const place = (0,policy_node/* nodeAt */.oB)(tree, path)?.at ?? (0,policy_node/* placeOf */.$t)(tree, path);
        const say = (message, fix) => [{ path, finding: findingAt(place, message, fix) }];
        if (path.length > 0 && (0,policy_node/* nodeAt */.oB)(tree, path) === undefined && /^invalid_(?:type|value)$/.test(issue.code)) {
            return say(`'${shorten((0,policy_node/* formatPath */.jV)(path))}' is missing`, exampleOf(path));
        }
        const name = path.length === 0 ? 'the policy' : `'${shorten((0,policy_node/* formatPath */.jV)(path))}'`;
        const found = shown((0,policy_node/* nodeAt */.oB)(tree, path));
        switch (issue.code) {
            case 'unrecognized_keys':
                return issue.keys.map(key => unknownKey(tree, path, key));
            case 'invalid_key':
                return issue.issues.map(inner => faultAt(tree, path, `'${shorten(String(path.at(-1)))}' is not ${inner.message}`));
            case 'invalid_union':
                return union(issue.errors, tree, path);
            case 'invalid_value': {
                const words = issue.values.map(String);
                const meant = wordMeant(plainScalar((0,policy_node/* nodeAt */.oB)(tree, path)), words);
                return say(`${name}: expected ${orList(words)}, found ${found}`, (0,nearest/* didYouMean */.au)(meant));
            }
            case 'invalid_type':
                return say(`${name}: expected ${typeName(issue)}, found ${found}`, asList(issue, tree, path));
            case 'too_small':
            case 'too_big':
                return say(`${name}: ${bound(issue)}, found ${found}`);
            case 'custom':
                return say(`${name}: ${issue.message}`, issue.params?.fix);
            default:
                return say(`${name}: expected ${issue.message}, found ${found}`);
        }
    });
}
/** Of several alternatives, the one whose kind of value stands there is meant. */
function union(errors, tree, path) {
    const meant = errors.find(issues => issues.every(issue => issue.path.length > 0 || issue.code === 'unrecognized_keys'));
    if (meant !== undefined)
        return faultsOf(meant, tree, path);
    const words = errors
        .flat()
        .flatMap(issue => (issue.code === 'invalid_value' ? issue.values.map(value => String(value)) : []));
    const expected = [...words.map(word => `'${word}'`), 'a mapping'].join(' or ');
    const found = (0,policy_node/* nodeAt */.oB)(tree, path);
    const message = `'${(0,policy_node/* formatPath */.jV)(path)}': expected ${expected}, found ${shown(found)}`;
    const word = wordMeant(plainScalar(found), words);
    return [{ path, finding: findingAt(found?.at ?? (0,policy_node/* placeOf */.$t)(tree, path), message, (0,nearest/* didYouMean */.au)(word)) }];
}
function unknownKey(tree, path, key) {
    const legal = legalKeys(path);
    const meant = (0,nearest/* nearest */.pA)(key, legal);
    const where = path.length === 0 ? 'of a policy' : `of '${shorten((0,policy_node/* formatPath */.jV)(path))}'`;
    const hint = key === '<<' ? `; merge keys are off, use 'extends'` : '';
    return faultAt(tree, [...path, key], `'${shorten(key)}' is no key ${where}: ${legal.join(', ')}${hint}`, (0,nearest/* didYouMean */.au)(meant));
}
/** The keys that may stand at a path; none where names are free. */
function legalKeys(path) {
    const found = schemaAt(path);
    return found === undefined ? [] : Object.keys(shapeOf(found) ?? {});
}
/** Whether the file format knows such a path; names of classes and the like are free. */
function isLegalPath(path) {
    return path.length > 0 && schemaAt(path) !== undefined;
}
function schemaAt(path) {
    let here = (0,schema/* policySchema */.w)();
    for (const step of path) {
        here = here === undefined ? undefined : bare(here);
        if (here === undefined)
            return undefined;
        const { shape, valueType, element } = here._zod.def;
        const inner = shape === undefined ? (valueType ?? element) : Object.hasOwn(shape, step) ? shape[step] : undefined;
        here = inner;
    }
    return here;
}
/** Without "optional" and "null"; of alternatives the one with keys. */
function bare(schema) {
    const { innerType, options } = schema._zod.def;
    if (innerType !== undefined)
        return bare(innerType);
    const mapping = options?.find(option => bare(option)._zod.def.shape !== undefined);
    return mapping === undefined ? schema : bare(mapping);
}
function shapeOf(schema) {
    return bare(schema)._zod.def.shape;
}
function typeName(issue) {
    const names = {
        object: 'a mapping',
        record: 'a mapping',
        array: "a list, such as ['a', 'b']",
        boolean: 'true or false',
        number: 'a whole number',
        int: 'a whole number',
    };
    return names[issue.expected] ?? issue.message;
}
/** One word where a list is expected is meant as a list of it. */
function asList(issue, tree, path) {
    const value = plainScalar((0,policy_node/* nodeAt */.oB)(tree, path));
    const isWord = issue.expected === 'array' && typeof value === 'string' && !/['\n]/.test(value);
    return isWord ? `${path.at(-1)}: ['${shorten(value)}']` : undefined;
}
function bound(issue) {
    const number = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
    const word = issue.code === 'too_small' ? 'at least' : 'at most';
    return `expected ${word} ${number}${issue.origin === 'array' ? ' in the list' : issue.origin === 'string' ? ' characters' : ''}`;
}
const examples = {
    id: 'id: CVE-2026-0001',
    reason: 'reason: unreachable   # or not-installed, mitigated',
    owner: "owner: '@team-a'",
    until: 'until: 2027-01-31',
};
function exampleOf(path) {
    return examples[String(path.at(-1))];
}
/** The nearest word, or one that is cut short or spun out: `warning` for `warn`. */
function wordMeant(value, words) {
    const text = String(value ?? '').toLowerCase();
    // Of one letter or digit, every other is near.
    if (text.length < 2)
        return undefined;
    return (0,nearest/* nearest */.pA)(text, words) ?? words.find(word => word.startsWith(text) || text.startsWith(word));
}
function plainScalar(node) {
    return node?.kind === 'scalar' ? node.value : undefined;
}
function shown(node) {
    if (node === undefined)
        return 'nothing';
    if (node.kind !== 'scalar')
        return node.kind === 'list' ? 'a list' : 'a mapping';
    if (node.value === null)
        return 'nothing (null)';
    return typeof node.value === 'string' ? `'${shorten(node.value)}'` : `${typeof node.value} ${node.value}`;
}
function shorten(text) {
    return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
/** On one line and of a bearable length, whatever the file quotes. */
function visible(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    return text.slice(0, 1000).replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
}
function orList(words) {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

// EXTERNAL MODULE: ./lib/policy/loaded.js + 1 modules
var loaded = __webpack_require__(2325);
// EXTERNAL MODULE: ./lib/policy/duration.js
var duration = __webpack_require__(4464);
// EXTERNAL MODULE: ./lib/policy/pattern.js
var pattern = __webpack_require__(1452);
;// CONCATENATED MODULE: ./lib/policy/tighten.js


/** `*` stands for a free name. Paths that are not here cannot be locked. */
const tightenings = {
    images: narrowed(),
    'aliases.*': { may: 'be added to', holds: (before, after) => before === undefined || before === after },
    'classes.*.on': unchanged(),
    'classes.*.tags': unchanged(),
    'classes.*.expires': {
        may: 'be later',
        holds: (before, after) => lifetime(after) >= lifetime(before) && same(before, after, 'superseded'),
    },
    'classes.*.keep.newest': larger(0),
    'classes.*.keep.per': upwards('repository', 'major', 'minor'),
    'classes.*.immutable': upwards(false, true),
    'classes.*.sign': upwards('optional', 'required'),
    'classes.*.require-labels': grown(),
    'classes.*.prereleases': unchanged(),
    'classes.*.ends': unchanged(),
    'classes.*.after': longer(),
    forbid: grown(),
    unknown: upwards('warn', 'deny'),
    'labels.required': grown(),
    'labels.quay': unchanged(),
    'base.allow': narrowed(),
    'base.pin': level(),
    'base.eol': level(),
    'base.eol-file': unchanged(),
    'lint.engines': grown(),
    'lint.fail-on': upwards('error', 'warning', 'info'),
    'lint.rules.*': upwards('off', 'info', 'warning', 'error'),
    'scan.fail-tiers': grown(),
    'scan.max-db-age': shorter(),
    'scan.grace': shorter(),
    'scan.secrets': upwards('off', 'critical', 'high', 'medium', 'low'),
    'scan.misconfig': upwards('off', 'critical', 'high', 'medium', 'low'),
    'scan.licences': grown(),
    'scan.kev-file': unchanged(),
    'scan.exceptions.max-days': smaller(),
    'scan.exceptions.items': {
        may: 'lose exceptions or end them earlier',
        holds: (before, after) => list(after).every(item => list(before).some(known => endsNoLater(known, item))),
    },
    'layers.leftovers': level(),
    'layers.dive-ci': unchanged(),
    'sign.format': { may: "become 'both'", holds: (before, after) => before === after || after === 'both' },
    'sign.children': upwards(false, true),
    'sign.log': {
        may: "be set where it was 'none'",
        holds: (before, after) => before === after || before === 'none',
    },
    'sign.key': unchanged(),
    'sign.identity': unchanged(),
    'sign.issuer': unchanged(),
    'sign.attest': upwards(false, true),
    'in-use.required': grown(),
    'in-use.max-age': shorter(),
    'cleanup.clock': upwards('created', 'push', 'label'),
    'cleanup.min-age': longer(),
    'cleanup.untagged.expires': longer(),
    'cleanup.limits.deletions': smaller(),
    'cleanup.limits.share': { may: 'be smaller', holds: (before, after) => percent(after) <= percent(before) },
    'cleanup.max-plan-age': shorter(),
    'cleanup.require-review': upwards(false, true),
    'cleanup.untag': shrunk(),
    'cleanup.plain-http': shrunk(),
    'cleanup.plan-file': unchanged(),
    'cleanup.pull-request.branch': unchanged(),
    'cleanup.pull-request.labels': grown(),
    'cleanup.pull-request.reviewers': grown(),
    'cleanup.pull-request.assignees': grown(),
    'cleanup.pull-request.draft': unchanged(),
    'cleanup.pull-request.quiet-after-close': longer(),
};
function unchanged() {
    return { may: 'stay as it is', holds: (before, after) => JSON.stringify(before) === JSON.stringify(after) };
}
/** From loose to tight. Where nothing was set, only the tightest is known to be no looser. */
function upwards(...steps) {
    const rank = (value) => (value === undefined ? steps.length - 1 : steps.indexOf(value));
    return { may: `go up in: ${steps.join(', ')}`, holds: (before, after) => rank(after) >= rank(before) };
}
function level() {
    return upwards('off', 'info', 'warn', 'error');
}
function longer() {
    return { may: 'be longer', holds: (before, after) => lifetime(after) >= lifetime(before) };
}
function shorter() {
    return {
        may: 'be shorter',
        holds: (before, after) => before === undefined || lifetime(after) <= lifetime(before),
    };
}
function larger(least) {
    return { may: 'be larger', holds: (before, after) => Number(after) >= Number(before ?? least) };
}
function smaller() {
    return { may: 'be smaller', holds: (before, after) => Number(after) <= Number(before) };
}
function grown() {
    return {
        may: 'be added to',
        holds: (before, after) => list(before).every(item => list(after).includes(item)),
    };
}
function shrunk() {
    return {
        may: 'lose items',
        holds: (before, after) => list(after).every(item => list(before).includes(item)),
    };
}
function narrowed() {
    return {
        may: 'be narrower',
        holds: (before, after) => list(after).every(inner => list(before).some(outer => (0,pattern/* covers */.h)(String(outer), String(inner)))),
    };
}
/** In seconds; never is for ever. `superseded` compares with itself only, see `same`. */
function lifetime(value) {
    if (value === 'never')
        return Number.POSITIVE_INFINITY;
    const length = (0,duration/* parseDuration */.E9)(String(value ?? '0d'));
    return typeof length === 'number' ? length : 0;
}
function same(before, after, special) {
    return before === after || (before !== special && after !== special) || after === 'never';
}
function percent(value) {
    return Number(String(value).replace('%', ''));
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
function endsNoLater(known, item) {
    const { until: end = '', ...one } = { ...known };
    const { until = '', ...other } = { ...item };
    return until <= end && sorted(one) === sorted(other);
}
function sorted(object) {
    return JSON.stringify(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}

;// CONCATENATED MODULE: ./lib/policy/lock.js





/** The locks a file sets for those that extend it. */
function locksOf(tree) {
    const node = (0,policy_node/* nodeAt */.oB)(tree, ['lock']);
    if (node?.kind !== 'list')
        return { locks: [], faults: [] };
    const locks = [];
    const faults = [];
    node.items.forEach((item, index) => {
        const text = String((0,policy_node/* plain */.pj)(item));
        const path = text.split('.');
        if (isLegalPath(path) && isLockable(path)) {
            locks.push({ path, at: item.at });
        }
        else {
            const meant = (0,nearest/* nearest */.pA)(text, lockablePaths());
            faults.push(faultAt(tree, ['lock', index], `'lock.${index}': '${text.slice(0, 80)}' is no path that can be locked`, (0,nearest/* didYouMean */.au)(meant)));
        }
    });
    return { locks, faults };
}
/** Every place where `later` is looser than `earlier` at a locked path. */
function loosened(earlier, later, locks) {
    return (0,policy_node/* leavesOf */.wf)(later).flatMap(([path, leaf]) => {
        const lock = locks.find(({ path: locked }) => overlap(locked, path));
        // An empty mapping changes nothing.
        if (lock === undefined || path.length === 0 || leaf.kind === 'map')
            return [];
        const before = valueAt(earlier, path);
        const after = (0,policy_node/* plain */.pj)(leaf);
        if (JSON.stringify(before) === JSON.stringify(after))
            return [];
        const rule = tighteningOf(path);
        const newRow = path[0] === 'classes' && (0,policy_node/* nodeAt */.oB)(earlier, path.slice(0, 2)) === undefined;
        if (!newRow && rule?.holds(before, after))
            return [];
        const where = lock.at === undefined ? '' : ` by ${(0,finding/* formatLocation */.j$)(lock.at)}`;
        const value = (0,policy_node/* placeOf */.$t)(earlier, path);
        const from = value === undefined ? 'its default' : (0,finding/* formatLocation */.j$)(value);
        const may = newRow
            ? 'not get further rows'
            : `only ${rule?.may ?? 'be tightened key by key, not replaced'}`;
        const name = (0,policy_node/* formatPath */.jV)(path);
        return [
            faultAt(later, path, `'${name}' is locked as '${(0,policy_node/* formatPath */.jV)(lock.path)}'${where} and may ${may}: it was ${lock_shown(before)} (${from}), here it is ${lock_shown(after)}`, newRow || before === undefined ? `remove '${name}' here` : `${path.at(-1)}: ${lock_shown(before)}`),
        ];
    });
}
/** A lock binds what is below it, and whoever replaces what it stands in. */
function overlap(locked, path) {
    return locked.every((step, index) => path[index] === undefined || path[index] === step);
}
function valueAt(tree, path) {
    const node = (0,policy_node/* nodeAt */.oB)(tree, path);
    if (node !== undefined)
        return (0,policy_node/* plain */.pj)(node);
    if (path[0] !== 'classes')
        return undefined;
    if (path[2] === 'keep' && path[3] === 'per')
        return defaults/* keepDefaults */.cE.per;
    const key = path[2];
    return path.length === 3 && Object.hasOwn(defaults/* classDefaults */.xI, key) ? defaults/* classDefaults */.xI[key] : undefined;
}
function tighteningOf(path) {
    const free = path[0] === 'classes' || path[0] === 'aliases' ? 1 : path[0] === 'lint' && path[1] === 'rules' ? 2 : -1;
    return tightenings[path.map((step, index) => (index === free ? '*' : step)).join('.')];
}
function isLockable(path) {
    return Object.keys(tightenings).some(known => {
        const steps = known.split('.');
        return (path.length <= steps.length &&
            path.every((step, index) => steps[index] === step || steps[index] === '*'));
    });
}
function lockablePaths() {
    const whole = Object.keys(tightenings).flatMap(path => {
        const steps = path.split('.');
        return steps.map((_, index) => steps.slice(0, index + 1).join('.'));
    });
    return [...new Set(whole)].filter(path => !path.includes('*'));
}
function lock_shown(value) {
    const text = value === undefined ? 'not set' : JSON.stringify(value);
    return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

// EXTERNAL MODULE: ./lib/policy/merge.js
var merge = __webpack_require__(9014);
// EXTERNAL MODULE: ./lib/policy/template.js + 1 modules
var policy_template = __webpack_require__(1442);
;// CONCATENATED MODULE: ./lib/policy/sound.js



/** Faults of rows of `classes`. Rows in `doubtful` already have some and are passed over. */
function unsound(tree, doubtful) {
    const classes = (0,policy_node/* nodeAt */.oB)(tree, ['classes']);
    const rows = classes?.kind === 'map' ? [...classes.entries] : [];
    return [
        ...rows.flatMap(([name, { node }]) => {
            const path = ['classes', name];
            if (node.kind !== 'map' || doubtful(path))
                return [];
            return rowFaults(tree, path, (0,policy_node/* plain */.pj)(node));
        }),
        ...unexplained(tree, doubtful),
    ];
}
/** That something stands in the way of an exploit is no reason until it is said what does: OpenVEX wants it too. */
function unexplained(tree, doubtful) {
    const above = ['scan', 'exceptions', 'items'];
    const items = (0,policy_node/* nodeAt */.oB)(tree, above);
    if (items?.kind !== 'list')
        return [];
    return items.items.flatMap((node, index) => {
        const path = [...above, index];
        if (node.kind !== 'map' || doubtful(path))
            return [];
        const { reason, statement } = (0,policy_node/* plain */.pj)(node);
        if (reason !== 'mitigated' || statement !== undefined)
            return [];
        const message = `'${(0,policy_node/* formatPath */.jV)([...path, 'statement'])}' is missing: mitigated by what?`;
        return [faultAt(tree, [...path, 'statement'], message, 'statement: no shell in the image, runs as 10001')];
    });
}
function rowFaults(tree, path, row) {
    const say = (key, message, fix) => faultAt(tree, [...path, key], `'${(0,policy_node/* formatPath */.jV)([...path, key])}' ${message}`, fix);
    if (row['tags'] === undefined)
        return [say('tags', 'is missing: how are such images named?', "tags: ['name-{sha}']")];
    if (row['expires'] === undefined) {
        return [say('expires', "is missing: 'never', a duration or 'superseded'", 'expires: 14d')];
    }
    const prereleases = row['prereleases'] === 'deny' ? 'deny' : 'allow';
    const templates = row['tags'].flatMap(text => {
        const template = (0,policy_template/* compileTemplate */.G)(text, { prereleases });
        return 'fault' in template ? [] : [template];
    });
    const placeholders = new Set(templates.flatMap(template => template.placeholders));
    const keep = row['keep'];
    return [
        ...(row['expires'] === 'superseded' && keep === undefined
            ? [say('expires', "is 'superseded', which needs a 'keep' to be superseded in", 'keep: { newest: 10 }')]
            : []),
        ...(keep !== undefined && keep['newest'] === undefined
            ? [say('keep', 'does not say how many', 'keep: { newest: 10 }')]
            : []),
        ...(keep !== undefined &&
            keep['per'] !== undefined &&
            keep['per'] !== 'repository' &&
            !placeholders.has('semver')
            ? [say('keep', `counts per ${keep['per']}, which needs {semver} in 'tags'`, 'per: repository')]
            : []),
        ...(row['prereleases'] !== undefined && !placeholders.has('semver')
            ? [say('prereleases', "speaks about {semver}, which is not in 'tags'", `remove 'prereleases'`)]
            : []),
        ...(row['ends'] !== undefined && row['after'] === undefined
            ? [say('ends', "needs 'after': how long after the pull request was closed", 'after: 1d')]
            : []),
        ...(row['after'] !== undefined && row['ends'] === undefined
            ? [say('after', "needs 'ends'", 'ends: closed')]
            : []),
        ...(row['ends'] !== undefined && !placeholders.has('number') && !placeholders.has('branch')
            ? [
                say('ends', "needs {number} or {branch} in 'tags', to know whose end it is", "tags: ['pr-{number}']"),
            ]
            : []),
        ...(makes(row['on'], templates)
            ? []
            : [
                say('on', `is ${row['on']}, but no template of 'tags' can name what such an event builds`, sound_exampleOf(row['on'])),
            ]),
    ];
}
/**
 * A git tag is a name already. Other events need one template that can be made of the facts they have, so the facts
 * here are as full as they can be.
 */
function makes(event, templates) {
    if (event !== 'push' && event !== 'pull-request')
        return true;
    const facts = { sha: '0'.repeat(40), date: 0, branch: 'main' };
    const all = event === 'pull-request' ? { ...facts, number: 1 } : facts;
    return templates.some(template => typeof template.make(all) === 'string');
}
function sound_exampleOf(event) {
    return `tags: ['${event === 'push' ? 'commit-{sha}' : 'pr-{number}'}']`;
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/policy/tree.js

// A policy file may come from anybody: everything here is bounded before it is built.
const longestFile = 1024 * 1024;
/** The lexer is linear and lazy, the parser is not: what has more tokens than any real policy is never parsed. */
const mostTokens = 100_000;
const deepest = 32;
const mostNodes = 50_000;
/** The file as a tree that knows where everything stands, or why it is none. Never both silent and empty. */
function readTree(file, text) {
    const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
    const start = { file, line: 1, column: 1 };
    const tooMuch = sizeFault(body);
    if (tooMuch !== undefined)
        return { tree: undefined, faults: [fault(tooMuch, start)] };
    const lines = new dist.LineCounter();
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const document = (0,dist.parseDocument)(body, {
        version: '1.2',
        schema: 'core',
        merge: false,
        stringKeys: true,
        // Ours is linear and names both places.
        uniqueKeys: false,
        prettyErrors: false,
        // With 'silent' it would not tell of a second document.
        logLevel: 'error',
        lineCounter: lines,
    });
    const wrong = [...document.errors, ...document.warnings];
    if (wrong.length > 0) {
        const shown = wrong
            .slice(0, 20)
            .map(({ code, message, pos }) => fault(yamlFault(code, message), at(pos[0])));
        return { tree: undefined, faults: shown };
    }
    return build(document, at, start);
}
function sizeFault(text) {
    // Each UTF-16 unit is one to three bytes of UTF-8, so this asks only where it is close.
    if (text.length > longestFile || (text.length * 3 > longestFile && bytesOf(text) > longestFile)) {
        return 'the policy is larger than 1 MiB';
    }
    let tokens = 0;
    let flow = 0;
    let indicators = 0;
    for (const token of new dist/* Lexer */.JG().lex(text)) {
        if (++tokens > mostTokens)
            return `the policy has more than ${mostTokens} YAML tokens`;
        if (token === '[' || token === '{')
            flow++;
        else if (token === ']' || token === '}')
            flow--;
        else if (token === '-' || token === '?' || token === ':')
            indicators++;
        else if (token === ',' || token.includes('\n'))
            indicators = 0;
        if (flow > deepest || indicators > deepest)
            return `the policy is nested deeper than ${deepest} levels`;
    }
    return undefined;
}
function bytesOf(text) {
    let bytes = 0;
    for (const character of text) {
        const code = character.codePointAt(0);
        bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    }
    return bytes;
}
const tagFault = "YAML tags ('!…') have no meaning in a policy";
function yamlFault(code, message) {
    switch (code) {
        case 'MULTIPLE_DOCS':
            return 'a policy is one YAML document; a second one starts here';
        case 'TAB_AS_INDENT':
            return 'YAML is indented by spaces; a tab stands here';
        case 'NON_STRING_KEY':
            return 'a key is a plain word, not a list or a mapping';
        case 'TAG_RESOLVE_FAILED':
            return tagFault;
        default:
            // The parser's own words may quote the file.
            return `this is no YAML: ${harmless(message.split('\n', 1)[0])}`;
    }
}
function harmless(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ').slice(0, 200);
}
function build(document, at, start) {
    const faults = [];
    // An alias means the last anchor of its name before it.
    const anchors = new Map();
    let unfolding = 0;
    let nodes = 0;
    let full = false;
    function unfold(name, here, depth) {
        const target = anchors.get(name);
        if (target === undefined) {
            faults.push(fault(`'*${harmless(name)}' has no anchor before it`, here));
            return nothing(here);
        }
        unfolding++;
        const node = convert(target, here, depth + 1);
        unfolding--;
        return node;
    }
    function convert(node, place, depth) {
        const here = node?.range == null ? place : at(node.range[0]);
        if (++nodes > mostNodes || depth > deepest) {
            if (!full) {
                const what = depth > deepest ? `is nested deeper than ${deepest} levels` : `has more than ${mostNodes} values`;
                faults.push(fault(`the policy ${what}, its aliases unfolded`, here));
            }
            full = true;
            return nothing(here);
        }
        if ((0,dist/* isNode */.Ll)(node) && !(0,dist/* isAlias */.Vj)(node) && node.tag !== undefined)
            faults.push(fault(tagFault, here));
        if ((0,dist/* isAlias */.Vj)(node))
            return unfold(node.source, here, depth);
        if (unfolding === 0 && (0,dist/* isNode */.Ll)(node) && node.anchor !== undefined)
            anchors.set(node.anchor, node);
        if ((0,dist/* isSeq */.oP)(node)) {
            return {
                kind: 'list',
                at: here,
                items: node.items.map(item => full ? nothing(here) : convert(item, here, depth + 1)),
            };
        }
        if (!(0,dist.isMap)(node))
            return { kind: 'scalar', at: here, value: (0,dist.isScalar)(node) ? scalarOf(node.value) : null };
        const entries = new Map();
        for (const pair of node.items) {
            if (full)
                break;
            const key = pair.key;
            const keyAt = key?.range == null ? here : at(key.range[0]);
            const name = (0,dist.isScalar)(key) ? String(key.value) : '';
            const before = entries.get(name);
            if (name === '__proto__') {
                faults.push(fault("nothing in a policy is called '__proto__'", keyAt));
            }
            else if (before !== undefined) {
                faults.push(fault(`'${harmless(name)}' stands here twice; the first is on line ${before.at.line}`, keyAt));
            }
            else {
                entries.set(name, { at: keyAt, node: convert(pair.value, keyAt, depth + 1) });
            }
        }
        return { kind: 'map', at: here, entries };
    }
    const contents = document.contents;
    if (contents === null || ((0,dist.isScalar)(contents) && contents.value === null)) {
        return { tree: { kind: 'map', at: start, entries: new Map() }, faults };
    }
    const tree = convert(contents, start, 0);
    return full ? { tree: undefined, faults } : { tree, faults };
}
function nothing(at) {
    return { kind: 'scalar', at, value: null };
}
function scalarOf(value) {
    if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
        return value;
    return value === null || value === undefined ? null : String(value);
}
function fault(message, location) {
    return { rule: 'bad-policy', severity: 'error', message, location };
}

;// CONCATENATED MODULE: ./lib/policy/parse.js










/** Reads one file by itself; what is wrong with it is kept and said when the policy is put together. */
function readPolicyFile(file, text) {
    const { tree, faults } = readTree(file, text);
    const found = faults.map(finding => ({ path: [], finding }));
    if (tree === undefined)
        return { file, extends: [], tree, faults: found };
    const checked = (0,schema/* policySchema */.w)().safeParse((0,policy_node/* plain */.pj)(tree));
    const all = [...found, ...(checked.success ? [] : faultsOf(checked.error.issues, tree))];
    // What is wrong already is taken out, so that the rest can still be judged.
    const sound = (0,merge/* without */.F)(tree, all.map(fault => fault.path).filter(path => path.length > 0));
    const sources = (0,policy_node/* nodeAt */.oB)(sound, ['extends']);
    return {
        file,
        extends: sources?.kind === 'list' ? sources.items.map(item => ({ text: String((0,policy_node/* plain */.pj)(item)), at: item.at })) : [],
        tree: sound.kind === 'map' ? sound : undefined,
        faults: all,
    };
}
/**
 * The effective policy of files in the order in which they win: defaults of others first, the repository's own
 * last. Throws `bad-policy` with every fault of every file at once.
 * @param sha256 64 hex digits of a text
 */
function assemblePolicy(files, sha256) {
    const faults = files.flatMap(file => file.faults);
    let tree = (0,policy_node/* placeless */.vx)(defaults/* defaults */.NT);
    let locks = [];
    const unreadable = files.some(file => file.tree === undefined);
    for (const { tree: own } of files) {
        if (own === undefined || unreadable)
            continue;
        faults.push(...loosened(tree, own, locks));
        const more = locksOf(own);
        locks = [...locks, ...more.locks];
        faults.push(...more.faults);
        tree = (0,merge/* mergePolicies */.$)(tree, own);
    }
    if (!unreadable)
        faults.push(...unsound(tree, path => faults.some(fault => touches(fault.path, path))));
    if (faults.length > 0)
        throw refusal(faults.map(fault => fault.finding).sort(finding/* compareFindings */.Eg));
    return (0,loaded/* loadedFrom */.Q)(tree, files.map(file => file.file), sha256);
}
/** `readPolicyFile` and `assemblePolicy` in one, for texts whose `extends` are already resolved. */
function parsePolicy(files, sha256) {
    return assemblePolicy(files.map(({ file, text }) => readPolicyFile(file, text)), sha256);
}
function touches(fault, path) {
    return fault.length > 0 && path.every((step, index) => fault[index] === undefined || fault[index] === step);
}
/** More than this many at once helps nobody. */
const mostFindings = 100;
function refusal(findings) {
    const [first] = findings;
    const rest = findings.length - mostFindings;
    const shown = rest > 0
        ? [
            ...findings.slice(0, mostFindings),
            {
                rule: 'bad-policy',
                severity: 'error',
                message: `and ${rest} more faults of the policy`,
            },
        ]
        : findings;
    return new error/* HygieneError */.c('bad-policy', first.message, {
        fix: first.fix,
        location: first.location,
        findings: shown,
    });
}


/***/ })

};
;