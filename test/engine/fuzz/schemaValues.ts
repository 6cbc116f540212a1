import fc from 'fast-check'
import { hostileText } from './hostileValues.ts'

/** What of JSON Schema zod writes for our parameters. */
export type Schema = {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  propertyNames?: Schema
  additionalProperties?: Schema | boolean
  required?: string[]
  items?: Schema
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  format?: string
  pattern?: string
}

/** What exists in the store: values by the name of the parameter that takes them, such as `controlId` or `file`. */
export type Existing = Readonly<Record<string, readonly string[]>>

const mostItems = 3

/** @returns values that the schema takes, with what exists under its own name, and now and then under another's */
export function valuesOf(schema: Schema, existing: Existing, name = ''): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => valuesOf(choice, existing, name)))
  switch (schema.type ?? 'any') {
    case 'object':
      return objectsOf(schema, existing)
    case 'array':
      return listsOf(schema, existing, name)
    case 'string':
      return textsOf(schema, existing, name)
    case 'integer':
      return integersOf(schema)
    case 'number':
      return numbersOf(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      // What JSON Schema has no word for is bytes; the rest takes any JSON.
      return fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.jsonValue({ maxDepth: 2 }))
  }
}

function objectsOf(schema: Schema, existing: Existing): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema
  if (typeof additionalProperties === 'object') {
    const keys = valuesOf(propertyNames ?? { type: 'string' }, existing).map(String)
    return fc.dictionary(keys, valuesOf(additionalProperties, existing), { maxKeys: 12, noNullPrototype: true })
  }
  const values = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, valuesOf(property, existing, name)]),
  )
  const objects = fc.record(values, { requiredKeys: required, noNullPrototype: true })
  return 'entity' in properties && 'id' in properties ? targetsOf(objects, existing) : objects
}

/** A paper is named by its kind and its id: mostly by one that there is of the kind, else by one of another kind. */
function targetsOf(objects: fc.Arbitrary<Record<string, unknown>>, existing: Existing): fc.Arbitrary<unknown> {
  return fc.tuple(objects, fc.nat(3), fc.nat()).map(([target, luck, place]) => {
    const ids = existing[`${String(target['entity'])}Id`] ?? []
    return luck === 0 || ids.length === 0 ? target : { ...target, id: ids[place % ids.length] }
  })
}

function listsOf({ items = {}, minItems = 0, maxItems = mostItems }: Schema, existing: Existing, name: string) {
  const most = Math.max(minItems, Math.min(maxItems, minItems + mostItems))
  // `controlIds` holds ids of the kind `controlId`.
  return fc.array(valuesOf(items, existing, name.replace(/s$/, '')), { minLength: minItems, maxLength: most })
}

function textsOf(schema: Schema, existing: Existing, name: string): fc.Arbitrary<string> {
  const isId = /(^id|Id)$/.test(name)
  const own = existing[name] ?? (name === 'id' ? existing['controlId'] : undefined)
  if (own !== undefined || isId) {
    const others = Object.entries(existing).flatMap(([key, values]) => (key.endsWith('Id') ? values : []))
    return fc.oneof(
      { weight: own === undefined ? 0 : 8, arbitrary: fc.constantFrom(...(own ?? [''])) },
      { weight: isId ? 2 : 0, arbitrary: fc.constantFrom(...others) },
      { weight: 1, arbitrary: hostileText },
    )
  }
  switch (schema.format ?? 'none') {
    case 'date':
      return dates
    case 'date-time':
      return dates.map((day) => `${day}T12:00:00Z`)
    case 'base64':
      return fc.base64String({ maxLength: 40 })
    default:
      return schema.pattern === undefined ? plainTexts(schema) : matching(schema.pattern, schema)
  }
}

const dates = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

function plainTexts({ minLength = 0, maxLength = 200 }: Schema): fc.Arbitrary<string> {
  const usual = fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 24)) })
  const fitting = hostileText.filter((text) => text.length >= minLength && text.length <= maxLength)
  return fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: fitting })
}

/** Texts of a form; where the form is written in a way that cannot be turned round, words that some form takes. */
function matching(pattern: string, schema: Schema): fc.Arbitrary<string> {
  const form = new RegExp(pattern, 'u')
  try {
    return fc.stringMatching(form)
  } catch {
    const words = ['A', 'DC 1', '2026-01', 'Northwind', '48203571096612834477'].filter((word) => form.test(word))
    return words.length === 0 ? plainTexts(schema) : fc.constantFrom(...words)
  }
}

function integersOf({ minimum = -1000, maximum = 1000 }: Schema): fc.Arbitrary<number> {
  const usual = fc.integer({ min: Math.max(minimum, -1), max: Math.max(minimum, Math.min(maximum, 60)) })
  return fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom(minimum, maximum) })
}

function numbersOf({ minimum = -1000, maximum = 1000 }: Schema): fc.Arbitrary<number> {
  const within = fc.double({ min: minimum, max: maximum, noNaN: true })
  const usual = fc.constantFrom(0.05, 0.1, 0.9, 0.95, 1, 25).filter((number) => number >= minimum && number <= maximum)
  return fc.oneof(usual, within, fc.constantFrom(minimum, maximum))
}
