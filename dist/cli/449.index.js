export const id = 449;
export const ids = [449];
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

/***/ 7449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  scan: () => (/* binding */ scan_scan)
});

// EXTERNAL MODULE: ./lib/cleanup/in-use/index.js + 9 modules
var in_use = __webpack_require__(8819);
// EXTERNAL MODULE: ./lib/gates/scan/index.js + 17 modules
var scan = __webpack_require__(2844);
// EXTERNAL MODULE: ./lib/outcome/index.js + 4 modules
var outcome = __webpack_require__(220);
// EXTERNAL MODULE: ./lib/policy/index.js + 4 modules
var lib_policy = __webpack_require__(7134);
// EXTERNAL MODULE: ./lib/report/index.js + 7 modules
var report = __webpack_require__(1076);
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
// EXTERNAL MODULE: ./lib/image/index.js + 9 modules
var lib_image = __webpack_require__(716);
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
        return (0,scan/* convert */.C6)(needed(run.scanner), format, path, output, world);
    };
    await write('markdown-file', files.markdownFile, () => `${run.story}\n`);
    await write('container-scanning-file', files.containerScanningFile, () => (0,report/* toContainerScanning */.oH)(judgements.flatMap(entriesOf), {
        tool: { name: 'trivy', version: run.scannerVersion },
        version: version/* version */.r,
        startedAt: (0,lib_image/* formatInstant */.r4)(run.startedAt),
        endedAt: (0,lib_image/* formatInstant */.r4)(world.now()),
    }, key => (0,external_node_crypto_.createHash)('sha256').update(key).digest('hex')));
    await write('trivyignore-file', files.trivyignoreFile, () => (0,scan/* toTrivyIgnore */.Sl)(judgements));
    await write('openvex-file', files.openvexFile, () => (0,scan/* toOpenVex */.VN)(judgements, `urn:image-hygiene:vex:${run.policy}`, (0,lib_image/* formatInstant */.r4)(world.now())));
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
// EXTERNAL MODULE: ./lib/steps/scan-base.js
var scan_base = __webpack_require__(686);
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
        const name = next.path ?? nameOf(header);
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
function nameOf(header) {
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
    const { path, version } = await (0,provide/* provideTool */.o)(scan/* trivy */.DA, wish, world, (0,platform/* thisPlatform */.g)());
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
        (0,scan/* checkAge */.UA)(await present(database, settings.cacheDir), maxAge, world.now());
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
                    bytes: await world.files.read(known, largestReport),
                    path: (0,external_node_path_.resolve)(world.cwd, known),
                    cached: true,
                };
            }
            const path = (0,external_node_path_.join)(folder, `report-${runs++}.json`);
            const bytes = await (0,scan/* runTrivy */.mp)(scanner, source, settings, path, world);
            const used = await present(database, settings.cacheDir);
            (0,scan/* checkAge */.UA)(used, maxAge, world.now());
            const keep = await cachedPath(digest, call, settings, version, used, world);
            if (keep !== undefined)
                await world.files.write(keep, bytes);
            return { bytes, path, cached: false };
        },
    };
}
const largestReport = 1024 * 1024 * 1024;
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
    return (0,scan/* parseDatabase */.Jq)(await files.readText(path, 64 * 1024), path);
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
    if (!offline && !(0,scan/* isCurrent */.Oz)(database, now()))
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
    const bytes = await world.files.read(path, largestReport);
    const report = (0,scan/* parseTrivyReport */.Qg)(bytes, { name: path });
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
        scanned: [{ judgement: (0,scan/* judge */.S4)(report, subject, circumstances), bytes, path: (0,external_node_path_.resolve)(world.cwd, path) }],
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
    const report = (0,scan/* parseTrivyReport */.Qg)(bytes);
    const [text] = call.references;
    const reference = text === undefined ? undefined : (0,lib_image/* parseReference */.F2)(text);
    if (reference !== undefined && 'fault' in reference)
        throw new outcome/* HygieneError */.cU('bad-usage', `'${text}': ${reference.fault}`);
    const subject = subjectOf(text ?? given.path, reference, 'running');
    return {
        scanned: [{ judgement: (0,scan/* judge */.S4)(report, subject, circumstances), bytes, path }],
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
    const report = (0,scan/* parseTrivyReport */.Qg)(bytes);
    const search = { registries, bases: call.bases, offline: call.offline, log: world.log };
    const base = await (0,scan_base/* findBase */.l)(target, report, search);
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
    return { judgement: (0,scan/* judge */.S4)(report, subject, circumstances), bytes, path };
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
const scan_scan = (0,steps_define/* defineStep */.ol)({
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
        const circumstances = await circumstancesOf(policy, inputs.epssFile, startedAt, world);
        const usage = await (0,in_use/* readUsage */.k9)(inputs.inUse, policy, world.files, startedAt);
        const reachable = { ...policy, images: [...policy.images, ...inputs.references] };
        const registries = await (0,steps_registries/* registriesOf */.H)(inputs, reachable, world);
        const seen = await look({ call: inputs, policy, usage, circumstances, registries, world });
        const judgements = seen.scanned.map(({ judgement }) => judgement);
        const findings = [
            ...judgements.flatMap(judgement => (0,scan/* findingsOf */.WX)(judgement, policy.scan, policy.base.eol, circumstances.standings)),
            ...(0,scan/* exceptionFindings */.ac)(circumstances.standings, judgements, policy.scan, loaded.where),
            ...(inputs.inUse.length === 0 ? [] : usage.findings),
            ...seen.findings,
        ];
        const run = {
            startedAt,
            story: (0,scan/* story */._7)(judgements),
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
async function circumstancesOf({ scan: rules }, epss, now, { files }) {
    const kev = rules['kev-file'];
    const [exploited, likelihoods] = await Promise.all([
        kev === null
            ? new Set()
            : files.readText(kev, 64 * 1024 * 1024).then(text => (0,scan/* parseKnownExploited */.R1)(text, kev).ids),
        epss === undefined
            ? new Map()
            : files.readText(epss, 256 * 1024 * 1024).then(text => (0,scan/* parseLikelihoods */.$y)(text, epss)),
    ]);
    return { rules, standings: (0,scan/* standingsOf */.F3)(rules, now), now, exploited, likelihoods };
}
/** `error` beats `fail`: a verdict on some of the images is none on all of them. */
function told({ undecided, scanned, databaseUpdatedAt }, judgements, findings, summary, outputs) {
    const line = (0,report/* oneLine */.TN)((0,scan/* headline */.Pl)(judgements), 1000);
    const all = judgements.flatMap(({ judged }) => judged);
    const counts = (0,scan/* countTiers */.Fg)(all);
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
            ...Object.fromEntries(scan/* tiers */.cK.map(tier => [tier.toLowerCase(), counts[tier]])),
        },
        text: [(0,report/* terminalFindings */.fU)(shown), line].filter(part => part !== '').join('\n'),
        summary,
    };
}
const scores = { unknown: 0, low: 2.5, medium: 5.5, high: 8, critical: 9.5 };
function ruleDescriptions(judgements) {
    const rules = new Map();
    for (const { vulnerability } of judgements.flatMap(({ judged }) => judged)) {
        const id = (0,scan/* ruleId */.IC)(vulnerability.id, 'vulnerability');
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
