import type { Period } from '../../../shared/contract/engagement.ts'
import type { Coverage } from '../../../shared/contract/coverage.ts'
import { monthsOf } from '../../../shared/period/period.ts'
import { bandsOf, barsOf, type Scale, scaleOf } from './scale.ts'
import classes from './PeriodChart.module.css'

const width = 960
const barHeight = 70
/** Where the rows of the picture begin, from the top: bars, selected items, versions, names of the months. */
const itemsAt = barHeight + 18
const versionsAt = barHeight + 34
const monthsAt = barHeight + 72
const height = monthsAt + 6

/**
 * The observation period as a picture: how dense the population is, where the selected items lie, the versions of the
 * control, marked days, and the days that the sample does not stand for. What it shows is listed in words beside it.
 */
export function PeriodChart({ period, found }: { period: Period; found: Coverage }) {
  const scale = scaleOf(period, width)
  const bars = barsOf(period, found.density)
  const most = Math.max(1, ...bars.map(({ rows }) => rows))
  return (
    <svg className={classes['chart']} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <Outside scale={scale} period={period} window={found.window} />
      {found.marks.map(({ markId, title, startOn, endOn }) => (
        <g key={markId}>
          <rect
            className={classes['mark']}
            x={scale.at(startOn)}
            y={0}
            width={Math.max(2, scale.after(endOn) - scale.at(startOn))}
            height={versionsAt}
          />
          <text className={classes['label']} x={scale.at(startOn) + 2} y={10}>
            {title}
          </text>
        </g>
      ))}
      {bars.map(({ start, end, rows }) => (
        <rect
          key={start}
          className={classes['bar']}
          x={scale.at(start) + 0.5}
          y={barHeight - (rows / most) * (barHeight - 14)}
          width={Math.max(1, scale.after(end) - scale.at(start) - 1)}
          height={(rows / most) * (barHeight - 14)}
        />
      ))}
      <line className={classes['axis']} x1={0} x2={width} y1={barHeight} y2={barHeight} />
      {found.days.map(({ itemId, date, stage, deviates }) => (
        <Item key={itemId} x={(scale.at(date) + scale.after(date)) / 2} stage={stage} deviates={deviates} />
      ))}
      {bandsOf(period, found.controlVersions).map(({ start, end, description }, at) => (
        <g key={start}>
          <rect
            className={classes['version']}
            x={scale.at(start)}
            y={versionsAt}
            width={Math.max(1, scale.after(end) - scale.at(start))}
            height={20}
          />
          <text className={classes['label']} x={scale.at(start) + 4} y={versionsAt + 14}>
            {fitting(`v${at + 1} ${description}`, scale.after(end) - scale.at(start))}
          </text>
        </g>
      ))}
      {monthsOf(period).map(({ month, start }) => (
        <g key={month}>
          <line className={classes['month']} x1={scale.at(start)} x2={scale.at(start)} y1={0} y2={monthsAt - 10} />
          <text className={classes['label']} x={scale.at(start) + 2} y={monthsAt}>
            {month.slice(2)}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** Width of a letter of the picture's text, nearly. */
const letterWidth = 6

const fitting = (text: string, room: number) => text.slice(0, Math.max(2, Math.floor(room / letterWidth) - 1))

/** Days of the period that the sample does not stand for. */
function Outside({ scale, period, window }: { scale: Scale; period: Period; window: Period | null }) {
  if (window === null) return null
  const [start, end] = [scale.at(window.start), scale.after(window.end)]
  return (
    <>
      <rect className={classes['outside']} x={0} y={0} width={start} height={versionsAt - 4} />
      <rect
        className={classes['outside']}
        x={end}
        y={0}
        width={scale.after(period.end) - end}
        height={versionsAt - 4}
      />
    </>
  )
}

function Item({ x, stage, deviates }: { x: number; stage: Coverage['days'][number]['stage']; deviates: boolean }) {
  return (
    <>
      <circle className={stage === 'initial' ? classes['initial'] : classes['further']} cx={x} cy={itemsAt} r={4} />
      {deviates ? (
        <path
          className={classes['deviates']}
          d={`M ${x - 6} ${itemsAt - 6} L ${x + 6} ${itemsAt + 6} M ${x + 6} ${itemsAt - 6} L ${x - 6} ${itemsAt + 6}`}
        />
      ) : null}
    </>
  )
}
