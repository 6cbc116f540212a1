import type { Decision } from '../../shared/population/settlement.ts'
import type { LookAlikes } from '../../shared/population/repeatedIds.ts'
import type { Sequence } from '../../shared/population/sequenceGaps.ts'
import type { Reader } from '../reader.ts'
import { rowCountOutside } from './days.ts'
import { decisionsOf } from './decisions.ts'
import { blocksOutside, keyBlock, storedRows } from './readBlocks.ts'
import { dayInteger, dayText } from './rowBlock.ts'
import { rowsByNumber } from './rows.ts'

const decisions = `LEFT JOIN settlement ON settlement.population_id = @populationId AND settlement.row = found.row
  AND settlement.deleted = 0`

/** A row that shares its item id with others. */
export type FoundDuplicate = { itemId: string; row: number; identical: number; decision: Decision }

/** @returns the rows of ids that occur more than once, by id and row, at most `limit` */
export function duplicateRows(reader: Reader, populationId: string, limit: number): FoundDuplicate[] {
  return reader.all<FoundDuplicate>(
    `SELECT found.item_id AS itemId, found.row AS row, found.identical AS identical, settlement.decision AS decision
     FROM population_duplicate AS found ${decisions}
     WHERE found.population_id = @populationId ORDER BY found.item_id, found.row LIMIT @limit`,
    { populationId, limit },
  )
}

/** @returns how many ids are shared by rows of which more than one can be drawn, and how many were only counted */
export function unsettledDuplicateCount(reader: Reader, populationId: string): { ids: number; notListed: number } {
  const ids = reader.count(
    `SELECT count(*) AS n FROM (SELECT 1 FROM population_duplicate AS found ${decisions}
     WHERE found.population_id = @populationId AND settlement.decision IS NOT 'exclude'
     GROUP BY found.item_id HAVING count(*) > 1)`,
    { populationId },
  )
  const listed = reader.count(`SELECT count(*) AS n FROM population_duplicate WHERE population_id = @populationId`, {
    populationId,
  })
  return { ids, notListed: foundInRows(reader, populationId).duplicateRows - listed }
}

/** @returns the rows, at most 100, that can be drawn of one item id that has more than one of them; none where all are settled */
export function unsettledDuplicates(reader: Reader, populationId: string): { itemId: string; row: number }[] {
  return reader.all(
    `SELECT found.item_id AS itemId, found.row AS row FROM population_duplicate AS found ${decisions}
     WHERE found.population_id = @populationId AND settlement.decision IS NOT 'exclude' AND found.item_id =
       (SELECT found.item_id FROM population_duplicate AS found ${decisions}
        WHERE found.population_id = @populationId AND settlement.decision IS NOT 'exclude'
        GROUP BY found.item_id HAVING count(*) > 1 ORDER BY min(found.row) LIMIT 1)
     ORDER BY found.row LIMIT 100`,
    { populationId },
  )
}

/** What the import found in all rows together. */
export type FoundInRows = { duplicateRows: number; lookAlikes: LookAlikes[]; sequences: Sequence[] }

/** @returns what the import found in the ids of a population */
export function foundInRows(reader: Reader, populationId: string): FoundInRows {
  const found = reader.one<{ duplicateRows: number; lookAlikes: string; sequences: string }>(
    `SELECT duplicate_rows AS duplicateRows, look_alikes AS lookAlikes, sequences FROM population_found
     WHERE population_id = @populationId`,
    { populationId },
  )
  return {
    duplicateRows: found?.duplicateRows ?? 0,
    lookAlikes: JSON.parse(found?.lookAlikes ?? '[]') as LookAlikes[],
    sequences: JSON.parse(found?.sequences ?? '[]') as Sequence[],
  }
}

/** A row by its day. */
export type DatedRow = { row: number; itemId: string; date: string; decision: Decision }

/** Days that rows may have; a bound that is `null` is none. */
export type DayRange = { before: string | null; after: string | null }

/** @returns the rows before `before` or after `after`, in file order; where `limit` cuts them, those not decided on stay */
export function rowsOutside(
  reader: Reader,
  populationId: string,
  { before, after }: DayRange,
  limit: number,
): DatedRow[] {
  const stored = storedRows(reader, populationId)
  if (stored === undefined) return []
  const decided = decisionsOf(reader, populationId)
  const [first, last] = [before === null ? 0 : dayInteger(before), after === null ? noDayLater : dayInteger(after)]
  const open: DatedRow[] = []
  const others: DatedRow[] = []
  for (const number of blocksOutside(reader, populationId, first, last)) {
    const block = keyBlock(reader, stored, number)
    for (const [at, day] of (block?.days ?? []).entries()) {
      if (block === undefined || day === 0 || (day >= first && day <= last)) continue
      const row = block.rows[at] ?? 0
      const decision = decided.get(row) ?? null
      const found = { row, itemId: block.itemIds[at] ?? '', date: dayText(day) ?? '', decision }
      if (decision === null) open.push(found)
      else others.push(found)
    }
    if (open.length >= limit) break
  }
  const kept = open.slice(0, limit)
  return [...kept, ...others.slice(0, limit - kept.length)].toSorted((a, b) => a.row - b.row)
}

const noDayLater = 9999_99_99

/** @returns how many rows outside those days nobody decided on, and the first of them */
export function unsettledOutside(
  reader: Reader,
  populationId: string,
  { before, after }: DayRange,
): { count: number; row: number | null } {
  const all = rowCountOutside(reader, populationId, before, after)
  if (all === 0) return { count: 0, row: null }
  const decided = rowsByNumber(reader, populationId, decisionsOf(reader, populationId).keys())
  const isOutside = (date: string | null) =>
    date !== null && ((before !== null && date < before) || (after !== null && date > after))
  const count = all - [...decided.values()].filter(({ date }) => isOutside(date)).length
  if (count === 0) return { count, row: null }
  const [first] = rowsOutside(reader, populationId, { before, after }, 1)
  return { count, row: first?.row ?? null }
}
