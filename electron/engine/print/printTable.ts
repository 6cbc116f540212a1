import type { TextSheet } from '../spreadsheet/writeXlsx.ts'
import { type Html, markup } from './html.ts'

/** Up to so many characters a column is never broken: dates, references, counts. */
const shortText = 14

/** @returns a list as a table whose heads repeat on every page; columns that are hidden in a workbook are left out */
export function printTable({ name, header, rows, hidden = [] }: TextSheet): Html {
  const columns = header.flatMap((head, at) => (hidden.includes(at) ? [] : [{ head, at }]))
  const short = new Set(
    columns.flatMap(({ at }) => (rows.every((row) => (row[at] ?? '').length <= shortText) ? [at] : [])),
  )
  const cell = (row: readonly string[]) => (at: number) =>
    short.has(at) ? markup`<td class="short">${row[at] ?? ''}</td>` : markup`<td>${row[at] ?? ''}</td>`
  const places = columns.map(({ at }) => at)
  return markup`<h2>${name}</h2>
<table>
<thead><tr>${columns.map(({ head }) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => markup`<tr>${places.map(cell(row))}</tr>\n`)}</tbody>
</table>
`
}
