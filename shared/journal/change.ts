import { deletedField, type EntityFields, type EntityName, type NewEntityFields } from '../model/entities.ts'

/** A JSON value as RFC 8785 knows it. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }

/** One field of one entity gets a value. */
export type Change = { entity: string; id: string; field: string; value: JsonValue }

/** @returns the changes that bring a new entity into being; every required field is given */
export function create<E extends EntityName>(entity: E, id: string, fields: NewEntityFields<E>): Change[] {
  return toChanges(entity, id, fields)
}

/** @returns the changes that set some fields of an entity that exists */
export function update<E extends EntityName>(entity: E, id: string, fields: EntityFields<E>): Change[] {
  return toChanges(entity, id, fields)
}

/** @returns the change that hides an entity; its history stays */
export function hide(entity: EntityName, id: string): Change[] {
  return [{ entity, id, field: deletedField, value: true }]
}

function toChanges(entity: string, id: string, fields: Record<string, unknown>): Change[] {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => ({ entity, id, field, value: value as JsonValue }))
}
