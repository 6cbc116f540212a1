import type { Reader } from '../../../db/reader.ts'
import { walkthroughRows } from '../../../db/walkthrough.ts'
import type { Walkthrough } from '../../../shared/contract/walkthrough.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import { type ListTable, listTable } from './listTable.ts'

/** The walkthroughs of an engagement, latest first. */
export function walkthroughList(reader: Reader, engagementId: string): ListTable {
  const rows = walkthroughRows(reader, engagementId, null)
  return listTable({
    name: 'Walkthroughs',
    columns,
    rows,
    idOf: ({ walkthroughId }) => walkthroughId,
    engagementId,
    layout: 'records',
  })
}

const yesOrNo = (holds: boolean): string => (holds ? 'yes' : 'no')

const columns: readonly Column<Walkthrough>[] = [
  { head: 'Control', cell: ({ controlRef }) => controlRef },
  { head: 'Performed', cell: ({ performedOn }) => performedOn },
  { head: 'By', cell: ({ performedBy }) => performedBy },
  { head: 'With', cell: ({ metWith }) => metWith ?? '' },
  { head: 'Instance', cell: ({ instance }) => instance },
  { head: 'Trace', cell: ({ trace }) => trace },
  { head: 'Forms seen', cell: ({ forms }) => forms ?? '' },
  { head: 'Suitably designed', cell: ({ suitablyDesigned }) => yesOrNo(suitablyDesigned) },
  { head: 'Implemented', cell: ({ implemented }) => yesOrNo(implemented) },
  { head: 'Reasoning', cell: ({ reasoning }) => reasoning ?? '' },
  { head: 'Evidence', cell: ({ evidence }) => String(evidence) },
]
