import type { Sample, SelectionMethod } from '../shared/contract/sample.ts'
import { practitionerName } from './practitionerName.ts'
import type { Reader } from './reader.ts'

/** What a sample shows of its control, its population and whoever drew it. */
export type SampleSurroundings = { controlRef: string; populationName: string; drawnBy: string; header: string }

/** @returns the names around a sample; the header as JSON */
export function sampleSurroundings(reader: Reader, sampleId: string): SampleSurroundings | undefined {
  return reader.one<SampleSurroundings>(
    `SELECT control.ref AS controlRef, population.name AS populationName, population.header AS header,
       ${practitionerName('sample.drawn_by', 'sample.engagement_id')} AS drawnBy
     FROM sample JOIN control ON control.id = sample.control_id JOIN population ON population.id = sample.population_id
     WHERE sample.id = @sampleId`,
    { sampleId },
  )
}

/** A sample in a list. `size` counts items without replaced ones; `tested` and `deviations` count items, not cells, of the control asked for. */
export type SampleSummary = Pick<
  Sample,
  | 'sampleId'
  | 'controlId'
  | 'controlRef'
  | 'populationId'
  | 'populationName'
  | 'drawnAt'
  | 'drawnBy'
  | 'window'
  | 'part'
> & { method: SelectionMethod; size: number; tested: number; deviations: number; isShared: boolean }

type SummaryRow = Omit<SampleSummary, 'window' | 'isShared'> & {
  windowStart: string | null
  windowEnd: string | null
  isShared: number
}

/** @returns the samples of an engagement, or of one control, by the control's reference and their age */
export function sampleSummaries(reader: Reader, engagementId: string, controlId: string | null): SampleSummary[] {
  return reader
    .all<SummaryRow>(summariesSql, { engagementId, controlId })
    .map(({ windowStart, windowEnd, isShared, ...row }) => ({
      ...row,
      window: windowStart === null || windowEnd === null ? null : { start: windowStart, end: windowEnd },
      isShared: isShared === 1,
    }))
}

// CROSS JOIN keeps the order of the tables, from the samples asked for to their results; IN gives results in the order of their index.
const summariesSql = `
WITH
  asked AS MATERIALIZED (
    SELECT id FROM sample
    WHERE engagement_id = @engagementId AND deleted = 0 AND (@controlId IS NULL OR control_id = @controlId
      OR id IN (SELECT sample_id FROM sample_control WHERE control_id = @controlId AND deleted = 0))),
  sheets AS MATERIALIZED (
    SELECT procedure.sample_id AS sample_id, procedure.id AS procedure_id, count(*) AS letters
    FROM asked CROSS JOIN procedure ON procedure.sample_id = asked.id
      CROSS JOIN attribute ON attribute.procedure_id = procedure.id
    WHERE procedure.deleted = 0 AND attribute.deleted = 0
      AND (@controlId IS NULL OR procedure.control_id = @controlId) GROUP BY procedure.sample_id, procedure.id),
  expected AS MATERIALIZED (SELECT sample_id, sum(letters) AS cells FROM sheets GROUP BY sample_id),
  on_sheet AS (
    SELECT result.sample_item_id AS item_id, count(result.outcome) AS n, max(result.outcome IS 'deviation') AS deviates
    FROM result WHERE result.procedure_id IN (SELECT procedure_id FROM sheets) AND result.deleted = 0
    GROUP BY result.procedure_id, result.sample_item_id),
  recorded AS MATERIALIZED (SELECT item_id, sum(n) AS n, max(deviates) AS deviates FROM on_sheet GROUP BY item_id),
  found AS MATERIALIZED (
    SELECT item.sample_id AS sample_id, sum(recorded.n >= expected.cells) AS tested, sum(recorded.deviates) AS deviations
    FROM recorded CROSS JOIN sample_item AS item ON item.id = recorded.item_id
      CROSS JOIN expected ON expected.sample_id = item.sample_id
    WHERE item.deleted = 0 AND item.replaced_because IS NULL GROUP BY item.sample_id)
SELECT sample.id AS sampleId, sample.control_id AS controlId, control.ref AS controlRef,
  sample.population_id AS populationId, population.name AS populationName, sample.method AS method,
  sample.window_start AS windowStart, sample.window_end AS windowEnd, sample.part AS part,
  @controlId IS NOT NULL AND sample.control_id IS NOT @controlId AS isShared,
  sample.drawn_at AS drawnAt, ${practitionerName('sample.drawn_by', 'sample.engagement_id')} AS drawnBy,
  (SELECT count(*) FROM sample_item AS item
   WHERE item.sample_id = sample.id AND item.deleted = 0 AND item.replaced_because IS NULL) AS size,
  coalesce(found.tested, 0) AS tested, coalesce(found.deviations, 0) AS deviations
FROM asked CROSS JOIN sample ON sample.id = asked.id CROSS JOIN control ON control.id = sample.control_id
  CROSS JOIN population ON population.id = sample.population_id LEFT JOIN found ON found.sample_id = sample.id
ORDER BY control.ref, sample.rowid`

/**
 * @returns how many samples were drawn from a population for a control so far, of days that the window has too: a day more
 * or less does not make it another part
 */
export function drawsSoFar(
  reader: Reader,
  populationId: string,
  controlId: string,
  window: { start: string; end: string } | null = null,
): number {
  return reader.count(
    `SELECT count(*) AS n FROM sample WHERE population_id = @populationId AND control_id = @controlId AND deleted = 0
       AND coalesce(window_start <= @end, TRUE) AND coalesce(window_end >= @start, TRUE)`,
    { populationId, controlId, start: window?.start ?? null, end: window?.end ?? null },
  )
}

/** @returns the samples that a control's procedures can be performed on: its own and those shared with it, oldest first */
export function samplesServing(reader: Reader, controlId: string): string[] {
  return reader
    .all<{ id: string }>(
      `SELECT id FROM sample WHERE deleted = 0 AND (control_id = @controlId
         OR id IN (SELECT sample_id FROM sample_control WHERE control_id = @controlId AND deleted = 0))
       ORDER BY rowid`,
      { controlId },
    )
    .map(({ id }) => id)
}

/** @returns the operation procedures of a control that have attributes and are not performed on any sample yet */
export function proceduresWithoutSample(reader: Reader, controlId: string): string[] {
  return reader
    .all<{ id: string }>(
      `SELECT procedure.id AS id FROM procedure
       WHERE control_id = @controlId AND aspect = 'operation' AND sample_id IS NULL AND deleted = 0
         AND EXISTS (SELECT 1 FROM attribute WHERE procedure_id = procedure.id AND attribute.deleted = 0)`,
      { controlId },
    )
    .map(({ id }) => id)
}

/** Another control that a sample serves. */
export type SharedControl = { controlId: string; ref: string; reason: string }

/** @returns the controls that a sample is shared with, by reference */
export function sharedControls(reader: Reader, sampleId: string): SharedControl[] {
  return reader.all<SharedControl>(
    `SELECT shared.control_id AS controlId, control.ref AS ref, shared.reason AS reason
     FROM sample_control AS shared JOIN control ON control.id = shared.control_id
     WHERE shared.sample_id = @sampleId AND shared.deleted = 0 ORDER BY control.ref`,
    { sampleId },
  )
}
