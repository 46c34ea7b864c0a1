const require_index = require("./index.js");
const require_policy = require("./policy.js");
const require_duration = require("./duration.js");
const require_template = require("./template.js");
const require_dist$1 = require("./dist.js");
const require_api = require("./api.js");
// node_modules/zod/v4/mini/schemas.js
const ZodMiniType = /*@__PURE__*/ require_api.$constructor("ZodMiniType", (inst, def) => {
	if (!inst._zod) throw new Error("Uninitialized schema in ZodMiniType.");
	require_api.$ZodType.init(inst, def);
	inst.def = def;
	inst.type = def.type;
}, {
	get with() {
		return this.check;
	},
	set with(value) {
		require_api.own(this, "with", value);
	},
	parse(data, params) {
		return require_api.parse(this, data, params, { callee: this.parse });
	},
	parseAsync(data, params) {
		return require_api.parseAsync(this, data, params, { callee: this.parseAsync });
	},
	safeParse(data, params) {
		return require_api.safeParse(this, data, params);
	},
	safeParseAsync(data, params) {
		return require_api.safeParseAsync(this, data, params);
	},
	check(...checks) {
		const def = this.def;
		return this.clone({
			...def,
			checks: [...def.checks ?? [], ...checks.map((ch) => typeof ch === "function" ? { _zod: {
				check: ch,
				def: { check: "custom" },
				onattach: []
			} } : ch)]
		}, { parent: true });
	},
	clone(_def, params) {
		return require_api.clone(this, _def, params);
	},
	brand() {
		return this;
	},
	register(reg, meta) {
		reg.add(this, meta);
		return this;
	},
	apply(fn, ...args) {
		return args.length === 0 ? fn(this) : fn(this, ...args);
	}
});
const ZodMiniString = /*@__PURE__*/ require_api.$constructor("ZodMiniString", (inst, def) => {
	require_api.$ZodString.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function string(params) {
	return require_api._string(ZodMiniString, params);
}
const ZodMiniNumber = /*@__PURE__*/ require_api.$constructor("ZodMiniNumber", (inst, def) => {
	require_api.$ZodNumber.init(inst, def);
	ZodMiniType.init(inst, def);
});
const ZodMiniNumberFormat = /*@__PURE__*/ require_api.$constructor("ZodMiniNumberFormat", (inst, def) => {
	require_api.$ZodNumberFormat.init(inst, def);
	ZodMiniNumber.init(inst, def);
});
function int(params) {
	return require_api._int(ZodMiniNumberFormat, params);
}
const ZodMiniBoolean = /*@__PURE__*/ require_api.$constructor("ZodMiniBoolean", (inst, def) => {
	require_api.$ZodBoolean.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function boolean(params) {
	return require_api._boolean(ZodMiniBoolean, params);
}
const ZodMiniNever = /*@__PURE__*/ require_api.$constructor("ZodMiniNever", (inst, def) => {
	require_api.$ZodNever.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function never(params) {
	return require_api._never(ZodMiniNever, params);
}
const ZodMiniArray = /*@__PURE__*/ require_api.$constructor("ZodMiniArray", (inst, def) => {
	require_api.$ZodArray.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function array(element, params) {
	return new ZodMiniArray({
		type: "array",
		element,
		...require_api.normalizeParams(params)
	});
}
const ZodMiniObject = /*@__PURE__*/ require_api.$constructor("ZodMiniObject", (inst, def) => {
	require_api.$ZodObject.init(inst, def);
	ZodMiniType.init(inst, def);
	require_api.installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
});
// @__NO_SIDE_EFFECTS__
function strictObject(shape, params) {
	return new ZodMiniObject({
		type: "object",
		shape,
		catchall: /* @__PURE__ */ never(),
		...require_api.normalizeParams(params)
	});
}
const ZodMiniUnion = /*@__PURE__*/ require_api.$constructor("ZodMiniUnion", (inst, def) => {
	require_api.$ZodUnion.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function union$1(options, params) {
	return new ZodMiniUnion({
		type: "union",
		options,
		...require_api.normalizeParams(params)
	});
}
const ZodMiniRecord = /*@__PURE__*/ require_api.$constructor("ZodMiniRecord", (inst, def) => {
	require_api.$ZodRecord.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function record(keyType, valueType, params) {
	if (!valueType || !valueType._zod) return new ZodMiniRecord({
		type: "record",
		keyType: /* @__PURE__ */ string(),
		valueType: keyType,
		...require_api.normalizeParams(valueType)
	});
	return new ZodMiniRecord({
		type: "record",
		keyType,
		valueType,
		...require_api.normalizeParams(params)
	});
}
const ZodMiniEnum = /*@__PURE__*/ require_api.$constructor("ZodMiniEnum", (inst, def) => {
	require_api.$ZodEnum.init(inst, def);
	ZodMiniType.init(inst, def);
	inst.options = [...inst._zod.values];
});
// @__NO_SIDE_EFFECTS__
function _enum(values, params) {
	const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
	return new ZodMiniEnum({
		type: "enum",
		entries,
		...require_api.normalizeParams(params)
	});
}
const ZodMiniLiteral = /*@__PURE__*/ require_api.$constructor("ZodMiniLiteral", (inst, def) => {
	require_api.$ZodLiteral.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function literal(value, params) {
	return new ZodMiniLiteral({
		type: "literal",
		values: Array.isArray(value) ? value : [value],
		...require_api.normalizeParams(params)
	});
}
const ZodMiniOptional = /*@__PURE__*/ require_api.$constructor("ZodMiniOptional", (inst, def) => {
	require_api.$ZodOptional.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function optional(innerType) {
	return new ZodMiniOptional({
		type: "optional",
		innerType
	});
}
const ZodMiniNullable = /*@__PURE__*/ require_api.$constructor("ZodMiniNullable", (inst, def) => {
	require_api.$ZodNullable.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function nullable(innerType) {
	return new ZodMiniNullable({
		type: "nullable",
		innerType
	});
}
// @__NO_SIDE_EFFECTS__
function check(fn, params) {
	const ch = new require_api.$ZodCheck({
		check: "custom",
		...require_api.normalizeParams(params)
	});
	ch._zod.check = fn;
	return ch;
}
// lib/policy/word.js
/** What JSON Schema says beside what zod knows; `description` is what an editor shows. */
const notes = require_api.registry();
/** A text of a form. The form completes "expected …". */
function word(form, pattern, longest = 1024) {
	return (/* @__PURE__ */ string({ error: form })).check(require_api._maxLength(longest, {
		error: `at most ${longest} characters`,
		abort: true
	}), require_api._regex(pattern, { error: form }));
}
/** A text whose own parser says best what is wrong with it. */
function parsed(form, pattern, parse) {
	return (/* @__PURE__ */ string({ error: form })).check(/* @__PURE__ */ check(({ value, issues }) => {
		const result = parse(value);
		if (result.fault === void 0) return;
		issues.push({
			code: "custom",
			input: value,
			message: result.fault,
			params: { fix: result.fix }
		});
	})).register(notes, { pattern });
}
const duration = () => word(require_duration.durationForm, require_duration.durationPattern);
const positiveDuration = () => word(require_duration.durationForm, require_duration.positiveDurationPattern);
const expiry = () => word(`'never', 'superseded' or ${require_duration.durationForm}`, /^(?:never|superseded|[1-9][0-9]{0,5}[mhdw])$/);
const lifetime$1 = () => word(`'never' or ${require_duration.durationForm}`, /^(?:never|[1-9][0-9]{0,5}[mhdw])$/);
const source = () => parsed(require_policy.sourceForm, require_policy.sourcePattern.source, require_policy.parseSource);
const template = () => parsed("a tag template, such as 'v{semver}' or 'commit-{sha}'", "^(?:[A-Za-z0-9_]|\\*|\\{(?:semver|semver\\.major|semver\\.minor|sha|sha:(?:[7-9]|[123][0-9]|40)|number|branch|date)\\})(?:[A-Za-z0-9_.-]|\\*|\\{(?:semver|semver\\.major|semver\\.minor|sha|sha:(?:[7-9]|[123][0-9]|40)|number|branch|date)\\})*$", (text) => require_template.compileTemplate(text));
const repositoryPattern = () => parsed("a repository pattern, such as 'ghcr.io/acme/**'", "^(?!\\*$)[A-Za-z0-9._:\\[\\]*-]+(?:/[a-z0-9._*-]+)*$", (text) => require_policy.compilePattern(text, "repository"));
const referencePattern = () => parsed("a reference pattern, such as 'docker.io/library/alpine:3.*'", "^(?!\\*$)[A-Za-z0-9._:\\[\\]*-]+(?:/[a-z0-9._*-]+)*(?::[A-Za-z0-9._*-]+)?(?:@[a-z0-9*]+:?[0-9a-f*]*)?$", (text) => require_policy.compilePattern(text, "reference"));
const visible$1 = "[^\\u0000-\\u001f\\u007f-\\u009f]";
const line = (form) => word(form, new RegExp(`^${visible$1}+$`));
/** Several lines are fine; other control characters are not. */
const prose = (form) => word(form, new RegExp(`^(?:${visible$1}|[\\n\\t])+$`), 4e3);
/** Below the checkout: what a step reads or writes by policy must not be anywhere on the machine. */
const path = () => word("a path within the repository, without '..' and not starting with '/'", new RegExp(`^(?!/)(?!(?:.*/)?\\.\\.(?:/|$))${visible$1}+$`));
const host = () => word("a registry host, such as 'registry.example.com:5000'", /^(?:\[[0-9a-f:]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::[0-9]{1,5})?$/, 255);
/** A host, or a host and the beginning of a path; never a bare word, which would be a path of Docker Hub's. */
const origin = () => word("a registry host with or without a path, such as 'mirror.example.com/acme'", /^(?:localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)+|[a-z0-9-]+(?::[0-9]{1,5}))(?::[0-9]{1,5})?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/, 255);
const label = () => word("a label's name, such as 'owner' or 'org.opencontainers.image.source'", /^[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?$/, 255);
const name = (what) => word(`${what}: a-z, 0-9 and '-', starting with a letter`, /^[a-z][a-z0-9-]{0,62}$/, 63);
const rule = () => word("a rule's id, such as 'final-stage-root' or 'hadolint/DL3007'", /^(?:[a-z]{1,30}\/)?[A-Za-z][A-Za-z0-9_.-]{0,99}$/, 131);
const branch = () => word("a branch's name, such as 'image-hygiene/cleanup'", /^(?!.*(?:\.\.|\/\/|\.lock(?:\/|$)|\/\.|\.$|\/$))[A-Za-z0-9_][A-Za-z0-9._/-]*$/, 200);
const share = () => word("a share of 1% to 100%, such as '50%'", /^(?:[1-9]|[1-9][0-9]|100)%$/);
/** With the length of every month, and of February in leap years: an exception until a day that never comes has no end. */
const day = () => word("a day, such as 2027-01-31", /^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/);
// lib/policy/schema.js
let built;
/** Made when it is first needed: a run without a policy file does not pay for it. */
function policySchema() {
	built ??= build$1();
	return built;
}
/** A key that may be left out, with what an editor says about it. */
function key(schema, description) {
	const optional$1 = /* @__PURE__ */ optional(schema);
	notes.add(optional$1, { description });
	return optional$1;
}
const choice = (...words) => /* @__PURE__ */ _enum(words);
const level$1 = () => choice("off", "info", "warn", "error");
const severity = () => choice("off", "low", "medium", "high", "critical");
const count = (least, most) => int().check(require_api._gte(least), require_api._lte(most));
const listOf = (item) => /* @__PURE__ */ array(item);
function build$1() {
	return (/* @__PURE__ */ strictObject({
		version: key(/* @__PURE__ */ literal(1), "The version of this file format: 1."),
		extends: key(listOf(source()), "Defaults to start from; later ones win, this file wins over all. Remote files are pinned to a commit."),
		lock: key(listOf(line("a path of this file, such as 'cleanup.limits'")), "In defaults for others: paths that files which extend this one may only tighten."),
		images: key(listOf(repositoryPattern()), "The repositories this policy manages; everything else is never touched. '*' stays within a segment, '**' goes across and needs a registry that can enumerate."),
		aliases: key(/* @__PURE__ */ record(origin(), origin()), "Mirror to origin: a pull through the mirror is a use of the origin."),
		classes: key(/* @__PURE__ */ record(name("a class's name"), /* @__PURE__ */ union$1([/* @__PURE__ */ literal("off"), classRow()])), "What kinds of images there are. Rows add to the built-in ones (release, commit, preview, baseline) and override them key by key; 'off' removes one."),
		forbid: key(listOf(template()), "Tags that no build may have."),
		unknown: key(choice("deny", "warn"), "What a build's tag of no class leads to."),
		labels: key(/* @__PURE__ */ strictObject({
			required: key(listOf(label()), "Labels that every build must have."),
			quay: key(/* @__PURE__ */ boolean(), "Also write quay.expires-after.")
		}), "Labels of what is built."),
		base: key(base(), "Rules for base images."),
		lint: key(lint(), "The Dockerfile gate."),
		scan: key(scan(), "The vulnerability gate."),
		layers: key(/* @__PURE__ */ strictObject({
			leftovers: key(level$1(), "Caches, keys and credentials that a layer still holds."),
			"dive-ci": key(/* @__PURE__ */ nullable(path()), "A .dive-ci file with efficiency thresholds.")
		}), "What the layers hold."),
		sign: key(sign(), "How images are signed."),
		"in-use": key(/* @__PURE__ */ union$1([/* @__PURE__ */ literal("none"), /* @__PURE__ */ strictObject({
			required: key(listOf(line("the name of a source")), "Sources without which nothing is deleted."),
			"max-age": key(positiveDuration(), "How old an inventory may be.")
		})]), "What must be known of running images before anything goes. 'none' says on purpose that nothing runs."),
		cleanup: key(cleanup(), "What is deleted, how much at once, and how it is proposed.")
	})).register(notes, { description: "How images are named, how long they live, what they must pass." });
}
function classRow() {
	return /* @__PURE__ */ strictObject({
		on: key(choice("git-tag", "push", "pull-request"), "The event whose builds are of this class."),
		tags: key((/* @__PURE__ */ array(template())).check(require_api._minLength(1)), "Tag templates: {semver} {semver.major} {semver.minor} {sha} {sha:7} {number} {branch} {date} and '*'. '*' alone: tags of no other class."),
		expires: key(expiry(), "'never', a duration such as 14d, or 'superseded': as soon as keep no longer holds it."),
		keep: key(/* @__PURE__ */ strictObject({
			newest: key(count(1, 1e5), "How many images always stay."),
			per: key(choice("repository", "major", "minor"), "Counted in the whole repository or per version line.")
		}), "A floor that no expiry undercuts."),
		immutable: key(/* @__PURE__ */ boolean(), "A tag of this class is never overwritten."),
		sign: key(choice("required", "optional"), "Whether images of this class must be signed."),
		"require-labels": key(listOf(label()), "Labels that builds of this class must have."),
		prereleases: key(choice("allow", "deny"), "Whether {semver} takes versions such as 1.2.0-rc.1. It does by default: a git tag must lead to a class, and no candidate is lost to a row for tags of no class. It takes no place of a release in keep. Deny it to give candidates a row of their own."),
		ends: key(/* @__PURE__ */ literal("closed"), "May go once its pull request is closed or its branch is gone."),
		after: key(duration(), "How long after that.")
	});
}
function base() {
	return /* @__PURE__ */ strictObject({
		allow: key(listOf(referencePattern()), "Base images that may be built upon."),
		pin: key(level$1(), "A base image that is not pinned by digest."),
		eol: key(level$1(), "A base image whose support has ended."),
		"eol-file": key(/* @__PURE__ */ nullable(path()), "Further end-of-life dates.")
	});
}
function lint() {
	return /* @__PURE__ */ strictObject({
		engines: key(listOf(choice("native", "dockerfilelint", "hadolint")), "Which rules are applied."),
		"fail-on": key(choice("info", "warning", "error"), "The least severity that fails the step."),
		rules: key(/* @__PURE__ */ record(rule(), choice("off", "info", "warning", "error")), "Severity of a rule by its id.")
	});
}
function scan() {
	return /* @__PURE__ */ strictObject({
		"fail-tiers": key(listOf(choice("T0", "T1", "T2", "T3", "T4")), "Tiers of findings that fail the step."),
		"max-db-age": key(positiveDuration(), "How old the vulnerability database may be."),
		grace: key(duration(), "How long a newly published vulnerability is only reported."),
		secrets: key(severity(), "The least severity of a secret that fails the step."),
		misconfig: key(severity(), "The least severity of a misconfiguration that fails the step."),
		licences: key(listOf(line("a licence")), "Licences that are refused, by name or SPDX id."),
		"kev-file": key(/* @__PURE__ */ nullable(path()), "A list of vulnerabilities known to be exploited."),
		exceptions: key(/* @__PURE__ */ strictObject({
			"max-days": key(count(1, 3650), "How far ahead an exception may end."),
			items: key(listOf(exception()), "Accepted findings, each with an owner and an end.")
		}), "Risks that somebody has accepted, for a time.")
	});
}
function exception() {
	return /* @__PURE__ */ strictObject({
		id: line("the id of a vulnerability, such as CVE-2026-0001").register(notes, { description: "Which vulnerability." }),
		packages: key(listOf(line("a package")), "Package URLs or names; none: any package."),
		images: key(listOf(referencePattern()), "Images it holds for; none: any image."),
		reason: choice("unreachable", "not-installed", "mitigated").register(notes, { description: "Why it does no harm." }),
		statement: key(prose("a sentence or two"), "The reason in words."),
		owner: line("who answers for it").register(notes, { description: "Who answers for it." }),
		until: day().register(notes, { description: "The last day it holds, in UTC." })
	});
}
function sign() {
	return /* @__PURE__ */ strictObject({
		format: key(choice("bundle", "legacy", "both"), "How signatures are stored."),
		children: key(/* @__PURE__ */ boolean(), "Sign the images of an index too."),
		log: key(line("'none', 'public', or the path of a signing config"), "Transparency log: 'none', 'public', or the path of a signing config."),
		key: key(/* @__PURE__ */ nullable(line("a key")), "A key file, env://NAME or a KMS reference; null: keyless."),
		identity: key(/* @__PURE__ */ nullable(line("an identity")), "Whom keyless signatures must be from."),
		issuer: key(/* @__PURE__ */ nullable(line("an issuer")), "Who must have issued that identity."),
		attest: key(/* @__PURE__ */ boolean(), "Sign the record of an image as well, as an attestation beside it.")
	});
}
function cleanup() {
	return /* @__PURE__ */ strictObject({
		clock: key(choice("label", "push", "created"), "The last fallback for when an image was made."),
		"min-age": key(duration(), "What was pushed later than this ago stays. Set here, images without a push time are an error."),
		untagged: key(/* @__PURE__ */ strictObject({ expires: key(lifetime$1(), "Lifetime of images without a tag: a duration or 'never'.") }), "Images without a tag."),
		limits: key(/* @__PURE__ */ strictObject({
			deletions: key(count(1, 1e6), "At most so many deletions at once."),
			share: key(share(), "At most this share of a repository's tagged images at once.")
		}), "How much may go at once."),
		"max-plan-age": key(positiveDuration(), "How long after its merge a plan may be applied."),
		"require-review": key(/* @__PURE__ */ boolean(), "A plan must be merged by somebody else than its author."),
		untag: key(listOf(host()), "Hosts whose own tag deletion may be used."),
		"plain-http": key(listOf(host()), "Hosts that may be spoken to without TLS; loopback always may."),
		"plan-file": key(path(), "Where the plan is kept."),
		"pull-request": key(/* @__PURE__ */ strictObject({
			branch: key(branch(), "The branch of the cleanup pull request."),
			labels: key(listOf(line("a label")), "Its labels."),
			reviewers: key(listOf(line("a user or team")), "Who is asked to review it."),
			assignees: key(listOf(line("a user")), "Whom it is assigned to."),
			draft: key(/* @__PURE__ */ boolean(), "Open it as a draft."),
			"quiet-after-close": key(duration(), "How long nothing is proposed after it was closed unmerged.")
		}), "The cleanup pull request.")
	});
}
// lib/policy/fault.js
function faultAt(tree, path, message, fix) {
	return {
		path,
		finding: findingAt(require_policy.placeOf(tree, path), message, fix)
	};
}
function findingAt(location, message, fix) {
	return {
		rule: "bad-policy",
		severity: "error",
		message: visible(message),
		...fix === void 0 ? {} : { fix: visible(fix) },
		...location === void 0 ? {} : { location }
	};
}
/** zod's issues in the words of a person: what stands there, what was expected, what was probably meant. */
function faultsOf(issues, tree, above = []) {
	return issues.flatMap((issue) => {
		const path = [...above, ...issue.path];
		const place = require_policy.nodeAt(tree, path)?.at ?? require_policy.placeOf(tree, path);
		const say = (message, fix) => [{
			path,
			finding: findingAt(place, message, fix)
		}];
		if (path.length > 0 && require_policy.nodeAt(tree, path) === void 0 && /^invalid_(?:type|value)$/.test(issue.code)) return say(`'${shorten(require_policy.formatPath(path))}' is missing`, exampleOf$1(path));
		const name = path.length === 0 ? "the policy" : `'${shorten(require_policy.formatPath(path))}'`;
		const found = shown$1(require_policy.nodeAt(tree, path));
		switch (issue.code) {
			case "unrecognized_keys": return issue.keys.map((key) => unknownKey(tree, path, key));
			case "invalid_key": return issue.issues.map((inner) => faultAt(tree, path, `'${shorten(String(path.at(-1)))}' is not ${inner.message}`));
			case "invalid_union": return union(issue.errors, tree, path);
			case "invalid_value": {
				const words = issue.values.map(String);
				const meant = wordMeant(plainScalar(require_policy.nodeAt(tree, path)), words);
				return say(`${name}: expected ${orList(words)}, found ${found}`, require_index.didYouMean(meant));
			}
			case "invalid_type": return say(`${name}: expected ${typeName(issue)}, found ${found}`, asList(issue, tree, path));
			case "too_small":
			case "too_big": return say(`${name}: ${bound(issue)}, found ${found}`);
			case "custom": return say(`${name}: ${issue.message}`, issue.params?.fix);
			default: return say(`${name}: expected ${issue.message}, found ${found}`);
		}
	});
}
/** Of several alternatives, the one whose kind of value stands there is meant. */
function union(errors, tree, path) {
	const meant = errors.find((issues) => issues.every((issue) => issue.path.length > 0 || issue.code === "unrecognized_keys"));
	if (meant !== void 0) return faultsOf(meant, tree, path);
	const words = errors.flat().flatMap((issue) => issue.code === "invalid_value" ? issue.values.map((value) => String(value)) : []);
	const expected = [...words.map((word) => `'${word}'`), "a mapping"].join(" or ");
	const found = require_policy.nodeAt(tree, path);
	const message = `'${require_policy.formatPath(path)}': expected ${expected}, found ${shown$1(found)}`;
	const word = wordMeant(plainScalar(found), words);
	return [{
		path,
		finding: findingAt(found?.at ?? require_policy.placeOf(tree, path), message, require_index.didYouMean(word))
	}];
}
function unknownKey(tree, path, key) {
	const legal = legalKeys(path);
	const meant = require_index.nearest(key, legal);
	const where = path.length === 0 ? "of a policy" : `of '${shorten(require_policy.formatPath(path))}'`;
	const hint = key === "<<" ? `; merge keys are off, use 'extends'` : "";
	return faultAt(tree, [...path, key], `'${shorten(key)}' is no key ${where}: ${legal.join(", ")}${hint}`, require_index.didYouMean(meant));
}
/** The keys that may stand at a path; none where names are free. */
function legalKeys(path) {
	const found = schemaAt(path);
	return found === void 0 ? [] : Object.keys(shapeOf(found) ?? {});
}
/** Whether the file format knows such a path; names of classes and the like are free. */
function isLegalPath(path) {
	return path.length > 0 && schemaAt(path) !== void 0;
}
function schemaAt(path) {
	let here = policySchema();
	for (const step of path) {
		here = here === void 0 ? void 0 : bare(here);
		if (here === void 0) return void 0;
		const { shape, valueType, element } = here._zod.def;
		here = shape === void 0 ? valueType ?? element : Object.hasOwn(shape, step) ? shape[step] : void 0;
	}
	return here;
}
/** Without "optional" and "null"; of alternatives the one with keys. */
function bare(schema) {
	const { innerType, options } = schema._zod.def;
	if (innerType !== void 0) return bare(innerType);
	const mapping = options?.find((option) => bare(option)._zod.def.shape !== void 0);
	return mapping === void 0 ? schema : bare(mapping);
}
function shapeOf(schema) {
	return bare(schema)._zod.def.shape;
}
function typeName(issue) {
	return {
		object: "a mapping",
		record: "a mapping",
		array: "a list, such as ['a', 'b']",
		boolean: "true or false",
		number: "a whole number",
		int: "a whole number"
	}[issue.expected] ?? issue.message;
}
/** One word where a list is expected is meant as a list of it. */
function asList(issue, tree, path) {
	const value = plainScalar(require_policy.nodeAt(tree, path));
	return issue.expected === "array" && typeof value === "string" && !/['\n]/.test(value) ? `${path.at(-1)}: ['${shorten(value)}']` : void 0;
}
function bound(issue) {
	const number = String(issue.code === "too_small" ? issue.minimum : issue.maximum);
	return `expected ${issue.code === "too_small" ? "at least" : "at most"} ${number}${issue.origin === "array" ? " in the list" : issue.origin === "string" ? " characters" : ""}`;
}
const examples = {
	id: "id: CVE-2026-0001",
	reason: "reason: unreachable   # or not-installed, mitigated",
	owner: "owner: '@team-a'",
	until: "until: 2027-01-31"
};
function exampleOf$1(path) {
	return examples[String(path.at(-1))];
}
/** The nearest word, or one that is cut short or spun out: `warning` for `warn`. */
function wordMeant(value, words) {
	const text = String(value ?? "").toLowerCase();
	if (text.length < 2) return void 0;
	return require_index.nearest(text, words) ?? words.find((word) => word.startsWith(text) || text.startsWith(word));
}
function plainScalar(node) {
	return node?.kind === "scalar" ? node.value : void 0;
}
function shown$1(node) {
	if (node === void 0) return "nothing";
	if (node.kind !== "scalar") return node.kind === "list" ? "a list" : "a mapping";
	if (node.value === null) return "nothing (null)";
	return typeof node.value === "string" ? `'${shorten(node.value)}'` : `${typeof node.value} ${node.value}`;
}
function shorten(text) {
	return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
/** On one line and of a bearable length, whatever the file quotes. */
function visible(text) {
	return text.slice(0, 1e3).replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");
}
function orList(words) {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
// lib/policy/tighten.js
/** `*` stands for a free name. Paths that are not here cannot be locked. */
const tightenings = {
	images: narrowed(),
	"aliases.*": {
		may: "be added to",
		holds: (before, after) => before === void 0 || before === after
	},
	"classes.*.on": unchanged(),
	"classes.*.tags": unchanged(),
	"classes.*.expires": {
		may: "be later",
		holds: (before, after) => lifetime(after) >= lifetime(before) && same(before, after, "superseded")
	},
	"classes.*.keep.newest": larger(0),
	"classes.*.keep.per": upwards("repository", "major", "minor"),
	"classes.*.immutable": upwards(false, true),
	"classes.*.sign": upwards("optional", "required"),
	"classes.*.require-labels": grown(),
	"classes.*.prereleases": unchanged(),
	"classes.*.ends": unchanged(),
	"classes.*.after": longer(),
	forbid: grown(),
	unknown: upwards("warn", "deny"),
	"labels.required": grown(),
	"labels.quay": unchanged(),
	"base.allow": narrowed(),
	"base.pin": level(),
	"base.eol": level(),
	"base.eol-file": unchanged(),
	"lint.engines": grown(),
	"lint.fail-on": upwards("error", "warning", "info"),
	"lint.rules.*": upwards("off", "info", "warning", "error"),
	"scan.fail-tiers": grown(),
	"scan.max-db-age": shorter(),
	"scan.grace": shorter(),
	"scan.secrets": upwards("off", "critical", "high", "medium", "low"),
	"scan.misconfig": upwards("off", "critical", "high", "medium", "low"),
	"scan.licences": grown(),
	"scan.kev-file": unchanged(),
	"scan.exceptions.max-days": smaller(),
	"scan.exceptions.items": {
		may: "lose exceptions or end them earlier",
		holds: (before, after) => list(after).every((item) => list(before).some((known) => endsNoLater(known, item)))
	},
	"layers.leftovers": level(),
	"layers.dive-ci": unchanged(),
	"sign.format": {
		may: "become 'both'",
		holds: (before, after) => before === after || after === "both"
	},
	"sign.children": upwards(false, true),
	"sign.log": {
		may: "be set where it was 'none'",
		holds: (before, after) => before === after || before === "none"
	},
	"sign.key": unchanged(),
	"sign.identity": unchanged(),
	"sign.issuer": unchanged(),
	"sign.attest": upwards(false, true),
	"in-use.required": grown(),
	"in-use.max-age": shorter(),
	"cleanup.clock": upwards("created", "push", "label"),
	"cleanup.min-age": longer(),
	"cleanup.untagged.expires": longer(),
	"cleanup.limits.deletions": smaller(),
	"cleanup.limits.share": {
		may: "be smaller",
		holds: (before, after) => percent(after) <= percent(before)
	},
	"cleanup.max-plan-age": shorter(),
	"cleanup.require-review": upwards(false, true),
	"cleanup.untag": shrunk(),
	"cleanup.plain-http": shrunk(),
	"cleanup.plan-file": unchanged(),
	"cleanup.pull-request.branch": unchanged(),
	"cleanup.pull-request.labels": grown(),
	"cleanup.pull-request.reviewers": grown(),
	"cleanup.pull-request.assignees": grown(),
	"cleanup.pull-request.draft": unchanged(),
	"cleanup.pull-request.quiet-after-close": longer()
};
function unchanged() {
	return {
		may: "stay as it is",
		holds: (before, after) => JSON.stringify(before) === JSON.stringify(after)
	};
}
/** From loose to tight. Where nothing was set, only the tightest is known to be no looser. */
function upwards(...steps) {
	const rank = (value) => value === void 0 ? steps.length - 1 : steps.indexOf(value);
	return {
		may: `go up in: ${steps.join(", ")}`,
		holds: (before, after) => rank(after) >= rank(before)
	};
}
function level() {
	return upwards("off", "info", "warn", "error");
}
function longer() {
	return {
		may: "be longer",
		holds: (before, after) => lifetime(after) >= lifetime(before)
	};
}
function shorter() {
	return {
		may: "be shorter",
		holds: (before, after) => before === void 0 || lifetime(after) <= lifetime(before)
	};
}
function larger(least) {
	return {
		may: "be larger",
		holds: (before, after) => Number(after) >= Number(before ?? least)
	};
}
function smaller() {
	return {
		may: "be smaller",
		holds: (before, after) => Number(after) <= Number(before)
	};
}
function grown() {
	return {
		may: "be added to",
		holds: (before, after) => list(before).every((item) => list(after).includes(item))
	};
}
function shrunk() {
	return {
		may: "lose items",
		holds: (before, after) => list(after).every((item) => list(before).includes(item))
	};
}
function narrowed() {
	return {
		may: "be narrower",
		holds: (before, after) => list(after).every((inner) => list(before).some((outer) => require_policy.covers(String(outer), String(inner))))
	};
}
/** In seconds; never is for ever. `superseded` compares with itself only, see `same`. */
function lifetime(value) {
	if (value === "never") return Number.POSITIVE_INFINITY;
	const length = require_duration.parseDuration(String(value ?? "0d"));
	return typeof length === "number" ? length : 0;
}
function same(before, after, special) {
	return before === after || before !== special && after !== special || after === "never";
}
function percent(value) {
	return Number(String(value).replace("%", ""));
}
function list(value) {
	return Array.isArray(value) ? value : [];
}
function endsNoLater(known, item) {
	const { until: end = "", ...one } = { ...known };
	const { until = "", ...other } = { ...item };
	return until <= end && sorted(one) === sorted(other);
}
function sorted(object) {
	return JSON.stringify(Object.entries(object).sort(([a], [b]) => a < b ? -1 : 1));
}
// lib/policy/lock.js
/** The locks a file sets for those that extend it. */
function locksOf(tree) {
	const node = require_policy.nodeAt(tree, ["lock"]);
	if (node?.kind !== "list") return {
		locks: [],
		faults: []
	};
	const locks = [];
	const faults = [];
	node.items.forEach((item, index) => {
		const text = String(require_policy.plain(item));
		const path = text.split(".");
		if (isLegalPath(path) && isLockable(path)) locks.push({
			path,
			at: item.at
		});
		else {
			const meant = require_index.nearest(text, lockablePaths());
			faults.push(faultAt(tree, ["lock", index], `'lock.${index}': '${text.slice(0, 80)}' is no path that can be locked`, require_index.didYouMean(meant)));
		}
	});
	return {
		locks,
		faults
	};
}
/** Every place where `later` is looser than `earlier` at a locked path. */
function loosened(earlier, later, locks) {
	return require_policy.leavesOf(later).flatMap(([path, leaf]) => {
		const lock = locks.find(({ path: locked }) => overlap(locked, path));
		if (lock === void 0 || path.length === 0 || leaf.kind === "map") return [];
		const before = valueAt(earlier, path);
		const after = require_policy.plain(leaf);
		if (JSON.stringify(before) === JSON.stringify(after)) return [];
		const rule = tighteningOf(path);
		const newRow = path[0] === "classes" && require_policy.nodeAt(earlier, path.slice(0, 2)) === void 0;
		if (!newRow && rule?.holds(before, after)) return [];
		const where = lock.at === void 0 ? "" : ` by ${require_index.formatLocation(lock.at)}`;
		const value = require_policy.placeOf(earlier, path);
		const from = value === void 0 ? "its default" : require_index.formatLocation(value);
		const may = newRow ? "not get further rows" : `only ${rule?.may ?? "be tightened key by key, not replaced"}`;
		const name = require_policy.formatPath(path);
		return [faultAt(later, path, `'${name}' is locked as '${require_policy.formatPath(lock.path)}'${where} and may ${may}: it was ${shown(before)} (${from}), here it is ${shown(after)}`, newRow || before === void 0 ? `remove '${name}' here` : `${path.at(-1)}: ${shown(before)}`)];
	});
}
/** A lock binds what is below it, and whoever replaces what it stands in. */
function overlap(locked, path) {
	return locked.every((step, index) => path[index] === void 0 || path[index] === step);
}
function valueAt(tree, path) {
	const node = require_policy.nodeAt(tree, path);
	if (node !== void 0) return require_policy.plain(node);
	if (path[0] !== "classes") return void 0;
	if (path[2] === "keep" && path[3] === "per") return require_policy.keepDefaults.per;
	const key = path[2];
	return path.length === 3 && Object.hasOwn(require_policy.classDefaults, key) ? require_policy.classDefaults[key] : void 0;
}
function tighteningOf(path) {
	const free = path[0] === "classes" || path[0] === "aliases" ? 1 : path[0] === "lint" && path[1] === "rules" ? 2 : -1;
	return tightenings[path.map((step, index) => index === free ? "*" : step).join(".")];
}
function isLockable(path) {
	return Object.keys(tightenings).some((known) => {
		const steps = known.split(".");
		return path.length <= steps.length && path.every((step, index) => steps[index] === step || steps[index] === "*");
	});
}
function lockablePaths() {
	const whole = Object.keys(tightenings).flatMap((path) => {
		const steps = path.split(".");
		return steps.map((_, index) => steps.slice(0, index + 1).join("."));
	});
	return [...new Set(whole)].filter((path) => !path.includes("*"));
}
function shown(value) {
	const text = value === void 0 ? "not set" : JSON.stringify(value);
	return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
// lib/policy/sound.js
/** Faults of rows of `classes`. Rows in `doubtful` already have some and are passed over. */
function unsound(tree, doubtful) {
	const classes = require_policy.nodeAt(tree, ["classes"]);
	return [...(classes?.kind === "map" ? [...classes.entries] : []).flatMap(([name, { node }]) => {
		const path = ["classes", name];
		if (node.kind !== "map" || doubtful(path)) return [];
		return rowFaults(tree, path, require_policy.plain(node));
	}), ...unexplained(tree, doubtful)];
}
/** That something stands in the way of an exploit is no reason until it is said what does: OpenVEX wants it too. */
function unexplained(tree, doubtful) {
	const above = [
		"scan",
		"exceptions",
		"items"
	];
	const items = require_policy.nodeAt(tree, above);
	if (items?.kind !== "list") return [];
	return items.items.flatMap((node, index) => {
		const path = [...above, index];
		if (node.kind !== "map" || doubtful(path)) return [];
		const { reason, statement } = require_policy.plain(node);
		if (reason !== "mitigated" || statement !== void 0) return [];
		const message = `'${require_policy.formatPath([...path, "statement"])}' is missing: mitigated by what?`;
		return [faultAt(tree, [...path, "statement"], message, "statement: no shell in the image, runs as 10001")];
	});
}
function rowFaults(tree, path, row) {
	const say = (key, message, fix) => faultAt(tree, [...path, key], `'${require_policy.formatPath([...path, key])}' ${message}`, fix);
	if (row["tags"] === void 0) return [say("tags", "is missing: how are such images named?", "tags: ['name-{sha}']")];
	if (row["expires"] === void 0) return [say("expires", "is missing: 'never', a duration or 'superseded'", "expires: 14d")];
	const prereleases = row["prereleases"] === "deny" ? "deny" : "allow";
	const templates = row["tags"].flatMap((text) => {
		const template = require_template.compileTemplate(text, { prereleases });
		return "fault" in template ? [] : [template];
	});
	const placeholders = new Set(templates.flatMap((template) => template.placeholders));
	const keep = row["keep"];
	return [
		...row["expires"] === "superseded" && keep === void 0 ? [say("expires", "is 'superseded', which needs a 'keep' to be superseded in", "keep: { newest: 10 }")] : [],
		...keep !== void 0 && keep["newest"] === void 0 ? [say("keep", "does not say how many", "keep: { newest: 10 }")] : [],
		...keep !== void 0 && keep["per"] !== void 0 && keep["per"] !== "repository" && !placeholders.has("semver") ? [say("keep", `counts per ${keep["per"]}, which needs {semver} in 'tags'`, "per: repository")] : [],
		...row["prereleases"] !== void 0 && !placeholders.has("semver") ? [say("prereleases", "speaks about {semver}, which is not in 'tags'", `remove 'prereleases'`)] : [],
		...row["ends"] !== void 0 && row["after"] === void 0 ? [say("ends", "needs 'after': how long after the pull request was closed", "after: 1d")] : [],
		...row["after"] !== void 0 && row["ends"] === void 0 ? [say("after", "needs 'ends'", "ends: closed")] : [],
		...row["ends"] !== void 0 && !placeholders.has("number") && !placeholders.has("branch") ? [say("ends", "needs {number} or {branch} in 'tags', to know whose end it is", "tags: ['pr-{number}']")] : [],
		...makes(row["on"], templates) ? [] : [say("on", `is ${row["on"]}, but no template of 'tags' can name what such an event builds`, exampleOf(row["on"]))]
	];
}
/**
* A git tag is a name already. Other events need one template that can be made of the facts they have, so the facts
* here are as full as they can be.
*/
function makes(event, templates) {
	if (event !== "push" && event !== "pull-request") return true;
	const facts = {
		sha: "0".repeat(40),
		date: 0,
		branch: "main"
	};
	const all = event === "pull-request" ? {
		...facts,
		number: 1
	} : facts;
	return templates.some((template) => typeof template.make(all) === "string");
}
function exampleOf(event) {
	return `tags: ['${event === "push" ? "commit-{sha}" : "pr-{number}"}']`;
}
// lib/policy/tree.js
var import_dist = require_dist$1.require_dist();
const longestFile = 1048576;
/** The lexer is linear and lazy, the parser is not: what has more tokens than any real policy is never parsed. */
const mostTokens = 1e5;
const deepest = 32;
const mostNodes = 5e4;
/** The file as a tree that knows where everything stands, or why it is none. Never both silent and empty. */
function readTree(file, text) {
	const body = text.startsWith("﻿") ? text.slice(1) : text;
	const start = {
		file,
		line: 1,
		column: 1
	};
	const tooMuch = sizeFault(body);
	if (tooMuch !== void 0) return {
		tree: void 0,
		faults: [fault(tooMuch, start)]
	};
	const lines = new import_dist.LineCounter();
	const at = (offset) => {
		const { line, col } = lines.linePos(offset);
		return {
			file,
			line: Math.max(line, 1),
			column: Math.max(col, 1)
		};
	};
	const document = (0, import_dist.parseDocument)(body, {
		version: "1.2",
		schema: "core",
		merge: false,
		stringKeys: true,
		uniqueKeys: false,
		prettyErrors: false,
		logLevel: "error",
		lineCounter: lines
	});
	const wrong = [...document.errors, ...document.warnings];
	if (wrong.length > 0) return {
		tree: void 0,
		faults: wrong.slice(0, 20).map(({ code, message, pos }) => fault(yamlFault(code, message), at(pos[0])))
	};
	return build(document, at, start);
}
function sizeFault(text) {
	if (text.length > longestFile || text.length * 3 > longestFile && bytesOf(text) > longestFile) return "the policy is larger than 1 MiB";
	let tokens = 0;
	let flow = 0;
	let indicators = 0;
	for (const token of new import_dist.Lexer().lex(text)) {
		if (++tokens > mostTokens) return `the policy has more than ${mostTokens} YAML tokens`;
		if (token === "[" || token === "{") flow++;
		else if (token === "]" || token === "}") flow--;
		else if (token === "-" || token === "?" || token === ":") indicators++;
		else if (token === "," || token.includes("\n")) indicators = 0;
		if (flow > deepest || indicators > deepest) return `the policy is nested deeper than ${deepest} levels`;
	}
}
function bytesOf(text) {
	let bytes = 0;
	for (const character of text) {
		const code = character.codePointAt(0);
		bytes += code < 128 ? 1 : code < 2048 ? 2 : code < 65536 ? 3 : 4;
	}
	return bytes;
}
const tagFault = "YAML tags ('!…') have no meaning in a policy";
function yamlFault(code, message) {
	switch (code) {
		case "MULTIPLE_DOCS": return "a policy is one YAML document; a second one starts here";
		case "TAB_AS_INDENT": return "YAML is indented by spaces; a tab stands here";
		case "NON_STRING_KEY": return "a key is a plain word, not a list or a mapping";
		case "TAG_RESOLVE_FAILED": return tagFault;
		default: return `this is no YAML: ${harmless(message.split("\n", 1)[0])}`;
	}
}
function harmless(text) {
	return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ").slice(0, 200);
}
function build(document, at, start) {
	const faults = [];
	const anchors = /* @__PURE__ */ new Map();
	let unfolding = 0;
	let nodes = 0;
	let full = false;
	function unfold(name, here, depth) {
		const target = anchors.get(name);
		if (target === void 0) {
			faults.push(fault(`'*${harmless(name)}' has no anchor before it`, here));
			return nothing(here);
		}
		unfolding++;
		const node = convert(target, here, depth + 1);
		unfolding--;
		return node;
	}
	function convert(node, place, depth) {
		const here = node?.range == null ? place : at(node.range[0]);
		if (++nodes > mostNodes || depth > deepest) {
			if (!full) {
				const what = depth > deepest ? `is nested deeper than ${deepest} levels` : `has more than ${mostNodes} values`;
				faults.push(fault(`the policy ${what}, its aliases unfolded`, here));
			}
			full = true;
			return nothing(here);
		}
		if ((0, import_dist.isNode)(node) && !(0, import_dist.isAlias)(node) && node.tag !== void 0) faults.push(fault(tagFault, here));
		if ((0, import_dist.isAlias)(node)) return unfold(node.source, here, depth);
		if (unfolding === 0 && (0, import_dist.isNode)(node) && node.anchor !== void 0) anchors.set(node.anchor, node);
		if ((0, import_dist.isSeq)(node)) return {
			kind: "list",
			at: here,
			items: node.items.map((item) => full ? nothing(here) : convert(item, here, depth + 1))
		};
		if (!(0, import_dist.isMap)(node)) return {
			kind: "scalar",
			at: here,
			value: (0, import_dist.isScalar)(node) ? scalarOf(node.value) : null
		};
		const entries = /* @__PURE__ */ new Map();
		for (const pair of node.items) {
			if (full) break;
			const key = pair.key;
			const keyAt = key?.range == null ? here : at(key.range[0]);
			const name = (0, import_dist.isScalar)(key) ? String(key.value) : "";
			const before = entries.get(name);
			if (name === "__proto__") faults.push(fault("nothing in a policy is called '__proto__'", keyAt));
			else if (before !== void 0) faults.push(fault(`'${harmless(name)}' stands here twice; the first is on line ${before.at.line}`, keyAt));
			else entries.set(name, {
				at: keyAt,
				node: convert(pair.value, keyAt, depth + 1)
			});
		}
		return {
			kind: "map",
			at: here,
			entries
		};
	}
	const contents = document.contents;
	if (contents === null || (0, import_dist.isScalar)(contents) && contents.value === null) return {
		tree: {
			kind: "map",
			at: start,
			entries: /* @__PURE__ */ new Map()
		},
		faults
	};
	const tree = convert(contents, start, 0);
	return full ? {
		tree: void 0,
		faults
	} : {
		tree,
		faults
	};
}
function nothing(at) {
	return {
		kind: "scalar",
		at,
		value: null
	};
}
function scalarOf(value) {
	if (typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
	return value === null || value === void 0 ? null : String(value);
}
function fault(message, location) {
	return {
		rule: "bad-policy",
		severity: "error",
		message,
		location
	};
}
// lib/policy/parse.js
/** Reads one file by itself; what is wrong with it is kept and said when the policy is put together. */
function readPolicyFile(file, text) {
	const { tree, faults } = readTree(file, text);
	const found = faults.map((finding) => ({
		path: [],
		finding
	}));
	if (tree === void 0) return {
		file,
		extends: [],
		tree,
		faults: found
	};
	const checked = policySchema().safeParse(require_policy.plain(tree));
	const all = [...found, ...checked.success ? [] : faultsOf(checked.error.issues, tree)];
	const sound = require_policy.without(tree, all.map((fault) => fault.path).filter((path) => path.length > 0));
	const sources = require_policy.nodeAt(sound, ["extends"]);
	return {
		file,
		extends: sources?.kind === "list" ? sources.items.map((item) => ({
			text: String(require_policy.plain(item)),
			at: item.at
		})) : [],
		tree: sound.kind === "map" ? sound : void 0,
		faults: all
	};
}
/**
* The effective policy of files in the order in which they win: defaults of others first, the repository's own
* last. Throws `bad-policy` with every fault of every file at once.
* @param sha256 64 hex digits of a text
*/
function assemblePolicy(files, sha256) {
	const faults = files.flatMap((file) => file.faults);
	let tree = require_policy.placeless(require_policy.defaults);
	let locks = [];
	const unreadable = files.some((file) => file.tree === void 0);
	for (const { tree: own } of files) {
		if (own === void 0 || unreadable) continue;
		faults.push(...loosened(tree, own, locks));
		const more = locksOf(own);
		locks = [...locks, ...more.locks];
		faults.push(...more.faults);
		tree = require_policy.mergePolicies(tree, own);
	}
	if (!unreadable) faults.push(...unsound(tree, (path) => faults.some((fault) => touches(fault.path, path))));
	if (faults.length > 0) throw refusal(faults.map((fault) => fault.finding).sort(require_index.compareFindings));
	return require_policy.loadedFrom(tree, files.map((file) => file.file), sha256);
}
/** `readPolicyFile` and `assemblePolicy` in one, for texts whose `extends` are already resolved. */
function parsePolicy(files, sha256) {
	return assemblePolicy(files.map(({ file, text }) => readPolicyFile(file, text)), sha256);
}
function touches(fault, path) {
	return fault.length > 0 && path.every((step, index) => fault[index] === void 0 || fault[index] === step);
}
/** More than this many at once helps nobody. */
const mostFindings = 100;
function refusal(findings) {
	const [first] = findings;
	const rest = findings.length - mostFindings;
	const shown = rest > 0 ? [...findings.slice(0, mostFindings), {
		rule: "bad-policy",
		severity: "error",
		message: `and ${rest} more faults of the policy`
	}] : findings;
	return new require_index.HygieneError("bad-policy", first.message, {
		fix: first.fix,
		location: first.location,
		findings: shown
	});
}
exports.assemblePolicy = assemblePolicy;
exports.parsePolicy = parsePolicy;
exports.readPolicyFile = readPolicyFile;
