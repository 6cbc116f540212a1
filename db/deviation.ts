import type { Aspect } from '../shared/contract/conclusion.ts'
import type { Deviation } from '../shared/contract/deviation.ts'
import { practitionerName } from './practitionerName.ts'
import { wasPerformed } from './procedure.ts'
import type { Reader } from './reader.ts'

/** What of a deviation is told by other rows, or lies in several columns. */
type Told = 'criteria' | 'compensations' | 'extension' | 'confirmed' | 'evaluated' | 'concluded'

/** A deviation with the names around it; `aspect` is that of its procedure. */
export type DeviationRow = Omit<Deviation, Told> & {
  aspect: Aspect | null
  extensionJson: string | null
  confirmedBy: string | null
  confirmedAt: string | null
  evaluatedBy: string | null
  evaluatedAt: string | null
  concludedBy: string | null
  concludedAt: string | null
}

/** @returns the deviations of an engagement, or of one control, in the order of their numbers */
export function deviationRows(reader: Reader, engagementId: string, controlId: string | null): DeviationRow[] {
  return reader.all<DeviationRow>(deviationSql, { engagementId, controlId })
}

const stepSql = (step: string) => `${practitionerName(`deviation.${step}_by`, 'deviation.engagement_id')} AS ${step}By,
  deviation.${step}_at AS ${step}At`

const deviationSql = `
SELECT deviation.id AS deviationId, deviation.engagement_id AS engagementId, deviation.ref AS ref,
  deviation.control_id AS controlId, control.ref AS controlRef, deviation.procedure_id AS procedureId,
  item.sample_id AS sampleId, deviation.sample_item_id AS sampleItemId, item.item_id AS itemId, deviation.attribute AS attribute,
  deviation.condition AS condition, deviation.cause AS cause, deviation.extent AS extent, deviation.timing AS timing,
  deviation.nature AS nature, deviation.client_statement AS clientStatement,
  deviation.client_person AS clientPerson, deviation.client_said_on AS clientSaidOn,
  deviation.management_response AS managementResponse, deviation.compensating AS compensating,
  deviation.extension AS extensionJson, deviation.effect AS effect, deviation.criterion_effect AS criterionEffect,
  ${stepSql('confirmed')}, ${stepSql('evaluated')}, ${stepSql('concluded')},
  deviation.reopened_because AS reopenedBecause, deviation.status AS status, deviation.recorded_at AS recordedAt,
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
  sampleId: string
  sampleItemId: string
  itemId: string
  attribute: string
  /** What the attribute asks, what is expected, and what was noted on the cell. */
  text: string
  expected: string | null
  note: string | null
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
  procedure.aspect AS aspect, item.sample_id AS sampleId, item.id AS sampleItemId, item.item_id AS itemId,
  result.attribute AS attribute, coalesce(attribute.text, '') AS text, attribute.expected AS expected, result.note AS note
FROM result JOIN procedure ON procedure.id = result.procedure_id JOIN control ON control.id = procedure.control_id
  JOIN sample_item AS item ON item.id = result.sample_item_id
  LEFT JOIN attribute ON attribute.id = procedure.id || ':' || result.attribute
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

/** A control that covers for a deviation, with what is known of its own tests. */
export type CompensationRow = Deviation['compensations'][number] & { deviationId: string }

/** @returns the compensating controls of the deviations of an engagement, by reference; hidden controls are left out */
export function compensationRows(reader: Reader, engagementId: string): CompensationRow[] {
  return reader.all<CompensationRow>(
    `SELECT compensation.deviation_id AS deviationId, control.id AS controlId, control.ref AS controlRef,
       control.title AS controlTitle, compensation.tested_how AS testedHow,
       (SELECT count(*) FROM procedure WHERE procedure.control_id = control.id AND procedure.aspect = 'operation'
          AND procedure.deleted = 0 AND ${wasPerformed}) AS proceduresPerformed,
       (SELECT outcome FROM conclusion WHERE conclusion.engagement_id = compensation.engagement_id
          AND target_entity = 'control' AND target_id = control.id AND aspect = 'operation' AND deleted = 0
          ORDER BY at DESC, id LIMIT 1) AS operation
     FROM deviation_compensation AS compensation JOIN control ON control.id = compensation.control_id
     WHERE compensation.engagement_id = @engagementId AND compensation.deleted = 0 AND control.deleted = 0
     ORDER BY control.ref`,
    { engagementId },
  )
}
