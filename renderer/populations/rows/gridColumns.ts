import type { PopulationItem } from '../../../shared/contract/populationRows.ts'

/** A column of the grid as it lies: pixels from the left edge of the first one. */
export type GridColumn = {
  key: string
  name: string
  left: number
  width: number
  /** Whether it is one of the file, which can be found, filtered and ordered by; the decision is ours. */
  isOfFile: boolean
  textOf: (item: PopulationItem) => string
}

/** Widths in pixels by the name of the column, as the user has drawn them. */
export type Widths = Readonly<Record<string, number>>

export const decisionColumn = 'Decision'
export const decisionWords = { exclude: 'excluded', keep: 'kept' } as const

const narrowest = 60
const widest = 800
const usualWidth = 150

/** @returns a width that a column may have */
export const widthWithin = (width: number): number => Math.min(widest, Math.max(narrowest, Math.round(width)))

/** @returns the columns of a list from left to right: the decision about a row where there is any, then those of the file */
export function layColumns(header: readonly string[], hasDecisions: boolean, widths: Widths): GridColumn[] {
  const own = hasDecisions
    ? [
        {
          key: decisionColumn,
          name: decisionColumn,
          isOfFile: false,
          textOf: ({ decision }: PopulationItem) => (decision === null ? '' : decisionWords[decision]),
        },
      ]
    : []
  const ofFile = header.map((name, place) => ({
    key: `${place} ${name}`,
    name,
    isOfFile: name !== '',
    textOf: ({ cells }: PopulationItem) => cells[place] ?? '',
  }))
  let left = 0
  return [...own, ...ofFile].map((column) => {
    const width = (Object.hasOwn(widths, column.key) ? widths[column.key] : undefined) ?? usualWidth
    const laid = { ...column, left, width }
    left += width
    return laid
  })
}

/** @returns the width of all columns together */
export function widthOf(columns: readonly GridColumn[]): number {
  const last = columns.at(-1)
  return last === undefined ? 0 : last.left + last.width
}

/** @returns which columns are in sight, so that a list of two thousand columns draws a dozen; both ends are included */
export function columnsInSight(
  columns: readonly GridColumn[],
  scrollLeft: number,
  width: number,
): { from: number; to: number } {
  const from = columns.findIndex((column) => column.left + column.width > scrollLeft)
  const beyond = columns.findIndex((column) => column.left >= scrollLeft + width)
  return { from: Math.max(0, from), to: beyond < 0 ? columns.length - 1 : Math.max(0, beyond - 1) }
}
