import type { Migration } from './migration.ts'

/** Narratives, memos and meeting notes. */
export const narratives: Migration = {
  number: 31,
  name: 'narratives',
  sql: `
CREATE TABLE narrative (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  kind TEXT NOT NULL CHECK (kind IN ('narrative', 'memo', 'meeting_note')),
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  held_on TEXT,
  met_with TEXT,
  removed_because TEXT,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX narrative_by_engagement ON narrative (engagement_id);
`,
}
