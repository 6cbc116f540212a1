import { Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEngineCommand } from '../engine/hooks.ts'
import { ReasonForm } from '../ui/ReasonForm.tsx'

/** Keeps a procedure of a control as the firm's own, under a title. */
export function KeepProcedure({ procedureId, onClose }: { procedureId: string; onClose: () => void }) {
  const keep = useEngineCommand('library.keep', { quiet: true })
  return (
    <ReasonForm
      title="Keep in the firm's library"
      label="Title"
      error={keep.error}
      pending={keep.pending}
      onSubmit={(title) =>
        void keep.run({ procedureId, title }).then(
          () => {
            notifications.show({ message: `“${title}” is in the library for every engagement.` })
            onClose()
          },
          () => undefined,
        )
      }
      onClose={onClose}
    >
      <Text size="sm">
        Text, nature, timing and attributes are kept for the criteria of this control; what was found is not.
      </Text>
    </ReasonForm>
  )
}
