import type { Reader } from './reader.ts'

/** An encrypted file that an engagement holds. `shared` where another engagement holds the same bytes. */
export type HeldFile = { sha256: string; storedName: string; size: number; shared: number }

/** @returns the files of an engagement: evidence, also what was removed from view, rows of populations, and texts of exported reports; by hash */
export function filesHeldBy(reader: Reader, engagementId: string): HeldFile[] {
  return reader.all<HeldFile>(
    `WITH held AS (
       SELECT sha256, engagement_id FROM evidence UNION SELECT rows_sha256, engagement_id FROM population
       UNION SELECT text_sha256, of_engagement FROM exported_report)
     SELECT file.sha256, file.stored_name AS storedName, file.size,
       EXISTS (SELECT 1 FROM held AS other WHERE other.sha256 = file.sha256 AND other.engagement_id <> @engagementId) AS shared
     FROM evidence_file AS file JOIN held ON held.sha256 = file.sha256 AND held.engagement_id = @engagementId
     ORDER BY file.sha256`,
    { engagementId },
  )
}
