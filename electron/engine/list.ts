import path from 'node:path'
import type { Reader } from '../../db/reader.ts'
import type { CheckedParamsOf } from '../../shared/contract/index.ts'
import type { ListSelection, listContract } from '../../shared/contract/list.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { comparisonList } from './compare/table.ts'
import { exportFile } from './exportFile.ts'
import type { Handlers, JobContext } from './handler.ts'
import { aboutList } from './list/about.ts'
import { type ListTable, narrowed } from './list/listTable.ts'
import { loadList } from './list/load.ts'
import { plainSheet } from './record/plainText.ts'
import { type PrintedPage, printPage } from './print/printPage.ts'
import { markup } from './print/html.ts'
import { printRecords } from './print/printRecords.ts'
import { printedColumns, printTable, uprightColumns } from './print/printTable.ts'
import { writeSheets } from './spreadsheet/writeSheets.ts'
import type { TextSheet } from './spreadsheet/workbook.ts'

export const list: Handlers<typeof listContract> = {
  'list.export': async ({ file, format, ...selection }, context) => {
    const { table, about, counts } = selected(selection, context)
    const place = context.resolvePath(file)
    switch (format ?? formatOf(place)) {
      case 'pdf':
        throw new DomainError('print.needs_window')
      case 'html': {
        const page = Buffer.from(printPage(pageOf(table, about)), 'utf8')
        return { ...counts, sha256: (await exportFile(place, [page], context.signal)).sha256 }
      }
      case 'csv':
        return { ...counts, ...(await write(place, 'csv', [withNarrowing(table.sheet, selection.shown)], context)) }
      case 'xlsx': {
        const [[head, text] = ['', ''], ...rows] = about
        const aboutSheet = { name: 'About', header: [head, text], rows }
        return { ...counts, ...(await write(place, 'xlsx', [table.sheet, ...table.further, aboutSheet], context)) }
      }
    }
  },

  'list.print': async (selection, context) => {
    const { table, about, counts } = selected(selection, context)
    return { ...counts, documentId: context.session.prints.keep(pageOf(table, about)) }
  },
}

type ExportFormat = NonNullable<CheckedParamsOf<'list.export'>['format']>

const endings: Record<string, ExportFormat> = { '.csv': 'csv', '.html': 'html', '.pdf': 'pdf' }

const formatOf = (file: string): ExportFormat => endings[path.extname(file).toLowerCase()] ?? 'xlsx'

async function write(
  file: string,
  format: 'csv' | 'xlsx',
  sheets: readonly [TextSheet, ...TextSheet[]],
  { signal }: JobContext,
): Promise<{ sha256: string }> {
  const { sha256 } = await writeSheets(file, format, sheets, signal)
  return { sha256 }
}

function selected(selection: ListSelection, context: JobContext) {
  const { ids, shown } = selection
  const found =
    'priorEngagementId' in selection
      ? comparisonList(selection, context)
      : loadList(context.reader, selection, context.now.at.slice(0, 10))
  const whole = readable(context.reader, found)
  const table = narrowed(whole, ids)
  const counts = { rows: table.sheet.rows.length, total: whole.sheet.rows.length }
  return { table, counts, about: aboutList(table, { shown, ...counts }, context).filter(([, text]) => text !== '') }
}

/** Who reads a file or paper has no links to follow: what a text points at stands in it by its reference. */
function readable(reader: Reader, table: ListTable): ListTable {
  const { engagementId } = table
  if (engagementId === null) return table
  const plain = (sheet: TextSheet) => plainSheet(reader, engagementId, sheet)
  return { ...table, sheet: plain(table.sheet), further: table.further.map(plain) }
}

/** CSV has no second sheet, so what it was narrowed to stands in every row. */
function withNarrowing(sheet: TextSheet, shown: string | undefined): TextSheet {
  if (shown === undefined || shown === '') return sheet
  return { ...sheet, header: [...sheet.header, 'Narrowed to'], rows: sheet.rows.map((row) => [...row, shown]) }
}

function pageOf({ sheet, further, notOnPaper, layout }: ListTable, about: PrintedPage['about']): PrintedPage {
  const printed = { ...sheet, hidden: [...(sheet.hidden ?? []), ...notOnPaper] }
  const beside = further.map((each) => markup`<h2>${each.name}</h2>\n${printTable(each)}`)
  return {
    title: sheet.name,
    about,
    body: markup`${[layout === 'records' ? printRecords(printed) : printTable(printed), ...beside]}`,
    landscape: layout === 'table' && printedColumns(printed).length > uprightColumns,
  }
}
