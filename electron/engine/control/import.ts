import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { RejectedRow } from '../../../shared/contract/values.ts'
import type { ControlField } from '../../../shared/control/proposal.ts'
import type { MatrixColumns, MatrixRow } from '../../../shared/control/takeControl.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { Change } from '../../../shared/journal/change.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { changedControl, newControl, type WantedControl } from './changes.ts'
import { firstDayOf } from './firstDay.ts'
import { type Matrix, type NumberedRow, readMatrix } from './matrix.ts'
import { organisationsByName } from './organisations.ts'
import { standingControls } from './standing.ts'
import { examineTable } from '../table/tableFile.ts'

type Result = ResultOf<'control.import'>

/** Imports a control matrix as one command: new controls, and what differs in those that have the same reference. */
export async function importControls(params: CheckedParamsOf<'control.import'>, context: JobContext): Promise<Result> {
  const { reader, newId, commit } = context
  const { engagementId } = params
  loadEngagement(reader, engagementId)
  const file = await examineTable(params, context)
  const matrix = await readMatrix(file, params.columns, context)
  return commit(() => {
    const { changes, result } = planImport(reader, engagementId, matrix, newId)
    return { engagementId, changes, answer: () => result }
  })
}

function planImport(
  reader: Reader,
  engagementId: string,
  { columns, rows, rejected }: Matrix,
  newId: () => string,
): { changes: Change[]; result: Result } {
  const effectiveOn = firstDayOf(loadEngagement(reader, engagementId))
  const standing = standingControls(reader, engagementId)
  const organisationNamed = organisationsByName(reader, engagementId)
  const changes: Change[] = []
  const result: Result = { imported: 0, updated: 0, unchanged: 0, rejected: [...rejected] }
  for (const { row, control } of rows) {
    const named = organisationNamed(control.organisation)
    const before = standing.get(control.ref)
    if ('refusal' in named) {
      result.rejected.push(refused(row, 'organisation', columns, named.refusal))
    } else if (before !== undefined) {
      const differing = changedControl(reader, before, { ...wanted(control), ...named })
      changes.push(...differing)
      result[differing.length === 0 ? 'unchanged' : 'updated'] += 1
    } else {
      const made = madeControl({ row, control }, columns)
      if (made.rejected === null) changes.push(...newControl(newId, { ...made.control, ...named, effectiveOn }).changes)
      if (made.rejected === null) result.imported += 1
      else result.rejected.push(made.rejected)
    }
  }
  result.rejected.sort((one, other) => one.row - other.row)
  return { changes, result }
}

function wanted({ ref, title, owner, criteria, description, frequency, type, nature }: MatrixRow): WantedControl {
  return { ref, title, owner, criteria, wording: { description, frequency, type, nature } }
}

type Made =
  | { control: Omit<Parameters<typeof newControl>[1], 'effectiveOn'>; rejected: null }
  | { control: null; rejected: RejectedRow }

/** A new control needs what one that exists may go without: nothing tells its frequency, type and nature otherwise. */
function madeControl({ row, control }: NumberedRow, columns: MatrixColumns): Made {
  const { ref, title, owner, criteria, description = '', frequency, type, nature } = control
  if (frequency === undefined) return { control: null, rejected: missing(row, 'frequency', columns) }
  if (type === undefined) return { control: null, rejected: missing(row, 'type', columns) }
  if (nature === undefined) return { control: null, rejected: missing(row, 'nature', columns) }
  return { control: { ref, title, owner, criteria, wording: { description, frequency, type, nature } }, rejected: null }
}

const missing = (row: number, field: 'frequency' | 'type' | 'nature', columns: MatrixColumns): RejectedRow =>
  refused(row, field, columns, new DomainError('control.missing_value', { field }))

function refused(row: number, field: ControlField, { of }: MatrixColumns, { code, message }: DomainError): RejectedRow {
  return { row, column: of[field]?.name ?? null, code, message }
}
