export const id = 305;
export const ids = [305];
export const modules = {

/***/ 7686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sign: () => (/* binding */ sign)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(716);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(220);
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7134);
/* harmony import */ var _signing_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2418);
/* harmony import */ var _cosign_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1272);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1884);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6818);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9243);
/* harmony import */ var _registries_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7560);
/* harmony import */ var _signatures_report_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9875);










const { /* references */ "Ft": references, /* digest */ "br": digest, /* key */ "Eb": key, /* publicKey */ "C1": publicKey, /* identity */ "D_": identity, /* issuer */ "u9": issuer, /* trustedRoot */ "EH": trustedRoot, /* signatureAnnotations */ "Ng": signatureAnnotations } = _inputs_js__WEBPACK_IMPORTED_MODULE_6__;
const { /* preflight */ "Mz": preflight, /* cosignPath */ "J": cosignPath, /* cosignVersion */ "KX": cosignVersion, /* cosignSha256 */ "Nq": cosignSha256, /* cosignMirror */ "FG": cosignMirror } = _inputs_js__WEBPACK_IMPORTED_MODULE_6__;
const { /* config */ "$W": config, /* printPolicy */ "yv": printPolicy, /* githubToken */ "bU": githubToken, /* gitlabToken */ "Dq": gitlabToken, /* registryUsername */ "YY": registryUsername, /* registryPassword */ "JX": registryPassword } = _inputs_js__WEBPACK_IMPORTED_MODULE_6__;
const { /* caFile */ "DO": caFile, /* summary */ "z": summary } = _inputs_js__WEBPACK_IMPORTED_MODULE_6__;
const sign = (0,_define_js__WEBPACK_IMPORTED_MODULE_5__/* .defineStep */ .ol)({
    name: 'sign',
    inputs: {
        ...{ references, digest, key, publicKey, identity, issuer, trustedRoot, signatureAnnotations },
        ...{ preflight, cosignPath, cosignVersion, cosignSha256, cosignMirror },
        ...{ config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword },
        ...{ caFile, summary },
    },
    positional: 'references',
    outputs: {
        signed: 'The images that were signed and whose signature was verified, by digest, one a line.',
        signatures: 'How many signatures were made.',
        'signed-by': 'The key, or the identity that the certificate names.',
        'cosign-version': 'The version of cosign that signed.',
    },
    permissions: {
        github: { contents: 'read', packages: 'write', 'id-token': 'write' },
        registry: 'push',
        gitlab: 'Without a key, an identity token: id_tokens: SIGSTORE_ID_TOKEN: aud: sigstore.',
    },
    async run(inputs, world) {
        const loaded = await (0,_policy_js__WEBPACK_IMPORTED_MODULE_7__/* .loadPolicy */ .t)(inputs, world);
        if (inputs.printPolicy)
            return passing((0,_policy_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPolicy */ .EL)(loaded));
        const asked = inputs.preflight ? [] : (0,_signing_index_js__WEBPACK_IMPORTED_MODULE_3__/* .readPinned */ .r6)(inputs.references, inputs.digest, 'sign');
        const { policy } = (0,_cosign_js__WEBPACK_IMPORTED_MODULE_4__/* .managing */ .xc)(loaded, asked);
        // The key, the identity token and the tool come first: a run that cannot sign pushes nothing.
        const log = await (0,_signing_index_js__WEBPACK_IMPORTED_MODULE_3__/* .readLog */ .x6)(policy.sign.log, world.files);
        const signer = await (0,_signing_index_js__WEBPACK_IMPORTED_MODULE_3__/* .readSigner */ .$2)(inputs, policy, log, world);
        const cosign = await (0,_cosign_js__WEBPACK_IMPORTED_MODULE_4__/* .cosignFor */ .hY)(inputs, asked, signer, log, policy, world);
        const expectation = await expected(signer, cosign.publicKey, world);
        if (inputs.preflight)
            return passing(`This job can sign as ${nameOf(signer)}, with cosign ${cosign.version}.`);
        const registries = await (0,_registries_js__WEBPACK_IMPORTED_MODULE_8__/* .registriesOf */ .H)(inputs, policy, world);
        const images = policy.sign.children ? await (0,_signing_index_js__WEBPACK_IMPORTED_MODULE_3__/* .withChildren */ .OF)(asked, registries.of) : asked;
        const formats = formatsOf(policy);
        for (const format of formats)
            await cosign.sign(format, images);
        const verified = await (0,_signing_index_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyImages */ .O3)(images, { all: formats }, {
            ...expectation,
            cosign,
            annotations: inputs.signatureAnnotations,
            registryOf: registries.of,
            elsewhere: (0,_cosign_js__WEBPACK_IMPORTED_MODULE_4__/* .elsewhereOf */ .q3)(world),
        });
        return told(verified, signer, cosign.version, registries.stats());
    },
});
/** A key that only cosign can open is opened once more here, for its public half. */
function expected(signer, publicKey, world) {
    const named = signer.expected ?? keyOf(signer);
    return (0,_signing_index_js__WEBPACK_IMPORTED_MODULE_3__/* .expectationOf */ .EV)(named, publicKey, world);
}
function keyOf({ key, env }) {
    return { kind: 'key', key: { reference: key ?? '', env, pem: undefined, half: 'private' } };
}
function formatsOf({ sign: { format } }) {
    return format === 'both' ? ['bundle', 'legacy'] : [format];
}
function nameOf({ key, expected }) {
    return expected?.kind === 'identity' ? expected.identity : `the key ${key}`;
}
function passing(text) {
    return { verdict: 'pass', findings: [], outputs: {}, stats: {}, text };
}
function told(verified, signer, version, stats) {
    const findings = verified.flatMap(({ finding }) => finding ?? []);
    const signed = verified.filter(({ finding }) => finding === undefined);
    const count = signed.reduce((sum, { signatures }) => sum + signatures, 0);
    const rows = verified.map(one => ({ ...one, notes: [] }));
    return {
        verdict: (0,_signatures_report_js__WEBPACK_IMPORTED_MODULE_9__/* .undecided */ .oo)(findings) ? 'error' : (0,_outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOf */ .Vj)(findings),
        findings,
        outputs: {
            signed: signed.map(({ image }) => byDigest(image)).join('\n'),
            signatures: String(count),
            'signed-by': nameOf(signer),
            'cosign-version': version,
        },
        stats: { ...stats, images: verified.length, signatures: count },
        text: (0,_signatures_report_js__WEBPACK_IMPORTED_MODULE_9__/* .signaturesText */ .rJ)(rows, findings),
        summary: (0,_signatures_report_js__WEBPACK_IMPORTED_MODULE_9__/* .signaturesTable */ .SL)(rows),
    };
}
function byDigest({ repository, digest }) {
    return (0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)({ repository, digest });
}


/***/ }),

/***/ 9875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SL: () => (/* binding */ signaturesTable),
/* harmony export */   oo: () => (/* binding */ undecided),
/* harmony export */   rJ: () => (/* binding */ signaturesText)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(716);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1076);


function signaturesText(rows, findings) {
    const lines = rows.map(row => (0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(`${mark(row)} ${(0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)(row.image)}  ${state(row)}`, 1000));
    return [lines.join('\n'), (0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__/* .terminalFindings */ .fU)(findings)].filter(part => part !== '').join('\n\n');
}
function signaturesTable(rows) {
    const head = '| | image | signature |\n|---|---|---|';
    const lines = rows.map(row => `| ${mark(row)} | ${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__/* .inCode */ .pN)((0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)(row.image))} | ${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__/* .inMarkdown */ .Hi)(state(row))} |`);
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


/***/ })

};
