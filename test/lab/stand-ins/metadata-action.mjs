// The two kinds of tag that the example asks for, and the `latest` that comes unasked.
import { fail, items, knownInputs, lines, setOutput } from './inputs.mjs'

knownInputs(
  ...'context images tags flavor labels annotations sep-tags sep-labels sep-annotations bake-target github-token'.split(
    ' ',
  ),
)
const { GITHUB_REF = '', GITHUB_SHA = '' } = process.env
const version = /^refs\/tags\/v?(\d+\.\d+\.\d+.*)$/.exec(GITHUB_REF)?.[1]
const names = lines('tags').flatMap(line => {
  const rule = Object.fromEntries(line.split(',').map(part => part.split('=', 2)))
  if (rule.enable === 'false') return []
  if (rule.type === 'semver')
    return version === undefined ? [] : [rule.pattern.replace('{{version}}', version)]
  if (rule.type === 'sha') return [`${rule.prefix ?? 'sha-'}${GITHUB_SHA.slice(0, 7)}`]
  return fail(`type=${rule.type} is not known here`)
})
if (version !== undefined && !lines('flavor').includes('latest=false')) names.push('latest')
setOutput(
  'tags',
  items('images')
    .flatMap(image => names.map(name => `${image}:${name}`))
    .join('\n'),
)
