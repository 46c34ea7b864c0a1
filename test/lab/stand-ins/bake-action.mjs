import { readFileSync } from 'node:fs'
import { build } from './buildctl.mjs'
import { fail, input, items, knownInputs, setOutput } from './inputs.mjs'

knownInputs(
  ...'builder allow call files no-cache pull load provenance push sbom set source targets vars github-token'.split(
    ' ',
  ),
)
const [hcl = '', json = ''] = items('files').map(path => readFileSync(path, 'utf8'))
const [wanted = 'default'] = items('targets')
const body =
  new RegExp(`^target "${wanted}" \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(hcl)?.[1] ?? fail(`no target ${wanted}`)
const list = name => JSON.parse(new RegExp(`^\\s*${name}\\s*=\\s*(\\[.*\\])`, 'm').exec(body)?.[1] ?? '[]')
const [parent] = list('inherits')
const inherited = JSON.parse(json).target[parent] ?? fail(`no target ${parent} to inherit from`)

// HCL reads JSON strings as templates: what would still be one after unescaping is a mistake of the file.
const text = value => {
  if (/(?<![$%])[$%]\{/.test(value)) fail(`'${value}' is a template`)
  return value.replace(/([$%])\1(?=\{)/g, '$1')
}
const digest = build({
  context: /context\s*=\s*"([^"]*)"/.exec(body)?.[1] ?? '.',
  platforms: list('platforms'),
  labels: Object.entries(inherited.labels).map(([name, value]) => `${name}=${text(value)}`),
  annotations: inherited.annotations.map(text),
  tags: inherited.tags,
  push: input('push') === 'true',
})
setOutput('metadata', JSON.stringify({ [wanted]: { 'containerimage.digest': digest } }))
