// lib/registry/each.js
/**
* Does `work` for every item, `width` at once. After a failure nothing further is begun, what is under way is waited
* for, and then the failure is thrown.
*/
async function forEach(items, width, work) {
	const rest = items[Symbol.iterator]();
	let failure;
	const lane = async () => {
		while (failure === void 0) {
			const { done, value } = rest.next();
			if (done === true) return;
			try {
				await work(value);
			} catch (error) {
				failure ??= { error };
			}
		}
	};
	await Promise.all(Array.from({ length: width }, lane));
	if (failure !== void 0) throw failure.error;
}
Object.defineProperty(exports, "forEach", {
	enumerable: true,
	get: function() {
		return forEach;
	}
});
