import { type ReactNode, useDeferredValue } from 'react'

/**
 * What stands below the first page of a long screen: drawn once that is painted, in pieces between which keys and clicks are
 * answered. Nobody waits for what they do not see yet.
 */
export function Later({ children }: { children: ReactNode }) {
  return useIsPainted() ? children : null
}

/** @returns the rows of a table's first page at once, and all of them once that is painted */
export function useFirstRows<T>(rows: readonly T[], first = 24): readonly T[] {
  const isPainted = useIsPainted()
  return isPainted ? rows : rows.slice(0, first)
}

/** React draws with the first value, paints, and draws with the second whenever nothing else is to be done. */
function useIsPainted(): boolean {
  return useDeferredValue(true, false)
}
