import { describe, expect, it } from 'vitest'
import { createSheetCells } from '../../../renderer/sheet/sheetCells.ts'

const pass = { sampleItemId: 'i1', attribute: 'A', outcome: 'pass' } as const
const fails = { ...pass, outcome: 'deviation' } as const
const note = { sampleItemId: 'i1', attribute: 'A', note: 'author = approver' }
const stored = {
  sampleItemId: 'i1',
  attribute: 'A',
  outcome: 'pass',
  note: null,
  by: 'AL',
  at: '2026-11-23T14:02:11Z',
} as const

describe('a cell of the test sheet', () => {
  it('shows what was typed at once, and is durable when the engine answered', () => {
    const cells = createSheetCells()
    cells.show(pass)
    expect(cells.get('i1', 'A')).toMatchObject({ shown: { outcome: 'pass' }, durable: { outcome: null }, pending: 1 })
    cells.settle(pass)
    expect(cells.get('i1', 'A')).toMatchObject({ shown: { outcome: 'pass' }, durable: { outcome: 'pass' }, pending: 0 })
  })

  it('goes back to what is durable when the engine refuses', () => {
    const cells = createSheetCells()
    cells.load({ results: [stored], placed: [] })
    cells.show(fails)
    cells.takeBack(fails)
    expect(cells.get('i1', 'A')).toMatchObject({ shown: { outcome: 'pass' }, pending: 0 })
  })

  it('keeps a later outcome when an earlier one is refused', () => {
    const cells = createSheetCells()
    cells.show(pass)
    cells.show(fails)
    cells.takeBack(pass)
    expect(cells.get('i1', 'A').shown.outcome).toBe('deviation')
    cells.settle(fails)
    expect(cells.get('i1', 'A')).toMatchObject({ shown: { outcome: 'deviation' }, pending: 0 })
  })

  it('drops a refused note, yet keeps the outcome typed after it', () => {
    const cells = createSheetCells()
    cells.show(note)
    cells.show(fails)
    cells.takeBack(note)
    cells.settle(fails)
    expect(cells.get('i1', 'A').shown).toEqual({ outcome: 'deviation', note: null, tickmarks: new Set() })
  })

  it('keeps what is typed while the sheet is loaded again', () => {
    const cells = createSheetCells()
    cells.show(fails)
    cells.load({ results: [stored], placed: [] })
    expect(cells.get('i1', 'A')).toMatchObject({ shown: { outcome: 'deviation' }, durable: { outcome: 'pass' } })
  })

  it('forgets what the store no longer holds, such as a result that was undone', () => {
    const cells = createSheetCells()
    cells.load({ results: [stored], placed: [] })
    cells.load({ results: [], placed: [] })
    expect(cells.get('i1', 'A').shown.outcome).toBeNull()
  })

  it('keeps its tickmarks apart from its outcome, also where only they were stored', () => {
    const cells = createSheetCells()
    cells.load({ results: [stored], placed: [{ sampleItemId: 'i1', attribute: 'B', tickmarkId: 'agreed' }] })
    expect(cells.get('i1', 'B').shown).toEqual({ outcome: null, note: null, tickmarks: new Set(['agreed']) })
    cells.show({ sampleItemId: 'i1', attribute: 'B', outcome: 'pass' })
    expect(cells.get('i1', 'B').shown).toEqual({ outcome: 'pass', note: null, tickmarks: new Set(['agreed']) })
    const away = { sampleItemId: 'i1', attribute: 'B', tickmarks: [{ tickmarkId: 'agreed', placed: false }] }
    cells.show(away)
    expect(cells.get('i1', 'B').shown.tickmarks).toEqual(new Set())
    cells.takeBack(away)
    cells.settle({ sampleItemId: 'i1', attribute: 'B', outcome: 'pass' })
    expect(cells.get('i1', 'B').shown).toEqual({ outcome: 'pass', note: null, tickmarks: new Set(['agreed']) })
  })
})
