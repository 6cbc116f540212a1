import type { Reader } from '../../../db/reader.ts'
import { registerColumns } from '../request/export.ts'
import { listRequests } from '../request/load.ts'
import { type ListTable, listTable } from './listTable.ts'

/** The requests of an engagement, closed ones too, as `request.exportRegister` writes them. */
export function requestList(reader: Reader, engagementId: string, today: string): ListTable {
  const rows = listRequests(reader, { engagementId, today }).requests
  const idOf = ({ requestId }: (typeof rows)[number]) => requestId
  return listTable({ name: 'Requests', columns: registerColumns, rows, idOf, engagementId })
}
