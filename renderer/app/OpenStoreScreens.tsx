import { RouterProvider } from '@tanstack/react-router'
import { IdleLock } from '../idle/IdleLock.tsx'
import { useKeptVisits } from '../review/useVisits.ts'
import { router } from './routes.tsx'

/** All that there is once a store is open. */
export function OpenStoreScreens() {
  useKeptVisits()
  return (
    <>
      <RouterProvider router={router} />
      <IdleLock />
    </>
  )
}
