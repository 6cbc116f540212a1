import type { Reader } from '../../../db/reader.ts'
import { complementarySheets } from '../subservice/export.ts'
import { describeComplementary } from '../subservice/describe.ts'
import type { ListTable } from './listTable.ts'

/** The complementary controls and what each criterion rests on, as `complementary.export` writes them. */
export function complementaryList(reader: Reader, engagementId: string): ListTable {
  const controls = describeComplementary(reader, engagementId)
  const [sheet, matrix] = complementarySheets(reader, engagementId, controls)
  const ids = controls.map(({ complementaryId }) => complementaryId)
  return { sheet, ids, further: [matrix], engagementId, notOnPaper: [], layout: 'table' }
}
