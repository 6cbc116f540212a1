import type { Migration } from './migration.ts'

/** What an engagement follows, where its papers come from, and the deviations of before. */
export const priorPeriods: Migration = {
  number: 24,
  name: 'prior_periods',
  sql: `
CREATE TABLE prior_period (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  prior_engagement_id TEXT NOT NULL,
  client TEXT NOT NULL,
  period_start TEXT,
  period_end TEXT,
  as_of TEXT,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE origin (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  target_entity TEXT NOT NULL,
  target_id TEXT NOT NULL,
  origin_id TEXT NOT NULL
) STRICT;
CREATE INDEX origin_by_target ON origin (engagement_id, target_entity, target_id);

CREATE TABLE follow_up (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  control_id TEXT,
  control_ref TEXT NOT NULL,
  ref TEXT NOT NULL,
  period_end TEXT NOT NULL,
  condition TEXT NOT NULL,
  cause TEXT,
  nature TEXT CHECK (nature IN ('isolated', 'systematic', 'intentional')),
  effect TEXT,
  management_response TEXT,
  status TEXT NOT NULL CHECK (status IN ('open', 'resolved', 'recurring', 'no_longer_relevant')),
  remark TEXT,
  "by" TEXT,
  at TEXT
) STRICT;
CREATE INDEX follow_up_by_engagement ON follow_up (engagement_id);
`,
}
