import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useEngineCommand } from '../engine/hooks.ts'
import { isTyping } from '../ui/useKeys.ts'

/**
 * Ctrl+Z takes this person's last change back, Ctrl+Y or Ctrl+Shift+Z does it again, on every screen of an engagement. In a
 * field they are the field's own; a test sheet answers them itself, once all that was typed there is saved.
 */
export function useUndoKeys(engagementId: string | undefined): void {
  const undo = useEngineCommand('journal.undo')
  const redo = useEngineCommand('journal.redo')
  useEffect(() => {
    if (engagementId === undefined) return undefined
    const press = (event: KeyboardEvent) => {
      const isRedo = redoKeys(event)
      if (event.defaultPrevented || isTyping(event.target) || !(isRedo || undoKeys(event))) return
      event.preventDefault()
      const run = isRedo
        ? redo.run({ engagementId }).then(({ title }) => `Done again: ${title}`)
        : undo.run({ engagementId }).then(({ title }) => `Undone: ${title}`)
      void run.then(
        (message) => notifications.show({ message }),
        () => undefined,
      )
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}

const withControl = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => (ctrlKey || metaKey) && !altKey
const undoKeys = (event: KeyboardEvent) => withControl(event) && !event.shiftKey && event.key.toLowerCase() === 'z'
const redoKeys = (event: KeyboardEvent) => {
  const key = event.key.toLowerCase()
  return withControl(event) && (key === 'y' || (key === 'z' && event.shiftKey))
}
