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
  maxLength?: number
  format?: string
  contentEncoding?: string
  pattern?: string
}

/** What parameters are made of. */
type Made = {
  /** Ids by the name of the parameter: `controlId`, …; `id` beside an `entity` is that of a control. */
  papers: Record<string, string>
  /** What stands where any text may. */
  words: string
  /** Whether optional parameters are given as well. */
  whole: boolean
}

/**
 * @param papers ids by the name of the parameter
 * @returns parameters that a method's schema takes, with every id that is known
 */
export function minimalParams(
  method: MethodName,
  papers: Record<string, string>,
  { words = 'x', whole = false }: Partial<Omit<Made, 'papers'>> = {},
): unknown {
  const schema = z.toJSONSchema(contract[method].params, { io: 'input', unrepresentable: 'any' }) as Schema
  return valueOf(schema, '', { papers, words, whole })
}

function valueOf(schema: Schema, name: string, made: Made): unknown {
  const { papers, whole } = made
  if (name in papers) return papers[name]
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum.includes('control') ? 'control' : schema.enum[0]
  const choice = (schema.anyOf ?? schema.oneOf)?.find((one) => Object.keys(one).length > 0)
  if (choice !== undefined) return valueOf(choice, name, made)
  switch (schema.type ?? 'string') {
    case 'object': {
      const properties = Object.entries(schema.properties ?? {})
      const wanted = properties.filter(([key]) => whole || schema.required?.includes(key) === true || key in papers)
      return Object.fromEntries(wanted.map(([key, property]) => [key, valueOf(property, key, made)]))
    }
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => valueOf(schema.items ?? {}, '', made))
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 0)
    default:
      return textOf(schema, made.words)
  }
}

/** Texts of the forms that parameters have. */
const examples = ['A', 'DC 1', '2026-01', '2026-09-30', 'a'.repeat(64), 'eA==', 'x']

function textOf({ format, contentEncoding, pattern, minLength = 1, maxLength }: Schema, words: string): string {
  if (format === 'date') return '2026-09-30'
  if (format === 'date-time') return '2026-09-30T12:00:00Z'
  if (format === 'base64' || contentEncoding === 'base64') return 'eA=='
  const example = examples.find((text) => pattern !== undefined && new RegExp(pattern, 'u').test(text))
  if (example !== undefined) return example
  const fits = words.length >= minLength && words.length <= (maxLength ?? Infinity)
  return fits ? words : 'x'.repeat(minLength)
}
