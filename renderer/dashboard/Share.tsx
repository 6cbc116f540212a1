import classes from './Dashboard.module.css'

/** So many of so many, as a bar with its numbers. */
export function Share({ done, total }: { done: number; total: number }) {
  return (
    <span className={classes['share']}>
      <Bar share={total === 0 ? 0 : done / total} />
      <span className={classes['numbers']}>{total === 0 ? '–' : `${done} of ${total}`}</span>
    </span>
  )
}

/** A bar that says nothing by itself: its number stands beside it. */
export function Bar({ share }: { share: number }) {
  return (
    <span className={classes['track']} aria-hidden="true">
      <span className={classes['fill']} style={{ width: `${100 * Math.min(1, share)}%` }} />
    </span>
  )
}
