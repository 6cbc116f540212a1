import { drawableByMonth, wordingsOf } from '../../../db/sample/coverage.ts'
import { sampleItems } from '../../../db/sample/items.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Coverage } from '../../../shared/contract/sample.ts'
import type { Period } from '../../../shared/contract/engagement.ts'
import { coverage, type MonthCount } from '../../../shared/period/coverage.ts'
import { monthOf } from '../../../shared/period/plainDate.ts'
import { loadEngagement } from '../engagement.ts'
import { loadSample } from './load.ts'
import { periodOf } from './period.ts'

/** @returns population and sample by month of the period, replaced items left out; @throws DomainError `sample.not_found` */
export function coverageOf(reader: Reader, sampleId: string): Coverage {
  const { engagementId, populationId, controlId } = loadSample(reader, sampleId)
  const population = drawableByMonth(reader, populationId).map(({ month, rows }) => ({ month, count: rows }))
  const counting = sampleItems(reader, sampleId).filter(({ replacedBecause }) => replacedBecause === null)
  const days = counting.flatMap(({ itemId, date }) => (date === null ? [] : [{ itemId, date }]))
  const selected = days.map(({ date }) => ({ month: monthOf(date), count: 1 }))
  const period = periodOf(loadEngagement(reader, engagementId)) ?? spanOf(population)
  return {
    months: period === null ? [] : coverage(period, population, selected),
    withoutDate: counting.length - days.length,
    days,
    controlVersions: wordingsOf(reader, controlId).map(({ effectiveOn, description }) => ({
      effectiveOn,
      description,
    })),
  }
}

/** An engagement as of a date has no period: its list is shown over the months that it has. */
function spanOf(population: readonly MonthCount[]): Period | null {
  const [first, last] = [population[0], population.at(-1)]
  return first === undefined || last === undefined ? null : { start: `${first.month}-01`, end: `${last.month}-28` }
}
