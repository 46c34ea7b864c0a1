const require_cosign = require("./cosign.js");
// lib/signing/simple-signing.js
function isSimpleSigning(mediaType) {
	return mediaType.startsWith("application/vnd.dev.cosign.simplesigning");
}
/** A layer of a `.sig` manifest: the payload is its blob, the signature its annotation. */
function parseSimpleSigning(payload, annotations) {
	const signature = require_cosign.base64(annotations["dev.cosignproject.cosign/signature"]);
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
/** @see https://github.com/containers/image/blob/main/docs/containers-signature.5.md */
function readClaim(payload) {
	const body = require_cosign.object(require_cosign.parseJson(payload));
	const critical = require_cosign.object(body?.["critical"]);
	const digest = require_cosign.object(critical?.["image"])?.["docker-manifest-digest"];
	const repository = require_cosign.object(critical?.["identity"])?.["docker-reference"];
	if (typeof digest !== "string" || typeof repository !== "string") return void 0;
	return {
		digest,
		repository,
		annotations: require_cosign.object(body?.["optional"]) ?? {}
	};
}
/** The bytes that cosign would have signed for an image without annotations. */
function claimBytes(repository, digest) {
	return Buffer.from(JSON.stringify({
		critical: {
			identity: { "docker-reference": repository },
			image: { "docker-manifest-digest": digest },
			type: "cosign container image signature"
		},
		optional: null
	}));
}
Object.defineProperty(exports, "claimBytes", {
	enumerable: true,
	get: function() {
		return claimBytes;
	}
});
Object.defineProperty(exports, "isSimpleSigning", {
	enumerable: true,
	get: function() {
		return isSimpleSigning;
	}
});
Object.defineProperty(exports, "parseSimpleSigning", {
	enumerable: true,
	get: function() {
		return parseSimpleSigning;
	}
});
Object.defineProperty(exports, "readClaim", {
	enumerable: true,
	get: function() {
		return readClaim;
	}
});
