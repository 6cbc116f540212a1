import type { Migration } from './migration.ts'

/**
 * Practitioners who left the store, and who concluded a late change in place of one of them. The index of results holds all
 * that counting a sheet asks for, so that the gates of tens of thousands of results read no row.
 */
export const leaving: Migration = {
  number: 21,
  name: 'leaving',
  sql: `
ALTER TABLE practitioner ADD COLUMN left_at TEXT;
ALTER TABLE practitioner ADD COLUMN left_because TEXT;
ALTER TABLE late_change ADD COLUMN closed_by TEXT;
DROP INDEX result_by_procedure;
CREATE INDEX result_by_procedure ON result (procedure_id, sample_item_id, attribute, outcome, deleted);
`,
}
