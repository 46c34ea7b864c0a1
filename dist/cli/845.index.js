"use strict";
exports.id = 845;
exports.ids = [845];
exports.modules = {

/***/ 6773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ hadolintFailed)
/* harmony export */ });
/** The rule that says: hadolint was asked for, and did not look. */
const hadolintFailed = 'hadolint-failed';


/***/ }),

/***/ 3845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lint: () => (/* binding */ lint)
});

;// CONCATENATED MODULE: ./lib/gates/lint/dockerfile/glob.js
/** `*` and `?` of a shell pattern against a whole text, in time of at most their product. */
function matchesGlob(pattern, text) {
    let at = 0;
    let read = 0;
    let star = -1;
    let resume = 0;
    while (read < text.length) {
        if (pattern[at] === '*') {
            star = at++;
            resume = read;
        }
        else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[read])) {
            at++;
            read++;
        }
        else if (star >= 0) {
            at = star + 1;
            read = ++resume;
        }
        else
            return false;
    }
    while (pattern[at] === '*')
        at++;
    return at === pattern.length;
}

;// CONCATENATED MODULE: ./lib/gates/lint/dockerfile/expand.js

/** Values that double themselves line by line end here. */
const longestValue = 65_536;
/**
 * Quotes taken off, escapes resolved, `$V`, `${V}` and its modifiers replaced, as BuildKit's shell words do.
 * @see https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
function expand(text, lookup, escapeChar = '\\', depth = 0) {
    let value = '';
    let known = true;
    let origin;
    let quote = '';
    for (let at = 0; at < text.length; at++) {
        const char = text[at];
        if (value.length > longestValue)
            return { text: '', known: false };
        if (char === escapeChar && quote !== "'") {
            const next = text[at + 1] ?? '';
            value += quote === '"' && next !== '"' && next !== '$' && next !== escapeChar ? char + next : next;
            at++;
        }
        else if (char === "'" && quote !== '"')
            quote = quote === '' ? char : '';
        else if (char === '"' && quote !== "'")
            quote = quote === '' ? char : '';
        else if (char === '$' && quote !== "'") {
            const { result, next } = variable(text, at, lookup, escapeChar, depth);
            if (result === undefined)
                value += char;
            else {
                value += result.text;
                known &&= result.known;
                origin = result.origin ?? origin;
                at = next - 1;
            }
        }
        else
            value += char;
    }
    if (value.length > longestValue)
        return { text: '', known: false };
    return { text: value, known, ...(origin === undefined ? {} : { origin }) };
}
const bareName = /[A-Za-z_][A-Za-z0-9_]*/y;
const modifier = /:[-+?]|[-+?]|##?|%%?|\/\/?/y;
function variable(text, at, lookup, escapeChar, depth) {
    const braced = text[at + 1] === '{';
    bareName.lastIndex = at + (braced ? 2 : 1);
    const name = bareName.exec(text)?.[0];
    if (name === undefined)
        return { result: undefined, next: at };
    const end = bareName.lastIndex;
    const found = lookup(name);
    const own = {
        text: found?.value ?? '',
        known: found === undefined || found.value !== undefined,
        ...(found === undefined ? {} : { origin: found.line }),
    };
    if (!braced)
        return { result: own, next: end };
    if (text[end] === '}')
        return { result: own, next: end + 1 };
    modifier.lastIndex = end;
    const operator = modifier.exec(text)?.[0];
    const close = operator === undefined ? -1 : closing(text, end + operator.length, escapeChar);
    if (operator === undefined || close < 0 || depth > 8)
        return { result: undefined, next: at };
    const word = expand(text.slice(end + operator.length, close), lookup, escapeChar, depth + 1);
    return { result: modified(own, found, operator, word), next: close + 1 };
}
/** A default longer than this is passed over, so that a row of open braces is no work. */
const reach = 4_096;
/** The brace that closes the one before `from`. */
function closing(text, from, escapeChar) {
    let depth = 1;
    for (let at = from; at < Math.min(text.length, from + reach); at++) {
        if (text[at] === escapeChar)
            at++;
        else if (text[at] === '{')
            depth++;
        else if (text[at] === '}' && --depth === 0)
            return at;
    }
    return -1;
}
function modified(own, found, operator, word) {
    const set = found !== undefined && found.value !== undefined;
    const filled = operator.startsWith(':') ? set && own.text !== '' : set;
    switch (operator.at(-1)) {
        case '-':
            return filled ? own : word;
        case '+':
            // An ARG without a default is unset, unless the call of the build says otherwise.
            return filled ? word : { text: '', known: true };
        case '?':
            return filled ? own : { text: '', known: false };
        case '#':
            return { ...own, text: withoutPrefix(own.text, word.text, operator === '##') };
        case '%':
            return { ...own, text: withoutSuffix(own.text, word.text, operator === '%%') };
        default:
            return replaced(own, word.text, operator === '//');
    }
}
function withoutPrefix(text, pattern, greedy) {
    const lengths = cuts(text, pattern, greedy);
    const cut = lengths.find(length => matchesGlob(pattern, text.slice(0, length)));
    return cut === undefined ? text : text.slice(cut);
}
function withoutSuffix(text, pattern, greedy) {
    const lengths = cuts(text, pattern, greedy);
    const cut = lengths.find(length => matchesGlob(pattern, text.slice(text.length - length)));
    return cut === undefined ? text : text.slice(0, text.length - cut);
}
/** Lengths to try; a value or pattern too long for that is left as it is. */
function cuts(text, pattern, greedy) {
    if (text.length > 512 || pattern.length > 128)
        return [];
    const lengths = Array.from({ length: text.length + 1 }, (_, length) => length);
    return greedy ? lengths.reverse() : lengths;
}
function replaced(own, word, all) {
    const slash = word.indexOf('/');
    const [from, to] = slash < 0 ? [word, ''] : [word.slice(0, slash), word.slice(slash + 1)];
    if (from === '' || /[*?]/.test(from))
        return { ...own, known: false };
    return { ...own, text: all ? own.text.replaceAll(from, () => to) : own.text.replace(from, () => to) };
}

;// CONCATENATED MODULE: ./lib/gates/lint/dockerfile/directives.js
const directive = /^#[ \t]*([A-Za-z][A-Za-z0-9]*)[ \t]*=[ \t]*(\S(?:.*\S)?)[ \t]*$/;
/**
 * Directives end at the first line that is none: a blank line, an ordinary comment, an instruction.
 * @see https://docs.docker.com/reference/dockerfile/#parser-directives
 */
function readDirectives(lines) {
    const found = new Map();
    const faults = [];
    for (const [index, line] of lines.entries()) {
        const [, name, value] = line.length > 4096 ? [] : (directive.exec(line.trimStart()) ?? []);
        const key = name?.toLowerCase();
        if (value === undefined || (key !== 'escape' && key !== 'syntax' && key !== 'check'))
            break;
        if (found.has(key))
            faults.push({ line: index + 1, message: `the directive ${key} stands here twice` });
        if (key === 'escape' && value !== '\\' && value !== '`') {
            faults.push({ line: index + 1, message: 'the escape character must be \\ or `' });
        }
        found.set(key, value);
    }
    const syntax = found.get('syntax');
    const check = found.get('check');
    return {
        escapeChar: found.get('escape') === '`' ? '`' : '\\',
        ...(syntax === undefined ? {} : { syntax }),
        ...(check === undefined ? {} : { check }),
        faults,
    };
}

;// CONCATENATED MODULE: ./lib/gates/lint/dockerfile/words.js
/**
 * Cuts a text at white space, quotes and escapes kept in the words, as BuildKit does for ENV, LABEL and ARG.
 * @see https://github.com/moby/buildkit/blob/v0.21.1/frontend/dockerfile/parser/line_parsers.go
 */
function quotedWords(text, escapeChar) {
    const words = [];
    let start = -1;
    let quote = '';
    for (let at = 0; at < text.length; at++) {
        const char = text[at];
        if (start < 0) {
            if (isSpace(char))
                continue;
            start = at;
        }
        if (quote === '' && isSpace(char)) {
            words.push({ text: text.slice(start, at), offset: start });
            start = -1;
        }
        else if (char === escapeChar && quote !== "'")
            at++;
        else if (quote === '')
            quote = char === '"' || char === "'" ? char : '';
        else if (char === quote)
            quote = '';
    }
    if (start >= 0)
        words.push({ text: text.slice(start), offset: start });
    return words;
}
/** Cuts a text at white space and nothing else; no more than `most` words. */
function plainWords(text, most = Number.POSITIVE_INFINITY) {
    const words = [];
    let at = 0;
    while (words.length < most) {
        while (at < text.length && isSpace(text[at]))
            at++;
        if (at >= text.length)
            break;
        const start = at;
        while (at < text.length && !isSpace(text[at]))
            at++;
        words.push({ text: text.slice(start, at), offset: start });
    }
    return words;
}
/** White space as Go knows it: without the byte order mark that JavaScript trims, with U+0085. */
const blank = '\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const leading = new RegExp(`^[${blank}]*`);
const isBlank = new RegExp(`^[${blank}]$`);
/** Where a text starts, white space left out. */
function startOf(text) {
    return leading.exec(text)?.[0].length ?? 0;
}
/** Where it ends. */
function endOf(text) {
    let end = text.length;
    while (end > 0 && isBlank.test(text[end - 1]))
        end--;
    return end;
}
function isSpace(char) {
    return char === ' ' || char === '\t' || char === '\n' || char === '\r' || char === '\v' || char === '\f';
}

;// CONCATENATED MODULE: ./lib/gates/lint/dockerfile/heredoc.js

/** A word of the shell that opens a heredoc: an optional descriptor, `<<`, `-`, a name. */
const opening = /^\d*<<(-?)([^<]+)$/;
/** BuildKit looks for heredocs with the backslash, whatever the escape directive says. */
const escapeChar = '\\';
/**
 * The heredocs that a logical line opens, left to right. Quotes group words, so `"a <<b"` opens none, and a quote that
 * stays open makes BuildKit find none at all.
 * @see https://github.com/moby/buildkit/blob/v0.21.1/frontend/dockerfile/parser/parser.go (heredocsFromLine)
 */
function heredocsOf(text) {
    if (!text.includes('<<'))
        return [];
    const found = [];
    for (const { raw, offset } of shellWords(text) ?? []) {
        const [, dash, quoted] = opening.exec(raw) ?? [];
        if (quoted === undefined)
            continue;
        const name = unquote(quoted);
        // BuildKit expands what stands in braces, and no line is what comes of it.
        if (name === '' || name === undefined || quoted.includes('${'))
            continue;
        found.push({ name, expands: name === quoted, chomps: dash === '-', offset });
    }
    return found;
}
function shellWords(text) {
    const words = [];
    let start = -1;
    let quote = '';
    for (let at = 0; at <= text.length; at++) {
        const char = text[at];
        if (char === undefined || (quote === '' && isSpace(char))) {
            if (start >= 0)
                words.push({ raw: text.slice(start, at), offset: start });
            start = -1;
            continue;
        }
        if (start < 0)
            start = at;
        if (char === escapeChar && quote !== "'")
            at++;
        else if (quote === '' && (char === '"' || char === "'"))
            quote = char;
        else if (char === quote)
            quote = '';
    }
    return quote === '' ? words : undefined;
}
/** Without quotes and escapes; undefined if a quote stays open. */
function unquote(word) {
    let text = '';
    let quote = '';
    for (let at = 0; at < word.length; at++) {
        const char = word[at];
        if (char === escapeChar && quote !== "'")
            text += word[++at] ?? '';
        else if (quote === '' && (char === '"' || char === "'"))
            quote = char;
        else if (char === quote)
            quote = '';
        else
            text += char;
    }
    return quote === '' ? text : undefined;
}

;// CONCATENATED MODULE: ./lib/gates/lint/dockerfile/split.js

/** Instructions whose arguments may be a JSON array. */
const withJson = new Set(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME']);
/** A logical line's keyword, flags and body. `from` is where the instruction starts in the line: not 0 in ONBUILD. */
function instructionOf(whole, segments, escapeChar, from = 0) {
    const text = whole.slice(0, endOf(whole));
    const start = from + startOf(text.slice(from));
    let end = start;
    while (end < text.length && !isSpace(text[end]))
        end++;
    const keyword = text.slice(start, end).toUpperCase();
    const { flags, next } = flagsOf(text, end, escapeChar);
    const body = text.slice(next + startOf(text.slice(next)));
    const json = withJson.has(keyword) ? jsonOf(body) : undefined;
    const line = segments[0]?.line ?? 1;
    const split = { keyword, line, text: whole, segments, flags, body, offset: next };
    if (keyword === 'HEALTHCHECK')
        return { ...split, ...commandForm(body) };
    if (keyword !== 'ONBUILD' || from !== 0)
        return { ...split, ...(json && { json }) };
    const inner = instructionOf(whole, segments, escapeChar, next);
    return { ...split, trigger: { ...inner, heredocs: [], endLine: line } };
}
/** `HEALTHCHECK CMD […]` has the array behind its CMD. */
function commandForm(body) {
    const json = /^cmd\s/i.test(body) ? jsonOf(body.slice(3).trim()) : undefined;
    return json === undefined ? {} : { json };
}
/** The array of strings that a body is; anything else is the shell form, as BuildKit falls back to it. */
function jsonOf(body) {
    if (!body.startsWith('['))
        return undefined;
    try {
        const value = JSON.parse(body);
        return Array.isArray(value) && value.every(item => typeof item === 'string') ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * Words that start with `--`, up to the first that does not; `--` alone ends them. Quotes and escapes hold words together.
 * @see https://github.com/moby/buildkit/blob/v0.21.1/frontend/dockerfile/parser/split_command.go
 */
function flagsOf(text, from, escapeChar) {
    const flags = [];
    let at = from;
    for (;;) {
        while (at < text.length && isSpace(text[at]))
            at++;
        if (!text.startsWith('--', at))
            return { flags, next: at };
        const offset = at;
        let word = '';
        let quote = '';
        for (; at < text.length; at++) {
            const char = text[at];
            if (quote === '' && isSpace(char))
                break;
            if (char === escapeChar && quote !== "'" && at + 1 < text.length)
                word += text[++at];
            else if (quote === '' && (char === '"' || char === "'"))
                quote = char;
            else if (char === quote)
                quote = '';
            else
                word += char;
        }
        if (word === '--')
            return { flags, next: skipSpace(text, at) };
        const equals = word.indexOf('=');
        flags.push({
            name: (equals < 0 ? word : word.slice(0, equals)).slice(2),
            value: equals < 0 ? undefined : word.slice(equals + 1),
            offset,
        });
    }
}
function skipSpace(text, from) {
    let at = from;
    while (at < text.length && isSpace(text[at]))
        at++;
    return at;
}

;// CONCATENATED MODULE: ./lib/gates/lint/dockerfile/parse.js




/** BuildKit reads line by line with a buffer of this size and refuses a longer line. */
const longestLine = 65_535;
/** No Dockerfile that anybody wrote comes near it. */
const largestFile = 1_048_576;
const withHeredoc = new Set(['ADD', 'COPY', 'RUN']);
/**
 * Reads a Dockerfile the way BuildKit does: comments between continued lines, empty continued lines, heredocs.
 * One pass, linear in the text, and no text is refused as a whole: what BuildKit would refuse is a fault.
 * @see https://github.com/moby/buildkit/blob/v0.21.1/frontend/dockerfile/parser/parser.go
 */
function parse(text) {
    if (text.length > largestFile) {
        const message = `the file is larger than ${largestFile.toLocaleString('en')} characters: it was not judged`;
        return {
            lines: [],
            directives: readDirectives([]),
            instructions: [],
            comments: [],
            faults: [
                { line: 1, message, fix: 'If it is no Dockerfile, give it another name, or name those to judge.' },
            ],
        };
    }
    const lines = linesOf(text);
    const directives = readDirectives(lines);
    const { escapeChar } = directives;
    const comments = [];
    const instructions = [];
    const faults = [...directives.faults];
    const tooLong = lines.findIndex(line => line.length > longestLine);
    if (tooLong >= 0)
        faults.push({ line: tooLong + 1, message: tooLongMessage() });
    // BuildKit stops there, and so does every reading of what stands below.
    const end = tooLong >= 0 ? tooLong : lines.length;
    let at = 0;
    while (at < end) {
        const first = lines[at];
        const indent = startOf(first);
        if (indent === first.length) {
            at++;
            continue;
        }
        if (first[indent] === '#') {
            comments.push({ line: at + 1, text: first.slice(indent) });
            at++;
            continue;
        }
        const start = at;
        const joined = new LogicalLine();
        let continues = joined.add(first.slice(indent), at + 1, indent + 1, escapeChar);
        at++;
        while (continues && at < end) {
            const next = lines[at];
            const content = next.slice(startOf(next));
            if (content.startsWith('#'))
                comments.push({ line: at + 1, text: content });
            else if (content !== '')
                continues = joined.add(next, at + 1, 1, escapeChar);
            at++;
        }
        const { text: logical, segments } = joined;
        if (endOf(logical) === 0) {
            faults.push({ line: start + 1, message: 'there is nothing on this line but its continuation' });
            continue;
        }
        const instruction = instructionOf(logical, segments, escapeChar);
        const heredocs = [];
        if (withHeredoc.has((instruction.trigger ?? instruction).keyword) && instruction.json === undefined) {
            for (const opened of heredocsOf(logical)) {
                const bodyStart = at;
                const body = [];
                while (at < end && !terminates(lines[at], opened))
                    body.push(lines[at++]);
                if (at >= end)
                    faults.push({ line: start + 1, message: `the heredoc <<${opened.name} is never closed` });
                at++;
                heredocs.push({ ...opened, line: bodyStart + 1, body: body.join('\n') });
            }
        }
        instructions.push({ ...instruction, heredocs, endLine: Math.min(at, end) });
    }
    return { lines, directives, instructions, comments, faults };
}
/** A function, because the first number that is formatted for people costs 25 ms: Node loads its languages for it. */
function tooLongMessage() {
    return `this line is longer than ${longestLine.toLocaleString('en')} characters, and BuildKit reads no further`;
}
/** Physical lines without their ends; a byte order mark is no character of the first. */
function linesOf(text) {
    const lines = (text.startsWith('\uFEFF') ? text.slice(1) : text).split('\n').map(withoutReturns);
    // What stands behind the last line end is a line only if it is not empty.
    return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
function withoutReturns(line) {
    let end = line.length;
    while (line[end - 1] === '\r')
        end--;
    return end === line.length ? line : line.slice(0, end);
}
function terminates(line, { name, chomps }) {
    return (chomps ? line.replace(/^\t+/, '') : line) === name;
}
class LogicalLine {
    #parts = [];
    segments = [];
    #length = 0;
    /** True if the line ends with an escape character, after which the next line goes on. */
    add(line, number, column, escapeChar) {
        const end = line.trimEnd().length;
        // An escape before the escape makes it a character: `C:\\` ends its line.
        const continues = line[end - 1] === escapeChar && (end === 1 || line[end - 2] !== escapeChar) && noReturn(line, end);
        const part = continues ? line.slice(0, end - 1) : line;
        this.segments.push({ offset: this.#length, line: number, column });
        this.#parts.push(part);
        this.#length += part.length;
        return continues;
    }
    get text() {
        return this.#parts.join('');
    }
}
/** Only blanks and tabs may follow the escape character. */
function noReturn(line, end) {
    return !/[^ \t]/.test(line.slice(end));
}

;// CONCATENATED MODULE: ./lib/gates/lint/dockerfile/scope.js


/** No real file builds a stage on so many others; further ones are not looked into. */
const deepest = 200;
function lookupAt(scope, at) {
    return name => {
        const own = entryAt(scope.entries.get(name), at);
        if (own !== undefined)
            return own;
        let parent = scope.parent;
        for (let depth = 0; parent !== undefined && depth < deepest; depth++, parent = parent.parent) {
            const inherited = parent.entries.get(name)?.findLast(entry => entry.environment);
            if (inherited !== undefined)
                return inherited;
        }
        return undefined;
    };
}
function entryAt(entries, at) {
    if (entries === undefined)
        return undefined;
    let low = 0;
    let high = entries.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (entries[middle].since <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return entries[low - 1];
}
/** Takes an ARG or ENV into the scope; it holds from the next instruction on. */
function declare(instruction, at, scope, escapeChar) {
    if (instruction.keyword === 'ENV') {
        const lookup = lookupAt(scope, at);
        for (const { name, value } of assignments(instruction, escapeChar)) {
            const { text, known } = expand(value.text, lookup, escapeChar);
            add(scope, name, {
                value: known ? text : undefined,
                line: instruction.line,
                since: at + 1,
                environment: true,
            });
        }
    }
    if (instruction.keyword === 'ARG')
        declareArguments(instruction, at, scope, escapeChar);
}
function declareArguments(instruction, at, scope, escapeChar) {
    const { line } = instruction;
    for (const { text } of quotedWords(instruction.body, escapeChar)) {
        const equals = text.indexOf('=');
        const name = equals < 0 ? text : text.slice(0, equals);
        // An ENV of the same name always wins.
        if (scope.entries.get(name)?.at(-1)?.environment)
            continue;
        const given = equals < 0 ? undefined : expand(text.slice(equals + 1), lookupAt(scope, at + 1), escapeChar);
        const inherited = scope.globals?.entries.get(name)?.at(-1) ?? automaticVariable(name, line);
        const value = given === undefined ? inherited?.value : given.known ? given.text : undefined;
        const origin = given === undefined ? (inherited?.line ?? line) : line;
        add(scope, name, { value, line: origin, since: at + 1, environment: false });
    }
}
function add(scope, name, entry) {
    const entries = scope.entries.get(name);
    if (entries === undefined)
        scope.entries.set(name, [entry]);
    else
        entries.push(entry);
}
/**
 * BuildKit sets these by itself. The values stand for the common target,
 * so that `FROM base-${TARGETARCH}` finds a stage.
 */
const automatic = {
    TARGETPLATFORM: 'linux/amd64',
    TARGETOS: 'linux',
    TARGETARCH: 'amd64',
    TARGETVARIANT: '',
    BUILDPLATFORM: 'linux/amd64',
    BUILDOS: 'linux',
    BUILDARCH: 'amd64',
    BUILDVARIANT: '',
};
function automaticVariable(name, line) {
    const value = Object.hasOwn(automatic, name) ? automatic[name] : undefined;
    return value === undefined ? undefined : { value, line };
}
/** `NAME=value …`, or the old `NAME value` of ENV and LABEL. */
function assignments(instruction, escapeChar) {
    const { body, offset } = instruction;
    const words = quotedWords(body, escapeChar);
    const first = words[0];
    if (first === undefined)
        return [];
    if (!first.text.includes('=') && instruction.keyword !== 'ARG') {
        const rest = words[1];
        if (rest === undefined)
            return [];
        const value = { text: body.slice(rest.offset), offset: offset + rest.offset };
        return [{ name: first.text, value, offset: offset + first.offset }];
    }
    return words.flatMap(word => {
        const equals = word.text.indexOf('=');
        if (equals <= 0)
            return [];
        const at = offset + word.offset;
        const value = { text: word.text.slice(equals + 1), offset: at + equals + 1 };
        return [{ name: word.text.slice(0, equals), value, offset: at }];
    });
}

;// CONCATENATED MODULE: ./lib/gates/lint/dockerfile/dockerfile.js




function readDockerfile(file, text) {
    const { lines, directives, instructions, comments, faults } = parse(text);
    const { escapeChar } = directives;
    const globals = { entries: new Map() };
    const stages = [];
    const byName = new Map();
    const positions = new Map();
    for (const [at, instruction] of instructions.entries()) {
        const current = stages.at(-1);
        if (instruction.keyword === 'FROM') {
            const stage = dockerfile_open(instruction, at, stages.length, globals, byName, escapeChar);
            stages.push(stage);
            if (stage.name !== undefined) {
                const others = byName.get(stage.name);
                if (others === undefined)
                    byName.set(stage.name, [stage]);
                else
                    others.push(stage);
            }
            positions.set(instruction, { scope: globals, at });
        }
        else {
            const scope = current?.scope ?? globals;
            positions.set(instruction, { scope, at });
            current?.instructions.push(instruction);
            declare(instruction, at, scope, escapeChar);
        }
    }
    return {
        file,
        lines,
        escapeChar,
        ...(directives.syntax === undefined ? {} : { syntax: directives.syntax }),
        instructions,
        comments,
        faults,
        stages,
        stagesByName: byName,
        expandAt: (instruction, word) => {
            const { scope, at } = positions.get(instruction) ?? { scope: globals, at: 0 };
            return expand(word, lookupAt(scope, at), escapeChar);
        },
    };
}
function dockerfile_open(from, at, index, globals, byName, escapeChar) {
    const [image, as, alias] = plainWords(from.body, 3);
    const written = image?.text ?? '';
    const lookup = lookupAt(globals, at);
    const expanded = expand(written, name => lookup(name) ?? automaticVariable(name, from.line), escapeChar);
    const parent = byName.get(expanded.text.toLowerCase())?.at(-1);
    const name = as?.text.toLowerCase() === 'as' ? alias?.text.toLowerCase() : undefined;
    return {
        index,
        ...(name === undefined ? {} : { name }),
        from,
        base: { ...expanded, written, offset: from.offset },
        ...(parent === undefined ? {} : { parent }),
        instructions: [],
        scope: { entries: new Map(), globals, ...(parent === undefined ? {} : { parent: parent.scope }) },
    };
}
/** The stage that `COPY --from` or `--mount=from=` names, by name or number: one earlier than `before`. */
function stageNamed(dockerfile, name, before) {
    const named = dockerfile.stagesByName.get(name.toLowerCase()) ?? [];
    // The last one above, by halves: a hostile file has thousands of one name.
    let low = 0;
    let high = named.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (named[middle].index < before)
            low = middle + 1;
        else
            high = middle;
    }
    if (low > 0)
        return named[low - 1];
    const number = /^\d{1,6}$/.test(name) ? Number(name) : before;
    return number < before ? dockerfile.stages[number] : undefined;
}

;// CONCATENATED MODULE: ./lib/gates/lint/dockerfile/instruction.js
/** Where a character of the logical line stands in the file. */
function placeOf(instruction, offset = 0) {
    const { segments } = instruction;
    let low = 0;
    let high = segments.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (segments[middle].offset <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    const segment = segments[low];
    return { line: segment.line, column: segment.column + offset - segment.offset };
}
function flagOf(instruction, name) {
    return instruction.flags.find(flag => flag.name === name)?.value;
}

// EXTERNAL MODULE: ./node_modules/dockerfilelint/lib/index.js
var lib = __webpack_require__(8763);
;// CONCATENATED MODULE: ./lib/gates/lint/engines/dockerfilelint-run.js
// @ts-check
// dockerfilelint's own door. Plain JavaScript, so that the worker, which imports it, also runs as a source.

/** @typedef {{ readonly rule: string, readonly line: number }} Item */
// A folder that cannot exist: our own configuration is applied afterwards, with levels instead of on and off.
const noConfiguration = '\0';
/**
 * What dockerfilelint's rules find in one text, or what it crashed of.
 * @param {string} text
 * @returns {{ readonly items: readonly Item[] } | { readonly crash: string }}
 */
function judgeText(text) {
    try {
        const items = lib.run(noConfiguration, text);
        return { items: items.map(({ rule, line }) => ({ rule, line: Number(line) })) };
    }
    catch (error) {
        return { crash: error instanceof Error ? error.message : String(error) };
    }
}

;// CONCATENATED MODULE: ./lib/gates/lint/engines/dockerfilelint-here.js

/**
 * dockerfilelint's time grows with the square of an instruction's length, by 5 ns at worst. The squares of all
 * instructions may sum to this, so that 50 ms is the worst that a text of hostile make costs on this thread.
 */
const mostSquares = 10_000_000;
/** Whether these texts, an instruction on each line, are judged sooner here than a thread of their own would start. */
function isTame(texts) {
    let squares = 0;
    for (const text of texts) {
        for (const line of text.split('\n'))
            squares += line.length ** 2;
        if (squares > mostSquares)
            return false;
    }
    return true;
}
/** Answers as the worker does, on this thread and without a deadline: for tame texts only. */
function onThisThread() {
    const waiting = [];
    return {
        send: texts => {
            waiting.push(...texts);
        },
        receive: async () => judgeText(waiting.shift() ?? ''),
        stop: async () => { },
    };
}

;// CONCATENATED MODULE: ./lib/gates/lint/engines/dockerfilelint-rules.js
/**
 * All 27 of dockerfilelint 1.8.0. It has no severities: what BuildKit refuses is an error, what spoils an image or
 * a build a warning, taste is info.
 */
const dockerfilelintRules = {
    required_params: {
        summary: 'An instruction has no arguments',
        level: 'error',
        fix: 'Give it its arguments, or take the line out.',
        native: ['dockerfile-invalid'],
    },
    uppercase_commands: {
        summary: 'An instruction is not in capitals',
        level: 'info',
        fix: 'Write the instruction in capitals.',
    },
    from_first: {
        summary: 'The first instruction is neither FROM nor ARG',
        level: 'error',
        fix: 'Begin with FROM; only ARG may stand before it.',
        native: ['dockerfile-invalid'],
    },
    invalid_line: {
        summary: 'A line is no instruction',
        level: 'error',
        fix: 'Give it its arguments, or take the line out.',
        native: ['dockerfile-invalid'],
    },
    sudo_usage: {
        summary: 'sudo is used',
        level: 'warning',
        fix: 'A build runs as root already; to change the user, use USER.',
    },
    'apt-get_missing_param': {
        summary: 'apt-get waits for an answer: -y is missing',
        level: 'warning',
        fix: 'Add -y.',
    },
    'apt-get_recommends': {
        summary: 'apt-get installs recommended packages too',
        level: 'info',
        fix: 'Add --no-install-recommends.',
    },
    'apt-get-upgrade': {
        summary: 'apt-get upgrade: what it installs changes from day to day',
        level: 'warning',
        fix: 'Take a newer base image instead.',
    },
    'apt-get-dist-upgrade': {
        summary: 'apt-get dist-upgrade: what it installs changes from day to day',
        level: 'warning',
        fix: 'Take a newer base image instead.',
    },
    'apt-get-update_require_install': {
        summary: 'apt-get update in a layer of its own goes stale in the cache',
        level: 'warning',
        fix: 'Put update and install into one RUN.',
    },
    'apkadd-missing_nocache_or_updaterm': {
        summary: 'apk add leaves its index in the layer',
        level: 'warning',
        fix: 'Use apk add --no-cache.',
        native: ['apk-leftovers'],
    },
    'apkadd-missing-virtual': {
        summary: 'apk add and del in one command, without --virtual',
        level: 'info',
        fix: 'Name the packages: apk add --virtual .build …, apk del .build',
    },
    invalid_port: {
        summary: 'EXPOSE names no port',
        level: 'error',
        fix: 'Name a port from 1 to 65535, with /tcp, /udp or /sctp if need be.',
    },
    invalid_command: {
        summary: 'There is no such instruction',
        level: 'error',
        fix: 'Correct the name of the instruction.',
        native: ['dockerfile-invalid'],
    },
    expose_host_port: {
        summary: 'EXPOSE cannot name a port of the host',
        level: 'warning',
        fix: 'Name the port of the container only: EXPOSE 8080',
    },
    label_invalid: {
        summary: 'LABEL is not in the form key=value',
        level: 'warning',
        fix: 'Write LABEL key=value.',
    },
    missing_tag: {
        summary: 'A base image has no tag',
        level: 'error',
        fix: 'Name the version that you test with.',
        native: ['base-untagged'],
    },
    latest_tag: {
        summary: 'A base image has the tag latest',
        level: 'error',
        fix: 'Name the version that you test with.',
        native: ['base-latest', 'base-latest-pinned'],
    },
    extra_args: {
        summary: 'An instruction has too many arguments',
        level: 'error',
        fix: 'Leave one argument, or quote it.',
    },
    missing_args: {
        summary: 'An instruction has too few arguments',
        level: 'error',
        fix: 'Give it the arguments that are missing.',
    },
    'deprecated_in_1.13': {
        summary: 'MAINTAINER is deprecated; use a LABEL',
        level: 'info',
        fix: 'Use LABEL org.opencontainers.image.authors=…',
    },
    add_src_invalid: {
        summary: 'ADD reaches out of the build context',
        level: 'error',
        fix: 'Name a path below the build context.',
    },
    add_dest_invalid: {
        summary: 'ADD of several files needs a folder as destination',
        level: 'error',
        fix: 'End the destination with a slash.',
    },
    invalid_workdir: {
        summary: 'WORKDIR has a space that is not quoted',
        level: 'warning',
        fix: 'Quote the path.',
    },
    invalid_format: {
        summary: 'The arguments have a form that is not understood',
        level: 'error',
        fix: 'Write it in the form that the reference of Dockerfiles has.',
    },
    'apt-get_missing_rm': {
        summary: 'apt-get update leaves its lists in the layer',
        level: 'warning',
        fix: 'End the same RUN with: rm -rf /var/lib/apt/lists/*',
        native: ['apt-leftovers'],
    },
    healthcheck_options_missing_args: {
        summary: 'An option of HEALTHCHECK has no value',
        level: 'error',
        fix: 'Give the option its value: --interval=30s',
    },
};

;// CONCATENATED MODULE: ./lib/gates/lint/engines/dockerfilelint-text.js
/**
 * Stand-ins for what dockerfilelint misreads: flags, ranges, JSON arrays, options it does not know. Their arguments are
 * judged in `dockerfilelint-verdicts.ts` instead; the rest of the line is still theirs to judge.
 */
const standIns = {
    FROM: 'scratch',
    EXPOSE: '80',
    HEALTHCHECK: 'NONE',
    SHELL: '["sh"]',
    ADD: 'a b',
    COPY: 'a b',
};
/**
 * Instructions as dockerfilelint can read them: one on each line, without flags, heredoc bodies, comments between
 * continued lines, carriage returns and foreign escape characters. Line n is the n-th of them.
 */
function textFor(instructions) {
    return instructions.map(lineFor).join('\n');
}
function lineFor({ keyword, text, body }) {
    const written = firstWord(text);
    const args = body === '' ? '' : (standIns[keyword] ?? oneLine(body));
    return args === '' ? written : `${written} ${args}`;
}
function firstWord(text) {
    const start = text.search(/\S/);
    const length = text.slice(start, start + 1024).search(/\s/);
    return start < 0 ? '' : text.slice(start, length < 0 ? start + 1024 : start + length);
}
/** A carriage return would be a line end to it, and a backslash at the end would join the next line. */
function oneLine(body) {
    const line = body.includes('\r') ? body.replaceAll('\r', ' ') : body;
    let end = line.trimEnd().length;
    while (line[end - 1] === '\\')
        end = line.slice(0, end - 1).trimEnd().length;
    return line.slice(0, end);
}

// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
;// CONCATENATED MODULE: ./lib/gates/lint/shell/program.js
const before = new Set([
    ...['if', 'then', 'else', 'elif', 'do', 'while', 'until', '!', '{', 'time', 'exec', 'command'],
    ...['sudo', 'env', 'nice', 'nohup', 'eatmydata'],
]);
const assignment = /^([A-Za-z_][A-Za-z0-9_]*)=/;
function invocationOf(command) {
    const environment = new Map();
    const wrappers = [];
    let at = 0;
    for (; at < command.length; at++) {
        const { text } = command[at];
        const name = assignment.exec(text)?.[1];
        if (name !== undefined)
            environment.set(name, text.slice(name.length + 1));
        else if (before.has(text))
            wrappers.push(text);
        // `sudo -E make`: the option belongs to sudo.
        else if (!(wrappers.at(-1) === 'sudo' && text.startsWith('-')))
            break;
    }
    const first = command[at];
    if (first === undefined)
        return undefined;
    return {
        program: first.text.slice(first.text.lastIndexOf('/') + 1),
        offset: first.offset,
        words: command.slice(at + 1),
        environment,
        wrappers,
    };
}
/** The first word that is no option: `install` of `apt-get -qq install -y curl`. */
function subcommandOf({ words }) {
    return words.find(({ text }) => !text.startsWith('-'))?.text ?? '';
}
function hasOption({ words }, ...options) {
    return words.some(({ text }) => options.includes(text));
}

;// CONCATENATED MODULE: ./lib/gates/lint/shell/commands.js
/** Scripts nest in `$(…)` and backquotes; deeper ones are not looked into. */
const commands_deepest = 6;
/**
 * The commands of a POSIX shell script, those in `$(…)` behind the one that holds them. No shell is run and nothing
 * is expanded: this is for finding `apt-get install`, not for knowing what it does. Linear in the text.
 */
function commandsOf(script, start = 0, depth = 0) {
    const commands = [];
    const nested = [];
    let words = [];
    let parts = [];
    let wordStart = -1;
    let quote = '';
    // Where a search for the end of a substitution failed, no second one starts: that keeps the whole linear.
    let searched = -1;
    const endWord = () => {
        if (wordStart >= 0)
            words.push({ text: parts.join(''), offset: start + wordStart });
        parts = [];
        wordStart = -1;
    };
    const endCommand = () => {
        endWord();
        if (words.length > 0)
            commands.push(words);
        words = [];
    };
    for (let at = 0; at < script.length; at++) {
        const char = script[at];
        if (quote === "'") {
            if (char === "'")
                quote = '';
            else
                parts.push(char);
            continue;
        }
        if (quote === '' && /\s/.test(char)) {
            if (char === '\n')
                endCommand();
            else
                endWord();
            continue;
        }
        if (quote === '' && ';&|()'.includes(char)) {
            // `2>&1` and `&>` are redirections, not ends.
            if (char === '&' && (script[at - 1] === '>' || script[at + 1] === '>')) {
                parts.push(char);
                if (wordStart < 0)
                    wordStart = at;
            }
            else
                endCommand();
            continue;
        }
        if (quote === '' && char === '#' && wordStart < 0) {
            const newline = script.indexOf('\n', at);
            at = newline < 0 ? script.length : newline - 1;
            continue;
        }
        if (wordStart < 0)
            wordStart = at;
        if (char === '\\') {
            const next = script[++at];
            if (next !== undefined && next !== '\n')
                parts.push(next);
        }
        else if (char === quote)
            quote = '';
        else if (quote === '' && (char === "'" || char === '"'))
            quote = char;
        else if (char === '`' || (char === '$' && script[at + 1] === '(')) {
            const open = at + (char === '`' ? 1 : 2);
            const close = at < searched ? -1 : commands_closing(script, open, char === '`');
            if (close < 0) {
                searched = Math.max(searched, open + commands_reach);
                parts.push(char);
            }
            else {
                nested.push({ text: script.slice(open, close), offset: open });
                parts.push(script.slice(at, close + 1));
                at = close;
            }
        }
        else
            parts.push(char);
    }
    endCommand();
    if (depth >= commands_deepest)
        return commands;
    return [...commands, ...nested.flatMap(({ text, offset }) => commandsOf(text, start + offset, depth + 1))];
}
/** A substitution longer than this is passed over. */
const commands_reach = 16_384;
/** The backquote or parenthesis that closes a substitution; -1 if there is none within reach. */
function commands_closing(script, from, backquote) {
    const end = Math.min(script.length, from + commands_reach);
    let depth = 1;
    let quote = '';
    for (let at = from; at < end; at++) {
        const char = script[at];
        if (char === '\\')
            at++;
        else if (backquote) {
            if (char === '`')
                return at;
        }
        else if (quote !== '')
            quote = char === quote ? '' : quote;
        else if (char === "'" || char === '"')
            quote = char;
        else if (char === '(')
            depth++;
        else if (char === ')' && --depth === 0)
            return at;
    }
    return -1;
}

;// CONCATENATED MODULE: ./lib/gates/lint/shell/run.js



const shells = new Set(['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh']);
/** What a RUN runs: its line, the array of its exec form, or its heredoc if that is a script. */
function startedBy(run) {
    if (run.json !== undefined)
        return ofExec(run, run.json);
    const line = commandsOf(run.body);
    const own = line.flatMap(command => started(command, offset => placeOf(run, run.offset + offset)));
    const script = run.heredocs[0];
    if (script === undefined || !isScript(own[0], run.body))
        return own;
    const placeAt = placesIn(script.body, script.line);
    return [
        ...own.filter(({ program }) => !program.includes('<<')),
        ...commandsOf(withoutContinuations(script.body)).flatMap(command => started(command, placeAt)),
    ];
}
/** Escaped line ends become blanks, so that offsets stay. */
function withoutContinuations(body) {
    return body.replaceAll('\\\n', '  ');
}
function ofExec(run, words) {
    const place = placeOf(run, run.offset);
    const program = words[0]?.slice(words[0].lastIndexOf('/') + 1) ?? '';
    const script = shells.has(program) && words[1]?.startsWith('-') ? words[2] : undefined;
    const commands = script === undefined ? [words.map(text => ({ text, offset: 0 }))] : commandsOf(script);
    return commands.flatMap(command => started(command, () => place));
}
function started(command, placeAt) {
    const invocation = invocationOf(command);
    return invocation === undefined ? [] : [{ ...invocation, place: placeAt(invocation.offset) }];
}
/** `RUN <<EOF` and `RUN bash <<EOF` are scripts; `RUN cat <<EOF > file` is data. */
function isScript(first, body) {
    return body.trimStart().startsWith('<<') || (first !== undefined && shells.has(first.program));
}
/** Finds the line of an offset in a heredoc's body without reading it from the start each time. */
function placesIn(body, firstLine) {
    const starts = [0];
    for (let at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1))
        starts.push(at + 1);
    return offset => {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (starts[middle] <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: firstLine + low, column: offset - starts[low] + 1 };
    };
}

;// CONCATENATED MODULE: ./lib/gates/lint/transfer.js

/** Half of the rules ask for the same ones. */
const known = new WeakMap();
function transferOf(instruction, dockerfile) {
    const { keyword } = instruction;
    if (keyword !== 'COPY' && keyword !== 'ADD')
        return undefined;
    const before = known.get(instruction);
    if (before !== undefined)
        return before;
    const transfer = readTransfer(instruction, dockerfile);
    if (transfer !== undefined)
        known.set(instruction, transfer);
    return transfer;
}
function readTransfer(instruction, dockerfile) {
    const { body, json, offset } = instruction;
    const words = json?.map(text => ({ text, offset: 0 })) ?? quotedWords(body, dockerfile.escapeChar);
    const last = words.at(-1);
    if (last === undefined || words.length < 2)
        return undefined;
    return {
        sources: words.slice(0, -1).flatMap(word => {
            if (/^\d*<</.test(word.text))
                return [];
            const { text, known } = dockerfile.expandAt(instruction, word.text);
            return known ? [{ text, offset: offset + word.offset }] : [];
        }),
        destination: dockerfile.expandAt(instruction, last.text).text,
    };
}
/** True if a source is the whole build context. */
function isWholeContext(source) {
    return /^(?:\.?\/*|(?:\.\/)*\*?|\/\*)$/.test(source);
}
function isRemote(source) {
    return /^(?:https?|git|ssh|ftp):\/\/|^git@/i.test(source);
}

;// CONCATENATED MODULE: ./lib/gates/lint/engines/dockerfilelint-verdicts.js





/** What dockerfilelint's own rules say of the instructions that it misreads, judged with our parser. */
function* verdictsOn(dockerfile) {
    const [first] = dockerfile.instructions;
    if (first !== undefined && first.keyword !== 'FROM' && first.keyword !== 'ARG') {
        yield { rule: 'from_first', ...placeOf(first) };
    }
    for (const stage of dockerfile.stages)
        yield* onFrom(stage);
    for (const instruction of dockerfile.instructions) {
        switch (instruction.keyword) {
            case 'EXPOSE':
                yield* onExpose(instruction);
                break;
            case 'HEALTHCHECK':
                yield* onHealthcheck(instruction);
                break;
            case 'SHELL':
                if (instruction.body !== '' && instruction.json === undefined) {
                    yield { rule: 'invalid_format', ...placeOf(instruction, instruction.offset) };
                }
                break;
            case 'ADD':
                yield* onAdd(instruction, dockerfile);
        }
    }
}
function* onFrom({ from, base, parent }) {
    if (parent !== undefined || base.text === 'scratch' || !base.known || base.written === '')
        return;
    const reference = (0,image_reference/* parseReference */.F2)(base.text);
    if ('fault' in reference)
        return;
    const own = placeOf(from, base.offset);
    const place = base.origin === undefined ? own : { line: base.origin, column: 1 };
    if (reference.tag === 'latest' && reference.digest === undefined)
        yield { rule: 'latest_tag', ...place };
    if (reference.tag === undefined && reference.digest === undefined)
        yield { rule: 'missing_tag', ...place };
}
/** Ports and ranges of tcp, udp and sctp; what a variable hides is let through. */
function* onExpose(instruction) {
    for (const { text, offset } of plainWords(instruction.body)) {
        const place = placeOf(instruction, instruction.offset + offset);
        if (text.includes('$'))
            continue;
        const [, first, last] = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(?:tcp|udp|sctp))?$/i.exec(text) ?? [];
        if (first !== undefined && Number(first) <= Number(last ?? first) && Number(last ?? first) <= 65_535)
            continue;
        yield { rule: text.includes(':') ? 'expose_host_port' : 'invalid_port', ...place };
    }
}
const healthOptions = new Set(['interval', 'timeout', 'start-period', 'start-interval', 'retries']);
function* onHealthcheck(instruction) {
    const { flags, body } = instruction;
    for (const { name, value, offset } of flags) {
        const place = placeOf(instruction, offset);
        if (!healthOptions.has(name))
            yield { rule: 'invalid_format', ...place };
        else if (!value)
            yield { rule: 'healthcheck_options_missing_args', ...place };
    }
    const form = /^none$/i.test(body) ? flags.length === 0 : /^cmd\s+\S/i.test(body);
    if (body !== '' && !form)
        yield { rule: 'invalid_format', ...placeOf(instruction, instruction.offset) };
}
function* onAdd(instruction, dockerfile) {
    if (instruction.body === '')
        return;
    const transfer = transferOf(instruction, dockerfile);
    const place = placeOf(instruction);
    if (transfer === undefined) {
        yield { rule: 'missing_args', ...place };
        return;
    }
    const { sources, destination } = transfer;
    for (const { text, offset } of sources) {
        // BuildKit takes a leading slash as the root of the context; two dots leave it.
        if (/^\.\.(?:\/|$)/.test(text))
            yield { rule: 'add_src_invalid', ...placeOf(instruction, offset) };
    }
    const folder = /\/$|^\.\.?$|\$/.test(destination);
    if (sources.length > 1 && !folder)
        yield { rule: 'add_dest_invalid', ...place };
}
/** False if dockerfilelint says something about a RUN that is not so; what it is right about, it may say. */
function isTrueOf(rule, instruction) {
    if (rule === 'sudo_usage')
        return usesSudo(instruction);
    // It wants an address in MAINTAINER, which nobody else does.
    if (instruction.keyword === 'MAINTAINER')
        return rule !== 'missing_args' && rule !== 'extra_args';
    if (instruction.keyword !== 'RUN' || !rule.startsWith('apt-get'))
        return true;
    switch (rule) {
        case 'apt-get_missing_param':
        case 'apt-get_recommends':
            return culprit(rule, instruction) !== undefined;
        case 'apt-get-update_require_install': {
            const installs = ['install', 'upgrade', 'dist-upgrade', 'build-dep', 'download', 'source'];
            return !aptGets(instruction).some(one => installs.includes(verbOf(one)));
        }
        default:
            return true;
    }
}
/** Where a rule of dockerfilelint's, which names only lines, has something to say: the command, else the instruction. */
function placeOfRule(rule, instruction) {
    return culprit(rule, instruction)?.place ?? placeOf(instruction);
}
/** The command of a RUN that a rule is about. */
function culprit(rule, instruction) {
    if (instruction.keyword !== 'RUN')
        return undefined;
    const verb = (...verbs) => aptGets(instruction).filter(one => verbs.includes(verbOf(one)));
    switch (rule) {
        case 'sudo_usage':
            return startedBy(instruction).find(isSudo);
        case 'apt-get_missing_param':
            return verb('install', 'remove', 'upgrade').find(one => !saysYes(one));
        case 'apt-get_recommends':
            return verb('install').find(one => !leavesOutRecommended(one));
        case 'apt-get-upgrade':
            return verb('upgrade')[0];
        case 'apt-get-dist-upgrade':
            return verb('dist-upgrade')[0];
        case 'apt-get-update_require_install':
        case 'apt-get_missing_rm':
            return verb('update')[0];
        case 'apkadd-missing_nocache_or_updaterm':
        case 'apkadd-missing-virtual':
            return startedBy(instruction).find(one => one.program === 'apk' && verbOf(one) === 'add');
        default:
            return undefined;
    }
}
function aptGets(instruction) {
    return startedBy(instruction).filter(({ program }) => program === 'apt-get');
}
/** Options with a value of their own would be taken for the verb. */
function verbOf({ words }) {
    for (let at = 0; at < words.length; at++) {
        const text = words[at]?.text ?? '';
        if (/^(?:-o|-c|-t|--option|--config-file|--target-release)$/.test(text))
            at++;
        else if (!text.startsWith('-'))
            return text;
    }
    return '';
}
/** `-qq` and `--quiet=2` imply yes. */
function saysYes(started) {
    return (hasOption(started, '--yes', '--assume-yes', '--quiet=2', '--force-yes', '-q=2') ||
        started.words.some(({ text }) => /^-[a-z]*y[a-z]*$/.test(text) || /^-[a-z]*q[a-z]*q[a-z]*$/.test(text)));
}
function leavesOutRecommended(started) {
    return (hasOption(started, '--no-install-recommends') ||
        started.words.some(({ text }) => /^(?:-o)?apt::install-recommends=["']?(?:0|false|no)/i.test(text)));
}
function usesSudo(instruction) {
    const { keyword, json } = instruction;
    if (!['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(keyword))
        return false;
    if (json !== undefined)
        return json[0] === 'sudo';
    return startedBy(instruction).some(isSudo);
}
function isSudo({ program, wrappers }) {
    return program === 'sudo' || wrappers.includes('sudo');
}

;// CONCATENATED MODULE: ./lib/gates/lint/engines/dockerfilelint.js





/** An ordinary file takes less than a millisecond. */
const defaultLimits = { each: 2_000, slow: 10_000 };
/** The rule that says: dockerfilelint could not judge this. An error, for it would hide what it did not see. */
const unjudged = 'dockerfilelint-failed';
/**
 * So many instructions go to dockerfilelint as one text: its time grows with the square of the lines, and each text
 * costs it a look for its configuration.
 */
const longestPiece = 250;
/** Instructions of a piece that failed are tried one by one, up to this many in all. */
const mostSingles = 2_000;
/**
 * dockerfilelint's rules over all files, on one thread. A piece that crashes it or takes too long is given to it again
 * instruction by instruction, so that the one at fault is named and the others are judged.
 */
async function runDockerfilelint(dockerfiles, threads, limits = defaultLimits) {
    const found = new Map(dockerfiles.map(one => [one, []]));
    const run = { threads, limits, found, left: limits.slow };
    const failed = await judge(piecesOf(dockerfiles), run);
    const singles = failed.flatMap(({ piece }) => piece.map(line => [line]));
    const untried = singles.slice(mostSingles).map(piece => ({ piece, why: 'was not tried again' }));
    for (const { piece, why } of [...(await judge(singles.slice(0, mostSingles), run)), ...untried]) {
        for (const { dockerfile, instruction } of piece) {
            const { keyword } = instruction;
            const message = `dockerfilelint ${why} on this ${keyword.slice(0, 40)}, so its rules did not judge it`;
            found.get(dockerfile)?.push({ rule: unjudged, ...placeOf(instruction), message });
        }
    }
    for (const dockerfile of dockerfiles) {
        for (const verdict of verdictsOn(dockerfile)) {
            found.get(dockerfile)?.push({ ...verdict, message: messageOf(verdict.rule) });
        }
    }
    return found;
}
/** Instructions of all files in one row: but for `from_first`, dockerfilelint judges each by itself. */
function piecesOf(dockerfiles) {
    const pieces = [];
    for (const dockerfile of dockerfiles) {
        for (const instruction of dockerfile.instructions) {
            const last = pieces.at(-1);
            if (last === undefined || last.length === longestPiece)
                pieces.push([{ dockerfile, instruction }]);
            else
                last.push({ dockerfile, instruction });
        }
    }
    return pieces;
}
/** Judges all pieces and returns those that could not be. A thread that hangs or dies is replaced for the rest. */
async function judge(pieces, run) {
    const failures = [];
    let next = 0;
    while (next < pieces.length) {
        const rest = pieces.slice(next);
        if (run.left <= 0)
            return [...failures, ...rest.map(piece => ({ piece, why: 'had no time left' }))];
        const texts = rest.map(piece => textFor(piece.map(({ instruction }) => instruction)));
        const thread = isTame(texts) ? onThisThread() : run.threads.start('dockerfilelint');
        try {
            thread.send(texts);
            const { done, why } = await answers(thread, rest, run, failures);
            next += done;
            if (why !== undefined) {
                failures.push({ piece: pieces[next], why });
                run.left -= run.limits.each;
                next++;
            }
        }
        finally {
            await thread.stop();
        }
    }
    return failures;
}
/** How many pieces were answered, and why the next one was not. */
async function answers(thread, pieces, run, failures) {
    for (const [done, piece] of pieces.entries()) {
        let answer;
        try {
            answer = (await thread.receive(run.limits.each));
        }
        catch {
            return { done, why: 'ended its thread' };
        }
        if (answer === undefined)
            return { done, why: `took longer than ${run.limits.each / 1000} s` };
        if ('crash' in answer)
            failures.push({ piece, why: `crashed (${answer.crash.slice(0, 120)})` });
        else
            take(answer.items, piece, run);
    }
    return { done: pieces.length };
}
function take(items, piece, run) {
    const said = new Set();
    for (const { rule, line } of items) {
        const at = piece[line - 1];
        // Of each `sudo` of a line it says the same again.
        if (said.has(`${rule} ${line}`))
            continue;
        said.add(`${rule} ${line}`);
        // Only a file has a first instruction, and `verdictsOn` judges that.
        if (at === undefined || rule === 'from_first' || !isTrueOf(rule, at.instruction))
            continue;
        run.found
            .get(at.dockerfile)
            ?.push({ rule, ...placeOfRule(rule, at.instruction), message: messageOf(rule) });
    }
}
function messageOf(rule) {
    return Object.hasOwn(dockerfilelintRules, rule) ? (dockerfilelintRules[rule]?.summary ?? rule) : rule;
}

;// CONCATENATED MODULE: ./lib/gates/lint/engines/engine-rules.js
/** What can be said of the engines and of the table that lint works with. */
const engineRules = [
    {
        id: 'dockerfilelint-failed',
        summary: 'dockerfilelint crashed or took too long on an instruction',
        reason: 'What an engine could not look at must not count as clean. The rest of the file was judged; this instruction was not, by that engine.',
        level: 'error',
        bad: 'RUN echo <one word of 300,000 characters>',
        good: 'COPY payload.b64 /payload.b64',
        fix: 'Move long words into a file that is copied, or ignore this rule here with a reason.',
    },
    {
        id: 'hadolint-failed',
        summary: 'hadolint is named in lint.engines, and is missing or could not read a file',
        reason: 'The policy asks for a second opinion that was not given. Our own rules and dockerfilelint’s were applied.',
        level: 'warning',
        bad: 'lint: { engines: [native, hadolint] }   # and no hadolint on PATH',
        good: 'lint: { engines: [native, dockerfilelint] }',
        fix: 'Install hadolint, or take it out of lint.engines.',
    },
    {
        id: 'eol-table-old',
        summary: 'The table of end-of-life dates is older than 180 days',
        reason: 'Releases end every month. With an old table an image on a dead base still passes; that is a gap to know about.',
        level: 'warning',
        bad: 'base: { eol-file: eol-of-last-year.json }',
        good: 'base: { eol-file: eol.json }   # made this month by scripts/eol.mjs',
        fix: 'Upgrade image-hygiene, or give a newer table in base.eol-file.',
    },
];

// EXTERNAL MODULE: ./lib/gates/lint/engines/hit.js
var hit = __webpack_require__(6773);
// EXTERNAL MODULE: ./lib/outcome/nearest.js
var nearest = __webpack_require__(6278);
;// CONCATENATED MODULE: ./lib/gates/lint/ignores.js

/** What can be said of an ignore itself. */
const ignoreRules = [
    {
        id: 'ignore-refused',
        summary: 'An ignore has no rule, no reason or no end',
        reason: 'An exception without a reason cannot be judged by whoever reads it next, and one without an end stays for ever. Both are therefore no exceptions at all.',
        level: 'error',
        bad: '# image-hygiene ignore=final-stage-root',
        good: '# image-hygiene ignore=final-stage-root until=2027-01-31 reason=binds port 80, see OPS-12',
        fix: 'Write: # image-hygiene ignore=RULE until=YYYY-MM-DD reason=WHY',
    },
    {
        id: 'ignore-expired',
        summary: 'An ignore has reached its end',
        reason: 'After its last day an ignore holds no more: the finding is back, and somebody has to decide again.',
        level: 'warning',
        bad: '# image-hygiene ignore=base-eol until=2020-01-01 reason=migration is planned',
        good: '# image-hygiene ignore=base-eol until=2027-01-31 reason=migration is planned',
        fix: 'Mend what it hid, or give it a new end and say why.',
    },
    {
        id: 'ignore-unknown',
        summary: 'An ignore names a rule that does not exist',
        reason: 'A misspelt rule hides nothing today, and nobody notices until the finding fails a build.',
        level: 'warning',
        bad: '# image-hygiene ignore=final-stage-rot until=2027-01-31 reason=binds port 80',
        good: '# image-hygiene ignore=final-stage-root until=2027-01-31 reason=binds port 80',
        fix: 'Correct the name of the rule.',
    },
    {
        id: 'ignore-unused',
        summary: 'An ignore hides nothing',
        reason: 'What it hid has been mended, or it stands above the wrong line: either way it may hide something new one day.',
        level: 'warning',
        bad: '# image-hygiene ignore=final-stage-root until=2027-01-31 reason=binds port 80\nUSER 10001',
        good: 'USER 10001',
        fix: 'Take the comment out.',
    },
];
/** More than any file needs; each finding is compared with each. */
const mostIgnores = 500;
const start = /^#[ \t]*image-hygiene[ \t]+/;
/** The ignores of a file, and what is wrong with them. */
function readIgnores(dockerfile, today, knownRules, isRule) {
    const ignores = [];
    const faults = [];
    for (const comment of dockerfile.comments) {
        if (!start.test(comment.text))
            continue;
        const read = readIgnore(comment, dockerfile);
        if (typeof read === 'string') {
            faults.push({ rule: 'ignore-refused', line: comment.line, column: 1, message: read });
            continue;
        }
        const unknown = read.rules.filter(rule => !isRule(rule));
        for (const rule of unknown) {
            const meant = (0,nearest/* nearest */.pA)(rule, knownRules);
            const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
            faults.push({
                rule: 'ignore-unknown',
                line: comment.line,
                column: 1,
                message: `there is no rule '${rule.slice(0, 80)}'${hint}`,
            });
        }
        if (read.until < today) {
            faults.push({
                rule: 'ignore-expired',
                line: comment.line,
                column: 1,
                message: `this ignore ended on ${read.until}: ${read.reason.slice(0, 200)}`,
            });
        }
        else if (ignores.length === mostIgnores) {
            const message = `only the first ${mostIgnores} ignores of a file hold`;
            faults.push({ rule: 'ignore-refused', line: comment.line, column: 1, message });
        }
        else if (unknown.length < read.rules.length)
            ignores.push(read);
    }
    return { ignores, faults };
}
function readIgnore({ line, text }, dockerfile) {
    const said = text.replace(start, '').slice(0, 2048);
    const rules = /(?:^|\s)ignore=(\S+)/
        .exec(said)?.[1]
        ?.split(',')
        .filter(rule => rule !== '') ?? [];
    const until = /(?:^|\s)until=(\S+)/.exec(said)?.[1];
    const reason = /(?:^|\s)reason=(.+)$/
        .exec(said)?.[1]
        ?.replace(/^["'](.*)["']$/, '$1')
        .trim();
    if (rules.length === 0)
        return 'the comment names no rule: ignore=RULE is missing';
    if (until === undefined)
        return 'an ignore must have an end: until=YYYY-MM-DD is missing';
    if (!isDay(until))
        return `until=${until.slice(0, 40)} is no day: write YYYY-MM-DD`;
    if (!reason)
        return 'an ignore must say why: reason=… is missing';
    const instruction = instructionFor(line, dockerfile);
    return { rules, until, reason, line, from: instruction?.line ?? line, to: instruction?.endLine ?? line };
}
/** The instruction around the comment's line, or else the first one below it. */
function instructionFor(line, { instructions }) {
    let low = 0;
    let high = instructions.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((instructions[middle]?.endLine ?? 0) < line)
            low = middle + 1;
        else
            high = middle;
    }
    return instructions[low];
}
function isDay(text) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
        return false;
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

;// CONCATENATED MODULE: ./lib/gates/lint/images.js


/** In the order of the file. Stages of the file itself and `scratch` are not pulled. */
function imagesOf(dockerfile) {
    return [
        ...dockerfile.stages.flatMap(({ from, base, parent }) => parent !== undefined || base.written === '' || base.text === 'scratch'
            ? []
            : [pulled('base', base, from, base.written, base.offset)]),
        ...dockerfile.stages.flatMap(({ instructions }) => instructions.flatMap(instruction => fromFlags(instruction).flatMap(({ use, name, offset }) => {
            if (name === '' || name === 'scratch' || anyStage(dockerfile, name) !== undefined)
                return [];
            const expansion = dockerfile.expandAt(instruction, name);
            if (anyStage(dockerfile, expansion.text) !== undefined)
                return [];
            return [pulled(use, expansion, instruction, name, offset)];
        }))),
    ];
}
/** Where a stage takes files from itself, which BuildKit cannot build. */
function selfReferences(dockerfile) {
    return dockerfile.stages.flatMap(stage => stage.instructions.flatMap(instruction => fromFlags(instruction)
        .filter(({ name }) => name !== '' && anyStage(dockerfile, name) === stage)
        .map(({ offset }) => placeOf(instruction, offset))));
}
/** BuildKit knows all stages before it reads their instructions, so COPY may also take from one below. */
function anyStage(dockerfile, name) {
    return stageNamed(dockerfile, name, dockerfile.stages.length);
}
function fromFlags({ keyword, flags }) {
    if (keyword !== 'COPY' && keyword !== 'RUN')
        return [];
    return flags.flatMap(({ name, value = '', offset }) => {
        if (keyword === 'COPY' && name === 'from')
            return [{ use: 'copy', name: value, offset: offset + 7 }];
        if (keyword !== 'RUN' || name !== 'mount')
            return [];
        return mountOptions(value).flatMap(([key, image]) => key === 'from' ? [{ use: 'mount', name: image, offset }] : []);
    });
}
/** `type=cache,target=/root/.cache` as pairs; an option without a value has an empty one. */
function mountOptions(value) {
    return value.split(',').map(option => {
        const equals = option.indexOf('=');
        return equals < 0 ? [option, ''] : [option.slice(0, equals), option.slice(equals + 1)];
    });
}
function pulled(use, { text, known, origin }, instruction, written, offset) {
    const reference = known ? (0,image_reference/* parseReference */.F2)(text) : undefined;
    const fault = reference !== undefined && 'fault' in reference ? reference.fault : undefined;
    return {
        ...placeOf(instruction, offset),
        use,
        written,
        text,
        reference: reference === undefined || 'fault' in reference ? undefined : reference,
        ...(fault === undefined ? {} : { fault }),
        ...(origin === undefined ? {} : { origin }),
    };
}

;// CONCATENATED MODULE: ./lib/gates/lint/levels.js

/** A rule of an engine may be named without the engine: `DL3007` is `hadolint/DL3007`. */
function namesOf(rule) {
    const slash = rule.indexOf('/');
    return slash < 0 ? [rule] : [rule, rule.slice(slash + 1)];
}
/** The policy's word on a rule, if it has one: `lint.rules`, or the keys of `base` that are rules too. */
function setLevel(rule, { lint, base }) {
    const name = namesOf(rule).find(one => Object.hasOwn(lint.rules, one));
    if (name !== undefined)
        return lint.rules[name];
    const own = rule === 'base-unpinned' ? base.pin : rule === 'base-eol' ? base.eol : undefined;
    return own === 'warn' ? 'warning' : own;
}
/** The level of one finding: the policy's, else the case's own, else the rule's. */
function levelOf(rule, fallback, policy) {
    return setLevel(rule, policy) ?? fallback;
}
/** dockerfilelint's rules that ours judge better are silent beside them, unless the policy names them. */
function speaks(rule, policy) {
    const native = Object.hasOwn(dockerfilelintRules, rule) ? dockerfilelintRules[rule]?.native : undefined;
    if (native === undefined || !policy.lint.engines.includes('native'))
        return true;
    return namesOf(`dockerfilelint/${rule}`).some(name => Object.hasOwn(policy.lint.rules, name));
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/leftovers.js

/** One hit for each RUN of a shipped stage that fills and does not clear. */
function* leftoversIn(subject, leftover, keeps = () => true) {
    for (const stage of subject.shipped) {
        for (const run of stage.instructions) {
            if (run.keyword !== 'RUN')
                continue;
            const all = subject.started(run);
            const filled = all.findIndex(leftover.fills);
            if (filled < 0 || all.slice(filled + 1).some(leftover.clears))
                continue;
            if (isMounted(run, leftover.folders) || !keeps(stage, run))
                continue;
            const at = all[filled];
            yield { ...at.place, message: leftover.message(at) };
        }
    }
}
/** True if a mount that is no part of the layer covers one of the folders. */
function isMounted(run, folders) {
    return run.flags.some(({ name, value = '' }) => {
        if (name !== 'mount')
            return false;
        const options = new Map(mountOptions(value));
        const type = options.get('type');
        const target = options.get('target') ?? options.get('dst') ?? options.get('destination') ?? '';
        return (type === 'cache' || type === 'tmpfs') && folders.some(folder => covers(target, folder));
    });
}
function covers(target, folder) {
    const mounted = target.replace(/\/+$/, '');
    return mounted !== '' && (folder === mounted || folder.startsWith(`${mounted}/`));
}
/** `rm -rf /var/lib/apt/lists/*` and its relatives. */
function removes({ program, words }, folder) {
    if (program === 'rm')
        return words.some(({ text }) => text.startsWith(folder) || covers(text, folder));
    return (program === 'find' &&
        words[0]?.text.startsWith(folder) === true &&
        words.some(({ text }) => text === '-delete'));
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/apk-leftovers.js


const cache = '/var/cache/apk';
const apkLeftovers = {
    id: 'apk-leftovers',
    summary: 'apk’s package index stays in the layer',
    reason: 'Without --no-cache, apk stores the index of all packages in the layer: it is never read again, and scanners see an index that is out of date.',
    level: 'warning',
    bad: 'FROM alpine:3.22\nRUN apk add curl',
    good: 'FROM alpine:3.22\nRUN apk add --no-cache curl',
    fix: 'Use apk add --no-cache, without apk update.',
    check: subject => leftoversIn(subject, {
        folders: [cache],
        fills: started => started.program === 'apk' &&
            !hasOption(started, '--no-cache') &&
            (subcommandOf(started) === 'update' ||
                hasOption(started, '--update', '--update-cache', '-U') ||
                subcommandOf(started) === 'add'),
        clears: started => removes(started, cache),
        message: started => `apk ${subcommandOf(started)} leaves its index in ${cache}`,
    }),
};

;// CONCATENATED MODULE: ./lib/gates/lint/rules/apt-leftovers.js


const lists = '/var/lib/apt/lists';
const aptLeftovers = {
    id: 'apt-leftovers',
    summary: 'apt’s package lists stay in the layer',
    reason: '`apt-get update` writes 20 to 50 MB of lists that nothing needs at run time and that are stale the next day. A later RUN cannot take them out of the layer that wrote them.',
    level: 'warning',
    bad: 'FROM debian:13\nRUN apt-get update && apt-get install -y --no-install-recommends curl',
    good: 'FROM debian:13\nRUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*',
    fix: 'End the same RUN with: rm -rf /var/lib/apt/lists/*',
    check: subject => leftoversIn(subject, {
        folders: [lists],
        fills: started => /^apt(?:-get|itude)?$/.test(started.program) && subcommandOf(started) === 'update',
        clears: started => removes(started, lists),
        message: ({ program }) => `${program} update leaves its lists in ${lists}`,
    }),
};

;// CONCATENATED MODULE: ./lib/gates/lint/eol.js

/** Distributions are named in the tags of other images: `1.22-bullseye`, `18-alpine3.17`, `ubuntu22-runtime`. */
const distributions = new Set(['alpine', 'debian', 'ubuntu', 'centos', 'rocky', 'fedora', 'ubi', 'almalinux']);
/** Copies of Docker Hub's official images keep `library` in their path, or stand under these; so do those of one platform. */
const mirrored = /(?:^|\/)library\/([a-z0-9._-]+)$|^(?:public\.ecr\.aws\/docker|mirror\.gcr\.io|registry\.hub\.docker\.com|docker\.io\/(?:amd64|arm32v[567]|arm64v8|i386|ppc64le|riscv64|s390x|mips64le))\/(?:library\/)?([a-z0-9._-]+)$/;
/** A thousand files name a few dozen images. */
const eol_known = new WeakMap();
/** What the table knows about an image: the product itself, and the distributions that its tag or name tells. */
function lifetimesOf({ repository, tag }, table) {
    const before = eol_known.get(table) ?? new Map();
    eol_known.set(table, before);
    const image = `${repository}:${tag ?? ''}`;
    const found = before.get(image) ?? lookUp(repository, tag, table);
    before.set(image, found);
    return found;
}
function lookUp(repository, tag, table) {
    const official = mirrored.exec(repository);
    const name = official === null ? repository : `docker.io/library/${official[1] ?? official[2]}`;
    // Two products may share a repository: CentOS and CentOS Stream do, with other tags.
    const owners = table.products.filter(product => product.images.some(image => matchesRepository(image, name)));
    const own = owners.find(product => tag !== undefined && cycleOf(product, tag) !== undefined) ?? owners[0];
    const found = own === undefined || tag === undefined ? undefined : cycleOf(own, tag);
    const suffixes = tag === undefined
        ? []
        : tag
            .toLowerCase()
            .split('-')
            .slice(own === undefined ? 0 : 1);
    const parts = [...suffixes, ...pathHints(repository)];
    const below = parts.flatMap(part => distributionsIn(part, table, own));
    return [...(own === undefined || found === undefined ? [] : [lifetime(own, found)]), ...below].filter((one, index, all) => all.findIndex(({ product, cycle }) => product === one.product && cycle === one.cycle) === index);
}
/** The names in a path that carry a release: `ubi8/ubi-minimal`, `distroless/static-debian11`. */
function pathHints(repository) {
    return repository
        .split('/')
        .slice(1)
        .flatMap(segment => segment.split('-'));
}
function matchesRepository(pattern, repository) {
    if (!pattern.includes('*'))
        return pattern === repository;
    return pattern.split('/').length === repository.split('/').length && matchesGlob(pattern, repository);
}
/** `3.11.4-slim` is of `3.11`; `3` is the newest `3.x`; `bullseye-slim` is of `11`. */
function cycleOf(product, tag) {
    const first = tag.toLowerCase().split('-')[0] ?? '';
    const named = ownValue(product.names, first);
    if (named !== undefined)
        return named;
    const version = first.replace(/^v(?=\d)/, '');
    if (Object.hasOwn(product.cycles, version))
        return version;
    // A longer version belongs to the longest release that starts it; Java's `8u392` and `21.0.1_12` too.
    const parts = version.split(/[._u+]/);
    for (let length = parts.length - 1; length > 0; length--) {
        const cycle = parts.slice(0, length).join('.');
        if (Object.hasOwn(product.cycles, cycle))
            return cycle;
    }
    // A shorter one moves: it is the newest of those that it starts.
    return Object.keys(product.cycles)
        .filter(cycle => cycle.startsWith(`${version}.`))
        .toSorted(compareCycles)
        .at(-1);
}
function distributionsIn(part, table, own) {
    return table.products.flatMap(product => {
        if (product === own || !distributions.has(product.name))
            return [];
        const named = ownValue(product.names, part);
        if (named !== undefined)
            return [lifetime(product, named)];
        if (!part.startsWith(product.name))
            return [];
        const version = part.slice(product.name.length);
        const cycle = /^\d/.test(version) ? (yearly(product, version) ?? cycleOf(product, version)) : undefined;
        return cycle === undefined ? [] : [lifetime(product, cycle)];
    });
}
/** `ubuntu22` is the long-term release of that year, `22.04`; `ubuntu2204` has lost its dot. */
function yearly(product, version) {
    const [, year, month] = /^(\d{2})(\d{2})?$/.exec(version) ?? [];
    const cycle = `${year}.${month ?? '04'}`;
    return product.name === 'ubuntu' && Object.hasOwn(product.cycles, cycle) ? cycle : undefined;
}
function lifetime(product, cycle) {
    const newest = Object.keys(product.cycles).toSorted(compareCycles).at(-1);
    const ends = (one) => ownValue(product.cycles, one) ?? null;
    return {
        product: product.name,
        cycle,
        ends: ends(cycle),
        newest: newest === undefined || newest === cycle ? undefined : { cycle: newest, ends: ends(newest) },
    };
}
function compareCycles(a, b) {
    const [left, right] = [a, b].map(cycle => cycle
        .replace(/^[a-z]+/, '')
        .split('.')
        .map(Number));
    for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at++) {
        const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function ownValue(record, key) {
    return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/base-eol.js

const baseEol = {
    id: 'base-eol',
    summary: 'An image is built on a release that nobody mends any more',
    reason: 'After its end of life a distribution or runtime gets no security fixes: every finding of a scanner in it stays for ever, and a rebuild changes nothing.',
    level: 'warning',
    bad: 'FROM centos:7',
    good: 'FROM almalinux:9',
    fix: 'Move to a release that is still maintained.',
    *check({ images, eol, now }) {
        const today = new Date(now * 1000).toISOString().slice(0, 10);
        for (const { line, column, reference, text } of images) {
            if (reference === undefined)
                continue;
            for (const { product, cycle, ends, newest } of lifetimesOf(reference, eol)) {
                if (ends === null || ends >= today)
                    continue;
                const lives = newest !== undefined && (newest.ends === null || newest.ends >= today);
                const hint = lives ? `; the newest is ${newest.cycle}` : '';
                yield {
                    line,
                    column,
                    message: `'${text}' is ${product} ${cycle}, whose life ended on ${ends}${hint}`,
                    image: text,
                };
            }
        }
    },
};

;// CONCATENATED MODULE: ./lib/gates/lint/rules/tag-place.js
/** Where a tag is to be changed: at the ARG that gives it, else at the image's own word. */
function whereTagIs({ line, column, origin }) {
    return origin === undefined || origin === line ? { line, column } : { line: origin, column: 1 };
}
/** How an image got its name, for messages: the ARG is not where the reader looks first. */
function usedAt({ written, text, line, origin }) {
    return origin === undefined ? `'${text}'` : `'${written}' on line ${line} is '${text}'`;
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/base-latest.js

const baseLatest = {
    id: 'base-latest',
    summary: 'An image is pulled by the tag latest',
    reason: '`latest` is a moving tag: the same commit builds something else tomorrow, a rollback rebuilds with today’s base, and an audit cannot tell which one is inside.',
    level: 'error',
    bad: 'FROM alpine:latest',
    good: 'FROM alpine:3.22',
    fix: 'Name the version that you test with.',
    *check({ images }) {
        for (const image of images) {
            if (image.reference?.tag !== 'latest' || image.reference.digest !== undefined)
                continue;
            yield { ...whereTagIs(image), message: `${usedAt(image)}: latest moves`, image: image.text };
        }
    },
};

;// CONCATENATED MODULE: ./lib/gates/lint/rules/base-latest-pinned.js

const baseLatestPinned = {
    id: 'base-latest-pinned',
    summary: 'An image is pinned by digest, but its tag says latest',
    reason: 'With a digest the tag changes nothing in the build. But it tells readers, and bots that refresh digests, to follow `latest` instead of a version.',
    level: 'info',
    bad: 'FROM alpine:latest@sha256:8a1f59ffb675680d47db6337b49d22281a139e9d709335b492be023728e11715',
    good: 'FROM alpine:3.22@sha256:8a1f59ffb675680d47db6337b49d22281a139e9d709335b492be023728e11715',
    fix: 'Write the version that the digest is of.',
    *check({ images }) {
        for (const image of images) {
            if (image.reference?.tag !== 'latest' || image.reference.digest === undefined)
                continue;
            yield {
                ...whereTagIs(image),
                message: `${usedAt(image).slice(0, 120)}: the digest decides, and latest misleads`,
                image: image.text,
            };
        }
    },
};

// EXTERNAL MODULE: ./lib/policy/scope.js
var scope = __webpack_require__(478);
;// CONCATENATED MODULE: ./lib/gates/lint/rules/base-not-allowed.js

const baseNotAllowed = {
    id: 'base-not-allowed',
    summary: 'An image is none of those that the policy builds on',
    reason: 'Every base is somebody else’s software with the rights of your own. A short list of bases that a team looks after (`base.allow`) is mended once for all images instead of once for each.',
    level: 'error',
    bad: "# base: { allow: ['registry.example.com/base/**'] }\nFROM somebody/node:20",
    good: 'FROM registry.example.com/base/node:20',
    fix: 'Build on an allowed image, or add this one to base.allow of the policy.',
    *check({ images, policy }) {
        if (policy.base.allow.includes('**'))
            return;
        for (const { line, column, reference, text, written } of images) {
            if (reference === undefined) {
                // What cannot be known is not allowed.
                yield {
                    line,
                    column,
                    message: `'${written}' cannot be resolved, so it cannot be known to be allowed`,
                };
            }
            else if (!(0,scope/* allowsBase */.qN)(policy, reference)) {
                const allowed = policy.base.allow.join(', ');
                yield {
                    line,
                    column,
                    message: `'${text}' is not one of base.allow: ${allowed || 'nothing is'}`,
                    image: text,
                };
            }
        }
    },
};

;// CONCATENATED MODULE: ./lib/gates/lint/rules/base-unpinned.js
const baseUnpinned = {
    id: 'base-unpinned',
    summary: 'An image is pulled by tag, without a digest',
    reason: 'A tag can be moved to other bytes at any time, by its owner or by somebody who took the account. A digest cannot: the build uses exactly what was reviewed, and a bot can refresh it in a pull request.',
    level: 'warning',
    bad: 'FROM alpine:3.22',
    good: 'FROM alpine:3.22@sha256:8a1f59ffb675680d47db6337b49d22281a139e9d709335b492be023728e11715',
    fix: 'Append the digest that `crane digest` or `docker buildx imagetools inspect` prints.',
    *check({ images }) {
        for (const { line, column, reference, text } of images) {
            if (reference === undefined || reference.digest !== undefined || reference.tag === undefined)
                continue;
            yield { line, column, message: `'${text}' is not pinned by digest`, image: text };
        }
    },
};

;// CONCATENATED MODULE: ./lib/gates/lint/rules/base-unresolved.js
const baseUnresolved = {
    id: 'base-unresolved',
    summary: 'An image is only known to the call of the build',
    reason: 'An ARG without a default hides the image from every reader of the file: neither its tag nor its digest, its owner or its end of life can be checked here.',
    level: 'warning',
    bad: 'ARG BASE\nFROM ${BASE}',
    good: 'ARG BASE=alpine:3.22\nFROM ${BASE}',
    fix: 'Give the ARG the default that CI builds with.',
    *check({ images }) {
        for (const { line, column, reference, fault, written } of images) {
            if (reference !== undefined || fault !== undefined)
                continue;
            yield {
                line,
                column,
                message: `'${written}' depends on a variable that has no default: nothing about this image was checked`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./lib/gates/lint/rules/base-untagged.js

const baseUntagged = {
    id: 'base-untagged',
    summary: 'An image is pulled without a tag',
    reason: 'Without a tag the builder takes `latest`: whatever was pushed last. Two builds of one commit can then differ, and nobody can say what an old image was built on.',
    level: 'error',
    bad: 'FROM alpine',
    good: 'FROM alpine:3.22',
    fix: 'Name the version that you test with.',
    *check({ images }) {
        for (const image of images) {
            const { reference, written } = image;
            if (reference === undefined || reference.tag !== undefined || reference.digest !== undefined)
                continue;
            yield {
                ...whereTagIs(image),
                message: `'${written}' has no tag, so it is whatever was pushed last`,
                image: image.text,
            };
        }
    },
};

;// CONCATENATED MODULE: ./lib/gates/lint/rules/variables.js
/** The value of a variable where an instruction runs; undefined if it is not set, or only by the call. */
function environmentAt(dockerfile, at, name) {
    const set = dockerfile.expandAt(at, `\${${name}+set}`);
    if (!set.known || set.text !== 'set')
        return undefined;
    const { text, known } = dockerfile.expandAt(at, `\${${name}}`);
    return known ? text : undefined;
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/go-build.js


/** Four rules ask for them. */
const go_build_known = new WeakMap();
/** Every `go build` and `go install` of the file. */
function goBuilds(subject) {
    const before = go_build_known.get(subject) ?? [...find(subject)];
    go_build_known.set(subject, before);
    return before;
}
function* find({ dockerfile, started }) {
    for (const run of dockerfile.instructions) {
        if (run.keyword !== 'RUN' || !mentions(run, 'go'))
            continue;
        let exported;
        for (const one of started(run)) {
            if (one.program === 'export') {
                exported = one.words.find(({ text }) => text.startsWith('CGO_ENABLED='))?.text.slice(12) ?? exported;
            }
            if (one.program !== 'go' || !/^(?:build|install)$/.test(subcommandOf(one)))
                continue;
            const flags = one.environment.get('GOFLAGS') ?? environmentAt(dockerfile, run, 'GOFLAGS') ?? '';
            yield {
                ...one,
                run,
                options: `${one.words.map(({ text }) => text).join(' ')} ${flags}`,
                cgo: one.environment.get('CGO_ENABLED') ?? exported ?? environmentAt(dockerfile, run, 'CGO_ENABLED'),
            };
        }
    }
}
function mentions(run, word) {
    return run.text.includes(word) || run.heredocs.some(({ body }) => body.includes(word));
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/caches-shipped.js




/** Home folders and the caches in them. */
const homeFolder = /^\/(?:root|home(?:\/[^/]+)?)?\/?$|^\/(?:root|home\/[^/]+)\/(?:\.cache|\.gnupg|\.ssh|\.netrc|\.npm|\.config|\.docker|\.aws|\.m2|\.gradle|\.cargo|go)(?:\/|$)|^\/go\/(?:pkg|\*?)?\/?$/;
/** Whether anything is run in a stage, or in those that it is built on; nobody builds on more of them. */
function builds(stage) {
    let here = stage;
    for (let deep = 0; here !== undefined && deep < 20; deep++) {
        if (here.instructions.some(({ keyword }) => keyword === 'RUN'))
            return true;
        here = here.parent;
    }
    return false;
}
const cachesShipped = {
    id: 'caches-shipped',
    summary: 'A build cache or a home folder ships',
    reason: 'The home folder of a build stage holds caches, and often .netrc, .gnupg or cloud credentials that somebody needed for the build. Copied as a whole, or filled in the stage that ships, they are in the image.',
    level: 'warning',
    bad: 'FROM golang:1.26 AS build\nRUN go build -o /app .\nFROM alpine:3.22\nCOPY --from=build /root /root',
    good: 'FROM golang:1.26 AS build\nRUN go build -o /app .\nFROM alpine:3.22\nCOPY --from=build /app /usr/local/bin/app',
    fix: 'Copy the files that run, by name; mount caches: RUN --mount=type=cache,target=/root/.cache/go-build …',
    *check(subject) {
        const { dockerfile, shipped } = subject;
        for (const stage of shipped) {
            for (const instruction of stage.instructions) {
                const from = flagOf(instruction, 'from');
                if (from === undefined)
                    continue;
                const source = stageNamed(dockerfile, from, dockerfile.stages.length);
                for (const { text, offset } of transferOf(instruction, dockerfile)?.sources ?? []) {
                    if (!homeFolder.test(text))
                        continue;
                    // An image of tools is made to be copied whole: `COPY --from=tonistiigi/xx / /`.
                    if (text === '/' && !builds(source))
                        continue;
                    yield {
                        ...placeOf(instruction, offset),
                        message: `'${text}' of the build stage ships with its caches and whatever else lies there`,
                    };
                }
            }
        }
        const compiled = goBuilds(subject);
        if (compiled.length === 0)
            return;
        const building = new Set(shipped.flatMap(({ instructions }) => instructions));
        for (const { run, place } of compiled) {
            if (!building.has(run) || isMounted(run, ['/root/.cache/go-build']))
                continue;
            const cleaned = subject
                .started(run)
                .some(({ program, words }) => (program === 'go' && words[0]?.text === 'clean') ||
                (program === 'rm' && words.some(({ text }) => text.includes('.cache'))));
            if (cleaned)
                continue;
            yield {
                ...place,
                level: 'info',
                message: 'the compile cache in /root/.cache/go-build stays in the layer that ships',
            };
        }
    },
};

;// CONCATENATED MODULE: ./lib/gates/lint/rules/dependencies-after-sources.js



/** What fetches dependencies, and the files that it needs for that. */
const fetchers = [
    { program: /^go$/, verbs: /^(?:mod|build|install|get)$/, files: 'go.mod go.sum' },
    { program: /^npm$/, verbs: /^(?:ci|i|install|clean-install)$/, files: 'package.json package-lock.json' },
    { program: /^yarn$/, verbs: /^(?:install|)$/, files: 'package.json yarn.lock' },
    { program: /^pnpm$/, verbs: /^(?:i|install|fetch)$/, files: 'package.json pnpm-lock.yaml' },
    { program: /^pip[0-9.]*$/, verbs: /^install$/, files: 'requirements.txt' },
    { program: /^(?:poetry|uv|pdm)$/, verbs: /^(?:install|sync)$/, files: 'pyproject.toml and its lock file' },
    { program: /^bundle$/, verbs: /^(?:install|)$/, files: 'Gemfile Gemfile.lock' },
    { program: /^composer$/, verbs: /^install$/, files: 'composer.json composer.lock' },
    { program: /^cargo$/, verbs: /^(?:build|fetch)$/, files: 'Cargo.toml Cargo.lock' },
    { program: /^mvnw?$/, verbs: /^(?:dependency:\S+|package|install|verify)$/, files: 'pom.xml' },
    {
        program: /^gradlew?$/,
        verbs: /^(?:dependencies|build|assemble)$/,
        files: 'build.gradle and its lock files',
    },
];
const dependenciesAfterSources = {
    id: 'dependencies-after-sources',
    summary: 'Dependencies are fetched after all sources were copied',
    reason: 'A layer is reused only while everything above it is unchanged. With `COPY . .` first, each changed line of code fetches all dependencies again; with the lock file first, only a changed lock file does.',
    level: 'info',
    bad: 'FROM node:22-slim\nCOPY . .\nRUN npm ci',
    good: 'FROM node:22-slim\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .',
    fix: 'Copy the lock files and fetch before COPY . .',
    *check(subject) {
        for (const { instructions } of subject.dockerfile.stages) {
            let copied;
            let fetched = false;
            for (const instruction of instructions) {
                copied ??= copiesAll(instruction, subject) ? instruction : undefined;
                if (instruction.keyword !== 'RUN')
                    continue;
                const fetch = firstFetch(subject.started(instruction));
                if (fetch === undefined)
                    continue;
                if (copied !== undefined && !fetched) {
                    yield {
                        ...placeOf(copied),
                        message: `all sources are copied before '${fetch.command}' on line ${fetch.line}: each change fetches everything again`,
                        fix: `COPY ${fetch.files} ./ and fetch, then COPY . .`,
                    };
                }
                fetched = true;
            }
        }
    },
};
function copiesAll(instruction, { dockerfile }) {
    if (flagOf(instruction, 'from') !== undefined)
        return false;
    return transferOf(instruction, dockerfile)?.sources.some(({ text }) => isWholeContext(text)) === true;
}
function firstFetch(all) {
    for (const started of all) {
        const verb = subcommandOf(started);
        const fetcher = fetchers.find(({ program, verbs }) => program.test(started.program) && verbs.test(verb));
        if (fetcher === undefined || !readsList(started))
            continue;
        return { command: `${started.program} ${verb}`.trim(), files: fetcher.files, line: started.place.line };
    }
    return undefined;
}
/** `pip install flask` names its packages itself and needs no file. */
function readsList({ program, words }) {
    return !program.startsWith('pip') || words.some(({ text }) => /^(?:-r|--requirement)/.test(text));
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/dev-dependencies-shipped.js


const devDependenciesShipped = {
    id: 'dev-dependencies-shipped',
    summary: 'Development dependencies are installed in what ships',
    reason: 'Test runners, bundlers and compilers of a project are often more code than the project itself. In the image they only add bytes and vulnerabilities.',
    level: 'info',
    bad: 'FROM node:22-slim\nCOPY . .\nRUN npm ci',
    good: 'FROM node:22-slim\nCOPY . .\nRUN npm ci --omit=dev',
    fix: 'Leave them out: npm ci --omit=dev, yarn --production, pnpm i --prod, composer --no-dev, bundle without development test.',
    *check(subject) {
        for (const stage of subject.shipped) {
            for (const run of stage.instructions) {
                if (run.keyword !== 'RUN')
                    continue;
                const all = subject.started(run);
                for (const started of all) {
                    if (!installsAll(started, subject, run) || all.some(removesAgain))
                        continue;
                    yield {
                        ...started.place,
                        message: `${started.program} ${subcommandOf(started)} brings the development dependencies into what ships`.replace('  ', ' '),
                    };
                }
            }
        }
    },
};
function installsAll(started, { dockerfile }, run) {
    const verb = subcommandOf(started);
    const production = () => (started.environment.get('NODE_ENV') ?? environmentAt(dockerfile, run, 'NODE_ENV')) === 'production';
    switch (started.program) {
        case 'npm':
            return (/^(?:ci|i|install|clean-install)$/.test(verb) &&
                namesNoPackage(started) &&
                !hasOption(started, '--omit=dev', '--production', '--only=production', '--only=prod', '--omit', '-g', '--global') &&
                !production());
        case 'yarn':
            return (/^(?:install|)$/.test(verb) &&
                !hasOption(started, '--production', '--production=true', '--prod', '--version') &&
                !production());
        case 'pnpm':
            return (/^(?:i|install)$/.test(verb) && !hasOption(started, '--prod', '-P', '--production') && !production());
        case 'composer':
            return verb === 'install' && !hasOption(started, '--no-dev');
        case 'bundle':
            return (/^(?:install|)$/.test(verb) &&
                !started.words.some(({ text }) => text.startsWith('--without')) &&
                environmentAt(dockerfile, run, 'BUNDLE_WITHOUT') === undefined &&
                environmentAt(dockerfile, run, 'BUNDLE_DEPLOYMENT') === undefined);
        case 'poetry':
            return (verb === 'install' &&
                !hasOption(started, '--only', '--only=main', '--without', '--without=dev', '--no-dev'));
        default:
            return false;
    }
}
/** `npm install some-tool` installs just that. */
function namesNoPackage({ words }) {
    return words.filter(({ text }) => !text.startsWith('-')).length <= 1;
}
function removesAgain(started) {
    return started.program === 'npm' && subcommandOf(started) === 'prune';
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/flag-faults.js


/** @see https://docs.docker.com/reference/dockerfile/ */
const flags = {
    FROM: { platform: 'text' },
    RUN: { mount: 'texts', network: 'network', security: 'text', device: 'texts' },
    COPY: {
        from: 'text',
        chown: 'text',
        chmod: 'text',
        link: 'switch',
        parents: 'switch',
        exclude: 'texts',
    },
    ADD: {
        'keep-git-dir': 'switch',
        checksum: 'text',
        chown: 'text',
        chmod: 'text',
        link: 'switch',
        unpack: 'switch',
        exclude: 'texts',
    },
    HEALTHCHECK: {
        interval: 'duration',
        timeout: 'duration',
        'start-period': 'duration',
        'start-interval': 'duration',
        retries: 'count',
    },
};
/** What BuildKit refuses of an instruction's flags. */
function* flagFaults(instruction) {
    const { keyword } = instruction;
    // It reads over theirs.
    if (keyword === 'ARG' || keyword === 'STOPSIGNAL')
        return;
    const known = flags[keyword] ?? {};
    const seen = new Set();
    for (const flag of instruction.flags) {
        const place = placeOf(instruction, flag.offset);
        const kind = Object.hasOwn(known, flag.name) ? known[flag.name] : undefined;
        const name = `--${flag.name.slice(0, 60)}`;
        if (kind === undefined) {
            const meant = (0,nearest/* nearest */.pA)(flag.name, Object.keys(known));
            const hint = meant === undefined ? '' : `; did you mean --${meant}?`;
            yield { ...place, message: `${keyword} has no flag ${name}${hint}` };
            continue;
        }
        const fault = seen.has(flag.name) && kind !== 'texts' ? 'is given twice' : faultOf(flag, kind, instruction);
        seen.add(flag.name);
        if (fault !== undefined)
            yield { ...place, message: `${name} of ${keyword} ${fault}` };
    }
}
function faultOf({ name, value }, kind, { body }) {
    if (kind === 'switch') {
        return value === undefined || /^(?:true|false)$/i.test(value) ? undefined : 'is true or false';
    }
    if (value === undefined || (name === 'mount' && value === ''))
        return `needs a value: --${name}=…`;
    if (kind === 'network') {
        return ['default', 'host', 'none'].includes(value) ? undefined : 'is default, host or none';
    }
    // HEALTHCHECK NONE never reads them, and nothing is the default.
    if (value === '' || /^none$/i.test(body))
        return undefined;
    if (kind === 'count')
        return /^\+?[0-9]{1,9}$/.test(value) ? undefined : 'is a whole number';
    return kind !== 'duration' || isDuration(value)
        ? undefined
        : "is a duration of a millisecond or more, such as '30s'";
}
const milliseconds = { ns: 1e-6, us: 1e-3, ms: 1, s: 1e3, m: 6e4, h: 36e5 };
/**
 * Go's grammar of durations; nothing at all, or a millisecond and more.
 * @see https://pkg.go.dev/time#ParseDuration
 */
function isDuration(text) {
    const bare = text.replace(/^\+/, '').replace(/[µμ]s/g, 'us');
    if (/^-?0$/.test(bare))
        return true;
    if (bare.length > 100 || !/^(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:ns|us|ms|s|m|h))+$/.test(bare))
        return false;
    const parts = bare.matchAll(/([0-9.]+)(ns|us|ms|s|m|h)/g);
    const sum = [...parts].reduce((all, [, n, unit]) => all + Number(n) * (milliseconds[unit ?? ''] ?? 0), 0);
    return sum === 0 || sum >= 1;
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/instruction-faults.js



const keywords = [
    ...['ADD', 'ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'FROM', 'HEALTHCHECK', 'LABEL'],
    ...['MAINTAINER', 'ONBUILD', 'RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR'],
];
const instruction_faults_known = new Set(keywords);
function isKeyword(word) {
    return instruction_faults_known.has(word);
}
/** BuildKit takes these without arguments; they do nothing then. */
const mayBeEmpty = new Set(['RUN', 'CMD', 'ENTRYPOINT']);
/** What BuildKit refuses of one instruction, whatever stands around it. */
function* instructionFaults(instruction) {
    const { keyword, body } = instruction;
    const place = placeOf(instruction);
    if (!instruction_faults_known.has(keyword)) {
        const meant = (0,nearest/* nearest */.pA)(keyword, keywords);
        const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
        yield { ...place, message: `there is no instruction ${shortened(keyword)}${hint}` };
        return;
    }
    yield* flagFaults(instruction);
    if (body === '') {
        yield {
            ...place,
            ...(mayBeEmpty.has(keyword) ? { level: 'warning' } : {}),
            message: `${keyword} needs an argument`,
        };
        return;
    }
    const fault = arrayFault(instruction) ?? argumentFault(instruction);
    if (fault !== undefined)
        yield { ...place, ...fault.at, message: fault.message };
}
const say = (message) => ({ message });
const withArrays = new Set(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME']);
/** An array with something else than texts is refused; what is no array at all is the shell form. */
function arrayFault({ keyword, body, json }) {
    if (!withArrays.has(keyword))
        return undefined;
    if (json === undefined && isArray(body))
        return say(`an array of ${keyword} may hold texts only`);
    if (keyword === 'VOLUME' && json?.some(path => path.trim() === ''))
        return say('VOLUME names an empty path');
    const empty = json?.length === 0 && (keyword === 'VOLUME' || keyword === 'SHELL');
    return empty ? say(`${keyword} needs an argument`) : undefined;
}
function isArray(body) {
    if (!body.startsWith('['))
        return false;
    try {
        return Array.isArray(JSON.parse(body));
    }
    catch {
        return false;
    }
}
function argumentFault(instruction) {
    const { keyword, body, json } = instruction;
    switch (keyword) {
        case 'FROM': {
            const words = plainWords(body, 4);
            const named = words.length === 3 && /^as$/i.test(words[1]?.text ?? '');
            if (words.length === 1 || named)
                return undefined;
            return say('FROM takes an image, and after AS the name of the stage; nothing else');
        }
        case 'ADD':
        case 'COPY':
            return transferFault(instruction);
        case 'SHELL':
            return json === undefined ? say('SHELL takes a JSON array: SHELL ["/bin/sh", "-c"]') : undefined;
        case 'ENV':
        case 'LABEL':
        case 'ARG':
            return namesFault(instruction);
        case 'HEALTHCHECK':
            return healthFault(body);
        case 'ONBUILD': {
            const trigger = plainWords(body, 1)[0]?.text.toUpperCase() ?? '';
            const never = ['FROM', 'ONBUILD', 'MAINTAINER'].includes(trigger);
            return never ? say(`ONBUILD cannot postpone ${trigger}`) : undefined;
        }
        default:
            return undefined;
    }
}
function transferFault({ keyword, body, json, heredocs }) {
    // The destination is the last word, so all are needed where a heredoc may be it.
    const words = json ?? plainWords(body, heredocs.length > 0 ? undefined : 2).map(({ text }) => text);
    if (words.length < 2)
        return say(`${keyword} needs a source and a destination`);
    const isHeredoc = json === undefined && heredocs.length > 0 && words.at(-1)?.startsWith('<<');
    return isHeredoc ? say(`${keyword} cannot have a heredoc as its destination`) : undefined;
}
/** `NAME=value …`, or for ENV and LABEL the old `NAME value`. */
function namesFault(instruction) {
    const { keyword, body } = instruction;
    const words = quotedWords(body.slice(0, 65_536), '\\');
    const isOld = keyword !== 'ARG' && !words[0]?.text.includes('=');
    if (isOld)
        return words.length < 2 ? say(`${keyword} takes NAME=value`) : undefined;
    for (const { text, offset } of words) {
        const at = placeOf(instruction, instruction.offset + offset);
        if (text.startsWith('='))
            return { at, message: `${keyword}: there is no name before the =` };
        if (keyword === 'ARG' || text.includes('='))
            continue;
        return { at, message: `${keyword}: '${shortened(text)}' has no =; quote a value that has spaces` };
    }
    return undefined;
}
function healthFault(body) {
    const [, form = '', command = ''] = /^(\S+)\s*(.*)$/s.exec(body) ?? [];
    if (/^none$/i.test(form))
        return command === '' ? undefined : say('HEALTHCHECK NONE takes nothing else');
    if (!/^cmd$/i.test(form))
        return say(`HEALTHCHECK takes CMD and a command, or NONE`);
    return command === '' || /^\[\s*\]$/.test(command) ? say('HEALTHCHECK CMD needs a command') : undefined;
}
function shortened(text) {
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/dockerfile-invalid.js



/** A file that is no Dockerfile at all would have one fault a line. */
const mostFaults = 20;
const dockerfileInvalid = {
    id: 'dockerfile-invalid',
    summary: 'BuildKit refuses to read the Dockerfile',
    reason: 'What BuildKit cannot read, it does not build, and no other rule can judge. Finding it here takes milliseconds instead of a build.',
    level: 'error',
    bad: 'FROM alpine:3.22\nRUM echo hello',
    good: 'FROM alpine:3.22\nRUN echo hello',
    fix: 'Correct the line as the message says.',
    *check({ dockerfile, images }) {
        let found = 0;
        for (const hit of faultsOf(dockerfile)) {
            if (++found > mostFaults)
                return;
            yield hit;
        }
        for (const place of selfReferences(dockerfile)) {
            yield { ...place, message: 'the stage takes files from itself' };
        }
        for (const { line, column, fault, written } of images) {
            if (fault !== undefined)
                yield { line, column, message: `'${shortened(written)}' names no image: ${fault}` };
        }
    },
};
function* faultsOf(dockerfile) {
    const { instructions, faults, stages, lines } = dockerfile;
    const nul = lines.findIndex(line => line.includes('\0'));
    if (nul >= 0) {
        const column = lines[nul].indexOf('\0') + 1;
        yield { line: nul + 1, column, message: 'there is a NUL byte: this is no text file' };
        return;
    }
    for (const fault of faults)
        yield { column: 1, ...fault };
    if (instructions.length === 0 && faults.length === 0) {
        yield { line: 1, column: 1, message: 'the file has no instruction, so there is nothing to build' };
    }
    if (instructions.length > 0 && stages.length === 0) {
        yield {
            ...placeOf(instructions[0]),
            message: 'there is no FROM, so there is nothing to build',
        };
    }
    const firstFrom = stages[0]?.from.line ?? Number.POSITIVE_INFINITY;
    const names = new Set();
    for (const instruction of instructions) {
        if (instruction.line < firstFrom && isKeyword(instruction.keyword) && instruction.keyword !== 'ARG') {
            const what = `${instruction.keyword} stands before the first FROM; only ARG may`;
            if (instruction.keyword !== 'FROM')
                yield { ...placeOf(instruction), message: what };
        }
        yield* instructionFaults(instruction);
        const name = instruction.keyword === 'FROM' ? stageName(instruction) : undefined;
        if (name !== undefined && !/^[a-z][a-z0-9-_.]*$/.test(name)) {
            const what = `'${shortened(name)}' cannot name a stage: a letter, then letters, digits, - _ .`;
            yield { ...placeOf(instruction), message: what };
        }
        if (name !== undefined && names.has(name)) {
            const what = `a second stage is named '${shortened(name)}': below, this one is meant`;
            yield { ...placeOf(instruction), level: 'warning', message: what };
        }
        if (name !== undefined)
            names.add(name);
    }
}
function stageName(from) {
    const [, as, name] = plainWords(from.body, 3);
    return /^as$/i.test(as?.text ?? '') ? name?.text.toLowerCase() : undefined;
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/dockerignore-excludes.js


const dockerignoreExcludes = {
    id: 'dockerignore-excludes',
    summary: '.dockerignore leaves out a file that COPY needs',
    reason: 'The builder never sees a file that .dockerignore leaves out. Where COPY names it, the build fails; where a wildcard swallows it (`COPY go.* ./`), it goes on without the lock file and resolves other versions.',
    level: 'error',
    bad: '# .dockerignore: *.mod\nFROM golang:1.26\nCOPY go.mod go.sum ./',
    good: '# .dockerignore: *.md\nFROM golang:1.26\nCOPY go.mod go.sum ./',
    fix: 'Let the file in again with a line like !go.mod behind the pattern.',
    *check({ dockerfile, context }) {
        const { ignore } = context;
        if (ignore === undefined)
            return;
        for (const { instructions } of dockerfile.stages) {
            for (const instruction of instructions) {
                if (flagOf(instruction, 'from') !== undefined)
                    continue;
                for (const { text, offset } of transferOf(instruction, dockerfile)?.sources ?? []) {
                    if (isRemote(text) || isWholeContext(text) || text.length > 1024)
                        continue;
                    const pattern = leftOut(text, ignore);
                    if (pattern === undefined)
                        continue;
                    yield {
                        ...placeOf(instruction, offset),
                        message: `${ignore.path} line ${pattern.line} ('${pattern.text}') leaves out '${text}', which this ${instruction.keyword} needs`,
                        fix: `add to ${ignore.path}, below line ${pattern.line}:\n!${text}`,
                    };
                }
            }
        }
    },
};
/** A wildcard is left out if all that it stands for is: tried with nothing and with a letter for each star. */
function leftOut(source, ignore) {
    if (source.includes('['))
        return undefined;
    const samples = /[*?]/.test(source)
        ? [source.replaceAll('*', '').replaceAll('?', 'x'), source.replaceAll(/[*?]/g, 'x')]
        : [source];
    const patterns = samples.map(sample => ignore.excludes(sample));
    if (patterns.some(pattern => pattern === undefined) || ignore.readmitsBelow(source))
        return undefined;
    return patterns[0];
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/dockerignore-missing.js


const dockerignoreMissing = {
    id: 'dockerignore-missing',
    summary: 'The whole build context is copied, and there is no .dockerignore',
    reason: 'Without a .dockerignore, `COPY . .` takes the git history, local credentials, node_modules and build results along: they ship in the image, and each change of them spoils the cache.',
    level: 'warning',
    bad: 'FROM node:22-slim\nCOPY . /app',
    good: '# with a .dockerignore\nFROM node:22-slim\nCOPY . /app',
    fix: 'Add a .dockerignore with at least:\n.git\n.env*\n*.pem\nid_*',
    *check(subject) {
        if (subject.context.ignore !== undefined)
            return;
        const place = wholeContextCopied(subject);
        if (place === undefined)
            return;
        const { folder } = subject.context;
        yield {
            ...place,
            message: `everything in the build context (${folder === '' ? '.' : folder}) is copied, and it has no .dockerignore`,
        };
    },
};
/** Where the first COPY or ADD takes the whole context. */
function wholeContextCopied({ dockerfile }) {
    for (const { instructions } of dockerfile.stages) {
        for (const instruction of instructions) {
            if (flagOf(instruction, 'from') !== undefined)
                continue;
            const whole = transferOf(instruction, dockerfile)?.sources.find(({ text }) => isWholeContext(text));
            if (whole !== undefined)
                return placeOf(instruction, whole.offset);
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/dockerignore-incomplete.js

/** What nobody wants in an image: the path that stands for it, and the line that leaves it out. */
const unwanted = [
    ['.git', '.git'],
    ['.env', '.env*'],
    ['id_rsa', 'id_*'],
    ['key.pem', '*.pem'],
];
const dockerignoreIncomplete = {
    id: 'dockerignore-incomplete',
    summary: 'The whole build context is copied, and .dockerignore lets git history or secrets through',
    reason: 'A checkout on somebody’s machine has more in it than the one in CI: the history with every secret that was ever removed from it, .env files, keys. One local build and push is enough to publish them.',
    level: 'warning',
    bad: '# .dockerignore: node_modules\nFROM node:22-slim\nCOPY . /app',
    good: '# .dockerignore: node_modules, .git, .env*, id_*, *.pem\nFROM node:22-slim\nCOPY . /app',
    fix: 'Add the missing lines to .dockerignore.',
    *check(subject) {
        const { ignore } = subject.context;
        const place = ignore === undefined ? undefined : wholeContextCopied(subject);
        if (ignore === undefined || place === undefined)
            return;
        const lines = unwanted.filter(([path]) => ignore.excludes(path) === undefined).map(([, line]) => line);
        if (lines.length === 0)
            return;
        yield {
            ...place,
            message: `everything in the build context is copied, and ${ignore.path} does not leave out ${lines.join(', ')}`,
            fix: `add to ${ignore.path}:\n${lines.join('\n')}`,
        };
    },
};

;// CONCATENATED MODULE: ./lib/gates/lint/rules/final-stage-root.js

/** Images that set another user than root themselves. */
const unprivileged = /^(?:gcr\.io\/distroless\/.+:(?:debug-)?nonroot|cgr\.dev\/chainguard\/.+|docker\.io\/bitnami\/.+|docker\.io\/nginxinc\/nginx-unprivileged.*|mcr\.microsoft\.com\/dotnet\/.+-(?:chiseled|distroless)(?:-[a-z0-9]+)*)(?:@sha256:[0-9a-f]{64})?$/;
/** They know no root, and no numbers of users. */
const windows = /^mcr\.microsoft\.com\/windows(?:\/|:)|:.*(?:nanoserver|windowsservercore)/;
const finalStageRoot = {
    id: 'final-stage-root',
    summary: 'The final stage runs as root',
    reason: 'A process that runs as root in its container owns every file in it, may bind mounts with the host’s permissions, and is one kernel fault away from the host. Clusters that demand runAsNonRoot refuse it.',
    level: 'error',
    bad: 'FROM alpine:3.22\nCOPY app /usr/local/bin/app\nCMD ["app"]',
    good: 'FROM alpine:3.22\nCOPY app /usr/local/bin/app\nUSER 10001:10001\nCMD ["app"]',
    fix: 'End the stage with a numeric user of its own: USER 10001:10001',
    *check({ dockerfile, shipped, images }) {
        const final = shipped[0];
        if (final === undefined)
            return;
        const root = shipped.at(-1);
        const base = images.find(({ use, line }) => use === 'base' && line === root.from.line);
        const image = base === undefined ? '' : qualified(base);
        if (windows.test(image))
            return;
        for (const stage of shipped) {
            const user = stage.instructions.findLast(({ keyword }) => keyword === 'USER');
            if (user === undefined)
                continue;
            const { text, known, origin } = dockerfile.expandAt(user, user.body);
            const name = text.split(':')[0]?.trim() ?? '';
            const place = placeOf(user, user.offset);
            const inherited = stage === final ? '' : `, inherited from stage '${stage.name ?? stage.index}'`;
            if (name === '' && user.body.includes('$') && known && root.base.text !== 'scratch') {
                yield {
                    ...place,
                    level: 'info',
                    message: `USER ${user.body.slice(0, 80)} is not set here: unless '${root.base.text.slice(0, 80)}' sets it, the image runs as root`,
                };
            }
            else if (isRoot(name) && (known || name !== '')) {
                yield {
                    ...atOrigin(place, origin),
                    message: `the image runs as root: USER ${user.body.slice(0, 80)}${via(user.body, text)}${inherited}`,
                };
            }
            else if (!known) {
                yield {
                    ...place,
                    level: 'warning',
                    message: `USER ${user.body.slice(0, 80)} has no default here, so the image may run as root`,
                };
            }
            return;
        }
        if (unprivileged.test(image))
            return;
        const on = root.base.text === 'scratch'
            ? 'FROM scratch is root'
            : `it is the one of '${root.base.text}', as a rule root`;
        yield { ...placeOf(final.from), message: `no USER is set, so ${on}` };
    },
};
function qualified({ reference }) {
    return reference === undefined ? '' : `${reference.repository}:${reference.tag ?? ''}`;
}
/** Numeric 0 in any spelling, or by name. */
function isRoot(user) {
    return user === '' || user === 'root' || /^0+$/.test(user);
}
function via(written, text) {
    return written.includes('$') ? `, which is ${text.slice(0, 80)}` : '';
}
function atOrigin(place, origin) {
    return origin === undefined || origin === place.line ? place : { ...place, line: origin, column: 1 };
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/bases.js

/** The image at the root of a stage's ancestry: `scratch`, a reference, or unknown. */
function rootImage(stage) {
    let root = stage;
    for (let parent = root.parent; parent !== undefined; parent = root.parent)
        root = parent;
    if (root.base.text === 'scratch')
        return 'scratch';
    const reference = root.base.known ? (0,image_reference/* parseReference */.F2)(root.base.text) : undefined;
    return reference === undefined || 'fault' in reference ? undefined : reference;
}
/** The last part of a repository: `golang`, `node`. */
function nameOf({ repository }) {
    return repository.slice(repository.lastIndexOf('/') + 1);
}
const glibc = /^(?:debian|ubuntu|centos|rockylinux|almalinux|fedora|amazonlinux|oraclelinux|golang|rust|gcc|buildpack-deps|node|python|ruby|php|perl|openjdk|eclipse-temurin|amazoncorretto|maven|gradle|swift|haskell|erlang|elixir|ubi(?:-minimal|-micro|-init)?)$/;
/** Which C library an image has, where its name tells. */
function libcOf(image) {
    if (image === undefined)
        return undefined;
    if (image === 'scratch')
        return 'none';
    const name = nameOf(image);
    const tag = image.tag ?? '';
    if (name === 'alpine' || /(?:^|-)(?:alpine|musl)/.test(tag) || /(?:^|-)(?:alpine|musl)(?:-|$)/.test(name))
        return 'musl';
    if (image.repository.startsWith('gcr.io/distroless/'))
        return name.startsWith('static') ? 'none' : 'glibc';
    return glibc.test(name) ? 'glibc' : undefined;
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/glibc-into-musl.js





const sharedFiles = /\.(?:html?|css|js|json|ya?ml|txt|md|pem|crt|conf|sql|proto|jar|wasm)$|^\/etc\/|^\/usr\/share\//;
const glibcIntoMusl = {
    id: 'glibc-into-musl',
    summary: 'A binary built against glibc is copied where there is none',
    reason: 'With cgo, Go links the C library of the image that it is built in. Started on Alpine, scratch or a static base, such a binary ends with "not found" or crashes in name resolution: often only in production.',
    level: 'warning',
    bad: 'FROM golang:1.26 AS build\nRUN go build -o /app .\nFROM alpine:3.22\nCOPY --from=build /app /app',
    good: 'FROM golang:1.26 AS build\nRUN CGO_ENABLED=0 go build -o /app .\nFROM alpine:3.22\nCOPY --from=build /app /app',
    fix: 'Build with CGO_ENABLED=0, or build in the image’s -alpine variant.',
    *check(subject) {
        const { dockerfile } = subject;
        const linked = new Map();
        const stageOf = new Map(dockerfile.stages.flatMap(stage => stage.instructions.map(one => [one, stage])));
        for (const build of goBuilds(subject)) {
            const stage = stageOf.get(build.run);
            if (stage === undefined || build.cgo === '0' || /-extldflags[\s=]['"]?-static/.test(build.options))
                continue;
            if (libcOf(rootImage(stage)) === 'glibc')
                linked.set(stage.index, build);
        }
        if (linked.size === 0)
            return;
        for (const stage of dockerfile.stages) {
            const target = rootImage(stage);
            const libc = libcOf(target);
            if (libc !== 'musl' && libc !== 'none')
                continue;
            for (const instruction of stage.instructions) {
                const from = flagOf(instruction, 'from');
                const source = from === undefined ? undefined : stageNamed(dockerfile, from, dockerfile.stages.length);
                const build = source === undefined ? undefined : linked.get(source.index);
                const files = transferOf(instruction, dockerfile)?.sources.filter(({ text }) => !sharedFiles.test(text) && !homeFolder.test(text)) ?? [];
                const [file] = files;
                if (build === undefined || file === undefined)
                    continue;
                const where = target === undefined || target === 'scratch'
                    ? 'scratch has no C library'
                    : `${nameOf(target)} has ${libc === 'musl' ? 'musl instead' : 'none'}`;
                yield {
                    ...placeOf(instruction, file.offset),
                    message: `'${file.text}' was built with cgo against glibc (line ${build.place.line}), and ${where}`,
                };
            }
        }
    },
};

;// CONCATENATED MODULE: ./lib/gates/lint/rules/go-strip.js

const goStrip = {
    id: 'go-strip',
    summary: 'go build without -ldflags="-s -w"',
    reason: 'Symbol table and DWARF data are about a third of a Go binary and no use in production: panics keep their stack traces without them.',
    level: 'info',
    bad: 'FROM golang:1.26\nRUN go build -trimpath -o /app .',
    good: 'FROM golang:1.26\nRUN go build -trimpath -ldflags="-s -w" -o /app .',
    fix: 'Add -ldflags="-s -w"',
    *check(subject) {
        for (const { options, place, words } of goBuilds(subject)) {
            // -s implies -w since Go 1.22.
            if (/-ldflags/.test(options) && /(?:^|[\s='"])-s(?:[\s'"]|$)/.test(options))
                continue;
            yield { ...place, message: `go ${words[0]?.text ?? ''} keeps symbols and debug data in the binary` };
        }
    },
};

;// CONCATENATED MODULE: ./lib/gates/lint/rules/go-sumdb-off.js

const goSumdbOff = {
    id: 'go-sumdb-off',
    summary: 'The checksum database of Go is switched off',
    reason: 'GOSUMDB=off makes go accept whatever a proxy or a moved tag delivers for a module that go.sum does not know yet. For private modules GOPRIVATE does what is wanted and leaves the rest checked.',
    level: 'warning',
    bad: 'FROM golang:1.26\nENV GOSUMDB=off\nRUN go mod download',
    good: 'FROM golang:1.26\nENV GOPRIVATE=git.example.com/team\nRUN go mod download',
    fix: 'Name the private modules: ENV GOPRIVATE=git.example.com/team',
    *check({ dockerfile, started }) {
        for (const instruction of dockerfile.instructions) {
            if (instruction.keyword === 'ENV' || instruction.keyword === 'ARG') {
                for (const { name, value, offset } of assignments(instruction, dockerfile.escapeChar)) {
                    const { text } = dockerfile.expandAt(instruction, value.text);
                    const what = switchesOff(name, text);
                    if (what)
                        yield {
                            ...placeOf(instruction, offset),
                            message: `${name}=${text} lets any module through unchecked`,
                        };
                }
            }
            if (instruction.keyword !== 'RUN')
                continue;
            for (const { environment, words, place } of started(instruction)) {
                const given = [...environment, ...words.map(({ text }) => pairOf(text))];
                const off = given.find(([name, value]) => switchesOff(name, value));
                if (off !== undefined)
                    yield { ...place, message: `${off[0]}=${off[1]} lets any module through unchecked` };
            }
        }
    },
};
function pairOf(text) {
    const equals = text.indexOf('=');
    return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
}
/** `GONOSUMCHECK=1` is the old name; `GONOSUMDB=*` says the same. */
function switchesOff(name, value) {
    if (name === 'GOSUMDB')
        return value === 'off';
    if (name === 'GONOSUMDB')
        return value === '*';
    return name === 'GONOSUMCHECK' && value !== '' && value !== '0';
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/go-trimpath.js

const goTrimpath = {
    id: 'go-trimpath',
    summary: 'go build without -trimpath',
    reason: 'Without -trimpath the binary holds the absolute paths of the machine that built it: the same source gives other bytes elsewhere, so layers are not reused, and the paths tell about the builder.',
    level: 'info',
    bad: 'FROM golang:1.26\nRUN go build -o /app .',
    good: 'FROM golang:1.26\nRUN go build -trimpath -o /app .',
    fix: 'Add -trimpath, or ENV GOFLAGS=-trimpath for all builds of the stage.',
    *check(subject) {
        for (const { options, place, words } of goBuilds(subject)) {
            if (/(?:^|\s)--?trimpath(?:\s|$|=true)/.test(options))
                continue;
            yield {
                ...place,
                message: `go ${words[0]?.text ?? ''} without -trimpath: the binary depends on where it was built`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./lib/gates/lint/rules/label-hard-coded.js

const expiry = new Set(['expire_at', 'quay.expires-after', 'io.image-hygiene.expires-at']);
const labelHardCoded = {
    id: 'label-hard-coded',
    summary: 'An expiry or latest is written into a LABEL',
    reason: 'A fixed expire_at is right for one build only: all later ones are born expired, and images built on this one inherit it, releases too. A version label that says latest says nothing.',
    level: 'error',
    bad: 'FROM alpine:3.22\nLABEL expire_at=1767225600',
    good: 'FROM alpine:3.22\nLABEL org.opencontainers.image.title=app',
    fix: 'Leave these labels to the build: image-hygiene prepare prints them for each.',
    *check({ dockerfile }) {
        for (const instruction of dockerfile.instructions) {
            if (instruction.keyword !== 'LABEL')
                continue;
            for (const { name, value, offset } of assignments(instruction, dockerfile.escapeChar)) {
                const key = dockerfile.expandAt(instruction, name).text;
                const { text, known } = dockerfile.expandAt(instruction, value.text);
                const place = placeOf(instruction, offset);
                // An empty value takes an inherited expiry away, and a variable comes from the build.
                if (expiry.has(key) && text !== '' && known && !value.text.includes('$')) {
                    yield { ...place, message: `LABEL ${key}=${text.slice(0, 40)} is the same in every build` };
                }
                if (known && (text === 'latest' || /:latest$/.test(text)) && text.length < 512) {
                    yield { ...place, level: 'warning', message: `LABEL ${key} says '${text}', which moves` };
                }
            }
        }
    },
};

;// CONCATENATED MODULE: ./lib/gates/lint/rules/pip-leftovers.js



const pip_leftovers_cache = '/root/.cache/pip';
const pipLeftovers = {
    id: 'pip-leftovers',
    summary: 'pip’s cache stays in the layer',
    reason: 'pip keeps each wheel that it downloaded or built beside the installed package: the layer holds everything twice, and nothing reads the second copy.',
    level: 'warning',
    bad: 'FROM python:3.13-slim\nRUN pip install -r requirements.txt',
    good: 'FROM python:3.13-slim\nRUN pip install --no-cache-dir -r requirements.txt',
    fix: 'Use pip install --no-cache-dir, or RUN --mount=type=cache,target=/root/.cache/pip',
    check: subject => leftoversIn(subject, {
        folders: [pip_leftovers_cache],
        fills: started => installs(started) &&
            !hasOption(started, '--no-cache-dir', '--no-cache') &&
            !switchedOff(started.environment.get('PIP_NO_CACHE_DIR')),
        clears: started => removes(started, pip_leftovers_cache) ||
            removes(started, '/root/.cache') ||
            (/^pip/.test(started.program) && subcommandOf(started) === 'cache'),
        message: () => `pip install keeps its downloads in ${pip_leftovers_cache}`,
    }, (_, run) => !switchedOff(pip_leftovers_variable(subject, run))),
};
function installs(started) {
    if (/^pip[0-9.]*$/.test(started.program))
        return subcommandOf(started) === 'install';
    const [module, name, verb] = started.words.map(({ text }) => text);
    return /^python[0-9.]*$/.test(started.program) && module === '-m' && name === 'pip' && verb === 'install';
}
function pip_leftovers_variable({ dockerfile }, run) {
    return environmentAt(dockerfile, run, 'PIP_NO_CACHE_DIR');
}
/** pip reads any of these as "no cache"; its own quirk makes `0` and `off` mean it too. */
function switchedOff(value) {
    return value !== undefined && value !== '';
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/remote-add-unchecked.js


const remoteAddUnchecked = {
    id: 'remote-add-unchecked',
    summary: 'ADD fetches from the network without a checksum',
    reason: 'What a URL gives today, it need not give tomorrow: the server, its owner or somebody between can put other bytes there, and they run in your image. A checksum or a commit makes the build stop instead.',
    level: 'warning',
    bad: 'FROM alpine:3.22\nADD https://example.com/tool.tar.gz /opt/',
    good: 'FROM alpine:3.22\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool.tar.gz /opt/',
    fix: 'Add --checksum=sha256:… of the file; for a git repository, end the URL with #<commit>.',
    *check({ dockerfile }) {
        for (const instruction of dockerfile.instructions) {
            if (instruction.keyword !== 'ADD' || flagOf(instruction, 'checksum'))
                continue;
            for (const { text, offset } of transferOf(instruction, dockerfile)?.sources ?? []) {
                if (!isRemote(text) || /#[0-9a-f]{40}(?::|$)/.test(text))
                    continue;
                yield { ...placeOf(instruction, offset), message: `'${text.slice(0, 200)}' is fetched unchecked` };
            }
        }
    },
};

;// CONCATENATED MODULE: ./lib/gates/lint/secrets.js
/** Names of variables that hold a secret; `_FILE` only says where one is, and `_VERSION` is of something else. */
const secretName = /(?:^|_)(?:password|passwd|pwd|pword|passphrase|secret|secrets|token|credential|credentials|apikey|api_key|access_key|secret_key|private_key|signing_key|encryption_key|ssh_key|auth)(?:_|$)/i;
const harmlessName = /(?:^|_)(?:public|file|path|dir|url|uri|host|port|name|user|username|type|mode|method|algorithm|provider|backend|version|config|length|timeout|expiry|ttl|enabled|disabled|required|id)$/i;
function namesSecret(name) {
    return name !== 'PWD' && name.length <= 256 && secretName.test(name) && !harmlessName.test(name);
}
/** What no secret is: nothing, a switch, or the path of a file. */
const harmlessValue = /^(?:true|false|yes|no|on|off|none|[0-9]{1,2}|\/(?:[\w.-]+\/)+[\w.-]*|\/[\w-]*\.[\w.-]+)?$/i;
/** The value of a variable, without its quotes, that is a secret if the variable's name says so. */
function mayBeSecret(value) {
    return value.length > 256 || !harmlessValue.test(value.replace(/^(["'])(.*)\1$/s, '$2'));
}
/** Texts that are secrets by their shape, whatever holds them. Each expression is anchored by a literal. */
const shapes = [
    ['an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
    ['a GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_[A-Za-z0-9_]{40}/],
    ['a GitLab token', /\bglpat-[A-Za-z0-9_-]{20}/],
    ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
    ['a Slack token', /\bxox[abprs]-[A-Za-z0-9-]{10}/],
    ['a private key', /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/],
    ['a password in a URL', /\b[a-z][a-z0-9+]{1,9}:\/\/[^\s/:@$'"]{1,64}:[^\s/:@$'"]{1,128}@/i],
];
/** The first secret in a text: what it is and where it starts. */
function secretIn(text) {
    for (const [what, shape] of shapes) {
        const offset = text.search(shape);
        if (offset >= 0)
            return { what, offset };
    }
    return undefined;
}
/** Files that hold secrets by their name. */
const secretFile = /(?:^|\/)(?:\.env(?:\.(?!example$|sample$|template$|dist$)[A-Za-z0-9_-]+)?|\.netrc|\.npmrc|\.pypirc|\.git-credentials|\.pgpass|\.htpasswd|id_(?:rsa|dsa|ecdsa|ed25519)|[^/]+\.(?:pem|key|p12|pfx|jks|keystore|kdbx)|kubeconfig|credentials\.json|service-account[^/]*\.json)$|(?:^|\/)\.(?:ssh|aws|gnupg|kube|docker)(?:\/|$)/i;
/** True for `.env`, `id_rsa`, `server.key`, `.aws/credentials`. Certificates (`ca.pem`, `*.pub`) are let through. */
function holdsSecret(path) {
    if (path.length > 1024 ||
        /(?:^|\/)(?:ca|cacert|ca-bundle|chain|fullchain|cert|public)[^/]*\.pem$/i.test(path)) {
        return false;
    }
    return secretFile.test(path);
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/secret-copied.js



const secretCopied = {
    id: 'secret-copied',
    summary: 'A file that holds secrets is copied into a layer',
    reason: 'A layer keeps what it once held: removing the key or .env in the next RUN only hides it. In an earlier stage it does not ship, but it stays in the build cache and its exports.',
    level: 'error',
    bad: 'FROM node:22\nCOPY .npmrc ./\nRUN npm ci && rm .npmrc',
    good: 'FROM node:22\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci',
    fix: 'Mount it for the one command that needs it: RUN --mount=type=secret,id=NAME,target=PATH …',
    *check({ dockerfile, shipped }) {
        for (const stage of dockerfile.stages) {
            for (const instruction of stage.instructions) {
                const transfer = transferOf(instruction, dockerfile);
                if (transfer === undefined || flagOf(instruction, 'from') !== undefined)
                    continue;
                for (const { text, offset } of transfer.sources) {
                    if (!holdsSecret(text))
                        continue;
                    const ships = shipped.includes(stage);
                    yield {
                        ...placeOf(instruction, offset),
                        ...(ships ? {} : { level: 'warning' }),
                        message: `'${text}' holds secrets, and ${ships ? 'ships in a layer' : 'stays in the build cache'}`,
                    };
                }
            }
        }
    },
};

;// CONCATENATED MODULE: ./lib/gates/lint/rules/secret-in-variable.js


const secretInVariable = {
    id: 'secret-in-variable',
    summary: 'A secret is in ARG, ENV, LABEL or a command',
    reason: 'ENV and LABEL are in the image’s config for anybody who can pull it; ARG values and commands are in its history. Deleting them in a later layer changes nothing, and the registry keeps every copy.',
    level: 'error',
    bad: 'FROM node:22\nARG NPM_TOKEN\nRUN npm config set //npm.example.com/:_authToken=$NPM_TOKEN',
    good: 'FROM node:22\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci',
    fix: 'Give it to the one command that needs it: RUN --mount=type=secret,id=NAME …; at run time, from the platform’s secrets.',
    *check({ dockerfile }) {
        for (const instruction of dockerfile.instructions) {
            if (instruction.keyword === 'ARG')
                yield* inArgument(instruction, dockerfile);
            else if (instruction.keyword === 'ENV')
                yield* inEnvironment(instruction, dockerfile);
            else if (!['RUN', 'LABEL', 'ADD', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(instruction.keyword))
                continue;
            yield* byShape(instruction);
        }
    },
};
/** A default is the secret itself; without one, the value given to the build still ends in the history. */
function* inArgument(instruction, { escapeChar }) {
    for (const { text, offset } of quotedWords(instruction.body, escapeChar)) {
        const equals = text.indexOf('=');
        const name = equals < 0 ? text : text.slice(0, equals);
        if (!namesSecret(name))
            continue;
        const place = placeOf(instruction, instruction.offset + offset);
        const value = equals < 0 ? '' : text.slice(equals + 1);
        const empty = /^(?:""|'')?$/.test(value);
        if (!empty && !mayBeSecret(value))
            continue;
        yield empty
            ? {
                ...place,
                level: 'warning',
                message: `ARG ${name}: what the build is given for it ends in the image’s history`,
            }
            : { ...place, message: `ARG ${name} has a secret as its default` };
    }
}
function* inEnvironment(instruction, dockerfile) {
    for (const { name, value, offset } of assignments(instruction, dockerfile.escapeChar)) {
        if (!namesSecret(name) || !mayBeSecret(value.text))
            continue;
        yield { ...placeOf(instruction, offset), message: `ENV ${name} puts a secret into the image’s config` };
    }
}
function* byShape(instruction) {
    const found = secretIn(instruction.text);
    if (found !== undefined) {
        yield {
            ...placeOf(instruction, found.offset),
            message: `this is ${found.what}, readable for anybody who can pull the image`,
        };
    }
    for (const { body, line } of instruction.heredocs) {
        const inside = secretIn(body);
        if (inside === undefined)
            continue;
        const above = body.slice(0, inside.offset).split('\n');
        yield {
            line: line + above.length - 1,
            column: (above.at(-1)?.length ?? 0) + 1,
            message: `this is ${inside.what}, readable for anybody who can pull the image`,
        };
    }
}

;// CONCATENATED MODULE: ./lib/gates/lint/rules/toolchain-shipped.js


/** Images made to build with: what they build needs none of it, and the stage to copy it into. */
const toolchains = [
    [
        /^golang$/,
        'FROM gcr.io/distroless/static-debian13:nonroot\nCOPY --from=build /app /app\nENTRYPOINT ["/app"]',
    ],
    [
        /^(?:rust|gcc|haskell|swift)$/,
        'FROM debian:13-slim\nCOPY --from=build /app /usr/local/bin/app\nUSER 10001:10001\nENTRYPOINT ["app"]',
    ],
    [
        /^(?:maven|gradle)$/,
        'FROM eclipse-temurin:21-jre\nCOPY --from=build /src/target/app.jar /app.jar\nUSER 10001:10001\nENTRYPOINT ["java", "-jar", "/app.jar"]',
    ],
    [
        /^sdk$/,
        'FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /app /app\nUSER $APP_UID\nENTRYPOINT ["dotnet", "/app/app.dll"]',
    ],
    [
        /^buildpack-deps$/,
        'FROM debian:13-slim\nCOPY --from=build /app /usr/local/bin/app\nUSER 10001:10001\nENTRYPOINT ["app"]',
    ],
];
/** Runtimes whose plain tags carry a compiler and a few hundred packages; the slim ones do not. */
const full = /^(?:node|python|ruby|perl|php|erlang|elixir)$/;
const slim = /(?:^|-)(?:slim|alpine|distroless|minimal)/;
const toolchainShipped = {
    id: 'toolchain-shipped',
    summary: 'The final stage is a toolchain or a full image',
    reason: 'Compilers, headers and package managers are most of the bytes and most of the findings of a scanner, and they help whoever breaks in. What was built needs a runtime at most.',
    level: 'info',
    bad: 'FROM golang:1.26\nCOPY . .\nRUN go build -o /app .\nCMD ["/app"]',
    good: 'FROM golang:1.26 AS build\nCOPY . .\nRUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /app .\nFROM gcr.io/distroless/static-debian13:nonroot\nCOPY --from=build /app /app\nENTRYPOINT ["/app"]',
    fix: 'Name the stage with AS build, and copy what it made into a small one.',
    *check({ shipped }) {
        const root = shipped.at(-1);
        const image = root === undefined ? undefined : rootImage(root);
        if (root === undefined || image === undefined || image === 'scratch')
            return;
        const name = nameOf(image);
        const place = placeOf(root.from, root.base.offset);
        const jdk = name === 'openjdk' || (name === 'eclipse-temurin' && /(?:^|-)jdk|^\d+$/.test(image.tag ?? ''));
        const rewrite = toolchains.find(([pattern]) => pattern.test(jdk ? 'maven' : name))?.[1];
        if (rewrite !== undefined) {
            yield {
                ...place,
                message: `'${root.base.text}' is made to build with, and it is what ships`,
                fix: `name this stage with AS build and end the file with:\n${rewrite}`,
            };
        }
        else if (full.test(name) &&
            image.repository.startsWith('docker.io/library/') &&
            !slim.test(image.tag ?? '')) {
            yield {
                ...place,
                message: `'${root.base.text}' is the full image, with compilers and some hundred packages`,
                fix: `build in it if you must, and ship ${name}:${(image.tag ?? '').split('-')[0] || '<version>'}-slim`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./lib/gates/lint/rules/yum-leftovers.js


const programs = /^(?:yum|dnf5?|microdnf|tdnf|zypper)$/;
const installing = new Set([
    'install',
    'in',
    'update',
    'upgrade',
    'groupinstall',
    'reinstall',
    'localinstall',
    'makecache',
    'refresh',
]);
const yumLeftovers = {
    id: 'yum-leftovers',
    summary: 'The cache of yum, dnf, microdnf or zypper stays in the layer',
    reason: 'The package manager keeps repository metadata, often more than 100 MB, and downloaded packages in the layer. A later RUN cannot take them out again.',
    level: 'warning',
    bad: 'FROM almalinux:9\nRUN dnf install -y httpd',
    good: 'FROM almalinux:9\nRUN dnf install -y httpd && dnf clean all',
    fix: 'End the same RUN with: dnf clean all (yum, microdnf and zypper have the same).',
    check: subject => leftoversIn(subject, {
        folders: ['/var/cache/dnf', '/var/cache/yum', '/var/cache/libdnf5', '/var/cache/zypp'],
        fills: started => programs.test(started.program) && installing.has(subcommandOf(started)),
        clears: started => (programs.test(started.program) && /^(?:clean|cc)$/.test(subcommandOf(started))) ||
            ['/var/cache/dnf', '/var/cache/yum', '/var/cache/zypp'].some(folder => removes(started, folder)),
        message: started => `${started.program} ${subcommandOf(started)} leaves its cache in the layer`,
    }),
};

;// CONCATENATED MODULE: ./lib/gates/lint/rules.js































/** Our own rules. A new one is a file in `rules/` and a line here. */
const nativeRules = [
    dockerfileInvalid,
    finalStageRoot,
    baseUntagged,
    baseLatest,
    baseLatestPinned,
    baseUnresolved,
    baseNotAllowed,
    baseUnpinned,
    baseEol,
    secretInVariable,
    secretCopied,
    dockerignoreMissing,
    dockerignoreIncomplete,
    dockerignoreExcludes,
    remoteAddUnchecked,
    aptLeftovers,
    apkLeftovers,
    yumLeftovers,
    pipLeftovers,
    cachesShipped,
    devDependenciesShipped,
    toolchainShipped,
    dependenciesAfterSources,
    glibcIntoMusl,
    goTrimpath,
    goStrip,
    goSumdbOff,
    labelHardCoded,
];
/** For the reference page and for reports: our rules, and those about the tool's own doings. */
const lintRules = [...nativeRules, ...ignoreRules, ...engineRules];
/** Every rule that a policy or an ignore may name, the engines' with and without the engine's name. */
const knownRules = new Set([
    ...lintRules.map(({ id }) => id),
    ...Object.keys(dockerfilelintRules).flatMap(id => [`dockerfilelint/${id}`, id]),
]);
/** True for our rules and dockerfilelint's by name, and for whatever has the form of one of hadolint's or ShellCheck's. */
function isRule(name) {
    return knownRules.has(name) || /^(?:hadolint\/)?(?:DL|SC)\d{4}$/.test(name);
}

;// CONCATENATED MODULE: ./lib/gates/lint/same-meaning.js
/**
 * hadolint's rules that say what one of ours or of dockerfilelint's says: where both speak of one instruction, theirs
 * is left out.
 * @see https://github.com/hadolint/hadolint#rules
 */
const hadolintTwins = {
    DL3002: ['final-stage-root'],
    DL3004: ['dockerfilelint/sudo_usage'],
    DL3005: ['dockerfilelint/apt-get-dist-upgrade', 'dockerfilelint/apt-get-upgrade'],
    DL3006: ['base-untagged', 'base-unresolved', 'dockerfilelint/missing_tag'],
    DL3007: ['base-latest', 'base-latest-pinned', 'dockerfilelint/latest_tag'],
    DL3009: ['apt-leftovers', 'dockerfilelint/apt-get_missing_rm'],
    DL3011: ['dockerfilelint/invalid_port'],
    DL3014: ['dockerfilelint/apt-get_missing_param'],
    DL3015: ['dockerfilelint/apt-get_recommends'],
    DL3019: ['apk-leftovers', 'dockerfilelint/apkadd-missing_nocache_or_updaterm'],
    DL3023: ['dockerfile-invalid'],
    DL3024: ['dockerfile-invalid'],
    DL3026: ['base-not-allowed'],
    DL3032: ['yum-leftovers'],
    DL3036: ['yum-leftovers'],
    DL3040: ['yum-leftovers'],
    DL3042: ['pip-leftovers'],
    DL3043: ['dockerfile-invalid'],
    DL3061: ['dockerfile-invalid', 'dockerfilelint/from_first'],
    DL3064: ['secret-in-variable'],
    DL4000: ['dockerfilelint/deprecated_in_1.13'],
};

;// CONCATENATED MODULE: ./lib/gates/lint/shipped.js
/** The final stage and those it is built on, final one first: their layers are the image. */
function shippedStages({ stages }) {
    const shipped = [];
    for (let stage = stages.at(-1); stage !== undefined; stage = stage.parent)
        shipped.push(stage);
    return shipped;
}

;// CONCATENATED MODULE: ./lib/gates/lint/judge.js










/** A rule that speaks more often of one file says the same of each line; further ones are counted. */
const mostOfOneRule = 500;
/** The findings of one Dockerfile: all engines, doubles merged, inline ignores applied, at the policy's levels. */
function judge_judge(dockerfile, { policy, now }, said) {
    const theirs = said.dockerfilelint.filter(({ rule }) => speaks(rule, policy)).map(fromDockerfilelint);
    const ours = [...said.native, ...limited(withoutRefused(theirs, said.native, dockerfile))];
    const candidates = merged(ours, said.hadolint, dockerfile);
    const today = new Date(now * 1000).toISOString().slice(0, 10);
    const { ignores, faults } = readIgnores(dockerfile, today, knownRules, isRule);
    const used = new Set();
    const kept = candidates.filter(candidate => {
        const names = namesOf(candidate.rule);
        const ignore = ignores.find(one => names.some(name => one.rules.includes(name)) &&
            one.from <= candidate.line &&
            candidate.line <= one.to);
        if (ignore !== undefined)
            used.add(ignore);
        return ignore === undefined;
    });
    const unused = ignores
        .filter(ignore => !used.has(ignore))
        .map(({ rules, line }) => ({
        rule: 'ignore-unused',
        line,
        column: 1,
        message: `there is no finding of ${rules.join(', ').slice(0, 200)} here to ignore`,
    }));
    const own = [...faults, ...unused].map((fault) => {
        const doc = ignoreRules.find(({ id }) => id === fault.rule);
        return { ...fault, fix: doc?.fix, fallback: doc?.level ?? 'error', image: undefined };
    });
    return [...kept, ...limited(own)].flatMap(candidate => findingOf(candidate, dockerfile.file, policy));
}
/** What our own rules say of one Dockerfile. */
function judgeNatively(dockerfile, context, bench) {
    if (!bench.policy.lint.engines.includes('native'))
        return [];
    return limited(judge_native({ dockerfile, context, ...bench }));
}
function* judge_native(given) {
    const started = new Map();
    const subject = {
        ...given,
        shipped: shippedStages(given.dockerfile),
        images: imagesOf(given.dockerfile),
        started: run => {
            const known = started.get(run);
            if (known !== undefined)
                return known;
            const found = run.keyword === 'RUN' ? startedBy(run) : [];
            started.set(run, found);
            return found;
        },
    };
    for (const rule of nativeRules) {
        if (levelOf(rule.id, rule.level, given.policy) === 'off')
            continue;
        for (const hit of rule.check(subject))
            yield candidateOf(rule.id, rule.level, rule.fix, hit);
    }
}
function candidateOf(rule, level, fix, hit) {
    const { line, column, message, image } = hit;
    return { rule, line, column, message, fix: hit.fix ?? fix, fallback: hit.level ?? level, image };
}
function fromDockerfilelint({ rule, line, column, message, fix, level }) {
    const known = Object.hasOwn(dockerfilelintRules, rule) ? dockerfilelintRules[rule] : undefined;
    const id = known === undefined ? rule : `dockerfilelint/${rule}`;
    return {
        rule: id,
        line,
        column,
        message,
        fix: known?.fix ?? fix ?? engineRules.find(one => one.id === rule)?.fix,
        fallback: known?.level ?? level ?? 'error',
        image: undefined,
    };
}
/** What BuildKit refuses is said once: dockerfilelint's errors on such an instruction say the same in other words. */
function withoutRefused(theirs, native, dockerfile) {
    const refusals = native.filter(({ rule }) => rule === 'dockerfile-invalid');
    if (refusals.length === 0)
        return theirs;
    const starts = firstLines(dockerfile);
    const refused = new Set(refusals.map(({ line }) => starts.get(line) ?? line));
    return theirs.filter(({ line, fallback }) => fallback !== 'error' || !refused.has(starts.get(line) ?? line));
}
/** The first line of the instruction that a line belongs to. */
function firstLines({ instructions }) {
    const starts = new Map();
    for (const { line, endLine } of instructions) {
        for (let at = line; at <= endLine; at++)
            starts.set(at, line);
    }
    return starts;
}
/** hadolint speaks of instructions by their first line; where one of ours says the same of that instruction, it is left out. */
function merged(ours, hadolint, dockerfile) {
    if (hadolint.length === 0)
        return ours;
    const starts = firstLines(dockerfile);
    const said = new Set(ours.map(({ rule, line }) => `${rule} ${starts.get(line) ?? line}`));
    const theirs = hadolint.filter(({ rule, line }) => {
        const twins = Object.hasOwn(hadolintTwins, rule) ? (hadolintTwins[rule] ?? []) : [];
        return !twins.some(twin => said.has(`${twin} ${starts.get(line) ?? line}`));
    });
    return [
        ...ours,
        ...theirs.map(({ rule, line, column, message, fix, level }) => ({
            rule: rule === hit/* hadolintFailed */.R ? rule : `hadolint/${rule}`,
            line,
            column,
            message,
            fix,
            fallback: level ?? 'warning',
            image: undefined,
        })),
    ];
}
function findingOf({ rule, line, column, message, fix, fallback, image }, file, policy) {
    const severity = levelOf(rule, fallback, policy);
    if (severity === 'off')
        return [];
    return [
        {
            rule,
            severity,
            message,
            ...(fix === undefined ? {} : { fix }),
            location: { file, line, column },
            ...(image === undefined ? {} : { image }),
        },
    ];
}
/** The first of each rule, the last of them with the count of what is left out. One pass: a hostile file has millions. */
function limited(candidates) {
    const kept = [];
    const counts = new Map();
    for (const candidate of candidates) {
        const seen = counts.get(candidate.rule) ?? { count: 0, last: 0 };
        seen.count++;
        if (seen.count <= mostOfOneRule)
            seen.last = kept.push(candidate) - 1;
        counts.set(candidate.rule, seen);
    }
    for (const [rule, { count, last }] of counts) {
        const candidate = kept[last];
        if (count <= mostOfOneRule || candidate === undefined)
            continue;
        const more = `${count - mostOfOneRule} more of ${rule} in this file`;
        kept[last] = { ...candidate, message: `${candidate.message}; ${more}` };
    }
    return kept;
}

;// CONCATENATED MODULE: ./lib/gates/lint/lint.js



/** All findings of all files, in the order of the files. */
async function lintFiles(sources, bench, world) {
    const { engines } = bench.policy.lint;
    const read = sources.map(({ file, text, context }) => ({ dockerfile: readDockerfile(file, text), context }));
    const dockerfiles = read.map(({ dockerfile }) => dockerfile);
    const theirs = engines.includes('dockerfilelint')
        ? runDockerfilelint(dockerfiles, world.threads)
        : undefined;
    const others = engines.includes('hadolint') ? askHadolint(sources, world) : undefined;
    // Our own rules run while the engines are at work.
    const native = read.map(({ dockerfile, context }) => judgeNatively(dockerfile, context, bench));
    const [dockerfilelint, hadolint] = await Promise.all([theirs, others]);
    return dockerfiles.flatMap((dockerfile, index) => judge_judge(dockerfile, bench, {
        native: native[index] ?? [],
        dockerfilelint: dockerfilelint?.get(dockerfile) ?? [],
        hadolint: hadolint?.get(dockerfile.file) ?? [],
    }));
}
async function askHadolint(sources, { processes }) {
    const { runHadolint } = await __webpack_require__.e(/* import() */ 933).then(__webpack_require__.bind(__webpack_require__, 6933));
    return runHadolint(sources.map(({ file }) => file), processes);
}

// EXTERNAL MODULE: ./lib/outcome/error.js
var outcome_error = __webpack_require__(3166);
;// CONCATENATED MODULE: ./lib/gates/lint/eol-table.js
// Made by scripts/eol.mjs; do not edit. Facts of endoflife.date, MIT licence,
// https://github.com/endoflife-date/endoflife.date
// commit a70eca337600e7d721dc48112c271f98661d208b
const date = '2026-08-22';
/** Name, repositories, releases with their last day, code names. */
const rows = [
    [
        'alpine',
        'docker.io/library/alpine',
        '3.24=2028-06-01 3.23=2027-11-01 3.22=2027-05-01 3.21=2026-11-01 3.20=2026-04-01 3.19=2025-11-01 3.18=2025-05-09 3.17=2024-11-22 3.16=2024-05-23 3.15=2023-11-01 3.14=2023-05-01 3.13=2022-11-01 3.12=2022-05-01 3.11=2021-11-01 3.10=2021-05-01 3.9=2020-11-01 3.8=2020-05-01 3.7=2019-11-01 3.6=2019-05-01 3.5=2018-11-01 3.4=2018-05-01 3.3=2017-11-01 3.2=2017-05-01 3.1=2016-11-01 3.0=2016-05-01 2.7=2015-11-01 2.6=2015-05-01 2.5=2014-11-01 2.4=2014-05-01 2.3=2013-11-01 2.2=2013-05-01 2.1=2012-11-01',
    ],
    [
        'debian',
        'docker.io/library/debian',
        '4=2010-02-15 5=2012-02-06 6=2016-02-29 7=2018-05-31 8=2020-06-30 9=2022-07-01 10=2024-06-30 11=2026-08-31 12=2028-06-30 13=2030-06-30 3.1=2008-03-31 3.0=2006-06-30 2.2=2003-06-30 2.1=2000-10-30 2.0=1999-02-15 1.3=1998-12-08 1.2=1997-10-23 1.1=1996-12-12',
        'trixie=13 bookworm=12 bullseye=11 buster=10 stretch=9 jessie=8 wheezy=7 squeeze=6 lenny=5 etch=4 sarge=3.1 woody=3.0 potato=2.2 slink=2.1 hamm=2.0 bo=1.3 rex=1.2 buzz=1.1',
    ],
    [
        'ubuntu',
        'docker.io/library/ubuntu public.ecr.aws/ubuntu/ubuntu',
        '26.04=2031-04-30 25.10=2026-07-01 25.04=2026-01-17 24.10=2025-07-10 24.04=2029-05-31 23.10=2024-07-12 23.04=2024-01-20 22.10=2023-07-20 22.04=2027-04-01 21.10=2022-07-14 21.04=2022-01-20 20.10=2021-07-22 20.04=2025-05-31 19.10=2020-07-06 19.04=2020-01-23 18.10=2019-07-18 18.04=2023-05-31 17.10=2018-07-19 17.04=2018-01-13 16.10=2017-07-20 16.04=2021-04-02 15.10=2016-07-28 15.04=2016-02-04 14.10=2015-07-23 14.04=2019-04-02 13.10=2014-07-17 13.04=2014-01-27 12.10=2014-05-16 12.04=2017-04-28 11.10=2013-05-09 11.04=2012-10-28 10.10=2012-04-10 10.04=2013-05-09 9.10=2011-04-30 9.04=2010-10-23 8.10=2010-04-30 8.04=2013-05-09 7.10=2009-04-18 7.04=2008-10-19 6.10=2008-04-26 6.06=2011-06-01 5.10=2007-04-13 5.04=2006-10-31 4.10=2006-04-30',
        'resolute=26.04 questing=25.10 plucky=25.04 oracular=24.10 noble=24.04 mantic=23.10 lunar=23.04 kinetic=22.10 jammy=22.04 impish=21.10 hirsute=21.04 groovy=20.10 focal=20.04 eoan=19.10 disco=19.04 cosmic=18.10 bionic=18.04 artful=17.10 zesty=17.04 yakkety=16.10 xenial=16.04 wily=15.10 vivid=15.04 utopic=14.10 trusty=14.04 saucy=13.10 raring=13.04 quantal=12.10 precise=12.04 oneiric=11.10 natty=11.04 maverick=10.10 lucid=10.04 karmic=9.10 jaunty=9.04 intrepid=8.10 hardy=8.04 gutsy=7.10 feisty=7.04 edgy=6.10 dapper=6.06 breezy=5.10 hoary=5.04 warty=4.10',
    ],
    [
        'centos',
        'docker.io/library/centos quay.io/centos/centos',
        '5=2017-03-31 6=2020-11-30 7=2024-06-30 8=2021-12-31',
    ],
    ['centos-stream', 'quay.io/centos/centos', 'stream10=2030-05-31 stream9=2027-05-31 stream8=2024-05-31'],
    [
        'rocky',
        'docker.io/library/rockylinux docker.io/rockylinux/rockylinux',
        '8=2029-05-31 9=2032-05-31 10=2035-05-31',
    ],
    [
        'almalinux',
        'docker.io/library/almalinux docker.io/almalinux/*',
        '8=2029-05-31 9=2032-05-31 10=2035-05-31',
    ],
    [
        'fedora',
        'docker.io/library/fedora quay.io/fedora/fedora',
        '1=2004-09-20 2=2005-04-11 3=2006-01-16 4=2006-08-07 5=2007-07-02 6=2007-12-07 7=2008-06-13 8=2009-01-07 9=2009-07-10 10=2009-12-17 11=2010-06-25 12=2010-12-02 13=2011-06-24 14=2011-12-09 15=2012-06-26 16=2013-02-12 17=2013-07-30 18=2014-01-14 19=2015-01-06 20=2015-06-23 21=2015-12-01 22=2016-07-19 23=2016-12-20 24=2017-08-08 25=2017-12-12 26=2018-05-29 27=2018-11-30 28=2019-05-28 29=2019-11-26 30=2020-05-26 31=2020-11-24 32=2021-05-25 33=2021-11-30 34=2022-06-07 35=2022-12-13 36=2023-05-16 37=2023-12-05 38=2024-05-21 39=2024-11-26 40=2025-05-13 41=2025-12-15 42=2026-05-27 43=2026-12-09 44=2027-06-02',
    ],
    [
        'amazonlinux',
        'docker.io/library/amazonlinux public.ecr.aws/amazonlinux/amazonlinux',
        '2=2026-06-30 2023=2029-06-30 2018.03=2023-12-31 2017.09=2023-12-31 2017.03=2023-12-31 2016.09=2023-12-31 2016.03=2023-12-31 2015.09=2023-12-31 2015.03=2023-12-31 2014.09=2023-12-31 2014.03=2023-12-31 2013.09=2023-12-31 2013.03=2023-12-31 2012.09=2023-12-31 2012.03=2023-12-31 2011.09=2023-12-31 2010.11=2023-12-31',
    ],
    ['oraclelinux', 'docker.io/library/oraclelinux', '6=2021-03-31 7=2024-12-31 8=2029-07-31 9=2032-06-30 10='],
    [
        'opensuse-leap',
        'docker.io/opensuse/leap registry.opensuse.org/opensuse/leap',
        '16.0=2027-10-31 15.6=2026-04-30 15.5=2024-12-31 15.4=2023-12-07 15.3=2022-12-31 15.2=2022-01-04 15.1=2021-02-02 15.0=2019-12-03 42.3=2019-07-01 42.2=2018-01-26 42.1=2017-05-17 13.2=2017-01-17 13.1=2016-02-03 12.3=2015-01-29 12.2=2014-01-15 12.1=2013-05-15 11.4=2012-11-05 11.3=2012-01-20 11.2=2011-05-12 11.1=2011-01-14 11.0=2010-07-26',
    ],
    [
        'ubi',
        'registry.access.redhat.com/ubi registry.redhat.io/ubi',
        '4=2012-02-29 5=2017-03-31 6=2020-11-30 7=2024-06-30 8=2029-05-31 9=2032-05-31 10=2035-05-31',
    ],
    [
        'go',
        'docker.io/library/golang mcr.microsoft.com/oss/go/microsoft/golang',
        '1.27= 1.26= 1.25=2026-08-19 1.24=2026-02-10 1.23=2025-08-12 1.22=2025-02-11 1.21=2024-08-13 1.20=2024-02-06 1.19=2023-09-06 1.18=2023-02-01 1.17=2022-08-02 1.16=2022-03-15 1.15=2021-08-16 1.14=2021-02-16 1.13=2020-08-11 1.12=2020-02-25 1.11=2019-09-03 1.10=2019-02-25',
    ],
    [
        'node',
        'docker.io/library/node',
        '1=2015-01-20 2=2015-05-04 3=2015-08-04 4=2018-04-30 5=2016-06-30 6=2019-04-30 7=2017-06-30 8=2019-12-31 9=2018-06-30 10=2021-04-30 11=2019-06-30 12=2022-04-30 13=2020-06-01 14=2023-04-30 15=2021-06-01 16=2023-09-11 17=2022-06-01 18=2025-04-30 19=2023-06-01 20=2026-04-30 21=2024-06-01 22=2027-04-30 23=2025-06-01 24=2028-04-30 25=2026-06-01 26=2029-04-30',
    ],
    [
        'python',
        'docker.io/library/python',
        '3.14=2030-10-31 3.13=2029-10-31 3.12=2028-10-31 3.11=2027-10-31 3.10=2026-10-31 3.9=2025-10-31 3.8=2024-10-07 3.7=2023-06-27 3.6=2021-12-23 3.5=2020-09-30 3.4=2019-03-18 3.3=2017-09-29 3.2=2016-02-20 2.7=2020-01-01 3.1=2012-04-09 3.0=2009-06-27 2.6=2013-10-29',
    ],
    [
        'ruby',
        'docker.io/library/ruby',
        '4.0=2029-03-31 3.4=2028-03-31 3.3=2027-03-31 3.2=2026-03-31 3.1=2025-03-26 3.0=2024-04-23 2.7=2023-03-31 2.6=2022-03-31 2.5=2021-03-31 2.4=2020-03-31 2.3=2019-03-31 2.2=2018-03-31 2.1=2017-03-31 2.0.0=2016-02-24 1.9.3=2015-02-23',
    ],
    [
        'php',
        'docker.io/library/php',
        '8.5=2029-12-31 8.4=2028-12-31 8.3=2027-12-31 8.2=2026-12-31 8.1=2025-12-31 8.0=2023-11-26 7.4=2022-11-28 7.3=2021-12-06 7.2=2020-11-30 7.1=2019-12-01 7.0=2019-01-10 5.6=2018-12-31 5.5=2016-07-21 5.4=2015-09-14 5.3=2014-08-14 5.2=2011-01-06 5.1=2006-08-24 5.0=2005-09-05',
    ],
    [
        'perl',
        'docker.io/library/perl',
        '5.44=2029-07-15 5.42=2028-07-03 5.40=2027-06-09 5.38=2026-07-02 5.36=2025-05-27 5.34=2024-05-20 5.32=2023-06-20 5.30=2022-05-22 5.28=2021-06-23 5.26=2020-05-30',
    ],
    [
        'temurin',
        'docker.io/library/eclipse-temurin',
        '8=2030-12-31 11=2027-10-31 16=2021-09-30 17=2027-10-31 18=2022-09-30 19=2023-03-31 20=2023-09-19 21=2029-12-31 22=2024-09-17 23=2025-03-18 24=2025-09-16 25=2031-09-30 26=2026-09-15',
    ],
    [
        'corretto',
        'docker.io/library/amazoncorretto public.ecr.aws/amazoncorretto/amazoncorretto',
        '8=2030-12-31 11=2032-01-31 15=2021-04-20 16=2021-10-19 17=2029-10-31 18=2022-10-18 19=2023-04-19 20=2023-10-17 21=2030-10-31 22=2024-10-15 23=2025-04-30 24=2025-10-31 25=2032-10-31 26=2026-10-31',
    ],
    [
        'dotnet',
        'mcr.microsoft.com/dotnet/* mcr.microsoft.com/dotnet/nightly/*',
        '5=2022-05-10 6=2024-11-12 7=2024-05-14 8=2026-11-10 9=2026-11-10 10=2028-11-14 3.1=2022-12-13 3.0=2020-03-03 2.2=2019-12-23 2.1=2021-08-21 2.0=2018-10-01 1.1=2019-06-27 1.0=2019-06-27',
    ],
    [
        'elixir',
        'docker.io/library/elixir',
        '1.20= 1.19= 1.18= 1.17= 1.16= 1.15=2026-06-03 1.14=2025-10-16 1.13=2024-12-19 1.12=2024-06-12 1.11=2023-12-22 1.10=2023-06-19 1.9=2022-09-01 1.8=2021-12-03 1.7=2021-05-19 1.6=2020-10-06 1.5=2020-01-27 1.4=2019-06-24',
    ],
    [
        'erlang',
        'docker.io/library/erlang',
        '17=2018-10-11 18=2018-11-09 19=2019-06-21 20=2020-06-21 21=2021-06-19 22=2024-03-18 23=2024-03-14 24=2024-05-10 25=2025-05-17 26=2026-05-26 27=2027-05-20 28=2028-05-20 29=2029-05-11',
    ],
    [
        'nginx',
        'docker.io/library/nginx docker.io/nginxinc/nginx-unprivileged',
        '1.31= 1.30= 1.29=2026-05-13 1.28=2026-04-14 1.27=2025-06-24 1.26=2025-04-23 1.25=2024-05-29 1.24=2024-04-23 1.23=2023-05-23 1.22=2023-04-11 1.21=2022-06-21 1.20=2022-05-24 1.19=2021-05-25 1.18=2021-04-20 1.16=2020-04-20 1.14=2019-04-23 1.12=2018-04-17 1.10=2017-04-12 1.8=2016-04-26 1.6=2015-04-21 1.4=2014-04-24 1.2=2013-04-24 1.0=2012-04-23',
    ],
    ['httpd', 'docker.io/library/httpd', '2.4= 2.2=2017-07-11 2.0=2013-07-10 1.3=2010-02-03'],
    [
        'tomcat',
        'docker.io/library/tomcat',
        '5=2012-09-30 6=2016-12-31 7=2021-03-31 11.0= 10.1= 10.0=2022-10-31 9.0=2027-03-31 8.5=2024-03-31 8.0=2018-06-30',
    ],
    [
        'haproxy',
        'docker.io/library/haproxy',
        '3.4=2031-04-01 3.3=2027-01-01 3.2=2030-04-01 3.1=2026-01-01 3.0=2029-04-01 2.9=2025-03-21 2.8=2028-04-01 2.7=2024-04-05 2.6=2027-04-01 2.5=2023-05-02 2.4=2026-04-01 2.3=2022-07-27 2.2=2025-04-23 2.1=2021-03-18 2.0=2024-04-05 1.9=2020-07-31 1.8=2022-12-09 1.7=2021-10-01 1.6=2020-10-01 1.5=2020-01-10 1.4=2020-01-10 1.3=2016-03-14 1.2=2011-08-06 1.1=2006-01-29 1.0=2001-12-30',
    ],
    [
        'postgres',
        'docker.io/library/postgres',
        '10=2022-11-10 11=2023-11-09 12=2024-11-21 13=2025-11-13 14=2026-11-12 15=2027-11-11 16=2028-11-09 17=2029-11-08 18=2030-11-14 9.6=2021-11-11 9.5=2021-02-11 9.4=2020-02-13 9.3=2018-11-08 9.2=2017-11-09 9.1=2016-10-27 9.0=2015-10-08 8.4=2014-07-24 8.3=2013-02-07 8.2=2011-12-05 8.1=2010-11-08 8.0=2010-10-01 7.4=2010-10-01 7.3=2007-11-27 7.2=2007-02-04 7.1=2006-04-13 7.0=2005-05-08 6.5=2004-06-09 6.4=2003-10-30 6.3=2003-03-01',
    ],
    [
        'mysql',
        'docker.io/library/mysql',
        '9.7=2034-04-21 9.6=2026-04-21 9.5=2026-01-20 9.4=2025-10-21 9.3=2025-07-22 9.2=2025-04-15 9.1=2025-01-21 9.0=2024-10-15 8.4=2032-04-30 8.3=2024-04-10 8.2=2023-12-14 8.1=2023-10-25 8.0=2026-04-30 5.7=2023-10-31 5.6=2021-02-28 5.5=2018-12-31',
    ],
    [
        'mariadb',
        'docker.io/library/mariadb',
        '12.3=2029-06-12 12.2=2026-05-28 12.1=2026-02-13 12.0=2025-11-18 11.8=2028-06-04 11.7=2025-05-12 11.6=2025-02-13 11.5=2024-11-21 11.4=2029-05-29 11.3=2024-05-29 11.2=2024-11-21 11.1=2024-08-21 11.0=2024-06-06 10.11=2028-02-16 10.10=2023-11-17 10.9=2023-08-22 10.8=2023-05-20 10.7=2023-02-09 10.6=2026-07-06 10.5=2025-06-24 10.4=2024-06-18 10.3=2023-05-25 10.2=2022-05-23 10.1=2020-10-17 10.0=2019-03-31 5.5=2020-04-11 5.3=2017-03-01 5.2=2015-11-10 5.1=2015-02-01',
    ],
    [
        'mongo',
        'docker.io/library/mongo',
        '8.3=2029-10-31 8.2=2026-07-31 8.1=2025-09-30 8.0=2029-10-31 7.3=2024-10-02 7.2=2024-03-27 7.1=2024-01-23 7.0=2027-08-31 6.3=2023-08-31 6.2=2023-04-24 6.1=2023-02-09 6.0=2025-07-31 5.3=2022-07-19 5.2=2022-03-23 5.1=2022-01-19 5.0=2024-10-31 4.4=2024-02-29 4.2=2023-04-30 4.0=2022-04-30 3.6=2021-04-30 3.4=2020-01-31 3.2=2018-09-30 3.0=2018-02-28 2.6=2016-10-31 2.4=2013-03-31 2.2=2014-02-28 2.0=2013-03-31 1.8=2012-09-30 1.6=2012-02-28 1.4=2012-09-30 1.2=2011-06-30 1.0=2010-08-31',
    ],
    [
        'redis',
        'docker.io/library/redis',
        '8.10= 8.8= 8.6= 8.4= 8.2=2030-09-01 8.0=2026-12-01 7.4=2029-12-01 7.2=2029-12-01 7.0=2024-07-29 6.2=2027-04-01 6.0=2022-05-31 5.0=2022-04-27',
    ],
    [
        'rabbitmq',
        'docker.io/library/rabbitmq',
        '4.3= 4.2=2026-07-31 4.1=2026-01-30 4.0=2025-04-15 3.13=2024-09-17 3.12=2024-02-21 3.11=2023-06-01 3.10=2022-09-28 3.9=2023-01-31 3.8=2022-07-31 3.7=2020-09-30 3.6=2018-05-31 3.5=2016-10-31 3.4=2015-10-31 3.3=2015-03-31 3.2=2014-10-31 3.1=2014-04-30 3.0=2013-11-30',
    ],
    ['cassandra', 'docker.io/library/cassandra', '5.0= 4.1= 4.0= 3.11=2024-09-05 3.0=2024-09-05'],
    [
        'elasticsearch',
        'docker.io/library/elasticsearch docker.elastic.co/elasticsearch/elasticsearch',
        '6=2022-02-10 7=2026-01-15 9.5= 9.4= 9.3=2026-08-04 9.2=2026-05-05 9.1=2026-02-03 8.19=2027-07-15 8.18=2025-10-21 9.0=2025-10-23 8.17=2025-08-12 8.16=2025-04-15',
    ],
    [
        'drupal',
        'docker.io/library/drupal',
        '7=2025-01-05 11.4=2027-07-07 11.3=2026-12-16 10.6=2026-12-16 11.2=2026-06-17 10.5=2026-06-17 10.4=2025-12-10 11.1=2025-12-10 11.0=2025-06-16 10.3=2025-06-16 10.2=2024-12-17 10.1=2024-06-20 10.0=2023-12-15 9.5=2023-11-01 9.4=2023-06-21 9.3=2022-12-14 9.2=2022-06-15 9.1=2021-12-08 9.0=2021-06-16 8.9=2021-11-02 8.8=2020-12-01',
    ],
];

;// CONCATENATED MODULE: ./lib/gates/lint/eol-file.js


/** The table that is shipped. */
function builtInTable() {
    return {
        date: date,
        products: rows.map(([name, images, cycles, names]) => ({
            name,
            images: images.split(' '),
            cycles: pairsOf(cycles, end => (end === '' ? null : end)),
            names: pairsOf(names ?? '', cycle => cycle),
        })),
    };
}
function pairsOf(text, read) {
    const pairs = text === '' ? [] : text.split(' ').map(pair => pair.split('='));
    return Object.fromEntries(pairs.map(([key = '', value = '']) => [key, read(value)]));
}
const day = /^\d{4}-\d{2}-\d{2}$/;
/** Reads `base.eol-file`: the shape of our own table, checked field by field. Throws `bad-file`. */
function readEolTable(text, file) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        throw new outcome_error/* HygieneError */.c('bad-file', `${file} is no JSON: ${error instanceof Error ? error.message : error}`, {
            location: { file, line: 1 },
            fix: 'make it with: node scripts/eol.mjs CLONE FILE',
            cause: error,
        });
    }
    const { date, products } = (value ?? {});
    if (typeof date !== 'string' || !day.test(date))
        throw wrong(file, "'date' must be a day, YYYY-MM-DD");
    if (!Array.isArray(products))
        throw wrong(file, "'products' must be a list");
    return {
        date,
        products: products.map((product, index) => readProduct(product, `products[${index}]`, file)),
    };
}
function readProduct(value, where, file) {
    const { name, images, cycles, names } = (value ?? {});
    if (typeof name !== 'string' || name === '')
        throw wrong(file, `${where}.name must be a text`);
    if (!Array.isArray(images) || !images.every(image => typeof image === 'string')) {
        throw wrong(file, `${where}.images must be a list of repositories`);
    }
    const ends = entriesOf(cycles, end => end === null || (typeof end === 'string' && day.test(end)));
    if (ends === undefined)
        throw wrong(file, `${where}.cycles must map releases to days, or to null while unknown`);
    const codes = names === undefined ? {} : entriesOf(names, cycle => typeof cycle === 'string');
    if (codes === undefined)
        throw wrong(file, `${where}.names must map code names to releases`);
    return { name, images, cycles: ends, names: codes };
}
function entriesOf(value, isRight) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return undefined;
    return Object.values(value).every(isRight) ? value : undefined;
}
function wrong(file, what) {
    return new outcome_error/* HygieneError */.c('bad-file', `${file}: ${what}`, {
        location: { file, line: 1 },
        fix: 'make it with: node scripts/eol.mjs CLONE FILE',
    });
}
/** The table with the file's products first: one of the same name takes the place of ours. */
function withProducts(table, more) {
    const names = new Set(more.products.map(({ name }) => name));
    return {
        date: [more.date, table.date].toSorted().at(-1) ?? table.date,
        products: [...more.products, ...table.products.filter(({ name }) => !names.has(name))],
    };
}
const oldest = 180 * 24 * 60 * 60;
/** True if the facts are of more than 180 days ago. */
function isOld({ date }, now) {
    return now - Date.parse(`${date}T00:00:00Z`) / 1000 > oldest;
}

;// CONCATENATED MODULE: ./lib/gates/lint/engines/dockerfilelintrc.js


/**
 * Reads dockerfilelint's own configuration: YAML with `rules`, each on or off. What would crash dockerfilelint, an
 * empty mapping or a value that is no text, is `bad-file` with its place; it would mean nothing to it either.
 */
async function readDockerfilelintRc(file, text) {
    const { isMap, isScalar, LineCounter, parseDocument } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const counter = new LineCounter();
    const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
    const at = (offset) => {
        const { line, col } = counter.linePos(offset ?? 0);
        return { file, line: Math.max(1, line), column: Math.max(1, col) };
    };
    const [error] = document.errors;
    if (error !== undefined)
        throw dockerfilelintrc_wrong(error.message.split('\n')[0] ?? 'bad YAML', at(error.pos[0]));
    const root = document.contents;
    const rules = isMap(root)
        ? root.items.find(({ key }) => isScalar(key) && key.value === 'rules')?.value
        : undefined;
    if (!isMap(rules)) {
        throw dockerfilelintrc_wrong("it has no 'rules'", at(root?.range?.[0]), "rules:\n  latest_tag: 'off'");
    }
    const off = new Set();
    for (const { key, value } of rules.items) {
        const name = isScalar(key) ? String(key.value) : '';
        const place = at(isScalar(key) ? key.range?.[0] : undefined);
        if (!Object.hasOwn(dockerfilelintRules, name)) {
            const meant = (0,nearest/* nearest */.pA)(name, Object.keys(dockerfilelintRules));
            throw dockerfilelintrc_wrong(`there is no rule '${name.slice(0, 80)}'`, place, (0,nearest/* didYouMean */.au)(meant));
        }
        const said = isScalar(value) ? value.value : undefined;
        if (typeof said !== 'string') {
            throw dockerfilelintrc_wrong(`the value of '${name}' is no text: dockerfilelint reads texts only`, place, `${name}: '${said === false || said === 0 ? 'off' : 'on'}'`);
        }
        if (['off', 'false', '0', 'n'].includes(said.toLowerCase()))
            off.add(name);
    }
    return { off };
}
function dockerfilelintrc_wrong(what, location, fix) {
    return new outcome_error/* HygieneError */.c('bad-file', `${location.file}: ${what}`, { location, fix });
}

// EXTERNAL MODULE: ./lib/outcome/finding.js
var finding = __webpack_require__(7525);
// EXTERNAL MODULE: ./lib/report/terminal.js
var terminal = __webpack_require__(1488);
// EXTERNAL MODULE: ./lib/steps/define.js
var steps_define = __webpack_require__(1884);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/gates/lint/dockerignore.js

/** Further patterns change nothing that a person would notice, and keep the work bounded. */
const mostPatterns = 2_000;
/**
 * The last pattern that matches a path or one of its parents decides; `!` lets in again.
 * @see https://docs.docker.com/build/concepts/context/#dockerignore-files
 * @see https://github.com/moby/patternmatcher/blob/v0.6.0/patternmatcher.go
 */
function readIgnoreFile(path, text) {
    const patterns = text
        .replace(/^\uFEFF/, '')
        .split('\n')
        .map((line, index) => compile(line, index + 1))
        .filter(pattern => pattern !== undefined)
        .slice(0, mostPatterns);
    return {
        path,
        excludes: wanted => {
            const segments = segmentsOf(wanted);
            let decided;
            for (const pattern of patterns)
                if (matches(pattern.segments, segments))
                    decided = pattern;
            return decided === undefined || decided.negated ? undefined : decided;
        },
        readmitsBelow: folder => {
            const segments = segmentsOf(folder);
            return patterns.some(pattern => pattern.negated &&
                (pattern.segments.includes('**') ||
                    (pattern.segments.length > segments.length &&
                        matches(pattern.segments.slice(0, segments.length), segments))));
        },
    };
}
function compile(line, number) {
    if (line.startsWith('#'))
        return undefined;
    const trimmed = line.trim();
    const negated = trimmed.startsWith('!');
    const pattern = (negated ? trimmed.slice(1) : trimmed).trim();
    if (pattern === '' || pattern.length > 1024)
        return undefined;
    const segments = segmentsOf(pattern);
    if (segments.length === 0)
        return undefined;
    return { text: trimmed, line: number, negated, segments };
}
/** Cleaned the way paths are: no leading slash, no `.`, `..` taken back. */
function segmentsOf(path) {
    const segments = [];
    for (const segment of path.split('/')) {
        if (segment === '' || segment === '.')
            continue;
        if (segment === '..')
            segments.pop();
        else
            segments.push(segment);
    }
    return segments;
}
/** True if the pattern matches the path or one of its parent folders. Work: pattern × path, however many stars. */
function matches(pattern, path) {
    // places[j]: the pattern's first i segments can match the path's first j.
    let places = path.map(() => false);
    places.unshift(true);
    for (const segment of pattern) {
        const next = places.map(() => false);
        if (segment === '**') {
            let reached = false;
            for (const [at, place] of places.entries()) {
                reached ||= place;
                next[at] = reached;
            }
        }
        else {
            for (const [at, part] of path.entries())
                next[at + 1] = (places[at] ?? false) && matchesSegment(segment, part);
        }
        places = next;
    }
    // Reaching the end of the pattern before the end of the path matches a parent, and with it all below.
    return places.some((reached, at) => reached && (at > 0 || path.length === 0));
}
function matchesSegment(pattern, part) {
    return /[*?]/.test(pattern) ? matchesGlob(pattern, part) : pattern === part;
}

// EXTERNAL MODULE: ./lib/steps/inputs.js
var inputs = __webpack_require__(6818);
;// CONCATENATED MODULE: ./lib/steps/dockerfiles.js




/** Names of Dockerfiles below a folder. */
const names = ['Dockerfile*', 'Containerfile*', '*.Dockerfile', '*.dockerfile', '*.Containerfile'];
/** Names that those globs catch, and that are no Dockerfiles, or none yet. */
const notDockerfiles = /\.(?:dockerignore|containerignore|md|txt|bak|orig|swp|sh|ps1|ya?ml|json|toml|xml|template|tmpl|tpl|j2|erb|in|go|rs|cs|java|kt|py|rb|php|[cm]?[jt]sx?)$/;
/**
 * The Dockerfiles that were asked for: files as they are, folders searched, globs expanded, .gitignore honoured.
 * Throws `no-file` for a path that is not there, and for a folder or glob of the call that has none.
 */
async function findDockerfiles(asked, { files }) {
    const isDefault = asked.join('\n') === inputs/* dockerfiles */.yy.read(undefined).join('\n');
    const found = new Set();
    for (const item of asked) {
        const here = await search(item, files);
        if (here.length === 0 && !isDefault) {
            throw new outcome_error/* HygieneError */.c('no-file', `no Dockerfile in '${item}'`, {
                fix: 'name the file itself if it has another name; what .gitignore leaves out is not searched',
            });
        }
        for (const file of here)
            found.add(file);
    }
    return [...found].toSorted();
}
async function search(item, files) {
    const path = external_node_path_.posix.normalize(item).replace(/(?<=.)\/$/, '');
    switch (await files.kind(path)) {
        case 'file':
            return [path];
        case 'folder': {
            const below = path === '.' ? '' : `${literal(path)}/`;
            return (await files.find(names.map(name => `${below}**/${name}`))).filter(isDockerfile);
        }
        case 'other':
            throw new outcome_error/* HygieneError */.c('bad-file', `${item} is neither a file nor a folder`);
        case 'absent':
            if (/[*?[\]{}!()]/.test(item))
                return (await files.find([item])).filter(isDockerfile);
            throw new outcome_error/* HygieneError */.c('no-file', `there is no ${item}`, {
                location: { file: item, line: 1 },
                fix: 'check the path; it starts from the working folder',
            });
    }
}
function isDockerfile(path) {
    return !notDockerfiles.test(path);
}
/** A folder's name as a glob that means just that. */
function literal(path) {
    return path.replace(/[\\*?[\]{}!()@+]/g, '\\$&');
}
/** How many files are read at once. */
const atOnce = 64;
/** Reads the Dockerfiles, each with the .dockerignore that its build would honour. */
async function readSources(paths, context, { files }) {
    if (context !== undefined && (await files.kind(context)) !== 'folder') {
        throw new outcome_error/* HygieneError */.c('no-file', `the build context ${context} is no folder`);
    }
    // Each folder is listed once: that tells of all its .dockerignore files.
    const listed = new Map();
    const names = (folder) => {
        const before = listed.get(folder) ?? files.list(folder).then(all => new Set(all));
        listed.set(folder, before);
        return before;
    };
    const readIgnore = async (path) => {
        if (!(await names(external_node_path_.posix.dirname(path))).has(external_node_path_.posix.basename(path)))
            return undefined;
        if ((await files.kind(path)) !== 'file')
            return undefined;
        return readIgnoreFile(path, await files.readText(path, 1024 * 1024));
    };
    const sources = [];
    for (let start = 0; start < paths.length; start += atOnce) {
        const some = paths.slice(start, start + atOnce).map(async (file) => {
            const folder = context ?? external_node_path_.posix.dirname(file);
            // BuildKit prefers `Dockerfile.dockerignore` beside the Dockerfile to the one of the context.
            const own = await readIgnore(`${file}.dockerignore`);
            const ignore = own ?? (await readIgnore(folder === '.' ? '.dockerignore' : `${folder}/.dockerignore`));
            return { file, text: await files.readText(file), context: { folder, ignore } };
        });
        sources.push(...(await Promise.all(some)));
    }
    return sources;
}

// EXTERNAL MODULE: ./lib/steps/policy.js + 4 modules
var steps_policy = __webpack_require__(9185);
// EXTERNAL MODULE: ./lib/steps/reports.js + 4 modules
var reports = __webpack_require__(4443);
;// CONCATENATED MODULE: ./lib/steps/lint.js








const { /* config */ "$W": config, /* printPolicy */ "yv": printPolicy, /* githubToken */ "bU": githubToken, /* gitlabToken */ "Dq": gitlabToken, /* dockerfiles */ "yy": dockerfiles, /* context */ "_O": context } = inputs;
const { /* summary */ "z": summary, /* annotations */ "hk": annotations, /* sarifFile */ "Uz": sarifFile, /* codequalityFile */ "VF": codequalityFile, /* junitFile */ "tW": junitFile, /* jsonFile */ "d_": jsonFile } = inputs;
const lint = (0,steps_define/* defineStep */.ol)({
    name: 'lint',
    inputs: {
        dockerfiles,
        context,
        config,
        printPolicy,
        githubToken,
        gitlabToken,
        summary,
        annotations,
        sarifFile,
        codequalityFile,
        junitFile,
        jsonFile,
    },
    positional: 'dockerfiles',
    outputs: reports/* reportOutputs */.r,
    permissions: { github: { contents: 'read' }, registry: 'none', gitlab: 'Nothing.' },
    async run(values, world) {
        const loaded = await (0,steps_policy/* loadPolicy */.t)(values, world);
        checkRuleNames(loaded);
        if (values.printPolicy)
            return (0,steps_policy/* printedPolicy */.b)(loaded);
        const paths = await findDockerfiles(values.dockerfiles, world);
        const sources = await readSources(paths, values.context, world);
        const policy = await withDockerfilelintRc(loaded.policy, world);
        const eol = await eolTable(policy, world);
        const now = world.now();
        const findings = await lintFiles(sources, { policy, eol, now }, world);
        const aged = sources.length > 0 && policy.base.eol !== 'off' && isOld(eol, now) ? [tableIsOld(eol, policy)] : [];
        return (0,reports/* writeReports */.L)('lint', told([...findings, ...aged.flat()], sources, policy), values, world, ruleDescriptions());
    },
});
/** A rule that does not exist would be a rule that nobody notices is not applied. */
function checkRuleNames({ policy, where }) {
    const faults = Object.keys(policy.lint.rules)
        .filter(rule => !isRule(rule))
        .map((rule) => {
        const meant = (0,nearest/* nearest */.pA)(rule, knownRules);
        const location = where(`lint.rules.${rule}`) ?? where('lint.rules');
        return {
            rule: 'bad-policy',
            severity: 'error',
            message: `lint.rules: there is no rule '${rule.slice(0, 80)}'`,
            ...(meant === undefined ? {} : { fix: `did you mean ${meant}?` }),
            ...(location === undefined ? {} : { location }),
        };
    });
    const [first] = faults;
    if (first !== undefined)
        throw new outcome_error/* HygieneError */.c('bad-policy', first.message, { findings: faults });
}
/** `.dockerfilelintrc` of the working folder switches dockerfilelint's rules off, where the policy does not name them. */
async function withDockerfilelintRc(policy, { files }) {
    const path = '.dockerfilelintrc';
    if (!policy.lint.engines.includes('dockerfilelint') || (await files.kind(path)) !== 'file')
        return policy;
    const { off } = await readDockerfilelintRc(path, await files.readText(path, 1024 * 1024));
    const rules = Object.fromEntries([...off].map(rule => [`dockerfilelint/${rule}`, 'off']));
    return { ...policy, lint: { ...policy.lint, rules: { ...rules, ...policy.lint.rules } } };
}
async function eolTable({ base }, { files }) {
    const path = base['eol-file'];
    if (path === null)
        return builtInTable();
    return withProducts(builtInTable(), readEolTable(await files.readText(path), path));
}
function tableIsOld({ date }, policy) {
    const severity = policy.lint.rules['eol-table-old'] ?? 'warning';
    if (severity === 'off')
        return [];
    return [
        {
            rule: 'eol-table-old',
            severity,
            message: `the end-of-life dates are of ${date}, more than 180 days ago: a base may have died since`,
            fix: 'upgrade image-hygiene, or name a newer table in base.eol-file of the policy',
        },
    ];
}
function told(findings, sources, policy) {
    const sorted = findings.toSorted(finding/* compareFindings */.Eg);
    const count = (severity) => sorted.filter(finding => finding.severity === severity).length;
    const stats = {
        files: sources.length,
        errors: count('error'),
        warnings: count('warning'),
        infos: count('info'),
    };
    const lines = new Map(sources.map(({ file, text }) => [file, text.split(/\r?\n/)]));
    const total = sources.length === 0
        ? 'no Dockerfile found: nothing was checked'
        : `${counted(sources.length, 'Dockerfile')}: ${counted(stats.errors, 'error')}, ${counted(stats.warnings, 'warning')}, ${counted(stats.infos, 'note')}`;
    return {
        verdict: verdictAt(policy.lint['fail-on'], sorted),
        findings: sorted,
        outputs: {},
        stats,
        text: [(0,terminal/* terminalFindings */.f)(sorted, lines), total, ...byRule(sorted)].filter(part => part !== '').join('\n'),
        summary: total,
    };
}
/** With many findings, what most of them are: the place to begin, or the rule to switch off. */
function byRule(findings) {
    if (findings.length <= 20)
        return [];
    const counts = new Map();
    for (const { severity, rule } of findings) {
        const name = `${severity} ${rule}`;
        counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return [...counts]
        .toSorted(([, a], [, b]) => b - a)
        .map(([name, count]) => `${String(count).padStart(7)} ${name}`);
}
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
function verdictAt(threshold, findings) {
    if (findings.some(({ severity }) => (0,finding/* reaches */.O6)(severity, threshold)))
        return 'fail';
    return findings.some(({ severity }) => severity === 'warning') ? 'warn' : 'pass';
}
function ruleDescriptions() {
    return lintRules.map(({ id, summary: line, reason, fix }) => ({
        id,
        summary: line,
        help: `${reason}\n\n${fix}`,
    }));
}


/***/ }),

/***/ 4443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ reportOutputs),
  L: () => (/* binding */ writeReports)
});

// EXTERNAL MODULE: ./lib/outcome/outcome.js
var outcome = __webpack_require__(1308);
// EXTERNAL MODULE: ./lib/outcome/finding.js
var finding = __webpack_require__(7525);
;// CONCATENATED MODULE: ./lib/report/fingerprint.js
/**
 * A stable id per finding: the same after lines shift, different for equal findings of one file (GitLab silently
 * drops a second finding with a known fingerprint).
 */
function fingerprints(findings) {
    const seen = new Map();
    return findings.map(({ rule, message, location, image }) => {
        const key = [rule, location?.file ?? image ?? '', message].join('\u0000');
        const ordinal = seen.get(key) ?? 0;
        seen.set(key, ordinal + 1);
        return `${fnv1a(`${key}\u0000${ordinal}`)}${fnv1a(`${ordinal}\u0000${key}`)}`;
    });
}
/** @see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv-21 */
function fnv1a(text) {
    let hash = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode(text)) {
        hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    }
    return hash.toString(16).padStart(16, '0');
}

;// CONCATENATED MODULE: ./lib/report/sarif.js


const levels = { error: 'error', warning: 'warning', info: 'note' };
/** GitHub takes 25,000 results of a run and shows the first 5,000. */
const most = 5_000;
/**
 * SARIF 2.1.0, most severe first, with a note where results were left out.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
function toSarif(findings, { version, rules = [] }) {
    const sorted = findings.toSorted(finding/* compareFindings */.Eg).slice(0, most);
    const described = new Map(rules.map(rule => [rule.id, rule]));
    const ids = [...new Set(sorted.map(({ rule }) => rule))].toSorted();
    const prints = fingerprints(sorted);
    const left = findings.length - sorted.length;
    return `${JSON.stringify({
        $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'image-hygiene',
                        semanticVersion: version,
                        rules: ids.map(id => ruleOf(id, described.get(id))),
                    },
                },
                results: sorted.map((finding, index) => resultOf(finding, ids.indexOf(finding.rule), prints[index] ?? '')),
                ...(left === 0
                    ? {}
                    : {
                        invocations: [
                            {
                                executionSuccessful: true,
                                toolExecutionNotifications: [
                                    {
                                        level: 'note',
                                        message: { text: `${left} further results were left out of this file` },
                                    },
                                ],
                            },
                        ],
                    }),
            },
        ],
    }, undefined, 2)}\n`;
}
function ruleOf(id, rule) {
    return {
        id,
        shortDescription: { text: rule?.summary ?? id },
        ...(rule?.help === undefined ? {} : { help: { text: rule.help, markdown: rule.help } }),
        ...(rule?.securitySeverity === undefined
            ? {}
            : { properties: { 'security-severity': rule.securitySeverity.toFixed(1), tags: ['security'] } }),
    };
}
function resultOf({ rule, severity, message, fix, location, image, suppressed }, ruleIndex, print) {
    const text = fix === undefined ? message : `${message}\n${fix}`;
    // GitHub refuses a result without a place: a finding about an image is put on the policy file's first line.
    const { file, line, column } = location ?? { file: '.image-hygiene.yml', line: 1 };
    return {
        ruleId: rule,
        ruleIndex,
        level: levels[severity],
        message: { text: image === undefined ? text : `${image}: ${text}` },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: uriOf(file) },
                    region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) },
                },
            },
        ],
        partialFingerprints: { 'imageHygiene/v1': print },
        ...(suppressed === undefined
            ? {}
            : { suppressions: [{ kind: 'external', status: 'accepted', justification: suppressed }] }),
    };
}
/** Relative to the repository; a path with broken UTF-16 in it must not break the report. */
function uriOf(file) {
    return encodeURI(new TextDecoder().decode(new TextEncoder().encode(file)).replace(/^\.\//, ''));
}

;// CONCATENATED MODULE: ./lib/report/codequality.js


const severities = { error: 'critical', warning: 'minor', info: 'info' };
/**
 * GitLab's Code Quality report: an array of issues.
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
function toCodeQuality(findings) {
    const sorted = findings.toSorted(finding/* compareFindings */.Eg);
    const prints = fingerprints(sorted);
    const issues = sorted.map(({ rule, severity, message, fix, location, image }, index) => ({
        description: [image, message, fix].filter(part => part !== undefined).join(': '),
        check_name: rule,
        fingerprint: prints[index],
        severity: severities[severity],
        location: {
            path: (location?.file ?? '.image-hygiene.yml').replace(/^\.\//, ''),
            lines: { begin: location?.line ?? 1 },
        },
    }));
    return `${JSON.stringify(issues, undefined, 2)}\n`;
}

;// CONCATENATED MODULE: ./lib/report/junit.js

/**
 * JUnit XML with one test case per finding; errors and warnings fail, so that every tier of GitLab shows them.
 * @see https://docs.gitlab.com/ci/testing/unit_test_reports/
 */
function toJunit(step, findings) {
    const cases = findings.toSorted(finding/* compareFindings */.Eg).map(finding => caseOf(step, finding));
    const failures = findings.filter(({ severity }) => severity === 'error').length;
    const name = `image-hygiene ${step}`;
    const body = cases.length === 0 ? [`    <testcase classname="${inXml(step)}" name="no findings"/>`] : cases;
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites>',
        `  <testsuite name="${inXml(name)}" tests="${body.length}" failures="${failures}" errors="0" skipped="0">`,
        ...body,
        '  </testsuite>',
        '</testsuites>',
        '',
    ].join('\n');
}
function caseOf(step, { rule, severity, message, fix, location, image }) {
    const where = location === undefined ? (image ?? '') : (0,finding/* formatLocation */.j$)(location);
    const attributes = [
        `classname="${inXml(`${step}.${rule}`)}"`,
        `name="${inXml(`${rule} ${where}`.trim())}"`,
        ...(location === undefined ? [] : [`file="${inXml(location.file)}"`]),
    ].join(' ');
    const text = inXml([message, fix].filter(part => part !== undefined).join('\n'));
    return severity === 'error'
        ? `    <testcase ${attributes}><failure message="${inXml(message)}" type="${severity}">${text}</failure></testcase>`
        : `    <testcase ${attributes}><system-out>${severity}: ${text}</system-out></testcase>`;
}
/** XML 1.0 has no way to write most control characters: they become U+FFFD. */
function inXml(text) {
    return (text
        // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the characters that XML 1.0 forbids
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
        .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replace(/[\n\r\t]/g, character => `&#${character.charCodeAt(0)};`));
}

// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/steps/reports.js



/** Writes the reports that were asked for, all from one set of findings, before the step can fail. */
async function writeReports(step, result, files, world, rules = []) {
    const { findings } = result;
    const outputs = { ...result.outputs, 'findings-count': String(findings.length) };
    const write = async (output, path, render) => {
        if (path === undefined)
            return;
        await world.files.write(path, render());
        outputs[output] = path;
    };
    await write('sarif-file', files.sarifFile, () => toSarif(findings, { version: version/* version */.r, rules }));
    await write('codequality-file', files.codequalityFile, () => toCodeQuality(findings));
    await write('junit-file', files.junitFile, () => toJunit(step, findings));
    const told = { ...result, outputs };
    await write('json-file', files.jsonFile, () => `${JSON.stringify((0,outcome/* outcomeOf */.sG)(step, told), undefined, 2)}\n`);
    return { ...told, outputs };
}
/** The outputs that `writeReports` adds, for a step's definition. */
const reportOutputs = {
    'findings-count': 'How many findings there are.',
    'sarif-file': 'Path of the SARIF report, if one was asked for.',
    'codequality-file': 'Path of the Code Quality report, if one was asked for.',
    'junit-file': 'Path of the JUnit report, if one was asked for.',
    'json-file': 'Path of the outcome as JSON, if it was asked for.',
};


/***/ })

};
;