import type { Migration } from './migration.ts'

/** Practitioners who left the store, and who concluded a late change in place of one of them. */
export const leaving: Migration = {
  number: 21,
  name: 'leaving',
  sql: `
ALTER TABLE practitioner ADD COLUMN left_at TEXT;
ALTER TABLE practitioner ADD COLUMN left_because TEXT;
ALTER TABLE late_change ADD COLUMN closed_by TEXT;
`,
}
