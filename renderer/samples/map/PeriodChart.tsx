import { useId } from 'react'
import type { Coverage } from '../../../shared/contract/coverage.ts'
import type { Period } from '../../../shared/contract/engagement.ts'
import { monthsOf } from '../../../shared/period/period.ts'
import { partWords } from '../../../shared/sample/drawWords.ts'
import { Bands } from './Bands.tsx'
import { Density } from './Density.tsx'
import { Items, itemLevels, levelHeight } from './Items.tsx'
import { Marks } from './Marks.tsx'
import { type Scale, scaleOf } from './scale.ts'
import classes from './PeriodChart.module.css'

/** What a picture of the period shows; before a draw there are no items, and months say what is expected. */
export type PeriodPicture = Pick<Coverage, 'window' | 'density' | 'controlVersions' | 'marks'> &
  Partial<Pick<Coverage, 'days' | 'parts'>> & { months: readonly MonthNote[] }

/** A word under the name of a month; `isOpen` where somebody still has to say something. */
export type MonthNote = { month: string; note: string | null; isOpen: boolean }

const width = 960
/** Room for the titles of marked days, on two lines. */
const titlesHeight = 28
const barHeight = 62
const bandHeight = 20

/**
 * The observation period as a picture: how dense the population is, where the selected items lie, the parts that samples
 * stand for, the versions of the control, marked days, and months that something is to be said about. Screen readers get
 * the same from the tables beside it.
 */
export function PeriodChart({ period, found }: { period: Period; found: PeriodPicture }) {
  const hatch = useId()
  const scale = scaleOf(period, width)
  const { days = [], parts = [], controlVersions } = found
  const marksHeight = found.marks.length === 0 ? 2 : titlesHeight
  const itemsAt = marksHeight + barHeight
  const levels = itemLevels(days, scale)
  const partsAt = itemsAt + levels * levelHeight + 8
  const versionsAt = partsAt + (parts.length === 0 ? 0 : bandHeight + 4)
  const monthsAt = versionsAt + (controlVersions.length < 2 ? 0 : bandHeight + 4)
  return (
    <svg className={classes['chart']} viewBox={`0 0 ${width} ${monthsAt + 30}`} aria-hidden="true">
      <defs>
        <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className={classes['hatch']} x1={0} x2={0} y1={0} y2={6} />
        </pattern>
      </defs>
      <Outside scale={scale} period={period} window={found.window} height={partsAt - 4} />
      {monthsOf(period).map(({ month, start }) => (
        <line
          key={month}
          className={classes['month']}
          x1={scale.at(start)}
          x2={scale.at(start)}
          y1={marksHeight}
          y2={partsAt - 4}
        />
      ))}
      <Marks marks={found.marks} scale={scale} hatch={hatch} top={marksHeight - 2} bottom={partsAt - 4} />
      <Density period={period} scale={scale} density={found.density} top={marksHeight} height={barHeight} />
      <Items days={days} scale={scale} top={itemsAt + 8} />
      <Bands
        bands={parts.map(({ sampleId, part, start, end }) => ({
          key: sampleId,
          start,
          end,
          text: part === null ? 'Part of the period' : partWords[part],
        }))}
        scale={scale}
        top={partsAt}
        height={bandHeight}
      />
      <Splits parts={parts} scale={scale} height={partsAt} />
      {controlVersions.length < 2 ? null : (
        <Bands
          bands={controlVersions.map(({ controlVersionId, start, end, description }, place) => ({
            key: controlVersionId,
            start,
            end,
            text: `Version ${place + 1}: ${description}`,
          }))}
          scale={scale}
          top={versionsAt}
          height={bandHeight}
        />
      )}
      <Months period={period} scale={scale} months={found.months} top={monthsAt} />
    </svg>
  )
}

/** Days of the period that the sample does not stand for. */
function Outside({
  scale,
  period,
  window,
  height,
}: {
  scale: Scale
  period: Period
  window: Period | null
  height: number
}) {
  if (window === null) return null
  const [start, end] = [scale.at(window.start), scale.after(window.end)]
  return (
    <>
      <rect className={classes['outside']} x={0} y={0} width={start} height={height} />
      <rect className={classes['outside']} x={end} y={0} width={scale.after(period.end) - end} height={height} />
    </>
  )
}

/** Where one part ends and the next begins. */
function Splits({
  parts,
  scale,
  height,
}: {
  parts: NonNullable<PeriodPicture['parts']>
  scale: Scale
  height: number
}) {
  const starts = new Set(parts.map(({ start }) => scale.at(start)).filter((x) => x > 0))
  return [...starts].map((x) => <line key={x} className={classes['split']} x1={x} x2={x} y1={0} y2={height} />)
}

function Months({
  period,
  scale,
  months,
  top,
}: {
  period: Period
  scale: Scale
  months: readonly MonthNote[]
  top: number
}) {
  const notes = new Map(months.map((one) => [one.month, one]))
  return monthsOf(period).map(({ month, start, end }) => {
    const [x, room] = [scale.at(start), scale.after(end) - scale.at(start)]
    const { note = null, isOpen = false } = notes.get(month) ?? {}
    return (
      <g key={month}>
        {isOpen ? (
          <rect className={classes['open']} x={x + 1} y={top} width={Math.max(1, room - 2)} height={29} />
        ) : null}
        <text className={classes['label']} x={x + 4} y={top + 12}>
          {month.slice(2)}
        </text>
        {note === null ? null : (
          <text className={classes['label']} x={x + 4} y={top + 25}>
            {note}
          </text>
        )}
      </g>
    )
  })
}
