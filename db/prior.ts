import type { JsonValue } from '../shared/journal/change.ts'
import type { EntityName, EntityRow } from '../shared/model/entities.ts'
import type { PriorRow } from '../shared/rollForward/rollForward.ts'
import type { Reader } from './reader.ts'
import { practitionerName } from './practitionerName.ts'
import { type Cell, columnsOf, quoted, toEntityRow } from './table.ts'

/** @returns the rows of an entity that are not hidden, in the order in which they came to be */
export function liveRows(reader: Reader, entity: EntityName, engagementId: string): PriorRow[] {
  return reader
    .all<Record<string, Cell>>(
      `SELECT ${columnsOf(entity)} FROM ${quoted(entity)}
       WHERE engagement_id = @engagementId AND deleted = 0 ORDER BY rowid`,
      { engagementId },
    )
    .map((row) => toEntityRow<PriorRow & Record<string, JsonValue>>(entity, row))
}

/** @returns how many rows of an entity are not hidden */
export function countLive(reader: Reader, entity: EntityName, engagementId: string): number {
  return reader.count(
    `SELECT count(*) AS n FROM ${quoted(entity)} WHERE engagement_id = @engagementId AND deleted = 0`,
    { engagementId },
  )
}

/** A follow-up with the name of who settled it. */
export type FollowUpRow = EntityRow<'followUp'> & { byName: string | null }

/** @returns the deviations that are followed up, by control and reference */
export function followUpRows(reader: Reader, engagementId: string, controlId: string | null): FollowUpRow[] {
  return reader.all<FollowUpRow>(
    `SELECT ${columnsOf('followUp')}, ${practitionerName('follow_up."by"', 'follow_up.engagement_id')} AS byName
     FROM follow_up WHERE engagement_id = @engagementId AND deleted = 0 AND (@controlId IS NULL OR control_id = @controlId)
     ORDER BY control_ref, period_end DESC, length(ref), ref, id`,
    { engagementId, controlId },
  )
}

/** @returns the papers of an engagement that were carried, each with the paper that it comes from */
export function origins(reader: Reader, engagementId: string): { id: string; originId: string }[] {
  return reader.all<{ id: string; originId: string }>(
    'SELECT id, origin_id AS originId FROM origin WHERE engagement_id = @engagementId AND deleted = 0',
    { engagementId },
  )
}
