import type { JsonValue } from '../journal/change.ts'
import { canonical } from '../journal/entry.ts'
import type { PaperContent } from './paperContent.ts'

/** One field that two states of a paper do not agree on; `null` is empty, or no such row. */
export type FieldDifference = { entity: string; id: string; field: string; before: JsonValue; after: JsonValue }

/** @returns every field in which a paper differs from what it said before, row by row; empty exactly where the hashes agree */
export function differenceOf(before: PaperContent, after: PaperContent): FieldDifference[] {
  return unionOf(before.rows, after.rows).flatMap((entity) => {
    const [old, now] = [before.rows[entity] ?? {}, after.rows[entity] ?? {}]
    return unionOf(old, now).flatMap((id) => fieldsOf(entity, id, old[id] ?? {}, now[id] ?? {}))
  })
}

function fieldsOf(
  entity: string,
  id: string,
  before: Record<string, JsonValue>,
  after: Record<string, JsonValue>,
): FieldDifference[] {
  return unionOf(before, after)
    .map((field) => ({ entity, id, field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((one) => canonical(one.before) !== canonical(one.after))
}

const unionOf = (one: object, other: object) => [...new Set([...Object.keys(one), ...Object.keys(other)])]
