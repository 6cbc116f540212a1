import type { Trend } from '../../shared/contract/compare.ts'

type Points = Trend['controls'][number]['points']

/** A point of the picture: of which period, and where it stands. */
export type PlacedPoint = { period: number; x: number; y: number; rate: number }

/** Size of the picture and of what lies around its plot: ten periods have room for the day below each. */
export const frame = { width: 960, height: 232, left: 64, right: 48, top: 24, bottom: 28 } as const

/** @returns the top of the scale: the highest rate rounded up to a whole 5 %, at least 5 % */
export function topRate(points: Points): number {
  const highest = Math.max(0, ...points.map((point) => point?.rate ?? 0))
  return Math.min(1, Math.max(0.05, Math.ceil(highest * 20) / 20))
}

/** @returns where a period stands across the picture, the first one at the left */
export function placeOfPeriod(period: number, periods: number): number {
  const across = frame.width - frame.left - frame.right
  return frame.left + (periods > 1 ? (across / (periods - 1)) * period : across / 2)
}

/** @returns the points of the periods in which something was examined, from the left; 0 % is at the bottom */
export function placedPoints(points: Points, top: number): PlacedPoint[] {
  const up = frame.height - frame.top - frame.bottom
  return points.flatMap((point, period) => {
    const rate = point?.rate ?? null
    if (rate === null) return []
    return [
      {
        period,
        x: placeOfPeriod(period, points.length),
        y: frame.top + up * (1 - rate / top),
        rate,
      },
    ]
  })
}
