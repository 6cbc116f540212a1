import type { Reader } from '../reader.ts'

/** A file of evidence. */
export type EvidenceFile = { evidenceId: string; name: string; sha256: string }

/** @returns the evidence of an engagement, by name */
export function evidenceFiles(reader: Reader, engagementId: string): EvidenceFile[] {
  return reader.all<EvidenceFile>(
    `SELECT id AS evidenceId, name, sha256 FROM evidence
     WHERE engagement_id = @engagementId AND deleted = 0 ORDER BY name, id`,
    { engagementId },
  )
}

/** A seed that a sample was drawn with. */
export type DrawnSeed = { sampleId: string; controlId: string; controlRef: string; seed: string }

/** @returns the seeds of an engagement's samples, by control */
export function drawnSeeds(reader: Reader, engagementId: string): DrawnSeed[] {
  return reader.all<DrawnSeed>(
    `SELECT sample.id AS sampleId, sample.control_id AS controlId, control.ref AS controlRef, sample.seed AS seed
     FROM sample JOIN control ON control.id = sample.control_id
     WHERE sample.engagement_id = @engagementId AND sample.deleted = 0 AND sample.seed IS NOT NULL
     ORDER BY control.ref, sample.rowid`,
    { engagementId },
  )
}

/** An item that was selected for a control; `deviated` where some cell of it did. */
export type SelectedItem = {
  sampleItemId: string
  sampleId: string
  controlId: string
  controlRef: string
  itemId: string
  deviated: number
}

/** @returns the items that were selected, by control and draw order; replaced ones are left out */
export function selectedItems(reader: Reader, engagementId: string): SelectedItem[] {
  return reader.all<SelectedItem>(
    `WITH deviating AS MATERIALIZED (
       SELECT DISTINCT sample_item_id AS id FROM result
       WHERE engagement_id = @engagementId AND outcome = 'deviation' AND deleted = 0)
     SELECT item.id AS sampleItemId, sample.id AS sampleId, sample.control_id AS controlId, control.ref AS controlRef,
       item.item_id AS itemId, item.id IN (SELECT id FROM deviating) AS deviated
     FROM sample JOIN control ON control.id = sample.control_id JOIN sample_item AS item ON item.sample_id = sample.id
     WHERE sample.engagement_id = @engagementId AND sample.deleted = 0 AND item.deleted = 0 AND item.replaced_because IS NULL
     ORDER BY control.ref, sample.rowid, item.draw_order`,
    { engagementId },
  )
}

/** @returns the SHA-256 of every file that was evidence in an engagement of the store which this one follows, however far back */
export function priorHashes(reader: Reader, engagementId: string): ReadonlySet<string> {
  const rows = reader.all<{ sha256: string }>(
    `WITH RECURSIVE chain (id) AS (
       SELECT prior_engagement_id FROM prior_period WHERE engagement_id = @engagementId AND deleted = 0
       UNION
       SELECT before.prior_engagement_id FROM chain JOIN prior_period AS before ON before.engagement_id = chain.id
       WHERE before.deleted = 0)
     SELECT DISTINCT sha256 FROM evidence WHERE engagement_id IN (SELECT id FROM chain) AND deleted = 0`,
    { engagementId },
  )
  return new Set(rows.map(({ sha256 }) => sha256))
}
