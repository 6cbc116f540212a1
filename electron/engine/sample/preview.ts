import { drawableByDay } from '../../../db/population/days.ts'
import { drawableCount } from '../../../db/sample/drawable.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { monthOf, quarterOf } from '../../../shared/period/plainDate.ts'
import { allocate } from '../../../shared/sampling/allocate.ts'
import { loadPopulation } from '../population/load.ts'

type Params = CheckedParamsOf<'sample.preview'>

/**
 * How a draw would spread over the months: what a stratified one takes of each, and what a random one takes on average. The
 * items are not chosen here: who could see them before the draw could try until they suit.
 * @throws DomainError `population.not_found`, `sampling.size_exceeds_population`
 */
export function previewDraw(
  { populationId, size, window, stratifyBy }: Params,
  reader: Reader,
): ResultOf<'sample.preview'> {
  loadPopulation(reader, populationId)
  const days = drawableByDay(reader, populationId).filter(
    ({ day }) => window === undefined || (day >= window.start && day <= window.end),
  )
  const dated = days.reduce((sum, { rows }) => sum + rows, 0)
  const populationSize = window === undefined ? drawableCount(reader, populationId) : dated
  if (size > populationSize) throw new DomainError('sampling.size_exceeds_population', { size, populationSize })
  const months = [...Map.groupBy(days, ({ day }) => monthOf(day))].map(([month, own]) => ({
    month,
    quarter: quarterOf(`${month}-01`),
    population: own.reduce((sum, { rows }) => sum + rows, 0),
  }))
  const shares = sharesOf(months, size, populationSize, stratifyBy)
  return {
    populationSize,
    months: months.map(({ month, population }) => ({ month, population, sample: shares.get(month) ?? 0 })),
    mayStayEmpty: months
      .filter(({ month, population }) =>
        mayStayEmpty(population, shares.get(month) ?? 0, { size, populationSize, stratifyBy }),
      )
      .map(({ month }) => month),
  }
}

type Month = { month: string; quarter: string; population: number }

function sharesOf(
  months: readonly Month[],
  size: number,
  populationSize: number,
  stratifyBy: Params['stratifyBy'],
): Map<string, number> {
  if (stratifyBy !== 'month' && stratifyBy !== 'quarter') {
    return new Map(months.map(({ month, population }) => [month, (size * population) / populationSize]))
  }
  const groups = Map.groupBy(months, (month) => month[stratifyBy])
  const counts = [...groups].map(([name, own]) => ({
    name,
    count: own.reduce((sum, { population }) => sum + population, 0),
  }))
  const dated = counts.reduce((sum, { count }) => sum + count, 0)
  const sizes = new Map(allocate({ size: Math.min(size, dated), strata: counts }).map((one) => [one.name, one.size]))
  const held = new Map(counts.map(({ name, count }) => [name, count]))
  return new Map(
    months.map(({ month, [stratifyBy]: name, population }) => [
      month,
      ((sizes.get(name) ?? 0) * population) / (held.get(name) ?? 1),
    ]),
  )
}

/** The chance of nothing from a month above which it is worth a word. */
const notableChance = 0.05

/** A random draw leaves a month out with the chance (1 − share of the month)^size, nearly; a draw by months takes what it takes. */
function mayStayEmpty(
  population: number,
  share: number,
  { size, populationSize, stratifyBy }: { size: number; populationSize: number; stratifyBy: Params['stratifyBy'] },
): boolean {
  if (stratifyBy === 'month') return share < 1
  return (1 - population / populationSize) ** size > notableChance
}
