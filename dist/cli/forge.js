const require_index = require("./index.js");
// lib/forge/index.js
/** The forge that this pipeline runs on; each loads only when it is the one. */
async function openForge(world, tokens, makeOctokit, wait = sleep) {
	const { env, http, now, random } = world;
	const patience = {
		http,
		now,
		random,
		wait
	};
	const gitlab = nonEmpty(env["CI_API_V4_URL"]);
	if (gitlab !== void 0) return openGitLabFrom(env, gitlab, tokens.gitlab, patience);
	const [owner, repo, ...rest] = (nonEmpty(env["GITHUB_REPOSITORY"]) ?? "").split("/");
	if (owner === void 0 || repo === void 0 || owner === "" || repo === "" || rest.length > 0) throw new require_index.HygieneError("bad-usage", "which project? This is no pipeline of GitHub or GitLab", { fix: "GITHUB_REPOSITORY=acme/app GITHUB_TOKEN=…, or CI_API_V4_URL=https://gitlab.example.com/api/v4 CI_PROJECT_PATH=acme/app GITLAB_TOKEN=…" });
	if (tokens.github === void 0) throw new require_index.HygieneError("no-credentials", `no token for the GitHub API of ${owner}/${repo}`, { fix: "with: { github-token: ${{ github.token }} }, or in a shell GITHUB_TOKEN=…" });
	const { openGitHub } = await Promise.resolve().then(() => require("./github.js"));
	const api = addressOf(nonEmpty(env["GITHUB_API_URL"]) ?? "https://api.github.com", "GITHUB_API_URL");
	const run = Number(env["GITHUB_RUN_ID"]);
	return openGitHub({
		api,
		owner,
		repo,
		token: tokens.github,
		...Number.isSafeInteger(run) && run > 0 ? { run } : {}
	}, patience, makeOctokit);
}
async function openGitLabFrom(env, address, access, patience) {
	const project = nonEmpty(env["CI_PROJECT_PATH"]) ?? nonEmpty(env["CI_PROJECT_ID"]);
	if (project === void 0) throw new require_index.HygieneError("bad-usage", "CI_API_V4_URL is set but CI_PROJECT_PATH is not: which project?", { fix: "CI_PROJECT_PATH=group/project" });
	const job = nonEmpty(env["CI_JOB_TOKEN"]);
	if (access === void 0 && job === void 0) throw new require_index.HygieneError("no-credentials", `no token for the GitLab API of ${project}`, { fix: "store a project access token (role Developer, scope api) as masked variable GITLAB_TOKEN" });
	const { openGitLab } = await Promise.resolve().then(() => require("./gitlab.js"));
	const defaultBranch = nonEmpty(env["CI_DEFAULT_BRANCH"]);
	const id = Number(env["CI_JOB_ID"]);
	const name = nonEmpty(env["CI_JOB_NAME"]);
	return openGitLab({
		api: addressOf(address, "CI_API_V4_URL"),
		project,
		token: access === void 0 ? {
			kind: "job",
			value: job ?? ""
		} : {
			kind: "access",
			value: access
		},
		...defaultBranch === void 0 ? {} : { defaultBranch },
		...name !== void 0 && Number.isSafeInteger(id) && id > 0 ? { job: {
			id,
			name
		} } : {}
	}, patience);
}
function addressOf(text, variable) {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (url !== void 0 && (url.protocol === "https:" || url.protocol === "http:")) return url;
	throw new require_index.HygieneError("bad-usage", `${variable}: '${text.slice(0, 200)}' is no address`);
}
function nonEmpty(text) {
	return text === void 0 || text === "" ? void 0 : text;
}
function sleep(milliseconds) {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
// lib/system/octokit.js
/**
* The octokit of @actions/github with our own HTTP below it, so that proxies, authorities, size limits and waiting are
* the same for both forges. The address is a parameter because the package reads GITHUB_API_URL when it is imported.
*/
async function octokitOver(send, { api, token }) {
	const { getOctokit } = await Promise.resolve().then(() => require("./github2.js"));
	return getOctokit(token, {
		baseUrl: api.href.replace(/\/$/, ""),
		userAgent: "image-hygiene",
		log: {
			debug() {},
			info() {},
			warn() {},
			error() {}
		},
		request: { fetch: fetchThrough(send, api) }
	});
}
/** Bytes: a plan of ten thousand images and the comparison that shows it. */
const answerLimit = 33554432;
const redirects = 3;
function fetchThrough(send, api) {
	return async (address, { method = "GET", headers = {}, body }) => {
		let url = new URL(address);
		for (let hop = 0;; hop++) {
			const answer = await send({
				method,
				url,
				headers,
				limit: answerLimit,
				...body === void 0 ? {} : { body }
			});
			const target = redirectOf(answer, method, url);
			if (target === void 0 || target.origin !== api.origin || hop === redirects) return responseOf(answer);
			url = target;
		}
	};
}
function redirectOf({ status, headers }, method, url) {
	const location = headers["location"];
	if (location === void 0) return void 0;
	return status === 307 || status === 308 || (status === 301 || status === 302) && method === "GET" ? new URL(location, url) : void 0;
}
function responseOf({ status, headers, body }) {
	return new Response(status === 204 || status === 205 || status === 304 ? null : Buffer.from(body), {
		status,
		headers
	});
}
// lib/steps/forge.js
/** The forge that this pipeline runs on, for the steps that need one. */
function forgeOf(world, tokens) {
	return openForge(world, tokens, octokitOver);
}
Object.defineProperty(exports, "forgeOf", {
	enumerable: true,
	get: function() {
		return forgeOf;
	}
});
