import { drawableByDay, type DayRows } from '../../../db/population/days.ts'
import { itemRows } from '../../../db/dashboard.ts'
import type { Reader } from '../../../db/reader.ts'
import { itemDays } from '../../../db/sample/itemDays.ts'
import type { MapControl, PeriodOverview } from '../../../shared/contract/dashboard.ts'
import type { Period } from '../../../shared/contract/engagement.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { coverage, type MonthCount } from '../../../shared/period/coverage.ts'
import { isWithin, monthsOf } from '../../../shared/period/period.ts'
import { monthOf } from '../../../shared/period/plainDate.ts'
import { periodOf } from '../sample/period.ts'
import { windowOf } from '../sample/source.ts'

type Control = { controlId: string; ref: string; title: string }
type SampleRow = EntityRow<'sample'>

/**
 * @returns how the samples of each control cover the observation period, shared samples under each control that they serve;
 *   controls without a sample are left out. `null` without a period.
 */
export function periodOverview(
  reader: Reader,
  engagement: EntityRow<'engagement'>,
  controls: readonly Control[],
): PeriodOverview | null {
  const period = periodOf(engagement)
  if (period === null) return null
  const samples = samplesByControl(reader, engagement.id)
  const facts: Facts = {
    rows: rowsOnce(reader),
    items: itemsByMonth(reader, engagement.id),
    justified: new Set(
      reader.list('coverageNote', { engagementId: engagement.id }).map(({ sampleId, month }) => `${sampleId} ${month}`),
    ),
  }
  return {
    months: monthsOf(period).map(({ month }) => month),
    controls: controls.flatMap((control) => {
      const own = samples.get(control.controlId)
      return own === undefined ? [] : [{ ...nameOf(control), months: monthsCovered(period, own, facts) }]
    }),
  }
}

const nameOf = ({ controlId, ref, title }: Control): Control => ({ controlId, ref, title })

type Facts = {
  rows: (populationId: string, samples: readonly SampleRow[]) => readonly MonthCount[]
  items: ReadonlyMap<string, readonly MonthCount[]>
  justified: ReadonlySet<string>
}

function monthsCovered(period: Period, samples: readonly SampleRow[], facts: Facts): MapControl['months'] {
  const rows = [...Map.groupBy(samples, ({ populationId }) => populationId)].flatMap(([populationId, own]) =>
    facts.rows(populationId, own),
  )
  const items = samples.flatMap(({ id }) => facts.items.get(id) ?? [])
  return coverage(period, rows, items).map(({ month, population, sample, flag }) => ({
    population,
    sample,
    open: flag === 'not_selected' && !samples.some(({ id }) => facts.justified.has(`${id} ${month}`)),
  }))
}

function samplesByControl(reader: Reader, engagementId: string): Map<string, SampleRow[]> {
  const samples = reader.list('sample', { engagementId })
  const byId = new Map(samples.map((sample) => [sample.id, sample]))
  const serving = [
    ...samples.map((sample) => ({ controlId: sample.controlId, sample })),
    ...reader.list('sampleControl', { engagementId }).flatMap(({ controlId, sampleId }) => {
      const sample = byId.get(sampleId)
      return sample === undefined ? [] : [{ controlId, sample }]
    }),
  ]
  const grouped = Map.groupBy(serving, ({ controlId }) => controlId)
  return new Map([...grouped].map(([controlId, found]) => [controlId, found.map(({ sample }) => sample)]))
}

/** Rows by month that samples stand for; many controls are drawn from the same population, and it is counted once. */
function rowsOnce(reader: Reader): Facts['rows'] {
  const days = new Map<string, readonly DayRows[]>()
  const months = new Map<string, readonly MonthCount[]>()
  return (populationId, samples) => {
    const windows = samples.map(windowOf)
    const key = JSON.stringify([populationId, windows])
    const counted = months.get(key)
    if (counted !== undefined) return counted
    const byDay = days.get(populationId) ?? drawableByDay(reader, populationId)
    days.set(populationId, byDay)
    const found = byMonth(byDay.filter(({ day }) => windows.some((window) => window === null || isWithin(day, window))))
    months.set(key, found)
    return found
  }
}

function itemsByMonth(reader: Reader, engagementId: string): Map<string, readonly MonthCount[]> {
  const populationOf = new Map(
    reader.list('sample', { engagementId }).map(({ id, populationId }) => [id, populationId]),
  )
  const items = itemRows(reader, engagementId)
  // Many samples are drawn from one population: all their rows are asked for at once, so that each block is opened once.
  const byPopulation = Map.groupBy(items, ({ sampleId }) => populationOf.get(sampleId) ?? '')
  const days = new Map(
    [...byPopulation].map(([id, own]) => [id, itemDays(reader, id, [...new Set(own.map(({ row }) => row))])]),
  )
  return new Map(
    [...Map.groupBy(items, ({ sampleId }) => sampleId)].map(([sampleId, own]) => {
      const daysOfRows = days.get(populationOf.get(sampleId) ?? '')
      const dated = own.flatMap(({ row }) => {
        const day = daysOfRows?.get(row) ?? null
        return day === null ? [] : [{ day, rows: 1 }]
      })
      return [sampleId, byMonth(dated)]
    }),
  )
}

function byMonth(days: readonly DayRows[]): MonthCount[] {
  const counts = new Map<string, number>()
  for (const { day, rows } of days) counts.set(monthOf(day), (counts.get(monthOf(day)) ?? 0) + rows)
  return [...counts].map(([month, count]) => ({ month, count }))
}
