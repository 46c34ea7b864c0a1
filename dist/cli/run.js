const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_index = require("./index.js");
const require_define = require("./define.js");
let node_fs = require("node:fs");
let node_fs_promises = require("node:fs/promises");
let node_path = require("node:path");
let node_os = require("node:os");
// lib/system/log.js
/** In CI a progress line at most every five seconds: enough to see life, few enough to read. */
const quiet = 5e3;
function createLog(target) {
	const secrets = /* @__PURE__ */ new Set();
	let last = Number.NEGATIVE_INFINITY;
	const masked = (text) => {
		let shown = text;
		for (const secret of secrets) shown = shown.replaceAll(secret, "***");
		return shown;
	};
	const line = (text) => target.line(require_index.withoutCommands(masked(text)));
	return {
		info: line,
		warn: (text) => line(`warning: ${text}`),
		progress: (text) => {
			if (target.replace !== void 0) return target.replace(masked(require_index.oneLine(text)));
			const now = target.clock();
			if (now - last < quiet) return;
			last = now;
			line(require_index.oneLine(text));
		},
		secret: (value) => {
			if (value.length < 4) return;
			for (const form of formsOf(value)) secrets.add(form);
			target.mask?.(value);
		},
		masked
	};
}
/** A secret as it would look in a URL, in JSON, and escaped for Markdown. */
function formsOf(value) {
	return [
		value,
		encodeURIComponent(value),
		JSON.stringify(value).slice(1, -1),
		require_index.inMarkdown(value),
		require_index.inCode(value).replace(/^`|`$|<\/?code>/g, "")
	];
}
// lib/system/temporary-folder.js
const signals = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
const folders = [];
/**
* A new folder that only this user may read, gone when we end. A cancelled job ends by a signal, without an 'exit', and
* what lies there may be the login of a registry.
*/
async function temporaryFolder() {
	if (folders.length === 0) for (const event of ["exit", ...signals]) process.once(event, () => clear(event));
	const folder = await (0, node_fs_promises.mkdtemp)((0, node_path.join)((0, node_os.tmpdir)(), "image-hygiene-"));
	folders.push(folder);
	return folder;
}
function clear(event) {
	for (const folder of folders.splice(0)) try {
		(0, node_fs.rmSync)(folder, {
			recursive: true,
			force: true
		});
	} catch {}
	if (signals.includes(event)) process.kill(process.pid, event);
}
// lib/system/files.js
const defaultLimit$1 = 16777216;
/**
* The file system below `cwd`; absolute paths are taken as they are. What is only a look or a small read is done at
* once: the four trips through Node's thread pool cost as much as reading four files does, and nobody waits meanwhile.
*/
function createFiles(cwd, input) {
	const at = (path) => (0, node_path.isAbsolute)(path) ? path : (0, node_path.resolve)(cwd, path);
	async function read(path, limit = defaultLimit$1) {
		const opened = openToRead(at(path), path);
		let streamed = false;
		try {
			const facts = (0, node_fs.fstatSync)(opened);
			if (facts.isDirectory()) throw folderInstead(path);
			if (facts.size > limit) throw tooLarge(path, limit);
			const whole = facts.isFile() ? readPlain(opened, facts.size) : void 0;
			if (whole !== void 0) return whole;
			streamed = true;
			const chunks = [];
			let length = 0;
			for await (const chunk of (0, node_fs.createReadStream)("", { fd: opened })) {
				length += chunk.length;
				if (length > limit) throw tooLarge(path, limit);
				chunks.push(chunk);
			}
			return Buffer.concat(chunks);
		} finally {
			if (!streamed) (0, node_fs.closeSync)(opened);
		}
	}
	async function* stream(path, piece) {
		if (piece?.length === 0) return;
		const range = piece === void 0 ? {} : {
			start: piece.start,
			end: piece.start + piece.length - 1
		};
		try {
			yield* (0, node_fs.createReadStream)(at(path), {
				highWaterMark: 262144,
				...range
			});
		} catch (error) {
			throw unreadable(path, error);
		}
	}
	async function kind(path) {
		const facts = factsOf(at(path));
		if (facts === void 0) return "absent";
		return facts.isFile() ? "file" : facts.isDirectory() ? "folder" : "other";
	}
	async function write(path, content) {
		const target = at(path);
		const { randomBytes } = process.getBuiltinModule("node:crypto");
		const draft = `${target}.${randomBytes(6).toString("hex")}.tmp`;
		const there = await kind(path);
		if (there === "folder") throw folderInstead(path);
		const replaces = there !== "other";
		try {
			if (replaces) await (0, node_fs_promises.mkdir)((0, node_path.dirname)(target), { recursive: true });
			const handle = await (0, node_fs_promises.open)(replaces ? draft : target, replaces ? "wx" : "w");
			try {
				if (typeof content === "string" || content instanceof Uint8Array) await handle.writeFile(content);
				else for await (const piece of content) await handle.writeFile(piece);
				if (replaces) await handle.sync();
			} finally {
				await handle.close();
			}
			if (replaces) await (0, node_fs_promises.rename)(draft, target);
		} catch (error) {
			if (replaces) await (0, node_fs_promises.rm)(draft, { force: true }).catch(() => {});
			if (error instanceof require_index.HygieneError) throw error;
			throw unwritable(path, error);
		}
	}
	async function append(path, content) {
		try {
			await (0, node_fs_promises.mkdir)((0, node_path.dirname)(at(path)), { recursive: true });
			const handle = await (0, node_fs_promises.open)(at(path), "a");
			try {
				await handle.writeFile(content);
				await handle.sync();
			} finally {
				await handle.close();
			}
		} catch (error) {
			throw unwritable(path, error);
		}
	}
	return {
		read,
		readText: async (path, limit) => new TextDecoder().decode(await read(path, limit)),
		stream,
		size: async (path) => {
			const facts = factsOf(at(path));
			return facts?.isFile() ? facts.size : void 0;
		},
		kind,
		list: async (path) => namesIn(at(path)).toSorted(),
		find: (globs) => find(cwd, globs),
		write,
		writeFrom: write,
		append,
		remove: (path) => (0, node_fs_promises.rm)(at(path), {
			recursive: true,
			force: true
		}),
		below: (folder) => createFiles(at(folder), input),
		temporaryFolder,
		standardInput: (limit) => readAll(input, limit ?? defaultLimit$1)
	};
}
function openToRead(target, path) {
	try {
		return (0, node_fs.openSync)(target, node_fs.constants.O_RDONLY | node_fs.constants.O_NONBLOCK);
	} catch (error) {
		throw unreadable(path, error);
	}
}
/** Of a link, those of what it leads to; undefined if there is nothing, or nothing that may be looked at. */
function factsOf(target) {
	try {
		return (0, node_fs.statSync)(target, { throwIfNoEntry: false });
	} catch {
		return;
	}
}
function namesIn(target) {
	try {
		return (0, node_fs.readdirSync)(target);
	} catch {
		return [];
	}
}
/** A plain file of the size that it said, or undefined if it has more: it grows, or its size is no size (`/proc`). */
function readPlain(opened, size) {
	const bytes = Buffer.allocUnsafe(size + 1);
	let length = 0;
	while (length < bytes.length) {
		const bytesRead = (0, node_fs.readSync)(opened, bytes, length, bytes.length - length, length);
		length += bytesRead;
		if (bytesRead === 0 || length === size) return bytes.subarray(0, length);
	}
}
/** Loaded only when globs are used: most steps never need it. */
async function find(cwd, globs) {
	const [{ glob }, { ignoredBelow }] = await Promise.all([Promise.resolve().then(() => require("./dist2.js")), Promise.resolve().then(() => require("./gitignore.js"))]);
	const found = await glob([...globs], {
		cwd,
		dot: true,
		onlyFiles: true,
		followSymbolicLinks: false,
		expandDirectories: false,
		ignore: ["**/.git/**", "**/node_modules/**"]
	});
	const root = await (0, node_fs_promises.realpath)(cwd);
	const ignored = await ignoredBelow(cwd, found);
	const isInside = async (path) => {
		const facts = (0, node_fs.lstatSync)((0, node_path.join)(cwd, path), { throwIfNoEntry: false });
		if (!facts?.isSymbolicLink()) return facts !== void 0;
		const target = await (0, node_fs_promises.realpath)((0, node_path.join)(cwd, path)).catch(() => void 0);
		return target !== void 0 && !(0, node_path.relative)(root, target).startsWith(`..${node_path.sep}`);
	};
	const candidates = found.filter((path) => !ignored(path));
	const inside = await Promise.all(candidates.map(isInside));
	return candidates.filter((_, index) => inside[index]).toSorted();
}
async function readAll(input, limit) {
	const chunks = [];
	let length = 0;
	for await (const chunk of input) {
		length += chunk.length;
		if (length > limit) throw tooLarge("standard input", limit);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}
function folderInstead(path) {
	return new require_index.HygieneError("bad-file", `${path} is a folder, not a file`, { fix: "name a file in it" });
}
function tooLarge(path, limit) {
	return new require_index.HygieneError("bad-file", `${path} is larger than ${limit.toLocaleString("en")} bytes`);
}
function unreadable(path, error) {
	const code = error.code;
	if (code === "ENOENT" || code === "ENOTDIR") return new require_index.HygieneError("no-file", `${path}: no such file`, {
		cause: error,
		fix: "check the path"
	});
	return new require_index.HygieneError("bad-file", `${path} cannot be read: ${code ?? String(error)}`, { cause: error });
}
const inFile = ["a part of its path is a file, not a folder", "name another place"];
const unwritableBy = {
	EACCES: ["this user may not", "name a place where it may, or run as its owner"],
	EPERM: ["this user may not", "name a place where it may, or run as its owner"],
	EROFS: ["the file system is read-only", "name a place that is not"],
	ENOSPC: ["there is no space left", "make room, or name a place that has some"],
	EDQUOT: ["there is no space left", "make room, or name a place that has some"],
	ENOTDIR: inFile,
	EEXIST: inFile
};
function unwritable(path, error) {
	const code = error.code ?? String(error);
	const why = unwritableBy[code];
	return new require_index.HygieneError("bad-file", `${path} cannot be written: ${why?.[0] ?? code}`, {
		fix: why?.[1] ?? "name another place",
		cause: error
	});
}
// lib/system/deadlines.js
const tick = 100;
function createDeadlines() {
	const open = /* @__PURE__ */ new Set();
	let timer;
	const look = () => {
		const now = performance.now();
		for (const limited of open) {
			if (limited.due > now) continue;
			open.delete(limited);
			limited.late();
		}
		if (open.size > 0) return;
		clearInterval(timer);
		timer = void 0;
	};
	return {
		set(limited, milliseconds) {
			limited.due = performance.now() + milliseconds;
			open.add(limited);
			timer ??= setInterval(look, tick).unref();
		},
		clear(limited) {
			open.delete(limited);
		}
	};
}
// lib/system/http-dispatchers.js
const connecting = 1e4;
/** As many as the registry client keeps busy at most; whoever adapts its concurrency does so below this. */
const connectionsPerOrigin = 32;
async function openDispatchers(env, authorities) {
	parseUnoptimised();
	const { default: PoolOfConnections } = await Promise.resolve().then(() => require("./pool.js")).then((n) => /* @__PURE__ */ require_rolldown_runtime.__toESM(n.require_pool(), 1));
	const trust = authorities === void 0 ? {} : { ca: [...await trustedByNode(), authorities] };
	const common = {
		connections: connectionsPerOrigin,
		connect: {
			timeout: connecting,
			...trust
		}
	};
	const pools = /* @__PURE__ */ new Map();
	const httpProxy = env["http_proxy"] ?? env["HTTP_PROXY"] ?? "";
	const httpsProxy = env["https_proxy"] ?? env["HTTPS_PROXY"] ?? "";
	const noProxy = env["no_proxy"] ?? env["NO_PROXY"] ?? "";
	let proxied;
	if (httpProxy !== "" || httpsProxy !== "") {
		const tls = {
			timeout: connecting,
			...trust
		};
		try {
			const { EnvHttpProxyAgent } = await Promise.resolve().then(() => require("./undici.js")).then((n) => /* @__PURE__ */ require_rolldown_runtime.__toESM(n.require_undici(), 1));
			proxied = new EnvHttpProxyAgent({
				...common,
				httpProxy,
				httpsProxy,
				noProxy,
				requestTls: tls,
				proxyTls: tls
			});
		} catch (cause) {
			throw new require_index.HygieneError("bad-usage", "HTTP_PROXY or HTTPS_PROXY is no URL of a proxy", {
				fix: "set it to http://host:port, or unset it",
				cause
			});
		}
	}
	return {
		direct(origin) {
			const known = pools.get(origin);
			if (known !== void 0) return known;
			const pool = new PoolOfConnections(origin, common);
			pools.set(origin, pool);
			return pool;
		},
		...proxied === void 0 ? {} : { proxied },
		async close() {
			await Promise.all([...pools.values(), proxied].map((dispatcher) => dispatcher?.destroy()));
		}
	};
}
/**
* V8 optimises undici's parser of HTTP, which is WebAssembly, after a handful of answers, on a thread that the process
* waits for at its end: a tenth of a second for a step that asks three things. It is worth it after thousands.
* @see https://v8.dev/docs/wasm-compilation-pipeline
*/
function parseUnoptimised() {
	process.getBuiltinModule("node:v8").setFlagsFromString("--wasm-tiering-budget=500000000");
}
/** A proxy on another machine cannot reach it, and Go's tools never ask one to. */
function isLoopback(hostname) {
	return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname);
}
/** With NODE_EXTRA_CA_CERTS and the system's store where this Node can name them (22.15, 24 and later). */
async function trustedByNode() {
	const tls = await import("node:tls");
	const ask = tls.getCACertificates;
	return ask === void 0 ? tls.rootCertificates : ask("default");
}
// lib/system/http-failure.js
/** What went wrong below HTTP, as an error of ours that names the address without its query, which may hold a secret. */
function failureOf(error, url, timeout) {
	if (error instanceof require_index.HygieneError) return error;
	const { code, name, message } = describe(error);
	const slow = timeouts[code];
	if (slow !== void 0 || name === "TimeoutError") return new require_index.HygieneError("too-slow", `${shown(url)} ${slow ?? `took more than ${timeout / 1e3} s`}`, { cause: error });
	const kind = kinds[code] ?? kinds[name] ?? "unreachable";
	return new require_index.HygieneError(kind, `${shown(url)}: ${message}`, {
		cause: error,
		fix: fixOf(code, url)
	});
}
/** Scheme, host and path: never user, password or query. */
function shown(url) {
	return `${url.origin}${url.pathname}`;
}
const timeouts = {
	UND_ERR_CONNECT_TIMEOUT: "did not accept a connection in time",
	UND_ERR_HEADERS_TIMEOUT: "did not answer in time",
	UND_ERR_BODY_TIMEOUT: "fell silent in the middle of its answer",
	ETIMEDOUT: "did not accept a connection in time"
};
const kinds = {
	UND_ERR_HEADERS_OVERFLOW: "too-large",
	UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "bad-answer",
	HTTPParserError: "bad-answer"
};
/** A failed connection to a name with several addresses is an AggregateError with an empty message. */
function describe(error) {
	const inner = error instanceof AggregateError ? error.errors[0] ?? error : error;
	const code = inner?.code;
	return {
		code: typeof code === "string" ? code : "",
		name: inner instanceof Error ? inner.name : "",
		message: inner instanceof Error ? inner.message : String(inner)
	};
}
function fixOf(code, url) {
	if (code === "ENOTFOUND") return `check the name '${url.hostname}'`;
	if (code === "ERR_SSL_WRONG_VERSION_NUMBER" || code === "ERR_SSL_PACKET_LENGTH_TOO_LONG") return `if ${url.host} speaks plain http, name it in the policy: cleanup.plain-http: ['${url.host}']`;
	if (/^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/.test(code)) return "give the certificate authority of the host with --ca-file FILE";
}
// lib/system/http-exchange.js
/**
* One request on its way, as undici calls back. It is the quick path: undici's plainest kind of handler (its newer kind
* costs a second object and a second reading of every header), no streams, and no copy of a body that came in one
* piece. The body's size is held against the limit before and while it is read.
*/
var Exchange = class {
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
		this.#fail(new require_index.HygieneError("too-slow", `${this.#address()} took more than ${timeout / 1e3} s`));
	}
	onConnect(abort) {
		this.#abort = abort;
		if (this.#failed !== void 0) abort(asError(this.#failed));
	}
	onHeaders(status, raw) {
		if (status < 200) return true;
		this.#status = status;
		const headers = {};
		for (let at = 0; at + 1 < raw.length; at += 2) {
			const name = String(raw[at]).toLowerCase();
			const value = String(raw[at + 1]);
			const before = Object.hasOwn(headers, name) ? headers[name] : void 0;
			headers[name] = before === void 0 ? value : `${before}, ${value}`;
		}
		this.#headers = headers;
		return true;
	}
	onData(chunk) {
		const { limit } = this.#bounds;
		const announced = this.#read === 0 ? Number(this.#headers["content-length"] ?? 0) : 0;
		this.#read += chunk.length;
		if (this.#read > limit || announced > limit) {
			this.#fail(new require_index.HygieneError("too-large", `${this.#address()} answers with more than ${limit} bytes`));
			return false;
		}
		if (this.#first === void 0) this.#first = chunk;
		else if (this.#more === void 0) this.#more = [chunk];
		else this.#more.push(chunk);
		return true;
	}
	onComplete() {
		this.#deadlines.clear(this);
		const first = this.#first ?? empty;
		const body = this.#more === void 0 ? first : Buffer.concat([first, ...this.#more]);
		this.#resolve({
			status: this.#status,
			headers: this.#headers,
			body
		});
	}
	onError(error) {
		this.#fail(error);
	}
	#fail(error) {
		this.#deadlines.clear(this);
		if (this.#failed !== void 0) return;
		this.#failed = error;
		this.#first = void 0;
		this.#more = void 0;
		this.#abort?.(asError(error));
		this.#reject(failureOf(error, this.#url(), this.#bounds.timeout));
	}
	#url() {
		const { url, path } = this.#bounds;
		return path === void 0 ? url : new URL(path, url);
	}
	#address() {
		return shown(this.#url());
	}
};
const empty = /* @__PURE__ */ new Uint8Array(0);
function asError(error) {
	return error instanceof Error ? error : new Error(String(error));
}
// lib/system/http.js
const wholeExchange = 3e4;
const silence = 15e3;
const bodyLimit = 4194304;
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
	const routes = /* @__PURE__ */ new WeakMap();
	const routeOf = (url, { direct, proxied }) => {
		const known = routes.get(url);
		if (known !== void 0) return known;
		const { origin, hostname } = url;
		const route = {
			origin,
			dispatcher: proxied === void 0 || isLoopback(hostname) ? direct(origin) : proxied
		};
		routes.set(url, route);
		return route;
	};
	const exchange = (request, dispatchers, resolve, reject) => {
		const { url, path, limit = bodyLimit, timeout = wholeExchange } = request;
		const handler = new Exchange({
			url,
			path,
			limit,
			timeout
		}, deadlines, resolve, reject);
		const { origin, dispatcher } = routeOf(url, dispatchers);
		dispatcher.dispatch(optionsOf(request, origin, timeout), handler);
	};
	return {
		send(request) {
			const ready = opened;
			if (ready !== void 0) return new Promise((resolve, reject) => exchange(request, ready, resolve, reject));
			return open().then((dispatchers) => new Promise((resolve, reject) => exchange(request, dispatchers, resolve, reject)));
		},
		async stream(request) {
			const { url, limit = bodyLimit, timeout = wholeExchange } = request;
			const { origin, dispatcher } = routeOf(url, await open());
			const signal = AbortSignal.timeout(timeout);
			try {
				const { default: send } = await Promise.resolve().then(() => require("./api-request.js")).then((n) => /* @__PURE__ */ require_rolldown_runtime.__toESM(n.require_api_request(), 1));
				const options = {
					...optionsOf(request, origin, timeout),
					signal
				};
				const { statusCode, headers, body } = await send.call(dispatcher, options);
				return {
					status: statusCode,
					headers: flat(headers),
					body: bounded(body, url, limit, timeout)
				};
			} catch (error) {
				throw failureOf(error, url, timeout);
			}
		},
		trusting(pem) {
			const child = createHttp({
				env,
				authorities: [authorities, pem].filter(Boolean).join("\n")
			});
			children.push(child);
			return child;
		},
		async close() {
			await Promise.all(children.map((child) => child.close()));
			await (await opening?.catch(() => void 0))?.close();
		}
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
		bodyTimeout: Math.min(timeout, silence)
	};
}
function flat(headers) {
	const result = Object.create(null);
	for (const [name, value] of Object.entries(headers)) if (value !== void 0) result[name] = typeof value === "string" ? value : value.join(", ");
	return result;
}
async function* bounded(body, url, limit, timeout) {
	let read = 0;
	try {
		for await (const chunk of body) {
			read += chunk.length;
			if (read > limit) throw new require_index.HygieneError("too-large", `${shown(url)} answers with more than ${limit} bytes`);
			yield chunk;
		}
	} catch (error) {
		throw failureOf(error, url, timeout);
	}
}
// lib/system/processes.js
/** What a child sees of our environment besides what its caller names: nothing in it is a secret. */
const inherited = [
	"PATH",
	"HOME",
	"TMPDIR",
	"LANG",
	"LC_ALL",
	"TZ",
	"SSL_CERT_FILE",
	"SSL_CERT_DIR"
];
const defaultTimeout = 6e5;
const defaultLimit = 16777216;
/** Child processes by argument arrays, never through a shell. */
function createProcesses(env, cwd) {
	function find(program) {
		if (program.includes("/")) return executable(program) ? program : void 0;
		for (const folder of (env["PATH"] ?? "").split(node_path.delimiter)) {
			if (!(0, node_path.isAbsolute)(folder)) continue;
			const path = (0, node_path.join)(folder, program);
			if (executable(path)) return path;
		}
	}
	async function run(program, args, options = {}) {
		const path = find(program);
		if (path === void 0) throw new require_index.HygieneError("no-file", `${program} is not installed`, { fix: `install ${program} or put it on PATH` });
		return execute(path, args, {
			...options,
			cwd: options.cwd ?? cwd
		}, environment(env, options.env));
	}
	return {
		find: async (program) => find(program),
		run
	};
}
function environment(env, named = {}) {
	const base = inherited.flatMap((name) => env[name] === void 0 ? [] : [[name, env[name]]]);
	return {
		...Object.fromEntries(base),
		...named
	};
}
/** At once: a child is on its way before whoever waits for it has loaded the next thing. */
function executable(path) {
	try {
		(0, node_fs.accessSync)(path, node_fs.constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
function execute(path, args, options, env) {
	const limit = options.limit ?? defaultLimit;
	return new Promise((resolve, reject) => {
		const { spawn } = process.getBuiltinModule("node:child_process");
		const child = spawn(path, [...args], {
			env,
			cwd: options.cwd,
			detached: true,
			stdio: "pipe"
		});
		if (child.pid !== void 0) outlivesNobody(child.pid);
		const out = [];
		const err = [];
		let failure;
		const stop = (why) => {
			failure ??= why;
			if (child.pid !== void 0) killGroup(child.pid);
		};
		const timer = setTimeout(() => stop(new require_index.HygieneError("too-slow", `${path} did not end within ${(options.timeout ?? defaultTimeout) / 1e3} s`)), options.timeout ?? defaultTimeout);
		const collect = (into) => {
			let length = 0;
			return (chunk) => {
				length += chunk.length;
				if (length > limit) stop(new require_index.HygieneError("too-large", `${path} printed more than ${limit} bytes`));
				else into.push(chunk);
			};
		};
		child.stdout.on("data", collect(out));
		child.stderr.on("data", collect(err));
		child.on("error", (error) => {
			clearTimeout(timer);
			reject(new require_index.HygieneError("tool-failed", `${path} cannot be started: ${error.message}`, { cause: error }));
		});
		child.on("close", (code, signal) => {
			clearTimeout(timer);
			if (child.pid !== void 0) running.delete(child.pid);
			if (failure !== void 0) reject(failure);
			else if (code === null) reject(new require_index.HygieneError("tool-failed", `${path} was killed by ${signal}`));
			else resolve({
				code,
				stdout: Buffer.concat(out).toString("utf8"),
				stderr: Buffer.concat(err).toString("utf8")
			});
		});
		child.stdin.on("error", () => {});
		child.stdin.end(options.input ?? "");
	});
}
const running = /* @__PURE__ */ new Set();
/** A group of its own does not hear a Ctrl-C or a cancelled job: what still runs when we end is killed by us. */
function outlivesNobody(pid) {
	if (running.size === 0) for (const event of [
		"exit",
		"SIGINT",
		"SIGTERM",
		"SIGHUP"
	]) watch(event);
	running.add(pid);
}
const watched = /* @__PURE__ */ new Set();
function watch(event) {
	if (watched.has(event)) return;
	watched.add(event);
	const end = () => {
		for (const pid of running) killGroup(pid);
		if (event !== "exit") process.kill(process.pid, event);
	};
	process.once(event, end);
}
function killGroup(pid) {
	try {
		process.kill(-pid, "SIGKILL");
	} catch {}
}
// lib/system/threads.js
/** Where each worker lies, seen from this module: as a source or compiled beside it, or bundled beside the bundle. */
const places = { dockerfilelint: ["../lint-worker/index.js", "../gates/lint/dockerfilelint.worker.js"] };
function createThreads() {
	return { start: (worker) => start(entryOf(worker)) };
}
/** A constant in `new URL(…, import.meta.url)` would make the bundler copy the worker without what it imports. */
function entryOf(worker) {
	const here = require("url").pathToFileURL(__filename).href;
	const entry = places[worker].map((place) => new URL(place, here)).find((url) => (0, node_fs.existsSync)(url));
	if (entry !== void 0) return entry;
	throw new require_index.HygieneError("damaged", `the worker ${worker} is missing beside ${here}`, { fix: "install image-hygiene again: dist/ is incomplete" });
}
function start(entry) {
	const { Worker } = process.getBuiltinModule("node:worker_threads");
	const worker = new Worker(entry, {
		env: {},
		stdin: false,
		stdout: true,
		stderr: true
	});
	worker.unref();
	const arrived = [];
	let failure;
	let wake = () => {};
	worker.on("message", (message) => {
		arrived.push(message);
		wake();
	});
	worker.on("error", (error) => {
		failure = error;
		wake();
	});
	worker.on("exit", (code) => {
		failure ??= /* @__PURE__ */ new Error(`the worker ended with code ${code}`);
		wake();
	});
	return {
		send: (message) => worker.postMessage(message),
		receive: async (timeout) => {
			if (arrived.length === 0 && failure === void 0) await new Promise((resolve) => {
				const timer = setTimeout(() => setImmediate(resolve), timeout);
				wake = () => {
					clearTimeout(timer);
					resolve();
				};
			});
			if (arrived.length > 0) return arrived.shift();
			if (failure === void 0) return void 0;
			throw new require_index.HygieneError("tool-failed", "a worker of image-hygiene has died", { cause: failure });
		},
		stop: async () => {
			await worker.terminate();
		}
	};
}
// lib/system/node.js
/** The process's own, opened when it is read: opening it takes a millisecond, and few steps read it. */
const standardInput = { [Symbol.asyncIterator]: () => process.stdin[Symbol.asyncIterator]() };
/** The world outside: this machine's clock, files, network and processes. */
function realWorld({ env, cwd, log, input }) {
	return {
		now: () => Math.floor(Date.now() / 1e3),
		env,
		cwd,
		files: createFiles(cwd, input),
		http: createHttp({ env }),
		processes: createProcesses(env, cwd),
		threads: createThreads(),
		log,
		random: Math.random
	};
}
// lib/hosts/run.js
/** Runs one step on any host: reads its inputs, and turns whatever comes out into an outcome and an exit code. */
async function runStep(step, given, world) {
	try {
		const values = require_define.readInputs(step.inputs, (input) => {
			const value = given(input) ?? fromEnvironment(input, world.env);
			if (input.secret && value !== void 0) world.log.secret(value);
			return value;
		});
		const result = await step.run(values, world);
		return {
			outcome: require_index.outcomeOf(step.name, result),
			result,
			exitCode: require_index.exitCodeOf(result.verdict)
		};
	} catch (error) {
		const result = require_index.resultOfError(error);
		if (!(error instanceof require_index.HygieneError) && world.env["IMAGE_HYGIENE_DEBUG"] && error instanceof Error) world.log.info(error.stack ?? error.message);
		return {
			outcome: require_index.outcomeOf(step.name, result),
			result,
			exitCode: require_index.exitCodeOf("error", error)
		};
	} finally {
		await world.http.close();
	}
}
/** `IMAGE_HYGIENE_PLAN_FILE` for `plan-file`, on every host; then the variables that the input itself names. */
function fromEnvironment(input, env) {
	return [`IMAGE_HYGIENE_${input.name.toUpperCase().replaceAll("-", "_")}`, ...input.env ?? []].map((name) => env[name]).find((value) => value !== void 0 && value !== "");
}
// lib/hosts/cli/run.js
/** Runs a step, prints its story (on stderr with `--json`, so that stdout is one document) and sets the exit code. */
async function runOnTerminal(step, call) {
	const { stdout, stderr, env } = process;
	const terminal = stderr.isTTY === true && env["CI"] === void 0;
	let drawn = false;
	const wipe = () => {
		if (drawn) stderr.write("\r\x1B[K");
		drawn = false;
	};
	const log = createLog({
		line: (text) => {
			wipe();
			stderr.write(`${text}\n`);
		},
		...terminal && { replace: (text) => {
			stderr.write(`\r\u001b[K${text.slice(0, (stderr.columns ?? 80) - 1)}`);
			drawn = true;
		} },
		clock: () => performance.now()
	});
	const { outcome, result, exitCode } = await runStep(step, (input) => call.given.get(input.name), realWorld({
		env,
		cwd: process.cwd(),
		log,
		input: standardInput
	}));
	wipe();
	const people = call.json ? stderr : stdout;
	const story = result.text ?? require_index.terminalFindings(result.findings);
	if (story !== "") people.write(`${log.masked(require_index.withoutCommands(story))}\n`);
	if (call.json) stdout.write(`${log.masked(JSON.stringify(outcome, void 0, 2))}\n`);
	process.exitCode = exitCode;
}
exports.runOnTerminal = runOnTerminal;
