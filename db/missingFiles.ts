import type { Reader } from './reader.ts'

/** @returns how many pieces of evidence and populations of an engagement have no file in this store; removed ones do not count */
export function countMissingFiles(reader: Reader, engagementId: string): number {
  return reader.count(
    `SELECT (SELECT count(*) FROM evidence WHERE engagement_id = @engagementId AND deleted = 0
        AND sha256 NOT IN (SELECT sha256 FROM evidence_file))
      + (SELECT count(*) FROM population WHERE engagement_id = @engagementId AND deleted = 0
        AND rows_sha256 NOT IN (SELECT sha256 FROM evidence_file)) AS n`,
    { engagementId },
  )
}

/** @returns the SHA-256 of those files; none of an engagement whose files were destroyed on purpose */
export function missingFiles(reader: Reader, engagementId: string): string[] {
  return reader
    .all<{ sha256: string }>(
      `WITH named AS (
         SELECT sha256 FROM evidence WHERE engagement_id = @engagementId AND deleted = 0
         UNION SELECT rows_sha256 FROM population WHERE engagement_id = @engagementId AND deleted = 0)
       SELECT sha256 FROM named WHERE sha256 NOT IN (SELECT sha256 FROM evidence_file)
         AND NOT EXISTS (SELECT 1 FROM destruction WHERE engagement_id = @engagementId AND deleted = 0)`,
      { engagementId },
    )
    .map(({ sha256 }) => sha256)
}
