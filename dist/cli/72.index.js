export const id = 72;
export const ids = [72];
export const modules = {

/***/ 3914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wQ: () => (/* reexport */ bakeFile),
  fb: () => (/* reexport */ buildArguments),
  aD: () => (/* reexport */ buildTime),
  MK: () => (/* reexport */ checkTags),
  PM: () => (/* reexport */ dotenv),
  UU: () => (/* reexport */ expiresOf),
  Mj: () => (/* reexport */ factsFromGit),
  PW: () => (/* reexport */ factsFromGithub),
  lr: () => (/* reexport */ factsFromGitlab),
  c2: () => (/* reexport */ immutableTags),
  Hx: () => (/* reexport */ judgeExisting),
  iY: () => (/* binding */ loadEventReader),
  ni: () => (/* reexport */ makeAnnotations),
  y6: () => (/* reexport */ makeLabels),
  aX: () => (/* reexport */ makeTags),
  CG: () => (/* reexport */ missingLabels),
  Yz: () => (/* reexport */ outputsOf),
  k2: () => (/* reexport */ readLabels),
  R0: () => (/* reexport */ readTargets),
  wK: () => (/* reexport */ readValue),
  CL: () => (/* reexport */ referencesOf),
  dH: () => (/* reexport */ storyOf),
  jb: () => (/* reexport */ summaryTable),
  WT: () => (/* reexport */ withGitTags)
});

// UNUSED EXPORTS: annotationLines, bakeTarget, expiresInWords, labelLines, readGivenTag

// EXTERNAL MODULE: ./lib/image/index.js + 9 modules
var lib_image = __webpack_require__(716);
// EXTERNAL MODULE: ./lib/outcome/index.js + 4 modules
var outcome = __webpack_require__(220);
// EXTERNAL MODULE: ./lib/policy/index.js + 4 modules
var lib_policy = __webpack_require__(7134);
;// CONCATENATED MODULE: ./lib/build/identity.js

// What a build is, as far as a tag can say it, and whether a tag says it truly.
/** How a git tag would stand in an image tag: `+` of build metadata is `_` there. */
function asImageTag(gitTag) {
    return gitTag.replace('+', '_');
}
/** `v{semver.major}` beside `v{semver}` moves with every release; alone it is the release's own name. */
function isFloating(template, among) {
    const has = (one, name) => one.placeholders.some(placeholder => placeholder === name);
    const inPart = has(template, 'semver.major') || has(template, 'semver.minor');
    return inPart && among.some(other => has(other, 'semver'));
}
/** What the templates of a class may write. */
function tagFacts(facts, now, gitTag = facts.gitTag) {
    return {
        sha: facts.sha,
        number: facts.pullRequest?.number,
        branch: facts.branch,
        date: now,
        semver: gitTag === undefined ? undefined : (0,lib_policy/* readVersion */.$4)(gitTag),
    };
}
/** How a class reads a git tag, if it does. Floating templates do not count: `v1.2` is no release `v1.2.3`. */
function readRelease(gitTag, policy, name) {
    const templates = (0,lib_policy/* classTemplates */.wu)(policy, name);
    for (const template of templates) {
        if (template.rest || isFloating(template, templates))
            continue;
        const captured = template.match(asImageTag(gitTag));
        if (captured === undefined)
            continue;
        // `v1.0.0_b` reads as a version in an image tag only; as a git tag it is none.
        if (captured.semver?.includes('+') && !gitTag.includes('+'))
            continue;
        return { gitTag, template, captured };
    }
    return undefined;
}
/** The tags that a class makes of a release. A prerelease moves no floating tag. */
function releaseTags(release, policy, name, facts) {
    const templates = (0,lib_policy/* classTemplates */.wu)(policy, name);
    const version = release.captured.semver ?? (0,lib_policy/* readVersion */.$4)(release.gitTag);
    const own = asImageTag(release.gitTag);
    const made = templates.flatMap(template => {
        if (template === release.template)
            return [own];
        if (version !== undefined && (0,lib_policy/* isPrerelease */.V1)(version) && isFloating(template, templates))
            return [];
        const tag = template.make({ ...facts, semver: version });
        return typeof tag === 'string' ? [tag] : [];
    });
    return [...new Set(made)];
}
/** Why a tag does not say the truth about a build that is no release; `undefined` if it does. */
function contradiction(tag, template, rule, facts, now) {
    const captured = template.match(tag) ?? {};
    if (rule.on !== undefined && rule.on !== facts.event) {
        return `such tags are made on ${rule.on}, and this is a ${facts.event} (${facts.trigger})`;
    }
    if (captured.sha !== undefined && !facts.sha.startsWith(captured.sha)) {
        return `the commit that is built is ${facts.sha.slice(0, 12)}`;
    }
    if (rule.on === 'pull-request' && captured.number !== undefined) {
        const number = facts.pullRequest?.number;
        if (captured.number !== number)
            return `this is pull request ${number}`;
    }
    if (captured.date !== undefined && !isToday(captured.date, now)) {
        return `the build is of ${dayOf(now)} (UTC)`;
    }
    if (captured.branch !== undefined && rule.on !== undefined) {
        // A slug cannot be read back, so the tag is made again and compared.
        const made = template.make({ ...tagFacts(facts, now), sha: captured.sha ?? facts.sha });
        if (facts.branch === undefined || (typeof made === 'string' && made !== tag)) {
            return `the branch is ${facts.branch === undefined ? 'not known' : `'${facts.branch}'`}`;
        }
    }
    return undefined;
}
/** A build that began before midnight may tag after it. */
function isToday(day, now) {
    return day === dayOf(now) || day === dayOf(now - 86_400);
}
function dayOf(now) {
    return new Date(now * 1000).toISOString().slice(0, 10).replaceAll('-', '');
}

;// CONCATENATED MODULE: ./lib/build/slip.js



/**
 * A tag of no class that was plainly meant as one of a class: a bare commit, an incomplete version, a typing error.
 * It is refused, for nothing would ever clean it up.
 */
function slipOf(tag, facts, policy, now) {
    // A class that denies prereleases would be offered the very same one.
    const other = (near) => (near === tag ? undefined : near);
    const here = other((0,lib_policy/* nearestTag */.DW)(tag, policy, { ...tagFacts(facts, now), event: facts.event })?.tag);
    const anywhere = other((0,lib_policy/* nearestTag */.DW)(tag, policy, { sha: facts.sha })?.tag);
    const hex = commitIn(tag, facts);
    if (hex !== undefined)
        return commitSlip(tag, hex, facts, policy, here ?? anywhere);
    const meant = looksLikeVersion(tag)
        ? (anywhere ?? here)
        : [here, anywhere].find(one => one !== undefined && (0,outcome/* nearest */.pA)(tag, [one]) !== undefined);
    return meant === undefined
        ? undefined
        : { message: `the tag '${tag}' is of no class`, fix: `did you mean ${meant}?` };
}
function commitSlip(tag, hex, facts, policy, meant) {
    if (meant === undefined)
        return undefined;
    const written = (0,lib_policy/* nearestTag */.DW)(tag, policy)?.tag;
    const other = facts.sha.startsWith(hex)
        ? ''
        : `; even as ${written} it would be another commit than the built one`;
    return { message: `the tag '${tag}' is of no class${other}`, fix: `did you mean ${meant}?` };
}
/** The commit that ends a tag. Digits alone are a number, unless they are this commit's. */
function commitIn(tag, { sha }) {
    const hex = /(?:^|[^0-9a-z])([0-9a-f]{7,40})$/i.exec(tag)?.[1]?.toLowerCase();
    return hex !== undefined && (/[a-f]/.test(hex) || sha.startsWith(hex)) ? hex : undefined;
}
/** `v1`, `v1.2`, `1.2`, `V01.2.3-x`; a number alone is none. */
function looksLikeVersion(tag) {
    return /^(?:v[.-]?[0-9]+(?:\.[0-9]+){0,2}|[0-9]+\.[0-9]+(?:\.[0-9]+)?)(?:[-+_.a-z].*)?$/i.test(tag);
}

;// CONCATENATED MODULE: ./lib/build/judge.js



/** Whether this build may carry a tag, whoever made it. Any text may be asked about. */
function judgeTag(tag, facts, loaded, now) {
    const { policy, where } = loaded;
    const forbidden = (0,lib_policy/* matchesForbidden */.Zp)(tag, policy);
    if (forbidden !== undefined) {
        const location = where(forbidden.path);
        return refused('tag-forbidden', `the tag '${tag}' is forbidden: it would not say which build it is`, {
            fix: instead(tag, facts, policy, now),
            ...(location === undefined ? {} : { location }),
        });
    }
    if ((0,lib_policy/* isMetadataTag */.mo)(tag)) {
        return refused('tag-reserved', `the tag '${tag}' is where registries keep signatures and attestations`, {
            fix: instead(tag, facts, policy, now),
        });
    }
    const readings = readingsOf(tag, policy);
    // Whatever a row `'*'` says: that row is for tags found in a registry, and a slip makes more of them.
    if (readings.every(({ template }) => template.rest)) {
        const slip = slipOf(tag, facts, policy, now);
        if (slip !== undefined)
            return refused('tag-unknown', slip.message, { fix: slip.fix });
    }
    if (readings.length === 0)
        return judgeUnknown(tag, facts, policy, now);
    const releases = readings.filter(({ rule }) => rule.on === 'git-tag');
    const others = readings.filter(({ rule }) => rule.on !== 'git-tag');
    // What reads as a release is one, whatever else it may be read as: a branch can be named v1.2.3.
    if (releases.length > 0) {
        const verdict = judgeRelease(tag, releases, facts, policy, now);
        if (verdict.says !== 'legal')
            return verdict;
        const also = others.filter(one => whyNot(tag, one, facts, now) === undefined);
        return { ...verdict, classes: [...new Set([...verdict.classes, ...also.map(one => one.class)])] };
    }
    const truthful = others.filter(one => whyNot(tag, one, facts, now) === undefined);
    if (truthful.length > 0)
        return legal(truthful.map(one => one.class));
    const [first] = others;
    const why = first === undefined ? '' : whyNot(tag, first, facts, now);
    return refused('tag-not-this-build', `the tag '${tag}' is of class ${first?.class}, but ${why}`, {
        fix: instead(tag, facts, policy, now),
    });
}
function readingsOf(tag, policy) {
    const all = Object.entries(policy.classes).flatMap(([name, rule]) => (0,lib_policy/* classTemplates */.wu)(policy, name)
        .filter(template => template.match(tag) !== undefined)
        .map(template => ({ class: name, rule, template })));
    const named = all.filter(({ template }) => !template.rest);
    return named.length > 0 ? named : all;
}
function whyNot(tag, { template, rule }, facts, now) {
    return contradiction(tag, template, rule, facts, now);
}
/** A release is what a git tag on the built commit says; anything else is a name that somebody made up. */
function judgeRelease(tag, readings, facts, policy, now) {
    const [{ class: name }] = readings;
    const say = (why) => `the tag '${tag}' is a release (class ${name}), but ${why}`;
    if (facts.event === 'pull-request') {
        return refused('tag-not-this-build', say('a pull request releases nothing'), {
            fix: instead(tag, facts, policy, now),
        });
    }
    const said = readings.filter(reading => namesOf(reading, facts, policy, now).includes(tag));
    if (said.length > 0)
        return legal(said.map(reading => reading.class));
    const commit = facts.sha.slice(0, 12);
    if (facts.gitTags.complete || facts.gitTag !== undefined) {
        const known = facts.gitTags.names.slice(0, 5);
        const there = known.length === 0 ? 'carries no git tag' : `carries the git tag ${known.join(', ')}`;
        return refused('tag-not-git-tag', say(`the commit ${commit} ${there}`), {
            fix: instead(tag, facts, policy, now) ?? `git tag ${tag} ${commit} && git push origin ${tag}`,
        });
    }
    return {
        says: 'undecided',
        finding: {
            rule: 'undecidable',
            severity: 'error',
            message: say(`this checkout has no git tags to say whether the commit ${commit} carries one of that name`),
            fix: 'build releases on the push of their git tag, or fetch the tags: `fetch-depth: 0` of actions/checkout, GIT_DEPTH: 0 on GitLab, `git fetch --tags --unshallow`',
        },
    };
}
/** The image tags that a class makes of the git tags on the built commit. */
function namesOf(reading, facts, policy, now) {
    return facts.gitTags.names.flatMap(gitTag => {
        const release = readRelease(gitTag, policy, reading.class);
        if (release === undefined)
            return [];
        const floats = isFloating(reading.template, (0,lib_policy/* classTemplates */.wu)(policy, reading.class));
        return floats
            ? releaseTags(release, policy, reading.class, tagFacts(facts, now, gitTag))
            : [asImageTag(gitTag), ...releaseTags(release, policy, reading.class, tagFacts(facts, now, gitTag))];
    });
}
/** A tag that no class speaks of is for `unknown` to say. */
function judgeUnknown(tag, facts, policy, now) {
    const classes = Object.entries(policy.classes).map(([name, rule]) => `${name} (${rule.tags.join(', ')})`);
    const better = instead(tag, facts, policy, now);
    const finding = {
        rule: 'tag-unknown',
        severity: policy.unknown === 'deny' ? 'error' : 'warning',
        message: `the tag '${tag}' is of no class, so nothing says how long it lives: ${classes.join('; ')}`,
        fix: `${better === undefined ? '' : `${better}, or `}give it a class in the policy`,
    };
    return policy.unknown === 'deny' ? { says: 'refused', finding } : { ...legal([]), findings: [finding] };
}
/** What to use instead, in words. */
function instead(tag, facts, policy, now) {
    const meant = (0,lib_policy/* nearestTag */.DW)(tag, policy, { ...tagFacts(facts, now), event: facts.event });
    return meant === undefined || meant.tag === tag ? undefined : `use ${meant.tag}`;
}
function legal(classes) {
    return { says: 'legal', classes: [...new Set(classes)], findings: [] };
}
function refused(rule, message, details) {
    const { fix, location } = details;
    return {
        says: 'refused',
        finding: {
            rule,
            severity: 'error',
            message,
            ...(fix === undefined ? {} : { fix }),
            ...(location === undefined ? {} : { location }),
        },
    };
}

;// CONCATENATED MODULE: ./lib/build/name.js




/** Makes the tags of a build by the templates of its event's class. */
function makeTags(facts, loaded, now) {
    const { policy } = loaded;
    const faults = [];
    for (const [name, rule] of Object.entries(policy.classes)) {
        if (rule.on !== facts.event)
            continue;
        const tags = facts.gitTag === undefined
            ? ordinary(name, facts, policy, now, faults)
            : released(name, facts, policy, now);
        if (tags.length > 0)
            return named(name, tags, facts, loaded, now);
    }
    return { findings: [noClass(facts, policy, now, faults)] };
}
function ordinary(name, facts, policy, now, faults) {
    return (0,lib_policy/* classTemplates */.wu)(policy, name).flatMap(template => {
        const tag = template.make(tagFacts(facts, now));
        if (typeof tag === 'string')
            return [tag];
        faults.push(tag.fault);
        return [];
    });
}
function released(name, facts, policy, now) {
    const release = readRelease(facts.gitTag ?? '', policy, name);
    return release === undefined ? [] : releaseTags(release, policy, name, tagFacts(facts, now));
}
/** Made tags are judged like anybody's: a branch may be called `latest` or `v1.2.3`. */
function named(name, tags, facts, loaded, now) {
    const verdicts = [...new Set(tags)].map(tag => judgeTag(tag, facts, loaded, now));
    const findings = verdicts.flatMap(verdict => ('finding' in verdict ? [verdict.finding] : verdict.findings));
    if (verdicts.some(verdict => verdict.says !== 'legal'))
        return { findings };
    const known = [...new Set(tags)].filter(lib_image/* isTag */.dz);
    return {
        name: { classes: [name], why: whyOf(facts), tags: known, version: versionOf(known, facts) },
        findings,
    };
}
/** What the event is, for people: `push to main (workflow_dispatch)`. */
function whyOf({ event, trigger, branch, gitTag, pullRequest }) {
    const plain = { 'git-tag': `git tag ${gitTag}`, push: `push to ${branch ?? 'a detached commit'}` };
    const what = event === 'pull-request'
        ? `pull request ${pullRequest?.number}${pullRequest?.withoutSecrets ? ' without secrets' : ''}`
        : plain[event];
    return trigger === event || trigger === 'pull_request' ? what : `${what} (${trigger})`;
}
/** The version that the image is labelled with. */
function versionOf(tags, facts) {
    const released = facts.gitTags.names.filter(gitTag => tags.includes(asImageTag(gitTag)));
    const [first = tags[0] ?? ''] = facts.gitTag !== undefined ? [facts.gitTag] : released;
    return (0,lib_policy/* readVersion */.$4)(first) ?? first;
}
function noClass(facts, policy, now, faults) {
    const rows = Object.entries(policy.classes).map(([name, rule]) => `${name} (${rule.on ?? 'any event'}: ${rule.tags.join(', ')})`);
    const what = facts.gitTag === undefined ? `a ${facts.event} (${facts.trigger})` : `the git tag '${facts.gitTag}'`;
    const why = faults.length === 0 ? '' : `; ${[...new Set(faults)].join('; ')}`;
    return {
        rule: 'no-class',
        severity: 'error',
        message: `no class is for ${what}${why}. The policy has ${rows.join(', ') || 'no classes'}`,
        fix: fixOf(facts, policy, now),
    };
}
function fixOf(facts, policy, now) {
    if (facts.gitTag === undefined) {
        return `add a row to the policy:\nclasses:\n  ${facts.event}: { on: ${facts.event}, tags: ['${facts.event}-{sha}'], expires: 14d }`;
    }
    const meant = (0,lib_policy/* nearestTag */.DW)(facts.gitTag, policy, { sha: facts.sha, date: now, event: 'git-tag' });
    // A class that denies prereleases would be offered the very same one.
    if (meant === undefined || meant.tag === asImageTag(facts.gitTag)) {
        return `add a class with \`on: git-tag\` whose template takes '${facts.gitTag}'`;
    }
    return `did you mean ${meant.tag}? git tag ${meant.tag} ${facts.sha.slice(0, 12)} && git push origin ${meant.tag}`;
}

;// CONCATENATED MODULE: ./lib/build/check.js




/**
 * Reads `v1.2.3`, `ghcr.io/acme/app:v1.2.3` and `app:latest`. A reference without a tag is `latest` to every client,
 * so it is read as that here. What is neither tag nor reference is `bad-usage`.
 */
function readGivenTag(text) {
    if ((0,lib_image/* isTag */.dz)(text))
        return { tag: text };
    // A name alone is a tag, not a repository of Docker Hub.
    const reference = /[/:]/.test(text)
        ? (0,lib_image/* parseReference */.F2)(text)
        : { fault: 'a tag has 1 to 128 of A-Z a-z 0-9 _ . -' };
    if ('fault' in reference) {
        throw new outcome/* HygieneError */.cU('bad-usage', `tags: '${text}' is neither a tag nor a reference: ${reference.fault}`, {
            fix: 'one tag (v1.2.0) or one reference (ghcr.io/acme/app:v1.2.0) a line',
        });
    }
    if (reference.digest !== undefined) {
        throw new outcome/* HygieneError */.cU('bad-usage', `tags: '${text}' has a digest; a build is tagged, not named by its digest`);
    }
    return { tag: reference.tag ?? 'latest', repository: reference.repository };
}
/** Checks tags that another tool made: each is allowed for this build, or refused with what would be. */
function checkTags(given, facts, loaded, now) {
    const verdicts = given.map(tag => judgeTag(tag, facts, loaded, now));
    const findings = verdicts.flatMap(verdict => 'finding' in verdict ? [verdict.finding] : verdict.findings);
    const tags = given.filter(lib_image/* isTag */.dz);
    const classes = verdicts.flatMap(verdict => (verdict.says === 'legal' ? verdict.classes : []));
    if (classes.length + findings.length === 0 || verdicts.some(verdict => verdict.says !== 'legal')) {
        return { findings };
    }
    return {
        name: {
            classes: longestLived(classes, loaded.policy),
            why: whyOf(facts),
            tags,
            version: versionOf(tags, facts),
        },
        findings,
    };
}
function longestLived(classes, policy) {
    const life = (name) => lifeOf(policy.classes[name]);
    return [...new Set(classes)].toSorted((a, b) => life(b) - life(a));
}
/** In seconds; a class that needs no clock outlives all that have one. */
function lifeOf(rule) {
    if (rule?.expires.kind === 'after')
        return rule.expires.seconds;
    return rule?.expires.kind === 'never' ? Number.MAX_VALUE : Number.MAX_SAFE_INTEGER;
}

;// CONCATENATED MODULE: ./lib/build/consumers.js
// The same names and labels in the forms that build tools take. Each form was checked against its reader.
/**
 * One `key=value` a line, for docker/build-push-action, docker/bake-action and `set: *.labels`. They read each line
 * as a CSV record and join its fields again, which keeps commas but eats quotes that open a field: only such a line
 * is quoted.
 */
function labelLines(labels) {
    return [...labels].map(([name, value]) => csvLine(`${name}=${value}`)).join('\n');
}
/** Levels as BuildKit has them: every platform's manifest, and the index over them. */
function annotationLines(annotations) {
    return ['manifest', 'index'].flatMap(level => [...annotations].map(([name, value]) => `${level}:${name}=${value}`));
}
function csvLine(line) {
    return /(?:^|,)"/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}
/**
 * A bake file with one target that others inherit. It has the name that docker/metadata-action gives its own, so a
 * docker-bake.hcl that already inherits from that needs no change.
 * @see https://docs.docker.com/build/bake/reference/
 */
const bakeTarget = 'docker-metadata-action';
function bakeFile(tags, labels, annotations) {
    const target = {
        tags,
        // Bake reads `${…}` and `%{…}` in JSON strings as templates; doubling the sign is its escape.
        labels: Object.fromEntries([...labels].map(([name, value]) => [name, literal(value)])),
        annotations: annotationLines(annotations).map(literal),
    };
    return `${JSON.stringify({ target: { [bakeTarget]: target } }, undefined, 2)}\n`;
}
function literal(text) {
    return text.replace(/([$%])(?=\{)/g, '$1$1');
}
/**
 * Arguments that `docker build`, `buildah build` and `podman build` all take, one a line. Annotations are left out:
 * the three spell their levels differently, and labels say the same for an image of one platform.
 */
function buildArguments(tags, labels) {
    return [
        ...tags.map(tag => `--tag=${tag}`),
        ...[...labels].map(([name, value]) => `--label=${name}=${value}`),
    ]
        .map(argument => `${argument}\n`)
        .join('');
}

;// CONCATENATED MODULE: ./lib/build/dotenv.js

/** What GitLab takes unless an administrator changes it: fewer bytes than this, and at most so many variables. */
const limits = { bytes: 5 * 1024, variables: 20 };
/**
 * A dotenv report for GitLab. Its reader splits at line ends, trims, knows no quotes, comments or empty lines, and
 * stores values that the runner expands: `$X` in one would be replaced. So values are one line without `$`; lists are
 * parted by a space, which neither tags nor references can hold, and labels go by file.
 * @see https://docs.gitlab.com/ci/variables/dotenv_variables/
 */
function dotenv(variables) {
    const entries = Object.entries(variables);
    for (const [name, value] of entries) {
        if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && survives(value)) {
            continue;
        }
        throw new outcome/* HygieneError */.cU('bad-usage', `dotenv-file: ${name} cannot be written: '$', line ends and outer blanks do not survive`, {
            fix: 'choose plain paths and class names',
        });
    }
    const text = entries.map(([name, value]) => `${name}=${value}\n`).join('');
    if (entries.length <= limits.variables && new TextEncoder().encode(text).length < limits.bytes)
        return text;
    throw new outcome/* HygieneError */.cU('bad-usage', 'dotenv-file: the tags take more than the 5 KiB that GitLab allows', {
        fix: 'prepare fewer images at once, or take the tags from build-args-file',
    });
}
/** A line end would start another variable, and the runner would put a value in for `$NAME`. */
function survives(value) {
    return (value.trim() === value && !value.includes('$') && ![...value].some(one => one < ' ' || one === '\u007f'));
}

;// CONCATENATED MODULE: ./lib/build/expiry.js


const hour = 3600;
/** The moment that counts as the build's: SOURCE_DATE_EPOCH where it is set, the clock otherwise. */
function buildTime(sourceDateEpoch, now) {
    if (sourceDateEpoch === undefined || sourceDateEpoch.trim() === '')
        return now;
    if (/^[0-9]{1,11}$/.test(sourceDateEpoch.trim()))
        return Number(sourceDateEpoch.trim());
    throw new outcome/* HygieneError */.cU('bad-usage', 'SOURCE_DATE_EPOCH is no moment in unix seconds', {
        fix: 'SOURCE_DATE_EPOCH=$(git log -1 --pretty=%ct)',
    });
}
/**
 * Base time plus the class's duration, rounded up to the hour so that a rerun within the hour makes the same label.
 * Throws `bad-usage` when that moment is past: such an image would be deleted by the next cleanup.
 */
function expiresOf(expiry, base, now) {
    if (expiry.kind !== 'after')
        return { kind: expiry.kind };
    const at = Math.ceil((base + expiry.seconds) / hour) * hour;
    if (at > now)
        return { kind: 'at', at, after: expiry.seconds };
    throw new outcome/* HygieneError */.cU('bad-usage', `the image would be born expired: built at ${(0,lib_image/* formatInstant */.r4)(base)} it expires at ${(0,lib_image/* formatInstant */.r4)(at)}, which is past`, {
        fix: 'unset SOURCE_DATE_EPOCH for this step (the build itself may keep it), or give the class a longer `expires`',
    });
}
/** `never`, or `after 2026-11-24 04:00 UTC, in 3 days`. */
function expiresInWords(expires, now) {
    if (expires.kind !== 'at')
        return words[expires.kind];
    return `after ${(0,lib_image/* formatInstant */.r4)(expires.at).replace('T', ' ').replace(/:00Z$/, ' UTC')}, in ${spanOf(expires.at - now)}`;
}
const words = { never: 'never', superseded: 'when newer versions supersede it' };
function spanOf(seconds) {
    const [count, unit] = seconds < 2 * hour
        ? [Math.max(1, Math.round(seconds / 60)), 'minute']
        : seconds < 48 * hour
            ? [Math.round(seconds / hour), 'hour']
            : [Math.round(seconds / (24 * hour)), 'day'];
    return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
/** Quay's own label: a duration from the push, in its largest whole unit. Quay deletes by it on its own. */
function quayDuration(seconds) {
    const units = [
        ['w', 7 * 24 * hour],
        ['d', 24 * hour],
        ['h', hour],
    ];
    const [unit, size] = units.find(([, length]) => seconds % length === 0) ?? ['s', 1];
    return `${seconds / size}${unit}`;
}

;// CONCATENATED MODULE: ./lib/build/facts.js
function isCommit(text) {
    return text !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
/** Git's name for "no commit": what a push that deletes its ref points to. */
function isNoCommit(text) {
    return /^0+$/.test(text);
}
/** An RFC 3339 moment, in whole seconds. */
function readMoment(text) {
    if (text === undefined || text === null || !/^[0-9]{4}-[0-9]{2}-[0-9]{2}T/.test(text))
        return undefined;
    const milliseconds = Date.parse(text);
    return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}

;// CONCATENATED MODULE: ./lib/build/source-url.js
/**
 * A git remote as the page a browser opens: without credentials, query and `.git`. `git@host:acme/app.git` and
 * `ssh://git@host:22/acme/app` become `https://host/acme/app`; a local path has no page.
 */
function browserUrl(remote) {
    const scp = /^(?:[^@/:\s]+@)?([A-Za-z0-9.-]+\.[A-Za-z0-9.-]+):(?!\/\/)([^\s]+)$/.exec(remote);
    if (scp !== null)
        return `https://${scp[1]}/${withoutGit(scp[2] ?? '')}`;
    if (!/^(?:https?|ssh|git):\/\//.test(remote) || !URL.canParse(remote))
        return undefined;
    const url = new URL(remote);
    const web = url.protocol === 'http:' || url.protocol === 'https:';
    if (url.hostname === '')
        return undefined;
    return `${web ? url.protocol : 'https:'}//${web ? url.host : url.hostname}/${withoutGit(url.pathname)}`;
}
function withoutGit(path) {
    return path
        .replace(/^\/+/, '')
        .replace(/\/+$/, '')
        .replace(/\.git$/, '');
}

;// CONCATENATED MODULE: ./lib/build/git.js


/** A plain checkout: a detached HEAD on a git tag builds that tag, anything else is a push to its branch. */
function factsFromGit(git) {
    if (!isCommit(git.head))
        return undefined;
    const gitTag = git.branch === undefined ? git.tags[0] : undefined;
    return {
        forge: 'git',
        event: gitTag === undefined ? 'push' : 'git-tag',
        trigger: 'checkout',
        sha: git.head,
        branch: git.branch,
        gitTag,
        gitTags: gitTagsOf(git),
        repository: { url: git.remote === undefined ? undefined : browserUrl(git.remote) },
        commitTime: git.commitTime,
        doubts: [],
    };
}
/** CI facts with the git tags that the checkout knows of the same commit. */
function withGitTags(facts, git) {
    const known = gitTagsOf(git);
    return {
        ...facts,
        commitTime: facts.commitTime ?? git.commitTime,
        gitTags: {
            names: [...new Set([...facts.gitTags.names, ...known.names])],
            complete: known.complete,
        },
    };
}
function gitTagsOf({ tags, shallow, withoutTags }) {
    return { names: tags, complete: !shallow && !withoutTags };
}

;// CONCATENATED MODULE: ./lib/build/github.js


/**
 * The facts of a GitHub Actions run. The event file is optional (variables set by hand); without it a pull
 * request's head commit is unknown and the merge commit stands in, which is told.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
function factsFromGithub(env, event = {}) {
    const trigger = env['GITHUB_EVENT_NAME'] ?? '';
    const ref = env['GITHUB_REF'] ?? '';
    const repository = env['GITHUB_REPOSITORY'] ?? event.repository?.full_name ?? undefined;
    const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
    const url = repository === undefined ? undefined : `${server}/${repository}`;
    const run = env['GITHUB_RUN_ID'];
    const said = what(env, event, trigger, ref);
    if (said.sha !== undefined && isNoCommit(said.sha)) {
        throw new outcome/* HygieneError */.cU('bad-usage', `this ${trigger} deletes ${ref}: there is nothing to build`, {
            fix: 'if: ${{ !github.event.deleted }}',
        });
    }
    if (!isCommit(said.sha)) {
        throw new outcome/* HygieneError */.cU('bad-usage', `GITHUB_SHA is ${said.sha ? 'no full commit id' : 'not set'}`, {
            fix: 'run it inside a job, or set GITHUB_SHA to the 40 digits of the built commit',
        });
    }
    return {
        forge: 'github',
        trigger,
        doubts: [],
        ...said,
        sha: said.sha,
        gitTags: { names: said.gitTag === undefined ? [] : [said.gitTag], complete: false },
        defaultBranch: event.repository?.default_branch ?? undefined,
        repository: {
            url,
            description: event.repository?.description ?? undefined,
            licence: licenceOf(event),
        },
        actor: env['GITHUB_ACTOR'],
        runUrl: url === undefined || run === undefined ? undefined : `${url}/actions/runs/${run}`,
        commitTime: readMoment(event.head_commit?.timestamp),
    };
}
function what(env, event, trigger, ref) {
    const sha = env['GITHUB_SHA']?.toLowerCase();
    const number = event.pull_request?.number ?? numberIn(ref);
    // pull_request, pull_request_target, pull_request_review: all are about the pull request's head.
    if (trigger.startsWith('pull_request') || number !== undefined) {
        if (number === undefined)
            throw unknownPullRequest(trigger);
        return pullRequest(number, env, event, sha);
    }
    if (event.merge_group) {
        const { head_sha, head_ref } = event.merge_group;
        return { event: 'push', sha: head_sha.toLowerCase(), branch: after('refs/heads/', head_ref) ?? head_ref };
    }
    if (trigger === 'release' && event.release) {
        if (event.release.draft)
            throw draftRelease(event.release.tag_name);
        return { event: 'git-tag', sha, gitTag: event.release.tag_name };
    }
    const gitTag = after('refs/tags/', ref) ?? (env['GITHUB_REF_TYPE'] === 'tag' ? env['GITHUB_REF_NAME'] : undefined);
    // The commit, also of an annotated tag, whose own object some events name instead.
    if (gitTag)
        return { event: 'git-tag', sha: event.head_commit?.id.toLowerCase() ?? sha, gitTag };
    const branch = after('refs/heads/', ref) ?? env['GITHUB_REF_NAME'];
    return { event: 'push', sha, branch: branch || undefined };
}
function pullRequest(number, env, event, sha) {
    const said = event.pull_request;
    if (!said) {
        return {
            event: 'pull-request',
            sha,
            branch: env['GITHUB_HEAD_REF'] || undefined,
            pullRequest: { number, withoutSecrets: false },
            doubts: [
                'there is no event file (GITHUB_EVENT_PATH), so the commit is GITHUB_SHA: for a pull request the merge commit, not its head',
            ],
        };
    }
    const base = said.base?.repo?.full_name ?? event.repository?.full_name ?? env['GITHUB_REPOSITORY'];
    const bot = said.user?.login === 'dependabot[bot]' || env['GITHUB_ACTOR'] === 'dependabot[bot]';
    return {
        event: 'pull-request',
        sha: said.head.sha.toLowerCase(),
        branch: said.head.ref,
        // The repository of a head can be gone; then it was a fork.
        pullRequest: { number, withoutSecrets: said.head.repo?.full_name !== base || bot },
    };
}
function numberIn(ref) {
    const digits = /^refs\/pull\/([1-9][0-9]{0,14})\//.exec(ref)?.[1];
    return digits === undefined ? undefined : Number(digits);
}
function licenceOf(event) {
    const id = event.repository?.license?.spdx_id;
    return id && id !== 'NOASSERTION' ? id : undefined;
}
function after(prefix, text) {
    return text.startsWith(prefix) && text.length > prefix.length ? text.slice(prefix.length) : undefined;
}
function unknownPullRequest(trigger) {
    return new outcome/* HygieneError */.cU('bad-usage', `the event is ${trigger}, but nothing says of which pull request`, {
        fix: 'set GITHUB_EVENT_PATH to the payload, or GITHUB_REF to refs/pull/NUMBER/merge',
    });
}
function draftRelease(tag) {
    return new outcome/* HygieneError */.cU('bad-usage', `release ${tag} is a draft: its git tag does not exist yet`, {
        fix: 'on:\n  release:\n    types: [published]',
    });
}

;// CONCATENATED MODULE: ./lib/build/gitlab.js


/**
 * The facts of a GitLab pipeline, all from its variables. A merged-results pipeline or merge train builds a commit
 * that nobody made; there CI_MERGE_REQUEST_SOURCE_BRANCH_SHA names the head, which is empty everywhere else.
 * @see https://docs.gitlab.com/ci/variables/predefined_variables/
 */
function factsFromGitlab(env) {
    const request = mergeRequest(env);
    const sha = ((request && env['CI_MERGE_REQUEST_SOURCE_BRANCH_SHA']) || env['CI_COMMIT_SHA'])?.toLowerCase();
    if (!isCommit(sha)) {
        throw new outcome/* HygieneError */.cU('bad-usage', `CI_COMMIT_SHA is ${sha ? 'no full commit id' : 'not set'}`, {
            fix: 'run it inside a job, or set CI_COMMIT_SHA to the 40 digits of the built commit',
        });
    }
    const gitTag = request === undefined ? env['CI_COMMIT_TAG'] || undefined : undefined;
    return {
        forge: 'gitlab',
        event: request !== undefined ? 'pull-request' : gitTag === undefined ? 'push' : 'git-tag',
        trigger: env['CI_PIPELINE_SOURCE'] || 'pipeline',
        sha,
        branch: branchOf(env, request, gitTag),
        defaultBranch: env['CI_DEFAULT_BRANCH'] || undefined,
        gitTag,
        gitTags: { names: gitTag === undefined ? [] : [gitTag], complete: false },
        pullRequest: request,
        repository: {
            url: env['CI_PROJECT_URL'] || undefined,
            description: env['CI_PROJECT_DESCRIPTION'] || undefined,
        },
        actor: env['GITLAB_USER_LOGIN'] || undefined,
        runUrl: env['CI_PIPELINE_URL'] || env['CI_JOB_URL'] || undefined,
        // That of the merged result says nothing about the head.
        commitTime: sha === env['CI_COMMIT_SHA']?.toLowerCase() ? readMoment(env['CI_COMMIT_TIMESTAMP']) : undefined,
        doubts: [],
    };
}
function mergeRequest(env) {
    const iid = env['CI_MERGE_REQUEST_IID'];
    if (!iid)
        return undefined;
    if (!/^[1-9][0-9]{0,14}$/.test(iid)) {
        throw new outcome/* HygieneError */.cU('bad-usage', 'CI_MERGE_REQUEST_IID is no number');
    }
    const source = env['CI_MERGE_REQUEST_SOURCE_PROJECT_ID'];
    const target = env['CI_MERGE_REQUEST_PROJECT_ID'] || env['CI_PROJECT_ID'];
    return { number: Number(iid), withoutSecrets: Boolean(source) && Boolean(target) && source !== target };
}
function branchOf(env, request, gitTag) {
    if (gitTag !== undefined)
        return undefined;
    if (request !== undefined)
        return env['CI_MERGE_REQUEST_SOURCE_BRANCH_NAME'] || undefined;
    return env['CI_COMMIT_BRANCH'] || env['CI_COMMIT_REF_NAME'] || undefined;
}

;// CONCATENATED MODULE: ./lib/build/labels.js



const expireLabel = lib_image/* expireAtKey */.Us;
const quayLabel = 'quay.expires-after';
/**
 * The OCI set, the expiry and whatever the call adds.
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md#pre-defined-annotation-keys
 */
function makeLabels({ facts, version, title, created, expires, quay, onQuay, further, }) {
    const { url, description, licence } = facts.repository;
    const oci = {
        title,
        version,
        revision: facts.sha,
        created: (0,lib_image/* formatInstant */.r4)(created),
        source: url,
        url,
        description: description === undefined ? undefined : plain(description),
        licenses: licence === undefined ? undefined : plain(licence),
    };
    const known = Object.entries(oci).flatMap(([name, value]) => value ? [[`org.opencontainers.image.${name}`, value]] : []);
    return sorted([...known, ...further, ...expiryLabels(expires, quay, onQuay)]);
}
/**
 * Labels flow through FROM: an image that never expires would inherit `expire_at` from a base image that does. The
 * empty value overrides it, and reads as "no clock" everywhere.
 */
function expiryLabels(expires, quay, onQuay) {
    if (expires.kind !== 'at')
        return [[expireLabel, ''], ...(quay || onQuay ? [[quayLabel, '']] : [])];
    return [
        [expireLabel, String(expires.at)],
        ...(quay ? [[quayLabel, quayDuration(expires.after)]] : []),
    ];
}
/** Annotations reach no other image through FROM, so an empty one has nothing to override. */
function makeAnnotations(labels) {
    return new Map([...labels].filter(([, value]) => value !== ''));
}
/** Reads `key=value` lines; what cannot be a label is `bad-usage`, and so is a title with a line end. */
function readLabels(lines) {
    return sorted(lines.map(line => {
        const equals = line.indexOf('=');
        if (equals < 1) {
            throw new outcome/* HygieneError */.cU('bad-usage', `labels: '${line}' is no key=value`, { fix: 'owner=team-a' });
        }
        const name = line.slice(0, equals).trim();
        if (!/^[!-~]{1,255}$/.test(name) || /["'\\,${}%]/.test(name)) {
            throw new outcome/* HygieneError */.cU('bad-usage', `labels: '${name}' is no label name`, {
                fix: 'ASCII letters, digits, dots, dashes and underscores, as in com.example.owner=team-a',
            });
        }
        if (name === expireLabel || name === quayLabel) {
            throw new outcome/* HygieneError */.cU('bad-usage', `labels: ${name} follows from the class; it is not set by hand`, {
                fix: 'set `expires` in the class of the policy',
            });
        }
        return [name, readValue(name, line.slice(equals + 1).trim())];
    }));
}
/** One line without control characters: a line end would be read as the next label by whoever takes the list. */
function readValue(name, value) {
    if (plain(value) === value && value.length <= longestValue)
        return value;
    const what = value.length > longestValue ? 'longer than 4,096 characters' : 'more than one line of plain text';
    throw new outcome/* HygieneError */.cU('bad-usage', `the label ${name} is ${what}`, {
        fix: 'one line, without control characters',
    });
}
const longestValue = 4096;
/** What somebody else wrote (a repository's description), made one line. */
function plain(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').slice(0, longestValue);
}
/** A finding for each label that the policy or a class requires and the image would not have. */
function missingLabels(labels, policy, classes) {
    const byClass = classes.flatMap(name => {
        const rule = policy.classes[name];
        return (rule?.['require-labels'] ?? []).map(label => [label, `class ${name}`]);
    });
    const wanted = new Map([
        ...byClass,
        ...policy.labels.required.map(label => [label, 'labels.required']),
    ]);
    return [...wanted]
        .filter(([label]) => (labels.get(label) ?? '') === '')
        .map(([label, by]) => ({
        rule: 'label-missing',
        severity: 'error',
        message: `the label '${label}' is required (${by}) and missing`,
        fix: `labels: ${label}=…`,
    }));
}
function sorted(entries) {
    return new Map([...new Map(entries)].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

;// CONCATENATED MODULE: ./lib/build/overwrite.js


/** Tags that are written once. `v1` beside `v{semver}` in an immutable class moves by its nature. */
function immutableTags(tags, policy) {
    return tags.filter(tag => Object.entries(policy.classes).some(([name, rule]) => {
        const templates = (0,lib_policy/* classTemplates */.wu)(policy, name);
        return (rule.immutable &&
            templates.some(one => !one.rest && !isFloating(one, templates) && one.match(tag) !== undefined));
    }));
}
/**
 * Whether a build may be pushed over an image. The digest to come is not known before the build, so the commit
 * decides: another one is refused; the same one is a rerun, which is told and let through, because a release whose
 * last job failed must be able to run again.
 */
function judgeExisting(image, { digest, revision }, sha) {
    if (revision === sha) {
        return {
            rule: 'immutable-tag',
            severity: 'warning',
            message: `${image} exists (${digest}) and was built from the same commit: this looks like a rerun, and pushing it again moves the tag unless the build is reproducible`,
            fix: 'build on top of the pushed digest instead of building again, or set SOURCE_DATE_EPOCH for a reproducible build',
            image,
        };
    }
    const from = revision === undefined ? 'an unknown commit' : `commit ${revision.slice(0, 12)}`;
    return {
        rule: 'immutable-tag',
        severity: 'error',
        message: `${image} exists (${digest}), built from ${from}: overwriting it would change what is deployed and leave nothing to roll back to`,
        fix: 'release under a new git tag; `check-registry: false` switches this check off',
        image,
    };
}

// EXTERNAL MODULE: ./lib/report/index.js + 7 modules
var report = __webpack_require__(1076);
;// CONCATENATED MODULE: ./lib/build/prepared.js





/** The outputs that need no file; lists have one item a line. */
function outputsOf(prepared) {
    const { name, references, labels, expires } = prepared;
    return {
        class: name.classes[0] ?? '',
        version: name.version,
        tags: references.map(lib_image/* formatReference */.FH).join('\n'),
        'tag-names': name.tags.join('\n'),
        labels: labelLines(labels),
        annotations: annotationLines(makeAnnotations(labels)).join('\n'),
        'expire-at': expires.kind === 'at' ? String(expires.at) : '',
        json: JSON.stringify(jsonOf(prepared)),
    };
}
/** For `fromJSON(…)`: the same names and shapes as docker/metadata-action's, and what that does not know. */
function jsonOf({ facts, name, references, labels, expires }) {
    return {
        class: name.classes[0] ?? null,
        version: name.version,
        tags: references.map(lib_image/* formatReference */.FH),
        'tag-names': name.tags,
        labels: Object.fromEntries(labels),
        annotations: annotationLines(makeAnnotations(labels)),
        'expire-at': expires.kind === 'at' ? expires.at : null,
        build: {
            forge: facts.forge,
            event: facts.event,
            trigger: facts.trigger,
            revision: facts.sha,
            branch: facts.branch ?? null,
            'git-tag': facts.gitTag ?? null,
            'pull-request': facts.pullRequest?.number ?? null,
            actor: facts.actor ?? null,
            'run-url': facts.runUrl ?? null,
            'commit-time': facts.commitTime ?? null,
        },
    };
}
/** What a person wants to know before the build, for a log. */
function storyOf(prepared, now) {
    return rowsOf(prepared, now)
        .map(([title, values]) => values.map((value, index) => `${(index === 0 ? title : '').padEnd(9)}${(0,report/* oneLine */.TN)(value)}`).join('\n'))
        .join('\n');
}
/** The same as a Markdown table, for a job summary. */
function summaryTable(prepared, now) {
    const rows = rowsOf(prepared, now).map(([title, values]) => {
        const shown = values
            .slice(0, 50)
            .map(title === 'tags' || title === 'commit' ? value => (0,report/* inCode */.pN)(value) : value => (0,report/* inMarkdown */.Hi)(value));
        return `| ${title} | ${shown.join('<br>')} |`;
    });
    return ['| | |', '|---|---|', ...rows].join('\n');
}
function rowsOf({ facts, name, references, labels, expires }, now) {
    const words = expiresInWords(expires, now);
    const empty = labels.get(expireLabel) === '';
    return [
        ['class', [name.classes.join(', ') || 'none']],
        ['because', [name.why]],
        ['commit', [facts.sha]],
        ['version', [name.version]],
        ['tags', references.map(lib_image/* formatReference */.FH)],
        [
            'expires',
            empty
                ? [words, `${expireLabel} is set to nothing, so that none of a base image's reaches it`]
                : [words],
        ],
    ];
}

;// CONCATENATED MODULE: ./lib/build/targets.js




/** Reads the inputs `image` and `tags`. Without `image`, the policy's own images where they are no patterns. */
function readTargets(images, tags, loaded) {
    const given = tags.map(readGivenTag);
    const read = images.map(text => readImage(text, loaded));
    const repositories = images.length > 0 ? read.flatMap(one => one.repository ?? []) : policyImages(loaded);
    const findings = read.flatMap(one => one.findings);
    const needed = given.length === 0 || given.some(one => one.repository === undefined);
    if (needed && repositories.length === 0 && findings.length === 0) {
        throw new outcome/* HygieneError */.cU('bad-usage', 'no image is named to tag', {
            fix: '--image ghcr.io/acme/app, or one without a * in `images` of the policy',
        });
    }
    const named = [...repositories, ...given.flatMap(one => one.repository ?? [])];
    for (const repository of named)
        mustBeManaged(repository, loaded);
    return { repositories: [...new Set(repositories)], given, findings };
}
/** Each tag with each of its repositories, in the order of the call. */
function referencesOf({ repositories, given }, tags) {
    const owners = (tag) => given.filter(one => one.tag === tag).map(one => one.repository);
    return [...new Set(tags)].flatMap(tag => {
        const own = owners(tag);
        const named = own.filter(one => one !== undefined);
        const bare = own.length === 0 || own.includes(undefined);
        return [...new Set([...(bare ? repositories : []), ...named])].map(repository => ({ repository, tag }));
    });
}
function readImage(text, loaded) {
    const exact = (0,lib_image/* parseReference */.F2)(text);
    // ghcr.io/${{ github.repository }} of an owner with capitals: the registry knows it in lower case only.
    const reference = 'fault' in exact ? (0,lib_image/* parseReference */.F2)(text.toLowerCase()) : exact;
    if ('fault' in exact && 'fault' in reference) {
        throw new outcome/* HygieneError */.cU('bad-usage', `image: '${text}' is no repository: ${exact.fault}`, {
            fix: '--image ghcr.io/acme/app',
        });
    }
    if ('fault' in reference)
        return { findings: [] };
    const { repository, tag, digest } = reference;
    if (digest === undefined && tag === undefined)
        return { repository, findings: lowered(exact, repository) };
    const row = tag === undefined ? undefined : (0,lib_policy/* matchesForbidden */.Zp)(tag, loaded.policy);
    if (row === undefined) {
        throw new outcome/* HygieneError */.cU('bad-usage', `image: '${text}' names a ${tag === undefined ? 'digest' : 'tag'}`, {
            fix: `--image ${repository}${tag === undefined ? '' : ` --tags ${tag}`}`,
        });
    }
    const location = loaded.where(row.path);
    const finding = {
        rule: 'tag-forbidden',
        severity: 'error',
        message: `the tag '${tag}' is forbidden: it would not say which build it is`,
        fix: `--image ${repository}`,
        image: (0,lib_image/* formatReference */.FH)(reference),
        ...(location === undefined ? {} : { location }),
    };
    return { repository, findings: [finding] };
}
function lowered(exact, repository) {
    if (!('fault' in exact))
        return [];
    return [
        {
            rule: 'image-lower-case',
            severity: 'info',
            message: `${exact.fault}; the tags are made for ${repository}`,
            image: repository,
        },
    ];
}
function policyImages({ policy }) {
    return policy.images
        .filter(pattern => !pattern.includes('*'))
        .map(lib_image/* parseReference */.F2)
        .flatMap(reference => ('fault' in reference ? [] : [reference.repository]));
}
function mustBeManaged(repository, { policy, where }) {
    if (policy.images.length === 0 || (0,lib_policy/* manages */.fu)(policy, repository))
        return;
    throw new outcome/* HygieneError */.cU('not-managed', `the policy does not manage ${repository}, only: ${policy.images.join(', ')}`, {
        fix: `add it to 'images' of the policy:\nimages: ['${repository}']`,
        location: where('images'),
        image: repository,
    });
}

;// CONCATENATED MODULE: ./lib/build/index.js












/** Brings zod, which only a run with an event file needs. */
function loadEventReader() {
    return Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(439), __webpack_require__.e(514), __webpack_require__.e(12)]).then(__webpack_require__.bind(__webpack_require__, 12));
}


/***/ }),

/***/ 9072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readBuildFacts)
/* harmony export */ });
/* harmony import */ var _build_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3914);
/* harmony import */ var _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(220);


/** Bytes; GitHub caps payloads at 25 MB. */
const longestEvent = 32 * 1024 * 1024;
/**
 * What is built: CI variables before git, and neither is `bad-usage`. `gitTags` asks the checkout for the git tags on
 * the commit as well, where CI variables alone do not name them all.
 */
async function readBuildFacts(world, { gitTags }) {
    const facts = await factsFromCi(world);
    if (facts !== undefined) {
        return gitTags ? (0,_build_index_js__WEBPACK_IMPORTED_MODULE_0__/* .withGitTags */ .WT)(facts, await askGit(world, facts.sha)) : facts;
    }
    const checkout = (0,_build_index_js__WEBPACK_IMPORTED_MODULE_0__/* .factsFromGit */ .Mj)(await askGit(world, 'HEAD'));
    if (checkout !== undefined)
        return checkout;
    throw new _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .cU('bad-usage', 'there is neither a CI run nor a git checkout to tell what is built', {
        fix: 'run it in a job of GitHub Actions or GitLab CI, or in a git checkout with a commit',
    });
}
async function factsFromCi({ env, files }) {
    if (env['GITHUB_ACTIONS'] === 'true' || (env['GITHUB_EVENT_NAME'] && env['GITHUB_SHA'])) {
        const path = env['GITHUB_EVENT_PATH'];
        if (!path)
            return (0,_build_index_js__WEBPACK_IMPORTED_MODULE_0__/* .factsFromGithub */ .PW)(env);
        const { readGithubEvent } = await (0,_build_index_js__WEBPACK_IMPORTED_MODULE_0__/* .loadEventReader */ .iY)();
        return (0,_build_index_js__WEBPACK_IMPORTED_MODULE_0__/* .factsFromGithub */ .PW)(env, readGithubEvent(await files.readText(path, longestEvent), path));
    }
    if (env['GITLAB_CI'] === 'true' || env['CI_COMMIT_SHA'])
        return (0,_build_index_js__WEBPACK_IMPORTED_MODULE_0__/* .factsFromGitlab */ .lr)(env);
    return undefined;
}
/** Git's answers about a commit; without git, or in no checkout, none of them. */
async function askGit({ processes }, commit) {
    const git = async (...args) => {
        try {
            const ran = await processes.run('git', ['--no-optional-locks', ...args], { timeout: 20_000 });
            return ran.code === 0 ? ran.stdout : undefined;
        }
        catch (error) {
            if (error instanceof _outcome_index_js__WEBPACK_IMPORTED_MODULE_1__/* .HygieneError */ .cU && (error.code === 'no-file' || error.code === 'too-slow'))
                return undefined;
            throw error;
        }
    };
    const [state, branch, tags, remote, time] = await Promise.all([
        git('rev-parse', '--is-shallow-repository', 'HEAD'),
        git('symbolic-ref', '--quiet', '--short', 'HEAD'),
        git('for-each-ref', `--points-at=${commit}`, '--format=%(refname:strip=2)', 'refs/tags'),
        git('config', '--get-regexp', '^remote\\.origin\\.(url|tagopt)$'),
        git('log', '-1', '--format=%ct', commit, '--'),
    ]);
    const [shallow, head] = lines(state);
    const settings = new Map(lines(remote).map(line => [line.split(' ', 1)[0], line.replace(/^\S+ /, '')]));
    return {
        head,
        branch: lines(branch)[0],
        tags: lines(tags),
        shallow: shallow !== 'false' || tags === undefined,
        withoutTags: settings.get('remote.origin.tagopt') === '--no-tags',
        remote: settings.get('remote.origin.url'),
        commitTime: time === undefined ? undefined : Number(time.trim()),
    };
}
function lines(text) {
    return (text ?? '').split('\n').filter(line => line !== '');
}


/***/ })

};
