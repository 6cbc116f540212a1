import { duplicateRows, type FoundDuplicate, rowsOutside } from '../../../db/population/findings.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Period } from '../../../shared/contract/engagement.ts'
import type { Population } from '../../../shared/contract/population.ts'
import { monthsOf } from '../../../shared/period/period.ts'
import { isDuplicateSettled, isOutsiderSettled } from '../../../shared/population/settlement.ts'

/** Rows of one kind that are listed; a list that has more was mapped to the wrong column, and counts say how many there are. */
const listedRows = 1000

/** @returns the item ids that occur more than once, with their rows */
export function findDuplicates(reader: Reader, populationId: string): Population['duplicates'] {
  const rows = duplicateRows(reader, populationId, listedRows)
  const isCut = rows.length === listedRows
  const groups = [...Map.groupBy(rows, ({ itemId }) => itemId)]
  return groups.map(([itemId, group], at) => ({
    itemId,
    rows: group.map(({ row }) => row),
    identical: group.every(({ identical }) => identical === 1),
    // Of the last one, more rows may follow where the list is cut.
    settled: isSettled(group) && !(isCut && at === groups.length - 1),
  }))
}

const isSettled = (group: readonly FoundDuplicate[]) => isDuplicateSettled(group.map(({ decision }) => decision))

/** @returns the rows whose day is not in the period; none for an engagement as of a date */
export function findOutOfPeriod(
  reader: Reader,
  populationId: string,
  period: Period | null,
): Population['outOfPeriod'] {
  if (period === null) return []
  const range = { before: period.start, after: period.end }
  return rowsOutside(reader, populationId, range, listedRows).map(({ row, itemId, date, decision }) => ({
    row,
    itemId,
    date,
    settled: isOutsiderSettled(decision),
  }))
}

/** @returns the rows dated after the day on which the list was extracted: it cannot have known them */
export function findDatedAfter(
  reader: Reader,
  populationId: string,
  extractedOn: string | undefined,
): Population['datedAfterExtract'] {
  if (extractedOn === undefined) return []
  const range = { before: null, after: extractedOn }
  return rowsOutside(reader, populationId, range, listedRows).map(({ row, itemId, date }) => ({ row, itemId, date }))
}

/** @returns the months of the period in which the list has no row: nothing happened, or the list is not complete */
export function findMonthsWithoutRows(byMonth: Population['byMonth'], period: Period | null): string[] {
  if (period === null) return []
  const found = new Set(byMonth.map(({ month }) => month))
  return monthsOf(period)
    .map(({ month }) => month)
    .filter((month) => !found.has(month))
}
