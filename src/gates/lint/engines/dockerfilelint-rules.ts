import type { Level } from '../rule.ts'

/** One of dockerfilelint's rules, with what it lacks: a severity, and whether a rule of ours says the same better. */
export interface ForeignRule {
  readonly summary: string
  readonly level: Level
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
    native: ['dockerfile-invalid'],
  },
  uppercase_commands: { summary: 'An instruction is not in capitals', level: 'info' },
  from_first: {
    summary: 'The first instruction is neither FROM nor ARG',
    level: 'error',
    native: ['dockerfile-invalid'],
  },
  invalid_line: { summary: 'A line is no instruction', level: 'error', native: ['dockerfile-invalid'] },
  sudo_usage: { summary: 'sudo is used', level: 'warning' },
  'apt-get_missing_param': { summary: 'apt-get waits for an answer: -y is missing', level: 'warning' },
  'apt-get_recommends': { summary: 'apt-get installs recommended packages too', level: 'info' },
  'apt-get-upgrade': {
    summary: 'apt-get upgrade: what it installs changes from day to day',
    level: 'warning',
  },
  'apt-get-dist-upgrade': {
    summary: 'apt-get dist-upgrade: what it installs changes from day to day',
    level: 'warning',
  },
  'apt-get-update_require_install': {
    summary: 'apt-get update in a layer of its own goes stale in the cache',
    level: 'warning',
  },
  'apkadd-missing_nocache_or_updaterm': {
    summary: 'apk add leaves its index in the layer',
    level: 'warning',
    native: ['apk-leftovers'],
  },
  'apkadd-missing-virtual': {
    summary: 'apk add and del in one command, without --virtual',
    level: 'info',
  },
  invalid_port: { summary: 'EXPOSE names no port', level: 'error' },
  invalid_command: {
    summary: 'There is no such instruction',
    level: 'error',
    native: ['dockerfile-invalid'],
  },
  expose_host_port: { summary: 'EXPOSE cannot name a port of the host', level: 'warning' },
  label_invalid: { summary: 'LABEL is not in the form key=value', level: 'warning' },
  missing_tag: { summary: 'A base image has no tag', level: 'error', native: ['base-untagged'] },
  latest_tag: {
    summary: 'A base image has the tag latest',
    level: 'error',
    native: ['base-latest', 'base-latest-pinned'],
  },
  extra_args: { summary: 'An instruction has too many arguments', level: 'error' },
  missing_args: { summary: 'An instruction has too few arguments', level: 'error' },
  'deprecated_in_1.13': { summary: 'MAINTAINER is deprecated; use a LABEL', level: 'info' },
  add_src_invalid: { summary: 'ADD reaches out of the build context', level: 'error' },
  add_dest_invalid: { summary: 'ADD of several files needs a folder as destination', level: 'error' },
  invalid_workdir: { summary: 'WORKDIR has a space that is not quoted', level: 'warning' },
  invalid_format: { summary: 'The arguments have a form that is not understood', level: 'error' },
  'apt-get_missing_rm': {
    summary: 'apt-get update leaves its lists in the layer',
    level: 'warning',
    native: ['apt-leftovers'],
  },
  healthcheck_options_missing_args: { summary: 'An option of HEALTHCHECK has no value', level: 'error' },
}
