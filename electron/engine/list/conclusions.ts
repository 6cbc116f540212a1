import { type ConclusionRow, conclusionRows } from '../../../db/conclusion.ts'
import type { Reader } from '../../../db/reader.ts'
import { aspectTitles, outcomeWords, targetTitles } from '../../../shared/opinion/conclusionWords.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import { criterionList } from './criteria.ts'
import { type ListTable, listTable } from './listTable.ts'

/** What was concluded on controls by reference, then on criteria and commitments; beside it every criterion in scope, concluded on or not. */
export function conclusionList(reader: Reader, engagementId: string): ListTable {
  const rows = conclusionRows(reader, engagementId)
  const further = [criterionList(reader, engagementId).sheet]
  const idOf = ({ conclusionId }: ConclusionRow) => conclusionId
  return listTable({ name: 'Conclusions', columns, rows, idOf, engagementId, further })
}

const columns: readonly Column<ConclusionRow>[] = [
  { head: 'On', cell: ({ targetEntity }) => targetTitles[targetEntity] },
  { head: 'Reference', cell: ({ ref }) => ref },
  { head: 'Aspect', cell: ({ aspect }) => aspectTitles[aspect] },
  { head: 'Conclusion', cell: ({ targetEntity, aspect, outcome }) => outcomeWords(targetEntity, aspect, outcome) },
  { head: 'Rationale', cell: ({ rationale }) => rationale },
  { head: 'How it was confirmed', cell: ({ confirmation }) => confirmation ?? '' },
  { head: 'Concluded by', cell: ({ by }) => by },
  { head: 'Concluded', cell: ({ at }) => instantText(at) },
]
