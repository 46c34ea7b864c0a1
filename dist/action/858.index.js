export const id = 858;
export const ids = [858];
export const modules = {

/***/ 5404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ writeReports),
/* harmony export */   r: () => (/* binding */ reportOutputs)
/* harmony export */ });
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(220);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9654);
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

/***/ 9875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SL: () => (/* binding */ signaturesTable),
/* harmony export */   oo: () => (/* binding */ undecided),
/* harmony export */   rJ: () => (/* binding */ signaturesText)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(716);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9654);


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


/***/ }),

/***/ 6858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _catalog_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9444);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(220);
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7134);
/* harmony import */ var _signing_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2418);
/* harmony import */ var _cosign_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1272);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1884);
/* harmony import */ var _deployable_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8552);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6818);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9243);
/* harmony import */ var _registries_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7560);
/* harmony import */ var _reports_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5404);
/* harmony import */ var _signatures_report_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9875);












const { references, digest, publicKey, identity, issuer, trustedRoot, signatureAnnotations } = _inputs_js__WEBPACK_IMPORTED_MODULE_7__;
const { requireSignature, rollback, catalog, planFile } = _inputs_js__WEBPACK_IMPORTED_MODULE_7__;
const { cosignPath, cosignVersion, cosignSha256, cosignMirror } = _inputs_js__WEBPACK_IMPORTED_MODULE_7__;
const { config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword } = _inputs_js__WEBPACK_IMPORTED_MODULE_7__;
const { caFile, summary, jsonFile, junitFile, sarifFile, codequalityFile } = _inputs_js__WEBPACK_IMPORTED_MODULE_7__;
const verify = (0,_define_js__WEBPACK_IMPORTED_MODULE_5__/* .defineStep */ .ol)({
    name: 'verify',
    inputs: {
        ...{ references, digest, publicKey, identity, issuer, trustedRoot, signatureAnnotations },
        ...{ requireSignature, rollback, catalog, planFile },
        ...{ cosignPath, cosignVersion, cosignSha256, cosignMirror },
        ...{ config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword },
        ...{ caFile, summary, jsonFile, junitFile, sarifFile, codequalityFile },
    },
    positional: 'references',
    outputs: {
        verified: 'The images that may be deployed, by digest, one a line.',
        refused: 'The images that may not, by digest, one a line.',
        ..._reports_js__WEBPACK_IMPORTED_MODULE_10__/* .reportOutputs */ .r,
    },
    permissions: {
        github: { contents: 'read', packages: 'read' },
        registry: 'pull',
        gitlab: 'Nothing for images of the same project.',
    },
    async run(inputs, world) {
        const loaded = await (0,_policy_js__WEBPACK_IMPORTED_MODULE_8__/* .loadPolicy */ .t)(inputs, world);
        if (inputs.printPolicy)
            return { verdict: 'pass', findings: [], outputs: {}, stats: {}, text: (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPolicy */ .EL)(loaded) };
        const known = inputs.catalog === undefined ? undefined : await (0,_catalog_index_js__WEBPACK_IMPORTED_MODULE_0__/* .readCatalog */ .uM)(inputs.catalog, world.files);
        const records = known?.records ?? [];
        const deployed = (0,_signing_index_js__WEBPACK_IMPORTED_MODULE_3__/* .readPinned */ .r6)(inputs.references, inputs.digest, 'verify');
        const fallbacks = (0,_deployable_js__WEBPACK_IMPORTED_MODULE_6__/* .readRollback */ .XP)(inputs.rollback, records);
        const images = [...deployed, ...fallbacks];
        const { policy } = (0,_cosign_js__WEBPACK_IMPORTED_MODULE_4__/* .managing */ .xc)(loaded, images);
        const log = await (0,_signing_index_js__WEBPACK_IMPORTED_MODULE_3__/* .readLog */ .x6)(policy.sign.log, world.files);
        const named = await (0,_signing_index_js__WEBPACK_IMPORTED_MODULE_3__/* .readExpected */ .vX)(inputs, policy, world);
        const env = named.kind === 'key' ? named.key.env : {};
        const cosign = await (0,_cosign_js__WEBPACK_IMPORTED_MODULE_4__/* .cosignFor */ .hY)(inputs, images, { env }, log, policy, world);
        const expectation = await (0,_signing_index_js__WEBPACK_IMPORTED_MODULE_3__/* .expectationOf */ .EV)(named, cosign.publicKey, world);
        const registries = await (0,_registries_js__WEBPACK_IMPORTED_MODULE_9__/* .registriesOf */ .H)(inputs, policy, world);
        const verifying = {
            ...expectation,
            cosign,
            annotations: inputs.signatureAnnotations,
            registryOf: registries.of,
            elsewhere: (0,_cosign_js__WEBPACK_IMPORTED_MODULE_4__/* .elsewhereOf */ .q3)(world),
        };
        const [verified, moved, ...unpullable] = await Promise.all([
            (0,_signing_index_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyImages */ .O3)(images, 'any', verifying),
            (0,_deployable_js__WEBPACK_IMPORTED_MODULE_6__/* .findMovedTags */ .gz)(images, records, registries, policy),
            ...images.map(image => (0,_signing_index_js__WEBPACK_IMPORTED_MODULE_3__/* .findUnpullable */ .OZ)(image, registries.of)),
        ]);
        const planned = await (0,_deployable_js__WEBPACK_IMPORTED_MODULE_6__/* .findPlanned */ .o1)(images, inputs.planFile, policy, world);
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
            verdict: (0,_signatures_report_js__WEBPACK_IMPORTED_MODULE_11__/* .undecided */ .oo)(findings) ? 'error' : (0,_outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOf */ .Vj)(findings),
            findings,
            outputs: {
                verified: images
                    .filter(image => !refused(image))
                    .map(byDigest)
                    .join('\n'),
                refused: images.filter(refused).map(byDigest).join('\n'),
            },
            stats: { ...registries.stats(), images: images.length },
            text: (0,_signatures_report_js__WEBPACK_IMPORTED_MODULE_11__/* .signaturesText */ .rJ)(rows, findings),
            summary: (0,_signatures_report_js__WEBPACK_IMPORTED_MODULE_11__/* .signaturesTable */ .SL)(rows),
        };
        return (0,_reports_js__WEBPACK_IMPORTED_MODULE_10__/* .writeReports */ .L)('verify', result, inputs, world);
    },
});
/** An image of a class that need not be signed is only warned about, where the call leaves it to the class. */
function rowOf(one, fallbacks, policy, require) {
    const classes = (0,_deployable_js__WEBPACK_IMPORTED_MODULE_6__/* .classesOf */ .OX)(one.image, policy);
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
