import type { Change } from '../../shared/journal/change.ts'
import type { EntryBody } from '../../shared/journal/entry.ts'
import { deletedField, fieldOf, isEntityName } from '../../shared/model/entities.ts'
import type { Statements } from '../statements.ts'
import { type Cell, quoted, toCell } from '../table.ts'

/**
 * Brings the tables to the state after an entry of this device. The device knew all that the store holds, so each of its
 * writes is the only one left of its field (see shared/journal/fold.ts).
 */
export function writeChanges(statements: Statements, entry: EntryBody): void {
  for (const changes of byEntity(entry.changes)) {
    writeRow(statements, entry.engagementId, changes)
    for (const change of changes) writeVersion(statements, entry, change)
    if (changes.some(({ field }) => field === deletedField)) settleDeletion(statements, entry, changes[0])
  }
}

type ChangesOfOne = [Change, ...Change[]]

function byEntity(changes: readonly Change[]): ChangesOfOne[] {
  const groups = new Map<string, ChangesOfOne>()
  for (const change of changes) {
    const key = `${change.entity}\n${change.id}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [change])
    else group.push(change)
  }
  return [...groups.values()]
}

/** Sets the fields of a row that there is, or adds it. */
export function writeRow(statements: Statements, engagementId: string, changes: ChangesOfOne): void {
  const { id, table, columns, cells } = rowOf(changes)
  const updated = statements
    .prepare(
      `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ? AND engagement_id = ?`,
    )
    .run(...cells, id, engagementId)
  if (updated.changes === 0) insertRow(statements, engagementId, changes)
}

/** Adds a row that there is not yet. */
export function insertRow(statements: Statements, engagementId: string, changes: ChangesOfOne): void {
  const { id, table, columns, cells } = rowOf(changes)
  statements
    .prepare(
      `INSERT INTO ${table} (id, engagement_id, ${columns.join(', ')}) VALUES (?, ?${', ?'.repeat(cells.length)})`,
    )
    .run(id, engagementId, ...cells)
}

type Row = { id: string; table: string; columns: string[]; cells: Cell[] }

function rowOf(changes: ChangesOfOne): Row {
  const { entity, id } = changes[0]
  if (!isEntityName(entity)) throw new TypeError(`There is no entity ${entity}`)
  return { id, table: quoted(entity), columns: changes.map(({ field }) => quoted(field)), cells: changes.map(cellOf) }
}

function cellOf({ entity, field, value }: Change): Cell {
  const definition = fieldOf(entity, field)
  if (definition === undefined) throw new TypeError(`There is no field ${entity}.${field}`)
  return toCell(definition.kind, value)
}

function writeVersion(
  statements: Statements,
  { engagementId, deviceId, seq, hlc }: EntryBody,
  { entity, id, field }: Change,
): void {
  statements
    .prepare('DELETE FROM field_version WHERE engagement_id = ? AND entity = ? AND entity_id = ? AND field = ?')
    .run(engagementId, entity, id, field)
  statements
    .prepare('DELETE FROM field_conflict WHERE engagement_id = ? AND entity = ? AND entity_id = ? AND field = ?')
    .run(engagementId, entity, id, field)
  statements
    .prepare(
      'INSERT INTO field_version (engagement_id, entity, entity_id, field, device_id, seq, hlc) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(engagementId, entity, id, field, deviceId, seq, hlc)
}

/** Whoever hides or shows a paper here has decided what becomes of it. */
function settleDeletion(statements: Statements, { engagementId }: EntryBody, { entity, id }: Change): void {
  statements
    .prepare('DELETE FROM kept_against_deletion WHERE engagement_id = ? AND entity = ? AND entity_id = ?')
    .run(engagementId, entity, id)
}
