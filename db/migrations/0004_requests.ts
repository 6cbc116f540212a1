import type { Migration } from './migration.ts'

/** What the client was asked for, and what came back. */
export const requests: Migration = {
  number: 4,
  name: 'requests',
  sql: `
CREATE TABLE request (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  ref TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('sample', 'check', 'other')),
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  due_on TEXT,
  status TEXT NOT NULL CHECK (status IN ('open', 'received', 'closed')),
  sample_id TEXT,
  population_id TEXT,
  "check" TEXT,
  columns TEXT CHECK (json_valid(columns)),
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  closed_by TEXT,
  closed_at TEXT,
  closed_because TEXT
) STRICT;
CREATE INDEX request_by_engagement ON request (engagement_id, status);
CREATE INDEX request_by_sample ON request (sample_id);

CREATE TABLE request_answer (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  request_id TEXT NOT NULL,
  sample_item_id TEXT,
  answer TEXT NOT NULL,
  reference TEXT NOT NULL,
  provided_on TEXT,
  note TEXT NOT NULL,
  imported_from TEXT,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX request_answer_by_request ON request_answer (request_id);
CREATE INDEX request_answer_by_item ON request_answer (sample_item_id);
`,
}
