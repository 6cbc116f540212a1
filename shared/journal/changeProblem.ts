import { fieldOf } from '../model/entities.ts'
import type { Field } from '../model/field.ts'
import { belongsToStore } from '../model/scope.ts'
import type { Change, JsonValue } from './change.ts'
import { canonical } from './entry.ts'

/** Longest value that a change from outside may carry, in UTF-16 units of its canonical JSON. */
export const longestValue = 1_000_000

/** @returns why a change from outside is refused, or `null`; that its field exists was checked before */
export function changeProblem(engagementId: string, { entity, id, field, value }: Change): string | null {
  const place = `${entity}.${field}`
  if (belongsToStore(entity)) return `The entry sets ${place}, which belongs to a store and comes from no bundle.`
  if (entity === 'engagement' && id !== engagementId) return 'The entry speaks of another engagement.'
  if (entity === 'teamMember' && !id.startsWith(`${engagementId}:`))
    return 'The entry speaks of the team of another engagement.'
  const definition = fieldOf(entity, field)
  if (definition === undefined || !holds(definition, value)) return `The value of ${place} is not of its kind.`
  return isTooLong(value) ? `The value of ${place} is longer than any honest one.` : null
}

function holds({ kind, required }: Field, value: JsonValue): boolean {
  if (value === null) return !required
  switch (kind) {
    case 'text':
      return typeof value === 'string'
    case 'integer':
      return Number.isSafeInteger(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'json':
      return typeof value === 'object'
  }
}

function isTooLong(value: JsonValue): boolean {
  if (typeof value === 'string') return value.length > longestValue
  return typeof value === 'object' && value !== null && canonical(value).length > longestValue
}
