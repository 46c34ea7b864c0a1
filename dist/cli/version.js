// lib/policy/version.js
/** The version in a text that is nothing else, an optional leading `v` aside: `v1.2.0+b` gives `1.2.0+b`. */
function readVersion(text) {
	const bare = text.startsWith("v") ? text.slice(1) : text;
	if (bare.includes("_") || bare.length > 256) return void 0;
	const written = versionToTag(bare);
	return versionEnds(written, 0, "allow").includes(written.length) ? bare : void 0;
}
function versionToTag(version) {
	return version.replace("+", "_");
}
function versionFromTag(text) {
	return text.replace("_", "+");
}
/** True for `1.2.0-rc.1`. The `-` of build metadata does not count. */
function isPrerelease(version) {
	return version.split("+", 1)[0].includes("-");
}
function coreOf(version) {
	const [major, minor] = version.split(".", 2);
	return {
		major: Number(major),
		minor: Number(minor)
	};
}
/**
* Every position where a version that starts at `start` may end, ascending; written as in a tag.
* One pass, no backtracking: the work is the length of the text.
*/
function versionEnds(text, start, prereleases) {
	const patch = afterDot(text, afterNumber(text, afterDot(text, afterNumber(text, start))));
	const end = afterNumber(text, patch);
	if (end < 0) return [];
	const ends = Array.from({ length: end - patch }, (_, digit) => patch + digit + 1);
	if (text[end] === "-" && prereleases === "allow") for (const stop of identifierEnds(text, end + 1, hasLeadingZero)) {
		ends.push(stop);
		if (text[stop] === "_") ends.push(...identifierEnds(text, stop + 1, () => false));
	}
	else if (text[end] === "_") ends.push(...identifierEnds(text, end + 1, () => false));
	return ends;
}
/** The end of `0` or of digits without a leading zero, or -1. */
function afterNumber(text, start) {
	if (start < 0) return -1;
	if (text[start] === "0") return start + 1;
	let end = start;
	while (isDigit(text.charCodeAt(end))) end++;
	return end > start ? end : -1;
}
function afterDot(text, at) {
	return at >= 0 && text[at] === "." ? at + 1 : -1;
}
/** Ends of dot-separated identifiers; one that `isIllegal` ends nothing and may not be followed by a dot. */
function identifierEnds(text, start, isIllegal) {
	const ends = [];
	let from = start;
	for (let at = start; at < text.length; at++) if (text[at] === ".") {
		if (ends.at(-1) !== at) break;
		from = at + 1;
	} else if (!/[0-9A-Za-z-]/.test(text[at])) break;
	else if (!isIllegal(text, from, at + 1)) ends.push(at + 1);
	return ends;
}
/** `01` and `00`, but not `0`, `01a` or `0-`. Digits beyond the length of any tag are not looked at. */
function hasLeadingZero(text, from, to) {
	return text[from] === "0" && to - from > 1 && /^[0-9]+$/.test(text.slice(from, to));
}
function isDigit(code) {
	return code >= 48 && code <= 57;
}
Object.defineProperty(exports, "coreOf", {
	enumerable: true,
	get: function() {
		return coreOf;
	}
});
Object.defineProperty(exports, "isPrerelease", {
	enumerable: true,
	get: function() {
		return isPrerelease;
	}
});
Object.defineProperty(exports, "readVersion", {
	enumerable: true,
	get: function() {
		return readVersion;
	}
});
Object.defineProperty(exports, "versionEnds", {
	enumerable: true,
	get: function() {
		return versionEnds;
	}
});
Object.defineProperty(exports, "versionFromTag", {
	enumerable: true,
	get: function() {
		return versionFromTag;
	}
});
Object.defineProperty(exports, "versionToTag", {
	enumerable: true,
	get: function() {
		return versionToTag;
	}
});
