import type { Reader } from '../../../db/reader.ts'
import { describeDeviations } from '../deviation/describe.ts'
import { deviationColumns } from '../deviation/export.ts'
import { type ListTable, listTable } from './listTable.ts'

/** The register of deviations, as `deviation.export` writes it. */
export function deviationList(reader: Reader, engagementId: string): ListTable {
  const rows = describeDeviations(reader, engagementId, null)
  const idOf = ({ deviationId }: (typeof rows)[number]) => deviationId
  return listTable({ name: 'Deviations', columns: deviationColumns, rows, idOf, engagementId, layout: 'records' })
}
