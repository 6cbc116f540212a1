import { VisuallyHidden } from '@mantine/core'
import classes from './Dashboard.module.css'

type MonthProps = {
  month: string
  population: number
  sample: number
  open: boolean
  /** Rows of the month that has the most. */
  most: number
  href: string
}

/**
 * A month of a control: how many items were selected in front of how many rows there are. It leads to the control, as the
 * name of the control in its line does, so that the keyboard stops once a line.
 */
export function Month({ month, population, sample, open, most, href }: MonthProps) {
  const words = `${month}: ${population} rows, ${sample} selected${open ? ', to be justified' : ''}`
  return (
    <a
      className={open ? `${classes['month']} ${classes['open']}` : classes['month']}
      href={href}
      tabIndex={-1}
      title={words}
    >
      <span className={classes['rows']} style={{ height: `${(100 * population) / most}%` }} aria-hidden="true" />
      <span className={classes['count']} aria-hidden="true">
        {open ? '!' : population === 0 ? '·' : sample}
      </span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </a>
  )
}
