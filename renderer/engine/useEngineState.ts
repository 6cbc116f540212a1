import { useEffect, useState } from 'react'
import type { EngineState } from '../../shared/shell/engineState.ts'
import { askShell } from './shell.ts'

/** @returns where the engine stands, once the shell has said so */
export function useEngineState(): EngineState | undefined {
  const [state, setState] = useState<EngineState>()
  useEffect(() => {
    const end = window.tickmark.on('engine.state', (payload) => {
      setState((payload as { state: EngineState }).state)
    })
    void askShell({ kind: 'engineState' }).then(setState, () => undefined)
    return end
  }, [])
  return state
}
