export const id = 872;
export const ids = [872];
export const modules = {

/***/ 4872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   policyJsonSchema: () => (/* binding */ policyJsonSchema)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8439);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5991);
/* harmony import */ var _word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2168);



/** The file format for editors: `# yaml-language-server: $schema=…`. Draft 7 is what they read best. */
function policyJsonSchema() {
    const schema = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .toJSONSchema */ .bl((0,_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .policySchema */ .w)(), {
        target: 'draft-7',
        io: 'input',
        metadata: _word_js__WEBPACK_IMPORTED_MODULE_1__/* .notes */ .Q2,
        unrepresentable: 'throw',
    });
    return { ...schema, title: 'image-hygiene policy' };
}


/***/ }),

/***/ 5991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ policySchema)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4343);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3759);
/* harmony import */ var _word_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2168);


let built;
/** Made when it is first needed: a run without a policy file does not pay for it. */
function policySchema() {
    built ??= build();
    return built;
}
/** A key that may be left out, with what an editor says about it. */
function key(schema, description) {
    const optional = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(schema);
    _word_js__WEBPACK_IMPORTED_MODULE_0__/* .notes */ .Q2.add(optional, { description });
    return optional;
}
const choice = (...words) => zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(words);
const level = () => choice('off', 'info', 'warn', 'error');
const severity = () => choice('off', 'low', 'medium', 'high', 'critical');
const count = (least, most) => zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._gte */ .qm(least), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._lte */ .Zm(most));
const listOf = (item) => zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(item);
function build() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        version: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1), 'The version of this file format: 1.'),
        extends: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .source */ .sP()), 'Defaults to start from; later ones win, this file wins over all. Remote files are pinned to a commit.'),
        lock: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8("a path of this file, such as 'cleanup.limits'")), 'In defaults for others: paths that files which extend this one may only tighten.'),
        images: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryPattern */ .Z0()), "The repositories this policy manages; everything else is never touched. '*' stays within a segment, '**' goes across and needs a registry that can enumerate."),
        aliases: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .origin */ .TG(), _word_js__WEBPACK_IMPORTED_MODULE_0__/* .origin */ .TG()), 'Mirror to origin: a pull through the mirror is a use of the origin.'),
        classes: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU("a class's name"), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('off'), classRow()])), "What kinds of images there are. Rows add to the built-in ones (release, commit, preview, baseline) and override them key by key; 'off' removes one."),
        forbid: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .template */ .vs()), 'Tags that no build may have.'),
        unknown: key(choice('deny', 'warn'), "What a build's tag of no class leads to."),
        labels: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            required: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .Pf()), 'Labels that every build must have.'),
            quay: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(), 'Also write quay.expires-after.'),
        }), 'Labels of what is built.'),
        base: key(base(), 'Rules for base images.'),
        lint: key(lint(), 'The Dockerfile gate.'),
        scan: key(scan(), 'The vulnerability gate.'),
        layers: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            leftovers: key(level(), 'Caches, keys and credentials that a layer still holds.'),
            'dive-ci': key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .Ae()), 'A .dive-ci file with efficiency thresholds.'),
        }), 'What the layers hold.'),
        sign: key(sign(), 'How images are signed.'),
        'in-use': key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
            zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('none'),
            zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
                required: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8('the name of a source')), 'Sources without which nothing is deleted.'),
                'max-age': key(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .positiveDuration */ .Cz(), 'How old an inventory may be.'),
            }),
        ]), "What must be known of running images before anything goes. 'none' says on purpose that nothing runs."),
        cleanup: key(cleanup(), 'What is deleted, how much at once, and how it is proposed.'),
    })
        .register(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .notes */ .Q2, { description: 'How images are named, how long they live, what they must pass.' });
}
function classRow() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        on: key(choice('git-tag', 'push', 'pull-request'), 'The event whose builds are of this class.'),
        tags: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .template */ .vs()).check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._minLength */ .m9(1)), "Tag templates: {semver} {semver.major} {semver.minor} {sha} {sha:7} {number} {branch} {date} and '*'. '*' alone: tags of no other class."),
        expires: key(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .expiry */ .IC(), "'never', a duration such as 14d, or 'superseded': as soon as keep no longer holds it."),
        keep: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            newest: key(count(1, 100_000), 'How many images always stay.'),
            per: key(choice('repository', 'major', 'minor'), 'Counted in the whole repository or per version line.'),
        }), 'A floor that no expiry undercuts.'),
        immutable: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(), 'A tag of this class is never overwritten.'),
        sign: key(choice('required', 'optional'), 'Whether images of this class must be signed.'),
        'require-labels': key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .Pf()), 'Labels that builds of this class must have.'),
        prereleases: key(choice('allow', 'deny'), 'Whether {semver} takes versions such as 1.2.0-rc.1. It does by default: a git tag must lead to a class, and no candidate is lost to a row for tags of no class. It takes no place of a release in keep. Deny it to give candidates a row of their own.'),
        ends: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('closed'), 'May go once its pull request is closed or its branch is gone.'),
        after: key(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0(), 'How long after that.'),
    });
}
function base() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        allow: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .referencePattern */ .I1()), 'Base images that may be built upon.'),
        pin: key(level(), 'A base image that is not pinned by digest.'),
        eol: key(level(), 'A base image whose support has ended.'),
        'eol-file': key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .Ae()), 'Further end-of-life dates.'),
    });
}
function lint() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        engines: key(listOf(choice('native', 'dockerfilelint', 'hadolint')), 'Which rules are applied.'),
        'fail-on': key(choice('info', 'warning', 'error'), 'The least severity that fails the step.'),
        rules: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .rule */ .Hu(), choice('off', 'info', 'warning', 'error')), 'Severity of a rule by its id.'),
    });
}
function scan() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        'fail-tiers': key(listOf(choice('T0', 'T1', 'T2', 'T3', 'T4')), 'Tiers of findings that fail the step.'),
        'max-db-age': key(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .positiveDuration */ .Cz(), 'How old the vulnerability database may be.'),
        grace: key(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0(), 'How long a newly published vulnerability is only reported.'),
        secrets: key(severity(), 'The least severity of a secret that fails the step.'),
        misconfig: key(severity(), 'The least severity of a misconfiguration that fails the step.'),
        licences: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8('a licence')), 'Licences that are refused, by name or SPDX id.'),
        'kev-file': key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .Ae()), 'A list of vulnerabilities known to be exploited.'),
        exceptions: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            'max-days': key(count(1, 3650), 'How far ahead an exception may end.'),
            items: key(listOf(exception()), 'Accepted findings, each with an owner and an end.'),
        }), 'Risks that somebody has accepted, for a time.'),
    });
}
function exception() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        id: _word_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8('the id of a vulnerability, such as CVE-2026-0001').register(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .notes */ .Q2, {
            description: 'Which vulnerability.',
        }),
        packages: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8('a package')), 'Package URLs or names; none: any package.'),
        images: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .referencePattern */ .I1()), 'Images it holds for; none: any image.'),
        reason: choice('unreachable', 'not-installed', 'mitigated').register(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .notes */ .Q2, {
            description: 'Why it does no harm.',
        }),
        statement: key(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS('a sentence or two'), 'The reason in words.'),
        owner: _word_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8('who answers for it').register(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .notes */ .Q2, { description: 'Who answers for it.' }),
        until: _word_js__WEBPACK_IMPORTED_MODULE_0__/* .day */ .vd().register(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .notes */ .Q2, { description: 'The last day it holds, in UTC.' }),
    });
}
function sign() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        format: key(choice('bundle', 'legacy', 'both'), 'How signatures are stored.'),
        children: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(), 'Sign the images of an index too.'),
        log: key(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8("'none', 'public', or the path of a signing config"), "Transparency log: 'none', 'public', or the path of a signing config."),
        key: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8('a key')), 'A key file, env://NAME or a KMS reference; null: keyless.'),
        identity: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8('an identity')), 'Whom keyless signatures must be from.'),
        issuer: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8('an issuer')), 'Who must have issued that identity.'),
    });
}
function cleanup() {
    return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        clock: key(choice('label', 'push', 'created'), 'The last fallback for when an image was made.'),
        'min-age': key(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0(), 'What was pushed later than this ago stays. Set here, images without a push time are an error.'),
        untagged: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            expires: key(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .lifetime */ .EQ(), "Lifetime of images without a tag: a duration or 'never'."),
        }), 'Images without a tag.'),
        limits: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            deletions: key(count(1, 1_000_000), 'At most so many deletions at once.'),
            share: key(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .share */ .uM(), "At most this share of a repository's tagged images at once."),
        }), 'How much may go at once.'),
        'max-plan-age': key(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .positiveDuration */ .Cz(), 'How long after its merge a plan may be applied.'),
        'require-review': key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(), 'A plan must be merged by somebody else than its author.'),
        untag: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .Hc()), 'Hosts whose own tag deletion may be used.'),
        'plain-http': key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .Hc()), 'Hosts that may be spoken to without TLS; loopback always may.'),
        'plan-file': key(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .Ae(), 'Where the plan is kept.'),
        'pull-request': key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            branch: key(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .branch */ .tk(), 'The branch of the cleanup pull request.'),
            labels: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8('a label')), 'Its labels.'),
            reviewers: key(listOf(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8('a user or team')), 'Who is asked to review it.'),
            draft: key(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(), 'Open it as a draft.'),
            'quiet-after-close': key(_word_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0(), 'How long nothing is proposed after it was closed unmerged.'),
        }), 'The cleanup pull request.'),
    });
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
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9396);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4343);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3759);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4464);
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1452);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5021);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2912);





// The words of the policy file: what one scalar may be, how to say it, and its pattern for editors.
/** What JSON Schema says beside what zod knows; `description` is what an editor shows. */
const notes = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .registry */ .u5();
/** A text of a form. The form completes "expected …". */
function word(form, pattern, longest = 1024) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP({ error: form })
        .check(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* ._maxLength */ .Eb(longest, { error: `at most ${longest} characters`, abort: true }), zod_mini__WEBPACK_IMPORTED_MODULE_5__/* ._regex */ .Fk(pattern, { error: form }));
}
/** A text whose own parser says best what is wrong with it. */
function parsed(form, pattern, parse) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP({ error: form })
        .check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .check */ .z6Y(({ value, issues }) => {
        const result = parse(value);
        if (result.fault === undefined)
            return;
        issues.push({ code: 'custom', input: value, message: result.fault, params: { fix: result.fix } });
    }))
        .register(notes, { pattern });
}
const duration = () => word(_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationForm */ .rk, _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationPattern */ .Zq);
const positiveDuration = () => word(_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationForm */ .rk, _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .positiveDurationPattern */ .eC);
const expiry = () => word(`'never', 'superseded' or ${_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationForm */ .rk}`, /^(?:never|superseded|[1-9][0-9]{0,5}[mhdw])$/);
const lifetime = () => word(`'never' or ${_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationForm */ .rk}`, /^(?:never|[1-9][0-9]{0,5}[mhdw])$/);
const source = () => parsed(_source_js__WEBPACK_IMPORTED_MODULE_6__/* .sourceForm */ .eP, _source_js__WEBPACK_IMPORTED_MODULE_6__/* .sourcePattern */ .uB.source, _source_js__WEBPACK_IMPORTED_MODULE_6__/* .parseSource */ .PJ);
const template = () => parsed("a tag template, such as 'v{semver}' or 'commit-{sha}'", '^(?:[A-Za-z0-9_]|\\*|\\{(?:semver|semver\\.major|semver\\.minor|sha|sha:(?:[7-9]|[123][0-9]|40)|number|branch|date)\\})(?:[A-Za-z0-9_.-]|\\*|\\{(?:semver|semver\\.major|semver\\.minor|sha|sha:(?:[7-9]|[123][0-9]|40)|number|branch|date)\\})*$', text => (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .compileTemplate */ .G)(text));
const repositoryPattern = () => parsed("a repository pattern, such as 'ghcr.io/acme/**'", '^(?!\\*$)[A-Za-z0-9._:\\[\\]*-]+(?:/[a-z0-9._*-]+)*$', text => (0,_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .compilePattern */ .E)(text, 'repository'));
const referencePattern = () => parsed("a reference pattern, such as 'docker.io/library/alpine:3.*'", '^(?!\\*$)[A-Za-z0-9._:\\[\\]*-]+(?:/[a-z0-9._*-]+)*(?::[A-Za-z0-9._*-]+)?(?:@[a-z0-9*]+:?[0-9a-f*]*)?$', text => (0,_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .compilePattern */ .E)(text, 'reference'));
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
const day = () => word('a day, such as 2027-01-31', /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/);


/***/ })

};
