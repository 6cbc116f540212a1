import { Button } from '@mantine/core'
import { useEngineCommand } from '../engine/hooks.ts'
import { goToStop } from './tourState.ts'

/** Creates the sample engagement of an invented client, and begins the tour through it. */
export function OpenSample() {
  const create = useEngineCommand('engagement.createSample')
  return (
    <Button
      variant="default"
      loading={create.pending}
      onClick={() =>
        void create.run({}).then(
          ({ engagementId }) => goToStop(engagementId, 0),
          () => undefined,
        )
      }
    >
      Open the sample engagement
    </Button>
  )
}
