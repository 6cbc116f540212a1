import type { LoadedSheet } from './sheetView.ts'

/** A column of the population file that the sheet can show, by its place in the file. */
export type PopulationColumn = { index: number; name: string }

/** Shown without being asked; the others are one click away. */
const shownAtFirst = 2

/** @returns the columns of the file that say more than the item id and date, which the sheet shows anyway */
export function populationColumns({ header, items }: LoadedSheet): PopulationColumn[] {
  const repeats = (index: number) =>
    items.length > 0 &&
    items.every(({ cells, itemId, date }) => cells[index] === itemId || (date !== null && cells[index] === date))
  return header.map((name, index) => ({ index, name })).filter(({ index }) => !repeats(index))
}

/** @returns the names that are shown until the auditor chooses */
export const firstColumns = (columns: readonly PopulationColumn[]): string[] =>
  columns.slice(0, shownAtFirst).map(({ name }) => name)

/** CSS grid template of one line of the sheet: order, item, date, population columns, attributes, note, saved mark. */
export function lineTemplate(columns: number, letters: number): string {
  return [
    '52px minmax(110px, 150px) 92px',
    columns > 0 ? `repeat(${columns}, minmax(80px, 140px))` : '',
    letters > 0 ? `repeat(${letters}, 36px)` : '',
    'minmax(120px, 1fr) 28px',
  ].join(' ')
}
