const require_index = require("./index.js");
// lib/forge/event.js
const trustedOnGitHub = /* @__PURE__ */ new Set([
	"push",
	"schedule",
	"workflow_dispatch",
	"repository_dispatch"
]);
const trustedOnGitLab = /* @__PURE__ */ new Set([
	"push",
	"schedule",
	"web",
	"api",
	"trigger",
	"pipeline",
	"parent_pipeline"
]);
const nothing = /^0+$/;
const longestEvent = 26214400;
/** The event of this run; `undefined` outside of CI. */
async function readEvent({ env, files }) {
	if (env["GITLAB_CI"] !== void 0 && env["GITLAB_CI"] !== "") return gitlabEvent(env);
	if (env["GITHUB_EVENT_NAME"] === void 0 || env["GITHUB_EVENT_NAME"] === "") return void 0;
	const path = env["GITHUB_EVENT_PATH"];
	return githubEvent(env, path === void 0 || path === "" ? {} : parse(await files.readText(path, longestEvent), path));
}
function githubEvent(env, payload) {
	const name = env["GITHUB_EVENT_NAME"] ?? "";
	const ref = env["GITHUB_REF"] ?? "";
	const repository = payload["repository"];
	const defaultBranch = typeof repository === "object" && repository !== null && "default_branch" in repository ? repository.default_branch : void 0;
	const before = name === "push" ? payload["before"] : void 0;
	return {
		forge: "github",
		name,
		trust: trustedOnGitHub.has(name) ? "trusted" : "untrusted",
		commit: env["GITHUB_SHA"] ?? "",
		...ref.startsWith("refs/heads/") ? { branch: ref.slice(11) } : {},
		...typeof before === "string" && !nothing.test(before) ? { before } : {},
		...typeof defaultBranch === "string" ? { defaultBranch } : {}
	};
}
function gitlabEvent(env) {
	const name = env["CI_PIPELINE_SOURCE"] ?? "";
	const branch = env["CI_COMMIT_BRANCH"];
	const before = name === "push" ? env["CI_COMMIT_BEFORE_SHA"] : void 0;
	const defaultBranch = env["CI_DEFAULT_BRANCH"];
	return {
		forge: "gitlab",
		name,
		trust: trustedOnGitLab.has(name) ? "trusted" : "untrusted",
		commit: env["CI_COMMIT_SHA"] ?? "",
		...branch === void 0 || branch === "" ? {} : { branch },
		...before === void 0 || before === "" || nothing.test(before) ? {} : { before },
		...defaultBranch === void 0 || defaultBranch === "" ? {} : { defaultBranch }
	};
}
function parse(text, path) {
	try {
		const json = JSON.parse(text);
		return typeof json === "object" && json !== null ? json : {};
	} catch (error) {
		throw new require_index.HygieneError("bad-file", `the event file ${path} is no JSON`, { cause: error });
	}
}
Object.defineProperty(exports, "readEvent", {
	enumerable: true,
	get: function() {
		return readEvent;
	}
});
