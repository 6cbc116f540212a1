import type { TextSheet } from '../spreadsheet/writeXlsx.ts'
import { type Html, markup } from './html.ts'

/** Up to so many characters a column is never broken: dates, references, counts. */
const shortText = 14

/** @returns the columns of a list that are printed; those that are hidden in a workbook are left out */
export function printedColumns({ header, hidden = [] }: TextSheet): { head: string; at: number }[] {
  return header.flatMap((head, at) => (hidden.includes(at) ? [] : [{ head, at }]))
}

/** @returns a list as a table whose heads repeat on every page */
export function printTable(sheet: TextSheet): Html {
  const { rows } = sheet
  const columns = printedColumns(sheet)
  const short = new Set(
    columns.flatMap(({ at }) => (rows.every((row) => (row[at] ?? '').length <= shortText) ? [at] : [])),
  )
  const cell = (row: readonly string[]) => (at: number) =>
    short.has(at) ? markup`<td class="short">${row[at] ?? ''}</td>` : markup`<td>${row[at] ?? ''}</td>`
  const places = columns.map(({ at }) => at)
  return markup`<table>
<thead><tr>${columns.map(({ head }) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => markup`<tr>${places.map(cell(row))}</tr>\n`)}</tbody>
</table>
`
}
