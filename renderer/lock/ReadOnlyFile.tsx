import type { ReactNode } from 'react'
import { ReadOnlyReason } from '../ui/readOnly.ts'
import { LockedNote } from './LockedNote.tsx'
import { useReadOnly } from './useStanding.ts'

/** Tells every button and field of a screen whether the file can be changed, and whoever reads it why not. */
export function ReadOnlyFile({ engagementId, children }: { engagementId: string; children: ReactNode }) {
  const reason = useReadOnly(engagementId)
  return (
    <ReadOnlyReason value={reason}>
      {reason === null ? null : <LockedNote engagementId={engagementId} reason={reason} />}
      {children}
    </ReadOnlyReason>
  )
}
