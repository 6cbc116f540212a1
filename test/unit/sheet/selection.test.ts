import { describe, expect, it } from 'vitest'
import { moveSelection, positionsOf, rangeOf, selectCell } from '../../../renderer/ui/selection.ts'
import { commandOf } from '../../../renderer/sheet/sheetKeys.ts'

const bounds = { rows: 1000, columns: 8, page: 20 }
const at = (row: number, column: number) => selectCell({ row, column })

describe('moving over the test sheet', () => {
  it.each([
    ['last', { row: 999, column: 7 }],
    ['first', { row: 0, column: 0 }],
    ['rowStart', { row: 500, column: 0 }],
    ['rowEnd', { row: 500, column: 7 }],
    ['pageDown', { row: 520, column: 3 }],
    ['pageUp', { row: 480, column: 3 }],
  ] as const)('to %s', (move, expected) => {
    expect(moveSelection(at(500, 3), move, bounds, false)).toEqual({ active: expected, anchor: expected })
  })

  it.each(['up', 'left', 'pageUp'] as const)('stays on the first cell when it goes %s', (move) => {
    expect(moveSelection(at(0, 0), move, bounds, false).active).toEqual({ row: 0, column: 0 })
  })

  it.each(['down', 'right', 'pageDown'] as const)('stays on the last cell when it goes %s', (move) => {
    expect(moveSelection(at(999, 7), move, bounds, false).active).toEqual({ row: 999, column: 7 })
  })

  it('draws a range from where it began, in either direction', () => {
    const up = moveSelection(moveSelection(at(5, 5), 'up', bounds, true), 'left', bounds, true)
    expect(rangeOf(up)).toEqual({ top: 4, bottom: 5, left: 4, right: 5 })
    expect(positionsOf(rangeOf(up))).toHaveLength(4)
  })
})

describe('keys of the test sheet', () => {
  const key = (name: string, held: { ctrlKey?: boolean; shiftKey?: boolean; altKey?: boolean } = {}) =>
    commandOf({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held })

  it.each([
    ['p', 'pass'],
    ['P', 'pass'],
    ['x', 'deviation'],
    ['n', 'not_applicable'],
    ['Delete', null],
  ] as const)('%s records %s', (name, outcome) => {
    expect(key(name)).toEqual({ kind: 'record', outcome })
  })

  it('open a review note on the cell with r, apart from the note of whoever tests', () => {
    expect(key('r')).toEqual({ kind: 'reviewNote' })
    expect(key('Enter')).toEqual({ kind: 'note' })
    expect(key('r', { ctrlKey: true })).toBeNull()
  })

  it('leave the shortcuts of the window and the browser alone', () => {
    for (const name of ['p', 'x', 'n', 'k', 'c', 'v']) expect(key(name, { ctrlKey: true })).toBeNull()
    expect(key('x', { altKey: true })).toBeNull()
    expect(key('Tab')).toBeNull()
    expect(key('toString')).toBeNull()
  })

  it('go to the ends of the sheet with Ctrl, and draw a range with Shift', () => {
    expect(key('End', { ctrlKey: true })).toEqual({ kind: 'move', move: 'last', extend: false })
    expect(key('Home', { ctrlKey: true, shiftKey: true })).toEqual({ kind: 'move', move: 'first', extend: true })
    expect(key('ArrowDown', { shiftKey: true })).toEqual({ kind: 'move', move: 'down', extend: true })
  })
})
