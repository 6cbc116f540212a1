import type { Migration } from './migration.ts'

/** Sign-offs and their withdrawal, review notes and what was answered, the extent of review, and who works on what. */
export const review: Migration = {
  number: 20,
  name: 'review',
  sql: `
CREATE TABLE sign_off (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  target_entity TEXT NOT NULL,
  target_id TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('preparer', 'reviewer', 'partner', 'quality_reviewer')),
  "by" TEXT NOT NULL,
  practitioner_role TEXT NOT NULL,
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
  heads TEXT NOT NULL CHECK (json_valid(heads)),
  at TEXT NOT NULL,
  signature TEXT NOT NULL
) STRICT;
CREATE INDEX sign_off_by_target ON sign_off (engagement_id, target_entity, target_id);

CREATE TABLE sign_off_withdrawal (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  sign_off_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX sign_off_withdrawal_by_sign_off ON sign_off_withdrawal (sign_off_id);

CREATE TABLE review_note (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  ref TEXT NOT NULL,
  paper_entity TEXT NOT NULL,
  paper_id TEXT NOT NULL,
  target_entity TEXT NOT NULL,
  target_id TEXT NOT NULL,
  field TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('question', 'todo', 'coaching')),
  priority TEXT NOT NULL CHECK (priority IN ('low', 'normal', 'high')),
  text TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'cleared')),
  cleared_at TEXT,
  cleared_remark TEXT,
  reopened_at TEXT,
  reopened_because TEXT,
  stripped_at TEXT
) STRICT;
CREATE INDEX review_note_by_paper ON review_note (engagement_id, paper_entity, paper_id);

CREATE TABLE review_response (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  note_id TEXT NOT NULL,
  text TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX review_response_by_note ON review_response (note_id, at);

CREATE TABLE review_visit (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  paper_entity TEXT NOT NULL,
  paper_id TEXT NOT NULL,
  "by" TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  seconds INTEGER NOT NULL CHECK (seconds > 0)
) STRICT;
CREATE INDEX review_visit_by_paper ON review_visit (engagement_id, paper_entity, paper_id);

CREATE TABLE assignment (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  target_entity TEXT NOT NULL,
  target_id TEXT NOT NULL,
  practitioner_id TEXT NOT NULL,
  note TEXT,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX assignment_by_engagement ON assignment (engagement_id);
`,
}
