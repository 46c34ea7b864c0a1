const require_registry = require("./registry.js");
const require_cosign = require("./cosign.js");
const require_certificate = require("./certificate.js");
// lib/signing/diagnose.js
const order = [
	"tampered-payload",
	"other-digest",
	"wrong-annotations",
	"refused",
	"wrong-identity",
	"wrong-key",
	"unreadable-signature"
];
/** The finding for an image whose signatures were all refused: the one that says most. `undefined`: there is none. */
function diagnose(signatures, image, trust, annotations) {
	return signatures.map((signature) => judge(signature, image, trust, annotations)).toSorted((a, b) => order.indexOf(a.wrong) - order.indexOf(b.wrong))[0];
}
function judge(signature, image, trust, annotations) {
	if (signature.format === "unreadable") return {
		wrong: "unreadable-signature",
		detail: signature.why
	};
	const named = signature.certificate === void 0 ? void 0 : require_certificate.readCertificate(signature.certificate);
	if (trust.kind === "identity" && named === void 0) return {
		wrong: "wrong-identity",
		detail: "it was made with a key and names nobody"
	};
	const key = trust.kind === "key" ? trust.key : named.key;
	if (!isBy(key, signedBytes(signature), signature.signature)) return isAltered(signature, key, trust, image.repository, image.digest) ? { wrong: "tampered-payload" } : {
		wrong: "wrong-key",
		...whoElse(named)
	};
	const astray = trust.kind === "identity" ? misnamed(named, trust) : void 0;
	if (astray !== void 0) return {
		wrong: "wrong-identity",
		detail: astray
	};
	const said = claimOf(signature);
	if (said === void 0) return {
		wrong: "unreadable-signature",
		detail: "its payload is no signature of an image"
	};
	if (!said.digests.includes(image.digest)) return {
		wrong: "other-digest",
		detail: `it is of ${said.digests.join(", ") || "no image"}`
	};
	const missing = annotations.find((one) => !carries(said.annotations, one));
	return missing === void 0 ? { wrong: "refused" } : {
		wrong: "wrong-annotations",
		detail: `it does not say ${missing}`
	};
}
/**
* A bundle says which key made it; a certificate brings the key. A legacy signature says neither, so it is held
* against what cosign would have signed: if that fits, the payload was altered afterwards.
*/
function isAltered(signature, key, trust, repository, digest) {
	if (trust.kind === "identity") return true;
	if (signature.format === "bundle") return signature.hint === hintOf(key);
	const claim = require_cosign.readClaim(signature.payload);
	if (claim === void 0) return true;
	const digests = /* @__PURE__ */ new Set([digest, claim.digest]);
	const names = /* @__PURE__ */ new Set([repository, claim.repository]);
	return [...digests].some((one) => [...names].some((name) => isBy(key, require_cosign.claimBytes(name, one), signature.signature)));
}
/** base64 of the sha256 of the key's DER, as bundles name a key. */
function hintOf(key) {
	return require_registry.nodeCrypto().createHash("sha256").update(key.export({
		type: "spki",
		format: "der"
	})).digest("base64");
}
function signedBytes(signature) {
	return signature.format === "bundle" ? require_cosign.preAuthenticationEncoding(signature.payloadType, signature.payload) : signature.payload;
}
const hashes = {
	secp384r1: "sha384",
	secp521r1: "sha512"
};
function isBy(key, bytes, signature) {
	const curve = key.asymmetricKeyDetails?.namedCurve ?? "";
	const hash = key.asymmetricKeyType === "ed25519" ? null : hashes[curve] ?? "sha256";
	try {
		return require_registry.nodeCrypto().verify(hash, bytes, key, signature);
	} catch {
		return false;
	}
}
function claimOf(signature) {
	if (signature.format === "bundle") return require_cosign.readStatement(signature.payload);
	const claim = require_cosign.readClaim(signature.payload);
	if (claim?.type !== "cosign container image signature") return void 0;
	return {
		digests: [claim.digest],
		annotations: claim.annotations
	};
}
function carries(annotations, wanted) {
	const at = wanted.indexOf("=");
	const name = wanted.slice(0, at);
	return Object.hasOwn(annotations, name) && annotations[name] === wanted.slice(at + 1);
}
function misnamed(named, trust) {
	if (!named.identities.some((one) => fits(one, trust.identity))) return `it is by ${named.identities.join(", ") || "nobody"}`;
	return fits(named.issuer ?? "", trust.issuer) ? void 0 : `its issuer is ${named.issuer ?? "not named"}`;
}
/** Go's expressions are not ours: what starts with `^` is cosign's to decide, and counts as fitting here. */
function fits(actual, wanted) {
	return wanted.startsWith("^") || actual === wanted;
}
function whoElse(named) {
	return named === void 0 ? {} : { detail: `it is keyless, by ${named.identities.join(", ") || "nobody"}` };
}
exports.diagnose = diagnose;
exports.hintOf = hintOf;
