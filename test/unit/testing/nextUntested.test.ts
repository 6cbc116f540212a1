import { describe, expect, it } from 'vitest'
import { nextUntested } from '../../../shared/testing/nextUntested.ts'

/** A sheet drawn with one character a cell; a dot is untested. */
function sheet(...lines: string[]) {
  return {
    rows: lines.length,
    columns: lines[0]?.length ?? 0,
    isUntested: ({ row, column }: { row: number; column: number }) => lines[row]?.[column] === '.',
  }
}

describe('the next untested cell', () => {
  it('is the next attribute of the same item', () => {
    expect(nextUntested(sheet('p..', '...'), { row: 0, column: 0 })).toEqual({ row: 0, column: 1 })
  })

  it('is on the next item when this one is done', () => {
    expect(nextUntested(sheet('ppp', 'xp.'), { row: 0, column: 1 })).toEqual({ row: 1, column: 2 })
  })

  it('comes round from the last item to the first', () => {
    expect(nextUntested(sheet('p.p', 'ppp'), { row: 1, column: 2 })).toEqual({ row: 0, column: 1 })
  })

  it('is the cell itself when no other is left', () => {
    expect(nextUntested(sheet('p.p', 'ppp'), { row: 0, column: 1 })).toEqual({ row: 0, column: 1 })
  })

  it('is none when the sheet is full, or has nothing to test', () => {
    expect(nextUntested(sheet('pxp'), { row: 0, column: 0 })).toBeNull()
    expect(nextUntested(sheet(), { row: 0, column: 0 })).toBeNull()
  })
})
