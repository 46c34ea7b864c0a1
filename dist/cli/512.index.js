export const id = 512;
export const ids = [512];
export const modules = {

/***/ 5404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ writeReports),
/* harmony export */   r: () => (/* binding */ reportOutputs)
/* harmony export */ });
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(220);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1076);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3411);



/** Writes the reports that were asked for, all from one set of findings, before the step can fail. */
async function writeReports(step, result, files, world, rules = []) {
    const { findings } = result;
    const outputs = { ...result.outputs, 'findings-count': String(findings.length) };
    const write = async (output, path, render) => {
        if (path === undefined)
            return;
        await world.files.write(path, render());
        outputs[output] = path;
    };
    await write('sarif-file', files.sarifFile, () => (0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__/* .toSarif */ .zv)(findings, { version: _version_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .r, rules }));
    await write('codequality-file', files.codequalityFile, () => (0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__/* .toCodeQuality */ .iv)(findings));
    await write('junit-file', files.junitFile, () => (0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__/* .toJunit */ .Qp)(step, findings));
    const told = { ...result, outputs };
    await write('json-file', files.jsonFile, () => `${JSON.stringify((0,_outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .outcomeOf */ .sG)(step, told), undefined, 2)}\n`);
    return { ...told, outputs };
}
/** The outputs that `writeReports` adds, for a step's definition. */
const reportOutputs = {
    'findings-count': 'How many findings there are.',
    'sarif-file': 'Path of the SARIF report, if one was asked for.',
    'codequality-file': 'Path of the Code Quality report, if one was asked for.',
    'junit-file': 'Path of the JUnit report, if one was asked for.',
    'json-file': 'Path of the outcome as JSON, if it was asked for.',
};


/***/ }),

/***/ 6512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  scan: () => (/* binding */ scan)
});

// EXTERNAL MODULE: ./lib/cleanup/in-use/index.js + 9 modules
var in_use = __webpack_require__(8819);
// EXTERNAL MODULE: ./lib/policy/index.js + 4 modules
var lib_policy = __webpack_require__(7134);
;// CONCATENATED MODULE: ./lib/gates/scan/severity.js
const order = { unknown: 0, low: 1, medium: 2, high: 3, critical: 4 };
function parseGrade(text) {
    const grade = text.toLowerCase();
    return Object.hasOwn(order, grade) ? grade : undefined;
}
function isAtLeast(grade, threshold) {
    return order[grade] >= order[threshold];
}
/** Most severe first. */
function compareGrades(a, b) {
    return order[b] - order[a];
}

;// CONCATENATED MODULE: ./lib/gates/scan/tier.js

const tiers = ['T0', 'T1', 'T2', 'T3', 'T4', 'X', 'A'];
/** The first row that holds. An unfixed finding of the base is T3: there is no newer base to move to yet. */
function tierOf({ vulnerability, use, origin, exploited, accepted }) {
    if (accepted)
        return 'A';
    if (use === 'deletable')
        return 'X';
    if (use === 'kept')
        return 'T4';
    if (exploited)
        return 'T0';
    if (!vulnerability.fixable)
        return 'T3';
    if (isAtLeast(vulnerability.grade, 'high'))
        return 'T1';
    return origin === 'base' ? 'T2' : 'T3';
}

;// CONCATENATED MODULE: ./lib/gates/scan/action.js


/** Groups of one image, the ones that fail the gate first, then by how many findings they mend. */
function actionsOf(judgement) {
    const known = groupsOf.get(judgement);
    if (known !== undefined)
        return known;
    const groups = grouped(judgement);
    groupsOf.set(judgement, groups);
    return groups;
}
/** Headline and tables ask for the same groups, and a report may have a hundred thousand findings. */
const groupsOf = new WeakMap();
function grouped({ judged, subject }) {
    const groups = new Map();
    for (const one of judged) {
        const action = actionOf(one, subject);
        const key = action.kind === 'bump-package'
            ? `${action.kind}\u0000${action.package}\u0000${action.from}\u0000${action.target}`
            : action.kind;
        const known = groups.get(key);
        if (known === undefined)
            groups.set(key, { action, findings: [one] });
        else
            known.findings.push(one);
    }
    return [...groups.values()]
        .map(({ action, findings }) => ({
        action,
        findings,
        failing: findings.filter(({ fails }) => fails).length,
        counts: countTiers(findings),
        ...(action.kind === 'bump-package' ? { to: targetOf(findings) } : {}),
    }))
        .toSorted((a, b) => b.failing - a.failing ||
        b.findings.length - a.findings.length ||
        Number(b.action.kind === 'bump-base') - Number(a.action.kind === 'bump-base'));
}
function countTiers(findings) {
    const counts = Object.fromEntries(tiers.map(tier => [tier, 0]));
    for (const { tier } of findings)
        counts[tier]++;
    return counts;
}
function actionOf({ tier, origin, vulnerability }, { base }) {
    if (tier === 'A')
        return { kind: 'accepted' };
    if (tier === 'X')
        return { kind: 'delete-image' };
    if (!vulnerability.fixable)
        return { kind: 'wait' };
    if (origin === 'base' && base !== undefined) {
        return {
            kind: 'bump-base',
            guessed: base.by === 'history',
            ...(base.name === undefined ? {} : { base: base.name }),
        };
    }
    const { name, version } = vulnerability.package;
    return {
        kind: 'bump-package',
        package: name,
        from: version,
        target: vulnerability.path ?? vulnerability.target,
    };
}
/** The highest version where all are SemVer; else each that is named, once: other orders are the distribution's. */
function targetOf(findings) {
    const wanted = [...new Set(findings.flatMap(({ vulnerability }) => vulnerability.fixed ?? []))];
    const versions = wanted.flatMap(text => (0,lib_policy/* readVersion */.$4)(text) ?? []);
    if (versions.length === wanted.length && versions.length > 1) {
        return versions.reduce((best, version) => (((0,lib_policy/* compareVersions */.Zy)(version, best) ?? 0) > 0 ? version : best));
    }
    return wanted.join(' and ') || 'a fixed version';
}

;// CONCATENATED MODULE: ./lib/gates/scan/base.js
const rank = { annotation: 0, provenance: 1, known: 2, history: 3 };
/**
 * The base whose layers are the lowest layers of the image. A claim that the layers contradict is no claim: labels
 * survive `FROM`, so an image often carries the annotation of its grandparent. Best source first, then the longest.
 */
function verifiedBase(diffIds, candidates) {
    const [best] = candidates
        .filter(candidate => isPrefix(candidate.diffIds, diffIds))
        .toSorted((a, b) => rank[a.by] - rank[b.by] || b.diffIds.length - a.diffIds.length);
    return best === undefined ? undefined : { layers: best.diffIds.length, by: best.by, name: best.name };
}
/**
 * A guess from the build history: base images end with their CMD or ENTRYPOINT, so the layers up to the last such entry
 * before the image's own first layer from the top are taken for the base's. Nothing for images without such an entry.
 */
function guessBase(history, layers) {
    const filled = history.filter(({ emptyLayer }) => !emptyLayer).length;
    if (filled !== layers)
        return undefined;
    let at = history.length - 1;
    while (at >= 0 && history[at]?.emptyLayer === true)
        at--;
    for (; at >= 0; at--) {
        const entry = history[at];
        if (entry?.emptyLayer !== true || !startsProcess.test(entry.createdBy))
            continue;
        const below = history.slice(0, at).filter(({ emptyLayer }) => !emptyLayer).length;
        return below === 0 ? undefined : { layers: below, by: 'history' };
    }
    return undefined;
}
const startsProcess = /^(?:\/bin\/sh -c #\(nop\)\s+)?(?:CMD|ENTRYPOINT)\b/;
function originOf(diffId, diffIds, base) {
    if (base === undefined || diffId === undefined)
        return 'unknown';
    const layer = diffIds.indexOf(diffId);
    if (layer < 0)
        return 'unknown';
    return layer < base.layers ? 'base' : 'app';
}
function isPrefix(base, whole) {
    return base.length > 0 && base.length <= whole.length && base.every((id, index) => id === whole[index]);
}

// EXTERNAL MODULE: ./lib/image/index.js + 9 modules
var lib_image = __webpack_require__(716);
// EXTERNAL MODULE: ./lib/outcome/index.js + 4 modules
var outcome = __webpack_require__(220);
;// CONCATENATED MODULE: ./lib/gates/scan/report-item.js


function toVulnerability(item, { target, kind }) {
    const from = objectOf(item, 'a vulnerability');
    const fixed = textOf(from, 'FixedVersion');
    const status = textOf(from, 'Status');
    const published = instantOf(textOf(from, 'PublishedDate'));
    return {
        id: required(from, 'VulnerabilityID'),
        aliases: textsOf(from, 'VendorIDs'),
        package: {
            name: required(from, 'PkgName'),
            version: textOf(from, 'InstalledVersion') ?? '',
            ...optional('purl', textOf(nested(from, 'PkgIdentifier'), 'PURL')),
        },
        fixable: fixed !== undefined || status === 'fixed',
        grade: gradeOf(from),
        kind,
        target,
        ...optional('path', textOf(from, 'PkgPath')),
        ...optional('fixed', fixed),
        ...optional('status', status),
        ...optional('title', textOf(from, 'Title')?.slice(0, 300)),
        ...optional('url', webAddress(textOf(from, 'PrimaryURL'))),
        ...optional('diffId', textOf(nested(from, 'Layer'), 'DiffID')),
        ...optional('published', published),
    };
}
function toPackage(item) {
    const from = objectOf(item, 'a package');
    return {
        name: required(from, 'Name'),
        version: textOf(from, 'Version') ?? '',
        ...optional('purl', textOf(nested(from, 'Identifier'), 'PURL')),
    };
}
function toSecret(item, { target }) {
    const from = objectOf(item, 'a secret');
    return {
        rule: required(from, 'RuleID'),
        grade: gradeOf(from),
        title: textOf(from, 'Title') ?? '',
        target,
        line: lineOf(from['StartLine']),
        ...optional('diffId', textOf(nested(from, 'Layer'), 'DiffID')),
    };
}
/** Undefined for a check that passed. */
function toMisconfiguration(item, { target }) {
    const from = objectOf(item, 'a misconfiguration');
    if (textOf(from, 'Status') === 'PASS' || textOf(from, 'Status') === 'EXCEPTION')
        return undefined;
    return {
        id: checkId(textOf(from, 'ID') ?? required(from, 'AVDID')),
        grade: gradeOf(from),
        title: textOf(from, 'Title') ?? '',
        message: textOf(from, 'Message') ?? '',
        target,
        line: lineOf(nested(from, 'CauseMetadata')['StartLine']),
        ...optional('resolution', textOf(from, 'Resolution')),
    };
}
function toLicence(item) {
    const from = objectOf(item, 'a licence');
    return {
        name: required(from, 'Name'),
        package: textOf(from, 'PkgName') ?? '',
        path: textOf(from, 'FilePath') ?? '',
    };
}
function toSuppressed(item) {
    const from = objectOf(item, 'a suppressed finding');
    const finding = nested(from, 'Finding');
    return {
        id: textOf(finding, 'VulnerabilityID') ??
            textOf(finding, 'RuleID') ??
            textOf(finding, 'ID') ??
            textOf(finding, 'Name') ??
            'unnamed',
        package: textOf(finding, 'PkgName') ?? '',
        version: textOf(finding, 'InstalledVersion') ?? '',
        status: textOf(from, 'Status') ?? '',
        statement: textOf(from, 'Statement') ?? '',
        source: textOf(from, 'Source') ?? '',
    };
}
/** `DS002`, `AVD-DS-0002` and `DS-0002` are one check: the spelling changed twice. */
function checkId(text) {
    const bare = text.replace(/^AVD-/, '');
    const old = /^([A-Z]{2,4})(\d{3})$/.exec(bare);
    return old === null ? bare : `${old[1]}-0${old[2]}`;
}
function objectOf(value, what) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value;
    return foreign(`${what} that is no object`);
}
function nested(from, key) {
    const value = from[key];
    return value === undefined || value === null ? {} : objectOf(value, key);
}
/** Undefined for an absent or empty text. */
function textOf(from, key) {
    const value = from[key];
    if (value === undefined || value === null || value === '')
        return undefined;
    return typeof value === 'string' ? value : foreign(`'${key}' that is no text`);
}
function textsOf(from, key) {
    const value = from[key];
    if (value === undefined || value === null)
        return none;
    if (Array.isArray(value) && value.every(item => typeof item === 'string'))
        return value;
    return foreign(`'${key}' that is no list of texts`);
}
function instantOf(text) {
    const milliseconds = text === undefined ? Number.NaN : Date.parse(text);
    return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}
function optional(key, value) {
    return (value === undefined ? {} : { [key]: value });
}
function foreign(what) {
    throw new outcome/* HygieneError */.cU('damaged', `the scan report has ${what}`, {
        fix: 'make the report again, with a supported Trivy and --format json',
    });
}
const none = [];
function required(from, key) {
    return textOf(from, key) ?? foreign(`an entry without '${key}'`);
}
function gradeOf(from) {
    const text = textOf(from, 'Severity');
    if (text === undefined)
        return 'unknown';
    return parseGrade(text) ?? foreign(`the severity '${text.slice(0, 40)}', which is none`);
}
function lineOf(value) {
    return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 1;
}
function webAddress(text) {
    return text !== undefined && /^https?:\/\/[^\s"'<>\\]{1,500}$/.test(text) ? text : undefined;
}

;// CONCATENATED MODULE: ./lib/gates/scan/database.js




function parseDatabase(text, file) {
    let body;
    try {
        body = JSON.parse(text);
    }
    catch (cause) {
        throw unreadable(file, cause);
    }
    const updatedAt = dateOf(body?.UpdatedAt);
    const version = body?.Version;
    if (typeof version !== 'number' || updatedAt === undefined)
        throw unreadable(file);
    const nextUpdate = dateOf(body?.NextUpdate);
    return { version, updatedAt, ...(nextUpdate === undefined ? {} : { nextUpdate }) };
}
/** A day: what clocks and the making of a database may be apart. */
const ahead = 86_400;
/** Throws `undecidable` for a database that is too old to judge by, or of a date that cannot be. */
function checkAge({ updatedAt }, maxAge, now) {
    const fix = 'run without --offline, or bring a newer database; scan.max-db-age says how old it may be';
    if (updatedAt > now + ahead) {
        throw new outcome/* HygieneError */.cU('undecidable', `the vulnerability database is of ${(0,lib_image/* formatInstant */.r4)(updatedAt)}, which is in the future`, { fix: "check this machine's clock, and the database" });
    }
    if (now - updatedAt <= maxAge)
        return;
    throw new outcome/* HygieneError */.cU('undecidable', `the vulnerability database is of ${(0,lib_image/* formatInstant */.r4)(updatedAt)}, more than ${(0,lib_policy/* formatDuration */.a3)(maxAge)} ago: what was found since is not in it`, { fix });
}
/** Whether Trivy would leave it as it is: a newer one is not due yet. */
function isCurrent({ nextUpdate }, now) {
    return nextUpdate !== undefined && now < nextUpdate;
}
function dateOf(value) {
    return typeof value === 'string' ? instantOf(value) : undefined;
}
function unreadable(file, cause) {
    return new outcome/* HygieneError */.cU('damaged', `${file} does not say how old the vulnerability database is`, {
        fix: 'remove it with the database beside it, and let Trivy download both again',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/gates/scan/exceptions.js

const day = 86_400;
/** Exceptions by the id they accept. An exception holds through its last day, UTC. */
function standingsOf({ exceptions }, now) {
    const standings = new Map();
    for (const [index, item] of exceptions.items.entries()) {
        const standing = { item, index, state: stateOf(item, exceptions['max-days'], now) };
        const same = standings.get(item.id);
        if (same === undefined)
            standings.set(item.id, [standing]);
        else
            same.push(standing);
    }
    return standings;
}
function stateOf({ until }, maxDays, now) {
    const start = Date.parse(`${until}T00:00:00Z`) / 1000;
    if (!(now < start + day))
        return 'expired';
    return start > now + maxDays * day ? 'too-long' : 'active';
}
/** Every exception that speaks of this finding; the caller looks at their states. */
function exceptionsFor(subject, standings) {
    if (standings.size === 0)
        return exceptions_none;
    const found = subject.ids.flatMap(id => standings.get(id) ?? exceptions_none);
    return found.filter(({ item }) => namesImage(item, subject.image) && namesPackage(item.packages, subject.package));
}
function namesImage({ images }, image) {
    if (images.length === 0)
        return true;
    return image !== undefined && (0,lib_policy/* matchesAny */._I)(images, image);
}
function namesPackage(wanted, found) {
    if (wanted.length === 0)
        return true;
    if (found === undefined)
        return false;
    return wanted.some(text => (text.startsWith('pkg:') ? isPackage(text, found) : text === found.name));
}
/** `pkg:npm/lodash` is any version, `pkg:npm/lodash@4.17.20` one. Qualifiers (`?arch=…`) are not compared. */
function isPackage(wanted, { purl }) {
    if (purl === undefined)
        return false;
    const [want, have] = [partsOf(wanted), partsOf(purl)];
    return want.name === have.name && (want.version === undefined || want.version === have.version);
}
/** @see https://github.com/package-url/purl-spec: a scope's `@` is written `%40`, so the first `@` parts the version. */
function partsOf(purl) {
    const bare = purl.replace(/[?#].*$/s, '');
    const at = bare.indexOf('@', bare.indexOf('/') + 2);
    return at < 0 ? { name: bare } : { name: bare.slice(0, at), version: bare.slice(at + 1) };
}
const exceptions_none = [];

;// CONCATENATED MODULE: ./lib/gates/scan/exception-findings.js

/**
 * What is wrong with the exceptions themselves: over, longer than the policy allows, or matching nothing in what was
 * scanned. One without `images` may be meant for another image of the same policy, so its silence is only noted.
 */
function exceptionFindings(standings, judgements, { exceptions }, where) {
    const used = new Set(judgements.flatMap(({ exceptions }) => [...exceptions]));
    return [...standings.values()].flat().flatMap(({ item, index, state }) => {
        const path = `scan.exceptions.items.${index}`;
        const location = where(path) ?? where('scan.exceptions.items');
        const at = location === undefined ? {} : { location };
        if (state === 'too-long') {
            return [
                {
                    rule: 'exception-too-long',
                    severity: 'error',
                    message: `the exception for ${item.id} ends on ${item.until}, more than ${exceptions['max-days']} days ahead: it accepts nothing`,
                    fix: `set an earlier 'until', at most ${exceptions['max-days']} days from today`,
                    ...at,
                },
            ];
        }
        if (state === 'expired') {
            return [
                {
                    rule: 'exception-expired',
                    severity: 'warning',
                    message: `the exception of ${item.owner} for ${item.id} ended on ${item.until}`,
                    fix: used.has(index) ? 'fix the finding, or agree on a new end' : 'remove it',
                    ...at,
                },
            ];
        }
        if (used.has(index) || !judgements.some(({ subject }) => namesImage(item, subject.image)))
            return [];
        return [
            {
                rule: 'exception-unused',
                severity: item.images.length === 0 ? 'info' : 'warning',
                message: `the exception of ${item.owner} for ${item.id} matches nothing that was found`,
                fix: 'remove it, or correct its packages and images',
                ...at,
            },
        ];
    });
}

;// CONCATENATED MODULE: ./lib/gates/scan/exploited.js

/**
 * CISA's catalog of known exploited vulnerabilities, or any JSON of its shape. A list without entries is a mistake, not
 * good news.
 * @see https://www.cisa.gov/known-exploited-vulnerabilities-catalog
 */
function parseKnownExploited(text, file) {
    const fix = 'download known_exploited_vulnerabilities.json again';
    let body;
    try {
        body = JSON.parse(text);
    }
    catch (cause) {
        throw new outcome/* HygieneError */.cU('bad-file', `${file} is no JSON`, { fix, cause });
    }
    const entries = body?.vulnerabilities;
    const ids = Array.isArray(entries)
        ? entries.map(entry => entry?.cveID).filter(id => typeof id === 'string')
        : [];
    if (ids.length === 0 || ids.length !== entries.length) {
        throw new outcome/* HygieneError */.cU('bad-file', `${file} is no catalog of exploited vulnerabilities`, { fix });
    }
    const released = body?.dateReleased;
    return { ids: new Set(ids), ...(typeof released === 'string' ? { released } : {}) };
}
/**
 * EPSS: how likely a vulnerability is to be exploited within 30 days, 0 to 1, by id. Lines that are no scores (the
 * comment with the model's date, the heading) are passed over; a file without one score is a mistake.
 * @see https://www.first.org/epss/data_stats
 */
function parseLikelihoods(text, file) {
    const found = new Map();
    for (const [, id, score] of text.matchAll(/^(CVE-\d{4}-\d{4,19}),([01](?:\.\d{1,12})?)(?:,|\r?$)/gm)) {
        if (id !== undefined)
            found.set(id, Number(score));
    }
    if (found.size > 0)
        return found;
    throw new outcome/* HygieneError */.cU('bad-file', `${file} has no EPSS scores`, {
        fix: 'download epss_scores-current.csv.gz and unpack it',
    });
}

;// CONCATENATED MODULE: ./lib/gates/scan/findings.js



/** What the gate says about one image, most of it about vulnerabilities; every finding of the report appears. */
function findingsOf({ subject, report, judged }, rules, eol, standings) {
    const at = placeOf(subject);
    const accepted = (id) => exceptionsFor({ ids: [id], image: subject.image }, standings).some(({ state }) => state === 'active');
    return [
        ...judged.map(one => vulnerabilityFinding(one, subject)),
        ...report.secrets.map(({ rule, grade, title, target, line }) => ({
            rule: ruleId(`secret-${rule}`, 'secret'),
            severity: levelOf(grade, rules.secrets, accepted(rule)),
            message: `${grade} secret in ${target}, line ${line}: ${title || rule}. Whoever can pull the image has it`,
            fix: 'revoke it, then build without it: a build secret (--mount=type=secret) leaves nothing in a layer',
            ...at(target, line),
        })),
        ...report.misconfigurations.map(({ id, grade, title, message, resolution, target, line }) => ({
            rule: ruleId(id, 'misconfiguration'),
            severity: levelOf(grade, rules.misconfig, accepted(id)),
            message: `${grade} misconfiguration in ${target}: ${message || title}`,
            ...(resolution === undefined ? {} : { fix: resolution }),
            ...at(target, line),
        })),
        ...licenceFindings(report.licences, rules, at),
        ...report.suppressed.map(({ id, package: name, version, status, statement, source }) => ({
            rule: ruleId(id, 'suppressed'),
            severity: 'info',
            message: `suppressed by ${source || 'the scanner'} as ${status || 'ignored'}: ${id} in ${name} ${version}. Reason: ${statement || 'none given'}`,
            ...at('', 1),
        })),
        ...systemFindings(report.system, eol).map(finding => ({ ...finding, ...at('', 1) })),
    ];
}
/** A file's findings point into it; an image's name the image. */
function placeOf({ image, name }) {
    if (image !== undefined)
        return () => ({ image: name });
    return (file, line) => (file === '' ? { image: name } : { location: { file, line } });
}
function vulnerabilityFinding(one, subject) {
    const { vulnerability, tier, fails, graceUntil } = one;
    const severity = fails
        ? 'error'
        : graceUntil !== undefined || tier === 'T0' || tier === 'T1' || tier === 'T2'
            ? 'warning'
            : 'info';
    const { name, version } = vulnerability.package;
    const fix = fixOf(one, subject);
    return {
        rule: ruleId(vulnerability.id, 'vulnerability'),
        severity,
        message: `${tier} ${vulnerability.grade}: ${name} ${version}${vulnerability.title === undefined ? '' : `, ${vulnerability.title}`} (${circumstancesOf(one, subject)})`,
        ...(fix === undefined ? {} : { fix }),
        ...placeOf(subject)(vulnerability.path ?? vulnerability.target, 1),
    };
}
function circumstancesOf({ exploited, origin, accepted, graceUntil, vulnerability }, subject) {
    const guess = subject.base?.by === 'history' ? ', by a guess' : '';
    return [
        ...(exploited ? ['exploited in the wild'] : []),
        useWords(subject),
        ...(origin === 'unknown'
            ? []
            : [origin === 'base' ? `from the base image${guess}` : `added on the base${guess}`]),
        vulnerability.fixable
            ? `fixed in ${vulnerability.fixed ?? 'a newer version'}`
            : withoutFix(vulnerability),
        ...(accepted === undefined
            ? []
            : [
                `accepted by ${accepted.owner} until ${accepted.until} as ${accepted.reason}${saidBy(accepted.statement)}`,
            ]),
        ...(graceUntil === undefined
            ? []
            : [`newly published, only reported until ${(0,lib_image/* formatInstant */.r4)(graceUntil)}`]),
    ].join('; ');
}
function useWords({ use, where }) {
    if (use !== 'running')
        return 'does not run';
    return where === undefined ? 'counts as running' : `runs: ${where}`;
}
function saidBy(statement) {
    return statement === undefined ? '' : `: ${statement}`;
}
function withoutFix({ status }) {
    const words = status?.replaceAll('_', ' ');
    return words === undefined || words === 'affected' ? 'no fix yet' : `no fix: ${words}`;
}
function fixOf({ tier, origin, vulnerability }, { base }) {
    if (tier === 'A')
        return undefined;
    if (tier === 'X')
        return 'delete the image: it does not run';
    if (!vulnerability.fixable)
        return undefined;
    const { name } = vulnerability.package;
    const to = vulnerability.fixed ?? 'a fixed version';
    return origin === 'base'
        ? `build on a newer base image${base?.name === undefined ? '' : ` than ${base.name}`}, one with ${name} ${to}`
        : `upgrade ${name} to ${to}`;
}
/** At or above the policy's level it fails; below, and where it is accepted, it is shown. */
function levelOf(grade, threshold, accepted) {
    if (accepted || threshold === 'off')
        return 'info';
    return isAtLeast(grade, threshold) ? 'error' : 'info';
}
function licenceFindings(licences, { licences: refused }, at) {
    const names = new Set(refused.map(name => name.toLowerCase()));
    return licences
        .filter(({ name }) => names.has(name.toLowerCase()))
        .map(({ name, package: owner, path }) => ({
        rule: 'licence-refused',
        severity: 'error',
        message: `${owner || path || 'a file'} is under ${name}, which the policy refuses`,
        fix: `replace ${owner || path}, or take '${name}' out of scan.licences`,
        ...at(path, 1),
    }));
}
function systemFindings(system, eol) {
    if (system?.ended !== true || eol === 'off')
        return [];
    return [
        {
            rule: 'system-ended',
            severity: eol === 'warn' ? 'warning' : eol,
            message: `${system.family} ${system.name} is no longer supported: vulnerabilities found since are neither listed nor fixed`,
            fix: `build on a supported release of ${system.family}`,
        },
    ];
}
/** An id of the report as a rule's name; other text than an id has becomes the kind's own name. */
function ruleId(id, otherwise) {
    return /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/.test(id) ? id : otherwise;
}

;// CONCATENATED MODULE: ./lib/gates/scan/ignore-file.js
/**
 * `.trivyignore.yaml` for what the policy accepts here. Each entry names the packages that were found, so that it mutes
 * no more than the policy does, and ends when the exception ends: Trivy drops an entry as its day begins, the policy as
 * it is over, hence the day after. What has no package URL is left out, as it could only be muted everywhere.
 * @see https://trivy.dev/docs/latest/configuration/filtering/#trivyignoreyaml
 */
function toTrivyIgnore(judgements) {
    const entries = acceptances(judgements).filter(({ purls }) => purls.length > 0);
    if (entries.length === 0)
        return 'vulnerabilities: []\n';
    const rows = entries.flatMap(({ id, exception, purls }) => [
        `  - id: ${quoted(id)}`,
        '    purls:',
        ...purls.map(purl => `      - ${quoted(purl)}`),
        `    expired_at: ${dayAfter(exception.until)}`,
        `    statement: ${quoted(statementOf(exception))}`,
    ]);
    return `vulnerabilities:\n${rows.join('\n')}\n`;
}
/** Reasons of the policy in the words of OpenVEX 0.2.0. */
const justifications = {
    'not-installed': 'component_not_present',
    unreachable: 'vulnerable_code_not_in_execute_path',
    mitigated: 'inline_mitigations_already_exist',
};
/**
 * One OpenVEX document about the images judged: each with the packages in it, never an image as a whole, which would
 * mute the vulnerability wherever it sits.
 * @param id an IRI of the document, the same for the same policy
 * @param timestamp RFC 3339
 * @see https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md
 */
function toOpenVex(judgements, id, timestamp) {
    const statements = judgements.flatMap(judgement => {
        const product = productOf(judgement);
        if (product === undefined)
            return [];
        return acceptances([judgement])
            .filter(({ purls }) => purls.length > 0)
            .map(({ id, exception, purls }) => ({
            vulnerability: { name: id },
            products: [{ '@id': product, subcomponents: purls.map(purl => ({ '@id': purl })) }],
            status: 'not_affected',
            justification: justifications[exception.reason],
            impact_statement: statementOf(exception),
        }));
    });
    const document = {
        '@context': 'https://openvex.dev/ns/v0.2.0',
        '@id': id,
        author: 'image-hygiene',
        timestamp,
        version: 1,
        statements,
    };
    return `${JSON.stringify(document, undefined, 2)}\n`;
}
function acceptances(judgements) {
    const found = new Map();
    for (const { accepted, vulnerability } of judgements.flatMap(({ judged }) => judged)) {
        if (accepted === undefined)
            continue;
        const key = `${vulnerability.id}\u0000${accepted.owner}\u0000${accepted.until}`;
        const known = found.get(key) ?? { id: vulnerability.id, exception: accepted, purls: new Set() };
        if (vulnerability.package.purl !== undefined)
            known.purls.add(vulnerability.package.purl);
        found.set(key, known);
    }
    return [...found.values()].map(({ purls, ...rest }) => ({ ...rest, purls: [...purls].toSorted() }));
}
/** `pkg:oci/app@sha256:…?repository_url=ghcr.io%2Facme%2Fapp` */
function productOf({ subject: { image } }) {
    if (image?.digest === undefined)
        return undefined;
    const name = image.repository.slice(image.repository.lastIndexOf('/') + 1);
    const digest = image.digest.replace(':', '%3A');
    return `pkg:oci/${name}@${digest}?repository_url=${encodeURIComponent(image.repository)}`;
}
function statementOf({ reason, statement, owner, until }) {
    return `${statement ?? reason} (${owner}, until ${until})`;
}
function dayAfter(day) {
    return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
/** JSON text is YAML text. */
function quoted(text) {
    return JSON.stringify(text);
}

;// CONCATENATED MODULE: ./lib/gates/scan/judge.js




/** The verdict on one report, finding by finding. */
function judge(report, subject, circumstances) {
    const failing = new Set(circumstances.rules['fail-tiers']);
    const exceptions = new Set();
    const judged = report.vulnerabilities.map(vulnerability => {
        const ids = [vulnerability.id, ...vulnerability.aliases];
        const speaking = exceptionsFor({ ids, package: vulnerability.package, image: subject.image }, circumstances.standings);
        for (const { index } of speaking)
            exceptions.add(index);
        return judgeOne(vulnerability, ids, speaking, failing, report, subject, circumstances);
    });
    return { subject, report, judged: judged.toSorted(byUrgency), exceptions };
}
function judgeOne(vulnerability, ids, speaking, failing, report, subject, { rules, now, exploited: known, likelihoods }) {
    const accepted = speaking.find(({ state }) => state === 'active')?.item;
    const exploited = ids.some(id => known.has(id));
    const origin = originOf(vulnerability.diffId, report.image.diffIds, subject.base);
    const tier = tierOf({
        vulnerability,
        use: subject.use,
        origin,
        exploited,
        accepted: accepted !== undefined,
    });
    const graceUntil = exploited ? undefined : graceOf(vulnerability, rules.grace, now);
    const likelihood = likelihoods.get(vulnerability.id);
    return {
        vulnerability,
        tier,
        origin,
        exploited,
        ...(likelihood === undefined ? {} : { likelihood }),
        ...(accepted === undefined ? {} : { accepted }),
        ...(graceUntil === undefined ? {} : { graceUntil }),
        fails: failing.has(tier) && graceUntil === undefined,
    };
}
/** What is exploited gets no grace; neither does what has no date, or one in the future. */
function graceOf({ published }, grace, now) {
    if (published === undefined || grace === 0 || published > now)
        return undefined;
    return now < published + grace ? published + grace : undefined;
}
const judge_rank = Object.fromEntries(tiers.map((tier, index) => [tier, index]));
function byUrgency(a, b) {
    return (Number(b.fails) - Number(a.fails) ||
        judge_rank[a.tier] - judge_rank[b.tier] ||
        compareGrades(a.vulnerability.grade, b.vulnerability.grade) ||
        (b.likelihood ?? 0) - (a.likelihood ?? 0) ||
        compareText(a.vulnerability.package.name, b.vulnerability.package.name) ||
        compareText(a.vulnerability.id, b.vulnerability.id));
}
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./lib/gates/scan/json-cursor.js

/**
 * Reads a JSON document of any size piece by piece: only the pieces that are asked for become values, so a report of
 * 100 MB never stands in memory as objects. What is passed over is only delimited, what is read is checked by
 * `JSON.parse`; a document that ends early or goes on after its end is `damaged`.
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
class JsonCursor {
    #bytes;
    #name;
    #at = 0;
    /** @param name stands in errors */
    constructor(bytes, name) {
        this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
        this.#name = name;
        if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
            this.#at = 3;
    }
    /** Calls `read` with each key of an object; it consumes the value. A key given twice is `damaged`: readers would differ. */
    members(read) {
        const seen = new Set();
        this.#list(openBrace, closeBrace, () => {
            const key = this.value();
            if (typeof key !== 'string')
                this.#fail('has a key that is no string');
            if (seen.has(key))
                this.#fail(`has the key '${key.slice(0, 40)}' twice`);
            seen.add(key);
            this.#expect(colon);
            read(key);
        });
    }
    /** Calls `read` before each item of an array; it consumes the item. `null` is an empty array, as Go writes it. */
    items(read) {
        if (this.#peek() === letterN) {
            this.value();
            return;
        }
        this.#list(openBracket, closeBracket, read);
    }
    value() {
        this.#peek();
        const start = this.#at;
        this.skip();
        try {
            return JSON.parse(this.#bytes.toString('utf8', start, this.#at));
        }
        catch (cause) {
            return this.#fail('is no JSON', start, cause);
        }
    }
    skip() {
        const first = this.#peek();
        if (first === quote)
            this.#skipString();
        else if (first === openBrace || first === openBracket)
            this.#skipNested();
        else
            this.#skipWord();
    }
    end() {
        if (this.#peek() !== undefined)
            this.#fail('goes on after its end');
    }
    #list(open, close, read) {
        this.#expect(open);
        if (this.#peek() === close) {
            this.#at++;
            return;
        }
        for (;;) {
            read();
            const next = this.#peek();
            this.#at++;
            if (next === close)
                return;
            if (next !== comma)
                this.#fail('is no JSON', this.#at - 1);
        }
    }
    #peek() {
        let next = this.#bytes[this.#at];
        while (next === 0x20 || next === 0x0a || next === 0x0d || next === 0x09)
            next = this.#bytes[++this.#at];
        return next;
    }
    #expect(byte) {
        if (this.#peek() !== byte)
            this.#fail('is no JSON');
        this.#at++;
    }
    #skipString() {
        const bytes = this.#bytes;
        let at = this.#at + 1;
        for (; at < bytes.length; at++) {
            const byte = bytes[at];
            if (byte === quote)
                break;
            if (byte === backslash)
                at++;
        }
        if (at >= bytes.length)
            this.#fail('ends too early');
        this.#at = at + 1;
    }
    #skipNested() {
        const bytes = this.#bytes;
        let depth = 0;
        while (this.#at < bytes.length) {
            const byte = bytes[this.#at];
            if (byte === quote) {
                this.#skipString();
                continue;
            }
            this.#at++;
            if (byte === openBrace || byte === openBracket)
                depth++;
            else if ((byte === closeBrace || byte === closeBracket) && --depth === 0)
                return;
        }
        this.#fail('ends too early');
    }
    #skipWord() {
        const start = this.#at;
        const bytes = this.#bytes;
        while (this.#at < bytes.length && isWord(bytes[this.#at]))
            this.#at++;
        if (this.#at === start)
            this.#fail(start >= bytes.length ? 'ends too early' : 'is no JSON');
    }
    #fail(what, at = this.#at, cause) {
        throw new outcome/* HygieneError */.cU('damaged', `${this.#name} ${what} (byte ${at} of ${this.#bytes.length})`, {
            fix: 'make the report again',
            cause,
        });
    }
}
const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const letterN = 0x6e;
/** Letters, digits and signs of numbers: what `true`, `null` and `-1.5e+3` are made of. */
function isWord(byte) {
    return ((byte >= 0x30 && byte <= 0x39) ||
        (byte >= 0x61 && byte <= 0x7a) ||
        byte === 0x2d ||
        byte === 0x2b ||
        byte === 0x2e ||
        byte === 0x45);
}

;// CONCATENATED MODULE: ./lib/gates/scan/report-parse.js




/**
 * Reads a Trivy report, schema version 2. Throws `damaged` for what is empty, cut off or of another shape, and
 * `undecidable` for another schema version: a report that is not understood is never "no findings".
 * @param options.packages also the list of packages, for a catalog record
 * @see https://trivy.dev/docs/latest/configuration/reporting/#json
 */
function parseTrivyReport(bytes, options = {}) {
    const name = options.name ?? 'the scan report';
    if (bytes.length === 0) {
        throw new outcome/* HygieneError */.cU('damaged', `${name} is empty: the scanner did not finish`, {
            fix: 'make the report again and look at what the scanner says',
        });
    }
    const cursor = new JsonCursor(bytes, name);
    const lists = emptyLists();
    const wanted = options.packages === true;
    const head = {};
    cursor.members(key => {
        if (key === 'Results')
            cursor.items(() => readResult(cursor, lists, wanted));
        else {
            // Read even where it is not needed: a report that is broken anywhere is a broken report.
            const value = cursor.value();
            if (heads.has(key))
                head[key] = value;
        }
    });
    cursor.end();
    checkVersion(head['SchemaVersion'], name);
    const metadata = nested(head, 'Metadata');
    return {
        ...optional('scanner', textOf(nested(head, 'Trivy'), 'Version')),
        ...optional('createdAt', instantOf(textOf(head, 'CreatedAt'))),
        artifact: { name: textOf(head, 'ArtifactName') ?? '', kind: textOf(head, 'ArtifactType') ?? '' },
        ...optional('system', systemOf(metadata)),
        image: imageOf(metadata),
        ...lists,
    };
}
const heads = new Set(['SchemaVersion', 'Trivy', 'CreatedAt', 'ArtifactName', 'ArtifactType', 'Metadata']);
function checkVersion(version, name) {
    if (version === 2)
        return;
    const said = version === undefined ? 'names no schema version' : `has schema version ${JSON.stringify(version)}`;
    throw new outcome/* HygieneError */.cU('undecidable', `${name} ${said.slice(0, 80)}: this release reads version 2`, {
        fix: 'use a supported Trivy and --format json',
    });
}
function emptyLists() {
    return {
        vulnerabilities: [],
        secrets: [],
        misconfigurations: [],
        licences: [],
        suppressed: [],
        packages: [],
        packageLists: 0,
    };
}
/** Target and class stand in front of the lists, as Go writes its fields; a report where they do not is foreign. */
function readResult(cursor, lists, wantsPackages) {
    const facts = { target: '', kind: '' };
    let listed = false;
    const each = (read) => {
        listed = true;
        cursor.items(() => read(cursor.value(), facts));
    };
    const text = (key) => {
        if (listed)
            foreign(`a result with '${key}' behind its findings`);
        return textOf({ [key]: cursor.value() }, key) ?? '';
    };
    cursor.members(key => {
        switch (key) {
            case 'Target':
                facts.target = text(key);
                break;
            case 'Class':
                facts.kind = text(key);
                break;
            case 'Vulnerabilities':
                each((item, facts) => lists.vulnerabilities.push(toVulnerability(item, facts)));
                break;
            case 'Secrets':
                each((item, facts) => lists.secrets.push(toSecret(item, facts)));
                break;
            case 'Misconfigurations':
                each((item, facts) => {
                    const failed = toMisconfiguration(item, facts);
                    if (failed !== undefined)
                        lists.misconfigurations.push(failed);
                });
                break;
            case 'Licenses':
                each(item => lists.licences.push(toLicence(item)));
                break;
            case 'ExperimentalModifiedFindings':
                each(item => lists.suppressed.push(toSuppressed(item)));
                break;
            case 'Packages':
                if (wantsPackages)
                    each(item => lists.packages.push(toPackage(item)));
                else
                    cursor.skip();
                break;
            default:
                cursor.value();
        }
    });
    if (facts.kind === 'os-pkgs' || facts.kind === 'lang-pkgs')
        lists.packageLists++;
}
function systemOf(metadata) {
    const system = nested(metadata, 'OS');
    const family = textOf(system, 'Family');
    if (family === undefined || family === 'none')
        return undefined;
    return { family, name: textOf(system, 'Name') ?? '', ended: system['EOSL'] === true };
}
function imageOf(metadata) {
    const config = nested(metadata, 'ImageConfig');
    const os = textOf(config, 'os');
    const platform = os === undefined ? undefined : `${os}/${textOf(config, 'architecture') ?? 'unknown'}`;
    return {
        digests: textsOf(metadata, 'RepoDigests'),
        tags: textsOf(metadata, 'RepoTags'),
        diffIds: textsOf(metadata, 'DiffIDs'),
        history: historyOf(config['history']),
        labels: (0,lib_image/* parseAnnotations */.KX)(nested(config, 'config')['Labels']),
        ...optional('id', textOf(metadata, 'ImageID')),
        ...optional('platform', platform),
    };
}
function historyOf(value) {
    if (value === undefined || value === null)
        return [];
    if (!Array.isArray(value))
        return foreign('a history that is no list');
    return value.map(item => {
        const entry = objectOf(item, 'a history entry');
        return { createdBy: textOf(entry, 'created_by') ?? '', emptyLayer: entry['empty_layer'] === true };
    });
}

// EXTERNAL MODULE: ./lib/report/index.js + 7 modules
var report = __webpack_require__(1076);
;// CONCATENATED MODULE: ./lib/gates/scan/story.js



/** Rows of findings in the summary; the rest is counted, the reports have all of them. */
const mostRows = 200;
/**
 * The line a manager understands: how many to fix now and by what, and what the others are. `2 to fix now: both by
 * bumping the base image; 1,431 others do not run`.
 */
function headline(judgements) {
    const all = judgements.flatMap(({ judged }) => judged);
    const failing = all.filter(({ fails }) => fails);
    const others = all.filter(({ fails }) => !fails);
    const parts = [
        failing.length === 0
            ? 'Nothing to fix now'
            : `${count(failing.length)} to fix now: ${waysOf(judgements, failing.length)}`,
        ...restOf(others),
    ];
    return parts.join('; ');
}
function waysOf(judgements, total) {
    const ways = new Map();
    for (const group of judgements.flatMap(actionsOf)) {
        if (group.failing === 0)
            continue;
        const way = wayOf(group.action);
        ways.set(way, (ways.get(way) ?? 0) + group.failing);
    }
    const sorted = [...ways].toSorted(([, a], [, b]) => b - a);
    if (sorted.length === 1 && total > 1)
        return `${total === 2 ? 'both' : 'all'} ${sorted[0]?.[0]}`;
    const shown = sorted.slice(0, 3).map(([way, number]) => (total === 1 ? way : `${count(number)} ${way}`));
    const more = sorted.slice(3).reduce((sum, [, number]) => sum + number, 0);
    return [...shown, ...(more === 0 ? [] : [`${count(more)} in other ways`])].join(', ');
}
function wayOf(action) {
    switch (action.kind) {
        case 'bump-base':
            return 'by bumping the base image';
        case 'bump-package':
            return `by upgrading ${(0,report/* oneLine */.TN)(action.package, 60)}`;
        case 'delete-image':
            return 'by deleting the image';
        case 'wait':
            return 'without a fix yet: replace the package or accept it in the policy';
        case 'accepted':
            return 'accepted';
    }
}
function restOf(others) {
    const counts = countTiers(others);
    const idle = counts.T4 + counts.X;
    const waiting = others.length - idle - counts.A;
    return [
        ...(idle === 0 ? [] : [`${otherOnes(idle)} ${idle === 1 ? 'does' : 'do'} not run`]),
        ...(waiting === 0 ? [] : [`${otherOnes(waiting)} can wait`]),
        ...(counts.A === 0 ? [] : [`${count(counts.A)} accepted for a time`]),
    ];
}
/** The summary in Markdown: headline, one table of images if there are several, then per image what to do and the findings. */
function story(judgements) {
    const parts = [`**${(0,report/* inMarkdown */.Hi)(headline(judgements))}**`];
    if (judgements.length > 1)
        parts.push(imagesTable(judgements));
    let room = mostRows;
    for (const judgement of judgements) {
        if (judgement.judged.length === 0 || room <= 0)
            continue;
        parts.push(...imageStory(judgement, room));
        room -= judgement.judged.length;
    }
    return parts.join('\n\n');
}
function imagesTable(judgements) {
    const rows = judgements
        .map(({ subject, judged }) => ({
        subject,
        counts: countTiers(judged),
        failing: judged.filter(one => one.fails).length,
    }))
        .toSorted((a, b) => b.failing - a.failing)
        .map(({ subject, counts, failing }) => row([
        (0,report/* inCode */.pN)(subject.name),
        subject.where === undefined ? subject.use : (0,report/* inMarkdown */.Hi)(subject.where, 120),
        count(failing),
        ...tiers.map(tier => count(counts[tier])),
    ]));
    return [
        row(['image', 'use', 'to fix now', ...tiers]),
        row(Array(tiers.length + 3).fill('---')),
        ...rows,
    ].join('\n');
}
function imageStory(judgement, room) {
    const { subject, judged } = judgement;
    const shown = judged.slice(0, room);
    const left = judged.length - shown.length;
    return [
        `### ${(0,report/* inCode */.pN)(subject.name)}`,
        baseLine(judgement),
        [
            row(['what to do', 'mends', 'of them to fix now', 'tiers']),
            row(['---', '---', '---', '---']),
            ...actionsOf(judgement).slice(0, 50).map(actionRow),
        ].join('\n'),
        [
            row(['tier', 'severity', 'vulnerability', 'package', 'fixed in', 'from', 'remark']),
            row(Array(7).fill('---')),
            ...shown.map(findingRow),
        ].join('\n'),
        ...(left === 0 ? [] : [`${count(left)} more findings are in the reports.`]),
    ];
}
function baseLine({ subject }) {
    const { base } = subject;
    if (base === undefined)
        return 'Base image: not known, so nothing is put down to it.';
    if (base.by === 'history')
        return `Base image: the lowest ${count(base.layers)} layers, a guess from the build history.`;
    return `Base image: ${(0,report/* inCode */.pN)(base.name ?? '')}, its ${count(base.layers)} layers verified (${base.by}).`;
}
function actionRow({ action, findings, failing, counts, to }) {
    const spread = tiers.filter(tier => counts[tier] > 0).map((tier) => `${tier} ${count(counts[tier])}`);
    return row([actionWords(action, to), count(findings.length), count(failing), spread.join(', ')]);
}
function actionWords(action, to) {
    switch (action.kind) {
        case 'bump-base':
            return `build on a newer base${action.base === undefined ? '' : ` than ${(0,report/* inCode */.pN)(action.base)}`}${action.guessed ? ' (base guessed)' : ''}`;
        case 'bump-package':
            return `upgrade ${(0,report/* inCode */.pN)(action.package)} ${(0,report/* inMarkdown */.Hi)(action.from)} to ${(0,report/* inMarkdown */.Hi)(to ?? '')} in ${(0,report/* inCode */.pN)(action.target)}`;
        case 'delete-image':
            return 'delete the image: it does not run';
        case 'wait':
            return 'wait for a fix, or replace the package';
        case 'accepted':
            return 'nothing: accepted';
    }
}
function findingRow({ tier, vulnerability, origin, exploited, likelihood, accepted, graceUntil, fails, }) {
    const { id, grade, fixed, package: found } = vulnerability;
    const remarks = [
        ...(exploited ? ['exploited'] : []),
        ...(likelihood === undefined ? [] : [`EPSS ${(likelihood * 100).toFixed(1)} %`]),
        ...(accepted === undefined
            ? []
            : [`accepted by ${(0,report/* inMarkdown */.Hi)(accepted.owner)} until ${accepted.until}: ${accepted.reason}`]),
        ...(graceUntil === undefined ? [] : ['new: grace']),
    ];
    return row([
        fails ? `**${tier}**` : tier,
        grade,
        (0,report/* inCode */.pN)(id),
        `${(0,report/* inCode */.pN)(found.name)} ${(0,report/* inMarkdown */.Hi)(found.version, 60)}`,
        (0,report/* inMarkdown */.Hi)(fixed ?? '', 60),
        origin === 'unknown' ? '' : origin,
        remarks.join(', '),
    ]);
}
function row(cells) {
    return `| ${cells.join(' | ')} |`;
}
function count(number) {
    return number.toLocaleString('en');
}
function otherOnes(number) {
    return `${count(number)} ${number === 1 ? 'other' : 'others'}`;
}

;// CONCATENATED MODULE: ./lib/gates/scan/trivy.js
const compromised = 'this release was published by an attacker in March 2026 (GHSA-69fq-xp46-6x23)';
const systems = { linux: 'Linux', darwin: 'macOS' };
const machines = { x64: '64bit', arm64: 'ARM64' };
/** @see https://github.com/aquasecurity/trivy/releases */
const trivy = {
    name: 'trivy',
    versionArguments: ['--version', '--quiet'],
    versionPattern: /^Version: (\S+)/m,
    supported: '>=0.70.0 <0.90.0',
    refused: { '0.69.4': compromised, '0.69.5': compromised, '0.69.6': compromised },
    releases: 'https://github.com/aquasecurity/trivy/releases/download',
    asset(version, { os, arch }) {
        const [system, machine] = [systems[os], machines[arch]];
        if (system === undefined || machine === undefined)
            return undefined;
        return { path: `v${version}/trivy_${version}_${system}-${machine}.tar.gz`, member: 'trivy' };
    },
};
/**
 * The arguments of the one run that everything is made from. Never `--exit-code`: Trivy also exits 1 for its own
 * faults. Never a filter (`--severity`, `--ignore-unfixed`): what is filtered away cannot be shown with its reason.
 */
function scanArguments(source, settings, output) {
    const { scanners, cacheDir, offline, databases, javaDatabases, vex, caFile, timeout } = settings;
    return [
        source.kind === 'folder' ? 'fs' : 'image',
        ...['--format', 'json', '--output', output, '--scanners', scanners.join(',')],
        ...['--show-suppressed', '--no-progress', '--skip-version-check', '--disable-telemetry'],
        ...['--cache-dir', cacheDir, '--timeout', `${timeout}s`],
        ...(offline
            ? ['--skip-db-update', '--skip-java-db-update', '--skip-check-update', '--offline-scan']
            : []),
        ...databases.flatMap(database => ['--db-repository', database]),
        ...javaDatabases.flatMap(database => ['--java-db-repository', database]),
        ...vex.flatMap(file => ['--vex', file]),
        ...(caFile === undefined ? [] : ['--cacert', caFile]),
        ...sourceArguments(source, scanners),
    ];
}
function sourceArguments(source, scanners) {
    if (source.kind === 'folder')
        return ['--', source.path];
    const config = scanners.filter(scanner => scanner === 'secret' || scanner === 'misconfig');
    const ofConfig = config.length === 0 ? [] : ['--image-config-scanners', config.join(',')];
    if (source.kind === 'archive')
        return [...ofConfig, '--input', source.path];
    return [
        ...ofConfig,
        // Never the daemon of the machine: what it holds under the same name may be another image.
        ...['--image-src', 'remote'],
        ...(source.plainHttp ? ['--insecure'] : []),
        ...['--', source.reference],
    ];
}
/** Another format of the same report, without a second scan. */
function convertArguments(format, report, output) {
    const withVulnerabilities = format === 'cyclonedx' ? ['--scanners', 'vuln'] : [];
    return ['convert', '--quiet', '--format', format, ...withVulnerabilities, '--output', output, '--', report];
}

;// CONCATENATED MODULE: ./lib/gates/scan/trivy-run.js



const largestReport = 1024 * 1024 * 1024;
/** What of our environment Trivy needs to reach a registry: where credentials lie, and proxies. No CI token. */
const passed = [
    'DOCKER_CONFIG',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'http_proxy',
    'https_proxy',
    'no_proxy',
];
/**
 * One run, one report, at `output`. The child works in an empty folder: a `trivy.yaml`, `.trivyignore` or
 * `trivy-secret.yaml` of the checkout would otherwise change the verdict without a word.
 */
async function runTrivy(scanner, source, settings, output, world) {
    const { path, login } = scanner;
    const cwd = await world.files.temporaryFolder();
    const ran = await world.processes.run(path, scanArguments(source, settings, output), {
        cwd,
        env: {
            ...environment(world),
            ...(login === undefined ? {} : { TRIVY_USERNAME: login.username, TRIVY_PASSWORD: login.password }),
        },
        // Trivy ends by itself; this is for one that hangs.
        timeout: (settings.timeout + 15) * 1000,
    });
    if (ran.code !== 0)
        throw failureOf(ran, nameOf(source));
    return readReport(output, world);
}
async function convert(scanner, format, report, output, world) {
    const cwd = await world.files.temporaryFolder();
    const ran = await world.processes.run(scanner.path, convertArguments(format, report, output), {
        cwd,
        env: {},
        timeout: 120_000,
    });
    if (ran.code !== 0)
        throw failureOf(ran, `the report as ${format}`);
    return readReport(output, world);
}
async function readReport(path, { files }) {
    if ((await files.kind(path)) !== 'file') {
        throw new outcome/* HygieneError */.cU('damaged', 'Trivy ended without an error and without a report', {
            fix: 'run it by hand and look at what it says',
        });
    }
    return files.read(path, largestReport);
}
function environment({ env }) {
    return Object.fromEntries(passed.flatMap(name => (env[name] === undefined ? [] : [[name, env[name]]])));
}
function nameOf(source) {
    return source.kind === 'image' ? source.reference : source.path;
}
const advice = [
    [/deadline exceeded|timed? ?out/i, 'give it more time with --scan-timeout, or scan nearer to the registry'],
    [
        /TOOMANYREQUESTS|429/,
        'name a mirror of the database with --db-repositories, and keep trivy-cache-dir between runs',
    ],
    [
        /first run|cannot be specified on the first run/,
        'run once without --offline, or bring a database in trivy-cache-dir',
    ],
    [/UNAUTHORIZED|DENIED|401|403/, 'log in to the registry, or give registry-username and registry-password'],
    [/MANIFEST_UNKNOWN|NAME_UNKNOWN|404/, 'check the reference: the registry does not have it'],
    [
        /in use by another process|cache may be in use/,
        'give each run that goes on at the same time a trivy-cache-dir of its own',
    ],
    [
        /failed to download.*DB|DB error/i,
        'name a mirror with --db-repositories, or bring a database and say --offline',
    ],
];
/** One sentence from what Trivy printed: the last line it called fatal, else its last line. */
function failureOf({ code, stdout, stderr }, about) {
    const rows = `${stdout}\n${stderr}`.split('\n').filter(row => row.trim() !== '');
    const fatal = rows.findLastIndex(row => /\bFATAL\b/.test(row));
    const said = fatal < 0 ? (rows.at(-1) ?? 'it said nothing') : rows.slice(fatal, fatal + 8).join(' ');
    const cause = said
        .replace(/^.*?\bFATAL\b\s*/, '')
        .replace(/\s+/g, ' ')
        .trim();
    const fix = advice.find(([pattern]) => pattern.test(said))?.[1];
    return new outcome/* HygieneError */.cU('tool-failed', `Trivy could not scan ${(0,report/* oneLine */.TN)(about)} (exit code ${code}): ${(0,report/* oneLine */.TN)(cause, 600)}`, { fix: fix ?? 'run it by hand with --debug and look at what it says' });
}

;// CONCATENATED MODULE: ./lib/gates/scan/index.js















// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
// EXTERNAL MODULE: ./lib/steps/policy.js + 1 modules
var steps_policy = __webpack_require__(9243);
// EXTERNAL MODULE: ./lib/steps/registries.js
var steps_registries = __webpack_require__(7560);
// EXTERNAL MODULE: ./lib/steps/reports.js
var reports = __webpack_require__(5404);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/steps/scan-files.js






/** Everything else that is made of the one scan. Returns the paths by output name. */
async function writeScanFiles(scanned, files, run, world) {
    const outputs = {};
    const judgements = scanned.map(({ judgement }) => judgement);
    const write = async (name, path, render) => {
        if (path === undefined)
            return;
        await world.files.write(path, render());
        outputs[name] = path;
    };
    const writeEach = async (name, path, render) => {
        if (path === undefined)
            return;
        const paths = pathsFor(path, scanned);
        for (const [index, one] of scanned.entries())
            await world.files.write(paths[index], await render(one));
        outputs[name] = paths.join('\n');
    };
    const converted = (format) => async ({ path }) => {
        const output = `${await world.files.temporaryFolder()}/converted.json`;
        return convert(needed(run.scanner), format, path, output, world);
    };
    await write('markdown-file', files.markdownFile, () => `${run.story}\n`);
    await write('container-scanning-file', files.containerScanningFile, () => (0,report/* toContainerScanning */.oH)(judgements.flatMap(entriesOf), {
        tool: { name: 'trivy', version: run.scannerVersion },
        version: version/* version */.r,
        startedAt: (0,lib_image/* formatInstant */.r4)(run.startedAt),
        endedAt: (0,lib_image/* formatInstant */.r4)(world.now()),
    }, key => (0,external_node_crypto_.createHash)('sha256').update(key).digest('hex')));
    await write('trivyignore-file', files.trivyignoreFile, () => toTrivyIgnore(judgements));
    await write('openvex-file', files.openvexFile, () => toOpenVex(judgements, `urn:image-hygiene:vex:${run.policy}`, (0,lib_image/* formatInstant */.r4)(world.now())));
    await writeEach('trivy-report-file', files.trivyReportFile, async ({ bytes }) => bytes);
    await writeEach('cyclonedx-file', files.cyclonedxFile, converted('cyclonedx'));
    await writeEach('spdx-file', files.spdxFile, converted('spdx-json'));
    return outputs;
}
/** Several images, several files: the start of the digest stands in front of the ending. */
function pathsFor(path, scanned) {
    if (scanned.length <= 1)
        return [path];
    return scanned.map(({ judgement }, index) => {
        const digest = judgement.subject.image?.digest?.slice(7, 19) ?? String(index);
        return path.replace(/(\.[A-Za-z0-9]+)?$/, ending => `-${digest}${ending}`);
    });
}
function needed(scanner) {
    if (scanner !== undefined)
        return scanner;
    throw new outcome/* HygieneError */.cU('bad-usage', 'an SBOM needs Trivy, also when a report is given', {
        fix: 'leave out --cyclonedx-file and --spdx-file, or scan without --report',
    });
}
/** Accepted findings and images that go are no work for anybody: a dashboard would count them as open. */
function entriesOf({ judged, subject, report }) {
    const { image } = subject;
    const system = report.system;
    return judged
        .filter(({ tier }) => tier !== 'A' && tier !== 'X')
        .map(({ vulnerability, tier }) => ({
        id: vulnerability.id,
        severity: severities[vulnerability.grade],
        title: `${tier}: ${vulnerability.title ?? vulnerability.id}`,
        package: vulnerability.package.name,
        version: vulnerability.package.version,
        image: image === undefined
            ? subject.name
            : `${image.repository}${image.tag === undefined ? `@${image.digest}` : `:${image.tag}`}`,
        operatingSystem: system === undefined ? 'unknown' : `${system.family} ${system.name}`.trim(),
        ...(vulnerability.fixed === undefined
            ? {}
            : { solution: `Upgrade ${vulnerability.package.name} to ${vulnerability.fixed}` }),
        ...(vulnerability.url === undefined ? {} : { url: vulnerability.url }),
    }));
}
const severities = {
    unknown: 'Unknown',
    low: 'Low',
    medium: 'Medium',
    high: 'High',
    critical: 'Critical',
};

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/cleanup/plan-file-parse.js
var plan_file_parse = __webpack_require__(5906);
;// CONCATENATED MODULE: ./lib/steps/scan-base.js


const baseDigest = 'org.opencontainers.image.base.digest';
const baseName = 'org.opencontainers.image.base.name';
/** Provenance names every image of every build stage; so many are looked at. */
const mostCandidates = 12;
/**
 * What an image was built on: each claim (annotation or label, build provenance, approved bases) is held against the
 * image's layers; only if none stands, the build history is guessed from. What cannot be read is no claim.
 */
async function findBase(target, report, search) {
    const { diffIds, history } = report.image;
    if (diffIds.length === 0)
        return undefined;
    const claims = [
        ...annotated(target, report),
        ...(await provenanceOf(target, search)),
        ...search.bases.flatMap(text => claimOf('known', text)),
    ].slice(0, mostCandidates);
    const candidates = [];
    for (const { by, reference, name } of claims) {
        const elsewhere = (0,lib_image/* registryOf */.Fv)(reference.repository) !== (0,lib_image/* registryOf */.Fv)(target.image.repository);
        if (search.offline && elsewhere)
            continue;
        for (const ids of await layersOf(reference, report.image.platform, search))
            candidates.push({ by, name, diffIds: ids });
        const base = verifiedBase(diffIds, candidates);
        if (base?.by === 'annotation')
            return base;
    }
    return verifiedBase(diffIds, candidates) ?? guessBase(history, diffIds.length);
}
function annotated({ manifest, index }, report) {
    const places = [manifest?.annotations, index?.annotations, report.image.labels];
    return places.flatMap(place => {
        const [name, digest] = [place?.[baseName], place?.[baseDigest]];
        if (name === undefined || digest === undefined || !(0,lib_image/* isDigest */.Bc)(digest))
            return [];
        return claimOf('annotation', `${name.replace(/@.*$/s, '')}@${digest}`);
    });
}
function claimOf(by, text) {
    const reference = (0,lib_image/* parseReference */.F2)(text);
    if ('fault' in reference || (reference.tag ?? reference.digest) === undefined)
        return [];
    return [{ by, name: text, reference }];
}
/** @see https://github.com/moby/buildkit/blob/v0.21.1/docs/attestations/attestation-storage.md */
async function provenanceOf(target, { registries }) {
    const { image, index } = target;
    const attestation = index?.children.find(({ annotations }) => annotations['vnd.docker.reference.type'] === 'attestation-manifest' &&
        annotations['vnd.docker.reference.digest'] === image.digest);
    if (attestation === undefined)
        return [];
    const registry = registries.of(image.repository);
    const answer = await registry.manifest(image.repository, attestation.digest);
    if ('unknown' in answer || !answer.found)
        return [];
    const layer = answer.manifest.layers.find(({ annotations }) => (annotations['in-toto.io/predicate-type'] ?? '').startsWith('https://slsa.dev/provenance/'));
    if (layer === undefined)
        return [];
    const blob = await registry.blob(image.repository, layer.digest, lib_image/* largestConfig */.R0);
    if (blob === 'absent' || 'unknown' in blob)
        return [];
    return materialsIn(parsed(blob.bytes)).flatMap(material => claimOf('provenance', material));
}
/** Images among the materials (SLSA 0.2) or resolved dependencies (1.0): `pkg:docker/alpine@3.18?platform=…`. */
function materialsIn(statement) {
    const predicate = field(statement, 'predicate');
    const lists = [
        field(predicate, 'materials'),
        field(field(predicate, 'buildDefinition'), 'resolvedDependencies'),
    ];
    return lists
        .flatMap(list => (Array.isArray(list) ? list : []))
        .flatMap(material => {
        const [uri, sha256] = [field(material, 'uri'), field(field(material, 'digest'), 'sha256')];
        if (typeof uri !== 'string' || typeof sha256 !== 'string' || !uri.startsWith('pkg:docker/'))
            return [];
        const name = uri.slice('pkg:docker/'.length).replace(/[?#].*$/s, '');
        const at = name.lastIndexOf('@');
        return [`${decoded(at < 0 ? name : name.slice(0, at))}@sha256:${sha256}`];
    });
}
/** The layer lists of a reference: its own, or those of the images of the platform where it is an index. */
async function layersOf({ repository, tag, digest }, platform, { registries, log }) {
    const registry = registries.of(repository);
    const answer = await registry.manifest(repository, (digest ?? tag));
    if ('unknown' in answer || !answer.found) {
        log.info(`the base ${repository} cannot be read${'unknown' in answer ? `: ${answer.unknown}` : ''}`);
        return [];
    }
    const found = [];
    for (const manifest of await imagesOf(answer.manifest)) {
        if (manifest.config === undefined)
            continue;
        const blob = await registry.blob(repository, manifest.config.digest, lib_image/* largestConfig */.R0);
        if (blob === 'absent' || 'unknown' in blob)
            continue;
        const ids = field(field(parsed(blob.bytes), 'rootfs'), 'diff_ids');
        if (Array.isArray(ids) && ids.every(id => typeof id === 'string'))
            found.push(ids);
    }
    return found;
    async function imagesOf(manifest) {
        if (manifest.kind !== 'index')
            return [manifest];
        const fitting = manifest.children.filter(child => `${child.platform?.os}/${child.platform?.architecture}` === platform);
        const images = [];
        for (const child of fitting.slice(0, 4)) {
            const inner = await registry.manifest(repository, child.digest);
            if (!('unknown' in inner) && inner.found)
                images.push(inner.manifest);
        }
        return images;
    }
}
function parsed(bytes) {
    try {
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return undefined;
    }
}
function field(value, key) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? value[key]
        : undefined;
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/gates/layers/dive-ci.js


const units = {
    '': 1,
    b: 1,
    kb: 1e3,
    mb: 1e6,
    gb: 1e9,
    tb: 1e12,
    kib: 2 ** 10,
    mib: 2 ** 20,
    gib: 2 ** 30,
    tib: 2 ** 40,
};
/**
 * Reads the file that dive reads. `disabled`, `off`, `false` and an empty value switch a rule off; whatever else cannot
 * be read is an error, as is a rule that dive does not know.
 * @see https://github.com/wagoodman/dive#ci-integration
 */
function parseDiveRules(text, file) {
    let body;
    try {
        body = (0,dist/* parse */.qg)(text, { maxAliasCount: 0 });
    }
    catch (cause) {
        throw wrong(file, 'it is no YAML', cause);
    }
    const rules = body?.rules;
    if (typeof rules !== 'object' || rules === null || Array.isArray(rules))
        throw wrong(file, "it has no 'rules'");
    const found = {};
    for (const [name, value] of Object.entries(rules)) {
        if (name !== 'lowestEfficiency' && name !== 'highestWastedBytes' && name !== 'highestUserWastedPercent') {
            throw wrong(file, `there is no rule '${name.slice(0, 60)}'`);
        }
        const word = value === null ? '' : String(value).trim().toLowerCase();
        if (['', 'disabled', 'off', 'false'].includes(word))
            continue;
        const number = name === 'highestWastedBytes' ? bytesOf(word) : shareOf(word);
        if (number === undefined)
            throw wrong(file, `${name}: '${word.slice(0, 40)}' cannot be read`);
        found[name] = number;
    }
    return found;
}
/** `20MB` is 20,000,000 bytes, `20MiB` 20,971,520. */
function bytesOf(word) {
    const [, number, unit = ''] = /^(\d+(?:\.\d+)?) ?([kmgt]?i?b?)$/.exec(word) ?? [];
    const size = units[unit.length === 1 && unit !== 'b' ? `${unit}b` : unit];
    return number === undefined || size === undefined ? undefined : Number(number) * size;
}
function shareOf(word) {
    const number = /^\d+(?:\.\d+)?$/.test(word) ? Number(word) : Number.NaN;
    return number >= 0 && number <= 1 ? number : undefined;
}
function wrong(file, what, cause) {
    return new outcome/* HygieneError */.cU('bad-file', `${file}: ${what}`, {
        fix: 'rules:\n  lowestEfficiency: 0.95\n  highestWastedBytes: 20MB\n  highestUserWastedPercent: 0.20',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/gates/layers/findings.js

/** What the layers of one image hold that they should not. Layers are counted from 1 for people. */
function leftoverFindings(leftovers, level, image) {
    if (level === 'off')
        return [];
    return leftovers.map(({ kind, place, layer, files, bytes, deletedIn, examples }) => ({
        rule: kind.rule,
        severity: level === 'warn' ? 'warning' : level,
        message: `layer ${layer + 1} ships ${kind.what}: ${(0,report/* oneLine */.TN)(place, 120)}, ${files === 1 ? 'one file' : `${files} files`}, ${sizeOf(bytes)}${deletedIn === undefined ? '' : `. Layer ${deletedIn + 1} deletes it, but who pulls the image still gets it`}${files > 1 ? ` (${examples.map(name => (0,report/* oneLine */.TN)(name, 80)).join(', ')})` : ''}`,
        fix: kind.fix,
        image,
    }));
}
/** Thresholds that are passed; dive's own comparison is strict, and so is this. */
function efficiencyFindings(found, rules, image) {
    const { score, wasted, userWasted, worst } = found;
    const paths = worst
        .slice(0, 3)
        .map(({ path, bytes, times }) => `${(0,report/* oneLine */.TN)(path, 80)} ${times} times, ${sizeOf(bytes)}`);
    const because = paths.length === 0 ? '' : `: ${paths.join('; ')}`;
    const fix = 'do in one RUN what makes and deletes a file, and copy files with their last owner and mode';
    const finding = (rule, message) => ({
        rule,
        severity: 'error',
        message: `${message}${because}`,
        fix,
        image,
    });
    const { lowestEfficiency, highestWastedBytes, highestUserWastedPercent } = rules;
    return [
        ...(lowestEfficiency !== undefined && score < lowestEfficiency
            ? [finding('layer-efficiency', `the efficiency is ${share(score)}, below ${share(lowestEfficiency)}`)]
            : []),
        ...(highestWastedBytes !== undefined && wasted > highestWastedBytes
            ? [finding('layer-waste', `${sizeOf(wasted)} are wasted, more than ${sizeOf(highestWastedBytes)}`)]
            : []),
        ...(highestUserWastedPercent !== undefined && userWasted > highestUserWastedPercent
            ? [
                finding('layer-waste', `${share(userWasted)} of what was built on the lowest layer is wasted, more than ${share(highestUserWastedPercent)}`),
            ]
            : []),
    ];
}
function share(number) {
    return `${(number * 100).toFixed(1)} %`;
}
function sizeOf(bytes) {
    if (bytes < 1000)
        return `${bytes} bytes`;
    const [unit, size] = bytes < 1e6 ? ['kB', 1e3] : bytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9];
    return `${(bytes / size).toFixed(1)} ${unit}`;
}

;// CONCATENATED MODULE: ./lib/gates/layers/efficiency.js

/** A line for each path of each layer is kept: some hundred bytes each. */
const mostPaths = 500_000;
/**
 * A path that stands in several layers is counted each time; the least of its sizes is what it was worth, the rest of
 * the total is lost. A whiteout stands for what it deletes: a folder by all that was in it, a file by nothing.
 * @see https://github.com/wagoodman/dive
 */
function openLedger() {
    const lines = new Map();
    /** What a container would see of the layers so far: file sizes by path. */
    let visible = new Map();
    const sizes = [];
    let close = () => undefined;
    const book = (path, size) => {
        const line = lines.get(path);
        if (line === undefined)
            lines.set(path, { total: size, least: size, times: 1 });
        else {
            line.total += size;
            line.least = Math.min(line.least, size);
            line.times += 1;
        }
        if (lines.size > mostPaths)
            throw tooMany();
    };
    const layer = () => {
        close();
        const own = new Map();
        const deleted = new Set();
        close = () => {
            const lost = sizesBelow(visible, deleted);
            for (const path of deleted)
                book(path, lost.get(path) ?? 0);
            for (const [path, size] of own)
                book(path, size);
            sizes.push([...own.values()].reduce((sum, size) => sum + size, 0));
            if (deleted.size > 0)
                visible = new Map([...visible].filter(([path]) => !isBelow(path, deleted)));
            for (const [path, size] of own)
                visible.set(path, size);
            close = () => undefined;
        };
        return ({ path, type, size }) => {
            const slash = path.lastIndexOf('/');
            if (path.startsWith('.wh.', slash + 1)) {
                // Opaque folders are passed over, as dive passes them over.
                if (!path.startsWith('.wh..wh.', slash + 1))
                    deleted.add(`${path.slice(0, slash + 1)}${path.slice(slash + 5)}`);
            }
            else if (type !== 'folder')
                own.set(path, size);
            if (own.size + deleted.size > mostPaths)
                throw tooMany();
        };
    };
    return {
        layer,
        result() {
            close();
            let least = 0;
            let total = 0;
            let wasted = 0;
            const worst = [];
            for (const [path, line] of lines) {
                least += line.least;
                total += line.total;
                if (line.times < 2)
                    continue;
                wasted += line.total;
                worst.push({ path, bytes: line.total, times: line.times });
            }
            const size = sizes.reduce((sum, one) => sum + one, 0);
            const user = size - (sizes[0] ?? 0);
            return {
                score: total === 0 ? 1 : least / total,
                wasted,
                size,
                userWasted: user === 0 ? 0 : wasted / user,
                worst: worst.toSorted((a, b) => b.bytes - a.bytes).slice(0, 10),
            };
        },
    };
}
function tooMany() {
    return new outcome/* HygieneError */.cU('too-large', `the layers have more than ${mostPaths} paths: their efficiency is not reckoned`, { fix: 'take layers.dive-ci out of the policy for this image' });
}
/** Bytes below each deleted folder, in one pass over what was visible. */
function sizesBelow(visible, deleted) {
    const sums = new Map();
    if (deleted.size === 0)
        return sums;
    for (const [path, size] of visible) {
        for (const folder of foldersOf(path)) {
            if (deleted.has(folder))
                sums.set(folder, (sums.get(folder) ?? 0) + size);
        }
    }
    return sums;
}
function isBelow(path, deleted) {
    if (deleted.has(path))
        return true;
    for (const folder of foldersOf(path))
        if (deleted.has(folder))
            return true;
    return false;
}
function* foldersOf(path) {
    for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1))
        yield path.slice(0, slash);
}

;// CONCATENATED MODULE: ./lib/gates/layers/leftovers.js
const home = '(?:root|home/[^/]+|var/lib/[^/]+)';
const secretMount = 'give it to the one RUN that needs it: --mount=type=secret';
/** One row a kind of leftover; the first that fits counts. */
const table = [
    credentials(`(${home}/\\.netrc|(?:[^/]+/)*\\.netrc)`, 'passwords for hosts (.netrc)'),
    credentials(`((?:[^/]+/)*\\.git-credentials)`, 'git credentials'),
    credentials(`((?:[^/]+/)*\\.docker/config\\.json|(?:[^/]+/)*\\.dockercfg)`, 'registry credentials'),
    credentials(`(${home}/\\.npmrc|app/\\.npmrc|usr/src/app/\\.npmrc|src/\\.npmrc|workspace/\\.npmrc)`, 'npm credentials (.npmrc)'),
    credentials(`(${home}/\\.yarnrc(?:\\.yml)?|${home}/\\.pypirc|${home}/\\.config/pip/pip\\.conf)`, 'package registry credentials'),
    credentials(`(${home}/\\.m2/settings\\.xml|${home}/\\.gradle/gradle\\.properties|${home}/\\.nuget/NuGet/NuGet\\.Config)`, 'package registry credentials'),
    credentials(`(${home}/\\.cargo/credentials(?:\\.toml)?|${home}/\\.gem/credentials|${home}/\\.composer/auth\\.json)`, 'package registry credentials'),
    credentials(`(${home}/\\.aws/credentials|${home}/\\.azure/[^/]+\\.json|${home}/\\.config/gcloud/[^/]*credentials[^/]*)`, 'cloud credentials'),
    credentials(`(${home}/\\.kube/config|${home}/\\.vault-token|${home}/\\.terraform\\.d/credentials\\.tfrc\\.json|${home}/\\.config/gh/hosts\\.yml)`, 'credentials of a tool'),
    credentials(`((?:[^/]+/)*id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?)`, 'a private SSH key'),
    credentials(`(${home}/\\.gnupg)/(?:private-keys-v1\\.d/.+|secring\\.gpg|trustdb\\.gpg|pubring\\.kbx)`, 'a GnuPG home'),
    leftovers_history(`(${home}/\\.(?:bash|ash|zsh|python|node_repl|psql|mysql)_history)`, 'the history of a shell'),
    leftovers_history(`((?:[^/]+/)*\\.git)/(?:objects|refs|logs)/.+`, 'the history of the sources (.git)'),
    cache(`(${home}/\\.cache)/.+`, "build and download caches, Go's and pip's among them", 'RUN --mount=type=cache,target=/root/.cache'),
    cache(`(${home}/\\.npm)/_(?:cacache|logs)/.+`, "npm's cache", 'RUN --mount=type=cache,target=/root/.npm'),
    cache(`(${home}/go/pkg/mod|go/pkg/mod)/.+`, 'downloaded Go modules', 'copy only the built program into the last stage'),
    cache(`(${home}/\\.m2/repository|${home}/\\.gradle/caches|${home}/\\.cargo/registry|usr/local/cargo/registry)/.+`, 'downloaded packages', 'copy only what was built into the last stage'),
    cache(`(var/lib/apt/lists)/(?!lock$|partial/?$|auxfiles/?$).+`, 'package lists of apt', 'rm -rf /var/lib/apt/lists/* in the same RUN as apt-get update'),
    cache(`(var/cache/apt)/(?:archives/[^/]+\\.deb|(?:src)?pkgcache\\.bin)`, 'packages that apt downloaded', 'apt-get clean in the same RUN'),
    cache(`(var/cache/apk)/.+`, 'package lists of apk', 'apk add --no-cache'),
    cache(`(var/cache/(?:dnf|yum|zypp))/.+`, 'what the package manager downloaded', 'dnf clean all in the same RUN'),
];
function credentials(pattern, what) {
    return { rule: 'layer-credentials', what, fix: secretMount, pattern: new RegExp(`^${pattern}$`) };
}
function cache(pattern, what, fix) {
    return { rule: 'layer-cache', what, fix, pattern: new RegExp(`^${pattern}$`) };
}
function leftovers_history(pattern, what) {
    return {
        rule: 'layer-history',
        what,
        fix: 'name it in .dockerignore, and copy only what runs',
        pattern: new RegExp(`^${pattern}$`),
    };
}
/** A word that every pattern needs, so that most paths are passed over without one regular expression. */
const hint = /\/?\.(?:netrc|git|docker|npm|yarn|py|config|m2|gradle|nuget|cargo|gem|composer|aws|azure|kube|vault|terraform|gnupg|cache|bash|ash|zsh|node|psql|mysql)|id_|go\/pkg|cargo|var\/(?:lib\/apt|cache)/;
const longestPath = 4096;
/** Whether a path could be a leftover at all. */
function mayBeLeftover(path) {
    return path.length <= longestPath && hint.test(path);
}
/** The kind of a path and the place it is reported under; nothing for folders, empty files and everything else. */
function leftoverOf({ path, type, size, }) {
    if (type !== 'file' || size === 0 || !mayBeLeftover(path))
        return undefined;
    for (const row of table) {
        const place = row.pattern.exec(path)?.[1];
        if (place !== undefined)
            return { kind: row, place };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/gates/layers/image.js


/** Beyond so many files a place is known well enough: the rest is counted, and its deletion no longer followed. */
const mostNames = 20_000;
/** Beyond so many places they are told as one. */
const mostPlaces = 200;
function readLayers({ efficiency }) {
    const places = [];
    const ledger = efficiency ? openLedger() : undefined;
    let current = -1;
    const open = (kind, place, followed) => {
        const known = places.findLast(one => one.layer === current && one.place === place && one.kind === kind);
        if (known !== undefined)
            return known;
        const alive = followed ? new Set() : undefined;
        const made = {
            kind,
            place,
            layer: current,
            files: 0,
            bytes: 0,
            examples: [],
            alive,
            deletedIn: undefined,
        };
        places.push(made);
        return made;
    };
    const found = (kind, name, { path, size }) => {
        const place = places.length < mostPlaces ? open(kind, name, true) : open(kind, 'many more places', false);
        place.files += 1;
        place.bytes += size;
        if (place.examples.length < 3)
            place.examples.push(path);
        if (place.alive !== undefined && place.alive.add(path).size > mostNames)
            place.alive = undefined;
    };
    /** A whiteout of a file or folder, or a file that replaces one. */
    const gone = (path, below) => {
        for (const place of places) {
            if (place.alive === undefined || place.alive.size === 0 || place.layer >= current)
                continue;
            if (!isRelated(path, place.place))
                continue;
            if (!below)
                place.alive.delete(path);
            else
                for (const name of place.alive)
                    if (name === path || name.startsWith(`${path}/`))
                        place.alive.delete(name);
            if (place.alive.size === 0)
                place.deletedIn = current;
        }
    };
    return {
        ledger,
        layer() {
            current += 1;
            const counted = ledger?.layer();
            return entry => {
                counted?.(entry);
                const deleted = whiteoutOf(entry.path);
                if (deleted !== undefined) {
                    if (places.length > 0)
                        gone(deleted, true);
                    return;
                }
                if (places.length > 0 && entry.type !== 'folder' && mayBeLeftover(entry.path))
                    gone(entry.path, false);
                const leftover = leftoverOf(entry);
                if (leftover !== undefined)
                    found(leftover.kind, leftover.place, entry);
            };
        },
        leftovers: () => places.map(({ alive, deletedIn, ...rest }) => ({
            ...rest,
            ...(deletedIn === undefined ? {} : { deletedIn }),
        })),
    };
}
/**
 * What a whiteout deletes: `a/.wh.b` deletes `a/b`, `a/.wh..wh..opq` everything that lower layers have in `a`.
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts
 */
function whiteoutOf(path) {
    const slash = path.lastIndexOf('/');
    if (!path.startsWith('.wh.', slash + 1))
        return undefined;
    const name = path.slice(slash + 5);
    const folder = path.slice(0, Math.max(slash, 0));
    if (name === '.wh..opq')
        return folder;
    return slash < 0 ? name : `${folder}/${name}`;
}
function isRelated(path, place) {
    return path === '' || path === place || place.startsWith(`${path}/`) || path.startsWith(`${place}/`);
}

;// CONCATENATED MODULE: ./lib/gates/layers/tar.js

const block = 512;
/** A long name or a set of PAX records; real ones are far below. */
const longestExtra = 1024 * 1024;
/**
 * Reads the headers of a tar as its bytes come and skips what is between them: nothing is unpacked, so a device node, a
 * link out of the tree or a name with `..` is only a name. Formats: ustar, GNU (long names, base-256 sizes), PAX.
 * Throws `damaged` for what is no tar or is cut off, `too-large` beyond the limits.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06
 */
async function readTar(source, limits, visit) {
    const header = Buffer.alloc(block);
    let filled = 0;
    let skip = 0;
    let extra;
    let next = {};
    let entries = 0;
    let bytes = 0;
    let ended = false;
    const take = () => {
        if (header[0] === 0 && header.every(byte => byte === 0)) {
            ended = true;
            return;
        }
        checkSum(header);
        const kind = String.fromCharCode(header[156]);
        const size = next.size ?? numberAt(header, 124, 12);
        if (kind === 'L' || kind === 'x' || kind === 'K' || kind === 'g') {
            const length = numberAt(header, 124, 12);
            if (length > longestExtra)
                throw damaged('a name or record of more than 1 MiB');
            extra = { kind, parts: [], left: length };
            skip = padded(length);
            return;
        }
        const name = next.path ?? tar_nameOf(header);
        next = {};
        entries += 1;
        if (entries > limits.entries)
            throw tooLarge(`more than ${limits.entries} entries`);
        const type = typeOf(kind, name);
        const content = type === 'file' ? size : contentOf(kind, size);
        skip = padded(content);
        const { path, escapes } = within(name);
        visit({ path, type, size: type === 'file' ? size : 0, escapes });
    };
    const finishExtra = ({ kind, parts }) => {
        const body = Buffer.concat(parts);
        if (kind === 'L')
            next.path = textUntilZero(body);
        if (kind === 'x')
            next = { ...next, ...paxRecords(body) };
    };
    for await (const chunk of source) {
        bytes += chunk.length;
        if (bytes > limits.bytes)
            throw tooLarge(`more than ${limits.bytes} bytes unpacked`);
        let at = 0;
        while (at < chunk.length && !ended) {
            if (skip > 0) {
                const step = Math.min(skip, chunk.length - at);
                if (extra !== undefined && extra.left > 0) {
                    const part = Math.min(extra.left, step);
                    extra.parts.push(Buffer.from(chunk.subarray(at, at + part)));
                    extra.left -= part;
                }
                skip -= step;
                at += step;
                if (skip === 0 && extra !== undefined) {
                    finishExtra(extra);
                    extra = undefined;
                }
                continue;
            }
            const step = Math.min(block - filled, chunk.length - at);
            header.set(chunk.subarray(at, at + step), filled);
            filled += step;
            at += step;
            if (filled === block) {
                filled = 0;
                take();
                if (extra !== undefined && skip === 0) {
                    finishExtra(extra);
                    extra = undefined;
                }
            }
        }
    }
    if (!ended && (skip > 0 || filled > 0))
        throw damaged('its end is missing');
    return { entries, bytes };
}
function tar_nameOf(header) {
    const name = textUntilZero(header.subarray(0, 100));
    // `ustar` and a zero: GNU writes blanks there, and has other things where the prefix is.
    const hasPrefix = header[345] !== 0 && header[257] === 0x75 && header[262] === 0;
    const prefix = hasPrefix ? textUntilZero(header.subarray(345, 500)) : '';
    return prefix === '' ? name : `${prefix}/${name}`;
}
function typeOf(kind, name) {
    if (kind === '5')
        return 'folder';
    if (kind === '1' || kind === '2')
        return 'link';
    if (kind === '3' || kind === '4' || kind === '6')
        return 'other';
    return name.endsWith('/') ? 'folder' : 'file';
}
/** Links, folders and devices have no content, whatever their size field says; other unknown kinds are as files. */
function contentOf(kind, size) {
    return /[1-6]/.test(kind) ? 0 : size;
}
/** The sum of the header's bytes with its own field as blanks; old tars summed signed bytes. */
function checkSum(header) {
    const stored = numberAt(header, 148, 8);
    let sum = 8 * 0x20;
    for (let at = 0; at < 148; at++)
        sum += header[at];
    for (let at = 156; at < block; at++)
        sum += header[at];
    if (stored === sum)
        return;
    for (let at = 0; at < block; at++)
        if ((at < 148 || at > 155) && header[at] > 127)
            sum -= 256;
    if (stored !== sum)
        throw damaged('a header whose checksum is wrong');
}
/** Octal text among blanks and zeros, or base-256 where the first bit is set (GNU). */
function numberAt(header, start, length) {
    const first = header[start];
    let value = 0;
    if (first === 0x80) {
        for (let at = start + 1; at < start + length; at++)
            value = value * 256 + header[at];
        if (Number.isSafeInteger(value))
            return value;
        throw damaged('a number that nobody can read');
    }
    let at = start;
    const end = start + length;
    while (at < end && header[at] === 0x20)
        at++;
    for (; at < end; at++) {
        const byte = header[at];
        if (byte === 0 || byte === 0x20)
            break;
        if (byte < 0x30 || byte > 0x37)
            throw damaged('a number that is none');
        value = value * 8 + byte - 0x30;
    }
    return value;
}
/** `LENGTH key=value\n`, again and again; only `path` and `size` matter here. */
function paxRecords(body) {
    const found = {};
    for (let at = 0; at < body.length;) {
        const space = body.indexOf(0x20, at);
        const length = space < 0 ? Number.NaN : Number(body.toString('latin1', at, space));
        if (!Number.isInteger(length) || length < space - at + 3 || at + length > body.length) {
            throw damaged('a PAX record that nobody can read');
        }
        const record = body.toString('utf8', space + 1, at + length - 1);
        if (record.startsWith('path='))
            found.path = record.slice(5);
        if (record.startsWith('size=') && /^\d{1,15}$/.test(record.slice(5)))
            found.size = Number(record.slice(5));
        at += length;
    }
    return found;
}
function within(name) {
    if (!/(?:^|\/)\.{0,2}(?:\/|$)/.test(name))
        return { path: name, escapes: false };
    const parts = [];
    let escapes = false;
    for (const part of name.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part === '..') {
            escapes = true;
            parts.pop();
        }
        else
            parts.push(part);
    }
    return { path: parts.join('/'), escapes };
}
function textUntilZero(bytes) {
    const end = bytes.indexOf(0);
    return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}
function padded(size) {
    return Math.ceil(size / block) * block;
}
function damaged(what) {
    return new outcome/* HygieneError */.cU('damaged', `the layer is no whole tar: ${what}`);
}
function tooLarge(what) {
    return new outcome/* HygieneError */.cU('too-large', `the layer has ${what}: it was not read further`);
}

;// CONCATENATED MODULE: ./lib/gates/layers/index.js





// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/system/inflate.js



/** 256 KiB a piece: a layer of a gigabyte passes in 4,096 of them. */
const chunkSize = 256 * 1024;
/**
 * The bytes behind a compression, as they come. Memory is a few pieces, however much there is: whoever reads counts and
 * stops. Throws `damaged` for what is not so compressed or is cut off, `unsupported` for zstd before Node 22.15.
 */
async function* inflate(source, compression) {
    if (compression === 'none') {
        yield* source;
        return;
    }
    const decoder = compression === 'gzip' ? external_node_zlib_.createGunzip({ chunkSize }) : zstd();
    let fault;
    const input = external_node_stream_.Readable.from(source, { objectMode: false, highWaterMark: chunkSize });
    input.on('error', error => {
        fault = error;
        decoder.destroy(error);
    });
    input.pipe(decoder);
    try {
        for await (const chunk of decoder)
            yield chunk;
    }
    catch (cause) {
        if (fault !== undefined)
            throw fault;
        throw new outcome/* HygieneError */.cU('damaged', `the bytes are no whole ${compression} stream`, { cause });
    }
    finally {
        input.destroy();
        decoder.destroy();
    }
}
function zstd() {
    const make = external_node_zlib_.createZstdDecompress;
    if (make !== undefined)
        return make({ chunkSize });
    throw new outcome/* HygieneError */.cU('unsupported', 'this Node cannot read zstd', {
        fix: 'run on Node 22.15 or later, or build with gzip layers',
    });
}

;// CONCATENATED MODULE: ./lib/steps/scan-layers.js



/** Unpacked, of one layer; a layer of a few bytes can unpack to anything. */
const limits = { entries: 5_000_000, bytes: 16 * 1024 ** 3 };
/** The thresholds that the policy names, if it names any. */
async function diveRules({ layers }, { files }) {
    const path = layers['dive-ci'];
    return path === null ? undefined : parseDiveRules(await files.readText(path, 64 * 1024), path);
}
/**
 * What the layers of an image hold beside what runs, read from the registry as they come: nothing is kept, nothing is
 * unpacked. A layer that cannot be read is a warning, and an error of ours where the policy fails on what is in it.
 */
async function judgeLayers(target, { layers }, rules, registries) {
    if (layers.leftovers === 'off' && rules === undefined)
        return [];
    const strict = layers.leftovers === 'error' || rules !== undefined;
    const reader = readLayers({ efficiency: rules !== undefined });
    const unread = [];
    const manifest = target.manifest ?? (await manifestOf(target, registries));
    for (const layer of manifest.layers) {
        const visit = reader.layer();
        try {
            const body = await scan_layers_open(target, layer, registries);
            await readTar(inflate(body, compressionOf(layer)), limits, visit);
        }
        catch (error) {
            const fault = faultOf(error, target, layer);
            if (strict)
                throw fault;
            unread.push(...fault.findings.map(finding => ({
                ...finding,
                rule: 'layer-not-read',
                severity: 'warning',
            })));
        }
    }
    return [
        ...leftoverFindings(reader.leftovers(), layers.leftovers, target.name),
        ...unread,
        ...(rules === undefined || reader.ledger === undefined
            ? []
            : efficiencyFindings(reader.ledger.result(), rules, target.name)),
    ];
}
function faultOf(error, { name }, { digest }) {
    if (!(error instanceof outcome/* HygieneError */.cU))
        throw error;
    const code = error.exitCode === 3 ? error.code : 'undecidable';
    return new outcome/* HygieneError */.cU(code, `${name}, layer ${digest.slice(0, 19)}: ${error.message}`, {
        fix: error.findings[0]?.fix ?? 'push the image again, or set layers.leftovers to off for it',
        image: name,
        cause: error,
    });
}
async function manifestOf({ image, name }, registries) {
    const answer = await registries.of(image.repository).manifest(image.repository, image.digest);
    if (!('unknown' in answer) && answer.found)
        return answer.manifest;
    const why = 'unknown' in answer ? answer.unknown : 'it is gone';
    throw new outcome/* HygieneError */.cU('undecidable', `${name} cannot be read: ${why}`, { image: name });
}
async function scan_layers_open({ image, name }, { digest, size }, registries) {
    const answer = await registries.of(image.repository).blobStream(image.repository, digest, size + 1);
    if (answer !== 'absent' && !('unknown' in answer))
        return answer;
    const why = answer === 'absent' ? 'is not in the registry' : `cannot be read: ${answer.unknown}`;
    throw new outcome/* HygieneError */.cU('undecidable', `it ${why}`, { fix: 'push the image again', image: name });
}
/** By the media type; the tar of an image may also be told uncompressed. */
function compressionOf({ mediaType }) {
    if (/[+.]gzip$/.test(mediaType))
        return 'gzip';
    return /[+.]zstd$/.test(mediaType) ? 'zstd' : 'none';
}

// EXTERNAL MODULE: ./lib/system/tools/platform.js
var platform = __webpack_require__(1822);
// EXTERNAL MODULE: ./lib/system/tools/provide.js + 2 modules
var provide = __webpack_require__(6158);
;// CONCATENATED MODULE: ./lib/steps/scan-runs.js







/** Trivy as the call wants it, its version checked. */
async function provideScanner(call, world) {
    const wish = {
        path: call.trivyPath,
        version: call.trivyVersion,
        sha256: call.trivySha256,
        mirror: call.trivyMirror,
    };
    const { path, version } = await (0,provide/* provideTool */.o)(trivy, wish, world, (0,platform/* thisPlatform */.g)());
    const { registryUsername: username, registryPassword: password } = call;
    const login = username === undefined || password === undefined ? undefined : { username, password };
    return { scanner: { path, login }, version };
}
async function openScanner(call, policy, world) {
    const { scanner, version } = await provideScanner(call, world);
    const settings = settingsOf(call, policy, world);
    const maxAge = policy.scan['max-db-age'];
    const database = () => readDatabase(settings.cacheDir, world);
    if (call.offline)
        checkAge(await present(database, settings.cacheDir), maxAge, world.now());
    const folder = await world.files.temporaryFolder();
    let runs = 0;
    return {
        version,
        scanner,
        database,
        async scan(source, digest) {
            const known = await cachedPath(digest, call, settings, version, await database(), world);
            if (known !== undefined && (await world.files.kind(known)) === 'file') {
                return {
                    bytes: await world.files.read(known, scan_runs_largestReport),
                    path: (0,external_node_path_.resolve)(world.cwd, known),
                    cached: true,
                };
            }
            const path = (0,external_node_path_.join)(folder, `report-${runs++}.json`);
            const bytes = await runTrivy(scanner, source, settings, path, world);
            const used = await present(database, settings.cacheDir);
            checkAge(used, maxAge, world.now());
            const keep = await cachedPath(digest, call, settings, version, used, world);
            if (keep !== undefined)
                await world.files.write(keep, bytes);
            return { bytes, path, cached: false };
        },
    };
}
const scan_runs_largestReport = 1024 * 1024 * 1024;
function settingsOf(call, { scan }, world) {
    const absolute = (path) => ((0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.resolve)(world.cwd, path));
    const timeout = (0,lib_policy/* parseDuration */.E9)(call.scanTimeout);
    if (typeof timeout !== 'number' || timeout === 0) {
        throw new outcome/* HygieneError */.cU('bad-usage', `scan-timeout: '${call.scanTimeout}' is no duration`, { fix: '10m' });
    }
    return {
        scanners: [
            'vuln',
            ...(scan.secrets === 'off' ? [] : ['secret']),
            ...(scan.misconfig === 'off' ? [] : ['misconfig']),
            ...(scan.licences.length === 0 ? [] : ['license']),
        ],
        cacheDir: absolute(cacheFolder(call.trivyCacheDir, world)),
        offline: call.offline,
        databases: call.dbRepositories,
        javaDatabases: call.javaDbRepositories,
        vex: call.vex.map(absolute),
        caFile: call.caFile === undefined ? undefined : absolute(call.caFile),
        timeout,
    };
}
/** Where Trivy keeps it when nobody says: XDG's cache folder. */
function cacheFolder(given, { env }) {
    return given ?? (0,external_node_path_.join)(env['XDG_CACHE_HOME'] ?? (0,external_node_path_.join)(env['HOME'] ?? '.', '.cache'), 'trivy');
}
async function readDatabase(cacheDir, { files }) {
    const path = (0,external_node_path_.join)(cacheDir, 'db', 'metadata.json');
    if ((await files.kind(path)) !== 'file')
        return undefined;
    return parseDatabase(await files.readText(path, 64 * 1024), path);
}
async function present(read, cacheDir) {
    const database = await read();
    if (database !== undefined)
        return database;
    throw new outcome/* HygieneError */.cU('undecidable', `there is no vulnerability database in ${cacheDir}`, {
        fix: 'run once without --offline, or name the folder that has one with --trivy-cache-dir',
    });
}
/**
 * A report is the same for the same image, database, scanner and question. With VEX files it hangs on more than that,
 * and an old database would never be renewed if its reports were taken: neither is cached.
 */
async function cachedPath(digest, { cacheDir, offline }, { scanners, vex }, version, database, { now }) {
    if (cacheDir === undefined || digest === undefined || database === undefined || vex.length > 0)
        return undefined;
    if (!offline && !isCurrent(database, now()))
        return undefined;
    const key = JSON.stringify([digest, version, database.version, database.updatedAt, scanners]);
    return (0,external_node_path_.join)(cacheDir, 'scans', `${(0,external_node_crypto_.createHash)('sha256').update(key).digest('hex')}.json`);
}

;// CONCATENATED MODULE: ./lib/steps/scan-subject.js
function subjectOf(name, image, use) {
    return { name, use, ...(image === undefined ? {} : { image }) };
}

;// CONCATENATED MODULE: ./lib/steps/scan-report.js







/** Judges a report that somebody else's run of Trivy made. */
async function lookAtReport(path, { call, policy, circumstances, world }) {
    const bytes = await world.files.read(path, scan_runs_largestReport);
    const report = parseTrivyReport(bytes, { name: path });
    const image = imageOfReport(report, call.references[0], path);
    checkReportAge(report, policy, circumstances.now, path);
    if (report.packageLists === 0) {
        throw new outcome/* HygieneError */.cU('undecidable', `${path} lists no packages: whether anything is vulnerable was not asked`, {
            fix: 'make it with --scanners vuln, or let this step scan',
        });
    }
    const scanner = call.cyclonedxFile === undefined && call.spdxFile === undefined
        ? undefined
        : await provideScanner(call, world);
    const subject = subjectOf(image === undefined ? report.artifact.name || path : (0,lib_image/* formatReference */.FH)(image), image, 'running');
    return {
        scanned: [{ judgement: judge(report, subject, circumstances), bytes, path: (0,external_node_path_.resolve)(world.cwd, path) }],
        findings: report.createdAt === undefined ? [ageUnknown(path)] : [],
        undecided: false,
        scanner: scanner?.scanner,
        scannerVersion: report.scanner ?? 'unknown',
    };
}
/** The image that a report is about by its own word; what the call says must agree with it. */
function imageOfReport(report, given, path) {
    const { digests, tags } = report.image;
    const known = [...digests, ...tags].flatMap(text => {
        const reference = (0,lib_image/* parseReference */.F2)(text);
        return 'fault' in reference ? [] : [reference];
    });
    if (given === undefined)
        return known[0];
    const wanted = (0,lib_image/* parseReference */.F2)(given);
    if ('fault' in wanted)
        throw new outcome/* HygieneError */.cU('bad-usage', `'${given}': ${wanted.fault}`);
    const agrees = known.some(({ repository, tag, digest }) => wanted.digest === undefined
        ? repository === wanted.repository && tag === wanted.tag
        : digest === wanted.digest);
    if (agrees)
        return { ...wanted, ...(known[0]?.digest === undefined ? {} : { digest: known[0].digest }) };
    throw new outcome/* HygieneError */.cU('undecidable', `${path} is about ${known.map(lib_image/* formatReference */.FH).join(', ') || report.artifact.name}, not about ${given}`, {
        fix: 'give the report of this image',
        image: given,
    });
}
/** A report is never younger than the database it was made with. */
function checkReportAge({ createdAt }, { scan }, now, path) {
    const maxAge = scan['max-db-age'];
    if (createdAt === undefined || now - createdAt <= maxAge)
        return;
    throw new outcome/* HygieneError */.cU('undecidable', `${path} is of ${(0,lib_image/* formatInstant */.r4)(createdAt)}, more than ${(0,lib_policy/* formatDuration */.a3)(maxAge)} ago: what was found since is not in it`, { fix: 'make it again; scan.max-db-age says how old it may be' });
}
function ageUnknown(path) {
    return {
        rule: 'report-age-unknown',
        severity: 'warning',
        message: `${path} does not say when it was made, so nobody knows what it could not know yet`,
        fix: 'make it with a newer Trivy, or let this step scan',
    };
}

;// CONCATENATED MODULE: ./lib/steps/scan-targets.js




/** Each reference's images by digest. A tag is resolved once, here; what it names a minute later is another question. */
async function resolveReferences(references, platforms, registries) {
    const found = [];
    for (const text of references) {
        const reference = (0,lib_image/* parseReference */.F2)(text);
        if ('fault' in reference)
            throw new outcome/* HygieneError */.cU('bad-usage', `'${text}': ${reference.fault}`);
        found.push(...(await resolve(reference, platforms, registries)));
    }
    return found;
}
/** Every image that runs and that the policy manages; one that cannot be read is a finding, the others go on. */
async function resolveInUse(usage, policy, platforms, registries) {
    const findings = [];
    const images = new Map();
    const uses = usage.uses.filter(({ repository }) => repository !== undefined);
    const managed = uses.filter(({ repository }) => policy.images.length === 0 || (repository !== undefined && (0,lib_policy/* manages */.fu)(policy, repository)));
    if (managed.length < uses.length)
        findings.push(leftOut(uses.length - managed.length));
    let undecided = false;
    const asked = new Set();
    for (const use of managed) {
        const reference = referenceOf(use);
        const key = reference.digest === undefined
            ? (0,lib_image/* formatReference */.FH)(reference)
            : `${reference.repository}@${reference.digest}`;
        if (asked.has(key))
            continue;
        asked.add(key);
        try {
            for (const target of await resolve(reference, platforms, registries)) {
                const digest = `${target.image.repository}@${target.image.digest}`;
                if (!images.has(digest))
                    images.set(digest, { ...target, where: use.where });
            }
        }
        catch (error) {
            if (!(error instanceof outcome/* HygieneError */.cU) || error.exitCode !== 3)
                throw error;
            undecided = true;
            findings.push(...error.findings);
        }
    }
    return { images: [...images.values()], findings, undecided };
}
/** Whether an inventory that can be trusted names the image, as index, child, config or tag. */
function runs(target, configDigest, usage) {
    if (usage.standing === 'missing' || usage.gaps.length > 0)
        return 'unknown';
    const known = (0,in_use/* indexUsage */.cA)(usage.uses);
    const { image, index } = target;
    const digests = [
        image.digest,
        ...(index === undefined ? [] : [index.digest]),
        ...(configDigest === undefined ? [] : [configDigest]),
    ];
    for (const digest of digests) {
        const use = known.byDigest(digest);
        if (use !== undefined)
            return use;
    }
    return image.tag === undefined ? undefined : known.byTag(image.repository, image.tag);
}
async function resolve(reference, platforms, registries) {
    const { repository, tag } = reference;
    const wanted = reference.digest ?? tag;
    const name = (0,lib_image/* formatReference */.FH)(reference);
    if (wanted === undefined) {
        throw new outcome/* HygieneError */.cU('bad-usage', `${name} names neither a tag nor a digest`, {
            fix: `${name}:TAG or ${name}@sha256:…`,
            image: name,
        });
    }
    const answer = await registries.of(repository).manifest(repository, wanted);
    if ('unknown' in answer) {
        throw new outcome/* HygieneError */.cU('unreachable', `${name} cannot be read: ${answer.unknown}`, { image: name });
    }
    if (!answer.found) {
        throw new outcome/* HygieneError */.cU('undecidable', `${name} is not in the registry, so it cannot be judged`, {
            fix: 'check the reference, and that it was pushed before this step',
            image: name,
        });
    }
    const { manifest } = answer;
    const tagged = tag === undefined ? {} : { tag };
    if (manifest.kind !== 'index')
        return [{ name, image: { repository, ...tagged, digest: manifest.digest }, manifest }];
    const children = manifest.children.filter(lib_image/* isPlatform */.aH);
    const chosen = children.filter(child => platforms.length === 0 || platforms.includes(platformOf(child)));
    if (chosen.length === 0) {
        throw new outcome/* HygieneError */.cU('undecidable', `${name} has no image for ${platforms.join(', ') || 'any platform'}`, {
            fix: `it has: ${children.map(platformOf).join(', ') || 'none'}`,
            image: name,
        });
    }
    return chosen.map(child => ({
        name: `${name} (${platformOf(child)})`,
        image: { repository, ...tagged, digest: child.digest },
        platform: platformOf(child),
        index: manifest,
    }));
}
function platformOf({ platform }) {
    if (platform === undefined)
        return 'unknown';
    const { os, architecture, variant } = platform;
    return [os, architecture, ...(variant === undefined ? [] : [variant])].join('/');
}
function referenceOf({ repository, tag, digest }) {
    return {
        repository: repository,
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest }),
    };
}
function leftOut(number) {
    return {
        rule: 'not-managed',
        severity: 'info',
        message: `${number} uses are of images that the policy does not manage: they were not scanned`,
        fix: "add their repositories to 'images' of the policy",
    };
}

;// CONCATENATED MODULE: ./lib/steps/scan-look.js











/** A report that is there, a folder, an archive, or images: exactly one of them. */
async function look(look) {
    const { fs, archive, report, references, inUse } = look.call;
    const given = [fs, archive, report].filter(value => value !== undefined).length;
    const images = references.length > 0 || inUse.length > 0;
    if (given > 1 || (fs !== undefined && images) || (references.length > 1 && given === 1)) {
        throw new outcome/* HygieneError */.cU('bad-usage', 'scan: one thing at a time', {
            fix: 'name images, or one of --fs, --archive and --report; an archive or a report may be given the one reference it is of',
        });
    }
    if (report !== undefined)
        return lookAtReport(report, look);
    if (fs !== undefined)
        return lookAtPath({ kind: 'folder', path: fs }, look);
    if (archive !== undefined)
        return lookAtPath({ kind: 'archive', path: archive }, look);
    if (images)
        return lookAtImages(look);
    throw new outcome/* HygieneError */.cU('bad-usage', 'scan: nothing to look at', {
        fix: 'image-hygiene scan ghcr.io/acme/app:v1.2.3, or --fs ., or --in-use inventory.json, or --report trivy.json',
    });
}
async function lookAtPath(given, { call, policy, circumstances, world }) {
    if ((await world.files.kind(given.path)) === 'absent') {
        throw new outcome/* HygieneError */.cU('no-file', `${given.path}: no such file or folder`, { fix: 'check the path' });
    }
    const room = await openScanner(call, policy, world);
    const source = { kind: given.kind, path: (0,external_node_path_.resolve)(world.cwd, given.path) };
    const { bytes, path } = await room.scan(source, undefined);
    const report = parseTrivyReport(bytes);
    const [text] = call.references;
    const reference = text === undefined ? undefined : (0,lib_image/* parseReference */.F2)(text);
    if (reference !== undefined && 'fault' in reference)
        throw new outcome/* HygieneError */.cU('bad-usage', `'${text}': ${reference.fault}`);
    const subject = subjectOf(text ?? given.path, reference, 'running');
    return {
        scanned: [{ judgement: judge(report, subject, circumstances), bytes, path }],
        findings: report.packageLists === 0 ? [noPackages(given.path)] : [],
        undecided: false,
        scanner: room.scanner,
        scannerVersion: room.version,
        ...(await databaseOf(room)),
    };
}
async function lookAtImages(given) {
    const { call, policy, usage, registries, world } = given;
    // Trivy takes a while to say its version: the registry answers meanwhile.
    const [named, room] = await Promise.all([
        resolveReferences(call.references, call.platforms, registries),
        openScanner(call, policy, world),
    ]);
    const running = call.references.length > 0
        ? { images: [], findings: [], undecided: false }
        : await resolveInUse(usage, policy, call.platforms, registries);
    const targets = [...named, ...running.images];
    const going = await plannedDigests(call.planFile, world);
    const rules = await diveRules(policy, world);
    const scanned = [];
    const findings = [...running.findings];
    let undecided = running.undecided;
    for (const [index, target] of targets.entries()) {
        world.log.progress(`scanning ${index + 1} of ${targets.length}: ${target.name}`);
        try {
            // What merely runs was built long ago: its layers are judged when it is built, not at each look.
            const layers = index < named.length ? judgeLayers(target, policy, rules, registries) : [];
            const [one, left] = await Promise.all([lookAtImage(target, room, going, given), layers]);
            scanned.push(one);
            findings.push(...left);
            if (one.judgement.report.packageLists === 0)
                findings.push(noPackages(target.name));
        }
        catch (error) {
            if (targets.length === 1 || !(error instanceof outcome/* HygieneError */.cU) || error.exitCode !== 3)
                throw error;
            undecided = true;
            findings.push(...error.findings.map(finding => ({ ...finding, image: target.name })));
        }
    }
    const { scanner, version: scannerVersion } = room;
    return { scanned, findings, undecided, scanner, scannerVersion, ...(await databaseOf(room)) };
}
async function databaseOf(room) {
    const database = await room.database();
    return database === undefined ? {} : { databaseUpdatedAt: (0,lib_image/* formatInstant */.r4)(database.updatedAt) };
}
async function lookAtImage(target, room, going, { call, policy, usage, circumstances, registries, world }) {
    const { image } = target;
    const reference = `${image.repository}@${image.digest}`;
    const plainHttp = policy.cleanup['plain-http'].includes((0,lib_image/* registryOf */.Fv)(image.repository));
    const { bytes, path } = await room.scan({ kind: 'image', reference, plainHttp }, image.digest);
    const report = parseTrivyReport(bytes);
    const search = { registries, bases: call.bases, offline: call.offline, log: world.log };
    const base = await findBase(target, report, search);
    const use = runs(target, report.image.id, usage);
    const idle = going.has(image.digest) || (target.index !== undefined && going.has(target.index.digest))
        ? 'deletable'
        : 'kept';
    const where = target.where ?? (typeof use === 'object' ? use.where : undefined);
    const subject = {
        ...subjectOf(target.name, image, use === undefined ? idle : 'running'),
        ...(where === undefined ? {} : { where }),
        ...(target.platform === undefined ? {} : { platform: target.platform }),
        ...(base === undefined ? {} : { base }),
    };
    return { judgement: judge(report, subject, circumstances), bytes, path };
}
/** What an open cleanup plan lists to go. */
async function plannedDigests(path, { files }) {
    if (path === undefined)
        return new Set();
    const { lines } = (0,plan_file_parse/* readPlan */.m)(await files.readText(path, 64 * 1024 * 1024), path);
    return new Set(lines.filter(({ action }) => action === 'delete').flatMap(line => [line.head, ...line.with]));
}
function noPackages(name) {
    return {
        rule: 'no-packages',
        severity: 'warning',
        message: `Trivy knows no package in ${name}: software that it does not recognise was not judged`,
        fix: 'check that this is what was meant; a program linked by hand needs an SBOM of its own',
    };
}

;// CONCATENATED MODULE: ./lib/steps/scan.js












const { /* references */ "Ft": references, /* inUse */ "Lj": inUse, fs, /* archive */ "rD": archive, /* report */ "z8": scan_report, /* platforms */ "Bn": platforms, /* bases */ "Fo": bases, /* planFile */ "eS": planFile, /* vex */ "m": vex, /* epssFile */ "iO": epssFile } = inputs;
const { /* trivyPath */ "S": trivyPath, /* trivyVersion */ "Hj": trivyVersion, /* trivySha256 */ "QB": trivySha256, /* trivyMirror */ "od": trivyMirror, /* trivyCacheDir */ "ad": trivyCacheDir, /* offline */ "WK": offline } = inputs;
const { /* dbRepositories */ "jE": dbRepositories, /* javaDbRepositories */ "bQ": javaDbRepositories, /* scanTimeout */ "tT": scanTimeout } = inputs;
const { /* config */ "$W": config, /* printPolicy */ "yv": printPolicy, /* githubToken */ "bU": githubToken, /* gitlabToken */ "Dq": gitlabToken, /* registryUsername */ "YY": registryUsername, /* registryPassword */ "JX": registryPassword } = inputs;
const { /* caFile */ "DO": caFile, /* cacheDir */ "e8": cacheDir, /* summary */ "z": summary, /* annotations */ "hk": annotations } = inputs;
const { /* sarifFile */ "Uz": sarifFile, /* codequalityFile */ "VF": codequalityFile, /* junitFile */ "tW": junitFile, /* jsonFile */ "d_": jsonFile, /* markdownFile */ "OH": markdownFile, /* containerScanningFile */ "nF": containerScanningFile } = inputs;
const { /* trivyReportFile */ "$s": trivyReportFile, /* cyclonedxFile */ "G2": cyclonedxFile, /* spdxFile */ "oP": spdxFile, /* trivyignoreFile */ "BJ": trivyignoreFile, /* openvexFile */ "km": openvexFile } = inputs;
const scan = (0,steps_define/* defineStep */.ol)({
    name: 'scan',
    inputs: {
        ...{ references, inUse, fs, archive, report: scan_report, platforms, bases, planFile, vex, epssFile },
        ...{ trivyPath, trivyVersion, trivySha256, trivyMirror, trivyCacheDir, offline },
        ...{ dbRepositories, javaDbRepositories, scanTimeout },
        ...{ config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword },
        ...{ caFile, cacheDir, summary, annotations },
        ...{ sarifFile, codequalityFile, junitFile, jsonFile, markdownFile, containerScanningFile },
        ...{ trivyReportFile, cyclonedxFile, spdxFile, trivyignoreFile, openvexFile },
    },
    positional: 'references',
    outputs: {
        headline: 'What is to fix now, in one line.',
        'to-fix': 'How many findings fail the gate.',
        'database-updated-at': 'When the vulnerability database was made, where it is known.',
        ...reports/* reportOutputs */.r,
        'markdown-file': 'Path of the summary, if it was asked for.',
        'container-scanning-file': 'Path of the GitLab report, if it was asked for.',
        'trivy-report-file': "Paths of Trivy's own reports, one a line, if they were asked for.",
        'cyclonedx-file': 'Paths of the SBOMs (CycloneDX), one a line, if they were asked for.',
        'spdx-file': 'Paths of the SBOMs (SPDX), one a line, if they were asked for.',
        'trivyignore-file': 'Path of the exceptions for Trivy, if they were asked for.',
        'openvex-file': 'Path of the exceptions as OpenVEX, if they were asked for.',
    },
    permissions: {
        github: { contents: 'read', packages: 'read' },
        registry: 'pull',
        gitlab: 'Nothing for images of the same project.',
    },
    async run(inputs, world) {
        const startedAt = world.now();
        const loaded = await (0,steps_policy/* loadPolicy */.t)(inputs, world);
        if (inputs.printPolicy)
            return printed(loaded);
        const { policy } = loaded;
        const circumstances = await scan_circumstancesOf(policy, inputs.epssFile, startedAt, world);
        const usage = await (0,in_use/* readUsage */.k9)(inputs.inUse, policy, world.files, startedAt);
        const reachable = { ...policy, images: [...policy.images, ...inputs.references] };
        const registries = await (0,steps_registries/* registriesOf */.H)(inputs, reachable, world);
        const seen = await look({ call: inputs, policy, usage, circumstances, registries, world });
        const judgements = seen.scanned.map(({ judgement }) => judgement);
        const findings = [
            ...judgements.flatMap(judgement => findingsOf(judgement, policy.scan, policy.base.eol, circumstances.standings)),
            ...exceptionFindings(circumstances.standings, judgements, policy.scan, loaded.where),
            ...(inputs.inUse.length === 0 ? [] : usage.findings),
            ...seen.findings,
        ];
        const run = {
            startedAt,
            story: story(judgements),
            scanner: seen.scanner,
            scannerVersion: seen.scannerVersion,
            policy: loaded.digest,
        };
        const outputs = await writeScanFiles(seen.scanned, inputs, run, world);
        const result = told(seen, judgements, findings, run.story, outputs);
        const rules = inputs.sarifFile === undefined ? [] : ruleDescriptions(judgements);
        return (0,reports/* writeReports */.L)('scan', result, inputs, world, rules);
    },
});
function printed(loaded) {
    return { verdict: 'pass', findings: [], outputs: {}, stats: {}, text: (0,lib_policy/* formatPolicy */.EL)(loaded) };
}
async function scan_circumstancesOf({ scan: rules }, epss, now, { files }) {
    const kev = rules['kev-file'];
    const [exploited, likelihoods] = await Promise.all([
        kev === null
            ? new Set()
            : files.readText(kev, 64 * 1024 * 1024).then(text => parseKnownExploited(text, kev).ids),
        epss === undefined
            ? new Map()
            : files.readText(epss, 256 * 1024 * 1024).then(text => parseLikelihoods(text, epss)),
    ]);
    return { rules, standings: standingsOf(rules, now), now, exploited, likelihoods };
}
/** `error` beats `fail`: a verdict on some of the images is none on all of them. */
function told({ undecided, scanned, databaseUpdatedAt }, judgements, findings, summary, outputs) {
    const line = (0,report/* oneLine */.TN)(headline(judgements), 1000);
    const all = judgements.flatMap(({ judged }) => judged);
    const counts = countTiers(all);
    const failing = all.filter(({ fails }) => fails).length;
    const shown = findings.filter(({ severity }) => severity !== 'info').slice(0, 200);
    return {
        verdict: undecided ? 'error' : (0,outcome/* verdictOf */.Vj)(findings),
        findings,
        outputs: {
            ...outputs,
            headline: line,
            'to-fix': String(failing),
            ...(databaseUpdatedAt === undefined ? {} : { 'database-updated-at': databaseUpdatedAt }),
        },
        stats: {
            images: scanned.length,
            'to-fix': failing,
            ...Object.fromEntries(tiers.map(tier => [tier.toLowerCase(), counts[tier]])),
        },
        text: [(0,report/* terminalFindings */.fU)(shown), line].filter(part => part !== '').join('\n'),
        summary,
    };
}
const scores = { unknown: 0, low: 2.5, medium: 5.5, high: 8, critical: 9.5 };
function ruleDescriptions(judgements) {
    const rules = new Map();
    for (const { vulnerability } of judgements.flatMap(({ judged }) => judged)) {
        const id = ruleId(vulnerability.id, 'vulnerability');
        const score = scores[vulnerability.grade];
        if ((rules.get(id)?.securitySeverity ?? -1) >= score)
            continue;
        rules.set(id, {
            id,
            summary: (0,report/* oneLine */.TN)(vulnerability.title ?? vulnerability.id),
            securitySeverity: score,
            ...(vulnerability.url === undefined ? {} : { help: vulnerability.url }),
        });
    }
    return [...rules.values()];
}


/***/ }),

/***/ 1822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ thisPlatform)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);

/** The machine this runs on, in Node's words. */
function thisPlatform() {
    return { os: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.platform)(), arch: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.arch)() };
}


/***/ }),

/***/ 6158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ provideTool)
});

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
// EXTERNAL MODULE: ./lib/outcome/index.js + 4 modules
var outcome = __webpack_require__(220);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/modern-tar/dist/web/index.js + 1 modules
var web = __webpack_require__(1942);
;// CONCATENATED MODULE: ./lib/system/tools/download.js


const mostRedirects = 5;
/** Bytes; the largest tool today unpacks to 250 MB. */
const largest = 512 * 1024 * 1024;
/**
 * Downloads to memory and returns the bytes only if their sha256 is the one expected. Redirects may lead to another
 * host (a release page hands over to its storage), but never from https to http, and no credentials are ever sent.
 */
async function downloadVerified(address, sha256, world) {
    let url = parsed(address);
    for (let hop = 0; hop <= mostRedirects; hop++) {
        const { status, headers, body } = await world.http.stream({
            method: 'GET',
            url,
            limit: largest,
            timeout: 600_000,
        });
        if (status >= 300 && status < 400 && headers['location'] !== undefined) {
            for await (const _ of body)
                break;
            const next = new URL(headers['location'], url);
            if (url.protocol === 'https:' && next.protocol !== 'https:') {
                throw new outcome/* HygieneError */.cU('bad-answer', `${url.host} redirects the download from https to ${next.protocol}//${next.host}`);
            }
            url = allowed(next);
            continue;
        }
        if (status !== 200) {
            throw new outcome/* HygieneError */.cU('unreachable', `${url.href} answers ${status}`, {
                fix: 'check the version, or the mirror',
            });
        }
        return verified(body, url, sha256);
    }
    throw new outcome/* HygieneError */.cU('bad-answer', `${address} redirects more than ${mostRedirects} times`);
}
async function verified(body, url, sha256) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const chunks = [];
    for await (const chunk of body) {
        hash.update(chunk);
        chunks.push(chunk);
    }
    const actual = hash.digest('hex');
    if (actual === sha256)
        return Buffer.concat(chunks);
    throw new outcome/* HygieneError */.cU('damaged', `${url.href} has sha256 ${actual}, not ${sha256}: it was not run`, {
        fix: 'compare with the checksum that the project publishes; if it differs from theirs, report it to them',
    });
}
function parsed(address) {
    try {
        return allowed(new URL(address));
    }
    catch (error) {
        if (error instanceof outcome/* HygieneError */.cU)
            throw error;
        throw new outcome/* HygieneError */.cU('bad-usage', `'${address}' is no URL`, { cause: error });
    }
}
function allowed(url) {
    const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
    if (url.protocol === 'https:' || (url.protocol === 'http:' && loopback))
        return url;
    throw new outcome/* HygieneError */.cU('bad-usage', `${url.href}: tools are downloaded over https only`);
}

;// CONCATENATED MODULE: ./lib/system/tools/install.js







const largestUnpacked = 1024 * 1024 * 1024;
/**
 * Installs one exact release, verified before anything of it runs, and keeps it in a cache. The name of a cached file
 * holds both checksums, its archive's and its own, and its bytes are hashed again each time.
 */
async function installTool(spec, wish, world, platform) {
    const sha256 = checksumOf(spec, wish);
    const asset = spec.asset(wish.version, platform);
    if (asset === undefined) {
        throw new outcome/* HygieneError */.cU('unsupported', `${spec.name} has no release for ${platform.os} on ${platform.arch}`, {
            fix: `install ${spec.name} yourself and name it with ${spec.name}-path`,
        });
    }
    const folder = (0,external_node_path_.join)(cacheFolder(world), 'tools', `${spec.name}-${wish.version}-${sha256}`);
    const cached = await intact(folder, spec.name);
    if (cached !== undefined)
        return cached;
    const base = (wish.mirror ?? spec.releases).replace(/\/+$/, '');
    world.log.info(`installing ${spec.name} ${wish.version} from ${base}`);
    const bytes = await downloadVerified(`${base}/${asset.path}`, sha256, world);
    const program = asset.member === undefined ? bytes : await memberOf(bytes, asset.member);
    return keep(folder, spec.name, program);
}
function checksumOf({ name }, { version, sha256 }) {
    if (sha256 === undefined) {
        throw new outcome/* HygieneError */.cU('bad-usage', `${name} ${version} cannot be installed without its checksum`, {
            fix: `${name}-sha256: the sha256 of the release file for this platform, from the project's signed checksums`,
        });
    }
    if (/^[0-9a-f]{64}$/.test(sha256))
        return sha256;
    throw new outcome/* HygieneError */.cU('bad-usage', `${name}-sha256: '${sha256}' is no sha256: 64 lower-case hex digits`);
}
async function memberOf(archive, member) {
    const tar = (0,external_node_zlib_.gunzipSync)(archive, { maxOutputLength: largestUnpacked });
    for (const { header, data } of await (0,web/* unpackTar */.Ag)(tar, { filter: ({ name }) => name === member })) {
        if (header.type === 'file' && data !== undefined)
            return Buffer.from(data);
    }
    throw new outcome/* HygieneError */.cU('damaged', `the release archive holds no file ${member}`);
}
function cacheFolder({ env }) {
    const home = env['HOME'] ?? '.';
    return (0,external_node_path_.join)(env['RUNNER_TOOL_CACHE'] ?? env['XDG_CACHE_HOME'] ?? (0,external_node_path_.join)(home, '.cache'), 'image-hygiene');
}
async function intact(folder, name) {
    const [sum, bytes] = await Promise.all([
        (0,promises_.readFile)((0,external_node_path_.join)(folder, `${name}.sha256`), 'utf8').catch(() => undefined),
        (0,promises_.readFile)((0,external_node_path_.join)(folder, name)).catch(() => undefined),
    ]);
    if (sum === undefined || bytes === undefined)
        return undefined;
    return sum === (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') ? (0,external_node_path_.join)(folder, name) : undefined;
}
/** Written beside and moved into place, the sum last: an interrupted or second run never meets half a program. */
async function keep(folder, name, program) {
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const path = (0,external_node_path_.join)(folder, name);
    const draft = `${path}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    await (0,promises_.writeFile)(draft, program, { mode: 0o700 });
    await (0,promises_.chmod)(draft, 0o700);
    await (0,promises_.rename)(draft, path);
    await (0,promises_.writeFile)(`${draft}.sum`, (0,external_node_crypto_.createHash)('sha256').update(program).digest('hex'));
    await (0,promises_.rename)(`${draft}.sum`, `${path}.sha256`);
    return path;
}

;// CONCATENATED MODULE: ./lib/system/tools/provide.js



/**
 * The tool at the given path, or the one on PATH, or (when a version is asked for that neither is) an installed one.
 * Whatever its origin, its own word on its version decides whether it may run.
 */
async function provideTool(spec, wish, world, platform) {
    if (wish.version !== undefined)
        refuseVersion(spec, wish.version);
    if (wish.path !== undefined)
        return { ...(await inspect(spec, wish.path, world)), from: 'given' };
    const found = await world.processes.find(spec.name);
    if (found !== undefined && wish.version === undefined)
        return { ...(await inspect(spec, found, world)), from: 'found' };
    if (found !== undefined && (await versionOf(spec, found, world)) === wish.version) {
        return { path: found, version: wish.version, from: 'found' };
    }
    if (wish.version === undefined) {
        throw new outcome/* HygieneError */.cU('no-file', `${spec.name} is not installed`, {
            fix: `put ${spec.name} on PATH, or name a release to install: ${spec.name}-version and ${spec.name}-sha256`,
        });
    }
    const path = await installTool(spec, { ...wish, version: wish.version }, world, platform);
    const inspected = await inspect(spec, path, world);
    if (inspected.version !== wish.version) {
        throw new outcome/* HygieneError */.cU('damaged', `the installed ${spec.name} says it is ${inspected.version}, not ${wish.version}`);
    }
    return { ...inspected, from: 'installed' };
}
async function inspect(spec, path, world) {
    const version = await versionOf(spec, path, world);
    refuseVersion(spec, version);
    return { path, version };
}
async function versionOf(spec, path, world) {
    const { stdout, stderr, code } = await world.processes.run(path, spec.versionArguments, { timeout: 30_000 });
    const version = spec.versionPattern.exec(stdout)?.[1] ?? spec.versionPattern.exec(stderr)?.[1];
    if (code !== 0 || version === undefined) {
        throw new outcome/* HygieneError */.cU('tool-failed', `${path} does not say which version of ${spec.name} it is (exit code ${code})`, {
            fix: `check it: ${path} ${spec.versionArguments.join(' ')}`,
        });
    }
    return version;
}
function refuseVersion({ name, supported, refused }, version) {
    if ((0,semver.valid)(version) === null) {
        throw new outcome/* HygieneError */.cU('bad-usage', `${name}-version: '${version}' is no exact version`, {
            fix: `name a release in ${supported}, such as 1.2.3: a moving name like latest can be moved to anything`,
        });
    }
    const why = refused[version];
    if (why !== undefined)
        throw new outcome/* HygieneError */.cU('bad-usage', `${name} ${version} is refused: ${why}`);
    if (!(0,semver.satisfies)(version, supported, { includePrerelease: true })) {
        throw new outcome/* HygieneError */.cU('bad-usage', `${name} ${version} is not supported`, {
            fix: `use a version in ${supported}`,
        });
    }
}


/***/ })

};
