import type { RejectedRow } from '../contract/values.ts'
import type { ErrorCode } from '../errors/catalogue.ts'
import { DomainError, type ErrorDetails } from '../errors/domainError.ts'
import { readCriteria } from './criteriaText.ts'
import type { ControlField } from './proposal.ts'
import { type ControlWords, readWord } from './spelling.ts'

/** What a row of a control matrix says. A field whose column the matrix does not have is `undefined`: it says nothing of it. */
export type MatrixRow = {
  ref: string
  title: string
  description: string | undefined
  owner: string | null | undefined
  /** Name of the subservice organisation whose control it is; `null` for one of the client. */
  organisation: string | null | undefined
  criteria: string[] | undefined
} & { [F in keyof ControlWords]: ControlWords[F] | undefined }

/** Where each field is found: place of the cell from 0, and name of the column. */
export type MatrixColumns = { width: number; of: Partial<Record<ControlField, { at: number; name: string }>> }

export type TakenControl = { control: MatrixRow; rejected: null } | { control: null; rejected: RejectedRow }

/**
 * Reads a row of a control matrix. Nothing is guessed: a text that is not known is a reason not to take the row.
 * @param criterionIds all ids of the catalogue
 * @returns what the row says, or the first reason: `csv.ragged_row`, `control.missing_value`, `control.unknown_value`,
 *   `control.unknown_criterion`
 */
export function takeControl(
  columns: MatrixColumns,
  criterionIds: ReadonlySet<string>,
  { row, cells }: { row: number; cells: readonly string[] },
): TakenControl {
  try {
    if (cells.length !== columns.width) {
      throw new Refusal(null, 'csv.ragged_row', { row, found: cells.length, expected: columns.width })
    }
    return { control: readCells(columns, criterionIds, cells), rejected: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message, field } = error
    const column = field === null ? null : (columns.of[field]?.name ?? null)
    return { control: null, rejected: { row, column, code, message } }
  }
}

class Refusal extends DomainError {
  readonly field: ControlField | null

  constructor(field: ControlField | null, code: ErrorCode, details: ErrorDetails) {
    super(code, details)
    this.field = field
  }
}

function readCells(columns: MatrixColumns, criterionIds: ReadonlySet<string>, cells: readonly string[]): MatrixRow {
  const cell = (field: ControlField) => {
    const column = columns.of[field]
    return column === undefined ? undefined : (cells[column.at] ?? '').trim()
  }
  const word = <F extends keyof ControlWords>(field: F) => requireWord(field, cell(field))
  const owner = cell('owner')
  const organisation = cell('organisation')
  return {
    ref: requireLine('ref', cell('ref')),
    title: requireLine('title', cell('title')),
    description: cell('description'),
    criteria: requireCriteria(cell('criteria'), criterionIds),
    frequency: word('frequency'),
    type: word('type'),
    nature: word('nature'),
    owner: owner === '' ? null : owner,
    organisation: organisation === '' ? null : organisation,
  }
}

function requireLine(field: ControlField, text: string | undefined): string {
  if (text === undefined || text === '') throw new Refusal(field, 'control.missing_value', { field })
  return text
}

function requireWord<F extends keyof ControlWords>(field: F, text: string | undefined): ControlWords[F] | undefined {
  if (text === undefined) return undefined
  const value = readWord(field, requireLine(field, text))
  if (value === undefined) throw new Refusal(field, 'control.unknown_value', { field, value: text })
  return value
}

function requireCriteria(text: string | undefined, known: ReadonlySet<string>): string[] | undefined {
  if (text === undefined) return undefined
  const ids = readCriteria(text)
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) throw new Refusal('criteria', 'control.unknown_criterion', { criterion: unknown })
  return ids
}
