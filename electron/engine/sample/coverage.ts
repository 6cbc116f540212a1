import { type DayRows, drawableByDay } from '../../../db/population/days.ts'
import { samplesServing } from '../../../db/sample.ts'
import { deviatingItems, sampleItems } from '../../../db/sample/items.ts'
import { showAgain } from '../../../db/hiddenRow.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import type { Coverage } from '../../../shared/contract/coverage.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, hide } from '../../../shared/journal/change.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { coverage } from '../../../shared/period/coverage.ts'
import { isWithin } from '../../../shared/period/period.ts'
import { monthOf } from '../../../shared/period/plainDate.ts'
import { loadControl } from '../control/load.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadSample } from './load.ts'
import { periodFacts } from './periodFacts.ts'
import { windowOf } from './source.ts'

/**
 * @returns population and sample over the days of the period, replaced items left out; months outside the part that the
 * sample stands for have neither
 * @throws DomainError `sample.not_found`
 */
export function coverageOf(reader: Reader, sampleId: string): Coverage {
  const sample = loadSample(reader, sampleId)
  return mapOf(reader, sample, [sample])
}

/** @returns how all samples of a control together cover the period, shared ones among them; @throws DomainError `control.not_found` */
export function coverageOfControl(reader: Reader, controlId: string): Coverage {
  const { engagementId } = loadControl(reader, controlId)
  const samples = samplesServing(reader, controlId).map((sampleId) => loadSample(reader, sampleId))
  return mapOf(reader, { engagementId, controlId }, samples)
}

type OfControl = { engagementId: string; controlId: string }

function mapOf(
  reader: Reader,
  { engagementId, controlId }: OfControl,
  samples: readonly EntityRow<'sample'>[],
): Coverage {
  const density = densityOf(reader, samples)
  const counting = samples.flatMap(({ id }) => {
    const deviating = deviatingItems(reader, id, controlId)
    return sampleItems(reader, id)
      .filter(({ replacedBecause }) => replacedBecause === null)
      .map(({ sampleItemId, itemId, date, stage }) => ({
        sampleItemId,
        itemId,
        date,
        stage,
        deviates: deviating.has(sampleItemId),
      }))
  })
  const days = counting.flatMap(({ date, ...item }) => (date === null ? [] : [{ ...item, date }]))
  const facts = periodFacts(reader, { engagementId, controlId, density })
  const [only] = samples
  const window = samples.length === 1 && only !== undefined ? windowOf(only) : null
  const notes = samples.flatMap(({ id }) => reader.list('coverageNote', { sampleId: id }))
  const justified = new Map(notes.map(({ month, reason }) => [month, reason]))
  const seen = window ?? facts.period
  const months =
    seen === null
      ? []
      : coverage(
          seen,
          density.map(({ day, rows }) => ({ month: monthOf(day), count: rows })),
          days.map(({ date }) => ({ month: monthOf(date), count: 1 })),
        )
  return {
    ...facts,
    months: months.map((month) => ({ ...month, justified: justified.get(month.month) ?? null })),
    withoutDate: counting.length - days.length,
    window,
    part: samples.length === 1 ? (only?.part ?? null) : null,
    parts: samples.flatMap((sample) => {
      const own = windowOf(sample)
      return own === null ? [] : [{ sampleId: sample.id, part: sample.part, ...own }]
    }),
    density,
    days,
  }
}

/** Rows by day, each population once however many of its samples stand for the day. */
function densityOf(reader: Reader, samples: readonly EntityRow<'sample'>[]): DayRows[] {
  const total = new Map<string, number>()
  for (const [populationId, own] of Map.groupBy(samples, (sample) => sample.populationId)) {
    const windows = own.map(windowOf)
    for (const { day, rows } of drawableByDay(reader, populationId)) {
      if (windows.some((window) => window === null || isWithin(day, window)))
        total.set(day, (total.get(day) ?? 0) + rows)
    }
  }
  return [...total].map(([day, rows]) => ({ day, rows })).toSorted((a, b) => (a.day < b.day ? -1 : 1))
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
