import type { Change } from '../shared/journal/change.ts'
import { deletedField, type EntityName } from '../shared/model/entities.ts'
import type { Reader } from './reader.ts'
import { quoted } from './table.ts'

/**
 * Rows with a composed id come back under the same id after they were hidden, by a removal or an undo.
 * @returns the change that shows such a row again, or none where it is not hidden
 */
export function showAgain(reader: Reader, entity: EntityName, id: string): Change[] {
  const hidden = reader.count(`SELECT count(*) AS n FROM ${quoted(entity)} WHERE id = @id AND deleted = 1`, { id })
  return hidden === 0 ? [] : [{ entity, id, field: deletedField, value: false }]
}
