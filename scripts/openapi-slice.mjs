// Cuts the operations that our forge code uses out of GitHub's published OpenAPI description, without its prose.
// The whole is 13 MB in a package of 400 MB; the slice is the contract that the fake is held to.
//
//     npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz package/generated/api.github.com.json
//     node scripts/openapi-slice.mjs package/generated/api.github.com.json 23.0.2 > test/fakes/github/openapi.json
import { readFileSync } from 'node:fs'

const operations = new Set([
  'repos/get',
  'repos/get-branch',
  'repos/list-branches',
  'repos/list-activities',
  'repos/compare-commits-with-basehead',
  'repos/get-content',
  'repos/list-commits',
  'repos/list-pull-requests-associated-with-commit',
  'git/create-blob',
  'git/create-tree',
  'git/create-commit',
  'git/get-commit',
  'git/create-ref',
  'git/update-ref',
  'pulls/list',
  'pulls/get',
  'pulls/create',
  'pulls/update',
  'pulls/request-reviewers',
  'issues/add-labels',
  'issues/add-assignees',
  'issues/create-comment',
  'issues/list-comments',
  'actions/get-workflow-run',
  'actions/list-workflow-runs',
])
const prose = new Set(['description', 'summary', 'example', 'examples', 'externalDocs', 'tags', 'title'])

const [path, version] = process.argv.slice(2)
const whole = JSON.parse(readFileSync(path, 'utf8'))
const found = new Set()
const paths = {}
for (const [route, item] of Object.entries(whole.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    if (!operations.has(operation.operationId)) continue
    found.add(operation.operationId)
    paths[route] = { ...paths[route], [method]: bare(operation) }
  }
}
const missing = [...operations].filter(id => !found.has(id))
if (missing.length > 0) throw new Error(`the description has no ${missing.join(', ')}`)

const components = {}
const wanted = [paths]
while (wanted.length > 0) {
  for (const [kind, name] of referencesIn(wanted.pop())) {
    if (components[kind]?.[name] !== undefined) continue
    const component = bare(whole.components[kind][name])
    // "An integer or a string": as a part of a path it is always both, which oneOf forbids.
    if (kind === 'parameters' && component.schema?.oneOf !== undefined) component.schema = { type: 'string' }
    components[kind] = { ...components[kind], [name]: component }
    wanted.push(component)
  }
}

const source = `@octokit/openapi ${version}, generated/api.github.com.json (MIT)`
const slice = {
  openapi: whole.openapi,
  info: { title: 'GitHub REST API, a slice', version, 'x-source': source },
  paths,
  components,
}
process.stdout.write(`${JSON.stringify(slice)}\n`)

/** Without prose. Below `properties` a name that looks like prose is a field. */
function bare(node, named = false) {
  if (Array.isArray(node)) return node.map(item => bare(item))
  if (typeof node !== 'object' || node === null) return node
  if (!named && node.nullable === true && node.type === undefined) {
    // Validators know `nullable` only beside `type`.
    const { nullable: _, ...rest } = node
    return { anyOf: [bare(rest), { enum: [null] }] }
  }
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => named || (!prose.has(key) && !key.startsWith('x-')))
      .map(([key, value]) =>
        key === 'description' && !named
          ? [key, '']
          : [
              key,
              bare(
                value,
                !named &&
                  (key === 'properties' || key === 'responses' || key === 'content' || key === 'headers'),
              ),
            ],
      ),
  )
}

function* referencesIn(node) {
  if (typeof node !== 'object' || node === null) return
  for (const [key, value] of Object.entries(node)) {
    if (key === '$ref' && typeof value === 'string') yield value.replace('#/components/', '').split('/')
    else yield* referencesIn(value)
  }
}
