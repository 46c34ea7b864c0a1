import {
  builtInTable,
  type EolTable,
  isOld,
  isRule,
  knownRules,
  lintFiles,
  lintRules,
  readDockerfilelintRc,
  readEolTable,
  type Source,
  withProducts,
} from '../gates/lint/index.ts'
import {
  compareFindings,
  type Finding,
  HygieneError,
  nearest,
  type Result,
  reaches,
  type Verdict,
} from '../outcome/index.ts'
import type { Loaded, Policy } from '../policy/index.ts'
import { terminalFindings } from '../report/index.ts'
import type { World } from '../system/world.ts'
import { defineStep } from './define.ts'
import { findDockerfiles, readSources } from './dockerfiles.ts'
import * as inputs from './inputs.ts'
import { loadPolicy, printedPolicy } from './policy.ts'
import { reportOutputs } from './report-outputs.ts'
import { writeReports } from './reports.ts'

const { config, printPolicy, githubToken, gitlabToken, dockerfiles, context } = inputs
const { summary, annotations, sarifFile, codequalityFile, junitFile, jsonFile } = inputs

export const lint = defineStep({
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
  outputs: reportOutputs,
  permissions: { github: { contents: 'read' }, registry: 'none', gitlab: 'Nothing.' },
  async run(values, world) {
    const loaded = await loadPolicy(values, world)
    checkRuleNames(loaded)
    if (values.printPolicy) return printedPolicy(loaded)
    const paths = await findDockerfiles(values.dockerfiles, world)
    const sources = await readSources(paths, values.context, world)
    const policy = await withDockerfilelintRc(loaded.policy, world)
    const eol = await eolTable(policy, world)
    const now = world.now()
    const findings = await lintFiles(sources, { policy, eol, now }, world)
    const aged =
      sources.length > 0 && policy.base.eol !== 'off' && isOld(eol, now) ? [tableIsOld(eol, policy)] : []
    return writeReports(
      'lint',
      told([...findings, ...aged.flat()], sources, policy),
      values,
      world,
      ruleDescriptions(),
    )
  },
})

/** A rule that does not exist would be a rule that nobody notices is not applied. */
function checkRuleNames({ policy, where }: Loaded): void {
  const faults = Object.keys(policy.lint.rules)
    .filter(rule => !isRule(rule))
    .map((rule): Finding => {
      const meant = nearest(rule, knownRules)
      const location = where(`lint.rules.${rule}`) ?? where('lint.rules')
      return {
        rule: 'bad-policy',
        severity: 'error',
        message: `lint.rules: there is no rule '${rule.slice(0, 80)}'`,
        ...(meant === undefined ? {} : { fix: `did you mean ${meant}?` }),
        ...(location === undefined ? {} : { location }),
      }
    })
  const [first] = faults
  if (first !== undefined) throw new HygieneError('bad-policy', first.message, { findings: faults })
}

/** `.dockerfilelintrc` of the working folder switches dockerfilelint's rules off, where the policy does not name them. */
async function withDockerfilelintRc(policy: Policy, { files }: World): Promise<Policy> {
  const path = '.dockerfilelintrc'
  if (!policy.lint.engines.includes('dockerfilelint') || (await files.kind(path)) !== 'file') return policy
  const { off } = await readDockerfilelintRc(path, await files.readText(path, 1024 * 1024))
  const rules = Object.fromEntries([...off].map(rule => [`dockerfilelint/${rule}`, 'off' as const]))
  return { ...policy, lint: { ...policy.lint, rules: { ...rules, ...policy.lint.rules } } }
}

async function eolTable({ base }: Policy, { files }: World): Promise<EolTable> {
  const path = base['eol-file']
  if (path === null) return builtInTable()
  return withProducts(builtInTable(), readEolTable(await files.readText(path), path))
}

function tableIsOld({ date }: EolTable, policy: Policy): readonly Finding[] {
  const severity = policy.lint.rules['eol-table-old'] ?? 'warning'
  if (severity === 'off') return []
  return [
    {
      rule: 'eol-table-old',
      severity,
      message: `the end-of-life dates are of ${date}, more than 180 days ago: a base may have died since`,
      fix: 'upgrade image-hygiene, or name a newer table in base.eol-file of the policy',
    },
  ]
}

function told(findings: readonly Finding[], sources: readonly Source[], policy: Policy): Result {
  const sorted = findings.toSorted(compareFindings)
  const count = (severity: Finding['severity']) =>
    sorted.filter(finding => finding.severity === severity).length
  const stats = {
    files: sources.length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
  }
  const lines = new Map(sources.map(({ file, text }) => [file, text.split(/\r?\n/)]))
  const total =
    sources.length === 0
      ? 'no Dockerfile found: nothing was checked'
      : `${counted(sources.length, 'Dockerfile')}: ${counted(stats.errors, 'error')}, ${counted(stats.warnings, 'warning')}, ${counted(stats.infos, 'note')}`
  return {
    verdict: verdictAt(policy.lint['fail-on'], sorted),
    findings: sorted,
    outputs: {},
    stats,
    text: [terminalFindings(sorted, lines), total, ...byRule(sorted)].filter(part => part !== '').join('\n'),
    summary: total,
  }
}

/** With many findings, what most of them are: the place to begin, or the rule to switch off. */
function byRule(findings: readonly Finding[]): readonly string[] {
  if (findings.length <= 20) return []
  const counts = new Map<string, number>()
  for (const { severity, rule } of findings) {
    const name = `${severity} ${rule}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${String(count).padStart(7)} ${name}`)
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function verdictAt(threshold: Policy['lint']['fail-on'], findings: readonly Finding[]): Verdict {
  if (findings.some(({ severity }) => reaches(severity, threshold))) return 'fail'
  return findings.some(({ severity }) => severity === 'warning') ? 'warn' : 'pass'
}

function ruleDescriptions() {
  return lintRules.map(({ id, summary: line, reason, fix }) => ({
    id,
    summary: line,
    help: `${reason}\n\n${fix}`,
  }))
}
