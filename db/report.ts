import type { Reader } from './reader.ts'
import { countedItems, leftOutItems } from './sample/counted.ts'

/** What the test sheet of a procedure came to on one attribute; replaced items do not count. */
export type AttributeCounts = {
  procedureId: string
  controlRef: string
  letter: string
  text: string
  /** Items that passed or deviated: those that it does not apply to are not tested. */
  tested: number
  found: number
  untested: number
}

/** @returns the counts of all test sheets of an engagement, by control, procedure and the order of the sheet */
export function attributeCounts(reader: Reader, engagementId: string): AttributeCounts[] {
  return reader.all<AttributeCounts>(countsSql, { engagementId })
}

// Counted per sheet from the indexes of items and results: a cell of its own is read for none of tens of thousands.
const countsSql = `
WITH
  ${countedItems},
  ${leftOutItems},
  recorded AS MATERIALIZED (
    SELECT result.procedure_id AS procedure_id, result.attribute AS attribute, count(result.outcome) AS n,
      sum(result.outcome IS 'pass' OR result.outcome IS 'deviation') AS tested, sum(result.outcome IS 'deviation') AS found
    FROM result
    WHERE result.procedure_id IN (SELECT id FROM procedure WHERE engagement_id = @engagementId AND deleted = 0)
      AND result.deleted = 0 AND result.sample_item_id NOT IN left_out
    GROUP BY result.procedure_id, result.attribute)
SELECT procedure.id AS procedureId, control.ref AS controlRef, attribute.letter AS letter, attribute.text AS text,
  coalesce(recorded.tested, 0) AS tested, coalesce(recorded.found, 0) AS found,
  items.n - coalesce(recorded.n, 0) AS untested
FROM procedure JOIN control ON control.id = procedure.control_id AND control.deleted = 0
  JOIN attribute ON attribute.procedure_id = procedure.id AND attribute.deleted = 0
  JOIN items ON items.sample_id = procedure.sample_id
  LEFT JOIN recorded ON recorded.procedure_id = procedure.id AND recorded.attribute = attribute.letter
WHERE procedure.engagement_id = @engagementId AND procedure.deleted = 0
GROUP BY procedure.id, attribute.letter
ORDER BY control.ref, procedure.rowid, attribute.place, attribute.letter`

/** @returns the latest version of the firm's choices for its reports, 0 where nothing was chosen */
export function lastSettingsVersion(reader: Reader): number {
  return reader.count('SELECT coalesce(max(version), 0) AS n FROM report_settings_version WHERE deleted = 0')
}
