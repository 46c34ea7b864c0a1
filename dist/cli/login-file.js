// lib/registry/login-file.js
/** Where docker, and whoever reads its file, looks for the credentials of Docker Hub. */
const dockerHub = "https://index.docker.io/v1/";
/**
* A `config.json` with the credentials for exactly these hosts, in a folder for one tool's eyes only: an argument would
* show in the list of processes, and the user's own file holds credentials for everything else.
*/
async function writeLogin(folder, hosts, credentials, files) {
	const auths = {};
	for (const host of new Set(hosts)) {
		const credential = await credentials(host);
		if (credential !== void 0) auths[host === "docker.io" ? dockerHub : host] = entryOf(credential);
	}
	await files.write(`${folder}/config.json`, JSON.stringify({ auths }));
}
function entryOf(credential) {
	switch (credential.kind) {
		case "password": return { auth: Buffer.from(`${credential.username}:${credential.password}`).toString("base64") };
		case "identity": return { identitytoken: credential.token };
		case "bearer": return { registrytoken: credential.token };
	}
}
Object.defineProperty(exports, "writeLogin", {
	enumerable: true,
	get: function() {
		return writeLogin;
	}
});
