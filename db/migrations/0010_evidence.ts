import type { Migration } from './migration.ts'

/** What is known of files of evidence, why a link or a file was taken away, and marks over their pages. */
export const evidence: Migration = {
  number: 10,
  name: 'evidence',
  sql: `
ALTER TABLE evidence ADD COLUMN captured_on TEXT;
ALTER TABLE evidence ADD COLUMN received_on TEXT;
ALTER TABLE evidence ADD COLUMN origin TEXT
  CHECK (origin IN ('client', 'system', 'observed', 'auditor', 'third_party'));
ALTER TABLE evidence ADD COLUMN note TEXT;
ALTER TABLE evidence ADD COLUMN redacted_from TEXT;
ALTER TABLE evidence ADD COLUMN removed_because TEXT;
ALTER TABLE evidence_link ADD COLUMN unlinked_because TEXT;

CREATE TABLE evidence_mark (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  evidence_id TEXT NOT NULL,
  page INTEGER NOT NULL,
  shape TEXT NOT NULL CHECK (shape IN ('rectangle', 'ellipse', 'arrow', 'tick', 'note')),
  place TEXT NOT NULL,
  text TEXT NOT NULL,
  colour TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_mark_by_evidence ON evidence_mark (evidence_id, page);
`,
}
