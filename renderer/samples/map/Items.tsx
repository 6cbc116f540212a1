import type { Coverage } from '../../../shared/contract/coverage.ts'
import { type Placed, stacked } from './layout.ts'
import type { Scale } from './scale.ts'
import classes from './PeriodChart.module.css'

type Item = Coverage['days'][number]

/** Room of one item, and of the items below each other. */
const itemWidth = 10
export const levelHeight = 11
const mostLevels = 6

const placesOf = (days: readonly Item[], scale: Scale) => stacked(days, { scale, width: itemWidth, levels: mostLevels })

/** @returns how many items lie below each other at most; a line is kept where there are none */
export function itemLevels(days: readonly Item[], scale: Scale): number {
  const { placed, crowds } = placesOf(days, scale)
  return Math.max(1, ...placed.map(({ level }) => level + 1)) + (crowds.length === 0 ? 0 : 1)
}

/** The selected items at their days: initial ones filled, extensions hollow, replacements as diamonds, deviations crossed. */
export function Items({ days, scale, top }: { days: readonly Item[]; scale: Scale; top: number }) {
  const { placed, crowds } = placesOf(days, scale)
  return (
    <>
      {placed.map((one) => (
        <Mark key={one.item.sampleItemId} placed={one} y={top + one.level * levelHeight} />
      ))}
      {crowds.map(({ x, more }) => (
        <text key={x} className={classes['label']} x={x} y={top + mostLevels * levelHeight + 3} textAnchor="middle">
          {`+${more}`}
        </text>
      ))}
    </>
  )
}

function Mark({ placed: { item, x }, y }: { placed: Placed<Item>; y: number }) {
  const { itemId, date, stage, deviates } = item
  return (
    <g>
      <title>{`${itemId}, ${date}, ${stage}${deviates ? ', deviation' : ''}`}</title>
      {stage === 'replacement' ? (
        <path className={classes['further']} d={`M ${x} ${y - 4.5} l 4.5 4.5 l -4.5 4.5 l -4.5 -4.5 z`} />
      ) : (
        <circle className={classes[stage === 'initial' ? 'initial' : 'further']} cx={x} cy={y} r={3.5} />
      )}
      {deviates ? (
        <path className={classes['deviates']} d={`M ${x - 5} ${y - 5} l 10 10 M ${x + 5} ${y - 5} l -10 10`} />
      ) : null}
    </g>
  )
}
