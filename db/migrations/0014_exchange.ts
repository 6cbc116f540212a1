import type { Migration } from './migration.ts'

/** Fields on which a person has to decide, colleagues and signers, what was received, and exchange folders. */
export const exchange: Migration = {
  number: 14,
  name: 'exchange',
  sql: `
CREATE TABLE field_conflict (
  engagement_id TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  field TEXT NOT NULL,
  conflict_id TEXT NOT NULL UNIQUE,
  PRIMARY KEY (engagement_id, entity, entity_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_against_deletion (
  engagement_id TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  PRIMARY KEY (engagement_id, entity, entity_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE colleague (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  name TEXT NOT NULL,
  recipient TEXT NOT NULL,
  compared INTEGER NOT NULL CHECK (compared IN (0, 1)),
  removed_because TEXT,
  added_by TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE signer (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  principal TEXT NOT NULL,
  public_key TEXT NOT NULL,
  valid_after TEXT,
  valid_before TEXT,
  origin TEXT NOT NULL CHECK (origin IN ('file', 'card', 'words')),
  removed_because TEXT,
  added_by TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE received_bundle (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  of_engagement TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('bundle', 'exchange')),
  exporter TEXT NOT NULL,
  device_id TEXT NOT NULL,
  public_key TEXT NOT NULL,
  signer_status TEXT NOT NULL,
  purpose TEXT NOT NULL,
  created_at TEXT NOT NULL,
  heads TEXT NOT NULL CHECK (json_valid(heads)),
  added INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX received_bundle_by_engagement ON received_bundle (of_engagement, device_id, created_at);

CREATE TABLE exchange_folder (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  path TEXT NOT NULL,
  "left" INTEGER NOT NULL CHECK ("left" IN (0, 1)),
  last_sync TEXT CHECK (last_sync IS NULL OR json_valid(last_sync)),
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE exchange_file (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  of_engagement TEXT NOT NULL,
  folder TEXT NOT NULL,
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  from_seq INTEGER NOT NULL,
  to_seq INTEGER NOT NULL,
  recipients TEXT NOT NULL CHECK (json_valid(recipients)),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX exchange_file_by_engagement ON exchange_file (of_engagement, folder, to_seq);
`,
}
