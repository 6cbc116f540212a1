import { lazy, Suspense, useEffect, useState } from 'react'
import { useEngineQuery } from '../engine/hooks.ts'
import { useEngineState } from '../engine/useEngineState.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { UnlockScreen } from '../unlock/UnlockScreen.tsx'
import { EngineNotice } from './EngineNotice.tsx'

const loadScreens = () => import('./OpenStoreScreens.tsx')
const OpenStoreScreens = lazy(() => loadScreens().then((module) => ({ default: module.OpenStoreScreens })))

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
    // Read while a passphrase is typed, so that nobody waits for the screens then.
    const idle = requestIdleCallback(() => void loadScreens())
    return () => cancelIdleCallback(idle)
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
