import type { Reader } from '../../../db/reader.ts'
import type { PopulationSummary } from '../../../shared/contract/population.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import { listPopulations } from '../population/describe.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import { type ListTable, listTable } from './listTable.ts'

/** The populations of an engagement, oldest first, with the conclusion on each. */
export function populationsList(reader: Reader, engagementId: string): ListTable {
  const rows = listPopulations(reader, engagementId).populations
  return listTable({ name: 'Populations', columns, rows, idOf: ({ populationId }) => populationId, engagementId })
}

const yesOrNo = (holds: boolean | undefined): string => (holds === undefined ? '' : holds ? 'yes' : 'no')

const columns: readonly Column<PopulationSummary>[] = [
  { head: 'Population', cell: ({ name }) => name },
  { head: 'File', cell: ({ fileName }) => fileName },
  { head: 'SHA-256', cell: ({ sha256 }) => sha256 },
  { head: 'Rows', cell: ({ rows }) => String(rows) },
  { head: 'Can be drawn', cell: ({ drawable }) => String(drawable) },
  { head: 'Not settled', cell: ({ unsettled }) => String(unsettled) },
  { head: 'Samples', cell: ({ samples }) => String(samples) },
  { head: 'Complete', cell: ({ conclusion }) => yesOrNo(conclusion?.complete) },
  { head: 'Accurate', cell: ({ conclusion }) => yesOrNo(conclusion?.accurate) },
  { head: 'How that was tested', cell: ({ conclusion }) => conclusion?.procedure ?? '' },
  {
    head: 'Concluded',
    cell: ({ conclusion }) => (conclusion === null ? '' : `${conclusion.by}, ${instantText(conclusion.at)}`),
  },
  { head: 'Imported', cell: ({ importedAt }) => instantText(importedAt) },
]
