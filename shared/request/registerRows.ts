import type { NewRequestRow } from '../contract/requestRegister.ts'
import { Line, Reason, type RejectedRow } from '../contract/values.ts'
import type { ErrorCode } from '../errors/catalogue.ts'
import { type ErrorDetails, DomainError } from '../errors/domainError.ts'
import type { ListRow } from '../contract/table.ts'
import { comparableHead } from './listColumns.ts'
import { priorityOf } from './priority.ts'
import { providedDay } from './providedDay.ts'

/** Heads of a list of requests, as the register is written with them; only the title has to be there. */
const heads = {
  title: 'Title',
  text: 'What we ask for',
  owner: 'Owner',
  due: 'Due',
  priority: 'Priority',
  control: 'Control',
  about: 'About',
} as const
type Field = keyof typeof heads

/** What became of the rows of a list of requests. */
export type RegisterRows = {
  requests: NewRequestRow[]
  /** Rows whose title is asked for already. */
  known: { row: number; title: string }[]
  rejected: RejectedRow[]
}

/** What the engagement has already. */
export type Surroundings = {
  /** Ids of its controls, by reference and by reference with title, as the register names what a request is about. */
  controls: ReadonlyMap<string, string>
  /** Titles of its requests that are not closed. */
  titles: Iterable<string>
}

/**
 * Reads a list of requests. A row whose title is asked for already, in the engagement or above it in the list, is not asked
 * again; an empty row is passed over.
 * @throws DomainError `request.no_title_column`
 */
export function registerRows(
  header: readonly string[],
  rows: readonly ListRow[],
  { controls, titles }: Surroundings,
): RegisterRows {
  const places = header.map(comparableHead)
  const at = (field: Field) => places.indexOf(comparableHead(heads[field]))
  if (at('title') < 0) throw new DomainError('request.no_title_column', { header: header.join(', ') })
  const asked = new Set([...titles].map(comparableHead))
  const found: RegisterRows = { requests: [], known: [], rejected: [] }
  for (const { row, cells } of rows) {
    const cell = (field: Field) => (cells[at(field)] ?? '').trim()
    if (cells.every((text) => text.trim() === '')) continue
    const title = cell('title')
    if (asked.has(comparableHead(title))) {
      found.known.push({ row, title })
      continue
    }
    const taken = takeRow(row, cell, controls)
    if ('code' in taken) found.rejected.push(taken)
    else {
      asked.add(comparableHead(title))
      found.requests.push(taken)
    }
  }
  return found
}

function takeRow(
  row: number,
  cell: (field: Field) => string,
  controls: ReadonlyMap<string, string>,
): NewRequestRow | RejectedRow {
  const refuse = (field: Field, code: ErrorCode, details: ErrorDetails = {}): RejectedRow => ({
    row,
    column: heads[field],
    code,
    message: new DomainError(code, details).message,
  })
  const [title, owner, control, due] = [cell('title'), cell('owner'), cell('control'), providedDay(cell('due'))]
  const text = cell('text') || title
  const priority = priorityOf(cell('priority'))
  const controlId = controls.get(control || cell('about'))
  if (!Line.safeParse(title).success) return refuse('title', 'request.title_missing')
  if (!Reason.safeParse(text).success) return refuse('text', 'request.text_too_long')
  if (owner !== '' && !Line.safeParse(owner).success) return refuse('owner', 'request.text_too_long')
  if (!due.ok) return refuse('due', 'request.bad_due_date', { day: cell('due') })
  if (priority === undefined) return refuse('priority', 'request.unknown_priority', { priority: cell('priority') })
  if (control !== '' && controlId === undefined) return refuse('control', 'request.unknown_control', { ref: control })
  return { row, title, text, owner: owner || null, dueOn: due.day, priority, controlId: controlId ?? null }
}
