import type { Migration } from './migration.ts'

/** The firm's choices for its reports, and its templates. */
export const reports: Migration = {
  number: 19,
  name: 'reports',
  sql: `
CREATE TABLE report_settings_version (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  version INTEGER NOT NULL,
  settings TEXT NOT NULL,
  note TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE report_template (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  fields TEXT NOT NULL,
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  saved_by TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
`,
}
