const require_index = require("./index.js");
// lib/forge/patience.js
const attempts = 5;
/** Milliseconds. A primary limit that lifts later than this is not waited for: the runner's minutes cost more. */
const longestWait = 12e4;
/** GitHub asks for a minute where a secondary limit names no time. */
const withoutATime = 6e4;
/**
* Sends until there is an answer worth reading: overloads, rate limits (primary and secondary) and lost connections
* are waited out. A request that says something to people is never sent twice after a 5xx, because it may have worked;
* every other write of ours is harmless to repeat (content-addressed, or refused by its precondition).
* @see https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
*/
async function sendPatiently(request, patience) {
	for (let attempt = 1;; attempt++) {
		const last = attempt === attempts;
		const answer = await answerOf(request, patience.http);
		if (answer instanceof require_index.HygieneError) {
			if (last || !repeatable(request)) throw answer;
			await patience.wait(pause(attempt, patience));
			continue;
		}
		const limited = limitOf(answer, patience.now());
		if (limited !== void 0) {
			if (last || limited > longestWait) throw spent(request, answer, limited);
			await patience.wait(limited + patience.random() * 1e3);
		} else if (answer.status >= 500 && answer.status !== 501 && repeatable(request) && !last) await patience.wait(pause(attempt, patience));
		else return answer;
	}
}
async function answerOf(request, http) {
	try {
		return await http.send(request);
	} catch (error) {
		if (error instanceof require_index.HygieneError && (error.code === "unreachable" || error.code === "too-slow")) return error;
		throw error;
	}
}
/** Milliseconds to wait, if the answer is a rate limit. */
function limitOf({ status, headers, body }, now) {
	if (status !== 429 && status !== 403) return void 0;
	const after = Number(headers["retry-after"] ?? NaN);
	if (after >= 0) return after * 1e3;
	if (headers["x-ratelimit-remaining"] === "0" || headers["ratelimit-remaining"] === "0") {
		const reset = Number(headers["x-ratelimit-reset"] ?? headers["ratelimit-reset"] ?? NaN);
		return reset >= 0 ? Math.max(0, reset - now) * 1e3 + 1e3 : withoutATime;
	}
	if (status === 429) return withoutATime;
	return new TextDecoder().decode(body.slice(0, 2e3)).includes("secondary rate limit") ? withoutATime : void 0;
}
function repeatable({ method, url }) {
	return method !== "POST" || !/\/(?:comments|notes)$/.test(url.pathname);
}
function pause(attempt, { random }) {
	return 500 * 2 ** attempt * (.75 + random() / 2);
}
function spent({ url }, { status }, limited) {
	const minutes = Math.ceil(limited / 6e4);
	return new require_index.HygieneError("budget-spent", `${url.host} answers ${status}: the rate limit of this token is used up for another ${minutes} minute${minutes === 1 ? "" : "s"}`, { fix: "run the job again later, or give it a token of its own (a GitHub App has 5,000 requests an hour)" });
}
// lib/forge/instant.js
/** A forge's RFC 3339 time in unix seconds; `undefined` for null, absent or absurd. */
function instantOf(text) {
	const milliseconds = typeof text === "string" ? Date.parse(text) : NaN;
	return Number.isNaN(milliseconds) ? void 0 : Math.floor(milliseconds / 1e3);
}
// lib/forge/chosen.js
/** Of several open proposals of one branch (a person may have opened one to another base): ours, the oldest. */
function chosen(open) {
	const strays = (proposal) => proposal.defaultBranch === void 0 || proposal.base === proposal.defaultBranch ? 0 : 1;
	return open.toSorted((a, b) => strays(a) - strays(b) || a.number - b.number)[0];
}
Object.defineProperty(exports, "chosen", {
	enumerable: true,
	get: function() {
		return chosen;
	}
});
Object.defineProperty(exports, "instantOf", {
	enumerable: true,
	get: function() {
		return instantOf;
	}
});
Object.defineProperty(exports, "sendPatiently", {
	enumerable: true,
	get: function() {
		return sendPatiently;
	}
});
