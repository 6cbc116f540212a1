import { excludedCount, nameOfPractitioner, rowsByMonth } from '../../../db/population.ts'
import { rowCountOutside, rowsByDay, rowsWithoutDay } from '../../../db/population/days.ts'
import { foundInRows, unsettledDuplicateCount, unsettledOutside } from '../../../db/population/findings.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Period } from '../../../shared/contract/engagement.ts'
import type { Finding, Population, PopulationCheck, PopulationSource } from '../../../shared/contract/population.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { findFacts, type FoundFact } from '../../../shared/population/checks.ts'
import { daysWithoutRows } from '../../../shared/population/dayGaps.ts'
import { findDatedAfter, findDuplicates, findMonthsWithoutRows, findOutOfPeriod } from './findings.ts'

/** The lists that the checks come from, as a population shows them. */
export type CheckLists = Pick<
  Population,
  'duplicates' | 'outOfPeriod' | 'monthsWithoutRows' | 'datedAfterExtract' | 'byMonth'
>

/** @returns the lists of a population's checks, each cut at a thousand */
export function checkLists(reader: Reader, row: EntityRow<'population'>, period: Period | null): CheckLists {
  const byMonth = rowsByMonth(reader, row.id)
  return {
    duplicates: findDuplicates(reader, row.id),
    outOfPeriod: findOutOfPeriod(reader, row.id, period),
    monthsWithoutRows: row.columns.date === undefined ? [] : findMonthsWithoutRows(byMonth, period),
    datedAfterExtract: findDatedAfter(reader, row.id, sourceOf(row).extractedOn),
    byMonth,
  }
}

/** @returns what the checks found, each with what was decided about it */
export function findingsOf(
  reader: Reader,
  row: EntityRow<'population'>,
  period: Period | null,
  lists: CheckLists = checkLists(reader, row, period),
): Finding[] {
  const decided = new Map(reader.list('checkDecision', { populationId: row.id }).map((one) => [one.check, one]))
  return factsOf(reader, row, period, lists).map((fact) => {
    if (fact.check === 'duplicate_ids' || fact.check === 'outside_period') {
      return { ...fact, decision: settledByRow(reader, row, period, fact.check) }
    }
    const found = decided.get(fact.check)
    if (found === undefined) return { ...fact, decision: null }
    const { decision, reason, requestId, by, at } = found
    return {
      ...fact,
      decision: { decision, reason, requestId, by: nameOfPractitioner(reader, row.engagementId, by), at },
    }
  })
}

function factsOf(reader: Reader, row: EntityRow<'population'>, period: Period | null, lists: CheckLists): FoundFact[] {
  const { id, rows, rejectedRows, columns } = row
  const { controlTotal = null, extractedOn = null } = sourceOf(row)
  const found = foundInRows(reader, id)
  return findFacts({
    ...lists,
    ...found,
    rows,
    rejectedRows,
    controlTotal,
    extractedOn,
    hasDates: columns.date !== undefined,
    outside: period === null ? 0 : rowCountOutside(reader, id, period.start, period.end),
    datedAfter: extractedOn === null ? 0 : rowCountOutside(reader, id, null, extractedOn),
    daysWithoutRows: daysWithoutRows(rowsByDay(reader, id).map(({ day }) => day)),
    withoutDate: rowsWithoutDay(reader, id),
  })
}

/** Rows that are settled one by one are decided on when the last of them is. */
function settledByRow(
  reader: Reader,
  { id, engagementId }: EntityRow<'population'>,
  period: Period | null,
  check: 'duplicate_ids' | 'outside_period',
): Finding['decision'] {
  const { ids, notListed } = unsettledDuplicateCount(reader, id)
  const open =
    check === 'duplicate_ids'
      ? ids + notListed
      : unsettledOutside(reader, id, { before: period?.start ?? null, after: period?.end ?? null }).count
  if (open > 0) return null
  const settlements = reader.list('settlement', { populationId: id }, 'at')
  const last = settlements.at(-1)
  if (last === undefined) return null
  const by = nameOfPractitioner(reader, engagementId, last.by)
  const reason = `Settled row by row; ${excludedCount(reader, id)} excluded.`
  return { decision: 'settled', reason, requestId: null, by, at: last.at }
}

/** @returns the checks that found something on which nobody decided */
export function openChecksOf(reader: Reader, row: EntityRow<'population'>, period: Period | null): PopulationCheck[] {
  return findingsOf(reader, row, period).flatMap(({ check, decision }) => (decision === null ? [check] : []))
}

/** @returns the source as the contract knows it */
export function sourceOf({ source }: EntityRow<'population'>): PopulationSource {
  return source
}
