import type { TextSheet } from '../spreadsheet/workbook.ts'
import { Html, markup } from './html.ts'

/** So many columns fit an upright page; a table of more lies across. */
export const uprightColumns = 5

/** Up to so many characters a column is never broken: dates, references, counts. */
const shortText = 14

/** @returns the columns of a list that are printed; those that are hidden in a workbook are left out */
export function printedColumns({ header, hidden = [] }: TextSheet): { head: string; at: number }[] {
  return header.flatMap((head, at) => (hidden.includes(at) ? [] : [{ head, at }]))
}

/** Characters of a line across an upright page, and lines up to which a row is kept on one page. */
const lineLength = 110
const wholeLines = 15

/**
 * Whether a row is short enough to be kept on one page. A longer one breaks where the page ends: kept whole it would leave
 * the rest of the page before it empty, and one that is longer than a page a page with nothing but the heads.
 */
function isWhole(cells: readonly string[]): boolean {
  const cellLength = lineLength / cells.length
  const lines = (cell: string) =>
    cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / cellLength)), 0)
  return cells.every((cell) => lines(cell) <= wholeLines)
}

/** Characters of a line across a page that lies, and what the margins of a cell take of it. */
const lyingLength = 140
const cellMargin = 2

/**
 * Whether every word of the heads finds room beside the others; else they break within words, so that nothing is cut off.
 * @param columns what is not broken in each: its head, and cells that are short
 */
function keepsWords(columns: readonly (readonly string[])[]): boolean {
  const needed = columns.map(([head = '', ...cells]) => longestOf([...head.split(/\s+/), ...cells]) + cellMargin)
  return needed.reduce((sum, length) => sum + length, 0) <= (columns.length > uprightColumns ? lyingLength : lineLength)
}

const longestOf = (texts: readonly string[]) => texts.reduce((longest, { length }) => Math.max(longest, length), 0)

/** @returns a list as a table whose heads repeat on every page */
export function printTable(sheet: TextSheet): Html {
  const { rows } = sheet
  const columns = printedColumns(sheet)
  const short = new Set(
    columns.flatMap(({ at }) => (rows.every((row) => (row[at] ?? '').length <= shortText) ? [at] : [])),
  )
  const isHeadWhole = keepsWords(
    columns.map(({ head, at }) => [head, ...(short.has(at) ? rows.map((row) => row[at] ?? '') : [])]),
  )
  const cell = (text: string, at: number) =>
    short.has(at) ? markup`<td class="short">${text}</td>` : markup`<td>${text}</td>`
  const line = (row: readonly string[]) => {
    const texts = columns.map(({ at }) => row[at] ?? '')
    const cells = columns.map(({ at }) => cell(row[at] ?? '', at))
    return isWhole(texts) ? markup`<tr class="whole">${cells}</tr>\n` : markup`<tr>${cells}</tr>\n`
  }
  return markup`<table>
<thead${isHeadWhole ? new Html(' class="whole"') : ''}><tr>${columns.map(({ head }) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map(line)}</tbody>
</table>
`
}
