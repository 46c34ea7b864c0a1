const require_registry = require("./registry.js");
// lib/signing/certificate.js
function readCertificate(bytes) {
	try {
		const certificate = new (require_registry.nodeCrypto()).X509Certificate(bytes);
		return {
			identities: namesOf(certificate.subjectAltName ?? ""),
			issuer: issuerOf(certificate.raw),
			key: certificate.publicKey
		};
	} catch {
		return;
	}
}
/** `URI:https://…, email:a@b`; a name with a comma or a quote is printed as JSON text by Node. */
function namesOf(text) {
	const names = [];
	for (const [, quoted, plain] of text.matchAll(/[A-Za-z ]+:(?:"((?:[^"\\]|\\.)*)"|([^,"]*))(?:, |$)/g)) names.push(quoted === void 0 ? plain ?? "" : JSON.parse(`"${quoted}"`));
	return names;
}
const fulcio = "060a2b0601040183bf3001";
function issuerOf(der) {
	return extension(der, "08") ?? extension(der, "01");
}
function extension(der, last) {
	const bytes = Buffer.from(der);
	const oid = Buffer.from(fulcio + last, "hex");
	const found = bytes.indexOf(oid);
	if (found < 0) return void 0;
	const inOctets = content(bytes, found + oid.length, 4);
	if (inOctets === void 0) return void 0;
	return (last === "08" ? content(inOctets, 0, 12) : inOctets)?.toString("utf8");
}
/** The content of a DER value of one tag; lengths up to 65,535. */
function content(bytes, at, tag) {
	if (bytes[at] !== tag) return void 0;
	const first = bytes[at + 1] ?? 255;
	const [length, start] = first < 128 ? [first, at + 2] : first === 129 ? [bytes[at + 2] ?? 0, at + 3] : first === 130 ? [(bytes[at + 2] ?? 0) << 8 | (bytes[at + 3] ?? 0), at + 4] : [0, bytes.length];
	return start + length <= bytes.length && length > 0 ? bytes.subarray(start, start + length) : void 0;
}
Object.defineProperty(exports, "readCertificate", {
	enumerable: true,
	get: function() {
		return readCertificate;
	}
});
