import type { Migration } from './migration.ts'

/** What people typed and had not saved when the store was locked. Nobody else sees it, so it is not journaled. */
export const unsavedText: Migration = {
  number: 32,
  name: 'unsaved_text',
  sql: `
CREATE TABLE unsaved_text (
  practitioner_id TEXT NOT NULL,
  sitting_id TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  place TEXT NOT NULL,
  fields TEXT NOT NULL,
  PRIMARY KEY (practitioner_id, sitting_id)
) STRICT, WITHOUT ROWID;
`,
}
