export const id = 766;
export const ids = [766];
export const modules = {

/***/ 3766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./lib/image/index.js + 9 modules
var lib_image = __webpack_require__(716);
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
    if ((0,lib_image/* isDigest */.Bc)(bare))
        return { digest: bare };
    const prefixed = `sha256:${bare}`;
    if ((0,lib_image/* isDigest */.Bc)(prefixed))
        return { digest: prefixed };
    if (/^sha256:[0-9a-f]{6,63}(?:…|\.\.\.)?$/.test(bare) || /^[0-9a-f]{12}$/.test(bare))
        return 'cut-short';
    const reference = (0,lib_image/* parseReference */.F2)(bare);
    if ('fault' in reference) {
        return 'fault' in (0,lib_image/* parseReference */.F2)(bare.toLowerCase()) ? 'no-reference' : 'impossible';
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
        if ((0,lib_image/* isDigest */.Bc)(bare))
            found.push({ digest: bare });
        else if (/^[^/]*[.:][^/]*\/|^localhost\//.test(bare)) {
            const reference = (0,lib_image/* parseReference */.F2)(bare);
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
    const content = [digest, configDigest].flatMap(value => typeof value === 'string' && (0,lib_image/* isDigest */.Bc)(value) ? [{ digest: value }] : []);
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

// EXTERNAL MODULE: ./lib/outcome/index.js + 4 modules
var outcome = __webpack_require__(220);
// EXTERNAL MODULE: ./lib/policy/index.js + 4 modules
var lib_policy = __webpack_require__(7134);
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
    const origin = (0,lib_policy/* canonical */.$N)(mention.repository, policy);
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
            ? [`it was collected at ${(0,lib_image/* formatInstant */.r4)(collectedAt)}, longer ago than in-use.max-age allows`]
            : []),
        ...(collectedAt !== undefined && collectedAt - now > toleratedSkew
            ? [`it claims to be collected at ${(0,lib_image/* formatInstant */.r4)(collectedAt)}, which is yet to come: a clock is off`]
            : []),
    ];
}
function gap(name, why) {
    return { kind: 'usage', about: `in-use source ${name}`, why };
}
function warning(name, text) {
    return { rule: 'in-use-blind', severity: 'warning', message: `in-use source ${name}: ${text}` };
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
        throw new outcome/* HygieneError */.cU('bad-file', `${shown}: empty; the command that should have said what runs said nothing`, {
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
        throw new outcome/* HygieneError */.cU('bad-file', `${shown}: no JSON, cut off or damaged`);
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
        throw new outcome/* HygieneError */.cU('bad-file', `${shown}: names no image in any form that is known`, {
            fix: 'pass `kubectl get … -o json`, `docker inspect`, `crictl ps -o json`, an inventory, or a list of references',
        });
    }
    return [...inventories, merged];
}
function listSource(name, file, shown, text) {
    const list = readList(text);
    if ('text' in list) {
        throw new outcome/* HygieneError */.cU('bad-file', `${shown}:${list.line}: '${list.text.slice(0, 120)}' is no image reference`, {
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
            throw new outcome/* HygieneError */.cU('bad-file', `${shown}: no inventory: ${inventory}`);
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
        throw new outcome/* HygieneError */.cU('bad-file', `${shown}: the cluster answered with a failure: ${String(record['message'])}`);
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
        throw new outcome/* HygieneError */.cU('bad-usage', 'in-use: standard input can be read once, but - stands there twice');
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

;// CONCATENATED MODULE: ./lib/cleanup/in-use/usage.js
function indexUsage(uses) {
    const tags = new Map();
    const digests = new Map();
    for (const use of uses) {
        if (use.repository !== undefined && use.tag !== undefined) {
            const name = `${use.repository}:${use.tag}`;
            if (!tags.has(name))
                tags.set(name, use);
        }
        if (use.digest !== undefined && !digests.has(use.digest))
            digests.set(use.digest, use);
    }
    return {
        byTag: (repository, tag) => tags.get(`${repository}:${tag}`),
        byDigest: digest => digests.get(digest),
    };
}

;// CONCATENATED MODULE: ./lib/cleanup/in-use/index.js




// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/cleanup/plan-file.js

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
 * - `with` is for the reviewer's eyes: what goes along. Apply never takes a digest to delete from it.
 *
 * The same world gives the same bytes. A new version of the format gets a new schema name; readers refuse unknown ones.
 */
const planSchema = 'image-hygiene/plan/v1';
/** The lines of a decision, and the keep lines of the last plan that still mean something. */
function planLines(decision, keeps) {
    const kept = new Set(keeps.map(plan_file_nameOf));
    const going = decision.repositories.flatMap(({ repository, images }) => images.flatMap(({ head, tags, class: name, fate }) => fate.goes && !kept.has(plan_file_nameOf({ repository, head }))
        ? [
            {
                action: 'delete',
                repository,
                head,
                tags,
                class: name ?? null,
                reason: fate.because,
                with: fate.with,
            },
        ]
        : []));
    return sortLines([...going, ...keeps]);
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
    const hash = (0,external_node_crypto_.createHash)('sha256');
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
function plan_file_nameOf({ repository, head }) {
    return `${repository}@${head}`;
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./lib/cleanup/keeps.js

/**
 * The lines that say `keep`: of the plan that holds now and of what reviewers wrote since, without what they deleted.
 * A line is forgotten when its image is gone; where nobody looked, it may be there.
 */
function keepLines(before, reviewed, snapshots) {
    const there = new Map(snapshots.map(snapshot => [snapshot.repository, snapshot]));
    const mayExist = (repository, head) => {
        const snapshot = there.get(repository);
        if (snapshot === undefined || snapshot.gaps.length > 0)
            return true;
        return snapshot.manifests.has(head) || [...snapshot.tags.values()].includes(head);
    };
    const known = new Map();
    for (const line of [...(before?.lines ?? []), ...reviewed.keeps]) {
        if (line.action === 'keep')
            known.set(`${line.repository}@${line.head}`, line);
    }
    for (const name of reviewed.struck)
        known.delete(name);
    return carriedKeeps({ lines: [...known.values()] }, mayExist);
}

;// CONCATENATED MODULE: ./lib/cleanup/mistakes.js


const most = 5;
/**
 * What looks like a slip in the policy or in the tags: a template that matches nothing (and so protects nothing), tags
 * that nearly match, tags that builds may not have, labels in a wrong unit.
 */
function mistakesOf(decision, snapshots, loaded) {
    const tags = snapshots.flatMap(snapshot => [...snapshot.tags.keys()]
        .filter(tag => (0,lib_image/* parseMetadataTag */.tN)(tag) === undefined)
        .sort()
        .map(tag => ({ tag, image: `${snapshot.repository}:${tag}` })));
    return [
        ...emptyTemplates(tags.map(({ tag }) => tag), loaded),
        ...nearMisses(decision, loaded),
        ...forbidden(tags, loaded),
        ...wrongUnits(decision),
    ];
}
function emptyTemplates(tags, { policy, where }) {
    if (tags.length === 0)
        return [];
    return Object.keys(policy.classes).flatMap(name => (0,lib_policy/* classTemplates */.wu)(policy, name).flatMap((template, index) => {
        const location = where(`classes.${name}.tags.${index}`);
        // A built-in row that nobody wrote is nobody's slip.
        if (location === undefined || tags.some(tag => template.match(tag) !== undefined))
            return [];
        return [
            finding('template-matches-nothing', `the template '${template.text}' of class ${name} matches none of ${tags.length} tags`, {
                fix: 'compare it with the tags that the registry has; templates match whole tags, never digests',
                location,
            }),
        ];
    }));
}
function nearMisses(decision, { policy }) {
    const found = [];
    for (const { images, repository } of decision.repositories) {
        for (const { fate, tags } of images) {
            if (fate.goes || fate.because !== 'no-class')
                continue;
            for (const tag of tags) {
                if (found.length === most)
                    return found;
                const meant = (0,lib_policy/* nearestTag */.DW)(tag, policy);
                // Only what a person would take for a tag of the class: nearly all of it is there.
                if (meant === undefined || !isNear(tag, meant.tag))
                    continue;
                found.push(finding('tag-nearly-matches', `the tag ${tag} is of no class, and nearly ${meant.tag} of class ${meant.class}`, {
                    image: `${repository}:${tag}`,
                }));
            }
        }
    }
    return found;
}
function isNear(tag, meant) {
    const bare = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
    return bare(meant).includes(bare(tag)) || bare(tag).includes(bare(meant));
}
function forbidden(tags, { policy, where }) {
    const found = tags.flatMap(({ tag, image }) => {
        const row = (0,lib_policy/* matchesForbidden */.Zp)(tag, policy);
        return row === undefined
            ? []
            : [
                finding('forbidden-tag', `${image} has a tag that builds may not have ('${row.template}')`, {
                    image,
                    location: where(row.path),
                }),
            ];
    });
    return found.slice(0, most);
}
function wrongUnits(decision) {
    return decision.repositories
        .flatMap(({ images }) => images)
        .flatMap(({ repository, head, tags, fate }) => !fate.goes && fate.because === 'absurd-clock'
        ? [
            finding('clock-absurd', `expire_at ${fate.detail}; it is kept`, {
                fix: 'write unix seconds: date +%s has ten digits',
                image: tags[0] === undefined ? `${repository}@${head}` : `${repository}:${tags[0]}`,
            }),
        ]
        : [])
        .slice(0, most);
}
function finding(rule, message, more) {
    return {
        rule,
        severity: 'warning',
        message,
        ...(more.fix === undefined ? {} : { fix: more.fix }),
        ...(more.location === undefined ? {} : { location: more.location }),
        ...(more.image === undefined ? {} : { image: more.image }),
    };
}

;// CONCATENATED MODULE: ./lib/cleanup/plan-file-parse.js



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
    const fix = `restore the line from the last plan, or run the plan step again; a review only deletes lines or changes "delete" to "keep"`;
    const findings = read.faults.map(({ line, message }) => ({
        rule: 'bad-file',
        severity: 'error',
        message: `${file}:${line}: ${message}`,
        fix,
        location: { file, line },
    }));
    throw new outcome/* HygieneError */.cU('bad-file', findings[0]?.message ?? `${file} is no plan`, { findings });
}
function readHeader(content) {
    const header = readObject(content, ['schema', 'plan', 'policy', 'sources']);
    if (typeof header === 'string')
        return `no plan header: ${header}`;
    const { schema, plan, policy, sources } = header;
    if (schema !== planSchema) {
        return `schema is ${show(schema)}, this version reads ${planSchema}`;
    }
    if (!isText(plan) || !(0,lib_image/* isDigest */.Bc)(plan))
        return `plan is ${show(plan)}, not sha256: and 64 hex digits`;
    if (!isText(policy) || !(0,lib_image/* isDigest */.Bc)(policy))
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
    if (action !== 'delete' && action !== 'keep')
        return `action is ${show(action)}, not "delete" or "keep"`;
    if (!isText(repository))
        return 'repository is no text';
    const parsed = (0,lib_image/* parseRepository */.SU)(repository);
    if (typeof parsed !== 'string')
        return parsed.fault;
    if (parsed !== repository)
        return `repository is written ${show(repository)} instead of ${parsed}`;
    if (!isText(head) || !(0,lib_image/* isDigest */.Bc)(head))
        return `head is ${show(head)}, no digest`;
    if (!isListOf(tags, lib_image/* isTag */.dz))
        return 'tags is no list of tags';
    if (new Set(tags).size !== tags.length)
        return 'a tag stands twice';
    if (name !== null && !isName(name))
        return `class is ${show(name)}, neither a name nor null`;
    if (!isText(reason) || !/^[a-z][a-z-]{0,40}$/.test(reason))
        return `reason is ${show(reason)}, no reason`;
    if (!isListOf(along, lib_image/* isDigest */.Bc))
        return 'with is no list of digests';
    const line = { action, repository: parsed, head, tags, class: name, reason, with: along };
    return isPlain(content, formatLine(line)) ? line : ambiguous;
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

// EXTERNAL MODULE: ./lib/report/index.js + 6 modules
var report = __webpack_require__(9001);
;// CONCATENATED MODULE: ./lib/cleanup/pull-request/marker.js

/** One line, at the end of the body. */
function formatMarker({ plan, proposed, text, state }) {
    const said = state === undefined ? '' : ` state=${state}`;
    return `<!-- image-hygiene plan=${plan} proposed=${proposed} text=${text}${said} -->`;
}
const grammar = /<!-- image-hygiene plan=(sha256:[0-9a-f]{64}) proposed=(sha256:[0-9a-f]{64}) text=([0-9a-f]{16})(?: state=(emptied|stopped))? -->/g;
/** The last marker of a body; nothing untrusted in a body can look like one, because `<` is escaped there. */
function parseMarker(body) {
    const [, plan, proposed, text, state] = [...body.matchAll(grammar)].at(-1) ?? [];
    if (plan === undefined || proposed === undefined || text === undefined)
        return undefined;
    return { plan, proposed, text, ...(state === undefined ? {} : { state: state }) };
}
/** The body with another state in its marker. */
function withState(body, state) {
    const marker = parseMarker(body);
    if (marker === undefined)
        return body;
    return body.replace(grammar, formatMarker({ ...marker, state }));
}
function hashText(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/comments.js


// What the tool says in a proposal besides its body: rarely, and once.
const closingComment = 'Nothing is left to delete, so this is closed. The next images that may go get a new one.';
const mark = '<!-- image-hygiene stopped -->';
/** The one comment when people did something that no refresh can carry along. */
function stoppingComment(why) {
    return {
        mark,
        text: [
            `This is not refreshed any more: ${(0,report/* inMarkdown */.Hi)(why)}.`,
            '',
            'Nobody’s commit is overwritten. To go on, undo that edit: lines of the plan may be deleted, or changed from `"action":"delete"` to `"action":"keep"`, and nothing else. Or close this and delete its branch.',
            '',
            mark,
        ].join('\n'),
    };
}
/** The body with a line on top that says it is out of date; a refresh writes the whole body anew. */
function withStoppedBanner(body, why) {
    return `> **Not refreshed any more:** ${(0,report/* inMarkdown */.Hi)(why)}\n\n${withState(body, 'stopped')}`;
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/findings.js

/** What a person should know about a move that left things as they are. */
function findingsOf(move, { proposal, sigil }) {
    if (move.to === 'stop')
        return [stopped(move.why, proposal)];
    if (move.to !== 'leave')
        return [];
    const { why } = move;
    const name = move.proposal === undefined ? `the ${proposal}` : `${sigil}${move.proposal.number}`;
    switch (why.because) {
        case 'same':
        case 'nothing-to-do':
            return [];
        case 'held':
            return [
                findings_warning('pull-request-held', `${name} stays as it is, because not every repository could be read`),
            ];
        case 'already-merged':
            return [
                {
                    rule: 'pull-request-merged',
                    severity: 'info',
                    message: `${name} with this very plan is merged, but its images are still there`,
                    fix: 'run the apply job of that merge again; if its plan is too old by now, delete the plan file on the default branch and plan anew',
                },
            ];
        case 'stopped':
            return [stopped(why.what, proposal)];
        case 'foreign-branch':
            return [
                findings_warning('pull-request-branch-taken', `no ${proposal} is opened, because its branch holds work of somebody else: ${why.what}`, 'delete the branch, or name another one in cleanup.pull-request.branch'),
            ];
        case 'other-base':
            return [
                findings_warning('pull-request-other-base', `${name} goes to the branch ${why.what}, not to the default branch, and is left alone`, `set its base to the default branch, or close it`),
            ];
        case 'refused':
            return [
                info('pull-request-refused', `${name} with this very plan was closed: it is not proposed again`),
            ];
        case 'closed-lately':
            return [
                info('pull-request-quiet', `${name} was closed: nothing is proposed before ${(0,lib_image/* formatInstant */.r4)(why.until)} (cleanup.pull-request.quiet-after-close)`),
            ];
    }
}
function stopped(why, proposal) {
    return findings_warning('pull-request-stopped', `the ${proposal} is not refreshed: ${why}`, 'undo that edit on the branch, or close the proposal and delete its branch');
}
function findings_warning(rule, message, fix) {
    return { rule, severity: 'warning', message, ...(fix === undefined ? {} : { fix }) };
}
function info(rule, message) {
    return { rule, severity: 'info', message };
}

;// CONCATENATED MODULE: ./lib/cleanup/amount.js
/** `1 image`, `1,200 images`. */
function count(number, noun) {
    return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
function formatBytes(bytes) {
    let amount = bytes;
    let unit = 0;
    while (amount >= 1024 && unit < units.length - 1) {
        amount /= 1024;
        unit++;
    }
    return `${unit === 0 ? amount : amount.toFixed(1)} ${units[unit]}`;
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/title.js


/** Counts, bytes and the plan's id: closing it says no to this very plan, never to all cleanup. */
function titleOf({ images, bytes, kept }, plan) {
    const id = `(plan ${shortId(plan)})`;
    if (images === 0)
        return `Image cleanup: nothing to delete, ${count(kept, 'image')} to keep ${id}`;
    return `Image cleanup: ${count(images, 'image')}, ${formatBytes(bytes)} ${id}`;
}
/** Seven hex digits, as git shows commits. */
function shortId(plan) {
    return plan.slice('sha256:'.length, 'sha256:'.length + 7);
}
/** The short id in a title, for a body whose marker somebody has deleted. */
function idInTitle(title) {
    return /\(plan ([0-9a-f]{7})\)/.exec(title)?.[1];
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/message.js


/** The commit message of a plan. */
function messageOf({ plan, struck }, title) {
    return [
        title,
        '',
        `Plan ${shortId(plan)} of the images that may go.`,
        ...(struck.length === 0 ? [] : [`Struck by reviewers, and left out: ${struck.length}.`]),
        '',
        `Image-Hygiene-Plan: ${plan}`,
        ...struck.map(name => `Image-Hygiene-Struck: ${name}`),
    ].join('\n');
}
/** Reads the trailers; `undefined` if the commit is not one of ours. */
function parseMessage(message) {
    let plan;
    const struck = new Set();
    for (const line of message.split(/\r?\n/)) {
        const [, key, value = ''] = /^Image-Hygiene-(Plan|Struck): (\S{1,600})$/.exec(line) ?? [];
        if (key === 'Plan' && (0,lib_image/* isDigest */.Bc)(value))
            plan = value;
        if (key === 'Struck' && isImageName(value))
            struck.add(value);
    }
    return plan === undefined ? undefined : { plan, struck: [...struck].sort() };
}
/** How a plan's line is known: by image, whatever its tags are by then. */
function message_nameOf({ repository, head, }) {
    return (0,lib_image/* formatReference */.FH)({ repository, digest: head });
}
function isImageName(text) {
    const reference = (0,lib_image/* parseReference */.F2)(text);
    return 'repository' in reference && reference.digest !== undefined && reference.tag === undefined;
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/move.js




function nextMove(situation) {
    const { open } = situation.seen;
    return open === undefined ? withoutOpen(situation) : withOpen(situation, open);
}
/** The reasons to write nothing at all that need no look at the branch. */
function quietMove({ seen, wanted, now, quietAfterClose }) {
    if (seen.open !== undefined)
        return undefined;
    const quiet = (why, proposal) => ({ to: 'leave', operation: 'quiet', why, proposal });
    if (!deletes(wanted))
        return { to: 'leave', operation: 'unchanged', why: { because: 'nothing-to-do' } };
    if (seen.merged !== undefined && planId(seen.merged.lines) === wanted.id) {
        const merged = seen.ended.find(({ state }) => state === 'merged');
        const why = { because: 'already-merged' };
        return { to: 'leave', operation: 'unchanged', why, ...(merged === undefined ? {} : { proposal: merged }) };
    }
    const refused = seen.ended.filter(isRefusal).find(proposal => says(proposal, wanted));
    if (refused !== undefined)
        return quiet({ because: 'refused' }, refused);
    const [latest] = seen.ended;
    if (latest === undefined || !isRefusal(latest))
        return undefined;
    const until = (latest.endedAt ?? now) + quietAfterClose;
    return until > now ? quiet({ because: 'closed-lately', until }, latest) : undefined;
}
function withOpen(situation, proposal) {
    const { seen, wanted, held } = situation;
    const leave = (why) => ({
        to: 'leave',
        operation: why.because === 'held' ? 'held' : 'unchanged',
        why,
        proposal,
    });
    if (held)
        return leave({ because: 'held' });
    if (proposal.base !== seen.base.branch)
        return leave({ because: 'other-base', what: proposal.base });
    const observed = seen.branch;
    if (observed === undefined) {
        return { to: 'write', commit: 'new-branch', proposal, text: isOtherText(proposal, wanted) };
    }
    if (!observed.edits.understood) {
        const what = observed.edits.why;
        const stopped = parseMarker(proposal.body)?.state === 'stopped';
        return stopped ? leave({ because: 'stopped', what }) : { to: 'stop', proposal, why: what };
    }
    if (isEmpty(situation))
        return { to: 'close', proposal };
    const commit = holds(observed, wanted) ? 'none' : observed;
    const text = isOtherText(proposal, wanted);
    return commit === 'none' && !text ? leave({ because: 'same' }) : { to: 'write', commit, proposal, text };
}
function withoutOpen(situation) {
    const quiet = quietMove(situation);
    if (quiet !== undefined)
        return quiet;
    const { branch: observed } = situation.seen;
    if (observed === undefined)
        return { to: 'write', commit: 'new-branch', text: true };
    if (observed.use === 'live' && !observed.edits.understood) {
        const why = { because: 'foreign-branch', what: observed.edits.why };
        return { to: 'leave', operation: 'unchanged', why };
    }
    const commit = observed.use === 'live' && holds(observed, situation.wanted) ? 'none' : observed;
    return { to: 'write', commit, text: true };
}
/** Nothing goes, and no reviewer's keep is waiting on the branch to be merged. */
function isEmpty({ wanted, seen }) {
    if (deletes(wanted))
        return false;
    const known = new Set(keepsOf(seen.merged?.lines ?? []).map(message_nameOf));
    return keepsOf(wanted.lines).every(line => known.has(message_nameOf(line)));
}
function deletes({ lines }) {
    return lines.some(({ action }) => action === 'delete');
}
function keepsOf(lines) {
    return lines.filter(({ action }) => action === 'keep');
}
/** Whether the branch already has what is wanted: as bytes, or as the same lines after a reviewer's edits. */
function holds({ text, edits }, wanted) {
    if (text === wanted.text)
        return true;
    return (isUnderstood(edits) &&
        !edits.untouched &&
        planId(edits.plan.lines) === wanted.id &&
        sameHeader(edits.plan, wanted));
}
function isUnderstood(edits) {
    return edits.understood;
}
/** Policy and sources, in the first line of the wanted file, next to its own id. */
function sameHeader({ header: { policy, sources } }, wanted) {
    const first = JSON.parse(wanted.text.slice(0, wanted.text.indexOf('\n')));
    return first.policy === policy && first.sources.join('\n') === sources.join('\n');
}
function isOtherText({ body }, { marker }) {
    const there = parseMarker(body);
    return (there === undefined ||
        there.text !== marker.text ||
        there.plan !== marker.plan ||
        there.proposed !== marker.proposed ||
        there.state !== undefined);
}
/** Closed by a person. One that the tool closed itself, because nothing was left, is no "no". */
function isRefusal({ state, body }) {
    return state === 'closed' && parseMarker(body)?.state !== 'emptied';
}
/** Whether this closed proposal was about the same plan. */
function says({ title, body }, { id, proposed }) {
    const marker = parseMarker(body);
    if (marker === undefined)
        return idInTitle(title) === shortId(id) || idInTitle(title) === shortId(proposed);
    const ids = new Set([marker.plan, marker.proposed]);
    return ids.has(id) || ids.has(proposed);
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/edits.js



/** Whether `text` is the very file that the commit of the note wrote: then nobody needs to read that one. */
function isAsWritten(text, note) {
    const plan = text === undefined ? undefined : parsed(text);
    return (plan !== undefined &&
        note !== undefined &&
        plan.header.plan === note.plan &&
        planId(plan.lines) === note.plan);
}
function readEdits({ path, changed, text, note, written }) {
    const others = changed.filter(file => file !== path);
    if (others.length > 0) {
        const more = others.length > 3 ? ` and ${others.length - 3} more` : '';
        return strange(`the branch changes other files than the plan: ${others.slice(0, 3).join(', ')}${more}`);
    }
    if (text === undefined)
        return strange('the plan file is deleted on the branch');
    const read = parsePlan(text);
    if ('faults' in read) {
        const [first] = read.faults;
        return strange(`the plan on the branch cannot be read: line ${first?.line}: ${first?.message}`);
    }
    if (note === undefined)
        return strange('no commit of image-hygiene is on the branch');
    const keeps = read.lines.filter(({ action }) => action === 'keep');
    const struck = new Set(note.struck);
    if (isAsWritten(text, note))
        return { understood: true, plan: read, struck, keeps, untouched: true };
    const before = written === undefined ? undefined : parsed(written);
    if (before === undefined)
        return strange('the plan that image-hygiene wrote on the branch cannot be read any more');
    const fault = compareInto(struck, before, read);
    return fault === undefined
        ? { understood: true, plan: read, struck, keeps, untouched: false }
        : strange(fault);
}
/** Adds what reviewers struck and takes out what they put back; what is neither is returned as a sentence. */
function compareInto(struck, before, after) {
    if (headerOf(before) !== headerOf(after))
        return 'the first line of the plan was edited';
    const was = new Map(before.lines.map(line => [message_nameOf(line), line]));
    const is = new Map(after.lines.map(line => [message_nameOf(line), line]));
    for (const name of was.keys())
        if (!is.has(name))
            struck.add(name);
    for (const [name, line] of is) {
        const old = was.get(name);
        if (old !== undefined && !sameBut(old, line))
            return `the line of ${name} was rewritten`;
        if (old === undefined && line.action === 'delete' && !struck.has(name)) {
            return `a line was added: ${name}. Lines can be deleted or changed to keep, not added`;
        }
        struck.delete(name);
    }
    return undefined;
}
/** Equal but for the action, which reviewers may change. */
function sameBut(a, b) {
    return planId([{ ...a, action: 'delete' }]) === planId([{ ...b, action: 'delete' }]);
}
function headerOf({ header: { policy, sources, plan } }) {
    return [plan, policy, ...sources].join('\n');
}
function parsed(text) {
    const plan = parsePlan(text);
    return 'faults' in plan ? undefined : plan;
}
function strange(why) {
    return { understood: false, why };
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/observe.js



async function observeProposals(forge, name, planFile) {
    const open = await forge.openProposal(name);
    if (open !== undefined)
        return { open, ended: [] };
    const ended = await forge.endedProposals(name);
    const last = ended.find(({ state }) => state === 'merged');
    const merged = last === undefined ? undefined : await planAt(forge, planFile, last.base);
    return merged === undefined ? { ended } : { ended, merged };
}
async function observeBranch(forge, name, planFile, proposals) {
    const { open, ended } = proposals;
    const known = (open ?? ended[0])?.defaultBranch;
    const branch = await forge.branch(name, known);
    if (branch === undefined)
        return { ...proposals, base: await forge.base(known) };
    const { base } = branch;
    const spent = open === undefined &&
        (branch.commits.length === 0 || ended.some(proposal => proposal.head === branch.head));
    if (spent) {
        return { ...proposals, base, branch: { branch, use: 'spent', edits: nobody } };
    }
    return { ...proposals, base, branch: await readBranch(forge, branch, planFile) };
}
const nobody = { understood: false, why: 'the branch is spent' };
async function readBranch(forge, branch, path) {
    const { changed, commits } = branch;
    const ours = commits.findLast(({ message }) => parseMessage(message) !== undefined);
    const note = ours === undefined ? undefined : parseMessage(ours.message);
    const foreign = changed.some(file => file !== path);
    const text = foreign ? undefined : await forge.file(path, branch.head);
    const needsWritten = !foreign && ours !== undefined && !isAsWritten(text, note);
    const written = needsWritten ? await forge.file(path, ours.id) : undefined;
    const edits = readEdits({ path, changed, text, note, written });
    return { branch, use: 'live', edits, ...(text === undefined ? {} : { text }) };
}
/** The plan at a commit or a branch; `undefined` where there is none that can be read. */
async function planAt(forge, path, revision) {
    const text = await forge.file(path, revision);
    const plan = text === undefined ? undefined : parsePlan(text);
    return plan === undefined || 'faults' in plan ? undefined : plan;
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/sections.js



const rows = 10;
const names = 20;
function whatHappens(totals, going, { words }) {
    const repositories = new Set(going.map(({ line }) => line.repository)).size;
    const text = totals.images === 0
        ? `Merging this deletes nothing. It remembers ${count(totals.kept, 'image')} to keep.`
        : `Merging this ${words.proposal} deletes **${count(totals.images, 'image')}** (${formatBytes(totals.bytes)}) from ${repositories === 1 ? '1 repository' : `${repositories.toLocaleString('en-US')} repositories`}, and nothing else. Each is looked at once more just before: what changed or came into use by then stays.`;
    return { name: 'what happens', rank: 0, text };
}
function heldBack({ decision, words }) {
    const held = decision.repositories.filter(repository => repository.held.length > 0);
    if (held.length === 0)
        return undefined;
    const lines = held.map(({ repository, held: gaps }) => {
        const [gap] = gaps;
        const more = gaps.length > 1 ? ` (and ${gaps.length - 1} more)` : '';
        return `- ${(0,report/* inCode */.pN)(repository)}: ${(0,report/* inMarkdown */.Hi)(`${gap?.about ?? ''}: ${gap?.why ?? ''}`)}${more}`;
    });
    return {
        name: 'held repositories',
        rank: 1,
        text: `### Held: nothing of these is in this ${words.proposal}\n\n${lines.join('\n')}`,
    };
}
function byRepository(going) {
    if (going.length === 0)
        return undefined;
    const sums = new Map();
    for (const { line, bytes } of going) {
        const kind = line.class ?? (line.tags.length === 0 ? 'untagged' : 'no class');
        const key = `${line.repository} ${kind}`;
        const sum = sums.get(key) ?? { images: 0, bytes: 0, row: [(0,report/* inCode */.pN)(line.repository), (0,report/* inMarkdown */.Hi)(kind)] };
        sums.set(key, { ...sum, images: sum.images + 1, bytes: sum.bytes + bytes });
    }
    const table = [...sums.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { images, bytes, row }]) => `| ${row.join(' | ')} | ${images} | ${formatBytes(bytes)} |`);
    return {
        name: 'table by repository and class',
        rank: 2,
        text: `| repository | class | images | frees |\n|---|---|--:|--:|\n${table.join('\n')}`,
    };
}
function keptByPeople(keeps) {
    return listed('kept by reviewers', 3, '### Kept by reviewers', keeps.map(nameInCode));
}
function struckByPeople(struck) {
    return listed('struck lines', 3, '### Struck here, and proposed again next time', struck.map(name => (0,report/* inCode */.pN)(name)));
}
function biggest(going) {
    const sorted = going
        .filter(({ bytes }) => bytes > 0)
        .sort((a, b) => b.bytes - a.bytes || order(a, b))
        .slice(0, rows);
    const table = sorted.map(({ line, bytes }) => `| ${nameInCode(line)} | ${formatBytes(bytes)} |`);
    return tabled('the biggest', 5, '| the biggest | frees |\n|---|--:|', table);
}
function oldest(going) {
    const sorted = going
        .flatMap(one => (one.image?.clock === undefined ? [] : [{ ...one, at: one.image.clock.at }]))
        .sort((a, b) => a.at - b.at || order(a, b))
        .slice(0, rows);
    const table = sorted.map(({ line, at }) => `| ${nameInCode(line)} | ${(0,lib_image/* formatInstant */.r4)(at).slice(0, 10)} | ${line.reason} |`);
    return tabled('the oldest', 6, '| the oldest | could go since | why |\n|---|---|---|', table);
}
/** Releases and whatever else no clock can touch: what people most want to be sure of. */
function forever(decision) {
    const lines = decision.repositories.flatMap(({ repository, images }) => {
        const tags = images.filter(isProtected).flatMap(image => image.tags);
        if (tags.length === 0)
            return [];
        const more = tags.length > names ? ` and ${tags.length - names} more` : '';
        return [
            `- ${(0,report/* inCode */.pN)(repository)}: ${tags
                .slice(-names)
                .map(tag => (0,report/* inCode */.pN)(tag))
                .join(', ')}${more}`,
        ];
    });
    return listed('protected images', 7, '### Protected: these stay', lines, true);
}
function isProtected({ fate }) {
    return !fate.goes && (fate.because === 'never-expires' || fate.because === 'newest');
}
function howTo({ proposal, planFile, quietDays }) {
    return {
        name: 'how to',
        rank: 0,
        text: [
            '### Your say',
            '',
            `- **Not this one, not now:** delete its line in \`${planFile}\` on this branch. It is proposed again next time.`,
            `- **Keep this one:** change \`"action":"delete"\` to \`"action":"keep"\` in its line. That is remembered as long as the image exists.`,
            `- **No to all of it:** close this ${proposal}. This very plan never comes back, and nothing comes for ${count(quietDays, 'day')}.`,
            `- Other edits stop the refreshing of this ${proposal}. A line written in by hand never deletes what the policy keeps.`,
        ].join('\n'),
    };
}
function madeFrom({ header, id }) {
    const sources = header.sources.length === 0
        ? 'none'
        : header.sources
            .map(name => (0,report/* inCode */.pN)(name, 100))
            .slice(0, names)
            .join(', ');
    return {
        name: 'origin',
        rank: 0,
        text: `<sub>Plan ${shortId(id)} · policy ${shortId(header.policy)} · in use according to: ${sources}</sub>`,
    };
}
function listed(name, rank, title, items, asLines = false) {
    if (items.length === 0)
        return undefined;
    const shown = items.slice(0, asLines ? items.length : names);
    const more = items.length > shown.length ? [`- and ${items.length - shown.length} more`] : [];
    const lines = asLines ? shown : shown.map(item => `- ${item}`);
    return { name, rank, text: [title, '', ...lines, ...more].join('\n') };
}
function tabled(name, rank, head, table) {
    return table.length === 0 ? undefined : { name, rank, text: `${head}\n${table.join('\n')}` };
}
/** `app:pr-7` where there is a tag, else the digest. */
function nameInCode({ repository, tags, head }) {
    const [tag] = tags;
    const more = tags.length > 1 ? ` (+${tags.length - 1})` : '';
    return tag === undefined
        ? (0,report/* inCode */.pN)(`${repository}@${head.slice(0, 19)}`)
        : `${(0,report/* inCode */.pN)(`${repository}:${tag}`)}${more}`;
}
function order(a, b) {
    const [left, right] = [`${a.line.repository}@${a.line.head}`, `${b.line.repository}@${b.line.head}`];
    return left < right ? -1 : left > right ? 1 : 0;
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/body.js


/** Characters; GitHub takes 65,536. */
const longest = 60_000;
/** Room for the sentence that names what was left out, and the marker. */
const reserve = 800;
/** The text of the proposal: the same for the same plan and decision, with no word about today. */
function bodyOf(facts) {
    const images = new Map(facts.decision.repositories.flatMap(({ images }) => images.map(image => [message_nameOf(image), image])));
    const going = facts.lines
        .filter(({ action }) => action === 'delete')
        .map((line) => {
        const image = images.get(message_nameOf(line));
        const bytes = image?.fate.goes === true ? image.fate.bytes : 0;
        return image === undefined ? { line, bytes } : { line, image, bytes };
    });
    const keeps = facts.lines.filter(({ action }) => action === 'keep');
    const totals = {
        images: going.length,
        bytes: going.reduce((sum, { bytes }) => sum + bytes, 0),
        kept: keeps.length,
    };
    const sections = [
        whatHappens(totals, going, facts),
        heldBack(facts),
        byRepository(going),
        keptByPeople(keeps),
        struckByPeople(facts.struck),
        biggest(going),
        oldest(going),
        forever(facts.decision),
        howTo(facts.words),
        madeFrom(facts),
    ].filter(section => section !== undefined);
    return { body: fitted(sections, facts.words), totals };
}
/** Drops whole sections, the least needed first, until the rest fits; says how many and where everything is. */
function fitted(sections, { planFile }) {
    const needed = [...sections].sort((a, b) => a.rank - b.rank);
    const shown = new Set();
    let room = longest - reserve;
    for (const section of needed) {
        if (section.text.length + 2 > room && section.rank > 0)
            continue;
        shown.add(section);
        room -= section.text.length + 2;
    }
    const dropped = sections.filter(section => !shown.has(section));
    const note = dropped.length === 0
        ? []
        : [
            `_${dropped.length} ${dropped.length === 1 ? 'section is' : 'sections are'} left out here for length (${dropped.map(({ name }) => name).join(', ')}): \`${planFile}\` has every line, and the job summary has the rest._`,
        ];
    return [...sections.filter(section => shown.has(section)).map(({ text }) => text), ...note].join('\n\n');
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/proposal.js





function wantedOf(fresh, strikes, words) {
    const isStruck = (line) => line.action === 'delete' && strikes.has(message_nameOf(line));
    const lines = fresh.lines.filter(line => !isStruck(line));
    const struck = fresh.lines.filter(isStruck).map(message_nameOf).sort();
    const id = planId(lines);
    const proposed = planId(fresh.lines);
    const { body: told, totals } = bodyOf({ ...fresh, lines, struck, id, words });
    const title = titleOf(totals, id);
    const marker = { plan: id, proposed, text: hashText(`${title}\n${told}`) };
    return {
        id,
        proposed,
        lines,
        text: formatPlan(fresh.header, lines),
        struck,
        title,
        body: `${told}\n\n${formatMarker(marker)}\n`,
        marker,
        message: messageOf({ plan: id, struck }, title),
    };
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/propose.js







const propose_nobody = { keeps: [], struck: new Set() };
/** How often a run looks again because somebody wrote at the same time. */
const rounds = 5;
const day = 86_400;
/**
 * Keeps exactly one cleanup proposal true. Looks, decides (`nextMove`), then writes; whatever was written by others in
 * between makes it look again. The branch only moves forward, so no round can lose what a person wrote.
 */
async function propose(options) {
    const { forge, rules, wait } = options;
    for (let round = 1; round <= rounds; round++) {
        const settled = await proposeOnce(options);
        if (settled !== 'moved')
            return settled;
        await wait(500 * 2 ** round);
    }
    throw new outcome/* HygieneError */.cU('undecidable', `the branch ${rules['pull-request'].branch} or its ${forge.words.proposal} kept changing while it was being refreshed`, { fix: 'run the step again; let only one plan job run at a time (concurrency, resource_group)' });
}
async function proposeOnce(options) {
    const { forge, rules, now, plan } = options;
    const { branch, 'quiet-after-close': quietAfterClose } = rules['pull-request'];
    const words = {
        proposal: forge.words.proposal,
        planFile: rules['plan-file'],
        quietDays: Math.round(quietAfterClose / day),
    };
    const proposals = await observeProposals(forge, branch, rules['plan-file']);
    if (proposals.open === undefined) {
        const wanted = wantedOf(await plan(propose_nobody), propose_nobody.struck, words);
        const quiet = quietMove({ seen: proposals, wanted, now, quietAfterClose });
        if (quiet !== undefined)
            return told(options, proposals, wanted, quiet);
    }
    const observed = await observeBranch(forge, branch, rules['plan-file'], proposals);
    const edits = observed.branch?.edits;
    const reviewed = edits?.understood === true ? edits : propose_nobody;
    const fresh = await plan(reviewed);
    const held = fresh.decision.repositories.some(repository => repository.held.length > 0);
    const wanted = wantedOf(fresh, reviewed.struck, words);
    const seen = await withMerged(options, observed, wanted);
    return told(options, seen, wanted, nextMove({ seen, wanted, held, now, quietAfterClose }));
}
/** The plan on the default branch, where closing hangs on whether its keep lines are there already. */
async function withMerged({ forge, rules }, seen, { lines }) {
    const onlyKeeps = lines.length > 0 && lines.every(({ action }) => action === 'keep');
    if (seen.open === undefined || !onlyKeeps)
        return seen;
    const merged = await planAt(forge, rules['plan-file'], seen.base.commit);
    return merged === undefined ? seen : { ...seen, merged };
}
async function told(options, seen, wanted, move) {
    const done = await act(options, seen, wanted, move);
    if (done === 'moved')
        return done;
    return {
        ...done,
        findings: [...findingsOf(move, options.forge.words), ...done.findings],
        text: wanted.text,
    };
}
async function act(options, seen, wanted, move) {
    const { forge } = options;
    switch (move.to) {
        case 'leave':
            return { operation: move.operation, ...addressOf(move.proposal), findings: [] };
        case 'close': {
            const { proposal } = move;
            await forge.close(proposal, withState(proposal.body, 'emptied'));
            await forge.comment(proposal.number, closingComment);
            return { operation: 'closed', ...addressOf(proposal), findings: [] };
        }
        case 'stop': {
            const { proposal, why } = move;
            const said = await forge.comments(proposal.number);
            await forge.update(proposal, { body: withStoppedBanner(proposal.body, why) });
            const comment = stoppingComment(why);
            if (!said.some(({ body }) => body.includes(comment.mark)))
                await forge.comment(proposal.number, comment.text);
            return { operation: 'unchanged', ...addressOf(proposal), findings: [] };
        }
        case 'write':
            return 'base' in seen ? write(options, seen, wanted, move) : 'moved';
    }
}
async function write({ forge, rules }, { base }, { text: content, message, title, body }, { commit, proposal, text }) {
    const { branch, draft, labels, reviewers } = rules['pull-request'];
    if (commit !== 'none') {
        const onto = commit === 'new-branch' ? {} : { onto: commit };
        const made = await forge.commit({ branch, path: rules['plan-file'], content, message, base, ...onto });
        if (made === 'moved')
            return 'moved';
    }
    if (proposal === undefined) {
        const opened = await forge.open({
            branch,
            base: base.branch,
            title,
            body,
            draft,
            labels,
            reviewers,
            assignees: [],
        });
        if (opened === 'exists')
            return 'moved';
        const findings = opened.missed.map((message) => ({ rule: 'pull-request-incomplete', severity: 'warning', message }));
        return { operation: 'created', ...addressOf(opened.proposal), findings };
    }
    if (text) {
        const updated = await forge.update(proposal, { title, body });
        if (updated.state !== 'open')
            return 'moved';
    }
    return { operation: 'updated', ...addressOf(proposal), findings: [] };
}
function addressOf(proposal) {
    return proposal === undefined ? {} : { number: proposal.number, url: proposal.url };
}

;// CONCATENATED MODULE: ./lib/cleanup/pull-request/index.js


;// CONCATENATED MODULE: ./lib/cleanup/keep.js
/** Keeps a node. The first reason found stays its reason. */
function keep({ kept, fresh }, node, hold) {
    if (kept.has(node))
        return;
    kept.set(node, hold);
    fresh.push(node);
}
/**
 * Keeps what the kept reaches. Kept apart from `keep`, so that first every head gets its own reason: a release stays
 * as a release, not as somebody's child.
 */
function spread(view, { reach }) {
    for (let from = view.fresh.pop(); from !== undefined; from = view.fresh.pop()) {
        for (const rule of reach) {
            let hold;
            for (const to of rule.reaches(view, from)) {
                if (view.kept.has(to))
                    continue;
                hold ??= rule.because(view, from);
                keep(view, to, hold);
            }
        }
    }
}
/** The heads that nothing holds so far. */
function candidates(view) {
    return view.held.length > 0 ? [] : view.heads.filter(node => !view.kept.has(node));
}

;// CONCATENATED MODULE: ./lib/cleanup/bases.js


const baseDigest = 'org.opencontainers.image.base.digest';
/**
 * Keeps what kept images were built on, in whatever repository it is: by the base digest they name, or because its
 * layers are a proper prefix of theirs. A base of a base is kept in turn. Linear in the layers.
 */
function keepBases(views, rules) {
    const open = candidateBases(views);
    const looked = new Map(views.map(view => [view, new Set()]));
    const bases = new Map(views.map(view => [view, new Set()]));
    for (let grown = true; grown;) {
        grown = false;
        for (const view of views) {
            const done = looked.get(view);
            // `kept` may grow while it is walked, and hands that out too.
            for (const [node] of view.kept) {
                if (done.has(node))
                    continue;
                done.add(node);
                const manifest = view.graph.manifestOf(node);
                if (manifest === undefined || (0,lib_image/* follow */.e6)(view.graph.subjects, node).length > 0)
                    continue;
                for (const base of basesOf(view, manifest, open, views)) {
                    const known = bases.get(base.view);
                    if (known.has(base.node))
                        continue;
                    known.add(base.node);
                    grown = true;
                    keepUpward(base, `${view.repository}@${manifest.digest.slice(0, 19)} is built on it`, rules);
                }
            }
        }
    }
}
/** True if some candidate could be a base by its layers, so that the layers of what stays are worth reading. */
function hasCandidateBase(views) {
    return candidateBases(views).size > 0;
}
function candidateBases(views) {
    const found = new Map();
    for (const view of views) {
        const parts = new Set(candidates(view));
        for (const node of parts) {
            for (const child of (0,lib_image/* follow */.e6)(view.graph.children, node))
                parts.add(child);
            const layers = view.graph.manifestOf(node)?.layers ?? [];
            if (layers.length === 0 || (0,lib_image/* follow */.e6)(view.graph.subjects, node).length > 0)
                continue;
            const key = layers.reduce(mix, 0);
            const same = found.get(key);
            if (same === undefined)
                found.set(key, [{ view, node, layers }]);
            else
                same.push({ view, node, layers });
        }
    }
    return found;
}
function basesOf(view, manifest, open, views) {
    const bases = [];
    const named = namedBase(view, manifest);
    if (named !== undefined) {
        for (const other of views) {
            const node = other.held.length > 0 ? undefined : other.graph.nodeOf(named);
            if (node !== undefined)
                bases.push({ view: other, node });
        }
    }
    if (open.size === 0)
        return bases;
    let key = 0;
    manifest.layers.slice(0, -1).forEach((layer, index) => {
        key = mix(key, layer);
        for (const base of open.get(key) ?? []) {
            if (base.layers.length === index + 1 && isPrefix(base.layers, manifest.layers))
                bases.push(base);
        }
    });
    return bases;
}
function namedBase({ snapshot }, { annotations, config }) {
    const label = config === undefined ? undefined : snapshot.configs.get(config.digest)?.labels[baseDigest];
    return (annotations[baseDigest] ?? label);
}
function isPrefix(base, layers) {
    return base.every(({ digest }, index) => layers[index]?.digest === digest);
}
/** Sixteen hex digits of a layer's digest, folded into a number below 2^53; equals are compared whole afterwards. */
function mix(key, { digest }) {
    const high = Number.parseInt(digest.slice(7, 13), 16);
    const low = Number.parseInt(digest.slice(13, 19), 16);
    const upper = Math.imul((key / 0x200000) | 0, 0x9e3779b1) ^ Math.imul(high + 0x7f4a7c15, 0x85ebca6b);
    const lower = Math.imul(key | 0, 0xc2b2ae35) ^ Math.imul(low + 0x165667b1, 0x27d4eb2f);
    return (upper >>> 0) * 0x200000 + ((lower >>> 0) & 0x1fffff);
}
/** Whoever builds on a platform's manifest pulled the index above it: that stays too. */
function keepUpward({ view, node }, detail, rules) {
    const above = new Set([node]);
    for (const one of above)
        for (const parent of (0,lib_image/* follow */.e6)(view.graph.parents, one))
            above.add(parent);
    for (const one of above)
        keep(view, one, { because: 'base-of-kept', detail });
    spread(view, rules);
}

;// CONCATENATED MODULE: ./lib/cleanup/freed.js

function freedBy(plans) {
    const blobs = new Map();
    const lines = new Map();
    const repositories = new Map();
    for (const [view, deletions] of plans) {
        for (const { head, with: along } of deletions) {
            for (const node of [head, ...along]) {
                for (const [digest, size] of blobsOf(view, node)) {
                    const key = keyOf(view, digest);
                    const known = blobs.get(key);
                    if (known === undefined)
                        blobs.set(key, { size, view, head, shared: false });
                    else if (known.view !== view)
                        known.shared = true;
                    else if (known.head !== head)
                        known.head = -1;
                }
            }
        }
    }
    if (blobs.size > 0) {
        for (const view of plans.keys()) {
            for (const node of keptNodes(view)) {
                for (const [digest] of blobsOf(view, node)) {
                    const blob = blobs.get(keyOf(view, digest));
                    if (blob !== undefined)
                        blob.shared = true;
                }
            }
        }
    }
    for (const { size, view, head, shared } of blobs.values()) {
        if (shared)
            continue;
        repositories.set(view, (repositories.get(view) ?? 0) + size);
        if (head < 0)
            continue;
        const own = lines.get(view) ?? new Map();
        lines.set(view, own);
        own.set(head, (own.get(head) ?? 0) + size);
    }
    return {
        ofLine: (view, head) => lines.get(view)?.get(head) ?? 0,
        ofRepository: view => repositories.get(view) ?? 0,
    };
}
function* keptNodes(view) {
    if (view.held.length === 0)
        yield* view.kept.keys();
    else
        for (const digest of view.snapshot.manifests.keys())
            yield view.graph.nodeOf(digest);
}
function* blobsOf(view, node) {
    const manifest = view.graph.manifestOf(node);
    if (manifest === undefined)
        return;
    yield [manifest.digest, manifest.size];
    if (manifest.config !== undefined)
        yield [manifest.config.digest, manifest.config.size];
    for (const { digest, size } of manifest.layers)
        yield [digest, size];
}
function keyOf(view, digest) {
    return `${(0,lib_image/* registryOf */.Fv)(view.repository)}/${digest}`;
}

;// CONCATENATED MODULE: ./lib/cleanup/rules/moment.js
/** When a tag may go under its class; `undefined` where the class asks no clock. */
function momentOf(one) {
    const { view, node, expires } = one;
    if (expires?.kind !== 'after')
        return undefined;
    return endOf(one) ?? view.clock(node, expires.seconds);
}
/** A preview whose pull request was closed long enough ago does not wait for its label. */
function endOf({ view, node, match }) {
    const { closed, now } = view.world.facts;
    if (match?.rule.ends !== 'closed' || match.captured.number === undefined || closed === undefined)
        return undefined;
    const since = closed.at.get(match.captured.number);
    if (since === undefined || since + (match.rule.after ?? 0) > now)
        return undefined;
    const project = view.project(node);
    if (project === 'unread')
        return project;
    return project === closed.project.toLowerCase()
        ? { at: since + (match.rule.after ?? 0), source: 'pull-request-closed' }
        : undefined;
}

;// CONCATENATED MODULE: ./lib/cleanup/rules/rule.js
/** `classes.commit.expires`, or `cleanup.untagged.expires`. */
function expiryPath({ match }) {
    return match === undefined ? 'cleanup.untagged.expires' : `classes.${match.class}.expires`;
}

;// CONCATENATED MODULE: ./lib/cleanup/judge.js


/** Every tag of a head in each of its classes; an untagged root is one case. A tag goes only if all its cases do. */
function casesOf(view, node) {
    const tags = view.graph.tags.get(node);
    if (tags === undefined) {
        return [{ view, node, expires: view.world.facts.policy.policy.cleanup.untagged.expires }];
    }
    return tags.flatMap(tag => casesOfTag(view, node, tag));
}
function casesOfTag(view, node, tag) {
    const matches = view.matches(tag);
    if (matches.length === 0)
        return [{ view, node, tag }];
    return matches.map(match => ({ view, node, tag, match, expires: match.rule.expires }));
}
/** The first reason that keeps one of the cases. `unread` only if none keeps and something is still to be read. */
function holdOf(cases, rules) {
    let unread = false;
    for (const rule of rules) {
        for (const one of cases) {
            const hold = rule.holds(one);
            if (hold === 'unread')
                unread = true;
            else if (hold !== undefined)
                return hold;
        }
    }
    return unread ? 'unread' : undefined;
}
/** Why a head goes that nothing holds: its case that held out longest. */
function reasonOf(cases) {
    let last;
    let clock;
    for (const one of cases) {
        const moment = momentOf(one);
        const at = typeof moment === 'object' && 'at' in moment ? moment : undefined;
        if (last === undefined || (at?.at ?? 0) > (clock?.at ?? 0)) {
            last = one;
            clock = at;
        }
    }
    const decisive = last;
    const path = clock?.source === 'pull-request-closed' ? `classes.${decisive.match?.class}.ends` : expiryPath(decisive);
    return {
        because: becauseOf(decisive, clock),
        rule: decisive.view.world.rule(path),
        ...(clock === undefined ? {} : { clock }),
        ...(decisive.match === undefined ? {} : { class: decisive.match.class }),
    };
}
function becauseOf({ tag, expires }, clock) {
    if (tag === undefined)
        return 'untagged';
    if (expires?.kind === 'superseded')
        return 'superseded';
    return clock?.source === 'pull-request-closed' ? 'ended' : 'expired';
}

;// CONCATENATED MODULE: ./lib/cleanup/limits.js


/** At most so much of a repository's tagged digests; what has waited longest goes first. */
const share = {
    name: 'share',
    apply: (views, rules) => {
        for (const view of views) {
            const { share: most } = limitsOf(view);
            const allowed = Math.floor(most * view.graph.tags.size);
            const tagged = longestWaiting([view]).filter(({ node }) => view.graph.tags.has(node));
            const detail = `only ${Math.round(most * 100)} % of a repository's tagged images go at once (${allowed} of ${view.graph.tags.size})`;
            for (const { node } of tagged.slice(allowed))
                keep(view, node, held(view, 'share', detail));
            spread(view, rules);
        }
    },
};
/** A repository never loses its last image. */
const lastImage = {
    name: 'last-image',
    apply: (views, rules) => {
        for (const view of views) {
            const going = longestWaiting([view]);
            const tagged = going.filter(({ node }) => view.graph.tags.has(node));
            const all = view.graph.tags.size > 0 ? tagged : going;
            const last = all.at(-1);
            if (last === undefined || all.length < (view.graph.tags.size || view.heads.length))
                continue;
            const detail = 'it would be the last image of the repository to go';
            keep(view, last.node, { because: 'last-image', detail });
            spread(view, rules);
        }
    },
};
/** At most so many images in one plan, over all repositories. */
const deletions = {
    name: 'deletions',
    apply: (views, rules) => {
        const first = views[0];
        if (first === undefined)
            return;
        const most = limitsOf(first).deletions;
        const detail = `only ${most} images go at once`;
        for (const { view, node } of longestWaiting(views).slice(most)) {
            keep(view, node, held(view, 'deletions', detail));
        }
        for (const view of views)
            spread(view, rules);
    },
};
const limits = [share, deletions, lastImage];
/** What would go, longest expired first; what needed no clock comes last. Ties by name, so that every run agrees. */
function longestWaiting(views) {
    const waiting = views.flatMap(view => candidates(view).map(node => ({
        view,
        node,
        since: reasonOf(casesOf(view, node)).clock?.at ?? Number.MAX_SAFE_INTEGER,
    })));
    // Views and nodes already ascend, and the sort is stable.
    return waiting.sort((a, b) => a.since - b.since);
}
function limitsOf(view) {
    return view.world.facts.policy.policy.cleanup.limits;
}
function held(view, limit, detail) {
    return { because: 'limit', detail, rule: view.world.rule(`cleanup.limits.${limit}`) };
}

;// CONCATENATED MODULE: ./lib/cleanup/order.js


/**
 * The heads that go, each with what only goes with it, in an order of which every prefix leaves what is kept whole:
 * an index before its manifests, an image before its referrers. What several heads need goes with the last of them.
 * Each node is visited once.
 */
function deletionsOf(view) {
    const heads = new Set(candidates(view));
    const order = [...parentsFirst(view, [...heads], new Set())].filter(node => heads.has(node));
    const taken = new Set(heads);
    const deletions = [];
    for (const head of order.toReversed())
        deletions.push({ head, with: alongWith(view, head, taken) });
    return deletions.reverse();
}
function alongWith(view, head, taken) {
    const along = [];
    // Level by level: the image and its parts, what refers to them, what refers to that …
    let level = [head];
    while (level.length > 0) {
        const parts = level
            .flatMap(node => (0,lib_image/* follow */.e6)(view.graph.children, node))
            .filter(node => goes(view, node, taken));
        const whole = parentsFirst(view, parts, taken, 'children');
        for (const node of whole)
            taken.add(node);
        along.push(...whole);
        const referrers = [...level, ...whole]
            .flatMap(node => (0,lib_image/* follow */.e6)(view.graph.referrers, node))
            .filter(node => goes(view, node, taken));
        const next = [...new Set(referrers)];
        for (const node of next)
            taken.add(node);
        along.push(...next);
        level = next;
    }
    return along;
}
function goes({ kept, snapshot, graph }, node, taken) {
    return !kept.has(node) && !taken.has(node) && !snapshot.missing?.has(graph.digests[node]);
}
/** Everything below `from` that goes, each before what it leads to. Without recursion: depth is the registry's choice. */
function parentsFirst(view, from, taken, along = 'all') {
    const done = [];
    const seen = new Set();
    // Reverse postorder; walking the highest first leaves the lowest first where nothing else decides.
    for (const start of [...from].sort((a, b) => b - a)) {
        if (seen.has(start))
            continue;
        seen.add(start);
        const path = [
            { node: start, next: below(start), at: 0 },
        ];
        for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
            const next = step.next[step.at++];
            if (next === undefined) {
                done.push(step.node);
                path.pop();
            }
            else if (!seen.has(next) && goes(view, next, taken)) {
                seen.add(next);
                path.push({ node: next, next: below(next), at: 0 });
            }
        }
    }
    return done.reverse();
    function below(node) {
        const children = (0,lib_image/* follow */.e6)(view.graph.children, node);
        return along === 'children'
            ? children.toReversed()
            : [...(0,lib_image/* follow */.e6)(view.graph.referrers, node), ...children].reverse();
    }
}

;// CONCATENATED MODULE: ./lib/cleanup/rules/clock.js



/** Nothing says when it may go: nobody may guess. */
const noClock = {
    name: 'no-clock',
    holds: one => {
        const moment = momentOf(one);
        if (moment === 'unread')
            return moment;
        return moment === 'none' ? hold(one, { because: 'no-clock', detail: missingClock(one) }) : undefined;
    },
};
/** A label in milliseconds, of 1970 or of the year 50000 was meant as something; what, nobody knows. */
const absurdClock = {
    name: 'absurd-clock',
    holds: one => {
        const moment = momentOf(one);
        if (typeof moment !== 'object' || !('absurd' in moment))
            return undefined;
        const detail = `'${moment.absurd.slice(0, 80)}' ${moment.why}`;
        return hold(one, { because: 'absurd-clock', detail });
    },
};
const notExpired = {
    name: 'not-expired',
    holds: one => {
        const moment = momentOf(one);
        if (typeof moment !== 'object' || !('at' in moment) || moment.at <= one.view.world.facts.now)
            return undefined;
        const detail = `may go from ${(0,lib_image/* formatInstant */.r4)(moment.at)}`;
        return hold(one, { because: 'not-expired', detail, clock: moment });
    },
};
function missingClock({ view }) {
    const { clock } = view.world.facts.policy.policy.cleanup;
    if (clock === 'label')
        return 'it has no expire_at';
    return clock === 'push'
        ? 'it has no expire_at, and the registry tells no push time'
        : 'it has no expire_at, no push time and no build date';
}
function hold(one, reason) {
    const name = one.match?.class;
    return {
        ...reason,
        rule: one.view.world.rule(reason.because === 'no-clock' ? 'cleanup.clock' : expiryPath(one)),
        ...(name === undefined ? {} : { class: name }),
    };
}

;// CONCATENATED MODULE: ./lib/cleanup/rules/in-use.js

/**
 * What runs is kept: by tag, by digest, by the digest of its config, and through indexes both ways. Runtimes report
 * now the index, now the platform's manifest, now the config: any of them means all of them.
 */
const inUse = {
    name: 'in-use',
    holds: (view, node) => {
        const use = usesOf(view).get(node);
        return use === undefined ? undefined : { because: 'in-use', detail: use.where };
    },
};
const uses = new WeakMap();
/** Every node that is in use, with what is above it; what is below it is reached anyway. */
function usesOf(view) {
    const known = uses.get(view);
    if (known !== undefined)
        return known;
    const used = new Map();
    const { graph } = view;
    if (view.world.facts.usage.uses.length > 0) {
        graph.digests.forEach((_, node) => {
            const use = useOf(view, node);
            if (use !== undefined && !used.has(node))
                used.set(node, use);
        });
        for (const [node, use] of used) {
            // A Map hands out what is added while it is walked, so this climbs to the top.
            for (const parent of (0,lib_image/* follow */.e6)(graph.parents, node))
                if (!used.has(parent))
                    used.set(parent, use);
        }
    }
    uses.set(view, used);
    return used;
}
function useOf({ repository, graph, world: { usage } }, node) {
    const digest = graph.digests[node];
    const config = graph.manifestOf(node)?.config?.digest;
    const byContent = (digest && usage.byDigest(digest)) ?? (config === undefined ? undefined : usage.byDigest(config));
    if (byContent !== undefined)
        return byContent;
    for (const tag of [...(graph.tags.get(node) ?? []), ...(graph.metadataTags.get(node) ?? [])]) {
        const use = usage.byTag(repository, tag);
        if (use !== undefined)
            return use;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/cleanup/rules/never-expires.js

/** A class that never expires beats any label. */
const neverExpires = {
    name: 'never-expires',
    holds: one => {
        if (one.expires?.kind !== 'never')
            return undefined;
        const name = one.match?.class;
        return {
            because: 'never-expires',
            detail: name === undefined
                ? 'untagged images never expire here'
                : `the tag ${one.tag} is of class ${name}, which never expires`,
            rule: one.view.world.rule(expiryPath(one)),
            ...(name === undefined ? {} : { class: name }),
        };
    },
};

// EXTERNAL MODULE: ./node_modules/semver/classes/semver.js
var semver = __webpack_require__(7163);
;// CONCATENATED MODULE: ./lib/cleanup/ranking.js



/** True where SemVer ranks: some template of the class has `{semver}`. */
function ranksByVersion(policy, name) {
    return (0,lib_policy/* classTemplates */.wu)(policy, name).some(({ placeholders }) => placeholders.includes('semver'));
}
/**
 * The newest by SemVer precedence, counted as digests, per repository, major or minor. Prereleases take no release's
 * place: releases are ranked among releases, a prerelease among everything. Equal versions share a place, so none of
 * them goes for another.
 */
function rankByVersion(view, name, { newest, per }) {
    const groups = new Map();
    const read = memoized(readRankable);
    const groupOf = (version) => per === 'repository' ? '' : per === 'major' ? `${version.major}` : `${version.major}.${version.minor}`;
    for (const [node, match] of members(view, name)) {
        const version = read(match.captured.semver);
        if (version === undefined)
            continue;
        const key = groupOf(version);
        const group = groups.get(key) ?? { releases: new Map(), all: new Map() };
        groups.set(key, group);
        raise(group.all, node, version);
        if (!(0,lib_policy/* isPrerelease */.V1)(version.version))
            raise(group.releases, node, version);
    }
    const compare = (a, b) => a.compare(b);
    const held = new Map();
    for (const [key, { releases, all }] of groups) {
        held.set(key, new Set([...first(releases, newest, compare), ...first(all, newest, compare)]));
    }
    return {
        standing: (node, match) => {
            const version = read(match.captured.semver);
            if (version === undefined)
                return 'unranked';
            return held.get(groupOf(version))?.has(node) ? 'newest' : 'beyond';
        },
    };
}
/** The newest by clock; `unread` until the clock of each of them is known, as far as it has one. */
function rankByClock(view, name, rule) {
    const seconds = rule.expires.kind === 'after' ? rule.expires.seconds : 0;
    const clocks = new Map();
    let unread = false;
    for (const [node] of members(view, name)) {
        const moment = view.clock(node, seconds);
        if (moment === 'unread')
            unread = true;
        else if (typeof moment === 'object' && 'at' in moment)
            clocks.set(node, moment.at);
    }
    if (unread)
        return 'unread';
    const held = first(clocks, rule.keep?.newest ?? 0, (a, b) => a - b);
    return {
        standing: node => (!clocks.has(node) ? 'unranked' : held.has(node) ? 'newest' : 'beyond'),
    };
}
/** Every tag of the class. What is of another world (a chart, a build cache) takes no image's place. */
function* members(view, name) {
    for (const [node, tags] of view.graph.tags) {
        const manifest = view.graph.manifestOf(node);
        if (manifest !== undefined && (0,lib_image/* isForeign */.jq)(manifest))
            continue;
        for (const tag of tags) {
            for (const match of view.matches(tag))
                if (match.class === name)
                    yield [node, match];
        }
    }
}
function raise(best, node, version) {
    const known = best.get(node);
    if (known === undefined || version.compare(known) > 0)
        best.set(node, version);
}
/** The first `places`, and whatever equals the last of them. */
function first(values, places, compare) {
    const last = [...values.values()].sort((a, b) => compare(b, a))[places - 1];
    if (last === undefined)
        return new Set(places > 0 ? values.keys() : []);
    return new Set([...values].filter(([, value]) => compare(value, last) >= 0).map(([node]) => node));
}
/** Undefined for what cannot be ranked exactly. */
function readRankable(version) {
    if (version === undefined || (0,lib_policy/* compareVersions */.Zy)(version, version) === undefined)
        return undefined;
    return new semver(version);
}
function memoized(make) {
    const known = new Map();
    return key => {
        const before = known.get(key);
        if (before !== undefined || known.has(key))
            return before;
        const made = make(key);
        known.set(key, made);
        return made;
    };
}

;// CONCATENATED MODULE: ./lib/cleanup/rules/newest.js

// `keep` is a floor that no expiry undercuts (design §1). Where SemVer ranks, the tags alone tell; otherwise the
// clocks of the whole class have to be known, which is asked last.
const newestByVersion = {
    name: 'newest-by-version',
    holds: one => (isVersioned(one) ? newest_held(one, 'newest') : undefined),
};
const unrankedByVersion = {
    name: 'unranked-by-version',
    holds: one => (isVersioned(one) ? newest_held(one, 'unranked') : undefined),
};
const newestByClock = {
    name: 'newest-by-clock',
    holds: one => (isVersioned(one) ? undefined : newest_held(one, 'newest')),
};
const unrankedByClock = {
    name: 'unranked-by-clock',
    holds: one => (isVersioned(one) ? undefined : newest_held(one, 'unranked')),
};
/** `superseded` by nothing would be `at once`: a row that says so says too little to delete anything. */
const nothingSupersedes = {
    name: 'nothing-supersedes',
    holds: one => one.expires?.kind === 'superseded' && one.match?.rule.keep === undefined
        ? newest_hold(one, 'unranked', 'superseded needs a keep that says by how many')
        : undefined,
};
function isVersioned({ view, match }) {
    return match !== undefined && ranksByVersion(view.world.facts.policy.policy, match.class);
}
function newest_held(one, wanted) {
    const keep = one.match?.rule.keep;
    if (one.match === undefined || keep === undefined)
        return undefined;
    const ranking = rankingOf(one);
    if (ranking === 'unread')
        return 'unread';
    if (ranking.standing(one.node, one.match) !== wanted)
        return undefined;
    const detail = wanted === 'newest'
        ? `${one.tag} is one of the ${keep.newest} newest of class ${one.match.class} per ${keep.per}`
        : `${one.tag} cannot be ranked in class ${one.match.class}`;
    return newest_hold(one, wanted, detail);
}
function newest_hold({ view, match }, because, detail) {
    if (match === undefined)
        return { because, detail };
    return { because, detail, rule: view.world.rule(`classes.${match.class}.keep`), class: match.class };
}
const rankings = new WeakMap();
function rankingOf({ view, match }) {
    const { class: name, rule } = match;
    const known = rankings.get(view) ?? new Map();
    rankings.set(view, known);
    const before = known.get(name);
    if (before !== undefined)
        return before;
    const ranking = ranksByVersion(view.world.facts.policy.policy, name)
        ? rankByVersion(view, name, rule.keep)
        : rankByClock(view, name, rule);
    if (ranking !== 'unread')
        known.set(name, ranking);
    return ranking;
}

;// CONCATENATED MODULE: ./lib/cleanup/rules/no-class.js
/** What the policy has no row for is nobody's to delete. */
const noClass = {
    name: 'no-class',
    holds: ({ tag, match }) => tag === undefined || match !== undefined
        ? undefined
        : { because: 'no-class', detail: `the tag ${tag} is of no class` },
};

;// CONCATENATED MODULE: ./lib/cleanup/view.js



function worldOf(facts) {
    const sources = new Map();
    return {
        facts,
        usage: indexUsage(facts.usage.uses),
        reviewed: new Set(facts.kept.map(({ repository, head }) => `${repository}@${head}`)),
        rule: path => {
            const known = sources.get(path);
            if (known !== undefined)
                return known;
            const location = facts.policy.where(path);
            const source = location === undefined ? { path } : { path, location };
            sources.set(path, source);
            return source;
        },
    };
}
function viewOf(snapshot, world, held) {
    const graph = (0,lib_image/* buildGraph */.ZG)(snapshot);
    const classes = new Map();
    const wants = { manifests: new Set(), configs: new Set(), referrers: new Set() };
    const want = {
        manifest: digest => wants.manifests.add(digest),
        config: digest => wants.configs.add(digest),
    };
    return {
        repository: snapshot.repository,
        snapshot,
        graph,
        world,
        held,
        heads: headsOf(snapshot, graph),
        kept: new Map(),
        fresh: [],
        wants,
        matches: tag => {
            const known = classes.get(tag) ?? (0,lib_policy/* classify */.L8)(tag, world.facts.policy.policy);
            classes.set(tag, known);
            return known;
        },
        clock: clockOf(snapshot, graph, world.facts, want),
        project: node => {
            const source = (0,lib_image/* sourceOf */.vz)(snapshot, graph.digests[node], want);
            return source === undefined || source === 'unread' ? source : projectOf(source);
        },
    };
}
function headsOf(snapshot, graph) {
    const tagged = [...graph.tags.keys()];
    if (snapshot.untagged === 'hidden')
        return tagged.sort((a, b) => a - b);
    const untagged = [...snapshot.manifests.keys()]
        .map(digest => graph.nodeOf(digest))
        .filter(node => !graph.tags.has(node) && !graph.metadataTags.has(node) && isRoot(graph, node));
    return [...tagged, ...untagged].sort((a, b) => a - b);
}
/** Nothing names it and it names no subject: without a tag, nobody finds it but by its digest. */
function isRoot(graph, node) {
    return ((0,lib_image/* follow */.e6)(graph.parents, node).length === 0 &&
        (0,lib_image/* follow */.e6)(graph.subjects, node).length === 0 &&
        !graph.orphans.has(node));
}
/** `expire_at`, then the registry's push time, then the build date, as far down as the policy allows (design §1). */
function clockOf(snapshot, graph, facts, want) {
    const lowest = facts.policy.policy.cleanup.clock;
    const labels = new Map();
    const dates = new Map();
    return (node, after) => {
        const digest = graph.digests[node];
        const label = labels.get(node) ?? (0,lib_image/* expireAtOf */.md)(snapshot, digest, want);
        labels.set(node, label);
        if (label !== 'none' || lowest === 'label')
            return label;
        const pushed = pushTime(snapshot, digest);
        if (pushed !== undefined)
            return { at: pushed + after, source: 'push' };
        if (lowest === 'push')
            return 'none';
        const created = dates.get(node) ?? (0,lib_image/* createdOf */.YC)(snapshot, digest, facts.now, want);
        dates.set(node, created);
        return typeof created === 'object' && 'at' in created
            ? { at: created.at + after, source: 'created' }
            : created;
    };
}
/** `https://github.com/acme/app.git` is the project `acme/app`. */
function projectOf(source) {
    const path = /^[a-z+]+:\/\/[^/]+\/(.+?)(?:\.git)?\/?$/.exec(source)?.[1];
    return path?.toLowerCase();
}
/** The registry's push time where it has one that can be true. */
function pushTime(snapshot, digest) {
    const pushed = snapshot.pushed.get(digest);
    return pushed === undefined || pushed < lib_image/* earliest */.Qd || pushed > lib_image/* latest */.IW ? undefined : pushed;
}
/** `v1.2.0`, or the start of the digest: how people find an image. */
function view_nameOf(view, node) {
    const tag = view.graph.tags.get(node)?.[0] ?? view.graph.metadataTags.get(node)?.[0];
    return tag ?? view.graph.digests[node].slice(0, 19);
}

;// CONCATENATED MODULE: ./lib/cleanup/rules/reach.js


/** What an index names, and what a manifest of unknown type mentions, stays as long as it does. */
const children = {
    name: 'children',
    reaches: ({ graph }, node) => (0,lib_image/* follow */.e6)(graph.children, node),
    because: (view, from) => ({ because: 'shared', detail: `${view_nameOf(view, from)} needs it` }),
};
/** Signatures, attestations and SBOMs live with their subject … */
const referrers = {
    name: 'referrers',
    reaches: ({ graph }, node) => (0,lib_image/* follow */.e6)(graph.referrers, node),
    because: (view, from) => ({ because: 'referrer-of-kept', detail: `it refers to ${view_nameOf(view, from)}` }),
};
/** … and one that stays for its own sake holds its subject, so that none outlives what it speaks of. */
const subjects = {
    name: 'subjects',
    reaches: ({ graph }, node) => (0,lib_image/* follow */.e6)(graph.subjects, node),
    because: (view, from) => ({ because: 'shared', detail: `${view_nameOf(view, from)} refers to it` }),
};

;// CONCATENATED MODULE: ./lib/cleanup/rules/referrer.js


/** A referrer that somebody gave a name of its own is wanted for itself, and what it refers to with it. */
const taggedReferrer = {
    name: 'tagged-referrer',
    holds: (view, node) => {
        const subject = (0,lib_image/* follow */.e6)(view.graph.subjects, node)[0];
        if (subject === undefined || !view.graph.tags.has(node))
            return undefined;
        return { because: 'metadata', detail: `it refers to ${view_nameOf(view, subject)} and has a tag of its own` };
    },
};
/** A signature whose subject is not in this repository stays: its image may live elsewhere, or not be listed. */
const orphan = {
    name: 'orphan',
    holds: ({ graph }, node) => graph.orphans.has(node)
        ? { because: 'metadata', detail: 'it refers to a digest that is not in this repository' }
        : undefined,
};

;// CONCATENATED MODULE: ./lib/cleanup/rules/reviewed.js
/** A reviewer turned its line into `keep`: remembered while the image exists. */
const keptByReviewer = {
    name: 'kept-by-reviewer',
    holds: (view, node) => view.world.reviewed.has(`${view.repository}@${view.graph.digests[node]}`)
        ? { because: 'kept-by-reviewer', detail: 'a keep line of the plan says so' }
        : undefined,
};

;// CONCATENATED MODULE: ./lib/cleanup/rules/too-young.js



/**
 * Nothing goes before `cleanup.min-age` since its push. Where the registry tells no push time the rule cannot apply;
 * a policy that sets it relies on it, so that is an error then, and not a silent exemption.
 */
const tooYoung = {
    name: 'too-young',
    holds: ({ repository, graph, snapshot, world }, node) => {
        const digest = graph.digests[node];
        const cleanup = world.facts.policy.policy.cleanup;
        const rule = world.rule('cleanup.min-age');
        const pushed = pushTime(snapshot, digest);
        if (pushed === undefined) {
            if (!cleanup['min-age-set'])
                return undefined;
            throw new outcome/* HygieneError */.cU('unsupported', `${repository}: the registry tells no push time, and cleanup.min-age is set`, {
                fix: 'remove cleanup.min-age from the policy: expires then counts alone, from expire_at',
                location: rule.location,
                image: `${repository}@${digest}`,
            });
        }
        const from = pushed + cleanup['min-age'];
        return from > world.facts.now
            ? {
                because: 'too-young',
                detail: `was pushed less than cleanup.min-age ago; may go from ${(0,lib_image/* formatInstant */.r4)(from)}`,
                rule,
            }
            : undefined;
    },
};

;// CONCATENATED MODULE: ./lib/cleanup/rules/unknown-type.js

/**
 * A manifest of unknown type keeps itself and every digest in its bytes; so does an index that holds other things than
 * manifests (a build cache). An artifact that hangs on an image lives with it; one that stands alone (a Helm chart) is
 * no image and not ours to judge.
 */
const unknownType = {
    name: 'unknown-type',
    holds: ({ graph, snapshot }, node) => {
        const manifest = graph.manifestOf(node);
        if (manifest === undefined) {
            return graph.tags.has(node) && snapshot.missing?.has(graph.digests[node])
                ? { because: 'unknown-type', detail: 'its tag is listed, but its manifest answers 404' }
                : undefined;
        }
        const hangs = (0,lib_image/* follow */.e6)(graph.parents, node).length > 0 || (0,lib_image/* follow */.e6)(graph.subjects, node).length > 0;
        const alone = graph.tags.has(node) || !hangs;
        return (0,lib_image/* isOpaque */.qp)(manifest) || (alone && (0,lib_image/* isForeign */.jq)(manifest))
            ? { because: 'unknown-type', detail: `its type is ${manifest.artifactType ?? typeOf(manifest)}` }
            : undefined;
    },
};
function typeOf({ config, mediaType }) {
    return config?.mediaType ?? mediaType;
}

;// CONCATENATED MODULE: ./lib/cleanup/rules/index.js










const rules = {
    roots: [inUse, keptByReviewer, unknownType, taggedReferrer, orphan],
    names: [noClass, neverExpires, nothingSupersedes, newestByVersion, unrankedByVersion],
    clocks: [noClock, absurdClock, notExpired, newestByClock, unrankedByClock],
    heads: [tooYoung],
    reach: [children, referrers, subjects],
};

;// CONCATENATED MODULE: ./lib/cleanup/untag.js


/**
 * The tags of a kept image that, judged alone, go: only where the policy allows native tag deletion, and only if the
 * image stays for another tag or for an index that needs it. What runs or what somebody asked to keep loses no name.
 */
function untaggable(view, node, rules) {
    const { untag } = view.world.facts.policy.policy.cleanup;
    const hold = view.kept.get(node);
    if (hold === undefined || !untag.includes((0,lib_image/* registryOf */.Fv)(view.repository)) || view.held.length > 0)
        return [];
    if (hold.class === undefined && hold.because !== 'shared' && hold.because !== 'no-class')
        return [];
    if (rules.heads.some(rule => rule.holds(view, node) !== undefined))
        return [];
    const judged = [...rules.names, ...rules.clocks];
    return (view.graph.tags.get(node) ?? []).filter(tag => holdOf(casesOfTag(view, node, tag), judged) === undefined);
}

;// CONCATENATED MODULE: ./lib/cleanup/verdict.js


/** Everything that is said of one repository, once nothing more can be held. */
function decided(view, deletions, freed, rules) {
    const along = new Map(deletions.map(deletion => [deletion.head, deletion.with]));
    const named = [...view.graph.metadataTags.keys()].filter(node => view.kept.has(node));
    const nodes = [...new Set([...view.heads, ...named])].sort((a, b) => a - b);
    return {
        repository: view.repository,
        held: view.held,
        images: nodes.map(node => {
            const hold = view.kept.get(node);
            return hold === undefined
                ? gone(view, node, along.get(node) ?? [], freed)
                : stays(view, node, hold, untaggable(view, node, rules));
        }),
        order: deletions.map(({ head }) => digestOf(view, head)),
        bytes: freed.ofRepository(view),
    };
}
function gone(view, node, along, freed) {
    const { because, rule, clock, class: name } = reasonOf(casesOf(view, node));
    return {
        ...headOf(view, node),
        ...(name === undefined ? {} : { class: name }),
        ...(clock === undefined ? {} : { clock }),
        fate: {
            goes: true,
            because,
            rule,
            with: along.map(one => digestOf(view, one)),
            bytes: freed.ofLine(view, node),
        },
    };
}
function stays(view, node, hold, untag) {
    const { because, detail, rule, clock } = hold;
    const head = headOf(view, node);
    const name = hold.class ?? classOf(view, head.tags);
    return {
        ...head,
        ...(name === undefined ? {} : { class: name }),
        ...(clock === undefined ? {} : { clock }),
        fate: { goes: false, because, detail, ...(rule === undefined ? {} : { rule }) },
        ...(untag.length === 0 ? {} : { untag }),
    };
}
function headOf(view, node) {
    const images = view.graph.tags.get(node);
    const metadata = view.graph.metadataTags.get(node);
    const tags = images === undefined || metadata === undefined
        ? (images ?? metadata ?? [])
        : [...images, ...metadata].sort();
    return { repository: view.repository, head: digestOf(view, node), tags };
}
function classOf(view, tags) {
    for (const tag of tags) {
        const match = view.matches(tag)[0];
        if (match !== undefined)
            return match.class;
    }
    return undefined;
}
function digestOf(view, node) {
    return view.graph.digests[node];
}

;// CONCATENATED MODULE: ./lib/cleanup/whole.js


/**
 * What would go is read whole, children and referrers, because what runs may be named by the config of a platform and
 * what refers to it goes along. Of what stays only what may be an index is read: its children stay too.
 */
function wantWhole(view) {
    const going = candidates(view);
    if (going.length === 0)
        return;
    const seen = new Set(going);
    // What is added to a Set while it is walked is walked too.
    for (const node of seen) {
        for (const child of (0,lib_image/* follow */.e6)(view.graph.children, node))
            seen.add(child);
        const digest = view.graph.digests[node];
        if (isGone(view, digest))
            continue;
        if (!view.snapshot.manifests.has(digest))
            view.wants.manifests.add(digest);
        // What something else keeps, keeps its referrers.
        if (view.kept.has(node))
            continue;
        for (const referrer of (0,lib_image/* follow */.e6)(view.graph.referrers, node))
            seen.add(referrer);
        if (!view.snapshot.referrers.has(digest))
            view.wants.referrers.add(digest);
    }
    for (const node of view.kept.keys()) {
        const digest = view.graph.digests[node];
        const manifest = view.snapshot.manifests.get(digest);
        if (manifest === undefined) {
            const named = view.graph.tags.has(node) || view.graph.metadataTags.has(node);
            if (named && !isGone(view, digest))
                view.wants.manifests.add(digest);
            continue;
        }
        const nested = manifest.children
            .filter(({ mediaType }) => !isLeaf(mediaType))
            .map(({ digest: child }) => child);
        for (const child of [...nested, ...mayBeManifests(manifest)]) {
            if (!view.snapshot.manifests.has(child) && !isGone(view, child))
                view.wants.manifests.add(child);
        }
    }
}
/** A kept index whose nested index answers 404: what that one held, nobody knows, so nothing of the repository goes. */
function brokenNesting({ graph, kept, snapshot }) {
    if (snapshot.missing === undefined || snapshot.missing.size === 0)
        return undefined;
    for (const node of kept.keys()) {
        for (const { digest, mediaType } of graph.manifestOf(node)?.children ?? []) {
            if ((0,lib_image/* isManifestType */.Q3)(mediaType) && !isLeaf(mediaType) && snapshot.missing.has(digest)) {
                const why = `${graph.digests[node]}, which stays, names it as an index, and it answers 404`;
                return { kind: 'manifest', about: digest, why };
            }
        }
    }
    return undefined;
}
/** The platforms of kept indexes, whose layers tell which image they were built on. */
function wantPlatforms(view) {
    if (view.held.length > 0)
        return;
    for (const node of view.kept.keys()) {
        const manifest = view.graph.manifestOf(node);
        if (manifest === undefined)
            continue;
        const platforms = manifest.children.filter(child => (0,lib_image/* isManifestType */.Q3)(child.mediaType) && (0,lib_image/* isPlatform */.aH)(child));
        for (const child of [...platforms.map(({ digest }) => digest), ...mayBeManifests(manifest)]) {
            if (!view.snapshot.manifests.has(child) && !isGone(view, child))
                view.wants.manifests.add(child);
        }
    }
}
/** Of what an unknown manifest mentions, anything may be an index; but Docker's schema 1 names layers only. */
function mayBeManifests({ mediaType, mentions }) {
    return mediaType.startsWith('application/vnd.docker.distribution.manifest.v1+') ? [] : mentions;
}
function isLeaf(mediaType) {
    return /^application\/vnd\.(?:oci\.image\.manifest\.v1|docker\.distribution\.manifest\.v2)\+json$/.test(mediaType);
}
function isGone({ snapshot }, digest) {
    return snapshot.missing?.has(digest) === true;
}

;// CONCATENATED MODULE: ./lib/cleanup/decide.js










const safety = { rules: rules, limits: limits, gaps: gapsOf, bases: keepBases };
/**
 * What goes and what stays of every image, each with one reason; or what has to be read before that can be said.
 * Everything is a candidate until something holds it: cheap reasons first, so that little has to be read.
 */
function decide(facts, { rules, limits, gaps, bases } = safety) {
    const world = worldOf(facts);
    const views = [...facts.snapshots]
        .sort((a, b) => (a.repository < b.repository ? -1 : 1))
        .map(snapshot => viewOf(snapshot, world, gaps(snapshot, world)));
    for (const view of views)
        holdAll(view);
    for (const view of decide_open(views))
        keepByName(view, rules);
    for (const view of decide_open(views))
        keepByClock(view, rules);
    if (wanting(views))
        return needs(views);
    for (const view of decide_open(views))
        wantWhole(view);
    if (wanting(views))
        return needs(views);
    if (hasCandidateBase(views))
        for (const view of views)
            wantPlatforms(view);
    if (wanting(views))
        return needs(views);
    bases(views, rules);
    for (const limit of limits)
        limit.apply(decide_open(views), rules);
    // What a limit keeps was built on something too.
    bases(views, rules);
    const broken = decide_open(views).filter(view => brokenNesting(view) !== undefined);
    if (broken.length > 0)
        return decide(withGaps(facts, broken), { rules, limits, gaps, bases });
    const plans = new Map(views.map(view => [view, deletionsOf(view)]));
    const freed = freedBy(plans);
    return { repositories: views.map(view => decided(view, plans.get(view) ?? [], freed, rules)) };
}
/** A gap in what was read, or in what is known to run, holds the repository. */
function gapsOf(snapshot, { facts }) {
    return [...facts.usage.gaps, ...snapshot.gaps];
}
function decide_open(views) {
    return views.filter(({ held }) => held.length === 0);
}
function holdAll(view) {
    const gap = view.held[0];
    if (gap === undefined)
        return;
    const more = view.held.length > 1 ? `, and ${view.held.length - 1} more` : '';
    const hold = { because: 'held', detail: `${gap.about}: ${gap.why}${more}` };
    view.graph.digests.forEach((_, node) => {
        view.kept.set(node, hold);
    });
}
function keepByName(view, rules) {
    view.graph.digests.forEach((_, node) => {
        const hold = firstOf(rules.roots, view, node);
        if (hold !== undefined)
            keep(view, node, hold);
    });
    for (const node of candidates(view)) {
        const hold = holdOf(casesOf(view, node), rules.names);
        if (hold !== undefined && hold !== 'unread')
            keep(view, node, hold);
    }
    spread(view, rules);
}
function keepByClock(view, rules) {
    for (const node of candidates(view)) {
        const hold = holdOf(casesOf(view, node), rules.clocks) ?? firstOf(rules.heads, view, node);
        if (hold !== undefined && hold !== 'unread')
            keep(view, node, hold);
    }
    spread(view, rules);
}
function firstOf(rules, view, node) {
    for (const rule of rules) {
        const hold = rule.holds(view, node);
        if (hold !== undefined)
            return hold;
    }
    return undefined;
}
function wanting(views) {
    return views.some(({ wants }) => wants.manifests.size + wants.configs.size + wants.referrers.size > 0);
}
function needs(views) {
    const wants = views
        .filter(view => wanting([view]))
        .map(({ repository, wants: { manifests, configs, referrers } }) => [
        repository,
        { manifests: [...manifests].sort(), configs: [...configs].sort(), referrers: [...referrers].sort() },
    ]);
    return { wants: new Map(wants) };
}
function withGaps(facts, broken) {
    const gaps = new Map(broken.map(view => [view.snapshot, brokenNesting(view)]));
    return {
        ...facts,
        snapshots: facts.snapshots.map(snapshot => {
            const gap = gaps.get(snapshot);
            return gap === undefined ? snapshot : { ...snapshot, gaps: [...snapshot.gaps, gap] };
        }),
    };
}

;// CONCATENATED MODULE: ./lib/cleanup/settle.js


/** Decides, reads what that hangs on, and decides again, until nothing more is wanted. */
async function settle(facts, extend) {
    let snapshots = facts.snapshots;
    let asked = '';
    for (;;) {
        const answer = decide({ ...facts, snapshots });
        if (!('wants' in answer))
            return { decision: answer, snapshots };
        const { wants } = answer;
        const question = JSON.stringify([...wants]);
        if (question === asked) {
            throw new outcome/* HygieneError */.cU('internal', 'a reader left open what a decision hangs on: no fact, no gap, not missing');
        }
        asked = question;
        snapshots = await Promise.all(snapshots.map(snapshot => {
            const wanted = wants.get(snapshot.repository);
            return wanted === undefined ? snapshot : extend(snapshot, wanted);
        }));
    }
}

// EXTERNAL MODULE: ./lib/registry/index.js + 29 modules
var registry = __webpack_require__(6182);
;// CONCATENATED MODULE: ./lib/cleanup/previews.js

/** The pull requests that previews in these repositories belong to, where the policy lets them end with it. */
function previewNumbers(snapshots, policy) {
    if (!Object.values(policy.classes).some(({ ends }) => ends === 'closed'))
        return [];
    const numbers = new Set();
    for (const { tags } of snapshots) {
        for (const tag of tags.keys()) {
            for (const { rule, captured } of (0,lib_policy/* classify */.L8)(tag, policy)) {
                if (rule.ends === 'closed' && captured.number !== undefined)
                    numbers.add(captured.number);
            }
        }
    }
    return [...numbers].sort((a, b) => a - b);
}

;// CONCATENATED MODULE: ./lib/forge/event.js

const trustedOnGitHub = new Set(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch']);
const trustedOnGitLab = new Set(['push', 'schedule', 'web', 'api', 'trigger', 'pipeline', 'parent_pipeline']);
const nothing = /^0+$/;
const longestEvent = (/* unused pure expression or super */ null && (25 * 1024 * 1024));
/** The event of this run; `undefined` outside of CI. */
async function readEvent({ env, files }) {
    if (env['GITLAB_CI'] !== undefined && env['GITLAB_CI'] !== '')
        return gitlabEvent(env);
    if (env['GITHUB_EVENT_NAME'] === undefined || env['GITHUB_EVENT_NAME'] === '')
        return undefined;
    const path = env['GITHUB_EVENT_PATH'];
    const payload = path === undefined || path === '' ? {} : event_parse(await files.readText(path, longestEvent), path);
    return githubEvent(env, payload);
}
function githubEvent(env, payload) {
    const name = env['GITHUB_EVENT_NAME'] ?? '';
    const ref = env['GITHUB_REF'] ?? '';
    const repository = payload['repository'];
    const defaultBranch = typeof repository === 'object' && repository !== null && 'default_branch' in repository
        ? repository.default_branch
        : undefined;
    const before = name === 'push' ? payload['before'] : undefined;
    return {
        forge: 'github',
        name,
        trust: trustedOnGitHub.has(name) ? 'trusted' : 'untrusted',
        commit: env['GITHUB_SHA'] ?? '',
        ...(ref.startsWith('refs/heads/') ? { branch: ref.slice('refs/heads/'.length) } : {}),
        ...(typeof before === 'string' && !nothing.test(before) ? { before } : {}),
        ...(typeof defaultBranch === 'string' ? { defaultBranch } : {}),
    };
}
function gitlabEvent(env) {
    const name = env['CI_PIPELINE_SOURCE'] ?? '';
    const branch = env['CI_COMMIT_BRANCH'];
    const before = name === 'push' ? env['CI_COMMIT_BEFORE_SHA'] : undefined;
    const defaultBranch = env['CI_DEFAULT_BRANCH'];
    return {
        forge: 'gitlab',
        name,
        trust: trustedOnGitLab.has(name) ? 'trusted' : 'untrusted',
        commit: env['CI_COMMIT_SHA'] ?? '',
        ...(branch === undefined || branch === '' ? {} : { branch }),
        ...(before === undefined || before === '' || nothing.test(before) ? {} : { before }),
        ...(defaultBranch === undefined || defaultBranch === '' ? {} : { defaultBranch }),
    };
}
function event_parse(text, path) {
    try {
        const json = JSON.parse(text);
        return typeof json === 'object' && json !== null ? json : {};
    }
    catch (error) {
        throw new HygieneError('bad-file', `the event file ${path} is no JSON`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./lib/forge/index.js


/** The forge that this pipeline runs on; each loads only when it is the one. */
async function openForge(world, tokens, makeOctokit, wait = sleep) {
    const { env, http, now, random } = world;
    const patience = { http, now, random, wait };
    const gitlab = nonEmpty(env['CI_API_V4_URL']);
    if (gitlab !== undefined)
        return openGitLabFrom(env, gitlab, tokens.gitlab, patience);
    const [owner, repo, ...rest] = (nonEmpty(env['GITHUB_REPOSITORY']) ?? '').split('/');
    if (owner === undefined || repo === undefined || owner === '' || repo === '' || rest.length > 0) {
        throw new outcome/* HygieneError */.cU('bad-usage', 'which project? This is no pipeline of GitHub or GitLab', {
            fix: 'GITHUB_REPOSITORY=acme/app GITHUB_TOKEN=…, or CI_API_V4_URL=https://gitlab.example.com/api/v4 CI_PROJECT_PATH=acme/app GITLAB_TOKEN=…',
        });
    }
    if (tokens.github === undefined) {
        throw new outcome/* HygieneError */.cU('no-credentials', `no token for the GitHub API of ${owner}/${repo}`, {
            fix: 'with: { github-token: ${{ github.token }} }, or in a shell GITHUB_TOKEN=…',
        });
    }
    const { openGitHub } = await __webpack_require__.e(/* import() */ 866).then(__webpack_require__.bind(__webpack_require__, 3866));
    const api = forge_addressOf(nonEmpty(env['GITHUB_API_URL']) ?? 'https://api.github.com', 'GITHUB_API_URL');
    const run = Number(env['GITHUB_RUN_ID']);
    return openGitHub({ api, owner, repo, token: tokens.github, ...(Number.isSafeInteger(run) && run > 0 ? { run } : {}) }, patience, makeOctokit);
}
async function openGitLabFrom(env, address, access, patience) {
    const project = nonEmpty(env['CI_PROJECT_PATH']) ?? nonEmpty(env['CI_PROJECT_ID']);
    if (project === undefined) {
        throw new outcome/* HygieneError */.cU('bad-usage', 'CI_API_V4_URL is set but CI_PROJECT_PATH is not: which project?', {
            fix: 'CI_PROJECT_PATH=group/project',
        });
    }
    const job = nonEmpty(env['CI_JOB_TOKEN']);
    if (access === undefined && job === undefined) {
        throw new outcome/* HygieneError */.cU('no-credentials', `no token for the GitLab API of ${project}`, {
            fix: 'store a project access token (role Developer, scope api) as masked variable GITLAB_TOKEN',
        });
    }
    const { openGitLab } = await Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(439), __webpack_require__.e(514), __webpack_require__.e(850)]).then(__webpack_require__.bind(__webpack_require__, 1850));
    const defaultBranch = nonEmpty(env['CI_DEFAULT_BRANCH']);
    const id = Number(env['CI_JOB_ID']);
    const name = nonEmpty(env['CI_JOB_NAME']);
    return openGitLab({
        api: forge_addressOf(address, 'CI_API_V4_URL'),
        project,
        token: access === undefined ? { kind: 'job', value: job ?? '' } : { kind: 'access', value: access },
        ...(defaultBranch === undefined ? {} : { defaultBranch }),
        ...(name !== undefined && Number.isSafeInteger(id) && id > 0 ? { job: { id, name } } : {}),
    }, patience);
}
function forge_addressOf(text, variable) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:'))
        return url;
    throw new outcome/* HygieneError */.cU('bad-usage', `${variable}: '${text.slice(0, 200)}' is no address`);
}
function nonEmpty(text) {
    return text === undefined || text === '' ? undefined : text;
}
function sleep(milliseconds) {
    return new Promise(resolve => setTimeout(resolve, milliseconds));
}

;// CONCATENATED MODULE: ./lib/system/octokit.js
/**
 * The octokit of @actions/github with our own HTTP below it, so that proxies, authorities, size limits and waiting are
 * the same for both forges. The address is a parameter because the package reads GITHUB_API_URL when it is imported.
 */
async function octokitOver(send, { api, token }) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    return getOctokit(token, {
        baseUrl: api.href.replace(/\/$/, ''),
        userAgent: 'image-hygiene',
        log: { debug() { }, info() { }, warn() { }, error() { } },
        request: { fetch: fetchThrough(send, api) },
    });
}
/** Bytes: a plan of ten thousand images and the comparison that shows it. */
const answerLimit = 32 * 1024 * 1024;
const redirects = 3;
function fetchThrough(send, api) {
    return async (address, { method = 'GET', headers = {}, body }) => {
        let url = new URL(address);
        for (let hop = 0;; hop++) {
            const answer = await send({
                method: method,
                url,
                headers,
                limit: answerLimit,
                ...(body === undefined ? {} : { body }),
            });
            const target = redirectOf(answer, method, url);
            // A renamed repository answers with a redirect; the token follows it only to the same origin.
            if (target === undefined || target.origin !== api.origin || hop === redirects)
                return responseOf(answer);
            url = target;
        }
    };
}
function redirectOf({ status, headers }, method, url) {
    const location = headers['location'];
    if (location === undefined)
        return undefined;
    const keepsMethod = status === 307 || status === 308;
    return keepsMethod || ((status === 301 || status === 302) && method === 'GET')
        ? new URL(location, url)
        : undefined;
}
function responseOf({ status, headers, body }) {
    const empty = status === 204 || status === 205 || status === 304;
    return new Response(empty ? null : Buffer.from(body), { status, headers });
}

;// CONCATENATED MODULE: ./lib/steps/forge.js


/** The forge that this pipeline runs on, for the steps that need one. */
function forgeOf(world, tokens) {
    return openForge(world, tokens, octokitOver);
}

;// CONCATENATED MODULE: ./lib/steps/closed-requests.js



/** Which of the previews' pull requests are closed. A forge that does not answer means that they stay, and is said. */
async function closedRequests(snapshots, policy, { githubToken, gitlabToken }, world) {
    const open = { project: '', at: new Map() };
    const numbers = previewNumbers(snapshots, policy);
    if (numbers.length === 0)
        return { closed: open, findings: [] };
    try {
        const forge = await forgeOf(world, { github: githubToken, gitlab: gitlabToken });
        const at = new Map();
        for (const [number, ending] of await forge.ends(numbers)) {
            if (typeof ending === 'object')
                at.set(number, ending.ended);
        }
        return { closed: { project: forge.project, at }, findings: [] };
    }
    catch (error) {
        if (!(error instanceof outcome/* HygieneError */.cU))
            throw error;
        const message = `which pull requests are closed could not be asked, so previews wait for their clock: ${error.message}`;
        const fix = error.findings[0]?.fix;
        return {
            closed: open,
            findings: [
                { rule: 'previews-unknown', severity: 'warning', message, ...(fix === undefined ? {} : { fix }) },
            ],
        };
    }
}

// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
;// CONCATENATED MODULE: ./lib/steps/held.js
const held_most = 5;
/** Why nothing of a repository is planned; what holds them all is said once. */
function heldFindings({ repositories }, usage) {
    const everywhere = usage.gaps.map(({ about, why }) => held_held(`every repository is held: ${about}: ${why}`));
    return [
        ...everywhere,
        ...repositories.flatMap(({ repository, held: gaps }) => {
            const own = gaps.filter(gap => !usage.gaps.includes(gap));
            const more = own.length > held_most ? [held_held(`${own.length - held_most} more things could not be read`, repository)] : [];
            return [...own.slice(0, held_most).map(({ about, why }) => held_held(`${about}: ${why}`, repository)), ...more];
        }),
    ];
}
function held_held(message, image) {
    return { rule: 'held', severity: 'error', message, ...(image === undefined ? {} : { image }) };
}

// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
;// CONCATENATED MODULE: ./lib/steps/moment.js


/** `--at`, or now. Throws `bad-usage` for what is neither RFC 3339 nor unix seconds. */
function moment_momentOf(at, world) {
    const moment = at === undefined ? world.now() : (0,lib_image/* parseExpireAt */.K5)(at);
    if (typeof moment === 'number')
        return moment;
    throw new outcome/* HygieneError */.cU('bad-usage', `at: '${at}' ${moment?.why ?? 'is empty'}`, {
        fix: '--at 2026-12-01T00:00:00Z, or --at 1796083200',
    });
}

;// CONCATENATED MODULE: ./lib/cleanup/blockers.js
/** The blockers of a decision, most images first. */
function blockersOf(decision, cleanup) {
    const held = new Map();
    for (const { images } of decision.repositories) {
        for (const image of images) {
            if (image.fate.goes || !Object.hasOwn(words, image.fate.because))
                continue;
            const known = held.get(image.fate.because);
            if (known === undefined)
                held.set(image.fate.because, [image]);
            else
                known.push(image);
        }
    }
    return [...held]
        .map(([because, images]) => blockerOf(because, images, cleanup))
        .sort((a, b) => b.images - a.images);
}
const legacy = (clock) => `classes:\n  legacy: { tags: ['*'], expires: 180d }${clock === '' ? '' : `\ncleanup:\n  clock: ${clock}`}`;
const words = {
    'no-class': {
        what: 'have tags of no class',
        opens: ({ clock }) => legacy(clock === 'created' ? '' : 'created'),
    },
    'no-clock': {
        what: 'have no clock: no expire_at, and nothing that the policy takes instead',
        opens: ({ clock }) => clock === 'created'
            ? 'label them when they are built: the step prepare writes expire_at'
            : `cleanup:\n  clock: ${clock === 'label' ? 'push' : 'created'}`,
    },
    'absurd-clock': {
        what: 'have an expire_at that is no moment in unix seconds',
        opens: () => 'mend the label where it is written (unix seconds, ten digits), or give their tags a class without a clock',
    },
    unranked: {
        what: 'cannot be ranked, so a floor neither counts nor drops them',
        opens: () => 'retag them as versions (v1.2.3), or give those tags a class of their own',
    },
    limit: {
        what: 'could go, but not all at once',
        opens: ({ limits }) => `cleanup:\n  limits: { deletions: ${limits.deletions * 2}, share: ${Math.min(100, Math.round(limits.share * 200))}% }`,
    },
    held: {
        what: 'are in repositories that could not be read whole, or nobody knows what runs',
        opens: () => 'see the findings named held: nothing of such a repository is planned until they are mended',
    },
};
function blockerOf(because, images, cleanup) {
    const { what, opens } = words[because];
    return {
        because,
        images: images.length,
        examples: images
            .slice(0, 3)
            .map(({ repository, head, tags }) => `${repository}${tags[0] === undefined ? `@${head}` : `:${tags[0]}`}`),
        what,
        opens: opens(cleanup),
    };
}

;// CONCATENATED MODULE: ./lib/cleanup/overview.js
/** A row per repository and class, in the order of the decision; within a repository by name of the class. */
function overviewOf(decision) {
    return decision.repositories.flatMap(({ repository, images }) => {
        const groups = new Map();
        for (const image of images) {
            const group = groupOf(image);
            const known = groups.get(group);
            if (known === undefined)
                groups.set(group, [image]);
            else
                known.push(image);
        }
        return [...groups]
            .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
            .map(([group, members]) => rowOf(repository, group, members));
    });
}
function rowOf(repository, group, images) {
    const kept = new Map();
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
        if (clock !== undefined)
            oldest = Math.min(oldest ?? clock.at, clock.at);
    }
    return {
        repository,
        group,
        images: images.length,
        goes,
        bytes,
        ...(oldest === undefined ? {} : { oldest }),
        kept,
    };
}
function groupOf({ class: name, tags, fate }) {
    if (name !== undefined)
        return name;
    if (tags.length === 0)
        return '(untagged)';
    const hangs = !fate.goes && (fate.because === 'metadata' || fate.because === 'referrer-of-kept');
    return hangs || tags.every(tag => tag.startsWith('sha256-')) ? '(signatures)' : '(no class)';
}
function rank(group) {
    return group.startsWith('(') ? 1 : 0;
}

;// CONCATENATED MODULE: ./lib/cleanup/collection.js
/** How a registry's own garbage collection is started, by host: deleting manifests alone frees no disk. */
function collectionOf(host) {
    return hosts.find(([pattern]) => pattern.test(host))?.[1] ?? anyOther;
}
const hosts = [
    [/^ghcr\.io$/, 'GitHub frees it by itself; a package version can be restored there for 30 days'],
    [
        /(?:^|\.)gitlab\./,
        'GitLab collects by itself, about a day later; self-managed without the metadata database: gitlab-ctl registry-garbage-collect -m',
    ],
    [/\.dkr\.ecr\..*\.amazonaws\.com$/, 'ECR frees it by itself'],
    [/\.azurecr\.io$/, 'ACR frees it by itself'],
    [/(?:^|\.)(?:gcr\.io|pkg\.dev)$/, 'Artifact Registry frees it by itself'],
    [/^quay\.io$/, 'Quay collects by itself, after its time machine'],
];
const anyOther = 'docker-registry and distribution: stop pushes, then `registry garbage-collect /etc/docker/registry/config.yml`; Harbor: Administration, Clean Up, GC Now; zot and olareg collect by themselves';

;// CONCATENATED MODULE: ./lib/cleanup/overview-text.js




const overview_text_words = {
    'in-use': 'in use',
    'never-expires': 'never expire',
    newest: 'among the newest',
    unranked: 'cannot be ranked',
    'not-expired': 'not expired',
    'too-young': 'too young',
    'no-clock': 'no clock',
    'absurd-clock': 'absurd clock',
    'no-class': 'no class',
    shared: 'needed by a kept image',
    'base-of-kept': 'base of a kept image',
    'referrer-of-kept': 'refer to a kept image',
    metadata: 'refer to something not here',
    'unknown-type': 'of unknown type',
    'kept-by-reviewer': 'kept by a reviewer',
    'last-image': 'last image',
    limit: 'over a limit',
    held: 'held',
};
/** The plan for a terminal: a table a repository, then how the bytes are freed, then what holds others. */
function overviewText(decision, rows, blockers) {
    const parts = decision.repositories.map(({ repository, held, bytes }) => {
        const own = rows.filter(row => row.repository === repository);
        const head = `${(0,report/* oneLine */.TN)(repository)}${held.length > 0 ? '  (held: nothing of it is planned)' : ''}`;
        if (own.length === 0)
            return `${head}\n  no images`;
        const freed = bytes > 0 ? [`  frees at most ${formatBytes(bytes)}`] : [];
        return [head, ...table(own).map(line => `  ${line}`), ...freed].join('\n');
    });
    return [...parts, totalText(decision, rows), ...blockers.map(blockerText)]
        .filter(part => part !== '')
        .join('\n\n');
}
/** The same as Markdown, for a job summary. */
function overviewSummary(decision, rows, blockers) {
    const table = [
        '| repository | class | images | goes | frees at most | oldest | kept |',
        '|---|---|--:|--:|--:|---|---|',
        ...rows.map(row => {
            const [group, images, goes, bytes, oldest, kept] = cellsOf(row);
            return `| ${(0,report/* inCode */.pN)(row.repository)} | ${(0,report/* inMarkdown */.Hi)(group)} | ${images} | ${goes} | ${bytes} | ${oldest} | ${(0,report/* inMarkdown */.Hi)(kept)} |`;
        }),
    ];
    const opened = blockers.map(({ images, what, opens }) => `**${count(images, 'image')}** ${(0,report/* inMarkdown */.Hi)(what)}.\n\n\`\`\`yaml\n${opens.replaceAll('`', "'")}\n\`\`\``);
    return [table.join('\n'), totalText(decision, rows), ...opened].join('\n\n');
}
function table(rows) {
    const cells = [['class', 'images', 'goes', 'frees at most', 'oldest', 'kept'], ...rows.map(cellsOf)];
    const widths = cells[0]?.map((_, column) => Math.max(...cells.map(row => (row[column] ?? '').length))) ?? [];
    return cells.map(row => row
        .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column >= 1 && column <= 3 ? cell.padStart(width) : cell.padEnd(width);
    })
        .join('  ')
        .trimEnd());
}
function cellsOf({ group, images, goes, bytes, oldest, kept }) {
    const reasons = [...kept]
        .sort(([, a], [, b]) => b - a)
        .map(([because, number]) => `${number} ${overview_text_words[because]}`);
    return [
        (0,report/* oneLine */.TN)(group),
        images.toLocaleString('en-US'),
        goes.toLocaleString('en-US'),
        goes === 0 ? '' : formatBytes(bytes),
        oldest === undefined ? '' : `since ${(0,lib_image/* formatInstant */.r4)(oldest).slice(0, 10)}`,
        reasons.join(', '),
    ];
}
function totalText({ repositories }, rows) {
    const goes = rows.reduce((sum, row) => sum + row.goes, 0);
    const images = rows.reduce((sum, row) => sum + row.images, 0);
    if (goes === 0)
        return `Of ${count(images, 'image')}, none can go.`;
    const bytes = repositories.reduce((sum, one) => sum + one.bytes, 0);
    const hosts = new Set(repositories
        .filter(one => one.images.some(({ fate }) => fate.goes))
        .map(one => (0,lib_image/* registryOf */.Fv)(one.repository)));
    const collections = [...hosts].map(host => `  ${(0,report/* oneLine */.TN)(host)}: ${collectionOf(host)}`);
    return [
        `Of ${count(images, 'image')}, ${goes.toLocaleString('en-US')} can go. That frees at most ${formatBytes(bytes)}, at the registry's next garbage collection:`,
        ...collections,
    ].join('\n');
}
function blockerText({ images, what, opens, examples }) {
    const lines = opens.split('\n').map(line => `    ${line}`);
    const shown = examples.map(example => (0,report/* oneLine */.TN)(example, 160)).join(', ');
    return [
        `${count(images, 'image')} ${what} (${shown}${images > examples.length ? ', …' : ''}). To let them go:`,
        ...lines,
    ].join('\n');
}

;// CONCATENATED MODULE: ./lib/steps/plan-report.js






/** What a plan says: the table, what holds others, the findings. */
function reportPlan({ decision, lines }, findings, { policy }, made) {
    const totals = totalsOf(decision);
    const rows = overviewOf(decision);
    const blockers = blockersOf(decision, policy.cleanup);
    return {
        // Held is exit 3: what could not be decided is never a pass.
        verdict: totals.held > 0 ? 'error' : (0,outcome/* verdictOf */.Vj)(findings),
        findings,
        outputs: {
            going: String(totals.going),
            kept: String(totals.kept),
            held: String(totals.held),
            'freed-bytes': String(totals.bytes),
            'plan-id': planId(lines),
            ...fileOutput(made.planFile),
            ...proposalOutputs(made.proposed),
        },
        stats: { ...made.stats, images: totals.going + totals.kept, ...totals },
        text: [overviewText(decision, rows, blockers), (0,report/* terminalFindings */.fU)(findings)]
            .filter(part => part !== '')
            .join('\n\n'),
        summary: overviewSummary(decision, rows, blockers),
    };
}
function totalsOf({ repositories }) {
    const all = repositories.flatMap(({ images }) => images);
    const going = all.filter(({ fate }) => fate.goes).length;
    return {
        going,
        kept: all.length - going,
        held: repositories.filter(({ held }) => held.length > 0).length,
        bytes: repositories.reduce((sum, { bytes }) => sum + bytes, 0),
    };
}
function fileOutput(path) {
    return path === undefined ? {} : { 'plan-file': path };
}
function proposalOutputs(proposed) {
    if (proposed === undefined)
        return {};
    return {
        'pull-request-operation': proposed.operation,
        ...(proposed.number === undefined ? {} : { 'pull-request-number': String(proposed.number) }),
        ...(proposed.url === undefined ? {} : { 'pull-request-url': proposed.url }),
    };
}

// EXTERNAL MODULE: ./lib/steps/policy.js + 1 modules
var policy = __webpack_require__(9243);
;// CONCATENATED MODULE: ./lib/steps/registries.js

/** The registries of the images that the policy manages, with what the call says about reaching them. */
async function registriesOf(call, policy, world) {
    return (0,registry.openRegistries)(world, {
        plainHttp: policy.cleanup['plain-http'],
        given: { images: policy.images, username: call.registryUsername, password: call.registryPassword },
        authorities: call.caFile === undefined ? undefined : await world.files.readText(call.caFile),
        ...(call.cacheDir === undefined ? {} : { cacheFolder: call.cacheDir }),
    });
}

;// CONCATENATED MODULE: ./lib/steps/plan.js



















const plan_nobody = { keeps: [], struck: new Set() };
const plan = (0,steps_define/* defineStep */.ol)({
    name: 'plan',
    inputs: {
        images: inputs/* images */.zC,
        inUse: inputs/* inUse */.Lj,
        planFile: inputs/* planFile */.eS,
        at: inputs.at,
        openPullRequest: inputs/* openPullRequest */.Hw,
        config: inputs/* config */.$W,
        printPolicy: inputs/* printPolicy */.yv,
        registryUsername: inputs/* registryUsername */.YY,
        registryPassword: inputs/* registryPassword */.JX,
        caFile: inputs/* caFile */.DO,
        cacheDir: inputs/* cacheDir */.e8,
        githubToken: inputs/* githubToken */.bU,
        gitlabToken: inputs/* gitlabToken */.Dq,
        summary: inputs/* summary */.z,
    },
    positional: 'images',
    outputs: {
        going: 'How many images can go.',
        kept: 'How many stay.',
        held: 'How many repositories are held.',
        'freed-bytes': 'The most that the registry could free, in bytes.',
        'plan-id': 'The id of the plan: a hash of its lines.',
        'plan-file': 'Path of the plan, if it was written.',
        'pull-request-number': 'Number of the cleanup pull or merge request.',
        'pull-request-url': 'Its address.',
        'pull-request-operation': 'What was done with it: created, updated, unchanged, closed, held or quiet.',
    },
    permissions: {
        github: { contents: 'write', 'pull-requests': 'write', packages: 'read' },
        registry: 'pull',
        gitlab: 'A project access token with the scope api, only to open a merge request.',
    },
    async run(inputs, world) {
        const loaded = await (0,policy/* loadPolicy */.t)(inputs, world);
        if (inputs.printPolicy)
            return printed(loaded);
        const now = moment_momentOf(inputs.at, world);
        const usage = await readUsage(inputs.inUse, loaded.policy, world.files, world.now());
        refuseBlindProposal(inputs, usage);
        const registries = await registriesOf(inputs, plan_named(loaded).policy, world);
        let snapshots = await (0,registry/* readRepositories */.N)(loaded.policy.images, registries, world.log);
        const { closed, findings: silence } = await closedRequests(snapshots, loaded.policy, inputs, world);
        const before = await planBefore(inputs.planFile ?? loaded.policy.cleanup['plan-file'], world);
        const planUnder = async (reviewed) => {
            const kept = keepLines(before, reviewed, snapshots);
            const settled = await settle({ snapshots, usage, policy: loaded, now, kept, closed }, (snapshot, wants) => (0,registry/* extend */.X)(snapshot, wants, registries));
            snapshots = settled.snapshots;
            const header = { policy: loaded.digest, sources: usage.sources.map(({ name }) => name) };
            return { header, lines: planLines(settled.decision, kept), decision: settled.decision };
        };
        const fresh = await planUnder(plan_nobody);
        const proposed = inputs.openPullRequest ? await proposeIt(planUnder, loaded, inputs, world) : undefined;
        const text = proposed?.text ?? formatPlan(fresh.header, fresh.lines);
        if (inputs.planFile !== undefined)
            await world.files.write(inputs.planFile, text);
        const findings = [
            ...heldFindings(fresh.decision, usage),
            ...usage.findings,
            ...silence,
            ...mistakesOf(fresh.decision, snapshots, loaded),
            ...(proposed?.findings ?? []),
        ];
        return reportPlan(fresh, findings, loaded, {
            planFile: inputs.planFile,
            proposed,
            stats: registries.stats(),
        });
    },
});
function printed(loaded) {
    return { verdict: 'pass', findings: [], outputs: {}, stats: {}, text: (0,lib_policy/* formatPolicy */.EL)(loaded) };
}
/** A pull request asks people to trust it, so somebody must have said what runs, and it is about today. */
function refuseBlindProposal(inputs, usage) {
    if (!inputs.openPullRequest)
        return;
    if (inputs.at !== undefined) {
        throw new outcome/* HygieneError */.cU('bad-usage', 'at: a pull request is about now, not about another moment', {
            fix: 'leave out --at, or --open-pull-request',
        });
    }
    if (usage.standing !== 'missing')
        return;
    throw new outcome/* HygieneError */.cU('bad-usage', 'nothing says what is in use, so no pull request is opened', {
        fix: '--in-use prod.json, or `in-use: none` in the policy, said on purpose',
    });
}
function plan_named(loaded) {
    if (loaded.policy.images.length > 0)
        return loaded;
    throw new outcome/* HygieneError */.cU('bad-usage', 'no images are named', {
        fix: "--images 'ghcr.io/acme/**', or `images: ['ghcr.io/acme/**']` in .image-hygiene.yml",
    });
}
async function planBefore(path, { files }) {
    return (await files.kind(path)) === 'file' ? readPlan(await files.readText(path), path) : undefined;
}
async function proposeIt(planUnder, { policy }, tokens, world) {
    const forge = await forgeOf(world, { github: tokens.githubToken, gitlab: tokens.gitlabToken });
    const wait = (milliseconds) => new Promise(resolve => setTimeout(resolve, milliseconds));
    return propose({ forge, rules: policy.cleanup, plan: planUnder, now: world.now(), wait });
}


/***/ })

};
