import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelLines, stacked } from '../../../renderer/samples/map/layout.ts'
import { barsOf, scaleOf } from '../../../renderer/samples/map/scale.ts'
import { addDays } from '../../../shared/period/dayCount.ts'

const year = { start: '2025-10-01', end: '2026-09-30' }
const scale = scaleOf(year, 365)

describe('the days of a period on its map', () => {
  it('lie side by side: a year of 365 days is 365 wide', () => {
    expect([scale.at('2025-10-01'), scale.after('2025-10-01'), scale.at('2026-01-01')]).toEqual([0, 1, 92])
    expect(scale.after('2026-09-30')).toBe(365)
  })

  it('outside of it lie on its edge', () => {
    expect([scale.at('2025-01-01'), scale.at('2027-01-01')]).toEqual([0, 365])
  })
})

describe('the density of a population', () => {
  it('is shown by week in a year, the last one shorter, and by day in a month', () => {
    const weeks = barsOf(year, [
      { day: '2025-10-01', rows: 2 },
      { day: '2025-10-07', rows: 3 },
      { day: '2025-10-08', rows: 4 },
      { day: '2026-09-30', rows: 5 },
    ])
    expect(weeks).toHaveLength(53)
    expect(weeks[0]).toEqual({ start: '2025-10-01', end: '2025-10-07', rows: 5 })
    expect([weeks[1]?.rows, weeks.at(-1)]).toEqual([4, { start: '2026-09-30', end: '2026-09-30', rows: 5 }])
    expect(barsOf({ start: '2026-02-01', end: '2026-02-28' }, [])).toHaveLength(28)
  })

  it('leaves rows outside the period out', () => {
    const rows = barsOf(year, [
      { day: '2025-09-30', rows: 1 },
      { day: '2026-10-01', rows: 1 },
    ])
    expect(rows.reduce((sum, bar) => sum + bar.rows, 0)).toBe(0)
  })
})

describe('the selected items on the map', () => {
  const items = fc.array(
    fc.integer({ min: 0, max: 364 }).map((day) => ({ date: addDays(year.start, day) })),
    { maxLength: 200 },
  )

  it('never cover each other, and are all there or counted', () => {
    fc.assert(
      fc.property(items, (days) => {
        const { placed, crowds } = stacked(days, { scale, width: 10, levels: 4 })
        for (const [place, one] of placed.entries()) {
          const beside = placed.slice(0, place).filter(({ level }) => level === one.level)
          expect(beside.every(({ x }) => Math.abs(x - one.x) >= 10)).toBe(true)
        }
        expect(placed.length + crowds.reduce((sum, { more }) => sum + more, 0)).toBe(days.length)
      }),
    )
  })
})

describe('the titles of marked days', () => {
  it('stand on lines of their own where they would cover each other, and are left to the table where no line is free', () => {
    const mark = (start: string) => ({ start, end: start })
    const days = ['2025-12-24', '2025-12-25', '2025-12-26', '2026-03-01', '2026-09-29'].map(mark)
    expect(labelLines(days, { scale, widthOf: () => 40, lines: 2 })).toEqual([0, 1, null, 0, null])
  })
})
