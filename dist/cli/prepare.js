const require_instant = require("./instant.js");
const require_index = require("./index.js");
const require_reference = require("./reference.js");
const require_classify = require("./classify.js");
const require_suggest = require("./suggest.js");
const require_version = require("./version.js");
const require_clock = require("./clock.js");
const require_policy = require("./policy.js");
const require_define = require("./define.js");
const require_facts = require("./facts.js");
const require_inputs = require("./inputs.js");
// lib/build/identity.js
/** How a git tag would stand in an image tag: `+` of build metadata is `_` there. */
function asImageTag(gitTag) {
	return gitTag.replace("+", "_");
}
/** `v{semver.major}` beside `v{semver}` moves with every release; alone it is the release's own name. */
function isFloating(template, among) {
	const has = (one, name) => one.placeholders.some((placeholder) => placeholder === name);
	return (has(template, "semver.major") || has(template, "semver.minor")) && among.some((other) => has(other, "semver"));
}
/** What the templates of a class may write. */
function tagFacts(facts, now, gitTag = facts.gitTag) {
	return {
		sha: facts.sha,
		number: facts.pullRequest?.number,
		branch: facts.branch,
		date: now,
		semver: gitTag === void 0 ? void 0 : require_version.readVersion(gitTag)
	};
}
/** How a class reads a git tag, if it does. Floating templates do not count: `v1.2` is no release `v1.2.3`. */
function readRelease(gitTag, policy, name) {
	const templates = require_classify.classTemplates(policy, name);
	for (const template of templates) {
		if (template.rest || isFloating(template, templates)) continue;
		const captured = template.match(asImageTag(gitTag));
		if (captured === void 0) continue;
		if (captured.semver?.includes("+") && !gitTag.includes("+")) continue;
		return {
			gitTag,
			template,
			captured
		};
	}
}
/** The tags that a class makes of a release. A prerelease moves no floating tag. */
function releaseTags(release, policy, name, facts) {
	const templates = require_classify.classTemplates(policy, name);
	const version = release.captured.semver ?? require_version.readVersion(release.gitTag);
	const own = asImageTag(release.gitTag);
	const made = templates.flatMap((template) => {
		if (template === release.template) return [own];
		if (version !== void 0 && require_version.isPrerelease(version) && isFloating(template, templates)) return [];
		const tag = template.make({
			...facts,
			semver: version
		});
		return typeof tag === "string" ? [tag] : [];
	});
	return [...new Set(made)];
}
/** Why a tag does not say the truth about a build that is no release; `undefined` if it does. */
function contradiction(tag, template, rule, facts, now) {
	const captured = template.match(tag) ?? {};
	if (rule.on !== void 0 && rule.on !== facts.event) return `such tags are made on ${rule.on}, and this is a ${facts.event} (${facts.trigger})`;
	if (captured.sha !== void 0 && !facts.sha.startsWith(captured.sha)) return `the commit that is built is ${facts.sha.slice(0, 12)}`;
	if (rule.on === "pull-request" && captured.number !== void 0) {
		const number = facts.pullRequest?.number;
		if (captured.number !== number) return `this is pull request ${number}`;
	}
	if (captured.date !== void 0 && !isToday(captured.date, now)) return `the build is of ${dayOf(now)} (UTC)`;
	if (captured.branch !== void 0 && rule.on !== void 0) {
		const made = template.make({
			...tagFacts(facts, now),
			sha: captured.sha ?? facts.sha
		});
		if (facts.branch === void 0 || typeof made === "string" && made !== tag) return `the branch is ${facts.branch === void 0 ? "not known" : `'${facts.branch}'`}`;
	}
}
/** A build that began before midnight may tag after it. */
function isToday(day, now) {
	return day === dayOf(now) || day === dayOf(now - 86400);
}
function dayOf(now) {
	return (/* @__PURE__ */ new Date(now * 1e3)).toISOString().slice(0, 10).replaceAll("-", "");
}
// lib/build/slip.js
/**
* A tag of no class that was plainly meant as one of a class: a bare commit, an incomplete version, a typing error.
* It is refused, for nothing would ever clean it up.
*/
function slipOf(tag, facts, policy, now) {
	const other = (near) => near === tag ? void 0 : near;
	const here = other(require_suggest.nearestTag(tag, policy, {
		...tagFacts(facts, now),
		event: facts.event
	})?.tag);
	const anywhere = other(require_suggest.nearestTag(tag, policy, { sha: facts.sha })?.tag);
	const hex = commitIn(tag, facts);
	if (hex !== void 0) return commitSlip(tag, hex, facts, policy, here ?? anywhere);
	const meant = looksLikeVersion(tag) ? anywhere ?? here : [here, anywhere].find((one) => one !== void 0 && require_index.nearest(tag, [one]) !== void 0);
	return meant === void 0 ? void 0 : {
		message: `the tag '${tag}' is of no class`,
		fix: `did you mean ${meant}?`
	};
}
function commitSlip(tag, hex, facts, policy, meant) {
	if (meant === void 0) return void 0;
	const written = require_suggest.nearestTag(tag, policy)?.tag;
	return {
		message: `the tag '${tag}' is of no class${facts.sha.startsWith(hex) ? "" : `; even as ${written} it would be another commit than the built one`}`,
		fix: `did you mean ${meant}?`
	};
}
/** The commit that ends a tag. Digits alone are a number, unless they are this commit's. */
function commitIn(tag, { sha }) {
	const hex = /(?:^|[^0-9a-z])([0-9a-f]{7,40})$/i.exec(tag)?.[1]?.toLowerCase();
	return hex !== void 0 && (/[a-f]/.test(hex) || sha.startsWith(hex)) ? hex : void 0;
}
/** `v1`, `v1.2`, `1.2`, `V01.2.3-x`; a number alone is none. */
function looksLikeVersion(tag) {
	return /^(?:v[.-]?[0-9]+(?:\.[0-9]+){0,2}|[0-9]+\.[0-9]+(?:\.[0-9]+)?)(?:[-+_.a-z].*)?$/i.test(tag);
}
// lib/build/judge.js
/** Whether this build may carry a tag, whoever made it. Any text may be asked about. */
function judgeTag(tag, facts, loaded, now) {
	const { policy, where } = loaded;
	const forbidden = require_classify.matchesForbidden(tag, policy);
	if (forbidden !== void 0) {
		const location = where(forbidden.path);
		return refused("tag-forbidden", `the tag '${tag}' is forbidden: it would not say which build it is`, {
			fix: instead(tag, facts, policy, now),
			...location === void 0 ? {} : { location }
		});
	}
	if (require_classify.isMetadataTag(tag)) return refused("tag-reserved", `the tag '${tag}' is where registries keep signatures and attestations`, { fix: instead(tag, facts, policy, now) });
	const readings = readingsOf(tag, policy);
	if (readings.every(({ template }) => template.rest)) {
		const slip = slipOf(tag, facts, policy, now);
		if (slip !== void 0) return refused("tag-unknown", slip.message, { fix: slip.fix });
	}
	if (readings.length === 0) return judgeUnknown(tag, facts, policy, now);
	const releases = readings.filter(({ rule }) => rule.on === "git-tag");
	const others = readings.filter(({ rule }) => rule.on !== "git-tag");
	if (releases.length > 0) {
		const verdict = judgeRelease(tag, releases, facts, policy, now);
		if (verdict.says !== "legal") return verdict;
		const also = others.filter((one) => whyNot(tag, one, facts, now) === void 0);
		return {
			...verdict,
			classes: [.../* @__PURE__ */ new Set([...verdict.classes, ...also.map((one) => one.class)])]
		};
	}
	const truthful = others.filter((one) => whyNot(tag, one, facts, now) === void 0);
	if (truthful.length > 0) return legal(truthful.map((one) => one.class));
	const [first] = others;
	const why = first === void 0 ? "" : whyNot(tag, first, facts, now);
	return refused("tag-not-this-build", `the tag '${tag}' is of class ${first?.class}, but ${why}`, { fix: instead(tag, facts, policy, now) });
}
function readingsOf(tag, policy) {
	const all = Object.entries(policy.classes).flatMap(([name, rule]) => require_classify.classTemplates(policy, name).filter((template) => template.match(tag) !== void 0).map((template) => ({
		class: name,
		rule,
		template
	})));
	const named = all.filter(({ template }) => !template.rest);
	return named.length > 0 ? named : all;
}
function whyNot(tag, { template, rule }, facts, now) {
	return contradiction(tag, template, rule, facts, now);
}
/** A release is what a git tag on the built commit says; anything else is a name that somebody made up. */
function judgeRelease(tag, readings, facts, policy, now) {
	const [{ class: name }] = readings;
	const say = (why) => `the tag '${tag}' is a release (class ${name}), but ${why}`;
	if (facts.event === "pull-request") return refused("tag-not-this-build", say("a pull request releases nothing"), { fix: instead(tag, facts, policy, now) });
	const said = readings.filter((reading) => namesOf(reading, facts, policy, now).includes(tag));
	if (said.length > 0) return legal(said.map((reading) => reading.class));
	const commit = facts.sha.slice(0, 12);
	if (facts.gitTags.complete || facts.gitTag !== void 0) {
		const known = facts.gitTags.names.slice(0, 5);
		return refused("tag-not-git-tag", say(`the commit ${commit} ${known.length === 0 ? "carries no git tag" : `carries the git tag ${known.join(", ")}`}`), { fix: instead(tag, facts, policy, now) ?? `git tag ${tag} ${commit} && git push origin ${tag}` });
	}
	return {
		says: "undecided",
		finding: {
			rule: "undecidable",
			severity: "error",
			message: say(`this checkout has no git tags to say whether the commit ${commit} carries one of that name`),
			fix: "build releases on the push of their git tag, or fetch the tags: `fetch-depth: 0` of actions/checkout, GIT_DEPTH: 0 on GitLab, `git fetch --tags --unshallow`"
		}
	};
}
/** The image tags that a class makes of the git tags on the built commit. */
function namesOf(reading, facts, policy, now) {
	return facts.gitTags.names.flatMap((gitTag) => {
		const release = readRelease(gitTag, policy, reading.class);
		if (release === void 0) return [];
		return isFloating(reading.template, require_classify.classTemplates(policy, reading.class)) ? releaseTags(release, policy, reading.class, tagFacts(facts, now, gitTag)) : [asImageTag(gitTag), ...releaseTags(release, policy, reading.class, tagFacts(facts, now, gitTag))];
	});
}
/** A tag that no class speaks of is for `unknown` to say. */
function judgeUnknown(tag, facts, policy, now) {
	const classes = Object.entries(policy.classes).map(([name, rule]) => `${name} (${rule.tags.join(", ")})`);
	const better = instead(tag, facts, policy, now);
	const finding = {
		rule: "tag-unknown",
		severity: policy.unknown === "deny" ? "error" : "warning",
		message: `the tag '${tag}' is of no class, so nothing says how long it lives: ${classes.join("; ")}`,
		fix: `${better === void 0 ? "" : `${better}, or `}give it a class in the policy`
	};
	return policy.unknown === "deny" ? {
		says: "refused",
		finding
	} : {
		...legal([]),
		findings: [finding]
	};
}
/** What to use instead, in words. */
function instead(tag, facts, policy, now) {
	const meant = require_suggest.nearestTag(tag, policy, {
		...tagFacts(facts, now),
		event: facts.event
	});
	return meant === void 0 || meant.tag === tag ? void 0 : `use ${meant.tag}`;
}
function legal(classes) {
	return {
		says: "legal",
		classes: [...new Set(classes)],
		findings: []
	};
}
function refused(rule, message, details) {
	const { fix, location } = details;
	return {
		says: "refused",
		finding: {
			rule,
			severity: "error",
			message,
			...fix === void 0 ? {} : { fix },
			...location === void 0 ? {} : { location }
		}
	};
}
// lib/build/name.js
/** Makes the tags of a build by the templates of its event's class. */
function makeTags(facts, loaded, now) {
	const { policy } = loaded;
	const faults = [];
	for (const [name, rule] of Object.entries(policy.classes)) {
		if (rule.on !== facts.event) continue;
		const tags = facts.gitTag === void 0 ? ordinary(name, facts, policy, now, faults) : released(name, facts, policy, now);
		if (tags.length > 0) return named(name, tags, facts, loaded, now);
	}
	return { findings: [noClass(facts, policy, now, faults)] };
}
function ordinary(name, facts, policy, now, faults) {
	return require_classify.classTemplates(policy, name).flatMap((template) => {
		const tag = template.make(tagFacts(facts, now));
		if (typeof tag === "string") return [tag];
		faults.push(tag.fault);
		return [];
	});
}
function released(name, facts, policy, now) {
	const release = readRelease(facts.gitTag ?? "", policy, name);
	return release === void 0 ? [] : releaseTags(release, policy, name, tagFacts(facts, now));
}
/** Made tags are judged like anybody's: a branch may be called `latest` or `v1.2.3`. */
function named(name, tags, facts, loaded, now) {
	const verdicts = [...new Set(tags)].map((tag) => judgeTag(tag, facts, loaded, now));
	const findings = verdicts.flatMap((verdict) => "finding" in verdict ? [verdict.finding] : verdict.findings);
	if (verdicts.some((verdict) => verdict.says !== "legal")) return { findings };
	const known = [...new Set(tags)].filter(require_reference.isTag);
	return {
		name: {
			classes: [name],
			why: whyOf(facts),
			tags: known,
			version: versionOf(known, facts)
		},
		findings
	};
}
/** What the event is, for people: `push to main (workflow_dispatch)`. */
function whyOf({ event, trigger, branch, gitTag, pullRequest }) {
	const plain = {
		"git-tag": `git tag ${gitTag}`,
		push: `push to ${branch ?? "a detached commit"}`
	};
	const what = event === "pull-request" ? `pull request ${pullRequest?.number}${pullRequest?.withoutSecrets ? " without secrets" : ""}` : plain[event];
	return trigger === event || trigger === "pull_request" ? what : `${what} (${trigger})`;
}
/** The version that the image is labelled with. */
function versionOf(tags, facts) {
	const released = facts.gitTags.names.filter((gitTag) => tags.includes(asImageTag(gitTag)));
	const [first = tags[0] ?? ""] = facts.gitTag !== void 0 ? [facts.gitTag] : released;
	return require_version.readVersion(first) ?? first;
}
function noClass(facts, policy, now, faults) {
	const rows = Object.entries(policy.classes).map(([name, rule]) => `${name} (${rule.on ?? "any event"}: ${rule.tags.join(", ")})`);
	return {
		rule: "no-class",
		severity: "error",
		message: `no class is for ${facts.gitTag === void 0 ? `a ${facts.event} (${facts.trigger})` : `the git tag '${facts.gitTag}'`}${faults.length === 0 ? "" : `; ${[...new Set(faults)].join("; ")}`}. The policy has ${rows.join(", ") || "no classes"}`,
		fix: fixOf(facts, policy, now)
	};
}
function fixOf(facts, policy, now) {
	if (facts.gitTag === void 0) return `add a row to the policy:\nclasses:\n  ${facts.event}: { on: ${facts.event}, tags: ['${facts.event}-{sha}'], expires: 14d }`;
	const meant = require_suggest.nearestTag(facts.gitTag, policy, {
		sha: facts.sha,
		date: now,
		event: "git-tag"
	});
	if (meant === void 0 || meant.tag === asImageTag(facts.gitTag)) return `add a class with \`on: git-tag\` whose template takes '${facts.gitTag}'`;
	return `did you mean ${meant.tag}? git tag ${meant.tag} ${facts.sha.slice(0, 12)} && git push origin ${meant.tag}`;
}
// lib/build/check.js
/**
* Reads `v1.2.3`, `ghcr.io/acme/app:v1.2.3` and `app:latest`. A reference without a tag is `latest` to every client,
* so it is read as that here. What is neither tag nor reference is `bad-usage`.
*/
function readGivenTag(text) {
	if (require_reference.isTag(text)) return { tag: text };
	const reference = /[/:]/.test(text) ? require_reference.parseReference(text) : { fault: "a tag has 1 to 128 of A-Z a-z 0-9 _ . -" };
	if ("fault" in reference) throw new require_index.HygieneError("bad-usage", `tags: '${text}' is neither a tag nor a reference: ${reference.fault}`, { fix: "one tag (v1.2.0) or one reference (ghcr.io/acme/app:v1.2.0) a line" });
	if (reference.digest !== void 0) throw new require_index.HygieneError("bad-usage", `tags: '${text}' has a digest; a build is tagged, not named by its digest`);
	return {
		tag: reference.tag ?? "latest",
		repository: reference.repository
	};
}
/** Checks tags that another tool made: each is allowed for this build, or refused with what would be. */
function checkTags(given, facts, loaded, now) {
	const verdicts = given.map((tag) => judgeTag(tag, facts, loaded, now));
	const findings = verdicts.flatMap((verdict) => "finding" in verdict ? [verdict.finding] : verdict.findings);
	const tags = given.filter(require_reference.isTag);
	const classes = verdicts.flatMap((verdict) => verdict.says === "legal" ? verdict.classes : []);
	if (classes.length + findings.length === 0 || verdicts.some((verdict) => verdict.says !== "legal")) return { findings };
	return {
		name: {
			classes: longestLived(classes, loaded.policy),
			why: whyOf(facts),
			tags,
			version: versionOf(tags, facts)
		},
		findings
	};
}
function longestLived(classes, policy) {
	const life = (name) => lifeOf(policy.classes[name]);
	return [...new Set(classes)].toSorted((a, b) => life(b) - life(a));
}
/** In seconds; a class that needs no clock outlives all that have one. */
function lifeOf(rule) {
	if (rule?.expires.kind === "after") return rule.expires.seconds;
	return rule?.expires.kind === "never" ? Number.MAX_VALUE : Number.MAX_SAFE_INTEGER;
}
// lib/build/consumers.js
/**
* One `key=value` a line, for docker/build-push-action, docker/bake-action and `set: *.labels`. They read each line
* as a CSV record and join its fields again, which keeps commas but eats quotes that open a field: only such a line
* is quoted.
*/
function labelLines(labels) {
	return [...labels].map(([name, value]) => csvLine(`${name}=${value}`)).join("\n");
}
/** Levels as BuildKit has them: every platform's manifest, and the index over them. */
function annotationLines(annotations) {
	return ["manifest", "index"].flatMap((level) => [...annotations].map(([name, value]) => `${level}:${name}=${value}`));
}
function csvLine(line) {
	return /(?:^|,)"/.test(line) ? `"${line.replaceAll("\"", "\"\"")}"` : line;
}
/**
* A bake file with one target that others inherit. It has the name that docker/metadata-action gives its own, so a
* docker-bake.hcl that already inherits from that needs no change.
* @see https://docs.docker.com/build/bake/reference/
*/
const bakeTarget = "docker-metadata-action";
function bakeFile(tags, labels, annotations) {
	const target = {
		tags,
		labels: Object.fromEntries([...labels].map(([name, value]) => [name, literal(value)])),
		annotations: annotationLines(annotations).map(literal)
	};
	return `${JSON.stringify({ target: { [bakeTarget]: target } }, void 0, 2)}\n`;
}
function literal(text) {
	return text.replace(/([$%])(?=\{)/g, "$1$1");
}
/**
* Arguments that `docker build`, `buildah build` and `podman build` all take, one a line. Annotations are left out:
* the three spell their levels differently, and labels say the same for an image of one platform.
*/
function buildArguments(tags, labels) {
	return [...tags.map((tag) => `--tag=${tag}`), ...[...labels].map(([name, value]) => `--label=${name}=${value}`)].map((argument) => `${argument}\n`).join("");
}
// lib/build/dotenv.js
/** What GitLab takes unless an administrator changes it: fewer bytes than this, and at most so many variables. */
const limits = {
	bytes: 5120,
	variables: 20
};
/**
* A dotenv report for GitLab. Its reader splits at line ends, trims, knows no quotes, comments or empty lines, and
* stores values that the runner expands: `$X` in one would be replaced. So values are one line without `$`; lists are
* parted by a space, which neither tags nor references can hold, and labels go by file.
* @see https://docs.gitlab.com/ci/variables/dotenv_variables/
*/
function dotenv(variables) {
	const entries = Object.entries(variables);
	for (const [name, value] of entries) {
		if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && survives(value)) continue;
		throw new require_index.HygieneError("bad-usage", `dotenv-file: ${name} cannot be written: '$', line ends and outer blanks do not survive`, { fix: "choose plain paths and class names" });
	}
	const text = entries.map(([name, value]) => `${name}=${value}\n`).join("");
	if (entries.length <= limits.variables && new TextEncoder().encode(text).length < limits.bytes) return text;
	throw new require_index.HygieneError("bad-usage", "dotenv-file: the tags take more than the 5 KiB that GitLab allows", { fix: "prepare fewer images at once, or take the tags from build-args-file" });
}
/** A line end would start another variable, and the runner would put a value in for `$NAME`. */
function survives(value) {
	return value.trim() === value && !value.includes("$") && ![...value].some((one) => one < " " || one === "");
}
// lib/build/expiry.js
const hour = 3600;
/** The moment that counts as the build's: SOURCE_DATE_EPOCH where it is set, the clock otherwise. */
function buildTime(sourceDateEpoch, now) {
	if (sourceDateEpoch === void 0 || sourceDateEpoch.trim() === "") return now;
	if (/^[0-9]{1,11}$/.test(sourceDateEpoch.trim())) return Number(sourceDateEpoch.trim());
	throw new require_index.HygieneError("bad-usage", "SOURCE_DATE_EPOCH is no moment in unix seconds", { fix: "SOURCE_DATE_EPOCH=$(git log -1 --pretty=%ct)" });
}
/**
* Base time plus the class's duration, rounded up to the hour so that a rerun within the hour makes the same label.
* Throws `bad-usage` when that moment is past: such an image would be deleted by the next cleanup.
*/
function expiresOf(expiry, base, now) {
	if (expiry.kind !== "after") return { kind: expiry.kind };
	const at = Math.ceil((base + expiry.seconds) / hour) * hour;
	if (at > now) return {
		kind: "at",
		at,
		after: expiry.seconds
	};
	throw new require_index.HygieneError("bad-usage", `the image would be born expired: built at ${require_instant.formatInstant(base)} it expires at ${require_instant.formatInstant(at)}, which is past`, { fix: "unset SOURCE_DATE_EPOCH for this step (the build itself may keep it), or give the class a longer `expires`" });
}
/** `never`, or `after 2026-11-24 04:00 UTC, in 3 days`. */
function expiresInWords(expires, now) {
	if (expires.kind !== "at") return words[expires.kind];
	return `after ${require_instant.formatInstant(expires.at).replace("T", " ").replace(/:00Z$/, " UTC")}, in ${spanOf(expires.at - now)}`;
}
const words = {
	never: "never",
	superseded: "when newer versions supersede it"
};
function spanOf(seconds) {
	const [count, unit] = seconds < 2 * hour ? [Math.max(1, Math.round(seconds / 60)), "minute"] : seconds < 48 * hour ? [Math.round(seconds / hour), "hour"] : [Math.round(seconds / (24 * hour)), "day"];
	return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
/** Quay's own label: a duration from the push, in its largest whole unit. Quay deletes by it on its own. */
function quayDuration(seconds) {
	const [unit, size] = [
		["w", 168 * hour],
		["d", 24 * hour],
		["h", hour]
	].find(([, length]) => seconds % length === 0) ?? ["s", 1];
	return `${seconds / size}${unit}`;
}
// lib/build/labels.js
const expireLabel = require_clock.expireAtKey;
const quayLabel = "quay.expires-after";
/**
* The OCI set, the expiry and whatever the call adds.
* @see https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md#pre-defined-annotation-keys
*/
function makeLabels({ facts, version, title, created, expires, quay, onQuay, further }) {
	const { url, description, licence } = facts.repository;
	const oci = {
		title,
		version,
		revision: facts.sha,
		created: require_instant.formatInstant(created),
		source: url,
		url,
		description: description === void 0 ? void 0 : plain(description),
		licenses: licence === void 0 ? void 0 : plain(licence)
	};
	return sorted([
		...Object.entries(oci).flatMap(([name, value]) => value ? [[`org.opencontainers.image.${name}`, value]] : []),
		...further,
		...expiryLabels(expires, quay, onQuay)
	]);
}
/**
* Labels flow through FROM: an image that never expires would inherit `expire_at` from a base image that does. The
* empty value overrides it, and reads as "no clock" everywhere.
*/
function expiryLabels(expires, quay, onQuay) {
	if (expires.kind !== "at") return [[expireLabel, ""], ...quay || onQuay ? [[quayLabel, ""]] : []];
	return [[expireLabel, String(expires.at)], ...quay ? [[quayLabel, quayDuration(expires.after)]] : []];
}
/** Annotations reach no other image through FROM, so an empty one has nothing to override. */
function makeAnnotations(labels) {
	return new Map([...labels].filter(([, value]) => value !== ""));
}
/** Reads `key=value` lines; what cannot be a label is `bad-usage`, and so is a title with a line end. */
function readLabels(lines) {
	return sorted(lines.map((line) => {
		const equals = line.indexOf("=");
		if (equals < 1) throw new require_index.HygieneError("bad-usage", `labels: '${line}' is no key=value`, { fix: "owner=team-a" });
		const name = line.slice(0, equals).trim();
		if (!/^[!-~]{1,255}$/.test(name) || /["'\\,${}%]/.test(name)) throw new require_index.HygieneError("bad-usage", `labels: '${name}' is no label name`, { fix: "ASCII letters, digits, dots, dashes and underscores, as in com.example.owner=team-a" });
		if (name === expireLabel || name === quayLabel) throw new require_index.HygieneError("bad-usage", `labels: ${name} follows from the class; it is not set by hand`, { fix: "set `expires` in the class of the policy" });
		return [name, readValue(name, line.slice(equals + 1).trim())];
	}));
}
/** One line without control characters: a line end would be read as the next label by whoever takes the list. */
function readValue(name, value) {
	if (plain(value) === value && value.length <= longestValue) return value;
	const what = value.length > longestValue ? "longer than 4,096 characters" : "more than one line of plain text";
	throw new require_index.HygieneError("bad-usage", `the label ${name} is ${what}`, { fix: "one line, without control characters" });
}
const longestValue = 4096;
/** What somebody else wrote (a repository's description), made one line. */
function plain(text) {
	return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").slice(0, longestValue);
}
/** A finding for each label that the policy or a class requires and the image would not have. */
function missingLabels(labels, policy, classes) {
	const byClass = classes.flatMap((name) => {
		return (policy.classes[name]?.["require-labels"] ?? []).map((label) => [label, `class ${name}`]);
	});
	return [...new Map([...byClass, ...policy.labels.required.map((label) => [label, "labels.required"])])].filter(([label]) => (labels.get(label) ?? "") === "").map(([label, by]) => ({
		rule: "label-missing",
		severity: "error",
		message: `the label '${label}' is required (${by}) and not among those given; a LABEL in the Dockerfile is not seen here`,
		fix: `labels: ${label}=…`
	}));
}
function sorted(entries) {
	return new Map([...new Map(entries)].toSorted(([a], [b]) => a < b ? -1 : a > b ? 1 : 0));
}
// lib/build/overwrite.js
/** Tags that are written once. `v1` beside `v{semver}` in an immutable class moves by its nature. */
function immutableTags(tags, policy) {
	return tags.filter((tag) => Object.entries(policy.classes).some(([name, rule]) => {
		const templates = require_classify.classTemplates(policy, name);
		return rule.immutable && templates.some((one) => !one.rest && !isFloating(one, templates) && one.match(tag) !== void 0);
	}));
}
/**
* Whether a build may be pushed over an image. The digest to come is not known before the build, so the commit
* decides: another one is refused; the same one is a rerun, which is told and let through, because a release whose
* last job failed must be able to run again.
*/
function judgeExisting(image, { digest, revision }, sha) {
	if (revision === sha) return {
		rule: "immutable-tag",
		severity: "warning",
		message: `${image} exists (${digest}) and was built from the same commit: this looks like a rerun, and pushing it again moves the tag unless the build is reproducible`,
		fix: "build on top of the pushed digest instead of building again, or set SOURCE_DATE_EPOCH for a reproducible build",
		image
	};
	return {
		rule: "immutable-tag",
		severity: "error",
		message: `${image} exists (${digest}), built from ${revision === void 0 ? "an unknown commit" : `commit ${revision.slice(0, 12)}`}: overwriting it would change what is deployed and leave nothing to roll back to`,
		fix: "release under a new git tag; `check-registry: false` switches this check off",
		image
	};
}
// lib/build/prepared.js
/** The outputs that need no file; lists have one item a line. */
function outputsOf(prepared) {
	const { name, references, labels, expires } = prepared;
	return {
		class: name.classes[0] ?? "",
		version: name.version,
		tags: references.map(require_reference.formatReference).join("\n"),
		"tag-names": name.tags.join("\n"),
		labels: labelLines(labels),
		annotations: annotationLines(makeAnnotations(labels)).join("\n"),
		"expire-at": expires.kind === "at" ? String(expires.at) : "",
		json: JSON.stringify(jsonOf(prepared))
	};
}
/** For `fromJSON(…)`: the same names and shapes as docker/metadata-action's, and what that does not know. */
function jsonOf({ facts, name, references, labels, expires }) {
	return {
		class: name.classes[0] ?? null,
		version: name.version,
		tags: references.map(require_reference.formatReference),
		"tag-names": name.tags,
		labels: Object.fromEntries(labels),
		annotations: annotationLines(makeAnnotations(labels)),
		"expire-at": expires.kind === "at" ? expires.at : null,
		build: {
			forge: facts.forge,
			event: facts.event,
			trigger: facts.trigger,
			revision: facts.sha,
			branch: facts.branch ?? null,
			"git-tag": facts.gitTag ?? null,
			"pull-request": facts.pullRequest?.number ?? null,
			actor: facts.actor ?? null,
			"run-url": facts.runUrl ?? null,
			"commit-time": facts.commitTime ?? null
		}
	};
}
/** What a person wants to know before the build, for a log. */
function storyOf(prepared, now) {
	return rowsOf(prepared, now).map(([title, values]) => values.map((value, index) => `${(index === 0 ? title : "").padEnd(9)}${require_index.oneLine(value)}`).join("\n")).join("\n");
}
/** The same as a Markdown table, for a job summary. */
function summaryTable(prepared, now) {
	return [
		"| | |",
		"|---|---|",
		...rowsOf(prepared, now).map(([title, values]) => {
			return `| ${title} | ${values.slice(0, 50).map(title === "tags" || title === "commit" ? (value) => require_index.inCode(value) : (value) => require_index.inMarkdown(value)).join("<br>")} |`;
		})
	].join("\n");
}
function rowsOf({ facts, name, references, labels, expires }, now) {
	const words = expiresInWords(expires, now);
	const empty = labels.get(expireLabel) === "";
	return [
		["class", [name.classes.join(", ") || "none"]],
		["because", [name.why]],
		["commit", [facts.sha]],
		["version", [name.version]],
		["tags", references.map(require_reference.formatReference)],
		["expires", empty ? [words, `${expireLabel} is set to nothing, so that none of a base image's reaches it`] : [words]]
	];
}
// lib/build/targets.js
/** Reads the inputs `image` and `tags`. Without `image`, the policy's own images where they are no patterns. */
function readTargets(images, tags, loaded) {
	const given = tags.map(readGivenTag);
	const read = images.map((text) => readImage(text, loaded));
	const repositories = images.length > 0 ? read.flatMap((one) => one.repository ?? []) : policyImages(loaded);
	const findings = read.flatMap((one) => one.findings);
	if ((given.length === 0 || given.some((one) => one.repository === void 0)) && repositories.length === 0 && findings.length === 0) throw new require_index.HygieneError("bad-usage", "no image is named to tag", { fix: "--image ghcr.io/acme/app, or one without a * in `images` of the policy" });
	const named = [...repositories, ...given.flatMap((one) => one.repository ?? [])];
	for (const repository of named) mustBeManaged(repository, loaded);
	return {
		repositories: [...new Set(repositories)],
		given,
		findings
	};
}
/** Each tag with each of its repositories, in the order of the call. */
function referencesOf({ repositories, given }, tags) {
	const owners = (tag) => given.filter((one) => one.tag === tag).map((one) => one.repository);
	return [...new Set(tags)].flatMap((tag) => {
		const own = owners(tag);
		const named = own.filter((one) => one !== void 0);
		const bare = own.length === 0 || own.includes(void 0);
		return [.../* @__PURE__ */ new Set([...bare ? repositories : [], ...named])].map((repository) => ({
			repository,
			tag
		}));
	});
}
function readImage(text, loaded) {
	const exact = require_reference.parseReference(text);
	const reference = "fault" in exact ? require_reference.parseReference(text.toLowerCase()) : exact;
	if ("fault" in exact && "fault" in reference) throw new require_index.HygieneError("bad-usage", `image: '${text}' is no repository: ${exact.fault}`, { fix: "--image ghcr.io/acme/app" });
	if ("fault" in reference) return { findings: [] };
	const { repository, tag, digest } = reference;
	if (digest === void 0 && tag === void 0) return {
		repository,
		findings: lowered(exact, repository)
	};
	const row = tag === void 0 ? void 0 : require_classify.matchesForbidden(tag, loaded.policy);
	if (row === void 0) throw new require_index.HygieneError("bad-usage", `image: '${text}' names a ${tag === void 0 ? "digest" : "tag"}`, { fix: `--image ${repository}${tag === void 0 ? "" : ` --tags ${tag}`}` });
	const location = loaded.where(row.path);
	return {
		repository,
		findings: [{
			rule: "tag-forbidden",
			severity: "error",
			message: `the tag '${tag}' is forbidden: it would not say which build it is`,
			fix: `--image ${repository}`,
			image: require_reference.formatReference(reference),
			...location === void 0 ? {} : { location }
		}]
	};
}
function lowered(exact, repository) {
	if (!("fault" in exact)) return [];
	return [{
		rule: "image-lower-case",
		severity: "info",
		message: `${exact.fault}; the tags are made for ${repository}`,
		image: repository
	}];
}
function policyImages({ policy }) {
	return policy.images.filter((pattern) => !pattern.includes("*")).map(require_reference.parseReference).flatMap((reference) => "fault" in reference ? [] : [reference.repository]);
}
function mustBeManaged(repository, { policy, where }) {
	if (policy.images.length === 0 || require_policy.manages(policy, repository)) return;
	throw new require_index.HygieneError("not-managed", `the policy does not manage ${repository}, only: ${policy.images.join(", ")}`, {
		fix: `add it to 'images' of the policy:\nimages: ['${repository}']`,
		location: where("images"),
		image: repository
	});
}
// lib/steps/existing.js
const revisionKey = "org.opencontainers.image.revision";
/** The image under a tag and the commit it says it was built from; reads the registry as little as it can. */
async function readExisting(registry, repository, tag) {
	const answer = await registry.manifest(repository, tag);
	if ("unknown" in answer) return answer;
	if (!answer.found) return "absent";
	const { manifest } = answer;
	const revision = await revisionOf(registry, repository, manifest);
	if (typeof revision === "object") return revision;
	return {
		digest: manifest.digest,
		revision
	};
}
async function revisionOf(registry, repository, manifest) {
	const annotated = manifest.annotations[revisionKey];
	if (annotated !== void 0) return annotated;
	if (manifest.kind === "index") return revisionOfIndex(registry, repository, manifest.children);
	if (manifest.config === void 0) return void 0;
	const blob = await registry.blob(repository, manifest.config.digest, require_clock.largestConfig);
	if (blob === "absent") return void 0;
	if ("unknown" in blob) return blob;
	const config = require_clock.parseImageConfig(blob.bytes);
	return "fault" in config ? void 0 : config.labels[revisionKey];
}
/** What all platforms agree on. BuildKit's attestations (platform `unknown`) are no platforms. */
async function revisionOfIndex(registry, repository, children) {
	const found = /* @__PURE__ */ new Set();
	for (const { digest } of children.filter(require_clock.isPlatform).slice(0, 32)) {
		const revision = await revisionOfChild(registry, repository, digest);
		if (typeof revision === "object") return revision;
		found.add(revision);
		if (found.size > 1) return void 0;
	}
	return [...found][0];
}
async function revisionOfChild(registry, repository, digest) {
	const answer = await registry.manifest(repository, digest);
	if ("unknown" in answer) return answer;
	return answer.found && answer.manifest.kind === "image" ? revisionOf(registry, repository, answer.manifest) : void 0;
}
// lib/steps/overwrites.js
/**
* Whether tags that are written once exist already; a registry that does not answer is `undecidable`. Between this
* look and the push somebody else may still push the same tag: only a registry with immutable tags closes that gap.
*/
async function findOverwrites(references, registryOf, sha) {
	return (await Promise.all(references.map((reference) => look(reference, registryOf(reference.repository), sha)))).flatMap((finding) => finding ?? []);
}
async function look(reference, registry, sha) {
	const image = require_reference.formatReference(reference);
	const existing = await readExisting(registry, reference.repository, reference.tag);
	if (existing === "absent") return void 0;
	if ("digest" in existing) return judgeExisting(image, existing, sha);
	return {
		rule: "undecidable",
		severity: "error",
		message: `whether ${image} exists already could not be found out: ${existing.unknown}`,
		fix: "log in to the registry before this step (docker login, or registry-username and registry-password), or set `check-registry: false`",
		image
	};
}
// lib/steps/prepared-files.js
/**
* Writes what build tools read from files, and says where. On a GitHub runner the first two are always written, below
* RUNNER_TEMP, in a file of this step's own.
*/
async function writeFiles(prepared, wanted, { env, files }) {
	const { name, labels, expires, references } = prepared;
	const tags = references.map(require_reference.formatReference);
	const bakePath = wanted.bakeFile ?? temporary("bake.json", env);
	const argumentsPath = wanted.buildArgsFile ?? temporary("build-args", env);
	if (bakePath !== void 0) await files.write(bakePath, bakeFile(tags, labels, makeAnnotations(labels)));
	if (argumentsPath !== void 0) await files.write(argumentsPath, buildArguments(tags, labels));
	if (wanted.dotenvFile !== void 0) {
		const report = dotenv({
			PREPARED_CLASS: name.classes[0] ?? "",
			PREPARED_VERSION: name.version,
			PREPARED_REVISION: prepared.facts.sha,
			PREPARED_TAGS: tags.join(" "),
			PREPARED_TAG_NAMES: name.tags.join(" "),
			PREPARED_EXPIRE_AT: expires.kind === "at" ? String(expires.at) : "",
			PREPARED_BUILD_ARGS_FILE: argumentsPath ?? "",
			PREPARED_BAKE_FILE: bakePath ?? ""
		});
		await files.write(wanted.dotenvFile, report);
	}
	return {
		"bake-file": bakePath ?? "",
		"build-args-file": argumentsPath ?? ""
	};
}
/** GITHUB_ACTION is one step's name in its job, also where the action is used twice. */
function temporary(name, env) {
	const folder = env["RUNNER_TEMP"];
	if (!folder) return void 0;
	return `${folder}/image-hygiene/${(env["GITHUB_ACTION"] ?? "").replace(/[^A-Za-z0-9_-]+/g, "-").slice(0, 100) || "prepare"}-${name}`;
}
// lib/steps/prepare.js
const prepare = require_define.defineStep({
	name: "prepare",
	inputs: {
		image: require_inputs.image,
		tags: require_inputs.tags,
		labels: require_inputs.labels,
		title: require_inputs.title,
		checkRegistry: require_inputs.checkRegistry,
		bakeFile: require_inputs.bakeFile,
		buildArgsFile: require_inputs.buildArgsFile,
		dotenvFile: require_inputs.dotenvFile,
		registryUsername: require_inputs.registryUsername,
		registryPassword: require_inputs.registryPassword,
		caFile: require_inputs.caFile,
		config: require_inputs.config,
		printPolicy: require_inputs.printPolicy,
		githubToken: require_inputs.githubToken,
		gitlabToken: require_inputs.gitlabToken,
		annotations: require_inputs.annotations,
		summary: require_inputs.summary
	},
	positional: "image",
	outputs: {
		class: "The class of the build: a row of the policy.",
		version: "SemVer without `v` for a release, the first tag otherwise.",
		tags: "Full references, one a line: `tags` of docker/build-push-action.",
		"tag-names": "The tags alone, one a line.",
		labels: "`key=value`, one a line: `labels` of docker/build-push-action.",
		annotations: "The same for `annotations` of docker/build-push-action: `manifest:key=value` and `index:key=value`.",
		"expire-at": "When the image may go, in unix seconds; empty if never, or not by the clock.",
		"bake-file": "Path of a bake file with the target `docker-metadata-action`.",
		json: "All of it in one JSON document.",
		"build-args-file": "Path of a file of arguments for docker, buildah or podman build, one a line."
	},
	permissions: {
		github: {
			contents: "read",
			packages: "read"
		},
		registry: "pull",
		gitlab: "Nothing beside the job token."
	},
	async run(inputs, world) {
		const loaded = await require_policy.loadPolicy(inputs, world);
		if (inputs.printPolicy) return require_policy.printedPolicy(loaded);
		const targets = readTargets(inputs.image, inputs.tags, loaded);
		const further = readLabels(inputs.labels);
		const facts = await require_facts.readBuildFacts(world, { gitTags: targets.given.length > 0 });
		const now = world.now();
		const naming = nameBuild(targets, facts, loaded, now);
		const told = [
			...targets.findings,
			...doubtsOf(facts),
			...naming.findings
		];
		if (naming.name === void 0 || require_index.verdictOf(told) === "fail") return refusal(told);
		const created = buildTime(world.env["SOURCE_DATE_EPOCH"], now);
		const known = {
			title: inputs.title,
			targets,
			further,
			facts,
			loaded,
			now,
			created
		};
		const prepared = dress(naming.name, known);
		const missing = missingLabels(prepared.labels, loaded.policy, naming.name.classes);
		const findings = [
			...told,
			...missing,
			...await findOverwritten(prepared, inputs, loaded, world)
		];
		if (require_index.verdictOf(findings) === "fail") return refusal(findings);
		return {
			verdict: require_index.verdictOf(findings),
			findings,
			outputs: {
				...outputsOf(prepared),
				...await writeFiles(prepared, inputs, world)
			},
			stats: { tags: prepared.references.length },
			text: [storyOf(prepared, now), require_index.terminalFindings(findings)].filter((part) => part !== "").join("\n"),
			summary: summaryTable(prepared, now)
		};
	}
});
function nameBuild(targets, facts, loaded, now) {
	const given = targets.given.map((one) => one.tag);
	return given.length > 0 ? checkTags(given, facts, loaded, now) : makeTags(facts, loaded, now);
}
/** Gives a named build its references, its labels and its moment to go. */
function dress(name, { title, targets, further, facts, loaded, now, created }) {
	const references = referencesOf(targets, name.tags);
	const expires = expiresOf(loaded.policy.classes[name.classes[0] ?? ""]?.expires ?? { kind: "never" }, created, now);
	const [repositoryName = ""] = references.map((one) => require_reference.pathOf(one.repository).split("/").at(-1) ?? "");
	return {
		facts,
		name,
		references,
		labels: makeLabels({
			facts,
			version: name.version,
			title: readValue("title", title ?? repositoryName),
			created,
			expires,
			quay: loaded.policy.labels.quay,
			onQuay: references.some((one) => require_reference.registryOf(one.repository) === "quay.io"),
			further
		}),
		expires
	};
}
/** Looks for tags that are written once. A build that is given no secrets pushes nothing, and could not log in. */
async function findOverwritten({ facts, name, references }, access, { policy }, world) {
	const once = new Set(immutableTags(name.tags, policy));
	const written = references.filter((one) => once.has(one.tag));
	if (!access.checkRegistry || facts.pullRequest?.withoutSecrets || written.length === 0) return [];
	const { openRegistries } = await Promise.resolve().then(() => require("./registry.js")).then((n) => n.registry_exports);
	const { registryUsername: username, registryPassword: password, caFile } = access;
	const registries = openRegistries(world, {
		plainHttp: policy.cleanup["plain-http"],
		given: {
			images: references.map((one) => one.repository),
			username,
			password
		},
		authorities: caFile === void 0 ? void 0 : await world.files.readText(caFile)
	});
	return findOverwrites(written, (one) => registries.of(one), facts.sha);
}
function doubtsOf({ doubts }) {
	return doubts.map((message) => ({
		rule: "build-facts",
		severity: "warning",
		message
	}));
}
/** Nothing is put out that a later step could push by accident. */
function refusal(findings) {
	return {
		verdict: findings.some((one) => one.severity === "error" && one.rule !== "undecidable") ? "fail" : "error",
		findings,
		outputs: {},
		stats: { tags: 0 }
	};
}
exports.prepare = prepare;
