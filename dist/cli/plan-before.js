const require_index = require("./index.js");
const require_clock = require("./clock.js");
const require_plan_file = require("./plan-file.js");
const require_plan_file_parse = require("./plan-file-parse.js");
// lib/cleanup/keeps.js
/**
* The lines that say `keep`: of the plan that holds now and of what reviewers wrote since, without what they deleted.
* A line is forgotten when its image is gone; where nobody looked, it may be there.
*/
function keepLines(before, reviewed, snapshots) {
	const there = new Map(snapshots.map((snapshot) => [snapshot.repository, snapshot]));
	const mayExist = (repository, head) => {
		const snapshot = there.get(repository);
		if (snapshot === void 0 || snapshot.gaps.length > 0) return true;
		return snapshot.manifests.has(head) || [...snapshot.tags.values()].includes(head);
	};
	const known = /* @__PURE__ */ new Map();
	for (const line of [...before?.lines ?? [], ...reviewed.keeps]) if (line.action === "keep") known.set(`${line.repository}@${line.head}`, line);
	for (const name of reviewed.struck) known.delete(name);
	return require_plan_file.carriedKeeps({ lines: [...known.values()] }, mayExist);
}
// lib/steps/held.js
const most = 5;
/** Why nothing of a repository is planned; what holds them all is said once. */
function heldFindings({ repositories }, usage) {
	return [...usage.gaps.map(({ about, why }) => held(`every repository is held: ${about}: ${why}`)), ...repositories.flatMap(({ repository, held: gaps }) => {
		const own = gaps.filter((gap) => !usage.gaps.includes(gap));
		const more = own.length > most ? [held(`${own.length - most} more things could not be read`, repository)] : [];
		return [...own.slice(0, most).map(({ about, why }) => held(`${about}: ${why}`, repository)), ...more];
	})];
}
function held(message, image) {
	return {
		rule: "held",
		severity: "error",
		message,
		...image === void 0 ? {} : { image }
	};
}
// lib/steps/moment.js
/** `--at`, or now. Throws `bad-usage` for what is neither RFC 3339 nor unix seconds. */
function momentOf(at, world) {
	const moment = at === void 0 ? world.now() : require_clock.parseExpireAt(at);
	if (typeof moment === "number") return moment;
	throw new require_index.HygieneError("bad-usage", `at: '${at}' ${moment?.why ?? "is empty"}`, { fix: "--at 2026-12-01T00:00:00Z, or --at 1796083200" });
}
// lib/steps/plan-before.js
/** The plan that holds now, for the keep lines that reviewers left in it. A faulty one is `bad-file`, never passed over. */
async function planBefore(path, { files }) {
	return await files.kind(path) === "file" ? require_plan_file_parse.readPlan(await files.readText(path), path) : void 0;
}
Object.defineProperty(exports, "heldFindings", {
	enumerable: true,
	get: function() {
		return heldFindings;
	}
});
Object.defineProperty(exports, "keepLines", {
	enumerable: true,
	get: function() {
		return keepLines;
	}
});
Object.defineProperty(exports, "momentOf", {
	enumerable: true,
	get: function() {
		return momentOf;
	}
});
Object.defineProperty(exports, "planBefore", {
	enumerable: true,
	get: function() {
		return planBefore;
	}
});
