const require_reference = require("./reference.js");
const require_index = require("./index.js");
const require_cosign = require("./cosign.js");
const require_signatures_report = require("./signatures-report.js");
const require_policy = require("./policy.js");
const require_registries = require("./registries.js");
// lib/signing/children.js
/** Indexes of indexes are rare; endless ones are hostile. */
const most = 1e3;
/**
* The images, and everything that an index among them holds, nested ones too: a client that pulls one platform asks
* for the signature of that platform's manifest. Throws `undecidable` for what cannot be read.
*/
async function withChildren(images, registryOf) {
	const all = /* @__PURE__ */ new Map();
	const open = [...images];
	for (let image = open.shift(); image !== void 0; image = open.shift()) {
		const { repository, digest } = image;
		const name = require_reference.formatReference({
			repository,
			digest
		});
		if (all.has(name)) continue;
		all.set(name, image);
		if (all.size > most) throw new require_index.HygieneError("undecidable", `${require_reference.formatReference(images[0] ?? image)} holds more than ${most} manifests`);
		const answer = await registryOf(repository).manifest(repository, digest);
		if ("unknown" in answer) throw new require_index.HygieneError("undecidable", `${name} cannot be read: ${answer.unknown}`, {
			fix: "check the name of the registry, that it answers here, and that this job may pull from it",
			image: name
		});
		if (!answer.found) throw new require_index.HygieneError("bad-usage", `there is no image ${name}`, {
			fix: "push it first, and check the repository and the digest",
			image: name
		});
		for (const child of answer.manifest.children) open.push({
			repository,
			digest: child.digest
		});
	}
	return [...all.values()];
}
// lib/steps/sign.js
const { references, digest, key, publicKey, identity, issuer, trustedRoot, signatureAnnotations } = require_index.inputs_exports;
const { preflight, cosignPath, cosignVersion, cosignSha256, cosignMirror } = require_index.inputs_exports;
const { config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword } = require_index.inputs_exports;
const { caFile, summary } = require_index.inputs_exports;
const sign = require_index.defineStep({
	name: "sign",
	inputs: {
		references,
		digest,
		key,
		publicKey,
		identity,
		issuer,
		trustedRoot,
		signatureAnnotations,
		preflight,
		cosignPath,
		cosignVersion,
		cosignSha256,
		cosignMirror,
		config,
		printPolicy,
		githubToken,
		gitlabToken,
		registryUsername,
		registryPassword,
		caFile,
		summary
	},
	positional: "references",
	outputs: {
		signed: "The images that were signed and whose signature was verified, by digest, one a line.",
		signatures: "How many signatures were made.",
		"signed-by": "The key, or the identity that the certificate names.",
		"cosign-version": "The version of cosign that signed."
	},
	permissions: {
		github: {
			contents: "read",
			packages: "write",
			"id-token": "write"
		},
		registry: "push",
		gitlab: "Without a key, an identity token: id_tokens: SIGSTORE_ID_TOKEN: aud: sigstore."
	},
	async run(inputs, world) {
		const tool = require_cosign.findCosign(inputs, world);
		const loaded = await require_policy.loadPolicy(inputs, world);
		if (inputs.printPolicy) return require_policy.printedPolicy(loaded);
		const asked = inputs.preflight ? [] : require_cosign.readPinned(inputs.references, inputs.digest, "sign");
		const { policy } = require_cosign.managing(loaded, asked);
		const log = await require_cosign.readLog(policy.sign.log, world.files);
		const signer = await require_cosign.readSigner(inputs, policy, log, world);
		const cosign = await require_cosign.cosignFor(await tool(), inputs, asked, signer, log, policy, world);
		const expectation = await require_cosign.expectedOf(signer, cosign.publicKey, world);
		if (inputs.preflight) return passing(`This job can sign as ${nameOf(signer)}, with cosign ${cosign.version}.`);
		const registries = await require_registries.registriesOf(inputs, policy, world);
		const images = policy.sign.children ? await withChildren(asked, registries.of) : asked;
		const formats = require_cosign.formatsOf(policy);
		for (const format of formats) await cosign.sign(format, images);
		return told(await require_signatures_report.verifyImages(images, { all: formats }, {
			...expectation,
			cosign,
			annotations: inputs.signatureAnnotations,
			registryOf: registries.of,
			elsewhere: require_cosign.elsewhereOf(world)
		}), signer, cosign.version, registries.stats());
	}
});
function nameOf({ key, expected }) {
	return expected?.kind === "identity" ? expected.identity : `the key ${key}`;
}
function passing(text) {
	return {
		verdict: "pass",
		findings: [],
		outputs: {},
		stats: {},
		text
	};
}
function told(verified, signer, version, stats) {
	const findings = verified.flatMap(({ finding }) => finding ?? []);
	const signed = verified.filter(({ finding }) => finding === void 0);
	const count = signed.reduce((sum, { signatures }) => sum + signatures, 0);
	const rows = verified.map((one) => ({
		...one,
		notes: []
	}));
	return {
		verdict: require_signatures_report.undecided(findings) ? "error" : require_index.verdictOf(findings),
		findings,
		outputs: {
			signed: signed.map(({ image }) => byDigest(image)).join("\n"),
			signatures: String(count),
			"signed-by": nameOf(signer),
			"cosign-version": version
		},
		stats: {
			...stats,
			images: verified.length,
			signatures: count
		},
		text: require_signatures_report.signaturesText(rows, findings),
		summary: require_signatures_report.signaturesTable(rows)
	};
}
function byDigest({ repository, digest }) {
	return require_reference.formatReference({
		repository,
		digest
	});
}
exports.sign = sign;
