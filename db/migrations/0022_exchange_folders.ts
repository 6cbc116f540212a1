import type { Migration } from './migration.ts'

/** Exchange folders with whom they are for, and the files in them by what each carries. Nothing was kept in the tables before. */
export const exchangeFolders: Migration = {
  number: 22,
  name: 'exchange_folders',
  sql: `
DROP TABLE exchange_folder;
DROP TABLE exchange_file;

CREATE TABLE exchange_folder (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  path TEXT NOT NULL,
  colleague_ids TEXT CHECK (colleague_ids IS NULL OR json_valid(colleague_ids)),
  last_sync TEXT CHECK (last_sync IS NULL OR json_valid(last_sync)),
  set_by TEXT NOT NULL,
  set_at TEXT NOT NULL
) STRICT;

CREATE TABLE exchange_file (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  of_engagement TEXT NOT NULL,
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('left', 'taken')),
  spans TEXT NOT NULL CHECK (json_valid(spans)),
  recipients TEXT NOT NULL CHECK (json_valid(recipients)),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX exchange_file_by_engagement ON exchange_file (of_engagement, name);
`,
}
