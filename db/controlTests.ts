import { undescribedCells } from './deviation.ts'
import { wasPerformed } from './procedure.ts'
import type { Reader } from './reader.ts'

/** What was done on a control, and found: walkthroughs are procedures too. */
export type ControlTests = { procedures: number; performed: number; deviations: number }

/**
 * @returns by control the procedures and walkthroughs, those of them that something was recorded for, and the deviations: those
 *   recorded, and the failed cells that none describes
 */
export function testsByControl(reader: Reader, engagementId: string): ReadonlyMap<string, ControlTests> {
  const undescribed = Map.groupBy(undescribedCells(reader, engagementId, null), ({ controlId }) => controlId)
  return new Map(
    reader
      .all<ControlTests & { controlId: string }>(
        `SELECT control.id AS controlId,
           (SELECT count(*) FROM procedure WHERE procedure.control_id = control.id AND procedure.deleted = 0) + ${walked} AS procedures,
           (SELECT count(*) FROM procedure WHERE procedure.control_id = control.id AND procedure.deleted = 0
              AND ${wasPerformed}) + ${walked} AS performed,
           (SELECT count(*) FROM deviation WHERE deviation.control_id = control.id AND deviation.deleted = 0) AS deviations
         FROM control WHERE control.engagement_id = @engagementId AND control.deleted = 0`,
        { engagementId },
      )
      .map(({ controlId, deviations, ...tests }) => [
        controlId,
        { ...tests, deviations: deviations + (undescribed.get(controlId)?.length ?? 0) },
      ]),
  )
}

const walked = `(SELECT count(*) FROM walkthrough WHERE walkthrough.control_id = control.id AND walkthrough.deleted = 0)`
