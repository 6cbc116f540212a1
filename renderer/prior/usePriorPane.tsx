import { Button } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'

/** @returns whether the pane of the prior period is open, also by its key, and the button that says so */
export function usePriorPane() {
  const [isOpen, pane] = useDisclosure(false)
  useHotkeys([['mod+\\', pane.toggle]], [])
  const button = (
    <Button variant="default" onClick={pane.toggle} aria-expanded={isOpen} aria-keyshortcuts="Control+\">
      Prior period
    </Button>
  )
  return { isOpen, close: pane.close, button }
}
