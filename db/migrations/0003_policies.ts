import type { Migration } from './migration.ts'

/** Sampling policies of the firm, in versions, and the firm's choices. */
export const policies: Migration = {
  number: 3,
  name: 'policies',
  sql: `
CREATE TABLE policy_version (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  policy_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  name TEXT NOT NULL,
  rules TEXT NOT NULL CHECK (json_valid(rules)),
  note TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  UNIQUE (policy_id, version)
) STRICT;

CREATE TABLE policy_retirement (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  reason TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE firm_setting (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  value TEXT NOT NULL
) STRICT;
`,
}
