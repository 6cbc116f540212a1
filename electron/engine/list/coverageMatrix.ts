import { mappedControls } from '../../../db/criterion.ts'
import type { Reader } from '../../../db/reader.ts'
import { applicableCriteria } from '../criterion/applicable.ts'
import { loadEngagement } from '../engagement.ts'
import { sheetOf } from '../spreadsheet/writeSheets.ts'
import { type ListColumn, type ListTable, listTable } from './listTable.ts'

type Row = { criterionId: string; title: string; refs: readonly string[] }

/**
 * Criteria that apply against controls: in a file a column for every control, with a mark where it answers the criterion; on
 * paper, where so many columns do not fit, their references. Controls that answer none stand beside it.
 */
export function coverageMatrixList(reader: Reader, engagementId: string): ListTable {
  const mapped = Map.groupBy(mappedControls(reader, engagementId), ({ criterionId }) => criterionId)
  const rows = applicableCriteria(reader, loadEngagement(reader, engagementId)).map(({ criterionId, title }): Row => ({
    criterionId,
    title,
    refs: (mapped.get(criterionId) ?? []).map(({ ref }) => ref),
  }))
  const controls = reader.list('control', { engagementId }, 'ref')
  const answering = new Set(rows.flatMap(({ refs }) => refs))
  const idle = controls.filter(({ ref }) => !answering.has(ref))
  return listTable({
    name: 'Coverage matrix',
    columns: [...columns, ...controls.map(({ ref }) => markColumn(ref))],
    rows,
    idOf: ({ criterionId }) => criterionId,
    engagementId,
    further: idle.length === 0 ? [] : [sheetOf('Controls without a criterion', idleColumns, idle)],
  })
}

const columns: readonly ListColumn<Row>[] = [
  { head: 'Criterion', cell: ({ criterionId }) => criterionId },
  { head: 'Title', cell: ({ title }) => title },
  { head: 'Number of controls', cell: ({ refs }) => (refs.length === 0 ? 'none' : String(refs.length)) },
  { head: 'Controls', cell: ({ refs }) => refs.join(', ') },
]

const markColumn = (ref: string): ListColumn<Row> => ({
  head: ref,
  cell: ({ refs }) => (refs.includes(ref) ? '●' : ''),
  onPaper: 'never',
})

const idleColumns = [
  { head: 'Control', cell: ({ ref }: { ref: string }) => ref },
  { head: 'Title', cell: ({ title }: { title: string }) => title },
]
