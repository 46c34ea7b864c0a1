const require_index = require("./index.js");
const require_reference = require("./reference.js");
const require_policy = require("./policy.js");
const require_registry = require("./registry.js");
const require_login_file = require("./login-file.js");
const require_provide = require("./provide.js");
// lib/signing/bundle.js
/** The media type of every version of a Sigstore bundle, as cosign and others write it. */
function isBundleType(mediaType) {
	return mediaType.startsWith("application/vnd.dev.sigstore.bundle");
}
/**
* A bundle with a DSSE envelope around a signature's statement. Undefined for an attestation, which proves something
* else about the image.
* @see https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto
*/
function parseBundle(bytes) {
	const bundle = object$1(parseJson(bytes));
	const envelope = object$1(bundle?.["dsseEnvelope"]);
	const payload = base64(envelope?.["payload"]);
	const signatures = envelope?.["signatures"];
	const signature = base64(object$1(Array.isArray(signatures) ? signatures[0] : void 0)?.["sig"]);
	const payloadType = envelope?.["payloadType"];
	if (payload === void 0 || signature === void 0 || typeof payloadType !== "string") return {
		format: "unreadable",
		why: "it is no bundle with a DSSE envelope"
	};
	const predicate = readStatement(payload)?.predicateType;
	if (predicate !== void 0 && predicate !== "https://sigstore.dev/cosign/sign/v1") return void 0;
	const material = object$1(bundle?.["verificationMaterial"]);
	const hint = object$1(material?.["publicKey"])?.["hint"];
	const chain = object$1(material?.["x509CertificateChain"])?.["certificates"];
	const certificate = object$1(material?.["certificate"]) ?? object$1(Array.isArray(chain) ? chain[0] : void 0);
	return {
		format: "bundle",
		hint: typeof hint === "string" ? hint : void 0,
		certificate: base64(certificate?.["rawBytes"]),
		payloadType,
		payload,
		signature
	};
}
/** @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
function readStatement(payload) {
	const statement = object$1(parseJson(payload));
	const predicateType = statement?.["predicateType"];
	const list = statement?.["subject"];
	if (typeof predicateType !== "string" || !Array.isArray(list)) return void 0;
	const subjects = list.map(object$1);
	return {
		predicateType,
		digests: subjects.flatMap((subject) => Object.entries(object$1(subject?.["digest"]) ?? {}).map(([algorithm, hex]) => `${algorithm}:${String(hex)}`)),
		annotations: object$1(subjects[0]?.["annotations"]) ?? {}
	};
}
/** The bytes that a DSSE signature is over. @see https://github.com/secure-systems-lab/dsse/blob/master/protocol.md */
function preAuthenticationEncoding(payloadType, payload) {
	const type = Buffer.from(payloadType, "utf8");
	return Buffer.concat([
		Buffer.from(`DSSEv1 ${type.length} `),
		type,
		Buffer.from(` ${payload.length} `),
		payload
	]);
}
function parseJson(bytes) {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return;
	}
}
function object$1(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
}
function base64(value) {
	if (typeof value !== "string" || value === "" || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return void 0;
	return Buffer.from(value, "base64");
}
// lib/signing/simple-signing.js
function isSimpleSigning(mediaType) {
	return mediaType.startsWith("application/vnd.dev.cosign.simplesigning");
}
/** A layer of a `.sig` manifest: the payload is its blob, the signature its annotation. */
function parseSimpleSigning(payload, annotations) {
	const signature = base64(annotations["dev.cosignproject.cosign/signature"]);
	if (signature === void 0) return {
		format: "unreadable",
		why: "its layer has no signature in its annotations"
	};
	return {
		format: "legacy",
		certificate: annotations["dev.sigstore.cosign/certificate"],
		payload,
		signature
	};
}
/** What cosign calls its signatures; it takes no payload of another type. */
const claimType = "cosign container image signature";
/** @see https://github.com/containers/image/blob/main/docs/containers-signature.5.md */
function readClaim(payload) {
	const body = object$1(parseJson(payload));
	const critical = object$1(body?.["critical"]);
	const digest = object$1(critical?.["image"])?.["docker-manifest-digest"];
	const repository = object$1(critical?.["identity"])?.["docker-reference"];
	if (typeof digest !== "string" || typeof repository !== "string") return void 0;
	return {
		type: critical?.["type"],
		digest,
		repository,
		annotations: object$1(body?.["optional"]) ?? {}
	};
}
/** The bytes that cosign would have signed for an image without annotations. */
function claimBytes(repository, digest) {
	return Buffer.from(JSON.stringify({
		critical: {
			identity: { "docker-reference": repository },
			image: { "docker-manifest-digest": digest },
			type: claimType
		},
		optional: null
	}));
}
// lib/signing/arguments.js
const rooted = ({ trustedRoot }) => trustedRoot === void 0 ? [] : ["--trusted-root", trustedRoot.path];
const nowhere = ({ offline }) => [
	"--signing-config",
	offline.noServices,
	"--trusted-root",
	offline.noRoots
];
const own = (call) => call.log.kind === "config" ? [
	"--signing-config",
	call.log.path,
	...rooted(call)
] : [];
const old = ["--use-signing-config=false", "--new-bundle-format=false"];
/**
* What a format and a log need in each line of cosign. Version 3 makes bundles under a signing configuration unless it
* is told otherwise, and refuses `--tlog-upload=false` beside one; 2.6 makes legacy signatures unless it is told
* otherwise. A legacy signature cannot follow a signing configuration in either.
*/
const signing = {
	"3": {
		bundle: {
			none: nowhere,
			public: rooted,
			config: own
		},
		legacy: {
			none: () => [...old, "--tlog-upload=false"],
			public: () => [...old],
			config: () => void 0
		}
	},
	"2.6": {
		bundle: {
			none: (call) => ["--new-bundle-format", ...nowhere(call)],
			public: (call) => [
				"--new-bundle-format",
				"--use-signing-config",
				...rooted(call)
			],
			config: (call) => ["--new-bundle-format", ...own(call)]
		},
		legacy: {
			none: () => ["--tlog-upload=false"],
			public: () => [],
			config: () => void 0
		}
	}
};
/** The flag that says which format is looked for. Version 3 finds both unless it is told otherwise. */
const looking = {
	"3": {
		any: [],
		bundle: [],
		legacy: ["--new-bundle-format=false"]
	},
	"2.6": {
		any: [],
		bundle: ["--new-bundle-format"],
		legacy: []
	}
};
/** Throws `unsupported` for a legacy signature under a signing configuration. */
function signArguments(call) {
	const { annotations, references } = call;
	return [
		"sign",
		...making(call),
		...annotations.flatMap((one) => ["--annotations", one]),
		...references
	];
}
function attestArguments(call, { type, path }) {
	return [
		"attest",
		...making(call),
		"--type",
		type,
		"--predicate",
		path,
		...call.references
	];
}
function making(call) {
	const { version, format, log, key, reach } = call;
	const flags = signing[lineOf(version)][format][log.kind](call);
	if (flags === void 0) throw new require_index.HygieneError("unsupported", "cosign writes no legacy signature under a signing configuration of your own", { fix: "sign:\n  format: bundle" });
	return [
		"--yes",
		...key === void 0 ? [] : ["--key", key],
		...flags,
		...reaching(reach)
	];
}
function verifyArguments(call) {
	const { annotations, reference } = call;
	const demanded = annotations.flatMap((one) => ["--annotations", one]);
	return [
		"verify",
		...believing(call),
		...demanded,
		"--output",
		"json",
		reference
	];
}
function verifyAttestationArguments(call, type) {
	return [
		"verify-attestation",
		...believing(call),
		"--type",
		type,
		"--output",
		"json",
		call.reference
	];
}
function believing(call) {
	const { version, format, who, log, trustedRoot, reach } = call;
	return [
		...whose(who),
		...looking[lineOf(version)][format],
		...lineOf(version) === "2.6" ? rootedOld(call) : rooted(call),
		...trustedRoot?.certificateLogs === false && who.kind === "identity" ? ["--insecure-ignore-sct=true"] : [],
		...provenBy(log),
		...reaching(reach)
	];
}
/** 2.6 reads a bundle wherever one lies, and wants a trusted root for it, even for a key that needs none. */
function rootedOld(call) {
	const { who, log, trustedRoot, offline } = call;
	return trustedRoot === void 0 && who.kind === "key" && log.kind === "none" ? ["--trusted-root", offline.noRoots] : rooted(call);
}
/** A text that starts with `^` is a regular expression of Go's syntax. */
function whose(who) {
	if (who.kind === "key") return ["--key", who.reference];
	const flag = (name, text) => [text.startsWith("^") ? `--certificate-${name}-regexp` : `--certificate-${name}`, text];
	return [...flag("identity", who.identity), ...flag("oidc-issuer", who.issuer)];
}
function provenBy(log) {
	if (log.kind === "public") return [];
	if (log.kind === "none") return ["--insecure-ignore-tlog=true"];
	return [...log.transparency ? [] : ["--insecure-ignore-tlog=true"], ...log.timestamps ? ["--use-signed-timestamps"] : []];
}
function reaching({ plainHttp, caFile }) {
	return [...plainHttp ? ["--allow-http-registry"] : [], ...caFile === void 0 ? [] : ["--registry-cacert", caFile]];
}
function lineOf(version) {
	return version.startsWith("2.") ? "2.6" : "3";
}
// lib/signing/tail.js
const longest = 500;
/** The end of what a program said, for people: its error stream, or what it printed where that is empty. */
function tailOf({ stdout, stderr }) {
	return (stderr.trim() === "" ? stdout : stderr).split(/\r\n|[\r\n]/).filter((line) => line.trim() !== "").slice(-15).map((line) => line.length > longest ? `${line.slice(0, longest)}…` : line);
}
// lib/signing/failures.js
/** A wrong call, not a service that failed. */
const wrongPassword = /decrypt|no decryption keys|password/i;
/** What to do about what cosign says. The first that fits. */
const advice = [
	[wrongPassword, "check COSIGN_PASSWORD: it is missing, or not the password of this key"],
	[/\bKMS\b|IMDS|vault|getting public key/i, "check that the key is there, and give the step the credentials of its service: AWS_…, AZURE_…, GOOGLE_… or VAULT_… variables"],
	[/UNAUTHORIZED|DENIED|\b401\b|\b403\b/, "log in to the registry with the right to push, or give registry-username and registry-password"],
	[/fulcio|signing certificate|identity token|oidc/i, "check the identity token (id-token: write on GitHub, id_tokens on GitLab) and the services of the signing configuration"],
	[/rekor|tlog|transparency|timestamp/i, "check sign.log of the policy: whether its services answer from here"],
	[/no such host|connection refused|i\/o timeout|deadline exceeded|certificate signed by unknown/i, "check that the registry and the services of sign.log can be reached from here; ca-file names further authorities"],
	[/MANIFEST_UNKNOWN|NAME_UNKNOWN|\b404\b/, "check the reference: the registry does not have it"]
];
/** Words of a connection that was never made: then what cosign says is no verdict. */
const unreachable = /no such host|connection refused|network is unreachable|i\/o timeout|deadline exceeded|no route to host|TUF/i;
function couldNotLook(said) {
	return unreachable.test(said);
}
/** One sentence of why cosign failed and what to do; the end of what it said goes to the log. */
function failureOf(command, ran, about, log) {
	log.info([`cosign ${command} ended with ${ran.code}:`, ...tailOf(ran)].join("\n  "));
	const said = lastWords(ran);
	return new require_index.HygieneError(wrongPassword.test(said) ? "bad-usage" : "tool-failed", `cosign ${command} failed for ${about} (exit code ${ran.code}): ${said}`, { fix: advice.find(([pattern]) => pattern.test(said))?.[1] ?? "run it by hand with -d and look at what it says" });
}
/** The error that cosign ends with; its lines before are warnings and the usage. */
function lastWords({ stderr }) {
	const lines = stderr.split("\n").filter((line) => line.trim() !== "");
	const error = lines.findLast((line) => line.startsWith("Error: "))?.slice(7);
	return require_index.oneLine(error ?? lines.at(-1) ?? "it said nothing", 500);
}
// lib/signing/cosign.js
/** Of our environment only this reaches cosign, besides what its key needs: nothing in it is a secret of ours. */
const passed = [
	"COSIGN_REPOSITORY",
	"TUF_ROOT",
	"TUF_MIRROR",
	"NO_PROXY",
	"no_proxy"
];
/** An address of a proxy may hold a password, but without it there is no way out. */
const proxies = [
	"HTTP_PROXY",
	"HTTPS_PROXY",
	"http_proxy",
	"https_proxy"
];
/** Milliseconds for one image; cosign needs some hundred, and some seconds where services are asked. */
const longestLook = 6e4;
/** Arguments of a process may not grow for ever. */
const mostAtOnce = 100;
async function openCosign(options, world) {
	const folder = await world.files.temporaryFolder();
	const offline = {
		noServices: `${folder}/no-services.json`,
		noRoots: `${folder}/no-roots.json`
	};
	await Promise.all([
		require_login_file.writeLogin(folder, options.hosts, options.credentials, world.files),
		world.files.write(offline.noServices, noServices),
		world.files.write(offline.noRoots, noRoots)
	]);
	const env = {
		...named$1([...passed, ...proxies], world.env),
		...options.env,
		DOCKER_CONFIG: folder
	};
	const run = (args, timeout = 3e5) => world.processes.run(options.path, args, {
		env,
		cwd: world.cwd,
		timeout
	});
	const reachOf = (image) => ({
		plainHttp: require_registry.endpointOf(require_reference.registryOf(image.repository), options.plainHttp).protocol === "http:",
		caFile: options.caFile
	});
	return {
		version: options.version,
		logged: options.log.kind !== "none",
		async sign(format, images) {
			for (const some of alike(images, reachOf)) {
				const references = some.map(bare);
				const [first] = some;
				if (first === void 0) continue;
				const args = signArguments({
					...options,
					format,
					offline,
					references,
					reach: reachOf(first)
				});
				const ran = await run(args);
				if (ran.code !== 0) throw failureOf("sign", ran, `${references.length} images`, world.log);
			}
		},
		async verify(image, format, who, demand = "as demanded") {
			const log = demand === "without" ? { kind: "none" } : options.log;
			const about = {
				reference: bare(image),
				reach: reachOf(image)
			};
			const call = verifyArguments({
				...options,
				log,
				offline,
				format,
				who,
				...about
			});
			const ran = await run(call, longestLook).catch(unfinished);
			if ("accepted" in ran) return ran;
			if (ran.code !== 0) return {
				accepted: false,
				code: ran.code,
				said: lastWords(ran)
			};
			const { listed, signatures } = countSignatures(ran.stdout, image.digest);
			if (signatures > 0) return {
				accepted: true,
				signatures
			};
			if (listed > 0) return {
				accepted: false,
				code: 0,
				said: "there are attestations, and no signature"
			};
			throw new require_index.HygieneError("tool-failed", `cosign accepts ${bare(image)} without naming a signature of it`);
		},
		async attest(format, image, predicate) {
			const about = {
				references: [bare(image)],
				reach: reachOf(image)
			};
			const ran = await run(attestArguments({
				...options,
				format,
				offline,
				...about
			}, predicate));
			if (ran.code !== 0) throw failureOf("attest", ran, bare(image), world.log);
		},
		async verifyAttestation(image, format, who, type) {
			const about = {
				reference: bare(image),
				reach: reachOf(image)
			};
			const call = {
				...options,
				offline,
				format,
				who,
				...about
			};
			return (await run(verifyAttestationArguments(call, type))).code === 0;
		},
		async publicKey(reference) {
			const ran = await run([
				"public-key",
				"--key",
				reference
			]);
			if (ran.code === 0 && ran.stdout.includes("PUBLIC KEY")) return ran.stdout;
			throw failureOf("public-key", ran, `the key ${reference}`, world.log);
		}
	};
}
/** What `cosign signing-config create` writes when no service is named. */
const noServices = JSON.stringify({
	mediaType: "application/vnd.dev.sigstore.signingconfig.v0.2+json",
	rekorTlogConfig: {},
	tsaConfig: {}
});
const noRoots = JSON.stringify({ mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1" });
function named$1(names, env) {
	return Object.fromEntries(names.flatMap((name) => {
		const value = env[name];
		return value === void 0 ? [] : [[name, value]];
	}));
}
/** Without the tag: cosign would warn, or sign what the tag names by now. */
function bare({ repository, digest }) {
	return require_reference.formatReference({
		repository,
		digest
	});
}
function alike(images, reachOf) {
	return [true, false].map((plain) => images.filter((image) => reachOf(image).plainHttp === plain)).flatMap((group) => Array.from({ length: Math.ceil(group.length / mostAtOnce) }, (_, index) => group.slice(index * mostAtOnce, (index + 1) * mostAtOnce)));
}
function unfinished(error) {
	if (!(error instanceof require_index.HygieneError) || !["too-slow", "too-large"].includes(error.code)) throw error;
	return {
		accepted: false,
		code: "unfinished",
		said: error.message
	};
}
/**
* What cosign lists for this digest: one that says yes and lists nothing has not looked. It takes any attestation in a
* bundle for a signature; but who attests what an image holds has not said that it may run.
*/
function countSignatures(stdout, digest) {
	const list = parseJson(Buffer.from(stdout));
	const listed = (Array.isArray(list) ? list : []).filter((one) => one?.critical?.image?.["docker-manifest-digest"] === digest);
	const signatures = listed.filter(({ critical: { type } }) => type === "cosign container image signature" || type === "https://sigstore.dev/cosign/sign/v1");
	return {
		listed: listed.length,
		signatures: signatures.length
	};
}
// lib/signing/cosign-spec.js
const architectures = {
	x64: "amd64",
	arm64: "arm64",
	arm: "arm"
};
const systems = {
	linux: "linux",
	darwin: "darwin"
};
/** cosign 2.6 and 3.x: the lines that know signing configurations and both formats of signatures. */
const cosignSpec = {
	name: "cosign",
	versionArguments: ["version", "--json"],
	versionPattern: /"gitVersion":\s*"v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)/,
	supported: ">=2.6.0 <4",
	refused: {},
	releases: "https://github.com/sigstore/cosign/releases/download",
	asset: (version, { os, arch }) => {
		const [system, architecture] = [systems[os], architectures[arch]];
		if (system === void 0 || architecture === void 0) return void 0;
		return { path: `v${version}/cosign-${system}-${architecture}` };
	}
};
// lib/signing/log.js
/** `sign.log` of the policy; a signing configuration is read for the services that it names. */
async function readLog(text, files) {
	if (text === "none" || text === "public") return { kind: text };
	const config = parse(await files.readText(text), "signingconfig");
	if (config === void 0) throw new require_index.HygieneError("bad-file", `${text} is no signing configuration`, { fix: "cosign signing-config create --out signing-config.json --rekor … --tsa …" });
	return {
		kind: "config",
		path: text,
		transparency: named(config["rekorTlogUrls"]),
		timestamps: named(config["tsaUrls"])
	};
}
/** A trusted root, read for whether it names logs of certificates. */
async function readTrustedRoot(path, files) {
	const root = parse(await files.readText(path), "trustedroot");
	if (root !== void 0) return {
		path,
		certificateLogs: named(root["ctlogs"])
	};
	throw new require_index.HygieneError("bad-file", `${path} is no trusted root`, { fix: "cosign trusted-root create --out trusted-root.json --fulcio … --rekor …" });
}
/** @see https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_trustroot.proto */
function parse(text, kind) {
	try {
		const body = JSON.parse(text);
		if (typeof body !== "object" || body === null || Array.isArray(body)) return void 0;
		const type = body.mediaType;
		return typeof type === "string" && type.includes(kind) ? body : void 0;
	} catch {
		return;
	}
}
function named(services) {
	return Array.isArray(services) && services.length > 0;
}
// lib/signing/pinned.js
/**
* Images by digest only: a tag can be moved between the moment it is signed or verified and the moment it is used.
* @param digest completes references that have none: the output of the step that pushed
*/
function readPinned(texts, digest, step) {
	if (digest !== void 0 && !require_reference.isDigest(digest)) throw new require_index.HygieneError("bad-usage", `digest: '${digest}' is no digest: sha256: and 64 hex digits`);
	if (texts.length === 0) throw new require_index.HygieneError("bad-usage", `nothing to ${step}`, { fix: `image-hygiene ${step} ghcr.io/acme/app@sha256:…` });
	const pinned = texts.map((text) => pin(readOne(text), digest, step));
	return [...new Map(pinned.map((one) => [require_reference.formatReference(one), one])).values()];
}
function readOne(text) {
	const reference = require_reference.parseReference(text);
	if ("fault" in reference) throw new require_index.HygieneError("bad-usage", `references: ${reference.fault}`);
	return reference;
}
function pin({ repository, tag, digest }, given, step) {
	if (digest !== void 0 && given !== void 0 && digest !== given) throw new require_index.HygieneError("bad-usage", `${repository} is asked for by ${digest} and by the digest ${given}`);
	const one = digest ?? given;
	if (one === void 0) throw unpinned({
		repository,
		...tag === void 0 ? {} : { tag }
	}, step);
	return {
		repository,
		digest: one,
		...tag === void 0 ? {} : { tag }
	};
}
function unpinned(reference, step) {
	const name = require_reference.formatReference(reference);
	return new require_index.HygieneError("bad-usage", `${name} is no digest, and a tag may name another image by the time it is used`, {
		fix: [
			"on GitHub, from the step that pushed:",
			"  digest: ${{ steps.build.outputs.digest }}",
			"anywhere else, ask the registry for it:",
			`  image-hygiene ${step} "${reference.repository}@$(crane digest ${name})"`
		].join("\n"),
		image: name
	});
}
// lib/signing/key.js
/** Which variables a key service reads; `*` stands for any ending. */
const services = {
	"awskms:": ["AWS_*"],
	"gcpkms:": ["GOOGLE_*", "CLOUDSDK_*"],
	"azurekms:": ["AZURE_*"],
	"hashivault:": ["VAULT_*", "TRANSIT_SECRET_ENGINE_PATH"],
	"openbao:": [
		"BAO_*",
		"VAULT_*",
		"TRANSIT_SECRET_ENGINE_PATH"
	],
	"k8s:": ["KUBECONFIG", "KUBERNETES_*"],
	"gitlab:": ["GITLAB_TOKEN", "GITLAB_HOST"],
	"https:": []
};
/** Throws `bad-usage` or `no-file` for a key that is not there, before cosign is started. */
async function readKey(reference, { env, files, log }) {
	const scheme = /^([a-z][a-z0-9]*:)\/\//.exec(reference)?.[1];
	if (scheme !== void 0 && scheme !== "env:") return inService(reference, scheme, env);
	const pem = scheme === "env:" ? fromVariable(reference, env) : await files.readText(reference, 65536);
	const half = halfOf(pem);
	if (half === void 0) throw new require_index.HygieneError("bad-usage", `the key ${reference} is neither a public key nor a key of cosign`, { fix: "cosign generate-key-pair" });
	const password = env["COSIGN_PASSWORD"] ?? "";
	if (half === "private") log.secret(password);
	return {
		reference,
		pem,
		half,
		env: {
			...scheme === "env:" ? { [reference.slice(6)]: pem } : {},
			...half === "private" ? { COSIGN_PASSWORD: password } : {}
		}
	};
}
function fromVariable(reference, env) {
	const name = reference.slice(6);
	const value = env[name];
	if (value !== void 0 && value.trim() !== "") return value;
	throw new require_index.HygieneError("bad-usage", `the key ${reference} is empty: there is no variable ${name || "of no name"}`, { fix: [
		"GitHub: give the step the secret",
		"  env:",
		`    ${name || "COSIGN_PRIVATE_KEY"}: \${{ secrets.${name || "COSIGN_PRIVATE_KEY"} }}`,
		"    COSIGN_PASSWORD: ${{ secrets.COSIGN_PASSWORD }}",
		"GitLab: add it under Settings, CI/CD, Variables; a protected variable is only given to protected branches and tags"
	].join("\n") });
}
function inService(reference, scheme, env) {
	const names = services[scheme];
	if (names === void 0) throw new require_index.HygieneError("bad-usage", `the key ${reference} is of no service that cosign knows`, { fix: `a file, env://NAME, or one of ${Object.keys(services).map((one) => `${one}//`).join(" ")}` });
	const needed = Object.entries(env).filter((entry) => entry[1] !== void 0 && names.some((name) => name.endsWith("*") ? entry[0].startsWith(name.slice(0, -1)) : entry[0] === name));
	return {
		reference,
		pem: void 0,
		half: "unknown",
		env: Object.fromEntries(needed)
	};
}
function halfOf(pem) {
	if (/-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(pem)) return "public";
	return /-----BEGIN (?:ENCRYPTED )?(?:SIGSTORE|COSIGN|RSA|EC)? ?PRIVATE KEY-----/.test(pem) ? "private" : void 0;
}
// lib/signing/identity-token.js
/** Whom certificates for container signatures ask for, everywhere. */
const audience = "sigstore";
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
	url.searchParams.set("audience", audience);
	const headers = {
		authorization: `bearer ${bearer}`,
		accept: "application/json"
	};
	const { status, body } = await http.send({
		method: "GET",
		url,
		headers
	});
	if (status === 401 || status === 403) throw none(`${url.host} answers ${status}`, fix);
	if (status !== 200) throw new require_index.HygieneError("unreachable", `${url.host} gives out no identity token: ${status}`);
	const value = object(new TextDecoder().decode(body))?.["value"];
	if (typeof value !== "string") throw new require_index.HygieneError("bad-answer", `${url.host} answers without an identity token`);
	return readToken(value, fix, {
		log,
		now
	});
}
/** Reads a token without believing it: the certificate authority checks its signature. Throws `bad-usage`. */
function readToken(text, fix, { log, now }) {
	log.secret(text);
	const claims = object(Buffer.from(text.split(".")[1] ?? "", "base64url").toString("utf8"));
	if (claims === void 0 || text.split(".").length !== 3) throw none("what it gets is none", fix);
	const { aud, exp } = claims;
	if (![aud].flat().includes(audience)) throw none(`its token is for ${JSON.stringify(aud)}, not for ${audience}`, fix);
	if (typeof exp === "number" && exp + tolerance < now()) throw none("its token has expired", fix);
	return {
		text,
		claims
	};
}
function none(why, fix) {
	return new require_index.HygieneError("bad-usage", `signing without a key needs an identity token, and this job has none: ${why}`, { fix });
}
function object(text) {
	try {
		const value = JSON.parse(text);
		return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
	} catch {
		return;
	}
}
// lib/signing/keyless.js
/**
* The identity token of this job. It is asked for before anything else: a permission that is missing shows only when
* the token is used, and by then the image is pushed. cosign gets the token, never the means to ask for others.
* @see https://docs.gitlab.com/ci/secrets/id_token_authentication/
*/
async function readKeyless(job) {
	if (job.env["GITHUB_ACTIONS"] === "true") return onGithub(job);
	const token = job.env["SIGSTORE_ID_TOKEN"];
	if (job.env["GITLAB_CI"] === "true") return onGitlab(token, job);
	if (token) return having(readToken(token, "SIGSTORE_ID_TOKEN: a token for the audience sigstore", job), emailOf);
	throw new require_index.HygieneError("bad-usage", "there is no key, and nobody here gives out identity tokens", { fix: "name a key: --key cosign.key, or run it in a job of GitHub or GitLab" });
}
const githubFix = [
	"permissions:",
	"  contents: read",
	"  packages: write",
	"  id-token: write",
	"# a pull request from a fork is never given one: sign where the image is released"
].join("\n");
async function onGithub(job) {
	const { env } = job;
	const [url, bearer] = [env["ACTIONS_ID_TOKEN_REQUEST_URL"], env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]];
	if (!url || !bearer) throw none("it may not ask for one", githubFix);
	const server = env["GITHUB_SERVER_URL"] || "https://github.com";
	return having(await requestToken(url, bearer, githubFix, job), (claims) => prefixed(`${server}/`, claims["job_workflow_ref"]));
}
const gitlabFix = [
	"id_tokens:",
	"  SIGSTORE_ID_TOKEN:",
	"    aud: sigstore"
].join("\n");
function onGitlab(token, job) {
	if (!token) throw none("there is no SIGSTORE_ID_TOKEN", gitlabFix);
	return having(readToken(token, gitlabFix, job), (claims) => prefixed("https://", claims["ci_config_ref_uri"]));
}
function having({ text, claims }, identityIn) {
	const { iss } = claims;
	return {
		env: { SIGSTORE_ID_TOKEN: text },
		identity: identityIn(claims),
		issuer: typeof iss === "string" ? iss : void 0
	};
}
function prefixed(start, claim) {
	return typeof claim === "string" && claim !== "" ? `${start}${claim}` : void 0;
}
function emailOf({ email }) {
	return typeof email === "string" ? email : void 0;
}
// lib/signing/signer.js
/** The usual name of a private key in the environment. */
const usual = "COSIGN_PRIVATE_KEY";
/** The key or the identity that this run signs with. Throws before anything is pushed if it has none. */
async function readSigner(asked, { sign }, log, world) {
	const reference = asked.key ?? sign.key ?? void 0;
	if (reference === void 0) return keyless(asked, sign, log, world);
	const named = await readKey(reference, world);
	const expected = asked.publicKey === void 0 ? void 0 : await readKey(asked.publicKey, world);
	if (named.half !== "public") return {
		key: named.reference,
		env: named.env,
		expected: asKey(expected)
	};
	if (asked.key === void 0 && world.env[usual] !== void 0) {
		const own = await readKey(`env://${usual}`, world);
		return {
			key: own.reference,
			env: own.env,
			expected: asKey(expected ?? named)
		};
	}
	throw new require_index.HygieneError("bad-usage", `${reference} is a public key: it verifies, but cannot sign`, { fix: `key: env://${usual}, with the secret ${usual} in the environment of the step` });
}
function asKey(key) {
	return key === void 0 ? void 0 : {
		kind: "key",
		key
	};
}
async function keyless(asked, sign, log, world) {
	if (log.kind === "none") throw new require_index.HygieneError("bad-usage", "there is no key, and a signature without a key needs a log: its certificate ends after minutes", { fix: [
		"a key, in .image-hygiene.yml:",
		"sign:",
		`  key: env://${usual}`,
		"or keyless, which shows the name of the image to everybody:",
		"sign:",
		"  log: public"
	].join("\n") });
	if (log.kind === "config" && !log.transparency && !log.timestamps) throw new require_index.HygieneError("bad-usage", `${log.path} names neither a transparency log nor a timestamp authority`, { fix: "a signature without a key needs one of them: its certificate ends after minutes" });
	const { env, identity, issuer } = await readKeyless(world);
	return {
		key: void 0,
		env,
		expected: {
			kind: "identity",
			...whole({
				identity: asked.identity ?? sign.identity ?? identity,
				issuer: asked.issuer ?? sign.issuer ?? issuer
			})
		}
	};
}
/** Whose signature a deploy job accepts. */
async function readExpected(asked, { sign }, world) {
	if (asked.publicKey === void 0 && (asked.identity !== void 0 || asked.issuer !== void 0)) return {
		kind: "identity",
		...whole({
			identity: asked.identity ?? sign.identity,
			issuer: asked.issuer ?? sign.issuer
		})
	};
	const reference = asked.publicKey ?? sign.key ?? void 0;
	if (reference !== void 0) return {
		kind: "key",
		key: await readKey(reference, world)
	};
	if (sign.identity === null && sign.issuer === null) throw new require_index.HygieneError("bad-usage", "nobody says whose signature is expected", { fix: [
		"in .image-hygiene.yml, a key:",
		"sign:",
		"  key: cosign.pub",
		"or who signs without one:",
		"sign:",
		"  log: public",
		"  identity: https://github.com/acme/app/.github/workflows/release.yml@refs/heads/main",
		"  issuer: https://token.actions.githubusercontent.com"
	].join("\n") });
	return {
		kind: "identity",
		...whole(sign)
	};
}
function whole({ identity, issuer }) {
	if (identity && issuer) return {
		identity,
		issuer
	};
	throw new require_index.HygieneError("bad-usage", `${identity ? "issuer" : "identity"} is not known: anybody could have signed`, { fix: [
		"sign:",
		"  identity: https://github.com/acme/app/.github/workflows/release.yml@refs/heads/main",
		"  issuer: https://token.actions.githubusercontent.com"
	].join("\n") });
}
/** Who is expected to have signed what this run signs. A key that only cosign can open is opened once more for it. */
async function expectedOf({ key, env, expected }, publicKey, world) {
	return expectationOf(expected ?? {
		kind: "key",
		key: {
			reference: key ?? "",
			env,
			pem: void 0,
			half: "private"
		}
	}, publicKey, world);
}
/** What cosign is told, and our own reading of the same, when it is wanted. */
async function expectationOf(named, publicKey, { files }) {
	if (named.kind === "identity") return {
		who: named,
		trust: async () => named
	};
	const { reference, half, pem } = named.key;
	if (half === "public" && pem !== void 0) return {
		who: {
			kind: "key",
			reference
		},
		trust: async () => trusting(pem, reference)
	};
	if (half === "unknown") return {
		who: {
			kind: "key",
			reference
		},
		trust: async () => trusting(await publicKey(reference), reference)
	};
	const own = await publicKey(reference);
	const path = `${await files.temporaryFolder()}/expected.pub`;
	await files.write(path, own);
	return {
		who: {
			kind: "key",
			reference: path
		},
		trust: async () => trusting(own, reference)
	};
}
function trusting(pem, reference) {
	try {
		return {
			kind: "key",
			key: require_registry.nodeCrypto().createPublicKey(pem)
		};
	} catch (error) {
		throw new require_index.HygieneError("bad-usage", `${reference} holds no public key that can be read`, { cause: error });
	}
}
// lib/steps/cosign.js
/** cosign, found or installed; begun before the policy is read. */
function findCosign(call, world) {
	const wish = {
		path: call.cosignPath,
		version: call.cosignVersion,
		sha256: call.cosignSha256,
		mirror: call.cosignMirror
	};
	return require_provide.provideAhead(cosignSpec, wish, world, require_provide.thisPlatform(), !call.printPolicy);
}
/** cosign with the policy's way of signing and the credentials for these images' hosts alone. */
async function cosignFor({ path, version }, call, images, { key, env }, log, policy, world) {
	const hosts = [...new Set(images.map(({ repository }) => require_reference.registryOf(repository)))];
	const { registryUsername: username, registryPassword: password } = call;
	return openCosign({
		path,
		version,
		log,
		key,
		env,
		trustedRoot: call.trustedRoot === void 0 ? void 0 : await readTrustedRoot(call.trustedRoot, world.files),
		annotations: call.signatureAnnotations.map(asArgument),
		hosts,
		credentials: require_registry.createCredentials(world, {
			hosts,
			username,
			password
		}),
		plainHttp: policy.cleanup["plain-http"],
		caFile: call.caFile
	}, world);
}
function formatsOf({ sign: { format } }) {
	return format === "both" ? ["bundle", "legacy"] : [format];
}
/** Without a policy file the call names the images; with one, what it does not manage is neither signed nor vouched for. */
function managing(loaded, images) {
	const { policy } = loaded;
	if (policy.images.length === 0) return {
		...loaded,
		policy: {
			...policy,
			images: [...new Set(images.map(({ repository }) => repository))]
		}
	};
	const outside = images.find(({ repository }) => !require_policy.manages(policy, repository));
	if (outside === void 0) return loaded;
	throw new require_index.HygieneError("not-managed", `the policy does not manage ${outside.repository}`, {
		fix: `add it to 'images' of the policy:\nimages: ['${outside.repository}']`,
		location: loaded.where("images"),
		image: outside.repository
	});
}
/** The repository that COSIGN_REPOSITORY makes cosign keep signatures in. */
function elsewhereOf({ env }) {
	const named = env["COSIGN_REPOSITORY"];
	return named === void 0 || named === "" ? void 0 : named;
}
/** cosign reads the argument as a line of CSV. */
function asArgument(text) {
	if (/^[^=\s][^=]*=/.test(text)) return /[,"]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
	throw new require_index.HygieneError("bad-usage", `signature-annotations: '${text}' is no key=value`);
}
Object.defineProperty(exports, "claimBytes", {
	enumerable: true,
	get: function() {
		return claimBytes;
	}
});
Object.defineProperty(exports, "claimType", {
	enumerable: true,
	get: function() {
		return claimType;
	}
});
Object.defineProperty(exports, "cosignFor", {
	enumerable: true,
	get: function() {
		return cosignFor;
	}
});
Object.defineProperty(exports, "couldNotLook", {
	enumerable: true,
	get: function() {
		return couldNotLook;
	}
});
Object.defineProperty(exports, "elsewhereOf", {
	enumerable: true,
	get: function() {
		return elsewhereOf;
	}
});
Object.defineProperty(exports, "expectationOf", {
	enumerable: true,
	get: function() {
		return expectationOf;
	}
});
Object.defineProperty(exports, "expectedOf", {
	enumerable: true,
	get: function() {
		return expectedOf;
	}
});
Object.defineProperty(exports, "findCosign", {
	enumerable: true,
	get: function() {
		return findCosign;
	}
});
Object.defineProperty(exports, "formatsOf", {
	enumerable: true,
	get: function() {
		return formatsOf;
	}
});
Object.defineProperty(exports, "isBundleType", {
	enumerable: true,
	get: function() {
		return isBundleType;
	}
});
Object.defineProperty(exports, "isSimpleSigning", {
	enumerable: true,
	get: function() {
		return isSimpleSigning;
	}
});
Object.defineProperty(exports, "managing", {
	enumerable: true,
	get: function() {
		return managing;
	}
});
Object.defineProperty(exports, "parseBundle", {
	enumerable: true,
	get: function() {
		return parseBundle;
	}
});
Object.defineProperty(exports, "parseSimpleSigning", {
	enumerable: true,
	get: function() {
		return parseSimpleSigning;
	}
});
Object.defineProperty(exports, "preAuthenticationEncoding", {
	enumerable: true,
	get: function() {
		return preAuthenticationEncoding;
	}
});
Object.defineProperty(exports, "readClaim", {
	enumerable: true,
	get: function() {
		return readClaim;
	}
});
Object.defineProperty(exports, "readExpected", {
	enumerable: true,
	get: function() {
		return readExpected;
	}
});
Object.defineProperty(exports, "readLog", {
	enumerable: true,
	get: function() {
		return readLog;
	}
});
Object.defineProperty(exports, "readOne", {
	enumerable: true,
	get: function() {
		return readOne;
	}
});
Object.defineProperty(exports, "readPinned", {
	enumerable: true,
	get: function() {
		return readPinned;
	}
});
Object.defineProperty(exports, "readSigner", {
	enumerable: true,
	get: function() {
		return readSigner;
	}
});
Object.defineProperty(exports, "readStatement", {
	enumerable: true,
	get: function() {
		return readStatement;
	}
});
