import type { PeriodMark } from '../../../shared/contract/periodMark.ts'
import { labelLines } from './layout.ts'
import type { Scale } from './scale.ts'
import { textWidth } from './textWidth.ts'
import classes from './PeriodChart.module.css'

const labelHeight = 12

/** Holidays, outages and freezes: hatched over their days, with their titles above as far as there is room. */
export function Marks({
  marks,
  scale,
  hatch,
  top,
  bottom,
}: {
  marks: readonly PeriodMark[]
  scale: Scale
  /** Id of the hatching. */
  hatch: string
  top: number
  bottom: number
}) {
  const spans = marks.map((mark) => ({ ...mark, start: mark.startOn, end: mark.endOn }))
  const lines = labelLines(spans, { scale, widthOf: ({ title }) => textWidth(title) + 6, lines: 2 })
  return spans.map(({ markId, title, start, end }, place) => {
    const x = scale.at(start)
    const line = lines[place] ?? null
    return (
      <g key={markId}>
        <rect
          className={classes['mark']}
          fill={`url(#${hatch})`}
          x={x}
          y={top}
          width={Math.max(2, scale.after(end) - x)}
          height={bottom - top}
        >
          <title>{`${title}, ${start === end ? start : `${start} to ${end}`}`}</title>
        </rect>
        {line === null ? null : (
          <text className={classes['label']} x={x + 3} y={10 + line * labelHeight}>
            {title}
          </text>
        )}
      </g>
    )
  })
}
