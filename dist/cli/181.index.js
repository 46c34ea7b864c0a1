"use strict";
exports.id = 181;
exports.ids = [181];
exports.modules = {

/***/ 7384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ readUsage),
  r: () => (/* binding */ readUsages)
});

// EXTERNAL MODULE: ./lib/outcome/error.js
var error = __webpack_require__(3166);
// EXTERNAL MODULE: ./lib/image/instant.js
var instant = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/policy/scope.js
var scope = __webpack_require__(478);
;// CONCATENATED MODULE: ./lib/cleanup/in-use/judge.js


/** A clock that is off by more than this says nothing about age (design §3). */
const toleratedSkew = 300;
/** Puts what was read under the policy: aliases, required sources, their greatest age, their completeness. */
function judgeUsage(readings, policy, now) {
    const rules = policy['in-use'];
    const required = rules === 'none' ? [] : rules.required;
    const maxAge = rules === 'none' ? Number.POSITIVE_INFINITY : rules['max-age'];
    const gaps = readings.flatMap(reading => reading.unresolved.map(why => gap(reading.name, why)));
    const findings = readings.flatMap(reading => reading.blind.map(text => warning(reading.name, text)));
    for (const name of required) {
        const own = readings.filter(reading => reading.name === name);
        if (own.length === 0)
            gaps.push(gap(name, `it is required and was not given: --in-use ${name}.json`));
        for (const reading of own) {
            for (const why of shortcomings(reading, maxAge, now))
                gaps.push(gap(name, `it is required, and ${why}`));
        }
    }
    for (const reading of readings) {
        if (required.includes(reading.name) || reading.inventory === undefined)
            continue;
        for (const why of shortcomings(reading, maxAge, now)) {
            findings.push(warning(reading.name, `${why}; it is not required by the policy, so nothing is held for it`));
        }
    }
    const standing = readings.length > 0 ? 'given' : rules === 'none' ? 'declared-none' : 'missing';
    if (standing === 'missing') {
        findings.push({
            rule: 'in-use-unknown',
            severity: 'warning',
            message: 'nothing says what is in use: the plan can be shown, not proposed or applied',
            fix: 'pass --in-use FILE, or say on purpose that nothing runs from these images: `in-use: none` in the policy',
        });
    }
    return {
        standing,
        sources: readings.map(({ name, file, format, found, inventory }) => ({
            name,
            file,
            format,
            ...(inventory?.collectedAt === undefined ? {} : { collectedAt: inventory.collectedAt }),
            uses: found.length,
        })),
        uses: readings.flatMap(({ found }) => found.flatMap(({ mention, where }) => withOrigin(mention, policy).map((named) => ({ ...named, where })))),
        gaps,
        findings,
    };
}
/** A use of a mirror is a use of what it mirrors: both names. */
function withOrigin(mention, policy) {
    if (mention.repository === undefined)
        return [mention];
    const origin = (0,scope/* canonical */.$N)(mention.repository, policy);
    return origin === mention.repository ? [mention] : [mention, { ...mention, repository: origin }];
}
/** Why a source does not show what runs now. Empty: it does. */
function shortcomings({ inventory, format }, maxAge, now) {
    if (inventory === undefined) {
        return [
            `a ${format === 'list' ? 'list of references' : `${format} document`} says neither when it was collected nor whether it is complete: make an inventory of it`,
        ];
    }
    const { collectedAt, complete, errors } = inventory;
    return [
        ...(complete
            ? []
            : [`it is not complete${errors.length > 0 ? `: ${errors.slice(0, 3).join('; ')}` : ''}`]),
        ...(collectedAt === undefined ? ['it does not say when it was collected (collectedAt)'] : []),
        ...(collectedAt !== undefined && now - collectedAt > maxAge
            ? [`it was collected at ${(0,instant/* formatInstant */.r)(collectedAt)}, longer ago than in-use.max-age allows`]
            : []),
        ...(collectedAt !== undefined && collectedAt - now > toleratedSkew
            ? [`it claims to be collected at ${(0,instant/* formatInstant */.r)(collectedAt)}, which is yet to come: a clock is off`]
            : []),
    ];
}
function gap(name, why) {
    return { kind: 'usage', about: `in-use source ${name}`, why };
}
function warning(name, text) {
    return { rule: 'in-use-blind', severity: 'warning', message: `in-use source ${name}: ${text}` };
}

// EXTERNAL MODULE: ./lib/image/digest.js
var image_digest = __webpack_require__(7241);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
;// CONCATENATED MODULE: ./lib/cleanup/in-use/mention.js

/** How runtimes decorate an imageID: `docker-pullable://repo@sha256:…`, `docker://sha256:…`. */
const scheme = /^(?:docker-pullable|docker-image|docker|containerd|oci):\/\//;
/**
 * Reads a text that stands where an image is expected. A reference without tag and digest means `latest` there; a bare
 * digest, with or without `sha256:`, is a config's or a manifest's (containerd, docker and CRI-O differ).
 */
function readMention(text) {
    const bare = text.trim().replace(scheme, '');
    if (bare === '' || bare.startsWith('<none>'))
        return 'no-image';
    if ((0,image_digest/* isDigest */.B)(bare))
        return { digest: bare };
    const prefixed = `sha256:${bare}`;
    if ((0,image_digest/* isDigest */.B)(prefixed))
        return { digest: prefixed };
    if (/^sha256:[0-9a-f]{6,63}(?:…|\.\.\.)?$/.test(bare) || /^[0-9a-f]{12}$/.test(bare))
        return 'cut-short';
    const reference = (0,image_reference/* parseReference */.F2)(bare);
    if ('fault' in reference) {
        return 'fault' in (0,image_reference/* parseReference */.F2)(bare.toLowerCase()) ? 'no-reference' : 'impossible';
    }
    const { repository, tag, digest } = reference;
    if (tag === undefined && digest === undefined)
        return { repository, tag: 'latest' };
    return reference;
}
/**
 * Finds what looks like an image in any text: arguments, environment, annotations. Only names with a registry host and
 * a tag or digest, and whole digests: a word too many keeps an image, and `app:1` in prose is no image.
 */
function mentionsIn(text) {
    if (!text.includes('/') && !text.includes('sha256:'))
        return [];
    const found = [];
    for (const [word] of text.slice(0, longestText).matchAll(/[A-Za-z0-9[][A-Za-z0-9._:/@[\]-]*/g)) {
        if (!/[:@]/.test(word))
            continue;
        const bare = word.replace(scheme, '').replace(/[.:/\]-]+$/, '');
        if ((0,image_digest/* isDigest */.B)(bare))
            found.push({ digest: bare });
        else if (/^[^/]*[.:][^/]*\/|^localhost\//.test(bare)) {
            const reference = (0,image_reference/* parseReference */.F2)(bare);
            if ('fault' in reference)
                continue;
            if (reference.tag !== undefined || reference.digest !== undefined)
                found.push(reference);
        }
    }
    return found;
}
const longestText = 1024 * 1024;

;// CONCATENATED MODULE: ./lib/cleanup/in-use/inventory.js


const inventorySchema = 'image-hygiene/inventory/v1';
/**
 * `{ schema, source, kind, collectedAt, complete, errors: [], refs: [{ raw, repository?, tag?, digest?, configDigest?,
 * where?: { cluster, namespace, kind, name, container }, role? }] }`. `collectedAt` is RFC 3339 or unix seconds.
 * A text instead of a result says why the document is none.
 */
function readInventory(document) {
    const { schema, source, complete, refs } = document;
    if (schema !== undefined && schema !== inventorySchema && schema !== 'inventory/v1') {
        return `schema is ${String(schema).slice(0, 100)}, this version reads ${inventorySchema}`;
    }
    if (typeof source !== 'string' || !/^[^\p{Cc}\p{Cf}\p{Cs}"\\]{1,200}$/u.test(source))
        return 'source is no name';
    if (!Array.isArray(refs))
        return 'refs is no list';
    const errors = Array.isArray(document['errors']) ? document['errors'].map(error => say(error)) : [];
    const found = [];
    const unreadable = [];
    for (const entry of refs) {
        const mentions = mentionsOf(entry);
        const owner = ownerOf(entry);
        if (mentions.length === 0 && !isImpossible(entry))
            unreadable.push(`${say(entry)}${owner === '' ? '' : ` (${owner})`}`);
        found.push(...mentions.map(mention => ({ mention, owner })));
    }
    return {
        source,
        collectedAt: instantOf(document['collectedAt']),
        complete: complete === true && errors.length === 0,
        errors,
        found,
        unreadable,
    };
}
function mentionsOf(entry) {
    if (typeof entry === 'string')
        return mentionOf(entry);
    if (typeof entry !== 'object' || entry === null)
        return [];
    const { raw, repository, tag, digest, configDigest } = entry;
    const parts = typeof repository === 'string'
        ? mentionOf(`${repository}${typeof tag === 'string' ? `:${tag}` : ''}${typeof digest === 'string' ? `@${digest}` : ''}`)
        : [];
    const content = [digest, configDigest].flatMap(value => typeof value === 'string' && (0,image_digest/* isDigest */.B)(value) ? [{ digest: value }] : []);
    return [...(typeof raw === 'string' ? mentionOf(raw) : []), ...parts, ...content];
}
function isImpossible(entry) {
    if (typeof entry !== 'object' || entry === null || !('raw' in entry))
        return false;
    return typeof entry.raw === 'string' && readMention(entry.raw) === 'impossible';
}
function mentionOf(text) {
    const mention = readMention(text);
    return typeof mention === 'object' ? [mention] : [];
}
function ownerOf(entry) {
    if (typeof entry !== 'object' || entry === null || !('where' in entry))
        return '';
    const { where } = entry;
    if (typeof where === 'string')
        return where.slice(0, 300);
    if (typeof where !== 'object' || where === null)
        return '';
    const { cluster, namespace, kind, name, container } = where;
    const path = [cluster, namespace, kind, name]
        .filter(part => typeof part === 'string' && part !== '')
        .join('/');
    return typeof container === 'string' ? `${path}, container ${container}`.slice(0, 300) : path.slice(0, 300);
}
function instantOf(value) {
    if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 1e11)
        return value;
    if (typeof value !== 'string')
        return undefined;
    if (/^[0-9]{9,11}$/.test(value))
        return Number(value);
    if (!/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/.test(value))
        return undefined;
    const milliseconds = Date.parse(value);
    return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}
function say(value) {
    return (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')).slice(0, 200);
}

;// CONCATENATED MODULE: ./lib/cleanup/in-use/json-documents.js
/**
 * The JSON values of a text that holds one after another, in lines (`docker ps --format json`) or pretty-printed
 * (`kubectl` called for several clusters). Undefined if any part of it is no JSON.
 */
function jsonDocuments(text) {
    const trimmed = text.replace(/^\uFEFF/, '').trim();
    const whole = parse(trimmed);
    if (whole !== undefined)
        return [whole.value];
    const documents = [];
    let start = 0;
    while (start < trimmed.length) {
        const end = endOfValue(trimmed, start);
        const value = end === undefined ? undefined : parse(trimmed.slice(start, end));
        if (end === undefined || value === undefined)
            return undefined;
        documents.push(value.value);
        start = end;
        while (/\s/.test(trimmed.charAt(start)))
            start += 1;
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
            if (character === '\\')
                at += 1;
            else if (character === '"')
                quoted = false;
        }
        else if (character === '"')
            quoted = true;
        else if (character === '{' || character === '[')
            depth += 1;
        else if (character === '}' || character === ']') {
            depth -= 1;
            if (depth === 0)
                return at + 1;
            if (depth < 0)
                return undefined;
        }
        else if (depth === 0)
            return undefined;
    }
    return undefined;
}
function parse(text) {
    try {
        return { value: JSON.parse(text) };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/cleanup/in-use/list.js

/**
 * Reads references as people collect them: one a line, `#` comments, the output of `sort | uniq -c`, and that of
 * `kubectl get pods -A -o jsonpath='{..image}'`, where an image volume prints as a piece of JSON. Anything else means
 * that this is another kind of file (a table of `docker ps`), and a file misread is an image lost: it is refused by line.
 */
function readList(text) {
    const found = [];
    const impossible = [];
    for (const [index, row] of text
        .replace(/^\uFEFF/, '')
        .split('\n')
        .entries()) {
        const line = index + 1;
        const content = row
            .trim()
            .replace(/(?:^|\s)#.*$/, '')
            .trim();
        if (content === '')
            continue;
        const words = content.startsWith('{') ? [content] : content.replace(/^\d+\s+(?=\S)/, '').split(/\s+/);
        for (const word of words) {
            if (word.startsWith('{')) {
                const volumes = mentionsIn(word);
                if (volumes.length === 0)
                    return { line, text: word };
                found.push(...volumes.map(mention => ({ mention, line })));
                continue;
            }
            const mention = readMention(word);
            if (mention === 'no-image')
                continue;
            if (typeof mention === 'object')
                found.push({ mention, line });
            else if (mention === 'impossible' && words.length === 1)
                impossible.push({ text: word, line });
            else
                return { line, text: word };
        }
    }
    return { found, impossible };
}

;// CONCATENATED MODULE: ./lib/cleanup/in-use/walk.js

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
    const stack = [{ value: document, key: '', owner: '' }];
    for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
        const { value, key, owner } = item;
        if (typeof value === 'string') {
            const mention = imageKey.test(key) ? readMention(value) : undefined;
            if (mention === 'cut-short')
                cutShort.push(owner);
            else if (typeof mention === 'object')
                found.push({ mention, owner });
            else
                for (const other of mentionsIn(value))
                    found.push({ mention: other, owner });
        }
        else if (Array.isArray(value)) {
            for (const element of value)
                stack.push({ value: element, key, owner });
        }
        else if (typeof value === 'object' && value !== null) {
            const record = value;
            const name = walk_ownerOf(record, owner);
            const parts = partsOf(record);
            if (parts !== undefined)
                found.push({ mention: parts, owner: name });
            for (const [inner, content] of Object.entries(record)) {
                if (typeof content === 'string' || (typeof content === 'object' && content !== null)) {
                    stack.push({ value: content, key: inner, owner: name });
                }
            }
        }
    }
    return { found, cutShort };
}
/** Operators write an image in parts: `image: { repository, tag, digest }`. */
function partsOf(record) {
    const { registry, repository, tag, digest } = record;
    if (typeof repository !== 'string' || (typeof tag !== 'string' && typeof digest !== 'string'))
        return undefined;
    const mention = readMention(`${typeof registry === 'string' && registry !== '' ? `${registry}/` : ''}${repository}${typeof tag === 'string' && tag !== '' ? `:${tag}` : ''}${typeof digest === 'string' && digest !== '' ? `@${digest}` : ''}`);
    return typeof mention === 'object' ? mention : undefined;
}
function walk_ownerOf(record, parent) {
    const metadata = asRecord(record['metadata']);
    const named = textOf(metadata['name']);
    if (named !== undefined && textOf(record['kind']) !== undefined) {
        const namespace = textOf(metadata['namespace']);
        return `${namespace === undefined ? '' : `${namespace}/`}${record['kind']}/${named}`;
    }
    const pod = textOf(asRecord(record['labels'])['io.kubernetes.pod.name']);
    if (named !== undefined && 'image' in record) {
        return `${pod === undefined ? '' : `pod ${pod}, `}container ${named}`;
    }
    const docker = textOf(record['Names']) ?? textOf(record['Name']);
    if (docker !== undefined)
        return `container ${docker.replace(/^\//, '')}`;
    const name = textOf(record['name']);
    if (name === undefined || !('image' in record || 'imageID' in record))
        return parent;
    return parent === '' ? `container ${name}` : `${parent}, container ${name}`;
}
function asRecord(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function textOf(value) {
    return typeof value === 'string' && value !== '' ? value.slice(0, 300) : undefined;
}

;// CONCATENATED MODULE: ./lib/cleanup/in-use/source.js





/** Reads one source by its content, whatever the file is called. Throws `bad-file` for what cannot be understood whole. */
function readSource({ name, file, text }) {
    const shown = file === '-' ? 'standard input' : file;
    const first = text.replace(/^\uFEFF/, '').trimStart()[0];
    if (first === undefined) {
        throw new error/* HygieneError */.c('bad-file', `${shown}: empty; the command that should have said what runs said nothing`, {
            fix: 'look at the error output of that command; an empty cluster is `{"items":[]}`, not an empty file',
        });
    }
    if (first !== '{' && first !== '[')
        return [listSource(name, file, shown, text)];
    const documents = jsonDocuments(text);
    // The seed's one-liner may start with an image volume, which prints as JSON in the midst of a list.
    if (documents === undefined && first === '{')
        return [listSource(name, file, shown, text)];
    if (documents === undefined)
        throw new error/* HygieneError */.c('bad-file', `${shown}: no JSON, cut off or damaged`);
    const readings = documents.map(document => jsonSource(name, file, shown, document));
    const inventories = readings.filter(reading => reading.inventory !== undefined);
    const others = readings.filter(reading => reading.inventory === undefined);
    const [head] = others;
    if (head === undefined)
        return inventories;
    const merged = {
        ...head,
        found: others.flatMap(reading => reading.found),
        unresolved: others.flatMap(reading => reading.unresolved),
        blind: [...new Set(others.flatMap(reading => reading.blind))],
    };
    if (merged.format === 'json' && merged.found.length === 0 && merged.unresolved.length === 0) {
        throw new error/* HygieneError */.c('bad-file', `${shown}: names no image in any form that is known`, {
            fix: 'pass `kubectl get … -o json`, `docker inspect`, `crictl ps -o json`, an inventory, or a list of references',
        });
    }
    return [...inventories, merged];
}
function listSource(name, file, shown, text) {
    const list = readList(text);
    if ('text' in list) {
        throw new error/* HygieneError */.c('bad-file', `${shown}:${list.line}: '${list.text.slice(0, 120)}' is no image reference`, {
            location: { file, line: list.line },
            fix: 'a list has one reference a line; give YAML as JSON (`kubectl … -o json`), and ids in full (`--no-trunc`)',
        });
    }
    return {
        name,
        file,
        format: 'list',
        found: list.found.map(({ mention, line }) => ({ mention, where: `${shown}:${line}` })),
        unresolved: [],
        blind: [
            'a list of references does not see which digest runs behind a moved tag, what is scaled to zero, CronJobs between runs, revisions kept for rollback, custom resources, nor other clusters; better: kubectl get pods,deployments,replicasets,statefulsets,daemonsets,replicationcontrollers,jobs,cronjobs,controllerrevisions,podtemplates -A -o json',
            ...list.impossible.map(({ text: impossible, line }) => `line ${line}: '${impossible.slice(0, 120)}' is in upper case, which nothing can run`),
        ],
    };
}
function jsonSource(name, file, shown, document) {
    const record = isRecord(document) ? document : {};
    const at = (owner) => (owner === '' ? shown : `${shown}: ${owner}`);
    if (isInventory(record)) {
        const inventory = readInventory(record);
        if (typeof inventory === 'string') {
            throw new error/* HygieneError */.c('bad-file', `${shown}: no inventory: ${inventory}`);
        }
        return {
            name: inventory.source,
            file,
            format: 'inventory',
            found: inventory.found.map(({ mention, owner }) => ({ mention, where: at(owner) })),
            unresolved: inventory.unreadable.map(entry => `${shown}: no image can be read from ${entry}`),
            blind: [],
            inventory,
        };
    }
    const format = formatOf(document);
    if (record['kind'] === 'Status' && record['status'] === 'Failure') {
        throw new error/* HygieneError */.c('bad-file', `${shown}: the cluster answered with a failure: ${String(record['message'])}`);
    }
    const { found, cutShort } = walkJson(document);
    const metadata = isRecord(record['metadata']) ? record['metadata'] : {};
    const more = format === 'kubernetes' && typeof metadata['continue'] === 'string' && metadata['continue'] !== '';
    return {
        name,
        file,
        format,
        found: found.map(({ mention, owner }) => ({ mention, where: at(owner) })),
        unresolved: [
            ...cutShort.map(owner => `${at(owner)}: the image id is cut short; use --no-trunc, or docker inspect`),
            ...(more ? [`${shown}: the list was cut off by a page limit (metadata.continue is set)`] : []),
        ],
        blind: format === 'kubernetes' ? unseenKinds(record) : [],
    };
}
function isInventory(record) {
    const { schema } = record;
    return ((typeof schema === 'string' && /(?:^|\/)inventory\//.test(schema)) ||
        ('refs' in record && 'source' in record));
}
function formatOf(document) {
    if (Array.isArray(document))
        return document.every(item => isRecord(item) && 'Id' in item) ? 'docker' : 'json';
    const record = isRecord(document) ? document : {};
    if ('apiVersion' in record && 'kind' in record)
        return 'kubernetes';
    if ('ID' in record && 'Image' in record)
        return 'docker';
    return Array.isArray(record['containers']) || Array.isArray(record['images']) ? 'crictl' : 'json';
}
/** Pods alone are what runs this minute; these kinds are what runs the next. */
function unseenKinds(record) {
    const items = Array.isArray(record['items']) ? record['items'] : [record];
    const kinds = new Set(items.map(item => (isRecord(item) ? item['kind'] : undefined)));
    if (kinds.size === 0)
        return ['the list is empty: it says that nothing runs'];
    const unseen = ['Deployment', 'ReplicaSet', 'CronJob', 'ControllerRevision'].filter(kind => !kinds.has(kind));
    if (unseen.length < 4)
        return [];
    return [
        'only pods: what is scaled to zero, CronJobs between runs and revisions kept for rollback are not in it; ask kubectl for deployments,replicasets,statefulsets,daemonsets,jobs,cronjobs,controllerrevisions,podtemplates as well',
    ];
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/cleanup/in-use/read-usage.js



const largestSource = 256 * 1024 * 1024;
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
    if (given.filter(item => pathOf(item) === '-').length > 1) {
        throw new error/* HygieneError */.c('bad-usage', 'in-use: standard input can be read once, but - stands there twice');
    }
    const readings = [];
    for (const item of given)
        readings.push(...readSource(await load(item, files)));
    return policies.map(policy => judgeUsage(readings, policy, now));
}
async function load(item, files) {
    const file = pathOf(item);
    const text = file === '-' ? await files.standardInput(largestSource) : await files.readText(file, largestSource);
    return { name: nameOf(item), file, text };
}
const named = /^([A-Za-z0-9][A-Za-z0-9._-]*)=(.+)$/s;
function pathOf(item) {
    return named.exec(item)?.[2] ?? item;
}
function nameOf(item) {
    const name = named.exec(item)?.[1];
    if (name !== undefined)
        return name;
    if (item === '-')
        return 'stdin';
    const base = item.split(/[\\/]/).at(-1) ?? item;
    return base.replace(/(?<=.)\.[A-Za-z0-9]+$/, '');
}


/***/ }),

/***/ 5323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ indexUsage)
/* harmony export */ });
function indexUsage(uses) {
    const tags = new Map();
    const digests = new Map();
    for (const use of uses) {
        if (use.repository !== undefined && use.tag !== undefined) {
            const own = tags.get(use.repository) ?? new Map();
            tags.set(use.repository, own);
            if (!own.has(use.tag))
                own.set(use.tag, use);
        }
        if (use.digest !== undefined && !digests.has(use.digest))
            digests.set(use.digest, use);
    }
    return {
        byTag: (repository, tag) => tags.get(repository)?.get(tag),
        byDigest: digest => digests.get(digest),
    };
}


/***/ }),

/***/ 5906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ readPlan),
/* harmony export */   v: () => (/* binding */ parsePlan)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7241);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8424);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3166);
/* harmony import */ var _plan_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6860);



const mostFaults = 20;
const mostLines = 1_000_000;
const longestLine = 4 * 1024 * 1024;
/**
 * Reads a plan as a reviewer left it. A byte-order mark, CRLF, blank lines and blanks between tokens are what web
 * editors do, and pass. What a reader could take for something else than the parser does (a key twice, escapes that
 * hide a word, unknown keys, an image in two lines) is refused.
 */
function parsePlan(text) {
    const rows = text.replace(/^\uFEFF/, '').split('\n');
    if (rows.length > mostLines + 2) {
        return { faults: [{ line: mostLines, message: 'the plan has more than 1,000,000 lines' }] };
    }
    const faults = [];
    const lines = [];
    const seen = new Map();
    let header;
    for (const [index, row] of rows.entries()) {
        const line = index + 1;
        const content = row.trim();
        if (content === '')
            continue;
        if (header === undefined) {
            const read = readHeader(content);
            if (typeof read === 'string')
                return { faults: [{ line, message: read }] };
            header = read;
            continue;
        }
        const read = readLine(content);
        if (typeof read === 'string')
            faults.push({ line, message: read });
        else {
            const name = `${read.repository}@${read.head}`;
            const before = seen.get(name);
            if (before === undefined)
                lines.push(read);
            else
                faults.push({ line, message: `the image ${name} already stands in line ${before}: delete one` });
            seen.set(name, before ?? line);
        }
        if (faults.length >= mostFaults)
            return { faults };
    }
    if (header === undefined)
        return { faults: [{ line: 1, message: 'the plan is empty: its header is missing' }] };
    return faults.length > 0 ? { faults } : { header, lines };
}
/** Reads a plan or throws `bad-file` with a finding per faulty line. */
function readPlan(text, file) {
    const read = parsePlan(text);
    if (!('faults' in read))
        return read;
    const fix = `restore the line from the last plan, or run the plan step again; a review only deletes lines or changes an action to "keep"`;
    const findings = read.faults.map(({ line, message }) => ({
        rule: 'bad-file',
        severity: 'error',
        message: `${file}:${line}: ${message}`,
        fix,
        location: { file, line },
    }));
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .HygieneError */ .c('bad-file', findings[0]?.message ?? `${file} is no plan`, { findings });
}
function readHeader(content) {
    const header = readObject(content, ['schema', 'plan', 'policy', 'sources']);
    if (typeof header === 'string')
        return `no plan header: ${header}`;
    const { schema, plan, policy, sources } = header;
    if (schema !== _plan_file_js__WEBPACK_IMPORTED_MODULE_1__/* .planSchema */ .Fu) {
        return `schema is ${show(schema)}, this version reads ${_plan_file_js__WEBPACK_IMPORTED_MODULE_1__/* .planSchema */ .Fu}`;
    }
    if (!isText(plan) || !(0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .B)(plan))
        return `plan is ${show(plan)}, not sha256: and 64 hex digits`;
    if (!isText(policy) || !(0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .B)(policy))
        return `policy is ${show(policy)}, not sha256: and 64 hex digits`;
    if (!Array.isArray(sources) || !sources.every(isName))
        return 'sources is no list of names';
    if (!isPlain(content, JSON.stringify({ schema, plan, policy, sources })))
        return ambiguous;
    return { plan, policy, sources };
}
function readLine(content) {
    const object = readObject(content, ['action', 'repository', 'head', 'tags', 'class', 'reason', 'with']);
    if (typeof object === 'string')
        return object;
    const { action, repository, head, tags, class: name, reason, with: along } = object;
    if (action !== 'delete' && action !== 'untag' && action !== 'keep') {
        return `action is ${show(action)}, not "delete", "untag" or "keep"`;
    }
    if (!isText(repository))
        return 'repository is no text';
    const parsed = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRepository */ .SU)(repository);
    if (typeof parsed !== 'string')
        return parsed.fault;
    if (parsed !== repository)
        return `repository is written ${show(repository)} instead of ${parsed}`;
    if (!isText(head) || !(0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .B)(head))
        return `head is ${show(head)}, no digest`;
    if (!isListOf(tags, _image_index_js__WEBPACK_IMPORTED_MODULE_3__/* .isTag */ .dz))
        return 'tags is no list of tags';
    if (new Set(tags).size !== tags.length)
        return 'a tag stands twice';
    if (name !== null && !isName(name))
        return `class is ${show(name)}, neither a name nor null`;
    if (!isText(reason) || !/^[a-z][a-z-]{0,40}$/.test(reason))
        return `reason is ${show(reason)}, no reason`;
    if (!isListOf(along, _image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .B))
        return 'with is no list of digests';
    if (action === 'untag' && (tags.length === 0 || along.length > 0)) {
        return 'an untag line names the tags that go, and nothing goes along';
    }
    const line = { action, repository: parsed, head, tags, class: name, reason, with: along };
    return isPlain(content, (0,_plan_file_js__WEBPACK_IMPORTED_MODULE_1__/* .formatLine */ .IL)(line)) ? line : ambiguous;
}
const ambiguous = 'a key stands twice or a value is escaped: what is read must be what a reviewer sees';
/** Equal up to blanks and the order of keys. No value of a plan has blanks or needs escapes, so lengths tell. */
function isPlain(given, canonical) {
    return given.replace(/\s/g, '').length === canonical.replace(/\s/g, '').length;
}
function readObject(content, keys) {
    if (content.length > longestLine)
        return 'the line is longer than 4 MiB';
    let value;
    try {
        value = JSON.parse(content);
    }
    catch {
        return 'this line is no JSON: a line is one object, on one line';
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return 'this line is no JSON object';
    const extra = Object.keys(value).find(key => !keys.includes(key));
    if (extra !== undefined)
        return `unknown key ${show(extra)}; a line has ${keys.join(', ')}`;
    const missing = keys.find(key => !Object.hasOwn(value, key));
    if (missing !== undefined)
        return `the key ${missing} is missing`;
    return { ...value };
}
function isListOf(value, is) {
    return Array.isArray(value) && value.every(item => isText(item) && is(item));
}
function isText(value) {
    return typeof value === 'string';
}
/** Anything without control characters, quotes or backslashes. */
function isName(value) {
    return isText(value) && /^[^\p{Cc}\p{Cf}\p{Cs}"\\]{1,200}$/u.test(value);
}
function show(value) {
    return (JSON.stringify(value) ?? 'missing').slice(0, 100);
}


/***/ }),

/***/ 6860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fu: () => (/* binding */ planSchema),
/* harmony export */   HN: () => (/* binding */ planLines),
/* harmony export */   IL: () => (/* binding */ formatLine),
/* harmony export */   lM: () => (/* binding */ carriedKeeps),
/* harmony export */   nT: () => (/* binding */ formatPlan),
/* harmony export */   rY: () => (/* binding */ planId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * The plan file, version 1: JSON Lines, UTF-8, LF, keys in a fixed order, no whitespace between tokens, no dates.
 *
 *     {"schema":"image-hygiene/plan/v1","plan":"sha256:…","policy":"sha256:…","sources":["prod"]}
 *     {"action":"delete","repository":"ghcr.io/acme/app","head":"sha256:…","tags":["pr-7"],"class":"preview","reason":"expired","with":["sha256:…"]}
 *
 * - `plan` is the id of the lines as they were proposed; a reviewer's edit leaves it, so an edited file shows as such.
 * - `sources` are the in-use sources that the plan knew. Apply wants every one of them again.
 * - One line per image that goes, sorted by repository, then head. A reviewer deletes a line (not now) or changes
 *   `delete` to `keep` (remembered). `class` is null for untagged images.
 * - `untag` instead of `delete`: only the tags of the line go, by the registry's own tag deletion; the image stays.
 * - `with` is for the reviewer's eyes: what goes along. Apply never takes a digest to delete from it.
 *
 * The same world gives the same bytes. A new version of the format gets a new schema name; readers refuse unknown ones.
 */
const planSchema = 'image-hygiene/plan/v1';
/** The lines of a decision, and the keep lines of the last plan that still mean something. */
function planLines(decision, keeps) {
    const kept = new Set(keeps.map(nameOf));
    const going = decision.repositories.flatMap(({ images }) => images.flatMap(image => (kept.has(nameOf(image)) ? [] : lineOf(image))));
    return sortLines([...going, ...keeps]);
}
function lineOf({ repository, head, tags, class: name, fate, untag }) {
    if (fate.goes) {
        const { because: reason, with: along } = fate;
        return [{ action: 'delete', repository, head, tags, class: name ?? null, reason, with: along }];
    }
    if (untag === undefined)
        return [];
    const { because: reason, class: owner = null } = untag;
    return [{ action: 'untag', repository, head, tags: untag.tags, class: owner, reason, with: [] }];
}
/** The keep lines to carry along: those whose image exists, or may exist where nobody could look. */
function carriedKeeps(plan, mayExist) {
    return plan.lines.filter(line => line.action === 'keep' && mayExist(line.repository, line.head));
}
/** The whole file. The id in the header is computed from the lines. */
function formatPlan(header, lines) {
    const sorted = sortLines(lines);
    const first = {
        schema: planSchema,
        plan: planId(sorted),
        policy: header.policy,
        sources: [...new Set(header.sources)].sort(),
    };
    return `${JSON.stringify(first)}\n${sorted.map(line => `${formatLine(line)}\n`).join('')}`;
}
/** A hash of the canonical lines, whatever order they come in. */
function planId(lines) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const line of sortLines(lines))
        hash.update(`${formatLine(line)}\n`);
    return `sha256:${hash.digest('hex')}`;
}
/** One line, canonical, without the line end. */
function formatLine(line) {
    return JSON.stringify({
        action: line.action,
        repository: line.repository,
        head: line.head,
        tags: [...line.tags].sort(),
        class: line.class,
        reason: line.reason,
        with: [...line.with].sort(),
    });
}
function sortLines(lines) {
    return [...lines].sort((a, b) => compare(a.repository, b.repository) || compare(a.head, b.head));
}
function nameOf({ repository, head }) {
    return `${repository}@${head}`;
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 7687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IW: () => (/* binding */ latest),
/* harmony export */   K5: () => (/* binding */ parseExpireAt),
/* harmony export */   Qd: () => (/* binding */ earliest),
/* harmony export */   Us: () => (/* binding */ expireAtKey),
/* harmony export */   YC: () => (/* binding */ createdOf),
/* harmony export */   aH: () => (/* binding */ isPlatform),
/* harmony export */   md: () => (/* binding */ expireAtOf),
/* harmony export */   qQ: () => (/* binding */ parseCreated)
/* harmony export */ });
/* harmony import */ var _config_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(133);

/** The label and annotation that says when an image may go (design §1). */
const expireAtKey = 'expire_at';
/** Docker's first release, 2013-03-20: no image is older, and no clock before it means anything. */
const earliest = 1_363_737_600;
/** 2199-12-31: later moments are slips of a unit, not promises. */
const latest = 7_258_032_000;
/**
 * The moment an image may go, in unix seconds; `undefined` for an empty text, which means none.
 * Seconds only: thirteen digits are milliseconds, and reading them as seconds would mean the year 50000.
 */
function parseExpireAt(text) {
    const trimmed = text.trim();
    if (trimmed === '')
        return undefined;
    if (/^[0-9]{1,11}$/.test(trimmed))
        return sane(Number(trimmed), text);
    if (/^[0-9]{12,}$/.test(trimmed)) {
        return { absurd: text, why: 'is no moment in unix seconds; thirteen digits are milliseconds' };
    }
    const moment = parseRfc3339(trimmed);
    if (moment !== undefined)
        return sane(moment, text);
    return { absurd: text, why: 'is neither unix seconds nor RFC 3339' };
}
/** A build date; absurd when it is before the first registry or after `now`: reproducible builds write 1970 or 1980. */
function parseCreated(text, now) {
    if (text.trim() === '')
        return undefined;
    const moment = parseRfc3339(text.trim());
    if (moment === undefined)
        return { absurd: text, why: 'is not RFC 3339' };
    if (moment > now)
        return { absurd: text, why: 'is in the future' };
    return sane(moment, text);
}
/**
 * Index annotation, manifest annotation, config label, in this order; an index without one has the latest of its
 * platforms', and none if one of them has none. An empty annotation means none, and nothing below it is asked.
 */
function expireAtOf(snapshot, head, want) {
    return walk(snapshot, head, want, expiry);
}
/** The build date of an image's config; of an index the latest of its platforms', and none if one has none. */
function createdOf(snapshot, head, now, want) {
    return walk(snapshot, head, want, {
        own: () => undefined,
        config: ({ created }) => (created === undefined ? 'none' : found(parseCreated(created, now), 'created')),
        merged: 'created',
    });
}
/** A BuildKit attestation, or another child that runs nowhere, says nothing about an image's life. */
function isPlatform({ platform, annotations }) {
    return platform?.os !== 'unknown' && annotations['vnd.docker.reference.type'] === undefined;
}
const expiry = {
    own: manifest => {
        const text = manifest.annotations[expireAtKey];
        if (text === undefined)
            return undefined;
        return found(parseExpireAt(text), manifest.kind === 'index' ? 'index-annotation' : 'manifest-annotation');
    },
    config: config => {
        const text = config.labels[expireAtKey];
        return text === undefined ? 'none' : found(parseExpireAt(text), 'config-label');
    },
    merged: 'platforms',
};
/** Nobody nests deeper; what a deeper chain says is not trusted. */
const deepest = 64;
function walk(snapshot, head, want, reading) {
    // Most images say it themselves, and there may be a million of them.
    const top = snapshot.manifests.get(head);
    const said = top && reading.own(top);
    if (said !== undefined)
        return said;
    // Each digest once, or a diamond of indexes would be walked 2^depth times.
    const known = new Map();
    const ask = (digest, depth) => {
        const before = known.get(digest);
        if (before !== undefined)
            return before;
        const answer = depth > deepest
            ? { absurd: digest, why: `is nested deeper than ${deepest} indexes` }
            : read(digest, depth);
        known.set(digest, answer);
        return answer;
    };
    const read = (digest, depth) => {
        const manifest = snapshot.manifests.get(digest);
        if (manifest === undefined) {
            if (snapshot.missing?.has(digest))
                return 'none';
            want.manifest(digest);
            return 'unread';
        }
        const own = reading.own(manifest);
        if (own !== undefined)
            return own;
        if (manifest.kind === 'image')
            return ofConfig(manifest);
        const platforms = manifest.children.filter(isPlatform);
        return latestOf(platforms.map(({ digest: child }) => ask(child, depth + 1)), reading.merged);
    };
    const ofConfig = ({ config }) => {
        if (config === undefined || !_config_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .imageConfigTypes */ .vd.includes(config.mediaType))
            return 'none';
        const body = snapshot.configs.get(config.digest);
        if (body !== undefined)
            return reading.config(body);
        want.config(config.digest);
        return 'unread';
    };
    return ask(head, 0);
}
function latestOf(found, source) {
    let at;
    let absurd;
    // One platform without a moment settles it, whatever is still unread.
    if (found.includes('none'))
        return 'none';
    if (found.includes('unread'))
        return 'unread';
    for (const one of found) {
        if (typeof one === 'string')
            continue;
        if ('absurd' in one)
            absurd ??= one;
        else
            at = at === undefined ? one.at : Math.max(at, one.at);
    }
    if (absurd !== undefined)
        return absurd;
    return at === undefined ? 'none' : { at, source };
}
function found(parsed, source) {
    if (parsed === undefined)
        return 'none';
    return typeof parsed === 'number' ? { at: parsed, source } : parsed;
}
function sane(at, text) {
    if (at < earliest)
        return { absurd: text, why: 'is before there were images (2013-03-20)' };
    return at > latest ? { absurd: text, why: 'is after the year 2199' } : at;
}
/** @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6 */
function parseRfc3339(text) {
    const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]{1,9})?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))$/.exec(text);
    if (match === null)
        return undefined;
    const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
    const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
    if (month < 1 || month > 12 || day < 1 || day > days || hour > 23 || minute > 59 || second > 60)
        return undefined;
    const offset = match[7] === undefined ? 0 : Number(match[8]) * 3600 + Number(match[9]) * 60;
    const local = Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
    return match[7] === '-' ? local + offset : local - offset;
}


/***/ }),

/***/ 133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ parseImageConfig),
/* harmony export */   R0: () => (/* binding */ largestConfig),
/* harmony export */   vd: () => (/* binding */ imageConfigTypes)
/* harmony export */ });
/* harmony import */ var _manifest_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1074);

/** Config types that hold labels; other artifacts may put any bytes in their config. */
const imageConfigTypes = [
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
];
/** The most that is read as an image config, in bytes. */
const largestConfig = 4 * 1024 * 1024;
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#properties */
function parseImageConfig(bytes) {
    if (bytes.length > largestConfig)
        return { fault: `is larger than ${largestConfig} bytes` };
    let body;
    try {
        body = JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return { fault: 'is no JSON' };
    }
    if (typeof body !== 'object' || body === null || Array.isArray(body))
        return { fault: 'is no JSON object' };
    const { config, created } = body;
    return {
        labels: (0,_manifest_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAnnotations */ .KX)(typeof config === 'object' ? config?.Labels : undefined),
        ...(typeof created === 'string' ? { created } : {}),
    };
}


/***/ }),

/***/ 5524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ formatInstant)
/* harmony export */ });
/** RFC 3339 in UTC, to the second: `2026-11-21T03:00:00Z`. */
function formatInstant(at) {
    return new Date(at * 1000).toISOString().replace('.000Z', 'Z');
}


/***/ }),

/***/ 3628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ compareVersions)
/* harmony export */ });
/* harmony import */ var semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8469);

// Apart from `version.ts`: naming a build ranks nothing, and need not load semver.
/**
 * Precedence by semver.org §11: negative, zero or positive; `undefined` where a number is too large to be ranked
 * exactly. Build metadata has no precedence, so versions that differ in it only compare as 0.
 */
function compareVersions(a, b) {
    return tooLarge.test(a) || tooLarge.test(b) ? undefined : semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_0__(a, b);
}
/** Sixteen digits may pass 2^53. Digits of build metadata count too: rather not ranked than ranked wrongly. */
const tooLarge = /[0-9]{16}/;


/***/ }),

/***/ 7560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ limitsOf),
/* harmony export */   Ho: () => (/* binding */ registriesOf),
/* harmony export */   TM: () => (/* binding */ secondsOf)
/* harmony export */ });
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3166);
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4464);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6053);



/** Seconds and requests for a run that only reads. Whoever deletes stops between two lines instead, and mends. */
function limitsOf(call) {
    return { requests: call.maxRequests, seconds: secondsOf(call.timeBudget) };
}
function secondsOf(timeBudget) {
    const seconds = timeBudget === undefined ? undefined : (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(timeBudget);
    if (typeof seconds !== 'object')
        return seconds;
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .c('bad-usage', `time-budget: ${seconds.fault}`);
}
/** The registries of the images that the policy manages, with what the call says about reaching them. */
async function registriesOf(call, policy, world, limits) {
    return (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_2__/* .openRegistries */ .c)(world, {
        plainHttp: policy.cleanup['plain-http'],
        given: { images: policy.images, username: call.registryUsername, password: call.registryPassword },
        authorities: call.caFile === undefined ? undefined : await world.files.readText(call.caFile),
        ...(limits === undefined ? {} : { limits }),
        ...(call.cacheDir === undefined ? {} : { cacheFolder: call.cacheDir }),
    });
}


/***/ })

};
;