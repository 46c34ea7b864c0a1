const require_index = require("./index.js");
// lib/report/alike.js
/** What is wrong in the same way with several images, once. */
function alike(findings) {
	const groups = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const { rule, severity, message, fix = "", location, image } = finding;
		const key = [
			rule,
			severity,
			location === void 0 ? "" : require_index.formatLocation(location),
			message,
			fix
		].join("\0");
		const known = groups.get(key);
		if (known === void 0) groups.set(key, {
			first: finding,
			images: /* @__PURE__ */ new Set([image])
		});
		else known.images.add(image);
	}
	return [...groups.values()].map(({ first, images: { size } }) => size === 1 ? first : {
		...first,
		image: `${first.image} and ${size - 1} more`
	});
}
Object.defineProperty(exports, "alike", {
	enumerable: true,
	get: function() {
		return alike;
	}
});
