import type { SampleItem } from '../contract/sample.ts'

/** A column of the population file that stands beside the items, by its place in the file. */
export type PopulationColumn = { index: number; name: string }

type ItemsOfFile = {
  header: readonly string[]
  items: readonly Pick<SampleItem, 'itemId' | 'date' | 'cells'>[]
}

/** Shown without being asked; the others are one click away. */
const shownAtFirst = 2

/** @returns the columns of the file that say more than the item id and date, which stand there anyway */
export function populationColumns({ header, items }: ItemsOfFile): PopulationColumn[] {
  const repeats = (index: number) =>
    items.length > 0 &&
    items.every(({ cells, itemId, date }) => cells[index] === itemId || (date !== null && cells[index] === date))
  return header.map((name, index) => ({ index, name })).filter(({ index }) => !repeats(index))
}

/** @returns the names that are shown until the auditor chooses */
export const firstColumns = (columns: readonly PopulationColumn[]): string[] =>
  columns.slice(0, shownAtFirst).map(({ name }) => name)
