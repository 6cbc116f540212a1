import { decisionsOf } from '../../../db/population/decisions.ts'
import { rowsAtPlaces } from '../../../db/population/rows.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import type { JobContext } from '../handler.ts'
import { loadPopulation } from './load.ts'
import { findPlaces, isWhole, type Places, type RowChoice } from './rowChoice.ts'

/** Choices that are remembered; one of a million rows takes 4 MB. */
const mostChoices = 8

/** What was found for choices, by open store: rows never change, so it never becomes wrong, and it goes with the store. */
const found = new WeakMap<Reader, Map<string, Uint32Array>>()

/** @returns a page of the rows of a choice @throws DomainError `population.not_found`, `csv.column_missing` */
export function itemPage(
  { populationId, offset, limit, ...choice }: CheckedParamsOf<'population.items'>,
  reader: Reader,
): ResultOf<'population.items'> {
  const population = loadPopulation(reader, populationId)
  const places = placesOf(reader, population, choice)
  const total = places?.length ?? population.rows
  const last = Math.min(offset + limit, total)
  const asked = Array.from({ length: Math.max(0, last - offset) }, (_place, at) => places?.[offset + at] ?? offset + at)
  const decisions = decisionsOf(reader, populationId)
  const items = rowsAtPlaces(reader, populationId, asked).map((row) => ({
    ...row,
    decision: decisions.get(row.row) ?? null,
  }))
  return { total, items }
}

/** Finds the rows of a choice in slices, so that its pages are then read at once. */
export async function findRows(
  { populationId, ...choice }: CheckedParamsOf<'population.find'>,
  context: JobContext,
): Promise<ResultOf<'population.find'>> {
  const population = loadPopulation(context.reader, populationId)
  const places = await placesInSlices(population, choice, context)
  return { total: places?.length ?? population.rows }
}

/** As {@link placesOf}, with progress, and with rests for others. */
export async function placesInSlices(
  population: EntityRow<'population'>,
  choice: RowChoice,
  { reader, pause, progress }: JobContext,
): Promise<Places> {
  const known = remembered(reader, population.id, choice)
  if (known !== undefined || isWhole(choice)) return known ?? null
  const finding = findPlaces(reader, population, choice)
  for (let worked = performance.now(); ;) {
    const { done, value } = finding.next()
    if (done === true) return remember(reader, population.id, choice, value)
    if (performance.now() - worked < sliceMilliseconds) continue
    progress(value, population.rows, 'Looking through the rows')
    // Others are let in between two slices.
    await pause()
    worked = performance.now()
  }
}

const sliceMilliseconds = 12

function placesOf(reader: Reader, population: EntityRow<'population'>, choice: RowChoice): Places {
  const known = remembered(reader, population.id, choice)
  if (known !== undefined || isWhole(choice)) return known ?? null
  const finding = findPlaces(reader, population, choice)
  for (;;) {
    const { done, value } = finding.next()
    if (done === true) return remember(reader, population.id, choice, value)
  }
}

const keyOf = (populationId: string, { query = '', filters = [], sort }: RowChoice) =>
  JSON.stringify([populationId, query.trim().toLowerCase(), filters, sort])

function remembered(reader: Reader, populationId: string, choice: RowChoice): Places | undefined {
  const own = found.get(reader)
  const key = keyOf(populationId, choice)
  const places = own?.get(key)
  if (own === undefined || places === undefined) return undefined
  // What was used last is forgotten last.
  own.delete(key)
  own.set(key, places)
  return places
}

function remember(reader: Reader, populationId: string, choice: RowChoice, places: Places): Places {
  if (places === null) return null
  const own = found.get(reader) ?? new Map<string, Uint32Array>()
  found.set(reader, own)
  own.set(keyOf(populationId, choice), places)
  const [oldest] = own.keys()
  if (own.size > mostChoices && oldest !== undefined) own.delete(oldest)
  return places
}
