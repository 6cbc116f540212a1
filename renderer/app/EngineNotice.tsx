import { Alert, Button, Group } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { EngineState } from '../../shared/shell/engineState.ts'
import { askShell } from '../engine/shell.ts'

/** Says when the engine stopped, and starts it again. What was shown as saved is safe. */
export function EngineNotice() {
  const state = useEngineState()
  if (state === 'ready' || state === 'starting') return null
  return (
    <Alert role="alert" color="red" title="The engine stopped">
      <Group>
        {state === 'gone' ? 'It restarts by itself.' : 'It stopped several times.'} Everything shown as saved is safe.
        {state === 'stopped' ? (
          <Button onClick={() => void askShell({ kind: 'restartEngine' })}>Start it again</Button>
        ) : null}
      </Group>
    </Alert>
  )
}

function useEngineState(): EngineState {
  const [state, setState] = useState<EngineState>('ready')
  useEffect(() => {
    const end = window.tickmark.on('engine.state', (payload) => {
      setState((payload as { state: EngineState }).state)
    })
    void askShell({ kind: 'engineState' }).then(setState, () => undefined)
    return end
  }, [])
  return state
}
