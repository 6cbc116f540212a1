import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proposeSheetColumns } from '../../../shared/testing/sheetColumns.ts'
import { planSheet, readSheetRows } from '../../../shared/testing/sheetRows.ts'

const items = ['CHG-1', 'CHG-2', 'CHG-3'].map((itemId) => ({
  sampleItemId: `s:${itemId}`,
  itemId,
  replacedBecause: null,
}))
const places = {
  itemId: 0,
  outcomes: [
    { letter: 'A', at: 1 },
    { letter: 'B', at: 2 },
  ],
  notes: [{ letter: 'B', at: 3 }],
  itemNote: 4,
}
const header = ['Ticket', 'A', 'B', 'B note', 'Comment']
const read = (...rows: string[][]) =>
  readSheetRows(
    header,
    rows.map((cells, at) => ({ row: at + 2, cells })),
    places,
    { items },
  )
const said = (...rows: string[][]) =>
  read(...rows).cells.map(({ itemId, letter, outcome, note }) => [itemId, letter, outcome, note])

describe('the columns of a test sheet in a spreadsheet', () => {
  it('are known by the letters of the attributes and what firms call the others', () => {
    const names = ['#', 'Ticket', 'Attribute A', 'B: before release', 'B note', 'Comments', 'Approver']
    expect(proposeSheetColumns(names, ['A', 'B'], null)).toEqual({
      itemId: 'Ticket',
      outcomes: { A: 'Attribute A', B: 'B: before release' },
      notes: { B: 'B note' },
      itemNote: 'Comments',
    })
  })

  it('take the name of the population’s own column first', () => {
    expect(proposeSheetColumns(['ID', 'change_id'], [], 'change_id').itemId).toBe('change_id')
  })
})

describe('the rows of a test sheet in a spreadsheet', () => {
  it('say outcomes in the words that firms use, and nothing where a cell is empty', () => {
    expect(said(['CHG-1', 'Pass', 'N/A'], [' CHG-2 ', '✗', ''])).toEqual([
      ['CHG-1', 'A', 'pass', null],
      ['CHG-1', 'B', 'not_applicable', null],
      ['CHG-2', 'A', 'deviation', null],
    ])
  })

  it('put a note on the whole item on its first deviation, else on its first outcome', () => {
    expect(said(['CHG-1', 'pass', 'fail', 'late', 'no approver'], ['CHG-2', 'pass', '', '', 'seen'])).toEqual([
      ['CHG-1', 'A', 'pass', null],
      ['CHG-1', 'B', 'deviation', 'late\nno approver'],
      ['CHG-2', 'A', 'pass', 'seen'],
    ])
  })

  it('are named with the reason where they cannot be taken', () => {
    const { cells, rejected } = read(
      ['CHG-9', 'pass'],
      ['CHG-1', 'maybe'],
      ['CHG-2', 'pass'],
      ['CHG-2', 'fail'],
      ['CHG-3', '', '', '', 'seen'],
    )
    expect(cells).toHaveLength(1)
    expect(rejected.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'Ticket', 'result.item_not_in_sample'],
      [3, 'A', 'result.unknown_word'],
      [5, 'Ticket', 'result.item_twice'],
      [6, 'Comment', 'result.note_without_outcome'],
    ])
  })

  it('take a lone n for not applicable only beside keys of the sheet', () => {
    expect(read(['CHG-1', 'n']).rejected).toMatchObject([{ code: 'result.unknown_word' }])
    expect(said(['CHG-1', 'n'], ['CHG-2', 'p'])).toEqual([
      ['CHG-1', 'A', 'not_applicable', null],
      ['CHG-2', 'A', 'pass', null],
    ])
  })

  it('end as a cell or as a reason, whatever they hold', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('CHG-1', 'CHG-2', 'pass', 'x', ''))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
        const { cells, rejected } = read(...rows)
        const bad = new Set(rejected.map(({ row }) => row))
        expect(cells.every(({ row }) => !bad.has(row))).toBe(true)
      }),
    )
  })
})

describe('what a spreadsheet changes', () => {
  it('is what is new; what is recorded otherwise is told apart', () => {
    const { cells } = read(['CHG-1', 'pass', 'pass', 'note'], ['CHG-2', 'fail', 'pass'])
    const recorded = new Map([
      ['s:CHG-1:A', { outcome: 'pass', note: 'mine' }],
      ['s:CHG-1:B', { outcome: 'pass', note: null }],
      ['s:CHG-2:A', { outcome: 'pass', note: null }],
    ] as const)
    const { added, differing, unchanged } = planSheet(cells, { cells: recorded })
    expect(added.map(({ itemId, letter }) => `${itemId} ${letter}`)).toEqual(['CHG-1 B', 'CHG-2 B'])
    expect(differing.map(({ itemId, letter }) => `${itemId} ${letter}`)).toEqual(['CHG-2 A'])
    expect(unchanged).toBe(1)
  })
})
