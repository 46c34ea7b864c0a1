const require_alike = require("./alike.js");
const require_index = require("./index.js");
const require_reference = require("./reference.js");
const require_each = require("./each.js");
const require_cosign = require("./cosign.js");
// lib/signing/refusals.js
/** One rule for each way in which an image can fail to prove where it comes from. */
const words = {
	unsigned: {
		message: "has no signature",
		fix: "sign it in the pipeline that built it: image-hygiene sign IMAGE@sha256:…"
	},
	"wrong-key": {
		message: "is signed, but not with the expected key",
		fix: "check which key signs, and which one is expected: sign.key of the policy, or public-key"
	},
	"wrong-identity": {
		message: "is signed by somebody else than expected",
		fix: "check sign.identity and sign.issuer of the policy against the pipeline that signs"
	},
	"other-digest": {
		message: "carries a signature that was made for another image",
		fix: "do not deploy it: somebody put the signature there. Find out who can push to the repository"
	},
	"tampered-payload": {
		message: "carries a signature whose payload was altered after it was signed",
		fix: "do not deploy it: somebody altered it. Find out who can push to the repository"
	},
	"wrong-annotations": {
		message: "is signed, but without the demanded annotation",
		fix: "sign it with signature-annotations, or demand less"
	},
	"unreadable-signature": {
		message: "carries a signature that cannot be read",
		fix: "sign it again: image-hygiene sign IMAGE@sha256:…"
	},
	"signature-refused": {
		message: "carries a signature that names the expected signer, and cosign does not trust it",
		fix: "check the transparency log and the trusted root: sign.log of the policy, trusted-root"
	},
	"no-image": {
		message: "is not in the registry",
		fix: "check the repository and the digest; was it cleaned up?"
	},
	undecidable: {
		message: "could not be verified, which does not mean that it is wrong",
		fix: "check the registry and the credentials, then run again"
	}
};
/** @param detail what the signature, the registry or cosign says; untrusted */
function findingOf(rule, image, detail) {
	const { message, fix } = words[rule];
	return {
		rule,
		severity: "error",
		message: `${message}${detail === void 0 ? "" : `: ${detail}`}`,
		fix,
		image
	};
}
// lib/signing/verify-image.js
const atOnce = 8;
/** Every image, side by side, in the order they were given. */
async function verifyImages(images, demand, verifying) {
	const verified = /* @__PURE__ */ new Map();
	await require_each.forEach(images, Math.min(atOnce, images.length), async (image) => {
		verified.set(image, await verifyImage(image, demand, verifying));
	});
	return images.flatMap((image) => verified.get(image) ?? []);
}
async function verifyImage(image, demand, verifying) {
	const verdicts = await Promise.all(formatsOf(demand, verifying.cosign).map((format) => verifying.cosign.verify(image, format, verifying.who)));
	const accepted = verdicts.filter((one) => one.accepted);
	if (demand === "any" ? accepted.length > 0 : accepted.length === verdicts.length) return {
		image,
		signatures: accepted.reduce((sum, { signatures }) => sum + signatures, 0)
	};
	const refusals = verdicts.filter((one) => !one.accepted);
	return {
		image,
		signatures: 0,
		finding: await explain(image, refusals.find(({ code }) => code === "unfinished") ?? refusals[0], verifying)
	};
}
/** cosign 2.6 looks for one format at a time. */
function formatsOf(demand, { version }) {
	if (demand !== "any") return demand.all;
	return version.startsWith("2.") ? ["bundle", "legacy"] : ["any"];
}
/** cosign says no in one word for many things; what lies in the registry says which it is. */
async function explain(image, refusal, verifying) {
	const name = require_reference.formatReference(image);
	const there = await verifying.registryOf(image.repository).digestOf(image.repository, image.digest);
	if (there === "absent") return findingOf("no-image", name);
	if ("unknown" in there) return findingOf("undecidable", name, there.unknown);
	if (refusal.code === "unfinished") return findingOf("undecidable", name, refusal.said);
	const [{ readStored }, { diagnose }] = await Promise.all([Promise.resolve().then(() => require("./stored.js")).then((n) => n.stored_exports), Promise.resolve().then(() => require("./diagnose.js"))]);
	const found = await readStored(image, verifying.registryOf, verifying.elsewhere);
	const judged = diagnose(found.signatures, image, await verifying.trust(), verifying.annotations);
	if (judged === void 0) return found.incomplete === void 0 ? findingOf("unsigned", name) : findingOf("undecidable", name, found.incomplete);
	if (judged.wrong !== "refused") return findingOf(judged.wrong, name, judged.detail);
	const said = `cosign said: ${refusal.said}`;
	if (verifying.who.kind === "key") return findingOf(verifying.cosign.logged && await isBy(verifying.who, image, verifying.cosign) ? "signature-refused" : "undecidable", name, said);
	if (require_cosign.couldNotLook(refusal.said)) return findingOf("undecidable", name, said);
	return (await verifying.cosign.verify(image, "any", {
		kind: "identity",
		identity: "^.*$",
		issuer: "^.*$"
	})).accepted ? findingOf("wrong-identity", name, judged.detail) : findingOf("signature-refused", name, said);
}
async function isBy(who, image, cosign) {
	return (await cosign.verify(image, "any", who, "without")).accepted;
}
// lib/steps/signatures-report.js
function signaturesText(rows, findings) {
	return [rows.map((row) => require_index.oneLine(`${mark(row)} ${require_reference.formatReference(row.image)}  ${state(row)}`, 1e3)).join("\n"), require_index.terminalFindings(require_alike.alike(findings))].filter((part) => part !== "").join("\n\n");
}
function signaturesTable(rows) {
	return ["| | image | signature |\n|---|---|---|", ...rows.map((row) => `| ${mark(row)} | ${require_index.inCode(require_reference.formatReference(row.image))} | ${require_index.inMarkdown(state(row))} |`)].join("\n");
}
/** What was not decided for want of an answer is no verdict, unless something else is surely wrong. */
function undecided(findings) {
	const errors = findings.filter(({ severity }) => severity === "error");
	return errors.length > 0 && errors.every(({ rule }) => rule === "undecidable");
}
function mark({ finding, besides = [] }) {
	const all = finding === void 0 ? besides : [finding, ...besides];
	const errors = all.filter(({ severity }) => severity === "error");
	if (errors.some(({ rule }) => rule !== "undecidable")) return "✗";
	if (errors.length > 0) return "?";
	return all.length > 0 ? "!" : "✓";
}
function state({ signatures, notes, finding, besides = [] }) {
	const verified = `${signatures} ${signatures === 1 ? "signature" : "signatures"} verified`;
	return [.../* @__PURE__ */ new Set([finding?.rule ?? verified, ...besides.map(({ rule }) => rule)]), ...notes].join(", ");
}
Object.defineProperty(exports, "signaturesTable", {
	enumerable: true,
	get: function() {
		return signaturesTable;
	}
});
Object.defineProperty(exports, "signaturesText", {
	enumerable: true,
	get: function() {
		return signaturesText;
	}
});
Object.defineProperty(exports, "undecided", {
	enumerable: true,
	get: function() {
		return undecided;
	}
});
Object.defineProperty(exports, "verifyImages", {
	enumerable: true,
	get: function() {
		return verifyImages;
	}
});
