import * as z from 'zod/mini'
import * as word from './word.ts'

// The policy file, key by key. Every key is optional here: defaults come last, after `extends`.
// Descriptions are what an editor shows while a person types.

export type RawPolicy = z.output<ReturnType<typeof build>>

let built: ReturnType<typeof build> | undefined

/** Made when it is first needed: a run without a policy file does not pay for it. */
export function policySchema(): ReturnType<typeof build> {
  built ??= build()
  return built
}

type Schema = z.ZodMiniType

/** A key that may be left out, with what an editor says about it. */
function key<S extends Schema>(schema: S, description: string) {
  const optional = z.optional(schema)
  word.notes.add(optional, { description })
  return optional
}

const choice = <const W extends readonly [string, ...string[]]>(...words: W) => z.enum(words)
const level = () => choice('off', 'info', 'warn', 'error')
const severity = () => choice('off', 'low', 'medium', 'high', 'critical')
const count = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most))
const listOf = <S extends Schema>(item: S) => z.array(item)

function build() {
  return z
    .strictObject({
      version: key(z.literal(1), 'The version of this file format: 1.'),
      extends: key(
        listOf(word.source()),
        'Defaults to start from; later ones win, this file wins over all. Remote files are pinned to a commit.',
      ),
      lock: key(
        listOf(word.line("a path of this file, such as 'cleanup.limits'")),
        'In defaults for others: paths that files which extend this one may only tighten.',
      ),
      images: key(
        listOf(word.repositoryPattern()),
        "The repositories this policy manages; everything else is never touched. '*' stays within a segment, '**' goes across and needs a registry that can enumerate.",
      ),
      aliases: key(
        z.record(word.origin(), word.origin()),
        'Mirror to origin: a pull through the mirror is a use of the origin.',
      ),
      classes: key(
        z.record(word.name("a class's name"), z.union([z.literal('off'), classRow()])),
        "What kinds of images there are. Rows add to the built-in ones (release, commit, preview, baseline) and override them key by key; 'off' removes one.",
      ),
      forbid: key(listOf(word.template()), 'Tags that no build may have.'),
      unknown: key(choice('deny', 'warn'), "What a build's tag of no class leads to."),
      labels: key(
        z.strictObject({
          required: key(listOf(word.label()), 'Labels that every build must have.'),
          quay: key(z.boolean(), 'Also write quay.expires-after.'),
        }),
        'Labels of what is built.',
      ),
      base: key(base(), 'Rules for base images.'),
      lint: key(lint(), 'The Dockerfile gate.'),
      scan: key(scan(), 'The vulnerability gate.'),
      layers: key(
        z.strictObject({
          leftovers: key(level(), 'Caches, keys and credentials that a layer still holds.'),
          'dive-ci': key(z.nullable(word.path()), 'A .dive-ci file with efficiency thresholds.'),
        }),
        'What the layers hold.',
      ),
      sign: key(sign(), 'How images are signed.'),
      'in-use': key(
        z.union([
          z.literal('none'),
          z.strictObject({
            required: key(
              listOf(word.line('the name of a source')),
              'Sources without which nothing is deleted.',
            ),
            'max-age': key(word.positiveDuration(), 'How old an inventory may be.'),
          }),
        ]),
        "What must be known of running images before anything goes. 'none' says on purpose that nothing runs.",
      ),
      cleanup: key(cleanup(), 'What is deleted, how much at once, and how it is proposed.'),
    })
    .register(word.notes, { description: 'How images are named, how long they live, what they must pass.' })
}

function classRow() {
  return z.strictObject({
    on: key(choice('git-tag', 'push', 'pull-request'), 'The event whose builds are of this class.'),
    tags: key(
      z.array(word.template()).check(z.minLength(1)),
      "Tag templates: {semver} {semver.major} {semver.minor} {sha} {sha:7} {number} {branch} {date} and '*'. '*' alone: tags of no other class.",
    ),
    expires: key(
      word.expiry(),
      "'never', a duration such as 14d, or 'superseded': as soon as keep no longer holds it.",
    ),
    keep: key(
      z.strictObject({
        newest: key(count(1, 100_000), 'How many images always stay.'),
        per: key(
          choice('repository', 'major', 'minor'),
          'Counted in the whole repository or per version line.',
        ),
      }),
      'A floor that no expiry undercuts.',
    ),
    immutable: key(z.boolean(), 'A tag of this class is never overwritten.'),
    sign: key(choice('required', 'optional'), 'Whether images of this class must be signed.'),
    'require-labels': key(listOf(word.label()), 'Labels that builds of this class must have.'),
    prereleases: key(
      choice('allow', 'deny'),
      'Whether {semver} takes versions such as 1.2.0-rc.1. It does by default: a git tag must lead to a class, and no candidate is lost to a row for tags of no class. It takes no place of a release in keep. Deny it to give candidates a row of their own.',
    ),
    ends: key(z.literal('closed'), 'May go once its pull request is closed or its branch is gone.'),
    after: key(word.duration(), 'How long after that.'),
  })
}

function base() {
  return z.strictObject({
    allow: key(listOf(word.referencePattern()), 'Base images that may be built upon.'),
    pin: key(level(), 'A base image that is not pinned by digest.'),
    eol: key(level(), 'A base image whose support has ended.'),
    'eol-file': key(z.nullable(word.path()), 'Further end-of-life dates.'),
  })
}

function lint() {
  return z.strictObject({
    engines: key(listOf(choice('native', 'dockerfilelint', 'hadolint')), 'Which rules are applied.'),
    'fail-on': key(choice('info', 'warning', 'error'), 'The least severity that fails the step.'),
    rules: key(
      z.record(word.rule(), choice('off', 'info', 'warning', 'error')),
      'Severity of a rule by its id.',
    ),
  })
}

function scan() {
  return z.strictObject({
    'fail-tiers': key(listOf(choice('T0', 'T1', 'T2', 'T3', 'T4')), 'Tiers of findings that fail the step.'),
    'max-db-age': key(word.positiveDuration(), 'How old the vulnerability database may be.'),
    grace: key(word.duration(), 'How long a newly published vulnerability is only reported.'),
    secrets: key(severity(), 'The least severity of a secret that fails the step.'),
    misconfig: key(severity(), 'The least severity of a misconfiguration that fails the step.'),
    licences: key(listOf(word.line('a licence')), 'Licences that are refused, by name or SPDX id.'),
    'kev-file': key(z.nullable(word.path()), 'A list of vulnerabilities known to be exploited.'),
    exceptions: key(
      z.strictObject({
        'max-days': key(count(1, 3650), 'How far ahead an exception may end.'),
        items: key(listOf(exception()), 'Accepted findings, each with an owner and an end.'),
      }),
      'Risks that somebody has accepted, for a time.',
    ),
  })
}

function exception() {
  return z.strictObject({
    id: word.line('the id of a vulnerability, such as CVE-2026-0001').register(word.notes, {
      description: 'Which vulnerability.',
    }),
    packages: key(listOf(word.line('a package')), 'Package URLs or names; none: any package.'),
    images: key(listOf(word.referencePattern()), 'Images it holds for; none: any image.'),
    reason: choice('unreachable', 'not-installed', 'mitigated').register(word.notes, {
      description: 'Why it does no harm.',
    }),
    statement: key(word.prose('a sentence or two'), 'The reason in words.'),
    owner: word.line('who answers for it').register(word.notes, { description: 'Who answers for it.' }),
    until: word.day().register(word.notes, { description: 'The last day it holds, in UTC.' }),
  })
}

function sign() {
  return z.strictObject({
    format: key(choice('bundle', 'legacy', 'both'), 'How signatures are stored.'),
    children: key(z.boolean(), 'Sign the images of an index too.'),
    log: key(
      word.line("'none', 'public', or the path of a signing config"),
      "Transparency log: 'none', 'public', or the path of a signing config.",
    ),
    key: key(z.nullable(word.line('a key')), 'A key file, env://NAME or a KMS reference; null: keyless.'),
    identity: key(z.nullable(word.line('an identity')), 'Whom keyless signatures must be from.'),
    issuer: key(z.nullable(word.line('an issuer')), 'Who must have issued that identity.'),
    attest: key(z.boolean(), 'Sign the record of an image as well, as an attestation beside it.'),
  })
}

function cleanup() {
  return z.strictObject({
    clock: key(choice('label', 'push', 'created'), 'The last fallback for when an image was made.'),
    'min-age': key(
      word.duration(),
      'What was pushed later than this ago stays. Set here, images without a push time are an error.',
    ),
    untagged: key(
      z.strictObject({
        expires: key(word.lifetime(), "Lifetime of images without a tag: a duration or 'never'."),
      }),
      'Images without a tag.',
    ),
    limits: key(
      z.strictObject({
        deletions: key(count(1, 1_000_000), 'At most so many deletions at once.'),
        share: key(word.share(), "At most this share of a repository's tagged images at once."),
      }),
      'How much may go at once.',
    ),
    'max-plan-age': key(word.positiveDuration(), 'How long after its merge a plan may be applied.'),
    'require-review': key(z.boolean(), 'A plan must be merged by somebody else than its author.'),
    untag: key(listOf(word.host()), 'Hosts whose own tag deletion may be used.'),
    'plain-http': key(listOf(word.host()), 'Hosts that may be spoken to without TLS; loopback always may.'),
    'plan-file': key(word.path(), 'Where the plan is kept.'),
    'pull-request': key(
      z.strictObject({
        branch: key(word.branch(), 'The branch of the cleanup pull request.'),
        labels: key(listOf(word.line('a label')), 'Its labels.'),
        reviewers: key(listOf(word.line('a user or team')), 'Who is asked to review it.'),
        assignees: key(listOf(word.line('a user')), 'Whom it is assigned to.'),
        draft: key(z.boolean(), 'Open it as a draft.'),
        'quiet-after-close': key(
          word.duration(),
          'How long nothing is proposed after it was closed unmerged.',
        ),
      }),
      'The cleanup pull request.',
    ),
  })
}
