import { conflictIdOf } from '../../shared/journal/conflict.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import type { Change } from '../../shared/journal/change.ts'
import type { Sha256Hex } from '../../shared/journal/entry.ts'
import { type FieldState, winner } from '../../shared/journal/fold.ts'
import { deletedField, type EntityName } from '../../shared/model/entities.ts'
import { referredEntity } from '../../shared/model/scope.ts'
import { isConstraintFault } from '../sqlite.ts'
import type { Statements } from '../statements.ts'
import { quoted } from '../table.ts'
import { insertEntry } from './insertEntry.ts'
import type { MergedRow, MergePlan } from './planMerge.ts'
import { insertRow, writeRow } from './writeChanges.ts'

/** Papers that are named when a bundle is refused for them. */
const namedRows = 20

/**
 * Adds the entries of a plan to the journal and brings the tables to the state that follows. The plan was made for what the
 * store holds now, inside the same transaction.
 * @throws DomainError `bundle.refused_rows` for papers that the tables cannot hold, or that point to nothing
 */
export function writeMerge(
  statements: Statements,
  { engagementId, entries, rows }: MergePlan,
  sha256: Sha256Hex,
): void {
  for (const { entry, stored } of entries) insertEntry(statements, entry, stored)
  const refused = new Set(rows.filter((row) => !writeMergedRow(statements, engagementId, row, sha256)))
  const isThere = rowFinder(statements, engagementId)
  for (const row of rows) if (pointsNowhere(row, isThere)) refused.add(row)
  if (refused.size === 0) return
  const named = [...refused].slice(0, namedRows).map(({ entity, id }) => `${entity} ${id}`)
  throw new DomainError('bundle.refused_rows', { rows: named.join(', '), count: refused.size })
}

/** @returns whether the tables can hold the row */
function writeMergedRow(statements: Statements, engagementId: string, row: MergedRow, sha256: Sha256Hex): boolean {
  const { entity, id, fields, hidden, isNew } = row
  const values = [...fields].filter(([field]) => field !== deletedField)
  const change = (field: string, value: Change['value']): Change => ({ entity, id, field, value })
  try {
    const write = isNew ? insertRow : writeRow
    write(statements, engagementId, [
      change(deletedField, hidden),
      ...values.map(([field, state]) => change(field, winner(state).value)),
    ])
  } catch (error) {
    if (isConstraintFault(error)) return false
    throw error
  }
  for (const [field, state] of fields) writeVersions(statements, { engagementId, entity, id, field, state, isNew })
  markOpen(statements, engagementId, row, sha256)
  return true
}

type FieldVersions = {
  engagementId: string
  entity: string
  id: string
  field: string
  state: FieldState
  isNew: boolean
}

function writeVersions(statements: Statements, { engagementId, entity, id, field, state, isNew }: FieldVersions): void {
  if (!isNew) {
    statements
      .prepare('DELETE FROM field_version WHERE engagement_id = ? AND entity = ? AND entity_id = ? AND field = ?')
      .run(engagementId, entity, id, field)
  }
  const insert = statements.prepare(
    'INSERT INTO field_version (engagement_id, entity, entity_id, field, device_id, seq, hlc) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  for (const { deviceId, seq, hlc } of state) insert.run(engagementId, entity, id, field, deviceId, seq, hlc)
}

/** Keeps what a person has to decide on this paper. */
function markOpen(
  statements: Statements,
  engagementId: string,
  { entity, id, isNew, fields, conflicts, keptAgainstDeletion }: MergedRow,
  sha256: Sha256Hex,
): void {
  if (!isNew) {
    const settled = statements.prepare(
      'DELETE FROM field_conflict WHERE engagement_id = ? AND entity = ? AND entity_id = ? AND field = ?',
    )
    for (const field of fields.keys()) settled.run(engagementId, entity, id, field)
    statements
      .prepare('DELETE FROM kept_against_deletion WHERE engagement_id = ? AND entity = ? AND entity_id = ?')
      .run(engagementId, entity, id)
  }
  for (const field of conflicts) {
    const conflictId = conflictIdOf({ engagementId, entity, id, field }, fields.get(field) ?? [], sha256)
    statements
      .prepare(
        'INSERT INTO field_conflict (engagement_id, entity, entity_id, field, conflict_id) VALUES (?, ?, ?, ?, ?)',
      )
      .run(engagementId, entity, id, field, conflictId)
  }
  if (keptAgainstDeletion) {
    statements
      .prepare('INSERT INTO kept_against_deletion (engagement_id, entity, entity_id) VALUES (?, ?, ?)')
      .run(engagementId, entity, id)
  }
}

/** Whether a field that names another paper names one that is not in this engagement, hidden or not. */
function pointsNowhere({ fields }: MergedRow, isThere: (entity: EntityName, id: string) => boolean): boolean {
  return [...fields].some(([field, state]) => {
    const referred = referredEntity(field)
    const { value } = winner(state)
    return referred !== undefined && typeof value === 'string' && !isThere(referred, value)
  })
}

/** @returns whether a row is in this engagement; each is looked up once, since thousands of results name the same few papers */
function rowFinder(statements: Statements, engagementId: string): (entity: EntityName, id: string) => boolean {
  const known = new Map<string, boolean>()
  return (entity, id) => {
    const key = `${entity} ${id}`
    const found =
      known.get(key) ??
      statements.prepare(`SELECT 1 FROM ${quoted(entity)} WHERE id = ? AND engagement_id = ?`).get(id, engagementId) !==
        undefined
    known.set(key, found)
    return found
  }
}
