import type { Decision } from '../../shared/population/settlement.ts'
import type { Reader } from '../reader.ts'
import { rowsKey } from './rowsKey.ts'

/** A row of a population as it is browsed; `cells` as JSON. */
export type ItemRow = {
  row: number
  itemId: string
  date: string | null
  stratum: string | null
  amount: string | null
  cells: string
  decision: Decision
}

export type ItemPage = { populationId: string; query?: string | undefined; offset: number; limit: number }

const select = `
SELECT item.row AS row, item.item_id AS itemId, item.occurred_on AS date, item.stratum AS stratum, item.amount AS amount,
  item.cells AS cells, settlement.decision AS decision
FROM population_row AS item LEFT JOIN settlement ON settlement.population_id = @populationId
  AND settlement.row = item.row AND settlement.deleted = 0
WHERE item.rows_key = ${rowsKey}`

// JSON as text is looked through first, since reading it is slow; it alone would find its own commas and brackets, too.
const matches = `(item.item_id LIKE @pattern ESCAPE '\\' OR (item.cells LIKE @jsonPattern ESCAPE '\\' AND EXISTS
  (SELECT 1 FROM json_each(item.cells) AS cell WHERE cell.value LIKE @pattern ESCAPE '\\')))`

/** @returns a page of the rows in file order, and how many there are; a query is looked for in the item id and every cell */
export function itemPage(
  reader: Reader,
  { populationId, query, offset, limit }: ItemPage,
): { total: number; items: ItemRow[] } {
  const text = query?.trim() ?? ''
  if (text === '') return wholePage(reader, { populationId, offset, limit })
  const bindings = {
    populationId,
    pattern: containing(text),
    jsonPattern: containing(JSON.stringify(text).slice(1, -1)),
  }
  return {
    total: reader.count(
      `SELECT count(*) AS n FROM population_row AS item WHERE item.rows_key = ${rowsKey} AND ${matches}`,
      bindings,
    ),
    items: reader.all<ItemRow>(`${select} AND ${matches} ORDER BY item.row LIMIT @limit OFFSET @offset`, {
      ...bindings,
      limit,
      offset,
    }),
  }
}

type Extent = { total: number; first: number; last: number }

/** Rows without a gap are found by their number at once; counting off to row 900,000 takes longer than a query may. */
function wholePage(
  reader: Reader,
  { populationId, offset, limit }: Omit<ItemPage, 'query'>,
): { total: number; items: ItemRow[] } {
  const { total = 0, first = 0, last = 0 } = reader.one<Extent>(extentSql, { populationId }) ?? {}
  const bindings = { populationId, limit, offset }
  const hasGaps = last - first + 1 !== total
  const items = hasGaps
    ? reader.all<ItemRow>(`${select} ORDER BY item.row LIMIT @limit OFFSET @offset`, bindings)
    : reader.all<ItemRow>(`${select} AND item.row >= @from ORDER BY item.row LIMIT @limit`, {
        populationId,
        limit,
        from: first + offset,
      })
  return { total, items }
}

const extentSql = `SELECT
  (SELECT rows FROM population WHERE id = @populationId) AS total,
  (SELECT min(row) FROM population_row WHERE rows_key = ${rowsKey}) AS first,
  (SELECT max(row) FROM population_row WHERE rows_key = ${rowsKey}) AS last`

/** @returns a pattern for LIKE that means the text itself */
function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}
