import type { ComplementaryKind } from '../shared/contract/subservice.ts'
import type { Reader } from './reader.ts'

/** @returns the greatest number that a complementary control of a kind ever had in an engagement, hidden ones among them */
export function lastComplementaryNumber(reader: Reader, engagementId: string, kind: ComplementaryKind): number {
  return reader.count(
    `SELECT coalesce(max(CAST(substr(ref, 6) AS INTEGER)), 0) AS n FROM complementary_control
     WHERE engagement_id = @engagementId AND kind = @kind`,
    { engagementId, kind },
  )
}
