import type { Reader } from '../../../db/reader.ts'
import type { PeriodMark } from '../../../shared/contract/periodMark.ts'
import { markWords } from '../../../shared/period/markWords.ts'
import { marksOf } from '../periodMark.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import { type ListTable, listTable } from './listTable.ts'

/** The marks of the observation period, earliest first. */
export function periodMarkList(reader: Reader, engagementId: string): ListTable {
  const refs = new Map(reader.list('control', { engagementId }).map(({ id, ref }) => [id, ref]))
  const rows = marksOf(reader, engagementId)
  return listTable({ name: 'Period marks', columns: columnsOf(refs), rows, idOf: ({ markId }) => markId, engagementId })
}

const columnsOf = (refs: ReadonlyMap<string, string>): readonly Column<PeriodMark>[] => [
  { head: 'Kind', cell: ({ kind }) => markWords[kind] },
  { head: 'Title', cell: ({ title }) => title },
  { head: 'From', cell: ({ startOn }) => startOn },
  { head: 'To', cell: ({ endOn }) => endOn },
  { head: 'Control', cell: ({ controlId }) => (controlId === null ? 'all' : (refs.get(controlId) ?? '')) },
]
