"use strict";
exports.id = 733;
exports.ids = [733];
exports.modules = {

/***/ 402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ forEach)
/* harmony export */ });
/**
 * Does `work` for every item, `width` at once. After a failure nothing further is begun, what is under way is waited
 * for, and then the failure is thrown.
 */
async function forEach(items, width, work) {
    const rest = items[Symbol.iterator]();
    let failure;
    const lane = async () => {
        while (failure === undefined) {
            const { done, value } = rest.next();
            if (done === true)
                return;
            try {
                await work(value);
            }
            catch (error) {
                failure ??= { error };
            }
        }
    };
    await Promise.all(Array.from({ length: width }, lane));
    if (failure !== undefined)
        throw failure.error;
}


/***/ }),

/***/ 2233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ writeLogin)
/* harmony export */ });
/** Where docker, and whoever reads its file, looks for the credentials of Docker Hub. */
const dockerHub = 'https://index.docker.io/v1/';
/**
 * A `config.json` with the credentials for exactly these hosts, in a folder for one tool's eyes only: an argument would
 * show in the list of processes, and the user's own file holds credentials for everything else.
 */
async function writeLogin(folder, hosts, credentials, files) {
    const auths = {};
    for (const host of new Set(hosts)) {
        const credential = await credentials(host);
        if (credential !== undefined)
            auths[host === 'docker.io' ? dockerHub : host] = entryOf(credential);
    }
    await files.write(`${folder}/config.json`, JSON.stringify({ auths }));
}
function entryOf(credential) {
    switch (credential.kind) {
        case 'password':
            return {
                auth: Buffer.from(`${credential.username}:${credential.password}`).toString('base64'),
            };
        case 'identity':
            return { identitytoken: credential.token };
        case 'bearer':
            return { registrytoken: credential.token };
    }
}


/***/ }),

/***/ 9484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ik: () => (/* binding */ object),
/* harmony export */   JD: () => (/* binding */ preAuthenticationEncoding),
/* harmony export */   Jo: () => (/* binding */ isBundleType),
/* harmony export */   K3: () => (/* binding */ base64),
/* harmony export */   QN: () => (/* binding */ parseBundle),
/* harmony export */   cO: () => (/* binding */ readStatement),
/* harmony export */   oo: () => (/* binding */ signaturePredicate),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/** The media type of every version of a Sigstore bundle, as cosign and others write it. */
function isBundleType(mediaType) {
    return mediaType.startsWith('application/vnd.dev.sigstore.bundle');
}
/** What cosign calls the predicate of a plain signature; other statements in a bundle are attestations. */
const signaturePredicate = 'https://sigstore.dev/cosign/sign/v1';
/**
 * A bundle with a DSSE envelope around a signature's statement. Undefined for an attestation, which proves something
 * else about the image.
 * @see https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto
 */
function parseBundle(bytes) {
    const bundle = object(parseJson(bytes));
    const envelope = object(bundle?.['dsseEnvelope']);
    const payload = base64(envelope?.['payload']);
    const signatures = envelope?.['signatures'];
    const signature = base64(object(Array.isArray(signatures) ? signatures[0] : undefined)?.['sig']);
    const payloadType = envelope?.['payloadType'];
    if (payload === undefined || signature === undefined || typeof payloadType !== 'string') {
        return { format: 'unreadable', why: 'it is no bundle with a DSSE envelope' };
    }
    const predicate = readStatement(payload)?.predicateType;
    if (predicate !== undefined && predicate !== signaturePredicate)
        return undefined;
    const material = object(bundle?.['verificationMaterial']);
    const hint = object(material?.['publicKey'])?.['hint'];
    const chain = object(material?.['x509CertificateChain'])?.['certificates'];
    const certificate = object(material?.['certificate']) ?? object(Array.isArray(chain) ? chain[0] : undefined);
    return {
        format: 'bundle',
        hint: typeof hint === 'string' ? hint : undefined,
        certificate: base64(certificate?.['rawBytes']),
        payloadType,
        payload,
        signature,
    };
}
/** @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
function readStatement(payload) {
    const statement = object(parseJson(payload));
    const predicateType = statement?.['predicateType'];
    const list = statement?.['subject'];
    if (typeof predicateType !== 'string' || !Array.isArray(list))
        return undefined;
    const subjects = list.map(object);
    return {
        predicateType,
        digests: subjects.flatMap(subject => Object.entries(object(subject?.['digest']) ?? {}).map(([algorithm, hex]) => `${algorithm}:${String(hex)}`)),
        annotations: object(subjects[0]?.['annotations']) ?? {},
    };
}
/** The bytes that a DSSE signature is over. @see https://github.com/secure-systems-lab/dsse/blob/master/protocol.md */
function preAuthenticationEncoding(payloadType, payload) {
    const type = Buffer.from(payloadType, 'utf8');
    return Buffer.concat([
        Buffer.from(`DSSEv1 ${type.length} `),
        type,
        Buffer.from(` ${payload.length} `),
        payload,
    ]);
}
function parseJson(bytes) {
    try {
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return undefined;
    }
}
function object(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
}
function base64(value) {
    if (typeof value !== 'string' || value === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(value))
        return undefined;
    return Buffer.from(value, 'base64');
}


/***/ }),

/***/ 3572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ readCertificate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

function readCertificate(bytes) {
    try {
        const certificate = new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(bytes);
        return {
            identities: namesOf(certificate.subjectAltName ?? ''),
            issuer: issuerOf(certificate.raw),
            // Read here: of a key on a curve that nobody knows, Node learns only when it is asked for.
            key: certificate.publicKey,
        };
    }
    catch {
        return undefined;
    }
}
/** `URI:https://…, email:a@b`; a name with a comma or a quote is printed as JSON text by Node. */
function namesOf(text) {
    const names = [];
    for (const [, quoted, plain] of text.matchAll(/[A-Za-z ]+:(?:"((?:[^"\\]|\\.)*)"|([^,"]*))(?:, |$)/g)) {
        names.push(quoted === undefined ? (plain ?? '') : JSON.parse(`"${quoted}"`));
    }
    return names;
}
// 1.3.6.1.4.1.57264.1.8, an UTF8String in the extension; and 1.3.6.1.4.1.57264.1.1, bare text, its older form.
// @see https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md
const fulcio = '060a2b0601040183bf3001';
function issuerOf(der) {
    return extension(der, '08') ?? extension(der, '01');
}
function extension(der, last) {
    const bytes = Buffer.from(der);
    const oid = Buffer.from(fulcio + last, 'hex');
    const found = bytes.indexOf(oid);
    if (found < 0)
        return undefined;
    const inOctets = content(bytes, found + oid.length, 0x04);
    if (inOctets === undefined)
        return undefined;
    const text = last === '08' ? content(inOctets, 0, 0x0c) : inOctets;
    return text?.toString('utf8');
}
/** The content of a DER value of one tag; lengths up to 65,535. */
function content(bytes, at, tag) {
    if (bytes[at] !== tag)
        return undefined;
    const first = bytes[at + 1] ?? 0xff;
    const [length, start] = first < 0x80
        ? [first, at + 2]
        : first === 0x81
            ? [bytes[at + 2] ?? 0, at + 3]
            : first === 0x82
                ? [((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0), at + 4]
                : [0, bytes.length];
    return start + length <= bytes.length && length > 0 ? bytes.subarray(start, start + length) : undefined;
}


/***/ }),

/***/ 7408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K2: () => (/* binding */ couldNotLook),
  g5: () => (/* binding */ failureOf),
  aN: () => (/* binding */ lastWords)
});

// EXTERNAL MODULE: ./lib/outcome/error.js
var error = __webpack_require__(3166);
// EXTERNAL MODULE: ./lib/report/harmless.js
var harmless = __webpack_require__(2463);
;// CONCATENATED MODULE: ./lib/signing/tail.js
const lines = 15;
const longest = 500;
/** The end of what a program said, for people: its error stream, or what it printed where that is empty. */
function tailOf({ stdout, stderr }) {
    const text = stderr.trim() === '' ? stdout : stderr;
    return text
        .split(/\r\n|[\r\n]/)
        .filter(line => line.trim() !== '')
        .slice(-lines)
        .map(line => (line.length > longest ? `${line.slice(0, longest)}…` : line));
}

;// CONCATENATED MODULE: ./lib/signing/failures.js



/** What to do about what cosign says. The first that fits. */
const advice = [
    [/decrypt|no decryption keys|password/i, 'check COSIGN_PASSWORD: it is not the password of this key'],
    [
        /UNAUTHORIZED|DENIED|\b401\b|\b403\b/,
        'log in to the registry with the right to push, or give registry-username and registry-password',
    ],
    [
        /fulcio|signing certificate|identity token|oidc/i,
        'check the identity token (id-token: write on GitHub, id_tokens on GitLab) and the services of the signing configuration',
    ],
    [
        /rekor|tlog|transparency|timestamp/i,
        'check sign.log of the policy: whether its services answer from here',
    ],
    [
        /no such host|connection refused|i\/o timeout|deadline exceeded|certificate signed by unknown/i,
        'check that the registry and the services of sign.log can be reached from here; ca-file names further authorities',
    ],
    [/MANIFEST_UNKNOWN|NAME_UNKNOWN|\b404\b/, 'check the reference: the registry does not have it'],
];
/** Words of a connection that was never made: then what cosign says is no verdict. */
const unreachable = /no such host|connection refused|network is unreachable|i\/o timeout|deadline exceeded|no route to host|TUF/i;
function couldNotLook(said) {
    return unreachable.test(said);
}
/** One sentence of why cosign failed and what to do; the end of what it said goes to the log. */
function failureOf(command, ran, about, log) {
    log.info([`cosign ${command} ended with ${ran.code}:`, ...tailOf(ran)].join('\n  '));
    const said = lastWords(ran);
    return new error/* HygieneError */.c('tool-failed', `cosign ${command} failed for ${about} (exit code ${ran.code}): ${said}`, {
        fix: advice.find(([pattern]) => pattern.test(said))?.[1] ??
            'run it by hand with -d and look at what it says',
    });
}
/** The error that cosign ends with; its lines before are warnings and the usage. */
function lastWords({ stderr }) {
    const lines = stderr.split('\n').filter(line => line.trim() !== '');
    const error = lines.findLast(line => line.startsWith('Error: '))?.slice('Error: '.length);
    return (0,harmless/* oneLine */.TN)(error ?? lines.at(-1) ?? 'it said nothing', 500);
}


/***/ }),

/***/ 3637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readTrustedRoot),
/* harmony export */   x: () => (/* binding */ readLog)
/* harmony export */ });
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3166);

/** `sign.log` of the policy; a signing configuration is read for the services that it names. */
async function readLog(text, files) {
    if (text === 'none' || text === 'public')
        return { kind: text };
    const config = parse(await files.readText(text), 'signingconfig');
    if (config === undefined) {
        throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .HygieneError */ .c('bad-file', `${text} is no signing configuration`, {
            fix: 'cosign signing-config create --out signing-config.json --rekor … --tsa …',
        });
    }
    return {
        kind: 'config',
        path: text,
        transparency: named(config['rekorTlogUrls']),
        timestamps: named(config['tsaUrls']),
    };
}
/** A trusted root, read for whether it names logs of certificates. */
async function readTrustedRoot(path, files) {
    const root = parse(await files.readText(path), 'trustedroot');
    if (root !== undefined)
        return { path, certificateLogs: named(root['ctlogs']) };
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .HygieneError */ .c('bad-file', `${path} is no trusted root`, {
        fix: 'cosign trusted-root create --out trusted-root.json --fulcio … --rekor …',
    });
}
/** @see https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_trustroot.proto */
function parse(text, kind) {
    try {
        const body = JSON.parse(text);
        if (typeof body !== 'object' || body === null || Array.isArray(body))
            return undefined;
        const type = body.mediaType;
        return typeof type === 'string' && type.includes(kind) ? body : undefined;
    }
    catch {
        return undefined;
    }
}
function named(services) {
    return Array.isArray(services) && services.length > 0;
}


/***/ }),

/***/ 1333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readOne),
/* harmony export */   r: () => (/* binding */ readPinned)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7241);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8424);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3166);


/**
 * Images by digest only: a tag can be moved between the moment it is signed or verified and the moment it is used.
 * @param digest completes references that have none: the output of the step that pushed
 */
function readPinned(texts, digest, step) {
    if (digest !== undefined && !(0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .B)(digest)) {
        throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .c('bad-usage', `digest: '${digest}' is no digest: sha256: and 64 hex digits`);
    }
    if (texts.length === 0) {
        throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .c('bad-usage', `nothing to ${step}`, {
            fix: `image-hygiene ${step} ghcr.io/acme/app@sha256:…`,
        });
    }
    const pinned = texts.map(text => pin(readOne(text), digest, step));
    const unique = new Map(pinned.map(one => [(0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatReference */ .FH)(one), one]));
    return [...unique.values()];
}
function readOne(text) {
    const reference = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(text);
    if ('fault' in reference)
        throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .c('bad-usage', `references: ${reference.fault}`);
    return reference;
}
function pin({ repository, tag, digest }, given, step) {
    if (digest !== undefined && given !== undefined && digest !== given) {
        throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .c('bad-usage', `${repository} is asked for by ${digest} and by the digest ${given}`);
    }
    const one = digest ?? given;
    if (one === undefined)
        throw unpinned({ repository, ...(tag === undefined ? {} : { tag }) }, step);
    return { repository, digest: one, ...(tag === undefined ? {} : { tag }) };
}
function unpinned(reference, step) {
    const name = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatReference */ .FH)(reference);
    return new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .c('bad-usage', `${name} is no digest, and a tag may name another image by the time it is used`, {
        fix: [
            'on GitHub, from the step that pushed:',
            '  digest: ${{ steps.build.outputs.digest }}',
            'anywhere else, ask the registry for it:',
            `  image-hygiene ${step} "${reference.repository}@$(crane digest ${name})"`,
        ].join('\n'),
        image: name,
    });
}


/***/ }),

/***/ 4544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EV: () => (/* binding */ expectationOf),
  EX: () => (/* binding */ expectedOf),
  vX: () => (/* binding */ readExpected),
  $2: () => (/* binding */ readSigner)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/outcome/error.js
var outcome_error = __webpack_require__(3166);
;// CONCATENATED MODULE: ./lib/signing/key.js

/** Which variables a key service reads; `*` stands for any ending. */
const services = {
    'awskms:': ['AWS_*'],
    'gcpkms:': ['GOOGLE_*', 'CLOUDSDK_*'],
    'azurekms:': ['AZURE_*'],
    'hashivault:': ['VAULT_*', 'TRANSIT_SECRET_ENGINE_PATH'],
    'openbao:': ['BAO_*', 'VAULT_*', 'TRANSIT_SECRET_ENGINE_PATH'],
    'k8s:': ['KUBECONFIG', 'KUBERNETES_*'],
    'gitlab:': ['GITLAB_TOKEN', 'GITLAB_HOST'],
    'https:': [],
};
/** Throws `bad-usage` or `no-file` for a key that is not there, before cosign is started. */
async function readKey(reference, { env, files, log }) {
    const scheme = /^([a-z][a-z0-9]*:)\/\//.exec(reference)?.[1];
    if (scheme !== undefined && scheme !== 'env:')
        return inService(reference, scheme, env);
    const pem = scheme === 'env:' ? fromVariable(reference, env) : await files.readText(reference, 65_536);
    const half = halfOf(pem);
    if (half === undefined) {
        throw new outcome_error/* HygieneError */.c('bad-usage', `the key ${reference} is neither a public key nor a key of cosign`, {
            fix: 'cosign generate-key-pair',
        });
    }
    const password = env['COSIGN_PASSWORD'] ?? '';
    if (half === 'private')
        log.secret(password);
    return {
        reference,
        pem,
        half,
        env: {
            ...(scheme === 'env:' ? { [reference.slice('env://'.length)]: pem } : {}),
            // Given even when it is empty: cosign would otherwise ask for it on the terminal.
            ...(half === 'private' ? { COSIGN_PASSWORD: password } : {}),
        },
    };
}
function fromVariable(reference, env) {
    const name = reference.slice('env://'.length);
    const value = env[name];
    if (value !== undefined && value.trim() !== '')
        return value;
    throw new outcome_error/* HygieneError */.c('bad-usage', `the key ${reference} is empty: there is no variable ${name || 'of no name'}`, {
        fix: [
            'GitHub: give the step the secret',
            '  env:',
            `    ${name || 'COSIGN_PRIVATE_KEY'}: \${{ secrets.${name || 'COSIGN_PRIVATE_KEY'} }}`,
            '    COSIGN_PASSWORD: ${{ secrets.COSIGN_PASSWORD }}',
            'GitLab: add it under Settings, CI/CD, Variables; a protected variable is only given to protected branches and tags',
        ].join('\n'),
    });
}
function inService(reference, scheme, env) {
    const names = services[scheme];
    if (names === undefined) {
        throw new outcome_error/* HygieneError */.c('bad-usage', `the key ${reference} is of no service that cosign knows`, {
            fix: `a file, env://NAME, or one of ${Object.keys(services)
                .map(one => `${one}//`)
                .join(' ')}`,
        });
    }
    const needed = Object.entries(env).filter((entry) => entry[1] !== undefined &&
        names.some(name => (name.endsWith('*') ? entry[0].startsWith(name.slice(0, -1)) : entry[0] === name)));
    return { reference, pem: undefined, half: 'unknown', env: Object.fromEntries(needed) };
}
function halfOf(pem) {
    if (/-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(pem))
        return 'public';
    return /-----BEGIN (?:ENCRYPTED )?(?:SIGSTORE|COSIGN|RSA|EC)? ?PRIVATE KEY-----/.test(pem)
        ? 'private'
        : undefined;
}

;// CONCATENATED MODULE: ./lib/signing/identity-token.js

/** Whom certificates for container signatures ask for, everywhere. */
const audience = 'sigstore';
/** Seconds that two clocks may differ. */
const tolerance = 300;
/**
 * Asks GitHub for a token of this job. The bearer goes to that address alone and is never handed to cosign.
 * @throws `bad-usage` with `fix` where GitHub says that the job may not have one
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
async function requestToken(address, bearer, fix, { http, log, now }) {
    log.secret(bearer);
    const url = new URL(address);
    url.searchParams.set('audience', audience);
    const headers = { authorization: `bearer ${bearer}`, accept: 'application/json' };
    const { status, body } = await http.send({ method: 'GET', url, headers });
    if (status === 401 || status === 403)
        throw none(`${url.host} answers ${status}`, fix);
    if (status !== 200)
        throw new outcome_error/* HygieneError */.c('unreachable', `${url.host} gives out no identity token: ${status}`);
    const value = object(new TextDecoder().decode(body))?.['value'];
    if (typeof value !== 'string')
        throw new outcome_error/* HygieneError */.c('bad-answer', `${url.host} answers without an identity token`);
    return readToken(value, fix, { log, now });
}
/** Reads a token without believing it: the certificate authority checks its signature. Throws `bad-usage`. */
function readToken(text, fix, { log, now }) {
    log.secret(text);
    const claims = object(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (claims === undefined || text.split('.').length !== 3)
        throw none('what it gets is none', fix);
    const { aud, exp } = claims;
    if (![aud].flat().includes(audience))
        throw none(`its token is for ${JSON.stringify(aud)}, not for ${audience}`, fix);
    if (typeof exp === 'number' && exp + tolerance < now())
        throw none('its token has expired', fix);
    return { text, claims };
}
function none(why, fix) {
    return new outcome_error/* HygieneError */.c('bad-usage', `signing without a key needs an identity token, and this job has none: ${why}`, {
        fix,
    });
}
function object(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/signing/keyless.js


/**
 * The identity token of this job. It is asked for before anything else: a permission that is missing shows only when
 * the token is used, and by then the image is pushed. cosign gets the token, never the means to ask for others.
 * @see https://docs.gitlab.com/ci/secrets/id_token_authentication/
 */
async function readKeyless(job) {
    if (job.env['GITHUB_ACTIONS'] === 'true')
        return onGithub(job);
    const token = job.env['SIGSTORE_ID_TOKEN'];
    if (job.env['GITLAB_CI'] === 'true')
        return onGitlab(token, job);
    if (token)
        return having(readToken(token, 'SIGSTORE_ID_TOKEN: a token for the audience sigstore', job), emailOf);
    throw new outcome_error/* HygieneError */.c('bad-usage', 'there is no key, and nobody here gives out identity tokens', {
        fix: 'name a key: --key cosign.key, or run it in a job of GitHub or GitLab',
    });
}
const githubFix = [
    'permissions:',
    '  contents: read',
    '  packages: write',
    '  id-token: write',
    '# a pull request from a fork is never given one: sign where the image is released',
].join('\n');
async function onGithub(job) {
    const { env } = job;
    const [url, bearer] = [env['ACTIONS_ID_TOKEN_REQUEST_URL'], env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']];
    if (!url || !bearer)
        throw none('it may not ask for one', githubFix);
    const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
    // The workflow that holds the job, which is a reusable one where one is called: GITHUB_WORKFLOW_REF is its caller.
    return having(await requestToken(url, bearer, githubFix, job), claims => prefixed(`${server}/`, claims['job_workflow_ref']));
}
const gitlabFix = ['id_tokens:', '  SIGSTORE_ID_TOKEN:', '    aud: sigstore'].join('\n');
function onGitlab(token, job) {
    if (!token)
        throw none('there is no SIGSTORE_ID_TOKEN', gitlabFix);
    return having(readToken(token, gitlabFix, job), claims => prefixed('https://', claims['ci_config_ref_uri']));
}
function having({ text, claims }, identityIn) {
    const { iss } = claims;
    return {
        env: { SIGSTORE_ID_TOKEN: text },
        identity: identityIn(claims),
        issuer: typeof iss === 'string' ? iss : undefined,
    };
}
function prefixed(start, claim) {
    return typeof claim === 'string' && claim !== '' ? `${start}${claim}` : undefined;
}
function emailOf({ email }) {
    return typeof email === 'string' ? email : undefined;
}

;// CONCATENATED MODULE: ./lib/signing/signer.js




/** The usual name of a private key in the environment. */
const usual = 'COSIGN_PRIVATE_KEY';
/** The key or the identity that this run signs with. Throws before anything is pushed if it has none. */
async function readSigner(asked, { sign }, log, world) {
    const reference = asked.key ?? sign.key ?? undefined;
    if (reference === undefined)
        return keyless(asked, sign, log, world);
    const named = await readKey(reference, world);
    const expected = asked.publicKey === undefined ? undefined : await readKey(asked.publicKey, world);
    if (named.half !== 'public')
        return { key: named.reference, env: named.env, expected: asKey(expected) };
    if (asked.key === undefined && world.env[usual] !== undefined) {
        const own = await readKey(`env://${usual}`, world);
        return { key: own.reference, env: own.env, expected: asKey(expected ?? named) };
    }
    throw new outcome_error/* HygieneError */.c('bad-usage', `${reference} is a public key: it verifies, but cannot sign`, {
        fix: `key: env://${usual}, with the secret ${usual} in the environment of the step`,
    });
}
function asKey(key) {
    return key === undefined ? undefined : { kind: 'key', key };
}
async function keyless(asked, sign, log, world) {
    if (log.kind === 'none') {
        throw new outcome_error/* HygieneError */.c('bad-usage', 'there is no key, and a signature without a key needs a log: its certificate ends after minutes', {
            fix: [
                'a key, in .image-hygiene.yml:',
                'sign:',
                `  key: env://${usual}`,
                'or keyless, which shows the name of the image to everybody:',
                'sign:',
                '  log: public',
            ].join('\n'),
        });
    }
    if (log.kind === 'config' && !log.transparency && !log.timestamps) {
        throw new outcome_error/* HygieneError */.c('bad-usage', `${log.path} names neither a transparency log nor a timestamp authority`, {
            fix: 'a signature without a key needs one of them: its certificate ends after minutes',
        });
    }
    const { env, identity, issuer } = await readKeyless(world);
    const who = {
        identity: asked.identity ?? sign.identity ?? identity,
        issuer: asked.issuer ?? sign.issuer ?? issuer,
    };
    return { key: undefined, env, expected: { kind: 'identity', ...whole(who) } };
}
/** Whose signature a deploy job accepts. */
async function readExpected(asked, { sign }, world) {
    if (asked.publicKey === undefined && (asked.identity !== undefined || asked.issuer !== undefined)) {
        return {
            kind: 'identity',
            ...whole({ identity: asked.identity ?? sign.identity, issuer: asked.issuer ?? sign.issuer }),
        };
    }
    const reference = asked.publicKey ?? sign.key ?? undefined;
    if (reference !== undefined)
        return { kind: 'key', key: await readKey(reference, world) };
    if (sign.identity === null && sign.issuer === null) {
        throw new outcome_error/* HygieneError */.c('bad-usage', 'nobody says whose signature is expected', {
            fix: [
                'in .image-hygiene.yml, a key:',
                'sign:',
                '  key: cosign.pub',
                'or who signs without one:',
                'sign:',
                '  log: public',
                '  identity: https://github.com/acme/app/.github/workflows/release.yml@refs/heads/main',
                '  issuer: https://token.actions.githubusercontent.com',
            ].join('\n'),
        });
    }
    return { kind: 'identity', ...whole(sign) };
}
function whole({ identity, issuer, }) {
    if (identity && issuer)
        return { identity, issuer };
    const missing = identity ? 'issuer' : 'identity';
    throw new outcome_error/* HygieneError */.c('bad-usage', `${missing} is not known: anybody could have signed`, {
        fix: [
            'sign:',
            '  identity: https://github.com/acme/app/.github/workflows/release.yml@refs/heads/main',
            '  issuer: https://token.actions.githubusercontent.com',
        ].join('\n'),
    });
}
/** Who is expected to have signed what this run signs. A key that only cosign can open is opened once more for it. */
async function expectedOf({ key, env, expected }, publicKey, world) {
    const own = { reference: key ?? '', env, pem: undefined, half: 'private' };
    return expectationOf(expected ?? { kind: 'key', key: own }, publicKey, world);
}
/** What cosign is told, and our own reading of the same, when it is wanted. */
async function expectationOf(named, publicKey, { files }) {
    if (named.kind === 'identity')
        return { who: named, trust: async () => named };
    const { reference, half, pem } = named.key;
    if (half === 'public' && pem !== undefined) {
        return { who: { kind: 'key', reference }, trust: async () => trusting(pem, reference) };
    }
    if (half === 'unknown') {
        return {
            who: { kind: 'key', reference },
            trust: async () => trusting(await publicKey(reference), reference),
        };
    }
    const own = await publicKey(reference);
    const path = `${await files.temporaryFolder()}/expected.pub`;
    await files.write(path, own);
    return { who: { kind: 'key', reference: path }, trust: async () => trusting(own, reference) };
}
function trusting(pem, reference) {
    try {
        return { kind: 'key', key: (0,external_node_crypto_.createPublicKey)(pem) };
    }
    catch (error) {
        throw new outcome_error/* HygieneError */.c('bad-usage', `${reference} holds no public key that can be read`, { cause: error });
    }
}


/***/ }),

/***/ 1451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ isSimpleSigning),
/* harmony export */   LZ: () => (/* binding */ parseSimpleSigning),
/* harmony export */   YI: () => (/* binding */ claimBytes),
/* harmony export */   jw: () => (/* binding */ readClaim)
/* harmony export */ });
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9484);

function isSimpleSigning(mediaType) {
    return mediaType.startsWith('application/vnd.dev.cosign.simplesigning');
}
/** A layer of a `.sig` manifest: the payload is its blob, the signature its annotation. */
function parseSimpleSigning(payload, annotations) {
    const signature = (0,_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .base64 */ .K3)(annotations['dev.cosignproject.cosign/signature']);
    if (signature === undefined)
        return { format: 'unreadable', why: 'its layer has no signature in its annotations' };
    return { format: 'legacy', certificate: annotations['dev.sigstore.cosign/certificate'], payload, signature };
}
/** @see https://github.com/containers/image/blob/main/docs/containers-signature.5.md */
function readClaim(payload) {
    const body = (0,_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)((0,_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(payload));
    const critical = (0,_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(body?.['critical']);
    const digest = (0,_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(critical?.['image'])?.['docker-manifest-digest'];
    const repository = (0,_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(critical?.['identity'])?.['docker-reference'];
    if (typeof digest !== 'string' || typeof repository !== 'string')
        return undefined;
    return { digest, repository, annotations: (0,_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(body?.['optional']) ?? {} };
}
/** The bytes that cosign would have signed for an image without annotations. */
function claimBytes(repository, digest) {
    return Buffer.from(JSON.stringify({
        critical: {
            identity: { 'docker-reference': repository },
            image: { 'docker-manifest-digest': digest },
            type: 'cosign container image signature',
        },
        optional: null,
    }));
}


/***/ }),

/***/ 6268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readStored)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9709);
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9484);
/* harmony import */ var _simple_signing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1451);



/** More signatures than people put on one image; a hostile registry may list a million. */
const most = 64;
const largest = 1024 * 1024;
/**
 * Every signature of one image, in both formats, by our own reading: referrers by the API or the fallback tag, and the
 * `.sig` tag. `elsewhere` is the repository that COSIGN_REPOSITORY names.
 * @see https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md
 */
async function readStored({ repository, digest }, registryOf, elsewhere) {
    const places = [...new Set([repository, ...(elsewhere === undefined ? [] : [elsewhere])])];
    const read = await Promise.all(places.flatMap(place => [
        bundles(place, digest, registryOf(place)),
        legacy(place, digest, registryOf(place)),
    ]));
    const incomplete = read.find(one => one.incomplete !== undefined)?.incomplete;
    return {
        signatures: read.flatMap(({ signatures }) => signatures),
        ...(incomplete === undefined ? {} : { incomplete }),
    };
}
async function bundles(repository, digest, registry) {
    const listed = await registry.referrers(repository, digest);
    if (typeof listed === 'object' && 'unknown' in listed)
        return gap(`the referrers of ${digest}: ${listed.unknown}`);
    const fallback = await registry.manifest(repository, (0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .stemOf */ .V)(digest));
    if ('unknown' in fallback)
        return gap(`the tag ${(0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .stemOf */ .V)(digest)}: ${fallback.unknown}`);
    const all = [
        ...(listed === 'unsupported' ? [] : listed),
        ...(fallback.found ? fallback.manifest.children : []),
    ];
    // Some clients write `oci.empty` there, some nothing: only another type of artifact is surely no signature.
    const candidates = all.filter(({ artifactType }) => artifactType === undefined || (0,_bundle_js__WEBPACK_IMPORTED_MODULE_1__/* .isBundleType */ .Jo)(artifactType) || artifactType.includes('oci.empty'));
    const unique = [...new Set(candidates.map(one => one.digest))];
    const read = await Promise.all(unique.slice(0, most).map(one => bundleAt(repository, one, registry)));
    const incomplete = read.find(one => one.incomplete !== undefined)?.incomplete ??
        (unique.length > most ? `more than ${most} referrers` : undefined);
    return {
        signatures: read.flatMap(({ signatures }) => signatures),
        ...(incomplete === undefined ? {} : { incomplete }),
    };
}
async function bundleAt(repository, referrer, registry) {
    const answer = await registry.manifest(repository, referrer);
    if ('unknown' in answer)
        return gap(`the referrer ${referrer}: ${answer.unknown}`);
    if (!answer.found)
        return { signatures: [] };
    const signatures = [];
    for (const layer of answer.manifest.layers
        .filter(({ mediaType }) => (0,_bundle_js__WEBPACK_IMPORTED_MODULE_1__/* .isBundleType */ .Jo)(mediaType))
        .slice(0, most)) {
        const blob = await registry.blob(repository, layer.digest, largest);
        if (blob === 'absent')
            signatures.push({ format: 'unreadable', why: `its blob ${layer.digest} is gone` });
        else if ('unknown' in blob)
            return gap(`the blob ${layer.digest}: ${blob.unknown}`);
        else {
            const bundle = (0,_bundle_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBundle */ .QN)(blob.bytes);
            if (bundle !== undefined)
                signatures.push(bundle);
        }
    }
    return { signatures };
}
async function legacy(repository, digest, registry) {
    const tag = `${(0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .stemOf */ .V)(digest)}.sig`;
    const answer = await registry.manifest(repository, tag);
    if ('unknown' in answer)
        return gap(`the tag ${tag}: ${answer.unknown}`);
    if (!answer.found)
        return { signatures: [] };
    const signatures = [];
    for (const layer of answer.manifest.layers
        .filter(({ mediaType }) => (0,_simple_signing_js__WEBPACK_IMPORTED_MODULE_2__/* .isSimpleSigning */ .Au)(mediaType))
        .slice(0, most)) {
        const blob = await registry.blob(repository, layer.digest, largest);
        if (blob === 'absent')
            signatures.push({ format: 'unreadable', why: `its payload ${layer.digest} is gone` });
        else if ('unknown' in blob)
            return gap(`the blob ${layer.digest}: ${blob.unknown}`);
        else
            signatures.push((0,_simple_signing_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSimpleSigning */ .LZ)(blob.bytes, layer.annotations));
    }
    return { signatures };
}
function gap(incomplete) {
    return { signatures: [], incomplete };
}


/***/ }),

/***/ 900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hY: () => (/* binding */ cosignFor),
  q3: () => (/* binding */ elsewhereOf),
  IO: () => (/* binding */ formatsOf),
  xc: () => (/* binding */ managing)
});

// EXTERNAL MODULE: ./lib/image/reference.js
var reference = __webpack_require__(8424);
// EXTERNAL MODULE: ./lib/outcome/error.js
var error = __webpack_require__(3166);
// EXTERNAL MODULE: ./lib/policy/scope.js
var scope = __webpack_require__(478);
// EXTERNAL MODULE: ./lib/registry/credentials.js + 1 modules
var credentials = __webpack_require__(6945);
;// CONCATENATED MODULE: ./lib/signing/cosign-spec.js
const architectures = { x64: 'amd64', arm64: 'arm64', arm: 'arm' };
const systems = { linux: 'linux', darwin: 'darwin' };
/** cosign 2.6 and 3.x: the lines that know signing configurations and both formats of signatures. */
const cosignSpec = {
    name: 'cosign',
    versionArguments: ['version', '--json'],
    versionPattern: /"gitVersion":\s*"v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)/,
    supported: '>=2.6.0 <4',
    refused: {},
    releases: 'https://github.com/sigstore/cosign/releases/download',
    asset: (version, { os, arch }) => {
        const [system, architecture] = [systems[os], architectures[arch]];
        if (system === undefined || architecture === undefined)
            return undefined;
        return { path: `v${version}/cosign-${system}-${architecture}` };
    },
};

// EXTERNAL MODULE: ./lib/registry/login-file.js
var login_file = __webpack_require__(2233);
// EXTERNAL MODULE: ./lib/registry/endpoint.js
var endpoint = __webpack_require__(4210);
;// CONCATENATED MODULE: ./lib/signing/arguments.js

const rooted = ({ trustedRoot }) => trustedRoot === undefined ? [] : ['--trusted-root', trustedRoot.path];
const nowhere = ({ offline }) => [
    '--signing-config',
    offline.noServices,
    '--trusted-root',
    offline.noRoots,
];
const own = (call) => call.log.kind === 'config' ? ['--signing-config', call.log.path, ...rooted(call)] : [];
const old = ['--use-signing-config=false', '--new-bundle-format=false'];
/**
 * What a format and a log need in each line of cosign. Version 3 makes bundles under a signing configuration unless it
 * is told otherwise, and refuses `--tlog-upload=false` beside one; 2.6 makes legacy signatures unless it is told
 * otherwise. A legacy signature cannot follow a signing configuration in either.
 */
const signing = {
    '3': {
        bundle: { none: nowhere, public: rooted, config: own },
        legacy: {
            none: () => [...old, '--tlog-upload=false'],
            public: () => [...old],
            config: () => undefined,
        },
    },
    '2.6': {
        bundle: {
            none: call => ['--new-bundle-format', ...nowhere(call)],
            public: call => ['--new-bundle-format', '--use-signing-config', ...rooted(call)],
            config: call => ['--new-bundle-format', ...own(call)],
        },
        legacy: { none: () => ['--tlog-upload=false'], public: () => [], config: () => undefined },
    },
};
/** The flag that says which format is looked for. Version 3 finds both unless it is told otherwise. */
const looking = {
    '3': { any: [], bundle: [], legacy: ['--new-bundle-format=false'] },
    '2.6': { any: [], bundle: ['--new-bundle-format'], legacy: [] },
};
/** Throws `unsupported` for a legacy signature under a signing configuration. */
function signArguments(call) {
    const { annotations, references } = call;
    return ['sign', ...making(call), ...annotations.flatMap(one => ['--annotations', one]), ...references];
}
function attestArguments(call, { type, path }) {
    return ['attest', ...making(call), '--type', type, '--predicate', path, ...call.references];
}
function making(call) {
    const { version, format, log, key, reach } = call;
    const flags = signing[lineOf(version)][format][log.kind](call);
    if (flags === undefined) {
        throw new error/* HygieneError */.c('unsupported', 'cosign writes no legacy signature under a signing configuration of your own', { fix: 'sign:\n  format: bundle' });
    }
    return ['--yes', ...(key === undefined ? [] : ['--key', key]), ...flags, ...reaching(reach)];
}
function verifyArguments(call) {
    const { annotations, reference } = call;
    const demanded = annotations.flatMap(one => ['--annotations', one]);
    return ['verify', ...believing(call), ...demanded, '--output', 'json', reference];
}
function verifyAttestationArguments(call, type) {
    return ['verify-attestation', ...believing(call), '--type', type, '--output', 'json', call.reference];
}
function believing(call) {
    const { version, format, who, log, trustedRoot, reach } = call;
    return [
        ...whose(who),
        ...looking[lineOf(version)][format],
        ...(lineOf(version) === '2.6' ? rootedOld(call) : rooted(call)),
        ...(trustedRoot?.certificateLogs === false && who.kind === 'identity'
            ? ['--insecure-ignore-sct=true']
            : []),
        ...provenBy(log),
        ...reaching(reach),
    ];
}
/** 2.6 reads a bundle wherever one lies, and wants a trusted root for it, even for a key that needs none. */
function rootedOld(call) {
    const { who, log, trustedRoot, offline } = call;
    const needless = trustedRoot === undefined && who.kind === 'key' && log.kind === 'none';
    return needless ? ['--trusted-root', offline.noRoots] : rooted(call);
}
/** A text that starts with `^` is a regular expression of Go's syntax. */
function whose(who) {
    if (who.kind === 'key')
        return ['--key', who.reference];
    const flag = (name, text) => [
        text.startsWith('^') ? `--certificate-${name}-regexp` : `--certificate-${name}`,
        text,
    ];
    return [...flag('identity', who.identity), ...flag('oidc-issuer', who.issuer)];
}
function provenBy(log) {
    if (log.kind === 'public')
        return [];
    if (log.kind === 'none')
        return ['--insecure-ignore-tlog=true'];
    return [
        ...(log.transparency ? [] : ['--insecure-ignore-tlog=true']),
        ...(log.timestamps ? ['--use-signed-timestamps'] : []),
    ];
}
function reaching({ plainHttp, caFile }) {
    return [
        ...(plainHttp ? ['--allow-http-registry'] : []),
        ...(caFile === undefined ? [] : ['--registry-cacert', caFile]),
    ];
}
function lineOf(version) {
    return version.startsWith('2.') ? '2.6' : '3';
}

// EXTERNAL MODULE: ./lib/signing/bundle.js
var bundle = __webpack_require__(9484);
// EXTERNAL MODULE: ./lib/signing/failures.js + 1 modules
var failures = __webpack_require__(7408);
;// CONCATENATED MODULE: ./lib/signing/cosign.js






/** Of our environment only this reaches cosign, besides what its key needs: nothing in it is a secret of ours. */
const passed = ['COSIGN_REPOSITORY', 'TUF_ROOT', 'TUF_MIRROR', 'NO_PROXY', 'no_proxy'];
/** An address of a proxy may hold a password, but without it there is no way out. */
const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'];
/** Arguments of a process may not grow for ever. */
const mostAtOnce = 100;
async function openCosign(options, world) {
    const folder = await world.files.temporaryFolder();
    const offline = {
        noServices: `${folder}/no-services.json`,
        noRoots: `${folder}/no-roots.json`,
    };
    await Promise.all([
        (0,login_file/* writeLogin */.F)(folder, options.hosts, options.credentials, world.files),
        world.files.write(offline.noServices, noServices),
        world.files.write(offline.noRoots, noRoots),
    ]);
    const env = { ...named([...passed, ...proxies], world.env), ...options.env, DOCKER_CONFIG: folder };
    const run = (args) => world.processes.run(options.path, args, { env, cwd: world.cwd, timeout: 300_000 });
    const reachOf = (image) => ({
        plainHttp: (0,endpoint/* endpointOf */.X)((0,reference/* registryOf */.Fv)(image.repository), options.plainHttp).protocol === 'http:',
        caFile: options.caFile,
    });
    return {
        version: options.version,
        logged: options.log.kind !== 'none',
        async sign(format, images) {
            for (const some of alike(images, reachOf)) {
                const references = some.map(bare);
                const [first] = some;
                if (first === undefined)
                    continue;
                const args = signArguments({ ...options, format, offline, references, reach: reachOf(first) });
                const ran = await run(args);
                if (ran.code !== 0)
                    throw (0,failures/* failureOf */.g5)('sign', ran, `${references.length} images`, world.log);
            }
        },
        async verify(image, format, who, demand = 'as demanded') {
            const log = demand === 'without' ? { kind: 'none' } : options.log;
            const about = { reference: bare(image), reach: reachOf(image) };
            const ran = await run(verifyArguments({ ...options, log, offline, format, who, ...about }));
            if (ran.code !== 0)
                return { accepted: false, code: ran.code, said: (0,failures/* lastWords */.aN)(ran) };
            const { listed, signatures } = countSignatures(ran.stdout, image.digest);
            if (signatures > 0)
                return { accepted: true, signatures };
            if (listed > 0)
                return { accepted: false, code: 0, said: 'there are attestations, and no signature' };
            throw new error/* HygieneError */.c('tool-failed', `cosign accepts ${bare(image)} without naming a signature of it`);
        },
        async attest(format, image, predicate) {
            const about = { references: [bare(image)], reach: reachOf(image) };
            const ran = await run(attestArguments({ ...options, format, offline, ...about }, predicate));
            if (ran.code !== 0)
                throw (0,failures/* failureOf */.g5)('attest', ran, bare(image), world.log);
        },
        async verifyAttestation(image, format, who, type) {
            const about = { reference: bare(image), reach: reachOf(image) };
            const call = { ...options, offline, format, who, ...about };
            return (await run(verifyAttestationArguments(call, type))).code === 0;
        },
        async publicKey(reference) {
            const ran = await run(['public-key', '--key', reference]);
            if (ran.code === 0 && ran.stdout.includes('PUBLIC KEY'))
                return ran.stdout;
            throw (0,failures/* failureOf */.g5)('public-key', ran, `the key ${reference}`, world.log);
        },
    };
}
/** What `cosign signing-config create` writes when no service is named. */
const noServices = JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
    rekorTlogConfig: {},
    tsaConfig: {},
});
const noRoots = JSON.stringify({ mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1' });
function named(names, env) {
    return Object.fromEntries(names.flatMap(name => {
        const value = env[name];
        return value === undefined ? [] : [[name, value]];
    }));
}
/** Without the tag: cosign would warn, or sign what the tag names by now. */
function bare({ repository, digest }) {
    return (0,reference/* formatReference */.FH)({ repository, digest });
}
function alike(images, reachOf) {
    const groups = [true, false].map(plain => images.filter(image => reachOf(image).plainHttp === plain));
    return groups.flatMap(group => Array.from({ length: Math.ceil(group.length / mostAtOnce) }, (_, index) => group.slice(index * mostAtOnce, (index + 1) * mostAtOnce)));
}
/** What cosign calls a legacy signature; of a bundle it says the predicate. */
const legacyType = 'cosign container image signature';
/**
 * What cosign lists for this digest: one that says yes and lists nothing has not looked. It takes any attestation in a
 * bundle for a signature; but who attests what an image holds has not said that it may run.
 */
function countSignatures(stdout, digest) {
    const list = (0,bundle/* parseJson */.qF)(Buffer.from(stdout));
    const listed = (Array.isArray(list) ? list : []).filter(one => one?.critical?.image?.['docker-manifest-digest'] === digest);
    const signatures = listed.filter(({ critical: { type } }) => type === legacyType || type === bundle/* signaturePredicate */.oo);
    return { listed: listed.length, signatures: signatures.length };
}

// EXTERNAL MODULE: ./lib/signing/log.js
var signing_log = __webpack_require__(3637);
// EXTERNAL MODULE: ./lib/system/tools/platform.js
var platform = __webpack_require__(1822);
// EXTERNAL MODULE: ./lib/system/tools/provide.js + 3 modules
var provide = __webpack_require__(655);
;// CONCATENATED MODULE: ./lib/steps/cosign.js







/** cosign, found or installed, with the policy's way of signing and the credentials for these images' hosts alone. */
async function cosignFor(call, images, { key, env }, log, policy, world) {
    const wish = {
        path: call.cosignPath,
        version: call.cosignVersion,
        sha256: call.cosignSha256,
        mirror: call.cosignMirror,
    };
    const { path, version } = await (0,provide/* provideTool */.o)(cosignSpec, wish, world, (0,platform/* thisPlatform */.g)());
    const hosts = [...new Set(images.map(({ repository }) => (0,reference/* registryOf */.Fv)(repository)))];
    const { registryUsername: username, registryPassword: password } = call;
    return openCosign({
        path,
        version,
        log,
        key,
        env,
        trustedRoot: call.trustedRoot === undefined ? undefined : await (0,signing_log/* readTrustedRoot */.g)(call.trustedRoot, world.files),
        annotations: call.signatureAnnotations.map(asArgument),
        hosts,
        credentials: (0,credentials/* createCredentials */.z)(world, { hosts, username, password }),
        plainHttp: policy.cleanup['plain-http'],
        caFile: call.caFile,
    }, world);
}
function formatsOf({ sign: { format } }) {
    return format === 'both' ? ['bundle', 'legacy'] : [format];
}
/** Without a policy file the call names the images; with one, what it does not manage is neither signed nor vouched for. */
function managing(loaded, images) {
    const { policy } = loaded;
    if (policy.images.length === 0) {
        return {
            ...loaded,
            policy: { ...policy, images: [...new Set(images.map(({ repository }) => repository))] },
        };
    }
    const outside = images.find(({ repository }) => !(0,scope/* manages */.fu)(policy, repository));
    if (outside === undefined)
        return loaded;
    throw new error/* HygieneError */.c('not-managed', `the policy does not manage ${outside.repository}`, {
        fix: `add it to 'images' of the policy:\nimages: ['${outside.repository}']`,
        location: loaded.where('images'),
        image: outside.repository,
    });
}
/** The repository that COSIGN_REPOSITORY makes cosign keep signatures in. */
function elsewhereOf({ env }) {
    const named = env['COSIGN_REPOSITORY'];
    return named === undefined || named === '' ? undefined : named;
}
/** cosign reads the argument as a line of CSV. */
function asArgument(text) {
    if (/^[^=\s][^=]*=/.test(text))
        return /[,"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    throw new error/* HygieneError */.c('bad-usage', `signature-annotations: '${text}' is no key=value`);
}


/***/ }),

/***/ 7560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ limitsOf),
/* harmony export */   Ho: () => (/* binding */ registriesOf),
/* harmony export */   TM: () => (/* binding */ secondsOf)
/* harmony export */ });
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3166);
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4464);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6053);



/** Seconds and requests for a run that only reads. Whoever deletes stops between two lines instead, and mends. */
function limitsOf(call) {
    return { requests: call.maxRequests, seconds: secondsOf(call.timeBudget) };
}
function secondsOf(timeBudget) {
    const seconds = timeBudget === undefined ? undefined : (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(timeBudget);
    if (typeof seconds !== 'object')
        return seconds;
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .c('bad-usage', `time-budget: ${seconds.fault}`);
}
/** The registries of the images that the policy manages, with what the call says about reaching them. */
async function registriesOf(call, policy, world, limits) {
    return (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_2__/* .openRegistries */ .c)(world, {
        plainHttp: policy.cleanup['plain-http'],
        given: { images: policy.images, username: call.registryUsername, password: call.registryPassword },
        authorities: call.caFile === undefined ? undefined : await world.files.readText(call.caFile),
        ...(limits === undefined ? {} : { limits }),
        ...(call.cacheDir === undefined ? {} : { cacheFolder: call.cacheDir }),
    });
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

/***/ 655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ provideTool)
});

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
// EXTERNAL MODULE: ./lib/outcome/error.js
var outcome_error = __webpack_require__(3166);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/system/tools/download.js



const mostRedirects = 5;
/** Bytes; the largest tool today unpacks to 250 MB. */
const largest = 512 * 1024 * 1024;
/**
 * Downloads into a new file, piece by piece. Resolves only if its sha256 is the one expected; otherwise the file is the
 * caller's to remove. Redirects may lead to another host (a release page hands over to its storage), but never from
 * https to http, and no credentials are ever sent.
 */
async function downloadVerified(address, sha256, target, world) {
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
            url = redirected(url, headers['location']);
            continue;
        }
        if (status !== 200) {
            throw new outcome_error/* HygieneError */.c('unreachable', `${url.href} answers ${status}`, {
                fix: 'check the version, or the mirror',
            });
        }
        const actual = await keep(body, target);
        if (actual === sha256)
            return;
        throw new outcome_error/* HygieneError */.c('damaged', `${url.href} has sha256 ${actual}, not ${sha256}: it was not run`, {
            fix: 'compare with the checksum that the project publishes; if it differs from theirs, report it to them',
        });
    }
    throw new outcome_error/* HygieneError */.c('bad-answer', `${address} redirects more than ${mostRedirects} times`);
}
/** Writes as the bytes arrive. Their sha256. */
async function keep(body, target) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const file = await (0,promises_.open)(target, 'wx', 0o600);
    try {
        for await (const chunk of body) {
            hash.update(chunk);
            await file.writeFile(chunk);
        }
    }
    finally {
        await file.close();
    }
    return hash.digest('hex');
}
function redirected(from, location) {
    if (!URL.canParse(location, from.href))
        throw new outcome_error/* HygieneError */.c('bad-answer', `${from.host} redirects to '${location}', which is no URL`);
    const next = new URL(location, from);
    if (from.protocol === 'https:' && next.protocol !== 'https:') {
        throw new outcome_error/* HygieneError */.c('bad-answer', `${from.host} redirects the download from https to ${next.protocol}//${next.host}`);
    }
    return allowed(next);
}
function parsed(address) {
    if (URL.canParse(address))
        return allowed(new URL(address));
    throw new outcome_error/* HygieneError */.c('bad-usage', `'${address}' is no URL`);
}
function allowed(url) {
    const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
    if (url.protocol === 'https:' || (url.protocol === 'http:' && loopback))
        return url;
    throw new outcome_error/* HygieneError */.c('bad-usage', `${url.href}: tools are downloaded over https only`);
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/modern-tar/dist/fs/index.js + 1 modules
var fs = __webpack_require__(2897);
;// CONCATENATED MODULE: ./lib/system/tools/unpack.js







/** Bytes of one program; the largest today has 250 MB. */
const unpack_largest = 1024 * 1024 * 1024;
/** Takes one file out of a `.tar.gz`, piece by piece. Throws `damaged` where the archive has no such file. */
async function unpackMember(archive, member, target) {
    const folder = `${target}.unpacked`;
    const filter = ({ name, type, size }) => name === member && type === 'file' && size <= unpack_largest;
    try {
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(archive), (0,external_node_zlib_.createGunzip)(), (0,fs/* unpackTar */.Ag)(folder, { filter })).catch(error => {
            throw new outcome_error/* HygieneError */.c('damaged', 'the release archive cannot be unpacked', { cause: error });
        });
        const there = await (0,promises_.stat)((0,external_node_path_.join)(folder, member)).catch(() => undefined);
        if (there === undefined)
            throw new outcome_error/* HygieneError */.c('damaged', `the release archive holds no file ${member}`);
        await (0,promises_.rename)((0,external_node_path_.join)(folder, member), target);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./lib/system/tools/install.js







/**
 * Installs one exact release, verified before anything of it runs, and keeps it in a cache. The name of a cached file
 * holds both checksums, its archive's and its own, and its bytes are hashed again each time.
 */
async function installTool(spec, wish, world, platform) {
    const sha256 = checksumOf(spec, wish);
    const asset = spec.asset(wish.version, platform);
    if (asset === undefined) {
        throw new outcome_error/* HygieneError */.c('unsupported', `${spec.name} has no release for ${platform.os} on ${platform.arch}`, {
            fix: `install ${spec.name} yourself and name it with ${spec.name}-path`,
        });
    }
    const folder = (0,external_node_path_.join)(cacheFolder(world), 'tools', `${spec.name}-${wish.version}-${sha256}`);
    const cached = await intact(folder, spec.name);
    if (cached !== undefined)
        return cached;
    const base = (wish.mirror ?? spec.releases).replace(/\/+$/, '');
    world.log.info(`installing ${spec.name} ${wish.version} from ${base}`);
    return install_keep(folder, spec.name, async (draft) => {
        const address = `${base}/${asset.path}`;
        if (asset.member === undefined)
            return downloadVerified(address, sha256, draft, world);
        const archive = `${draft}.archive`;
        try {
            await downloadVerified(address, sha256, archive, world);
            await unpackMember(archive, asset.member, draft);
        }
        finally {
            await (0,promises_.rm)(archive, { force: true });
        }
    });
}
function checksumOf({ name }, { version, sha256 }) {
    if (sha256 === undefined) {
        throw new outcome_error/* HygieneError */.c('bad-usage', `${name} ${version} cannot be installed without its checksum`, {
            fix: `${name}-sha256: the sha256 of the release file for this platform, from the project's signed checksums`,
        });
    }
    if (/^[0-9a-f]{64}$/.test(sha256))
        return sha256;
    throw new outcome_error/* HygieneError */.c('bad-usage', `${name}-sha256: '${sha256}' is no sha256: 64 lower-case hex digits`);
}
function cacheFolder({ env }) {
    const home = env['HOME'] ?? '.';
    return (0,external_node_path_.join)(env['RUNNER_TOOL_CACHE'] ?? env['XDG_CACHE_HOME'] ?? (0,external_node_path_.join)(home, '.cache'), 'image-hygiene');
}
async function intact(folder, name) {
    const path = (0,external_node_path_.join)(folder, name);
    const [sum, actual] = await Promise.all([
        (0,promises_.readFile)(`${path}.sha256`, 'utf8').catch(() => undefined),
        hashOf(path).catch(() => undefined),
    ]);
    return sum !== undefined && sum === actual ? path : undefined;
}
async function hashOf(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of (0,external_node_fs_.createReadStream)(path, { highWaterMark: 1024 * 1024 }))
        hash.update(chunk);
    return hash.digest('hex');
}
/** Made beside and moved into place, the sum last: an interrupted or second run never meets half a program. */
async function install_keep(folder, name, make) {
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const path = (0,external_node_path_.join)(folder, name);
    const draft = `${path}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    try {
        await make(draft);
        await (0,promises_.chmod)(draft, 0o700);
        await (0,promises_.writeFile)(`${draft}.sum`, await hashOf(draft));
        await (0,promises_.rename)(draft, path);
        await (0,promises_.rename)(`${draft}.sum`, `${path}.sha256`);
        return path;
    }
    finally {
        for (const left of [draft, `${draft}.sum`])
            await (0,promises_.rm)(left, { force: true });
    }
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
        throw new outcome_error/* HygieneError */.c('no-file', `${spec.name} is not installed`, {
            fix: `put ${spec.name} on PATH, or name a release to install: ${spec.name}-version and ${spec.name}-sha256`,
        });
    }
    const path = await installTool(spec, { ...wish, version: wish.version }, world, platform);
    const inspected = await inspect(spec, path, world);
    if (inspected.version !== wish.version) {
        throw new outcome_error/* HygieneError */.c('damaged', `the installed ${spec.name} says it is ${inspected.version}, not ${wish.version}`);
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
        throw new outcome_error/* HygieneError */.c('tool-failed', `${path} does not say which version of ${spec.name} it is (exit code ${code})`, {
            fix: `check it: ${path} ${spec.versionArguments.join(' ')}`,
        });
    }
    return version;
}
function refuseVersion({ name, supported, refused }, version) {
    if ((0,semver.valid)(version) === null) {
        throw new outcome_error/* HygieneError */.c('bad-usage', `${name}-version: '${version}' is no exact version`, {
            fix: `name a release in ${supported}, such as 1.2.3: a moving name like latest can be moved to anything`,
        });
    }
    const why = refused[version];
    if (why !== undefined)
        throw new outcome_error/* HygieneError */.c('bad-usage', `${name} ${version} is refused: ${why}`);
    if (!(0,semver.satisfies)(version, supported, { includePrerelease: true })) {
        throw new outcome_error/* HygieneError */.c('bad-usage', `${name} ${version} is not supported`, {
            fix: `use a version in ${supported}`,
        });
    }
}


/***/ })

};
;