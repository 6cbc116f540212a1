import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registerRows } from '../../../shared/request/registerRows.ts'

const header = ['Title', 'What we ask for', 'Owner', 'Due', 'Control']
const none = { controls: new Map<string, string>(), titles: [] }
const list = (...rows: string[][]) => rows.map((cells, place) => ({ row: place + 2, cells }))

describe('a list of requests', () => {
  it('says what is asked for, by whom it is brought, until when and for which control', () => {
    const rows = list(
      ['Org chart', 'The chart as of today.', 'Rosa Lind', '2026-12-01', 'GOV-01'],
      ['Policies', '', '', '', ''],
    )
    expect(registerRows(header, rows, { ...none, controls: new Map([['GOV-01', 'c1']]) }).requests).toEqual([
      {
        row: 2,
        title: 'Org chart',
        text: 'The chart as of today.',
        owner: 'Rosa Lind',
        dueOn: '2026-12-01',
        priority: null,
        controlId: 'c1',
      },
      { row: 3, title: 'Policies', text: 'Policies', owner: null, dueOn: null, priority: null, controlId: null },
    ])
  })

  it('finds its columns in any order and case, and needs only the title', () => {
    const found = registerRows(['owner', ' TITLE '], list(['Rosa', 'Chart']), none)
    expect(found.requests).toMatchObject([{ title: 'Chart', owner: 'Rosa' }])
    expect(() => registerRows(['Name'], [], none)).toThrow(expect.objectContaining({ code: 'request.no_title_column' }))
  })

  it('does not ask again for what is asked already, there or above in the list', () => {
    const rows = list(['Chart', '', '', '', ''], ['Policies', '', '', '', ''], ['policies', '', '', '', ''])
    const { requests, known } = registerRows(header, rows, { ...none, titles: ['CHART'] })
    expect(requests.map(({ row }) => row)).toEqual([3])
    expect(known).toEqual([
      { row: 2, title: 'Chart' },
      { row: 4, title: 'policies' },
    ])
  })

  it('names the place of what cannot be taken, and passes over empty rows', () => {
    const rows = list(
      ['', 'Text', '', '', ''],
      ['Chart', '', '', '03/04/2026', ''],
      ['Chart', '', '', '', 'XX-9'],
      ['Chart', 'x'.repeat(50_001), '', '', ''],
      ['', '', '', '', ''],
    )
    const { requests, rejected } = registerRows(header, rows, none)
    expect(requests).toEqual([])
    expect(rejected.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'Title', 'request.title_missing'],
      [3, 'Due', 'request.bad_due_date'],
      [4, 'Control', 'request.unknown_control'],
      [5, 'What we ask for', 'request.text_too_long'],
    ])
  })

  it('says of every row that is not empty what became of it, once', () => {
    const rows = fc.array(fc.array(fc.string(), { maxLength: 6 }))
    fc.assert(
      fc.property(rows, (cells) => {
        const { requests, known, rejected } = registerRows(header, list(...cells), none)
        const named = [...requests, ...known, ...rejected].map(({ row }) => row).toSorted((a, b) => a - b)
        const filled = list(...cells).filter((row) => row.cells.some((text) => text.trim() !== ''))
        expect(named).toEqual(filled.map(({ row }) => row))
      }),
    )
  })
})
