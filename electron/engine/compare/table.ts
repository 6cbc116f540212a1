import type { ComparedRow } from '../../../shared/compare/compared.ts'
import type { QueryContext } from '../handler.ts'
import { type ListTable, listTable } from '../list/listTable.ts'
import { comparedRows } from './compare.ts'

type Line = { row: ComparedRow; field: ComparedRow['fields'][number] }

/** The comparison of two engagements as a list: a line for each field that differs; a paper that is unchanged has one without. */
export function comparisonList(
  { engagementId, priorEngagementId }: { engagementId: string; priorEngagementId: string },
  holding: Pick<QueryContext, 'reader' | 'session'>,
): ListTable {
  const nothing = { field: '', before: '', after: '' }
  const rows = comparedRows({ engagementId, priorEngagementId }, holding).rows.flatMap((row): Line[] =>
    row.fields.length === 0 ? [{ row, field: nothing }] : row.fields.map((field) => ({ row, field })),
  )
  return listTable<Line>({
    name: 'Comparison',
    columns: [
      { head: 'What', cell: ({ row }) => row.kind },
      { head: 'Change', cell: ({ row }) => row.change },
      { head: 'Reference', cell: ({ row }) => row.ref },
      { head: 'Title', cell: ({ row }) => row.title },
      { head: 'Field', cell: ({ field }) => field.field },
      { head: 'Prior period', cell: ({ field }) => field.before ?? '' },
      { head: 'This period', cell: ({ field }) => field.after ?? '' },
    ],
    rows,
    idOf: ({ row }) => row.id,
    engagementId,
    layout: 'records',
  })
}
