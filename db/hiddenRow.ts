import type { Change } from '../shared/journal/change.ts'
import { deletedField, type EntityName } from '../shared/model/entities.ts'
import type { Reader } from './reader.ts'
import { quoted } from './table.ts'

/**
 * Rows with a composed id come back under the same id after they were hidden, by a removal or an undo.
 * @returns the change that shows such a row again, or none where it is not hidden
 */
export function showAgain(reader: Reader, entity: EntityName, id: string): Change[] {
  return isHidden(reader, entity, id) ? [{ entity, id, field: deletedField, value: false }] : []
}

/**
 * A write that knows of a deletion would bring the row back, since an edit outlives a deletion that did not know of it.
 * @returns the change that leaves a hidden row hidden although another of its fields is written, or none where it is shown
 */
export function keepHidden(reader: Reader, entity: EntityName, id: string): Change[] {
  return isHidden(reader, entity, id) ? [{ entity, id, field: deletedField, value: true }] : []
}

function isHidden(reader: Reader, entity: EntityName, id: string): boolean {
  return reader.count(`SELECT count(*) AS n FROM ${quoted(entity)} WHERE id = @id AND deleted = 1`, { id }) > 0
}
