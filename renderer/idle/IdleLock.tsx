import { Affix, Alert, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { idleState, type IdleState, lastUse, usualIdleMinutes } from '../../shared/shell/idleLock.ts'
import { askShell } from '../engine/shell.ts'

/** What counts as somebody being there. */
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Locks the store when nobody is there for the minutes that this computer has; before that it says so. */
export function IdleLock() {
  const minutes = useIdleMinutes().data ?? usualIdleMinutes
  const state = useIdle(minutes)
  useEffect(() => {
    if (state.kind === 'lock') void askShell({ kind: 'lockStore' })
  }, [state.kind])
  if (state.kind !== 'warning') return null
  return (
    <Affix position={{ bottom: 40, right: 20 }} zIndex={1000}>
      <Alert
        role="alert"
        icon={<IconLock aria-hidden />}
        title="The store is about to lock"
        variant="filled"
        color="dark"
      >
        Any key or movement keeps it open. <Text span aria-hidden>{`${state.seconds} s`}</Text>
      </Alert>
    </Affix>
  )
}

/** @returns the minutes after which the store locks on this computer */
export function useIdleMinutes() {
  return useQuery({ queryKey: ['idleMinutes'], queryFn: () => askShell({ kind: 'idleMinutes' }), retry: false })
}

function useIdle(minutes: number): IdleState {
  const [state, setState] = useState<IdleState>({ kind: 'used' })
  useEffect(() => {
    let usedAt = Date.now()
    const look = () => {
      const now = Date.now()
      usedAt = lastUse(usedAt, now)
      setState((before) => settled(before, idleState(minutes, now - usedAt)))
    }
    const noteUse = () => {
      usedAt = Date.now()
      look()
    }
    for (const sign of signs) document.addEventListener(sign, noteUse, { capture: true, passive: true })
    const timer = setInterval(look, 1000)
    return () => {
      for (const sign of signs) document.removeEventListener(sign, noteUse, { capture: true })
      clearInterval(timer)
    }
  }, [minutes])
  return state
}

/** The state before where nothing is another, so that a moving mouse draws nothing anew. */
function settled(before: IdleState, now: IdleState): IdleState {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now
}
