import { tickmarkRows } from '../../../db/tickmark.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Tickmark } from '../../../shared/contract/tickmark.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import { type ListTable, listTable } from './listTable.ts'

/** The legend of an engagement. */
export function tickmarkList(reader: Reader, engagementId: string): ListTable {
  const rows = tickmarkRows(reader, engagementId)
  return listTable({ name: 'Tickmarks', columns, rows, idOf: ({ tickmarkId }) => tickmarkId, engagementId })
}

const columns: readonly Column<Tickmark>[] = [
  { head: 'Tickmark', cell: ({ symbol }) => symbol },
  { head: 'Meaning', cell: ({ meaning }) => meaning },
  { head: 'Used', cell: ({ uses }) => String(uses) },
]
