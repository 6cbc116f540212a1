import { lazy, Suspense, useEffect, useState } from 'react'
import { useEngineQuery } from '../engine/hooks.ts'
import { useEngineState } from '../engine/useEngineState.ts'
import { askShell } from '../engine/shell.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { UnlockScreen } from '../unlock/UnlockScreen.tsx'
import { EngineNotice } from './EngineNotice.tsx'

const loadScreens = () => import('./OpenStoreScreens.tsx')
const OpenStoreScreens = lazy(() => loadScreens().then((module) => ({ default: module.OpenStoreScreens })))

/**
 * Milliseconds after which the engine starts and the other screens are read, where no store is open: the first screen is there and
 * takes keys by then, which both would hold up on two processors, and a passphrase takes longer to type.
 */
const afterStart = 500

/** Without an open store there is one screen, the one that opens it. */
export function Gate() {
  const status = useEngineQuery('store.status', {})
  const engine = useEngineState()
  // An engine that is only starting has no store open, so that nobody has to wait for it to see where to begin; what was typed
  // there stays until the engine has answered.
  const [wasStarting, noteStart] = useState(false)
  if (engine === 'starting' && !wasStarting) noteStart(true)
  const isOpen = status.data?.open ?? (wasStarting ? false : undefined)
  useEffect(() => {
    if (isOpen !== false) return
    const timer = setTimeout(() => {
      void askShell({ kind: 'startEngine' })
      void loadScreens()
    }, afterStart)
    return () => clearTimeout(timer)
  }, [isOpen])
  return (
    <>
      <EngineNotice />
      {isOpen === undefined && status.isPending ? <Loading /> : null}
      <ErrorNote error={status.error} />
      {isOpen === true ? (
        <Suspense fallback={<Loading />}>
          <OpenStoreScreens />
        </Suspense>
      ) : null}
      {isOpen === false ? <UnlockScreen /> : null}
    </>
  )
}
