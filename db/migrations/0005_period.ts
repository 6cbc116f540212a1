import type { Migration } from './migration.ts'

/** Samples that several controls share, months that were justified, and marks of the observation period. */
export const period: Migration = {
  number: 5,
  name: 'period',
  sql: `
CREATE TABLE sample_control (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  sample_id TEXT NOT NULL,
  control_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX sample_control_by_control ON sample_control (control_id);
CREATE INDEX sample_control_by_sample ON sample_control (sample_id);

CREATE TABLE coverage_note (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  sample_id TEXT NOT NULL,
  month TEXT NOT NULL,
  reason TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX coverage_note_by_sample ON coverage_note (sample_id);

CREATE TABLE period_mark (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  kind TEXT NOT NULL CHECK (kind IN ('holiday', 'outage', 'freeze', 'other')),
  title TEXT NOT NULL,
  start_on TEXT NOT NULL,
  end_on TEXT NOT NULL CHECK (end_on >= start_on),
  control_id TEXT
) STRICT;
CREATE INDEX period_mark_by_engagement ON period_mark (engagement_id, start_on);
`,
}
