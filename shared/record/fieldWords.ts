import { isRichNode } from '../richText/node.ts'
import { plainTextOf } from '../richText/paragraphs.ts'
import { isRecordKind } from './record.ts'
import { tokenOf } from './token.ts'

/** @returns the name of a field or of a kind of row in words: `effectiveOn` → `effective on` */
export function fieldWords(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

/** @returns a value of a field as a reader sees it: lists by commas, what has parts with each part on a line of its own */
export function valueWords(value: unknown): string {
  if (isNothing(value)) return '(empty)'
  if (isPlain(value)) return plainWords(value)
  if (isRichNode(value) && value.type === 'doc') return plainTextOf(value)
  if (!isList(value)) return partWords(value, '\n')
  return value.every(isPlain) ? value.map(valueWords).join(', ') : value.map((part) => partWords(part, '; ')).join('\n')
}

/** Fields whose values are words of the model, some of them of several words: in any other an underscore is its author's. */
const codedFields: ReadonlySet<string> = new Set([
  'categories',
  'decision',
  'frequency',
  'kind',
  'method',
  'openChecks',
  'outcome',
  'role',
  'signerStatus',
  'status',
  'type',
])

/**
 * @returns a value as {@link valueWords} has it, where the ids of records are tokens that point at them, and words of the
 *   model are as people write them: `not_effective` → `not effective`
 */
export function recordWords(field: string, value: unknown): string {
  if (codedFields.has(field) && (typeof value === 'string' || isList(value)))
    return valueWords(value).replaceAll('_', ' ')
  const kind = /^(.+?)Ids?$/.exec(field)?.[1] ?? ''
  if (!isRecordKind(kind) || isNothing(value)) return valueWords(value)
  const ids = isList(value) ? value : [value]
  return ids.map((id) => (typeof id === 'string' ? tokenOf({ kind, id }) : valueWords(id))).join(', ')
}

/** @returns whether a field names a person, by id where the person is of the team: `concludedBy`, `practitionerId` */
export const namesPerson = (field: string): boolean => /(?:^by|By|practitionerId)$/.test(field)

/** The fields of a part, without those that say nothing. */
function partWords(part: unknown, between: string): string {
  if (typeof part !== 'object' || part === null) return valueWords(part)
  if (isList(part)) return part.map((inner) => partWords(inner, ', ')).join('; ')
  return Object.entries(part)
    .filter(([, value]) => !isNothing(value))
    .map(([name, value]) => `${fieldWords(name)}: ${partWords(value, ', ')}`)
    .join(between)
}

type Plain = string | number | boolean

const isPlain = (value: unknown): value is Plain => ['string', 'number', 'boolean'].includes(typeof value)

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (isList(value) && value.length === 0)

const plainWords = (value: Plain): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value))
