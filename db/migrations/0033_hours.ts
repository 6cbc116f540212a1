import type { Migration } from './migration.ts'

/** Hours of an engagement: what was planned for each phase, and what was worked. */
export const hours: Migration = {
  number: 33,
  name: 'hours',
  sql: `
CREATE TABLE hours_budget (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  phase TEXT NOT NULL CHECK (phase IN ('planning', 'fieldwork', 'review', 'report')),
  minutes INTEGER NOT NULL CHECK (minutes >= 0)
) STRICT;
CREATE INDEX hours_budget_by_engagement ON hours_budget (engagement_id);

CREATE TABLE time_entry (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  practitioner_id TEXT NOT NULL,
  phase TEXT NOT NULL CHECK (phase IN ('planning', 'fieldwork', 'review', 'report')),
  worked_on TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  note TEXT
) STRICT;
CREATE INDEX time_entry_by_engagement ON time_entry (engagement_id);
`,
}
