"use strict";
exports.id = 730;
exports.ids = [730];
exports.modules = {

/***/ 1539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ verifyImages)
});

// EXTERNAL MODULE: ./lib/image/reference.js
var reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/registry/each.js
var each = __webpack_require__(402);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/signing/bundle.js
var bundle = __webpack_require__(9484);
// EXTERNAL MODULE: ./lib/signing/certificate.js
var certificate = __webpack_require__(3572);
// EXTERNAL MODULE: ./lib/signing/simple-signing.js
var simple_signing = __webpack_require__(1451);
;// CONCATENATED MODULE: ./lib/signing/diagnose.js




const order = [
    'tampered-payload',
    'other-digest',
    'wrong-annotations',
    'refused',
    'wrong-identity',
    'wrong-key',
    'unreadable-signature',
];
/** The finding for an image whose signatures were all refused: the one that says most. `undefined`: there is none. */
function diagnose(signatures, image, trust, annotations) {
    const judged = signatures.map(signature => judge(signature, image, trust, annotations));
    return judged.toSorted((a, b) => order.indexOf(a.wrong) - order.indexOf(b.wrong))[0];
}
function judge(signature, image, trust, annotations) {
    if (signature.format === 'unreadable')
        return { wrong: 'unreadable-signature', detail: signature.why };
    const named = signature.certificate === undefined ? undefined : (0,certificate/* readCertificate */.w)(signature.certificate);
    if (trust.kind === 'identity' && named === undefined) {
        return { wrong: 'wrong-identity', detail: 'it was made with a key and names nobody' };
    }
    const key = trust.kind === 'key' ? trust.key : named.key;
    const signed = signedBytes(signature);
    if (!isBy(key, signed, signature.signature)) {
        return isAltered(signature, key, trust, image.repository, image.digest)
            ? { wrong: 'tampered-payload' }
            : { wrong: 'wrong-key', ...whoElse(named) };
    }
    const astray = trust.kind === 'identity' ? misnamed(named, trust) : undefined;
    if (astray !== undefined)
        return { wrong: 'wrong-identity', detail: astray };
    const said = claimOf(signature);
    if (said === undefined)
        return { wrong: 'unreadable-signature', detail: 'its payload names no image' };
    if (!said.digests.includes(image.digest)) {
        return { wrong: 'other-digest', detail: `it is of ${said.digests.join(', ') || 'no image'}` };
    }
    const missing = annotations.find(one => !carries(said.annotations, one));
    return missing === undefined
        ? { wrong: 'refused' }
        : { wrong: 'wrong-annotations', detail: `it does not say ${missing}` };
}
/**
 * A bundle says which key made it; a certificate brings the key. A legacy signature says neither, so it is held
 * against what cosign would have signed: if that fits, the payload was altered afterwards.
 */
function isAltered(signature, key, trust, repository, digest) {
    if (trust.kind === 'identity')
        return true;
    if (signature.format === 'bundle')
        return signature.hint === hintOf(key);
    const claim = (0,simple_signing/* readClaim */.jw)(signature.payload);
    if (claim === undefined)
        return true;
    const digests = new Set([digest, claim.digest]);
    const names = new Set([repository, claim.repository]);
    return [...digests].some(one => [...names].some(name => isBy(key, (0,simple_signing/* claimBytes */.YI)(name, one), signature.signature)));
}
/** base64 of the sha256 of the key's DER, as bundles name a key. */
function hintOf(key) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(key.export({ type: 'spki', format: 'der' }))
        .digest('base64');
}
function signedBytes(signature) {
    return signature.format === 'bundle'
        ? (0,bundle/* preAuthenticationEncoding */.JD)(signature.payloadType, signature.payload)
        : signature.payload;
}
const hashes = { secp384r1: 'sha384', secp521r1: 'sha512' };
function isBy(key, bytes, signature) {
    const curve = key.asymmetricKeyDetails?.namedCurve ?? '';
    const hash = key.asymmetricKeyType === 'ed25519' ? null : (hashes[curve] ?? 'sha256');
    try {
        return (0,external_node_crypto_.verify)(hash, bytes, key, signature);
    }
    catch {
        return false;
    }
}
function claimOf(signature) {
    if (signature.format === 'bundle')
        return (0,bundle/* readStatement */.cO)(signature.payload);
    const claim = (0,simple_signing/* readClaim */.jw)(signature.payload);
    return claim === undefined ? undefined : { digests: [claim.digest], annotations: claim.annotations };
}
function carries(annotations, wanted) {
    const at = wanted.indexOf('=');
    const name = wanted.slice(0, at);
    return Object.hasOwn(annotations, name) && annotations[name] === wanted.slice(at + 1);
}
function misnamed(named, trust) {
    if (!named.identities.some(one => fits(one, trust.identity))) {
        return `it is by ${named.identities.join(', ') || 'nobody'}`;
    }
    return fits(named.issuer ?? '', trust.issuer) ? undefined : `its issuer is ${named.issuer ?? 'not named'}`;
}
/** Go's expressions are not ours: what starts with `^` is cosign's to decide, and counts as fitting here. */
function fits(actual, wanted) {
    return wanted.startsWith('^') || actual === wanted;
}
function whoElse(named) {
    return named === undefined ? {} : { detail: `it is keyless, by ${named.identities.join(', ') || 'nobody'}` };
}

// EXTERNAL MODULE: ./lib/signing/failures.js + 1 modules
var failures = __webpack_require__(7408);
;// CONCATENATED MODULE: ./lib/signing/refusals.js
/** One rule for each way in which an image can fail to prove where it comes from. */
const words = {
    unsigned: {
        message: 'has no signature',
        fix: 'sign it in the pipeline that built it: image-hygiene sign IMAGE@sha256:…',
    },
    'wrong-key': {
        message: 'is signed, but not with the expected key',
        fix: 'check which key signs, and which one is expected: sign.key of the policy, or public-key',
    },
    'wrong-identity': {
        message: 'is signed by somebody else than expected',
        fix: 'check sign.identity and sign.issuer of the policy against the pipeline that signs',
    },
    'other-digest': {
        message: 'carries a signature that was made for another image',
        fix: 'do not deploy it: somebody put the signature there. Find out who can push to the repository',
    },
    'tampered-payload': {
        message: 'carries a signature whose payload was altered after it was signed',
        fix: 'do not deploy it: somebody altered it. Find out who can push to the repository',
    },
    'wrong-annotations': {
        message: 'is signed, but without the demanded annotation',
        fix: 'sign it with signature-annotations, or demand less',
    },
    'unreadable-signature': {
        message: 'carries a signature that cannot be read',
        fix: 'sign it again: image-hygiene sign IMAGE@sha256:…',
    },
    'signature-refused': {
        message: 'carries a signature that names the expected signer, and cosign does not trust it',
        fix: 'check the transparency log and the trusted root: sign.log of the policy, trusted-root',
    },
    'no-image': {
        message: 'is not in the registry',
        fix: 'check the repository and the digest; was it cleaned up?',
    },
    undecidable: {
        message: 'could not be verified, which does not mean that it is wrong',
        fix: 'check the registry and the credentials, then run again',
    },
};
/** @param detail what the signature, the registry or cosign says; untrusted */
function findingOf(rule, image, detail) {
    const { message, fix } = words[rule];
    return {
        rule,
        severity: 'error',
        message: `${message}${detail === undefined ? '' : `: ${detail}`}`,
        fix,
        image,
    };
}

// EXTERNAL MODULE: ./lib/signing/stored.js
var stored = __webpack_require__(6268);
;// CONCATENATED MODULE: ./lib/signing/verify-image.js






const atOnce = 8;
/** Every image, side by side, in the order they were given. */
async function verifyImages(images, demand, verifying) {
    const verified = new Map();
    await (0,each/* forEach */.j)(images, Math.min(atOnce, images.length), async (image) => {
        verified.set(image, await verifyImage(image, demand, verifying));
    });
    return images.flatMap(image => verified.get(image) ?? []);
}
async function verifyImage(image, demand, verifying) {
    const verdicts = await Promise.all(formatsOf(demand, verifying.cosign).map(format => verifying.cosign.verify(image, format, verifying.who)));
    const accepted = verdicts.filter(one => one.accepted);
    const enough = demand === 'any' ? accepted.length > 0 : accepted.length === verdicts.length;
    if (enough)
        return { image, signatures: accepted.reduce((sum, { signatures }) => sum + signatures, 0) };
    const refusal = verdicts.find(one => !one.accepted);
    return { image, signatures: 0, finding: await explain(image, refusal, verifying) };
}
/** cosign 2.6 looks for one format at a time. */
function formatsOf(demand, { version }) {
    if (demand !== 'any')
        return demand.all;
    return version.startsWith('2.') ? ['bundle', 'legacy'] : ['any'];
}
/** cosign says no in one word for many things; what lies in the registry says which it is. */
async function explain(image, refusal, verifying) {
    const name = (0,reference/* formatReference */.FH)(image);
    const there = await verifying.registryOf(image.repository).digestOf(image.repository, image.digest);
    if (there === 'absent')
        return findingOf('no-image', name);
    if ('unknown' in there)
        return findingOf('undecidable', name, there.unknown);
    const found = await (0,stored/* readStored */.C)(image, verifying.registryOf, verifying.elsewhere);
    const judged = diagnose(found.signatures, image, await verifying.trust(), verifying.annotations);
    if (judged === undefined) {
        return found.incomplete === undefined
            ? findingOf('unsigned', name)
            : findingOf('undecidable', name, found.incomplete);
    }
    if (judged.wrong !== 'refused')
        return findingOf(judged.wrong, name, judged.detail);
    // By our reading it is right, so cosign refuses its log or its chain, or could not look.
    const said = `cosign said: ${refusal.said}`;
    if (verifying.who.kind === 'key') {
        const unlogged = verifying.cosign.logged && (await verify_image_isBy(verifying.who, image, verifying.cosign));
        return findingOf(unlogged ? 'signature-refused' : 'undecidable', name, said);
    }
    if ((0,failures/* couldNotLook */.K2)(refusal.said))
        return findingOf('undecidable', name, said);
    const anybody = { kind: 'identity', identity: '^.*$', issuer: '^.*$' };
    const byAnybody = await verifying.cosign.verify(image, 'any', anybody);
    return byAnybody.accepted
        ? findingOf('wrong-identity', name, judged.detail)
        : findingOf('signature-refused', name, said);
}
async function verify_image_isBy(who, image, cosign) {
    return (await cosign.verify(image, 'any', who, 'without')).accepted;
}


/***/ }),

/***/ 4443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ reportOutputs),
  L: () => (/* binding */ writeReports)
});

// EXTERNAL MODULE: ./lib/outcome/outcome.js
var outcome = __webpack_require__(1308);
// EXTERNAL MODULE: ./lib/outcome/finding.js
var finding = __webpack_require__(7525);
;// CONCATENATED MODULE: ./lib/report/fingerprint.js
/**
 * A stable id per finding: the same after lines shift, different for equal findings of one file (GitLab silently
 * drops a second finding with a known fingerprint).
 */
function fingerprints(findings) {
    const seen = new Map();
    return findings.map(({ rule, message, location, image }) => {
        const key = [rule, location?.file ?? image ?? '', message].join('\u0000');
        const ordinal = seen.get(key) ?? 0;
        seen.set(key, ordinal + 1);
        return `${fnv1a(`${key}\u0000${ordinal}`)}${fnv1a(`${ordinal}\u0000${key}`)}`;
    });
}
/** @see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv-21 */
function fnv1a(text) {
    let hash = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode(text)) {
        hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    }
    return hash.toString(16).padStart(16, '0');
}

;// CONCATENATED MODULE: ./lib/report/sarif.js


const levels = { error: 'error', warning: 'warning', info: 'note' };
/** GitHub takes 25,000 results of a run and shows the first 5,000. */
const most = 5_000;
/**
 * SARIF 2.1.0, most severe first, with a note where results were left out.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
function toSarif(findings, { version, rules = [] }) {
    const sorted = findings.toSorted(finding/* compareFindings */.Eg).slice(0, most);
    const described = new Map(rules.map(rule => [rule.id, rule]));
    const ids = [...new Set(sorted.map(({ rule }) => rule))].toSorted();
    const prints = fingerprints(sorted);
    const left = findings.length - sorted.length;
    return `${JSON.stringify({
        $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'image-hygiene',
                        semanticVersion: version,
                        rules: ids.map(id => ruleOf(id, described.get(id))),
                    },
                },
                results: sorted.map((finding, index) => resultOf(finding, ids.indexOf(finding.rule), prints[index] ?? '')),
                ...(left === 0
                    ? {}
                    : {
                        invocations: [
                            {
                                executionSuccessful: true,
                                toolExecutionNotifications: [
                                    {
                                        level: 'note',
                                        message: { text: `${left} further results were left out of this file` },
                                    },
                                ],
                            },
                        ],
                    }),
            },
        ],
    }, undefined, 2)}\n`;
}
function ruleOf(id, rule) {
    return {
        id,
        shortDescription: { text: rule?.summary ?? id },
        ...(rule?.help === undefined ? {} : { help: { text: rule.help, markdown: rule.help } }),
        ...(rule?.securitySeverity === undefined
            ? {}
            : { properties: { 'security-severity': rule.securitySeverity.toFixed(1), tags: ['security'] } }),
    };
}
function resultOf({ rule, severity, message, fix, location, image, suppressed }, ruleIndex, print) {
    const text = fix === undefined ? message : `${message}\n${fix}`;
    // GitHub refuses a result without a place: a finding about an image is put on the policy file's first line.
    const { file, line, column } = location ?? { file: '.image-hygiene.yml', line: 1 };
    return {
        ruleId: rule,
        ruleIndex,
        level: levels[severity],
        message: { text: image === undefined ? text : `${image}: ${text}` },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: uriOf(file) },
                    region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) },
                },
            },
        ],
        partialFingerprints: { 'imageHygiene/v1': print },
        ...(suppressed === undefined
            ? {}
            : { suppressions: [{ kind: 'external', status: 'accepted', justification: suppressed }] }),
    };
}
/** Relative to the repository; a path with broken UTF-16 in it must not break the report. */
function uriOf(file) {
    return encodeURI(new TextDecoder().decode(new TextEncoder().encode(file)).replace(/^\.\//, ''));
}

;// CONCATENATED MODULE: ./lib/report/codequality.js


const severities = { error: 'critical', warning: 'minor', info: 'info' };
/**
 * GitLab's Code Quality report: an array of issues.
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
function toCodeQuality(findings) {
    const sorted = findings.toSorted(finding/* compareFindings */.Eg);
    const prints = fingerprints(sorted);
    const issues = sorted.map(({ rule, severity, message, fix, location, image }, index) => ({
        description: [image, message, fix].filter(part => part !== undefined).join(': '),
        check_name: rule,
        fingerprint: prints[index],
        severity: severities[severity],
        location: {
            path: (location?.file ?? '.image-hygiene.yml').replace(/^\.\//, ''),
            lines: { begin: location?.line ?? 1 },
        },
    }));
    return `${JSON.stringify(issues, undefined, 2)}\n`;
}

;// CONCATENATED MODULE: ./lib/report/junit.js

/**
 * JUnit XML with one test case per finding; errors and warnings fail, so that every tier of GitLab shows them.
 * @see https://docs.gitlab.com/ci/testing/unit_test_reports/
 */
function toJunit(step, findings) {
    const cases = findings.toSorted(finding/* compareFindings */.Eg).map(finding => caseOf(step, finding));
    const failures = findings.filter(({ severity }) => severity === 'error').length;
    const name = `image-hygiene ${step}`;
    const body = cases.length === 0 ? [`    <testcase classname="${inXml(step)}" name="no findings"/>`] : cases;
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites>',
        `  <testsuite name="${inXml(name)}" tests="${body.length}" failures="${failures}" errors="0" skipped="0">`,
        ...body,
        '  </testsuite>',
        '</testsuites>',
        '',
    ].join('\n');
}
function caseOf(step, { rule, severity, message, fix, location, image }) {
    const where = location === undefined ? (image ?? '') : (0,finding/* formatLocation */.j$)(location);
    const attributes = [
        `classname="${inXml(`${step}.${rule}`)}"`,
        `name="${inXml(`${rule} ${where}`.trim())}"`,
        ...(location === undefined ? [] : [`file="${inXml(location.file)}"`]),
    ].join(' ');
    const text = inXml([message, fix].filter(part => part !== undefined).join('\n'));
    return severity === 'error'
        ? `    <testcase ${attributes}><failure message="${inXml(message)}" type="${severity}">${text}</failure></testcase>`
        : `    <testcase ${attributes}><system-out>${severity}: ${text}</system-out></testcase>`;
}
/** XML 1.0 has no way to write most control characters: they become U+FFFD. */
function inXml(text) {
    return (text
        // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the characters that XML 1.0 forbids
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
        .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replace(/[\n\r\t]/g, character => `&#${character.charCodeAt(0)};`));
}

// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/steps/reports.js



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
    await write('sarif-file', files.sarifFile, () => toSarif(findings, { version: version/* version */.r, rules }));
    await write('codequality-file', files.codequalityFile, () => toCodeQuality(findings));
    await write('junit-file', files.junitFile, () => toJunit(step, findings));
    const told = { ...result, outputs };
    await write('json-file', files.jsonFile, () => `${JSON.stringify((0,outcome/* outcomeOf */.sG)(step, told), undefined, 2)}\n`);
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

/***/ 9875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SL: () => (/* binding */ signaturesTable),
/* harmony export */   oo: () => (/* binding */ undecided),
/* harmony export */   rJ: () => (/* binding */ signaturesText)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8424);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2463);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1488);


function signaturesText(rows, findings) {
    const lines = rows.map(row => (0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(`${mark(row)} ${(0,_image_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatReference */ .FH)(row.image)}  ${state(row)}`, 1000));
    return [lines.join('\n'), (0,_report_index_js__WEBPACK_IMPORTED_MODULE_2__/* .terminalFindings */ .f)(findings)].filter(part => part !== '').join('\n\n');
}
function signaturesTable(rows) {
    const head = '| | image | signature |\n|---|---|---|';
    const lines = rows.map(row => `| ${mark(row)} | ${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .inCode */ .pN)((0,_image_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatReference */ .FH)(row.image))} | ${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__/* .inMarkdown */ .Hi)(state(row))} |`);
    return [head, ...lines].join('\n');
}
/** What was not decided for want of an answer is no verdict, unless something else is surely wrong. */
function undecided(findings) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    return errors.length > 0 && errors.every(({ rule }) => rule === 'undecidable');
}
function mark({ finding }) {
    if (finding === undefined)
        return '✓';
    return finding.rule === 'undecidable' ? '?' : finding.severity === 'error' ? '✗' : '!';
}
function state({ signatures, notes, finding }) {
    const said = finding === undefined ? `${signatures} verified` : finding.rule;
    return [said, ...notes].join(', ');
}


/***/ }),

/***/ 4730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./lib/outcome/outcome.js
var outcome = __webpack_require__(1308);
// EXTERNAL MODULE: ./lib/signing/pinned.js
var pinned = __webpack_require__(1333);
// EXTERNAL MODULE: ./lib/signing/log.js
var signing_log = __webpack_require__(3637);
// EXTERNAL MODULE: ./lib/signing/signer.js + 3 modules
var signer = __webpack_require__(4544);
// EXTERNAL MODULE: ./lib/signing/verify-image.js + 2 modules
var verify_image = __webpack_require__(1539);
// EXTERNAL MODULE: ./lib/image/reference.js
var reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/registry/each.js
var each = __webpack_require__(402);
;// CONCATENATED MODULE: ./lib/signing/pullable.js


const atOnce = 16;
/** Layers that registries do not hold: whoever pulls fetches them elsewhere. */
const foreign = /(?:nondistributable|\.foreign\.)/;
/**
 * Proves that an image can be pulled with the credentials of this run: its manifest, its config and each layer, of
 * every platform. A deployment that falls back on an image learns otherwise at the worst moment.
 */
async function findUnpullable(image, registryOf) {
    const { repository, digest } = image;
    const registry = registryOf(repository);
    const name = (0,reference/* formatReference */.FH)(image);
    const findings = [];
    const blobs = new Map();
    const open = [digest];
    const seen = new Set(open);
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
        const answer = await registry.manifest(repository, next);
        if ('unknown' in answer)
            findings.push(undecidable(name, `the manifest ${next}: ${answer.unknown}`));
        else if (!answer.found)
            findings.push(missing(name, `its manifest ${next}`));
        else {
            for (const child of answer.manifest.children) {
                if (!seen.has(child.digest))
                    open.push(child.digest);
                seen.add(child.digest);
            }
            const { config, layers } = answer.manifest;
            for (const blob of [...(config === undefined ? [] : [config]), ...layers]) {
                if (!foreign.test(blob.mediaType))
                    blobs.set(blob.digest, blob);
            }
        }
    }
    await (0,each/* forEach */.j)(blobs.values(), Math.min(atOnce, blobs.size), async (blob) => {
        const there = await registry.hasBlob(repository, blob.digest);
        if (there === 'present')
            return;
        const what = `the blob ${blob.digest} (${blob.mediaType})`;
        findings.push(there === 'absent' ? missing(name, what) : undecidable(name, `${what}: ${there.unknown}`));
    });
    return findings;
}
function missing(image, what) {
    return {
        rule: 'not-pullable',
        severity: 'error',
        message: `cannot be pulled: the registry has lost ${what}`,
        fix: 'push it again from where it still is, or choose another image to fall back on',
        image,
    };
}
function undecidable(image, what) {
    return {
        rule: 'undecidable',
        severity: 'error',
        message: `it is not known whether it can be pulled: ${what}`,
        fix: 'check the credentials of this job: it needs to pull',
        image,
    };
}

// EXTERNAL MODULE: ./lib/steps/catalog.js + 1 modules
var catalog = __webpack_require__(6509);
// EXTERNAL MODULE: ./lib/steps/cosign.js + 3 modules
var steps_cosign = __webpack_require__(900);
// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
// EXTERNAL MODULE: ./lib/steps/deployable.js
var deployable = __webpack_require__(8552);
// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
// EXTERNAL MODULE: ./lib/steps/policy.js + 4 modules
var steps_policy = __webpack_require__(9185);
// EXTERNAL MODULE: ./lib/steps/registries.js
var steps_registries = __webpack_require__(7560);
// EXTERNAL MODULE: ./lib/steps/reports.js + 4 modules
var reports = __webpack_require__(4443);
// EXTERNAL MODULE: ./lib/steps/signatures-report.js
var signatures_report = __webpack_require__(9875);
;// CONCATENATED MODULE: ./lib/steps/verify.js











const { /* references */ "Ft": references, /* digest */ "br": digest, /* publicKey */ "C1": publicKey, /* identity */ "D_": identity, /* issuer */ "u9": issuer, /* trustedRoot */ "EH": trustedRoot, /* signatureAnnotations */ "Ng": signatureAnnotations } = inputs;
const { /* requireSignature */ "Mg": requireSignature, /* rollback */ "dU": rollback, /* catalog */ "U$": verify_catalog, /* planFile */ "eS": planFile } = inputs;
const { /* cosignPath */ "J": cosignPath, /* cosignVersion */ "KX": cosignVersion, /* cosignSha256 */ "Nq": cosignSha256, /* cosignMirror */ "FG": cosignMirror } = inputs;
const { /* config */ "$W": config, /* printPolicy */ "yv": printPolicy, /* githubToken */ "bU": githubToken, /* gitlabToken */ "Dq": gitlabToken, /* registryUsername */ "YY": registryUsername, /* registryPassword */ "JX": registryPassword } = inputs;
const { /* caFile */ "DO": caFile, /* summary */ "z": summary, /* jsonFile */ "d_": jsonFile, /* junitFile */ "tW": junitFile, /* sarifFile */ "Uz": sarifFile, /* codequalityFile */ "VF": codequalityFile } = inputs;
const verify = (0,steps_define/* defineStep */.ol)({
    name: 'verify',
    inputs: {
        ...{ references, digest, publicKey, identity, issuer, trustedRoot, signatureAnnotations },
        ...{ requireSignature, rollback, catalog: verify_catalog, planFile },
        ...{ cosignPath, cosignVersion, cosignSha256, cosignMirror },
        ...{ config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword },
        ...{ caFile, summary, jsonFile, junitFile, sarifFile, codequalityFile },
    },
    positional: 'references',
    outputs: {
        verified: 'The images that may be deployed, by digest, one a line.',
        refused: 'The images that may not, by digest, one a line.',
        ...reports/* reportOutputs */.r,
    },
    permissions: {
        github: { contents: 'read', packages: 'read' },
        registry: 'pull',
        gitlab: 'Nothing for images of the same project.',
    },
    async run(inputs, world) {
        const loaded = await (0,steps_policy/* loadPolicy */.t)(inputs, world);
        if (inputs.printPolicy)
            return (0,steps_policy/* printedPolicy */.b)(loaded);
        const known = inputs.catalog === undefined
            ? undefined
            : await (0,catalog/* catalogAt */.Z)(inputs.catalog, inputs, loaded.policy, world).read();
        const records = known?.records ?? [];
        const deployed = (0,pinned/* readPinned */.r)(inputs.references, inputs.digest, 'verify');
        const fallbacks = (0,deployable/* readRollback */.XP)(inputs.rollback, records);
        const images = [...deployed, ...fallbacks];
        const { policy } = (0,steps_cosign/* managing */.xc)(loaded, images);
        const log = await (0,signing_log/* readLog */.x)(policy.sign.log, world.files);
        const named = await (0,signer/* readExpected */.vX)(inputs, policy, world);
        const env = named.kind === 'key' ? named.key.env : {};
        const cosign = await (0,steps_cosign/* cosignFor */.hY)(inputs, images, { env }, log, policy, world);
        const expectation = await (0,signer/* expectationOf */.EV)(named, cosign.publicKey, world);
        const registries = await (0,steps_registries/* registriesOf */.Ho)(inputs, policy, world);
        const verifying = {
            ...expectation,
            cosign,
            annotations: inputs.signatureAnnotations,
            registryOf: registries.of,
            elsewhere: (0,steps_cosign/* elsewhereOf */.q3)(world),
        };
        const [verified, moved, ...unpullable] = await Promise.all([
            (0,verify_image/* verifyImages */.O)(images, 'any', verifying),
            (0,deployable/* findMovedTags */.gz)(images, records, registries, policy),
            ...images.map(image => findUnpullable(image, registries.of)),
        ]);
        const planned = await (0,deployable/* findPlanned */.o1)(images, inputs.planFile, policy, world);
        const rows = verified.map(one => rowOf(one, fallbacks, policy, inputs.requireSignature));
        const findings = [
            ...rows.flatMap(({ finding }) => finding ?? []),
            ...moved,
            ...unpullable.flat(),
            ...planned,
            ...(known?.findings ?? []),
        ];
        const refused = (image) => findings.some(one => one.severity === 'error' && isAbout(one.image, image));
        const result = {
            verdict: (0,signatures_report/* undecided */.oo)(findings) ? 'error' : (0,outcome/* verdictOf */.Vj)(findings),
            findings,
            outputs: {
                verified: images
                    .filter(image => !refused(image))
                    .map(byDigest)
                    .join('\n'),
                refused: images.filter(refused).map(byDigest).join('\n'),
            },
            stats: { ...registries.stats(), images: images.length },
            text: (0,signatures_report/* signaturesText */.rJ)(rows, findings),
            summary: (0,signatures_report/* signaturesTable */.SL)(rows),
        };
        return (0,reports/* writeReports */.L)('verify', result, inputs, world);
    },
});
/** An image of a class that need not be signed is only warned about, where the call leaves it to the class. */
function rowOf(one, fallbacks, policy, require) {
    const classes = (0,deployable/* classesOf */.OX)(one.image, policy);
    const notes = [
        ...(classes.length === 0 ? [] : [classes.map(({ name }) => name).join(', ')]),
        ...(fallbacks.includes(one.image) ? ['to fall back on'] : []),
    ];
    const optional = require === 'by-class' && classes.length > 0 && classes.every(({ rule }) => rule.sign === 'optional');
    const { finding } = one;
    return finding?.rule === 'unsigned' && optional
        ? { ...one, notes, finding: { ...finding, severity: 'warning' } }
        : { ...one, notes };
}
function isAbout(name, image) {
    return name !== undefined && (name === image.repository || name.endsWith(`@${image.digest}`));
}
function byDigest({ repository, digest }) {
    return `${repository}@${digest}`;
}


/***/ })

};
;