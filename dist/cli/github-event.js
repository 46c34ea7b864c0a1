const require_index = require("./index.js");
const require_schemas = require("./schemas.js");
// lib/build/github-event.js
const repository = require_schemas.object({
	full_name: require_schemas.string().nullish(),
	default_branch: require_schemas.string().nullish(),
	description: require_schemas.string().nullish(),
	license: require_schemas.object({ spdx_id: require_schemas.string().nullish() }).nullish()
});
const event = require_schemas.object({
	number: require_schemas.number().int().positive().nullish(),
	head_commit: require_schemas.object({
		id: require_schemas.string(),
		timestamp: require_schemas.string().nullish()
	}).nullish(),
	deleted: require_schemas.boolean().nullish(),
	pull_request: require_schemas.object({
		number: require_schemas.number().int().positive(),
		head: require_schemas.object({
			sha: require_schemas.string(),
			ref: require_schemas.string(),
			repo: require_schemas.object({ full_name: require_schemas.string() }).nullish()
		}),
		base: require_schemas.object({ repo: require_schemas.object({ full_name: require_schemas.string() }).nullish() }).nullish(),
		user: require_schemas.object({ login: require_schemas.string() }).nullish()
	}).nullish(),
	merge_group: require_schemas.object({
		head_sha: require_schemas.string(),
		head_ref: require_schemas.string()
	}).nullish(),
	release: require_schemas.object({
		tag_name: require_schemas.string(),
		draft: require_schemas.boolean().nullish()
	}).nullish(),
	repository: repository.nullish()
});
/** Reads the text of the event file; `bad-file` says which part is wrong. */
function readGithubEvent(text, path) {
	const fix = "the runner writes this file; when the variables are set by hand, point GITHUB_EVENT_PATH to a payload or unset it";
	let json;
	try {
		json = JSON.parse(text);
	} catch (cause) {
		throw new require_index.HygieneError("bad-file", `${path}: the event file is no JSON (cut off?)`, {
			fix,
			cause
		});
	}
	const read = event.safeParse(json);
	if (read.success) return read.data;
	const [issue] = read.error.issues;
	const where = issue === void 0 || issue.path.length === 0 ? "the event" : issue.path.join(".");
	throw new require_index.HygieneError("bad-file", `${path}: ${where} is not of the expected type: ${issue?.message}`, {
		fix,
		cause: read.error
	});
}
exports.readGithubEvent = readGithubEvent;
