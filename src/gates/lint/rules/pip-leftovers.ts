import type { Instruction } from '../dockerfile/index.ts'
import type { Rule, Subject } from '../rule.ts'
import { hasOption, subcommandOf } from '../shell/program.ts'
import type { Started } from '../shell/run.ts'
import { leftoversIn, removes } from './leftovers.ts'
import { environmentAt } from './variables.ts'

const cache = '/root/.cache/pip'

export const pipLeftovers: Rule = {
  id: 'pip-leftovers',
  summary: 'pip’s cache stays in the layer',
  reason:
    'pip keeps each wheel that it downloaded or built beside the installed package: the layer holds everything twice, and nothing reads the second copy.',
  level: 'warning',
  bad: 'FROM python:3.13-slim\nRUN pip install -r requirements.txt',
  good: 'FROM python:3.13-slim\nRUN pip install --no-cache-dir -r requirements.txt',
  fix: 'Use pip install --no-cache-dir, or RUN --mount=type=cache,target=/root/.cache/pip',
  check: subject =>
    leftoversIn(
      subject,
      {
        folders: [cache],
        fills: started =>
          installs(started) &&
          !hasOption(started, '--no-cache-dir', '--no-cache') &&
          !switchedOff(started.environment.get('PIP_NO_CACHE_DIR')),
        clears: started =>
          removes(started, cache) ||
          removes(started, '/root/.cache') ||
          (/^pip/.test(started.program) && subcommandOf(started) === 'cache'),
        message: () => `pip install keeps its downloads in ${cache}`,
      },
      (_, run) => !switchedOff(variable(subject, run)),
    ),
}

function installs(started: Started): boolean {
  if (/^pip[0-9.]*$/.test(started.program)) return subcommandOf(started) === 'install'
  const [module, name, verb] = started.words.map(({ text }) => text)
  return /^python[0-9.]*$/.test(started.program) && module === '-m' && name === 'pip' && verb === 'install'
}

function variable({ dockerfile }: Subject, run: Instruction): string | undefined {
  return environmentAt(dockerfile, run, 'PIP_NO_CACHE_DIR')
}

/** pip reads any of these as "no cache"; its own quirk makes `0` and `off` mean it too. */
function switchedOff(value: string | undefined): boolean {
  return value !== undefined && value !== ''
}
