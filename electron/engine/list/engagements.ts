import type { Reader } from '../../../db/reader.ts'
import type { Engagement } from '../../../shared/contract/engagement.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import { describeEngagement } from '../engagement.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import { type ListTable, listTable } from './listTable.ts'

/** The engagements of the store, oldest first, with how far each is. */
export function engagementList(reader: Reader): ListTable {
  const rows = reader.list('engagement', {}, 'createdAt').map((row) => describeEngagement(reader, row))
  return listTable({ name: 'Engagements', columns, rows, idOf: ({ engagementId }) => engagementId })
}

const columns: readonly Column<Engagement>[] = [
  { head: 'Client', cell: ({ client }) => client },
  { head: 'System', cell: ({ system }) => system ?? '' },
  { head: 'Report', cell: ({ reportType }) => (reportType === 'type1' ? 'Type 1' : 'Type 2') },
  { head: 'From', cell: ({ period }) => period?.start ?? '' },
  { head: 'To', cell: ({ period, asOf }) => period?.end ?? asOf ?? '' },
  { head: 'Categories', cell: ({ categories }) => categories.join(', ').replaceAll('_', ' ') },
  { head: 'Controls', cell: ({ progress }) => String(progress.controls) },
  { head: 'Controls concluded', cell: ({ progress }) => String(progress.controlsConcluded) },
  { head: 'Samples', cell: ({ progress }) => String(progress.samples) },
  { head: 'Results', cell: ({ progress }) => `${progress.resultsRecorded} of ${progress.resultsExpected}` },
  { head: 'Deviations', cell: ({ progress }) => String(progress.deviations) },
  { head: 'Deviations open', cell: ({ progress }) => String(progress.deviationsOpen) },
  { head: 'Last change', cell: ({ changedAt }) => instantText(changedAt) },
]
