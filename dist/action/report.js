const require_index = require("./index.js");
const require_schemas = require("./schemas.js");
const require_amount = require("./amount.js");
const require_event = require("./event.js");
const require_forge = require("./forge.js");
const require_policy = require("./policy.js");
// lib/cleanup/pull-request/applied.js
const rows = 50;
const marks = {
	pass: "✅",
	warn: "⚠️",
	fail: "❌",
	error: "🛑"
};
/** What apply did, as a comment on the proposal that asked for it. */
function appliedComment({ verdict, stats, findings }, run) {
	const of = (name) => stats[name] ?? 0;
	const skipped = findings.filter(({ rule }) => rule.startsWith("skipped-"));
	const others = findings.filter(({ rule, severity }) => !rule.startsWith("skipped-") && severity !== "info");
	const freed = of("deleted") > 0 ? `: up to ${require_amount.formatBytes(of("freed-bytes"))} at the registry’s next garbage collection` : "";
	const untagged = of("untagged") > 0 ? `, ${require_amount.count(of("untagged"), "image")} without an old tag` : "";
	const table = skipped.slice(0, rows).map(({ image, message }) => `| ${image === void 0 ? "" : require_index.inCode(image)} | ${require_index.inMarkdown(message)} |`);
	const more = skipped.length > rows ? [`\nand ${skipped.length - rows} more.`] : [];
	return [
		`${marks[verdict]} **Applied.** ${require_amount.count(of("deleted"), "image")} deleted${freed}${untagged}, ${of("already-gone")} already gone, ${of("skipped")} left alone.`,
		...table.length === 0 ? [] : [
			"",
			"| left alone | why |",
			"|---|---|",
			...table,
			...more
		],
		...others.length === 0 ? [] : ["", ...others.slice(0, rows).map(({ message }) => `- ${require_index.inMarkdown(message)}`)],
		...of("deleted") > 0 ? ["", "Until that collection the step `restore` puts everything back from the journal of the run."] : of("untagged") > 0 ? ["", "The step `restore` puts the tags back from the journal of the run."] : [],
		...run === void 0 ? [] : ["", `<sub>[the run](${run})</sub>`]
	].join("\n");
}
// lib/steps/report.js
const outcome = require_schemas.object({
	schema: require_schemas.literal("image-hygiene/outcome/v1"),
	step: require_schemas.literal("apply"),
	verdict: require_schemas._enum([
		"pass",
		"warn",
		"fail",
		"error"
	]),
	findings: require_schemas.array(require_schemas.object({
		rule: require_schemas.string(),
		severity: require_schemas._enum([
			"info",
			"warning",
			"error"
		]),
		message: require_schemas.string(),
		image: require_schemas.string().exactOptional()
	})),
	outputs: require_schemas.record(require_schemas.string(), require_schemas.string()),
	stats: require_schemas.record(require_schemas.string(), require_schemas.number())
});
/** A step of its own, so that no job needs both to delete from a registry and to write to a pull request. */
const report = require_index.defineStep({
	name: "report",
	inputs: {
		outcomeFile: require_index.outcomeFile,
		config: require_index.config,
		printPolicy: require_index.printPolicy,
		githubToken: require_index.githubToken,
		gitlabToken: require_index.gitlabToken,
		summary: require_index.summary
	},
	positional: "outcomeFile",
	outputs: {
		"pull-request-number": "Number of the pull or merge request that was told.",
		"pull-request-url": "Its address."
	},
	permissions: {
		github: {
			contents: "read",
			"pull-requests": "write"
		},
		registry: "none",
		gitlab: "A project access token with the scope api and the role Developer."
	},
	async run(inputs, world) {
		const loaded = await require_policy.loadPolicy(inputs, world);
		if (inputs.printPolicy) return require_policy.printedPolicy(loaded);
		const { policy } = loaded;
		const applied = await readOutcome(inputs.outcomeFile, world);
		const event = await require_event.readEvent(world);
		if (event === void 0 || event.trust !== "trusted") throw new require_index.HygieneError("bad-usage", "report tells the pull request of a merge, so it runs where apply runs", { fix: "run it in a job that needs the job of apply, in the same workflow" });
		const path = policy.cleanup["plan-file"];
		const forge = await require_forge.forgeOf(world, {
			github: inputs.githubToken,
			gitlab: inputs.gitlabToken
		});
		const merge = await forge.mergeOf(await forge.lastTouch(path, event.commit) ?? event.commit);
		if (merge === void 0) return {
			verdict: "warn",
			findings: [{
				rule: "nobody-to-tell",
				severity: "warning",
				message: `no merged ${forge.words.proposal} brought ${path} here, so there is nobody to tell`
			}],
			outputs: {},
			stats: {}
		};
		await forge.comment(merge.number, appliedComment(applied, runOf(world.env)));
		return {
			verdict: "pass",
			findings: [],
			outputs: {
				"pull-request-number": String(merge.number),
				"pull-request-url": merge.url
			},
			stats: {},
			text: `Told ${forge.words.sigil}${merge.number} what was deleted and what was left alone.`
		};
	}
});
async function readOutcome(path, { files }) {
	if (path === void 0) throw new require_index.HygieneError("bad-usage", "report needs the outcome that apply wrote", { fix: "with: { step: apply, json-file: apply.json }, then with: { step: report, outcome-file: apply.json }" });
	const read = outcome.safeParse(parsed(await files.readText(path)));
	if (read.success) return read.data;
	throw new require_index.HygieneError("bad-file", `${path} is no outcome of the step apply`, { cause: read.error });
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** The address of this run, for people. */
function runOf(env) {
	const job = env["CI_PIPELINE_URL"];
	if (job !== void 0 && URL.canParse(job)) return new URL(job).href;
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
	const address = `${server}/${repository}/actions/runs/${run}`;
	return server !== void 0 && repository !== void 0 && run !== void 0 && URL.canParse(address) ? new URL(address).href : void 0;
}
exports.report = report;
