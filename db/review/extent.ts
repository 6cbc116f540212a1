import type { Paper } from '../../shared/paper/paperForms.ts'
import { practitionerName } from '../practitionerName.ts'
import type { Reader } from '../reader.ts'

/** How long somebody had a paper open for review. */
export type ExtentRow = { by: string; times: number; seconds: number; firstAt: string; lastAt: string }

/** @returns for everybody who had a paper open for review how often and how long, whoever looked last first */
export function extentOf(reader: Reader, engagementId: string, { entity, id }: Paper): ExtentRow[] {
  return reader.all<ExtentRow>(
    `SELECT ${practitionerName('review_visit."by"', 'review_visit.engagement_id')} AS "by", count(*) AS times, sum(seconds) AS seconds,
       min(opened_at) AS firstAt, max(opened_at) AS lastAt
     FROM review_visit WHERE engagement_id = @engagementId AND paper_entity = @entity AND paper_id = @id AND deleted = 0
     GROUP BY review_visit."by" ORDER BY lastAt DESC`,
    { engagementId, entity, id },
  )
}
