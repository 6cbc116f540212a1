import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useState } from 'react'

/** A control beside which the pane is open, and the procedure of it whose test was asked for. */
type Asked = { controlId: string; procedureId?: string }

/** @returns whether the pane of the prior period is open, also by its key; for which procedure; and the button that says so */
export function usePriorPane(controlId: string) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const isOpen = asked !== null
  const toggle = () => setAsked(isOpen ? null : { controlId })
  useHotkeys([['mod+\\', toggle]], [])
  const button = (
    <Button variant="default" onClick={toggle} aria-expanded={isOpen} aria-keyshortcuts="Control+\">
      Prior period
    </Button>
  )
  return {
    isOpen,
    // The pane stays open from control to control, what was asked for on one does not.
    procedureId: asked?.controlId === controlId ? asked.procedureId : undefined,
    openFor: (procedureId: string) => setAsked({ controlId, procedureId }),
    close: () => setAsked(null),
    button,
  }
}
