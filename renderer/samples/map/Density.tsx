import type { Period } from '../../../shared/contract/engagement.ts'
import { daysIn } from '../../../shared/period/period.ts'
import { barsOf, type Scale } from './scale.ts'
import classes from './PeriodChart.module.css'

/** How many rows a day the population has, by week, or by day in a short period: a week cut by the period's end is no lower. */
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
  const bars = barsOf(period, density).map((bar) => ({ ...bar, perDay: bar.rows / daysIn(bar) }))
  const most = Math.max(...bars.map(({ perDay }) => perDay)) || 1
  return (
    <>
      {bars.map(({ start, end, rows, perDay }) => (
        <rect
          key={start}
          className={classes['bar']}
          x={scale.at(start) + 0.5}
          y={top + height - (perDay / most) * height}
          width={Math.max(1, scale.after(end) - scale.at(start) - 1)}
          height={(perDay / most) * height}
        >
          <title>{start === end ? `${start}: ${rows} rows` : `${start} to ${end}: ${rows} rows`}</title>
        </rect>
      ))}
      <line className={classes['axis']} x1={0} x2={scale.width} y1={top + height} y2={top + height} />
    </>
  )
}
