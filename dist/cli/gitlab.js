const require_index = require("./index.js");
const require_schemas = require("./schemas.js");
const require_chosen = require("./chosen.js");
// lib/forge/gitlab/refusal.js
function refusalOf(answer, purpose, token) {
	const said = messageOf(answer);
	const { code, why, fix } = explain(answer.status, said, purpose, token);
	return new require_index.HygieneError(code, `GitLab refuses to ${purpose.doing}: ${why} (${answer.status} ${said})`, { fix });
}
/** GitLab says why in `message` (text, list, or lists by field) or in `error`. */
function messageOf({ body }) {
	const text = new TextDecoder().decode(body.slice(0, 4e3));
	try {
		const { message, error, error_description: description } = JSON.parse(text);
		const said = message ?? [error, description].filter((part) => typeof part === "string").join(": ");
		return (typeof said === "string" ? said : JSON.stringify(said)).slice(0, 300);
	} catch {
		return text.slice(0, 100);
	}
}
function explain(status, said, { scope, role }, token) {
	const ask = `give GITLAB_TOKEN a project access token with role ${role} and scope ${scope} (Settings → Access tokens)`;
	if (status === 401) return {
		code: "no-credentials",
		why: "it does not accept the token, or the token has expired",
		fix: ask
	};
	if (/protected branch|not allowed to (?:push|create protected)/i.test(said)) return {
		code: "no-permission",
		why: "the branch is protected",
		fix: "allow the token’s role to push under Settings → Repository → Protected branches, or name another branch in `cleanup.pull-request.branch`; the default branch itself is never written to"
	};
	if (/insufficient_scope/.test(said)) return {
		code: "no-permission",
		why: "the token lacks a scope",
		fix: ask
	};
	if (status === 403 || status === 404) return {
		code: "no-permission",
		why: token.kind === "job" ? "a CI job token may not" : "the token may not, or does not see the project",
		fix: ask
	};
	if (status >= 500) return {
		code: "unreachable",
		why: "it is in trouble",
		fix: "run the job again later"
	};
	return {
		code: "bad-answer",
		why: "it finds fault with the request",
		fix: "see what GitLab says; the branch and its merge request are as they were"
	};
}
function jobTokenRefusal({ doing }) {
	return new require_index.HygieneError("no-permission", `a CI job token cannot ${doing}: GitLab lets it write neither branches through the API nor merge requests; nothing was written`, { fix: "Settings → Access tokens → add a project access token with role Developer and scope api, store it as masked and protected variable GITLAB_TOKEN, and run the job on a protected branch" });
}
// lib/forge/gitlab/api.js
/** Bytes: a comparison may show the whole plan twice. */
const answerLimit = 33554432;
const page = 100;
/** Enough for ten thousand rows; a listing that goes on is no listing of ours. */
const mostPages = 100;
async function send(api, call, purpose) {
	const { method = "GET", path, query = [], body, also = [] } = call;
	if (method !== "GET" && method !== "HEAD" && api.token.kind === "job") throw jobTokenRefusal(purpose);
	const url = new URL(`${api.root.href.replace(/\/$/, "")}${path.startsWith("/users") ? "" : `/projects/${encodeURIComponent(api.project)}`}${path}`);
	for (const [name, value] of query) url.searchParams.append(name, value);
	const answer = await require_chosen.sendPatiently({
		method,
		url,
		headers: {
			accept: "application/json",
			[api.token.kind === "job" ? "job-token" : "private-token"]: api.token.value,
			...body === void 0 ? {} : { "content-type": "application/json" }
		},
		limit: answerLimit,
		...body === void 0 ? {} : { body: JSON.stringify(body) }
	}, api.patience);
	if (answer.status >= 200 && answer.status < 300 || also.includes(answer.status)) return answer;
	throw refusalOf(answer, purpose, api.token);
}
/** The JSON answer, checked; `undefined` for a 404. */
async function read(api, call, purpose, schema) {
	const answer = await send(api, {
		...call,
		also: [404, ...call.also ?? []]
	}, purpose);
	return answer.status === 404 ? void 0 : checked(answer, schema, purpose);
}
/** A listing page by page, by the `x-next-page` that GitLab sends with offset paging; at most a hundred pages. */
async function* pagesOf(api, call, purpose, row) {
	let next = "1";
	for (let count = 0; count < mostPages; count++) {
		const query = [
			...call.query ?? [],
			["per_page", `${page}`],
			["page", next]
		];
		const answer = await send(api, {
			...call,
			query
		}, purpose);
		yield checked(answer, row, purpose);
		next = answer.headers["x-next-page"] ?? "";
		if (!/^[0-9]+$/.test(next)) return "ended";
	}
	return "goes on";
}
/** Every page of a listing. */
async function readAll(api, call, purpose, row) {
	const rows = [];
	const pages = pagesOf(api, call, purpose, row);
	for (;;) {
		const { value, done } = await pages.next();
		if (done !== true) rows.push(...value);
		else if (value === "ended") return rows;
		else break;
	}
	throw new require_index.HygieneError("too-large", `GitLab's list does not end after ${mostPages} pages: ${purpose.doing}`);
}
function checked(answer, schema, purpose) {
	let json;
	try {
		json = JSON.parse(new TextDecoder().decode(answer.body));
	} catch (error) {
		throw new require_index.HygieneError("bad-answer", `GitLab answers no JSON when asked to ${purpose.doing}`, {
			fix: "see that CI_API_V4_URL leads to the API and not to a login page or a proxy",
			cause: error
		});
	}
	const read = schema.safeParse(json);
	if (read.success) return read.data;
	const { path = [], message = "" } = read.error.issues[0] ?? {};
	throw new require_index.HygieneError("bad-answer", `GitLab answers something else than its documentation says when asked to ${purpose.doing}: ${path.join(".")}: ${message}`, { cause: read.error });
}
// lib/forge/gitlab/branches.js
const reading$3 = {
	doing: "show the repository",
	scope: "read_api",
	role: "Reporter"
};
const writing$1 = {
	doing: "write the branch",
	scope: "api",
	role: "Developer"
};
const commitRow = require_schemas.object({
	id: require_schemas.string(),
	message: require_schemas.string(),
	author_name: require_schemas.string()
});
const comparison = require_schemas.object({
	commit: commitRow.nullable(),
	commits: require_schemas.array(commitRow),
	diffs: require_schemas.array(require_schemas.object({
		new_path: require_schemas.string(),
		old_path: require_schemas.string()
	})),
	compare_timeout: require_schemas.boolean()
});
async function base(api, known) {
	const branch = known ?? await defaultBranch(api);
	const path = `/repository/branches/${encodeURIComponent(branch)}`;
	const schema = require_schemas.object({ commit: require_schemas.object({ id: require_schemas.string() }) });
	return {
		branch,
		commit: checked(await send(api, { path }, reading$3), schema, reading$3).commit.id
	};
}
async function defaultBranch(api) {
	return checked(await send(api, { path: "" }, reading$3), require_schemas.object({ default_branch: require_schemas.string() }), reading$3).default_branch;
}
async function branch(api, name, known) {
	const target = await base(api, known);
	const compared = await read(api, {
		path: "/repository/compare",
		query: [["from", target.branch], ["to", name]]
	}, reading$3, comparison);
	if (compared === void 0) return void 0;
	const commits = compared.commits.slice(-250).map(({ id, message, author_name: author }) => ({
		id,
		message,
		author
	}));
	const head = commits.at(-1)?.id ?? await headOf(api, name);
	if (head === void 0) return void 0;
	return {
		name,
		head,
		base: target,
		commits,
		changed: compared.diffs.flatMap(({ new_path: path, old_path: before }) => path === before ? [path] : [path, before])
	};
}
async function headOf(api, name) {
	return (await read(api, { path: `/repository/branches/${encodeURIComponent(name)}` }, reading$3, require_schemas.object({ commit: require_schemas.object({ id: require_schemas.string() }) })))?.commit.id;
}
async function file(api, path, commit) {
	const answer = await send(api, {
		path: `${pathOf(path)}/raw`,
		query: [["ref", commit]],
		also: [404]
	}, {
		...reading$3,
		doing: `show ${path}`
	});
	return answer.status === 404 ? void 0 : new TextDecoder().decode(answer.body);
}
/**
* One commit through the commits API. It goes on top of what is there, and `last_commit_id` refuses it if anybody has
* touched the file since it was read; a commit to other files stays below it. A new branch starts at the default
* branch. Only an abandoned one is set anew with `force`: GitLab knows no condition on a branch's tip.
*/
async function commit(api, change) {
	const { path, content, message, onto } = change;
	const anew = onto === void 0 || onto.use === "abandoned";
	const last = await lastTouch(api, path, anew ? change.base.commit : onto.branch.head);
	const answer = await send(api, {
		method: "POST",
		path: "/repository/commits",
		body: {
			branch: change.branch,
			commit_message: message,
			...anew ? { start_branch: change.base.branch } : {},
			...onto?.use === "abandoned" ? { force: true } : {},
			actions: [{
				action: last === void 0 ? "create" : "update",
				file_path: path,
				content,
				...last === void 0 ? {} : { last_commit_id: last }
			}]
		},
		also: [400, 409]
	}, writing$1);
	if (answer.status === 201) return { commit: checked(answer, require_schemas.object({ id: require_schemas.string() }), writing$1).id };
	if (isMoved(messageOf(answer))) return "moved";
	throw refusalOf(answer, writing$1, api.token);
}
/** The last commit that touched the file, as GitLab counts it; `undefined` where there is no such file. */
async function lastTouch(api, path, commit) {
	const answer = await send(api, {
		method: "HEAD",
		path: pathOf(path),
		query: [["ref", commit]],
		also: [404]
	}, {
		...reading$3,
		doing: `show ${path}`
	});
	return answer.status === 404 ? void 0 : answer.headers["x-gitlab-last-commit-id"];
}
function pathOf(path) {
	return `/repository/files/${encodeURIComponent(path)}`;
}
function isMoved(said) {
	return /already exists|has changed since|does ?n[o'’]?t exist|when you are on a branch|could not update|update failed/i.test(said);
}
// lib/forge/gitlab/deletions.js
const reading$2 = {
	doing: "show its branches",
	scope: "read_api",
	role: "Reporter"
};
/** @see https://docs.gitlab.com/api/events/#list-all-visible-events-for-a-project */
const event = require_schemas.object({
	created_at: require_schemas.string(),
	push_data: require_schemas.object({
		action: require_schemas.string(),
		ref_type: require_schemas.string(),
		ref: require_schemas.string().nullable()
	}).nullish()
});
async function branches(api) {
	return (await readAll(api, { path: "/repository/branches" }, reading$2, require_schemas.array(require_schemas.object({ name: require_schemas.string() })))).map(({ name }) => name);
}
/** From the project's push events, among which deletions are; GitLab keeps them for three years. */
async function* deletedBranches(api) {
	for await (const rows of pagesOf(api, {
		path: "/events",
		query: [["action", "pushed"]]
	}, {
		...reading$2,
		doing: "show its events"
	}, require_schemas.array(event))) for (const { created_at: time, push_data: push } of rows) {
		const at = require_chosen.instantOf(time);
		if (push?.action !== "removed" || push.ref_type !== "branch" || push.ref === null) continue;
		if (at !== void 0) yield {
			name: push.ref,
			at
		};
	}
}
// lib/forge/gitlab/proposals.js
const user = require_schemas.object({ username: require_schemas.string() });
/** @see https://docs.gitlab.com/api/merge_requests/ */
const mergeRequest = require_schemas.object({
	iid: require_schemas.number(),
	web_url: require_schemas.string(),
	state: require_schemas.string(),
	title: require_schemas.string(),
	description: require_schemas.string().nullable(),
	author: user,
	source_branch: require_schemas.string(),
	target_branch: require_schemas.string(),
	source_project_id: require_schemas.number().nullable(),
	target_project_id: require_schemas.number(),
	sha: require_schemas.string().nullable(),
	merged_at: require_schemas.string().nullable(),
	closed_at: require_schemas.string().nullable(),
	merge_user: user.nullish(),
	merged_by: user.nullish(),
	merge_commit_sha: require_schemas.string().nullish(),
	squash_commit_sha: require_schemas.string().nullish(),
	draft: require_schemas.boolean().default(false)
});
const reading$1 = {
	doing: "show its merge requests",
	scope: "read_api",
	role: "Reporter"
};
const writing = {
	doing: "write the merge request",
	scope: "api",
	role: "Developer"
};
async function openProposal(api, branch) {
	return require_chosen.chosen(await listed(api, branch, "opened"));
}
async function endedProposals(api, branch) {
	return (await listed(api, branch, "all")).filter(({ state }) => state !== "open");
}
async function listed(api, branch, state) {
	return (await readAll(api, {
		path: "/merge_requests",
		query: [
			["source_branch", branch],
			["state", state],
			["order_by", "created_at"],
			["sort", "desc"]
		]
	}, reading$1, require_schemas.array(mergeRequest))).filter((row) => row.source_project_id === row.target_project_id).map(proposalOf);
}
async function open(api, draft) {
	const missed = [];
	const [reviewers, assignees] = await Promise.all([idsOf(api, draft.reviewers, "reviewer", missed), idsOf(api, draft.assignees, "assignee", missed)]);
	const answer = await send(api, {
		method: "POST",
		path: "/merge_requests",
		body: {
			source_branch: draft.branch,
			target_branch: draft.base,
			title: titled(draft.title, draft.draft),
			description: draft.body,
			remove_source_branch: true,
			...draft.labels.length === 0 ? {} : { labels: draft.labels.join(",") },
			...reviewers.length === 0 ? {} : { reviewer_ids: reviewers },
			...assignees.length === 0 ? {} : { assignee_ids: assignees }
		},
		also: [409]
	}, writing);
	if (answer.status !== 409) return {
		proposal: proposalOf(checked(answer, mergeRequest, writing)),
		missed
	};
	if (/already exists/i.test(messageOf(answer))) return "exists";
	throw refusalOf(answer, writing, api.token);
}
/** GitLab asks for numbers where people know names. */
async function idsOf(api, names, role, missed) {
	const ids = [];
	for (const name of names) {
		const found = await readAll(api, {
			path: "/users",
			query: [["username", name]]
		}, {
			...reading$1,
			doing: `look up the user ${name}`
		}, require_schemas.array(require_schemas.object({ id: require_schemas.number() })));
		if (found[0] === void 0) missed.push(`the ${role} ${name} could not be added: GitLab knows no such user`);
		else ids.push(found[0].id);
	}
	return ids;
}
async function update(api, proposal, text) {
	const body = {
		description: text.body,
		...text.title === void 0 ? {} : { title: titled(text.title, proposal.draft) }
	};
	return proposalOf(checked(await send(api, {
		method: "PUT",
		path: `/merge_requests/${proposal.number}`,
		body
	}, writing), mergeRequest, writing));
}
async function close(api, { number }, description) {
	const body = {
		state_event: "close",
		description
	};
	await send(api, {
		method: "PUT",
		path: `/merge_requests/${number}`,
		body
	}, writing);
}
async function comment(api, number, body) {
	const purpose = {
		...writing,
		doing: "comment on the merge request"
	};
	await send(api, {
		method: "POST",
		path: `/merge_requests/${number}/notes`,
		body: { body }
	}, purpose);
}
async function comments(api, number) {
	const note = require_schemas.object({
		body: require_schemas.string(),
		author: user,
		system: require_schemas.boolean().default(false)
	});
	return (await readAll(api, { path: `/merge_requests/${number}/notes` }, reading$1, require_schemas.array(note))).filter(({ system }) => !system).map(({ body, author }) => ({
		author: author.username,
		body
	}));
}
const draftPrefix = "Draft: ";
function titled(title, draft) {
	return draft ? `${draftPrefix}${title}` : title;
}
function proposalOf(row) {
	const ended = require_chosen.instantOf(row.merged_at ?? row.closed_at);
	return {
		number: row.iid,
		url: row.web_url,
		state: row.state === "opened" ? "open" : row.state === "merged" ? "merged" : "closed",
		title: row.draft ? row.title.replace(/^(?:\[?draft\]?|\(draft\)):?\s*/i, "") : row.title,
		body: row.description ?? "",
		draft: row.draft,
		author: row.author.username,
		base: row.target_branch,
		head: row.sha ?? "",
		...ended === void 0 ? {} : { endedAt: ended }
	};
}
// lib/forge/gitlab/merges.js
const reading = {
	doing: "show its merge requests",
	scope: "read_api",
	role: "Reporter"
};
/** So many numbers fit well into one address. */
const atOnce = 50;
const looks = 4;
async function mergeOf(api, commit) {
	const path = `/repository/commits/${encodeURIComponent(commit)}/merge_requests`;
	for (let look = 1;; look++) {
		const merged = (await read(api, { path }, reading, require_schemas.array(mergeRequest)) ?? []).filter(({ state }) => state === "merged");
		const row = merged.find((row) => row.merge_commit_sha === commit || row.squash_commit_sha === commit) ?? merged[0];
		const mergedAt = require_chosen.instantOf(row?.merged_at);
		if (row !== void 0 && mergedAt !== void 0) {
			const by = row.merge_user ?? row.merged_by;
			return {
				number: row.iid,
				url: row.web_url,
				author: row.author.username,
				...by === null || by === void 0 ? {} : { mergedBy: by.username },
				mergedAt,
				branch: row.source_branch
			};
		}
		if (look === looks) return void 0;
		await api.patience.wait(2e3 * look);
	}
}
async function ends(api, numbers) {
	const wanted = [...new Set(numbers)];
	const found = new Map(wanted.map((number) => [number, "unknown"]));
	/** By their branch. */
	const open = /* @__PURE__ */ new Map();
	for (let start = 0; start < wanted.length; start += atOnce) {
		const rows = await readAll(api, {
			path: "/merge_requests",
			query: [["state", "all"], ...wanted.slice(start, start + atOnce).map((number) => ["iids[]", `${number}`])]
		}, reading, require_schemas.array(mergeRequest));
		for (const row of rows) {
			const ended = require_chosen.instantOf(row.merged_at ?? row.closed_at);
			found.set(row.iid, row.state === "opened" ? "open" : ended === void 0 ? "unknown" : { ended });
			if (row.state === "opened" && row.source_project_id === row.target_project_id) open.set(row.source_branch, row.iid);
		}
	}
	for (const [number, ended] of await withoutBranch(api, open)) found.set(number, { ended });
	return found;
}
/** GitLab leaves a merge request open when its branch is deleted. A fork's branches are not ours to see. */
async function withoutBranch(api, open) {
	const since = /* @__PURE__ */ new Map();
	if (open.size === 0) return since;
	const there = new Set(await branches(api));
	const gone = new Set([...open.keys()].filter((name) => !there.has(name)));
	if (gone.size === 0) return since;
	for await (const { name, at } of deletedBranches(api)) {
		const number = open.get(name);
		if (gone.delete(name) && number !== void 0) since.set(number, at);
		if (gone.size === 0) break;
	}
	return since;
}
/** Older jobs of the same name that are still running. The oldest wins, so that two never wait for each other. */
async function otherRuns(api, job) {
	if (job === void 0) return "unknown";
	const row = require_schemas.object({
		id: require_schemas.number(),
		name: require_schemas.string(),
		web_url: require_schemas.string()
	});
	try {
		return (await readAll(api, {
			path: "/jobs",
			query: [["scope[]", "running"]]
		}, reading, require_schemas.array(row))).filter(({ id, name }) => name === job.name && id < job.id).map(({ web_url: url }) => url);
	} catch (error) {
		if (error instanceof require_index.HygieneError && error.code === "no-permission") return "unknown";
		throw error;
	}
}
// lib/forge/gitlab/index.js
/** GitLab, gitlab.com or self-managed, through REST. */
function openGitLab({ api: root, project, token, defaultBranch, job }, patience) {
	const api = {
		root,
		project,
		token,
		patience
	};
	return {
		kind: "gitlab",
		project,
		words: {
			proposal: "merge request",
			sigil: "!"
		},
		openProposal: (branch) => openProposal(api, branch),
		endedProposals: (branch) => endedProposals(api, branch),
		base: (known) => base(api, known ?? defaultBranch),
		branch: (name, known) => branch(api, name, known ?? defaultBranch),
		branches: () => branches(api),
		deletedBranches: () => deletedBranches(api),
		file: (path, commit) => file(api, path, commit),
		lastTouch: (path, commit) => lastTouch(api, path, commit),
		commit: (change) => commit(api, change),
		open: (draft) => open(api, draft),
		update: (proposal, text) => update(api, proposal, text),
		close: (proposal, body) => close(api, proposal, body),
		comment: (number, body) => comment(api, number, body),
		comments: (number) => comments(api, number),
		mergeOf: (commit) => mergeOf(api, commit),
		ends: (numbers) => ends(api, numbers),
		otherRuns: () => otherRuns(api, job)
	};
}
exports.openGitLab = openGitLab;
