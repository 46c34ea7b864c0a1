const require_index = require("./index.js");
const require_duration = require("./duration.js");
const require_registry = require("./registry.js");
// lib/steps/registries.js
/** Seconds and requests for a run that only reads. Whoever deletes stops between two lines instead, and mends. */
function limitsOf(call) {
	return {
		requests: call.maxRequests,
		seconds: secondsOf(call.timeBudget)
	};
}
function secondsOf(timeBudget) {
	const seconds = timeBudget === void 0 ? void 0 : require_duration.parseDuration(timeBudget);
	if (typeof seconds !== "object") return seconds;
	throw new require_index.HygieneError("bad-usage", `time-budget: ${seconds.fault}`);
}
/** The registries of the images that the policy manages, with what the call says about reaching them. */
async function registriesOf(call, policy, world, limits) {
	if (call.registryUsername !== void 0 && call.registryPassword === void 0) world.log.warn("registry-username is of no use without registry-password: is the secret empty in this job?");
	return require_registry.openRegistries(world, {
		plainHttp: policy.cleanup["plain-http"],
		given: {
			images: policy.images,
			username: call.registryUsername,
			password: call.registryPassword
		},
		authorities: call.caFile === void 0 ? void 0 : await world.files.readText(call.caFile),
		...limits === void 0 ? {} : { limits },
		...call.cacheDir === void 0 ? {} : { cacheFolder: call.cacheDir }
	});
}
Object.defineProperty(exports, "limitsOf", {
	enumerable: true,
	get: function() {
		return limitsOf;
	}
});
Object.defineProperty(exports, "registriesOf", {
	enumerable: true,
	get: function() {
		return registriesOf;
	}
});
Object.defineProperty(exports, "secondsOf", {
	enumerable: true,
	get: function() {
		return secondsOf;
	}
});
