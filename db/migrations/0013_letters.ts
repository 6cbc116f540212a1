import type { Migration } from './migration.ts'

/** Letters of management as they were received. */
export const letters: Migration = {
  number: 13,
  name: 'letters',
  sql: `
CREATE TABLE letter (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  kind TEXT NOT NULL CHECK (kind IN ('assertion', 'representation', 'bridge')),
  issuer TEXT NOT NULL CHECK (issuer IN ('management', 'auditor', 'other')),
  dated_on TEXT,
  signed_by TEXT,
  period_start TEXT,
  period_end TEXT,
  as_of TEXT,
  text TEXT,
  note TEXT,
  removed_because TEXT
) STRICT;
CREATE INDEX letter_by_engagement ON letter (engagement_id, kind);
`,
}
