const require_index = require("./index.js");
const require_schemas = require("./schemas.js");
const require_reference = require("./reference.js");
const require_registry = require("./registry.js");
const require_each = require("./each.js");
const require_registries = require("./registries.js");
let node_timers_promises = require("node:timers/promises");
// lib/catalog/record.js
/** The name of this version of the format; readers refuse what they do not know. */
const recordSchemaName = "image-hygiene/record/v1";
const digest = require_schemas.string().regex(/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/);
const moment = require_schemas.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
const known = (schema, description) => schema.nullable().describe(description);
const dependencies = require_schemas.strictObject({
	base_image: known(require_schemas.string(), "What the image was built on, by name."),
	base_digest: known(digest, "The digest of that."),
	apt_packages: known(require_schemas.array(require_schemas.string()), "Debian's and Ubuntu's packages, as name=version."),
	packages: known(require_schemas.array(require_schemas.string()), "Every package the scanner found, as type/name=version.")
});
const platformScan = require_schemas.strictObject({
	platform: require_schemas.string().describe("As its config names it: linux/arm64."),
	digest: digest.describe("Of its image."),
	critical_vulns: require_schemas.int().min(0)
});
const securityScan = require_schemas.strictObject({
	status: known(require_schemas._enum([
		"passed",
		"failed",
		"undecided"
	]), "The gate's verdict."),
	critical_vulns: known(require_schemas.int().min(0), "Critical vulnerabilities in the report, whether they can be fixed or not."),
	scanned_at: known(require_schemas.string(), "When the report was made."),
	database_updated_at: known(require_schemas.string(), "When the vulnerability database was made."),
	platforms: require_schemas.array(platformScan).describe("What each report is about; of an index, what is said of the whole needs all of its platforms.")
});
const signature = require_schemas.strictObject({
	format: require_schemas._enum(["bundle", "legacy"]),
	key: known(require_schemas.string(), "base64 of the sha256 of the public key, where the signature names it."),
	identities: require_schemas.array(require_schemas.string()).describe("Whom the certificate of a keyless signature names."),
	issuer: known(require_schemas.string(), "Who issued that identity.")
});
/**
* One image, written down when it is built. Nothing in it is guessed: what is not known is null, and `unknown` says
* why, by the path of the field.
*/
const recordSchema = require_schemas.strictObject({
	schema: require_schemas.literal(recordSchemaName),
	image: require_schemas.string().min(1).describe("The reference it was pushed as."),
	digest,
	tags: require_schemas.array(require_schemas.string()).describe("All tags it was pushed under."),
	class: known(require_schemas.string(), "The class of the policy that its tag belongs to."),
	built_at: known(moment, "When it was built."),
	builder: known(require_schemas.string(), "Who built it: an account of the CI, or the builder of its provenance."),
	build_url: known(require_schemas.string(), "The run that built it."),
	git_commit: known(require_schemas.string(), "The commit it was built from."),
	source: known(require_schemas.string(), "The repository of that commit."),
	expire_at: known(require_schemas.int(), "When it may go, in unix seconds."),
	dependencies,
	security_scan: securityScan,
	signatures: known(require_schemas.array(signature), "The signatures that lie beside it; they are listed, not vouched for."),
	sbom_digest: known(digest, "The sha256 of its SBOM."),
	tools: require_schemas.record(require_schemas.string(), require_schemas.string()).describe("Versions of the tools that took part, by name."),
	policy: known(digest, "The digest of the policy it was recorded under."),
	recorded_at: moment,
	unknown: require_schemas.record(require_schemas.string(), require_schemas.string()).describe("Why a field is null, by its path: security_scan.status.")
}).meta({
	title: "image-hygiene record",
	description: "What is known of one image."
});
/** The fields that are null without a reason, and the reasons for fields that are not null: both are faults. */
function faultsOf(record) {
	const empty = nulls(record, "");
	const reasons = new Set(Object.keys(record.unknown));
	return [...empty.filter((path) => !reasons.has(path)).map((path) => `${path} is null without a reason`), ...[...reasons].filter((path) => !empty.includes(path)).map((path) => `${path} has a reason and is not null`)];
}
function nulls(value, path) {
	return Object.entries(value).flatMap(([key, item]) => {
		const name = path === "" ? key : `${path}.${key}`;
		if (item === null) return [name];
		return typeof item === "object" && !Array.isArray(item) && name !== "unknown" && name !== "tools" ? nulls(item, name) : [];
	});
}
// lib/catalog/catalog.js
/** Bytes of a catalog that are read: half a million records. */
const largest$1 = 1073741824;
/** The kernel writes so much at once; what is longer could be torn by somebody who writes at the same time. */
const longestLine = 512e3;
/** Of bad lines so many are told one by one. */
const mostTold = 100;
/** One line, keys in the order of the schema. */
function formatRecord(record) {
	return `${JSON.stringify(recordSchema.parse(record))}\n`;
}
/**
* Appends one record in one write, so that many jobs on one disk can append at once and none is lost. A line that
* somebody left without an end is ended first.
*/
async function appendRecord(path, record, files) {
	const line = formatRecord(record);
	if (Buffer.byteLength(line) > longestLine) throw new require_index.HygieneError("too-large", `the record of ${record.image} is longer than ${longestLine} bytes`, { fix: "write it to a file of its own with record-file, without the catalog" });
	await files.append(path, await isTorn(path, files) ? `\n${line}` : line);
}
/** Whether its last line has no end. */
async function isTorn(path, files) {
	const size = await files.size(path);
	if (size === void 0 || size === 0) return false;
	for await (const [last] of files.stream(path, {
		start: size - 1,
		length: 1
	})) return last !== newline;
	return false;
}
/** Every record of a catalog, in the order they were written. */
async function readCatalog(path, files) {
	if ((await files.size(path) ?? 0) > largest$1) throw new require_index.HygieneError("too-large", `${path} is larger than ${largest$1} bytes`, { fix: "begin a new catalog; keep the old one beside it" });
	const reading = openReading(path);
	for await (const line of linesOf(files.stream(path))) reading.take(line);
	return reading.catalog();
}
function openReading(file) {
	const records = [];
	const findings = [];
	let number = 0;
	let bad = 0;
	return {
		take(line) {
			number += 1;
			if (line?.trim() === "") return;
			const record = line === void 0 ? void 0 : parseLine(line);
			if (record !== void 0) records.push(record);
			else if (++bad <= mostTold) findings.push(badRecord(file, number));
		},
		catalog() {
			return {
				records,
				findings: bad > mostTold ? [...findings, moreBad(file, bad - mostTold)] : findings
			};
		}
	};
}
const newline = 10;
/** As they come; one that is longer than any record is undefined, and not held. */
async function* linesOf(source) {
	let held = [];
	let length = 0;
	const take = (part) => {
		length += part.length;
		if (length > longestLine) held = [];
		else held.push(part);
	};
	const line = () => {
		const text = length > longestLine ? void 0 : new TextDecoder().decode(Buffer.concat(held));
		held = [];
		length = 0;
		return text;
	};
	for await (const piece of source) {
		let from = 0;
		for (let end = piece.indexOf(newline); end >= 0; end = piece.indexOf(newline, from)) {
			take(piece.subarray(from, end));
			yield line();
			from = end + 1;
		}
		take(piece.subarray(from));
	}
	if (length > 0) yield line();
}
function badRecord(file, line) {
	return {
		rule: "bad-record",
		severity: "warning",
		message: `${file}:${line} is no record that this version reads`,
		fix: "restore the line from the history of the file",
		location: {
			file,
			line
		}
	};
}
function moreBad(file, lines) {
	return {
		rule: "bad-record",
		severity: "warning",
		message: `${file}: ${lines} more lines are no records`,
		fix: "restore the file from its history"
	};
}
function parseLine(line) {
	if (!line.trimStart().startsWith("{")) return void 0;
	try {
		return recordSchema.safeParse(JSON.parse(line)).data;
	} catch {
		return;
	}
}
// lib/catalog/artifact.js
const recordArtifactType = "application/vnd.image-hygiene.record.v1+json";
/** What kind of statement a record is, in an attestation. */
const recordPredicateType = "urn:image-hygiene:record:v1";
const manifestType = "application/vnd.oci.image.manifest.v1+json";
const emptyType = "application/vnd.oci.empty.v1+json";
/** Of a record whose blobs the registry says it has not, although they were just put there. */
const attempts = 6;
/**
* Pushes a record as an artifact of its own: with a subject it is a referrer, under a tag an entry of a catalog. The
* record stands in the manifest as well (`data` of its layer), so that who lists many reads each in one request.
* @see https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md#guidelines-for-artifact-usage
* @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#embedded-content
*/
async function putRecord(registry, repository, record, place) {
	const payload = Buffer.from(formatRecord(record));
	const empty = Buffer.from("{}");
	const subject = "subject" in place ? place.subject : void 0;
	const layer = {
		mediaType: recordArtifactType,
		digest: require_registry.digestOf(payload),
		size: payload.length
	};
	const manifest = Buffer.from(JSON.stringify({
		schemaVersion: 2,
		mediaType: manifestType,
		artifactType: recordArtifactType,
		config: {
			mediaType: emptyType,
			digest: require_registry.digestOf(empty),
			size: empty.length,
			data: empty.toString("base64")
		},
		layers: ["tag" in place ? {
			...layer,
			data: payload.toString("base64")
		} : layer],
		...subject === void 0 ? {} : { subject: {
			mediaType: subject.mediaType,
			digest: subject.digest,
			size: subject.size
		} },
		annotations: { "org.opencontainers.image.created": record.recorded_at }
	}));
	const reference = "tag" in place ? place.tag : require_registry.digestOf(manifest);
	const raw = {
		mediaType: manifestType,
		bytes: manifest
	};
	for (let attempt = 1;; attempt++) {
		for (const bytes of [payload, empty]) accepted(await registry.putBlob(repository, bytes), repository);
		const answer = await registry.putManifest(repository, reference, raw);
		if (!("refused" in answer && answer.refused === "blobs-missing") || attempt === attempts) return {
			digest: accepted(answer, repository),
			size: manifest.length
		};
		await (0, node_timers_promises.setTimeout)(50 * attempt);
	}
}
function accepted(answer, repository) {
	if ("digest" in answer) return answer.digest;
	if ("unknown" in answer) throw refused(repository, answer.unknown, false);
	throw refused(repository, `it refuses: ${"message" in answer ? answer.message : answer.refused}`, answer.refused !== "blobs-missing");
}
function refused(repository, why, forbidden) {
	return new require_index.HygieneError(forbidden ? "no-permission" : "undecidable", `the record cannot be stored in ${repository}: ${why}`, {
		fix: "it needs the right to push, as for signing",
		image: repository
	});
}
// lib/catalog/catalog-registry.js
const atOnce = 16;
const largest = 1048576;
/** Seconds of the moment it was recorded, then the start of its sha256. */
const entry = /^([0-9]{10,12})-([0-9a-f]{16})$/;
async function appendToRegistry(registry, repository, record) {
	await putRecord(registry, repository, record, { tag: tagOf(record) });
}
function tagOf(record) {
	const tag = `${Math.floor(Date.parse(record.recorded_at) / 1e3)}-${hexOf(formatRecord(record))}`;
	if (require_reference.isTag(tag)) return tag;
	throw new require_index.HygieneError("internal", `${tag} is no tag`);
}
function hexOf(line) {
	return require_registry.digestOf(Buffer.from(line)).slice(7).slice(0, 16);
}
/** Every record, in the order they were recorded. A tag that says another hash than its record has been tampered with. */
async function readFromRegistry(registry, repository) {
	const { tags, incomplete } = await registry.tags(repository);
	if (incomplete !== void 0) throw unreadable(repository, incomplete);
	const entries = tags.filter((tag) => entry.test(tag)).toSorted(byTime);
	const lines = /* @__PURE__ */ new Map();
	await require_each.forEach(entries, Math.min(atOnce, entries.length), async (tag) => {
		lines.set(tag, await lineOf(registry, repository, tag));
	});
	const records = [];
	const findings = [];
	for (const tag of entries) {
		const line = lines.get(tag);
		const record = line !== void 0 && hexOf(line) === entry.exec(tag)?.[2] ? parseLine(line) : void 0;
		if (record !== void 0) records.push(record);
		else findings.push(damaged(repository, tag));
	}
	return {
		records,
		findings
	};
}
function byTime(a, b) {
	return Number(entry.exec(a)?.[1]) - Number(entry.exec(b)?.[1]) || (a < b ? -1 : 1);
}
/** The line as it was recorded; undefined for what is no record. */
async function lineOf(registry, repository, tag) {
	const answer = await registry.manifest(repository, tag);
	if ("unknown" in answer) throw unreadable(repository, `the tag ${tag}: ${answer.unknown}`);
	if (!answer.found) return void 0;
	const embedded = dataIn(answer.raw.bytes);
	if (embedded !== void 0) return embedded;
	const layer = answer.manifest.layers.find(({ mediaType }) => mediaType === recordArtifactType);
	if (layer === void 0) return void 0;
	const blob = await registry.blob(repository, layer.digest, largest);
	if (blob === "absent") return void 0;
	if ("unknown" in blob) throw unreadable(repository, `the record ${tag}: ${blob.unknown}`);
	return new TextDecoder().decode(blob.bytes);
}
function dataIn(manifest) {
	try {
		const [layer] = JSON.parse(new TextDecoder().decode(manifest)).layers;
		if (layer.mediaType !== "application/vnd.image-hygiene.record.v1+json" || typeof layer.data !== "string") return void 0;
		return Buffer.from(layer.data, "base64").toString("utf8");
	} catch {
		return;
	}
}
function damaged(repository, tag) {
	return {
		rule: "bad-record",
		severity: "warning",
		message: `${repository}:${tag} is no record that this version reads, or not the one that was written`,
		fix: "record the image again; find out who can push to the catalog",
		image: `${repository}:${tag}`
	};
}
function unreadable(repository, why) {
	return new require_index.HygieneError("undecidable", `the catalog ${repository} cannot be read: ${why}`, { image: repository });
}
// lib/steps/catalog.js
const scheme = "oci://";
function catalogAt(name, call, policy, world) {
	if (!name.startsWith(scheme)) return {
		read: () => readCatalog(name, world.files),
		append: (record) => appendRecord(name, record, world.files)
	};
	const repository = require_reference.parseRepository(name.slice(6));
	if (typeof repository !== "string") throw new require_index.HygieneError("bad-usage", `catalog: ${name} is no repository: ${repository.fault}`, { fix: "catalog: oci://ghcr.io/acme/catalog" });
	const open = async () => (await require_registries.registriesOf(call, {
		...policy,
		images: [...policy.images, repository]
	}, world)).of(repository);
	return {
		read: async () => readFromRegistry(await open(), repository),
		append: async (record) => appendToRegistry(await open(), repository, record)
	};
}
exports.catalogAt = catalogAt;
exports.faultsOf = faultsOf;
exports.formatRecord = formatRecord;
exports.manifestType = manifestType;
exports.putRecord = putRecord;
exports.recordArtifactType = recordArtifactType;
exports.recordPredicateType = recordPredicateType;
exports.recordSchemaName = recordSchemaName;
exports.refused = refused;
