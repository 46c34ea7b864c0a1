import { readFileSync } from 'node:fs'
import addFormats from 'ajv-formats'
import { type Document, OpenAPIBackend } from 'openapi-backend'

type Schema = Readonly<Record<string, unknown>>

/** A published API description that a fake is held to: every request and every answer is checked against it. */
export interface Contract {
  readonly api: OpenAPIBackend
  /** The answer with every field that the description requires; what the fake knows stands, the rest is made up. */
  readonly complete: (operation: string, status: number, known: unknown) => unknown
  /** Why an answer is none of the description's. */
  readonly faults: (operation: string, status: number, body: unknown) => readonly string[]
}

export function readContract(path: string): Promise<Contract> {
  const known = contracts.get(path) ?? compile(path)
  contracts.set(path, known)
  return known
}

/** Compiling the schemas takes longer than most tests; a contract has no state. */
const contracts = new Map<string, Promise<Contract>>()

async function compile(path: string): Promise<Contract> {
  const definition = JSON.parse(readFileSync(path, 'utf8')) as Document
  const api = new OpenAPIBackend({
    definition,
    quick: true,
    strict: false,
    ajvOpts: { strict: false, allErrors: true },
    customizeAjv: ajv => {
      addFormats.default(ajv)
      ajv.addFormat('repo.nwo', /^[^/]+\/[^/]+$/)
      return ajv
    },
  })
  await api.init()

  const at = (reference: string): Schema =>
    reference
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], definition) as Schema
  const follow = (schema: Schema): Schema =>
    typeof schema['$ref'] === 'string' ? follow(at(schema['$ref'])) : schema

  const schemaOf = (operation: string, status: number): Schema | undefined => {
    const response = api.getOperation(operation)?.responses?.[`${status}`] as Schema | undefined
    const content = follow(response ?? {})['content'] as Record<string, { schema?: Schema }> | undefined
    return content?.['application/json']?.schema
  }

  const fill = (given: Schema, value: unknown): unknown => {
    const schema = follow(given)
    if (value === null) return null
    const alternatives = (schema['oneOf'] ?? schema['anyOf']) as readonly Schema[] | undefined
    if (alternatives !== undefined) return fill(alternatives[0] ?? {}, value)
    const parts = schema['allOf'] as readonly Schema[] | undefined
    if (parts !== undefined) return parts.reduce<unknown>((filled, part) => fill(part, filled), value)
    if (Array.isArray(value)) return value.map(item => fill((schema['items'] ?? {}) as Schema, item))
    if (value === undefined) return made(schema, fill)
    if (typeof value !== 'object') return value
    const properties = (schema['properties'] ?? {}) as Record<string, Schema>
    const filled: Record<string, unknown> = { ...(value as Record<string, unknown>) }
    for (const [name, property] of Object.entries(properties)) {
      const required = ((schema['required'] ?? []) as readonly string[]).includes(name)
      if (filled[name] !== undefined || required) filled[name] = fill(property, filled[name])
    }
    return filled
  }

  return {
    api,
    complete: (operation, status, known) => {
      const schema = schemaOf(operation, status)
      return schema === undefined ? known : fill(schema, known)
    },
    faults: (operation, status, body) => {
      if (schemaOf(operation, status) === undefined) return []
      const { valid, errors } = api.validateResponse(body, operation, status)
      if (valid === true || errors === undefined || errors === null) return []
      return errors.map(error => `${operation} ${status} ${error.instancePath} ${error.message}`)
    },
  }
}

/** Something of the schema's type, for fields that no test looks at. */
function made(schema: Schema, fill: (schema: Schema, value: unknown) => unknown): unknown {
  if (schema['nullable'] === true) return null
  const options = schema['enum'] as readonly unknown[] | undefined
  if (options !== undefined) return options[0]
  const type = Array.isArray(schema['type']) ? schema['type'][0] : schema['type']
  if (type === 'object' || schema['properties'] !== undefined) return fill({ ...schema, nullable: false }, {})
  if (type === 'array') return []
  if (type === 'boolean') return false
  if (type === 'integer' || type === 'number') return 1
  if (type !== 'string') return null
  if (schema['format'] === 'uri') return 'https://example.com/'
  if (schema['format'] === 'date-time') return '2026-01-01T00:00:00Z'
  return (schema['format'] === 'email' ? 'nobody@example.com' : 'x').padEnd(
    Number(schema['minLength'] ?? 1),
    'x',
  )
}
