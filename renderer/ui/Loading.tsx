import { Loader } from '@mantine/core'

/** Shown while the engine has not answered yet. */
export function Loading() {
  return <Loader role="progressbar" aria-label="Loading" />
}
