// lib/policy/duration.js
/** How a duration is written: whole minutes, hours, days or weeks. */
const durationPattern = /^(?:[0-9]{1,6})[mhdw]$/;
/** The same, but longer than nothing. */
const positiveDurationPattern = /^[1-9][0-9]{0,5}[mhdw]$/;
const durationForm = "a duration: a whole number and m, h, d or w, such as 30m, 12h, 3d, 2w";
const seconds = {
	m: 60,
	h: 3600,
	d: 86400,
	w: 604800
};
/** `3d` is 259,200 seconds. No fractions, no sums, no months: a month has no length. */
function parseDuration(text) {
	if (!durationPattern.test(text)) return { fault: `'${text.slice(0, 40)}' is not ${durationForm}` };
	return Number(text.slice(0, -1)) * seconds[text.slice(-1)];
}
/** The shortest way to write so many seconds; what is no whole minute is rounded up to one. */
function formatDuration(length) {
	const [unit, size] = Object.entries(seconds).findLast(([, size]) => length > 0 && length % size === 0) ?? ["m", 60];
	return length === 0 ? "0d" : `${Math.ceil(length / size)}${unit}`;
}
Object.defineProperty(exports, "durationForm", {
	enumerable: true,
	get: function() {
		return durationForm;
	}
});
Object.defineProperty(exports, "durationPattern", {
	enumerable: true,
	get: function() {
		return durationPattern;
	}
});
Object.defineProperty(exports, "formatDuration", {
	enumerable: true,
	get: function() {
		return formatDuration;
	}
});
Object.defineProperty(exports, "parseDuration", {
	enumerable: true,
	get: function() {
		return parseDuration;
	}
});
Object.defineProperty(exports, "positiveDurationPattern", {
	enumerable: true,
	get: function() {
		return positiveDurationPattern;
	}
});
