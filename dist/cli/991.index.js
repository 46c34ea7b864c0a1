"use strict";
exports.id = 991;
exports.ids = [991];
exports.modules = {

/***/ 5991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ policySchema)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4343);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3759);
/* harmony import */ var _word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2168);


let built;
/** Made when it is first needed: a run without a policy file does not pay for it. */
function policySchema() {
    built ??= build();
    return built;
}
/** A key that may be left out, with what an editor says about it. */
function key(schema, description) {
    const optional = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(schema);
    _word_js__WEBPACK_IMPORTED_MODULE_1__/* .notes */ .Q2.add(optional, { description });
    return optional;
}
const choice = (...words) => zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(words);
const level = () => choice('off', 'info', 'warn', 'error');
const severity = () => choice('off', 'low', 'medium', 'high', 'critical');
const count = (least, most) => zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._gte */ .qm(least), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._lte */ .Zm(most));
const listOf = (item) => zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(item);
function build() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        version: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1), 'The version of this file format: 1.'),
        extends: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .source */ .sP()), 'Defaults to start from; later ones win, this file wins over all. Remote files are pinned to a commit.'),
        lock: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8("a path of this file, such as 'cleanup.limits'")), 'In defaults for others: paths that files which extend this one may only tighten.'),
        images: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryPattern */ .Z0()), "The repositories this policy manages; everything else is never touched. '*' stays within a segment, '**' goes across and needs a registry that can enumerate."),
        aliases: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .origin */ .TG(), _word_js__WEBPACK_IMPORTED_MODULE_1__/* .origin */ .TG()), 'Mirror to origin: a pull through the mirror is a use of the origin.'),
        classes: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU("a class's name"), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('off'), classRow()])), "What kinds of images there are. Rows add to the built-in ones (release, commit, preview, baseline) and override them key by key; 'off' removes one."),
        forbid: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .template */ .vs()), 'Tags that no build may have.'),
        unknown: key(choice('deny', 'warn'), "What a build's tag of no class leads to."),
        labels: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            required: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf()), 'Labels that every build must have.'),
            quay: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), 'Also write quay.expires-after.'),
        }), 'Labels of what is built.'),
        base: key(base(), 'Rules for base images.'),
        lint: key(lint(), 'The Dockerfile gate.'),
        scan: key(scan(), 'The vulnerability gate.'),
        layers: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            leftovers: key(level(), 'Caches, keys and credentials that a layer still holds.'),
            'dive-ci': key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .path */ .Ae()), 'A .dive-ci file with efficiency thresholds.'),
        }), 'What the layers hold.'),
        sign: key(sign(), 'How images are signed.'),
        'in-use': key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
            zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('none'),
            zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
                required: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8('the name of a source')), 'Sources without which nothing is deleted.'),
                'max-age': key(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .positiveDuration */ .Cz(), 'How old an inventory may be.'),
            }),
        ]), "What must be known of running images before anything goes. 'none' says on purpose that nothing runs."),
        cleanup: key(cleanup(), 'What is deleted, how much at once, and how it is proposed.'),
    })
        .register(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .notes */ .Q2, { description: 'How images are named, how long they live, what they must pass.' });
}
function classRow() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        on: key(choice('git-tag', 'push', 'pull-request'), 'The event whose builds are of this class.'),
        tags: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .template */ .vs()).check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._minLength */ .m9(1)), "Tag templates: {semver} {semver.major} {semver.minor} {sha} {sha:7} {number} {branch} {date} and '*'. '*' alone: tags of no other class."),
        expires: key(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .expiry */ .IC(), "'never', a duration such as 14d, or 'superseded': as soon as keep no longer holds it."),
        keep: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            newest: key(count(1, 100_000), 'How many images always stay.'),
            per: key(choice('repository', 'major', 'minor'), 'Counted in the whole repository or per version line.'),
        }), 'A floor that no expiry undercuts.'),
        immutable: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), 'A tag of this class is never overwritten.'),
        sign: key(choice('required', 'optional'), 'Whether images of this class must be signed.'),
        'require-labels': key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf()), 'Labels that builds of this class must have.'),
        prereleases: key(choice('allow', 'deny'), 'Whether {semver} takes versions such as 1.2.0-rc.1. It does by default: a git tag must lead to a class, and no candidate is lost to a row for tags of no class. It takes no place of a release in keep. Deny it to give candidates a row of their own.'),
        ends: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('closed'), 'May go once its pull request is closed or its branch is gone.'),
        after: key(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0(), 'How long after that.'),
    });
}
function base() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        allow: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .referencePattern */ .I1()), 'Base images that may be built upon.'),
        pin: key(level(), 'A base image that is not pinned by digest.'),
        eol: key(level(), 'A base image whose support has ended.'),
        'eol-file': key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .path */ .Ae()), 'Further end-of-life dates.'),
    });
}
function lint() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        engines: key(listOf(choice('native', 'dockerfilelint', 'hadolint')), 'Which rules are applied.'),
        'fail-on': key(choice('info', 'warning', 'error'), 'The least severity that fails the step.'),
        rules: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu(), choice('off', 'info', 'warning', 'error')), 'Severity of a rule by its id.'),
    });
}
function scan() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        'fail-tiers': key(listOf(choice('T0', 'T1', 'T2', 'T3', 'T4')), 'Tiers of findings that fail the step.'),
        'max-db-age': key(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .positiveDuration */ .Cz(), 'How old the vulnerability database may be.'),
        grace: key(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0(), 'How long a newly published vulnerability is only reported.'),
        secrets: key(severity(), 'The least severity of a secret that fails the step.'),
        misconfig: key(severity(), 'The least severity of a misconfiguration that fails the step.'),
        licences: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8('a licence')), 'Licences that are refused, by name or SPDX id.'),
        'kev-file': key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .path */ .Ae()), 'A list of vulnerabilities known to be exploited.'),
        exceptions: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            'max-days': key(count(1, 3650), 'How far ahead an exception may end.'),
            items: key(listOf(exception()), 'Accepted findings, each with an owner and an end.'),
        }), 'Risks that somebody has accepted, for a time.'),
    });
}
function exception() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        id: _word_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8('the id of a vulnerability, such as CVE-2026-0001').register(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .notes */ .Q2, {
            description: 'Which vulnerability.',
        }),
        packages: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8('a package')), 'Package URLs or names; none: any package.'),
        images: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .referencePattern */ .I1()), 'Images it holds for; none: any image.'),
        reason: choice('unreachable', 'not-installed', 'mitigated').register(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .notes */ .Q2, {
            description: 'Why it does no harm.',
        }),
        statement: key(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS('a sentence or two'), 'The reason in words.'),
        owner: _word_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8('who answers for it').register(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .notes */ .Q2, { description: 'Who answers for it.' }),
        until: _word_js__WEBPACK_IMPORTED_MODULE_1__/* .day */ .vd().register(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .notes */ .Q2, { description: 'The last day it holds, in UTC.' }),
    });
}
function sign() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        format: key(choice('bundle', 'legacy', 'both'), 'How signatures are stored.'),
        children: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), 'Sign the images of an index too.'),
        log: key(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8("'none', 'public', or the path of a signing config"), "Transparency log: 'none', 'public', or the path of a signing config."),
        key: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8('a key')), 'A key file, env://NAME or a KMS reference; null: keyless.'),
        identity: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8('an identity')), 'Whom keyless signatures must be from.'),
        issuer: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8('an issuer')), 'Who must have issued that identity.'),
        attest: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), 'Sign the record of an image as well, as an attestation beside it.'),
    });
}
function cleanup() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        clock: key(choice('label', 'push', 'created'), 'The last fallback for when an image was made.'),
        'min-age': key(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0(), 'What was pushed later than this ago stays. Set here, images without a push time are an error.'),
        untagged: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            expires: key(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .lifetime */ .EQ(), "Lifetime of images without a tag: a duration or 'never'."),
        }), 'Images without a tag.'),
        limits: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            deletions: key(count(1, 1_000_000), 'At most so many deletions at once.'),
            share: key(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .share */ .uM(), "At most this share of a repository's tagged images at once."),
        }), 'How much may go at once.'),
        'max-plan-age': key(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .positiveDuration */ .Cz(), 'How long after its merge a plan may be applied.'),
        'require-review': key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), 'A plan must be merged by somebody else than its author.'),
        untag: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .host */ .Hc()), 'Hosts whose own tag deletion may be used.'),
        'plain-http': key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .host */ .Hc()), 'Hosts that may be spoken to without TLS; loopback always may.'),
        'plan-file': key(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .path */ .Ae(), 'Where the plan is kept.'),
        'pull-request': key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            branch: key(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .branch */ .tk(), 'The branch of the cleanup pull request.'),
            labels: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8('a label')), 'Its labels.'),
            reviewers: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8('a user or team')), 'Who is asked to review it.'),
            assignees: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8('a user')), 'Whom it is assigned to.'),
            draft: key(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), 'Open it as a draft.'),
            'quiet-after-close': key(_word_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0(), 'How long nothing is proposed after it was closed unmerged.'),
        }), 'The cleanup pull request.'),
    });
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


/***/ }),

/***/ 2168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ path),
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Cz: () => (/* binding */ positiveDuration),
/* harmony export */   EQ: () => (/* binding */ lifetime),
/* harmony export */   Hc: () => (/* binding */ host),
/* harmony export */   Hu: () => (/* binding */ rule),
/* harmony export */   I1: () => (/* binding */ referencePattern),
/* harmony export */   IC: () => (/* binding */ expiry),
/* harmony export */   Pf: () => (/* binding */ label),
/* harmony export */   Q2: () => (/* binding */ notes),
/* harmony export */   TG: () => (/* binding */ origin),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   Z0: () => (/* binding */ repositoryPattern),
/* harmony export */   n8: () => (/* binding */ line),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   sP: () => (/* binding */ source),
/* harmony export */   tk: () => (/* binding */ branch),
/* harmony export */   uM: () => (/* binding */ share),
/* harmony export */   vd: () => (/* binding */ day),
/* harmony export */   vs: () => (/* binding */ template)
/* harmony export */ });
/* unused harmony export word */
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9396);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4343);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3759);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4464);
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1452);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5021);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1442);





// The words of the policy file: what one scalar may be, how to say it, and its pattern for editors.
/** What JSON Schema says beside what zod knows; `description` is what an editor shows. */
const notes = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .registry */ .u5();
/** A text of a form. The form completes "expected …". */
function word(form, pattern, longest = 1024) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error: form })
        .check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._maxLength */ .Eb(longest, { error: `at most ${longest} characters`, abort: true }), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._regex */ .Fk(pattern, { error: form }));
}
/** A text whose own parser says best what is wrong with it. */
function parsed(form, pattern, parse) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error: form })
        .check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6Y(({ value, issues }) => {
        const result = parse(value);
        if (result.fault === undefined)
            return;
        issues.push({ code: 'custom', input: value, message: result.fault, params: { fix: result.fix } });
    }))
        .register(notes, { pattern });
}
const duration = () => word(_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .durationForm */ .rk, _duration_js__WEBPACK_IMPORTED_MODULE_3__/* .durationPattern */ .Zq);
const positiveDuration = () => word(_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .durationForm */ .rk, _duration_js__WEBPACK_IMPORTED_MODULE_3__/* .positiveDurationPattern */ .eC);
const expiry = () => word(`'never', 'superseded' or ${_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .durationForm */ .rk}`, /^(?:never|superseded|[1-9][0-9]{0,5}[mhdw])$/);
const lifetime = () => word(`'never' or ${_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .durationForm */ .rk}`, /^(?:never|[1-9][0-9]{0,5}[mhdw])$/);
const source = () => parsed(_source_js__WEBPACK_IMPORTED_MODULE_4__/* .sourceForm */ .eP, _source_js__WEBPACK_IMPORTED_MODULE_4__/* .sourcePattern */ .uB.source, _source_js__WEBPACK_IMPORTED_MODULE_4__/* .parseSource */ .PJ);
const template = () => parsed("a tag template, such as 'v{semver}' or 'commit-{sha}'", '^(?:[A-Za-z0-9_]|\\*|\\{(?:semver|semver\\.major|semver\\.minor|sha|sha:(?:[7-9]|[123][0-9]|40)|number|branch|date)\\})(?:[A-Za-z0-9_.-]|\\*|\\{(?:semver|semver\\.major|semver\\.minor|sha|sha:(?:[7-9]|[123][0-9]|40)|number|branch|date)\\})*$', text => (0,_template_js__WEBPACK_IMPORTED_MODULE_5__/* .compileTemplate */ .G)(text));
const repositoryPattern = () => parsed("a repository pattern, such as 'ghcr.io/acme/**'", '^(?!\\*$)[A-Za-z0-9._:\\[\\]*-]+(?:/[a-z0-9._*-]+)*$', text => (0,_pattern_js__WEBPACK_IMPORTED_MODULE_6__/* .compilePattern */ .E)(text, 'repository'));
const referencePattern = () => parsed("a reference pattern, such as 'docker.io/library/alpine:3.*'", '^(?!\\*$)[A-Za-z0-9._:\\[\\]*-]+(?:/[a-z0-9._*-]+)*(?::[A-Za-z0-9._*-]+)?(?:@[a-z0-9*]+:?[0-9a-f*]*)?$', text => (0,_pattern_js__WEBPACK_IMPORTED_MODULE_6__/* .compilePattern */ .E)(text, 'reference'));
const visible = '[^\\u0000-\\u001f\\u007f-\\u009f]';
const line = (form) => word(form, new RegExp(`^${visible}+$`));
/** Several lines are fine; other control characters are not. */
const prose = (form) => word(form, new RegExp(`^(?:${visible}|[\\n\\t])+$`), 4000);
/** Below the checkout: what a step reads or writes by policy must not be anywhere on the machine. */
const path = () => word("a path within the repository, without '..' and not starting with '/'", new RegExp(`^(?!/)(?!(?:.*/)?\\.\\.(?:/|$))${visible}+$`));
const host = () => word("a registry host, such as 'registry.example.com:5000'", /^(?:\[[0-9a-f:]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::[0-9]{1,5})?$/, 255);
/** A host, or a host and the beginning of a path; never a bare word, which would be a path of Docker Hub's. */
const origin = () => word("a registry host with or without a path, such as 'mirror.example.com/acme'", /^(?:localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)+|[a-z0-9-]+(?::[0-9]{1,5}))(?::[0-9]{1,5})?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/, 255);
const label = () => word("a label's name, such as 'owner' or 'org.opencontainers.image.source'", /^[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?$/, 255);
const name = (what) => word(`${what}: a-z, 0-9 and '-', starting with a letter`, /^[a-z][a-z0-9-]{0,62}$/, 63);
const rule = () => word("a rule's id, such as 'final-stage-root' or 'hadolint/DL3007'", /^(?:[a-z]{1,30}\/)?[A-Za-z][A-Za-z0-9_.-]{0,99}$/, 131);
const branch = () => word("a branch's name, such as 'image-hygiene/cleanup'", /^(?!.*(?:\.\.|\/\/|\.lock(?:\/|$)|\/\.|\.$|\/$))[A-Za-z0-9_][A-Za-z0-9._/-]*$/, 200);
const share = () => word("a share of 1% to 100%, such as '50%'", /^(?:[1-9]|[1-9][0-9]|100)%$/);
/** With the length of every month, and of February in leap years: an exception until a day that never comes has no end. */
const day = () => word('a day, such as 2027-01-31', /^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/);


/***/ })

};
;