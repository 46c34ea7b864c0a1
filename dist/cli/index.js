#!/usr/bin/env node
/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = require("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = require("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = require("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = require("https");

/***/ }),

/***/ 3339:
/***/ ((module) => {

module.exports = require("module");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = require("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = require("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = require("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = require("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = require("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = require("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = require("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = require("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = require("node:http2");

/***/ }),

/***/ 4649:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = require("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = require("node:querystring");

/***/ }),

/***/ 99:
/***/ ((module) => {

module.exports = require("node:sqlite");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = require("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = require("node:stream/promises");

/***/ }),

/***/ 7997:
/***/ ((module) => {

module.exports = require("node:timers");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = require("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = require("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = require("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = require("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = require("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = require("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = require("process");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = require("tls");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = require("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = require("util");

/***/ }),

/***/ 3166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ HygieneError)
/* harmony export */ });
/* unused harmony export exitCodes */
/**
 * Every way a step can end before it has looked at an image, and the exit code that tells it apart (design §2):
 * 1 the policy says no to the whole call, 2 the call or the policy file is wrong, 3 it could not be decided.
 * One line here per code, nowhere else.
 */
const exitCodes = {
    refused: 1,
    'bad-usage': 2,
    'bad-policy': 2,
    'bad-file': 2,
    'no-file': 2,
    'not-managed': 2,
    unsupported: 2,
    'no-permission': 3,
    'no-credentials': 3,
    unreachable: 3,
    'bad-answer': 3,
    'too-slow': 3,
    'too-large': 3,
    'budget-spent': 3,
    undecidable: 3,
    'tool-failed': 3,
    damaged: 3,
    internal: 3,
};
/** A refusal that a person can act on. Nobody matches on its message; `code` says what kind it is. */
class HygieneError extends Error {
    name = 'HygieneError';
    code;
    findings;
    constructor(code, message, details = {}) {
        super(message, details.cause === undefined ? {} : { cause: details.cause });
        this.code = code;
        this.findings = details.findings ?? [
            {
                rule: code,
                severity: 'error',
                message,
                ...(details.fix === undefined ? {} : { fix: details.fix }),
                ...(details.location === undefined ? {} : { location: details.location }),
                ...(details.image === undefined ? {} : { image: details.image }),
            },
        ];
    }
    get exitCode() {
        return exitCodes[this.code];
    }
}


/***/ }),

/***/ 7525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Eg: () => (/* binding */ compareFindings),
/* harmony export */   O6: () => (/* binding */ reaches),
/* harmony export */   j$: () => (/* binding */ formatLocation)
/* harmony export */ });
const order = { error: 0, warning: 1, info: 2 };
/** Most severe first, then by file, line, column, rule: the order in which every report lists findings. */
function compareFindings(a, b) {
    return (order[a.severity] - order[b.severity] ||
        compareText(a.location?.file ?? '', b.location?.file ?? '') ||
        (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
        (a.location?.column ?? 0) - (b.location?.column ?? 0) ||
        compareText(a.rule, b.rule));
}
/** True if `severity` is `threshold` or worse. */
function reaches(severity, threshold) {
    return order[severity] <= order[threshold];
}
/** `file:line:column`, as compilers print it. */
function formatLocation({ file, line, column }) {
    return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 6278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   YC: () => (/* binding */ editDistance),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   pA: () => (/* binding */ nearest)
/* harmony export */ });
/** The candidate nearest to a mistyped word, if one is near enough to be meant. */
function nearest(word, candidates) {
    const short = word.slice(0, 64).toLowerCase();
    let best;
    let least = Math.max(1, Math.floor(short.length / 3)) + 1;
    for (const candidate of candidates) {
        const distance = editDistance(short, candidate.toLowerCase().slice(0, 64));
        if (distance < least) {
            least = distance;
            best = candidate;
        }
    }
    return best;
}
/** What to say of a word that is none, where it is plain which one was meant. */
function didYouMean(meant) {
    return meant === undefined ? undefined : `did you mean ${meant}?`;
}
/** Levenshtein, with a swap of neighbours as one edit, one row at a time; the work is the product of the lengths. */
function editDistance(a, b) {
    let before = [];
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            let least = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                least = Math.min(least, (before[j - 2] ?? 0) + 1);
            }
            next.push(least);
        }
        before = row;
        row = next;
    }
    return row[b.length] ?? 0;
}


/***/ }),

/***/ 1308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   LD: () => (/* binding */ resultOfError),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   sG: () => (/* binding */ outcomeOf)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3166);

function outcomeOf(step, result) {
    const { verdict, findings, outputs, stats } = result;
    return {
        schema: 'image-hygiene/outcome/v1',
        step,
        verdict,
        findings,
        outputs: { ...outputs, verdict },
        stats,
    };
}
/** An error thrown by a step, as a result. An error of ours keeps its findings; anything else is a bug of ours. */
function resultOfError(error) {
    const known = error instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .HygieneError */ .c
        ? error
        : new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .HygieneError */ .c('internal', `unexpected: ${error instanceof Error ? error.message : String(error)}`, {
            fix: 'this is a fault of image-hygiene: please report it with the command that you ran',
            cause: error,
        });
    const verdict = known.exitCode === 1 ? 'fail' : 'error';
    return { verdict, findings: known.findings, outputs: {}, stats: {} };
}
/**
 * 0 pass or warn, 1 the policy says no, 2 the call or the policy file is wrong, 3 it could not be decided.
 * A step that returns `error` by itself could not decide; only a thrown error can mean 2.
 */
function exitCodeOf(verdict, error) {
    if (error instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .HygieneError */ .c)
        return error.exitCode;
    if (error !== undefined || verdict === 'error')
        return 3;
    return verdict === 'fail' ? 1 : 0;
}
/** `fail` if a finding is an error, `warn` if one is a warning, else `pass`. */
function verdictOf(findings) {
    if (findings.some(finding => finding.severity === 'error'))
        return 'fail';
    return findings.some(finding => finding.severity === 'warning') ? 'warn' : 'pass';
}


/***/ }),

/***/ 2463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ withoutCommands),
/* harmony export */   Hi: () => (/* binding */ inMarkdown),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   pN: () => (/* binding */ inCode)
/* harmony export */ });
/**
 * Untrusted text for a log, in one line: control characters, bidirectional overrides and line ends are shown as
 * escapes, so that a tag or a label can neither colour, move nor forge what a person reads.
 */
function oneLine(text, longest = 400) {
    const shown = text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text;
    return shown.replace(unprintable, escapeOf);
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
function escapeOf(character) {
    if (character === '\n')
        return '\\n';
    if (character === '\t')
        return '\\t';
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
/**
 * Keeps every line of a log from being read as a workflow command. The runner trims a line before it looks for `::`
 * at its start, and takes `##[` anywhere in it.
 * @see https://github.com/actions/runner/blob/v2.330.0/src/Runner.Common/ActionCommand.cs
 */
function withoutCommands(text) {
    return text.replace(/^(\s*):(?=:)/gm, '$1\u02d0').replaceAll('##[', '## [');
}
/** Untrusted text inside a Markdown paragraph or table cell: nothing in it links, mentions, closes or breaks out. */
function inMarkdown(text, longest = 400) {
    return (oneLine(text, longest)
        .replace(/[\\`*_{}[\]<>()#+!|~-]/g, '\\$&')
        // An invisible space after what starts a mention or a reference: forges look for them in the rendered text, where
        // an escape or an entity is gone again.
        .replace(/[#!~%$](?=\w)/g, '$&&#8203;')
        .replace(/@/g, '&#64;&#8203;')
        .replace(/:\/\//g, '&#58;//')
        .replace(/\b(GH\\-)(?=\d)/gi, '$1&#8203;'));
}
/**
 * Untrusted text as inline code. Back-ticks where the text is plain; otherwise an element with every other character as
 * an entity, because a table cell splits at `|` before code is looked for, and `\\|` splits it too.
 */
function inCode(text, longest = 400) {
    const shown = oneLine(text, longest);
    if (/^[\w ./:@+=,(){}$*-]*\w[\w ./:@+=,(){}$*-]*$/.test(shown))
        return `\`${shown}\``;
    return `<code>${shown.replace(/[^A-Za-z0-9 ./:]/gu, character => `&#${character.codePointAt(0)};`)}</code>`;
}


/***/ }),

/***/ 1488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ terminalFindings)
/* harmony export */ });
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7525);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2463);


/** Further ones are a line each: nobody reads a thousand frames, and a log has its limits. */
const mostFrames = 100;
/** Findings as a compiler would print them: where, what, the line with a caret, and what to do. */
function terminalFindings(findings, sources = new Map()) {
    return findings
        .toSorted(_outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .compareFindings */ .Eg)
        .map((finding, index) => {
        const where = finding.location === undefined ? finding.image : (0,_outcome_index_js__WEBPACK_IMPORTED_MODULE_0__/* .formatLocation */ .j$)(finding.location);
        const head = `${where === undefined ? '' : `${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(where)} `}${finding.severity} ${finding.rule}`;
        const told = `${head}: ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(finding.message, 2000)}`;
        if (index >= mostFrames)
            return told;
        return [
            told,
            ...codeFrame(finding, sources),
            ...(finding.fix === undefined ? [] : [`  fix: ${indented(finding.fix)}`]),
        ].join('\n');
    })
        .join('\n');
}
function codeFrame({ location }, sources) {
    const source = location === undefined ? undefined : sources.get(location.file)?.[location.line - 1];
    if (location === undefined || source === undefined)
        return [];
    const number = String(location.line);
    const column = Math.min(location.column ?? source.length - source.trimStart().length + 1, source.length + 1);
    // A long line is shown around its column, not from its start.
    const start = column > 100 ? column - 60 : 0;
    const shown = (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(source.slice(start, start + 120), 120);
    const before = (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(source.slice(start, column - 1), 120);
    return [`  ${number} | ${shown}`, `  ${' '.repeat(number.length)} | ${' '.repeat(before.length)}^`];
}
/** A fix may have several lines (YAML to paste): the first stands behind `fix:`, the others under it. */
function indented(fix) {
    return fix
        .split('\n')
        .map(line => (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(line))
        .join('\n       ');
}


/***/ }),

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The released version; a test holds it to package.json. */
const version = '0.1.0';


/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			id: moduleId,
/******/ 			loaded: false,
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Flag the module as loaded
/******/ 		module.loaded = true;
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/node module decorator */
/******/ 	(() => {
/******/ 		__nccwpck_require__.nmd = (module) => {
/******/ 			module.paths = [];
/******/ 			if (!module.children) module.children = [];
/******/ 			return module;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: ./lib/outcome/nearest.js
var nearest = __nccwpck_require__(6278);
// EXTERNAL MODULE: ./lib/outcome/error.js
var error = __nccwpck_require__(3166);
// EXTERNAL MODULE: ./lib/outcome/outcome.js
var outcome = __nccwpck_require__(1308);
// EXTERNAL MODULE: ./lib/report/harmless.js
var harmless = __nccwpck_require__(2463);
// EXTERNAL MODULE: ./lib/report/terminal.js
var terminal = __nccwpck_require__(1488);
;// CONCATENATED MODULE: ./lib/steps/index.js
/** The steps, in the order of an image's life. Each loads only when it runs, so `--help` stays quick. */
const steps = [
    {
        name: 'prepare',
        summary: 'Names and labels a build by its event and the policy, or checks the tags that another tool made.',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(185), __nccwpck_require__.e(483), __nccwpck_require__.e(743), __nccwpck_require__.e(491)]).then(__nccwpck_require__.bind(__nccwpck_require__, 491))).prepare,
    },
    {
        name: 'lint',
        summary: 'Judges Dockerfiles: who they run as, what they are built on, what they leave in the image.',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(144), __nccwpck_require__.e(185), __nccwpck_require__.e(845)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3845))).lint,
    },
    {
        name: 'scan',
        summary: 'Scans images once with Trivy and judges what was found by what runs, what can be fixed and who brought it.',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(469), __nccwpck_require__.e(128), __nccwpck_require__.e(815), __nccwpck_require__.e(185), __nccwpck_require__.e(53), __nccwpck_require__.e(181), __nccwpck_require__.e(726), __nccwpck_require__.e(432)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6432))).scan,
    },
    {
        name: 'sign',
        summary: 'Signs images by digest with cosign, and verifies the signatures right after.',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(469), __nccwpck_require__.e(128), __nccwpck_require__.e(185), __nccwpck_require__.e(53), __nccwpck_require__.e(733), __nccwpck_require__.e(522)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7915))).sign,
    },
    {
        name: 'verify',
        summary: 'Proves before a deployment that images are signed, pullable, and what their tags say they are.',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(469), __nccwpck_require__.e(164), __nccwpck_require__.e(439), __nccwpck_require__.e(514), __nccwpck_require__.e(128), __nccwpck_require__.e(185), __nccwpck_require__.e(53), __nccwpck_require__.e(483), __nccwpck_require__.e(733), __nccwpck_require__.e(924), __nccwpck_require__.e(730)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4730))).verify,
    },
    {
        name: 'record',
        summary: 'Writes down what is known of an image, and searches what was written down.',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(469), __nccwpck_require__.e(164), __nccwpck_require__.e(439), __nccwpck_require__.e(514), __nccwpck_require__.e(128), __nccwpck_require__.e(185), __nccwpck_require__.e(53), __nccwpck_require__.e(483), __nccwpck_require__.e(733), __nccwpck_require__.e(924), __nccwpck_require__.e(726), __nccwpck_require__.e(743), __nccwpck_require__.e(138)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7138))).record,
    },
    {
        name: 'plan',
        summary: 'Says what can go and why; writes the plan file; opens or refreshes one cleanup pull request.',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(469), __nccwpck_require__.e(185), __nccwpck_require__.e(53), __nccwpck_require__.e(483), __nccwpck_require__.e(181), __nccwpck_require__.e(763), __nccwpck_require__.e(233), __nccwpck_require__.e(302)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9233))).plan,
    },
    {
        name: 'apply',
        summary: 'Deletes what the reviewed plan lists and is still true now, with a journal to undo it.',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(469), __nccwpck_require__.e(185), __nccwpck_require__.e(53), __nccwpck_require__.e(483), __nccwpck_require__.e(181), __nccwpck_require__.e(763), __nccwpck_require__.e(93)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4093))).apply,
    },
    {
        name: 'report',
        summary: 'Tells the pull request that was merged what apply deleted and what it left alone.',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(164), __nccwpck_require__.e(439), __nccwpck_require__.e(514), __nccwpck_require__.e(185), __nccwpck_require__.e(718)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6718))).report,
    },
    {
        name: 'restore',
        summary: "Puts back what apply deleted, until the registry's own garbage collection.",
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(185), __nccwpck_require__.e(53), __nccwpck_require__.e(169)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2169))).restore,
    },
    {
        name: 'explain',
        summary: 'Says why an image is kept or goes, which rule of which file says so, and what would change it.',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(469), __nccwpck_require__.e(185), __nccwpck_require__.e(53), __nccwpck_require__.e(483), __nccwpck_require__.e(181), __nccwpck_require__.e(763), __nccwpck_require__.e(498)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6498))).explain,
    },
    {
        name: 'demo',
        summary: 'Plays the whole life on an embedded registry, in seconds, with nothing to install.',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(469), __nccwpck_require__.e(144), __nccwpck_require__.e(185), __nccwpck_require__.e(53), __nccwpck_require__.e(483), __nccwpck_require__.e(181), __nccwpck_require__.e(763), __nccwpck_require__.e(845), __nccwpck_require__.e(93), __nccwpck_require__.e(233), __nccwpck_require__.e(398)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7398))).demo,
    },
];

// EXTERNAL MODULE: ./lib/version.js
var version = __nccwpck_require__(3411);
;// CONCATENATED MODULE: ./lib/hosts/cli/arguments.js

/**
 * `--name value`, `--name=value`, `--flag`, `--no-flag`, bare words for the positional input, `--` before words that
 * start with a dash.
 */
function readArguments(step, words) {
    const inputs = new Map(Object.values(step.inputs).map(input => [input.name, input]));
    const given = new Map();
    const bare = [];
    let json = false;
    let help = false;
    for (let index = 0; index < words.length; index++) {
        const word = words[index] ?? '';
        if (word === '--') {
            bare.push(...words.slice(index + 1));
            break;
        }
        if (word === '--help' || word === '-h')
            help = true;
        else if (word === '--json')
            json = true;
        else if (word === '-' || !word.startsWith('-'))
            bare.push(word);
        else {
            const equals = word.indexOf('=');
            const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
            const negated = name.startsWith('no-') ? inputs.get(name.slice(3)) : undefined;
            const input = word.startsWith('--') ? (inputs.get(name) ?? negated) : undefined;
            if (input === undefined)
                throw unknownFlag(step, word, [...inputs.keys(), 'json', 'help']);
            const next = words[index + 1];
            if (input === negated && input.type === 'boolean')
                add(given, input, 'false');
            else if (equals >= 0)
                add(given, input, word.slice(equals + 1));
            else if (input.type === 'boolean') {
                const said = next === 'true' || next === 'false';
                add(given, input, said ? next : 'true');
                if (said)
                    index++;
            }
            else {
                if (next === undefined || (next.startsWith('--') && next.length > 2)) {
                    throw new error/* HygieneError */.c('bad-usage', `--${name} needs a value`, {
                        fix: `image-hygiene ${step.name} --${name} VALUE`,
                    });
                }
                add(given, input, next);
                index++;
            }
        }
    }
    addBare(step, given, bare);
    return { given, json, help };
}
function addBare(step, given, bare) {
    if (bare.length === 0)
        return;
    const input = step.positional === undefined ? undefined : step.inputs[step.positional];
    if (input === undefined) {
        throw new error/* HygieneError */.c('bad-usage', `${step.name} takes no words besides its flags, but was given '${bare[0]}'`, {
            fix: `image-hygiene ${step.name} --help`,
        });
    }
    for (const word of bare)
        add(given, input, word);
}
function add(given, input, value) {
    const before = given.get(input.name);
    if (before !== undefined && input.type !== 'list') {
        throw new error/* HygieneError */.c('bad-usage', `--${input.name} is given twice`);
    }
    given.set(input.name, before === undefined ? value : `${before}\n${value}`);
}
function unknownFlag(step, word, names) {
    const meant = (0,nearest/* nearest */.pA)(word.replace(/^-+/, '').replace(/=.*$/s, ''), names);
    return new error/* HygieneError */.c('bad-usage', `${step.name} has no flag ${word.replace(/=.*$/s, '')}`, {
        fix: meant === undefined ? `image-hygiene ${step.name} --help` : `did you mean --${meant}?`,
    });
}

;// CONCATENATED MODULE: ./lib/hosts/cli/help.js
function helpOfAll(steps, version) {
    const width = Math.max(...steps.map(({ name }) => name.length));
    return [
        `image-hygiene ${version}: container images from name to retirement`,
        '',
        'Usage: image-hygiene <step> [ref or file …] [--input value …] [--json]',
        '',
        'Steps:',
        ...steps.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
        '',
        '  image-hygiene <step> --help   the inputs and outputs of a step',
        '',
        'Exit codes: 0 pass or warn, 1 the policy says no, 2 the call or the policy file is wrong, 3 it could not be decided.',
    ].join('\n');
}
function helpOfStep(step, { summary }) {
    const inputs = Object.values(step.inputs);
    const positional = step.positional === undefined ? undefined : step.inputs[step.positional]?.name;
    return [
        summary,
        '',
        `Usage: image-hygiene ${step.name}${positional === undefined ? '' : ` [${positional} …]`} [--input value …] [--json]`,
        '',
        'Inputs:',
        ...inputs.map(input => entry(`--${input.name}${placeholder(input)}`, describe(input))),
        entry('--json', 'Print the outcome as one JSON document on stdout, and everything for people on stderr.'),
        '',
        'Outputs:',
        entry('verdict', 'pass, warn, fail or error.'),
        ...Object.entries(step.outputs).map(([name, help]) => entry(name, help)),
    ].join('\n');
}
function placeholder(input) {
    if (input.type === 'boolean')
        return '';
    if (input.type === 'choice')
        return ` ${input.options?.join('|')}`;
    return input.type === 'number' ? ' N' : input.type === 'list' ? ' A,B' : ' TEXT';
}
function describe(input) {
    const fallbacks = input.env === undefined ? '' : ` [env ${input.env.join(', ')}]`;
    return `${input.help}${input.default === undefined ? '' : ` (${input.default})`}${fallbacks}`;
}
/** A name and its help, wrapped to 100 columns. */
function entry(name, help) {
    const lines = [''];
    for (const word of help.split(' ')) {
        const line = lines.at(-1) ?? '';
        if (line.length + word.length + 1 > 94 && line !== '')
            lines.push(word);
        else
            lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
    }
    return [`  ${name}`, ...lines.map(line => `      ${line}`)].join('\n');
}

;// CONCATENATED MODULE: ./lib/hosts/cli/main.js







void main(process.argv.slice(2));
async function main(words) {
    const [name, ...rest] = words;
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
        process.stdout.write(`${helpOfAll(steps, version/* version */.r)}\n`);
        process.exitCode = name === undefined ? 2 : 0;
        return;
    }
    if (name === '--version') {
        process.stdout.write(`${version/* version */.r}\n`);
        return;
    }
    const entry = steps.find(step => step.name === name);
    if (entry === undefined) {
        const meant = (0,nearest/* nearest */.pA)(name, steps.map(step => step.name)); // biome-ignore format: one line reads better
        return refuse(name, new error/* HygieneError */.c('bad-usage', `there is no step '${name}'`, {
            fix: meant === undefined
                ? 'image-hygiene --help lists the steps'
                : `did you mean 'image-hygiene ${meant}'?`,
        }), rest.includes('--json'));
    }
    // They lie in files of their own, which are read at the same time.
    const [step, { runOnTerminal }] = await Promise.all([entry.load(), __nccwpck_require__.e(/* import() */ 503).then(__nccwpck_require__.bind(__nccwpck_require__, 9503))]);
    let call;
    try {
        call = readArguments(step, rest);
    }
    catch (error) {
        return refuse(name, error, rest.includes('--json'));
    }
    if (call.help) {
        process.stdout.write(`${helpOfStep(step, entry)}\n`);
        return;
    }
    await runOnTerminal(step, call);
}
function refuse(step, error, json) {
    const result = (0,outcome/* resultOfError */.LD)(error);
    process.stderr.write(`${(0,harmless/* withoutCommands */.Df)((0,terminal/* terminalFindings */.f)(result.findings))}\n`);
    if (json)
        process.stdout.write(`${JSON.stringify((0,outcome/* outcomeOf */.sG)(step, result), undefined, 2)}\n`);
    process.exitCode = 2;
}

module.exports = __webpack_exports__;
/******/ })()
;