// lib/image/metadata-tag.js
const grammar = /^(sha(?:256|512)-[0-9a-f]{64})([.-].*)?$/;
function parseMetadataTag(tag) {
	if (!tag.startsWith("sha")) return void 0;
	const match = grammar.exec(tag);
	if (match === null) return void 0;
	return {
		stem: match[1],
		fallback: match[2] === void 0
	};
}
/** What the metadata tags of a digest start with. Digits beyond 64 are cut, as the tag schema has it. */
function stemOf(digest) {
	return `${digest.slice(0, 6)}-${digest.slice(7, 71)}`;
}
Object.defineProperty(exports, "parseMetadataTag", {
	enumerable: true,
	get: function() {
		return parseMetadataTag;
	}
});
Object.defineProperty(exports, "stemOf", {
	enumerable: true,
	get: function() {
		return stemOf;
	}
});
