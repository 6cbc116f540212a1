import { describe, expect, it } from 'vitest'
import { answerColumns } from '../../../shared/request/answerColumns.ts'
import { longestAnswer, matchAnswers } from '../../../shared/request/answerRows.ts'

const header = ['No.', 'Item id', 'Answer', 'File or link', 'Provided on', 'Note', 'Tickmark key']
const noOthers = { columns: [], attributes: [] }
const request = {
  ref: 'REQ-2',
  items: [
    { sampleItemId: 's:2', itemId: 'CHG-1', replacedBecause: null },
    { sampleItemId: 's:3', itemId: ' CHG-2', replacedBecause: null },
    { sampleItemId: 's:4', itemId: 'CHG-3', replacedBecause: null },
    { sampleItemId: 's:5', itemId: 'CHG-3 ', replacedBecause: null },
    { sampleItemId: 's:6', itemId: 'CHG-4', replacedBecause: 'A test ticket.' },
  ],
}
const numbered = (rows: string[][]) => rows.map((cells, at) => ({ row: at + 2, cells }))
const match = (...rows: string[][]) => matchAnswers(request, numbered(rows), answerColumns(header, noOthers))
const reasons = (...rows: string[][]) => match(...rows).unmatched.map(({ row, reason }) => [row, reason])

describe('answers that came back', () => {
  it('are matched by their key, whatever a spreadsheet made of the id', () => {
    const { matched } = match(['1', '0001', 'approved', 'a.pdf', '2026-04-02', 'see page 2', 'REQ-2/s:2'])
    expect(matched).toMatchObject([
      {
        sampleItemId: 's:2',
        row: 2,
        answer: 'approved',
        reference: 'a.pdf',
        providedOn: '2026-04-02',
        note: 'see page 2',
      },
    ])
  })

  it('are matched by the id where the key is gone, without outer spaces or an apostrophe', () => {
    const { matched, unmatched } = match(['', 'CHG-2', 'yes', '', '', '', ''], ['', "'CHG-1", 'yes', '', '', '', ''])
    expect([matched.map(({ sampleItemId }) => sampleItemId), unmatched]).toEqual([['s:3', 's:2'], []])
  })

  it('are not guessed: two items of one id, an item nobody asked for, a second answer', () => {
    const rows = [
      ['', 'CHG-3', 'yes', '', '', '', ''],
      ['', 'CHG-9', 'yes', '', '', '', ''],
      ['', 'CHG-1', 'yes', '', '', '', ''],
      ['', 'CHG-1', 'no', '', '', '', ''],
    ]
    expect(match(...rows).matched.map(({ row }) => row)).toEqual([4])
    expect(reasons(...rows)).toEqual([
      [2, 'Two items of the request have this id; the column "Tickmark key" tells them apart.'],
      [3, 'The request does not ask for this item.'],
      [5, 'Row 4 answers this item already.'],
    ])
  })

  it('are not taken where somebody sorted one column and not the other', () => {
    expect(reasons(['', 'CHG-2', 'yes', '', '', '', 'REQ-2/s:2'])).toEqual([
      [2, "The key is that of CHG-1, the id is another item's."],
    ])
  })

  it('are not taken for an item that was replaced since', () => {
    const replaced = 'This item was replaced and is no longer asked for.'
    const rows = [
      ['', '', 'yes', '', '', '', 'REQ-2/s:6'],
      ['', 'CHG-4', 'yes', '', '', '', ''],
    ]
    expect(reasons(...rows)).toEqual([
      [2, replaced],
      [3, replaced],
    ])
  })

  it('to a list of the same number in another engagement are not taken, though the ids are the same', () => {
    expect(reasons(['1', 'CHG-1', 'yes', '', '', '', 'REQ-2/t:2'])).toEqual([
      [2, 'The key belongs to the list of another sample or engagement.'],
    ])
  })

  it('longer than anybody writes are named', () => {
    expect(reasons(['', 'CHG-1', 'x'.repeat(longestAnswer + 1), '', '', '', ''])).toEqual([
      [2, 'The answer is longer than 32767 characters.'],
    ])
  })

  it.each([
    ['2/4/2026', '"2/4/2026" can be read as day/month and as month/day. Write it as 2026-04-02.'],
    ['soon', '"soon" is not a date.'],
    ['2026-02-30', '"2026-02-30" does not exist in the calendar.'],
  ])('with a day that is not clear are named: %s', (text, reason) => {
    expect(match(['', 'CHG-1', 'yes', '', text, '', '']).unmatched).toEqual([{ row: 2, itemId: 'CHG-1', reason }])
  })

  it('are read where day and month are the same, or only one order is possible', () => {
    const { matched } = match(['', 'CHG-1', '', '', '4/4/2026', '', ''], ['', 'CHG-2', '', '', '31.10.2026', '', ''])
    expect(matched.map(({ providedOn }) => providedOn)).toEqual(['2026-04-04', '2026-10-31'])
  })

  it('of nothing are left out', () => {
    expect(match(['1', 'CHG-9', '', ' ', '', '', 'REQ-2/9'])).toEqual({ matched: [], unmatched: [] })
  })

  it('of another request are refused as a whole', () => {
    expect(() => match(['1', 'CHG-1', 'yes', '', '', '', 'REQ-7/s:2'])).toThrow('Row 2 answers the request REQ-7')
  })

  it('may stand in the columns of the attributes, and are kept with their letters', () => {
    const attributes = [{ controlRef: 'CHG-01', letter: 'A', text: 'Approved' }]
    const columns = answerColumns(['Item id', 'A: Approved', 'Answer'], { columns: [], attributes })
    const { matched } = matchAnswers(request, numbered([['CHG-1', 'ticket, page 2', 'attached']]), columns)
    expect(matched.map(({ answer }) => answer)).toEqual(['attached\nA: ticket, page 2'])
  })
})

describe('the columns of a list that came back', () => {
  it('need one that says which item, and one that says something', () => {
    expect(() => answerColumns(['Answer'], noOthers)).toThrow('neither a column "Tickmark key" nor a column "Item id"')
    expect(() => answerColumns(['item ID', 'Remark'], noOthers)).toThrow('none of the columns for an answer')
  })

  it('are found in any order and case, and those that the list did not have are named', () => {
    const found = answerColumns(['NOTE', 'Comment of IT', 'answer', ' Item id ', 'Due', 'system', ''], {
      columns: ['system'],
      attributes: [],
    })
    expect(found).toMatchObject({ note: 0, answer: 2, itemId: 3, key: -1, others: ['Comment of IT'] })
  })
})
