import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FoldedIds, foldId } from '../../../shared/population/foldedIds.ts'
import { sortRepeats } from '../../../shared/population/repeatedIds.ts'

describe('ids as people read them', () => {
  it.each([
    ['CHG-1', 'chg-1'],
    [' CHG-1 ', 'CHG-1'],
    // U+00E9, and e with U+0301.
    ['caf\u00e9', 'cafe\u0301'],
    ['\uff23\uff28\uff27-1', 'CHG-1'],
  ])('are the same: %j and %j', (a, b) => {
    expect(foldId(a)).toBe(foldId(b))
  })

  it('stay apart where a letter or a digit differs', () => {
    expect(foldId('CHG-1')).not.toBe(foldId('CHG-10'))
  })
})

describe('ids that come again', () => {
  it('are all found among any ids', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[ABab]{0,2}[01]?$/), { maxLength: 60 }), (ids) => {
        const folded = new FoldedIds()
        for (const [place, id] of ids.entries()) folded.add(id, place)
        const found = new Set(folded.repeated().places)
        const again = ids.flatMap((id, place) =>
          ids.some((other, at) => at !== place && foldId(other) === foldId(id)) ? [place] : [],
        )
        expect(again.filter((place) => !found.has(place))).toEqual([])
      }),
    )
  })

  it('are found once the table has grown many times', () => {
    const folded = new FoldedIds()
    for (let place = 0; place < 200_000; place += 1) folded.add(`ID-${place}`, place)
    folded.add('id-77', 200_000)
    expect(folded.repeated().places).toEqual([77, 200_000])
  })
})

describe('rows with ids that come again', () => {
  const row = (number: number, itemId: string, cells = itemId) => ({ row: number, itemId, cells })

  it('are duplicates byte for byte, identical where all cells are', () => {
    const { duplicates } = sortRepeats([row(2, 'A'), row(3, 'A'), row(4, 'B', 'x'), row(5, 'B', 'y'), row(6, 'a')])
    expect(duplicates).toEqual([
      { row: 2, itemId: 'A', identical: true },
      { row: 3, itemId: 'A', identical: true },
      { row: 4, itemId: 'B', identical: false },
      { row: 5, itemId: 'B', identical: false },
    ])
  })

  it('look alike where case, spaces or the form of letters alone tell them apart', () => {
    const { duplicates, lookAlikes } = sortRepeats([row(2, 'CHG-1'), row(3, 'chg-1 '), row(4, 'CHG-2')])
    expect({ duplicates, lookAlikes }).toEqual({
      duplicates: [],
      lookAlikes: [{ itemIds: ['CHG-1', 'chg-1 '], rows: [2, 3] }],
    })
  })
})
