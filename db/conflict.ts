import { isEntityName } from '../shared/model/entities.ts'
import type { PaperRow } from '../shared/paper/paperContent.ts'
import type { Paper } from '../shared/paper/paperForms.ts'
import { papersOfRow } from './paper/papersOfRow.ts'
import type { Reader } from './reader.ts'
import { type Cell, columnsOf, quoted, toEntityRow } from './table.ts'

/** A field on which a person has to decide. */
export type ConflictRow = { conflictId: string; engagementId: string; entity: string; id: string; field: string }

const columns = `conflict_id AS conflictId, engagement_id AS engagementId, entity, entity_id AS id, field`

/** @returns the open conflicts of an engagement, paper by paper */
export function conflictsOf(reader: Reader, engagementId: string, { offset = 0, limit = -1 } = {}): ConflictRow[] {
  return reader.all<ConflictRow>(
    `SELECT ${columns} FROM field_conflict WHERE engagement_id = @engagementId
     ORDER BY entity, entity_id, field LIMIT @limit OFFSET @offset`,
    { engagementId, offset, limit },
  )
}

export function countConflicts(reader: Reader, engagementId: string): number {
  return reader.count('SELECT count(*) AS n FROM field_conflict WHERE engagement_id = @engagementId', { engagementId })
}

/** @returns the conflict of this name, unless it was settled or another write joined it */
export function conflictOf(reader: Reader, conflictId: string): ConflictRow | undefined {
  return reader.one<ConflictRow>(`SELECT ${columns} FROM field_conflict WHERE conflict_id = @conflictId`, {
    conflictId,
  })
}

/** @returns how many open conflicts are on what a paper says, such as on a result of a procedure's sheet */
export function countConflictsOnPaper(reader: Reader, engagementId: string, paper: Paper): number {
  return conflictsOf(reader, engagementId).filter(({ entity, id }) => {
    if (!isEntityName(entity)) return false
    const row = reader.one<Record<string, Cell>>(`SELECT ${columnsOf(entity)} FROM ${quoted(entity)} WHERE id = @id`, {
      id,
    })
    if (row === undefined) return false
    const papers = papersOfRow(reader, entity, toEntityRow<PaperRow>(entity, row))
    return papers.some((one) => one.entity === paper.entity && one.id === paper.id)
  }).length
}

/** A paper that somebody deleted and that stays because somebody else changed it apart. */
export type KeptRow = { entity: string; id: string }

/** @returns the papers of an engagement that are kept against a deletion */
export function keptAgainstDeletion(reader: Reader, engagementId: string): KeptRow[] {
  return reader.all<KeptRow>(
    `SELECT entity, entity_id AS id FROM kept_against_deletion WHERE engagement_id = @engagementId
     ORDER BY entity, entity_id`,
    { engagementId },
  )
}
