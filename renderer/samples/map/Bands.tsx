import type { Scale } from './scale.ts'
import { fitting } from './textWidth.ts'
import classes from './PeriodChart.module.css'

type Band = { key: string; start: string; end: string; text: string }

/** Stretches of the period side by side: versions of the control, parts that samples stand for. */
export function Bands({
  bands,
  scale,
  top,
  height,
}: {
  bands: readonly Band[]
  scale: Scale
  top: number
  height: number
}) {
  return bands.map(({ key, start, end, text }) => {
    const [x, room] = [scale.at(start), scale.after(end) - scale.at(start)]
    return (
      <g key={key}>
        <rect className={classes['band']} x={x + 0.5} y={top} width={Math.max(1, room - 1)} height={height}>
          <title>{`${text}, ${start} to ${end}`}</title>
        </rect>
        <text className={classes['label']} x={x + 4} y={top + 14}>
          {fitting(`${text} (${start} to ${end})`, room - 8)}
        </text>
      </g>
    )
  })
}
