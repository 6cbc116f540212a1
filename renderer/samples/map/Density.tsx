import type { Period } from '../../../shared/contract/engagement.ts'
import { barsOf, type Scale } from './scale.ts'
import classes from './PeriodChart.module.css'

/** How many rows the population has by week, or by day in a short period. */
export function Density({
  period,
  scale,
  density,
  top,
  height,
}: {
  period: Period
  scale: Scale
  density: readonly { day: string; rows: number }[]
  top: number
  height: number
}) {
  const bars = barsOf(period, density)
  const most = Math.max(1, ...bars.map(({ rows }) => rows))
  return (
    <>
      {bars.map(({ start, end, rows }) => (
        <rect
          key={start}
          className={classes['bar']}
          x={scale.at(start) + 0.5}
          y={top + height - (rows / most) * height}
          width={Math.max(1, scale.after(end) - scale.at(start) - 1)}
          height={(rows / most) * height}
        >
          <title>{start === end ? `${start}: ${rows} rows` : `${start} to ${end}: ${rows} rows`}</title>
        </rect>
      ))}
      <line className={classes['axis']} x1={0} x2={scale.width} y1={top + height} y2={top + height} />
    </>
  )
}
