import { Alert, Button, Group } from '@mantine/core'
import { askShell } from '../engine/shell.ts'
import { useEngineState } from '../engine/useEngineState.ts'

/** Says when the engine stopped, and starts it again. What was shown as saved is safe. */
export function EngineNotice() {
  const state = useEngineState()
  if (state !== 'gone' && state !== 'stopped') return null
  return (
    <Alert role="alert" color="red" title="The engine stopped">
      <Group>
        {state === 'gone' ? 'It restarts by itself.' : 'It stopped several times.'} Everything shown as saved is safe.
        {state === 'stopped' ? (
          <Button onClick={() => void askShell({ kind: 'startEngine' })}>Start it again</Button>
        ) : null}
      </Group>
    </Alert>
  )
}
