import type { Reader } from './reader.ts'

/** A control as it stands under a criterion. */
export type MappedControl = { criterionId: string; controlId: string; ref: string; title: string }

/** @returns which control answers which criterion, by criterion and reference */
export function mappedControls(reader: Reader, engagementId: string): MappedControl[] {
  return reader.all<MappedControl>(
    `SELECT mapping.criterion_id AS criterionId, control.id AS controlId, control.ref AS ref, control.title AS title
     FROM control_criterion AS mapping JOIN control ON control.id = mapping.control_id
     WHERE mapping.engagement_id = @engagementId AND mapping.mapped = 1 AND mapping.deleted = 0 AND control.deleted = 0
     ORDER BY mapping.criterion_id, control.ref`,
    { engagementId },
  )
}
