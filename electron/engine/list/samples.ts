import type { Reader } from '../../../db/reader.ts'
import { type SampleSummary, sampleSummaries } from '../../../db/sample.ts'
import { methodWords, partWords } from '../../../shared/sample/drawWords.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import { type ListTable, listTable } from './listTable.ts'

/** The samples of an engagement by control, with how far each is tested. */
export function sampleList(reader: Reader, engagementId: string): ListTable {
  const rows = sampleSummaries(reader, engagementId, null)
  return listTable({ name: 'Samples', columns, rows, idOf: ({ sampleId }) => sampleId, engagementId })
}

const columns: readonly Column<SampleSummary>[] = [
  { head: 'Control', cell: ({ controlRef }) => controlRef },
  { head: 'Population', cell: ({ populationName }) => populationName },
  { head: 'Method', cell: ({ method }) => methodWords[method] },
  { head: 'Part', cell: ({ part }) => (part === null ? '' : partWords[part]) },
  { head: 'From', cell: ({ window }) => window?.start ?? '' },
  { head: 'To', cell: ({ window }) => window?.end ?? '' },
  { head: 'Items', cell: ({ size }) => String(size) },
  { head: 'Tested', cell: ({ tested }) => String(tested) },
  { head: 'Deviations', cell: ({ deviations }) => String(deviations) },
  { head: 'Drawn by', cell: ({ drawnBy }) => drawnBy },
  { head: 'Drawn', cell: ({ drawnAt }) => instantText(drawnAt) },
]
