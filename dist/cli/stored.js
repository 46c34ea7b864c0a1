const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_metadata_tag = require("./metadata-tag.js");
const require_cosign = require("./cosign.js");
// lib/signing/stored.js
var stored_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ readStored: () => readStored });
/** More signatures than people put on one image; a hostile registry may list a million. */
const most = 64;
const largest = 1048576;
/**
* Every signature of one image, in both formats, by our own reading: referrers by the API or the fallback tag, and the
* `.sig` tag. `elsewhere` is the repository that COSIGN_REPOSITORY names.
* @see https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md
*/
async function readStored({ repository, digest }, registryOf, elsewhere) {
	const places = [.../* @__PURE__ */ new Set([repository, ...elsewhere === void 0 ? [] : [elsewhere]])];
	const read = await Promise.all(places.flatMap((place) => [bundles(place, digest, registryOf(place)), legacy(place, digest, registryOf(place))]));
	const incomplete = read.find((one) => one.incomplete !== void 0)?.incomplete;
	return {
		signatures: read.flatMap(({ signatures }) => signatures),
		...incomplete === void 0 ? {} : { incomplete }
	};
}
async function bundles(repository, digest, registry) {
	const listed = await registry.referrers(repository, digest);
	if (typeof listed === "object" && "unknown" in listed) return gap(`the referrers of ${digest}: ${listed.unknown}`);
	const fallback = await registry.manifest(repository, require_metadata_tag.stemOf(digest));
	if ("unknown" in fallback) return gap(`the tag ${require_metadata_tag.stemOf(digest)}: ${fallback.unknown}`);
	const candidates = [...listed === "unsupported" ? [] : listed, ...fallback.found ? fallback.manifest.children : []].filter(({ artifactType }) => artifactType === void 0 || require_cosign.isBundleType(artifactType) || artifactType.includes("oci.empty"));
	const unique = [...new Set(candidates.map((one) => one.digest))];
	const read = await Promise.all(unique.slice(0, most).map((one) => bundleAt(repository, one, registry)));
	const incomplete = read.find((one) => one.incomplete !== void 0)?.incomplete ?? (unique.length > most ? `more than ${most} referrers` : void 0);
	return {
		signatures: read.flatMap(({ signatures }) => signatures),
		...incomplete === void 0 ? {} : { incomplete }
	};
}
async function bundleAt(repository, referrer, registry) {
	const answer = await registry.manifest(repository, referrer);
	if ("unknown" in answer) return gap(`the referrer ${referrer}: ${answer.unknown}`);
	if (!answer.found) return { signatures: [] };
	const signatures = [];
	for (const layer of answer.manifest.layers.filter(({ mediaType }) => require_cosign.isBundleType(mediaType)).slice(0, most)) {
		const blob = await registry.blob(repository, layer.digest, largest);
		if (blob === "absent") signatures.push({
			format: "unreadable",
			why: `its blob ${layer.digest} is gone`
		});
		else if ("unknown" in blob) return gap(`the blob ${layer.digest}: ${blob.unknown}`);
		else {
			const bundle = require_cosign.parseBundle(blob.bytes);
			if (bundle !== void 0) signatures.push(bundle);
		}
	}
	return { signatures };
}
async function legacy(repository, digest, registry) {
	const tag = `${require_metadata_tag.stemOf(digest)}.sig`;
	const answer = await registry.manifest(repository, tag);
	if ("unknown" in answer) return gap(`the tag ${tag}: ${answer.unknown}`);
	if (!answer.found) return { signatures: [] };
	const signatures = [];
	for (const layer of answer.manifest.layers.filter(({ mediaType }) => require_cosign.isSimpleSigning(mediaType)).slice(0, most)) {
		const blob = await registry.blob(repository, layer.digest, largest);
		if (blob === "absent") signatures.push({
			format: "unreadable",
			why: `its payload ${layer.digest} is gone`
		});
		else if ("unknown" in blob) return gap(`the blob ${layer.digest}: ${blob.unknown}`);
		else signatures.push(require_cosign.parseSimpleSigning(blob.bytes, layer.annotations));
	}
	return { signatures };
}
function gap(incomplete) {
	return {
		signatures: [],
		incomplete
	};
}
Object.defineProperty(exports, "readStored", {
	enumerable: true,
	get: function() {
		return readStored;
	}
});
Object.defineProperty(exports, "stored_exports", {
	enumerable: true,
	get: function() {
		return stored_exports;
	}
});
