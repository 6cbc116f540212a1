import type { ReactNode } from 'react'
import { ReadOnlyReason } from '../ui/readOnly.ts'
import { AfterReportNote } from './AfterReportNote.tsx'
import { LockedNote } from './LockedNote.tsx'
import { readOnlyReason, useStanding } from './useStanding.ts'

/** Tells every button and field of a screen whether the file can be changed, and whoever reads it what it still takes. */
export function ReadOnlyFile({ engagementId, children }: { engagementId: string; children: ReactNode }) {
  const standing = useStanding(engagementId)
  const reason = standing === undefined ? null : readOnlyReason(standing)
  return (
    <ReadOnlyReason value={reason}>
      {reason === null ? null : <LockedNote engagementId={engagementId} reason={reason} />}
      {standing === undefined ? null : <AfterReportNote engagementId={engagementId} standing={standing} />}
      {children}
    </ReadOnlyReason>
  )
}
