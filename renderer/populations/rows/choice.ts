import type { ParamsOf } from '../../../shared/contract/index.ts'
import type { RowFilter } from '../../../shared/contract/populationRows.ts'

/** Which rows are shown, and in which order. */
export type RowChoice = {
  query: string
  filters: readonly RowFilter[]
  sort: { column: string; descending: boolean } | null
}

export const wholeChoice: RowChoice = { query: '', filters: [], sort: null }

/** @returns the choice as the engine takes it */
export function choiceParams({ query, filters, sort }: RowChoice): Omit<ParamsOf<'population.find'>, 'populationId'> {
  return {
    ...(query.trim() === '' ? {} : { query: query.trim() }),
    ...(filters.length === 0 ? {} : { filters: [...filters] }),
    ...(sort === null ? {} : { sort }),
  }
}

/** @returns the order after a click on a column's title: ascending, descending, as in the file */
export function nextSort(sort: RowChoice['sort'], column: string): RowChoice['sort'] {
  if (sort?.column !== column) return { column, descending: false }
  return sort.descending ? null : { column, descending: true }
}

export const filterWords: Record<RowFilter['is'], string> = {
  equal: 'is',
  not_equal: 'is not',
  containing: 'contains',
  starting: 'starts with',
  blank: 'is blank',
  filled: 'is filled',
  from: 'from',
  to: 'to',
}
