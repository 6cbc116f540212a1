import type { TextSheet } from '../spreadsheet/workbook.ts'
import { type Html, markup } from './html.ts'
import { printedColumns } from './printTable.ts'

/** @returns a list whose rows stand below each other: its first cells as the heading, then every head that has something to say */
export function printRecords(sheet: TextSheet): Html {
  const [first, ...columns] = printedColumns(sheet)
  if (first === undefined) return markup``
  return markup`${sheet.rows.map((row) => {
    const facts = columns
      .filter(({ at }) => (row[at] ?? '') !== '')
      .map(({ head, at }) => markup`<dt>${head}</dt><dd>${row[at] ?? ''}</dd>`)
    return markup`<section><h2>${row[first.at] ?? ''}</h2>
<dl>${facts}</dl></section>
`
  })}`
}
