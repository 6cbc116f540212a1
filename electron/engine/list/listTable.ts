import { DomainError } from '../../../shared/errors/domainError.ts'
import { type Column, sheetOf } from '../spreadsheet/writeSheets.ts'
import type { TextSheet } from '../spreadsheet/workbook.ts'

/** A column of a list. A file holds every one; on paper stand those that are needed, or that say something. */
export type ListColumn<T> = Column<T> & { onPaper?: 'never' | 'where_said' }

/** A list as a table: rows under the ids by which a screen says which of them it shows; one id may have several. */
export type ListTable = {
  sheet: TextSheet
  ids: readonly string[]
  /** What belongs beside it in a workbook and on paper, such as a legend. */
  further: readonly TextSheet[]
  /** Of which engagement it is; `null` for a list of the store. */
  engagementId: string | null
  /** Places of the columns that only a file holds. */
  notOnPaper: readonly number[]
  /** How it lies on paper: rows that have too much to say for a line stand below each other, each with its heads. */
  layout: 'table' | 'records'
}

type Parts<T> = {
  name: string
  columns: readonly ListColumn<T>[]
  rows: readonly T[]
  idOf: (row: T) => string
  engagementId?: string
  further?: readonly TextSheet[]
  layout?: ListTable['layout']
}

export function listTable<T>(parts: Parts<T>): ListTable {
  const { name, columns, rows, idOf, engagementId, further = [], layout = 'table' } = parts
  return {
    sheet: sheetOf(name, columns, rows),
    ids: rows.map(idOf),
    further,
    engagementId: engagementId ?? null,
    notOnPaper: columns.flatMap(({ onPaper, cell }, at) => {
      const isLeftOut = onPaper === 'never' || (onPaper === 'where_said' && rows.every((row) => cell(row) === ''))
      return isLeftOut ? [at] : []
    }),
    layout,
  }
}

/**
 * @param ids the rows that are kept, in this order; without them all stay
 * @throws DomainError `list.row_not_found`: a list that silently lost a row would say less than the screen
 */
export function narrowed(table: ListTable, ids: readonly string[] | undefined): ListTable {
  if (ids === undefined) return table
  const places = Map.groupBy(table.ids.keys(), (at) => table.ids[at] ?? '')
  const kept = [...new Set(ids)].flatMap((id) => {
    const found = places.get(id)
    if (found === undefined) throw new DomainError('list.row_not_found', { id })
    return found
  })
  const rows = kept.flatMap((at) => table.sheet.rows.slice(at, at + 1))
  return { ...table, sheet: { ...table.sheet, rows }, ids: kept.map((at) => table.ids[at] ?? '') }
}
