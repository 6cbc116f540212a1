import { describe, expect, it } from 'vitest'
import { frame, placedPoints, placeOfPeriod, topRate } from '../../../renderer/compare/trendLayout.ts'

const point = (examined: number, deviating: number) => ({
  examined,
  deviating,
  rate: examined === 0 ? null : deviating / examined,
})

describe('the picture of deviation rates', () => {
  it('reaches up to the next whole 5 %, and at least to 5 %', () => {
    expect(topRate([point(25, 1)])).toBe(0.05)
    expect(topRate([point(25, 2), null])).toBe(0.1)
    expect(topRate([point(5, 1)])).toBe(0.2)
    expect(topRate([point(40, 0)])).toBe(0.05)
  })

  it('puts the first period at the left, the last at the right, no rate at the bottom and the highest on top', () => {
    const placed = placedPoints([point(5, 1), null, point(5, 0)], 0.2)
    expect(placed).toEqual([
      { period: 0, x: frame.left, y: frame.top, rate: 0.2 },
      { period: 2, x: frame.width - frame.right, y: frame.height - frame.bottom, rate: 0 },
    ])
  })

  it('has room for the words below each of ten periods, and for those at its edges', () => {
    // “(to 2026-09-30)” is 15 letters of less than 6 units.
    const words = 90
    const places = Array.from({ length: 10 }, (_, period) => placeOfPeriod(period, 10))
    const gaps = places.slice(1).map((place, before) => place - (places[before] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThan(words)
    expect(places[0]).toBeGreaterThan(words / 2)
    expect(frame.width - (places.at(-1) ?? 0)).toBeGreaterThan(words / 2)
  })

  it('leaves out periods in which nothing was examined', () => {
    expect(placedPoints([point(0, 0), point(20, 1)], 0.05).map(({ period }) => period)).toEqual([1])
  })
})
