export const id = 358;
export const ids = [358];
export const modules = {

/***/ 2844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UA: () => (/* reexport */ checkAge),
  C6: () => (/* reexport */ convert),
  Fg: () => (/* reexport */ countTiers),
  ac: () => (/* reexport */ exceptionFindings),
  WX: () => (/* reexport */ findingsOf),
  $e: () => (/* reexport */ guessBase),
  Pl: () => (/* reexport */ headline),
  Oz: () => (/* reexport */ isCurrent),
  S4: () => (/* reexport */ judge),
  Jq: () => (/* reexport */ parseDatabase),
  R1: () => (/* reexport */ parseKnownExploited),
  $y: () => (/* reexport */ parseLikelihoods),
  Qg: () => (/* reexport */ parseTrivyReport),
  IC: () => (/* reexport */ ruleId),
  mp: () => (/* reexport */ runTrivy),
  F3: () => (/* reexport */ standingsOf),
  _7: () => (/* reexport */ story),
  cK: () => (/* reexport */ tiers),
  VN: () => (/* reexport */ toOpenVex),
  Sl: () => (/* reexport */ toTrivyIgnore),
  DA: () => (/* reexport */ trivy),
  qS: () => (/* reexport */ verifiedBase)
});

// UNUSED EXPORTS: actionsOf

// EXTERNAL MODULE: ./lib/policy/index.js + 4 modules
var policy = __webpack_require__(7134);
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
    const versions = wanted.flatMap(text => (0,policy/* readVersion */.$4)(text) ?? []);
    if (versions.length === wanted.length && versions.length > 1) {
        return versions.reduce((best, version) => (((0,policy/* compareVersions */.Zy)(version, best) ?? 0) > 0 ? version : best));
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
    throw new outcome/* HygieneError */.cU('undecidable', `the vulnerability database is of ${(0,lib_image/* formatInstant */.r4)(updatedAt)}, more than ${(0,policy/* formatDuration */.a3)(maxAge)} ago: what was found since is not in it`, { fix });
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
    return image !== undefined && (0,policy/* matchesAny */._I)(images, image);
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

// EXTERNAL MODULE: ./lib/report/index.js + 9 modules
var report = __webpack_require__(9654);
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
















/***/ }),

/***/ 686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ findBase)
/* harmony export */ });
/* harmony import */ var _gates_scan_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2844);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(716);


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
        const elsewhere = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_1__/* .registryOf */ .Fv)(reference.repository) !== (0,_image_index_js__WEBPACK_IMPORTED_MODULE_1__/* .registryOf */ .Fv)(target.image.repository);
        if (search.offline && elsewhere)
            continue;
        for (const ids of await layersOf(reference, report.image.platform, search))
            candidates.push({ by, name, diffIds: ids });
        const base = (0,_gates_scan_index_js__WEBPACK_IMPORTED_MODULE_0__/* .verifiedBase */ .qS)(diffIds, candidates);
        if (base?.by === 'annotation')
            return base;
    }
    return (0,_gates_scan_index_js__WEBPACK_IMPORTED_MODULE_0__/* .verifiedBase */ .qS)(diffIds, candidates) ?? (0,_gates_scan_index_js__WEBPACK_IMPORTED_MODULE_0__/* .guessBase */ .$e)(history, diffIds.length);
}
function annotated({ manifest, index }, report) {
    const places = [manifest?.annotations, index?.annotations, report.image.labels];
    return places.flatMap(place => {
        const [name, digest] = [place?.[baseName], place?.[baseDigest]];
        if (name === undefined || digest === undefined || !(0,_image_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest))
            return [];
        return claimOf('annotation', `${name.replace(/@.*$/s, '')}@${digest}`);
    });
}
function claimOf(by, text) {
    const reference = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(text);
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
    const blob = await registry.blob(image.repository, layer.digest, _image_index_js__WEBPACK_IMPORTED_MODULE_1__/* .largestConfig */ .R0);
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
        const blob = await registry.blob(repository, manifest.config.digest, _image_index_js__WEBPACK_IMPORTED_MODULE_1__/* .largestConfig */ .R0);
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


/***/ }),

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The released version; a test holds it to package.json. */
const version = '0.1.0';


/***/ })

};
