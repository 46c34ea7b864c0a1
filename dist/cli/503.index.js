"use strict";
exports.id = 503;
exports.ids = [503];
exports.modules = {

/***/ 9503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runOnTerminal: () => (/* binding */ runOnTerminal)
});

// EXTERNAL MODULE: ./lib/report/terminal.js
var report_terminal = __webpack_require__(1488);
// EXTERNAL MODULE: ./lib/report/harmless.js
var harmless = __webpack_require__(2463);
;// CONCATENATED MODULE: ./lib/system/log.js

/** In CI a progress line at most every five seconds: enough to see life, few enough to read. */
const quiet = 5_000;
function createLog(target) {
    const secrets = new Set();
    let last = Number.NEGATIVE_INFINITY;
    const masked = (text) => {
        let shown = text;
        for (const secret of secrets)
            shown = shown.replaceAll(secret, '***');
        return shown;
    };
    const line = (text) => target.line((0,harmless/* withoutCommands */.Df)(masked(text)));
    return {
        info: line,
        warn: text => line(`warning: ${text}`),
        progress: text => {
            if (target.replace !== undefined)
                return target.replace(masked((0,harmless/* oneLine */.TN)(text)));
            const now = target.clock();
            if (now - last < quiet)
                return;
            last = now;
            line((0,harmless/* oneLine */.TN)(text));
        },
        secret: value => {
            // A short or empty "secret" would blank out half of every line.
            if (value.length < 4)
                return;
            for (const form of formsOf(value))
                secrets.add(form);
            target.mask?.(value);
        },
        masked,
    };
}
/** A secret as it would look in a URL, in JSON, and escaped for Markdown. */
function formsOf(value) {
    return [
        value,
        encodeURIComponent(value),
        JSON.stringify(value).slice(1, -1),
        (0,harmless/* inMarkdown */.Hi)(value),
        (0,harmless/* inCode */.pN)(value).replace(/^`|`$|<\/?code>/g, ''),
    ];
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/outcome/error.js
var outcome_error = __webpack_require__(3166);
;// CONCATENATED MODULE: ./lib/system/files.js





const defaultLimit = 16 * 1024 * 1024;
/**
 * The file system below `cwd`; absolute paths are taken as they are. What is only a look or a small read is done at
 * once: the four trips through Node's thread pool cost as much as reading four files does, and nobody waits meanwhile.
 */
function createFiles(cwd, input) {
    const at = (path) => ((0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.resolve)(cwd, path));
    async function read(path, limit = defaultLimit) {
        const opened = openToRead(at(path), path);
        let streamed = false;
        try {
            const facts = (0,external_node_fs_.fstatSync)(opened);
            if (facts.isDirectory())
                throw new outcome_error/* HygieneError */.c('bad-file', `${path} is a folder, not a file`);
            if (facts.size > limit)
                throw tooLarge(path, limit);
            // A stream costs more than reading a small file does; only what is no plain file needs one.
            const whole = facts.isFile() ? readPlain(opened, facts.size) : undefined;
            if (whole !== undefined)
                return whole;
            streamed = true;
            const chunks = [];
            let length = 0;
            for await (const chunk of (0,external_node_fs_.createReadStream)('', { fd: opened })) {
                length += chunk.length;
                if (length > limit)
                    throw tooLarge(path, limit);
                chunks.push(chunk);
            }
            return Buffer.concat(chunks);
        }
        finally {
            // A stream closes what it reads from.
            if (!streamed)
                (0,external_node_fs_.closeSync)(opened);
        }
    }
    async function* stream(path, piece) {
        if (piece?.length === 0)
            return;
        const range = piece === undefined ? {} : { start: piece.start, end: piece.start + piece.length - 1 };
        try {
            yield* (0,external_node_fs_.createReadStream)(at(path), { highWaterMark: 256 * 1024, ...range });
        }
        catch (error) {
            throw unreadable(path, error);
        }
    }
    async function kind(path) {
        const facts = factsOf(at(path));
        if (facts === undefined)
            return 'absent';
        return facts.isFile() ? 'file' : facts.isDirectory() ? 'folder' : 'other';
    }
    async function write(path, content) {
        const target = at(path);
        // Loaded with the first file: whoever only reads can do without.
        const { randomBytes } = process.getBuiltinModule('node:crypto');
        const draft = `${target}.${randomBytes(6).toString('hex')}.tmp`;
        try {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
            const handle = await (0,promises_.open)(draft, 'wx');
            try {
                if (typeof content === 'string' || content instanceof Uint8Array)
                    await handle.writeFile(content);
                else
                    for await (const piece of content)
                        await handle.writeFile(piece);
                await handle.sync();
            }
            finally {
                await handle.close();
            }
            await (0,promises_.rename)(draft, target);
        }
        catch (error) {
            await (0,promises_.rm)(draft, { force: true }).catch(() => { });
            if (error instanceof outcome_error/* HygieneError */.c)
                throw error;
            throw unwritable(path, error);
        }
    }
    async function append(path, content) {
        try {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(at(path)), { recursive: true });
            const handle = await (0,promises_.open)(at(path), 'a');
            try {
                await handle.writeFile(content);
                await handle.sync();
            }
            finally {
                await handle.close();
            }
        }
        catch (error) {
            throw unwritable(path, error);
        }
    }
    return {
        read,
        readText: async (path, limit) => new TextDecoder().decode(await read(path, limit)),
        stream,
        size: async (path) => {
            const facts = factsOf(at(path));
            return facts?.isFile() ? facts.size : undefined;
        },
        kind,
        list: async (path) => namesIn(at(path)).toSorted(),
        find: globs => find(cwd, globs),
        write,
        writeFrom: write,
        append,
        remove: path => (0,promises_.rm)(at(path), { recursive: true, force: true }),
        below: folder => createFiles(at(folder), input),
        temporaryFolder,
        standardInput: limit => readAll(input, limit ?? defaultLimit),
    };
}
function openToRead(target, path) {
    try {
        // Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
        return (0,external_node_fs_.openSync)(target, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
    }
    catch (error) {
        throw unreadable(path, error);
    }
}
/** Of a link, those of what it leads to; undefined if there is nothing, or nothing that may be looked at. */
function factsOf(target) {
    try {
        return (0,external_node_fs_.statSync)(target, { throwIfNoEntry: false });
    }
    catch {
        return undefined;
    }
}
function namesIn(target) {
    try {
        return (0,external_node_fs_.readdirSync)(target);
    }
    catch {
        return [];
    }
}
/** A plain file of the size that it said, or undefined if it has more: it grows, or its size is no size (`/proc`). */
function readPlain(opened, size) {
    const bytes = Buffer.allocUnsafe(size + 1);
    let length = 0;
    while (length < bytes.length) {
        const bytesRead = (0,external_node_fs_.readSync)(opened, bytes, length, bytes.length - length, length);
        length += bytesRead;
        if (bytesRead === 0 || length === size)
            return bytes.subarray(0, length);
    }
    return undefined;
}
/** Loaded only when globs are used: most steps never need it. */
async function find(cwd, globs) {
    const [{ glob }, { ignoredBelow }] = await Promise.all([__webpack_require__.e(/* import() */ 382).then(__webpack_require__.bind(__webpack_require__, 3382)), Promise.all(/* import() */[__webpack_require__.e(298), __webpack_require__.e(803)]).then(__webpack_require__.bind(__webpack_require__, 7803))]);
    const found = await glob([...globs], {
        cwd,
        dot: true,
        onlyFiles: true,
        followSymbolicLinks: false,
        expandDirectories: false,
        ignore: ['**/.git/**', '**/node_modules/**'],
    });
    const root = await (0,promises_.realpath)(cwd);
    const ignored = await ignoredBelow(cwd, found);
    const isInside = async (path) => {
        const facts = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(cwd, path), { throwIfNoEntry: false });
        if (!facts?.isSymbolicLink())
            return facts !== undefined;
        const target = await (0,promises_.realpath)((0,external_node_path_.join)(cwd, path)).catch(() => undefined);
        return target !== undefined && !(0,external_node_path_.relative)(root, target).startsWith(`..${external_node_path_.sep}`);
    };
    const candidates = found.filter(path => !ignored(path));
    const inside = await Promise.all(candidates.map(isInside));
    return candidates.filter((_, index) => inside[index]).toSorted();
}
async function readAll(input, limit) {
    const chunks = [];
    let length = 0;
    for await (const chunk of input) {
        length += chunk.length;
        if (length > limit)
            throw tooLarge('standard input', limit);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
const temporary = [];
async function temporaryFolder() {
    if (temporary.length === 0) {
        const { rmSync } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 3024, 19));
        process.once('exit', () => {
            for (const folder of temporary)
                rmSync(folder, { recursive: true, force: true });
        });
    }
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'image-hygiene-'));
    temporary.push(folder);
    return folder;
}
function tooLarge(path, limit) {
    return new outcome_error/* HygieneError */.c('bad-file', `${path} is larger than ${limit.toLocaleString('en')} bytes`);
}
function unreadable(path, error) {
    const code = error.code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
        return new outcome_error/* HygieneError */.c('no-file', `${path}: no such file`, { cause: error, fix: 'check the path' });
    }
    return new outcome_error/* HygieneError */.c('bad-file', `${path} cannot be read: ${code ?? String(error)}`, { cause: error });
}
function unwritable(path, error) {
    const code = error.code ?? String(error);
    return new outcome_error/* HygieneError */.c('bad-file', `${path} cannot be written: ${code}`, { cause: error });
}

;// CONCATENATED MODULE: ./lib/system/deadlines.js
const tick = 100;
function createDeadlines() {
    const open = new Set();
    let timer;
    const look = () => {
        const now = performance.now();
        for (const limited of open) {
            if (limited.due > now)
                continue;
            open.delete(limited);
            limited.late();
        }
        if (open.size > 0)
            return;
        clearInterval(timer);
        timer = undefined;
    };
    return {
        set(limited, milliseconds) {
            limited.due = performance.now() + milliseconds;
            open.add(limited);
            // Not waited for: what is limited keeps a run alive by its own socket, and a run that is done shall end at once.
            timer ??= setInterval(look, tick).unref();
        },
        clear(limited) {
            open.delete(limited);
        },
    };
}

;// CONCATENATED MODULE: ./lib/system/http-dispatchers.js

const connecting = 10_000;
/** As many as the registry client keeps busy at most; whoever adapts its concurrency does so below this. */
const connectionsPerOrigin = 32;
async function openDispatchers(env, authorities) {
    const { default: PoolOfConnections } = await Promise.all(/* import() */[__webpack_require__.e(440), __webpack_require__.e(628)]).then(__webpack_require__.t.bind(__webpack_require__, 628, 19));
    const trust = authorities === undefined ? {} : { ca: [...(await trustedByNode()), authorities] };
    const common = { connections: connectionsPerOrigin, connect: { timeout: connecting, ...trust } };
    const pools = new Map();
    const httpProxy = env['http_proxy'] ?? env['HTTP_PROXY'] ?? '';
    const httpsProxy = env['https_proxy'] ?? env['HTTPS_PROXY'] ?? '';
    const noProxy = env['no_proxy'] ?? env['NO_PROXY'] ?? '';
    let proxied;
    if (httpProxy !== '' || httpsProxy !== '') {
        const tls = { timeout: connecting, ...trust };
        try {
            const { EnvHttpProxyAgent } = await Promise.all(/* import() */[__webpack_require__.e(440), __webpack_require__.e(628), __webpack_require__.e(752)]).then(__webpack_require__.t.bind(__webpack_require__, 4371, 19));
            proxied = new EnvHttpProxyAgent({
                ...common,
                httpProxy,
                httpsProxy,
                noProxy,
                requestTls: tls,
                proxyTls: tls,
            });
        }
        catch (cause) {
            // The value may hold a password: it is not quoted.
            throw new outcome_error/* HygieneError */.c('bad-usage', 'HTTP_PROXY or HTTPS_PROXY is no URL of a proxy', {
                fix: 'set it to http://host:port, or unset it',
                cause,
            });
        }
    }
    return {
        direct(origin) {
            const known = pools.get(origin);
            if (known !== undefined)
                return known;
            const pool = new PoolOfConnections(origin, common);
            pools.set(origin, pool);
            return pool;
        },
        ...(proxied === undefined ? {} : { proxied }),
        async close() {
            await Promise.all([...pools.values(), proxied].map(dispatcher => dispatcher?.destroy()));
        },
    };
}
/** A proxy on another machine cannot reach it, and Go's tools never ask one to. */
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname);
}
/** With NODE_EXTRA_CA_CERTS and the system's store where this Node can name them (22.15, 24 and later). */
async function trustedByNode() {
    const tls = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1692, 19));
    const ask = tls.getCACertificates;
    return ask === undefined ? tls.rootCertificates : ask('default');
}

;// CONCATENATED MODULE: ./lib/system/http-failure.js

/** What went wrong below HTTP, as an error of ours that names the address without its query, which may hold a secret. */
function failureOf(error, url, timeout) {
    if (error instanceof outcome_error/* HygieneError */.c)
        return error;
    const { code, name, message } = describe(error);
    const slow = timeouts[code];
    if (slow !== undefined || name === 'TimeoutError') {
        return new outcome_error/* HygieneError */.c('too-slow', `${shown(url)} ${slow ?? `took more than ${timeout / 1000} s`}`, {
            cause: error,
        });
    }
    const kind = kinds[code] ?? kinds[name] ?? 'unreachable';
    return new outcome_error/* HygieneError */.c(kind, `${shown(url)}: ${message}`, { cause: error, fix: fixOf(code, url) });
}
/** Scheme, host and path: never user, password or query. */
function shown(url) {
    return `${url.origin}${url.pathname}`;
}
const timeouts = {
    UND_ERR_CONNECT_TIMEOUT: 'did not accept a connection in time',
    UND_ERR_HEADERS_TIMEOUT: 'did not answer in time',
    UND_ERR_BODY_TIMEOUT: 'fell silent in the middle of its answer',
    ETIMEDOUT: 'did not accept a connection in time',
};
const kinds = {
    UND_ERR_HEADERS_OVERFLOW: 'too-large',
    UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'bad-answer',
    HTTPParserError: 'bad-answer',
};
/** A failed connection to a name with several addresses is an AggregateError with an empty message. */
function describe(error) {
    const inner = error instanceof AggregateError ? (error.errors[0] ?? error) : error;
    const code = inner?.code;
    return {
        code: typeof code === 'string' ? code : '',
        name: inner instanceof Error ? inner.name : '',
        message: inner instanceof Error ? inner.message : String(inner),
    };
}
function fixOf(code, url) {
    if (code === 'ENOTFOUND')
        return `check the name '${url.hostname}'`;
    if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG') {
        return `if ${url.host} speaks plain http, name it in the policy: cleanup.plain-http: ['${url.host}']`;
    }
    if (/^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/.test(code)) {
        return 'give the certificate authority of the host with --ca-file FILE';
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/system/http-exchange.js


/**
 * One request on its way, as undici calls back. It is the quick path: undici's plainest kind of handler (its newer kind
 * costs a second object and a second reading of every header), no streams, and no copy of a body that came in one
 * piece. The body's size is held against the limit before and while it is read.
 */
class Exchange {
    due = 0;
    #abort;
    #status = 0;
    #headers = {};
    #first;
    #more;
    #read = 0;
    #failed;
    #bounds;
    #deadlines;
    #resolve;
    #reject;
    constructor(bounds, deadlines, resolve, reject) {
        this.#bounds = bounds;
        this.#deadlines = deadlines;
        this.#resolve = resolve;
        this.#reject = reject;
        deadlines.set(this, bounds.timeout);
    }
    late() {
        const { timeout } = this.#bounds;
        this.#fail(new outcome_error/* HygieneError */.c('too-slow', `${this.#address()} took more than ${timeout / 1000} s`));
    }
    onConnect(abort) {
        this.#abort = abort;
        if (this.#failed !== undefined)
            abort(asError(this.#failed));
    }
    onHeaders(status, raw) {
        if (status < 200)
            return true;
        this.#status = status;
        const headers = {};
        for (let at = 0; at + 1 < raw.length; at += 2) {
            const name = String(raw[at]).toLowerCase();
            const value = String(raw[at + 1]);
            const before = Object.hasOwn(headers, name) ? headers[name] : undefined;
            headers[name] = before === undefined ? value : `${before}, ${value}`;
        }
        this.#headers = headers;
        return true;
    }
    onData(chunk) {
        const { limit } = this.#bounds;
        const announced = this.#read === 0 ? Number(this.#headers['content-length'] ?? 0) : 0;
        this.#read += chunk.length;
        if (this.#read > limit || announced > limit) {
            this.#fail(new outcome_error/* HygieneError */.c('too-large', `${this.#address()} answers with more than ${limit} bytes`));
            return false;
        }
        if (this.#first === undefined)
            this.#first = chunk;
        else if (this.#more === undefined)
            this.#more = [chunk];
        else
            this.#more.push(chunk);
        return true;
    }
    onComplete() {
        this.#deadlines.clear(this);
        const first = this.#first ?? empty;
        const body = this.#more === undefined ? first : Buffer.concat([first, ...this.#more]);
        this.#resolve({ status: this.#status, headers: this.#headers, body });
    }
    onError(error) {
        this.#fail(error);
    }
    #fail(error) {
        this.#deadlines.clear(this);
        if (this.#failed !== undefined)
            return;
        this.#failed = error;
        this.#first = undefined;
        this.#more = undefined;
        this.#abort?.(asError(error));
        this.#reject(failureOf(error, this.#url(), this.#bounds.timeout));
    }
    #url() {
        const { url, path } = this.#bounds;
        return path === undefined ? url : new URL(path, url);
    }
    #address() {
        return shown(this.#url());
    }
}
const empty = new Uint8Array(0);
function asError(error) {
    return error instanceof Error ? error : new Error(String(error));
}

;// CONCATENATED MODULE: ./lib/system/http.js





// The only user of undici. It is loaded with the first request, so that `--help` does not pay for it.
const wholeExchange = 30_000;
const silence = 15_000;
const bodyLimit = 4 * 1024 * 1024;
function createHttp({ env, authorities }) {
    let opening;
    let opened;
    const deadlines = createDeadlines();
    const children = [];
    const open = async () => {
        opening ??= openDispatchers(env, authorities);
        opened = await opening;
        return opened;
    };
    /** Parts of a URL are made anew whenever they are asked for, and thousands of requests share one. */
    const routes = new WeakMap();
    const routeOf = (url, { direct, proxied }) => {
        const known = routes.get(url);
        if (known !== undefined)
            return known;
        const { origin, hostname } = url;
        const dispatcher = proxied === undefined || isLoopback(hostname) ? direct(origin) : proxied;
        const route = { origin, dispatcher };
        routes.set(url, route);
        return route;
    };
    const exchange = (request, dispatchers, resolve, reject) => {
        const { url, path, limit = bodyLimit, timeout = wholeExchange } = request;
        const handler = new Exchange({ url, path, limit, timeout }, deadlines, resolve, reject);
        const { origin, dispatcher } = routeOf(url, dispatchers);
        dispatcher.dispatch(optionsOf(request, origin, timeout), handler);
    };
    return {
        send(request) {
            const ready = opened;
            if (ready !== undefined) {
                return new Promise((resolve, reject) => exchange(request, ready, resolve, reject));
            }
            return open().then(dispatchers => new Promise((resolve, reject) => exchange(request, dispatchers, resolve, reject)));
        },
        async stream(request) {
            const { url, limit = bodyLimit, timeout = wholeExchange } = request;
            const { origin, dispatcher } = routeOf(url, await open());
            const signal = AbortSignal.timeout(timeout);
            try {
                const { default: send } = await Promise.all(/* import() */[__webpack_require__.e(440), __webpack_require__.e(43)]).then(__webpack_require__.t.bind(__webpack_require__, 6424, 19));
                const options = { ...optionsOf(request, origin, timeout), signal };
                const { statusCode, headers, body } = await send.call(dispatcher, options);
                return { status: statusCode, headers: flat(headers), body: bounded(body, url, limit, timeout) };
            }
            catch (error) {
                throw failureOf(error, url, timeout);
            }
        },
        trusting(pem) {
            const child = createHttp({ env, authorities: [authorities, pem].filter(Boolean).join('\n') });
            children.push(child);
            return child;
        },
        async close() {
            await Promise.all(children.map(child => child.close()));
            await (await opening?.catch(() => undefined))?.close();
        },
    };
}
function optionsOf({ method, url, path, headers, body }, origin, timeout) {
    return {
        origin,
        path: path ?? `${url.pathname}${url.search}`,
        method,
        headers: headers ?? null,
        body: body ?? null,
        headersTimeout: timeout,
        bodyTimeout: Math.min(timeout, silence),
    };
}
function flat(headers) {
    const result = Object.create(null);
    for (const [name, value] of Object.entries(headers)) {
        if (value !== undefined)
            result[name] = typeof value === 'string' ? value : value.join(', ');
    }
    return result;
}
async function* bounded(body, url, limit, timeout) {
    let read = 0;
    try {
        for await (const chunk of body) {
            read += chunk.length;
            if (read > limit)
                throw new outcome_error/* HygieneError */.c('too-large', `${shown(url)} answers with more than ${limit} bytes`);
            yield chunk;
        }
    }
    catch (error) {
        throw failureOf(error, url, timeout);
    }
}

;// CONCATENATED MODULE: ./lib/system/processes.js



/** What a child sees of our environment besides what its caller names: nothing in it is a secret. */
const inherited = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LC_ALL', 'TZ', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];
const defaultTimeout = 600_000;
const processes_defaultLimit = 16 * 1024 * 1024;
/** Child processes by argument arrays, never through a shell. */
function createProcesses(env, cwd) {
    async function find(program) {
        if (program.includes('/'))
            return (await executable(program)) ? program : undefined;
        for (const folder of (env['PATH'] ?? '').split(external_node_path_.delimiter)) {
            if (!(0,external_node_path_.isAbsolute)(folder))
                continue;
            const path = (0,external_node_path_.join)(folder, program);
            if (await executable(path))
                return path;
        }
        return undefined;
    }
    async function run(program, args, options = {}) {
        const path = await find(program);
        if (path === undefined) {
            throw new outcome_error/* HygieneError */.c('no-file', `${program} is not installed`, {
                fix: `install ${program} or put it on PATH`,
            });
        }
        return execute(path, args, { ...options, cwd: options.cwd ?? cwd }, environment(env, options.env));
    }
    return { find, run };
}
function environment(env, named = {}) {
    const base = inherited.flatMap(name => (env[name] === undefined ? [] : [[name, env[name]]]));
    return { ...Object.fromEntries(base), ...named };
}
async function executable(path) {
    return (0,promises_.access)(path, promises_.constants.X_OK).then(() => true, () => false);
}
function execute(path, args, options, env) {
    const limit = options.limit ?? processes_defaultLimit;
    return new Promise((resolve, reject) => {
        // Loaded with the first child: most steps start none.
        const { spawn } = process.getBuiltinModule('node:child_process');
        // A group of its own, so that the child's children can be killed with it.
        const child = spawn(path, [...args], { env, cwd: options.cwd, detached: true, stdio: 'pipe' });
        if (child.pid !== undefined)
            outlivesNobody(child.pid);
        const out = [];
        const err = [];
        let failure;
        const stop = (why) => {
            failure ??= why;
            if (child.pid !== undefined)
                killGroup(child.pid);
        };
        const timer = setTimeout(() => stop(new outcome_error/* HygieneError */.c('too-slow', `${path} did not end within ${(options.timeout ?? defaultTimeout) / 1000} s`)), options.timeout ?? defaultTimeout);
        const collect = (into) => {
            let length = 0;
            return (chunk) => {
                length += chunk.length;
                if (length > limit)
                    stop(new outcome_error/* HygieneError */.c('too-large', `${path} printed more than ${limit} bytes`));
                else
                    into.push(chunk);
            };
        };
        child.stdout.on('data', collect(out));
        child.stderr.on('data', collect(err));
        child.on('error', error => {
            clearTimeout(timer);
            reject(new outcome_error/* HygieneError */.c('tool-failed', `${path} cannot be started: ${error.message}`, { cause: error }));
        });
        child.on('close', (code, signal) => {
            clearTimeout(timer);
            if (child.pid !== undefined)
                running.delete(child.pid);
            if (failure !== undefined)
                reject(failure);
            else if (code === null)
                reject(new outcome_error/* HygieneError */.c('tool-failed', `${path} was killed by ${signal}`));
            else
                resolve({
                    code,
                    stdout: Buffer.concat(out).toString('utf8'),
                    stderr: Buffer.concat(err).toString('utf8'),
                });
        });
        // A child that ends without reading its input is no fault of ours.
        child.stdin.on('error', () => { });
        child.stdin.end(options.input ?? '');
    });
}
const running = new Set();
/** A group of its own does not hear a Ctrl-C or a cancelled job: what still runs when we end is killed by us. */
function outlivesNobody(pid) {
    if (running.size === 0)
        for (const event of ['exit', 'SIGINT', 'SIGTERM', 'SIGHUP'])
            watch(event);
    running.add(pid);
}
const watched = new Set();
function watch(event) {
    if (watched.has(event))
        return;
    watched.add(event);
    const end = () => {
        for (const pid of running)
            killGroup(pid);
        if (event !== 'exit')
            process.kill(process.pid, event);
    };
    process.once(event, end);
}
function killGroup(pid) {
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch {
        // Gone already.
    }
}

;// CONCATENATED MODULE: ./lib/system/threads.js


/** Where each worker lies, seen from this module: as a source or compiled beside it, or bundled beside the bundle. */
const places = {
    dockerfilelint: ['../lint-worker/index.js', '../gates/lint/dockerfilelint.worker.js'],
};
function createThreads() {
    return { start: worker => start(entryOf(worker)) };
}
/** A constant in `new URL(…, import.meta.url)` would make the bundler copy the worker without what it imports. */
function entryOf(worker) {
    const here = require("url").pathToFileURL(__filename).href;
    const entry = places[worker].map(place => new URL(place, here)).find(url => (0,external_node_fs_.existsSync)(url));
    if (entry !== undefined)
        return entry;
    throw new outcome_error/* HygieneError */.c('damaged', `the worker ${worker} is missing beside ${here}`, {
        fix: 'install image-hygiene again: dist/ is incomplete',
    });
}
function start(entry) {
    // Loading it costs more than the rest of a small step, and most steps start no thread.
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    const worker = new Worker(entry, { env: {}, stdin: false, stdout: true, stderr: true });
    // Nothing waits for the worker but `receive`.
    worker.unref();
    const arrived = [];
    let failure;
    let wake = () => { };
    worker.on('message', message => {
        arrived.push(message);
        wake();
    });
    worker.on('error', error => {
        failure = error;
        wake();
    });
    worker.on('exit', code => {
        failure ??= new Error(`the worker ended with code ${code}`);
        wake();
    });
    return {
        send: message => worker.postMessage(message),
        receive: async (timeout) => {
            if (arrived.length === 0 && failure === undefined) {
                await new Promise(resolve => {
                    // A timer that is late because this thread was busy must not outrun an answer that is already there.
                    const timer = setTimeout(() => setImmediate(resolve), timeout);
                    wake = () => {
                        clearTimeout(timer);
                        resolve();
                    };
                });
            }
            if (arrived.length > 0)
                return arrived.shift();
            if (failure === undefined)
                return undefined;
            throw new outcome_error/* HygieneError */.c('tool-failed', 'a worker of image-hygiene has died', { cause: failure });
        },
        stop: async () => {
            await worker.terminate();
        },
    };
}

;// CONCATENATED MODULE: ./lib/system/node.js




/** The process's own, opened when it is read: opening it takes a millisecond, and few steps read it. */
const standardInput = {
    [Symbol.asyncIterator]: () => process.stdin[Symbol.asyncIterator](),
};
/** The world outside: this machine's clock, files, network and processes. */
function realWorld({ env, cwd, log, input }) {
    return {
        now: () => Math.floor(Date.now() / 1000),
        env,
        cwd,
        files: createFiles(cwd, input),
        http: createHttp({ env }),
        processes: createProcesses(env, cwd),
        threads: createThreads(),
        log,
        random: Math.random,
    };
}

// EXTERNAL MODULE: ./lib/outcome/outcome.js
var outcome = __webpack_require__(1308);
// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
;// CONCATENATED MODULE: ./lib/hosts/run.js


/** Runs one step on any host: reads its inputs, and turns whatever comes out into an outcome and an exit code. */
async function runStep(step, given, world) {
    try {
        const values = (0,steps_define/* readInputs */.Ko)(step.inputs, input => {
            const value = given(input) ?? fromEnvironment(input, world.env);
            if (input.secret && value !== undefined)
                world.log.secret(value);
            return value;
        });
        const result = await step.run(values, world);
        return { outcome: (0,outcome/* outcomeOf */.sG)(step.name, result), result, exitCode: (0,outcome/* exitCodeOf */.FO)(result.verdict) };
    }
    catch (error) {
        const result = (0,outcome/* resultOfError */.LD)(error);
        if (!(error instanceof outcome_error/* HygieneError */.c) && world.env['IMAGE_HYGIENE_DEBUG'] && error instanceof Error) {
            world.log.info(error.stack ?? error.message);
        }
        return { outcome: (0,outcome/* outcomeOf */.sG)(step.name, result), result, exitCode: (0,outcome/* exitCodeOf */.FO)('error', error) };
    }
    finally {
        await world.http.close();
    }
}
/** `IMAGE_HYGIENE_PLAN_FILE` for `plan-file`, on every host; then the variables that the input itself names. */
function fromEnvironment(input, env) {
    const own = `IMAGE_HYGIENE_${input.name.toUpperCase().replaceAll('-', '_')}`;
    return [own, ...(input.env ?? [])].map(name => env[name]).find(value => value !== undefined && value !== '');
}

;// CONCATENATED MODULE: ./lib/hosts/cli/run.js




/** Runs a step, prints its story (on stderr with `--json`, so that stdout is one document) and sets the exit code. */
async function runOnTerminal(step, call) {
    const { stdout, stderr, env } = process;
    const terminal = stderr.isTTY === true && env['CI'] === undefined;
    let drawn = false;
    const wipe = () => {
        if (drawn)
            stderr.write('\r\u001b[K');
        drawn = false;
    };
    const log = createLog({
        line: text => {
            wipe();
            stderr.write(`${text}\n`);
        },
        ...(terminal && {
            replace: (text) => {
                stderr.write(`\r\u001b[K${text.slice(0, (stderr.columns ?? 80) - 1)}`);
                drawn = true;
            },
        }),
        clock: () => performance.now(),
    });
    const world = realWorld({ env, cwd: process.cwd(), log, input: standardInput });
    const { outcome, result, exitCode } = await runStep(step, input => call.given.get(input.name), world);
    wipe();
    const people = call.json ? stderr : stdout;
    const story = result.text ?? (0,report_terminal/* terminalFindings */.f)(result.findings);
    if (story !== '')
        people.write(`${log.masked((0,harmless/* withoutCommands */.Df)(story))}\n`);
    if (call.json)
        stdout.write(`${log.masked(JSON.stringify(outcome, undefined, 2))}\n`);
    process.exitCode = exitCode;
}


/***/ }),

/***/ 1884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   ol: () => (/* binding */ defineStep),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3166);

function text(name, details) {
    return { name, type: 'string', ...details, read: given => nonEmpty(given) ?? details.default };
}
/** Newlines or commas part the items, but not the commas of a glob's `{a,b}`; blank lines and lines that start with `#` are passed over. */
function list(name, details) {
    return { name, type: 'list', ...details, read: given => itemsOf(nonEmpty(given) ?? details.default ?? '') };
}
/** One item a line, commas belong to it; blank lines and lines that start with `#` are passed over. */
function lines(name, details) {
    return { name, type: 'list', ...details, read: given => linesOf(nonEmpty(given) ?? details.default ?? '') };
}
function flag(name, details) {
    return {
        name,
        type: 'boolean',
        ...details,
        read: given => booleanOf(name, nonEmpty(given) ?? details.default),
    };
}
/** A whole number, zero or more. */
function count(name, details) {
    return {
        name,
        type: 'number',
        ...details,
        read: given => countOf(name, nonEmpty(given) ?? details.default),
    };
}
function choice(name, details) {
    const { options } = details;
    return {
        name,
        type: 'choice',
        ...details,
        read: given => {
            const value = nonEmpty(given) ?? details.default;
            const legal = options.find(option => option === value);
            if (legal !== undefined)
                return legal;
            throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .HygieneError */ .c('bad-usage', `${name}: '${value}' is none of ${options.join(', ')}`);
        },
    };
}
/** Keeps the types of the inputs for `run`. */
function defineStep(step) {
    return step;
}
/** Every input's value from the host's texts; the first wrong one is thrown as `bad-usage`. */
function readInputs(inputs, given) {
    return Object.fromEntries(Object.entries(inputs).map(([key, input]) => [key, input.read(given(input))]));
}
function nonEmpty(given) {
    return given === undefined || given.trim() === '' ? undefined : given.trim();
}
function itemsOf(given) {
    return linesOf(given)
        .flatMap(atCommas)
        .map(item => item.trim())
        .filter(item => item !== '');
}
function atCommas(line) {
    const items = [];
    let depth = 0;
    let start = 0;
    for (let index = 0; index < line.length; index++) {
        const character = line[index];
        if (character === '{')
            depth++;
        else if (character === '}')
            depth = Math.max(0, depth - 1);
        else if (character === ',' && depth === 0) {
            items.push(line.slice(start, index));
            start = index + 1;
        }
    }
    return [...items, line.slice(start)];
}
function linesOf(given) {
    return given
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '' && !line.startsWith('#'));
}
function booleanOf(name, given) {
    if (/^(?:true|True|TRUE)$/.test(given))
        return true;
    if (/^(?:false|False|FALSE)$/.test(given))
        return false;
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .HygieneError */ .c('bad-usage', `${name}: '${given}' is neither true nor false`);
}
function countOf(name, given) {
    if (given === undefined)
        return undefined;
    if (/^[0-9]{1,15}$/.test(given))
        return Number(given);
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .HygieneError */ .c('bad-usage', `${name}: '${given}' is no whole number`);
}


/***/ })

};
;