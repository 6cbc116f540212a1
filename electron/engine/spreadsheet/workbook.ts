import type { NamedRange, PageSetup } from 'hucre'
import { writeXlsx as workbookBytes } from 'hucre/xlsx'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { columnLetters } from '../csv/columns.ts'
import { sheetLayout, type SheetTexts } from './sheetLayout.ts'

/** A sheet as it is written: texts only, so that ids keep their zeros and nothing becomes a formula. */
export type TextSheet = SheetTexts & { name: string }

/** Of the same widths on every system: where Arial is missing, Liberation Sans stands in. */
const font = { name: 'Arial', size: 10 } as const
const lineHeight = 13
/** Points of the highest row that a spreadsheet has (Excel specifications and limits). */
const highestRow = 409
const line = { style: 'thin', color: { rgb: 'B0B0B0' } } as const
const cellStyle = {
  numFmt: '@',
  alignment: { wrapText: true, vertical: 'top' },
  font,
  border: { top: line, right: line, bottom: line, left: line },
} as const
const headStyle = {
  ...cellStyle,
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8E8E8' } },
} as const

/** Characters that a cell holds (Excel specifications and limits); a program would cut what is longer, or call it damaged. */
const longestText = 32_767

/**
 * Makes a workbook of text cells, each sheet with its header bold and in sight. Everything is made in memory: for lists of
 * thousands of rows, not of a million.
 * @throws DomainError `xlsx.text_too_long`
 */
export function workbookOf(sheets: readonly TextSheet[]): Promise<Uint8Array> {
  return workbookBytes({
    defaultFont: font,
    namedRanges: sheets.map(printTitles),
    sheets: sheets.map((sheet) => {
      const { name, header, rows, hidden = [] } = sheet
      const { widths, lines } = sheetLayout(sheet)
      return {
        name,
        columns: header.map((head, at) => ({
          header: head,
          width: widths[at] ?? 0,
          hidden: hidden.includes(at),
          style: cellStyle,
        })),
        rows: [header, ...rows].map((row, at) => row.map((text, column) => cellText(text, at + 1, column))),
        rowDefs: new Map(lines.flatMap((count, at) => (count === 1 ? [] : [[at, { height: heightOf(count) }]]))),
        cells: new Map(header.map((_head, at) => [`0,${at}`, { style: headStyle }])),
        freezePane: { rows: 1 },
        pageSetup: pageSetup(widths.reduce((sum, width, at) => (hidden.includes(at) ? sum : sum + width), 0)),
        headerFooter: { oddFooter: '&L&A&R&P / &N' },
      }
    }),
  })
}

/** Characters beside each other up to which a sheet is made as wide as a page: its letters keep half their size at least. */
const widestPrinted = 260

/** @returns how a sheet is printed: across, as wide as the page; on several pages beside each other where it must */
const pageSetup = (characters: number): PageSetup => ({
  paperSize: 'a4',
  orientation: 'landscape',
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  ...(characters <= widestPrinted ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : {}),
})

/** Heads stand on every page, and the first column where pages lie beside each other (ECMA-376 Part 1, 18.2.5). */
function printTitles({ name }: TextSheet): NamedRange {
  const sheet = `'${name.replaceAll("'", "''")}'`
  return { name: '_xlnm.Print_Titles', range: `${sheet}!$A:$A,${sheet}!$1:$1`, scope: name }
}

const heightOf = (lines: number) => Math.min(highestRow, lines * lineHeight)

/** What looks like the escape of a character is escaped itself (ECMA-376 Part 1, 22.9.2.19), or it would read as that character. */
function cellText(text: string, row: number, column: number): string {
  if (text.length > longestText) {
    throw new DomainError('xlsx.text_too_long', { row, column: columnLetters(column), limit: longestText })
  }
  return text.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
}
