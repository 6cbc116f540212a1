import { createContext, useContext } from 'react'

/** Why nothing of the file on the screen can be changed, in a sentence; `null` where it can. */
export const ReadOnlyReason = createContext<string | null>(null)

/** @returns why nothing of the file on the screen can be changed, in a sentence; `null` where it can */
export function useReadOnlyReason(): string | null {
  return useContext(ReadOnlyReason)
}
