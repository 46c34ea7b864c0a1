const require_chosen = require("./chosen.js");
const require_index = require("./index.js");
// lib/forge/github/refusal.js
/** Octokit's error as plain facts; `undefined` for an error that is none of HTTP. */
function apiErrorOf(error) {
	if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return void 0;
	const response = "response" in error ? error.response : void 0;
	return {
		status: error.status,
		message: error.message,
		headers: response?.headers ?? {}
	};
}
/** Runs a call and turns GitHub's refusals into pages of documentation. */
async function asking(purpose, call) {
	try {
		return await call();
	} catch (error) {
		throw refusalOf(error, purpose);
	}
}
/** Like `asking`, for a thing that may not be there: 404 is `undefined`. */
async function askingFor(purpose, call) {
	try {
		return await call();
	} catch (error) {
		if (apiErrorOf(error)?.status === 404) return void 0;
		throw refusalOf(error, purpose);
	}
}
function refusalOf(error, purpose) {
	if (error instanceof require_index.HygieneError) return error;
	if (error instanceof Error && error.cause instanceof require_index.HygieneError) return error.cause;
	const api = apiErrorOf(error);
	if (api === void 0) return error;
	const { code, why, fix } = explain(api, purpose);
	return new require_index.HygieneError(code, `GitHub refuses to ${purpose.doing}: ${why}`, {
		fix,
		cause: error
	});
}
function explain({ status, message, headers }, { needs }) {
	const said = `${status} ${firstSentence(message)}`;
	if (status === 401) return {
		code: "no-credentials",
		why: `it does not accept the token (${said})`,
		fix: "give a valid one: `with: { github-token: ${{ github.token }} }`, or in a shell GITHUB_TOKEN"
	};
	if (/not permitted to create or approve pull requests/i.test(message)) return {
		code: "no-permission",
		why: "GitHub Actions is not permitted to create pull requests here, whatever the workflow says",
		fix: "switch on Settings → Actions → General → Workflow permissions → \"Allow GitHub Actions to create and approve pull requests\" (in the organization first, if it is greyed out), or pass the token of a GitHub App as github-token"
	};
	if (isProtected(message)) return {
		code: "no-permission",
		why: `a branch protection or ruleset forbids it (${said})`,
		fix: "take the branch of `cleanup.pull-request.branch` out of that rule, or name another branch there; the default branch itself is never written to"
	};
	if (headers["x-github-sso"] !== void 0) return {
		code: "no-permission",
		why: "the token is not authorized for the single sign-on of this organization",
		fix: "authorize it under Settings → Developer settings → the token → Configure SSO"
	};
	if (status === 403 || status === 404) return {
		code: "no-permission",
		...permissionOf(said, headers, needs)
	};
	if (status >= 500) return {
		code: "unreachable",
		why: `it is in trouble (${said})`,
		fix: "run the job again later"
	};
	return {
		code: "bad-answer",
		why: said,
		fix: "see what GitHub says; the branch and its pull request are as they were"
	};
}
function permissionOf(said, headers, needs) {
	const named = acceptedPermissions(headers["x-accepted-github-permissions"]) ?? needs;
	if (/personal access token/i.test(said)) return {
		why: `the personal access token may not (${said})`,
		fix: `a fine-grained token needs this repository and ${named.map(scopeOf).join(", ")}; a classic one the scope repo`
	};
	return {
		why: `the token may not, or does not see the repository (${said})`,
		fix: `add to the job:\npermissions:\n${named.map((permission) => `  ${permission}`).join("\n")}`
	};
}
/** `contents=write; pull_requests=write` as YAML says it. Alternatives are parted by semicolons, the first will do. */
function acceptedPermissions(header) {
	const first = header?.split(";")[0]?.trim();
	if (first === void 0 || first === "") return void 0;
	return first.split(",").map((one) => one.trim().replaceAll("_", "-").replace("=", ": "));
}
/** `pull-requests: write` as the settings page calls it. */
function scopeOf(permission) {
	const [name = "", access = ""] = permission.split(": ");
	const words = name.replaceAll("-", " ");
	return `"${words.charAt(0).toUpperCase()}${words.slice(1)}: ${access === "write" ? "Read and write" : "Read"}"`;
}
function isProtected(message) {
	return /protected branch|repository rule violations|rule violations found|cannot update this protected ref/i.test(message);
}
function firstSentence(message) {
	return message.replace(/ - https:\/\/docs\.\S+$/, "").slice(0, 300);
}
// lib/forge/github/branches.js
const reading$3 = {
	doing: "show the repository",
	needs: ["contents: read"]
};
const writing$1 = {
	doing: "write the branch",
	needs: ["contents: write"]
};
const page$3 = 100;
/** The newest commits that are looked at; more on one cleanup branch is no life we know. */
const newest = 250;
async function base({ octokit, owner, repo }, known) {
	const branch = known ?? (await asking(reading$3, () => octokit.rest.repos.get({
		owner,
		repo
	}))).data.default_branch;
	const { data } = await asking(reading$3, () => octokit.rest.repos.getBranch({
		owner,
		repo,
		branch
	}));
	return {
		branch,
		commit: data.commit.sha,
		tree: data.commit.commit.tree.sha
	};
}
async function branch(target, name, known) {
	const { octokit, owner, repo } = target;
	const defaultBranch = known ?? (await asking(reading$3, () => octokit.rest.repos.get({
		owner,
		repo
	}))).data.default_branch;
	const compare = (number) => octokit.rest.repos.compareCommitsWithBasehead({
		owner,
		repo,
		basehead: `${defaultBranch}...${name}`,
		per_page: page$3,
		page: number
	});
	const first = (await askingFor(reading$3, () => compare(1)))?.data;
	if (first === void 0) return void 0;
	const commits = await newestCommits(first, async (number) => (await asking(reading$3, () => compare(number))).data);
	const base = first.base_commit;
	return {
		name,
		head: commits.at(-1)?.id ?? first.merge_base_commit.sha,
		base: {
			branch: defaultBranch,
			commit: base.sha,
			tree: base.commit.tree.sha
		},
		behind: first.behind_by > 0,
		commits,
		changed: (first.files ?? []).flatMap(({ filename, previous_filename: before }) => before === void 0 ? [filename] : [filename, before])
	};
}
/** The comparison pages from the oldest commit on; only the last pages matter. */
async function newestCommits(first, read) {
	const pages = Math.max(1, Math.ceil(first.total_commits / page$3));
	const found = pages * page$3 - newest > page$3 ? [] : first.commits.map(commitOf);
	for (let number = Math.max(2, pages - Math.ceil(newest / page$3)); number <= pages; number++) found.push(...(await read(number)).commits.map(commitOf));
	return found.slice(-250);
}
function commitOf({ sha, commit, author }) {
	const login = author !== null && "login" in author ? author.login : void 0;
	return {
		id: sha,
		message: commit.message,
		author: login ?? commit.author?.name ?? ""
	};
}
/** Raw, because the JSON form holds no file above 1 MB. */
async function file({ octokit, owner, repo }, path, ref) {
	const data = (await askingFor({
		...reading$3,
		doing: `show ${path}`
	}, () => octokit.rest.repos.getContent({
		owner,
		repo,
		path,
		ref,
		mediaType: { format: "raw" }
	})))?.data;
	if (data === void 0 || typeof data === "string") return data;
	return data instanceof ArrayBuffer ? new TextDecoder().decode(data) : void 0;
}
async function lastTouch({ octokit, owner, repo }, path, commit) {
	const { data } = await asking({
		...reading$3,
		doing: `show the history of ${path}`
	}, () => octokit.rest.repos.listCommits({
		owner,
		repo,
		path,
		sha: commit,
		per_page: 1
	}));
	return data[0]?.sha;
}
/**
* Blob, tree, commit, ref: REST and without an author, so that GitHub signs it and shows it as verified. The tree is
* the base's with one file replaced; the parents are the branch's tip and, where the branch is behind, the base. The
* ref only moves forward, whatever the branch was used for: GitHub has no forced update on a condition, and a push
* that came in between must never be unhooked. It makes the answer `moved` instead.
*/
async function commit({ octokit, owner, repo }, change) {
	const { path, content, message, onto } = change;
	const tip = onto?.branch;
	const tree = change.base.tree ?? await treeOf({
		octokit,
		owner,
		repo
	}, change.base.commit);
	const parents = tip === void 0 ? [change.base.commit] : tip.behind === true ? [tip.head, change.base.commit] : [tip.head];
	const made = await asking(writing$1, async () => {
		const blob = await octokit.rest.git.createBlob({
			owner,
			repo,
			content,
			encoding: "utf-8"
		});
		const grown = await octokit.rest.git.createTree({
			owner,
			repo,
			base_tree: tree,
			tree: [{
				path,
				mode: "100644",
				type: "blob",
				sha: blob.data.sha
			}]
		});
		return octokit.rest.git.createCommit({
			owner,
			repo,
			message,
			tree: grown.data.sha,
			parents
		});
	});
	const sha = made.data.sha;
	try {
		if (onto === void 0) await octokit.rest.git.createRef({
			owner,
			repo,
			ref: `refs/heads/${change.branch}`,
			sha
		});
		else {
			const ref = `heads/${change.branch}`;
			await octokit.rest.git.updateRef({
				owner,
				repo,
				ref,
				sha,
				force: false
			});
		}
	} catch (error) {
		if (isMoved(error)) return "moved";
		return asking(writing$1, () => Promise.reject(error));
	}
	return {
		commit: sha,
		verified: made.data.verification.verified
	};
}
async function treeOf({ octokit, owner, repo }, commit) {
	const { data } = await asking(reading$3, () => octokit.rest.git.getCommit({
		owner,
		repo,
		commit_sha: commit
	}));
	return data.tree.sha;
}
function isMoved(error) {
	const api = apiErrorOf(error);
	if (api === void 0) return false;
	if (api.status === 409) return true;
	return api.status === 422 && /reference already exists|not a fast.forward|reference does not exist|reference update failed/i.test(api.message);
}
// lib/forge/github/deletions.js
const reading$2 = {
	doing: "show its branches",
	needs: ["contents: read"]
};
const page$2 = 100;
/** Five thousand deletions in a year: what lies further back is not looked for. */
const mostPages = 50;
const heads = "refs/heads/";
async function branches({ octokit, owner, repo }) {
	return (await asking(reading$2, () => octokit.paginate(octokit.rest.repos.listBranches, {
		owner,
		repo,
		per_page: page$2
	}))).map(({ name }) => name);
}
/** From the repository's activity view, which remembers a year. */
async function* deletedBranches({ octokit, owner, repo }) {
	const pages = octokit.paginate.iterator(octokit.rest.repos.listActivities, {
		owner,
		repo,
		activity_type: "branch_deletion",
		time_period: "year",
		per_page: page$2
	})[Symbol.asyncIterator]();
	for (let count = 0; count < mostPages; count++) {
		const { value, done } = await asking({
			...reading$2,
			doing: "show its activity"
		}, () => pages.next());
		if (done === true) return;
		for (const { ref, timestamp } of value.data) {
			const at = require_chosen.instantOf(timestamp);
			if (at !== void 0 && ref.startsWith(heads)) yield {
				name: ref.slice(11),
				at
			};
		}
	}
}
// lib/forge/github/merges.js
const reading$1 = {
	doing: "show its pull requests",
	needs: ["contents: read", "pull-requests: read"]
};
const page$1 = 100;
/** How often a fresh merge is looked for: the push event may be quicker than the index behind this call. */
const looks = 4;
async function mergeOf({ octokit, owner, repo, wait }, commit) {
	for (let look = 1;; look++) {
		const merged = ((await askingFor(reading$1, () => octokit.rest.repos.listPullRequestsAssociatedWithCommit({
			owner,
			repo,
			commit_sha: commit
		})))?.data ?? []).filter((pull) => pull.merged_at !== null);
		const pull = merged.find(({ merge_commit_sha: sha }) => sha === commit) ?? merged[0];
		if (pull !== void 0) {
			const { data } = await asking(reading$1, () => octokit.rest.pulls.get({
				owner,
				repo,
				pull_number: pull.number
			}));
			const mergedAt = require_chosen.instantOf(data.merged_at);
			if (mergedAt === void 0) return void 0;
			return {
				number: data.number,
				url: data.html_url,
				author: data.user.login,
				...data.merged_by === null ? {} : { mergedBy: data.merged_by.login },
				mergedAt,
				branch: data.head.ref
			};
		}
		if (look === looks) return void 0;
		await wait(2e3 * look);
	}
}
/**
* Pages through the newest pull requests as long as that is cheaper than asking for each one, then asks for the rest.
* What is not answered is `unknown`: the preview is kept.
*/
async function ends({ octokit, owner, repo }, numbers) {
	const wanted = new Set(numbers);
	const found = /* @__PURE__ */ new Map();
	const missing = () => wanted.size - found.size;
	for (let number = 1; missing() > 3 && number <= missing(); number++) {
		const { data } = await asking(reading$1, () => octokit.rest.pulls.list({
			owner,
			repo,
			state: "all",
			sort: "created",
			direction: "desc",
			per_page: page$1,
			page: number
		}));
		for (const pull of data) if (wanted.has(pull.number)) found.set(pull.number, endingOf(pull));
		if (data.length < page$1) break;
	}
	for (const number of wanted) {
		if (found.has(number)) continue;
		try {
			const { data } = await octokit.rest.pulls.get({
				owner,
				repo,
				pull_number: number
			});
			found.set(number, endingOf(data));
		} catch (error) {
			if (apiErrorOf(error) === void 0) throw error;
			found.set(number, "unknown");
		}
	}
	return found;
}
function endingOf({ state, closed_at: at }) {
	const ended = require_chosen.instantOf(at);
	return state === "open" ? "open" : ended === void 0 ? "unknown" : { ended };
}
/** Older runs of the same workflow that are still going. The oldest wins, so that two never wait for each other. */
async function otherRuns({ octokit, owner, repo }, run) {
	if (run === void 0) return "unknown";
	try {
		const { data } = await octokit.rest.actions.getWorkflowRun({
			owner,
			repo,
			run_id: run
		});
		const { data: going } = await octokit.rest.actions.listWorkflowRuns({
			owner,
			repo,
			workflow_id: data.workflow_id,
			status: "in_progress",
			per_page: page$1
		});
		return going.workflow_runs.filter(({ id }) => id < run).map(({ html_url: url }) => url);
	} catch (error) {
		if (apiErrorOf(error) === void 0) throw error;
		return "unknown";
	}
}
// lib/forge/github/proposals.js
const reading = {
	doing: "show its pull requests",
	needs: ["pull-requests: read"]
};
const writing = {
	doing: "write the pull request",
	needs: ["contents: write", "pull-requests: write"]
};
/** GitHub's pages hold at most this many. */
const page = 100;
async function openProposal({ octokit, owner, repo }, branch) {
	const { data } = await asking(reading, () => octokit.rest.pulls.list({
		owner,
		repo,
		head: `${owner}:${branch}`,
		state: "open",
		per_page: page
	}));
	const own = data.filter((pull) => isOwn(pull, owner, repo, branch));
	return require_chosen.chosen(own.map(proposalOf));
}
async function endedProposals({ octokit, owner, repo }, branch) {
	return (await asking(reading, () => octokit.paginate(octokit.rest.pulls.list, {
		owner,
		repo,
		head: `${owner}:${branch}`,
		state: "closed",
		sort: "created",
		direction: "desc",
		per_page: page
	}))).filter((pull) => isOwn(pull, owner, repo, branch)).map(proposalOf);
}
/** A fork's branch of the same name is somebody else's. */
function isOwn({ head }, owner, repo, branch) {
	const full = head.repo?.full_name ?? "";
	return head.ref === branch && full.toLowerCase() === `${owner}/${repo}`.toLowerCase();
}
async function open(target, draft) {
	const { octokit, owner, repo } = target;
	const { branch, base, title, body } = draft;
	let pull;
	try {
		pull = (await octokit.rest.pulls.create({
			owner,
			repo,
			head: branch,
			base,
			title,
			body,
			draft: draft.draft
		})).data;
	} catch (error) {
		const api = apiErrorOf(error);
		if (api?.status === 422 && /a pull request already exists/i.test(api.message)) return "exists";
		if (api?.status === 422 && draft.draft && /draft/i.test(api.message)) {
			const opened = await open(target, {
				...draft,
				draft: false
			});
			return opened === "exists" ? opened : {
				...opened,
				missed: [...opened.missed, "drafts are not supported in this repository: opened as ready for review"]
			};
		}
		return asking(writing, () => Promise.reject(error));
	}
	return {
		proposal: proposalOf(pull),
		missed: await decorate(target, pull.number, draft)
	};
}
/** Labels, assignees and reviewers. The pull request stands without them, so what is refused is only told. */
async function decorate({ octokit, owner, repo, wait }, number, { labels, reviewers, assignees }) {
	const missed = [];
	const trying = async (what, call) => {
		for (let attempt = 1;; attempt++) try {
			await call();
			return;
		} catch (error) {
			const api = apiErrorOf(error);
			if (api === void 0) throw error;
			if (attempt < 4 && /could not resolve to a node|not found/i.test(api.message)) {
				await wait(1e3 * attempt);
				continue;
			}
			missed.push(`${what} could not be added (${api.status} ${api.message.slice(0, 200)})`);
			return;
		}
	};
	const teams = reviewers.filter((name) => name.includes("/")).map((name) => name.slice(name.indexOf("/") + 1));
	const people = reviewers.filter((name) => !name.includes("/"));
	if (labels.length > 0) await trying(`the labels ${labels.join(", ")}`, () => octokit.rest.issues.addLabels({
		owner,
		repo,
		issue_number: number,
		labels: [...labels]
	}));
	if (assignees.length > 0) await trying(`the assignees ${assignees.join(", ")}`, () => octokit.rest.issues.addAssignees({
		owner,
		repo,
		issue_number: number,
		assignees: [...assignees]
	}));
	if (reviewers.length > 0) await trying(`the reviewers ${reviewers.join(", ")}`, () => octokit.rest.pulls.requestReviewers({
		owner,
		repo,
		pull_number: number,
		reviewers: people,
		...teams.length === 0 ? {} : { team_reviewers: teams }
	}));
	return missed;
}
async function update({ octokit, owner, repo }, { number }, text) {
	const { data } = await asking(writing, () => octokit.rest.pulls.update({
		owner,
		repo,
		pull_number: number,
		...text
	}));
	return proposalOf(data);
}
async function close({ octokit, owner, repo }, { number }, body) {
	await asking(writing, () => octokit.rest.pulls.update({
		owner,
		repo,
		pull_number: number,
		state: "closed",
		body
	}));
}
async function comment({ octokit, owner, repo }, number, body) {
	await asking({
		doing: "comment on the pull request",
		needs: ["pull-requests: write"]
	}, () => octokit.rest.issues.createComment({
		owner,
		repo,
		issue_number: number,
		body
	}));
}
async function comments({ octokit, owner, repo }, number) {
	return (await asking(reading, () => octokit.paginate(octokit.rest.issues.listComments, {
		owner,
		repo,
		issue_number: number,
		per_page: page
	}))).map(({ user, body }) => ({
		author: user?.login ?? "",
		body: body ?? ""
	}));
}
function proposalOf(pull) {
	const ended = require_chosen.instantOf(pull.merged_at ?? pull.closed_at);
	const defaultBranch = pull.base.repo?.default_branch;
	return {
		number: pull.number,
		url: pull.html_url,
		state: pull.merged_at !== null ? "merged" : pull.state === "open" ? "open" : "closed",
		title: pull.title,
		body: pull.body ?? "",
		draft: pull.draft ?? false,
		author: pull.user?.login ?? "",
		base: pull.base.ref,
		head: pull.head.sha,
		...defaultBranch === void 0 ? {} : { defaultBranch },
		...ended === void 0 ? {} : { endedAt: ended }
	};
}
// lib/forge/github/index.js
/** GitHub, github.com or an Enterprise Server, through REST. */
async function openGitHub(project, patience, makeOctokit) {
	const { owner, repo, api, token, run } = project;
	const target = {
		octokit: await makeOctokit((request) => require_chosen.sendPatiently(request, patience), {
			api,
			token
		}),
		owner,
		repo,
		wait: patience.wait
	};
	return {
		kind: "github",
		project: `${owner}/${repo}`,
		words: {
			proposal: "pull request",
			sigil: "#"
		},
		openProposal: (branch) => openProposal(target, branch),
		endedProposals: (branch) => endedProposals(target, branch),
		base: (known) => base(target, known),
		branch: (name, known) => branch(target, name, known),
		branches: () => branches(target),
		deletedBranches: () => deletedBranches(target),
		file: (path, commit) => file(target, path, commit),
		lastTouch: (path, commit) => lastTouch(target, path, commit),
		commit: (change) => commit(target, change),
		open: (draft) => open(target, draft),
		update: (proposal, text) => update(target, proposal, text),
		close: (proposal, body) => close(target, proposal, body),
		comment: (number, body) => comment(target, number, body),
		comments: (number) => comments(target, number),
		mergeOf: (commit) => mergeOf(target, commit),
		ends: (numbers) => ends(target, numbers),
		otherRuns: () => otherRuns(target, run)
	};
}
exports.openGitHub = openGitHub;
