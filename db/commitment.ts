import type { CommitmentKind } from '../shared/contract/scope.ts'
import type { Reader } from './reader.ts'

/** @returns the greatest number that a commitment of a kind ever had in an engagement, hidden ones among them */
export function lastCommitmentNumber(reader: Reader, engagementId: string, kind: CommitmentKind): number {
  return reader.count(
    `SELECT coalesce(max(CAST(substr(ref, 4) AS INTEGER)), 0) AS n FROM commitment
     WHERE engagement_id = @engagementId AND kind = @kind`,
    { engagementId, kind },
  )
}
