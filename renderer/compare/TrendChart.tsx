import type { Trend } from '../../shared/contract/compare.ts'
import { rateWords } from '../ui/rates.ts'
import { endWords, untilWords } from './compareWords.ts'
import { frame, placedPoints, placeOfPeriod, topRate } from './trendLayout.ts'

/** Figures stay readable where the line runs through them. */
const overTheLine = { stroke: 'var(--mantine-color-body)', strokeWidth: 4, paintOrder: 'stroke' } as const

type TrendChartProps = { title: string; periods: Trend['periods']; points: Trend['controls'][number]['points'] }

/** The deviation rate of a control, period by period, those without one in brackets; the table below says the same in figures. */
export function TrendChart({ title, periods, points }: TrendChartProps) {
  const top = topRate(points)
  const placed = placedPoints(points, top)
  const { width, height, left, right, bottom } = frame
  const floor = height - bottom
  const lines = [0, top / 2, top]
  const said = placed
    .flatMap(({ period, rate }) =>
      periods.slice(period, period + 1).map((one) => `${untilWords(one)}: ${rateWords(rate)}`),
    )
    .join('; ')
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`Deviation rate of ${title}. ${said}`}
      style={{ maxWidth: width, width: '100%', color: 'var(--mantine-color-text)' }}
      // In the narrowest window, where the picture shrinks to four fifths, figures are as large as the table's.
      fontSize={14}
    >
      {lines.map((rate) => {
        const y = frame.top + (floor - frame.top) * (1 - rate / top)
        return (
          <g key={rate}>
            <line x1={left} x2={width - right} y1={y} y2={y} stroke="var(--mantine-color-default-border)" />
            <text x={left - 8} y={y + 5} textAnchor="end" fill="currentColor">
              {rateWords(rate)}
            </text>
          </g>
        )
      })}
      <polyline
        points={placed.map(({ x, y }) => `${x},${y}`).join(' ')}
        fill="none"
        stroke="var(--mantine-primary-color-filled)"
        strokeWidth={2}
      />
      {placed.map(({ period, x, y, rate }) => (
        <g key={period}>
          <circle cx={x} cy={y} r={4} fill="var(--mantine-primary-color-filled)" />
          <text x={x} y={y - 8} textAnchor="middle" fill="currentColor" {...overTheLine}>
            {rateWords(rate)}
          </text>
        </g>
      ))}
      {periods.map((period, at) => (
        <text
          key={period.engagementId}
          x={placeOfPeriod(at, periods.length)}
          y={height - 8}
          textAnchor="middle"
          fill="currentColor"
        >
          {placed.some((point) => point.period === at) ? endWords(period) : `(${endWords(period)})`}
        </text>
      ))}
    </svg>
  )
}
