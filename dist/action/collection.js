// lib/cleanup/collection.js
/** How a registry's own garbage collection is started, by host: deleting manifests alone frees no disk. */
function collectionOf(host) {
	return hosts.find(([pattern]) => pattern.test(host))?.[1] ?? anyOther;
}
const hosts = [
	[/^ghcr\.io$/, "GitHub frees it by itself; a package version can be restored there for 30 days"],
	[/(?:^|\.)gitlab\./, "GitLab collects by itself, about a day later; self-managed without the metadata database: gitlab-ctl registry-garbage-collect -m"],
	[/\.dkr\.ecr\..*\.amazonaws\.com$/, "ECR frees it by itself"],
	[/\.azurecr\.io$/, "ACR frees it by itself"],
	[/(?:^|\.)(?:gcr\.io|pkg\.dev)$/, "Artifact Registry frees it by itself"],
	[/^quay\.io$/, "Quay collects by itself, after its time machine"]
];
const anyOther = "docker-registry and distribution: stop pushes, then `registry garbage-collect /etc/docker/registry/config.yml`; Harbor: Administration, Clean Up, GC Now; zot and olareg collect by themselves";
Object.defineProperty(exports, "collectionOf", {
	enumerable: true,
	get: function() {
		return collectionOf;
	}
});
