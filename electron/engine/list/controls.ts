import type { Reader } from '../../../db/reader.ts'
import type { ControlSummary, ControlVersion } from '../../../shared/contract/control.ts'
import { outcomeWords } from '../../../shared/opinion/conclusionWords.ts'
import { frequencyWords } from '../../../shared/sampling/frequency.ts'
import { summariseControls, wordingOf } from '../control/describe.ts'
import { loadEngagement } from '../engagement.ts'
import { type ListColumn, type ListTable, listTable } from './listTable.ts'

type Row = { control: ControlSummary; version: ControlVersion }

/** Every control; a list that is exported is whole. */
const everything = { offset: 0, limit: 1_000_000 }

/** The control matrix: a row for every wording of every control, by reference. */
export function controlList(reader: Reader, engagementId: string): ListTable {
  const rows = summariseControls(reader, { engagementId }, everything).flatMap((control) =>
    wordingOf(reader, control.controlId).map((version): Row => ({ control, version })),
  )
  const { reportType } = loadEngagement(reader, engagementId)
  const columns = reportType === 'type1' ? designColumns : allColumns
  return listTable({ name: 'Controls', columns, rows, idOf: ({ control }) => control.controlId, engagementId })
}

const allColumns: readonly ListColumn<Row>[] = [
  { head: 'Control', cell: ({ control }) => control.ref },
  { head: 'Title', cell: ({ control }) => control.title },
  { head: 'Description', cell: ({ version }) => version.description },
  { head: 'Criteria', cell: ({ control }) => control.criteria.join(', ') },
  { head: 'Owner', cell: ({ control }) => control.owner ?? '' },
  { head: 'Organisation', cell: ({ control }) => control.organisation ?? '', onPaper: 'where_said' },
  { head: 'Frequency', cell: ({ version }) => frequencyWords[version.frequency] },
  { head: 'Type', cell: ({ version }) => version.type.replaceAll('_', ' ') },
  { head: 'Nature', cell: ({ version }) => version.nature },
  { head: 'In force from', cell: ({ version }) => version.effectiveOn },
  { head: 'In force until', cell: ({ version }) => version.untilOn ?? '' },
  { head: 'Procedures', cell: ({ control }) => String(control.procedures) },
  { head: 'Samples', cell: ({ control }) => String(control.samples) },
  { head: 'Deviations', cell: ({ control }) => String(control.deviations) },
  { head: 'Design', cell: ({ control }) => outcomeWords('control', 'design', control.design) },
  { head: 'Operation', cell: ({ control }) => outcomeWords('control', 'operation', control.operation) },
]

/** As of a date nothing is drawn, and no operation concluded on. */
const designColumns = allColumns.filter(({ head }) => head !== 'Samples' && head !== 'Operation')
