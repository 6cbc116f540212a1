import { describe, expect, it } from 'vitest'
import { answerColumns, matchAnswers } from '../../../shared/request/answerRows.ts'
import { dueWords, isOverdue } from '../../../shared/request/due.ts'

const header = ['No.', 'Item id', 'Answer', 'File or link', 'Provided on', 'Note', 'Tickmark key']
const items = new Map([
  ['REQ-2/1', { sampleItemId: 's:2', itemId: 'CHG-1' }],
  ['REQ-2/2', { sampleItemId: 's:3', itemId: ' CHG-2' }],
  ['REQ-2/3', { sampleItemId: 's:4', itemId: 'CHG-3' }],
  ['REQ-2/4', { sampleItemId: 's:5', itemId: 'CHG-3 ' }],
])
const match = (...rows: string[][]) =>
  matchAnswers(
    'REQ-2',
    items,
    rows.map((cells, at) => ({ row: at + 2, cells })),
    answerColumns(header),
  )

describe('answers that came back', () => {
  it('are matched by their key, whatever became of the id', () => {
    const { matched } = match(['1', '0001', 'approved', 'a.pdf', '2026-04-02', 'see page 2', 'REQ-2/1'])
    expect(matched).toEqual([
      {
        sampleItemId: 's:2',
        itemId: 'CHG-1',
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
    const { matched, unmatched } = match(
      ['', 'CHG-3', 'yes', '', '', '', ''],
      ['', 'CHG-9', 'yes', '', '', '', ''],
      ['', 'CHG-1', 'yes', '', '', '', ''],
      ['', 'CHG-1', 'no', '', '', '', ''],
    )
    expect(matched.map(({ row }) => row)).toEqual([4])
    expect(unmatched.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'Two items of the request have this id; the column "Tickmark key" tells them apart.'],
      [3, 'The request does not ask for this item.'],
      [5, 'Row 4 answers this item already.'],
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
    expect(() => match(['1', 'CHG-1', 'yes', '', '', '', 'REQ-7/1'])).toThrow('Row 2 answers the request REQ-7')
  })

  it('need a column that says which item, and one that says something', () => {
    expect(() => answerColumns(['Answer'])).toThrow('neither a column "Tickmark key" nor a column "Item id"')
    expect(() => answerColumns(['item ID', 'Remark'])).toThrow('none of the columns for an answer')
  })
})

describe('when a request is due', () => {
  const today = '2026-11-23'
  it.each([
    ['2026-11-23', '2026-11-23 (today)', false],
    ['2026-11-22', '2026-11-22 (overdue by 1 day)', true],
    ['2026-11-30', '2026-11-30 (in 7 days)', false],
  ])('%s: %s', (dueOn, words, overdue) => {
    expect([dueWords({ status: 'open', dueOn }, today), isOverdue({ status: 'open', dueOn }, today)]).toEqual([
      words,
      overdue,
    ])
  })

  it('counts no days once it was received', () => {
    expect(dueWords({ status: 'received', dueOn: '2026-11-01' }, today)).toBe('2026-11-01')
  })
})
