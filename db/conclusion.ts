import type { Aspect, ConcludedEntity, Conclusion } from '../shared/contract/conclusion.ts'
import { practitionerName } from './practitionerName.ts'
import { wasPerformed } from './procedure.ts'
import type { Reader } from './reader.ts'

/** A conclusion as it is read: the target in two columns. */
export type ConclusionRow = Omit<Conclusion, 'target'> & { targetEntity: ConcludedEntity; targetId: string }

/**
 * @returns the conclusions of an engagement: controls by reference, criteria by id, then commitments; those on hidden controls and
 *   commitments are left out
 */
export function conclusionRows(reader: Reader, engagementId: string): ConclusionRow[] {
  return reader.all<ConclusionRow>(
    `SELECT conclusion.id AS conclusionId, conclusion.target_entity AS targetEntity, conclusion.target_id AS targetId,
       coalesce(control.ref, commitment.ref, conclusion.target_id) AS ref, conclusion.aspect AS aspect, conclusion.outcome AS outcome,
       conclusion.rationale AS rationale, conclusion.confirmation AS confirmation, conclusion.at AS at,
       ${practitionerName('conclusion."by"', 'conclusion.engagement_id')} AS "by"
     FROM conclusion LEFT JOIN control ON conclusion.target_entity = 'control' AND control.id = conclusion.target_id
       LEFT JOIN commitment ON conclusion.target_entity = 'commitment' AND commitment.id = conclusion.target_id
     WHERE conclusion.engagement_id = @engagementId AND conclusion.deleted = 0 AND coalesce(control.deleted, commitment.deleted, 0) = 0
     ORDER BY conclusion.target_entity = 'commitment', conclusion.target_entity = 'criterion', ref, conclusion.aspect`,
    { engagementId },
  )
}

/** How far the tests of a control are, and what was found: what a conclusion on one aspect rests on. */
export type TestCounts = {
  /** Procedures on the aspect, and those of them that something was recorded for. */
  procedures: number
  performed: number
  untestedCells: number
  deviations: number
}

/**
 * @returns the procedures of an aspect, the cells without outcome on their sheets, and the deviations: those recorded, of
 * which one without a procedure belongs to operation, and the failed cells that none describes
 */
export function testCounts(reader: Reader, controlId: string, aspect: Aspect): TestCounts {
  const counts = reader.one<TestCounts>(countsSql, { controlId, aspect })
  if (counts === undefined) throw new TypeError('Counting always gives a row')
  return counts
}

const countsSql = `
WITH
  cells AS MATERIALIZED (
    SELECT procedure.id AS procedure_id, attribute.letter AS letter, item.id AS item_id, result.outcome AS outcome
    FROM procedure JOIN attribute ON attribute.procedure_id = procedure.id AND attribute.deleted = 0
      JOIN sample_item AS item ON item.sample_id = procedure.sample_id AND item.deleted = 0 AND item.replaced_because IS NULL
      LEFT JOIN result ON result.procedure_id = procedure.id AND result.sample_item_id = item.id
        AND result.attribute = attribute.letter AND result.deleted = 0
    WHERE procedure.control_id = @controlId AND procedure.aspect = @aspect AND procedure.deleted = 0),
  found AS MATERIALIZED (
    SELECT deviation.procedure_id AS procedure_id, deviation.sample_item_id AS item_id, deviation.attribute AS attribute
    FROM deviation LEFT JOIN procedure ON procedure.id = deviation.procedure_id
    WHERE deviation.control_id = @controlId AND deviation.deleted = 0 AND coalesce(procedure.aspect, 'operation') = @aspect)
SELECT
  (SELECT count(*) FROM procedure
   WHERE control_id = @controlId AND aspect = @aspect AND deleted = 0) AS procedures,
  (SELECT count(*) FROM procedure
   WHERE control_id = @controlId AND aspect = @aspect AND deleted = 0 AND ${wasPerformed}) AS performed,
  (SELECT count(*) FROM cells WHERE outcome IS NULL) AS untestedCells,
  (SELECT count(*) FROM found)
  + (SELECT count(*) FROM cells WHERE outcome = 'deviation' AND NOT EXISTS (
      SELECT 1 FROM found WHERE found.item_id = cells.item_id
        AND (found.procedure_id IS NULL OR found.procedure_id = cells.procedure_id)
        AND (found.attribute IS NULL OR found.attribute = cells.letter))) AS deviations`
