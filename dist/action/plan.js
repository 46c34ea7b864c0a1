const require_usage = require("./usage.js");
const require_plan_before = require("./plan-before.js");
const require_metadata_tag = require("./metadata-tag.js");
const require_classify = require("./classify.js");
const require_suggest = require("./suggest.js");
const require_plan_file = require("./plan-file.js");
const require_index = require("./index.js");
const require_registry = require("./registry.js");
const require_instant = require("./instant.js");
const require_reference = require("./reference.js");
const require_amount = require("./amount.js");
const require_plan_file_parse = require("./plan-file-parse.js");
const require_closed_requests = require("./closed-requests.js");
const require_event = require("./event.js");
const require_forge = require("./forge.js");
const require_collection = require("./collection.js");
const require_policy = require("./policy.js");
const require_registries = require("./registries.js");
// lib/cleanup/mistakes.js
const most = 5;
/**
* What looks like a slip in the policy or in the tags: a template that matches nothing (and so protects nothing), tags
* that nearly match, tags that builds may not have, labels in a wrong unit.
*/
function mistakesOf(decision, snapshots, loaded) {
	const tags = snapshots.flatMap((snapshot) => [...snapshot.tags.keys()].filter((tag) => require_metadata_tag.parseMetadataTag(tag) === void 0).sort().map((tag) => ({
		tag,
		image: `${snapshot.repository}:${tag}`
	})));
	return [
		...emptyTemplates(tags.map(({ tag }) => tag), loaded),
		...nearMisses(decision, loaded),
		...forbidden(tags, loaded),
		...wrongUnits(decision)
	];
}
function emptyTemplates(tags, { policy, where }) {
	if (tags.length === 0) return [];
	return Object.keys(policy.classes).flatMap((name) => require_classify.classTemplates(policy, name).flatMap((template, index) => {
		const location = where(`classes.${name}.tags.${index}`);
		if (location === void 0 || tags.some((tag) => template.match(tag) !== void 0)) return [];
		return [finding("template-matches-nothing", `the template '${template.text}' of class ${name} matches none of ${tags.length} tags`, {
			fix: "compare it with the tags that the registry has; templates match whole tags, never digests",
			location
		})];
	}));
}
function nearMisses(decision, { policy }) {
	const found = [];
	for (const { images, repository } of decision.repositories) for (const { fate, tags } of images) {
		if (fate.goes || fate.because !== "no-class") continue;
		for (const tag of tags) {
			if (found.length === most) return found;
			const meant = require_suggest.nearestTag(tag, policy);
			if (meant === void 0 || !isNear(tag, meant.tag)) continue;
			found.push(finding("tag-nearly-matches", `the tag ${tag} is of no class, and nearly ${meant.tag} of class ${meant.class}`, { image: `${repository}:${tag}` }));
		}
	}
	return found;
}
function isNear(tag, meant) {
	const bare = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
	return bare(meant).includes(bare(tag)) || bare(tag).includes(bare(meant));
}
function forbidden(tags, { policy, where }) {
	return tags.flatMap(({ tag, image }) => {
		const row = require_classify.matchesForbidden(tag, policy);
		return row === void 0 ? [] : [finding("forbidden-tag", `${image} has a tag that builds may not have ('${row.template}')`, {
			image,
			location: where(row.path)
		})];
	}).slice(0, most);
}
function wrongUnits(decision) {
	return decision.repositories.flatMap(({ images }) => images).flatMap(({ repository, head, tags, fate }) => !fate.goes && fate.because === "absurd-clock" ? [finding("clock-absurd", `expire_at ${fate.detail}; it is kept`, {
		fix: "write unix seconds: date +%s has ten digits",
		image: tags[0] === void 0 ? `${repository}@${head}` : `${repository}:${tags[0]}`
	})] : []).slice(0, most);
}
function finding(rule, message, more) {
	return {
		rule,
		severity: "warning",
		message,
		...more.fix === void 0 ? {} : { fix: more.fix },
		...more.location === void 0 ? {} : { location: more.location },
		...more.image === void 0 ? {} : { image: more.image }
	};
}
// lib/cleanup/pull-request/title.js
/** Counts, bytes and the plan's id: closing it says no to this very plan, never to all cleanup. */
function titleOf({ images, tags, bytes, kept }, plan) {
	const id = `(plan ${shortId(plan)})`;
	if (images === 0 && tags === 0) return `Image cleanup: nothing to delete, ${require_amount.count(kept, "image")} to keep ${id}`;
	return `Image cleanup: ${[...images === 0 ? [] : [require_amount.count(images, "image"), require_amount.formatBytes(bytes)], ...tags === 0 ? [] : [require_amount.count(tags, "tag")]].join(", ")} ${id}`;
}
/** Seven hex digits, as git shows commits. */
function shortId(plan) {
	return plan.slice(7, 14);
}
/** The short id in a title, for a body whose marker somebody has deleted. */
function idInTitle(title) {
	return /\(plan ([0-9a-f]{7})\)/.exec(title)?.[1];
}
// lib/cleanup/pull-request/marker.js
/** One line, at the end of the body. */
function formatMarker({ plan, proposed, text, state }) {
	return `<!-- image-hygiene plan=${plan} proposed=${proposed} text=${text}${state === void 0 ? "" : ` state=${state}`} -->`;
}
const grammar = /<!-- image-hygiene plan=(sha256:[0-9a-f]{64}) proposed=(sha256:[0-9a-f]{64}) text=([0-9a-f]{16})(?: state=(emptied|stopped))? -->/g;
/** The last marker of a body; nothing untrusted in a body can look like one, because `<` is escaped there. */
function parseMarker(body) {
	const [, plan, proposed, text, state] = [...body.matchAll(grammar)].at(-1) ?? [];
	if (plan === void 0 || proposed === void 0 || text === void 0) return void 0;
	return {
		plan,
		proposed,
		text,
		...state === void 0 ? {} : { state }
	};
}
/** The body with another state in its marker. */
function withState(body, state) {
	const marker = parseMarker(body);
	if (marker === void 0) return body;
	return body.replace(grammar, formatMarker({
		...marker,
		state
	}));
}
function hashText(text) {
	return require_registry.nodeCrypto().createHash("sha256").update(text).digest("hex").slice(0, 16);
}
// lib/cleanup/pull-request/comments.js
const closingComment = "Nothing is left to delete, so this is closed. The next images that may go get a new one.";
const mark = "<!-- image-hygiene stopped -->";
/** The one comment when people did something that no refresh can carry along. */
function stoppingComment(why) {
	return {
		mark,
		text: [
			`This is not refreshed any more: ${require_index.inMarkdown(why)}.`,
			"",
			"Nobody’s commit is overwritten. To go on, undo that edit: lines of the plan may be deleted, or changed to `\"action\":\"keep\"`, and nothing else. Or close this and delete its branch.",
			"",
			mark
		].join("\n")
	};
}
/** The body with a line on top that says it is out of date; a refresh writes the whole body anew. */
function withStoppedBanner(body, why) {
	return `> **Not refreshed any more:** ${require_index.inMarkdown(why)}\n\n${withState(body, "stopped")}`;
}
// lib/cleanup/pull-request/findings.js
/** What a person should know about a move that left things as they are. */
function findingsOf(move, { proposal, sigil }) {
	if (move.to === "stop") return [stopped(move.why, proposal)];
	if (move.to !== "leave") return [];
	const { why } = move;
	const name = move.proposal === void 0 ? `the ${proposal}` : `${sigil}${move.proposal.number}`;
	switch (why.because) {
		case "same":
		case "nothing-to-do": return [];
		case "held": return [warning("pull-request-held", `${name} stays as it is, because not every repository could be read`)];
		case "already-merged": return [{
			rule: "pull-request-merged",
			severity: "info",
			message: `${name} with this very plan is merged, but its images are still there`,
			fix: "run the apply job of that merge again; if its plan is too old by now, delete the lines with \"action\":\"delete\" from the plan file on the default branch and run the plan job"
		}];
		case "stopped": return [stopped(why.what, proposal)];
		case "foreign-branch": return [warning("pull-request-branch-taken", `no ${proposal} is opened, because its branch holds work of somebody else: ${why.what}`, "delete the branch, or name another one in cleanup.pull-request.branch")];
		case "other-base": return [warning("pull-request-other-base", `${name} goes to the branch ${why.what}, not to the default branch, and is left alone`, `set its base to the default branch, or close it`)];
		case "refused": return [info("pull-request-refused", `${name} with this very plan was closed: it is not proposed again`)];
		case "closed-lately": return [info("pull-request-quiet", `${name} was closed: nothing is proposed before ${require_instant.formatInstant(why.until)} (cleanup.pull-request.quiet-after-close)`)];
	}
}
function stopped(why, proposal) {
	return warning("pull-request-stopped", `the ${proposal} is not refreshed: ${why}`, "undo that edit on the branch, or close the proposal and delete its branch");
}
function warning(rule, message, fix) {
	return {
		rule,
		severity: "warning",
		message,
		...fix === void 0 ? {} : { fix }
	};
}
function info(rule, message) {
	return {
		rule,
		severity: "info",
		message
	};
}
// lib/cleanup/pull-request/message.js
/** The commit message of a plan. */
function messageOf({ plan, struck }, title) {
	return [
		title,
		"",
		`Plan ${shortId(plan)} of the images that may go.`,
		...struck.length === 0 ? [] : [`Struck by reviewers, and left out: ${struck.length}.`],
		"",
		`Image-Hygiene-Plan: ${plan}`,
		...struck.map((name) => `Image-Hygiene-Struck: ${name}`)
	].join("\n");
}
/** Reads the trailers; `undefined` if the commit is not one of ours. */
function parseMessage(message) {
	let plan;
	const struck = /* @__PURE__ */ new Set();
	for (const line of message.split(/\r?\n/)) {
		const [, key, value = ""] = /^Image-Hygiene-(Plan|Struck): (\S{1,600})$/.exec(line) ?? [];
		if (key === "Plan" && require_reference.isDigest(value)) plan = value;
		if (key === "Struck" && isImageName(value)) struck.add(value);
	}
	return plan === void 0 ? void 0 : {
		plan,
		struck: [...struck].sort()
	};
}
/** How a plan's line is known: by image, whatever its tags are by then. */
function nameOf({ repository, head }) {
	return require_reference.formatReference({
		repository,
		digest: head
	});
}
function isImageName(text) {
	const reference = require_reference.parseReference(text);
	return "repository" in reference && reference.digest !== void 0 && reference.tag === void 0;
}
// lib/cleanup/pull-request/move.js
function nextMove(situation) {
	const { open } = situation.seen;
	return open === void 0 ? withoutOpen(situation) : withOpen(situation, open);
}
/** The reasons to write nothing at all that need no look at the branch. */
function quietMove({ seen, wanted, now, quietAfterClose }) {
	if (seen.open !== void 0) return void 0;
	const quiet = (why, proposal) => ({
		to: "leave",
		operation: "quiet",
		why,
		proposal
	});
	if (!deletes(wanted)) return {
		to: "leave",
		operation: "unchanged",
		why: { because: "nothing-to-do" }
	};
	if (seen.merged !== void 0 && require_plan_file.planId(seen.merged.lines) === wanted.id) {
		const merged = seen.ended.find(({ state }) => state === "merged");
		return {
			to: "leave",
			operation: "unchanged",
			why: { because: "already-merged" },
			...merged === void 0 ? {} : { proposal: merged }
		};
	}
	const refused = seen.ended.filter(isRefusal).find((proposal) => says(proposal, wanted));
	if (refused !== void 0) return quiet({ because: "refused" }, refused);
	const [latest] = seen.ended;
	if (latest === void 0 || !isRefusal(latest)) return void 0;
	const until = (latest.endedAt ?? now) + quietAfterClose;
	return until > now ? quiet({
		because: "closed-lately",
		until
	}, latest) : void 0;
}
function withOpen(situation, proposal) {
	const { seen, wanted, held } = situation;
	const leave = (why) => ({
		to: "leave",
		operation: why.because === "held" ? "held" : "unchanged",
		why,
		proposal
	});
	if (held) return leave({ because: "held" });
	if (proposal.base !== seen.base.branch) return leave({
		because: "other-base",
		what: proposal.base
	});
	const observed = seen.branch;
	if (observed === void 0) return {
		to: "write",
		commit: "new-branch",
		proposal,
		text: isOtherText(proposal, wanted)
	};
	if (!observed.edits.understood) {
		const what = observed.edits.why;
		return parseMarker(proposal.body)?.state === "stopped" ? leave({
			because: "stopped",
			what
		}) : {
			to: "stop",
			proposal,
			why: what
		};
	}
	if (isEmpty(situation)) return {
		to: "close",
		proposal
	};
	const commit = holds(observed, wanted) ? "none" : observed;
	const text = isOtherText(proposal, wanted);
	return commit === "none" && !text ? leave({ because: "same" }) : {
		to: "write",
		commit,
		proposal,
		text
	};
}
function withoutOpen(situation) {
	const quiet = quietMove(situation);
	if (quiet !== void 0) return quiet;
	const { branch: observed } = situation.seen;
	if (observed === void 0) return {
		to: "write",
		commit: "new-branch",
		text: true
	};
	if (observed.use === "live" && !observed.edits.understood) return {
		to: "leave",
		operation: "unchanged",
		why: {
			because: "foreign-branch",
			what: observed.edits.why
		}
	};
	return {
		to: "write",
		commit: observed.use === "live" && observed.branch.behind !== true && holds(observed, situation.wanted) ? "none" : observed,
		text: true
	};
}
/** Nothing goes, and no reviewer's keep is waiting on the branch to be merged. */
function isEmpty({ wanted, seen }) {
	if (deletes(wanted)) return false;
	const known = new Set(keepsOf(seen.merged?.lines ?? []).map(nameOf));
	return keepsOf(wanted.lines).every((line) => known.has(nameOf(line)));
}
function deletes({ lines }) {
	return lines.some(({ action }) => action !== "keep");
}
function keepsOf(lines) {
	return lines.filter(({ action }) => action === "keep");
}
/** Whether the branch already has what is wanted: as bytes, or as the same lines after a reviewer's edits. */
function holds({ text, edits }, wanted) {
	if (text === wanted.text) return true;
	return isUnderstood(edits) && !edits.untouched && require_plan_file.planId(edits.plan.lines) === wanted.id && sameHeader(edits.plan, wanted);
}
function isUnderstood(edits) {
	return edits.understood;
}
/** Policy and sources, in the first line of the wanted file, next to its own id. */
function sameHeader({ header: { policy, sources } }, wanted) {
	const first = JSON.parse(wanted.text.slice(0, wanted.text.indexOf("\n")));
	return first.policy === policy && first.sources.join("\n") === sources.join("\n");
}
function isOtherText({ body }, { marker }) {
	const there = parseMarker(body);
	return there === void 0 || there.text !== marker.text || there.plan !== marker.plan || there.proposed !== marker.proposed || there.state !== void 0;
}
/** Closed by a person. One that the tool closed itself, because nothing was left, is no "no". */
function isRefusal({ state, body }) {
	return state === "closed" && parseMarker(body)?.state !== "emptied";
}
/** Whether this closed proposal was about the same plan. */
function says({ title, body }, { id, proposed }) {
	const marker = parseMarker(body);
	if (marker === void 0) return idInTitle(title) === shortId(id) || idInTitle(title) === shortId(proposed);
	const ids = /* @__PURE__ */ new Set([marker.plan, marker.proposed]);
	return ids.has(id) || ids.has(proposed);
}
// lib/cleanup/pull-request/edits.js
/** Whether `text` is the very file that the commit of the note wrote: then nobody needs to read that one. */
function isAsWritten(text, note) {
	const plan = text === void 0 ? void 0 : parsed(text);
	return plan !== void 0 && note !== void 0 && plan.header.plan === note.plan && require_plan_file.planId(plan.lines) === note.plan;
}
function readEdits({ path, changed, text, note, written }) {
	const others = changed.filter((file) => file !== path);
	if (others.length > 0) {
		const more = others.length > 3 ? ` and ${others.length - 3} more` : "";
		return strange(`the branch changes other files than the plan: ${others.slice(0, 3).join(", ")}${more}`);
	}
	if (text === void 0) return strange("the plan file is deleted on the branch");
	const read = require_plan_file_parse.parsePlan(text);
	if ("faults" in read) {
		const [first] = read.faults;
		return strange(`the plan on the branch cannot be read: line ${first?.line}: ${first?.message}`);
	}
	if (note === void 0) return strange("no commit of image-hygiene is on the branch");
	const keeps = read.lines.filter(({ action }) => action === "keep");
	const struck = new Set(note.struck);
	if (isAsWritten(text, note)) return {
		understood: true,
		plan: read,
		struck,
		keeps,
		untouched: true
	};
	const before = written === void 0 ? void 0 : parsed(written);
	if (before === void 0) return strange("the plan that image-hygiene wrote on the branch cannot be read any more");
	const fault = compareInto(struck, before, read);
	return fault === void 0 ? {
		understood: true,
		plan: read,
		struck,
		keeps,
		untouched: false
	} : strange(fault);
}
/** Adds what reviewers struck and takes out what they put back; what is neither is returned as a sentence. */
function compareInto(struck, before, after) {
	if (headerOf(before) !== headerOf(after)) return "the first line of the plan was edited";
	const was = new Map(before.lines.map((line) => [nameOf(line), line]));
	const is = new Map(after.lines.map((line) => [nameOf(line), line]));
	for (const name of was.keys()) if (!is.has(name)) struck.add(name);
	for (const [name, line] of is) {
		const old = was.get(name);
		if (old !== void 0 && !(sameBut(old, line) && mayBecome(old, line))) return `the line of ${name} was rewritten`;
		if (old === void 0 && line.action !== "keep" && !struck.has(name)) return `a line was added: ${name}. Lines can be deleted or changed to keep, not added`;
		struck.delete(name);
	}
}
/** Anything may be kept, and what was kept may be given up; only a plan says whether an image goes or a tag of it. */
function mayBecome(old, line) {
	return line.action === "keep" || old.action === "keep" || line.action === old.action;
}
/** Equal but for the action, which reviewers may change. */
function sameBut(a, b) {
	return require_plan_file.planId([{
		...a,
		action: "delete"
	}]) === require_plan_file.planId([{
		...b,
		action: "delete"
	}]);
}
function headerOf({ header: { policy, sources, plan } }) {
	return [
		plan,
		policy,
		...sources
	].join("\n");
}
function parsed(text) {
	const plan = require_plan_file_parse.parsePlan(text);
	return "faults" in plan ? void 0 : plan;
}
function strange(why) {
	return {
		understood: false,
		why
	};
}
// lib/cleanup/pull-request/observe.js
async function observeProposals(forge, name, planFile) {
	const open = await forge.openProposal(name);
	if (open !== void 0) return {
		open,
		ended: []
	};
	const ended = await forge.endedProposals(name);
	const last = ended.find(({ state }) => state === "merged");
	const merged = last === void 0 ? void 0 : await planAt(forge, planFile, last.base);
	return merged === void 0 ? { ended } : {
		ended,
		merged
	};
}
async function observeBranch(forge, name, planFile, proposals) {
	const { open, ended } = proposals;
	const known = (open ?? ended[0])?.defaultBranch;
	const branch = await forge.branch(name, known);
	if (branch === void 0) return {
		...proposals,
		base: await forge.base(known)
	};
	const { base } = branch;
	const use = open === void 0 ? useOf(branch, ended, planFile) : "live";
	if (use !== "live") return {
		...proposals,
		base,
		branch: {
			branch,
			use,
			edits: nobody$2
		}
	};
	return {
		...proposals,
		base,
		branch: await readBranch(forge, branch, planFile)
	};
}
function useOf(branch, ended, planFile) {
	if (branch.commits.length === 0) return "spent";
	const last = ended.find((proposal) => proposal.head === branch.head);
	if (last === void 0) return "live";
	const foreign = branch.changed.some((path) => path !== planFile);
	return last.state === "merged" || foreign ? "abandoned" : "spent";
}
const nobody$2 = {
	understood: false,
	why: "the branch is spent"
};
async function readBranch(forge, branch, path) {
	const { changed, commits } = branch;
	const ours = commits.findLast(({ message }) => parseMessage(message) !== void 0);
	const note = ours === void 0 ? void 0 : parseMessage(ours.message);
	const foreign = changed.some((file) => file !== path);
	const text = foreign ? void 0 : await forge.file(path, branch.head);
	return {
		branch,
		use: "live",
		edits: readEdits({
			path,
			changed,
			text,
			note,
			written: !foreign && ours !== void 0 && !isAsWritten(text, note) ? await forge.file(path, ours.id) : void 0
		}),
		...text === void 0 ? {} : { text }
	};
}
/** The plan at a commit or a branch; `undefined` where there is none that can be read. */
async function planAt(forge, path, revision) {
	const text = await forge.file(path, revision);
	const plan = text === void 0 ? void 0 : require_plan_file_parse.parsePlan(text);
	return plan === void 0 || "faults" in plan ? void 0 : plan;
}
// lib/cleanup/pull-request/sections.js
const rows = 10;
const names = 20;
function whatHappens(totals, going, { words }) {
	const repositories = new Set(going.map(({ line }) => line.repository)).size;
	const images = `**${require_amount.count(totals.images, "image")}** (${require_amount.formatBytes(totals.bytes)}) from ${repositories === 1 ? "1 repository" : `${require_amount.thousands(repositories)} repositories`}`;
	const tags = `**${require_amount.count(totals.tags, "tag")}** of images that stay`;
	const what = [...totals.images === 0 ? [] : [images], ...totals.tags === 0 ? [] : [tags]];
	return {
		name: "what happens",
		rank: 0,
		text: what.length === 0 ? `Merging this deletes nothing. It remembers ${require_amount.count(totals.kept, "image")} to keep.` : `Merging this ${words.proposal} deletes ${what.join(" and ")}, and nothing else. Each is looked at once more just before: what changed or came into use by then stays.`
	};
}
function heldBack({ decision, words }) {
	const held = decision.repositories.filter((repository) => repository.held.length > 0);
	if (held.length === 0) return void 0;
	const lines = held.map(({ repository, held: gaps }) => {
		const [gap] = gaps;
		const more = gaps.length > 1 ? ` (and ${gaps.length - 1} more)` : "";
		return `- ${require_index.inCode(repository)}: ${require_index.inMarkdown(`${gap?.about ?? ""}: ${gap?.why ?? ""}`)}${more}`;
	});
	return {
		name: "held repositories",
		rank: 1,
		text: `### Held: nothing of these is in this ${words.proposal}\n\n${lines.join("\n")}`
	};
}
function byRepository(going) {
	if (going.length === 0) return void 0;
	const sums = /* @__PURE__ */ new Map();
	for (const { line, bytes } of going) {
		const kind = line.class ?? (line.tags.length === 0 ? "untagged" : "no class");
		const key = `${line.repository} ${kind}`;
		const sum = sums.get(key) ?? {
			images: 0,
			bytes: 0,
			row: [require_index.inCode(line.repository), require_index.inMarkdown(kind)]
		};
		sums.set(key, {
			...sum,
			images: sum.images + 1,
			bytes: sum.bytes + bytes
		});
	}
	return {
		name: "table by repository and class",
		rank: 2,
		text: `| repository | class | images | frees |\n|---|---|--:|--:|\n${[...sums.entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, { images, bytes, row }]) => `| ${row.join(" | ")} | ${images} | ${require_amount.formatBytes(bytes)} |`).join("\n")}`
	};
}
/** Tags that go alone, each with the name that its image stays under. */
function namesOnly(lines, images) {
	const table = lines.slice(0, names).map((line) => {
		const by = images.get(nameOf(line))?.untag?.by.tag;
		const tags = line.tags.map((tag) => require_index.inCode(tag)).join(", ");
		return `| ${require_index.inCode(line.repository)} | ${tags} | ${by === void 0 ? "" : require_index.inCode(by)} | ${line.reason} |`;
	});
	const more = lines.length > table.length ? [`| and ${lines.length - table.length} more | | | |`] : [];
	return tabled("tags that go alone", 2, "| tags that go, images that stay | tags | stays as | why |\n|---|---|---|---|", [...table, ...more]);
}
function keptByPeople(keeps) {
	return listed("kept by reviewers", 3, "### Kept by reviewers", keeps.map(nameInCode));
}
function struckByPeople(struck) {
	return listed("struck lines", 3, "### Struck here, and proposed again next time", struck.map((name) => require_index.inCode(name)));
}
function biggest(going) {
	return tabled("the biggest", 5, "| the biggest | frees |\n|---|--:|", going.filter(({ bytes }) => bytes > 0).sort((a, b) => b.bytes - a.bytes || order(a, b)).slice(0, rows).map(({ line, bytes }) => `| ${nameInCode(line)} | ${require_amount.formatBytes(bytes)} |`));
}
function oldest(going) {
	return tabled("the oldest", 6, "| the oldest | could go since | why |\n|---|---|---|", going.flatMap((one) => one.image?.clock === void 0 ? [] : [{
		...one,
		at: one.image.clock.at
	}]).sort((a, b) => a.at - b.at || order(a, b)).slice(0, rows).map(({ line, at }) => `| ${nameInCode(line)} | ${require_instant.formatInstant(at).slice(0, 10)} | ${line.reason} |`));
}
/** Releases and whatever else no clock can touch: what people most want to be sure of. */
function forever(decision) {
	return listed("protected images", 7, "### Protected: these stay", decision.repositories.flatMap(({ repository, images }) => {
		const tags = images.filter(isProtected).flatMap((image) => image.tags);
		if (tags.length === 0) return [];
		const more = tags.length > names ? ` and ${tags.length - names} more` : "";
		return [`- ${require_index.inCode(repository)}: ${tags.slice(-20).map((tag) => require_index.inCode(tag)).join(", ")}${more}`];
	}), true);
}
function isProtected({ fate }) {
	return !fate.goes && (fate.because === "never-expires" || fate.because === "newest");
}
function howTo({ proposal, planFile, quietDays }) {
	return {
		name: "how to",
		rank: 0,
		text: [
			"### Your say",
			"",
			`- **Not this one, not now:** delete its line in \`${planFile}\` on this branch. It is proposed again next time.`,
			`- **Keep this one:** change \`"action":"delete"\` (or \`"untag"\`) to \`"action":"keep"\` in its line. That is remembered as long as the image exists.`,
			`- **No to all of it:** close this ${proposal}. This very plan never comes back, and nothing comes for ${require_amount.count(quietDays, "day")}.`,
			`- Other edits stop the refreshing of this ${proposal}. A line written in by hand never deletes what the policy keeps.`
		].join("\n")
	};
}
function madeFrom({ header, id }) {
	const sources = header.sources.length === 0 ? "none" : header.sources.map((name) => require_index.inCode(name, 100)).slice(0, names).join(", ");
	return {
		name: "origin",
		rank: 0,
		text: `<sub>Plan ${shortId(id)} · policy ${shortId(header.policy)} · in use according to: ${sources}</sub>`
	};
}
function listed(name, rank, title, items, asLines = false) {
	if (items.length === 0) return void 0;
	const shown = items.slice(0, asLines ? items.length : names);
	const more = items.length > shown.length ? [`- and ${items.length - shown.length} more`] : [];
	return {
		name,
		rank,
		text: [
			title,
			"",
			...asLines ? shown : shown.map((item) => `- ${item}`),
			...more
		].join("\n")
	};
}
function tabled(name, rank, head, table) {
	return table.length === 0 ? void 0 : {
		name,
		rank,
		text: `${head}\n${table.join("\n")}`
	};
}
/** `app:pr-7` where there is a tag, else the digest. */
function nameInCode({ repository, tags, head }) {
	const [tag] = tags;
	const more = tags.length > 1 ? ` (+${tags.length - 1})` : "";
	return tag === void 0 ? require_index.inCode(`${repository}@${head.slice(0, 19)}`) : `${require_index.inCode(`${repository}:${tag}`)}${more}`;
}
function order(a, b) {
	const [left, right] = [`${a.line.repository}@${a.line.head}`, `${b.line.repository}@${b.line.head}`];
	return left < right ? -1 : left > right ? 1 : 0;
}
// lib/cleanup/pull-request/body.js
/** The text of the proposal: the same for the same plan and decision, with no word about today. */
function bodyOf(facts) {
	const images = new Map(facts.decision.repositories.flatMap(({ images }) => images.map((image) => [nameOf(image), image])));
	const going = facts.lines.filter(({ action }) => action === "delete").map((line) => {
		const image = images.get(nameOf(line));
		const bytes = image?.fate.goes === true ? image.fate.bytes : 0;
		return image === void 0 ? {
			line,
			bytes
		} : {
			line,
			image,
			bytes
		};
	});
	const names = facts.lines.filter(({ action }) => action === "untag");
	const keeps = facts.lines.filter(({ action }) => action === "keep");
	const totals = {
		images: going.length,
		tags: names.reduce((sum, { tags }) => sum + tags.length, 0),
		bytes: going.reduce((sum, { bytes }) => sum + bytes, 0),
		kept: keeps.length
	};
	return {
		body: fitted([
			whatHappens(totals, going, facts),
			heldBack(facts),
			byRepository(going),
			namesOnly(names, images),
			keptByPeople(keeps),
			struckByPeople(facts.struck),
			biggest(going),
			oldest(going),
			forever(facts.decision),
			howTo(facts.words),
			madeFrom(facts)
		].filter((section) => section !== void 0), facts.words),
		totals
	};
}
/** Drops whole sections, the least needed first, until the rest fits; says how many and where everything is. */
function fitted(sections, { planFile }) {
	const needed = [...sections].sort((a, b) => a.rank - b.rank);
	const shown = /* @__PURE__ */ new Set();
	let room = 59200;
	for (const section of needed) {
		if (section.text.length + 2 > room && section.rank > 0) continue;
		shown.add(section);
		room -= section.text.length + 2;
	}
	const dropped = sections.filter((section) => !shown.has(section));
	const note = dropped.length === 0 ? [] : [`_${dropped.length} ${dropped.length === 1 ? "section is" : "sections are"} left out here for length (${dropped.map(({ name }) => name).join(", ")}): \`${planFile}\` has every line, and the job summary has the rest._`];
	return [...sections.filter((section) => shown.has(section)).map(({ text }) => text), ...note].join("\n\n");
}
// lib/cleanup/pull-request/proposal.js
function wantedOf(fresh, strikes, words) {
	const isStruck = (line) => line.action !== "keep" && strikes.has(nameOf(line));
	const lines = fresh.lines.filter((line) => !isStruck(line));
	const struck = fresh.lines.filter(isStruck).map(nameOf).sort();
	const text = require_plan_file.formatPlan(fresh.header, lines);
	const id = idOf(text);
	const proposed = struck.length === 0 ? id : require_plan_file.planId(fresh.lines);
	const { body: told, totals } = bodyOf({
		...fresh,
		lines,
		struck,
		id,
		words
	});
	const title = titleOf(totals, id);
	const marker = {
		plan: id,
		proposed,
		text: hashText(`${title}\n${told}`)
	};
	return {
		id,
		proposed,
		lines,
		text,
		struck,
		title,
		body: `${told}\n\n${formatMarker(marker)}\n`,
		marker,
		message: messageOf({
			plan: id,
			struck: [...strikes].sort()
		}, title)
	};
}
/** The id in the first line of a file that was just written. */
function idOf(text) {
	return JSON.parse(text.slice(0, text.indexOf("\n"))).plan;
}
// lib/cleanup/pull-request/propose.js
const nobody$1 = {
	keeps: [],
	struck: /* @__PURE__ */ new Set()
};
/** How often a run looks again because somebody wrote at the same time. */
const rounds = 5;
const day = 86400;
/**
* Keeps exactly one cleanup proposal true. Looks, decides (`nextMove`), then writes; whatever was written by others in
* between makes it look again. The branch only moves forward, so no round can lose what a person wrote.
*/
async function propose(options) {
	const { forge, rules, wait } = options;
	for (let round = 1; round <= rounds; round++) {
		const settled = await proposeOnce(options);
		if (settled !== "moved") return settled;
		await wait(500 * 2 ** round);
	}
	throw new require_index.HygieneError("undecidable", `the branch ${rules["pull-request"].branch} or its ${forge.words.proposal} kept changing while it was being refreshed`, { fix: "run the step again; let only one plan job run at a time (concurrency, resource_group)" });
}
async function proposeOnce(options) {
	const { forge, rules, now, plan } = options;
	const { branch, "quiet-after-close": quietAfterClose } = rules["pull-request"];
	const words = {
		proposal: forge.words.proposal,
		planFile: rules["plan-file"],
		quietDays: Math.round(quietAfterClose / day)
	};
	const proposals = await observeProposals(forge, branch, rules["plan-file"]);
	if (proposals.open === void 0) {
		const wanted = wantedOf(await plan(nobody$1), nobody$1.struck, words);
		const quiet = quietMove({
			seen: proposals,
			wanted,
			now,
			quietAfterClose
		});
		if (quiet !== void 0) return told(options, proposals, wanted, quiet);
	}
	const observed = await observeBranch(forge, branch, rules["plan-file"], proposals);
	const edits = observed.branch?.edits;
	const reviewed = edits?.understood === true ? edits : nobody$1;
	const fresh = await plan(reviewed);
	const held = fresh.decision.repositories.some((repository) => repository.held.length > 0);
	const wanted = wantedOf(fresh, reviewed.struck, words);
	const seen = await withMerged(options, observed, wanted);
	return told(options, seen, wanted, nextMove({
		seen,
		wanted,
		held,
		now,
		quietAfterClose
	}));
}
/** The plan on the default branch, where closing hangs on whether its keep lines are there already. */
async function withMerged({ forge, rules }, seen, { lines }) {
	const onlyKeeps = lines.length > 0 && lines.every(({ action }) => action === "keep");
	if (seen.open === void 0 || !onlyKeeps) return seen;
	const merged = await planAt(forge, rules["plan-file"], seen.base.commit);
	return merged === void 0 ? seen : {
		...seen,
		merged
	};
}
async function told(options, seen, wanted, move) {
	const done = await act(options, seen, wanted, move);
	if (done === "moved") return done;
	return {
		...done,
		findings: [...findingsOf(move, options.forge.words), ...done.findings],
		text: wanted.text
	};
}
async function act(options, seen, wanted, move) {
	const { forge } = options;
	switch (move.to) {
		case "leave": return {
			operation: move.operation,
			...addressOf(move.proposal),
			findings: []
		};
		case "close": {
			const { proposal } = move;
			await forge.close(proposal, withState(proposal.body, "emptied"));
			await forge.comment(proposal.number, closingComment);
			return {
				operation: "closed",
				...addressOf(proposal),
				findings: []
			};
		}
		case "stop": {
			const { proposal, why } = move;
			const said = await forge.comments(proposal.number);
			await forge.update(proposal, { body: withStoppedBanner(proposal.body, why) });
			const comment = stoppingComment(why);
			if (!said.some(({ body }) => body.includes(comment.mark))) await forge.comment(proposal.number, comment.text);
			return {
				operation: "unchanged",
				...addressOf(proposal),
				findings: []
			};
		}
		case "write": return "base" in seen ? write(options, seen, wanted, move) : "moved";
	}
}
async function write({ forge, rules }, { base }, { text: content, message, title, body }, { commit, proposal, text }) {
	const { branch, draft, labels, reviewers, assignees } = rules["pull-request"];
	if (commit !== "none") {
		const onto = commit === "new-branch" ? {} : { onto: commit };
		if (await forge.commit({
			branch,
			path: rules["plan-file"],
			content,
			message,
			base,
			...onto
		}) === "moved") return "moved";
	}
	if (proposal === void 0) {
		const opened = await forge.open({
			branch,
			base: base.branch,
			title,
			body,
			draft,
			labels,
			reviewers,
			assignees
		});
		if (opened === "exists") return "moved";
		const findings = opened.missed.map((message) => ({
			rule: "pull-request-incomplete",
			severity: "warning",
			message
		}));
		return {
			operation: "created",
			...addressOf(opened.proposal),
			findings
		};
	}
	if (text) {
		if ((await forge.update(proposal, {
			title,
			body
		})).state !== "open") return "moved";
	}
	return {
		operation: "updated",
		...addressOf(proposal),
		findings: []
	};
}
function addressOf(proposal) {
	return proposal === void 0 ? {} : {
		number: proposal.number,
		url: proposal.url
	};
}
// lib/cleanup/pull-request/trust.js
/** Pull requests of forks, comments, tags and other branches must not be able to make the tool write. */
function refuseUntrusted(event) {
	if (event === void 0) return;
	const { forge, name, trust, branch, defaultBranch } = event;
	if (trust === "trusted" && branch !== void 0 && !(defaultBranch !== void 0 && branch !== defaultBranch)) return;
	const here = branch === void 0 ? `the event ${name}` : `the event ${name} on the branch ${branch}`;
	throw new require_index.HygieneError("bad-usage", `no cleanup proposal is written for ${here}`, { fix: forge === "github" ? "run it on the default branch:\non:\n  schedule:\n    - cron: \"17 3 * * 1\"\n  workflow_dispatch:" : "run it in a scheduled pipeline of the default branch:\nrules:\n  - if: $CI_PIPELINE_SOURCE == \"schedule\" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" });
}
// lib/cleanup/blockers.js
/** The blockers of a decision, most images first. */
function blockersOf(decision, cleanup) {
	const held = /* @__PURE__ */ new Map();
	for (const { images } of decision.repositories) for (const image of images) {
		if (image.fate.goes || !Object.hasOwn(words$1, image.fate.because)) continue;
		const known = held.get(image.fate.because);
		if (known === void 0) held.set(image.fate.because, [image]);
		else known.push(image);
	}
	return [...held].map(([because, images]) => blockerOf(because, images, cleanup)).sort((a, b) => b.images - a.images);
}
const legacy = (clock) => `classes:\n  legacy: { tags: ['*'], expires: 180d }${clock === "" ? "" : `\ncleanup:\n  clock: ${clock}`}`;
const words$1 = {
	"no-class": {
		what: "tags of no class",
		opens: ({ clock }) => legacy(clock === "created" ? "" : "created")
	},
	"no-clock": {
		what: "no clock: no expire_at, and nothing that the policy takes instead",
		opens: ({ clock }) => clock === "created" ? "label them when they are built: the step prepare writes expire_at" : `cleanup:\n  clock: ${clock === "label" ? "push" : "created"}`
	},
	"absurd-clock": {
		what: "an expire_at that is no moment in unix seconds",
		opens: () => "mend the label where it is written (unix seconds, ten digits), or give their tags a class without a clock"
	},
	unranked: {
		what: "no rank, so a floor neither counts nor drops them",
		opens: () => "retag them as versions (v1.2.3), or give those tags a class of their own"
	},
	limit: {
		what: "over a limit: they could go, but not all at once",
		opens: ({ limits }) => `cleanup:\n  limits: { deletions: ${limits.deletions * 2}, share: ${Math.min(100, Math.round(limits.share * 200))}% }`
	},
	held: {
		what: "in repositories that could not be read whole, or nobody knows what runs",
		opens: () => "see the findings named held: nothing of such a repository is planned until they are mended"
	}
};
function blockerOf(because, images, cleanup) {
	const { what, opens } = words$1[because];
	return {
		because,
		images: images.length,
		examples: images.slice(0, 3).map(({ repository, head, tags }) => `${repository}${tags[0] === void 0 ? `@${head}` : `:${tags[0]}`}`),
		what,
		opens: opens(cleanup)
	};
}
// lib/cleanup/overview.js
/** A row per repository and class, in the order of the decision; within a repository by name of the class. */
function overviewOf(decision) {
	return decision.repositories.flatMap(({ repository, images }) => {
		const groups = /* @__PURE__ */ new Map();
		for (const image of images) {
			const group = groupOf(image);
			const known = groups.get(group);
			if (known === void 0) groups.set(group, [image]);
			else known.push(image);
		}
		return [...groups].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)).map(([group, members]) => rowOf(repository, group, members));
	});
}
function rowOf(repository, group, images) {
	const kept = /* @__PURE__ */ new Map();
	let goes = 0;
	let bytes = 0;
	let oldest;
	for (const { fate, clock } of images) {
		if (!fate.goes) {
			kept.set(fate.because, (kept.get(fate.because) ?? 0) + 1);
			continue;
		}
		goes++;
		bytes += fate.bytes;
		if (clock !== void 0) oldest = Math.min(oldest ?? clock.at, clock.at);
	}
	return {
		repository,
		group,
		images: images.length,
		goes,
		bytes,
		...oldest === void 0 ? {} : { oldest },
		kept
	};
}
function groupOf({ class: name, tags, fate }) {
	if (name !== void 0) return name;
	if (tags.length === 0) return "(untagged)";
	return !fate.goes && (fate.because === "metadata" || fate.because === "referrer-of-kept") || tags.every((tag) => tag.startsWith("sha256-")) ? "(signatures)" : "(no class)";
}
function rank(group) {
	return group.startsWith("(") ? 1 : 0;
}
// lib/cleanup/overview-text.js
const words = {
	"in-use": "in use",
	"never-expires": "never expire",
	newest: "among the newest",
	unranked: "cannot be ranked",
	"not-expired": "not expired",
	"too-young": "too young",
	"no-clock": "no clock",
	"absurd-clock": "absurd clock",
	"no-class": "no class",
	shared: "needed by a kept image",
	"base-of-kept": "base of a kept image",
	"referrer-of-kept": "refer to a kept image",
	metadata: "refer to something not here",
	"unknown-type": "of unknown type",
	"kept-by-reviewer": "kept by a reviewer",
	"last-image": "last image",
	limit: "over a limit",
	held: "held"
};
/** The plan for a terminal: a table a repository, then how the bytes are freed, then what holds others. */
function overviewText(decision, rows, blockers) {
	return [
		...decision.repositories.map(({ repository, held, bytes }) => {
			const own = rows.filter((row) => row.repository === repository);
			const head = `${require_index.oneLine(repository)}${held.length > 0 ? "  (held: nothing of it is planned)" : ""}`;
			if (own.length === 0) return `${head}\n  no images`;
			const freed = bytes > 0 ? [`  frees at most ${require_amount.formatBytes(bytes)}`] : [];
			return [
				head,
				...table(own).map((line) => `  ${line}`),
				...freed
			].join("\n");
		}),
		totalText(decision, rows),
		...blockers.map(blockerText)
	].filter((part) => part !== "").join("\n\n");
}
/** The same as Markdown, for a job summary. */
function overviewSummary(decision, rows, blockers) {
	const table = [
		"| repository | class | images | goes | frees at most | oldest | kept |",
		"|---|---|--:|--:|--:|---|---|",
		...rows.map((row) => {
			const [group, images, goes, bytes, oldest, kept] = cellsOf(row);
			return `| ${require_index.inCode(row.repository)} | ${require_index.inMarkdown(group)} | ${images} | ${goes} | ${bytes} | ${oldest} | ${require_index.inMarkdown(kept)} |`;
		})
	];
	const opened = blockers.map(({ images, what, opens }) => `**${require_amount.count(images, "image")}**: ${require_index.inMarkdown(what)}.\n\n\`\`\`yaml\n${opens.replaceAll("`", "'")}\n\`\`\``);
	return [
		table.join("\n"),
		totalText(decision, rows),
		...opened
	].join("\n\n");
}
function table(rows) {
	const cells = [[
		"class",
		"images",
		"goes",
		"frees at most",
		"oldest",
		"kept"
	], ...rows.map(cellsOf)];
	const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? "").length))) ?? [];
	return cells.map((row) => row.map((cell, column) => {
		const width = widths[column] ?? 0;
		return column >= 1 && column <= 3 ? cell.padStart(width) : cell.padEnd(width);
	}).join("  ").trimEnd());
}
function cellsOf({ group, images, goes, bytes, oldest, kept }) {
	const reasons = [...kept].sort(([, a], [, b]) => b - a).map(([because, number]) => `${number} ${words[because]}`);
	return [
		require_index.oneLine(group),
		require_amount.thousands(images),
		require_amount.thousands(goes),
		goes === 0 ? "" : require_amount.formatBytes(bytes),
		oldest === void 0 ? "" : `since ${require_instant.formatInstant(oldest).slice(0, 10)}`,
		reasons.join(", ")
	];
}
function totalText({ repositories }, rows) {
	const goes = rows.reduce((sum, row) => sum + row.goes, 0);
	const images = rows.reduce((sum, row) => sum + row.images, 0);
	const names = namesText(repositories);
	if (goes === 0) return [`Of ${require_amount.count(images, "image")}, none can go.`, ...names].join("\n");
	const bytes = repositories.reduce((sum, one) => sum + one.bytes, 0);
	const collections = [...new Set(repositories.filter((one) => one.images.some(({ fate }) => fate.goes)).map((one) => require_reference.registryOf(one.repository)))].map((host) => `  ${require_index.oneLine(host)}: ${require_collection.collectionOf(host)}`);
	return [
		`Of ${require_amount.count(images, "image")}, ${require_amount.thousands(goes)} can go. That frees at most ${require_amount.formatBytes(bytes)}, at the registry's next garbage collection:`,
		...collections,
		...names
	].join("\n");
}
/** Tags that go from images which stay: where the policy allows a registry's own tag deletion. */
function namesText(repositories) {
	const losing = repositories.flatMap(({ images }) => images.filter(({ untag }) => untag !== void 0));
	if (losing.length === 0) return [];
	const tags = losing.reduce((sum, { untag }) => sum + (untag?.tags.length ?? 0), 0);
	const first = losing[0]?.untag;
	return [`${require_amount.count(tags, "tag")} can go from ${require_amount.count(losing.length, "image")} that ${losing.length === 1 ? "stays" : "stay"} under another name, such as ${first?.tags[0]} (stays as ${first?.by.tag}).`];
}
function blockerText({ images, what, opens, examples }) {
	const lines = opens.split("\n").map((line) => `    ${line}`);
	const shown = examples.map((example) => require_index.oneLine(example, 160)).join(", ");
	return [`${require_amount.count(images, "image")}: ${what} (${shown}${images > examples.length ? ", …" : ""}). To let them go:`, ...lines].join("\n");
}
// lib/steps/plan-report.js
/** What a plan says: the table, what holds others, the findings. */
function reportPlan({ decision, lines }, findings, { policy }, made) {
	const totals = totalsOf(decision);
	const rows = overviewOf(decision);
	const blockers = blockersOf(decision, policy.cleanup);
	return {
		verdict: totals.held > 0 ? "error" : require_index.verdictOf(findings),
		findings,
		outputs: {
			going: String(totals.going),
			kept: String(totals.kept),
			untag: String(totals.untag),
			held: String(totals.held),
			"freed-bytes": String(totals.bytes),
			"plan-id": require_plan_file.planId(lines),
			...fileOutput(made.planFile),
			...proposalOutputs(made.proposed)
		},
		stats: {
			...made.stats,
			images: totals.going + totals.kept,
			...totals
		},
		text: [overviewText(decision, rows, blockers), require_index.terminalFindings(findings)].filter((part) => part !== "").join("\n\n"),
		summary: overviewSummary(decision, rows, blockers)
	};
}
function totalsOf({ repositories }) {
	const all = repositories.flatMap(({ images }) => images);
	const going = all.filter(({ fate }) => fate.goes).length;
	return {
		going,
		kept: all.length - going,
		untag: all.filter(({ untag }) => untag !== void 0).length,
		held: repositories.filter(({ held }) => held.length > 0).length,
		bytes: repositories.reduce((sum, { bytes }) => sum + bytes, 0)
	};
}
function fileOutput(path) {
	return path === void 0 ? {} : { "plan-file": path };
}
function proposalOutputs(proposed) {
	if (proposed === void 0) return {};
	return {
		"pull-request-operation": proposed.operation,
		...proposed.number === void 0 ? {} : { "pull-request-number": String(proposed.number) },
		...proposed.url === void 0 ? {} : { "pull-request-url": proposed.url }
	};
}
// lib/steps/plan.js
const nobody = {
	keeps: [],
	struck: /* @__PURE__ */ new Set()
};
const plan = require_index.defineStep({
	name: "plan",
	inputs: {
		images: require_index.images,
		inUse: require_index.inUse,
		planFile: require_index.planFile,
		at: require_index.at,
		openPullRequest: require_index.openPullRequest,
		config: require_index.config,
		printPolicy: require_index.printPolicy,
		registryUsername: require_index.registryUsername,
		registryPassword: require_index.registryPassword,
		caFile: require_index.caFile,
		cacheDir: require_index.cacheDir,
		maxRequests: require_index.maxRequests,
		timeBudget: require_index.timeBudget,
		githubToken: require_index.githubToken,
		gitlabToken: require_index.gitlabToken,
		summary: require_index.summary
	},
	positional: "images",
	outputs: {
		going: "How many images can go.",
		kept: "How many stay.",
		untag: "How many of those lose a tag.",
		held: "How many repositories are held.",
		"freed-bytes": "The most that the registry could free, in bytes.",
		"plan-id": "The id of the plan: a hash of its lines.",
		"plan-file": "Path of the plan, if it was written.",
		"pull-request-number": "Number of the cleanup pull or merge request.",
		"pull-request-url": "Its address.",
		"pull-request-operation": "What was done with it: created, updated, unchanged, closed, held or quiet."
	},
	permissions: {
		github: {
			contents: "write",
			"pull-requests": "write",
			packages: "read"
		},
		registry: "pull",
		gitlab: "To open a merge request, a project access token with the scope api and the role Developer."
	},
	async run(inputs, world) {
		const loaded = await require_policy.loadPolicy(inputs, world);
		if (inputs.printPolicy) return require_policy.printedPolicy(loaded);
		if (inputs.openPullRequest) refuseUntrusted(await require_event.readEvent(world));
		const now = require_plan_before.momentOf(inputs.at, world);
		const usage = await require_usage.readUsage(inputs.inUse, loaded.policy, world.files, world.now());
		refuseBlindProposal(inputs, usage);
		const registries = await require_registries.registriesOf(inputs, named(loaded).policy, world, require_registries.limitsOf(inputs));
		let snapshots = await require_closed_requests.readRepositories(loaded.policy.images, registries, world.log);
		const { closed, findings: silence } = await require_closed_requests.closedRequests(snapshots, loaded.policy, inputs, world);
		const before = await require_plan_before.planBefore(inputs.planFile ?? loaded.policy.cleanup["plan-file"], world);
		const planUnder = async (reviewed) => {
			const kept = require_plan_before.keepLines(before, reviewed, snapshots);
			const settled = await require_closed_requests.settle({
				snapshots,
				usage,
				policy: loaded,
				now,
				kept,
				closed
			}, (snapshot, wants) => require_closed_requests.extend(snapshot, wants, registries));
			snapshots = settled.snapshots;
			return {
				header: {
					policy: loaded.digest,
					sources: usage.sources.map(({ name }) => name)
				},
				lines: require_plan_file.planLines(settled.decision, kept),
				decision: settled.decision
			};
		};
		const fresh = await planUnder(nobody);
		const proposed = inputs.openPullRequest ? await proposeIt(planUnder, loaded, inputs, world) : void 0;
		const text = proposed?.text ?? require_plan_file.formatPlan(fresh.header, fresh.lines);
		if (inputs.planFile !== void 0) await world.files.write(inputs.planFile, text);
		return reportPlan(fresh, [
			...require_plan_before.heldFindings(fresh.decision, usage),
			...usage.findings,
			...silence,
			...mistakesOf(fresh.decision, snapshots, loaded),
			...proposed?.findings ?? []
		], loaded, {
			planFile: inputs.planFile,
			proposed,
			stats: registries.stats()
		});
	}
});
/** A pull request asks people to trust it, so somebody must have said what runs, and it is about today. */
function refuseBlindProposal(inputs, usage) {
	if (!inputs.openPullRequest) return;
	if (inputs.at !== void 0) throw new require_index.HygieneError("bad-usage", "at: a pull request is about now, not about another moment", { fix: "leave out --at, or --open-pull-request" });
	if (usage.standing !== "missing") return;
	throw new require_index.HygieneError("bad-usage", "nothing says what is in use, so no pull request is opened", { fix: "--in-use prod.json, or `in-use: none` in the policy, said on purpose" });
}
function named(loaded) {
	if (loaded.policy.images.length > 0) return loaded;
	throw new require_index.HygieneError("bad-usage", "no images are named", { fix: "--images 'ghcr.io/acme/**', or `images: ['ghcr.io/acme/**']` in .image-hygiene.yml" });
}
async function proposeIt(planUnder, { policy }, tokens, world) {
	const forge = await require_forge.forgeOf(world, {
		github: tokens.githubToken,
		gitlab: tokens.gitlabToken
	});
	const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
	return propose({
		forge,
		rules: policy.cleanup,
		plan: planUnder,
		now: world.now(),
		wait
	});
}
exports.plan = plan;
