import type { Level } from '../rule.ts'

/** One of dockerfilelint's rules, with what it lacks: a severity, and whether a rule of ours says the same better. */
export interface ForeignRule {
  readonly summary: string
  readonly level: Level
  /** What to do, in one sentence. */
  readonly fix: string
  /** The rules of ours that judge this; while one of them is on, theirs is silent. */
  readonly native?: readonly string[]
}

/**
 * All 27 of dockerfilelint 1.8.0. It has no severities: what BuildKit refuses is an error, what spoils an image or
 * a build a warning, taste is info.
 */
export const dockerfilelintRules: Readonly<Record<string, ForeignRule>> = {
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
}
