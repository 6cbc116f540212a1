import { DomainError } from '../errors/domainError.ts'
import { formatsOf, parseDate } from '../period/dateFormat.ts'

/** Heads of the columns of a request list, as it is written and read back. */
export const requestColumns = {
  itemId: 'Item id',
  answer: 'Answer',
  reference: 'File or link',
  providedOn: 'Provided on',
  note: 'Note',
  key: 'Tickmark key',
} as const

/** What a row says to an item. */
export type SaidAnswer = { answer: string; reference: string; providedOn: string | null; note: string }

export type AskedItem = { sampleItemId: string; itemId: string }

export type AnswerRow = { row: number; cells: readonly string[] }

/** What became of the rows of a file. */
export type MatchedAnswers = {
  matched: (AskedItem & SaidAnswer & { row: number })[]
  unmatched: { row: number; itemId: string; reason: string }[]
}

/** Where the columns of an answer are; -1 where the file has none. */
export type AnswerColumns = Record<keyof typeof requestColumns, number>

/**
 * Finds the columns by their heads, whatever their case and the spaces around them.
 * @throws DomainError `request.no_key_column`, `request.no_answer_column`
 */
export function answerColumns(header: readonly string[]): AnswerColumns {
  const heads = header.map((head) => head.trim().toLowerCase())
  const at = (head: string) => heads.indexOf(head.toLowerCase())
  const { itemId, answer, reference, providedOn, note, key } = requestColumns
  const columns = {
    itemId: at(itemId),
    answer: at(answer),
    reference: at(reference),
    providedOn: at(providedOn),
    note: at(note),
    key: at(key),
  }
  if (columns.key < 0 && columns.itemId < 0) {
    throw new DomainError('request.no_key_column', { header: header.join(', ') })
  }
  if (Math.max(columns.answer, columns.reference, columns.providedOn, columns.note) < 0) {
    throw new DomainError('request.no_answer_column')
  }
  return columns
}

/** @returns the text by which a row of a list is found again: the request, and the item */
export function rowKey(ref: string, order: number): string {
  return `${ref}/${order}`
}

/**
 * Matches the rows of a list that came back with the items that were asked for: by their key, else by the item id, as it is
 * or without outer spaces. What matches two items, or none, is named and not guessed; rows without an answer say nothing.
 * @param keys of the items, see {@link rowKey}
 * @throws DomainError `request.other_request` where a key belongs to another request
 */
export function matchAnswers(
  ref: string,
  items: ReadonlyMap<string, AskedItem>,
  rows: readonly AnswerRow[],
  columns: AnswerColumns,
): MatchedAnswers {
  const byId = Map.groupBy(items.values(), ({ itemId }) => itemId.trim())
  const found: MatchedAnswers = { matched: [], unmatched: [] }
  const seen = new Map<string, number>()
  for (const { row, cells } of rows) {
    const cell = (place: number) => (place < 0 ? '' : (cells[place] ?? '').trim())
    const [key, itemId] = [cell(columns.key), cell(columns.itemId)]
    const said = [columns.answer, columns.reference, columns.providedOn, columns.note].map(cell)
    if (said.every((text) => text === '')) continue
    const refuse = (reason: string) => found.unmatched.push({ row, itemId: itemId === '' ? key : itemId, reason })
    const other = /^(REQ-\d+)\/\d+$/.exec(key)?.[1]
    if (other !== undefined && other !== ref) throw new DomainError('request.other_request', { row, ref: other })
    const candidates = candidatesOf(items, byId, key, itemId)
    const [item, second] = candidates
    if (item === undefined) refuse('The request does not ask for this item.')
    else if (second !== undefined)
      refuse('Two items of the request have this id; the column "Tickmark key" tells them apart.')
    else if (seen.has(item.sampleItemId)) refuse(`Row ${seen.get(item.sampleItemId)} answers this item already.`)
    else {
      const day = dayOf(cell(columns.providedOn))
      if (typeof day === 'object' && day !== null) refuse(day.problem)
      else {
        seen.set(item.sampleItemId, row)
        const [answer = '', reference = '', , note = ''] = said
        found.matched.push({ ...item, row, answer, reference, providedOn: day, note })
      }
    }
  }
  return found
}

function candidatesOf(
  items: ReadonlyMap<string, AskedItem>,
  byId: ReadonlyMap<string, AskedItem[]>,
  key: string,
  itemId: string,
): AskedItem[] {
  const keyed = items.get(key)
  if (keyed !== undefined) return [keyed]
  // A spreadsheet program may have put an apostrophe before an id that looks like a formula.
  return byId.get(itemId) ?? byId.get(itemId.replace(/^'/, '')) ?? []
}

/** @returns the day, `null` for none, or why the text is not one; a day that can be read two ways is not guessed */
function dayOf(text: string): string | null | { problem: string } {
  if (text === '') return null
  const [format, other] = formatsOf(text)
  if (format === undefined) return { problem: `"${text}" is not a date.` }
  if (other !== undefined && parseDay(text, format) !== parseDay(text, other)) {
    return { problem: `"${text}" can be read as day/month and as month/day. Write it as 2026-04-02.` }
  }
  return parseDay(text, format) ?? { problem: `"${text}" does not exist in the calendar.` }
}

function parseDay(text: string, format: Parameters<typeof parseDate>[1]): string | null {
  const parsed = parseDate(text, format)
  return parsed.ok ? parsed.date : null
}
