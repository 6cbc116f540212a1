import { drawableByDay } from '../../../db/population/days.ts'
import { drawsSoFar } from '../../../db/sample.ts'
import { drawableCount } from '../../../db/sample/drawable.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { isWithin } from '../../../shared/period/period.ts'
import { monthOf } from '../../../shared/period/plainDate.ts'
import { expectedSpread } from '../../../shared/sample/expectedSpread.ts'
import { loadControl } from '../control/load.ts'
import { loadPopulation } from '../population/load.ts'
import { periodFacts } from './periodFacts.ts'

/**
 * How a draw would spread over the months: what a stratified one takes of each, and what a random one takes on average. The
 * items are not chosen here: who could see them before the draw could try until they suit.
 * @throws DomainError `population.not_found`, `control.not_found`, `sampling.size_exceeds_population`
 */
export function previewDraw(
  { populationId, controlId, size, window, stratifyBy }: CheckedParamsOf<'sample.preview'>,
  reader: Reader,
): ResultOf<'sample.preview'> {
  const { engagementId } = loadPopulation(reader, populationId)
  loadControl(reader, controlId, engagementId)
  const density = drawableByDay(reader, populationId).filter(({ day }) => window === undefined || isWithin(day, window))
  const dated = density.reduce((sum, { rows }) => sum + rows, 0)
  const populationSize = window === undefined ? drawableCount(reader, populationId) : dated
  if (size > populationSize) throw new DomainError('sampling.size_exceeds_population', { size, populationSize })
  const months = [...Map.groupBy(density, ({ day }) => monthOf(day))].map(([month, own]) => ({
    month,
    population: own.reduce((sum, { rows }) => sum + rows, 0),
  }))
  const spread = expectedSpread({ months, undated: populationSize - dated, size, stratifyBy: stratifyBy ?? null })
  return {
    populationSize,
    window: window ?? null,
    density,
    ...periodFacts(reader, { engagementId, controlId, density }),
    months: spread.map(({ month, population, sample }) => ({ month, population, sample })),
    drawnBefore: drawsSoFar(reader, populationId, controlId, window ?? null),
    mayStayEmpty: spread.filter((month) => month.mayStayEmpty).map(({ month }) => month),
  }
}
