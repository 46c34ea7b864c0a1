const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_reference = require("./reference.js");
const require_index = require("./index.js");
const require_manifest_parse = require("./manifest-parse.js");
// lib/registry/docker-config.js
/** Undefined for what is no JSON object; entries that make no sense are passed over, as docker does. */
function parseDockerConfig(text) {
	let body;
	try {
		body = JSON.parse(text);
	} catch {
		return;
	}
	if (!isObject(body)) return void 0;
	const auths = /* @__PURE__ */ new Map();
	for (const [key, entry] of entriesOf(body["auths"])) {
		const place = placeOfKey(key);
		const credential = isObject(entry) ? credentialOf(entry) : void 0;
		if (place !== void 0 && credential !== void 0 && !auths.has(place)) auths.set(place, credential);
	}
	const helpers = /* @__PURE__ */ new Map();
	for (const [key, name] of entriesOf(body["credHelpers"])) {
		const host = hostOfKey(key);
		if (host !== void 0 && isHelper(name)) helpers.set(host, name);
	}
	const store = body["credsStore"];
	return {
		auths,
		helpers,
		...isHelper(store) ? { store } : {}
	};
}
/**
* The host, or podman's `host/namespace`, which is for what lies below it alone.
* @see https://github.com/containers/image/blob/main/docs/containers-auth.json.5.md
*/
function placeOfKey(key) {
	const host = hostOfKey(key);
	if (host !== void 0) return host;
	const [, name = "", namespace = ""] = /^([^/]+)\/(.+)$/.exec(key.trim()) ?? [];
	const own = hostOfKey(name);
	return typeof (own === void 0 ? void 0 : require_reference.parseRepository(`${own}/${namespace}`)) === "string" ? `${own}/${namespace}` : void 0;
}
/** The credentials for a repository (`acme/app`) of a host: of its longest namespace, at last of the host. */
function credentialFor({ auths }, host, path) {
	for (let place = path; place !== ""; place = place.slice(0, Math.max(0, place.lastIndexOf("/")))) {
		const found = auths.get(`${host}/${place}`);
		if (found !== void 0) return found;
	}
	return auths.get(host);
}
/** Whether another repository of the host may need another credential. */
function hasNamespaces({ auths }, host) {
	return [...auths.keys()].some((place) => place.startsWith(`${host}/`));
}
/** `https://index.docker.io/v1/` is the key of Docker Hub. */
function hostOfKey(key) {
	const host = /^(?:https?:\/\/)?([^/]+)(?:\/|\/v1|\/v1\/|\/v2|\/v2\/)?$/i.exec(key.trim())?.[1]?.toLowerCase();
	return host === void 0 ? void 0 : hubNames.has(host) ? "docker.io" : host;
}
const hubNames = /* @__PURE__ */ new Set([
	"docker.io",
	"index.docker.io",
	"registry-1.docker.io"
]);
/** A part of a program's name and nothing else: no path, no option. */
function isHelper(name) {
	return typeof name === "string" && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name);
}
function credentialOf(entry) {
	const { auth, username, password, identitytoken, registrytoken } = entry;
	if (isText(registrytoken)) return {
		kind: "bearer",
		token: registrytoken
	};
	if (isText(identitytoken)) return {
		kind: "identity",
		token: identitytoken
	};
	if (isText(auth)) {
		const plain = Buffer.from(auth, "base64").toString("utf8");
		const colon = plain.indexOf(":");
		if (colon > 0) {
			const secret = plain.slice(colon + 1).replace(/\0+$/, "");
			return {
				kind: "password",
				username: plain.slice(0, colon),
				password: secret
			};
		}
	}
	return isText(username) && isText(password) ? {
		kind: "password",
		username,
		password
	} : void 0;
}
function isText(value) {
	return typeof value === "string" && value !== "";
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function entriesOf(value) {
	return isObject(value) ? Object.entries(value) : [];
}
// lib/registry/credentials.js
/**
* In this order: the inputs, REGISTRY_AUTH_FILE, then docker's config.json (DOCKER_CONFIG or ~/.docker), then podman's
* auth.json, then what GitLab gives a job. In a file a helper of the host comes before `auths`, of which the longest
* namespace counts, and `credsStore` comes last.
*/
function createCredentials(world, given) {
	let reading;
	const answers = /* @__PURE__ */ new Map();
	const helped = /* @__PURE__ */ new Map();
	/** Programs are slow to start: each is asked once a host. */
	const ask = (helper, host) => {
		const name = `${helper} ${host}`;
		const known = helped.get(name) ?? askHelper(helper, host, world);
		helped.set(name, known);
		return known;
	};
	const look = async (host, path) => {
		const { hosts, username, password } = given;
		if (password !== void 0 && hosts.includes(host)) return {
			kind: "password",
			username: username ?? "token",
			password
		};
		reading ??= readConfigs(world);
		const configs = await reading;
		const narrow = configs.some((config) => hasNamespaces(config, host)) ? { narrow: true } : {};
		for (const config of configs) {
			const helper = config.helpers.get(host);
			const found = (helper === void 0 ? credentialFor(config, host, path) : await ask(helper, host)) ?? (config.store === void 0 ? void 0 : await ask(config.store, host));
			if (found !== void 0) return {
				...found,
				...narrow
			};
		}
		const job = ofGitLabJob(host, world.env);
		return job && {
			...job,
			...narrow
		};
	};
	return (host, path = "") => {
		const place = `${host}/${path}`;
		const known = answers.get(place);
		if (known !== void 0) return known;
		const asked = look(host, path).then((credential) => {
			if (credential !== void 0) hide(credential, world);
			return credential;
		});
		answers.set(place, asked);
		return asked;
	};
}
/**
* The token of a GitLab job, for the registry of that GitLab and no other host: nobody has to log in to it.
* @see https://docs.gitlab.com/ci/variables/predefined_variables/
*/
function ofGitLabJob(host, env) {
	const { CI_REGISTRY: registry, CI_REGISTRY_USER: username, CI_REGISTRY_PASSWORD: password } = env;
	if (registry?.toLowerCase() !== host || !username || !password) return void 0;
	return {
		kind: "password",
		username,
		password
	};
}
function hide(credential, { log }) {
	if (credential.kind === "password") {
		const { username, password } = credential;
		log.secret(password);
		log.secret(Buffer.from(`${username}:${password}`).toString("base64"));
	} else log.secret(credential.token);
}
async function readConfigs({ env, files }) {
	const home = env["HOME"] ?? env["USERPROFILE"];
	const runtime = env["XDG_RUNTIME_DIR"];
	const docker = env["DOCKER_CONFIG"] ?? (home === void 0 ? void 0 : `${home}/.docker`);
	const paths = [
		env["REGISTRY_AUTH_FILE"],
		docker === void 0 ? void 0 : `${docker}/config.json`,
		runtime === void 0 ? void 0 : `${runtime}/containers/auth.json`
	];
	const configs = [];
	for (const path of paths) {
		if (path === void 0 || path === "" || await files.kind(path) !== "file") continue;
		const config = parseDockerConfig(await files.readText(path));
		if (config === void 0) throw new require_index.HygieneError("bad-file", `${path} is no JSON object, so its credentials cannot be read`, {
			fix: "log in again with docker login or podman login, or unset DOCKER_CONFIG and REGISTRY_AUTH_FILE",
			location: {
				file: path,
				line: 1
			}
		});
		configs.push(config);
	}
	return configs;
}
/**
* A helper gets the environment, as docker gives it: helpers of clouds find their keys there.
* One that is missing or does not know the host gives nothing, and the registry is then asked anonymously.
* @see https://github.com/docker/docker-credential-helpers#development
*/
async function askHelper(name, host, { env, processes, log }) {
	const program = `docker-credential-${name}`;
	const given = Object.entries(env).filter((entry) => entry[1] !== void 0);
	const key = host === "docker.io" ? "https://index.docker.io/v1/" : host;
	try {
		const { code, stdout } = await processes.run(program, ["get"], {
			input: key,
			env: Object.fromEntries(given),
			timeout: 3e4,
			limit: 65536
		});
		if (code !== 0) return void 0;
		const { Username: username, Secret: secret } = JSON.parse(stdout);
		if (typeof username !== "string" || typeof secret !== "string" || secret === "") return void 0;
		return username === "<token>" ? {
			kind: "identity",
			token: secret
		} : {
			kind: "password",
			username,
			password: secret
		};
	} catch (error) {
		const why = error instanceof require_index.HygieneError ? error.message : "its answer is no JSON";
		log.warn(`${program} gave no credentials for ${host}: ${why}`);
		return;
	}
}
// lib/registry/token.js
/** What the specification says when the answer does not. */
const defaultSeconds = 60;
/**
* Where a Bearer challenge sends us. Another host than the registry's only over https: it will see the credentials.
* @see https://distribution.github.io/distribution/spec/auth/token/
*/
function realmOf(challenge, registry) {
	const text = challenge.parameters.get("realm") ?? "";
	let realm;
	try {
		realm = new URL(text);
	} catch {
		throw refusal$1(`${registry.host} names no usable token service: '${text.slice(0, 200)}'`);
	}
	const same = realm.origin === registry.origin;
	const nearby = realm.protocol === "http:" && isLoopback(registry.hostname) && isLoopback(realm.hostname);
	if (!same && realm.protocol !== "https:" && !nearby) throw refusal$1(`${registry.host} sends credentials to ${realm.origin}, which is not https: refused`);
	if (realm.username !== "" || realm.password !== "") throw refusal$1(`${registry.host} names a token service with a password in its address: refused`);
	return realm;
}
function refusal$1(message) {
	return new require_index.HygieneError("no-credentials", message);
}
function isLoopback(hostname) {
	return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname);
}
/** The request for a token that may do what `scope` says, and no more. */
function tokenRequest(realm, service, scope, credential) {
	const limit = 1048576;
	if (credential?.kind === "identity") {
		const form = new URLSearchParams({
			grant_type: "refresh_token",
			client_id: "image-hygiene",
			refresh_token: credential.token
		});
		if (service !== void 0) form.set("service", service);
		if (scope !== void 0) form.set("scope", scope);
		return {
			method: "POST",
			url: realm,
			headers: {
				"content-type": "application/x-www-form-urlencoded",
				accept: "application/json"
			},
			body: form.toString(),
			limit
		};
	}
	const url = new URL(realm);
	if (service !== void 0) url.searchParams.set("service", service);
	for (const one of scope?.split(" ") ?? []) if (one !== "") url.searchParams.append("scope", one);
	const headers = { accept: "application/json" };
	if (credential?.kind === "password") headers["authorization"] = basic(credential);
	return {
		method: "GET",
		url,
		headers,
		limit
	};
}
function basic({ username, password }) {
	return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}
/** Undefined if the answer holds no token that could stand in a header. */
function parseToken({ body }) {
	let answer;
	try {
		answer = JSON.parse(new TextDecoder().decode(body));
	} catch {
		return;
	}
	if (typeof answer !== "object" || answer === null) return void 0;
	const { token, access_token: access, expires_in: expires } = answer;
	const value = typeof token === "string" && token !== "" ? token : access;
	if (typeof value !== "string" || !/^[\x21-\x7e]{1,65536}$/.test(value)) return void 0;
	return {
		value,
		lifetime: (typeof expires === "number" && expires > 0 ? Math.min(expires, 86400) : defaultSeconds) * 1e3 * renewAt
	};
}
/** Renewed when this share of its life is over, so that it does not end between our clock and the server's. */
const renewAt = .8;
// lib/registry/endpoint.js
/**
* Where the requests for a registry host go. Plain http only for loopback and for hosts that the policy names:
* whoever sits between could otherwise read the credentials and choose what is deleted.
*/
function endpointOf(host, plainHttp) {
	const name = host === "docker.io" ? "registry-1.docker.io" : host;
	const url = parse(`https://${name}/`);
	if (url === void 0 || url.pathname !== "/" || url.username !== "") throw new require_index.HygieneError("bad-usage", `'${host}' is no registry host`);
	return isLoopback(url.hostname) || plainHttp.includes(host) ? new URL(`http://${name}/`) : url;
}
function parse(text) {
	try {
		return new URL(text);
	} catch {
		return;
	}
}
// lib/registry/challenge.js
const longest$1 = 8192;
/**
* Reads a WWW-Authenticate header, in which several challenges and their parameters are parted by the same comma.
* What does not fit the grammar ends the reading; what was read before stands.
* @see https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1
*/
function parseChallenges(header) {
	const text = header.slice(0, longest$1);
	const challenges = [];
	let at = 0;
	const skip = (pattern) => {
		pattern.lastIndex = at;
		const found = pattern.exec(text)?.[0] ?? "";
		at += found.length;
		return found;
	};
	while (at < text.length) {
		skip(separators);
		const word = skip(token);
		if (word === "") break;
		const beforeSpace = at;
		const spaces = skip(blank);
		if (text[at] === "=" && challenges.length > 0) {
			at += 1;
			skip(blank);
			const quoted = text[at] === "\"";
			const value = quoted ? unquote(skip(quotedString)) : skip(bareValue);
			if (quoted && value === void 0) break;
			const { parameters } = challenges[challenges.length - 1] ?? { parameters: /* @__PURE__ */ new Map() };
			const name = word.toLowerCase();
			if (!parameters.has(name)) parameters.set(name, value ?? "");
			continue;
		}
		if (spaces === "" && at < text.length && text[at] !== ",") break;
		at = beforeSpace;
		challenges.push({
			scheme: word.toLowerCase(),
			parameters: /* @__PURE__ */ new Map()
		});
		skip(blank);
		skip(token68);
	}
	return challenges;
}
const separators = /[\t ,]*/y;
const blank = /[\t ]*/y;
const token = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y;
const quotedString = /"(?:[^"\\]|\\.)*"/y;
/** Some servers leave out the quotes, also around URLs. */
const bareValue = /[^\t ,"]*/y;
/** Negotiate's and NTLM's way: a bare base64 text instead of parameters; only if a comma or the end follows. */
const token68 = /[A-Za-z0-9._~+/-]+=*(?=[\t ]*(?:,|$))/y;
function unquote(text) {
	return text === "" ? void 0 : text.slice(1, -1).replace(/\\(.)/g, "$1");
}
// lib/registry/authorization.js
function createAuthorization(options) {
	const { host, origin, credentials, http, budget, log, clock } = options;
	/** Basic and ready-made tokens hold for the whole origin, unless another repository may need another one. */
	let everywhere;
	const grants = /* @__PURE__ */ new Map();
	const obtain = async (challenge, scope, credential) => {
		const realm = realmOf(challenge, origin);
		const { parameters } = challenge;
		const asked = parameters.get("scope") ?? scope;
		budget.spend();
		const answer = await http.send(tokenRequest(realm, parameters.get("service"), asked, credential));
		const token = answer.status === 200 ? parseToken(answer) : void 0;
		if (token === void 0) throw missing(host, `${realm.host} gives no token for ${asked} (${answer.status})`, credential);
		log.secret(token.value);
		return {
			header: `Bearer ${token.value}`,
			until: clock() + token.lifetime,
			renew: () => obtain(challenge, scope, credential)
		};
	};
	/** One asks, all who need the same wait for it; a failure is not remembered. */
	const share = (scope, asking) => {
		grants.set(scope, asking);
		asking.then((grant) => grants.get(scope) === asking && grants.set(scope, grant), () => grants.get(scope) === asking && grants.delete(scope));
		return asking;
	};
	return {
		header(scope) {
			const grant = grants.get(scope);
			if (grant === void 0) return everywhere;
			if (grant instanceof Promise) return grant.then(({ header }) => header);
			if (grant.until > clock() || grant.renew === void 0) return grant.header;
			return share(scope, grant.renew()).then(({ header }) => header);
		},
		async challenged(scope, response, sent) {
			if (everywhere !== void 0 && sent !== everywhere) return;
			const current = grants.get(scope);
			if (current instanceof Promise || current !== void 0 && current.header !== sent) {
				await current;
				return;
			}
			const credential = await credentials(host, pathOfScope(scope));
			const challenges = parseChallenges(response.headers["www-authenticate"] ?? "");
			const bearer = challenges.find(({ scheme, parameters }) => scheme === "bearer" && parameters.has("realm"));
			const take = (header, refused) => {
				if (sent === header) throw missing(host, refused, credential);
				if (credential?.narrow) grants.set(scope, {
					header,
					until: Number.POSITIVE_INFINITY
				});
				else everywhere = header;
			};
			if (credential?.kind === "bearer") {
				take(`Bearer ${credential.token}`, `${host} refuses the token that was given`);
				return;
			}
			if (bearer !== void 0) {
				await share(scope, obtain(bearer, scope, credential));
				return;
			}
			const offersBasic = challenges.length === 0 || challenges.some(({ scheme }) => scheme === "basic");
			const refused = `${host} answers 401 to ${scope}`;
			if (!offersBasic || credential?.kind !== "password") throw missing(host, refused, credential);
			take(basic(credential), refused);
		}
	};
}
/** `acme/app` of `repository:acme/app:pull`. */
function pathOfScope(scope) {
	return /^repository:(.+):[^:]*$/.exec(scope)?.[1];
}
function missing(host, what, credential) {
	return new require_index.HygieneError("no-credentials", credential === void 0 ? `${what}; no credentials for ${host} were found` : `${what}, with the credentials that were found for ${host}`, { fix: `docker login ${host}, or give registry-username and registry-password` });
}
// lib/registry/follow.js
const mostHops$1 = 5;
/**
* Follows the redirects of a GET whose bytes are verified by digest afterwards: registries keep blobs in object stores.
* Back at the registry's own origin with our credentials, to any other only over https and with nothing of ours: no
* Authorization, no headers. Loopback is another origin like any other, except for registries on loopback themselves.
*/
function createFollower(origin, transport, { http, budget, tally }) {
	return async (request) => {
		let response = await transport(request);
		if (!isRedirect(response)) return response;
		let current = new URL(request.path, origin);
		for (let hops = 0; isRedirect(response); hops += 1) {
			const target = targetOf(response, current);
			if (hops >= mostHops$1) throw refusal(origin, `redirects more than ${mostHops$1} times`);
			if (target.origin === origin.origin) response = await transport({
				...request,
				path: `${target.pathname}${target.search}`
			});
			else {
				if (!isAllowed(target, origin)) throw refusal(origin, `redirects to ${target.origin}, which is refused`);
				budget.spend();
				response = await http.send(elsewhere(request, target));
				tally.answered(response);
			}
			current = target;
		}
		return response;
	};
}
function isRedirect({ status }) {
	return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}
function targetOf({ headers }, current) {
	try {
		return new URL(headers["location"] ?? "", current);
	} catch {
		throw refusal(current, "redirects to what is no address");
	}
}
function isAllowed(target, origin) {
	if (target.protocol === "https:") return !isLoopback(target.hostname) || isLoopback(origin.hostname);
	return target.protocol === "http:" && isLoopback(target.hostname) && isLoopback(origin.hostname);
}
function elsewhere({ method, headers, limit }, url) {
	return {
		method,
		url,
		headers: headers?.["accept"] === void 0 ? {} : { accept: headers["accept"] },
		...limit === void 0 ? {} : { limit }
	};
}
function refusal(origin, what) {
	return new require_index.HygieneError("bad-answer", `${origin.host} ${what}`);
}
// lib/registry/hash.js
/** Node's crypto. An import would load it at start-up, which takes as long as a whole step that asks no registry. */
function nodeCrypto() {
	return process.getBuiltinModule("node:crypto");
}
/** The digest of exactly these bytes. */
function digestOf(bytes, algorithm = "sha256") {
	return `${algorithm}:${nodeCrypto().hash(algorithm, bytes, "hex")}`;
}
function algorithmOf(digest) {
	return digest.startsWith("sha512:") ? "sha512" : "sha256";
}
function matches(bytes, digest) {
	return digestOf(bytes, algorithmOf(digest)) === digest;
}
// lib/registry/blob-stream.js
/** Milliseconds for a whole blob; silence ends it much sooner. */
const longest = 18e5;
const mostHops = 5;
/**
* GETs a blob that is too large to hold. Answers other than 200 come back with their status and an unread body. Not
* repeated when it breaks off: what was read before is already with the reader.
*/
async function openBlob(request, options) {
	const { origin, http, authorization, budget } = options;
	let url = new URL(request.path, origin);
	let challenges = 0;
	for (let hops = 0; hops <= mostHops;) {
		const own = url.origin === origin.origin;
		const header = own ? await authorization.header(request.scope) : void 0;
		budget.spend();
		const answer = await http.stream({
			method: "GET",
			url,
			limit: request.limit,
			timeout: longest,
			...header === void 0 ? {} : { headers: { authorization: header } }
		});
		if (own && answer.status === 401 && challenges < 2) {
			challenges += 1;
			await authorization.challenged(request.scope, await whole(answer), header);
			continue;
		}
		if (!isRedirect(answer)) return answer.status === 200 ? {
			...answer,
			body: verified(answer.body, request.digest, origin)
		} : answer;
		const target = targetOf(await whole(answer), url);
		if (target.origin !== origin.origin && !isAllowed(target, origin)) throw refusal(origin, `redirects to ${target.origin}, which is refused`);
		url = target;
		hops += 1;
	}
	throw refusal(origin, `redirects more than ${mostHops} times`);
}
async function* verified(body, digest, origin) {
	const hash = nodeCrypto().createHash(algorithmOf(digest));
	for await (const chunk of body) {
		hash.update(chunk);
		yield chunk;
	}
	if (`${algorithmOf(digest)}:${hash.digest("hex")}` !== digest) throw new require_index.HygieneError("bad-answer", `${origin.host} sends other bytes than those of ${digest}`);
}
async function whole({ status, headers, body }) {
	const chunks = [];
	let length = 0;
	for await (const chunk of body) {
		length += chunk.length;
		chunks.push(chunk);
		if (length > 65536) break;
	}
	return {
		status,
		headers,
		body: Buffer.concat(chunks)
	};
}
// lib/registry/budget.js
/** A registry that never comes to an end must not keep a job alive until the platform kills it. */
const longestRun = 18e3;
/** One wait that a registry may ask for when the run has hours left. */
const longestWait = 9e5;
/** The requests and the time of a whole run, over all its registries. `clock` counts milliseconds and never goes back. */
function createBudget(limits = {}, clock = () => performance.now()) {
	const { requests = Number.POSITIVE_INFINITY, seconds = longestRun } = limits;
	const end = clock() + seconds * 1e3;
	let sent = 0;
	return {
		spend() {
			if (sent >= requests) throw spent(`the ${requests} requests that this run may send are spent`);
			if (clock() >= end) throw spent(`the ${seconds} s that this run may take are over`);
			sent += 1;
		},
		wait(milliseconds) {
			if (clock() + milliseconds >= end) throw spent(`a registry asks to wait ${Math.ceil(milliseconds / 1e3)} s, longer than this run may take`);
			if (milliseconds > longestWait) throw spent(`a registry asks to wait ${Math.ceil(milliseconds / 1e3)} s`);
		},
		left: () => Math.max(0, end - clock())
	};
}
function spent(what) {
	return new require_index.HygieneError("budget-spent", `${what}: nothing half done is left behind`, { fix: "run again later, or allow more with time-budget: what is finished is not repeated" });
}
// lib/registry/answer.js
/** What an answer that is no success says, for people: `403 DENIED: permission denied`. */
function explain(response) {
	const [first] = errorsOf(response);
	const words = first === void 0 ? "" : ` ${first.code}${first.message === "" ? "" : `: ${first.message}`}`;
	return `${response.status}${words}`;
}
/**
* The `errors` of an error body, made short; none if it is of another kind. A detail that is text belongs to the message:
* olareg says only there that it is read-only. Text of strangers: renderers escape it.
*/
function errorsOf({ body }) {
	const errors = parseJson(body)?.errors;
	if (!Array.isArray(errors)) return [];
	return errors.slice(0, 5).map((error) => {
		const { code, message, detail } = error ?? {};
		const words = [shortText(message), shortText(detail)].filter((text) => text !== "");
		return {
			code: shortText(code),
			message: words.join(": ")
		};
	});
}
/** Undefined for what is no JSON. */
function parseJson(body) {
	try {
		return JSON.parse(decoder.decode(body));
	} catch {
		return;
	}
}
const decoder = new TextDecoder();
function shortText(value) {
	return typeof value === "string" ? value.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ").slice(0, 200) : "";
}
/**
* Runs a request and turns what could not be had into a value. A spent budget and a fault of ours stay thrown: they end
* the run, not the reading of one image.
*/
async function orUnknown(asking) {
	try {
		return await asking();
	} catch (error) {
		return unknownOf(error);
	}
}
function unknownOf(error) {
	if (!(error instanceof require_index.HygieneError) || !ordinary.has(error.code)) throw error;
	const fix = error.findings[0]?.fix;
	return { unknown: fix === void 0 ? error.message : `${error.message} (${fix})` };
}
const ordinary = /* @__PURE__ */ new Set([
	"unreachable",
	"too-slow",
	"too-large",
	"bad-answer",
	"no-credentials"
]);
// lib/registry/schema1.js
/**
* The bytes that the digest of a signed schema 1 manifest is made of: the document without its signatures. Undefined
* for anything else. Such images are long out of use, but a registry that still has one must not be held for it.
* @see https://distribution.github.io/distribution/spec/deprecated-schema-v1/
*/
function signedPayload(bytes, contentType) {
	if (!contentType.startsWith("application/vnd.docker.distribution.manifest.v1")) return void 0;
	try {
		const { signatures } = JSON.parse(Buffer.from(bytes).toString("utf8"));
		const { formatLength, formatTail } = JSON.parse(Buffer.from(signatures[0]?.protected ?? "", "base64url").toString("utf8"));
		if (!Number.isSafeInteger(formatLength) || formatLength < 0 || formatLength > bytes.length) return void 0;
		return Buffer.concat([bytes.subarray(0, formatLength), Buffer.from(formatTail, "base64url")]);
	} catch {
		return;
	}
}
// lib/registry/manifest-answer.js
/**
* What a GET of a manifest says. The digest is that of the bytes; a registry whose header says another one, or that
* gives other bytes for a digest, is not believed.
*/
function readManifestAnswer(reference, response) {
	const { status, headers, body } = response;
	if (status === 404) return {
		found: false,
		status
	};
	if (status !== 200) return { unknown: `answers ${explain(response)}` };
	const claimed = headers["docker-content-digest"];
	const expected = require_reference.isDigest(reference) ? reference : claimed !== void 0 && require_reference.isDigest(claimed) ? claimed : void 0;
	const mediaType = headers["content-type"] ?? "";
	const digest = trueDigest(body, mediaType, expected);
	if (expected !== void 0 && digest !== expected) return { unknown: `its bytes have the digest ${digest}, not ${expected}` };
	const manifest = require_manifest_parse.parseManifest(body, mediaType, digest);
	if ("fault" in manifest) return { unknown: `its manifest ${manifest.fault}` };
	return {
		found: true,
		manifest,
		raw: {
			mediaType,
			bytes: body
		}
	};
}
function trueDigest(bytes, mediaType, expected) {
	const algorithm = expected === void 0 ? "sha256" : algorithmOf(expected);
	const payload = signedPayload(bytes, mediaType);
	if (payload === void 0) return digestOf(bytes, algorithm);
	const signed = digestOf(bytes, algorithm);
	return signed === expected ? signed : digestOf(payload, algorithm);
}
// lib/registry/pack.js
const entryHead = /^(\S{1,200}) ([0-9]{1,9}) ([\x20-\x7e]{0,255})$/;
const longestHead = 512;
const lineEnd = 10;
/** The bytes of the entries are views of `bytes`, not copies. Reading ends at the first thing that is no entry. */
function parsePack(bytes) {
	const entries = [];
	const decoder = new TextDecoder("latin1");
	let at = 0;
	while (at < bytes.length) {
		const end = bytes.indexOf(lineEnd, at);
		if (end < 0 || end - at > longestHead) break;
		const [, digest, length, mediaType] = entryHead.exec(decoder.decode(bytes.subarray(at, end))) ?? [];
		if (digest === void 0 || !require_reference.isDigest(digest)) break;
		const last = end + 1 + Number(length);
		if (bytes[last] !== lineEnd) break;
		entries.push({
			digest,
			raw: {
				mediaType: mediaType ?? "",
				bytes: bytes.subarray(end + 1, last)
			}
		});
		at = last + 1;
	}
	return entries;
}
function formatPack(content) {
	const parts = [];
	for (const [digest, { mediaType, bytes }] of content) {
		const type = mediaType.replace(/[^\x20-\x7e]/g, "").slice(0, 255);
		parts.push(Buffer.from(`${digest} ${bytes.length} ${type}\n`, "latin1"), bytes, newline);
	}
	return Buffer.concat(parts);
}
const newline = Buffer.from("\n");
// lib/registry/cache.js
const noCache = { open: async () => ({
	find: () => void 0,
	manifest: () => void 0,
	keep: () => void 0,
	lastSeen: () => void 0,
	saw: () => void 0,
	save: async () => void 0
}) };
/** Bytes of one pack that are read; more is not ours. */
const largestPack = 536870912;
/** So many packs are rewritten as one, without what no run has touched. */
const mostPacks = 8;
/**
* A folder a repository, in it packs that are named by their content and never changed, and the tags as
* they were last seen. Two runs at once write different packs; whoever tidies up removes only what it has read.
*/
function createCache(folder, files) {
	return { async open(repository) {
		const place = `${folder}/v1/${digestOf(new TextEncoder().encode(repository)).slice(7, 39)}`;
		const packs = (await quietly(files.list(place)))?.filter((name) => name.endsWith(".pack")) ?? [];
		const stored = /* @__PURE__ */ new Map();
		for (const name of packs) {
			const bytes = await quietly(files.read(`${place}/${name}`, largestPack));
			for (const { digest, raw } of bytes === void 0 ? [] : parsePack(bytes)) stored.set(digest, raw);
		}
		const seen = parseSeen(await quietly(files.readText(`${place}/tags.json`, largestPack)));
		const fresh = /* @__PURE__ */ new Map();
		const verified = /* @__PURE__ */ new Map();
		const resolved = /* @__PURE__ */ new Map();
		return {
			find(digest) {
				const known = verified.get(digest);
				if (known !== void 0) return known;
				const raw = stored.get(digest);
				if (raw === void 0 || !matches(raw.bytes, digest)) return void 0;
				verified.set(digest, raw);
				return raw;
			},
			manifest(digest) {
				const raw = stored.get(digest);
				if (raw === void 0) return void 0;
				const answer = readManifestAnswer(digest, {
					status: 200,
					headers: { "content-type": raw.mediaType },
					body: raw.bytes
				});
				if ("unknown" in answer || !answer.found) return void 0;
				verified.set(digest, raw);
				return answer;
			},
			keep(digest, raw) {
				if (verified.has(digest)) return;
				verified.set(digest, raw);
				fresh.set(digest, raw);
			},
			lastSeen: (tag) => seen.get(tag),
			saw: (tag, digest) => resolved.set(tag, digest),
			async save(partial = false) {
				const tidy = packs.length >= mostPacks;
				const content = tidy ? tidied(stored, verified) : fresh;
				const pack = formatPack(content);
				const name = `${digestOf(pack).slice(7, 39)}.pack`;
				const written = content.size === 0 || await succeeds(files.write(`${place}/${name}`, pack));
				if (written) fresh.clear();
				if (written && tidy) {
					const old = packs.splice(0).filter((other) => other !== name);
					for (const other of old) await succeeds(files.remove(`${place}/${other}`));
				}
				const tags = partial ? new Map([...seen, ...resolved]) : resolved;
				if (resolved.size > 0) await succeeds(files.write(`${place}/tags.json`, formatSeen(tags)));
				resolved.clear();
			}
		};
	} };
}
/** Everything, as long as it is not too much; then only what this run has used. */
function tidied(stored, verified) {
	const all = new Map([...stored, ...verified]);
	let size = 0;
	for (const { bytes } of all.values()) size += bytes.length;
	return size <= largestPack / 2 ? all : verified;
}
/** The cache only saves time: a folder that cannot be read or written is an empty one. */
async function quietly(asking) {
	return asking.catch(() => void 0);
}
async function succeeds(asking) {
	return asking.then(() => true, () => false);
}
function formatSeen(tags) {
	return JSON.stringify(Object.fromEntries(tags));
}
function parseSeen(text) {
	const seen = /* @__PURE__ */ new Map();
	if (text === void 0) return seen;
	let body;
	try {
		body = JSON.parse(text);
	} catch {
		return seen;
	}
	if (typeof body !== "object" || body === null) return seen;
	for (const [tag, digest] of Object.entries(body)) if (require_reference.isTag(tag) && typeof digest === "string" && require_reference.isDigest(digest)) seen.set(tag, digest);
	return seen;
}
// lib/registry/deletion.js
/** What the answer to a DELETE means. `what` is the reference, for the message. */
function readDeleteAnswer(what, kind, response) {
	const { status } = response;
	if (status === 200 || status === 202 || status === 204) return "deleted";
	if (status === 404) return "absent";
	const refused = refusalOf(kind, response);
	if (refused === void 0) return { unknown: `the deletion of ${what} is answered ${explain(response)}` };
	const { because, fix } = refused;
	return {
		refused: because,
		message: `${what} cannot be deleted: the registry answers ${explain(response)}`,
		fix
	};
}
function refusalOf(kind, response) {
	const { status } = response;
	const text = errorsOf(response).map(({ code, message }) => `${code} ${message}`).join(" ");
	if (status >= 400 && status < 500 && /dangling|referenced/i.test(text)) return {
		because: "referenced",
		fix: "another image of the registry needs it: delete that one first"
	};
	if (status === 412 || status === 409 || status < 500 && /immutable|locked|protected/i.test(text)) return {
		because: "immutable",
		fix: "it is protected by a rule of the registry (immutable tags, locks): change the rule, or write keep into its line of the plan"
	};
	if (kind === "tag" && (status === 400 || status === 405)) return {
		because: "disabled",
		fix: "this registry deletes manifests only by digest: take the host out of cleanup.untag in the policy"
	};
	if (status === 405 || /\bUNSUPPORTED\b|\bread-only\b/.test(text)) return {
		because: "disabled",
		fix: switchOn
	};
	if (status === 401 || status === 403) return {
		because: "forbidden",
		fix: "the credentials may read but not delete: give apply a token with the right to delete (GHCR: package role Admin; GitLab: Maintainer and api scope; Harbor: a robot with artifact:delete)"
	};
}
/** Where the switch is, by registry; servers do not say which one they are, so all are named. */
const switchOn = "deletion is switched off, or the registry is read-only. docker-registry and distribution: REGISTRY_STORAGE_DELETE_ENABLED=true (storage.delete.enabled: true) and no storage.maintenance.readonly; olareg: --api-delete and no --store-ro; Azure: az acr repository update --delete-enabled true; nothing was deleted";
/** What the answer to a PUT of a manifest means; `digest` is that of the bytes that were sent. */
function readPutAnswer(what, digest, response) {
	const { status, headers } = response;
	if (status === 201 || status === 200 || status === 202) {
		const said = headers["docker-content-digest"];
		if (said === void 0 || said === digest) return { digest };
		return { unknown: `${what} was stored as ${said.slice(0, 100)} instead of ${digest}` };
	}
	const codes = errorsOf(response).map(({ code }) => code);
	const message = `${what} cannot be pushed: the registry answers ${explain(response)}`;
	const missing = [
		"MANIFEST_BLOB_UNKNOWN",
		"BLOB_UNKNOWN",
		"MANIFEST_UNKNOWN"
	];
	if (codes.some((code) => missing.includes(code))) return {
		refused: "blobs-missing",
		message
	};
	if (status === 404) return {
		refused: "blobs-missing",
		message
	};
	if (status === 409 || status === 412) return {
		refused: "immutable",
		message
	};
	if (status === 401 || status === 403 || status === 405) return {
		refused: "forbidden",
		message
	};
	return { unknown: message };
}
// lib/registry/link.js
/**
* The target of `rel=next` in a Link header, as written; undefined if there is none. Quotes around `next` are optional,
* and parameters of other names are passed over.
* @see https://www.rfc-editor.org/rfc/rfc8288#section-3
*/
function nextLink(header) {
	let at = 0;
	while (at < header.length) {
		const open = header.indexOf("<", at);
		const close = open < 0 ? -1 : header.indexOf(">", open);
		if (close < 0) return void 0;
		const following = header.indexOf("<", close);
		const end = following < 0 ? header.length : following;
		if (/;[\t ]*rel[\t ]*=[\t ]*(?:"(?:[^"]* )?next(?: [^"]*)?"|next(?=[\t ,;]|$))/i.test(header.slice(close, end))) return header.slice(open + 1, close);
		at = end;
	}
}
/**
* The path and query that a Link leads to, if it stays at the same listing of the same origin. Anything else would send
* our token to somebody else, or mix the tags of two repositories.
*/
function nextPage(link, current) {
	let target;
	try {
		target = new URL(link, current);
	} catch {
		return { refused: `its Link '${link.slice(0, 200)}' is no address` };
	}
	if (target.origin !== current.origin) return { refused: `its Link leads to ${target.origin}` };
	if (target.pathname !== current.pathname) return { refused: `its Link leads to ${target.pathname}` };
	return { path: `${target.pathname}${target.search}` };
}
// lib/registry/listing.js
/** Names asked for at once: the most that the strictest registry of the field takes. */
const pageSize = 1e3;
/** For registries that refuse even that. */
const smallPage = 100;
/** A listing that does not end by then is not one. */
const mostPages$1 = 1e4;
const mostNames = 2e6;
/** In a row, each with a Link: registries that filter their pages send some. */
const emptyPages = 10;
/**
* Reads all pages. The specification promises that fewer than `n` names without a Link are the last ones, but registries
* exist that cut without a Link, ignore `n`, or ignore `last`; where a page may have been cut, one more question with
* `last=` shows it.
* @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-tags
*/
async function readListing(listed) {
	const once = await readPages(listed);
	if (once.incomplete !== void 0 || !(once.numbered || once.overlapping)) return listingOf(once);
	const again = await readPages(listed);
	if (again.incomplete !== void 0) return listingOf(again);
	const names = [.../* @__PURE__ */ new Set([...once.names, ...again.names])];
	if (names.length === once.names.length && names.length === again.names.length && !again.overlapping) return { names };
	return {
		names,
		incomplete: "its pages overlap or change while they are read"
	};
}
function listingOf({ names, incomplete }) {
	return {
		names,
		...incomplete === void 0 ? {} : { incomplete }
	};
}
async function readPages(listed) {
	const { path, origin } = listed;
	const names = /* @__PURE__ */ new Set();
	let size = pageSize;
	let numbered = false;
	let overlapping = false;
	let probing = false;
	/** A registry that has sent a Link knows how to say that there is more. */
	let linked = false;
	let honoursLast = false;
	/** Pages in a row that brought nothing new. */
	let barren = 0;
	let next = `${path}?n=${size}`;
	const end = (incomplete) => ({
		names: [...names],
		numbered,
		overlapping,
		...incomplete === void 0 ? {} : { incomplete }
	});
	for (let pages = 1;; pages += 1) {
		if (pages > mostPages$1) return end(`it does not end after ${mostPages$1} pages`);
		const page = await readPage(listed, next);
		if ("unknown" in page) return end(page.unknown);
		if ("refusesSize" in page) {
			if (size === smallPage || names.size > 0) return end(page.refusesSize);
			size = smallPage;
			next = `${path}?n=${size}`;
			continue;
		}
		const before = names.size;
		for (const name of page.names) names.add(name);
		listed.found?.(page.names);
		if (names.size > mostNames) return end(`it lists more than ${mostNames} names`);
		const added = names.size - before;
		if (probing && added === 0) {
			if (honoursLast || page.names.length !== size || !await isCut(listed, size)) return end();
			return end(`it cuts at ${size} and cannot be asked for more`);
		}
		if (probing) honoursLast = true;
		if (before > 0 && !probing && added < page.names.length) overlapping = true;
		if (page.link !== void 0) {
			linked = true;
			barren = added === 0 ? barren + 1 : 0;
			if (barren > (page.names.length === 0 ? emptyPages : 0)) return end("its pages repeat themselves");
			const following = nextPage(page.link, new URL(next, origin));
			if ("refused" in following) return end(following.refused);
			if (/[?&](?:page|offset|start)=/.test(following.path)) numbered = true;
			next = following.path;
			probing = false;
		} else if (!linked && mayBeCut(page.names.length, size)) {
			next = `${path}?n=${size}&last=${encodeURIComponent(page.names.at(-1) ?? "")}`;
			probing = true;
		} else return end();
	}
}
/** As many as asked for, more (then `n` is ignored, and some other limit may hold), or a round number. */
function mayBeCut(length, size) {
	return length >= size || length > 0 && length % 50 === 0;
}
/** Whether a page of exactly `n` names was cut: asked for one more, a registry that has it gives it. */
async function isCut(listed, size) {
	const page = await readPage(listed, `${listed.path}?n=${size + 1}`);
	return !("names" in page) || page.names.length > size;
}
async function readPage({ get, field }, path) {
	const response = await orUnknown(() => get(path));
	if ("unknown" in response) return response;
	if (response.status === 400 || response.status === 405) return { refusesSize: `it answers ${explain(response)}` };
	if (response.status !== 200) return { unknown: `it answers ${explain(response)}` };
	const body = parseJson(response.body);
	const names = typeof body === "object" && body !== null ? body[field] : void 0;
	const link = nextLink(response.headers["link"] ?? "");
	if (names === null) return {
		names: [],
		...link === void 0 ? {} : { link }
	};
	if (!Array.isArray(names)) return { unknown: `its answer has no list of ${field}` };
	if (names.some((name) => typeof name !== "string")) return { unknown: `some of its ${field} are no text` };
	return {
		names,
		...link === void 0 ? {} : { link }
	};
}
// lib/registry/referrers.js
/** No manifest has it: a registry with the API must answer an empty list for any digest. */
const nobody = `sha256:${"0".repeat(64)}`;
const mostPages = 1e3;
/**
* All referrers of a subject. A 404 says that the registry has no such API (and the fallback tag tells), but it is only
* believed for all subjects once a second digest is answered the same: then nobody asks again.
* @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
*/
async function askReferrers(question) {
	const { path, subject, origin, get } = question;
	let next = `${path}${subject}`;
	const found = /* @__PURE__ */ new Map();
	for (let pages = 0; pages < mostPages; pages += 1) {
		const response = await get(next);
		if (response.status === 404 && pages === 0) return {
			answer: "unsupported",
			api: await proven(question)
		};
		if (response.status !== 200) return unknown(`answers ${explain(response)}`, question);
		const list = parseJson(response.body)?.manifests;
		if (!Array.isArray(list)) return unknown("its answer is no index", question);
		for (const item of list) {
			const descriptor = require_manifest_parse.parseDescriptor(item);
			if (descriptor === void 0) return unknown("one of its descriptors cannot be read", question);
			found.set(descriptor.digest, descriptor);
		}
		const link = nextLink(response.headers["link"] ?? "");
		if (link === void 0) return {
			answer: [...found.values()],
			api: "present"
		};
		const following = nextPage(link, new URL(next, origin));
		if ("refused" in following) return unknown(following.refused, question);
		next = following.path;
	}
	return unknown(`it does not end after ${mostPages} pages`, question);
}
async function proven({ api, get, path, subject }) {
	if (api !== "unproven" || subject === nobody) return api;
	const { status } = await get(`${path}${nobody}`);
	return status === 404 ? "absent" : "present";
}
function unknown(why, { api }) {
	return {
		answer: { unknown: why },
		api
	};
}
// lib/registry/upload.js
/**
* Uploads a small blob: one POST that opens a session, one PUT that ends it. The session's address must lie on the
* registry itself: the bytes and our credentials go nowhere else.
* @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#post-then-put
*/
async function uploadBlob(repository, bytes, origin, transport) {
	const scope = `repository:${require_reference.pathOf(repository)}:pull,push`;
	const path = `/v2/${require_reference.pathOf(repository)}/blobs/uploads/`;
	const opened = await transport({
		method: "POST",
		path,
		scope
	});
	if (opened.status === 401 || opened.status === 403) return { refused: `answers ${explain(opened)}` };
	if (opened.status !== 202) return { unknown: `opening an upload: ${explain(opened)}` };
	const target = sessionOf(opened.headers["location"], new URL(path, origin));
	if (target?.origin !== origin.origin) return { unknown: "its upload session lies on another host" };
	const digest = digestOf(bytes, "sha256");
	target.searchParams.set("digest", digest);
	const ended = await transport({
		method: "PUT",
		path: `${target.pathname}${target.search}`,
		scope,
		headers: { "content-type": "application/octet-stream" },
		body: bytes
	});
	if (ended.status === 201) return { digest };
	if (ended.status === 401 || ended.status === 403) return { refused: `answers ${explain(ended)}` };
	return { unknown: `ending an upload: ${explain(ended)}` };
}
function sessionOf(location, base) {
	return location !== void 0 && URL.canParse(location, base.href) ? new URL(location, base) : void 0;
}
// lib/registry/client.js
const accept = { accept: require_manifest_parse.manifestTypes.join(", ") };
/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md */
function createOciRegistry(options) {
	const { host, origin, transport, follower, open, clockSkew } = options;
	let referrersApi = "unproven";
	let proving;
	const get = (path, scope, limit) => transport({
		method: "GET",
		path,
		scope,
		...limit === void 0 ? {} : { limit }
	});
	const getManifest = (repository, reference, more) => follower({
		method: "GET",
		path: manifestPath(repository, reference),
		scope: pull(repository),
		headers: more === void 0 ? accept : {
			...accept,
			...more
		},
		limit: require_manifest_parse.largestManifest
	});
	return {
		clockSkew,
		async repositories(prefix) {
			const { names, incomplete } = await readListing({
				path: "/v2/_catalog",
				field: "repositories",
				origin,
				get: (path) => get(path, "registry:catalog:*")
			});
			const repositories = names.flatMap((name) => {
				const repository = require_reference.parseRepository(`${host}/${name}`);
				return typeof repository === "string" && repository.startsWith(prefix) ? [repository] : [];
			});
			return incomplete === void 0 ? { repositories } : {
				repositories,
				incomplete
			};
		},
		async tags(repository, found) {
			const { names, incomplete } = await readListing({
				path: `/v2/${require_reference.pathOf(repository)}/tags/list`,
				field: "tags",
				origin,
				get: (path) => get(path, pull(repository)),
				...found === void 0 ? {} : { found: (names) => found(names.filter(require_reference.isTag)) }
			});
			const tags = names.filter(require_reference.isTag);
			const strange = names.find((name) => !require_reference.isTag(name));
			const why = incomplete ?? (strange === void 0 ? void 0 : `it lists '${strange.slice(0, 140)}', which is no tag`);
			return {
				tags,
				...why === void 0 ? {} : { incomplete: why }
			};
		},
		async manifest(repository, reference) {
			try {
				return readManifestAnswer(reference, await getManifest(repository, reference));
			} catch (error) {
				return unknownOf(error);
			}
		},
		async manifestUnless(repository, tag, known) {
			try {
				const response = await getManifest(repository, tag, { "if-none-match": `"${known}"` });
				return response.status === 304 ? "unchanged" : readManifestAnswer(tag, response);
			} catch (error) {
				return unknownOf(error);
			}
		},
		digestOf: (repository, reference) => orUnknown(async () => {
			const response = await follower({
				method: "HEAD",
				path: manifestPath(repository, reference),
				scope: pull(repository),
				headers: accept
			});
			if (response.status === 404) return "absent";
			if (response.status !== 200) return { unknown: `answers ${explain(response)}` };
			const digest = response.headers["docker-content-digest"];
			if (digest !== void 0 && require_reference.isDigest(digest)) return { digest };
			const answer = readManifestAnswer(reference, await getManifest(repository, reference));
			if ("unknown" in answer) return answer;
			return answer.found ? { digest: answer.manifest.digest } : "absent";
		}),
		blob: (repository, digest, limit) => orUnknown(async () => {
			const path = `/v2/${require_reference.pathOf(repository)}/blobs/${digest}`;
			const response = await follower({
				method: "GET",
				path,
				scope: pull(repository),
				limit
			});
			if (response.status === 404) return "absent";
			if (response.status !== 200) return { unknown: `answers ${explain(response)}` };
			return matches(response.body, digest) ? { bytes: response.body } : { unknown: `its bytes have another digest than ${digest}` };
		}),
		blobStream: (repository, digest, limit) => orUnknown(async () => {
			const path = `/v2/${require_reference.pathOf(repository)}/blobs/${digest}`;
			const { status, body } = await open({
				path,
				scope: pull(repository),
				digest,
				limit
			});
			if (status === 404) return "absent";
			return status === 200 ? body : { unknown: `answers ${status}` };
		}),
		hasBlob: (repository, digest) => orUnknown(async () => {
			const path = `/v2/${require_reference.pathOf(repository)}/blobs/${digest}`;
			const response = await follower({
				method: "HEAD",
				path,
				scope: pull(repository)
			});
			if (response.status === 200) return "present";
			return response.status === 404 ? "absent" : { unknown: `answers ${explain(response)}` };
		}),
		async referrers(repository, subject) {
			while (referrersApi === "unproven" && proving !== void 0) await proving;
			if (referrersApi === "absent") return "unsupported";
			const asking = orUnknown(() => askReferrers({
				path: `/v2/${require_reference.pathOf(repository)}/referrers/`,
				subject,
				origin,
				api: referrersApi,
				get: (path) => get(path, pull(repository))
			}));
			if (referrersApi === "unproven") proving = asking.then(() => void 0, () => void 0);
			const asked = await asking;
			proving = void 0;
			if ("unknown" in asked) return asked;
			referrersApi = asked.api;
			return asked.answer;
		},
		deleteManifest: (repository, digest) => remove(repository, digest, "manifest"),
		deleteTag: (repository, tag) => remove(repository, tag, "tag"),
		putBlob: (repository, bytes) => orUnknown(() => uploadBlob(repository, bytes, origin, transport)),
		putManifest: (repository, reference, { mediaType, bytes }) => orUnknown(async () => {
			const digest = digestOf(bytes, require_reference.isDigest(reference) ? algorithmOf(reference) : "sha256");
			if (require_reference.isDigest(reference) && reference !== digest) throw new require_index.HygieneError("internal", `the bytes for ${reference} have the digest ${digest}`);
			const response = await transport({
				method: "PUT",
				path: manifestPath(repository, reference),
				scope: `repository:${require_reference.pathOf(repository)}:pull,push`,
				headers: { "content-type": mediaType },
				body: bytes
			});
			return readPutAnswer(nameOf(repository, reference), digest, response);
		})
	};
	async function remove(repository, reference, kind) {
		return orUnknown(async () => {
			const response = await transport({
				method: "DELETE",
				path: manifestPath(repository, reference),
				scope: `repository:${require_reference.pathOf(repository)}:delete`
			});
			return readDeleteAnswer(nameOf(repository, reference), kind, response);
		});
	}
}
function manifestPath(repository, reference) {
	return `/v2/${require_reference.pathOf(repository)}/manifests/${reference}`;
}
function nameOf(repository, reference) {
	return `${repository}${require_reference.isDigest(reference) ? "@" : ":"}${reference}`;
}
function pull(repository) {
	return `repository:${require_reference.pathOf(repository)}:pull`;
}
/** Twice the requests at once must bring this much more throughput to be kept. */
const gain = 1.1;
/** Milliseconds. Shorter rounds are ruled by chance. */
const shortestRound = 30;
/** Where more brought nothing, it is tried again after so many rounds: the registry may have been busy. */
const rest = 16;
/**
* Starts low and doubles with every round of answers while that makes the registry answer more per second; stays where it
* no longer helps. Halves when the registry asks to slow down, and then grows by one at a time.
*/
function createPace({ start = 8, most = 32, clock = () => performance.now() } = {}) {
	let width = Math.min(start, most);
	let busy = 0;
	let pausedUntil = 0;
	let timer;
	const waiting = [];
	let next = 0;
	let began = 0;
	/** Answers of this round; below zero: as many do not count. */
	let done = 0;
	/** The width before the last widening, and the answers a millisecond that it brought. */
	let before = width;
	let best = 0;
	/** Rounds. */
	let resting = 0;
	let careful = false;
	const release = () => {
		if (timer !== void 0) return;
		const left = pausedUntil - clock();
		if (left > 0) {
			timer = setTimeout(() => {
				timer = void 0;
				release();
			}, left);
			return;
		}
		while (busy < width && next < waiting.length) {
			busy += 1;
			waiting[next]?.();
			next += 1;
		}
		if (next === waiting.length) {
			waiting.length = 0;
			next = 0;
		}
	};
	const learn = () => {
		done += 1;
		if (done === 0) began = clock();
		if (done <= 0 || done % width !== 0) return;
		const now = clock();
		if (now - began < shortestRound) return;
		const rate = done / (now - began);
		began = now;
		done = 0;
		if (next === waiting.length) return;
		if (careful) width = Math.min(most, width + 1);
		else if (resting > 0) resting -= 1;
		else if (width > before && rate < best * gain) {
			width = before;
			resting = rest;
		} else {
			best = rate;
			before = width;
			width = Math.min(most, width * 2);
			if (width > before) done = -width;
		}
	};
	return {
		enter() {
			if (busy < width && next === waiting.length && pausedUntil <= clock()) {
				if (busy === 0 && done <= 0) began = clock();
				busy += 1;
				return;
			}
			const turn = new Promise((resolve) => waiting.push(resolve));
			release();
			return turn;
		},
		leave(slowDown) {
			busy -= 1;
			if (slowDown) {
				if (done !== 0 || !careful) width = Math.max(1, Math.floor(width / 2));
				careful = true;
				done = 0;
				began = clock();
			} else learn();
			release();
		},
		pause(milliseconds) {
			pausedUntil = Math.max(pausedUntil, clock() + milliseconds);
		},
		get width() {
			return width;
		}
	};
}
// lib/registry/skew.js
/** `now` in unix seconds. Answers from a cache carry the date of their making and their `Age`. */
function createSkew(now) {
	let least;
	let last = "";
	return {
		see(headers) {
			const date = headers["date"];
			if (date === void 0 || date === last) return;
			last = date;
			const at = Date.parse(date);
			if (Number.isNaN(at)) return;
			const age = Number(headers["age"] ?? 0);
			const apart = Math.abs(now() - Math.floor(at / 1e3) - (Number.isFinite(age) ? age : 0));
			if (least === void 0 || apart < least) least = apart;
		},
		seconds: () => least
	};
}
// lib/registry/tally.js
function createTally() {
	let requests = 0;
	let unchanged = 0;
	let retries = 0;
	let bytes = 0;
	return {
		answered({ status, body }) {
			requests += 1;
			if (status === 304) unchanged += 1;
			bytes += body.length;
		},
		repeated() {
			retries += 1;
		},
		counts: () => ({
			requests,
			unchanged,
			retries,
			bytes
		})
	};
}
// lib/registry/retry.js
const firstPause = 250;
const longestPause = 8e3;
/** Whether the registry asks to come back later. GitHub says so with 403 and a header, too. */
function asksToSlowDown({ status, headers }) {
	if (status === 429 || status === 503) return true;
	return status === 403 && (headers["retry-after"] !== void 0 || headers["x-ratelimit-remaining"] === "0");
}
/** An answer of something in between that had a bad moment. */
function isPassing({ status }) {
	return status === 408 || status === 500 || status === 502 || status === 504;
}
/**
* Milliseconds that the answer asks to wait, if it does: `Retry-After` in seconds or as a date, else the reset of
* GitHub's limit. Never negative.
* @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
*/
function retryAfter({ headers }, now) {
	const text = headers["retry-after"]?.trim();
	if (text !== void 0) {
		if (/^[0-9]{1,9}$/.test(text)) return Number(text) * 1e3;
		const at = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : NaN;
		if (!Number.isNaN(at)) return Math.max(0, at - now * 1e3);
	}
	const reset = headers["x-ratelimit-remaining"] === "0" ? headers["x-ratelimit-reset"] : void 0;
	if (reset !== void 0 && /^[0-9]{9,11}$/.test(reset)) return Math.max(0, (Number(reset) - now) * 1e3);
}
/** Milliseconds before attempt `next` (2, 3 …): doubling, and anywhere between half and all of it. */
function backoff(next, random) {
	const whole = Math.min(longestPause, firstPause * 2 ** (next - 2));
	return whole / 2 + whole / 2 * random();
}
// lib/registry/transport.js
/** A token may end between the check and the answer; a second refusal of a fresh one is final. */
const challengesPerRequest = 2;
/** A registry that answers none of so many is down: thousands of tags must not each wait for it. */
const mostFailures = 24;
/** Each of them has already taken the whole time of an exchange. */
const slowAttempts = 2;
/**
* Every request here may be repeated: GET, HEAD, PUT of the same bytes and DELETE are idempotent, and the only POST opens
* an upload session, which ends by itself when nobody uses it.
* Any final status is an answer; throws HygieneError for what was none, and `budget-spent`.
*/
function createTransport(options) {
	const { origin, http, authorization, pace, budget, tally, skew, now, random, wait } = options;
	const once = async (request, authorized) => {
		const turn = pace.enter();
		if (turn !== void 0) await turn;
		let slowDown = false;
		try {
			budget.spend();
			const response = await http.send(toHttp(request, origin, authorized));
			tally.answered(response);
			skew.see(response.headers);
			slowDown = asksToSlowDown(response);
			if (slowDown) {
				const asked = retryAfter(response, now());
				if (asked !== void 0) {
					budget.wait(asked);
					pace.pause(asked);
				}
			}
			return response;
		} finally {
			pace.leave(slowDown);
		}
	};
	/** Requests in a row that failed for good. */
	let failures = 0;
	const failed = (error) => {
		failures += 1;
		return error;
	};
	return async (request) => {
		if (failures >= mostFailures) throw new require_index.HygieneError("unreachable", `${origin.host} did not answer ${mostFailures} requests in a row: given up`, { fix: "run again when it is well: nothing was decided without it" });
		let challenges = 0;
		for (let attempt = 1;; attempt += 1) {
			const header = authorization.header(request.scope);
			const authorized = typeof header === "object" ? await header : header;
			let failure;
			let response;
			try {
				response = await once(request, authorized);
			} catch (error) {
				if (!isWorthAnotherTry(error, attempt)) throw failed(error);
				failure = error;
			}
			if (response !== void 0) failures = 0;
			if (response?.status === 401 && challenges < challengesPerRequest) {
				challenges += 1;
				attempt -= 1;
				await authorization.challenged(request.scope, response, authorized);
				continue;
			}
			if (response !== void 0 && !asksToSlowDown(response) && !isPassing(response)) return response;
			if (attempt >= 5 || failures >= mostFailures) {
				if (response === void 0) throw failed(failure);
				return response;
			}
			tally.repeated();
			const pause = backoff(attempt + 1, random);
			budget.wait(pause);
			await wait(pause);
		}
	};
}
function toHttp(request, origin, authorized) {
	const { method, path, headers, body, limit } = request;
	return {
		method,
		url: origin,
		path,
		headers: authorized === void 0 ? headers ?? {} : {
			...headers,
			authorization: authorized
		},
		...body === void 0 ? {} : { body },
		...limit === void 0 ? {} : { limit }
	};
}
/** A certificate or an answer that is too large will be the same the next time. */
function isWorthAnotherTry(error, attempt) {
	if (!(error instanceof require_index.HygieneError)) return false;
	if (error.code === "too-slow") return attempt < slowAttempts;
	if (error.code !== "unreachable") return false;
	return error.findings[0]?.fix === void 0;
}
// lib/registry/registries.js
/** The client of one registry host. */
function createRegistry(host, options) {
	const { http, credentials, plainHttp, budget, tally, log, now, random, most } = options;
	const { wait = pauseFor } = options;
	const origin = endpointOf(host, plainHttp);
	const clock = () => performance.now();
	const authorization = createAuthorization({
		host,
		origin,
		credentials,
		http,
		budget,
		log,
		clock
	});
	const skew = createSkew(now);
	const transport = createTransport({
		origin,
		http,
		authorization,
		pace: createPace(most === void 0 ? {} : { most }),
		budget,
		tally,
		skew,
		now,
		random,
		wait
	});
	const follower = createFollower(origin, transport, {
		http,
		budget,
		tally
	});
	const open = (request) => openBlob(request, {
		origin,
		http,
		authorization,
		budget
	});
	return createOciRegistry({
		host,
		origin,
		transport,
		follower,
		open,
		clockSkew: skew.seconds
	});
}
function openRegistries(world, options = {}) {
	const { plainHttp = [], given, authorities, cacheFolder, limits } = options;
	const { images = [], username, password } = given ?? {};
	const hosts = images.map(hostOf);
	const http = authorities === void 0 ? world.http : world.http.trusting(authorities);
	const tally = createTally();
	const shared = {
		http,
		credentials: createCredentials(world, {
			hosts,
			username,
			password
		}),
		plainHttp,
		budget: createBudget(limits),
		tally,
		log: world.log,
		now: world.now,
		random: world.random,
		...options.wait === void 0 ? {} : { wait: options.wait }
	};
	const open = /* @__PURE__ */ new Map();
	const began = performance.now();
	return {
		of(name) {
			const host = hostOf(name);
			const known = open.get(host);
			if (known !== void 0) return known;
			const registry = createRegistry(host, shared);
			open.set(host, registry);
			return registry;
		},
		cache: cacheFolder === void 0 ? noCache : createCache(cacheFolder, world.files),
		stats: () => statsOf(tally.counts(), (performance.now() - began) / 1e3)
	};
}
function statsOf(counts, seconds) {
	return {
		"registry-requests": counts.requests,
		"registry-unchanged": counts.unchanged,
		"registry-retries": counts.retries,
		"registry-bytes": counts.bytes,
		"registry-seconds": Math.round(seconds * 1e3) / 1e3
	};
}
/** `ghcr.io/acme/**`, `ghcr.io` and `alpine` all name a host. */
function hostOf(name) {
	const host = name.includes("/") ? name.slice(0, name.indexOf("/")) : name;
	const repository = require_reference.parseRepository(`${host}/x`);
	return typeof repository === "string" && /[.:]|^localhost$/.test(host) ? require_reference.registryOf(repository) : "docker.io";
}
function pauseFor(milliseconds) {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
// lib/registry/index.js
var registry_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ openRegistries: () => openRegistries });
Object.defineProperty(exports, "createCredentials", {
	enumerable: true,
	get: function() {
		return createCredentials;
	}
});
Object.defineProperty(exports, "digestOf", {
	enumerable: true,
	get: function() {
		return digestOf;
	}
});
Object.defineProperty(exports, "endpointOf", {
	enumerable: true,
	get: function() {
		return endpointOf;
	}
});
Object.defineProperty(exports, "matches", {
	enumerable: true,
	get: function() {
		return matches;
	}
});
Object.defineProperty(exports, "nodeCrypto", {
	enumerable: true,
	get: function() {
		return nodeCrypto;
	}
});
Object.defineProperty(exports, "openRegistries", {
	enumerable: true,
	get: function() {
		return openRegistries;
	}
});
Object.defineProperty(exports, "registry_exports", {
	enumerable: true,
	get: function() {
		return registry_exports;
	}
});
