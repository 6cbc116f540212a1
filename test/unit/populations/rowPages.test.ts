import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageRows, RowPages } from '../../../renderer/populations/rows/rowPages.ts'

/** A list of so many rows whose pages arrive when they are answered; what was asked for, in order. */
function listOf(total: number) {
  const asked: { page: number; answer: (change?: (row: number) => number) => void; fail: () => void }[] = []
  const pages = new RowPages<number>(total, (offset, limit) => {
    const { promise, resolve, reject } = Promise.withResolvers<number[]>()
    asked.push({
      page: offset / limit,
      answer: (change = (row) => row) =>
        resolve(Array.from({ length: Math.min(limit, total - offset) }, (_row, at) => change(offset + at))),
      fail: () => reject(new Error('engine.gone')),
    })
    return promise
  })
  const open = () => asked.map(({ page }) => page)
  return { pages, asked, open }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('the pages of a long list', () => {
  it('are asked for where they are shown first, then beside it, and once', async () => {
    const { pages, asked, open } = listOf(1_000_000)
    pages.want(5 * pageRows, 5 * pageRows + 30)
    pages.want(5 * pageRows, 5 * pageRows + 30)
    expect(open()).toEqual([5, 6])
    asked[0]?.answer()
    await settled()
    expect(pages.row(5 * pageRows + 30)).toBe(5 * pageRows + 30)
    expect(open()).toEqual([5, 6, 4])
  })

  it('that were only passed are not asked for', async () => {
    const { pages, asked, open } = listOf(1_000_000)
    for (let row = 0; row < 900_000; row += 10_000) pages.want(row, row + 30)
    pages.want(999_970, 999_999)
    expect(open()).toEqual([0, 1])
    asked[0]?.answer()
    await settled()
    expect(open().at(-1)).toBe(Math.floor(999_970 / pageRows))
  })

  it('give no row beyond the end', async () => {
    const { pages, asked } = listOf(250)
    pages.want(0, 249)
    for (const { answer } of asked) answer()
    await settled()
    expect([pages.row(0), pages.row(249), pages.row(250)]).toEqual([0, 249, undefined])
    expect(asked).toHaveLength(2)
  })

  it('are forgotten when they were not looked at for long, and read again', async () => {
    const { pages, asked } = listOf(1_000_000)
    for (let page = 0; page < 40; page += 1) {
      pages.want(page * pageRows, page * pageRows)
      for (const { answer } of asked) answer()
      await settled()
      for (const { answer } of asked) answer()
      await settled()
    }
    expect(pages.row(0)).toBeUndefined()
    expect(pages.row(39 * pageRows)).toBe(39 * pageRows)
  })

  it('show what was until they are read anew, and drop what was on its way then', async () => {
    const { pages, asked } = listOf(150)
    pages.want(0, 10)
    asked[0]?.answer()
    await settled()
    pages.refresh()
    pages.refresh()
    expect(pages.row(7)).toBe(7)
    asked[2]?.answer((row) => row + 1000)
    asked[1]?.answer()
    await settled()
    expect(pages.row(7)).toBe(1007)
  })

  it('tell what went wrong, and are asked for again when they are looked at again', async () => {
    const { pages, asked } = listOf(100)
    pages.want(0, 10)
    asked[0]?.fail()
    await settled()
    expect(pages.error()?.message).toBe('engine.gone')
    expect(asked).toHaveLength(1)
    pages.want(0, 10)
    asked[1]?.answer()
    await settled()
    expect(pages.error()).toBeNull()
  })

  it('hold the row of every place, wherever one looks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5000 }), fc.nat(4999), async (total, wanted) => {
        const { pages, asked } = listOf(total)
        const row = wanted % total
        pages.want(row, Math.min(total - 1, row + 40))
        for (let at = 0; at < asked.length; at += 1) {
          asked[at]?.answer()
          await settled()
        }
        expect(pages.row(row)).toBe(row)
      }),
      { numRuns: 50 },
    )
  })
})
