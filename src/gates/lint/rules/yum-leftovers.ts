import type { Rule } from '../rule.ts'
import { subcommandOf } from '../shell/program.ts'
import { leftoversIn, removes } from './leftovers.ts'

const programs = /^(?:yum|dnf5?|microdnf|tdnf|zypper)$/
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
])

export const yumLeftovers: Rule = {
  id: 'yum-leftovers',
  summary: 'The cache of yum, dnf, microdnf or zypper stays in the layer',
  reason:
    'The package manager keeps repository metadata, often more than 100 MB, and downloaded packages in the layer. A later RUN cannot take them out again.',
  level: 'warning',
  bad: 'FROM almalinux:9\nRUN dnf install -y httpd',
  good: 'FROM almalinux:9\nRUN dnf install -y httpd && dnf clean all',
  fix: 'End the same RUN with: dnf clean all (yum, microdnf and zypper have the same).',
  check: subject =>
    leftoversIn(subject, {
      folders: ['/var/cache/dnf', '/var/cache/yum', '/var/cache/libdnf5', '/var/cache/zypp'],
      fills: started => programs.test(started.program) && installing.has(subcommandOf(started)),
      clears: started =>
        (programs.test(started.program) && /^(?:clean|cc)$/.test(subcommandOf(started))) ||
        ['/var/cache/dnf', '/var/cache/yum', '/var/cache/zypp'].some(folder => removes(started, folder)),
      message: started => `${started.program} ${subcommandOf(started)} leaves its cache in the layer`,
    }),
}
