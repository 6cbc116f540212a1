import type { Reader } from './reader.ts'

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

/**
 * Open conflicts on papers, of which none can be signed off before they are settled.
 * @param papers ids of an entity: a test sheet is its procedure and its results
 */
export function hasOpenConflict(reader: Reader, engagementId: string, entity: string, id: string): boolean {
  return (
    reader.count(
      `SELECT count(*) AS n FROM field_conflict WHERE engagement_id = @engagementId AND entity = @entity AND entity_id = @id`,
      { engagementId, entity, id },
    ) > 0
  )
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
