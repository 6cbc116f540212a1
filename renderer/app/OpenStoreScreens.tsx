import { RouterProvider } from '@tanstack/react-router'
import { IdleLock } from '../idle/IdleLock.tsx'
import { router } from './routes.tsx'

/** All that there is once a store is open. */
export function OpenStoreScreens() {
  return (
    <>
      <RouterProvider router={router} />
      <IdleLock />
    </>
  )
}
