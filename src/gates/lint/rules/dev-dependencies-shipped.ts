import type { Instruction } from '../dockerfile/index.ts'
import type { Rule, Subject } from '../rule.ts'
import { hasOption, subcommandOf } from '../shell/program.ts'
import type { Started } from '../shell/run.ts'
import { environmentAt } from './variables.ts'

export const devDependenciesShipped: Rule = {
  id: 'dev-dependencies-shipped',
  summary: 'Development dependencies are installed in what ships',
  reason:
    'Test runners, bundlers and compilers of a project are often more code than the project itself. In the image they only add bytes and vulnerabilities.',
  level: 'info',
  bad: 'FROM node:22-slim\nCOPY . .\nRUN npm ci',
  good: 'FROM node:22-slim\nCOPY . .\nRUN npm ci --omit=dev',
  fix: 'Leave them out: npm ci --omit=dev, yarn --production, pnpm i --prod, composer --no-dev, bundle without development test.',
  *check(subject) {
    for (const stage of subject.shipped) {
      for (const run of stage.instructions) {
        if (run.keyword !== 'RUN') continue
        const all = subject.started(run)
        for (const started of all) {
          if (!installsAll(started, subject, run) || all.some(removesAgain)) continue
          yield {
            ...started.place,
            message:
              `${started.program} ${subcommandOf(started)} brings the development dependencies into what ships`.replace(
                '  ',
                ' ',
              ),
          }
        }
      }
    }
  },
}

function installsAll(started: Started, { dockerfile }: Subject, run: Instruction): boolean {
  const verb = subcommandOf(started)
  const production = () =>
    (started.environment.get('NODE_ENV') ?? environmentAt(dockerfile, run, 'NODE_ENV')) === 'production'
  switch (started.program) {
    case 'npm':
      return (
        /^(?:ci|i|install|clean-install)$/.test(verb) &&
        namesNoPackage(started) &&
        !hasOption(
          started,
          '--omit=dev',
          '--production',
          '--only=production',
          '--only=prod',
          '--omit',
          '-g',
          '--global',
        ) &&
        !production()
      )
    case 'yarn':
      return (
        /^(?:install|)$/.test(verb) &&
        !hasOption(started, '--production', '--production=true', '--prod', '--version') &&
        !production()
      )
    case 'pnpm':
      return (
        /^(?:i|install)$/.test(verb) && !hasOption(started, '--prod', '-P', '--production') && !production()
      )
    case 'composer':
      return verb === 'install' && !hasOption(started, '--no-dev')
    case 'bundle':
      return (
        /^(?:install|)$/.test(verb) &&
        !started.words.some(({ text }) => text.startsWith('--without')) &&
        environmentAt(dockerfile, run, 'BUNDLE_WITHOUT') === undefined &&
        environmentAt(dockerfile, run, 'BUNDLE_DEPLOYMENT') === undefined
      )
    case 'poetry':
      return (
        verb === 'install' &&
        !hasOption(started, '--only', '--only=main', '--without', '--without=dev', '--no-dev')
      )
    default:
      return false
  }
}

/** `npm install some-tool` installs just that. */
function namesNoPackage({ words }: Started): boolean {
  return words.filter(({ text }) => !text.startsWith('-')).length <= 1
}

function removesAgain(started: Started): boolean {
  return started.program === 'npm' && subcommandOf(started) === 'prune'
}
