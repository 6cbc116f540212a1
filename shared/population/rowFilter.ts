import type { RowFilter } from '../contract/populationRows.ts'
import { isDecimal } from './decimal.ts'

/** Looks at the text of a cell. */
export type CellTest = (text: string) => boolean

/**
 * @param isDay whether cells are given as days `2025-10-01`, as those of the date column are
 * @returns a test for cells of the filter's column. Texts are compared without case; `from` and `to` compare days by calendar,
 *   plain decimals by value, and other texts by their characters
 */
export function cellTest(filter: RowFilter, isDay: boolean): CellTest {
  const { is, value = '' } = filter
  const folded = value.toLowerCase()
  switch (is) {
    case 'blank':
      return (text) => text.trim() === ''
    case 'filled':
      return (text) => text.trim() !== ''
    case 'equal':
      return (text) => text.toLowerCase() === folded
    case 'not_equal':
      return (text) => text.toLowerCase() !== folded
    case 'containing':
      return (text) => text.toLowerCase().includes(folded)
    case 'starting':
      return (text) => text.toLowerCase().startsWith(folded)
    case 'from':
      return (text) => text.trim() !== '' && compareCells(text, value, isDay) >= 0
    case 'to':
      return (text) => text.trim() !== '' && compareCells(text, value, isDay) <= 0
  }
}

function compareCells(a: string, b: string, isDay: boolean): number {
  const [left, right] = [a.trim(), b.trim()]
  if (!isDay && isDecimal(left) && isDecimal(right)) return Number(left) - Number(right)
  return compareTexts(left.toLowerCase(), right.toLowerCase())
}

/** @returns below, equal to or above 0, by the characters' codes */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
