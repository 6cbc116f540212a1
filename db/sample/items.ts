import type { SampleItem } from '../../shared/contract/sample.ts'
import { rowsByNumber } from '../population/rows.ts'
import type { Reader } from '../reader.ts'

type ItemRow = Omit<SampleItem, 'cells' | 'date'>

/** @returns the items of a sample in draw order, with the cells of their rows; replaced ones stay among them */
export function sampleItems(reader: Reader, sampleId: string): SampleItem[] {
  const items = reader.all<ItemRow>(itemsSql, { sampleId })
  const of = reader.one<{ populationId: string }>(
    'SELECT population_id AS populationId FROM sample WHERE id = @sampleId',
    {
      sampleId,
    },
  )
  if (of === undefined) return []
  const rows = rowsByNumber(
    reader,
    of.populationId,
    items.map(({ row }) => row),
  )
  return items.map((item) => {
    const { date = null, cells = [] } = rows.get(item.row) ?? {}
    return { ...item, date, cells }
  })
}

const itemsSql = `
SELECT item.id AS sampleItemId, item.draw_order AS "order", item.item_id AS itemId, item.row AS row,
  item.stratum AS stratum, item.ticket AS ticket, item.stage AS stage,
  original.item_id AS replacesItemId, item.replaced_because AS replacedBecause,
  (SELECT count(*) FROM evidence_link AS link JOIN evidence ON evidence.id = link.evidence_id AND evidence.deleted = 0
   WHERE link.target_entity = 'sampleItem' AND link.target_id = item.id AND link.deleted = 0) AS files
FROM sample_item AS item LEFT JOIN sample_item AS original ON original.id = item.replaces
WHERE item.sample_id = @sampleId AND item.deleted = 0
ORDER BY item.draw_order, item.id`

/** One item that counts, with what a procedure found on one attribute; an item without procedures has one row without attribute. */
export type ItemOutcome = {
  sampleItemId: string
  stratum: string | null
  stage: 'initial' | 'extension' | 'replacement'
  procedureId: string | null
  attribute: string | null
  outcome: 'pass' | 'deviation' | 'not_applicable' | null
}

/** @returns every cell of the test sheets of a sample, or of one control, procedure or letter; replaced items are left out */
export function itemOutcomes(
  reader: Reader,
  {
    sampleId,
    controlId,
    procedureId,
    attribute,
  }: {
    sampleId: string
    controlId?: string | undefined
    procedureId?: string | undefined
    attribute?: string | undefined
  },
): ItemOutcome[] {
  return reader.all<ItemOutcome>(outcomesSql, {
    sampleId,
    controlId: controlId ?? null,
    procedureId: procedureId ?? null,
    attribute: attribute ?? null,
  })
}

const outcomesSql = `
WITH columns AS MATERIALIZED (
  SELECT procedure.id AS procedure_id, attribute.letter AS letter
  FROM procedure JOIN attribute ON attribute.procedure_id = procedure.id
  WHERE procedure.sample_id = @sampleId AND procedure.deleted = 0 AND attribute.deleted = 0
    AND (@controlId IS NULL OR procedure.control_id = @controlId)
    AND (@procedureId IS NULL OR procedure.id = @procedureId) AND (@attribute IS NULL OR attribute.letter = @attribute))
SELECT item.id AS sampleItemId, item.stratum AS stratum, item.stage AS stage,
  columns.procedure_id AS procedureId, columns.letter AS attribute,
  result.outcome AS outcome
FROM sample_item AS item LEFT JOIN columns
  LEFT JOIN result ON result.procedure_id = columns.procedure_id AND result.sample_item_id = item.id
    AND result.attribute = columns.letter AND result.deleted = 0
WHERE item.sample_id = @sampleId AND item.deleted = 0 AND item.replaced_because IS NULL
ORDER BY item.draw_order, item.id`

/** @returns the items of a sample that have a deviation on a test sheet of a control */
export function deviatingItems(reader: Reader, sampleId: string, controlId: string): Set<string> {
  const rows = reader.all<{ id: string }>(
    `SELECT DISTINCT result.sample_item_id AS id
     FROM procedure JOIN result ON result.procedure_id = procedure.id
     WHERE procedure.sample_id = @sampleId AND procedure.control_id = @controlId AND procedure.deleted = 0
       AND result.deleted = 0
       AND result.outcome = 'deviation'`,
    { sampleId, controlId },
  )
  return new Set(rows.map(({ id }) => id))
}
