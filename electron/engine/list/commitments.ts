import type { Reader } from '../../../db/reader.ts'
import type { Commitment } from '../../../shared/contract/scope.ts'
import { outcomeWords } from '../../../shared/opinion/conclusionWords.ts'
import { loadEngagement } from '../engagement.ts'
import { describeCommitments } from '../scope/commitments.ts'
import { type ListColumn, type ListTable, listTable } from './listTable.ts'

/** The service commitments, then the system requirements, with what stands for each and what was concluded on it. */
export function commitmentList(reader: Reader, engagementId: string): ListTable {
  const refs = new Map(reader.list('control', { engagementId }).map(({ id, ref }) => [id, ref]))
  const { reportType } = loadEngagement(reader, engagementId)
  return listTable({
    name: 'Commitments',
    columns: columnsOf(refs).filter(({ head }) => reportType === 'type2' || head !== 'Operation'),
    rows: describeCommitments(reader, engagementId),
    idOf: ({ commitmentId }) => commitmentId,
    engagementId,
  })
}

const columnsOf = (refs: ReadonlyMap<string, string>): readonly ListColumn<Commitment>[] => [
  { head: 'Reference', cell: ({ ref }) => ref },
  { head: 'Kind', cell: ({ kind }) => (kind === 'commitment' ? 'Service commitment' : 'System requirement') },
  { head: 'Text', cell: ({ text }) => text },
  { head: 'Made in', cell: ({ source }) => source ?? '', onPaper: 'where_said' },
  { head: 'Criteria', cell: ({ criteria }) => criteria.join(', ') },
  { head: 'Controls', cell: ({ controlIds }) => controlIds.flatMap((id) => refs.get(id) ?? []).join(', ') },
  { head: 'Design', cell: ({ design }) => outcomeWords('commitment', 'design', design) },
  { head: 'Operation', cell: ({ operation }) => outcomeWords('commitment', 'operation', operation) },
]
