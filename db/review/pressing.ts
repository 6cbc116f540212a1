import type { Reader } from '../reader.ts'

/** Papers under `entity:id`. */
export type PaperKeys = ReadonlySet<string>

const keys = (reader: Reader, sql: string, engagementId: string): PaperKeys =>
  new Set(reader.all<{ key: string }>(sql, { engagementId }).map(({ key }) => key))

/** @returns the papers that show a deviation: the deviations, the sheets, conclusions that are not clean, and their controls */
export function deviatingPapers(reader: Reader, engagementId: string): PaperKeys {
  return keys(
    reader,
    `SELECT 'deviation:' || id AS key FROM deviation WHERE engagement_id = @engagementId AND deleted = 0
     UNION SELECT 'control:' || control_id FROM deviation WHERE engagement_id = @engagementId AND deleted = 0
     UNION SELECT 'procedure:' || procedure_id FROM result
       WHERE engagement_id = @engagementId AND deleted = 0 AND outcome = 'deviation'
     UNION SELECT 'walkthrough:' || id FROM walkthrough WHERE engagement_id = @engagementId AND deleted = 0
       AND (suitably_designed = 0 OR implemented = 0)
     UNION SELECT 'conclusion:' || id FROM conclusion WHERE engagement_id = @engagementId AND deleted = 0
       AND outcome IN ('effective_with_deviations', 'not_effective')
     UNION SELECT 'opinion:' || id FROM opinion WHERE engagement_id = @engagementId AND deleted = 0 AND form <> 'unqualified'`,
    engagementId,
  )
}

/** @returns the papers of a high risk, as the sample was planned: samples, their procedures and controls */
export function highRiskPapers(reader: Reader, engagementId: string): PaperKeys {
  const high = `engagement_id = @engagementId AND deleted = 0 AND json_extract(plan, '$.risk') = 'high'`
  return keys(
    reader,
    `SELECT 'sample:' || id AS key FROM sample WHERE ${high}
     UNION SELECT 'control:' || control_id FROM sample WHERE ${high}
     UNION SELECT 'procedure:' || id FROM procedure WHERE engagement_id = @engagementId AND deleted = 0
       AND sample_id IN (SELECT id FROM sample WHERE ${high})`,
    engagementId,
  )
}
