// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
		key = keys[i];
		if (!__hasOwnProp.call(to, key) && key !== except) __defProp(to, key, {
			get: ((k) => from[k]).bind(null, key),
			enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
		});
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
let node_worker_threads = require("node:worker_threads");
// node_modules/dockerfilelint/lib/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var parser = module.exports = {
		nameVal: function(rest) {
			var nameVal = {};
			var words = parser.words(rest);
			if (words.length === 0) return nameVal;
			for (var i = 0; i < words.length; i++) {
				var word = words[i];
				if (!word.includes("=")) throw new Error("Syntax error - can't find = in " + word + ". Must be of the form: name=value");
				var parts = word.split("=");
				nameVal[parts.shift()] = parts.join("=");
			}
			return nameVal;
		},
		words: function(rest) {
			var inSpaces = 0, inWord = 1, inQuote = 2;
			var words = [];
			var phase = inSpaces;
			var word = "";
			var quote;
			var blankOK = false;
			var ch;
			for (var pos = 0, len = rest.length; pos <= len; pos++) {
				if (pos !== len) ch = rest[pos];
				if (phase === inSpaces) {
					if (pos === len) break;
					if (/\s/.test(ch)) continue;
					phase = inWord;
				}
				if ((phase === inWord || phase === inQuote) && pos === len) {
					if (blankOK || word.length > 0) words.push(word);
					break;
				}
				if (phase === inWord) {
					if (/\s/.test(ch)) {
						phase = inSpaces;
						if (blankOK || word.length > 0) words.push(word);
						word = "";
						blankOK = false;
						continue;
					}
					if (ch === "'" || ch === "\"") {
						quote = ch;
						blankOK = true;
						phase = inQuote;
					}
					if (ch === "\\") {
						if (pos + 1 === len) continue;
						word += ch;
						pos += 1;
						ch = rest[pos];
					}
					word += ch;
					continue;
				}
				if (phase === inQuote) {
					if (ch === quote) phase = inWord;
					if (ch === "\\" && quote !== "'") {
						if (pos + 1 === len) {
							phase = inWord;
							continue;
						}
						pos += 1;
						word += ch;
						ch = rest[pos];
					}
					word += ch;
				}
			}
			return words;
		}
	};
}));
// node_modules/dockerfilelint/lib/checks.js
var require_checks = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var parser = require_parser();
	var commands = module.exports = {
		expose_container_port_only: function(args) {
			var ports = args.match(/\S+/g);
			var result = [];
			ports.forEach(function(port) {
				if (port.split(":").length > 1) result.push("expose_host_port");
			});
			return result;
		},
		expose_port_valid: function(port) {
			return /^([0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])(\/tcp|\/udp){0,1}$/.test(port);
		},
		label_format: function(args) {
			var result = [];
			try {
				parser.nameVal(args);
			} catch (e) {
				result.push("label_invalid");
			}
			return result;
		},
		base_image_tag: function(args) {
			if (args === "scratch") return [];
			var baseImage;
			if (args.includes("@")) baseImage = args.split("@");
			else baseImage = args.split(" ")[0].split(":");
			var result = [];
			if (baseImage.length === 1) result.push("missing_tag");
			else if (baseImage[baseImage.length - 1] === "latest") result.push("latest_tag");
			return result;
		},
		valid_user: function(args) {
			var result = [];
			if (args.trim().match(/\S+/g).length != 1) result.push("extra_args");
			return result;
		},
		valid_maintainer: function(args) {
			var result = [];
			var emails = args.match(/@/g) || [];
			if (emails.length === 0) result.push("missing_args");
			else if (emails.length > 1) result.push("extra_args");
			result.push("deprecated_in_1.13");
			return result;
		},
		param_count_min: function(args, min_count) {
			return args.match(/\S+/g).length >= min_count;
		},
		is_dir_in_context: function(dir) {
			return !dir.startsWith("..") && !dir.startsWith("/");
		},
		is_valid_add: function(args) {
			var result = [];
			if (!commands.param_count_min(args, 2)) result.push("missing_args");
			var hasWildcard = false;
			var sources = args.match(/\S+/g);
			sources.pop();
			sources.forEach(function(source) {
				if (source.includes("*") || source.includes("?")) hasWildcard = true;
				if (!commands.is_dir_in_context(source)) result.push("add_src_invalid");
			});
			if (sources.length > 1 || hasWildcard) {
				if (args.slice(-1)[0] !== "/") result.push("add_dest_invalid");
			}
			return result;
		},
		is_valid_workdir: function(args) {
			var result = [];
			if (commands.is_wrapped_in_quotes(args)) return result;
			if (args.match(/\S+/g).length > 1) result.push("invalid_workdir");
			return result;
		},
		is_wrapped_in_quotes: function(args) {
			if (args.startsWith("'") && args.endsWith("'")) return true;
			if (args.startsWith("\"") && args.endsWith("\"")) return true;
			return false;
		},
		is_valid_env: function(args) {
			var words = parser.words(args);
			if (words.length === 0) return [];
			if (!words[0].includes("=")) return [];
			var result = [];
			try {
				parser.nameVal(args);
			} catch (e) {
				result.push("invalid_format");
			}
			return result;
		},
		is_valid_shell: function(args) {
			if (JSON.parse(args).constructor !== Array) return ["invalid_format"];
			return [];
		},
		is_valid_healthcheck: function(args) {
			var words = parser.words(args);
			if (words[0] === "none") {
				if (words.length === 1) return [];
				return ["invalid_format"];
			}
			var allowedoptions = [
				"--interval",
				"--timeout",
				"--start-period",
				"--retries"
			];
			var cmd = /\ [^-].*/.exec(args);
			if (cmd != null) {
				var options = args.substring(0, cmd.index).match(/--\w+/g);
				if (!options.reduce((valid, item) => valid && allowedoptions.indexOf(item) > -1, true)) return ["invalid_format"];
				if (options != null) {
					var optparams = args.substring(0, cmd.index).match(/--\w+=\d+\w*/g);
					return optparams != null && optparams.length == options.length ? [] : ["healthcheck_options_missing_args"];
				}
			}
			return [];
		}
	};
}));
// node_modules/dockerfilelint/lib/command_parser.js
var require_command_parser = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var parser = require_parser();
	var command_parser = module.exports = {
		split_commands: function(args) {
			var commands = [];
			var idx = 0;
			parser.words(args).forEach(function(word) {
				if ([
					"||",
					"&&",
					";;",
					"|&"
				].indexOf(word) > -1) {
					idx++;
					return;
				}
				if (commands.length < idx + 1) commands[idx] = [];
				commands[idx].push(word);
			});
			return commands.map(function(command) {
				return command.join(" ");
			});
		},
		filter_commands: function(commands, prefix) {
			var prefixCommands = [];
			if (commands) commands.forEach(function(command) {
				command = command.trim();
				command = command_parser.command_strip_env(command);
				if (command.startsWith(prefix)) prefixCommands.push(command);
			});
			return prefixCommands;
		},
		get_subcommand: function(command) {
			var subcommand = "";
			command.match(/\S+/g).slice(1).some(function(part) {
				if (!part.startsWith("-")) {
					subcommand = part;
					return true;
				}
			});
			return subcommand;
		},
		command_strip_env: function(command) {
			var result = [];
			var prefix = true;
			parser.words(command).forEach(function(word) {
				if (prefix && word.match(/.*[^\\]=.*/)) return;
				prefix = false;
				result.push(word);
			});
			return result.join(" ");
		},
		command_has_part: function(command, commandPart) {
			return command.match(/\S+/g).some(function(part) {
				return part.trim() === commandPart;
			});
		},
		command_has_flag: function(command, commandFlag) {
			if (commandFlag.startsWith("--")) return command.match(/\S+/g).some(function(part) {
				return part.trim() === commandFlag;
			});
			else if (commandFlag.startsWith("-")) return command.match(/\S+/g).some(function(part) {
				if (part.startsWith("--") || !part.startsWith("-")) return false;
				return part.trim().substr(1).split("").some(function(char) {
					return char === commandFlag.substr(1);
				});
			});
			throw new Error("bad flag");
		},
		get_nextcommands: function(commands, index) {
			return commands.slice(index + 1);
		}
	};
}));
// node_modules/dockerfilelint/lib/apk.js
var require_apk = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var command_parser = require_command_parser();
	module.exports = {
		apk_commands: function(commands) {
			return command_parser.filter_commands(commands, "apk");
		},
		apk_subcommand: function(apkCommand) {
			return command_parser.get_subcommand(apkCommand);
		},
		apkadd_hasnocache: function(apkaddCommand) {
			return command_parser.command_has_flag(apkaddCommand, "--no-cache");
		},
		apkadd_hasupdate: function(apkaddCommand) {
			return command_parser.command_has_flag(apkaddCommand, "--update");
		},
		apkadd_numpackages: function(apkaddCommand) {
			var num_packages = 0;
			var parts = apkaddCommand.split(" ");
			if (apkaddCommand.length < 3) return 0;
			parts.splice(0, 2);
			parts.forEach(function(part) {
				part = part.replace(/ /g, "");
				if (part.length > 0 && !part.startsWith("-")) num_packages++;
			});
			return num_packages;
		},
		apkadd_hasvirtual: function(apkaddCommand) {
			return command_parser.command_has_flag(apkaddCommand, "--virtual") || command_parser.command_has_flag(apkaddCommand, "-t");
		},
		follows_rmapkcache: function(commands, index) {
			return command_parser.get_nextcommands(commands, index).some(function(command) {
				if (command.split(" ")[0] !== "rm") return false;
				if (!command_parser.command_has_part(command, "/var/cache/apk/*")) return false;
				if (!command_parser.command_has_flag(command, "-r") && !command_parser.command_has_flag(command, "-R") && !command_parser.command_has_flag(command, "--recursive")) return false;
				if (!command_parser.command_has_flag(command, "-f") && !command_parser.command_has_flag(command, "--force")) return false;
				return true;
			});
		}
	};
}));
// node_modules/dockerfilelint/lib/apt.js
var require_apt = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var command_parser = require_command_parser();
	module.exports = {
		aptget_commands: function(commands) {
			return command_parser.filter_commands(commands, "apt-get");
		},
		aptget_subcommand: function(aptgetCommand) {
			return command_parser.get_subcommand(aptgetCommand);
		},
		aptget_hasyes: function(aptgetCommand) {
			return command_parser.command_has_flag(aptgetCommand, "-y") || command_parser.command_has_flag(aptgetCommand, "--yes") || command_parser.command_has_flag(aptgetCommand, "--assume-yes");
		},
		aptget_hasnorecommends: function(aptgetCommand) {
			return command_parser.command_has_flag(aptgetCommand, "--no-install-recommends");
		},
		follows_rmaptlists: function(commands, index) {
			return command_parser.get_nextcommands(commands, index).some(function(command) {
				if (command.split(" ")[0] !== "rm") return false;
				if (!command_parser.command_has_part(command, "/var/lib/apt/lists/*")) return false;
				if (!command_parser.command_has_flag(command, "-r") && !command_parser.command_has_flag(command, "-R") && !command_parser.command_has_flag(command, "--recursive")) return false;
				if (!command_parser.command_has_flag(command, "-f") && !command_parser.command_has_flag(command, "--force")) return false;
				return true;
			});
		}
	};
}));
// node_modules/dockerfilelint/lib/reference.js
var require_reference = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		"required_params": {
			"title": "Missing Required Arguments",
			"description": `All commands in a Dockerfile require at least 1 argument.
A line in a Dockerfile can be in any of the following formats:
* * *
#### \`# Comment\`
Docker will treat any line that begins with a \`#\` as a comment.
* * *
#### \`INSTRUCTION arguments\`
All instructions require at least 1 argument, and should be on the same line as the \`INSTRUCTION\`.
* * *
#### \`RUN\` continuation
If a \`RUN\` line ends with a \`\\\`, the next line will be treated as part of the same \`RUN\` arguement.
* * *
#### Blank or Whitespace
Blank lines are allowed and will be ignored.
* * *`,
			"category": "Possible Bug"
		},
		"uppercase_commands": {
			"title": "Capitalize Dockerfile Instructions",
			"description": `For clarity and readability, all instructions in a Dockerfile should be uppercase.
This is a convention adopted by most of the official images and greatly improves readability in long Dockerfiles.  For an example of
why this makes a difference, check out the current [redis Dockerfile](https://github.com/docker-library/redis/blob/b375650fb69b7db819e90c0033433c705b28656e/3.0/Dockerfile)
and you should be able to easily see the instructions used.`,
			"category": "Clarity"
		},
		"from_first": {
			"title": "First Command Must Be FROM or ARG",
			"description": "The first instruction in a Dockerfile must specify the base image using a FROM command or an ARG command to modify the FROM command.  Additionally, FROM cannot appear later in a Dockerfile.",
			"category": "Possible Bug"
		},
		"invalid_line": {
			"title": "Invalid Line",
			"description": "This line is not a valid Dockerfile line.",
			"category": "Possible Bug"
		},
		"sudo_usage": {
			"title": "Use Of sudo Is Not Allowed",
			"description": `Use of \`sudo\` is not allowed in a Dockerfile.  From the official document [Best practices for writing Dockerfiles](https://docs.docker.com/engine/userguide/eng-image/dockerfile_best-practices/):
> You should avoid installing or using \`sudo\` since it has unpredictable TTY and signal-forwarding behavior that can cause more problems than it solves.
> If you absolutely need functionality similar to \`sudo\` (e.g., initializing the daemon as root but running it as non-root), you may be able to use \`gosu\`.`,
			"category": "Possible Bug"
		},
		"apt-get_missing_param": {
			"title": "Missing parameter for `apt-get`",
			"description": "Usage of `apt-get` should include a `-y` flag to ensure it will not block while waiting for input.",
			"category": "Possible Bug"
		},
		"apt-get_recommends": {
			"title": "Consider `--no-install-recommends`",
			"description": `Consider using a \`--no-install-recommends\` when \`apt-get\` installing packages.  This will result in a smaller image size.  For
more information, see [this blog post](http://blog.replicated.com/2016/02/05/refactoring-a-dockerfile-for-image-size/)`,
			"category": "Optimization"
		},
		"apt-get-upgrade": {
			"title": "`apt-get upgrade` Is Not Allowed",
			"description": `Use of \`apt-get upgrade\` is not allowed in a Dockerfile.  From the [best practices - take 2](http://crosbymichael.com/dockerfile-best-practices-take-2.html) blog post:
> Updates will be baked into the based images you don't need to apt-get upgrade your containers. Because of the isolation that happens this can often fail if something is
> trying to modify init or make device changes inside a container. It also produces inconsistent images because you no longer have one source of truth of how your application
> should run and what versions of dependencies are included in the image.
>
> If there are security updates that a base image needs, let upstream know so that they can update it for everyone and ensure that your builds are consistent again.`,
			"category": "Optimization"
		},
		"apt-get-dist-upgrade": {
			"title": "apt-get dist-upgrade Is Not Allowed",
			"description": "Use of `apt-get dist-upgrade` is not allowed in a Dockerfile.",
			"category": "Optimization"
		},
		"apt-get-update_require_install": {
			"title": "apt-get update without matching apt-get install",
			"description": "All instances of `apt-get update` should have the `apt-get install` commands on the same line to reduce image size.",
			"category": "Optimization"
		},
		"apkadd-missing_nocache_or_updaterm": {
			"title": "Consider `--no-cache or --update with rm -rf /var/cache/apk/*`",
			"description": `Consider using a \`--no-cache\` (supported in alpine linux >= 3.3) or \`--update\` followed by the command \`rm -rf /var/cache/apk/*\` when \`apk\` adding packages.  This will result in a smaller image size.  For
more information, see [this link](https://github.com/gliderlabs/docker-alpine/blob/master/docs/usage.md)`,
			"category": "Optimization"
		},
		"apkadd-missing-virtual": {
			"title": "Consider `--virtual` when using apk add and del together in a command.",
			"description": `Consider using a \`--virtual\` or \`-t\` switch to group multiple packages for easy cleanup.  This will help ensure future authors will continue to clean up build dependencies and other temporary packages.  For
more information, see [this link](https://github.com/gliderlabs/docker-alpine/blob/master/docs/usage.md#virtual-packages)`,
			"category": "Optimization"
		},
		"invalid_port": {
			"title": "Invalid Port Exposed",
			"description": "Exposing ports should only be valid port numbers.",
			"category": "Possible Bug"
		},
		"invalid_command": {
			"title": "Invalid Command",
			"description": "Only valid commands are allowed in a Dockerfile.",
			"category": "Possible Bug"
		},
		"expose_host_port": {
			"title": "Expose Only Container Port",
			"description": `Using \`EXPOSE\` to specify a host port is not allowed.  While early versions of Docker supported this syntax, it has been deprecated from some time now.

If image authors were to include the host port in the image, it would greatly reduce portability of the image.  It's best to document the container ports available and let the
container create/start process manage the mapping to host ports using either of the following methods:

- \`docker run -P image\`:  (capital P) This will map any port you have an \`EXPOSE\` line for in the Dockerfile to a random host port.
- \`docker run -p container_port:host_port image\`:  (lower case p) This will define the host port to map to the container port.`,
			"category": "Deprecation"
		},
		"label_invalid": {
			"title": "Label Is Invalid",
			"description": "Using LABEL should be in key=value format.",
			"category": "Possible Bug"
		},
		"missing_tag": {
			"title": "Base Image Missing Tag",
			"description": "Base images should specify a tag to use.",
			"category": "Clarity"
		},
		"latest_tag": {
			"title": "Base Image Latest Tag",
			"description": "Base images should not use the latest tag.",
			"category": "Clarity"
		},
		"extra_args": {
			"title": "Extra Arguments",
			"description": "This command has extra arguments and will be ignored.",
			"category": "Possible Bug"
		},
		"missing_args": {
			"title": "Missing Arguments",
			"description": "This command requires additional arguments.",
			"category": "Possible Bug"
		},
		"deprecated_in_1.13": {
			"title": "Deprecated as of Docker 1.13",
			"description": "This INSTRUCTION is deprecated as of Docker 1.13",
			"category": "Deprecation"
		},
		"add_src_invalid": {
			"title": "Invalid ADD Source",
			"description": "All files referenced in an ADD command should be part of the Docker build context.",
			"category": "Possible Bug"
		},
		"add_dest_invalid": {
			"title": "Invalid ADD Destination",
			"description": "When adding multiple files, the destination should be a directory.",
			"category": "Possible Bug"
		},
		"invalid_workdir": {
			"title": "Invalid WORKDIR",
			"description": "Using a WORKDIR parameter that has spaces should be escaped.",
			"category": "Possible Bug"
		},
		"invalid_format": {
			"title": "Invalid Argument Format",
			"description": "The arguments to this command are invalid",
			"category": "Possible Bug"
		},
		"apt-get_missing_rm": {
			"title": "apt-get update with matching cache rm",
			"description": "Use of apt-get update should be paired with rm -rf /var/lib/apt/lists/* in the same layer.",
			"category": "Optimization"
		},
		"healthcheck_options_missing_args": {
			"title": "Missing Argument for HEALTHCHECK option",
			"description": "HEALTHCHECK options (like '--timeout') must have extra arguments (e.g. `--timeout=30s') ",
			"category": "Possible Bug"
		}
	};
}));
// node_modules/dockerfilelint/lib/messages.js
var require_messages = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var reference = require_reference();
	var messages = module.exports = {
		parseBool: function(s) {
			s = s.toLowerCase();
			if (s === "off" || s === "false" || s === "0" || s === "n") return false;
			return true;
		},
		build: function(rules, name, line) {
			if (name in rules) {
				if (!messages.parseBool(rules[name])) return null;
			}
			var message = {};
			if (name in reference) Object.assign(message, reference[name]);
			else {
				message.title = name;
				message.description = "No description for message";
			}
			message.line = line;
			message.rule = name;
			return message;
		}
	};
}));
// lib/gates/lint/engines/dockerfilelint-run.js
var import_lib = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module) => {
	var path = require("path");
	var fs = require("fs");
	var yaml = require("node:path");
	var checks = require_checks();
	var command_parser = require_command_parser();
	var apk = require_apk();
	var apt = require_apt();
	var messages = require_messages();
	module.exports.run = function(configPath, content) {
		var instructions = {};
		var lines = content.split(/\r?\n/) || [];
		var partialLine = "";
		var partialLineNum = 0;
		lines.forEach(function(line, lineNum) {
			line = line.trim();
			if (line === "" || line.startsWith("#")) return;
			if (line.slice(-1) === "\\") {
				partialLine = partialLine + line.slice(0, -1) + " ";
				if (partialLineNum === 0) partialLineNum = lineNum;
				return;
			}
			if (partialLineNum !== 0) lineNum = partialLineNum;
			var entireLine = partialLine + " " + line;
			instructions[lineNum] = entireLine.trim();
			partialLine = "";
			partialLineNum = 0;
		});
		var state = {
			stages: [{
				instructionsProcessed: 0,
				cmdFound: false
			}],
			items: [],
			rules: loadRules(configPath)
		};
		for (var idx in instructions) {
			var result = runLine(state, instructions, idx);
			state.items = state.items.concat(result.items);
			if (result.command === "cmd") state.stages[state.stages.length - 1].cmdFound = true;
			else if (result.command === "from" && state.stages[state.stages.length - 1].instructionsProcessed !== 0) state.stages.push({
				instructionsProcessed: 0,
				cmdFound: false
			});
			state.stages[state.stages.length - 1].instructionsProcessed++;
		}
		return state.items;
	};
	function loadRules(configPath) {
		var configFileContents = tryLoadFile(path.join(configPath, ".dockerfilelintrc"));
		if (!configFileContents) return {};
		return yaml.safeLoad(configFileContents).rules;
	}
	function tryLoadFile(filename) {
		try {
			if (fs.lstatSync(filename).isFile()) return fs.readFileSync(filename, "UTF-8");
			return null;
		} catch (e) {
			return null;
		}
	}
	function runLine(state, instructions, idx) {
		var items = [];
		var line = parseInt(idx) + 1;
		var instruction = instructions[idx];
		if (instruction.trim().match(/\S+/g).length === 1) items.push(messages.build(state.rules, "required_params", line));
		var cmd = instruction.trim().match(/\S+/g)[0].toLowerCase();
		if (instruction.trim().match(/\S+/g)[0] !== cmd.toUpperCase()) items.push(messages.build(state.rules, "uppercase_commands", line));
		if (state.stages[state.stages.length - 1].instructionsProcessed === 0 && cmd !== "arg" && cmd !== "from") items.push(messages.build(state.rules, "from_first", line));
		var args = instruction.toLowerCase().replace(cmd, "").trim();
		if (!args) items.push(messages.build(state.rules, "invalid_line", line));
		if (args) {
			args.match(/\S+/g).forEach(function(arg) {
				if (arg.trim().toLowerCase() === "sudo") items.push(messages.build(state.rules, "sudo_usage", line));
			}.bind(this));
			switch (cmd) {
				case "from":
					checks.base_image_tag(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					break;
				case "maintainer":
					checks.valid_maintainer(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					break;
				case "run":
					var aptgetSubcommands = [];
					var commands = command_parser.split_commands(args);
					apt.aptget_commands(commands).forEach(function(aptget_command, index) {
						var subcommand = apt.aptget_subcommand(aptget_command);
						aptgetSubcommands.push(subcommand);
						if ([
							"install",
							"remove",
							"upgrade"
						].indexOf(subcommand) > -1) {
							if (!apt.aptget_hasyes(aptget_command)) items.push(messages.build(state.rules, "apt-get_missing_param", line));
						}
						if (subcommand === "install") {
							if (!apt.aptget_hasnorecommends(aptget_command)) items.push(messages.build(state.rules, "apt-get_recommends", line));
						} else if (subcommand === "update") {
							if (!apt.follows_rmaptlists(commands, index)) items.push(messages.build(state.rules, "apt-get_missing_rm", line));
						} else if (subcommand === "upgrade") items.push(messages.build(state.rules, "apt-get-upgrade", line));
						else if (subcommand === "dist-upgrade") items.push(messages.build(state.rules, "apt-get-dist-upgrade", line));
					});
					if (aptgetSubcommands.indexOf("update") > -1 && aptgetSubcommands.indexOf("install") === -1) items.push(messages.build(state.rules, "apt-get-update_require_install", line));
					var num_apkdel = 0;
					apk.apk_commands(commands).forEach(function(apk_command) {
						if (apk.apk_subcommand(apk_command) === "del") num_apkdel++;
					});
					apk.apk_commands(commands).forEach(function(apk_command, index) {
						if (apk.apk_subcommand(apk_command) === "add") {
							if (apk.apkadd_numpackages(apk_command) > 1) {
								if (num_apkdel > 0) {
									if (!apk.apkadd_hasvirtual(apk_command)) items.push(messages.build(state.rules, "apkadd-missing-virtual", line));
								}
							}
							if (!apk.apkadd_hasnocache(apk_command)) {
								if (!apk.apkadd_hasupdate(apk_command) || !apk.follows_rmapkcache(commands, index)) items.push(messages.build(state.rules, "apkadd-missing_nocache_or_updaterm", line));
							}
						}
					});
					break;
				case "cmd": break;
				case "label":
					checks.label_format(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					break;
				case "expose":
					checks.expose_container_port_only(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					args.match(/\S+/g).forEach(function(port) {
						if (!checks.expose_port_valid(port)) {
							if (!port.includes(":")) items.push(messages.build(state.rules, "invalid_port", line));
						}
					});
					break;
				case "env":
					checks.is_valid_env(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					break;
				case "add":
					checks.is_valid_add(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					break;
				case "copy": break;
				case "entrypoint": break;
				case "volume": break;
				case "user":
					checks.valid_user(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					break;
				case "workdir":
					checks.is_valid_workdir(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					break;
				case "arg": break;
				case "onbuild": break;
				case "stopsignal": break;
				case "shell":
					checks.is_valid_shell(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					break;
				case "healthcheck":
					checks.is_valid_healthcheck(args).forEach(function(item) {
						items.push(messages.build(state.rules, item, line));
					});
					break;
				default: items.push(messages.build(state.rules, "invalid_command", line));
			}
		}
		items = items.filter(function(n) {
			return n != null;
		});
		return {
			command: cmd,
			items
		};
	}
})))(), 1);
/** @typedef {{ readonly rule: string, readonly line: number }} Item */
const noConfiguration = "\0";
/**
* What dockerfilelint's rules find in one text, or what it crashed of.
* @param {string} text
* @returns {{ readonly items: readonly Item[] } | { readonly crash: string }}
*/
function judgeText(text) {
	try {
		return { items: import_lib.default.run(noConfiguration, text).map(({ rule, line }) => ({
			rule,
			line: Number(line)
		})) };
	} catch (error) {
		return { crash: error instanceof Error ? error.message : String(error) };
	}
}
// lib/gates/lint/dockerfilelint.worker.js
node_worker_threads.parentPort?.on("message", (texts) => {
	for (const text of texts) node_worker_threads.parentPort?.postMessage(judgeText(text));
});
