import { Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Prior.module.css'

/** A page with a pane at its right while there is one; what is typed on the page stays when the pane comes and goes. */
export function BesidePrior({ pane, children }: { pane: ReactNode; children: ReactNode }) {
  return (
    <div className={classes['beside']}>
      <Stack gap="md" className={classes['main'] ?? ''}>
        {children}
      </Stack>
      {pane}
    </div>
  )
}
