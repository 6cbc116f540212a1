import { type ConclusionRow, conclusionRows } from '../../../db/conclusion.ts'
import type { Reader } from '../../../db/reader.ts'
import { outcomeWords } from '../../../shared/opinion/conclusionWords.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import { type ListTable, listTable } from './listTable.ts'

/** What was concluded on controls by reference, then on criteria. */
export function conclusionList(reader: Reader, engagementId: string): ListTable {
  const rows = conclusionRows(reader, engagementId)
  return listTable({ name: 'Conclusions', columns, rows, idOf: ({ conclusionId }) => conclusionId, engagementId })
}

const columns: readonly Column<ConclusionRow>[] = [
  { head: 'On', cell: ({ targetEntity }) => targetEntity },
  { head: 'Reference', cell: ({ ref }) => ref },
  { head: 'Aspect', cell: ({ aspect }) => aspect },
  { head: 'Conclusion', cell: ({ targetEntity, aspect, outcome }) => outcomeWords(targetEntity, aspect, outcome) },
  { head: 'Rationale', cell: ({ rationale }) => rationale },
  { head: 'How it was confirmed', cell: ({ confirmation }) => confirmation ?? '' },
  { head: 'Concluded by', cell: ({ by }) => by },
  { head: 'Concluded', cell: ({ at }) => at },
]
