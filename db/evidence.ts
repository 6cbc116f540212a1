import type { Reader } from './reader.ts'

/** How many files support a cell of a test sheet. */
export type CellEvidence = { sampleItemId: string; attribute: string; files: number }

/** @returns the cells of a test sheet that files support */
export function evidenceByCell(reader: Reader, procedureId: string): CellEvidence[] {
  return reader
    .all<{ targetId: string; files: number }>(
      `SELECT link.target_id AS targetId, count(*) AS files
       FROM evidence_link AS link JOIN evidence ON evidence.id = link.evidence_id AND evidence.deleted = 0
       WHERE link.deleted = 0 AND link.target_entity = 'result'
         AND link.target_id >= @procedureId || ':' AND link.target_id < @procedureId || ';'
       GROUP BY link.target_id ORDER BY link.target_id`,
      { procedureId },
    )
    .map(({ targetId, files }) => {
      const end = targetId.lastIndexOf(':')
      return {
        sampleItemId: targetId.slice(procedureId.length + 1, end),
        attribute: targetId.slice(end + 1),
        files,
      }
    })
}

/** @returns how many files support each paper of a kind */
export function evidenceByTarget(reader: Reader, engagementId: string, entity: string): Map<string, number> {
  const rows = reader.all<{ targetId: string; files: number }>(
    `SELECT link.target_id AS targetId, count(*) AS files
     FROM evidence_link AS link JOIN evidence ON evidence.id = link.evidence_id AND evidence.deleted = 0
     WHERE link.deleted = 0 AND link.engagement_id = @engagementId AND link.target_entity = @entity
     GROUP BY link.target_id`,
    { engagementId, entity },
  )
  return new Map(rows.map(({ targetId, files }) => [targetId, files]))
}
