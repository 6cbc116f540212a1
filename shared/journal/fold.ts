import { deletedField } from '../model/entities.ts'
import type { JsonValue } from './change.ts'
import type { HybridTime } from './clock.ts'
import { canonical, type EntryBody, type Heads } from './entry.ts'

/** One write to one field, with what its author knew of every device at the time. */
export type Write = { value: JsonValue; deviceId: string; seq: number; hlc: HybridTime; heads: Heads }

/**
 * The state of a field is the set of writes that no other write knew of: one as a rule; several where devices wrote without
 * knowing of each other. That set does not depend on the order in which entries arrive, nor on how often, so merging is
 * union (a multi-value register; Shapiro et al. 2011).
 */
export type FieldState = readonly Write[]

/** Whether the author of `later` had seen `earlier` when writing. Who saw a write has a later time: the clock moves past all that is seen. */
export function knew(later: Write, earlier: Write): boolean {
  if (later.hlc <= earlier.hlc) return false
  return later.deviceId === earlier.deviceId
    ? later.seq > earlier.seq
    : (later.heads[earlier.deviceId] ?? 0) >= earlier.seq
}

/** @returns the field's state after one more write, whenever it arrives */
export function addWrite(state: FieldState, write: Write): FieldState {
  const isKnown = state.some((other) => sameWrite(other, write) || knew(other, write))
  return isKnown ? state : [...state.filter((other) => !knew(write, other)), write]
}

/** @returns the write that counts: the one with the highest hybrid time, which no two writes share */
export function winner(state: FieldState): Write {
  return state.reduce((best, write) => (write.hlc > best.hlc ? write : best))
}

/** Whether a person has to decide: several writes, none aware of the other, with different values. */
export function isConflict(state: FieldState): boolean {
  return new Set(state.map((write) => canonical(write.value))).size > 1
}

/** The fields of one entity. */
export type EntityState = Map<string, FieldState>

/** The fold of a set of entries: entity name → id → fields. */
export type State = Map<string, Map<string, EntityState>>

/** Adds the writes of one entry to a state, in place. Entries may come in any order and more than once. */
export function applyEntry(state: State, entry: EntryBody): void {
  for (const { entity, id, field, value } of entry.changes) {
    const fields = entityIn(state, entity, id)
    const write: Write = { value, deviceId: entry.deviceId, seq: entry.seq, hlc: entry.hlc, heads: entry.heads }
    fields.set(field, addWrite(fields.get(field) ?? [], write))
  }
}

/** @returns the fold of entries */
export function fold(entries: Iterable<EntryBody>): State {
  const state: State = new Map()
  for (const entry of entries) applyEntry(state, entry)
  return state
}

/**
 * An entity is hidden when nobody shows it again and every other write was known to somebody who deleted it: delete against
 * edit keeps the edit, and two deletions apart are still a deletion.
 */
export function isHidden(fields: EntityState): boolean {
  const deletions = fields.get(deletedField)
  if (deletions === undefined || deletions.some(({ value }) => value !== true)) return false
  return [...fields].every(
    ([field, writes]) =>
      field === deletedField ||
      writes.every((write) => deletions.some((deletion) => sameEntry(deletion, write) || knew(deletion, write))),
  )
}

/** Whether somebody deleted an entity that stays because somebody else changed it apart: a person says which it shall be. */
export function isKeptAgainstDeletion(fields: EntityState): boolean {
  return (fields.get(deletedField) ?? []).some(({ value }) => value === true) && !isHidden(fields)
}

/** The values that count, as plain JSON: entity → id → field → value, hidden entities included with `deleted: true`. */
export type PlainState = Record<string, Record<string, Record<string, JsonValue>>>

/** @returns the state as a plain value whose canonical JSON is the same wherever the same entries are */
export function plainState(state: State): PlainState {
  return Object.fromEntries(
    [...state].map(([entity, rows]) => [
      entity,
      Object.fromEntries([...rows].map(([id, fields]) => [id, plainFields(fields)])),
    ]),
  )
}

/** @returns the values of an entity that count */
export function plainFields(fields: EntityState): Record<string, JsonValue> {
  const values = Object.fromEntries([...fields].map(([field, writes]) => [field, winner(writes).value]))
  return { ...values, [deletedField]: isHidden(fields) }
}

function entityIn(state: State, entity: string, id: string): EntityState {
  const rows = state.get(entity) ?? new Map<string, EntityState>()
  state.set(entity, rows)
  const fields = rows.get(id) ?? new Map<string, FieldState>()
  rows.set(id, fields)
  return fields
}

function sameWrite(one: Write, other: Write): boolean {
  return one.deviceId === other.deviceId && one.seq === other.seq
}

/** Two fields written by the same entry knew of each other. */
const sameEntry = sameWrite
