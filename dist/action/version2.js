// lib/version.js
/** The released version; a test holds it to package.json. */
const version = "0.1.0";
Object.defineProperty(exports, "version", {
	enumerable: true,
	get: function() {
		return version;
	}
});
