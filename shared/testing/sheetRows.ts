import type { Outcome } from '../contract/result.ts'
import type { ListRow } from '../contract/table.ts'
import type { RejectedRow } from '../contract/values.ts'
import type { ErrorCode } from '../errors/catalogue.ts'
import { DomainError, type ErrorDetails } from '../errors/domainError.ts'
import { cellWord, outcomeOfWord, ownKeys } from './pastedOutcomes.ts'

/** Places of the columns of a spreadsheet, from 0. */
export type SheetPlaces = {
  itemId: number
  outcomes: readonly { letter: string; at: number }[]
  notes: readonly { letter: string; at: number }[]
  itemNote: number | null
}

/** What a test sheet is: its items, without those that were replaced, its letters, and what its cells hold. */
export type KnownSheet = {
  items: readonly { sampleItemId: string; itemId: string; replacedBecause: string | null }[]
  /** By `sampleItemId:letter`. */
  cells: ReadonlyMap<string, FoundCell>
}

/** What a cell holds, or a spreadsheet says of it. */
export type FoundCell = { outcome: Outcome | null; note: string | null }

/** A cell that a spreadsheet says something of. What it leaves empty is `null`, and stays as it is. */
export type SaidCell = FoundCell & { row: number; sampleItemId: string; itemId: string; letter: string }

/** Most characters of the note of a cell. */
const longestNote = 10_000

/**
 * Reads the rows of a test sheet that was kept in a spreadsheet. Nothing is guessed: a row whose item is not in the sample, stands
 * twice in the list, or has a word that is no outcome is named with the reason, and not taken at all. A note on the whole item
 * belongs to its first deviation, else to its first attribute that was tested: a note is always on a cell.
 * @param header names of the columns, for the places of what cannot be read
 * @returns what the rows say, and those that cannot be taken
 */
export function readSheetRows(
  header: readonly string[],
  rows: readonly ListRow[],
  places: SheetPlaces,
  { items }: Pick<KnownSheet, 'items'>,
): { cells: SaidCell[]; rejected: RejectedRow[] } {
  const byId = Map.groupBy(items, ({ itemId }) => itemId.trim())
  const hasOwnKeys = rows.some(({ cells }) => places.outcomes.some(({ at }) => ownKeys.has(cellWord(cells[at] ?? ''))))
  const taken = new Set<string>()
  const found: SaidCell[] = []
  const rejected: RejectedRow[] = []
  for (const row of rows) {
    try {
      const item = itemOf(row, places.itemId, byId)
      if (taken.has(item.itemId)) refuse(places.itemId, 'result.item_twice', { itemId: item.itemId })
      taken.add(item.itemId)
      found.push(...cellsOf(row, places, hasOwnKeys).map((cell) => ({ ...cell, row: row.row, ...item })))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { code, message, at } = error
      rejected.push({ row: row.row, column: header[at] ?? null, code, message })
    }
  }
  return { cells: found, rejected }
}

/** What becomes of the cells that a spreadsheet says something of. */
export type SheetPlan = { added: SaidCell[]; differing: SaidCell[]; unchanged: number }

/** @returns which cells are new, and which say something else than what is recorded */
export function planSheet(cells: readonly SaidCell[], { cells: recorded }: Pick<KnownSheet, 'cells'>): SheetPlan {
  const plan: SheetPlan = { added: [], differing: [], unchanged: 0 }
  for (const cell of cells) {
    const before = recorded.get(`${cell.sampleItemId}:${cell.letter}`)
    if (isKept(cell.outcome, before?.outcome) && isKept(cell.note, before?.note)) plan.unchanged += 1
    else if (isNewOrSame(cell.outcome, before?.outcome) && isNewOrSame(cell.note, before?.note)) plan.added.push(cell)
    else plan.differing.push(cell)
  }
  return plan
}

const isKept = (said: string | null, before: string | null = null): boolean => said === null || said === before

const isNewOrSame = (said: string | null, before: string | null = null): boolean =>
  before === null || isKept(said, before)

class Refusal extends DomainError {
  readonly at: number

  constructor(at: number, code: ErrorCode, details: ErrorDetails) {
    super(code, details)
    this.at = at
  }
}

function refuse(at: number, code: ErrorCode, details: ErrorDetails): never {
  throw new Refusal(at, code, details)
}

function itemOf(
  { cells }: ListRow,
  at: number,
  byId: ReadonlyMap<string, KnownSheet['items'][number][]>,
): { sampleItemId: string; itemId: string } {
  const itemId = (cells[at] ?? '').trim()
  const [item, other] = byId.get(itemId) ?? []
  if (item === undefined || other !== undefined) return refuse(at, 'result.item_not_in_sample', { itemId })
  if (item.replacedBecause !== null) return refuse(at, 'result.item_replaced', { itemId })
  return { sampleItemId: item.sampleItemId, itemId: item.itemId }
}

function cellsOf({ cells }: ListRow, places: SheetPlaces, hasOwnKeys: boolean): ({ letter: string } & FoundCell)[] {
  const outcomes = new Map(places.outcomes.map(({ letter, at }) => [letter, outcomeAt(cells, at, hasOwnKeys)]))
  const notes = new Map(places.notes.map(({ letter, at }) => [letter, noteAt(cells, at)]))
  const ofItem = places.itemNote === null ? null : noteAt(cells, places.itemNote)
  if (ofItem !== null && places.itemNote !== null) {
    const letters = [...outcomes.keys()]
    const letter =
      letters.find((each) => outcomes.get(each) === 'deviation') ?? letters.find((each) => outcomes.get(each) !== null)
    if (letter === undefined) return refuse(places.itemNote, 'result.note_without_outcome', {})
    const own = notes.get(letter) ?? null
    notes.set(letter, own === null ? ofItem : `${own}\n${ofItem}`)
  }
  return [...new Set([...outcomes.keys(), ...notes.keys()])]
    .map((letter) => ({ letter, outcome: outcomes.get(letter) ?? null, note: notes.get(letter) ?? null }))
    .filter(({ outcome, note }) => outcome !== null || note !== null)
}

function outcomeAt(cells: readonly string[], at: number, hasOwnKeys: boolean): Outcome | null {
  const text = cells[at] ?? ''
  const outcome = outcomeOfWord(cellWord(text), hasOwnKeys)
  return outcome === undefined ? refuse(at, 'result.unknown_word', { text: text.trim().slice(0, 100) }) : outcome
}

function noteAt(cells: readonly string[], at: number): string | null {
  const text = (cells[at] ?? '').trim()
  if (text.length > longestNote) return refuse(at, 'result.note_too_long', { limit: longestNote })
  return text === '' ? null : text
}
