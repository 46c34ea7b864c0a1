// lib/image/instant.js
/** RFC 3339 in UTC, to the second: `2026-11-21T03:00:00Z`. */
function formatInstant(at) {
	return (/* @__PURE__ */ new Date(at * 1e3)).toISOString().replace(".000Z", "Z");
}
Object.defineProperty(exports, "formatInstant", {
	enumerable: true,
	get: function() {
		return formatInstant;
	}
});
