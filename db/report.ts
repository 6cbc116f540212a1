import type { Reader } from './reader.ts'

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
  return reader.all<AttributeCounts>(
    `SELECT procedure.id AS procedureId, control.ref AS controlRef, attribute.letter AS letter, attribute.text AS text,
       sum(result.outcome IS 'pass' OR result.outcome IS 'deviation') AS tested,
       sum(result.outcome IS 'deviation') AS found, sum(result.outcome IS NULL) AS untested
     FROM procedure JOIN control ON control.id = procedure.control_id AND control.deleted = 0
       JOIN attribute ON attribute.procedure_id = procedure.id AND attribute.deleted = 0
       JOIN sample_item AS item ON item.sample_id = procedure.sample_id AND item.deleted = 0
         AND item.replaced_because IS NULL
       LEFT JOIN result ON result.procedure_id = procedure.id AND result.sample_item_id = item.id
         AND result.attribute = attribute.letter AND result.deleted = 0
     WHERE procedure.engagement_id = @engagementId AND procedure.deleted = 0
     GROUP BY procedure.id, attribute.letter
     ORDER BY control.ref, procedure.rowid, attribute.place, attribute.letter`,
    { engagementId },
  )
}

/** @returns the latest version of the firm's choices for its reports, 0 where nothing was chosen */
export function lastSettingsVersion(reader: Reader): number {
  return reader.count('SELECT coalesce(max(version), 0) AS n FROM report_settings_version WHERE deleted = 0')
}
