import type { Migration } from './migration.ts'

/** The legend of tickmarks of an engagement, and where they stand. */
export const tickmarks: Migration = {
  number: 8,
  name: 'tickmarks',
  sql: `
CREATE TABLE tickmark (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  symbol TEXT NOT NULL,
  meaning TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX tickmark_by_engagement ON tickmark (engagement_id, position);

CREATE TABLE result_tickmark (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  procedure_id TEXT NOT NULL,
  sample_item_id TEXT NOT NULL,
  attribute TEXT NOT NULL,
  tickmark_id TEXT NOT NULL,
  placed INTEGER NOT NULL CHECK (placed IN (0, 1)),
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX result_tickmark_by_procedure ON result_tickmark (procedure_id, sample_item_id, attribute);
CREATE INDEX result_tickmark_by_tickmark ON result_tickmark (tickmark_id);
`,
}
