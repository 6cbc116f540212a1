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
