import type { SampleItem } from '../../shared/contract/sample.ts'
import type { Reader } from '../reader.ts'

type ItemRow = Omit<SampleItem, 'cells'> & { cells: string | null }

/** @returns the items of a sample in draw order, with the cells of their rows; replaced ones stay among them */
export function sampleItems(reader: Reader, sampleId: string): SampleItem[] {
  return reader
    .all<ItemRow>(itemsSql, { sampleId })
    .map(({ cells, ...item }) => ({ ...item, cells: cells === null ? [] : (JSON.parse(cells) as string[]) }))
}

const itemsSql = `
SELECT item.id AS sampleItemId, item.draw_order AS "order", item.item_id AS itemId, item.row AS row,
  source.occurred_on AS date, item.stratum AS stratum, item.ticket AS ticket, item.stage AS stage,
  original.item_id AS replacesItemId, item.replaced_because AS replacedBecause, source.cells AS cells
FROM sample JOIN sample_item AS item ON item.sample_id = sample.id
  LEFT JOIN population_rows AS rows ON rows.population_id = sample.population_id
  LEFT JOIN population_row AS source ON source.rows_key = rows.key AND source.row = item.row
  LEFT JOIN sample_item AS original ON original.id = item.replaces
WHERE sample.id = @sampleId AND item.deleted = 0
ORDER BY item.draw_order, item.id`

/** One item that counts, with what a procedure found on one attribute; an item without procedures has one row without attribute. */
export type ItemOutcome = {
  sampleItemId: string
  stratum: string | null
  stage: 'initial' | 'extension' | 'replacement'
  attribute: string | null
  outcome: 'pass' | 'deviation' | 'not_applicable' | null
}

/** @returns every cell of the test sheets of a sample, or of one procedure or letter; replaced items are left out */
export function itemOutcomes(
  reader: Reader,
  {
    sampleId,
    procedureId,
    attribute,
  }: { sampleId: string; procedureId?: string | undefined; attribute?: string | undefined },
): ItemOutcome[] {
  return reader.all<ItemOutcome>(outcomesSql, {
    sampleId,
    procedureId: procedureId ?? null,
    attribute: attribute ?? null,
  })
}

const outcomesSql = `
WITH columns AS MATERIALIZED (
  SELECT procedure.id AS procedure_id, attribute.letter AS letter
  FROM procedure JOIN attribute ON attribute.procedure_id = procedure.id
  WHERE procedure.sample_id = @sampleId AND procedure.deleted = 0 AND attribute.deleted = 0
    AND (@procedureId IS NULL OR procedure.id = @procedureId) AND (@attribute IS NULL OR attribute.letter = @attribute))
SELECT item.id AS sampleItemId, item.stratum AS stratum, item.stage AS stage, columns.letter AS attribute,
  result.outcome AS outcome
FROM sample_item AS item LEFT JOIN columns
  LEFT JOIN result ON result.procedure_id = columns.procedure_id AND result.sample_item_id = item.id
    AND result.attribute = columns.letter AND result.deleted = 0
WHERE item.sample_id = @sampleId AND item.deleted = 0 AND item.replaced_because IS NULL
ORDER BY item.draw_order, item.id`
