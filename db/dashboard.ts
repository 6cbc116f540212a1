import { wasPerformed } from './procedure.ts'
import type { Reader } from './reader.ts'
import { countedItems, leftOutItems } from './sample/counted.ts'

/** What the tables count of one control; cells without replaced items. */
export type ControlCounts = {
  controlId: string
  ref: string
  title: string
  procedures: number
  cells: number
  /** Procedures that are performed without a sample, and those of them that were. */
  withoutSample: number
  performed: number
  conclusions: number
}

const live = (table: string) => `${table}.engagement_id = @engagementId AND ${table}.deleted = 0`

/** @returns the controls of an engagement by reference; counted per procedure, never per cell */
export function controlCounts(reader: Reader, engagementId: string): ControlCounts[] {
  return reader.all<ControlCounts>(controlSql, { engagementId })
}

const controlSql = `
WITH
  letters AS MATERIALIZED (
    SELECT procedure_id, count(*) AS n FROM attribute WHERE ${live('attribute')} GROUP BY procedure_id),
  ${countedItems},
  tests AS MATERIALIZED (
    SELECT procedure.control_id AS control_id, count(*) AS procedures, sum(coalesce(letters.n * items.n, 0)) AS cells,
      sum(procedure.sample_id IS NULL) AS without_sample,
      sum(procedure.sample_id IS NULL AND ${wasPerformed}) AS performed
    FROM procedure LEFT JOIN letters ON letters.procedure_id = procedure.id
      LEFT JOIN items ON items.sample_id = procedure.sample_id
    WHERE ${live('procedure')} GROUP BY procedure.control_id),
  concluded AS MATERIALIZED (
    SELECT target_id, count(DISTINCT aspect) AS n FROM conclusion
    WHERE ${live('conclusion')} AND target_entity = 'control' GROUP BY target_id)
SELECT control.id AS controlId, control.ref AS ref, control.title AS title, coalesce(tests.procedures, 0) AS procedures,
  coalesce(tests.cells, 0) AS cells, coalesce(tests.without_sample, 0) AS withoutSample,
  coalesce(tests.performed, 0) AS performed, coalesce(concluded.n, 0) AS conclusions
FROM control LEFT JOIN tests ON tests.control_id = control.id LEFT JOIN concluded ON concluded.target_id = control.id
WHERE ${live('control')} ORDER BY control.ref, control.id`

/** Outcomes on the test sheets of a control that one person recorded last. */
export type RecordedCount = { controlId: string; practitionerId: string; recorded: number }

/** @returns the outcomes by control and person; those of replaced items do not count */
export function recordedCounts(reader: Reader, engagementId: string): RecordedCount[] {
  return reader.all<RecordedCount>(recordedSql, { engagementId })
}

// Grouped first in the order of `result_by_attribute`, so that a few sums are sorted and not tens of thousands of results.
const recordedSql = `
WITH
  ${leftOutItems},
  recorded AS MATERIALIZED (
    SELECT result.procedure_id AS procedure_id, result."by" AS practitioner_id, count(*) AS n
    FROM result
    WHERE result.procedure_id IN (SELECT id FROM procedure WHERE ${live('procedure')} AND sample_id IS NOT NULL)
      AND result.deleted = 0 AND result.outcome IS NOT NULL AND result.sample_item_id NOT IN left_out
    GROUP BY result.procedure_id, result.attribute, result."by")
SELECT procedure.control_id AS controlId, recorded.practitioner_id AS practitionerId, sum(recorded.n) AS recorded
FROM recorded JOIN procedure ON procedure.id = recorded.procedure_id
GROUP BY procedure.control_id, recorded.practitioner_id`

export type DeviationCount = {
  controlId: string
  status: 'open' | 'confirmed' | 'evaluated' | 'concluded'
  count: number
}

/** @returns the deviations of an engagement by control and how far their evaluation is */
export function deviationCounts(reader: Reader, engagementId: string): DeviationCount[] {
  return reader.all<DeviationCount>(
    `SELECT control_id AS controlId, status, count(*) AS count FROM deviation
     WHERE ${live('deviation')} GROUP BY control_id, status`,
    { engagementId },
  )
}

/** Counts of an engagement as a whole. */
export type EngagementSteps = {
  populations: number
  populationsConcluded: number
  criteriaConcluded: number
  partsDecided: number
  notes: number
}

/**
 * @returns populations, conclusions on criteria by aspect, decided parts of the opinion, and review notes, cleared ones among
 *   them; coaching is no note to be cleared
 */
export function engagementSteps(reader: Reader, engagementId: string): EngagementSteps {
  const found = reader.one<EngagementSteps>(
    `SELECT
       (SELECT count(*) FROM population WHERE ${live('population')}) AS populations,
       (SELECT count(*) FROM population WHERE ${live('population')} AND concluded_at IS NOT NULL) AS populationsConcluded,
       (SELECT count(DISTINCT target_id || ' ' || aspect) FROM conclusion
        WHERE ${live('conclusion')} AND target_entity = 'criterion') AS criteriaConcluded,
       (SELECT count(DISTINCT part) FROM opinion WHERE ${live('opinion')}) AS partsDecided,
       (SELECT count(*) FROM review_note WHERE ${live('review_note')} AND kind <> 'coaching') AS notes`,
    { engagementId },
  )
  if (found === undefined) throw new TypeError('Counting always gives a row')
  return found
}

/** @returns the row of each item that a sample holds, replaced items left out */
export function itemRows(reader: Reader, engagementId: string): { sampleId: string; row: number }[] {
  return reader.all<{ sampleId: string; row: number }>(
    `SELECT sample_id AS sampleId, row FROM sample_item WHERE ${live('sample_item')} AND replaced_because IS NULL`,
    { engagementId },
  )
}
