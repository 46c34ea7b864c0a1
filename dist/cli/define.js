const require_index = require("./index.js");
// lib/steps/define.js
function text(name, details) {
	return {
		name,
		type: "string",
		...details,
		read: (given) => nonEmpty(given) ?? details.default
	};
}
/** Newlines or commas part the items, but not the commas of a glob's `{a,b}`; blank lines and lines that start with `#` are passed over. */
function list(name, details) {
	return {
		name,
		type: "list",
		...details,
		read: (given) => itemsOf(nonEmpty(given) ?? details.default ?? "")
	};
}
/** One item a line, commas belong to it; blank lines and lines that start with `#` are passed over. */
function lines(name, details) {
	return {
		name,
		type: "list",
		...details,
		read: (given) => linesOf(nonEmpty(given) ?? details.default ?? "")
	};
}
function flag(name, details) {
	return {
		name,
		type: "boolean",
		...details,
		read: (given) => booleanOf(name, nonEmpty(given) ?? details.default)
	};
}
/** A whole number, zero or more. */
function count(name, details) {
	return {
		name,
		type: "number",
		...details,
		read: (given) => countOf(name, nonEmpty(given) ?? details.default)
	};
}
function choice(name, details) {
	const { options } = details;
	return {
		name,
		type: "choice",
		...details,
		read: (given) => {
			const value = nonEmpty(given) ?? details.default;
			const legal = options.find((option) => option === value);
			if (legal !== void 0) return legal;
			throw new require_index.HygieneError("bad-usage", `${name}: '${value}' is none of ${options.join(", ")}`);
		}
	};
}
/** Keeps the types of the inputs for `run`. */
function defineStep(step) {
	return step;
}
/** Every input's value from the host's texts; the first wrong one is thrown as `bad-usage`. */
function readInputs(inputs, given) {
	return Object.fromEntries(Object.entries(inputs).map(([key, input]) => [key, input.read(given(input))]));
}
function nonEmpty(given) {
	return given === void 0 || given.trim() === "" ? void 0 : given.trim();
}
function itemsOf(given) {
	return linesOf(given).flatMap(atCommas).map((item) => item.trim()).filter((item) => item !== "");
}
function atCommas(line) {
	const items = [];
	let depth = 0;
	let start = 0;
	for (let index = 0; index < line.length; index++) {
		const character = line[index];
		if (character === "{") depth++;
		else if (character === "}") depth = Math.max(0, depth - 1);
		else if (character === "," && depth === 0) {
			items.push(line.slice(start, index));
			start = index + 1;
		}
	}
	return [...items, line.slice(start)];
}
function linesOf(given) {
	return given.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
function booleanOf(name, given) {
	if (/^(?:true|True|TRUE)$/.test(given)) return true;
	if (/^(?:false|False|FALSE)$/.test(given)) return false;
	throw new require_index.HygieneError("bad-usage", `${name}: '${given}' is neither true nor false`);
}
function countOf(name, given) {
	if (given === void 0) return void 0;
	if (/^[0-9]{1,15}$/.test(given)) return Number(given);
	throw new require_index.HygieneError("bad-usage", `${name}: '${given}' is no whole number`);
}
Object.defineProperty(exports, "choice", {
	enumerable: true,
	get: function() {
		return choice;
	}
});
Object.defineProperty(exports, "count", {
	enumerable: true,
	get: function() {
		return count;
	}
});
Object.defineProperty(exports, "defineStep", {
	enumerable: true,
	get: function() {
		return defineStep;
	}
});
Object.defineProperty(exports, "flag", {
	enumerable: true,
	get: function() {
		return flag;
	}
});
Object.defineProperty(exports, "lines", {
	enumerable: true,
	get: function() {
		return lines;
	}
});
Object.defineProperty(exports, "list", {
	enumerable: true,
	get: function() {
		return list;
	}
});
Object.defineProperty(exports, "readInputs", {
	enumerable: true,
	get: function() {
		return readInputs;
	}
});
Object.defineProperty(exports, "text", {
	enumerable: true,
	get: function() {
		return text;
	}
});
