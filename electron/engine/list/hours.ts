import type { Reader } from '../../../db/reader.ts'
import type { TimeEntry } from '../../../shared/contract/hours.ts'
import { phaseWords } from '../../../shared/dashboard/phases.ts'
import { hoursNumber, phasesAgainstBudget } from '../../../shared/hours/phaseHours.ts'
import { phaseHoursOf, timeEntriesOf } from '../hours.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import { type ListTable, listTable } from './listTable.ts'

/** What was worked, the latest day first. */
export function hoursList(reader: Reader, engagementId: string): ListTable {
  const rows = timeEntriesOf(reader, engagementId)
  return listTable({ name: 'Hours', columns: entryColumns, rows, idOf: ({ timeEntryId }) => timeEntryId, engagementId })
}

/** Hours of each phase against its budget, and of all together. */
export function hoursByPhaseList(reader: Reader, engagementId: string): ListTable {
  const rows = phasesAgainstBudget(phaseHoursOf(reader, engagementId))
  return listTable({
    name: 'Hours by phase',
    columns: phaseColumns,
    rows,
    idOf: ({ phase }) => phase ?? 'together',
    engagementId,
  })
}

const entryColumns: readonly Column<TimeEntry>[] = [
  { head: 'Day', cell: ({ workedOn }) => workedOn },
  { head: 'Person', cell: ({ name }) => name },
  { head: 'Phase', cell: ({ phase }) => phaseWords[phase] },
  { head: 'Hours', cell: ({ minutes }) => hoursNumber(minutes) },
  { head: 'On what', cell: ({ note }) => note ?? '' },
]

/** What is over the budget has a column of its own, so that no cell begins with a sign. */
const phaseColumns: readonly Column<ReturnType<typeof phasesAgainstBudget>[number]>[] = [
  { head: 'Phase', cell: ({ phase }) => (phase === null ? 'Together' : phaseWords[phase]) },
  { head: 'Budget (hours)', cell: ({ budget }) => (budget === null ? '' : hoursNumber(budget)) },
  { head: 'Worked (hours)', cell: ({ worked }) => hoursNumber(worked) },
  { head: 'Left (hours)', cell: ({ left }) => (left === null || left < 0 ? '' : hoursNumber(left)) },
  { head: 'Over (hours)', cell: ({ left }) => (left === null || left >= 0 ? '' : hoursNumber(-left)) },
]
