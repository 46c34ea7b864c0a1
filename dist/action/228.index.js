"use strict";
exports.id = 228;
exports.ids = [228];
exports.modules = {

/***/ 4544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EV: () => (/* binding */ expectationOf),
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
    const key = trust.kind === 'key' ? trust.key : named.certificate.publicKey;
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


/***/ })

};
;