const require_index = require("./index.js");
// lib/build/facts.js
function isCommit(text) {
	return text !== void 0 && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
/** Git's name for "no commit": what a push that deletes its ref points to. */
function isNoCommit(text) {
	return /^0+$/.test(text);
}
/** An RFC 3339 moment, in whole seconds. */
function readMoment(text) {
	if (text === void 0 || text === null || !/^[0-9]{4}-[0-9]{2}-[0-9]{2}T/.test(text)) return void 0;
	const milliseconds = Date.parse(text);
	return Number.isNaN(milliseconds) ? void 0 : Math.floor(milliseconds / 1e3);
}
// lib/build/source-url.js
/**
* A git remote as the page a browser opens: without credentials, query and `.git`. `git@host:acme/app.git` and
* `ssh://git@host:22/acme/app` become `https://host/acme/app`; a local path has no page.
*/
function browserUrl(remote) {
	const scp = /^(?:[^@/:\s]+@)?([A-Za-z0-9.-]+\.[A-Za-z0-9.-]+):(?!\/\/)([^\s]+)$/.exec(remote);
	if (scp !== null) return `https://${scp[1]}/${withoutGit(scp[2] ?? "")}`;
	if (!/^(?:https?|ssh|git):\/\//.test(remote) || !URL.canParse(remote)) return void 0;
	const url = new URL(remote);
	const web = url.protocol === "http:" || url.protocol === "https:";
	if (url.hostname === "") return void 0;
	return `${web ? url.protocol : "https:"}//${web ? url.host : url.hostname}/${withoutGit(url.pathname)}`;
}
function withoutGit(path) {
	return path.replace(/^\/+/, "").replace(/\/+$/, "").replace(/\.git$/, "");
}
// lib/build/git.js
/** A plain checkout: a detached HEAD on a git tag builds that tag, anything else is a push to its branch. */
function factsFromGit(git) {
	if (!isCommit(git.head)) return void 0;
	const gitTag = git.branch === void 0 ? git.tags[0] : void 0;
	return {
		forge: "git",
		event: gitTag === void 0 ? "push" : "git-tag",
		trigger: "checkout",
		sha: git.head,
		branch: git.branch,
		gitTag,
		gitTags: gitTagsOf(git),
		repository: { url: git.remote === void 0 ? void 0 : browserUrl(git.remote) },
		commitTime: git.commitTime,
		doubts: []
	};
}
/** CI facts with the git tags that the checkout knows of the same commit. */
function withGitTags(facts, git) {
	const known = gitTagsOf(git);
	return {
		...facts,
		commitTime: facts.commitTime ?? git.commitTime,
		gitTags: {
			names: [.../* @__PURE__ */ new Set([...facts.gitTags.names, ...known.names])],
			complete: known.complete
		}
	};
}
function gitTagsOf({ tags, shallow, withoutTags }) {
	return {
		names: tags,
		complete: !shallow && !withoutTags
	};
}
// lib/build/github.js
/**
* The facts of a GitHub Actions run. The event file is optional (variables set by hand); without it a pull
* request's head commit is unknown and the merge commit stands in, which is told.
* @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
*/
function factsFromGithub(env, event = {}) {
	const trigger = env["GITHUB_EVENT_NAME"] ?? "";
	const ref = env["GITHUB_REF"] ?? "";
	const repository = env["GITHUB_REPOSITORY"] ?? event.repository?.full_name ?? void 0;
	const server = env["GITHUB_SERVER_URL"] || "https://github.com";
	const url = repository === void 0 ? void 0 : `${server}/${repository}`;
	const run = env["GITHUB_RUN_ID"];
	const said = what(env, event, trigger, ref);
	if (said.sha !== void 0 && isNoCommit(said.sha)) throw new require_index.HygieneError("bad-usage", `this ${trigger} deletes ${ref}: there is nothing to build`, { fix: "if: ${{ !github.event.deleted }}" });
	if (!isCommit(said.sha)) throw new require_index.HygieneError("bad-usage", `GITHUB_SHA is ${said.sha ? "no full commit id" : "not set"}`, { fix: "run it inside a job, or set GITHUB_SHA to the 40 digits of the built commit" });
	return {
		forge: "github",
		trigger,
		doubts: [],
		...said,
		sha: said.sha,
		gitTags: {
			names: said.gitTag === void 0 ? [] : [said.gitTag],
			complete: false
		},
		defaultBranch: event.repository?.default_branch ?? void 0,
		repository: {
			url,
			description: event.repository?.description ?? void 0,
			licence: licenceOf(event)
		},
		actor: env["GITHUB_ACTOR"],
		runUrl: url === void 0 || run === void 0 ? void 0 : `${url}/actions/runs/${run}`,
		commitTime: readMoment(event.head_commit?.timestamp)
	};
}
function what(env, event, trigger, ref) {
	const sha = env["GITHUB_SHA"]?.toLowerCase();
	const number = event.pull_request?.number ?? numberIn(ref);
	if (trigger.startsWith("pull_request") || number !== void 0) {
		if (number === void 0) throw unknownPullRequest(trigger);
		return pullRequest(number, env, event, sha);
	}
	if (event.merge_group) {
		const { head_sha, head_ref } = event.merge_group;
		return {
			event: "push",
			sha: head_sha.toLowerCase(),
			branch: after("refs/heads/", head_ref) ?? head_ref
		};
	}
	if (trigger === "release" && event.release) {
		if (event.release.draft) throw draftRelease(event.release.tag_name);
		return {
			event: "git-tag",
			sha,
			gitTag: event.release.tag_name
		};
	}
	const gitTag = after("refs/tags/", ref) ?? (env["GITHUB_REF_TYPE"] === "tag" ? env["GITHUB_REF_NAME"] : void 0);
	if (gitTag) return {
		event: "git-tag",
		sha: event.head_commit?.id.toLowerCase() ?? sha,
		gitTag
	};
	return {
		event: "push",
		sha,
		branch: (after("refs/heads/", ref) ?? env["GITHUB_REF_NAME"]) || void 0
	};
}
function pullRequest(number, env, event, sha) {
	const said = event.pull_request;
	if (!said) return {
		event: "pull-request",
		sha,
		branch: env["GITHUB_HEAD_REF"] || void 0,
		pullRequest: {
			number,
			withoutSecrets: false
		},
		doubts: ["there is no event file (GITHUB_EVENT_PATH), so the commit is GITHUB_SHA: for a pull request the merge commit, not its head"]
	};
	const base = said.base?.repo?.full_name ?? event.repository?.full_name ?? env["GITHUB_REPOSITORY"];
	const bot = said.user?.login === "dependabot[bot]" || env["GITHUB_ACTOR"] === "dependabot[bot]";
	return {
		event: "pull-request",
		sha: said.head.sha.toLowerCase(),
		branch: said.head.ref,
		pullRequest: {
			number,
			withoutSecrets: said.head.repo?.full_name !== base || bot
		}
	};
}
function numberIn(ref) {
	const digits = /^refs\/pull\/([1-9][0-9]{0,14})\//.exec(ref)?.[1];
	return digits === void 0 ? void 0 : Number(digits);
}
function licenceOf(event) {
	const id = event.repository?.license?.spdx_id;
	return id && id !== "NOASSERTION" ? id : void 0;
}
function after(prefix, text) {
	return text.startsWith(prefix) && text.length > prefix.length ? text.slice(prefix.length) : void 0;
}
function unknownPullRequest(trigger) {
	return new require_index.HygieneError("bad-usage", `the event is ${trigger}, but nothing says of which pull request`, { fix: "set GITHUB_EVENT_PATH to the payload, or GITHUB_REF to refs/pull/NUMBER/merge" });
}
function draftRelease(tag) {
	return new require_index.HygieneError("bad-usage", `release ${tag} is a draft: its git tag does not exist yet`, { fix: "on:\n  release:\n    types: [published]" });
}
// lib/build/gitlab.js
/**
* The facts of a GitLab pipeline, all from its variables. A merged-results pipeline or merge train builds a commit
* that nobody made; there CI_MERGE_REQUEST_SOURCE_BRANCH_SHA names the head, which is empty everywhere else.
* @see https://docs.gitlab.com/ci/variables/predefined_variables/
*/
function factsFromGitlab(env) {
	const request = mergeRequest(env);
	const sha = (request && env["CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"] || env["CI_COMMIT_SHA"])?.toLowerCase();
	if (!isCommit(sha)) throw new require_index.HygieneError("bad-usage", `CI_COMMIT_SHA is ${sha ? "no full commit id" : "not set"}`, { fix: "run it inside a job, or set CI_COMMIT_SHA to the 40 digits of the built commit" });
	const gitTag = request === void 0 ? env["CI_COMMIT_TAG"] || void 0 : void 0;
	return {
		forge: "gitlab",
		event: request !== void 0 ? "pull-request" : gitTag === void 0 ? "push" : "git-tag",
		trigger: env["CI_PIPELINE_SOURCE"] || "pipeline",
		sha,
		branch: branchOf(env, request, gitTag),
		defaultBranch: env["CI_DEFAULT_BRANCH"] || void 0,
		gitTag,
		gitTags: {
			names: gitTag === void 0 ? [] : [gitTag],
			complete: false
		},
		pullRequest: request,
		repository: {
			url: env["CI_PROJECT_URL"] || void 0,
			description: env["CI_PROJECT_DESCRIPTION"] || void 0
		},
		actor: env["GITLAB_USER_LOGIN"] || void 0,
		runUrl: env["CI_PIPELINE_URL"] || env["CI_JOB_URL"] || void 0,
		commitTime: sha === env["CI_COMMIT_SHA"]?.toLowerCase() ? readMoment(env["CI_COMMIT_TIMESTAMP"]) : void 0,
		doubts: []
	};
}
function mergeRequest(env) {
	const iid = env["CI_MERGE_REQUEST_IID"];
	if (!iid) return void 0;
	if (!/^[1-9][0-9]{0,14}$/.test(iid)) throw new require_index.HygieneError("bad-usage", "CI_MERGE_REQUEST_IID is no number");
	const source = env["CI_MERGE_REQUEST_SOURCE_PROJECT_ID"];
	const target = env["CI_MERGE_REQUEST_PROJECT_ID"] || env["CI_PROJECT_ID"];
	return {
		number: Number(iid),
		withoutSecrets: Boolean(source) && Boolean(target) && source !== target
	};
}
function branchOf(env, request, gitTag) {
	if (gitTag !== void 0) return void 0;
	if (request !== void 0) return env["CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"] || void 0;
	return env["CI_COMMIT_BRANCH"] || env["CI_COMMIT_REF_NAME"] || void 0;
}
// lib/build/index.js
/** Brings zod, which only a run with an event file needs. */
function loadEventReader() {
	return Promise.resolve().then(() => require("./github-event.js"));
}
// lib/steps/facts.js
/** Bytes; GitHub caps payloads at 25 MB. */
const longestEvent = 33554432;
/**
* What is built: CI variables before git, and neither is `bad-usage`. `gitTags` asks the checkout for the git tags on
* the commit as well, where CI variables alone do not name them all.
*/
async function readBuildFacts(world, { gitTags }) {
	const facts = await factsFromCi(world);
	if (facts !== void 0) return gitTags ? withGitTags(facts, await askGit(world, facts.sha)) : facts;
	const checkout = factsFromGit(await askGit(world, "HEAD"));
	if (checkout !== void 0) return checkout;
	throw new require_index.HygieneError("bad-usage", "there is neither a CI run nor a git checkout to tell what is built", { fix: "run it in a job of GitHub Actions or GitLab CI, or in a git checkout with a commit" });
}
async function factsFromCi({ env, files }) {
	if (env["GITHUB_ACTIONS"] === "true" || env["GITHUB_EVENT_NAME"] && env["GITHUB_SHA"]) {
		const path = env["GITHUB_EVENT_PATH"];
		if (!path) return factsFromGithub(env);
		const { readGithubEvent } = await loadEventReader();
		return factsFromGithub(env, readGithubEvent(await files.readText(path, longestEvent), path));
	}
	if (env["GITLAB_CI"] === "true" || env["CI_COMMIT_SHA"]) return factsFromGitlab(env);
}
/** Git's answers about a commit; without git, or in no checkout, none of them. */
async function askGit({ processes }, commit) {
	const git = async (...args) => {
		try {
			const ran = await processes.run("git", ["--no-optional-locks", ...args], { timeout: 2e4 });
			return ran.code === 0 ? ran.stdout : void 0;
		} catch (error) {
			if (error instanceof require_index.HygieneError && (error.code === "no-file" || error.code === "too-slow")) return void 0;
			throw error;
		}
	};
	const [state, branch, tags, remote, time] = await Promise.all([
		git("rev-parse", "--is-shallow-repository", "HEAD"),
		git("symbolic-ref", "--quiet", "--short", "HEAD"),
		git("for-each-ref", `--points-at=${commit}`, "--format=%(refname:strip=2)", "refs/tags"),
		git("config", "--get-regexp", "^remote\\.origin\\.(url|tagopt)$"),
		git("log", "-1", "--format=%ct", commit, "--")
	]);
	const [shallow, head] = lines(state);
	const settings = new Map(lines(remote).map((line) => [line.split(" ", 1)[0], line.replace(/^\S+ /, "")]));
	return {
		head,
		branch: lines(branch)[0],
		tags: lines(tags),
		shallow: shallow !== "false" || tags === void 0,
		withoutTags: settings.get("remote.origin.tagopt") === "--no-tags",
		remote: settings.get("remote.origin.url"),
		commitTime: time === void 0 ? void 0 : Number(time.trim())
	};
}
function lines(text) {
	return (text ?? "").split("\n").filter((line) => line !== "");
}
Object.defineProperty(exports, "readBuildFacts", {
	enumerable: true,
	get: function() {
		return readBuildFacts;
	}
});
