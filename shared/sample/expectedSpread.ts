import { quarterOf } from '../period/plainDate.ts'
import { allocate } from '../sampling/allocate.ts'
import type { StratifyBy } from './strata.ts'

/** Rows of a month that can be drawn. */
export type MonthRows = { month: string; population: number }

/** A month with the items that a draw takes of it, or takes on average, and whether it may well take none. */
export type ExpectedMonth = MonthRows & { sample: number; mayStayEmpty: boolean }

/** The chance of nothing from a month above which it is worth a word. */
const notableChance = 0.05

/**
 * How a draw will spread over the months: a draw stratified by months or quarters takes its allocation, within a quarter
 * and else on average in proportion to the rows.
 * @param months with rows, in order
 * @param undated rows without a day, which can be drawn too
 * @throws DomainError `sampling.size_exceeds_population`
 */
export function expectedSpread({
  months,
  undated,
  size,
  stratifyBy,
}: {
  months: readonly MonthRows[]
  undated: number
  size: number
  stratifyBy: StratifyBy | null
}): ExpectedMonth[] {
  const isByTime = stratifyBy === 'month' || stratifyBy === 'quarter'
  const groupOf = ({ month }: MonthRows) =>
    stratifyBy === 'month' ? month : stratifyBy === 'quarter' ? quarterOf(`${month}-01`) : everything
  const groups = Map.groupBy(months, groupOf)
  const rows = new Map([...groups].map(([name, own]) => [name, own.reduce((sum, one) => sum + one.population, 0)]))
  if (undated > 0) rows.set(isByTime ? withoutDay : everything, (isByTime ? 0 : (rows.get(everything) ?? 0)) + undated)
  const sizes = new Map(
    allocate({ size, strata: [...rows].map(([name, count]) => ({ name, count })) }).map((one) => [one.name, one.size]),
  )
  return months.map((month) => {
    const [held, drawn] = [rows.get(groupOf(month)) ?? 0, sizes.get(groupOf(month)) ?? 0]
    return {
      ...month,
      sample: (drawn * month.population) / held,
      mayStayEmpty: chanceOfNone(held, month.population, drawn) > notableChance,
    }
  })
}

const everything = 'all'
const withoutDay = 'no date'

/** P(X = 0) of `drawn` items out of `held`, of which `wanted` are of the month (hypergeometric). */
function chanceOfNone(held: number, wanted: number, drawn: number): number {
  let chance = 1
  for (let at = 0; at < drawn && chance > 0; at += 1) chance *= Math.max(0, held - wanted - at) / (held - at)
  return chance
}
