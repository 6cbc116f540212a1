import type { Reader } from '../../../db/reader.ts'
import type { IsoEdition } from '../../../shared/contract/iso.ts'
import { isoColumns } from '../iso/export.ts'
import { describeIso } from '../iso/view.ts'
import { type ListTable, listTable } from './listTable.ts'

/** The statement of applicability with the clauses and the conclusions, as `iso.export` writes it into one list. */
export function isoList(reader: Reader, engagementId: string, edition: IsoEdition): ListTable {
  return listTable({
    name: `ISO 27001-${edition}`,
    columns: isoColumns,
    rows: describeIso(reader, engagementId, edition),
    idOf: ({ requirementId }) => requirementId,
    engagementId,
  })
}
