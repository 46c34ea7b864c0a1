const require_metadata_tag = require("./metadata-tag.js");
const require_schemas = require("./schemas.js");
const require_catalog = require("./catalog.js");
const require_clock = require("./clock.js");
const require_instant = require("./instant.js");
const require_manifest_parse = require("./manifest-parse.js");
const require_index = require("./index.js");
const require_reference = require("./reference.js");
const require_registry = require("./registry.js");
const require_certificate = require("./certificate.js");
const require_stored = require("./stored.js");
const require_cosign = require("./cosign.js");
const require_define = require("./define.js");
const require_deployable = require("./deployable.js");
const require_facts = require("./facts.js");
const require_inputs = require("./inputs.js");
const require_policy = require("./policy.js");
const require_scan_base = require("./scan-base.js");
const require_registries = require("./registries.js");
let node_timers_promises = require("node:timers/promises");
// lib/catalog/attach.js
const indexType = "application/vnd.oci.image.index.v1+json";
/** Somebody else may write the fallback index between our reading and our writing; nothing locks it. */
const attempts = 6;
/**
* Attaches a record to its image as a referrer, so that it is found from the image and goes with it. Where the registry
* has no referrers API, the fallback index is kept by us, as the spec asks of clients.
* @returns the digest of the referrer
*/
async function attachRecord(registry, repository, head, record) {
	const { digest, size } = await require_catalog.putRecord(registry, repository, record, { subject: head });
	if (await registry.referrers(repository, head.digest) === "unsupported") {
		const entry = {
			mediaType: require_catalog.manifestType,
			digest,
			size,
			artifactType: require_catalog.recordArtifactType
		};
		await list$1(registry, repository, head.digest, entry);
	}
	return digest;
}
/** Adds one descriptor to the fallback index, keeps every other one byte for byte, and looks whether it stayed. */
async function list$1(registry, repository, subject, entry) {
	const tag = require_metadata_tag.stemOf(subject);
	for (let attempt = 1; attempt <= attempts; attempt++) {
		const before = await registry.manifest(repository, tag);
		if ("unknown" in before) throw require_catalog.refused(repository, before.unknown, false);
		if (before.found && before.manifest.children.some(({ digest }) => digest === entry.digest)) return;
		const kept = before.found ? bodyOf(before.raw.bytes) : {
			schemaVersion: 2,
			mediaType: indexType
		};
		const index = {
			...kept,
			manifests: [...kept.manifests ?? [], entry]
		};
		const bytes = Buffer.from(JSON.stringify(index));
		const answer = await registry.putManifest(repository, tag, {
			mediaType: indexType,
			bytes
		});
		if (!("digest" in answer)) throw require_catalog.refused(repository, `the tag ${tag} cannot be written`, "refused" in answer);
		if (attempt > 1) await (0, node_timers_promises.setTimeout)(50 * attempt);
	}
	const last = await registry.manifest(repository, tag);
	if ("found" in last && last.found && last.manifest.children.some(({ digest }) => digest === entry.digest)) return;
	throw require_catalog.refused(repository, `the tag ${tag} is being written by others without end`, false);
}
function bodyOf(bytes) {
	const body = JSON.parse(new TextDecoder().decode(bytes));
	return {
		...body,
		manifests: Array.isArray(body.manifests) ? body.manifests : []
	};
}
// lib/catalog/make.js
const oci = "org.opencontainers.image.";
/** The record of one image. What is not known is null, and its reason stands in `unknown`. */
function makeRecord(facts) {
	const unknown = {};
	const take = (path, value) => {
		if ("known" in value) return value.known;
		unknown[path] = value.why;
		return null;
	};
	const { observed, scan, base } = facts;
	const commit = said(observed, `${oci}revision`);
	const run = runOf$1(facts.run, commit);
	return {
		schema: require_catalog.recordSchemaName,
		image: facts.image,
		digest: facts.digest,
		tags: [...facts.tags],
		class: take("class", facts.class),
		built_at: take("built_at", builtAt(observed, facts.now)),
		builder: take("builder", builderOf$1(facts.builder, run)),
		build_url: take("build_url", then(run, ({ url }) => orWhy(url, "the run that built it has no address"))),
		git_commit: take("git_commit", commit),
		source: take("source", said(observed, `${oci}source`)),
		expire_at: take("expire_at", expireAt(observed)),
		dependencies: {
			base_image: take("dependencies.base_image", then(base, ({ name }) => ({ known: name }))),
			base_digest: take("dependencies.base_digest", then(base, ({ digest }) => orWhy(digest, "the base is named without its digest"))),
			apt_packages: list(take("dependencies.apt_packages", scan.aptPackages)),
			packages: list(take("dependencies.packages", scan.packages))
		},
		security_scan: {
			status: take("security_scan.status", scan.status),
			critical_vulns: take("security_scan.critical_vulns", scan.critical),
			scanned_at: take("security_scan.scanned_at", scan.scannedAt),
			database_updated_at: take("security_scan.database_updated_at", scan.databaseUpdatedAt),
			platforms: scan.platforms
		},
		signatures: take("signatures", facts.signatures),
		sbom_digest: take("sbom_digest", facts.sbom),
		tools: { ...facts.tools },
		policy: facts.policy,
		recorded_at: require_instant.formatInstant(facts.now),
		unknown
	};
}
/** Its provenance, which was written while it was built; else who started the run that built it. */
function builderOf$1(stated, run) {
	if ("known" in stated) return stated;
	const actor = then(run, ({ actor }) => orWhy(actor, "the run that built it names nobody"));
	return "known" in actor ? actor : { why: `${stated.why}, and ${actor.why}` };
}
function list(values) {
	return values === null ? null : [...values];
}
/** The run that records has built the image only if the image says that it is of the run's commit. */
function runOf$1(run, commit) {
	if (run === void 0) return { why: "it was not recorded in a run of a CI" };
	if (!("known" in commit)) return { why: "the image does not say which commit it is of, so this run may not have built it" };
	return commit.known === run.sha ? { known: run } : { why: `the image is of commit ${commit.known}, and this run is of ${run.sha}` };
}
/**
* What an image says under a key: the annotation of its index or manifest, else the label of its config. Platforms
* that say different things have said nothing about the whole.
*/
function said({ head, platforms }, key) {
	const own = head.annotations[key];
	if (own) return { known: own };
	const values = new Set(platforms.map(({ manifest, labels }) => manifest.annotations[key] || labels[key] || ""));
	const [value = ""] = values;
	if (values.size > 1) return { why: `its platforms have different values of ${key}` };
	return value === "" ? { why: `it has neither an annotation nor a label ${key}` } : { known: value };
}
/**
* An annotation, else the config's own date, else a label: labels flow through FROM, and may be the base's. Of an index
* the latest of its platforms'. Absurd dates are no dates.
*/
function builtAt({ head, platforms }, now) {
	const key = `${oci}created`;
	const own = head.annotations[key];
	const ways = [
		own ? [own] : [],
		platforms.map(({ created }) => created ?? ""),
		platforms.map(({ labels }) => labels[key] ?? "")
	];
	let why = "neither an annotation nor its config nor a label says when";
	for (const texts of ways.filter((one) => one.length > 0)) {
		const moments = texts.map((text) => text === "" ? void 0 : require_clock.parseCreated(text, now));
		const sound = moments.filter((moment) => typeof moment === "number");
		if (sound.length === moments.length) return { known: require_instant.formatInstant(Math.max(...sound)) };
		const absurd = moments.find((moment) => typeof moment === "object");
		if (absurd !== void 0) why = `its build date ${absurd.why}`;
	}
	return { why };
}
function expireAt(observed) {
	const text = said(observed, require_clock.expireAtKey);
	if (!("known" in text)) return { why: text.why };
	const moment = require_clock.parseExpireAt(text.known);
	if (typeof moment === "number") return { known: moment };
	return { why: moment === void 0 ? "it is empty: it does not go by the clock" : `its value ${moment.why}` };
}
function then(value, next) {
	return "known" in value ? next(value.known) : value;
}
function orWhy(value, why) {
	return value === void 0 || value === "" ? { why } : { known: value };
}
// lib/catalog/observe.js
/** More platforms than anybody builds for. */
const most = 64;
/** Throws `bad-usage` for an image that is not there, `undecidable` for what cannot be read. */
async function observe(registry, repository, digest) {
	const head = await read(registry, repository, digest);
	const children = head.children.filter(require_clock.isPlatform).slice(0, most);
	const manifests = head.kind === "index" ? await Promise.all(children.map((child) => read(registry, repository, child.digest))) : [head];
	return {
		head,
		platforms: (await Promise.all(manifests.map((manifest) => platformOf(registry, repository, manifest)))).flatMap((one) => one ?? [])
	};
}
async function read(registry, repository, digest) {
	const image = `${repository}@${digest}`;
	const answer = await registry.manifest(repository, digest);
	if ("unknown" in answer) throw new require_index.HygieneError("undecidable", `${image} cannot be read: ${answer.unknown}`, { image });
	if (answer.found) return answer.manifest;
	throw new require_index.HygieneError("bad-usage", `there is no image ${image}`, {
		fix: "record it after it was pushed",
		image
	});
}
async function platformOf(registry, repository, manifest) {
	if (manifest.config === void 0) return void 0;
	const blob = await registry.blob(repository, manifest.config.digest, require_clock.largestConfig);
	if (blob === "absent" || "unknown" in blob) {
		const why = blob === "absent" ? "it is gone" : blob.unknown;
		throw new require_index.HygieneError("undecidable", `the config ${manifest.config.digest} of ${repository}: ${why}`);
	}
	const body = object(parsed$1(blob.bytes));
	const text = (name) => typeof body?.[name] === "string" ? body[name] : void 0;
	const ids = object(body?.["rootfs"])?.["diff_ids"];
	return {
		manifest,
		configDigest: manifest.config.digest,
		labels: require_manifest_parse.parseAnnotations(object(body?.["config"])?.["Labels"]),
		created: text("created"),
		diffIds: Array.isArray(ids) && ids.every((id) => typeof id === "string") ? ids : [],
		name: [text("os") ?? "unknown", text("architecture") ?? "unknown"].join("/")
	};
}
function parsed$1(bytes) {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return;
	}
}
function object(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
}
// lib/catalog/provenance.js
/**
* Who built an image, by the provenance that BuildKit puts into its index: one attestation per platform, all of the
* same builder. It is as true as the index is: whoever pushed it wrote it.
* @see https://github.com/moby/buildkit/blob/v0.21.1/docs/attestations/attestation-storage.md
*/
async function builderOf(registry, repository, head) {
	const attestations = head.children.filter(require_clock.isPlatform).map(({ digest }) => head.children.find(({ annotations }) => annotations["vnd.docker.reference.type"] === "attestation-manifest" && annotations["vnd.docker.reference.digest"] === digest));
	if (attestations.length === 0 || attestations.includes(void 0)) return { why: "it has no provenance" };
	const builders = /* @__PURE__ */ new Set();
	for (const attestation of attestations) {
		const builder = await statedIn(registry, repository, attestation?.digest);
		if ("why" in builder) return builder;
		builders.add(builder.known);
	}
	const [builder = ""] = builders;
	if (builders.size > 1) return { why: "the provenance of its platforms names different builders" };
	return builder === "" ? { why: "its provenance names no builder" } : { known: builder };
}
async function statedIn(registry, repository, attestation) {
	const answer = await registry.manifest(repository, attestation);
	if ("unknown" in answer || !answer.found) return { why: "its provenance cannot be read" };
	const layer = answer.manifest.layers.find(({ annotations }) => (annotations["in-toto.io/predicate-type"] ?? "").startsWith("https://slsa.dev/provenance/"));
	if (layer === void 0) return { why: "it has no provenance" };
	const blob = await registry.blob(repository, layer.digest, require_clock.largestConfig);
	if (blob === "absent" || "unknown" in blob) return { why: "its provenance cannot be read" };
	const id = builderIn(blob.bytes);
	return typeof id === "string" ? { known: id } : { why: "its provenance names no builder" };
}
/** `builder.id` of SLSA 0.2, `runDetails.builder.id` of 1.0. @see https://slsa.dev/spec/v1.0/provenance */
function builderIn(bytes) {
	try {
		const { predicate } = JSON.parse(new TextDecoder().decode(bytes));
		return predicate?.runDetails?.builder?.id ?? predicate?.builder?.id;
	} catch {
		return;
	}
}
// lib/catalog/search.js
const fields = [
	"package",
	"commit",
	"base",
	"image",
	"digest",
	"class",
	"builder",
	"scan"
];
/** `package=curl=7.74.0-1`, `commit=a1b2c3d`, `base=debian:11`; words on several lines or parted by commas. */
function readQuestion(words) {
	return words.map((word) => {
		const at = word.indexOf("=");
		const field = fields.find((one) => one === word.slice(0, at));
		if (at > 0 && field !== void 0 && word.length > at + 1) return {
			field,
			text: word.slice(at + 1)
		};
		throw new require_index.HygieneError("bad-usage", `list: '${word}' asks for nothing that a record has`, { fix: `field=value, with one of ${fields.join(", ")}: --list package=curl=7.74 --list base=debian:11-slim` });
	});
}
/** The latest record of each digest, newest last. */
function search(records, question) {
	const latest = /* @__PURE__ */ new Map();
	for (const record of records) {
		const name = `${repositoryOf(record.image)}@${record.digest}`;
		latest.delete(name);
		latest.set(name, record);
	}
	const possible = [...latest.values()].map((record) => ({
		record,
		says: question.map((word) => fits(record, word))
	})).filter(({ says }) => says.every((one) => one !== false));
	const isSilent = ({ says }) => says.includes(void 0);
	return {
		fitting: possible.filter((one) => !isSilent(one)).map(({ record }) => record),
		silent: possible.filter(isSilent).map(({ record }) => record)
	};
}
/** Undefined where the record does not know it. */
function fits(record, { field, text }) {
	const is = (value) => value === null ? void 0 : value === text;
	switch (field) {
		case "package": return holds(record, text);
		case "commit": return record.git_commit?.startsWith(text.toLowerCase());
		case "base": {
			const { base_image: base, base_digest: digest } = record.dependencies;
			if (base === null && digest === null) return void 0;
			return digest === text || base !== null && isNamed(base, text);
		}
		case "image": return [record.image, ...record.tags].some((one) => isNamed(one, text));
		case "digest": return record.digest === text;
		case "class": return is(record.class);
		case "builder": return is(record.builder);
		case "scan": return is(record.security_scan.status);
	}
}
/** As a whole, without its digest, or without its tag; Docker Hub's short names are what they are short for. */
function isNamed(reference, wanted) {
	const [name, asked] = [canonical(reference), canonical(wanted)];
	return name === asked || name.startsWith(`${asked}@`) || repositoryOf(name) === asked;
}
function canonical(text) {
	const reference = require_reference.parseReference(text);
	return "fault" in reference ? text : require_reference.formatReference(reference);
}
/** `curl`, or `curl=7.74`: a version fits as a whole or up to a dot, a dash or a plus, never `7.7` for `7.74`. */
function holds({ dependencies }, wanted) {
	if (dependencies.packages === null && dependencies.apt_packages === null) return void 0;
	const [name = "", version] = split(wanted);
	return [...dependencies.apt_packages ?? [], ...(dependencies.packages ?? []).map((one) => one.slice(one.indexOf("/") + 1))].some((one) => {
		const [itsName, itsVersion = ""] = split(one);
		if (itsName !== name) return false;
		return version === void 0 || itsVersion === version || itsVersion.startsWith(version) && /^[.+~:-]/.test(itsVersion.slice(version.length));
	});
}
function split(text) {
	const at = text.lastIndexOf("=");
	return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
/** Without the tag, of a reference with or without one. */
function repositoryOf(reference) {
	const name = reference.split("@")[0] ?? "";
	const colon = name.indexOf(":", name.lastIndexOf("/") + 1);
	return colon < 0 ? name : name.slice(0, colon);
}
// lib/signing/describe.js
/** The signatures that lie beside an image, by their own word: whether they are true is for `verify` to say. */
async function describeSignatures(image, registryOf, elsewhere) {
	const { signatures, incomplete } = await require_stored.readStored(image, registryOf, elsewhere);
	return incomplete === void 0 ? { known: signatures.flatMap(describe) } : { why: incomplete };
}
function describe(signature) {
	if (signature.format === "unreadable") return [];
	const named = signature.certificate === void 0 ? void 0 : require_certificate.readCertificate(signature.certificate);
	return [{
		format: signature.format,
		key: signature.format === "bundle" ? signature.hint ?? null : null,
		identities: [...named?.identities ?? []],
		issuer: named?.issuer ?? null
	}];
}
// lib/steps/attest.js
/** Signs the record as a statement about its image, by the policy's way of signing, and verifies it right away. */
async function attestRecord(call, image, record, policy, world) {
	const log = await require_cosign.readLog(policy.sign.log, world.files);
	const signer = await require_cosign.readSigner(call, policy, log, world);
	const tool = await require_cosign.findCosign(call, world)();
	const annotated = {
		...call,
		signatureAnnotations: []
	};
	const cosign = await require_cosign.cosignFor(tool, annotated, [image], signer, log, policy, world);
	const { who } = await require_cosign.expectedOf(signer, cosign.publicKey, world);
	const path = `${await world.files.temporaryFolder()}/record.json`;
	await world.files.write(path, JSON.stringify(record));
	for (const format of require_cosign.formatsOf(policy)) {
		await cosign.attest(format, image, {
			type: require_catalog.recordPredicateType,
			path
		});
		if (await cosign.verifyAttestation(image, format, who, "urn:image-hygiene:record:v1")) continue;
		throw new require_index.HygieneError("undecidable", "the record was attested, and cosign does not believe it", {
			fix: "check sign.key, or sign.identity and sign.issuer, of the policy: they say who is expected",
			image: require_reference.formatReference(image)
		});
	}
}
// lib/steps/record-base.js
/** The base, if a claim about it stands up against the layers of every platform; never a guess from the history. */
async function baseOf(image, observed, registries, { log }) {
	const names = /* @__PURE__ */ new Set();
	for (const { manifest, labels, diffIds, name } of observed.platforms) {
		const target = {
			name: `${image.repository}@${manifest.digest}`,
			image: {
				repository: image.repository,
				digest: manifest.digest
			},
			manifest,
			...observed.head.kind === "index" ? { index: observed.head } : {}
		};
		const base = await require_scan_base.findBase(target, { image: {
			digests: [],
			tags: [],
			diffIds,
			history: [],
			labels,
			platform: name
		} }, {
			registries,
			bases: [],
			offline: false,
			log
		});
		names.add(base === void 0 || base.by === "history" ? "" : base.name ?? "");
	}
	const [found = ""] = names;
	if (names.size > 1) return { why: "its platforms stand on different bases" };
	if (found === "") return { why: "nothing that it says about its base could be held against its layers" };
	const reference = require_reference.parseReference(found);
	if ("fault" in reference) return { why: "its base has no readable name" };
	const [bare = found] = found.split("@");
	return { known: {
		name: bare,
		digest: reference.digest
	} };
}
// lib/steps/record-facts.js
const outcomeSchema = require_schemas.object({
	schema: require_schemas.literal("image-hygiene/outcome/v1"),
	step: require_schemas.literal("scan"),
	verdict: require_schemas._enum([
		"pass",
		"warn",
		"fail",
		"error"
	]),
	findings: require_schemas.array(require_schemas.object({ image: require_schemas.string().exactOptional() })),
	outputs: require_schemas.record(require_schemas.string(), require_schemas.string())
});
const statuses = {
	pass: "passed",
	warn: "passed",
	fail: "failed",
	error: "undecided"
};
/** The gate's verdict from the outcome of `scan`, packages and counts from Trivy's reports. */
async function readScanFacts(call, image, observed, { files }) {
	const reports = await Promise.all(call.trivyReports.map(async (path) => {
		return ofThisImage(require_scan_base.parseTrivyReport(await files.read(path, 268435456), {
			name: path,
			packages: true
		}), path, image, observed);
	}));
	const outcome = call.scanOutcome === void 0 ? void 0 : readOutcome(await files.readText(call.scanOutcome, 268435456), call.scanOutcome, image, observed);
	const missing = uncovered(reports, observed);
	const whole = (value) => missing === void 0 ? { known: value() } : { why: missing };
	const packages = () => [...new Set(reports.flatMap((report) => report.packages.map(nameOf)))].toSorted();
	const times = reports.flatMap(({ createdAt }) => createdAt ?? []);
	return {
		scanner: reports.find(({ scanner }) => scanner !== void 0)?.scanner,
		scan: {
			status: statusOf(outcome, observed),
			critical: whole(() => criticalsIn(reports)),
			scannedAt: times.length === 0 ? { why: missing ?? "the report does not say when it was made" } : { known: require_instant.formatInstant(Math.min(...times)) },
			databaseUpdatedAt: databaseOf(outcome?.outputs["database-updated-at"]),
			aptPackages: whole(() => packages().filter((one) => one.startsWith("deb/")).map((one) => one.slice(4))),
			packages: whole(packages),
			platforms: observed.platforms.flatMap((platform) => {
				const own = reportsOf(platform, reports, observed);
				if (own.length === 0) return [];
				const { name, manifest } = platform;
				return [{
					platform: name,
					digest: manifest.digest,
					critical_vulns: criticalsIn(own)
				}];
			})
		}
	};
}
/** A verdict on some platforms is none on the image; one that does not say what it is about proves nothing. */
function statusOf(outcome, { platforms }) {
	if (outcome === void 0) return { why: "no outcome of the step scan was given" };
	if (outcome.verdict === "error") return { known: "undecided" };
	const judged = new Set(judgedBy(outcome));
	const open = platforms.filter(({ manifest, configDigest }) => !judged.has(manifest.digest) && !judged.has(configDigest));
	return open.length === 0 ? { known: statuses[outcome.verdict] } : { why: `the outcome of the step scan does not say that it judged ${namesOf(open)}` };
}
function judgedBy({ outputs }) {
	return (outputs["judged"] ?? "").split("\n").filter((line) => line !== "");
}
function namesOf(platforms) {
	return platforms.map(({ name, manifest }) => `${name} (${manifest.digest})`).join(", ");
}
function databaseOf(text) {
	return text === void 0 || text === "" ? { why: "no outcome of the step scan says how old the database was" } : { known: text };
}
function readOutcome(text, path, image, observed) {
	const read = outcomeSchema.safeParse(parsed(text));
	if (!read.success) throw new require_index.HygieneError("bad-file", `${path} is no outcome of the step scan`, {
		fix: "with: { step: scan, json-file: scan.json }, then with: { step: record, scan-outcome: scan.json }",
		cause: read.error
	});
	const ours = digestsOf(image, observed);
	const other = read.data.findings.find(({ image: name }) => {
		const digest = name === void 0 ? void 0 : /@([a-z0-9]+:[0-9a-f]+)/.exec(name)?.[1];
		return digest !== void 0 && !ours.has(digest);
	});
	if (other !== void 0) throw ofAnother(path, other.image ?? "", image);
	const foreign = judgedBy(read.data).find((digest) => !ours.has(digest));
	if (foreign !== void 0) throw ofAnother(path, foreign, image);
	return read.data;
}
function ofThisImage(report, path, image, observed) {
	const ours = digestsOf(image, observed);
	if (report.image.digests.some((one) => ours.has(one.split("@")[1] ?? "")) || ours.has(report.image.id ?? "")) return report;
	throw ofAnother(path, report.artifact.name, image);
}
function ofAnother(path, name, image) {
	return new require_index.HygieneError("bad-usage", `${path} is about ${name || "something else"}, not about ${image.digest}`, { fix: `scan this image: image-hygiene scan ${image.repository}@${image.digest}` });
}
function digestsOf(image, { platforms }) {
	const own = platforms.flatMap(({ manifest, configDigest }) => [manifest.digest, configDigest]);
	return /* @__PURE__ */ new Set([image.digest, ...own]);
}
function reportsOf({ manifest, configDigest }, reports, { platforms }) {
	if (platforms.length === 1) return reports;
	return reports.filter(({ image: { id, digests } }) => id === configDigest || digests.some((one) => one.endsWith(`@${manifest.digest}`)));
}
/** Why the reports do not tell everything that is in the image. */
function uncovered(reports, observed) {
	if (reports.length === 0) return "no report of Trivy was given";
	const open = observed.platforms.filter((platform) => reportsOf(platform, reports, observed).length === 0);
	if (open.length > 0) return `no report of Trivy was given for ${namesOf(open)}`;
	return reports.some(({ packages }) => packages.length > 0) ? void 0 : "the report lists no packages: make it with --list-all-pkgs";
}
function criticalsIn(reports) {
	const found = reports.flatMap(({ vulnerabilities }) => vulnerabilities.filter(({ grade }) => grade === "critical").map(({ id, package: { name, version } }) => JSON.stringify([
		id,
		name,
		version
	])));
	return new Set(found).size;
}
function nameOf({ name, version, purl }) {
	return `${/^pkg:([a-z][a-z0-9.+-]*)\//.exec(purl ?? "")?.[1] ?? "unknown"}/${name}=${version}`;
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
// lib/steps/record.js
const { references, digest, trivyReports, scanOutcome, sbomFile, recordFile, attach, catalog, query } = require_inputs.inputs_exports;
const { key, publicKey, identity, issuer, trustedRoot } = require_inputs.inputs_exports;
const { cosignPath, cosignVersion, cosignSha256, cosignMirror } = require_inputs.inputs_exports;
const { config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword } = require_inputs.inputs_exports;
const { caFile, summary } = require_inputs.inputs_exports;
const record = require_define.defineStep({
	name: "record",
	inputs: {
		references,
		digest,
		trivyReports,
		scanOutcome,
		sbomFile,
		recordFile,
		attach,
		catalog,
		query,
		key,
		publicKey,
		identity,
		issuer,
		trustedRoot,
		cosignPath,
		cosignVersion,
		cosignSha256,
		cosignMirror,
		config,
		printPolicy,
		githubToken,
		gitlabToken,
		registryUsername,
		registryPassword,
		caFile,
		summary
	},
	positional: "references",
	outputs: {
		"record-file": "Path of the record, if it was asked for.",
		"record-digest": "Digest of the referrer that holds the record, if it was attached.",
		record: "The record, or those that were found, as JSON.",
		found: "How many records fit the question."
	},
	permissions: {
		github: {
			contents: "read",
			packages: "write",
			"id-token": "write"
		},
		registry: "push",
		gitlab: "Nothing for images of the same project; with sign.attest and no key, id_tokens as for sign."
	},
	async run(inputs, world) {
		const loaded = await require_policy.loadPolicy(inputs, world);
		if (inputs.printPolicy) return require_policy.printedPolicy(loaded);
		if (inputs.query.length > 0) return found(await require_catalog.catalogAt(named(inputs.catalog), inputs, loaded.policy, world).read(), inputs.query);
		const asked = require_cosign.readPinned(inputs.references, inputs.digest, "record");
		const image = oneImage(asked);
		const policy = require_cosign.managing(loaded, asked);
		const registries = await require_registries.registriesOf(inputs, policy.policy, world);
		const registry = registries.of(image.repository);
		const observed = await observe(registry, image.repository, image.digest);
		const made = makeRecord({
			image: image.tag === void 0 ? require_reference.formatReference(image) : `${image.repository}:${image.tag}`,
			digest: image.digest,
			tags: asked.flatMap(({ repository, tag }) => tag === void 0 ? [] : [`${repository}:${tag}`]),
			class: classOf(asked, policy),
			observed,
			builder: await builderOf(registry, image.repository, observed.head),
			base: await baseOf(image, observed, registries, world),
			...await scanned(inputs, image, observed, world),
			signatures: await describeSignatures(image, registries.of, require_cosign.elsewhereOf(world)),
			sbom: await digestOfFile(inputs.sbomFile, world),
			run: await runOf(world),
			policy: loaded.digest,
			now: world.now()
		});
		const faults = require_catalog.faultsOf(made);
		if (faults.length > 0) throw new require_index.HygieneError("internal", `the record is not sound: ${faults.join("; ")}`);
		if (inputs.recordFile !== void 0) await world.files.write(inputs.recordFile, `${JSON.stringify(made, void 0, 2)}\n`);
		const attached = inputs.attach ? await attachRecord(registry, image.repository, observed.head, made) : void 0;
		if (policy.policy.sign.attest) await attestRecord(inputs, image, made, policy.policy, world);
		if (inputs.catalog !== void 0) await require_catalog.catalogAt(inputs.catalog, inputs, policy.policy, world).append(made);
		return {
			verdict: "pass",
			findings: [],
			outputs: {
				record: require_catalog.formatRecord(made).trimEnd(),
				...inputs.recordFile === void 0 ? {} : { "record-file": inputs.recordFile },
				...attached === void 0 ? {} : { "record-digest": attached }
			},
			stats: {
				...registries.stats(),
				unknown: Object.keys(made.unknown).length
			},
			text: told(made),
			summary: table(made)
		};
	}
});
/** Several references are several tags of one image. */
function oneImage(asked) {
	const [first] = asked;
	const other = asked.find((one) => one.digest !== first.digest || one.repository !== first.repository);
	if (other === void 0) return first;
	throw new require_index.HygieneError("bad-usage", `a record is of one image, not of ${first.digest} and ${other.digest}`, { fix: "record each in a call of its own; several tags of one image in one repository may be given together" });
}
function named(catalog) {
	if (catalog !== void 0) return catalog;
	throw new require_index.HygieneError("bad-usage", "list: there is no catalog to look in", { fix: "--catalog catalog.jsonl" });
}
function classOf(asked, { policy }) {
	const names = new Set(asked.flatMap((image) => require_deployable.classesOf(image, policy).map(({ name }) => name)));
	const [name] = names;
	if (name === void 0) return { why: "it was recorded without a tag of any class" };
	return names.size === 1 ? { known: name } : { why: `its tags are of several classes: ${[...names].join(", ")}` };
}
async function scanned(call, image, observed, world) {
	const { scan, scanner } = await readScanFacts(call, image, observed, world);
	return {
		scan,
		tools: {
			"image-hygiene": require_index.version,
			...scanner === void 0 ? {} : { trivy: scanner }
		}
	};
}
async function digestOfFile(path, { files }) {
	if (path === void 0) return { why: "no SBOM was given" };
	const bytes = await files.read(path, 268435456);
	return { known: require_registry.digestOf(bytes) };
}
/** Outside a CI there is no run; a checkout alone does not say who built an image. */
async function runOf(world) {
	const facts = await require_facts.readBuildFacts(world, { gitTags: false }).catch(() => void 0);
	return facts === void 0 || facts.forge === "git" ? void 0 : {
		sha: facts.sha,
		actor: facts.actor,
		url: facts.runUrl
	};
}
function found({ records, findings: faults }, words) {
	const { fitting, silent } = search(records, readQuestion(words));
	const findings = silent.length === 0 ? faults : [...faults, unanswered(silent)];
	const lines = fitting.map((one) => require_index.oneLine(`${one.image}  ${one.digest}  ${one.built_at ?? "built at an unknown time"}  ${one.git_commit ?? ""}`, 1e3));
	return {
		verdict: require_index.verdictOf(findings),
		findings,
		outputs: {
			found: String(fitting.length),
			record: JSON.stringify(fitting)
		},
		stats: {
			records: records.length,
			found: fitting.length
		},
		text: [
			...lines,
			`${fitting.length} of ${records.length} records`,
			require_index.terminalFindings(findings)
		].filter((part) => part !== "").join("\n")
	};
}
function unanswered(silent) {
	const names = silent.slice(0, 5).map(({ image }) => image);
	const more = silent.length > names.length ? ` and ${silent.length - names.length} more` : "";
	return {
		rule: "not-known",
		severity: "warning",
		message: `${names.join(", ")}${more} may fit as well: what was asked is not known of them`,
		fix: "their records say why, under `unknown`; record them again with --trivy-reports and in the CI that builds them"
	};
}
function told(record) {
	const unknown = Object.entries(record.unknown).map(([path, why]) => require_index.oneLine(`  ${path}: not known, ${why}`, 1e3));
	return [require_index.oneLine(`Recorded ${record.image} as ${record.digest}.`, 1e3), ...unknown].join("\n");
}
function table(record) {
	return [
		"| | |",
		"|---|---|",
		...[
			["image", record.image],
			["digest", record.digest],
			["built at", record.built_at],
			["builder", record.builder],
			["commit", record.git_commit],
			["base", record.dependencies.base_image],
			["scan", record.security_scan.status],
			["critical", record.security_scan.critical_vulns],
			["signatures", record.signatures?.length ?? null]
		].map(([name, value]) => `| ${name} | ${value === null ? "not known" : require_index.inCode(String(value))} |`)
	].join("\n");
}
exports.record = record;
