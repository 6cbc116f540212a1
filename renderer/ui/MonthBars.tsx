import { VisuallyHidden } from '@mantine/core'
import classes from './MonthBars.module.css'

/** A month of the observation period: rows of the population, and items selected, if a sample is shown. */
export type MonthBar = { month: string; population: number; sample: number | null; flag?: string | null }

const width = 56
const height = 90
/** A month on the screen, so that a few of them are not drawn larger than life. */
const widest = 96

/** Population density by month, selected items as dots, months without a selected item marked in words. The same as a list for screen readers. */
export function MonthBars({ months }: { months: readonly MonthBar[] }) {
  const most = Math.max(1, ...months.map(({ population }) => population))
  return (
    <>
      <svg
        className={classes['chart']}
        style={{ maxWidth: months.length * widest }}
        viewBox={`0 0 ${months.length * width} ${height + 44}`}
        aria-hidden="true"
      >
        {months.map(({ month, population, sample, flag }, place) => {
          const bar = (population / most) * height
          const left = place * width
          return (
            <g key={month}>
              <rect
                className={flag == null ? classes['bar'] : classes['flagged']}
                x={left + 6}
                y={height - bar}
                width={width - 12}
                height={bar}
              />
              <text className={classes['label']} x={left + width / 2} y={height + 14}>
                {month.slice(2)}
              </text>
              <text className={classes['label']} x={left + width / 2} y={height + 28}>
                {population}
              </text>
              {sample === null ? null : (
                <text className={classes['sample']} x={left + width / 2} y={height + 42}>
                  {sample === 0 ? 'none' : `● ${sample}`}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      <VisuallyHidden>
        <ul>
          {months.map(({ month, population, sample, flag }) => (
            <li
              key={month}
            >{`${month}: ${population} rows${sample === null ? '' : `, ${sample} selected`}${flag == null ? '' : `, ${flag}`}`}</li>
          ))}
        </ul>
      </VisuallyHidden>
    </>
  )
}
