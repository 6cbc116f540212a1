import { useMemo } from 'react'
import { useEngineQuery } from '../engine/hooks.ts'
import type { Visitor } from './keptVisits.ts'

/** @returns who is signed in, in which store; the same object while neither changes */
export function useVisitor(): Visitor | null {
  const state = useEngineQuery('store.status', {}).data
  const storeId = state?.storeId ?? null
  const practitionerId = state?.practitioner?.practitionerId ?? null
  return useMemo(
    () => (storeId === null || practitionerId === null ? null : { storeId, practitionerId }),
    [storeId, practitionerId],
  )
}
