import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { GrantedFile } from '../../../shared/shell/shellAction.ts'
import { askShell } from '../../engine/shell.ts'

const queryKey = ['shell', 'handedBundle']

/** @returns the bundle that the system handed to the application, as a double click on one does, and what puts it away */
export function useHandedBundle(): { handed: GrantedFile | null; putAway: () => void } {
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey, queryFn: () => askShell({ kind: 'handedBundle' }), staleTime: Infinity })
  useEffect(
    () => window.tickmark.on('shell.bundleHanded', () => void queries.invalidateQueries({ queryKey })),
    [queries],
  )
  const putAway = () => {
    queries.setQueryData(queryKey, null)
    void askShell({ kind: 'putBundleAway' })
  }
  return { handed: data ?? null, putAway }
}
