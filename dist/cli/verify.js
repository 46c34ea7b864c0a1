const require_index = require("./index.js");
const require_cosign = require("./cosign.js");
const require_reference = require("./reference.js");
const require_each = require("./each.js");
const require_signatures_report = require("./signatures-report.js");
const require_define = require("./define.js");
const require_deployable = require("./deployable.js");
const require_inputs = require("./inputs.js");
const require_policy = require("./policy.js");
const require_registries = require("./registries.js");
const require_report_outputs = require("./report-outputs.js");
const require_reports = require("./reports.js");
// lib/signing/pullable.js
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
	const name = require_reference.formatReference(image);
	const findings = [];
	const blobs = /* @__PURE__ */ new Map();
	const open = [digest];
	const seen = new Set(open);
	for (let next = open.shift(); next !== void 0; next = open.shift()) {
		const answer = await registry.manifest(repository, next);
		if ("unknown" in answer) findings.push(undecidable(name, `the manifest ${next}: ${answer.unknown}`));
		else if (!answer.found) findings.push(missing(name, `its manifest ${next}`));
		else {
			for (const child of answer.manifest.children) {
				if (!seen.has(child.digest)) open.push(child.digest);
				seen.add(child.digest);
			}
			const { config, layers } = answer.manifest;
			for (const blob of [...config === void 0 ? [] : [config], ...layers]) if (!foreign.test(blob.mediaType)) blobs.set(blob.digest, blob);
		}
	}
	await require_each.forEach(blobs.values(), Math.min(atOnce, blobs.size), async (blob) => {
		const there = await registry.hasBlob(repository, blob.digest);
		if (there === "present") return;
		const what = `the blob ${blob.digest} (${blob.mediaType})`;
		findings.push(there === "absent" ? missing(name, what) : undecidable(name, `${what}: ${there.unknown}`));
	});
	return findings;
}
function missing(image, what) {
	return {
		rule: "not-pullable",
		severity: "error",
		message: `cannot be pulled: the registry has lost ${what}`,
		fix: "push it again from where it still is, or choose another image to fall back on",
		image
	};
}
function undecidable(image, what) {
	return {
		rule: "undecidable",
		severity: "error",
		message: `it is not known whether it can be pulled: ${what}`,
		fix: "check the credentials of this job: it needs to pull",
		image
	};
}
// lib/steps/verify.js
const { references, digest, publicKey, identity, issuer, trustedRoot, signatureAnnotations } = require_inputs.inputs_exports;
const { requireSignature, rollback, catalog, planFile } = require_inputs.inputs_exports;
const { cosignPath, cosignVersion, cosignSha256, cosignMirror } = require_inputs.inputs_exports;
const { config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword } = require_inputs.inputs_exports;
const { caFile, summary, jsonFile, junitFile, sarifFile, codequalityFile } = require_inputs.inputs_exports;
const verify = require_define.defineStep({
	name: "verify",
	inputs: {
		references,
		digest,
		publicKey,
		identity,
		issuer,
		trustedRoot,
		signatureAnnotations,
		requireSignature,
		rollback,
		catalog,
		planFile,
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
		summary,
		jsonFile,
		junitFile,
		sarifFile,
		codequalityFile
	},
	positional: "references",
	outputs: {
		verified: "The images that may be deployed, by digest, one a line.",
		refused: "The images that may not, by digest, one a line.",
		...require_report_outputs.reportOutputs
	},
	permissions: {
		github: {
			contents: "read",
			packages: "read"
		},
		registry: "pull",
		gitlab: "Nothing for images of the same project."
	},
	async run(inputs, world) {
		const tool = require_cosign.findCosign(inputs, world);
		const loaded = await require_policy.loadPolicy(inputs, world);
		if (inputs.printPolicy) return require_policy.printedPolicy(loaded);
		const known = inputs.catalog === void 0 ? void 0 : await (await Promise.resolve().then(() => require("./catalog.js"))).catalogAt(inputs.catalog, inputs, loaded.policy, world).read();
		const records = known?.records ?? [];
		const deployed = require_cosign.readPinned(inputs.references, inputs.digest, "verify");
		const fallbacks = require_deployable.readRollback(inputs.rollback, records);
		const images = [...deployed, ...fallbacks];
		const { policy } = require_cosign.managing(loaded, images);
		const log = await require_cosign.readLog(policy.sign.log, world.files);
		const named = await require_cosign.readExpected(inputs, policy, world);
		const env = named.kind === "key" ? named.key.env : {};
		const cosign = await require_cosign.cosignFor(await tool(), inputs, images, { env }, log, policy, world);
		const expectation = await require_cosign.expectationOf(named, cosign.publicKey, world);
		const registries = await require_registries.registriesOf(inputs, policy, world);
		const verifying = {
			...expectation,
			cosign,
			annotations: inputs.signatureAnnotations,
			registryOf: registries.of,
			elsewhere: require_cosign.elsewhereOf(world)
		};
		const [verified, moved, ...unpullable] = await Promise.all([
			require_signatures_report.verifyImages(images, "any", verifying),
			require_deployable.findMovedTags(images, records, registries, policy),
			...images.map((image) => findUnpullable(image, registries.of))
		]);
		const planned = await require_deployable.findPlanned(images, inputs.planFile, policy, world);
		const besides = [
			...moved,
			...unpullable.flat(),
			...planned
		];
		const rows = verified.map((one) => ({
			...rowOf(one, fallbacks, policy, inputs.requireSignature),
			besides: besides.filter(({ image }) => isAbout(image, one.image))
		}));
		const findings = [
			...rows.flatMap(({ finding }) => finding ?? []),
			...besides,
			...known?.findings ?? []
		];
		const refused = (image) => findings.some((one) => one.severity === "error" && isAbout(one.image, image));
		const result = {
			verdict: require_signatures_report.undecided(findings) ? "error" : require_index.verdictOf(findings),
			findings,
			outputs: {
				verified: images.filter((image) => !refused(image)).map(byDigest).join("\n"),
				refused: images.filter(refused).map(byDigest).join("\n")
			},
			stats: {
				...registries.stats(),
				images: images.length
			},
			text: require_signatures_report.signaturesText(rows, findings),
			summary: require_signatures_report.signaturesTable(rows)
		};
		return require_reports.writeReports("verify", result, inputs, world);
	}
});
/** An image of a class that need not be signed is only warned about, where the call leaves it to the class. */
function rowOf(one, fallbacks, policy, require$1) {
	const classes = require_deployable.classesOf(one.image, policy);
	const notes = [...classes.length === 0 ? [] : [classes.map(({ name }) => name).join(", ")], ...fallbacks.includes(one.image) ? ["to fall back on"] : []];
	const optional = require$1 === "by-class" && classes.length > 0 && classes.every(({ rule }) => rule.sign === "optional");
	const { finding } = one;
	return finding?.rule === "unsigned" && optional ? {
		...one,
		notes,
		finding: {
			...finding,
			severity: "warning"
		}
	} : {
		...one,
		notes
	};
}
function isAbout(name, image) {
	return name !== void 0 && (name === image.repository || name.endsWith(`@${image.digest}`));
}
function byDigest({ repository, digest }) {
	return `${repository}@${digest}`;
}
exports.verify = verify;
