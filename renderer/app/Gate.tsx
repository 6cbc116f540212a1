import { RouterProvider } from '@tanstack/react-router'
import { useEngineQuery } from '../engine/hooks.ts'
import { IdleLock } from '../idle/IdleLock.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { UnlockScreen } from '../unlock/UnlockScreen.tsx'
import { EngineNotice } from './EngineNotice.tsx'
import { router } from './routes.tsx'

/** Without an open store there is one screen, the one that opens it. */
export function Gate() {
  const status = useEngineQuery('store.status', {})
  return (
    <>
      <EngineNotice />
      {status.isPending ? <Loading /> : null}
      <ErrorNote error={status.error} />
      {status.data?.open === true ? (
        <>
          <RouterProvider router={router} />
          <IdleLock />
        </>
      ) : null}
      {status.data?.open === false ? <UnlockScreen /> : null}
    </>
  )
}
