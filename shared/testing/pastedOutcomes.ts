import type { Outcome } from '../contract/result.ts'

/** A block of cells from a spreadsheet, read as outcomes (`null` empties the cell), or the first cell that says something else. */
export type PastedOutcomes =
  | { read: true; block: (Outcome | null)[][] }
  | { read: false; row: number; column: number; text: string }

const words: Record<string, Outcome | null> = {
  '': null,
  'not tested': null,
  p: 'pass',
  pass: 'pass',
  passed: 'pass',
  ok: 'pass',
  y: 'pass',
  yes: 'pass',
  true: 'pass',
  '✓': 'pass',
  '✔': 'pass',
  '☑': 'pass',
  x: 'deviation',
  f: 'deviation',
  fail: 'deviation',
  failed: 'deviation',
  deviation: 'deviation',
  exception: 'deviation',
  no: 'deviation',
  false: 'deviation',
  '✗': 'deviation',
  '✘': 'deviation',
  '❌': 'deviation',
  'n/a': 'not_applicable',
  na: 'not_applicable',
  'not applicable': 'not_applicable',
  '-': 'not_applicable',
  '–': 'not_applicable',
  '—': 'not_applicable',
}

/** @returns what a cell of a spreadsheet says, in whatever form its signs have */
export const cellWord = (cell: string): string => cell.replaceAll('\u{FE0F}', '').trim().toLowerCase()

/** The letters of the sheet's own keys. Only beside one of them is a lone `n` surely "not applicable" rather than "no". */
export const ownKeys: ReadonlySet<string> = new Set(['p', 'x'])

/**
 * Reads what a spreadsheet puts on the clipboard: tabs between cells, a line a row.
 * Nothing is guessed: one word that is not known refuses the block.
 * @returns the block with all rows equally wide (short rows end in empty cells), or the place of the unknown word, from 1
 */
export function pastedOutcomes(text: string): PastedOutcomes {
  const rows = cellsOf(text)
  const width = Math.max(...rows.map((cells) => cells.length))
  const hasOwnKeys = rows.some((cells) => cells.some((cell) => ownKeys.has(cell)))
  const block: (Outcome | null)[][] = []
  for (const [row, cells] of rows.entries()) {
    const outcomes: (Outcome | null)[] = Array.from({ length: width }, () => null)
    for (const [column, cell] of cells.entries()) {
      const outcome = outcomeOfWord(cell, hasOwnKeys)
      if (outcome === undefined) return { read: false, row: row + 1, column: column + 1, text: cell }
      outcomes[column] = outcome
    }
    block.push(outcomes)
  }
  return { read: true, block }
}

/** The last line break ends the last row, it does not begin another. */
function cellsOf(text: string): string[][] {
  return text
    .replace(/\r?\n$/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.split('\t').map(cellWord))
}

/** @returns the outcome that a word stands for, `null` for none, `undefined` where it is not known */
export function outcomeOfWord(word: string, hasOwnKeys: boolean): Outcome | null | undefined {
  if (word === 'n') return hasOwnKeys ? 'not_applicable' : undefined
  return Object.hasOwn(words, word) ? words[word] : undefined
}
