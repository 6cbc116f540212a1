import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageRows, RowPages } from '../../../renderer/populations/rows/rowPages.ts'
import { contentHeight, rowHeight, scrollTopOf, topRow } from '../../../renderer/populations/rows/scroll.ts'

describe('scrolling a long list', () => {
  const frame = (rows: number) => ({ rows, height: 560 })

  it('reaches the first and the last row, however many there are', () => {
    for (const rows of [10, 500, 100_000, 1_000_000, 20_000_000]) {
      const end = Math.max(0, contentHeight(rows) - 560)
      expect(topRow(frame(rows), 0)).toBe(0)
      expect(topRow(frame(rows), end)).toBeCloseTo(Math.max(0, rows - 560 / rowHeight), 3)
    }
  })

  it('brings any row to the top, as far as the list reaches', () => {
    fc.assert(
      fc.property(fc.integer({ min: 21, max: 5_000_000 }), fc.nat(5_000_000), (rows, wanted) => {
        const last = rows - 560 / rowHeight
        const found = topRow(frame(rows), scrollTopOf(frame(rows), wanted))
        expect(Math.abs(found - Math.min(last, wanted))).toBeLessThan(0.01)
      }),
    )
  })
})

describe('the pages of a long list', () => {
  /** A list of so many rows, and the pages that were asked for. */
  function list(total: number) {
    const asked: number[] = []
    const pages = new RowPages<number>((offset, limit) => {
      asked.push(offset / limit)
      const items = Array.from({ length: Math.min(limit, total - offset) }, (_row, at) => offset + at)
      return Promise.resolve({ total, items })
    })
    return { pages, asked }
  }

  it('are asked for where they are shown, and beside it, once', async () => {
    const { pages, asked } = list(1_000_000)
    const arrived = new Promise((resolve) => pages.subscribe(() => resolve(null)))
    pages.want(5 * pageRows, 5 * pageRows + 30)
    pages.want(5 * pageRows, 5 * pageRows + 30)
    expect(asked).toEqual([4, 5, 6])
    await arrived
    expect(pages.total()).toBe(1_000_000)
  })

  it('give their rows when they have arrived, and none beyond the end', async () => {
    const { pages, asked } = list(150)
    const arrived = new Promise((resolve) => pages.subscribe(() => pages.row(149) !== undefined && resolve(null)))
    pages.want(0, 40)
    await arrived
    expect([pages.row(0), pages.row(149), pages.row(150)]).toEqual([0, 149, undefined])
    pages.want(140, 149)
    expect(asked).toEqual([0, 1])
  })

  it('tell what went wrong, and can be asked for again', async () => {
    let calls = 0
    const pages = new RowPages<number>(() => {
      calls += 1
      return Promise.reject(new Error('engine.gone'))
    })
    const failed = new Promise((resolve) => pages.subscribe(() => resolve(null)))
    pages.want(0, 10)
    await failed
    expect(pages.error()?.message).toBe('engine.gone')
    pages.want(0, 10)
    expect(calls).toBeGreaterThan(1)
  })
})
