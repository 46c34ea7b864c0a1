// Writes everything that says what a step takes and gives, from the one definition of each step:
// action.yml, gitlab/templates, docs/reference.md, the tables of the README, and the JSON Schemas; and what the rules of
// lint say of themselves into docs/lint.md.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { recordSchema } from '../lib/catalog/index.js'
import { dockerfilelintRules, lintRules } from '../lib/gates/lint/index.js'
import { outcomeSchema } from '../lib/outcome/schema.js'
import { policyJsonSchema } from '../lib/policy/index.js'
import { steps } from '../lib/steps/index.js'
import { version } from '../lib/version.js'
import { actionYml } from './generate/action.mjs'
import { gitlabTemplates } from './generate/gitlab.mjs'
import { referencePage, stepsTable } from './generate/reference.mjs'
import { dockerfilelintTable, rulesSections } from './generate/rules.mjs'

const loaded = []
for (const { name, summary, load } of steps) loaded.push({ ...(await load()), name, summary })

write('action.yml', actionYml(loaded))
rmSync('gitlab/templates', { recursive: true, force: true })
for (const [name, text] of gitlabTemplates(loaded, version)) {
  mkdirSync(`gitlab/templates/${name}`, { recursive: true })
  write(`gitlab/templates/${name}/template.yml`, text)
}
mkdirSync('docs', { recursive: true })
write('docs/reference.md', referencePage(loaded))
mkdirSync('schema', { recursive: true })
write('schema/outcome.json', json(z.toJSONSchema(outcomeSchema)))
write('schema/record.json', json(z.toJSONSchema(recordSchema)))
write('schema/policy.json', json(await policyJsonSchema()))
between('README.md', 'steps', stepsTable(loaded))
between('docs/lint.md', 'rules', rulesSections(lintRules))
between('docs/lint.md', 'dockerfilelint', dockerfilelintTable(dockerfilelintRules))

function write(path, text) {
  writeFileSync(path, text)
}

function json(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
function between(path, name, text) {
  const page = readFileSync(path, 'utf8')
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const start = page.indexOf(open)
  const end = page.indexOf(close)
  if (start < 0 || end < start) throw new Error(`${path} has no ${open} … ${close}`)
  write(path, `${page.slice(0, start + open.length)}\n${text}\n${page.slice(end)}`)
}
