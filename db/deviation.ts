import type { Aspect } from '../shared/contract/conclusion.ts'
import type { Deviation } from '../shared/contract/deviation.ts'
import { practitionerName } from './practitionerName.ts'
import type { Reader } from './reader.ts'

/** A deviation with the names around it; `aspect` is that of its procedure. */
export type DeviationRow = Omit<Deviation, 'criteria'> & { aspect: Aspect | null }

/** @returns the deviations of an engagement, or of one control, in the order of their numbers */
export function deviationRows(reader: Reader, engagementId: string, controlId: string | null): DeviationRow[] {
  return reader.all<DeviationRow>(deviationSql, { engagementId, controlId })
}

const deviationSql = `
SELECT deviation.id AS deviationId, deviation.engagement_id AS engagementId, deviation.ref AS ref,
  deviation.control_id AS controlId, control.ref AS controlRef, deviation.procedure_id AS procedureId,
  deviation.sample_item_id AS sampleItemId, item.item_id AS itemId, deviation.attribute AS attribute,
  deviation.condition AS condition, deviation.cause AS cause, deviation.extent AS extent, deviation.timing AS timing,
  deviation.nature AS nature, deviation.client_statement AS clientStatement,
  deviation.management_response AS managementResponse, deviation.compensating AS compensating,
  deviation.effect AS effect, deviation.status AS status, deviation.recorded_at AS recordedAt,
  ${practitionerName('deviation.recorded_by', 'deviation.engagement_id')} AS recordedBy, procedure.aspect AS aspect
FROM deviation JOIN control ON control.id = deviation.control_id
  LEFT JOIN sample_item AS item ON item.id = deviation.sample_item_id
  LEFT JOIN procedure ON procedure.id = deviation.procedure_id
WHERE deviation.engagement_id = @engagementId AND deviation.deleted = 0
  AND (@controlId IS NULL OR deviation.control_id = @controlId)
ORDER BY CAST(substr(deviation.ref, 5) AS INTEGER), deviation.id`

/** A cell of a test sheet that failed, and that no deviation describes. */
export type UndescribedCell = {
  controlId: string
  controlRef: string
  procedureId: string
  aspect: Aspect
  sampleItemId: string
  itemId: string
  attribute: string
}

/**
 * A deviation describes the cells of its item, of one procedure or letter where it names one.
 * @returns the failed cells of an engagement, or of one control, that no deviation describes
 */
export function undescribedCells(reader: Reader, engagementId: string, controlId: string | null): UndescribedCell[] {
  return reader.all<UndescribedCell>(undescribedSql, { engagementId, controlId })
}

const undescribedSql = `
SELECT procedure.control_id AS controlId, control.ref AS controlRef, procedure.id AS procedureId,
  procedure.aspect AS aspect, item.id AS sampleItemId, item.item_id AS itemId, result.attribute AS attribute
FROM result JOIN procedure ON procedure.id = result.procedure_id JOIN control ON control.id = procedure.control_id
  JOIN sample_item AS item ON item.id = result.sample_item_id
WHERE result.engagement_id = @engagementId AND result.outcome = 'deviation' AND result.deleted = 0
  AND procedure.deleted = 0 AND item.replaced_because IS NULL
  AND (@controlId IS NULL OR procedure.control_id = @controlId)
  AND NOT EXISTS (
    SELECT 1 FROM deviation
    WHERE deviation.sample_item_id = item.id AND deviation.deleted = 0 AND deviation.control_id = procedure.control_id
      AND (deviation.procedure_id IS NULL OR deviation.procedure_id = procedure.id)
      AND (deviation.attribute IS NULL OR deviation.attribute = result.attribute))
ORDER BY control.ref, procedure.rowid, item.draw_order, result.attribute`

/** @returns the highest number that a deviation of an engagement ever had, hidden ones included; 0 for none */
export function lastDeviationNumber(reader: Reader, engagementId: string): number {
  return reader.count(
    'SELECT coalesce(max(CAST(substr(ref, 5) AS INTEGER)), 0) AS n FROM deviation WHERE engagement_id = @engagementId',
    { engagementId },
  )
}
