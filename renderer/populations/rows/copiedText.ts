import { isDecimal } from '../../../shared/population/decimal.ts'

/**
 * @param rows cells that were selected
 * @returns them as text for a spreadsheet: tabs between cells, quotes where a cell holds a tab, a quote or a line break. A
 *   single cell is copied as it is; among several, an apostrophe keeps a spreadsheet from running one as a formula
 */
export function copiedText(rows: readonly (readonly string[])[]): string {
  const [first] = rows
  if (rows.length === 1 && first?.length === 1) return first[0] ?? ''
  return rows.map((cells) => cells.map(spreadsheetCell).join('\t')).join('\r\n')
}

function spreadsheetCell(text: string): string {
  const safe = beginsFormula.test(text) && !isDecimal(text) ? `'${text}` : text
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const beginsFormula = /^[=+\-@\t\r]/
const needsQuotes = /["\t\r\n]/
