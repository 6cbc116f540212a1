import { drawableByDay } from '../../../db/population/days.ts'
import { wordingsOf } from '../../../db/sample/coverage.ts'
import { deviatingItems, sampleItems } from '../../../db/sample/items.ts'
import { showAgain } from '../../../db/hiddenRow.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Period } from '../../../shared/contract/engagement.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import type { Coverage } from '../../../shared/contract/coverage.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, hide } from '../../../shared/journal/change.ts'
import { coverage } from '../../../shared/period/coverage.ts'
import { monthOf } from '../../../shared/period/plainDate.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { marksOf } from '../periodMark.ts'
import { loadSample } from './load.ts'
import { periodOf } from './period.ts'
import { windowOf } from './source.ts'

/**
 * @returns population and sample over the days of the period, replaced items left out; months outside the part that the
 * sample stands for have neither
 * @throws DomainError `sample.not_found`
 */
export function coverageOf(reader: Reader, sampleId: string): Coverage {
  const sample = loadSample(reader, sampleId)
  const { engagementId, populationId, controlId, part } = sample
  const window = windowOf(sample)
  const density = drawableByDay(reader, populationId).filter(({ day }) => isWithin(day, window))
  const counting = sampleItems(reader, sampleId).filter(({ replacedBecause }) => replacedBecause === null)
  const deviating = deviatingItems(reader, sampleId)
  const days = counting.flatMap(({ sampleItemId, itemId, date, stage }) =>
    date === null ? [] : [{ itemId, date, stage, deviates: deviating.has(sampleItemId) }],
  )
  const period = periodOf(loadEngagement(reader, engagementId)) ?? spanOf(density)
  const notes = new Map(reader.list('coverageNote', { sampleId }).map(({ month, reason }) => [month, reason]))
  const months =
    (window ?? period) === null
      ? []
      : coverage(
          (window ?? period) as Period,
          density.map(({ day, rows }) => ({ month: monthOf(day), count: rows })),
          days.map(({ date }) => ({ month: monthOf(date), count: 1 })),
        )
  return {
    months: months.map((month) => ({ ...month, justified: notes.get(month.month) ?? null })),
    withoutDate: counting.length - days.length,
    period,
    window,
    part,
    density,
    days,
    controlVersions: wordingsOf(reader, controlId).map(({ effectiveOn, description }) => ({
      effectiveOn,
      description,
    })),
    marks: marksOf(reader, engagementId).filter((mark) => mark.controlId === null || mark.controlId === controlId),
  }
}

const isWithin = (day: string, window: Period | null) => window === null || (day >= window.start && day <= window.end)

/** An engagement as of a date has no period: its list is shown over the days that it has. */
function spanOf(density: readonly { day: string }[]): Period | null {
  const [first, last] = [density[0], density.at(-1)]
  return first === undefined || last === undefined ? null : { start: first.day, end: last.day }
}

/** Says why a month without a selected item is all right, or takes that back. @throws DomainError `sample.not_found`, `sample.no_hole` */
export function justifyMonth(
  { sampleId, month, reason }: CheckedParamsOf<'sample.justify'>,
  { reader, actor, now }: CommandContext,
): Outcome<Record<string, never>> {
  const { engagementId } = loadSample(reader, sampleId)
  const hole = coverageOf(reader, sampleId).months.find((one) => one.month === month)
  if (hole?.flag !== 'not_selected') throw new DomainError('sample.no_hole', { month })
  const id = `${sampleId}:${month}`
  const stamp = { by: actor.practitionerId, at: now.at }
  const changes =
    reason === null
      ? hole.justified === null
        ? []
        : hide('coverageNote', id)
      : [...create('coverageNote', id, { sampleId, month, reason, ...stamp }), ...showAgain(reader, 'coverageNote', id)]
  return { engagementId, changes, answer: () => ({}) }
}
