import { DomainError } from '../../../shared/errors/domainError.ts'
import { type Column, sheetOf } from '../spreadsheet/writeSheets.ts'
import type { TextSheet } from '../spreadsheet/writeXlsx.ts'

/** A list as a table: rows under the ids by which a screen says which of them it shows; one id may have several. */
export type ListTable = {
  sheet: TextSheet
  ids: readonly string[]
  /** What belongs beside it in a workbook and on paper, such as a legend. */
  further: readonly TextSheet[]
  /** Of which engagement it is; `null` for a list of the store. */
  engagementId: string | null
}

type Parts<T> = {
  name: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  idOf: (row: T) => string
  engagementId?: string
  further?: readonly TextSheet[]
}

export function listTable<T>({ name, columns, rows, idOf, engagementId, further = [] }: Parts<T>): ListTable {
  return { sheet: sheetOf(name, columns, rows), ids: rows.map(idOf), further, engagementId: engagementId ?? null }
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
