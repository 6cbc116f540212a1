import { DomainError } from '../../../shared/errors/domainError.ts'

/** A number keeps the text that it was written as: a key of 20 digits is no floating point number. */
class NumberText {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/**
 * Reads an object of one line into texts: strings as they are, numbers as they are written, `null` as nothing, and what is
 * nested as its own JSON.
 * @param row of the line, for errors
 * @throws DomainError `jsonl.malformed`, `jsonl.not_an_object`, `jsonl.duplicate_key`, `table.nul_character`
 */
export function readObject(line: string, row: number): Map<string, string> {
  const value = parse(line, row)
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof NumberText) {
    throw new DomainError('jsonl.not_an_object', { row })
  }
  const values = new Map<string, unknown>(Object.entries(value))
  const cells = new Map<string, string>()
  for (const key of keysOf(line)) {
    if (cells.has(key)) throw new DomainError('jsonl.duplicate_key', { row, key })
    const text = cellText(values.get(key))
    if (key.includes('\0') || text.includes('\0')) throw new DomainError('table.nul_character', { row })
    cells.set(key, text)
  }
  return cells
}

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown

const keepNumbers: Reviver = (_key, value, { source }) =>
  typeof value === 'number' && source !== undefined ? new NumberText(source) : value

function parse(line: string, row: number): unknown {
  try {
    // The types of JSON.parse do not know the third argument of a reviver yet (ECMAScript 2026).
    return JSON.parse(line, keepNumbers as (key: string, value: unknown) => unknown)
  } catch {
    throw new DomainError('jsonl.malformed', { row })
  }
}

function cellText(value: unknown): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (value instanceof NumberText) return value.text
  return jsonOf(value)
}

function jsonOf(value: unknown): string {
  if (value instanceof NumberText) return value.text
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([key, one]) => `${JSON.stringify(key)}:${jsonOf(one)}`)
      .join(',')}}`
  }
  return JSON.stringify(value)
}

/**
 * The keys of the object itself, as they are written: the strings at depth one that a colon follows. JSON.parse keeps only
 * the last value of a key that comes twice, and sorts keys that are numbers.
 * @param line well-formed JSON
 */
function* keysOf(line: string): Generator<string> {
  let depth = 0
  for (const [token, text] of line.matchAll(/"((?:[^"\\]|\\.)*)"(?=\s*:)|"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth += 1
    else if (token === '}' || token === ']') depth -= 1
    else if (depth === 1 && text !== undefined) yield JSON.parse(`"${text}"`) as string
  }
}
