"use strict";
exports.id = 483;
exports.ids = [483];
exports.modules = {

/***/ 1074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ parseDescriptor),
/* harmony export */   Fm: () => (/* binding */ manifestTypes),
/* harmony export */   KX: () => (/* binding */ parseAnnotations),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   oU: () => (/* binding */ largestManifest)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7241);

/** What a client says it can read: without an index type some registries answer 404 for an index that is there. */
const manifestTypes = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
/** The most that is read as a manifest, in bytes; registries of the field refuse to store more. */
const largestManifest = 4 * 1024 * 1024;
const kinds = new Map([
    [manifestTypes[0], 'index'],
    [manifestTypes[1], 'image'],
    [manifestTypes[2], 'index'],
    [manifestTypes[3], 'image'],
]);
const generic = new Set(['', 'application/json', 'application/octet-stream', 'text/plain']);
/** The fields that say what an image is made of, by their names in lower case. */
const structure = new Map(['mediaType', 'manifests', 'layers', 'config', 'subject', 'artifactType', 'annotations'].map(name => [
    name.toLowerCase(),
    name,
]));
const onceInImages = ['"config"', '"layers"', '"subject"'];
const onceInIndexes = ['"manifests"', '"subject"'];
/**
 * Reads what somebody else wrote. Only a body that two readers cannot understand differently is an image or an index;
 * any other JSON object is `unknown`, which keeps itself and every digest in its bytes. No JSON object: a fault.
 * @param contentType the registry's word, parameters allowed
 * @param digest of `bytes`, computed by the caller
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md
 */
function parseManifest(bytes, contentType, digest) {
    if (bytes.length > largestManifest)
        return { fault: `is larger than ${largestManifest} bytes` };
    const text = decoder.decode(bytes);
    const body = parseObject(text);
    if (body === undefined)
        return { fault: 'is no JSON object' };
    const mediaType = typeof body['mediaType'] === 'string' ? body['mediaType'] : typeOf(contentType);
    const kind = kinds.get(mediaType);
    const known = kind !== undefined && !isAmbiguous(body, text, typeOf(contentType), mediaType, kind);
    const parts = known ? partsOf(body, kind) : undefined;
    const artifactType = typeof body['artifactType'] === 'string' ? { artifactType: body['artifactType'] } : none;
    return {
        digest,
        mediaType,
        kind: parts === undefined ? 'unknown' : kind,
        size: bytes.length,
        annotations: parseAnnotations(body['annotations']),
        ...(parts ?? { children: empty, layers: empty }),
        ...artifactType,
        mentions: parts === undefined ? mentionsOf(text, body) : empty,
    };
}
const decoder = new TextDecoder();
const empty = Object.freeze([]);
const none = Object.freeze({});
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return isObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function typeOf(contentType) {
    const end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
}
/**
 * Two types, two lists, a list given twice or spelled in another case (Go reads `Manifests` as `manifests`):
 * registries, runtimes and we might each see another image.
 * @see https://github.com/opencontainers/distribution-spec/security/advisories/GHSA-mc8v-mgrf-8f4m
 */
function isAmbiguous(body, text, header, mediaType, kind) {
    if (header !== mediaType && !generic.has(header))
        return true;
    if (kind === 'image' ? 'manifests' in body : 'layers' in body || 'config' in body)
        return true;
    for (const key in body)
        if ((structure.get(key.toLowerCase()) ?? key) !== key)
            return true;
    for (const name of kind === 'image' ? onceInImages : onceInIndexes) {
        const first = text.indexOf(name);
        if (first >= 0 && text.indexOf(name, first + 1) >= 0)
            return true;
    }
    return false;
}
/** Undefined as soon as one descriptor cannot be read. */
function partsOf(body, kind) {
    const subject = body['subject'] == null ? null : parseDescriptor(body['subject']);
    const list = parseDescriptors(body[kind === 'image' ? 'layers' : 'manifests']);
    if (subject === undefined || list === undefined)
        return undefined;
    const referring = subject === null ? none : { subject: subject.digest };
    if (kind === 'index')
        return { children: list, layers: empty, ...referring };
    const config = parseDescriptor(body['config']);
    return config === undefined ? undefined : { children: empty, layers: list, config, ...referring };
}
function parseDescriptors(value) {
    if (!Array.isArray(value))
        return undefined;
    const result = [];
    for (const item of value) {
        const descriptor = parseDescriptor(item);
        if (descriptor === undefined)
            return undefined;
        result.push(descriptor);
    }
    return result;
}
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md */
function parseDescriptor(value) {
    if (!isObject(value))
        return undefined;
    const { digest, mediaType, size, artifactType } = value;
    if (typeof digest !== 'string' || !(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .B)(digest) || typeof mediaType !== 'string')
        return undefined;
    const descriptor = {
        mediaType,
        digest,
        size: typeof size === 'number' && Number.isSafeInteger(size) && size > 0 ? size : 0,
        annotations: parseAnnotations(value['annotations']),
    };
    const platform = parsePlatform(value['platform']);
    if (platform === undefined && typeof artifactType !== 'string')
        return descriptor;
    return {
        ...descriptor,
        ...(platform === undefined ? none : { platform }),
        ...(typeof artifactType === 'string' ? { artifactType } : none),
    };
}
function parsePlatform(value) {
    if (!isObject(value))
        return undefined;
    const { os, architecture, variant } = value;
    if (typeof os !== 'string' || typeof architecture !== 'string')
        return undefined;
    return { os, architecture, ...(typeof variant === 'string' ? { variant } : {}) };
}
/** Objects without inherited properties. `Object.create(null)` would do too, but takes several times the memory. */
const Texts = function Texts() { };
Texts.prototype = Object.create(null);
const noAnnotations = Object.freeze(new Texts());
/**
 * Without a prototype's keys, so that no key means more than it says. A value that should have been text becomes its
 * JSON: `expire_at: 4102444800` was meant to say something, and dropping it could let an image go.
 */
function parseAnnotations(value) {
    if (!isObject(value))
        return noAnnotations;
    const result = new Texts();
    for (const key of Object.keys(value)) {
        const item = value[key];
        if (item != null)
            result[key] = typeof item === 'string' ? item : shallowText(item);
    }
    return result;
}
function shallowText(value) {
    return typeof value === 'object' ? '{}' : String(value);
}
/** As written, and as read: `sha256:\u0061…` in JSON is a digest too. Without recursion: nesting is the writer's choice. */
function mentionsOf(text, body) {
    const texts = [text];
    const open = [body];
    while (open.length > 0) {
        const value = open.pop();
        if (typeof value === 'string') {
            if (value.length >= shortestDigest)
                texts.push(value);
        }
        else if (typeof value === 'object' && value !== null) {
            for (const [key, item] of Object.entries(value))
                open.push(key, item);
        }
    }
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestsIn */ .V)(texts.join('\n'));
}
const shortestDigest = 'sha256:'.length + 64;


/***/ }),

/***/ 9709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ stemOf),
/* harmony export */   t: () => (/* binding */ parseMetadataTag)
/* harmony export */ });
const grammar = /^(sha(?:256|512)-[0-9a-f]{64})([.-].*)?$/;
function parseMetadataTag(tag) {
    // Nearly every tag of a registry is asked about.
    if (!tag.startsWith('sha'))
        return undefined;
    const match = grammar.exec(tag);
    if (match === null)
        return undefined;
    return { stem: match[1], fallback: match[2] === undefined };
}
/** What the metadata tags of a digest start with. Digits beyond 64 are cut, as the tag schema has it. */
function stemOf(digest) {
    return `${digest.slice(0, 6)}-${digest.slice(7, 71)}`;
}


/***/ }),

/***/ 2666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L8: () => (/* binding */ classify),
/* harmony export */   Zp: () => (/* binding */ matchesForbidden),
/* harmony export */   mo: () => (/* binding */ isMetadataTag),
/* harmony export */   wu: () => (/* binding */ classTemplates)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9709);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3166);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1442);



/**
 * Every class that a tag belongs to, in the order of the policy; empty: a tag of no class, or a metadata tag.
 * A tag of several classes goes only if all of them let it go.
 */
function classify(tag, policy) {
    if (isMetadataTag(tag))
        return [];
    const templates = templatesOf(policy);
    const named = templates.flatMap(row => matchOf(tag, row, false));
    return named.length > 0 ? named : templates.flatMap(row => matchOf(tag, row, true));
}
/** One grammar with the graph: what a referrer's tag may look like is decided in one place. */
function isMetadataTag(tag) {
    return (0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseMetadataTag */ .t)(tag) !== undefined;
}
/** The row of `forbid` that a tag falls under. */
function matchesForbidden(tag, policy) {
    const index = forbiddenOf(policy).findIndex(template => template.match(tag) !== undefined);
    const template = policy.forbid[index];
    return template === undefined ? undefined : { template, path: `forbid.${index}` };
}
/** The templates of one class, compiled under its rule on prereleases. */
function classTemplates(policy, name) {
    return templatesOf(policy).find(row => row.class === name)?.templates ?? [];
}
function matchOf(tag, row, rest) {
    for (const template of row.templates) {
        if (template.rest !== rest)
            continue;
        const captured = template.match(tag);
        if (captured === undefined)
            continue;
        return [{ class: row.class, rule: row.rule, template: template.text, captured }];
    }
    return [];
}
// Compiled once per policy: a registry has a hundred thousand tags.
const compiledClasses = new WeakMap();
const compiledForbid = new WeakMap();
function templatesOf(policy) {
    const known = compiledClasses.get(policy);
    if (known !== undefined)
        return known;
    const rows = Object.entries(policy.classes).map(([name, rule]) => ({
        class: name,
        rule,
        templates: rule.tags.map(text => sound(text, rule.prereleases)),
    }));
    compiledClasses.set(policy, rows);
    return rows;
}
function forbiddenOf(policy) {
    const known = compiledForbid.get(policy);
    if (known !== undefined)
        return known;
    const templates = policy.forbid.map(text => sound(text, 'allow'));
    compiledForbid.set(policy, templates);
    return templates;
}
/** A parsed policy has no bad template; one built by hand may. */
function sound(text, prereleases) {
    const template = (0,_template_js__WEBPACK_IMPORTED_MODULE_1__/* .compileTemplate */ .G)(text, { prereleases });
    if ('fault' in template) {
        throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_2__/* .HygieneError */ .c('bad-policy', `tag template '${text}': ${template.fault}`, { fix: template.fix });
    }
    return template;
}


/***/ }),

/***/ 3775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Km: () => (/* binding */ slugMarks),
/* harmony export */   MC: () => (/* binding */ marksIn),
/* harmony export */   tF: () => (/* binding */ slugOf)
/* harmony export */ });
/**
 * A branch's name as part of a tag, at most `room` characters: what no tag may hold becomes `-`, case is kept.
 * A name that had to be cut, or of which nothing is left, ends in eight hex digits of its hash, so that two long
 * branches with one beginning stay two tags, and the same branch always gets the same one.
 */
function slugOf(branch, room) {
    const slug = branch
        .slice(0, longestName)
        .replace(/[^A-Za-z0-9._-]+/g, '-')
        .replace(/^[.-]+/, '')
        .replace(/-+$/, '');
    if (slug !== '' && slug.length <= room)
        return slug;
    const kept = slug.slice(0, Math.max(0, room - 9)).replace(/-+$/, '');
    return `${kept}${kept === '' ? '' : '-'}${hashOf(branch)}`.slice(0, Math.max(0, room));
}
function slugMarks(branch) {
    return { whole: slugOf(branch, longestName), hash: hashOf(branch) };
}
/** What to look for among the marks of branches to find the one that a slug was made of: itself, or its hash. */
function marksIn(slug) {
    return [slug, slug.slice(-8)];
}
/** Git's own names are shorter; whatever is longer is told apart by its hash. */
const longestName = 4096;
/** FNV-1a, 32 bits: to tell names apart, not to prove anything. */
function hashOf(text) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < text.length; at++) {
        hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
}


/***/ }),

/***/ 1442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ compileTemplate)
});

// EXTERNAL MODULE: ./lib/image/reference.js
var reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/outcome/nearest.js
var nearest = __webpack_require__(6278);
// EXTERNAL MODULE: ./lib/policy/slug.js
var slug = __webpack_require__(3775);
// EXTERNAL MODULE: ./lib/policy/version.js
var version = __webpack_require__(1978);
;// CONCATENATED MODULE: ./lib/policy/placeholder.js


const numeric = '(?:0|[1-9][0-9]*)';
const identifier = '[0-9A-Za-z-]+';
const prereleaseId = '(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)';
const core = `${numeric}\\.${numeric}\\.${numeric}`;
const prerelease = `(?:-${prereleaseId}(?:\\.${prereleaseId})*)?`;
const build = `(?:_${identifier}(?:\\.${identifier})*)?`;
function semver(prereleases) {
    return {
        name: 'semver',
        pattern: prereleases === 'allow' ? core + prerelease + build : core + build,
        needs: 'a SemVer version (a git tag such as v1.2.0)',
        ends: (text, start) => (0,version/* versionEnds */.Hn)(text, start, prereleases),
        capture: text => ({ semver: (0,version/* versionFromTag */.bp)(text) }),
        write: facts => (facts.semver === undefined ? undefined : (0,version/* versionToTag */.KN)(facts.semver)),
    };
}
/** `{semver.major}` of 1.2.3 is `1`, `{semver.minor}` is `2`. */
function semverPart(part) {
    return {
        name: `semver.${part}`,
        pattern: shortNumber,
        needs: 'a SemVer version (a git tag such as v1.2.0)',
        ends: numberEnds,
        capture: text => ({ [part]: Number(text) }),
        write: facts => (facts.semver === undefined ? undefined : String((0,version/* coreOf */.z2)(facts.semver)[part])),
    };
}
/** Reads 7 to 40 digits and writes 12; with a length, reads and writes exactly so many. */
function sha(length) {
    const [least, most] = length === undefined ? [7, 40] : [length, length];
    return {
        name: 'sha',
        pattern: least === most ? `[0-9a-f]{${least}}` : `[0-9a-f]{${least},${most}}`,
        needs: 'a commit',
        ends: (text, start) => runEnds(text, start, /[0-9a-f]/, least, most),
        capture: text => ({ sha: text }),
        write: facts => facts.sha?.slice(0, length ?? 12),
    };
}
const number = {
    name: 'number',
    pattern: '(?:0|[1-9][0-9]{0,14})',
    needs: 'the number of a pull or merge request',
    ends: numberEnds,
    capture: text => ({ number: Number(text) }),
    write: facts => (facts.number === undefined ? undefined : String(facts.number)),
};
const branch = {
    name: 'branch',
    pattern: '[A-Za-z0-9._-]+',
    needs: 'a branch',
    ends: (text, start) => runEnds(text, start, /[A-Za-z0-9._-]/, 1, text.length),
    capture: text => ({ branch: text }),
    write: (facts, room) => (facts.branch === undefined ? undefined : (0,slug/* slugOf */.tF)(facts.branch, room)),
};
const date = {
    name: 'date',
    pattern: '[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])',
    needs: 'the time of the build',
    ends: (text, start) => /^[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])$/.test(text.slice(start, start + 8))
        ? [start + 8]
        : [],
    capture: text => ({ date: text }),
    write: facts => facts.date === undefined
        ? undefined
        : new Date(facts.date * 1000).toISOString().slice(0, 10).replaceAll('-', ''),
};
/** Numbers that JavaScript holds exactly. */
const shortNumber = '(?:0|[1-9][0-9]{0,14})';
function numberEnds(text, start) {
    return text[start] === '0' ? [start + 1] : runEnds(text, start, /[0-9]/, 1, 15);
}
function runEnds(text, start, legal, least, most) {
    const ends = [];
    for (let at = start; at < text.length && at - start < most && legal.test(text[at]); at++) {
        if (at + 1 - start >= least)
            ends.push(at + 1);
    }
    return ends;
}

;// CONCATENATED MODULE: ./lib/policy/template.js




const longestTag = 128;
function compileTemplate(text, options = {}) {
    const parts = parse(text, options.prereleases ?? 'allow');
    if ('fault' in parts)
        return parts;
    const first = literalOf(parts[0]);
    const last = literalOf(parts.at(-1));
    return {
        text,
        pattern: patternOf(parts),
        rest: text === '*',
        placeholders: parts.flatMap(part => ('name' in part ? [part.name] : [])),
        make: facts => make(text, parts, facts),
        // A hundred thousand tags are asked of each template, and most differ in their first letters or their last.
        match: tag => tag.startsWith(first) && tag.endsWith(last) && (0,reference/* isTag */.dz)(tag)
            ? read(parts, 0, tag, 0, new Map())
            : undefined,
    };
}
function literalOf(part) {
    return part !== undefined && 'literal' in part ? part.literal : '';
}
function parse(text, prereleases) {
    if (text === '')
        return { fault: 'the template is empty' };
    if (text.length > longestTag)
        return { fault: `a template has at most ${longestTag} characters` };
    const parts = [];
    for (const [token] of text.matchAll(/\{[^{}]*\}|\*|[^{}*]+|[{}]/g)) {
        const part = partOf(token, prereleases);
        if ('fault' in part)
            return part;
        const fault = clashOf(part, parts);
        if (fault !== undefined)
            return fault;
        parts.push(part);
    }
    return parts;
}
function partOf(token, prereleases) {
    if (token === '*')
        return { any: true };
    if (token === '{' || token === '}')
        return { fault: `'${token}' has no partner` };
    if (token.startsWith('{'))
        return placeholderOf(token.slice(1, -1), prereleases);
    if (/^[A-Za-z0-9._-]+$/.test(token))
        return { literal: token };
    return {
        fault: `'${token}' cannot stand in a tag: only A-Z a-z 0-9 _ . - and placeholders`,
        fix: `write ${token.replace(/[^A-Za-z0-9._-]+/g, '-')}`,
    };
}
function placeholderOf(name, prereleases) {
    const length = /^sha:([0-9]{1,3})$/.exec(name)?.[1];
    if (length !== undefined) {
        if (Number(length) >= 7 && Number(length) <= 40)
            return sha(Number(length));
        return { fault: `{${name}}: a commit has 7 to 40 digits in a tag`, fix: 'write {sha}' };
    }
    const known = {
        semver: semver(prereleases),
        'semver.major': semverPart('major'),
        'semver.minor': semverPart('minor'),
        sha: sha(undefined),
        number: number,
        branch: branch,
        date: date,
    };
    if (Object.hasOwn(known, name))
        return known[name];
    const names = Object.keys(known);
    const meant = (0,nearest/* nearest */.pA)(name, names);
    return {
        fault: `{${name}} is no placeholder: ${names.map(word => `{${word}}`).join(' ')}`,
        ...(meant === undefined ? {} : { fix: `did you mean {${meant}}?` }),
    };
}
/** What may not follow or join what is already there. */
function clashOf(part, before) {
    const last = before.at(-1);
    if (last === undefined) {
        return 'literal' in part && /^[.-]/.test(part.literal)
            ? { fault: `a tag does not start with '${part.literal[0]}'` }
            : undefined;
    }
    if ('any' in part)
        return 'any' in last ? { fault: `one '*' is enough`, fix: 'write *' } : undefined;
    if (!('name' in part))
        return undefined;
    if ('name' in last)
        return { fault: `{${last.name}}{${part.name}}: put a '-' or '.' between, to tell them apart` };
    const names = before.flatMap(other => ('name' in other ? [other.name] : []));
    if (names.includes(part.name))
        return { fault: `{${part.name}} stands there twice` };
    const family = names.find(name => name === 'semver' || (part.name === 'semver' && name.startsWith('semver.')));
    return family !== undefined && part.name.startsWith('semver')
        ? { fault: `{${family}} and {${part.name}}: the whole version or parts of it, not both` }
        : undefined;
}
function make(text, parts, facts) {
    let room = longestTag - parts.reduce((sum, part) => sum + ('literal' in part ? part.literal.length : 0), 0);
    const written = new Map();
    // The branch takes what the others leave.
    const branchLast = [...parts].sort((a, b) => Number('name' in a && a.name === 'branch') - Number('name' in b && b.name === 'branch'));
    for (const part of branchLast) {
        if ('any' in part)
            return { fault: `'${text}' has a '*': it recognises tags but makes none` };
        const value = 'literal' in part ? part.literal : part.write(facts, room);
        if (value === undefined && 'needs' in part)
            return { fault: `'${text}' needs ${part.needs}` };
        written.set(part, value ?? '');
        if ('name' in part)
            room -= value?.length ?? 0;
    }
    const tag = parts.map(part => written.get(part)).join('');
    if (!(0,reference/* isTag */.dz)(tag)) {
        return {
            fault: `'${text}' makes '${tag.slice(0, 140)}', which is no tag: at most ${longestTag} characters of A-Z a-z 0-9 _ . -`,
        };
    }
    if (read(parts, 0, tag, 0, new Map()) !== undefined)
        return tag;
    const denied = parts.some(part => 'name' in part && part.name === 'semver') &&
        facts.semver !== undefined &&
        (0,version/* isPrerelease */.V1)(facts.semver);
    return {
        fault: denied
            ? `${facts.semver} is a prerelease, and '${text}' stands in a class that denies them`
            : `'${text}' makes '${tag}', which is not of its own form: a fact of the build is no legal value`,
    };
}
/**
 * The captures of the longest readings from left to right. `failed` remembers where each part has failed before, so
 * nothing is tried twice at one place: the work is bounded by parts × length, times the ends of one placeholder.
 */
function read(parts, index, text, start, failed) {
    const part = parts[index];
    if (part === undefined)
        return start === text.length ? {} : undefined;
    const before = failed.get(index) ?? new Set();
    if (before.has(start))
        return undefined;
    const ends = endsOf(part, text, start, before);
    for (let choice = ends.length - 1; choice >= 0; choice--) {
        const end = ends[choice];
        const rest = read(parts, index + 1, text, end, failed);
        if (rest !== undefined)
            return 'name' in part ? { ...part.capture(text.slice(start, end)), ...rest } : rest;
    }
    failed.set(index, before.add(start));
    return undefined;
}
function endsOf(part, text, start, failed) {
    if ('name' in part)
        return part.ends(text, start);
    if ('literal' in part)
        return text.startsWith(part.literal, start) ? [start + part.literal.length] : [];
    // Where a star failed before, every end to the right of it was tried.
    const ends = [];
    for (let end = start; end <= text.length && !failed.has(end); end++)
        ends.push(end);
    return ends;
}
function patternOf(parts) {
    const patterns = parts.map((part, index) => {
        if ('literal' in part)
            return part.literal.replaceAll('.', '\\.');
        if (index > 0)
            return 'any' in part ? '[A-Za-z0-9._-]*' : part.pattern;
        if ('name' in part && part.name !== 'branch')
            return part.pattern;
        // A tag starts with neither '.' nor '-'.
        const next = parts[1];
        const needed = 'name' in part || next === undefined || ('literal' in next && /^[.-]/.test(next.literal));
        const start = '[A-Za-z0-9_][A-Za-z0-9._-]*';
        return needed ? start : `(?:${start})?`;
    });
    return `^${patterns.join('')}$`;
}


/***/ }),

/***/ 1978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ readVersion),
/* harmony export */   Hn: () => (/* binding */ versionEnds),
/* harmony export */   KN: () => (/* binding */ versionToTag),
/* harmony export */   V1: () => (/* binding */ isPrerelease),
/* harmony export */   bp: () => (/* binding */ versionFromTag),
/* harmony export */   z2: () => (/* binding */ coreOf)
/* harmony export */ });
// SemVer 2.0.0 as https://semver.org has it, and how it is written in a tag: `+` cannot stand in one, so build
// metadata is parted by `_` there (`1.2.0+build.5` is the tag `1.2.0_build.5`). No leniency: `1.2` and `01.2.3`
// are no versions.
/** The version in a text that is nothing else, an optional leading `v` aside: `v1.2.0+b` gives `1.2.0+b`. */
function readVersion(text) {
    const bare = text.startsWith('v') ? text.slice(1) : text;
    if (bare.includes('_') || bare.length > 256)
        return undefined;
    const written = versionToTag(bare);
    return versionEnds(written, 0, 'allow').includes(written.length) ? bare : undefined;
}
function versionToTag(version) {
    return version.replace('+', '_');
}
function versionFromTag(text) {
    return text.replace('_', '+');
}
/** True for `1.2.0-rc.1`. The `-` of build metadata does not count. */
function isPrerelease(version) {
    return version.split('+', 1)[0].includes('-');
}
function coreOf(version) {
    const [major, minor] = version.split('.', 2);
    return { major: Number(major), minor: Number(minor) };
}
/**
 * Every position where a version that starts at `start` may end, ascending; written as in a tag.
 * One pass, no backtracking: the work is the length of the text.
 */
function versionEnds(text, start, prereleases) {
    const minor = afterDot(text, afterNumber(text, start));
    const patch = afterDot(text, afterNumber(text, minor));
    const end = afterNumber(text, patch);
    if (end < 0)
        return [];
    const ends = Array.from({ length: end - patch }, (_, digit) => patch + digit + 1);
    if (text[end] === '-' && prereleases === 'allow') {
        for (const stop of identifierEnds(text, end + 1, hasLeadingZero)) {
            ends.push(stop);
            if (text[stop] === '_')
                ends.push(...identifierEnds(text, stop + 1, () => false));
        }
    }
    else if (text[end] === '_') {
        ends.push(...identifierEnds(text, end + 1, () => false));
    }
    return ends;
}
/** The end of `0` or of digits without a leading zero, or -1. */
function afterNumber(text, start) {
    if (start < 0)
        return -1;
    if (text[start] === '0')
        return start + 1;
    let end = start;
    while (isDigit(text.charCodeAt(end)))
        end++;
    return end > start ? end : -1;
}
function afterDot(text, at) {
    return at >= 0 && text[at] === '.' ? at + 1 : -1;
}
/** Ends of dot-separated identifiers; one that `isIllegal` ends nothing and may not be followed by a dot. */
function identifierEnds(text, start, isIllegal) {
    const ends = [];
    let from = start;
    for (let at = start; at < text.length; at++) {
        if (text[at] === '.') {
            if (ends.at(-1) !== at)
                break;
            from = at + 1;
        }
        else if (!/[0-9A-Za-z-]/.test(text[at])) {
            break;
        }
        else if (!isIllegal(text, from, at + 1)) {
            ends.push(at + 1);
        }
    }
    return ends;
}
/** `01` and `00`, but not `0`, `01a` or `0-`. Digits beyond the length of any tag are not looked at. */
function hasLeadingZero(text, from, to) {
    return text[from] === '0' && to - from > 1 && /^[0-9]+$/.test(text.slice(from, to));
}
function isDigit(code) {
    return code >= 48 && code <= 57;
}


/***/ })

};
;