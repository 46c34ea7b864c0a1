export const id = 641;
export const ids = [641];
export const modules = {

/***/ 2418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Pj: () => (/* reexport */ cosignSpec),
  pN: () => (/* reexport */ describeSignatures),
  EV: () => (/* reexport */ expectationOf),
  OZ: () => (/* reexport */ findUnpullable),
  il: () => (/* reexport */ openCosign),
  vX: () => (/* reexport */ readExpected),
  x6: () => (/* reexport */ readLog),
  JF: () => (/* reexport */ readOne),
  r6: () => (/* reexport */ readPinned),
  $2: () => (/* reexport */ readSigner),
  gv: () => (/* reexport */ readTrustedRoot),
  O3: () => (/* reexport */ verifyImages),
  OF: () => (/* reexport */ withChildren)
});

// EXTERNAL MODULE: ./lib/image/index.js + 9 modules
var lib_image = __webpack_require__(716);
// EXTERNAL MODULE: ./lib/outcome/index.js + 4 modules
var outcome = __webpack_require__(220);
;// CONCATENATED MODULE: ./lib/signing/children.js


/** Indexes of indexes are rare; endless ones are hostile. */
const most = 1000;
/**
 * The images, and everything that an index among them holds, nested ones too: a client that pulls one platform asks
 * for the signature of that platform's manifest. Throws `undecidable` for what cannot be read.
 */
async function withChildren(images, registryOf) {
    const all = new Map();
    const open = [...images];
    for (let image = open.shift(); image !== undefined; image = open.shift()) {
        const { repository, digest } = image;
        const name = (0,lib_image/* formatReference */.FH)({ repository, digest });
        if (all.has(name))
            continue;
        all.set(name, image);
        if (all.size > most) {
            throw new outcome/* HygieneError */.cU('undecidable', `${(0,lib_image/* formatReference */.FH)(images[0] ?? image)} holds more than ${most} manifests`);
        }
        const answer = await registryOf(repository).manifest(repository, digest);
        if ('unknown' in answer)
            throw new outcome/* HygieneError */.cU('undecidable', `${name} cannot be read: ${answer.unknown}`, { image: name });
        if (!answer.found) {
            throw new outcome/* HygieneError */.cU('bad-usage', `there is no image ${name}`, {
                fix: 'push it first, and check the repository and the digest',
                image: name,
            });
        }
        for (const child of answer.manifest.children)
            open.push({ repository, digest: child.digest });
    }
    return [...all.values()];
}

// EXTERNAL MODULE: ./lib/registry/index.js + 32 modules
var lib_registry = __webpack_require__(5951);
// EXTERNAL MODULE: ./lib/report/index.js + 7 modules
var report = __webpack_require__(1076);
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
    const { version, format, log, key, reach, annotations, references } = call;
    const flags = signing[lineOf(version)][format][log.kind](call);
    if (flags === undefined) {
        throw new outcome/* HygieneError */.cU('unsupported', 'cosign writes no legacy signature under a signing configuration of your own', { fix: 'sign:\n  format: bundle' });
    }
    return [
        'sign',
        '--yes',
        ...(key === undefined ? [] : ['--key', key]),
        ...flags,
        ...reaching(reach),
        ...annotations.flatMap(one => ['--annotations', one]),
        ...references,
    ];
}
function verifyArguments(call) {
    const { version, format, who, log, trustedRoot, reach, annotations, reference } = call;
    return [
        'verify',
        ...whose(who),
        ...looking[lineOf(version)][format],
        ...(lineOf(version) === '2.6' ? rootedOld(call) : rooted(call)),
        ...(trustedRoot?.certificateLogs === false && who.kind === 'identity'
            ? ['--insecure-ignore-sct=true']
            : []),
        ...provenBy(log),
        ...reaching(reach),
        ...annotations.flatMap(one => ['--annotations', one]),
        '--output',
        'json',
        reference,
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

;// CONCATENATED MODULE: ./lib/signing/logged-in.js
/** Where docker, and cosign after it, looks for the credentials of Docker Hub. */
const dockerHub = 'https://index.docker.io/v1/';
/**
 * A `config.json` with the credentials for exactly these hosts, in a folder for cosign's eyes only: an argument would
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
        writeLogin(folder, options.hosts, options.credentials, world.files),
        world.files.write(offline.noServices, noServices),
        world.files.write(offline.noRoots, noRoots),
    ]);
    const env = { ...named([...passed, ...proxies], world.env), ...options.env, DOCKER_CONFIG: folder };
    const run = (args) => world.processes.run(options.path, args, { env, cwd: world.cwd, timeout: 300_000 });
    const reachOf = (image) => ({
        plainHttp: (0,lib_registry/* endpointOf */.X5)((0,lib_image/* registryOf */.Fv)(image.repository), options.plainHttp).protocol === 'http:',
        caFile: options.caFile,
    });
    return {
        version: options.version,
        async sign(format, images) {
            for (const some of alike(images, reachOf)) {
                const references = some.map(bare);
                const [first] = some;
                if (first === undefined)
                    continue;
                const args = signArguments({ ...options, format, offline, references, reach: reachOf(first) });
                const ran = await run(args);
                if (ran.code !== 0)
                    throw failed('sign', ran, `${references.length} images`);
            }
        },
        async verify(image, format, who) {
            const ran = await run(verifyArguments({ ...options, offline, format, who, reference: bare(image), reach: reachOf(image) }));
            if (ran.code !== 0)
                return { accepted: false, code: ran.code, said: lastWords(ran) };
            const signatures = countSignatures(ran.stdout, image.digest);
            if (signatures > 0)
                return { accepted: true, signatures };
            throw new outcome/* HygieneError */.cU('tool-failed', `cosign accepts ${bare(image)} without naming a signature of it`);
        },
        async publicKey(reference) {
            const ran = await run(['public-key', '--key', reference]);
            if (ran.code === 0 && ran.stdout.includes('PUBLIC KEY'))
                return ran.stdout;
            throw failed('public-key', ran, `the key ${reference}`);
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
    return (0,lib_image/* formatReference */.FH)({ repository, digest });
}
function alike(images, reachOf) {
    const groups = [true, false].map(plain => images.filter(image => reachOf(image).plainHttp === plain));
    return groups.flatMap(group => Array.from({ length: Math.ceil(group.length / mostAtOnce) }, (_, index) => group.slice(index * mostAtOnce, (index + 1) * mostAtOnce)));
}
/** The signatures that cosign lists for this digest: one that says yes and lists none has not looked. */
function countSignatures(stdout, digest) {
    try {
        const list = JSON.parse(stdout);
        if (!Array.isArray(list))
            return 0;
        return list.filter(one => one?.critical?.image?.['docker-manifest-digest'] === digest).length;
    }
    catch {
        return 0;
    }
}
function failed(command, ran, about) {
    return new outcome/* HygieneError */.cU('tool-failed', `cosign ${command} failed for ${about} (exit code ${ran.code}): ${lastWords(ran)}`, {
        fix: 'check COSIGN_PASSWORD, the credentials of the registry, and that it can be reached from here',
    });
}
/** The error that cosign ends with; its lines before are warnings and the usage. */
function lastWords({ stderr }) {
    const lines = stderr.split('\n').filter(line => line.trim() !== '');
    const error = lines.findLast(line => line.startsWith('Error: '))?.slice('Error: '.length);
    return (0,report/* oneLine */.TN)(error ?? lines.at(-1) ?? 'it said nothing', 500);
}

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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/signing/certificate.js

function readCertificate(bytes) {
    try {
        const certificate = new external_node_crypto_.X509Certificate(bytes);
        return {
            identities: namesOf(certificate.subjectAltName ?? ''),
            issuer: issuerOf(certificate.raw),
            certificate,
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

;// CONCATENATED MODULE: ./lib/signing/bundle.js
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

;// CONCATENATED MODULE: ./lib/signing/simple-signing.js

function isSimpleSigning(mediaType) {
    return mediaType.startsWith('application/vnd.dev.cosign.simplesigning');
}
/** A layer of a `.sig` manifest: the payload is its blob, the signature its annotation. */
function parseSimpleSigning(payload, annotations) {
    const signature = base64(annotations['dev.cosignproject.cosign/signature']);
    if (signature === undefined)
        return { format: 'unreadable', why: 'its layer has no signature in its annotations' };
    return { format: 'legacy', certificate: annotations['dev.sigstore.cosign/certificate'], payload, signature };
}
/** @see https://github.com/containers/image/blob/main/docs/containers-signature.5.md */
function readClaim(payload) {
    const body = object(parseJson(payload));
    const critical = object(body?.['critical']);
    const digest = object(critical?.['image'])?.['docker-manifest-digest'];
    const repository = object(critical?.['identity'])?.['docker-reference'];
    if (typeof digest !== 'string' || typeof repository !== 'string')
        return undefined;
    return { digest, repository, annotations: object(body?.['optional']) ?? {} };
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

;// CONCATENATED MODULE: ./lib/signing/stored.js



/** More signatures than people put on one image; a hostile registry may list a million. */
const stored_most = 64;
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
    const fallback = await registry.manifest(repository, (0,lib_image/* stemOf */.Vc)(digest));
    if ('unknown' in fallback)
        return gap(`the tag ${(0,lib_image/* stemOf */.Vc)(digest)}: ${fallback.unknown}`);
    const all = [
        ...(listed === 'unsupported' ? [] : listed),
        ...(fallback.found ? fallback.manifest.children : []),
    ];
    // Some clients write `oci.empty` there, some nothing: only another type of artifact is surely no signature.
    const candidates = all.filter(({ artifactType }) => artifactType === undefined || isBundleType(artifactType) || artifactType.includes('oci.empty'));
    const unique = [...new Set(candidates.map(one => one.digest))];
    const read = await Promise.all(unique.slice(0, stored_most).map(one => bundleAt(repository, one, registry)));
    const incomplete = read.find(one => one.incomplete !== undefined)?.incomplete ??
        (unique.length > stored_most ? `more than ${stored_most} referrers` : undefined);
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
        .filter(({ mediaType }) => isBundleType(mediaType))
        .slice(0, stored_most)) {
        const blob = await registry.blob(repository, layer.digest, largest);
        if (blob === 'absent')
            signatures.push({ format: 'unreadable', why: `its blob ${layer.digest} is gone` });
        else if ('unknown' in blob)
            return gap(`the blob ${layer.digest}: ${blob.unknown}`);
        else {
            const bundle = parseBundle(blob.bytes);
            if (bundle !== undefined)
                signatures.push(bundle);
        }
    }
    return { signatures };
}
async function legacy(repository, digest, registry) {
    const tag = `${(0,lib_image/* stemOf */.Vc)(digest)}.sig`;
    const answer = await registry.manifest(repository, tag);
    if ('unknown' in answer)
        return gap(`the tag ${tag}: ${answer.unknown}`);
    if (!answer.found)
        return { signatures: [] };
    const signatures = [];
    for (const layer of answer.manifest.layers
        .filter(({ mediaType }) => isSimpleSigning(mediaType))
        .slice(0, stored_most)) {
        const blob = await registry.blob(repository, layer.digest, largest);
        if (blob === 'absent')
            signatures.push({ format: 'unreadable', why: `its payload ${layer.digest} is gone` });
        else if ('unknown' in blob)
            return gap(`the blob ${layer.digest}: ${blob.unknown}`);
        else
            signatures.push(parseSimpleSigning(blob.bytes, layer.annotations));
    }
    return { signatures };
}
function gap(incomplete) {
    return { signatures: [], incomplete };
}

;// CONCATENATED MODULE: ./lib/signing/describe.js


/** The signatures that lie beside an image, by their own word: whether they are true is for `verify` to say. */
async function describeSignatures(image, registryOf, elsewhere) {
    const { signatures, incomplete } = await readStored(image, registryOf, elsewhere);
    return incomplete === undefined ? { known: signatures.flatMap(describe) } : { why: incomplete };
}
function describe(signature) {
    if (signature.format === 'unreadable')
        return [];
    const named = signature.certificate === undefined ? undefined : readCertificate(signature.certificate);
    return [
        {
            format: signature.format,
            key: signature.format === 'bundle' ? (signature.hint ?? null) : null,
            identities: [...(named?.identities ?? [])],
            issuer: named?.issuer ?? null,
        },
    ];
}

;// CONCATENATED MODULE: ./lib/signing/log.js

/** `sign.log` of the policy; a signing configuration is read for the services that it names. */
async function readLog(text, files) {
    if (text === 'none' || text === 'public')
        return { kind: text };
    const config = parse(await files.readText(text), 'signingconfig');
    if (config === undefined) {
        throw new outcome/* HygieneError */.cU('bad-file', `${text} is no signing configuration`, {
            fix: 'cosign signing-config create --out signing-config.json --rekor … --tsa …',
        });
    }
    return {
        kind: 'config',
        path: text,
        transparency: log_named(config['rekorTlogUrls']),
        timestamps: log_named(config['tsaUrls']),
    };
}
/** A trusted root, read for whether it names logs of certificates. */
async function readTrustedRoot(path, files) {
    const root = parse(await files.readText(path), 'trustedroot');
    if (root !== undefined)
        return { path, certificateLogs: log_named(root['ctlogs']) };
    throw new outcome/* HygieneError */.cU('bad-file', `${path} is no trusted root`, {
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
function log_named(services) {
    return Array.isArray(services) && services.length > 0;
}

;// CONCATENATED MODULE: ./lib/signing/pinned.js


/**
 * Images by digest only: a tag can be moved between the moment it is signed or verified and the moment it is used.
 * @param digest completes references that have none: the output of the step that pushed
 */
function readPinned(texts, digest, step) {
    if (digest !== undefined && !(0,lib_image/* isDigest */.Bc)(digest)) {
        throw new outcome/* HygieneError */.cU('bad-usage', `digest: '${digest}' is no digest: sha256: and 64 hex digits`);
    }
    if (texts.length === 0) {
        throw new outcome/* HygieneError */.cU('bad-usage', `nothing to ${step}`, {
            fix: `image-hygiene ${step} ghcr.io/acme/app@sha256:…`,
        });
    }
    const pinned = texts.map(text => pin(readOne(text), digest, step));
    const unique = new Map(pinned.map(one => [(0,lib_image/* formatReference */.FH)(one), one]));
    return [...unique.values()];
}
function readOne(text) {
    const reference = (0,lib_image/* parseReference */.F2)(text);
    if ('fault' in reference)
        throw new outcome/* HygieneError */.cU('bad-usage', `references: ${reference.fault}`);
    return reference;
}
function pin({ repository, tag, digest }, given, step) {
    if (digest !== undefined && given !== undefined && digest !== given) {
        throw new outcome/* HygieneError */.cU('bad-usage', `${repository} is asked for by ${digest} and by the digest ${given}`);
    }
    const one = digest ?? given;
    if (one === undefined)
        throw unpinned({ repository, ...(tag === undefined ? {} : { tag }) }, step);
    return { repository, digest: one, ...(tag === undefined ? {} : { tag }) };
}
function unpinned(reference, step) {
    const name = (0,lib_image/* formatReference */.FH)(reference);
    return new outcome/* HygieneError */.cU('bad-usage', `${name} is no digest, and a tag may name another image by the time it is used`, {
        fix: [
            'on GitHub, from the step that pushed:',
            '  digest: ${{ steps.build.outputs.digest }}',
            'anywhere else, ask the registry for it:',
            `  image-hygiene ${step} "${reference.repository}@$(crane digest ${name})"`,
        ].join('\n'),
        image: name,
    });
}

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
    const name = (0,lib_image/* formatReference */.FH)(image);
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
    await (0,lib_registry/* forEach */.jJ)(blobs.values(), Math.min(atOnce, blobs.size), async (blob) => {
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
        throw new outcome/* HygieneError */.cU('bad-usage', `the key ${reference} is neither a public key nor a key of cosign`, {
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
    throw new outcome/* HygieneError */.cU('bad-usage', `the key ${reference} is empty: there is no variable ${name || 'of no name'}`, {
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
        throw new outcome/* HygieneError */.cU('bad-usage', `the key ${reference} is of no service that cosign knows`, {
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

;// CONCATENATED MODULE: ./lib/signing/keyless.js

/**
 * Whether this job can be given an identity token. It is asked before anything else, because the platform says no only
 * when the token is used, and by then the image is pushed.
 * @see https://docs.github.com/en/actions/reference/security/oidc
 * @see https://docs.gitlab.com/ci/secrets/id_token_authentication/
 */
function readKeyless(env, log) {
    if (env['GITHUB_ACTIONS'] === 'true')
        return onGithub(env, log);
    if (env['GITLAB_CI'] === 'true')
        return onGitlab(env, log);
    const token = env['SIGSTORE_ID_TOKEN'];
    if (token === undefined || token === '') {
        throw new outcome/* HygieneError */.cU('bad-usage', 'there is no key, and nobody here gives out identity tokens', {
            fix: 'name a key: --key cosign.key, or run it in a job of GitHub or GitLab',
        });
    }
    log.secret(token);
    return { env: { SIGSTORE_ID_TOKEN: token }, identity: undefined, issuer: undefined };
}
function onGithub(env, log) {
    const [url, token] = [env['ACTIONS_ID_TOKEN_REQUEST_URL'], env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']];
    if (!url || !token) {
        throw new outcome/* HygieneError */.cU('bad-usage', 'signing without a key needs an identity token, and this job gets none', {
            fix: [
                'permissions:',
                '  contents: read',
                '  packages: write',
                '  id-token: write',
                '# a pull request from a fork is never given one: sign where the image is released',
            ].join('\n'),
        });
    }
    log.secret(token);
    const workflow = env['GITHUB_WORKFLOW_REF'];
    return {
        env: { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token },
        identity: workflow === undefined ? undefined : `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${workflow}`,
        issuer: env['GITHUB_SERVER_URL'] === undefined || env['GITHUB_SERVER_URL'] === 'https://github.com'
            ? 'https://token.actions.githubusercontent.com'
            : `${env['GITHUB_SERVER_URL']}/_services/token`,
    };
}
function onGitlab(env, log) {
    const token = env['SIGSTORE_ID_TOKEN'];
    if (!token) {
        throw new outcome/* HygieneError */.cU('bad-usage', 'signing without a key needs an identity token, and this job gets none', {
            fix: ['id_tokens:', '  SIGSTORE_ID_TOKEN:', '    aud: sigstore'].join('\n'),
        });
    }
    log.secret(token);
    const pipeline = env['CI_CONFIG_REF_URI'];
    return {
        env: { SIGSTORE_ID_TOKEN: token },
        identity: pipeline === undefined ? undefined : `https://${pipeline}`,
        issuer: env['CI_SERVER_URL'],
    };
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
    throw new outcome/* HygieneError */.cU('bad-usage', `${reference} is a public key: it verifies, but cannot sign`, {
        fix: `key: env://${usual}, with the secret ${usual} in the environment of the step`,
    });
}
function asKey(key) {
    return key === undefined ? undefined : { kind: 'key', key };
}
function keyless(asked, sign, log, world) {
    if (log.kind === 'none') {
        throw new outcome/* HygieneError */.cU('bad-usage', 'there is no key, and a signature without a key needs a log: its certificate ends after minutes', {
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
        throw new outcome/* HygieneError */.cU('bad-usage', `${log.path} names neither a transparency log nor a timestamp authority`, {
            fix: 'a signature without a key needs one of them: its certificate ends after minutes',
        });
    }
    const { env, identity, issuer } = readKeyless(world.env, world.log);
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
        throw new outcome/* HygieneError */.cU('bad-usage', 'nobody says whose signature is expected', {
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
    throw new outcome/* HygieneError */.cU('bad-usage', `${missing} is not known: anybody could have signed`, {
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
        throw new outcome/* HygieneError */.cU('bad-usage', `${reference} holds no public key that can be read`, { cause: error });
    }
}

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
    const named = signature.certificate === undefined ? undefined : readCertificate(signature.certificate);
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
    const claim = readClaim(signature.payload);
    if (claim === undefined)
        return true;
    const digests = new Set([digest, claim.digest]);
    const names = new Set([repository, claim.repository]);
    return [...digests].some(one => [...names].some(name => isBy(key, claimBytes(name, one), signature.signature)));
}
/** base64 of the sha256 of the key's DER, as bundles name a key. */
function hintOf(key) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(key.export({ type: 'spki', format: 'der' }))
        .digest('base64');
}
function signedBytes(signature) {
    return signature.format === 'bundle'
        ? preAuthenticationEncoding(signature.payloadType, signature.payload)
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
        return readStatement(signature.payload);
    const claim = readClaim(signature.payload);
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

;// CONCATENATED MODULE: ./lib/signing/verify-image.js





const verify_image_atOnce = 8;
/** Every image, side by side, in the order they were given. */
async function verifyImages(images, demand, verifying) {
    const verified = new Map();
    await (0,lib_registry/* forEach */.jJ)(images, Math.min(verify_image_atOnce, images.length), async (image) => {
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
    const name = (0,lib_image/* formatReference */.FH)(image);
    const there = await verifying.registryOf(image.repository).digestOf(image.repository, image.digest);
    if (there === 'absent')
        return findingOf('no-image', name);
    if ('unknown' in there)
        return findingOf('undecidable', name, there.unknown);
    const found = await readStored(image, verifying.registryOf, verifying.elsewhere);
    const judged = diagnose(found.signatures, image, await verifying.trust(), verifying.annotations);
    if (judged === undefined) {
        return found.incomplete === undefined
            ? findingOf('unsigned', name)
            : findingOf('undecidable', name, found.incomplete);
    }
    if (judged.wrong !== 'refused')
        return findingOf(judged.wrong, name, judged.detail);
    // By our reading it is right. With a key there is nothing else to refuse, so cosign could not look.
    if (verifying.who.kind === 'key')
        return findingOf('undecidable', name, `cosign said: ${refusal.said}`);
    const anybody = { kind: 'identity', identity: '^.*$', issuer: '^.*$' };
    const byAnybody = await verifying.cosign.verify(image, 'any', anybody);
    return byAnybody.accepted
        ? findingOf('wrong-identity', name, judged.detail)
        : findingOf('signature-refused', name, `cosign said: ${refusal.said}`);
}

;// CONCATENATED MODULE: ./lib/signing/index.js











/***/ }),

/***/ 1272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hY: () => (/* binding */ cosignFor),
/* harmony export */   q3: () => (/* binding */ elsewhereOf),
/* harmony export */   xc: () => (/* binding */ managing)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(716);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(220);
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7134);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5951);
/* harmony import */ var _signing_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2418);
/* harmony import */ var _system_tools_platform_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1822);
/* harmony import */ var _system_tools_provide_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6158);







/** cosign, found or installed, with the policy's way of signing and the credentials for these images' hosts alone. */
async function cosignFor(call, images, { key, env }, log, policy, world) {
    const wish = {
        path: call.cosignPath,
        version: call.cosignVersion,
        sha256: call.cosignSha256,
        mirror: call.cosignMirror,
    };
    const { path, version } = await (0,_system_tools_provide_js__WEBPACK_IMPORTED_MODULE_6__/* .provideTool */ .o)(_signing_index_js__WEBPACK_IMPORTED_MODULE_4__/* .cosignSpec */ .Pj, wish, world, (0,_system_tools_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .thisPlatform */ .g)());
    const hosts = [...new Set(images.map(({ repository }) => (0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__/* .registryOf */ .Fv)(repository)))];
    const { registryUsername: username, registryPassword: password } = call;
    return (0,_signing_index_js__WEBPACK_IMPORTED_MODULE_4__/* .openCosign */ .il)({
        path,
        version,
        log,
        key,
        env,
        trustedRoot: call.trustedRoot === undefined ? undefined : await (0,_signing_index_js__WEBPACK_IMPORTED_MODULE_4__/* .readTrustedRoot */ .gv)(call.trustedRoot, world.files),
        annotations: call.signatureAnnotations.map(asArgument),
        hosts,
        credentials: (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_3__/* .createCredentials */ .zd)(world, { hosts, username, password }),
        plainHttp: policy.cleanup['plain-http'],
        caFile: call.caFile,
    }, world);
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
    const outside = images.find(({ repository }) => !(0,_policy_index_js__WEBPACK_IMPORTED_MODULE_2__/* .manages */ .fu)(policy, repository));
    if (outside === undefined)
        return loaded;
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .cU('not-managed', `the policy does not manage ${outside.repository}`, {
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
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .cU('bad-usage', `signature-annotations: '${text}' is no key=value`);
}


/***/ }),

/***/ 7560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ registriesOf)
/* harmony export */ });
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5951);

/** The registries of the images that the policy manages, with what the call says about reaching them. */
async function registriesOf(call, policy, world) {
    return (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_0__.openRegistries)(world, {
        plainHttp: policy.cleanup['plain-http'],
        given: { images: policy.images, username: call.registryUsername, password: call.registryPassword },
        authorities: call.caFile === undefined ? undefined : await world.files.readText(call.caFile),
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
