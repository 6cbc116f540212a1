import { z } from 'zod'
import { contract, type MethodName } from '../../shared/contract/index.ts'

type Schema = {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minimum?: number
  minLength?: number
  format?: string
  contentEncoding?: string
  pattern?: string
}

/**
 * @param papers ids by the name of the parameter: `controlId`, …; `id` beside an `entity` is that of a control
 * @returns parameters that a method's schema takes, with every id that is known
 */
export function minimalParams(method: MethodName, papers: Record<string, string>): unknown {
  const schema = z.toJSONSchema(contract[method].params, { io: 'input', unrepresentable: 'any' }) as Schema
  return valueOf(schema, '', papers)
}

function valueOf(schema: Schema, name: string, papers: Record<string, string>): unknown {
  if (name in papers) return papers[name]
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum.includes('control') ? 'control' : schema.enum[0]
  const choice = (schema.anyOf ?? schema.oneOf)?.find((one) => Object.keys(one).length > 0)
  if (choice !== undefined) return valueOf(choice, name, papers)
  switch (schema.type ?? 'string') {
    case 'object': {
      const properties = Object.entries(schema.properties ?? {})
      const wanted = properties.filter(([key]) => schema.required?.includes(key) === true || key in papers)
      return Object.fromEntries(wanted.map(([key, property]) => [key, valueOf(property, key, papers)]))
    }
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => valueOf(schema.items ?? {}, '', papers))
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 0)
    default:
      return textOf(schema)
  }
}

/** Texts of the forms that parameters have. */
const examples = ['A', 'DC 1', '2026-01', '2026-09-30', 'a'.repeat(64), 'eA==', 'x']

function textOf({ format, contentEncoding, pattern, minLength }: Schema): string {
  if (format === 'date') return '2026-09-30'
  if (format === 'date-time') return '2026-09-30T12:00:00Z'
  if (format === 'base64' || contentEncoding === 'base64') return 'eA=='
  const example = examples.find((text) => pattern !== undefined && new RegExp(pattern, 'u').test(text))
  if (example !== undefined) return example
  return 'x'.repeat(minLength ?? 1)
}
