import type { ErrorCode } from '../errors/catalogue.ts'
import { DomainError } from '../errors/domainError.ts'
import type { RejectedRow } from '../contract/values.ts'

/** Characters of one requirement's wording with its points of focus. */
const longestWording = 20_000

export type WordingColumns = {
  id: { at: number; name: string }
  text: { at: number; name: string }
  title: { at: number; name: string } | null
  pointsOfFocus: { at: number; name: string } | null
}

/** Points of focus stand below the wording under this line: they are shown, and no list, gate or count knows of them. */
export const pointsOfFocusHead = 'Points of focus (guidance, never counted as passed or failed):'

export type Wording = { row: number; requirementId: string; title: string | null; text: string }

/**
 * A row of a file with the firm's wording. The id may be written as people do: `cc6.1`, `DC3`. Controls of Annex A need their
 * letter: `A.5.1` is the control, `5.1` is the clause.
 * @param idOf the id of the framework for what was written, or `null`
 * @param taken rows by id that were taken before
 */
export function takeWording(
  columns: WordingColumns,
  idOf: (written: string) => string | null,
  taken: ReadonlyMap<string, number>,
  { row, cells }: { row: number; cells: readonly string[] },
): { wording: Wording; rejected: null } | { wording: null; rejected: RejectedRow } {
  const written = (cells[columns.id.at] ?? '').trim()
  const wording = (cells[columns.text.at] ?? '').trim()
  const points = columns.pointsOfFocus === null ? '' : (cells[columns.pointsOfFocus.at] ?? '').trim()
  const text = points === '' ? wording : `${wording}\n\n${pointsOfFocusHead}\n${points}`
  const requirementId = idOf(written)
  const refuse = (column: string, code: ErrorCode, details: Record<string, string | number> = {}) => {
    const { message } = new DomainError(code, details)
    return { wording: null, rejected: { row, column, code, message } }
  }
  if (requirementId === null) {
    return refuse(columns.id.name, 'wording.unknown_requirement', { requirement: written || 'A row without an id' })
  }
  const before = taken.get(requirementId)
  if (before !== undefined)
    return refuse(columns.id.name, 'wording.repeated', { requirement: requirementId, row: before })
  if (wording === '') return refuse(columns.text.name, 'wording.missing_text')
  if (text.length > longestWording) return refuse(columns.text.name, 'wording.text_too_long', { limit: longestWording })
  const title = columns.title === null ? '' : (cells[columns.title.at] ?? '').trim().slice(0, 500)
  return { wording: { row, requirementId, title: title || null, text }, rejected: null }
}

/** @returns a reader of ids that does not mind case and spaces, such as `DC 3` for `dc3` */
export function idReader(ids: readonly string[]): (written: string) => string | null {
  const folded = (id: string) => id.replaceAll(/\s+/g, '').toUpperCase()
  const known = new Map(ids.map((id) => [folded(id), id]))
  return (written) => known.get(folded(written)) ?? null
}
