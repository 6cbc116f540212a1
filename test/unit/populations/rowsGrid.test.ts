import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copiedText } from '../../../renderer/populations/rows/copiedText.ts'
import { columnsInSight, layColumns, widthOf } from '../../../renderer/populations/rows/gridColumns.ts'
import { placeOfRow } from '../../../renderer/populations/rows/placeOfRow.ts'
import {
  contentHeight,
  lastTop,
  rowHeight,
  scrollTopOf,
  topRow,
  topToShow,
} from '../../../renderer/populations/rows/scroll.ts'

describe('scrolling a long list', () => {
  const frame = (rows: number) => ({ rows, height: 560 })

  it.each([10, 500, 100_000, 1_000_000, 20_000_000])('reaches the first and the last of %i rows', (rows) => {
    const end = Math.max(0, contentHeight(rows) - 560)
    expect(topRow(frame(rows), 0)).toBe(0)
    expect(topRow(frame(rows), end)).toBeCloseTo(Math.max(0, rows - 560 / rowHeight), 3)
  })

  it('is never taller than a browser can be', () => {
    expect(contentHeight(1_000_000)).toBe(8_000_000)
    expect(contentHeight(1000)).toBe(28_000)
  })

  it('brings any row to the top, as far as the list reaches', () => {
    fc.assert(
      fc.property(fc.integer({ min: 21, max: 5_000_000 }), fc.nat(5_000_000), (rows, wanted) => {
        const found = topRow(frame(rows), scrollTopOf(frame(rows), wanted))
        expect(Math.abs(found - Math.min(lastTop(frame(rows)), wanted))).toBeLessThan(0.01)
      }),
    )
  })

  it('shows a row whole, and moves no further than it needs to', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), fc.nat(), (rows, from, to) => {
        const its = { rows, height: 555 }
        const [top, row] = [Math.min(from % rows, lastTop(its)), to % rows]
        const shown = topToShow(its, top, row)
        expect(row).toBeGreaterThanOrEqual(shown)
        expect((row + 1 - shown) * rowHeight).toBeLessThanOrEqual(555 + 0.001)
        const wasShown = row >= top && (row + 1 - top) * rowHeight <= 555
        expect(wasShown ? shown : top).toBe(top)
      }),
    )
  })
})

describe('columns of a wide list', () => {
  const header = Array.from({ length: 2000 }, (_column, at) => `column ${at}`)

  it('are drawn where they are in sight only', () => {
    const columns = layColumns(header, false, {})
    expect(columnsInSight(columns, 0, 600)).toEqual({ from: 0, to: 3 })
    const { from, to } = columnsInSight(columns, widthOf(columns) - 600, 600)
    expect([from, to]).toEqual([1996, 1999])
    expect(columnsInSight(layColumns(['id'], false, {}), 0, 600)).toEqual({ from: 0, to: 0 })
  })

  it('keep their places when one is drawn wider, and begin with the decision where there is any', () => {
    const columns = layColumns(['id', 'id', ''], true, { '0 id': 300 })
    expect(columns.map(({ name, left, isOfFile }) => [name, left, isOfFile])).toEqual([
      ['Decision', 0, false],
      ['id', 150, true],
      ['id', 450, true],
      ['', 600, false],
    ])
  })
})

describe('cells that are copied', () => {
  it('are lines with tabs, quoted where a spreadsheet needs it', () => {
    expect(
      copiedText([
        ['CHG-1', 'said "no"'],
        ['CHG-2', 'two\nlines'],
      ]),
    ).toBe('CHG-1\t"said ""no"""\r\nCHG-2\t"two\nlines"')
  })

  it('run no formula in a spreadsheet, yet numbers stay numbers', () => {
    expect(copiedText([['=HYPERLINK("x")', '-5.00', '@a']])).toBe('"\'=HYPERLINK(""x"")"\t-5.00\t\'@a')
  })

  it('are the very text when it is one cell, to be looked for elsewhere', () => {
    expect(copiedText([['-CHG\t1']])).toBe('-CHG\t1')
  })
})

describe('a row of the file', () => {
  it('is found in a list with some left out, or the next one is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 2, max: 3000 }), { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 1, max: 3100 }),
        async (numbers, wanted) => {
          const rows = numbers.toSorted((a, b) => a - b)
          const place = await placeOfRow(wanted, rows.length, (at) => Promise.resolve(rows[at] ?? 0))
          const next = rows.findIndex((row) => row >= wanted)
          expect(place).toBe(next < 0 ? rows.length - 1 : next)
        },
      ),
    )
  })

  it('is found at once where nothing was left out', async () => {
    let reads = 0
    const place = await placeOfRow(932_075, 1_000_000, (at) => {
      reads += 1
      return Promise.resolve(at + 2)
    })
    expect([place, reads]).toEqual([932_073, 1])
  })
})
