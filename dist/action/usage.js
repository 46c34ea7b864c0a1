const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_index = require("./index.js");
const require_reference = require("./reference.js");
const require_instant = require("./instant.js");
const require_policy = require("./policy.js");
const require_compare$1 = require("./compare.js");
// lib/policy/precedence.js
var import_compare = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_compare$1.require_compare(), 1);
/**
* Precedence by semver.org §11: negative, zero or positive; `undefined` where a number is too large to be ranked
* exactly. Build metadata has no precedence, so versions that differ in it only compare as 0.
*/
function compareVersions(a, b) {
	return tooLarge.test(a) || tooLarge.test(b) ? void 0 : (0, import_compare.default)(a, b);
}
/** Sixteen digits may pass 2^53. Digits of build metadata count too: rather not ranked than ranked wrongly. */
const tooLarge = /[0-9]{16}/;
// lib/cleanup/in-use/mention.js
/** How runtimes decorate an imageID: `docker-pullable://repo@sha256:…`, `docker://sha256:…`. */
const scheme = /^(?:docker-pullable|docker-image|docker|containerd|oci):\/\//;
/**
* Reads a text that stands where an image is expected. A reference without tag and digest means `latest` there; a bare
* digest, with or without `sha256:`, is a config's or a manifest's (containerd, docker and CRI-O differ).
*/
function readMention(text) {
	const bare = text.trim().replace(scheme, "");
	if (bare === "" || bare.startsWith("<none>")) return "no-image";
	if (require_reference.isDigest(bare)) return { digest: bare };
	const prefixed = `sha256:${bare}`;
	if (require_reference.isDigest(prefixed)) return { digest: prefixed };
	if (/^sha256:[0-9a-f]{6,63}(?:…|\.\.\.)?$/.test(bare) || /^[0-9a-f]{12}$/.test(bare)) return "cut-short";
	const reference = require_reference.parseReference(bare);
	if ("fault" in reference) return "fault" in require_reference.parseReference(bare.toLowerCase()) ? "no-reference" : "impossible";
	const { repository, tag, digest } = reference;
	if (tag === void 0 && digest === void 0) return {
		repository,
		tag: "latest"
	};
	return reference;
}
/**
* Finds what looks like an image in any text: arguments, environment, annotations. Only names with a registry host and
* a tag or digest, and whole digests: a word too many keeps an image, and `app:1` in prose is no image.
*/
function mentionsIn(text) {
	if (!text.includes("/") && !text.includes("sha256:")) return [];
	const found = [];
	for (const [word] of text.slice(0, longestText).matchAll(/[A-Za-z0-9[][A-Za-z0-9._:/@[\]-]*/g)) {
		if (!/[:@]/.test(word)) continue;
		const bare = word.replace(scheme, "").replace(/[.:/\]-]+$/, "");
		if (require_reference.isDigest(bare)) found.push({ digest: bare });
		else if (/^[^/]*[.:][^/]*\/|^localhost\//.test(bare)) {
			const reference = require_reference.parseReference(bare);
			if ("fault" in reference) continue;
			if (reference.tag !== void 0 || reference.digest !== void 0) found.push(reference);
		}
	}
	return found;
}
const longestText = 1048576;
// lib/cleanup/in-use/inventory.js
const inventorySchema = "image-hygiene/inventory/v1";
/**
* `{ schema, source, kind, collectedAt, complete, errors: [], refs: [{ raw, repository?, tag?, digest?, configDigest?,
* where?: { cluster, namespace, kind, name, container }, role? }] }`. `collectedAt` is RFC 3339 or unix seconds.
* A text instead of a result says why the document is none.
*/
function readInventory(document) {
	const { schema, source, complete, refs } = document;
	if (schema !== void 0 && schema !== "image-hygiene/inventory/v1" && schema !== "inventory/v1") return `schema is ${String(schema).slice(0, 100)}, this version reads ${inventorySchema}`;
	if (typeof source !== "string" || !/^[^\p{Cc}\p{Cf}\p{Cs}"\\]{1,200}$/u.test(source)) return "source is no name";
	if (!Array.isArray(refs)) return "refs is no list";
	const errors = Array.isArray(document["errors"]) ? document["errors"].map((error) => say(error)) : [];
	const found = [];
	const unreadable = [];
	for (const entry of refs) {
		const mentions = mentionsOf(entry);
		const owner = ownerOf$1(entry);
		if (mentions.length === 0 && !isImpossible(entry) || isBroken(entry)) unreadable.push(`${say(entry)}${owner === "" ? "" : ` (${owner})`}`);
		found.push(...mentions.map((mention) => ({
			mention,
			owner
		})));
	}
	return {
		source,
		collectedAt: instantOf(document["collectedAt"]),
		complete: complete === true && errors.length === 0,
		errors,
		found,
		unreadable
	};
}
function mentionsOf(entry) {
	if (typeof entry === "string") return mentionOf(entry);
	if (typeof entry !== "object" || entry === null) return [];
	const { raw, repository, tag, digest, configDigest } = entry;
	const parts = typeof repository === "string" ? mentionOf(`${repository}${typeof tag === "string" ? `:${tag}` : ""}${typeof digest === "string" ? `@${digest}` : ""}`) : [];
	const content = [digest, configDigest].flatMap((value) => typeof value === "string" && require_reference.isDigest(value) ? [{ digest: value }] : []);
	return [
		...typeof raw === "string" ? mentionOf(raw) : [],
		...parts,
		...content
	];
}
/** One of its names is none, so what the others say may not be what runs. */
function isBroken(entry) {
	if (typeof entry !== "object" || entry === null) return false;
	const fields = entry;
	const given = (name) => fields[name] !== void 0 && fields[name] !== null && fields[name] !== "";
	return [
		"raw",
		"repository",
		"tag"
	].some((name) => given(name) && typeof fields[name] !== "string") || ["digest", "configDigest"].some((name) => given(name) && !require_reference.isDigest(String(fields[name])));
}
function isImpossible(entry) {
	if (typeof entry !== "object" || entry === null || !("raw" in entry)) return false;
	return typeof entry.raw === "string" && readMention(entry.raw) === "impossible";
}
function mentionOf(text) {
	const mention = readMention(text);
	return typeof mention === "object" ? [mention] : [];
}
function ownerOf$1(entry) {
	if (typeof entry !== "object" || entry === null || !("where" in entry)) return "";
	const { where } = entry;
	if (typeof where === "string") return where.slice(0, 300);
	if (typeof where !== "object" || where === null) return "";
	const { cluster, namespace, kind, name, container } = where;
	const path = [
		cluster,
		namespace,
		kind,
		name
	].filter((part) => typeof part === "string" && part !== "").join("/");
	return typeof container === "string" ? `${path}, container ${container}`.slice(0, 300) : path.slice(0, 300);
}
function instantOf(value) {
	if (typeof value === "number" && Number.isInteger(value) && value > 0 && value < 1e11) return value;
	if (typeof value !== "string") return void 0;
	if (/^[0-9]{9,11}$/.test(value)) return Number(value);
	if (!/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/.test(value)) return void 0;
	const milliseconds = Date.parse(value);
	return Number.isNaN(milliseconds) ? void 0 : Math.floor(milliseconds / 1e3);
}
function say(value) {
	return (typeof value === "string" ? value : JSON.stringify(value) ?? "nothing").slice(0, 200);
}
// lib/cleanup/in-use/judge.js
/** A clock that is off by more than this says nothing about age (design §3). */
const toleratedSkew = 300;
/** Puts what was read under the policy: aliases, required sources, their greatest age, their completeness. */
function judgeUsage(readings, policy, now) {
	const rules = policy["in-use"];
	const required = rules === "none" ? [] : rules.required;
	const maxAge = rules === "none" ? Number.POSITIVE_INFINITY : rules["max-age"];
	const gaps = readings.flatMap((reading) => reading.unresolved.map((why) => gap(reading.name, why)));
	const findings = readings.flatMap((reading) => reading.blind.map((text) => warning(reading.name, text)));
	for (const name of required) {
		const own = readings.filter((reading) => reading.name === name);
		if (own.length === 0) gaps.push(gap(name, `it is required and was not given: --in-use ${name}.json`));
		for (const reading of own) for (const why of shortcomings(reading, maxAge, now)) gaps.push(gap(name, `it is required, and ${why}`));
	}
	const doubts = readings.filter(({ name, inventory }) => inventory !== void 0 && !required.includes(name)).flatMap((reading) => shortcomings(reading, maxAge, now).map((why) => ({
		name: reading.name,
		why
	})));
	for (const { name, why } of doubts) findings.push(warning(name, `${why}; it is not required by the policy, so nothing is held for it`));
	const standing = readings.length > 0 ? "given" : rules === "none" ? "declared-none" : "missing";
	if (standing === "missing") findings.push({
		rule: "in-use-unknown",
		severity: "warning",
		message: "nothing says what is in use: the plan can be shown, not proposed or applied",
		fix: "pass --in-use FILE, or say on purpose that nothing runs from these images: `in-use: none` in the policy"
	});
	return {
		standing,
		sources: readings.map(({ name, file, format, found, inventory }) => ({
			name,
			file,
			format,
			...inventory?.collectedAt === void 0 ? {} : { collectedAt: inventory.collectedAt },
			uses: found.length
		})),
		uses: readings.flatMap(({ found }) => found.flatMap(({ mention, where }) => withOrigin(mention, policy).map((named) => ({
			...named,
			where
		})))),
		gaps,
		whole: gaps.length === 0 && doubts.length === 0,
		findings
	};
}
/** A use of a mirror is a use of what it mirrors: both names. */
function withOrigin(mention, policy) {
	if (mention.repository === void 0) return [mention];
	const origin = require_policy.canonical(mention.repository, policy);
	return origin === mention.repository ? [mention] : [mention, {
		...mention,
		repository: origin
	}];
}
/** Why a source does not show what runs now. Empty: it does. */
function shortcomings({ inventory, format }, maxAge, now) {
	if (inventory === void 0) return [`a ${format === "list" ? "list of references" : `${format} document`} says neither when it was collected nor whether it is complete: make an inventory of it`];
	const { collectedAt, complete, errors } = inventory;
	return [
		...complete ? [] : [`it is not complete${errors.length > 0 ? `: ${errors.slice(0, 3).join("; ")}` : ""}`],
		...collectedAt === void 0 ? ["it does not say when it was collected (collectedAt)"] : [],
		...collectedAt !== void 0 && now - collectedAt > maxAge ? [`it was collected at ${require_instant.formatInstant(collectedAt)}, longer ago than in-use.max-age allows`] : [],
		...collectedAt !== void 0 && collectedAt - now > toleratedSkew ? [`it claims to be collected at ${require_instant.formatInstant(collectedAt)}, which is yet to come: a clock is off`] : []
	];
}
function gap(name, why) {
	return {
		kind: "usage",
		about: `in-use source ${name}`,
		why
	};
}
function warning(name, text) {
	return {
		rule: "in-use-blind",
		severity: "warning",
		message: `in-use source ${name}: ${text}`
	};
}
// lib/cleanup/in-use/json-documents.js
/**
* The JSON values of a text that holds one after another, in lines (`docker ps --format json`) or pretty-printed
* (`kubectl` called for several clusters). Undefined if any part of it is no JSON.
*/
function jsonDocuments(text) {
	const trimmed = text.replace(/^\uFEFF/, "").trim();
	const whole = parse(trimmed);
	if (whole !== void 0) return [whole.value];
	const documents = [];
	let start = 0;
	while (start < trimmed.length) {
		const end = endOfValue(trimmed, start);
		const value = end === void 0 ? void 0 : parse(trimmed.slice(start, end));
		if (end === void 0 || value === void 0) return void 0;
		documents.push(value.value);
		start = end;
		while (/\s/.test(trimmed.charAt(start))) start += 1;
	}
	return documents;
}
/** Where the object or array that starts here ends. */
function endOfValue(text, start) {
	let depth = 0;
	let quoted = false;
	for (let at = start; at < text.length; at += 1) {
		const character = text[at];
		if (quoted) {
			if (character === "\\") at += 1;
			else if (character === "\"") quoted = false;
		} else if (character === "\"") quoted = true;
		else if (character === "{" || character === "[") depth += 1;
		else if (character === "}" || character === "]") {
			depth -= 1;
			if (depth === 0) return at + 1;
			if (depth < 0) return void 0;
		} else if (depth === 0) return void 0;
	}
}
function parse(text) {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return;
	}
}
// lib/cleanup/in-use/list.js
/**
* Reads references as people collect them: one a line, `#` comments, the output of `sort | uniq -c`, and that of
* `kubectl get pods -A -o jsonpath='{..image}'`, where an image volume prints as a piece of JSON. Anything else means
* that this is another kind of file (a table of `docker ps`), and a file misread is an image lost: it is refused by line.
*/
function readList(text) {
	const found = [];
	const impossible = [];
	let named = false;
	for (const [index, row] of text.replace(/^\uFEFF/, "").split("\n").entries()) {
		const line = index + 1;
		const content = row.trim().replace(/(?:^|\s)#.*$/, "").trim();
		if (content === "") continue;
		const words = wordsOf(content.replace(/^\d+\s+(?=\S)/, ""));
		for (const word of words) {
			if (!isScalar(word)) named = true;
			if (word.startsWith("{")) {
				const volumes = jsonDocuments(word) === void 0 ? [] : mentionsIn(word);
				if (volumes.length === 0) return {
					line,
					text: word
				};
				found.push(...volumes.map((mention) => ({
					mention,
					line
				})));
				continue;
			}
			const mention = readMention(word);
			if (mention === "no-image") continue;
			if (typeof mention === "object") found.push({
				mention,
				line
			});
			else if (mention === "impossible" && words.length === 1) impossible.push({
				text: word,
				line
			});
			else return {
				line,
				text: word
			};
		}
	}
	return named || found.length === 0 ? {
		found,
		impossible
	} : {
		line: 1,
		text: text.trim().slice(0, 120)
	};
}
/** What stands between blanks; a piece of JSON is one word to its end, or to the end of the line if it has none. */
function wordsOf(content) {
	const words = [];
	for (let at = 0; at < content.length;) {
		const blank = content.slice(at).search(/\s/);
		const next = blank < 0 ? content.length : at + blank;
		const end = content[at] === "{" ? endOfValue(content, at) ?? content.length : next;
		if (end > at) words.push(content.slice(at, end));
		at = Math.max(end, at + 1);
	}
	return words;
}
/** What `jq` prints where there is nothing: a name by its letters, and no list if all of them are. */
function isScalar(word) {
	return word === "null" || word === "true" || word === "false" || /^-?[\d.]+$/.test(word);
}
// lib/cleanup/in-use/walk.js
/** Keys under which Kubernetes, docker, crictl, ECS and custom resources write images. */
const imageKey = /image|^reference$|^repo(?:tags|digests)$/i;
/**
* Every image that any JSON names: pods and all that make pods (`containers`, `initContainers`, `ephemeralContainers`,
* `volumes[].image.reference`, `status.*.imageID`, ControllerRevisions), custom resources, `docker inspect`, `crictl`.
* One walk over all of it instead of a path per kind: a kind that nobody thought of keeps its images, too.
*/
function walkJson(document) {
	const found = [];
	const cutShort = [];
	const stack = [{
		value: document,
		key: "",
		owner: ""
	}];
	for (let item = stack.pop(); item !== void 0; item = stack.pop()) {
		const { value, key, owner } = item;
		if (typeof value === "string") {
			const mention = imageKey.test(key) ? readMention(value) : void 0;
			if (mention === "cut-short") cutShort.push(owner);
			else if (typeof mention === "object") found.push({
				mention,
				owner
			});
			else for (const other of mentionsIn(value)) found.push({
				mention: other,
				owner
			});
		} else if (Array.isArray(value)) for (const element of value) stack.push({
			value: element,
			key,
			owner
		});
		else if (typeof value === "object" && value !== null) {
			const record = value;
			const name = ownerOf(record, owner);
			const parts = partsOf(record);
			if (parts !== void 0) found.push({
				mention: parts,
				owner: name
			});
			for (const [inner, content] of Object.entries(record)) if (typeof content === "string" || typeof content === "object" && content !== null) stack.push({
				value: content,
				key: inner,
				owner: name
			});
		}
	}
	return {
		found,
		cutShort
	};
}
/** Operators write an image in parts: `image: { repository, tag, digest }`. */
function partsOf(record) {
	const { registry, repository, tag, digest } = record;
	if (typeof repository !== "string" || typeof tag !== "string" && typeof digest !== "string") return void 0;
	const mention = readMention(`${typeof registry === "string" && registry !== "" ? `${registry}/` : ""}${repository}${typeof tag === "string" && tag !== "" ? `:${tag}` : ""}${typeof digest === "string" && digest !== "" ? `@${digest}` : ""}`);
	return typeof mention === "object" ? mention : void 0;
}
function ownerOf(record, parent) {
	const metadata = asRecord(record["metadata"]);
	const named = textOf(metadata["name"]);
	if (named !== void 0 && textOf(record["kind"]) !== void 0) {
		const namespace = textOf(metadata["namespace"]);
		return `${namespace === void 0 ? "" : `${namespace}/`}${record["kind"]}/${named}`;
	}
	const pod = textOf(asRecord(record["labels"])["io.kubernetes.pod.name"]);
	if (named !== void 0 && "image" in record) return `${pod === void 0 ? "" : `pod ${pod}, `}container ${named}`;
	const docker = textOf(record["Names"]) ?? textOf(record["Name"]);
	if (docker !== void 0) return `container ${docker.replace(/^\//, "")}`;
	const name = textOf(record["name"]);
	if (name === void 0 || !("image" in record || "imageID" in record)) return parent;
	return parent === "" ? `container ${name}` : `${parent}, container ${name}`;
}
function asRecord(value) {
	return typeof value === "object" && value !== null ? value : {};
}
function textOf(value) {
	return typeof value === "string" && value !== "" ? value.slice(0, 300) : void 0;
}
// lib/cleanup/in-use/source.js
/** Reads one source by its content, whatever the file is called. Throws `bad-file` for what cannot be understood whole. */
function readSource({ name, file, text }) {
	const shown = file === "-" ? "standard input" : file;
	const first = text.replace(/^\uFEFF/, "").trimStart()[0];
	if (first === void 0) throw empty(shown);
	if (first !== "{" && first !== "[") return [listSource(name, file, shown, text)];
	const documents = jsonDocuments(text);
	if (documents === void 0 && first === "{") return [listSource(name, file, shown, text)];
	if (documents === void 0) throw new require_index.HygieneError("bad-file", `${shown}: no JSON, cut off or damaged`);
	const readings = documents.map((document) => jsonSource(name, file, shown, document));
	const inventories = readings.filter((reading) => reading.inventory !== void 0);
	const others = readings.filter((reading) => reading.inventory === void 0);
	const [head] = others;
	if (head === void 0) return inventories;
	const merged = {
		...head,
		found: others.flatMap((reading) => reading.found),
		unresolved: others.flatMap((reading) => reading.unresolved),
		blind: [...new Set(others.flatMap((reading) => reading.blind))]
	};
	if (merged.format === "json" && merged.found.length === 0 && merged.unresolved.length === 0) throw new require_index.HygieneError("bad-file", `${shown}: names no image in any form that is known`, { fix: "pass `kubectl get … -o json`, `docker inspect`, `crictl ps -o json`, an inventory, or a list of references" });
	return [...inventories, merged];
}
function empty(shown) {
	return new require_index.HygieneError("bad-file", `${shown}: empty; the command that should have said what runs said nothing`, { fix: "look at the error output of that command; an empty cluster is `{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[]}`, not an empty file" });
}
function listSource(name, file, shown, text) {
	const list = readList(text);
	if ("text" in list) throw new require_index.HygieneError("bad-file", `${shown}:${list.line}: '${list.text.slice(0, 120)}' is no image reference`, {
		location: {
			file,
			line: list.line
		},
		fix: "a list has one reference a line; give YAML as JSON (`kubectl … -o json`), and ids in full (`--no-trunc`)"
	});
	if (list.found.length + list.impossible.length === 0) throw empty(shown);
	return {
		name,
		file,
		format: "list",
		found: list.found.map(({ mention, line }) => ({
			mention,
			where: `${shown}:${line}`
		})),
		unresolved: [],
		blind: ["a list of references does not see which digest runs behind a moved tag, what is scaled to zero, CronJobs between runs, revisions kept for rollback, custom resources, nor other clusters; better: kubectl get pods,deployments,replicasets,statefulsets,daemonsets,replicationcontrollers,jobs,cronjobs,controllerrevisions,podtemplates -A -o json", ...list.impossible.map(({ text: impossible, line }) => `line ${line}: '${impossible.slice(0, 120)}' is in upper case, which nothing can run`)]
	};
}
function jsonSource(name, file, shown, document) {
	const record = isRecord(document) ? document : {};
	const at = (owner) => owner === "" ? shown : `${shown}: ${owner}`;
	if (isInventory(record)) {
		const inventory = readInventory(record);
		if (typeof inventory === "string") throw new require_index.HygieneError("bad-file", `${shown}: no inventory: ${inventory}`);
		return {
			name: inventory.source,
			file,
			format: "inventory",
			found: inventory.found.map(({ mention, owner }) => ({
				mention,
				where: at(owner)
			})),
			unresolved: inventory.unreadable.map((entry) => `${shown}: no image can be read from ${entry}`),
			blind: [],
			inventory
		};
	}
	const format = formatOf(document);
	if (record["kind"] === "Status" && record["status"] === "Failure") throw new require_index.HygieneError("bad-file", `${shown}: the cluster answered with a failure: ${String(record["message"])}`);
	const { found, cutShort } = walkJson(document);
	const metadata = isRecord(record["metadata"]) ? record["metadata"] : {};
	const more = format === "kubernetes" && typeof metadata["continue"] === "string" && metadata["continue"] !== "";
	return {
		name,
		file,
		format,
		found: found.map(({ mention, owner }) => ({
			mention,
			where: at(owner)
		})),
		unresolved: [...cutShort.map((owner) => `${at(owner)}: the image id is cut short; use --no-trunc, or docker inspect`), ...more ? [`${shown}: the list was cut off by a page limit (metadata.continue is set)`] : []],
		blind: format === "kubernetes" ? unseenKinds(record) : []
	};
}
function isInventory(record) {
	const { schema } = record;
	return typeof schema === "string" && /(?:^|\/)inventory\//.test(schema) || "refs" in record && "source" in record;
}
function formatOf(document) {
	if (Array.isArray(document)) return document.every((item) => isRecord(item) && "Id" in item) ? "docker" : "json";
	const record = isRecord(document) ? document : {};
	if ("apiVersion" in record && "kind" in record) return "kubernetes";
	if ("ID" in record && "Image" in record) return "docker";
	return Array.isArray(record["containers"]) || Array.isArray(record["images"]) ? "crictl" : "json";
}
/** Pods alone are what runs this minute; these kinds are what runs the next. */
function unseenKinds(record) {
	const items = Array.isArray(record["items"]) ? record["items"] : [record];
	const kinds = new Set(items.map((item) => isRecord(item) ? item["kind"] : void 0));
	if (kinds.size === 0) return ["the list is empty: it says that nothing runs"];
	if ([
		"Deployment",
		"ReplicaSet",
		"CronJob",
		"ControllerRevision"
	].filter((kind) => !kinds.has(kind)).length < 4) return [];
	return ["only pods: what is scaled to zero, CronJobs between runs and revisions kept for rollback are not in it; ask kubectl for deployments,replicasets,statefulsets,daemonsets,jobs,cronjobs,controllerrevisions,podtemplates as well"];
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// lib/cleanup/in-use/read-usage.js
const largestSource = 268435456;
/**
* Reads every source of `--in-use` and judges it by the policy. `path`, `name=path`, or `-` for standard input.
* Throws `no-file` or `bad-file` for a file that was named and cannot be understood: passing over it would lose images.
*/
async function readUsage(given, policy, files, now) {
	const [usage] = await readUsages(given, [policy], files, now);
	return usage;
}
/** The same under several policies; the sources are read once, as standard input can only be. */
async function readUsages(given, policies, files, now) {
	if (given.filter((item) => pathOf(item) === "-").length > 1) throw new require_index.HygieneError("bad-usage", "in-use: standard input can be read once, but - stands there twice");
	const readings = [];
	for (const item of given) readings.push(...readSource(await load(item, files)));
	return policies.map((policy) => judgeUsage(readings, policy, now));
}
async function load(item, files) {
	const file = pathOf(item);
	const text = file === "-" ? await files.standardInput(largestSource) : await files.readText(file, largestSource);
	return {
		name: nameOf(item),
		file,
		text
	};
}
const named = /^([A-Za-z0-9][A-Za-z0-9._-]*)=(.+)$/s;
function pathOf(item) {
	return named.exec(item)?.[2] ?? item;
}
function nameOf(item) {
	const name = named.exec(item)?.[1];
	if (name !== void 0) return name;
	if (item === "-") return "stdin";
	return (item.split(/[\\/]/).at(-1) ?? item).replace(/(?<=.)\.[A-Za-z0-9]+$/, "");
}
// lib/cleanup/in-use/usage.js
function indexUsage(uses) {
	const tags = /* @__PURE__ */ new Map();
	const digests = /* @__PURE__ */ new Map();
	for (const use of uses) {
		if (use.repository !== void 0 && use.tag !== void 0) {
			const own = tags.get(use.repository) ?? /* @__PURE__ */ new Map();
			tags.set(use.repository, own);
			if (!own.has(use.tag)) own.set(use.tag, use);
		}
		if (use.digest !== void 0 && !digests.has(use.digest)) digests.set(use.digest, use);
	}
	return {
		byTag: (repository, tag) => tags.get(repository)?.get(tag),
		byDigest: (digest) => digests.get(digest)
	};
}
Object.defineProperty(exports, "compareVersions", {
	enumerable: true,
	get: function() {
		return compareVersions;
	}
});
Object.defineProperty(exports, "indexUsage", {
	enumerable: true,
	get: function() {
		return indexUsage;
	}
});
Object.defineProperty(exports, "readUsage", {
	enumerable: true,
	get: function() {
		return readUsage;
	}
});
Object.defineProperty(exports, "readUsages", {
	enumerable: true,
	get: function() {
		return readUsages;
	}
});
