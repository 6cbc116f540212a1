import { useEngineCommand } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'

/** Fills the legend with the tickmarks that most firms use. */
export function AddUsual({ engagementId, size = 'xs' }: { engagementId: string; size?: 'xs' | 'sm' }) {
  const add = useEngineCommand('tickmark.addUsual')
  return (
    <ChangeButton
      size={size}
      variant="default"
      loading={add.pending}
      onClick={() => void add.run({ engagementId }).catch(() => undefined)}
    >
      Add the usual tickmarks
    </ChangeButton>
  )
}
