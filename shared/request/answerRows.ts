import type { ListRow } from '../contract/table.ts'
import { DomainError } from '../errors/domainError.ts'
import type { AnswerColumns } from './answerColumns.ts'
import { readRowKey } from './listColumns.ts'
import { providedDay } from './providedDay.ts'

/** What a row says to an item. */
export type SaidAnswer = { answer: string; reference: string; providedOn: string | null; note: string }

export type AskedItem = {
  sampleItemId: string
  itemId: string
  /** Why the item is no longer asked for, where it was replaced. */
  replacedBecause: string | null
}

/** What became of the rows of a file. */
export type MatchedAnswers = {
  matched: (AskedItem & SaidAnswer & { row: number })[]
  unmatched: { row: number; itemId: string; reason: string }[]
}

/** Most characters of one answer: those that a cell of a spreadsheet holds (Excel specifications and limits). */
export const longestAnswer = 32_767

/**
 * Matches the rows of a list that came back with the items that were asked for: by their key, else by the item id without
 * outer spaces. What matches two items, or none, or one by its key and another by its id, is named and not guessed; rows
 * that say nothing are left out.
 * @param request its reference and its items, replaced ones among them
 * @throws DomainError `request.other_request` where a key belongs to another request
 */
export function matchAnswers(
  request: { ref: string; items: readonly AskedItem[] },
  rows: readonly ListRow[],
  columns: AnswerColumns,
): MatchedAnswers {
  const find = finder(request)
  const found: MatchedAnswers = { matched: [], unmatched: [] }
  const answeredIn = new Map<string, number>()
  for (const { row, cells } of rows) {
    const cell = (place: number) => (place < 0 ? '' : (cells[place] ?? '').replaceAll('\r\n', '\n').trim())
    const [key, itemId] = [cell(columns.key), cell(columns.itemId)]
    const said = saidIn(cell, columns)
    if (said === null) continue
    const item = find({ row, key, itemId })
    const before = typeof item === 'string' ? undefined : answeredIn.get(item.sampleItemId)
    const day = providedDay(cell(columns.providedOn))
    const refuse = (reason: string) => found.unmatched.push({ row, itemId: itemId === '' ? key : itemId, reason })
    if (typeof item === 'string') refuse(item)
    else if (before !== undefined) refuse(`Row ${before} answers this item already.`)
    else if (Object.values(said).some((text) => text.length > longestAnswer)) {
      refuse(`The answer is longer than ${longestAnswer} characters.`)
    } else if (!day.ok) refuse(day.problem)
    else {
      answeredIn.set(item.sampleItemId, row)
      found.matched.push({ ...item, row, ...said, providedOn: day.day })
    }
  }
  return found
}

/** @returns what a row says, `null` for nothing; what is said about attributes becomes part of the answer */
function saidIn(cell: (place: number) => string, columns: AnswerColumns): Omit<SaidAnswer, 'providedOn'> | null {
  const attributes = columns.attributes.flatMap(({ label, at }) => (cell(at) === '' ? [] : [`${label}: ${cell(at)}`]))
  const answer = [cell(columns.answer), ...attributes].filter((text) => text !== '').join('\n')
  const said = { answer, reference: cell(columns.reference), note: cell(columns.note) }
  return [...Object.values(said), cell(columns.providedOn)].every((text) => text === '') ? null : said
}

type FoundBy = { row: number; key: string; itemId: string }

/** @returns how the item of a row is found; what it gives is the item, or why there is none */
function finder({ ref, items }: { ref: string; items: readonly AskedItem[] }): (by: FoundBy) => AskedItem | string {
  const byKey = new Map(items.map((item) => [item.sampleItemId, item]))
  const byId = Map.groupBy(
    items.filter(({ replacedBecause }) => replacedBecause === null),
    ({ itemId }) => itemId.trim(),
  )
  const replaced = new Set(items.map(({ itemId }) => itemId.trim()))
  // A spreadsheet program may have put an apostrophe before an id that looks like a formula.
  const ofId = (itemId: string) => byId.get(itemId) ?? byId.get(itemId.replace(/^'/, '')) ?? []
  return ({ row, key, itemId }) => {
    const said = readRowKey(key)
    if (said === null) {
      const [item, second] = ofId(itemId)
      if (second !== undefined)
        return 'Two items of the request have this id; the column "Tickmark key" tells them apart.'
      return item ?? (replaced.has(itemId) ? noLongerAsked : 'The request does not ask for this item.')
    }
    if (said.ref !== ref) throw new DomainError('request.other_request', { row, ref: said.ref })
    const item = byKey.get(said.sampleItemId)
    if (item === undefined) return 'The key belongs to the list of another sample or engagement.'
    if (item.replacedBecause !== null) return noLongerAsked
    const others = ofId(itemId)
    if (others.length > 0 && !others.includes(item))
      return `The key is that of ${item.itemId}, the id is another item's.`
    return item
  }
}

const noLongerAsked = 'This item was replaced and is no longer asked for.'
