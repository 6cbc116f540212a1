import { Button } from '@mantine/core'
import { useEngineCommand } from '../engine/hooks.ts'

/** Fills the legend with the tickmarks that most firms use. */
export function AddUsual({ engagementId }: { engagementId: string }) {
  const add = useEngineCommand('tickmark.addUsual')
  return (
    <Button
      size="xs"
      variant="default"
      loading={add.pending}
      onClick={() => void add.run({ engagementId }).catch(() => undefined)}
    >
      Add the usual tickmarks
    </Button>
  )
}
